/* What the commands that ask an archive share. See query.h.
 *
 * SPDX-License-Identifier: Apache-2.0 */
#include "cli/query.h"

#include <string.h>

#include "base/hash.h"
#include "base/number.h"
#include "export/export.h"

#ifndef QUERY_KEPT_BYTES
#define QUERY_KEPT_BYTES (128u << 20) /* of readings before query_forget forgets them */
#endif

enum { QUERY_CAP_BYTES = INT32_MAX };

static int take_format(cli_query *q, const char *format)
{
    if (strcmp(format, "text") == 0 && !q->takes_csv)
        q->format = CLI_TEXT;
    else if (strcmp(format, "json") == 0 || strcmp(format, "ndjson") == 0)
        q->format = CLI_JSON;
    else if (strcmp(format, "csv") == 0 && q->takes_csv)
        q->format = CLI_CSV;
    else
        return cli_misuse(q->usage->command, "--format is %s, not '%s'",
                          q->takes_csv ? "ndjson or csv" : "text or json", format);
    return CLI_OK;
}

static int take_date(cli_query *q, const char *date, slice *out)
{
    int year, month, day;
    q->narrowed = true;
    if (!text_iso_date(slice_of(date), &year, &month, &day))
        return cli_misuse(q->usage->command, "'%s' is no date; give 2024, 2024-06 or 2024-06-19",
                          date);
    *out = slice_of(date);
    return CLI_OK;
}

static int take_number(cli_query *q, const char *text)
{
    uint64_t limit = 0;
    if (!number_parse_u64(slice_of(text), &limit) || limit == 0 || limit > SIZE_MAX)
        return cli_misuse(q->usage->command, "--limit takes a number above 0, not '%s'", text);
    q->asked.limit = (size_t)limit;
    return CLI_OK;
}

static int take_confidence(cli_query *q, const char *text)
{
    double value = 0;
    q->narrowed = true;
    if (!number_parse_double(slice_of(text), &value) || value < 0 || value > 1)
        return cli_misuse(q->usage->command,
                          "--min-confidence takes a number from 0 to 1, not '%s'", text);
    q->asked.min_confidence = value;
    return CLI_OK;
}

static int take_status(cli_query *q, const char *text)
{
    chancery_event_status status;
    q->narrowed = true;
    if (!reading_status_of(slice_of(text), &status))
        return cli_misuse(
            q->usage->command,
            "--status is occurred, future, hypothetical, negated or historical, not '%s'", text);
    q->asked.status = slice_of(text);
    return CLI_OK;
}

/** PLOVER's names are upper case; small letters are taken too. Whether the name is one is asked
 * when the codebook is open. */
static int take_event(cli_query *q, const char *text)
{
    slice name = slice_of(text);
    char *upper = arena_alloc(&q->arena, name.len + 1, 1, &q->error);
    q->narrowed = true;
    if (!upper)
        return cli_fail(&q->error);
    for (size_t i = 0; i < name.len; i++)
        upper[i] =
            name.ptr[i] >= 'a' && name.ptr[i] <= 'z' ? (char)(name.ptr[i] - 32) : name.ptr[i];
    q->asked.event = (slice){upper, name.len};
    return CLI_OK;
}

static int take_archive(cli_query *q, const char *path)
{
    if (!*path)
        return cli_misuse(q->usage->command, "--archive needs the name of a file");
    q->archive_path = path;
    return CLI_OK;
}

static int take_option(cli_query *q, int option, const char *value)
{
    switch (option) {
    case 'a':
        return take_archive(q, value);
    case 'f':
        return take_format(q, value);
    case 'D':
        q->data_dir = value;
        return CLI_OK;
    case 'F':
        return take_date(q, value, &q->asked.from);
    case 'U':
        return take_date(q, value, &q->asked.until);
    case 'E':
        return take_event(q, value);
    case 'S':
        return take_status(q, value);
    case 'C':
        return take_confidence(q, value);
    case 'n':
        return take_number(q, value);
    case 'A':
        q->all = true;
        return CLI_OK;
    case 'Q':
        q->silent = true;
        return CLI_OK;
    case 'T':
        q->tree = true;
        return CLI_OK;
    case 'p':
        return take_date(q, value, &q->published);
    default:
        return CLI_MISUSE;
    }
}

/** @param help set where --help was asked for, and printed. */
static int take_options(cli_query *q, int argc, char **argv, bool *help)
{
    cli_line line = {.usage = q->usage, .argc = argc, .argv = argv};
    int option, status = CLI_OK;
    while (!status && (option = cli_next_option(&line)) != CLI_OPTION_NONE) {
        *help = option == 'h';
        if (*help) {
            cli_print_help(q->usage);
            return CLI_OK;
        }
        status = option == CLI_OPTION_BAD ? CLI_MISUSE : take_option(q, option, line.value);
    }
    q->arguments = argv + 1;
    q->argument_count = line.argument_count;
    if (!status && q->asked.from.len && q->asked.until.len &&
        slice_compare(q->asked.until, q->asked.from) < 0 &&
        !slice_starts(q->asked.from, q->asked.until))
        status = cli_misuse(q->usage->command, "--until %.*s lies before --from %.*s",
                            SLICE_ARGS(q->asked.until), SLICE_ARGS(q->asked.from));
    return status;
}

/** Whether --event names a type of the codebook. */
static int check_event(const cli_query *q)
{
    int quad;
    double scale;
    if (q->asked.event.len == 0 ||
        codebook_type(engine_parts(q->engine)->codebook, q->asked.event, (slice){0}, &quad, &scale))
        return CLI_OK;
    return cli_misuse(q->usage->command,
                      "'%.*s' is no type of PLOVER; they are AGREE, CONSULT, SUPPORT, CONCEDE,"
                      " COOPERATE, AID, RETREAT, REQUEST, ACCUSE, REJECT, THREATEN, PROTEST,"
                      " SANCTION, MOBILIZE, COERCE, ASSAULT",
                      SLICE_ARGS(q->asked.event));
}

int query_states(cli_query *q, size_t least)
{
    if (q->argument_count == 0 && least == 0)
        return CLI_OK;
    if (q->argument_count == 0)
        return cli_misuse(q->usage->command, "name %s, such as: chancery %s %s",
                          least == 1 ? "a state or two" : "two states", q->usage->command,
                          "China Japan");
    q->engine = cli_engine(q->data_dir);
    if (!q->engine)
        return CLI_FAILED;
    int status = cli_find_states(q->usage->command, q->engine, q->arguments, q->argument_count,
                                 &q->arena, q->states, &q->state_count);
    if (!status && q->state_count < least)
        status = cli_misuse(q->usage->command, "name a second state beside %.*s",
                            SLICE_ARGS(q->states[0].name));
    q->asked.a = q->states[0].code;
    q->asked.b = q->states[1].code;
    return status ? status : check_event(q);
}

slice query_subject(cli_query *q)
{
    slice both;
    if (q->state_count < 2 ||
        arena_printf(&q->arena, &both, NULL, "%.*s and %.*s", SLICE_ARGS(q->states[0].name),
                     SLICE_ARGS(q->states[1].name)) != CHANCERY_OK)
        return q->states[0].name;
    return both;
}

slice query_words(cli_query *q)
{
    slice words = {0};
    for (size_t i = 0; i < q->argument_count; i++)
        if (arena_printf(&q->arena, &words, NULL, i ? "%.*s %s" : "%.*s%s", SLICE_ARGS(words),
                         q->arguments[i]) != CHANCERY_OK)
            return (slice){0};
    return slice_trim(words);
}

int query_run(cli_query *q, int argc, char **argv, int (*check)(cli_query *),
              int (*run)(cli_query *))
{
    bool help = false;
    arena_init(&q->arena, QUERY_CAP_BYTES);
    arena_init(&q->readings, QUERY_CAP_BYTES);
    int status = take_options(q, argc, argv, &help);
    if (!status && !help && check)
        status = check(q);
    if (!status && !help && !q->no_archive &&
        archive_open(cli_archive_path(q->archive_path), ARCHIVE_READ, &q->archive, &q->error) !=
            CHANCERY_OK)
        status = cli_fail(&q->error);
    else if (!status && !help)
        status = run(q);
    archive_close(q->archive);
    chancery_engine_close(q->engine);
    arena_clear(&q->readings);
    arena_clear(&q->arena);
    return status;
}

void query_forget(cli_query *q)
{
    if (q->readings.used_bytes <= QUERY_KEPT_BYTES)
        return;
    arena_reset(&q->readings);
    if (q->loaded)
        memset(q->loaded, 0, QUERY_SHELVES * sizeof *q->loaded);
}

const chancery_reading *query_reading(cli_query *q, slice report)
{
    size_t shelf = hash_bytes(report, 0) % QUERY_SHELVES;
    if (!q->loaded)
        q->loaded = arena_alloc(&q->arena, QUERY_SHELVES, sizeof *q->loaded, &q->error);
    for (cli_loaded *l = q->loaded ? q->loaded[shelf] : NULL; l; l = l->next)
        if (slice_equal(l->report, report))
            return &l->reading;
    cli_loaded *loaded = q->loaded ? arena_alloc(&q->readings, 1, sizeof *loaded, &q->error) : NULL;
    if (!loaded || archive_load(q->archive, report, &q->readings, &loaded->reading, &q->error) !=
                       CHANCERY_OK) {
        cli_fail(&q->error);
        return NULL;
    }
    loaded->report = report;
    loaded->next = q->loaded[shelf];
    q->loaded[shelf] = loaded;
    return &loaded->reading;
}

#define FIND_BY_ID(list, count, wanted)                                                            \
    for (size_t i = 0; i < (count); i++)                                                           \
        if (slice_equal((list)[i].id, (wanted)))                                                   \
            return &(list)[i];                                                                     \
    return NULL

const chancery_event *query_event(const chancery_reading *reading, slice id)
{
    FIND_BY_ID(reading->events, reading->event_count, id);
}

const chancery_statement *query_statement(const chancery_reading *reading, slice id)
{
    FIND_BY_ID(reading->statements, reading->statement_count, id);
}

const chancery_relation *query_relation(const chancery_reading *reading, slice id)
{
    FIND_BY_ID(reading->relations, reading->relation_count, id);
}

const chancery_finding *query_finding(const chancery_reading *reading, slice id)
{
    FIND_BY_ID(reading->findings, reading->finding_count, id);
}

const chancery_person *query_person(const chancery_reading *reading, slice id)
{
    FIND_BY_ID(reading->people, reading->person_count, id);
}

const chancery_entity *query_entity(const chancery_reading *reading, slice id)
{
    FIND_BY_ID(reading->entities, reading->entity_count, id);
}

const chancery_commitment *query_commitment(const chancery_reading *reading, slice id)
{
    FIND_BY_ID(reading->commitments, reading->commitment_count, id);
}

static chancery_status item_json(cli_query *q, const chancery_reading *reading, slice id,
                                 slice *out)
{
    const chancery_event *event = query_event(reading, id);
    if (event)
        return export_event_json(event, &q->readings, out, &q->error);
    const chancery_statement *statement = query_statement(reading, id);
    if (statement)
        return export_statement_json(statement, &q->readings, out, &q->error);
    const chancery_relation *relation = query_relation(reading, id);
    if (relation)
        return export_relation_json(relation, &q->readings, out, &q->error);
    const chancery_finding *finding = query_finding(reading, id);
    if (finding)
        return export_finding_json(finding, &q->readings, out, &q->error);
    const chancery_person *person = query_person(reading, id);
    if (person)
        return export_person_json(person, &q->readings, out, &q->error);
    *out = SLICE("null");
    return CHANCERY_OK;
}

int query_print_json_bare(cli_query *q, const chancery_reading *reading, slice item)
{
    slice json, document;
    if (item_json(q, reading, item, &json) != CHANCERY_OK ||
        export_source_json(reading, &q->readings, &document, &q->error) != CHANCERY_OK)
        return cli_fail(&q->error);
    printf("{\"report\":%.*s,\"item\":%.*s}", SLICE_ARGS(document), SLICE_ARGS(json));
    return CLI_OK;
}

int query_print_json(cli_query *q, const chancery_reading *reading, slice item)
{
    int status = query_print_json_bare(q, reading, item);
    if (!status)
        fputc('\n', stdout);
    return status;
}

int query_print_json_lines(cli_query *q, const archive_lines *lines)
{
    for (size_t i = 0; i < lines->count; i++) {
        query_forget(q);
        const chancery_reading *reading = query_reading(q, lines->items[i].report);
        if (!reading || query_print_json(q, reading, lines->items[i].item) != CLI_OK)
            return CLI_FAILED;
    }
    return CLI_OK;
}
