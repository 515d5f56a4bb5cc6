/* Chains: descriptions of states and organisations.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * "The kingdom" is the last one spoken of that is a kingdom; "the country" the state of who speaks,
 * else the last state that was a subject. "His country" is that of the office. */
#include "reading/chains.h"

enum { NEAR_SENTENCES = 2, FAR_SENTENCES = 12 };

/** The words between determiner and head: [first, first + count), false where some are no plain
 * modifiers. */
static bool inner_words(const chains_stage *c, const syntax_phrase *p, uint32_t *first,
                        uint32_t *count)
{
    enum { MAX_INNER = 3 };
    *first = chains_token(c, p->first + 1u);
    *count = (uint32_t)(p->head - p->first - 1);
    for (uint32_t w = p->first + 1u; w < p->head; w++)
        if (c->s->words[w].tag == SYNTAX_CD || c->s->words[w].tag == SYNTAX_POS)
            return false;
    return *count <= MAX_INNER;
}

/** Whether something follows that narrows the phrase: "of X", "in Y", "that Z", a name. */
static bool goes_on(const chains_stage *c, int16_t phrase)
{
    const syntax_phrase *p = &c->s->phrases[phrase];
    uint32_t next = chains_token(c, p->head + 1u);
    static const char *const words[] = {"of", "that", "which", "where", "between", "whose", NULL};
    if (p->head + 1u >= c->s->word_count)
        return false;
    return p->end > p->head + 1u || reading_is_any(c->r, next, words);
}

/** The body that somebody spoken of is, or the state of a person who is a subject. */
static uint32_t body_of(const chains_stage *c, const chains_seen *e)
{
    if (e->body)
        return e->who;
    return e->subject && chains_is_person(c, e->who) ? chains_state(c, c->units.items[e->who].code)
                                                     : CHAINS_NOBODY;
}

/** Whether a sentence is of another paragraph than this one. */
static bool elsewhere(const chains_stage *c, uint32_t sentence)
{
    return c->r->report->sentences[sentence].paragraph != c->t->paragraph;
}

/** The last one spoken of that fits; `own` is left out: the subject of the clause. Where the words
 * fit two of the report, they say too little, but where only one stands in the
 * same paragraph. */
static uint32_t last_fitting(const chains_stage *c, const syntax_phrase *p, uint32_t own)
{
    uint32_t first, count, maybe = CHAINS_NOBODY, subject = CHAINS_NOBODY, sure = CHAINS_NOBODY;
    bool far = false; /* where `sure` was last spoken of */
    if (!inner_words(c, p, &first, &count))
        return CHAINS_NOBODY;
    slice lemma = c->s->words[p->head].lemma;
    for (size_t i = c->seen.count; i-- > 0;) {
        const chains_seen *e = &c->seen.items[i];
        uint32_t distance = c->sentence - e->sentence;
        if (distance > FAR_SENTENCES)
            break;
        uint32_t who = body_of(c, e);
        if (who == CHAINS_NOBODY || chains_is_side(c, who, own))
            continue;
        chains_fit fit = chains_fits(c, &c->units.items[who], lemma, first, count);
        bool other = fit == CHAINS_FITS && sure != CHAINS_NOBODY && sure != who;
        if (other && (far || !elsewhere(c, e->sentence)))
            return CHAINS_NOBODY;
        if (fit == CHAINS_FITS && sure == CHAINS_NOBODY) {
            sure = who;
            far = elsewhere(c, e->sentence);
        }
        if (fit == CHAINS_UNFIT || distance > NEAR_SENTENCES)
            continue;
        if (maybe == CHAINS_NOBODY)
            maybe = who;
        if (subject == CHAINS_NOBODY && e->subject)
            subject = who;
    }
    return sure != CHAINS_NOBODY ? sure : subject != CHAINS_NOBODY ? subject : maybe;
}

/** "Prime Minister X said that the country": that of X, where it fits. */
static uint32_t of_speaker(const chains_stage *c, const syntax_phrase *p, uint32_t above)
{
    uint32_t first, count;
    if (!chains_is_person(c, above) || !inner_words(c, p, &first, &count))
        return CHAINS_NOBODY;
    uint32_t state = chains_state(c, c->units.items[above].code);
    slice lemma = c->s->words[p->head].lemma;
    bool fits = state != CHAINS_NOBODY &&
                chains_fits(c, &c->units.items[state], lemma, first, count) != CHAINS_UNFIT;
    return fits ? state : CHAINS_NOBODY;
}

/** "his country", "their government", "its neighbour" (another one: nobody known). */
static uint32_t of_owner(const chains_stage *c, const syntax_phrase *p)
{
    static const char *const homes[] = {"country",  "nation",  "government", "homeland",
                                        "republic", "kingdom", "state",      NULL};
    slice lemma = c->s->words[p->head].lemma;
    uint32_t owner = c->who_at[chains_token(c, p->first)];
    if (!chains_one_of(lemma, homes) || p->head - p->first > 2 || !chains_is_person(c, owner))
        return CHAINS_NOBODY;
    if (p->head - p->first == 2 && c->r->hit_at[chains_token(c, p->first + 1u)] >= 0)
        return CHAINS_NOBODY;
    return chains_state(c, c->units.items[owner].code);
}

static bool is_definite(const chains_stage *c, const syntax_phrase *p)
{
    return p->head > p->first && p->possessor < 0 &&
           reading_is(c->r, chains_token(c, p->first), "the");
}

/** Whether a name of the knowledge base stands among the words: "the Chinese state" means another
 * thing, and the adjective is a mention already. */
static bool holds_hit(const chains_stage *c, const syntax_phrase *p)
{
    for (uint32_t w = p->first; w <= p->head; w++) {
        int32_t hit = c->r->hit_at[chains_token(c, w)];
        if (hit >= 0 && !c->r->entities.items[c->r->entity_of[hit]].place)
            return true;
    }
    return false;
}

chancery_status chains_body(chains_stage *c, int16_t phrase)
{
    const syntax_phrase *p = &c->s->phrases[phrase];
    uint32_t who = CHAINS_NOBODY, own = CHAINS_NOBODY, above = CHAINS_NOBODY;
    slice lemma = c->s->words[p->head].lemma;
    bool subject = false;
    if (c->s->words[p->first].tag == SYNTAX_PRPS) {
        who = of_owner(c, p);
        c->why = CHANCERY_WHY_HOME;
    } else if (is_definite(c, p) && !goes_on(c, phrase) && chains_describes(lemma) &&
               !holds_hit(c, p) && !chains_is_predicate(c, phrase)) {
        int16_t clause = chains_clause(c, p->head, &subject);
        chancery_status status = subject ? CHANCERY_OK : chains_subject(c, clause, &own);
        if (!status)
            status = chains_governor(c, clause, &above);
        if (status)
            return status;
        who = of_speaker(c, p, own == CHAINS_NOBODY ? above : own);
        c->why = CHANCERY_WHY_HOME;
        if (who == CHAINS_NOBODY) {
            who = last_fitting(c, p, own);
            c->why = CHANCERY_WHY_FITS;
        }
    }
    if (who == CHAINS_NOBODY)
        return CHANCERY_OK;
    chancery_status status = chains_link_phrase(c, who, phrase, CHANCERY_HOW_DESCRIPTION);
    return status ? status : chains_see(c, who, chains_token(c, p->head));
}
