/* CoNLL-U: reading sentences that are cut into words already, and writing trees.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * The format of Universal Dependencies: a line a word with ten columns parted by tabs, comment
 * lines before a sentence's words, an empty line behind them. */
#ifndef SYNTAX_CONLLU_H
#define SYNTAX_CONLLU_H

#include <stdio.h>

#include "syntax/tree_parse.h"

/** A line before or among the words, kept as it was. */
typedef struct conllu_line {
    slice text;    /* a comment, without line ends; of a multiword token the range, "3-4" */
    slice form;    /* of a multiword token */
    slice misc;    /* of a multiword token; empty for "_" */
    size_t before; /* the word that it stands before; 0 also for comments */
} conllu_line;

/** A sentence; all slices are bytes of the input. */
typedef struct conllu_sentence {
    const conllu_line *lines; /* [line_count] in order */
    size_t line_count;
    const slice *form; /* [word_count] */
    const slice *misc; /* [word_count] without NER=, the rest as it stood; empty for "_" */
    size_t word_count; /* 0: the input is at its end */
} conllu_sentence;

typedef struct conllu_reader {
    slice rest;
    uint64_t line; /* number of the last line that was read */
} conllu_reader;

/** @param bytes outlive what is read. @return CHANCERY_OK, _E_UTF8. */
chancery_status conllu_open(slice bytes, conllu_reader *out,
                            chancery_error *error) CHANCERY_MUST_CHECK;

/** Reads the next sentence. Comments and multiword tokens are kept; empty nodes ("3.1") and all
 *  columns but ID, FORM and MISC are left out, and so is the comment that conllu_write makes.
 *  @return CHANCERY_OK, _E_FORMAT with error->line, _E_LIMIT, _E_MEMORY. */
chancery_status conllu_next(conllu_reader *reader, arena *arena, conllu_sentence *out,
                            chancery_error *error) CHANCERY_MUST_CHECK;

/** Writes a sentence with an empty line behind it. Tabs, line ends and NUL bytes of forms and
 * lemmas become spaces; what has no bytes is "_". */
void conllu_write(FILE *out, const conllu_sentence *sentence, const syntax_tree *tree);

#endif
