/* Tests of the archive room: what is stored, loaded and found.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * Damaged, locked and full archives stand in test_archive_damage.c, failing allocations in
 * test_archive_faults.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "archive_fixture.h"
#include "text/text.h"

/* ---- storing and loading ---- */

static void test_round_trip(void **state)
{
    fixture *f = *state;
    assert_true(fixture_store(f));
    fixture_compare(f);
    fixture_close(f);
    assert_ok(archive_open(f->path, ARCHIVE_READ, &f->archive, &f->error));
    fixture_compare(f);
    fixture_check(f, 1);
}

/* The id is the one that the text room gives: archive_check computes it anew. */
static void test_report_id(void **state)
{
    fixture *f = *state;
    text_report report;
    text_options options = {.name = SLICE("x"), .published = SLICE("2024-06-12")};
    assert_ok(text_report_read(SLICE(SAMPLE_TEXT), &options, &f->arena, &report, &f->error));
    memset(&f->sample.reading, 0, sizeof f->sample.reading);
    f->sample.reading.document = report.document;
    f->sample.reading.document.sentences = NULL;
    f->sample.reading.document.sentence_count = 0;
    fixture_store(f);
    fixture_check(f, 1);
}

static void test_empty_reading(void **state)
{
    fixture *f = *state;
    chancery_document document = f->sample.reading.document;
    memset(&f->sample.reading, 0, sizeof f->sample.reading);
    f->sample.reading.document.text = SLICE("Kein Englisch.");
    f->sample.reading.document.published = document.published;
    f->sample.reading.document.language = SLICE("de");
    sample_id(&f->sample);
    assert_true(fixture_store(f));
    assert_false(fixture_store(f));
    fixture_compare(f);
    fixture_check(f, 1);
}

/* NUL bytes, line ends of other kinds and long words in text and fields come back as they were. */
static void test_strange_bytes(void **state)
{
    fixture *f = *state;
    static const char TAIL[] = "\0NUL\0 \xE2\x80\xA8 \x01\x7F '; DROP TABLE reports; -- 中国 😀";
    static char text[sizeof SAMPLE_TEXT + sizeof TAIL];
    memcpy(text, SAMPLE_TEXT, sizeof SAMPLE_TEXT - 1);
    memcpy(text + sizeof SAMPLE_TEXT - 1, TAIL, sizeof TAIL - 1);
    sample_fill(&f->sample, (slice){text, sizeof SAMPLE_TEXT + sizeof TAIL - 2});
    f->sample.people[0].name = SLICE("O\0'Brien \"x\" \xE2\x80\xA9");
    f->sample.events[0].frame = SLICE("\0");
    f->sample.statements[0].content = (span){0, (uint32_t)f->sample.reading.document.text.len};
    f->sample.findings[0].message = SLICE("%s%n\n\r\t");
    assert_true(fixture_store(f));
    fixture_compare(f);
    fixture_check(f, 1);
    archive_lines lines;
    assert_ok(archive_find(f->archive, SLICE("NUL"), 0, &f->arena, &lines, &f->error));
    assert_int_equal(lines.count, 2); /* the report and the statement: words behind a NUL count */
}

/* A name that is no UTF-8 is stored as JSON shows it. */
static void test_strange_name(void **state)
{
    fixture *f = *state;
    f->sample.reading.document.name = SLICE("a\xFF/\xE2\x80.txt");
    assert_true(fixture_store(f));
    assert_false(fixture_store(f));
    fixture_compare(f);
}

static void test_large_text(void **state)
{
    fixture *f = *state;
    size_t len = 6 << 20, used = sizeof SAMPLE_TEXT - 1;
    char *text = malloc(len);
    assert_non_null(text);
    memcpy(text, SAMPLE_TEXT, used);
    for (size_t i = used; i < len; i++)
        text[i] = i % 7 ? 'w' : ' ';
    sample_fill(&f->sample, (slice){text, len});
    assert_true(fixture_store(f));
    fixture_compare(f);
    fixture_check(f, 1);
    free(text);
}

/* An item with no fields but those that it must have, and lists of empty strings. */
static void test_bare_items(void **state)
{
    fixture *f = *state;
    static const slice EMPTY[2] = {{0}};
    sample *s = &f->sample;
    s->entities[0] = (chancery_entity){.id = s->entities[0].id};
    s->people[0] = (chancery_person){.id = s->people[0].id};
    s->events[0] = (chancery_event){.id = s->events[0].id, .event = SLICE("AID")};
    s->events[0].contexts = EMPTY;
    s->events[0].context_count = 2;
    s->events[0].location = (chancery_location){.has_coordinates = true, .lat = 0, .lon = -0.0};
    s->statements[0] = (chancery_statement){.id = s->statements[0].id};
    s->commitments[0] =
        (chancery_commitment){.id = s->commitments[0].id, .by = EMPTY, .by_count = 2};
    s->visits[0] = (chancery_visit){.met = EMPTY, .met_count = 1};
    s->relations[0] = (chancery_relation){.id = s->relations[0].id};
    s->dates[0] = (chancery_date){.type = CHANCERY_TIME};
    s->findings[0] = (chancery_finding){.id = s->findings[0].id};
    s->reading.edition = (chancery_edition){0};
    assert_true(fixture_store(f));
    fixture_compare(f);
    assert_false(fixture_store(f));
    fixture_check(f, 1);
}

/* ---- storing again ---- */

static void test_again(void **state)
{
    fixture *f = *state;
    assert_true(fixture_store(f));
    assert_false(fixture_store(f));
    /* another name for the same text is no news; where it came from is, if it wasn't known */
    f->sample.reading.document.name = SLICE("elsewhere.txt");
    assert_false(fixture_store(f));
    f->sample.reading.document.url = SLICE("https://example.org/1");
    assert_true(fixture_store(f));
    assert_false(fixture_store(f));
    f->sample.reading.document.url = SLICE("https://example.org/2");
    assert_false(fixture_store(f));
    f->sample.reading.document.name = SLICE("reports/norway-chile.txt");
    f->sample.reading.document.url = SLICE("https://example.org/1");
    fixture_compare(f);
}

static void test_every_change_counts(void **state)
{
    fixture *f = *state;
    sample *s = &f->sample;
    fixture_store(f);
    s->reading.edition.kb = SLICE("00000000");
    assert_true(fixture_store(f));
    fixture_compare(f);
    s->events[1].confidence = 0.25;
    assert_true(fixture_store(f));
    s->spans[9].end--;
    assert_true(fixture_store(f));
    s->roles[1].sector = SLICE("MIL");
    assert_true(fixture_store(f));
    s->events[4].magnitude.has_arrested = false;
    assert_true(fixture_store(f));
    s->positions[1].stance = SLICE("oppose");
    assert_true(fixture_store(f));
    s->offices[1].rank = SLICE("minister");
    assert_true(fixture_store(f));
    s->reading.document.title = SLICE("Norway");
    assert_true(fixture_store(f));
    s->reading.event_count = 3;
    assert_true(fixture_store(f));
    s->sentences[7].end--;
    assert_true(fixture_store(f));
    assert_false(fixture_store(f));
    fixture_compare(f);
    fixture_check(f, 1);
    fixture_sql(f, "INSERT INTO report_words (report_words) VALUES ('integrity-check');"
                   "INSERT INTO statement_words (statement_words) VALUES ('integrity-check');"
                   "INSERT INTO person_names (person_names) VALUES ('integrity-check')");
}

/* What a person adds hangs on the report and outlives its coding. */
static void test_additions_stay(void **state)
{
    fixture *f = *state;
    fixture_store(f);
    fixture_sql(f, "CREATE TABLE corrections (report_key INTEGER REFERENCES reports ON DELETE"
                   " CASCADE, item TEXT, words TEXT);"
                   "INSERT INTO corrections SELECT report_key, 'e00000000000000a1', 'no visit'"
                   " FROM reports");
    f->sample.events[0].mode = SLICE("multilateral");
    assert_true(fixture_store(f));
    assert_int_equal(fixture_ask(f, "SELECT count(*) FROM corrections JOIN reports"
                                    " USING (report_key)"),
                     1);
    assert_ok(archive_delete(f->archive, f->sample.reading.document.id, &f->error));
    assert_int_equal(fixture_ask(f, "SELECT count(*) FROM corrections"), 0);
}

/* Two texts with one id: the second would be told about the first's words. */
static void test_id_of_another(void **state)
{
    fixture *f = *state;
    char id[17];
    bool changed;
    fixture_store(f);
    memcpy(id, f->sample.reading.document.id.ptr, 17);
    sample_fill(&f->sample, SLICE(SAMPLE_TEXT " "));
    f->sample.reading.document.id = (slice){id, 17};
    assert_ok(archive_begin(f->archive, &f->error));
    assert_int_equal(archive_store(f->archive, &f->sample.reading, &changed, &f->error),
                     CHANCERY_E_FORMAT);
    assert_false(changed);
    fixture_number(f, 1);
    fixture_store(f); /* the transaction goes on */
    assert_ok(archive_commit(f->archive, &f->error));
    fixture_check(f, 2);
}

static void assert_refused(fixture *f, chancery_status status)
{
    bool changed = true;
    assert_int_equal(archive_store(f->archive, &f->sample.reading, &changed, &f->error), status);
    assert_false(changed);
    assert_true(strlen(f->error.message) > 20);
    sample_fill(&f->sample, SLICE(SAMPLE_TEXT));
}

static void test_unsound_readings(void **state)
{
    fixture *f = *state;
    sample *s = &f->sample;
    uint32_t len = (uint32_t)s->reading.document.text.len;
    s->events[0].span = (span){5, len + 1};
    assert_refused(f, CHANCERY_E_MISUSE);
    s->events[0].span = (span){6, 5};
    assert_refused(f, CHANCERY_E_MISUSE);
    s->spans[3].end = UINT32_MAX;
    assert_refused(f, CHANCERY_E_MISUSE);
    s->roles[0].span = (span){0, sample_find(s->reading.document.text, "Tom\xC3").end};
    assert_refused(f, CHANCERY_E_MISUSE);
    s->events[1].sentence = 8;
    assert_refused(f, CHANCERY_E_MISUSE);
    s->events[1].status = (chancery_event_status)9;
    assert_refused(f, CHANCERY_E_MISUSE);
    s->events[1].confidence = (double)__builtin_nanf("");
    assert_refused(f, CHANCERY_E_MISUSE);
    s->entities[1].kind = (chancery_entity_kind)-1;
    assert_refused(f, CHANCERY_E_MISUSE);
    s->events[4].magnitude.dead = UINT64_C(1) << 63;
    assert_refused(f, CHANCERY_E_LIMIT);
    s->reading.document.id = (slice){0};
    assert_refused(f, CHANCERY_E_MISUSE);
    fixture_check(f, 0);
}

/* ---- deleting ---- */

static void test_delete(void **state)
{
    fixture *f = *state;
    fixture_store(f);
    fixture_number(f, 7);
    fixture_store(f);
    assert_ok(archive_delete(f->archive, f->sample.reading.document.id, &f->error));
    assert_int_equal(archive_delete(f->archive, f->sample.reading.document.id, &f->error),
                     CHANCERY_E_NOT_FOUND);
    sample_fill(&f->sample, SLICE(SAMPLE_TEXT));
    fixture_compare(f);
    fixture_check(f, 1);
    assert_ok(archive_delete(f->archive, f->sample.reading.document.id, &f->error));
    static const char *const TABLES[] = {"reports",
                                         "codings",
                                         "sentences",
                                         "entities",
                                         "entity_mentions",
                                         "people",
                                         "person_mentions",
                                         "offices",
                                         "events",
                                         "event_roles",
                                         "event_contexts",
                                         "event_mentions",
                                         "statements",
                                         "statement_contexts",
                                         "statement_positions",
                                         "commitments",
                                         "commitment_parties",
                                         "visits",
                                         "visit_meetings",
                                         "relations",
                                         "dates",
                                         "findings",
                                         "report_words_docsize",
                                         "statement_words_docsize"};
    for (size_t i = 0; i < sizeof TABLES / sizeof *TABLES; i++) {
        char sql[96];
        snprintf(sql, sizeof sql, "SELECT count(*) FROM %s", TABLES[i]);
        assert_int_equal(fixture_ask(f, sql), 0);
    }
    fixture_check(f, 0);
    fixture_store(f);
    fixture_compare(f);
}

/* ---- transactions ---- */

static void test_transactions(void **state)
{
    fixture *f = *state;
    assert_int_equal(archive_commit(f->archive, &f->error), CHANCERY_E_MISUSE);
    assert_ok(archive_begin(f->archive, &f->error));
    assert_int_equal(archive_begin(f->archive, &f->error), CHANCERY_E_MISUSE);
    fixture_store(f);
    fixture_compare(f); /* seen from inside */
    archive_rollback(f->archive);
    fixture_check(f, 0);
    assert_ok(archive_begin(f->archive, &f->error));
    for (size_t i = 0; i < 50; i++) {
        fixture_number(f, i);
        fixture_store(f);
    }
    assert_int_equal(fixture_ask(f, "SELECT count(*) FROM reports"), 0); /* from outside */
    assert_ok(archive_commit(f->archive, &f->error));
    assert_int_equal(fixture_ask(f, "SELECT count(*) FROM reports"), 50);
    assert_ok(archive_begin(f->archive, &f->error));
    fixture_number(f, 99);
    fixture_store(f);
    fixture_close(f); /* without commit */
    assert_ok(archive_open(f->path, ARCHIVE_WRITE, &f->archive, &f->error));
    fixture_check(f, 50);
}

static void test_reading_only(void **state)
{
    fixture *f = *state;
    bool changed;
    fixture_store(f);
    fixture_close(f);
    size_t before_len, after_len;
    char *before = fixture_read_file(f->path, &before_len);
    assert_ok(archive_open(f->path, ARCHIVE_READ, &f->archive, &f->error));
    assert_int_equal(archive_store(f->archive, &f->sample.reading, &changed, &f->error),
                     CHANCERY_E_MISUSE);
    assert_int_equal(archive_begin(f->archive, &f->error), CHANCERY_E_MISUSE);
    assert_int_equal(archive_delete(f->archive, f->sample.reading.document.id, &f->error),
                     CHANCERY_E_MISUSE);
    assert_int_not_equal(sqlite3_exec(f->archive->db, "DELETE FROM reports", NULL, NULL, NULL),
                         SQLITE_OK);
    fixture_check(f, 1);
    fixture_close(f);
    char *after = fixture_read_file(f->path, &after_len);
    assert_int_equal(before_len, after_len);
    assert_memory_equal(before, after, before_len);
    free(before);
    free(after);
}

/* ---- questions ---- */

/* The first letters after the kind's of the items that a question gives, in order. */
static void assert_items(const archive_lines *lines, const char *expected)
{
    char items[512] = "";
    for (size_t i = 0; i < lines->count; i++) {
        slice id = lines->items[i].item;
        assert_true(id.len == 17);
        snprintf(items + strlen(items), sizeof items - strlen(items), "%s%.2s", i ? " " : "",
                 id.ptr + 15);
    }
    assert_string_equal(items, expected);
}

static void assert_events(fixture *f, archive_query query, const char *expected)
{
    archive_lines lines;
    if (archive_events(f->archive, &query, &f->arena, &lines, &f->error) != CHANCERY_OK)
        fail_msg("%s", f->error.message);
    assert_items(&lines, expected);
}

static void test_events(void **state)
{
    fixture *f = *state;
    fixture_store(f);
    /* by date: 1919, 11 June, none of its own (so 12 June), March 2025 */
    assert_events(f, (archive_query){.a = SLICE("CHL"), .b = SLICE("NOR")}, "b1 a1 c1 a2");
    assert_events(f, (archive_query){.a = SLICE("NOR"), .b = SLICE("CHL")}, "b1 a1 c1 a2");
    assert_events(f, (archive_query){.a = SLICE("ARG")}, "b2");
    assert_events(f, (archive_query){.b = SLICE("ARG")}, "b2");
    assert_events(f, (archive_query){.a = SLICE("ARG"), .b = SLICE("CHL")}, "");
    assert_events(f, (archive_query){.a = SLICE("NOR"), .b = SLICE("NOR")}, "");
    assert_events(f, (archive_query){0}, "b1 a1 c1 b2 a2");
    assert_events(f, (archive_query){.limit = 2}, "b1 a1");
    assert_events(f, (archive_query){.limit = SIZE_MAX}, "b1 a1 c1 b2 a2");
    assert_events(f, (archive_query){.event = SLICE("AGREE")}, "a2");
    assert_events(f, (archive_query){.event = SLICE("agree' OR 1 --")}, "");
    assert_events(f, (archive_query){.status = SLICE("negated")}, "b2");
    assert_events(f, (archive_query){.min_confidence = 0.9}, "a1 b2");
    f->sample.roles[5].code = SLICE("CHL"); /* Chile on both sides of one event */
    fixture_store(f);
    assert_events(f, (archive_query){.a = SLICE("CHL"), .b = SLICE("CHL")}, "b1 c1");
}

static void test_events_by_date(void **state)
{
    fixture *f = *state;
    fixture_store(f);
    assert_events(f, (archive_query){.from = SLICE("2024")}, "a1 c1 b2 a2");
    assert_events(f, (archive_query){.until = SLICE("2024")}, "b1 a1 c1 b2");
    assert_events(f, (archive_query){.until = SLICE("1919")}, "b1");
    assert_events(f, (archive_query){.until = SLICE("1919-03-01")}, "b1"); /* it may be */
    assert_events(f, (archive_query){.until = SLICE("1918-12-31")}, "");
    /* the visit lasts until 12 June */
    assert_events(f, (archive_query){.from = SLICE("2024-06-12"), .until = SLICE("2024-06-12")},
                  "a1 c1 b2");
    assert_events(f, (archive_query){.from = SLICE("2024-06-13"), .until = SLICE("2025-02")}, "");
    assert_events(f, (archive_query){.from = SLICE("2025-03-31")}, "a2");
    assert_events(f, (archive_query){.from = SLICE("2025-04-01")}, "");
    /* without any date: last, and never where dates are asked for */
    f->sample.reading.document.published = (slice){0};
    sample_id(&f->sample);
    fixture_store(f);
    archive_query none = {.event = SLICE("ACCUSE")};
    assert_events(f, none, "b2 b2");
    assert_ok(archive_delete(f->archive, f->sample.reading.document.id, &f->error));
    none.from = SLICE("1000");
    assert_events(f, none, "b2");
    fixture_store(f);
    assert_events(f, none, "b2");
    archive_lines lines;
    none = (archive_query){.a = SLICE("CHL"), .b = SLICE("NOR"), .event = SLICE("AID")};
    assert_ok(archive_events(f->archive, &none, &f->arena, &lines, &f->error));
    assert_int_equal(lines.count, 2);
    assert_true(slice_equal(lines.items[0].date, SLICE("2024-06-12")));
    assert_int_equal(lines.items[1].date.len, 0);
}

static void test_order_across_reports(void **state)
{
    fixture *f = *state;
    archive_lines lines;
    static const size_t ORDER[] = {30, 5, 200, 12};
    for (size_t i = 0; i < 4; i++) {
        fixture_number(f, ORDER[i]);
        fixture_store(f);
    }
    assert_ok(archive_reports(f->archive, &f->arena, &lines, &f->error));
    assert_int_equal(lines.count, 4);
    for (size_t i = 0; i < 4; i++)
        assert_int_equal(lines.items[i].item.len, 0);
    assert_true(slice_equal(lines.items[0].date, SLICE("2020-01-06")));
    assert_true(slice_equal(lines.items[3].date, SLICE("2020-08-05")));
    archive_query query = {.a = SLICE("CHL"), .b = SLICE("NOR"), .event = SLICE("AID")};
    assert_ok(archive_events(f->archive, &query, &f->arena, &lines, &f->error));
    assert_int_equal(lines.count, 4);
    for (size_t i = 1; i < 4; i++)
        assert_true(slice_compare(lines.items[i - 1].date, lines.items[i].date) < 0);
}

static void test_relations(void **state)
{
    fixture *f = *state;
    archive_lines lines;
    fixture_store(f);
    static const struct {
        archive_query query;
        size_t count;
    } CASES[] = {
        {{.a = SLICE("NOR"), .b = SLICE("CHL")}, 1},
        {{.a = SLICE("CHL"), .b = SLICE("NOR")}, 1},
        {{.a = SLICE("NOR")}, 1},
        {{.a = SLICE("ARG"), .b = SLICE("NOR")}, 0},
        {{.limit = 0}, 1},
        {{.from = SLICE("2020")}, 1},
        {{.from = SLICE("2025")}, 0},
        {{.until = SLICE("1918")}, 0},
        {{.until = SLICE("1919-06-01")}, 1},
    };
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        assert_ok(archive_relations(f->archive, &CASES[i].query, &f->arena, &lines, &f->error));
        assert_int_equal(lines.count, CASES[i].count);
    }
    archive_query all = {0};
    assert_ok(archive_relations(f->archive, &all, &f->arena, &lines, &f->error));
    assert_true(slice_equal(lines.items[0].date, SLICE("1919")));
    assert_true(slice_equal(lines.items[0].item, SLICE("l0000000000000001")));
    assert_true(slice_equal(lines.items[0].report, f->sample.reading.document.id));
}

static void test_statements_and_findings(void **state)
{
    fixture *f = *state;
    archive_lines lines;
    fixture_store(f);
    archive_query query = {.a = SLICE("NOR"), .b = SLICE("CHL")};
    assert_ok(archive_statements(f->archive, &query, &f->arena, &lines, &f->error));
    assert_items(&lines, "01 02 03");
    query = (archive_query){.a = SLICE("NOR")};
    assert_ok(archive_statements(f->archive, &query, &f->arena, &lines, &f->error));
    assert_items(&lines, "01 02");
    query = (archive_query){.a = SLICE("NOR"), .b = SLICE("FRA")}; /* which isn't named */
    assert_ok(archive_statements(f->archive, &query, &f->arena, &lines, &f->error));
    assert_items(&lines, "");
    query = (archive_query){.until = SLICE("2024-06-11")};
    assert_ok(archive_statements(f->archive, &query, &f->arena, &lines, &f->error));
    assert_items(&lines, "");
    query = (archive_query){0};
    assert_ok(archive_findings(f->archive, &query, &f->arena, &lines, &f->error));
    assert_items(&lines, "02 01"); /* by place in the report */
    query = (archive_query){.a = SLICE("ARG"), .b = SLICE("CHL"), .limit = 1};
    assert_ok(archive_findings(f->archive, &query, &f->arena, &lines, &f->error));
    assert_items(&lines, "02");
    query.b = SLICE("FRA");
    assert_ok(archive_findings(f->archive, &query, &f->arena, &lines, &f->error));
    assert_items(&lines, "");
}

static void assert_people(fixture *f, slice name, const char *expected)
{
    archive_lines lines;
    if (archive_people(f->archive, name, &f->arena, &lines, &f->error) != CHANCERY_OK)
        fail_msg("%s", f->error.message);
    assert_items(&lines, expected);
}

static void test_people(void **state)
{
    fixture *f = *state;
    fixture_store(f);
    assert_people(f, SLICE("Kari Solbakken"), "01");
    assert_people(f, SLICE("SOLBAKKEN  kari "), "01");
    assert_people(f, SLICE("tomas arriagada"), "02");
    assert_people(f, SLICE("TOMÁS"), "02");
    assert_people(f, SLICE("Kari Arriagada"), "");
    assert_people(f, SLICE("Solbak"), "");
    assert_people(f, SLICE(""), "");
    assert_people(f, SLICE(" \t"), "");
    assert_people(f, SLICE("OR"), "");
    assert_people(f, SLICE("Kari NOT Arriagada"), "");
    assert_people(f, SLICE("\""), "");
    assert_people(f, SLICE("Kari\0Solbakken"), "01");
    f->sample.people[0].name = SLICE("Seán O’Brien");
    fixture_store(f);
    assert_people(f, SLICE("sean o'brien"), "01");
    assert_people(f, SLICE("Solbakken"), "");
}

static size_t find(fixture *f, slice words, size_t limit, archive_lines *lines)
{
    if (archive_find(f->archive, words, limit, &f->arena, lines, &f->error) != CHANCERY_OK)
        fail_msg("%.*s: %s", SLICE_ARGS(words), f->error.message);
    return lines->count;
}

static void test_find(void **state)
{
    fixture *f = *state;
    archive_lines lines;
    fixture_store(f);
    assert_int_equal(find(f, SLICE("earthquakes"), 0, &lines), 2); /* stems */
    assert_int_equal(find(f, SLICE("earthquakes"), 1, &lines), 1);
    assert_int_equal(find(f, SLICE("tomas"), 0, &lines), 1);
    assert_int_equal(lines.items[0].item.len, 0);
    assert_true(slice_equal(lines.items[0].date, SLICE("2024-06-12")));
    assert_int_equal(find(f, SLICE("\"open seas\""), 0, &lines), 2);
    assert_int_equal(find(f, SLICE("\"seas open\""), 0, &lines), 0);
    assert_int_equal(find(f, SLICE("vessel* NOT antarctic"), 0, &lines), 1);
    assert_true(slice_equal(lines.items[0].item, SLICE("s0000000000000002")));
    assert_int_equal(find(f, SLICE("NEAR(patrol march, 5)"), 0, &lines), 2);
    /* what is replaced or deleted is no longer found */
    f->sample.statements[1].content = sample_find(f->sample.reading.document.text, "Antarctic");
    fixture_store(f);
    assert_int_equal(find(f, SLICE("patrol"), 0, &lines), 1);
    assert_ok(archive_delete(f->archive, f->sample.reading.document.id, &f->error));
    assert_int_equal(find(f, SLICE("patrol"), 0, &lines), 0);
}

static void test_faulty_words(void **state)
{
    fixture *f = *state;
    archive_lines lines;
    fixture_store(f);
    static const char *const FAULTY[] = {"",        "\"",     "it's", "a AND",  "(a",   "a)",
                                         "foo:bar", "NEAR(a", "*",    "a ^^ b", "a + ", "NOT"};
    for (size_t i = 0; i < sizeof FAULTY / sizeof *FAULTY; i++) {
        assert_int_equal(
            archive_find(f->archive, slice_of(FAULTY[i]), 0, &f->arena, &lines, &f->error),
            CHANCERY_E_MISUSE);
        assert_non_null(strstr(f->error.message, "double quotes"));
    }
    assert_int_equal(archive_find(f->archive, SLICE("a\0b"), 0, &f->arena, &lines, &f->error),
                     CHANCERY_E_MISUSE);
    static char deep[200000];
    memset(deep, '(', sizeof deep);
    assert_int_equal(
        archive_find(f->archive, (slice){deep, sizeof deep}, 0, &f->arena, &lines, &f->error),
        CHANCERY_E_MISUSE);
    memset(deep, 'a', sizeof deep);
    assert_int_equal(find(f, (slice){deep, sizeof deep}, 0, &lines), 0);
    assert_int_equal(find(f, SLICE("fisheries"), 0, &lines), 1); /* nothing is left in disorder */
}

static void assert_resolves(fixture *f, slice id, const char *item)
{
    archive_line line;
    if (archive_resolve(f->archive, id, &f->arena, &line, &f->error) != CHANCERY_OK)
        fail_msg("%.*s: %s", SLICE_ARGS(id), f->error.message);
    assert_true(slice_equal(line.report, f->sample.reading.document.id));
    assert_true(slice_equal(line.item, slice_of(item)));
}

static void assert_no_id(fixture *f, slice id, chancery_status status, const char *words)
{
    archive_line line;
    assert_int_equal(archive_resolve(f->archive, id, &f->arena, &line, &f->error), status);
    assert_non_null(strstr(f->error.message, words));
}

static void test_resolve(void **state)
{
    fixture *f = *state;
    fixture_store(f);
    slice report = f->sample.reading.document.id;
    assert_resolves(f, report, "");
    assert_resolves(f, slice_range(report, 0, 6), "");
    assert_resolves(f, SLICE("r"), "");
    assert_resolves(f, SLICE("e00000000000000b2"), "e00000000000000b2");
    assert_resolves(f, SLICE("e00000000000000c"), "e00000000000000c1");
    assert_resolves(f, SLICE("s0000000000000003"), "s0000000000000003");
    assert_resolves(f, SLICE("l"), "l0000000000000001");
    assert_resolves(f, SLICE("f0000000000000002"), "f0000000000000002");
    assert_resolves(f, SLICE("p0000000000000001"), "p0000000000000001");
    assert_resolves(f, SLICE("n0000000000000005"), "n0000000000000005");
    assert_resolves(f, SLICE("c"), "c0000000000000001");
    assert_no_id(f, SLICE("e"), CHANCERY_E_MISUSE, "e00000000000000a1, e00000000000000a2");
    assert_no_id(f, SLICE("e00000000000000b"), CHANCERY_E_MISUSE, "give more of it");
    fixture_sql(f, "UPDATE events SET id = 'e00000000000000' WHERE id LIKE '%c1'");
    assert_resolves(f, SLICE("e00000000000000"),
                    "e00000000000000"); /* whole, though it begins others */
    assert_no_id(f, SLICE("e1"), CHANCERY_E_NOT_FOUND, "nothing under e1");
    assert_no_id(f, SLICE(""), CHANCERY_E_NOT_FOUND, "nothing");
    assert_no_id(f, SLICE("x1"), CHANCERY_E_NOT_FOUND, "nothing");
    assert_no_id(f, SLICE("e%"), CHANCERY_E_NOT_FOUND, "nothing");
    assert_no_id(f, SLICE("e\0"), CHANCERY_E_NOT_FOUND, "nothing");
    chancery_reading reading;
    assert_int_equal(archive_load(f->archive, SLICE("r1"), &f->arena, &reading, &f->error),
                     CHANCERY_E_NOT_FOUND);
}

/* ---- views ---- */

static void test_views(void **state)
{
    fixture *f = *state;
    fixture_store(f);
    static const struct {
        const char *sql;
        int64_t wanted;
    } CASES[] = {
        {"SELECT count(*) FROM timeline", 5},
        {"SELECT count(*) FROM timeline WHERE actors = 'CHL, NOR' AND recipients IS NULL"
         " AND date = '1919' AND sentence LIKE 'Chile and Norway have%1919.'",
         1},
        {"SELECT count(*) FROM timeline WHERE actors = 'NOR' AND recipients = 'CHL'"
         " AND contexts = 'diplomatic, natural_resource' AND sentence LIKE '%Tomás%visit.'",
         1},
        {"SELECT count(*) FROM timeline WHERE date IS NULL AND published = '2024-06-12'", 2},
        {"SELECT count(*) FROM dyads", 4},
        {"SELECT count(*) FROM dyads WHERE mutual AND actor = 'CHL' AND recipient = 'NOR'", 1},
        {"SELECT count(*) FROM officeholders WHERE person = 'Kari Solbakken'", 2},
        {"SELECT count(*) FROM officeholders WHERE rank = 'head-of-state' AND of_code = 'CHL'", 1},
        {"SELECT count(*) FROM quotes WHERE quoted AND speaker = 'Kari Solbakken'"
         " AND words = 'We stand for open seas and free trade,' AND contexts = 'economic'",
         1},
        {"SELECT count(*) FROM ties WHERE code_a = 'CHL' AND since = '1919'"
         " AND words LIKE 'Chile and Norway%1919'",
         1},
        {"SELECT count(*) FROM slips WHERE severity = 'warning' AND words = 'the Danish minister'",
         1},
        {"PRAGMA application_id", ARCHIVE_APPLICATION_ID},
        {"PRAGMA user_version", ARCHIVE_EDITION},
        {"SELECT journal_mode = 'delete' FROM pragma_journal_mode", 1},
    };
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++)
        if (fixture_ask(f, CASES[i].sql) != CASES[i].wanted)
            fail_msg("%s", CASES[i].sql);
}

/* An archive of before has no `how`: it is read as it is, and gets the column with the first
 * writing.
 */
static void test_before_hows(void **state)
{
    fixture *f = *state;
    const chancery_how *hows = f->sample.people[0].hows;
    f->sample.people[0].hows = NULL;
    fixture_store(f);
    fixture_sql(f, "ALTER TABLE entity_mentions DROP COLUMN how;"
                   "ALTER TABLE person_mentions DROP COLUMN how");
    fixture_close(f);
    assert_ok(archive_open(f->path, ARCHIVE_READ, &f->archive, &f->error));
    fixture_compare(f);
    fixture_check(f, 1);
    fixture_close(f);
    assert_ok(archive_open(f->path, ARCHIVE_WRITE, &f->archive, &f->error));
    fixture_compare(f);
    assert_false(fixture_store(f)); /* a coding of names alone is what it was */
    f->sample.people[0].hows = hows;
    assert_true(fixture_store(f));
    fixture_compare(f);
    fixture_check(f, 1);
    assert_int_equal(fixture_ask(f, "SELECT count(*) FROM person_mentions WHERE how = 'group'"), 1);
}

/* An archive of before has no words of dates and statuses: as with the ways of meaning somebody. */
static void test_before_facts(void **state)
{
    fixture *f = *state;
    chancery_event *e = f->sample.events;
    chancery_statement *s = f->sample.statements;
    const chancery_event told[2] = {e[0], e[1]};
    const chancery_statement said = s[0];
    e[0].date_from = CHANCERY_FROM_NOTHING;
    e[0].date_span = e[0].trigger = e[1].status_span = (chancery_span){0, 0};
    s[0].date_from = CHANCERY_FROM_NOTHING;
    s[0].date = (slice){0};
    fixture_store(f);
    fixture_sql(f, "ALTER TABLE events DROP COLUMN date_from;"
                   "ALTER TABLE events DROP COLUMN date_start;"
                   "ALTER TABLE events DROP COLUMN date_end;"
                   "ALTER TABLE events DROP COLUMN status_start;"
                   "ALTER TABLE events DROP COLUMN status_end;"
                   "ALTER TABLE events DROP COLUMN trigger_start;"
                   "ALTER TABLE events DROP COLUMN trigger_end;"
                   "ALTER TABLE statements DROP COLUMN date;"
                   "ALTER TABLE statements DROP COLUMN date_from;"
                   "ALTER TABLE statements DROP COLUMN date_start;"
                   "ALTER TABLE statements DROP COLUMN date_end");
    fixture_close(f);
    assert_ok(archive_open(f->path, ARCHIVE_READ, &f->archive, &f->error));
    fixture_compare(f);
    fixture_check(f, 1);
    fixture_close(f);
    assert_ok(archive_open(f->path, ARCHIVE_WRITE, &f->archive, &f->error));
    fixture_compare(f);
    assert_false(fixture_store(f)); /* a coding without them is what it was */
    e[0] = told[0];
    e[1] = told[1];
    s[0] = said;
    assert_true(fixture_store(f));
    fixture_compare(f);
    fixture_check(f, 1);
    assert_int_equal(
        fixture_ask(f, "SELECT trigger_end - trigger_start FROM events WHERE date_from = 'clause'"),
        3);
}

/* ---- one's own names ---- */

static void test_own_names(void **state)
{
    fixture *f = *state;
    archive_texts texts;
    assert_ok(archive_own_texts(f->archive, ARCHIVE_NAMES, &f->arena, &texts, &f->error));
    assert_int_equal(texts.count, 0);
    assert_int_equal(archive_drop_own(f->archive, ARCHIVE_NAMES, SLICE("b.txt"), &f->error),
                     CHANCERY_E_NOT_FOUND);
    assert_ok(archive_keep_own(f->archive, ARCHIVE_NAMES, SLICE("b.txt"), SLICE("two"), &f->error));
    assert_ok(archive_keep_own(f->archive, ARCHIVE_NAMES, SLICE("a.txt"), SLICE("one"), &f->error));
    assert_ok(archive_keep_own(f->archive, ARCHIVE_NAMES, SLICE("b.txt"), SLICE(""), &f->error));
    archive_close(f->archive);
    assert_ok(archive_open(f->path, ARCHIVE_READ, &f->archive, &f->error));
    assert_ok(archive_own_texts(f->archive, ARCHIVE_NAMES, &f->arena, &texts, &f->error));
    assert_int_equal(texts.count, 2);
    assert_true(slice_is(texts.items[0].name, "a.txt") && slice_is(texts.items[0].text, "one"));
    assert_true(slice_is(texts.items[1].name, "b.txt") && texts.items[1].text.len == 0);
    assert_int_not_equal(
        archive_keep_own(f->archive, ARCHIVE_NAMES, SLICE("c"), SLICE("x"), &f->error),
        CHANCERY_OK);
    archive_close(f->archive);
    assert_ok(archive_open(f->path, ARCHIVE_WRITE, &f->archive, &f->error));
    assert_ok(archive_drop_own(f->archive, ARCHIVE_NAMES, SLICE("a.txt"), &f->error));
    assert_ok(archive_own_texts(f->archive, ARCHIVE_NAMES, &f->arena, &texts, &f->error));
    assert_int_equal(texts.count, 1);
}

/* Frames are kept apart from names of the same file name. */
static void test_own_codebook(void **state)
{
    fixture *f = *state;
    archive_texts texts;
    assert_ok(archive_keep_own(f->archive, ARCHIVE_NAMES, SLICE("a.txt"), SLICE("n"), &f->error));
    assert_ok(archive_own_texts(f->archive, ARCHIVE_CODEBOOK, &f->arena, &texts, &f->error));
    assert_int_equal(texts.count, 0);
    assert_ok(
        archive_keep_own(f->archive, ARCHIVE_CODEBOOK, SLICE("a.txt"), SLICE("c"), &f->error));
    assert_ok(archive_own_texts(f->archive, ARCHIVE_CODEBOOK, &f->arena, &texts, &f->error));
    assert_int_equal(texts.count, 1);
    assert_true(slice_is(texts.items[0].text, "c"));
    assert_ok(archive_drop_own(f->archive, ARCHIVE_CODEBOOK, SLICE("a.txt"), &f->error));
    assert_int_equal(archive_drop_own(f->archive, ARCHIVE_CODEBOOK, SLICE("a.txt"), &f->error),
                     CHANCERY_E_NOT_FOUND);
    assert_ok(archive_own_texts(f->archive, ARCHIVE_NAMES, &f->arena, &texts, &f->error));
    assert_int_equal(texts.count, 1);
}

int main(void)
{
#define WITH_ARCHIVE(name) cmocka_unit_test_setup_teardown(name, fixture_make, fixture_drop)
    const struct CMUnitTest tests[] = {
        WITH_ARCHIVE(test_before_hows),
        WITH_ARCHIVE(test_before_facts),
        WITH_ARCHIVE(test_own_names),
        WITH_ARCHIVE(test_own_codebook),
        WITH_ARCHIVE(test_round_trip),
        WITH_ARCHIVE(test_report_id),
        WITH_ARCHIVE(test_empty_reading),
        WITH_ARCHIVE(test_strange_bytes),
        WITH_ARCHIVE(test_strange_name),
        WITH_ARCHIVE(test_large_text),
        WITH_ARCHIVE(test_bare_items),
        WITH_ARCHIVE(test_again),
        WITH_ARCHIVE(test_every_change_counts),
        WITH_ARCHIVE(test_additions_stay),
        WITH_ARCHIVE(test_id_of_another),
        WITH_ARCHIVE(test_unsound_readings),
        WITH_ARCHIVE(test_delete),
        WITH_ARCHIVE(test_transactions),
        WITH_ARCHIVE(test_reading_only),
        WITH_ARCHIVE(test_events),
        WITH_ARCHIVE(test_events_by_date),
        WITH_ARCHIVE(test_order_across_reports),
        WITH_ARCHIVE(test_relations),
        WITH_ARCHIVE(test_statements_and_findings),
        WITH_ARCHIVE(test_people),
        WITH_ARCHIVE(test_find),
        WITH_ARCHIVE(test_faulty_words),
        WITH_ARCHIVE(test_resolve),
        WITH_ARCHIVE(test_views),
    };
    cmocka_set_message_output(CM_OUTPUT_TAP);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
