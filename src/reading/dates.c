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

static chancery_status scan_sentence(reading_state *r, const dates_lexicon *words,
                                     uint32_t sentence, item_list *list)
{
    const text_sentence *s = &r->report->sentences[sentence];
    dates_scan d = {r, words, sentence, s->first, s->first + s->count};
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
    for (uint32_t i = 0; !status && i < r->report->sentence_count; i++)
        status = scan_sentence(r, words, i, &list);
    return status ? status : dates_resolve(r, words, list.items.items, list.items.count);
}
