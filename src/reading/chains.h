/* Chains: what the parts of that stage share.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * A chain is all that means one entity or person in a report. A walk goes through the report once,
 * token by token, and keeps who was spoken of. It decides whom a word means, for the chains and
 * (mentions.c) for who acts in an event:
 *
 *     chains.c          entities, the walk, names (with capitals that act)
 *     chains_clauses.c  the clause around a word, its subject, what is joined by "and"
 *     chains_pronouns.c he, she, it, they
 *     chains_titles.c   "the minister", "his Belgian counterpart", what stands beside a name
 *     chains_bodies.c   "the kingdom", "the bloc", "his country"
 *     chains_facts.c    which states and organisations a description fits
 *     chains_groups.c   "both sides", "the two leaders"
 *     chains_pairs.c    "each other", "the former", "the latter"
 *     chains_quotes.c   I, we: who is quoted or issues the report
 *
 * A phrase must mean somebody who is named, and what is doubtful is left out. */
#ifndef READING_CHAINS_H
#define READING_CHAINS_H

#include "reading/internal.h"

enum {
    CHAINS_MAX_SIDES = 8,    /* of a group */
    CHAINS_WINDOW = 96,      /* so many who were spoken of last are looked at for a title */
    CHAINS_MAX_DISTANCE = 3, /* in sentences, of what a pronoun means */
};

/** Who: an index of units, or from CHAINS_GROUP of groups, or from CHAINS_OTHER somebody without a
 * name, by token. */
#define CHAINS_GROUP  UINT32_C(0x40000000)
#define CHAINS_OTHER  UINT32_C(0x80000000)
#define CHAINS_NOBODY UINT32_MAX

/** An entity or a person of the reading. */
typedef struct chains_unit {
    int32_t person; /* index in people, or -1 */
    int32_t entity; /* index in entities, or -1 */
    uint32_t entry; /* of the knowledge base, of an entity */
    bool state;     /* a state itself, not a body of it */
    char gender;    /* of a person; a pronoun may tell it */
    slice code;
} chains_unit;

/** Several who are spoken of together. */
typedef struct chains_group {
    uint32_t sides[CHAINS_MAX_SIDES]; /* units */
    uint32_t count;
} chains_group;

/** Somebody who was spoken of. */
typedef struct chains_seen {
    uint32_t who;
    uint32_t token;
    uint32_t sentence;
    uint64_t head;  /* key of the last word of a phrase without a name, or 0 */
    slice code;     /* of somebody without a name */
    bool person;    /* one person */
    bool body;      /* one state or organisation */
    bool subject;   /* of a clause */
    bool adjective; /* "Belgian" */
    bool place;     /* where something happens */
    char gender;
} chains_seen;

struct chains_stage {
    reading_state *r;
    ARRAY(chains_unit) units; /* entities, then people */
    uint32_t first_person;    /* unit of the first one */
    ARRAY(chains_group) groups;
    ARRAY(chains_seen) seen; /* in order */
    uint32_t *who_at; /* [token_count] whom a name, a pronoun or the phrase with that head means */
    int32_t *office_at; /* [token_count] person whose office is told by the token, or -1 */
    int32_t *quote_at;  /* [token_count] quotation in which the token stands, or -1 */
    chancery_why why;   /* of the answer that was found last */
    uint32_t sentence;  /* where the walk is */
    const syntax_sentence *s;
    const text_sentence *t;
};

static inline uint32_t chains_token(const chains_stage *c, size_t word)
{
    return c->t->first + (uint32_t)word;
}

static inline bool chains_is_unit(uint32_t who)
{
    return who < CHAINS_GROUP;
}

static inline bool chains_is_group(uint32_t who)
{
    return who >= CHAINS_GROUP && who < CHAINS_OTHER;
}

bool chains_is_person(const chains_stage *c, uint32_t who);
bool chains_is_body(const chains_stage *c, uint32_t who);

/** Makes the stage; it stays for reading_chains. @return CHANCERY_OK, _E_LIMIT, _E_MEMORY. */
chancery_status chains_open(reading_state *r, chains_stage **out) CHANCERY_MUST_CHECK;

/** Finds whom the words of a sentence mean; sentences are taken in order. */
chancery_status chains_walk(chains_stage *c, uint32_t sentence) CHANCERY_MUST_CHECK;

/** The person whose name stands in the phrase, or else in one beside it; or -1. */
int32_t chains_named(const chains_stage *c, int16_t phrase);

/** Adds the tokens to the mentions of a unit, or of all sides of a group; nobody else has any. */
chancery_status chains_link(chains_stage *c, uint32_t who, uint32_t token, uint32_t count,
                            chancery_how how) CHANCERY_MUST_CHECK;

/** chains_link of a phrase with its possessor; also fills who_at of its head. */
chancery_status chains_link_phrase(chains_stage *c, uint32_t who, int16_t phrase,
                                   chancery_how how) CHANCERY_MUST_CHECK;

/** Says that `who` is spoken of at a token. */
chancery_status chains_see(chains_stage *c, uint32_t who, uint32_t token) CHANCERY_MUST_CHECK;

/** The state with this code that was spoken of last, or CHAINS_NOBODY. */
uint32_t chains_state(const chains_stage *c, slice code);

/** The smallest clause around a word, or -1; a subject's is its own. *subject: whether the word's
 * phrase is the subject. */
int16_t chains_clause(const chains_stage *c, size_t word, bool *subject);

/** Whom a clause's subject means, as far as the walk has come; several that are joined are a
 * group. */
chancery_status chains_subject(chains_stage *c, int16_t clause, uint32_t *who) CHANCERY_MUST_CHECK;

/** Whom the subject of the nearest clause above means that has one. */
chancery_status chains_governor(chains_stage *c, int16_t clause, uint32_t *who) CHANCERY_MUST_CHECK;

/** Whether the phrase is a subject, and whether it is what is said to be somebody ("is the
 * minister", "as president"). */
bool chains_is_subject(const chains_stage *c, int16_t phrase);
bool chains_is_predicate(const chains_stage *c, int16_t phrase);

/** All that are joined to the phrase by "and": a group where each is known, else nobody. */
chancery_status chains_joined(chains_stage *c, int16_t phrase, uint32_t *who) CHANCERY_MUST_CHECK;

/** Puts a side where it belongs by number, where there is room. False where it is in it already. */
bool chains_add_side(chains_group *group, uint32_t who);

/** Whether somebody is `of`, or one side of that group. */
bool chains_is_side(const chains_stage *c, uint32_t who, uint32_t of);

/** The group of these units, a new one where there was none. */
chancery_status chains_make_group(chains_stage *c, const chains_group *group,
                                  uint32_t *who) CHANCERY_MUST_CHECK;

/** Pronouns of the third person. @return CHANCERY_OK, _E_LIMIT, _E_MEMORY, as all of these. */
chancery_status chains_pronoun(chains_stage *c, size_t word) CHANCERY_MUST_CHECK;

/** Descriptions and titles of one person. *taken: whether the phrase is one, known or not. */
chancery_status chains_title(chains_stage *c, int16_t phrase, bool *taken) CHANCERY_MUST_CHECK;

/** Descriptions of a state or an organisation. */
chancery_status chains_body(chains_stage *c, int16_t phrase) CHANCERY_MUST_CHECK;

/** "both sides", "the two leaders". *taken: whether the phrase means a group, known or not. */
chancery_status chains_several(chains_stage *c, int16_t phrase, bool *taken) CHANCERY_MUST_CHECK;

/** "each other", "the former", "the latter", at their first or their only word. */
chancery_status chains_pairs(chains_stage *c, size_t word) CHANCERY_MUST_CHECK;

/** How many a phrase says that a group has ("both", "the [three] ministers"), or 0. */
uint32_t chains_group_size(const chains_stage *c, int16_t phrase);

/** I and we, once statements are known; and fills quote_at before that. */
chancery_status chains_first_person(chains_stage *c) CHANCERY_MUST_CHECK;
chancery_status chains_find_quotes(chains_stage *c) CHANCERY_MUST_CHECK;

/** How well words fit a unit. */
typedef enum chains_fit {
    CHAINS_UNFIT,
    CHAINS_MAYBE, /* "the country": any state */
    CHAINS_FITS,  /* "the kingdom": this one is */
} chains_fit;

/** Whether a word is one that states or organisations are described by. */
bool chains_describes(slice lemma);

/** @param word  the head. @param kinds  words before it, [count] tokens from `first`. */
chains_fit chains_fits(const chains_stage *c, const chains_unit *unit, slice word, uint32_t first,
                       uint32_t count);

/** Whether the slice is the word, and one of the words, by ASCII letters of any case; a NULL ends
 * the list. */
bool chains_is(slice word, const char *other);
bool chains_one_of(slice word, const char *const *list);

#endif
