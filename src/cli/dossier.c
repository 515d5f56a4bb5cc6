/* chancery dossier: the whole file on two states.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * Relations, visits, people in office, the balance of events, what was said, what doesn't add up.
 */
#include <stdlib.h>

#include "cli/query.h"
#include "cli/show.h"

static const cli_option options[] = {
    CLI_OPTION_ARCHIVE,
    {"format", "FORMAT", "text, for people, or json, one object with all lists", 'f', 'f'},
    CLI_OPTION_FROM,
    CLI_OPTION_UNTIL,
    {"limit", "N", "at most N statements, the newest (default 12)", 'n', 'n'},
    CLI_OPTION_DATA,
    CLI_OPTION_HELP,
    CLI_OPTIONS_END,
};

static const cli_usage usage = {
    "dossier",
    "[OPTION]... STATE STATE",
    "Prints the file on two states: relations, visits, people in office, the balance of "
    "events, the latest statements, findings. 'chancery timeline' has the events one by "
    "one.",
    options,
    "Example: chancery dossier --archive my.db China Belgium",
};

enum { DOSSIER_STATEMENTS = 12, NAME_MOST_CELLS = 30, DIRECTIONS = 3, QUADS = 4 };

typedef struct dossier {
    cli_query *q;
    look l;
    archive_lines relations, events, statements, findings;
} dossier;

static chancery_status gather(cli_query *q, dossier *d)
{
    chancery_status status =
        archive_relations(q->archive, &q->asked, &q->arena, &d->relations, &q->error);
    if (!status)
        status = archive_events(q->archive, &q->asked, &q->arena, &d->events, &q->error);
    if (!status)
        status = archive_statements(q->archive, &q->asked, &q->arena, &d->statements, &q->error);
    if (!status)
        status = archive_findings(q->archive, &q->asked, &q->arena, &d->findings, &q->error);
    return status;
}

/** The reading of a line, when none before it is needed any more. */
static const chancery_reading *load(const dossier *d, const archive_line *line)
{
    query_forget(d->q);
    return query_reading(d->q, line->report);
}

static int print_relations(dossier *d)
{
    show_heading(&d->l, "Relations");
    if (d->relations.count == 0)
        fputs("none told\n", stdout);
    for (size_t i = 0; i < d->relations.count; i++) {
        const chancery_reading *r = load(d, &d->relations.items[i]);
        const chancery_relation *relation =
            r ? query_relation(r, d->relations.items[i].item) : NULL;
        if (!r)
            return CLI_FAILED;
        if (!relation)
            continue;
        show_relation(&d->l, r, relation);
        show_source(&d->l, SHOW_DATE_CELLS, relation->id, show_source_name(r));
    }
    return CLI_OK;
}

/** Somebody in an office of one of the two, over all the reports that say so. */
typedef struct holder {
    slice name;
    slice title;
    slice code;
    slice first, last; /* days of publication */
} holder;

typedef ARRAY(holder) holders;

/** The same person in the same office, where an earlier report had them. */
static holder *known_holder(holders *all, slice name, const chancery_office *o)
{
    for (size_t i = 0; i < all->count; i++)
        if (slice_equal(all->items[i].name, name) && slice_equal(all->items[i].code, o->of) &&
            slice_equal_ascii_fold(all->items[i].title, o->title))
            return &all->items[i];
    return NULL;
}

static chancery_status add_holder(cli_query *q, holders *all, const chancery_reading *r, slice name,
                                  const chancery_office *o)
{
    holder *h = known_holder(all, name, o);
    slice published;
    if (arena_dup(&q->arena, r->document.published, &published, &q->error) != CHANCERY_OK)
        return q->error.status;
    if (h) {
        if (published.len && slice_compare(published, h->last) > 0)
            h->last = published;
        if (published.len && (h->first.len == 0 || slice_compare(published, h->first) < 0))
            h->first = published;
        return CHANCERY_OK;
    }
    h = array_push(all, &q->arena, &q->error);
    if (!h || arena_dup(&q->arena, name, &h->name, &q->error) != CHANCERY_OK ||
        arena_dup(&q->arena, o->title, &h->title, &q->error) != CHANCERY_OK ||
        arena_dup(&q->arena, o->of, &h->code, &q->error) != CHANCERY_OK)
        return q->error.status;
    h->first = h->last = published;
    return CHANCERY_OK;
}

static int add_holders(cli_query *q, const chancery_reading *r, holders *all)
{
    for (size_t i = 0; i < r->person_count; i++)
        for (size_t k = 0; k < r->people[i].office_count; k++) {
            const chancery_office *o = &r->people[i].offices[k];
            if (!slice_equal(o->of, q->asked.a) && !slice_equal(o->of, q->asked.b))
                continue;
            if (add_holder(q, all, r, r->people[i].name, o) != CHANCERY_OK)
                return cli_fail(&q->error);
        }
    return CLI_OK;
}

static int by_first(const void *a, const void *b)
{
    const holder *left = a, *right = b;
    int order = slice_compare(left->first, right->first);
    if (!order)
        order = slice_compare(left->name, right->name);
    return order ? order : slice_compare(left->title, right->title);
}

/** "1998" or "1998 to 2023". */
static void flow_years(look_flow *f, slice first, slice last)
{
    if (first.len < 4 || last.len < 4)
        return;
    look_flow_text(f, LOOK_FAINT, SLICE(", "));
    look_flow_text(f, LOOK_FAINT, slice_range(first, 0, 4));
    if (slice_equal(slice_range(first, 0, 4), slice_range(last, 0, 4)))
        return;
    look_flow_text(f, LOOK_FAINT, SLICE(" to "));
    look_flow_text(f, LOOK_FAINT, slice_range(last, 0, 4));
}

static void print_side(dossier *d, const holders *all, const cli_state *state)
{
    size_t width = 0;
    slice heading, last = {0};
    for (size_t i = 0; i < all->count; i++) {
        size_t cells = look_width(all->items[i].name);
        if (slice_equal(all->items[i].code, state->code) && cells > width)
            width = cells < NAME_MOST_CELLS ? cells : NAME_MOST_CELLS;
    }
    if (width == 0 || arena_printf(&d->q->arena, &heading, NULL, "People of %.*s",
                                   SLICE_ARGS(state->name)) != CHANCERY_OK)
        return;
    show_heading(&d->l, heading.ptr);
    for (size_t i = 0; i < all->count; i++) {
        const holder *h = &all->items[i];
        if (!slice_equal(h->code, state->code))
            continue;
        look_cell(&d->l, LOOK_PLAIN, slice_equal(h->name, last) ? SLICE("") : h->name, width + 2);
        size_t cells = look_width(h->name);
        look_flow f = look_flow_begin(&d->l, (cells > width ? cells : width) + 2, width + 2, 0);
        look_flow_text(&f, LOOK_PLAIN, h->title);
        flow_years(&f, h->first, h->last);
        look_flow_end(&f);
        last = h->name;
    }
}

static int print_people(dossier *d)
{
    holders all = {0};
    slice last = {0};
    for (size_t i = 0; i < d->events.count; i++) {
        if (slice_equal(last, d->events.items[i].report))
            continue;
        last = d->events.items[i].report;
        const chancery_reading *r = load(d, &d->events.items[i]);
        if (!r || add_holders(d->q, r, &all) != CLI_OK)
            return CLI_FAILED;
    }
    if (all.count)
        qsort(all.items, all.count, sizeof *all.items, by_first);
    for (int side = 0; side < 2; side++)
        print_side(d, &all, &d->q->states[side]);
    return CLI_OK;
}

static bool is_visit(const chancery_event *e)
{
    return slice_is(e->mode, "visit") && e->status != CHANCERY_NEGATED &&
           e->status != CHANCERY_HYPOTHETICAL;
}

static int print_visits(dossier *d)
{
    bool any = false;
    show_columns columns = {0, SHOW_DATE_CELLS, 16};
    for (size_t i = 0; i < d->events.count; i++) {
        const chancery_reading *r = load(d, &d->events.items[i]);
        const chancery_event *e = r ? query_event(r, d->events.items[i].item) : NULL;
        if (!r)
            return CLI_FAILED;
        if (!e || !is_visit(e))
            continue;
        if (!any)
            show_heading(&d->l, "Visits");
        any = true;
        show_event(&d->l, r, e, &columns, show_date(e->date));
        show_source(&d->l, show_words_indent(&columns), e->id, show_source_name(r));
    }
    return CLI_OK;
}

/** Events that occurred, by quad code and by who did them to whom. */
typedef struct balance {
    size_t counts[QUADS][DIRECTIONS]; /* from the first state, from the second, else */
    size_t total;
    double sum; /* of the scale */
} balance;

static bool has_code(const chancery_role *roles, size_t count, slice code)
{
    for (size_t i = 0; i < count; i++)
        if (slice_equal(roles[i].code, code))
            return true;
    return false;
}

static void add_event(const dossier *d, balance *b, const chancery_event *e)
{
    bool a_acts = has_code(e->actors, e->actor_count, d->q->asked.a);
    bool b_acts = has_code(e->actors, e->actor_count, d->q->asked.b);
    bool a_takes = has_code(e->recipients, e->recipient_count, d->q->asked.a);
    bool b_takes = has_code(e->recipients, e->recipient_count, d->q->asked.b);
    int direction = a_acts && b_takes && !b_acts ? 0 : b_acts && a_takes && !a_acts ? 1 : 2;
    b->counts[e->quad_code - 1][direction]++;
    b->total++;
    b->sum += e->event_scale;
}

/** "+0.4": tenths, rounded to the nearest. */
static void print_mean(const dossier *d, const balance *b)
{
    slice line;
    double tenths = b->sum * 10 / (double)b->total;
    tenths = tenths < -1e6 ? -1e6 : tenths > 1e6 ? 1e6 : tenths; /* an archive may hold anything */
    long rounded = (long)(tenths < 0 ? tenths - 0.5 : tenths + 0.5);
    if (arena_printf(&d->q->arena, &line, NULL,
                     "Mean on PLOVER's scale: %s%ld.%ld (from -10, hostile, to +10, friendly)",
                     rounded < 0 ? "-"
                     : rounded   ? "+"
                                 : "",
                     labs(rounded) / 10, labs(rounded) % 10) == CHANCERY_OK)
        look_wrapped(&d->l, LOOK_PLAIN, line, 0);
}

static void print_table(const dossier *d, const balance *b)
{
    static const char *const kinds[] = {"Cooperation in words", "Cooperation in deeds",
                                        "Conflict in words", "Conflict in deeds"};
    slice a = d->q->asked.a, c = d->q->asked.b;
    printf("%-22s%.*s → %.*s   %.*s → %.*s   both, others\n", "", SLICE_ARGS(a), SLICE_ARGS(c),
           SLICE_ARGS(c), SLICE_ARGS(a));
    for (int i = 0; i < QUADS; i++) {
        look_cell(&d->l, i < 2 ? LOOK_FRIENDLY : LOOK_HOSTILE, slice_of(kinds[i]), 22);
        printf("%9zu   %9zu   %12zu\n", b->counts[i][0], b->counts[i][1], b->counts[i][2]);
    }
    if (b->total)
        print_mean(d, b);
}

static int print_balance(dossier *d)
{
    balance b = {0};
    for (size_t i = 0; i < d->events.count; i++) {
        const chancery_reading *r = load(d, &d->events.items[i]);
        const chancery_event *e = r ? query_event(r, d->events.items[i].item) : NULL;
        if (!r)
            return CLI_FAILED;
        if (e && e->quad_code >= 1 && e->quad_code <= QUADS &&
            (e->status == CHANCERY_OCCURRED || e->status == CHANCERY_HISTORICAL))
            add_event(d, &b, e);
    }
    show_heading(&d->l, "Events that occurred");
    print_table(d, &b);
    return CLI_OK;
}

/** The line at `place` of the statements, of which those in reports without a date, which the
 * archive puts last, count as the oldest. */
static const archive_line *statement_at(const dossier *d, size_t place, size_t dated)
{
    size_t undated = d->statements.count - dated;
    return &d->statements.items[place < undated ? dated + place : place - undated];
}

static int print_statements(dossier *d)
{
    size_t limit = d->q->asked.limit ? d->q->asked.limit : DOSSIER_STATEMENTS;
    size_t first = d->statements.count > limit ? d->statements.count - limit : 0, dated = 0;
    while (dated < d->statements.count && d->statements.items[dated].date.len)
        dated++;
    if (d->statements.count)
        show_heading(&d->l, "Statements");
    for (size_t i = first; i < d->statements.count; i++) {
        const archive_line *line = statement_at(d, i, dated);
        const chancery_reading *r = load(d, line);
        const chancery_statement *s = r ? query_statement(r, line->item) : NULL;
        if (!r)
            return CLI_FAILED;
        if (!s)
            continue;
        show_statement(&d->l, r, s, true);
        show_source(&d->l, SHOW_DATE_CELLS, s->id, show_source_name(r));
    }
    if (first)
        printf("%zu older %s; --limit N shows more.\n", first,
               first == 1 ? "statement" : "statements");
    return CLI_OK;
}

static int print_findings(dossier *d)
{
    if (d->findings.count)
        show_heading(&d->l, "Findings");
    for (size_t i = 0; i < d->findings.count; i++) {
        const chancery_reading *r = load(d, &d->findings.items[i]);
        const chancery_finding *f = r ? query_finding(r, d->findings.items[i].item) : NULL;
        if (!r)
            return CLI_FAILED;
        if (!f)
            continue;
        show_finding(&d->l, r, f, true);
        show_source(&d->l, SHOW_DATE_CELLS, f->id, show_source_name(r));
    }
    return CLI_OK;
}

static int print_text(dossier *d)
{
    static int (*const parts[])(dossier *) = {
        print_relations, print_visits,     print_people,
        print_balance,   print_statements, print_findings,
    };
    look_text(&d->l, LOOK_STRONG, d->q->states[0].name);
    fputs(" – ", stdout);
    look_text(&d->l, LOOK_STRONG, d->q->states[1].name);
    fputs(": ", stdout);
    show_count(&d->l, d->events.count, "event", "events");
    fputs(", ", stdout);
    show_count(&d->l, d->statements.count, "statement", "statements");
    fputc('\n', stdout);
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        if (parts[i](d) != CLI_OK)
            return CLI_FAILED;
    return CLI_OK;
}

static int print_json_list(cli_query *q, const archive_lines *lines)
{
    for (size_t i = 0; i < lines->count; i++) {
        query_forget(q);
        const chancery_reading *r = query_reading(q, lines->items[i].report);
        if (!r)
            return CLI_FAILED;
        if (i)
            fputc(',', stdout);
        if (query_print_json_bare(q, r, lines->items[i].item) != CLI_OK)
            return CLI_FAILED;
    }
    return CLI_OK;
}

static int print_json(cli_query *q, const dossier *d)
{
    const struct {
        const char *name;
        const archive_lines *lines;
    } lists[] = {{"relations", &d->relations},
                 {"events", &d->events},
                 {"statements", &d->statements},
                 {"findings", &d->findings}};
    printf("{\"between\":[\"%.*s\",\"%.*s\"]", SLICE_ARGS(q->asked.a), SLICE_ARGS(q->asked.b));
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++) {
        printf(",\"%s\":[", lists[i].name);
        if (print_json_list(q, lists[i].lines) != CLI_OK)
            return CLI_FAILED;
        fputc(']', stdout);
    }
    fputs("}\n", stdout);
    return CLI_OK;
}

static int run(cli_query *q)
{
    dossier d = {.q = q, .l = look_open(stdout)};
    size_t limit = q->asked.limit;
    q->asked.limit = 0;
    if (gather(q, &d) != CHANCERY_OK)
        return cli_fail(&q->error);
    q->asked.limit = limit;
    if (q->format == CLI_JSON)
        return print_json(q, &d);
    if (d.events.count + d.relations.count + d.statements.count + d.findings.count)
        return print_text(&d);
    slice subject = query_subject(q);
    printf("Nothing between %.*s in %s%s.\n", SLICE_ARGS(subject),
           cli_archive_path(q->archive_path), q->narrowed ? " that fits these options" : "");
    return CLI_OK;
}

static int check(cli_query *q)
{
    return query_states(q, 2);
}

int command_dossier(int argc, char **argv)
{
    cli_query q = {.usage = &usage};
    return query_run(&q, argc, argv, check, run);
}
