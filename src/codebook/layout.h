/* Layout of the codebook's container, shared by its compiler and its reader.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 *     "strings"  bytes        all names, one behind the other
 *     "frames"   layout_frame in the order of the text: of two equal matches the first wins
 *     "preds"    layout_predicate sorted by kind, key, conditions (most first), frame
 *     "keys"     uint64       lists of word keys that predicates refer to
 *     "types"    layout_type  types (mode empty) and modes with their quad code and scale
 *     "contexts" layout_context sorted by key
 *     "reports"  layout_report  reporting verbs sorted by key */
#ifndef CODEBOOK_LAYOUT_H
#define CODEBOOK_LAYOUT_H

#include "codebook/codebook.h"

#define LAYOUT_KIND "CODE"
enum { LAYOUT_VERSION = 4 };

/** Longest multiword noun or context entry, in words. */
enum { LAYOUT_MAX_WORDS = 3 };

typedef enum layout_predicate_kind {
    LAYOUT_VERB,
    LAYOUT_NOUN,
    LAYOUT_ADJECTIVE,
} layout_predicate_kind;

typedef enum layout_condition {
    LAYOUT_ANY,
    LAYOUT_INFINITIVE, /* an infinitive hangs on it */
    LAYOUT_THAT,       /* a content clause hangs on it */
    LAYOUT_FUTURE,     /* a content clause with will or would, or an infinitive */
    LAYOUT_GERUND,     /* a gerund hangs on it */
    LAYOUT_ACTIVE,
    LAYOUT_PASSIVE,
    LAYOUT_ALONE, /* no object */
    LAYOUT_PLAIN, /* nothing said of the object behind it: not "called the plan a mistake" */
} layout_condition;

typedef struct layout_text {
    uint32_t offset;
    uint32_t length;
} layout_text;

typedef struct layout_list {
    uint32_t first; /* in section "keys" */
    uint32_t count;
} layout_list;

typedef struct layout_frame {
    uint64_t actor_prepositions[CODEBOOK_MAX_PREPOSITIONS];
    uint64_t recipient_prepositions[CODEBOOK_MAX_PREPOSITIONS];
    double confidence;
    layout_text name, event, mode, contexts;
    layout_text file; /* without its folder */
    uint32_t line;    /* of its head */
    uint8_t actor_places[CODEBOOK_MAX_PLACES];
    uint8_t recipient_places[CODEBOOK_MAX_PLACES];
    uint8_t inner;
    uint8_t together, actor_needed, recipient_needed, statement, single;
    uint8_t padding[2];
} layout_frame;

typedef struct layout_predicate {
    uint64_t key;                          /* of the lemma (of the last word of a noun) */
    uint64_t before[LAYOUT_MAX_WORDS - 1]; /* words right before a noun, nearest first; 0 ends */
    uint64_t object_before[LAYOUT_MAX_WORDS - 1]; /* the same before the object's head */
    uint64_t behind_before[LAYOUT_MAX_WORDS - 1]; /* and before the head behind a preposition */
    uint64_t particle;                            /* or 0 */
    uint32_t frame;
    uint8_t kind;       /* layout_predicate_kind */
    uint8_t condition;  /* layout_condition */
    uint8_t conditions; /* how many parts must hold */
    uint8_t padding;
    layout_list nouns;             /* heads of the object; empty: any or none */
    layout_list prepositions;      /* one must be there; empty: none needed */
    layout_list preposition_nouns; /* head behind that preposition; empty: any */
} layout_predicate;

typedef struct layout_type {
    double scale;
    layout_text event, mode;
    uint32_t quad;
    uint32_t padding;
} layout_type;

typedef struct layout_context {
    uint64_t key;   /* of all its words, layout_join */
    uint64_t first; /* of its first word */
    layout_text name;
    uint32_t order; /* of the context in the text */
    uint32_t words;
} layout_context;

typedef struct layout_report {
    uint64_t key;
    uint64_t particle; /* of "call for": the preposition or particle; 0: none needed */
    uint32_t says;     /* CODEBOOK_SAYS_… */
    uint32_t padding;
} layout_report;

/** The key of several words in a row. */
static inline uint64_t layout_join(uint64_t left, uint64_t right)
{
    return (left ^ (left >> 29)) * UINT64_C(0x9E3779B97F4A7C15) + right;
}

#endif
