/* chancery export: the record in others' formats.
 *
 * SPDX-License-Identifier: Apache-2.0 */
#include "export/export.h"
#include "cli/query.h"

static const cli_option options[] = {
    CLI_OPTION_ARCHIVE,
    {"format", "FORMAT", "ndjson (PLOVER's records, one a line; the default) or csv", 'f', 'f'},
    {"all", NULL, "negated events too, which PLOVER leaves out (csv always has them)", 0, 'A'},
    CLI_OPTION_HELP,
    CLI_OPTIONS_END,
};

static const cli_usage usage = {
    "export",
    "[OPTION]...",
    "Writes all events of an archive to standard output.",
    options,
    "Example: chancery export --archive my.db --format csv > events.csv",
};

static int run(cli_query *q)
{
    archive_lines reports;
    chancery_status status = archive_reports(q->archive, &q->arena, &reports, &q->error);
    if (!status && q->format == CLI_CSV)
        status = export_csv_header(stdout, &q->error);
    for (size_t i = 0; !status && i < reports.count; i++) {
        chancery_reading reading;
        arena_reset(&q->readings);
        status =
            archive_load(q->archive, reports.items[i].report, &q->readings, &reading, &q->error);
        if (!status)
            status = q->format == CLI_CSV ? export_csv(&reading, stdout, &q->error)
                                          : export_plover(&reading, q->all, stdout, &q->error);
    }
    if (status && ferror(stdout))
        return CLI_FAILED; /* cli_finish says why */
    return status ? cli_fail(&q->error) : CLI_OK;
}

static int check(cli_query *q)
{
    if (q->argument_count)
        return cli_misuse("export", "takes no argument '%s'; name the archive with --archive",
                          q->arguments[0]);
    return CLI_OK;
}

int command_export(int argc, char **argv)
{
    cli_query q = {.usage = &usage, .takes_csv = true, .format = CLI_JSON};
    return query_run(&q, argc, argv, check, run);
}
