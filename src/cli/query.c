/* What the commands that ask an archive share. See query.h.
 *
 * SPDX-License-Identifier: Apache-2.0 */
#include "cli/query.h"

#include <getopt.h>
#include <string.h>

#include "base/number.h"
#include "export/export.h"

enum { QUERY_CAP_BYTES = INT32_MAX };

static int take_format(cli_query *q, const char *format)
{
    q->format_given = true;
    if (strcmp(format, "text") == 0)
        q->format = CLI_TEXT;
    else if (strcmp(format, "json") == 0 || strcmp(format, "ndjson") == 0)
        q->format = CLI_JSON;
    else if (strcmp(format, "csv") == 0 && (q->takes & QUERY_CSV))
        q->format = CLI_CSV;
    else
        return cli_misuse(q->command, "--format can't be '%s' here", format);
    return CLI_OK;
}

static int take_date(cli_query *q, const char *date, slice *out)
{
    int year, month, day;
    if (!text_iso_date(slice_of(date), &year, &month, &day))
        return cli_misuse(q->command, "a date looks like 2024, 2024-06 or 2024-06-19, not '%s'",
                          date);
    *out = slice_of(date);
    return CLI_OK;
}

static int take_number(cli_query *q, const char *text)
{
    uint64_t limit = 0;
    if (!number_parse_u64(slice_of(text), &limit) || limit == 0 || limit > SIZE_MAX)
        return cli_misuse(q->command, "--limit takes a number above 0, not '%s'", text);
    q->asked.limit = (size_t)limit;
    return CLI_OK;
}

static int take_confidence(cli_query *q, const char *text)
{
    double value = 0;
    if (!number_parse_double(slice_of(text), &value) || value < 0 || value > 1)
        return cli_misuse(q->command, "--min-confidence takes a number from 0 to 1, not '%s'",
                          text);
    q->asked.min_confidence = value;
    return CLI_OK;
}

static int take_status(cli_query *q, const char *text)
{
    chancery_event_status status;
    if (!reading_status_of(slice_of(text), &status))
        return cli_misuse(
            q->command,
            "--status is occurred, future, hypothetical, negated or historical, not '%s'", text);
    q->asked.status = slice_of(text);
    return CLI_OK;
}

/** PLOVER's names are upper case; small letters are taken too. */
static int take_event(cli_query *q, const char *text)
{
    slice name = slice_of(text);
    char *upper = arena_alloc(&q->arena, name.len + 1, 1, &q->error);
    if (!upper)
        return cli_fail(&q->error);
    for (size_t i = 0; i < name.len; i++)
        upper[i] =
            name.ptr[i] >= 'a' && name.ptr[i] <= 'z' ? (char)(name.ptr[i] - 32) : name.ptr[i];
    q->asked.event = (slice){upper, name.len};
    return CLI_OK;
}

static int take_option(cli_query *q, int option, char **argv)
{
    switch (option) {
    case 'a':
        q->archive_path = optarg;
        return CLI_OK;
    case 'f':
        return take_format(q, optarg);
    case 'h':
        fputs(q->help, stdout);
        q->done = true;
        return CLI_OK;
    case 'D':
        q->data_dir = optarg;
        return CLI_OK;
    default:
        break;
    }
    if (option == 'F' && (q->takes & QUERY_DATES))
        return take_date(q, optarg, &q->asked.from);
    if (option == 'U' && (q->takes & QUERY_DATES))
        return take_date(q, optarg, &q->asked.until);
    if (option == 'E' && (q->takes & QUERY_EVENTS))
        return take_event(q, optarg);
    if (option == 'S' && (q->takes & QUERY_EVENTS))
        return take_status(q, optarg);
    if (option == 'C' && (q->takes & QUERY_EVENTS))
        return take_confidence(q, optarg);
    if (option == 'n' && (q->takes & QUERY_LIMIT))
        return take_number(q, optarg);
    if (option == 'A' && (q->takes & QUERY_ALL)) {
        q->all = true;
        return CLI_OK;
    }
    return cli_misuse(q->command, "unknown or incomplete option '%s'", argv[optind - 1]);
}

static int take_options(cli_query *q, int argc, char **argv)
{
    static const struct option options[] = {{"archive", required_argument, NULL, 'a'},
                                            {"format", required_argument, NULL, 'f'},
                                            {"from", required_argument, NULL, 'F'},
                                            {"until", required_argument, NULL, 'U'},
                                            {"event", required_argument, NULL, 'E'},
                                            {"status", required_argument, NULL, 'S'},
                                            {"min-confidence", required_argument, NULL, 'C'},
                                            {"limit", required_argument, NULL, 'n'},
                                            {"all", no_argument, NULL, 'A'},
                                            {"data", required_argument, NULL, 'D'},
                                            {"help", no_argument, NULL, 'h'},
                                            {0}};
    int option;
    opterr = 0;
    optind = 1;
    while ((option = getopt_long(argc, argv, "a:f:n:h", options, NULL)) != -1) {
        int status = take_option(q, option, argv);
        if (status || q->done)
            return status;
    }
    q->arguments = argv + optind;
    q->argument_count = (size_t)(argc - optind);
    return CLI_OK;
}

static int take_states(cli_query *q)
{
    if (q->argument_count == 0 && (q->takes & QUERY_OPTIONAL))
        return CLI_OK;
    if (q->argument_count < 1 || q->argument_count > 2)
        return cli_misuse(q->command, "name two states, such as: chancery %s CHN BEL", q->command);
    q->engine = cli_engine(q->data_dir);
    if (!q->engine)
        return CLI_FAILED;
    for (size_t i = 0; i < q->argument_count; i++) {
        slice *code = i ? &q->asked.b : &q->asked.a;
        if (chancery_engine_state(q->engine, slice_of(q->arguments[i]), code, &q->names[i],
                                  &q->error) != CHANCERY_OK)
            return cli_fail(&q->error);
    }
    return CLI_OK;
}

int query_open(cli_query *q, int argc, char **argv)
{
    arena_init(&q->arena, QUERY_CAP_BYTES);
    int status = take_options(q, argc, argv);
    if (!status && !q->done && (q->takes & QUERY_STATES))
        status = take_states(q);
    if (status || q->done)
        return status;
    const char *path = cli_archive_path(q->archive_path);
    if (archive_open(path, ARCHIVE_READ, &q->archive, &q->error) != CHANCERY_OK)
        return cli_fail(&q->error);
    return CLI_OK;
}

void query_close(cli_query *q)
{
    archive_close(q->archive);
    chancery_engine_close(q->engine);
    arena_clear(&q->arena);
}

/** Readings are few and asked for in runs: the newest is looked at first. */
const chancery_reading *query_reading(cli_query *q, slice report)
{
    for (size_t i = q->loaded.count; i-- > 0;)
        if (slice_equal(q->loaded.items[i]->report, report))
            return &q->loaded.items[i]->reading;
    cli_loaded *loaded = arena_alloc(&q->arena, 1, sizeof *loaded, &q->error);
    cli_loaded **room = loaded ? array_push(&q->loaded, &q->arena, &q->error) : NULL;
    if (!room ||
        archive_load(q->archive, report, &q->arena, &loaded->reading, &q->error) != CHANCERY_OK) {
        q->loaded.count -= room != NULL;
        cli_fail(&q->error);
        return NULL;
    }
    loaded->report = report;
    *room = loaded;
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

slice query_source(const chancery_reading *reading)
{
    slice name = reading->document.name;
    for (size_t i = name.len; i-- > 0;)
        if (name.ptr[i] == '/') {
            name = slice_range(name, i + 1, name.len);
            break;
        }
    if (slice_ends(name, SLICE(".txt")))
        name.len -= 4;
    return name;
}

static chancery_status item_json(cli_query *q, const chancery_reading *reading, slice id,
                                 slice *out)
{
    const chancery_event *event = query_event(reading, id);
    if (event)
        return export_event_json(event, &q->arena, out, &q->error);
    const chancery_statement *statement = query_statement(reading, id);
    if (statement)
        return export_statement_json(statement, &q->arena, out, &q->error);
    const chancery_relation *relation = query_relation(reading, id);
    if (relation)
        return export_relation_json(relation, &q->arena, out, &q->error);
    const chancery_finding *finding = query_finding(reading, id);
    if (finding)
        return export_finding_json(finding, &q->arena, out, &q->error);
    const chancery_person *person = query_person(reading, id);
    if (person)
        return export_person_json(person, &q->arena, out, &q->error);
    *out = SLICE("null");
    return CHANCERY_OK;
}

int query_print_json_bare(cli_query *q, const chancery_reading *reading, slice item)
{
    slice json, document;
    if (item_json(q, reading, item, &json) != CHANCERY_OK ||
        export_source_json(reading, &q->arena, &document, &q->error) != CHANCERY_OK)
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
