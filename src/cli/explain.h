/* Explanations: what explain.c and explain_event.c share.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * An explanation is fields, a line each: a faint label, and text that flows beside it. */
#ifndef CLI_EXPLAIN_H
#define CLI_EXPLAIN_H

#include "cli/query.h"
#include "cli/show.h"

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

/** Everything about an event. */
void explain_event(const explanation *x, const chancery_event *e);

#endif
