/* chancery kb: checks a knowledge base's text, and resolves names.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * `kb resolve` takes a name a line and prints what it can stand for as one JSON line. */
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/error.h"
#include "base/memory.h"
#include "cli/cli.h"
#include "cli/options.h"
#include "export/export.h"

static const cli_option options[] = {
    {"date", "DATE", "as of this date (names have no dates yet: it is only checked)", 0, 'd'},
    {"data", "FOLDER", "compiled knowledge base from this folder", 0, 'D'},
    CLI_OPTION_HELP,
    CLI_OPTIONS_END,
};

static const cli_usage usage = {
    "kb",
    "check FOLDER\nresolve [OPTION]... < NAMES",
    "check reads a knowledge base's text files and says what is wrong with them.\n"
    "resolve takes a name a line and prints one JSON line for each: what it can stand for.",
    options,
    "Example: echo 'the Kremlin' | chancery kb resolve",
};

enum { RESOLVE_MAX_HITS = 16, RESOLVE_CAP_BYTES = 64 << 20, CHECK_PATH_BYTES = 64 };

static int check(const char *folder)
{
    chancery_error error = {0};
    char path[] = "/tmp/chancery-kb-XXXXXX";
    int handle = mkstemp(path);
    if (handle < 0) {
        cli_say("can't write to /tmp, where the check compiles to");
        return CLI_FAILED;
    }
    close(handle);
    chancery_status status = kb_compile(folder, path, &error);
    unlink(path);
    if (status)
        return cli_fail(&error);
    printf("%s: no fault found\n", folder);
    return CLI_OK;
}

static slice kind_name(kb_kind kind)
{
    switch (kind) {
    case KB_STATE:
        return SLICE("state");
    case KB_IGO:
        return SLICE("igo");
    case KB_ORGANISATION:
        return SLICE("organisation");
    case KB_GROUP:
        return SLICE("group");
    case KB_PERSON:
        return SLICE("person");
    case KB_PLACE:
        break;
    }
    return SLICE("place");
}

static void print_string(const char *name, slice value, arena *a)
{
    slice json;
    if (value.len && export_string_json(value, a, &json, NULL) == CHANCERY_OK)
        printf(",\"%s\":%.*s", name, SLICE_ARGS(json));
}

static void print_hit(const kb *k, const kb_hit *hit, bool first, arena *a)
{
    kb_entry entry = kb_entry_at(k, hit->entry);
    slice kind = kind_name(entry.kind);
    printf("%s{\"kind\":\"%.*s\"", first ? "" : ",", SLICE_ARGS(kind));
    print_string("code", entry.code, a);
    print_string("sector", hit->sector, a);
    print_string("name", entry.name, a);
    fputc('}', stdout);
}

/** Prints what a name can stand for. The line is valid UTF-8 and cut into tokens. */
static void print_matches(const kb *k, slice line, const text_report *report, arena *a)
{
    kb_hit hits[RESOLVE_MAX_HITS];
    size_t count = 0;
    bool the = report->token_count &&
               slice_equal_ascii_fold(
                   slice_range(line, report->tokens[0].start, report->tokens[0].end), SLICE("the"));
    size_t left = report->token_count - the;
    bool any = false;
    if (left)
        count = kb_find(k, line, report->tokens + the, left, hits, RESOLVE_MAX_HITS);
    for (size_t i = 0; i < count; i++) {
        if (hits[i].tokens != left)
            continue;
        print_hit(k, &hits[i], !any, a);
        any = true;
    }
}

/** One JSON line for a line, also where it can't be read. */
static int resolve_line(const kb *k, slice line, uint64_t number, arena *a)
{
    chancery_error error = {0};
    text_report report = {0};
    slice json;
    arena_reset(a);
    if (text_check_utf8(line, &error) != CHANCERY_OK ||
        text_segment(line, a, &report, &error) != CHANCERY_OK ||
        export_string_json(line, a, &json, &error) != CHANCERY_OK) {
        error_at(&error, "-", number);
        fputs("{\"name\":null,\"matches\":[]}\n", stdout);
        return cli_fail(&error);
    }
    printf("{\"name\":%.*s,\"matches\":[", SLICE_ARGS(json));
    print_matches(k, line, &report, a);
    fputs("]}\n", stdout);
    return CLI_OK;
}

static int resolve(const char *data_dir)
{
    int status = CLI_OK;
    char *line = NULL;
    size_t room = 0;
    ssize_t length;
    arena a;
    chancery_engine *engine = cli_engine(data_dir);
    if (!engine)
        return CLI_FAILED;
    arena_init(&a, RESOLVE_CAP_BYTES);
    for (uint64_t number = 1; (length = getline(&line, &room, stdin)) >= 0; number++) {
        slice name = slice_trim((slice){line, (size_t)length});
        int one = resolve_line(engine_parts(engine)->kb, name, number, &a);
        status = one ? one : status;
    }
    free(line);
    arena_clear(&a);
    chancery_engine_close(engine);
    return status;
}

int command_kb(int argc, char **argv)
{
    cli_line line = {.usage = &usage, .argc = argc, .argv = argv};
    const char *data_dir = NULL;
    int option, year, month, day;
    while ((option = cli_next_option(&line)) != CLI_OPTION_NONE) {
        if (option == CLI_OPTION_BAD)
            return CLI_MISUSE;
        if (option == 'h') {
            cli_print_help(&usage);
            return CLI_OK;
        }
        if (option == 'D')
            data_dir = line.value;
        else if (!text_iso_date(slice_of(line.value), &year, &month, &day))
            return cli_misuse("kb", "--date takes a date like 2024-06-19, not '%s'", line.value);
    }
    if (line.argument_count == 2 && strcmp(argv[1], "check") == 0)
        return check(argv[2]);
    if (line.argument_count == 1 && strcmp(argv[1], "resolve") == 0)
        return resolve(data_dir);
    return cli_misuse("kb", "say 'check FOLDER', or 'resolve' with names on standard input");
}
