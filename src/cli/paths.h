/* Files named on the command line: folders are walked.
 *
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef CLI_PATHS_H
#define CLI_PATHS_H

#include "base/array.h"

typedef ARRAY(char *) cli_paths;

/** Adds `path`: a file, "-", or all *.txt files of a folder and its folders, sorted by name, hidden
 * ones left out. A link to a folder inside a folder is not followed. What leads to no report
 * (nothing there, a folder without reports, one that may not be listed) is said on stderr, and the
 * rest added.
 *  @return how many such places there were. */
size_t cli_paths_add(cli_paths *paths, const char *path, arena *arena);

#endif
