/* From scores of arcs to the highest tree.
 *
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef SYNTAX_TREE_H
#define SYNTAX_TREE_H

#include "base/arena.h"

enum { TREE_MAX_WORDS = 1023 };

/** The tree with the highest sum of scores among those with exactly one word on the root.
 *  @param score [count][count + 1] word i (row i + 1) on row j; j = 0 is the root. A score that is
 *               no number counts as very low.
 *  @param count at least 1, at most TREE_MAX_WORDS.
 *  @param work  gives memory where the best heads alone are no tree.
 *  @param head  [count] receives the rows of heads.
 *  @return CHANCERY_OK, _E_LIMIT, _E_MEMORY. */
chancery_status tree_highest(const float *score, size_t count, arena *work, uint16_t *head,
                             chancery_error *error) CHANCERY_MUST_CHECK;

/** Whether the heads are a tree with exactly one word on the root. */
bool tree_is_one(const uint16_t *head, size_t count);

#endif
