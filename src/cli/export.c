/* chancery export: the record in others' formats.
 *
 * SPDX-License-Identifier: Apache-2.0 */
#include "export/export.h"
#include "cli/query.h"

static const char help[] =
    "Usage: chancery export [OPTION]...\n\n"
    "Writes all events of an archive to standard output.\n\n"
    "  -a, --archive FILE   the archive (or $CHANCERY_ARCHIVE; else ./chancery.db)\n"
    "  -f, --format FORMAT  ndjson (PLOVER's records, one a line; the default) or csv\n"
    "      --all            with negated and hypothetical events, which PLOVER leaves out\n"
    "  -h, --help           this text\n\n"
    "Example: chancery export --archive my.db --format csv > events.csv\n";

static int run(cli_query *q)
{
    archive_lines reports;
    if (q->argument_count)
        return cli_misuse("export", "takes no argument '%s'; name the archive with --archive",
                          q->arguments[0]);
    chancery_status status = archive_reports(q->archive, &q->arena, &reports, &q->error);
    if (!status && q->format == CLI_CSV)
        status = export_csv_header(stdout, &q->error);
    arena one;
    arena_init(&one, INT32_MAX);
    for (size_t i = 0; !status && i < reports.count; i++) {
        chancery_reading reading;
        arena_reset(&one);
        status = archive_load(q->archive, reports.items[i].report, &one, &reading, &q->error);
        if (!status)
            status = q->format == CLI_CSV ? export_csv(&reading, stdout, &q->error)
                                          : export_plover(&reading, q->all, stdout, &q->error);
    }
    arena_clear(&one);
    return status ? cli_fail(&q->error) : CLI_OK;
}

int command_export(int argc, char **argv)
{
    cli_query q = {
        .command = "export", .help = help, .takes = QUERY_CSV | QUERY_ALL, .format = CLI_JSON};
    int status = query_open(&q, argc, argv);
    if (!status && !q.done && q.format == CLI_TEXT)
        status = cli_misuse("export", "--format is ndjson or csv");
    if (!status && !q.done)
        status = run(&q);
    query_close(&q);
    return status;
}
