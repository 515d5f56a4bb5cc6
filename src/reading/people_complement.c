/* What follows the words of a title: "of Fisheries", "to Israel", "for Near Eastern Affairs".
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * The complement is a chain of prepositions with noun groups. A state after "of" is whose the
 * office is and leaves the title; one after "to", "for" or "on" is what the office is about and
 * stays. The hard part is where it ends: "Minister of Economic Affairs Ann Lee" has no comma. A
 * name begins at a word that is no common noun and is followed by another. */
#include "reading/people.h"

typedef struct group {
    const people_work *w;
    people_title *t;
    uint32_t end;  /* of the sentence */
    uint32_t open; /* first token behind the preposition */
    bool owns;     /* "of", "at", "in": a state in it is whose the office is */
    bool got;      /* something was taken */
    bool only_states;
    bool coordinated; /* "and" was just crossed */
    bool portfolio;   /* goes on with what a ministry is for */
    uint32_t unknown; /* capitals that nothing explains */
} group;

static bool is_capital_rank(kb_rank rank)
{
    return rank == KB_RANK_HEAD_OF_STATE || rank == KB_RANK_HEAD_OF_GOVERNMENT;
}

static bool is_government_rank(kb_rank rank)
{
    return rank >= KB_RANK_HEAD_OF_STATE && rank <= KB_RANK_DEPUTY_MINISTER;
}

static bool is_sent(kb_rank rank)
{
    return rank == KB_RANK_AMBASSADOR || rank == KB_RANK_ENVOY || rank == KB_RANK_OFFICIAL ||
           rank == KB_RANK_SPOKESPERSON || rank == KB_RANK_NONE;
}

/** Ranks that companies and clubs have too. */
static bool is_anybodys(kb_rank rank)
{
    return rank == KB_RANK_HEAD_OF_ORGANISATION || rank == KB_RANK_OFFICIAL ||
           rank == KB_RANK_SPOKESPERSON || rank == KB_RANK_NONE;
}

/** Skips "the", "a", "his". */
static uint32_t skip_article(const people_work *w, uint32_t i, uint32_t end)
{
    static const char *const words[] = {"the", "a", "an", "its", "his", "her", "their", NULL};
    return i < end && people_is_any(w, i, words) ? i + 1 : i;
}

static bool is_nominal(const people_work *w, uint32_t i)
{
    uint8_t tag = w->tags[i];
    return tag == SYNTAX_NN || tag == SYNTAX_NNS || tag == SYNTAX_JJ || tag == SYNTAX_NNP ||
           tag == SYNTAX_NNPS;
}

/** Takes a name of the knowledge base inside a complement. */
static uint32_t take_hit(group *g, const reading_hit *hit)
{
    const people_work *w = g->w;
    uint32_t after = hit->token + hit->count;
    kb_entry entry = kb_entry_at(w->r->engine->kb, hit->entry);
    bool state = people_hit_is_state(w, hit);
    bool place = entry.kind == KB_PLACE || hit->kind == KB_CAPITAL;
    bool whole =
        state || (slice_equal(entry.id, entry.code) && (!place || g->t->rank != KB_RANK_LOCAL));
    bool possessive = after < g->end && people_is_possessive(w, after);
    g->got = true;
    if (!g->owns) {
        g->only_states = false;
        return possessive ? after + 1 : after;
    }
    if (state && hit->kind == KB_ADJECTIVE && !possessive) {
        g->only_states = false;
        bool noun = after < g->end && w->tokens[after].kind == TEXT_WORD;
        bool topic = noun && people_has(w, after, PEOPLE_CAPITAL) &&
                     !people_has(w, after, PEOPLE_BODY | PEOPLE_NEVER);
        if (noun && !topic && !people_is(w, after, "affairs")) {
            people_say(g->t, entry.code);
            people_drop(g->t, hit->token, after);
        }
        return after;
    }
    bool body = entry.kind == KB_IGO && whole && !possessive && after < g->end &&
                w->tokens[after].kind == TEXT_WORD && !people_has(w, after, PEOPLE_CAPITAL) &&
                is_nominal(w, after) && !people_is(w, after, "affairs");
    if (body) { /* "of the NATO mission" */
        people_say(g->t, entry.code);
        people_drop(g->t, hit->token, after);
        g->only_states = false;
        return after;
    }
    bool local = g->t->rank == KB_RANK_LOCAL || g->t->rank == KB_RANK_JUDGE;
    bool part = (hit->kind == KB_BODY && people_has(w, hit->token - 1, PEOPLE_CAPITAL)) ||
                (place && !local && people_is(w, hit->token - 1, "the"));
    bool province =
        entry.kind == KB_PLACE && is_capital_rank(g->t->rank); /* "premier of Ontario" */
    if (!part &&
        (!place || province || g->t->rank == KB_RANK_LOCAL || !is_government_rank(g->t->rank)))
        people_say(g->t, entry.code); /* not "the National [Security Council]" */
    if (possessive) {
        if (!place)
            people_drop(g->t, hit->token, after + 1);
        g->only_states = false;
        return after + 1;
    }
    g->only_states = g->only_states && whole && hit->kind != KB_BODY;
    return after;
}

/** Whether a title's own words begin within the run of capitals from `i`: "and Deputy Prime …". */
static bool leads_to_title(const people_work *w, uint32_t i, uint32_t end)
{
    kb_office_hit hit;
    for (uint32_t k = i; k < end && k < i + 8; k++) {
        if (w->tokens[k].kind == TEXT_WORD && people_find_core(w, k, end, &hit))
            return true;
        bool joint = k > i && people_is(w, k, "and");
        if (!joint && !people_is_hyphen(w, k) && !people_has(w, k, PEOPLE_CAPITAL) &&
            !people_hit(w, k) && !people_has(w, k, PEOPLE_KEPT))
            return false;
    }
    return false;
}

/** Whether the group goes on behind "and", "," or "&" at `i`; sets where. */
static bool goes_on(const group *g, uint32_t i, uint32_t *next)
{
    const people_work *w = g->w;
    bool comma = people_is(w, i, ","), joint = people_is(w, i, "and") || people_is(w, i, "&");
    uint32_t at = i + 1;
    if (!comma && !joint)
        return false;
    if (comma && at < g->end && (people_is(w, at, "and") || people_is(w, at, "&"))) {
        at++;
        joint = true;
    }
    at = joint ? skip_article(w, at, g->end) : at;
    if (at >= g->end || leads_to_title(w, at, g->end))
        return false;
    *next = at;
    const reading_hit *hit = people_hit(w, at);
    if (hit) {
        bool states = people_hit_is_state(w, hit) && hit->kind != KB_ADJECTIVE;
        uint32_t after = hit->token + hit->count;
        if (g->portfolio && states)
            return false;
        if (after < g->end && (people_is_possessive(w, after) || w->title_at[after] >= 0))
            return false;
        return states ? (g->t->plural || !g->owns) && g->only_states == g->owns
                      : hit->kind == KB_ADJECTIVE && !g->owns;
    }
    if (people_has(w, at, PEOPLE_PORTFOLIO))
        return people_has(w, at, PEOPLE_CAPITAL) == people_has(w, i - 1, PEOPLE_CAPITAL) &&
               !(comma && !joint && w->tags[at] == SYNTAX_VBD);
    return joint && people_has(w, at, PEOPLE_CAPITAL) && people_is_common(w, at) &&
           !people_has(w, at, PEOPLE_WEAK) && people_has(w, i - 1, PEOPLE_CAPITAL);
}

/** "Minister of Defence Kowal": one word behind a portfolio is a name; "member of the Sea Org" not.
 */
static bool may_end_in_surname(const group *g, uint32_t i)
{
    bool state_office = is_government_rank(g->t->rank) || is_sent(g->t->rank);
    return state_office && g->unknown == 0 &&
           (people_has(g->w, i - 1, PEOPLE_PORTFOLIO) || people_hit(g->w, i - 1));
}

/** "the [Agrarian Union]": capitals that lead to a word for an institution are no name. */
static bool ends_in_body(const group *g, uint32_t i)
{
    const people_work *w = g->w;
    uint32_t k = i;
    while (k < g->end && people_has(w, k, PEOPLE_CAPITAL) && k < i + 4)
        k++;
    return k > i + 1 && people_has(w, k - 1, PEOPLE_NEVER | PEOPLE_BODY) &&
           !people_has(w, i, PEOPLE_GIVEN | PEOPLE_INITIAL) &&
           (people_has(w, k - 1, PEOPLE_BODY) ||
            !people_has(w, k - 1, PEOPLE_WEAK | PEOPLE_GIVEN | PEOPLE_EASTERN));
}

/** Takes one word; returns `i` where the group ends before it. */
static uint32_t take_word(group *g, uint32_t i)
{
    const people_work *w = g->w;
    static const char *const times[] = {"last", "late", "early", "next", "yesterday", NULL};
    bool capital = people_has(w, i, PEOPLE_CAPITAL);
    kb_office_hit core;
    if ((people_has(w, i, PEOPLE_TIME) && capital) || people_is_any(w, i, times))
        return i;
    if (people_find_core(w, i, g->end, &core)) {
        if (g->got && capital)
            return i;
        g->got = true;
        g->only_states = false;
        return i + core.tokens;
    }
    if (capital && people_has(w, i, PEOPLE_MR | PEOPLE_CUSTOM | PEOPLE_STYLE) &&
        !people_has(w, i, PEOPLE_NEVER))
        return i;
    bool single = i + 1 >= g->end || !people_has(w, i + 1, PEOPLE_CAPITAL);
    bool inner = single && i + 1 < g->end && w->tokens[i + 1].kind == TEXT_WORD &&
                 people_has(w, i + 1, PEOPLE_BODY | PEOPLE_NEVER | PEOPLE_PORTFOLIO) &&
                 is_nominal(w, i + 1); /* "the national relief centre" */
    bool name = !inner && !ends_in_body(g, i) && capital && g->got &&
                people_name_begins(w, i, g->end) && (!single || may_end_in_surname(g, i));
    if (people_has(w, i, PEOPLE_FUNCTION) || name)
        return i;
    if (!capital && !people_has(w, i, PEOPLE_PORTFOLIO | PEOPLE_BODY) && !is_nominal(w, i))
        return i;
    if (capital && !people_is_common(w, i))
        g->unknown++;
    g->got = true;
    g->only_states = false;
    return i + 1;
}

/** Whether "'s" at `i` is inside the group: "of the President's Office". */
static bool is_inner_possessive(const group *g, uint32_t i)
{
    return g->got && people_is_possessive(g->w, i) && i + 1 < g->end &&
           (people_has(g->w, i + 1, PEOPLE_CAPITAL) || is_nominal(g->w, i + 1));
}

/** "(CPC)" inside a name: where it ends, or `i`. */
static uint32_t skip_abbreviation(const group *g, uint32_t i)
{
    const people_work *w = g->w;
    bool inside = g->got && i + 3 < g->end && people_is(w, i, "(") && people_is(w, i + 2, ")") &&
                  (w->tokens[i + 1].flags & TEXT_UPPER) && people_has(w, i + 3, PEOPLE_CAPITAL);
    if (!inside)
        return i;
    people_drop(g->t, i, i + 3);
    return i + 3;
}

/** Takes a noun group. @return its end; the preposition's end where there is none. */
static uint32_t take_group(group *g)
{
    static const char *const ages[] = {"new", "newly", "current", "present", NULL};
    const people_work *w = g->w;
    uint32_t i = skip_article(w, g->open, g->end), start = i, next;
    if (people_is(w, g->open, "its") || people_is(w, g->open, "their"))
        people_drop(g->t, g->open, start); /* the person's other office tells whose */
    while (g->owns && i > g->open && i + 1 < g->end && people_is_any(w, i, ages)) {
        people_drop(g->t, i, i + 1); /* "heads the new council" */
        start = ++i;
    }
    while (i < g->end) {
        const reading_hit *hit = people_hit(w, i);
        uint32_t at = i;
        if (hit && hit->token == i) {
            bool name =
                g->got && people_has(w, i, PEOPLE_GIVEN) && people_name_begins(w, i, g->end);
            if (name || (g->got && g->only_states && !g->coordinated))
                break;
            i = take_hit(g, hit);
        } else if (w->tokens[i].kind == TEXT_WORD && !people_is_possessive(w, i)) {
            i = people_is(w, i, "and") ? i : take_word(g, i);
        } else if (people_is_hyphen(w, i) || is_inner_possessive(g, i)) {
            i++;
        } else {
            i = skip_abbreviation(g, i);
        }
        if (i == at && w->tokens[i].kind == TEXT_NUMBER && i + 1 < g->end &&
            people_has(w, i + 1, PEOPLE_CAPITAL))
            i++;
        g->coordinated = i == at && g->got && goes_on(g, i, &next);
        if (g->coordinated)
            i = next;
        if (i == at)
            break;
    }
    return i > start ? i : g->open;
}

/** "of the Caribbean island", "of the country": tells no more than the report does, and goes. */
static bool is_description(const people_work *w, uint32_t first, uint32_t end)
{
    if (people_is(w, first, "that") || (people_is(w, first, "the") && people_is(w, end - 1, "day")))
        return true; /* "of that time" */
    static const char *const words[] = {"island", "country", "nation",  "kingdom",   "republic",
                                        "state",  "islands", "land",    "neighbour", "neighbor",
                                        "union",  "bloc",    "emirate", "sultanate", NULL};
    return people_is(w, first, "the") && !people_has(w, end - 1, PEOPLE_CAPITAL) &&
           people_is_any(w, end - 1, words);
}

/** "minister for asylum": what an office is for, in small letters. Not "asked the minister for
 * help": there the verb takes it, unless a name ends the apposition. */
static bool is_duty(const people_work *w, const people_title *t, uint32_t i, uint32_t end)
{
    bool office = t->rank == KB_RANK_MINISTER || t->rank == KB_RANK_DEPUTY_MINISTER ||
                  t->rank == KB_RANK_JUDGE || t->rank == KB_RANK_FOREIGN_MINISTER ||
                  t->rank == KB_RANK_ENVOY || t->rank == KB_RANK_HEAD_OF_ORGANISATION ||
                  t->rank == KB_RANK_SPOKESPERSON || t->deed.len;
    uint32_t k = i;
    while (k < end && k < i + 4 && is_nominal(w, k) && !people_has(w, k, PEOPLE_CAPITAL))
        k++;
    if (!office || k == i || (w->tags[k - 1] != SYNTAX_NN && w->tags[k - 1] != SYNTAX_NNS))
        return false;
    uint8_t before = t->first > 0 ? w->tags[t->first - 1] : (uint8_t)SYNTAX_OTHER;
    bool verb = before >= SYNTAX_VB && before <= SYNTAX_VBZ &&
                !people_has(w, t->first - 1, PEOPLE_APPOINT | PEOPLE_BE | PEOPLE_BECOME);
    if (!verb || k >= end)
        return !verb;
    k += people_is(w, k, ",");
    uint32_t name = k;
    while (k < end &&
           (people_has(w, k, PEOPLE_CAPITAL | PEOPLE_PARTICLE) || people_is_hyphen(w, k)))
        k++;
    return k > name && (k >= end || w->tokens[k].kind == TEXT_PUNCT);
}

/** "senator in the upper house". */
static bool is_chamber(const people_work *w, const people_title *t, uint32_t i, uint32_t end)
{
    static const char *const words[] = {"house",    "parliament", "senate",      "chamber",
                                        "assembly", "congress",   "legislature", NULL};
    for (uint32_t k = i; t->rank == KB_RANK_LEGISLATOR && k < end && k < i + 4; k++)
        if (people_is_any(w, k, words))
            return true;
    return false;
}

/** "A judge in Dakar, X,", "head of the mission in Split": where somebody serves, at the end of the
 * noun group. */
static bool is_posted(const people_work *w, const reading_hit *hit, uint32_t end)
{
    static const char *const words[] = {"and", "who", "said", "told", "has", "is", NULL};
    uint32_t after = hit->token + hit->count;
    return after >= end || w->tokens[after].kind == TEXT_PUNCT || people_is_any(w, after, words);
}

/** Ranks whose place of service is a part of the title. */
static bool serves_somewhere(const people_title *t)
{
    return t->rank == KB_RANK_OFFICER || t->rank == KB_RANK_JUDGE ||
           t->rank == KB_RANK_HEAD_OF_ORGANISATION || t->rank == KB_RANK_PARTY;
}

/** What may follow a preposition in a complement of this rank. */
static bool is_allowed(const people_work *w, const people_title *t, uint32_t i, uint32_t end)
{
    uint32_t next = skip_article(w, i + 1, end);
    if (next >= end)
        return false;
    const reading_hit *hit = people_hit(w, next);
    bool capital = people_has(w, next, PEOPLE_CAPITAL) && !people_has(w, next, PEOPLE_TIME);
    bool portfolio = people_has(w, next, PEOPLE_PORTFOLIO | PEOPLE_BODY);
    kb_office_hit core;
    if (people_is(w, i, "of"))
        return true;
    if (t->counterpart)
        return (people_is(w, i, "from") || people_is(w, i, "in")) && hit != NULL;
    if (people_is(w, i, "for"))
        return portfolio || (capital && !(hit && is_capital_rank(t->rank))) ||
               is_duty(w, t, t->rank == KB_RANK_SPOKESPERSON ? next : i + 1, end);
    if (people_is(w, i, "to"))
        return (is_sent(t->rank) || t->rank >= KB_RANK_DEPUTY_MINISTER) &&
               (capital || people_find_core(w, next, end, &core));
    uint32_t noun = hit ? hit->token + hit->count : next;
    bool body = (people_is(w, i, "in") || people_is(w, i, "at")) && noun < end &&
                people_has(w, noun, PEOPLE_BODY) && people_has(w, noun, PEOPLE_CAPITAL);
    if (body || (people_is(w, i, "in") && is_chamber(w, t, next, end)))
        return true; /* "in the Ministry", "at the German Foreign Office" */
    if (t->deed.len)
        return people_is(w, i, "in") && hit && hit->token == next && people_hit_is_place(w, hit) &&
               is_posted(w, hit, end);
    if (people_is(w, i, "in"))
        return hit &&
               (people_hit_kind(w, hit) == KB_PLACE || people_hit_kind(w, hit) == KB_STATE) &&
               (is_sent(t->rank) || is_government_rank(t->rank) ||
                (serves_somewhere(t) && is_posted(w, hit, end)));
    if (people_is(w, i, "on"))
        return is_sent(t->rank) && (capital || portfolio) && next == i + 1;
    if (people_is(w, i, "at"))
        return (is_sent(t->rank) && (capital || people_is(w, next, "large"))) ||
               ((t->rank == KB_RANK_JUDGE || t->rank == KB_RANK_MINISTER) && capital);
    return false;
}

/** "in Peru", and behind a minister "in Port Moresby" too: tells the state and is no part of the
 * title. */
static bool take_seat(group *g, uint32_t i)
{
    const people_work *w = g->w;
    const reading_hit *hit = people_hit(w, skip_article(w, i + 1, g->end));
    kb_rank rank = g->t->rank;
    bool posted = rank == KB_RANK_AMBASSADOR || rank == KB_RANK_ENVOY ||
                  rank == KB_RANK_SPOKESPERSON || rank == KB_RANK_NONE;
    if (!people_is(w, i, "in") || !hit || posted ||
        !(is_government_rank(rank) || people_hit_is_state(w, hit)) || hit->kind == KB_ADJECTIVE)
        return false;
    people_say(g->t, people_hit_code(w, hit));
    g->t->end = hit->token + hit->count;
    people_drop(g->t, i, g->t->end);
    return true;
}

/** "with seat in Rome", "without portfolio". */
static bool take_with(const people_work *w, people_title *t, uint32_t end)
{
    uint32_t i = t->end;
    if (i + 1 < end && people_is(w, i, "without") && people_is(w, i + 1, "portfolio")) {
        t->end = i + 2;
        return true;
    }
    if (i + 3 >= end || !(people_is(w, i, "with") || people_is(w, i, "resident") ||
                          people_is(w, i, "based") || people_is(w, i, "accredited")))
        return false;
    for (uint32_t k = i + 1; k < end && k < i + 5; k++) {
        const reading_hit *hit = people_hit(w, k);
        if (hit && (people_is(w, k - 1, "in") || people_is(w, k - 1, "at"))) {
            t->end = hit->token + hit->count;
            people_drop(t, i, t->end);
            return true;
        }
    }
    return false;
}

/** "of the Republic" before a state that was dropped goes with it. */
static void drop_form_of_state(const people_work *w, people_title *t, uint32_t preposition)
{
    static const char *const forms[] = {"republic",   "kingdom",    "state",
                                        "government", "union",      "commonwealth",
                                        "sultanate",  "federation", NULL};
    uint32_t i = preposition;
    if (i < t->core_end + 2 || !people_is_any(w, i - 1, forms))
        return;
    i -= people_is(w, i - 2, "the") ? 3 : 2;
    if (i >= t->core_end && people_is(w, i, "of"))
        people_drop(t, i, preposition);
}

/** "Minister of Trade" is the title's own words; "and Tourism" goes on. */
static void go_on_portfolio(const people_work *w, people_title *t, uint32_t end)
{
    bool inner = false;
    for (uint32_t i = t->core + 1; i + 1 < t->core_end; i++)
        inner = inner || people_is(w, i, "of") || people_is(w, i, "for");
    if (!inner || t->end >= end)
        return;
    group g = {.w = w, .t = t, .end = end, .open = t->end, .got = true, .portfolio = true};
    t->end = take_group(&g);
}

/** "(Minister of Trade, Chile)": the state behind the comma. */
static void take_state_in_brackets(const people_work *w, people_title *t, uint32_t end)
{
    uint32_t i = t->end;
    const reading_hit *hit = i + 2 < end && people_is(w, i, ",") ? people_hit(w, i + 1) : NULL;
    uint32_t after = hit ? hit->token + hit->count : 0;
    if (!hit || !people_hit_is_state(w, hit) || after >= end || !people_is(w, after, ")"))
        return;
    people_say(t, people_hit_code(w, hit));
    people_drop(t, i, after);
    t->end = after;
}

static void take_groups(const people_work *w, people_title *t, uint32_t end);

/** "her counterpart there,": of the place named last, in the sentence or the one before. */
static void take_there(const people_work *w, people_title *t, uint32_t end)
{
    uint32_t low = w->r->report->sentences[t->sentence - (t->sentence > 0)].first;
    if (t->said_count || t->end + 1 >= end || !people_is(w, t->end, "there") ||
        w->tokens[t->end + 1].kind != TEXT_PUNCT)
        return;
    for (uint32_t i = t->first; i > low && t->said_count == 0; i--)
        if (people_hit(w, i - 1))
            people_say(t, people_hit_code(w, people_hit(w, i - 1)));
    people_drop(t, t->end, t->end + 1);
    t->end++;
}

void people_complement(const people_work *w, people_title *t, uint32_t end)
{
    take_groups(w, t, end);
    take_state_in_brackets(w, t, end);
    take_there(w, t, end);
}

void people_deed_complement(const people_work *w, people_title *t, uint32_t end)
{
    group g = {.w = w, .t = t, .end = end, .open = t->end, .only_states = true, .owns = true};
    t->end = take_group(&g);
    take_groups(w, t, end);
    t->elsewhere = false;
    const reading_hit *seat =
        t->end + 1 < end && people_is(w, t->end, "in") ? people_hit(w, t->end + 1) : NULL;
    if (seat && seat->token == t->end + 1)
        people_say(t, people_hit_code(w, seat)); /* "heads the budget committee in Portugal" */
}

bool people_complement_behind(const people_work *w, const people_title *t, uint32_t token,
                              people_title *whole)
{
    uint32_t end = people_sentence_end(w, t->sentence);
    bool rank = t->rank == KB_RANK_OFFICER && people_is_rank(w, t->core_end - 1);
    bool follows = t->rank == KB_RANK_LOCAL || t->rank == KB_RANK_JUDGE ||
                   (t->rank == KB_RANK_OFFICER && !rank) || slice_is(t->sector, "REL");
    if (!follows || t->end != t->core_end || token + 1 >= end || !people_is(w, token, "of"))
        return false;
    *whole = *t;
    whole->core_end = whole->end = token;
    whole->said_count = whole->drop_count = 0;
    take_groups(w, whole, end);
    return whole->end > token;
}

/** What a body ends in that belongs to some state: "of the Renewal Party". */
static bool is_of_nation(const people_work *w, uint32_t token)
{
    static const char *const words[] = {
        "party", "front",      "movement", "bloc",     "parliament", "assembly", "senate",
        "army",  "parliament", "police",   "guard",    "court",      "ministry", "region",
        "navy",  "government", "guards",   "province", "front",      "fleet",    NULL};
    return people_is_any(w, token, words);
}

static void take_groups(const people_work *w, people_title *t, uint32_t end)
{
    go_on_portfolio(w, t, end);
    if (t->rank == KB_RANK_ROYAL && (t->end >= end || !people_is(w, t->end, "of")))
        return;
    for (;;) {
        uint32_t i = t->end;
        if (take_with(w, t, end))
            continue;
        if (i + 1 >= end || w->tokens[i].kind != TEXT_WORD || !is_allowed(w, t, i, end))
            return;
        group g = {.w = w, .t = t, .end = end, .open = i + 1, .only_states = true};
        bool posted = t->deed.len && people_is(w, i, "in");
        g.owns = people_is(w, i, "of") || people_is(w, i, "at") || t->counterpart ||
                 (people_is(w, i, "for") && t->rank == KB_RANK_SPOKESPERSON) ||
                 (people_is(w, i, "in") && !posted &&
                  (!is_sent(t->rank) || !people_hit(w, skip_article(w, i + 1, end))));
        if (take_seat(&g, i))
            continue;
        uint32_t after = take_group(&g);
        if (!g.got || after <= i + 1)
            return;
        t->end = after;
        if (g.owns && (g.only_states || is_description(w, i + 1, after))) {
            people_drop(t, i, after);
            drop_form_of_state(w, t, i);
        }
        if (g.owns && g.unknown > 0 && t->said_count == 0 && is_anybodys(t->rank) &&
            !is_of_nation(w, after - 1))
            t->elsewhere = true;
    }
}
