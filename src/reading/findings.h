/* Findings: what the parts of that stage share.
 *
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef READING_FINDINGS_H
#define READING_FINDINGS_H

#include "reading/relations.h"

typedef enum findings_form {
    FINDINGS_NTH,  /* "the 45th anniversary" */
    FINDINGS_YEAR, /* "their 50th year of relations": the year before the anniversary or that of it
                    */
    FINDINGS_LENGTH, /* "35 years of relations", "they will be fifty years old" */
    FINDINGS_ROUND,  /* "half a century of relations": not to the year */
} findings_form;

/** A jubilee that a report tells of. */
typedef struct findings_jubilee {
    int years;
    int slack; /* years that a rounded number may be off */
    findings_form form;
    bool of_relations; /* diplomatic relations, by its own words */
    bool unnamed;      /* nothing says of what: what was told just before */
    bool told;         /* `year` was said, else it is the report's */
    int year;          /* in which it falls, 0 unknown */
    int month;         /* or 0 */
    int16_t topic;     /* phrase that says of what, or -1 */
    uint16_t word;     /* in the sentence */
    uint32_t sentence;
    uint32_t token; /* the words of the jubilee itself */
    uint32_t count;
} findings_jubilee;

enum {
    FINDINGS_MAX_JUBILEES = 8,
    FINDINGS_MAX_TOLD = 400,              /* acts with a day that are held against others */
    FINDINGS_MAX_AGAIN = 400,             /* nouns that may speak of them again */
    FINDINGS_MAX_JUBILEE_SENTENCES = 400, /* of a report: further ones are not looked at */
};

/** Kinds of acts that verbs and nouns tell of. */
typedef enum findings_class {
    FINDINGS_NO_CLASS,
    FINDINGS_SEIZE,
    FINDINGS_ARREST,
    FINDINGS_MEET,
    FINDINGS_SIGN,
    FINDINGS_ATTACK,
    FINDINGS_VISIT,
    FINDINGS_ARRIVE,
    FINDINGS_EXPEL,
    FINDINGS_RECALL,
    FINDINGS_KILL,
    FINDINGS_ABDUCT,
    FINDINGS_INVADE,
    FINDINGS_ELECT,
    FINDINGS_SINK,
    FINDINGS_LEAVE,
    FINDINGS_CALL,
    FINDINGS_VOTE,
    FINDINGS_BEGIN,
    FINDINGS_END,
} findings_class;

/** An act with the day on which it is told to have been. */
typedef struct findings_told {
    uint8_t class; /* findings_class */
    uint32_t sentence;
    uint16_t verb;   /* word */
    int16_t subject; /* phrase, or -1 */
    int16_t object;  /* phrase of what was done to, or -1 */
    int32_t place;   /* entry of the knowledge base, or -1 */
    bool perfect;
    const reading_date *date;
} findings_told;

typedef struct findings_told_list {
    findings_told items[FINDINGS_MAX_TOLD];
    size_t count;
    size_t looked; /* how many nouns have been held against all dates */
} findings_told_list;

/** Fills the list, in order of the text. */
chancery_status findings_note_acts(reading_state *r, findings_told_list *list) CHANCERY_MUST_CHECK;

findings_class findings_class_of_noun(const relations_scan *x, uint16_t word);

/** Entry that is named after "in", "at", "near" in the segment of a word; -1 none. */
int32_t findings_place(const relations_scan *x, uint16_t word);

/** Lemma of a phrase's head, or empty. */
slice findings_head(const reading_state *r, uint32_t sentence, int16_t phrase);

/** Whether words before a noun set what it means apart: "the second meeting", "another visit". */
bool findings_is_another(const reading_state *r, uint32_t sentence, int16_t phrase);

/** reading_day_number of a date's beginning. */
int64_t findings_day(const reading_date *d);

/** Stays and gatherings that end before they begin. */
chancery_status findings_check_spans(reading_state *r,
                                     const findings_told_list *list) CHANCERY_MUST_CHECK;

/** Jubilees of a sentence, in order. @return how many. */
size_t findings_jubilees(const relations_scan *x, findings_jubilee *out, size_t max);

/** Whether the keys of a sentence's words let it tell of a jubilee. */
bool findings_may_have_jubilee(const reading_state *r, uint32_t sentence);

enum { FINDINGS_TOPIC_SLOTS = 64 };

/** Keys of the words that a jubilee has, open-addressed; 0 where free. */
typedef struct findings_topics {
    uint64_t keys[FINDINGS_TOPIC_SLOTS];
} findings_topics;

/** Fills a zeroed table. */
void findings_topics_fill(findings_topics *table);

/** "In 2013 they will celebrate the 45th anniversary of their relations": since 1968, where no
 *  other words of the report say it. Called by the relations stage at its end. */
chancery_status findings_derive_relations(reading_state *r) CHANCERY_MUST_CHECK;

/** The checks. Each adds what it finds. */
chancery_status findings_check_people(reading_state *r) CHANCERY_MUST_CHECK;
chancery_status findings_check_offices(reading_state *r) CHANCERY_MUST_CHECK;
chancery_status findings_check_dates(reading_state *r) CHANCERY_MUST_CHECK;
chancery_status findings_check_events(reading_state *r) CHANCERY_MUST_CHECK;
chancery_status findings_check_jubilees(reading_state *r) CHANCERY_MUST_CHECK;

/** Adds a finding, unless one of that kind stands on the same words. `message` and `likely` live in
 *  the arena. */
chancery_status findings_add(reading_state *r, const char *kind, chancery_severity severity,
                             span where, slice message, slice likely) CHANCERY_MUST_CHECK;

/** Name of a state by its code, for messages; the code where there is none. */
slice findings_state_name(const reading_state *r, slice code);

/** Year and month of the report: of its publication, else of the latest day that it dates in full.
 *  @return false where neither is there. */
bool findings_report_date(const reading_state *r, int *year, int *month);

/** "19 March 1991". */
chancery_status findings_print_date(reading_state *r, slice iso, slice *out) CHANCERY_MUST_CHECK;

#endif
