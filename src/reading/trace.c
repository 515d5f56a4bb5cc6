/* The recorder of the stage of events. See trace.h.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * Each function here does nothing where the reading has no recorder. */
#include "reading/events.h"
#include "reading/scan.h"
#include "syntax/judge.h"

static const struct {
    const char *name, *words;
} reasons[READING_REASON_COUNT] = {
    [READING_TOLD] = {"event", "gives an event"},
    [READING_JOINED] = {"joined", "tells again an event that stands already"},
    [READING_BETTER] = {"better-frame", "another frame of this word gave an event"},
    [READING_LIGHT_VERB] = {"light-verb", "its verb's frame told it"},
    [READING_BELOW] = {"told-below", "what is promised is told by the clause below"},
    [READING_NO_ACTOR] = {"actor-not-filled", "nobody who acts is known"},
    [READING_NO_RECIPIENT] = {"recipient-not-filled", "nobody to whom it is done is known"},
    [READING_ONE_STATE] = {"only-one-state", "only one side is known, where it takes two"},
    [READING_TOGETHER] = {"several-states", "several states act, where it takes one alone"},
    [READING_IDEA] = {"idea-noun", "the noun is only feared, planned or possible"},
    [READING_ABOVE] = {"told-above", "told by the frame of the clause above"},
    [READING_WISHED] = {"wished-only", "only wished for, planned or refused"},
    [READING_OPEN] = {"left-open", "nothing says that it came to be"},
    [READING_DENIED_NOUN] = {"denied-noun", "the clause around the noun is denied"},
    [READING_DESCRIBES] = {"descriptive", "describes a guest, tells no visit"},
    [READING_OTHERS] = {"warns-of-others", "warns of what others may do"},
    [READING_BARRED] = {"barred", "the codebook bars such people from that side"},
    [READING_PARTS] = {"powerless-parts", "parts of one state, none with power or arms"},
    [READING_SAME_SIDE] = {"same-state", "the same state stands on both sides"},
};

static const struct {
    const char *name, *words;
} sights[READING_SIGHT_COUNT] = {
    [READING_SEES_WHO] = {"somebody", ""},
    [READING_SEES_NOTHING] = {"nothing", "nothing there"},
    [READING_SEES_NOBODY] = {"nobody-known", "nobody known"},
    [READING_SEES_GROUND] = {"place", "a place, not who acts"},
    [READING_SEES_THING] = {"thing", "a thing that belongs to somebody"},
    [READING_SEES_PART] = {"part-of-state", "a part of the state that is named elsewhere"},
    [READING_SEES_ACTOR] = {"actor-himself", "who acts already"},
};

slice reading_reason_name(reading_reason reason)
{
    return slice_of(reasons[reason].name);
}

slice reading_reason_words(reading_reason reason)
{
    return slice_of(reasons[reason].words);
}

slice reading_sight_name(reading_sight sight)
{
    return slice_of(sights[sight].name);
}

slice reading_sight_words(reading_sight sight)
{
    return slice_of(sights[sight].words);
}

static span word_span(const reading_state *r, uint32_t sentence, size_t word)
{
    return reading_range_span(r, sentence, (syntax_range){(uint16_t)word, (uint16_t)(word + 1)});
}

/** The sentence's first verb of saying, and who says it. */
static void find_saying(const reading_state *r, uint32_t sentence, reading_traced_sentence *out)
{
    const syntax_sentence *s = &r->parsed[sentence];
    for (size_t i = 0; i < s->clause_count && out->says.end == 0; i++) {
        const syntax_clause *c = &s->clauses[i];
        if (!codebook_reporting(r->engine->codebook, s, c))
            continue;
        out->says = word_span(r, sentence, c->verb);
        if (c->subject < 0)
            continue;
        out->speaker = reading_phrase_span(r, sentence, c->subject);
        out->speaker_known = r->referents[sentence][c->subject].count > 0;
    }
}

/** The first word that a frame could hang on, as far as words go. */
static span find_trigger(const reading_state *r, uint32_t sentence)
{
    const syntax_sentence *s = &r->parsed[sentence];
    codebook_words words = {{0}};
    for (size_t w = 0; w < s->word_count; w++) {
        codebook_add_word(&words, s->words[w].lemma_key);
        codebook_add_word(&words, s->tokens[w].key);
    }
    for (size_t w = 0; w < s->word_count; w++)
        if (codebook_may_tell(r->engine->codebook, s->words[w].lemma_key, &words))
            return word_span(r, sentence, w);
    return (span){0, 0};
}

void trace_sentence(const reading_state *r, uint32_t sentence)
{
    enum {
        SOMEBODY = SCAN_NAMED | SCAN_KNOWN | SCAN_OFFICE | SCAN_PAIR | SCAN_BODY | SCAN_PRONOUN
    };
    const text_sentence *t = &r->report->sentences[sentence];
    if (!r->trace)
        return;
    reading_traced_sentence *out = array_push(&r->trace->sentences, r->trace->arena, r->error);
    r->trace->failed = r->trace->failed || !out;
    if (!out)
        return;
    uint32_t signs = r->signs[sentence];
    *out = (reading_traced_sentence){.where = {t->start, t->end},
                                     .title = t->title && r->report->sentence_count > 1,
                                     .dateline = t->start >= r->report->dateline.start &&
                                                 t->end <= r->report->dateline.end,
                                     .chosen = r->parsed[sentence].word_count > 0,
                                     .triggers = signs & SCAN_TELLS,
                                     .somebody = signs & SOMEBODY,
                                     .cut = t->count > SYNTAX_MAX_WORDS,
                                     .first_try = r->trace->tries.count};
    if (!out->chosen)
        return;
    find_saying(r, sentence, out);
    if (out->triggers)
        out->trigger = find_trigger(r, sentence);
}

void trace_games(const reading_state *r)
{
    if (r->trace && r->trace->sentences.count)
        r->trace->sentences.items[r->trace->sentences.count - 1].games = true;
}

static span match_group(const events_sentence *e, const codebook_match *match)
{
    if (match->noun || match->clause < 0)
        return reading_phrase_span(e->r, e->sentence, match->phrase);
    const syntax_clause *c = &e->s->clauses[match->clause];
    return reading_range_span(e->r, e->sentence, (syntax_range){c->first, c->end});
}

void trace_try(const events_sentence *e, const codebook_match *match)
{
    reading_trace *trace = e->r->trace;
    if (!trace || trace->sentences.count == 0)
        return;
    reading_try *try = array_push(&trace->tries, trace->arena, e->r->error);
    trace->failed = trace->failed || !try;
    if (!try)
        return;
    *try = (reading_try){.frame = match->frame,
                         .sentence = e->sentence,
                         .word = word_span(e->r, e->sentence, match->word),
                         .group = match_group(e, match),
                         .phrase = match->phrase,
                         .noun = match->noun,
                         .passive = !match->noun && !match->surface && match->clause >= 0 &&
                                    e->s->clauses[match->clause].passive,
                         .event = READING_NO_EVENT,
                         .first_look = trace->looks.count};
    trace->sentences.items[trace->sentences.count - 1].try_count++;
}

/** The try that is being made; NULL without a recorder. */
static reading_try *current(const reading_state *r)
{
    return r->trace && r->trace->tries.count ? &r->trace->tries.items[r->trace->tries.count - 1]
                                             : NULL;
}

void trace_like(const reading_state *r, const syntax_judged *judged, size_t label)
{
    if (!r->trace || r->trace->tries.count == 0)
        return;
    reading_try *try = &r->trace->tries.items[r->trace->tries.count - 1];
    try->like_count = judge_nearest(r->engine->network, judged, label, try->like, READING_LIKE);
}

void trace_reason(const reading_state *r, reading_reason reason)
{
    reading_try *try = current(r);
    if (!try)
        return;
    if (try->reason == READING_TOLD) /* else it was joined */
        try->reason = reason;
    try->look_count = r->trace->looks.count - try->first_look;
}

void trace_event(const reading_state *r, size_t event, bool joined)
{
    reading_try *try = current(r);
    if (!try)
        return;
    try->event = (uint32_t)event;
    if (joined)
        try->reason = READING_JOINED;
}

/** The event for which a match stands back: that of its word, or of its phrase. */
static uint32_t event_before(const reading_trace *trace, const reading_try *try)
{
    for (size_t i = trace->tries.count - 1; i-- > 0;) {
        const reading_try *other = &trace->tries.items[i];
        if (other->sentence != try->sentence)
            break;
        bool same = try->reason == READING_BETTER ? other->word.start == try->word.start
                                                  : other->phrase == try->phrase;
        if (same && other->event != READING_NO_EVENT)
            return other->event;
    }
    return READING_NO_EVENT;
}

void trace_back(const events_sentence *e, const codebook_match *match, reading_reason reason)
{
    trace_try(e, match);
    reading_try *try = current(e->r);
    if (!try)
        return;
    try->reason = reason;
    try->event = event_before(e->r->trace, try);
}

void trace_look(const events_sentence *e, int16_t phrase, reading_sight sight)
{
    reading_trace *trace = e->r->trace;
    if (!trace || trace->depth == 0)
        return;
    reading_look *look = array_push(&trace->looks, trace->arena, e->r->error);
    trace->failed = trace->failed || !look;
    if (!look)
        return;
    *look = (reading_look){.place = trace->place, .sight = sight, .recipient = trace->recipient};
    if (phrase < 0)
        return;
    const reading_referents *ref = &e->referents[phrase];
    look->words = reading_phrase_span(e->r, e->sentence, phrase);
    if (e->s->phrases[phrase].preposition >= 0)
        look->before = word_span(e->r, e->sentence, (size_t)e->s->phrases[phrase].preposition);
    for (uint32_t i = 0; i < ref->count; i++) {
        slice code = ref->items[i].code;
        if (slice_find(look->codes, code) == SIZE_MAX &&
            arena_printf(trace->arena, &look->codes, e->r->error,
                         look->codes.len ? "%.*s, %.*s" : "%.*s%.*s", SLICE_ARGS(look->codes),
                         SLICE_ARGS(code)) != CHANCERY_OK)
            trace->failed = true;
    }
}

void trace_part(const events_sentence *e, int16_t phrase, slice code)
{
    reading_trace *trace = e->r->trace;
    trace_look(e, phrase, READING_SEES_PART);
    if (trace && !trace->failed)
        trace->looks.items[trace->looks.count - 1].codes = code;
}

void trace_side(const events_sentence *e, bool actor)
{
    reading_trace *trace = e->r->trace;
    if (trace && trace->depth++ == 0)
        trace->recipient = !actor;
}

size_t trace_place(const events_sentence *e, uint8_t place)
{
    reading_trace *trace = e->r->trace;
    if (!trace)
        return 0;
    if (trace->depth == 1)
        trace->place = (codebook_place)place;
    return trace->looks.count;
}

void trace_placed(const events_sentence *e, size_t first, const events_side *found)
{
    reading_trace *trace = e->r->trace;
    if (!trace || trace->depth != 1 || trace->place == CODEBOOK_NOWHERE)
        return;
    if (trace->looks.count == first && !e->open) {
        bool pair = trace->place == CODEBOOK_PAIR && found->count;
        trace_look(e, -1, pair ? READING_SEES_WHO : READING_SEES_NOTHING);
        if (pair && trace->looks.count > first)
            trace->looks.items[first].codes = found->who[0].code;
    }
    for (size_t i = first; i < trace->looks.count; i++) {
        reading_look *look = &trace->looks.items[i];
        bool kept = look->sight != READING_SEES_WHO;
        for (uint32_t k = 0; k < found->count; k++)
            kept = kept || slice_find(look->codes, found->who[k].code) != SIZE_MAX;
        if (!kept)
            look->sight = READING_SEES_ACTOR;
    }
}

void trace_sided(const events_sentence *e)
{
    if (e->r->trace)
        e->r->trace->depth--;
}
