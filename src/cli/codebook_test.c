/* chancery codebook test: reads the examples that stand with the frames.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * An example is read as a report of one sentence, published on EXAMPLE_DAY; what it must give
 * stands behind "=>" (data/codebook/FORMAT.md). Examples of frames that were replaced or dropped
 * don't count. */
#include <string.h>

#include "base/array.h"
#include "cli/codebook.h"

#define EXAMPLE_DAY "2020-05-15"

typedef struct type_tally {
    slice type;
    size_t passed, failed;
} type_tally;

typedef struct test_job {
    const codebook_command *c;
    const codebook *book;
    chancery_reader *reader;
    arena arena;
    ARRAY(type_tally) tallies;
    size_t passed, failed;
} test_job;

/** "NOR,CHL" against the roles, in any order. */
static bool side_fits(slice codes, const chancery_role *roles, size_t count)
{
    size_t wanted = 0;
    slice code;
    codes = slice_trim(codes);
    while (codes.len && codes.ptr && slice_next(&codes, ',', &code)) {
        bool found = false;
        for (size_t i = 0; i < count; i++)
            found = found || slice_equal(roles[i].code, slice_trim(code));
        if (!found)
            return false;
        wanted++;
    }
    return wanted == count;
}

/** Cuts "TYPE/mode A,B > C status" into its parts. */
static void cut_expected(slice expected, slice parts[5])
{
    slice head = expected, word;
    memset(parts, 0, 5 * sizeof *parts);
    size_t space = slice_find(head, SLICE(" "));
    parts[0] = space == SIZE_MAX ? head : slice_range(head, 0, space);
    slice rest = space == SIZE_MAX ? (slice){0} : slice_range(head, space, head.len);
    size_t slash = slice_find(parts[0], SLICE("/"));
    if (slash != SIZE_MAX) {
        parts[1] = slice_range(parts[0], slash + 1, parts[0].len);
        parts[0] = slice_range(parts[0], 0, slash);
    }
    size_t arrow = slice_find(rest, SLICE(">"));
    if (arrow == SIZE_MAX)
        return;
    parts[2] = slice_trim(slice_range(rest, 0, arrow));
    slice behind = slice_trim(slice_range(rest, arrow + 1, rest.len));
    parts[4] = SLICE("occurred");
    while (behind.len && behind.ptr && slice_next(&behind, ' ', &word)) {
        chancery_event_status status;
        if (reading_status_of(word, &status))
            parts[4] = word;
        else
            parts[3] = word;
    }
}

static bool event_fits(const chancery_event *e, const slice parts[5])
{
    return slice_equal(e->event, parts[0]) &&
           (parts[1].len == 0 || slice_equal(e->mode, parts[1])) &&
           side_fits(parts[2], e->actors, e->actor_count) &&
           side_fits(parts[3], e->recipients, e->recipient_count) &&
           slice_equal(reading_status_name(e->status), parts[4]);
}

static void print_event(const chancery_event *e)
{
    fprintf(stderr, "    found %.*s/%.*s ", SLICE_ARGS(e->event), SLICE_ARGS(e->mode));
    for (size_t i = 0; i < e->actor_count; i++)
        fprintf(stderr, "%s%.*s", i ? "," : "", SLICE_ARGS(e->actors[i].code));
    fputs(" > ", stderr);
    for (size_t i = 0; i < e->recipient_count; i++)
        fprintf(stderr, "%s%.*s", i ? "," : "", SLICE_ARGS(e->recipients[i].code));
    fprintf(stderr, " %.*s by %.*s\n", SLICE_ARGS(reading_status_name(e->status)),
            SLICE_ARGS(e->frame));
}

static bool run_example(chancery_reader *reader, const codebook_example *x)
{
    chancery_error error = {0};
    const chancery_reading *reading;
    const chancery_read_options how = {SLICE("example"), SLICE(EXAMPLE_DAY)};
    slice parts[5];
    if (chancery_read(reader, x->sentence.ptr, x->sentence.len, &how, &reading, &error) !=
        CHANCERY_OK) {
        cli_fail(&error);
        return false;
    }
    bool fits = x->expected.len == 0;
    cut_expected(x->expected, parts);
    for (size_t i = 0; i < reading->event_count; i++) {
        const chancery_event *e = &reading->events[i];
        if (x->expected.len)
            fits = fits || event_fits(e, parts);
        else
            fits = fits && !slice_equal(e->event, x->event);
    }
    if (fits)
        return true;
    fprintf(stderr, "%.*s:%llu: %.*s\n    wanted %.*s\n", SLICE_ARGS(x->file),
            (unsigned long long)x->line, SLICE_ARGS(x->sentence),
            SLICE_ARGS(x->expected.len ? x->expected : SLICE("no such event")));
    for (size_t i = 0; i < reading->event_count; i++)
        print_event(&reading->events[i]);
    return false;
}

/* ---- which ---- */

/** Whether the codebook has the frame of this example, in this text. */
static bool is_alive(const codebook *book, size_t source, const codebook_example *x)
{
    for (size_t i = 0; i < codebook_frame_count(book); i++) {
        size_t from;
        const codebook_frame *f = codebook_frame_at(book, i, &from, NULL);
        if (from == source && slice_equal(f->name, x->frame))
            return true;
    }
    return false;
}

static bool is_wanted(const test_job *j, const codebook_example *x)
{
    slice wanted = slice_of(j->c->frame);
    return !j->c->frame || slice_equal(wanted, x->frame) || slice_equal(wanted, x->event);
}

static type_tally *tally_of(test_job *j, slice type)
{
    for (size_t i = 0; i < j->tallies.count; i++)
        if (slice_equal(j->tallies.items[i].type, type))
            return &j->tallies.items[i];
    type_tally *tally = array_push(&j->tallies, &j->arena, NULL);
    if (tally)
        tally->type = type;
    return tally;
}

static int run_source(test_job *j, size_t index)
{
    codebook_source source = codebook_source_at(j->book, index);
    codebook_example *examples = NULL;
    chancery_error error = {0};
    size_t count = 0;
    if (codebook_examples(&source, 1, &j->arena, &examples, &count, &error) != CHANCERY_OK)
        return cli_fail(&error);
    for (size_t i = 0; i < count; i++) {
        if (!is_wanted(j, &examples[i]) || !is_alive(j->book, index, &examples[i]))
            continue;
        type_tally *tally = tally_of(j, examples[i].event);
        bool passed = run_example(j->reader, &examples[i]);
        if (!tally)
            return CLI_FAILED;
        tally->passed += passed;
        tally->failed += !passed;
        j->passed += passed;
        j->failed += !passed;
    }
    return CLI_OK;
}

static int run_all(test_job *j, uint32_t first_layer)
{
    int status = CLI_OK;
    for (size_t i = 0; !status && i < codebook_source_count(j->book); i++)
        if (codebook_source_at(j->book, i).layer >= first_layer)
            status = run_source(j, i);
    if (!status && j->passed + j->failed == 0) {
        cli_say("no examples%s%s; they are lines of a frame that begin with + or -",
                j->c->frame ? " of " : "", j->c->frame ? j->c->frame : "");
        status = CLI_FAILED;
    }
    if (status)
        return status;
    printf("type        passed  failed\n");
    for (size_t i = 0; i < j->tallies.count; i++) {
        const type_tally *t = &j->tallies.items[i];
        printf("%-10.*s  %6zu  %6zu\n", SLICE_ARGS(t->type), t->passed, t->failed);
    }
    printf("%zu passed, %zu failed\n", j->passed, j->failed);
    return j->failed ? CLI_FAILED : CLI_OK;
}

/** With a path only its examples count; it is the uppermost layer. */
static int add_path(test_job *j, chancery_engine *engine, uint32_t *first_layer)
{
    cli_codebook book;
    int status = cli_load_codebook(j->c->arguments[0], &j->arena, &book);
    if (!status)
        status = cli_add_codebook(engine, &book);
    if (!status)
        *first_layer = book.sources[0].layer;
    return status;
}

int codebook_command_test(const codebook_command *c)
{
    chancery_error error = {0};
    uint32_t first_layer = 0;
    if (c->argument_count > 1)
        return cli_misuse("codebook", "name one file or folder at most: codebook test PATH");
    chancery_engine *engine = codebook_command_engine(c, true);
    if (!engine)
        return CLI_FAILED;
    test_job j = {.c = c};
    arena_init(&j.arena, CODEBOOK_COMMAND_ARENA_BYTES);
    int status = c->argument_count ? add_path(&j, engine, &first_layer) : CLI_OK;
    if (!status && chancery_reader_new(engine, &j.reader, &error) != CHANCERY_OK)
        status = cli_fail(&error);
    j.book = engine_parts(engine)->codebook;
    if (!status)
        status = run_all(&j, first_layer);
    chancery_reader_free(j.reader);
    arena_clear(&j.arena);
    chancery_engine_close(engine);
    return status;
}
