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
        if (slice_is(s->words[word].lemma, *list))
            return true;
    return false;
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

/** "is scheduled to", "plans to": what hangs on it lies ahead. */
static bool plans(const events_sentence *e, const syntax_clause *c)
{
    static const char *const words[] = {
        "schedule", "expect",  "due",     "set",    "plan",   "intend",  "decide",  "agree",
        "slate",    "prepare", "arrange", "ready",  "be",     "appoint", "promise", "pledge",
        "vow",      "vote",    "about",   "choose", "commit", "likely",  NULL};
    return lemma_in(e->s, c->verb, words);
}

/** "was the first leader to", "is the only state to": it did. */
static bool first_to(const events_sentence *e, const syntax_clause *c)
{
    static const char *const words[] = {"first", "last", "only", "latest", NULL};
    if (!c->copula || c->object < 0)
        return false;
    const syntax_phrase *p = &e->s->phrases[c->object];
    for (uint32_t w = p->first; w < p->end; w++)
        if (word_is(e, (int16_t)w, words))
            return true;
    return false;
}

/** "travelled to", "began to": what hangs on it came to be as it did itself. */
static bool carries(const events_sentence *e, const syntax_clause *c)
{
    static const char *const words[] = {
        "march",   "rally", "assemble", "travel",   "come",    "go",     "fly",
        "arrive",  "begin", "start",    "continue", "resume",  "finish", "complete",
        "manage",  "help",  "use",      "meet",     "visit",   "gather", "return",
        "proceed", "cease", "lead",     "join",     "convene", "attend", "assemble",
        "stop",    "keep",  "end",      "succeed",  NULL};
    return lemma_in(e->s, c->verb, words) || first_to(e, c);
}

/** "is said to have attacked", "appears to have left": told as what has been. */
static bool reports_done(const events_sentence *e, const syntax_clause *above,
                         const syntax_clause *c)
{
    static const char *const said[] = {"say",     "report", "know",    "understand", "find",
                                       "believe", "think",  "confirm", NULL};
    static const char *const seems[] = {"appear", "seem", "turn", NULL};
    return c->perfect && !above->negated &&
           (lemma_in(e->s, above->verb, seems) ||
            (above->passive && lemma_in(e->s, above->verb, said)));
}

/** "did not hesitate to": it did. */
static bool did_not_shrink(const events_sentence *e, const syntax_clause *c)
{
    return c->negated && slice_is(e->s->words[c->verb].lemma, "hesitate");
}

/** "has yet to": it has not. */
static bool has_yet(const events_sentence *e, const syntax_clause *above, const syntax_clause *c)
{
    return slice_is(e->s->words[above->verb].lemma, "have") && c->first > 0 &&
           slice_is(e->s->words[c->first - 1].lemma, "yet");
}

/** "failed to": what hangs on it did not come to be. */
static bool fails(const events_sentence *e, const syntax_clause *c)
{
    static const char *const words[] = {"fail", "neglect", "omit", NULL};
    return lemma_in(e->s, c->verb, words);
}

/** "hoped that", "wants to": says nothing of what came to be. */
static bool wishes(const events_sentence *e, const syntax_clause *c)
{
    static const char *const words[] = {"hope",    "want",      "wish",   "seek",    "try",
                                        "aim",     "ask",       "urge",   "call",    "demand",
                                        "need",    "recommend", "refuse", "decline", "encourage",
                                        "request", "propose",   NULL};
    return lemma_in(e->s, c->verb, words);
}

/** "it is feared that", "considered sending": may be so. */
static bool supposes(const events_sentence *e, const syntax_clause *c)
{
    static const char *const words[] = {"fear",    "consider", "suggest", "suspect", "doubt",
                                        "predict", "imagine",  "mull",    "weigh",   NULL};
    return lemma_in(e->s, c->verb, words);
}

static bool conditional(const events_sentence *e, const syntax_clause *c)
{
    static const char *const markers[] = {"if", "unless", "should", "whether", "provided", NULL};
    return word_is(e, c->marker, markers) ||
           events_inverted_subject(e, (int16_t)(c - e->s->clauses)) >= 0;
}

/** "At no point did they", "under no circumstances will they". */
static bool opens_with_never(const events_sentence *e, const syntax_clause *c)
{
    static const char *const nouns[] = {"point",   "time", "stage", "moment", "circumstance",
                                        "account", "mean", "way",   "case",   NULL};
    static const char *const links[] = {"at", "under", "on", "by", NULL};
    uint16_t first = c->span.first;
    return first + 2u < c->first && word_is(e, (int16_t)first, links) &&
           slice_is(e->s->words[first + 1].lemma, "no") && lemma_in(e->s, first + 2u, nouns);
}

/** "no minister has visited", "sent no troops": the subject or the object denies it. */
static bool denies(const events_sentence *e, const syntax_clause *c)
{
    static const char *const words[] = {"no", "neither", "nobody", "none", NULL};
    static const char *const neither[] = {"neither", NULL};
    return opens_with_never(e, c) ||
           (c->subject >= 0 &&
            word_is(e, (int16_t)(e->s->phrases[c->subject].first - 1), neither)) ||
           (c->object >= 0 && word_is(e, (int16_t)(e->s->phrases[c->object].first - 1), neither)) ||
           (c->subject >= 0 && word_is(e, (int16_t)e->s->phrases[c->subject].first, words)) ||
           (c->object >= 0 && word_is(e, (int16_t)e->s->phrases[c->object].first, words));
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

/** "for holding up trains", "by sending arms": told as done; "interest in", "committed to" are not.
 */
static bool gerund_tells(const events_sentence *e, const syntax_clause *c)
{
    static const char *const words[] = {"for", "by", "after", "besides", NULL};
    int16_t before = (int16_t)(c->first - 1);
    return word_is(e, c->marker, words) || word_is(e, before, words);
}

/** "far from closing", "instead of sending", "avoided closing": it did not. */
static bool gerund_denies(const events_sentence *e, const syntax_clause *c)
{
    static const char *const verbs[] = {"avoid", "refrain", "abstain", NULL};
    static const char *const without[] = {"without", NULL};
    if (word_is(e, c->marker, without))
        return true;
    if (c->link == SYNTAX_GERUND && c->parent >= 0 &&
        lemma_in(e->s, e->s->clauses[c->parent].verb, verbs))
        return !e->s->clauses[c->parent].negated;
    if (c->marker < 1 || c->link != SYNTAX_GERUND)
        return false;
    slice link = e->s->words[c->marker].lemma, before = e->s->words[c->marker - 1].lemma;
    return (slice_is(link, "from") && slice_is(before, "far")) ||
           (slice_is(link, "of") && (slice_is(before, "instead") || slice_is(before, "short")));
}

/** Status of a clause by itself and by what it hangs on. @return why nothing is said of it. */
static reading_reason clause_status(const events_sentence *e, int16_t clause,
                                    chancery_event_status *out)
{
    bool negated = false;
    *out = CHANCERY_OCCURRED;
    for (int depth = 0; clause >= 0 && depth < 8; depth++) {
        const syntax_clause *c = &e->s->clauses[clause];
        chancery_event_status own = own_status(e, clause);
        negated = negated || c->negated || e->denied[clause] || denies(e, c);
        if (own != CHANCERY_OCCURRED && *out == CHANCERY_OCCURRED)
            *out = own;
        if (conditional(e, c))
            *out = CHANCERY_HYPOTHETICAL;
        if (e->planned[clause] && *out == CHANCERY_OCCURRED)
            *out = CHANCERY_FUTURE;
        if (events_headline_subject(e, clause) >= 0) {
            *out = *out == CHANCERY_OCCURRED ? CHANCERY_FUTURE : *out;
            break;
        }
        if (gerund_denies(e, c)) {
            negated = true;
            break;
        }
        if (c->parent < 0 || c->link == SYNTAX_ADVERBIAL || c->link == SYNTAX_RELATIVE)
            break;
        const syntax_clause *above = &e->s->clauses[c->parent];
        if (c->link == SYNTAX_INFINITIVE && !e->planned[clause]) {
            if (reports_done(e, above, c) || did_not_shrink(e, above))
                break;
            if (fails(e, above) || has_yet(e, above, c)) {
                negated = true;
            } else if (plans(e, above)) {
                if (*out == CHANCERY_OCCURRED)
                    *out = CHANCERY_FUTURE;
            } else if (!carries(e, above)) {
                return wishes(e, above) ? READING_WISHED : READING_OPEN;
            }
        }
        bool content = c->link == SYNTAX_CONTENT || c->link == SYNTAX_GERUND;
        if (content && supposes(e, above)) {
            *out = CHANCERY_HYPOTHETICAL;
            break;
        }
        if (c->link == SYNTAX_GERUND && !gerund_tells(e, c) && !carries(e, above) &&
            !e->planned[clause] && !e->denied[clause])
            return READING_OPEN;
        if (c->link == SYNTAX_CONTENT && wishes(e, above))
            return READING_WISHED;
        if (c->link == SYNTAX_CONTENT)
            break;
        clause = c->parent;
    }
    if (negated)
        *out = CHANCERY_NEGATED;
    return READING_TOLD;
}

/** "a possible attack", "fears of an attack", "to avert war": the noun tells of nothing that was.
 */
static bool noun_is_idea(const events_sentence *e, const codebook_match *match)
{
    static const char *const modifiers[] = {"possible",   "potential", "any",      "future",
                                            "planned",    "plan",      "proposed", "imminent",
                                            "threatened", "feared",    "would-be", "hypothetical",
                                            "attempted",  "alleged",   "likely",   NULL};
    static const char *const above[] = {
        "fear",   "threat", "risk",       "danger", "possibility", "prospect",
        "plan",   "idea",   "likelihood", "call",   "offer",       "prevention",
        "chance", "talk",   "threat",     "event",  "case",        NULL};
    static const char *const verbs[] = {"prevent", "avoid",      "avert",  "deter",     "fear",
                                        "oppose",  "prohibit",   "ban",    "discuss",   "threaten",
                                        "warn",    "anticipate", "expect", "forestall", "resist",
                                        "rule",    "foil",       "thwart", "exclude",   NULL};
    const syntax_clause *c = match->clause < 0 ? NULL : &e->s->clauses[match->clause];
    const syntax_phrase *p = &e->s->phrases[match->phrase];
    for (size_t w = p->first; w < p->head; w++)
        if (lemma_in(e->s, w, modifiers))
            return true;
    if (p->attached >= 0 && lemma_in(e->s, e->s->phrases[p->attached].head, above))
        return true;
    return c && c->object == match->phrase && lemma_in(e->s, c->verb, verbs);
}

/** A noun that the clause only wishes for or that has no clause of its own takes the clause's
 *  status where it is its subject or object, and counts as told elsewhere. */
reading_reason events_status(const events_sentence *e, const codebook_match *match,
                             chancery_event_status *out)
{
    *out = CHANCERY_OCCURRED;
    if (match->noun && (noun_is_idea(e, match) || events_noun_dropped(e, match)))
        return READING_IDEA;
    if (match->clause < 0)
        return READING_TOLD;
    const syntax_clause *c = &e->s->clauses[match->clause];
    if (e->silenced[match->clause])
        return READING_ABOVE;
    if (!match->noun)
        return clause_status(e, match->clause, out);
    if (events_noun_planned(e, match)) {
        *out = CHANCERY_FUTURE;
        return READING_TOLD;
    }
    bool timed = events_noun_subject(e, match) >= 0;
    if (!timed && (wishes(e, c) || (plans(e, c) && !slice_is(e->s->words[c->verb].lemma, "be"))))
        return READING_WISHED;
    chancery_event_status status = CHANCERY_OCCURRED;
    reading_reason reason = clause_status(e, match->clause, &status);
    if (reason)
        return reason;
    if (c->subject == match->phrase && status == CHANCERY_NEGATED && !events_noun_denied(e, match))
        return READING_TOLD; /* "the attack hurt nobody": it was one */
    if (timed && status == CHANCERY_NEGATED)
        return READING_TOLD; /* "said nothing during his visit" */
    if (c->object == match->phrase || c->subject == match->phrase || timed)
        *out = status;
    return status != CHANCERY_NEGATED || *out == CHANCERY_NEGATED ? READING_TOLD
                                                                  : READING_DENIED_NOUN;
}

static uint32_t distance(const events_sentence *e, const codebook_match *match, uint32_t token)
{
    uint32_t at = e->t->first + match->word;
    return token > at ? token - at : at - token;
}

/** The innermost clause around a token; -1 where none holds it. */
static int16_t clause_at(const events_sentence *e, uint32_t token)
{
    int16_t best = -1;
    uint32_t width = UINT32_MAX, word = token - e->t->first;
    for (size_t i = 0; i < e->s->clause_count; i++) {
        syntax_range s = e->s->clauses[i].span;
        if (word >= s.first && word < s.end && (uint32_t)(s.end - s.first) < width) {
            best = (int16_t)i;
            width = (uint32_t)(s.end - s.first);
        }
    }
    return best;
}

/** How far above the match's clause the clause of a token is: 0 the same, -1 not above it at all.
 */
static int levels_above(const events_sentence *e, const codebook_match *match, uint32_t token)
{
    int16_t at = clause_at(e, token);
    int level = 0;
    for (int16_t c = match->clause; level < 8; c = e->s->clauses[c].parent, level++) {
        if (c == at)
            return level;
        if (c < 0)
            break;
    }
    return -1;
}

static bool in_phrase(const events_sentence *e, int16_t phrase, uint32_t token)
{
    if (phrase < 0)
        return false;
    const syntax_phrase *p = &e->s->phrases[phrase];
    return token >= e->t->first + p->first && token < e->t->first + p->end;
}

/** Whether a token stands in a clause or in one that hangs on it. */
static bool below(const events_sentence *e, int16_t clause, uint32_t token)
{
    int16_t at = clause_at(e, token);
    for (int depth = 0; at >= 0 && depth < 8; depth++) {
        if (at == clause)
            return true;
        at = e->s->clauses[at].parent;
    }
    return false;
}

/** The date of the match's own phrase, else of its clause, else of the nearest clause above it:
 * what stands in a clause below or beside belongs to what is told there. */
const reading_date *events_date(const events_sentence *e, const codebook_match *match)
{
    const reading_date *best = NULL;
    int best_level = 0;
    bool promise = match->content >= 0 && slice_is(match->frame->event, "AGREE");
    for (size_t i = e->date_first; i < e->date_end; i++) {
        const reading_date *d = &e->r->dates.items[i];
        if (d->type != CHANCERY_DATE || d->value.len < 4)
            continue;
        int level = in_phrase(e, match->phrase, d->token) && match->noun ? 0
                    : promise && below(e, match->content, d->token)
                        ? 1
                        : levels_above(e, match, d->token) + 1;
        if (level == 0 && !match->noun)
            continue;
        if (!best || level < best_level ||
            (level == best_level &&
             distance(e, match, d->token) < distance(e, match, best->token))) {
            best = d;
            best_level = level;
        }
    }
    return best;
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
            levels_above(e, match, token) < 0)
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
    if (!text_iso_date(r->anchor, &year, &month, &day) || !text_iso_date(date, &then, &month, &day))
        return false;
    return year - then >= 5;
}
