/* chancery kb: checks, asks and extends the knowledge base. Its subcommands are in kb_*.c.
 *
 * SPDX-License-Identifier: Apache-2.0 */
#include "cli/kb.h"

#include <string.h>
#include <time.h>

#include "cli/options.h"

static const cli_option options[] = {
    {"date", "DATE", "who held an office on this day (else today)", 0, 'd'},
    CLI_OPTION_FORMAT,
    CLI_OPTION_KB,
    CLI_OPTION_ARCHIVE,
    CLI_OPTION_DATA,
    CLI_OPTION_HELP,
    CLI_OPTIONS_END,
};

static const cli_usage usage = {
    "kb",
    "show [OPTION]... CODE|NAME\n"
    "resolve [OPTION]... < LINES\n"
    "check FILE|FOLDER\n"
    "add FILE --archive FILE\n"
    "remove NAME --archive FILE\n"
    "learn --archive FILE\n"
    "stats [OPTION]...",
    "show prints what is known of a state, an organisation or a person.\n"
    "resolve takes an actor phrase a line, as a wire report has it, and prints one JSON line for "
    "each: whose it is and in which sector.\n"
    "check says what is wrong with names of your own (one file), or with a whole knowledge base "
    "(a folder like data/kb).\n"
    "add keeps a file of your own names and people with an archive: 'read --archive' then takes "
    "them before ours. remove takes them out again.\n"
    "learn writes the people in office of an archive's reports as such a file.\n"
    "stats counts what there is.",
    options,
    "Example: chancery kb show --date 2012-05-03 Germany",
};

static const struct subcommand {
    const char *name;
    int (*run)(const kb_command *c);
} subcommands[] = {
    {"show", kb_command_show},   {"resolve", kb_command_resolve}, {"check", kb_command_check},
    {"add", kb_command_add},     {"remove", kb_command_remove},   {"learn", kb_command_learn},
    {"stats", kb_command_stats},
};

chancery_engine *kb_command_engine(const kb_command *c)
{
    return cli_own_engine(c->data_dir, &c->names, c->archive, false);
}

kb_date kb_command_today(void)
{
    struct tm day;
    time_t now = time(NULL);
    if (!gmtime_r(&now, &day))
        return 0;
    return (day.tm_year + 1900) * 10000 + (day.tm_mon + 1) * 100 + day.tm_mday;
}

slice kb_command_print_date(kb_date date, char *out)
{
    int year = date / 10000, month = date / 100 % 100, day = date % 100, bytes = 0;
    if (date == 0)
        return (slice){out, 0};
    if (day)
        bytes = snprintf(out, 16, "%04d-%02d-%02d", year, month, day);
    else if (month)
        bytes = snprintf(out, 16, "%04d-%02d", year, month);
    else
        bytes = snprintf(out, 16, "%04d", year);
    return (slice){out, bytes > 0 && bytes < 16 ? (size_t)bytes : 0};
}

static int take_format(kb_command *c, const char *format)
{
    c->format = strcmp(format, "json") == 0 ? CLI_JSON : CLI_TEXT;
    if (c->format == CLI_TEXT && strcmp(format, "text") != 0)
        return cli_misuse("kb", "--format is text or json, not '%s'", format);
    return CLI_OK;
}

static int take_option(kb_command *c, int option, const char *value)
{
    switch (option) {
    case 'a':
        c->archive = value;
        return *value ? CLI_OK : cli_misuse("kb", "--archive needs the name of a file");
    case 'f':
        return take_format(c, value);
    case 'd':
        if (kb_parse_date(slice_of(value), &c->date))
            return CLI_OK;
        return cli_misuse("kb", "--date takes a date like 2024-06-19, not '%s'", value);
    case 'D':
        c->data_dir = value;
        return CLI_OK;
    case 'K':
        return cli_note_names(&c->names, "kb", value);
    default:
        return CLI_MISUSE;
    }
}

int command_kb(int argc, char **argv)
{
    cli_line line = {.usage = &usage, .argc = argc, .argv = argv};
    kb_command c = {.data_dir = NULL};
    int option;
    while ((option = cli_next_option(&line)) != CLI_OPTION_NONE) {
        if (option == 'h') {
            cli_print_help(&usage);
            return CLI_OK;
        }
        int status = option == CLI_OPTION_BAD ? CLI_MISUSE : take_option(&c, option, line.value);
        if (status)
            return status;
    }
    for (size_t i = 0; line.argument_count && i < sizeof subcommands / sizeof *subcommands; i++) {
        if (strcmp(argv[1], subcommands[i].name) != 0)
            continue;
        c.arguments = argv + 2;
        c.argument_count = line.argument_count - 1;
        return subcommands[i].run(&c);
    }
    return cli_misuse("kb", "say what to do: show, resolve, check, add, remove, learn or stats");
}
