/* Frames become clauses: parents, subjects that are shared or controlled, spans, complements.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * Who does what an infinitive says depends on the verb above it: "urged Fiji to leave" (its
 * object), "agreed to leave" (its subject), "called on Fiji to leave" (an oblique); lists.c knows
 * which. */
#include <stdlib.h>

#include "base/error.h"
#include "syntax/parse.h"

/* The words that a frame covers. */
typedef struct extent {
    uint16_t first, end; /* without clauses that are joined to it */
    uint16_t last;       /* end with them */
} extent;

typedef struct builder {
    parse *p;
    extent *extents;          /* [frame_count] */
    syntax_clause *clauses;   /* [clause_count] */
    int16_t *frame_of;        /* [clause_count] */
    syntax_oblique *obliques; /* [oblique_count], by clause */
    size_t clause_count;
} builder;

static const group *group_of(const parse *p, const frame *f)
{
    return &p->groups[f->group];
}

/* ------------------------------------------------------------------------------------ subjects */

static int16_t oblique_of(const parse *p, int16_t frame_index, size_t before)
{
    int16_t found = NONE;
    for (size_t i = 0; i < p->oblique_count; i++) {
        const oblique_item *o = &p->obliques[i];
        size_t word = o->oblique.preposition;
        if (o->frame == frame_index && word < before &&
            (word_is(p, word, "on") || word_is(p, word, "upon") || word_is(p, word, "to") ||
             word_is(p, word, "with") || word_is(p, word, "for")))
            found = (int16_t)o->oblique.phrase;
    }
    return found;
}

static int16_t controller(const parse *p, const frame *f, int16_t above)
{
    const frame *outer = &p->frames[above];
    const group *g = group_of(p, outer), *own = group_of(p, f);
    if (g->passive)
        return outer->subject;
    if (f->link == SYNTAX_INFINITIVE) {
        if ((g->flags & (VERB_CONTROLS | VERB_BARE)) && outer->object != NONE)
            return outer->object;
        if (g->flags & VERB_CALLS_ON) {
            int16_t called = oblique_of(p, above, own->first);
            if (called != NONE)
                return called;
        }
    } else if (f->link == SYNTAX_GERUND && f->preposition != NONE && outer->object != NONE &&
               (g->flags & VERB_OF_DOING)) {
        return outer->object;
    }
    return outer->subject;
}

/* @return the subject that can be told by now, or NONE. */
static int16_t find_subject(const parse *p, int16_t index)
{
    const frame *f = &p->frames[index];
    if (f->subject != NONE || f->own_subject)
        return f->subject;
    if (f->link == SYNTAX_PARTICIPLE && f->described != NONE)
        return f->described;
    if (f->noun && f->described != NONE)
        return p->phrases[f->described].possessor;
    int16_t above = f->parent;
    if (above == NONE)
        return NONE;
    if (f->link == SYNTAX_CONJOINED)
        return p->frames[above].subject;
    if (f->link == SYNTAX_ADVERBIAL || f->link == SYNTAX_PARTICIPLE)
        return group_of(p, f)->form == GROUP_FINITE ? NONE : p->frames[above].subject;
    if (f->link == SYNTAX_INFINITIVE || f->link == SYNTAX_GERUND)
        return controller(p, f, above);
    return NONE;
}

/* "There are ships": the subject stands behind the verb. */
static void mend_there(parse *p, frame *f)
{
    if (f->subject == NONE || !(p->kinds[f->subject] & PHRASE_THERE))
        return;
    f->subject = f->object;
    f->object = NONE;
}

/* "condemned and rejected the plan": one object for both. */
static void share_object(parse *p, int16_t index)
{
    const frame *f = &p->frames[index];
    int16_t above = f->parent;
    if (f->link != SYNTAX_CONJOINED || f->object == NONE || above == NONE)
        return;
    frame *outer = &p->frames[above];
    if (outer->object == NONE && p->groups[outer->group].end + 1u == p->groups[f->group].first &&
        !f->own_subject)
        outer->object = f->object;
}

/* "whom it accused": what is described is the object. */
static void set_relative_objects(parse *p)
{
    for (size_t i = 0; i < p->frame_count; i++) {
        frame *f = &p->frames[i];
        if (f->link == SYNTAX_RELATIVE && f->object == NONE && !f->gap && f->described != NONE &&
            f->preposition == NONE && !group_of(p, f)->passive &&
            !(f->marker != NONE && word_is(p, (size_t)f->marker, "where")) &&
            !(f->marker != NONE && tag_at(p, (size_t)f->marker) == SYNTAX_WPS))
            f->object = f->described;
    }
}

static void set_subjects(parse *p)
{
    set_relative_objects(p);
    for (size_t i = 0; i < p->frame_count; i++)
        mend_there(p, &p->frames[i]);
    for (bool changed = true; changed;) {
        changed = false;
        for (size_t i = 0; i < p->frame_count; i++) {
            frame *f = &p->frames[i];
            if (f->subject != NONE)
                continue;
            f->subject = find_subject(p, (int16_t)i);
            changed |= f->subject != NONE;
        }
    }
    for (size_t i = 0; i < p->frame_count; i++)
        share_object(p, (int16_t)i);
}

/* --------------------------------------------------------------------------------------- spans */

/* The frame whose words those of this one are too, or NONE: what is joined to a clause is not part
 * of it but of what both hang on. */
static int16_t container_of(const parse *p, int16_t at)
{
    while (p->frames[at].link == SYNTAX_CONJOINED && p->frames[at].parent != NONE)
        at = p->frames[at].parent;
    const frame *f = &p->frames[at];
    if (f->parent == NONE || f->link == SYNTAX_ROOT || f->link == SYNTAX_CONJOINED ||
        (f->link == SYNTAX_CONTENT && p->frames[f->parent].reporting))
        return NONE;
    return f->parent;
}

static void widen(extent *e, const extent *by)
{
    if (by->first >= by->end)
        return;
    if (e->first >= e->end) {
        e->first = by->first;
        e->end = by->end;
        return;
    }
    e->first = by->first < e->first ? by->first : e->first;
    e->end = by->end > e->end ? by->end : e->end;
}

static void set_extents(builder *b)
{
    parse *p = b->p;
    extent *own = b->extents + p->frame_count;
    for (size_t i = 0; i < p->count; i++) {
        if (p->owner[i] == NONE)
            continue;
        extent word = {(uint16_t)i, (uint16_t)(i + 1), 0};
        widen(&own[p->owner[i]], &word);
    }
    for (size_t i = 0; i < p->frame_count; i++) {
        int16_t at = (int16_t)i;
        widen(&b->extents[i], &own[i]);
        while ((at = container_of(p, at)) != NONE)
            widen(&b->extents[at], &own[i]);
    }
    for (size_t i = 0; i < p->frame_count; i++)
        for (int16_t at = (int16_t)i; at != NONE;) {
            extent *e = &b->extents[at];
            e->last = own[i].end > e->last ? own[i].end : e->last;
            if (p->frames[at].link == SYNTAX_ROOT ||
                (p->frames[at].parent != NONE && p->frames[p->frames[at].parent].reporting &&
                 p->frames[at].link == SYNTAX_CONTENT &&
                 b->extents[at].first < b->extents[p->frames[at].parent].first))
                break;
            at = p->frames[at].parent;
        }
}

/* ---------------------------------------------------------------------------------- complements */

static bool is_mark(const parse *p, size_t i)
{
    return is_comma(p, i) || is_break(p, i) || is_dash(p, i);
}

/* Quotation marks around the whole, or one half of a pair, are no part of what is said. */
static void strip_quotes(const parse *p, size_t *first, size_t *end)
{
    size_t quotes = 0;
    for (size_t i = *first; i < *end; i++)
        quotes += is_quote(p, i);
    if (quotes == 0 || *first >= *end)
        return;
    bool opens = is_quote(p, *first), closes = is_quote(p, *end - 1);
    if (opens && closes && quotes == 2) {
        ++*first;
        --*end;
    } else if (quotes % 2 == 1 && opens) {
        ++*first;
    } else if (quotes % 2 == 1 && closes) {
        --*end;
    }
}

/* ", according to …" at the end says who says it, not what. */
static size_t without_source(const parse *p, size_t first, size_t end)
{
    for (size_t i = end; i-- > first + 1;) {
        if (p->group_of[i] != NONE)
            break;
        if (word_is(p, i, "according") && word_is(p, i + 1, "to"))
            return i;
    }
    return end;
}

static syntax_range trimmed(const parse *p, size_t first, size_t end)
{
    for (size_t before = SIZE_MAX; before != end - first && first < end;) {
        before = end - first;
        while (first < end && is_mark(p, first))
            first++;
        while (first < end && is_mark(p, end - 1))
            end--;
        strip_quotes(p, &first, &end);
        end = without_source(p, first, end);
    }
    if (first >= end)
        return (syntax_range){0, 0};
    return (syntax_range){(uint16_t)first, (uint16_t)end};
}

/* What a verb says: from the first of its content clauses to the end of the last. */
static bool content_of(const builder *b, int16_t index, size_t *first, size_t *end)
{
    const parse *p = b->p;
    size_t after = p->groups[p->frames[index].group].end;
    *first = p->count;
    *end = 0;
    for (size_t i = 0; i < p->frame_count; i++) {
        const frame *f = &p->frames[i];
        if (f->link != SYNTAX_CONTENT || f->parent != index || b->extents[i].first < after ||
            f->noun)
            continue;
        size_t start = b->extents[i].first;
        if (f->marker != NONE && (size_t)f->marker == start && word_is(p, start, "that"))
            start++;
        *first = start < *first ? start : *first;
        *end = b->extents[i].last > *end ? b->extents[i].last : *end;
    }
    return *first < *end;
}

static syntax_range complement_of(const builder *b, int16_t index)
{
    const parse *p = b->p;
    const frame *f = &p->frames[index];
    size_t first, end, verb_end = p->groups[f->group].end;
    if (content_of(b, index, &first, &end)) {
        while (first > verb_end && is_quote(p, first - 1))
            first--;
        while (end < p->count && is_quote(p, end))
            end++;
        return trimmed(p, first, end);
    }
    if (f->reporting)
        return (syntax_range){0, 0};
    return trimmed(p, verb_end, b->extents[index].end);
}

/* ------------------------------------------------------------------------------------- clauses */

static int by_verb(const void *a, const void *b)
{
    return (int)((const syntax_clause *)a)->verb - (int)((const syntax_clause *)b)->verb;
}

static void fill(syntax_clause *c, const group *g, const frame *f)
{
    *c = (syntax_clause){.verb = g->verb,
                         .first = g->first,
                         .end = g->end,
                         .particle = g->particle,
                         .parent = NONE,
                         .marker = f->marker,
                         .described = f->described,
                         .link = f->link,
                         .tense = g->tense,
                         .passive = g->passive,
                         .perfect = g->perfect,
                         .progressive = g->progressive,
                         .negated = g->negated,
                         .copula = g->copula,
                         .modal = g->modal,
                         .subject = f->subject,
                         .object = f->object,
                         .recipient = f->recipient};
}

/* "will visit Oslo and meet": the second verb has the modal, tense and voice of the first. */
static void inherit(const parse *p, const frame *f, const frame *above, syntax_clause *c)
{
    const group *g = group_of(p, f), *a = group_of(p, above);
    if (f->link != SYNTAX_CONJOINED || g->form == GROUP_FINITE)
        return;
    if (g->form == GROUP_BARE || g->form == a->form || a->form == GROUP_FINITE) {
        c->modal = a->modal;
        c->tense = a->tense;
    }
    if (g->form == GROUP_PARTICIPLE) {
        c->perfect = a->perfect;
        c->passive = a->passive;
    }
    if (g->form == GROUP_GERUND)
        c->progressive = a->progressive;
}

static void make_clause(builder *b, size_t index, int16_t frame_index)
{
    parse *p = b->p;
    const frame *f = &p->frames[frame_index];
    syntax_clause *c = &b->clauses[index];
    int16_t above = f->parent;
    if (above != NONE) {
        c->parent = p->frames[above].clause;
        inherit(p, f, &p->frames[above], c);
    } else if (f->link == SYNTAX_CONJOINED) {
        c->link = SYNTAX_ROOT;
    }
    if (f->link == SYNTAX_ROOT)
        c->parent = NONE;
    const extent *e = &b->extents[frame_index];
    c->span = (syntax_range){e->first, e->end};
    c->complement = complement_of(b, frame_index);
}

static void set_obliques(builder *b)
{
    const parse *p = b->p;
    size_t put = 0;
    for (size_t i = 0; i < b->clause_count; i++) {
        size_t first = put;
        for (size_t k = 0; k < p->oblique_count; k++)
            if (p->obliques[k].frame == b->frame_of[i])
                b->obliques[put++] = p->obliques[k].oblique;
        b->clauses[i].obliques = b->obliques + first;
        b->clauses[i].oblique_count = put - first;
    }
}

static void order_clauses(builder *b)
{
    parse *p = b->p;
    for (size_t i = 0; i < p->frame_count; i++) {
        const frame *f = &p->frames[i];
        fill(&b->clauses[b->clause_count], group_of(p, f), f);
        b->clauses[b->clause_count].parent = (int16_t)i; /* its frame, until they are in order */
        b->clause_count++;
    }
    if (b->clause_count)
        qsort(b->clauses, b->clause_count, sizeof *b->clauses, by_verb);
    for (size_t i = 0; i < b->clause_count; i++) {
        b->frame_of[i] = b->clauses[i].parent;
        b->clauses[i].parent = NONE;
        p->frames[b->frame_of[i]].clause = (int16_t)i;
    }
}

chancery_status finish_clauses(parse *p, arena *a, syntax_sentence *out, chancery_error *error)
{
    builder b = {.p = p};
    b.extents = arena_alloc(a, p->frame_count * 2, sizeof *b.extents, error);
    b.clauses = arena_alloc(a, p->frame_count, sizeof *b.clauses, error);
    b.frame_of = arena_alloc(a, p->frame_count, sizeof *b.frame_of, error);
    b.obliques = arena_alloc(a, p->oblique_count, sizeof *b.obliques, error);
    if (!b.extents || !b.clauses || !b.frame_of || !b.obliques)
        return error ? error->status : CHANCERY_E_MEMORY;
    set_subjects(p);
    set_extents(&b);
    order_clauses(&b);
    for (size_t i = 0; i < b.clause_count; i++)
        make_clause(&b, i, b.frame_of[i]);
    set_obliques(&b);
    out->clauses = b.clauses;
    out->clause_count = b.clause_count;
    return CHANCERY_OK;
}
