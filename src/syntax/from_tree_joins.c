/* What the noun phrases of a tree are to each other.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * The tree hangs all conjuncts on the first; here each follows the one before it. A conjunct with a
 * preposition of its own ("in Oslo and in Bergen") is joined to nothing and stands where the first
 * stands. */
#include "syntax/from_tree_inner.h"

/* ------------------------------------------------------------------------------ prepositions */

static bool long_preposition_at(const parse *p, size_t i)
{
    char first[LOWER_BYTES], second[LOWER_BYTES];
    return i + 1 < p->count &&
           is_long_preposition(lower_at(p, i, first), lower_at(p, i + 1, second));
}

/* The preposition among the children of `i` that stands last before word `start`; of several words
 * ("according to", "ahead of") the first. */
static int16_t preposition_of(const tree_parse *t, int16_t i, size_t start)
{
    int16_t found = NONE;
    for (int16_t c = t->child[i]; c != NONE && (size_t)c < start; c = t->next[c])
        if (t->relation[c] == TREE_CASE && word_tag(t, c) != SYNTAX_POS)
            found = c;
    if (found == NONE && start > 0 && t->relation[start - 1] == TREE_CASE &&
        t->head[start - 1] != NONE && t->top[t->head[start - 1]] == i)
        found = (int16_t)(start - 1);
    if (found > 0 && !has_child(t, found, TREE_FIXED) && t->p.phrase_of[found - 1] == NONE &&
        t->relation[found - 1] != TREE_COMPOUND_PRT &&
        long_preposition_at(&t->p, (size_t)found - 1))
        found--;
    return found;
}

/* "called for Fiji to leave", "with Fiji leaving": what stands before the subject of a verb without
 * a tense governs it as well. */
static int16_t governing_mark(const tree_parse *t, int16_t i, size_t start)
{
    int16_t verb = t->head[i];
    if (verb == NONE || !is_subject_relation(relation_at(t, i)))
        return NONE;
    for (int16_t c = t->child[verb]; c != NONE && (size_t)c < start; c = t->next[c])
        if (t->relation[c] == TREE_MARK && (size_t)c + 1 == start &&
            (form_is(t, c, "for") || form_is(t, c, "with") || form_is(t, c, "of")))
            return c;
    return NONE;
}

/* -------------------------------------------------------------------------------------- lists */

int16_t tree_first_conjunct(const tree_parse *t, int16_t i)
{
    while (t->relation[i] == TREE_CONJ && t->head[i] != NONE && !t->predicate[i] &&
           t->top[t->head[i]] == t->head[i])
        i = t->head[i];
    return i;
}

/* First word of a phrase with its possessors. */
static size_t phrase_start(const parse *p, int16_t phrase)
{
    while (p->phrases[phrase].possessor != NONE)
        phrase = p->phrases[phrase].possessor;
    return p->phrases[phrase].first;
}

/* Own prepositions and possessors. */
static void set_own(tree_parse *t)
{
    parse *p = &t->p;
    for (size_t k = 0; k < p->phrase_count; k++) {
        syntax_phrase *f = &p->phrases[k];
        int16_t lead = t->lead[k];
        if (k > 0 && f->first > 0 && tag_at(p, f->first - 1u) == SYNTAX_POS &&
            p->phrases[k - 1].end + 1u == f->first)
            f->possessor = (int16_t)(k - 1);
        if (lead == NONE)
            continue;
        size_t start = phrase_start(p, t->front[k]);
        int16_t preposition = preposition_of(t, lead, start);
        if (preposition == NONE)
            preposition = governing_mark(t, lead, start);
        p->phrases[t->front[k]].preposition = preposition;
    }
}

/* Pieces without the noun: "[Secretary] of State [Anna Brook]", "[Vrije] de [Universiteit]". */
static void join_pieces(tree_parse *t)
{
    parse *p = &t->p;
    for (size_t k = 0; k < p->phrase_count; k++)
        t->front[k] = (int16_t)k;
    for (size_t k = 0; k < p->phrase_count; k++) {
        if (t->lead[k] != NONE)
            continue;
        int16_t whole = p->phrase_of[t->top[p->phrases[k].head]];
        if (whole > (int16_t)k && t->front[whole] == whole) {
            t->front[whole] = (int16_t)k;
            p->phrases[whole].apposed = (int16_t)k;
        } else if (whole != NONE && whole < (int16_t)k) {
            p->phrases[k].apposed = whole;
        }
    }
}

int16_t tree_phrase(const tree_parse *t, int16_t i)
{
    int16_t phrase = i == NONE ? (int16_t)NONE : t->p.phrase_of[i];
    return phrase == NONE ? (int16_t)NONE : t->front[phrase];
}

/* The conjunct before `i`, a child of the first one. */
static int16_t conjunct_before(const tree_parse *t, int16_t i)
{
    int16_t before = t->head[i];
    for (int16_t c = t->child[t->head[i]]; c != NONE && c < i; c = t->next[c])
        if (t->relation[c] == TREE_CONJ && t->top[c] == c && !t->predicate[c] && c > before)
            before = c;
    return before;
}

static void set_conjunction(tree_parse *t, int16_t lead, int16_t phrase)
{
    syntax_phrase *f = &t->p.phrases[phrase];
    if (t->relation[lead] != TREE_CONJ || t->predicate[lead] || f->preposition != NONE)
        return;
    int16_t before = tree_phrase(t, conjunct_before(t, lead));
    if (before == NONE || before >= phrase)
        return;
    f->conjoined = before;
    f->preposition = t->p.phrases[before].preposition;
}

/* ------------------------------------------------------------------- attachment, apposition */

static bool verb_takes_of(const tree_parse *t, int16_t noun)
{
    int16_t verb = t->head[noun];
    return t->relation[noun] == TREE_OBJ && verb != NONE &&
           (verb_flags(t->p.words[verb].lemma) & VERB_TAKES_OF);
}

static void set_attachment(tree_parse *t, int16_t lead, int16_t phrase)
{
    syntax_phrase *f = &t->p.phrases[phrase];
    int16_t first = tree_first_conjunct(t, lead), head = t->head[first];
    tree_relation r = relation_at(t, first);
    if (f->preposition == NONE || f->conjoined != NONE || head == NONE)
        return;
    bool hangs = r == TREE_NMOD || ((r == TREE_OBL || r == TREE_DEP) && !t->predicate[head]);
    int16_t above = hangs ? t->p.phrase_of[head] : (int16_t)NONE;
    if (above == NONE || above >= phrase ||
        (form_is(t, f->preposition, "of") && verb_takes_of(t, head)))
        return;
    f->attached = above;
}

static void set_apposition(tree_parse *t, int16_t lead, int16_t phrase)
{
    syntax_phrase *f = &t->p.phrases[phrase];
    tree_relation r = relation_at(t, lead);
    bool beside = r == TREE_APPOS || r == TREE_NMOD_UNMARKED || r == TREE_NMOD_DESC;
    int16_t above = beside ? tree_phrase(t, t->head[lead]) : (int16_t)NONE;
    if (above == NONE || above >= phrase || f->preposition != NONE ||
        (t->p.kinds[phrase] & PHRASE_TIME))
        return;
    f->apposed = above;
}

void tree_join_phrases(tree_parse *t)
{
    join_pieces(t);
    set_own(t);
    for (size_t k = 0; k < t->p.phrase_count; k++) {
        int16_t lead = t->lead[k], phrase = t->front[k];
        if (lead == NONE)
            continue;
        set_conjunction(t, lead, phrase);
        set_attachment(t, lead, phrase);
        set_apposition(t, lead, phrase);
    }
}
