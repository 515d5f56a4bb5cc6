/* A sentence on its way from a tree to clauses: what the files that make phrases, verb groups and
 * frames of it share with role.c, which makes the clauses.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * All indices are of words unless a name says otherwise; NONE is -1. */
#ifndef SYNTAX_PARSE_H
#define SYNTAX_PARSE_H

#include "syntax/inner.h"
#include "syntax/lists.h"

enum { NONE = -1, LOWER_BYTES = 24 };

/* What a phrase is, for the rules. */
enum {
    PHRASE_TIME = 1 << 0,  /* "Monday", "last week", "14 February": an adverb by itself */
    PHRASE_THERE = 1 << 1, /* the "there" of "there is" */
};

typedef enum group_form {
    GROUP_FINITE,
    GROUP_INFINITIVE, /* with "to" */
    GROUP_BARE,       /* VB without "to" */
    GROUP_GERUND,     /* VBG */
    GROUP_PARTICIPLE, /* VBN */
} group_form;

typedef struct group {
    uint16_t first, end; /* auxiliaries, adverbs and particle included */
    uint16_t verb;
    int16_t particle;
    int16_t modal;
    uint8_t form;  /* group_form */
    uint8_t tense; /* syntax_tense */
    uint8_t passive, perfect, progressive, negated, copula;
    unsigned flags; /* verb_flags */
} group;

/* A clause as it is built. */
typedef struct frame {
    int16_t group;     /* index */
    int16_t parent;    /* frame, or NONE */
    int16_t marker;    /* word */
    int16_t described; /* phrase */
    int16_t subject;   /* phrase */
    int16_t object, recipient;
    int16_t clause; /* index in the result, or NONE */
    uint8_t link;   /* syntax_link */
    bool gap;       /* a relative clause whose object is not what it describes */
    bool own_subject;
    bool noun;           /* hangs on a noun, not on the verb: "the refusal to pay" */
    bool reporting;      /* follows what it reports, or its subject stands behind it */
    int16_t preposition; /* before a gerund or a relative pronoun, or NONE */
} frame;

typedef struct oblique_item {
    int16_t frame;
    syntax_oblique oblique;
} oblique_item;

typedef struct parse {
    slice text;
    const text_token *tokens;
    syntax_word *words;
    size_t count; /* of words that are parsed, up to SYNTAX_MAX_WORDS */
    bool title;
    uint8_t *noun; /* [count] noun_flags of nouns */

    syntax_phrase *phrases; /* [count] */
    uint16_t *kinds;        /* [count] PHRASE_... */
    size_t phrase_count;
    int16_t *phrase_of; /* [count] */

    group *groups; /* [count] */
    size_t group_count;
    int16_t *group_of; /* [count] */

    frame *frames; /* [count] */
    size_t frame_count;
    int16_t *owner;         /* [count] frame of each word, or NONE */
    oblique_item *obliques; /* [count] */
    size_t oblique_count;
} parse;

static inline unsigned tag_at(const parse *p, size_t i)
{
    return i < p->count ? p->words[i].tag : (unsigned)SYNTAX_TAG_COUNT;
}

#define NOUN_TAGS                                                                                  \
    (TAG_BIT(SYNTAX_NN) | TAG_BIT(SYNTAX_NNS) | TAG_BIT(SYNTAX_NNP) | TAG_BIT(SYNTAX_NNPS))
#define PROPER_TAGS    (TAG_BIT(SYNTAX_NNP) | TAG_BIT(SYNTAX_NNPS))
#define ADJECTIVE_TAGS (TAG_BIT(SYNTAX_JJ) | TAG_BIT(SYNTAX_JJR) | TAG_BIT(SYNTAX_JJS))
#define VERB_TAGS                                                                                  \
    (TAG_BIT(SYNTAX_VB) | TAG_BIT(SYNTAX_VBD) | TAG_BIT(SYNTAX_VBG) | TAG_BIT(SYNTAX_VBN) |        \
     TAG_BIT(SYNTAX_VBP) | TAG_BIT(SYNTAX_VBZ))
#define ADVERB_TAGS   (TAG_BIT(SYNTAX_RB) | TAG_BIT(SYNTAX_RBR) | TAG_BIT(SYNTAX_RBS))
#define RELATIVE_TAGS (TAG_BIT(SYNTAX_WDT) | TAG_BIT(SYNTAX_WP))

/** The bytes of a word. */
slice form_at(const parse *p, size_t i);

/** Whether the word is `lower` (small letters), whatever its case. */
static inline bool word_is(const parse *p, size_t i, const char *lower);
bool lemma_is(const parse *p, size_t i, const char *lemma);

/** word_is where the first letters may agree; call word_is. */
bool word_is_whole(const parse *p, size_t i, const char *lower);

/* Most comparisons end at the first letter, so that is looked at without a call. */
static inline bool word_is(const parse *p, size_t i, const char *lower)
{
    return i < p->count && p->tokens[i].end > p->tokens[i].start &&
           ((p->text.ptr[p->tokens[i].start] ^ lower[0]) & ~0x20) == 0 &&
           word_is_whole(p, i, lower);
}

/** The word in small ASCII letters, cut to LOWER_BYTES. */
slice lower_at(const parse *p, size_t i, char out[LOWER_BYTES]);

bool is_comma(const parse *p, size_t i);
bool is_quote(const parse *p, size_t i);

/** A full stop, colon, semicolon, question mark ... */
bool is_break(const parse *p, size_t i);

/** A dash with space around it. */
bool is_dash(const parse *p, size_t i);

/** Takes all memory of a parse, whose words have their tags; no word is in a phrase or group yet.
 */
chancery_status parse_prepare(parse *p, arena *a, chancery_error *error) CHANCERY_MUST_CHECK;

/** Sets out->phrase_of for all `count` words: those beyond the limit belong to no phrase. */
chancery_status spread_phrases(const parse *p, size_t count, arena *a, syntax_sentence *out,
                               chancery_error *error) CHANCERY_MUST_CHECK;

/** Makes the clauses of the frames. */
chancery_status finish_clauses(parse *p, arena *a, syntax_sentence *out,
                               chancery_error *error) CHANCERY_MUST_CHECK;

#endif
