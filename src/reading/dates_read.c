/* Dates told against others ("last June", "the next day", "the end of the month"), and which
 * reader an expression begins with.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * Words like "last" and "next" count from the report's day; with "the" ("the next day", "the
 * following year") from the date told before. */
#include "reading/dates.h"

static const dates_item blank = {.type = CHANCERY_DATE, .weekday = -1, .end_weekday = -1};

static bool unit_is(const dates_scan *d, uint32_t i, dates_unit unit)
{
    dates_token t = dates_at(d, i);
    return t.class == DATES_UNIT && t.value == (int32_t)unit && !(t.flags & DATES_PLURAL);
}

static bool is_which(const dates_scan *d, uint32_t i, dates_which which)
{
    dates_token t = dates_at(d, i);
    return t.class == DATES_WHICH && t.value == (int32_t)which;
}

static dates_item shifted(dates_rule rule, dates_unit unit, int amount, bool whole)
{
    dates_item item = blank;
    item.rule = (uint8_t)rule;
    item.unit = (uint8_t)unit;
    item.amount = amount;
    item.whole = whole;
    return item;
}

/** Whether the words before make a length of what follows: "over [the next year]". */
static bool spans(const dates_scan *d, uint32_t i)
{
    static const char *const words[] = {"over", "during",     "for", "within",
                                        "in",   "throughout", NULL};
    for (size_t k = 0; words[k]; k++)
        if (dates_word_is(d, i - 1, words[k]))
            return true;
    return false;
}

/** "last" and its like before "day", "morning". */
static uint32_t which_day(dates_which which, bool definite, bool part, dates_item *out)
{
    switch (which) {
    case DATES_WHICH_SAME:
    case DATES_WHICH_THAT:
        *out = shifted(DATES_FROM_LAST, DATES_DAY, 0, true);
        return 1;
    case DATES_WHICH_NEXT:
    case DATES_WHICH_FOLLOWING:
        *out = shifted(DATES_FROM_LAST, DATES_DAY, 1, true);
        return 1;
    case DATES_WHICH_PREVIOUS:
        *out = shifted(DATES_FROM_LAST, DATES_DAY, -1, true);
        return 1;
    case DATES_WHICH_LAST:
    case DATES_WHICH_THIS:
        *out = shifted(DATES_FROM_REPORT, DATES_DAY, which == DATES_WHICH_LAST ? -1 : 0, true);
        return part && !definite;
    case DATES_WHICH_PAST:
    case DATES_WHICH_COMING:
        break;
    }
    return 0;
}

/** "last" and its like before "week", "month", "year", "weekend". */
static uint32_t which_unit(const dates_scan *d, uint32_t i, dates_which which, bool definite,
                           dates_unit unit, dates_item *out)
{
    bool week = unit == DATES_WEEK || unit == DATES_WEEKEND;
    switch (which) {
    case DATES_WHICH_SAME:
    case DATES_WHICH_THAT:
        *out = shifted(DATES_FROM_LAST, unit, 0, true);
        return !week;
    case DATES_WHICH_FOLLOWING:
    case DATES_WHICH_PREVIOUS:
        *out = shifted(DATES_FROM_LAST, unit, which == DATES_WHICH_FOLLOWING ? 1 : -1, true);
        return unit != DATES_WEEKEND;
    case DATES_WHICH_PAST:
    case DATES_WHICH_COMING:
    case DATES_WHICH_LAST:
    case DATES_WHICH_NEXT:
    case DATES_WHICH_THIS:
        break;
    }
    bool last = which == DATES_WHICH_LAST, next = which == DATES_WHICH_NEXT;
    if (!definite) {
        *out = shifted(DATES_FROM_REPORT, unit, next - last, true);
        return which != DATES_WHICH_PAST && which != DATES_WHICH_COMING;
    }
    if (spans(d, i - 1) && unit != DATES_WEEKEND && which != DATES_WHICH_THIS) {
        *out = shifted(DATES_LENGTH, unit, 1, false);
        out->type = CHANCERY_DURATION;
        return 1;
    }
    *out = shifted(DATES_FROM_LAST, unit, 1, true);
    return next && unit != DATES_WEEKEND;
}

/** "in", "by", "since" before "the summer". */
static bool season_stands(const dates_scan *d, uint32_t i)
{
    dates_token before = dates_at(d, i - 1);
    return before.class == DATES_IN || (before.class == DATES_TO && before.value == 1) ||
           (before.class == DATES_BEFORE && before.value < 6);
}

static int direction_of(dates_which which)
{
    switch (which) {
    case DATES_WHICH_LAST:
    case DATES_WHICH_PAST:
    case DATES_WHICH_PREVIOUS:
        return -1;
    case DATES_WHICH_NEXT:
    case DATES_WHICH_COMING:
    case DATES_WHICH_FOLLOWING:
        return 1;
    case DATES_WHICH_THIS:
    case DATES_WHICH_SAME:
    case DATES_WHICH_THAT:
        break;
    }
    return 0;
}

/** "last June", "next Monday", "the following Tuesday", "this summer". */
static uint32_t which_named(const dates_scan *d, uint32_t i, dates_which which, bool definite,
                            dates_item *out)
{
    int direction = direction_of(which);
    bool beside = which == DATES_WHICH_FOLLOWING || which == DATES_WHICH_PREVIOUS || definite;
    if (which == DATES_WHICH_SAME || which == DATES_WHICH_THAT)
        return 0;
    if (dates_class_is(d, i, DATES_WEEKDAY)) {
        uint32_t count = dates_read_weekday(d, i, out);
        if (count && out->rule == DATES_ON_WEEKDAY && beside)
            out->rule = DATES_BESIDE_LAST;
        out->direction = (int8_t)direction;
        return count;
    }
    bool season = dates_class_is(d, i, DATES_SEASON);
    uint32_t count =
        season ? dates_read_season(d, i, true, out) : dates_read_calendar(d, i, true, out);
    if (!count || out->from.year || out->ranged ||
        (out->rule != DATES_CALENDAR && out->rule != DATES_IN_SPAN))
        return 0;
    out->direction = (int8_t)direction;
    if (beside)
        out->rule = DATES_BESIDE_LAST;
    else if (which == DATES_WHICH_THIS)
        out->rule = DATES_YEAR_SHIFT;
    return beside && direction == 0 ? 0 : count;
}

/** "last quarter", "over the past decade". */
static uint32_t which_stretch(const dates_scan *d, uint32_t i, dates_which which, bool definite,
                              dates_token t, dates_item *out)
{
    bool last = which == DATES_WHICH_LAST, next = which == DATES_WHICH_NEXT;
    if (t.class == DATES_UNIT) {
        *out = shifted(DATES_LENGTH, DATES_YEARS, t.value == DATES_DECADE ? 10 : 100, false);
        out->type = CHANCERY_DURATION;
        return definite && (last || which == DATES_WHICH_PAST) && spans(d, i - 1);
    }
    *out = shifted(DATES_OF_QUARTER, DATES_MONTHS, next - last, true);
    return t.value == 1 && !definite && (last || next || which == DATES_WHICH_THIS);
}

/** "first quarter of 2024", "last Friday in May", "tenth anniversary of the treaty". */
static uint32_t read_part(const dates_scan *d, uint32_t i, dates_item *out)
{
    uint32_t count = dates_read_stretch(d, i, out);
    if (!count)
        count = dates_read_nth(d, i, out);
    return count ? count : dates_read_anniversary(d, i, out);
}

/** @param i      of the word itself; @param definite "the" stands before it. */
static uint32_t read_which(const dates_scan *d, uint32_t i, bool definite, dates_item *out)
{
    dates_which which = (dates_which)dates_at(d, i).value;
    uint32_t k = i + 1, stretch = read_part(d, i, out);
    if (stretch && (definite || out->nth))
        return stretch;
    if (is_which(d, k, DATES_WHICH_SAME)) /* "that same day" */
        k++;
    dates_token t = dates_at(d, k);
    uint32_t lead = k - i;
    int number = 0;
    uint32_t count = 0;
    if (which == DATES_WHICH_SAME && !definite && dates_word_is(d, i, "very"))
        return 0;
    switch (t.class) {
    case DATES_UNIT:
        if (t.flags & DATES_PLURAL)
            return 0;
        if (t.value == DATES_DAY)
            count = which_day(which, definite, false, out);
        else if (t.value >= DATES_WEEK && t.value <= DATES_YEARS)
            count = which_unit(d, i, which, definite, (dates_unit)t.value, out);
        else if (t.value > DATES_YEARS)
            count = which_stretch(d, i, which, definite, t, out);
        return count ? lead + count : 0;
    case DATES_BOUND:
        count = which_stretch(d, i, which, definite, t, out);
        return count ? lead + count : 0;
    case DATES_PART:
        count = which_day(which, definite, true, out);
        return count ? lead + count : 0;
    case DATES_SEASON:
    case DATES_MONTH:
    case DATES_WEEKDAY:
        count = which_named(d, k, which, definite, out);
        return count ? lead + count : 0;
    case DATES_DIGITS:
    case DATES_CARDINAL:
        number = (int)dates_read_length(d, k, out);
        return number && out->rule == DATES_LENGTH && which <= DATES_WHICH_PREVIOUS
                   ? lead + (uint32_t)number
                   : 0;
    default:
        return 0;
    }
}

/** "the month" and its like where other words show that the current one is meant. */
static uint32_t read_current(const dates_scan *d, uint32_t i, dates_item *out)
{
    dates_token t = dates_at(d, i + 1);
    if (!dates_class_is(d, i, DATES_THE) || t.class != DATES_UNIT || (t.flags & DATES_PLURAL) ||
        t.value < DATES_WEEK || t.value > DATES_YEARS)
        return 0;
    *out = shifted(DATES_FROM_REPORT, (dates_unit)t.value, 0, true);
    return 2;
}

static uint32_t read_the(const dates_scan *d, uint32_t i, dates_item *out);

/** "end of June", "beginning of the year", "second half of 2019". */
static uint32_t read_bound(const dates_scan *d, uint32_t i, dates_item *out)
{
    uint32_t k = i;
    bool ordinal = dates_class_is(d, k, DATES_ORDINAL);
    k += ordinal;
    bool part = dates_class_is(d, k, DATES_HALF) || dates_word_is(d, k, "quarter");
    if (ordinal != part || (!part && !dates_class_is(d, k, DATES_BOUND)) ||
        !dates_class_is(d, k + 1, DATES_OF))
        return 0;
    k += 2;
    uint32_t count = read_current(d, k, out);
    if (!count && dates_class_is(d, k, DATES_THE) && dates_class_is(d, k + 1, DATES_SEASON))
        k++;
    else if (!count && dates_class_is(d, k, DATES_THE))
        count = read_the(d, k, out);
    if (!count && dates_class_is(d, k, DATES_WHICH))
        count = read_which(d, k, false, out);
    if (!count && dates_class_is(d, k, DATES_SEASON))
        count = dates_read_season(d, k, dates_class_is(d, k - 1, DATES_THE), out);
    if (!count)
        count = dates_read_calendar(d, k, true, out);
    return count && out->type == CHANCERY_DATE ? k + count - i : 0;
}

/** "the 19th" alone. */
static uint32_t read_bare_day(const dates_scan *d, uint32_t i, dates_item *out)
{
    int day = 0;
    if (!dates_word_is(d, i - 1, "on") || d->r->report->tokens[i + 1].kind != TEXT_NUMBER ||
        !dates_read_ordinal(d, i + 1, &day) || day < 1 || day > 31)
        return 0;
    dates_token behind = dates_at(d, i + 2);
    bool ends = i + 2 >= d->end || d->r->report->tokens[i + 2].kind == TEXT_PUNCT;
    bool linked = behind.class == DATES_AND || behind.class == DATES_IN ||
                  behind.class == DATES_BEFORE || behind.class == DATES_TO;
    *out = blank;
    out->rule = DATES_CALENDAR;
    out->from.day = day;
    return ends || linked ? 2 : 0;
}

/** "the day before", "the night before", "the year before last", "the day after tomorrow". */
static uint32_t read_neighbour(const dates_scan *d, uint32_t i, dates_item *out)
{
    dates_token unit = dates_at(d, i + 1);
    bool part = unit.class == DATES_PART;
    if ((unit.class != DATES_UNIT && !part) || (unit.flags & DATES_PLURAL))
        return 0;
    bool before = dates_word_is(d, i + 2, "before"), after = dates_word_is(d, i + 2, "after");
    if (!before && !after) {
        *out = shifted(DATES_FROM_REPORT, DATES_WEEKEND, 0, true);
        return unit.value == DATES_WEEKEND && !part && spans(d, i) ? 2 : 0;
    }
    dates_unit of = part ? DATES_DAY : (dates_unit)unit.value;
    int sign = before ? -1 : 1;
    if (of == DATES_DAY && dates_class_is(d, i + 3, DATES_DEICTIC)) {
        *out = shifted(DATES_FROM_REPORT, of, sign + dates_at(d, i + 3).value, true);
        return 4;
    }
    bool last = is_which(d, i + 3, DATES_WHICH_LAST), next = is_which(d, i + 3, DATES_WHICH_NEXT);
    if (of >= DATES_WEEK && ((before && last) || (after && next))) {
        *out = shifted(DATES_FROM_REPORT, of, 2 * sign, true);
        return 4;
    }
    uint32_t event = 0;
    *out = shifted(DATES_FROM_EVENT, of, sign, true);
    if (of <= DATES_YEARS && of != DATES_WEEKEND && of >= DATES_DAY &&
        dates_read_event(d, i + 3, out, &event))
        return 3 + event;
    bool ends = i + 3 >= d->end || d->r->report->tokens[i + 3].kind == TEXT_PUNCT ||
                dates_class_is(d, i + 3, DATES_AND) || dates_class_is(d, i + 3, DATES_IN) ||
                dates_word_is(d, i + 3, "that") || dates_word_is(d, i + 3, "at");
    *out = shifted(DATES_FROM_LAST, of, sign, true);
    return ends && of != DATES_WEEKEND && of <= DATES_YEARS ? 3 : 0;
}

static uint32_t read_the(const dates_scan *d, uint32_t i, dates_item *out)
{
    uint32_t count = 0;
    dates_token t = dates_at(d, i + 1);
    switch (t.class) {
    case DATES_ORDINAL:
    case DATES_CARDINAL:
        count = read_part(d, i + 1, out);
        if (!count)
            count = dates_read_calendar(d, i + 1, false, out);
        if (!count)
            count = read_bound(d, i + 1, out);
        if (!count)
            return t.class == DATES_ORDINAL ? read_bare_day(d, i, out) : 0;
        return 1 + count;
    case DATES_WHICH:
        count = read_which(d, i + 1, true, out);
        break;
    case DATES_BOUND:
        count = read_bound(d, i + 1, out);
        break;
    case DATES_SEASON:
        count = dates_read_season(d, i + 1, season_stands(d, i), out);
        break;
    case DATES_DECADES:
        count = dates_read_decade(d, i + 1, out);
        break;
    case DATES_EVE:
        count = dates_read_eve(d, i + 1, out);
        break;
    case DATES_UNIT:
    case DATES_PART:
        return read_neighbour(d, i, out);
    default:
        count = dates_word_is(d, i + 1, "final") ? read_part(d, i + 1, out) : 0;
        break;
    }
    return count ? 1 + count : 0;
}

static uint32_t read_deictic(const dates_scan *d, uint32_t i, dates_item *out)
{
    *out = shifted(DATES_FROM_REPORT, DATES_DAY, dates_at(d, i).value, true);
    return 1 + dates_class_is(d, i + 1, DATES_PART);
}

/** "earlier this month", "later in the year", "earlier today", "later the same day". */
static uint32_t read_sooner(const dates_scan *d, uint32_t i, dates_item *out)
{
    uint32_t count = 0, k = i + 1;
    if (dates_at(d, i).value == -2)
        return 0;
    if (dates_class_is(d, k, DATES_DEICTIC))
        count = read_deictic(d, k, out);
    else if (dates_class_is(d, k, DATES_WHICH) && !is_which(d, k, DATES_WHICH_NEXT))
        count = read_which(d, k, false, out);
    else if (dates_class_is(d, k, DATES_THE))
        count = read_the(d, k, out);
    if (!count && dates_word_is(d, k, "in")) {
        count = unit_is(d, k + 2, DATES_DAY) && dates_class_is(d, k + 1, DATES_THE) ? 2 : 0;
        if (count)
            *out = shifted(DATES_FROM_LAST, DATES_DAY, 0, true);
        else
            count = read_current(d, k + 1, out);
        k++;
    }
    return count && out->type == CHANCERY_DATE ? k + count - i : 0;
}

/** "early June", "late 2019", "mid June", "early next month", "late last night". */
static uint32_t read_edge(const dates_scan *d, uint32_t i, dates_item *out)
{
    uint32_t count = 0, k = i + 1;
    dates_token t = dates_at(d, k);
    k += dates_word_is(d, i, "mid") && t.class == DATES_TO && t.value == 2;
    k += dates_class_is(d, k, DATES_IN) && dates_class_is(d, k + 1, DATES_MONTH);
    t = dates_at(d, k);
    if (t.class == DATES_WHICH)
        count = read_which(d, k, false, out);
    else if (t.class == DATES_MONTH || t.class == DATES_DIGITS)
        count = dates_read_calendar(d, k, true, out);
    else if (t.class == DATES_DEICTIC)
        count = read_deictic(d, k, out);
    else if (t.class == DATES_SEASON)
        count = dates_read_season(d, k, season_stands(d, i), out);
    else if (t.class == DATES_DECADES)
        count = dates_read_decade(d, k, out);
    else if (t.class == DATES_IN)
        count = read_current(d, ++k, out);
    return count && out->type == CHANCERY_DATE ? k + count - i : 0;
}

/** "mid-June 2020", "mid-2019". */
static uint32_t read_edged(const dates_scan *d, uint32_t i, dates_item *out)
{
    int value = dates_at(d, i).value;
    *out = blank;
    out->rule = DATES_CALENDAR;
    if (value < 0) {
        out->from.year = -value;
        out->decade = 9;
        return 1;
    }
    if (value > 12) {
        out->from.year = value;
        return 1;
    }
    out->from.month = value;
    return 1 + dates_read_year_behind(d, i + 1, out);
}

static uint32_t read_digits(const dates_scan *d, uint32_t i, dates_item *out)
{
    uint32_t count = dates_read_calendar(d, i, false, out);
    if (!count)
        count = dates_read_clock(d, i, out);
    return count ? count : dates_read_length(d, i, out);
}

static uint32_t read_cardinal(const dates_scan *d, uint32_t i, dates_item *out)
{
    uint32_t count = dates_read_length(d, i, out);
    if (!count)
        count = dates_read_clock(d, i, out);
    return count ? count : dates_read_calendar(d, i, false, out); /* "twenty-first of June" */
}

/** What begins with "a" or "half". */
static uint32_t read_measure(const dates_scan *d, uint32_t i, dates_item *out)
{
    uint32_t count = dates_read_length(d, i, out);
    return count ? count : dates_read_clock(d, i, out);
}

/** "end of June", "quarter past nine". */
static uint32_t read_start(const dates_scan *d, uint32_t i, dates_item *out)
{
    uint32_t count = read_bound(d, i, out);
    return count || !dates_word_is(d, i, "quarter") ? count : dates_read_clock(d, i, out);
}

static uint32_t read_ordinal(const dates_scan *d, uint32_t i, dates_item *out)
{
    uint32_t count = read_part(d, i, out);
    return count ? count : dates_read_calendar(d, i, false, out);
}

/** "May Day", else a month. */
static uint32_t read_month(const dates_scan *d, uint32_t i, dates_item *out)
{
    uint32_t count = dates_word_is(d, i, "may") ? dates_read_feast(d, i, out) : 0;
    return count ? count : dates_read_calendar(d, i, false, out);
}

static uint32_t read_opening(const dates_scan *d, uint32_t i, dates_class class, dates_item *out)
{
    switch (class) {
    case DATES_DIGITS:
        return read_digits(d, i, out);
    case DATES_ORDINAL:
        return read_ordinal(d, i, out);
    case DATES_MONTH:
        return read_month(d, i, out);
    case DATES_NUMERIC:
    case DATES_ABBREVIATED:
        return dates_read_calendar(d, i, false, out);
    case DATES_CARDINAL:
        return read_cardinal(d, i, out);
    case DATES_CLOCK:
    case DATES_NOON:
        return dates_read_clock(d, i, out);
    case DATES_WEEKDAY:
        return dates_read_weekday(d, i, out);
    case DATES_WEEKDAYS:
    case DATES_EVERY:
    case DATES_OFTEN:
        return dates_read_set(d, i, out);
    case DATES_SEASON:
        return dates_read_season(
            d, i, dates_class_is(d, i - 1, DATES_IN) && !dates_word_is(d, i, "winter"),
            out); /* "in winter it snows" */
    case DATES_DEICTIC:
        return read_deictic(d, i, out);
    case DATES_WHICH:
        return read_which(d, i, false, out);
    case DATES_THE:
        return read_the(d, i, out);
    case DATES_A:
    case DATES_HALF:
        return read_measure(d, i, out);
    case DATES_EDGE:
        return read_edge(d, i, out);
    case DATES_EDGED:
        return read_edged(d, i, out);
    case DATES_SOONER:
        return read_sooner(d, i, out);
    case DATES_BOUND:
        return read_start(d, i, out);
    case DATES_FEAST:
    case DATES_NEW:
        return dates_read_feast(d, i, out);
    case DATES_DECADES:
        return dates_read_decade(d, i, out);
    case DATES_QUARTER:
        return dates_read_stretch(d, i, out);
    case DATES_EVE:
        return dates_read_eve(d, i, out);
    default:
        return 0;
    }
}

uint32_t dates_read(const dates_scan *d, uint32_t i, dates_item *out)
{
    dates_token t = dates_at(d, i);
    uint32_t count = t.class == DATES_NONE || t.class > DATES_LAST_OPENING
                         ? 0
                         : read_opening(d, i, (dates_class)t.class, out);
    if (count) {
        out->token = i;
        out->count = count;
        out->sentence = d->sentence;
    }
    return count;
}
