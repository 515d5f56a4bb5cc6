/* The stack of clauses under way.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * What a stack gives: "The minister who visited Oslo signed …" leaves [minister] waiting below the
 * relative clause, and the next finite verb without a subject of its own goes to the innermost
 * clause that waits. */
#include "syntax/items.h"

int16_t top_index(const parse *p)
{
    return p->stack[p->depth - 1];
}

frame *top_frame(const parse *p)
{
    return &p->frames[top_index(p)];
}

frame *push_frame(parse *p, syntax_link link, size_t start)
{
    int16_t parent = p->depth ? top_index(p) : NONE;
    if (p->frame_count == p->frame_limit)
        return top_frame(p);
    frame *f = &p->frames[p->frame_count];
    *f = (frame){NONE,
                 parent,
                 NONE,
                 NONE,
                 NONE,
                 NONE,
                 NONE,
                 NONE,
                 NONE,
                 NONE,
                 (uint16_t)start,
                 (uint8_t)link,
                 .preposition = NONE};
    f->comma = comma_before(p, start);
    if (p->depth == STACK_MAX)
        p->depth--;
    p->stack[p->depth++] = (int16_t)p->frame_count++;
    return f;
}

void pop_to(parse *p, size_t depth)
{
    if (depth + 1 < p->depth)
        p->depth = depth + 1;
}

bool waits(const frame *f)
{
    return f->group == NONE && (f->wait != NONE || f->gap || f->time != NONE);
}

int waiting_depth(const parse *p)
{
    for (size_t i = p->depth; i-- > 0;) {
        const frame *f = &p->frames[p->stack[i]];
        if (waits(f))
            return (int)i;
        if (f->bracket)
            break;
    }
    return -1;
}

int pending_depth(const parse *p)
{
    for (size_t i = p->depth - 1; i-- > 0;) {
        const frame *f = &p->frames[p->stack[i]];
        if (f->group == NONE)
            return (int)i;
        if (f->bracket)
            break;
    }
    return -1;
}

const group *group_of_frame(const parse *p, const frame *f)
{
    return f->group == NONE ? NULL : &p->groups[f->group];
}

bool frame_says(const parse *p, const frame *f)
{
    const group *g = group_of_frame(p, f);
    return g && (g->flags & VERB_SAYS);
}

bool frame_finite(const parse *p, const frame *f)
{
    const group *g = group_of_frame(p, f);
    return g && g->form == GROUP_FINITE;
}

/* Whether the forms of two verb groups can be joined by "and"; 2 where they agree in full. */
static int agreement(const group *a, const group *b)
{
    switch ((group_form)b->form) {
    case GROUP_FINITE:
        if (a->form != GROUP_FINITE)
            return 0;
        return a->tense == b->tense && (a->modal != NONE) == (b->modal != NONE) ? 2 : 1;
    case GROUP_INFINITIVE:
        return a->form == GROUP_INFINITIVE ? 2 : 0;
    case GROUP_BARE:
        return a->form == GROUP_INFINITIVE || a->form == GROUP_BARE || a->modal != NONE || a->does
                   ? 2
                   : 0;
    case GROUP_GERUND:
        return a->form == GROUP_GERUND || a->progressive ? 2 : 0;
    case GROUP_PARTICIPLE:
        return a->form == GROUP_PARTICIPLE || a->perfect || a->passive ? 2 : 0;
    }
    return 0;
}

int conjoined_depth(const parse *p, const group *g, bool comma)
{
    int fallback = -1, found = -1;
    for (size_t i = p->depth; i-- > 0;) {
        const frame *f = &p->frames[p->stack[i]];
        const group *a = group_of_frame(p, f);
        int fits = a ? agreement(a, g) : 0;
        if (f->link == SYNTAX_RELATIVE && f->comma && comma)
            fits = fits ? 1 : 0;
        if (fits == 2 && found < 0)
            found = (int)i;
        if (fits == 1 && fallback < 0)
            fallback = (int)i;
        if (f->bracket || f->quoted)
            break;
        /* "said that A had left and promised …": what says goes on with what says. */
        if (fits == 2 && found > (int)i && (g->flags & VERB_REPORTS) && (a->flags & VERB_SAYS) &&
            p->frames[p->stack[found]].link == SYNTAX_CONTENT && g->form == GROUP_FINITE &&
            found == (int)i + 1)
            found = (int)i;
    }
    return found >= 0 ? found : fallback;
}

int clause_depth(const parse *p)
{
    for (size_t i = p->depth; i-- > 0;) {
        const frame *f = &p->frames[p->stack[i]];
        if (frame_finite(p, f) && f->link != SYNTAX_RELATIVE && f->link != SYNTAX_ADVERBIAL)
            return (int)i;
        if (f->bracket)
            break;
    }
    return -1;
}

void give_verb(parse *p, frame *f, int16_t g)
{
    f->group = g;
    f->own_subject = f->wait != NONE || f->time != NONE || f->gap;
    f->subject = f->wait != NONE ? f->wait : f->gap ? f->described : f->time;
    (void)p;
}

frame *push_reporting(parse *p, size_t start)
{
    size_t before = p->frame_count;
    frame *f = push_frame(p, SYNTAX_ROOT, start);
    int16_t index = (int16_t)(f - p->frames);
    if (p->frame_count == before)
        return f;
    f->parent = NONE;
    f->reporting = true;
    for (int16_t i = 0; i < index; i++)
        if (p->frames[i].link == SYNTAX_ROOT && !p->frames[i].reporting &&
            p->frames[i].parent == NONE && !p->frames[i].bracket) {
            p->frames[i].link = SYNTAX_CONTENT;
            p->frames[i].parent = index;
        }
    return f;
}

bool comma_before(const parse *p, size_t i)
{
    while (i > 0 && is_quote(p, i - 1))
        i--;
    return i > 0 && (is_comma(p, i - 1) || is_dash(p, i - 1));
}

void add_oblique(parse *p, int16_t frame_index, size_t preposition, int16_t phrase)
{
    if (p->oblique_count == p->count)
        return;
    p->obliques[p->oblique_count++] =
        (oblique_item){frame_index, {(uint16_t)preposition, (uint16_t)phrase}};
}
