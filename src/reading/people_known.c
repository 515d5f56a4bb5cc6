/* Who the knowledge base knows by a name.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * What the report says comes first; the knowledge base serves where it says nothing: "Macron said"
 * in a report that never tells who he is. A whole name means its bearer. A family name alone means
 * somebody only where one person of that name led a state or its foreign or defence ministry, or an
 * organisation, on the day of the report, and the report names that state or organisation. */
#include "reading/people.h"

enum { MOST_NAMESAKES = 16, POINTS_HOLDS = 2, POINTS_WHOLE = 1 };

kb_date people_report_date(const people_work *w)
{
    kb_date date = 0;
    return kb_parse_date(w->r->report->document.published, &date) ? date : 0;
}

/** Whether the report names the state or organisation. */
static bool names_owner(const people_work *w, const kb_term *term)
{
    enum { MOST_LOOKED_AT = 512 };
    const reading_state *r = w->r;
    for (size_t i = 0; i < r->hits.count && i < MOST_LOOKED_AT; i++)
        if (r->hits.items[i].entry == term->whose ||
            (people_is_state_code(term->code) &&
             slice_equal(people_hit_code(w, &r->hits.items[i]), term->code)))
            return true;
    return false;
}

static bool names_a_state(const people_work *w)
{
    enum { MOST_LOOKED_AT = 512 };
    for (size_t i = 0; i < w->r->hits.count && i < MOST_LOOKED_AT; i++)
        if (people_hit_kind(w, &w->r->hits.items[i]) == KB_STATE)
            return true;
    return false;
}

/** "Trump threatened Iran": who governs needs no more than a verb and a state in the report. */
static bool is_plain(const people_work *w, const people_name *n, const kb_term *term)
{
    bool governs = term->rank == KB_RANK_HEAD_OF_STATE || term->rank == KB_RANK_HEAD_OF_GOVERNMENT;
    return governs && n->score > 0 && names_a_state(w) &&
           !people_has(w, n->token, PEOPLE_GIVEN | PEOPLE_WEAK | PEOPLE_NEVER);
}

static bool leads(const kb_term *term)
{
    return term->rank == KB_RANK_HEAD_OF_STATE || term->rank == KB_RANK_HEAD_OF_GOVERNMENT ||
           term->rank == KB_RANK_FOREIGN_MINISTER || term->rank == KB_RANK_DEFENCE_MINISTER ||
           term->rank == KB_RANK_HEAD_OF_ORGANISATION;
}

/** How well a hit fits a name, 0 where not at all. */
static int fit(const people_work *w, const people_name *n, const kb_hit *hit, kb_date date)
{
    kb_term term;
    bool holds;
    bool whole = hit->kind == KB_NAME && n->unit_count > 1;
    if (hit->tokens != n->count || !kb_office_on(w->r->engine->kb, hit->entry, date, &term, &holds))
        return 0;
    if (!whole &&
        !(date && holds && leads(&term) && (names_owner(w, &term) || is_plain(w, n, &term))))
        return 0;
    return (whole ? POINTS_WHOLE : 0) + (holds ? POINTS_HOLDS : 0) + 1;
}

int32_t people_known(const people_work *w, const people_name *n)
{
    kb_hit hits[MOST_NAMESAKES];
    kb_date date = people_report_date(w);
    size_t count =
        kb_find_person(w->r->engine->kb, w->tokens + n->token, n->count, hits, MOST_NAMESAKES);
    int best = 0;
    int32_t found = -1;
    for (size_t i = 0; i < count; i++) {
        int points = fit(w, n, &hits[i], date);
        if (points > best) {
            best = points;
            found = (int32_t)hits[i].entry;
        } else if (points && points == best && (int32_t)hits[i].entry != found) {
            found = -1; /* two of them fit as well */
        }
    }
    return found;
}

slice people_known_code(const people_work *w, const people_name *n, kb_rank rank)
{
    kb_hit hits[MOST_NAMESAKES];
    kb_date date = people_report_date(w);
    slice code = {0};
    size_t count =
        kb_find_person(w->r->engine->kb, w->tokens + n->token, n->count, hits, MOST_NAMESAKES);
    for (size_t i = 0; i < count; i++) {
        for (uint32_t k = 0; k < kb_term_count(w->r->engine->kb, hits[i].entry); k++) {
            kb_term term = kb_term_at(w->r->engine->kb, hits[i].entry, k);
            if (hits[i].tokens != n->count || term.rank != rank || !kb_term_holds(&term, date))
                continue;
            if (code.len && !slice_equal(code, term.code))
                return (slice){0};
            code = term.code;
        }
    }
    return code;
}

void people_take_known(const people_work *w, reading_person *p)
{
    kb_term term;
    bool holds;
    if (p->known < 0 || p->offices.count ||
        !kb_office_on(w->r->engine->kb, (uint32_t)p->known, people_report_date(w), &term, &holds) ||
        (p->code.len && !slice_equal(p->code, term.code)))
        return; /* "a Namibian lawyer" is not the one known; "Mexico's X" may be */
    p->code = term.code;
    p->sector = holds ? term.sector : SLICE("ELI");
    kb_gender gender = kb_entry_at(w->r->engine->kb, (uint32_t)p->known).gender;
    if (!p->gender && gender != KB_GENDER_UNKNOWN)
        p->gender = gender == KB_HE ? 'm' : 'f';
}
