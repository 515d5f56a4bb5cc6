/* chancery: finds the command and runs it.
 *
 * SPDX-License-Identifier: Apache-2.0 */
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cli/cli.h"
#include "cli/options.h"

const cli_command cli_commands[] = {
    {"read", "read reports; print what they say, or keep it in an archive", command_read},
    {"timeline", "what happened between two states, in order", command_timeline},
    {"dossier", "the whole file on two states", command_dossier},
    {"who", "a person's offices, meetings and statements", command_who},
    {"find", "full-text search over reports and statements", command_find},
    {"explain", "why a line is in the record", command_explain},
    {"findings", "contradictions and slips in the reports", command_findings},
    {"export", "the record in others' formats", command_export},
    {"check", "verify an archive", command_check},
    {"pair", "what one of two given actors does to the other in a text", command_pair},
    {"parse", "words, lemmas, trees and names of a text as CoNLL-U", command_parse},
    {"kb", "check and ask the knowledge base", command_kb},
    {"codebook", "check, try, show and compare the codebook's frames", command_codebook},
    {NULL, NULL, NULL},
};

static void print_help(FILE *out)
{
    fputs("Usage: chancery COMMAND [OPTION]... [ARGUMENT]...\n\n"
          "Reads reports about states and keeps the record of their relations.\n\nCommands:\n",
          out);
    for (const cli_command *c = cli_commands; c->name; c++)
        fprintf(out, "  %-10s %s\n", c->name, c->summary);
    fputs("\nTo begin:\n"
          "  chancery read report.txt                       what one report says\n"
          "  chancery read --archive my.db REPORTS/         keep what a folder of them says\n"
          "  chancery timeline --archive my.db China Japan  ask\n\n"
          "'chancery COMMAND --help' tells more of one, 'chancery --version' what this is.\n",
          out);
}

/** The version, and the editions of what reading stands on: together they make a reading. */
static void print_version(void)
{
    engine_editions e;
    chancery_error error = {0};
    puts("chancery " CHANCERY_VERSION);
    if (engine_peek(NULL, &e, &error) != CHANCERY_OK) {
        printf("no names, codebook and model to read with: %s%s%s\n", error.where,
               error.where[0] ? ": " : "", error.message);
        return;
    }
    printf("names %.8s, codebook %.8s, lemmas %.8s, parser %.8s in %s\n", e.kb, e.codebook,
           e.lemmas, e.parser, e.folder);
}

static int unknown_command(const char *name)
{
    const char *near = NULL, *plain = name + strspn(name, "-");
    for (const cli_command *c = cli_commands; c->name && !near; c++)
        if (cli_is_near(plain, c->name) || (*plain && strncmp(plain, c->name, strlen(plain)) == 0))
            near = c->name;
    if (near)
        cli_say("there is no command '%s'; did you mean '%s'?", name, near);
    else if (access(name, F_OK) == 0)
        cli_say("there is no command '%s'; to read it: chancery read %s", name, name);
    else
        cli_say("there is no command '%s'", name);
    fputs("Try 'chancery --help'.\n", stderr);
    return CLI_MISUSE;
}

static const cli_command *find_command(const char *name)
{
    for (const cli_command *c = cli_commands; c->name; c++)
        if (strcmp(name, c->name) == 0)
            return c;
    return NULL;
}

/** `chancery help read` is `chancery read --help`. */
static int help_of(int argc, char **argv)
{
    if (argc < 3) {
        print_help(stdout);
        return CLI_OK;
    }
    char *arguments[] = {argv[2], (char[]){"--help"}, NULL};
    const cli_command *command = find_command(argv[2]);
    return command ? command->run(2, arguments) : unknown_command(argv[2]);
}

/** A standard file that is closed would be given to the next file that is opened, and output would
 * end up in it: a stand-in refuses it. */
static void hold_standard_files(void)
{
    for (int file = STDIN_FILENO; file <= STDERR_FILENO; file++)
        if (fcntl(file, F_GETFD) < 0 &&
            open("/dev/null", file == STDIN_FILENO ? O_WRONLY : O_RDONLY) != file)
            _exit(CLI_FAILED);
}

static int run(int argc, char **argv)
{
    if (argc < 2) {
        print_help(stderr);
        return CLI_MISUSE;
    }
    const char *name = argv[1];
    if (strcmp(name, "--help") == 0 || strcmp(name, "-h") == 0 || strcmp(name, "help") == 0)
        return help_of(argc, argv);
    if (strcmp(name, "--version") == 0 || strcmp(name, "-V") == 0) {
        print_version();
        return CLI_OK;
    }
    const cli_command *command = find_command(name);
    return command ? command->run(argc - 1, argv + 1) : unknown_command(name);
}

int main(int argc, char **argv)
{
    hold_standard_files();
    /* Past the limit on a file's size (ulimit -f) writing then fails as on a full disk. */
    signal(SIGXFSZ, SIG_IGN);
    return cli_finish(run(argc, argv));
}
