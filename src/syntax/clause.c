/* Clauses: one pass from left to right over phrases, verb groups and the marks between them.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * Each phrase either stands where a subject stands (its clause waits for a verb), or is an object or
 * oblique of the innermost clause with a verb, or opens a new clause because a finite verb stands
 * behind it. Each verb group goes to the innermost clause that waits, or continues an earlier one
 * behind "and", or opens one of its own. Marks ("that", "who", "if", quotation marks) open clauses.
 * Where two readings are open the rules look ahead (finite_behind) rather than try both. */
#include "syntax/items.h"

static void own(parse *p, size_t first, size_t end)
{
    for (size_t i = first; i < end && i < p->count; i++)
        p->owner[i] = top_index(p);
}

static bool conjunction_before(const parse *p, size_t i)
{
    return i > 0 && tag_at(p, i - 1) == SYNTAX_CC && phrase_at(p, i - 1) == NONE;
}

/* Nothing but time, place or the end behind a verb of saying: it tells who said what came before. */
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

/* ------------------------------------------------------------------------------------ phrases */

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
    return depth >= 0 && (size_t)depth + 1 < p->depth &&
           p->frames[p->stack[depth]].wait != NONE;
}

static bool may_hear(const parse *p, const frame *f, size_t start)
{
    const group *g = group_of_frame(p, f);
    return f->object == NONE ||
           ((g->flags & VERB_ADDRESSES) && complex_end(p, f->object) == start);
}

/* A phrase with a finite verb behind it, where the innermost clause has its verb already. */
static void place_subject(parse *p, int16_t phrase, size_t start, int16_t finite)
{
    frame *f = top_frame(p);
    bool comma = comma_before(p, start), cc = conjunction_before(p, start);
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
    } else if (f->object != NONE && complex_end(p, f->object) == start) {
        int16_t described = f->object;
        f = push_frame(p, SYNTAX_RELATIVE, start);
        f->described = described;
        f->wait = phrase;
    } else {
        open_content(p, phrase, start);
    }
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

static size_t on_phrase(parse *p, int16_t phrase)
{
    const syntax_phrase *f = &p->phrases[phrase];
    int16_t head = phrase;
    while ((size_t)head + 1 < p->phrase_count && p->phrases[head + 1].possessor == head)
        head++;
    if (f->possessor == NONE)
        place_phrase(p, head);
    own(p, f->first, f->end);
    return f->end;
}

/* -------------------------------------------------------------------------------- verb groups */

static void join_verb(parse *p, int16_t g, size_t depth)
{
    size_t first = p->groups[g].first;
    pop_to(p, depth);
    frame *f = push_frame(p, SYNTAX_CONJOINED, first);
    f->group = g;
}

/* "…," said the minister: the subject follows. */
static bool is_inverted_report(const parse *p, const group *g)
{
    int16_t phrase = phrase_at(p, g->end);
    if (!(g->flags & VERB_REPORTS) || g->passive || phrase == NONE || g->first == 0 ||
        !comma_before(p, g->first) || g->modal != NONE)
        return false;
    int16_t next = finite_behind(p, phrase);
    size_t end = complex_end(p, phrase);
    int waiting = waiting_depth(p);
    if (waiting >= 0)
        return is_comma(p, end) && group_at(p, end + 1) != NONE &&
               p->groups[group_at(p, end + 1)].form == GROUP_FINITE;
    return next == NONE;
}

static void on_finite(parse *p, int16_t index)
{
    const group *g = &p->groups[index];
    bool comma = comma_before(p, g->first);
    if (conjunction_before(p, g->first)) {
        bool far = g->first > 1 && comma_before(p, g->first - 1u);
        int depth = conjoined_depth(p, g, far), waiting = waiting_depth(p);
        if (depth >= 0 && depth > waiting) {
            join_verb(p, index, (size_t)depth);
            return;
        }
    }
    if (is_inverted_report(p, g)) {
        frame *f = push_reporting(p, g->first);
        f->group = index;
        f->inverted = true;
        return;
    }
    int waiting = waiting_depth(p);
    if (waiting >= 0) {
        pop_to(p, (size_t)waiting);
        give_verb(p, top_frame(p), index);
        return;
    }
    int depth = comma ? conjoined_depth(p, g, true) : -1;
    if (depth >= 0) {
        join_verb(p, index, (size_t)depth);
    } else if (top_frame(p)->group == NONE) {
        top_frame(p)->group = index;
        top_frame(p)->inverted = p->groups[index].copula && phrase_at(p, g->end) != NONE;
    } else {
        pop_to(p, 0);
        frame *f = push_frame(p, SYNTAX_ROOT, g->first);
        f->parent = NONE;
        f->group = index;
    }
}

/* Whether a finite verb without a subject of its own stands further on. */
static bool finite_later(const parse *p, const group *g)
{
    size_t i = g->end;
    if (phrase_at(p, i) != NONE)
        i = complex_end(p, phrase_at(p, i));
    for (; i < p->count; i++) {
        int16_t phrase = phrase_at(p, i), next = group_at(p, i);
        if (is_break(p, i))
            return false;
        if (phrase != NONE && p->phrases[phrase].first == i && p->phrases[phrase].preposition == NONE &&
            p->phrases[phrase].conjoined == NONE && finite_behind(p, phrase) != NONE) {
            i = p->groups[finite_behind(p, phrase)].end - 1u;
        } else if (next != NONE && p->groups[next].first == i &&
                   p->groups[next].form == GROUP_FINITE) {
            unsigned before = tag_at(p, i - 1);
            if (!tag_in(before, RELATIVE_TAGS | TAG_BIT(SYNTAX_CC)))
                return true;
            i = p->groups[next].end - 1u;
        }
    }
    return false;
}

static bool may_be_past(const parse *p, size_t i)
{
    const syntax_entry *e = model_word(p->model, p->tokens[i].key);
    if (e && (e->flags & ENTRY_KNOWN))
        return (e->tags[CASE_SMALL] & TAG_BIT(SYNTAX_VBD)) != 0;
    return slice_ends(form_at(p, i), SLICE("ed"));
}

/* A participle, gerund or infinitive behind a subject that has no other verb: the tagger took a past
 * tense for a participle, or a headline leaves the auxiliary out. */
static bool make_finite(parse *p, group *g)
{
    const frame *f = top_frame(p);
    if (f->group != NONE || f->wait == NONE || conjunction_before(p, g->first) ||
        comma_before(p, g->first) || g->form == GROUP_FINITE || finite_later(p, g))
        return false;
    bool object = phrase_at(p, g->end) != NONE && !(p->kinds[phrase_at(p, g->end)] & PHRASE_TIME);
    switch ((group_form)g->form) {
    case GROUP_PARTICIPLE:
        if (!may_be_past(p, g->verb) && !p->title)
            return false;
        g->passive = !may_be_past(p, g->verb) || (p->title && !object);
        if (!g->passive)
            p->words[g->verb].tag = SYNTAX_VBD;
        g->tense = SYNTAX_PAST;
        break;
    case GROUP_INFINITIVE:
        if (f->link != SYNTAX_ROOT && !p->title)
            return false;
        g->modal = (int16_t)g->first;
        while (tag_at(p, (size_t)g->modal) != SYNTAX_TO)
            g->modal++;
        g->tense = SYNTAX_PRESENT;
        break;
    case GROUP_GERUND:
        if (!p->title)
            return false;
        g->progressive = 1;
        g->tense = SYNTAX_PRESENT;
        break;
    default:
        g->tense = SYNTAX_PRESENT;
    }
    g->form = GROUP_FINITE;
    return true;
}

/* What a participle or gerund behind a noun describes: with "of" before it, what that hangs on. */
static int16_t described_before(const parse *p, size_t i)
{
    int16_t phrase = i > 0 ? phrase_at(p, i - 1) : NONE;
    if (phrase == NONE)
        return NONE;
    if ((p->kinds[phrase] & PHRASE_NAME) && p->phrases[phrase].attached != NONE)
        phrase = p->phrases[phrase].attached;
    return p->phrases[phrase].apposed != NONE ? p->phrases[phrase].apposed : phrase;
}

static bool adverbial_preposition(const parse *p, size_t i)
{
    static const char *const words[] = {"after",  "before",  "since", "while", "when",
                                        "without", "despite", "upon",  "until", "by",
                                        "if",     "as",      "once",  "though", "although"};
    for (size_t k = 0; k < sizeof words / sizeof *words; k++)
        if (word_is(p, i, words[k]))
            return true;
    return false;
}

/* ", adding that": goes on from what was said. */
static void leave_for_saying(parse *p, const group *g)
{
    if (!(g->flags & VERB_SAYS) || !comma_before(p, g->first))
        return;
    for (size_t i = p->depth; i-- > 0;) {
        const frame *f = &p->frames[p->stack[i]];
        if (frame_finite(p, f) && frame_says(p, f) &&
            (f->link == SYNTAX_ROOT || f->link == SYNTAX_CONJOINED)) {
            pop_to(p, i);
            return;
        }
    }
}

static void open_infinitive(parse *p, int16_t index)
{
    const group *g = &p->groups[index];
    const frame *outer = top_frame(p);
    int16_t before = g->first > 0 ? phrase_at(p, g->first - 1u) : NONE, wait = outer->wait;
    bool noun = outer->group == NONE && wait != NONE;
    frame *f = push_frame(p, SYNTAX_INFINITIVE, g->first);
    f->group = index;
    f->noun = noun;
    f->described = noun ? wait : NONE;
    if (before != NONE && p->phrases[before].preposition != NONE &&
        word_is(p, (size_t)p->phrases[before].preposition, "for"))
        f->subject = before;
}

static void open_participle(parse *p, int16_t index)
{
    const group *g = &p->groups[index];
    size_t before = g->first - 1u;
    bool word = g->first > 0 && phrase_at(p, before) == NONE && group_at(p, before) == NONE &&
                (tag_at(p, before) == SYNTAX_IN || tag_at(p, before) == SYNTAX_WRB ||
                 tag_at(p, before) == SYNTAX_TO);
    const frame *outer = top_frame(p);
    int16_t wait = outer->group == NONE ? outer->wait : NONE;
    int16_t described = word ? NONE : described_before(p, g->first);
    bool behind_verb = g->first > 0 && group_at(p, before) != NONE;
    syntax_link link = SYNTAX_PARTICIPLE;
    if (word)
        link = adverbial_preposition(p, before) ? SYNTAX_ADVERBIAL : SYNTAX_GERUND;
    else if (behind_verb && g->form == GROUP_GERUND)
        link = SYNTAX_GERUND;
    frame *f = push_frame(p, link, word ? before : g->first);
    f->group = index;
    f->described = link == SYNTAX_PARTICIPLE ? described : NONE;
    if (link == SYNTAX_PARTICIPLE && described == NONE && f->comma)
        f->described = wait;
    if (word)
        f->marker = f->preposition = (int16_t)before;
}

static void on_other(parse *p, int16_t index)
{
    const group *g = &p->groups[index];
    if (conjunction_before(p, g->first)) {
        int depth = conjoined_depth(p, g, false);
        if (depth >= 0) {
            join_verb(p, index, (size_t)depth);
            return;
        }
    }
    leave_for_saying(p, g);
    if (g->form == GROUP_INFINITIVE)
        open_infinitive(p, index);
    else if (g->form != GROUP_BARE)
        open_participle(p, index);
    else if (top_frame(p)->group == NONE)
        top_frame(p)->group = index;
    else
        push_frame(p, SYNTAX_INFINITIVE, g->first)->group = index;
}

static size_t on_group(parse *p, int16_t index)
{
    group *g = &p->groups[index];
    bool finite = g->form == GROUP_FINITE || make_finite(p, g);
    if (finite)
        on_finite(p, index);
    else
        on_other(p, index);
    own(p, g->first, g->end);
    return g->end;
}

/* -------------------------------------------------------------------------------------- marks */

/* The phrase that a relative pronoun at `i` (behind a preposition or comma) describes, or NONE. */
static int16_t described_by(const parse *p, size_t i, bool person)
{
    size_t at = i;
    if (at > 0 && tag_at(p, at - 1) == SYNTAX_IN && phrase_at(p, at - 1) == NONE)
        at--;
    while (at > 0 && (is_comma(p, at - 1) || is_quote(p, at - 1)))
        at--;
    int16_t phrase = at > 0 ? phrase_at(p, at - 1) : NONE;
    if (phrase == NONE)
        return NONE;
    for (int16_t up = phrase; person && up != NONE; up = p->phrases[up].attached) {
        if (p->kinds[up] & (PHRASE_ROLE | PHRASE_PERSON | PHRASE_PRONOUN)) {
            phrase = up;
            break;
        }
    }
    if (!person && (p->kinds[phrase] & PHRASE_NAME) && p->phrases[phrase].attached != NONE &&
        !(p->kinds[p->phrases[phrase].attached] & PHRASE_ROLE))
        phrase = p->phrases[phrase].attached;
    return p->phrases[phrase].apposed != NONE ? p->phrases[phrase].apposed : phrase;
}

static bool verb_directly_before(const parse *p, size_t i)
{
    return i > 0 && group_at(p, i - 1) != NONE;
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
    while (next < p->count && phrase_at(p, next) == NONE && group_at(p, next) == NONE &&
           (tag_in(tag_at(p, next), ADVERB_TAGS) || is_comma(p, next)))
        next++;
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
        ahead && opens_content(p, i)) {
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

static size_t on_word(parse *p, size_t i)
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
        own(p, i, i + 1);
    return i + 1;
}

/* "that" is a relative pronoun where a verb follows a noun, a conjunction behind a verb of saying. */
static void mend_that(parse *p)
{
    for (size_t i = 1; i + 1 < p->count; i++) {
        unsigned tag = tag_at(p, i);
        if (!word_is(p, i, "that") || (tag != SYNTAX_IN && tag != SYNTAX_WDT))
            continue;
        int16_t before = phrase_at(p, i - 1), verb = group_at(p, i - 1);
        bool content = before != NONE && (p->noun[p->phrases[before].head] & NOUN_CONTENT);
        bool finite = group_at(p, i + 1) != NONE && p->groups[group_at(p, i + 1)].form == GROUP_FINITE;
        if (tag == SYNTAX_WDT && (verb != NONE || (content && clause_ahead(p, i + 1))))
            p->words[i].tag = SYNTAX_IN;
        else if (tag == SYNTAX_IN && before != NONE && finite)
            p->words[i].tag = SYNTAX_WDT;
    }
}

void build_frames(parse *p)
{
    mend_that(p);
    push_frame(p, SYNTAX_ROOT, 0);
    for (size_t i = 0; i < p->count;) {
        int16_t phrase = phrase_at(p, i), g = group_at(p, i);
        if (phrase != NONE)
            i = on_phrase(p, phrase);
        else if (g != NONE)
            i = on_group(p, g);
        else
            i = on_word(p, i);
    }
}
