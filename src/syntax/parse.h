/* A parse under way: the stages after tagging and what they share.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 *     mend.c     tags put right, before phrases and after
 *     chunk.c    words -> noun phrases
 *     group.c    words -> verb groups
 *     join.c     phrases: possessors, prepositions, attachment, apposition, conjunction
 *     clause.c   one pass from left to right over phrases (place.c), groups and marks (marks.c): a
 *                stack of frames, each a clause that waits for its verb or has it (items.c)
 *     role.c     frames -> clauses: parents, subjects, spans, complements
 *
 * All indices are of words unless a name says otherwise; NONE is -1. */
#ifndef SYNTAX_PARSE_H
#define SYNTAX_PARSE_H

#include "syntax/inner.h"
#include "syntax/lists.h"

enum { NONE = -1, LOWER_BYTES = 24, STACK_MAX = 64 };

/* What a phrase is, for the rules. */
enum {
    PHRASE_TIME = 1 << 0,     /* "Monday", "last week", "14 February": an adverb by itself */
    PHRASE_NAME = 1 << 1,     /* its head is a proper noun */
    PHRASE_ROLE = 1 << 2,     /* has an office: "the Norwegian Minister" */
    PHRASE_PRONOUN = 1 << 3,  /* he, this */
    PHRASE_NUMBER = 1 << 4,   /* its head is a number */
    PHRASE_THERE = 1 << 5,    /* the "there" of "there is" */
    PHRASE_DEFINITE = 1 << 6, /* opens with a determiner */
    PHRASE_PERSON = 1 << 7,   /* an office and a name, or a pronoun of persons */
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
    int16_t auxiliary; /* that stands before its subject ("Did X sign"), or NONE */
    uint8_t form;      /* group_form */
    uint8_t tense;     /* syntax_tense */
    uint8_t passive, perfect, progressive, negated, copula;
    uint8_t does;   /* with "do" */
    unsigned flags; /* verb_flags */
} group;

/* A clause as it is built. A frame without a verb waits for one. */
typedef struct frame {
    int16_t group;     /* index, or NONE: waits */
    int16_t parent;    /* frame, or NONE */
    int16_t marker;    /* word */
    int16_t described; /* phrase */
    int16_t wait;      /* phrase that stands where a subject stands */
    int16_t time;      /* the same, of time: taken where there is nothing else */
    int16_t subject;   /* phrase */
    int16_t object, recipient;
    int16_t clause; /* index in the result, or NONE */
    uint16_t start; /* first word */
    uint8_t link;   /* syntax_link */
    bool gap;       /* a relative clause whose subject is what it describes */
    bool inverted;  /* the subject is yet to come: "said the minister" */
    bool comma;     /* was opened behind a comma */
    bool quoted;    /* was opened by a quotation mark */
    bool bracket;   /* was opened by a bracket */
    bool own_subject;
    bool noun;           /* hangs on a noun, not on the verb: "the refusal to pay" */
    bool reporting;      /* follows what it reports */
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
    const uint8_t *mark; /* [count] or NULL */
    const syntax_model *model;
    uint8_t *noun; /* [count] noun_flags of nouns */

    syntax_phrase *phrases; /* [count] */
    uint16_t *kinds;        /* [count] PHRASE_... */
    size_t phrase_count;
    int16_t *phrase_of; /* [count] */

    group *groups; /* [count] */
    size_t group_count;
    int16_t *group_of; /* [count] */

    frame *frames; /* [count + 1 + STACK_MAX] */
    size_t frame_count, frame_limit;
    int16_t stack[STACK_MAX];
    size_t depth;
    int16_t *owner;         /* [count] frame of each word, or NONE */
    oblique_item *obliques; /* [count] */
    size_t oblique_count;
    bool in_quote;
} parse;

static inline unsigned tag_at(const parse *p, size_t i)
{
    return i < p->count ? p->words[i].tag : (unsigned)SYNTAX_TAG_COUNT;
}

static inline bool tag_in(unsigned tag, uint64_t tags)
{
    return tag < SYNTAX_TAG_COUNT && (tags >> tag & 1);
}

#define NOUN_TAGS                                                                                  \
    (TAG_BIT(SYNTAX_NN) | TAG_BIT(SYNTAX_NNS) | TAG_BIT(SYNTAX_NNP) | TAG_BIT(SYNTAX_NNPS))
#define PROPER_TAGS    (TAG_BIT(SYNTAX_NNP) | TAG_BIT(SYNTAX_NNPS))
#define ADJECTIVE_TAGS (TAG_BIT(SYNTAX_JJ) | TAG_BIT(SYNTAX_JJR) | TAG_BIT(SYNTAX_JJS))
#define VERB_TAGS                                                                                  \
    (TAG_BIT(SYNTAX_VB) | TAG_BIT(SYNTAX_VBD) | TAG_BIT(SYNTAX_VBG) | TAG_BIT(SYNTAX_VBN) |        \
     TAG_BIT(SYNTAX_VBP) | TAG_BIT(SYNTAX_VBZ))
#define ADVERB_TAGS (TAG_BIT(SYNTAX_RB) | TAG_BIT(SYNTAX_RBR) | TAG_BIT(SYNTAX_RBS))
#define FINITE_TAGS                                                                                \
    (TAG_BIT(SYNTAX_VBD) | TAG_BIT(SYNTAX_VBP) | TAG_BIT(SYNTAX_VBZ) | TAG_BIT(SYNTAX_MD))
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

/** A full stop, colon, semicolon, dash with space around it, question mark ... */
bool is_break(const parse *p, size_t i);
bool is_sentence_end(const parse *p, size_t i);
bool is_dash(const parse *p, size_t i);

static inline int16_t phrase_at(const parse *p, size_t i)
{
    return i < p->count ? p->phrase_of[i] : NONE;
}

static inline int16_t group_at(const parse *p, size_t i)
{
    return i < p->count ? p->group_of[i] : NONE;
}

/** Before phrases: bare verbs and gerunds taken for nouns. */
void mend_tags(parse *p);

/** Behind lemmas: "agreed to exchange data", "accused of smuggling gold", where the word at `i`,
 * two or more from the beginning, was taken for a noun. @return whether its tag is another now. */
bool mend_behind_verb(parse *p, size_t i);

/** Behind join_phrases: past tenses taken for participles. */
void mend_participles(parse *p);

/** Whether the form can be a past tense as well as a participle. */
bool may_be_past(const parse *p, size_t i);

/** Whether behind `g` stands a finite verb without a subject of its own. */
bool finite_later(const parse *p, const group *g);
void make_past(parse *p, group *g);

/** Takes all memory of a parse, whose words have their tags; no word is in a phrase or group yet.
 */
chancery_status parse_prepare(parse *p, arena *a, chancery_error *error) CHANCERY_MUST_CHECK;

/** Sets out->phrase_of for all `count` words: those beyond the limit belong to no phrase. */
chancery_status spread_phrases(const parse *p, size_t count, arena *a, syntax_sentence *out,
                               chancery_error *error) CHANCERY_MUST_CHECK;

/** Adds the phrase of words [first, end) behind those that are there. */
void put_phrase(parse *p, size_t first, size_t end, size_t head);

/** The form that a verb's tag gives its group where no auxiliary says otherwise. */
group_form group_form_of(unsigned tag);

void chunk_phrases(parse *p);
void find_groups(parse *p);
void join_phrases(parse *p);
void build_frames(parse *p);

/** First word of a phrase with its possessors. */
size_t phrase_start(const parse *p, int16_t phrase);

/** Of coordinated or apposed phrases the first. */
int16_t phrase_top(const parse *p, int16_t phrase);

/** End of the noun phrase with all that is attached, conjoined or apposed to it. */
size_t complex_end(const parse *p, int16_t phrase);

/** The finite verb group that stands directly behind the noun phrase at word `i` (with what hangs
 * on the phrase, and an insertion between commas), or NONE. */
int16_t finite_behind(const parse *p, int16_t phrase);

/** Whether a clause with a subject of its own begins at word `i`. */
bool clause_ahead(const parse *p, size_t i);

chancery_status finish_clauses(parse *p, arena *a, syntax_sentence *out,
                               chancery_error *error) CHANCERY_MUST_CHECK;

#endif
