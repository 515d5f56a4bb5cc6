/* Who acts in headlines, inverted clauses and clauses that say it elsewhere.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * "Czechs to pull troops out of Mali", "Kenyan minister in Khartoum for talks": there is no verb
 * with a tense, and what is told is known by the order of the words. "Were Chad to attack", "had
 * Chad attacked": an if-clause without if. */
#include "reading/events.h"

static bool stands_alone(const events_sentence *e, int16_t phrase)
{
    const syntax_phrase *p = &e->s->phrases[phrase];
    return p->preposition < 0 && p->attached < 0;
}

/** "the plan to pull out failed": a verb with a tense of the same subject, without a comma. */
static bool goes_on(const events_sentence *e, int16_t subject, const syntax_clause *c)
{
    for (size_t i = 0; i < e->s->clause_count; i++) {
        const syntax_clause *other = &e->s->clauses[i];
        bool cut = other->subject != subject || other->tense == SYNTAX_BARE;
        for (uint16_t w = c->verb; w < other->first && !cut; w++)
            cut = e->s->words[w].tag == SYNTAX_PUNCT;
        if (!cut)
            return true;
    }
    return false;
}

int16_t events_headline_subject(const events_sentence *e, int16_t clause)
{
    static const char *const words[] = {"first", "last", "only", NULL};
    const syntax_clause *c = &e->s->clauses[clause];
    if (c->link != SYNTAX_INFINITIVE || c->subject >= 0 || c->first == 0)
        return -1;
    int16_t before = e->s->phrase_of[c->first - 1];
    if (before < 0 || before > 1 || !stands_alone(e, before))
        return -1;
    if (goes_on(e, before, c))
        return -1;
    for (uint16_t w = 0; w < c->first; w++)
        if (e->s->phrase_of[w] < 0 && e->s->words[w].tag != SYNTAX_POS)
            return -1;
    for (size_t i = 0; words[i]; i++)
        for (uint16_t w = 0; w < c->first; w++)
            if (slice_is(e->s->words[w].lemma, words[i]))
                return -1;
    return before;
}

/** Whether the noun stands in "[A's minister] in [a capital] for talks", without a verb. */
static bool is_guest_line(const events_sentence *e, const codebook_match *match, int16_t *ground)
{
    const syntax_phrase *p = match->phrase >= 0 ? &e->s->phrases[match->phrase] : NULL;
    if (!match->noun || !p || e->s->clause_count > 0 || p->preposition < 0 ||
        !slice_is(match->frame->event, "CONSULT") || !stands_alone(e, 0))
        return false;
    if (!reading_is(e->r, e->t->first + (uint16_t)p->preposition, "for") &&
        !reading_is(e->r, e->t->first + (uint16_t)p->preposition, "on"))
        return false;
    for (int16_t q = 0; q < match->phrase; q++) {
        int16_t preposition = e->s->phrases[q].preposition;
        if (preposition >= 0 && reading_is(e->r, e->t->first + (uint16_t)preposition, "in")) {
            *ground = q;
            return true;
        }
    }
    return false;
}

int16_t events_headline_side(const events_sentence *e, const codebook_match *match, bool actor)
{
    int16_t ground;
    if (!is_guest_line(e, match, &ground))
        return -1;
    if (!actor)
        return ground;
    int16_t guest = 0;
    while (guest + 1 < ground && e->s->phrases[guest + 1].possessor == guest)
        guest++;
    return guest;
}

int16_t events_inverted_subject(const events_sentence *e, int16_t clause)
{
    static const char *const openers[] = {"were", "had", "should", NULL};
    const syntax_clause *c = &e->s->clauses[clause];
    uint16_t first = c->span.first;
    if (c->parent < 0 || c->marker >= 0 || e->s->clauses[c->parent].modal < 0 ||
        (size_t)first + 1 >= e->s->word_count ||
        !reading_is_any(e->r, e->t->first + first, openers))
        return -1;
    int16_t behind = e->s->phrase_of[first + 1];
    return behind >= 0 && (c->subject < 0 || c->subject == behind ||
                           e->s->phrases[c->subject].possessor == behind)
               ? (c->subject >= 0 ? c->subject : c->object)
               : -1;
}

/** "Ghana is [the state] that arrested": the subject of the clause whose predicate it is. */
static int16_t equal_of(const events_sentence *e, int16_t phrase)
{
    for (size_t i = 0; phrase >= 0 && i < e->s->clause_count; i++) {
        const syntax_clause *c = &e->s->clauses[i];
        if (c->copula && !c->negated && c->object == phrase && c->subject != phrase)
            return c->subject;
    }
    return -1;
}

/** "[Ghana], said Peru, had arrested": the tree took who arrested for who said it. */
static bool is_inserted(const events_sentence *e, const syntax_clause *said, const syntax_clause *c)
{
    return (c->link == SYNTAX_CONTENT || c->link == SYNTAX_ROOT) && c->subject < 0 && !c->passive &&
           c->tense != SYNTAX_BARE && said->subject >= 0 && said->object >= 0 &&
           e->s->phrases[said->subject].end < said->first &&
           e->s->phrases[said->object].first == said->end &&
           c->first == e->s->phrases[said->object].end + 1;
}

int16_t events_other_subject(const events_sentence *e, int16_t clause)
{
    const syntax_clause *c = &e->s->clauses[clause];
    int16_t parent = c->parent < 0 && c->link == SYNTAX_ROOT ? (int16_t)(clause - 1) : c->parent;
    const syntax_clause *above = parent >= 0 ? &e->s->clauses[parent] : NULL;
    if (c->link == SYNTAX_RELATIVE && !c->passive) {
        bool whose = c->marker >= 0 && e->s->words[c->marker].tag == SYNTAX_WPS;
        return whose ? c->described : c->subject == c->described ? equal_of(e, c->subject) : -1;
    }
    if (!above)
        return -1;
    slice verb = e->s->words[above->verb].lemma;
    if (c->link == SYNTAX_PARTICIPLE && c->passive && !above->passive && above->object >= 0 &&
        above->object == c->subject && (slice_is(verb, "have") || slice_is(verb, "get")) &&
        e->s->phrases[above->object].end == c->first)
        return above->subject;
    return is_inserted(e, above, c) ? above->subject : -1;
}

int16_t events_with_subject(const events_sentence *e, const syntax_clause *clause)
{
    static const char *const links[] = {"together", "along", NULL};
    if (clause->passive || clause->subject < 0)
        return -1;
    for (int16_t q = (int16_t)(clause->subject + 1); (size_t)q < e->s->phrase_count; q++) {
        const syntax_phrase *p = &e->s->phrases[q];
        if (p->first >= clause->first)
            break;
        if (p->preposition >= 0 &&
            reading_is_any(e->r, e->t->first + (uint16_t)p->preposition, links) &&
            reading_is(e->r, e->t->first + (uint16_t)p->preposition + 1, "with"))
            return q;
    }
    return -1;
}

/** "three of [the sailors]", "some of [Denmark's sailors]". */
static bool is_part(const events_sentence *e, const syntax_phrase *p)
{
    static const char *const words[] = {"some", "many",  "most", "several",  "half", "few",
                                        "one",  "third", "part", "majority", NULL};
    if (e->s->words[p->head].tag == SYNTAX_CD)
        return true;
    return slice_is_any(e->s->words[p->head].lemma, words);
}

int16_t events_meant_by(const events_sentence *e, int16_t phrase)
{
    const syntax_phrase *phrases = e->s->phrases;
    int16_t count = (int16_t)e->s->phrase_count;
    for (int16_t q = (int16_t)(phrase + 1); q < count && q <= phrase + 3; q++) {
        bool list = q + 1 < count && phrases[q + 1].conjoined == q && phrases[q].preposition < 0;
        int16_t head = phrases[q].apposed;
        if (list && head >= 0 && (head == phrase || phrases[head].attached == phrase))
            return q;
        if (phrases[q].attached == phrase && phrases[q].preposition >= 0 &&
            is_part(e, &phrases[phrase]) &&
            reading_is(e->r, e->t->first + (uint16_t)phrases[q].preposition, "of"))
            return q;
    }
    return -1;
}
