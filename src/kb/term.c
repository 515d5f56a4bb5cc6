/* Knowledge base: offices and memberships, and when they held.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * Dates are as precise as the data: a year stands for all of its days. Whether a term holds on a
 * date is judged by what both leave open, so that a report of 2012 finds whoever came in "2012". */
#include <assert.h>

#include "kb/lookup.h"

enum { FIRST_MONTH = 1, MONTHS = 12 };

/* ---- dates ---- */

bool kb_parse_date(slice text, kb_date *out)
{
    int year, month, day;
    if (!text_iso_date(text, &year, &month, &day))
        return false;
    *out = year * 10000 + month * 100 + day;
    return *out > 0;
}

kb_date kb_first_day(kb_date date)
{
    if (date % 10000 == 0)
        return date + FIRST_MONTH * 100 + 1;
    return date % 100 == 0 ? date + 1 : date;
}

kb_date kb_last_day(kb_date date)
{
    int month = date / 100 % 100;
    if (month == 0)
        return date + MONTHS * 100 + 31;
    return date % 100 == 0 ? date + text_month_days(date / 10000, month) : date;
}

/* ---- terms ---- */

static kb_term term_of(const kb *owner, const kb_term_row *row)
{
    return (kb_term){
        .entry = row->entry,
        .whose = row->whose,
        .title = kb_string_of(owner, row->title),
        .code = kb_letters(row->code),
        .sector = kb_letters(row->sector),
        .rank = (kb_rank)row->rank,
        .from = row->from,
        .until = row->until,
        .seen = row->seen != 0,
    };
}

uint32_t kb_term_count(const kb *k, uint32_t entry)
{
    const kb *owner;
    return kb_record_of(k, entry, &owner)->term_count;
}

kb_term kb_term_at(const kb *k, uint32_t entry, uint32_t index)
{
    const kb *owner;
    const kb_record *r = kb_record_of(k, entry, &owner);
    assert(index < r->term_count);
    return term_of(owner, &owner->terms[r->first_term + index]);
}

bool kb_term_holds(const kb_term *term, kb_date date)
{
    if (date == 0)
        return term->until == 0;
    return (term->from == 0 || kb_first_day(term->from) <= kb_last_day(date)) &&
           (term->until == 0 || kb_last_day(term->until) >= kb_first_day(date));
}

/* Where the posts of `code` and `rank` begin in the sorted list. */
static size_t first_post(const kb *k, slice code, kb_rank rank)
{
    size_t low = 0;
    size_t high = k->term_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        const kb_term_row *row = &k->terms[k->posts[middle]];
        int order = slice_compare(kb_letters(row->code), code);
        if (order < 0 || (order == 0 && row->rank < rank))
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

size_t kb_holders(const kb *k, slice code, kb_rank rank, kb_term *terms, size_t max_terms)
{
    size_t count = 0;
    for (; k; k = k->base) {
        for (size_t i = first_post(k, code, rank); i < k->term_count && count < max_terms; i++) {
            const kb_term_row *row = &k->terms[k->posts[i]];
            if (row->rank != rank || !slice_equal(kb_letters(row->code), code))
                break;
            terms[count++] = term_of(k, row);
        }
    }
    return count;
}

/* Of two terms that hold on one day the one to speak of: the higher, then the later. */
static bool is_better(const kb_term *term, const kb_term *than)
{
    if (term->rank != than->rank)
        return term->rank < than->rank;
    return term->from > than->from;
}

bool kb_office_on(const kb *k, uint32_t person, kb_date date, kb_term *out, bool *holds)
{
    bool found = false;
    *holds = false;
    for (uint32_t i = 0; i < kb_term_count(k, person); i++) {
        kb_term term = kb_term_at(k, person, i);
        bool now = kb_term_holds(&term, date);
        bool before = date == 0 || term.from == 0 || kb_first_day(term.from) <= kb_last_day(date);
        if (!before && !now)
            continue;
        bool better = !found || (now && !*holds) ||
                      (now == *holds && (now ? is_better(&term, out) : term.from > out->from));
        if (!better)
            continue;
        *out = term;
        *holds = now;
        found = true;
    }
    return found;
}
