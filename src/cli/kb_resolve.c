/* chancery kb resolve: who the phrases of standard input mean.
 *
 * SPDX-License-Identifier: Apache-2.0 */
#include <stdlib.h>

#include "base/error.h"
#include "cli/kb.h"
#include "export/export.h"

enum { RESOLVE_MAX_HITS = 16, RESOLVE_CAP_BYTES = 64 << 20 };

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

int kb_command_resolve(const kb_command *c)
{
    int status = CLI_OK;
    char *line = NULL;
    size_t room = 0;
    ssize_t length;
    arena a;
    if (c->argument_count)
        return cli_misuse("kb", "resolve reads its lines from standard input, not '%s'",
                          c->arguments[0]);
    chancery_engine *engine = kb_command_engine(c);
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
