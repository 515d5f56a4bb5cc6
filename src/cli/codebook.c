/* chancery codebook: checks a codebook's text and runs its examples.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * An example is read as a report of one sentence, published on EXAMPLE_DAY; what it must give
 * stands behind "=>" (data/codebook/FORMAT.md). */
#include <getopt.h>
#include <string.h>

#include "base/error.h"
#include "cli/cli.h"

#define EXAMPLE_DAY "2020-05-15"

static const char help[] =
    "Usage: chancery codebook check FOLDER\n\n"
    "Reads a codebook's text files, says what is wrong with them, and runs their examples with\n"
    "the codebook that the program has open.\n\n"
    "      --data FOLDER   compiled codebook, knowledge base and model from this folder\n"
    "  -h, --help          this text\n\n"
    "Example: chancery codebook check data/codebook\n";

enum { CHECK_CAP_BYTES = 64 << 20 };

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
    const chancery_read_options options = {SLICE("example"), SLICE(EXAMPLE_DAY)};
    slice parts[5];
    if (chancery_read(reader, x->sentence.ptr, x->sentence.len, &options, &reading, &error) !=
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

static int run_examples(const char *folder, const char *data_dir, arena *a)
{
    chancery_error error = {0};
    codebook_example *examples = NULL;
    size_t count = 0, passed = 0;
    if (codebook_examples(folder, a, &examples, &count, &error) != CHANCERY_OK)
        return cli_fail(&error);
    chancery_engine *engine = cli_engine(data_dir);
    chancery_reader *reader = NULL;
    if (!engine)
        return CLI_FAILED;
    if (chancery_reader_new(engine, &reader, &error) != CHANCERY_OK) {
        chancery_engine_close(engine);
        return cli_fail(&error);
    }
    for (size_t i = 0; i < count; i++)
        passed += run_example(reader, &examples[i]);
    chancery_reader_free(reader);
    chancery_engine_close(engine);
    printf("%zu passed, %zu failed\n", passed, count - passed);
    return passed == count ? CLI_OK : CLI_FAILED;
}

int command_codebook(int argc, char **argv)
{
    static const struct option options[] = {
        {"data", required_argument, NULL, 'D'}, {"help", no_argument, NULL, 'h'}, {0}};
    const char *data_dir = NULL;
    int option;
    opterr = 0;
    while ((option = getopt_long(argc, argv, "h", options, NULL)) != -1) {
        if (option == 'h') {
            fputs(help, stdout);
            return CLI_OK;
        }
        if (option != 'D')
            return cli_misuse("codebook", "unknown or incomplete option '%s'", argv[optind - 1]);
        data_dir = optarg;
    }
    if (argc - optind != 2 || strcmp(argv[optind], "check") != 0)
        return cli_misuse("codebook", "say 'check FOLDER'");
    arena a;
    arena_init(&a, CHECK_CAP_BYTES);
    int status = run_examples(argv[optind + 1], data_dir, &a);
    arena_clear(&a);
    return status;
}
