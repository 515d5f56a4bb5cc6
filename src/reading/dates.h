/* Dates: what the parts of that stage share.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * Two passes over the report. The first reads expressions of time into items: what the words say
 * and by which rule a value follows from them. The second gives the values, in order, against the
 * report's date and the dates before. */
#ifndef READING_DATES_H
#define READING_DATES_H

#include "reading/internal.h"

/** What a token is to an expression of time. Those up to DATES_LAST_OPENING can begin one. */
typedef enum dates_class {
    DATES_NONE,
    DATES_DIGITS,   /* "19", "2024": up to four digits */
    DATES_ORDINAL,  /* "19th", "first" */
    DATES_CARDINAL, /* "two", "hundred" */
    DATES_NUMERIC,  /* "2024-06-19", "19/6/2024", "1979/80" */
    DATES_CLOCK,    /* "10:30", "10.30" */
    DATES_MONTH,
    DATES_WEEKDAY,
    DATES_WEEKDAYS, /* "Mondays" */
    DATES_SEASON,
    DATES_DEICTIC, /* "yesterday": days from the report's */
    DATES_WHICH,   /* "last", "next", "same": dates_which */
    DATES_THE,
    DATES_A,
    DATES_HALF,
    DATES_EDGE,   /* "early", "late", "mid" */
    DATES_EDGED,  /* "mid-2019", "mid-June" in one word */
    DATES_SOONER, /* "earlier", "later" before what they stress: "earlier this month" */
    DATES_BOUND,  /* "end", "beginning" */
    DATES_EVERY,
    DATES_OFTEN, /* "annually": months, negative for days */
    DATES_FEAST, /* "Christmas" */
    DATES_NEW,   /* "New", of "New Year's Day" */
    DATES_NOON,  /* "noon", "midnight": the hour */
    DATES_LAST_OPENING = DATES_NOON,
    DATES_UNIT, /* dates_unit */
    DATES_PART, /* "morning" */
    DATES_TO,   /* "to", "until", a dash */
    DATES_AND,
    DATES_OF,
    DATES_COMMA,
    DATES_OPEN,
    DATES_CLOSE,
    DATES_IN,      /* "in", "since": a year may follow without doubt */
    DATES_BEFORE,  /* "by", "of", "from": a year may follow */
    DATES_COUNTED, /* "people", "million": what a number before it counts */
    DATES_HALFDAY, /* "a.m." 0, "p.m." 12 */
    DATES_ZONE,    /* "GMT", "hours" */
    DATES_FILLER,  /* "consecutive" */
    DATES_TIMES,   /* "once", "times": of "once a year" */
    DATES_WILL,    /* what is told with it lies ahead */
    DATES_BE,
    DATES_DID,   /* a verb that tells of what was */
    DATES_PLAN,  /* "agreed": what it takes lies ahead */
    DATES_OPENS, /* "opens", "leaves": of what lies ahead, told as if it were now */
} dates_class;

typedef enum dates_unit {
    DATES_MINUTE,
    DATES_HOUR,
    DATES_DAY,
    DATES_WEEK,
    DATES_WEEKEND,
    DATES_MONTHS,
    DATES_YEARS,
    DATES_DECADE,
    DATES_CENTURY,
} dates_unit;

typedef enum dates_which {
    DATES_WHICH_LAST,
    DATES_WHICH_PAST,
    DATES_WHICH_THIS,
    DATES_WHICH_NEXT,
    DATES_WHICH_COMING,
    DATES_WHICH_PREVIOUS,
    DATES_WHICH_SAME,
    DATES_WHICH_THAT,
    DATES_WHICH_FOLLOWING,
} dates_which;

enum {
    DATES_CAPITAL = 1 << 0,   /* counts only with a capital */
    DATES_DOUBTFUL = 1 << 1,  /* also an ordinary word or a name: "May", "Jan" */
    DATES_PLURAL = 1 << 2,    /* of a unit */
    DATES_EXCLUDED = 1 << 3,  /* of a numeric form: it can't be told apart, only the year is sure */
    DATES_OLDEST_YEAR = 1500, /* years that stand in a report */
    DATES_LATEST_YEAR = 2100,
    DATES_SLOTS = 1024, /* of the lexicon's table */
};

/** Words of time by their keys: an open-addressed table (lexicon.h). */
typedef struct dates_lexicon {
    uint64_t keys[DATES_SLOTS];
    uint16_t entries[DATES_SLOTS]; /* 0 empty, else index + 1 */
} dates_lexicon;

typedef struct dates_token {
    uint8_t class;  /* dates_class */
    uint8_t flags;  /* DATES_CAPITAL ... */
    uint8_t digits; /* of DATES_DIGITS */
    int32_t value;
} dates_token;

/** A sentence being searched. */
typedef struct dates_scan {
    const reading_state *r;
    const dates_lexicon *words;
    uint32_t sentence;
    uint32_t first; /* tokens [first, end) */
    uint32_t end;
} dates_scan;

/** 0 where not said. */
typedef struct dates_point {
    int year;
    int month;
    int day;
} dates_point;

/** How a value follows. */
typedef enum dates_rule {
    DATES_CALENDAR,     /* year, month, day as written; what is lacking by the context */
    DATES_OF_LAST_YEAR, /* the year is that of the date before: "17 October of that year" */
    DATES_YEAR_SHIFT,   /* the year is the report's and `amount`: "in June last year" */
    DATES_MONTH_SHIFT,  /* the month is the report's and `amount`: "the 19th of last month" */
    DATES_ON_WEEKDAY,   /* a bare weekday; `direction` -1 last, 1 next */
    DATES_OF_WEEK,      /* a weekday of the report's week and `amount` */
    DATES_BESIDE_LAST,  /* a weekday before (-1) or after (1) the date before */
    DATES_FROM_REPORT,  /* the report's day and `amount` units */
    DATES_FROM_LAST,    /* the date before and `amount` units */
    DATES_IN_UNITS,     /* "in two weeks": as DATES_FROM_REPORT where something lies ahead, else a
                           duration */
    DATES_IN_SEASON,    /* the year by the context, or as written */
    DATES_LENGTH,       /* a duration or a set: `amount` units */
    DATES_AT_CLOCK,
} dates_rule;

/** An expression as its words have it. */
typedef struct dates_item {
    uint32_t token;
    uint32_t count;
    uint32_t sentence;
    uint8_t type; /* chancery_date_type */
    uint8_t rule; /* dates_rule */
    bool ranged;
    dates_point from;
    dates_point to;
    int8_t weekday;     /* -1 none */
    int8_t end_weekday; /* of "Monday to Wednesday", or -1 */
    int8_t direction;
    uint8_t unit;
    bool whole; /* the unit as the calendar has it: "last week", not "a week ago" */
    int amount;
    int hour;
    int minute;
} dates_item;

/** Fills a zeroed table. */
void dates_lexicon_fill(dates_lexicon *words);

/** Token `i` of the report, DATES_NONE outside the sentence. */
dates_token dates_at(const dates_scan *d, uint32_t i);

/** Its tag (syntax_tag), or SYNTAX_OTHER where the sentence is not parsed. */
uint8_t dates_tag(const dates_scan *d, uint32_t i);

/** Year, month and day of DATES_NUMERIC; a pair of years has its second one in `month` and day 0.
 *  @param day_first of the report; where that isn't known and matters, only the year is filled. */
bool dates_numeric(slice token, bool day_first, dates_point *out, bool *years);

/** Reads the expression that begins at token `i`. @return how many tokens it has, or 0. */
uint32_t dates_read(const dates_scan *d, uint32_t i, dates_item *out);

/** Reads day, month and year in words at `i`, also ranges of them. @return tokens, or 0.
 *  @param edged a word before it ("early") shows that a month or year alone is meant. */
uint32_t dates_read_calendar(const dates_scan *d, uint32_t i, bool edged, dates_item *out);

/** Reads what begins with a weekday, also "Friday, 19 March". @return tokens, or 0. */
uint32_t dates_read_weekday(const dates_scan *d, uint32_t i, dates_item *out);

/** Reads the year behind a month, a day or a season: ", 2024", "of that year", "last year".
 *  @return tokens, or 0. */
uint32_t dates_read_year_behind(const dates_scan *d, uint32_t i, dates_item *item);

/** Reads lengths: "two weeks", "a year ago", "three-day". @return tokens, or 0. */
uint32_t dates_read_length(const dates_scan *d, uint32_t i, dates_item *out);

/** Reads "every year", "annually", "on Mondays". @return tokens, or 0. */
uint32_t dates_read_set(const dates_scan *d, uint32_t i, dates_item *out);

/** Reads "10:30", "5 p.m.", "noon". @return tokens, or 0. */
uint32_t dates_read_clock(const dates_scan *d, uint32_t i, dates_item *out);

/** A number in words or digits ("twenty-one", "two hundred", "12"). @return tokens, or 0. */
uint32_t dates_read_number(const dates_scan *d, uint32_t i, int *out);

/** "19th", "first", "twenty-first". @return tokens, or 0. */
uint32_t dates_read_ordinal(const dates_scan *d, uint32_t i, int *out);

/** Whether a number just before token `i` counts things there rather than naming a day or year. */
bool dates_counts(const dates_scan *d, uint32_t i, bool sure);

/** -1 where the words around tell of what was, 1 of what lies ahead, 0 neither. */
int dates_tense(const dates_scan *d, uint32_t token, uint32_t count);

/** Gives the items their values and fills r->dates. */
chancery_status dates_resolve(reading_state *r, const dates_lexicon *words, const dates_item *items,
                              size_t count) CHANCERY_MUST_CHECK;

/** Days of a month, 0 for no month. A year of 0 counts as a leap year. */
int dates_month_days(int year, int month);

#endif
