/* Values of expressions of time: what they mean on the day of the report.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * In the order of the text, so that "the next day" counts from the day told last. Words that count
 * from the day of the report ("yesterday") have no value in a report without one and are left out;
 * months, seasons and years then count from the latest day that the report itself dates in full. */
#include "reading/dates.h"

enum {
    NEAR_AHEAD = 45,  /* days: a day so soon after the report is meant rather than */
    FAR_BEHIND = 300, /* one so long before it */
    LAST_DAYS = 25,   /* of a month: what ends with it is told as done */
    EVENT_REACH = 8,  /* tokens from what an event is called to its date */
    LAST_REACH = 12,  /* sentences from "the next day" back to the day that it counts from */
};

typedef struct resolver {
    reading_state *r;
    const dates_lexicon *words;
    dates_point report; /* of publication, or empty */
    dates_point around; /* the same, or the latest full date of the report */
    dates_point last;   /* told last: its beginning */
    dates_point last_end;
    uint32_t last_sentence;
    bool has_last;
    uint32_t full_sentence; /* of `full` */
    dates_point full;       /* the last date with a year of its own */
    uint32_t full_end;      /* the token behind it */
    const dates_item *items_end;
} resolver;

typedef struct value {
    dates_point from, to;
    bool ranged, period, relative, guessed, jubilee;
} value;

static int64_t number_of(dates_point p)
{
    return reading_day_number(p.year, p.month ? p.month : 1, p.day ? p.day : 1);
}

static dates_point point_of(int64_t number)
{
    dates_point p;
    reading_day_date(number, &p.year, &p.month, &p.day);
    return p;
}

static dates_point add_months(dates_point p, int months)
{
    int index = p.year * 12 + p.month - 1 + months;
    return (dates_point){index / 12, index % 12 + 1, 0};
}

static bool in_years(dates_point p)
{
    return p.year >= 1 && p.year <= 9999;
}

/** `base` and `amount` units; false where the base is less precise than the unit. */
static bool shift(dates_point base, dates_unit unit, int amount, bool whole, value *out)
{
    if (base.year == 0)
        return false;
    switch (unit) {
    case DATES_YEARS:
        out->from = (dates_point){base.year + amount, 0, 0};
        return in_years(out->from);
    case DATES_MONTHS:
        if (base.month == 0)
            return false;
        out->from = add_months(base, amount);
        return in_years(out->from);
    case DATES_DAY:
    case DATES_WEEK:
    case DATES_WEEKEND:
        break;
    default:
        return false;
    }
    if (base.day == 0)
        return false;
    int64_t day = number_of(base);
    if (unit == DATES_DAY) {
        out->from = point_of(day + amount);
    } else if (!whole) {
        out->from = point_of(day + 7 * (int64_t)amount);
    } else {
        day += 7 * (int64_t)amount - reading_weekday(day);
        out->from = point_of(day + (unit == DATES_WEEKEND ? 5 : 0));
        out->to = point_of(day + 6);
        out->ranged = out->period = true;
    }
    return in_years(out->from);
}

/** A day or month without its year: the one that the tense and the report's day make likely. */
static int year_near(dates_point around, dates_point p, int tense, bool planned)
{
    bool exact = p.day && around.day;
    int64_t now = exact ? number_of(around) : around.year * 12 + around.month;
    int year = around.year;
    for (int k = -1; k <= 1; k++) {
        p.year = around.year + k;
        int64_t then = exact ? number_of(p) : p.year * 12 + p.month;
        if (tense > 0 && then >= now)
            return p.year;
        if (tense <= 0 && then <= now)
            year = p.year;
    }
    if (tense > 0)
        return around.year + 1;
    p.year = year;
    dates_point next = {year + 1, p.month, p.day};
    bool soon = exact && (planned || tense == 0) && number_of(next) - now <= NEAR_AHEAD &&
                now - number_of(p) > FAR_BEHIND;
    return soon ? year + 1 : year;
}

static dates_scan scan_of(const resolver *x, uint32_t sentence)
{
    const text_sentence *s = &x->r->report->sentences[sentence];
    return (dates_scan){.r = x->r,
                        .words = x->words,
                        .sentence = sentence,
                        .first = s->first,
                        .end = s->first + s->count};
}

static int tense_of(const resolver *x, const dates_item *item)
{
    dates_scan d = scan_of(x, item->sentence);
    return dates_tense(&d, item->token, item->count);
}

static bool last_reaches(const resolver *x, const dates_item *item)
{
    return x->has_last && item->sentence - x->last_sentence <= LAST_REACH;
}

/** The nearest month or day before or after the report's: "last June", "next 3 May". */
static int year_towards(dates_point around, dates_point p, int direction)
{
    int now = around.year * 12 + around.month, then = around.year * 12 + p.month;
    if (direction < 0)
        return then < now ? around.year : around.year - 1;
    return then > now ? around.year : around.year + 1;
}

/** "announced talks for 3 May", "before the election on 3 May": what was told in the past lies
 * ahead.
 */
static bool is_planned(const resolver *x, const dates_item *item)
{
    static const char *const links[] = {"for", "by", "before", "of", "until", "to", "from", NULL};
    static const char *const things[] = {
        "election", "elections",  "summit",   "talks", "meeting",  "vote",       "visit", "session",
        "hearing",  "conference", "deadline", "trial", "congress", "referendum", NULL};
    uint32_t first = x->r->report->sentences[item->sentence].first;
    if (item->token < first + 2)
        return false;
    for (size_t k = 0; links[k]; k++)
        if (reading_is(x->r, item->token - 1, links[k]))
            return true;
    for (size_t k = 0; things[k]; k++)
        if (reading_is(x->r, item->token - 2, things[k]))
            return true;
    return false;
}

/** "in 1992, when on 15 May …", "in December 2007 … and on 28 December": the year of the date
 * before in the same sentence. */
static bool describes_year(const resolver *x, const dates_item *item)
{
    uint32_t token = x->full_end;
    if (x->full.year == 0 || x->full.day || item->sentence != x->full_sentence)
        return false;
    if (x->full.month)
        return x->full.month == item->from.month && item->from.day;
    token += reading_is(x->r, token, ",");
    return token < item->token && reading_is(x->r, token, "when");
}

/** "December and [January]": a list goes on from the date before, which was given its year. */
static bool goes_on(const resolver *x, const dates_item *item, value *out)
{
    const reading_state *r = x->r;
    const reading_date *before = r->dates.count ? &r->dates.items[r->dates.count - 1] : NULL;
    uint32_t end = before ? before->token + before->count : 0;
    bool day = item->from.day != 0;
    if (!before || !before->guessed || before->sentence != item->sentence || item->ranged ||
        before->endvalue.len || item->token != end + 1 || (x->last.day != 0) != day ||
        (!reading_is(r, end, "and") && !reading_is(r, end, ",")))
        return false;
    int last = x->last.month * 32 + x->last.day, now = item->from.month * 32 + item->from.day;
    out->from.year = x->last.year + (now < last);
    return true;
}

/** Fills the year of a month or day that has none. */
static bool supply_year(const resolver *x, const dates_item *item, value *out)
{
    dates_point around = x->around;
    out->guessed = true;
    if (item->direction && around.year) {
        out->relative = true;
        out->from.year = year_towards(around, out->from, item->direction);
        return around.month != 0;
    }
    if (describes_year(x, item) || (x->report.year == 0 && out->from.day && x->full.year &&
                                    item->sentence - x->full_sentence <= LAST_REACH)) {
        out->from.year = x->full.year;
        return true;
    }
    if (goes_on(x, item, out))
        return true;
    if (around.year == 0)
        return false;
    if (around.month == 0)
        around.month = 12;
    int tense = tense_of(x, item);
    if (x->report.year == 0 && tense <= 0 && out->from.month > around.month)
        return false; /* the report may be a little younger than its latest full date */
    out->from.year = year_near(around, out->from, tense, is_planned(x, item));
    return true;
}

/** A day that a month doesn't have is dropped: the month is what is sure. */
static void drop_impossible(dates_point *p)
{
    if (p->day > text_month_days(p->year, p->month))
        p->day = 0;
}

/** The bare day "the 19th". */
static bool supply_month(const resolver *x, const dates_item *item, value *out)
{
    dates_point report = x->report;
    if (report.day == 0)
        return false;
    int tense = tense_of(x, item);
    dates_point month = {report.year, report.month, 0};
    if (tense > 0 && out->from.day < report.day)
        month = add_months(report, 1);
    else if (tense <= 0 && out->from.day > report.day)
        month = add_months(report, -1);
    out->from.year = month.year;
    out->from.month = month.month;
    out->relative = true;
    return true;
}

static void finish_range(value *out, const dates_item *item)
{
    if (!item->ranged)
        return;
    out->ranged = true;
    out->to = item->to;
    if (out->to.year == 0)
        out->to.year = out->from.year + (out->to.month && out->to.month < out->from.month);
    drop_impossible(&out->to);
}

static bool by_calendar(const resolver *x, const dates_item *item, value *out)
{
    out->from = item->from;
    if (out->from.year == 0 && out->from.month == 0) {
        if (!supply_month(x, item, out))
            return false;
    } else if (out->from.year == 0 && !supply_year(x, item, out)) {
        return false;
    }
    finish_range(out, item);
    drop_impossible(&out->from);
    return true;
}

static bool by_other_year(const resolver *x, const dates_item *item, value *out)
{
    bool of_last = item->rule == DATES_OF_LAST_YEAR;
    if (of_last ? !last_reaches(x, item) : x->around.year == 0)
        return false;
    out->from = item->from;
    out->from.year = (of_last ? x->last.year : x->around.year) + item->amount;
    out->relative = true;
    finish_range(out, item);
    drop_impossible(&out->from);
    return in_years(out->from);
}

static bool by_month(const resolver *x, const dates_item *item, value *out)
{
    if (x->around.month == 0)
        return false;
    out->from = add_months(x->around, item->amount);
    out->from.day = item->from.day;
    out->relative = true;
    drop_impossible(&out->from);
    return in_years(out->from);
}

/** "the following spring", "the next June": the nearest one on that side of the date before. */
static bool by_last_month(const resolver *x, const dates_item *item, value *out)
{
    bool ahead = item->direction > 0;
    dates_point base = ahead ? x->last_end : x->last;
    int first = item->first_month ? item->first_month : item->from.month;
    int last = item->first_month ? item->last_month : first;
    if (!last_reaches(x, item) || base.month == 0)
        return false;
    out->from = item->from;
    out->from.year = base.year;
    if (ahead)
        out->from.year += first <= base.month;
    else
        out->from.year -= last > 12 ? 1 : last >= base.month;
    out->relative = true;
    drop_impossible(&out->from);
    return in_years(out->from);
}

static bool by_weekday(const resolver *x, const dates_item *item, value *out)
{
    bool beside = item->rule == DATES_BESIDE_LAST;
    dates_point base = beside ? x->last : x->report;
    if (base.day == 0 || (beside && !last_reaches(x, item)))
        return false;
    int64_t now = number_of(base), monday = now - reading_weekday(now), day;
    int back = (int)(now - monday - item->weekday + 7) % 7; /* to the last one, 0 today */
    int direction = item->direction;
    dates_scan d = scan_of(x, item->sentence);
    bool explicit_this = direction == 0 && item->token > d.first && item->count > 1 &&
                         reading_is(x->r, item->token, "this");
    if (item->rule == DATES_OF_WEEK)
        day = monday + 7 * (int64_t)item->amount + item->weekday;
    else if (explicit_this)
        day = monday + item->weekday;
    else if (direction > 0 || (direction == 0 && tense_of(x, item) > 0))
        day = now - back + 7;
    else
        day = now - (direction < 0 && back == 0 ? 7 : back);
    out->from = point_of(day);
    out->relative = true;
    if (item->ranged) {
        out->ranged = true;
        out->to = point_of(day + (item->end_weekday - item->weekday + 7) % 7);
    }
    return in_years(out->from);
}

/** The first year of a stretch that the words leave open. */
static int year_of_stretch(const resolver *x, const dates_item *item)
{
    dates_point now = x->around;
    bool winter = item->first_month == DATES_WINTER, season = item->first_month % 3 == 0;
    if (season) {
        dates_point middle = {0, winter ? 1 : item->first_month + 1, 0};
        int year = item->direction ? year_towards(now, middle, item->direction)
                                   : year_near(now, middle, tense_of(x, item), false);
        return year - winter;
    }
    bool ahead = tense_of(x, item) > 0, over = now.month > item->last_month;
    bool closing = now.month == item->last_month && now.day >= LAST_DAYS;
    if (ahead)
        return now.year + over;
    return over || closing ? now.year : now.year - 1;
}

static bool by_stretch(const resolver *x, const dates_item *item, value *out)
{
    out->relative = item->from.year == 0;
    out->from.year = item->from.year;
    if (item->from.year)
        return true;
    if (x->around.month == 0)
        return false;
    out->from.year = year_of_stretch(x, item);
    return true;
}

/** "last quarter": by the report's own. */
static bool by_quarter(const resolver *x, const dates_item *item, value *out)
{
    if (x->around.month == 0)
        return false;
    dates_point first = {x->around.year, (x->around.month - 1) / 3 * 3 + 1, 0};
    out->from = add_months(first, 3 * item->amount);
    out->to = add_months(out->from, 2);
    out->ranged = out->period = out->relative = true;
    return in_years(out->from);
}

static bool by_easter(const resolver *x, const dates_item *item, value *out)
{
    enum { FIRST_GREGORIAN = 1583 };
    dates_point around = x->around;
    int year = item->from.year;
    out->guessed = year == 0;
    if (!year && around.day == 0)
        return false;
    if (!year) {
        int64_t now = number_of(around);
        int tense = tense_of(x, item);
        year = around.year - (tense > 0 ? 0 : 1);
        int64_t next = dates_easter(year + 1, item->julian) + item->minor;
        if (tense > 0 ? dates_easter(year, item->julian) + item->minor < now : next <= now)
            year++;
        else if (tense == 0 && next - now <= NEAR_AHEAD && !item->direction)
            year++;
    }
    out->from = point_of(dates_easter(year, item->julian) + item->minor);
    return year >= FIRST_GREGORIAN && in_years(out->from);
}

static bool settle_date(const resolver *x, const dates_item *item, value *out);

/** The day that an event was on: beside the words, or told before. */
static bool event_day(const resolver *x, const dates_item *item, dates_point *out)
{
    if (item->beside) {
        const dates_item *next = item + 1;
        value v;
        bool near = next < x->items_end && next->sentence == item->sentence &&
                    next->token - (item->token + item->count) <= EVENT_REACH &&
                    (next->rule == DATES_CALENDAR || next->rule == DATES_EASTER);
        if (!near || !settle_date(x, next, &v) || v.ranged)
            return false;
        *out = v.from;
        return true;
    }
    if (item->noun == 0) { /* "its tenth anniversary", of what was told last */
        int gap = x->last.year + item->amount - x->around.year;
        *out = x->last;
        return last_reaches(x, item) && x->around.year && gap >= -1 && gap <= 1;
    }
    const reading_date *told = dates_day_of_event(x->r, item);
    *out = (dates_point){0};
    return told && text_iso_date(told->value, &out->year, &out->month, &out->day);
}

static bool by_event(const resolver *x, const dates_item *item, value *out)
{
    dates_point base;
    out->relative = true;
    if (!event_day(x, item, &base))
        return false;
    if (!item->exact)
        return shift(base, (dates_unit)item->unit, item->amount, false, out);
    out->from = base;
    out->from.year += item->amount;
    out->jubilee = true;
    drop_impossible(&out->from);
    bool far =
        x->around.year && out->from.year > x->around.year + 1; /* the day beside is its own */
    return in_years(out->from) && !far;
}

static bool by_offset(const resolver *x, const dates_item *item, value *out)
{
    bool from_last = item->rule == DATES_FROM_LAST;
    dates_point base = from_last                    ? item->amount > 0 ? x->last_end : x->last
                       : item->unit >= DATES_MONTHS ? x->around
                                                    : x->report;
    out->relative = true;
    if (from_last && !last_reaches(x, item))
        return false;
    return shift(base, (dates_unit)item->unit, item->amount, item->whole, out);
}

static bool by_rule(const resolver *x, const dates_item *item, value *out)
{
    switch ((dates_rule)item->rule) {
    case DATES_CALENDAR:
        return by_calendar(x, item, out);
    case DATES_OF_LAST_YEAR:
    case DATES_YEAR_SHIFT:
        return by_other_year(x, item, out);
    case DATES_MONTH_SHIFT:
        return by_month(x, item, out);
    case DATES_ON_WEEKDAY:
    case DATES_OF_WEEK:
        return by_weekday(x, item, out);
    case DATES_BESIDE_LAST:
        return item->weekday < 0 ? by_last_month(x, item, out) : by_weekday(x, item, out);
    case DATES_FROM_REPORT:
    case DATES_FROM_LAST:
    case DATES_IN_UNITS:
        return by_offset(x, item, out);
    case DATES_IN_SPAN:
        return by_stretch(x, item, out);
    case DATES_OF_QUARTER:
        return by_quarter(x, item, out);
    case DATES_EASTER:
        return by_easter(x, item, out);
    case DATES_FROM_EVENT:
        return by_event(x, item, out);
    case DATES_LENGTH:
    case DATES_SET:
    case DATES_AT_CLOCK:
        break;
    }
    return false;
}

/** "first Monday": of the month that is settled. A fifth that it doesn't have is none. */
static bool take_nth(const dates_item *item, value *out)
{
    int64_t first = number_of((dates_point){out->from.year, out->from.month, 1});
    int days = text_month_days(out->from.year, out->from.month);
    int day = 1 + (item->weekday - reading_weekday(first) + 7) % 7;
    day += item->nth > 0 ? 7 * (item->nth - 1) : (days - day) / 7 * 7;
    out->from.day = day;
    return day <= days;
}

/** The part of the year, decade or month that is meant, once that is settled. */
static bool narrow(const resolver *x, const dates_item *item, value *out)
{
    int year = out->from.year;
    if (item->nth)
        return out->from.month && !out->from.day && take_nth(item, out);
    if (item->easter && item->rule != DATES_EASTER)
        out->from = point_of(dates_easter(year, item->julian) + item->minor);
    if (item->decade) {
        out->to = (dates_point){year + item->decade, 0, 0};
        out->ranged = out->period = true;
    }
    if (item->first_month) {
        bool winter = item->last_month > 12;
        if (winter && item->rule == DATES_YEAR_SHIFT && x->around.month < 3)
            year--; /* "this winter" told in January */
        out->from = (dates_point){year, item->first_month, 0};
        out->to = (dates_point){year + winter, (item->last_month - 1) % 12 + 1, 0};
        out->ranged = out->period = true;
    }
    return in_years(out->from) && (!out->ranged || in_years(out->to));
}

static bool settle_date(const resolver *x, const dates_item *item, value *out)
{
    *out = (value){0};
    return by_rule(x, item, out) && narrow(x, item, out);
}

static chancery_status print_point(reading_state *r, dates_point p, slice *out)
{
    if (p.day)
        return arena_printf(r->arena, out, r->error, "%04d-%02d-%02d", p.year, p.month, p.day);
    if (p.month)
        return arena_printf(r->arena, out, r->error, "%04d-%02d", p.year, p.month);
    return arena_printf(r->arena, out, r->error, "%04d", p.year);
}

static bool in_dateline(const reading_state *r, const dates_item *item)
{
    span line = r->report->dateline;
    uint32_t start = r->report->tokens[item->token].start;
    return start >= line.start && start < line.end;
}

static void remember(resolver *x, const dates_item *item, const value *v)
{
    if (in_dateline(x->r, item))
        return;
    x->last = v->from;
    x->last_end = v->ranged ? v->to : v->from;
    x->last_sentence = item->sentence;
    x->has_last = item->decade == 0; /* nothing is counted from a decade */
    if (item->from.year && item->decade == 0) {
        x->full = v->from;
        x->full_sentence = item->sentence;
        x->full_end = item->token + item->count;
    }
}

static reading_date *push(resolver *x, const dates_item *item)
{
    reading_date *date = array_push(&x->r->dates, x->r->arena, x->r->error);
    if (date)
        *date = (reading_date){.token = item->token,
                               .count = item->count,
                               .sentence = item->sentence,
                               .type = (chancery_date_type)item->type,
                               .weekday = -1};
    return date;
}

/** The day or month right after the one before, with "and" between the two. */
static bool follows(const resolver *x, const dates_item *item, const value *v)
{
    const reading_state *r = x->r;
    const reading_date *before = r->dates.count ? &r->dates.items[r->dates.count - 1] : NULL;
    uint32_t gap = before ? before->token + before->count : 0;
    dates_point p = x->last, next = v->from;
    if (!before || before->type != CHANCERY_DATE || before->endvalue.len || v->ranged ||
        before->sentence != item->sentence || gap + 1 != item->token ||
        !reading_is(r, gap, "and") || (p.day != 0) != (next.day != 0) || !p.month || !next.month)
        return false;
    return p.day ? number_of(next) == number_of(p) + 1
                 : next.year * 12 + next.month == p.year * 12 + p.month + 1;
}

static chancery_status store_date(resolver *x, const dates_item *item, const value *v)
{
    reading_state *r = x->r;
    bool listed = follows(x, item, v);
    reading_date *date = push(x, item);
    if (!date)
        return r->error->status;
    date->type = CHANCERY_DATE;
    date->relative = v->relative;
    date->guessed = v->guessed;
    date->period = v->period;
    date->jubilee = v->jubilee;
    date->follows = listed;
    if (item->from.day && item->weekday >= 0)
        date->weekday = item->weekday;
    chancery_status status = print_point(r, v->from, &date->value);
    if (!status && v->ranged)
        status = print_point(r, v->to, &date->endvalue);
    remember(x, item, v);
    return status;
}

static chancery_status store_length(resolver *x, const dates_item *item)
{
    static const char letters[] = {'S', 'M', 'H', 'D', 'W', 0, 'M', 'Y'};
    reading_state *r = x->r;
    reading_date *date = push(x, item);
    if (!date)
        return r->error->status;
    date->type = CHANCERY_DURATION;
    if (item->rule == DATES_FROM_EVENT) /* the day isn't known: the length is */
        date->count = item->plain;
    int amount = item->amount < 0 ? -item->amount : item->amount;
    bool clock = item->unit <= DATES_HOUR, minor_clock = !clock && item->minor_unit <= DATES_HOUR;
    if (item->minor == 0)
        return arena_printf(r->arena, &date->value, r->error, "%s%d%c", clock ? "PT" : "P", amount,
                            letters[item->unit]);
    return arena_printf(r->arena, &date->value, r->error, "%s%d%c%s%d%c", clock ? "PT" : "P",
                        amount, letters[item->unit], minor_clock ? "T" : "", item->minor,
                        letters[item->minor_unit]);
}

static chancery_status store_set(resolver *x, const dates_item *item)
{
    reading_date *date = push(x, item);
    if (!date)
        return x->r->error->status;
    date->type = CHANCERY_SET;
    return dates_print_set(x->r, item, &date->value);
}

/** Whether little stands between a day and a time of day: "at 10:30 local time on Tuesday". */
static bool is_near(const reading_state *r, uint32_t end, uint32_t token)
{
    enum { MOST = 4 };
    static const char *const small[] = {
        "on",     "at",      "about",   "around",        "local", "time", "(",     ")",
        ",",      "just",    "after",   "before",        "the",   "late", "early", "by",
        "from",   "until",   "since",   "bst",           "est",   "edt",  "cest",  "shortly",
        "moscow", "eastern", "central", "approximately", NULL};
    if (token < end || token - end > MOST)
        return false;
    for (uint32_t i = end; i < token; i++)
        if (!reading_is_any(r, i, small))
            return false;
    return true;
}

static bool is_day(const reading_date *date)
{
    return date->type == CHANCERY_DATE && date->value.len == READING_DAY && !date->endvalue.len;
}

static bool is_clock_of_day(const reading_date *date)
{
    return date->type == CHANCERY_TIME && date->value.len > READING_DAY;
}

/** "9 a.m. to 5 p.m." */
static bool are_joined(const reading_state *r, uint32_t end, uint32_t token)
{
    static const char *const words[] = {"to", "and", "until", "-", "\u2013", NULL};
    return token == end + 1 && reading_is_any(r, end, words);
}

/** Whether a day beside the clock follows, or one further on in its sentence could be its own. */
static bool day_ahead(const resolver *x, const dates_item *item)
{
    for (const dates_item *next = item + 1; next < x->items_end && next->sentence == item->sentence;
         next++)
        if (next->type == CHANCERY_DATE)
            return true;
    return false;
}

/** The day of a time of day, where it stands before: beside it, or told just now. */
static slice day_before(const resolver *x, const dates_item *item)
{
    const reading_state *r = x->r;
    const reading_date *before = NULL;
    const dates_item *next = item + 1;
    uint32_t end = item->token + item->count;
    if (next < x->items_end && next->sentence == item->sentence && next->type == CHANCERY_DATE &&
        next->token - end <= 1) /* its own stands right behind */
        return (slice){0};
    for (size_t i = r->dates.count; i-- > 0 && !before;)
        if (r->dates.items[i].type == CHANCERY_DATE || is_clock_of_day(&r->dates.items[i]))
            before = &r->dates.items[i];
    bool midnight = item->hour == 0 && item->minute == 0; /* which end of the day isn't sure */
    if (before && is_clock_of_day(before) && item->sentence - before->sentence <= 1 && !midnight)
        return day_ahead(x, item) ? (slice){0} : slice_range(before->value, 0, READING_DAY);
    if (!before || !is_day(before) || item->sentence - before->sentence > 1)
        return (slice){0};
    if (before->sentence == item->sentence &&
        is_near(r, before->token + before->count, item->token))
        return before->value;
    return midnight || day_ahead(x, item) ? (slice){0} : before->value;
}

static chancery_status store_clock(resolver *x, const dates_item *item)
{
    reading_state *r = x->r;
    slice day = day_before(x, item);
    reading_date *date = push(x, item);
    if (!date)
        return r->error->status;
    return arena_printf(r->arena, &date->value, r->error, "%.*sT%02d:%02d%s", SLICE_ARGS(day),
                        item->hour, item->minute, item->utc ? "Z" : "");
}

/** The same for a day right behind: "at 10:30 (0830 GMT) on Tuesday". */
static chancery_status join_clocks(reading_state *r)
{
    size_t last = r->dates.count - 1;
    slice day = r->dates.items[last].value;
    uint32_t token = r->dates.items[last].token;
    chancery_status status = CHANCERY_OK;
    if (!is_day(&r->dates.items[last]))
        return CHANCERY_OK;
    for (size_t i = last; !status && i-- > 0;) {
        reading_date *clock = &r->dates.items[i];
        uint32_t end = clock->token + clock->count;
        bool beside = is_near(r, end, token) || (i + 1 < last && are_joined(r, end, token));
        if (clock->type != CHANCERY_TIME || clock->value.ptr[0] != 'T' ||
            clock->sentence != r->dates.items[last].sentence || !beside)
            break;
        slice hour = clock->value;
        token = clock->token;
        status = arena_printf(r->arena, &clock->value, r->error, "%.*s%.*s", SLICE_ARGS(day),
                              SLICE_ARGS(hour));
    }
    return status;
}

static chancery_status resolve(resolver *x, const dates_item *item)
{
    value v;
    switch ((dates_rule)item->rule) {
    case DATES_AT_CLOCK:
        return store_clock(x, item);
    case DATES_SET:
        return store_set(x, item);
    case DATES_LENGTH:
        return store_length(x, item);
    case DATES_IN_UNITS:
        if (tense_of(x, item) <= 0)
            return store_length(x, item);
        break;
    default:
        break;
    }
    if (!settle_date(x, item, &v))
        return item->rule == DATES_FROM_EVENT && item->plain ? store_length(x, item) : CHANCERY_OK;
    chancery_status status = store_date(x, item, &v);
    return status ? status : join_clocks(x->r);
}

/** The latest day that is dated in full and told as past: the report is not much younger. */
static dates_point latest_full(const resolver *x, const dates_item *items, size_t count)
{
    dates_point latest = {0};
    for (size_t i = 0; i < count; i++) {
        const dates_item *item = &items[i];
        dates_point p = item->from;
        if (item->rule != DATES_CALENDAR || !p.year || !p.day || item->easter ||
            p.day > text_month_days(p.year, p.month) || tense_of(x, item) > 0)
            continue;
        if (latest.year == 0 || number_of(p) > number_of(latest))
            latest = p;
    }
    return latest;
}

chancery_status dates_resolve(reading_state *r, const dates_lexicon *words, const dates_item *items,
                              size_t count)
{
    resolver x = {.r = r, .words = words, .items_end = count ? items + count : items};
    dates_point p = {0};
    if (text_iso_date(r->report->document.published, &p.year, &p.month, &p.day))
        x.report = p;
    x.around = x.report.year ? x.report : latest_full(&x, items, count);
    chancery_status status = CHANCERY_OK;
    for (size_t i = 0; !status && i < count; i++)
        status = resolve(&x, &items[i]);
    return status;
}
