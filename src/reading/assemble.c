/* Assembly: the stages' findings become the public structs, with their ids.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * An id is a letter and 16 hexadecimal digits: the hash of the report's id, the kind of entry, its
 * span and what tells it from others of that span. So the same report and engine give the same ids,
 * and ids of different archives can be merged. */
#include "base/hash.h"
#include "reading/events.h"

/** Seed of all ids; a change of it would change every id of every archive. */
#define ID_SEED UINT64_C(0x43484e43)

static chancery_status make_id(const reading_state *r, char letter, span where, slice extra,
                               slice *out)
{
    uint64_t parts[4] = {hash_bytes(r->report->document.id, ID_SEED), (unsigned char)letter,
                         (uint64_t)where.start << 32 | where.end, hash_bytes(extra, ID_SEED)};
    char *id = arena_alloc(r->arena, HASH_HEX_BYTES + 2, 1, r->error);
    if (!id)
        return r->error->status;
    id[0] = letter;
    hash_hex(hash_bytes((slice){(const char *)parts, sizeof parts}, ID_SEED), id + 1);
    *out = (slice){id, HASH_HEX_BYTES + 1};
    return CHANCERY_OK;
}

static chancery_status assemble_document(reading_state *r, chancery_reading *out)
{
    const text_report *report = r->report;
    span *sentences = arena_alloc(r->arena, report->sentence_count, sizeof *sentences, r->error);
    if (!sentences)
        return r->error->status;
    for (size_t i = 0; i < report->sentence_count; i++)
        sentences[i] = (span){report->sentences[i].start, report->sentences[i].end};
    out->document = report->document;
    out->document.sentences = sentences;
    out->document.sentence_count = report->sentence_count;
    out->edition = r->engine->edition;
    return CHANCERY_OK;
}

static chancery_entity_kind entity_kind(const kb_entry *entry, const reading_hit *hit, bool place)
{
    if (place)
        return CHANCERY_ENTITY_PLACE;
    if (hit->kind == KB_BODY)
        return entry->kind == KB_IGO ? CHANCERY_ENTITY_IGO : CHANCERY_ENTITY_ORGANISATION;
    switch (entry->kind) {
    case KB_STATE:
        return CHANCERY_ENTITY_STATE;
    case KB_IGO:
        return CHANCERY_ENTITY_IGO;
    case KB_ORGANISATION:
        return CHANCERY_ENTITY_ORGANISATION;
    case KB_GROUP:
        return CHANCERY_ENTITY_GROUP;
    case KB_PLACE:
    case KB_PERSON: /* never among hits of names */
        break;
    }
    return CHANCERY_ENTITY_PLACE;
}

/** Spans of mentions, and how each means; the second is NULL where all are names. */
static chancery_status assemble_links(const reading_state *r, const reading_links *links,
                                      const span **mentions, const chancery_how **hows,
                                      const chancery_why **whys)
{
    span *spans = arena_alloc(r->arena, links->count, sizeof *spans, r->error);
    chancery_how *ways = arena_alloc(r->arena, links->count, sizeof *ways, r->error);
    chancery_why *reasons = arena_alloc(r->arena, links->count, sizeof *reasons, r->error);
    if (!spans || !ways || !reasons)
        return r->error->status;
    bool names = true;
    for (size_t i = 0; i < links->count; i++) {
        spans[i] = reading_span(r, links->items[i].token, links->items[i].count);
        ways[i] = links->items[i].how;
        reasons[i] = links->items[i].why;
        names = names && ways[i] == CHANCERY_HOW_NAME;
    }
    *mentions = spans;
    *hows = names ? NULL : ways;
    *whys = names ? NULL : reasons;
    return CHANCERY_OK;
}

static chancery_status fill_entity(reading_state *r, const reading_entity *from,
                                   chancery_entity *out)
{
    const reading_hit *hit = &r->hits.items[from->hit];
    kb_entry entry = kb_entry_at(r->engine->kb, hit->entry);
    out->kind = entity_kind(&entry, hit, from->place);
    out->code = entry.code;
    out->name =
        from->own_name || from->place ? reading_words(r, hit->token, hit->count) : entry.name;
    out->mention_count = from->links.count;
    chancery_status status =
        assemble_links(r, &from->links, &out->mentions, &out->hows, &out->whys);
    span first = reading_span(r, hit->token, hit->count);
    return status ? status : make_id(r, 'n', first, entry.id, &out->id);
}

static chancery_status assemble_entities(reading_state *r, chancery_reading *out)
{
    size_t count = r->entities.count;
    chancery_entity *made = arena_alloc(r->arena, count, sizeof *made, r->error);
    if (!made)
        return r->error->status;
    for (size_t i = 0; i < count; i++) {
        chancery_status status = fill_entity(r, &r->entities.items[i], &made[i]);
        if (status)
            return status;
    }
    out->entities = made;
    out->entity_count = count;
    return CHANCERY_OK;
}

static chancery_status fill_person(reading_state *r, const reading_person *from,
                                   chancery_person *to)
{
    chancery_office *offices =
        arena_alloc(r->arena, from->offices.count, sizeof *offices, r->error);
    if (!offices)
        return r->error->status;
    for (size_t i = 0; i < from->offices.count; i++) {
        const reading_office *o = &from->offices.items[i];
        offices[i] = (chancery_office){o->title,
                                       o->code,
                                       o->from,
                                       o->until,
                                       kb_rank_name(o->rank),
                                       reading_span(r, o->token, o->count)};
    }
    to->name = from->name;
    to->offices = offices;
    to->office_count = from->offices.count;
    to->mention_count = from->links.count;
    chancery_status status = assemble_links(r, &from->links, &to->mentions, &to->hows, &to->whys);
    span first = {0, 0};
    if (from->mentions.count)
        first = reading_span(r, from->mentions.items[0].token, from->mentions.items[0].count);
    return status ? status : make_id(r, 'p', first, from->name, &to->id);
}

static chancery_status assemble_people(reading_state *r, chancery_reading *out)
{
    chancery_person *people = arena_alloc(r->arena, r->people.count, sizeof *people, r->error);
    if (!people)
        return r->error->status;
    for (size_t i = 0; i < r->people.count; i++) {
        chancery_status status = fill_person(r, &r->people.items[i], &people[i]);
        if (status)
            return status;
    }
    out->people = people;
    out->person_count = r->people.count;
    return CHANCERY_OK;
}

static chancery_role make_role(const reading_state *r, const chancery_reading *out,
                               const reading_who *who, span where)
{
    chancery_role role = {.code = who->code, .sector = who->sector, .span = where};
    if (who->person >= 0)
        role.person = out->people[who->person].id;
    role.entity_text = slice_range(r->text, where.start, where.end);
    return role;
}

static chancery_status make_roles(const reading_state *r, const chancery_reading *out,
                                  const reading_who *who, const span *spans, size_t count,
                                  const chancery_role **roles)
{
    chancery_role *made = arena_alloc(r->arena, count, sizeof *made, r->error);
    if (!made)
        return r->error->status;
    for (size_t i = 0; i < count; i++)
        made[i] = make_role(r, out, &who[i], spans[i]);
    *roles = made;
    return CHANCERY_OK;
}

/** Type and codes of both sides as bytes, to tell events of one span apart. */
static chancery_status event_key(const reading_state *r, const reading_event *e, slice *out)
{
    enum { CODE_BYTES = 4 };
    size_t room = e->event.len + (e->actor_count + e->recipient_count) * (size_t)CODE_BYTES;
    char *key = arena_alloc(r->arena, room + 1, 1, r->error), *at = key;
    if (!key)
        return r->error->status;
    memcpy(at, e->event.ptr, e->event.len);
    at += e->event.len;
    for (uint32_t i = 0; i < e->actor_count + e->recipient_count; i++) {
        bool actor = i < e->actor_count;
        slice code = actor ? e->actors[i].code : e->recipients[i - e->actor_count].code;
        *at++ = actor ? ' ' : '>';
        memcpy(at, code.ptr, code.len < CODE_BYTES - 1 ? code.len : CODE_BYTES - 1);
        at += CODE_BYTES - 1;
    }
    *out = (slice){key, (size_t)(at - key)};
    return CHANCERY_OK;
}

static chancery_location make_location(const reading_state *r, const reading_event *e)
{
    chancery_location location = {0};
    if (e->place_hit < 0)
        return location;
    const reading_hit *hit = &r->hits.items[e->place_hit];
    kb_entry entry = kb_entry_at(r->engine->kb, hit->entry);
    location.name = reading_words(r, hit->token, hit->count);
    location.code = entry.code;
    location.has_coordinates = entry.has_coordinates;
    location.lat = entry.lat;
    location.lon = entry.lon;
    return location;
}

static chancery_status fill_event(reading_state *r, const chancery_reading *out,
                                  const reading_event *from, chancery_event *to)
{
    to->event = from->event;
    to->mode = from->mode;
    to->contexts = from->contexts;
    to->context_count = from->context_count;
    to->status = from->status;
    to->status_span = from->status_span;
    to->date = from->date;
    to->enddate = from->enddate;
    to->date_from = from->date_from;
    to->date_span = from->date_span;
    to->trigger = reading_span(r, from->trigger, 1);
    to->location = make_location(r, from);
    to->magnitude = from->magnitude;
    to->span = from->where;
    to->sentence = from->sentence;
    to->mentions = from->mentions.items;
    to->mention_count = from->mentions.count;
    to->frame = from->frame->name;
    to->confidence = from->confidence;
    to->actor_count = from->actor_count;
    to->recipient_count = from->recipient_count;
    codebook_type(r->engine->codebook, from->event, from->mode, &to->quad_code, &to->event_scale);
    slice key = {0};
    chancery_status status =
        make_roles(r, out, from->actors, from->actor_spans, from->actor_count, &to->actors);
    if (!status)
        status = make_roles(r, out, from->recipients, from->recipient_spans, from->recipient_count,
                            &to->recipients);
    if (!status)
        status = event_key(r, from, &key);
    return status ? status : make_id(r, 'e', from->where, key, &to->id);
}

static chancery_status assemble_events(reading_state *r, chancery_reading *out)
{
    chancery_event *events = arena_alloc(r->arena, r->events.count, sizeof *events, r->error);
    if (!events)
        return r->error->status;
    for (size_t i = 0; i < r->events.count; i++) {
        chancery_status status = fill_event(r, out, &r->events.items[i], &events[i]);
        if (status)
            return status;
    }
    out->events = events;
    out->event_count = r->events.count;
    return CHANCERY_OK;
}

static chancery_status assemble_statements(reading_state *r, chancery_reading *out)
{
    size_t count = r->statements.count;
    chancery_statement *made = arena_alloc(r->arena, count, sizeof *made, r->error);
    if (!made)
        return r->error->status;
    for (size_t i = 0; i < count; i++) {
        const reading_statement *from = &r->statements.items[i];
        made[i].speaker = make_role(r, out, &from->speaker, from->speaker_span);
        made[i].act = from->act;
        made[i].content = from->content;
        made[i].quoted = from->quoted;
        made[i].date = from->date;
        made[i].date_from = from->date_from;
        made[i].date_span = from->date_span;
        made[i].span = from->where;
        chancery_status status = make_id(r, 's', from->content, from->act, &made[i].id);
        if (status)
            return status;
    }
    out->statements = made;
    out->statement_count = count;
    return CHANCERY_OK;
}

static chancery_status assemble_relations(reading_state *r, chancery_reading *out)
{
    size_t count = r->relations.count;
    chancery_relation *made = arena_alloc(r->arena, count, sizeof *made, r->error);
    if (!made)
        return r->error->status;
    for (size_t i = 0; i < count; i++) {
        const reading_relation *from = &r->relations.items[i];
        made[i] = (chancery_relation){.between = {from->between[0], from->between[1]},
                                      .kind = from->kind,
                                      .since = from->since,
                                      .until = from->until,
                                      .level = from->level,
                                      .span = from->where};
        slice key;
        chancery_status status = arena_printf(
            r->arena, &key, r->error, "%.*s %.*s %.*s %.*s", SLICE_ARGS(from->kind),
            SLICE_ARGS(from->between[0]), SLICE_ARGS(from->between[1]), SLICE_ARGS(from->since));
        if (!status)
            status = make_id(r, 'l', from->where, key, &made[i].id);
        if (status)
            return status;
    }
    out->relations = made;
    out->relation_count = count;
    return CHANCERY_OK;
}

static chancery_status assemble_dates(reading_state *r, chancery_reading *out)
{
    chancery_date *made = arena_alloc(r->arena, r->dates.count, sizeof *made, r->error);
    if (!made)
        return r->error->status;
    for (size_t i = 0; i < r->dates.count; i++) {
        const reading_date *from = &r->dates.items[i];
        made[i] = (chancery_date){from->type, from->value, from->endvalue,
                                  reading_span(r, from->token, from->count)};
    }
    out->dates = made;
    out->date_count = r->dates.count;
    return CHANCERY_OK;
}

static chancery_status assemble_findings(reading_state *r, chancery_reading *out)
{
    chancery_finding *made = arena_alloc(r->arena, r->findings.count, sizeof *made, r->error);
    if (!made)
        return r->error->status;
    for (size_t i = 0; i < r->findings.count; i++) {
        const reading_finding *from = &r->findings.items[i];
        made[i] = (chancery_finding){.kind = from->kind,
                                     .severity = from->severity,
                                     .span = from->where,
                                     .message = from->message,
                                     .likely = from->likely};
        chancery_status status = make_id(r, 'f', from->where, from->kind, &made[i].id);
        if (status)
            return status;
    }
    out->findings = made;
    out->finding_count = r->findings.count;
    return CHANCERY_OK;
}

static chancery_status fill_visit(const reading_state *r, const reading_event *e,
                                  const chancery_event *event, const chancery_reading *out,
                                  chancery_visit *visit)
{
    slice *met = arena_alloc(r->arena, e->recipient_count, sizeof *met, r->error);
    if (!met)
        return r->error->status;
    *visit = (chancery_visit){.event = event->id,
                              .from = e->actors[0].code,
                              .country = e->recipients[0].code,
                              .date = e->date,
                              .enddate = e->enddate,
                              .met = met,
                              .confidence = e->confidence};
    for (uint32_t i = 0; i < e->actor_count && visit->person.len == 0; i++)
        if (e->actors[i].person >= 0)
            visit->person = out->people[e->actors[i].person].id;
    for (uint32_t i = 0; i < e->recipient_count; i++)
        if (e->recipients[i].person >= 0)
            met[visit->met_count++] = out->people[e->recipients[i].person].id;
    if (e->place_hit >= 0 && events_is_town(r, e->place_hit) &&
        slice_equal(event->location.code, visit->country))
        visit->city = event->location.name;
    return CHANCERY_OK;
}

/** Visits are the events of that mode that took or take place. */
static chancery_status assemble_visits(reading_state *r, chancery_reading *out)
{
    ARRAY(chancery_visit) visits = {0};
    for (size_t i = 0; i < r->events.count; i++) {
        const reading_event *e = &r->events.items[i];
        if (!slice_equal(e->mode, SLICE("visit")) || e->recipient_count == 0 ||
            e->status == CHANCERY_NEGATED || e->status == CHANCERY_HYPOTHETICAL)
            continue;
        chancery_visit *visit = array_push(&visits, r->arena, r->error);
        if (!visit)
            return r->error->status;
        chancery_status status = fill_visit(r, e, &out->events[i], out, visit);
        if (status)
            return status;
    }
    out->visits = visits.items;
    out->visit_count = visits.count;
    return CHANCERY_OK;
}

chancery_status reading_assemble(reading_state *r, chancery_reading *out)
{
    static chancery_status (*const parts[])(reading_state *, chancery_reading *) = {
        assemble_document, assemble_entities,   assemble_people,
        assemble_events,   assemble_statements, assemble_relations,
        assemble_dates,    assemble_findings,   assemble_visits,
    };
    *out = (chancery_reading){0};
    chancery_status status = CHANCERY_OK;
    for (size_t i = 0; !status && i < sizeof parts / sizeof *parts; i++)
        status = parts[i](r, out);
    return status;
}
