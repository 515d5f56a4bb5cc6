/* The sentences of a report, parsed by what is there: trees of a network, else tags and rules.
 *
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef SYNTAX_SENTENCES_H
#define SYNTAX_SENTENCES_H

#include "syntax/syntax.h"
#include "syntax/tree_parse.h"

/** Parses all sentences of a report, together where there is a parser.
 *  @param parser    parses trees; NULL: `model` alone tags, and rules over tags do the rest.
 *  @param name_mark [report->token_count] as syntax_parse has it, or NULL.
 *  @param arena     receives the parses.
 *  @param out       [report->sentence_count]
 *  @return CHANCERY_OK, _E_LIMIT, _E_MEMORY.
 *  Threads: any; `model` may be shared, `parser` and `arena` may not. */
chancery_status syntax_parse_sentences(const syntax_model *model, syntax_parser *parser, slice text,
                                       const text_report *report, const uint8_t *name_mark,
                                       arena *arena, syntax_sentence *out,
                                       chancery_error *error) CHANCERY_MUST_CHECK;

#endif
