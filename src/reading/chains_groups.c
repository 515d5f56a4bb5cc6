/* Chains: "both sides", "the two leaders", "the three states".
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * A group has as many sides as the phrase says, of the kind that its head says. They are those who
 * were spoken of last: the nearest sentences that name so many, and no more. */
#include "reading/chains.h"

enum { GROUP_SENTENCES = 4 };

typedef enum group_kind { GROUP_NONE, GROUP_STATES, GROUP_PEOPLE, GROUP_ANY } group_kind;

static group_kind kind_of(slice head)
{
    static const char *const states[] = {
        "country",  "state",   "nation", "government", "republic", "kingdom", "neighbour",
        "neighbor", "capital", "power",  "people",     "Koreas",   NULL};
    static const char *const people[] = {
        "leader",    "minister",   "president", "premier",     "man",     "woman",
        "statesman", "diplomat",   "official",  "king",        "monarch", "chancellor",
        "envoy",     "ambassador", "secretary", "counterpart", NULL};
    static const char *const any[] = {"side",  "party", "ally",  "partner",   "foe",
                                      "rival", "pair",  "enemy", "adversary", NULL};
    return chains_one_of(head, states)   ? GROUP_STATES
           : chains_one_of(head, people) ? GROUP_PEOPLE
           : chains_one_of(head, any)    ? GROUP_ANY
                                         : GROUP_NONE;
}

/** How many the phrase says they are: 2 for "both" and "the sides", 0 where it doesn't say. */
static uint32_t size_of(const chains_stage *c, const syntax_phrase *p)
{
    static const char *const numbers[] = {"two", "three", "four", "five", "six"};
    if (reading_is(c->r, chains_token(c, p->first), "both"))
        return 2;
    bool definite = reading_is(c->r, chains_token(c, p->first), "the") ||
                    reading_is(c->r, chains_token(c, p->first), "our") ||
                    reading_is(c->r, chains_token(c, p->first), "these");
    for (uint32_t w = p->first + 1u; definite && w <= p->head; w++)
        for (uint32_t n = 0; n < sizeof numbers / sizeof *numbers; n++)
            if (reading_is(c->r, chains_token(c, w), numbers[n]))
                return n + 2;
    bool sides = p->head == p->first + 1 && definite &&
                 chains_is(c->s->words[p->head].lemma, "side") &&
                 c->s->words[p->head].tag == SYNTAX_NNS;
    return sides ? 2 : 0;
}

/** Whether a person's offices have the word of the head: "the two ministers". */
static bool person_fits(const chains_stage *c, const chains_unit *unit, slice head)
{
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
    return unit->state || (kind == GROUP_ANY && union_);
}

/** Puts a side where it belongs by number; more than there may be are not kept, only counted. */
static void add_side(chains_group *group, uint32_t who, uint32_t *found)
{
    uint32_t at = 0;
    while (at < group->count && group->sides[at] < who)
        at++;
    if (at < group->count && group->sides[at] == who)
        return;
    (*found)++;
    if (group->count == CHAINS_MAX_SIDES)
        return;
    memmove(group->sides + at + 1, group->sides + at, (group->count - at) * sizeof *group->sides);
    group->sides[at] = who;
    group->count++;
}

/** The group that was spoken of last, not more than so many sentences back, and fits. */
static uint32_t last_group(const chains_stage *c, group_kind kind, uint32_t size, uint32_t back)
{
    for (size_t i = c->seen.count; i-- > 0;) {
        const chains_seen *e = &c->seen.items[i];
        if (c->sentence - e->sentence > back)
            break;
        if (!chains_is_group(e->who))
            continue;
        const chains_group *group = &c->groups.items[e->who - CHAINS_GROUP];
        bool people = chains_is_person(c, group->sides[0]);
        if (group->count == size && (kind == GROUP_PEOPLE) == people)
            return e->who;
    }
    return CHAINS_NOBODY;
}

/** Those of the nearest sentences that are so many: this one alone, then with one before it, and so
 * on. False where there are too many before there are enough. */
static bool nearest(const chains_stage *c, group_kind kind, slice head, uint32_t size, bool places,
                    uint32_t own, chains_group *group)
{
    uint32_t found = 0;
    *group = (chains_group){.count = 0};
    uint32_t sentence = c->sentence;
    for (size_t i = c->seen.count; i-- > 0;) {
        const chains_seen *e = &c->seen.items[i];
        if (e->sentence != sentence && found >= size)
            break;
        sentence = e->sentence;
        if (c->sentence - sentence > GROUP_SENTENCES)
            break;
        if (!fits(c, e, kind, head) || (e->place && !places) || e->who == own)
            continue;
        if (!chains_is_unit(e->who))
            return false;
        add_side(group, e->who, &found);
    }
    return found == size;
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

static chancery_status find(chains_stage *c, group_kind kind, slice head, uint32_t size,
                            uint32_t own, uint32_t *who)
{
    chains_group group;
    *who = last_group(c, kind, size, 1);
    if (*who != CHAINS_NOBODY)
        return CHANCERY_OK;
    if (kind != GROUP_PEOPLE && size == 2 && pair_of(c, own, &group))
        return chains_make_group(c, &group, who);
    if (nearest(c, kind, head, size, false, own, &group) ||
        nearest(c, kind, head, size, true, own, &group))
        return chains_make_group(c, &group, who);
    *who = last_group(c, kind, size, GROUP_SENTENCES);
    return CHANCERY_OK;
}

/** "the two sides of the street", "the two Chinese ministers": what narrows it is not looked into.
 */
static bool is_narrowed(const chains_stage *c, const syntax_phrase *p)
{
    for (uint32_t w = p->first; w <= p->head; w++)
        if (c->r->hit_at[chains_token(c, w)] >= 0)
            return true;
    return p->possessor >= 0 || (p->head + 1u < c->s->word_count &&
                                 reading_is(c->r, chains_token(c, p->head + 1u), "of"));
}

chancery_status chains_several(chains_stage *c, int16_t phrase, bool *taken)
{
    const syntax_phrase *p = &c->s->phrases[phrase];
    slice head = c->s->words[p->head].lemma;
    uint32_t size = size_of(c, p), who = CHAINS_NOBODY;
    group_kind kind = kind_of(head);
    bool bare = p->first == p->head && size == 2;
    *taken = size > 0 && (kind != GROUP_NONE || bare);
    if (!*taken || bare || is_narrowed(c, p))
        return CHANCERY_OK;
    bool subject = false;
    uint32_t own = CHAINS_NOBODY; /* "A informed both neighbours": two others */
    int16_t clause = chains_clause(c, p->head, &subject);
    chancery_status status = subject ? CHANCERY_OK : chains_subject(c, clause, &own);
    if (!status)
        status = find(c, kind, head, size, own, &who);
    if (status || who == CHAINS_NOBODY)
        return status;
    status = chains_link_phrase(c, who, phrase, CHANCERY_HOW_GROUP);
    return status ? status : chains_see(c, who, chains_token(c, p->head));
}
