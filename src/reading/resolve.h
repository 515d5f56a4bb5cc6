/* Resolve: the inner parts of reading_resolve, which says who a short phrase means.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * A phrase goes through three files:
 *
 *     resolve_items.c   tokens -> items: names, offices, words for agents, people, other words
 *     resolve_people.c  a person by name and day -> state and sector
 *     resolve.c         items -> the head, the state, the sector, and why
 *
 * resolve_words.c holds the closed classes of words that steer the choice. Who and what a name is
 * stands in the data. */
#ifndef READING_RESOLVE_H
#define READING_RESOLVE_H

#include "reading/people.h"

/** What a word does to a phrase. */
enum {
    RESOLVE_OF = 1 << 0,      /* a preposition that hands on: of, for */
    RESOLVE_IN = 1 << 1,      /* one that says where or whence: in, from, at */
    RESOLVE_AGAINST = 1 << 2, /* one that names the other side, or something else: to, against */
    RESOLVE_STOP = 1 << 3,    /* ends a phrase: a comma, who, which */
    RESOLVE_GENERAL = 1 << 4, /* takes its sector from its neighbour: spokesman, leader, group */
    RESOLVE_AMOUNT = 1 << 5,  /* stands for what follows "of": hundreds, one, crowd */
    RESOLVE_REALM = 1 << 6,   /* the kingdom, city, province of somewhere */
    RESOLVE_GROUND = 1 << 7,  /* a piece of a state: border, coast */
    RESOLVE_RULING = 1 << 8,
    RESOLVE_FORMER = 1 << 9,
    RESOLVE_ACROSS = 1 << 10,  /* of no one state: international, pan-African */
    RESOLVE_GENERIC = 1 << 11, /* nobody without a state: people, men, expert */
    RESOLVE_AID = 1 << 12,
    RESOLVE_BACKED = 1 << 13, /* behind "X-": that X is another: backed, born */
    RESOLVE_ETHNIC = 1 << 14, /* before or behind a people's name it is no citizenship */
    RESOLVE_KIN = 1 << 15,
    RESOLVE_DASH = 1 << 16,
    RESOLVE_OWNS = 1 << 17, /* 's */
    RESOLVE_HONORIFIC = 1 << 18,
    RESOLVE_GIVEN = 1 << 19,
    RESOLVE_FUNCTION = 1 << 20,
    RESOLVE_WHO = 1 << 21,      /* a noun for a person: novelist */
    RESOLVE_MOVEMENT = 1 << 22, /* across borders it is an ISM */
    RESOLVE_FOLLOWER = 1 << 23, /* is for somebody, but none of theirs: supporters */
    RESOLVE_CAPITAL = 1 << 24,
    RESOLVE_THING = 1 << 26,      /* a name that ends in it is no actor's: "Korean War" */
    RESOLVE_LOYAL = 1 << 27,      /* hands on by "to": loyal, an aide */
    RESOLVE_FROM_STATE = 1 << 25, /* an office that only a part of a federation has: governor */
};

typedef enum resolve_kind {
    RESOLVE_WORD,
    RESOLVE_NAME,
    RESOLVE_AGENT, /* a word for agents, a title of office, or both */
    RESOLVE_PERSON,
} resolve_kind;

typedef struct resolve_item {
    uint32_t first; /* token */
    uint32_t count;
    uint32_t flags; /* RESOLVE_OF ... of its first or only word */
    resolve_kind kind;
    uint32_t entry; /* of a name */
    kb_name_kind name_kind;
    kb_kind entry_kind;
    slice code;   /* of a name */
    slice sector; /* of a name, agent or office */
    kb_rank rank; /* KB_RANK_NONE: no office */
    bool plural;
    bool former; /* "ex-" before it */
    bool other;  /* a name that is not theirs who act: "US-backed" */
} resolve_item;

enum { RESOLVE_MAX_ITEMS = 96, RESOLVE_MAX_HITS = 24 };

typedef struct resolve_line {
    const reading_engine *engine;
    slice text;
    text_token *tokens; /* [token_count] a copy whose case may have been mended */
    uint32_t token_count;
    kb_date date;
    bool lower; /* the line has no capitals: names were guessed */
    bool upper; /* it is all capitals */
    resolve_item items[RESOLVE_MAX_ITEMS];
    uint32_t count;
} resolve_line;

enum { RESOLVE_SLOTS = 2048 };

/** The flags of words under their keys, open-addressed; a free slot has no flags. */
typedef struct resolve_lexicon {
    struct {
        uint64_t key;
        uint32_t flags;
    } slots[RESOLVE_SLOTS];
} resolve_lexicon;

/** Puts the listed words into a lexicon. */
void resolve_words_fill(resolve_lexicon *lexicon);

/** The flags of a token, its given name and honorifics included. */
uint32_t resolve_word_flags(const resolve_line *l, const text_token *token);

/** Cuts the line into items. */
void resolve_cut(resolve_line *l);

/** The words of an item as the line has them. */
slice resolve_item_text(const resolve_line *l, const resolve_item *item);

/** What is known of a person on the day. */
typedef struct resolve_person {
    uint32_t entry;
    kb_term term;  /* the office; title empty where none is known by then */
    bool holds;    /* on the day */
    bool is_later; /* no office until after the day */
} resolve_person;

/** Who an item of kind RESOLVE_PERSON is.
 *  @param code whose he or she is by the words around, or empty.
 *  @param rank of the title beside the name, or KB_RANK_NONE. @return false where nobody suits. */
bool resolve_who(const resolve_line *l, const resolve_item *item, slice code, kb_rank rank,
                 resolve_person *out);

#endif
