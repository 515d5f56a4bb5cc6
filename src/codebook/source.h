/* The codebook's files. What is asked of them from outside stands in codebook.h.
 *
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef CODEBOOK_SOURCE_H
#define CODEBOOK_SOURCE_H

#include "codebook/codebook.h"

/** Writes a compiled codebook, all or nothing. @return CHANCERY_OK, _E_IO, _E_MEMORY. */
chancery_status source_write(const char *path, slice bytes,
                             chancery_error *error) CHANCERY_MUST_CHECK;

#endif
