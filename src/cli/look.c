/* The look of text on a terminal. See look.h.
 *
 * SPDX-License-Identifier: Apache-2.0 */
#include "cli/look.h"

#include <utf8proc.h>

#include "cli/cli.h"

enum { LEAST_CELLS = 16 }; /* of a line that text has, however narrow the terminal */

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

/** Characters that turn the direction of what follows them (Unicode's embeddings, overrides,
 * isolates). */
static bool turns_direction(utf8proc_int32_t code)
{
    return (code >= 0x202a && code <= 0x202e) || (code >= 0x2066 && code <= 0x2069);
}

/** The next character of `*rest`: its bytes and its cells; what may not be printed is a space. */
static slice next_character(slice *rest, size_t *cells)
{
    utf8proc_int32_t code = 0;
    utf8proc_ssize_t length =
        utf8proc_iterate((const utf8proc_uint8_t *)rest->ptr, (utf8proc_ssize_t)rest->len, &code);
    if (length <= 0)
        length = 1;
    slice bytes = slice_range(*rest, 0, (size_t)length);
    *rest = slice_range(*rest, (size_t)length, rest->len);
    if (code < 0x20 || (code >= 0x7f && code < 0xa0) || turns_direction(code)) {
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

void look_text(const look *l, look_style style, slice text)
{
    size_t cells;
    begin(l, style);
    while (text.len) {
        slice bytes = next_character(&text, &cells);
        fwrite(bytes.ptr, 1, bytes.len, l->out);
    }
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

look_flow look_flow_begin(const look *l, size_t column, size_t indent, size_t max_lines)
{
    size_t most = l->columns > LEAST_CELLS ? l->columns - LEAST_CELLS : 0;
    return (look_flow){.l = l,
                       .indent = indent < most ? indent : most,
                       .column = column,
                       .lines_left = max_lines ? max_lines - 1 : SIZE_MAX};
}

static void break_line(look_flow *f)
{
    fputc('\n', f->l->out);
    look_spaces(f->l, f->indent);
    f->column = f->indent;
    f->begun = false;
    f->lines_left--;
}

static void put_pieces(look_flow *f)
{
    for (size_t i = 0; i < f->piece_count; i++)
        look_text(f->l, f->pieces[i].style, f->pieces[i].text);
    f->column += f->word_cells;
    f->begun = true;
    f->piece_count = 0;
    f->word_cells = 0;
}

/** Prints the word that is waiting, on the next line where it has no room here. @param last nothing
 * follows but the tail; else a line that is the last must keep room for "…" as well. */
static void put_word(look_flow *f, bool last)
{
    size_t gap = f->gap && f->begun, tail = look_width(f->tail);
    size_t cells = gap + f->word_cells + (last ? tail : 0);
    if (f->column + cells > f->l->columns && f->lines_left && (f->begun || f->column > f->indent)) {
        break_line(f);
        cells -= gap;
        gap = 0;
    }
    size_t kept = !last && f->lines_left == 0 ? 2 + tail : 0;
    f->cut = f->lines_left == 0 && f->column + cells + kept > f->l->columns;
    if (gap)
        fputc(' ', f->l->out);
    f->column += gap;
    if (f->cut)
        fputs("…", f->l->out);
    else
        put_pieces(f);
}

static void add_piece(look_flow *f, look_style style, slice bytes, size_t cells)
{
    size_t n = f->piece_count;
    bool same = n && f->pieces[n - 1].style == style &&
                f->pieces[n - 1].text.ptr + f->pieces[n - 1].text.len == bytes.ptr;
    if (same) {
        f->pieces[n - 1].text.len += bytes.len;
    } else if (n < LOOK_PIECES) {
        f->pieces[n].text = bytes;
        f->pieces[n].style = style;
        f->piece_count++;
    }
    f->word_cells += cells;
}

static bool is_space(slice bytes)
{
    return bytes.len == 1 && (unsigned char)bytes.ptr[0] <= ' ';
}

void look_flow_text(look_flow *f, look_style style, slice text)
{
    while (text.len && !f->cut) {
        size_t cells;
        slice bytes = next_character(&text, &cells);
        if (is_space(bytes)) {
            f->next = true;
            continue;
        }
        size_t room = f->l->columns > f->indent + 1 ? f->l->columns - f->indent : 2;
        bool full = f->word_cells + cells > room || f->piece_count == LOOK_PIECES;
        if ((f->next || full) && f->piece_count) {
            put_word(f, false);
            f->gap = f->next;
        } else if (f->next) {
            f->gap = true;
        }
        f->next = false;
        if (!f->cut)
            add_piece(f, style, bytes, cells);
    }
}

void look_flow_end(look_flow *f)
{
    if (!f->cut && f->piece_count)
        put_word(f, true);
    look_text(f->l, LOOK_PLAIN, f->tail);
    fputc('\n', f->l->out);
}

void look_wrapped(const look *l, look_style style, slice text, size_t indent)
{
    look_spaces(l, indent);
    look_flow f = look_flow_begin(l, indent, indent, 0);
    look_flow_text(&f, style, text);
    look_flow_end(&f);
}
