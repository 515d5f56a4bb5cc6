/* What the files of the text room share with each other and with nobody else.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * The way of a text through the room:
 *
 *     bytes -> report.c (UTF-8, furniture, title, date) -> tokens.c (pieces) -> sentences.c (ends,
 * keys)
 *
 * tokens.c cuts every abbreviation's full stop off as a token of its own and marks it; sentences.c,
 * which sees what follows, puts it back unless a sentence ends there. */
#ifndef TEXT_INNER_H
#define TEXT_INNER_H

#include "base/array.h"
#include "text/text.h"

/* Marks that tokens.c leaves in text_token.flags for sentences.c, which clears them. */
enum {
    MARK_BREAK = 1 << 4, /* a new paragraph begins with this token */
    MARK_STOP = 1 << 5,  /* the full stop of the abbreviation before it */
    MARK_FACE = 1 << 6,  /* an emoticon */
    MARK_ALL = MARK_BREAK | MARK_STOP | MARK_FACE,
};

/** What a character is to the tokeniser. */
typedef enum text_class {
    CLASS_OTHER, /* control characters, unassigned: a token of their own */
    CLASS_SPACE,
    CLASS_LETTER,
    CLASS_MARK, /* continues what it follows: combining marks, joiners, soft hyphen */
    CLASS_DIGIT,
    CLASS_PUNCT,
    CLASS_SYMBOL,
} text_class;

/** Decodes the character at `p`; the text is checked UTF-8. @return its length in bytes. */
static inline size_t text_decode(const char *p, uint32_t *code)
{
    unsigned char a = (unsigned char)p[0];
    if (a < 0x80) {
        *code = a;
        return 1;
    }
    unsigned b = (unsigned char)p[1] & 0x3f;
    if (a < 0xe0) {
        *code = (a & 0x1fu) << 6 | b;
        return 2;
    }
    unsigned c = (unsigned char)p[2] & 0x3f;
    if (a < 0xf0) {
        *code = (a & 0x0fu) << 12 | b << 6 | c;
        return 3;
    }
    *code = (a & 0x07u) << 18 | b << 12 | c << 6 | ((unsigned char)p[3] & 0x3f);
    return 4;
}

extern const uint8_t text_ascii_classes[128];
text_class text_class_beyond_ascii(uint32_t code);
bool text_is_upper_beyond_ascii(uint32_t code);
bool text_is_lower(uint32_t code);
bool text_is_fraction(uint32_t code); /* a number that is no digit: one half, superscript two */

/** The length of the well-formed UTF-8 character at `p`, or 0 where there is none. */
size_t text_utf8_length(const char *p, const char *end);

static inline text_class text_class_of(uint32_t code)
{
    return code < 0x80 ? (text_class)text_ascii_classes[code] : text_class_beyond_ascii(code);
}

/** Upper or title case. */
static inline bool text_is_upper(uint32_t code)
{
    return code < 0x80 ? code >= 'A' && code <= 'Z' : text_is_upper_beyond_ascii(code);
}

static inline bool ascii_space(char c)
{
    return !(c & 0x80) && text_ascii_classes[(unsigned char)c] == CLASS_SPACE;
}

static inline bool ascii_digit(char c)
{
    return c >= '0' && c <= '9';
}

static inline bool ascii_upper(char c)
{
    return c >= 'A' && c <= 'Z';
}

static inline bool ascii_lower(char c)
{
    return c >= 'a' && c <= 'z';
}

static inline bool ascii_letter(char c)
{
    return ascii_lower((char)(c | 0x20));
}

static inline char ascii_fold(char c)
{
    return ascii_upper(c) ? (char)(c | 0x20) : c;
}

/* Word lists: words.c. */

typedef enum text_abbreviation {
    ABBREVIATION_NONE,
    ABBREVIATION_TITLE,  /* something always follows: "Mr." never ends a sentence */
    ABBREVIATION_NUMBER, /* an abbreviation only where a number follows: "No. 7" */
    ABBREVIATION_WORD,   /* may end one: "Inc.", "Jan.", "p.m." */
} text_abbreviation;

/** What `word` (without its full stop) is as an abbreviation, by the list or by its form ("U.S",
 * "J"). */
text_abbreviation text_abbreviation_of(slice word);

bool text_is_hyphen_prefix(slice word); /* "non", "co": "non-members" is one word */
bool text_is_hyphen_suffix(slice word); /* "wise", "esque" */
bool text_is_unit(slice letters);       /* "km", "pm": "5km" is 5 + km */
bool text_is_money_unit(slice letters); /* "m", "bn" after a currency sign */
bool text_is_currency(slice letters);   /* "USD": "USD400" is USD + 400 */
bool text_is_credit(slice word);        /* "Image": "Image: NAME" stands for itself */
bool text_is_starter(slice word); /* a capitalised word that mostly stands first in its sentence */
bool text_is_speech_verb(slice word);  /* "said": '"Why?" Smith said' goes on */
bool text_is_top_domain(slice label);  /* "com" */
bool text_is_elision(slice word);      /* "em", "til" after an apostrophe */
bool text_is_english_word(slice word); /* a function word of English only: "the" */
bool text_is_foreign_word(slice word); /* one of another language: "und" */
size_t text_fused_cut(slice word);     /* where "cannot" or "dont" is cut, or 0 */

bool text_words_sorted(void); /* for the tests: all lists are in byte order */

/** Cuts `text` into tokens without sentences. */
typedef struct text_pieces {
    ARRAY(text_token) tokens;
} text_pieces;

chancery_status text_cut(slice text, arena *a, text_pieces *out,
                         chancery_error *error) CHANCERY_MUST_CHECK;

#endif
