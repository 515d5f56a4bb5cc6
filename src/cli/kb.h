/* The subcommands of chancery kb: each takes what stands behind its name.
 *
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef CLI_KB_H
#define CLI_KB_H

#include "cli/cli.h"

/** What the options of chancery kb say. */
typedef struct kb_command {
    const char *data_dir;
    const char *archive; /* as given, or NULL */
    kb_date date;        /* 0: today's */
    cli_format format;
    cli_names names;
    char **arguments; /* [argument_count], behind the subcommand's name */
    size_t argument_count;
} kb_command;

/** The engine with one's own names: of --kb, and of the archive where one is named. NULL after a
 * message. */
chancery_engine *kb_command_engine(const kb_command *c);

/** Today, by UTC. */
kb_date kb_command_today(void);

/** "2024-06-19", "2024-06" or "2024"; nothing for 0. `out` holds at least 16 bytes. */
slice kb_command_print_date(kb_date date, char *out);

int kb_command_check(const kb_command *c);
int kb_command_resolve(const kb_command *c);
int kb_command_show(const kb_command *c);
int kb_command_add(const kb_command *c);
int kb_command_remove(const kb_command *c);
int kb_command_learn(const kb_command *c);
int kb_command_stats(const kb_command *c);

#endif
