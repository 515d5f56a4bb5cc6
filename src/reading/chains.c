/* Chains: entities and the walk through the report; names.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * One pass in the order of the text, as a reader goes (Hobbs 1978; Lappin and Leass 1994): each
 * mention is resolved by what stands before it, and then stands before the next. A capital that
 * acts is a mention of its state as well as of the place. */
#include "reading/chains.h"

#include <stdlib.h>

enum { ENTITY_BUCKETS = 1024 };

bool chains_is(slice word, const char *other)
{
    return slice_equal_ascii_fold(word, slice_of(other));
}

bool chains_one_of(slice word, const char *const *list)
{
    for (; *list; list++)
        if (chains_is(word, *list))
            return true;
    return false;
}

bool chains_is_person(const chains_stage *c, uint32_t who)
{
    return chains_is_unit(who) && c->units.items[who].person >= 0;
}

bool chains_is_body(const chains_stage *c, uint32_t who)
{
    return chains_is_unit(who) && c->units.items[who].entity >= 0;
}

/** Capitals and other places are places where named; all else of an entry is one entity. */
static bool is_place(const kb_entry *entry, const reading_hit *hit)
{
    return entry->kind == KB_PLACE || hit->kind == KB_CAPITAL;
}

/** An old name of a state and a body of it keep the name that the report uses. A state of the past
 * that is an entry is one entity by whatever name. */
static bool has_own_name(const kb_entry *entry, const reading_hit *hit)
{
    bool old = hit->kind == KB_OLD && entry->until == 0;
    return old || hit->kind == KB_BODY || hit->kind == KB_CAPITAL;
}

static bool same_entity(const reading_state *r, const reading_hit *a, const reading_hit *b)
{
    kb_entry entry = kb_entry_at(r->engine->kb, a->entry);
    if (a->entry != b->entry || is_place(&entry, a) != is_place(&entry, b))
        return false;
    bool named = has_own_name(&entry, a) || has_own_name(&entry, b);
    return !named || slice_equal_ascii_fold(reading_words(r, a->token, a->count),
                                            reading_words(r, b->token, b->count));
}

static chancery_status add_entity(chains_stage *c, const reading_hit *hit, size_t at)
{
    reading_state *r = c->r;
    reading_entity *made = array_push(&r->entities, r->arena, r->error);
    chains_unit *unit = made ? array_push(&c->units, r->arena, r->error) : NULL;
    if (!unit)
        return r->error->status;
    kb_entry entry = kb_entry_at(r->engine->kb, hit->entry);
    made->hit = (uint32_t)at;
    made->place = is_place(&entry, hit);
    made->own_name = has_own_name(&entry, hit);
    *unit = (chains_unit){.person = -1,
                          .entity = (int32_t)r->entities.count - 1,
                          .entry = hit->entry,
                          .state = entry.kind == KB_STATE && !made->place && hit->kind != KB_BODY,
                          .code = entry.code};
    return CHANCERY_OK;
}

static chancery_status add_link(reading_state *r, reading_links *links, reading_link link)
{
    reading_link *made = array_push(links, r->arena, r->error);
    if (!made)
        return r->error->status;
    *made = link;
    return CHANCERY_OK;
}

/** Entities in the order of their first names; r->entity_of tells whose each hit is. */
static chancery_status find_entities(chains_stage *c)
{
    reading_state *r = c->r;
    r->entity_of = arena_alloc(r->arena, r->hits.count + 1, sizeof *r->entity_of, r->error);
    uint32_t *before = arena_alloc(r->scratch, r->hits.count + 1, sizeof *before, r->error);
    if (!r->entity_of || !before)
        return r->error->status;
    uint32_t buckets[ENTITY_BUCKETS]; /* the last entity of each, `before` the one before */
    for (size_t i = 0; i < ENTITY_BUCKETS; i++)
        buckets[i] = CHAINS_NOBODY;
    for (size_t i = 0; i < r->hits.count; i++) {
        const reading_hit *hit = &r->hits.items[i];
        uint32_t *bucket = &buckets[hit->entry % ENTITY_BUCKETS], e = *bucket;
        while (e != CHAINS_NOBODY && !same_entity(r, &r->hits.items[r->entities.items[e].hit], hit))
            e = before[e];
        chancery_status status = CHANCERY_OK;
        if (e == CHAINS_NOBODY) {
            e = (uint32_t)r->entities.count;
            before[e] = *bucket;
            *bucket = e;
            status = add_entity(c, hit, i);
        }
        if (!status)
            status = add_link(
                r, &r->entities.items[e].links,
                (reading_link){hit->token, hit->count, CHANCERY_HOW_NAME, CHANCERY_WHY_NAMED});
        if (status)
            return status;
        r->entity_of[i] = e;
    }
    return CHANCERY_OK;
}

static chancery_status find_people(chains_stage *c)
{
    reading_state *r = c->r;
    c->first_person = (uint32_t)c->units.count;
    for (size_t i = 0; i < r->people.count; i++) {
        reading_person *p = &r->people.items[i];
        chains_unit *unit = array_push(&c->units, r->arena, r->error);
        if (!unit)
            return r->error->status;
        *unit =
            (chains_unit){.person = (int32_t)i, .entity = -1, .gender = p->gender, .code = p->code};
        for (size_t k = 0; k < p->mentions.count; k++) {
            reading_mention m = p->mentions.items[k];
            chancery_status status =
                add_link(r, &p->links,
                         (reading_link){m.token, m.count, CHANCERY_HOW_NAME, CHANCERY_WHY_NAMED});
            if (status)
                return status;
        }
        for (size_t k = 0; k < p->offices.count; k++)
            for (uint32_t t = 0; t < p->offices.items[k].count; t++)
                c->office_at[p->offices.items[k].token + t] = (int32_t)i;
    }
    return CHANCERY_OK;
}

static reading_links *links_of(const chains_stage *c, uint32_t unit)
{
    const chains_unit *u = &c->units.items[unit];
    return u->person >= 0 ? &c->r->people.items[u->person].links
                          : &c->r->entities.items[u->entity].links;
}

chancery_status chains_link(chains_stage *c, uint32_t who, uint32_t token, uint32_t count,
                            chancery_how how)
{
    reading_link link = {token, count, how, how == CHANCERY_HOW_NAME ? CHANCERY_WHY_NAMED : c->why};
    if (chains_is_unit(who))
        return add_link(c->r, links_of(c, who), link);
    chancery_status status = CHANCERY_OK;
    link.how = CHANCERY_HOW_GROUP;
    const chains_group *group = chains_is_group(who) ? &c->groups.items[who - CHAINS_GROUP] : NULL;
    for (uint32_t i = 0; group && !status && i < group->count; i++)
        status = add_link(c->r, links_of(c, group->sides[i]), link);
    return status;
}

chancery_status chains_link_phrase(chains_stage *c, uint32_t who, int16_t phrase, chancery_how how)
{
    const syntax_phrase *p = &c->s->phrases[phrase];
    uint32_t first = p->first, end = p->head + 1u;
    if (p->possessor >= 0 && c->s->phrases[p->possessor].first < first)
        first = c->s->phrases[p->possessor].first;
    for (uint32_t w = first; w < p->head; w++)
        if (reading_is(c->r, chains_token(c, w), "of"))
            first = w + 1;
    c->who_at[chains_token(c, p->head)] = who;
    return chains_link(c, who, chains_token(c, first), end - first, how);
}

chancery_status chains_see(chains_stage *c, uint32_t who, uint32_t token)
{
    chains_seen *seen = array_push(&c->seen, c->r->arena, c->r->error);
    if (!seen)
        return c->r->error->status;
    int16_t phrase = -1;
    if (token - c->t->first < c->s->word_count)
        phrase = c->s->phrase_of[token - c->t->first];
    while (phrase >= 0 && c->s->phrases[phrase].conjoined >= 0 &&
           c->s->phrases[phrase].conjoined < phrase)
        phrase = c->s->phrases[phrase].conjoined;
    *seen = (chains_seen){.who = who,
                          .token = token,
                          .sentence = c->sentence,
                          .person = chains_is_person(c, who),
                          .body = chains_is_body(c, who),
                          .subject = phrase >= 0 && chains_is_subject(c, phrase)};
    if (seen->person)
        seen->gender = c->units.items[who].gender;
    return CHANCERY_OK;
}

uint32_t chains_state(const chains_stage *c, slice code)
{
    uint32_t any = CHAINS_NOBODY, count = 0;
    for (uint32_t i = c->first_person; code.len && i-- > 0;)
        if (c->units.items[i].state && slice_equal(c->units.items[i].code, code)) {
            any = i;
            count++;
        }
    if (count < 2)
        return any;
    for (size_t i = c->seen.count; i-- > 0;) {
        uint32_t who = c->seen.items[i].who;
        if (chains_is_unit(who) && c->units.items[who].state &&
            slice_equal(c->units.items[who].code, code))
            return who;
    }
    return any;
}

/** The state of which a capital's name is a metonym, where the report names it. */
static uint32_t state_of_entry(const chains_stage *c, uint32_t entry)
{
    for (uint32_t i = 0; i < c->first_person; i++)
        if (c->units.items[i].state && c->units.items[i].entry == entry)
            return i;
    return CHAINS_NOBODY;
}

/** Whether a verb takes a place as it is: "visited Paris", "left Paris". */
static bool is_goal(const chains_stage *c, int16_t phrase)
{
    static const char *const verbs[] = {"visit",    "leave",    "reach",   "enter",    "attack",
                                        "bomb",     "shell",    "besiege", "capture",  "seize",
                                        "tour",     "flee",     "strike",  "approach", "rock",
                                        "encircle", "surround", "occupy",  "hit",      NULL};
    for (size_t i = 0; i < c->s->clause_count; i++) {
        const syntax_clause *clause = &c->s->clauses[i];
        bool goal = chains_one_of(c->s->words[clause->verb].lemma, verbs);
        if (goal && (clause->object == phrase || (clause->subject == phrase && clause->passive)))
            return true;
    }
    return false;
}

/** Whether a capital's name acts for its state: no place where something is, no part of another
 * name. */
static bool acts(const chains_stage *c, const reading_hit *hit)
{
    static const char *const places[] = {
        "in",     "at", "near",   "to",  "into",    "from",   "outside", "via", "through",
        "around", "of", "inside", "for", "towards", "across", "toward",  "off", NULL};
    size_t word = hit->token + hit->count - 1 - c->t->first;
    if (word >= c->s->word_count || c->s->phrase_of[word] < 0)
        return false;
    int16_t phrase = c->s->phrase_of[word];
    const syntax_phrase *p = &c->s->phrases[phrase];
    if (p->head != word || hit->token != chains_token(c, p->first))
        return false;
    if (p->preposition >= 0 &&
        reading_is_any(c->r, chains_token(c, (size_t)p->preposition), places))
        return false;
    bool dateline = hit->token == c->t->first &&
                    chains_token(c, word + 1) < c->t->first + c->t->count &&
                    reading_is(c->r, chains_token(c, word + 1), ",");
    return !dateline && p->apposed < 0 && !is_goal(c, phrase);
}

/** A name of the knowledge base that begins at a token. */
static chancery_status take_hit(chains_stage *c, size_t at)
{
    const reading_hit *hit = &c->r->hits.items[at];
    uint32_t who = c->r->entity_of[at], state = CHAINS_NOBODY;
    chancery_status status = CHANCERY_OK;
    if (hit->kind == KB_CAPITAL)
        state = acts(c, hit) ? state_of_entry(c, hit->entry) : CHAINS_NOBODY;
    if (state != CHAINS_NOBODY) {
        who = state;
        status = chains_link(c, who, hit->token, hit->count, CHANCERY_HOW_NAME);
    }
    const reading_entity *entity =
        who < c->units.count ? &c->r->entities.items[c->units.items[who].entity] : NULL;
    bool place = entity && entity->place;
    for (uint32_t t = 0; !place && t < hit->count; t++)
        c->who_at[hit->token + t] = who;
    if (status || place)
        return status;
    status = chains_see(c, who, hit->token + hit->count - 1);
    if (status)
        return status;
    chains_seen *seen = &c->seen.items[c->seen.count - 1];
    size_t word = hit->token - c->t->first;
    int16_t phrase = word < c->s->word_count ? c->s->phrase_of[word] : (int16_t)-1;
    seen->adjective = hit->kind == KB_ADJECTIVE;
    if (phrase >= 0 && chains_token(c, c->s->phrases[phrase].head) >= hit->token + hit->count) {
        seen->adjective = true;
        seen->subject = false;
    }
    static const char *const where[] = {"in", "at", "from", "to", "near", "into", NULL};
    if (phrase >= 0 && c->s->phrases[phrase].preposition >= 0)
        seen->place =
            reading_is_any(c->r, chains_token(c, (size_t)c->s->phrases[phrase].preposition), where);
    return CHANCERY_OK;
}

/** A person's name that begins at a token; all its tokens mean that person. */
static chancery_status take_person(chains_stage *c, uint32_t token)
{
    int32_t person = c->r->person_at[token];
    uint32_t end = token, who = c->first_person + (uint32_t)person;
    for (; end < c->t->first + c->t->count && c->r->person_at[end] == person; end++)
        c->who_at[end] = who;
    return chains_see(c, who, end - 1);
}

/** Somebody or something with a name that nobody knows, as a subject: a pronoun behind may well
 * mean that. */
static chancery_status see_unknown(chains_stage *c, int16_t phrase)
{
    const syntax_phrase *p = &c->s->phrases[phrase];
    uint32_t token = chains_token(c, p->head), who = CHAINS_OTHER + token;
    bool name = c->s->words[p->head].tag == SYNTAX_NNP && c->s->words[p->first].tag != SYNTAX_DT &&
                c->who_at[token] == CHAINS_NOBODY && c->r->hit_at[token] < 0;
    slice sector;
    uint32_t count;
    bool plural;
    if (!name || !chains_is_subject(c, phrase) ||
        kb_find_agent(c->r->engine->kb, c->r->text, c->r->report->tokens + token, 1, &sector,
                      &count, &plural))
        return CHANCERY_OK;
    chancery_status status = chains_see(c, who, token);
    if (!status)
        c->seen.items[c->seen.count - 1].person = true;
    return status;
}

static chancery_status take_phrase(chains_stage *c, int16_t phrase)
{
    const syntax_phrase *p = &c->s->phrases[phrase];
    uint8_t tag = c->s->words[p->head].tag;
    if (tag != SYNTAX_NN && tag != SYNTAX_NNS && tag != SYNTAX_NNP && tag != SYNTAX_NNPS &&
        tag != SYNTAX_DT && tag != SYNTAX_CD)
        return CHANCERY_OK;
    bool taken = false;
    chancery_status status = chains_several(c, phrase, &taken);
    if (!status && !taken && (tag == SYNTAX_NN || tag == SYNTAX_NNP)) {
        status = chains_title(c, phrase, &taken);
        if (!status && !taken)
            status = chains_body(c, phrase);
    }
    return status || taken ? status : see_unknown(c, phrase);
}

static chancery_status take_word(chains_stage *c, size_t word)
{
    const syntax_word *w = &c->s->words[word];
    if (w->tag == SYNTAX_PRP || w->tag == SYNTAX_PRPS)
        return chains_pronoun(c, word);
    chancery_status status = chains_pairs(c, word);
    if (status || c->who_at[chains_token(c, word)] != CHAINS_NOBODY)
        return status;
    int16_t phrase = c->s->phrase_of[word];
    if (phrase >= 0 && c->s->phrases[phrase].head == word)
        return take_phrase(c, phrase);
    return CHANCERY_OK;
}

/** Several that are the subject of a main clause are spoken of as a group. */
static chancery_status see_groups(chains_stage *c)
{
    chancery_status status = CHANCERY_OK;
    for (size_t i = 0; i < c->s->clause_count && !status; i++) {
        const syntax_clause *clause = &c->s->clauses[i];
        uint32_t who;
        if (clause->link != SYNTAX_ROOT || clause->subject < 0)
            continue;
        status = chains_subject(c, (int16_t)i, &who);
        if (!status && chains_is_group(who))
            status = chains_see(c, who, chains_token(c, c->s->phrases[clause->subject].head));
    }
    return status;
}

static chancery_status walk_sentence(chains_stage *c)
{
    reading_state *r = c->r;
    chancery_status status = CHANCERY_OK;
    for (uint32_t i = 0; i < c->t->count && !status; i++) {
        uint32_t token = c->t->first + i;
        if (c->who_at[token] != CHAINS_NOBODY)
            continue;
        int32_t hit = r->hit_at[token];
        if (r->person_at[token] >= 0)
            status = take_person(c, token);
        else if (hit >= 0 && r->hits.items[hit].token == token)
            status = take_hit(c, (size_t)hit);
        else if (hit < 0 && i < c->s->word_count)
            status = take_word(c, i);
    }
    return status ? status : see_groups(c);
}

static int by_place(const void *a, const void *b)
{
    const reading_link *x = a, *y = b;
    if (x->token != y->token)
        return x->token < y->token ? -1 : 1;
    if (x->count != y->count)
        return x->count < y->count ? -1 : 1;
    return (x->how > y->how) - (x->how < y->how);
}

/** Puts mentions in order; of the same words the first way of meaning counts. */
static void settle(reading_links *links)
{
    size_t kept = 0;
    if (links->count)
        qsort(links->items, links->count, sizeof *links->items, by_place);
    for (size_t i = 0; i < links->count; i++) {
        reading_link link = links->items[i];
        if (kept && links->items[kept - 1].token == link.token &&
            links->items[kept - 1].count == link.count)
            continue;
        links->items[kept++] = link;
    }
    links->count = kept;
}

static void sort_links(reading_state *r)
{
    for (size_t i = 0; i < r->entities.count; i++)
        settle(&r->entities.items[i].links);
    for (size_t i = 0; i < r->people.count; i++)
        settle(&r->people.items[i].links);
}

static chancery_status open_stage(chains_stage *c)
{
    reading_state *r = c->r;
    size_t count = r->report->token_count + 1;
    c->who_at = arena_alloc(r->arena, count, sizeof *c->who_at, r->error);
    c->office_at = arena_alloc(r->arena, count, sizeof *c->office_at, r->error);
    c->quote_at = arena_alloc(r->arena, count, sizeof *c->quote_at, r->error);
    if (!c->who_at || !c->office_at || !c->quote_at)
        return r->error->status;
    for (size_t i = 0; i < count; i++) {
        c->who_at[i] = CHAINS_NOBODY;
        c->office_at[i] = c->quote_at[i] = -1;
    }
    chancery_status status = find_entities(c);
    if (!status)
        status = find_people(c);
    return status ? status : chains_find_quotes(c);
}

chancery_status chains_open(reading_state *r, chains_stage **out)
{
    chains_stage *c = arena_alloc(r->arena, 1, sizeof *c, r->error);
    if (!c)
        return r->error->status;
    *c = (chains_stage){.r = r};
    *out = r->chains = c;
    return open_stage(c);
}

chancery_status chains_walk(chains_stage *c, uint32_t sentence)
{
    c->sentence = sentence;
    c->s = &c->r->parsed[sentence];
    c->t = &c->r->report->sentences[sentence];
    return walk_sentence(c);
}

chancery_status reading_chains(reading_state *r)
{
    chancery_status status = chains_first_person(r->chains);
    sort_links(r);
    return status;
}
