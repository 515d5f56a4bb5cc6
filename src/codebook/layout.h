/* Layout of the codebook's container, shared by its compiler and its reader.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 *     "strings"  bytes        all names, one behind the other
 *     "frames"   layout_frame one's own before the others, else in the order of the text: of two
 *                             equal matches the first wins
 *     "preds"    layout_predicate sorted by kind, key, one's own, conditions (most first), frame
 *     "keys"     uint64       lists of word keys and codes that the other records refer to
 *     "tests"    layout_test  `not` and `only` of frames
 *     "types"    layout_type  types (mode empty), each with its modes behind it
 *     "contexts" layout_context sorted by key
 *     "reports"  layout_report  reporting verbs sorted by key
 *     "control"  uint64       verbs whose object acts in the infinitive below, sorted
 *     "text"     bytes        the files as they are, so that one's own can be compiled over them
 *     "files"    layout_file  their names and where they lie in "text" */
#ifndef CODEBOOK_LAYOUT_H
#define CODEBOOK_LAYOUT_H

#include "codebook/codebook.h"

#define LAYOUT_KIND "CODE"
enum { LAYOUT_VERSION = 5 };

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
    LAYOUT_MUST,       /* a content clause with "must", "should", "has to" … */
    LAYOUT_BARE,       /* a content clause whose verb has no tense: "insist that A withdraw" */
    LAYOUT_ACTIVE,
    LAYOUT_PASSIVE,
    LAYOUT_AGENTLESS, /* passive, and nobody stands after "by" */
    LAYOUT_ALONE,     /* no object */
    LAYOUT_PLAIN,     /* nothing said of the object behind it: not "called the plan a mistake" */
} layout_condition;

/** Whether a condition asks for a clause that hangs on the predicate. */
static inline bool layout_hangs(uint8_t condition)
{
    return condition >= LAYOUT_INFINITIVE && condition <= LAYOUT_BARE;
}

/** Where the word of a test stands. */
typedef enum layout_where {
    LAYOUT_AT_SUBJECT, /* head of the surface subject, or of one joined to it */
    LAYOUT_AT_OBJECT,  /* of the object; of a passive: the subject */
    LAYOUT_AT_BY,      /* of what stands after "by" */
    LAYOUT_AT_OBLIQUE, /* of what stands after one of the prepositions */
    LAYOUT_AT_OWNER,   /* of the possessor of the noun, or of the object */
    LAYOUT_AT_BEFORE,  /* in the noun's own phrase (or the object's), before its head */
    LAYOUT_AT_CLAUSE,  /* anywhere in the clause */
    LAYOUT_WHERE_COUNT,
} layout_where;

typedef struct layout_text {
    uint32_t offset;
    uint32_t length;
} layout_text;

typedef struct layout_list {
    uint32_t first; /* in the section that the list is of */
    uint32_t count;
} layout_list;

/** Who may stand in a role. */
typedef struct layout_who {
    layout_list codes; /* in "keys" */
    layout_list but;
    uint8_t kinds, but_kinds; /* CODEBOOK_KIND_… */
    uint8_t rule;             /* codebook_rule */
    uint8_t padding;
} layout_who;

typedef struct layout_frame {
    uint64_t actor_prepositions[CODEBOOK_MAX_PREPOSITIONS];
    uint64_t recipient_prepositions[CODEBOOK_MAX_PREPOSITIONS];
    double confidence;
    layout_text name, event, mode, contexts;
    layout_text other_event, other_mode; /* `otherwise` */
    layout_who actor, recipient;
    layout_list tests; /* in "tests" */
    uint32_t file;     /* in "files" */
    uint32_t line;     /* of its head */
    uint8_t actor_places[CODEBOOK_MAX_PLACES];
    uint8_t recipient_places[CODEBOOK_MAX_PLACES];
    uint8_t inner;
    uint8_t together, actor_needed, recipient_needed, statement, single;
    uint8_t own; /* of one's own, and new: tried before the others */
    uint8_t padding[5];
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
    uint8_t own;
    layout_list nouns;             /* heads of the object; empty: any or none */
    layout_list prepositions;      /* one must be there; empty: none needed */
    layout_list preposition_nouns; /* head behind that preposition; empty: any */
    layout_list inner;             /* verbs of the clause that hangs on it; empty: any */
} layout_predicate;

typedef struct layout_test {
    layout_list words;        /* in "keys" */
    layout_list prepositions; /* of LAYOUT_AT_OBLIQUE */
    uint8_t where;            /* layout_where */
    uint8_t only;             /* one must stand there; else none may */
    uint8_t padding[6];
} layout_test;

typedef struct layout_type {
    double scale;
    layout_text event, mode;
    uint32_t quad;
    uint32_t frames; /* how many there are */
} layout_type;

typedef struct layout_context {
    uint64_t key;   /* of all its words, layout_join */
    uint64_t first; /* of its first word */
    layout_text name;
    uint32_t order; /* of the context in the text */
    uint16_t words;
    uint16_t silent; /* a sentence that speaks of it gives no events */
} layout_context;

typedef struct layout_report {
    uint64_t key;
    uint64_t particle; /* of "call for": the preposition or particle; 0: none needed */
    uint32_t says;     /* CODEBOOK_SAYS_… */
    uint32_t padding;
} layout_report;

typedef struct layout_file {
    layout_text name; /* in "strings" */
    uint64_t offset;  /* in "text" */
    uint64_t length;
    uint32_t layer;
    uint32_t padding;
} layout_file;

/** A code or sector of three letters as a number. */
static inline uint64_t layout_code(slice code)
{
    uint64_t packed = 0;
    for (size_t i = 0; i < code.len && i < 8; i++)
        packed = packed << 8 | (unsigned char)code.ptr[i];
    return packed;
}

/** The key of several words in a row. */
static inline uint64_t layout_join(uint64_t left, uint64_t right)
{
    return (left ^ (left >> 29)) * UINT64_C(0x9E3779B97F4A7C15) + right;
}

#endif
