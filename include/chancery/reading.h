/* The reading: what a report says, as plain structs that a caller walks.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * All of a reading lies in memory that its reader owns (see chancery.h) and is constant. A slice is
 * bytes with a length and never NULL where len > 0; an absent string has len 0. Spans are bytes in
 * document.text, half-open. Dates are ISO 8601, as precise as their words: "2024", "2024-01",
 * "2024-01-09". The JSON form has the same names (docs/json.md). */
#ifndef CHANCERY_READING_H
#define CHANCERY_READING_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct chancery_slice {
    const char *ptr;
    size_t len;
} chancery_slice;

typedef struct chancery_span {
    uint32_t start;
    uint32_t end;
} chancery_span;

typedef struct chancery_document {
    chancery_slice id; /* 'r' and 16 hexadecimal digits: hash of text and date of publication */
    chancery_slice name;
    chancery_slice title;
    chancery_slice published;
    chancery_slice language; /* ISO 639-1; only "en" is read */
    chancery_slice source;
    chancery_slice url;
    chancery_slice author;
    chancery_slice text;
    const chancery_span *sentences; /* [sentence_count] in order */
    size_t sentence_count;
} chancery_document;

typedef struct chancery_edition {
    chancery_slice program;
    chancery_slice codebook;
    chancery_slice kb;
    chancery_slice model;
} chancery_edition;

typedef enum chancery_entity_kind {
    CHANCERY_ENTITY_STATE,
    CHANCERY_ENTITY_IGO,
    CHANCERY_ENTITY_ORGANISATION,
    CHANCERY_ENTITY_GROUP,
    CHANCERY_ENTITY_PLACE,
} chancery_entity_kind;

/** How a mention means somebody or something. */
typedef enum chancery_how {
    CHANCERY_HOW_NAME,        /* a name, an adjective of nationality, a capital for its state */
    CHANCERY_HOW_TITLE,       /* "the minister" */
    CHANCERY_HOW_DESCRIPTION, /* "the kingdom", "his Belgian counterpart" */
    CHANCERY_HOW_PRONOUN,     /* "she", "its", of a statement "I", "we" */
    CHANCERY_HOW_GROUP,       /* one of several that are meant: "both sides", "they" */
} chancery_how;

/** Why a mention that is no name was taken to mean somebody or something. */
typedef enum chancery_why {
    CHANCERY_WHY_NAMED,    /* a name */
    CHANCERY_WHY_BESIDE,   /* stands beside the name: "Ana Soto, the minister" */
    CHANCERY_WHY_OFFICE,   /* the last one spoken of with that office or rank */
    CHANCERY_WHY_FITS,     /* the last one spoken of that is what the words say: "the kingdom" */
    CHANCERY_WHY_HOME,     /* the state of who speaks or owns: "his country" */
    CHANCERY_WHY_CLAUSE,   /* the subject of its clause or of the clause above */
    CHANCERY_WHY_NEAREST,  /* the nearest that fits in gender and number, subjects first */
    CHANCERY_WHY_AGAIN,    /* those who were spoken of together before */
    CHANCERY_WHY_PAIR,     /* the two that the report is about */
    CHANCERY_WHY_TOGETHER, /* so many of that kind were named last: "the three ministers" */
    CHANCERY_WHY_ORDER,    /* the first or the second of two: "the latter" */
    CHANCERY_WHY_QUOTED,   /* who is quoted or issues the report: "I", "we" */
} chancery_why;

typedef struct chancery_entity {
    chancery_slice id;
    chancery_entity_kind kind;
    chancery_slice code;
    chancery_slice name;
    const chancery_span *mentions; /* [mention_count] in order */
    size_t mention_count;
    const chancery_how *hows; /* [mention_count], or NULL where all are names */
    const chancery_why *whys; /* likewise; NULL in what an archive gives back, which keeps none */
} chancery_entity;

typedef struct chancery_office {
    chancery_slice title; /* in the report's words, without the state */
    chancery_slice of;    /* code of the state or organisation, or empty */
    chancery_slice from;
    chancery_slice until;
    chancery_slice rank; /* of data/kb/offices.txt: "head-of-state", "minister" ... */
    chancery_span span;
} chancery_office;

typedef struct chancery_person {
    chancery_slice id;
    chancery_slice name;
    const chancery_office *offices; /* [office_count] in order of first mention */
    size_t office_count;
    const chancery_span *mentions; /* [mention_count] in order */
    size_t mention_count;
    const chancery_how *hows; /* [mention_count], or NULL where all are names */
    const chancery_why *whys; /* likewise; NULL in what an archive gives back, which keeps none */
} chancery_person;

typedef enum chancery_event_status {
    CHANCERY_OCCURRED,
    CHANCERY_FUTURE,
    CHANCERY_HYPOTHETICAL,
    CHANCERY_NEGATED,
    CHANCERY_HISTORICAL,
} chancery_event_status;

/** Whose date an event or a statement has. */
typedef enum chancery_date_from {
    CHANCERY_FROM_NOTHING,  /* it has none */
    CHANCERY_FROM_CLAUSE,   /* its own clause tells it */
    CHANCERY_FROM_SENTENCE, /* another clause of its sentence */
    CHANCERY_FROM_REPORT,   /* nothing tells it: the report's own day */
    CHANCERY_FROM_MEETING,  /* nothing tells it: the day of the meeting told before */
} chancery_date_from;

/** One who acts or receives. `person` is the id of one of the reading's people, or empty. */
typedef struct chancery_role {
    chancery_slice code;
    chancery_slice sector;
    chancery_slice person;
    chancery_slice entity_text;
    chancery_span span;
} chancery_role;

typedef struct chancery_location {
    chancery_slice name;
    chancery_slice code;
    bool has_coordinates;
    double lat; /* degrees, WGS 84 */
    double lon;
} chancery_location;

typedef struct chancery_magnitude {
    bool has_dead, has_injured, has_arrested, has_size, has_money;
    uint64_t dead, injured, arrested, size;
    double money_amount;
    chancery_slice money_currency; /* ISO 4217 */
} chancery_magnitude;

typedef struct chancery_event {
    chancery_slice id;
    chancery_slice event; /* PLOVER type, "CONSULT" */
    chancery_slice mode;
    const chancery_slice *contexts; /* [context_count] */
    size_t context_count;
    int quad_code;
    double event_scale;
    chancery_event_status status;
    chancery_span
        status_span; /* the word that decided: "will", "not", "if"; empty where none did */
    const chancery_role *actors; /* [actor_count] */
    size_t actor_count;
    const chancery_role *recipients; /* [recipient_count] */
    size_t recipient_count;
    chancery_slice date;
    chancery_slice enddate;
    chancery_date_from date_from;
    chancery_span date_span; /* words of the date, empty where it has none of its own */
    chancery_location location;
    chancery_magnitude magnitude;
    chancery_span span;    /* the clause that tells it best */
    chancery_span trigger; /* head word of its predicate: "met", "attack" */
    uint32_t sentence;
    const chancery_span *mentions; /* [mention_count]: every clause that tells it */
    size_t mention_count;
    chancery_slice frame;
    double confidence;
} chancery_event;

/** What a text says of two given actors (chancery_read_pair). */
typedef struct chancery_pair {
    chancery_slice event; /* PLOVER type; empty where the text says nothing between them */
    chancery_slice mode;
    chancery_event_status status;
    double confidence;
    chancery_slice frame;
    chancery_span span; /* the words that tell it */
} chancery_pair;

typedef struct chancery_position {
    chancery_slice toward;
    chancery_slice stance;
} chancery_position;

typedef struct chancery_statement {
    chancery_slice id;
    chancery_role speaker;
    chancery_slice act; /* lemma of the reporting verb */
    chancery_span content;
    bool quoted;
    const chancery_slice *contexts; /* [context_count] */
    size_t context_count;
    const chancery_position *positions; /* [position_count] */
    size_t position_count;
    chancery_slice date;
    chancery_date_from date_from;
    chancery_span date_span;
    chancery_span span;
} chancery_statement;

typedef struct chancery_commitment {
    chancery_slice id;
    const chancery_slice *by; /* [by_count] codes */
    size_t by_count;
    const chancery_slice *to; /* [to_count] codes */
    size_t to_count;
    chancery_span what;
    chancery_slice until;
    chancery_slice statement;
    chancery_span span;
} chancery_commitment;

typedef struct chancery_visit {
    chancery_slice event;
    chancery_slice person;
    chancery_slice from;
    chancery_slice country;
    chancery_slice city;
    chancery_slice date;
    chancery_slice enddate;
    const chancery_slice *met; /* [met_count] ids of people */
    size_t met_count;
    double confidence;
} chancery_visit;

typedef struct chancery_relation {
    chancery_slice id;
    chancery_slice between[2]; /* codes, in alphabetical order */
    chancery_slice kind;
    chancery_slice since;
    chancery_slice until;
    chancery_slice level;
    chancery_span span;
} chancery_relation;

typedef enum chancery_date_type {
    CHANCERY_DATE,
    CHANCERY_TIME,
    CHANCERY_DURATION,
    CHANCERY_SET,
} chancery_date_type;

typedef struct chancery_date {
    chancery_date_type type;
    chancery_slice value;    /* ISO 8601; of a set as TIMEX3 has it: "XXXX-WXX-5" each Friday */
    chancery_slice endvalue; /* end of a range ("5 to 8 June") or stretch ("last week"), or empty */
    chancery_span span;
} chancery_date;

typedef enum chancery_severity {
    CHANCERY_NOTE,
    CHANCERY_WARNING,
} chancery_severity;

typedef struct chancery_finding {
    chancery_slice id;
    chancery_slice kind; /* "nationality-conflict" ... */
    chancery_severity severity;
    chancery_span span;
    chancery_slice message; /* a sentence for people */
    chancery_slice likely;  /* what was probably meant, or empty */
} chancery_finding;

typedef struct chancery_reading {
    chancery_document document;
    chancery_edition edition;
    const chancery_entity *entities; /* [entity_count] */
    size_t entity_count;
    const chancery_person *people; /* [person_count] */
    size_t person_count;
    const chancery_event *events; /* [event_count] */
    size_t event_count;
    const chancery_statement *statements; /* [statement_count] */
    size_t statement_count;
    const chancery_commitment *commitments; /* [commitment_count] */
    size_t commitment_count;
    const chancery_visit *visits; /* [visit_count] */
    size_t visit_count;
    const chancery_relation *relations; /* [relation_count] */
    size_t relation_count;
    const chancery_date *dates; /* [date_count] */
    size_t date_count;
    const chancery_finding *findings; /* [finding_count] */
    size_t finding_count;
} chancery_reading;

#ifdef __cplusplus
}
#endif

#endif
