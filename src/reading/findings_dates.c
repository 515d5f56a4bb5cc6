/* Date conflicts that a date carries in itself, or against the report's day and other relations.
 *
 * SPDX-License-Identifier: Apache-2.0 */
#include "reading/dates.h"
#include "reading/findings.h"

static const char *const day_names[] = {"Monday", "Tuesday",  "Wednesday", "Thursday",
                                        "Friday", "Saturday", "Sunday"};

static chancery_status add(reading_state *r, const reading_date *d, slice message, slice likely)
{
    return findings_add(r, "date-conflict", CHANCERY_WARNING, reading_span(r, d->token, d->count),
                        message, likely);
}

static int64_t number_of(slice iso)
{
    int year = 0, month = 0, day = 0;
    if (!text_iso_date(iso, &year, &month, &day))
        return 0;
    return reading_day_number(year, month ? month : 1, day ? day : 1);
}

/** "Friday, 19 March 1991" was a Tuesday. */
static chancery_status check_weekday(reading_state *r, const reading_date *d)
{
    bool unsure = d->guessed && r->report->document.published.len == 0;
    if (d->weekday < 0 || d->value.len != READING_DAY || unsure)
        return CHANCERY_OK;
    int day = reading_weekday(number_of(d->value));
    if (day == d->weekday)
        return CHANCERY_OK;
    slice date, message;
    chancery_status status = findings_print_date(r, d->value, &date);
    if (!status)
        status = arena_printf(r->arena, &message, r->error, "%.*s is a %s, not a %s.",
                              SLICE_ARGS(date), day_names[day], day_names[d->weekday]);
    return status ? status : add(r, d, message, slice_of(day_names[day]));
}

/** A day from 29 to 31 among the words of a date; 0 where there is none. */
static int late_day(const reading_state *r, const reading_date *d)
{
    for (uint32_t i = d->token; i < d->token + d->count; i++) {
        slice s = reading_words(r, i, 1);
        if (s.len < 2 || (s.len > 2 && s.len != 4) || s.ptr[0] < '2' || s.ptr[0] > '3' ||
            s.ptr[1] < '0' || s.ptr[1] > '9' || (s.len == 4 && s.ptr[2] < 'a'))
            continue;
        int day = (s.ptr[0] - '0') * 10 + (s.ptr[1] - '0');
        if (day >= 29 && day <= 31)
            return day;
    }
    return 0;
}

/** "31 June": the month has no such day, so that the value is the month alone. */
static chancery_status check_day(reading_state *r, const reading_date *d)
{
    slice value = d->endvalue.len == READING_MONTH ? d->endvalue : d->value;
    int year = 0, month = 0, none = 0, day = late_day(r, d);
    if (value.len != READING_MONTH || d->relative || !day ||
        (d->endvalue.len && d->value.len == d->endvalue.len) ||
        !text_iso_date(value, &year, &month, &none))
        return CHANCERY_OK;
    int last = text_month_days(year, month);
    if (day <= last || (month == 2 && day == 29 && d->guessed))
        return CHANCERY_OK;
    slice words = reading_words(r, d->token, d->count), message, likely;
    chancery_status status =
        arena_printf(r->arena, &message, r->error, "There is no %.*s: that month has %d days.",
                     SLICE_ARGS(words), last);
    if (!status)
        status = arena_printf(r->arena, &likely, r->error, "%d", last);
    return status ? status : add(r, d, message, likely);
}

/** "from 12 to 10 May". A range that may run over the end of a month is left alone. */
static chancery_status check_range(reading_state *r, const reading_date *d)
{
    enum { OVER_MONTH = 20 };
    if (d->value.len != d->endvalue.len || d->value.len < READING_YEAR ||
        slice_compare(d->endvalue, d->value) >= 0)
        return CHANCERY_OK;
    if (d->value.len == READING_DAY && number_of(d->value) - number_of(d->endvalue) > OVER_MONTH)
        return CHANCERY_OK;
    slice begin, end, message;
    chancery_status status = findings_print_date(r, d->value, &begin);
    if (!status)
        status = findings_print_date(r, d->endvalue, &end);
    if (!status)
        status = arena_printf(r->arena, &message, r->error,
                              "The end, %.*s, lies before the "
                              "beginning, %.*s.",
                              SLICE_ARGS(end), SLICE_ARGS(begin));
    return status ? status : add(r, d, message, (slice){0});
}

static bool is_gap(const reading_state *r, const reading_date *a, const reading_date *b)
{
    static const char *const words[] = {",", "(", "on", "the", NULL};
    uint32_t end = a->token + a->count;
    if (a->sentence != b->sentence || b->token <= end || b->token - end > 3 ||
        (!reading_is(r, end, ",") && !reading_is(r, end, "(")))
        return false;
    for (uint32_t i = end; i < b->token; i++) {
        bool known = false;
        for (size_t k = 0; words[k]; k++)
            known = known || reading_is(r, i, words[k]);
        if (!known)
            return false;
    }
    return true;
}

static bool is_weekday(const reading_state *r, const reading_date *d)
{
    slice word = reading_words(r, d->token, 1);
    for (size_t k = 0; k < 7; k++)
        if (slice_equal(word, slice_of(day_names[k])))
            return true;
    return false;
}

/** "yesterday, 11 March", "two days later, on 8 March": two ways to say one day. */
static chancery_status check_beside(reading_state *r, const reading_date *a, const reading_date *b)
{
    enum { NEAR = 31 }; /* further off, "later" counts from another day than the one taken */
    bool days = a->value.len == READING_DAY && b->value.len == READING_DAY &&
                a->endvalue.len == 0 && b->endvalue.len == 0;
    if (is_weekday(r, a)) /* "on Monday, on Tuesday" are two */
        return CHANCERY_OK;
    if (!days || !a->relative || !is_gap(r, a, b) || slice_equal(a->value, b->value))
        return CHANCERY_OK;
    int64_t gap = number_of(a->value) - number_of(b->value);
    if (gap > NEAR || gap < -NEAR || (b->relative && gap % 7 == 0))
        return CHANCERY_OK;
    slice first, second, message;
    chancery_status status = findings_print_date(r, a->value, &first);
    if (!status)
        status = findings_print_date(r, b->value, &second);
    if (!status)
        status =
            arena_printf(r->arena, &message, r->error, "These words say %.*s and %.*s of one day.",
                         SLICE_ARGS(first), SLICE_ARGS(second));
    return status ? status : add(r, b, message, first);
}

/** Acts that are told only when they are done. */
static bool is_act(const relations_scan *x, const syntax_clause *c)
{
    static const char *const verbs[] = {
        "meet",    "visit",  "arrive",  "sign",    "receive", "attack",    "seize", "arrest",
        "detain",  "travel", "return",  "present", "leave",   "deliver",   "bomb",  "expel",
        "recall",  "kill",   "open",    "close",   "land",    "telephone", "hand",  "free",
        "release", "depart", "condemn", "summon",  "fire",    "speak",     "talk",  NULL};
    return relations_lemma_in(x, c->verb, verbs);
}

/** The date directly follows the verb's own words: nothing that it could belong to lies between. */
static bool belongs(const relations_scan *x, const syntax_clause *c, const reading_date *d)
{
    static const char *const between[] = {"for",   "to", "of",    "before",
                                          "until", "by", "since", NULL};
    static const char *const on[] = {"on", "of", "in", NULL};
    uint32_t word = d->token - x->t->first, link = relations_date_link(x, d);
    if (!relations_word_in(x, link, on) ||
        relations_word_in(x, link, (const char *const[]){"of", NULL}))
        return word < c->first && relations_word_in(x, link, on);
    for (uint32_t w = c->end; w < word; w++)
        if (relations_word_in(x, w, between) && word - w <= 4)
            return false;
    return true;
}

/** Something that was done on a day after the report's own. */
static chancery_status check_future(const relations_scan *x, const syntax_clause *c)
{
    reading_state *r = x->r;
    slice published = r->report->document.published;
    if (c->tense != SYNTAX_PAST || c->modal >= 0 || !is_act(x, c) || !relations_is_fact(x, c))
        return CHANCERY_OK;
    const reading_date *d = relations_date(x, c->first, c->end, false);
    if (!d || d->relative || d->guessed || d->value.len != READING_DAY ||
        slice_compare(d->value, published) <= 0 || !belongs(x, c, d))
        return CHANCERY_OK;
    slice then, now, message;
    chancery_status status = findings_print_date(r, d->value, &then);
    if (!status)
        status = findings_print_date(r, published, &now);
    if (!status)
        status = arena_printf(r->arena, &message, r->error,
                              "This is told as past, but %.*s lies after the report of %.*s.",
                              SLICE_ARGS(then), SLICE_ARGS(now));
    return status ? status : add(r, d, message, (slice){0});
}

static bool any_after(const reading_state *r, uint32_t sentence)
{
    for (size_t i = reading_first_date(r, sentence); i < r->dates.count; i++) {
        const reading_date *d = &r->dates.items[i];
        if (d->sentence != sentence)
            break;
        if (d->type == CHANCERY_DATE && !d->relative && !d->guessed &&
            d->value.len == READING_DAY &&
            slice_compare(d->value, r->report->document.published) > 0)
            return true;
    }
    return false;
}

static chancery_status check_sentence(reading_state *r, uint32_t sentence)
{
    relations_scan x;
    if (!any_after(r, sentence))
        return CHANCERY_OK;
    chancery_status status = relations_open(r, sentence, &x);
    for (size_t i = 0; !status && x.segment && i < x.s->clause_count; i++)
        status = check_future(&x, &x.s->clauses[i]);
    return status;
}

/* --- relations --- */

static bool same_pair(const reading_relation *a, const reading_relation *b)
{
    return slice_equal(a->between[0], b->between[0]) && slice_equal(a->between[1], b->between[1]);
}

/** Whether the pair broke relations off at some time, so that they may have begun twice. */
static bool was_broken(const reading_state *r, const reading_relation *relation)
{
    for (size_t i = 0; i < r->relations.count; i++) {
        const reading_relation *x = &r->relations.items[i];
        if (same_pair(x, relation) && x->kind.len > relation->kind.len &&
            slice_starts(x->kind, relation->kind))
            return true;
    }
    return false;
}

/** Words that set one beginning apart from another: "full relations", "the Soviet Union". */
static bool sets_apart(const reading_state *r, const reading_relation *relation)
{
    static const char *const words[] = {"full",        "ambassador", "ambassadorial",
                                        "level",       "legation",   "consular",
                                        "ambassadors", "again",      NULL};
    const text_sentence *s = &r->report->sentences[relation->sentence];
    for (uint32_t i = s->first; i < s->first + s->count; i++) {
        if (r->hit_at[i] >= 0 && r->hits.items[r->hit_at[i]].kind == KB_OLD)
            return true;
        for (size_t k = 0; words[k]; k++)
            if (reading_is(r, i, words[k]))
                return true;
    }
    return false;
}

static const reading_date *date_of(const reading_state *r, const reading_relation *relation)
{
    for (size_t i = reading_first_date(r, relation->sentence); i < r->dates.count; i++) {
        const reading_date *d = &r->dates.items[i];
        if (d->sentence != relation->sentence)
            break;
        if (slice_equal(d->value, relation->since))
            return d;
    }
    return NULL;
}

/** The same relations with two beginnings. */
static chancery_status check_relation(reading_state *r, size_t at)
{
    const reading_relation *b = &r->relations.items[at];
    for (size_t i = 0; i < at; i++) {
        const reading_relation *a = &r->relations.items[i];
        if (!same_pair(a, b) || !slice_equal(a->kind, b->kind) || was_broken(r, b) ||
            (!slice_equal(a->kind, SLICE("diplomatic relations")) &&
             !slice_equal(a->kind, SLICE("membership"))))
            continue;
        /* IGO stands for many bodies: two memberships are two of them */
        if (slice_equal(a->kind, SLICE("membership")) &&
            (slice_equal(a->between[0], SLICE("IGO")) || slice_equal(a->between[1], SLICE("IGO"))))
            continue;
        if (sets_apart(r, a) || sets_apart(r, b))
            continue;
        const reading_date *date = date_of(r, b);
        slice first, second, message;
        chancery_status status = findings_print_date(r, a->since, &first);
        if (!status)
            status = findings_print_date(r, b->since, &second);
        if (!status)
            status = arena_printf(r->arena, &message, r->error,
                                  "The report lets the same %.*s begin on %.*s and on %.*s.",
                                  SLICE_ARGS(a->kind), SLICE_ARGS(first), SLICE_ARGS(second));
        span where = date ? reading_span(r, date->token, date->count) : b->where;
        return status ? status
                      : findings_add(r, "date-conflict", CHANCERY_WARNING, where, message, first);
    }
    return CHANCERY_OK;
}

chancery_status findings_check_dates(reading_state *r)
{
    chancery_status status = CHANCERY_OK;
    for (size_t i = 0; !status && i < r->dates.count; i++) {
        const reading_date *d = &r->dates.items[i];
        if (d->type != CHANCERY_DATE)
            continue;
        status = check_weekday(r, d);
        if (!status)
            status = check_day(r, d);
        if (!status)
            status = check_range(r, d);
        if (!status && i + 1 < r->dates.count && d[1].type == CHANCERY_DATE)
            status = check_beside(r, d, d + 1);
    }
    bool dated = r->report->document.published.len == READING_DAY;
    for (uint32_t i = 0; dated && !status && i < r->report->sentence_count; i++)
        status = check_sentence(r, i);
    for (size_t i = 0; !status && i < r->relations.count && i < 200; i++)
        status = check_relation(r, i);
    return status;
}
