/* Numbers in words, and lengths of time.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * A length with "ago", "later" and their like behind it counts from the report's date or the date
 * before; without, it is a duration. */
#include "reading/dates.h"

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
    uint32_t tail =
        dates_class_is(d, i + count, DATES_AND) ? read_tens(d, i + count + 1, &rest) : 0;
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
    if (dates_class_is(d, i, DATES_HALF) && dates_class_is(d, i + 1, DATES_A)) {
        *parts = 2;
        return 2;
    }
    if (dates_class_is(d, i, DATES_HALF) && is_hyphen(d, i + 1) &&
        dates_class_is(d, i + 2, DATES_UNIT)) {
        *parts = 2;
        return 1;
    }
    if (!dates_class_is(d, i, DATES_A))
        return 0;
    if (dates_word_is(d, i + 1, "quarter") && dates_class_is(d, i + 2, DATES_OF) &&
        dates_class_is(d, i + 3, DATES_A)) {
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
    return dates_word_is(d, i, "old") ||
           (dates_class_is(d, i, DATES_OF) && dates_word_is(d, i + 1, "age")) ||
           (is_hyphen(d, i) && dates_word_is(d, i + 1, "old"));
}

/** Nothing of this clause follows: the end, a mark, "and". */
static bool clause_ends(const dates_scan *d, uint32_t i)
{
    if (i >= d->end || dates_class_is(d, i, DATES_AND))
        return true;
    return d->r->report->tokens[i].kind == TEXT_PUNCT && !is_hyphen(d, i);
}

/** "after the collapse", "before his arrival on 5 May" behind a length. */
static uint32_t read_from_event(const dates_scan *d, uint32_t i, dates_item *item)
{
    bool before = dates_word_is(d, i, "before"), after = dates_word_is(d, i, "after");
    uint32_t count = 0;
    if ((!before && !after) || item->minor || item->unit <= DATES_HOUR ||
        !dates_read_event(d, i + 1, item, &count))
        return 0;
    item->rule = DATES_FROM_EVENT;
    item->amount *= before ? -1 : 1;
    return 1 + count;
}

/** "[two years] after that": the day told last. */
static bool after_that(const dates_scan *d, uint32_t i)
{
    static const char *const clause[] = {"he", "she", "it", "they", "the", "a", "an", "we", NULL};
    if ((!dates_word_is(d, i, "after") && !dates_word_is(d, i, "before")) ||
        !dates_word_is(d, i + 1, "that"))
        return false;
    return clause_ends(d, i + 2) || dates_one_of(d, i + 2, clause);
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
    } else if (dates_word_is(d, i, "before") && clause_ends(d, i + 1)) {
        sign = -1;
    } else if (dates_word_is(d, i, "afterwards") ||
               ((dates_word_is(d, i, "after") || dates_word_is(d, i, "on")) &&
                clause_ends(d, i + 1))) {
        sign = 1;
    } else if (dates_word_is(d, i, "hence") ||
               (dates_word_is(d, i, "from") &&
                (dates_word_is(d, i + 1, "now") || dates_word_is(d, i + 1, "today")))) {
        sign = 1;
        item->rule = DATES_FROM_REPORT;
        count = dates_word_is(d, i, "hence") ? 1 : 2;
    }
    if (!sign && after_that(d, i)) {
        sign = dates_word_is(d, i, "after") ? 1 : -1;
        count = 2;
    }
    if (sign) {
        item->amount *= sign;
        return count;
    }
    item->rule = DATES_LENGTH;
    return read_from_event(d, i, item);
}

/** Whether the words before let "a week" be a length. */
static bool single_stands(const dates_scan *d, uint32_t i)
{
    static const char *const before[] = {
        "for",  "within", "over",  "after", "during", "in",    "of",    "about", "almost", "nearly",
        "than", "last",   "takes", "took",  "lasted", "lasts", "spent", "spend", NULL};
    return dates_one_of(d, i - 1, before);
}

/** "a year" behind "once", "ten ships". */
static bool is_rate(const dates_scan *d, uint32_t i)
{
    uint8_t tag = dates_tag(d, i - 1);
    return dates_class_is(d, i - 1, DATES_TIMES) || tag == SYNTAX_NNS ||
           dates_word_is(d, i - 1, "per");
}

/** Whether a smaller unit makes sense behind a larger one: years and months, hours and minutes. */
static bool units_nest(uint8_t unit, uint8_t minor)
{
    bool clock = minor <= DATES_HOUR;
    if (unit <= DATES_DAY) /* a minute and seconds, an hour and minutes, a day and hours */
        return minor + 1 == unit;
    return !clock && minor < unit && unit <= DATES_YEARS && minor != DATES_WEEKEND &&
           unit != DATES_WEEKEND;
}

/** "and [20 minutes]", ", three months" behind a length. */
static uint32_t read_minor(const dates_scan *d, uint32_t i, dates_item *item)
{
    int amount = 0;
    uint32_t k = i + dates_class_is(d, i, DATES_COMMA);
    k += dates_class_is(d, k, DATES_AND);
    if (dates_class_is(d, i, DATES_COMMA) &&
        (dates_class_is(d, i - 2, DATES_A) ||
         dates_class_is(d, i + 1, DATES_AND))) /* "ships a year, 20 days" */
        return 0;
    uint32_t count = dates_read_number(d, k, &amount);
    if (!count && dates_class_is(d, k, DATES_A) && !dates_class_is(d, i, DATES_COMMA)) {
        count = 1;
        amount = 1;
    }
    dates_token unit = dates_at(d, k + count);
    bool plural = unit.flags & DATES_PLURAL;
    if (!count || unit.class != DATES_UNIT || plural != (amount > 1) || amount > 400 ||
        !units_nest(item->unit, (uint8_t)unit.value) || is_age(d, k + count + 1))
        return 0;
    item->minor = amount;
    item->minor_unit = (uint8_t)unit.value;
    return k + count + 1 - i;
}

/** The half of a unit in smaller ones; false where it doesn't come out even. */
static bool add_half(dates_item *item)
{
    static const struct {
        uint8_t unit, half_unit;
        int half;
    } halves[] = {{DATES_YEARS, DATES_MONTHS, 6},
                  {DATES_DAY, DATES_HOUR, 12},
                  {DATES_HOUR, DATES_MINUTE, 30},
                  {DATES_MINUTE, DATES_SECOND, 30}};
    for (size_t k = 0; k < sizeof halves / sizeof *halves; k++)
        if (halves[k].unit == item->unit) {
            item->minor_unit = halves[k].half_unit;
            item->minor = halves[k].half;
            return true;
        }
    return false;
}

/** "and a half", "-and-a-half". */
static uint32_t read_half(const dates_scan *d, uint32_t i)
{
    uint32_t k = i + is_hyphen(d, i);
    if (!dates_class_is(d, k, DATES_AND))
        return 0;
    k += 1 + is_hyphen(d, k + 1);
    if (!dates_class_is(d, k, DATES_A))
        return 0;
    k += 1 + is_hyphen(d, k + 1);
    return dates_class_is(d, k, DATES_HALF) ? k + 1 - i : 0;
}

/** "two to three weeks", "10-12 days", "two or three days": no length that could be told. */
static bool is_vague(const dates_scan *d, uint32_t i)
{
    dates_token join = dates_at(d, i - 1), number = dates_at(d, i - 2);
    bool numbers =
        number.class == DATES_CARDINAL || (number.class == DATES_DIGITS && number.digits < 4);
    bool between = join.class == DATES_AND && dates_word_is(d, i - 3, "between");
    return numbers && (join.class == DATES_TO || dates_word_is(d, i - 1, "or") || between);
}

/** Brings both parts to the smaller unit, so that a day can be counted: 27 months ago. */
static bool join_parts(dates_item *item)
{
    int sign = item->amount < 0 ? -1 : 1, times = 0;
    if (item->minor == 0 || (item->unit >= DATES_DAY && item->minor_unit <= DATES_HOUR)) {
        item->minor = 0;
        return true;
    }
    if (item->unit == DATES_YEARS && item->minor_unit == DATES_MONTHS)
        times = 12;
    else if (item->unit == DATES_WEEK && item->minor_unit == DATES_DAY)
        times = 7;
    item->amount = item->amount * times + sign * item->minor;
    item->unit = item->minor_unit;
    item->minor = 0;
    return times != 0;
}

/** Number and unit with what belongs to them: "three", "a year and a half", "two hours and five
 *  minutes". @param single "a" or "one" alone, which needs words that show a length. */
static uint32_t read_measure(const dates_scan *d, uint32_t i, dates_item *item, bool *bound,
                             bool *single)
{
    int amount = 0, parts = 1;
    uint32_t count = read_amount(d, i, &amount, &parts), k = i + count;
    if (!count || is_vague(d, i))
        return 0;
    uint32_t half = parts == 1 ? read_half(d, k) : 0;
    k += half;
    *bound = is_hyphen(d, k) && d->r->report->tokens[k - 1].end == d->r->report->tokens[k].start;
    k += *bound || dates_class_is(d, k, DATES_FILLER);
    dates_token unit = dates_at(d, k);
    if (unit.class != DATES_UNIT || is_age(d, k + 1) ||
        (!*bound && (amount > 1 || half) && !(unit.flags & DATES_PLURAL)))
        return 0;
    item->unit = (uint8_t)unit.value;
    if (dates_word_is(d, k, "fortnight"))
        amount *= 2;
    if (amount > 5000 || !settle(amount, parts, item))
        return 0;
    k++;
    uint32_t behind = half || *bound || parts > 1 ? 0 : read_half(d, k);
    if ((half || behind) && !add_half(item))
        return 0;
    k += behind;
    if (!half && !behind && !*bound && parts == 1)
        k += read_minor(d, k, item);
    *single =
        amount == 1 && !dates_class_is(d, i, DATES_DIGITS) && parts == 1 && !item->minor && !*bound;
    return k - i;
}

/** A length that nothing counts from: a duration, or the "a week" of "once a week". */
static bool settle_length(const dates_scan *d, uint32_t i, bool bound, bool single,
                          dates_item *item)
{
    if (single && dates_class_is(d, i, DATES_A) && is_rate(d, i)) {
        item->type = CHANCERY_SET;
        item->rule = DATES_SET;
    } else if (single && !single_stands(d, i)) {
        return false;
    } else if (!bound && !item->minor && dates_word_is(d, i - 1, "in") && item->unit >= DATES_DAY) {
        item->rule = DATES_IN_UNITS;
    }
    return true;
}

uint32_t dates_read_length(const dates_scan *d, uint32_t i, dates_item *out)
{
    bool bound = false, single = false;
    dates_item item = {
        .type = CHANCERY_DURATION, .rule = DATES_LENGTH, .weekday = -1, .end_weekday = -1};
    uint32_t count = read_measure(d, i, &item, &bound, &single), k = i + count;
    if (!count)
        return 0;
    bool definite = dates_class_is(d, i - 1, DATES_THE); /* "in the ten days before the vote" */
    if (!bound)
        k += read_direction(d, k, &item);
    if (item.rule == DATES_FROM_EVENT && definite) {
        item.rule = DATES_LENGTH;
        item.amount = item.amount < 0 ? -item.amount : item.amount;
        k = i + count;
    }
    if (item.rule == DATES_LENGTH) {
        if (!settle_length(d, i, bound, single, &item))
            return 0;
    } else if (item.rule == DATES_FROM_EVENT) {
        item.plain = !single || single_stands(d, i) ? count : 0;
    } else {
        if (item.unit <= DATES_HOUR || !join_parts(&item))
            return 0;
        item.type = CHANCERY_DATE;
    }
    *out = item;
    return k - i;
}
