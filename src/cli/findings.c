/* chancery findings: contradictions and slips, in all reports or between two states.
 *
 * SPDX-License-Identifier: Apache-2.0 */
#include "cli/query.h"
#include "cli/show.h"

static const cli_option options[] = {
    CLI_OPTION_ARCHIVE, CLI_OPTION_FORMAT, {"limit", "N", "at most N findings", 'n', 'n'},
    CLI_OPTION_DATA,    CLI_OPTION_HELP,   CLI_OPTIONS_END,
};

static const cli_usage usage = {
    "findings",
    "[OPTION]... [STATE [STATE]]",
    "Prints what doesn't add up in all reports, or in those that name the states: a "
    "person given two nationalities, two offices that don't go together, a weekday that "
    "isn't the date's, an anniversary that doesn't fit its year.",
    options,
    "Example: chancery findings --archive my.db",
};

static int print_text(cli_query *q, const archive_lines *lines)
{
    look l = look_open(stdout);
    for (size_t i = 0; i < lines->count; i++) {
        query_forget(q);
        const chancery_reading *r = query_reading(q, lines->items[i].report);
        if (!r)
            return CLI_FAILED;
        const chancery_finding *f = query_finding(r, lines->items[i].item);
        if (!f)
            continue;
        if (i)
            fputc('\n', stdout);
        show_finding(&l, r, f, true);
        show_source(&l, SHOW_DATE_CELLS, f->id, show_source_name(r));
    }
    slice subject = query_subject(q);
    if (lines->count == 0)
        printf("No findings%s%.*s in %s.\n", subject.len ? " about " : "", SLICE_ARGS(subject),
               cli_archive_path(q->archive_path));
    return CLI_OK;
}

static int run(cli_query *q)
{
    archive_lines lines;
    if (archive_findings(q->archive, &q->asked, &q->arena, &lines, &q->error) != CHANCERY_OK)
        return cli_fail(&q->error);
    return q->format == CLI_JSON ? query_print_json_lines(q, &lines) : print_text(q, &lines);
}

static int check(cli_query *q)
{
    return query_states(q, 0);
}

int command_findings(int argc, char **argv)
{
    cli_query q = {.usage = &usage};
    return query_run(&q, argc, argv, check, run);
}
