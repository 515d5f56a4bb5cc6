/* The codebook's text files: walking the folder, and the examples in them.
 *
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef CODEBOOK_SOURCE_H
#define CODEBOOK_SOURCE_H

#include "codebook/codebook.h"

/** Calls `read` with each *.txt of the folder in the order of their names; stops at the first
 * failure.
 *  @return CHANCERY_OK, _E_NOT_FOUND (no folder, or no file in it), _E_IO, _E_LIMIT, _E_MEMORY, or
 * what `read` returned. */
chancery_status source_each_file(const char *data_dir,
                                 chancery_status (*read)(void *context, const char *file,
                                                         slice text),
                                 void *context, chancery_error *error) CHANCERY_MUST_CHECK;

/** Whether a `+` line has its " => ". */
bool source_example_ok(slice line);

#endif
