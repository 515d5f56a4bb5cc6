/* Dates by the calendar: days, months and years in words, ranges of them, weekdays.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * Written from the orders in use ("19 June 2024", "June 19, 2024", "the 19th of June") outwards:
 * each reader takes the longest form. What else is a word or a number ("May", "2,019 people")
 * counts only where the words beside it leave no doubt. */
#include "reading/dates.h"

static dates_token at(const dates_scan *d, uint32_t i)
{
    return dates_at(d, i);
}

/** "BC", "AH", "BE" behind a year: not one of this calendar. */
static bool is_other_era(const dates_scan *d, uint32_t i)
{
    static const char *const eras[] = {"BC",   "BCE", "B.C.", "B.C", "AH",
                                       "A.H.", "BE",  "B.E.", NULL};
    if (i < d->first || i >= d->end)
        return false;
    slice word = reading_words(d->r, i, 1);
    return slice_is_any(word, eras);
}

static bool is_year(const dates_scan *d, uint32_t i)
{
    dates_token t = at(d, i);
    return t.class == DATES_DIGITS && t.digits == 4 && t.value >= DATES_OLDEST_YEAR &&
           t.value <= DATES_LATEST_YEAR && !is_other_era(d, i + 1);
}

static bool is_word_token(const dates_scan *d, uint32_t i)
{
    return i >= d->first && i < d->end && d->r->report->tokens[i].kind == TEXT_WORD;
}

static bool is_capital(const dates_scan *d, uint32_t i)
{
    return is_word_token(d, i) && (d->r->report->tokens[i].flags & TEXT_CAPITAL);
}

static uint32_t read_day(const dates_scan *d, uint32_t i, int *day)
{
    dates_token t = at(d, i);
    if (t.class == DATES_DIGITS && t.digits <= 2 && t.value >= 1 && t.value <= 31) {
        *day = t.value;
        return 1;
    }
    uint32_t count = dates_read_ordinal(d, i, day);
    return count && *day >= 1 && *day <= 31 ? count : 0;
}

/** "to", a dash, "until"; "and" with `*and_word` set. */
static uint32_t read_join(const dates_scan *d, uint32_t i, bool *and_word)
{
    dates_token t = at(d, i);
    *and_word = t.class == DATES_AND;
    return t.class == DATES_TO || t.class == DATES_AND ? 1 : 0;
}

static bool after_word(const dates_scan *d, uint32_t i, const char *word)
{
    return i > d->first && reading_is(d->r, i - 1, word);
}

static bool ends_in_s(const dates_scan *d, uint32_t i)
{
    static const char *const others[] = {"was",  "has",  "as",     "is",      "its",
                                         "his",  "this", "thus",   "across",  "always",
                                         "less", "says", "months", "besides", NULL};
    slice s = reading_words(d->r, i, 1);
    for (size_t k = 0; others[k]; k++)
        if (reading_is(d->r, i, others[k]))
            return false;
    return s.len >= 4 && s.ptr[s.len - 1] == 's';
}

bool dates_counts(const dates_scan *d, uint32_t i, bool sure)
{
    if (dates_class_is(d, i, DATES_COUNTED))
        return true;
    if (sure || !is_word_token(d, i) || is_capital(d, i))
        return false;
    uint8_t tag = dates_tag(d, i);
    return tag == SYNTAX_OTHER ? ends_in_s(d, i) : tag == SYNTAX_NNS;
}

/** "that year", "the same year", "last year". */
static uint32_t read_which_year(const dates_scan *d, uint32_t i, dates_item *item)
{
    uint32_t k = i + dates_class_is(d, i, DATES_THE);
    dates_token which = at(d, k);
    if (which.class != DATES_WHICH)
        return 0;
    dates_token unit = at(d, k + 1);
    if (unit.class != DATES_UNIT || unit.value != DATES_YEARS || (unit.flags & DATES_PLURAL))
        return 0;
    switch ((dates_which)which.value) {
    case DATES_WHICH_SAME:
    case DATES_WHICH_THAT:
        item->rule = DATES_OF_LAST_YEAR;
        return k + 2 - i;
    case DATES_WHICH_LAST:
    case DATES_WHICH_THIS:
    case DATES_WHICH_NEXT:
        item->rule = DATES_YEAR_SHIFT;
        item->amount = which.value == DATES_WHICH_LAST ? -1 : which.value == DATES_WHICH_NEXT;
        return k > i ? 0 : k + 2 - i;
    case DATES_WHICH_PREVIOUS:
    case DATES_WHICH_FOLLOWING:
        item->rule = DATES_OF_LAST_YEAR;
        item->amount = which.value == DATES_WHICH_PREVIOUS ? -1 : 1;
        return k + 2 - i;
    case DATES_WHICH_PAST:
    case DATES_WHICH_COMING:
        break;
    }
    return 0;
}

/** "'91", "91" behind a month: a year of two digits. */
static int short_year(const dates_scan *d, uint32_t i)
{
    dates_token t = at(d, i);
    dates_token next = at(d, i + 1);
    bool ends = i + 1 >= d->end || d->r->report->tokens[i + 1].kind == TEXT_PUNCT ||
                next.class == DATES_AND || next.class == DATES_TO || next.class == DATES_IN;
    bool plain = t.class == DATES_DIGITS && t.digits == 2 && t.value > 31 && ends &&
                 dates_class_is(d, i - 1, DATES_MONTH) && at(d, i - 2).class != DATES_IN;
    return plain || t.class == DATES_ABBREVIATED ? dates_full_year(t.value, d->year) : 0;
}

/** "3 May 2567", "May 3024": the year of another calendar, or of none that could be meant. */
static bool has_odd_year(const dates_scan *d, uint32_t i)
{
    uint32_t k = i + dates_class_is(d, i, DATES_COMMA);
    dates_token t = at(d, k);
    bool ends =
        k + 1 >= d->end || d->r->report->tokens[k + 1].kind == TEXT_PUNCT || is_other_era(d, k + 1);
    if (t.class != DATES_DIGITS || t.digits != 4 || is_year(d, k))
        return false;
    return ends || (!dates_counts(d, k + 1, false) && !is_capital(d, k + 1));
}

uint32_t dates_read_year_behind(const dates_scan *d, uint32_t i, dates_item *item)
{
    uint32_t k = i;
    dates_token link = at(d, i);
    if (link.class == DATES_COMMA || link.class == DATES_OF ||
        (link.class == DATES_IN && link.value == 0))
        k++;
    bool in = link.class == DATES_IN;
    bool comma = link.class == DATES_COMMA;
    if (is_year(d, k) && !in && !(comma && dates_counts(d, k + 1, true))) {
        item->from.year = at(d, k).value;
        return k + 1 - i;
    }
    int shortened = k == i ? short_year(d, i) : 0;
    if (shortened) {
        item->from.year = shortened;
        return 1;
    }
    uint32_t count = comma ? 0 : read_which_year(d, k, item);
    return count ? k + count - i : 0;
}

/** The year of the end is the year of both; a range that runs over New Year begins in the year
 * before. */
static void share_year(dates_item *item)
{
    if (!item->ranged || item->from.year)
        return;
    if (!item->to.year)
        return;
    bool over = item->to.month && item->from.month > item->to.month;
    item->from.year = item->to.year - over;
}

/** A year behind the end of a range. */
static uint32_t read_end_year(const dates_scan *d, uint32_t i, dates_item *item)
{
    dates_point begin = item->from;
    item->from.year = 0;
    uint32_t count = dates_read_year_behind(d, i, item);
    item->to.year = item->from.year;
    item->from = begin;
    share_year(item);
    return count;
}

/** A list of days or months ("5 and 6 June") is no range, but "between 5 and 6 June" is. */
static bool joins(const dates_scan *d, uint32_t start, bool and_word)
{
    return !and_word || after_word(d, start, "between");
}

/** The year that a list has at its end: ", 6 and 9" or "and July" from `i` on. */
static void take_list_year(const dates_scan *d, uint32_t i, bool months, dates_item *item)
{
    uint32_t k = i;
    int day = 0;
    while (dates_class_is(d, k, DATES_COMMA) || dates_class_is(d, k, DATES_AND)) {
        bool last = dates_class_is(d, k, DATES_AND);
        uint32_t count = months ? dates_class_is(d, k + 1, DATES_MONTH) : read_day(d, k + 1, &day);
        if (!count || dates_counts(d, k + 1 + count, false))
            return;
        k += 1 + count;
        if (last) {
            dates_read_year_behind(d, k, item);
            return;
        }
    }
}

/** Behind "19 June 2024": "to 2 July 2024". */
static uint32_t read_second_day(const dates_scan *d, uint32_t i, uint32_t start, dates_item *item)
{
    bool and_word;
    int day, month;
    uint32_t join = read_join(d, i, &and_word);
    if (!join || (and_word && !after_word(d, start, "between")))
        return 0;
    uint32_t k = i + join + dates_class_is(d, i + join, DATES_THE);
    uint32_t count = read_day(d, k, &day);
    k += count;
    k += dates_class_is(d, k, DATES_OF);
    if (!count || !dates_class_is(d, k, DATES_MONTH))
        return 0;
    month = at(d, k++).value;
    item->ranged = true;
    item->to = (dates_point){0, month, day};
    k += read_end_year(d, k, item);
    return k - i;
}

/** The month at the end of a list of days, "5, 6 and 9 June" from behind the first: where it
 * stands, or 0. */
static uint32_t month_of_list(const dates_scan *d, uint32_t i)
{
    uint32_t k = i;
    int day = 0;
    while (dates_class_is(d, k, DATES_COMMA) || dates_class_is(d, k, DATES_AND)) {
        bool last = dates_class_is(d, k, DATES_AND);
        k++;
        k += dates_class_is(d, k, DATES_THE);
        uint32_t count = read_day(d, k, &day);
        k += count;
        k += last && dates_class_is(d, k, DATES_OF);
        if (!count || last)
            return count && dates_class_is(d, k, DATES_MONTH) ? k : 0;
    }
    return 0;
}

/** "5 to 8 June", "29 to 30 June 2022"; "5 and 9 June" and "5, 6 and 9 June": the first day. */
static uint32_t read_days_month(const dates_scan *d, uint32_t i, uint32_t first_count, int first,
                                dates_item *item)
{
    bool and_word;
    int second;
    uint32_t k = i + first_count, join = read_join(d, k, &and_word);
    uint32_t listed = !join || !joins(d, i, and_word) ? month_of_list(d, k) : 0;
    if (listed) {
        item->from = (dates_point){0, at(d, listed).value, first};
        dates_read_year_behind(d, listed + 1, item);
        return first_count;
    }
    if (!join)
        return 0;
    k += join;
    k += dates_class_is(d, k, DATES_THE);
    uint32_t count = read_day(d, k, &second);
    k += count;
    k += dates_class_is(d, k, DATES_OF);
    if (!count || !dates_class_is(d, k, DATES_MONTH) || !joins(d, i, and_word))
        return 0;
    int month = at(d, k++).value;
    item->from = (dates_point){0, month, first};
    item->ranged = true;
    item->to = (dates_point){0, month, second};
    k += read_end_year(d, k, item);
    return k - i;
}

/** "of last month". */
static uint32_t read_of_month(const dates_scan *d, uint32_t i, dates_item *item)
{
    uint32_t k = i + 1;
    if (!dates_class_is(d, i, DATES_OF))
        return 0;
    dates_token which = at(d, k);
    if (dates_class_is(d, k, DATES_THE) || which.class == DATES_WHICH)
        k++;
    if (k == i + 1 || !dates_class_is(d, k, DATES_UNIT) || at(d, k).value != DATES_MONTHS)
        return 0;
    bool next = which.class == DATES_WHICH && which.value == DATES_WHICH_NEXT;
    bool last = which.class == DATES_WHICH && which.value == DATES_WHICH_LAST;
    bool current = which.class == DATES_THE || which.value == DATES_WHICH_THIS;
    if (!next && !last && !current)
        return 0;
    item->rule = DATES_MONTH_SHIFT;
    item->amount = next - last;
    return k + 1 - i;
}

static uint32_t read_day_first(const dates_scan *d, uint32_t i, dates_item *item)
{
    int day = 0;
    uint32_t count = read_day(d, i, &day);
    if (!count)
        return 0;
    uint32_t range = read_days_month(d, i, count, day, item);
    if (range)
        return range;
    uint32_t k = i + count;
    item->from.day = day;
    if (at(d, i).class != DATES_DIGITS) {
        uint32_t shift = read_of_month(d, k, item);
        if (shift)
            return count + shift;
    }
    k += dates_class_is(d, k, DATES_OF);
    if (!dates_class_is(d, k, DATES_MONTH))
        return 0;
    item->from.month = at(d, k++).value;
    k += dates_read_year_behind(d, k, item);
    k += read_second_day(d, k, i, item);
    return item->from.year == 0 && has_odd_year(d, k) ? 0 : k - i;
}

/** Behind "June 5, 6": "and 9". */
static bool month_list_goes_on(const dates_scan *d, uint32_t i)
{
    int day = 0;
    return dates_class_is(d, i, DATES_AND) && read_day(d, i + 1, &day) &&
           !dates_class_is(d, i + 2, DATES_MONTH);
}

/** "30" of "June 29 and 30", from the day on. */
static uint32_t read_listed_day(const dates_scan *d, uint32_t i, dates_item *item)
{
    int day = 0, before = 0, none = 0;
    uint32_t count = read_day(d, i, &day), k = i;
    if (!count || dates_counts(d, i + count, false) || dates_class_is(d, i + count, DATES_MONTH))
        return 0;
    while ((dates_class_is(d, k - 1, DATES_AND) || dates_class_is(d, k - 1, DATES_COMMA)) &&
           read_day(d, k - 2, &none) == 1) {
        before = before ? before : none;
        k -= 2;
        if (dates_class_is(d, k - 1, DATES_MONTH))
            break;
    }
    bool goes_on = month_list_goes_on(d, i + count);
    bool ends =
        goes_on || i + count >= d->end || d->r->report->tokens[i + count].kind == TEXT_PUNCT;
    bool joined = dates_class_is(d, i - 1, DATES_AND) || goes_on;
    if (k == i || !dates_class_is(d, k - 1, DATES_MONTH) || day <= before || !joined ||
        (day != before + 1 && !ends))
        return 0;
    item->from = (dates_point){0, at(d, k - 1).value, day};
    uint32_t year = dates_read_year_behind(d, i + count, item);
    if (!year)
        take_list_year(d, i + count, false, item);
    return count + year;
}

/** Whether the number behind a month is its day. */
static bool day_stands(const dates_scan *d, uint32_t month, uint32_t day, uint32_t count)
{
    bool on = after_word(d, month, "on");
    return !dates_counts(d, day + count, on) || at(d, day).class == DATES_ORDINAL;
}

/** Behind "June 29": "and 30", "to July 2". */
static uint32_t read_days_behind(const dates_scan *d, uint32_t i, uint32_t start, dates_item *item)
{
    bool and_word;
    int day = 0, month = item->from.month;
    uint32_t join = read_join(d, i, &and_word);
    if (!join)
        return 0;
    uint32_t k = i + join;
    if (dates_class_is(d, k, DATES_MONTH))
        month = at(d, k++).value;
    k += dates_class_is(d, k, DATES_THE);
    uint32_t count = read_day(d, k, &day);
    if (!count || dates_class_is(d, k + count, DATES_MONTH) || dates_counts(d, k + count, false))
        return 0;
    if (!joins(d, start, and_word))
        return 0;
    item->ranged = true;
    item->to = (dates_point){0, month, day};
    return k + count - i;
}

static uint32_t read_month_day(const dates_scan *d, uint32_t i, dates_item *item)
{
    int day = 0;
    uint32_t k =
        i + 1 + (dates_class_is(d, i + 1, DATES_THE) && dates_class_is(d, i + 2, DATES_ORDINAL));
    uint32_t count = read_day(d, k, &day);
    if (!count || !day_stands(d, i, k, count))
        return 0;
    item->from = (dates_point){0, at(d, i).value, day};
    k += count;
    uint32_t range = read_days_behind(d, k, i, item);
    k += range;
    k += range ? read_end_year(d, k, item) : dates_read_year_behind(d, k, item);
    if (!range && item->from.year) { /* "June 19, 2023 to July 2, 2024" */
        range = read_days_behind(d, k, i, item);
        if (range && item->from.month != item->to.month)
            k += range + read_end_year(d, k + range, item);
        else
            item->ranged = false;
    }
    if (item->from.year == 0 && has_odd_year(d, k))
        return 0;
    if (!range && item->from.year == 0)
        take_list_year(d, k, false, item);
    return k - i;
}

static bool is_preposition(const dates_scan *d, uint32_t i)
{
    static const char *const words[] = {"for",  "of",   "on",      "to",    "against", "in", "from",
                                        "with", "into", "through", "under", "and",     "at", NULL};
    return i < d->end && reading_is_any(d->r, i, words);
}

/** Whether a month stands alone for itself: "in May", not "Mrs. May". */
static bool month_stands(const dates_scan *d, uint32_t i, bool edged)
{
    dates_token month = at(d, i), before = at(d, i - 1);
    slice bytes = reading_words(d->r, i, 1);
    if (edged || !(month.flags & DATES_DOUBTFUL))
        return true;
    if (bytes.len <= 4 && month.value != 5 && month.value != 6) /* "Jan", "Sept" */
        return false;
    bool named = is_capital(d, i + 1) && !dates_class_is(d, i + 1, DATES_WEEKDAY);
    bool listed = (before.class == DATES_AND || before.class == DATES_COMMA) &&
                  dates_class_is(d, i - 2, DATES_MONTH);
    listed =
        listed || (dates_class_is(d, i + 1, DATES_AND) && dates_class_is(d, i + 2, DATES_MONTH));
    if (before.class == DATES_IN || listed)
        return true;
    if (before.class == DATES_THE) /* "the May summit", not "the March for Bread" */
        return is_word_token(d, i + 1) && !named && !is_preposition(d, i + 1);
    return !named && (before.class == DATES_OF || (before.class == DATES_TO && before.value == 1) ||
                      (before.class == DATES_BEFORE && before.value < 5));
}

/** Behind a month with or without its year: "to July 2020". */
static uint32_t read_months_behind(const dates_scan *d, uint32_t i, uint32_t start,
                                   dates_item *item)
{
    bool and_word;
    uint32_t join = read_join(d, i, &and_word);
    if (!join || !dates_class_is(d, i + join, DATES_MONTH))
        return 0;
    int month = at(d, i + join).value, day = 0;
    if (read_day(d, i + join + 1, &day))
        return 0;
    if (!joins(d, start, and_word))
        return 0;
    item->ranged = true;
    item->to = (dates_point){0, month, 0};
    return join + 1 + read_end_year(d, i + join + 1, item);
}

static uint32_t read_month_first(const dates_scan *d, uint32_t i, bool edged, dates_item *item)
{
    uint32_t count = read_month_day(d, i, item);
    if (count)
        return count;
    item->from = (dates_point){0, at(d, i).value, 0};
    uint32_t k = i + 1, year = dates_read_year_behind(d, k, item);
    k += year;
    uint32_t range = read_months_behind(d, k, i, item);
    k += range;
    if (item->from.year == 0 && has_odd_year(d, k))
        return 0;
    if (!year && !range)
        take_list_year(d, k, true, item);
    return year || item->from.year || month_stands(d, i, edged) ? k - i : 0;
}

/** Whether the words before a year let it be one. */
static bool year_stands(const dates_scan *d, uint32_t i, bool edged)
{
    dates_token before = at(d, i - 1);
    int year = at(d, i).value;
    bool modern = year >= 1800;
    if (edged || after_word(d, i + 2, "'s")) /* "2019's" */
        return edged || year >= 1900;
    if (before.class == DATES_IN)
        return !dates_counts(d, i + 1, true);
    if (before.class == DATES_THE)
        return year >= 1900 && is_word_token(d, i + 1) && !dates_counts(d, i + 1, true);
    if (before.class == DATES_OPEN)
        return modern && dates_class_is(d, i + 1, DATES_CLOSE);
    if (before.class == DATES_AND || before.class == DATES_COMMA)
        return is_year(d, i - 2) && !dates_counts(d, i + 1, true);
    if (after_word(d, i, "day") && is_capital(d, i - 1))
        return modern;
    bool linked = before.class == DATES_OF || (before.class == DATES_TO && before.value < 2) ||
                  (before.class == DATES_BEFORE && before.value < 6) || after_word(d, i, "year");
    return linked && modern && !dates_counts(d, i + 1, false);
}

/** "1997 and 2001" behind "between", "1914–18", "2003-2007"; "2024-06" as a month. */
static uint32_t read_years_behind(const dates_scan *d, uint32_t i, uint32_t start, dates_item *item)
{
    bool and_word;
    uint32_t join = read_join(d, i, &and_word);
    if (!join)
        return 0;
    dates_token second = at(d, i + join);
    bool dash = at(d, i).value == 2;
    if (and_word && !after_word(d, start, "between"))
        return 0;
    int year = second.value;
    if (dash && second.class == DATES_DIGITS && second.digits == 2) {
        if (year <= item->from.year % 100 && year >= 1 && year <= 12) {
            item->from.month = year;
            return join + 1;
        }
        year += item->from.year - item->from.year % 100;
    } else if (!is_year(d, i + join)) {
        return 0;
    }
    if (year <= item->from.year || year > DATES_LATEST_YEAR)
        return 0;
    item->ranged = true;
    item->to = (dates_point){year, 0, 0};
    return join + 1;
}

static uint32_t read_year_first(const dates_scan *d, uint32_t i, bool edged, dates_item *item)
{
    item->from = (dates_point){at(d, i).value, 0, 0};
    uint32_t range = read_years_behind(d, i + 1, i, item);
    bool dashed = range && at(d, i + 1).value == 2 && item->from.year >= 1800;
    bool bracketed = range && (after_word(d, i, "between") || after_word(d, i, "from"));
    if (!dashed && !bracketed && !year_stands(d, i, edged))
        return 0;
    return 1 + range;
}

/** "in '89". */
static uint32_t read_short_alone(const dates_scan *d, uint32_t i, dates_item *item)
{
    item->from = (dates_point){dates_full_year(at(d, i).value, d->year), 0, 0};
    return dates_class_is(d, i - 1, DATES_IN) && item->from.year ? 1 : 0;
}

/** "19/06/2024", "2024-06-19", "1979/80". */
static uint32_t read_numeric(const dates_scan *d, uint32_t i, dates_item *item)
{
    bool years = false;
    if (!dates_numeric(reading_words(d->r, i, 1), (dates_order)d->order, d->year, &item->from,
                       &years))
        return 0;
    slice word = reading_words(d->r, i, 1);
    dates_token before = at(d, i - 1);
    bool linked = before.class == DATES_OF || before.class == DATES_BEFORE ||
                  before.class == DATES_IN || before.class == DATES_TO;
    if (!years && word.len == 7 && memchr(word.ptr, '.', word.len) && !linked)
        return 0; /* "version 1.10.24", but "on 7.11.95" */
    if (!years)
        return 1;
    item->to = (dates_point){item->from.month, 0, 0};
    item->from.month = 0;
    item->ranged = true;
    return 1;
}

/** "(Friday)", ", a Friday" behind a day. */
static uint32_t read_weekday_behind(const dates_scan *d, uint32_t i, dates_item *item)
{
    if (item->from.day == 0 || item->ranged || item->weekday >= 0)
        return 0;
    bool closed = dates_class_is(d, i, DATES_OPEN), article = dates_class_is(d, i + 1, DATES_A);
    uint32_t k = i + 1 + article;
    if ((!closed && !(dates_class_is(d, i, DATES_COMMA) && article)) ||
        !dates_class_is(d, k, DATES_WEEKDAY) || (closed && !dates_class_is(d, k + 1, DATES_CLOSE)))
        return 0;
    item->weekday = (int8_t)at(d, k).value;
    return k + 1 + closed - i;
}

uint32_t dates_read_calendar(const dates_scan *d, uint32_t i, bool edged, dates_item *out)
{
    dates_item item = {
        .type = CHANCERY_DATE, .rule = DATES_CALENDAR, .weekday = -1, .end_weekday = -1};
    uint32_t count = 0;
    dates_token t = at(d, i);
    if (t.class == DATES_NUMERIC)
        count = read_numeric(d, i, &item);
    else if (t.class == DATES_MONTH)
        count = read_month_first(d, i, edged, &item);
    else if (is_year(d, i))
        count = read_year_first(d, i, edged, &item);
    else if (t.class == DATES_ABBREVIATED)
        count = read_short_alone(d, i, &item);
    else
        count = read_day_first(d, i, &item);
    if (!count)
        count = read_listed_day(d, i, &item);
    if (!count)
        return 0;
    count += read_weekday_behind(d, i + count, &item);
    *out = item;
    return count;
}

/** Newspapers, days of history: "Sunday Times", "Good Friday". */
static bool weekday_is_name(const dates_scan *d, uint32_t i)
{
    static const char *const before[] = {"black", "bloody", "good",   "holy",   "palm", "ash",
                                         "super", "cyber",  "maundy", "easter", NULL};
    static const char *const behind[] = {"times",  "telegraph", "express", "mirror",
                                         "herald", "mail",      "tribune", "star",
                                         "post",   "agreement", NULL};
    for (size_t k = 0; is_capital(d, i - 1) && before[k]; k++)
        if (after_word(d, i, before[k]))
            return true;
    for (size_t k = 0; is_capital(d, i + 1) && behind[k]; k++)
        if (reading_is(d->r, i + 1, behind[k]))
            return true;
    return false;
}

/** Behind a weekday: its date. @return tokens up to the date's end, or 0. */
static uint32_t read_date_of_weekday(const dates_scan *d, uint32_t i, dates_item *item)
{
    uint32_t k = i;
    bool open = dates_class_is(d, k, DATES_OPEN);
    k += open || dates_class_is(d, k, DATES_COMMA);
    k += dates_class_is(d, k, DATES_THE);
    uint32_t count = dates_read_calendar(d, k, false, item);
    if (!count || item->from.day == 0)
        return 0;
    k += count;
    if (open && !dates_class_is(d, k, DATES_CLOSE))
        return 0;
    return k + open - i;
}

/** "of last week", "next week". */
static uint32_t read_week_behind(const dates_scan *d, uint32_t i, dates_item *item)
{
    uint32_t k = i + dates_class_is(d, i, DATES_OF);
    dates_token which = at(d, k), unit = at(d, k + 1);
    if (which.class != DATES_WHICH || unit.class != DATES_UNIT || unit.value != DATES_WEEK ||
        (which.value != DATES_WHICH_LAST && which.value != DATES_WHICH_THIS &&
         which.value != DATES_WHICH_NEXT))
        return 0;
    item->rule = DATES_OF_WEEK;
    item->amount = which.value == DATES_WHICH_LAST ? -1 : which.value == DATES_WHICH_NEXT;
    return k + 2 - i;
}

/** "Monday mornings", "Thursday" of "every Monday and Thursday": each of them. */
static uint32_t read_weekday_set(const dates_scan *d, uint32_t i, dates_item *out)
{
    static const char *const parts[] = {"mornings", "afternoons", "evenings", "nights", NULL};
    uint32_t k = i;
    bool again = i + 1 < d->end && reading_is_any(d->r, i + 1, parts);
    while ((dates_class_is(d, k - 1, DATES_AND) || dates_class_is(d, k - 1, DATES_COMMA)) &&
           dates_class_is(d, k - 2, DATES_WEEKDAY))
        k -= 2;
    bool listed = k < i && dates_class_is(d, k - 1, DATES_EVERY);
    *out = (dates_item){.type = CHANCERY_SET,
                        .rule = DATES_SET,
                        .weekday = (int8_t)at(d, i).value,
                        .end_weekday = -1,
                        .unit = DATES_WEEK,
                        .amount = 1};
    return again || listed ? 1 + again : 0;
}

uint32_t dates_read_weekday(const dates_scan *d, uint32_t i, dates_item *out)
{
    dates_token day = at(d, i);
    dates_item item = {0};
    if (day.class != DATES_WEEKDAY || weekday_is_name(d, i) ||
        dates_class_is(d, i - 1, DATES_ORDINAL)) /* "the first Monday" of something */
        return 0;
    uint32_t set = read_weekday_set(d, i, out);
    if (set)
        return set;
    uint32_t part = dates_class_is(d, i + 1, DATES_PART), k = i + 1 + part;
    uint32_t count = read_date_of_weekday(d, k, &item);
    if (count) {
        item.weekday = (int8_t)day.value;
        *out = item;
        return k + count - i;
    }
    if (day.flags & DATES_DOUBTFUL)
        return 0;
    item = (dates_item){.type = CHANCERY_DATE,
                        .rule = DATES_ON_WEEKDAY,
                        .weekday = (int8_t)day.value,
                        .end_weekday = -1};
    k += read_week_behind(d, k, &item);
    dates_token join = at(d, k), end = at(d, k + 1);
    bool joined =
        join.class == DATES_TO || (join.class == DATES_AND && after_word(d, i, "between"));
    if (item.rule == DATES_ON_WEEKDAY && joined && end.class == DATES_WEEKDAY) {
        item.ranged = true;
        item.end_weekday = (int8_t)end.value;
        k += 2;
        k += read_week_behind(d, k, &item);
    }
    *out = item;
    return k - i;
}
