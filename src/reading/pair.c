/* A pair: what one of two given actors does to the other.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * The stages of a reading run up to the events. The words that the actors are given by mean them
 * (mentions.c), each with a code that nobody else has, so that it does not matter whether the
 * knowledge base knows them, nor whether both belong to one state. Of the events that are found
 * between them one is taken. */
#include <math.h>

#include "reading/events.h"

#define JUDGE_WORTH 0.5 /* of the judge's share, where no frame speaks */

/* Where a frame is less sure than this, and the judge sees something else so many times as well as
 * what it tells, the judge counts. Chosen on the pairs that are looked at (docs/accuracy.md). */
#define UNSURE_FRAME 0.3
#define CLEARER      2

static bool has_side(const reading_who *who, uint32_t count, slice code)
{
    for (uint32_t i = 0; i < count; i++)
        if (slice_equal(who[i].code, code))
            return true;
    return false;
}

bool events_is_of_pair(const reading_state *r, const reading_event *event)
{
    slice source = r->given[READING_SOURCE].code, target = r->given[READING_TARGET].code;
    return has_side(event->actors, event->actor_count, source) &&
           (has_side(event->recipients, event->recipient_count, target) ||
            has_side(event->actors, event->actor_count, target));
}

/** Whether `a` is told around `b`: what somebody refused comes behind the refusal. A deed that
 * opens the clause is what the clause is about: "[the raid on B] drove thousands out". */
static bool is_around(const reading_event *a, const reading_event *b)
{
    if (a->where.start == b->where.start)
        return a->where.end < b->where.end;
    return a->where.start < b->where.start && b->where.end <= a->where.end;
}

static bool is_better(const reading_event *a, const reading_event *b)
{
    if (a->purpose != b->purpose)
        return a->purpose;
    return is_around(a, b) || (!is_around(b, a) && a->confidence > b->confidence);
}

static const reading_event *best_event(const reading_state *r)
{
    const reading_event *best = NULL;
    for (size_t i = 0; i < r->events.count; i++) {
        const reading_event *x = &r->events.items[i];
        if (!events_is_of_pair(r, x))
            continue;
        if (!best || is_better(x, best))
            best = x;
    }
    return best;
}

/** Whether the judge, who sees the label best, counts more than the frame. */
static bool is_overruled(const reading_state *r, const reading_event *event, size_t judged)
{
    double same = 0;
    for (size_t label = 1; label < r->engine->network->config.event; label++)
        if (slice_equal(events_judged_label(r, label), event->event))
            same = r->judged[label];
    return event->confidence < UNSURE_FRAME && r->judged[judged] > CLEARER * same;
}

chancery_status reading_pair(const reading_engine *engine, syntax_parser *parser,
                             const text_report *report, const span *actors, arena *a,
                             arena *scratch, chancery_pair *out, chancery_error *error)
{
    static reading_stage *const stages[] = {
        reading_marks,      reading_dates,  reading_people, reading_mentions,
        reading_statements, reading_events, NULL,
    };
    chancery_error local = {0};
    reading_given given[READING_SIDES] = {
        {.where = actors[READING_SOURCE], .code = SLICE("source")},
        {.where = actors[READING_TARGET], .code = SLICE("target")},
    };
    reading_state r = {.engine = engine,
                       .parser = parser,
                       .report = report,
                       .text = report->document.text,
                       .arena = a,
                       .scratch = scratch,
                       .error = error ? error : &local,
                       .given = given};
    chancery_status status = reading_run(&r, stages);
    const reading_event *event = status ? NULL : best_event(&r);
    if (status)
        return status;
    double share;
    size_t judged = events_judged_best(&r, &share);
    if (judged && (!event || is_overruled(&r, event, judged)))
        *out = (chancery_pair){.event = events_judged_label(&r, judged),
                               .status = events_judged_status(&r),
                               .confidence = floor(share * JUDGE_WORTH * 100 + 0.5) / 100,
                               .frame = SLICE("judge")};
    else if (event)
        *out = (chancery_pair){.event = event->event,
                               .mode = event->mode,
                               .status = event->status,
                               .confidence = floor(event->confidence * 100 + 0.5) / 100,
                               .frame = event->frame->name,
                               .span = event->where};
    else
        *out = (chancery_pair){0};
    return CHANCERY_OK;
}
