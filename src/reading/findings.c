/* Findings: where a report contradicts itself about people and days.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * Each check says something only where the words leave no doubt: a reader who is warned in vain
 * stops reading warnings. */
#include "reading/findings.h"
#include "reading/lexicon.h"

enum { FINDINGS_MAX = 1000 };

static bool same_span(span a, span b)
{
    return a.start < b.end && b.start < a.end;
}

chancery_status findings_add(reading_state *r, const char *kind, chancery_severity severity,
                             span where, slice message, slice likely)
{
    if (r->findings.count >= FINDINGS_MAX)
        return CHANCERY_OK;
    for (size_t i = 0; i < r->findings.count; i++)
        if (slice_is(r->findings.items[i].kind, kind) &&
            same_span(r->findings.items[i].where, where))
            return CHANCERY_OK;
    reading_finding *finding = array_push(&r->findings, r->arena, r->error);
    if (!finding)
        return r->error->status;
    *finding = (reading_finding){slice_of(kind), severity, where, message, likely};
    return CHANCERY_OK;
}

slice findings_state_name(const reading_state *r, slice code)
{
    uint32_t entry;
    return kb_code(r->engine->kb, code, &entry) ? kb_entry_at(r->engine->kb, entry).name : code;
}

bool findings_report_date(const reading_state *r, int *year, int *month)
{
    int day = 0;
    slice latest = {0};
    if (text_iso_date(r->report->document.published, year, month, &day))
        return true;
    for (size_t i = 0; i < r->dates.count; i++) {
        const reading_date *d = &r->dates.items[i];
        if (d->type == CHANCERY_DATE && d->value.len == READING_DAY && !d->relative &&
            !d->guessed && (latest.len == 0 || slice_compare(d->value, latest) > 0))
            latest = d->value;
    }
    return text_iso_date(latest, year, month, &day);
}

chancery_status findings_print_date(reading_state *r, slice iso, slice *out)
{
    static const char *const months[] = {"",        "January",  "February", "March",  "April",
                                         "May",     "June",     "July",     "August", "September",
                                         "October", "November", "December"};
    int year = 0, month = 0, day = 0;
    if (!text_iso_date(iso, &year, &month, &day)) {
        *out = iso;
        return CHANCERY_OK;
    }
    if (iso.len == READING_DAY)
        return arena_printf(r->arena, out, r->error, "%d %s %d", day, months[month], year);
    if (iso.len == READING_MONTH)
        return arena_printf(r->arena, out, r->error, "%s %d", months[month], year);
    return arena_printf(r->arena, out, r->error, "%d", year);
}

/* --- people --- */

static bool is_state(const reading_state *r, slice code)
{
    uint32_t entry;
    return code.len && kb_code(r->engine->kb, code, &entry) &&
           kb_entry_at(r->engine->kb, entry).kind == KB_STATE;
}

/** Whether one of the person's offices is of that state. */
static bool serves(const reading_person *p, slice code)
{
    for (size_t i = 0; i < p->offices.count; i++)
        if (slice_equal(p->offices.items[i].code, code))
            return true;
    return slice_equal(p->code, code);
}

static chancery_status report_nation(reading_state *r, const reading_person *p, slice code,
                                     span where)
{
    slice message, own = findings_state_name(r, p->code), other = findings_state_name(r, code);
    if (serves(p, code) || !is_state(r, code) || !is_state(r, p->code))
        return CHANCERY_OK;
    chancery_status status =
        arena_printf(r->arena, &message, r->error, "%.*s is said to be of %.*s here, but %s %.*s.",
                     SLICE_ARGS(p->name), SLICE_ARGS(other),
                     p->offices.count ? "holds an office of" : "elsewhere of", SLICE_ARGS(own));
    return status ? status
                  : findings_add(r, "nationality-conflict", CHANCERY_WARNING, where, message, own);
}

static chancery_status check_nation(reading_state *r, const reading_person *p)
{
    chancery_status status = CHANCERY_OK;
    for (size_t i = 0; !status && i < p->claims.count; i++) {
        const reading_claim *c = &p->claims.items[i];
        status = report_nation(r, p, c->code, reading_span(r, c->token, c->count));
    }
    return status;
}

static chancery_status check_titles(reading_state *r, const reading_person *p)
{
    chancery_status status = CHANCERY_OK;
    for (size_t i = 0; !status && i < p->slips.count && p->offices.count; i++) {
        const reading_office *slip = &p->slips.items[i];
        slice message, right = p->offices.items[0].title;
        status = arena_printf(r->arena, &message, r->error,
                              "%.*s is called %.*s here, but is %.*s in the same report.",
                              SLICE_ARGS(p->name), SLICE_ARGS(slip->title), SLICE_ARGS(right));
        if (!status)
            status = findings_add(r, "title-conflict", CHANCERY_WARNING,
                                  reading_span(r, slip->token, slip->count), message, right);
    }
    return status;
}

/** The same wrong name is said once, however often it stands. */
static bool said_before(const reading_state *r, const reading_person *p, size_t at)
{
    const reading_mention *m = &p->misnamed.items[at];
    slice words = reading_words(r, m->token, m->count);
    for (size_t i = 0; i < at && i < 32; i++) {
        const reading_mention *other = &p->misnamed.items[i];
        if (slice_equal(reading_words(r, other->token, other->count), words))
            return true;
    }
    return false;
}

/** Whether all words of `part` stand in `name`. */
static bool is_part(slice part, slice name)
{
    slice word;
    while (slice_next(&part, ' ', &word)) {
        slice rest = name, other;
        bool found = false;
        while (!found && slice_next(&rest, ' ', &other))
            found = slice_equal_ascii_fold(word, other);
        if (!found)
            return false;
    }
    return true;
}

/** Only of those who hold an office: others share names with too much else. */
static chancery_status check_names(reading_state *r, const reading_person *p)
{
    chancery_status status = CHANCERY_OK;
    if (p->offices.count == 0)
        return CHANCERY_OK;
    for (size_t i = 0; !status && i < p->misnamed.count; i++) {
        const reading_mention *m = &p->misnamed.items[i];
        slice words = reading_words(r, m->token, m->count), message;
        bool given = is_part(words, p->name), alone = slice_find(words, SLICE(" ")) == SIZE_MAX;
        slice right = alone && p->family.len ? p->family : p->name;
        if (said_before(r, p, i) || (given && p->family.len && slice_ends(words, p->family)))
            continue;
        status = arena_printf(r->arena, &message, r->error,
                              given ? "%.*s is called %.*s here, which is not the surname."
                                    : "%.*s is written %.*s here.",
                              SLICE_ARGS(p->name), SLICE_ARGS(words));
        if (!status)
            status = findings_add(r, "name-conflict", CHANCERY_WARNING,
                                  reading_span(r, m->token, m->count), message, right);
    }
    return status;
}

chancery_status findings_check_people(reading_state *r)
{
    chancery_status status = CHANCERY_OK;
    for (size_t i = 0; !status && i < r->people.count; i++) {
        const reading_person *p = &r->people.items[i];
        status = check_nation(r, p);
        if (!status)
            status = check_titles(r, p);
        if (!status)
            status = check_names(r, p);
    }
    return status;
}

/** In the order of the text. */
static void sort_findings(reading_state *r)
{
    reading_finding *f = r->findings.items;
    for (size_t i = 1; i < r->findings.count; i++) {
        reading_finding moved = f[i];
        size_t k = i;
        for (; k > 0 && f[k - 1].where.start > moved.where.start; k--)
            f[k] = f[k - 1];
        f[k] = moved;
    }
}

chancery_status reading_findings(reading_state *r)
{
    static chancery_status (*const checks[])(reading_state *) = {
        findings_check_people, findings_check_offices,  findings_check_dates,
        findings_check_events, findings_check_jubilees,
    };
    chancery_status status = reading_take_lexicon(r);
    for (size_t i = 0; !status && i < sizeof checks / sizeof *checks; i++)
        status = checks[i](r);
    sort_findings(r);
    return status;
}
