/* Closed lists that the rules need: what a verb takes, what a noun tells.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * Grammar only: which events a verb tells is the codebook's business. */
#ifndef SYNTAX_LISTS_H
#define SYNTAX_LISTS_H

#include "base/slice.h"

enum {
    VERB_SAYS = 1 << 0,     /* takes a content clause, with or without "that" */
    VERB_REPORTS = 1 << 1,  /* may follow what is said: "…, the minister said" */
    VERB_CONTROLS = 1 << 2, /* its object does what the infinitive says: "urged Fiji to leave" */
    VERB_OF_DOING = 1 << 3, /* its object does what the gerund says: "accused Fiji of leaving" */
    VERB_GIVES = 1 << 4,    /* takes two objects */
    VERB_TAKES_OF = 1 << 5, /* "of" after its object hangs on the verb: "accused Fiji of theft" */
    VERB_CALLS_ON =
        1 << 6,         /* who stands after "on", "upon" or "to" does what the infinitive says */
    VERB_BARE = 1 << 7, /* an infinitive without "to" follows its object: "let them leave" */
};

/** The flags of a verb's lemma, 0 where it has none. */
unsigned verb_flags(slice lemma);

enum {
    NOUN_TIME = 1 << 0,   /* "Monday", "today": an adverb of time by itself */
    NOUN_PERIOD = 1 << 1, /* "week": one with "last", "next", "this", a number ... */
    NOUN_MONTH = 1 << 2,
    NOUN_INTENT = 1 << 3, /* "the decision to" */
};

/** The flags of a noun by its folded form or lemma. */
unsigned noun_flags(slice word);

/** First word of a preposition of several words ("according to"), whose second word is `second`. */
bool is_long_preposition(slice first, slice second);

#endif
