/* Files named on the command line: folders are walked.
 *
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef CLI_PATHS_H
#define CLI_PATHS_H

#include "base/array.h"

typedef ARRAY(char *) cli_paths;

/** Adds `path`: a file, "-", or all *.txt files of a folder and its folders, sorted by name, hidden
 * ones left out. A link to a folder inside a folder is not followed.
 *  @return CHANCERY_OK, _E_NOT_FOUND (nothing there; or a folder without reports), _E_IO, _E_LIMIT,
 * _E_MEMORY. */
chancery_status cli_paths_add(cli_paths *paths, const char *path, arena *arena,
                              chancery_error *error) CHANCERY_MUST_CHECK;

#endif
