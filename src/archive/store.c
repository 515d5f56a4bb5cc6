/* Storing: a reading becomes rows, all of them or none.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * A report that is there already keeps its row: what was known of its origin stays, what was
 * unknown is filled in. Its coding is compared by digest, and replaced whole where it differs. */
#include "archive/internal.h"
#include "base/error.h"
#include "base/memory.h"
#include "reading/reading.h"
#include "text/text.h"

/** A reading on its way into the archive. */
typedef struct store {
    chancery_archive *archive;
    const chancery_reading *reading;
    slice name; /* document.name as UTF-8 */
    int64_t report_key;
    chancery_error *error;
} store;

static chancery_status insert(row *r, int64_t *key)
{
    chancery_status status = row_run(r);
    if (status == CHANCERY_OK)
        *key = sqlite3_last_insert_rowid(r->archive->db);
    return status;
}

/* Inserts `count` numbered spans of an item. */
static chancery_status store_spans(store *s, sql_id sql, int64_t key, const span *spans,
                                   size_t count)
{
    chancery_status status = CHANCERY_OK;
    for (size_t i = 0; i < count && status == CHANCERY_OK; i++) {
        row r = row_of(s->archive, sql, s->error);
        row_put_key(&r, key);
        row_put_u64(&r, i);
        row_put_span(&r, spans[i]);
        status = row_run(&r);
    }
    return status;
}

/* Inserts numbered mentions; how a name means somebody is NULL. */
static chancery_status store_mentions(store *s, sql_id sql, int64_t key, const span *spans,
                                      const chancery_how *hows, size_t count)
{
    chancery_status status = CHANCERY_OK;
    for (size_t i = 0; i < count && status == CHANCERY_OK; i++) {
        row r = row_of(s->archive, sql, s->error);
        row_put_key(&r, key);
        row_put_u64(&r, i);
        row_put_span(&r, spans[i]);
        bool name = !hows || hows[i] == CHANCERY_HOW_NAME;
        row_put_text(&r, name ? (slice){0} : reading_how_name(hows[i]));
        status = row_run(&r);
    }
    return status;
}

/* Inserts `count` numbered words of an item. */
static chancery_status store_words(store *s, sql_id sql, int64_t key, const slice *words,
                                   size_t count)
{
    chancery_status status = CHANCERY_OK;
    for (size_t i = 0; i < count && status == CHANCERY_OK; i++) {
        row r = row_of(s->archive, sql, s->error);
        row_put_key(&r, key);
        row_put_u64(&r, i);
        row_put_words(&r, words[i]);
        status = row_run(&r);
    }
    return status;
}

/* Adds what was inserted under `key` to an index of words. */
static chancery_status index_words(store *s, sql_id sql, int64_t key, slice words)
{
    row r = row_of(s->archive, sql, s->error);
    row_put_key(&r, key);
    row_put_text(&r, words);
    return row_run(&r);
}

static chancery_status store_entity(store *s, const chancery_entity *e)
{
    int64_t key;
    row r = row_of(s->archive, SQL_INSERT_ENTITY, s->error);
    row_put_key(&r, s->report_key);
    row_put_words(&r, e->id);
    row_put_words(&r, reading_entity_kind_name(e->kind));
    row_put_text(&r, e->code);
    row_put_text(&r, e->name);
    chancery_status status = insert(&r, &key);
    if (status != CHANCERY_OK)
        return status;
    return store_mentions(s, SQL_INSERT_ENTITY_MENTION, key, e->mentions, e->hows,
                          e->mention_count);
}

static chancery_status store_office(store *s, int64_t key, size_t number, const chancery_office *o)
{
    row r = row_of(s->archive, SQL_INSERT_OFFICE, s->error);
    row_put_key(&r, key);
    row_put_u64(&r, number);
    row_put_text(&r, o->title);
    row_put_text(&r, o->of);
    row_put_text(&r, o->from);
    row_put_text(&r, o->until);
    row_put_text(&r, o->rank);
    row_put_span(&r, o->span);
    return row_run(&r);
}

static chancery_status store_person(store *s, const chancery_person *p)
{
    int64_t key;
    row r = row_of(s->archive, SQL_INSERT_PERSON, s->error);
    row_put_key(&r, s->report_key);
    row_put_words(&r, p->id);
    row_put_text(&r, p->name);
    chancery_status status = insert(&r, &key);
    if (status == CHANCERY_OK)
        status = index_words(s, SQL_INDEX_PERSON, key, p->name);
    for (size_t i = 0; i < p->office_count && status == CHANCERY_OK; i++)
        status = store_office(s, key, i, &p->offices[i]);
    if (status != CHANCERY_OK)
        return status;
    return store_mentions(s, SQL_INSERT_PERSON_MENTION, key, p->mentions, p->hows,
                          p->mention_count);
}

static chancery_status store_roles(store *s, int64_t key, slice side, const chancery_role *roles,
                                   size_t count)
{
    chancery_status status = CHANCERY_OK;
    for (size_t i = 0; i < count && status == CHANCERY_OK; i++) {
        row r = row_of(s->archive, SQL_INSERT_EVENT_ROLE, s->error);
        row_put_key(&r, key);
        row_put_words(&r, side);
        row_put_u64(&r, i);
        row_put_text(&r, roles[i].code);
        row_put_text(&r, roles[i].sector);
        row_put_text(&r, roles[i].person);
        row_put_text(&r, roles[i].entity_text);
        row_put_span(&r, roles[i].span);
        status = row_run(&r);
    }
    return status;
}

static chancery_status store_event_row(store *s, const chancery_event *e, int64_t *key)
{
    const chancery_location *l = &e->location;
    const chancery_magnitude *m = &e->magnitude;
    row r = row_of(s->archive, SQL_INSERT_EVENT, s->error);
    row_put_key(&r, s->report_key);
    row_put_words(&r, e->id);
    row_put_words(&r, e->event);
    row_put_text(&r, e->mode);
    row_put_key(&r, e->quad_code);
    row_put_double(&r, e->event_scale);
    row_put_words(&r, reading_status_name(e->status));
    row_put_text(&r, e->date);
    row_put_text(&r, e->enddate);
    row_put_text(&r, l->name);
    row_put_text(&r, l->code);
    row_put_optional_double(&r, l->has_coordinates, l->lat);
    row_put_optional_double(&r, l->has_coordinates, l->lon);
    row_put_optional_u64(&r, m->has_dead, m->dead);
    row_put_optional_u64(&r, m->has_injured, m->injured);
    row_put_optional_u64(&r, m->has_arrested, m->arrested);
    row_put_optional_u64(&r, m->has_size, m->size);
    row_put_optional_double(&r, m->has_money, m->money_amount);
    row_put_text(&r, m->has_money ? m->money_currency : (slice){0});
    row_put_span(&r, e->span);
    row_put_u64(&r, e->sentence);
    row_put_text(&r, e->frame);
    row_put_double(&r, e->confidence);
    row_put_text(&r, reading_date_from_name(e->date_from));
    row_put_optional_span(&r, e->date_span);
    row_put_optional_span(&r, e->status_span);
    row_put_optional_span(&r, e->trigger);
    return insert(&r, key);
}

static chancery_status store_event(store *s, const chancery_event *e)
{
    int64_t key;
    chancery_status status = store_event_row(s, e, &key);
    if (status == CHANCERY_OK)
        status = store_roles(s, key, SLICE("actor"), e->actors, e->actor_count);
    if (status == CHANCERY_OK)
        status = store_roles(s, key, SLICE("recipient"), e->recipients, e->recipient_count);
    if (status == CHANCERY_OK)
        status = store_words(s, SQL_INSERT_EVENT_CONTEXT, key, e->contexts, e->context_count);
    if (status == CHANCERY_OK)
        status = store_spans(s, SQL_INSERT_EVENT_MENTION, key, e->mentions, e->mention_count);
    return status;
}

static chancery_status store_statement_row(store *s, const chancery_statement *t, int64_t *key)
{
    slice words = slice_range(s->reading->document.text, t->content.start, t->content.end);
    row r = row_of(s->archive, SQL_INSERT_STATEMENT, s->error);
    row_put_key(&r, s->report_key);
    row_put_words(&r, t->id);
    row_put_text(&r, t->speaker.code);
    row_put_text(&r, t->speaker.sector);
    row_put_text(&r, t->speaker.person);
    row_put_text(&r, t->speaker.entity_text);
    row_put_span(&r, t->speaker.span);
    row_put_text(&r, t->act);
    row_put_key(&r, t->quoted);
    row_put_span(&r, t->content);
    row_put_span(&r, t->span);
    row_put_words(&r, words);
    row_put_text(&r, t->date);
    row_put_text(&r, reading_date_from_name(t->date_from));
    row_put_optional_span(&r, t->date_span);
    chancery_status status = insert(&r, key);
    return status == CHANCERY_OK ? index_words(s, SQL_INDEX_STATEMENT, *key, words) : status;
}

static chancery_status store_statement(store *s, const chancery_statement *t)
{
    int64_t key;
    chancery_status status = store_statement_row(s, t, &key);
    for (size_t i = 0; i < t->position_count && status == CHANCERY_OK; i++) {
        row r = row_of(s->archive, SQL_INSERT_STATEMENT_POSITION, s->error);
        row_put_key(&r, key);
        row_put_u64(&r, i);
        row_put_text(&r, t->positions[i].toward);
        row_put_text(&r, t->positions[i].stance);
        status = row_run(&r);
    }
    if (status != CHANCERY_OK)
        return status;
    return store_words(s, SQL_INSERT_STATEMENT_CONTEXT, key, t->contexts, t->context_count);
}

static chancery_status store_parties(store *s, int64_t key, slice side, const slice *codes,
                                     size_t count)
{
    chancery_status status = CHANCERY_OK;
    for (size_t i = 0; i < count && status == CHANCERY_OK; i++) {
        row r = row_of(s->archive, SQL_INSERT_COMMITMENT_PARTY, s->error);
        row_put_key(&r, key);
        row_put_words(&r, side);
        row_put_u64(&r, i);
        row_put_text(&r, codes[i]);
        status = row_run(&r);
    }
    return status;
}

static chancery_status store_commitment(store *s, const chancery_commitment *c)
{
    int64_t key;
    row r = row_of(s->archive, SQL_INSERT_COMMITMENT, s->error);
    row_put_key(&r, s->report_key);
    row_put_words(&r, c->id);
    row_put_span(&r, c->what);
    row_put_text(&r, c->until);
    row_put_text(&r, c->statement);
    row_put_span(&r, c->span);
    chancery_status status = insert(&r, &key);
    if (status == CHANCERY_OK)
        status = store_parties(s, key, SLICE("by"), c->by, c->by_count);
    if (status == CHANCERY_OK)
        status = store_parties(s, key, SLICE("to"), c->to, c->to_count);
    return status;
}

static chancery_status store_visit(store *s, const chancery_visit *v)
{
    int64_t key;
    row r = row_of(s->archive, SQL_INSERT_VISIT, s->error);
    row_put_key(&r, s->report_key);
    row_put_text(&r, v->event);
    row_put_text(&r, v->person);
    row_put_text(&r, v->from);
    row_put_text(&r, v->country);
    row_put_text(&r, v->city);
    row_put_text(&r, v->date);
    row_put_text(&r, v->enddate);
    row_put_double(&r, v->confidence);
    chancery_status status = insert(&r, &key);
    if (status != CHANCERY_OK)
        return status;
    return store_words(s, SQL_INSERT_VISIT_MEETING, key, v->met, v->met_count);
}

static chancery_status store_relation(store *s, const chancery_relation *l)
{
    row r = row_of(s->archive, SQL_INSERT_RELATION, s->error);
    row_put_key(&r, s->report_key);
    row_put_words(&r, l->id);
    row_put_text(&r, l->between[0]);
    row_put_text(&r, l->between[1]);
    row_put_text(&r, l->kind);
    row_put_text(&r, l->since);
    row_put_text(&r, l->until);
    row_put_text(&r, l->level);
    row_put_span(&r, l->span);
    return row_run(&r);
}

static chancery_status store_date(store *s, const chancery_date *d)
{
    row r = row_of(s->archive, SQL_INSERT_DATE, s->error);
    row_put_key(&r, s->report_key);
    row_put_words(&r, reading_date_type_name(d->type));
    row_put_text(&r, d->value);
    row_put_text(&r, d->endvalue);
    row_put_span(&r, d->span);
    return row_run(&r);
}

static chancery_status store_finding(store *s, const chancery_finding *f)
{
    row r = row_of(s->archive, SQL_INSERT_FINDING, s->error);
    row_put_key(&r, s->report_key);
    row_put_words(&r, f->id);
    row_put_text(&r, f->kind);
    row_put_words(&r, reading_severity_name(f->severity));
    row_put_span(&r, f->span);
    row_put_text(&r, f->message);
    row_put_text(&r, f->likely);
    return row_run(&r);
}

static chancery_status store_items(store *s)
{
    const chancery_reading *r = s->reading;
    chancery_status status = store_spans(s, SQL_INSERT_SENTENCE, s->report_key,
                                         r->document.sentences, r->document.sentence_count);
    for (size_t i = 0; i < r->entity_count && status == CHANCERY_OK; i++)
        status = store_entity(s, &r->entities[i]);
    for (size_t i = 0; i < r->person_count && status == CHANCERY_OK; i++)
        status = store_person(s, &r->people[i]);
    for (size_t i = 0; i < r->event_count && status == CHANCERY_OK; i++)
        status = store_event(s, &r->events[i]);
    for (size_t i = 0; i < r->statement_count && status == CHANCERY_OK; i++)
        status = store_statement(s, &r->statements[i]);
    for (size_t i = 0; i < r->commitment_count && status == CHANCERY_OK; i++)
        status = store_commitment(s, &r->commitments[i]);
    for (size_t i = 0; i < r->visit_count && status == CHANCERY_OK; i++)
        status = store_visit(s, &r->visits[i]);
    for (size_t i = 0; i < r->relation_count && status == CHANCERY_OK; i++)
        status = store_relation(s, &r->relations[i]);
    for (size_t i = 0; i < r->date_count && status == CHANCERY_OK; i++)
        status = store_date(s, &r->dates[i]);
    for (size_t i = 0; i < r->finding_count && status == CHANCERY_OK; i++)
        status = store_finding(s, &r->findings[i]);
    return status;
}

static void put_edition(row *r, const chancery_edition *e)
{
    row_put_words(r, e->program);
    row_put_words(r, e->codebook);
    row_put_words(r, e->kb);
    row_put_words(r, e->model);
}

static chancery_status edition_key(store *s, int64_t *key)
{
    row r = row_of(s->archive, SQL_FIND_EDITION, s->error);
    put_edition(&r, &s->reading->edition);
    bool found = row_next(&r);
    if (found)
        *key = row_take_key(&r);
    chancery_status status = row_end(&r);
    if (found || status != CHANCERY_OK)
        return status;
    r = row_of(s->archive, SQL_INSERT_EDITION, s->error);
    put_edition(&r, &s->reading->edition);
    return insert(&r, key);
}

/** What the archive has of a report. */
typedef struct stored {
    bool there;
    bool same_text;
    bool coded;
    int64_t edition_key;
    int64_t digest;
} stored;

static chancery_status find_report(store *s, stored *out)
{
    const chancery_document *d = &s->reading->document;
    *out = (stored){0};
    row r = row_of(s->archive, SQL_FIND_REPORT, s->error);
    row_put_text(&r, d->id);
    row_put_words(&r, d->text);
    row_put_text(&r, d->published);
    if (row_next(&r)) {
        out->there = true;
        s->report_key = row_take_key(&r);
        out->same_text = row_take_key(&r) != 0;
        out->coded = sqlite3_column_type(r.stmt, r.column) != SQLITE_NULL;
        if (out->coded) {
            out->edition_key = row_take_key(&r);
            out->digest = row_take_key(&r);
        }
    }
    return row_end(&r);
}

static chancery_status insert_report(store *s)
{
    const chancery_document *d = &s->reading->document;
    row r = row_of(s->archive, SQL_INSERT_REPORT, s->error);
    row_put_text(&r, d->id);
    row_put_text(&r, s->name);
    row_put_text(&r, d->title);
    row_put_text(&r, d->published);
    row_put_text(&r, d->language);
    row_put_text(&r, d->source);
    row_put_text(&r, d->url);
    row_put_text(&r, d->author);
    row_put_words(&r, d->text);
    chancery_status status = insert(&r, &s->report_key);
    return status == CHANCERY_OK ? index_words(s, SQL_INDEX_REPORT, s->report_key, d->text)
                                 : status;
}

/* Fills in what was unknown of a report; title and language are the program's to say. */
static chancery_status fill_report(store *s, bool *changed)
{
    const chancery_document *d = &s->reading->document;
    row r = row_of(s->archive, SQL_FILL_REPORT, s->error);
    row_put_key(&r, s->report_key);
    row_put_text(&r, d->title);
    row_put_text(&r, d->language);
    row_put_text(&r, s->name);
    row_put_text(&r, d->source);
    row_put_text(&r, d->url);
    row_put_text(&r, d->author);
    chancery_status status = row_run(&r);
    *changed = status == CHANCERY_OK && sqlite3_changes(s->archive->db) > 0;
    return status;
}

static chancery_status insert_coding(store *s, int64_t edition, int64_t digest)
{
    row r = row_of(s->archive, SQL_INSERT_CODING, s->error);
    row_put_key(&r, s->report_key);
    row_put_key(&r, edition);
    row_put_key(&r, digest);
    chancery_status status = row_run(&r);
    return status == CHANCERY_OK ? store_items(s) : status;
}

/* Brings the coding of a report that is there up to this reading. */
static chancery_status renew_coding(store *s, const stored *old, int64_t edition, int64_t digest,
                                    bool *changed)
{
    if (old->coded && old->digest == digest && old->edition_key == edition)
        return CHANCERY_OK;
    *changed = true;
    bool equal = old->coded && old->digest == digest;
    row r = row_of(s->archive, equal ? SQL_UPDATE_CODING : SQL_DELETE_CODING, s->error);
    row_put_key(&r, s->report_key);
    if (equal)
        row_put_key(&r, edition);
    chancery_status status = row_run(&r);
    return status == CHANCERY_OK && !equal ? insert_coding(s, edition, digest) : status;
}

static chancery_status store_reading(store *s, const stored *old, bool *changed)
{
    int64_t edition = 0;
    int64_t digest = (int64_t)archive_digest(s->reading);
    chancery_status status = edition_key(s, &edition);
    if (status != CHANCERY_OK)
        return status;
    if (old->there) {
        status = fill_report(s, changed);
        return status == CHANCERY_OK ? renew_coding(s, old, edition, digest, changed) : status;
    }
    *changed = true;
    status = insert_report(s);
    return status == CHANCERY_OK ? insert_coding(s, edition, digest) : status;
}

/* Stores in a scope. A report that is refused takes nothing back: nothing was written. */
static chancery_status store_in_scope(store *s, bool *changed)
{
    stored old = {0};
    chancery_status status = archive_enter(s->archive, s->error);
    if (status != CHANCERY_OK)
        return status;
    status = find_report(s, &old);
    bool clash = status == CHANCERY_OK && old.there && !old.same_text;
    if (status == CHANCERY_OK && !clash)
        status = store_reading(s, &old, changed);
    status = archive_leave(s->archive, status, s->error);
    if (status == CHANCERY_OK && clash)
        status = error_set(s->error, CHANCERY_E_FORMAT,
                           "the archive has another report under the id %.*s; store this one in "
                           "another archive",
                           SLICE_ARGS(s->reading->document.id));
    return status;
}

/* A file's name may hold bytes that are no UTF-8, which others that read the archive choke on: each
 * becomes U+FFFD, as in JSON. @param copy receives what the caller frees. */
static chancery_status clean_name(slice name, slice *out, char **copy, chancery_error *error)
{
    static const char REPLACEMENT[] = "\xEF\xBF\xBD";
    chancery_error bad;
    *out = name;
    *copy = NULL;
    if (name.len == 0 || text_check_utf8(name, NULL) == CHANCERY_OK)
        return CHANCERY_OK;
    *copy = memory_alloc(name.len, sizeof REPLACEMENT - 1);
    if (!*copy)
        return error_set(error, CHANCERY_E_MEMORY, "no memory for a report's name");
    size_t len = 0;
    while (name.len) {
        bool valid = text_check_utf8(name, &bad) == CHANCERY_OK;
        size_t take = valid ? name.len : (size_t)bad.offset;
        memcpy(*copy + len, name.ptr, take);
        len += take;
        if (!valid) {
            memcpy(*copy + len, REPLACEMENT, sizeof REPLACEMENT - 1);
            len += sizeof REPLACEMENT - 1;
            take++;
        }
        name = slice_range(name, take, name.len);
    }
    *out = (slice){*copy, len};
    return CHANCERY_OK;
}

chancery_status archive_store(chancery_archive *archive, const chancery_reading *reading,
                              bool *changed, chancery_error *error)
{
    char *copy = NULL;
    store s = {.archive = archive, .reading = reading, .error = error};
    *changed = false;
    chancery_status status = archive_validate(reading, CHANCERY_E_MISUSE, error);
    if (status == CHANCERY_OK)
        status = clean_name(reading->document.name, &s.name, &copy, error);
    if (status == CHANCERY_OK)
        status = store_in_scope(&s, changed);
    if (status != CHANCERY_OK)
        *changed = false;
    memory_free(copy);
    return status;
}
