/* Stretches of the calendar: quarters and halves of a year, seasons, decades, "the first Monday in
 * May".
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * An item says which months of its year (or years of its decade) are meant; begin and end follow
 * when the year is known (dates_resolve.c). Seasons are those of the northern hemisphere, as
 * meteorologists count them, and a winter belongs to the year that it begins in. */
#include "reading/dates.h"

static const dates_item blank = {.type = CHANCERY_DATE, .weekday = -1, .end_weekday = -1};

static bool unit_is(const dates_scan *d, uint32_t i, dates_unit unit, bool plural)
{
    dates_token t = dates_at(d, i);
    return t.class == DATES_UNIT && t.value == (int32_t)unit &&
           ((t.flags & DATES_PLURAL) != 0) == plural;
}

static bool is_hyphen(const dates_scan *d, uint32_t i)
{
    dates_token t = dates_at(d, i);
    return t.class == DATES_TO && t.value == 2;
}

static bool is_last(const dates_scan *d, uint32_t i)
{
    dates_token t = dates_at(d, i);
    return (t.class == DATES_WHICH && t.value == DATES_WHICH_LAST) || dates_word_is(d, i, "final");
}

/** "2024", "of 2024", "of the year", "last year" behind a stretch of a year. */
static uint32_t read_year(const dates_scan *d, uint32_t i, dates_item *item)
{
    uint32_t k = i + dates_class_is(d, i, DATES_OF);
    if (k > i && dates_class_is(d, k, DATES_THE) && unit_is(d, k + 1, DATES_YEARS, false)) {
        item->rule = DATES_YEAR_SHIFT;
        item->amount = 0;
        return 3;
    }
    return dates_class_is(d, i, DATES_COMMA) ? 0 : dates_read_year_behind(d, i, item);
}

static void set_months(dates_item *item, int first, int last)
{
    item->first_month = (int8_t)first;
    item->last_month = (int8_t)last;
}

static dates_item stretch(int first, int last)
{
    dates_item item = blank;
    item.rule = DATES_IN_SPAN;
    set_months(&item, first, last);
    return item;
}

/** "Q1 2024", "Q3/2023", "Q2" alone. */
static uint32_t read_short(const dates_scan *d, uint32_t i, dates_item *out)
{
    int value = dates_at(d, i).value;
    bool half = value > 4;
    uint32_t k = i + 1 + dates_word_is(d, i + 1, "/");
    *out =
        half ? stretch(value == 5 ? 1 : 7, value == 5 ? 6 : 12) : stretch(value * 3 - 2, value * 3);
    uint32_t year = read_year(d, k, out);
    if (year)
        return k + year - i;
    return half || !dates_class_is(d, i - 1, DATES_IN) ? 0 : 1;
}

/** "second quarter", "last quarter of 2019", "first-quarter". */
static uint32_t read_quarter(const dates_scan *d, uint32_t i, int which, dates_item *out)
{
    bool bound = is_hyphen(d, i);
    uint32_t k = i + bound;
    if (!dates_word_is(d, k, "quarter") || which < 1 || which > 4)
        return 0;
    k++;
    if (is_hyphen(d, k) && d->r->report->tokens[k].start == d->r->report->tokens[k - 1].end)
        return 0; /* "quarter-final" */
    *out = stretch(which * 3 - 2, which * 3);
    uint32_t year = read_year(d, k, out);
    if (year)
        return k + year - i;
    bool stands =
        bound || dates_class_is(d, i - 2, DATES_THE) || dates_class_is(d, i - 2, DATES_IN);
    return stands && !dates_class_is(d, k, DATES_OF) && !is_last(d, i - 1) ? k - i : 0;
}

/** "of 2019", "of the 1990s" behind "first half". */
static uint32_t read_half(const dates_scan *d, uint32_t i, int which, dates_item *out)
{
    if (!dates_class_is(d, i, DATES_HALF) || which < 1 || which > 2 ||
        !dates_class_is(d, i + 1, DATES_OF))
        return 0;
    uint32_t k = i + 2 + dates_class_is(d, i + 2, DATES_THE);
    uint32_t count = dates_class_is(d, k, DATES_DECADES) ? dates_read_decade(d, k, out) : 0;
    if (count) {
        out->from.year += which == 2 ? 5 : 0;
        out->decade = 4;
        return k + count - i;
    }
    *out = stretch(which == 1 ? 1 : 7, which == 1 ? 6 : 12);
    uint32_t year = read_year(d, i + 1, out);
    return year ? 1 + year : 0;
}

/** "three months of 2024" behind "first" or "last". */
static uint32_t read_months(const dates_scan *d, uint32_t i, bool last, dates_item *out)
{
    int months = 0;
    uint32_t count = dates_read_number(d, i, &months), k = i + count;
    if (!count || months < 2 || months > 11 || !unit_is(d, k, DATES_MONTHS, true) ||
        !dates_class_is(d, k + 1, DATES_OF))
        return 0;
    *out = last ? stretch(13 - months, 12) : stretch(1, months);
    uint32_t year = read_year(d, k + 1, out);
    return year ? k + 1 + year - i : 0;
}

uint32_t dates_read_stretch(const dates_scan *d, uint32_t i, dates_item *out)
{
    if (dates_class_is(d, i, DATES_QUARTER))
        return read_short(d, i, out);
    dates_token t = dates_at(d, i);
    bool last = is_last(d, i);
    if (t.class != DATES_ORDINAL && !last)
        return 0;
    uint32_t count = read_quarter(d, i + 1, last ? 4 : t.value, out);
    if (!count)
        count = read_half(d, i + 1, last ? 2 : t.value, out);
    if (!count && (last || t.value == 1))
        count = read_months(d, i + 1, last, out);
    return count ? 1 + count : 0;
}

/** "of 2005/06", "2005-06" behind "winter". */
static uint32_t read_winter_years(const dates_scan *d, uint32_t i, dates_item *item)
{
    uint32_t k = i + dates_class_is(d, i, DATES_OF);
    bool years = false;
    if (dates_class_is(d, k, DATES_NUMERIC) &&
        dates_numeric(reading_words(d->r, k, 1), DATES_UNKNOWN_ORDER, 0, &item->from, &years) &&
        years) {
        item->from = (dates_point){item->from.year, 0, 0};
        return k + 1 - i;
    }
    item->from = (dates_point){0};
    uint32_t count = dates_read_year_behind(d, i, item);
    dates_token second = dates_at(d, i + count + 1);
    int next = item->from.year + 1;
    if (count && item->from.year && is_hyphen(d, i + count) && second.class == DATES_DIGITS &&
        (second.value == next || (second.digits == 2 && second.value == next % 100)))
        count += 2;
    return count;
}

uint32_t dates_read_season(const dates_scan *d, uint32_t i, bool stands, dates_item *out)
{
    int season = dates_at(d, i).value, first = season * 3;
    dates_item item = stretch(first, first + 2);
    uint32_t count = first == DATES_WINTER ? read_winter_years(d, i + 1, &item)
                                           : dates_read_year_behind(d, i + 1, &item);
    *out = item;
    return count || stands ? 1 + count : 0;
}

uint32_t dates_read_decade(const dates_scan *d, uint32_t i, dates_item *out)
{
    dates_token t = dates_at(d, i), before = dates_at(d, i - 1);
    bool shortened = reading_words(d->r, i, 1).len < 5; /* "90s" */
    if (t.value == 0 || (((t.flags & DATES_DOUBTFUL) || shortened) && before.class != DATES_THE &&
                         before.class != DATES_EDGE))
        return 0;
    *out = blank;
    out->rule = DATES_CALENDAR;
    out->from.year = t.value;
    out->decade = 9;
    return 1;
}

/** "May 2024", "the month", "next month" behind "in" or "of". */
static uint32_t read_month(const dates_scan *d, uint32_t i, dates_item *out)
{
    dates_token t = dates_at(d, i);
    if (t.class == DATES_MONTH) {
        uint32_t count = dates_read_calendar(d, i, true, out);
        bool alone = count && out->from.month && !out->from.day && !out->ranged;
        return alone ? count : 0;
    }
    bool named =
        t.class == DATES_WHICH &&
        (t.value == DATES_WHICH_LAST || t.value == DATES_WHICH_THIS || t.value == DATES_WHICH_NEXT);
    if ((!named && t.class != DATES_THE) || !unit_is(d, i + 1, DATES_MONTHS, false))
        return 0;
    *out = blank;
    out->rule = DATES_MONTH_SHIFT;
    if (named)
        out->amount = t.value == DATES_WHICH_LAST ? -1 : t.value == DATES_WHICH_NEXT;
    return 2;
}

uint32_t dates_read_nth(const dates_scan *d, uint32_t i, dates_item *out)
{
    dates_token which = dates_at(d, i), day = dates_at(d, i + 1), link = dates_at(d, i + 2);
    bool last = is_last(d, i);
    if ((!last && (which.class != DATES_ORDINAL || which.value < 1 || which.value > 5)) ||
        day.class != DATES_WEEKDAY ||
        (link.class != DATES_OF && (link.class != DATES_IN || link.value)))
        return 0;
    bool every = dates_class_is(d, i + 3, DATES_EVERY) && unit_is(d, i + 4, DATES_MONTHS, false);
    uint32_t count = every ? dates_read_set(d, i + 3, out) : read_month(d, i + 3, out);
    if (every)
        return count ? 3 + count : 0;
    out->nth = (int8_t)(last ? -1 : which.value);
    out->weekday = (int8_t)day.value;
    return count ? 3 + count : 0;
}
