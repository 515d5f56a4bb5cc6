/* Closed lists that the rules need: what a verb takes, what a noun tells.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * Grammar only: which events a verb tells is the codebook's business. */
#ifndef SYNTAX_LISTS_H
#define SYNTAX_LISTS_H

#include "base/slice.h"

enum {
    VERB_SAYS = 1 << 0,      /* takes a content clause, with or without "that" */
    VERB_REPORTS = 1 << 1,   /* may follow what is said: "…, the minister said" */
    VERB_ADDRESSES = 1 << 2, /* takes a hearer before the content: "told Norway that" */
    VERB_CONTROLS = 1 << 3,  /* its object does what the infinitive says: "urged Fiji to leave" */
    VERB_OF_DOING = 1 << 4,  /* its object does what the gerund says: "accused Fiji of leaving" */
    VERB_GIVES = 1 << 5,     /* takes two objects */
    VERB_TAKES_OF = 1 << 6,  /* "of" after its object hangs on the verb: "accused Fiji of theft" */
    VERB_CALLS_ON =
        1 << 7,         /* who stands after "on", "upon" or "to" does what the infinitive says */
    VERB_BARE = 1 << 8, /* an infinitive without "to" follows its object: "let them leave" */
    VERB_INFINITIVE = 1 << 9, /* "to" behind it opens an infinitive rather than governs a noun */
};

/** The flags of a verb's lemma, 0 where it has none. */
unsigned verb_flags(slice lemma);

enum {
    NOUN_TIME = 1 << 0,   /* "Monday", "today": an adverb of time by itself */
    NOUN_PERIOD = 1 << 1, /* "week": one with "last", "next", "this", a number ... */
    NOUN_MONTH = 1 << 2,
    NOUN_ROLE = 1 << 3,      /* an office or function of a person: "minister" */
    NOUN_PORTFOLIO = 1 << 4, /* what a minister is for: "Foreign Affairs" */
    NOUN_CONTENT = 1 << 5,   /* "the claim that" */
    NOUN_INTENT = 1 << 6,    /* "the decision to" */
};

/** The flags of a noun by its folded form or lemma. */
unsigned noun_flags(slice word);

/** "because", "if": opens a clause where one follows. */
bool is_subordinator(slice word);

/** A preposition that makes a noun phrase a part of the noun phrase before it when the noun before
 * is no name: "talks with", "visit to"; not "in" or "after". */
bool joins_nouns(slice preposition);

/** Present and past participles that stand for prepositions: "including", "regarding". */
bool is_participle_preposition(slice word);

/** First word of a preposition of several words ("according to"), whose second word is `second`. */
bool is_long_preposition(slice first, slice second);

/** Words before a number: "about", "nearly", "over". */
bool is_approximation(slice word);

/** Adjectives in -ed that say the same as the passive of their verb: "committed". */
bool is_passive_adjective(slice word);

#endif
