/* Chains: the clause around a word, and whom its subject means.
 *
 * SPDX-License-Identifier: Apache-2.0 */
#include "reading/chains.h"

bool chains_is_subject(const chains_stage *c, int16_t phrase)
{
    for (size_t i = 0; i < c->s->clause_count; i++)
        if (c->s->clauses[i].subject == phrase && c->s->clauses[i].tense != SYNTAX_BARE)
            return true;
    return false;
}

bool chains_is_predicate(const chains_stage *c, int16_t phrase)
{
    const syntax_phrase *p = &c->s->phrases[phrase];
    static const char *const links[] = {"as", "than", "like", NULL};
    if (p->preposition >= 0 && reading_is_any(c->r, chains_token(c, (size_t)p->preposition), links))
        return true;
    static const char *const verbs[] = {"be", "become", "remain", "elect", "name", "appoint", NULL};
    for (size_t i = 0; i < c->s->clause_count; i++) {
        const syntax_clause *clause = &c->s->clauses[i];
        if (clause->object == phrase &&
            (clause->copula || chains_one_of(c->s->words[clause->verb].lemma, verbs)))
            return true;
    }
    return false;
}

int16_t chains_clause(const chains_stage *c, size_t word, bool *subject)
{
    int16_t phrase = c->s->phrase_of[word], best = -1;
    size_t best_size = SIZE_MAX;
    *subject = false;
    for (size_t i = 0; i < c->s->clause_count; i++) {
        const syntax_clause *clause = &c->s->clauses[i];
        if (phrase >= 0 && clause->subject == phrase && clause->tense != SYNTAX_BARE &&
            c->s->phrases[phrase].first < clause->verb) {
            *subject = true;
            return (int16_t)i;
        }
        size_t size = (size_t)(clause->span.end - clause->span.first);
        if (clause->span.first <= word && word < clause->span.end && size < best_size) {
            best = (int16_t)i;
            best_size = size;
        }
    }
    return best;
}

chancery_status chains_make_group(chains_stage *c, const chains_group *group, uint32_t *who)
{
    size_t oldest = c->groups.count > CHAINS_WINDOW ? c->groups.count - CHAINS_WINDOW : 0;
    for (size_t i = c->groups.count; i-- > oldest;) {
        const chains_group *g = &c->groups.items[i];
        if (g->count == group->count &&
            memcmp(g->sides, group->sides, group->count * sizeof *g->sides) == 0) {
            *who = CHAINS_GROUP + (uint32_t)i;
            return CHANCERY_OK;
        }
    }
    chains_group *made = array_push(&c->groups, c->r->arena, c->r->error);
    if (!made)
        return c->r->error->status;
    *made = *group;
    *who = CHAINS_GROUP + (uint32_t)c->groups.count - 1;
    return CHANCERY_OK;
}

int32_t chains_named(const chains_stage *c, int16_t phrase)
{
    const syntax_phrase *p = &c->s->phrases[phrase];
    for (uint32_t w = p->end; w-- > p->first;)
        if (c->r->person_at[chains_token(c, w)] >= 0)
            return c->r->person_at[chains_token(c, w)];
    for (size_t q = 0; q < c->s->phrase_count; q++) {
        const syntax_phrase *other = &c->s->phrases[q];
        if (other->apposed != phrase && p->apposed != (int16_t)q)
            continue;
        for (uint32_t w = other->end; w-- > other->first;)
            if (c->r->person_at[chains_token(c, w)] >= 0)
                return c->r->person_at[chains_token(c, w)];
    }
    return -1;
}

/** Whom one phrase means: its head, or the person whose name stands in it or beside it
 * ("[Secretary] of [State] [X]"). */
static uint32_t who_of(const chains_stage *c, int16_t phrase)
{
    uint32_t who = c->who_at[chains_token(c, c->s->phrases[phrase].head)];
    int32_t person = who == CHAINS_NOBODY ? chains_named(c, phrase) : -1;
    return person >= 0 ? c->first_person + (uint32_t)person : who;
}

bool chains_add_side(chains_group *group, uint32_t who)
{
    uint32_t at = group->count;
    while (at > 0 && group->sides[at - 1] > who)
        at--;
    if (at > 0 && group->sides[at - 1] == who)
        return false;
    if (group->count < CHAINS_MAX_SIDES) {
        memmove(group->sides + at + 1, group->sides + at,
                (group->count - at) * sizeof *group->sides);
        group->sides[at] = who;
        group->count++;
    }
    return true;
}

bool chains_is_side(const chains_stage *c, uint32_t who, uint32_t of)
{
    const chains_group *group = chains_is_group(of) ? &c->groups.items[of - CHAINS_GROUP] : NULL;
    for (uint32_t i = 0; group && i < group->count; i++)
        if (group->sides[i] == who)
            return true;
    return who == of;
}

chancery_status chains_joined(chains_stage *c, int16_t phrase, uint32_t *who)
{
    chains_group group = {.count = 0};
    int16_t last = phrase;
    bool known = true;
    *who = who_of(c, phrase);
    for (size_t q = (size_t)phrase + 1; q < c->s->phrase_count; q++) {
        int16_t to = c->s->phrases[q].conjoined;
        if (to < 0 || (to != phrase && to != last))
            continue;
        last = (int16_t)q;
        uint32_t other = who_of(c, last);
        known = known && chains_is_unit(other);
        if (known)
            chains_add_side(&group, other);
    }
    if (last == phrase)
        return CHANCERY_OK;
    if (!known || !chains_is_unit(*who)) {
        *who = CHAINS_NOBODY;
        return CHANCERY_OK;
    }
    chains_add_side(&group, *who);
    return group.count > 1 ? chains_make_group(c, &group, who) : CHANCERY_OK;
}

chancery_status chains_subject(chains_stage *c, int16_t clause, uint32_t *who)
{
    *who = CHAINS_NOBODY;
    if (clause < 0 || c->s->clauses[clause].subject < 0)
        return CHANCERY_OK;
    return chains_joined(c, c->s->clauses[clause].subject, who);
}

chancery_status chains_governor(chains_stage *c, int16_t clause, uint32_t *who)
{
    chancery_status status = CHANCERY_OK;
    *who = CHAINS_NOBODY;
    int16_t own = clause >= 0 ? c->s->clauses[clause].subject : (int16_t)-1;
    for (size_t steps = 0; clause >= 0 && steps < c->s->clause_count; steps++) {
        clause = c->s->clauses[clause].parent;
        if (clause >= 0 && c->s->clauses[clause].subject != own)
            status = chains_subject(c, clause, who);
        if (status || *who != CHAINS_NOBODY)
            break;
    }
    return status;
}
