/* The knowledge base at run time, and the walk that all searches share. For this room only.
 *
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef KB_LOOKUP_H
#define KB_LOOKUP_H

#include "kb/kb.h"
#include "kb/layout.h"

enum { KB_EDITION_LETTERS = 8, KB_EDITION_BYTES = 2 * KB_EDITION_LETTERS + 1 };

struct kb {
    container file; /* its map is empty when the bytes are the caller's */
    arena arena;    /* of what was compiled at run time */
    const kb *base; /* below this one, or NULL */
    uint32_t first; /* index of its first own entry: how many `base` has */
    const kb_record *entries;
    size_t entry_count; /* its own */
    const char *strings;
    const kb_name_row *names;
    size_t name_count;
    const kb_term_row *terms;
    size_t term_count;
    const uint32_t *posts;
    const kb_node *nodes;
    const kb_edge *edges;
    size_t edge_mask;
    const uint64_t *filter;
    size_t filter_words;
    const kb_item *items;
    const kb_form *forms;
    size_t form_count;
    const kb_code_row *codes;
    size_t code_count;
    char edition[KB_EDITION_BYTES]; /* "1a2b3c4d", or "base+own" */
    size_t edition_length;
};

/** Nodes with items on a text's way through a trie, and what case the text shows up to each. */
typedef struct kb_walk {
    uint32_t nodes[KB_MAX_NAME_TOKENS];
    uint32_t lengths[KB_MAX_NAME_TOKENS]; /* in tokens, growing */
    uint64_t have[KB_MAX_NAME_TOKENS];
    size_t count;
} kb_walk;

/** Whether a token can begin anything in the trie of `root`; may err towards yes. */
static inline bool kb_may_begin(const kb *k, uint32_t root, uint64_t key)
{
    uint64_t hash = kb_edge_hash(root, key);
    uint64_t bits = kb_filter_bits(hash);
    return (k->filter[kb_filter_word(hash, k->filter_words)] & bits) == bits;
}

/** Goes as far as the tokens lead. `walk` is filled whether or not anything is found. */
void kb_walk_tokens(const kb *k, uint32_t root, const text_token *tokens, size_t available,
                    kb_walk *walk);

/** Whether the case of the text suits the item. */
static inline bool kb_item_suits(const kb_item *item, uint64_t have)
{
    return (item->need & ~have) == 0;
}

/** The record of an entry, its own or its base's; *owner: the knowledge base whose strings it
 * speaks of. */
static inline const kb_record *kb_record_of(const kb *k, uint32_t entry, const kb **owner)
{
    while (k->base && entry < k->first)
        k = k->base;
    *owner = k;
    return &k->entries[entry - k->first];
}

static inline slice kb_string_of(const kb *owner, kb_string s)
{
    return (slice){owner->strings + s.offset, s.length};
}

/** A code or sector as a slice: three letters or nothing. */
static inline slice kb_letters(const char code[4])
{
    return (slice){code, code[0] ? 3 : 0};
}

/** A number for what the text room makes of KB_PROBE_TEXT, so that keys made by another edition are
 * recognised.
 *  @return CHANCERY_OK, _E_MEMORY. */
chancery_status kb_tokeniser_mark(uint64_t *mark, chancery_error *error) CHANCERY_MUST_CHECK;

/** The key of a whole name for kb_state: folded, without "the" in front, spaces and ASCII
 * punctuation.
 *  @return false where nothing is left or it is longer than KB_MAX_NAME_BYTES. */
bool kb_form_key(slice name, uint64_t *key);

#endif
