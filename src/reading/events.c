/* Events: frames of the codebook, filled with who, whether, when and where.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * Sentence by sentence. A predicate's frames are tried best first until one is filled. What is
 * still to come of a cooperative kind is AGREE (PLOVER). An event that the report tells again is
 * joined to the first: same type, same sides, no contradiction in date and status. */
#include "reading/events.h"
#include "reading/scan.h"

/** "promised that A would come, and he urged B": the second has a subject and a tense of its own.
 */
static bool stands_alone(const syntax_sentence *s, const syntax_clause *c)
{
    const syntax_clause *above = &s->clauses[c->parent];
    return c->link == SYNTAX_CONJOINED && c->subject >= 0 && c->subject != above->subject &&
           s->phrases[c->subject].first > above->verb && above->modal >= 0 && c->modal < 0;
}

/** Which clauses are told, planned or denied by the frame above them. */
static void spread(events_sentence *e, int16_t clause, bool *flags)
{
    flags[clause] = true;
    for (size_t i = (size_t)clause + 1; i < e->s->clause_count; i++) {
        const syntax_clause *c = &e->s->clauses[i];
        if (c->parent >= 0 && flags[c->parent] && c->link != SYNTAX_RELATIVE &&
            c->link != SYNTAX_PARTICIPLE && !stands_alone(e->s, c))
            flags[i] = true;
    }
}

/** "agreed to withdraw its missiles", "plans to close its border": what is promised is no
 * cooperation. */
static bool yields_below(const events_sentence *e, const codebook_match *match)
{
    static const char *const kind[] = {"AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", NULL};
    if (!slice_is(match->frame->event, "AGREE") || match->content < 0 || match->noun)
        return false;
    slice verb = e->s->words[match->word].lemma;
    bool plans = slice_is(verb, "plan") || slice_is(verb, "intend") || slice_is(verb, "vow");
    for (size_t i = 0; i < e->match_count; i++) {
        const codebook_match *m = &e->matches[i];
        if (!m->noun && m->clause == match->content &&
            (slice_is(m->frame->event, "RETREAT") || slice_is(m->frame->event, "CONCEDE") ||
             (plans && !slice_is_any(m->frame->event, kind))))
            return true;
    }
    return false;
}

static void mark_inner(events_sentence *e, const codebook_match *match)
{
    if (match->content < 0)
        return;
    if (yields_below(e, match)) {
        spread(e, match->content, e->planned);
        return;
    }
    switch ((codebook_inner)match->frame->inner) {
    case CODEBOOK_INNER_NONE:
        break;
    case CODEBOOK_INNER_FUTURE:
        spread(e, match->content, e->planned);
        break;
    case CODEBOOK_INNER_DENIED:
        spread(e, match->content, e->denied);
        break;
    case CODEBOOK_INNER_POSSIBLE:
        spread(e, match->content, e->silenced);
        break;
    }
}

/** Denials that no frame tells: "denied that", by the reporting verbs. */
static void mark_denials(events_sentence *e)
{
    for (size_t i = 0; i < e->s->clause_count; i++) {
        const syntax_clause *c = &e->s->clauses[i];
        if (c->parent < 0 || (c->link != SYNTAX_CONTENT && c->link != SYNTAX_GERUND))
            continue;
        const syntax_clause *above = &e->s->clauses[c->parent];
        if (codebook_reporting(e->r->engine->codebook, e->s, above) & CODEBOOK_SAYS_DENIAL)
            spread(e, (int16_t)i, e->denied);
    }
}

static bool contains(const events_side *side, slice code)
{
    for (uint32_t i = 0; i < side->count; i++)
        if (slice_equal(side->who[i].code, code))
            return true;
    return false;
}

static void put_who(events_side *side, const events_side *from, uint32_t i)
{
    side->who[side->count] = from->who[i];
    side->spans[side->count++] = from->spans[i];
}

/** Where more than one state acts, each stands once. */
static void merge_parts(events_side *side)
{
    events_side once = {0};
    for (uint32_t i = 0; i < side->count; i++)
        if (!contains(&once, side->who[i].code))
            put_who(&once, side, i);
    if (once.count < 2)
        return;
    side->count = 0;
    for (uint32_t i = 0; i < once.count; i++)
        put_who(side, &once, i);
}

static void join_sides(const codebook_frame *frame, events_side *actors, events_side *recipients)
{
    for (uint32_t i = 0; i < recipients->count; i++) {
        bool stands = actors->count == EVENTS_MAX_SIDE;
        for (uint32_t k = 0; k < actors->count; k++)
            stands = stands || (slice_equal(actors->who[k].code, recipients->who[i].code) &&
                                !events_parts_apart(frame, &actors->who[k], &recipients->who[i]));
        if (!stands)
            put_who(actors, recipients, i);
    }
    recipients->count = 0;
    merge_parts(actors);
}

/** Inside one state only what its parts can do to each other counts. */
static bool sides_differ(const codebook_frame *frame, const events_side *actors,
                         const events_side *recipients)
{
    if (recipients->count == 0)
        return true;
    for (uint32_t i = 0; i < recipients->count; i++)
        if (!contains(actors, recipients->who[i].code))
            return true;
    return events_parts_apart(frame, &actors->who[0], &recipients->who[0]) ||
           (events_inside(frame->event) &&
            !slice_equal(actors->who[0].sector, recipients->who[0].sector));
}

/** What the frame lacks of those who have to be known. */
static reading_reason lacks(const codebook_frame *frame, const events_side *actors,
                            const events_side *recipients)
{
    if (frame->together) {
        events_side all = *actors, rest = *recipients;
        join_sides(frame, &all, &rest);
        if (all.count > 1 || (all.count == 1 && !frame->recipient_needed && !frame->actor_needed))
            return READING_TOLD;
        return all.count ? READING_ONE_STATE : READING_NO_ACTOR;
    }
    if (frame->single && actors->count > 1)
        return READING_TOGETHER;
    bool among_themselves = actors->count > 1 && slice_is(frame->event, "AGREE");
    if (!actors->count && frame->actor_needed)
        return READING_NO_ACTOR;
    if (!recipients->count && frame->recipient_needed && !among_themselves)
        return READING_NO_RECIPIENT;
    return actors->count || recipients->count ? READING_TOLD : READING_NO_ACTOR;
}

/** Whether somebody here is an envoy at his post: a talk with him is no visit. */
static bool has_envoy(const reading_state *r, const events_side *side)
{
    for (uint32_t i = 0; i < side->count; i++) {
        if (side->who[i].person < 0)
            continue;
        const reading_person *p = &r->people.items[side->who[i].person];
        for (size_t k = 0; k < p->offices.count; k++)
            if (p->offices.items[k].rank == KB_RANK_AMBASSADOR)
                return true;
    }
    return false;
}

/** Two who meet on the ground of one of them: the other one visits. */
static bool meeting_is_visit(const events_sentence *e, int32_t place, events_side *actors,
                             events_side *recipients, slice *mode)
{
    if (place < 0 || !events_is_town(e->r, place) || actors->count != 2 || recipients->count ||
        has_envoy(e->r, actors) || slice_equal(actors->who[0].code, actors->who[1].code))
        return false;
    slice ground = kb_entry_at(e->r->engine->kb, e->r->hits.items[place].entry).code;
    uint32_t host = slice_equal(actors->who[0].code, ground)   ? 0
                    : slice_equal(actors->who[1].code, ground) ? 1
                                                               : 2;
    if (host == 2)
        return false;
    recipients->who[0] = actors->who[host];
    recipients->spans[0] = actors->spans[host];
    recipients->count = 1;
    actors->who[0] = actors->who[1 - host];
    actors->spans[0] = actors->spans[1 - host];
    actors->count = 1;
    *mode = SLICE("visit");
    return true;
}

static chancery_status copy_side(reading_state *r, const events_side *side, reading_who **who,
                                 span **spans, uint32_t *count)
{
    *who = arena_alloc(r->arena, side->count, sizeof **who, r->error);
    *spans = arena_alloc(r->arena, side->count, sizeof **spans, r->error);
    if (!*who || !*spans)
        return r->error->status;
    memcpy(*who, side->who, side->count * sizeof **who);
    memcpy(*spans, side->spans, side->count * sizeof **spans);
    *count = side->count;
    return CHANCERY_OK;
}

span events_span(const events_sentence *e, const codebook_match *match)
{
    if (match->noun || match->clause < 0) {
        uint16_t end = (uint16_t)(match->word + 1);
        int16_t last = match->phrase;
        for (int16_t q = (int16_t)(match->phrase + 1); (size_t)q < e->s->phrase_count; q++)
            if (e->s->phrases[q].attached == last || e->s->phrases[q].attached == match->phrase) {
                last = q;
                end = e->s->phrases[q].end;
            }
        return reading_range_span(e->r, e->sentence,
                                  (syntax_range){e->s->phrases[match->phrase].first, end});
    }
    const syntax_clause *c = &e->s->clauses[match->clause];
    syntax_range range = c->span;
    if (c->link == SYNTAX_CONTENT && c->marker == (int16_t)range.first &&
        range.end > range.first + 1)
        range.first++; /* "that" */
    return reading_range_span(e->r, e->sentence, range);
}

/** "will not meet", "would not lift the ban", "failed to agree": who says no to a friendly act of
 * his own refuses it. */
void events_refuse(const events_sentence *e, const codebook_match *match, reading_event *event)
{
    static const char *const kinds[] = {"AGREE",     "CONSULT", "SUPPORT", "CONCEDE",
                                        "COOPERATE", "AID",     "RETREAT", NULL};
    static const char *const will[] = {"will", "would", "wo", NULL};
    const syntax_clause *c =
        match->noun || match->clause < 0 ? NULL : &e->s->clauses[match->clause];
    if (!c || event->status != CHANCERY_NEGATED || !slice_is_any(event->event, kinds))
        return;
    bool refuses = c->negated && !c->passive && c->modal >= 0 &&
                   reading_is_any(e->r, e->t->first + (uint16_t)c->modal, will);
    bool fails = e->r->given && slice_is(event->event, "AGREE");
    if (!refuses && !fails)
        return;
    event->event = SLICE("REJECT");
    event->mode = (slice){0};
    event->status = CHANCERY_OCCURRED;
}

void events_announce(reading_event *event)
{
    static const char *const kinds[] = {"CONSULT", "SUPPORT", "COOPERATE", "AID", NULL};
    if (event->status == CHANCERY_FUTURE && slice_is(event->event, "RETREAT") &&
        !slice_is(event->mode, "resign")) {
        event->event = SLICE("CONCEDE");
        event->mode = (slice){0};
        return;
    }
    if (event->status != CHANCERY_FUTURE || !slice_is_any(event->event, kinds))
        return;
    event->event = SLICE("AGREE");
    event->mode = (slice){0};
}

static chancery_status set_contexts(const events_sentence *e, reading_event *event)
{
    enum { MAX_CONTEXTS = 12 };
    slice found[MAX_CONTEXTS], rest = event->frame->contexts, word;
    size_t count = 0;
    while (count < MAX_CONTEXTS && slice_next(&rest, ' ', &word))
        if (word.len)
            found[count++] = word;
    slice said[MAX_CONTEXTS];
    size_t more = codebook_contexts(e->r->engine->codebook, e->s, said, MAX_CONTEXTS);
    for (size_t i = 0; i < more && count < MAX_CONTEXTS; i++) {
        bool known = false;
        for (size_t k = 0; k < count; k++)
            known = known || slice_equal(found[k], said[i]);
        if (!known)
            found[count++] = said[i];
    }
    slice *copy = arena_alloc(e->r->arena, count, sizeof *copy, e->r->error);
    if (!copy)
        return e->r->error->status;
    memcpy(copy, found, count * sizeof *copy);
    event->contexts = copy;
    event->context_count = count;
    return CHANCERY_OK;
}

/** @param made receives the index of the event that now tells it. */
static chancery_status store(const events_sentence *e, reading_event *event,
                             const events_side *actors, const events_side *recipients,
                             uint32_t *made)
{
    reading_state *r = e->r;
    chancery_status status =
        copy_side(r, actors, &event->actors, &event->actor_spans, &event->actor_count);
    if (!status)
        status = copy_side(r, recipients, &event->recipients, &event->recipient_spans,
                           &event->recipient_count);
    if (status || events_join(r, event, made, &status))
        return status;
    *made = (uint32_t)r->events.count;
    span *mention = array_push(&event->mentions, r->arena, r->error);
    reading_event *room = array_push(&r->events, r->arena, r->error);
    if (!mention || !room)
        return r->error->status;
    *mention = event->where;
    *room = *event;
    trace_event(r, r->events.count - 1, false);
    return set_contexts(e, room);
}

static double confidence(const codebook_match *match, const events_side *actors,
                         const events_side *recipients)
{
    double value = match->frame->confidence;
    if (actors->pronoun || recipients->pronoun)
        value *= 0.9;
    if (match->noun)
        value *= 0.9;
    return value;
}

static bool is_hostile(const codebook_match *match)
{
    static const char *const kinds[] = {"SANCTION", "COERCE", "ASSAULT", NULL};
    return slice_is_any(match->frame->event, kinds);
}

/** "warned that trespassers would be shot": who does it is not told, so that it is he who warns. */
static bool harms_unnamed(const events_sentence *e, int16_t clause)
{
    const syntax_clause *c = &e->s->clauses[clause];
    if (!c->passive || c->modal < 0 || codebook_has_agent(e->s, c))
        return false;
    for (size_t i = 0; i < e->match_count; i++)
        if (!e->matches[i].noun && e->matches[i].clause == clause && is_hostile(&e->matches[i]))
            return true;
    return false;
}

/** A warning is a threat only of what the one who warns would do himself. */
static bool threatens_others(const events_sentence *e, const codebook_match *match,
                             const events_side *actors)
{
    if (!slice_is(match->frame->event, "THREATEN") || match->noun || match->content < 0)
        return false;
    const syntax_clause *c = &e->s->clauses[match->content];
    if (c->link != SYNTAX_CONTENT || c->subject < 0 || harms_unnamed(e, match->content))
        return false;
    const reading_referents *subject = &e->referents[c->subject];
    for (uint32_t i = 0; i < subject->count; i++)
        if (contains(actors, subject->items[i].code))
            return false;
    return true;
}

/** "said that it would close the border unless A paid": harm of one's own that a condition puts off
 * is a threat, and that one was made. */
static void threaten(const events_sentence *e, const codebook_match *match, reading_event *event)
{
    const syntax_clause *c =
        match->noun || match->clause < 0 ? NULL : &e->s->clauses[match->clause];
    if (!c || c->link != SYNTAX_CONTENT || c->modal < 0 || c->negated || c->subject < 0 ||
        !is_hostile(match) || e->s->words[e->s->phrases[c->subject].head].tag != SYNTAX_PRP)
        return;
    for (size_t i = 0; i < e->s->clause_count; i++) {
        const syntax_clause *below = &e->s->clauses[i];
        if (below->parent != match->clause || below->marker < 0 ||
            !reading_is(e->r, e->t->first + (uint16_t)below->marker, "unless"))
            continue;
        event->event = SLICE("THREATEN");
        event->mode = (slice){0};
        event->status = CHANCERY_OCCURRED;
    }
}

/** Whether the frame lets those on the two sides stand there. Where the actor may not, it may be
 * another event: officials protest by a note, not in the street. */
static bool sides_allowed(const events_sentence *e, reading_event *event, const events_side *actors,
                          const events_side *recipients)
{
    const codebook_frame *frame = event->frame;
    if (!events_allowed(e, &frame->recipient_who, recipients))
        return false;
    if (events_allowed(e, &frame->actor_who, actors))
        return true;
    event->event = frame->other_event;
    event->mode = frame->other_mode;
    return frame->other_event.len && recipients->count;
}

/** "the visiting Chinese premier": the word describes the guest, it does not tell whom he visits.
 */
static bool describes_guest(const events_sentence *e, const codebook_match *match,
                            const events_side *recipients)
{
    return !match->noun && recipients->count && recipients->who[0].person >= 0 &&
           reading_is(e->r, e->t->first + match->word, "visiting");
}

/** Whether the other side is only the place that told whose part the actor is. */
static bool only_place(const events_side *actors, const events_side *recipients)
{
    return recipients->count == 1 && recipients->who[0].sector.len == 0 &&
           recipients->who[0].person < 0 &&
           slice_equal(recipients->who[0].code, actors->who[0].code);
}

/** Both sides; where one is empty, by those whose state is told elsewhere.
 *  @return false where what is found so doesn't count. */
static bool fill_sides(events_sentence *e, const codebook_match *match, events_side *actors,
                       events_side *recipients)
{
    const codebook_frame *frame = match->frame;
    events_opening open = {.match = match};
    bool opened = false;
    events_fill_side(e, match, &frame->actor, true, NULL, actors);
    events_fill_side(e, match, &frame->recipient, false, actors, recipients);
    e->open = &open;
    if (actors->count == 0) {
        open.other = recipients;
        open.actor = true;
        events_fill_side(e, match, &frame->actor, true, NULL, actors);
        opened = actors->count > 0;
        if (opened && only_place(actors, recipients))
            recipients->count = 0;
    }
    if (recipients->count == 0) {
        open.other = actors;
        open.actor = false;
        events_fill_side(e, match, &frame->recipient, false, actors, recipients);
    }
    e->open = NULL;
    return !opened || events_home_counts(frame->event, actors, recipients);
}

/** What kind of event speaks against those who stand in it. `event` may become of another type. */
static reading_reason unlikely(const events_sentence *e, const codebook_match *match,
                               const events_side *actors, const events_side *recipients,
                               reading_event *event)
{
    if (describes_guest(e, match, recipients))
        return READING_DESCRIBES;
    if (threatens_others(e, match, actors))
        return READING_OTHERS;
    return sides_allowed(e, event, actors, recipients) ? READING_TOLD : READING_BARRED;
}

/** What is still missing once the sides are known: whether it was, where, who stands together.
 *  @return why there is no event. */
static reading_reason finish_event(events_sentence *e, const codebook_match *match,
                                   events_side *actors, events_side *recipients,
                                   reading_event *event)
{
    const codebook_frame *frame = match->frame;
    events_verdict verdict = {CHANCERY_OCCURRED, -1};
    reading_reason reason = lacks(frame, actors, recipients);
    if (!reason)
        reason = events_status(e, match, &verdict);
    if (!reason)
        reason = unlikely(e, match, actors, recipients, event);
    if (reason)
        return reason;
    event->status = verdict.status;
    if (verdict.word >= 0)
        event->status_span = reading_span(e->r, e->t->first + (uint32_t)verdict.word, 1);
    event->trigger = event->thing = e->t->first + match->word;
    if (!match->noun && match->clause >= 0 && e->s->clauses[match->clause].object >= 0)
        event->thing = e->t->first + e->s->phrases[e->s->clauses[match->clause].object].head;
    event->place_hit = events_place(e, match);
    events_refuse(e, match, event);
    threaten(e, match, event);
    if (frame->together && !slice_is(event->event, "REJECT")) {
        join_sides(frame, actors, recipients);
        if (slice_is(event->event, "CONSULT") && event->mode.len == 0)
            meeting_is_visit(e, event->place_hit, actors, recipients, &event->mode);
    }
    return sides_differ(frame, actors, recipients) ? READING_TOLD : READING_SAME_SIDE;
}

/** Fills type, status, sides and place of a frame's event. @return why there is none. */
static reading_reason fill_event(events_sentence *e, const codebook_match *match,
                                 events_side *actors, events_side *recipients, reading_event *event)
{
    if (yields_below(e, match))
        return READING_BELOW;
    bool counts = fill_sides(e, match, actors, recipients);
    reading_reason reason = lacks(match->frame, actors, recipients);
    if (!reason && !counts)
        return READING_PARTS;
    return reason ? reason : finish_event(e, match, actors, recipients, event);
}

/** Dates an event and puts it down. */
static chancery_status tell(events_sentence *e, const codebook_match *match, events_side *actors,
                            events_side *recipients, reading_event *event)
{
    if (slice_is(event->mode, "visit") && recipients->count && event->place_hit < 0)
        event->place_hit = events_town_of(e, recipients->who[0].code);
    event->sentence = event->last_sentence = e->sentence;
    event->where = events_span(e, match);
    event->confidence = confidence(match, actors, recipients);
    events_announce(event);
    events_set_date(e, match, event);
    events_made *made = &e->made[e->made_count++];
    made->match = (uint32_t)(match - e->matches);
    return store(e, event, actors, recipients, &made->event);
}

/** Tries one frame. @param done set where an event came of it. */
static chancery_status try_frame(events_sentence *e, const codebook_match *match, bool *done)
{
    const codebook_frame *frame = match->frame;
    events_side actors, recipients;
    reading_event event = {.frame = frame, .event = frame->event, .mode = frame->mode};
    trace_try(e, match);
    reading_reason reason = fill_event(e, match, &actors, &recipients, &event);
    *done = reason == READING_TOLD;
    chancery_status status = *done ? tell(e, match, &actors, &recipients, &event) : CHANCERY_OK;
    trace_reason(e->r, reason);
    return status;
}

chancery_status events_try_judged(events_sentence *e, const codebook_match *match,
                                  const syntax_judged *judged, size_t label, events_side *actors,
                                  events_side *recipients)
{
    const codebook_frame *frame = match->frame;
    reading_event event = {.frame = frame, .event = frame->event};
    trace_try(e, match);
    trace_like(e->r, judged, label);
    reading_reason reason = READING_NO_ACTOR;
    if (actors->count)
        reason = finish_event(e, match, actors, recipients, &event);
    chancery_status status = CHANCERY_OK;
    if (reason == READING_TOLD) {
        e->match_count++;
        status = tell(e, match, actors, recipients, &event);
    }
    trace_reason(e->r, reason);
    return status;
}

/** Where the walk over the sentences stands in lists that are in order. */
typedef struct events_walk {
    size_t date;      /* first date not before the sentence */
    size_t statement; /* first statement that may reach into the sentence */
} events_walk;

/** A quotation reaches at most so many sentences from the one that says whose it is. */
enum { QUOTED_SENTENCES = 32 };

/** "I" and "we" in quotation marks are those who speak. */
static chancery_status resolve_quoted(events_sentence *e, events_walk *walk)
{
    reading_state *r = e->r;
    while (walk->statement < r->statements.count &&
           r->statements.items[walk->statement].sentence + QUOTED_SENTENCES < e->sentence)
        walk->statement++;
    for (size_t i = walk->statement; i < r->statements.count; i++) {
        const reading_statement *said = &r->statements.items[i];
        if (said->sentence > e->sentence + QUOTED_SENTENCES)
            break;
        if (!said->quoted || said->content.end <= e->t->start || said->content.start >= e->t->end)
            continue;
        for (size_t q = 0; q < e->s->phrase_count; q++) {
            span where = reading_phrase_span(r, e->sentence, (int16_t)q);
            slice word = e->s->words[e->s->phrases[q].head].lemma;
            if (where.start < said->content.start || where.end > said->content.end ||
                (!slice_equal_ascii_fold(word, SLICE("i")) && !slice_is(word, "we")))
                continue;
            reading_who *who = arena_alloc(r->arena, 1, sizeof *who, r->error);
            if (!who)
                return r->error->status;
            *who = said->speaker;
            r->referents[e->sentence][q] =
                (reading_referents){.items = who, .count = who->code.len ? 1 : 0, .pronoun = true};
        }
    }
    return CHANCERY_OK;
}

/** Verbs first: a noun that a light verb's event has used up ("launched an attack") is not told
 * again by itself. */
static chancery_status find_events_in(events_sentence *e, bool nouns, bool *used)
{
    for (size_t i = 0; i < e->match_count;) {
        bool done = false;
        size_t next = i;
        for (; next < e->match_count && e->matches[next].word == e->matches[i].word; next++) {
            const codebook_match *m = &e->matches[next];
            bool taken = nouns && m->phrase >= 0 && used[m->phrase];
            if (m->noun != nouns)
                continue;
            if (done || taken) {
                trace_back(e, m, taken && !done ? READING_LIGHT_VERB : READING_BETTER);
                continue;
            }
            chancery_status status = try_frame(e, m, &done);
            if (status)
                return status;
            if (done && !nouns && m->phrase >= 0)
                used[m->phrase] = true;
        }
        i = next;
    }
    return CHANCERY_OK;
}

static chancery_status find_events(events_sentence *e)
{
    bool *used = arena_alloc(e->r->scratch, e->s->phrase_count + 1, sizeof *used, e->r->error);
    if (!used)
        return e->r->error->status;
    chancery_status status = find_events_in(e, false, used);
    return status ? status : find_events_in(e, true, used);
}

static void find_dates(events_sentence *e, events_walk *walk)
{
    const reading_state *r = e->r;
    while (walk->date < r->dates.count && r->dates.items[walk->date].sentence < e->sentence)
        walk->date++;
    e->date_first = e->date_end = walk->date;
    while (e->date_end < r->dates.count && r->dates.items[e->date_end].sentence == e->sentence)
        e->date_end++;
}

static chancery_status sentence_events(reading_state *r, uint32_t sentence, events_walk *walk)
{
    events_sentence e = {.r = r,
                         .sentence = sentence,
                         .s = &r->parsed[sentence],
                         .t = &r->report->sentences[sentence],
                         .referents = r->referents[sentence]};
    if (e.s->word_count == 0)
        return CHANCERY_OK;
    if (r->given || (r->signs[sentence] & SCAN_TELLS))
        e.match_count = codebook_find(r->engine->codebook, e.s, e.matches, EVENTS_MAX_MATCHES);
    bool games = codebook_is_silent(r->engine->codebook, e.s);
    if (games && e.match_count)
        trace_games(r);
    if (games && !r->given)
        return CHANCERY_OK;
    size_t clauses = e.s->clause_count + 1;
    arena_reset(r->scratch);
    e.silenced = arena_alloc(r->scratch, clauses, sizeof *e.silenced, r->error);
    e.denied = arena_alloc(r->scratch, clauses, sizeof *e.denied, r->error);
    e.planned = arena_alloc(r->scratch, clauses, sizeof *e.planned, r->error);
    if (!e.silenced || !e.denied || !e.planned)
        return r->error->status;
    for (size_t i = 0; i < e.match_count; i++)
        if (i == 0 || e.matches[i].word != e.matches[i - 1].word)
            mark_inner(&e, &e.matches[i]);
    mark_denials(&e);
    find_dates(&e, walk);
    chancery_status status = resolve_quoted(&e, walk);
    if (!status)
        status = find_events(&e);
    if (!status && !r->given)
        status = events_judge(&e);
    if (!status)
        status = events_mention_again(&e);
    if (!status)
        events_sizes(&e);
    if (!r->given)
        return status;
    events_judge_pair(&e);
    return status ? status : events_between(&e);
}

static bool tells_future(const reading_state *r, uint32_t sentence)
{
    const text_sentence *s = &r->report->sentences[sentence];
    for (uint32_t t = s->first; t < s->first + s->count; t++)
        if (reading_is(r, t, "will") || reading_is(r, t, "next") || reading_is(r, t, "would") ||
            reading_is(r, t, "until") || reading_is(r, t, "by"))
            return true;
    return false;
}

/** The report's own day. Without a date of publication it is the latest day told of what has been.
 */
static void find_anchor(reading_state *r)
{
    r->anchor = r->report->document.published;
    if (r->anchor.len)
        return;
    for (size_t i = 0; i < r->dates.count; i++) {
        const reading_date *d = &r->dates.items[i];
        if (d->type == CHANCERY_DATE && d->value.len == READING_DAY &&
            !tells_future(r, d->sentence) && slice_compare(d->value, r->anchor) > 0)
            r->anchor = d->value;
    }
}

/** A title tells again what the body tells, in words that are cut short: it is read only where it
 *  stands alone. */
chancery_status reading_events(reading_state *r)
{
    chancery_status status = CHANCERY_OK;
    events_walk walk = {0, 0};
    find_anchor(r);
    for (uint32_t i = 0; !status && i < r->report->sentence_count; i++) {
        trace_sentence(r, i);
        if (!r->report->sentences[i].title || r->report->sentence_count == 1)
            status = sentence_events(r, i, &walk);
    }
    return !status && r->trace && r->trace->failed ? r->error->status : status;
}
