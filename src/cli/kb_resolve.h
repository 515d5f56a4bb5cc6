/* chancery kb resolve: who the phrases of standard input mean.
 *
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef CLI_KB_RESOLVE_H
#define CLI_KB_RESOLVE_H

#include "cli/cli.h"

/** Prints one JSON line for each line of standard input, also where it can't be read: then a
 * message says why.
 *  @param date at which people hold their offices; 0: today. @return the exit status. */
int kb_resolve_lines(const char *data_dir, kb_date date);

#endif
