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
    DATES_EDGED,  /* "mid-2019", "mid-June", "mid-1990s" in one word */
    DATES_SOONER, /* "earlier", "later" before what they stress: "earlier this month" */
    DATES_BOUND,  /* "end", "beginning" */
    DATES_EVERY,
    DATES_OFTEN,   /* "annually": months, negative for days */
    DATES_FEAST,   /* "Christmas", "Bastille" */
    DATES_NEW,     /* "New" of "New Year's Day", "Good" of "Good Friday": an ordinary word else */
    DATES_DECADES, /* "1990s", "90s", "nineties" */
    DATES_QUARTER, /* "Q1" to "Q4", "H1" (value 5) and "H2" */
    DATES_EVE,
    DATES_ABBREVIATED, /* "'68": a year of two digits */
    DATES_NOON,        /* "noon", "midnight": the hour */
    DATES_LAST_OPENING = DATES_NOON,
    DATES_UNIT, /* dates_unit */
    DATES_PART, /* "morning": what it adds to an hour of the dial; DATES_NIGHT */
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
    DATES_ZONE,    /* "CET" 0, "o'clock" 1, "GMT" DATES_UTC */
    DATES_FILLER,  /* "consecutive" */
    DATES_TIMES,   /* "once", "times": of "once a year" */
    DATES_WILL,    /* what is told with it lies ahead */
    DATES_BE,
    DATES_DID,   /* a verb that tells of what was */
    DATES_PLAN,  /* "agreed": what it takes lies ahead */
    DATES_OPENS, /* "opens", "leaves": of what lies ahead, told as if it were now */
} dates_class;

typedef enum dates_unit {
    DATES_SECOND,
    DATES_MINUTE,
    DATES_HOUR,
    DATES_DAY,
    DATES_WEEK,
    DATES_WEEKEND,
    DATES_MONTHS,
    DATES_YEARS,
    DATES_DECADE,
    DATES_CENTURY,
    DATES_QUARTERS, /* of a year, of a set */
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
    DATES_UTC = 2,      /* of DATES_ZONE */
    DATES_NIGHT = 13,   /* of DATES_PART: "at ten", "at two in the night" */
    DATES_WINTER = 12,  /* first month of a stretch that runs over New Year */
};

/** How the report writes a day in numbers. */
typedef enum dates_order {
    DATES_UNKNOWN_ORDER, /* 5/6/2020 could be either */
    DATES_DAY_FIRST,
    DATES_MONTH_FIRST,
} dates_order;

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
    uint8_t order; /* dates_order */
    int year;      /* of the report, or 0 */
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
    DATES_BESIDE_LAST,  /* a weekday, month or season before (-1) or after (1) the date before */
    DATES_FROM_REPORT,  /* the report's day and `amount` units */
    DATES_FROM_LAST,    /* the date before and `amount` units */
    DATES_IN_UNITS,     /* "in two weeks": as DATES_FROM_REPORT where something lies ahead, else a
                           duration */
    DATES_IN_SPAN,      /* a season, quarter or half of a year, which the context gives */
    DATES_OF_QUARTER,   /* the report's quarter of the year and `amount` */
    DATES_EASTER,       /* a day that moves with Easter, its year by the context */
    DATES_FROM_EVENT,   /* `amount` units from the day of what `noun` names, or of the next item */
    DATES_LENGTH,       /* a duration: `amount` units, then `minor` smaller ones */
    DATES_SET,          /* what comes again: see dates_read_set */
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
    uint8_t minor_unit;
    int minor;          /* "an hour and [20 minutes]", 0 where there is none; days from Easter */
    int8_t first_month; /* of the year: the stretch that is meant, or 0 */
    int8_t last_month;  /* above 12 in the next year */
    int8_t nth;         /* "the [first] Monday in May": 1 to 5, -1 the last, 0 none */
    int8_t decade;      /* years from `from.year` that are meant, less one */
    bool easter;        /* of the year, and `minor` days */
    bool julian;        /* that of the eastern churches */
    bool exact;         /* an anniversary: the day itself, `amount` years on */
    bool utc;
    bool beside;    /* DATES_FROM_EVENT: the next item has the day */
    uint32_t noun;  /* DATES_FROM_EVENT: the token that names what happened */
    uint32_t plain; /* DATES_FROM_EVENT: tokens of the duration where no day is found, or 0 */
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
 *  Where the order isn't known and matters, only the year is filled.
 *  @param year of the report, which a year of two digits is near; 0 where it isn't known. */
bool dates_numeric(slice token, dates_order order, int year, dates_point *out, bool *years);

/** The year that two digits mean in a report of `year`; 0 where that isn't known. */
int dates_full_year(int digits, int year);

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

/** Reads "Christmas Eve", "Good Friday", "Bastille Day 2016". @return tokens, or 0. */
uint32_t dates_read_feast(const dates_scan *d, uint32_t i, dates_item *out);

/** Easter Sunday of a year from 1583, as days since 1970-01-01. @param julian of the eastern
 *  churches, told in the Gregorian calendar. */
int64_t dates_easter(int year, bool julian);

/** Reads "the second quarter", "Q1 2024", "the first half of 2019", "the first three months of the
 *  year", with or without the article. @return tokens, or 0. */
uint32_t dates_read_stretch(const dates_scan *d, uint32_t i, dates_item *out);

/** Reads a season and its year, "spring 2020". @param stands alone too. @return tokens, or 0. */
uint32_t dates_read_season(const dates_scan *d, uint32_t i, bool stands, dates_item *out);

/** Reads "1990s", "nineties". @return tokens, or 0. */
uint32_t dates_read_decade(const dates_scan *d, uint32_t i, dates_item *out);

/** Reads "first Monday in May", "last Friday of the month". @return tokens, or 0. */
uint32_t dates_read_nth(const dates_scan *d, uint32_t i, dates_item *out);

/** Reads what a length is counted from behind "after" or "before": "the collapse", "his arrival on
 *  5 May", or nothing where a date stands there. Fills noun or beside. @return whether it is there;
 *  `*count` tokens belong to the expression. */
bool dates_read_event(const dates_scan *d, uint32_t i, dates_item *item, uint32_t *count);

/** Reads "eve of the vote". @return tokens, or 0. */
uint32_t dates_read_eve(const dates_scan *d, uint32_t i, dates_item *out);

/** Reads "tenth anniversary of the treaty" from the number on. @return tokens, or 0. */
uint32_t dates_read_anniversary(const dates_scan *d, uint32_t i, dates_item *out);

/** Which earlier date of the report is that of the event that an item counts from, or NULL. */
const reading_date *dates_day_of_event(const reading_state *r, const dates_item *item);

/** The value of a set (DATES_SET), as TIMEX3 writes it: "XXXX-WXX-5" each Friday. */
chancery_status dates_print_set(reading_state *r, const dates_item *item,
                                slice *out) CHANCERY_MUST_CHECK;

/** Reads lengths: "two weeks", "a year ago", "three-day". @return tokens, or 0. */
uint32_t dates_read_length(const dates_scan *d, uint32_t i, dates_item *out);

/** Reads "every year", "annually", "on Mondays". An amount of 1 is one of the calendar: `weekday`,
 *  from.month and from.day, first_month of a season or else `unit` says which. @return tokens,
 *  or 0. */
uint32_t dates_read_set(const dates_scan *d, uint32_t i, dates_item *out);

/** Reads "10:30", "5 p.m.", "noon". @return tokens, or 0. */
uint32_t dates_read_clock(const dates_scan *d, uint32_t i, dates_item *out);

/** Whether a noun for something that happens ("the expulsion") can mean what a word tells
 * ("expelled"). Tokens. */
bool dates_means(const reading_state *r, uint32_t noun, uint32_t word);

/** Whether two words share a stem: "exploded" and "explosion". */
bool dates_same_stem(slice a, slice b);

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

/** Whether the token at `i` is of that class, and whether it is in the sentence and that word, or
 * one of those (a NULL ends the list). */
static inline bool dates_class_is(const dates_scan *d, uint32_t i, dates_class class)
{
    return dates_at(d, i).class == class;
}

static inline bool dates_word_is(const dates_scan *d, uint32_t i, const char *word)
{
    return i >= d->first && i < d->end && reading_is(d->r, i, word);
}

static inline bool dates_one_of(const dates_scan *d, uint32_t i, const char *const *words)
{
    for (; *words; words++)
        if (dates_word_is(d, i, *words))
            return true;
    return false;
}

#endif
