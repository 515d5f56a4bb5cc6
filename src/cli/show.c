/* The record for people's eyes. See show.h.
 *
 * SPDX-License-Identifier: Apache-2.0 */
#include "cli/show.h"

#include "cli/cli.h"

enum { DATE_CELLS = 12, TYPE_CELLS = 18 };

slice show_words(const chancery_reading *reading, chancery_span where)
{
    return slice_range(reading->document.text, where.start, where.end);
}

const chancery_person *show_find_person(const chancery_reading *reading, slice id)
{
    for (size_t i = 0; id.len && i < reading->person_count; i++)
        if (slice_equal(reading->people[i].id, id))
            return &reading->people[i];
    return NULL;
}

void show_heading(const look *l, const char *text)
{
    look_text(l, LOOK_STRONG, slice_of(text));
    fputc('\n', l->out);
}

void show_count(const look *l, size_t count, const char *one, const char *many)
{
    fprintf(l->out, "%zu %s", count, count == 1 ? one : many);
}

static look_style event_style(const chancery_event *event)
{
    return event->quad_code >= 3 ? LOOK_HOSTILE : LOOK_FRIENDLY;
}

static void show_side(const look *l, const chancery_reading *reading, const chancery_role *roles,
                      size_t count)
{
    for (size_t i = 0; i < count; i++) {
        const chancery_person *person = show_find_person(reading, roles[i].person);
        if (i)
            fputs(", ", l->out);
        look_text(l, LOOK_STRONG, roles[i].code);
        if (person) {
            fputs(" (", l->out);
            look_text(l, LOOK_PLAIN, person->name);
            fputc(')', l->out);
        }
    }
}

static void show_source(const look *l, slice id, slice source)
{
    look_spaces(l, DATE_CELLS);
    look_text(l, LOOK_FAINT, slice_range(id, 0, id.len < SHOW_ID_BYTES ? id.len : SHOW_ID_BYTES));
    if (source.len) {
        fputs("  ", l->out);
        look_text(l, LOOK_FAINT, source);
    }
    fputc('\n', l->out);
}

static void show_quoted(const look *l, const chancery_reading *reading, chancery_span where)
{
    size_t room = l->columns > DATE_CELLS + 2 ? l->columns - DATE_CELLS - 2 : 20;
    look_spaces(l, DATE_CELLS);
    fputs("“", l->out);
    look_line(l, LOOK_PLAIN, show_words(reading, where), room);
    fputs("”\n", l->out);
}

static void show_type(const look *l, const chancery_event *event)
{
    size_t width = look_width(event->event) + (event->mode.len ? 1 + look_width(event->mode) : 0);
    look_text(l, event_style(event), event->event);
    if (event->mode.len) {
        fputc(' ', l->out);
        look_text(l, event_style(event), event->mode);
    }
    look_spaces(l, width < TYPE_CELLS ? TYPE_CELLS - width : 1);
}

void show_event(const look *l, const chancery_reading *reading, const chancery_event *event,
                slice source)
{
    look_cell(l, LOOK_PLAIN, event->date.len ? event->date : SLICE("no date"), DATE_CELLS);
    show_type(l, event);
    show_side(l, reading, event->actors, event->actor_count);
    if (event->recipient_count) {
        fputs(event->actor_count ? " → " : "→ ", l->out);
        show_side(l, reading, event->recipients, event->recipient_count);
    }
    if (event->location.name.len) {
        fputs(", ", l->out);
        look_text(l, LOOK_PLAIN, event->location.name);
    }
    if (event->status != CHANCERY_OCCURRED) {
        fputs("  [", l->out);
        look_text(l, LOOK_WARNING, reading_status_name(event->status));
        fputc(']', l->out);
    }
    fputc('\n', l->out);
    show_quoted(l, reading, event->span);
    show_source(l, event->id, source);
}

void show_statement(const look *l, const chancery_reading *reading,
                    const chancery_statement *statement, slice source)
{
    const chancery_person *person = show_find_person(reading, statement->speaker.person);
    look_cell(l, LOOK_STRONG, statement->speaker.code.len ? statement->speaker.code : SLICE("-"),
              DATE_CELLS);
    look_text(l, LOOK_PLAIN, person ? person->name : statement->speaker.entity_text);
    fputs(" (", l->out);
    look_text(l, LOOK_PLAIN, statement->act);
    fputs("):\n", l->out);
    look_wrapped(l, LOOK_PLAIN, show_words(reading, statement->content), DATE_CELLS);
    show_source(l, statement->id, source);
}

void show_relation(const look *l, const chancery_reading *reading,
                   const chancery_relation *relation, slice source)
{
    look_cell(l, LOOK_PLAIN, relation->since.len ? relation->since : SLICE("no date"), DATE_CELLS);
    look_text(l, LOOK_STRONG, relation->between[0]);
    fputs(" – ", l->out);
    look_text(l, LOOK_STRONG, relation->between[1]);
    fputs(": ", l->out);
    look_text(l, LOOK_PLAIN, relation->kind);
    if (relation->level.len) {
        fputs(", ", l->out);
        look_text(l, LOOK_PLAIN, relation->level);
    }
    if (relation->until.len) {
        fputs(", until ", l->out);
        look_text(l, LOOK_PLAIN, relation->until);
    }
    fputc('\n', l->out);
    show_quoted(l, reading, relation->span);
    show_source(l, relation->id, source);
}

void show_finding(const look *l, const chancery_reading *reading, const chancery_finding *finding,
                  slice source)
{
    look_text(l, finding->severity == CHANCERY_WARNING ? LOOK_WARNING : LOOK_PLAIN, finding->kind);
    fputc('\n', l->out);
    look_wrapped(l, LOOK_PLAIN, finding->message, DATE_CELLS);
    if (finding->span.end > finding->span.start)
        show_quoted(l, reading, finding->span);
    if (finding->likely.len) {
        look_spaces(l, DATE_CELLS);
        fputs("probably meant: ", l->out);
        look_text(l, LOOK_PLAIN, finding->likely);
        fputc('\n', l->out);
    }
    show_source(l, finding->id, source);
}

void show_person(const look *l, const chancery_person *person)
{
    look_text(l, LOOK_STRONG, person->name);
    for (size_t i = 0; i < person->office_count; i++) {
        const chancery_office *office = &person->offices[i];
        fputs(i ? "; " : ": ", l->out);
        look_text(l, LOOK_PLAIN, office->title);
        if (office->of.len) {
            fputs(" (", l->out);
            look_text(l, LOOK_PLAIN, office->of);
            fputc(')', l->out);
        }
        if (office->from.len || office->until.len) {
            fputs(", ", l->out);
            look_text(l, LOOK_PLAIN, office->from);
            fputs(" to ", l->out);
            look_text(l, LOOK_PLAIN, office->until);
        }
    }
    fputc('\n', l->out);
}

static void show_people(const look *l, const chancery_reading *reading)
{
    bool any = false;
    for (size_t i = 0; i < reading->person_count; i++) {
        if (reading->people[i].office_count == 0)
            continue;
        if (!any)
            show_heading(l, "\nPeople");
        any = true;
        show_person(l, &reading->people[i]);
    }
}

void cli_show_reading(FILE *out, const chancery_reading *reading, bool gap)
{
    look style = look_open(out);
    const look *l = &style;
    const slice none = {0};
    if (gap)
        fputc('\n', out);
    look_text(l, LOOK_STRONG,
              reading->document.title.len ? reading->document.title : reading->document.name);
    fputc('\n', out);
    look_text(l, LOOK_FAINT, reading->document.name);
    if (reading->document.published.len) {
        fputs(", published ", out);
        look_text(l, LOOK_PLAIN, reading->document.published);
    }
    fputc('\n', out);
    show_people(l, reading);
    if (reading->event_count)
        show_heading(l, "\nEvents");
    for (size_t i = 0; i < reading->event_count; i++)
        show_event(l, reading, &reading->events[i], none);
    if (reading->statement_count)
        show_heading(l, "\nStatements");
    for (size_t i = 0; i < reading->statement_count; i++)
        show_statement(l, reading, &reading->statements[i], none);
    if (reading->relation_count)
        show_heading(l, "\nRelations");
    for (size_t i = 0; i < reading->relation_count; i++)
        show_relation(l, reading, &reading->relations[i], none);
    if (reading->finding_count)
        show_heading(l, "\nFindings");
    for (size_t i = 0; i < reading->finding_count; i++)
        show_finding(l, reading, &reading->findings[i], none);
}
