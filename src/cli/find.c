/* chancery find: full-text search over reports and statements.
 *
 * SPDX-License-Identifier: Apache-2.0 */
#include "cli/query.h"
#include "cli/show.h"

static const char help[] =
    "Usage: chancery find [OPTION]... WORDS\n\n"
    "Searches reports and statements, best first. All words must be there; \"words in quotes\"\n"
    "stand together; OR, NOT and a star at a word's end work as in SQLite's FTS5.\n\n"
    "  -a, --archive FILE   the archive (or $CHANCERY_ARCHIVE; else ./chancery.db)\n"
    "  -f, --format FORMAT  text or json\n"
    "  -n, --limit N        at most N lines (default 20)\n"
    "  -h, --help           this text\n\n"
    "Example: chancery find --archive my.db fishing agreement\n";

enum { FIND_LIMIT = 20, FIND_TEXT_CELLS = 12 };

static void print_report(const look *l, const chancery_reading *r)
{
    look_cell(l, LOOK_PLAIN, r->document.published.len ? r->document.published : SLICE("no date"),
              FIND_TEXT_CELLS);
    look_text(l, LOOK_STRONG, r->document.title.len ? r->document.title : query_source(r));
    fputc('\n', l->out);
    look_spaces(l, FIND_TEXT_CELLS);
    look_text(l, LOOK_FAINT, slice_range(r->document.id, 0, SHOW_ID_BYTES));
    fputs("  ", l->out);
    look_text(l, LOOK_FAINT, query_source(r));
    fputc('\n', l->out);
}

static int print_line(cli_query *q, const look *l, const archive_line *line)
{
    const chancery_reading *r = query_reading(q, line->report);
    if (!r)
        return CLI_FAILED;
    if (q->format == CLI_JSON)
        return query_print_json(q, r, line->item);
    const chancery_statement *s = query_statement(r, line->item);
    if (s)
        show_statement(l, r, s, query_source(r));
    else
        print_report(l, r);
    return CLI_OK;
}

static int run(cli_query *q)
{
    look l = look_open(stdout);
    archive_lines lines;
    slice words = {0};
    for (size_t i = 0; i < q->argument_count; i++)
        if (arena_printf(&q->arena, &words, &q->error, i ? "%.*s %s" : "%.*s%s", SLICE_ARGS(words),
                         q->arguments[i]) != CHANCERY_OK)
            return cli_fail(&q->error);
    if (slice_trim(words).len == 0)
        return cli_misuse("find", "name the words to look for");
    size_t limit = q->asked.limit ? q->asked.limit : FIND_LIMIT;
    if (archive_find(q->archive, words, limit, &q->arena, &lines, &q->error) != CHANCERY_OK)
        return cli_fail(&q->error);
    for (size_t i = 0; i < lines.count; i++)
        if (print_line(q, &l, &lines.items[i]) != CLI_OK)
            return CLI_FAILED;
    if (lines.count == 0 && q->format == CLI_TEXT)
        fputs("Nothing found.\n", stdout);
    return CLI_OK;
}

int command_find(int argc, char **argv)
{
    cli_query q = {.command = "find", .help = help, .takes = QUERY_LIMIT};
    int status = query_open(&q, argc, argv);
    if (!status && !q.done)
        status = run(&q);
    query_close(&q);
    return status;
}
