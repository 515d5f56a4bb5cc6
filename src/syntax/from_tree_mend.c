/* Trees put right before they are read.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * Where the guidelines' analysis is not ours: in "is going to visit" the verb is "visit"; in
 * "called on Fiji" stands a preposition; "is committed to" is the passive of a verb; in "the
 * problem is that he left" there are two clauses. And where no tree can be right: two subjects of
 * one verb. */
#include "syntax/from_tree_inner.h"

#define COUNT(list) (sizeof(list) / sizeof *(list))

/* `to` takes the place of `from` in the tree. */
static void take_place(tree_parse *t, int16_t from, int16_t to, tree_relation relation)
{
    for (int16_t i = t->child[from]; i != NONE; i = t->next[i])
        if (i != to)
            t->head[i] = to;
    t->head[to] = t->head[from];
    t->relation[to] = t->relation[from];
    t->head[from] = to;
    t->relation[from] = (uint8_t)relation;
    tree_link_children(t);
}

/* "is going to visit": an auxiliary. */
static void mend_going(tree_parse *t, int16_t i)
{
    int16_t verb = tree_child(t, i, TREE_XCOMP);
    if (form_is(t, i, "going") && word_tag(t, i) == SYNTAX_VBG && has_child(t, i, TREE_AUX) &&
        verb > i && tree_to(t, verb) != NONE && !has_child(t, verb, TREE_AUX))
        take_place(t, i, verb, TREE_AUX);
}

/* "called on Fiji", "called upon Fiji". */
static void mend_calls_on(tree_parse *t, int16_t i)
{
    int16_t particle = tree_child(t, i, TREE_COMPOUND_PRT), object = tree_child(t, i, TREE_OBJ);
    if (particle == NONE || object < particle ||
        !(form_is(t, particle, "on") || form_is(t, particle, "upon")) ||
        !(verb_flags(t->p.words[i].lemma) & VERB_CALLS_ON))
        return;
    t->head[particle] = object;
    t->relation[particle] = TREE_CASE;
    t->relation[object] = TREE_OBL;
    t->p.words[particle].tag = SYNTAX_IN;
    tree_link_children(t);
}

/* Adjectives in -ed that say the same as the passive of their verb, and the verb. */
static const struct {
    const char *adjective, *verb;
} passives[] = {
    {"accused", "accuse"},     {"alleged", "allege"},     {"committed", "commit"},
    {"dedicated", "dedicate"}, {"detained", "detain"},    {"determined", "determine"},
    {"engaged", "engage"},     {"expected", "expect"},    {"injured", "injure"},
    {"involved", "involve"},   {"killed", "kill"},        {"needed", "need"},
    {"obliged", "oblige"},     {"opposed", "oppose"},     {"prepared", "prepare"},
    {"required", "require"},   {"scheduled", "schedule"}, {"supposed", "suppose"},
    {"wanted", "want"},        {"wounded", "wound"},
};

static void mend_adjective(tree_parse *t, int16_t i)
{
    int16_t be = tree_child(t, i, TREE_COP);
    if (be == NONE || word_tag(t, i) != SYNTAX_JJ)
        return;
    for (size_t k = 0; k < COUNT(passives); k++) {
        if (!form_is(t, i, passives[k].adjective))
            continue;
        t->relation[be] = TREE_AUX_PASS;
        t->p.words[i].tag = SYNTAX_VBN;
        t->p.words[i].lemma = slice_of(passives[k].verb);
        t->p.words[i].lemma_key = text_key(t->p.words[i].lemma);
    }
}

/* A form of "be" before what is no verb. */
static void mend_copula(tree_parse *t, int16_t i)
{
    int16_t head = t->head[i];
    bool verb = head == NONE || is_verb_tag(word_tag(t, head)) || word_tag(t, head) == SYNTAX_MD;
    if (!verb && t->relation[i] == TREE_AUX && slice_is(t->p.words[i].lemma, "be") &&
        !has_child(t, head, TREE_COP))
        t->relation[i] = TREE_COP;
}

/* "The problem is that Fiji left", "The aim is to win": the tree has one predicate with two
 * subjects or a clause behind "be"; here "be" governs the clause. */
static void mend_outer(tree_parse *t, int16_t i)
{
    int16_t be = tree_child(t, i, TREE_COP), outer = tree_child(t, i, TREE_NSUBJ_OUTER);
    bool clausal = outer != NONE || (has_child(t, i, TREE_CSUBJ) && is_verb_tag(word_tag(t, i)));
    if (be == NONE || be > i || !clausal)
        return;
    bool because = false;
    for (int16_t c = t->child[i]; c != NONE; c = t->next[c]) {
        if (c < be && c != outer && t->relation[c] != TREE_CONJ)
            t->head[c] = be;
        because |= t->relation[c] == TREE_MARK && form_is(t, c, "because");
    }
    if (outer != NONE) {
        t->head[outer] = be;
        t->relation[outer] = TREE_NSUBJ;
    }
    t->head[be] = t->head[i];
    t->relation[be] = t->relation[i];
    t->head[i] = be;
    t->relation[i] = because ? TREE_ADVCL : TREE_CCOMP;
    tree_link_children(t);
}

void tree_mend(tree_parse *t)
{
    for (int16_t i = 0; i < (int16_t)t->p.count; i++) {
        mend_copula(t, i);
        mend_outer(t, i);
        mend_going(t, i);
        mend_calls_on(t, i);
        mend_adjective(t, i);
    }
}
