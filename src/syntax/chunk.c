/* Noun phrases without what follows their head.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * From each word on, the longest run of determiner, numbers, modifiers and nouns that ends in a
 * noun (Ramshaw and Marcus 1995 call these base noun phrases). What the tags don't tell is where a
 * time ends and a name begins ("In April Norway", "told Oslo Monday"), and which participles stand
 * before a noun; for these there are rules. */
#include "syntax/parse.h"

/* A chunk under way: words [first, at) are in it so far. */
typedef struct chunk {
    size_t first, at;
    int noun;   /* last noun, or NONE */
    int number; /* last number, or NONE */
    bool determiner;
    bool only_time; /* nothing but days, months, years and numbers so far */
    bool dated;     /* a day, month or year among them */
    bool period;    /* ended in "week", "year" ... */
} chunk;

static bool glued(const parse *p, size_t i)
{
    return i > 0 && i + 1 < p->count && !(p->tokens[i - 1].flags & TEXT_SPACE_AFTER) &&
           !(p->tokens[i].flags & TEXT_SPACE_AFTER);
}

static bool is_hyphen(const parse *p, size_t i)
{
    slice form = i < p->count ? form_at(p, i) : (slice){0};
    return (slice_equal(form, SLICE("-")) || slice_equal(form, SLICE("–")) ||
            slice_equal(form, SLICE("/"))) &&
           glued(p, i);
}

static bool modifies(unsigned tag)
{
    return tag_in(tag, ADJECTIVE_TAGS | TAG_BIT(SYNTAX_CD) | TAG_BIT(SYNTAX_VBN) |
                           TAG_BIT(SYNTAX_VBG) | TAG_BIT(SYNTAX_FW));
}

/* Whether modifiers from `i` on lead to a noun. */
static bool leads_to_noun(const parse *p, size_t i)
{
    for (size_t steps = 0; i < p->count && steps < 12; steps++, i++) {
        unsigned tag = tag_at(p, i);
        if (tag_in(tag, NOUN_TAGS))
            return true;
        if (is_hyphen(p, i)) {
            i++;
            if (tag_in(tag_at(p, i), NOUN_TAGS))
                return true;
            continue;
        }
        if (tag == SYNTAX_CC && i > 0 && modifies(tag_at(p, i + 1)))
            continue;
        if (!modifies(tag) && !tag_in(tag, ADVERB_TAGS))
            return false;
    }
    return false;
}

static bool year(const parse *p, size_t i)
{
    slice form = form_at(p, i);
    return tag_at(p, i) == SYNTAX_CD && form.len == 4 &&
           (slice_starts(form, SLICE("19")) || slice_starts(form, SLICE("20")) ||
            slice_starts(form, SLICE("18")));
}

/* A date is over where a name, or after a year anything else, goes on. */
static bool time_ends(const parse *p, const chunk *c, size_t i)
{
    unsigned tag = tag_at(p, i), noun = p->noun[i];
    bool day = (noun & NOUN_TIME) || ((noun & NOUN_MONTH) && tag_at(p, i + 1) == SYNTAX_CD);
    if (c->noun >= 0 && day && !c->only_time && !c->determiner)
        return true;
    if (c->noun >= 0 && (noun & NOUN_TIME) && !c->only_time)
        return true;
    bool capital = p->tokens[i].flags & TEXT_CAPITAL;
    if (c->period && (capital || tag == SYNTAX_CD))
        return true;
    if (c->determiner || c->at == c->first)
        return false;
    if (c->only_time && c->dated && !(noun & (NOUN_TIME | NOUN_MONTH)))
        return (capital && tag != SYNTAX_CD) ||
               (year(p, i - 1) && c->first > 0 && tag_at(p, c->first - 1) == SYNTAX_IN &&
                tag != SYNTAX_CD && !is_hyphen(p, i));
    return false;
}

static bool participle_fits(const parse *p, const chunk *c, size_t i)
{
    unsigned tag = tag_at(p, i);
    if (c->noun >= 0 || (c->at > c->first && tag_at(p, i - 1) == SYNTAX_VBG) ||
        !leads_to_noun(p, i + 1))
        return false;
    if (c->at > c->first)
        return true;
    if (tag != SYNTAX_VBN)
        return false;
    unsigned before = i > 0 ? tag_at(p, i - 1) : (unsigned)SYNTAX_IN;
    bool plain = tag_in(tag_at(p, i + 1), NOUN_TAGS);
    return plain && (before == SYNTAX_IN || before == SYNTAX_POS ||
                     (tag_in(before, FINITE_TAGS | TAG_BIT(SYNTAX_VB) | TAG_BIT(SYNTAX_VBG)) &&
                      phrase_at(p, i - 1) == NONE && !lemma_is(p, i - 1, "have") &&
                      !lemma_is(p, i - 1, "be") && !lemma_is(p, i - 1, "get")));
}

static bool adjective_fits(const parse *p, const chunk *c, size_t i)
{
    if (c->noun < 0)
        return true;
    if (word_is(p, i, "next") || word_is(p, i, "last") || word_is(p, i, "previous"))
        return false;
    return tag_at(p, i) == SYNTAX_JJ && !tag_in(tag_at(p, (size_t)c->noun), TAG_BIT(SYNTAX_NNS)) &&
           (size_t)c->noun + 1 == i && leads_to_noun(p, i + 1);
}

/* "economic and trade relations", "large, modern ships". */
static bool joins_modifiers(const parse *p, const chunk *c, size_t i)
{
    if (c->at == c->first || c->noun >= 0 || !modifies(tag_at(p, i - 1)))
        return false;
    if (is_comma(p, i))
        return tag_in(tag_at(p, i - 1), ADJECTIVE_TAGS) &&
               tag_in(tag_at(p, i + 1), ADJECTIVE_TAGS) && leads_to_noun(p, i + 1);
    if (tag_at(p, i) != SYNTAX_CC || tag_at(p, i - 1) == SYNTAX_VBG)
        return false;
    if (tag_at(p, i - 1) == SYNTAX_CD)
        return tag_at(p, i + 1) == SYNTAX_CD && leads_to_noun(p, i + 2);
    return (tag_in(tag_at(p, i + 1), ADJECTIVE_TAGS) || tag_at(p, i + 1) == SYNTAX_NN) &&
           leads_to_noun(p, i + 1) &&
           !(tag_at(p, i + 1) == SYNTAX_NN && !tag_in(tag_at(p, i + 2), NOUN_TAGS));
}

static bool inside_name(const parse *p, size_t i)
{
    return p->mark && i > 0 && i + 1 < p->count && p->mark[i - 1] == 1 && p->mark[i] == 1 &&
           p->mark[i + 1] == 1;
}

/* "lend [Fiji] [two boats]": a number behind a noun and before another opens a phrase. */
static bool number_opens(const parse *p, const chunk *c, size_t i)
{
    return c->noun >= 0 && !(p->noun[c->noun] & (NOUN_MONTH | NOUN_TIME)) &&
           tag_at(p, i) == SYNTAX_CD &&
           (tag_in(tag_at(p, i + 1), NOUN_TAGS | ADJECTIVE_TAGS) || tag_at(p, i + 1) == SYNTAX_CD);
}

static void take_noun(const parse *p, chunk *c, size_t i)
{
    unsigned noun = p->noun[i];
    bool time = noun & (NOUN_TIME | NOUN_MONTH);
    if (time)
        c->dated = true;
    else
        c->only_time = false;
    c->period = (noun & NOUN_PERIOD) && !(p->tokens[i].flags & TEXT_CAPITAL);
    c->noun = (int)i;
}

/* Takes the word at c->at. @return false where the chunk ends before it. */
static bool take(const parse *p, chunk *c)
{
    size_t i = c->at;
    unsigned tag = tag_at(p, i);
    if (c->at > c->first && time_ends(p, c, i))
        return false;
    if (inside_name(p, i))
        ;
    else if (tag_in(tag, NOUN_TAGS))
        take_noun(p, c, i);
    else if (is_hyphen(p, i) && c->at > c->first && i + 1 < p->count &&
             tag_at(p, i + 1) != SYNTAX_PUNCT) {
        if (tag_in(tag_at(p, i + 1), NOUN_TAGS))
            take_noun(p, c, i + 1);
        else if (!leads_to_noun(p, i + 2) && tag_at(p, i + 1) != SYNTAX_CD)
            return false;
        else
            c->only_time = false;
        c->at++;
    } else if (tag == SYNTAX_CD || tag == SYNTAX_SYM) {
        if (tag == SYNTAX_SYM && tag_at(p, i + 1) != SYNTAX_CD && c->number < 0)
            return false;
        if (number_opens(p, c, i))
            return false;
        c->number = (int)i;
        c->dated |= year(p, i);
        c->period = false;
    } else if (tag_in(tag, ADJECTIVE_TAGS | TAG_BIT(SYNTAX_FW))) {
        if (!adjective_fits(p, c, i))
            return false;
        if (c->at > c->first || !leads_to_noun(p, i))
            c->only_time = c->only_time && !(p->tokens[i].flags & TEXT_CAPITAL);
    } else if (tag == SYNTAX_VBN || tag == SYNTAX_VBG) {
        if (!participle_fits(p, c, i))
            return false;
        c->only_time = false;
    } else if (tag_in(tag, ADVERB_TAGS)) {
        unsigned next = tag_at(p, i + 1);
        if (c->noun >= 0 || c->number >= 0 || !modifies(next) || !leads_to_noun(p, i + 1) ||
            (c->at == c->first && (next == SYNTAX_VBN || next == SYNTAX_VBG)))
            return false;
    } else if (!joins_modifiers(p, c, i)) {
        return false;
    }
    c->at++;
    return true;
}

/* "more than 200", "at least 12", "up to 50", "about 30". @return the number's place, or `i`. */
static size_t skip_quantity(const parse *p, size_t i)
{
    if ((word_is(p, i, "more") || word_is(p, i, "less") || word_is(p, i, "fewer")) &&
        word_is(p, i + 1, "than") && tag_at(p, i + 2) == SYNTAX_CD)
        return i + 2;
    if (word_is(p, i, "at") && (word_is(p, i + 1, "least") || word_is(p, i + 1, "most")) &&
        tag_at(p, i + 2) == SYNTAX_CD)
        return i + 2;
    if (word_is(p, i, "up") && word_is(p, i + 1, "to") && tag_at(p, i + 2) == SYNTAX_CD)
        return i + 2;
    char lower[LOWER_BYTES];
    if (is_approximation(lower_at(p, i, lower)) && tag_at(p, i + 1) == SYNTAX_CD && !year(p, i + 1))
        return i + 1;
    return i;
}

static bool takes_determiner(const parse *p, size_t i)
{
    unsigned tag = tag_at(p, i);
    if (tag == SYNTAX_WDT)
        return !word_is(p, i, "that") && leads_to_noun(p, i + 1) &&
               tag_in(tag_at(p, i + 1), TAG_BIT(SYNTAX_NN) | TAG_BIT(SYNTAX_NNS)) &&
               (i == 0 || tag_in(tag_at(p, i - 1), TAG_BIT(SYNTAX_IN) | FINITE_TAGS));
    return tag == SYNTAX_DT || tag == SYNTAX_PRPS || tag == SYNTAX_WPS;
}

/* End of a phrase of one pronoun or determiner at `i`, or `i`. */
static size_t pronoun_end(const parse *p, size_t i)
{
    unsigned tag = tag_at(p, i), before = i > 0 ? tag_at(p, i - 1) : (unsigned)SYNTAX_PUNCT;
    bool both = word_is(p, i, "both") || word_is(p, i, "all") || word_is(p, i, "each") ||
                word_is(p, i, "neither") || word_is(p, i, "either");
    bool verb = tag_in(before, FINITE_TAGS) || (i > 0 && phrase_at(p, i - 1) != NONE);
    if (tag == SYNTAX_PRP || tag == SYNTAX_EX || word_is(p, i, "her") || word_is(p, i, "his"))
        return i + 1;
    if (both && verb && tag_at(p, i + 1) >= SYNTAX_VB && tag_at(p, i + 1) <= SYNTAX_VBZ)
        return i;
    if (tag == SYNTAX_DT && !word_is(p, i, "the") && !word_is(p, i, "a") && !word_is(p, i, "an") &&
        !word_is(p, i, "no") && !word_is(p, i, "every"))
        return i + 1;
    bool many = word_is(p, i, "many") || word_is(p, i, "several") || word_is(p, i, "few");
    if (tag == SYNTAX_JJ && many &&
        (tag_in(tag_at(p, i + 1), FINITE_TAGS) || word_is(p, i + 1, "of")))
        return i + 1;
    return i;
}

/* What a chunk without a noun is: a number, "the French", or nothing. */
static size_t end_without_noun(const parse *p, const chunk *c)
{
    bool people = c->at > c->first && tag_at(p, c->at - 1) == SYNTAX_JJ &&
                  (p->tokens[c->at - 1].flags & TEXT_CAPITAL);
    if (c->number >= 0)
        return people ? c->at : (size_t)c->number + 1;
    if (c->determiner && c->at > c->first + 1 && tag_at(p, c->first) == SYNTAX_DT &&
        (tag_in(tag_at(p, c->at - 1), ADJECTIVE_TAGS) || tag_at(p, c->at - 1) == SYNTAX_VBG))
        return c->at;
    if (c->at > c->first && p->mark && p->mark[c->at - 1] == 2)
        return c->at;
    return pronoun_end(p, c->first);
}

/* The "in" of "since 2012" and the like is no part; what begins no phrase gives `i`. */
static size_t chunk_end(const parse *p, size_t i, size_t *head)
{
    chunk c = {i, i, NONE, NONE, false, true, false, false};
    if (tag_at(p, i) == SYNTAX_PRP || tag_at(p, i) == SYNTAX_EX) {
        *head = i;
        return i + 1;
    }
    if (tag_at(p, i) == SYNTAX_PDT)
        c.at++;
    if (takes_determiner(p, c.at)) {
        c.determiner = true;
        c.at++;
    }
    size_t number = skip_quantity(p, c.at);
    c.at = number;
    if (number > i)
        c.only_time = false;
    while (c.at < p->count && take(p, &c))
        ;
    size_t end = c.noun >= 0 ? (size_t)c.noun + 1 : end_without_noun(p, &c);
    if (c.noun >= 0 && c.number > c.noun)
        end = (size_t)c.number + 1;
    *head = c.noun >= 0 ? (size_t)c.noun : end > i ? end - 1 : i;
    return end;
}

/* "14 February , 2012": the year belongs to the date. */
static size_t with_year(const parse *p, size_t first, size_t end)
{
    bool month = false;
    for (size_t i = first; i < end; i++)
        month |= (p->noun[i] & NOUN_MONTH) != 0;
    return month && is_comma(p, end) && end + 1 < p->count && year(p, end + 1) ? end + 2 : end;
}

static uint16_t kind_of(const parse *p, size_t first, size_t end, size_t head)
{
    unsigned kind = 0, tag = tag_at(p, head);
    bool role = false, named = false, period = p->noun[head] & NOUN_PERIOD;
    for (size_t i = first; i < end; i++) {
        role |= (p->noun[i] & NOUN_ROLE) != 0;
        named |= tag == SYNTAX_NNP && i == head && !(p->noun[i] & NOUN_ROLE);
    }
    kind |= role ? PHRASE_ROLE : 0;
    kind |= tag_in(tag, PROPER_TAGS) ? PHRASE_NAME : 0;
    kind |= tag == SYNTAX_PRP || tag == SYNTAX_PRPS || tag == SYNTAX_DT ? PHRASE_PRONOUN : 0;
    kind |= tag == SYNTAX_EX ? PHRASE_THERE : 0;
    kind |= tag == SYNTAX_CD || tag == SYNTAX_SYM ? PHRASE_NUMBER : 0;
    kind |= tag_at(p, first) == SYNTAX_DT || tag_at(p, first) == SYNTAX_PRPS ? PHRASE_DEFINITE : 0;
    kind |= role && named ? PHRASE_PERSON : 0;
    bool pointed = first < head && (word_is(p, head - 1, "last") || word_is(p, head - 1, "next") ||
                                    word_is(p, head - 1, "this") || word_is(p, head - 1, "every") ||
                                    word_is(p, head - 1, "each") || word_is(p, head - 1, "same") ||
                                    word_is(p, head - 1, "previous") || word_is(p, first, "this") ||
                                    word_is(p, first, "last") || tag_at(p, head - 1) == SYNTAX_CD);
    if ((p->noun[head] & (NOUN_TIME | NOUN_MONTH)) || (period && pointed) ||
        word_is(p, end, "ago") || (tag == SYNTAX_CD && year(p, head) && first == head))
        kind |= PHRASE_TIME;
    return (uint16_t)kind;
}

void put_phrase(parse *p, size_t first, size_t end, size_t head)
{
    size_t index = p->phrase_count++;
    p->phrases[index] = (syntax_phrase){
        (uint16_t)first, (uint16_t)end, (uint16_t)head, NONE, NONE, NONE, NONE, NONE};
    p->kinds[index] = kind_of(p, first, end, head);
    for (size_t i = first; i < end; i++)
        p->phrase_of[i] = (int16_t)index;
}

static bool is_portfolio(const parse *p, size_t i)
{
    char lower[LOWER_BYTES];
    return (noun_flags(lower_at(p, i, lower)) & NOUN_PORTFOLIO) != 0;
}

/* "Secretary of State Anna Brook": behind the portfolio a name begins. @return its place, or
 * `end`. */
static size_t name_behind_portfolio(const parse *p, size_t first, size_t end)
{
    if (first < 2 || !p->phrase_count)
        return end;
    const syntax_phrase *before = &p->phrases[p->phrase_count - 1];
    bool linked =
        before->end + 1u == first && (word_is(p, first - 1, "of") || word_is(p, first - 1, "for") ||
                                      tag_at(p, first - 1) == SYNTAX_CC);
    bool role = (p->noun[before->head] & NOUN_ROLE) || (p->noun[before->head] & NOUN_PORTFOLIO);
    size_t i = first + (tag_at(p, first) == SYNTAX_DT);
    if (!linked || !role)
        return end;
    bool marked = p->mark && p->mark[i];
    size_t begin = i;
    while (i < end && (marked ? p->mark[i] != 0 : is_portfolio(p, i)))
        i++;
    bool name = i > begin && i < end && tag_at(p, i) == SYNTAX_NNP && !p->noun[i] &&
                (!marked || i + 1 < end);
    for (size_t k = i; k < end; k++)
        name = name && tag_in(tag_at(p, k), PROPER_TAGS);
    return name ? i : end;
}

void chunk_phrases(parse *p)
{
    for (size_t i = 0; i < p->count;) {
        size_t head, end = chunk_end(p, i, &head);
        if (end <= i) {
            i++;
            continue;
        }
        size_t name = name_behind_portfolio(p, i, end);
        if (name < end) {
            put_phrase(p, i, name, name - 1);
            i = name;
        }
        end = with_year(p, i, end);
        put_phrase(p, i, end, head);
        i = end;
    }
}
