/* The sentences of a report, parsed.
 *
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef SYNTAX_SENTENCES_H
#define SYNTAX_SENTENCES_H

#include "syntax/syntax.h"
#include "syntax/tree_parse.h"

/** Parses sentences of a report, many together. A dateline that opens one ("LISBON, March 3 -") is
 *  parsed by itself and hangs on the root of the rest as "dep".
 *  @param chosen    [report->sentence_count] those to parse, or NULL: all. The others' parses stay
 *                   as they are.
 *  @param name_mark [report->token_count] or NULL: 1 at words that begin or continue a known name
 *                   (state, organisation, place, person), 2 at a nationality: the tags of nouns are
 *                   put right there.
 *  @param arena     receives the parses, as small as they can be.
 *  @param scratch   another one, which is reset.
 *  @param out       [report->sentence_count]
 *  @return CHANCERY_OK, _E_LIMIT, _E_MEMORY.
 *  Threads: any; `lemmas` may be shared, `parser` and the arenas may not. */
chancery_status syntax_parse_sentences(const syntax_lemmas *lemmas, syntax_parser *parser,
                                       slice text, const text_report *report, const bool *chosen,
                                       const uint8_t *name_mark, struct arena *arena,
                                       struct arena *scratch, syntax_sentence *out,
                                       chancery_error *error) CHANCERY_MUST_CHECK;

#endif
