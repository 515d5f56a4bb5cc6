/* chancery timeline: what happened between two states, in order.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * Reports that tell the same event (day, type, sides, status) stand as one entry with several
 * sources. */
#include "cli/query.h"
#include "cli/show.h"

static const char help[] =
    "Usage: chancery timeline [OPTION]... STATE [STATE]\n\n"
    "Prints what happened between two states (or what one state had a part in), oldest first.\n"
    "States are named in any usual form: CHN, CN, China, 中国.\n\n"
    "  -a, --archive FILE        the archive (or $CHANCERY_ARCHIVE; else ./chancery.db)\n"
    "  -f, --format FORMAT       text or json\n"
    "      --from DATE           nothing before this day, month or year\n"
    "      --until DATE          nothing after it\n"
    "      --event TYPE          only this PLOVER type, such as CONSULT\n"
    "      --status STATUS       occurred, future, hypothetical, negated or historical\n"
    "      --min-confidence N    from 0 to 1\n"
    "  -n, --limit N             the first N events\n"
    "  -h, --help                this text\n\n"
    "Example: chancery timeline --archive my.db China Belgium --from 2020\n";

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

static void print_sources(const look *l, size_t others)
{
    if (others == 0)
        return;
    look_spaces(l, 12);
    fputs("also told by ", l->out);
    show_count(l, others, "other report", "other reports");
    fputc('\n', l->out);
}

static int print_json(cli_query *q, const archive_lines *lines)
{
    for (size_t i = 0; i < lines->count; i++) {
        const chancery_reading *reading = query_reading(q, lines->items[i].report);
        if (!reading || query_print_json(q, reading, lines->items[i].item) != CLI_OK)
            return CLI_FAILED;
    }
    return CLI_OK;
}

/** Prints line `i` unless an earlier one told it; `told` marks lines that are done with. */
static int print_entry(cli_query *q, const look *l, const archive_lines *lines, size_t i,
                       bool *told)
{
    const chancery_reading *reading = query_reading(q, lines->items[i].report);
    const chancery_event *event = reading ? query_event(reading, lines->items[i].item) : NULL;
    size_t others = 0;
    if (!event)
        return reading ? CLI_OK : CLI_FAILED;
    for (size_t k = i + 1; k < lines->count; k++) {
        if (!slice_equal(lines->items[k].date, lines->items[i].date))
            break;
        const chancery_reading *other = query_reading(q, lines->items[k].report);
        const chancery_event *again = other ? query_event(other, lines->items[k].item) : NULL;
        if (again && !told[k] && same_event(event, again)) {
            told[k] = true;
            others++;
        }
    }
    show_event(l, reading, event, query_source(reading));
    print_sources(l, others);
    return CLI_OK;
}

static int print_text(cli_query *q, const archive_lines *lines)
{
    look l = look_open(stdout);
    bool *told = arena_alloc(&q->arena, lines->count, sizeof *told, &q->error);
    if (!told)
        return cli_fail(&q->error);
    look_text(&l, LOOK_STRONG, q->names[0]);
    if (q->names[1].len) {
        fputs(" – ", stdout);
        look_text(&l, LOOK_STRONG, q->names[1]);
    }
    fputs("  ", stdout);
    show_count(&l, lines->count, "line", "lines");
    fputs("\n\n", stdout);
    for (size_t i = 0; i < lines->count; i++)
        if (!told[i] && print_entry(q, &l, lines, i, told) != CLI_OK)
            return CLI_FAILED;
    return CLI_OK;
}

static int run(cli_query *q)
{
    archive_lines lines;
    if (archive_events(q->archive, &q->asked, &q->arena, &lines, &q->error) != CHANCERY_OK)
        return cli_fail(&q->error);
    if (q->format == CLI_JSON)
        return print_json(q, &lines);
    if (lines.count)
        return print_text(q, &lines);
    fputs("Nothing in this archive.\n", stdout);
    return CLI_OK;
}

int command_timeline(int argc, char **argv)
{
    cli_query q = {.command = "timeline",
                   .help = help,
                   .takes = QUERY_STATES | QUERY_DATES | QUERY_EVENTS | QUERY_LIMIT};
    int status = query_open(&q, argc, argv);
    if (!status && !q.done)
        status = run(&q);
    query_close(&q);
    return status;
}
