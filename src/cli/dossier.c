/* chancery dossier: the whole file on two states.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * Relations, people in office, visits, the balance of events, what was said, what doesn't add up.
 */
#include <stdlib.h>

#include "cli/query.h"
#include "cli/show.h"

static const char help[] =
    "Usage: chancery dossier [OPTION]... STATE STATE\n\n"
    "Prints the file on two states: relations, people, visits, events by kind, latest statements,\n"
    "findings.\n\n"
    "  -a, --archive FILE   the archive (or $CHANCERY_ARCHIVE; else ./chancery.db)\n"
    "  -f, --format FORMAT  text or json (one object with all lists)\n"
    "      --from DATE      nothing before this day, month or year\n"
    "      --until DATE     nothing after it\n"
    "  -n, --limit N        at most N statements (default 12)\n"
    "  -h, --help           this text\n\n"
    "Example: chancery dossier --archive my.db CHN BEL\n";

enum { DOSSIER_STATEMENTS = 12 };

typedef struct dossier {
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

static int print_relations(cli_query *q, const look *l, const dossier *d)
{
    show_heading(l, "\nRelations");
    if (d->relations.count == 0)
        fputs("none told\n", stdout);
    for (size_t i = 0; i < d->relations.count; i++) {
        const chancery_reading *r = query_reading(q, d->relations.items[i].report);
        const chancery_relation *relation =
            r ? query_relation(r, d->relations.items[i].item) : NULL;
        if (!relation)
            return CLI_FAILED;
        show_relation(l, r, relation, query_source(r));
    }
    return CLI_OK;
}

typedef struct holder {
    slice name;
    slice title;
    slice code;
} holder;

typedef ARRAY(holder) holders;

static bool known_holder(const holders *all, const holder *h)
{
    for (size_t i = 0; i < all->count; i++)
        if (slice_equal(all->items[i].name, h->name) && slice_equal(all->items[i].code, h->code) &&
            slice_equal_ascii_fold(all->items[i].title, h->title))
            return true;
    return false;
}

static int add_holders(cli_query *q, const chancery_reading *r, holders *all)
{
    for (size_t i = 0; i < r->person_count; i++)
        for (size_t k = 0; k < r->people[i].office_count; k++) {
            const chancery_office *o = &r->people[i].offices[k];
            holder h = {r->people[i].name, o->title, o->of};
            if ((!slice_equal(o->of, q->asked.a) && !slice_equal(o->of, q->asked.b)) ||
                known_holder(all, &h))
                continue;
            holder *room = array_push(all, &q->arena, &q->error);
            if (!room)
                return cli_fail(&q->error);
            *room = h;
        }
    return CLI_OK;
}

static int print_people(cli_query *q, const look *l, const dossier *d)
{
    holders all = {0};
    slice last = {0};
    for (size_t i = 0; i < d->events.count; i++) {
        if (slice_equal(last, d->events.items[i].report))
            continue;
        last = d->events.items[i].report;
        const chancery_reading *r = query_reading(q, last);
        if (!r || add_holders(q, r, &all) != CLI_OK)
            return CLI_FAILED;
    }
    if (all.count)
        show_heading(l, "\nPeople");
    for (int side = 0; side < 2; side++)
        for (size_t i = 0; i < all.count; i++)
            if (slice_equal(all.items[i].code, side ? q->asked.b : q->asked.a)) {
                look_cell(l, LOOK_STRONG, all.items[i].code, 12);
                look_text(l, LOOK_PLAIN, all.items[i].name);
                fputs(", ", stdout);
                look_text(l, LOOK_PLAIN, all.items[i].title);
                fputc('\n', stdout);
            }
    return CLI_OK;
}

static int print_visits(cli_query *q, const look *l, const dossier *d)
{
    bool any = false;
    for (size_t i = 0; i < d->events.count; i++) {
        const chancery_reading *r = query_reading(q, d->events.items[i].report);
        const chancery_event *e = r ? query_event(r, d->events.items[i].item) : NULL;
        if (!r)
            return CLI_FAILED;
        if (!e || !slice_equal(e->mode, SLICE("visit")) || e->status == CHANCERY_NEGATED ||
            e->status == CHANCERY_HYPOTHETICAL)
            continue;
        if (!any)
            show_heading(l, "\nVisits");
        any = true;
        show_event(l, r, e, query_source(r));
    }
    return CLI_OK;
}

/** How many events of each quad code, by who began them. */
static int print_balance(cli_query *q, const look *l, const dossier *d)
{
    static const char *const kinds[] = {"cooperation in words", "cooperation in deeds",
                                        "conflict in words", "conflict in deeds"};
    size_t counts[4] = {0};
    double sum = 0;
    size_t occurred = 0;
    for (size_t i = 0; i < d->events.count; i++) {
        const chancery_reading *r = query_reading(q, d->events.items[i].report);
        const chancery_event *e = r ? query_event(r, d->events.items[i].item) : NULL;
        if (!r)
            return CLI_FAILED;
        if (!e || e->quad_code < 1 || e->quad_code > 4 ||
            (e->status != CHANCERY_OCCURRED && e->status != CHANCERY_HISTORICAL))
            continue;
        counts[e->quad_code - 1]++;
        sum += e->event_scale;
        occurred++;
    }
    show_heading(l, "\nEvents that occurred");
    for (int i = 0; i < 4; i++) {
        look_cell(l, i < 2 ? LOOK_FRIENDLY : LOOK_HOSTILE, slice_of(kinds[i]), 24);
        fprintf(stdout, "%zu\n", counts[i]);
    }
    if (occurred) {
        long tenths = (long)(sum * 10 / (double)occurred);
        fprintf(stdout, "%-24s%s%ld.%ld (-10 hostile to +10 friendly)\n", "mean on PLOVER's scale",
                tenths < 0 ? "-" : "+", labs(tenths) / 10, labs(tenths) % 10);
    }
    return CLI_OK;
}

static int print_statements(cli_query *q, const look *l, const dossier *d)
{
    size_t limit = q->asked.limit ? q->asked.limit : DOSSIER_STATEMENTS;
    size_t first = d->statements.count > limit ? d->statements.count - limit : 0;
    if (d->statements.count)
        show_heading(l, "\nStatements");
    for (size_t i = first; i < d->statements.count; i++) {
        const chancery_reading *r = query_reading(q, d->statements.items[i].report);
        const chancery_statement *s = r ? query_statement(r, d->statements.items[i].item) : NULL;
        if (!s)
            return CLI_FAILED;
        show_statement(l, r, s, query_source(r));
    }
    if (first)
        fprintf(stdout, "(%zu older ones: --limit)\n", first);
    return CLI_OK;
}

static int print_findings(cli_query *q, const look *l, const dossier *d)
{
    if (d->findings.count)
        show_heading(l, "\nFindings");
    for (size_t i = 0; i < d->findings.count; i++) {
        const chancery_reading *r = query_reading(q, d->findings.items[i].report);
        const chancery_finding *f = r ? query_finding(r, d->findings.items[i].item) : NULL;
        if (!f)
            return CLI_FAILED;
        show_finding(l, r, f, query_source(r));
    }
    return CLI_OK;
}

static int print_text(cli_query *q, const dossier *d)
{
    static int (*const parts[])(cli_query *, const look *, const dossier *) = {
        print_relations, print_people,     print_visits,
        print_balance,   print_statements, print_findings,
    };
    look l = look_open(stdout);
    look_text(&l, LOOK_STRONG, q->names[0]);
    fputs(" – ", stdout);
    look_text(&l, LOOK_STRONG, q->names[1]);
    fputs("  ", stdout);
    show_count(&l, d->events.count, "event", "events");
    fputc('\n', stdout);
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        if (parts[i](q, &l, d) != CLI_OK)
            return CLI_FAILED;
    return CLI_OK;
}

static int print_json_list(cli_query *q, const archive_lines *lines)
{
    for (size_t i = 0; i < lines->count; i++) {
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
    fprintf(stdout, "{\"between\":[\"%.*s\",\"%.*s\"]", SLICE_ARGS(q->asked.a),
            SLICE_ARGS(q->asked.b));
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++) {
        fprintf(stdout, ",\"%s\":[", lists[i].name);
        if (print_json_list(q, lists[i].lines) != CLI_OK)
            return CLI_FAILED;
        fputc(']', stdout);
    }
    fputs("}\n", stdout);
    return CLI_OK;
}

static int run(cli_query *q)
{
    dossier d = {0};
    size_t limit = q->asked.limit;
    if (q->asked.b.len == 0)
        return cli_misuse("dossier", "name two states, such as: chancery dossier CHN BEL");
    q->asked.limit = 0;
    if (gather(q, &d) != CHANCERY_OK)
        return cli_fail(&q->error);
    q->asked.limit = limit;
    if (q->format == CLI_JSON)
        return print_json(q, &d);
    if (d.events.count + d.relations.count + d.statements.count + d.findings.count == 0) {
        fputs("Nothing in this archive.\n", stdout);
        return CLI_OK;
    }
    return print_text(q, &d);
}

int command_dossier(int argc, char **argv)
{
    cli_query q = {
        .command = "dossier", .help = help, .takes = QUERY_STATES | QUERY_DATES | QUERY_LIMIT};
    int status = query_open(&q, argc, argv);
    if (!status && !q.done)
        status = run(&q);
    query_close(&q);
    return status;
}
