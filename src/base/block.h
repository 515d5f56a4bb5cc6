/* Blocks: the line form of the text files in data/.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * A block's head stands at the left, its lines are indented; blank lines and lines that begin with
 * '#' are left out. `field: value; value` is cut by block_field and slice_next. */
#ifndef BASE_BLOCK_H
#define BASE_BLOCK_H

#include "base/slice.h"

typedef struct block_reader {
    slice rest;
    uint64_t line; /* number of the last line given */
} block_reader;

typedef struct block_line {
    slice text; /* without indent and white space at the end */
    bool head;  /* not indented */
    uint64_t number;
} block_line;

static inline block_reader block_open(slice text)
{
    return (block_reader){text, 0};
}

/** The next line that says something. @return false at the end. */
bool block_next(block_reader *reader, block_line *out);

/** Cuts "name: value" at the first colon that is followed by a space or the end. @return false
 * where there is none. */
bool block_field(slice line, slice *name, slice *value);

/** Cuts the next word (separated by spaces) off `*rest`. @return false when none is left. */
bool block_word(slice *rest, slice *word);

#endif
