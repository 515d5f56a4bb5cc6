/* Whether it happened, will, may, didn't.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * Status is read from the verb group and from the clauses above: what is said in a content clause
 * counts as told, what stands below a promise is a plan, below a denial is negated; an infinitive
 * of which nothing above says whether it came to be says nothing. The word that decided is kept:
 * it is the first one met on the way up that changed what was thought till then. */
#include "reading/events.h"

/** Whether a lemma is this word; the guess of a lemma may lack its "e" or keep a doubled letter
 * ("rul", "cancell"). */
static bool same_lemma(slice lemma, const char *word)
{
    slice w = slice_of(word);
    if (slice_equal(lemma, w))
        return true;
    if (lemma.len + 1 == w.len)
        return w.ptr[w.len - 1] == 'e' && memcmp(lemma.ptr, w.ptr, lemma.len) == 0;
    return lemma.len == w.len + 1 && lemma.ptr[w.len] == w.ptr[w.len - 1] &&
           memcmp(lemma.ptr, w.ptr, w.len) == 0;
}

bool events_lemma_in(const syntax_sentence *s, size_t word, const char *const *list)
{
    for (; *list; list++)
        if (same_lemma(s->words[word].lemma, *list))
            return true;
    return false;
}

static bool word_is(const events_sentence *e, int32_t word, const char *const *list)
{
    return word >= 0 && reading_is_any(e->r, e->t->first + (uint32_t)word, list);
}

/** "is scheduled to", "plans to": what hangs on it lies ahead. */
static bool plans(const events_sentence *e, const syntax_clause *c)
{
    static const char *const words[] = {
        "schedule", "expect",  "due",     "set",    "plan",   "intend",  "decide",  "agree",
        "slate",    "prepare", "arrange", "ready",  "be",     "appoint", "promise", "pledge",
        "vow",      "vote",    "about",   "choose", "commit", NULL};
    return events_lemma_in(e->s, c->verb, words);
}

/** "is likely to", "was supposed to": may be so. */
static bool leaves_open(const events_sentence *e, const syntax_clause *c)
{
    static const char *const words[] = {"likely", "unlikely", "suppose", "able", "free", NULL};
    return events_lemma_in(e->s, c->verb, words);
}

/** "was the first leader to", "is the only state to": it did. */
static bool first_to(const events_sentence *e, const syntax_clause *c)
{
    static const char *const words[] = {"first", "last", "only", "latest", NULL};
    if (!c->copula || c->object < 0)
        return false;
    const syntax_phrase *p = &e->s->phrases[c->object];
    for (uint32_t w = p->first; w < p->end; w++)
        if (word_is(e, (int32_t)w, words))
            return true;
    return false;
}

/** "travelled to", "began to", "is said to have": what hangs on it came to be as it did itself. */
static bool carries(const events_sentence *e, const syntax_clause *c)
{
    static const char *const words[] = {
        "march",  "rally",  "assemble", "travel", "come",     "go",      "fly",     "arrive",
        "begin",  "start",  "continue", "manage", "help",     "use",     "meet",    "visit",
        "gather", "return", "proceed",  "cease",  "lead",     "join",    "convene", "attend",
        "stop",   "sail",   "rush",     "land",   "scramble", "race",    "hurry",   "cross",
        "resume", "finish", "complete", "keep",   "end",      "succeed", NULL};
    static const char *const told[] = {"say", "believe", "report", "know",   "think", "understand",
                                       "see", "force",   "compel", "oblige", NULL};
    return events_lemma_in(e->s, c->verb, words) || first_to(e, c) ||
           (c->passive && events_lemma_in(e->s, c->verb, told));
}

/** "is said to have attacked", "appears to have left": told as what has been. */
static bool reports_done(const events_sentence *e, const syntax_clause *above,
                         const syntax_clause *c)
{
    static const char *const said[] = {"say",     "report", "know",    "understand", "find",
                                       "believe", "think",  "confirm", NULL};
    static const char *const seems[] = {"appear", "seem", "turn", NULL};
    return c->perfect && !above->negated &&
           (events_lemma_in(e->s, above->verb, seems) ||
            (above->passive && events_lemma_in(e->s, above->verb, said)));
}

/** "did not hesitate to": it did. */
static bool did_not_shrink(const events_sentence *e, const syntax_clause *c)
{
    return c->negated && slice_is(e->s->words[c->verb].lemma, "hesitate");
}

/** "hoped that", "wants to": says nothing of what came to be. */
static bool wishes(const events_sentence *e, const syntax_clause *c)
{
    static const char *const words[] = {"hope",    "want",      "wish",   "seek",    "try",
                                        "aim",     "ask",       "urge",   "call",    "demand",
                                        "need",    "recommend", "refuse", "decline", "encourage",
                                        "request", "propose",   NULL};
    return events_lemma_in(e->s, c->verb, words);
}

/** "it is feared that", "considered sending", "it is possible that": may be so. */
static bool supposes(const events_sentence *e, const syntax_clause *c)
{
    static const char *const words[] = {
        "fear",  "consider", "suggest", "suspect",  "doubt",    "predict",     "imagine", "mull",
        "weigh", "possible", "likely",  "unlikely", "doubtful", "conceivable", NULL};
    return events_lemma_in(e->s, c->verb, words);
}

/** "is false that", "is not true that", "reports that … are baseless". */
static bool belies(const events_sentence *e, const syntax_clause *c)
{
    static const char *const lies[] = {"false", "untrue", "baseless", "unfounded", "wrong", NULL};
    static const char *const truths[] = {"true", "correct", "right", NULL};
    return events_lemma_in(e->s, c->verb, c->negated ? truths : lies);
}

/** Word of the list in [first, end), or -1. */
static int32_t find_word(const events_sentence *e, uint32_t first, uint32_t end,
                         const char *const *list)
{
    for (uint32_t w = first; w < end; w++)
        if (word_is(e, (int32_t)w, list))
            return (int32_t)w;
    return -1;
}

static bool conditional(const events_sentence *e, const syntax_clause *c)
{
    static const char *const markers[] = {"if", "unless", "should", "whether", "provided", NULL};
    return word_is(e, c->marker, markers) ||
           events_inverted_subject(e, (int16_t)(c - e->s->clauses)) >= 0;
}

/** The "no" of a phrase, or the "neither" before it; -1 where there is none. */
static int32_t phrase_denial(const events_sentence *e, int16_t phrase)
{
    static const char *const words[] = {"no", "neither", "nobody", "none", NULL};
    static const char *const before[] = {"neither", NULL};
    static const char *const fewer[] = {"fewer", "less", NULL}; /* "no fewer than 53" */
    if (phrase < 0)
        return -1;
    int32_t first = e->s->phrases[phrase].first;
    if (word_is(e, first, words))
        return word_is(e, first + 1, fewer) ? -1 : first;
    return word_is(e, first - 1, before) ? first - 1 : -1;
}

/** The word of a verb group that denies it ("not", "hardly", "nearly"), or -1. */
static int32_t group_denial(const events_sentence *e, const syntax_clause *c)
{
    static const char *const not [] = {"not", "n't", "n’t", "never", "no", "nor", "neither", NULL};
    static const char *const less[] = {"hardly", "scarcely", "nearly", "almost", NULL};
    int32_t word = find_word(e, c->first, c->verb, less);
    if (word < 0 && c->negated) {
        word = find_word(e, c->first, c->end, not );
        return word < 0 ? c->first : word;
    }
    return word;
}

/** The word by which a clause says that it isn't so: verb group, subject, object, "without", or -1.
 */
static int32_t denies(const events_sentence *e, const syntax_clause *c)
{
    static const char *const without[] = {"without", NULL};
    static const char *const at[] = {"at", "in", "under", "on", NULL};
    int32_t word = group_denial(e, c);
    if (word < 0)
        word = phrase_denial(e, c->subject);
    if (word < 0)
        word = phrase_denial(e, c->object);
    if (word < 0 && c->link != SYNTAX_ROOT && word_is(e, c->marker, without))
        word = c->marker;
    uint16_t first = c->span.first; /* "at no point did it" */
    if (word < 0 && first + 1u < c->first && word_is(e, first, at) &&
        slice_is(e->s->words[first + 1].lemma, "no"))
        word = first + 1;
    return word;
}

/** "failed to", "has yet to", "stopped short of", "has no plans to", "ruled out": the word by which
 * what hangs on a clause did not come to be, or -1. */
static int32_t undoes(const events_sentence *e, const syntax_clause *above, const syntax_clause *c)
{
    static const char *const verbs[] = {"fail", "neglect", "omit", "refrain", "rule", NULL};
    static const char *const nouns[] = {"plan", "intention", "intent", "desire", "wish", NULL};
    static const char *const yet[] = {"yet", NULL}, *const brief[] = {"short", NULL};
    const slice verb = e->s->words[above->verb].lemma;
    if (events_lemma_in(e->s, above->verb, verbs) && !above->passive)
        return above->verb;
    if (slice_is(verb, "have") && c->link == SYNTAX_INFINITIVE) {
        int32_t word = find_word(e, above->first, c->first, yet);
        if (word >= 0)
            return word;
    }
    if (slice_is(verb, "stop"))
        return find_word(e, above->verb, c->first, brief);
    return above->object >= 0 && events_lemma_in(e->s, e->s->phrases[above->object].head, nouns)
               ? phrase_denial(e, above->object)
               : -1;
}

/** Whether an if-clause hangs on this one. */
static bool has_condition(const events_sentence *e, int16_t clause)
{
    for (size_t i = 0; i < e->s->clause_count; i++)
        if (e->s->clauses[i].parent == clause && conditional(e, &e->s->clauses[i]))
            return true;
    return false;
}

/** "is due to visit" as one verb group. */
static int32_t due_to(const events_sentence *e, const syntax_clause *c)
{
    static const char *const words[] = {"due", "about", "set", NULL}, *const to[] = {"to", NULL};
    int32_t word = find_word(e, c->first, c->verb, words);
    return word >= 0 && word_is(e, word + 1, to) ? word : -1;
}

/** Status by the verb group alone. */
static events_verdict own_status(const events_sentence *e, int16_t clause)
{
    static const char *const may[] = {"may",    "might", "could", "can",
                                      "should", "must",  "ought", NULL};
    static const char *const will[] = {"will", "shall", "'ll", "’ll", "going", NULL};
    static const char *const would[] = {"would", "'d", "’d", NULL};
    static const char *const perhaps[] = {"perhaps", "maybe", "possibly", "probably", NULL};
    const syntax_clause *c = &e->s->clauses[clause];
    if (word_is(e, c->modal, may))
        return (events_verdict){CHANCERY_HYPOTHETICAL, c->modal};
    if (word_is(e, c->modal, will) || (c->modal >= 0 && e->s->words[c->modal].tag == SYNTAX_TO))
        return (events_verdict){CHANCERY_FUTURE, c->modal};
    if (word_is(e, c->modal, would)) {
        bool told = c->link == SYNTAX_CONTENT && c->parent >= 0 &&
                    e->s->clauses[c->parent].tense == SYNTAX_PAST;
        return (events_verdict){
            told && !has_condition(e, clause) ? CHANCERY_FUTURE : CHANCERY_HYPOTHETICAL, c->modal};
    }
    int32_t word = due_to(e, c);
    if (word >= 0)
        return (events_verdict){CHANCERY_FUTURE, word};
    uint32_t first = c->span.first < c->first ? c->span.first : c->first;
    word = find_word(e, c->link == SYNTAX_ROOT ? first : c->first, c->end, perhaps);
    return word >= 0 ? (events_verdict){CHANCERY_HYPOTHETICAL, word}
                     : (events_verdict){CHANCERY_OCCURRED, -1};
}

/** "for holding up trains", "by sending arms": told as done; "interest in", "committed to" are not.
 */
static bool gerund_tells(const events_sentence *e, const syntax_clause *c)
{
    static const char *const words[] = {"for", "by", "after", "besides", "without", NULL};
    return word_is(e, c->marker, words) || word_is(e, c->first - 1, words);
}

/** A status found on the way up counts where nothing below said otherwise. */
static void decide(events_verdict *v, chancery_event_status status, int32_t word)
{
    if (v->status == CHANCERY_OCCURRED && status != CHANCERY_OCCURRED)
        *v = (events_verdict){status, word};
}

/** "far from closing", "instead of sending", "avoided closing": it did not. */
static bool gerund_denies(const events_sentence *e, const syntax_clause *c)
{
    static const char *const verbs[] = {"avoid", "refrain", "abstain", NULL};
    if (word_is(e, c->marker, (const char *const[]){"without", NULL}))
        return true;
    if (c->link == SYNTAX_GERUND && c->parent >= 0 &&
        events_lemma_in(e->s, e->s->clauses[c->parent].verb, verbs))
        return !e->s->clauses[c->parent].negated;
    if (c->marker < 1 || c->link != SYNTAX_GERUND)
        return false;
    slice link = e->s->words[c->marker].lemma, before = e->s->words[c->marker - 1].lemma;
    return (slice_is(link, "from") && slice_is(before, "far")) ||
           (slice_is(link, "of") && (slice_is(before, "instead") || slice_is(before, "short")));
}

/** What an infinitive or gerund takes from the clause that it hangs on. @return why nothing is said
 * of it. */
static reading_reason from_above(const events_sentence *e, const syntax_clause *c,
                                 const syntax_clause *above, events_verdict *v)
{
    if (reports_done(e, above, c) || did_not_shrink(e, above))
        return READING_TOLD;
    if (c->link == SYNTAX_INFINITIVE && plans(e, above))
        decide(v, CHANCERY_FUTURE, above->verb);
    else if (leaves_open(e, above))
        decide(v, CHANCERY_HYPOTHETICAL, above->verb);
    else if (!carries(e, above) && (c->link == SYNTAX_INFINITIVE || !gerund_tells(e, c)))
        return wishes(e, above) ? READING_WISHED : READING_OPEN;
    return READING_TOLD;
}

/** A question that can be answered by no: its first word is an auxiliary. */
static bool asks(const events_sentence *e)
{
    size_t last = e->s->word_count;
    uint8_t tag = e->s->words[0].tag;
    return last && reading_is(e->r, e->t->first + e->t->count - 1, "?") &&
           (tag == SYNTAX_MD || tag == SYNTAX_VBZ || tag == SYNTAX_VBD || tag == SYNTAX_VBP);
}

/** Where the walk up a clause's parents stands. */
typedef struct status_walk {
    events_verdict verdict;
    int32_t denial; /* word that denies it, or -1 */
    bool denied;
    reading_reason silent; /* why nothing says whether it came to be */
} status_walk;

/** What the clause above says of this one. @return whether the walk goes on there. */
static bool climb(const events_sentence *e, int16_t clause, status_walk *w)
{
    const syntax_clause *c = &e->s->clauses[clause];
    const syntax_clause *above = &e->s->clauses[c->parent];
    bool open = c->link == SYNTAX_INFINITIVE || c->link == SYNTAX_GERUND;
    bool told = e->planned[clause] || (c->link == SYNTAX_GERUND && e->denied[clause]);
    bool content = c->link == SYNTAX_CONTENT || c->link == SYNTAX_GERUND;
    if (open && did_not_shrink(e, above))
        return false;
    if (gerund_denies(e, c)) {
        w->denied = true;
        w->denial = w->denial < 0 ? (c->marker >= 0 ? c->marker : above->verb) : w->denial;
        return false;
    }
    int32_t undone = open || c->link == SYNTAX_ADVERBIAL ? undoes(e, above, c) : -1;
    if (undone >= 0) {
        if (above->negated)
            decide(&w->verdict, CHANCERY_HYPOTHETICAL, undone);
        else
            w->denied = true;
        w->denial = w->denial < 0 ? undone : w->denial;
        return false;
    }
    if (content && belies(e, above)) {
        w->denied = true;
        w->denial = w->denial < 0 ? above->verb : w->denial;
        return false;
    }
    if (content && supposes(e, above)) {
        w->verdict = (events_verdict){CHANCERY_HYPOTHETICAL, above->verb};
        return false;
    }
    if (open && !told)
        w->silent = from_above(e, c, above, &w->verdict);
    bool bare = c->tense == SYNTAX_BARE && e->s->words[c->first].tag == SYNTAX_VB && c->modal < 0;
    if (c->link == SYNTAX_CONTENT && (bare || wishes(e, above))) /* "vital that A withdraw" */
        w->silent = READING_WISHED;
    return c->link != SYNTAX_CONTENT && c->link != SYNTAX_ADVERBIAL && c->link != SYNTAX_RELATIVE;
}

/** Status of a clause by itself and by what it hangs on. @return why nothing is said of it. */
static reading_reason clause_status(const events_sentence *e, int16_t clause, events_verdict *out)
{
    status_walk w = {{CHANCERY_OCCURRED, -1}, -1, false, READING_TOLD};
    for (int depth = 0; clause >= 0 && depth < 8 && !w.silent; depth++) {
        const syntax_clause *c = &e->s->clauses[clause];
        events_verdict own = own_status(e, clause);
        int32_t denial = denies(e, c);
        w.denied = w.denied || denial >= 0 || e->denied[clause];
        w.denial = w.denial < 0 ? denial : w.denial;
        decide(&w.verdict, own.status, own.word);
        if (conditional(e, c))
            w.verdict = (events_verdict){CHANCERY_HYPOTHETICAL, c->marker};
        if (e->planned[clause])
            decide(&w.verdict, CHANCERY_FUTURE, -1);
        if (c->parent < 0 && asks(e))
            w.verdict = (events_verdict){CHANCERY_HYPOTHETICAL, (int32_t)e->t->count - 1};
        if (events_headline_subject(e, clause) >= 0) {
            decide(&w.verdict, CHANCERY_FUTURE, -1);
            break;
        }
        if (c->parent < 0 || !climb(e, clause, &w))
            break;
        clause = c->parent;
    }
    *out = w.denied ? (events_verdict){CHANCERY_NEGATED, w.denial} : w.verdict;
    return w.silent;
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
        if (events_lemma_in(e->s, w, modifiers))
            return true;
    if (p->attached >= 0 && events_lemma_in(e->s, e->s->phrases[p->attached].head, above))
        return true;
    return c && c->object == match->phrase && events_lemma_in(e->s, c->verb, verbs);
}

/** "during the Cold War", "in the Second World War": the word "war", or -1. */
static int32_t past_era(const events_sentence *e, const codebook_match *match)
{
    static const char *const when[] = {"in", "during", "throughout", NULL};
    static const char *const eras[] = {"world", "cold", NULL}, *const war[] = {"war", NULL};
    enum { ERA_REACH = 4 }; /* "in the Second World", "at the height of the Cold" */
    if (match->clause < 0)
        return -1;
    syntax_range range = e->s->clauses[match->clause].span;
    for (int32_t w = range.first + 1; w + 1 < range.end; w++) {
        int32_t from = w - ERA_REACH > 0 ? w - ERA_REACH : 0;
        if (word_is(e, w, eras) && word_is(e, w + 1, war) &&
            find_word(e, (uint32_t)from, (uint32_t)w, when) >= 0)
            return w + 1;
    }
    return -1;
}

/** "the tenth anniversary of the attack": the word, or -1. */
static int32_t anniversary_of(const events_sentence *e, const codebook_match *match)
{
    static const char *const words[] = {"anniversary", "centenary", "commemoration", NULL};
    int16_t above = match->noun ? e->s->phrases[match->phrase].attached : (int16_t)-1;
    return above >= 0 && events_lemma_in(e->s, e->s->phrases[above].head, words)
               ? e->s->phrases[above].head
               : -1;
}

/** A noun has the status of its clause where it is subject or object, and counts as told elsewhere.
 *  @return why nothing is said of it: the clause only wishes for it, puts it off … */
static reading_reason noun_status(const events_sentence *e, const codebook_match *match,
                                  events_verdict *out)
{
    static const char *const dropped[] = {"cancel", "scrap", "abort", NULL};
    static const char *const put_off[] = {"postpone", "delay", "reschedule", NULL};
    const syntax_clause *c = &e->s->clauses[match->clause];
    if (events_noun_planned(e, match)) {
        *out = (events_verdict){CHANCERY_FUTURE, c->verb};
        return READING_TOLD;
    }
    bool timed = events_noun_subject(e, match) >= 0;
    if (!timed && (wishes(e, c) || (plans(e, c) && !slice_is(e->s->words[c->verb].lemma, "be"))))
        return READING_WISHED;
    events_verdict status = {CHANCERY_OCCURRED, -1};
    reading_reason reason = clause_status(e, match->clause, &status);
    if (reason)
        return reason;
    bool subject = c->subject == match->phrase;
    if (subject && c->passive && events_lemma_in(e->s, c->verb, put_off))
        return READING_WISHED;
    if (subject && c->passive && status.status == CHANCERY_OCCURRED &&
        events_lemma_in(e->s, c->verb, dropped)) {
        *out = (events_verdict){CHANCERY_NEGATED, c->verb};
        return READING_TOLD;
    }
    if (timed && status.status == CHANCERY_NEGATED)
        return READING_TOLD; /* "said nothing during his visit" */
    if (subject && status.status == CHANCERY_NEGATED && !events_noun_denied(e, match))
        return READING_TOLD; /* "the attack hurt nobody": it was one */
    if (c->object == match->phrase || subject || timed)
        *out = status;
    return status.status != CHANCERY_NEGATED || out->status == CHANCERY_NEGATED
               ? READING_TOLD
               : READING_DENIED_NOUN;
}

reading_reason events_status(const events_sentence *e, const codebook_match *match,
                             events_verdict *out)
{
    *out = (events_verdict){CHANCERY_OCCURRED, -1};
    if (match->noun && (noun_is_idea(e, match) || events_noun_dropped(e, match)))
        return READING_IDEA;
    if (match->clause >= 0) {
        if (e->silenced[match->clause])
            return READING_ABOVE;
        reading_reason reason =
            match->noun ? noun_status(e, match, out) : clause_status(e, match->clause, out);
        if (reason)
            return reason;
    }
    int32_t past = anniversary_of(e, match);
    if (past < 0)
        past = past_era(e, match);
    if (past >= 0)
        decide(out, CHANCERY_HISTORICAL, past);
    return READING_TOLD;
}
