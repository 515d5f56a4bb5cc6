/* When a statement was made.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * Its day is told in the clause of saying, not in what is said: "[on Monday] he said that … in
 * July". Where nothing tells it, it was the day of the meeting told before, else the report's. */
#include "reading/events.h"
#include "reading/statements.h"

/** Whether a date can be the day on which something was said: no day to come, none long ago. */
static bool fits(const reading_state *r, const reading_date *d)
{
    size_t shorter = d->value.len < r->anchor.len ? d->value.len : r->anchor.len;
    return d->type == CHANCERY_DATE && d->value.len >= READING_MONTH && !d->jubilee &&
           (!shorter || memcmp(d->value.ptr, r->anchor.ptr, shorter) <= 0) &&
           !events_is_historical(r, d->value);
}

/** Whether a span stands in what any of the statements from `first` on says. */
static bool is_said(const reading_state *r, size_t first, uint32_t sentence, span where)
{
    for (size_t i = first; i < r->statements.count; i++) {
        const reading_statement *s = &r->statements.items[i];
        if (s->sentence > sentence)
            break;
        if (where.start >= s->content.start && where.end <= s->content.end)
            return true;
    }
    return false;
}

/** The date of the clause of saying, or else the only one beside it in the sentence. */
static void from_words(const reading_state *r, size_t first, reading_statement *s)
{
    const reading_date *found = NULL;
    bool inside = false;
    for (size_t i = reading_first_date(r, s->sentence); i < r->dates.count; i++) {
        const reading_date *d = &r->dates.items[i];
        if (d->sentence != s->sentence)
            break;
        span where = reading_span(r, d->token, d->count);
        if (!fits(r, d) || is_said(r, first, s->sentence, where))
            continue;
        bool own = where.start >= s->where.start && where.end <= s->where.end;
        if (found && (inside || !own))
            continue;
        found = d;
        inside = own;
    }
    if (!found)
        return;
    s->date = found->value;
    s->date_from = inside ? CHANCERY_FROM_CLAUSE : CHANCERY_FROM_SENTENCE;
    s->date_span = reading_span(r, found->token, found->count);
}

chancery_status reading_statement_dates(reading_state *r)
{
    size_t first = 0, events = 0;
    for (size_t i = 0; i < r->statements.count; i++) {
        reading_statement *s = &r->statements.items[i];
        while (first < i && r->statements.items[first].sentence < s->sentence)
            first++;
        while (events < r->events.count && r->events.items[events].sentence < s->sentence)
            events++;
        from_words(r, first, s);
        if (s->date_from == CHANCERY_FROM_NOTHING)
            events_occasion(r, events, &s->date, &s->date_from);
    }
    return CHANCERY_OK;
}
