/* What the files that read a tree share.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 *     from_tree.c          a sound copy of the tree
 *     from_tree_slips.c    the copy put right where a parser erred
 *     from_tree_mend.c     and where the guidelines' analysis is not ours
 *     from_tree_phrases.c  words -> noun phrases
 *     from_tree_joins.c    phrases: prepositions, attachment, apposition, conjunction
 *     from_tree_groups.c   predicates -> verb groups
 *     from_tree_links.c    predicates -> frames: what a clause is to the one above it
 *     from_tree_places.c   who stands where around a verb: subject, object, obliques
 *
 * The frames then become clauses in role.c. */
#ifndef SYNTAX_FROM_TREE_INNER_H
#define SYNTAX_FROM_TREE_INNER_H

#include "syntax/from_tree.h"
#include "syntax/parse.h"

typedef struct tree_parse {
    parse p;
    int16_t *head;      /* [count] word or NONE */
    uint8_t *relation;  /* [count] tree_relation */
    int16_t *child;     /* [count] first child, or NONE */
    int16_t *next;      /* [count] next child of the same head, in the order of the text */
    int16_t *top;       /* [count] the noun whose phrase a word is part of, or NONE */
    int16_t *lead;      /* [phrase] word whose relation is the phrase's, or NONE: split off */
    int16_t *front;     /* [phrase] phrase that names its group where a title was split off before
                           it ("[Secretary] of State [Anna Brook]"), else itself */
    uint8_t *predicate; /* [count] heads a clause */
    int16_t *frame_of;  /* [count] frame of a predicate, or NONE */
} tree_parse;

static inline tree_relation relation_at(const tree_parse *t, int16_t i)
{
    return i == NONE ? TREE_ROOT : (tree_relation)t->relation[i];
}

static inline unsigned word_tag(const tree_parse *t, int16_t i)
{
    return i == NONE ? (unsigned)SYNTAX_TAG_COUNT : tag_at(&t->p, (size_t)i);
}

static inline bool form_is(const tree_parse *t, int16_t i, const char *lower)
{
    return i != NONE && word_is(&t->p, (size_t)i, lower);
}

static inline bool is_verb_tag(unsigned tag)
{
    return tag >= SYNTAX_VB && tag <= SYNTAX_VBZ;
}

/** Sets child[] and next[] by head[]. */
void tree_link_children(tree_parse *t);

/** Puts right what no tree can be right in; then what the guidelines see otherwise. */
void tree_mend_slips(tree_parse *t);
void tree_mend(tree_parse *t);

/** The first child with the relation, or NONE. */
int16_t tree_child(const tree_parse *t, int16_t i, tree_relation relation);

static inline bool has_child(const tree_parse *t, int16_t i, tree_relation relation)
{
    return tree_child(t, i, relation) != NONE;
}

/** The child "to" (tag TO) of an infinitive, or NONE. */
int16_t tree_to(const tree_parse *t, int16_t i);

/** Whether the relation is that of an argument or of what stands for one. */
bool is_nominal_relation(tree_relation relation);

/** Subject of any kind. */
static inline bool is_subject_relation(tree_relation r)
{
    return r == TREE_NSUBJ || r == TREE_NSUBJ_PASS || r == TREE_NSUBJ_OUTER;
}

/** The innermost predicate at or above a word, or NONE. */
int16_t tree_predicate(const tree_parse *t, int16_t i);

/** Sets predicate[]; before phrases, since a participle is either. */
void tree_find_predicates(tree_parse *t);
void tree_find_phrases(tree_parse *t);
void tree_join_phrases(tree_parse *t);

/** The verb group of a predicate, as a new one of p.groups; @return its index. */
int16_t tree_add_group(tree_parse *t, int16_t predicate);

/** Frames with parents, links and markers. */
void tree_find_frames(tree_parse *t);

/** Subjects, objects, what is described, obliques. */
void tree_place_phrases(tree_parse *t);

/** The phrase that names the group of word `i`, or NONE. */
int16_t tree_phrase(const tree_parse *t, int16_t i);

/** Of a word in "A, B and C" the word whose relation all have: A. */
int16_t tree_first_conjunct(const tree_parse *t, int16_t i);

/** The word that opens the relative or indirect question ("who", "where"), or NONE. */
int16_t tree_pronoun(const tree_parse *t, int16_t predicate);

/** The verb (or adjective) of a predicate's group and the frame. */
static inline frame *frame_at(const tree_parse *t, int16_t predicate)
{
    return &t->p.frames[t->frame_of[predicate]];
}

#endif
