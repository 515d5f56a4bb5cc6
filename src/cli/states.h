/* Names of states on the command line.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * A state is taken in any usual form (CHN, CN, China, 中国), the United Nations and the European
 * Union too. Names of several words need no quotation marks: the arguments are cut into one or two
 * names in the one way in which all are known. */
#ifndef CLI_STATES_H
#define CLI_STATES_H

#include "base/arena.h"
#include "cli/cli.h"

typedef struct cli_state {
    slice code; /* lives as long as the engine */
    slice name; /* in English */
} cli_state;

/** Finds the one or two states that the arguments name.
 *  @param words [count] arguments, at least one.
 *  @param count receives how many states there are.
 *  @return CLI_OK; CLI_FAILED after a message with what may have been meant; CLI_MISUSE where one
 * state is named twice or there are too many. */
int cli_find_states(const char *command, const chancery_engine *engine, char **words,
                    size_t word_count, arena *a, cli_state out[2], size_t *count);

#endif
