/* Loading: rows become the reading that they came from.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * An item's own lists are asked for while the row of the item is at hand. Nothing of the file is
 * trusted: types and ranges are checked by row.c, spans by validate.c. */
#include "archive/internal.h"
#include "base/array.h"
#include "reading/reading.h"

/** A reading on its way out of the archive. */
typedef struct load {
    chancery_archive *archive;
    arena *arena;
    chancery_reading *out;
    int64_t report_key;
    chancery_error *error; /* never NULL */
} load;

static row rows_of(load *l, sql_id sql, int64_t key)
{
    row r = row_of(l->archive, sql, l->error);
    row_put_key(&r, key);
    return r;
}

/* Room for one more item; on failure the row stops. */
#define PUSH(array, r)                                                                             \
    __extension__({                                                                                \
        __typeof__((array)->items) item_ = NULL;                                                   \
        if ((r)->status == CHANCERY_OK) {                                                          \
            item_ = array_push((array), l->arena, l->error);                                       \
            if (!item_)                                                                            \
                (r)->status = l->error->status;                                                    \
        }                                                                                          \
        item_;                                                                                     \
    })

static chancery_status load_spans(load *l, sql_id sql, int64_t key, const span **out, size_t *count)
{
    ARRAY(span) spans = {0};
    row r = rows_of(l, sql, key);
    while (row_next(&r)) {
        span *s = PUSH(&spans, &r);
        if (s)
            *s = row_take_span(&r);
    }
    *out = spans.items;
    *count = spans.count;
    return row_end(&r);
}

/* Mentions and how each means somebody; that is NULL where all are names. */
static chancery_status load_mentions(load *l, sql_id sql, int64_t key, const span **out,
                                     const chancery_how **hows, size_t *count)
{
    ARRAY(span) spans = {0};
    ARRAY(chancery_how) ways = {0};
    bool names = true;
    row r = rows_of(l, sql, key);
    while (row_next(&r)) {
        slice how;
        span *s = PUSH(&spans, &r);
        chancery_how *way = s ? PUSH(&ways, &r) : NULL;
        if (!way)
            break;
        *s = row_take_span(&r);
        row_take_text(&r, l->arena, &how);
        if (how.len && r.status == CHANCERY_OK && !reading_how_of(how, way))
            row_refuse(&r, "an unknown way of meaning somebody");
        names = names && *way == CHANCERY_HOW_NAME;
    }
    *out = spans.items;
    *hows = names ? NULL : ways.items;
    *count = spans.count;
    return row_end(&r);
}

/* One column of words; `side` narrows where it is not empty. */
static chancery_status load_words(load *l, sql_id sql, int64_t key, slice side, const slice **out,
                                  size_t *count)
{
    ARRAY(slice) words = {0};
    row r = rows_of(l, sql, key);
    if (side.len)
        row_put_words(&r, side);
    while (row_next(&r)) {
        slice *s = PUSH(&words, &r);
        if (s)
            row_take_text(&r, l->arena, s);
    }
    *out = words.items;
    *count = words.count;
    return row_end(&r);
}

/* Passes a failure of an item's own list on to the row of the item. */
static void join_status(row *r, chancery_status status)
{
    if (r->status == CHANCERY_OK)
        r->status = status;
}

static void load_entity_row(load *l, row *r, chancery_entity *e)
{
    slice kind;
    int64_t key = row_take_key(r);
    row_take_text(r, l->arena, &e->id);
    row_take_text(r, l->arena, &kind);
    row_take_text(r, l->arena, &e->code);
    row_take_text(r, l->arena, &e->name);
    if (r->status != CHANCERY_OK)
        return;
    if (!reading_entity_kind_of(kind, &e->kind))
        row_refuse(r, "an unknown kind of entity");
    sql_id sql = l->archive->names_only ? SQL_LOAD_ENTITY_NAMES : SQL_LOAD_ENTITY_MENTIONS;
    join_status(r, load_mentions(l, sql, key, &e->mentions, &e->hows, &e->mention_count));
}

static chancery_status load_offices(load *l, int64_t key, chancery_person *p)
{
    ARRAY(chancery_office) offices = {0};
    row r = rows_of(l, SQL_LOAD_OFFICES, key);
    while (row_next(&r)) {
        chancery_office *o = PUSH(&offices, &r);
        if (!o)
            break;
        row_take_text(&r, l->arena, &o->title);
        row_take_text(&r, l->arena, &o->of);
        row_take_text(&r, l->arena, &o->from);
        row_take_text(&r, l->arena, &o->until);
        row_take_text(&r, l->arena, &o->rank);
        o->span = row_take_span(&r);
    }
    p->offices = offices.items;
    p->office_count = offices.count;
    return row_end(&r);
}

static void load_person_row(load *l, row *r, chancery_person *p)
{
    int64_t key = row_take_key(r);
    row_take_text(r, l->arena, &p->id);
    row_take_text(r, l->arena, &p->name);
    if (r->status == CHANCERY_OK)
        r->status = load_offices(l, key, p);
    sql_id sql = l->archive->names_only ? SQL_LOAD_PERSON_NAMES : SQL_LOAD_PERSON_MENTIONS;
    if (r->status == CHANCERY_OK)
        r->status = load_mentions(l, sql, key, &p->mentions, &p->hows, &p->mention_count);
}

/* The fields that actors, recipients and speakers share. */
static void take_role(load *l, row *r, chancery_role *role)
{
    row_take_text(r, l->arena, &role->code);
    row_take_text(r, l->arena, &role->sector);
    row_take_text(r, l->arena, &role->person);
    row_take_text(r, l->arena, &role->entity_text);
    role->span = row_take_span(r);
}

static chancery_status load_roles(load *l, int64_t key, slice side, const chancery_role **out,
                                  size_t *count)
{
    ARRAY(chancery_role) roles = {0};
    row r = rows_of(l, SQL_LOAD_EVENT_ROLES, key);
    row_put_words(&r, side);
    while (row_next(&r)) {
        chancery_role *role = PUSH(&roles, &r);
        if (role)
            take_role(l, &r, role);
    }
    *out = roles.items;
    *count = roles.count;
    return row_end(&r);
}

static void take_place_and_size(load *l, row *r, chancery_event *e)
{
    chancery_location *o = &e->location;
    chancery_magnitude *m = &e->magnitude;
    row_take_text(r, l->arena, &o->name);
    row_take_text(r, l->arena, &o->code);
    bool has_lat = row_take_optional_double(r, &o->lat);
    o->has_coordinates = row_take_optional_double(r, &o->lon) && has_lat;
    m->has_dead = row_take_optional_u64(r, &m->dead);
    m->has_injured = row_take_optional_u64(r, &m->injured);
    m->has_arrested = row_take_optional_u64(r, &m->arrested);
    m->has_size = row_take_optional_u64(r, &m->size);
    m->has_money = row_take_optional_double(r, &m->money_amount);
    row_take_text(r, l->arena, &m->money_currency);
}

static void take_date_from(load *l, row *r, chancery_date_from *out)
{
    slice from;
    row_take_text(r, l->arena, &from);
    if (r->status == CHANCERY_OK && !reading_date_from_of(from, out))
        row_refuse(r, "an unknown source of a date");
}

static int64_t take_event(load *l, row *r, chancery_event *e)
{
    slice status;
    int64_t key = row_take_key(r);
    row_take_text(r, l->arena, &e->id);
    row_take_text(r, l->arena, &e->event);
    row_take_text(r, l->arena, &e->mode);
    e->quad_code = (int)(row_take_u32(r) & INT32_MAX); /* its range: validate.c */
    e->event_scale = row_take_double(r);
    row_take_text(r, l->arena, &status);
    row_take_text(r, l->arena, &e->date);
    row_take_text(r, l->arena, &e->enddate);
    take_place_and_size(l, r, e);
    e->span = row_take_span(r);
    e->sentence = row_take_u32(r);
    row_take_text(r, l->arena, &e->frame);
    e->confidence = row_take_double(r);
    if (r->status == CHANCERY_OK && !reading_status_of(status, &e->status))
        row_refuse(r, "an unknown status");
    take_date_from(l, r, &e->date_from);
    e->date_span = row_take_optional_span(r);
    e->status_span = row_take_optional_span(r);
    e->trigger = row_take_optional_span(r);
    return key;
}

static void load_event_row(load *l, row *r, chancery_event *e)
{
    int64_t key = take_event(l, r, e);
    if (r->status == CHANCERY_OK)
        r->status = load_roles(l, key, SLICE("actor"), &e->actors, &e->actor_count);
    if (r->status == CHANCERY_OK)
        r->status = load_roles(l, key, SLICE("recipient"), &e->recipients, &e->recipient_count);
    if (r->status == CHANCERY_OK)
        r->status = load_words(l, SQL_LOAD_EVENT_CONTEXTS, key, (slice){0}, &e->contexts,
                               &e->context_count);
    if (r->status == CHANCERY_OK)
        r->status = load_spans(l, SQL_LOAD_EVENT_MENTIONS, key, &e->mentions, &e->mention_count);
}

static chancery_status load_positions(load *l, int64_t key, chancery_statement *s)
{
    ARRAY(chancery_position) positions = {0};
    row r = rows_of(l, SQL_LOAD_STATEMENT_POSITIONS, key);
    while (row_next(&r)) {
        chancery_position *p = PUSH(&positions, &r);
        if (!p)
            break;
        row_take_text(&r, l->arena, &p->toward);
        row_take_text(&r, l->arena, &p->stance);
    }
    s->positions = positions.items;
    s->position_count = positions.count;
    return row_end(&r);
}

static void load_statement_row(load *l, row *r, chancery_statement *s)
{
    int64_t key = row_take_key(r);
    row_take_text(r, l->arena, &s->id);
    take_role(l, r, &s->speaker);
    row_take_text(r, l->arena, &s->act);
    s->quoted = row_take_key(r) != 0;
    s->content = row_take_span(r);
    s->span = row_take_span(r);
    row_take_text(r, l->arena, &s->date);
    take_date_from(l, r, &s->date_from);
    s->date_span = row_take_optional_span(r);
    if (r->status == CHANCERY_OK)
        r->status = load_positions(l, key, s);
    if (r->status == CHANCERY_OK)
        r->status = load_words(l, SQL_LOAD_STATEMENT_CONTEXTS, key, (slice){0}, &s->contexts,
                               &s->context_count);
}

static void load_commitment_row(load *l, row *r, chancery_commitment *c)
{
    int64_t key = row_take_key(r);
    row_take_text(r, l->arena, &c->id);
    c->what = row_take_span(r);
    row_take_text(r, l->arena, &c->until);
    row_take_text(r, l->arena, &c->statement);
    c->span = row_take_span(r);
    if (r->status == CHANCERY_OK)
        r->status =
            load_words(l, SQL_LOAD_COMMITMENT_PARTIES, key, SLICE("by"), &c->by, &c->by_count);
    if (r->status == CHANCERY_OK)
        r->status =
            load_words(l, SQL_LOAD_COMMITMENT_PARTIES, key, SLICE("to"), &c->to, &c->to_count);
}

static void load_visit_row(load *l, row *r, chancery_visit *v)
{
    int64_t key = row_take_key(r);
    row_take_text(r, l->arena, &v->event);
    row_take_text(r, l->arena, &v->person);
    row_take_text(r, l->arena, &v->from);
    row_take_text(r, l->arena, &v->country);
    row_take_text(r, l->arena, &v->city);
    row_take_text(r, l->arena, &v->date);
    row_take_text(r, l->arena, &v->enddate);
    v->confidence = row_take_double(r);
    if (r->status == CHANCERY_OK)
        r->status = load_words(l, SQL_LOAD_VISIT_MEETINGS, key, (slice){0}, &v->met, &v->met_count);
}

static void load_relation_row(load *l, row *r, chancery_relation *o)
{
    row_take_text(r, l->arena, &o->id);
    row_take_text(r, l->arena, &o->between[0]);
    row_take_text(r, l->arena, &o->between[1]);
    row_take_text(r, l->arena, &o->kind);
    row_take_text(r, l->arena, &o->since);
    row_take_text(r, l->arena, &o->until);
    row_take_text(r, l->arena, &o->level);
    o->span = row_take_span(r);
}

static void load_date_row(load *l, row *r, chancery_date *d)
{
    slice type;
    row_take_text(r, l->arena, &type);
    row_take_text(r, l->arena, &d->value);
    row_take_text(r, l->arena, &d->endvalue);
    d->span = row_take_span(r);
    if (r->status == CHANCERY_OK && !reading_date_type_of(type, &d->type))
        row_refuse(r, "an unknown type of date");
}

static void load_finding_row(load *l, row *r, chancery_finding *f)
{
    slice severity;
    row_take_text(r, l->arena, &f->id);
    row_take_text(r, l->arena, &f->kind);
    row_take_text(r, l->arena, &severity);
    f->span = row_take_span(r);
    row_take_text(r, l->arena, &f->message);
    row_take_text(r, l->arena, &f->likely);
    if (r->status == CHANCERY_OK && !reading_severity_of(severity, &f->severity))
        row_refuse(r, "an unknown severity");
}

/* A function that loads all items of one kind: the report's lines of `sql`, each by `load_row`. */
#define DEFINE_LOAD_LIST(name, type, sql, load_row, list, list_count)                              \
    static chancery_status name(load *l)                                                           \
    {                                                                                              \
        ARRAY(type) items = {0};                                                                   \
        row r = rows_of(l, (sql), l->report_key);                                                  \
        while (row_next(&r)) {                                                                     \
            type *item = PUSH(&items, &r);                                                         \
            if (item)                                                                              \
                load_row(l, &r, item);                                                             \
        }                                                                                          \
        l->out->list = items.items;                                                                \
        l->out->list_count = items.count;                                                          \
        return row_end(&r);                                                                        \
    }

DEFINE_LOAD_LIST(load_entities, chancery_entity, SQL_LOAD_ENTITIES, load_entity_row, entities,
                 entity_count)
DEFINE_LOAD_LIST(load_people, chancery_person, SQL_LOAD_PEOPLE, load_person_row, people,
                 person_count)
DEFINE_LOAD_LIST(load_events, chancery_event,
                 l->archive->facts_lack ? SQL_LOAD_OLD_EVENTS : SQL_LOAD_EVENTS, load_event_row,
                 events, event_count)
DEFINE_LOAD_LIST(load_statements, chancery_statement,
                 l->archive->facts_lack ? SQL_LOAD_OLD_STATEMENTS : SQL_LOAD_STATEMENTS,
                 load_statement_row, statements, statement_count)
DEFINE_LOAD_LIST(load_commitments, chancery_commitment, SQL_LOAD_COMMITMENTS, load_commitment_row,
                 commitments, commitment_count)
DEFINE_LOAD_LIST(load_visits, chancery_visit, SQL_LOAD_VISITS, load_visit_row, visits, visit_count)
DEFINE_LOAD_LIST(load_relations, chancery_relation, SQL_LOAD_RELATIONS, load_relation_row,
                 relations, relation_count)
DEFINE_LOAD_LIST(load_dates, chancery_date, SQL_LOAD_DATES, load_date_row, dates, date_count)
DEFINE_LOAD_LIST(load_findings, chancery_finding, SQL_LOAD_FINDINGS, load_finding_row, findings,
                 finding_count)

static chancery_status load_document(load *l, slice report_id, uint64_t *digest)
{
    chancery_document *d = &l->out->document;
    chancery_edition *e = &l->out->edition;
    row r = row_of(l->archive, SQL_LOAD_REPORT, l->error);
    row_put_words(&r, report_id);
    bool found = row_next(&r);
    if (found) {
        l->report_key = row_take_key(&r);
        *digest = (uint64_t)row_take_key(&r);
        row_take_text(&r, l->arena, &d->id);
        row_take_text(&r, l->arena, &d->name);
        row_take_text(&r, l->arena, &d->title);
        row_take_text(&r, l->arena, &d->published);
        row_take_text(&r, l->arena, &d->language);
        row_take_text(&r, l->arena, &d->source);
        row_take_text(&r, l->arena, &d->url);
        row_take_text(&r, l->arena, &d->author);
        row_take_text(&r, l->arena, &d->text);
        row_take_text(&r, l->arena, &e->program);
        row_take_text(&r, l->arena, &e->codebook);
        row_take_text(&r, l->arena, &e->kb);
        row_take_text(&r, l->arena, &e->model);
    }
    chancery_status status = row_end(&r);
    return status == CHANCERY_OK && !found ? archive_no_report(l->archive, report_id, l->error)
                                           : status;
}

chancery_status archive_load_coding(chancery_archive *archive, slice report_id, arena *a,
                                    chancery_reading *out, uint64_t *digest, chancery_error *error)
{
    static chancery_status (*const LISTS[])(load *) = {
        load_entities, load_people,    load_events, load_statements, load_commitments,
        load_visits,   load_relations, load_dates,  load_findings,
    };
    chancery_error own = {0};
    chancery_reading reading = {0};
    load l = {archive, a, &reading, 0, error ? error : &own};
    chancery_status status = load_document(&l, report_id, digest);
    if (status == CHANCERY_OK)
        status = load_spans(&l, SQL_LOAD_SENTENCES, l.report_key, &reading.document.sentences,
                            &reading.document.sentence_count);
    for (size_t i = 0; i < sizeof LISTS / sizeof *LISTS && status == CHANCERY_OK; i++)
        status = LISTS[i](&l);
    if (status == CHANCERY_OK)
        status = archive_validate(&reading, CHANCERY_E_FORMAT, l.error);
    if (status == CHANCERY_OK)
        *out = reading;
    return status;
}

chancery_status archive_load(chancery_archive *archive, slice report_id, arena *a,
                             chancery_reading *out, chancery_error *error)
{
    bool own;
    uint64_t digest;
    chancery_status status = archive_begin_reading(archive, &own, error);
    if (status != CHANCERY_OK)
        return status;
    status = archive_load_coding(archive, report_id, a, out, &digest, error);
    archive_end_reading(archive, own);
    return status;
}
