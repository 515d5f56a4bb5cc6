/* When it was, and where.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * A date is looked for in the event's own phrase and clause, then in the clauses above it: what a
 * clause below or beside tells has a date of its own. Nothing there: the meeting told before, if it
 * was near the report's day, else that day. */
#include "reading/events.h"

static bool word_is(const events_sentence *e, int32_t word, const char *const *list)
{
    return word >= 0 && reading_is_any(e->r, e->t->first + (uint16_t)word, list);
}

bool events_is_historical(const reading_state *r, slice date)
{
    int year = 0, month = 0, day = 0, then = 0;
    if (!text_iso_date(r->anchor, &year, &month, &day) || !text_iso_date(date, &then, &month, &day))
        return false;
    return year - then >= 5;
}

static uint32_t distance(const events_sentence *e, const codebook_match *match, uint32_t token)
{
    uint32_t at = e->t->first + match->word;
    return token > at ? token - at : at - token;
}

int16_t events_clause_at(const events_sentence *e, uint32_t token)
{
    int16_t best = -1;
    uint32_t width = UINT32_MAX, word = token - e->t->first;
    for (size_t i = 0; i < e->s->clause_count; i++) {
        syntax_range s = e->s->clauses[i].span;
        if (word >= s.first && word < s.end && (uint32_t)(s.end - s.first) < width) {
            best = (int16_t)i;
            width = (uint32_t)(s.end - s.first);
        }
    }
    return best;
}

/** How far above the match's clause the clause of a token is: 0 the same, -1 not above it at all.
 */
static int levels_above(const events_sentence *e, const codebook_match *match, uint32_t token)
{
    int16_t at = events_clause_at(e, token);
    int level = 0;
    for (int16_t c = match->clause; level < 8; c = e->s->clauses[c].parent, level++) {
        if (c == at)
            return level;
        if (c < 0)
            break;
    }
    return -1;
}

static bool in_phrase(const events_sentence *e, int16_t phrase, uint32_t token)
{
    if (phrase < 0)
        return false;
    const syntax_phrase *p = &e->s->phrases[phrase];
    return token >= e->t->first + p->first && token < e->t->first + p->end;
}

/** Whether a token stands in a clause or in one that hangs on it. */
static bool below(const events_sentence *e, int16_t clause, uint32_t token)
{
    int16_t at = events_clause_at(e, token);
    for (int depth = 0; at >= 0 && depth < 8; depth++) {
        if (at == clause)
            return true;
        at = e->s->clauses[at].parent;
    }
    return false;
}

/** "the May 25 launches", "broke the treaty of 1972", "until 2019": a date that tells of a thing,
 * or how far a time reaches, tells nothing of when this was. */
static bool of_another(const events_sentence *e, const codebook_match *match, const reading_date *d)
{
    static const char *const of[] = {"of", NULL}, *const reach[] = {"until", "till", NULL};
    uint32_t first = d->token - e->t->first;
    int16_t phrase = first < e->s->word_count ? e->s->phrase_of[first] : (int16_t)-1;
    if (word_is(e, (int32_t)first - 1, reach) && !events_is_historical(e->r, d->value))
        return true;
    if (phrase < 0 || phrase == match->phrase || match->clause < 0)
        return false;
    const syntax_phrase *p = &e->s->phrases[phrase];
    bool governed = first > 0 && e->s->words[first - 1].tag == SYNTAX_IN; /* "in 1969 soldiers" */
    if (p->first < first && p->head >= first + d->count && !governed)
        return true;
    return p->attached >= 0 && p->attached != match->phrase &&
           p->attached == e->s->clauses[match->clause].object && word_is(e, p->preposition, of);
}

/** "urged Chad to withdraw its troops [on Tuesday]": what is only asked for, refused or threatened
 * below has no day of the past; and "accused Chad of arming rebels [yesterday]" in the news tells
 * when it was said. */
static bool of_the_telling(const events_sentence *e, const codebook_match *match,
                           const reading_date *d)
{
    enum { NEWS_DAYS = 7 };
    int year, month, day;
    slice anchor = e->r->anchor;
    if (match->noun || match->content < 0 || !below(e, match->content, d->token))
        return false;
    size_t shorter = d->value.len < anchor.len ? d->value.len : anchor.len;
    if (shorter == 0 || memcmp(d->value.ptr, anchor.ptr, shorter) > 0)
        return false;
    if (e->s->clauses[match->content].link == SYNTAX_INFINITIVE)
        return true;
    if (d->value.len != READING_DAY || anchor.len != READING_DAY ||
        !text_iso_date(d->value, &year, &month, &day))
        return false;
    int64_t then = reading_day_number(year, month, day);
    return text_iso_date(anchor, &year, &month, &day) &&
           reading_day_number(year, month, day) - then <= NEWS_DAYS;
}

/** The date of the match's own phrase, else of its clause, else of the nearest clause above it:
 * what stands in a clause below or beside belongs to what is told there. */
static const reading_date *find_date(const events_sentence *e, const codebook_match *match,
                                     chancery_date_from *from)
{
    const reading_date *best = NULL;
    int best_level = 0;
    bool promise = match->content >= 0 && slice_is(match->frame->event, "AGREE");
    for (size_t i = e->date_first; i < e->date_end; i++) {
        const reading_date *d = &e->r->dates.items[i];
        if (d->type != CHANCERY_DATE || d->value.len < 4 || of_another(e, match, d))
            continue;
        int level = in_phrase(e, match->phrase, d->token) && match->noun ? 0
                    : (promise && below(e, match->content, d->token)) || of_the_telling(e, match, d)
                        ? 1
                        : levels_above(e, match, d->token) + 1;
        if (level == 0 && !match->noun)
            continue;
        if (!best || level < best_level ||
            (level == best_level &&
             distance(e, match, d->token) < distance(e, match, best->token))) {
            best = d;
            best_level = level;
        }
    }
    *from = best_level < 2 ? CHANCERY_FROM_CLAUSE : CHANCERY_FROM_SENTENCE;
    return best;
}

/** The date of the last meeting that the report tells, near its own date: what is said there is
 * said then. */
void events_occasion(const reading_state *r, size_t before, slice *date, chancery_date_from *from)
{
    *date = r->anchor;
    *from = r->anchor.len ? CHANCERY_FROM_REPORT : CHANCERY_FROM_NOTHING;
    for (size_t i = before; i-- > 0;) {
        const reading_event *x = &r->events.items[i];
        if (slice_is(x->event, "CONSULT") && x->status == CHANCERY_OCCURRED &&
            x->date.len == READING_DAY && !events_is_historical(r, x->date)) {
            *date = x->date;
            if (!slice_equal(x->date, r->anchor))
                *from = CHANCERY_FROM_MEETING;
            return;
        }
    }
}

/** What lies ahead has no date of the past; what is said of "the raids in April" was not said in
 * April. */
static bool fits_telling(const events_sentence *e, const codebook_match *match,
                         const reading_event *event, const reading_date *date)
{
    slice anchor = e->r->anchor;
    size_t shorter = date->value.len < anchor.len ? date->value.len : anchor.len;
    int order = shorter ? memcmp(date->value.ptr, anchor.ptr, shorter) : 0;
    if (event->status == CHANCERY_FUTURE)
        return order >= 0;
    bool behind = date->token > e->t->first + match->word;
    return !(match->frame->statement && !match->noun && behind && date->value.len < READING_DAY &&
             order < 0 && match->content < 0);
}

/** The date, with the days beside it in a list: "on 5 and 6 June". */
static void take_days(const events_sentence *e, const reading_date *date, reading_event *event)
{
    const reading_date *last = date, *end = e->r->dates.items + e->date_end;
    while (date->follows)
        date--;
    while (last + 1 < end && last[1].follows)
        last++;
    event->date = date->value;
    event->enddate = last > date ? last->value : date->endvalue;
    event->date_span = (span){reading_span(e->r, date->token, date->count).start,
                              reading_span(e->r, last->token, last->count).end};
}

/** What is promised or announced without a day is promised on the day that tells it. */
static bool promises(const reading_event *event)
{
    static const char *const kinds[] = {"AGREE", "CONCEDE"};
    bool found = false;
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        found = found || slice_is(event->event, kinds[i]);
    return found && event->status == CHANCERY_FUTURE;
}

void events_set_date(const events_sentence *e, const codebook_match *match, reading_event *event)
{
    chancery_date_from from;
    const reading_date *date = find_date(e, match, &from);
    if (date && !fits_telling(e, match, event, date))
        date = NULL;
    if (date) {
        take_days(e, date, event);
        event->date_from = from;
    } else if (event->status == CHANCERY_OCCURRED || promises(event)) {
        events_occasion(e->r, e->r->events.count, &event->date, &event->date_from);
    }
    if (event->status == CHANCERY_OCCURRED && event->date.len &&
        events_is_historical(e->r, event->date)) {
        event->status = CHANCERY_HISTORICAL;
        event->status_span = event->date_span;
    }
}

bool events_is_town(const reading_state *r, int32_t hit)
{
    const reading_hit *h = &r->hits.items[hit];
    return h->kind == KB_CAPITAL || kb_entry_at(r->engine->kb, h->entry).kind == KB_PLACE;
}

static bool is_state_hit(const events_sentence *e, const reading_hit *h)
{
    return kb_entry_at(e->r->engine->kb, h->entry).kind == KB_STATE && h->kind == KB_NAME;
}

/** "[in] Homs", "in the Syrian city [of] Homs". */
static bool after_locative(const events_sentence *e, uint32_t token)
{
    static const char *const words[] = {"in", "at",   "near",   "outside", "off",
                                        "to", "into", "inside", "around",  NULL};
    static const char *const of[] = {"of", NULL};
    static const char *const kinds[] = {"city",   "town",     "village",  "port",   "capital",
                                        "region", "province", "district", "island", "resort",
                                        "suburb", "enclave",  "valley",   "state",  NULL};
    int32_t before = (int32_t)(token - e->t->first) - 1;
    return word_is(e, before, words) || (word_is(e, before, of) && word_is(e, before - 1, kinds));
}

/** "in Somalia", "off Somalia": a state as the place, which after "to" and "at" it seldom is. */
static bool in_state(const events_sentence *e, uint32_t token)
{
    static const char *const words[] = {"in", "off", "inside", "across", "throughout", NULL};
    return word_is(e, (int32_t)(token - e->t->first) - 1, words);
}

/** The place nearest to the match among the words of a range, in its clause or one above. */
static int32_t place_in(const events_sentence *e, const codebook_match *match, syntax_range range,
                        bool states)
{
    int32_t best = -1;
    for (uint32_t w = range.first; w < range.end; w++) {
        uint32_t token = e->t->first + w;
        int32_t hit = e->r->hit_at[token];
        if (hit < 0 || e->r->hits.items[hit].token != token || levels_above(e, match, token) < 0)
            continue;
        if (!(events_is_town(e->r, hit) && after_locative(e, token)) &&
            !(states && is_state_hit(e, &e->r->hits.items[hit]) && in_state(e, token)))
            continue;
        if (best < 0 ||
            distance(e, match, token) < distance(e, match, e->r->hits.items[best].token))
            best = hit;
    }
    return best;
}

int32_t events_place(const events_sentence *e, const codebook_match *match)
{
    syntax_range all = {0, (uint16_t)e->s->word_count};
    syntax_range own = match->clause >= 0 ? e->s->clauses[match->clause].span : all;
    int32_t place = place_in(e, match, own, false);
    if (place < 0)
        place = place_in(e, match, all, false);
    if (place < 0)
        place = place_in(e, match, own, true);
    return place < 0 ? place_in(e, match, all, true) : place;
}

int32_t events_town_of(const events_sentence *e, slice code)
{
    for (uint32_t w = 0; w < e->s->word_count; w++) {
        int32_t hit = e->r->hit_at[e->t->first + w];
        if (hit >= 0 && events_is_town(e->r, hit) && after_locative(e, e->t->first + w) &&
            slice_equal(kb_entry_at(e->r->engine->kb, e->r->hits.items[hit].entry).code, code))
            return hit;
    }
    return -1;
}
