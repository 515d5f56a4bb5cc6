/* Whether it happened, will, may, didn't; when and where.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * Status is read from the verb group and from the clauses above: what is said in a content clause
 * counts as told, what stands below a promise is a plan, below a denial is negated; an infinitive
 * of which nothing above says whether it came to be says nothing. */
#include "reading/events.h"

static bool lemma_in(const syntax_sentence *s, size_t word, const char *const *list)
{
    for (; *list; list++)
        if (slice_equal(s->words[word].lemma, slice_of(*list)))
            return true;
    return false;
}

/** "is scheduled to", "plans to": what hangs on it lies ahead. */
static bool plans(const events_sentence *e, const syntax_clause *c)
{
    static const char *const words[] = {"schedule", "expect", "due",    "set",     "plan",
                                        "intend",   "decide", "agree",  "slate",   "prepare",
                                        "arrange",  "ready",  "be",     "appoint", "promise",
                                        "pledge",   "vow",    "commit", "likely",  NULL};
    return lemma_in(e->s, c->verb, words);
}

/** "travelled to", "began to": what hangs on it came to be as it did itself. */
static bool carries(const events_sentence *e, const syntax_clause *c)
{
    static const char *const words[] = {
        "travel", "come", "go",   "fly",   "arrive", "begin",  "start",   "continue", "manage",
        "help",   "use",  "meet", "visit", "gather", "return", "proceed", "cease",    NULL};
    return lemma_in(e->s, c->verb, words);
}

/** "hoped that", "wants to": says nothing of what came to be. */
static bool wishes(const events_sentence *e, const syntax_clause *c)
{
    static const char *const words[] = {
        "hope",    "want",      "wish",   "seek",    "try",       "consider", "fear",
        "aim",     "ask",       "urge",   "call",    "demand",    "need",     "suggest",
        "propose", "recommend", "refuse", "decline", "encourage", "request",  NULL};
    return lemma_in(e->s, c->verb, words);
}

static bool word_is(const events_sentence *e, int16_t word, const char *const *list)
{
    if (word < 0)
        return false;
    for (; *list; list++)
        if (reading_is(e->r, e->t->first + (uint16_t)word, *list))
            return true;
    return false;
}

static bool conditional(const events_sentence *e, const syntax_clause *c)
{
    static const char *const markers[] = {"if", "unless", "should", "whether", "provided", NULL};
    return word_is(e, c->marker, markers);
}

/** Whether an if-clause hangs on this one. */
static bool has_condition(const events_sentence *e, int16_t clause)
{
    for (size_t i = 0; i < e->s->clause_count; i++)
        if (e->s->clauses[i].parent == clause && conditional(e, &e->s->clauses[i]))
            return true;
    return false;
}

/** Status by the verb group alone. */
static chancery_event_status own_status(const events_sentence *e, int16_t clause)
{
    static const char *const may[] = {"may",    "might", "could", "can",
                                      "should", "must",  "ought", NULL};
    static const char *const will[] = {"will", "shall", "'ll", "’ll", "going", NULL};
    static const char *const would[] = {"would", "'d", "’d", NULL};
    const syntax_clause *c = &e->s->clauses[clause];
    if (word_is(e, c->modal, may))
        return CHANCERY_HYPOTHETICAL;
    if (word_is(e, c->modal, will))
        return CHANCERY_FUTURE;
    if (word_is(e, c->modal, would)) {
        bool told = c->link == SYNTAX_CONTENT && c->parent >= 0 &&
                    e->s->clauses[c->parent].tense == SYNTAX_PAST;
        return told && !has_condition(e, clause) ? CHANCERY_FUTURE : CHANCERY_HYPOTHETICAL;
    }
    return CHANCERY_OCCURRED;
}

/** Status of a clause by itself and by what it hangs on. @return false where nothing is said of it.
 */
static bool clause_status(const events_sentence *e, int16_t clause, chancery_event_status *out)
{
    bool negated = false;
    *out = CHANCERY_OCCURRED;
    for (int depth = 0; clause >= 0 && depth < 8; depth++) {
        const syntax_clause *c = &e->s->clauses[clause];
        chancery_event_status own = own_status(e, clause);
        negated = negated || c->negated || e->denied[clause];
        if (own != CHANCERY_OCCURRED && *out == CHANCERY_OCCURRED)
            *out = own;
        if (conditional(e, c))
            *out = CHANCERY_HYPOTHETICAL;
        if (e->planned[clause] && *out == CHANCERY_OCCURRED)
            *out = CHANCERY_FUTURE;
        if (c->parent < 0 || c->link == SYNTAX_ADVERBIAL || c->link == SYNTAX_RELATIVE)
            break;
        const syntax_clause *above = &e->s->clauses[c->parent];
        if (c->link == SYNTAX_INFINITIVE && !e->planned[clause]) {
            if (plans(e, above)) {
                if (*out == CHANCERY_OCCURRED)
                    *out = CHANCERY_FUTURE;
            } else if (!carries(e, above)) {
                return false;
            }
        }
        if ((c->link == SYNTAX_CONTENT || c->link == SYNTAX_GERUND) && wishes(e, above))
            return false;
        if (c->link == SYNTAX_CONTENT)
            break;
        clause = c->parent;
    }
    if (negated)
        *out = CHANCERY_NEGATED;
    return true;
}

/** A noun that the clause only wishes for or that has no clause of its own takes the clause's
 *  status where it is its subject or object, and counts as told elsewhere. */
bool events_status(const events_sentence *e, const codebook_match *match,
                   chancery_event_status *out)
{
    *out = CHANCERY_OCCURRED;
    if (match->clause < 0)
        return true;
    const syntax_clause *c = &e->s->clauses[match->clause];
    if (e->silenced[match->clause])
        return false;
    if (!match->noun)
        return clause_status(e, match->clause, out);
    if (wishes(e, c) || plans(e, c))
        return false;
    chancery_event_status status = CHANCERY_OCCURRED;
    if (!clause_status(e, match->clause, &status))
        return false;
    if (c->object == match->phrase || c->subject == match->phrase)
        *out = status;
    return status != CHANCERY_NEGATED || *out == CHANCERY_NEGATED;
}

static bool in_range(const events_sentence *e, uint32_t token, uint32_t count, syntax_range range)
{
    uint32_t first = e->t->first + range.first, end = e->t->first + range.end;
    return token >= first && token + count <= end;
}

static uint32_t distance(const events_sentence *e, const codebook_match *match, uint32_t token)
{
    uint32_t at = e->t->first + match->word;
    return token > at ? token - at : at - token;
}

/** Whether an expression of time in the clause belongs to a clause of its own below it. */
static bool belongs_below(const events_sentence *e, const codebook_match *match, uint32_t token)
{
    for (size_t i = 0; match->clause >= 0 && i < e->s->clause_count; i++) {
        const syntax_clause *c = &e->s->clauses[i];
        const syntax_clause *own = &e->s->clauses[match->clause];
        if ((int16_t)i == match->clause || c->span.first < own->span.first ||
            c->span.end > own->span.end || c->verb <= own->verb)
            continue;
        if (token > e->t->first + c->verb && token < e->t->first + c->span.end)
            return true;
    }
    return false;
}

const reading_date *events_date(const events_sentence *e, const codebook_match *match)
{
    const reading_date *inside = NULL, *beside = NULL;
    for (size_t i = 0; i < e->r->dates.count; i++) {
        const reading_date *d = &e->r->dates.items[i];
        if (d->sentence != e->sentence || d->type != CHANCERY_DATE || d->value.len < 4)
            continue;
        bool own = match->clause >= 0 &&
                   in_range(e, d->token, d->count, e->s->clauses[match->clause].span) &&
                   !belongs_below(e, match, d->token);
        if (own && (!inside || distance(e, match, d->token) < distance(e, match, inside->token)))
            inside = d;
        if (!beside || distance(e, match, d->token) < distance(e, match, beside->token))
            beside = d;
    }
    return inside ? inside : beside;
}

static bool is_place_hit(const events_sentence *e, const reading_hit *h)
{
    kb_entry entry = kb_entry_at(e->r->engine->kb, h->entry);
    return entry.kind == KB_PLACE || h->kind == KB_CAPITAL;
}

static bool after_locative(const events_sentence *e, uint32_t token)
{
    static const char *const words[] = {"in", "at", "near", "outside", "off", "to", "into", NULL};
    return token > e->t->first && word_is(e, (int16_t)(token - 1 - e->t->first), words);
}

int32_t events_place(const events_sentence *e, const codebook_match *match)
{
    int32_t best = -1;
    syntax_range range = match->clause >= 0 ? e->s->clauses[match->clause].span
                                            : (syntax_range){0, (uint16_t)e->s->word_count};
    for (uint32_t w = range.first; w < range.end; w++) {
        uint32_t token = e->t->first + w;
        int32_t hit = e->r->hit_at[token];
        if (hit < 0 || !is_place_hit(e, &e->r->hits.items[hit]) || !after_locative(e, token) ||
            belongs_below(e, match, token))
            continue;
        if (best < 0 ||
            distance(e, match, token) < distance(e, match, e->r->hits.items[best].token))
            best = hit;
    }
    return best;
}

bool events_is_historical(const reading_state *r, slice date)
{
    int year = 0, month = 0, day = 0, then = 0;
    if (!text_iso_date(r->report->document.published, &year, &month, &day) ||
        !text_iso_date(date, &then, &month, &day))
        return false;
    return year - then >= 5;
}
