/* Digest: a hash over a coding, to tell whether two readings of a report are equal.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * Each field is hashed with the hash so far as its seed, lengths and counts included, so that no
 * two different lists of fields run into the same bytes. It serves to save work and to find damage,
 * not to withstand an adversary. */
#include "archive/internal.h"
#include "base/hash.h"

static void add_u64(uint64_t *h, uint64_t value)
{
    *h = hash_bytes((slice){(const char *)&value, sizeof value}, *h);
}

static void add_text(uint64_t *h, slice s)
{
    *h = hash_bytes(s, *h ^ s.len);
}

static void add_double(uint64_t *h, double value)
{
    uint64_t bits = 0;
    if (value != 0) /* SQLite keeps no sign of zero */
        memcpy(&bits, &value, sizeof bits);
    add_u64(h, bits);
}

static void add_span(uint64_t *h, span s)
{
    add_u64(h, (uint64_t)s.start << 32 | s.end);
}

static void add_spans(uint64_t *h, const span *spans, size_t count)
{
    add_u64(h, count);
    for (size_t i = 0; i < count; i++)
        add_span(h, spans[i]);
}

/* What is no name, by its number: a coding of names alone has the digest that it always had. */
static void add_hows(uint64_t *h, const chancery_how *hows, size_t count)
{
    for (size_t i = 0; hows && i < count; i++)
        if (hows[i] != CHANCERY_HOW_NAME) {
            add_u64(h, i);
            add_u64(h, (uint64_t)hows[i]);
        }
}

static void add_texts(uint64_t *h, const slice *texts, size_t count)
{
    add_u64(h, count);
    for (size_t i = 0; i < count; i++)
        add_text(h, texts[i]);
}

static void add_role(uint64_t *h, const chancery_role *r)
{
    add_text(h, r->code);
    add_text(h, r->sector);
    add_text(h, r->person);
    add_text(h, r->entity_text);
    add_span(h, r->span);
}

static void add_roles(uint64_t *h, const chancery_role *roles, size_t count)
{
    add_u64(h, count);
    for (size_t i = 0; i < count; i++)
        add_role(h, &roles[i]);
}

static void add_entity(uint64_t *h, const chancery_entity *e)
{
    add_text(h, e->id);
    add_u64(h, (uint64_t)e->kind);
    add_text(h, e->code);
    add_text(h, e->name);
    add_spans(h, e->mentions, e->mention_count);
    add_hows(h, e->hows, e->mention_count);
}

static void add_person(uint64_t *h, const chancery_person *p)
{
    add_text(h, p->id);
    add_text(h, p->name);
    add_u64(h, p->office_count);
    for (size_t i = 0; i < p->office_count; i++) {
        const chancery_office *o = &p->offices[i];
        add_text(h, o->title);
        add_text(h, o->of);
        add_text(h, o->from);
        add_text(h, o->until);
        add_text(h, o->rank);
        add_span(h, o->span);
    }
    add_spans(h, p->mentions, p->mention_count);
    add_hows(h, p->hows, p->mention_count);
}

static void add_optional(uint64_t *h, bool there, uint64_t value)
{
    add_u64(h, there);
    if (there)
        add_u64(h, value);
}

static void add_place_and_size(uint64_t *h, const chancery_location *l, const chancery_magnitude *m)
{
    add_text(h, l->name);
    add_text(h, l->code);
    add_u64(h, l->has_coordinates);
    if (l->has_coordinates) {
        add_double(h, l->lat);
        add_double(h, l->lon);
    }
    add_optional(h, m->has_dead, m->dead);
    add_optional(h, m->has_injured, m->injured);
    add_optional(h, m->has_arrested, m->arrested);
    add_optional(h, m->has_size, m->size);
    add_u64(h, m->has_money);
    if (m->has_money) {
        add_double(h, m->money_amount);
        add_text(h, m->money_currency);
    }
}

/* What codings of before lack is no part of their digests. */
static void add_told_span(uint64_t *h, char which, span s)
{
    if (s.start >= s.end)
        return;
    add_u64(h, (unsigned char)which);
    add_span(h, s);
}

static void add_basis(uint64_t *h, chancery_date_from from, span s)
{
    if (from != CHANCERY_FROM_NOTHING)
        add_u64(h, (uint64_t)from);
    add_told_span(h, 'd', s);
}

static void add_event(uint64_t *h, const chancery_event *e)
{
    add_text(h, e->id);
    add_text(h, e->event);
    add_text(h, e->mode);
    add_texts(h, e->contexts, e->context_count);
    add_u64(h, (uint64_t)e->quad_code);
    add_double(h, e->event_scale);
    add_u64(h, (uint64_t)e->status);
    add_roles(h, e->actors, e->actor_count);
    add_roles(h, e->recipients, e->recipient_count);
    add_text(h, e->date);
    add_text(h, e->enddate);
    add_place_and_size(h, &e->location, &e->magnitude);
    add_span(h, e->span);
    add_u64(h, e->sentence);
    add_spans(h, e->mentions, e->mention_count);
    add_text(h, e->frame);
    add_double(h, e->confidence);
    add_basis(h, e->date_from, e->date_span);
    add_told_span(h, 's', e->status_span);
    add_told_span(h, 't', e->trigger);
}

static void add_statement(uint64_t *h, const chancery_statement *s)
{
    add_text(h, s->id);
    add_role(h, &s->speaker);
    add_text(h, s->act);
    add_span(h, s->content);
    add_u64(h, s->quoted);
    add_texts(h, s->contexts, s->context_count);
    add_u64(h, s->position_count);
    for (size_t i = 0; i < s->position_count; i++) {
        add_text(h, s->positions[i].toward);
        add_text(h, s->positions[i].stance);
    }
    if (s->date.len)
        add_text(h, s->date);
    add_basis(h, s->date_from, s->date_span);
    add_span(h, s->span);
}

static void add_commitment(uint64_t *h, const chancery_commitment *c)
{
    add_text(h, c->id);
    add_texts(h, c->by, c->by_count);
    add_texts(h, c->to, c->to_count);
    add_span(h, c->what);
    add_text(h, c->until);
    add_text(h, c->statement);
    add_span(h, c->span);
}

static void add_visit(uint64_t *h, const chancery_visit *v)
{
    add_text(h, v->event);
    add_text(h, v->person);
    add_text(h, v->from);
    add_text(h, v->country);
    add_text(h, v->city);
    add_text(h, v->date);
    add_text(h, v->enddate);
    add_texts(h, v->met, v->met_count);
    add_double(h, v->confidence);
}

static void add_relation(uint64_t *h, const chancery_relation *r)
{
    add_text(h, r->id);
    add_texts(h, r->between, 2);
    add_text(h, r->kind);
    add_text(h, r->since);
    add_text(h, r->until);
    add_text(h, r->level);
    add_span(h, r->span);
}

static void add_date(uint64_t *h, const chancery_date *d)
{
    add_u64(h, (uint64_t)d->type);
    add_text(h, d->value);
    add_text(h, d->endvalue);
    add_span(h, d->span);
}

static void add_finding(uint64_t *h, const chancery_finding *f)
{
    add_text(h, f->id);
    add_text(h, f->kind);
    add_u64(h, (uint64_t)f->severity);
    add_span(h, f->span);
    add_text(h, f->message);
    add_text(h, f->likely);
}

#define ADD_LIST(h, items, count, add)                                                             \
    do {                                                                                           \
        add_u64((h), (count));                                                                     \
        for (size_t i = 0; i < (count); i++)                                                       \
            add((h), &(items)[i]);                                                                 \
    } while (0)

uint64_t archive_digest(const chancery_reading *reading)
{
    uint64_t h = ARCHIVE_EDITION;
    add_text(&h, reading->document.id);
    add_text(&h, reading->document.title);
    add_text(&h, reading->document.language);
    add_spans(&h, reading->document.sentences, reading->document.sentence_count);
    ADD_LIST(&h, reading->entities, reading->entity_count, add_entity);
    ADD_LIST(&h, reading->people, reading->person_count, add_person);
    ADD_LIST(&h, reading->events, reading->event_count, add_event);
    ADD_LIST(&h, reading->statements, reading->statement_count, add_statement);
    ADD_LIST(&h, reading->commitments, reading->commitment_count, add_commitment);
    ADD_LIST(&h, reading->visits, reading->visit_count, add_visit);
    ADD_LIST(&h, reading->relations, reading->relation_count, add_relation);
    ADD_LIST(&h, reading->dates, reading->date_count, add_date);
    ADD_LIST(&h, reading->findings, reading->finding_count, add_finding);
    return h;
}
