/* What the files of `chancery parse` share.
 *
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef CLI_PARSE_H
#define CLI_PARSE_H

#include <stdio.h>

#include "syntax/conllu.h"
#include "text/text.h"

/** Where a sentence stands. */
typedef struct parse_place {
    slice text;               /* its bytes, or those of its comment "# text = " */
    const text_token *tokens; /* [word_count] of its text, or NULL: taken from CoNLL-U */
} parse_place;

/** The text that a sentence's comments give, or an empty slice. */
slice parse_text_of(const conllu_sentence *s);

/** Prints a sentence as one line of JSON.
 *  @param work for the line. @return CHANCERY_OK, _E_LIMIT, _E_MEMORY. */
chancery_status parse_print_json(FILE *out, const conllu_sentence *s, const parse_place *place,
                                 const syntax_tree *tree, arena *work,
                                 chancery_error *error) CHANCERY_MUST_CHECK;

#endif
