/* The scan: which sentences can matter at all.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * A parse costs far more than all that is done with it, and many sentences of most texts say
 * nothing of the record. Before the parse a sentence is known by its tokens and by the names found
 * in it:
 *
 *     scan_words.c   lists: pronouns, what speaks for somebody, what relations are called
 *     scan_lemmas.c  the lemmas that a form may have, for the codebook
 *     scan_signs.c   what stands in a sentence: SCAN_...
 *     scan.c         the choice
 *
 * The scan may choose too much; it must not leave out what reading would have coded. */
#ifndef READING_SCAN_H
#define READING_SCAN_H

#include "reading/internal.h"

/** What stands in a sentence. */
enum {
    SCAN_NAMED = 1 << 0,     /* a name of the knowledge base */
    SCAN_PERSON = 1 << 1,    /* a capital that may be a person's name */
    SCAN_KNOWN = 1 << 2,     /* such a name that stands beside an office or a state somewhere */
    SCAN_TITLED = 1 << 3,    /* "Mr." */
    SCAN_OFFICE = 1 << 4,    /* "the minister" */
    SCAN_AGENT = 1 << 5,     /* "soldiers", and what speaks for somebody: "the embassy" */
    SCAN_PRONOUN = 1 << 6,   /* he, its: somebody of the last sentences */
    SCAN_AUTHOR = 1 << 7,    /* I, our: who issues the report or is quoted */
    SCAN_PAIR = 1 << 8,      /* "both sides": the two that the report is about */
    SCAN_BODY = 1 << 9,      /* "the kingdom", "the four states": however far back it was named */
    SCAN_TELLS = 1 << 10,    /* a predicate of the codebook, its other words not missing */
    SCAN_SAYS = 1 << 11,     /* a verb of saying, or words that name a source */
    SCAN_QUOTE = 1 << 12,    /* a quotation mark, here or right before */
    SCAN_DATED = 1 << 13,    /* what may be a year or a day, or how long something is */
    SCAN_OFTEN = 1 << 14,    /* "twice", "monthly": what the tags alone make a time of */
    SCAN_RELATION = 1 << 15, /* relations, an anniversary */
    SCAN_THESE = 1 << 16,    /* "these were raised": relations told before */
    SCAN_PAPER = 1 << 17,    /* a statement, a declaration */
    SCAN_NUMBER = 1 << 18,   /* two to eight, as a word */
    SCAN_HEAD = 1 << 19,     /* what states and governments are called: "country", "leaders" */
    SCAN_ACT = 1 << 20,      /* a lemma of acts whose days are compared: "seize", "seizure" */
    SCAN_HARM = 1 << 21,     /* what an act did to people: "dead", "injured" */
};

enum { SCAN_MAX_LEMMAS = 10, SCAN_SLOTS = 2048 };

/** Flags of words under their keys: an open-addressed table (lexicon.h). */
typedef struct scan_lexicon {
    uint64_t keys[SCAN_SLOTS];
    uint64_t lemmas[SCAN_SLOTS]; /* of irregular forms, or 0 */
    uint32_t flags[SCAN_SLOTS];
} scan_lexicon;

void scan_words_fill(scan_lexicon *lexicon);

/** Puts the irregular forms into a lexicon. */
void scan_lemmas_fill(scan_lexicon *lexicon);

/** The slot of a key, or the free one where it would stand. */
static inline size_t scan_slot(const scan_lexicon *lexicon, uint64_t key)
{
    size_t i = key % SCAN_SLOTS;
    while (lexicon->keys[i] != key && (lexicon->flags[i] || lexicon->lemmas[i]))
        i = (i + 1) % SCAN_SLOTS;
    return i;
}

/** SCAN_... of a word, 0 where it is in no list. */
static inline uint32_t scan_word(const scan_lexicon *lexicon, uint64_t key)
{
    return lexicon->flags[scan_slot(lexicon, key)];
}

/** Keys of all lemmas that a word may have, its own (`key`) first.
 *  @param out [SCAN_MAX_LEMMAS] @return how many. */
size_t scan_lemmas(const scan_lexicon *lexicon, slice form, uint64_t key, uint64_t *out);

/** Fills SCAN_... of all sentences. Of a report without a codebook nothing is known.
 *  @param out [sentence_count] @return CHANCERY_OK, _E_LIMIT, _E_MEMORY. */
chancery_status scan_signs(reading_state *r, uint32_t *out) CHANCERY_MUST_CHECK;

/** Chooses the sentences to parse and fills r->signs; the hits must be found. Takes of r->scratch.
 *  @param chosen [sentence_count] receives the choice.
 *  @return CHANCERY_OK, _E_LIMIT, _E_MEMORY. */
chancery_status scan_choose(reading_state *r, bool *chosen) CHANCERY_MUST_CHECK;

#endif
