/* Why an event is in the record.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * The archive keeps what was found, not how. The report is read again for that (explain_why.c),
 * where the engine is still the one that read it, and what isn't found then is left out; the words
 * that gave a date are those among the report's dates that have its value. */
#include "base/number.h"
#include "cli/explain.h"

static void print_number(const explanation *x, const char *label, double value, const char *behind)
{
    char digits[NUMBER_DOUBLE_BYTES];
    if (value > -1e6 && value < 1e6) /* the archive may hold any number */
        value = (double)(int64_t)(value * 100 + (value < 0 ? -0.5 : 0.5)) / 100;
    size_t length = number_format_double(value, digits, sizeof digits);
    look_flow f = explain_field(x, label);
    explain_add_slice(&f, (slice){digits, length});
    explain_add(&f, behind);
    look_flow_end(&f);
}

static void print_frame(const explanation *x, const chancery_event *e, const explain_again *again)
{
    look_flow f = explain_field(x, "Rule");
    slice line = {0};
    explain_add_slice(&f, e->frame);
    if (again->try && arena_printf(&x->q->arena, &line, NULL, ", %.*s, line %u",
                                   SLICE_ARGS(again->try->frame->file),
                                   (unsigned)again->try->frame->line) == CHANCERY_OK) {
        explain_add_slice(&f, line);
    }
    if (again->try) {
        explain_add(&f, again->try->noun ? ", found by the noun " : ", found by the word ");
        explain_add_quoted(&f, show_words(x->r, again->try->word));
    }
    look_flow_end(&f);
}

static const char *status_reason(chancery_event_status status)
{
    switch (status) {
    case CHANCERY_OCCURRED:
        return ": told as done";
    case CHANCERY_FUTURE:
        return ": told as planned or promised";
    case CHANCERY_HYPOTHETICAL:
        return ": told as possible only (may, could, if)";
    case CHANCERY_NEGATED:
        return ": told as not done, or denied";
    case CHANCERY_HISTORICAL:
        return ": done five years or more before the report";
    }
    return "";
}

static void print_status(const explanation *x, const chancery_event *e, const explain_again *again)
{
    look_flow f = explain_field(x, "Status");
    explain_add_slice(&f, reading_status_name(e->status));
    explain_add(&f, status_reason(e->status));
    if (again->try && !again->try->noun) {
        explain_add(&f, "; the verb is ");
        explain_add_quoted(&f, show_words(x->r, again->try->group));
    }
    look_flow_end(&f);
}

/** The words that gave the event its date: an expression of that value, in its sentence if there is
 * one there. */
static const chancery_date *date_words(const explanation *x, const chancery_event *e, bool *near)
{
    const chancery_date *found = NULL;
    chancery_span around = explain_sentences(x->r, e->span);
    *near = false;
    for (size_t i = 0; i < x->r->date_count && !*near; i++) {
        const chancery_date *d = &x->r->dates[i];
        if (d->type != CHANCERY_DATE || !slice_equal(d->value, e->date))
            continue;
        *near = d->span.start >= around.start && d->span.end <= around.end;
        if (*near || !found)
            found = d;
    }
    return found;
}

/** Whether the words of a date name its year: else it was counted from the report's own day. */
static bool names_year(slice words, slice value)
{
    return value.len >= 4 && slice_find(words, slice_range(value, 0, 4)) != SIZE_MAX;
}

static void print_date(const explanation *x, const chancery_event *e)
{
    bool near;
    look_flow f = explain_field(x, "When");
    const chancery_date *d = date_words(x, e, &near);
    slice published = x->r->document.published;
    explain_add_slice(&f, e->date.len ? e->date : SLICE("not told"));
    if (e->enddate.len && !slice_equal(e->enddate, e->date)) {
        explain_add(&f, " to ");
        explain_add_slice(&f, e->enddate);
    }
    bool reports = e->date.len && slice_equal(e->date, published);
    if (d && (near || !reports)) {
        slice words = show_words(x->r, d->span);
        explain_add(&f, ", from ");
        explain_add_quoted(&f, words);
        explain_add(&f, near ? "" : " in another sentence");
        if (!names_year(words, d->value) && published.len) {
            explain_add(&f, ", counted from the report's date, ");
            explain_add_slice(&f, published);
        }
    } else if (reports) {
        explain_add(&f, ", the report's date, since the sentence gives none");
    } else if (e->date.len) {
        explain_add(&f, ", from what the report tells around it");
    }
    look_flow_end(&f);
}

/** Where the place of an event is named in its sentence, with the word before it. */
static bool place_words(const explanation *x, const chancery_event *e, chancery_span *out)
{
    slice text = x->r->document.text, name = e->location.name;
    chancery_span around = explain_sentences(x->r, e->span);
    size_t at = slice_find(slice_range(text, around.start, around.end), name);
    if (at == SIZE_MAX)
        return false;
    *out = (chancery_span){around.start + (uint32_t)at, around.start + (uint32_t)(at + name.len)};
    while (out->start > around.start && text.ptr[out->start - 1] == ' ')
        out->start--;
    while (out->start > around.start && text.ptr[out->start - 1] != ' ')
        out->start--;
    return true;
}

static void print_place(const explanation *x, const chancery_event *e)
{
    chancery_span words;
    if (e->location.name.len == 0)
        return;
    look_flow f = explain_field(x, "Where");
    explain_add_slice(&f, e->location.name);
    if (e->location.code.len) {
        explain_add(&f, " (");
        explain_add_slice(&f, e->location.code);
        explain_add(&f, ")");
    }
    if (place_words(x, e, &words)) {
        explain_add(&f, ", from ");
        explain_add_quoted(&f, show_words(x->r, words));
    } else {
        explain_add(&f, ", from another sentence that tells it");
    }
    look_flow_end(&f);
}

static void print_type(const explanation *x, const chancery_event *e)
{
    static const char *const quads[] = {"cooperation in words", "cooperation in deeds",
                                        "conflict in words", "conflict in deeds"};
    look_flow f = explain_field(x, "What");
    explain_add_strong(&f, e->event);
    if (e->mode.len) {
        explain_add(&f, " ");
        explain_add_strong(&f, e->mode);
    }
    if (e->quad_code >= 1 && e->quad_code <= 4) {
        explain_add(&f, ": ");
        explain_add(&f, quads[e->quad_code - 1]);
    }
    look_flow_end(&f);
    print_number(x, "Scale", e->event_scale, " (from -10, hostile, to 10, friendly)");
    if (e->context_count == 0)
        return;
    f = explain_field(x, "Context");
    for (size_t i = 0; i < e->context_count; i++) {
        explain_add(&f, i ? ", " : "");
        explain_add_slice(&f, e->contexts[i]);
    }
    look_flow_end(&f);
}

static void print_mentions(const explanation *x, const chancery_event *e)
{
    for (size_t i = 0, shown = 0; i < e->mention_count; i++) {
        if (e->mentions[i].start == e->span.start)
            continue;
        look_flow f = explain_field(x, shown++ ? "" : "Told also");
        explain_add_quoted(&f, show_words(x->r, e->mentions[i]));
        look_flow_end(&f);
    }
}

static void print_roles(const explanation *x, const explain_again *again, const char *label,
                        const chancery_role *roles, size_t count)
{
    for (size_t i = 0; i < count; i++)
        explain_side(x, again, i ? "" : label, &roles[i]);
}

void explain_event(const explanation *x, const chancery_event *e)
{
    explain_again again;
    explain_read_again(x, e, &again);
    explain_sentence(x, e->span);
    if (explain_same_edition(x))
        explain_tree(x, e, again.try ? again.try->word : (span){0, 0});
    print_type(x, e);
    print_frame(x, e, &again);
    explain_others(x, &again);
    print_roles(x, &again, "Who", e->actors, e->actor_count);
    print_roles(x, &again, "To whom", e->recipients, e->recipient_count);
    print_status(x, e, &again);
    print_date(x, e);
    print_place(x, e);
    print_number(x, "Confidence", e->confidence, " (from 0 to 1)");
    print_mentions(x, e);
    traced_close(&again.t);
}
