/* chancery timeline: what happened between two states, in order.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * Years are headlines. Reports that tell the same event (day, type, sides, status) stand as one
 * entry with several sources. An event without a date stands where its report does. */
#include <stdlib.h>

#include "cli/query.h"
#include "cli/show.h"

static const cli_option options[] = {
    CLI_OPTION_ARCHIVE,
    CLI_OPTION_FORMAT,
    CLI_OPTION_FROM,
    CLI_OPTION_UNTIL,
    {"event", "TYPE", "only this PLOVER type, such as CONSULT", 0, 'E'},
    {"status", "STATUS", "occurred, future, hypothetical, negated or historical", 0, 'S'},
    {"min-confidence", "N", "only what is at least so certain, from 0 to 1", 0, 'C'},
    {"limit", "N", "the first N events", 'n', 'n'},
    CLI_OPTION_DATA,
    CLI_OPTION_HELP,
    CLI_OPTIONS_END,
};

static const cli_usage usage = {
    "timeline",
    "[OPTION]... STATE [STATE]",
    "Prints what happened between two states, or what one had a part in, oldest first. "
    "States are named in any usual form: CHN, CN, China, 中国. An event has + where it was "
    "friendly, - where it was hostile, and neither where it did not happen (yet); under "
    "it stand the report's words and its id for 'chancery explain'.",
    options,
    "Example: chancery timeline --archive my.db China Belgium --from 2020",
};

enum { DAY_CELLS = 10, TYPE_CELLS = 23, DAY_BYTES = 48, SOURCES = 4 };

/** What has been printed so far. */
typedef struct timeline {
    cli_query *q;
    look l;
    archive_lines lines;
    bool *told; /* [lines.count] told by an entry above */
    slice year; /* whose headline stands */
    size_t entries;
} timeline;

static bool same_side(const chancery_role *a, size_t count_a, const chancery_role *b,
                      size_t count_b)
{
    if (count_a != count_b)
        return false;
    for (size_t i = 0; i < count_a; i++) {
        bool found = false;
        for (size_t k = 0; k < count_b; k++)
            found = found || slice_equal(a[i].code, b[k].code);
        if (!found)
            return false;
    }
    return true;
}

static bool same_event(const chancery_event *a, const chancery_event *b)
{
    return a->date.len == 10 && slice_equal(a->date, b->date) && slice_equal(a->event, b->event) &&
           a->status == b->status &&
           same_side(a->actors, a->actor_count, b->actors, b->actor_count) &&
           same_side(a->recipients, a->recipient_count, b->recipients, b->recipient_count);
}

static const char *month_name(int month)
{
    static const char *const names[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                        "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    return month >= 1 && month <= 12 ? names[month - 1] : "";
}

/** "3 Jul", "Jul", "1995"; "5-8 Jun" for days of one month, "29 Oct-3 Nov" for others. */
static slice day_of(const chancery_event *e, char out[DAY_BYTES])
{
    int year = 0, month = 0, day = 0, last_year = 0, last_month = 0, last_day = 0, length = 0;
    if (!text_iso_date(e->date, &year, &month, &day))
        return SLICE("undated");
    bool until = e->enddate.len == 10 && !slice_equal(e->date, e->enddate) &&
                 text_iso_date(e->enddate, &last_year, &last_month, &last_day);
    if (!month)
        length = snprintf(out, DAY_BYTES, "%d", year);
    else if (!day)
        length = snprintf(out, DAY_BYTES, "   %s", month_name(month));
    else if (!until || last_year != year)
        length = snprintf(out, DAY_BYTES, "%2d %s", day, month_name(month));
    else if (last_month == month)
        length = snprintf(out, DAY_BYTES, "%d-%d %s", day, last_day, month_name(month));
    else
        length = snprintf(out, DAY_BYTES, "%d %s-%d %s", day, month_name(month), last_day,
                          month_name(last_month));
    return (slice){out, length > 0 ? (size_t)length : 0};
}

static void print_year(timeline *t, slice date)
{
    slice year = date.len >= 4 ? slice_range(date, 0, 4) : SLICE("Without a date");
    if (slice_equal(year, t->year))
        return;
    fputc('\n', t->l.out);
    look_text(&t->l, LOOK_STRONG, year);
    fputc('\n', t->l.out);
    t->year = year;
}

/** The source line of an event, with the day of its report where it has none of its own. */
static void print_source(const timeline *t, const show_columns *columns,
                         const chancery_reading *reading, const chancery_event *event)
{
    slice source = show_source_name(reading), dated;
    if (event->date.len == 0 && reading->document.published.len &&
        arena_printf(&t->q->arena, &dated, NULL, "%.*s, published %.*s", SLICE_ARGS(source),
                     SLICE_ARGS(reading->document.published)) == CHANCERY_OK)
        source = dated;
    show_source(&t->l, show_words_indent(columns), event->id, source);
}

/** The sources of the same event in lines behind `i`. @return false after a message. */
static bool print_others(timeline *t, const show_columns *columns, size_t i,
                         const chancery_event *event)
{
    size_t more = 0, shown = 1;
    if (event->date.len != 10) /* same_event asks for a day */
        return true;
    for (size_t k = i + 1; k < t->lines.count; k++) {
        if (!slice_equal(t->lines.items[k].date, t->lines.items[i].date))
            break;
        const chancery_reading *reading =
            t->told[k] ? NULL : query_reading(t->q, t->lines.items[k].report);
        if (!reading && !t->told[k])
            return false;
        const chancery_event *again = reading ? query_event(reading, t->lines.items[k].item) : NULL;
        if (!again || !same_event(event, again))
            continue;
        t->told[k] = true;
        if (shown++ < SOURCES)
            print_source(t, columns, reading, again);
        else
            more++;
    }
    if (more) {
        look_spaces(&t->l, show_words_indent(columns));
        fprintf(t->l.out, "and %zu more\n", more);
    }
    return true;
}

static int print_entry(timeline *t, size_t i)
{
    const show_columns columns = {2, DAY_CELLS, TYPE_CELLS};
    char day[DAY_BYTES];
    const archive_line *line = &t->lines.items[i];
    const chancery_reading *reading = query_reading(t->q, line->report);
    const chancery_event *event = reading ? query_event(reading, line->item) : NULL;
    if (!event)
        return reading ? CLI_OK : CLI_FAILED;
    print_year(t, line->date);
    show_event(&t->l, reading, event, &columns, day_of(event, day));
    print_source(t, &columns, reading, event);
    t->entries++;
    return print_others(t, &columns, i, event) ? CLI_OK : CLI_FAILED;
}

static int by_bytes(const void *a, const void *b)
{
    return slice_compare(*(const slice *)a, *(const slice *)b);
}

/** How many reports the lines come from; 0 where memory is short. */
static size_t count_reports(const timeline *t)
{
    size_t count = 0;
    slice *reports = arena_alloc(&t->q->arena, t->lines.count, sizeof *reports, NULL);
    if (!reports)
        return 0;
    for (size_t i = 0; i < t->lines.count; i++)
        reports[i] = t->lines.items[i].report;
    qsort(reports, t->lines.count, sizeof *reports, by_bytes);
    for (size_t i = 0; i < t->lines.count; i++)
        count += i == 0 || !slice_equal(reports[i], reports[i - 1]);
    return count;
}

/** "41 events in 14 reports." */
static void print_sum(const timeline *t, bool more)
{
    fputc('\n', t->l.out);
    if (more && t->entries == 1) {
        fputs("The first event; there are more", t->l.out);
    } else if (more) {
        fprintf(t->l.out, "The first %zu events; there are more", t->entries);
    } else {
        show_count(&t->l, t->entries, "event", "events");
        fputs(" in ", t->l.out);
        show_count(&t->l, count_reports(t), "report", "reports");
    }
    fputs(".\n", t->l.out);
}

static int print_text(cli_query *q, size_t limit, const archive_lines *lines)
{
    timeline t = {.q = q, .l = look_open(stdout), .lines = *lines};
    size_t i = 0;
    t.told = arena_alloc(&q->arena, lines->count, sizeof *t.told, &q->error);
    if (!t.told)
        return cli_fail(&q->error);
    look_text(&t.l, LOOK_STRONG, q->states[0].name);
    if (q->state_count == 2) {
        fputs(" – ", t.l.out);
        look_text(&t.l, LOOK_STRONG, q->states[1].name);
    }
    fputc('\n', t.l.out);
    for (; i < lines->count && (limit == 0 || t.entries < limit); i++) {
        query_forget(q);
        if (!t.told[i] && print_entry(&t, i) != CLI_OK)
            return CLI_FAILED;
    }
    while (i < lines->count && t.told[i])
        i++;
    print_sum(&t, i < lines->count);
    return CLI_OK;
}

/** Says that there is nothing, and what each of two states has by itself. */
static int print_nothing(cli_query *q)
{
    slice subject = query_subject(q);
    printf("Nothing %s %.*s in %s%s.\n", q->state_count == 2 ? "between" : "with",
           SLICE_ARGS(subject), cli_archive_path(q->archive_path),
           q->narrowed ? " that fits these options" : "");
    for (size_t i = 0; q->state_count == 2 && !q->narrowed && i < 2; i++) {
        archive_lines lines;
        archive_query one = {.a = q->states[i].code};
        if (archive_events(q->archive, &one, &q->arena, &lines, &q->error) != CHANCERY_OK)
            return cli_fail(&q->error);
        printf("%.*s has ", SLICE_ARGS(q->states[i].name));
        printf("%zu %s with others.\n", lines.count, lines.count == 1 ? "event" : "events");
    }
    return CLI_OK;
}

static int run(cli_query *q)
{
    archive_lines lines;
    size_t limit = q->asked.limit;
    q->asked.limit = q->format == CLI_JSON ? limit : 0;
    if (archive_events(q->archive, &q->asked, &q->arena, &lines, &q->error) != CHANCERY_OK)
        return cli_fail(&q->error);
    if (q->format == CLI_JSON)
        return query_print_json_lines(q, &lines);
    return lines.count ? print_text(q, limit, &lines) : print_nothing(q);
}

static int check(cli_query *q)
{
    return query_states(q, 1);
}

int command_timeline(int argc, char **argv)
{
    cli_query q = {.usage = &usage};
    return query_run(&q, argc, argv, check, run);
}
