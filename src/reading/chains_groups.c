/* Chains: "both sides", "the two leaders", "the three states".
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * A group has as many sides as the phrase says, of the kind that its head says. They are those who
 * were spoken of last: the nearest sentences that name so many, and no more. */
#include "reading/chains.h"

enum { GROUP_SENTENCES = 4, GROUP_MIN_WORDS = 3 };

typedef enum group_kind {
    GROUP_NONE,
    GROUP_STATES,
    GROUP_PEOPLE,
    GROUP_ANY,   /* states, or people: "the two sides" */
    GROUP_EITHER /* whoever was spoken of together last: "the four", "the rivals" */
} group_kind;

static group_kind kind_of(slice head)
{
    static const char *const states[] = {
        "country",  "state",   "nation", "government", "republic", "kingdom", "neighbour",
        "neighbor", "capital", "power",  "people",     "Koreas",   NULL};
    static const char *const people[] = {
        "leader",     "minister",   "president", "premier",     "man",       "woman",
        "statesman",  "diplomat",   "official",  "king",        "monarch",   "chancellor",
        "envoy",      "ambassador", "secretary", "counterpart", "colleague", "general",
        "negotiator", "brother",    "sister",    NULL};
    static const char *const any[] = {"side", "party",       "delegation", "guarantor", "signatory",
                                      "army", "military",    "force",      "foe",       "team",
                                      "bloc", "belligerent", "member",     NULL};
    static const char *const either[] = {"ally", "partner", "rival",   "enemy", "adversary", "pair",
                                         "trio", "duo",     "both",    "two",   "three",     "four",
                                         "five", "six",     "quartet", NULL};
    return chains_one_of(head, states)   ? GROUP_STATES
           : chains_one_of(head, people) ? GROUP_PEOPLE
           : chains_one_of(head, any)    ? GROUP_ANY
           : chains_one_of(head, either) ? GROUP_EITHER
                                         : GROUP_NONE;
}

/** A number that a word tells, or 0: "the [four] states", "the [trio]". */
static uint32_t number_of(const reading_state *r, uint32_t token)
{
    static const struct {
        const char *word;
        uint32_t size;
    } words[] = {{"two", 2},  {"both", 2}, {"pair", 2},    {"duo", 2}, {"three", 3}, {"trio", 3},
                 {"four", 4}, {"five", 5}, {"quartet", 4}, {"six", 6}, {"seven", 7}, {"eight", 8}};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (reading_is(r, token, words[i].word))
            return words[i].size;
    return 0;
}

/** What a phrase says of a group. */
typedef struct group_phrase {
    const syntax_phrase *p;
    slice head;
    group_kind kind;
    uint32_t size; /* 0: it doesn't say */
    bool loose;    /* whose office is not told may have that of the head, if another one has it */
    uint32_t own;  /* subject of its clause: "A informed both neighbours" are two others */
} group_phrase;

static bool is_article(const chains_stage *c, const syntax_phrase *p)
{
    static const char *const words[] = {"the", "these", "our", "all", NULL};
    return reading_is_any(c->r, chains_token(c, p->first), words);
}

/** Whether the phrase means a group, by its words. */
static bool describe(const chains_stage *c, const syntax_phrase *p, group_phrase *g)
{
    *g = (group_phrase){.p = p, .head = c->s->words[p->head].lemma, .own = CHAINS_NOBODY};
    g->kind = kind_of(g->head);
    if (g->kind == GROUP_NONE)
        return false;
    bool both = reading_is(c->r, chains_token(c, p->first), "both");
    if (both)
        g->size = 2;
    bool definite = is_article(c, p) && p->head > p->first;
    for (uint32_t w = p->first + 1u; definite && w <= p->head && g->size == 0; w++)
        g->size = number_of(c->r, chains_token(c, w));
    if (g->size || !definite)
        return g->size > 0;
    static const char *const sizeless[] = {
        "side", "party",     "delegation", "guarantor", "signatory",  "neighbour", "neighbor",
        "ally", "partner",   "rival",      "enemy",     "adversary",  "leader",    "minister",
        "foe",  "president", "premier",    "team",      "negotiator", NULL};
    bool plural = c->s->words[p->head].tag == SYNTAX_NNS && p->head == p->first + 1;
    if (plural && chains_is(g->head, "side"))
        g->size = 2;
    return plural && chains_one_of(g->head, sizeless);
}

/** Whether a person's offices have the word of the head: "the two ministers". */
static bool person_fits(const chains_stage *c, const chains_unit *unit, slice head)
{
    if (kind_of(head) == GROUP_EITHER)
        return true;
    if (chains_is(head, "man") || chains_is(head, "statesman"))
        return unit->gender != 'f';
    if (chains_is(head, "woman"))
        return unit->gender != 'm';
    const reading_person *p = &c->r->people.items[unit->person];
    static const char *const loose[] = {"leader",      "official", "diplomat",
                                        "counterpart", "envoy",    NULL};
    if (chains_one_of(head, loose))
        return p->offices.count > 0;
    for (size_t i = 0; i < p->offices.count; i++) {
        slice title = p->offices.items[i].title;
        for (size_t at = 0; at + head.len <= title.len; at++)
            if (slice_equal_ascii_fold(slice_range(title, at, at + head.len), head))
                return true;
    }
    return false;
}

static bool fits(const chains_stage *c, const chains_seen *e, group_kind kind, slice head)
{
    if (kind == GROUP_PEOPLE && e->person && !chains_is_unit(e->who))
        return slice_equal_ascii_fold(reading_words(c->r, e->token, 1), head);
    if (kind == GROUP_PEOPLE)
        return e->person && person_fits(c, &c->units.items[e->who], head);
    if (!e->body || !chains_is_unit(e->who))
        return false;
    const chains_unit *unit = &c->units.items[e->who];
    bool union_ =
        slice_is(unit->code, "EUR") && kb_entry_at(c->r->engine->kb, unit->entry).kind == KB_IGO;
    return unit->state || (kind >= GROUP_ANY && union_);
}

/** Puts a side where it belongs by number; more than there may be are not kept, only counted. */
static void add_side(chains_group *group, uint32_t who, uint32_t *found)
{
    if (chains_add_side(group, who))
        (*found)++;
}

/** Whether a group that was spoken of can be what the phrase says. */
static bool group_fits(const chains_stage *c, const chains_group *group, const group_phrase *g)
{
    bool people = chains_is_person(c, group->sides[0]);
    if (g->size && group->count != g->size)
        return false;
    for (uint32_t i = 0; i < group->count; i++)
        if (group->sides[i] == g->own)
            return false;
    switch (g->kind) {
    case GROUP_STATES:
        return !people;
    case GROUP_PEOPLE:
        for (uint32_t i = 0; i < group->count && people; i++)
            if (g->size == 0 && !person_fits(c, &c->units.items[group->sides[i]], g->head))
                return false;
        return people;
    case GROUP_NONE:
    case GROUP_ANY:
    case GROUP_EITHER:
        break;
    }
    return g->kind == GROUP_EITHER || !people;
}

/** The group that was spoken of last, not more than so many sentences back, and fits. */
static uint32_t last_group(const chains_stage *c, const group_phrase *g, uint32_t back)
{
    for (size_t i = c->seen.count; i-- > 0;) {
        const chains_seen *e = &c->seen.items[i];
        if (c->sentence - e->sentence > back)
            break;
        if (chains_is_group(e->who) && group_fits(c, &c->groups.items[e->who - CHAINS_GROUP], g))
            return e->who;
    }
    return CHAINS_NOBODY;
}

static bool has_no_office(const chains_stage *c, const chains_seen *e)
{
    return chains_is_person(c, e->who) &&
           c->r->people.items[c->units.items[e->who].person].offices.count == 0;
}

/** Those of the nearest sentences that are so many: this one alone, then with one before it, and so
 * on. False where there are too many before there are enough. */
static bool nearest(const chains_stage *c, const group_phrase *g, group_kind kind, bool places,
                    chains_group *group)
{
    uint32_t found = 0;
    *group = (chains_group){.count = 0};
    bool sure = !g->loose;
    uint32_t sentence = c->sentence;
    for (size_t i = c->seen.count; i-- > 0;) {
        const chains_seen *e = &c->seen.items[i];
        if (e->sentence != sentence && found >= g->size)
            break;
        sentence = e->sentence;
        if (c->sentence - sentence > GROUP_SENTENCES)
            break;
        bool fit = fits(c, e, kind, g->head);
        sure = sure || fit;
        if (!(fit || (g->loose && has_no_office(c, e))) || (e->place && !places) ||
            e->who == g->own)
            continue;
        if (!chains_is_unit(e->who))
            return false;
        add_side(group, e->who, &found);
    }
    return sure && found == g->size;
}

/** The two that the report is about, where both are states or the like and named. */
static bool pair_of(const chains_stage *c, uint32_t own, chains_group *group)
{
    uint32_t found = 0;
    *group = (chains_group){.count = 0};
    for (int side = 0; side < 2; side++) {
        uint32_t who = chains_state(c, c->r->pair[side]);
        if (who == CHAINS_NOBODY || who == own)
            return false;
        add_side(group, who, &found);
    }
    return found == 2 && c->r->bilateral;
}

/** Those who are named right before the phrase and that it calls by another word: "X and Y, the two
 * women". */
static chancery_status beside(chains_stage *c, int16_t phrase, const group_phrase *g, uint32_t *who)
{
    *who = CHAINS_NOBODY;
    c->why = CHANCERY_WHY_BESIDE;
    bool comma = g->p->first > 0 && reading_is(c->r, chains_token(c, g->p->first - 1u), ",");
    int16_t before = comma && g->p->first > 1 ? c->s->phrase_of[g->p->first - 2] : (int16_t)-1;
    while (before >= 0) {
        const syntax_phrase *p = &c->s->phrases[before];
        int16_t up = p->conjoined >= 0 ? p->conjoined : p->attached;
        if (up < 0 || up >= before)
            break;
        before = up;
    }
    if (before < 0 || before >= phrase)
        return CHANCERY_OK;
    chancery_status status = chains_joined(c, before, who);
    if (!chains_is_group(*who) || !group_fits(c, &c->groups.items[*who - CHAINS_GROUP], g))
        *who = CHAINS_NOBODY;
    return status;
}

/** Whether the sides were named so near that nobody else is meant. */
static bool named_near(const chains_stage *c, group_phrase *g, chains_group *group)
{
    static const group_kind people_first[] = {GROUP_PEOPLE, GROUP_ANY};
    const group_kind *kinds = g->kind == GROUP_EITHER ? people_first : &g->kind;
    size_t count = g->kind == GROUP_EITHER ? 2 : 1;
    for (size_t i = 0; i < count; i++)
        if (nearest(c, g, kinds[i], false, group) || nearest(c, g, kinds[i], true, group))
            return true;
    g->loose = g->kind == GROUP_PEOPLE;
    return g->loose && nearest(c, g, g->kind, false, group);
}

static chancery_status find(chains_stage *c, group_phrase *g, uint32_t *who)
{
    enum { AGAIN = 1, ANY_AGAIN = 2, EITHER_AGAIN = 3 };
    chains_group group;
    c->why = CHANCERY_WHY_AGAIN;
    *who = last_group(c, g,
                      g->size == 0              ? ANY_AGAIN
                      : g->kind == GROUP_EITHER ? EITHER_AGAIN
                                                : AGAIN);
    if (*who != CHAINS_NOBODY || g->size == 0)
        return CHANCERY_OK;
    bool pair = g->size == 2 && (g->kind == GROUP_STATES || g->kind == GROUP_ANY);
    c->why = CHANCERY_WHY_PAIR;
    if (pair && pair_of(c, g->own, &group))
        return chains_make_group(c, &group, who);
    c->why = CHANCERY_WHY_TOGETHER;
    if (named_near(c, g, &group))
        return chains_make_group(c, &group, who);
    c->why = CHANCERY_WHY_AGAIN;
    *who = last_group(c, g, GROUP_SENTENCES);
    return CHANCERY_OK;
}

/** "the two sides of the street", "the two Chinese ministers": what narrows it is not looked into.
 */
static bool is_narrowed(const chains_stage *c, const syntax_phrase *p)
{
    for (uint32_t w = p->first; w <= p->head; w++)
        if (c->r->hit_at[chains_token(c, w)] >= 0)
            return true;
    static const char *const words[] = {"of", "who", "which", "from", NULL};
    return p->possessor >= 0 || (p->head + 1u < c->s->word_count &&
                                 reading_is_any(c->r, chains_token(c, p->head + 1u), words));
}

uint32_t chains_group_size(const chains_stage *c, int16_t phrase)
{
    group_phrase g;
    return describe(c, &c->s->phrases[phrase], &g) ? g.size : 0;
}

chancery_status chains_several(chains_stage *c, int16_t phrase, bool *taken)
{
    group_phrase g;
    uint32_t who = CHAINS_NOBODY;
    bool subject = false;
    *taken = describe(c, &c->s->phrases[phrase], &g);
    if (!*taken)
        return CHANCERY_OK;
    chancery_status status = beside(c, phrase, &g, &who);
    if (!status && who == CHAINS_NOBODY && is_narrowed(c, g.p))
        return CHANCERY_OK;
    int16_t clause = chains_clause(c, g.p->head, &subject);
    if (!status && !subject)
        status = chains_subject(c, clause, &g.own);
    if (!status && who == CHAINS_NOBODY)
        status = find(c, &g, &who);
    if (status || who == CHAINS_NOBODY)
        return status;
    status = chains_link_phrase(c, who, phrase, CHANCERY_HOW_GROUP);
    return status ? status : chains_see(c, who, chains_token(c, g.p->head));
}
