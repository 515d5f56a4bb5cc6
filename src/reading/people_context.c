/* What the words around an office say about whose it is.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * A sum of small signs for each state named near by: where the sentence plays, who travels where
 * and who is met, whom the words are aimed at, which side somebody leads, what the sentence before
 * and the heading are about. Signs in the sentence weigh LOCAL_WEIGHT times those of the whole
 * report. */
#include "reading/people.h"

enum { LOCAL_WEIGHT = 3 };

static void add_points(people_context *c, slice code, int points)
{
    if (!people_is_state_code(code))
        return;
    for (size_t i = 0; i < c->count; i++)
        if (slice_equal(c->items[i].code, code)) {
            c->items[i].points += points;
            return;
        }
    if (c->count < PEOPLE_MAX_CANDIDATES)
        c->items[c->count++] = (people_candidate){code, points};
}

static void add_local(people_context *c, slice code, int points)
{
    add_points(c, code, points * LOCAL_WEIGHT);
}

/** The other of two states: the only other one near by, or of the report's two. */
static slice other_state(const people_context *c, slice code)
{
    slice other = {0};
    size_t others = 0;
    for (size_t i = 0; i < c->count; i++)
        if (!slice_equal(c->items[i].code, code)) {
            other = c->items[i].code;
            others++;
        }
    if (others == 1)
        return other;
    if (slice_equal(c->signs->dyad[0], code))
        return c->signs->dyad[1];
    return slice_equal(c->signs->dyad[1], code) ? c->signs->dyad[0] : (slice){0};
}

static bool is_any(const people_work *w, uint32_t i, const char *const *words)
{
    return people_is_any(w, i, words);
}

static bool is_noun(const reading_hit *hit)
{
    return hit->kind != KB_ADJECTIVE && hit->kind != KB_PEOPLE;
}

/** Whether "visited", "arrived in", "trip to" lead to a place at `at`. */
static bool is_gone_to(const people_work *w, uint32_t at, uint32_t first)
{
    static const char *const to[] = {"to", "for", "in", "at", NULL};
    static const char *const visits[] = {"visited", "visit", "visits", "visiting", "toured", NULL};
    static const char *const ways[] = {
        "arrived", "arrives",    "arriving", "flies",   "travels", "travelled", "traveled", "flew",
        "came",    "went",       "trip",     "visit",   "visited", "fly",       "travel",   "flown",
        "left",    "delegation", "come",     "mission", "sailed",  "invited",   NULL};
    if (at > first && is_any(w, at - 1, visits))
        return true;
    return at > first + 1 && is_any(w, at - 1, to) && is_any(w, at - 2, ways);
}

static bool has_between(const people_work *w, uint32_t from, uint32_t to, const char *const *words)
{
    for (uint32_t i = from; i < to; i++)
        if (is_any(w, i, words))
            return true;
    return false;
}

/** "left Maputo for", "returned to Maputo", "denied from Beira": where one comes from or is at
 * home.
 */
static bool is_home(const people_work *w, uint32_t at, uint32_t first)
{
    static const char *const left[] = {"left", "leaves", "leaving", "departed", NULL};
    static const char *const back[] = {"returned", "returns", "returning", "back", NULL};
    if (at > first && is_any(w, at - 1, left))
        return true;
    if (at < first + 2)
        return false;
    bool verb = w->tags[at - 2] == SYNTAX_VBD || people_has(w, at - 2, PEOPLE_SPEECH);
    return (people_is(w, at - 1, "to") && is_any(w, at - 2, back)) ||
           (people_is(w, at - 1, "from") && verb && !is_any(w, at - 2, back));
}

/** A journey to a state: not one's own, unless one invites or is visited. */
static void weigh_journey(people_context *c, slice code, const reading_hit *hit)
{
    static const char *const invites[] = {"invited", "invites", "invite", "inviting", NULL};
    static const char *const invitation[] = {"invitation", NULL};
    const people_work *w = c->w;
    static const char *const with[] = {"accompanied", "accompanying", "flanked",
                                       "delegation",  "with",         NULL};
    bool subject = c->name->token < hit->token || has_between(w, hit->token, c->title->first, with);
    if (subject && !has_between(w, c->name->token, hit->token, invites)) {
        slice other = other_state(c, code);
        c->gone_to = code;
        add_local(c, code, -4);
        add_local(c, other, 3);
    } else {
        bool asked = subject || has_between(w, hit->token, c->title->first, invitation);
        add_local(c, code, asked ? 4 : 3);
    }
}

/** "The Fijian delegation was led by", "on the Fijian side": who leads it is of that state. */
static bool is_side(const people_work *w, const reading_hit *hit, uint32_t title)
{
    static const char *const sides[] = {"delegation", "side", "team", "group", "mission", NULL};
    static const char *const leads[] = {"led", "headed", "represented", "chaired", NULL};
    uint32_t after = hit->token + hit->count;
    return after < title && is_any(w, after, sides) &&
           has_between(w, after, title < after + 6 ? title : after + 6, leads);
}

/** Whether a place behind the name is where he spoke or acted, not a part of what he said. */
static bool is_setting(const people_context *c, uint32_t at)
{
    static const char *const words[] = {"that", "\"", "“", "which", "who", "as", NULL};
    uint32_t from = c->name->token + c->name->count;
    return from < at && at - from < 16 && !has_between(c->w, from, at, words);
}

/** What one name of a state in the office's own sentence says. */
static void weigh_hit(people_context *c, const reading_hit *hit, uint32_t first)
{
    static const char *const in[] = {"in", "at", NULL};
    const people_work *w = c->w;
    slice code = people_hit_code(w, hit);
    bool before = hit->token < c->title->first;
    uint32_t at = hit->token;
    static const char *const parts[] = {
        "western",      "eastern",      "northern",     "southern",     "central",
        "northwestern", "northeastern", "southwestern", "southeastern", NULL};
    at -= at > first && (people_is(w, at - 1, "the") || is_any(w, at - 1, parts));
    if (is_home(w, at, first))
        add_local(c, code, before ? 1 : 5);
    else if (is_gone_to(w, at, first))
        weigh_journey(c, code, hit);
    else if (at > first && is_any(w, at - 1, in) && is_noun(hit))
        add_local(c, code, before ? 3 : people_hit_is_place(w, hit) && is_setting(c, at) ? 2 : 0);
    else if (before && is_side(w, hit, c->title->first))
        add_local(c, code, 5);
    else if (before && at > first && (people_is(w, at - 1, "a") || people_is(w, at - 1, "an")) &&
             hit->kind != KB_NAME)
        add_local(c, code, 3); /* "it is a Uruguayan who" */
    else if (is_noun(hit) || people_has(w, hit->token + hit->count, PEOPLE_BODY))
        add_local(c, code, at <= first + 1 && before ? 3 : 1);
    else
        add_points(c, code, 1); /* "Afghan refugees": present, no more */
}

/** Verbs whose object is another state. */
static bool is_aimed(const people_work *w, uint32_t i)
{
    static const char *const words[] = {
        "accused",    "accuses", "blamed",  "blames",   "condemned",  "criticised", "criticized",
        "urged",      "urges",   "asked",   "thanked",  "praised",    "warned",     "warns",
        "threatened", "told",    "assured", "demanded", "commended",  "invited",    "congratulated",
        "condemns",   "thanks",  "praises", "asks",     "criticises", "criticizes", "demands",
        "warn",       "urge",    "condemn", NULL};
    return people_is_any(w, i, words);
}

/** "warned that Guyana would …" speaks for Guyana; "thanked Peru and Chile" for neither. */
static void weigh_speech(people_context *c)
{
    static const char *const will[] = {"will", "would", "'ll", "'d", NULL};
    const people_work *w = c->w;
    uint32_t end = people_sentence_end(w, c->name->sentence);
    uint32_t verb = c->name->token + c->name->count;
    uint32_t limit = verb + 24 < end ? verb + 24 : end;
    while (verb < limit &&
           (!people_has(w, verb, PEOPLE_SPEECH) || people_has(w, verb, PEOPLE_CAPITAL)))
        verb++;
    if (verb >= limit)
        return;
    uint32_t i = verb + 1;
    while (is_aimed(w, verb) && i < end) { /* the objects */
        i += people_is(w, i, "the") && i + 1 < end;
        const reading_hit *hit = people_hit(w, i);
        if (!hit || hit->token != i || !is_noun(hit))
            break;
        add_local(c, people_hit_code(w, hit), -5);
        i += hit->count;
        while (i < end && (people_is(w, i, ",") || people_is(w, i, "and")))
            i++;
    }
    for (limit = i + 24; i < end && i < limit; i++) {
        const reading_hit *hit = people_hit(w, i);
        uint32_t after = hit ? hit->token + hit->count : 0;
        if (!hit || hit->token != i || !is_noun(hit))
            continue;
        bool plan = after < end && is_any(w, after, will);
        bool subject = after < end && w->tags[after] == SYNTAX_VBD;
        add_local(c, people_hit_code(w, hit), plan ? 4 : subject ? 1 : 0);
        return;
    }
}

/** Whether words stand between two mentions that set them apart: a verb, "with". */
static bool is_apart(const people_work *w, uint32_t from, uint32_t to)
{
    static const char *const with[] = {"with", "by", "met", "to", NULL};
    for (uint32_t i = from; i < to; i++)
        if (w->tags[i] == SYNTAX_VBD || w->tags[i] == SYNTAX_VBZ || w->tags[i] == SYNTAX_VB)
            return true;
    return has_between(w, from, to, with);
}

/** Somebody else with a state in the sentence: the subject meets others, those in one list are
 * mostly of the same. */
static void weigh_other(people_context *c, slice code, uint32_t from, uint32_t to, bool subject)
{
    static const char *const joined[] = {"joined", "accompanied", "flanked", "alongside", NULL};
    bool appointed = false;
    for (uint32_t i = from; i < to; i++)
        appointed = appointed || people_has(c->w, i, PEOPLE_APPOINT);
    if (code.len == 0)
        return;
    if (appointed || has_between(c->w, from, to, joined)) {
        add_local(c, code, 3);
    } else if (subject && is_apart(c->w, from, to)) {
        slice other = other_state(c, code);
        add_local(c, code, -3);
        add_local(c, other, 2);
    } else {
        add_local(c, code, 2);
    }
}

/** The state of a title alone that is somebody's: of those who hold it, the one named last. */
static slice code_of_title(const people_work *w, const people_title *t)
{
    enum { FAR = 24 };
    uint64_t key = w->tokens[t->core].key;
    uint32_t names = w->name_first[t->sentence];
    for (uint32_t n = names; n-- > 0 && n + FAR > names;) {
        int32_t person = w->names.items[n].person;
        size_t offices = person < 0 ? 0 : w->r->people.items[person].offices.count;
        for (size_t i = 0; i < offices; i++) {
            const reading_office *o = &w->r->people.items[person].offices.items[i];
            if (!o->former && o->code.len && (o->rank == t->rank || w->tokens[o->token].key == key))
                return o->code;
        }
    }
    return (slice){0};
}

/** A title without a name at the head of the sentence is its subject. */
static bool weigh_titled_subject(people_context *c, uint32_t first)
{
    const people_work *w = c->w;
    const people_title *t = w->title_at[first] < 0 ? NULL : &w->titles.items[w->title_at[first]];
    if (!t || t == c->title || t->holder >= 0 || t->plural || t->generic)
        return false;
    slice code = t->said_count ? t->said[0] : code_of_title(w, t);
    weigh_other(c, code, t->end, c->title->first, true);
    return code.len > 0;
}

static void weigh_company(people_context *c)
{
    const people_work *w = c->w;
    uint32_t s = c->name->sentence;
    bool subject = !weigh_titled_subject(c, w->r->report->sentences[s].first);
    for (uint32_t n = w->name_first[s]; n < w->name_first[s + 1]; n++) {
        const people_name *m = &w->names.items[n];
        bool earlier = m->token < c->name->token;
        if (m->person < 0 || (uint32_t)m->person == c->person)
            continue;
        uint32_t from = earlier ? m->token + m->count : c->name->token + c->name->count;
        uint32_t to = earlier ? c->title->first : m->lead;
        weigh_other(c, people_code(w, m->person), from, to, subject || !earlier);
        subject = subject && !is_apart(w, from, to);
    }
}

/** "He and Prime Minister X raised …": he is of another state. */
static void weigh_pronoun(people_context *c, uint32_t first)
{
    static const char *const he[] = {"he", "she", NULL};
    const people_work *w = c->w;
    uint32_t s = c->name->sentence;
    if (s == 0 || first + 2 != c->title->first || !is_any(w, first, he) ||
        !people_is(w, first + 1, "and"))
        return;
    for (uint32_t n = w->name_first[s - 1]; n < w->name_first[s]; n++) {
        slice code = people_code(w, w->names.items[n].person);
        if (code.len == 0)
            continue;
        slice other = other_state(c, code);
        add_local(c, code, -4);
        add_local(c, other, 3);
        return;
    }
}

/** The state that the sentence before is about: the first named counts most, or that of the person
 * named first; the object of "thanked" doesn't. */
static void weigh_sentence_before(people_context *c, uint32_t sentence)
{
    const people_work *w = c->w;
    const text_sentence *s = &w->r->report->sentences[sentence];
    int points = 2;
    for (uint32_t i = s->first; i < s->first + s->count; i++) {
        const reading_hit *hit = people_hit(w, i);
        int32_t person = w->r->person_at[i];
        slice code = person >= 0 && points == 2 ? people_code(w, person) : (slice){0};
        if (hit && hit->token == i && !(i > s->first && is_aimed(w, i - 1)))
            code = people_hit_code(w, hit);
        if (!people_is_state_code(code))
            continue;
        bool venue = hit && hit->kind == KB_ADJECTIVE && hit->token >= s->first + 2 &&
                     people_is(w, hit->token - 2, "at") && people_is(w, hit->token - 1, "the");
        add_local(c, code, venue ? 5 : points + (points == 2 && i <= s->first + 1));
        points = 1;
    }
}

static void weigh_heading(people_context *c, uint32_t sentence)
{
    const people_work *w = c->w;
    const text_sentence *s = &w->r->report->sentences[sentence];
    bool first = true;
    for (uint32_t i = s->first; i < s->first + s->count; i++) {
        const reading_hit *hit = people_hit(w, i);
        if (!hit || hit->token != i || !people_is_state_code(people_hit_code(w, hit)))
            continue;
        add_points(c, people_hit_code(w, hit), first && is_noun(hit) ? 2 : 1);
        first = false;
    }
}

/** Hits of the office's own words, and what another's office is about ("Ambassador to Israel"). */
static bool is_in_title(const people_context *c, uint32_t i)
{
    const people_work *w = c->w;
    if (w->title_at[i] < 0)
        return false;
    const people_title *t = &w->titles.items[w->title_at[i]];
    return t == c->title || (i >= t->core_end && t->said_count &&
                             !slice_equal(t->said[0], people_hit_code(w, people_hit(w, i))));
}

/** "Under President X, Beijing has opened": the state that he rules. */
static void weigh_rule(people_context *c, uint32_t end)
{
    const people_work *w = c->w;
    for (uint32_t i = c->name->token + c->name->count; i < end; i++) {
        const reading_hit *hit = people_hit(w, i);
        if (!hit || !is_noun(hit))
            continue;
        add_local(c, people_hit_code(w, hit), 4);
        return;
    }
}

void people_weigh(people_context *c)
{
    const people_work *w = c->w;
    const people_signs *signs = c->signs;
    const text_sentence *s = &w->r->report->sentences[c->title->sentence];
    for (uint32_t i = s->first; i < s->first + s->count; i++) {
        const reading_hit *hit = people_hit(w, i);
        bool where = hit && hit->token < c->title->first &&
                     people_is(w, hit->token + hit->count, ",") &&
                     people_is(w, hit->token + hit->count + 1, "where");
        if (where && hit->token == i)
            add_local(c, people_hit_code(w, hit), 6); /* "in Peru, where the minister, X," */
        else if (hit && hit->token == i && !is_in_title(c, i))
            weigh_hit(c, hit, s->first);
    }
    for (uint32_t i = c->title->core; i < c->title->end; i++)
        if (people_hit(w, i) && c->office->rank != KB_RANK_LOCAL)
            add_local(c, people_hit_code(w, people_hit(w, i)), -6); /* "envoy for Sudan" */
    if (c->title->first > s->first && people_is(w, c->title->first - 1, "under"))
        weigh_rule(c, s->first + s->count);
    weigh_speech(c);
    weigh_company(c);
    weigh_pronoun(c, s->first);
    if (c->title->sentence > 0 && s[-1].paragraph == s->paragraph && !s[-1].title)
        weigh_sentence_before(c, c->title->sentence - 1);
    for (uint32_t i = 0; i < w->r->report->sentence_count && i < 2; i++)
        if (w->r->report->sentences[i].title)
            weigh_heading(c, i);
    add_points(c, signs->dateline, c->title->owner == PEOPLE_OWNER_OUR ? 9 : 2);
    add_points(c, signs->publisher, c->title->owner == PEOPLE_OWNER_OUR ? 9 : 4);
    if (slice_equal_ascii_fold(c->office->title, SLICE("Secretary of State")))
        add_points(c, SLICE("USA"), 9);
    add_points(c, signs->dyad[0], 1);
    add_points(c, signs->dyad[1], 1);
}
