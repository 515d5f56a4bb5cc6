/* A reading as JSON: the program's own form, docs/json.md.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * One function a kind of thing, its fields in the order in which docs/json.md lists them. Strings
 * and dates that are absent are left out, lists never; where an actor has no words of his own in
 * the text, his span is left out too. */
#include "export/export.h"
#include "export/writer.h"
#include "reading/reading.h"

enum {
    /* What the fields around the words take, so that most readings are written without moving. */
    ITEM_BYTES = 320,
    SPAN_BYTES = 32,
};

static void put_span(writer *w, span s)
{
    writer_field_u64(w, SLICE("start"), s.start);
    writer_field_u64(w, SLICE("end"), s.end);
}

static void put_spans(writer *w, slice name, const span *spans, size_t count)
{
    writer_key(w, name);
    writer_open(w, '[');
    for (size_t i = 0; i < count; i++) {
        writer_element(w);
        writer_open(w, '{');
        put_span(w, spans[i]);
        writer_close(w, '}');
    }
    writer_close(w, ']');
}

static void put_named_span(writer *w, slice name, span s)
{
    writer_key(w, name);
    writer_open(w, '{');
    put_span(w, s);
    writer_close(w, '}');
}

/* A span that is left out where it is empty. */
static void put_told_span(writer *w, slice name, span s)
{
    if (s.start < s.end)
        put_named_span(w, name, s);
}

static void put_document(writer *w, const chancery_document *d)
{
    writer_open(w, '{');
    writer_field(w, SLICE("id"), d->id);
    writer_field(w, SLICE("name"), d->name);
    writer_field(w, SLICE("title"), d->title);
    writer_field(w, SLICE("published"), d->published);
    writer_field(w, SLICE("language"), d->language);
    writer_field(w, SLICE("source"), d->source);
    writer_field(w, SLICE("url"), d->url);
    writer_field(w, SLICE("author"), d->author);
    writer_key(w, SLICE("text"));
    writer_string(w, d->text);
    put_spans(w, SLICE("sentences"), d->sentences, d->sentence_count);
    writer_close(w, '}');
}

static void put_edition(writer *w, const chancery_edition *e)
{
    writer_open(w, '{');
    writer_field(w, SLICE("program"), e->program);
    writer_field(w, SLICE("codebook"), e->codebook);
    writer_field(w, SLICE("kb"), e->kb);
    writer_field(w, SLICE("model"), e->model);
    writer_close(w, '}');
}

/* Spans, with `how` where it is no name. */
static void put_mentions(writer *w, const chancery_span *mentions, const chancery_how *hows,
                         size_t count)
{
    writer_key(w, SLICE("mentions"));
    writer_open(w, '[');
    for (size_t i = 0; i < count; i++) {
        writer_element(w);
        writer_open(w, '{');
        put_span(w, mentions[i]);
        if (hows && hows[i] != CHANCERY_HOW_NAME)
            writer_field(w, SLICE("how"), reading_how_name(hows[i]));
        writer_close(w, '}');
    }
    writer_close(w, ']');
}

static void put_entity(writer *w, const chancery_entity *e)
{
    writer_open(w, '{');
    writer_field(w, SLICE("id"), e->id);
    writer_field(w, SLICE("kind"), reading_entity_kind_name(e->kind));
    writer_field(w, SLICE("code"), e->code);
    writer_field(w, SLICE("name"), e->name);
    put_mentions(w, e->mentions, e->hows, e->mention_count);
    writer_close(w, '}');
}

static void put_office(writer *w, const chancery_office *o)
{
    writer_open(w, '{');
    writer_field(w, SLICE("title"), o->title);
    writer_field(w, SLICE("of"), o->of);
    writer_field(w, SLICE("from"), o->from);
    writer_field(w, SLICE("until"), o->until);
    writer_field(w, SLICE("rank"), o->rank);
    put_span(w, o->span);
    writer_close(w, '}');
}

static void put_person(writer *w, const chancery_person *p)
{
    writer_open(w, '{');
    writer_field(w, SLICE("id"), p->id);
    writer_field(w, SLICE("name"), p->name);
    writer_key(w, SLICE("offices"));
    writer_open(w, '[');
    for (size_t i = 0; i < p->office_count; i++) {
        writer_element(w);
        put_office(w, &p->offices[i]);
    }
    writer_close(w, ']');
    put_mentions(w, p->mentions, p->hows, p->mention_count);
    writer_close(w, '}');
}

/* The fields that actors and speakers end in. */
static void put_role_words(writer *w, const chancery_role *r)
{
    writer_field(w, SLICE("entity_text"), r->entity_text);
    if (r->span.start != r->span.end)
        put_span(w, r->span);
}

static void put_roles(writer *w, slice name, const chancery_role *roles, size_t count)
{
    writer_key(w, name);
    writer_open(w, '[');
    for (size_t i = 0; i < count; i++) {
        writer_element(w);
        writer_open(w, '{');
        writer_field(w, SLICE("code"), roles[i].code);
        writer_field(w, SLICE("sector"), roles[i].sector);
        writer_field(w, SLICE("person"), roles[i].person);
        put_role_words(w, &roles[i]);
        writer_close(w, '}');
    }
    writer_close(w, ']');
}

static void put_location(writer *w, const chancery_location *l)
{
    if (l->name.len == 0 && l->code.len == 0 && !l->has_coordinates)
        return;
    writer_key(w, SLICE("event_loc"));
    writer_open(w, '{');
    writer_field(w, SLICE("name"), l->name);
    writer_field(w, SLICE("code"), l->code);
    if (l->has_coordinates) {
        writer_field_double(w, SLICE("lat"), l->lat);
        writer_field_double(w, SLICE("lon"), l->lon);
    }
    writer_close(w, '}');
}

static void put_magnitude(writer *w, const chancery_magnitude *m)
{
    if (!m->has_dead && !m->has_injured && !m->has_arrested && !m->has_size && !m->has_money)
        return;
    writer_key(w, SLICE("magnitude"));
    writer_open(w, '{');
    if (m->has_dead)
        writer_field_u64(w, SLICE("dead"), m->dead);
    if (m->has_injured)
        writer_field_u64(w, SLICE("injured"), m->injured);
    if (m->has_arrested)
        writer_field_u64(w, SLICE("arrested"), m->arrested);
    if (m->has_size)
        writer_field_u64(w, SLICE("size"), m->size);
    if (m->has_money) {
        writer_key(w, SLICE("money"));
        writer_open(w, '{');
        writer_field_double(w, SLICE("amount"), m->money_amount);
        writer_field(w, SLICE("currency"), m->money_currency);
        writer_close(w, '}');
    }
    writer_close(w, '}');
}

static void put_event(writer *w, const chancery_event *e)
{
    writer_open(w, '{');
    writer_field(w, SLICE("id"), e->id);
    writer_field(w, SLICE("event"), e->event);
    writer_field(w, SLICE("mode"), e->mode);
    writer_field_list(w, SLICE("context"), e->contexts, e->context_count);
    if (e->quad_code > 0)
        writer_field_u64(w, SLICE("quad_code"), (uint64_t)e->quad_code);
    writer_field_double(w, SLICE("event_scale"), e->event_scale);
    writer_field(w, SLICE("status"), reading_status_name(e->status));
    put_told_span(w, SLICE("status_span"), e->status_span);
    put_roles(w, SLICE("actor"), e->actors, e->actor_count);
    put_roles(w, SLICE("recipient"), e->recipients, e->recipient_count);
    writer_field(w, SLICE("date"), e->date);
    writer_field(w, SLICE("enddate"), e->enddate);
    writer_field(w, SLICE("date_from"), reading_date_from_name(e->date_from));
    put_told_span(w, SLICE("date_span"), e->date_span);
    put_location(w, &e->location);
    put_magnitude(w, &e->magnitude);
    put_span(w, e->span);
    put_told_span(w, SLICE("trigger"), e->trigger);
    writer_field_u64(w, SLICE("sentence"), e->sentence);
    put_spans(w, SLICE("mentions"), e->mentions, e->mention_count);
    writer_field(w, SLICE("frame"), e->frame);
    writer_field_double(w, SLICE("confidence"), e->confidence);
    writer_close(w, '}');
}

static void put_statement(writer *w, const chancery_statement *s)
{
    writer_open(w, '{');
    writer_field(w, SLICE("id"), s->id);
    writer_key(w, SLICE("speaker"));
    writer_open(w, '{');
    writer_field(w, SLICE("person"), s->speaker.person);
    writer_field(w, SLICE("code"), s->speaker.code);
    writer_field(w, SLICE("sector"), s->speaker.sector);
    put_role_words(w, &s->speaker);
    writer_close(w, '}');
    writer_field(w, SLICE("act"), s->act);
    put_named_span(w, SLICE("content"), s->content);
    writer_key(w, SLICE("quoted"));
    writer_bytes(w, s->quoted ? SLICE("true") : SLICE("false"));
    writer_field_list(w, SLICE("context"), s->contexts, s->context_count);
    writer_key(w, SLICE("positions"));
    writer_open(w, '[');
    for (size_t i = 0; i < s->position_count; i++) {
        writer_element(w);
        writer_open(w, '{');
        writer_field(w, SLICE("toward"), s->positions[i].toward);
        writer_field(w, SLICE("stance"), s->positions[i].stance);
        writer_close(w, '}');
    }
    writer_close(w, ']');
    writer_field(w, SLICE("date"), s->date);
    writer_field(w, SLICE("date_from"), reading_date_from_name(s->date_from));
    put_told_span(w, SLICE("date_span"), s->date_span);
    put_span(w, s->span);
    writer_close(w, '}');
}

static void put_commitment(writer *w, const chancery_commitment *c)
{
    writer_open(w, '{');
    writer_field(w, SLICE("id"), c->id);
    writer_field_list(w, SLICE("by"), c->by, c->by_count);
    writer_field_list(w, SLICE("to"), c->to, c->to_count);
    put_named_span(w, SLICE("what"), c->what);
    writer_field(w, SLICE("until"), c->until);
    writer_field(w, SLICE("statement"), c->statement);
    put_span(w, c->span);
    writer_close(w, '}');
}

static void put_visit(writer *w, const chancery_visit *v)
{
    writer_open(w, '{');
    writer_field(w, SLICE("event"), v->event);
    writer_field(w, SLICE("person"), v->person);
    writer_field(w, SLICE("from"), v->from);
    writer_field(w, SLICE("country"), v->country);
    writer_field(w, SLICE("city"), v->city);
    writer_field(w, SLICE("date"), v->date);
    writer_field(w, SLICE("enddate"), v->enddate);
    writer_field_list(w, SLICE("met"), v->met, v->met_count);
    writer_field_double(w, SLICE("confidence"), v->confidence);
    writer_close(w, '}');
}

static void put_relation(writer *w, const chancery_relation *r)
{
    writer_open(w, '{');
    writer_field(w, SLICE("id"), r->id);
    writer_field_list(w, SLICE("between"), r->between, 2);
    writer_field(w, SLICE("kind"), r->kind);
    writer_field(w, SLICE("since"), r->since);
    writer_field(w, SLICE("until"), r->until);
    writer_field(w, SLICE("level"), r->level);
    put_span(w, r->span);
    writer_close(w, '}');
}

static void put_date(writer *w, const chancery_date *d)
{
    writer_open(w, '{');
    writer_field(w, SLICE("type"), reading_date_type_name(d->type));
    writer_field(w, SLICE("value"), d->value);
    writer_field(w, SLICE("endvalue"), d->endvalue);
    put_span(w, d->span);
    writer_close(w, '}');
}

static void put_finding(writer *w, const chancery_finding *f)
{
    writer_open(w, '{');
    writer_field(w, SLICE("id"), f->id);
    writer_field(w, SLICE("kind"), f->kind);
    writer_field(w, SLICE("severity"), reading_severity_name(f->severity));
    put_span(w, f->span);
    writer_field(w, SLICE("message"), f->message);
    writer_field(w, SLICE("likely"), f->likely);
    writer_close(w, '}');
}

/* A list of all items of the reading that `put` writes one of. */
#define PUT_LIST(w, name, items, count, put)                                                       \
    do {                                                                                           \
        writer_key((w), (name));                                                                   \
        writer_open((w), '[');                                                                     \
        for (size_t i = 0; i < (count); i++) {                                                     \
            writer_element(w);                                                                     \
            put((w), &(items)[i]);                                                                 \
        }                                                                                          \
        writer_close((w), ']');                                                                    \
    } while (0)

static void put_reading(writer *w, const chancery_reading *r)
{
    writer_open(w, '{');
    writer_key(w, SLICE("document"));
    put_document(w, &r->document);
    writer_key(w, SLICE("edition"));
    put_edition(w, &r->edition);
    PUT_LIST(w, SLICE("entities"), r->entities, r->entity_count, put_entity);
    PUT_LIST(w, SLICE("people"), r->people, r->person_count, put_person);
    PUT_LIST(w, SLICE("events"), r->events, r->event_count, put_event);
    PUT_LIST(w, SLICE("statements"), r->statements, r->statement_count, put_statement);
    PUT_LIST(w, SLICE("commitments"), r->commitments, r->commitment_count, put_commitment);
    PUT_LIST(w, SLICE("visits"), r->visits, r->visit_count, put_visit);
    PUT_LIST(w, SLICE("relations"), r->relations, r->relation_count, put_relation);
    PUT_LIST(w, SLICE("dates"), r->dates, r->date_count, put_date);
    PUT_LIST(w, SLICE("findings"), r->findings, r->finding_count, put_finding);
    writer_close(w, '}');
}

/* A first guess; a wrong one costs a move. Counts are of items in memory, so it can't overflow. */
static size_t expected_bytes(const chancery_reading *r)
{
    size_t items = r->entity_count + r->person_count + 3 * r->event_count + 2 * r->statement_count +
                   r->commitment_count + r->visit_count + r->relation_count + r->finding_count;
    size_t spans = r->document.sentence_count + 3 * r->date_count;
    for (size_t i = 0; i < r->entity_count; i++)
        spans += r->entities[i].mention_count;
    return r->document.text.len + r->document.text.len / 32 + 2 * r->document.name.len +
           (items + 4) * ITEM_BYTES + spans * SPAN_BYTES;
}

chancery_status export_json(const chancery_reading *reading, arena *a, slice *out,
                            chancery_error *error)
{
    writer w;
    writer_to_arena(&w, a, expected_bytes(reading), error);
    put_reading(&w, reading);
    return writer_finish(&w, out);
}

chancery_status export_json_stream(const chancery_reading *reading, FILE *out,
                                   chancery_error *error)
{
    writer w;
    char buffer[WRITER_STREAM_BYTES];
    writer_to_stream(&w, out, buffer, error);
    put_reading(&w, reading);
    return writer_finish(&w, NULL);
}

chancery_status export_event_json(const chancery_event *event, arena *a, slice *out,
                                  chancery_error *error)
{
    writer w;
    writer_to_arena(&w, a, 0, error);
    put_event(&w, event);
    return writer_finish(&w, out);
}

chancery_status export_person_json(const chancery_person *person, arena *a, slice *out,
                                   chancery_error *error)
{
    writer w;
    writer_to_arena(&w, a, 0, error);
    put_person(&w, person);
    return writer_finish(&w, out);
}

chancery_status export_statement_json(const chancery_statement *statement, arena *a, slice *out,
                                      chancery_error *error)
{
    writer w;
    writer_to_arena(&w, a, 0, error);
    put_statement(&w, statement);
    return writer_finish(&w, out);
}

chancery_status export_relation_json(const chancery_relation *relation, arena *a, slice *out,
                                     chancery_error *error)
{
    writer w;
    writer_to_arena(&w, a, 0, error);
    put_relation(&w, relation);
    return writer_finish(&w, out);
}

chancery_status export_finding_json(const chancery_finding *finding, arena *a, slice *out,
                                    chancery_error *error)
{
    writer w;
    writer_to_arena(&w, a, 0, error);
    put_finding(&w, finding);
    return writer_finish(&w, out);
}

chancery_status export_source_json(const chancery_reading *reading, arena *a, slice *out,
                                   chancery_error *error)
{
    const chancery_document *d = &reading->document;
    writer w;
    writer_to_arena(&w, a, 0, error);
    writer_open(&w, '{');
    writer_field(&w, SLICE("id"), d->id);
    writer_field(&w, SLICE("name"), d->name);
    writer_field(&w, SLICE("title"), d->title);
    writer_field(&w, SLICE("published"), d->published);
    writer_field(&w, SLICE("url"), d->url);
    writer_close(&w, '}');
    return writer_finish(&w, out);
}

chancery_status export_string_json(slice text, arena *a, slice *out, chancery_error *error)
{
    writer w;
    writer_to_arena(&w, a, text.len + 2, error);
    writer_string(&w, text);
    return writer_finish(&w, out);
}

static void write_pair_field(writer *w, slice name, slice value)
{
    writer_key(w, name);
    if (value.len)
        writer_string(w, value);
    else
        writer_bytes(w, SLICE("null"));
}

chancery_status export_pair_json(slice id, const chancery_pair *pair, arena *a, slice *out,
                                 chancery_error *error)
{
    enum { EXPECTED_BYTES = 160 };
    writer w;
    slice status = pair->event.len ? reading_status_name(pair->status) : (slice){0};
    writer_to_arena(&w, a, id.len + EXPECTED_BYTES, error);
    writer_open(&w, '{');
    writer_key(&w, SLICE("id"));
    writer_bytes(&w, id);
    write_pair_field(&w, SLICE("event"), pair->event);
    write_pair_field(&w, SLICE("mode"), pair->mode);
    write_pair_field(&w, SLICE("status"), status);
    writer_key(&w, SLICE("confidence"));
    if (pair->event.len)
        writer_double(&w, pair->confidence, SLICE("null"));
    else
        writer_bytes(&w, SLICE("null"));
    write_pair_field(&w, SLICE("frame"), pair->frame);
    writer_close(&w, '}');
    return writer_finish(&w, out);
}
