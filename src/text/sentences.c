/* Sentences: where one ends, decided over the tokens that tokens.c cut.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * A sentence ends at a paragraph's end and after . ! ? or dots with the quotes, brackets and note
 * marks that close it, where what follows can begin one: a capital, a digit, a quotation. A full
 * stop that belongs to an abbreviation is given back to it, unless the sentence ends there: titles
 * and initials don't end one, other abbreviations do before a word that is capitalised at the front
 * of sentences only (learned.h). As in the treebanks, a sentence in small letters after a full stop
 * is one too, and quotations of several sentences are several sentences. Capital initials ("U.S.")
 * keep their full stop at a sentence's end as well, since they are names that are looked up.
 *
 * One pass, in place: giving a full stop back makes the array shorter, so the token that is written
 * never overtakes the one that is read. */
#include "base/error.h"
#include "text/inner.h"

/* In tokens. */
enum { LONGEST_NOTE = 5, LONGEST_NAME = 8 };

enum { SHORTEST_RULER = 5 }; /* in bytes */

typedef ARRAY(text_sentence) sentence_array;

typedef struct splitter {
    slice text;
    text_token *tokens;
    size_t count;     /* tokens as cut */
    size_t written;   /* tokens as given out; [0, written) are done */
    size_t first;     /* of the current sentence */
    size_t paragraph; /* index of the current one */
    bool opening;     /* the current sentence is the first of its paragraph */
    bool quoted;      /* a straight double quote is open in this paragraph */
    arena *arena;
    chancery_error *error;
    sentence_array sentences;
} splitter;

static slice bytes_of(const splitter *s, const text_token *t)
{
    return slice_range(s->text, t->start, t->end);
}

static char first_byte(const splitter *s, const text_token *t)
{
    return s->text.ptr[t->start];
}

static bool is_one_of(slice token, const char *const *table, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (slice_is(token, table[i]))
            return true;
    return false;
}

static bool space_before(const splitter *s, size_t i)
{
    return i == 0 || s->tokens[i - 1].end < s->tokens[i].start;
}

static bool is_terminator(const splitter *s, const text_token *t)
{
    char b = first_byte(s, t);
    if (b == '.')
        return t->end - t->start == 1 || memchr(".!?", s->text.ptr[t->start + 1], 3);
    if (b == '!' || b == '?')
        return true;
    static const char *const others[] = {"\u2026", "\u3002", "\uff01", "\uff1f",
                                         "\u061f", "\u06d4", "\u0964"};
    return (b & 0x80) && is_one_of(bytes_of(s, t), others, sizeof others / sizeof *others);
}

static bool is_dots(slice token)
{
    return token.len > 1 && ((token.ptr[0] == '.' && token.ptr[1] == '.') || (token.ptr[0] & 0x80));
}

static bool is_closer(const splitter *s, size_t i)
{
    static const char *const closers[] = {")",      "]",  "}",      "\u201d", "\u2019",
                                          "\u00bb", "''", "\u203a", "\u300d", "\uff09"};
    slice token = bytes_of(s, &s->tokens[i]);
    if (is_one_of(token, closers, sizeof closers / sizeof *closers))
        return true;
    if (token.len != 1 || (token.ptr[0] != '"' && token.ptr[0] != '\''))
        return false;
    bool glued = !space_before(s, i);
    bool free_after = i + 1 == s->count || space_before(s, i + 1);
    return glued ? true : free_after && token.ptr[0] == '"' && s->quoted;
}

static bool is_opener(const splitter *s, size_t i)
{
    static const char *const openers[] = {"(",      "[",      "{",      "\"",     "'",
                                          "``",     "\u201c", "\u2018", "\u00ab", "\u201e",
                                          "\u2039", "\u300c", "\uff08", "\u00bf", "\u00a1"};
    return is_one_of(bytes_of(s, &s->tokens[i]), openers, sizeof openers / sizeof *openers);
}

/* A note mark "[12]" or "[citation needed]" from token `i`: the index past it, or `i`. */
static size_t past_note(const splitter *s, size_t i)
{
    if (first_byte(s, &s->tokens[i]) != '[')
        return i;
    for (size_t k = i + 1;
         k < s->count && k <= i + LONGEST_NOTE && !(s->tokens[k].flags & MARK_BREAK); k++) {
        char b = first_byte(s, &s->tokens[k]);
        if (b == ']')
            return k + 1;
        bool short_token = s->tokens[k].end - s->tokens[k].start == 1;
        if (!ascii_digit(b) && !ascii_lower(b) && !short_token)
            return i;
    }
    return i;
}

/* The index past all that closes the sentence after a terminator. */
static size_t past_closers(const splitter *s, size_t i)
{
    while (i < s->count && !(s->tokens[i].flags & MARK_BREAK)) {
        size_t note = past_note(s, i);
        if (note > i)
            i = note;
        else if (is_closer(s, i) || (s->tokens[i].flags & MARK_FACE))
            i++;
        else
            break;
    }
    return i;
}

static bool is_quote(const splitter *s, size_t i)
{
    return is_opener(s, i) && !memchr("([{", first_byte(s, &s->tokens[i]), 3);
}

/* --- what follows --- */

typedef enum follower {
    FOLLOWS_NOTHING, /* the paragraph ends */
    FOLLOWS_SMALL,
    FOLLOWS_CAPITAL,
    FOLLOWS_STARTER, /* a capitalised word that begins sentences */
    FOLLOWS_DIGIT,
    FOLLOWS_MARK,   /* a comma, a dash: the sentence goes on */
    FOLLOWS_SYMBOL, /* a currency sign */
} follower;

/* What token `i` is to the sentence before it; quotes and brackets that open are looked through. */
static follower follower_at(const splitter *s, size_t i, size_t *word)
{
    size_t k = i;
    if (k >= s->count || (s->tokens[k].flags & MARK_BREAK))
        return FOLLOWS_NOTHING;
    while (k + 1 < s->count && k < i + 4 && is_opener(s, k) &&
           !(s->tokens[k + 1].flags & MARK_BREAK))
        k++;
    *word = k;
    uint32_t code;
    text_decode(s->text.ptr + s->tokens[k].start, &code);
    if (code == '@' || code == '#')
        return FOLLOWS_CAPITAL;
    switch (text_class_of(code)) {
    case CLASS_LETTER:
        if (text_is_lower(code))
            return FOLLOWS_SMALL;
        return text_is_starter(bytes_of(s, &s->tokens[k])) || is_quote(s, i) ? FOLLOWS_STARTER
                                                                             : FOLLOWS_CAPITAL;
    case CLASS_DIGIT:
        return FOLLOWS_DIGIT;
    case CLASS_SYMBOL:
        return code == '$' || code > 0x7f ? FOLLOWS_SYMBOL : FOLLOWS_MARK;
    case CLASS_OTHER:
    case CLASS_SPACE:
    case CLASS_MARK:
    case CLASS_PUNCT:
        break;
    }
    return FOLLOWS_MARK;
}

/* Is all of the current sentence so far, up to the stop at `i`, the number of a list's item: "1."
 * or "b."? */
static bool is_enumerator(const splitter *s, size_t stop)
{
    if (s->written - s->first != 1 || stop == 0)
        return false;
    slice label = bytes_of(s, &s->tokens[stop - 1]);
    if (label.len == 1)
        return ascii_letter(label.ptr[0]) || ascii_digit(label.ptr[0]);
    for (size_t i = 0; i < label.len; i++)
        if (!ascii_digit(label.ptr[i]) && label.ptr[i] != '.')
            return false;
    return label.len <= 5;
}

/* Is the full stop at `stop` part of the number that opens a paragraph: "2.1. Methods"? */
static bool is_list_number(const splitter *s, size_t stop)
{
    return stop > 0 && s->written > 0 && s->opening &&
           slice_equal(bytes_of(s, &s->tokens[stop]), SLICE(".")) &&
           ascii_digit(first_byte(s, &s->tokens[stop - 1])) && !space_before(s, stop) &&
           is_enumerator(s, stop) && stop + 1 < s->count && space_before(s, stop + 1) &&
           !(s->tokens[stop + 1].flags & MARK_BREAK);
}

static bool is_upper_initials(slice word)
{
    for (size_t i = 0; i < word.len; i++)
        if (i % 2 ? word.ptr[i] != '.' : !ascii_upper(word.ptr[i]))
            return false;
    return word.len >= 3;
}

static bool is_roman(slice word)
{
    for (size_t i = 0; i < word.len; i++)
        if (!memchr("IVXLC", word.ptr[i], 5))
            return false;
    return word.len > 0;
}

/* Does the sentence end at the abbreviation whose full stop is token `stop`? */
static bool abbreviation_ends(const splitter *s, size_t stop, text_abbreviation kind)
{
    size_t next = past_closers(s, stop + 1), word = next;
    follower follows = follower_at(s, next, &word);
    if (follows == FOLLOWS_NOTHING)
        return next > stop + 1 || !is_enumerator(s, stop);
    if (!space_before(s, next))
        return false;
    slice before = bytes_of(s, &s->tokens[stop - 1]);
    if (kind == ABBREVIATION_TITLE)
        return false;
    if (kind == ABBREVIATION_NUMBER)
        return (follows == FOLLOWS_STARTER || follows == FOLLOWS_CAPITAL) &&
               !is_roman(bytes_of(s, &s->tokens[word]));
    if (before.len == 1 && is_enumerator(s, stop))
        return false;
    if (first_byte(s, &s->tokens[next]) == '(' || first_byte(s, &s->tokens[next]) == '[')
        return false;
    bool capital = follows == FOLLOWS_CAPITAL;
    bool lower = ascii_lower(before.ptr[0]); /* "p.m. I", but not "George I. I" */
    return follows == FOLLOWS_STARTER || (capital && slice_equal(before, SLICE("etc"))) ||
           (capital && lower && slice_equal(bytes_of(s, &s->tokens[word]), SLICE("I")));
}

/* Does `"Why?" Mr. Smith said` go on here: a speech verb after nothing but a name? */
static bool speech_follows(const splitter *s, size_t word)
{
    for (size_t i = word; i < s->count && i < word + LONGEST_NAME; i++) {
        const text_token *t = &s->tokens[i];
        if (text_is_speech_verb(bytes_of(s, t)))
            return true;
        uint32_t code;
        text_decode(s->text.ptr + t->start, &code);
        if (!text_is_upper(code) && !(t->flags & MARK_STOP))
            return false;
    }
    return false;
}

/* "talks.The": a sentence's end where the space was forgotten. */
static bool is_missing_space(const splitter *s, size_t stop, size_t next)
{
    slice word = bytes_of(s, &s->tokens[next]);
    if (stop == 0 || is_dots(bytes_of(s, &s->tokens[stop])) || !ascii_upper(word.ptr[0]))
        return false;
    char before = s->text.ptr[s->tokens[stop].start - 1];
    return (ascii_lower(before) || before == ')') && (word.len == 1 || ascii_lower(word.ptr[1]));
}

/* The word before a full stop is in small letters and too long for an unknown abbreviation. */
static bool ends_small_word(const splitter *s, size_t stop)
{
    if (stop == 0)
        return false;
    const text_token *t = &s->tokens[stop - 1];
    return t->end - t->start >= 2 && ascii_lower(s->text.ptr[t->start]);
}

/* "it broke!! maybe try another": mail goes on in small letters. Not "Yahoo! search", and not
 * "Why? he asked". */
static bool small_begins(const splitter *s, size_t stop, size_t word)
{
    for (size_t i = word; i < s->count && i < word + 3; i++)
        if (text_is_speech_verb(bytes_of(s, &s->tokens[i])))
            return false;
    return stop > 0 &&
           (s->tokens[stop].end - s->tokens[stop].start > 1 || ends_small_word(s, stop));
}

/* Does the sentence end before token `next`, after the terminator at `stop`? */
static bool terminator_ends(const splitter *s, size_t stop, size_t next)
{
    size_t word = next;
    follower follows = follower_at(s, next, &word);
    slice mark = bytes_of(s, &s->tokens[stop]);
    bool closed = next > stop + 1;
    if (follows == FOLLOWS_NOTHING)
        return true;
    if (is_terminator(s, &s->tokens[next]))
        return is_dots(bytes_of(s, &s->tokens[next])) && !is_dots(mark);
    if (s->written == s->first && is_dots(mark))
        return false;
    if (!space_before(s, next))
        return follows != FOLLOWS_MARK && is_missing_space(s, stop, next);
    bool full_stop = mark.len == 1 && mark.ptr[0] == '.';
    if (full_stop && is_enumerator(s, stop))
        return false;
    switch (follows) {
    case FOLLOWS_SMALL:
        return full_stop ? ends_small_word(s, stop)
                         : !closed && !is_dots(mark) && small_begins(s, stop, word);
    case FOLLOWS_CAPITAL:
        return full_stop || !closed || !speech_follows(s, word);
    case FOLLOWS_DIGIT:
        return !is_dots(mark) && (mark.ptr[0] == '.' || word == next);
    case FOLLOWS_SYMBOL:
        return !is_dots(mark);
    case FOLLOWS_STARTER:
        return true;
    case FOLLOWS_NOTHING:
    case FOLLOWS_MARK:
        break;
    }
    return false;
}

/* --- giving out --- */

static bool has_number_form(slice token)
{
    size_t i = 0;
    while (i < token.len && !ascii_letter(token.ptr[i]) && !(token.ptr[i] & 0x80))
        i++;
    slice rest = slice_range(token, i, token.len);
    return i > 0 && (rest.len == 0 || slice_equal(rest, SLICE("s")) ||
                     slice_equal(rest, SLICE("st")) || slice_equal(rest, SLICE("nd")) ||
                     slice_equal(rest, SLICE("rd")) || slice_equal(rest, SLICE("th")));
}

/* A word of ASCII letters alone, as most are. @return false for other tokens. */
static bool describe_plain(text_token *t, slice token)
{
    size_t upper = 0;
    for (size_t i = 0; i < token.len; i++) {
        if (!ascii_letter(token.ptr[i]))
            return false;
        upper += ascii_upper(token.ptr[i]);
    }
    unsigned flags = t->flags & TEXT_JOINED;
    flags |= ascii_upper(token.ptr[0]) ? TEXT_CAPITAL : 0;
    flags |= token.len >= 2 && upper == token.len ? TEXT_UPPER : 0;
    t->kind = TEXT_WORD;
    t->flags = (uint8_t)flags;
    t->key = text_key(token);
    return true;
}

/* Fills key, kind and the public flags. */
static void describe(const splitter *s, text_token *t)
{
    slice token = bytes_of(s, t);
    if (token.len && describe_plain(t, token))
        return;
    size_t letters = 0, upper = 0, digits = 0;
    text_class first = CLASS_OTHER;
    unsigned flags = t->flags & TEXT_JOINED;
    for (size_t i = 0; i < token.len;) {
        uint32_t code;
        size_t length = text_decode(token.ptr + i, &code);
        text_class class = text_class_of(code);
        if (i == 0)
            first = class;
        if (class == CLASS_LETTER) {
            bool capital = text_is_upper(code);
            if (letters++ == 0 && digits == 0 && capital)
                flags |= TEXT_CAPITAL;
            upper += capital;
        }
        digits += class == CLASS_DIGIT || text_is_fraction(code);
        i += length;
    }
    if (letters >= 2 && upper == letters)
        flags |= TEXT_UPPER;
    if (digits > 0 && (letters == 0 || has_number_form(token)))
        t->kind = TEXT_NUMBER;
    else if (letters > 0)
        t->kind = TEXT_WORD;
    else
        t->kind = first == CLASS_SYMBOL ? TEXT_SYMBOL : TEXT_PUNCT;
    t->flags = (uint8_t)flags;
    t->key = text_key(token);
}

static void give_out(splitter *s, size_t i)
{
    bool space = i + 1 == s->count || space_before(s, i + 1);
    if (s->tokens[i].end - s->tokens[i].start == 1 && first_byte(s, &s->tokens[i]) == '"')
        s->quoted = !s->quoted;
    text_token *t = &s->tokens[s->written++];
    *t = s->tokens[i];
    describe(s, t);
    if (space)
        t->flags |= TEXT_SPACE_AFTER;
}

static bool close_sentence(splitter *s)
{
    if (s->written == s->first)
        return true;
    text_sentence *out = array_push(&s->sentences, s->arena, s->error);
    if (!out)
        return false;
    text_token *last = &s->tokens[s->written - 1];
    last->flags |= TEXT_SPACE_AFTER;
    *out = (text_sentence){.start = s->tokens[s->first].start,
                           .end = last->end,
                           .first = (uint32_t)s->first,
                           .count = (uint32_t)(s->written - s->first),
                           .paragraph = (uint32_t)s->paragraph};
    s->first = s->written;
    s->opening = false;
    return true;
}

/* A rule of dashes or the like stands for itself. */
static bool is_ruler(const splitter *s, size_t i)
{
    slice token = bytes_of(s, &s->tokens[i]);
    if (token.len < SHORTEST_RULER || !memchr("-_=*", token.ptr[0], 4))
        return false;
    for (size_t k = 1; k < token.len; k++)
        if (token.ptr[k] != token.ptr[0])
            return false;
    return true;
}

static bool has_byte(slice token, char byte)
{
    return ascii_digit(token.ptr[0]) && memchr(token.ptr, byte, token.len) != NULL;
}

/* "10/26/2000 11:07 AM If Jeff": behind the head of a mail, whose line end is lost. */
static bool is_behind_stamp(const splitter *s, size_t i)
{
    if (i < 3 || s->written < s->first + 3)
        return false;
    slice half = bytes_of(s, &s->tokens[i - 1]);
    return (slice_is(half, "AM") || slice_is(half, "PM")) &&
           has_byte(bytes_of(s, &s->tokens[i - 2]), ':') &&
           has_byte(bytes_of(s, &s->tokens[i - 3]), '/') &&
           ascii_upper(first_byte(s, &s->tokens[i]));
}

/* Does a sentence begin at token `i` that no mark before it tells? */
static bool begins_unmarked(const splitter *s, size_t i)
{
    return i > 0 && s->written > s->first &&
           (is_ruler(s, i) || is_ruler(s, i - 1) || is_behind_stamp(s, i));
}

/* "Image: NAME" after a caption without a full stop. */
static bool is_credit(const splitter *s, size_t i)
{
    char b = first_byte(s, &s->tokens[i]);
    return (b == 'I' || b == 'P') && i + 2 < s->count &&
           text_is_credit(bytes_of(s, &s->tokens[i])) && first_byte(s, &s->tokens[i + 1]) == ':' &&
           !space_before(s, i + 1) && space_before(s, i + 2);
}

/* Puts an abbreviation's full stop back. */
static void give_back(splitter *s, size_t stop)
{
    text_token *t = &s->tokens[s->written - 1];
    bool space = stop + 1 == s->count || space_before(s, stop + 1);
    t->end = s->tokens[stop].end;
    describe(s, t);
    if (space)
        t->flags |= TEXT_SPACE_AFTER;
}

/* Token `i` and, where a sentence ends with it, what closes that. @return the next token, or 0
 * without memory. */
static size_t take(splitter *s, size_t i)
{
    bool ends = false;
    size_t next = i + 1;
    if (s->tokens[i].flags & MARK_STOP) {
        slice word = bytes_of(s, &s->tokens[i - 1]);
        ends = abbreviation_ends(s, i, text_abbreviation_of(word));
        if (!ends || is_upper_initials(word))
            give_back(s, i);
        else
            give_out(s, i);
        next = ends ? past_closers(s, i + 1) : i + 1;
    } else if (is_list_number(s, i)) {
        give_back(s, i);
    } else {
        if (is_terminator(s, &s->tokens[i])) {
            size_t past = past_closers(s, i + 1);
            ends = terminator_ends(s, i, past);
            next = ends ? past : i + 1;
        }
        give_out(s, i);
    }
    for (size_t k = i + 1; k < next; k++)
        give_out(s, k);
    return ends && !close_sentence(s) ? 0 : next;
}

chancery_status text_segment(slice text, arena *a, text_report *out, chancery_error *error)
{
    chancery_error own = {0};
    text_pieces pieces;
    error = error ? error : &own;
    chancery_status status = text_cut(text, a, &pieces, error);
    if (status != CHANCERY_OK)
        return status;
    splitter s = {.text = text,
                  .tokens = pieces.tokens.items,
                  .count = pieces.tokens.count,
                  .opening = true,
                  .arena = a,
                  .error = error};
    for (size_t i = 0; i < s.count;) {
        if (i > 0 && (s.tokens[i].flags & MARK_BREAK)) {
            if (!close_sentence(&s))
                return error->status;
            s.paragraph++;
            s.opening = true;
            s.quoted = false;
        }
        if ((is_credit(&s, i) || begins_unmarked(&s, i)) && !close_sentence(&s))
            return error->status;
        i = take(&s, i);
        if (i == 0)
            return error->status;
    }
    if (!close_sentence(&s))
        return error->status;
    out->tokens = s.tokens;
    out->token_count = s.written;
    out->sentences = s.sentences.items;
    out->sentence_count = s.sentences.count;
    out->paragraph_count = s.written > 0 ? s.paragraph + 1 : 0;
    return CHANCERY_OK;
}
