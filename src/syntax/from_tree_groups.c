/* Verb groups of a tree: a predicate with its auxiliaries, adverbs and particle.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * A noun behind a form of "be" is the predicate in the tree; the group is then that of "be", and
 * the noun its object. */
#include "syntax/from_tree_inner.h"

static bool is_auxiliary(tree_relation r)
{
    return r == TREE_AUX || r == TREE_AUX_PASS || r == TREE_COP;
}

static bool is_negation(const tree_parse *t, int16_t i)
{
    if (form_is(t, i, "not") || form_is(t, i, "n't") || form_is(t, i, "n’t"))
        return !form_is(t, (int16_t)(i + 1), "only");
    return form_is(t, i, "never") || form_is(t, i, "neither") || form_is(t, i, "nor") ||
           (form_is(t, i, "longer") && i > 0 && form_is(t, (int16_t)(i - 1), "no"));
}

static bool negates(const tree_parse *t, int16_t i)
{
    for (int16_t c = t->child[i]; c != NONE; c = t->next[c])
        if ((t->relation[c] == TREE_ADVMOD || t->relation[c] == TREE_CC ||
             t->relation[c] == TREE_DET) &&
            t->top[c] == NONE && is_negation(t, c))
            return true;
    return false;
}

/* The word that carries the meaning. */
static int16_t verb_of(const tree_parse *t, int16_t predicate)
{
    int16_t be = NONE;
    for (int16_t c = t->child[predicate]; c != NONE; c = t->next[c])
        if (t->relation[c] == TREE_COP)
            be = c;
    bool adjective =
        tag_in(word_tag(t, predicate), ADJECTIVE_TAGS) || is_verb_tag(word_tag(t, predicate));
    return be == NONE || (adjective && t->top[predicate] == NONE) ? predicate : be;
}

/* What the auxiliaries say. */
typedef struct auxiliaries {
    int16_t first; /* in the text, or NONE */
    int16_t modal, to;
    bool passive, have, be, being;
} auxiliaries;

static auxiliaries read_auxiliaries(const tree_parse *t, int16_t predicate)
{
    auxiliaries a = {NONE, NONE, tree_to(t, predicate), false, false, false, false};
    for (int16_t c = t->child[predicate]; c != NONE; c = t->next[c]) {
        tree_relation r = relation_at(t, c);
        if (!is_auxiliary(r))
            continue;
        if (a.first == NONE)
            a.first = c;
        if ((word_tag(t, c) == SYNTAX_MD || form_is(t, c, "going")) && a.modal == NONE)
            a.modal = c;
        slice lemma = t->p.words[c].lemma;
        a.passive |= r == TREE_AUX_PASS;
        a.have |= slice_is(lemma, "have") && r == TREE_AUX;
        a.being |= a.be && slice_is(lemma, "be") && word_tag(t, c) == SYNTAX_VBG;
        a.be |= slice_is(lemma, "be");
    }
    return a;
}

/* "X to visit Y" in a headline: a subject of its own before "to". */
static bool is_headline_future(const tree_parse *t, int16_t predicate, const auxiliaries *a)
{
    tree_relation r = relation_at(t, predicate);
    int16_t subject = tree_child(t, predicate, TREE_NSUBJ);
    if (subject == NONE)
        subject = tree_child(t, predicate, TREE_NSUBJ_PASS);
    if (subject == NONE || a->to == NONE || subject > a->to)
        return false;
    for (int16_t c = t->child[predicate]; c != NONE; c = t->next[c])
        if (t->relation[c] == TREE_MARK && c != a->to)
            return false;
    return t->p.title || r == TREE_ROOT || r == TREE_PARATAXIS;
}

static group_form form_of(unsigned tag)
{
    switch (tag) {
    case SYNTAX_VB:
        return GROUP_BARE;
    case SYNTAX_VBG:
        return GROUP_GERUND;
    case SYNTAX_VBN:
        return GROUP_PARTICIPLE;
    default:
        return GROUP_FINITE;
    }
}

static void set_form(const tree_parse *t, int16_t predicate, const auxiliaries *a, group *g)
{
    int16_t first = a->first == NONE || a->first > (int16_t)g->verb ? (int16_t)g->verb : a->first;
    unsigned tag = word_tag(t, first);
    g->form = (uint8_t)form_of(tag);
    g->tense = tag == SYNTAX_VBD ? SYNTAX_PAST : SYNTAX_PRESENT;
    g->modal = a->modal;
    bool is_to = a->to != NONE && a->first != NONE && a->first < a->to && g->form == GROUP_FINITE;
    if (is_to && g->modal == NONE) {
        g->modal = a->to;
    } else if (a->to != NONE && !is_to && is_headline_future(t, predicate, a)) {
        g->modal = a->to;
        g->form = GROUP_FINITE;
    } else if (a->to != NONE && !is_to) {
        g->form = GROUP_INFINITIVE;
    }
    if (g->form != GROUP_FINITE)
        g->tense = SYNTAX_BARE;
}

/* A participle alone that has a subject: a headline's passive ("Minister arrested in Lima"), or a
 * past tense that was taken for one. */
static void set_lone_participle(const tree_parse *t, int16_t predicate, group *g)
{
    bool acted = has_child(t, predicate, TREE_NSUBJ),
         suffered = has_child(t, predicate, TREE_NSUBJ_PASS);
    bool own = relation_at(t, predicate) != TREE_ADVCL && relation_at(t, predicate) != TREE_ACL;
    const parse *p = &t->p;
    if (own && suffered && slice_ends(form_at(p, (size_t)predicate), SLICE("ed")) && !p->title &&
        p->count > 1 && slice_is(form_at(p, p->count - 1), ".") &&
        relation_at(t, predicate) == TREE_ROOT)
        suffered = !(acted = true); /* no headline ends so */
    g->passive = !acted || (own && t->p.title && !has_child(t, predicate, TREE_OBJ));
    if (own && (acted || suffered)) {
        g->form = GROUP_FINITE;
        g->tense = SYNTAX_PAST;
    }
}

static void set_voice(const tree_parse *t, int16_t predicate, const auxiliaries *a, group *g)
{
    unsigned tag = word_tag(t, (int16_t)g->verb);
    bool own = (int16_t)g->verb == predicate;
    g->perfect = a->have;
    g->copula = slice_is(t->p.words[g->verb].lemma, "be") || (own && tag_in(tag, ADJECTIVE_TAGS));
    g->passive = a->passive ||
                 (has_child(t, predicate, TREE_NSUBJ_PASS) && !g->copula &&
                  (tag != SYNTAX_VBD || a->first != NONE || t->p.title)) ||
                 (own && tag == SYNTAX_VBN && a->be && !a->have && !g->copula);
    g->progressive = a->being || (own && tag == SYNTAX_VBG && a->be);
    if (own && tag == SYNTAX_VBN && a->first == NONE && !g->copula)
        set_lone_participle(t, predicate, g);
}

/* Whether a word before the verb is of its group. */
static bool is_of_group(const tree_parse *t, int16_t i, int16_t predicate, const group *g)
{
    tree_relation r = relation_at(t, i);
    if (t->p.phrase_of[i] != NONE || t->p.group_of[i] != NONE)
        return false;
    if (t->head[i] == predicate || t->head[i] == (int16_t)g->verb)
        return is_auxiliary(r) || (r == TREE_ADVMOD && tag_in(word_tag(t, i), ADVERB_TAGS)) ||
               (r == TREE_MARK && word_tag(t, i) == SYNTAX_TO);
    return r == TREE_ADVMOD && tag_in(word_tag(t, i), ADVERB_TAGS) && t->head[i] > i &&
           t->head[i] < (int16_t)g->verb && is_of_group(t, t->head[i], predicate, g);
}

static void set_extent(tree_parse *t, int16_t predicate, group *g)
{
    size_t first = g->verb;
    for (size_t i = g->verb; i-- > 0;) {
        bool inserted = is_comma(&t->p, i) || t->p.words[i].tag == SYNTAX_RB;
        if (is_of_group(t, (int16_t)i, predicate, g))
            first = i;
        else if (!inserted || g->verb > i + 4)
            break;
    }
    while (first < g->verb && is_comma(&t->p, first))
        first++;
    g->first = (uint16_t)first;
    g->end = (uint16_t)(g->verb + 1);
    g->particle = tree_child(t, predicate, TREE_COMPOUND_PRT);
    if (g->particle == (int16_t)g->end)
        g->end++;
}

int16_t tree_add_group(tree_parse *t, int16_t predicate)
{
    parse *p = &t->p;
    int16_t index = (int16_t)p->group_count++;
    group *g = &p->groups[index];
    *g = (group){.verb = (uint16_t)verb_of(t, predicate)};
    auxiliaries a = read_auxiliaries(t, predicate);
    set_form(t, predicate, &a, g);
    set_voice(t, predicate, &a, g);
    set_extent(t, predicate, g);
    g->negated = negates(t, predicate);
    for (int16_t c = t->child[predicate]; c != NONE; c = t->next[c])
        if (is_auxiliary(relation_at(t, c)))
            g->negated |= negates(t, c);
    g->flags = verb_flags(p->words[g->verb].lemma);
    for (size_t i = g->first; i < g->end; i++)
        if (p->phrase_of[i] == NONE)
            p->group_of[i] = index;
    return index;
}
