/* The record for people's eyes. See show.h.
 *
 * SPDX-License-Identifier: Apache-2.0 */
#include "cli/show.h"

#include "cli/cli.h"

enum {
    TYPE_LEAST_CELLS = 16,
    TYPE_MOST_CELLS = 24,
    MARK_CELLS = 2,
    WORDS_LINES = 2,        /* of an event's words */
    STATEMENT_LINES = 4,    /* of what was said */
    WORDS_MOST_CELLS = 100, /* longer lines are hard to read */
    DATELINE_BYTES = 100,
};

slice show_words(const chancery_reading *reading, chancery_span where)
{
    return slice_range(reading->document.text, where.start, where.end);
}

slice show_id(slice id)
{
    return slice_range(id, 0, id.len < SHOW_ID_BYTES ? id.len : SHOW_ID_BYTES);
}

slice show_source_name(const chancery_reading *reading)
{
    slice name = reading->document.name;
    for (size_t i = name.len; i-- > 0;)
        if (name.ptr[i] == '/') {
            name = slice_range(name, i + 1, name.len);
            break;
        }
    if (slice_ends(name, SLICE(".txt")) && name.len > 4)
        name.len -= 4;
    return slice_is(name, "-") ? SLICE("standard input") : name;
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
    fputc('\n', l->out);
    look_text(l, LOOK_STRONG, slice_of(text));
    fputc('\n', l->out);
}

void show_count(const look *l, size_t count, const char *one, const char *many)
{
    fprintf(l->out, "%zu %s", count, count == 1 ? one : many);
}

slice show_date(slice date)
{
    return date.len ? date : SLICE("undated");
}

/** "LIMA, 4 July 2017 (Andean Press) - " in front of the first words: they read better without. */
static slice without_dateline(slice words)
{
    static const slice dashes[] = {{" - ", 3}, {" – ", 5}, {" — ", 5}};
    slice head = slice_range(words, 0, words.len < DATELINE_BYTES ? words.len : DATELINE_BYTES);
    size_t capitals = 0;
    while (capitals < head.len && head.ptr[capitals] >= 'A' && head.ptr[capitals] <= 'Z')
        capitals++;
    for (size_t i = 0; capitals > 2 && i < sizeof dashes / sizeof *dashes; i++) {
        size_t at = slice_find(head, dashes[i]);
        if (at != SIZE_MAX)
            return slice_range(words, at + dashes[i].len, words.len);
    }
    return words;
}

/** Whether a span begins with a sentence. */
static bool begins_sentence(const chancery_reading *reading, uint32_t start)
{
    for (size_t i = 0; i < reading->document.sentence_count; i++)
        if (reading->document.sentences[i].start == start)
            return true;
    return false;
}

void show_quoted(const look *l, const chancery_reading *reading, chancery_span where, size_t indent,
                 size_t max_lines, bool clause)
{
    look narrow = *l;
    if (narrow.columns > indent + WORDS_MOST_CELLS)
        narrow.columns = indent + WORDS_MOST_CELLS;
    slice words = show_words(reading, where);
    bool whole = begins_sentence(reading, where.start);
    look_spaces(l, indent);
    look_flow f = look_flow_begin(&narrow, indent, indent, max_lines);
    f.tail = SLICE("”");
    look_flow_text(&f, LOOK_PLAIN, clause && !whole ? SLICE("“…") : SLICE("“"));
    if (whole)
        words = without_dateline(words);
    else if (clause && slice_starts(words, SLICE("that ")))
        words = slice_range(words, 5, words.len);
    look_flow_text(&f, LOOK_PLAIN, words);
    look_flow_end(&f);
}

void show_source(const look *l, size_t indent, slice id, slice source)
{
    look_spaces(l, indent);
    look_text(l, LOOK_FAINT, show_id(id));
    if (source.len == 0) {
        fputc('\n', l->out);
        return;
    }
    fputs("  ", l->out);
    size_t column = indent + look_width(show_id(id)) + 2;
    look_flow f = look_flow_begin(l, column, column, 0);
    look_flow_text(&f, LOOK_FAINT, source);
    look_flow_end(&f);
}

static bool happened(const chancery_event *event)
{
    return event->status == CHANCERY_OCCURRED || event->status == CHANCERY_HISTORICAL;
}

static look_style event_style(const chancery_event *event)
{
    if (!happened(event))
        return LOOK_WARNING;
    return event->quad_code >= 3 ? LOOK_HOSTILE : LOOK_FRIENDLY;
}

static size_t type_width(const chancery_event *event)
{
    return look_width(event->event) + (event->mode.len ? 1 + look_width(event->mode) : 0);
}

void show_columns_add(show_columns *columns, const chancery_event *event)
{
    size_t width = type_width(event) + 2;
    if (width > columns->type && width <= TYPE_MOST_CELLS)
        columns->type = width;
}

show_columns show_columns_of(const chancery_reading *reading)
{
    show_columns columns = {0, SHOW_DATE_CELLS, TYPE_LEAST_CELLS};
    for (size_t i = 0; reading && i < reading->event_count; i++)
        show_columns_add(&columns, &reading->events[i]);
    return columns;
}

size_t show_words_indent(const show_columns *columns)
{
    return columns->indent + columns->date + MARK_CELLS;
}

void show_side(look_flow *f, const chancery_reading *reading, const chancery_role *roles,
               size_t count, bool joint)
{
    for (size_t i = 0; i < count; i++) {
        const chancery_person *person = show_find_person(reading, roles[i].person);
        if (i)
            look_flow_text(f, LOOK_PLAIN, joint && count == 2 ? SLICE(" ↔ ") : SLICE(", "));
        look_flow_text(f, LOOK_STRONG, roles[i].code.len ? roles[i].code : SLICE("somebody"));
        if (person) {
            look_flow_text(f, LOOK_PLAIN, SLICE(" ("));
            look_flow_text(f, LOOK_PLAIN, person->name);
            look_flow_text(f, LOOK_PLAIN, SLICE(")"));
        }
    }
}

void show_sides(look_flow *f, const chancery_reading *reading, const chancery_event *event)
{
    show_side(f, reading, event->actors, event->actor_count, event->recipient_count == 0);
    if (event->recipient_count) {
        look_flow_text(f, LOOK_PLAIN, event->actor_count ? SLICE(" → ") : SLICE("→ "));
        show_side(f, reading, event->recipients, event->recipient_count, false);
    }
    if (event->location.name.len) {
        look_flow_text(f, LOOK_PLAIN, SLICE(", in "));
        look_flow_text(f, LOOK_PLAIN, event->location.name);
    }
}

void show_event(const look *l, const chancery_reading *reading, const chancery_event *event,
                const show_columns *columns, slice day)
{
    size_t width = type_width(event), column = show_words_indent(columns) + columns->type;
    look_spaces(l, columns->indent);
    look_cell(l, slice_is(day, "undated") ? LOOK_FAINT : LOOK_PLAIN, day, columns->date);
    look_text(l, event_style(event),
              !happened(event)        ? SLICE(" ")
              : event->quad_code >= 3 ? SLICE("-")
                                      : SLICE("+"));
    fputc(' ', l->out);
    look_text(l, event_style(event), event->event);
    if (event->mode.len) {
        fputc(' ', l->out);
        look_text(l, event_style(event), event->mode);
    }
    look_spaces(l, width + 2 <= columns->type ? columns->type - width : 2);
    look_flow f = look_flow_begin(
        l, width + 2 <= columns->type ? column : show_words_indent(columns) + width + 2, column, 0);
    show_sides(&f, reading, event);
    if (event->status != CHANCERY_OCCURRED) {
        look_flow_text(&f, LOOK_PLAIN, SLICE(" ["));
        look_flow_text(&f, happened(event) ? LOOK_FAINT : LOOK_WARNING,
                       reading_status_name(event->status));
        look_flow_text(&f, LOOK_PLAIN, SLICE("]"));
    }
    look_flow_end(&f);
    show_quoted(l, reading, event->span, show_words_indent(columns), WORDS_LINES, true);
}

/** What was said, in quotation marks only where the report has them. */
static void show_content(const look *l, const chancery_reading *reading,
                         const chancery_statement *statement)
{
    look narrow = *l;
    if (narrow.columns > SHOW_DATE_CELLS + WORDS_MOST_CELLS)
        narrow.columns = SHOW_DATE_CELLS + WORDS_MOST_CELLS;
    look_spaces(l, SHOW_DATE_CELLS);
    look_flow f = look_flow_begin(&narrow, SHOW_DATE_CELLS, SHOW_DATE_CELLS, STATEMENT_LINES);
    if (statement->quoted) {
        f.tail = SLICE("”");
        look_flow_text(&f, LOOK_PLAIN, SLICE("“"));
    }
    look_flow_text(&f, LOOK_PLAIN, show_words(reading, statement->content));
    look_flow_end(&f);
}

void show_statement(const look *l, const chancery_reading *reading,
                    const chancery_statement *statement, bool dated)
{
    const chancery_role *speaker = &statement->speaker;
    const chancery_person *person = show_find_person(reading, speaker->person);
    slice code = speaker->code.len ? speaker->code : SLICE("-");
    if (dated)
        look_cell(l, LOOK_PLAIN, show_date(reading->document.published), SHOW_DATE_CELLS);
    else
        look_cell(l, LOOK_STRONG, code, SHOW_DATE_CELLS);
    look_flow f = look_flow_begin(l, SHOW_DATE_CELLS, SHOW_DATE_CELLS, 0);
    if (dated) {
        look_flow_text(&f, LOOK_STRONG, code);
        look_flow_text(&f, LOOK_PLAIN, SLICE(" "));
    }
    slice name = person ? person->name : speaker->entity_text;
    look_flow_text(&f, LOOK_PLAIN, name.len ? name : SLICE("somebody"));
    look_flow_text(&f, LOOK_PLAIN, SLICE(" ("));
    look_flow_text(&f, LOOK_PLAIN, statement->act);
    look_flow_text(&f, LOOK_PLAIN, SLICE("):"));
    look_flow_end(&f);
    show_content(l, reading, statement);
}

void show_relation(const look *l, const chancery_reading *reading,
                   const chancery_relation *relation)
{
    look_cell(l, LOOK_PLAIN, show_date(relation->since), SHOW_DATE_CELLS);
    look_flow f = look_flow_begin(l, SHOW_DATE_CELLS, SHOW_DATE_CELLS, 0);
    look_flow_text(&f, LOOK_STRONG, relation->between[0]);
    look_flow_text(&f, LOOK_PLAIN, SLICE(" – "));
    look_flow_text(&f, LOOK_STRONG, relation->between[1]);
    look_flow_text(&f, LOOK_PLAIN, SLICE(": "));
    look_flow_text(&f, LOOK_PLAIN, relation->kind);
    if (relation->level.len && !slice_equal(relation->level, relation->kind)) {
        look_flow_text(&f, LOOK_PLAIN, SLICE(", "));
        look_flow_text(&f, LOOK_PLAIN, relation->level);
    }
    if (relation->until.len) {
        look_flow_text(&f, LOOK_PLAIN, SLICE(", until "));
        look_flow_text(&f, LOOK_PLAIN, relation->until);
    }
    look_flow_end(&f);
    show_quoted(l, reading, relation->span, SHOW_DATE_CELLS, WORDS_LINES, true);
}

void show_finding(const look *l, const chancery_reading *reading, const chancery_finding *finding,
                  bool dated)
{
    bool warning = finding->severity == CHANCERY_WARNING;
    slice severity = reading_severity_name(finding->severity);
    look_cell(l, dated || !warning ? LOOK_PLAIN : LOOK_WARNING,
              dated ? show_date(reading->document.published) : severity, SHOW_DATE_CELLS);
    look_text(l, warning ? LOOK_WARNING : LOOK_PLAIN, finding->kind);
    fputc('\n', l->out);
    look_wrapped(l, LOOK_PLAIN, finding->message, SHOW_DATE_CELLS);
    if (finding->span.end > finding->span.start)
        show_quoted(l, reading, finding->span, SHOW_DATE_CELLS, WORDS_LINES, false);
    if (finding->likely.len) {
        look_spaces(l, SHOW_DATE_CELLS);
        look_flow f = look_flow_begin(l, SHOW_DATE_CELLS, SHOW_DATE_CELLS, 0);
        look_flow_text(&f, LOOK_PLAIN, SLICE("probably meant: "));
        look_flow_text(&f, LOOK_STRONG, finding->likely);
        look_flow_end(&f);
    }
}

void show_person(const look *l, const chancery_person *person, size_t indent)
{
    look_flow f = look_flow_begin(l, indent, indent + 2, 0);
    look_spaces(l, indent);
    look_flow_text(&f, LOOK_STRONG, person->name);
    for (size_t i = 0; i < person->office_count; i++) {
        const chancery_office *office = &person->offices[i];
        look_flow_text(&f, LOOK_PLAIN, i ? SLICE("; ") : SLICE(": "));
        look_flow_text(&f, LOOK_PLAIN, office->title);
        if (office->of.len) {
            look_flow_text(&f, LOOK_PLAIN, SLICE(" ("));
            look_flow_text(&f, LOOK_PLAIN, office->of);
            look_flow_text(&f, LOOK_PLAIN, SLICE(")"));
        }
        if (office->from.len) {
            look_flow_text(&f, LOOK_PLAIN, SLICE(", from "));
            look_flow_text(&f, LOOK_PLAIN, office->from);
        }
        if (office->until.len) {
            look_flow_text(&f, LOOK_PLAIN, SLICE(", until "));
            look_flow_text(&f, LOOK_PLAIN, office->until);
        }
    }
    look_flow_end(&f);
}

static void show_people(const look *l, const chancery_reading *reading)
{
    bool any = false;
    for (size_t i = 0; i < reading->person_count; i++) {
        if (reading->people[i].office_count == 0)
            continue;
        if (!any)
            show_heading(l, "People");
        any = true;
        show_person(l, &reading->people[i], 0);
    }
}

/** Title, where it comes from, and how much is in it. */
static void show_title(const look *l, const chancery_reading *reading)
{
    const chancery_document *document = &reading->document;
    look_flow f = look_flow_begin(l, 0, 0, 0);
    look_flow_text(&f, LOOK_STRONG, document->title.len ? document->title : document->name);
    look_flow_end(&f);
    f = look_flow_begin(l, 0, 0, 0);
    look_flow_text(&f, LOOK_FAINT,
                   slice_is(document->name, "-") ? SLICE("standard input") : document->name);
    look_flow_text(&f, LOOK_FAINT,
                   document->published.len ? SLICE(", published ") : SLICE(", undated"));
    look_flow_text(&f, LOOK_FAINT, document->published);
    look_flow_end(&f);
    if (reading->event_count + reading->statement_count + reading->relation_count +
        reading->finding_count + reading->person_count)
        return;
    bool read = document->language.len == 0 || slice_is(document->language, "en");
    fputs(read ? "Nothing found to record.\n" : "Not read: it is not in English.\n", l->out);
}

static void show_events(const look *l, const chancery_reading *reading, bool ids)
{
    show_columns columns = show_columns_of(reading);
    if (reading->event_count)
        show_heading(l, "Events");
    for (size_t i = 0; i < reading->event_count; i++) {
        const chancery_event *event = &reading->events[i];
        show_event(l, reading, event, &columns, show_date(event->date));
        if (ids)
            show_source(l, show_words_indent(&columns), event->id, (slice){0});
    }
}

void show_reading(FILE *out, const chancery_reading *reading, bool ids)
{
    look style = look_open(out);
    const look *l = &style;
    show_title(l, reading);
    show_people(l, reading);
    show_events(l, reading, ids);
    if (reading->statement_count)
        show_heading(l, "Statements");
    for (size_t i = 0; i < reading->statement_count; i++) {
        show_statement(l, reading, &reading->statements[i], false);
        if (ids)
            show_source(l, SHOW_DATE_CELLS, reading->statements[i].id, (slice){0});
    }
    if (reading->relation_count)
        show_heading(l, "Relations");
    for (size_t i = 0; i < reading->relation_count; i++) {
        show_relation(l, reading, &reading->relations[i]);
        if (ids)
            show_source(l, SHOW_DATE_CELLS, reading->relations[i].id, (slice){0});
    }
    if (reading->finding_count)
        show_heading(l, "Findings");
    for (size_t i = 0; i < reading->finding_count; i++) {
        show_finding(l, reading, &reading->findings[i], false);
        if (ids)
            show_source(l, SHOW_DATE_CELLS, reading->findings[i].id, (slice){0});
    }
}
