/* Dates: all expressions of time of a report.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * One pass over the tokens from left to right: most of them are told in one look (dates_words.c) to
 * begin nothing. What begins something is read as far as it goes (dates_calendar.c, dates_length.c,
 * dates_read.c); the values follow when all are known (dates_resolve.c). */
#include "reading/lexicon.h"

typedef struct item_list {
    ARRAY(dates_item) items;
} item_list;

/** The state that a report is sent from: "LONDON, 5 May - …", "BERLIN (Wire) - …". */
static slice state_of_origin(const reading_state *r)
{
    enum { LINE = 16 }; /* tokens of a dateline */
    uint32_t i = 0;
    while (i < r->report->sentence_count && r->report->sentences[i].title)
        i++;
    if (i >= r->report->sentence_count || r->hits.count == 0 || !r->engine)
        return (slice){0};
    const text_sentence *s = &r->report->sentences[i];
    const reading_hit *hit = NULL;
    for (size_t k = 0; k < r->hits.count && !hit; k++)
        if (r->hits.items[k].token == s->first)
            hit = &r->hits.items[k];
    uint32_t end = s->first + (s->count < LINE ? s->count : LINE);
    for (uint32_t k = s->first; hit && k < end; k++)
        if (reading_is(r, k, "-") || reading_is(r, k, "\u2013") || reading_is(r, k, "\u2014"))
            return kb_entry_at(r->engine->kb, hit->entry).code;
    return (slice){0};
}

/** The order of day and month: that of the report's other dates, else that of the place it is sent
 * from, where one order alone is in use there. */
static dates_order find_order(const reading_state *r)
{
    static const char *const day_first[] = {
        "GBR", "IRL", "FRA", "DEU", "AUT", "CHE", "ITA", "ESP", "PRT", "NLD", "BEL", "AUS", "NZL",
        "IND", "PAK", "BGD", "LKA", "NGA", "GHA", "GRC", "TUR", "RUS", "UKR", "POL", "BRA", "ARG",
        "CHL", "MEX", "COL", "PER", "VEN", "DNK", "NOR", "FIN", "CZE", "SVK", "ROU", "BGR", "HRV",
        "SRB", "ISR", "EGY", "MAR", "DZA", "TUN", "IDN", "THA", "VNM", "SGP"};
    if (r->report->day_first)
        return DATES_DAY_FIRST;
    if (r->report->month_first)
        return DATES_MONTH_FIRST;
    slice code = state_of_origin(r);
    for (size_t k = 0; k < sizeof day_first / sizeof *day_first; k++)
        if (slice_is(code, day_first[k]))
            return DATES_DAY_FIRST;
    return slice_is(code, "USA") ? DATES_MONTH_FIRST : DATES_UNKNOWN_ORDER;
}

static chancery_status scan_sentence(reading_state *r, const dates_scan *all, uint32_t sentence,
                                     item_list *list)
{
    const text_sentence *s = &r->report->sentences[sentence];
    dates_scan d = *all;
    d.sentence = sentence;
    d.first = s->first;
    d.end = s->first + s->count;
    dates_item found;
    for (uint32_t i = d.first; i < d.end;) {
        uint8_t kind = r->report->tokens[i].kind;
        uint32_t count = kind == TEXT_WORD || kind == TEXT_NUMBER ? dates_read(&d, i, &found) : 0;
        if (count == 0) {
            i++;
            continue;
        }
        dates_item *item = array_push(&list->items, r->scratch, r->error);
        if (!item)
            return r->error->status;
        *item = found;
        i += count;
    }
    return CHANCERY_OK;
}

/** The engine's table, or one of the report's own; NULL where the arena has no room for it. */
static const dates_lexicon *words_of(reading_state *r)
{
    if (r->engine && r->engine->lexicon)
        return &r->engine->lexicon->dates;
    dates_lexicon *own = arena_alloc(r->scratch, 1, sizeof *own, r->error);
    if (own)
        dates_lexicon_fill(own);
    return own;
}

chancery_status reading_dates(reading_state *r)
{
    item_list list = {0};
    const dates_lexicon *words = words_of(r);
    chancery_status status = words ? CHANCERY_OK : r->error->status;
    dates_scan d = {.r = r, .words = words, .order = (uint8_t)find_order(r)};
    int month = 0, day = 0;
    if (!text_iso_date(r->report->document.published, &d.year, &month, &day))
        d.year = 0;
    for (uint32_t i = 0; !status && i < r->report->sentence_count; i++)
        status = scan_sentence(r, &d, i, &list);
    return status ? status : dates_resolve(r, words, list.items.items, list.items.count);
}
