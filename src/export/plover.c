/* PLOVER's own records: one event a line, as other tools for PLOVER read them.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * After the PLOVER manual's chapter on the record (draft 2.0). Where it asks for more than a
 * reading holds:
 * - A date is a whole day there. A month or a year becomes its first day, with the last as enddate;
 *   an event without any date gets the date of publication. `comment` says so each time.
 * - The auxiliary modes (future, hypothetical, historical, negation) stand among the contexts.
 * - Offsets are characters. They are counted from marks set every MARK_BYTES, so that a report with
 *   many events is not counted through for each of them. */
#include "base/error.h"
#include "base/memory.h"
#include "chancery/chancery.h"
#include "export/export.h"
#include "export/writer.h"
#include "reading/reading.h"
#include "text/text.h"

enum { MARK_BYTES = 4096, DAY_BYTES = 10 };

/** Counts characters. */
typedef struct ruler {
    slice text;
    uint32_t *marks; /* [text.len / MARK_BYTES + 1] characters before each mark */
} ruler;

static uint32_t characters_in(slice s)
{
    uint32_t count = 0;
    for (size_t i = 0; i < s.len; i++)
        count += ((unsigned char)s.ptr[i] & 0xC0) != 0x80;
    return count;
}

static chancery_status ruler_init(ruler *r, slice text, chancery_error *error)
{
    size_t count = text.len / MARK_BYTES + 1;
    r->text = text;
    r->marks = memory_alloc(count, sizeof *r->marks);
    if (!r->marks)
        return error_set(error, CHANCERY_E_MEMORY, "no memory to count a report's characters");
    for (size_t i = 1; i < count; i++)
        r->marks[i] = r->marks[i - 1] +
                      characters_in(slice_range(text, (i - 1) * MARK_BYTES, i * MARK_BYTES));
    return CHANCERY_OK;
}

static uint32_t characters_before(const ruler *r, uint32_t byte)
{
    size_t mark = byte / MARK_BYTES;
    return r->marks[mark] + characters_in(slice_range(r->text, mark * MARK_BYTES, byte));
}

static const chancery_person *find_person(const chancery_reading *r, slice id)
{
    for (size_t i = 0; id.len && i < r->person_count; i++)
        if (slice_equal(r->people[i].id, id))
            return &r->people[i];
    return NULL;
}

static void put_roles(writer *w, const chancery_reading *r, slice name, const chancery_role *roles,
                      size_t count)
{
    writer_key(w, name);
    writer_open(w, '[');
    for (size_t i = 0; i < count; i++) {
        const chancery_person *person = find_person(r, roles[i].person);
        writer_element(w);
        writer_open(w, '{');
        writer_field(w, SLICE("code"), roles[i].code);
        writer_field(w, SLICE("sector"), roles[i].sector);
        writer_field(w, SLICE("entity_text"), roles[i].entity_text);
        if (person && person->office_count)
            writer_field(w, SLICE("office"), person->offices[0].title);
        writer_close(w, '}');
    }
    writer_close(w, ']');
}

/* The word for a status among PLOVER's contexts, or nothing. */
static slice auxiliary(chancery_event_status status)
{
    switch (status) {
    case CHANCERY_OCCURRED:
        return (slice){0};
    case CHANCERY_FUTURE:
        return SLICE("future");
    case CHANCERY_HYPOTHETICAL:
        return SLICE("hypothetical");
    case CHANCERY_NEGATED:
        return SLICE("negation");
    case CHANCERY_HISTORICAL:
        return SLICE("historical");
    }
    return (slice){0};
}

static void put_contexts(writer *w, const chancery_event *e)
{
    slice more = auxiliary(e->status);
    writer_key(w, SLICE("context"));
    writer_open(w, '[');
    for (size_t i = 0; i < e->context_count; i++) {
        writer_element(w);
        writer_string(w, e->contexts[i]);
    }
    if (more.len) {
        writer_element(w);
        writer_string(w, more);
    }
    writer_close(w, ']');
}

/** What a record says of time: whole days, and how they came about. */
typedef struct days {
    char date[DAY_BYTES];
    char enddate[DAY_BYTES];
    bool known;
    slice comment;
} days;

static void write_number(char *to, size_t digits, int value)
{
    while (digits > 0) {
        to[--digits] = (char)('0' + value % 10);
        value /= 10;
    }
}

static int days_of_month(int year, int month)
{
    static const int DAYS[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return month == 2 && leap ? 29 : DAYS[month - 1];
}

/* Writes the first or last day of what `iso` names ("2024-02" gives 2024-02-01 or 2024-02-29). */
static bool write_day(slice iso, bool last, char to[DAY_BYTES])
{
    int year = 0, month = 0, day = 0;
    if (!text_iso_date(iso, &year, &month, &day))
        return false;
    if (iso.len < 7)
        month = last ? 12 : 1;
    if (iso.len < DAY_BYTES)
        day = last ? days_of_month(year, month) : 1;
    memcpy(to, "0000-00-00", DAY_BYTES);
    write_number(to, 4, year);
    write_number(to + 5, 2, month);
    write_number(to + 8, 2, day);
    return true;
}

static days days_of(const chancery_reading *r, const chancery_event *e)
{
    days d = {0};
    slice from = e->date;
    slice until = e->enddate;
    if (from.len == 0) {
        from = r->document.published;
        until = from;
        d.comment = SLICE("no date in the text: date of publication");
    } else if (from.len < DAY_BYTES) {
        d.comment =
            from.len < 7 ? SLICE("date known to the year") : SLICE("date known to the month");
    }
    d.known = write_day(from, false, d.date);
    if (d.known && (until.len == 0 || !write_day(until, true, d.enddate)))
        d.known = write_day(from, true, d.enddate);
    if (!d.known)
        d.comment = SLICE("no date");
    return d;
}

static void put_size(writer *w, const chancery_magnitude *m)
{
    if (!m->has_dead && !m->has_injured && !m->has_arrested && !m->has_size)
        return;
    writer_key(w, SLICE("size"));
    writer_open(w, '{');
    if (m->has_dead)
        writer_field_u64(w, SLICE("dead"), m->dead);
    if (m->has_injured)
        writer_field_u64(w, SLICE("injured"), m->injured);
    if (m->has_arrested)
        writer_field_u64(w, SLICE("arrested"), m->arrested);
    if (m->has_size)
        writer_field_u64(w, SLICE("size"), m->size);
    writer_close(w, '}');
}

static void put_location(writer *w, const chancery_location *l)
{
    if (l->name.len == 0 && l->code.len == 0 && !l->has_coordinates)
        return;
    writer_key(w, SLICE("event_loc"));
    writer_open(w, '{');
    writer_field(w, SLICE("resolved_place"), l->name);
    if (l->has_coordinates) {
        writer_field_double(w, SLICE("lat"), l->lat);
        writer_field_double(w, SLICE("lon"), l->lon);
    }
    writer_field(w, SLICE("country_code"), l->code);
    writer_close(w, '}');
}

static void put_words(writer *w, const ruler *characters, const chancery_event *e)
{
    slice words = slice_range(characters->text, e->span.start, e->span.end);
    writer_field_list(w, SLICE("event_text"), &words, 1);
    writer_key(w, SLICE("text_info"));
    writer_open(w, '{');
    writer_field_u64(w, SLICE("sequence"), e->sentence);
    writer_field_u64(w, SLICE("start"), characters_before(characters, e->span.start));
    writer_field_u64(w, SLICE("end"), characters_before(characters, e->span.end));
    writer_close(w, '}');
}

static void put_source(writer *w, const chancery_reading *r)
{
    writer_key(w, SLICE("cite_info"));
    writer_open(w, '{');
    writer_field(w, SLICE("citation"), r->document.id);
    writer_field(w, SLICE("url"), r->document.url);
    writer_field(w, SLICE("title"), r->document.title);
    writer_field(w, SLICE("language"), r->document.language);
    writer_field(w, SLICE("publication"), r->document.source);
    writer_field(w, SLICE("codebook"), r->edition.codebook);
    writer_field(w, SLICE("version"), r->edition.program);
    writer_close(w, '}');
    writer_field(w, SLICE("coder"), SLICE("chancery"));
}

static void put_record(writer *w, const chancery_reading *r, const chancery_event *e,
                       const ruler *characters)
{
    days d = days_of(r, e);
    w->fresh = true;
    writer_open(w, '{');
    writer_field(w, SLICE("id"), e->id);
    writer_field(w, SLICE("date"), (slice){d.date, d.known ? DAY_BYTES : 0});
    writer_field(w, SLICE("enddate"), (slice){d.enddate, d.known ? DAY_BYTES : 0});
    put_roles(w, r, SLICE("actor"), e->actors, e->actor_count);
    put_roles(w, r, SLICE("recipient"), e->recipients, e->recipient_count);
    writer_field_list(w, SLICE("event"), &e->event, 1);
    writer_field_list(w, SLICE("mode"), &e->mode, e->mode.len ? 1 : 0);
    put_contexts(w, e);
    if (e->quad_code > 0)
        writer_field_u64(w, SLICE("quad_code"), (uint64_t)e->quad_code);
    writer_field_double(w, SLICE("event_scale"), e->event_scale);
    put_size(w, &e->magnitude);
    put_location(w, &e->location);
    put_words(w, characters, e);
    put_source(w, r);
    writer_field(w, SLICE("comment"), d.comment);
    writer_close(w, '}');
    writer_byte(w, '\n');
}

chancery_status export_plover(const chancery_reading *reading, bool all, FILE *out,
                              chancery_error *error)
{
    ruler characters;
    chancery_status status = ruler_init(&characters, reading->document.text, error);
    if (status != CHANCERY_OK)
        return status;
    char buffer[WRITER_STREAM_BYTES];
    writer w;
    writer_to_stream(&w, out, buffer, error);
    for (size_t i = 0; i < reading->event_count; i++)
        if (all || reading->events[i].status != CHANCERY_NEGATED)
            put_record(&w, reading, &reading->events[i], &characters);
    memory_free(characters.marks);
    return writer_finish(&w, NULL);
}
