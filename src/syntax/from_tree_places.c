/* Who stands where around the verbs of a tree.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * A relative pronoun is no phrase: where it stands, what it describes stands. Subjects that the
 * tree doesn't give (of what is joined, of participles, of most infinitives) are found in role.c.
 */
#include "syntax/from_tree_inner.h"

/* ------------------------------------------------------------------------- what is described */

static bool is_relative_pronoun(const tree_parse *t, int16_t i)
{
    return i != NONE &&
           (tag_in(word_tag(t, i), RELATIVE_TAGS) ||
            (form_is(t, i, "that") && is_nominal_relation(relation_at(t, i)) && t->top[i] == NONE));
}

/* What the relative clause around a pronoun describes, or NONE. */
static int16_t described_by(const tree_parse *t, int16_t pronoun)
{
    for (int16_t i = tree_predicate(t, pronoun); i != NONE; i = tree_predicate(t, t->head[i]))
        if (frame_at(t, i)->link == SYNTAX_RELATIVE)
            return frame_at(t, i)->described;
    return NONE;
}

/* The phrase of an argument. */
static int16_t argument_at(const tree_parse *t, int16_t i)
{
    if (i == NONE)
        return NONE;
    return is_relative_pronoun(t, i) ? described_by(t, i) : tree_phrase(t, i);
}

/* Of coordinated or apposed phrases the first. */
static int16_t phrase_top(const parse *p, int16_t phrase)
{
    for (;;) {
        const syntax_phrase *f = &p->phrases[phrase];
        if (f->conjoined != NONE)
            phrase = f->conjoined;
        else if (f->apposed != NONE)
            phrase = f->apposed;
        else
            return phrase;
    }
}

/* Of "Austria and Hungary, which share a border" both. */
static int16_t plural_top(const tree_parse *t, int16_t phrase, const group *g)
{
    bool plural = tag_at(&t->p, g->first) == SYNTAX_VBP || word_is(&t->p, g->first, "were");
    return plural ? phrase_top(&t->p, phrase) : phrase;
}

/* The subject of the clause above, where a participle stands between it and its verb. */
static int16_t inserted_behind(const tree_parse *t, int16_t i)
{
    int16_t above = t->head[i];
    if (above == NONE || i > above || !t->predicate[above])
        return NONE;
    for (int16_t c = t->child[above]; c != NONE && c < i; c = t->next[c])
        if (is_subject_relation(relation_at(t, c)))
            return tree_phrase(t, c);
    return NONE;
}

static void set_described(tree_parse *t, int16_t i)
{
    frame *f = frame_at(t, i);
    tree_relation r = relation_at(t, i);
    int16_t noun = t->head[i] == NONE ? (int16_t)NONE : t->p.phrase_of[t->head[i]];
    const group *g = &t->p.groups[f->group];
    bool modifies = r == TREE_ACL || r == TREE_ACL_RELCL || r == TREE_ADVCL_RELCL;
    if (r == TREE_XCOMP && f->link == SYNTAX_PARTICIPLE) {
        int16_t object = tree_child(t, t->head[i], TREE_OBJ);
        f->described = object == NONE ? (int16_t)NONE : tree_phrase(t, object);
    } else if (f->link == SYNTAX_PARTICIPLE && !modifies) {
        int16_t own = tree_child(t, i, TREE_NSUBJ);
        f->described = own == NONE ? inserted_behind(t, i) : tree_phrase(t, own);
    } else if (noun != NONE && modifies && f->link == SYNTAX_RELATIVE) {
        f->described = plural_top(t, noun, g);
    } else if (noun != NONE && modifies && f->link == SYNTAX_PARTICIPLE) {
        f->described = noun;
    } else if (noun != NONE && modifies && f->link == SYNTAX_CONTENT) {
        f->noun = true;
        f->described = noun;
    }
    if (f->described != NONE && t->p.phrases[f->described].apposed != NONE)
        f->described = t->p.phrases[f->described].apposed;
    bool asked = f->described == NONE && modifies && t->head[i] != NONE &&
                 tag_in(word_tag(t, t->head[i]), RELATIVE_TAGS | TAG_BIT(SYNTAX_WRB));
    if (f->link == SYNTAX_RELATIVE && asked) {
        f->link = SYNTAX_CONTENT; /* "what he said", "how it sank" */
        f->marker = t->head[i];
    }
}

/* ------------------------------------------------------------------------------------ subject */

static int16_t subject_word(const tree_parse *t, int16_t i)
{
    static const tree_relation order[] = {TREE_NSUBJ, TREE_NSUBJ_PASS, TREE_NSUBJ_OUTER, TREE_EXPL,
                                          TREE_CSUBJ};
    for (size_t k = 0; k < sizeof order / sizeof *order; k++) {
        int16_t c = tree_child(t, i, order[k]);
        if (c != NONE)
            return c;
    }
    return NONE;
}

static void set_subject(tree_parse *t, int16_t i)
{
    frame *f = frame_at(t, i);
    const group *g = &t->p.groups[f->group];
    int16_t word = subject_word(t, i);
    if (word == NONE)
        return;
    f->own_subject = true;
    f->subject = t->relation[word] == TREE_CSUBJ ? (int16_t)NONE : argument_at(t, word);
    f->reporting |= word > (int16_t)g->verb && (g->flags & VERB_REPORTS) && f->subject != NONE;
}

/* "agreed to", "promised Fiji to": what the subject does. */
static bool controls_as_subject(slice lemma)
{
    return slice_is(lemma, "promise") || slice_is(lemma, "threaten") || slice_is(lemma, "vow");
}

/* "urged Fiji to leave": the object does what the tree hangs on the verb beside it. */
static void set_controlled(tree_parse *t, int16_t i)
{
    frame *f = frame_at(t, i);
    int16_t above = t->head[i];
    if (f->subject != NONE || f->own_subject || relation_at(t, i) != TREE_XCOMP ||
        !t->predicate[above] || controls_as_subject(t->p.words[above].lemma))
        return;
    const frame *outer = frame_at(t, above);
    if (!t->p.groups[outer->group].passive)
        f->subject = outer->object;
}

/* Who does what the infinitive beside a noun says, where the nouns tell it: "China's decision to
 * leave", "the decision of China to leave". */
static void set_intending(tree_parse *t, int16_t i)
{
    const parse *p = &t->p;
    frame *f = frame_at(t, i);
    int16_t noun = t->head[i], phrase = noun == NONE ? (int16_t)NONE : p->phrase_of[noun];
    bool beside = relation_at(t, i) == TREE_ACL || relation_at(t, i) == TREE_ACL_RELCL;
    if (!beside || phrase == NONE || f->link != SYNTAX_INFINITIVE || f->own_subject)
        return;
    int16_t above = tree_predicate(t, noun);
    bool before = above != NONE && noun < (int16_t)p->groups[frame_at(t, above)->group].verb;
    int16_t preposition = p->phrases[phrase].preposition;
    if (form_is(t, preposition, "for")) {
        f->subject = phrase; /* "for Fiji to leave" */
        return;
    }
    f->noun = true;
    f->described = before ? phrase : (int16_t)NONE;
    if (!(p->noun[p->phrases[phrase].head] & NOUN_INTENT)) {
        f->subject = before ? p->phrases[phrase].possessor : (int16_t)NONE;
        return;
    }
    f->subject = p->phrases[phrase].possessor;
    for (size_t k = (size_t)phrase + 1; f->subject == NONE && k < p->phrase_count; k++)
        if (p->phrases[k].attached == phrase && p->phrases[k].first < (size_t)i &&
            word_is(p, (size_t)p->phrases[k].preposition, "of"))
            f->subject = (int16_t)k;
}

/* ------------------------------------------------------------------------------------- object */

static bool is_time(const tree_parse *t, int16_t phrase)
{
    return phrase != NONE && (t->p.kinds[phrase] & PHRASE_TIME);
}

/* The noun behind "be" or "become". */
static int16_t predicate_noun(const tree_parse *t, int16_t i)
{
    int16_t word = i;
    if (!has_child(t, i, TREE_COP)) {
        word = tree_child(t, i, TREE_XCOMP);
        if (word == NONE || t->predicate[word])
            return NONE;
    }
    int16_t phrase = tree_phrase(t, word);
    return phrase != NONE && t->p.phrases[phrase].preposition == NONE ? phrase : (int16_t)NONE;
}

static void set_object(tree_parse *t, int16_t i)
{
    frame *f = frame_at(t, i);
    int16_t direct = tree_child(t, i, TREE_OBJ), indirect = tree_child(t, i, TREE_IOBJ);
    int16_t object = argument_at(t, direct), recipient = argument_at(t, indirect);
    int16_t given = tree_child(t, i, TREE_OBL_UNMARKED);
    if (is_time(t, object))
        object = NONE;
    if (direct != NONE && object != NONE) {
        f->object = object;
        f->recipient = recipient;
    } else if (indirect != NONE && given > indirect && tree_phrase(t, given) != NONE) {
        f->object = tree_phrase(t, given); /* "gave the envoy a day" */
        f->recipient = recipient;
    } else if (indirect != NONE) {
        f->object = recipient;
    } else {
        f->object = predicate_noun(t, i);
    }
}

/* "the reason he left", "the way they vote". */
static bool is_manner(const tree_parse *t, int16_t phrase)
{
    static const char *const nouns[] = {"reason", "way",    "day",  "time",
                                        "moment", "manner", "place"};
    for (size_t i = 0; i < sizeof nouns / sizeof *nouns; i++)
        if (lemma_is(&t->p, t->p.phrases[phrase].head, nouns[i]))
            return true;
    return false;
}

/* In "that it sent" the object is what is described, unless the pronoun stands elsewhere or a time
 * or manner is described ("the day he left"). */
static void set_gap(tree_parse *t, int16_t i)
{
    frame *f = frame_at(t, i);
    if (f->link != SYNTAX_RELATIVE || f->described == NONE)
        return;
    int16_t pronoun = tree_pronoun(t, i);
    bool placed = pronoun != NONE && word_tag(t, pronoun) != SYNTAX_WPS &&
                  (t->head[pronoun] != i || t->relation[pronoun] != TREE_OBJ);
    const group *g = &t->p.groups[f->group];
    f->gap = placed || is_time(t, f->described) || is_manner(t, f->described) || g->copula ||
             has_child(t, i, TREE_CCOMP) || has_child(t, i, TREE_XCOMP);
    if (pronoun == NONE && !f->own_subject && !g->passive)
        f->subject = f->described;
    if (f->subject == f->described)
        f->gap = true;
    if (pronoun == NONE && has_child(t, i, TREE_XCOMP) && f->subject != f->described &&
        !is_manner(t, f->described)) {
        int16_t inner = tree_child(t, i, TREE_XCOMP); /* "the ships it wants to buy" */
        if (t->predicate[inner] && frame_at(t, inner)->object == NONE &&
            !t->p.groups[frame_at(t, inner)->group].passive)
            frame_at(t, inner)->object = f->described;
    }
}

/* "condemned and rejected the plan": the plan hangs on the first and stands behind the second. */
static void share_objects(tree_parse *t)
{
    const parse *p = &t->p;
    for (size_t k = 0; k < p->frame_count; k++) {
        frame *f = &p->frames[k];
        if (f->link != SYNTAX_CONJOINED || f->parent == NONE || f->object != NONE || f->own_subject)
            continue;
        int16_t object = p->frames[f->parent].object;
        const group *g = &p->groups[f->group], *outer = &p->groups[p->frames[f->parent].group];
        bool passive = g->passive && (outer->passive || g->first != g->verb);
        if (object != NONE && p->phrases[object].first > g->verb && !passive)
            f->object = object;
    }
}

/* ----------------------------------------------------------------------------------- obliques */

static void add_place(tree_parse *t, int16_t predicate, int16_t preposition, int16_t phrase)
{
    parse *p = &t->p;
    if (predicate == NONE || p->oblique_count == p->count)
        return;
    p->obliques[p->oblique_count++] =
        (oblique_item){t->frame_of[predicate], {(uint16_t)preposition, (uint16_t)phrase}};
}

/* The noun that the phrases above `i` hang on in the end. */
static int16_t outermost_noun(const tree_parse *t, int16_t i)
{
    for (;;) {
        tree_relation r = relation_at(t, i);
        int16_t head = t->head[i];
        bool noun = r == TREE_NMOD || r == TREE_CONJ || r == TREE_APPOS || r == TREE_NMOD_DESC ||
                    r == TREE_NMOD_UNMARKED || t->top[i] != i;
        if (!noun || head == NONE || t->top[head] == NONE || t->predicate[i])
            return i;
        i = head;
    }
}

/* What is attached to a noun stands among the obliques as well, since parsers err there, but not
 * "of" and the like and not where the noun is a subject before its verb or possesses something. */
static bool stays_with_noun(const tree_parse *t, int16_t lead, const syntax_phrase *f)
{
    int16_t noun = outermost_noun(t, lead), above = tree_predicate(t, noun);
    tree_relation r = relation_at(t, noun);
    size_t word = (size_t)f->preposition;
    if (f->attached == NONE)
        return false;
    if (word_is(&t->p, word, "of") || word_is(&t->p, word, "including") ||
        word_is(&t->p, word, "such") || word_is(&t->p, word, "than") || above == NONE)
        return true;
    const group *g = &t->p.groups[frame_at(t, above)->group];
    return r == TREE_NMOD_POSS || (is_subject_relation(r) && f->first < g->verb);
}

static void place_oblique(tree_parse *t, size_t k)
{
    int16_t lead = t->lead[k], phrase = t->front[k];
    const syntax_phrase *f = &t->p.phrases[phrase];
    if (lead == NONE || f->preposition == NONE || f->conjoined != NONE || f->apposed != NONE ||
        stays_with_noun(t, lead, f))
        return;
    int16_t from = t->predicate[lead] && has_child(t, lead, TREE_COP)
                       ? lead
                       : t->head[tree_first_conjunct(t, lead)];
    int16_t above = tree_predicate(t, from);
    if (relation_at(t, f->preposition) == TREE_MARK) /* "for Fiji to leave" */
        above = above == NONE ? (int16_t)NONE : tree_predicate(t, t->head[above]);
    add_place(t, above, f->preposition, phrase);
}

/* "to which it sailed". */
static void place_pronoun(tree_parse *t, int16_t i)
{
    if ((t->relation[i] != TREE_OBL && t->relation[i] != TREE_NMOD) || !is_relative_pronoun(t, i))
        return;
    int16_t preposition = tree_child(t, i, TREE_CASE), described = described_by(t, i);
    if (preposition != NONE && described != NONE)
        add_place(t, tree_predicate(t, i), preposition, described);
}

static void place_obliques(tree_parse *t)
{
    const parse *p = &t->p;
    size_t k = 0;
    for (int16_t i = 0; i < (int16_t)p->count; i++) {
        place_pronoun(t, i);
        if (k < p->phrase_count && p->phrases[k].first == (uint16_t)i)
            place_oblique(t, k++);
    }
}

void tree_place_phrases(tree_parse *t)
{
    int16_t count = (int16_t)t->p.count;
    for (int16_t i = 0; i < count; i++)
        if (t->predicate[i])
            set_described(t, i);
    for (int16_t i = 0; i < count; i++)
        if (t->predicate[i]) {
            set_subject(t, i);
            set_object(t, i);
        }
    for (int16_t i = 0; i < count; i++)
        if (t->predicate[i]) {
            set_gap(t, i);
            set_controlled(t, i);
            set_intending(t, i);
        }
    share_objects(t);
    place_obliques(t);
}
