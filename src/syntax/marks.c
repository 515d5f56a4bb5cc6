/* Words and signs that open and close clauses: "that", "who", "if", quotation marks, brackets.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * They push frames; which verb such a frame gets is settled when the verb comes. */
#include "syntax/items.h"

/* The phrase that a relative pronoun at `i` (behind a preposition or comma) describes, or NONE. */
int16_t described_by(const parse *p, size_t i, bool person)
{
    size_t at = i;
    if (at > 0 && tag_at(p, at - 1) == SYNTAX_IN && phrase_at(p, at - 1) == NONE)
        at--;
    while (at > 0 && (is_comma(p, at - 1) || is_quote(p, at - 1)))
        at--;
    int16_t phrase = at > 0 ? phrase_at(p, at - 1) : NONE;
    if (phrase == NONE)
        return NONE;
    int16_t above = p->phrases[phrase].attached;
    if (person && (p->kinds[phrase] & PHRASE_NAME) && above != NONE &&
        tag_at(p, p->phrases[above].head) == SYNTAX_NNS)
        phrase = above;
    for (int16_t up = phrase; person && up != NONE; up = p->phrases[up].attached) {
        if (p->kinds[up] & (PHRASE_ROLE | PHRASE_PERSON | PHRASE_PRONOUN)) {
            phrase = up;
            break;
        }
    }
    while (!person && (p->kinds[phrase] & PHRASE_NAME) && p->phrases[phrase].attached != NONE &&
           word_is(p, (size_t)p->phrases[phrase].preposition, "of") &&
           !(p->kinds[p->phrases[phrase].attached] & PHRASE_ROLE))
        phrase = p->phrases[phrase].attached;
    return p->phrases[phrase].apposed != NONE ? p->phrases[phrase].apposed : phrase;
}

static bool verb_directly_before(const parse *p, size_t i)
{
    return i > 0 && group_at(p, i - 1) != NONE;
}

static bool is_plural_verb(const parse *p, size_t i)
{
    return tag_at(p, i) == SYNTAX_VBP || word_is(p, i, "were");
}

static void open_relative(parse *p, size_t i)
{
    bool person = word_is(p, i, "who") || word_is(p, i, "whom") || word_is(p, i, "whose");
    size_t preposition = i > 0 && tag_at(p, i - 1) == SYNTAX_IN && phrase_at(p, i - 1) == NONE &&
                                 !word_is(p, i - 1, "that")
                             ? i - 1
                             : i;
    int16_t described = described_by(p, i, person);
    int16_t outer = top_frame(p)->group;
    if (described == NONE && (outer == NONE || !verb_directly_before(p, i)))
        return;
    if (word_is(p, i, "what") && described != NONE)
        described = NONE;
    frame *f = push_frame(p, described == NONE ? SYNTAX_CONTENT : SYNTAX_RELATIVE, preposition);
    f->marker = (int16_t)i;
    f->described = described;
    size_t next = i + 1;
    while (next < p->count && group_at(p, next) == NONE) {
        int16_t inserted = phrase_at(p, next + 1);
        if (phrase_at(p, next) == NONE &&
            (tag_in(tag_at(p, next), ADVERB_TAGS) || is_comma(p, next)))
            next++;
        else if (inserted != NONE && p->phrases[inserted].preposition == (int16_t)next)
            next = complex_end(p, inserted);
        else
            break;
    }
    int16_t g = group_at(p, next);
    if (g != NONE && described != NONE && is_plural_verb(p, p->groups[g].first))
        f->described = described = phrase_top(p, described);
    f->gap = group_at(p, next) != NONE && described != NONE && preposition == i &&
             !word_is(p, i, "whom");
    if (preposition != i) {
        f->preposition = (int16_t)preposition;
        if (described != NONE)
            add_oblique(p, top_index(p), preposition, described);
    }
}

/* ", while", ", although": leaves what is inside the sentence's clause. */
static void leave_embedded(parse *p, size_t i)
{
    if (!comma_before(p, i))
        return;
    for (size_t depth = p->depth; depth-- > 0;) {
        const frame *f = &p->frames[p->stack[depth]];
        if (f->group == NONE || f->bracket || (frame_finite(p, f) && f->link != SYNTAX_RELATIVE)) {
            pop_to(p, depth);
            return;
        }
    }
}

static void open_that(parse *p, size_t i)
{
    if (conjunction_before(p, i))
        for (size_t depth = p->depth; depth-- > 1;)
            if (p->frames[p->stack[depth]].link == SYNTAX_CONTENT) {
                pop_to(p, depth - 1);
                break;
            }
    const frame *outer = top_frame(p);
    int16_t described = outer->group == NONE ? outer->wait : NONE;
    int16_t before = i > 0 ? phrase_at(p, i - 1) : NONE;
    if (described == NONE && before != NONE && !frame_says(p, outer) &&
        (p->noun[p->phrases[before].head] & NOUN_CONTENT))
        described = before;
    frame *f = push_frame(p, SYNTAX_CONTENT, i);
    f->marker = (int16_t)i;
    f->noun = described != NONE;
    f->described = described;
}

static bool opens_content(const parse *p, size_t i)
{
    return frame_says(p, top_frame(p)) &&
           (verb_directly_before(p, i) ||
            (i > 0 && phrase_at(p, i - 1) != NONE &&
             (group_of_frame(p, top_frame(p))->flags & VERB_ADDRESSES))) &&
           !comma_before(p, i);
}

static void open_adverbial(parse *p, size_t i)
{
    leave_embedded(p, i);
    push_frame(p, SYNTAX_ADVERBIAL, i)->marker = (int16_t)i;
}

/* Words like "if", "because", "when". */
static void on_subordinator(parse *p, size_t i)
{
    bool ahead = clause_ahead(p, i + 1) || tag_at(p, i + 1) == SYNTAX_EX;
    if ((word_is(p, i, "if") || word_is(p, i, "whether") || word_is(p, i, "why") ||
         word_is(p, i, "how") || word_is(p, i, "when") || word_is(p, i, "where")) &&
        ahead &&
        (opens_content(p, i) || (word_is(p, i, "whether") && top_frame(p)->group != NONE))) {
        push_frame(p, SYNTAX_CONTENT, i)->marker = (int16_t)i;
        return;
    }
    if (!ahead || word_is(p, i, "how") || word_is(p, i, "why"))
        return;
    int16_t described = word_is(p, i, "where") ? described_by(p, i, false) : NONE;
    if (described != NONE) {
        frame *f = push_frame(p, SYNTAX_RELATIVE, i);
        f->marker = (int16_t)i;
        f->described = described;
        return;
    }
    open_adverbial(p, i);
}

static bool clause_in_quote(const parse *p, size_t i)
{
    for (i++; i < p->count && !is_quote(p, i); i++)
        if (group_at(p, i) != NONE && p->groups[group_at(p, i)].form == GROUP_FINITE)
            return true;
    return false;
}

static void on_quote(parse *p, size_t i)
{
    p->in_quote = !p->in_quote;
    if (p->in_quote) {
        if (frame_says(p, top_frame(p)) && clause_in_quote(p, i))
            push_frame(p, SYNTAX_CONTENT, i + 1)->quoted = true;
        return;
    }
    for (size_t depth = p->depth; depth-- > 1;)
        if (p->frames[p->stack[depth]].quoted) {
            pop_to(p, depth - 1);
            return;
        }
}

static void on_bracket(parse *p, size_t i, char c)
{
    if (c == '(' || c == '[') {
        push_frame(p, SYNTAX_ROOT, i + 1)->bracket = true;
        top_frame(p)->parent = NONE;
        return;
    }
    for (size_t depth = p->depth; depth-- > 1;)
        if (p->frames[p->stack[depth]].bracket) {
            pop_to(p, depth - 1);
            return;
        }
}

/* A colon opens what is said; it and a semicolon else end all that stands before. */
static void on_break(parse *p, size_t i)
{
    slice form = form_at(p, i);
    if (slice_equal(form, SLICE(":")) && frame_says(p, top_frame(p))) {
        push_frame(p, SYNTAX_CONTENT, i + 1);
        return;
    }
    if (i + 1 >= p->count || !(slice_equal(form, SLICE(":")) || slice_equal(form, SLICE(";"))))
        return;
    pop_to(p, 0);
    push_frame(p, SYNTAX_ROOT, i + 1)->parent = NONE;
}

static bool is_bracket(slice form)
{
    return form.len == 1 && strchr("()[]", form.ptr[0]) && form.ptr[0];
}

size_t on_word(parse *p, size_t i)
{
    char lower[LOWER_BYTES];
    unsigned tag = tag_at(p, i);
    slice form = form_at(p, i), word = lower_at(p, i, lower);
    bool that = slice_equal(word, SLICE("that"));
    if (is_quote(p, i))
        on_quote(p, i);
    else if (is_bracket(form))
        on_bracket(p, i, form.ptr[0]);
    else if (is_break(p, i))
        on_break(p, i);
    else if (that && tag == SYNTAX_IN)
        open_that(p, i);
    else if (tag_in(tag, RELATIVE_TAGS))
        open_relative(p, i);
    else if ((tag == SYNTAX_IN || tag == SYNTAX_WRB || tag == SYNTAX_RB) &&
             (is_subordinator(word) || tag == SYNTAX_WRB))
        on_subordinator(p, i);
    if (tag != SYNTAX_CC && !is_comma(p, i) && !is_break(p, i) && !is_quote(p, i))
        own_words(p, i, i + 1);
    return i + 1;
}

/* "for the ships that it sent": no verb of saying before, no noun that has a content. */
static bool is_relative(const parse *p, size_t i, int16_t before)
{
    if ((p->kinds[before] & (PHRASE_TIME | PHRASE_PRONOUN)) ||
        (p->noun[p->phrases[before].head] & NOUN_CONTENT) || !clause_ahead(p, i + 1))
        return false;
    for (size_t at = i; at-- > 0;)
        if (group_at(p, at) != NONE)
            return !(p->groups[group_at(p, at)].flags & VERB_SAYS) &&
                   !p->groups[group_at(p, at)].copula;
    return false;
}

/* "that" is a relative pronoun where a verb follows a noun, a conjunction behind a verb of saying.
 */
void mend_that(parse *p)
{
    for (size_t i = 1; i + 1 < p->count; i++) {
        unsigned tag = tag_at(p, i);
        if (!word_is(p, i, "that") || (tag != SYNTAX_IN && tag != SYNTAX_WDT))
            continue;
        int16_t before = phrase_at(p, i - 1), verb = group_at(p, i - 1);
        bool content = before != NONE && (p->noun[p->phrases[before].head] & NOUN_CONTENT);
        bool finite =
            group_at(p, i + 1) != NONE && p->groups[group_at(p, i + 1)].form == GROUP_FINITE;
        if (tag == SYNTAX_WDT && (verb != NONE || (content && clause_ahead(p, i + 1))))
            p->words[i].tag = SYNTAX_IN;
        else if (tag == SYNTAX_IN && before != NONE && (finite || is_relative(p, i, before)))
            p->words[i].tag = SYNTAX_WDT;
    }
}
