/* Words to pieces of the network's vocabulary.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * WordPiece (Schuster and Nakajima 2012) over small letters without accents, as uncased BERT cuts
 * them (Devlin et al. 2019), but word by word: the words are the treebanks'. */
#ifndef SYNTAX_WORDPIECE_H
#define SYNTAX_WORDPIECE_H

#include "syntax/net.h"

enum {
    WORDPIECE_VERSION = 1, /* of what is computed here; a model names the one it learnt with */
    WORDPIECE_MAX = 16,    /* of a word; what is left of it is dropped */
    WORDPIECE_CHUNK = 100, /* code points between spaces and marks; a longer run is unknown */
};

/** How a word is written; a row of the network's case table for its first piece. */
typedef enum wordpiece_case {
    WORDPIECE_CASELESS, /* no letter that has two cases */
    WORDPIECE_SMALL,
    WORDPIECE_CAPITAL,  /* the first letter only */
    WORDPIECE_CAPITALS, /* two or more, and all of them */
    WORDPIECE_MIXED,
    WORDPIECE_CASES,
} wordpiece_case;

typedef struct wordpieces {
    uint32_t piece[WORDPIECE_MAX];
    uint8_t row[WORDPIECE_MAX]; /* case row: the class, + WORDPIECE_CASES behind the first piece */
    size_t count;               /* at least 1 */
} wordpieces;

/** Cuts one word. Any bytes may come; what is no UTF-8 is left out. Nothing is allocated. */
void wordpiece_cut(const net *n, slice form, wordpieces *out);

wordpiece_case wordpiece_case_of(slice form);

/** Fills n->piece_table, which has room (n->piece_mask + 1, more than the vocabulary), and
 * n->piece_bytes. @return false where a piece stands twice; its index is then in `*twice`. */
bool wordpiece_index(net *n, uint32_t *twice);

#endif
