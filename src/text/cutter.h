/* The cutter: what tokens.c and joins.c share (inside the text room).
 *
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef TEXT_CUTTER_H
#define TEXT_CUTTER_H

#include "text/inner.h"
#include "text/lines.h"

typedef struct cutter {
    const char *text;
    size_t length;
    size_t at;    /* next byte to read */
    size_t chunk; /* where the chunk begins and ends */
    size_t chunk_end;
    bool has_at;      /* the chunk holds '@' */
    bool has_colon;   /* the chunk holds ':' */
    bool in_brackets; /* between '[' and ']' of one chunk: "[8,9]" is a list */
    bool quoting;     /* a single quote is open */
    bool breaks;      /* a paragraph ends before the next token */
    text_lines lines;
    arena *arena;
    chancery_error *error;
    text_pieces *out;
    bool failed;
} cutter;

/* A word that is being taken. */
typedef struct cutter_word {
    size_t start;
    size_t end;
    size_t label; /* start of the part after the last full stop */
    size_t part;  /* start of the part after the last hyphen */
    bool has_digit;
    bool has_letter;
    bool checked; /* whether it is a domain has been looked at */
} cutter_word;

/* Reading ahead never leaves the chunk: past its end there is a space. */

static inline text_class class_at(const cutter *c, size_t p)
{
    if (p >= c->chunk_end)
        return CLASS_SPACE;
    uint32_t code;
    text_decode(c->text + p, &code);
    return text_class_of(code);
}

static inline char byte_at(const cutter *c, size_t p)
{
    return p < c->chunk_end ? c->text[p] : ' ';
}

static inline bool wordlike_at(const cutter *c, size_t p)
{
    text_class class = class_at(c, p);
    return class == CLASS_LETTER || class == CLASS_DIGIT;
}

/* Length of the apostrophe at `p`, straight or curly, or 0. */
static inline size_t apostrophe_at(const cutter *c, size_t p)
{
    char b = byte_at(c, p);
    if (b == '\'' || b == '`')
        return 1;
    slice rest =
        slice_range((slice){c->text, c->length}, p < c->chunk_end ? p : c->chunk_end, c->chunk_end);
    return slice_starts(rest, SLICE("\u2019")) || slice_starts(rest, SLICE("\u2018")) ? 3 : 0;
}

static inline size_t hyphen_at(const cutter *c, size_t p)
{
    if (byte_at(c, p) == '-')
        return 1;
    slice rest =
        slice_range((slice){c->text, c->length}, p < c->chunk_end ? p : c->chunk_end, c->chunk_end);
    return slice_starts(rest, SLICE("\u2010")) || slice_starts(rest, SLICE("\u2011")) ? 3 : 0;
}

static inline bool all_digits(const cutter *c, size_t start, size_t end)
{
    for (size_t i = start; i < end; i++)
        if (!ascii_digit(c->text[i]))
            return false;
    return end > start;
}

static inline bool all_upper(const cutter *c, size_t start, size_t end)
{
    for (size_t i = start; i < end; i++)
        if (!ascii_upper(c->text[i]))
            return false;
    return end > start;
}

static inline slice part_of(const cutter *c, size_t start, size_t end)
{
    return (slice){c->text + start, end - start};
}

/** Where the URL or mail address ends that begins at `p`, or 0 if there is none. */
size_t cutter_address_end(const cutter *c, size_t p);

/** Takes the longest word at `p`, which is a letter, digit or mark. */
cutter_word cutter_take_word(const cutter *c, size_t p);

/** Takes letters and digits on from w->end up to the next mark. */
void cutter_take_letters(const cutter *c, cutter_word *w);

#endif
