/* Line ends: which of them end a paragraph.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * Two line feeds always do. A single one is either where a text was wrapped, or meant: a heading,
 * an item of a list, a report in which each line is a paragraph. A wrapping program breaks a line
 * only where the next word doesn't fit, so a line whose successor's first word would have fitted
 * was ended on purpose. What fits is told by the longest line of the block (the lines up to the
 * next blank one). */
#include "text/lines.h"

#include "text/inner.h"

enum {
    WIDEST_WRAP = 130,   /* characters; a block with a longer line isn't wrapped */
    NARROWEST_WRAP = 40, /* a block without a longer line isn't either */
    SLACK = 4,           /* people who wrap by hand leave some room */
};

static size_t width_of(slice line)
{
    size_t width = 0;
    for (size_t i = 0; i < line.len; i++)
        width += ((unsigned char)line.ptr[i] & 0xc0) != 0x80;
    return width;
}

static bool is_blank_line(slice line)
{
    return slice_trim(line).len == 0;
}

/* Finds the end of the block that begins at `start`, and its width: that of the longest line that
 * has a space, since a long address is longer than any wrapped line. */
static void measure_block(text_lines *lines, slice text, size_t start)
{
    lines->width = 0;
    size_t at = start;
    while (at < text.len) {
        const char *feed = memchr(text.ptr + at, '\n', text.len - at);
        size_t end = feed ? (size_t)(feed - text.ptr) : text.len;
        slice line = slice_range(text, at, end);
        if (is_blank_line(line))
            break;
        size_t width = width_of(line);
        if (width > lines->width && memchr(line.ptr, ' ', line.len))
            lines->width = width;
        at = end + (feed != NULL);
    }
    lines->block_end = at;
}

static slice first_word(slice text, size_t at)
{
    size_t end = at;
    while (end < text.len && !ascii_space(text.ptr[end]))
        end++;
    return slice_range(text, at, end);
}

static bool ends_clause(slice line)
{
    line = slice_trim(line);
    return line.len > 0 && memchr(".:;!?", line.ptr[line.len - 1], 5);
}

static bool begins_item(slice word)
{
    if (slice_equal(word, SLICE("-")) || slice_equal(word, SLICE("*")) ||
        slice_equal(word, SLICE("\u2022")) || slice_equal(word, SLICE("\u2013")) ||
        slice_equal(word, SLICE("\u2014")))
        return true;
    size_t i = word.len > 0 && word.ptr[0] == '(', start = i;
    while (i < word.len && i < start + 3 && ascii_digit(word.ptr[i]))
        i++;
    if (i == start && i < word.len && ascii_letter(word.ptr[i]))
        i++;
    return i > start && i + 1 == word.len &&
           (word.ptr[i] == ')' || (start == 0 && word.ptr[i] == '.'));
}

bool text_line_breaks(text_lines *lines, slice text, size_t feed, size_t next)
{
    if (feed >= lines->block_end)
        measure_block(lines, text, lines->line_start);
    slice line = slice_trim(slice_range(text, lines->line_start, feed));
    size_t width = width_of(slice_range(text, lines->line_start, feed));
    lines->line_start = feed + 1;
    slice word = first_word(text, next);
    bool fits = lines->width > WIDEST_WRAP || lines->width < NARROWEST_WRAP ||
                width + 1 + width_of(word) + SLACK <= lines->width;
    if (begins_item(word))
        return fits || ends_clause(line);
    uint32_t code;
    text_decode(text.ptr + next, &code);
    if (text_is_lower(code) || (line.len > 0 && line.ptr[line.len - 1] == ','))
        return false;
    return fits;
}
