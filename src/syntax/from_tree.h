/* Phrases and clauses from a Universal Dependencies tree.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * A parser gives each word a tag, a lemma, a head and a relation (English UD 2: Nivre et al. 2020);
 * what reading sees is a syntax_sentence. Most of it stands in the tree: who is subject and object,
 * what hangs on what. Rules fill in the rest: who does what an infinitive says behind "called on",
 * which preposition counts where there are two, that who reports governs what is reported. */
#ifndef SYNTAX_FROM_TREE_H
#define SYNTAX_FROM_TREE_H

#include "syntax/syntax.h"

/** Relations that mean something here; a subtype that isn't listed counts as what it is a subtype
 * of. */
typedef enum tree_relation {
    TREE_DEP, /* also all that has no name here */
    TREE_ROOT,
    TREE_ACL,
    TREE_ACL_RELCL,
    TREE_ADVCL,
    TREE_ADVCL_RELCL,
    TREE_ADVMOD,
    TREE_AMOD,
    TREE_APPOS,
    TREE_AUX,
    TREE_AUX_PASS,
    TREE_CASE,
    TREE_CC,
    TREE_CCOMP,
    TREE_COMPOUND,
    TREE_COMPOUND_PRT,
    TREE_CONJ,
    TREE_COP,
    TREE_CSUBJ,
    TREE_DET,
    TREE_DISCOURSE,
    TREE_DISLOCATED,
    TREE_EXPL,
    TREE_FIXED,
    TREE_FLAT,
    TREE_GOESWITH,
    TREE_IOBJ,
    TREE_LIST,
    TREE_MARK,
    TREE_NMOD,
    TREE_NMOD_DESC,     /* a title before a name */
    TREE_NMOD_POSS,     /* "'s", "its" */
    TREE_NMOD_UNMARKED, /* without a preposition: parts of dates, "Paris, France" */
    TREE_NSUBJ,
    TREE_NSUBJ_OUTER,
    TREE_NSUBJ_PASS,
    TREE_NUMMOD,
    TREE_OBJ,
    TREE_OBL,
    TREE_OBL_UNMARKED, /* "on" left out: "arrived Monday" */
    TREE_ORPHAN,
    TREE_PARATAXIS,
    TREE_PUNCT,
    TREE_REPARANDUM,
    TREE_VOCATIVE,
    TREE_XCOMP,
    TREE_RELATION_COUNT,
} tree_relation;

/** The relation of a name ("nsubj:pass"). */
tree_relation tree_relation_of(slice name);

/** The tag of an XPOS ("PRP$", "-LRB-", "``"). */
syntax_tag tree_tag_of(slice xpos);

/** A sentence with its tree. */
typedef struct tree_input {
    slice text;
    const text_token *tokens; /* [count] */
    syntax_word *words;       /* [count] tags and lemmas; some are put right here */
    size_t count;
    bool title;
    const int16_t *head;     /* [count] word, or -1: the root */
    const uint8_t *relation; /* [count] tree_relation */
} tree_input;

/** Builds phrases and clauses. Any heads are taken: words in a ring, or whose head is out of range,
 * are roots.
 *  @param arena  receives the arrays of `out`, which refers to `in`'s tokens and words.
 *  @return CHANCERY_OK, _E_LIMIT, _E_MEMORY. Threads: any; `arena` may not be shared. */
chancery_status syntax_from_tree(const tree_input *in, arena *arena, syntax_sentence *out,
                                 chancery_error *error) CHANCERY_MUST_CHECK;

#endif
