/* Tokens: the text cut into words, numbers and marks in the manner of UD English.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * White space cuts first (a "chunk" lies between two pieces of it), then each chunk from left to
 * right: at a letter or digit the longest word is taken, at anything else one mark or a run of the
 * same mark. How far a word goes is told by joins.c; here it is cut into tokens: clitics are tokens
 * of their own ("do" + "n't"), a number is cut from its unit. Every look ahead is bounded or covers
 * each byte once, so that time is linear in any text. */
#include "base/error.h"
#include "text/cutter.h"

enum {
    SHORT_TOKEN = 4, /* bytes of text for each token, at the least in prose: sizes the array */
};

static void push(cutter *c, size_t start, size_t end, unsigned flags)
{
    if (start == end || c->failed)
        return;
    text_token *token = array_push(&c->out->tokens, c->arena, c->error);
    if (!token) {
        c->failed = true;
        return;
    }
    token->start = (uint32_t)start;
    token->end = (uint32_t)end;
    token->flags = (uint8_t)(flags | (c->breaks ? MARK_BREAK : 0));
    c->breaks = false;
}

/* --- words into tokens --- */

/* Where the last clitic of the word begins ("'s", "n't"), or `end`. */
static size_t clitic_start(const cutter *c, size_t start, size_t end)
{
    for (size_t letters = 1; letters <= 2; letters++) {
        if (end - start < letters + 2)
            return end;
        size_t p = end - letters, length = 0;
        if (c->text[p - 1] == '\'' || c->text[p - 1] == '`')
            length = 1;
        else if (p - start > 3 && apostrophe_at(c, p - 3) == 3)
            length = 3;
        if (length == 0 || p - length <= start)
            continue;
        char a = ascii_fold(c->text[p]), b = letters == 2 ? ascii_fold(c->text[p + 1]) : 0;
        size_t base = p - length;
        if (letters == 2)
            return (a == 'r' && b == 'e') || (a == 'v' && b == 'e') || (a == 'l' && b == 'l') ? base
                                                                                              : end;
        if (a == 't' && ascii_fold(c->text[base - 1]) == 'n' && base - 1 > start)
            return base - 1;
        if (a == 'm')
            return base - start == 1 ? base : end;
        if (a == 's') /* the decade "1960's" is one word */
            return all_digits(c, start, base) && (base - start == 2 || base - start == 4) &&
                           c->text[base - 1] == '0'
                       ? end
                       : base;
        return a == 'd' ? base : end;
    }
    return end;
}

/* Where the unit begins in a word that begins with digits ("5km", "$3.5m"), or `end`. */
static size_t unit_start(const cutter *c, size_t start, size_t end)
{
    size_t p = start;
    bool decimal = false;
    while (p < end && (ascii_digit(c->text[p]) || memchr(".,:/", c->text[p], 4))) {
        decimal |= c->text[p] == '.';
        p++;
    }
    if (p == start || p == end)
        return end;
    slice letters = part_of(c, p, end);
    bool money = false;
    if (c->out->tokens.count > 0) {
        const text_token *last = &c->out->tokens.items[c->out->tokens.count - 1];
        char b = c->text[last->end - 1];
        money = last->end == start && (b == '$' || (b & 0x80)); /* after € £ ¥ too */
    }
    if ((money || decimal) && text_is_money_unit(letters))
        return p;
    bool temperature = letters.len == 1 && (letters.ptr[0] == 'C' || letters.ptr[0] == 'F');
    bool degrees = p - start >= 2 && p - start <= 3;
    return text_is_unit(letters) && (!temperature || degrees) ? p : end;
}

/* Where the sum begins in "USD400", or `end`. */
static size_t sum_start(const cutter *c, size_t start, size_t end)
{
    size_t p = start;
    while (p < end && p < start + 4 && ascii_letter(c->text[p]))
        p++;
    return p < end && ascii_digit(c->text[p]) && text_is_currency(part_of(c, start, p)) ? p : end;
}

static void push_word(cutter *c, const cutter_word *w)
{
    size_t start = w->start, end = w->end, cuts[4], count = 0;
    if (w->has_digit && w->has_letter) {
        size_t unit =
            ascii_digit(c->text[start]) ? unit_start(c, start, end) : sum_start(c, start, end);
        if (unit < end) {
            push(c, start, unit, 0);
            push(c, unit, end, 0);
            return;
        }
    }
    size_t fused = w->has_digit ? 0 : text_fused_cut(part_of(c, start, end));
    if (fused > 0) {
        push(c, start, start + fused, 0);
        push(c, start + fused, end, TEXT_JOINED);
        return;
    }
    while (count < 4) {
        size_t cut = clitic_start(c, start, end);
        if (cut == end)
            break;
        cuts[count++] = end;
        end = cut;
    }
    push(c, start, end, 0);
    while (count > 0) {
        size_t next = cuts[--count];
        push(c, end, next, TEXT_JOINED);
        end = next;
    }
}

/* The full stop after an abbreviation is cut off and marked; sentences.c decides. */
static void push_stop(cutter *c, const cutter_word *w)
{
    size_t p = w->end, dots = 0;
    while (dots < 3 && byte_at(c, p + dots) == '.')
        dots++;
    if (dots == 0 || dots > 2)
        return;
    size_t start = w->start;
    const text_token *last = &c->out->tokens.items[c->out->tokens.count - 1];
    if (last->end == w->end)
        start = last->start;
    if (text_abbreviation_of(part_of(c, start, p)) == ABBREVIATION_NONE)
        return;
    push(c, p, p + 1, MARK_STOP);
    c->at = p + 1;
}

/* The apostrophe of "the ministers' meeting", unless it closes a quotation. */
static void push_possessive(cutter *c)
{
    size_t length = apostrophe_at(c, c->at);
    if (length == 0 || wordlike_at(c, c->at + length) || c->quoting ||
        byte_at(c, c->at + length) == '\'')
        return;
    push(c, c->at, c->at + length, TEXT_JOINED);
    c->at += length;
}

static void cut_word(cutter *c)
{
    size_t address = cutter_address_end(c, c->at);
    if (address > c->at) {
        push(c, c->at, address, 0);
        c->at = address;
        return;
    }
    cutter_word w = cutter_take_word(c, c->at);
    push_word(c, &w);
    c->at = w.end;
    if (c->failed)
        return;
    if (byte_at(c, c->at) == '.')
        push_stop(c, &w);
    else
        push_possessive(c);
}

/* --- marks --- */

/* Length of the emoticon at `p`, or 0: ":)" and its like. */
static size_t face_length(const cutter *c, size_t p)
{
    if (!memchr(":;=", byte_at(c, p), 3))
        return 0;
    char before = p > c->chunk ? c->text[p - 1] : ' ';
    if (!memchr(" .!?", before, 4))
        return 0;
    size_t i = p + 1;
    if (byte_at(c, i) == '-')
        i++;
    char mouth = byte_at(c, i);
    if (!memchr(")(DPpO/|", mouth, 8))
        return 0;
    while (byte_at(c, i) == mouth)
        i++;
    return wordlike_at(c, i) || byte_at(c, i) == '/' ? 0 : i - p;
}

/* Length of the clitic or elision whose apostrophe stands at `p`, or 0: "'s" after a bracket,
 * "'60s", "'em". */
static size_t elision_length(const cutter *c, size_t p, size_t apostrophe)
{
    size_t start = p + apostrophe, end = start;
    while (end < start + 6 && (ascii_letter(byte_at(c, end)) || ascii_digit(byte_at(c, end))))
        end++;
    if (end == start || wordlike_at(c, end) || apostrophe_at(c, end))
        return 0;
    slice word = part_of(c, start, end);
    if (p > c->chunk)
        return word.len == 1 && memchr("sSdm", word.ptr[0], 4) ? end - p : 0;
    bool years = word.len >= 2 && word.len <= 3 && all_digits(c, start, start + 2) &&
                 (word.len == 2 || word.ptr[2] == 's');
    return years || text_is_elision(word) || slice_equal(word, SLICE("s")) ? end - p : 0;
}

static void cut_apostrophe(cutter *c, size_t length)
{
    size_t p = c->at;
    size_t pair = apostrophe_at(c, p + length);
    if (pair == length) { /* '' or `` for a double quote */
        push(c, p, p + 2 * length, 0);
        c->at = p + 2 * length;
        return;
    }
    size_t whole = elision_length(c, p, length);
    bool clitic = whole > 0 && p > c->chunk;
    push(c, p, p + (whole ? whole : length), clitic ? TEXT_JOINED : 0);
    c->at = p + (whole ? whole : length);
    if (whole == 0)
        c->quoting = c->at < c->chunk_end && (p == c->chunk || !wordlike_at(c, p - 1));
}

/* A run of full stops: "...", or one with what stresses it: ".?" */
static void cut_stops(cutter *c)
{
    size_t end = c->at;
    while (byte_at(c, end) == '.')
        end++;
    if (end - c->at == 1)
        while (byte_at(c, end) == '!' || byte_at(c, end) == '?')
            end++;
    push(c, c->at, end, 0);
    c->at = end;
}

static void cut_run(cutter *c)
{
    uint32_t code;
    size_t length = text_decode(c->text + c->at, &code), end = c->at + length;
    char b = c->text[c->at];
    if (b == '!' || b == '?') {
        while (byte_at(c, end) == '!' || byte_at(c, end) == '?')
            end++;
    } else if (code < 0x20 || code == 0x7f || memchr("-=*_~#<>+^|/\\$", b, 14) || code == 0x2014 ||
               code == 0x2026) {
        while (end + length <= c->chunk_end && memcmp(c->text + end, c->text + c->at, length) == 0)
            end += length;
        while (code == 0x2026 && byte_at(c, end) == '.')
            end++;
    }
    while (class_at(c, end) == CLASS_MARK) {
        uint32_t mark;
        end += text_decode(c->text + end, &mark);
    }
    c->in_brackets = b == '[' || (c->in_brackets && b != ']');
    push(c, c->at, end, 0);
    c->at = end;
}

static void cut_mark(cutter *c)
{
    size_t p = c->at, length;
    char b = c->text[p], next = byte_at(c, p + 1);
    bool first = p == c->chunk || !wordlike_at(c, p - 1);
    bool file = p == c->chunk && ascii_lower(next) &&
                text_class_of((unsigned char)byte_at(c, p + 2)) == CLASS_LETTER;
    if (b == '.' && ((ascii_digit(next) && first) || file)) { /* ".265", ".com" */
        cutter_word w = {.start = p, .end = p + 1, .label = p, .part = p};
        cutter_take_letters(c, &w);
        push_word(c, &w);
        c->at = w.end;
    } else if (b == '.') {
        cut_stops(c);
    } else if ((length = face_length(c, p)) > 0) {
        push(c, p, p + length, MARK_FACE);
        c->at += length;
    } else if ((length = apostrophe_at(c, p)) > 0) {
        cut_apostrophe(c, length);
    } else if (b == '+' && first && ascii_digit(next)) { /* "+44" */
        cutter_word w = cutter_take_word(c, p + 1);
        push(c, p, w.end, 0);
        c->at = w.end;
    } else if ((b == '#' || b == '@') && p == c->chunk && ascii_letter(next)) {
        cutter_word w = {.start = p, .end = p + 1, .label = p, .part = p};
        cutter_take_letters(c, &w);
        while (byte_at(c, w.end) == '_') {
            w.end++;
            cutter_take_letters(c, &w);
        }
        push(c, p, w.end, 0);
        c->at = w.end;
    } else {
        cut_run(c);
    }
}

static void cut_chunk(cutter *c)
{
    while (c->at < c->chunk_end && !c->failed) {
        text_class class = class_at(c, c->at);
        if (class == CLASS_LETTER || class == CLASS_DIGIT || class == CLASS_MARK)
            cut_word(c);
        else
            cut_mark(c);
    }
}

/* --- white space --- */

static void skip_space(cutter *c)
{
    size_t feeds = 0, first = 0, last = 0;
    while (c->at < c->length) {
        uint32_t code;
        size_t length = text_decode(c->text + c->at, &code);
        if (text_class_of(code) != CLASS_SPACE)
            break;
        if (code == '\n') {
            if (feeds++ == 0)
                first = c->at;
            last = c->at;
        }
        feeds += code == 0x2029 ? 2 : 0;
        c->at += length;
    }
    if (feeds == 0 || c->at == c->length)
        return;
    slice text = {c->text, c->length};
    if (feeds > 1) {
        c->breaks = true;
        c->lines.line_start = last + 1;
    } else {
        c->breaks = text_line_breaks(&c->lines, text, first, c->at);
    }
    if (c->breaks)
        c->quoting = false;
}

/* Finds the end of the chunk at c->at. @return true if it is of ASCII letters alone. */
static bool find_chunk(cutter *c)
{
    bool plain = true;
    size_t p = c->at;
    c->chunk = p;
    c->has_at = c->has_colon = c->in_brackets = false;
    while (p < c->length) {
        char b = c->text[p];
        if (ascii_letter(b)) {
            p++;
            continue;
        }
        uint32_t code;
        size_t length = text_decode(c->text + p, &code);
        if (code < 0x80 ? text_ascii_classes[code] == CLASS_SPACE
                        : code <= 0x3000 && text_class_of(code) == CLASS_SPACE)
            break;
        plain = false;
        c->has_at |= b == '@';
        c->has_colon |= b == ':';
        p += length;
    }
    c->chunk_end = p;
    return plain;
}

chancery_status text_cut(slice text, arena *a, text_pieces *out, chancery_error *error)
{
    chancery_error own = {0};
    error = error ? error : &own;
    *out = (text_pieces){0};
    if (text.len > TEXT_MAX_BYTES)
        return error_set(
            error, CHANCERY_E_LIMIT,
            "a report of %zu bytes; at most %u are read: split it into several reports", text.len,
            TEXT_MAX_BYTES);
    cutter c = {.text = text.ptr, .length = text.len, .arena = a, .error = error, .out = out};
    out->tokens.capacity = text.len / SHORT_TOKEN + 16;
    out->tokens.items = arena_alloc(a, out->tokens.capacity, sizeof(text_token), error);
    if (!out->tokens.items)
        return error->status;
    for (skip_space(&c); c.at < c.length && !c.failed; skip_space(&c)) {
        if (find_chunk(&c)) {
            cutter_word w = {.start = c.at, .end = c.chunk_end, .has_letter = true};
            push_word(&c, &w);
            c.at = c.chunk_end;
        } else {
            cut_chunk(&c);
        }
    }
    return c.failed ? error->status : CHANCERY_OK;
}
