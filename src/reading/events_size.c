/* How much: dead, injured, arrested, how many people, how much money.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * A sentence's facts are collected first, each with the clause that tells it ("killing 12", "nine
 * people died", "the deaths of six soldiers"); then each goes to one event: that of its clause, of
 * the nearest clause above, of a clause below ("nine died when … bombed"), or, in a sentence
 * without an event that could have it, to the last one of the sentence before ("The attack killed
 * 12"). So nothing goes from one event's clause to another's. What an event has it keeps: the first
 * telling counts. Of people only sure numbers are taken (events_numbers.c): "dozens" says none. */
#include "reading/events.h"

enum { SIZE_MAX_FACTS = 32 };

typedef struct size_fact {
    enum { SIZE_DEAD, SIZE_INJURED, SIZE_ARRESTED } kind;
    uint64_t count;
    int16_t clause; /* or -1 */
    int16_t phrase; /* that was counted, or -1 */
} size_fact;

typedef struct size_facts {
    size_fact items[SIZE_MAX_FACTS];
    size_t count;
} size_facts;

static bool word_is(const events_sentence *e, int32_t word, const char *const *list)
{
    return word >= 0 && (size_t)word < e->s->word_count &&
           reading_is_any(e->r, e->t->first + (uint32_t)word, list);
}

/** Whether a phrase names people: a word for an agent ("soldiers"), or people of any kind. */
static bool names_people(const events_sentence *e, int16_t phrase)
{
    static const char *const people[] = {
        "people",    "persons",   "men",      "women",     "children", "citizens",
        "civilians", "villagers", "hostages", "prisoners", "captives", "residents",
        "nationals", "personnel", "staff",    "members",   "suspects", NULL};
    if (phrase < 0)
        return false;
    const syntax_phrase *p = &e->s->phrases[phrase];
    slice sector;
    uint32_t count;
    bool plural;
    uint8_t tag = e->s->words[p->head].tag;
    bool nation = e->r->hit_at[e->t->first + p->head] >= 0 && /* "Greeks" */
                  (tag == SYNTAX_NNS || tag == SYNTAX_NNPS);
    return word_is(e, p->head, people) || tag == SYNTAX_CD || nation ||
           kb_find_agent(e->r->engine->kb, e->r->text, e->s->tokens + p->head, 1, &sector, &count,
                         &plural);
}

static void add_fact(size_facts *f, size_fact fact)
{
    for (size_t i = 0; i < f->count; i++)
        if (f->items[i].kind == fact.kind && f->items[i].phrase == fact.phrase && fact.phrase >= 0)
            return;
    if (f->count < SIZE_MAX_FACTS)
        f->items[f->count++] = fact;
}

/** People one by one: "a woman", "the bishop" beside others that are counted. */
static bool is_single(const events_sentence *e, const syntax_phrase *p, bool definite)
{
    static const char *const a[] = {"a", "an", "another", NULL}, *const the[] = {"the", NULL};
    return e->s->words[p->head].tag == SYNTAX_NN &&
           (word_is(e, p->first, a) || (definite && word_is(e, p->first, the)));
}

static bool counts_one(const events_sentence *e, int16_t phrase, bool definite, uint64_t *out)
{
    static const char *const nobody[] = {"no", "nobody", "none", NULL};
    static const char *const fewer[] = {"fewer", "less", NULL};
    const syntax_phrase *p = &e->s->phrases[phrase];
    if (word_is(e, p->first, nobody) && !word_is(e, p->first + 1, fewer)) {
        *out = 0;
        return true;
    }
    for (uint32_t w = p->first; w <= p->head; w++) {
        double value, sum;
        slice code;
        if (events_read_money(e, w, &sum, &code))
            return false;
        if (events_read_number(e, w, &value)) {
            *out = (uint64_t)value;
            return value >= 1 && value < 1e9;
        }
    }
    *out = 1;
    return is_single(e, p, definite);
}

/** The people of a phrase and those joined to it. @return false where none of them is counted. */
static bool count_people(const events_sentence *e, int16_t phrase, uint64_t *out)
{
    uint64_t sum = 0, one;
    bool any = false, numbered = false;
    if (phrase < 0)
        return false;
    for (int16_t q = phrase; (size_t)q < e->s->phrase_count; q++) {
        int16_t to = e->s->phrases[q].conjoined;
        if (q != phrase && to != phrase && (to < phrase || e->s->phrases[to].conjoined != phrase))
            continue;
        if (counts_one(e, q, false, &one)) {
            sum += one;
            any = true;
            numbered = true;
        } else if (counts_one(e, q, true, &one)) {
            sum += one;
            any = true;
        }
    }
    *out = sum;
    return any && numbered;
}

/** A clause that tells nothing done: "could kill 40", "if 40 are killed", "did not kill". */
static bool tells_nothing(const events_sentence *e, const syntax_clause *c)
{
    static const char *const markers[] = {"if", "unless", "whether", NULL};
    return c->modal >= 0 || c->negated || word_is(e, c->marker, markers);
}

/** "killed 12", "12 were killed", "nine died", "lost 23 soldiers". */
static void from_clause(const events_sentence *e, int16_t clause, size_facts *f)
{
    static const char *const kill[] = {"kill",   "slay",      "murder", "massacre",    "execute",
                                       "behead", "slaughter", "hang",   "assassinate", NULL};
    static const char *const wound[] = {"wound", "injure", "hurt", "maim", NULL};
    static const char *const seize[] = {"arrest", "detain", NULL};
    static const char *const die[] = {"die", "perish", NULL};
    static const char *const shoot[] = {"shoot", "gun", NULL}, *const dead[] = {"dead", "down",
                                                                                NULL};
    static const char *const lose[] = {"lose", NULL};
    const syntax_clause *c = &e->s->clauses[clause];
    int16_t phrase = c->passive ? c->subject : c->object;
    size_fact fact = {SIZE_DEAD, 0, clause, -1};
    if (tells_nothing(e, c))
        return;
    if (c->passive && c->link == SYNTAX_PARTICIPLE && c->described >= 0)
        phrase = c->described;
    if (events_lemma_in(e->s, c->verb, wound))
        fact.kind = SIZE_INJURED;
    else if (events_lemma_in(e->s, c->verb, seize))
        fact.kind = SIZE_ARRESTED;
    else if (events_lemma_in(e->s, c->verb, die))
        phrase = c->subject;
    else if (!events_lemma_in(e->s, c->verb, kill) &&
             !(events_lemma_in(e->s, c->verb, shoot) && word_is(e, c->verb + 1, dead)) &&
             !(events_lemma_in(e->s, c->verb, lose) && names_people(e, phrase)))
        return;
    fact.phrase = phrase;
    if (count_people(e, phrase, &fact.count))
        add_fact(f, fact);
}

/** "six dead", "12 people wounded", "left nine dead": the number stands before the word. */
static void from_predicate(const events_sentence *e, uint32_t w, int16_t clause, size_facts *f)
{
    static const char *const dead[] = {"dead", NULL}, *const hurt[] = {"wounded", "injured", NULL};
    bool is_dead = word_is(e, (int32_t)w, dead);
    if (w == 0 || (!is_dead && !word_is(e, (int32_t)w, hurt)))
        return;
    int16_t phrase = e->s->phrase_of[w - 1];
    if (phrase < 0 || (e->s->phrases[phrase].end != w && e->s->phrases[phrase].head != w))
        return;
    size_fact fact = {is_dead ? SIZE_DEAD : SIZE_INJURED, 0, clause, phrase};
    if (count_people(e, phrase, &fact.count))
        add_fact(f, fact);
}

/** "the deaths of six soldiers", "the death toll has risen to 34", "no casualties". */
static void from_noun(const events_sentence *e, int16_t phrase, int16_t clause, size_facts *f)
{
    static const char *const deaths[] = {"death", "deaths", "killing", NULL};
    static const char *const losses[] = {"casualties", "victims", NULL};
    static const char *const harm[] = {"injuries", NULL}, *const no[] = {"no", NULL};
    static const char *const toll[] = {"toll", NULL};
    const syntax_phrase *p = &e->s->phrases[phrase];
    size_fact fact = {SIZE_DEAD, 0, clause, phrase};
    bool none = word_is(e, p->first, no);
    if (none && (word_is(e, p->head, losses) || word_is(e, p->head, deaths)))
        add_fact(f, fact);
    if (none && (word_is(e, p->head, losses) || word_is(e, p->head, harm))) {
        fact.kind = SIZE_INJURED;
        add_fact(f, fact);
        return;
    }
    if (word_is(e, p->head, deaths))
        for (int16_t q = (int16_t)(phrase + 1); (size_t)q < e->s->phrase_count; q++)
            if (e->s->phrases[q].attached == phrase && count_people(e, q, &fact.count)) {
                fact.phrase = q;
                add_fact(f, fact);
                return;
            }
    double value;
    if (word_is(e, p->head, toll) && clause >= 0)
        for (uint32_t w = p->end; w < e->s->clauses[clause].span.end; w++)
            if (events_read_number(e, w, &value) && value >= 1 && value < 1e9) {
                fact.count = (uint64_t)value;
                add_fact(f, fact);
                return;
            }
}

/** "No one was hurt": neither killed nor injured. */
static void from_nobody(const events_sentence *e, int16_t clause, size_facts *f)
{
    static const char *const no[] = {"no", "nobody", "none", NULL};
    static const char *const kill[] = {"kill", NULL}, *const hurt[] = {"hurt", "harm", NULL};
    static const char *const wound[] = {"injure", "wound", NULL};
    const syntax_clause *c = &e->s->clauses[clause];
    int32_t first = c->subject >= 0 ? e->s->phrases[c->subject].first : (int32_t)c->span.first;
    bool hurts = events_lemma_in(e->s, c->verb, hurt);
    if ((!c->passive && !c->copula) || c->modal >= 0 ||
        !(word_is(e, first, no) || word_is(e, c->first - 2, no)))
        return;
    if (hurts || events_lemma_in(e->s, c->verb, kill))
        add_fact(f, (size_fact){SIZE_DEAD, 0, clause, -1});
    if (hurts || events_lemma_in(e->s, c->verb, wound))
        add_fact(f, (size_fact){SIZE_INJURED, 0, clause, -1});
}

static void collect(const events_sentence *e, size_facts *f)
{
    f->count = 0;
    for (size_t i = 0; i < e->s->clause_count; i++) {
        from_nobody(e, (int16_t)i, f);
        from_clause(e, (int16_t)i, f);
    }
    for (uint32_t w = 0; w < e->s->word_count; w++)
        from_predicate(e, w, events_clause_at(e, e->t->first + w), f);
    for (size_t p = 0; p < e->s->phrase_count; p++)
        from_noun(e, (int16_t)p, events_clause_at(e, e->t->first + e->s->phrases[p].head), f);
}

/** Whether an event of this type can have a fact that its own clause doesn't tell. */
static bool can_have(const reading_event *x, const size_fact *fact)
{
    static const char *const violent[] = {"ASSAULT", "PROTEST", NULL};
    static const char *const forced[] = {"COERCE", "PROTEST", NULL};
    return x->status != CHANCERY_NEGATED && x->status != CHANCERY_HYPOTHETICAL &&
           x->status != CHANCERY_FUTURE &&
           slice_is_any(x->event, fact->kind == SIZE_ARRESTED ? forced : violent);
}

static void give(reading_event *x, const size_fact *fact)
{
    chancery_magnitude *m = &x->magnitude;
    bool *has = fact->kind == SIZE_DEAD      ? &m->has_dead
                : fact->kind == SIZE_INJURED ? &m->has_injured
                                             : &m->has_arrested;
    uint64_t *count = fact->kind == SIZE_DEAD      ? &m->dead
                      : fact->kind == SIZE_INJURED ? &m->injured
                                                   : &m->arrested;
    if (*has)
        return;
    *has = true;
    *count = fact->count;
}

/** Steps from one clause up to another, or -1. */
static int steps_up(const events_sentence *e, int16_t from, int16_t to)
{
    for (int step = 0; from >= 0 && step < 8; step++, from = e->s->clauses[from].parent)
        if (from == to)
            return step;
    return -1;
}

/** How far a fact is from an event's clause: 0 its own, less than 0 no way. */
static int distance(const events_sentence *e, const events_made *made, const size_fact *fact)
{
    enum { BELOW = 16, BESIDE = 32 };
    int16_t clause = e->matches[made->match].clause;
    if (clause == fact->clause)
        return 0;
    int up = steps_up(e, fact->clause, clause), down = steps_up(e, clause, fact->clause);
    if (up >= 0)
        return up;
    return down >= 0 ? BELOW + down : BESIDE;
}

static bool own_is_another(const events_sentence *e, const size_fact *fact)
{
    for (size_t i = 0; i < e->made_count; i++)
        if (e->matches[e->made[i].match].clause == fact->clause && fact->clause >= 0 &&
            !can_have(&e->r->events.items[e->made[i].event], fact))
            return true;
    return false;
}

/** Whether the sentence tells another day than the event's. */
static bool other_day(const events_sentence *e, const reading_event *x)
{
    for (size_t i = e->date_first; i < e->date_end; i++) {
        slice value = e->r->dates.items[i].value;
        size_t shorter = value.len < x->date.len ? value.len : x->date.len;
        if (e->r->dates.items[i].type == CHANCERY_DATE && shorter &&
            memcmp(value.ptr, x->date.ptr, shorter) != 0)
            return true;
    }
    return false;
}

static void assign(const events_sentence *e, const size_fact *fact)
{
    const events_made *best = NULL;
    int nearest = 0;
    for (size_t i = 0; i < e->made_count; i++) {
        int far = distance(e, &e->made[i], fact);
        if (!can_have(&e->r->events.items[e->made[i].event], fact) || (best && far >= nearest))
            continue;
        best = &e->made[i];
        nearest = far;
    }
    if (best && !(nearest > 0 && own_is_another(e, fact)))
        give(&e->r->events.items[best->event], fact);
    if (best || e->sentence == 0 || e->made_count)
        return;
    for (size_t i = e->r->events.count; i-- > 0;) {
        reading_event *x = &e->r->events.items[i];
        if (x->last_sentence + 1 < e->sentence)
            break;
        if (can_have(x, fact) && !other_day(e, x)) {
            give(x, fact);
            return;
        }
    }
}

/** "a crowd of 20,000", "3,000 troops", "2,500 of them": how many a phrase of people counts. */
static bool counted_group(const events_sentence *e, int16_t phrase, uint64_t *out)
{
    static const char *const crowd[] = {"crowd", "force", "contingent", "group", "total", NULL};
    double value;
    if (phrase < 0)
        return false;
    const syntax_phrase *p = &e->s->phrases[phrase];
    if (word_is(e, p->head, crowd))
        for (int16_t q = (int16_t)(phrase + 1); (size_t)q < e->s->phrase_count; q++)
            if (e->s->phrases[q].attached == phrase)
                return counts_one(e, q, false, out) && *out > 1;
    bool any = false;
    for (uint32_t w = p->first; w <= p->head && !any; w++) {
        double sum;
        slice code;
        if (events_read_money(e, w, &sum, &code) ||
            (w > 0 && events_read_money(e, w - 1, &sum, &code)))
            return false;
        any = events_read_number(e, w, &value) > 0 && value >= 1 && value < 1e9;
    }
    if (any)
        *out = (uint64_t)value;
    if (!any || e->s->words[p->head].tag == SYNTAX_CD || !names_people(e, phrase))
        return false;
    uint64_t all;
    if (count_people(e, phrase, &all)) /* "four soldiers and a cook" */
        *out = all;
    return true;
}

static bool is_counted(const size_facts *f, int16_t phrase)
{
    for (size_t i = 0; i < f->count; i++)
        if (f->items[i].phrase == phrase)
            return true;
    return false;
}

/** How many acted in a protest, or were sent, expelled, freed, withdrawn, kidnapped. */
static void give_people(const events_sentence *e, const codebook_match *match, const size_facts *f,
                        reading_event *x)
{
    static const char *const by_object[] = {"MOBILIZE", "AID",     "SANCTION",
                                            "RETREAT",  "CONCEDE", NULL};
    static const char *const take[] = {"kidnap", "abduct", "capture", NULL};
    if (match->clause < 0 || x->magnitude.has_size)
        return;
    const syntax_clause *c = &e->s->clauses[match->clause];
    int16_t phrase = -1;
    if (slice_is(x->event, "PROTEST"))
        phrase = c->subject;
    else if (slice_is_any(x->event, by_object) ||
             (slice_is(x->event, "ASSAULT") && events_lemma_in(e->s, c->verb, take)))
        phrase = c->passive ? c->subject : c->object;
    if (!is_counted(f, phrase) && counted_group(e, phrase, &x->magnitude.size))
        x->magnitude.has_size = true;
}

/** The first sum of the event's own clause. */
static void give_money(const events_sentence *e, const codebook_match *match, reading_event *x)
{
    static const char *const kinds[] = {"AID",     "AGREE",    "COOPERATE", "SUPPORT", "COERCE",
                                        "CONCEDE", "SANCTION", "REQUEST",   NULL};
    if (match->clause < 0 || x->magnitude.has_money || !slice_is_any(x->event, kinds))
        return;
    syntax_range range = e->s->clauses[match->clause].span;
    for (uint32_t w = range.first; w < range.end; w++) {
        double amount;
        slice code;
        uint32_t count = events_read_money(e, w, &amount, &code);
        if (count == 0)
            continue;
        int16_t at = events_clause_at(e, e->t->first + w);
        if (at != match->clause && at != match->content &&
            !(at >= 0 && e->s->clauses[at].link == SYNTAX_PARTICIPLE &&
              e->s->clauses[at].parent == match->clause)) {
            w += count - 1;
            continue;
        }
        x->magnitude.has_money = true;
        x->magnitude.money_amount = amount;
        x->magnitude.money_currency = code;
        return;
    }
}

void events_sizes(const events_sentence *e)
{
    size_facts facts;
    collect(e, &facts);
    for (size_t i = 0; i < facts.count; i++)
        assign(e, &facts.items[i]);
    for (size_t i = 0; i < e->made_count; i++) {
        reading_event *x = &e->r->events.items[e->made[i].event];
        const codebook_match *match = &e->matches[e->made[i].match];
        give_people(e, match, &facts, x);
        give_money(e, match, x);
    }
}
