/* Where a phrase goes: subject, object, oblique, or the beginning of a clause of its own.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * A phrase with a finite verb behind it is a subject; what opens its clause is judged by what
 * stands before it: a verb of saying, "and", a comma with a clause further out that waits. */
#include "syntax/items.h"

/* Nothing but time, place or the end behind a verb of saying: it tells who said what came before.
 */
static bool nothing_said_behind(const parse *p, const group *g)
{
    size_t i = g->end;
    int16_t phrase = phrase_at(p, i);
    if (phrase != NONE && !(p->kinds[phrase] & PHRASE_TIME)) {
        if (!(g->flags & VERB_ADDRESSES) || finite_behind(p, phrase) != NONE)
            return false;
        i = complex_end(p, phrase);
    }
    if (i >= p->count || is_comma(p, i) || is_quote(p, i) || is_break(p, i) || is_dash(p, i))
        return true;
    if (tag_at(p, i) == SYNTAX_IN || tag_at(p, i) == SYNTAX_WRB)
        return !word_is(p, i, "that") && !word_is(p, i, "whether") && !word_is(p, i, "how");
    phrase = phrase_at(p, i);
    return (phrase != NONE && (p->kinds[phrase] & PHRASE_TIME)) ||
           tag_in(tag_at(p, i), ADVERB_TAGS) || tag_at(p, i) == SYNTAX_VBG;
}

static bool is_report(const parse *p, size_t start, int16_t g)
{
    const group *verb = &p->groups[g];
    return comma_before(p, start) && (verb->flags & VERB_REPORTS) && !verb->passive &&
           verb->form == GROUP_FINITE && nothing_said_behind(p, verb);
}

static void place_object(parse *p, int16_t phrase, size_t start)
{
    frame *f = top_frame(p);
    const group *g = group_of_frame(p, f);
    if (f->object == NONE) {
        if (start > 0 && is_comma(p, start - 1) && g->end + 1u != start)
            return;
        f->object = phrase;
    } else if (f->recipient == NONE && (g->flags & VERB_GIVES) &&
               complex_end(p, f->object) == start) {
        f->recipient = f->object;
        f->object = phrase;
    }
}

static void place_oblique(parse *p, int16_t phrase)
{
    const syntax_phrase *f = &p->phrases[phrase];
    frame *top = top_frame(p);
    char lower[LOWER_BYTES];
    slice word = lower_at(p, (size_t)f->preposition, lower);
    bool of = slice_equal(word, SLICE("of")) || slice_equal(word, SLICE("including")) ||
              slice_equal(word, SLICE("such")) || slice_equal(word, SLICE("than"));
    if (f->attached != NONE && (of || (top->group == NONE && top->wait != NONE)))
        return;
    add_oblique(p, top_index(p), (size_t)f->preposition, phrase);
}

/* A phrase where a clause waits for its verb. */
static void place_waiting(parse *p, int16_t phrase, size_t start, int16_t finite)
{
    frame *f = top_frame(p);
    if (f->wait == NONE) {
        f->wait = phrase;
        return;
    }
    if (finite == NONE)
        return;
    if (is_report(p, start, finite)) {
        push_reporting(p, start)->wait = phrase;
    } else if (comma_before(p, start)) {
        f->wait = phrase;
    } else {
        int16_t described = f->wait;
        f = push_frame(p, SYNTAX_RELATIVE, start);
        f->described = described;
        f->wait = phrase;
    }
}

static void open_content(parse *p, int16_t phrase, size_t start)
{
    push_frame(p, SYNTAX_CONTENT, start)->wait = phrase;
}

/* "and Fiji left" behind a clause: joined to the innermost one that can be. */
static void open_joined(parse *p, int16_t phrase, size_t start)
{
    int depth = clause_depth(p);
    if (depth >= 0)
        pop_to(p, (size_t)depth);
    push_frame(p, depth >= 0 ? SYNTAX_CONJOINED : SYNTAX_ROOT, start)->wait = phrase;
}

static bool embedded(const frame *f)
{
    return f->link == SYNTAX_INFINITIVE || f->link == SYNTAX_PARTICIPLE ||
           f->link == SYNTAX_GERUND || f->link == SYNTAX_RELATIVE;
}

/* Whether a clause further out has a subject and waits for the verb behind `phrase`. */
static bool outer_waits(const parse *p)
{
    int depth = waiting_depth(p);
    return depth >= 0 && (size_t)depth + 1 < p->depth && p->frames[p->stack[depth]].wait != NONE;
}

static bool may_hear(const parse *p, const frame *f, size_t start)
{
    const group *g = group_of_frame(p, f);
    return f->object == NONE || ((g->flags & VERB_ADDRESSES) && complex_end(p, f->object) == start);
}

/* "and in April Norway sold": the place before what stands in front of a subject. */
static size_t before_fronted(const parse *p, size_t start)
{
    size_t at = start;
    while (at > 0 && !comma_before(p, at) && !conjunction_before(p, at)) {
        int16_t phrase = phrase_at(p, at - 1);
        if (phrase != NONE && p->phrases[phrase].preposition != NONE)
            at = (size_t)p->phrases[phrase].preposition;
        else if (phrase != NONE && (p->kinds[phrase] & PHRASE_TIME))
            at = phrase_start(p, phrase);
        else if (phrase == NONE && group_at(p, at - 1) == NONE &&
                 tag_in(tag_at(p, at - 1), ADVERB_TAGS))
            at--;
        else
            return start;
    }
    return at;
}

/* A phrase with a finite verb behind it, where the innermost clause has its verb already. */
static void place_subject(parse *p, int16_t phrase, size_t start, int16_t finite)
{
    frame *f = top_frame(p);
    size_t opening = before_fronted(p, start);
    bool comma = comma_before(p, opening), cc = conjunction_before(p, opening);
    int pending = pending_depth(p);
    if (is_report(p, start, finite)) {
        push_reporting(p, start)->wait = phrase;
    } else if (comma && pending >= 0) {
        pop_to(p, (size_t)pending);
        place_waiting(p, phrase, start, finite);
    } else if (cc) {
        open_joined(p, phrase, start);
    } else if (embedded(f) && !(f->link == SYNTAX_RELATIVE && frame_says(p, f)) && outer_waits(p) &&
               !comma) {
        place_object(p, phrase, start);
    } else if (frame_says(p, f) && may_hear(p, f, start) && !(comma && f->object != NONE)) {
        open_content(p, phrase, start);
    } else if (comma) {
        pop_to(p, 0);
        push_frame(p, SYNTAX_ROOT, start)->parent = NONE;
        top_frame(p)->wait = phrase;
    } else if (start > 0 && phrase_at(p, start - 1) != NONE && opening == start) {
        int16_t described = phrase_at(p, start - 1);
        f = push_frame(p, SYNTAX_RELATIVE, start);
        f->described = described;
        f->wait = phrase;
    } else {
        open_content(p, phrase, start);
    }
}

/* "Qatar, whose emir visited …" */
static void open_whose(parse *p, int16_t phrase)
{
    size_t first = p->phrases[phrase].first;
    int16_t described = described_by(p, first, false);
    frame *f = push_frame(p, SYNTAX_RELATIVE, first);
    f->marker = (int16_t)first;
    f->described = described;
    f->wait = phrase;
}

static void place_phrase(parse *p, int16_t phrase)
{
    const syntax_phrase *f = &p->phrases[phrase];
    frame *top = top_frame(p);
    size_t start = phrase_start(p, phrase);
    if (f->conjoined != NONE || f->apposed != NONE)
        return;
    if (f->preposition != NONE) {
        place_oblique(p, phrase);
        return;
    }
    if (tag_at(p, f->first) == SYNTAX_WPS && described_by(p, f->first, false) != NONE) {
        open_whose(p, phrase);
        return;
    }
    int16_t finite = finite_behind(p, phrase);
    if (p->kinds[phrase] & PHRASE_TIME) {
        if (top->group == NONE && top->time == NONE && finite != NONE)
            top->time = phrase;
        return;
    }
    if (top->inverted && top->subject == NONE) {
        top->subject = phrase;
        top->own_subject = true;
    } else if (top->group == NONE) {
        place_waiting(p, phrase, start, finite);
    } else if (finite == NONE) {
        place_object(p, phrase, start);
    } else {
        place_subject(p, phrase, start, finite);
    }
}

size_t on_phrase(parse *p, int16_t phrase)
{
    const syntax_phrase *f = &p->phrases[phrase];
    int16_t head = phrase;
    while ((size_t)head + 1 < p->phrase_count && p->phrases[head + 1].possessor == head)
        head++;
    if (f->possessor == NONE)
        place_phrase(p, head);
    own_words(p, f->first, f->end);
    return f->end;
}
