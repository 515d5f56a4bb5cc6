/* Why an event is in the record.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * The archive keeps what was found, not how. The word that the frame hangs on is looked for again
 * by the codebook, where it is still the one that read the report, and left out where it isn't
 * found; the words that gave a date are those among the report's dates that have its value. */
#include "base/number.h"
#include "cli/explain.h"
#include "codebook/codebook.h"

enum { MOST_MATCHES = 64 };

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

/** Where the codebook finds the frame in the event's sentence again, and in which clause. */
typedef struct frame_match {
    slice word;
    slice verb_group;
    bool noun;
} frame_match;

/** Looks for the frame in one sentence. */
static bool match_sentence(const explanation *x, const chancery_event *e,
                           const syntax_sentence *parsed, frame_match *out)
{
    codebook_match matches[MOST_MATCHES];
    slice text = x->r->document.text;
    size_t count =
        codebook_find(engine_parts(x->q->engine)->codebook, parsed, matches, MOST_MATCHES);
    for (size_t i = 0; i < count; i++) {
        const text_token *t = &parsed->tokens[matches[i].word];
        if (!slice_equal(matches[i].frame->name, e->frame) || t->start < e->span.start ||
            t->end > e->span.end)
            continue;
        *out = (frame_match){.word = slice_range(text, t->start, t->end), .noun = matches[i].noun};
        if (matches[i].clause < 0)
            return true;
        const syntax_clause *c = &parsed->clauses[matches[i].clause];
        if (c->first < c->end && c->end <= parsed->word_count)
            out->verb_group =
                slice_range(text, parsed->tokens[c->first].start, parsed->tokens[c->end - 1].end);
        return true;
    }
    return false;
}

/** The report's sentences as its reading saw them. @return NULL after a failure. */
static const syntax_sentence *parse_again(const explanation *x, const text_report *report)
{
    const reading_engine *parts = engine_parts(x->q->engine);
    arena *a = &x->q->readings;
    syntax_parser *parser = NULL;
    arena scratch;
    arena_init(&scratch, a->cap_bytes);
    syntax_sentence *parsed = arena_alloc(a, report->sentence_count, sizeof *parsed, NULL);
    bool done = parsed && syntax_parser_new(parts->network, &parser, NULL) == CHANCERY_OK &&
                syntax_parse_sentences(parts->lemmas, parser, x->r->document.text, report, NULL,
                                       NULL, a, &scratch, parsed, NULL) == CHANCERY_OK;
    arena_clear(&scratch);
    syntax_parser_free(parser);
    return done ? parsed : NULL;
}

static bool find_match(const explanation *x, const chancery_event *e, frame_match *out)
{
    text_report report = {0};
    slice text = x->r->document.text;
    if (text_segment(text, &x->q->readings, &report, NULL) != CHANCERY_OK)
        return false;
    const syntax_sentence *parsed = parse_again(x, &report);
    for (size_t i = 0; parsed && i < report.sentence_count; i++) {
        const text_sentence *s = &report.sentences[i];
        if (s->end > e->span.start && s->start < e->span.end &&
            match_sentence(x, e, &parsed[i], out))
            return true;
    }
    return false;
}

/** The text that has the frame; empty where the codebook of today has none of that name. */
static slice file_of_frame(const explanation *x, slice frame)
{
    const codebook *book = x->q->engine ? engine_parts(x->q->engine)->codebook : NULL;
    for (size_t i = 0; book && i < codebook_frame_count(book); i++) {
        size_t source;
        if (slice_equal(codebook_frame_at(book, i, &source, NULL)->name, frame))
            return codebook_source_at(book, source).name;
    }
    return (slice){0};
}

static void print_frame(const explanation *x, const chancery_event *e, const frame_match *match)
{
    look_flow f = explain_field(x, "Rule");
    slice file = file_of_frame(x, e->frame);
    explain_add_slice(&f, e->frame);
    if (file.len) {
        explain_add(&f, ", a frame in ");
        explain_add_slice(&f, file);
    }
    if (match->word.len) {
        explain_add(&f, match->noun ? ", found by the noun " : ", found by the word ");
        explain_add_quoted(&f, match->word);
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

static void print_status(const explanation *x, const chancery_event *e, const frame_match *match)
{
    look_flow f = explain_field(x, "Status");
    explain_add_slice(&f, reading_status_name(e->status));
    explain_add(&f, status_reason(e->status));
    if (match->verb_group.len) {
        explain_add(&f, "; the verb is ");
        explain_add_quoted(&f, match->verb_group);
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

void explain_event(const explanation *x, const chancery_event *e)
{
    frame_match match = {0};
    if (explain_same_edition(x))
        (void)find_match(x, e, &match);
    explain_sentence(x, e->span);
    print_type(x, e);
    print_frame(x, e, &match);
    for (size_t i = 0; i < e->actor_count; i++)
        explain_role(x, i ? "" : "Who", &e->actors[i]);
    for (size_t i = 0; i < e->recipient_count; i++)
        explain_role(x, i ? "" : "To whom", &e->recipients[i]);
    print_status(x, e, &match);
    print_date(x, e);
    print_place(x, e);
    print_number(x, "Confidence", e->confidence, " (from 0 to 1)");
    print_mentions(x, e);
}
