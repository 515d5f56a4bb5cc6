/* The record for people's eyes: events, people, statements, relations, findings, whole readings.
 *
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef CLI_SHOW_H
#define CLI_SHOW_H

#include "chancery/reading.h"
#include "cli/look.h"

/** Bytes of an id that are shown: a letter and eight digits, enough to name it. */
enum { SHOW_ID_BYTES = 9 };

/** Prints a reading: title, people, events, statements, relations, findings. @param gap an empty
 * line first. */
void cli_show_reading(FILE *out, const chancery_reading *reading, bool gap);

/** An event in two or three lines: date, type, sides, place; its words; status where it did not
 * just occur.
 *  @param source printed with its id, or empty. */
void show_event(const look *l, const chancery_reading *reading, const chancery_event *event,
                slice source);

void show_statement(const look *l, const chancery_reading *reading,
                    const chancery_statement *statement, slice source);
void show_relation(const look *l, const chancery_reading *reading,
                   const chancery_relation *relation, slice source);
void show_finding(const look *l, const chancery_reading *reading, const chancery_finding *finding,
                  slice source);

/** Name and offices in a line or two. */
void show_person(const look *l, const chancery_person *person);

/** A headline with a line of dashes under it. */
void show_heading(const look *l, const char *text);

/** The person with this id in the reading, or NULL. */
const chancery_person *show_find_person(const chancery_reading *reading, slice id);

/** The report's words of a span. */
slice show_words(const chancery_reading *reading, chancery_span where);

/** "1 event", "3 events". */
void show_count(const look *l, size_t count, const char *one, const char *many);

#endif
