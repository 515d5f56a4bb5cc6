/* Questions about pairs of states: events, relations, statements, findings; and all reports.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * Every question is one SELECT with the same numbered parameters; what narrows is NULL where it
 * isn't asked for. Only its source differs by how many states are named, so that the index on codes
 * is used.
 *
 * Dates are as precise as their words, and are compared as periods: "2024" from its first day to
 * its last. In text, a date comes before all that it begins and "~" after them, so that
 * date || '~' >= FROM and date <= UNTIL || '~' say "ends no earlier" and "begins no later". What
 * has no date of its own has that of its report; without either it comes last, and drops out where
 * dates are asked for. */
#include "archive/internal.h"
#include "base/array.h"

/** The three ways to name states: none, one (?1), two (?1 and ?2). */
typedef struct sources {
    const char *any;
    const char *one;
    const char *two;
} sources;

static void put_query(row *r, const archive_query *query)
{
    row_put_text(r, query->a.len ? query->a : query->b);
    row_put_text(r, query->b);
    row_put_text(r, query->from);
    row_put_text(r, query->until);
    row_put_text(r, query->event);
    row_put_text(r, query->status);
    row_put_double(r, query->min_confidence);
    row_put_key(r, query->limit && query->limit < INT64_MAX ? (int64_t)query->limit : -1);
}

/* Takes lines of report, item and date until the answer ends, and ends it. */
static chancery_status take_lines(row *r, arena *a, archive_lines *out, chancery_error *error)
{
    ARRAY(archive_line) lines = {0};
    while (row_next(r)) {
        archive_line *line = array_push(&lines, a, error);
        if (!line) {
            r->status = error->status;
            break;
        }
        row_take_text(r, a, &line->report);
        row_take_text(r, a, &line->item);
        row_take_text(r, a, &line->date);
    }
    chancery_status status = row_end(r);
    if (status == CHANCERY_OK)
        *out = (archive_lines){lines.items, lines.count};
    return status;
}

chancery_status archive_take_lines(row *r, arena *a, archive_lines *out)
{
    chancery_error own = {0};
    return take_lines(r, a, out, r->error ? r->error : &own);
}

/* Asks SELECT `columns` FROM the source for as many states as are named WHERE `rest`. */
static chancery_status ask(chancery_archive *archive, const archive_query *query,
                           const char *columns, const sources *from, const char *rest, arena *a,
                           archive_lines *out, chancery_error *error)
{
    bool both = query->a.len && query->b.len;
    bool none = !query->a.len && !query->b.len;
    const char *source = none ? from->any : both ? from->two : from->one;
    slice sql;
    chancery_status status =
        arena_printf(a, &sql, error, "SELECT %s FROM %s WHERE %s LIMIT ?8", columns, source, rest);
    if (status != CHANCERY_OK)
        return status;
    row r = row_of_text(archive, sql, error);
    put_query(&r, query);
    return archive_take_lines(&r, a, out);
}

chancery_status archive_events(chancery_archive *archive, const archive_query *query, arena *a,
                               archive_lines *out, chancery_error *error)
{
    static const sources FROM = {
        "events e JOIN reports r USING (report_key)",
        "(SELECT DISTINCT event_key FROM event_roles WHERE code = ?1) m"
        " CROSS JOIN events e USING (event_key) JOIN reports r USING (report_key)",
        "(SELECT DISTINCT x.event_key FROM event_roles x CROSS JOIN event_roles y USING (event_key)"
        " WHERE x.code = ?1 AND y.code = ?2 AND (x.side <> y.side OR x.number <> y.number)) m"
        " CROSS JOIN events e USING (event_key) JOIN reports r USING (report_key)",
    };
    return ask(archive, query, "r.id, e.id, coalesce(e.date, r.published) AS day", &FROM,
               "(?3 IS NULL OR coalesce(e.enddate, e.date, r.published) || '~' >= ?3)"
               " AND (?4 IS NULL OR coalesce(e.date, r.published) <= ?4 || '~')"
               " AND (?5 IS NULL OR e.event = ?5) AND (?6 IS NULL OR e.status = ?6)"
               " AND e.confidence >= ?7"
               " ORDER BY day IS NULL, day, r.id, e.start_byte, e.event_key",
               a, out, error);
}

/* A relation lasts from its beginning to its end, or as far as its report knows. */
chancery_status archive_relations(chancery_archive *archive, const archive_query *query, arena *a,
                                  archive_lines *out, chancery_error *error)
{
    static const sources FROM = {
        "relations l JOIN reports r USING (report_key)",
        "(SELECT relation_key FROM relations WHERE code_a = ?1"
        " UNION SELECT relation_key FROM relations WHERE code_b = ?1) m"
        " CROSS JOIN relations l USING (relation_key) JOIN reports r USING (report_key)",
        "(SELECT relation_key FROM relations WHERE code_a = ?1 AND code_b = ?2"
        " UNION SELECT relation_key FROM relations WHERE code_a = ?2 AND code_b = ?1) m"
        " CROSS JOIN relations l USING (relation_key) JOIN reports r USING (report_key)",
    };
    return ask(archive, query, "r.id, l.id, coalesce(l.since, r.published) AS day", &FROM,
               "(?3 IS NULL OR coalesce(l.until, r.published, l.since) || '~' >= ?3)"
               " AND (?4 IS NULL OR coalesce(l.since, r.published) <= ?4 || '~')"
               " ORDER BY day IS NULL, day, r.id, l.start_byte, l.relation_key",
               a, out, error);
}

chancery_status archive_statements(chancery_archive *archive, const archive_query *query, arena *a,
                                   archive_lines *out, chancery_error *error)
{
    static const sources FROM = {
        "statements s JOIN reports r USING (report_key)",
        "(SELECT statement_key FROM statements WHERE speaker_code = ?1) m"
        " CROSS JOIN statements s USING (statement_key) JOIN reports r USING (report_key)",
        "(SELECT statement_key FROM statements t WHERE speaker_code IN (?1, ?2)"
        " AND EXISTS (SELECT 1 FROM entities WHERE code = ?1 AND report_key = t.report_key)"
        " AND EXISTS (SELECT 1 FROM entities WHERE code = ?2 AND report_key = t.report_key)) m"
        " CROSS JOIN statements s USING (statement_key) JOIN reports r USING (report_key)",
    };
    return ask(archive, query, "r.id, s.id, r.published", &FROM,
               "(?3 IS NULL OR r.published || '~' >= ?3)"
               " AND (?4 IS NULL OR r.published <= ?4 || '~')"
               " ORDER BY r.published IS NULL, r.published, r.id, s.start_byte, s.statement_key",
               a, out, error);
}

chancery_status archive_findings(chancery_archive *archive, const archive_query *query, arena *a,
                                 archive_lines *out, chancery_error *error)
{
    static const sources FROM = {
        "findings f JOIN reports r USING (report_key)",
        "(SELECT DISTINCT report_key FROM entities WHERE code = ?1) m"
        " CROSS JOIN findings f USING (report_key) JOIN reports r USING (report_key)",
        "(SELECT DISTINCT report_key FROM entities x WHERE code = ?1"
        " AND EXISTS (SELECT 1 FROM entities WHERE code = ?2 AND report_key = x.report_key)) m"
        " CROSS JOIN findings f USING (report_key) JOIN reports r USING (report_key)",
    };
    return ask(archive, query, "r.id, f.id, r.published", &FROM,
               "(?3 IS NULL OR r.published || '~' >= ?3)"
               " AND (?4 IS NULL OR r.published <= ?4 || '~')"
               " ORDER BY r.published IS NULL, r.published, r.id, f.start_byte, f.finding_key",
               a, out, error);
}

chancery_status archive_reports(chancery_archive *archive, arena *a, archive_lines *out,
                                chancery_error *error)
{
    row r = row_of_text(archive,
                        SLICE("SELECT id, NULL, published FROM reports"
                              " ORDER BY published IS NULL, published, id"),
                        error);
    return archive_take_lines(&r, a, out);
}

chancery_status archive_delete(chancery_archive *archive, slice report_id, chancery_error *error)
{
    chancery_status status = archive_enter(archive, error);
    if (status != CHANCERY_OK)
        return status;
    row r = row_of(archive, SQL_DELETE_REPORT, error);
    row_put_words(&r, report_id);
    status = row_run(&r);
    bool found = status == CHANCERY_OK && sqlite3_changes(archive->db) > 0;
    status = archive_leave(archive, status, error);
    return status == CHANCERY_OK && !found ? archive_no_report(archive, report_id, error) : status;
}
