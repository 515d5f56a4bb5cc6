/* Clauses: one pass from left to right over phrases, verb groups and the marks between them.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * Each phrase either stands where a subject stands (its clause waits for a verb), or is an object
 * or oblique of the innermost clause with a verb, or opens a new clause because a finite verb
 * stands behind it. Each verb group goes to the innermost clause that waits, or continues an
 * earlier one behind "and", or opens one of its own. Marks ("that", "who", "if", quotation marks)
 * open clauses. Where two readings are open the rules look ahead (finite_behind) rather than try
 * both. */
#include "syntax/items.h"

void own_words(parse *p, size_t first, size_t end)
{
    for (size_t i = first; i < end && i < p->count; i++)
        p->owner[i] = top_index(p);
}

bool conjunction_before(const parse *p, size_t i)
{
    return i > 0 && tag_at(p, i - 1) == SYNTAX_CC && phrase_at(p, i - 1) == NONE;
}

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

/* A participle, gerund or infinitive behind a subject that has no other verb: the tagger took a
 * past tense for a participle, or a headline leaves the auxiliary out. */
static bool make_finite(parse *p, group *g)
{
    const frame *f = top_frame(p);
    bool comma = comma_before(p, g->first);
    int waiting = waiting_depth(p);
    if (comma && waiting >= 0 && g->form == GROUP_PARTICIPLE)
        f = &p->frames[p->stack[waiting]];
    if (f->group != NONE || f->wait == NONE || conjunction_before(p, g->first) ||
        (comma && f == top_frame(p)) || g->form == GROUP_FINITE || finite_later(p, g))
        return false;
    bool object = phrase_at(p, g->end) != NONE && !(p->kinds[phrase_at(p, g->end)] & PHRASE_TIME);
    switch ((group_form)g->form) {
    case GROUP_PARTICIPLE:
        if (!may_be_past(p, g->verb) && !p->title)
            return false;
        g->passive = !may_be_past(p, g->verb) || (p->title && !object) || g->perfect;
        if (!g->passive)
            make_past(p, g);
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
    static const char *const words[] = {"after",   "before",  "since", "while",  "when",
                                        "without", "despite", "upon",  "until",  "by",
                                        "if",      "as",      "once",  "though", "although"};
    for (size_t k = 0; k < sizeof words / sizeof *words; k++)
        if (word_is(p, i, words[k]))
            return true;
    return false;
}

/* ", adding that": goes on from what was said, or from the innermost clause with a tense. */
static void leave_for_saying(parse *p, const group *g)
{
    int depth = -1;
    if (!(g->flags & VERB_SAYS) || !comma_before(p, g->first))
        return;
    for (size_t i = p->depth; i-- > 0;) {
        const frame *f = &p->frames[p->stack[i]];
        bool main = frame_finite(p, f) && (f->link == SYNTAX_ROOT || f->link == SYNTAX_CONJOINED);
        if (main && depth < 0)
            depth = (int)i;
        if (main && frame_says(p, f)) {
            depth = (int)i;
            break;
        }
    }
    if (depth >= 0)
        pop_to(p, (size_t)depth);
}

/* Who does what an infinitive behind `phrase` says, where the nouns tell it: "for Fiji to leave",
 * "China's decision to leave", "the decision of China to leave"; else NONE. */
static int16_t intending(const parse *p, int16_t phrase)
{
    const syntax_phrase *f = &p->phrases[phrase];
    if (f->preposition != NONE && word_is(p, (size_t)f->preposition, "for"))
        return phrase;
    if (p->noun[f->head] & NOUN_INTENT)
        return f->possessor;
    if (f->attached != NONE && word_is(p, (size_t)f->preposition, "of") &&
        (p->noun[p->phrases[f->attached].head] & NOUN_INTENT))
        return phrase;
    return NONE;
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
    if (before != NONE)
        f->subject = intending(p, before);
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

/* "Poland Accused of …" in a headline: whoever is accused. */
static void mend_headline_passive(const parse *p, group *g)
{
    if (p->title && tag_at(p, g->verb) == SYNTAX_VBD && g->first == g->verb &&
        (g->flags & (VERB_OF_DOING | VERB_CONTROLS)) && phrase_at(p, g->end) == NONE) {
        p->words[g->verb].tag = SYNTAX_VBN;
        g->passive = 1;
    }
}

static size_t on_group(parse *p, int16_t index)
{
    group *g = &p->groups[index];
    mend_headline_passive(p, g);
    bool finite = g->form == GROUP_FINITE || make_finite(p, g);
    if (finite)
        on_finite(p, index);
    else
        on_other(p, index);
    own_words(p, g->first, g->end);
    return g->end;
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
