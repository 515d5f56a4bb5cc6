/* chancery kb: checks a knowledge base's text, and resolves names.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * `kb resolve` takes a name a line and prints what it can stand for as one JSON line. */
#include <getopt.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/error.h"
#include "base/memory.h"
#include "cli/cli.h"
#include "export/export.h"

static const char help[] =
    "Usage: chancery kb check FOLDER\n"
    "       chancery kb resolve [--date DATE] < NAMES\n\n"
    "check reads a knowledge base's text files and says what is wrong with them.\n"
    "resolve takes a name a line and prints one JSON line for each: what it can stand for.\n\n"
    "      --date DATE     as of this date\n"
    "      --data FOLDER   compiled knowledge base from this folder\n"
    "  -h, --help          this text\n\n"
    "Example: echo 'the Kremlin' | chancery kb resolve\n";

enum { RESOLVE_MAX_HITS = 16, RESOLVE_CAP_BYTES = 64 << 20, CHECK_PATH_BYTES = 64 };

static int check(const char *folder)
{
    chancery_error error = {0};
    char path[] = "/tmp/chancery-kb-XXXXXX";
    int handle = mkstemp(path);
    if (handle < 0) {
        fputs("chancery: can't write to /tmp\n", stderr);
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

static int resolve_line(const kb *k, slice line, arena *a)
{
    chancery_error error = {0};
    text_report report = {0};
    kb_hit hits[RESOLVE_MAX_HITS];
    size_t count = 0;
    slice json;
    arena_reset(a);
    if (text_check_utf8(line, &error) != CHANCERY_OK ||
        text_segment(line, a, &report, &error) != CHANCERY_OK ||
        export_string_json(line, a, &json, &error) != CHANCERY_OK)
        return cli_fail(&error);
    size_t first =
        report.token_count &&
                slice_equal_ascii_fold(
                    slice_range(line, report.tokens[0].start, report.tokens[0].end), SLICE("the"))
            ? 1
            : 0;
    if (report.token_count > first)
        count = kb_find(k, line, report.tokens + first, report.token_count - first, hits,
                        RESOLVE_MAX_HITS);
    printf("{\"name\":%.*s,\"matches\":[", SLICE_ARGS(json));
    bool any = false;
    for (size_t i = 0; i < count; i++) {
        if (hits[i].tokens != report.token_count - first)
            continue;
        print_hit(k, &hits[i], !any, a);
        any = true;
    }
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
    while ((length = getline(&line, &room, stdin)) >= 0) {
        int one =
            resolve_line(engine_parts(engine)->kb, slice_trim((slice){line, (size_t)length}), &a);
        status = one ? one : status;
    }
    free(line);
    arena_clear(&a);
    chancery_engine_close(engine);
    return status;
}

int command_kb(int argc, char **argv)
{
    static const struct option options[] = {{"date", required_argument, NULL, 'd'},
                                            {"data", required_argument, NULL, 'D'},
                                            {"help", no_argument, NULL, 'h'},
                                            {0}};
    const char *data_dir = NULL;
    int option, year, month, day;
    opterr = 0;
    while ((option = getopt_long(argc, argv, "h", options, NULL)) != -1) {
        if (option == 'h') {
            fputs(help, stdout);
            return CLI_OK;
        }
        if (option == 'D')
            data_dir = optarg;
        else if (option != 'd')
            return cli_misuse("kb", "unknown or incomplete option '%s'", argv[optind - 1]);
        else if (!text_iso_date(slice_of(optarg), &year, &month, &day))
            return cli_misuse("kb", "--date takes a date like 2024-06-19, not '%s'", optarg);
    }
    int left = argc - optind;
    if (left == 2 && strcmp(argv[optind], "check") == 0)
        return check(argv[optind + 1]);
    if (left == 1 && strcmp(argv[optind], "resolve") == 0)
        return resolve(data_dir);
    return cli_misuse("kb", "say 'check FOLDER' or 'resolve'");
}
