/* Finding by words, names and ids.
 *
 * SPDX-License-Identifier: Apache-2.0 */
#include "archive/internal.h"
#include "base/error.h"

enum { LISTED = 5 }; /* of the ids that a prefix could mean, in a message */

chancery_status archive_no_report(const chancery_archive *archive, slice id, chancery_error *error)
{
    error_set(error, CHANCERY_E_NOT_FOUND,
              "the archive has nothing under %.*s; `chancery find WORDS` shows what it has",
              SLICE_ARGS(id));
    error_at(error, archive->path, 0);
    return CHANCERY_E_NOT_FOUND;
}

static chancery_status refuse_words(const chancery_archive *archive, const char *reason,
                                    chancery_error *error)
{
    error_set(error, CHANCERY_E_MISUSE,
              "can't search for that: %s; put words with punctuation in double quotes", reason);
    error_at(error, archive->path, 0);
    return CHANCERY_E_MISUSE;
}

/* Lines that an FTS5 query answers with. The SQL itself is ours, so that an SQLITE_ERROR while it
 * runs is one in the words. */
static chancery_status take_matches(row *r, arena *a, archive_lines *out)
{
    chancery_archive *archive = r->archive;
    chancery_error *error = r->error;
    bool prepared = r->status == CHANCERY_OK;
    chancery_status status = archive_take_lines(r, a, out);
    if (prepared && status == CHANCERY_E_FORMAT &&
        (sqlite3_errcode(archive->db) & 0xff) == SQLITE_ERROR)
        status = refuse_words(archive, sqlite3_errmsg(archive->db), error);
    return status;
}

chancery_status archive_find(chancery_archive *archive, slice words, size_t limit, arena *a,
                             archive_lines *out, chancery_error *error)
{
    static const char SQL[] =
        "SELECT r.id, NULL, r.published, rank"
        " FROM report_words JOIN reports r ON r.report_key = report_words.rowid"
        " WHERE report_words MATCH ?1"
        " UNION ALL SELECT r.id, s.id, r.published, rank"
        " FROM statement_words JOIN statements s ON s.statement_key = statement_words.rowid"
        " JOIN reports r USING (report_key) WHERE statement_words MATCH ?1"
        " ORDER BY 4, 3, 1, 2 LIMIT ?2";
    if (memchr(words.len ? words.ptr : "", 0, words.len)) /* FTS5 would stop there */
        return refuse_words(archive, "it has a NUL byte", error);
    if (words.len == 0)
        return refuse_words(archive, "there are no words", error);
    row r = row_of_text(archive, slice_of(SQL), error);
    row_put_words(&r, words);
    row_put_key(&r, limit && limit < INT64_MAX ? (int64_t)limit : -1);
    return take_matches(&r, a, out);
}

/* Writes each word of `name` in FTS5's quotes, so that nothing in it is an operator. */
static chancery_status quote_words(slice name, arena *a, slice *out, chancery_error *error)
{
    chancery_error own = {0};
    chancery_error *e = error ? error : &own;
    char *to = arena_alloc(a, name.len + 2, 3, e);
    if (!to)
        return e->status;
    size_t len = 0;
    bool inside = false;
    for (size_t i = 0; i <= name.len; i++) {
        char c = i < name.len ? name.ptr[i] : ' ';
        bool space = c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\0';
        if (space == inside)
            to[len++] = '"';
        if (space && inside)
            to[len++] = ' ';
        inside = !space;
        if (c == '"')
            to[len++] = '"';
        if (!space)
            to[len++] = c;
    }
    *out = (slice){to, len};
    return CHANCERY_OK;
}

chancery_status archive_people(chancery_archive *archive, slice name, arena *a, archive_lines *out,
                               chancery_error *error)
{
    static const char SQL[] =
        "SELECT r.id, p.id, r.published"
        " FROM person_names JOIN people p ON p.person_key = person_names.rowid"
        " JOIN reports r USING (report_key) WHERE person_names MATCH ?1"
        " ORDER BY r.published IS NULL, r.published, r.id, p.person_key";
    slice words = {0};
    chancery_status status = quote_words(name, a, &words, error);
    if (status != CHANCERY_OK)
        return status;
    *out = (archive_lines){0};
    if (words.len == 0)
        return CHANCERY_OK;
    row r = row_of_text(archive, slice_of(SQL), error);
    row_put_words(&r, words);
    return take_matches(&r, a, out);
}

/** How to look for ids that begin with a letter. */
static const struct {
    char letter;
    const char *columns;
} SHELVES[] = {
    {'r', "x.id, NULL, x.published, x.id FROM reports x"},
    {'e', "r.id, x.id, coalesce(x.date, r.published), x.id FROM events x"},
    {'s', "r.id, x.id, r.published, x.id FROM statements x"},
    {'l', "r.id, x.id, coalesce(x.since, r.published), x.id FROM relations x"},
    {'f', "r.id, x.id, r.published, x.id FROM findings x"},
    {'p', "r.id, x.id, r.published, x.id FROM people x"},
    {'n', "r.id, x.id, r.published, x.id FROM entities x"},
    {'c', "r.id, x.id, r.published, x.id FROM commitments x"},
};

static const char *shelf_of(slice id)
{
    for (size_t i = 0; id.len && i < sizeof SHELVES / sizeof *SHELVES; i++)
        if (SHELVES[i].letter == id.ptr[0])
            return SHELVES[i].columns;
    return NULL;
}

/* The id that a line stands for. */
static slice line_id(const archive_line *line)
{
    return line->item.len ? line->item : line->report;
}

static chancery_status refuse_prefix(const chancery_archive *archive, slice id,
                                     const archive_lines *lines, chancery_error *error)
{
    char list[160];
    size_t len = 0;
    for (size_t i = 0; i < lines->count && i < LISTED; i++) {
        int wrote = snprintf(list + len, sizeof list - len, "%s%.*s", i ? ", " : "",
                             SLICE_ARGS(line_id(&lines->items[i])));
        len += wrote > 0 ? (size_t)wrote : 0;
        len = len < sizeof list ? len : sizeof list - 1;
    }
    error_set(error, CHANCERY_E_MISUSE, "%.*s begins several ids: %s%s; give more of it",
              SLICE_ARGS(id), list, lines->count > LISTED ? " ..." : "");
    error_at(error, archive->path, 0);
    return CHANCERY_E_MISUSE;
}

/* Ids that begin with `id`, in order: where it is one itself, that comes first. */
static chancery_status find_ids(chancery_archive *archive, slice id, const char *shelf, arena *a,
                                archive_lines *out, chancery_error *error)
{
    slice sql;
    bool report = id.ptr[0] == 'r';
    chancery_status status = arena_printf(
        a, &sql, error,
        "SELECT DISTINCT %s%s WHERE x.id >= ?1 AND x.id < ?1 || '~' ORDER BY 4, 1 LIMIT %d", shelf,
        report ? "" : " JOIN reports r USING (report_key)", LISTED + 1);
    if (status != CHANCERY_OK)
        return status;
    row r = row_of_text(archive, sql, error);
    row_put_words(&r, id);
    return archive_take_lines(&r, a, out);
}

chancery_status archive_resolve(chancery_archive *archive, slice id, arena *a, archive_line *out,
                                chancery_error *error)
{
    archive_lines lines = {0};
    const char *shelf = shelf_of(id);
    if (!shelf)
        return archive_no_report(archive, id, error);
    chancery_status status = find_ids(archive, id, shelf, a, &lines, error);
    if (status != CHANCERY_OK)
        return status;
    if (lines.count == 0)
        return archive_no_report(archive, id, error);
    if (lines.count > 1 && !slice_equal(line_id(&lines.items[0]), id))
        return refuse_prefix(archive, id, &lines, error);
    *out = lines.items[0];
    return CHANCERY_OK;
}
