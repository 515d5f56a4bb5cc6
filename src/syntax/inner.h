/* What the files of the syntax room share: the layout of the model and the stages of a parse.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * The model's container has these sections:
 *
 *     words     syntax_entry      a known word: which tags it can have, how neighbours see it
 *     wordslot  uint32            open-addressed by key: index of an entry plus 1, or 0
 *     featslot  syntax_slot       open-addressed by feature: which weights it has
 *     weights   syntax_weight     of a feature, one tag after the other
 *     second    int16 [T+1][T]    weight of a tag after a tag (the last row: at the beginning)
 *     third     int16 [T+1][T+1][T]
 *     guesses   syntax_guess      open-addressed by class and ending: tags of unknown words
 *     endings   syntax_ending     open-addressed by tag and ending: regular inflection
 *     lemmas    syntax_lemma      of entries, where the lemma is not the form
 *     strings   char
 *     meta      uint64            model_mark of the program that compiled it
 *
 * A feature is a number mixed from its letter and its arguments (feature_id); the letters are told
 * in train/tagger.py. */
#ifndef SYNTAX_INNER_H
#define SYNTAX_INNER_H

#include "base/array.h"
#include "base/hash.h"
#include "syntax/syntax.h"

enum {
    MODEL_VERSION = 1,
    TAG_START = SYNTAX_TAG_COUNT, /* row of the tables for what stands before the first word */
    TAG_ROWS = SYNTAX_TAG_COUNT + 1,
    GUESS_BYTES = 4,  /* longest ending that guesses */
    SUFFIX_BYTES = 5, /* longest suffix feature */
    ENDING_BYTES = 7, /* longest ending of inflection */
};

enum {
    ENTRY_LISTED = 1, /* has sets of tags; others are there for their lemmas only */
    ENTRY_KNOWN = 2,  /* has features of its own */
    ENTRY_SUFFIXED = 4,
};

/* The shapes of words, in the order of the keys below; tag.c says what they are. */
#define TAG_SHAPES "dplUTC"
enum { SHAPE_COUNT = 6, SHAPE_EDGE = SHAPE_COUNT };

enum { CASE_SMALL, CASE_CAPITAL, CASE_FIRST, CASE_TITLE, CASE_COUNT };

typedef struct syntax_entry {
    uint64_t key;
    uint64_t tags[CASE_COUNT]; /* bits */
    uint64_t class_key[2];     /* as neighbours see it, small and capital */
    uint32_t form;             /* in strings */
    uint32_t lemma_first;
    uint16_t form_bytes;
    uint16_t lemma_count;
    uint32_t flags;
} syntax_entry;

typedef struct syntax_slot {
    uint32_t check; /* upper half of the feature's number */
    uint32_t row;   /* first weight << 8 | count; 0 where free */
} syntax_slot;

typedef struct syntax_weight {
    int16_t value;
    uint8_t tag;
    uint8_t zero;
} syntax_weight;

typedef struct syntax_guess {
    uint64_t id;
    uint64_t tags;
} syntax_guess;

typedef struct syntax_ending {
    uint64_t id;
    uint8_t lemma_bytes;
    char lemma[ENDING_BYTES];
} syntax_ending;

typedef struct syntax_lemma {
    uint64_t key;
    uint32_t text; /* in strings */
    uint16_t bytes;
    uint8_t tag;
    uint8_t zero;
} syntax_lemma;

struct syntax_model {
    container file;
    const syntax_entry *entries; /* [entry_count] */
    size_t entry_count;
    const uint32_t *word_slots; /* [word_slot_mask + 1] */
    size_t word_slot_mask;
    const syntax_slot *slots; /* [slot_mask + 1] */
    size_t slot_mask;
    const syntax_weight *weights; /* [weight_count] */
    size_t weight_count;
    const int16_t *second; /* [TAG_ROWS][SYNTAX_TAG_COUNT] */
    const int16_t *third;  /* [TAG_ROWS][TAG_ROWS][SYNTAX_TAG_COUNT] */
    const syntax_guess *guesses;
    size_t guess_mask;
    const syntax_ending *endings;
    size_t ending_mask;
    const syntax_lemma *lemmas;
    size_t lemma_count;
    const char *strings;
    size_t string_bytes;
    uint64_t tag_keys[TAG_ROWS]; /* tag_key of each */
    uint64_t unknown_key;        /* text_key of what stands for unknown words */
    uint64_t edge_keys[2][2];    /* text_key and hash of what stands before and behind the words */
    uint64_t place_keys[SHAPE_COUNT][2]; /* of a shape, within or at the head of a sentence */
    /* of the shapes of three words, of which the middle one stands within or at the head */
    uint64_t shape_keys[SHAPE_COUNT + 1][SHAPE_COUNT][2][SHAPE_COUNT + 1];
    char edition[8];
};

#define TAG_BIT(tag) (UINT64_C(1) << (tag))

static inline uint64_t mix(uint64_t h, uint64_t value)
{
    h = (h ^ value) * UINT64_C(0x9e3779b97f4a7c15);
    return h ^ (h >> 29);
}

/** The number of the feature `letter` with its arguments: text_key of words, hash_bytes of the
 * rest; `b` is 0 where there is one argument. */
static inline uint64_t feature_id(char letter, uint64_t a, uint64_t b)
{
    return mix(mix(mix(0, (unsigned char)letter), a), b);
}

static inline uint64_t guess_id(char side, slice ending)
{
    return mix(hash_bytes(ending, 0), (unsigned char)side);
}

static inline uint64_t ending_id(unsigned tag, slice ending)
{
    return mix(hash_bytes(ending, 1), tag + 1);
}

/** Key of a tag as an argument of a feature; TAG_START for the beginning. */
uint64_t tag_key(unsigned tag);

/** @return false where `name` is no tag. */
bool tag_of_name(slice name, unsigned *tag);

/** Stands for the tag set and for the folding of words, which a model and a program must share. */
uint64_t model_mark(void);

/** The entry of a word, or NULL. */
const syntax_entry *model_word(const syntax_model *m, uint64_t key);

/** The weights of a feature. @return how many. */
static inline size_t model_weights(const syntax_model *m, uint64_t feature,
                                   const syntax_weight **out)
{
    uint32_t check = (uint32_t)(feature >> 32);
    for (size_t at = feature & m->slot_mask;; at = (at + 1) & m->slot_mask) {
        const syntax_slot *slot = &m->slots[at];
        if (!slot->row)
            return 0;
        if (slot->check == check) {
            *out = m->weights + (slot->row >> 8);
            return slot->row & 0xff;
        }
    }
}

/** Tags that an ending suggests (the longest that is known), by side 'l' or 'C'. */
uint64_t model_guess(const syntax_model *m, char side, slice key);

/** What regular inflection makes of `form`: its first `*kept` bytes and then `*lemma`.
 *  @return false where the form is its own lemma. */
bool model_ending(const syntax_ending *endings, size_t mask, unsigned tag, slice form, size_t *kept,
                  slice *lemma);

/** Tags of unknown words that are no words of letters. */
uint64_t tags_of_shape(char shape);

typedef struct tag_input {
    slice text;
    const text_token *tokens; /* [count] */
    size_t count;
    const uint8_t *name_mark; /* [count] or NULL */
    bool title;
} tag_input;

/** Writes the tag of each word. @return CHANCERY_OK, _E_LIMIT, _E_MEMORY. */
chancery_status tag_words(const syntax_model *m, const tag_input *in, arena *a, syntax_word *words,
                          chancery_error *error) CHANCERY_MUST_CHECK;

/** Writes lemma and lemma_key of a tagged word that the model lists with its tag. @return false
 * where it doesn't. */
bool lemma_listed(const syntax_model *m, slice text, const text_token *token, syntax_word *word);

/** Writes lemma and lemma_key of a tagged word. @return CHANCERY_OK, _E_LIMIT, _E_MEMORY. */
chancery_status lemma_word(const syntax_model *m, slice text, const text_token *token, arena *a,
                           syntax_word *word, chancery_error *error) CHANCERY_MUST_CHECK;

#endif
