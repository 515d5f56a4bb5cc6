/* chancery findings: contradictions and slips, in all reports or between two states.
 *
 * SPDX-License-Identifier: Apache-2.0 */
#include "cli/query.h"
#include "cli/show.h"

static const char help[] =
    "Usage: chancery findings [OPTION]... [STATE [STATE]]\n\n"
    "Prints what doesn't add up: a person given two nationalities, an office that he can't hold, "
    "a\n"
    "weekday that isn't the date's, an anniversary that doesn't fit its year.\n\n"
    "  -a, --archive FILE   the archive (or $CHANCERY_ARCHIVE; else ./chancery.db)\n"
    "  -f, --format FORMAT  text or json\n"
    "  -n, --limit N        at most N findings\n"
    "  -h, --help           this text\n\n"
    "Example: chancery findings --archive my.db\n";

static int run(cli_query *q)
{
    look l = look_open(stdout);
    archive_lines lines;
    if (archive_findings(q->archive, &q->asked, &q->arena, &lines, &q->error) != CHANCERY_OK)
        return cli_fail(&q->error);
    for (size_t i = 0; i < lines.count; i++) {
        const chancery_reading *r = query_reading(q, lines.items[i].report);
        if (!r)
            return CLI_FAILED;
        const chancery_finding *f = query_finding(r, lines.items[i].item);
        if (q->format == CLI_JSON && query_print_json(q, r, lines.items[i].item) != CLI_OK)
            return CLI_FAILED;
        if (q->format == CLI_TEXT && f)
            show_finding(&l, r, f, query_source(r));
    }
    if (lines.count == 0 && q->format == CLI_TEXT)
        fputs("No findings in this archive.\n", stdout);
    return CLI_OK;
}

int command_findings(int argc, char **argv)
{
    cli_query q = {
        .command = "findings", .help = help, .takes = QUERY_STATES | QUERY_OPTIONAL | QUERY_LIMIT};
    int status = query_open(&q, argc, argv);
    if (!status && !q.done)
        status = run(&q);
    query_close(&q);
    return status;
}
