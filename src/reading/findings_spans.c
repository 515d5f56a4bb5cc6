/* Date conflicts between a beginning and an end: stays, visits, gatherings.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * The two must be of the same stay beyond doubt: one arrival in the report, or one beginning of a
 * thing of that name. */
#include "reading/findings.h"

enum { NEAR_DAYS = 31 };

static bool ends_before(const findings_told *begin, const findings_told *end)
{
    int64_t gap = findings_day(begin->date) - findings_day(end->date);
    return gap > 0 && gap <= NEAR_DAYS;
}

static chancery_status report(reading_state *r, const findings_told *begin,
                              const findings_told *end)
{
    slice first, last, message;
    chancery_status status = findings_print_date(r, begin->date->value, &first);
    if (!status)
        status = findings_print_date(r, end->date->value, &last);
    if (!status)
        status = arena_printf(r->arena, &message, r->error,
                              "The end is told for %.*s, before the beginning on %.*s.",
                              SLICE_ARGS(last), SLICE_ARGS(first));
    return status ? status
                  : findings_add(r, "date-conflict", CHANCERY_WARNING,
                                 reading_span(r, end->date->token, end->date->count), message,
                                 (slice){0});
}

/** Code of the state that an entry lies in or is. */
static slice code_of(const reading_state *r, int32_t entry)
{
    return entry < 0 ? (slice){0} : kb_entry_at(r->engine->kb, (uint32_t)entry).code;
}

static bool next_is_home(const reading_state *r, const findings_told *t)
{
    const text_sentence *s = &r->report->sentences[t->sentence];
    for (uint32_t w = t->verb + 1u; w < s->count && w <= t->verb + 2u; w++)
        if (reading_is(r, s->first + w, "home"))
            return true;
    return false;
}

/** "His stay ended", "flew home", "left Malta", "departed": of a stay in the state `where`. */
static bool ends_stay(const reading_state *r, const findings_told *t, slice where)
{
    static const char *const stays[] = {"stay", "visit", "tour", "trip", "journey", NULL};
    const syntax_sentence *s = &r->parsed[t->sentence];
    slice verb = s->words[t->verb].lemma;
    if (t->class == FINDINGS_END)
        return t->subject >= 0 && slice_is_any(findings_head(r, t->sentence, t->subject), stays);
    if (next_is_home(r, t) || (slice_equal(verb, SLICE("depart")) && t->object < 0))
        return true;
    if (!slice_equal(verb, SLICE("leave")) || t->object < 0)
        return false;
    uint32_t token = r->report->sentences[t->sentence].first + s->phrases[t->object].head;
    int32_t hit = r->hit_at[token];
    return hit >= 0 && where.len &&
           slice_equal(code_of(r, (int32_t)r->hits.items[hit].entry), where);
}

/** One arrival in the report, and an end of the stay told behind it with a day before it. */
static chancery_status check_stay(reading_state *r, const findings_told_list *list)
{
    const findings_told *arrival = NULL;
    for (size_t i = 0; i < list->count; i++)
        if (list->items[i].class == FINDINGS_ARRIVE && !list->items[i].perfect) {
            if (arrival)
                return CHANCERY_OK;
            arrival = &list->items[i];
        }
    for (const findings_told *t = arrival; t && t < list->items + list->count; t++) {
        bool end = t->class == FINDINGS_LEAVE || t->class == FINDINGS_END;
        if (end && !t->perfect && ends_before(arrival, t) &&
            ends_stay(r, t, code_of(r, arrival->place)))
            return report(r, arrival, t);
    }
    return CHANCERY_OK;
}

/** What begins or ends: "began [a visit]", "[the summit] opened". */
static slice thing_of(const reading_state *r, const findings_told *t)
{
    static const char *const things[] = {
        "visit",     "stay",     "tour",    "trip",        "summit",       "conference", "exercise",
        "manoeuvre", "maneuver", "meeting", "session",     "talk",         "talks",      "strike",
        "congress",  "fair",     "forum",   "assembly",    "ceasefire",    "truce",      "blockade",
        "mission",   "festival", "war",     "negotiation", "conversation", NULL};
    if ((t->object >= 0 && findings_is_another(r, t->sentence, t->object)) ||
        (t->subject >= 0 && findings_is_another(r, t->sentence, t->subject)))
        return (slice){0};
    slice object = findings_head(r, t->sentence, t->object);
    slice subject = findings_head(r, t->sentence, t->subject);
    if (slice_is_any(object, things))
        return object;
    return t->object < 0 && slice_is_any(subject, things) ? subject : (slice){0};
}

/** The only beginning of a thing before an end of it is told. */
static const findings_told *beginning_of(const reading_state *r, const findings_told_list *list,
                                         const findings_told *end, slice thing)
{
    const findings_told *found = NULL;
    for (const findings_told *t = list->items; t < end; t++)
        if (t->class == FINDINGS_BEGIN && slice_equal(thing_of(r, t), thing)) {
            if (found)
                return NULL;
            found = t;
        }
    return found;
}

static chancery_status check_things(reading_state *r, const findings_told_list *list)
{
    for (size_t i = 0; i < list->count; i++) {
        const findings_told *end = &list->items[i];
        if (end->class != FINDINGS_END || end->perfect)
            continue;
        slice thing = thing_of(r, end);
        const findings_told *begin = thing.len ? beginning_of(r, list, end, thing) : NULL;
        if (!begin || begin->perfect || !ends_before(begin, end))
            continue;
        chancery_status status = report(r, begin, end);
        if (status)
            return status;
    }
    return CHANCERY_OK;
}

chancery_status findings_check_spans(reading_state *r, const findings_told_list *list)
{
    chancery_status status = check_stay(r, list);
    return status ? status : check_things(r, list);
}
