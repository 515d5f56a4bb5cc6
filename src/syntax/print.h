/* A parsed sentence for people to read.
 *
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef SYNTAX_PRINT_H
#define SYNTAX_PRINT_H

#include <stdio.h>

#include "syntax/syntax.h"

/** Prints words with tags and lemmas, then a line for each phrase and each clause.
 *  @param text the report's text, for the words' bytes. */
void syntax_print(FILE *out, slice text, const syntax_sentence *sentence);

#endif
