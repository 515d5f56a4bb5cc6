/* Whether all that a reading refers to lies inside it.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * Two doors lead here: readings that a caller hands in, and readings from a file that anybody may
 * have made. What lies behind trusts spans and enumerators. */
#include <math.h>

#include "archive/internal.h"
#include "base/error.h"

/** What is being looked at, and the first fault. */
typedef struct check {
    const chancery_reading *reading;
    chancery_status status; /* CHANCERY_OK until there is a fault */
    chancery_status fault;  /* what status becomes */
    chancery_error *error;
} check;

static void refuse(check *c, slice id, const char *what)
{
    if (c->status != CHANCERY_OK)
        return;
    c->status = error_set(c->error, c->fault, "report %.*s, %.*s: %s; read the report again",
                          SLICE_ARGS(c->reading->document.id), SLICE_ARGS(id), what);
}

/* The text is UTF-8: a character begins at `at`, or the text ends there. */
static bool at_character(slice text, uint32_t at)
{
    return at == text.len || ((unsigned char)text.ptr[at] & 0xC0) != 0x80;
}

static void check_span(check *c, slice id, span s)
{
    slice text = c->reading->document.text;
    if (s.start > s.end || s.end > text.len)
        refuse(c, id, "a span lies outside the text");
    else if (!at_character(text, s.start) || !at_character(text, s.end))
        refuse(c, id, "a span cuts a character");
}

static void check_spans(check *c, slice id, const span *spans, size_t count)
{
    for (size_t i = 0; i < count; i++)
        check_span(c, id, spans[i]);
}

static void check_hows(check *c, slice id, const chancery_how *hows, size_t count)
{
    for (size_t i = 0; hows && i < count; i++)
        if ((unsigned)hows[i] > CHANCERY_HOW_GROUP)
            refuse(c, id, "how a mention means it isn't known");
}

static void check_number(check *c, slice id, double value)
{
    if (!isfinite(value))
        refuse(c, id, "a number is not finite");
}

static void check_people(check *c)
{
    const chancery_reading *r = c->reading;
    for (size_t i = 0; i < r->person_count; i++) {
        const chancery_person *p = &r->people[i];
        check_spans(c, p->id, p->mentions, p->mention_count);
        check_hows(c, p->id, p->hows, p->mention_count);
        for (size_t k = 0; k < p->office_count; k++)
            check_span(c, p->id, p->offices[k].span);
    }
}

/* SQLite's numbers have a sign. */
static void check_count(check *c, slice id, bool there, uint64_t value)
{
    if (!there || value <= INT64_MAX || c->status != CHANCERY_OK)
        return;
    refuse(c, id, "a count is larger than an archive can hold");
    c->status = CHANCERY_E_LIMIT;
    if (c->error)
        c->error->status = c->status;
}

static void check_event(check *c, const chancery_event *e)
{
    check_span(c, e->id, e->span);
    check_span(c, e->id, e->date_span);
    check_span(c, e->id, e->status_span);
    check_span(c, e->id, e->trigger);
    check_spans(c, e->id, e->mentions, e->mention_count);
    for (size_t i = 0; i < e->actor_count; i++)
        check_span(c, e->id, e->actors[i].span);
    for (size_t i = 0; i < e->recipient_count; i++)
        check_span(c, e->id, e->recipients[i].span);
    check_number(c, e->id, e->event_scale);
    check_number(c, e->id, e->confidence);
    check_number(c, e->id, e->location.has_coordinates ? e->location.lat : 0);
    check_number(c, e->id, e->location.has_coordinates ? e->location.lon : 0);
    check_number(c, e->id, e->magnitude.has_money ? e->magnitude.money_amount : 0);
    check_count(c, e->id, e->magnitude.has_dead, e->magnitude.dead);
    check_count(c, e->id, e->magnitude.has_injured, e->magnitude.injured);
    check_count(c, e->id, e->magnitude.has_arrested, e->magnitude.arrested);
    check_count(c, e->id, e->magnitude.has_size, e->magnitude.size);
    if (e->event.len == 0)
        refuse(c, e->id, "it has no type");
    if (e->sentence >= c->reading->document.sentence_count)
        refuse(c, e->id, "its sentence isn't there");
    if ((unsigned)e->status > CHANCERY_HISTORICAL)
        refuse(c, e->id, "its status isn't known");
    if ((unsigned)e->date_from > CHANCERY_FROM_MEETING)
        refuse(c, e->id, "whence its date comes isn't known");
    if (e->quad_code < 0 || e->quad_code > 4)
        refuse(c, e->id, "its quad code isn't known");
}

static void check_items(check *c)
{
    const chancery_reading *r = c->reading;
    for (size_t i = 0; i < r->entity_count; i++) {
        check_spans(c, r->entities[i].id, r->entities[i].mentions, r->entities[i].mention_count);
        check_hows(c, r->entities[i].id, r->entities[i].hows, r->entities[i].mention_count);
        if ((unsigned)r->entities[i].kind > CHANCERY_ENTITY_PLACE)
            refuse(c, r->entities[i].id, "its kind isn't known");
    }
    for (size_t i = 0; i < r->statement_count; i++) {
        check_span(c, r->statements[i].id, r->statements[i].span);
        check_span(c, r->statements[i].id, r->statements[i].content);
        check_span(c, r->statements[i].id, r->statements[i].speaker.span);
        check_span(c, r->statements[i].id, r->statements[i].date_span);
        if ((unsigned)r->statements[i].date_from > CHANCERY_FROM_MEETING)
            refuse(c, r->statements[i].id, "whence its date comes isn't known");
    }
    for (size_t i = 0; i < r->commitment_count; i++) {
        check_span(c, r->commitments[i].id, r->commitments[i].span);
        check_span(c, r->commitments[i].id, r->commitments[i].what);
    }
    for (size_t i = 0; i < r->visit_count; i++)
        check_number(c, r->visits[i].event, r->visits[i].confidence);
    for (size_t i = 0; i < r->relation_count; i++)
        check_span(c, r->relations[i].id, r->relations[i].span);
    for (size_t i = 0; i < r->date_count; i++) {
        check_span(c, SLICE("a date"), r->dates[i].span);
        if ((unsigned)r->dates[i].type > CHANCERY_SET)
            refuse(c, SLICE("a date"), "its type isn't known");
    }
    for (size_t i = 0; i < r->finding_count; i++) {
        check_span(c, r->findings[i].id, r->findings[i].span);
        if ((unsigned)r->findings[i].severity > CHANCERY_WARNING)
            refuse(c, r->findings[i].id, "its severity isn't known");
    }
}

chancery_status archive_validate(const chancery_reading *reading, chancery_status status,
                                 chancery_error *error)
{
    check c = {.reading = reading, .fault = status, .error = error};
    const chancery_document *d = &reading->document;
    if (d->id.len == 0)
        refuse(&c, d->id, "it has no id");
    if (d->text.len > UINT32_MAX)
        refuse(&c, d->id, "its text is too large");
    check_spans(&c, SLICE("a sentence"), d->sentences, d->sentence_count);
    check_people(&c);
    check_items(&c);
    for (size_t i = 0; i < reading->event_count; i++)
        check_event(&c, &reading->events[i]);
    return c.status;
}
