/* What the stages of reading share: one report being read.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * The stages run in this order, each filling its part and reading only parts before it:
 *
 *     marks     hits: names of the knowledge base        -> hits, hit_at
 *     syntax    tags, phrases, clauses of each sentence  -> parsed
 *     dates     expressions of time                      -> dates
 *     people    people, their names and offices          -> people, person_at
 *     mentions  who each phrase means                    -> referents
 *     statements, events, dates of statements, relations, findings
 *     chains    all that means one entity or person -> entities, links
 *     assembly  the public structs, with their ids
 *
 * Tokens are numbered over the whole report; words (syntax.h) within their sentence: token number =
 * sentence->first + word. */
#ifndef READING_INTERNAL_H
#define READING_INTERNAL_H

#include "base/array.h"
#include "base/error.h"
#include "reading/reading.h"

/** A name of the knowledge base, the reading of it that was chosen. Hits don't overlap. */
typedef struct reading_hit {
    uint32_t token; /* first */
    uint32_t count; /* of tokens */
    uint32_t sentence;
    uint32_t entry; /* kb_entry_at */
    kb_name_kind kind;
    slice sector;
} reading_hit;

typedef enum reading_precision {
    READING_YEAR = 4,
    READING_MONTH = 7,
    READING_DAY = 10,
} reading_precision; /* also the length of the ISO form */

typedef struct reading_date {
    uint32_t token; /* first */
    uint32_t count;
    uint32_t sentence;
    chancery_date_type type;
    slice value;    /* ISO */
    slice endvalue; /* of a range or stretch, or empty */
    bool period;    /* the range is one named stretch: "last week", "spring 2005", "the 1990s" */
    bool jubilee;   /* an anniversary's: when the thing itself was stands elsewhere */
    bool follows;   /* the day or month after the date before it in a list: "5 and [6 June]" */
    bool relative;  /* resolved against the report's or another date: "on Tuesday", "last month" */
    bool guessed;   /* year or month supplied by the report's date: "on 3 August" */
    int8_t weekday; /* as written with a day of the month, 0 Monday … 6 Sunday; -1 none */
} reading_date;

typedef struct reading_office {
    slice title; /* the report's words, with the qualifier (former, acting), without the state and
                    without names */
    slice code;  /* of the state or organisation it belongs to, or empty */
    slice sector;
    kb_rank rank;
    bool former;    /* former, ex-, late, "who was … between" */
    bool exclusive; /* kb_office_hit */
    uint32_t token; /* first of its words */
    uint32_t count;
    uint32_t sentence;
    slice from, until; /* ISO, where the report says so */
    slice said_code;   /* a state that the words here give the office ("Kuwaiti State Secretary"),
                          also where it conflicts */
} reading_office;

typedef struct reading_mention {
    uint32_t token;
    uint32_t count;
    uint32_t sentence;
} reading_mention;

/** A mention of an entity or a person, by whatever words. */
typedef struct reading_link {
    uint32_t token;
    uint32_t count;
    chancery_how how;
    chancery_why why;
} reading_link;

typedef ARRAY(reading_link) reading_links;

/** What the report says a person is, apart from an office: "a Kenyan diplomat". */
typedef struct reading_claim {
    slice code;
    uint32_t token;
    uint32_t count;
    uint32_t sentence;
} reading_claim;

typedef struct reading_person {
    slice name; /* the fullest form, as written, without honorifics */
    slice code; /* of the office first held (not former), else of the nation given; or empty */
    slice sector;
    char gender;   /* 'm', 'f' or 0: from Mr., Mrs., "his wife", king, queen … */
    slice family;  /* the surname as the report uses it ("Liu", "De Graaf"), or empty where it can't
                      tell */
    int32_t known; /* entry of the knowledge base, or -1 */
    ARRAY(reading_office) offices;
    ARRAY(reading_mention) mentions; /* by name; in order */
    ARRAY(reading_claim) claims;
    ARRAY(reading_office) slips; /* titles that the person can't have beside those in `offices` */
    ARRAY(reading_mention)
    misnamed;            /* mentions by what is not the surname ("Mr. Martin"), or misspelt */
    reading_links links; /* all mentions, in order; filled by the stage of chains */
} reading_person;

/** A state, an organisation or a place of the reading. */
typedef struct reading_entity {
    uint32_t hit;        /* the first that names it */
    bool place;          /* a place where named, also a capital */
    bool own_name;       /* called as the report does, not as its entry */
    reading_links links; /* all mentions, in order */
} reading_entity;

/** Somebody or something that a phrase means. */
typedef struct reading_who {
    slice code;
    slice sector;
    int32_t person;  /* index in people, or -1 */
    int32_t entry;   /* of the knowledge base, or -1 */
    bool state_only; /* the state itself or its capital as a metonym, not an agent of it */
} reading_who;

/** What a phrase means: several for "both sides", none where unknown. */
typedef struct reading_referents {
    const reading_who *items;
    uint32_t count;
    bool pronoun;    /* through a pronoun or a description, not a name */
    bool place_only; /* a place that is not used as a metonym */
    bool owned;      /* a thing that belongs to them, not they themselves: "a Chadian ship", "Mali's
                        border" */
    bool plural;
} reading_referents;

/** A found event before assembly. */
typedef struct reading_event {
    const codebook_frame *frame;
    slice event;
    slice mode;
    chancery_event_status status;
    span status_span;    /* of the word that decided, or empty */
    reading_who *actors; /* [actor_count] */
    span *actor_spans;
    uint32_t actor_count;
    reading_who *recipients; /* [recipient_count] */
    span *recipient_spans;
    uint32_t recipient_count;
    slice date, enddate;
    chancery_date_from date_from;
    span date_span;
    int32_t place_hit; /* index in hits, or -1 */
    uint32_t sentence;
    uint32_t last_sentence; /* that tells it */
    span where;
    uint32_t trigger; /* token: head word of the predicate */
    uint32_t thing;   /* token: head of its object ("signed an [agreement]"), or the trigger */
    double confidence;
    ARRAY(span) mentions;
    chancery_magnitude magnitude;
    const slice *contexts;
    size_t context_count;
    bool purpose; /* of a pair: what somebody called, came, was sent or gave orders for */
} reading_event;

typedef struct reading_statement {
    reading_who speaker;
    span speaker_span;
    slice act; /* lemma */
    span content;
    bool quoted;
    bool denial;
    slice date;
    chancery_date_from date_from;
    span date_span;
    uint32_t sentence;
    span where;
} reading_statement;

typedef struct reading_relation {
    slice between[2]; /* in alphabetical order */
    slice kind;       /* "diplomatic relations", "membership", "alliance" … */
    slice since, until, level;
    uint32_t sentence;
    span where;
} reading_relation;

typedef struct reading_finding {
    slice kind;
    chancery_severity severity;
    span where;
    slice message;
    slice likely;
} reading_finding;

/** An actor that the caller gives: whatever his words are, they mean him. */
typedef struct reading_given {
    span where;        /* his words */
    slice code;        /* stands for him alone, whichever state he is of */
    reading_who known; /* who his words mean to the knowledge base; code empty where nobody */
} reading_given;

enum { READING_SOURCE, READING_TARGET, READING_SIDES };

typedef struct chains_stage chains_stage;

typedef struct reading_state {
    const reading_engine *engine;
    syntax_parser *parser;          /* or NULL: scan alone */
    const reading_lexicon *lexicon; /* reading_take_lexicon */
    const text_report *report;
    slice text;                  /* report->document.text */
    struct reading_trace *trace; /* reading_make_traced's, or NULL */
    arena *arena;                /* what the reading is made of */
    arena *scratch;        /* what a stage or a sentence needs: who takes of it empties it first */
    chancery_error *error; /* never NULL */
    reading_given *given;  /* [READING_SIDES] where the reading is of a pair, else NULL */
    double judged[SYNTAX_EVENTS]; /* of a pair: how well the judge sees it, by its labels */
    double judged_most;           /* of one word, which has this status: */
    uint8_t judged_status;        /* label in NET_STATUS */
    ARRAY(reading_hit) hits;      /* in order */
    int32_t *hit_at;              /* [token_count] index of the hit that covers a token, or -1 */
    const uint32_t *signs; /* [sentence_count] SCAN_... (scan.h): what words say before the parse */
    syntax_sentence
        *parsed; /* [sentence_count]; word_count 0 where the scan saw nothing to parse */
    ARRAY(reading_date) dates;    /* in order */
    ARRAY(reading_person) people; /* in order of first mention */
    int32_t *person_at; /* [token_count] person whose name (not title) covers a token, or -1 */
    reading_referents **referents; /* [sentence_count] of [phrase_count], NULL where not parsed */
    uint16_t **segments; /* [sentence_count] of [word_count], NULL where relations_open was not
                            asked yet */
    slice pair[2];       /* codes of the two that the report is most about, or empty */
    slice only;          /* code of the one state that the report speaks of, where it is one */
    bool bilateral;      /* the report is about these two and hardly anybody else */
    slice anchor; /* the report's own day: date of publication, else the latest day that it tells */
    int32_t author;            /* person who signs or issues the report ("I"), or -1 */
    reading_referents authors; /* "we" of a statement: the states that issue it */
    ARRAY(reading_event) events;
    ARRAY(reading_statement) statements;
    ARRAY(reading_relation) relations;
    ARRAY(reading_finding) findings;
    ARRAY(reading_entity) entities; /* in order of first name */
    uint32_t *entity_of;            /* [hit count] index in entities */
    chains_stage *chains;           /* who is meant by which words (chains.h) */
} reading_state;

/** Runs stages, up to a NULL, each with an empty scratch.
 *  @return what the first that fails returns. */
typedef chancery_status reading_stage(reading_state *r);
chancery_status reading_run(reading_state *r, reading_stage *const *stages) CHANCERY_MUST_CHECK;

/** The stages. Each returns CHANCERY_OK, _E_LIMIT or _E_MEMORY with state->error filled. */
chancery_status reading_marks(reading_state *r) CHANCERY_MUST_CHECK;
chancery_status reading_dates(reading_state *r) CHANCERY_MUST_CHECK;
chancery_status reading_people(reading_state *r) CHANCERY_MUST_CHECK;
chancery_status reading_mentions(reading_state *r) CHANCERY_MUST_CHECK;
chancery_status reading_events(reading_state *r) CHANCERY_MUST_CHECK;
chancery_status reading_statements(reading_state *r) CHANCERY_MUST_CHECK;
chancery_status reading_statement_dates(reading_state *r) CHANCERY_MUST_CHECK;
chancery_status reading_relations(reading_state *r) CHANCERY_MUST_CHECK;
chancery_status reading_findings(reading_state *r) CHANCERY_MUST_CHECK;
chancery_status reading_chains(reading_state *r) CHANCERY_MUST_CHECK;
chancery_status reading_assemble(reading_state *r, chancery_reading *out) CHANCERY_MUST_CHECK;

/** The bytes of `count` tokens from `token`. */
span reading_span(const reading_state *r, uint32_t token, uint32_t count);
slice reading_words(const reading_state *r, uint32_t token, uint32_t count);

/** The bytes of a phrase of a sentence, and of the words [first, end) of a sentence. */
span reading_phrase_span(const reading_state *r, uint32_t sentence, int16_t phrase);
span reading_range_span(const reading_state *r, uint32_t sentence, syntax_range range);

/** What is sure of a date as a point of time: its value, of a named stretch the part that begin and
 * end share ("2005" of spring 2005). */
slice reading_date_point(const reading_date *date);

/** The end of a range that was told as one: empty for a named stretch. */
slice reading_date_end(const reading_date *date);

/** Index in dates of the first one of a sentence (or behind it). */
size_t reading_first_date(const reading_state *r, uint32_t sentence);

/** Whether a token's folded form is this word (small letters, ASCII): reading_is(r, t, "former").
 */
static inline bool reading_is(const reading_state *r, uint32_t token, const char *word);

/** reading_is where the first letters may agree; call reading_is. */
bool reading_is_whole(const reading_state *r, uint32_t token, const char *word);

/* Most comparisons end at the first letter, so that is looked at without a call. */
static inline bool reading_is(const reading_state *r, uint32_t token, const char *word)
{
    const text_token *t = &r->report->tokens[token];
    return t->end > t->start && ((r->text.ptr[t->start] ^ word[0]) & ~0x20) == 0 &&
           reading_is_whole(r, token, word);
}

/** reading_is for any of these words; a NULL ends the list. */
bool reading_is_any(const reading_state *r, uint32_t token, const char *const *words);

/** The given actor who has this code, or -1. */
int reading_given_of(const reading_state *r, slice code);

/** The entry's code as one who acts: entry's sector and name are kept. */
reading_who reading_who_entry(const reading_state *r, const reading_hit *hit);

/** Days since 1970-01-01 of a proleptic Gregorian date, and back; weekday 0 Monday. */
int64_t reading_day_number(int year, int month, int day);
void reading_day_date(int64_t number, int *year, int *month, int *day);
int reading_weekday(int64_t number);

#endif
