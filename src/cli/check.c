/* chancery check: opens an archive and verifies it.
 *
 * SPDX-License-Identifier: Apache-2.0 */
#include "cli/query.h"
#include "cli/show.h"

static const cli_option options[] = {
    CLI_OPTION_ARCHIVE,
    CLI_OPTION_FORMAT,
    CLI_OPTION_HELP,
    CLI_OPTIONS_END,
};

static const cli_usage usage = {
    "check",
    "[OPTION]... [FILE]",
    "Verifies an archive: the file itself, references between tables, every span inside "
    "its report, ids that match their content. Nothing is changed.",
    options,
    "Exit status: 0 where all is well, 1 where a fault was found.\n"
    "Example: chancery check my.db",
};

static void print_json(const archive_counts *n)
{
    printf("{\"reports\":%llu,\"events\":%llu,\"people\":%llu,\"statements\":%llu,"
           "\"relations\":%llu,\"findings\":%llu}\n",
           (unsigned long long)n->reports, (unsigned long long)n->events,
           (unsigned long long)n->people, (unsigned long long)n->statements,
           (unsigned long long)n->relations, (unsigned long long)n->findings);
}

static void print_text(const archive_counts *n)
{
    const struct {
        uint64_t count;
        const char *one, *many;
    } parts[] = {
        {n->reports, "report", "reports"},       {n->events, "event", "events"},
        {n->people, "person", "people"},         {n->statements, "statement", "statements"},
        {n->relations, "relation", "relations"}, {n->findings, "finding", "findings"}};
    look l = look_open(stdout);
    fputs("The archive is sound: ", stdout);
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        fputs(i ? ", " : "", stdout);
        show_count(&l, (size_t)parts[i].count, parts[i].one, parts[i].many);
    }
    fputs(".\n", stdout);
}

static int run(cli_query *q)
{
    archive_counts n;
    if (archive_check(q->archive, &n, &q->error) != CHANCERY_OK)
        return cli_fail(&q->error);
    if (q->format == CLI_JSON)
        print_json(&n);
    else
        print_text(&n);
    return CLI_OK;
}

/** The archive may be given as an argument: there is nothing else that it could be. */
static int check(cli_query *q)
{
    if (q->argument_count > 1 || (q->argument_count && q->archive_path))
        return cli_misuse("check", "one archive at a time: '%s' is too many",
                          q->arguments[q->argument_count - 1]);
    if (q->argument_count)
        q->archive_path = q->arguments[0];
    return CLI_OK;
}

int command_check(int argc, char **argv)
{
    cli_query q = {.usage = &usage};
    return query_run(&q, argc, argv, check, run);
}
