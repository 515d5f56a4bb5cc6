/* The opened codebook, shared by codebook.c and match.c.
 *
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef CODEBOOK_INTERNAL_H
#define CODEBOOK_INTERNAL_H

#include "base/hash.h"
#include "codebook/layout.h"

/** Size of the filter: 64 x this many bits, a power of two. */
enum { CODEBOOK_FILTER_WORDS = 512 };

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
    uint64_t known[CODEBOOK_FILTER_WORDS]; /* bits of all first keys: most words are none */
    char edition[HASH_HEX_BYTES];
};

/** Whether `key` may be a predicate, a context's first word or a reporting verb. */
static inline bool codebook_may_know(const codebook *b, uint64_t key)
{
    return b->known[key / 64 % CODEBOOK_FILTER_WORDS] >> (key % 64) & 1;
}

#endif
