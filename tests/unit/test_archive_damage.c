/* Tests of archives that can't be used as they are: other files, damage, locks, full disks, a
 * writer that is killed.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * Each time: a message that says what to do, nothing lost, and a file that isn't ours untouched. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include <grp.h>
#include <signal.h>
#include <sys/resource.h>

#include "archive_fixture.h"

/* Opening fails in both ways with `status` and these words, and the file stays as it is. */
static void assert_refused(fixture *f, chancery_status status, const char *words)
{
    size_t before_len, after_len;
    struct stat before_stat, after_stat;
    chancery_archive *archive = NULL;
    char *before = fixture_read_file(f->path, &before_len);
    assert_int_equal(stat(f->path, &before_stat), 0);
    for (int mode = ARCHIVE_READ; mode <= ARCHIVE_WRITE; mode++) {
        assert_int_equal(archive_open(f->path, (archive_mode)mode, &archive, &f->error), status);
        assert_null(archive);
        assert_non_null(strstr(f->error.message, words));
        assert_string_equal(f->error.where, f->path);
        assert_int_equal(archive_open(f->path, (archive_mode)mode, &archive, NULL), status);
    }
    char *after = fixture_read_file(f->path, &after_len);
    assert_int_equal(stat(f->path, &after_stat), 0);
    assert_int_equal(before_len, after_len);
    assert_memory_equal(before, after, before_len);
    assert_int_equal(before_stat.st_mtim.tv_nsec, after_stat.st_mtim.tv_nsec);
    free(before);
    free(after);
}

static void test_other_files(void **state)
{
    fixture *f = *state;
    static char zeros[8192];
    fixture_close(f);
    fixture_write_file(f->path, "Norway and Chile agree.\n", 24);
    assert_refused(f, CHANCERY_E_FORMAT, "not an archive");
    fixture_write_file(f->path, "S", 1);
    assert_refused(f, CHANCERY_E_FORMAT, "not an archive");
    fixture_write_file(f->path, "SQLite format 3", 16);
    assert_refused(f, CHANCERY_E_FORMAT, "cut off");
    fixture_write_file(f->path, zeros, sizeof zeros);
    assert_refused(f, CHANCERY_E_FORMAT, "not an archive");
}

static void test_other_sqlite(void **state)
{
    fixture *f = *state;
    sqlite3 *db;
    fixture_close(f);
    unlink(f->path);
    assert_int_equal(sqlite3_open(f->path, &db), SQLITE_OK);
    assert_int_equal(sqlite3_exec(db, "CREATE TABLE reports (id)", NULL, NULL, NULL), SQLITE_OK);
    sqlite3_close(db);
    assert_refused(f, CHANCERY_E_FORMAT, "another program's SQLite file");
}

/* Leaves a SQLite file and its journal in the middle of a transaction, as a killed program does. */
static int leave_half_done(fixture *f)
{
    sqlite3 *db;
    bool done =
        sqlite3_open(f->path, &db) == SQLITE_OK &&
        sqlite3_exec(db,
                     "PRAGMA cache_size = 1; CREATE TABLE t (x);"
                     "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 500)"
                     " INSERT INTO t SELECT randomblob(1000) FROM n;"
                     "BEGIN; UPDATE t SET x = randomblob(1000)",
                     NULL, NULL, NULL) == SQLITE_OK;
    return done ? 0 : 1;
}

/* SQLite would play the journal of any file back that it is given. */
static void test_other_sqlite_half_done(void **state)
{
    fixture *f = *state;
    char journal[128];
    struct stat about;
    snprintf(journal, sizeof journal, "%s-journal", f->path);
    fixture_close(f);
    unlink(f->path);
    assert_int_equal(fixture_in_child(f, leave_half_done), 0);
    assert_int_equal(stat(journal, &about), 0);
    off_t bytes = about.st_size;
    assert_true(bytes > 10000);
    assert_refused(f, CHANCERY_E_FORMAT, "another program's SQLite file");
    assert_int_equal(stat(journal, &about), 0);
    assert_int_equal(about.st_size, bytes);
}

static void test_newer(void **state)
{
    fixture *f = *state;
    fixture_store(f);
    fixture_sql(f, "PRAGMA user_version = 2");
    fixture_close(f);
    assert_refused(f, CHANCERY_E_VERSION, "newer Chancery");
}

static void test_no_version(void **state)
{
    fixture *f = *state;
    fixture_sql(f, "PRAGMA user_version = 0");
    fixture_close(f);
    assert_refused(f, CHANCERY_E_FORMAT, "not an archive");
}

static void assert_not_opened(fixture *f, const char *path, archive_mode mode,
                              chancery_status status, const char *words)
{
    chancery_archive *archive = NULL;
    assert_int_equal(archive_open(path, mode, &archive, &f->error), status);
    if (!strstr(f->error.message, words))
        fail_msg("%s", f->error.message);
    assert_null(archive);
}

static void test_no_files(void **state)
{
    fixture *f = *state;
    char path[128];
    snprintf(path, sizeof path, "%s/none.db", f->folder);
    assert_not_opened(f, path, ARCHIVE_READ, CHANCERY_E_NOT_FOUND, "check the name");
    assert_int_not_equal(access(path, F_OK), 0);
    snprintf(path, sizeof path, "%s/none/none.db", f->folder);
    assert_not_opened(f, path, ARCHIVE_READ, CHANCERY_E_NOT_FOUND, "check the name");
    assert_not_opened(f, path, ARCHIVE_WRITE, CHANCERY_E_IO, "folder");
    assert_not_opened(f, f->folder, ARCHIVE_WRITE, CHANCERY_E_FORMAT, "folder");
    assert_not_opened(f, f->folder, ARCHIVE_READ, CHANCERY_E_FORMAT, "folder");
    assert_not_opened(f, "", ARCHIVE_READ, CHANCERY_E_NOT_FOUND, "check the name");
    assert_not_opened(f, "", ARCHIVE_WRITE, CHANCERY_E_IO, "folder");
    assert_not_opened(f, "/dev/null", ARCHIVE_WRITE, CHANCERY_E_FORMAT, "regular file");
    snprintf(path, sizeof path, "%s/pipe", f->folder);
    assert_int_equal(mkfifo(path, 0600), 0);
    assert_not_opened(f, path, ARCHIVE_WRITE, CHANCERY_E_FORMAT, "regular file");
    static char longest[70000];
    memset(longest, 'x', sizeof longest - 1);
    assert_not_opened(f, longest, ARCHIVE_WRITE, CHANCERY_E_IO, "too long");
}

/* An empty file is an empty archive, and reading leaves it empty. */
static void test_empty_file(void **state)
{
    fixture *f = *state;
    struct stat about;
    archive_lines lines;
    fixture_close(f);
    fixture_write_file(f->path, "", 0);
    assert_ok(archive_open(f->path, ARCHIVE_READ, &f->archive, &f->error));
    fixture_check(f, 0);
    archive_query query = {0};
    assert_ok(archive_events(f->archive, &query, &f->arena, &lines, &f->error));
    assert_ok(archive_find(f->archive, SLICE("x"), 0, &f->arena, &lines, &f->error));
    assert_int_equal(lines.count, 0);
    fixture_close(f);
    assert_int_equal(stat(f->path, &about), 0);
    assert_int_equal(about.st_size, 0);
    assert_ok(archive_open(f->path, ARCHIVE_WRITE, &f->archive, &f->error));
    fixture_store(f);
    fixture_check(f, 1);
}

/* Links lead to the archive; names that SQLite knows other meanings of are names. */
static void test_names(void **state)
{
    fixture *f = *state;
    static const char *const NAMES[] = {":memory:", "file:x?mode=memory", "-", "a b%20.db", "Ä.db"};
    char path[128], here[512];
    fixture_store(f);
    fixture_close(f);
    snprintf(path, sizeof path, "%s/link", f->folder);
    assert_int_equal(symlink("chancery.db", path), 0);
    assert_ok(archive_open(path, ARCHIVE_WRITE, &f->archive, &f->error));
    fixture_number(f, 1);
    fixture_store(f);
    fixture_check(f, 2);
    assert_int_equal(fixture_ask(f, "SELECT count(*) FROM reports"), 2);
    assert_non_null(getcwd(here, sizeof here));
    assert_int_equal(chdir(f->folder), 0);
    for (size_t i = 0; i < sizeof NAMES / sizeof *NAMES; i++) {
        fixture_close(f);
        assert_ok(archive_open(NAMES[i], ARCHIVE_WRITE, &f->archive, &f->error));
        fixture_store(f);
        fixture_close(f);
        assert_int_equal(access(NAMES[i], F_OK), 0);
        assert_ok(archive_open(NAMES[i], ARCHIVE_READ, &f->archive, &f->error));
        fixture_check(f, 1);
    }
    assert_int_equal(chdir(here), 0);
}

/* Somebody's tool gave the file a write-ahead log: it is read, and taken back when written. */
static void test_write_ahead_log(void **state)
{
    fixture *f = *state;
    sqlite3 *other;
    fixture_store(f);
    fixture_close(f);
    assert_int_equal(sqlite3_open(f->path, &other), SQLITE_OK);
    assert_int_equal(sqlite3_exec(other,
                                  "PRAGMA journal_mode = WAL; CREATE TABLE notes (words);"
                                  "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n"
                                  " LIMIT 300) INSERT INTO notes SELECT randomblob(1000) FROM n",
                                  NULL, NULL, NULL),
                     SQLITE_OK);
    assert_ok(archive_open(f->path, ARCHIVE_READ, &f->archive, &f->error));
    fixture_check(f, 1);
    fixture_close(f);
    sqlite3_close(other);
    assert_ok(archive_open(f->path, ARCHIVE_WRITE, &f->archive, &f->error));
    fixture_number(f, 1);
    fixture_store(f);
    fixture_check(f, 2);
    assert_int_equal(fixture_ask(f, "SELECT journal_mode = 'delete' FROM pragma_journal_mode"), 1);
    assert_int_equal(fixture_ask(f, "SELECT count(*) FROM notes"), 300);
}

/* ---- damage ---- */

/* Whatever bytes lie in the file: an answer or a message, no crash. @return whether every question
 * was answered. */
static bool use(fixture *f)
{
    chancery_archive *archive = NULL;
    archive_lines lines = {0};
    archive_counts counts;
    archive_query query = {.a = SLICE("NOR"), .b = SLICE("CHL")};
    bool answered = false;
    arena_reset(&f->arena);
    if (archive_open(f->path, ARCHIVE_READ, &archive, &f->error) != CHANCERY_OK)
        return false;
    answered = archive_check(archive, &counts, &f->error) == CHANCERY_OK;
    answered &= archive_events(archive, &query, &f->arena, &lines, &f->error) == CHANCERY_OK;
    answered &= archive_statements(archive, &query, &f->arena, &lines, &f->error) == CHANCERY_OK;
    answered &=
        archive_find(archive, SLICE("trade"), 0, &f->arena, &lines, &f->error) == CHANCERY_OK;
    answered &= archive_reports(archive, &f->arena, &lines, &f->error) == CHANCERY_OK;
    for (size_t i = 0; answered && i < lines.count; i++) {
        chancery_reading reading;
        slice json;
        answered &= archive_load(archive, lines.items[i].report, &f->arena, &reading, &f->error) ==
                        CHANCERY_OK &&
                    export_json(&reading, &f->arena, &json, &f->error) == CHANCERY_OK;
    }
    archive_close(archive);
    return answered;
}

static void test_cut_off(void **state)
{
    fixture *f = *state;
    size_t len;
    for (size_t i = 0; i < 5; i++) {
        fixture_number(f, i);
        fixture_store(f);
    }
    fixture_close(f);
    assert_true(use(f));
    char *bytes = fixture_read_file(f->path, &len);
    for (size_t cut = 1; cut < len; cut += cut < 200 ? 1 : 1777) {
        fixture_write_file(f->path, bytes, cut);
        assert_refused(f, CHANCERY_E_FORMAT, cut < 16 ? "not an archive" : "cut off");
    }
    free(bytes);
}

static void test_flipped_bytes(void **state)
{
    fixture *f = *state;
    size_t len;
    uint64_t random = 88172645463325252u;
    size_t found = 0;
    for (size_t i = 0; i < 3; i++) {
        fixture_number(f, i);
        fixture_store(f);
    }
    fixture_close(f);
    char *bytes = fixture_read_file(f->path, &len);
    for (size_t round = 0; round < 300; round++) {
        for (size_t i = 0; i < 20; i++) {
            random ^= random << 13;
            random ^= random >> 7;
            random ^= random << 17;
            bytes[100 + random % (len - 100)] ^= (char)(1 << (random >> 40 & 7));
        }
        fixture_write_file(f->path, bytes, len);
        found += !use(f);
    }
    assert_true(found > 150); /* free pages may hold anything */
    free(bytes);
}

/* What somebody writes into the tables: found by check, refused by load, never trusted. */
static void test_meddled_tables(void **state)
{
    fixture *f = *state;
    static const struct {
        const char *sql;
        bool loads;
    } CASES[] = {
        {"UPDATE events SET end_byte = 100000", false},
        {"UPDATE events SET start_byte = -1", false},
        {"UPDATE events SET start_byte = 4294967296, end_byte = 4294967297", false},
        {"UPDATE events SET status = 'over'", false},
        {"UPDATE events SET sentence = 4000", false},
        {"UPDATE events SET quad_code = 99", false},
        {"UPDATE events SET dead = -5", false},
        {"UPDATE events SET confidence = 9e999", false},
        {"UPDATE events SET id = ''", true},
        {"UPDATE events SET id = 'e1'", true},
        {"UPDATE events SET event = CAST(x'ff' AS TEXT)", false},
        {"UPDATE events SET mode = 'tour'", true},
        {"UPDATE entities SET kind = 'planet'", false},
        {"UPDATE dates SET type = 'ERA'", false},
        {"UPDATE findings SET severity = 'fatal'", false},
        {"UPDATE person_mentions SET start_byte = 150, end_byte = 149", false},
        {"UPDATE person_mentions SET how = 'guess'", false},
        {"UPDATE sentences SET end_byte = 100000", false},
        {"UPDATE statements SET content_end = 100000", false},
        {"UPDATE statements SET words = 'nothing'", true},
        {"UPDATE reports SET title = 'x'", true},
        {"UPDATE reports SET published = '2020'", true},
        {"UPDATE reports SET text = replace(text, 'open seas', 'shut seas')", true},
        {"UPDATE reports SET text = CAST(x'ff' || text AS TEXT)", false},
        {"UPDATE reports SET text = ''", false},
        {"DELETE FROM event_roles", true},
        {"DELETE FROM codings", false},
        {"PRAGMA foreign_keys = OFF; DELETE FROM events", true},
        {"INSERT INTO report_words (rowid, text) VALUES (99, 'x')", true},
        {"DROP TABLE dates", false},
        {"DROP TABLE findings; CREATE VIEW findings AS SELECT 1 AS x", false},
    };
    size_t len;
    fixture_store(f);
    fixture_close(f);
    char *bytes = fixture_read_file(f->path, &len);
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        chancery_reading reading;
        archive_counts counts;
        fixture_write_file(f->path, bytes, len);
        assert_ok(archive_open(f->path, ARCHIVE_WRITE, &f->archive, &f->error));
        fixture_sql(f, CASES[i].sql);
        if (archive_check(f->archive, &counts, &f->error) != CHANCERY_E_FORMAT)
            fail_msg("not found: %s", CASES[i].sql);
        chancery_status status =
            archive_load(f->archive, f->sample.reading.document.id, &f->arena, &reading, &f->error);
        if ((status == CHANCERY_OK) != CASES[i].loads)
            fail_msg("%s: %s", CASES[i].sql, f->error.message);
        fixture_close(f);
    }
    free(bytes);
}

/* ---- permissions ---- */

/* Becomes a user whom permissions bind. */
static void drop_privileges(void)
{
    if (geteuid() == 0 && (setgroups(0, NULL) != 0 || setgid(65534) != 0 || setuid(65534) != 0))
        _exit(99);
}

static int use_unwritable(fixture *f)
{
    chancery_archive *archive = NULL;
    archive_counts counts;
    drop_privileges();
    if (archive_open(f->path, ARCHIVE_WRITE, &archive, &f->error) != CHANCERY_E_IO ||
        !strstr(f->error.message, "Permission denied"))
        return 1;
    if (archive_open(f->path, ARCHIVE_READ, &archive, &f->error) != CHANCERY_OK ||
        archive_check(archive, &counts, &f->error) != CHANCERY_OK || counts.reports != 1)
        return 2;
    archive_close(archive);
    return 0;
}

static int use_unreadable(fixture *f)
{
    chancery_archive *archive = NULL;
    drop_privileges();
    bool refused = archive_open(f->path, ARCHIVE_READ, &archive, &f->error) == CHANCERY_E_IO &&
                   strstr(f->error.message, "Permission denied") &&
                   archive_open(f->path, ARCHIVE_WRITE, &archive, &f->error) == CHANCERY_E_IO;
    return refused ? 0 : 1;
}

static void test_permissions(void **state)
{
    fixture *f = *state;
    fixture_store(f);
    fixture_close(f);
    assert_int_equal(chmod(f->folder, 0555), 0);
    assert_int_equal(chmod(f->path, 0666), 0);
    assert_int_equal(fixture_in_child(f, use_unwritable), 0); /* the folder */
    assert_int_equal(chmod(f->folder, 0777), 0);
    assert_int_equal(chmod(f->path, 0444), 0);
    assert_int_equal(fixture_in_child(f, use_unwritable), 0); /* the file */
    assert_int_equal(chmod(f->path, 0), 0);
    assert_int_equal(fixture_in_child(f, use_unreadable), 0);
    assert_int_equal(chmod(f->path, 0600), 0);
    assert_int_equal(chmod(f->folder, 0700), 0);
}

/* ---- other processes ---- */

static void test_locked(void **state)
{
    fixture *f = *state;
    chancery_archive *other = NULL;
    bool changed;
    fixture_store(f);
    int ready[2], done[2];
    char byte = 0;
    assert_int_equal(pipe(ready), 0);
    assert_int_equal(pipe(done), 0);
    fixture_close(f);
    pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0) {
        sqlite3 *db;
        bool locked = sqlite3_open(f->path, &db) == SQLITE_OK &&
                      sqlite3_exec(db, "BEGIN EXCLUSIVE", NULL, NULL, NULL) == SQLITE_OK;
        bool told = write(ready[1], &byte, 1) == 1 && read(done[0], &byte, 1) == 1;
        sqlite3_close(db);
        _exit(locked && told ? 0 : 1);
    }
    assert_int_equal(read(ready[0], &byte, 1), 1);
    assert_int_equal(archive_open(f->path, ARCHIVE_READ, &other, &f->error), CHANCERY_E_BUSY);
    assert_non_null(strstr(f->error.message, "try again"));
    assert_int_equal(write(done[1], &byte, 1), 1);
    int status;
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_int_equal(status, 0);
    for (size_t i = 0; i < 2; i++) {
        close(ready[i]);
        close(done[i]);
    }
    /* two writers: the second waits, and is told */
    assert_ok(archive_open(f->path, ARCHIVE_WRITE, &f->archive, &f->error));
    assert_ok(archive_open(f->path, ARCHIVE_WRITE, &other, &f->error));
    sqlite3_busy_timeout(other->db, 50);
    assert_ok(archive_begin(f->archive, &f->error));
    assert_int_equal(archive_store(other, &f->sample.reading, &changed, &f->error),
                     CHANCERY_E_BUSY);
    assert_int_equal(archive_begin(other, &f->error), CHANCERY_E_BUSY);
    assert_ok(archive_commit(f->archive, &f->error));
    assert_ok(archive_store(other, &f->sample.reading, &changed, &f->error));
    archive_close(other);
}

/* A commit waits for who reads; where that takes too long the transaction stays open. */
static void test_commit_waits(void **state)
{
    fixture *f = *state;
    chancery_archive *reader;
    bool own;
    fixture_store(f);
    assert_ok(archive_open(f->path, ARCHIVE_READ, &reader, &f->error));
    assert_ok(archive_begin_reading(reader, &own, &f->error));
    assert_int_equal(sqlite3_exec(reader->db, "SELECT count(*) FROM reports", NULL, NULL, NULL),
                     SQLITE_OK);
    sqlite3_busy_timeout(f->archive->db, 50);
    assert_ok(archive_begin(f->archive, &f->error));
    fixture_number(f, 1);
    fixture_store(f);
    assert_int_equal(archive_commit(f->archive, &f->error), CHANCERY_E_BUSY);
    archive_end_reading(reader, own);
    assert_ok(archive_commit(f->archive, &f->error));
    fixture_check(f, 2);
    archive_close(reader);
}

/* Stores report after report, and says each number once it is safe. */
static void store_until_killed(fixture *f, int tell, size_t batch)
{
    for (uint32_t i = 0;; i++) {
        bool changed;
        fixture_number(f, i);
        if (batch > 1 && i % batch == 0 && archive_begin(f->archive, NULL) != CHANCERY_OK)
            _exit(1);
        if (archive_store(f->archive, &f->sample.reading, &changed, NULL) != CHANCERY_OK)
            _exit(2);
        if (batch > 1 && i % batch == batch - 1 && archive_commit(f->archive, NULL) != CHANCERY_OK)
            _exit(3);
        uint32_t safe = i - i % (uint32_t)batch;
        safe = i % batch == batch - 1 ? i + 1 : safe;
        if (write(tell, &safe, sizeof safe) != sizeof safe)
            _exit(4);
    }
}

/* Kills a writer after `wait_us` and looks at what it left. @return how many reports. */
static uint64_t kill_writer(fixture *f, useconds_t wait_us, size_t batch)
{
    int tell[2];
    assert_int_equal(pipe(tell), 0);
    fflush(NULL);
    pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0) {
        close(tell[0]);
        if (archive_open(f->path, ARCHIVE_WRITE, &f->archive, NULL) != CHANCERY_OK)
            _exit(5);
        store_until_killed(f, tell[1], batch);
    }
    close(tell[1]);
    usleep(wait_us);
    assert_int_equal(kill(child, SIGKILL), 0);
    uint32_t safe = 0, next;
    while (read(tell[0], &next, sizeof next) == sizeof next)
        safe = next;
    close(tell[0]);
    int status;
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFSIGNALED(status)); /* not by a failure of its own */
    archive_counts counts = {0};
    chancery_archive *archive = NULL;
    if (access(f->path, F_OK) != 0)
        return 0;
    assert_ok(archive_open(f->path, ARCHIVE_READ, &archive, &f->error));
    if (archive_check(archive, &counts, &f->error) != CHANCERY_OK)
        fail_msg("%s", f->error.message);
    archive_close(archive);
    assert_ok(archive_open(f->path, ARCHIVE_WRITE, &f->archive, &f->error));
    sample_fill(&f->sample, SLICE(SAMPLE_TEXT));
    fixture_store(f); /* the archive can be gone on with */
    fixture_check(f, counts.reports + 1);
    fixture_close(f);
    assert_true(counts.reports >= safe);
    assert_int_equal(counts.reports % batch, 0);
    return counts.reports;
}

static void test_killed(void **state)
{
    fixture *f = *state;
    char journal[128];
    uint64_t reports = 0;
    fixture_close(f);
    snprintf(journal, sizeof journal, "%s-journal", f->path);
    for (useconds_t i = 0; i < 40 || (reports == 0 && i < 200); i++) { /* more on a busy machine */
        unlink(f->path);
        unlink(journal);
        /* the first rounds hit it while it makes the archive */
        reports += kill_writer(f, i * i * 80, i % 3 ? 1 : 16);
        assert_int_not_equal(access(journal, F_OK), 0);
    }
    assert_true(reports > 0);
}

/* ---- full disk ---- */

static void test_full(void **state)
{
    fixture *f = *state;
    chancery_status status = CHANCERY_OK;
    size_t n = 0;
    fixture_sql(f, "PRAGMA max_page_count = 300");
    for (; n < 2000 && status == CHANCERY_OK; n++) {
        bool changed;
        fixture_number(f, n);
        status = archive_store(f->archive, &f->sample.reading, &changed, &f->error);
    }
    assert_int_equal(status, CHANCERY_E_IO);
    assert_non_null(strstr(f->error.message, "no room is left"));
    assert_non_null(strstr(f->error.message, "What was stored before is safe"));
    fixture_check(f, n - 1);
}

static int fill_disk(fixture *f)
{
    struct rlimit limit = {400 << 10, 400 << 10};
    signal(SIGXFSZ, SIG_IGN);
    bool changed;
    size_t stored = 0;
    archive_counts counts;
    if (archive_open(f->path, ARCHIVE_WRITE, &f->archive, &f->error) != CHANCERY_OK ||
        setrlimit(RLIMIT_FSIZE, &limit) != 0)
        return 1;
    for (chancery_status status = CHANCERY_OK; status == CHANCERY_OK; stored++) {
        fixture_number(f, stored);
        status = archive_store(f->archive, &f->sample.reading, &changed, &f->error);
        if (stored == 5000)
            return 2;
    }
    if (f->error.status != CHANCERY_E_IO || !strstr(f->error.message, "check disk, quota"))
        return 3;
    if (archive_check(f->archive, &counts, &f->error) != CHANCERY_OK ||
        counts.reports != stored - 1)
        return 4;
    /* in a transaction, all of it is taken back, and said so */
    if (archive_delete(f->archive, f->sample.reading.document.id, NULL) == CHANCERY_OK)
        return 5; /* the last one was not stored */
    if (archive_begin(f->archive, &f->error) != CHANCERY_OK)
        return 6;
    chancery_status status = CHANCERY_OK;
    for (size_t i = 0; i < 5000 && status == CHANCERY_OK; i++) {
        fixture_number(f, 10000 + i);
        status = archive_store(f->archive, &f->sample.reading, &changed, &f->error);
    }
    if (status == CHANCERY_OK)
        status = archive_commit(f->archive, &f->error);
    else if (archive_commit(f->archive, &f->error) == CHANCERY_OK)
        return 7;
    if (status != CHANCERY_E_IO || archive_check(f->archive, &counts, &f->error) != CHANCERY_OK)
        return 8;
    return counts.reports == stored - 1 ? 0 : 9;
}

static void test_file_size_limit(void **state)
{
    fixture *f = *state;
    fixture_close(f);
    assert_int_equal(fixture_in_child(f, fill_disk), 0);
    assert_ok(archive_open(f->path, ARCHIVE_WRITE, &f->archive, &f->error));
    archive_counts counts;
    assert_ok(archive_check(f->archive, &counts, &f->error));
    assert_true(counts.reports > 5);
}

int main(void)
{
#define WITH_ARCHIVE(name) cmocka_unit_test_setup_teardown(name, fixture_make, fixture_drop)
    const struct CMUnitTest tests[] = {
        WITH_ARCHIVE(test_other_files),
        WITH_ARCHIVE(test_other_sqlite),
        WITH_ARCHIVE(test_other_sqlite_half_done),
        WITH_ARCHIVE(test_newer),
        WITH_ARCHIVE(test_no_version),
        WITH_ARCHIVE(test_no_files),
        WITH_ARCHIVE(test_empty_file),
        WITH_ARCHIVE(test_names),
        WITH_ARCHIVE(test_write_ahead_log),
        WITH_ARCHIVE(test_cut_off),
        WITH_ARCHIVE(test_flipped_bytes),
        WITH_ARCHIVE(test_meddled_tables),
        WITH_ARCHIVE(test_permissions),
        WITH_ARCHIVE(test_locked),
        WITH_ARCHIVE(test_commit_waits),
        WITH_ARCHIVE(test_killed),
        WITH_ARCHIVE(test_full),
        WITH_ARCHIVE(test_file_size_limit),
    };
    cmocka_set_message_output(CM_OUTPUT_TAP);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
