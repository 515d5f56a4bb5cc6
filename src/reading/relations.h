/* Relations: what the parts of that stage share, and findings use too.
 *
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef READING_RELATIONS_H
#define READING_RELATIONS_H

#include "reading/internal.h"

enum {
    RELATIONS_MAX_SIDE = 8,
    RELATIONS_MAX = 2000, /* of one report: further ones are left out */
};

/** A sentence being searched. */
typedef struct relations_scan {
    reading_state *r;
    uint32_t sentence;
    const syntax_sentence *s;
    const text_sentence *t;
    const reading_referents *referents; /* [phrase_count] */
    uint16_t *segment;                  /* [word_count] */
} relations_scan;

/** Codes, each once. */
typedef struct relations_codes {
    slice items[RELATIONS_MAX_SIDE];
    uint32_t count;
} relations_codes;

/** Between whom: all of `own` with all of `other`, or where `other` is empty, the two of `own`. */
typedef struct relations_sides {
    relations_codes own;
    relations_codes other;
} relations_sides;

/** What happened to relations. */
typedef enum relations_act {
    RELATIONS_NONE,
    RELATIONS_BEGIN,
    RELATIONS_HAVE, /* "have had … since" */
    RELATIONS_BREAK,
    RELATIONS_SUSPEND,
    RELATIONS_RESTORE,
    RELATIONS_NORMALISE,
    RELATIONS_RAISE,
    RELATIONS_LOWER,
} relations_act;

/** Opens a sentence: cuts it into segments, one for each finite verb, so that a date and a verb of
 *  one segment belong together. `segment` stays NULL where the sentence is not parsed. */
chancery_status relations_open(reading_state *r, uint32_t sentence,
                               relations_scan *out) CHANCERY_MUST_CHECK;

/** Segment of a token of the sentence, UINT16_MAX beyond the parsed words. */
uint16_t relations_segment(const relations_scan *x, uint32_t token);

/** The bytes of the segment that a word lies in. */
span relations_where(const relations_scan *x, uint16_t word);

/** Whether the clause tells of a fact: not negated, not planned, not under a condition or denial.
 */
bool relations_is_fact(const relations_scan *x, const syntax_clause *c);

/** The date in the segment of the words [first, end) of the sentence, nearest to them, those behind
 *  first. @param since only one after "since", "from". @return NULL where there is none. */
const reading_date *relations_date(const relations_scan *x, uint16_t first, uint16_t end,
                                   bool since);

/** The word before a date, without "the": "since", "on"; SYNTAX_MAX_WORDS where there is none. */
uint32_t relations_date_link(const relations_scan *x, const reading_date *date);

/** Whether a phrase speaks of relations between states; `strong` is set by "diplomatic" and its
 * like. */
bool relations_is_phrase(const relations_scan *x, int16_t phrase, bool *strong);

/** Between whom the relations named by a phrase are. @param clause that holds it, or NULL.
 *  @return false where that can't be told. */
bool relations_find_sides(const relations_scan *x, int16_t phrase, const syntax_clause *clause,
                          relations_sides *out);

/** Codes of all that a phrase and those conjoined with it mean. */
void relations_phrase_codes(const relations_scan *x, int16_t phrase, relations_codes *out);

/** Codes of states that stand before the head: "Chad-Mali relations", "Mali's relations". */
void relations_modifier_codes(const relations_scan *x, int16_t phrase, relations_codes *out);

/** Whether a code is a state's, or stands for one body: UNO, EUR. */
bool relations_is_state(const reading_state *r, slice code);

/** Adds a relation for each pair, unless it stands already; a more precise date replaces a less
 *  precise one. */
chancery_status relations_add(reading_state *r, const relations_sides *sides,
                              const reading_relation *relation) CHANCERY_MUST_CHECK;

/** Memberships, embassies, partnerships of a sentence. */
chancery_status relations_find_memberships(const relations_scan *x) CHANCERY_MUST_CHECK;
chancery_status relations_find_missions(const relations_scan *x) CHANCERY_MUST_CHECK;
chancery_status relations_find_partnerships(const relations_scan *x) CHANCERY_MUST_CHECK;

/** Levels of relations ("strategic partnership between both states") that other sentences name. */
chancery_status relations_note_levels(reading_state *r) CHANCERY_MUST_CHECK;

/** What a verb does to relations. */
relations_act relations_act_of(const relations_scan *x, const syntax_clause *c);

bool relations_word_in(const relations_scan *x, size_t word, const char *const *list);
bool relations_lemma_in(const relations_scan *x, size_t word, const char *const *list);

#endif
