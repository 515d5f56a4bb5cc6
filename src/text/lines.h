/* Line ends: which of them end a paragraph (inside the text room).
 *
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef TEXT_LINES_H
#define TEXT_LINES_H

#include "base/slice.h"

typedef struct text_lines {
    size_t line_start; /* of the line that is being read; the caller sets it at a blank line */
    size_t block_end;  /* the block that `width` was measured on ends here */
    size_t width;      /* of its longest line, in characters */
} text_lines;

/** Does the single line feed at `feed` end a paragraph? `next` is the first byte after it that is
 * no white space, and lies inside the text. To be asked for each single line feed, in order. */
bool text_line_breaks(text_lines *lines, slice text, size_t feed, size_t next);

#endif
