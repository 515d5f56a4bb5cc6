/* Checking an archive: is it whole, and does it say what was read?
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * Each report is loaded as it would be for use, so that whatever loading refuses is found here, and
 * its coding is compared with the digest that it was stored with. */
#include "archive/internal.h"
#include "base/error.h"
#include "base/hash.h"
#include "text/text.h"

enum { REPORT_CAP_BYTES = 1 << 30 };

static chancery_status refuse(chancery_archive *archive, slice id, const char *what,
                              chancery_error *error)
{
    error_set(error, CHANCERY_E_FORMAT, "%.*s: %s; read the report again", SLICE_ARGS(id), what);
    error_at(error, archive->path, 0);
    return CHANCERY_E_FORMAT;
}

/* Asks for faults; the first line of the answer is the fault, its columns are the words for it. */
static chancery_status ask_fault(chancery_archive *archive, slice sql, slice sound,
                                 const char *what, chancery_error *error)
{
    row r = row_of_text(archive, sql, error);
    if (row_next(&r)) {
        const char *words = (const char *)sqlite3_column_text(r.stmt, 0);
        if (!slice_equal(slice_of(words), sound)) {
            r.status = error_set(error, CHANCERY_E_FORMAT,
                                 "%s: %s; take a copy from before, or read the reports into a new "
                                 "archive",
                                 what, words ? words : "");
            error_at(error, archive->path, 0);
        }
    }
    return row_end(&r);
}

static chancery_status check_file(chancery_archive *archive, chancery_error *error)
{
    chancery_status status = ask_fault(archive, SLICE("PRAGMA integrity_check(1)"), SLICE("ok"),
                                       "the archive is damaged", error);
    if (status == CHANCERY_OK)
        status = ask_fault(archive, SLICE("PRAGMA foreign_key_check"), (slice){0},
                           "a line belongs to nothing, in table", error);
    if (status == CHANCERY_OK)
        status = ask_fault(archive,
                           SLICE("SELECT id FROM reports WHERE report_key NOT IN"
                                 " (SELECT report_key FROM codings)"),
                           (slice){0}, "a report has no coding", error);
    if (status == CHANCERY_OK)
        status = ask_fault(archive,
                           SLICE("SELECT 'reports' WHERE (SELECT count(*) FROM reports) <>"
                                 " (SELECT count(*) FROM report_words_docsize)"
                                 " UNION ALL SELECT 'statements' WHERE (SELECT count(*) FROM"
                                 " statements) <> (SELECT count(*) FROM statement_words_docsize)"),
                           (slice){0}, "the index of words is not true to table", error);
    return status;
}

static bool is_id(slice id, char letter)
{
    if (id.len != 1 + HASH_HEX_BYTES || id.ptr[0] != letter)
        return false;
    for (size_t i = 1; i < id.len; i++)
        if (!memchr("0123456789abcdef", id.ptr[i], 16))
            return false;
    return true;
}

/* The first id that has not the form of its kind, or an empty slice. */
static slice find_bad_id(const chancery_reading *r)
{
#define FIND_BAD(items, count, letter)                                                             \
    for (size_t i = 0; i < (count); i++)                                                           \
        if (!is_id((items)[i].id, (letter)))                                                       \
            return (items)[i].id.len ? (items)[i].id : SLICE("an empty id");
    FIND_BAD(&r->document, 1, 'r')
    FIND_BAD(r->entities, r->entity_count, 'n')
    FIND_BAD(r->people, r->person_count, 'p')
    FIND_BAD(r->events, r->event_count, 'e')
    FIND_BAD(r->statements, r->statement_count, 's')
    FIND_BAD(r->commitments, r->commitment_count, 'c')
    FIND_BAD(r->relations, r->relation_count, 'l')
    FIND_BAD(r->findings, r->finding_count, 'f')
#undef FIND_BAD
    return (slice){0};
}

static chancery_status check_report_id(chancery_archive *archive, const chancery_document *d,
                                       arena *a, chancery_error *error)
{
    slice id;
    chancery_status status = text_report_id(d, a, &id, error);
    if (status != CHANCERY_OK || slice_equal(id, d->id))
        return status;
    return refuse(archive, d->id, "its text or date isn't the one that was read", error);
}

/* The words of statements are stored beside their spans: they must be the same. */
static chancery_status check_words(chancery_archive *archive, const chancery_reading *reading,
                                   arena *a, chancery_error *error)
{
    slice id = reading->document.id;
    row r = row_of_text(archive,
                        SLICE("SELECT words FROM statements JOIN reports USING (report_key)"
                              " WHERE reports.id = ? ORDER BY statement_key"),
                        error);
    row_put_words(&r, id);
    for (size_t i = 0; i < reading->statement_count && row_next(&r); i++) {
        slice words;
        span content = reading->statements[i].content;
        row_take_text(&r, a, &words);
        if (r.status == CHANCERY_OK &&
            !slice_equal(words, slice_range(reading->document.text, content.start, content.end)))
            r.status = refuse(archive, reading->statements[i].id,
                              "its words are not those of its report", error);
    }
    return row_end(&r);
}

static chancery_status check_report(chancery_archive *archive, slice id, arena *a,
                                    chancery_error *error)
{
    chancery_reading reading;
    uint64_t digest;
    chancery_status status = archive_load_coding(archive, id, a, &reading, &digest, error);
    if (status != CHANCERY_OK)
        return status;
    slice bad = find_bad_id(&reading);
    if (bad.len)
        return refuse(archive, bad, "this is no id", error);
    if (digest != archive_digest(&reading))
        return refuse(archive, id, "its coding was changed after it was read", error);
    status = check_report_id(archive, &reading.document, a, error);
    return status == CHANCERY_OK ? check_words(archive, &reading, a, error) : status;
}

static chancery_status check_reports(chancery_archive *archive, chancery_error *error)
{
    arena ids, report;
    arena_init(&ids, REPORT_CAP_BYTES);
    arena_init(&report, REPORT_CAP_BYTES);
    row r = row_of_text(archive, SLICE("SELECT id FROM reports ORDER BY report_key"), error);
    while (row_next(&r)) {
        slice id;
        arena_reset(&ids);
        arena_reset(&report);
        row_take_text(&r, &ids, &id);
        if (r.status == CHANCERY_OK)
            r.status = check_report(archive, id, &report, error);
    }
    arena_clear(&report);
    arena_clear(&ids);
    return row_end(&r);
}

static chancery_status count_all(chancery_archive *archive, archive_counts *counts,
                                 chancery_error *error)
{
    row r = row_of_text(archive,
                        SLICE("SELECT (SELECT count(*) FROM reports),"
                              " (SELECT count(*) FROM events), (SELECT count(*) FROM people),"
                              " (SELECT count(*) FROM statements),"
                              " (SELECT count(*) FROM relations), (SELECT count(*) FROM findings)"),
                        error);
    if (row_next(&r)) {
        counts->reports = row_take_u64(&r);
        counts->events = row_take_u64(&r);
        counts->people = row_take_u64(&r);
        counts->statements = row_take_u64(&r);
        counts->relations = row_take_u64(&r);
        counts->findings = row_take_u64(&r);
    }
    return row_end(&r);
}

chancery_status archive_check(chancery_archive *archive, archive_counts *counts,
                              chancery_error *error)
{
    bool own;
    *counts = (archive_counts){0};
    chancery_status status = archive_begin_reading(archive, &own, error);
    if (status != CHANCERY_OK)
        return status;
    status = check_file(archive, error);
    if (status == CHANCERY_OK)
        status = check_reports(archive, error);
    if (status == CHANCERY_OK)
        status = count_all(archive, counts, error);
    archive_end_reading(archive, own);
    return status;
}
