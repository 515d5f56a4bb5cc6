/* Text: bytes become a report; a report becomes sentences and tokens.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * UTF-8 is checked once, here, and trusted from then on. Tokens are cut in the treebanks' manner
 * (UD English: "don't" is do + n't, "China's" is China + 's, "China-Belgium" is China + - +
 * Belgium), starting from UAX #29 word boundaries, with exceptions trained on the treebanks'
 * training parts and written by hand. All offsets are bytes from the start of the text, half-open.
 */
#ifndef TEXT_TEXT_H
#define TEXT_TEXT_H

#include <stdbool.h>

#include "base/arena.h"
#include "chancery/reading.h"

/** No report is larger; a larger one is CHANCERY_E_LIMIT with a word on splitting it. */
#define TEXT_MAX_BYTES (64u << 20)

typedef enum text_token_kind {
    TEXT_WORD,   /* has a letter */
    TEXT_NUMBER, /* has a digit and no letter, but for an ordinal's or unit's: "1,700", "3.5",
                    "19th" */
    TEXT_PUNCT,
    TEXT_SYMBOL, /* $ % + and the like */
} text_token_kind;

enum {
    TEXT_CAPITAL = 1 << 0,     /* the first letter is upper case */
    TEXT_UPPER = 1 << 1,       /* two letters or more and all of them upper case: "UN", "U.S." */
    TEXT_SPACE_AFTER = 1 << 2, /* white space (or the end of the sentence) follows */
    TEXT_JOINED = 1 << 3, /* continues the word before it as part of one multiword token: the "n't"
                             of "don't", "'s" */
};

typedef struct text_token {
    uint64_t key; /* text_key of its bytes: equal for "Élysée", "ELYSEE" and "elysee" */
    uint32_t start;
    uint32_t end;
    uint8_t kind;  /* text_token_kind */
    uint8_t flags; /* TEXT_CAPITAL ... */
} text_token;

typedef struct text_sentence {
    uint32_t start; /* of its first token */
    uint32_t end;   /* of its last token */
    uint32_t first; /* index of its first token */
    uint32_t count; /* of tokens, at least 1 */
    uint32_t paragraph;
    bool title; /* the report's title line */
} text_sentence;

/** A report as it is read: `document.text` is the title line, then the body, furniture left out. */
typedef struct text_report {
    chancery_document document;     /* all but `sentences` filled; id last, by text_report_read */
    const text_sentence *sentences; /* [sentence_count] */
    size_t sentence_count;
    const text_token *tokens; /* [token_count] over all sentences, in order */
    size_t token_count;
    size_t paragraph_count;
    span dateline;    /* where the date of publication stands in the text, or {0, 0} */
    bool read;        /* false: in another language, so that nothing of it is read */
    bool day_first;   /* the report writes 5/6/2020 for the fifth of June; false where nothing shows
                         it */
    bool month_first; /* it writes 6/5/2020 for that day */
} text_report;

/** Fingerprints of languages. Opening them takes about 10 ms, far longer than using them, so
 * whoever reads many reports opens them once. Constant once open: any number of threads may share
 * them. */
typedef struct text_languages text_languages;

/** @param out  set only on success.
 *  @return CHANCERY_OK, _E_NOT_FOUND (libexttextcat's data is not installed), _E_MEMORY. */
chancery_status text_languages_open(text_languages **out,
                                    chancery_error *error) CHANCERY_MUST_CHECK;
void text_languages_close(text_languages *languages); /* NULL is harmless */

typedef struct text_options {
    slice name;      /* document.name */
    slice published; /* ISO date given by the caller, or empty: then a date line is looked for */
    const text_languages *languages; /* NULL: opened for each report that isn't plainly English */
    bool verbatim;                   /* every letter of the file: no furniture dropped, no language
                                        refused, no date line looked for */
} text_options;

/** Checks UTF-8 (RFC 3629: no surrogates, no overlong forms). @return CHANCERY_OK or _E_UTF8 with
 * error->offset. */
chancery_status text_check_utf8(slice bytes, chancery_error *error) CHANCERY_MUST_CHECK;

/** Makes a report of plain text.
 *  A byte order mark is dropped, CRLF becomes LF. The title is the first line where a blank line
 * follows (or a date line; or, where no blank line parts the text, a short first line above a
 * paragraph), unless it is a long sentence; a first line of page furniture that ends in the title
 * ("Home World TITLE") and a repeated title are dropped. A line of its own that is a date within
 * the first lines is the date of publication, also with a place or agency before it; "12 June 2024
 * (Agency) -" at the start of the body counts too. A `published` given in options wins.
 *  @param bytes   need not be UTF-8: that is what is checked.
 *  @param arena   receives everything; `out` borrows nothing of `bytes` or `options`.
 *  @return CHANCERY_OK, _E_UTF8 (error->offset; UTF-16 is recognised and named in the message),
 * _E_FORMAT (binary: has control bytes that no text has; or empty), _E_LIMIT, _E_MEMORY, _E_MISUSE
 * (options->published is no date). NUL bytes are kept as ordinary bytes in otherwise clean text. A
 * report in another language is CHANCERY_OK with `read` false. Threads: any. */
chancery_status text_report_read(slice bytes, const text_options *options, arena *arena,
                                 text_report *out, chancery_error *error) CHANCERY_MUST_CHECK;

/** Makes a report of a text that is no file: every byte of it stands in the report, where it stood;
 * no line of it is a title, and it is read whatever its language. Of the document only the text is
 * filled.
 *  @return CHANCERY_OK, _E_UTF8, _E_LIMIT, _E_MEMORY. */
chancery_status text_report_plain(slice text, arena *arena, text_report *out,
                                  chancery_error *error) CHANCERY_MUST_CHECK;

/** The id of a report: 'r' and the hash of its text, a NUL and its date of publication. `out` is in
 *  `arena`. @return CHANCERY_OK or _E_MEMORY. */
chancery_status text_report_id(const chancery_document *document, arena *arena, slice *out,
                               chancery_error *error) CHANCERY_MUST_CHECK;

/** Splits `text` (checked UTF-8) into sentences and tokens. Blank lines always end a sentence. An
 * abbreviation holds its full stop ("Inc."), but at a sentence's end that is a token of its own, as
 * in the treebanks; capital initials keep it there too ("U.S.").
 *  @param out  only the fields sentences, sentence_count, tokens, token_count, paragraph_count are
 * set.
 *  @return CHANCERY_OK, _E_LIMIT, _E_MEMORY. */
chancery_status text_segment(slice text, arena *arena, text_report *out,
                             chancery_error *error) CHANCERY_MUST_CHECK;

/** The key under which names and words are looked up: hash of the form with case folded, diacritics
 * and full-width forms folded, curly quotes straightened. */
uint64_t text_key(slice token);

/** As text_key but writes the folded form itself; out[] holds at least 4 * token.len + 1 bytes.
 * @return its length. */
size_t text_fold(slice token, char *out);

/** ISO 639-1 of the language that `text` is written in, or empty where that can't be told (too
 * short). English is told by its function words, scripts of one language by themselves, the rest by
 * libexttextcat's fingerprints, over at most the first 4 KiB. The result is a literal. Opens the
 * fingerprints where it needs them. */
slice text_language(slice text);

/** As text_language, with fingerprints that are open already. */
slice text_languages_tell(const text_languages *languages, slice text);

/** Reads an ISO date "2024", "2024-01", "2024-01-09". @return false if it isn't one or names an
 * impossible day. A part that isn't there is set to 0. */
bool text_iso_date(slice date, int *year, int *month, int *day);

/** Days of a month, 0 for no month. A year of 0 counts as a leap year. */
int text_month_days(int year, int month);

#endif
