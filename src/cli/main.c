/* chancery: finds the command and runs it.
 *
 * SPDX-License-Identifier: Apache-2.0 */
#include <signal.h>
#include <stdlib.h>
#include <string.h>

#include "cli/cli.h"

const cli_command cli_commands[] = {
    {"read", "read reports; print what they say, or store it in an archive", command_read},
    {"timeline", "what happened between two states, in order", command_timeline},
    {"dossier", "the whole file on two states", command_dossier},
    {"who", "a person's offices, meetings and statements", command_who},
    {"find", "full-text search over reports and statements", command_find},
    {"explain", "why a line is in the record", command_explain},
    {"findings", "contradictions and slips", command_findings},
    {"export", "the record in others' formats", command_export},
    {"check", "verify an archive", command_check},
    {"parse", "sentences and words of a text as CoNLL-U", command_parse},
    {"kb", "check and ask the knowledge base", command_kb},
    {"codebook", "check the codebook and its examples", command_codebook},
    {NULL, NULL, NULL},
};

static void print_help(FILE *out)
{
    fputs("Usage: chancery COMMAND [OPTION]... [ARGUMENT]...\n\n"
          "Reads reports about states and keeps the record of their relations.\n\nCommands:\n",
          out);
    for (const cli_command *c = cli_commands; c->name; c++)
        fprintf(out, "  %-10s %s\n", c->name, c->summary);
    fputs("\n'chancery COMMAND --help' tells more of one; 'man chancery' of all.\n"
          "Start with: chancery read --archive my.db REPORTS/\n",
          out);
}

/** Letters that must change to make `a` into `b` (Levenshtein), at most `LIMIT`. */
static size_t distance(const char *a, const char *b)
{
    enum { LIMIT = 16 };
    size_t row[LIMIT + 1], length_a = strlen(a), length_b = strlen(b);
    if (length_a > LIMIT || length_b > LIMIT)
        return LIMIT;
    for (size_t j = 0; j <= length_b; j++)
        row[j] = j;
    for (size_t i = 1; i <= length_a; i++) {
        size_t corner = row[0];
        row[0] = i;
        for (size_t j = 1; j <= length_b; j++) {
            size_t change = corner + (a[i - 1] != b[j - 1]);
            corner = row[j];
            size_t gap = (row[j] < row[j - 1] ? row[j] : row[j - 1]) + 1;
            row[j] = change < gap ? change : gap;
        }
    }
    return row[length_b];
}

static int unknown_command(const char *name)
{
    const char *nearest = NULL;
    size_t best = 3;
    for (const cli_command *c = cli_commands; c->name; c++)
        if (distance(name, c->name) < best) {
            best = distance(name, c->name);
            nearest = c->name;
        }
    fprintf(stderr, "chancery: there is no command '%s'", name);
    if (nearest)
        fprintf(stderr, "; did you mean '%s'?", nearest);
    fputs("\nTry 'chancery --help'.\n", stderr);
    return CLI_MISUSE;
}

/** `chancery help read` is `chancery read --help`. */
static int help_of(int argc, char **argv)
{
    if (argc < 3) {
        print_help(stdout);
        return cli_finish(CLI_OK);
    }
    char *arguments[] = {argv[2], (char[]){"--help"}, NULL};
    for (const cli_command *c = cli_commands; c->name; c++)
        if (strcmp(argv[2], c->name) == 0)
            return c->run(2, arguments);
    return unknown_command(argv[2]);
}

int main(int argc, char **argv)
{
    signal(SIGPIPE, SIG_IGN);
    if (argc < 2) {
        print_help(stderr);
        return CLI_MISUSE;
    }
    if (strcmp(argv[1], "--help") == 0 || strcmp(argv[1], "-h") == 0 ||
        strcmp(argv[1], "help") == 0)
        return help_of(argc, argv);
    if (strcmp(argv[1], "--version") == 0 || strcmp(argv[1], "-V") == 0) {
        puts("chancery " CHANCERY_VERSION);
        return cli_finish(CLI_OK);
    }
    for (const cli_command *c = cli_commands; c->name; c++)
        if (strcmp(argv[1], c->name) == 0)
            return cli_finish(c->run(argc - 1, argv + 1));
    return unknown_command(argv[1]);
}
