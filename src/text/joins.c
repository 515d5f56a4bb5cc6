/* Words: how far one goes.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * Letters and digits belong to a word; which marks between them do is a rule for each mark, after
 * UAX #29's word boundaries and, where they differ, after the treebanks: a hyphen cuts, but for
 * prefixes ("co-founder"), telephone numbers and dates. Web and mail addresses are taken whole
 * before any rule is asked. */
#include "text/cutter.h"

enum { LONGEST_ADDRESS = 80 }; /* bytes of a bare domain or of a part of a mail address */

/* --- addresses --- */

static bool in_address(char b)
{
    return ascii_letter(b) || ascii_digit(b) || memchr("._%+-", b, 5) != NULL;
}

/* Where the URL ends that begins at `p`: what ends a sentence or a bracket around it is not part of
 * it. */
static size_t url_end(const cutter *c, size_t p)
{
    size_t end = p, opened = 0, closed = 0;
    while (end < c->chunk_end && !memchr("<>\"", c->text[end], 3) &&
           (unsigned char)c->text[end] != 0xe2) { /* dashes and curly quotes */
        opened += c->text[end] == '(';
        closed += c->text[end] == ')';
        end++;
    }
    while (end > p) {
        char last = c->text[end - 1];
        if (last == ')' && closed > opened)
            closed--;
        else if (!memchr(".,;:!?'*]}", last, 10))
            break;
        end--;
    }
    return end;
}

static size_t mail_end(const cutter *c, size_t p)
{
    size_t end = p, limit = p + LONGEST_ADDRESS;
    while (end < limit && in_address(byte_at(c, end)))
        end++;
    if (end == p || byte_at(c, end) != '@' || !wordlike_at(c, end + 1))
        return 0;
    end++;
    limit = end + LONGEST_ADDRESS;
    while (end < limit && in_address(byte_at(c, end)))
        end++;
    while (memchr(".-+%", c->text[end - 1], 4))
        end--;
    return end;
}

size_t cutter_address_end(const cutter *c, size_t p)
{
    slice rest = slice_range((slice){c->text, c->length}, p, c->chunk_end);
    if (c->has_colon) {
        size_t scheme = 0;
        while (scheme < 8 && scheme < rest.len && ascii_letter(rest.ptr[scheme]))
            scheme++;
        slice after = slice_range(rest, scheme, rest.len);
        if (scheme >= 3 &&
            (slice_starts(after, SLICE("://")) || slice_starts(rest, SLICE("mailto:"))))
            return url_end(c, p);
    }
    if (slice_starts(rest, SLICE("www.")) && wordlike_at(c, p + 4))
        return url_end(c, p);
    return c->has_at ? mail_end(c, p) : 0;
}

/* Where the bare domain ends that begins at `p` ("example.org/news"), or 0. */
static size_t domain_end(const cutter *c, size_t p)
{
    size_t end = p, label = p;
    while (end < p + LONGEST_ADDRESS &&
           (wordlike_at(c, end) || byte_at(c, end) == '-' || byte_at(c, end) == '.') &&
           !(c->text[end] & 0x80)) {
        if (c->text[end] == '.') {
            if (!wordlike_at(c, end + 1))
                break;
            label = end + 1;
        }
        end++;
    }
    slice last = slice_range((slice){c->text, c->length}, label, end);
    if (label <= p + 2 || !text_is_top_domain(last))
        return 0;
    if (byte_at(c, end) == '/')
        return url_end(c, p);
    return ascii_lower(last.ptr[0]) && !wordlike_at(c, end) ? end : 0;
}

/* --- what a word may hold --- */

/* A full stop between two parts of a word. @return where the word goes on, or 0. */
static size_t joins_stop(const cutter *c, cutter_word *w)
{
    size_t p = w->end, next = p + 1;
    if (!wordlike_at(c, next))
        return 0;
    if (!w->checked && w->has_letter) {
        w->checked = true;
        size_t end = domain_end(c, w->start);
        if (end > p)
            return end;
    }
    bool next_digit = ascii_digit(byte_at(c, next));
    if (next_digit)
        return ascii_digit(c->text[p - 1]) || w->has_digit ? next : 0;
    bool single = p - w->label == 1 && ascii_letter(c->text[p - 1]);
    bool next_single = !wordlike_at(c, next + 1);
    uint32_t code;
    text_decode(c->text + next, &code);
    if (single && next_single)
        return next;
    size_t label = next;
    while (label < next + 5 && ascii_letter(byte_at(c, label)))
        label++;
    if (text_abbreviation_of(part_of(c, w->start, label)) != ABBREVIATION_NONE) /* "Ph.D" */
        return next;
    if (!text_is_upper(code))
        return text_abbreviation_of(part_of(c, w->label, p)) == ABBREVIATION_NONE || single ? next
                                                                                            : 0;
    if (single && text_abbreviation_of(part_of(c, w->start, p)) == ABBREVIATION_WORD)
        return 0;
    return all_upper(c, w->label, p) && ascii_upper(byte_at(c, next + 1)) ? next : 0;
}

/* A comma between digits: "1,700", but "[8,9]". */
static size_t joins_comma(const cutter *c, const cutter_word *w)
{
    size_t next = w->end + 1, digits = 0;
    if (!ascii_digit(c->text[w->end - 1]))
        return 0;
    while (digits < 4 && ascii_digit(byte_at(c, next + digits)))
        digits++;
    return digits == 3 || (digits > 0 && !c->in_brackets) ? next : 0;
}

/* A slash: dates and fractions ("9/11", "12/6/2024"), "A/73/PV.6", "s/he", "w/o". */
static size_t joins_slash(const cutter *c, const cutter_word *w)
{
    size_t p = w->end, next = p + 1;
    if (!wordlike_at(c, next))
        return p - w->start == 1 && c->text[w->start] == 'w' ? next : 0;
    if (!w->has_letter)
        return ascii_digit(byte_at(c, next)) ? next : 0;
    bool single = p - w->start == 1;
    if (ascii_upper(c->text[w->start]) && (single || c->text[w->start + 1] == '/') &&
        (ascii_digit(byte_at(c, next)) ||
         slice_starts(part_of(c, next, c->chunk_end), SLICE("RES")) ||
         slice_starts(part_of(c, next, c->chunk_end), SLICE("PV."))))
        return next;
    slice rest = part_of(c, p + 1, c->chunk_end);
    if (single && c->text[w->start] == 'w' && rest.ptr[0] == 'o')
        return next;
    if (single && ascii_fold(c->text[w->start]) == 's' && slice_starts(rest, SLICE("he")) &&
        !wordlike_at(c, p + 3))
        return next;
    return single && ascii_upper(c->text[w->start]) && ascii_upper(rest.ptr[0]) &&
                   !wordlike_at(c, p + 2)
               ? next
               : 0;
}

/* An ampersand: "AT&T", "R&D". */
static size_t joins_ampersand(const cutter *c, const cutter_word *w)
{
    size_t next = w->end + 1, after = next;
    while (after < next + 3 && ascii_upper(byte_at(c, after)))
        after++;
    bool short_name = w->end - w->start <= 4 && all_upper(c, w->start, w->end) && after > next;
    bool single =
        w->end - w->start == 1 && ascii_letter(byte_at(c, next)) && after == next; /* "q&a" */
    return (short_name || single) && !wordlike_at(c, single ? next + 1 : after) ? next : 0;
}

/* Groups of digits with hyphens: telephone numbers and dates stay whole, "2003-2007" doesn't. */
static size_t joins_digits(const cutter *c, const cutter_word *w)
{
    bool area = w->end - w->start == 7 && c->text[w->start + 3] == '/'; /* "713/345-7942" */
    if (!area && !all_digits(c, w->start, w->end))
        return 0;
    size_t groups = 1, p = w->end, last = w->end - w->start;
    while (byte_at(c, p) == '-' && ascii_digit(byte_at(c, p + 1)) && groups < 8) {
        size_t start = ++p;
        while (ascii_digit(byte_at(c, p)))
            p++;
        last = p - start;
        groups++;
    }
    if (wordlike_at(c, p))
        return 0;
    size_t first = w->end - w->start;
    bool telephone = groups == 2 && last == 4 && (first == 3 || first == 5 || area);
    return groups > 2 || telephone ? p : 0;
}

static size_t joins_hyphen(const cutter *c, const cutter_word *w, size_t length)
{
    size_t next = w->end + length;
    if (!wordlike_at(c, next))
        return 0;
    if (!w->has_letter)
        return length == 1 ? joins_digits(c, w) : 0;
    bool shouted = w->end - w->start >= 2 && all_upper(c, w->start, w->end);
    if (w->part == w->start && !shouted && text_is_hyphen_prefix(part_of(c, w->start, w->end)))
        return next;
    size_t end = next;
    while (end < next + 8 && ascii_letter(byte_at(c, end)))
        end++;
    return text_is_hyphen_suffix(part_of(c, next, end)) && !wordlike_at(c, end) ? next : 0;
}

/* "US$400", "HK$": the letters go with the sign. */
static size_t joins_dollar(const cutter *c, const cutter_word *w)
{
    char after = byte_at(c, w->end + 1);
    return w->end - w->start <= 3 && all_upper(c, w->start, w->end) &&
                   (after == ' ' || ascii_digit(after))
               ? w->end + 1
               : 0;
}

/* @return where the word goes on past the mark at its end, or 0 where the word ends. */
static size_t joins(const cutter *c, cutter_word *w)
{
    size_t p = w->end, length;
    char before = c->text[p - 1];
    switch (byte_at(c, p)) {
    case '.':
        return joins_stop(c, w);
    case ',':
        return joins_comma(c, w);
    case ':':
        return ascii_digit(before) && ascii_digit(byte_at(c, p + 1)) ? p + 1 : 0;
    case '/':
        return joins_slash(c, w);
    case '&':
        return joins_ampersand(c, w);
    case '$':
        return joins_dollar(c, w);
    case '_':
        return p + 1;
    case '*':
        return ascii_letter(before) && ascii_letter(byte_at(c, p + 1)) ? p + 1 : 0;
    default:
        break;
    }
    if ((length = apostrophe_at(c, p)) > 0)
        return class_at(c, p + length) == CLASS_LETTER ||
                       (w->has_letter && wordlike_at(c, p + length))
                   ? p + length
                   : 0;
    if ((length = hyphen_at(c, p)) > 0)
        return joins_hyphen(c, w, length);
    return 0;
}

void cutter_take_letters(const cutter *c, cutter_word *w)
{
    while (w->end < c->chunk_end) {
        char b = c->text[w->end];
        if (ascii_letter(b)) {
            w->has_letter = true;
            w->end++;
        } else if (ascii_digit(b)) {
            w->has_digit = true;
            w->end++;
        } else if (!(b & 0x80)) {
            return;
        } else {
            uint32_t code;
            size_t length = text_decode(c->text + w->end, &code);
            text_class class = text_class_of(code);
            if (class != CLASS_LETTER && class != CLASS_MARK && class != CLASS_DIGIT)
                return;
            w->has_letter |= class == CLASS_LETTER;
            w->has_digit |= class == CLASS_DIGIT;
            w->end += length;
        }
    }
}

cutter_word cutter_take_word(const cutter *c, size_t p)
{
    cutter_word w = {.start = p, .end = p, .label = p, .part = p};
    for (;;) {
        cutter_take_letters(c, &w);
        if (w.end >= c->chunk_end || w.end == w.start)
            return w;
        size_t on = joins(c, &w);
        if (on == 0)
            return w;
        if (c->text[w.end] == '.')
            w.label = w.end + 1;
        if (hyphen_at(c, w.end))
            w.part = on;
        bool dollar = c->text[w.end] == '$';
        w.end = on;
        if (dollar)
            return w;
    }
}
