/* The opened codebook, shared by codebook.c and match.c.
 *
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef CODEBOOK_INTERNAL_H
#define CODEBOOK_INTERNAL_H

#include "base/hash.h"
#include "codebook/layout.h"

struct codebook {
    container file; /* closed where it is not `bytes` */
    slice bytes;
    arena arena; /* of the bytes that it was compiled to, where there is no file */
    uint64_t checksum;
    const char *strings;
    size_t string_bytes;
    const layout_frame *layouts;        /* [frame_count] */
    const layout_predicate *predicates; /* [predicate_count] sorted */
    size_t predicate_count;
    const uint64_t *keys; /* [key_count] */
    size_t key_count;
    const layout_test *tests; /* [test_count] */
    size_t test_count;
    const layout_type *types;
    size_t type_count;
    const layout_context *contexts;
    size_t context_count;
    const layout_report *reports;
    size_t report_count;
    const uint64_t *control; /* [control_count] sorted */
    size_t control_count;
    const char *text;
    size_t text_bytes;
    const layout_file *files;
    size_t file_count;
    codebook_frame *frames; /* [frame_count] made at open */
    size_t frame_count;
    uint64_t *known;    /* [known_words] bits of all first keys: most words are none */
    size_t known_words; /* a power of two, so large that few bits are set */
    char edition[HASH_HEX_BYTES];
};

static inline slice codebook_text(const codebook *b, layout_text t)
{
    return (slice){b->strings + t.offset, t.length};
}

/** Whether `key` may be a predicate, a context's first word or a reporting verb. */
static inline bool codebook_may_know(const codebook *b, uint64_t key)
{
    return b->known[key / 64 & (b->known_words - 1)] >> (key % 64) & 1;
}

static inline bool codebook_in_list(const codebook *b, layout_list list, uint64_t key)
{
    for (uint32_t i = 0; i < list.count; i++)
        if (b->keys[list.first + i] == key)
            return true;
    return false;
}

/** First predicate with this kind (layout_predicate_kind) and key, or one that has another. */
size_t codebook_first_predicate(const codebook *b, uint8_t kind, uint64_t key);

/** The phrase that a light verb's noun may stand in: object, or subject of a passive. */
static inline int16_t codebook_object_of(const syntax_clause *c)
{
    return c->passive && c->object < 0 ? c->subject : c->object;
}

/** Whether `not` and `only` of the match's frame let it stand. */
bool codebook_tests_hold(const codebook *b, const syntax_sentence *s, const codebook_match *match);

#endif
