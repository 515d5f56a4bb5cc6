/* Mentions: who each noun phrase means.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * Phrases are taken in the order of the text. A person's name wins, then whom the walk of chains
 * (chains.h) found the head to mean: a title, a description, a group, a pronoun. Then come a name
 * of the knowledge base at the head and a word for an agent or an office with its state (adjective,
 * possessor, "of X"). Where the walk left a pronoun or a group open, events take who was most
 * likely spoken of, from the memory. What is left means nobody. */
#include "reading/mentions.h"
#include "reading/chains.h"

enum { MENTIONS_ONES = 64 };

_Static_assert((int)CHAINS_MAX_SIDES <= (int)MENTIONS_MAX_WHO, "a group of the walk has room");

typedef struct mention_stage {
    reading_state *r;
    chains_stage *chains;
    mentions_memory memory;
    uint32_t sentence;
    const syntax_sentence *s;
    const text_sentence *t;
    reading_referents *out;                 /* [phrase_count] of the sentence */
    const reading_who *ones[MENTIONS_ONES]; /* the last of each, see set_one */
} mention_stage;

static uint32_t token_of(const mention_stage *m, size_t word)
{
    return m->t->first + (uint32_t)word;
}

static const reading_hit *hit_of(const mention_stage *m, size_t word)
{
    int32_t hit = m->r->hit_at[token_of(m, word)];
    return hit < 0 ? NULL : &m->r->hits.items[hit];
}

static bool preposition_is(const mention_stage *m, const syntax_phrase *p, const char *const *list)
{
    if (p->preposition < 0)
        return false;
    for (; *list; list++)
        if (reading_is(m->r, token_of(m, (size_t)p->preposition), *list))
            return true;
    return false;
}

static bool same_who(const reading_who *a, const reading_who *b)
{
    return a->person == b->person && a->entry == b->entry && a->state_only == b->state_only &&
           slice_equal(a->code, b->code) && slice_equal(a->sector, b->sector);
}

/** Gives the phrase one referent; the same one stands in memory once for many phrases. */
static chancery_status set_one(mention_stage *m, size_t phrase, reading_who who)
{
    const reading_who **kept = &m->ones[(uint32_t)(who.person ^ who.entry) % MENTIONS_ONES];
    if (!*kept || !same_who(*kept, &who)) {
        reading_who *items = arena_alloc(m->r->arena, 1, sizeof *items, m->r->error);
        if (!items)
            return m->r->error->status;
        *items = who;
        *kept = items;
    }
    m->out[phrase].items = *kept;
    m->out[phrase].count = 1;
    return CHANCERY_OK;
}

static chancery_status set_focus(mention_stage *m, size_t phrase, const mentions_focus *focus)
{
    if (!focus)
        return CHANCERY_OK;
    reading_who *items = arena_alloc(m->r->arena, focus->count, sizeof *items, m->r->error);
    if (!items)
        return m->r->error->status;
    memcpy(items, focus->who, focus->count * sizeof *items);
    m->out[phrase].items = items;
    m->out[phrase].count = focus->count;
    m->out[phrase].pronoun = true;
    m->out[phrase].plural = focus->plural;
    return CHANCERY_OK;
}

static reading_who who_person(const mention_stage *m, int32_t person)
{
    const reading_person *p = &m->r->people.items[person];
    return (reading_who){p->code, p->sector, person, -1, false};
}

/** Somebody of the walk (chains.h) as a referent; code and person tell who. */
static reading_who who_unit(const mention_stage *m, uint32_t unit)
{
    const chains_unit *u = &m->chains->units.items[unit];
    if (u->person < 0)
        return reading_who_entry(m->r, &m->r->hits.items[m->r->entities.items[u->entity].hit]);
    reading_who who = who_person(m, u->person);
    if (who.code.len == 0)
        who.code = u->code;
    return who;
}

/** Whom the walk found a word to mean; false where it left that open. */
static bool known_at(const mention_stage *m, size_t word, mentions_focus *out)
{
    uint32_t who = m->chains->who_at[token_of(m, word)];
    *out = (mentions_focus){.sentence = m->sentence};
    if (chains_is_unit(who)) {
        out->who[out->count++] = who_unit(m, who);
    } else if (chains_is_group(who)) {
        const chains_group *group = &m->chains->groups.items[who - CHAINS_GROUP];
        for (; out->count < group->count; out->count++)
            out->who[out->count] = who_unit(m, group->sides[out->count]);
        out->plural = true;
    }
    return out->count > 0;
}

/** Whom a pronoun means: as the walk found; else, for events, who was most likely spoken of. The
 * memory knows more of one that both know: of which sector. NULL where nobody is known. */
static const mentions_focus *pronoun_at(const mention_stage *m, size_t word,
                                        const reading_referents *not_this, mentions_focus *room)
{
    slice lemma = m->s->words[word].lemma;
    const mentions_focus *likely = mentions_pronoun(&m->memory, lemma, m->sentence, not_this);
    if (!known_at(m, word, room))
        return likely;
    bool same = likely && likely->count == room->count;
    for (uint32_t i = 0; same && i < room->count; i++)
        same = likely->who[i].person == room->who[i].person &&
               slice_equal(likely->who[i].code, room->who[i].code);
    return same ? likely : room;
}

/** Person whose name stands in the phrase; the last one, which is the head. */
static int32_t person_in(const mention_stage *m, const syntax_phrase *p)
{
    for (uint32_t w = p->end; w-- > p->first;) {
        int32_t person = m->r->person_at[token_of(m, w)];
        if (person >= 0)
            return person;
    }
    return -1;
}

static const reading_who *first_of(const mention_stage *m, int16_t phrase)
{
    if (phrase < 0 || m->out[phrase].count == 0)
        return NULL;
    return &m->out[phrase].items[0];
}

/** Those to whom a phrase belongs, each code once. */
typedef struct owners {
    reading_who who[MENTIONS_MAX_WHO];
    uint32_t count;
} owners;

static void add_owner(owners *o, reading_who who)
{
    for (uint32_t i = 0; i < o->count; i++)
        if (slice_equal(o->who[i].code, who.code))
            return;
    if (o->count < MENTIONS_MAX_WHO && who.code.len)
        o->who[o->count++] = (reading_who){who.code, {0}, -1, who.entry, false};
}

static void add_hit_owner(const mention_stage *m, owners *o, const reading_hit *hit)
{
    add_owner(o, reading_who_entry(m->r, hit));
}

/** States (or organisations) that the words before the head name: "the [U.S.] and [Israeli]
 * delegations". */
static void add_modifiers(const mention_stage *m, const syntax_phrase *p, owners *o)
{
    for (uint32_t w = p->first; w < p->end; w++) {
        const reading_hit *hit = hit_of(m, w);
        if (hit && token_of(m, p->head) >= hit->token + hit->count)
            add_hit_owner(m, o, hit);
    }
}

static void add_referents(const mention_stage *m, int16_t phrase, owners *o)
{
    for (uint32_t i = 0; phrase >= 0 && i < m->out[phrase].count; i++)
        add_owner(o, m->out[phrase].items[i]);
}

/** Two sides, where the report has two. */
static void add_pair(const mention_stage *m, owners *o)
{
    for (int side = 0; side < 2; side++)
        add_owner(o, (reading_who){.code = m->r->pair[side], .person = -1, .entry = -1});
}

/** Who the phrases right behind name by "of": "the government [of Chad]", "the ministers [of the
 * two countries]". They come later in the text, so that only names can be seen, not pronouns. */
static void add_attached(const mention_stage *m, size_t phrase, owners *o)
{
    static const char *const links[] = {"of", "from", "between", NULL};
    int16_t last = -1;
    for (size_t q = phrase + 1; q < m->s->phrase_count && q <= phrase + 6; q++) {
        const syntax_phrase *p = &m->s->phrases[q];
        bool on = p->attached == (int16_t)phrase || (last >= 0 && p->attached == last);
        bool hangs = on && preposition_is(m, p, links);
        if (!hangs && (last < 0 || p->conjoined != last))
            continue;
        last = (int16_t)q;
        const reading_hit *hit = hit_of(m, p->head);
        if (hit)
            add_hit_owner(m, o, hit);
        else if (chains_group_size(m->chains, (int16_t)q) == 2)
            add_pair(m, o);
        else if (o->count == 0)
            add_modifiers(m, p, o);
    }
}

/** The pronoun that owns the phrase ("[its] soldiers"), or -1. */
static int32_t owning_pronoun(const mention_stage *m, const syntax_phrase *p)
{
    for (uint32_t w = p->first; w < p->head; w++)
        if (m->s->words[w].tag == SYNTAX_PRPS)
            return (int32_t)w;
    return -1;
}

/** "[Ghana]'s and Togo's ministers": the owner joined before this one; -1 where none is. */
static int16_t owner_before(const mention_stage *m, int16_t owner)
{
    if (owner < 1)
        return -1;
    const syntax_phrase *p = &m->s->phrases[owner], *before = p - 1;
    bool joined = before->end + 2 == p->first && m->s->words[before->end].tag == SYNTAX_POS &&
                  m->s->words[before->end + 1].tag == SYNTAX_CC;
    return joined ? (int16_t)(owner - 1) : -1;
}

/** Those to whom an agent, office or thing without a name of its own belongs.
 *  @param behind whether who is named behind counts: "the government of Chad", not "the shelling of
 *                Chad". */
static void find_owners(const mention_stage *m, size_t phrase, bool behind, owners *o)
{
    const syntax_phrase *p = &m->s->phrases[phrase];
    o->count = 0;
    add_modifiers(m, p, o);
    if (o->count == 0) {
        add_referents(m, owner_before(m, p->possessor), o);
        add_referents(m, p->possessor, o);
    }
    int32_t pronoun = owning_pronoun(m, p);
    if (o->count == 0 && behind && pronoun < 0)
        add_attached(m, phrase, o);
    if (o->count || pronoun < 0)
        return;
    if (slice_is(m->s->words[pronoun].lemma, "our")) {
        for (uint32_t i = 0; i < m->r->authors.count; i++)
            add_owner(o, m->r->authors.items[i]);
        if (o->count == 0 && m->r->author >= 0)
            add_owner(o, who_person(m, m->r->author));
        return;
    }
    mentions_focus room;
    const mentions_focus *focus = pronoun_at(m, (size_t)pronoun, NULL, &room);
    for (uint32_t i = 0; focus && i < focus->count; i++)
        add_owner(o, focus->who[i]);
}

/** The place in which the clause of this subject happens ("In Dhaka, students marched", "police in
 *  Nairobi arrested"): where nothing else is told, they are of that place. */
static void add_locals(const mention_stage *m, size_t phrase, slice sector, owners *o)
{
    static const char *const sectors[] = {"CVL", "EDU", "LAB", "AGR", "COP",
                                          "JUD", "MED", "OPP", NULL};
    static const char *const where[] = {"in", "at", NULL};
    bool local = false;
    for (size_t i = 0; sectors[i]; i++)
        local = local || slice_is(sector, sectors[i]);
    for (size_t i = 0; local && o->count == 0 && i < m->s->clause_count; i++) {
        const syntax_clause *c = &m->s->clauses[i];
        if (c->subject != (int16_t)phrase || c->passive || c->tense == SYNTAX_BARE)
            continue;
        for (size_t q = 0; q < m->s->phrase_count && o->count == 0; q++) {
            const syntax_phrase *p = &m->s->phrases[q];
            const reading_hit *hit = hit_of(m, p->head);
            if (hit && p->first < c->verb && p->first >= c->span.first &&
                preposition_is(m, p, where))
                add_hit_owner(m, o, hit);
        }
    }
}

/** Gives the phrase its owners, in the sector of its own word. */
static chancery_status set_owners(mention_stage *m, size_t phrase, const owners *o, slice sector)
{
    if (o->count == 0)
        return CHANCERY_OK;
    reading_who *items = arena_alloc(m->r->arena, o->count, sizeof *items, m->r->error);
    if (!items)
        return m->r->error->status;
    for (uint32_t i = 0; i < o->count; i++) {
        items[i] = o->who[i];
        items[i].sector = sector;
    }
    m->out[phrase].items = items;
    m->out[phrase].count = o->count;
    return CHANCERY_OK;
}

/** The agent's word that ends at the head; tried from the phrase's start. */
static bool agent_at_head(const reading_state *r, uint32_t sentence, const syntax_phrase *p,
                          slice *sector, bool *plural)
{
    const text_token *tokens = r->report->tokens + r->report->sentences[sentence].first;
    for (uint32_t w = p->first; w <= p->head; w++) {
        uint32_t count = 0;
        if (kb_find_agent(r->engine->kb, r->text, tokens + w, p->end - w, sector, &count, plural) &&
            w + count > p->head)
            return true;
    }
    return false;
}

bool mentions_office(const reading_state *r, uint32_t sentence, const syntax_phrase *p,
                     kb_office_hit *office)
{
    const text_token *tokens = r->report->tokens + r->report->sentences[sentence].first;
    for (uint32_t w = p->first; w <= p->head; w++)
        if (kb_find_office(r->engine->kb, r->text, tokens + w, p->end - w, office) &&
            w + office->tokens > p->head)
            return true;
    return false;
}

bool mentions_sector(const reading_state *r, uint32_t sentence, const syntax_phrase *phrase,
                     slice *out)
{
    kb_office_hit office;
    bool plural;
    if (mentions_office(r, sentence, phrase, &office)) {
        *out = office.sector;
        return true;
    }
    return agent_at_head(r, sentence, phrase, out, &plural);
}

static chancery_status set_office(mention_stage *m, size_t phrase, const kb_office_hit *office)
{
    owners o;
    find_owners(m, phrase, true, &o);
    m->out[phrase].plural = office->plural;
    return set_owners(m, phrase, &o, office->sector);
}

static bool locative(const mention_stage *m, const syntax_phrase *p)
{
    static const char *const list[] = {"in",      "at",      "near", "to",      "into",   "from",
                                       "off",     "outside", "via",  "through", "around", "toward",
                                       "towards", "inside",  "for",  "across",  NULL};
    return preposition_is(m, p, list);
}

/** A plural that names several states at once: "the two Koreas". */
static void add_namesakes(const mention_stage *m, const reading_hit *hit, owners *o)
{
    kb_hit found[MENTIONS_MAX_WHO];
    const text_token *token = &m->r->report->tokens[hit->token];
    size_t count =
        kb_find(m->r->engine->kb, m->r->text, token, hit->count, found, MENTIONS_MAX_WHO);
    if (m->r->text.ptr[token[hit->count - 1].end - 1] != 's')
        return;
    for (size_t i = 0; i < count; i++) {
        kb_entry entry = kb_entry_at(m->r->engine->kb, found[i].entry);
        if (found[i].tokens == hit->count && entry.kind == KB_STATE &&
            found[i].kind != KB_ADJECTIVE)
            add_owner(o, (reading_who){entry.code, {0}, -1, (int32_t)found[i].entry, true});
    }
}

/** States before the head that a list names which the tree took for one name: "[Chile], Saudi
 * Arabia". */
static void add_listed(const mention_stage *m, const syntax_phrase *p, const reading_hit *head,
                       owners *o)
{
    static const char *const links[] = {",", "and", NULL};
    for (uint32_t w = p->first; w < p->head; w++) {
        const reading_hit *hit = hit_of(m, w);
        if (!hit || hit->token + hit->count >= head->token || hit->kind == KB_ADJECTIVE ||
            kb_entry_at(m->r->engine->kb, hit->entry).kind != KB_STATE ||
            !reading_is_any(m->r, hit->token + hit->count, links))
            continue;
        add_owner(o, reading_who_entry(m->r, hit));
    }
    if (o->count)
        add_owner(o, reading_who_entry(m->r, head));
}

/** A name of the knowledge base at the phrase's head. */
static chancery_status set_hit(mention_stage *m, size_t phrase, const reading_hit *hit)
{
    const syntax_phrase *p = &m->s->phrases[phrase];
    kb_entry entry = kb_entry_at(m->r->engine->kb, hit->entry);
    reading_who who = reading_who_entry(m->r, hit);
    if (entry.kind == KB_PLACE || (hit->kind == KB_CAPITAL && locative(m, p)))
        m->out[phrase].place_only = true;
    m->out[phrase].plural = m->s->words[p->head].tag == SYNTAX_NNPS && hit->kind == KB_PEOPLE;
    owners namesakes = {.count = 0};
    if (entry.kind == KB_STATE)
        add_namesakes(m, hit, &namesakes);
    if (entry.kind == KB_STATE && namesakes.count < 2)
        add_listed(m, p, hit, &namesakes);
    return namesakes.count > 1 ? set_owners(m, phrase, &namesakes, (slice){0})
                               : set_one(m, phrase, who);
}

static chancery_status set_pair(mention_stage *m, size_t phrase)
{
    reading_state *r = m->r;
    if (r->pair[0].len == 0 || r->pair[1].len == 0)
        return CHANCERY_OK;
    reading_who *items = arena_alloc(r->arena, 2, sizeof *items, r->error);
    if (!items)
        return r->error->status;
    for (size_t i = 0; i < 2; i++)
        items[i] = (reading_who){.code = r->pair[i], .person = -1, .entry = -1};
    m->out[phrase] =
        (reading_referents){.items = items, .count = 2, .pronoun = true, .plural = true};
    return CHANCERY_OK;
}

/** "I" and "we" of the one or those who issue the report. */
static chancery_status set_author(mention_stage *m, size_t phrase, slice word)
{
    reading_state *r = m->r;
    bool we = slice_is(word, "we") || slice_is(word, "us");
    if (we && r->authors.count) {
        m->out[phrase] = r->authors;
        m->out[phrase].pronoun = m->out[phrase].plural = true;
        return CHANCERY_OK;
    }
    if (r->author < 0)
        return CHANCERY_OK;
    reading_who who = who_person(m, r->author);
    if (we)
        who.person = -1;
    m->out[phrase].pronoun = true;
    return set_one(m, phrase, who);
}

static bool is_subject(const mention_stage *m, size_t phrase)
{
    for (size_t i = 0; i < m->s->clause_count; i++)
        if (m->s->clauses[i].subject == (int16_t)phrase)
            return true;
    return false;
}

/** Who the subject of the clause around a phrase is: "it" behind the verb is somebody else. NULL
 * where the phrase is the subject or there is none. */
static const reading_referents *own_subject(const mention_stage *m, size_t phrase)
{
    const syntax_phrase *p = &m->s->phrases[phrase];
    const syntax_clause *best = NULL;
    for (size_t i = 0; i < m->s->clause_count; i++)
        if (m->s->clauses[i].subject == (int16_t)phrase && m->s->clauses[i].tense != SYNTAX_BARE)
            return NULL;
    for (size_t i = 0; i < m->s->clause_count; i++) {
        const syntax_clause *c = &m->s->clauses[i];
        if (c->span.first <= p->first && p->end <= c->span.end && c->verb < p->first &&
            (!best || c->verb > best->verb))
            best = c;
    }
    if (!best || best->subject < 0 || best->subject >= (int16_t)phrase)
        return NULL;
    return &m->out[best->subject];
}

static chancery_status set_pronoun(mention_stage *m, size_t phrase, const syntax_phrase *p)
{
    slice word = m->s->words[p->head].lemma;
    if (slice_equal_ascii_fold(word, SLICE("I")) || slice_is(word, "we") || slice_is(word, "us") ||
        slice_is(word, "me"))
        return set_author(m, phrase, word);
    mentions_focus room, two;
    const mentions_focus *focus = pronoun_at(m, p->head, own_subject(m, phrase), &room);
    if (!focus && slice_is(word, "they") && mentions_two_people(&m->memory, m->sentence, &two))
        focus = &two;
    return set_focus(m, phrase, focus);
}

/** "his Indian counterpart", "his counterpart": the other one of the two. */
static chancery_status set_counterpart(mention_stage *m, size_t phrase)
{
    const syntax_phrase *p = &m->s->phrases[phrase];
    owners o = {.count = 0};
    add_modifiers(m, p, &o);
    if (o.count == 0)
        add_attached(m, phrase, &o);
    if (o.count)
        return set_owners(m, phrase, &o, SLICE("GOV"));
    int32_t pronoun = owning_pronoun(m, p);
    mentions_focus room;
    const mentions_focus *focus = pronoun < 0 ? NULL : pronoun_at(m, (size_t)pronoun, NULL, &room);
    for (int side = 0; side < 2 && focus && focus->count == 1; side++)
        if (slice_equal(m->r->pair[side], focus->who[0].code))
            add_owner(&o, (reading_who){.code = m->r->pair[1 - side], .person = -1, .entry = -1});
    return set_owners(m, phrase, &o, SLICE("GOV"));
}

/** A thing of theirs (or, of "our nation" and "thousands of Greek workers", they themselves): "a
 * Guyanese fishing boat", "Senegal's fishermen", "its embassy". */
static chancery_status set_owned(mention_stage *m, size_t phrase)
{
    static const char *const ours[] = {"nation",  "country",  "government", "people",  "thousand",
                                       "hundred", "dozen",    "crowd",      "group",   "number",
                                       "member",  "majority", "handful",    "million", NULL};
    const syntax_phrase *p = &m->s->phrases[phrase];
    bool agent = false;
    for (size_t i = 0; ours[i]; i++)
        agent = agent || slice_is(m->s->words[p->head].lemma, ours[i]);
    owners o;
    find_owners(m, phrase, agent, &o);
    m->out[phrase].owned = !agent;
    return set_owners(m, phrase, &o, (slice){0});
}

/** A person; where no office gives a state, the words around the name may ("Pope Francis",
 * "Tunisian Ali"). */
static chancery_status set_person(mention_stage *m, size_t phrase, int32_t person)
{
    reading_who who = who_person(m, person);
    if (who.code.len == 0) {
        owners o;
        find_owners(m, phrase, true, &o);
        if (o.count == 1)
            who.code = o.who[0].code;
    }
    return set_one(m, phrase, who);
}

static chancery_status resolve(mention_stage *m, size_t phrase)
{
    const syntax_phrase *p = &m->s->phrases[phrase];
    int32_t person = person_in(m, p);
    if (person >= 0)
        return set_person(m, phrase, person);
    uint8_t tag = m->s->words[p->head].tag;
    if (tag == SYNTAX_PRP)
        return set_pronoun(m, phrase, p);
    mentions_focus known;
    if (known_at(m, p->head, &known) && !hit_of(m, p->head)) {
        if (known.plural || known.who[0].person < 0 ||
            m->r->people.items[known.who[0].person].code.len)
            return set_focus(m, phrase, &known);
    }
    owners named = {.count = 0};
    add_modifiers(m, p, &named);
    uint32_t size = named.count ? 0 : chains_group_size(m->chains, (int16_t)phrase);
    if (size == 2)
        return set_pair(m, phrase);
    if (size)
        return set_focus(m, phrase, mentions_group(&m->memory, size));
    const reading_hit *hit = hit_of(m, p->head);
    if (hit)
        return set_hit(m, phrase, hit);
    if (reading_is(m->r, token_of(m, p->head), "counterpart"))
        return set_counterpart(m, phrase);
    kb_office_hit office;
    if (mentions_office(m->r, m->sentence, p, &office))
        return set_office(m, phrase, &office);
    slice sector;
    bool plural = false;
    if (agent_at_head(m->r, m->sentence, p, &sector, &plural)) {
        owners o;
        find_owners(m, phrase, true, &o);
        if (o.count == 0 && p->possessor < 0 && (plural || slice_is(sector, "COP")))
            add_locals(m, phrase, sector, &o);
        m->out[phrase].plural = plural && tag == SYNTAX_NNS;
        return set_owners(m, phrase, &o, sector);
    }
    return set_owned(m, phrase);
}

/** The given actor whose words hold the head of the phrase, or else some word of it; -1 where none
 * does. */
static int given_in(const mention_stage *m, size_t phrase, bool head)
{
    span where = reading_phrase_span(m->r, m->sentence, (int16_t)phrase);
    if (head)
        where = reading_span(m->r, token_of(m, m->s->phrases[phrase].head), 1);
    for (int side = 0; side < READING_SIDES; side++) {
        span given = m->r->given[side].where;
        if (where.start < given.end && given.start < where.end)
            return side;
    }
    return -1;
}

/** The given actor whom this name of the knowledge base means as well, or -1. */
static int given_again(const reading_state *r, const reading_referents *ref)
{
    const reading_who *a = &r->given[READING_SOURCE].known, *b = &r->given[READING_TARGET].known;
    if (ref->count != 1 || ref->owned || (a->code.len && b->code.len && same_who(a, b)))
        return -1;
    return a->code.len && same_who(a, ref->items)   ? READING_SOURCE
           : b->code.len && same_who(b, ref->items) ? READING_TARGET
                                                    : -1;
}

/** Whether the target is another part of the phrase: "French and Dutch envoys". */
static bool given_also(const mention_stage *m, size_t phrase, int side)
{
    span where = reading_phrase_span(m->r, m->sentence, (int16_t)phrase);
    span other = m->r->given[1 - side].where;
    return where.start < other.end && other.start < where.end;
}

static chancery_status set_both(mention_stage *m, size_t phrase)
{
    reading_who *both = arena_alloc(m->r->arena, READING_SIDES, sizeof *both, m->r->error);
    if (!both)
        return m->r->error->status;
    for (int side = 0; side < READING_SIDES; side++)
        both[side] = (reading_who){.code = m->r->given[side].code, .person = -1, .entry = -1};
    m->out[phrase] = (reading_referents){.items = both, .count = READING_SIDES, .plural = true};
    return CHANCERY_OK;
}

/** The words that an actor is given by mean him, whoever else they would mean; so does his name
 * where it comes again. A phrase of which he is a part is a thing of his. */
static chancery_status set_given(mention_stage *m, size_t phrase)
{
    reading_referents *ref = &m->out[phrase];
    uint8_t tag = m->s->words[m->s->phrases[phrase].head].tag;
    int side = given_in(m, phrase, true);
    bool whole = side >= 0;
    if (!whole)
        side = given_in(m, phrase, false);
    bool part = side >= 0 && !whole;
    if (side < 0)
        side = given_again(m->r, ref);
    if (side < 0)
        return CHANCERY_OK;
    reading_given *given = &m->r->given[side];
    reading_who who = {.person = -1, .entry = -1};
    if (ref->count == 1)
        who = ref->items[0];
    if (part && given_also(m, phrase, side))
        return set_both(m, phrase);
    if (whole && !given->known.code.len)
        given->known = who;
    who.code = given->code;
    bool owned = part && (ref->owned || ref->count == 0);
    bool plural = ref->plural || ref->count > 1 || tag == SYNTAX_NNS || tag == SYNTAX_NNPS;
    *ref = (reading_referents){.pronoun = ref->pronoun, .owned = owned, .plural = plural};
    return set_one(m, phrase, who);
}

/** Joins "Mauritania's Ambassador" and "Mr. X" beside it: both mean the person. */
static void join_apposed(mention_stage *m, size_t phrase)
{
    int16_t beside = m->s->phrases[phrase].apposed;
    if (beside < 0)
        return;
    reading_referents *a = &m->out[beside], *b = &m->out[phrase];
    bool person_a = a->count == 1 && a->items[0].person >= 0;
    bool person_b = b->count == 1 && b->items[0].person >= 0;
    if (person_b && !person_a && a->count <= 1 && !a->place_only)
        *a = *b;
    else if (person_a && !person_b && b->count <= 1 && !b->place_only)
        *b = *a;
}

/** What later pronouns may mean. */
static void remember(mention_stage *m, size_t phrase)
{
    const reading_referents *ref = &m->out[phrase];
    if (ref->count == 0 || ref->count > MENTIONS_MAX_WHO || ref->place_only || ref->owned)
        return;
    mentions_focus focus = {.count = ref->count,
                            .sentence = m->sentence,
                            .plural = ref->plural || ref->count > 1,
                            .subject = is_subject(m, phrase)};
    memcpy(focus.who, ref->items, ref->count * sizeof *ref->items);
    focus.person = ref->count == 1 && ref->items[0].person >= 0;
    kb_office_hit office;
    focus.office = !focus.person && ref->count == 1 && !ref->plural &&
                   mentions_office(m->r, m->sentence, &m->s->phrases[phrase], &office);
    int given = m->r->given ? reading_given_of(m->r, ref->items[0].code) : -1;
    if (given >= 0 && !focus.plural && !m->r->given[given].known.code.len)
        focus.office = true; /* nobody knows what he is: "he", "she" and "it" may mean him */
    if (focus.person)
        focus.gender = m->r->people.items[ref->items[0].person].gender;
    mentions_remember(&m->memory, &focus);
}

/** Two or more that are joined by "and" are what "they" means. */
static void remember_conjoined(mention_stage *m, size_t last)
{
    mentions_focus focus = {.sentence = m->sentence, .plural = true};
    int16_t p = (int16_t)last;
    for (; p >= 0 && focus.count < MENTIONS_MAX_WHO; p = m->s->phrases[p].conjoined) {
        const reading_who *who = first_of(m, p);
        if (who && !m->out[p].place_only && !m->out[p].owned)
            focus.who[focus.count++] = *who;
        focus.subject = focus.subject || is_subject(m, (size_t)p);
    }
    if (focus.count > 1)
        mentions_remember(&m->memory, &focus);
}

static chancery_status resolve_sentence(mention_stage *m)
{
    for (size_t i = 0; i < m->s->phrase_count; i++) {
        chancery_status status = resolve(m, i);
        if (!status && m->r->given)
            status = set_given(m, i);
        if (status)
            return status;
        join_apposed(m, i);
        remember(m, i);
        if (m->s->phrases[i].conjoined >= 0)
            remember_conjoined(m, i);
    }
    return CHANCERY_OK;
}

chancery_status reading_mentions(reading_state *r)
{
    mention_stage m = {.r = r};
    r->referents =
        arena_alloc(r->arena, r->report->sentence_count + 1, sizeof *r->referents, r->error);
    if (!r->referents)
        return r->error->status;
    mentions_find_pair(r);
    chancery_status status = mentions_find_author(r);
    if (!status)
        status = chains_open(r, &m.chains);
    for (uint32_t i = 0; !status && i < r->report->sentence_count; i++) {
        m.sentence = i;
        m.s = &r->parsed[i];
        m.t = &r->report->sentences[i];
        m.out = arena_alloc(r->arena, m.s->phrase_count + 1, sizeof *m.out, r->error);
        if (!m.out)
            return r->error->status;
        r->referents[i] = m.out;
        status = chains_walk(m.chains, i);
        if (!status)
            status = resolve_sentence(&m);
    }
    return status;
}
