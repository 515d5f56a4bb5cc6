/* chancery pair: what one of two given actors does to the other, one JSON line a line.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * The judgement is reading's (pair.c); here lines are taken apart. One that can't be read is
 * named on stderr and gives no line; the others go on. */
#include <errno.h>
#include <inttypes.h>
#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/number.h"
#include "cli/cli.h"
#include "cli/options.h"
#include "export/export.h"
#include "reading/reading.h"

enum { PAIR_CAP_BYTES = 1 << 30 };

static const cli_option options[] = {
    {"format", "FORMAT", "json, one object a line, which it is anyway", 'f', 'f'},
    {"min-confidence", "N", "an event that is less certain is none, from 0 to 1", 0, 'C'},
    CLI_OPTION_KB,
    CLI_OPTION_NO_JUDGE,
    CLI_OPTION_DATA,
    CLI_OPTION_HELP,
    CLI_OPTIONS_END,
};

static const cli_usage usage = {
    "pair",
    "[OPTION]... [FILE]",
    "Says what one of two given actors does to the other. A line of FILE (else of standard input) "
    "is a JSON object: {\"id\", \"text\", \"source\": {\"start\", \"end\"}, \"target\": "
    "{\"start\", "
    "\"end\"}}, where start and end count the bytes of the UTF-8 text before the actor's words and "
    "up to their end. The actors may be any words, known or not.\n"
    "For each line it prints {\"id\", \"event\", \"mode\", \"status\", \"confidence\", \"frame\"}: "
    "the "
    "type of PLOVER of what the source does, or null where the text says nothing between the two.",
    options,
    "Example: chancery pair pairs.ndjson",
};

typedef struct pair_job {
    const char *path; /* for messages */
    const char *data_dir;
    cli_names names;
    double min_confidence;
    chancery_reader *reader;
    arena arena; /* of a line */
} pair_job;

/* A line taken apart. */
typedef struct pair_line {
    slice id; /* as JSON */
    slice text;
    span actors[2]; /* source, target */
} pair_line;

static chancery_status take_id(json_t *value, arena *a, slice *out, chancery_error *error)
{
    if (json_is_integer(value))
        return arena_printf(a, out, error, "%" JSON_INTEGER_FORMAT, json_integer_value(value));
    if (!json_is_string(value))
        return error_set(error, CHANCERY_E_FORMAT,
                         "the line has no \"id\"; give it a string or a whole number");
    slice id = {json_string_value(value), json_string_length(value)};
    return export_string_json(id, a, out, error);
}

static bool take_offset(const json_t *value, uint32_t *out)
{
    if (!json_is_integer(value) || json_integer_value(value) < 0 ||
        json_integer_value(value) > UINT32_MAX)
        return false;
    *out = (uint32_t)json_integer_value(value);
    return true;
}

static chancery_status take_actor(const json_t *line, const char *name, span *out,
                                  chancery_error *error)
{
    const json_t *actor = json_object_get(line, name);
    if (take_offset(json_object_get(actor, "start"), &out->start) &&
        take_offset(json_object_get(actor, "end"), &out->end))
        return CHANCERY_OK;
    return error_set(
        error, CHANCERY_E_FORMAT,
        "the line has no \"%s\"; give it as {\"start\": BYTE, \"end\": BYTE} of the text", name);
}

static chancery_status take_fields(const json_t *line, arena *a, pair_line *out,
                                   chancery_error *error)
{
    const json_t *text = json_object_get(line, "text");
    chancery_status status = take_id(json_object_get(line, "id"), a, &out->id, error);
    if (!status && !json_is_string(text))
        status = error_set(error, CHANCERY_E_FORMAT, "the line has no \"text\"; give it a string");
    if (!status)
        status = arena_dup(a, (slice){json_string_value(text), json_string_length(text)},
                           &out->text, error);
    if (!status)
        status = take_actor(line, "source", &out->actors[0], error);
    return status ? status : take_actor(line, "target", &out->actors[1], error);
}

static chancery_status take_line(slice line, arena *a, pair_line *out, chancery_error *error)
{
    json_error_t why;
    json_t *root = json_loadb(line.ptr, line.len, JSON_REJECT_DUPLICATES | JSON_ALLOW_NUL, &why);
    chancery_status status = CHANCERY_OK;
    if (!root)
        status = error_set(error, CHANCERY_E_FORMAT,
                           "the line is no JSON: %s; give one object a line", why.text);
    else if (!json_is_object(root))
        status = error_set(error, CHANCERY_E_FORMAT,
                           "the line is JSON but no object; give one object a line");
    else
        status = take_fields(root, a, out, error);
    json_decref(root);
    return status;
}

static int read_line(pair_job *job, slice line, uint64_t number)
{
    chancery_error error = {0};
    pair_line given = {0};
    chancery_pair pair = {0};
    slice json;
    arena_reset(&job->arena);
    chancery_status status = take_line(line, &job->arena, &given, &error);
    if (!status)
        status = chancery_read_pair(job->reader, given.text.ptr, given.text.len, given.actors[0],
                                    given.actors[1], &pair, &error);
    if (!status && pair.confidence < job->min_confidence)
        pair = (chancery_pair){0};
    if (!status)
        status = export_pair_json(given.id, &pair, &job->arena, &json, &error);
    if (status) {
        error_at(&error, job->path, number);
        cli_fail(&error);
        return CLI_FAILED;
    }
    fwrite(json.ptr, 1, json.len, stdout);
    fputc('\n', stdout);
    return CLI_OK;
}

static int read_lines(pair_job *job, FILE *in)
{
    int status = CLI_OK;
    char *line = NULL;
    size_t room = 0;
    ssize_t length;
    for (uint64_t number = 1; (length = getline(&line, &room, in)) >= 0; number++) {
        slice text = slice_trim((slice){line, (size_t)length});
        int one = text.len ? read_line(job, text, number) : CLI_OK;
        status = one ? one : status;
    }
    if (ferror(in)) {
        cli_say("%s: can't be read to its end: %s", job->path, strerrordesc_np(errno));
        status = CLI_FAILED;
    }
    free(line);
    return status;
}

static int read_all(pair_job *job, FILE *in)
{
    chancery_error error = {0};
    chancery_engine *engine = cli_reading_engine(job->data_dir);
    if (!engine)
        return CLI_FAILED;
    int status = cli_add_names(engine, &job->names, NULL);
    if (!status && chancery_reader_new(engine, &job->reader, &error) != CHANCERY_OK)
        status = cli_fail(&error);
    arena_init(&job->arena, PAIR_CAP_BYTES);
    if (!status)
        status = read_lines(job, in);
    arena_clear(&job->arena);
    chancery_reader_free(job->reader);
    chancery_engine_close(engine);
    return status;
}

static int read_path(pair_job *job)
{
    if (strcmp(job->path, "-") == 0)
        return read_all(job, stdin);
    FILE *in = fopen(job->path, "rb");
    if (!in) {
        cli_say("%s: can't be opened: %s", job->path, strerrordesc_np(errno));
        return CLI_FAILED;
    }
    int status = read_all(job, in);
    fclose(in);
    return status;
}

static int take_option(pair_job *job, int option, const char *value)
{
    switch (option) {
    case 'f':
        return strcmp(value, "json") == 0 ? CLI_OK
                                          : cli_misuse("pair", "--format is json, not '%s'", value);
    case 'C':
        if (number_parse_double(slice_of(value), &job->min_confidence) &&
            job->min_confidence >= 0 && job->min_confidence <= 1)
            return CLI_OK;
        return cli_misuse("pair", "--min-confidence takes a number from 0 to 1, not '%s'", value);
    case 'J':
        job->names.no_judge = true;
        return CLI_OK;
    case 'K':
        return cli_note_names(&job->names, "pair", value);
    case 'D':
        job->data_dir = value;
        return CLI_OK;
    default:
        return CLI_MISUSE;
    }
}

int command_pair(int argc, char **argv)
{
    cli_line line = {.usage = &usage, .argc = argc, .argv = argv};
    pair_job job = {.path = "-"};
    int option;
    while ((option = cli_next_option(&line)) != CLI_OPTION_NONE) {
        if (option == 'h') {
            cli_print_help(&usage);
            return CLI_OK;
        }
        if (option == CLI_OPTION_BAD || take_option(&job, option, line.value) != CLI_OK)
            return CLI_MISUSE;
    }
    if (line.argument_count > 1)
        return cli_misuse("pair", "give one file, or '-' for standard input");
    if (line.argument_count == 1)
        job.path = argv[1];
    return read_path(&job);
}
