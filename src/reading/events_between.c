/* A pair's second tier: a predicate on the way between two given actors.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * Frames want each role in its place; of a pair it is known who the two are, and the question is
 * only what stands between them: "approved a plan to send arms to TARGET". So the places are
 * looser here. The source stands above the predicate: before its verb, before the verb of a clause
 * above, or on the event noun. The target stands below: behind it, in a clause that hangs on it, or
 * as the subject of a passive. What is farther from the source, or on a noun, or said of others,
 * counts less. A frame whose own roles say the opposite is left alone, and where the codebook has
 * no predicate between the two, nothing is told. Reports are not read so: there precision counts.
 */
#include "reading/events.h"

/* How well a role is filled: by the frame's own place, in the predicate's clause, above or below
 * it, somewhere near. */
#define FIT_EXACT   1.0
#define FIT_CLAUSE  0.9
#define FIT_CHAIN   0.8
#define FIT_NEAR    0.5
#define FIT_LOOSE   0.7  /* of the whole tier */
#define FIT_CLEARLY 1.01 /* more than rounding */
#define FIT_PARTS   0.7  /* where parts of the predicate are missing */

enum { MAX_DEPTH = 8 };

typedef struct between {
    const events_sentence *e;
    slice codes[READING_SIDES];
} between;

static bool means(const between *b, size_t phrase, int side)
{
    const reading_referents *ref = &b->e->referents[phrase];
    for (uint32_t i = 0; i < ref->count; i++)
        if (slice_equal(ref->items[i].code, b->codes[side]))
            return true;
    return false;
}

/** Whether a phrase with its head among these words means the actor. */
static bool holds(const between *b, int side, size_t first, size_t end)
{
    const syntax_sentence *s = b->e->s;
    for (size_t i = 0; i < s->phrase_count; i++)
        if (s->phrases[i].head >= first && s->phrases[i].head < end && means(b, i, side))
            return true;
    return false;
}

/** "spoke after [TARGET]", "since the attack on [TARGET]": what stands so far aside is nobody's
 * target, seen from the word before `first`. */
static bool stands_aside(const between *b, size_t phrase, size_t first)
{
    static const char *const aside[] = {"after", "before", "since",   "until", "during",  "beside",
                                        "near",  "than",   "without", "like",  "despite", NULL};
    const events_sentence *e = b->e;
    for (int16_t q = (int16_t)phrase; q >= 0; q = e->s->phrases[q].attached) {
        int16_t preposition = e->s->phrases[q].preposition;
        if (e->s->phrases[q].head < first)
            break;
        if (preposition >= (int16_t)first &&
            reading_is_any(e->r, e->t->first + (uint16_t)preposition, aside))
            return true;
    }
    return false;
}

/** Whether the target stands among these words, and not aside. */
static bool holds_target(const between *b, size_t first, size_t end)
{
    const syntax_sentence *s = b->e->s;
    for (size_t i = 0; i < s->phrase_count; i++)
        if (s->phrases[i].head >= first && s->phrases[i].head < end &&
            means(b, i, READING_TARGET) && !stands_aside(b, i, first))
            return true;
    return false;
}

static bool side_has(const between *b, const events_side *found, int side)
{
    for (uint32_t i = 0; i < found->count; i++)
        if (slice_equal(found->who[i].code, b->codes[side]))
            return true;
    return false;
}

/** "A said that others did": a clause of content with a subject of its own is not A's doing, unless
 * that may mean what he speaks for ("A said that it did"); who is described by what he does does it
 * himself ("the visiting premier"). */
static double passes_up(const between *b, const syntax_clause *c)
{
    const syntax_sentence *s = b->e->s;
    if (c->described >= 0 && !c->passive && c->subject == c->described)
        return means(b, (size_t)c->described, READING_TARGET) ? 0.0 : FIT_NEAR;
    if (c->link != SYNTAX_CONTENT || c->subject < 0 ||
        s->phrases[c->subject].first < s->clauses[c->parent].verb)
        return 1.0;
    uint8_t tag = s->words[s->phrases[c->subject].head].tag;
    return tag == SYNTAX_PRP && !means(b, (size_t)c->subject, READING_TARGET) ? FIT_CHAIN : 0.0;
}

/** The source before the verb of the clause, or of one above it; less with each step. */
static double source_above(const between *b, int16_t clause)
{
    const syntax_sentence *s = b->e->s;
    double fit = FIT_CLAUSE;
    for (int depth = 0; clause >= 0 && depth < MAX_DEPTH && fit > 0; depth++) {
        const syntax_clause *c = &s->clauses[clause];
        if (holds(b, READING_SOURCE, c->span.first, c->verb) ||
            (c->subject >= 0 && means(b, (size_t)c->subject, READING_SOURCE)) ||
            (c->described >= 0 && means(b, (size_t)c->described, READING_SOURCE)))
            return fit;
        fit *= c->parent < 0 ? 0 : FIT_CHAIN * passes_up(b, c);
        clause = c->parent;
    }
    return 0;
}

/** The source on the event noun: "[SOURCE]'s raid", "the raid by [SOURCE]"; else above it. */
static double source_of_noun(const between *b, const codebook_match *m)
{
    const syntax_sentence *s = b->e->s;
    const syntax_phrase *p = &s->phrases[m->phrase];
    if (means(b, (size_t)m->phrase, READING_SOURCE) ||
        (p->possessor >= 0 && means(b, (size_t)p->possessor, READING_SOURCE)))
        return FIT_CLAUSE;
    for (size_t i = (size_t)m->phrase + 1; i < s->phrase_count; i++)
        if (s->phrases[i].attached == m->phrase && means(b, i, READING_SOURCE))
            return FIT_CLAUSE;
    return m->clause < 0 ? 0 : source_above(b, m->clause);
}

static double source_fit(const between *b, const codebook_match *m, const events_side *actors)
{
    if (side_has(b, actors, READING_SOURCE))
        return FIT_EXACT;
    if (m->noun)
        return source_of_noun(b, m);
    double fit = source_above(b, m->clause);
    const syntax_clause *c = &b->e->s->clauses[m->clause];
    bool behind = c->passive && holds(b, READING_SOURCE, c->verb, c->span.end);
    return fit > 0 ? fit : behind ? FIT_NEAR : 0;
}

/** Whether the target stands on or behind what the predicate or the frame's role names: in "called
 * for sanctions against [TARGET]" behind what is called for. */
static bool follows_role(const between *b, const codebook_match *m)
{
    const syntax_sentence *s = b->e->s;
    const codebook_role *role = &m->frame->recipient;
    const syntax_clause *c = m->clause < 0 ? NULL : &s->clauses[m->clause];
    size_t end = c ? c->span.end : s->word_count;
    for (size_t i = 0; i < CODEBOOK_MAX_PLACES && c && !m->noun; i++)
        if ((role->places[i] == CODEBOOK_OBJECT || role->places[i] == CODEBOOK_OWNER) &&
            c->object >= 0 && holds(b, READING_TARGET, s->phrases[c->object].first, end))
            return true;
    if (m->oblique >= 0 && holds(b, READING_TARGET, s->phrases[m->oblique].first, end))
        return true;
    for (size_t q = 0; q < s->phrase_count; q++) {
        int16_t preposition = s->phrases[q].preposition;
        if (preposition > (int16_t)m->word && s->phrases[q].end <= end &&
            codebook_takes(role, s->words[preposition].lemma_key))
            return holds(b, READING_TARGET, s->phrases[q].first, end);
    }
    return false;
}

static double target_fit(const between *b, const codebook_match *m, const events_side *recipients)
{
    const syntax_sentence *s = b->e->s;
    const syntax_clause *c = m->clause < 0 ? NULL : &s->clauses[m->clause];
    if (side_has(b, recipients, READING_TARGET))
        return FIT_EXACT;
    if (c && c->passive && !m->noun &&
        (holds(b, READING_TARGET, c->span.first, c->verb) ||
         (c->described >= 0 && means(b, (size_t)c->described, READING_TARGET))))
        return FIT_CLAUSE;
    size_t end = c ? c->span.end : s->word_count;
    if (!holds_target(b, (size_t)m->word + 1, end))
        return 0;
    bool object = c && !m->noun && c->object >= 0 && means(b, (size_t)c->object, READING_TARGET);
    return object ? FIT_CLAUSE : follows_role(b, m) ? FIT_CHAIN : FIT_NEAR;
}

/** "the visiting premier", "against visiting premiers": the verb describes somebody. */
static bool describes(const between *b, const codebook_match *m)
{
    static const char *const before[] = {"against", "with", "to", "from", "on", NULL};
    if (m->noun)
        return false;
    return b->e->s->phrase_of[m->word] >= 0 ||
           (m->word > 0 && reading_is(b->e->r, b->e->t->first + m->word, "visiting") &&
            reading_is_any(b->e->r, b->e->t->first + m->word - 1u, before));
}

/** How well the match stands between the two; 0 where it doesn't. */
static double weigh(const between *b, const codebook_match *m)
{
    events_side actors, recipients;
    if (describes(b, m))
        return 0;
    events_fill_side(b->e, m, &m->frame->actor, true, NULL, &actors);
    events_fill_side(b->e, m, &m->frame->recipient, false, NULL, &recipients);
    bool backward =
        !side_has(b, &actors, READING_SOURCE) &&
        (side_has(b, &actors, READING_TARGET) ||
         (side_has(b, &recipients, READING_SOURCE) && !side_has(b, &recipients, READING_TARGET)));
    if (backward && !m->frame->together)
        return 0;
    double fit = source_fit(b, m, &actors) * target_fit(b, m, &recipients);
    return FIT_LOOSE * fit * m->frame->confidence * (m->noun ? FIT_CLAUSE : 1.0);
}

static chancery_status add_event(const between *b, const codebook_match *m, double fit,
                                 bool purpose)
{
    reading_state *r = b->e->r;
    reading_who *who = arena_alloc(r->arena, READING_SIDES, sizeof *who, r->error);
    reading_event *event = who ? array_push(&r->events, r->arena, r->error) : NULL;
    if (!event)
        return r->error->status;
    for (int side = 0; side < READING_SIDES; side++)
        who[side] = (reading_who){.code = b->codes[side], .person = -1, .entry = -1};
    *event = (reading_event){.frame = m->frame,
                             .event = m->frame->event,
                             .mode = m->frame->mode,
                             .actors = who,
                             .actor_count = 1,
                             .recipients = who + 1,
                             .recipient_count = 1,
                             .place_hit = -1,
                             .sentence = b->e->sentence,
                             .where = events_span(b->e, m),
                             .purpose = purpose,
                             .confidence = fit};
    codebook_match told = *m;
    if (purpose && !m->noun)
        told.clause = b->e->s->clauses[m->clause].parent;
    events_verdict verdict;
    event->status = events_status(b->e, &told, &verdict) ? CHANCERY_HYPOTHETICAL : verdict.status;
    events_announce(event);
    events_refuse(b->e, m, event);
    return CHANCERY_OK;
}

/** Whether a predicate that stands between the two tells of this noun: of "called for sanctions" it
 * is the calling that counts. */
static bool is_told_above(const codebook_match *matches, const double *fits, size_t count,
                          const codebook_match *noun)
{
    for (size_t i = 0; i < count && noun->noun; i++)
        if (fits[i] > 0 && !matches[i].noun && matches[i].clause == noun->clause &&
            matches[i].word < noun->word)
            return true;
    return false;
}

/** Calling, coming and sending are means: what they are for tells more. */
static bool is_means(const between *b, const syntax_clause *c)
{
    static const char *const verbs[] = {"send", "dispatch", "call",   "phone",  "telephone",
                                        "ring", "write",    "travel", "arrive", "come",
                                        "go",   "fly",      NULL};
    return slice_is_any(b->e->s->words[c->verb].lemma, verbs);
}

/** "sent experts to TARGET to investigate": the match tells what somebody was sent for. */
static double purpose_fit(const between *b, const codebook_match *m)
{
    const syntax_sentence *s = b->e->s;
    const syntax_clause *c = m->noun || m->clause < 0 ? NULL : &s->clauses[m->clause];
    if (!c || c->link != SYNTAX_INFINITIVE || c->parent < 0 || b->e->silenced[m->clause])
        return 0;
    const syntax_clause *above = &s->clauses[c->parent];
    if (above->passive || !is_means(b, above) ||
        !holds(b, READING_TARGET, above->verb + 1u, above->span.end))
        return 0;
    return FIT_LOOSE * source_above(b, c->parent) * m->frame->confidence;
}

/** Whether a verb is one by which who has the power brings a deed about. */
static bool is_order(const between *b, const syntax_clause *c)
{
    static const char *const verbs[] = {"order",     "command",   "decree",
                                        "authorise", "authorize", NULL};
    return slice_is_any(b->e->s->words[c->verb].lemma, verbs);
}

/** "ordered the arrest of TARGET": not the target is told what to do. */
static double order_fit(const between *b, const codebook_match *m)
{
    const syntax_sentence *s = b->e->s;
    if (!m->noun || m->clause < 0)
        return 0;
    const syntax_clause *c = &s->clauses[m->clause];
    int16_t owner = s->phrases[m->phrase].possessor;
    bool object =
        c->object >= 0 && (c->object == m->phrase || s->phrases[m->phrase].conjoined == c->object);
    bool aimed = holds_target(b, (size_t)m->word + 1, c->span.end) ||
                 (owner >= 0 && means(b, (size_t)owner, READING_TARGET));
    if (c->passive || !object || !aimed || !is_order(b, c))
        return 0;
    return FIT_LOOSE * source_above(b, m->clause) * m->frame->confidence;
}

/** Matches of one kind, and what their fit is worth. */
typedef struct between_matches {
    const codebook_match *items; /* [count] */
    size_t count;
    double worth;
} between_matches;

static chancery_status add_purpose(const between *b, const between_matches *matches)
{
    for (size_t i = 0; i < matches->count; i++) {
        const codebook_match *m = &matches->items[i];
        double fit = (m->noun ? order_fit(b, m) : purpose_fit(b, m)) * matches->worth;
        if (fit > 0)
            return add_event(b, &matches->items[i], fit, true);
    }
    return CHANCERY_OK;
}

/** The match that stands best between the two, the first of those that stand alike. */
static chancery_status add_best(const between *b, const between_matches *matches)
{
    const codebook_match *best = NULL;
    double best_fit = 0;
    reading_state *r = b->e->r;
    double *fits = arena_alloc(r->scratch, matches->count + 1, sizeof *fits, r->error);
    if (!fits)
        return r->error->status;
    for (size_t i = 0; i < matches->count; i++)
        fits[i] = weigh(b, &matches->items[i]);
    for (size_t i = 0; i < matches->count; i++) {
        const codebook_match *m = &matches->items[i];
        double fit =
            fits[i] * (is_told_above(matches->items, fits, matches->count, m) ? FIT_NEAR : 1.0);
        /* of one word the more demanding predicate stands first: it must stand clearly worse */
        bool same = best && best->word == m->word;
        double least = same ? FIT_CLEARLY * m->frame->confidence / best->frame->confidence : 1.0;
        if (fit > best_fit && fit > best_fit * least) {
            best_fit = fit;
            best = m;
        }
    }
    return best ? add_event(b, best, best_fit * matches->worth, false) : CHANCERY_OK;
}

static bool is_told(const reading_state *r, bool purpose)
{
    for (size_t i = 0; i < r->events.count; i++)
        if (events_is_of_pair(r, &r->events.items[i]) && (!purpose || r->events.items[i].purpose))
            return true;
    return false;
}

chancery_status events_between(const events_sentence *e)
{
    reading_state *r = e->r;
    between b = {e, {r->given[READING_SOURCE].code, r->given[READING_TARGET].code}};
    if (!holds(&b, READING_SOURCE, 0, e->s->word_count) ||
        !holds(&b, READING_TARGET, 0, e->s->word_count))
        return CHANCERY_OK;
    codebook_match *near = arena_alloc(r->scratch, EVENTS_MAX_MATCHES, sizeof *near, r->error);
    if (!near)
        return r->error->status;
    size_t count = codebook_find_near(r->engine->codebook, e->s, near, EVENTS_MAX_MATCHES);
    const between_matches kinds[] = {{e->matches, e->match_count, 1.0}, {near, count, FIT_PARTS}};
    chancery_status status = CHANCERY_OK;
    for (size_t k = 0; !status && k < sizeof kinds / sizeof *kinds && !is_told(r, true); k++)
        status = add_purpose(&b, &kinds[k]);
    for (size_t k = 0; !status && k < sizeof kinds / sizeof *kinds && !is_told(r, false); k++)
        status = add_best(&b, &kinds[k]);
    return status;
}
