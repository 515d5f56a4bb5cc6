/* The look of text on a terminal: colours, widths, cut and wrapped words.
 *
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef CLI_LOOK_H
#define CLI_LOOK_H

#include <stdbool.h>
#include <stdio.h>

#include "base/slice.h"

typedef enum look_style {
    LOOK_PLAIN,
    LOOK_STRONG,   /* titles */
    LOOK_FAINT,    /* ids, sources */
    LOOK_FRIENDLY, /* quad codes 1 and 2 */
    LOOK_HOSTILE,  /* quad codes 3 and 4 */
    LOOK_WARNING,
} look_style;

/** Where text goes, and whether it may be coloured. */
typedef struct look {
    FILE *out;
    bool colours;
    size_t columns;
} look;

look look_open(FILE *out);

/** Writes text in a style. Control bytes of the text are shown as spaces: a report must not steer
 * the terminal. */
void look_text(const look *l, look_style style, slice text);

/** As look_text, filled with spaces to `width` cells. Longer text is not cut. */
void look_cell(const look *l, look_style style, slice text, size_t width);

/** One line of text: runs of white space as one space, cut with "…" at `width` cells. */
void look_line(const look *l, look_style style, slice text, size_t width);

/** Text wrapped to the columns, each line behind `indent` spaces; ends with a line end. */
void look_wrapped(const look *l, look_style style, slice text, size_t indent);

void look_spaces(const look *l, size_t count);

/** Cells that the text takes on a terminal. */
size_t look_width(slice text);

#endif
