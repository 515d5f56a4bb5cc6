/* Tests of the export room.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * JSON is read back by jansson, which is not what wrote it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include <errno.h>
#include <jansson.h>
#include <locale.h>
#include <math.h>

#include "base/number.h"
#include "export/export.h"
#include "export/writer.h"
#include "reading/reading.h"
#include "sample.h"

#define assert_ok(call) assert_int_equal((call), CHANCERY_OK)

static bool holds(slice s, const char *words)
{
    return slice_find(s, slice_of(words)) != SIZE_MAX;
}

/* ---- JSON ---- */

static json_t *parse(slice s)
{
    json_error_t error;
    json_t *root = json_loadb(s.ptr, s.len, JSON_ALLOW_NUL | JSON_REJECT_DUPLICATES, &error);
    if (!root)
        fail_msg("%s at %d: %.*s", error.text, error.position, SLICE_ARGS(s));
    return root;
}

static const char *text_at(json_t *object, const char *key)
{
    const char *text = json_string_value(json_object_get(object, key));
    return text ? text : "(absent)";
}

static json_t *item(json_t *root, const char *list, size_t at)
{
    json_t *found = json_array_get(json_object_get(root, list), at);
    assert_non_null(found);
    return found;
}

/* The keys of an object in their order, separated by spaces. */
static void assert_keys(json_t *object, const char *expected)
{
    char keys[512] = "";
    const char *key;
    json_t *value;
    json_object_foreach(object, key, value)
    {
        strcat(keys, *keys ? " " : "");
        strcat(keys, key);
    }
    assert_string_equal(keys, expected);
}

static void test_form(void **state)
{
    (void)state;
    sample s;
    arena a;
    slice out;
    sample_fill(&s, SLICE(SAMPLE_TEXT));
    arena_init(&a, 1 << 20);
    assert_ok(export_json(&s.reading, &a, &out, NULL));
    assert_int_equal(out.ptr[out.len], '\0');
    assert_null(memchr(out.ptr, '\n', out.len));
    json_t *root = parse(out);
    assert_keys(root, "document edition entities people events statements commitments visits "
                      "relations dates findings");
    json_t *document = json_object_get(root, "document");
    assert_keys(document, "id name title published language source text sentences");
    assert_string_equal(text_at(document, "text"), SAMPLE_TEXT);
    assert_int_equal(json_array_size(json_object_get(document, "sentences")), 8);
    assert_keys(json_object_get(root, "edition"), "program codebook kb model");
    assert_keys(item(root, "entities", 0), "id kind code name mentions");
    assert_string_equal(text_at(item(root, "entities", 3), "kind"), "igo");
    assert_keys(item(root, "people", 0), "id name offices mentions");
    assert_keys(item(item(root, "people", 0), "offices", 0), "title of from rank start end");
    assert_keys(item(root, "commitments", 0), "id by to what until statement start end");
    assert_keys(item(root, "visits", 0), "event person from country city date met confidence");
    assert_keys(item(root, "relations", 0), "id between kind since start end");
    assert_keys(item(root, "dates", 1), "type value endvalue start end");
    assert_string_equal(text_at(item(root, "dates", 2), "type"), "DURATION");
    assert_keys(item(root, "findings", 0), "id kind severity start end message likely");
    assert_keys(item(root, "findings", 1), "id kind severity start end message");
    json_decref(root);
    arena_clear(&a);
}

static void test_stream(void **state)
{
    (void)state;
    sample s;
    arena a;
    slice out;
    char *written = NULL;
    size_t size = 0;
    sample_fill(&s, SLICE(SAMPLE_TEXT));
    arena_init(&a, 1 << 20);
    assert_ok(export_json(&s.reading, &a, &out, NULL));
    FILE *stream = open_memstream(&written, &size);
    assert_ok(export_json_stream(&s.reading, stream, NULL));
    assert_int_equal(fclose(stream), 0);
    assert_true(slice_equal((slice){written, size}, out));
    free(written);
    arena_clear(&a);
}

static void test_events(void **state)
{
    (void)state;
    sample s;
    arena a;
    slice out;
    sample_fill(&s, SLICE(SAMPLE_TEXT));
    arena_init(&a, 1 << 20);
    assert_ok(export_json(&s.reading, &a, &out, NULL));
    json_t *root = parse(out);
    json_t *visit = item(root, "events", 0);
    assert_keys(visit, "id event mode context quad_code event_scale status actor recipient date "
                       "enddate date_from date_span event_loc start end trigger sentence "
                       "mentions frame confidence");
    assert_keys(json_object_get(visit, "trigger"), "start end");
    assert_true(holds(out, "\"date_from\":\"clause\""));
    assert_keys(item(visit, "actor", 0), "code sector person entity_text start end");
    assert_keys(json_object_get(visit, "event_loc"), "name code lat lon");
    assert_true(holds(out, "\"lat\":-33.45694,\"lon\":-70.64827"));
    assert_true(holds(out, "\"event_scale\":4,\"status\":\"occurred\""));
    assert_true(holds(out, "\"confidence\":0.3333333333333333"));
    /* nobody's words: no span; no place, no size: no object; lists are always there */
    json_t *ties = item(root, "events", 2);
    assert_keys(item(ties, "actor", 0), "code");
    assert_keys(ties, "id event context quad_code event_scale status actor recipient date "
                      "event_loc start end sentence mentions frame confidence");
    assert_int_equal(json_array_size(json_object_get(ties, "recipient")), 0);
    assert_true(holds(out, "\"magnitude\":{\"money\":{\"amount\":3500000,\"currency\":\"EUR\"}}"));
    assert_true(holds(out, "\"magnitude\":{\"dead\":14,\"injured\":230,\"arrested\":0,"
                           "\"size\":9007199254740993}"));
    json_t *said = item(root, "statements", 0);
    assert_keys(said, "id speaker act content quoted context positions date date_from start "
                      "end");
    assert_keys(json_object_get(said, "speaker"), "person code sector entity_text start end");
    assert_keys(item(said, "positions", 1), "toward stance");
    assert_true(json_is_true(json_object_get(said, "quoted")));
    json_decref(root);
    arena_clear(&a);
}

/* One thing alone is written as it stands in the whole. */
static void test_parts(void **state)
{
    (void)state;
    sample s;
    arena a;
    slice all, part;
    sample_fill(&s, SLICE(SAMPLE_TEXT));
    arena_init(&a, 1 << 20);
    assert_ok(export_json(&s.reading, &a, &all, NULL));
    assert_ok(export_event_json(&s.events[4], &a, &part, NULL));
    assert_true(part.len > 100 && holds(all, part.ptr));
    assert_ok(export_person_json(&s.people[1], &a, &part, NULL));
    assert_true(part.len > 100 && holds(all, part.ptr));
    assert_ok(export_statement_json(&s.statements[2], &a, &part, NULL));
    assert_true(part.len > 100 && holds(all, part.ptr));
    assert_ok(export_relation_json(&s.relations[0], &a, &part, NULL));
    assert_true(part.len > 50 && holds(all, part.ptr));
    assert_ok(export_finding_json(&s.findings[0], &a, &part, NULL));
    assert_true(part.len > 50 && holds(all, part.ptr));
    assert_ok(export_source_json(&s.reading, &a, &part, NULL));
    json_t *source = parse(part);
    assert_keys(source, "id name title published");
    json_decref(source);
    assert_ok(export_string_json(SLICE("a\"b"), &a, &part, NULL));
    assert_string_equal(part.ptr, "\"a\\\"b\"");
    arena_clear(&a);
}

static void test_empty(void **state)
{
    (void)state;
    chancery_reading reading = {.document = {.id = SLICE("r1")}};
    arena a;
    slice out;
    arena_init(&a, 1 << 20);
    assert_ok(export_json(&reading, &a, &out, NULL));
    assert_string_equal(out.ptr,
                        "{\"document\":{\"id\":\"r1\",\"text\":\"\",\"sentences\":[]},"
                        "\"edition\":{},\"entities\":[],\"people\":[],\"events\":[],"
                        "\"statements\":[],\"commitments\":[],\"visits\":[],\"relations\":[],"
                        "\"dates\":[],\"findings\":[]}");
    arena_clear(&a);
}

static void assert_string(slice given, const char *expected)
{
    arena a;
    writer w;
    slice out;
    arena_init(&a, 1 << 20);
    writer_to_arena(&w, &a, 0, NULL);
    writer_string(&w, given);
    assert_ok(writer_finish(&w, &out));
    assert_string_equal(out.ptr, expected);
    arena_clear(&a);
}

static void test_strings(void **state)
{
    (void)state;
    assert_string((slice){0}, "\"\"");
    assert_string(SLICE("a\0b"), "\"a\\u0000b\"");
    assert_string(SLICE("\"\\/"), "\"\\\"\\\\/\"");
    assert_string(SLICE("\b\t\n\v\f\r\x1f\x7f"), "\"\\b\\t\\n\\u000b\\f\\r\\u001f\x7f\"");
    assert_string(SLICE("中国 é 😀"), "\"中国 é 😀\"");
    assert_string(SLICE("\xE2\x80\xA8|\xE2\x80\xA9|\xE2\x80\xA7|\xE2\x80\xAA"),
                  "\"\\u2028|\\u2029|\xE2\x80\xA7|\xE2\x80\xAA\"");
    /* no UTF-8: a lone byte, an overlong form, a surrogate, one cut off at the end */
    assert_string(SLICE("a\xFF"
                        "b"),
                  "\"a\uFFFDb\"");
    assert_string(SLICE("\xC0\x80"), "\"\uFFFD\uFFFD\"");
    assert_string(SLICE("\xED\xA0\x80"), "\"\uFFFD\uFFFD\uFFFD\"");
    assert_string(SLICE("x\xE2\x80"), "\"x\uFFFD\uFFFD\"");
}

/* Every byte value, alone and in pairs, gives JSON that reads back. */
static void test_all_bytes(void **state)
{
    (void)state;
    char bytes[2 * 65536];
    for (size_t i = 0; i < 65536; i++) {
        bytes[2 * i] = (char)(i >> 8);
        bytes[2 * i + 1] = (char)(i & 255);
    }
    chancery_reading reading = {.document = {.text = {bytes, sizeof bytes}}};
    arena a;
    slice out;
    arena_init(&a, 8 << 20);
    assert_ok(export_json(&reading, &a, &out, NULL));
    json_t *root = parse(out);
    json_decref(root);
    arena_clear(&a);
}

static void assert_number(double value)
{
    char expected[NUMBER_DOUBLE_BYTES];
    arena a;
    writer w;
    slice out;
    number_format_double(value, expected, sizeof expected);
    arena_init(&a, 1 << 16);
    writer_to_arena(&w, &a, 0, NULL);
    writer_double(&w, value, SLICE("null"));
    assert_ok(writer_finish(&w, &out));
    assert_string_equal(out.ptr, *expected ? expected : "null");
    arena_clear(&a);
}

/* The short way of writing numbers gives what the long way gives. */
static void test_numbers(void **state)
{
    (void)state;
    static const double VALUES[] = {0,
                                    1,
                                    -1,
                                    0.5,
                                    2.5,
                                    -33.45694,
                                    1e-5,
                                    -1e-5,
                                    9e-6,
                                    1e-7,
                                    999999999.99999,
                                    1e9,
                                    -1e9,
                                    1e15,
                                    1.0 / 3,
                                    0.1 + 0.2,
                                    123456.789012,
                                    5e-324,
                                    1.7976931348623157e308,
                                    100000,
                                    0.00001,
                                    0.99999};
    for (size_t i = 0; i < sizeof VALUES / sizeof *VALUES; i++)
        assert_number(VALUES[i]);
    assert_number((double)NAN);
    assert_number((double)INFINITY);
    uint64_t random = 88172645463325252u;
    for (size_t i = 0; i < 20000; i++) {
        random ^= random << 13;
        random ^= random >> 7;
        random ^= random << 17;
        assert_number((double)(int64_t)(random % 2000000000) / 100000 - 10000);
        assert_number((double)(random >> 11) / 9007199254740992.0);
        assert_number((double)(float)((double)(random % 100) / 100));
    }
}

static void test_locale(void **state)
{
    (void)state;
    sample s;
    arena a;
    slice plain, other;
    sample_fill(&s, SLICE(SAMPLE_TEXT));
    arena_init(&a, 1 << 20);
    assert_ok(export_json(&s.reading, &a, &plain, NULL));
    if (!setlocale(LC_ALL, "de_DE.UTF-8") && !setlocale(LC_ALL, "tr_TR.UTF-8"))
        setlocale(LC_ALL, "C.utf8"); /* where there is none with a decimal comma */
    assert_ok(export_json(&s.reading, &a, &other, NULL));
    setlocale(LC_ALL, "C");
    assert_true(slice_equal(plain, other));
    arena_clear(&a);
}

static void test_cap(void **state)
{
    (void)state;
    sample s;
    chancery_error error;
    slice out;
    sample_fill(&s, SLICE(SAMPLE_TEXT));
    for (size_t cap = 0; cap < 12000; cap += 500) {
        arena a;
        arena_init(&a, cap);
        chancery_status status = export_json(&s.reading, &a, &out, &error);
        assert_int_equal(status, cap < 6000 ? CHANCERY_E_LIMIT : status);
        assert_int_equal(export_json(&s.reading, &a, &out, NULL), CHANCERY_E_LIMIT);
        arena_clear(&a);
    }
}

/* ---- PLOVER ---- */

/* What `write` puts out, in `buffer`. */
static slice written(char *buffer, size_t size, const chancery_reading *reading, int what)
{
    FILE *stream = fmemopen(buffer, size, "w");
    assert_non_null(stream);
    if (what == 'c') {
        assert_ok(export_csv_header(stream, NULL));
        assert_ok(export_csv(reading, stream, NULL));
    } else {
        assert_ok(export_plover(reading, what == 'a', stream, NULL));
    }
    long len = ftell(stream);
    fclose(stream);
    return (slice){buffer, (size_t)len};
}

static void test_plover(void **state)
{
    (void)state;
    static char buffer[32768];
    sample s;
    sample_fill(&s, SLICE(SAMPLE_TEXT));
    slice out = written(buffer, sizeof buffer, &s.reading, 'p');
    json_t *records[8] = {0};
    size_t count = 0;
    slice line;
    while (slice_next(&out, '\n', &line))
        if (line.len)
            records[count++] = parse(line);
    assert_int_equal(count, 4); /* the negated one is left out */
    assert_keys(records[0], "id date enddate actor recipient event mode context quad_code "
                            "event_scale event_loc event_text text_info cite_info coder");
    assert_string_equal(text_at(records[0], "date"), "2024-06-11");
    assert_string_equal(text_at(records[0], "enddate"), "2024-06-12");
    assert_string_equal(json_string_value(item(records[0], "event", 0)), "CONSULT");
    assert_string_equal(json_string_value(item(records[0], "mode", 0)), "visit");
    assert_string_equal(text_at(item(records[0], "actor", 0), "office"), "Foreign Minister");
    /* characters: one of two bytes stands before the end, none before the start */
    json_t *info = json_object_get(records[0], "text_info");
    assert_int_equal(json_integer_value(json_object_get(info, "start")), s.events[0].span.start);
    assert_int_equal(json_integer_value(json_object_get(info, "end")), s.events[0].span.end - 1);
    /* a month, a year and no date at all become whole days */
    assert_string_equal(text_at(records[1], "date"), "2025-03-01");
    assert_string_equal(text_at(records[1], "enddate"), "2025-03-31");
    assert_string_equal(json_string_value(item(records[1], "context", 1)), "future");
    assert_string_equal(text_at(records[2], "date"), "1919-01-01");
    assert_string_equal(text_at(records[2], "enddate"), "1919-12-31");
    assert_string_equal(text_at(records[3], "date"), "2024-06-12");
    assert_string_equal(text_at(records[3], "comment"), "no date in the text: date of publication");
    assert_keys(json_object_get(records[3], "size"), "dead injured arrested size");
    for (size_t i = 0; i < count; i++)
        json_decref(records[i]);
    assert_true(holds(written(buffer, sizeof buffer, &s.reading, 'a'), "negation"));
}

static void test_plover_dates(void **state)
{
    (void)state;
    static char buffer[32768];
    static const struct {
        const char *date, *published, *wanted;
    } CASES[] = {
        {"2024-02", "", "\"date\":\"2024-02-01\",\"enddate\":\"2024-02-29\""},
        {"2023-02", "", "\"date\":\"2023-02-01\",\"enddate\":\"2023-02-28\""},
        {"1900-02", "", "\"date\":\"1900-02-01\",\"enddate\":\"1900-02-28\""},
        {"2000-02", "", "\"date\":\"2000-02-01\",\"enddate\":\"2000-02-29\""},
        {"2024-12", "", "\"date\":\"2024-12-01\",\"enddate\":\"2024-12-31\""},
        {"", "2024", "\"date\":\"2024-01-01\",\"enddate\":\"2024-12-31\""},
        {"", "", "\"comment\":\"no date\""},
    };
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        chancery_event event = {.event = SLICE("AID"), .date = slice_of(CASES[i].date)};
        chancery_reading reading = {.events = &event, .event_count = 1};
        reading.document.text = SLICE("text");
        reading.document.published = slice_of(CASES[i].published);
        slice out = written(buffer, sizeof buffer, &reading, 'p');
        assert_true(holds(out, CASES[i].wanted));
        assert_true(holds(out, "date\":\"2") || holds(out, "date\":\"1") || i == 6);
    }
}

/* Characters are counted right at and around the marks of a long text. */
static void test_plover_long(void **state)
{
    (void)state;
    static char text[3 * 20000];
    static char buffer[65536];
    for (size_t i = 0; i < 20000; i++)
        memcpy(text + 3 * i, "中", 3);
    static const uint32_t CHARACTERS[] = {0, 1, 1365, 1366, 2730, 2731, 2732, 19999, 20000};
    for (size_t i = 0; i + 1 < sizeof CHARACTERS / sizeof *CHARACTERS; i++) {
        chancery_event event = {.event = SLICE("AID")};
        event.span = (span){3 * CHARACTERS[i], 3 * CHARACTERS[i + 1]};
        chancery_reading reading = {.events = &event, .event_count = 1};
        reading.document.text = (slice){text, sizeof text};
        char wanted[80];
        snprintf(wanted, sizeof wanted, "\"start\":%u,\"end\":%u}", (unsigned)CHARACTERS[i],
                 (unsigned)CHARACTERS[i + 1]);
        assert_true(holds(written(buffer, sizeof buffer, &reading, 'p'), wanted));
    }
}

/* ---- CSV ---- */

static void test_csv(void **state)
{
    (void)state;
    static char buffer[32768];
    sample s;
    sample_fill(&s, SLICE(SAMPLE_TEXT));
    s.reading.document.title = SLICE("=cmd|' /C calc'!A0");
    s.reading.document.source = SLICE("say \"so\", they");
    slice out = written(buffer, sizeof buffer, &s.reading, 'c');
    slice rest = out;
    slice line;
    size_t lines = 0;
    while (slice_next(&rest, '\n', &line) && line.len) {
        assert_true(slice_ends(line, SLICE("\r")));
        lines++;
    }
    assert_int_equal(lines, 6);
    assert_true(slice_starts(out, SLICE("id,report,published,title,")));
    assert_true(holds(out, ",\"'=cmd|' /C calc'!A0\","));
    assert_true(holds(out, ",\"say \"\"so\"\", they\","));
    assert_true(holds(out, ",-33.45694,-70.64827,"));
    assert_true(holds(out, ",3,-2,\"negated\","));
    assert_true(holds(out, ",\"CHL; NOR\",\"; GOV\",\"; \",,,,"));
}

/* The cells of the second line, as RFC 4180 reads them. */
static size_t read_cells(slice out, char cells[][64], size_t max)
{
    size_t count = 0, at = slice_find(out, SLICE("\r\n")) + 2;
    while (count < max) {
        size_t len = 0;
        bool quoted = out.ptr[at] == '"';
        at += quoted;
        for (; at < out.len; at++) {
            if (quoted && out.ptr[at] == '"') {
                if (at + 1 >= out.len || out.ptr[at + 1] != '"')
                    break;
                at++;
            } else if (!quoted && (out.ptr[at] == ',' || out.ptr[at] == '\r')) {
                break;
            }
            assert_true(len < 63);
            cells[count][len++] = out.ptr[at];
        }
        cells[count++][len] = '\0';
        at += quoted;
        if (at >= out.len || out.ptr[at] != ',')
            break;
        at++;
    }
    return count;
}

static void test_csv_cells(void **state)
{
    (void)state;
    static char buffer[8192];
    static char cells[64][64];
    static const char *const TITLES[] = {"+1",  "-1",   "@x", "\tx",    "\rx",
                                         "a,b", "a\nb", "\"", "a\"\"b", "x=1"};
    for (size_t i = 0; i < sizeof TITLES / sizeof *TITLES; i++) {
        chancery_event event = {.event = SLICE("AID"), .event_scale = -1};
        chancery_reading reading = {.events = &event, .event_count = 1};
        reading.document.title = slice_of(TITLES[i]);
        slice out = written(buffer, sizeof buffer, &reading, 'c');
        assert_int_equal(read_cells(out, cells, 64), 35);
        assert_string_equal(cells[3] + (i < 5), TITLES[i]);
        assert_int_equal(cells[3][0] == '\'', i < 5);
        assert_string_equal(cells[12], "-1");
    }
    chancery_event event = {.event = SLICE("AID")};
    chancery_reading reading = {.events = &event, .event_count = 1};
    reading.document.title = SLICE("a\0b\xFF");
    read_cells(written(buffer, sizeof buffer, &reading, 'c'), cells, 64);
    assert_string_equal(cells[3], "a\uFFFDb\uFFFD");
}

static void test_full_disk(void **state)
{
    (void)state;
    chancery_error error;
    sample s;
    sample_fill(&s, SLICE(SAMPLE_TEXT));
    FILE *full = fopen("/dev/full", "w");
    assert_non_null(full);
    setvbuf(full, NULL, _IONBF, 0);
    assert_int_equal(export_csv(&s.reading, full, &error), CHANCERY_E_IO);
    assert_true(holds(slice_of(error.message), "No space left"));
    assert_int_equal(export_plover(&s.reading, true, full, &error), CHANCERY_E_IO);
    fclose(full);
}

/* A text longer than the stream's buffer comes through whole. */
static void test_long_words(void **state)
{
    (void)state;
    size_t len = 5 * WRITER_STREAM_BYTES + 7;
    char *text = malloc(len);
    char *buffer = malloc(2 * len);
    assert_true(text && buffer);
    for (size_t i = 0; i < len; i++)
        text[i] = (char)('a' + i % 26);
    chancery_event event = {.event = SLICE("AID"), .span = {0, (uint32_t)len}};
    chancery_reading reading = {.events = &event, .event_count = 1};
    reading.document.text = (slice){text, len};
    slice out = written(buffer, 2 * len, &reading, 'c');
    assert_true(slice_find(out, (slice){text, len}) != SIZE_MAX);
    out = written(buffer, 2 * len, &reading, 'p');
    assert_true(slice_find(out, (slice){text, len}) != SIZE_MAX);
    free(text);
    free(buffer);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_form),        cmocka_unit_test(test_stream),
        cmocka_unit_test(test_events),      cmocka_unit_test(test_parts),
        cmocka_unit_test(test_empty),       cmocka_unit_test(test_strings),
        cmocka_unit_test(test_all_bytes),   cmocka_unit_test(test_numbers),
        cmocka_unit_test(test_locale),      cmocka_unit_test(test_cap),
        cmocka_unit_test(test_plover),      cmocka_unit_test(test_plover_dates),
        cmocka_unit_test(test_plover_long), cmocka_unit_test(test_csv),
        cmocka_unit_test(test_csv_cells),   cmocka_unit_test(test_full_disk),
        cmocka_unit_test(test_long_words),
    };
    cmocka_set_message_output(CM_OUTPUT_TAP);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
