/* chancery kb resolve: who the phrases of standard input mean, one JSON line each.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * The judgement is reading's (resolve.c). A line that can't be read still gives a line, so that
 * the output can be laid beside the input. */
#include <stdlib.h>

#include "base/error.h"
#include "base/memory.h"
#include "cli/kb.h"
#include "export/export.h"

enum { RESOLVE_CAP_BYTES = 1 << 30 };

static chancery_status print_answer(slice line, const reading_resolved *r, arena *a,
                                    chancery_error *error)
{
    const struct {
        const char *name;
        slice value;
    } fields[] = {{"text", line},    {"code", r->code}, {"sector", r->sector},
                  {"kind", r->kind}, {"name", r->name}, {"why", r->why}};
    slice json[sizeof fields / sizeof *fields];
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) {
        chancery_status status = export_string_json(fields[i].value, a, &json[i], error);
        if (status)
            return status;
    }
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) {
        printf("%s\"%s\":", i ? "," : "{", fields[i].name);
        fwrite(json[i].ptr, 1, json[i].len, stdout);
    }
    fputs("}\n", stdout);
    return CHANCERY_OK;
}

static int resolve_line(const reading_engine *engine, slice line, uint64_t number, kb_date date,
                        arena *a)
{
    chancery_error error = {0};
    reading_resolved resolved = {0};
    arena_reset(a);
    chancery_status status = text_check_utf8(line, &error);
    if (!status)
        status = reading_resolve(engine, line, date, a, &resolved, &error);
    if (!status)
        status = print_answer(line, &resolved, a, &error);
    if (!status)
        return CLI_OK;
    fputs("{\"text\":null,\"code\":\"\",\"sector\":\"\",\"kind\":\"\",\"name\":\"\","
          "\"why\":\"the line could not be read\"}\n",
          stdout);
    error_at(&error, "-", number);
    return cli_fail(&error);
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
    kb_date date = c->date ? c->date : kb_command_today();
    for (uint64_t number = 1; (length = getline(&line, &room, stdin)) >= 0; number++) {
        slice text = slice_trim((slice){line, (size_t)length});
        int one = resolve_line(engine_parts(engine), text, number, date, &a);
        status = one ? one : status;
    }
    free(line);
    arena_clear(&a);
    chancery_engine_close(engine);
    return status;
}
