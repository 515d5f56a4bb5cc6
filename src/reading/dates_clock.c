/* The time of day: "10:30", "5 p.m.", "noon", "half past nine".
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * Which day it is on follows later (dates_resolve.c). */
#include "reading/dates.h"

static bool after_clock_word(const dates_scan *d, uint32_t i)
{
    static const char *const before[] = {"at",    "by",     "until", "from",    "around", "about",
                                         "since", "before", "after", "exactly", NULL};
    return dates_one_of(d, i - 1, before);
}

/** Hour and minute of "10:30", "10", "1800". @param bare no hour without what follows. */
static bool clock_value(const dates_scan *d, uint32_t i, int *minutes, bool *bare)
{
    dates_token t = dates_at(d, i);
    *bare = true;
    if (t.class == DATES_CLOCK) {
        *bare = t.flags & DATES_DOUBTFUL;
        *minutes = t.value;
        return true;
    }
    if (t.class == DATES_NOON) {
        *bare = !after_clock_word(d, i) && !dates_word_is(d, i + 1, "on") &&
                !dates_class_is(d, i + 1, DATES_DEICTIC);
        *minutes = t.value * 60;
        return true;
    }
    if (t.class == DATES_DIGITS && t.digits == 4 && t.value % 100 < 60 && t.value < 2400) {
        *minutes = t.value / 100 * 60 + t.value % 100;
        return true;
    }
    *minutes = t.value * 60;
    return (t.class == DATES_DIGITS || t.class == DATES_CARDINAL) && t.value >= 1 && t.value <= 12;
}

/** "half past nine", "a quarter to ten", "ten past six". @return tokens, or 0. */
static uint32_t read_spoken(const dates_scan *d, uint32_t i, int *minutes)
{
    int add = 0, hour = 0;
    uint32_t k = i + dates_class_is(d, i, DATES_A);
    if (dates_class_is(d, k, DATES_HALF))
        add = 30;
    else if (dates_word_is(d, k, "quarter"))
        add = 15;
    bool past = dates_word_is(d, k + 1, "past"), to = dates_word_is(d, k + 1, "to") && add == 15;
    uint32_t count = add && (past || to) ? dates_read_number(d, k + 2, &hour) : 0;
    if (!count || hour < 1 || hour > 12 || dates_counts(d, k + 2 + count, false))
        return 0;
    *minutes = hour * 60 + (to ? -add : add);
    return k + 2 + count - i;
}

/** What a part of the day adds to an hour of the dial. */
static int part_hours(dates_token part, int minutes)
{
    if (part.value != DATES_NIGHT)
        return part.value;
    return minutes >= 6 * 60 ? 12 : 0;
}

/** "a.m.", "o'clock", "in the evening" behind an hour of the dial. @param told set where there is
 *  such a thing, also one that belongs to the day behind. */
static uint32_t read_half_day(const dates_scan *d, uint32_t i, int *minutes, bool *told)
{
    dates_token t = dates_at(d, i), part = dates_at(d, i + 2);
    uint32_t count = 0;
    if (t.class == DATES_HALFDAY) {
        *minutes = *minutes % (12 * 60) + t.value * 60;
        *told = true;
        return 1;
    }
    if (t.class == DATES_ZONE && t.value == 1) {
        part = dates_at(d, i + 3);
        count = 1;
    }
    uint32_t day = i + count + dates_word_is(d, i + count, "on");
    dates_token named = dates_at(d, day), behind = dates_at(d, day + 1);
    if ((named.class == DATES_WEEKDAY || named.class == DATES_DEICTIC ||
         named.class == DATES_WHICH) &&
        behind.class == DATES_PART) { /* "at two on Wednesday afternoon" */
        *minutes = *minutes % (12 * 60) + part_hours(behind, *minutes) * 60;
        *told = true;
        return count;
    }
    if (dates_word_is(d, i + count, "at") && dates_word_is(d, i + count + 1, "night")) {
        *minutes = *minutes % (12 * 60) + (*minutes >= 6 * 60 ? 12 * 60 : 0);
        *told = true;
        return count + 2;
    }
    if (dates_class_is(d, i + count, DATES_IN) && dates_class_is(d, i + count + 1, DATES_THE) &&
        part.class == DATES_PART) {
        count += 3;
        *minutes = *minutes % (12 * 60) + part_hours(part, *minutes) * 60;
    }
    *told = count > 0;
    return count;
}

/** "at 1930 on Thursday": four digits, and a day right behind. */
static bool is_military(const dates_scan *d, uint32_t i)
{
    uint32_t k = i + 1 + dates_word_is(d, i + 1, "on");
    dates_token day = dates_at(d, k);
    bool dated = day.class == DATES_WEEKDAY || (day.class == DATES_DIGITS && day.digits <= 2 &&
                                                dates_class_is(d, k + 1, DATES_MONTH));
    return dates_word_is(d, i - 1, "at") &&
           (day.class == DATES_DEICTIC ||
            (k > i + 1 && (dated || dates_class_is(d, k, DATES_MONTH))));
}

static dates_item clock_item(int minutes)
{
    return (dates_item){.type = CHANCERY_TIME,
                        .rule = DATES_AT_CLOCK,
                        .weekday = -1,
                        .end_weekday = -1,
                        .hour = minutes / 60,
                        .minute = minutes % 60};
}

uint32_t dates_read_clock(const dates_scan *d, uint32_t i, dates_item *out)
{
    int minutes = 0;
    bool bare = false;
    uint32_t spoken = read_spoken(d, i, &minutes);
    if (!spoken && !clock_value(d, i, &minutes, &bare))
        return 0;
    dates_token first = dates_at(d, i);
    bool hours = !spoken && first.class == DATES_DIGITS && first.digits == 4;
    uint32_t k = i + (spoken ? spoken : 1);
    bool halved = false;
    if (!hours && minutes < 13 * 60 && first.class != DATES_NOON)
        k += read_half_day(d, k, &minutes, &halved);
    if (halved)
        bare = false;
    else if (first.class == DATES_CLOCK && bare)
        bare = !after_clock_word(d, i) ||
               (!dates_class_is(d, i + 1, DATES_ZONE) && dates_counts(d, i + 1, false));
    dates_token zone = dates_at(d, k);
    bool zoned = (zone.class == DATES_ZONE && zone.value != 1) ||
                 (hours && zone.class == DATES_UNIT && zone.value == DATES_HOUR);
    if (zoned && (hours || !bare)) {
        bare = false;
        k++;
    }
    if (hours && bare)
        bare = !is_military(d, i);
    if (bare || minutes >= 24 * 60)
        return 0;
    *out = clock_item(minutes);
    bool told = zoned;
    if (!zoned && dates_class_is(d, k, DATES_OPEN) &&
        dates_class_is(d, k + 2, DATES_CLOSE)) { /* "(GMT)" */
        zone = dates_at(d, k + 1);
        told = zone.class == DATES_ZONE && zone.value == DATES_UTC;
        k += told ? 3 : 0;
    }
    out->utc = told && zone.class == DATES_ZONE && zone.value == DATES_UTC;
    return k - i;
}
