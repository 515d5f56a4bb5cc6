/* Verb groups: auxiliaries, adverbs, the verb, its particle.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * A group is read from its first verb to its last by what each auxiliary asks for: a modal and "do"
 * a bare form, "have" a past participle, "be" a participle, an adjective or nothing. */
#include "syntax/parse.h"

static bool is_verb(unsigned tag)
{
    return tag >= SYNTAX_VB && tag <= SYNTAX_VBZ;
}

static bool is_negation(const parse *p, size_t i)
{
    return word_is(p, i, "not") || word_is(p, i, "n't") || word_is(p, i, "n’t") ||
           word_is(p, i, "never");
}

/* Adverbs within a group, also ", however,". */
static size_t skip_adverbs(const parse *p, group *g, size_t i)
{
    for (; i < p->count; i++) {
        if (is_negation(p, i) || word_is(p, i, "neither") ||
            (word_is(p, i, "no") && word_is(p, i + 1, "longer")))
            g->negated = 1;
        if (phrase_at(p, i) == NONE &&
            (tag_in(tag_at(p, i), ADVERB_TAGS) || word_is(p, i, "neither") ||
             word_is(p, i, "either") || word_is(p, i, "both")))
            continue;
        if (is_comma(p, i) && i + 2 < p->count && tag_in(tag_at(p, i + 1), ADVERB_TAGS) &&
            is_comma(p, i + 2)) {
            i += 2;
            continue;
        }
        break;
    }
    return i;
}

/* The verb that an auxiliary asks for at `i`, past adverbs, or `i` itself where none stands. `past`
 * over a time ("has in recent years become") where `far` is set. */
static size_t find_verb(const parse *p, group *g, size_t i, bool far)
{
    bool negated = g->negated;
    size_t at = skip_adverbs(p, g, i);
    if (at < p->count && phrase_at(p, at) == NONE && is_verb(tag_at(p, at)))
        return at;
    if (far && tag_at(p, at) == SYNTAX_IN && phrase_at(p, at + 1) != NONE) {
        size_t end = p->phrases[phrase_at(p, at + 1)].end;
        if (phrase_at(p, end) == NONE && tag_at(p, end) == SYNTAX_VBN)
            return end;
    }
    g->negated = negated;
    return i;
}

static bool is_be(const parse *p, size_t i)
{
    return lemma_is(p, i, "be");
}

static void set_verb(group *g, size_t i)
{
    g->verb = (uint16_t)i;
    g->end = (uint16_t)(i + 1);
}

static void read_from(parse *p, group *g, size_t i);

/* "is going to visit", "is to visit". @return false where it isn't that. */
static bool read_future(parse *p, group *g, size_t i)
{
    size_t to = skip_adverbs(p, g, i);
    bool going = word_is(p, to, "going") && tag_at(p, to + 1) == SYNTAX_TO;
    size_t verb = to + 1 + going;
    if (!going && tag_at(p, to) != SYNTAX_TO)
        return false;
    verb = find_verb(p, g, verb, false);
    if (tag_at(p, verb) != SYNTAX_VB || phrase_at(p, verb) != NONE)
        return false;
    if (g->modal == NONE)
        g->modal = (int16_t)to;
    read_from(p, g, verb);
    return true;
}

static void read_after_be(parse *p, group *g, size_t i)
{
    if (read_future(p, g, i + 1))
        return;
    size_t verb = find_verb(p, g, i + 1, false);
    unsigned tag = tag_at(p, verb);
    if (verb > i && phrase_at(p, verb) == NONE && (tag == SYNTAX_VBN || tag == SYNTAX_VBD)) {
        p->words[verb].tag = SYNTAX_VBN;
        g->passive = 1;
        set_verb(g, verb);
        return;
    }
    if (verb > i && phrase_at(p, verb) == NONE && tag == SYNTAX_VBG) {
        g->progressive = 1;
        read_from(p, g, verb);
        return;
    }
    size_t at = skip_adverbs(p, g, i + 1);
    g->copula = 1;
    if (tag_in(tag_at(p, at), ADJECTIVE_TAGS) && phrase_at(p, at) == NONE)
        set_verb(g, at);
}

/* Reads the group on from the verb at `i`. */
static void read_from(parse *p, group *g, size_t i)
{
    set_verb(g, i);
    if (is_be(p, i)) {
        read_after_be(p, g, i);
        return;
    }
    bool have = lemma_is(p, i, "have"), does = lemma_is(p, i, "do"), get = lemma_is(p, i, "get");
    if (!have && !does && !get)
        return;
    size_t verb = find_verb(p, g, i + 1, have);
    unsigned tag = tag_at(p, verb);
    if (verb == i + 1 && !is_verb(tag))
        return;
    if (phrase_at(p, verb) != NONE)
        return;
    if (have && (tag == SYNTAX_VBN || tag == SYNTAX_VBD)) {
        p->words[verb].tag = SYNTAX_VBN;
        g->perfect = 1;
        read_from(p, g, verb);
    } else if (does && (tag == SYNTAX_VB || tag == SYNTAX_VBP)) {
        p->words[verb].tag = SYNTAX_VB;
        g->does = 1;
        read_from(p, g, verb);
    } else if (get && tag == SYNTAX_VBN) {
        g->passive = 1;
        set_verb(g, verb);
    }
}

static bool may_be_bare(const parse *p, size_t i)
{
    const syntax_entry *e = model_word(p->model, p->tokens[i].key);
    return tag_at(p, i) == SYNTAX_VBP ||
           (tag_at(p, i) == SYNTAX_NN && e && (e->tags[CASE_SMALL] & TAG_BIT(SYNTAX_VB)));
}

static void read_modal(parse *p, group *g, size_t i)
{
    g->modal = (int16_t)i;
    g->tense = SYNTAX_PRESENT;
    set_verb(g, i);
    size_t at = skip_adverbs(p, g, i + 1);
    if (at < p->count && phrase_at(p, at) == NONE && may_be_bare(p, at))
        p->words[at].tag = SYNTAX_VB;
    if (at < p->count && phrase_at(p, at) == NONE && is_verb(tag_at(p, at)))
        read_from(p, g, at);
}

/* Where a question or "nor did X" can begin. */
static bool opens_clause(const parse *p, size_t i)
{
    if (i == 0)
        return true;
    unsigned tag = tag_at(p, i - 1);
    return tag == SYNTAX_WRB || tag == SYNTAX_WP || tag == SYNTAX_WDT || is_quote(p, i - 1) ||
           is_break(p, i - 1) || is_dash(p, i - 1) || word_is(p, i - 1, "nor") ||
           word_is(p, i - 1, "neither") || word_is(p, i - 1, "only") ||
           word_is(p, i - 1, "never") ||
           (phrase_at(p, i - 1) != NONE &&
            tag_at(p, p->phrases[phrase_at(p, i - 1)].first) == SYNTAX_WDT);
}

static bool bare_behind(const parse *p, size_t i)
{
    return tag_at(p, i) == SYNTAX_MD || lemma_is(p, i, "do");
}

/* "Did Norway sign": the verb behind the subject, or NONE. */
static int inverted_verb(const parse *p, size_t i)
{
    bool auxiliary =
        tag_at(p, i) == SYNTAX_MD || lemma_is(p, i, "do") || lemma_is(p, i, "have") || is_be(p, i);
    if (!auxiliary || !opens_clause(p, i) || phrase_at(p, i + 1) == NONE)
        return NONE;
    size_t at = p->phrases[phrase_at(p, i + 1)].end;
    while (at < p->count && phrase_at(p, at) == NONE && tag_in(tag_at(p, at), ADVERB_TAGS))
        at++;
    if (at >= p->count || phrase_at(p, at) != NONE)
        return NONE;
    unsigned tag = tag_at(p, at);
    bool fits = bare_behind(p, i)
                    ? tag == SYNTAX_VB || tag == SYNTAX_VBP || tag == SYNTAX_VBD
                    : tag == SYNTAX_VBN || tag == SYNTAX_VBD || (is_be(p, i) && tag == SYNTAX_VBG);
    return fits ? (int)at : NONE;
}

static void read_inverted(parse *p, group *g, size_t i, size_t verb)
{
    g->auxiliary = (int16_t)i;
    g->modal = tag_at(p, i) == SYNTAX_MD ? (int16_t)i : NONE;
    g->does = lemma_is(p, i, "do");
    g->perfect = lemma_is(p, i, "have");
    if (!bare_behind(p, i) && tag_at(p, verb) == SYNTAX_VBD)
        p->words[verb].tag = SYNTAX_VBN;
    g->passive = is_be(p, i) && tag_at(p, verb) == SYNTAX_VBN;
    g->progressive = is_be(p, i) && tag_at(p, verb) == SYNTAX_VBG;
    g->negated = is_negation(p, i + 1) || word_is(p, i - 1, "nor") || word_is(p, i - 1, "neither");
    if (g->does || g->modal != NONE)
        p->words[verb].tag = SYNTAX_VB;
    g->first = (uint16_t)verb;
    read_from(p, g, verb);
}

static void take_particle(parse *p, group *g)
{
    if (g->copula || tag_at(p, g->end) != SYNTAX_RP || phrase_at(p, g->end) != NONE)
        return;
    if ((word_is(p, g->end, "on") || word_is(p, g->end, "upon")) &&
        (verb_flags(p->words[g->verb].lemma) & VERB_CALLS_ON)) {
        p->words[g->end].tag = SYNTAX_IN;
        return;
    }
    g->particle = (int16_t)g->end;
    g->end++;
}

static syntax_tense tense_of(unsigned tag)
{
    return tag == SYNTAX_VBD                                            ? SYNTAX_PAST
           : tag == SYNTAX_VBP || tag == SYNTAX_VBZ || tag == SYNTAX_MD ? SYNTAX_PRESENT
                                                                        : SYNTAX_BARE;
}

group_form group_form_of(unsigned tag)
{
    switch (tag) {
    case SYNTAX_VB:
        return GROUP_BARE;
    case SYNTAX_VBG:
        return GROUP_GERUND;
    case SYNTAX_VBN:
        return GROUP_PARTICIPLE;
    default:
        return GROUP_FINITE;
    }
}

/* Reads the group whose first verb, modal or "to" is at `i`. */
static void read_group(parse *p, size_t i)
{
    group g = {.first = (uint16_t)i, .particle = NONE, .modal = NONE, .auxiliary = NONE};
    unsigned tag = tag_at(p, i);
    int inverted = inverted_verb(p, i);
    g.tense = (uint8_t)tense_of(tag);
    g.form = (uint8_t)group_form_of(tag);
    if (inverted >= 0) {
        read_inverted(p, &g, i, (size_t)inverted);
    } else if (tag == SYNTAX_MD) {
        read_modal(p, &g, i);
    } else if (tag == SYNTAX_TO) {
        size_t verb = find_verb(p, &g, i + 1, false);
        if (!is_verb(tag_at(p, verb)) || verb == i)
            return;
        g.form = GROUP_INFINITIVE;
        g.tense = SYNTAX_BARE;
        p->words[verb].tag = tag_at(p, verb) == SYNTAX_VBP ? SYNTAX_VB : p->words[verb].tag;
        read_from(p, &g, verb);
    } else {
        read_from(p, &g, i);
        g.passive |= tag == SYNTAX_VBN && g.verb == i;
    }
    take_particle(p, &g);
    while (g.first > 0 && g.auxiliary == NONE && tag_in(tag_at(p, g.first - 1u), ADVERB_TAGS) &&
           phrase_at(p, g.first - 1u) == NONE && group_at(p, g.first - 1u) == NONE)
        g.negated |= is_negation(p, --g.first);
    g.flags = verb_flags(p->words[g.verb].lemma);
    for (size_t k = g.first; k < g.end; k++)
        p->group_of[k] = (int16_t)p->group_count;
    p->groups[p->group_count++] = g;
}

void find_groups(parse *p)
{
    for (size_t i = 0; i < p->count; i++) {
        unsigned tag = tag_at(p, i);
        char lower[LOWER_BYTES];
        if (phrase_at(p, i) != NONE || group_at(p, i) != NONE)
            continue;
        if (tag == SYNTAX_VBG && is_participle_preposition(lower_at(p, i, lower)) &&
            phrase_at(p, i + 1) != NONE && !(i > 0 && is_be(p, i - 1)))
            continue;
        if (word_is(p, i, "according") ||
            (word_is(p, i, "based") && word_is(p, i + 1, "on") && i > 0 && is_comma(p, i - 1)))
            continue;
        if (is_verb(tag) || tag == SYNTAX_MD || tag == SYNTAX_TO)
            read_group(p, i);
    }
}
