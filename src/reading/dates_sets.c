/* Sets: what comes again and again, "every year", "on Mondays", "weekly".
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * Values as TIMEX3 (TimeML 1.2.1) writes them: what comes once in each piece of the calendar is a
 * date with X for all that changes ("XXXX-WXX-1" on Mondays), what comes at longer steps their
 * length ("P2Y" every two years). */
#include "reading/dates.h"

static const dates_item blank = {
    .type = CHANCERY_SET, .rule = DATES_SET, .weekday = -1, .end_weekday = -1, .amount = 1};

/** Months (days where negative, hours where 0) as steps of the calendar. */
static void often(int value, dates_item *item)
{
    int amount = value < 0 ? -value : value, larger = value < 0 ? 7 : 12;
    bool even = amount % larger == 0;
    item->unit = value < 0 ? even ? DATES_WEEK : DATES_DAY : even ? DATES_YEARS : DATES_MONTHS;
    item->amount = even ? amount / larger : amount;
    if (value == 0) {
        item->unit = DATES_HOUR;
        item->amount = 1;
    } else if (value == 3) {
        item->unit = DATES_QUARTERS;
        item->amount = 1;
    }
}

/** "meets weekly", not "the weekly Horizon", "a daily paper". */
static bool often_stands(const dates_scan *d, uint32_t i)
{
    uint8_t tag = dates_tag(d, i), next = dates_tag(d, i + 1), before = dates_tag(d, i - 1);
    if (tag == SYNTAX_RB || dates_word_is(d, i, "annually") || dates_word_is(d, i, "annual"))
        return tag != SYNTAX_NNP;
    if (tag != SYNTAX_OTHER && tag != SYNTAX_JJ)
        return false;
    bool ends = i + 1 >= d->end || dates_at(d, i + 1).class == DATES_AND ||
                d->r->report->tokens[i + 1].kind == TEXT_PUNCT;
    bool linked =
        tag == SYNTAX_JJ && (next == SYNTAX_IN || next == SYNTAX_TO) && before != SYNTAX_DT;
    return ends || linked;
}

/** "14 July", "March", "May 1" behind "every". */
static uint32_t read_day(const dates_scan *d, uint32_t i, dates_item *item)
{
    dates_token t = dates_at(d, i), next = dates_at(d, i + 1);
    if (t.class == DATES_MONTH) {
        bool day = (next.class == DATES_DIGITS && next.digits <= 2) || next.class == DATES_ORDINAL;
        item->from.month = t.value;
        item->from.day = day && next.value <= text_month_days(0, t.value) ? next.value : 0;
        return item->from.day ? 2 : 1;
    }
    bool day = (t.class == DATES_DIGITS && t.digits <= 2) || t.class == DATES_ORDINAL;
    if (!day || next.class != DATES_MONTH || t.value < 1 ||
        t.value > text_month_days(0, next.value))
        return 0;
    item->from = (dates_point){0, next.value, t.value};
    return 2;
}

/** What comes behind "every" and its number. @return tokens, or 0. */
static uint32_t read_step(const dates_scan *d, uint32_t i, int amount, dates_item *item)
{
    dates_token t = dates_at(d, i);
    item->amount = amount;
    switch (t.class) {
    case DATES_UNIT:
        item->unit = (uint8_t)t.value;
        if (t.value == DATES_DECADE || t.value == DATES_CENTURY) {
            item->unit = DATES_YEARS;
            item->amount = amount * (t.value == DATES_DECADE ? 10 : 100);
        }
        if (dates_word_is(d, i, "fortnight"))
            item->amount = amount * 2;
        return t.value == DATES_WEEKEND && amount > 1 ? 0 : 1;
    case DATES_PART:
        item->unit = DATES_DAY;
        return 1;
    case DATES_SEASON:
        item->first_month = (int8_t)(t.value * 3);
        item->unit = DATES_YEARS;
        return amount == 1;
    case DATES_WEEKDAY:
        item->unit = DATES_WEEK;
        item->weekday = (int8_t)t.value;
        return t.flags & DATES_DOUBTFUL ? 0 : 1;
    case DATES_BOUND:
        item->unit = DATES_QUARTERS;
        return t.value == 1 && amount == 1;
    default:
        return 0;
    }
}

uint32_t dates_read_set(const dates_scan *d, uint32_t i, dates_item *out)
{
    dates_token t = dates_at(d, i);
    *out = blank;
    if (t.class == DATES_WEEKDAYS) {
        out->unit = t.value < 0 ? DATES_WEEKEND : DATES_WEEK;
        out->weekday = (int8_t)t.value;
        return t.value >= 0 || dates_word_is(d, i - 1, "on") || dates_word_is(d, i - 1, "at") ? 1
                                                                                              : 0;
    }
    if (t.class == DATES_OFTEN) {
        often(t.value, out);
        return often_stands(d, i) ? 1 : 0;
    }
    uint32_t k = i + 1, count = read_day(d, k, out);
    if (count)
        return 1 + count;
    int amount = 1;
    if (dates_word_is(d, k, "other") || dates_word_is(d, k, "second")) {
        amount = 2;
        k++;
    } else if (dates_at(d, k).class == DATES_ORDINAL) {
        k += dates_read_ordinal(d, k, &amount);
    } else {
        k += dates_read_number(d, k, &amount);
    }
    if (amount < 1 || amount > 1000)
        return 0;
    count = read_step(d, k, amount, out);
    return count ? k + count - i : 0;
}

/** A piece of the calendar in which something comes once. */
static const char *piece_of(const dates_item *item)
{
    static const char *const seasons[] = {"SP", "SU", "FA", "WI"};
    static const char *const units[] = {
        [DATES_SECOND] = "XXXX-XX-XXTXX:XX:XX",
        [DATES_MINUTE] = "XXXX-XX-XXTXX:XX",
        [DATES_HOUR] = "XXXX-XX-XXTXX",
        [DATES_DAY] = "XXXX-XX-XX",
        [DATES_WEEK] = "XXXX-WXX",
        [DATES_WEEKEND] = "XXXX-WXX-WE",
        [DATES_MONTHS] = "XXXX-XX",
        [DATES_QUARTERS] = "XXXX-QX",
        [DATES_YEARS] = "XXXX",
    };
    if (item->first_month)
        return seasons[item->first_month / 3 - 1];
    return item->unit < sizeof units / sizeof *units ? units[item->unit] : NULL;
}

chancery_status dates_print_set(reading_state *r, const dates_item *item, slice *out)
{
    static const char letters[] = {'S', 'M', 'H', 'D', 'W', 0, 'M', 'Y'};
    dates_point p = item->from;
    if (p.month && p.day)
        return arena_printf(r->arena, out, r->error, "XXXX-%02d-%02d", p.month, p.day);
    if (p.month)
        return arena_printf(r->arena, out, r->error, "XXXX-%02d", p.month);
    if (item->amount > 1)
        return arena_printf(r->arena, out, r->error, "%s%d%c",
                            item->unit <= DATES_HOUR ? "PT" : "P", item->amount,
                            letters[item->unit]);
    if (item->weekday >= 0)
        return arena_printf(r->arena, out, r->error, "XXXX-WXX-%d", item->weekday + 1);
    return arena_printf(r->arena, out, r->error, "%s%s", item->first_month ? "XXXX-" : "",
                        piece_of(item));
}
