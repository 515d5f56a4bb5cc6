/* Mentions: what the parts of that stage share.
 *
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef READING_MENTIONS_H
#define READING_MENTIONS_H

#include "reading/internal.h"

enum { MENTIONS_MAX_FOCI = 32, MENTIONS_MAX_WHO = 8 };

/** Somebody who was spoken of, for pronouns to mean. */
typedef struct mentions_focus {
    reading_who who[MENTIONS_MAX_WHO];
    uint32_t count;
    uint32_t sentence;
    char gender;  /* of a person */
    bool person;  /* one person */
    bool office;  /* one who holds an office, without a name: "the Serbian president" */
    bool plural;  /* several, or a plural agent ("patrol boats") */
    bool subject; /* of a clause */
} mentions_focus;

/** The last ones, a ring: the newest is at (next - 1). */
typedef struct mentions_memory {
    mentions_focus foci[MENTIONS_MAX_FOCI];
    size_t next;  /* where the next one goes */
    size_t count; /* how many there are */
} mentions_memory;

void mentions_remember(mentions_memory *memory, const mentions_focus *focus);

/** Who "he", "she", "it", "they" (and its possessive) means; NULL where nobody does.
 *  @param word     the pronoun, small letters.
 *  @param sentence in which it stands.
 *  @param not_this who it can't mean (the subject of its own clause), or NULL. */
const mentions_focus *mentions_pronoun(const mentions_memory *memory, slice word, uint32_t sentence,
                                       const reading_referents *not_this);

/** The two newest people of different states, for a "they" that follows two sentences on one each.
 *  @return false where there are none within two sentences. */
bool mentions_two_people(const mentions_memory *memory, uint32_t sentence, mentions_focus *out);

/** The two that the report is most about; fills r->pair. */
void mentions_find_pair(reading_state *r);

/** The title of an office that a phrase ends with. @return false where there is none. */
bool mentions_office(const reading_state *r, uint32_t sentence, const syntax_phrase *phrase,
                     kb_office_hit *out);

/** The sector of the office or the agent's word that a phrase ends with ("police", "a former
 * governor"), whatever state it belongs to.
 *  @return false where it ends with neither. */
bool mentions_sector(const reading_state *r, uint32_t sentence, const syntax_phrase *phrase,
                     slice *out);

/** The newest group of that size. NULL where there is none. */
const mentions_focus *mentions_group(const mentions_memory *memory, uint32_t size);

/** Fills r->author and r->authors from a title or signature line. */
chancery_status mentions_find_author(reading_state *r) CHANCERY_MUST_CHECK;

#endif
