/* Trees: Universal Dependencies of sentences, by the network.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 *     forms --wordpiece.c--> pieces --encode.c--> scores --decode.c, tree.c--> syntax_tree
 *
 * Words are numbered from 0 within their sentence. Every sentence gets a tree with exactly one
 * root. */
#ifndef SYNTAX_TREE_PARSE_H
#define SYNTAX_TREE_PARSE_H

#include "base/arena.h"
#include "syntax/net.h"
#include "syntax/syntax.h"

/** A word of a tree. Labels live as long as the network. */
typedef struct syntax_node {
    slice lemma;  /* in the arena, or the bytes of the form itself where they are the same */
    slice upos;   /* "NOUN" */
    slice xpos;   /* "NNS" */
    slice feats;  /* "Number=Plur|Person=3", or "_" */
    slice deprel; /* "nsubj:pass"; "root" where head is -1 and nowhere else */
    slice name;   /* "O", "B-PER", "I-PER"; an I- stands only behind a B- or I- of its kind */
    int32_t head; /* the word that it hangs on, or -1: the root */
} syntax_node;

typedef struct syntax_tree {
    const syntax_node *words; /* [word_count] */
    size_t word_count;
    size_t windows; /* parts that it was parsed in: 1, but for sentences too long for the network.
                       Later parts hang on the first one's root as "parataxis" */
    syntax_judgements judged; /* in the order of the words */
} syntax_tree;

/** The words of a sentence to be parsed: UTF-8, at least one; none is empty. */
typedef struct syntax_forms {
    const slice *form; /* [count] */
    size_t count;
} syntax_forms;

/** What one thread parses with; grows, is reused. */
typedef struct syntax_parser syntax_parser;

/** @param n is shared and must outlive the parser. @return CHANCERY_OK, _E_MEMORY. */
chancery_status syntax_parser_new(const net *n, syntax_parser **out,
                                  chancery_error *error) CHANCERY_MUST_CHECK;
void syntax_parser_free(syntax_parser *parser); /* NULL is harmless */

/** Parses sentences; those of like length are computed together, so give it many. What comes of
 *  one doesn't depend on the others.
 *  @param forms [count] live as long as the trees.
 *  @param arena receives the words of the trees.
 *  @param out   [count] in the order of `forms`.
 *  @return CHANCERY_OK, _E_LIMIT (also for more than INT32_MAX words in a sentence), _E_MEMORY.
 *  Threads: one a parser. */
chancery_status syntax_parse_trees(syntax_parser *parser, const syntax_forms *forms, size_t count,
                                   arena *arena, syntax_tree *out,
                                   chancery_error *error) CHANCERY_MUST_CHECK;

#endif
