/* What the tests of archives share: a folder, an archive in it, and shorthands.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * To be included behind cmocka.h. */
#ifndef TESTS_UNIT_ARCHIVE_FIXTURE_H
#define TESTS_UNIT_ARCHIVE_FIXTURE_H

#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "archive/archive.h"
#include "archive/internal.h"
#include "export/export.h"
#include "sample.h"

#define assert_ok(call) assert_int_equal((call), CHANCERY_OK)

enum { FIXTURE_ARENA_BYTES = 256 << 20 };

typedef struct fixture {
    char folder[64];
    char path[96]; /* of the archive */
    sample sample;
    arena arena;
    chancery_archive *archive; /* open for writing, or NULL */
    chancery_error error;
} fixture;

static inline int fixture_make(void **state)
{
    fixture *f = calloc(1, sizeof *f);
    assert_non_null(f);
    strcpy(f->folder, "/tmp/chancery-archive-XXXXXX");
    assert_non_null(mkdtemp(f->folder));
    snprintf(f->path, sizeof f->path, "%s/chancery.db", f->folder);
    sample_fill(&f->sample, SLICE(SAMPLE_TEXT));
    arena_init(&f->arena, FIXTURE_ARENA_BYTES);
    assert_ok(archive_open(f->path, ARCHIVE_WRITE, &f->archive, &f->error));
    *state = f;
    return 0;
}

static inline int fixture_drop(void **state)
{
    fixture *f = *state;
    char command[96];
    archive_close(f->archive);
    arena_clear(&f->arena);
    snprintf(command, sizeof command, "rm -rf %s", f->folder);
    assert_int_equal(system(command), 0);
    free(f);
    return 0;
}

static inline void fixture_close(fixture *f)
{
    archive_close(f->archive);
    f->archive = NULL;
}

static inline bool fixture_store(fixture *f)
{
    bool changed;
    assert_ok(archive_store(f->archive, &f->sample.reading, &changed, &f->error));
    return changed;
}

/* Gives the sample's report the number `n`: an id, and a date that
 * no other number has. */
static inline void fixture_number(fixture *f, size_t n)
{
    static const char *const LETTERS = "nnnnnppeeeeessscllff";
    static char ids[20][24];
    static char published[64];
    sample *s = &f->sample;
    snprintf(published, sizeof published, "%04zu-%02zu-%02zu", (2020 + n / 336) % 10000,
             n / 28 % 12 + 1, n % 28 + 1);
    s->reading.document.published = slice_of(published);
    for (size_t i = 0; i < 20; i++)
        snprintf(ids[i], sizeof ids[i], "%c%08zx%08zx", LETTERS[i], n, i);
    for (size_t i = 0; i < 5; i++)
        s->entities[i].id = slice_of(ids[i]);
    for (size_t i = 0; i < 2; i++)
        s->people[i].id = slice_of(ids[5 + i]);
    for (size_t i = 0; i < 5; i++)
        s->events[i].id = slice_of(ids[7 + i]);
    for (size_t i = 0; i < 3; i++)
        s->statements[i].id = slice_of(ids[12 + i]);
    s->commitments[0].id = slice_of(ids[15]);
    s->relations[0].id = slice_of(ids[16]);
    s->findings[0].id = slice_of(ids[18]);
    s->findings[1].id = slice_of(ids[19]);
    sample_id(s);
}

static inline void fixture_sql(const fixture *f, const char *sql)
{
    char *message = NULL;
    if (sqlite3_exec(f->archive->db, sql, NULL, NULL, &message) != SQLITE_OK)
        fail_msg("%s: %s", sql, message);
}

/* The first column of the first line that another program is answered. */
static inline int64_t fixture_ask(const fixture *f, const char *sql)
{
    sqlite3 *db;
    sqlite3_stmt *stmt;
    assert_int_equal(sqlite3_open(f->path, &db), SQLITE_OK);
    if (sqlite3_prepare_v2(db, sql, -1, &stmt, NULL) != SQLITE_OK)
        fail_msg("%s: %s", sql, sqlite3_errmsg(db));
    assert_int_equal(sqlite3_step(stmt), SQLITE_ROW);
    int64_t number = sqlite3_column_int64(stmt, 0);
    sqlite3_finalize(stmt);
    sqlite3_close(db);
    return number;
}

static inline slice fixture_json(fixture *f, const chancery_reading *reading)
{
    slice out;
    assert_ok(export_json(reading, &f->arena, &out, &f->error));
    return out;
}

/* What is stored under the sample's id is the sample. */
static inline void fixture_compare(fixture *f)
{
    chancery_reading loaded;
    assert_ok(
        archive_load(f->archive, f->sample.reading.document.id, &f->arena, &loaded, &f->error));
    slice wanted = fixture_json(f, &f->sample.reading);
    slice given = fixture_json(f, &loaded);
    if (!slice_equal(wanted, given))
        fail_msg("stored %.*s\nloaded %.*s", SLICE_ARGS(wanted), SLICE_ARGS(given));
}

static inline void fixture_check(fixture *f, uint64_t reports)
{
    archive_counts counts;
    if (archive_check(f->archive, &counts, &f->error) != CHANCERY_OK)
        fail_msg("%s", f->error.message);
    assert_int_equal(counts.reports, reports);
}

static inline void fixture_write_file(const char *path, const void *bytes, size_t len)
{
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    assert_int_equal(fwrite(bytes, 1, len, file), len);
    assert_int_equal(fclose(file), 0);
}

/* The bytes of a file; the caller frees. */
static inline char *fixture_read_file(const char *path, size_t *len)
{
    FILE *file = fopen(path, "r");
    assert_non_null(file);
    fseek(file, 0, SEEK_END);
    *len = (size_t)ftell(file);
    rewind(file);
    char *bytes = malloc(*len + 1);
    assert_non_null(bytes);
    assert_int_equal(fread(bytes, 1, *len, file), *len);
    fclose(file);
    return bytes;
}

/* Runs `work` in a child and waits. @return its exit status, or 128 + the signal that ended it. */
static inline int fixture_in_child(fixture *f, int (*work)(fixture *f))
{
    fflush(NULL);
    pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0)
        _exit(work(f));
    int status;
    assert_int_equal(waitpid(child, &status, 0), child);
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

#endif
