/* chancery check: opens an archive and verifies it.
 *
 * SPDX-License-Identifier: Apache-2.0 */
#include "cli/query.h"

static const char help[] =
    "Usage: chancery check [--archive FILE]\n\n"
    "Verifies an archive: the file itself, references between tables, every span inside its\n"
    "report, ids that match their content. Nothing is changed.\n\n"
    "  -a, --archive FILE   the archive (or $CHANCERY_ARCHIVE; else ./chancery.db)\n"
    "  -f, --format FORMAT  text or json\n"
    "  -h, --help           this text\n\n"
    "Exit status: 0 where all is well, 1 where a fault was found.\n"
    "Example: chancery check --archive my.db\n";

static int run(cli_query *q)
{
    archive_counts n;
    if (q->argument_count)
        return cli_misuse("check", "takes no argument '%s'; name the archive with --archive",
                          q->arguments[0]);
    if (archive_check(q->archive, &n, &q->error) != CHANCERY_OK)
        return cli_fail(&q->error);
    const char *form =
        q->format == CLI_JSON
            ? "{\"reports\":%llu,\"events\":%llu,\"people\":%llu,\"statements\":%llu,"
              "\"relations\":%llu,\"findings\":%llu}\n"
            : "The archive is sound: %llu reports, %llu events, %llu people, "
              "%llu statements, %llu relations, %llu findings.\n";
    printf(form, (unsigned long long)n.reports, (unsigned long long)n.events,
           (unsigned long long)n.people, (unsigned long long)n.statements,
           (unsigned long long)n.relations, (unsigned long long)n.findings);
    return CLI_OK;
}

int command_check(int argc, char **argv)
{
    cli_query q = {.command = "check", .help = help};
    int status = query_open(&q, argc, argv);
    if (!status && !q.done)
        status = run(&q);
    query_close(&q);
    return status;
}
