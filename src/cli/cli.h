/* What the commands share: messages, the engine, the archive's name, the end of a command.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * Every command is a function `int command_NAME(int argc, char **argv)` in a file of its own;
 * argv[0] is the command's name. It returns the exit status: 0, CLI_FAILED or CLI_MISUSE. Results
 * go to stdout, messages to stderr. */
#ifndef CLI_CLI_H
#define CLI_CLI_H

#include <stdbool.h>
#include <stdio.h>

#include "archive/archive.h"
#include "engine/engine.h"

enum { CLI_OK = 0, CLI_FAILED = 1, CLI_MISUSE = 2 };

typedef enum cli_format {
    CLI_TEXT, /* for people */
    CLI_JSON, /* one object a line */
    CLI_CSV,
} cli_format;

typedef struct cli_command {
    const char *name;
    const char *summary; /* a line for `chancery help` */
    int (*run)(int argc, char **argv);
} cli_command;

/** All commands, in the order in which help lists them; ends with a NULL name. */
extern const cli_command cli_commands[];

int command_read(int argc, char **argv);
int command_pair(int argc, char **argv);
int command_parse(int argc, char **argv);
int command_timeline(int argc, char **argv);
int command_dossier(int argc, char **argv);
int command_who(int argc, char **argv);
int command_find(int argc, char **argv);
int command_explain(int argc, char **argv);
int command_findings(int argc, char **argv);
int command_export(int argc, char **argv);
int command_check(int argc, char **argv);
int command_kb(int argc, char **argv);
int command_codebook(int argc, char **argv);

/** Prints "chancery: " and the message as a line on stderr. Control bytes (the name of a file may
 * hold them) become '?'. */
void cli_say(const char *format, ...) CHANCERY_PRINTF(1, 2);

/** Prints "chancery: FILE:LINE: message" as the error has it. @return CLI_FAILED, or CLI_MISUSE for
 * CHANCERY_E_MISUSE. */
int cli_fail(const chancery_error *error);

/** Prints "chancery COMMAND: message", then where help is. @return CLI_MISUSE. */
int cli_misuse(const char *command, const char *format, ...) CHANCERY_PRINTF(2, 3);

/** Opens what commands need that don't parse (engine_open_knowledge) from --data, CHANCERY_DATA or
 * where the program lies; prints why where it can't.
 *  @return NULL after a message. */
chancery_engine *cli_engine(const char *data_dir);

/** Opens the whole engine, for commands that read. @return as cli_engine. */
chancery_engine *cli_reading_engine(const char *data_dir);

enum { CLI_MOST_NAMES = 64 };

/** What of one's own the command line names: --kb and --codebook, as often as one has them; and
 * whether the judge is to be silent. */
typedef struct cli_names {
    const char *paths[CLI_MOST_NAMES];
    size_t count;
    const char *codebooks[CLI_MOST_NAMES];
    size_t codebook_count;
    bool no_judge; /* --no-judge */
} cli_names;

/** Notes a file of --kb, or a file or folder of --codebook. @return CLI_OK, or CLI_MISUSE after a
 * message. */
int cli_note_names(cli_names *names, const char *command, const char *path);
int cli_note_codebook(cli_names *names, const char *command, const char *path);

/** Adds the files to an engine, and what an archive keeps where `archive` is not NULL.
 *  @return CLI_OK, or CLI_FAILED after a message. */
int cli_add_names(chancery_engine *engine, const cli_names *names, chancery_archive *archive);

/** An engine with the files, and what the archive `archive` keeps (a path, or NULL).
 *  @param reads whether reports are read with it. @return NULL after a message. */
chancery_engine *cli_own_engine(const char *data_dir, const cli_names *names, const char *archive,
                                bool reads);

/** Texts of a codebook, named on the command line. */
typedef struct cli_codebook {
    codebook_source *sources;
    size_t count;
    bool alone; /* a whole codebook, which doesn't stand over ours: it has a 00-types.txt */
} cli_codebook;

/** Loads a file, or the *.txt files of a folder. @return CLI_OK, or CLI_FAILED after a message. */
int cli_load_codebook(const char *path, arena *a, cli_codebook *out);

/** Puts it over the engine's, or in its place; prints all that is wrong with it.
 *  @return CLI_OK, or CLI_FAILED after messages. */
int cli_add_codebook(chancery_engine *engine, cli_codebook *book);

/** The archive to ask: `given`, else CHANCERY_ARCHIVE, else "chancery.db". */
const char *cli_archive_path(const char *given);

/** Whether output to `stream` may be coloured: a terminal, TERM not dumb, NO_COLOR unset. */
bool cli_colours(FILE *stream);

/** Whether the locale's letters are UTF-8, by LC_ALL, LC_CTYPE or LANG. */
bool cli_utf8(void);

/** Columns of the terminal on stdout, 80 where it is none (COLUMNS counts). */
size_t cli_columns(void);

/** Flushes stdout. @return CLI_FAILED with a message where writing failed (without one where the
 * reader of a pipe has gone, as `head` does), else `status`. */
int cli_finish(int status);

#endif
