/* What noun phrases are to each other: possessors, prepositions, attachment, apposition,
 * conjunction.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * "of" attaches always (where the verb doesn't ask for it); other prepositions only to common nouns
 * that take them (joins_nouns), and the clause lists such a phrase among its obliques too: which of
 * the two is meant, grammar can't tell. A list is read backwards from its "and"; phrases between
 * commas that differ in kind (an office beside a name) are appositions, phrases of one kind a list.
 */
#include "syntax/parse.h"

enum { MOST_STEPS = 12 };

size_t phrase_start(const parse *p, int16_t phrase)
{
    while (p->phrases[phrase].possessor != NONE)
        phrase = p->phrases[phrase].possessor;
    return p->phrases[phrase].first;
}

int16_t phrase_top(const parse *p, int16_t phrase)
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

/* Whether `phrase` hangs on `root`, over any number of phrases. */
static bool hangs_on(const parse *p, int16_t phrase, int16_t root)
{
    while (phrase > root) {
        const syntax_phrase *f = &p->phrases[phrase];
        if (f->conjoined != NONE)
            phrase = f->conjoined;
        else if (f->apposed != NONE)
            phrase = f->apposed;
        else if (f->attached != NONE)
            phrase = f->attached;
        else
            return false;
    }
    return phrase == root;
}

/* A phrase that only possesses the next is part of that one. */
static bool is_possessor(const parse *p, size_t index)
{
    return index + 1 < p->phrase_count && p->phrases[index + 1].possessor == (int16_t)index;
}

size_t complex_end(const parse *p, int16_t phrase)
{
    size_t end = p->phrases[phrase].end;
    for (size_t i = (size_t)phrase + 1; i < p->phrase_count; i++) {
        if (is_possessor(p, i))
            continue;
        if (!hangs_on(p, (int16_t)i, phrase))
            break;
        end = p->phrases[i].end;
    }
    return end;
}

/* Behind ", who …," or ", the minister," the word after the closing comma, or `i`. */
static size_t skip_insertion(const parse *p, size_t i)
{
    if (!is_comma(p, i))
        return i;
    unsigned tag = tag_at(p, i + 1);
    bool preposition = tag == SYNTAX_IN && tag_in(tag_at(p, i + 2), RELATIVE_TAGS);
    if (!tag_in(tag, RELATIVE_TAGS | TAG_BIT(SYNTAX_VBG) | TAG_BIT(SYNTAX_VBN) |
                         TAG_BIT(SYNTAX_WPS) | TAG_BIT(SYNTAX_WRB) | TAG_BIT(SYNTAX_RB)) &&
        !preposition)
        return i;
    for (size_t at = i + 2; at < p->count && at < i + 30; at++)
        if (is_comma(p, at) && group_at(p, at + 1) != NONE &&
            p->groups[group_at(p, at + 1)].form == GROUP_FINITE)
            return at + 1;
    return i;
}

static int16_t finite_at(const parse *p, size_t i)
{
    int16_t g = group_at(p, i);
    return g != NONE && p->groups[g].first == i && p->groups[g].form == GROUP_FINITE ? g : NONE;
}

static bool governs(const parse *p, size_t i);

/* One step over what can stand between a noun and its verb without commas: adverbs, phrases with
 * prepositions, participles and infinitives with their objects. @return `i` where nothing does. */
static size_t step_over(const parse *p, size_t i, bool *verb)
{
    int16_t phrase = phrase_at(p, i), g = group_at(p, i);
    if (phrase != NONE)
        return *verb ? complex_end(p, phrase) : i;
    if (g != NONE) {
        *verb = true;
        return p->groups[g].end;
    }
    if (tag_in(tag_at(p, i), ADVERB_TAGS) || tag_at(p, i) == SYNTAX_DT)
        return i + 1;
    if (governs(p, i) && phrase_at(p, i + 1) != NONE)
        return complex_end(p, phrase_at(p, i + 1));
    if (governs(p, i) && group_at(p, i + 1) != NONE)
        return i + 1;
    return i;
}

int16_t finite_behind(const parse *p, int16_t phrase)
{
    size_t start = complex_end(p, phrase), at = skip_insertion(p, start);
    bool verb = false;
    if (at == start && at > p->phrases[phrase].end && is_comma(p, at) &&
        finite_at(p, at + 1) != NONE)
        at++;
    if (tag_in(tag_at(p, at), RELATIVE_TAGS) && finite_at(p, at + 1) != NONE) {
        verb = true;
        at = p->groups[finite_at(p, at + 1)].end;
    }
    for (size_t steps = 0; at < p->count && steps < MOST_STEPS; steps++) {
        int16_t g = finite_at(p, at);
        if (g != NONE)
            return g;
        size_t next = step_over(p, at, &verb);
        if (next <= at)
            break;
        at = next;
    }
    return NONE;
}

bool clause_ahead(const parse *p, size_t i)
{
    while (i < p->count && phrase_at(p, i) == NONE &&
           (tag_in(tag_at(p, i), ADVERB_TAGS) || is_comma(p, i)))
        i++;
    int16_t phrase = phrase_at(p, i);
    if (phrase == NONE)
        return false;
    while (is_possessor(p, (size_t)phrase))
        phrase++;
    return finite_behind(p, phrase) != NONE;
}

static bool is_preposition(const parse *p, size_t i)
{
    char lower[LOWER_BYTES];
    unsigned tag = tag_at(p, i);
    if (group_at(p, i) != NONE || phrase_at(p, i) != NONE)
        return false;
    if (tag == SYNTAX_IN || tag == SYNTAX_TO || word_is(p, i, "per"))
        return true;
    return tag == SYNTAX_VBG && is_participle_preposition(lower_at(p, i, lower));
}

/* "that", "because", "after" before a clause govern no phrase. */
static bool governs(const parse *p, size_t i)
{
    char lower[LOWER_BYTES];
    slice word = lower_at(p, i, lower);
    if (!is_preposition(p, i))
        return false;
    if (slice_equal(word, SLICE("that")) || slice_equal(word, SLICE("if")) ||
        slice_equal(word, SLICE("whether")) || slice_equal(word, SLICE("because")) ||
        slice_equal(word, SLICE("while")) || slice_equal(word, SLICE("although")))
        return word_is(p, i, "because") && word_is(p, i + 1, "of");
    return !(is_subordinator(word) && clause_ahead(p, i + 1));
}

/* The first word of the preposition that ends at `i`: of "according to" the "according". */
static size_t preposition_start(const parse *p, size_t i)
{
    char first[LOWER_BYTES], second[LOWER_BYTES];
    if (i > 0 && phrase_at(p, i - 1) == NONE && group_at(p, i - 1) == NONE &&
        is_long_preposition(lower_at(p, i - 1, first), lower_at(p, i, second)))
        return i - 1;
    return i;
}

static void set_possessors(parse *p)
{
    for (size_t i = 1; i < p->phrase_count; i++) {
        syntax_phrase *f = &p->phrases[i];
        if (f->first > 0 && tag_at(p, f->first - 1u) == SYNTAX_POS &&
            p->phrases[i - 1].end + 1u == f->first)
            f->possessor = (int16_t)(i - 1);
    }
}

static void set_prepositions(parse *p)
{
    for (size_t i = 0; i < p->phrase_count; i++) {
        if (is_possessor(p, i))
            continue;
        size_t start = phrase_start(p, (int16_t)i);
        while (start > 0 && phrase_at(p, start - 1) == NONE && group_at(p, start - 1) == NONE &&
               tag_in(tag_at(p, start - 1), ADVERB_TAGS) && start > 1 && governs(p, start - 2))
            start--;
        if (start > 0 && governs(p, start - 1))
            p->phrases[i].preposition = (int16_t)preposition_start(p, start - 1);
    }
}

/* The phrase that ends directly before word `i`, or NONE. */
static int16_t phrase_before(const parse *p, size_t i)
{
    return i > 0 ? phrase_at(p, i - 1) : NONE;
}

static bool verb_takes_of(const parse *p, int16_t object)
{
    size_t start = phrase_start(p, object);
    int16_t g = start > 0 ? group_at(p, start - 1) : NONE;
    return g != NONE && p->groups[g].end == start && (p->groups[g].flags & VERB_TAKES_OF);
}

static void set_attachments(parse *p)
{
    for (size_t i = 1; i < p->phrase_count; i++) {
        syntax_phrase *f = &p->phrases[i];
        char lower[LOWER_BYTES];
        if (f->preposition == NONE)
            continue;
        size_t place = (size_t)f->preposition;
        if (place > 0 && is_comma(p, place - 1) &&
            (word_is(p, place, "including") || word_is(p, place, "such")))
            place--;
        int16_t before = phrase_before(p, place);
        if (before == NONE || before >= (int16_t)i)
            continue;
        slice word = lower_at(p, (size_t)f->preposition, lower);
        unsigned kind = p->kinds[before];
        bool of = slice_equal(word, SLICE("of")) || slice_equal(word, SLICE("including")) ||
                  slice_equal(word, SLICE("such"));
        bool plain = !(kind & (PHRASE_NAME | PHRASE_PRONOUN | PHRASE_TIME)) ||
                     (p->noun[p->phrases[before].head] & NOUN_ROLE);
        if (of ? !verb_takes_of(p, before)
               : joins_nouns(word) && plain && !(p->kinds[i] & PHRASE_TIME))
            f->attached = before;
    }
}

/* Kinds that go together in a list. */
typedef enum list_kind { LIST_PERSON, LIST_NAME, LIST_TIME, LIST_COMMON } list_kind;

static list_kind list_kind_of(const parse *p, int16_t phrase)
{
    unsigned kind = p->kinds[phrase];
    if (kind & PHRASE_TIME)
        return LIST_TIME;
    if (kind & (PHRASE_ROLE | PHRASE_PRONOUN))
        return LIST_PERSON;
    return kind & PHRASE_NAME ? LIST_NAME : LIST_COMMON;
}

/* Which of the phrases that end before word `i` (the last one, or one that it hangs on) goes with
 * `phrase`: "minister of Norway and president of Fiji" joins the offices. */
static int16_t partner_before(const parse *p, size_t i, int16_t phrase)
{
    int16_t last = phrase_before(p, i), best = last;
    list_kind wanted = list_kind_of(p, phrase);
    for (int16_t at = last; at != NONE;) {
        if (list_kind_of(p, at) == wanted) {
            best = at;
            break;
        }
        const syntax_phrase *f = &p->phrases[at];
        at = f->attached != NONE ? f->attached : f->apposed;
    }
    return best;
}

/* A finite verb behind the second of two phrases that stand behind another: "Norway met Fiji and
 * Samoa left" is no list, "said Fiji and Samoa left" is one. */
static bool is_new_clause(const parse *p, int16_t before, int16_t phrase)
{
    int16_t next = finite_behind(p, phrase);
    int16_t first = phrase_top(p, before);
    size_t start = phrase_start(p, first);
    if (next == NONE)
        return false;
    while (p->phrases[first].attached != NONE) {
        first = phrase_top(p, p->phrases[first].attached);
        start = phrase_start(p, first);
    }
    if (p->phrases[first].preposition != NONE) {
        for (size_t i = 0; i < (size_t)p->phrases[first].preposition; i++)
            if (group_at(p, i) != NONE)
                return true;
        return false;
    }
    int16_t g = start > 0 ? group_at(p, start - 1) : NONE;
    return g != NONE && p->groups[g].end == start && !(p->groups[g].flags & VERB_SAYS);
}

static bool is_conjunction(const parse *p, size_t i)
{
    return word_is(p, i, "and") || word_is(p, i, "or") || word_is(p, i, "nor") ||
           slice_equal(i < p->count ? form_at(p, i) : SLICE(""), SLICE("&"));
}

static void join_list(parse *p, int16_t last, size_t conjunction)
{
    size_t end = conjunction;
    bool comma = end > 0 && is_comma(p, end - 1);
    if (comma)
        end--;
    int16_t before = partner_before(p, end, last);
    if (before == NONE || ((p->kinds[before] ^ p->kinds[last]) & PHRASE_TIME) ||
        ((p->kinds[before] | p->kinds[last]) & PHRASE_THERE) ||
        (comma && p->phrases[before].end != end &&
         list_kind_of(p, before) != list_kind_of(p, last)))
        return;
    if (is_new_clause(p, before, last))
        return;
    p->phrases[last].conjoined = before;
    p->phrases[last].preposition = p->phrases[before].preposition;
    /* Back over "A, B" as long as the kinds agree. */
    for (int16_t at = before; p->phrases[at].conjoined == NONE;) {
        size_t start = phrase_start(p, at);
        if (start < 2 || !is_comma(p, start - 1) || p->phrases[at].preposition != NONE)
            break;
        int16_t earlier = partner_before(p, start - 1, at);
        if (earlier == NONE || list_kind_of(p, earlier) != list_kind_of(p, at) ||
            is_new_clause(p, earlier, at))
            break;
        bool name = p->kinds[at] & PHRASE_NAME, name_before = p->kinds[earlier] & PHRASE_NAME;
        if (name != name_before && (p->kinds[at] & PHRASE_ROLE))
            break;
        p->phrases[at].conjoined = earlier;
        for (size_t k = (size_t)at; k <= (size_t)last; k++)
            if (phrase_top(p, (int16_t)k) == phrase_top(p, at))
                p->phrases[k].preposition = p->phrases[earlier].preposition;
        at = earlier;
    }
}

/* "A, B agree" in headlines: a comma for "and". */
static void join_headline(parse *p, size_t i)
{
    size_t start = phrase_start(p, (int16_t)i);
    if (!p->title || start < 2 || !is_comma(p, start - 1) || p->phrases[i].conjoined != NONE)
        return;
    int16_t before = phrase_before(p, start - 1), g = finite_behind(p, (int16_t)i);
    if (before != NONE && p->phrases[before].first == 0 && (p->kinds[before] & PHRASE_NAME) &&
        (p->kinds[i] & PHRASE_NAME) && g != NONE && tag_at(p, p->groups[g].first) == SYNTAX_VBP)
        p->phrases[i].conjoined = before;
}

static void set_conjunctions(parse *p)
{
    for (size_t i = 1; i < p->phrase_count; i++) {
        if (is_possessor(p, i))
            continue;
        size_t start = phrase_start(p, (int16_t)i);
        if (start > 1 && word_is(p, start - 1, "both"))
            start--;
        if (start > 1 && phrase_at(p, start - 1) == NONE && is_conjunction(p, start - 1) &&
            p->phrases[i].preposition == NONE)
            join_list(p, (int16_t)i, start - 1);
        else if (start > 2 && word_is(p, start - 1, "as") && word_is(p, start - 2, "well"))
            continue;
        else
            join_headline(p, i);
    }
}

/* What closes an apposition behind it. */
static bool closes(const parse *p, size_t i)
{
    if (group_at(p, i) != NONE)
        return p->groups[group_at(p, i)].form == GROUP_PARTICIPLE ||
               p->groups[group_at(p, i)].form == GROUP_GERUND;
    return i >= p->count || is_comma(p, i) || is_break(p, i) || is_dash(p, i) ||
           tag_at(p, i) == SYNTAX_CC || form_at(p, i).ptr[0] == ')' || is_quote(p, i) ||
           tag_in(tag_at(p, i), RELATIVE_TAGS);
}

static bool appose_fits(const parse *p, int16_t a, int16_t b)
{
    unsigned x = p->kinds[a], y = p->kinds[b];
    size_t end = complex_end(p, b);
    if ((x | y) & (PHRASE_TIME | PHRASE_PRONOUN | PHRASE_NUMBER | PHRASE_THERE))
        return false;
    if (is_comma(p, end) && finite_at(p, end + 1) != NONE && p->phrases[a].preposition == NONE)
        return true;
    bool name_a = (x & PHRASE_NAME) && !((x & PHRASE_ROLE) && !(x & PHRASE_PERSON));
    bool name_b = (y & PHRASE_NAME) && !((y & PHRASE_ROLE) && !(y & PHRASE_PERSON));
    if (name_a != name_b)
        return true;
    return name_a && !(y & PHRASE_PERSON) && p->phrases[a].preposition != NONE;
}

/* "Mr. Y, the minister of Z," and "the minister of Z, Mr. Y,": the office goes with the name. */
static int16_t apposed_to(const parse *p, int16_t last, int16_t phrase)
{
    for (int16_t at = last; at != NONE; at = p->phrases[at].attached)
        if ((p->kinds[phrase] & PHRASE_PERSON || p->kinds[phrase] & PHRASE_NAME) &&
            (p->kinds[at] & PHRASE_ROLE) && !(p->kinds[at] & PHRASE_PERSON) &&
            appose_fits(p, at, phrase))
            return at;
    return appose_fits(p, last, phrase) ? last : NONE;
}

/* "After the match, Mr. Y, the coach, said": what a sentence opens with has no apposition, but for
 * places ("In Oslo, Norway,"). */
static bool is_fronted(const parse *p, int16_t before, int16_t phrase)
{
    while (p->phrases[before].attached != NONE || p->phrases[before].conjoined != NONE)
        before = p->phrases[before].attached != NONE ? p->phrases[before].attached
                                                     : p->phrases[before].conjoined;
    int16_t preposition = p->phrases[before].preposition;
    if (preposition == NONE || (preposition > 0 && !is_comma(p, (size_t)preposition - 1u)))
        return false;
    return !((p->kinds[before] & PHRASE_NAME) && (p->kinds[phrase] & PHRASE_NAME));
}

static void set_appositions(parse *p)
{
    for (size_t i = 1; i < p->phrase_count; i++) {
        syntax_phrase *f = &p->phrases[i];
        if (is_possessor(p, i) || f->preposition != NONE || f->conjoined != NONE ||
            tag_at(p, f->first) == SYNTAX_WPS)
            continue;
        size_t start = phrase_start(p, (int16_t)i);
        int16_t before;
        if (start > 0 && phrase_before(p, start) == (int16_t)i - 1 && f->possessor == NONE &&
            (p->kinds[i] & PHRASE_NAME) && !(p->kinds[i] & PHRASE_TIME)) {
            /* Directly before a name: split off behind a portfolio. */
            for (before = (int16_t)(i - 1);
                 before != NONE && !(p->noun[p->phrases[before].head] & NOUN_ROLE);)
                before = p->phrases[before].attached != NONE ? p->phrases[before].attached
                                                             : p->phrases[before].conjoined;
            if (before != NONE)
                f->apposed = before;
            continue;
        }
        bool bracket = start > 0 && form_at(p, start - 1).ptr[0] == '(';
        if (start < 2 || !(is_comma(p, start - 1) || bracket || is_dash(p, start - 1)))
            continue;
        before = phrase_before(p, start - 1);
        if (before == NONE || (!bracket && is_fronted(p, before, (int16_t)i)) ||
            !closes(p, complex_end(p, (int16_t)i)))
            continue;
        f->apposed = bracket ? before : apposed_to(p, before, (int16_t)i);
    }
}

/* In "A, the minister, and B" the last joins A, not the office beside it. */
static void mend_lists(parse *p)
{
    for (size_t i = 1; i < p->phrase_count; i++) {
        syntax_phrase *f = &p->phrases[i];
        if (f->conjoined != NONE && (p->kinds[i] & PHRASE_NAME) &&
            p->phrases[f->conjoined].apposed != NONE &&
            list_kind_of(p, p->phrases[f->conjoined].apposed) == list_kind_of(p, (int16_t)i))
            f->conjoined = p->phrases[f->conjoined].apposed;
    }
}

void join_phrases(parse *p)
{
    set_possessors(p);
    set_prepositions(p);
    set_attachments(p);
    set_conjunctions(p);
    set_appositions(p);
    mend_lists(p);
}
