/* chancery codebook: checks a codebook's text and runs its examples.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * The text is compiled into a folder under /tmp, beside links to the names and the parser of the
 * engine: its own frames read its examples, also those that were edited a moment ago. An example is
 * read as a report of one sentence, published on EXAMPLE_DAY; what it must give stands behind "=>"
 * (data/codebook/FORMAT.md). */
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/error.h"
#include "cli/cli.h"
#include "cli/codebook_trace.h"
#include "cli/options.h"

#define EXAMPLE_DAY "2020-05-15"

static const cli_option options[] = {
    {"data", "FOLDER", "names and parser from this folder", 0, 'D'},
    CLI_OPTION_HELP,
    CLI_OPTIONS_END,
};

static const cli_usage usage = {
    "codebook",
    "check [OPTION]... FOLDER\ntrace [OPTION]... SENTENCE|-",
    "Reads a codebook's text files, says what is wrong with them, and runs their examples with "
    "what "
    "they say: each must give the event that stands behind it. 'trace' shows what the codebook "
    "makes of a sentence; it has options of its own.",
    options,
    "Example: chancery codebook check data/codebook",
};

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

static int run_examples(const char *folder, const chancery_engine *engine, arena *a)
{
    chancery_error error = {0};
    codebook_example *examples = NULL;
    chancery_reader *reader = NULL;
    size_t count = 0, passed = 0;
    if (codebook_examples(folder, a, &examples, &count, &error) != CHANCERY_OK ||
        chancery_reader_new(engine, &reader, &error) != CHANCERY_OK)
        return cli_fail(&error);
    for (size_t i = 0; i < count; i++)
        passed += run_example(reader, &examples[i]);
    chancery_reader_free(reader);
    printf("%zu passed, %zu failed\n", passed, count - passed);
    return passed == count ? CLI_OK : CLI_FAILED;
}

/** Files of the engine, in a folder of our own. */
static const char *const linked[] = {"chancery.kb", "chancery.lemmas", "chancery.parser", NULL};
static const char compiled[] = "chancery.codebook";

/** "folder/name" in the arena, or NULL. */
static char *join(const char *folder, const char *name, arena *a)
{
    slice path;
    bool made = arena_printf(a, &path, NULL, "%s/%s", folder, name) == CHANCERY_OK;
    return made ? (char *)(uintptr_t)path.ptr : NULL;
}

/** Links the engine's files into `scratch` and compiles the codebook beside them. */
static chancery_status fill(const char *scratch, const char *data_dir, const char *folder, arena *a,
                            chancery_error *error)
{
    for (const char *const *name = linked; *name; name++) {
        char *file = join(data_dir, *name, a), *link = join(scratch, *name, a);
        char *whole = file ? realpath(file, NULL) : NULL;
        bool made = whole && link && symlink(whole, link) == 0;
        free(whole);
        if (!made)
            return error_set(error, CHANCERY_E_IO, "can't link %s/%s into %s; check /tmp", data_dir,
                             *name, scratch);
    }
    char *target = join(scratch, compiled, a);
    return target ? codebook_compile(folder, target, error)
                  : error_set(error, CHANCERY_E_MEMORY, "no memory to check a codebook");
}

static void empty(const char *scratch, arena *a)
{
    for (const char *const *name = linked; *name; name++) {
        char *link = join(scratch, *name, a);
        if (link)
            unlink(link);
    }
    char *target = join(scratch, compiled, a);
    if (target)
        unlink(target);
    rmdir(scratch);
}

static int check(const char *folder, const char *data_dir, arena *a)
{
    chancery_error error = {0};
    char scratch[] = "/tmp/chancery-codebook-XXXXXX";
    chancery_engine *engine = cli_engine(data_dir), *own = NULL;
    if (!engine)
        return CLI_FAILED;
    int status = CLI_FAILED;
    if (!mkdtemp(scratch)) {
        cli_say("can't write to /tmp, where the check compiles to");
    } else {
        if (fill(scratch, engine_data_dir(engine), folder, a, &error) == CHANCERY_OK &&
            chancery_engine_open(scratch, &own, &error) == CHANCERY_OK)
            status = run_examples(folder, own, a);
        else
            cli_fail(&error);
        empty(scratch, a);
    }
    chancery_engine_close(own);
    chancery_engine_close(engine);
    return status;
}

int command_codebook(int argc, char **argv)
{
    if (argc > 1 && strcmp(argv[1], "trace") == 0)
        return command_codebook_trace(argc - 1, argv + 1);
    cli_line line = {.usage = &usage, .argc = argc, .argv = argv};
    const char *data_dir = NULL;
    int option;
    while ((option = cli_next_option(&line)) != CLI_OPTION_NONE) {
        if (option == CLI_OPTION_BAD)
            return CLI_MISUSE;
        if (option == 'h') {
            cli_print_help(&usage);
            return CLI_OK;
        }
        data_dir = line.value;
    }
    if (line.argument_count != 2 || strcmp(argv[1], "check") != 0)
        return cli_misuse("codebook", "say 'check FOLDER'");
    arena a;
    arena_init(&a, CHECK_CAP_BYTES);
    int status = check(argv[2], data_dir, &a);
    arena_clear(&a);
    return status;
}
