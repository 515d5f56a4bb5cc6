/* The look of text on a terminal: colours, widths, lines that break between words.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * A report must not steer the terminal: control characters, and those that turn the direction of
 * writing, are never passed on. Width is counted in cells, as utf8proc knows it. */
#ifndef CLI_LOOK_H
#define CLI_LOOK_H

#include <stdbool.h>
#include <stdio.h>

#include "base/slice.h"

typedef enum look_style {
    LOOK_PLAIN,
    LOOK_STRONG,   /* titles, codes */
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

/** Writes text in a style, as it stands. */
void look_text(const look *l, look_style style, slice text);

/** As look_text, filled with spaces to `width` cells. Longer text is not cut. */
void look_cell(const look *l, look_style style, slice text, size_t width);

void look_spaces(const look *l, size_t count);

/** Cells that the text takes on a terminal. */
size_t look_width(slice text);

enum { LOOK_PIECES = 24 };

/** Text that flows: words of several styles, broken into lines between them. */
typedef struct look_flow {
    const look *l;
    size_t indent;     /* of the lines behind the first */
    size_t column;     /* cells of this line that are used */
    size_t lines_left; /* behind this one */
    slice tail;        /* printed at the end, also of text that was cut: a quotation mark */
    struct {
        slice text;
        look_style style;
    } pieces[LOOK_PIECES]; /* of the word that is next */
    size_t piece_count;
    size_t word_cells;
    bool begun; /* something of the text stands in this line */
    bool gap;   /* a space stands before that word */
    bool cut;   /* no line was left for more */
    bool next;  /* the word is at its end, another has to follow */
} look_flow;

/** Begins at cell `column` of a line that is begun already. On a narrow terminal the indent is
 * less.
 *  @param max_lines at most so many, then "…"; 0 for as many as it takes. */
look_flow look_flow_begin(const look *l, size_t column, size_t indent, size_t max_lines);

/** Adds text. White space in it parts words; between two calls there is none. The bytes must stay
 * until look_flow_end. */
void look_flow_text(look_flow *f, look_style style, slice text);

/** Prints the last word and ends the line. */
void look_flow_end(look_flow *f);

/** Text wrapped to the columns, each line behind `indent` spaces; ends with a line end. */
void look_wrapped(const look *l, look_style style, slice text, size_t indent);

#endif
