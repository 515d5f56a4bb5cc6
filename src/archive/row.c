/* Rows: values into and out of SQLite's statements, and what its result codes mean.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * Text goes in and out with its length, so that NUL is an ordinary byte. Numbers that a file holds
 * are checked for their range before they are trusted. */
#include <assert.h>
#include <errno.h>

#include "archive/internal.h"
#include "base/error.h"
#include "text/text.h"

chancery_status archive_refuse(const char *path, chancery_status status, chancery_error *error,
                               const char *message)
{
    error_set(error, status, "%s", message);
    error_at(error, path, 0);
    return status;
}

/* What the system said when SQLite could not read or write, or else what SQLite says. */
static const char *system_reason(sqlite3 *db, int code)
{
    int reason = sqlite3_system_errno(db);
    const char *text = reason ? strerrordesc_np(reason) : NULL;
    return text ? text : sqlite3_errstr(code);
}

static chancery_status fail_io(const chancery_archive *archive, int code, chancery_error *error)
{
    if (code == SQLITE_IOERR_NOMEM)
        return archive_fail(archive, SQLITE_NOMEM, error);
    error_set(error, CHANCERY_E_IO,
              "cannot read or write the archive: %s; check disk, quota and permissions. "
              "What was stored before is safe",
              system_reason(archive->db, code));
    error_at(error, archive->path, 0);
    return CHANCERY_E_IO;
}

static chancery_status fail_otherwise(const chancery_archive *archive, chancery_error *error)
{
    error_set(
        error, CHANCERY_E_FORMAT,
        "the archive's tables are not as they should be (%s); read the reports into a new one",
        sqlite3_errmsg(archive->db));
    error_at(error, archive->path, 0);
    return CHANCERY_E_FORMAT;
}

chancery_status archive_fail(const chancery_archive *archive, int code, chancery_error *error)
{
    const char *path = archive->path;
    switch (code & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return archive_refuse(path, CHANCERY_E_BUSY, error,
                              "another program is using the archive; try again when it is done");
    case SQLITE_NOMEM:
        return archive_refuse(path, CHANCERY_E_MEMORY, error,
                              "no memory for the archive; free some and run it again");
    case SQLITE_FULL:
        return archive_refuse(path, CHANCERY_E_IO, error,
                              "no room is left on the archive's disk; free some and run it again. "
                              "What was stored before is safe");
    case SQLITE_IOERR:
        return fail_io(archive, code, error);
    case SQLITE_READONLY:
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
    case SQLITE_AUTH:
        return archive_refuse(path, CHANCERY_E_IO, error,
                              "cannot open or write the archive; check that its folder is there "
                              "and that file and folder may be written, or copy it to where they "
                              "may");
    case SQLITE_NOTADB:
        return archive_refuse(path, CHANCERY_E_FORMAT, error,
                              "this is not an archive; name another file");
    case SQLITE_CORRUPT:
        return archive_refuse(path, CHANCERY_E_FORMAT, error,
                              "the archive is cut off or damaged; take a copy from before, or save "
                              "what can be read with: sqlite3 FILE .recover");
    case SQLITE_TOOBIG:
        return archive_refuse(path, CHANCERY_E_LIMIT, error,
                              "a text is too large for the archive; split the report");
    default:
        return fail_otherwise(archive, error);
    }
}

static void row_fail(row *r, int code)
{
    if (r->status == CHANCERY_OK)
        r->status = archive_fail(r->archive, code, r->error);
}

void row_refuse(row *r, const char *what)
{
    if (r->status != CHANCERY_OK)
        return;
    const char *column = sqlite3_column_name(r->stmt, r->column - 1);
    r->status = CHANCERY_E_FORMAT;
    error_set(r->error, r->status,
              "the archive is damaged: column %s holds %s; read the report again",
              column ? column : "", what);
    error_at(r->error, r->archive->path, 0);
}

row row_of(chancery_archive *archive, sql_id id, chancery_error *error)
{
    row r = {.archive = archive, .kept = true, .error = error};
    sqlite3_stmt **kept = &archive->kept[id];
    if (!*kept) {
        int code = sqlite3_prepare_v3(archive->db, sql_text(id), -1, SQLITE_PREPARE_PERSISTENT,
                                      kept, NULL);
        if (code != SQLITE_OK)
            row_fail(&r, code);
    }
    r.stmt = *kept;
    return r;
}

row row_of_text(chancery_archive *archive, slice sql, chancery_error *error)
{
    assert(sql.len < INT32_MAX);
    row r = {.archive = archive, .error = error};
    int code = sqlite3_prepare_v2(archive->db, sql.ptr, (int)sql.len, &r.stmt, NULL);
    if (code != SQLITE_OK)
        row_fail(&r, code);
    return r;
}

static void row_put(row *r, int code)
{
    if (code != SQLITE_OK)
        row_fail(r, code);
}

void row_put_words(row *r, slice s)
{
    r->column++;
    if (r->status == CHANCERY_OK)
        row_put(r, sqlite3_bind_text64(r->stmt, r->column, s.len ? s.ptr : "", s.len, SQLITE_STATIC,
                                       SQLITE_UTF8));
}

void row_put_text(row *r, slice s)
{
    if (s.len)
        row_put_words(r, s);
    else
        r->column++; /* bindings are NULL from the last reset on */
}

void row_put_key(row *r, int64_t key)
{
    r->column++;
    if (r->status == CHANCERY_OK)
        row_put(r, sqlite3_bind_int64(r->stmt, r->column, key));
}

void row_put_u64(row *r, uint64_t value)
{
    assert(value <= INT64_MAX); /* validate.c has seen to it */
    row_put_key(r, (int64_t)value);
}

void row_put_optional_u64(row *r, bool there, uint64_t value)
{
    if (there)
        row_put_u64(r, value);
    else
        r->column++;
}

void row_put_double(row *r, double value)
{
    r->column++;
    if (r->status == CHANCERY_OK)
        row_put(r, sqlite3_bind_double(r->stmt, r->column, value));
}

void row_put_optional_double(row *r, bool there, double value)
{
    if (there)
        row_put_double(r, value);
    else
        r->column++;
}

void row_put_optional_span(row *r, span s)
{
    if (s.start < s.end)
        row_put_span(r, s);
    else
        r->column += 2;
}

void row_put_span(row *r, span s)
{
    row_put_key(r, s.start);
    row_put_key(r, s.end);
}

bool row_next(row *r)
{
    r->column = 0;
    if (r->status != CHANCERY_OK)
        return false;
    int code = sqlite3_step(r->stmt);
    if (code != SQLITE_ROW && code != SQLITE_DONE)
        row_fail(r, code);
    return code == SQLITE_ROW;
}

/* The type of the next column. */
static int row_take(row *r)
{
    r->column++;
    return r->status == CHANCERY_OK ? sqlite3_column_type(r->stmt, r->column - 1) : SQLITE_NULL;
}

void row_take_text(row *r, arena *a, slice *out)
{
    *out = (slice){0};
    int type = row_take(r);
    if (type == SQLITE_NULL)
        return;
    if (type != SQLITE_TEXT) {
        row_refuse(r, "no text");
        return;
    }
    const unsigned char *bytes = sqlite3_column_text(r->stmt, r->column - 1);
    int len = sqlite3_column_bytes(r->stmt, r->column - 1);
    if (!bytes) {
        row_fail(r, SQLITE_NOMEM);
        return;
    }
    slice text = {(const char *)bytes, (size_t)len};
    if (len == 0)
        return;
    if (text_check_utf8(text, NULL) != CHANCERY_OK)
        row_refuse(r, "bytes that are no UTF-8");
    else
        r->status = arena_dup(a, text, out, r->error);
}

int64_t row_take_key(row *r)
{
    int type = row_take(r);
    if (type != SQLITE_INTEGER && r->status == CHANCERY_OK)
        row_refuse(r, "no number");
    return r->status == CHANCERY_OK ? sqlite3_column_int64(r->stmt, r->column - 1) : 0;
}

uint32_t row_take_u32(row *r)
{
    int64_t value = row_take_key(r);
    if (value < 0 || value > UINT32_MAX) {
        row_refuse(r, "a number out of range");
        return 0;
    }
    return (uint32_t)value;
}

uint64_t row_take_u64(row *r)
{
    int64_t value = row_take_key(r);
    if (value < 0)
        row_refuse(r, "a number below zero");
    return value < 0 ? 0 : (uint64_t)value;
}

bool row_take_optional_u64(row *r, uint64_t *out)
{
    if (r->status != CHANCERY_OK || sqlite3_column_type(r->stmt, r->column) == SQLITE_NULL) {
        r->column++;
        return false;
    }
    *out = row_take_u64(r);
    return true;
}

double row_take_double(row *r)
{
    int type = row_take(r);
    if (type != SQLITE_FLOAT && type != SQLITE_INTEGER && r->status == CHANCERY_OK)
        row_refuse(r, "no number");
    return r->status == CHANCERY_OK ? sqlite3_column_double(r->stmt, r->column - 1) : 0;
}

bool row_take_optional_double(row *r, double *out)
{
    if (r->status != CHANCERY_OK || sqlite3_column_type(r->stmt, r->column) == SQLITE_NULL) {
        r->column++;
        return false;
    }
    *out = row_take_double(r);
    return true;
}

span row_take_span(row *r)
{
    uint32_t start = row_take_u32(r);
    uint32_t end = row_take_u32(r);
    return (span){start, end};
}

span row_take_optional_span(row *r)
{
    uint64_t start = 0, end = 0;
    bool there = row_take_optional_u64(r, &start);
    there = row_take_optional_u64(r, &end) && there;
    if (there && (start > UINT32_MAX || end > UINT32_MAX))
        row_refuse(r, "a place behind the text");
    return there && r->status == CHANCERY_OK ? (span){(uint32_t)start, (uint32_t)end}
                                             : (span){0, 0};
}

chancery_status row_end(row *r)
{
    if (r->stmt && r->kept) {
        sqlite3_reset(r->stmt);
        sqlite3_clear_bindings(r->stmt);
    } else {
        sqlite3_finalize(r->stmt);
    }
    r->stmt = NULL;
    return r->status;
}

chancery_status row_run(row *r)
{
    if (row_next(r))
        row_fail(r, SQLITE_MISUSE);
    return row_end(r);
}
