/* Why an event is in the record.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * All is in the archive: the words that the rule hangs on, that decided the status and that gave
 * the date. Archives of before lack these, and they are left out. */
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

static void print_frame(const explanation *x, const chancery_event *e)
{
    look_flow f = explain_field(x, "Rule");
    size_t slash = slice_find(e->frame, SLICE("/"));
    explain_add_slice(&f, e->frame);
    if (slash != SIZE_MAX) {
        explain_add(&f, ", a frame in data/codebook/");
        explain_add_slice(&f, slice_range(e->frame, 0, slash));
        explain_add(&f, ".txt");
    }
    if (e->trigger.start < e->trigger.end) {
        explain_add(&f, ", found by the word ");
        explain_add_quoted(&f, show_words(x->r, e->trigger));
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

static void print_status(const explanation *x, const chancery_event *e)
{
    look_flow f = explain_field(x, "Status");
    explain_add_slice(&f, reading_status_name(e->status));
    explain_add(&f, status_reason(e->status));
    if (e->status_span.start < e->status_span.end) {
        explain_add(&f, ", by the word ");
        explain_add_quoted(&f, show_words(x->r, e->status_span));
    }
    look_flow_end(&f);
}

/** Whether the words of a date name its year: else it was counted from the report's own day. */
static bool names_year(slice words, slice value)
{
    return value.len >= 4 && slice_find(words, slice_range(value, 0, 4)) != SIZE_MAX;
}

static const char *date_reason(chancery_date_from from)
{
    switch (from) {
    case CHANCERY_FROM_NOTHING:
    case CHANCERY_FROM_CLAUSE:
        break;
    case CHANCERY_FROM_SENTENCE:
        return " in another clause of the sentence";
    case CHANCERY_FROM_REPORT:
        return ", the report's date, since the sentence gives none";
    case CHANCERY_FROM_MEETING:
        return ", the day of the meeting told before";
    }
    return "";
}

void explain_when(const explanation *x, slice date, slice enddate, chancery_date_from from,
                  span where)
{
    look_flow f = explain_field(x, "When");
    slice published = x->r->document.published;
    explain_add_slice(&f, date.len ? date : SLICE("not told"));
    if (enddate.len && !slice_equal(enddate, date)) {
        explain_add(&f, " to ");
        explain_add_slice(&f, enddate);
    }
    if (where.start < where.end) {
        slice words = show_words(x->r, where);
        explain_add(&f, ", from ");
        explain_add_quoted(&f, words);
        explain_add(&f, date_reason(from));
        if (!names_year(words, date) && published.len) {
            explain_add(&f, ", counted from the report's date, ");
            explain_add_slice(&f, published);
        }
    } else {
        explain_add(&f, date_reason(from));
    }
    look_flow_end(&f);
}

static void print_place(const explanation *x, const chancery_event *e)
{
    if (e->location.name.len == 0)
        return;
    look_flow f = explain_field(x, "Where");
    explain_add_slice(&f, e->location.name);
    if (e->location.code.len) {
        explain_add(&f, " (");
        explain_add_slice(&f, e->location.code);
        explain_add(&f, ")");
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

/** "12 dead, 30 injured, 5000000 USD". */
static void print_size(const explanation *x, const chancery_magnitude *m)
{
    const struct {
        bool there;
        double value;
        slice what;
    } parts[] = {{m->has_dead, (double)m->dead, SLICE("dead")},
                 {m->has_injured, (double)m->injured, SLICE("injured")},
                 {m->has_arrested, (double)m->arrested, SLICE("arrested")},
                 {m->has_size, (double)m->size, SLICE("people")},
                 {m->has_money, m->money_amount, m->money_currency}};
    bool begun = false;
    look_flow f;
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        char digits[NUMBER_DOUBLE_BYTES];
        if (!parts[i].there)
            continue;
        if (begun)
            explain_add(&f, ", ");
        else
            f = explain_field(x, "How much");
        begun = true;
        explain_add_slice(
            &f, (slice){digits, number_format_double(parts[i].value, digits, sizeof digits)});
        explain_add(&f, " ");
        explain_add_slice(&f, parts[i].what);
    }
    if (begun)
        look_flow_end(&f);
}

void explain_event(const explanation *x, const chancery_event *e)
{
    explain_sentence(x, e->span);
    print_type(x, e);
    print_frame(x, e);
    for (size_t i = 0; i < e->actor_count; i++)
        explain_role(x, i ? "" : "Who", &e->actors[i]);
    for (size_t i = 0; i < e->recipient_count; i++)
        explain_role(x, i ? "" : "To whom", &e->recipients[i]);
    print_status(x, e);
    explain_when(x, e->date, e->enddate, e->date_from, e->date_span);
    print_place(x, e);
    print_size(x, &e->magnitude);
    print_number(x, "Confidence", e->confidence, " (from 0 to 1)");
    print_mentions(x, e);
}
