/* The look of text on a terminal. See look.h.
 *
 * SPDX-License-Identifier: Apache-2.0 */
#include "cli/look.h"

#include <utf8proc.h>

#include "cli/cli.h"

look look_open(FILE *out)
{
    return (look){out, cli_colours(out), cli_columns()};
}

static const char *code_of(look_style style)
{
    switch (style) {
    case LOOK_PLAIN:
        return "";
    case LOOK_STRONG:
        return "\033[1m";
    case LOOK_FAINT:
        return "\033[2m";
    case LOOK_FRIENDLY:
        return "\033[32m";
    case LOOK_HOSTILE:
        return "\033[31m";
    case LOOK_WARNING:
        return "\033[33m";
    }
    return "";
}

/** The next character of `*rest`: its bytes and its cells; control characters count as a space. */
static slice next_character(slice *rest, size_t *cells)
{
    utf8proc_int32_t code = 0;
    utf8proc_ssize_t length =
        utf8proc_iterate((const utf8proc_uint8_t *)rest->ptr, (utf8proc_ssize_t)rest->len, &code);
    if (length <= 0)
        length = 1;
    slice bytes = slice_range(*rest, 0, (size_t)length);
    *rest = slice_range(*rest, (size_t)length, rest->len);
    if (code < 0x20 || (code >= 0x7f && code < 0xa0)) {
        *cells = 1;
        return SLICE(" ");
    }
    int width = utf8proc_charwidth(code);
    *cells = width > 0 ? (size_t)width : 0;
    return bytes;
}

static void begin(const look *l, look_style style)
{
    if (l->colours)
        fputs(code_of(style), l->out);
}

static void end(const look *l, look_style style)
{
    if (l->colours && style != LOOK_PLAIN)
        fputs("\033[0m", l->out);
}

static void put(const look *l, slice bytes)
{
    fwrite(bytes.ptr, 1, bytes.len, l->out);
}

void look_text(const look *l, look_style style, slice text)
{
    size_t cells;
    begin(l, style);
    while (text.len)
        put(l, next_character(&text, &cells));
    end(l, style);
}

size_t look_width(slice text)
{
    size_t width = 0, cells;
    while (text.len) {
        next_character(&text, &cells);
        width += cells;
    }
    return width;
}

void look_spaces(const look *l, size_t count)
{
    while (count--)
        fputc(' ', l->out);
}

void look_cell(const look *l, look_style style, slice text, size_t width)
{
    size_t used = look_width(text);
    look_text(l, style, text);
    look_spaces(l, used < width ? width - used : 0);
}

static bool is_space(char byte)
{
    return byte == ' ' || byte == '\n' || byte == '\t' || byte == '\r';
}

/** The text without white space at its front, and its first word. @return false at the end. */
static bool next_word(slice *rest, slice *word)
{
    while (rest->len && is_space(rest->ptr[0]))
        *rest = slice_range(*rest, 1, rest->len);
    size_t length = 0;
    while (length < rest->len && !is_space(rest->ptr[length]))
        length++;
    *word = slice_range(*rest, 0, length);
    *rest = slice_range(*rest, length, rest->len);
    return length > 0;
}

/** As much of a word as fits, then "…". */
static void cut_word(const look *l, slice word, size_t width)
{
    size_t used = 0, cells;
    while (word.len) {
        slice bytes = next_character(&word, &cells);
        if (used + cells + 1 > width)
            break;
        used += cells;
        put(l, bytes);
    }
    fputs("…", l->out);
}

void look_line(const look *l, look_style style, slice text, size_t width)
{
    size_t used = 0;
    slice word;
    begin(l, style);
    while (next_word(&text, &word)) {
        size_t cells = look_width(word), gap = used ? 1 : 0;
        bool last = slice_trim(text).len == 0;
        if (used + gap + cells + (last ? 0 : 2) > width) {
            if (gap)
                fputc(' ', l->out);
            cut_word(l, word, width > used + gap ? width - used - gap : 1);
            break;
        }
        if (gap)
            fputc(' ', l->out);
        look_text(&(look){l->out, false, l->columns}, LOOK_PLAIN, word);
        used += gap + cells;
    }
    end(l, style);
}

void look_wrapped(const look *l, look_style style, slice text, size_t indent)
{
    size_t used = 0;
    slice word;
    look_spaces(l, indent);
    begin(l, style);
    while (next_word(&text, &word)) {
        size_t cells = look_width(word);
        if (used && indent + used + 1 + cells > l->columns) {
            fputc('\n', l->out);
            look_spaces(l, indent);
            used = 0;
        }
        if (used) {
            fputc(' ', l->out);
            used++;
        }
        look_text(&(look){l->out, false, l->columns}, LOOK_PLAIN, word);
        used += cells;
    }
    end(l, style);
    fputc('\n', l->out);
}
