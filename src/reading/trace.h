/* Trace: what the stage of events tried, and why nothing came of it.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * A recorder that a reading may be given. Normal reading has none, pays a test of a pointer a match
 * for it, and gives the same reading. The tries of a sentence stand in the order in which they were
 * made: frames of verbs, then those of nouns, each word's best first. */
#ifndef READING_TRACE_H
#define READING_TRACE_H

#include "base/array.h"
#include "reading/reading.h"

/** The first reason why a frame gave no event. */
typedef enum reading_reason {
    READING_TOLD,         /* it gave one */
    READING_JOINED,       /* it tells one again that stands already */
    READING_BETTER,       /* a frame of the same word gave one before */
    READING_LIGHT_VERB,   /* the verb's frame told the noun: "launched an attack" */
    READING_BELOW,        /* what is promised is told by the clause below */
    READING_NO_ACTOR,     /* nobody who acts is known */
    READING_NO_RECIPIENT, /* nobody to whom it is done */
    READING_ONE_STATE,    /* only one state, where it takes two */
    READING_TOGETHER,     /* several states, where it takes one */
    READING_IDEA,         /* the noun is feared, planned, possible */
    READING_ABOVE,        /* told by the frame of the clause above */
    READING_WISHED,       /* hoped for, asked for, refused */
    READING_OPEN,         /* an infinitive or gerund: nothing says that it came to be */
    READING_DENIED_NOUN,  /* the clause around the noun is denied */
    READING_DESCRIBES,    /* "the visiting premier": describes somebody */
    READING_OTHERS,       /* warns of what others do */
    READING_BARRED,       /* the codebook bars such people from acting so, or from having it done */
    READING_PARTS,        /* parts of one state, none of which has power or arms */
    READING_SAME_SIDE,    /* the same state on both sides */
    READING_REASON_COUNT,
} reading_reason;

/** What stands at a place of a role. */
typedef enum reading_sight {
    READING_SEES_WHO,     /* somebody */
    READING_SEES_NOTHING, /* the clause has no such place */
    READING_SEES_NOBODY,  /* words that mean nobody known */
    READING_SEES_GROUND,  /* a place where it happens, no one who acts */
    READING_SEES_THING,   /* a thing that belongs to somebody */
    READING_SEES_PART,    /* a part of a state that is named elsewhere: "protesters" */
    READING_SEES_ACTOR,   /* who acts himself, or the state of his */
    READING_SIGHT_COUNT,
} reading_sight;

/** A look at a place of a role. */
typedef struct reading_look {
    codebook_place place;
    reading_sight sight;
    bool recipient; /* for the recipient; else for the actor */
    span words;     /* empty of READING_SEES_NOTHING */
    span before;    /* the preposition before them, or empty */
    slice codes;    /* of those who are meant, "PER, ECU", or empty */
} reading_look;

enum { READING_LIKE = 3 };

/** A frame that was tried, or would have been; of the judge one without a file. */
typedef struct reading_try {
    const codebook_frame *frame;
    uint32_t sentence;
    span word;  /* the predicate's */
    span group; /* of a verb its whole group ("will not be visiting"), of a noun its phrase */
    int16_t phrase;
    bool noun;
    bool passive; /* of a verb: who acts stands behind "by" */
    reading_reason reason;
    uint32_t event; /* index in the reading's events that it gave, joined or stood back for; or
                       READING_NO_EVENT */
    size_t first_look, look_count;
    uint32_t like[READING_LIKE]; /* of the judge: the network's examples that are most like it */
    size_t like_count;
} reading_try;

#define READING_NO_EVENT UINT32_MAX

/** How far a sentence came. */
typedef struct reading_traced_sentence {
    span where;
    bool title;    /* not looked at for events: the body tells it */
    bool dateline; /* only the report's date */
    bool chosen;   /* by the scan: else it was not parsed */
    bool triggers; /* has words of a predicate of the codebook */
    bool somebody; /* names somebody whom reading knows, or speaks of one */
    bool games;    /* speaks of sport */
    bool cut;      /* longer than is parsed */
    span trigger;  /* of a chosen one the first such word, or empty */
    span says;     /* its first verb of saying, or empty */
    span speaker;  /* that verb's subject, or empty */
    bool speaker_known;
    size_t first_try, try_count;
} reading_traced_sentence;

/** Zeroed but for `arena`, whose life it shares. */
typedef struct reading_trace {
    struct arena *arena;
    ARRAY(reading_traced_sentence) sentences; /* all of the report's */
    ARRAY(reading_try) tries;
    ARRAY(reading_look) looks;
    unsigned depth;       /* of events_fill_side, which may call itself */
    codebook_place place; /* that is looked at */
    bool recipient;
    bool failed; /* no memory for more */
} reading_trace;

/** reading_make with a recorder. @param trace may be NULL. */
chancery_status reading_make_traced(const reading_engine *engine, syntax_parser *parser,
                                    const text_report *report, arena *arena, struct arena *scratch,
                                    reading_trace *trace, chancery_reading *out,
                                    chancery_error *error) CHANCERY_MUST_CHECK;

/** Words of enumerators: a name for programs ("actor-not-filled") and a sentence's end for people
 * ("nobody who acts is known"). */
slice reading_reason_name(reading_reason reason);
slice reading_reason_words(reading_reason reason);
slice reading_sight_name(reading_sight sight);
slice reading_sight_words(reading_sight sight);

#endif
