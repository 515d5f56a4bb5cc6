/* chancery kb: checks a knowledge base's text; kb_resolve.c says who a phrase means.
 *
 * SPDX-License-Identifier: Apache-2.0 */
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cli/cli.h"
#include "cli/kb_resolve.h"
#include "cli/options.h"

static const cli_option options[] = {
    {"date", "DATE", "who held an office on this day (else today)", 0, 'd'},
    {"data", "FOLDER", "compiled knowledge base from this folder", 0, 'D'},
    CLI_OPTION_HELP,
    CLI_OPTIONS_END,
};

static const cli_usage usage = {
    "kb",
    "check FOLDER\nresolve [OPTION]... < LINES",
    "check reads a knowledge base's text files and says what is wrong with them.\n"
    "resolve takes an actor phrase a line, as a wire report has it, and prints one JSON line for\n"
    "each: text, code and sector, kind and name of who is meant, and why.",
    options,
    "Example: echo 'warplanes from Bahrain' | chancery kb resolve",
};

static int check(const char *folder)
{
    chancery_error error = {0};
    char path[] = "/tmp/chancery-kb-XXXXXX";
    int handle = mkstemp(path);
    if (handle < 0) {
        cli_say("can't write to /tmp, where the check compiles to");
        return CLI_FAILED;
    }
    close(handle);
    chancery_status status = kb_compile(folder, path, &error);
    unlink(path);
    if (status)
        return cli_fail(&error);
    printf("%s: no fault found\n", folder);
    return CLI_OK;
}

int command_kb(int argc, char **argv)
{
    cli_line line = {.usage = &usage, .argc = argc, .argv = argv};
    const char *data_dir = NULL;
    kb_date date = 0;
    int option;
    while ((option = cli_next_option(&line)) != CLI_OPTION_NONE) {
        if (option == CLI_OPTION_BAD)
            return CLI_MISUSE;
        if (option == 'h') {
            cli_print_help(&usage);
            return CLI_OK;
        }
        if (option == 'D')
            data_dir = line.value;
        else if (!kb_parse_date(slice_of(line.value), &date))
            return cli_misuse("kb", "--date takes a date like 2024-06-19, not '%s'", line.value);
    }
    if (line.argument_count == 2 && strcmp(argv[1], "check") == 0)
        return check(argv[2]);
    if (line.argument_count == 1 && strcmp(argv[1], "resolve") == 0)
        return kb_resolve_lines(data_dir, date);
    return cli_misuse("kb", "say 'check FOLDER', or 'resolve' with lines on standard input");
}
