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
} resolver;

typedef struct value {
    dates_point from, to;
    bool ranged, relative, guessed;
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
        out->ranged = true;
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
    return (dates_scan){x->r, x->words, sentence, s->first, s->first + s->count};
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
    if (p->day > dates_month_days(p->year, p->month))
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

static bool by_season(const resolver *x, const dates_item *item, value *out)
{
    static const int8_t months[] = {0, 4, 7, 10, 1}; /* in the middle of each */
    out->relative = item->from.year == 0;
    out->from.year = item->from.year;
    if (item->from.year)
        return true;
    if (x->around.month == 0)
        return false;
    dates_point middle = {0, months[item->hour], 0};
    out->from.year = item->direction ? year_towards(x->around, middle, item->direction)
                                     : year_near(x->around, middle, tense_of(x, item), false);
    return true;
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

static bool settle_date(const resolver *x, const dates_item *item, value *out)
{
    *out = (value){0};
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
    case DATES_BESIDE_LAST:
        return by_weekday(x, item, out);
    case DATES_FROM_REPORT:
    case DATES_FROM_LAST:
    case DATES_IN_UNITS:
        return by_offset(x, item, out);
    case DATES_IN_SEASON:
        return by_season(x, item, out);
    case DATES_LENGTH:
    case DATES_AT_CLOCK:
        break;
    }
    return false;
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
    x->has_last = true;
    if (item->from.year) {
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

static chancery_status store_date(resolver *x, const dates_item *item, const value *v)
{
    reading_state *r = x->r;
    reading_date *date = push(x, item);
    if (!date)
        return r->error->status;
    date->type = CHANCERY_DATE;
    date->relative = v->relative;
    date->guessed = v->guessed;
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
    static const char letters[] = {'M', 'H', 'D', 'W', 0, 'M', 'Y'};
    reading_date *date = push(x, item);
    if (!date)
        return x->r->error->status;
    date->type = item->type == CHANCERY_SET ? CHANCERY_SET : CHANCERY_DURATION;
    return arena_printf(x->r->arena, &date->value, x->r->error, "%s%d%c",
                        item->unit <= DATES_HOUR ? "PT" : "P", item->amount, letters[item->unit]);
}

/** A time of day takes the day that stands right before it. */
static chancery_status store_clock(resolver *x, const dates_item *item)
{
    reading_state *r = x->r;
    slice day = {0};
    if (r->dates.count) {
        const reading_date *before = &r->dates.items[r->dates.count - 1];
        if (before->sentence == item->sentence && before->type == CHANCERY_DATE &&
            before->value.len == READING_DAY && before->endvalue.len == 0 &&
            item->token - before->token - before->count <= 1)
            day = before->value;
    }
    reading_date *date = push(x, item);
    if (!date)
        return r->error->status;
    return arena_printf(r->arena, &date->value, r->error, "%.*sT%02d:%02d", SLICE_ARGS(day),
                        item->hour, item->minute);
}

/** The same for a day right behind it: "at 10:30 on Tuesday". */
static chancery_status join_clock(reading_state *r)
{
    if (r->dates.count < 2)
        return CHANCERY_OK;
    reading_date *clock = &r->dates.items[r->dates.count - 2];
    const reading_date *day = clock + 1;
    if (clock->type != CHANCERY_TIME || clock->value.ptr[0] != 'T' ||
        clock->sentence != day->sentence || day->type != CHANCERY_DATE ||
        day->value.len != READING_DAY || day->endvalue.len ||
        day->token - clock->token - clock->count > 1)
        return CHANCERY_OK;
    slice hour = clock->value;
    return arena_printf(r->arena, &clock->value, r->error, "%.*s%.*s", SLICE_ARGS(day->value),
                        SLICE_ARGS(hour));
}

static chancery_status resolve(resolver *x, const dates_item *item)
{
    if (item->rule == DATES_AT_CLOCK)
        return store_clock(x, item);
    bool length = item->rule == DATES_LENGTH;
    if (item->rule == DATES_IN_UNITS)
        length = tense_of(x, item) <= 0;
    if (length)
        return store_length(x, item);
    value v;
    if (!settle_date(x, item, &v))
        return CHANCERY_OK;
    chancery_status status = store_date(x, item, &v);
    return status ? status : join_clock(x->r);
}

/** The latest day that is dated in full and told as past: the report is not much younger. */
static dates_point latest_full(const resolver *x, const dates_item *items, size_t count)
{
    dates_point latest = {0};
    for (size_t i = 0; i < count; i++) {
        const dates_item *item = &items[i];
        dates_point p = item->from;
        if (item->rule != DATES_CALENDAR || !p.year || !p.day ||
            p.day > dates_month_days(p.year, p.month) || tense_of(x, item) > 0)
            continue;
        if (latest.year == 0 || number_of(p) > number_of(latest))
            latest = p;
    }
    return latest;
}

chancery_status dates_resolve(reading_state *r, const dates_lexicon *words, const dates_item *items,
                              size_t count)
{
    resolver x = {.r = r, .words = words};
    dates_point p = {0};
    if (text_iso_date(r->report->document.published, &p.year, &p.month, &p.day))
        x.report = p;
    x.around = x.report.year ? x.report : latest_full(&x, items, count);
    chancery_status status = CHANCERY_OK;
    for (size_t i = 0; !status && i < count; i++)
        status = resolve(&x, &items[i]);
    return status;
}
