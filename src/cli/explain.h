/* Explanations: what explain.c and explain_event.c share.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * An explanation is fields, a line each: a faint label, and text that flows beside it. */
#ifndef CLI_EXPLAIN_H
#define CLI_EXPLAIN_H

#include "cli/query.h"
#include "cli/show.h"
#include "cli/traced.h"

/** What an explanation is made from. */
typedef struct explanation {
    cli_query *q;
    look l;
    const chancery_reading *r;
} explanation;

/** Begins a field; its text goes into the flow. */
look_flow explain_field(const explanation *x, const char *label);

/** Text into a field: plain, a code or what is most important, words in quotation marks. */
void explain_add(look_flow *f, const char *text);
void explain_add_slice(look_flow *f, slice text);
void explain_add_strong(look_flow *f, slice text);
void explain_add_quoted(look_flow *f, slice words);

/** A whole field; nothing where the text is empty. */
void explain_text(const explanation *x, const char *label, slice text);

/** The sentence with the span set off: in bold on a terminal, between » and « elsewhere. */
void explain_sentence(const explanation *x, chancery_span where);

/** Somebody who acts, receives or speaks: code, sector, by which words, who it is. */
void explain_role(const explanation *x, const char *label, const chancery_role *role);

/** A date, and whether the words at `where`, the report or a meeting gave it. */
void explain_when(const explanation *x, slice date, slice enddate, chancery_date_from from,
                  chancery_span where);

/** Which sentences of the report gave nothing, and why. @return the exit status. */
int explain_silent(cli_query *q);

/** Draws the tree of the sentence that the words of the rule stand in, or else the event. */
void explain_tree(const explanation *x, const chancery_event *e, chancery_span trigger);

/** The event's report read again with a recorder. */
typedef struct explain_again {
    traced t;               /* to be closed */
    const reading_try *try; /* that gave the event; NULL where the same report, read by the same
                               edition, no longer gives it, or where edition or report differ */
    uint32_t event;         /* its index there */
} explain_again;

void explain_read_again(const explanation *x, const chancery_event *e, explain_again *out);

/** explain_role, and where its words stand and by which of them who is meant. */
void explain_side(const explanation *x, const explain_again *again, const char *label,
                  const chancery_role *role);

/** Frames of the rule's word that were tried too, and why they gave nothing. */
void explain_others(const explanation *x, explain_again *again);

/** From the begin of the first to the end of the last sentence that a span touches. */
chancery_span explain_sentences(const chancery_reading *r, chancery_span where);

/** Whether the engine is still the one that read the report. */
bool explain_same_edition(const explanation *x);

/** Whether a mention is a name. */
bool explain_is_name(const chancery_how *hows, size_t i);

/** The words by which an item's mentions mean it, and why each that is no name does. */
void explain_mentions(const explanation *x, slice id, const chancery_span *mentions,
                      const chancery_how *hows, size_t count);

/** Everything about an event. */
void explain_event(const explanation *x, const chancery_event *e);

#endif
