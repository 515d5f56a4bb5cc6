/* Reading: the judgement. A report becomes a chancery_reading.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * Stages, each a file: marks (names found), dates, people and offices, mentions (who a phrase
 * means), events, statements, relations, findings, and the assembly of the result. A line that the
 * text does not say is worse than one missed: every stage is silent where it would have to guess.
 * What a reading gives depends on the report and the engine alone. */
#ifndef READING_READING_H
#define READING_READING_H

#include "chancery/reading.h"
#include "codebook/codebook.h"
#include "kb/kb.h"
#include "syntax/sentences.h"
#include "text/text.h"

typedef struct reading_lexicon reading_lexicon;

/** The words that reading itself knows, under their keys; constant, shared by threads. @return NULL
 * without memory. */
reading_lexicon *reading_lexicon_new(void);
void reading_lexicon_free(reading_lexicon *lexicon);

/** What reading stands on: constant, shared by threads. */
typedef struct reading_engine {
    const kb *kb;
    const codebook *codebook;
    const syntax_lemmas *lemmas;    /* or NULL with the network: nothing can be parsed */
    const net *network;             /* the parser's */
    bool judge;                     /* whether the network's judge may speak, where it has one */
    const reading_lexicon *lexicon; /* or NULL: then each report makes its own */
    chancery_edition edition;
} reading_engine;

/** Reads a report.
 *  @param parser  parses trees (the caller's thread's).
 *  @param report  from text_report_read, in the same arena.
 *  @param arena   receives the reading; it lives until the arena is reset.
 *  @param scratch another one, which is used on the way and left empty.
 *  @param out     set only on success.
 *  @return CHANCERY_OK, _E_LIMIT, _E_MEMORY.
 *  Threads: any; the arenas may not be shared. */
chancery_status reading_make(const reading_engine *engine, syntax_parser *parser,
                             const text_report *report, arena *arena, struct arena *scratch,
                             chancery_reading *out, chancery_error *error) CHANCERY_MUST_CHECK;

/** Reads what one of two given actors does to the other, by the stages of reading_make up to the
 * events.
 *  @param report  text_report_plain's, not empty.
 *  @param actors  [2] where source and target stand in its text.
 *  @param out     set only on success; its event is empty where the text says nothing between them.
 *                 Its slices are the codebook's, or literals.
 *  @return CHANCERY_OK, _E_LIMIT, _E_MEMORY. */
chancery_status reading_pair(const reading_engine *engine, syntax_parser *parser,
                             const text_report *report, const span *actors, arena *arena,
                             struct arena *scratch, chancery_pair *out,
                             chancery_error *error) CHANCERY_MUST_CHECK;

/** Which sentences of a report would be parsed: those that can matter.
 *  @param chosen [report->sentence_count] receives it.
 *  @return CHANCERY_OK, _E_LIMIT, _E_MEMORY. */
chancery_status reading_scan(const reading_engine *engine, const text_report *report, arena *arena,
                             bool *chosen, chancery_error *error) CHANCERY_MUST_CHECK;

/** Who a short phrase means. Slices are of the knowledge base, literals, or in the arena. */
typedef struct reading_resolved {
    slice code;   /* empty where no state or organisation belongs to it */
    slice sector; /* empty where it has none */
    slice kind;   /* state, igo, organisation, group, place, person, agent, or empty */
    slice name;   /* of the state, organisation or person; empty where none is known */
    slice why;    /* reasons, a short sentence: "'Iraqi' is Iraq; 'soldiers' are MIL" */
} reading_resolved;

/** Says who an actor phrase means, as a wire report has it ("warplanes from the Gulf kingdom of
 * Bahrain"), a name alone, or what is no actor at all. Looks at the words and the knowledge base
 * only, so that fragments, ALL CAPS and all small letters can be read too.
 *  @param engine its lexicon must be there; the model and the codebook are not used.
 *  @param text   checked UTF-8.
 *  @param date   the day at which people hold their offices; 0: what holds without an end.
 *  @param out    set only on success.
 *  @return CHANCERY_OK, _E_LIMIT, _E_MEMORY. Threads: any; the arena may not be shared. */
chancery_status reading_resolve(const reading_engine *engine, slice text, kb_date date,
                                arena *arena, reading_resolved *out,
                                chancery_error *error) CHANCERY_MUST_CHECK;

/** The words of enumerators as they stand in JSON and in the archive ("occurred", "state",
 * "warning", "DATE"). */
slice reading_status_name(chancery_event_status status);
slice reading_entity_kind_name(chancery_entity_kind kind);
slice reading_severity_name(chancery_severity severity);
slice reading_date_type_name(chancery_date_type type);
slice reading_how_name(chancery_how how);
slice reading_date_from_name(chancery_date_from from); /* of CHANCERY_FROM_NOTHING empty */
bool reading_status_of(slice name, chancery_event_status *out);
bool reading_entity_kind_of(slice name, chancery_entity_kind *out);
bool reading_severity_of(slice name, chancery_severity *out);
bool reading_date_type_of(slice name, chancery_date_type *out);
bool reading_how_of(slice name, chancery_how *out);
bool reading_date_from_of(slice name, chancery_date_from *out); /* an empty name too */

#endif
