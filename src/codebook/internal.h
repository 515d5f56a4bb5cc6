/* The opened codebook, shared by codebook.c and match.c.
 *
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef CODEBOOK_INTERNAL_H
#define CODEBOOK_INTERNAL_H

#include "base/hash.h"
#include "codebook/layout.h"

struct codebook {
    container file;
    const char *strings;
    size_t string_bytes;
    const layout_predicate *predicates; /* [predicate_count] sorted */
    size_t predicate_count;
    const uint64_t *keys; /* [key_count] */
    size_t key_count;
    const layout_type *types;
    size_t type_count;
    const layout_context *contexts;
    size_t context_count;
    const layout_report *reports;
    size_t report_count;
    codebook_frame *frames; /* [frame_count] made at open */
    size_t frame_count;
    char edition[HASH_HEX_BYTES];
};

#endif
