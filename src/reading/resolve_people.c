/* Who a name alone, or one behind a title, is on a day.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * Of several people of one name: who the title and the state beside it suit, then who held an
 * office on the day, then the higher rank. */
#include "reading/lexicon.h"

enum {
    FOREVER = 99991231, /* a day on which only what has no end holds */
    SCORE_STATE = 1000,
    SCORE_TITLE = 400,
    SCORE_HOLDS = 200,
    SCORE_YEAR = 1900,
};

/* Whether a word of the line is part of what the person is called. */
static bool name_has(const kb *k, uint32_t entry, slice word)
{
    for (uint32_t i = 0; i < kb_name_count(k, entry); i++) {
        slice rest = kb_name_at(k, entry, i).text, part;
        while (slice_next(&rest, ' ', &part))
            if (text_key(part) == text_key(word))
                return true;
    }
    return false;
}

/* "Javad" before "Zarif": what stands before a surname has to belong to the name, or is a title;
 * a state's name there is a given name ("Chad Smith"). */
static bool suits_before(const resolve_line *l, const resolve_item *item, uint32_t entry)
{
    const uint32_t others = RESOLVE_HONORIFIC | RESOLVE_FORMER | RESOLVE_FUNCTION;
    for (const resolve_item *i = item; i-- > l->items;) {
        bool name = i->kind == RESOLVE_NAME && i->name_kind != KB_ADJECTIVE;
        bool word = i->kind == RESOLVE_WORD && i->flags & RESOLVE_CAPITAL && !(i->flags & others);
        if (!name && !word)
            return true;
        if (!name_has(l->engine->kb, entry, resolve_item_text(l, i)))
            return false;
    }
    return true;
}

static bool held_rank(const resolve_line *l, uint32_t entry, kb_rank rank, kb_date date,
                      kb_term *term)
{
    for (uint32_t i = 0; i < kb_term_count(l->engine->kb, entry); i++) {
        kb_term one = kb_term_at(l->engine->kb, entry, i);
        if (one.rank != rank || !kb_term_holds(&one, date))
            continue;
        *term = one;
        return true;
    }
    return false;
}

/* Years from a day to somebody's first office after it. */
static int years_until(const resolve_line *l, uint32_t entry, kb_date date)
{
    int least = 0;
    for (uint32_t i = 0; i < kb_term_count(l->engine->kb, entry); i++) {
        int years = (kb_term_at(l->engine->kb, entry, i).from - date) / 10000;
        least = i == 0 || years < least ? years : least;
    }
    return least;
}

static int score_of(const resolve_line *l, const resolve_person *p, slice code, bool titled)
{
    int score = 0;
    slice own = kb_entry_at(l->engine->kb, p->entry).code;
    if (code.len && (slice_equal(own, code) || slice_equal(p->term.code, code)))
        score += SCORE_STATE;
    if (titled)
        score += SCORE_TITLE;
    if (p->holds)
        score += SCORE_HOLDS;
    else if (p->term.title.len) /* who went last is spoken of */
        score += p->term.until / 10000 - SCORE_YEAR;
    bool chief = p->term.rank == KB_RANK_HEAD_OF_ORGANISATION && slice_is(p->term.code, "UNO");
    return score - (p->term.title.len && !chief ? (int)p->term.rank : 0);
}

bool resolve_who(const resolve_line *l, const resolve_item *item, slice code, kb_rank rank,
                 resolve_person *out)
{
    kb_hit hits[RESOLVE_MAX_HITS];
    const kb *k = l->engine->kb;
    kb_date date = l->date ? l->date : FOREVER;
    int most = 0;
    bool found = false;
    size_t count = kb_find_person(k, l->tokens + item->first, l->token_count - item->first, hits,
                                  RESOLVE_MAX_HITS);
    for (size_t i = 0; i < count && hits[i].tokens == item->count; i++) {
        resolve_person p = {.entry = hits[i].entry};
        if (hits[i].kind == KB_FAMILY && !suits_before(l, item, p.entry))
            continue;
        p.is_later = !kb_office_on(k, p.entry, date, &p.term, &p.holds);
        bool titled = rank != KB_RANK_NONE && held_rank(l, p.entry, rank, date, &p.term);
        p.holds = p.holds || titled;
        int score = score_of(l, &p, code, titled);
        score -= p.is_later ? years_until(l, p.entry, date) : 0;
        if (found && score <= most)
            continue;
        found = true;
        most = score;
        *out = p;
    }
    return found;
}
