/* Reading: runs the stages over one report, and names the words of enumerators.
 *
 * SPDX-License-Identifier: Apache-2.0 */
#include "reading/reading.h"

#include "reading/internal.h"
#include "reading/trace.h"

enum { KEPT_SCRATCH_BYTES = 2 << 20 }; /* a larger one goes back before the next stage */

static void empty_scratch(arena *scratch)
{
    if (scratch->reserved_bytes > KEPT_SCRATCH_BYTES)
        arena_clear(scratch);
    else
        arena_reset(scratch);
}

chancery_status reading_run(reading_state *r, reading_stage *const *stages)
{
    chancery_status status = CHANCERY_OK;
    for (; !status && *stages; stages++) {
        empty_scratch(r->scratch);
        status = (*stages)(r);
    }
    empty_scratch(r->scratch);
    return status;
}

chancery_status reading_make(const reading_engine *engine, syntax_parser *parser,
                             const text_report *report, arena *a, arena *scratch,
                             chancery_reading *out, chancery_error *error)
{
    return reading_make_traced(engine, parser, report, a, scratch, NULL, out, error);
}

chancery_status reading_make_traced(const reading_engine *engine, syntax_parser *parser,
                                    const text_report *report, arena *a, arena *scratch,
                                    reading_trace *trace, chancery_reading *out,
                                    chancery_error *error)
{
    static reading_stage *const stages[] = {
        reading_marks,
        reading_dates,
        reading_people,
        reading_mentions,
        reading_statements,
        reading_events,
        reading_statement_dates,
        reading_relations,
        reading_findings,
        reading_chains,
        NULL,
    };
    chancery_error local = {0};
    reading_state r = {.engine = engine,
                       .parser = parser,
                       .report = report,
                       .text = report->document.text,
                       .trace = trace,
                       .arena = a,
                       .scratch = scratch,
                       .error = error ? error : &local};
    chancery_status status = reading_run(&r, stages);
    return status ? status : reading_assemble(&r, out);
}

static const char *const status_names[] = {"occurred", "future", "hypothetical", "negated",
                                           "historical"};
static const char *const entity_names[] = {"state", "igo", "organisation", "group", "place"};
static const char *const severity_names[] = {"note", "warning"};
static const char *const date_names[] = {"DATE", "TIME", "DURATION", "SET"};
static const char *const how_names[] = {"name", "title", "description", "pronoun", "group"};
static const char *const from_names[] = {"", "clause", "sentence", "report", "meeting"};

/** Index of `name` in `names`, or `count`. */
static size_t find_name(slice name, const char *const *names, size_t count)
{
    size_t i = 0;
    while (i < count && !slice_is(name, names[i]))
        i++;
    return i;
}

slice reading_status_name(chancery_event_status status)
{
    return slice_of(status_names[status]);
}

slice reading_entity_kind_name(chancery_entity_kind kind)
{
    return slice_of(entity_names[kind]);
}

slice reading_severity_name(chancery_severity severity)
{
    return slice_of(severity_names[severity]);
}

slice reading_date_type_name(chancery_date_type type)
{
    return slice_of(date_names[type]);
}

slice reading_how_name(chancery_how how)
{
    return slice_of(how_names[how]);
}

slice reading_date_from_name(chancery_date_from from)
{
    return slice_of(from_names[from]);
}

bool reading_status_of(slice name, chancery_event_status *out)
{
    size_t i = find_name(name, status_names, 5);
    if (i < 5)
        *out = (chancery_event_status)i;
    return i < 5;
}

bool reading_entity_kind_of(slice name, chancery_entity_kind *out)
{
    size_t i = find_name(name, entity_names, 5);
    if (i < 5)
        *out = (chancery_entity_kind)i;
    return i < 5;
}

bool reading_severity_of(slice name, chancery_severity *out)
{
    size_t i = find_name(name, severity_names, 2);
    if (i < 2)
        *out = (chancery_severity)i;
    return i < 2;
}

bool reading_date_type_of(slice name, chancery_date_type *out)
{
    size_t i = find_name(name, date_names, 4);
    if (i < 4)
        *out = (chancery_date_type)i;
    return i < 4;
}

bool reading_how_of(slice name, chancery_how *out)
{
    size_t i = find_name(name, how_names, 5);
    if (i < 5)
        *out = (chancery_how)i;
    return i < 5;
}

bool reading_date_from_of(slice name, chancery_date_from *out)
{
    size_t i = find_name(name, from_names, 5);
    if (i < 5)
        *out = (chancery_date_from)i;
    return i < 5;
}
