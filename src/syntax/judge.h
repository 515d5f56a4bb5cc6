/* The judge: which words of a sentence tell an event, and who its sides are.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * Heads of the network beside those of the parser, trained on the project's corpus
 * (docs/annotation.md). Its probabilities are rounded to ten-thousandths, so that the last bits of
 * an exponential decide nothing. */
#ifndef SYNTAX_JUDGE_H
#define SYNTAX_JUDGE_H

#include "base/arena.h"
#include "syntax/net.h"
#include "syntax/syntax.h"

/** Whether the network has a judge. */
bool judge_is_there(const net *n);

/** Judges the words of a sentence, or of a window of one.
 *  @param scores what net_encode says of them.
 *  @param first  the window's first word in its sentence, `count` how many there are.
 *  @param arena  receives the sides.
 *  @param out    words that may tell something are added to it, in order; none where the network
 *                has no judge.
 *  @return CHANCERY_OK, _E_LIMIT, _E_MEMORY. */
chancery_status judge_words(const net *n, const net_scores *scores, size_t first, size_t count,
                            arena *arena, syntax_judgements *out,
                            chancery_error *error) CHANCERY_MUST_CHECK;

/** Examples of a label whose trigger is most like a judged word, the likest first; of equal ones
 * the first.
 *  @param out [most] indices in n->examples. @return how many. */
size_t judge_nearest(const net *n, const syntax_judged *judged, size_t label, uint32_t *out,
                     size_t most);

#endif
