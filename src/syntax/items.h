/* The stack of clauses under way.
 *
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef SYNTAX_ITEMS_H
#define SYNTAX_ITEMS_H

#include "syntax/parse.h"

/** The innermost clause. The pointer is good until the next push. */
frame *top_frame(const parse *p);
int16_t top_index(const parse *p);

/** Opens a clause inside the innermost one. */
frame *push_frame(parse *p, syntax_link link, size_t start);

/** Leaves the frames above `depth` on the stack. */
void pop_to(parse *p, size_t depth);

/** Whether a frame waits for its verb and has a subject for it. */
bool waits(const frame *f);

/** Depth of the innermost frame that waits, or -1; never beyond a bracket. */
int waiting_depth(const parse *p);

/** Depth of the innermost frame below the top that has no verb yet, or -1. */
int pending_depth(const parse *p);

const group *group_of_frame(const parse *p, const frame *f);
bool frame_says(const parse *p, const frame *f);
bool frame_finite(const parse *p, const frame *f);

/** Depth of the clause that a verb group behind "and" continues, or -1. */
int conjoined_depth(const parse *p, const group *g, bool comma);

/** Depth of the innermost finite clause that another with its own subject can be joined to, or -1.
 */
int clause_depth(const parse *p);

/** Gives the verb group to a waiting frame. */
void give_verb(parse *p, frame *f, int16_t g);

/** Opens a clause that tells who said what stands before or around it; those clauses become its
 * content. */
frame *push_reporting(parse *p, size_t start);

/** A comma directly before word `i`, also with a quotation mark between. */
bool comma_before(const parse *p, size_t i);

/** "and" or "or" directly before word `i`. */
bool conjunction_before(const parse *p, size_t i);

/** The phrase that a relative pronoun at `i` (behind a preposition or comma) describes, or NONE.
 * @param person it is "who" or "whom". */
int16_t described_by(const parse *p, size_t i, bool person);

/** Notes that words belong to the innermost clause. */
void own_words(parse *p, size_t first, size_t end);

/** Take a phrase, or the word or sign at `i`. @return where to go on. */
size_t on_phrase(parse *p, int16_t phrase);
size_t on_word(parse *p, size_t i);

/** Puts right what the tagger took "that" for. */
void mend_that(parse *p);

void add_oblique(parse *p, int16_t frame_index, size_t preposition, int16_t phrase);

#endif
