/* Findings: an office that the knowledge base gives to somebody else on the day of the report.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * A note that changes nothing: the knowledge base may be wrong or old. It is silent unless the
 * report has a day, the office has one holder at a time, and the knowledge base knows who that was
 * on that day; who is acting, deputy or former holds another office. */
#include "reading/findings.h"

enum { MOST_TERMS = 128, MOST_HOLDERS = 8 };

static bool has_word(slice title, slice word)
{
    slice part;
    while (slice_next(&title, ' ', &part))
        if (slice_equal_ascii_fold(part, word))
            return true;
    return false;
}

static bool is_judged(const reading_office *o)
{
    static const char *const others[] = {"acting",   "interim",  "caretaker",
                                         "outgoing", "incoming", "designate",
                                         "elect",    "deputy",   NULL};
    bool rank = o->rank == KB_RANK_HEAD_OF_STATE || o->rank == KB_RANK_HEAD_OF_GOVERNMENT ||
                o->rank == KB_RANK_FOREIGN_MINISTER || o->rank == KB_RANK_DEFENCE_MINISTER;
    if (!rank || o->former || o->from.len || o->until.len || o->code.len == 0)
        return false;
    for (size_t i = 0; others[i]; i++)
        if (has_word(o->title, slice_of(others[i])))
            return false;
    return slice_find(o->title, SLICE("-elect")) == SIZE_MAX;
}

/** Whether the knowledge base answers for this day: for an office without an end only up to when it
 * was last checked, for what reports taught never. */
static bool vouches(const kb *k, const kb_term *term, kb_date date)
{
    kb_entry person = kb_entry_at(k, term->entry);
    if (term->seen || !kb_term_holds(term, date))
        return false;
    return term->until != 0 ||
           (person.checked && kb_first_day(date) <= kb_last_day(person.checked));
}

static bool shares_word(slice known, slice name)
{
    slice part;
    while (slice_next(&known, ' ', &part)) {
        slice rest = name, other;
        while (part.len > 2 && slice_next(&rest, ' ', &other))
            if (text_key(part) == text_key(other))
                return true;
    }
    return false;
}

/** Whether a name of the entry shares a word with a person's name. */
static bool shares_name(const kb *k, uint32_t entry, slice name)
{
    for (uint32_t i = 0; i < kb_name_count(k, entry); i++)
        if (shares_word(kb_name_at(k, entry, i).text, name))
            return true;
    return false;
}

static bool is_same_person(const kb *k, uint32_t entry, const reading_person *p)
{
    if (p->known == (int32_t)entry)
        return true;
    return shares_name(k, entry, p->name);
}

/** "imposed under President X in 1962": whether the sentence tells of an earlier year. */
static bool tells_of_earlier(const reading_state *r, const reading_office *o, kb_date date)
{
    for (size_t i = reading_first_date(r, o->sentence);
         i < r->dates.count && r->dates.items[i].sentence == o->sentence; i++) {
        kb_date told;
        slice value = r->dates.items[i].value;
        if (r->dates.items[i].type == CHANCERY_DATE && value.len >= READING_YEAR &&
            kb_parse_date(slice_range(value, 0, READING_YEAR), &told) &&
            told / 10000 < date / 10000)
            return true;
    }
    return false;
}

/** Whether the two titles are of one office: a king and a president are both heads of state. */
static bool is_same_office(const kb_term *term, const reading_office *o)
{
    return o->rank != KB_RANK_HEAD_OF_STATE || slice_equal_ascii_fold(term->title, o->title);
}

/** The holders on that day. @return how many, 0 where the person is one or nobody is known. */
static size_t others_in_office(const reading_state *r, const reading_person *p,
                               const reading_office *o, kb_date date, kb_term *out)
{
    kb_term terms[MOST_TERMS];
    const kb *k = r->engine->kb;
    size_t count = kb_holders(k, o->code, o->rank, terms, MOST_TERMS), found = 0;
    for (size_t i = 0; i < count; i++) {
        if (is_same_person(k, terms[i].entry, p) && kb_term_holds(&terms[i], date))
            return 0;
        if (found < MOST_HOLDERS && vouches(k, &terms[i], date) && is_same_office(&terms[i], o))
            out[found++] = terms[i];
    }
    return found;
}

static chancery_status report_office(reading_state *r, const reading_person *p,
                                     const reading_office *o, const kb_term *holder)
{
    slice message, day;
    kb_entry person = kb_entry_at(r->engine->kb, holder->entry);
    chancery_status status = findings_print_date(r, r->report->document.published, &day);
    if (!status)
        status = arena_printf(
            r->arena, &message, r->error,
            "%.*s is called %.*s of %.*s here; by the knowledge base that was %.*s on %.*s.",
            SLICE_ARGS(p->name), SLICE_ARGS(o->title), SLICE_ARGS(findings_state_name(r, o->code)),
            SLICE_ARGS(person.name), SLICE_ARGS(day));
    return status ? status
                  : findings_add(r, "office-conflict", CHANCERY_NOTE,
                                 reading_span(r, o->token, o->count), message, person.name);
}

chancery_status findings_check_offices(reading_state *r)
{
    kb_date date;
    kb_term holders[MOST_HOLDERS];
    chancery_status status = CHANCERY_OK;
    slice published = r->report->document.published;
    if (published.len < READING_DAY ||
        !kb_parse_date(slice_range(published, 0, READING_DAY), &date))
        return CHANCERY_OK;
    for (size_t i = 0; !status && i < r->people.count; i++) {
        const reading_person *p = &r->people.items[i];
        for (size_t k = 0; !status && k < p->offices.count; k++) {
            const reading_office *o = &p->offices.items[k];
            if (is_judged(o) && !tells_of_earlier(r, o, date) &&
                others_in_office(r, p, o, date, holders))
                status = report_office(r, p, o, &holders[0]);
        }
    }
    return status;
}
