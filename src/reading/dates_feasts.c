/* Feasts: days that have a name, "Christmas Eve", "Good Friday", "Bastille Day 2016".
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * Only those that fall on the same day wherever they are kept, or that a word beside them places
 * ("U.S. Independence Day"). Days that move with Easter are counted from it by the anonymous
 * Gregorian computus (Meeus, Astronomical Algorithms, chapter 8), for the eastern churches by the
 * Julian one. */
#include "reading/dates.h"

enum { MOVES = 0 /* as the month: the day counts from Easter Sunday */ };

typedef struct feast {
    const char *words[4]; /* as tokens */
    int8_t month;
    int8_t day;
} feast;

/* Longer names before those that they begin with. */
static const feast feasts[] = {
    {{"christmas", "eve"}, 12, 24},
    {{"christmas", "day"}, 12, 25},
    {{"boxing", "day"}, 12, 26},
    {{"new", "year", "'s", "eve"}, 12, 31},
    {{"new", "year", "'s", "day"}, 1, 1},
    {{"epiphany"}, 1, 6},
    {{"australia", "day"}, 1, 26},
    {{"valentine", "'s", "day"}, 2, 14},
    {{"international", "women", "'s", "day"}, 3, 8},
    {{"st.", "patrick", "'s", "day"}, 3, 17},
    {{"st", "patrick", "'s", "day"}, 3, 17},
    {{"saint", "patrick", "'s", "day"}, 3, 17},
    {{"anzac", "day"}, 4, 25},
    {{"may", "day"}, 5, 1},
    {{"juneteenth"}, 6, 19},
    {{"canada", "day"}, 7, 1},
    {{"bastille", "day"}, 7, 14},
    {{"united", "nations", "day"}, 10, 24},
    {{"halloween"}, 10, 31},
    {{"all", "saints", "'", "day"}, 11, 1},
    {{"all", "saints", "\u2019", "day"}, 11, 1},
    {{"all", "souls", "'", "day"}, 11, 2},
    {{"all", "souls", "\u2019", "day"}, 11, 2},
    {{"armistice", "day"}, 11, 11},
    {{"human", "rights", "day"}, 12, 10},
    {{"ash", "wednesday"}, MOVES, -46},
    {{"palm", "sunday"}, MOVES, -7},
    {{"maundy", "thursday"}, MOVES, -3},
    {{"good", "friday"}, MOVES, -2},
    {{"easter", "saturday"}, MOVES, -1},
    {{"easter", "sunday"}, MOVES, 0},
    {{"easter", "day"}, MOVES, 0},
    {{"easter", "monday"}, MOVES, 1},
    {{"ascension", "day"}, MOVES, 39},
    {{"pentecost", "monday"}, MOVES, 50},
    {{"whit", "sunday"}, MOVES, 49},
    {{"whit", "monday"}, MOVES, 50},
    {{"pentecost"}, MOVES, 49},
};

static bool word_fits(const dates_scan *d, uint32_t i, const char *word)
{
    return dates_word_is(d, i, word) || (!strcmp(word, "'s") && dates_word_is(d, i, "\u2019s"));
}

static bool is_capital(const dates_scan *d, uint32_t i)
{
    return i < d->end && (d->r->report->tokens[i].flags & TEXT_CAPITAL);
}

/** Tokens of the feast's name at `i`, or 0. */
static uint32_t match(const dates_scan *d, uint32_t i, const feast *f)
{
    uint32_t count = 0;
    for (; count < 4 && f->words[count]; count++)
        if (!word_fits(d, i + count, f->words[count]))
            return 0;
    return is_capital(d, i + count - 1) || dates_word_is(d, i + count - 1, "eve") ? count : 0;
}

static const feast *find(const dates_scan *d, uint32_t i, uint32_t *count)
{
    for (size_t k = 0; k < sizeof feasts / sizeof *feasts; k++)
        if ((*count = match(d, i, &feasts[k])) != 0)
            return &feasts[k];
    return NULL;
}

/** "Christmas 2020", "before Easter": the day where nothing says the season. */
static const feast *find_short(const dates_scan *d, uint32_t i)
{
    static const feast christmas = {{"christmas"}, 12, 25}, easter = {{"easter"}, MOVES, 0};
    static const char *const before[] = {"by", "since",  "before", "after", "until",
                                         "on", "around", "till",   NULL};
    dates_token t = dates_at(d, i + 1);
    bool year = t.class == DATES_DIGITS && t.digits == 4;
    if (!year && (!dates_one_of(d, i - 1, before) || is_capital(d, i + 1) ||
                  dates_tag(d, i + 1) == SYNTAX_NN || dates_tag(d, i + 1) == SYNTAX_NNS))
        return NULL;
    if (dates_word_is(d, i, "christmas"))
        return &christmas;
    return dates_word_is(d, i, "easter") ? &easter : NULL;
}

/** "U.S. Independence Day", "America's Independence Day". */
static bool is_american(const dates_scan *d, uint32_t i)
{
    static const char *const words[] = {"u.s.", "us", "american", "america", "usa", NULL};
    if (dates_word_is(d, i - 1, "'s") || dates_word_is(d, i - 1, "\u2019s"))
        i--;
    return dates_one_of(d, i - 1, words);
}

/** "the Good Friday Agreement", "the Boxing Day tsunami": what happened on one such day once. */
static bool names_thing(const dates_scan *d, uint32_t i)
{
    static const char *const words[] = {
        "agreement", "agreements", "accord",   "accords",   "attack",     "attacks",
        "bombing",   "bombings",   "massacre", "tsunami",   "uprising",   "rising",
        "coup",      "truce",      "killings", "murders",   "earthquake", "process",
        "island",    "islands",    "raid",     "offensive", NULL};
    return dates_one_of(d, i, words);
}

/** Whether the churches of the East are meant; the sentence names them. */
static bool is_eastern(const dates_scan *d)
{
    static const char *const words[] = {"orthodox", "coptic", NULL};
    for (uint32_t k = d->first; k < d->end; k++)
        if (dates_one_of(d, k, words))
            return true;
    return false;
}

static bool eastern_word(const dates_scan *d, uint32_t i)
{
    return dates_word_is(d, i - 1, "orthodox") || dates_word_is(d, i - 1, "coptic");
}

static void take_year(const dates_scan *d, uint32_t i, uint32_t *count, dates_item *out)
{
    dates_token before = dates_at(d, i - 1);
    if (before.class == DATES_DIGITS && before.digits == 4 && before.value >= DATES_OLDEST_YEAR &&
        before.value <= DATES_LATEST_YEAR) /* "the 2019 Boxing Day" */
        out->from.year = before.value;
    else
        *count += dates_read_year_behind(d, i + *count, out);
}

uint32_t dates_read_feast(const dates_scan *d, uint32_t i, dates_item *out)
{
    static const feast independence = {{"independence", "day"}, 7, 4};
    uint32_t count = match(d, i, &independence);
    const feast *f = count ? is_american(d, i) ? &independence : NULL : find(d, i, &count);
    if (!f && !count) {
        f = find_short(d, i);
        count = 1;
    }
    if (!f)
        return 0;
    *out = (dates_item){.type = CHANCERY_DATE,
                        .rule = f->month == MOVES ? DATES_EASTER : DATES_CALENDAR,
                        .weekday = -1,
                        .end_weekday = -1,
                        .julian = eastern_word(d, i),
                        .easter = f->month == MOVES,
                        .minor = f->month == MOVES ? f->day : 0};
    if (f->month != MOVES) {
        out->from = (dates_point){0, f->month, f->day};
        if (out->julian && f->month == 12 && f->day <= 25) /* 13 days later */
            out->from = (dates_point){0, 1, f->day - 18};
    }
    bool churches = f->month == MOVES || (f->month == 12 && f->day <= 25);
    if (churches && !out->julian && is_eastern(d))
        return 0;
    take_year(d, i, &count, out);
    return names_thing(d, i + count) && !out->from.year ? 0 : count;
}

/** Easter Sunday of the Julian calendar, as a day of it in March (31 + n: in April). */
static int64_t julian_easter(int year)
{
    int moon = (19 * (year % 19) + 15) % 30;
    int sunday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7;
    int month = (moon + sunday + 114) / 31, day = (moon + sunday + 114) % 31 + 1;
    int lag = year / 100 - year / 400 - 2; /* days between the calendars from March of the year */
    return reading_day_number(year, month, day) + lag;
}

int64_t dates_easter(int year, bool julian)
{
    if (julian)
        return julian_easter(year);
    int golden = year % 19, century = year / 100, in_century = year % 100;
    int skipped = century / 4, rest = century % 4, shift = (century + 8) / 25;
    int sync = (century - shift + 1) / 3;
    int moon = (19 * golden + century - skipped - sync + 15) % 30;
    int sunday = (32 + 2 * rest + 2 * (in_century / 4) - moon - in_century % 4) % 7;
    int late = (golden + 11 * moon + 22 * sunday) / 451;
    int at = moon + sunday - 7 * late + 114;
    return reading_day_number(year, at / 31, at % 31 + 1);
}
