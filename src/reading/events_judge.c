/* Events that no frame tells, by the network's judge.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * The codebook speaks first. Of the words that the judge takes for telling something and that no
 * frame has used, those make an event whose sides are known: a word that nobody with a code stands
 * beside tells nothing. Whether it was, when and where is read as for a frame. */
#include <math.h>

#include "reading/events.h"

#define LEAST_TOLD 0.65 /* that a word tells what it is taken for; docs/accuracy.md, "Judge" */
#define LEAST_SIDE 0.5
#define LEAST_PAIR 0.25 /* that it stands between two given actors */

static double of_certain(uint16_t p)
{
    return (double)p / SYNTAX_CERTAIN;
}

static size_t label_count(const reading_state *r)
{
    return r->engine->network ? r->engine->network->config.event : 0;
}

slice events_judged_label(const reading_state *r, size_t label)
{
    return r->engine->network->labels[NET_EVENT][label];
}

/** Whether the judge is there and may speak. */
static bool judge_speaks(const reading_state *r)
{
    return r->engine->judge && label_count(r) > 0;
}

/** The label that a word most likely tells, never "none". */
static size_t best_label(const reading_state *r, const syntax_judged *judged)
{
    size_t best = 1;
    for (size_t i = 2; i < label_count(r); i++)
        if (judged->event[i] > judged->event[best])
            best = i;
    return best;
}

/** Whether an event of the sentence was made of this word, or of the verb that it belongs to. */
static bool is_used(const events_sentence *e, uint16_t word)
{
    for (size_t i = 0; i < e->made_count; i++) {
        const codebook_match *m = &e->matches[e->made[i].match];
        const reading_event *made = &e->r->events.items[e->made[i].event];
        bool part = m->phrase >= 0 && e->s->phrases[m->phrase].head == word;
        if (m->word == word || part || made->thing == e->t->first + word)
            return true;
    }
    return false;
}

static bool stands(const events_side *side, const reading_who *who)
{
    for (uint32_t i = 0; i < side->count; i++)
        if (slice_equal(side->who[i].code, who->code))
            return true;
    return false;
}

/** Those whom the judge sees on a side, each state once; not those on the other side, but for
 * another part of the only state there. */
static void fill_side(const events_sentence *e, const syntax_judged *judged, size_t role,
                      const events_side *other, events_side *out)
{
    *out = (events_side){0};
    for (size_t i = 0; i < judged->count; i++) {
        int16_t phrase = e->s->phrase_of[judged->first + i];
        if (of_certain(judged->side[role][i]) < LEAST_SIDE || phrase < 0)
            continue;
        const reading_referents *ref = &e->referents[phrase];
        for (uint32_t k = 0; k < ref->count && !ref->place_only && out->count < EVENTS_MAX_SIDE;
             k++)
            if (ref->items[k].code.len && !stands(out, &ref->items[k]) &&
                !(stands(other, &ref->items[k]) &&
                  (other->count > 1 || ref->items[k].sector.len == 0))) {
                out->spans[out->count] = reading_phrase_span(e->r, e->sentence, phrase);
                out->who[out->count++] = ref->items[k];
                out->pronoun = out->pronoun || ref->pronoun;
            }
    }
}

/** What the judge tells as if a frame had: it stands as one in the event. */
static codebook_frame *frame_of(const reading_state *r, slice event)
{
    static const char *const together[] = {"CONSULT", "AGREE", "COOPERATE", NULL};
    static const char *const alone[] = {"PROTEST", "MOBILIZE", "RETREAT", NULL};
    codebook_frame *frame = arena_alloc(r->arena, 1, sizeof *frame, r->error);
    if (frame)
        *frame = (codebook_frame){.name = SLICE("judge"),
                                  .event = event,
                                  .together = slice_is_any(event, together),
                                  .actor_needed = true,
                                  .recipient_needed = !slice_is_any(event, alone)};
    return frame;
}

/** The word as a match of the frame: a verb with its clause, or a noun with its phrase. */
static codebook_match match_of(const events_sentence *e, const codebook_frame *frame, uint16_t word)
{
    codebook_match m = {.frame = frame,
                        .clause = events_clause_at(e, e->t->first + word),
                        .phrase = e->s->phrase_of[word],
                        .content = -1,
                        .oblique = -1,
                        .word = word};
    m.noun = m.phrase >= 0 && (m.clause < 0 || e->s->clauses[m.clause].verb != word);
    if (!m.noun)
        m.phrase = -1;
    return m;
}

/** Tries a judged word. */
static chancery_status try_word(events_sentence *e, const syntax_judged *judged)
{
    reading_state *r = e->r;
    size_t label = best_label(r, judged);
    double told = of_certain(judged->event[label]);
    if (told < LEAST_TOLD || is_used(e, judged->word) || e->made_count == EVENTS_MAX_MATCHES ||
        e->match_count == EVENTS_MAX_MATCHES)
        return CHANCERY_OK;
    codebook_frame *frame = frame_of(r, events_judged_label(r, label));
    if (!frame)
        return r->error->status;
    frame->confidence = told;
    codebook_match *match = &e->matches[e->match_count];
    *match = match_of(e, frame, judged->word);
    if (!match->noun && match->clause < 0)
        return CHANCERY_OK;
    events_side actors, recipients;
    fill_side(e, judged, 0, &(events_side){0}, &actors);
    fill_side(e, judged, 1, &actors, &recipients);
    return events_try_judged(e, match, judged, label, &actors, &recipients);
}

chancery_status events_judge(events_sentence *e)
{
    chancery_status status = CHANCERY_OK;
    if (!judge_speaks(e->r))
        return CHANCERY_OK;
    for (size_t i = 0; !status && i < e->s->judged_count; i++)
        status = try_word(e, &e->s->judged[i]);
    return status;
}

/** How sure the judge is that somebody given stands on a side of what a word tells. */
static double given_side(const events_sentence *e, const syntax_judged *judged, size_t role,
                         int given)
{
    double best = 0;
    slice code = e->r->given[given].code;
    for (size_t i = 0; i < judged->count; i++) {
        int16_t phrase = e->s->phrase_of[judged->first + i];
        const reading_referents *ref = phrase < 0 ? NULL : &e->referents[phrase];
        double p = of_certain(judged->side[role][i]);
        for (uint32_t k = 0; p > best && ref && k < ref->count; k++)
            if (slice_equal(ref->items[k].code, code))
                best = p;
    }
    return best;
}

void events_judge_pair(const events_sentence *e)
{
    reading_state *r = e->r;
    enum { ACTOR, RECIPIENT };
    for (size_t i = 0; judge_speaks(r) && i < e->s->judged_count; i++) {
        const syntax_judged *judged = &e->s->judged[i];
        double target = given_side(e, judged, RECIPIENT, READING_TARGET);
        double beside = given_side(e, judged, ACTOR, READING_TARGET);
        double sides = given_side(e, judged, ACTOR, READING_SOURCE) * fmax(target, beside);
        for (size_t label = 1; label < label_count(r); label++) {
            double sees = sides * of_certain(judged->event[label]);
            r->judged[label] += sees;
            if (sees > r->judged_most) {
                r->judged_most = sees;
                r->judged_status = judged->status;
            }
        }
    }
}

chancery_event_status events_judged_status(const reading_state *r)
{
    chancery_event_status status = CHANCERY_OCCURRED;
    (void)reading_status_of(r->engine->network->labels[NET_STATUS][r->judged_status], &status);
    return status;
}

size_t events_judged_best(const reading_state *r, double *share)
{
    size_t best = 0;
    double sum = 0;
    *share = 0;
    for (size_t label = 1; label < label_count(r); label++) {
        sum += r->judged[label];
        if (r->judged[label] > (best ? r->judged[best] : 0))
            best = label;
    }
    if (!best || r->judged[best] < LEAST_PAIR)
        return 0;
    *share = r->judged[best] / sum;
    return best;
}
