/* What the files of the syntax room share: tags as bits, and the layout of the lists of lemmas.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * The lists' container has these sections:
 *
 *     endings   syntax_ending     open-addressed by tag and ending: regular inflection
 *     lemmas    syntax_lemma      open-addressed by tag and form: exceptions
 *     strings   char
 *     meta      uint64            lemmas_mark of the program that compiled it
 */
#ifndef SYNTAX_INNER_H
#define SYNTAX_INNER_H

#include "base/array.h"
#include "base/hash.h"
#include "syntax/syntax.h"

#define TAG_BIT(tag) (UINT64_C(1) << (tag))

static inline bool tag_in(unsigned tag, uint64_t tags)
{
    return tag < SYNTAX_TAG_COUNT && (tags >> tag & 1);
}

/** @return false where `name` is no tag. */
bool tag_of_name(slice name, unsigned *tag);

enum {
    LEMMAS_VERSION = 1,
    ENDING_BYTES = 7, /* longest ending of inflection */
};

typedef struct syntax_ending {
    uint64_t id; /* ending_id; 0 where free */
    uint8_t lemma_bytes;
    char lemma[ENDING_BYTES]; /* what stands in its place */
} syntax_ending;

typedef struct syntax_lemma {
    uint64_t id;   /* lemma_id; 0 where free */
    uint64_t key;  /* text_key of the lemma */
    uint32_t text; /* in strings */
    uint32_t bytes;
} syntax_lemma;

struct syntax_lemmas {
    container file;
    const syntax_ending *endings; /* [ending_mask + 1] */
    size_t ending_mask;
    const syntax_lemma *lemmas; /* [lemma_mask + 1] */
    size_t lemma_mask;
    const char *strings;
    size_t string_bytes;
    char edition[8];
};

static inline uint64_t mix(uint64_t h, uint64_t value)
{
    h = (h ^ value) * UINT64_C(0x9e3779b97f4a7c15);
    return h ^ (h >> 29);
}

static inline uint64_t ending_id(unsigned tag, slice ending)
{
    return mix(hash_bytes(ending, 1), tag + 1);
}

/** @param key text_key of the form. */
static inline uint64_t lemma_id(unsigned tag, uint64_t key)
{
    return mix(key, tag + 1);
}

/** Stands for the tag set and for the folding of words, which lists and a program must share. */
uint64_t lemmas_mark(void);

/** Writes lemma and lemma_key of a tagged word: an exception's, else by the ending of regular
 * inflection. Names keep their form. @return CHANCERY_OK, _E_LIMIT, _E_MEMORY. */
chancery_status lemma_word(const syntax_lemmas *lemmas, slice text, const text_token *token,
                           arena *a, syntax_word *word, chancery_error *error) CHANCERY_MUST_CHECK;

#endif
