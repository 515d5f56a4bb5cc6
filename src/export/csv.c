/* Events as CSV (RFC 4180), for spreadsheets and data frames.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * One event a line, lines end in CRLF. Several actors stand in one cell, separated by "; "; their
 * sectors and words stand in the same order in the cells beside it, also where one has none. A cell
 * of text that begins like a formula is prefixed by an apostrophe: a spreadsheet would run it, and
 * the text comes from outside. Cells of numbers are ours and stay numbers. */
#include "export/export.h"
#include "export/writer.h"
#include "reading/reading.h"

static const char HEADER[] =
    "id,report,published,title,source,url,date,enddate,event,mode,context,quad_code,event_scale,"
    "status,actor,actor_sector,actor_text,recipient,recipient_sector,recipient_text,location,"
    "location_code,lat,lon,dead,injured,arrested,size,money_amount,money_currency,words,sentence,"
    "frame,confidence,date_from\r\n";

chancery_status export_csv_header(FILE *out, chancery_error *error)
{
    char buffer[WRITER_STREAM_BYTES];
    writer w;
    writer_to_stream(&w, out, buffer, error);
    writer_bytes(&w, slice_of(HEADER));
    return writer_finish(&w, NULL);
}

static void separate(writer *w)
{
    if (!w->fresh)
        writer_byte(w, ',');
    w->fresh = false;
}

/* A cell of text is opened once, then given in parts, which lists of words need. */
typedef struct cell {
    writer *w;
    bool begun; /* a byte was written: a formula can no longer begin */
} cell;

static cell cell_open(writer *w)
{
    separate(w);
    writer_byte(w, '"');
    return (cell){w, false};
}

static void cell_add(cell *c, slice s)
{
    if (s.len == 0)
        return;
    if (!c->begun && memchr("=+-@\t\r", s.ptr[0], 6))
        writer_byte(c->w, '\'');
    c->begun = true;
    slice rest = s;
    while (rest.len) {
        const char *quote = memchr(rest.ptr, '"', rest.len);
        size_t len = quote ? (size_t)(quote - rest.ptr) + 1 : rest.len;
        writer_text(c->w, slice_range(rest, 0, len));
        if (quote)
            writer_byte(c->w, '"');
        rest = slice_range(rest, len, rest.len);
    }
}

static void cell_close(cell *c)
{
    writer_byte(c->w, '"');
}

static void put_text(writer *w, slice s)
{
    if (s.len == 0) {
        separate(w);
        return;
    }
    cell c = cell_open(w);
    cell_add(&c, s);
    cell_close(&c);
}

static void put_double(writer *w, bool known, double value)
{
    separate(w);
    if (known)
        writer_double(w, value, SLICE(""));
}

static void put_u64(writer *w, bool known, uint64_t value)
{
    separate(w);
    if (known)
        writer_u64(w, value);
}

static void put_list(writer *w, const slice *items, size_t count)
{
    if (count == 0) {
        separate(w);
        return;
    }
    cell c = cell_open(w);
    for (size_t i = 0; i < count; i++) {
        if (i > 0)
            cell_add(&c, SLICE("; "));
        cell_add(&c, items[i]);
    }
    cell_close(&c);
}

static slice role_code(const chancery_role *r)
{
    return r->code;
}

static slice role_sector(const chancery_role *r)
{
    return r->sector;
}

static slice role_words(const chancery_role *r)
{
    return r->entity_text;
}

static void put_role_field(writer *w, const chancery_role *roles, size_t count,
                           slice (*field)(const chancery_role *))
{
    if (count == 0) {
        separate(w);
        return;
    }
    cell c = cell_open(w);
    for (size_t i = 0; i < count; i++) {
        if (i > 0)
            cell_add(&c, SLICE("; "));
        cell_add(&c, field(&roles[i]));
    }
    cell_close(&c);
}

static void put_roles(writer *w, const chancery_role *roles, size_t count)
{
    put_role_field(w, roles, count, role_code);
    put_role_field(w, roles, count, role_sector);
    put_role_field(w, roles, count, role_words);
}

static void put_place_and_size(writer *w, const chancery_event *e)
{
    const chancery_location *l = &e->location;
    const chancery_magnitude *m = &e->magnitude;
    put_text(w, l->name);
    put_text(w, l->code);
    put_double(w, l->has_coordinates, l->lat);
    put_double(w, l->has_coordinates, l->lon);
    put_u64(w, m->has_dead, m->dead);
    put_u64(w, m->has_injured, m->injured);
    put_u64(w, m->has_arrested, m->arrested);
    put_u64(w, m->has_size, m->size);
    put_double(w, m->has_money, m->money_amount);
    put_text(w, m->money_currency);
}

static void put_event(writer *w, const chancery_document *d, const chancery_event *e)
{
    w->fresh = true;
    put_text(w, e->id);
    put_text(w, d->id);
    put_text(w, d->published);
    put_text(w, d->title);
    put_text(w, d->source);
    put_text(w, d->url);
    put_text(w, e->date);
    put_text(w, e->enddate);
    put_text(w, e->event);
    put_text(w, e->mode);
    put_list(w, e->contexts, e->context_count);
    put_u64(w, e->quad_code > 0, (uint64_t)e->quad_code);
    put_double(w, true, e->event_scale);
    put_text(w, reading_status_name(e->status));
    put_roles(w, e->actors, e->actor_count);
    put_roles(w, e->recipients, e->recipient_count);
    put_place_and_size(w, e);
    put_text(w, slice_range(d->text, e->span.start, e->span.end));
    put_u64(w, true, e->sentence);
    put_text(w, e->frame);
    put_double(w, true, e->confidence);
    put_text(w, reading_date_from_name(e->date_from));
    writer_bytes(w, SLICE("\r\n"));
}

chancery_status export_csv(const chancery_reading *reading, FILE *out, chancery_error *error)
{
    char buffer[WRITER_STREAM_BYTES];
    writer w;
    writer_to_stream(&w, out, buffer, error);
    for (size_t i = 0; i < reading->event_count; i++)
        put_event(&w, &reading->document, &reading->events[i]);
    return writer_finish(&w, NULL);
}
