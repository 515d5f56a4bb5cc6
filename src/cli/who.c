/* chancery who: a person's offices, meetings and statements.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * Reports that give a person the same name are told as one: offices with the years of their
 * reports, then events and statements by date. Whether two people of one name are one person the
 * archive doesn't know; states beside the offices show where they are not. */
#include <stdlib.h>

#include "cli/query.h"
#include "cli/show.h"

static const cli_option options[] = {
    CLI_OPTION_ARCHIVE,
    CLI_OPTION_FORMAT,
    CLI_OPTION_HELP,
    CLI_OPTIONS_END,
};

static const cli_usage usage = {
    "who",
    "[OPTION]... NAME",
    "Prints what the archive knows of the people whose names hold all these words: "
    "offices by report, events that they had a part in, what they said. Case and accents "
    "don't matter.",
    options,
    "Example: chancery who --archive my.db Liu Wenhai",
};

/** A person of a report, or an event or statement with him. */
typedef struct entry {
    slice date; /* by which it is ordered */
    const chancery_reading *reading;
    const chancery_person *person;
    const chancery_event *event;
    const chancery_statement *statement;
} entry;

typedef ARRAY(entry) entries;

static bool has_part(const chancery_event *event, slice person)
{
    for (size_t i = 0; i < event->actor_count; i++)
        if (slice_equal(event->actors[i].person, person))
            return true;
    for (size_t i = 0; i < event->recipient_count; i++)
        if (slice_equal(event->recipients[i].person, person))
            return true;
    return false;
}

/** By date, what has none last, else as they came. */
static int by_date(const void *a, const void *b)
{
    const entry *left = *(const entry *const *)a, *right = *(const entry *const *)b;
    if ((left->date.len == 0) != (right->date.len == 0))
        return left->date.len == 0 ? 1 : -1;
    int order = slice_compare(left->date, right->date);
    return order ? order : (left > right) - (left < right);
}

/** Adds what a person of a report did and said. */
static chancery_status add_items(cli_query *q, const entry *of, entries *events,
                                 entries *statements)
{
    const chancery_reading *r = of->reading;
    for (size_t i = 0; i < r->event_count; i++) {
        if (!has_part(&r->events[i], of->person->id))
            continue;
        entry *room = array_push(events, &q->arena, &q->error);
        if (!room)
            return q->error.status;
        *room = (entry){.date = r->events[i].date.len ? r->events[i].date : of->date,
                        .reading = r,
                        .event = &r->events[i]};
    }
    for (size_t i = 0; i < r->statement_count; i++) {
        if (!slice_equal(r->statements[i].speaker.person, of->person->id))
            continue;
        entry *room = array_push(statements, &q->arena, &q->error);
        if (!room)
            return q->error.status;
        *room = (entry){.date = of->date, .reading = r, .statement = &r->statements[i]};
    }
    return CHANCERY_OK;
}

/** Pointers to the entries in order of date; NULL after a message. */
static const entry **sorted(cli_query *q, const entries *list)
{
    const entry **order = arena_alloc(&q->arena, list->count, sizeof *order, &q->error);
    if (!order) {
        cli_fail(&q->error);
        return NULL;
    }
    for (size_t i = 0; i < list->count; i++)
        order[i] = &list->items[i];
    qsort(order, list->count, sizeof *order, by_date);
    return order;
}

static bool same_office(const chancery_office *a, const chancery_office *b)
{
    return slice_equal_ascii_fold(a->title, b->title) && slice_equal(a->of, b->of);
}

/** Whether an earlier report, or an earlier office of this one, gave the same office. */
static bool told_before(const entry **people, size_t report, size_t office)
{
    const chancery_office *o = &people[report]->person->offices[office];
    for (size_t i = 0; i <= report; i++) {
        const chancery_person *p = people[i]->person;
        for (size_t k = 0; k < p->office_count && (i < report || k < office); k++)
            if (same_office(&p->offices[k], o))
                return true;
    }
    return false;
}

/** "  President (ECU), in reports of 1998 and 2023": the first and the last year. */
static void print_office(const look *l, const entry **people, size_t count, size_t report,
                         const chancery_office *o)
{
    slice first = people[report]->date, last = first;
    for (size_t i = report; i < count; i++)
        for (size_t k = 0; k < people[i]->person->office_count; k++)
            if (same_office(&people[i]->person->offices[k], o) && people[i]->date.len)
                last = people[i]->date;
    look_spaces(l, 2);
    look_flow f = look_flow_begin(l, 2, 4, 0);
    look_flow_text(&f, LOOK_PLAIN, o->title);
    if (o->of.len) {
        look_flow_text(&f, LOOK_PLAIN, SLICE(" ("));
        look_flow_text(&f, LOOK_STRONG, o->of);
        look_flow_text(&f, LOOK_PLAIN, SLICE(")"));
    }
    if (first.len >= 4) {
        look_flow_text(&f, LOOK_FAINT, SLICE(", "));
        look_flow_text(&f, LOOK_FAINT, slice_range(first, 0, 4));
        if (last.len >= 4 && !slice_equal(slice_range(first, 0, 4), slice_range(last, 0, 4))) {
            look_flow_text(&f, LOOK_FAINT, SLICE(" to "));
            look_flow_text(&f, LOOK_FAINT, slice_range(last, 0, 4));
        }
    }
    look_flow_end(&f);
}

static void print_name(const look *l, const entry **people, size_t count)
{
    look_text(l, LOOK_STRONG, people[0]->person->name);
    fputs("  ", l->out);
    show_count(l, count, "report", "reports");
    fputc('\n', l->out);
    for (size_t i = 0; i < count; i++)
        for (size_t k = 0; k < people[i]->person->office_count; k++)
            if (!told_before(people, i, k))
                print_office(l, people, count, i, &people[i]->person->offices[k]);
}

static int print_events(cli_query *q, const look *l, const entries *events)
{
    const entry **order = sorted(q, events);
    show_columns columns = show_columns_of(NULL);
    if (!order)
        return CLI_FAILED;
    for (size_t i = 0; i < events->count; i++)
        show_columns_add(&columns, events->items[i].event);
    if (events->count)
        show_heading(l, "Events");
    for (size_t i = 0; i < events->count; i++) {
        show_event(l, order[i]->reading, order[i]->event, &columns,
                   show_date(order[i]->event->date));
        show_source(l, show_words_indent(&columns), order[i]->event->id,
                    show_source_name(order[i]->reading));
    }
    return CLI_OK;
}

static int print_statements(cli_query *q, const look *l, const entries *statements)
{
    const entry **order = sorted(q, statements);
    if (!order)
        return CLI_FAILED;
    if (statements->count)
        show_heading(l, "Statements");
    for (size_t i = 0; i < statements->count; i++) {
        show_statement(l, order[i]->reading, order[i]->statement, true);
        show_source(l, SHOW_DATE_CELLS, order[i]->statement->id,
                    show_source_name(order[i]->reading));
    }
    return CLI_OK;
}

/** All that is known of the people of one name. */
static int print_one(cli_query *q, const look *l, const entries *people)
{
    entries events = {0}, statements = {0};
    const entry **order = sorted(q, people);
    if (!order)
        return CLI_FAILED;
    for (size_t i = 0; i < people->count; i++)
        if (add_items(q, order[i], &events, &statements) != CHANCERY_OK)
            return cli_fail(&q->error);
    print_name(l, order, people->count);
    if (print_events(q, l, &events) != CLI_OK)
        return CLI_FAILED;
    return print_statements(q, l, &statements);
}

/** The people of the lines. @return false after a message. */
static bool load_people(cli_query *q, const archive_lines *lines, entries *all)
{
    for (size_t i = 0; i < lines->count; i++) {
        const chancery_reading *r = query_reading(q, lines->items[i].report);
        const chancery_person *person = r ? query_person(r, lines->items[i].item) : NULL;
        if (!r)
            return false;
        entry *room = person ? array_push(all, &q->arena, &q->error) : NULL;
        if (person && !room) {
            cli_fail(&q->error);
            return false;
        }
        if (room)
            *room = (entry){.date = r->document.published, .reading = r, .person = person};
    }
    return true;
}

static int print_text(cli_query *q, const archive_lines *lines)
{
    look l = look_open(stdout);
    entries all = {0};
    if (!load_people(q, lines, &all))
        return CLI_FAILED;
    for (size_t i = 0; i < all.count; i++) {
        entries same = {0};
        bool before = false;
        for (size_t k = 0; k < all.count && !before; k++) {
            if (!slice_equal(all.items[k].person->name, all.items[i].person->name))
                continue;
            before = k < i;
            entry *room = before ? NULL : array_push(&same, &q->arena, &q->error);
            if (!before && !room)
                return cli_fail(&q->error);
            if (room)
                *room = all.items[k];
        }
        if (!before && i)
            fputc('\n', stdout);
        if (!before && print_one(q, &l, &same) != CLI_OK)
            return CLI_FAILED;
    }
    return CLI_OK;
}

static int run(cli_query *q)
{
    archive_lines lines;
    slice name = query_words(q);
    if (archive_people(q->archive, name, &q->arena, &lines, &q->error) != CHANCERY_OK)
        return cli_fail(&q->error);
    if (q->format == CLI_JSON)
        return query_print_json_lines(q, &lines);
    if (lines.count == 0)
        printf("Nobody called '%.*s' in %s.\n", SLICE_ARGS(name),
               cli_archive_path(q->archive_path));
    return print_text(q, &lines);
}

static int check(cli_query *q)
{
    if (query_words(q).len == 0)
        return cli_misuse("who", "name somebody, such as: chancery who Liu Wenhai");
    return CLI_OK;
}

int command_who(int argc, char **argv)
{
    cli_query q = {.usage = &usage};
    return query_run(&q, argc, argv, check, run);
}
