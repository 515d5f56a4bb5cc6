/* Tests of the engine room: the public API as a caller uses and misuses it.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * CHANCERY_DATA names the compiled data. What a report yields is tested in other places; here, that
 * it comes through whole, on every thread the same, and that hostile input gives a message. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include <fcntl.h>
#include <pthread.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include "archive/archive.h"
#include "engine/engine.h"
#include "export/export.h"
#include "net_sample.h"
#include "sample.h"

#define assert_ok(call) assert_int_equal((call), CHANCERY_OK)

enum { THREADS = 8, REPORTS = 6 };

typedef struct fixture {
    char folder[64];
    chancery_engine *engine;
    chancery_reader *reader;
    chancery_error error;
} fixture;

static int fixture_make(void **state)
{
    fixture *f = calloc(1, sizeof *f);
    assert_non_null(f);
    strcpy(f->folder, "/tmp/chancery-engine-XXXXXX");
    assert_non_null(mkdtemp(f->folder));
    if (chancery_engine_open(NULL, &f->engine, &f->error) != CHANCERY_OK)
        fail_msg("%s: %s", f->error.where, f->error.message);
    assert_ok(chancery_reader_new(f->engine, &f->reader, &f->error));
    *state = f;
    return 0;
}

static int fixture_drop(void **state)
{
    fixture *f = *state;
    char command[96];
    chancery_reader_free(f->reader);
    chancery_engine_close(f->engine);
    snprintf(command, sizeof command, "rm -rf %s", f->folder);
    assert_int_equal(system(command), 0);
    free(f);
    return 0;
}

static const chancery_reading *read_text(fixture *f, slice text)
{
    const chancery_reading *reading = NULL;
    if (chancery_read(f->reader, text.ptr, text.len, NULL, &reading, &f->error) != CHANCERY_OK)
        fail_msg("%s", f->error.message);
    return reading;
}

/* ---- one's own names ---- */

static void test_own_names(void **state)
{
    fixture *f = *state;
    chancery_engine *engine = NULL;
    chancery_reader *reader = NULL;
    const chancery_reading *reading = NULL;
    const char report[] = "15 May 2020. The House of Torres condemned Bolivia.";
    assert_ok(chancery_engine_open(NULL, &engine, &f->error));
    size_t plain = chancery_engine_edition(engine).kb.len;
    assert_int_equal(chancery_engine_add_names(engine, SLICE("own.txt"),
                                               SLICE("\nperson QQQ Ana Soto\n"), &f->error),
                     CHANCERY_E_FORMAT);
    assert_string_equal(f->error.where, "own.txt");
    assert_int_equal(f->error.line, 2);
    assert_int_equal(chancery_engine_edition(engine).kb.len, plain);
    assert_ok(chancery_engine_add_names(
        engine, SLICE("own.txt"), SLICE("organisation PER House of Torres [GOV]\n"), &f->error));
    assert_ok(chancery_engine_add_names(
        engine, SLICE("more.txt"), SLICE("person PER Ana Soto\n  office: President\n"), &f->error));
    assert_true(chancery_engine_edition(engine).kb.len > plain);
    assert_ok(chancery_reader_new(engine, &reader, &f->error));
    assert_ok(chancery_read(reader, report, sizeof report - 1, NULL, &reading, &f->error));
    assert_int_equal(reading->event_count, 1);
    assert_true(slice_is(reading->events[0].actors[0].code, "PER"));
    assert_int_equal(read_text(f, SLICE(report))->event_count, 0);
    chancery_reader_free(reader);
    chancery_engine_close(engine);
    assert_int_equal(chancery_engine_add_names(NULL, SLICE("x"), SLICE("y"), &f->error),
                     CHANCERY_E_MISUSE);
}

/* Frames of one's own win, each call over those before it; a failure changes nothing. */
static void test_own_codebook(void **state)
{
    fixture *f = *state;
    chancery_engine *engine = NULL;
    chancery_reader *reader = NULL;
    const chancery_reading *reading = NULL;
    const char report[] = "15 May 2020. Norway zigzagged past Chile.";
    char before[16] = "", after[16] = "";
    assert_ok(chancery_engine_open(NULL, &engine, &f->error));
    memcpy(before, chancery_engine_edition(engine).codebook.ptr, 8);
    assert_int_equal(chancery_engine_add_codebook(engine, SLICE("own.txt"),
                                                  SLICE("\nframe a/b\n  verb: go\n"), &f->error),
                     CHANCERY_E_FORMAT);
    assert_string_equal(f->error.where, "own.txt");
    assert_int_equal(f->error.line, 3);
    memcpy(after, chancery_engine_edition(engine).codebook.ptr, 8);
    assert_string_equal(before, after);
    assert_ok(chancery_engine_add_codebook(
        engine, SLICE("own.txt"),
        SLICE("frame own/zig\n  event: CONSULT\n  verbs: zigzag~past\n  actor: subject\n"
              "  recipient: oblique(past)\n"),
        &f->error));
    assert_ok(chancery_engine_add_codebook(
        engine, SLICE("more.txt"),
        SLICE("type ZIG quad 4 scale -3\nframe own/zig\n  event: ZIG\n  verbs: zigzag~past\n"
              "  actor: subject\n  recipient: oblique(past)\n"),
        &f->error));
    memcpy(after, chancery_engine_edition(engine).codebook.ptr, 8);
    assert_string_not_equal(before, after);
    assert_ok(chancery_reader_new(engine, &reader, &f->error));
    assert_ok(chancery_read(reader, report, sizeof report - 1, NULL, &reading, &f->error));
    assert_int_equal(reading->event_count, 1);
    assert_true(slice_is(reading->events[0].event, "ZIG"));
    assert_int_equal(reading->events[0].quad_code, 4);
    assert_int_equal(read_text(f, SLICE(report))->event_count, 0);
    chancery_reader_free(reader);
    chancery_engine_close(engine);
    assert_int_equal(chancery_engine_add_codebook(NULL, SLICE("x"), SLICE("y"), &f->error),
                     CHANCERY_E_MISUSE);
}

/* ---- misuse ---- */

static void assert_misuse(chancery_status status, const chancery_error *error, const char *function)
{
    assert_int_equal(status, CHANCERY_E_MISUSE);
    assert_int_equal(error->status, CHANCERY_E_MISUSE);
    assert_non_null(strstr(error->message, function));
}

static void test_nulls_of_engine(void **state)
{
    fixture *f = *state;
    chancery_error e;
    slice code = {0}, name = {0};
    chancery_reader *reader = NULL;
    assert_misuse(chancery_engine_open(NULL, NULL, &e), &e, "chancery_engine_open");
    assert_int_equal(chancery_engine_open(NULL, NULL, NULL), CHANCERY_E_MISUSE);
    chancery_engine_close(NULL);
    assert_int_equal(chancery_engine_edition(NULL).program.len, 0);
    assert_misuse(chancery_engine_state(NULL, SLICE("CHN"), &code, &name, &e), &e, "state");
    assert_misuse(chancery_engine_state(f->engine, SLICE("CHN"), NULL, &name, &e), &e, "state");
    assert_misuse(chancery_engine_state(f->engine, SLICE("CHN"), &code, NULL, &e), &e, "state");
    assert_misuse(chancery_engine_state(f->engine, (slice){NULL, 3}, &code, &name, &e), &e,
                  "state");
    assert_misuse(chancery_reader_new(NULL, &reader, &e), &e, "chancery_reader_new");
    assert_misuse(chancery_reader_new(f->engine, NULL, &e), &e, "chancery_reader_new");
    assert_null(reader);
    chancery_reader_free(NULL);
    chancery_free(NULL);
}

static void test_nulls_of_reading(void **state)
{
    fixture *f = *state;
    chancery_error e;
    const chancery_reading *reading = NULL;
    chancery_archive *archive = NULL;
    char *json = NULL;
    size_t len;
    assert_misuse(chancery_read(NULL, "x", 1, NULL, &reading, &e), &e, "chancery_read");
    assert_misuse(chancery_read(f->reader, NULL, 1, NULL, &reading, &e), &e, "chancery_read");
    assert_misuse(chancery_read(f->reader, "x", 1, NULL, NULL, &e), &e, "chancery_read");
    chancery_read_options options = {.name = {NULL, 4}};
    assert_misuse(chancery_read(f->reader, "x", 1, &options, &reading, &e), &e, "chancery_read");
    options = (chancery_read_options){.published = {NULL, 4}};
    assert_misuse(chancery_read(f->reader, "x", 1, &options, &reading, &e), &e, "chancery_read");
    assert_int_equal(chancery_read(f->reader, NULL, SIZE_MAX, NULL, &reading, NULL),
                     CHANCERY_E_MISUSE);
    assert_null(reading);
    reading = read_text(f, SLICE(SAMPLE_TEXT));
    assert_misuse(chancery_reading_json(NULL, &json, &len, &e), &e, "chancery_reading_json");
    assert_misuse(chancery_reading_json(reading, NULL, &len, &e), &e, "chancery_reading_json");
    assert_misuse(chancery_reading_json(reading, &json, NULL, &e), &e, "chancery_reading_json");
    assert_null(json);
    assert_misuse(chancery_archive_open(NULL, &archive, &e), &e, "chancery_archive_open");
    assert_misuse(chancery_archive_open("x", NULL, &e), &e, "chancery_archive_open");
    assert_misuse(chancery_archive_store(NULL, reading, &e), &e, "chancery_archive_store");
    chancery_archive_close(NULL);
}

/* ---- where data is looked for ---- */

static void assert_not_found(const char *folder, const char *where)
{
    chancery_engine *engine = NULL;
    chancery_error e;
    assert_int_equal(chancery_engine_open(folder, &engine, &e), CHANCERY_E_NOT_FOUND);
    assert_null(engine);
    assert_non_null(strstr(*e.where ? e.where : e.message, where));
    assert_true(strlen(e.message) > 10);
    assert_int_equal(chancery_engine_open(folder, &engine, NULL), CHANCERY_E_NOT_FOUND);
}

static void link_data(const fixture *f, const char *name)
{
    char from[512], to[128];
    snprintf(from, sizeof from, "%s/%s", engine_data_dir(f->engine), name);
    snprintf(to, sizeof to, "%s/%s", f->folder, name);
    char *whole = realpath(from, NULL);
    assert_non_null(whole);
    assert_int_equal(symlink(whole, to), 0);
    free(whole);
}

static void test_missing_files(void **state)
{
    fixture *f = *state;
    chancery_engine *engine = NULL;
    assert_not_found("/nonexistent", "/nonexistent/chancery.kb");
    assert_not_found("", "/chancery.kb");
    assert_not_found(f->folder, "chancery.kb");
    link_data(f, "chancery.kb");
    assert_not_found(f->folder, "chancery.codebook");
    link_data(f, "chancery.codebook");
    assert_not_found(f->folder, "chancery.lemmas");
    link_data(f, "chancery.lemmas");
    assert_not_found(f->folder, "chancery.parser");
    link_data(f, "chancery.parser");
    assert_ok(chancery_engine_open(f->folder, &engine, &f->error));
    assert_string_equal(engine_data_dir(engine), f->folder);
    chancery_engine_close(engine);
}

/* A small network of made-up numbers, as the folder's. */
static void write_network(const fixture *f, bool sound)
{
    char path[128];
    net_sample *network = malloc(sizeof *network);
    assert_non_null(network);
    net_sample_fill(network);
    network->config.tokeniser = sound ? 1 : 9;
    snprintf(path, sizeof path, "%s/chancery.parser", f->folder);
    assert_ok(container_write(path, "SYNT", 1, network->part, SAMPLE_PARTS, NULL));
    free(network);
}

static void test_network(void **state)
{
    fixture *f = *state;
    chancery_engine *engine = NULL;
    net *network = NULL;
    link_data(f, "chancery.kb");
    link_data(f, "chancery.codebook");
    link_data(f, "chancery.lemmas");
    assert_int_equal(engine_open_network(f->folder, &network, &f->error), CHANCERY_E_NOT_FOUND);
    assert_null(network);
    assert_non_null(strstr(f->error.where, "/chancery.parser"));

    write_network(f, true);
    assert_ok(chancery_engine_open(f->folder, &engine, &f->error));
    assert_non_null(engine_parts(engine)->network);
    slice edition = chancery_engine_edition(engine).model;
    assert_int_equal(edition.len, sizeof "76543210 sample 1 01234567 without judge" - 1);
    assert_int_equal(slice_find(edition, SLICE(" sample 1 ")), 8);
    chancery_engine_close(engine);
    assert_ok(engine_open_network(f->folder, &network, &f->error));
    net_close(network);

    write_network(f, false);
    f->error = (chancery_error){0};
    assert_int_equal(chancery_engine_open(f->folder, &engine, &f->error), CHANCERY_E_VERSION);
    assert_non_null(strstr(f->error.where, "/chancery.parser"));
    assert_int_equal(engine_open_network(f->folder, &network, NULL), CHANCERY_E_VERSION);
}

/* An engine without what parses needs no file of it, knows names, and has no readers. */
static void test_knowledge(void **state)
{
    fixture *f = *state;
    chancery_engine *engine = NULL;
    chancery_reader *reader = NULL;
    slice code, name;
    chancery_error e;
    assert_int_equal(engine_open_knowledge(f->folder, &engine, &e), CHANCERY_E_NOT_FOUND);
    link_data(f, "chancery.kb");
    assert_int_equal(engine_open_knowledge(f->folder, &engine, &e), CHANCERY_E_NOT_FOUND);
    link_data(f, "chancery.codebook");
    assert_ok(engine_open_knowledge(f->folder, &engine, &f->error));
    assert_null(engine_parts(engine)->network);
    assert_ok(chancery_engine_state(engine, SLICE("Norway"), &code, &name, &f->error));
    chancery_edition edition = chancery_engine_edition(engine);
    assert_int_equal(edition.kb.len, 8);
    assert_int_equal(edition.model.len, 0);
    assert_misuse(chancery_reader_new(engine, &reader, &e), &e, "chancery_reader_new");
    assert_null(reader);
    chancery_engine_close(engine);
}

static void test_wrong_files(void **state)
{
    fixture *f = *state;
    static const char *const NAMES[] = {"chancery.kb", "chancery.codebook", "chancery.lemmas",
                                        "chancery.parser"};
    chancery_engine *engine = NULL;
    char path[128];
    for (size_t i = 0; i < sizeof NAMES / sizeof *NAMES; i++)
        link_data(f, NAMES[i]);
    for (size_t i = 0; i < sizeof NAMES / sizeof *NAMES; i++) {
        snprintf(path, sizeof path, "%s/%s", f->folder, NAMES[i]);
        assert_int_equal(unlink(path), 0);
        link_data(f, NAMES[i]);
        assert_int_equal(unlink(path), 0);
        FILE *file = fopen(path, "w");
        assert_non_null(file);
        fputs("CHANCERYtext that is no container, long enough to hold a header of one", file);
        fclose(file);
        assert_int_equal(chancery_engine_open(f->folder, &engine, &f->error), CHANCERY_E_FORMAT);
        assert_null(engine);
        assert_true(strstr(f->error.where, NAMES[i]) || strstr(f->error.message, NAMES[i]));
        assert_int_equal(unlink(path), 0);
        link_data(f, NAMES[i]);
    }
}

static void test_variable(void **state)
{
    fixture *f = *state;
    char *kept = strdup(getenv("CHANCERY_DATA") ? getenv("CHANCERY_DATA") : "");
    assert_non_null(kept);
    /* a wrong variable is not passed over in silence */
    setenv("CHANCERY_DATA", "/nonexistent", 1);
    assert_not_found(NULL, "/nonexistent/chancery.kb");
    chancery_engine *engine = NULL;
    assert_ok(chancery_engine_open(engine_data_dir(f->engine), &engine, &f->error));
    chancery_engine_close(engine); /* what the caller names goes before it */
    setenv("CHANCERY_DATA", kept, 1);
    free(kept);
}

/* A copy of this program that has the data beside it finds them (see main). */
static void test_beside_program(void **state)
{
    fixture *f = *state;
    char copy[128], command[512];
    link_data(f, "chancery.kb");
    link_data(f, "chancery.codebook");
    link_data(f, "chancery.lemmas");
    link_data(f, "chancery.parser");
    snprintf(copy, sizeof copy, "%s/program", f->folder);
    snprintf(command, sizeof command, "cp /proc/%ld/exe %s && env -u CHANCERY_DATA %s %s",
             (long)getpid(), copy, copy, f->folder);
    assert_int_equal(system(command), 0);
    snprintf(command, sizeof command, "CHANCERY_DATA= %s %s", copy, f->folder);
    assert_int_equal(system(command), 0); /* an empty variable is none */
}

/* ---- what an engine knows ---- */

static void test_edition(void **state)
{
    fixture *f = *state;
    chancery_edition edition = chancery_engine_edition(f->engine);
    assert_true(slice_equal(edition.program, SLICE(CHANCERY_VERSION)));
    assert_true(edition.kb.len && edition.codebook.len && edition.model.len);
    const chancery_reading *reading = read_text(f, SLICE(SAMPLE_TEXT));
    assert_true(slice_equal(reading->edition.program, edition.program));
    assert_true(slice_equal(reading->edition.kb, edition.kb));
    assert_true(slice_equal(reading->edition.codebook, edition.codebook));
    assert_true(slice_equal(reading->edition.model, edition.model));
}

/* The editions by the files' headers are those of the open engine. */
static void test_peek(void **state)
{
    fixture *f = *state;
    chancery_edition edition = chancery_engine_edition(f->engine);
    engine_editions e;
    assert_int_equal(engine_peek(engine_data_dir(f->engine), &e, &f->error), CHANCERY_OK);
    assert_true(slice_equal(edition.kb, (slice){e.kb, 8}));
    assert_true(slice_equal(edition.codebook, (slice){e.codebook, 8}));
    assert_memory_equal(edition.model.ptr, e.lemmas, 8);
    assert_memory_equal(edition.model.ptr + edition.model.len - 8, e.parser, 8);
    assert_int_equal(engine_peek("/nowhere", &e, &f->error), CHANCERY_E_NOT_FOUND);
    assert_int_equal(engine_peek(TEST_SOURCE_DIR, &e, &f->error), CHANCERY_E_NOT_FOUND);
}

static void test_states(void **state)
{
    fixture *f = *state;
    slice code, name;
    static char hostile[100000];
    assert_ok(chancery_engine_state(f->engine, SLICE("Norway"), &code, &name, &f->error));
    assert_true(slice_equal(code, SLICE("NOR")));
    assert_true(slice_equal(name, SLICE("Norway")));
    assert_ok(chancery_engine_state(f->engine, SLICE("CHL"), &code, &name, NULL));
    assert_true(slice_equal(code, SLICE("CHL")));
    static const char *const NONE[] = {"", "Atlantis", "\xFF", "\xE4\xB8", "  "};
    for (size_t i = 0; i < sizeof NONE / sizeof *NONE; i++) {
        if (chancery_engine_state(f->engine, slice_of(NONE[i]), &code, &name, &f->error) !=
            CHANCERY_E_NOT_FOUND)
            fail_msg("'%s' is %.*s", NONE[i], SLICE_ARGS(name));
        assert_non_null(strstr(f->error.message, "give a name"));
    }
    memset(hostile, 'a', sizeof hostile);
    assert_int_equal(
        chancery_engine_state(f->engine, (slice){hostile, sizeof hostile}, &code, &name, &f->error),
        CHANCERY_E_NOT_FOUND);
}

/* ---- reading ---- */

static void test_options(void **state)
{
    fixture *f = *state;
    const chancery_reading *reading = NULL;
    chancery_read_options options = {SLICE("a b.txt"), SLICE("2024-06-12")};
    assert_ok(chancery_read(f->reader, SAMPLE_TEXT, sizeof SAMPLE_TEXT - 1, &options, &reading,
                            &f->error));
    assert_true(slice_equal(reading->document.name, SLICE("a b.txt")));
    assert_true(slice_equal(reading->document.published, SLICE("2024-06-12")));
    static const char *const WRONG[] = {"yesterday", "2024-13-01", "2024-02-30", "12 June 2024",
                                        "2024-06-12T10:00"};
    for (size_t i = 0; i < sizeof WRONG / sizeof *WRONG; i++) {
        options.published = slice_of(WRONG[i]);
        assert_int_equal(chancery_read(f->reader, "x", 1, &options, &reading, &f->error),
                         CHANCERY_E_MISUSE);
        assert_non_null(strstr(f->error.message, "write it as"));
    }
}

static void test_other_language(void **state)
{
    fixture *f = *state;
    static const char TEXT[] =
        "Außenminister trifft Amtskollegen\n\nDer norwegische Außenminister hat am Mittwoch in "
        "Santiago seinen chilenischen Amtskollegen getroffen. Beide Seiten sprachen über die "
        "Fischerei und vereinbarten, die Zusammenarbeit zwischen den Ländern weiter auszubauen.\n";
    const chancery_reading *r = read_text(f, SLICE(TEXT));
    assert_true(slice_equal(r->document.language, SLICE("de")));
    assert_true(r->document.text.len > 100 && r->document.id.len == 17);
    assert_true(r->edition.kb.len > 0);
    size_t items = r->document.sentence_count + r->entity_count + r->person_count + r->event_count +
                   r->statement_count + r->commitment_count + r->visit_count + r->relation_count +
                   r->date_count + r->finding_count;
    assert_int_equal(items, 0);
}

static void assert_unread(fixture *f, slice text, chancery_status status)
{
    const chancery_reading *reading = NULL;
    assert_int_equal(chancery_read(f->reader, text.ptr, text.len, NULL, &reading, &f->error),
                     status);
    assert_null(reading);
    assert_int_equal(f->error.status, status);
    assert_true(strlen(f->error.message) > 10);
    assert_int_equal(chancery_read(f->reader, text.ptr, text.len, NULL, &reading, NULL), status);
}

static void test_unreadable(void **state)
{
    fixture *f = *state;
    assert_unread(f, (slice){NULL, 0}, CHANCERY_E_FORMAT);
    assert_unread(f, SLICE(""), CHANCERY_E_FORMAT);
    assert_unread(f, SLICE("Norway \xC3( Chile"), CHANCERY_E_UTF8);
    assert_int_equal(
        chancery_read(f->reader, "ab\xFF", 3, NULL, &(const chancery_reading *){0}, &f->error),
        CHANCERY_E_UTF8);
    assert_int_equal(f->error.offset, 2);
    assert_unread(f,
                  SLICE("\x7F"
                        "ELF\x02\x01\x01\0\0\0\0\0\0\0\0\x03\0>\0\x01\x06\x05\x04\x1A\x0E"),
                  CHANCERY_E_FORMAT);
    size_t len = (size_t)TEXT_MAX_BYTES + 1;
    char *large = malloc(len);
    assert_non_null(large);
    memset(large, 'a', len);
    assert_unread(f, (slice){large, len}, CHANCERY_E_LIMIT);
    free(large);
    read_text(f, SLICE(SAMPLE_TEXT)); /* the reader can be gone on with */
}

/* Input that is odd but can be read: no crash, and JSON, archive and spans stay sound. */
static void test_odd_texts(void **state)
{
    fixture *f = *state;
    static char words[400000];
    for (size_t i = 0; i < sizeof words; i++)
        words[i] = " Norway met Chile,"[i % 18];
    const slice odd[] = {
        SLICE("x"),
        SLICE("\n\n\n"),
        SLICE("Norway\0met\0Chile. Norway met Chile in Oslo on Monday.\0"),
        SLICE("((((((((((((((((((((\"\"\"\"\"\"\"\"''''''''``````````))))))))))"),
        SLICE("He said that he said that he said that he said that he said that Norway said so."),
        SLICE("Norway \xE2\x80\xA8 met \xEF\xBB\xBF Chile \xE2\x80\x8B today."),
        {words, sizeof words},
    };
    char path[128];
    chancery_archive *archive = NULL;
    archive_counts counts;
    snprintf(path, sizeof path, "%s/odd.db", f->folder);
    assert_ok(chancery_archive_open(path, &archive, &f->error));
    for (size_t i = 0; i < sizeof odd / sizeof *odd; i++) {
        const chancery_reading *reading = NULL;
        chancery_status status =
            chancery_read(f->reader, odd[i].ptr, odd[i].len, NULL, &reading, &f->error);
        if (status == CHANCERY_OK)
            status = chancery_archive_store(archive, reading, &f->error);
        if (status != CHANCERY_OK && status != CHANCERY_E_FORMAT)
            fail_msg("%zu: %s", i, f->error.message);
    }
    if (archive_check(archive, &counts, &f->error) != CHANCERY_OK)
        fail_msg("%s", f->error.message);
    assert_true(counts.reports > 2);
    chancery_archive_close(archive);
}

/* After a huge report the reader's memory is given back when the next one comes. */
static void test_memory_is_given_back(void **state)
{
    fixture *f = *state;
    size_t len = 4 << 20;
    char *large = malloc(len);
    assert_non_null(large);
    for (size_t i = 0; i < len; i++)
        large[i] = "The rain came late.\n\n"[i % 21]; /* nothing to parse */
    const chancery_reading *reading = NULL;
    chancery_status status = chancery_read(f->reader, large, len, NULL, &reading, &f->error);
    if (status != CHANCERY_OK && status != CHANCERY_E_LIMIT)
        fail_msg("%s", f->error.message);
    free(large);
    reading = read_text(f, SLICE(SAMPLE_TEXT));
    const char *text = reading->document.text.ptr;
    reading = read_text(f, SLICE(SAMPLE_TEXT));
    assert_ptr_equal(reading->document.text.ptr, text); /* kept between ordinary reports */
}

static void test_json_and_archive(void **state)
{
    fixture *f = *state;
    char path[128];
    char *json = NULL;
    size_t len = 0;
    arena a;
    chancery_archive *archive = NULL;
    chancery_reading loaded;
    archive_counts counts;
    slice again;
    arena_init(&a, 64 << 20);
    snprintf(path, sizeof path, "%s/chancery.db", f->folder);
    const chancery_reading *reading = read_text(f, SLICE(SAMPLE_TEXT));
    assert_true(reading->document.sentence_count > 3);
    assert_ok(chancery_reading_json(reading, &json, &len, &f->error));
    assert_int_equal(strlen(json), len);
    assert_ok(chancery_archive_open(path, &archive, &f->error));
    assert_ok(chancery_archive_store(archive, reading, &f->error));
    assert_ok(chancery_archive_store(archive, reading, &f->error));
    assert_ok(archive_load(archive, reading->document.id, &a, &loaded, &f->error));
    assert_ok(export_json(&loaded, &a, &again, &f->error));
    assert_true(slice_equal(again, (slice){json, len}));
    if (archive_check(archive, &counts, &f->error) != CHANCERY_OK)
        fail_msg("%s", f->error.message);
    assert_int_equal(counts.reports, 1);
    chancery_archive_close(archive);
    chancery_free(json);
    arena_clear(&a);
}

/* ---- threads ---- */

static const char *const BODIES[REPORTS] = {
    SAMPLE_TEXT,
    ("Kenya hosts Uganda\n\nNAIROBI, 3 May 2021 - Kenyan President Amina Otieno received Uganda's "
     "foreign minister on Monday. They signed an agreement on trade.\n"),
    "Fiji condemns test\n\nFiji condemned the launch of a missile by North Korea on Tuesday.\n",
    "Peru sends aid\n\nPeru will send 300 tents to Ecuador, Prime Minister Luis Prado said.\n",
    "x",
    "Chad and Niger broke off relations in 1999. Chad's army shelled a town in Niger.\n",
};

typedef struct worker {
    const chancery_engine *engine;
    size_t first;
    char *json[REPORTS];
    bool failed;
} worker;

static void *work(void *context)
{
    worker *w = context;
    chancery_reader *reader = NULL;
    if (chancery_reader_new(w->engine, &reader, NULL) != CHANCERY_OK)
        w->failed = true;
    for (size_t i = 0; i < REPORTS && !w->failed; i++) {
        size_t at = (w->first + i) % REPORTS; /* each in another order */
        const chancery_reading *reading = NULL;
        size_t len;
        w->failed = chancery_read(reader, BODIES[at], strlen(BODIES[at]), NULL, &reading, NULL) !=
                        CHANCERY_OK ||
                    chancery_reading_json(reading, &w->json[at], &len, NULL) != CHANCERY_OK;
    }
    chancery_reader_free(reader);
    return NULL;
}

static void test_threads(void **state)
{
    fixture *f = *state;
    pthread_t threads[THREADS];
    worker workers[THREADS] = {0};
    for (size_t i = 0; i < THREADS; i++) {
        workers[i].engine = f->engine;
        workers[i].first = i;
        assert_int_equal(pthread_create(&threads[i], NULL, work, &workers[i]), 0);
    }
    for (size_t i = 0; i < THREADS; i++)
        assert_int_equal(pthread_join(threads[i], NULL), 0);
    for (size_t i = 0; i < THREADS; i++) {
        assert_false(workers[i].failed);
        for (size_t k = 0; k < REPORTS; k++)
            assert_string_equal(workers[i].json[k], workers[0].json[k]);
    }
    for (size_t i = 0; i < THREADS; i++)
        for (size_t k = 0; k < REPORTS; k++)
            chancery_free(workers[i].json[k]);
}

/* With a folder as its argument the program looks whether an engine is found there. */
static int look_beside(const char *folder)
{
    chancery_engine *engine = NULL;
    chancery_error error;
    if (chancery_engine_open(NULL, &engine, &error) != CHANCERY_OK) {
        fprintf(stderr, "%s: %s\n", error.where, error.message);
        return 1;
    }
    bool same = strcmp(engine_data_dir(engine), folder) == 0;
    chancery_engine_close(engine);
    return same ? 0 : 2;
}

int main(int argc, char **argv)
{
    if (argc == 2)
        return look_beside(argv[1]);
#define WITH_ENGINE(name) cmocka_unit_test_setup_teardown(name, fixture_make, fixture_drop)
    const struct CMUnitTest tests[] = {
        WITH_ENGINE(test_own_names),        WITH_ENGINE(test_own_codebook),
        WITH_ENGINE(test_nulls_of_engine),  WITH_ENGINE(test_nulls_of_reading),
        WITH_ENGINE(test_missing_files),    WITH_ENGINE(test_network),
        WITH_ENGINE(test_knowledge),        WITH_ENGINE(test_wrong_files),
        WITH_ENGINE(test_variable),         WITH_ENGINE(test_beside_program),
        WITH_ENGINE(test_edition),          WITH_ENGINE(test_peek),
        WITH_ENGINE(test_states),           WITH_ENGINE(test_options),
        WITH_ENGINE(test_other_language),   WITH_ENGINE(test_unreadable),
        WITH_ENGINE(test_odd_texts),        WITH_ENGINE(test_memory_is_given_back),
        WITH_ENGINE(test_json_and_archive), WITH_ENGINE(test_threads),
    };
    cmocka_set_message_output(CM_OUTPUT_TAP);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
