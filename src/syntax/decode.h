/* From the network's scores to the words of a tree.
 *
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef SYNTAX_DECODE_H
#define SYNTAX_DECODE_H

#include "syntax/tree_parse.h"

/** Decodes a sentence, or a window of one.
 *  @param forms   its words.
 *  @param scores  what net_encode says of them.
 *  @param scratch for net_labels, which must leave `scores` alone.
 *  @param work    for what is needed only meanwhile.
 *  @param arena   receives lemmas.
 *  @param out     [count] heads are numbered within the window.
 *  @return CHANCERY_OK, _E_LIMIT, _E_MEMORY. */
chancery_status decode_words(const net *n, const slice *forms, size_t count,
                             const net_scores *scores, net_scratch *scratch, arena *work,
                             arena *arena, syntax_node *out,
                             chancery_error *error) CHANCERY_MUST_CHECK;

/** Applies an edit script (see net.c) to a form. `out` is in the arena, or the form itself. */
chancery_status decode_lemma(slice form, slice script, arena *arena, slice *out,
                             chancery_error *error) CHANCERY_MUST_CHECK;

/** The best sequence of labels of names, by the sum of their scores.
 *  @param score  [count][stride], the labels' scores first in each row.
 *  @param label  [count] receives it. */
chancery_status decode_names(const net *n, const float *score, size_t stride, size_t count,
                             arena *work, uint8_t *label,
                             chancery_error *error) CHANCERY_MUST_CHECK;

#endif
