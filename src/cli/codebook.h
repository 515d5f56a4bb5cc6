/* The subcommands of chancery codebook: each takes what stands behind its name.
 *
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef CLI_CODEBOOK_H
#define CLI_CODEBOOK_H

#include "cli/cli.h"

/** What the options of chancery codebook say. */
typedef struct codebook_command {
    const char *data_dir;
    const char *archive; /* as given, or NULL */
    const char *frame;   /* --frame, or NULL */
    cli_names names;
    const char *on[CLI_MOST_NAMES]; /* [on_count] reports of --on */
    size_t on_count;
    char **arguments; /* [argument_count], behind the subcommand's name */
    size_t argument_count;
} codebook_command;

enum { CODEBOOK_COMMAND_ARENA_BYTES = 1 << 30 };

/** An engine with --kb, --codebook and what the archive keeps, where one is named.
 *  @param reads whether it has to read reports. @return NULL after a message. */
chancery_engine *codebook_command_engine(const codebook_command *c, bool reads);

/** Where a frame stands, "data/codebook/aid.txt:3", in the arena. */
slice codebook_command_place(const codebook *book, size_t frame, arena *a);

int codebook_command_check(const codebook_command *c);
int codebook_command_test(const codebook_command *c);
int codebook_command_show(const codebook_command *c);
int codebook_command_diff(const codebook_command *c);
int codebook_command_add(const codebook_command *c);
int codebook_command_remove(const codebook_command *c);

#endif
