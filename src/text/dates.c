/* Dates in date lines: which day the report was published.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * A date is found by trying each form at each word of a line: "9 June 1978", "June 9th, 1978",
 * "June 1978", "2016-07-22", "22/7/2016". In the last form the order of day and month is told by a
 * number above twelve, else by the weekday beside it (Zeller's congruence), else by the rest of the
 * report; with nothing to go by the month is first. A line dates the report only if nothing else of
 * substance stands in it. */
#include "text/dates.h"

#include "text/inner.h"

enum {
    EARLIEST_YEAR = 1800,
    LATEST_YEAR = 2199,
    LONGEST_DATE_LINE = 120, /* bytes */
    MOST_PLACE_WORDS = 8,
    MOST_PLACE_BYTES = 60, /* before the date at the front of a body */
};

static const char *const month_names[] = {
    "january", "february", "march",     "april",   "may",      "june",
    "july",    "august",   "september", "october", "november", "december",
};

static const char *const weekday_names[] = {
    "sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday",
};

int text_month_days(int year, int month)
{
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    return month < 1 || month > 12 ? 0 : days[month - 1] + (month == 2 && leap);
}

static bool is_day(int year, int month, int day)
{
    return day >= 1 && day <= text_month_days(year, month);
}

/* 0 is Sunday. */
static int weekday_of(int year, int month, int day)
{
    int m = month < 3 ? month + 12 : month, y = month < 3 ? year - 1 : year;
    int zeller = (day + 13 * (m + 1) / 5 + y + y / 4 - y / 100 + y / 400) % 7; /* 0 is Saturday */
    return (zeller + 6) % 7;
}

/* Digits from `at`: their number and value; more than four are none. */
static size_t digits_at(slice s, size_t at, int *value)
{
    size_t count = 0;
    *value = 0;
    while (at + count < s.len && ascii_digit(s.ptr[at + count]) && count <= 4) {
        if (count < 4)
            *value = *value * 10 + (s.ptr[at + count] - '0');
        count++;
    }
    return count <= 4 ? count : 0;
}

static slice letters_at(slice s, size_t at)
{
    size_t end = at;
    while (end < s.len && ascii_letter(s.ptr[end]))
        end++;
    return slice_range(s, at, end);
}

/* The index of the name that `word` is or abbreviates (three letters or more), or -1. */
static int name_index(slice word, const char *const *names, int count)
{
    if (word.len < 3)
        return -1;
    for (int i = 0; i < count; i++) {
        slice name = slice_of(names[i]);
        bool sept = word.len <= 5 && memchr("sStT", word.ptr[0], 4); /* Sept, Tues, Thurs */
        bool whole = word.len == 3 || word.len == name.len || sept;
        if (whole && word.len <= name.len &&
            slice_equal_ascii_fold(word, slice_range(name, 0, word.len)))
            return i;
    }
    return -1;
}

static size_t skip(slice s, size_t at, const char *characters)
{
    while (at < s.len && s.ptr[at] && strchr(characters, s.ptr[at]))
        at++;
    return at;
}

static bool is_year(int year)
{
    return year >= EARLIEST_YEAR && year <= LATEST_YEAR;
}

/* A month's name from `at`, and its end, an abbreviation's full stop with it. */
static size_t month_at(slice s, size_t at, int *month)
{
    slice word = letters_at(s, at);
    int index = name_index(word, month_names, 12);
    if (index < 0)
        return 0;
    *month = index + 1;
    size_t end = at + word.len;
    return end < s.len && s.ptr[end] == '.' && word.len < 5 ? end + 1 : end;
}

/* A day with or without "th" from `at`. */
static size_t day_at(slice s, size_t at, int *day)
{
    size_t count = digits_at(s, at, day);
    if (count == 0 || count > 2 || *day < 1 || *day > 31)
        return 0;
    at += count;
    slice ending = letters_at(s, at);
    if (ending.len == 0)
        return at;
    bool ordinal = slice_equal(ending, SLICE("st")) || slice_equal(ending, SLICE("nd")) ||
                   slice_equal(ending, SLICE("rd")) || slice_equal(ending, SLICE("th"));
    return ordinal ? at + 2 : 0;
}

static size_t year_at(slice s, size_t at, int *year)
{
    size_t count = digits_at(s, at, year);
    bool letter =
        count == 4 && at + 4 < s.len && ascii_letter(s.ptr[at + 4]) && s.ptr[at + 4] != 'T';
    return count == 4 && is_year(*year) && !letter ? at + 4 : 0;
}

/* "9 June 1978", "9th of June, 1978", "09-Jun-1978" */
static bool day_month_year(slice s, size_t at, text_date *out)
{
    size_t end = day_at(s, at, &out->day);
    if (end == 0)
        return false;
    end = skip(s, end, " -.");
    slice of = letters_at(s, end);
    if (slice_equal(of, SLICE("of")))
        end = skip(s, end + 2, " ");
    size_t after = month_at(s, end, &out->month);
    if (after == 0)
        return false;
    after = skip(s, after, " ,-.");
    out->end = year_at(s, after, &out->year);
    return out->end > 0;
}

/* "31 June 1978" is no date, so "June 1978" within it is none either. */
static bool follows_number(slice s, size_t at)
{
    while (at > 0 && memchr(" -.", s.ptr[at - 1], 3))
        at--;
    return at > 0 && ascii_digit(s.ptr[at - 1]);
}

/* "June 9, 1978", "June 9th 1978", "June 1978" */
static bool month_day_year(slice s, size_t at, text_date *out)
{
    size_t end = month_at(s, at, &out->month);
    if (end == 0)
        return false;
    end = skip(s, end, " ,");
    size_t after = day_at(s, end, &out->day);
    if (after > 0) {
        out->end = year_at(s, skip(s, after, " ,"), &out->year);
        if (out->end > 0 && after < out->end - 4)
            return true;
    }
    out->day = 0;
    out->end = follows_number(s, at) ? 0 : year_at(s, end, &out->year);
    return out->end > 0;
}

/* Three numbers with the same mark between them. */
static bool three_numbers(slice s, size_t at, int number[3], size_t width[3], size_t *end)
{
    char mark = 0;
    for (int i = 0; i < 3; i++) {
        width[i] = digits_at(s, at, &number[i]);
        if (width[i] == 0)
            return false;
        at += width[i];
        if (i == 2)
            break;
        if (at >= s.len || !memchr("/-.", s.ptr[at], 3) || (mark && s.ptr[at] != mark))
            return false;
        mark = s.ptr[at++];
    }
    *end = at;
    return true;
}

/* "2016-07-22", "22/7/2016", "7/22/2016" */
static bool numbers_only(slice s, size_t at, text_day_order order, text_date *out)
{
    int number[3];
    size_t width[3];
    if (!three_numbers(s, at, number, width, &out->end))
        return false;
    if (width[0] == 4 && width[1] <= 2 && width[2] <= 2) {
        out->year = number[0];
        out->month = number[1];
        out->day = number[2];
        return is_year(out->year);
    }
    if (width[2] != 4 || width[0] > 2 || width[1] > 2)
        return false;
    out->year = number[2];
    bool by_stops = s.ptr[at + width[0]] == '.'; /* a form that nobody uses month first */
    bool day_first =
        number[1] <= 12 && (number[0] > 12 || by_stops || order == DAY_ORDER_DAY_FIRST);
    out->numeric = number[0] <= 12 && number[1] <= 12 && number[0] != number[1] && !by_stops;
    out->day = day_first ? number[0] : number[1];
    out->month = day_first ? number[1] : number[0];
    return is_year(out->year);
}

/* The first weekday named in `line`, or -1. */
static int weekday_in(slice line)
{
    for (size_t i = 0; i < line.len; i++) {
        slice word = letters_at(line, i);
        int index = word.len > 0 ? name_index(word, weekday_names, 7) : -1;
        if (index >= 0)
            return index;
        i += word.len;
    }
    return -1;
}

static void settle_by_weekday(slice line, text_date *date)
{
    int weekday = weekday_in(line);
    if (!date->numeric || weekday < 0 || weekday_of(date->year, date->month, date->day) == weekday)
        return;
    if (weekday_of(date->year, date->day, date->month) == weekday) {
        int day = date->month;
        date->month = date->day;
        date->day = day;
    }
}

static bool date_at(slice line, size_t at, text_day_order order, text_date *out)
{
    *out = (text_date){.start = at};
    bool found = numbers_only(line, at, order, out);
    if (!found) {
        *out = (text_date){.start = at};
        found = day_month_year(line, at, out) || (out->day = 0, month_day_year(line, at, out));
    }
    if (!found || (out->day > 0 && !is_day(out->year, out->month, out->day)))
        return false;
    if (out->end < line.len && ascii_digit(line.ptr[out->end]))
        return false;
    settle_by_weekday(line, out);
    return true;
}

bool text_find_date(slice line, size_t from, text_day_order order, text_date *out)
{
    bool inside = false;
    for (size_t i = from; i < line.len; i++) {
        char b = line.ptr[i];
        bool wordlike = ascii_letter(b) || ascii_digit(b) || (b & 0x80);
        if (wordlike && !inside && date_at(line, i, order, out))
            return true;
        inside = wordlike || b == '-' || b == '/' || b == '.';
    }
    return false;
}

text_day_order text_day_order_of(slice text)
{
    size_t day_first = 0, month_first = 0;
    for (size_t i = 0; i < text.len; i++) {
        if (!ascii_digit(text.ptr[i]))
            continue;
        int number[3];
        size_t width[3], end;
        bool begins = i == 0 || !memchr("/-.", text.ptr[i - 1], 3);
        if (begins && three_numbers(text, i, number, width, &end) &&
            (width[2] == 4 || width[2] == 2) && width[0] <= 2 && width[1] <= 2 &&
            text.ptr[i + width[0]] != '.') {
            day_first += number[0] > 12 && number[0] <= 31 && number[1] <= 12;
            month_first += number[1] > 12 && number[1] <= 31 && number[0] <= 12;
        }
        while (i + 1 < text.len && ascii_digit(text.ptr[i + 1]))
            i++;
    }
    if (day_first == month_first)
        return DAY_ORDER_UNKNOWN;
    return day_first > month_first ? DAY_ORDER_DAY_FIRST : DAY_ORDER_MONTH_FIRST;
}

/* --- lines --- */

/* Small words that may stand beside a date, a place or a name. */
static bool is_line_word(slice word)
{
    static const char *const words[] = {
        "a.m",     "ago",      "am",   "and", "at",  "by",   "date",    "de",        "el",
        "first",   "for",      "from", "gmt", "hrs", "in",   "ist",     "la",        "last",
        "min",     "modified", "of",   "on",  "p.m", "pm",   "posted",  "published", "read",
        "release", "released", "s",    "t",   "the", "time", "updated", "utc",       "z",
    };
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (slice_equal_ascii_fold(word, slice_of(words[i])))
            return true;
    return false;
}

/* Nothing but names, numbers and small words. */
static bool is_bare(slice part, size_t most_words)
{
    size_t words = 0;
    for (size_t i = 0; i < part.len;) {
        char b = part.ptr[i];
        if (!ascii_letter(b) && !(b & 0x80)) {
            if (b == '?' || b == '!' || b == ';')
                return false;
            i++;
            continue;
        }
        size_t end = i;
        while (end < part.len &&
               (ascii_letter(part.ptr[end]) || (part.ptr[end] & 0x80) ||
                (part.ptr[end] == '.' && end + 1 < part.len && ascii_letter(part.ptr[end + 1]))))
            end++;
        slice word = slice_range(part, i, end);
        if (ascii_lower(b) && !is_line_word(word))
            return false;
        words += !is_line_word(word);
        i = end;
    }
    return words <= most_words;
}

bool text_is_date_line(slice line, size_t most_words, text_day_order order, text_date *out)
{
    if (line.len > LONGEST_DATE_LINE || !text_find_date(line, 0, order, out))
        return false;
    size_t end = out->end;
    if (end < line.len && line.ptr[end] == 'T') /* "2016-07-22T10:15:00Z" */
        end++;
    return is_bare(slice_range(line, 0, out->start), most_words) &&
           is_bare(slice_range(line, end, line.len), most_words);
}

/* A dash or colon, with white space around the former. @return its end or 0. */
static size_t dash_at(slice line, size_t at)
{
    at = skip(line, at, " ,.");
    slice rest = slice_range(line, at, line.len);
    static const char *const dashes[] = {"---",    "--",     "-",      ":",     "/",
                                         "\u2013", "\u2014", "\u2015", "\u2212"};
    for (size_t i = 0; i < sizeof dashes / sizeof *dashes; i++)
        if (slice_starts(rest, slice_of(dashes[i])))
            return at + strlen(dashes[i]);
    return 0;
}

/* Place and agency before the date: capitalised words up to a comma, bracket or dash. */
static bool is_place(slice part)
{
    slice place = slice_trim(part);
    if (place.len == 0)
        return true;
    bool closed = memchr(",(-:/", place.ptr[place.len - 1], 5) || (place.ptr[place.len - 1] & 0x80);
    if (place.len > MOST_PLACE_BYTES || !closed || ascii_lower(place.ptr[0]))
        return false;
    slice first = letters_at(place, 0);
    return !is_line_word(first) && is_bare(part, MOST_PLACE_WORDS);
}

bool text_opens_with_date(slice line, text_day_order order, text_date *out)
{
    size_t limit = line.len < LONGEST_DATE_LINE ? line.len : LONGEST_DATE_LINE;
    slice front = slice_range(line, 0, limit);
    if (!text_find_date(front, 0, order, out) || out->day == 0 ||
        !is_place(slice_range(line, 0, out->start)))
        return false;
    size_t at = skip(line, out->end, " ,)");
    bool bracket = at > out->end && memchr(line.ptr + out->end, ')', at - out->end);
    if (at < front.len && line.ptr[at] == '(') {
        const char *close = memchr(line.ptr + at, ')', front.len - at);
        if (!close)
            return false;
        at = (size_t)(close - line.ptr) + 1;
        bracket = true;
    }
    size_t dash = dash_at(line, at);
    return dash > 0 || (bracket && skip(line, at, " ") < line.len);
}

bool text_is_update_line(slice line)
{
    line = slice_trim(line);
    slice word = letters_at(line, 0);
    return slice_equal_ascii_fold(word, SLICE("updated")) ||
           slice_equal_ascii_fold(word, SLICE("last")) ||
           slice_equal_ascii_fold(word, SLICE("modified"));
}

bool text_iso_date(slice date, int *year, int *month, int *day)
{
    int part[3] = {0, 0, 0};
    size_t at = 0, count = 0;
    while (count < 3) {
        size_t width = digits_at(date, at, &part[count]);
        if (width != (count == 0 ? 4 : 2))
            return false;
        at += width;
        count++;
        if (at == date.len)
            break;
        if (date.ptr[at] != '-' || count == 3)
            return false;
        at++;
    }
    if ((count > 1 && (part[1] < 1 || part[1] > 12)) ||
        (count > 2 && !is_day(part[0], part[1], part[2])))
        return false;
    *year = part[0];
    *month = part[1];
    *day = part[2];
    return true;
}
