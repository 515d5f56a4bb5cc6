/* The record for people's eyes: events, people, statements, relations, findings, whole readings.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * An entry is a line that says what, the report's words under it, and a faint line that leads back:
 *
 *     2017-07-03  - SANCTION withdraw  PER → ECU, in Quito
 *                   “Peru on Monday recalled its ambassador …”
 *                   e44ac60b0  zarumilla-wall-recall-2017
 *     |           | |                  |
 *     date        | what               sides, with ↔ where two do it together
 *                 mark: + friendly, - hostile; none where it did not happen (or not yet) */
#ifndef CLI_SHOW_H
#define CLI_SHOW_H

#include "chancery/reading.h"
#include "cli/look.h"

enum {
    SHOW_ID_BYTES = 9, /* of an id that are shown: a letter and eight digits, enough to name it */
    SHOW_DATE_CELLS = 12, /* "2017-07-03" and two spaces */
};

/** The columns of a list of events. */
typedef struct show_columns {
    size_t indent;
    size_t date;
    size_t type;
} show_columns;

/** Columns for dates in ISO form, and types of these events. */
show_columns show_columns_of(const chancery_reading *reading);

/** Makes the column of types wide enough for one more event. */
void show_columns_add(show_columns *columns, const chancery_event *event);

/** Prints a reading: title, people, events, statements, relations, findings.
 *  @param ids whether each entry shows its id: where there is an archive to ask for it. */
void show_reading(FILE *out, const chancery_reading *reading, bool ids);

/** An event: its first line, and its words. @param day what stands in the column of dates. */
void show_event(const look *l, const chancery_reading *reading, const chancery_event *event,
                const show_columns *columns, slice day);

/** Cells before the words of an event. */
size_t show_words_indent(const show_columns *columns);

/** The line that leads back: id, and source where it is not empty. */
void show_source(const look *l, size_t indent, slice id, slice source);

/** The date as ISO has it, or "undated". */
slice show_date(slice date);

/** @param dated the day of the report stands first; else who speaks. */
void show_statement(const look *l, const chancery_reading *reading,
                    const chancery_statement *statement, bool dated);
void show_relation(const look *l, const chancery_reading *reading,
                   const chancery_relation *relation);
void show_finding(const look *l, const chancery_reading *reading, const chancery_finding *finding,
                  bool dated);

/** Name and offices: "Dina Boluarte: President (PER)". */
void show_person(const look *l, const chancery_person *person, size_t indent);

/** A headline with an empty line before it. */
void show_heading(const look *l, const char *text);

/** "1 event", "3 events". */
void show_count(const look *l, size_t count, const char *one, const char *many);

/** The person with this id in the reading, or NULL. */
const chancery_person *show_find_person(const chancery_reading *reading, slice id);

/** The report's words of a span. */
slice show_words(const chancery_reading *reading, chancery_span where);

/** A file's name without its folders and suffix: how a source is called in lists. */
slice show_source_name(const chancery_reading *reading);

/** An id as far as it is shown. */
slice show_id(slice id);

/** Words in quotation marks behind `indent` spaces, in at most `max_lines` lines (0: all).
 *  @param clause they are a clause: "…" stands before one from within a sentence, and its "that" is
 * left out. */
void show_quoted(const look *l, const chancery_reading *reading, chancery_span where, size_t indent,
                 size_t max_lines, bool clause);

/** "ECU (Rafael Correa), COL" into the line; `joint` parts two by "↔". */
void show_side(look_flow *f, const chancery_reading *reading, const chancery_role *roles,
               size_t count, bool joint);

/** Both sides of an event and where it was: "PER (Ollanta Humala) → ECU, in Quito". */
void show_sides(look_flow *f, const chancery_reading *reading, const chancery_event *event);

#endif
