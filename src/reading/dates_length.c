/* Numbers in words, lengths of time, what comes again and again, the time of day.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * A length with "ago", "later" and their like behind it counts from the report's date or the date
 * before; without, it is a duration. */
#include "reading/dates.h"

static bool class_is(const dates_scan *d, uint32_t i, dates_class class)
{
    return dates_at(d, i).class == class;
}

static bool word_is(const dates_scan *d, uint32_t i, const char *word)
{
    return i >= d->first && i < d->end && reading_is(d->r, i, word);
}

static bool one_of(const dates_scan *d, uint32_t i, const char *const *words)
{
    for (; *words; words++)
        if (word_is(d, i, *words))
            return true;
    return false;
}

static bool is_hyphen(const dates_scan *d, uint32_t i)
{
    dates_token t = dates_at(d, i);
    return t.class == DATES_TO && t.value == 2;
}

/** "twenty-one", "fifty". */
static uint32_t read_tens(const dates_scan *d, uint32_t i, int *out)
{
    dates_token t = dates_at(d, i);
    if (t.class != DATES_CARDINAL)
        return 0;
    *out = t.value;
    dates_token ones = dates_at(d, i + 2);
    if (t.value >= 20 && t.value < 100 && is_hyphen(d, i + 1) && ones.class == DATES_CARDINAL &&
        ones.value < 10) {
        *out += ones.value;
        return 3;
    }
    return 1;
}

uint32_t dates_read_number(const dates_scan *d, uint32_t i, int *out)
{
    dates_token t = dates_at(d, i);
    if (t.class == DATES_DIGITS) {
        *out = t.value;
        return 1;
    }
    uint32_t count = read_tens(d, i, out);
    dates_token more = dates_at(d, i + count);
    if (!count || *out >= 100 || more.class != DATES_CARDINAL || more.value != 100)
        return count;
    *out *= 100;
    count++;
    int rest = 0;
    uint32_t tail = class_is(d, i + count, DATES_AND) ? read_tens(d, i + count + 1, &rest) : 0;
    if (tail && rest < 100) {
        *out += rest;
        count += 1 + tail;
    }
    return count;
}

uint32_t dates_read_ordinal(const dates_scan *d, uint32_t i, int *out)
{
    dates_token t = dates_at(d, i);
    if (t.class == DATES_ORDINAL) {
        *out = t.value;
        return 1;
    }
    dates_token ones = dates_at(d, i + 2);
    if (t.class == DATES_CARDINAL && t.value >= 20 && t.value < 100 && is_hyphen(d, i + 1) &&
        ones.class == DATES_ORDINAL && ones.value < 10) {
        *out = t.value + ones.value;
        return 3;
    }
    return 0;
}

/** How much of a unit: "three", "a", "half a", "a quarter of a" (in parts of four). */
static uint32_t read_amount(const dates_scan *d, uint32_t i, int *amount, int *parts)
{
    *parts = 1;
    uint32_t count = dates_read_number(d, i, amount);
    if (count)
        return count;
    *amount = 1;
    if (class_is(d, i, DATES_HALF) && class_is(d, i + 1, DATES_A)) {
        *parts = 2;
        return 2;
    }
    if (!class_is(d, i, DATES_A))
        return 0;
    if (word_is(d, i + 1, "quarter") && class_is(d, i + 2, DATES_OF) &&
        class_is(d, i + 3, DATES_A)) {
        *parts = 4;
        return 4;
    }
    uint32_t more = dates_read_number(d, i + 1, amount); /* "a hundred", "a dozen" */
    return *amount >= 12 && more ? 1 + more : 1;
}

/** Whole units of the calendar in the amount; the unit becomes minutes, days, months or years.
 *  @return false where it doesn't come out even. */
static bool settle(int amount, int parts, dates_item *item)
{
    static const struct {
        uint8_t from, to;
        int times;
    } steps[] = {
        {DATES_HOUR, DATES_MINUTE, 60},    {DATES_WEEK, DATES_DAY, 7},
        {DATES_YEARS, DATES_MONTHS, 12},   {DATES_DECADE, DATES_YEARS, 10},
        {DATES_CENTURY, DATES_YEARS, 100},
    };
    bool large = item->unit == DATES_DECADE || item->unit == DATES_CENTURY;
    for (size_t k = 0; (parts > 1 || large) && k < sizeof steps / sizeof *steps; k++)
        if (steps[k].from == item->unit) {
            item->unit = steps[k].to;
            amount *= steps[k].times;
            break;
        }
    item->amount = amount / parts;
    return amount % parts == 0 && item->unit != DATES_WEEKEND;
}

/** "old", "of age", "-old" behind a length. */
static bool is_age(const dates_scan *d, uint32_t i)
{
    return word_is(d, i, "old") || (class_is(d, i, DATES_OF) && word_is(d, i + 1, "age")) ||
           (is_hyphen(d, i) && word_is(d, i + 1, "old"));
}

/** Nothing of this clause follows: the end, a mark, "and". */
static bool clause_ends(const dates_scan *d, uint32_t i)
{
    if (i >= d->end || class_is(d, i, DATES_AND))
        return true;
    return d->r->report->tokens[i].kind == TEXT_PUNCT && !is_hyphen(d, i);
}

/** What stands behind a length: "ago", "later". Changes rule and sign. */
static uint32_t read_direction(const dates_scan *d, uint32_t i, dates_item *item)
{
    dates_token t = dates_at(d, i);
    int sign = 0;
    uint32_t count = 1;
    item->rule = DATES_FROM_LAST;
    if (t.class == DATES_SOONER) {
        sign = t.value > 0 ? 1 : -1;
        if (t.value == -2)
            item->rule = DATES_FROM_REPORT;
    } else if (word_is(d, i, "before") && clause_ends(d, i + 1)) {
        sign = -1;
    } else if (word_is(d, i, "afterwards") ||
               ((word_is(d, i, "after") || word_is(d, i, "on")) && clause_ends(d, i + 1))) {
        sign = 1;
    } else if (word_is(d, i, "hence") || (word_is(d, i, "from") && word_is(d, i + 1, "now"))) {
        sign = 1;
        item->rule = DATES_FROM_REPORT;
        count = word_is(d, i, "hence") ? 1 : 2;
    }
    if (!sign) {
        item->rule = DATES_LENGTH;
        return 0;
    }
    item->amount *= sign;
    return count;
}

/** Whether the words before let "a week" be a length. */
static bool single_stands(const dates_scan *d, uint32_t i)
{
    static const char *const before[] = {
        "for",  "within", "over",  "after", "during", "in",    "of",    "about", "almost", "nearly",
        "than", "last",   "takes", "took",  "lasted", "lasts", "spent", "spend", NULL};
    return one_of(d, i - 1, before);
}

/** "a year" behind "once", "ten ships". */
static bool is_rate(const dates_scan *d, uint32_t i)
{
    uint8_t tag = dates_tag(d, i - 1);
    return class_is(d, i - 1, DATES_TIMES) || tag == SYNTAX_NNS || word_is(d, i - 1, "per");
}

static bool is_lasting(const dates_item *item)
{
    return item->type == CHANCERY_DURATION && item->rule == DATES_LENGTH;
}

uint32_t dates_read_length(const dates_scan *d, uint32_t i, dates_item *out)
{
    int amount = 0, parts = 1;
    dates_item item = {
        .type = CHANCERY_DURATION, .rule = DATES_LENGTH, .weekday = -1, .end_weekday = -1};
    uint32_t count = read_amount(d, i, &amount, &parts);
    if (!count)
        return 0;
    uint32_t k = i + count;
    bool bound =
        is_hyphen(d, k) && d->r->report->tokens[k - 1].end == d->r->report->tokens[k].start;
    k += bound || class_is(d, k, DATES_FILLER);
    dates_token unit = dates_at(d, k);
    if (unit.class != DATES_UNIT || is_age(d, k + 1) ||
        (!bound && amount > 1 && !(unit.flags & DATES_PLURAL)))
        return 0;
    item.unit = (uint8_t)unit.value;
    if (word_is(d, k, "fortnight"))
        amount *= 2;
    if (amount > 5000 || !settle(amount, parts, &item))
        return 0;
    k++;
    if (!bound)
        k += read_direction(d, k, &item);
    bool single = class_is(d, i, DATES_A) || (amount == 1 && !class_is(d, i, DATES_DIGITS));
    if (item.rule != DATES_LENGTH && item.unit <= DATES_HOUR)
        return 0;
    if (is_lasting(&item) && single && class_is(d, i, DATES_A) && parts == 1 && is_rate(d, i)) {
        item.type = CHANCERY_SET;
    } else if (is_lasting(&item) && single && !bound && parts == 1 && count == 1 &&
               !single_stands(d, i)) {
        return 0;
    }
    if (item.rule != DATES_LENGTH)
        item.type = CHANCERY_DATE;
    else if (!bound && item.type == CHANCERY_DURATION && word_is(d, i - 1, "in") &&
             item.unit >= DATES_DAY)
        item.rule = DATES_IN_UNITS;
    *out = item;
    return k - i;
}

/** Months, or days where negative, in the largest unit that comes out even. */
static void often(int value, dates_item *item)
{
    int amount = value < 0 ? -value : value, larger = value < 0 ? 7 : 12;
    bool even = amount % larger == 0;
    item->unit = value < 0 ? even ? DATES_WEEK : DATES_DAY : even ? DATES_YEARS : DATES_MONTHS;
    item->amount = even ? amount / larger : amount;
}

/** "meets weekly", not "the weekly Horizon". */
static bool often_stands(const dates_scan *d, uint32_t i)
{
    uint8_t tag = dates_tag(d, i);
    if (tag == SYNTAX_RB || word_is(d, i, "annually") || word_is(d, i, "annual"))
        return tag != SYNTAX_NNP;
    return (tag == SYNTAX_OTHER || tag == SYNTAX_JJ) && clause_ends(d, i + 1);
}

uint32_t dates_read_set(const dates_scan *d, uint32_t i, dates_item *out)
{
    dates_item item = {.type = CHANCERY_SET,
                       .rule = DATES_LENGTH,
                       .weekday = -1,
                       .end_weekday = -1,
                       .unit = DATES_WEEK,
                       .amount = 1};
    dates_token t = dates_at(d, i);
    *out = item;
    if (t.class == DATES_WEEKDAYS)
        return 1;
    if (t.class == DATES_OFTEN) {
        often(t.value, out);
        return often_stands(d, i) ? 1 : 0;
    }
    uint32_t k = i + 1;
    int amount = 1;
    if (word_is(d, k, "other") || word_is(d, k, "second")) {
        amount = 2;
        k++;
    } else {
        k += dates_read_number(d, k, &amount);
    }
    dates_token unit = dates_at(d, k);
    if (unit.class == DATES_UNIT && unit.value != DATES_WEEKEND) {
        item.unit = (uint8_t)unit.value;
        if (amount < 1 || amount > 1000 || !settle(amount, 1, &item))
            return 0;
        *out = item;
        return k + 1 - i;
    }
    if (unit.class == DATES_PART)
        out->unit = DATES_DAY;
    else if (unit.class == DATES_MONTH || unit.class == DATES_SEASON)
        out->unit = DATES_YEARS;
    else if (unit.class != DATES_WEEKDAY && unit.class != DATES_UNIT)
        return 0;
    out->amount = amount;
    return amount == 1 || unit.class == DATES_WEEKDAY ? k + 1 - i : 0;
}

static bool after_clock_word(const dates_scan *d, uint32_t i)
{
    static const char *const before[] = {"at",    "by",     "until", "from",    "around", "about",
                                         "since", "before", "after", "exactly", NULL};
    return one_of(d, i - 1, before);
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
        *bare = !after_clock_word(d, i);
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

uint32_t dates_read_clock(const dates_scan *d, uint32_t i, dates_item *out)
{
    int minutes = 0;
    bool bare = false;
    if (!clock_value(d, i, &minutes, &bare))
        return 0;
    dates_token first = dates_at(d, i), behind = dates_at(d, i + 1);
    bool hours = first.class == DATES_DIGITS && first.digits == 4;
    uint32_t k = i + 1;
    if (behind.class == DATES_HALFDAY && !hours && minutes <= 12 * 60 + 59) {
        minutes = minutes % (12 * 60) + behind.value * 60;
        bare = false;
        k++;
    } else if (behind.class == DATES_ZONE && behind.value == 1 && !hours) {
        bare = false;
        k++;
    } else if (first.class == DATES_CLOCK && bare) {
        bare = !after_clock_word(d, i) || dates_counts(d, i + 1, false);
    }
    dates_token zone = dates_at(d, k);
    bool zoned = (zone.class == DATES_ZONE && zone.value == 0) ||
                 (hours && zone.class == DATES_UNIT && zone.value == DATES_HOUR);
    if (zoned && (hours || !bare)) {
        bare = false;
        k++;
    }
    if (bare || minutes >= 24 * 60)
        return 0;
    *out = (dates_item){.type = CHANCERY_TIME,
                        .rule = DATES_AT_CLOCK,
                        .weekday = -1,
                        .end_weekday = -1,
                        .hour = minutes / 60,
                        .minute = minutes % 60};
    return k - i;
}
