/* Opening archives.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * The file keeps SQLite's rollback journal rather than the write-ahead log: what is committed then
 * stands in the one file, which can be copied when nobody writes and read where nothing may be
 * written. synchronous=EXTRA syncs the folder behind the journal too, so that a power cut takes
 * back no commit. Readers wait for a writer only while it commits.
 *
 * A file is looked at before SQLite touches it: opening may play another program's journal back,
 * and a file that isn't ours must stay as it is. Reading opens for writing as well where it may, so
 * that what a killed writer left half done is taken back; query_only keeps it from changing more.
 */
#include "archive/internal.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/error.h"
#include "base/memory.h"

/** schema.sql, made by tools/embed.py. */
extern const unsigned char archive_schema[];

enum { HEADER_BYTES = 100, MAGIC_BYTES = 16, USER_VERSION_AT = 60, APPLICATION_ID_AT = 68 };

static const char NOT_AN_ARCHIVE[] = "this is not an archive; name another file, or one that isn't "
                                     "there yet";

/** What lies under the name. */
typedef enum file_kind {
    FILE_ABSENT,
    FILE_EMPTY,
    FILE_ARCHIVE,
} file_kind;

static chancery_status fail_errno(const char *path, chancery_error *error, const char *what)
{
    const char *reason = strerrordesc_np(errno);
    error_set(error, CHANCERY_E_IO, "%s: %s; check the file, its folder and their permissions",
              what, reason ? reason : "unknown reason");
    error_at(error, path, 0);
    return CHANCERY_E_IO;
}

static uint32_t big_endian(const unsigned char *p)
{
    return (uint32_t)p[0] << 24 | (uint32_t)p[1] << 16 | (uint32_t)p[2] << 8 | p[3];
}

static chancery_status refuse_newer(const char *path, uint32_t edition, chancery_error *error)
{
    error_set(error, CHANCERY_E_VERSION,
              "the archive was made by a newer Chancery (its edition is %u, this program knows %d);"
              " use the newer program",
              (unsigned)edition, ARCHIVE_EDITION);
    error_at(error, path, 0);
    return CHANCERY_E_VERSION;
}

/* A writer killed while it made the file leaves zeros and a journal, which SQLite will play back.
 */
static bool is_half_made(const char *path, const unsigned char *header, size_t len)
{
    for (size_t i = 0; i < len; i++)
        if (header[i])
            return false;
    size_t path_len = strlen(path);
    char *journal = memory_alloc(path_len + sizeof "-journal", 1);
    if (!journal)
        return false;
    memcpy(journal, path, path_len);
    memcpy(journal + path_len, "-journal", sizeof "-journal");
    bool there = access(journal, R_OK) == 0;
    memory_free(journal);
    return there;
}

static chancery_status check_header(const char *path, const unsigned char *header, size_t len,
                                    chancery_error *error)
{
    if (is_half_made(path, header, len))
        return CHANCERY_OK;
    if (len < MAGIC_BYTES || memcmp(header, "SQLite format 3", MAGIC_BYTES) != 0)
        return archive_refuse(path, CHANCERY_E_FORMAT, error, NOT_AN_ARCHIVE);
    if (len < HEADER_BYTES)
        return archive_refuse(path, CHANCERY_E_FORMAT, error,
                              "the archive is cut off; take a copy from before");
    if (big_endian(header + APPLICATION_ID_AT) != ARCHIVE_APPLICATION_ID)
        return archive_refuse(
            path, CHANCERY_E_FORMAT, error,
            "this is another program's SQLite file, not an archive; name another file");
    uint32_t edition = big_endian(header + USER_VERSION_AT);
    if (edition > ARCHIVE_EDITION)
        return refuse_newer(path, edition, error);
    return CHANCERY_OK;
}

/* Reads up to `size` bytes from the start. @return how many, or -1. */
static ssize_t read_start(const char *path, unsigned char *to, size_t size)
{
    int descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (descriptor < 0)
        return -1;
    ssize_t got;
    do
        got = pread(descriptor, to, size, 0);
    while (got < 0 && errno == EINTR);
    int code = errno;
    close(descriptor);
    errno = code;
    return got;
}

static chancery_status look_at(const char *path, file_kind *out, chancery_error *error)
{
    struct stat about;
    unsigned char header[HEADER_BYTES];
    *out = FILE_ABSENT;
    if (stat(path, &about) != 0)
        return errno == ENOENT ? CHANCERY_OK
                               : fail_errno(path, error, "cannot look at the archive");
    if (!S_ISREG(about.st_mode))
        return archive_refuse(path, CHANCERY_E_FORMAT, error,
                              S_ISDIR(about.st_mode) ? "this is a folder; name a file in it"
                                                     : "this is not a regular file; name another");
    ssize_t len = read_start(path, header, sizeof header);
    if (len < 0)
        return fail_errno(path, error, "cannot read the archive");
    *out = len == 0 ? FILE_EMPTY : FILE_ARCHIVE;
    return len == 0 ? CHANCERY_OK : check_header(path, header, (size_t)len, error);
}

/* Whether the file and the folder that its journal goes to may be written. */
static chancery_status check_writable(const char *path, chancery_error *error)
{
    if (faccessat(AT_FDCWD, path, W_OK, AT_EACCESS) != 0)
        return fail_errno(path, error, "cannot write the archive");
    char *resolved = realpath(path, NULL);
    if (!resolved)
        return fail_errno(path, error, "cannot write the archive");
    char *slash = strrchr(resolved, '/');
    slash[slash == resolved ? 1 : 0] = '\0';
    chancery_status status = CHANCERY_OK;
    if (faccessat(AT_FDCWD, resolved, W_OK, AT_EACCESS) != 0)
        status = fail_errno(path, error, "cannot write in the archive's folder");
    free(resolved);
    return status;
}

/* Runs SQL that is not kept. */
static chancery_status run_sql(chancery_archive *archive, const char *sql, chancery_error *error)
{
    int code = sqlite3_exec(archive->db, sql, NULL, NULL, NULL);
    return code == SQLITE_OK ? CHANCERY_OK : archive_fail(archive, code, error);
}

/* The first column of the first line of an answer. */
static chancery_status ask_number(chancery_archive *archive, slice sql, int64_t *out,
                                  chancery_error *error)
{
    row r = row_of_text(archive, sql, error);
    *out = row_next(&r) ? row_take_key(&r) : 0;
    return row_end(&r);
}

static chancery_status make_tables(chancery_archive *archive, chancery_error *error)
{
    char stamp[128];
    snprintf(stamp, sizeof stamp, "PRAGMA application_id = %d; PRAGMA user_version = %d",
             ARCHIVE_APPLICATION_ID, ARCHIVE_EDITION);
    chancery_status status = run_sql(archive, (const char *)archive_schema, error);
    return status == CHANCERY_OK ? run_sql(archive, stamp, error) : status;
}

/* Makes the tables, unless another program has made them since we looked. */
static chancery_status make_archive(chancery_archive *archive, chancery_error *error)
{
    int64_t tables;
    chancery_status status = archive_enter(archive, error);
    if (status != CHANCERY_OK)
        return status;
    status = ask_number(archive, SLICE("SELECT count(*) FROM sqlite_schema"), &tables, error);
    if (status == CHANCERY_OK && tables == 0)
        status = make_tables(archive, error);
    return archive_leave(archive, status, error);
}

/* Whether the file has all of its pages. SQLite finds a missing page at once but for the last, of
 * which it takes what there is. A file that somebody gave a write-ahead log may have pages there.
 */
static chancery_status check_size(chancery_archive *archive, chancery_error *error)
{
    struct stat about;
    int64_t bytes;
    chancery_status status =
        ask_number(archive,
                   SLICE("SELECT page_count * page_size FROM pragma_page_count, pragma_page_size,"
                         " pragma_journal_mode WHERE journal_mode <> 'wal'"),
                   &bytes, error);
    if (status == CHANCERY_OK && stat(archive->path, &about) == 0 && about.st_size < bytes)
        status = archive_fail(archive, SQLITE_CORRUPT, error);
    return status;
}

static chancery_status check_stamp(chancery_archive *archive, chancery_error *error)
{
    int64_t application, edition;
    chancery_status status =
        ask_number(archive, SLICE("PRAGMA application_id"), &application, error);
    if (status == CHANCERY_OK)
        status = ask_number(archive, SLICE("PRAGMA user_version"), &edition, error);
    if (status != CHANCERY_OK)
        return status;
    if (application != ARCHIVE_APPLICATION_ID || edition < 1)
        return archive_refuse(archive->path, CHANCERY_E_FORMAT, error, NOT_AN_ARCHIVE);
    if (edition > ARCHIVE_EDITION)
        return refuse_newer(archive->path, (uint32_t)edition, error);
    return CHANCERY_OK;
}

/* Looks at the file as SQLite sees it: locked, and a killed writer's journal played back. */
static chancery_status check_file(chancery_archive *archive, chancery_error *error)
{
    bool own;
    chancery_status status = archive_begin_reading(archive, &own, error);
    if (status != CHANCERY_OK)
        return status;
    status = check_stamp(archive, error);
    if (status == CHANCERY_OK)
        status = check_size(archive, error);
    archive_end_reading(archive, own);
    return status;
}

/* Opens the database. A relative name gets "./" before it: SQLite takes ":memory:" and "file:" for
 * other things than files. */
static chancery_status open_database(chancery_archive *archive, chancery_error *error)
{
    const char *name = ":memory:";
    char *file = NULL;
    if (!archive->in_memory) {
        size_t len = strlen(archive->path);
        file = memory_alloc(len + 3, 1);
        if (!file)
            return error_set(error, CHANCERY_E_MEMORY, "no memory to open an archive");
        size_t prefix = archive->path[0] == '/' ? 0 : 2;
        memcpy(file, "./", prefix);
        memcpy(file + prefix, archive->path, len);
        name = file;
    }
    int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE |
                (archive->writable ? SQLITE_OPEN_CREATE : 0);
    int code = sqlite3_open_v2(name, &archive->db, flags, NULL);
    memory_free(file);
    return code == SQLITE_OK ? CHANCERY_OK : archive_fail(archive, code, error);
}

static chancery_status set_up(chancery_archive *archive, chancery_error *error)
{
    char sql[192];
    sqlite3_busy_timeout(archive->db, ARCHIVE_BUSY_MS);
    sqlite3_db_config(archive->db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
    snprintf(sql, sizeof sql,
             "PRAGMA foreign_keys = ON; PRAGMA synchronous = EXTRA; PRAGMA temp_store = MEMORY;"
             "PRAGMA cell_size_check = ON; PRAGMA cache_size = -%d",
             ARCHIVE_CACHE_KIB);
    chancery_status status = run_sql(archive, sql, error);
    /* What takes back must not fail for want of memory. */
    for (sql_id id = SQL_COMMIT; id <= SQL_ROLLBACK && status == CHANCERY_OK; id++) {
        row r = row_of(archive, id, error);
        status = row_end(&r);
    }
    return status;
}

static void close_database(chancery_archive *archive)
{
    for (size_t i = 0; i < SQL_COUNT; i++) {
        sqlite3_finalize(archive->kept[i]);
        archive->kept[i] = NULL;
    }
    sqlite3_close(archive->db);
    archive->db = NULL;
}

/* An archive without reports, for an empty file that is only read. */
static chancery_status open_empty(chancery_archive *archive, chancery_error *error)
{
    close_database(archive);
    archive->in_memory = true;
    archive->writable = true;
    chancery_status status = open_database(archive, error);
    if (status == CHANCERY_OK)
        status = set_up(archive, error);
    if (status == CHANCERY_OK)
        status = make_archive(archive, error);
    archive->writable = false;
    return status;
}

/** Columns that archives of before lack. */
typedef struct younger_columns {
    const char *question; /* how many of them are there */
    const char *sql;      /* adds them */
} younger_columns;

/* An archive may be older than some columns. It gets them when it is opened for writing; programs
 * of before go on to work with it. @param lack set where they are not there. */
static chancery_status add_columns(chancery_archive *archive, const younger_columns *columns,
                                   bool *lack, chancery_error *error)
{
    const slice question = slice_of(columns->question);
    int64_t there;
    chancery_status status = ask_number(archive, question, &there, error);
    *lack = status == CHANCERY_OK && there == 0;
    if (!*lack || !archive->writable)
        return status;
    status = archive_enter(archive, error);
    if (status != CHANCERY_OK)
        return status;
    status = ask_number(archive, question, &there, error); /* another program may have been here */
    if (status == CHANCERY_OK && there == 0)
        status = run_sql(archive, columns->sql, error);
    status = archive_leave(archive, status, error);
    *lack = status != CHANCERY_OK;
    return status;
}

/* How mentions mean somebody, and what decided date and status. */
static chancery_status add_younger(chancery_archive *archive, chancery_error *error)
{
    static const younger_columns hows = {
        "SELECT count(*) FROM pragma_table_info('person_mentions') WHERE name = 'how'",
        "ALTER TABLE entity_mentions ADD COLUMN how TEXT;"
        "ALTER TABLE person_mentions ADD COLUMN how TEXT"};
    static const younger_columns facts = {
        "SELECT count(*) FROM pragma_table_info('events') WHERE name = 'date_from'",
        "ALTER TABLE events ADD COLUMN date_from TEXT;"
        "ALTER TABLE events ADD COLUMN date_start INTEGER;"
        "ALTER TABLE events ADD COLUMN date_end INTEGER;"
        "ALTER TABLE events ADD COLUMN status_start INTEGER;"
        "ALTER TABLE events ADD COLUMN status_end INTEGER;"
        "ALTER TABLE events ADD COLUMN trigger_start INTEGER;"
        "ALTER TABLE events ADD COLUMN trigger_end INTEGER;"
        "ALTER TABLE statements ADD COLUMN date TEXT;"
        "ALTER TABLE statements ADD COLUMN date_from TEXT;"
        "ALTER TABLE statements ADD COLUMN date_start INTEGER;"
        "ALTER TABLE statements ADD COLUMN date_end INTEGER"};
    chancery_status status = add_columns(archive, &hows, &archive->names_only, error);
    return status ? status : add_columns(archive, &facts, &archive->facts_lack, error);
}

static chancery_status open_file(chancery_archive *archive, chancery_error *error)
{
    int64_t pages;
    chancery_status status = open_database(archive, error);
    if (status == CHANCERY_OK)
        status = set_up(archive, error);
    if (status == CHANCERY_OK)
        status = ask_number(archive, SLICE("PRAGMA page_count"), &pages, error);
    if (status == CHANCERY_OK && pages == 0)
        status = archive->writable ? make_archive(archive, error) : open_empty(archive, error);
    if (status == CHANCERY_OK && !archive->in_memory)
        status = check_file(archive, error);
    if (status == CHANCERY_OK)
        status = add_younger(archive, error);
    /* Where another program reads just now a write-ahead log stays, and does no harm. */
    if (status == CHANCERY_OK && archive->writable)
        (void)sqlite3_exec(archive->db, "PRAGMA journal_mode = DELETE", NULL, NULL, NULL);
    return status;
}

static chancery_status open_archive(chancery_archive *archive, archive_mode mode,
                                    chancery_error *error)
{
    file_kind kind;
    chancery_status status = look_at(archive->path, &kind, error);
    if (status != CHANCERY_OK)
        return status;
    if (kind == FILE_ABSENT && mode == ARCHIVE_READ)
        return archive_refuse(archive->path, CHANCERY_E_NOT_FOUND, error,
                              "there is no such archive; check the name, or make one with: "
                              "chancery read --archive FILE REPORTS");
    archive->writable = mode == ARCHIVE_WRITE;
    if (kind == FILE_EMPTY && mode == ARCHIVE_READ)
        status = open_empty(archive, error);
    else if (kind != FILE_ABSENT && mode == ARCHIVE_WRITE)
        status = check_writable(archive->path, error);
    if (status == CHANCERY_OK && !archive->db)
        status = open_file(archive, error);
    if (status == CHANCERY_OK && mode == ARCHIVE_READ)
        status = run_sql(archive, "PRAGMA query_only = ON", error);
    return status;
}

chancery_status archive_open(const char *path, archive_mode mode, chancery_archive **out,
                             chancery_error *error)
{
    size_t len = strlen(path);
    chancery_archive *archive = memory_alloc(1, sizeof *archive);
    if (!archive)
        return error_set(error, CHANCERY_E_MEMORY, "no memory to open an archive");
    chancery_status status = CHANCERY_OK;
    archive->path = memory_alloc(len + 1, 1);
    if (archive->path) {
        memcpy(archive->path, path, len);
        status = open_archive(archive, mode, error);
    } else {
        status = error_set(error, CHANCERY_E_MEMORY, "no memory to open an archive");
    }
    if (status == CHANCERY_OK)
        *out = archive;
    else
        archive_close(archive);
    return status;
}

void archive_close(chancery_archive *archive)
{
    if (!archive)
        return;
    close_database(archive); /* which takes an open transaction back */
    memory_free(archive->path);
    memory_free(archive);
}
