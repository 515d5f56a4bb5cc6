/* Options of the commands: tables that the parser, the messages and --help all go by.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * Options and arguments may stand in any order; "--" ends the options. Written here rather than
 * left to getopt_long, which can't say what was wrong with an option, keeps its place in a static,
 * and stops at the first argument where POSIXLY_CORRECT is set. */
#ifndef CLI_OPTIONS_H
#define CLI_OPTIONS_H

#include <stdbool.h>
#include <stddef.h>

typedef struct cli_option {
    const char *name;  /* "archive" for --archive */
    const char *value; /* "FILE"; NULL where it takes none */
    const char *help;  /* behind it in --help */
    char letter;       /* 'a' for -a, or 0 */
    char id;           /* what cli_next_option returns */
} cli_option;

/* Options that several commands have. */
#define CLI_OPTION_ARCHIVE                                                                         \
    {                                                                                              \
        "archive", "FILE", "the archive (else $CHANCERY_ARCHIVE, else ./chancery.db)", 'a', 'a'    \
    }
#define CLI_OPTION_FORMAT                                                                          \
    {                                                                                              \
        "format", "FORMAT", "text, for people, or json, one object a line", 'f', 'f'               \
    }
#define CLI_OPTION_FROM                                                                            \
    {                                                                                              \
        "from", "DATE", "nothing before this day, month or year", 0, 'F'                           \
    }
#define CLI_OPTION_UNTIL                                                                           \
    {                                                                                              \
        "until", "DATE", "nothing after it", 0, 'U'                                                \
    }
#define CLI_OPTION_DATA                                                                            \
    {                                                                                              \
        "data", "FOLDER", "names, codebook and model from this folder", 0, 'D'                     \
    }
#define CLI_OPTION_KB                                                                              \
    {                                                                                              \
        "kb", "FILE", "names and people of one's own, which win (as often as needed)", 0, 'K'      \
    }
#define CLI_OPTION_CODEBOOK                                                                        \
    {                                                                                              \
        "codebook", "PATH",                                                                        \
            "frames of one's own, which win: a file or a folder (as often as needed)", 0, 'B'      \
    }
#define CLI_OPTION_NO_JUDGE                                                                        \
    {                                                                                              \
        "no-judge", NULL, "by the frames of the codebook alone", 0, 'J'                            \
    }
#define CLI_OPTION_HELP                                                                            \
    {                                                                                              \
        "help", NULL, "this text", 'h', 'h'                                                        \
    }
#define CLI_OPTIONS_END                                                                            \
    {                                                                                              \
        NULL, NULL, NULL, 0, 0                                                                     \
    }

typedef struct cli_usage {
    const char *command;
    const char *forms;         /* what stands behind its name, a line each: "[OPTION]... PATH..." */
    const char *about;         /* what it does; paragraphs end with '\n' */
    const cli_option *options; /* ends with CLI_OPTIONS_END */
    const char *behind;        /* examples, exit status */
} cli_usage;

/** A command line being read. Zeroed but for the first three. */
typedef struct cli_line {
    const cli_usage *usage;
    int argc;
    char **argv;       /* reordered: arguments come to stand at argv[1] and behind */
    const char *value; /* of the option returned last, or NULL */
    size_t argument_count;
    int at;              /* the last one of argv that was looked at */
    const char *cluster; /* letters left of "-ab" */
    bool ended;          /* "--" was there */
} cli_line;

enum { CLI_OPTION_BAD = -1, CLI_OPTION_NONE = 0 };

/** The next option's id; CLI_OPTION_NONE behind the last, with the arguments at argv[1] to
 * argv[argument_count]; CLI_OPTION_BAD after a message. */
int cli_next_option(cli_line *line);

/** Prints the text of --help on stdout. */
void cli_print_help(const cli_usage *usage);

/** Changes that make `a` into `b`: letters put in, left out, changed, and neighbours swapped. Long
 * words are CLI_FAR from everything. */
size_t cli_distance(const char *a, const char *b);

enum { CLI_FAR = 1000 };

/** Whether `b` may have been meant by `a`: at most a change in three letters. */
bool cli_is_near(const char *a, const char *b);

#endif
