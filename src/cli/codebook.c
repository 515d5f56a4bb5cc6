/* chancery codebook: checks, tries, shows, compares and extends the codebook. Its subcommands are
 * in codebook_*.c.
 *
 * SPDX-License-Identifier: Apache-2.0 */
#include "cli/codebook.h"

#include <string.h>

#include "base/file.h"
#include "cli/codebook_trace.h"
#include "cli/options.h"

static const cli_option options[] = {
    {"frame", "NAME", "test only this frame, or the frames of this type", 0, 'n'},
    {"on", "PATH", "diff: read these reports both ways (as often as needed)", 0, 'o'},
    CLI_OPTION_CODEBOOK,
    CLI_OPTION_KB,
    CLI_OPTION_ARCHIVE,
    CLI_OPTION_DATA,
    CLI_OPTION_HELP,
    CLI_OPTIONS_END,
};

static const cli_usage usage = {
    "codebook",
    "check PATH\n"
    "test [OPTION]... [PATH]\n"
    "show [OPTION]... [FRAME|TYPE|WORD]\n"
    "diff [--on REPORT]... OLD NEW\n"
    "trace [OPTION]... SENTENCE|-\n"
    "add FILE --archive FILE\n"
    "remove NAME --archive FILE",
    "check says what is wrong with frames of your own (a file or folder), or with a whole codebook "
    "(a folder like data/codebook).\n"
    "test reads the examples that stand with the frames, all of them or those of PATH: each must "
    "give the event that stands behind it.\n"
    "show prints a frame, the frames of a type or the frames that a word triggers; without a word, "
    "the types.\n"
    "diff compares two codebooks frame by frame, and what comes of reports with each.\n"
    "trace shows what the codebook makes of a sentence; it has options of its own.\n"
    "add keeps a file of your own frames with an archive: 'read --archive' then takes them before "
    "ours. remove takes it out again.",
    options,
    "Example: chancery codebook show visit",
};

static const struct subcommand {
    const char *name;
    int (*run)(const codebook_command *c);
} subcommands[] = {
    {"check", codebook_command_check}, {"test", codebook_command_test},
    {"show", codebook_command_show},   {"diff", codebook_command_diff},
    {"add", codebook_command_add},     {"remove", codebook_command_remove},
};

chancery_engine *codebook_command_engine(const codebook_command *c, bool reads)
{
    cli_names names = c->names;
    names.no_judge = true;
    return cli_own_engine(c->data_dir, &names, c->archive, reads);
}

slice codebook_command_place(const codebook *book, size_t frame, arena *a)
{
    size_t source;
    uint64_t line;
    slice place = {0};
    (void)codebook_frame_at(book, frame, &source, &line);
    codebook_source s = codebook_source_at(book, source);
    if (arena_printf(a, &place, NULL, "%.*s:%llu", SLICE_ARGS(s.name), (unsigned long long)line) !=
        CHANCERY_OK)
        return (slice){0};
    return place;
}

int codebook_command_check(const codebook_command *c)
{
    cli_codebook book;
    arena a;
    if (c->argument_count != 1)
        return cli_misuse("codebook", "name one file or folder: codebook check PATH");
    chancery_engine *engine = codebook_command_engine(c, false);
    if (!engine)
        return CLI_FAILED;
    arena_init(&a, CODEBOOK_COMMAND_ARENA_BYTES);
    int status = cli_load_codebook(c->arguments[0], &a, &book);
    if (!status)
        status = cli_add_codebook(engine, &book);
    if (!status)
        printf("%s: no fault found; %zu frames%s\n", c->arguments[0],
               codebook_frame_count(engine_parts(engine)->codebook),
               book.alone ? "" : " with ours below");
    arena_clear(&a);
    chancery_engine_close(engine);
    return status;
}

/* ---- add, remove ---- */

static const char *last_part(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash ? slash + 1 : path;
}

static int keep(const codebook_command *c, const char *path, slice text)
{
    chancery_archive *archive = NULL;
    chancery_error error = {0};
    const char *file = cli_archive_path(c->archive);
    slice name = slice_of(last_part(path));
    int status = CLI_OK;
    if (archive_open(file, ARCHIVE_WRITE, &archive, &error) != CHANCERY_OK ||
        archive_keep_own(archive, ARCHIVE_CODEBOOK, name, text, &error) != CHANCERY_OK)
        status = cli_fail(&error);
    archive_close(archive);
    if (!status)
        printf("%s keeps %.*s; 'chancery read --archive' takes it from now on\n", file,
               SLICE_ARGS(name));
    return status;
}

int codebook_command_add(const codebook_command *c)
{
    cli_codebook book;
    arena a;
    if (c->argument_count != 1)
        return cli_misuse("codebook", "name the file to add: codebook add FILE --archive my.db");
    chancery_engine *engine = cli_engine(c->data_dir);
    if (!engine)
        return CLI_FAILED;
    arena_init(&a, CODEBOOK_COMMAND_ARENA_BYTES);
    int status = cli_load_codebook(c->arguments[0], &a, &book);
    if (!status && (book.alone || book.count != 1))
        status = cli_misuse("codebook", "an archive keeps single files of frames; add each");
    if (!status)
        status = cli_add_codebook(engine, &book);
    if (!status)
        status = keep(c, c->arguments[0], book.sources[0].text);
    arena_clear(&a);
    chancery_engine_close(engine);
    return status;
}

int codebook_command_remove(const codebook_command *c)
{
    chancery_archive *archive = NULL;
    chancery_error error = {0};
    int status = CLI_OK;
    if (c->argument_count != 1)
        return cli_misuse("codebook", "name what was added: codebook remove NAME --archive my.db");
    if (archive_open(cli_archive_path(c->archive), ARCHIVE_WRITE, &archive, &error) !=
            CHANCERY_OK ||
        archive_drop_own(archive, ARCHIVE_CODEBOOK, slice_of(c->arguments[0]), &error) !=
            CHANCERY_OK)
        status = cli_fail(&error);
    archive_close(archive);
    return status;
}

/* ---- the command line ---- */

static int take_option(codebook_command *c, int option, const char *value)
{
    switch (option) {
    case 'a':
        c->archive = value;
        return *value ? CLI_OK : cli_misuse("codebook", "--archive needs the name of a file");
    case 'n':
        c->frame = value;
        return CLI_OK;
    case 'o':
        if (c->on_count == CLI_MOST_NAMES)
            return cli_misuse("codebook", "more than %d of --on; name a folder", CLI_MOST_NAMES);
        c->on[c->on_count++] = value;
        return CLI_OK;
    case 'D':
        c->data_dir = value;
        return CLI_OK;
    case 'K':
        return cli_note_names(&c->names, "codebook", value);
    case 'B':
        return cli_note_codebook(&c->names, "codebook", value);
    default:
        return CLI_MISUSE;
    }
}

int command_codebook(int argc, char **argv)
{
    if (argc > 1 && strcmp(argv[1], "trace") == 0)
        return command_codebook_trace(argc - 1, argv + 1);
    cli_line line = {.usage = &usage, .argc = argc, .argv = argv};
    codebook_command c = {.data_dir = NULL};
    int option;
    while ((option = cli_next_option(&line)) != CLI_OPTION_NONE) {
        if (option == 'h') {
            cli_print_help(&usage);
            return CLI_OK;
        }
        int status = option == CLI_OPTION_BAD ? CLI_MISUSE : take_option(&c, option, line.value);
        if (status)
            return status;
    }
    for (size_t i = 0; line.argument_count && i < sizeof subcommands / sizeof *subcommands; i++) {
        if (strcmp(argv[1], subcommands[i].name) != 0)
            continue;
        c.arguments = argv + 2;
        c.argument_count = line.argument_count - 1;
        return subcommands[i].run(&c);
    }
    return cli_misuse("codebook", "say what to do: check, test, show, diff, add or remove");
}
