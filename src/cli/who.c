/* chancery who: a person's offices, meetings and statements.
 *
 * SPDX-License-Identifier: Apache-2.0 */
#include <string.h>

#include "cli/query.h"
#include "cli/show.h"

static const char help[] =
    "Usage: chancery who [OPTION]... NAME\n\n"
    "Prints what the archive knows of the people whose names hold all these words: offices by\n"
    "report, events that they had a part in, what they said.\n\n"
    "  -a, --archive FILE   the archive (or $CHANCERY_ARCHIVE; else ./chancery.db)\n"
    "  -f, --format FORMAT  text or json\n"
    "  -h, --help           this text\n\n"
    "Example: chancery who --archive my.db \"Ding Xuexiang\"\n";

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

static void print_report(const look *l, const chancery_reading *r, const chancery_person *person)
{
    show_person(l, person);
    look_spaces(l, 2);
    look_text(l, LOOK_FAINT, query_source(r));
    if (r->document.published.len) {
        fputs(", ", stdout);
        look_text(l, LOOK_FAINT, r->document.published);
    }
    fputc('\n', stdout);
    for (size_t i = 0; i < r->event_count; i++)
        if (has_part(&r->events[i], person->id))
            show_event(l, r, &r->events[i], (slice){0});
    for (size_t i = 0; i < r->statement_count; i++)
        if (slice_equal(r->statements[i].speaker.person, person->id))
            show_statement(l, r, &r->statements[i], (slice){0});
    fputc('\n', stdout);
}

/** The words of the command line as one name. */
static slice join_arguments(cli_query *q)
{
    slice name = {0};
    for (size_t i = 0; i < q->argument_count; i++)
        if (arena_printf(&q->arena, &name, &q->error, i ? "%.*s %s" : "%.*s%s", SLICE_ARGS(name),
                         q->arguments[i]) != CHANCERY_OK)
            return (slice){0};
    return name;
}

static int run(cli_query *q)
{
    look l = look_open(stdout);
    archive_lines lines;
    slice name = join_arguments(q);
    if (slice_trim(name).len == 0)
        return cli_misuse("who", "name somebody, such as: chancery who \"Ding Xuexiang\"");
    if (archive_people(q->archive, name, &q->arena, &lines, &q->error) != CHANCERY_OK)
        return cli_fail(&q->error);
    for (size_t i = 0; i < lines.count; i++) {
        const chancery_reading *r = query_reading(q, lines.items[i].report);
        if (!r)
            return CLI_FAILED;
        if (q->format == CLI_JSON) {
            if (query_print_json(q, r, lines.items[i].item) != CLI_OK)
                return CLI_FAILED;
            continue;
        }
        const chancery_person *person = query_person(r, lines.items[i].item);
        if (person)
            print_report(&l, r, person);
    }
    if (lines.count == 0 && q->format == CLI_TEXT)
        fputs("Nobody of that name in this archive.\n", stdout);
    return CLI_OK;
}

int command_who(int argc, char **argv)
{
    cli_query q = {.command = "who", .help = help};
    int status = query_open(&q, argc, argv);
    if (!status && !q.done)
        status = run(&q);
    query_close(&q);
    return status;
}
