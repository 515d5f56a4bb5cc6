/* Why an event is in the record.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * The archive has the words that the rule hangs on, that decided the status and that gave the date;
 * archives of before lack them. The rest is found by reading the report again (explain_why.c),
 * where the engine is still the one that read it, and left out elsewhere. */
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
    bool framed = again->try && again->try->frame->file.len;
    slice line = {0};
    explain_add_slice(&f, e->frame);
    if (again->try && !framed) {
        explain_add(&f, ", ");
        explain_add_slice(&f, traced_place(again->try->frame, &x->q->arena));
    }
    if (framed && arena_printf(&x->q->arena, &line, NULL, ", %.*s, line %u",
                               SLICE_ARGS(again->try->frame->file),
                               (unsigned)again->try->frame->line) == CHANCERY_OK)
        explain_add_slice(&f, line);
    if (e->trigger.start < e->trigger.end) {
        bool noun = again->try && again->try->noun;
        explain_add(&f, noun ? ", found by the noun " : ", found by the word ");
        explain_add_quoted(&f, show_words(x->r, e->trigger));
    }
    look_flow_end(&f);
}

/** What the judge learnt from that is most like this: the word, the sentence, the text's number. */
static void print_like(const explanation *x, const explain_again *again)
{
    const net *network = engine_parts(x->q->engine)->network;
    for (size_t i = 0; again->try && i < again->try->like_count; i++) {
        slice line = network->examples.line[again->try->like[i]], number, word;
        look_flow f = explain_field(x, i ? "" : "Like");
        if (slice_next(&line, '\t', &number) && slice_next(&line, '\t', &word)) {
            explain_add_quoted(&f, word);
            explain_add(&f, " in ");
            explain_add_quoted(&f, line);
            explain_add(&f, ", ");
            explain_add_slice(&f, number);
            explain_add(&f, " of the corpus");
        }
        look_flow_end(&f);
    }
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
    explain_again again;
    explain_read_again(x, e, &again);
    explain_sentence(x, e->span);
    if (explain_same_edition(x))
        explain_tree(x, e, again.try ? again.try->word : (span){0, 0});
    print_type(x, e);
    print_frame(x, e, &again);
    print_like(x, &again);
    explain_others(x, &again);
    print_roles(x, &again, "Who", e->actors, e->actor_count);
    print_roles(x, &again, "To whom", e->recipients, e->recipient_count);
    print_status(x, e);
    explain_when(x, e->date, e->enddate, e->date_from, e->date_span);
    print_place(x, e);
    print_size(x, &e->magnitude);
    print_number(x, "Confidence", e->confidence, " (from 0 to 1)");
    print_mentions(x, e);
    traced_close(&again.t);
}
