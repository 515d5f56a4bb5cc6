/* How much speaks for a run of capitals being a person.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * A sum of small signs: a known given name, an initial, a verb of speech, an age, "who", a noun for
 * a person beside it. Two points suffice (people_same.c adds for a name that comes back). */
#include "reading/people.h"

enum { SPOILT = -20 };

static int score_shape(const people_work *w, const people_name *n)
{
    int score = 0;
    bool given = people_has(w, n->part_tokens[0], PEOPLE_GIVEN);
    bool upper = true;
    score += given ? 2 : people_has(w, n->part_tokens[0], PEOPLE_EASTERN) && n->part_count <= 3;
    for (size_t i = 0; i < n->part_count; i++) {
        uint32_t t = n->part_tokens[i];
        score += people_has(w, t, PEOPLE_INITIAL) && (i == 0 || i + 1 < n->part_count) ? 2 : 0;
        score -= people_has(w, t, PEOPLE_WEAK) && !given;
        score -= people_has(w, t, PEOPLE_NEVER | PEOPLE_PORTFOLIO) && !given;
        score -= w->tags[t] == SYNTAX_NNPS && !given;
        upper = upper && (w->tokens[t].flags & TEXT_UPPER);
    }
    for (uint32_t t = n->token + 1; t < n->token + n->count; t++)
        score += people_has(w, t, PEOPLE_PARTICLE) && !people_has(w, t, PEOPLE_CAPITAL);
    return score - (upper && n->part_count > 1);
}

/** "a Kenyan runner", "his wife": one person, whose name may follow a comma. */
static bool is_one(const people_work *w, uint32_t end, uint32_t first)
{
    static const char *const words[] = {"a",   "an",    "the",   "his", "her",
                                        "one", "their", "whose", NULL};
    for (uint32_t i = end; i > first && i + 5 > end; i--)
        if (people_is_any(w, i - 1, words))
            return w->tags[end - 1] != SYNTAX_NNS;
    return false;
}

/** "Kenyan runner X", "his wife, X", "Kenyan X": sets what nation the words give. */
static int score_noun_before(people_work *w, people_name *n, uint32_t first)
{
    uint32_t at = n->lead;
    bool comma = at > first + 1 && people_is(w, at - 1, ",");
    at -= comma;
    if (at <= first || (comma && !is_one(w, at, first)))
        return 0;
    bool noun =
        people_has(w, at - 1, PEOPLE_PERSON | PEOPLE_KIN) && !people_has(w, at - 1, PEOPLE_CAPITAL);
    if (noun && people_has(w, at - 1, PEOPLE_KIN) && !people_has(w, at - 1, PEOPLE_PERSON) &&
        !n->gender)
        n->gender = people_has(w, at - 1, PEOPLE_MALE)     ? 'm'
                    : people_has(w, at - 1, PEOPLE_FEMALE) ? 'f'
                                                           : (char)0;
    if (noun && people_has(w, at - 1, PEOPLE_KIN) && n->unit_count == 1 &&
        people_has(w, n->token, PEOPLE_GIVEN))
        n->certain = true; /* "his wife, Helga" */
    const reading_hit *owner =
        at > first + 1 && people_is_possessive(w, at - 1) ? people_hit(w, at - 2) : NULL;
    if (owner && people_hit_is_state(w, owner) && n->unit_count > 1) {
        n->nation = people_hit_code(w, owner); /* "Mali's Assimi Goita" */
        n->nation_at = (people_range){owner->token, at};
        return 2;
    }
    uint32_t adjective = noun ? at - 1 : at;
    for (uint32_t k = 0; noun && k < 2 && adjective > first && !people_hit(w, adjective - 1) &&
                         !people_has(w, adjective - 1, PEOPLE_FUNCTION) &&
                         w->tokens[adjective - 1].kind == TEXT_WORD;
         k++)
        adjective--;
    const reading_hit *hit = adjective > first ? people_hit(w, adjective - 1) : NULL;
    bool nation = hit && hit->kind == KB_ADJECTIVE && people_hit_is_state(w, hit);
    if (nation && (noun || at == n->lead)) {
        n->nation = people_hit_code(w, hit);
        n->nation_at = (people_range){hit->token, at};
    }
    return noun ? 3 : nation && at == n->lead ? 1 : 0;
}

static int score_before(const people_work *w, const people_name *n, uint32_t first)
{
    static const char *const places[] = {"in", "at", "near", "from", "to",
                                         "on", "of", "into", NULL};
    if (n->lead == first)
        return 0;
    uint32_t before = n->lead - 1;
    if (people_is(w, before, "the"))
        return -3;
    if (people_is_any(w, before, places))
        return -1;
    return people_has(w, before, PEOPLE_SPEECH) && !people_has(w, before, PEOPLE_CAPITAL);
}

/** "X, who …", "X, 45, …", "X, a lawyer". */
static bool is_described(const people_work *w, const people_name *n, uint32_t end)
{
    uint32_t next = n->token + n->count + 1;
    if (next >= end || !people_is(w, next - 1, ","))
        return false;
    if (people_is(w, next, "who") || people_is(w, next, "whose"))
        return true;
    if (w->tokens[next].kind == TEXT_NUMBER && next + 1 < end && people_is(w, next + 1, ","))
        return true;
    for (uint32_t k = next; k < end && k < next + 5 && w->tokens[k].kind == TEXT_WORD; k++)
        if (people_has(w, k, PEOPLE_PERSON | PEOPLE_KIN) && !people_has(w, k, PEOPLE_CAPITAL))
            return true;
    return false;
}

static int score_after(const people_work *w, const people_name *n, uint32_t end)
{
    uint32_t at = n->token + n->count;
    if (at >= end)
        return 0;
    if (people_is(w, at, "who"))
        return 2;
    if (people_is(w, at, ","))
        return is_described(w, n, end) ? 2 : 0;
    if (people_has(w, at, PEOPLE_ADVERB) && at + 1 < end)
        at++;
    if (people_has(w, at, PEOPLE_SPEECH) && !people_has(w, at, PEOPLE_CAPITAL))
        return 2;
    uint8_t tag = w->tags[at];
    return tag == SYNTAX_VBD || tag == SYNTAX_VBZ || tag == SYNTAX_MD;
}

/** "X, a Kenyan diplomat who …": what nation is claimed behind the name. */
static void read_nation_after(people_work *w, people_name *n, uint32_t end)
{
    uint32_t at = n->token + n->count;
    const reading_hit *inside =
        at + 2 < end && people_is(w, at, "(") ? people_hit(w, at + 1) : NULL;
    if (inside && people_hit_is_state(w, inside) &&
        people_is(w, inside->token + inside->count, ")")) {
        n->nation = people_hit_code(w, inside); /* "X (Peru)" */
        n->nation_at = (people_range){inside->token, inside->token + inside->count};
        return;
    }
    if (at + 2 >= end || !people_is(w, at, ",") || people_is(w, at + 1, "and") ||
        w->tags[at + 1] == SYNTAX_PRPS)
        return;
    for (uint32_t k = at + 1; k < end && k < at + 6 && w->tokens[k].kind == TEXT_WORD; k++) {
        const reading_hit *hit = people_hit(w, k);
        if (w->tags[k] >= SYNTAX_VB && w->tags[k] <= SYNTAX_VBZ && w->tags[k] != SYNTAX_VBN)
            return; /* "X, met the Iranian envoy" */
        if (!hit || hit->kind != KB_ADJECTIVE || !people_hit_is_state(w, hit))
            continue;
        uint32_t noun = hit->token + hit->count;
        for (uint32_t j = noun; j < end && j < noun + 3 && w->tokens[j].kind == TEXT_WORD; j++)
            if (people_has(w, j, PEOPLE_PERSON | PEOPLE_GENERIC) &&
                !people_has(w, j, PEOPLE_CAPITAL)) {
                n->nation = people_hit_code(w, hit);
                n->nation_at = (people_range){hit->token, j + 1};
                return;
            }
        return;
    }
}

/** "X and other Belgian leaders": X is said to be one of them. */
static void read_nation_of_others(people_work *w, people_name *n, uint32_t end)
{
    uint32_t at = n->token + n->count;
    if (at + 3 >= end || !people_is(w, at, "and") || !people_is(w, at + 1, "other"))
        return;
    for (uint32_t k = at + 2; k < end && k < at + 6; k++) {
        const reading_hit *hit = people_hit(w, k);
        if (hit && hit->kind == KB_ADJECTIVE && people_hit_is_state(w, hit)) {
            n->nation = people_hit_code(w, hit);
            n->nation_at = (people_range){hit->token, hit->token + hit->count + 1};
            if (n->nation_at.end > end)
                n->nation_at.end = end;
            return;
        }
    }
}

void people_score_name(people_work *w, people_name *n)
{
    uint32_t first = w->r->report->sentences[n->sentence].first;
    uint32_t end = people_sentence_end(w, n->sentence);
    int score = n->certain ? 0 : score_shape(w, n) + score_before(w, n, first);
    int noun = score_noun_before(w, n, first), after = score_after(w, n, end);
    score += noun + after;
    n->introduced = noun > 1 || is_described(w, n, end);
    read_nation_after(w, n, end);
    read_nation_of_others(w, n, end);
    n->score = (int16_t)(score < SPOILT ? SPOILT : score);
}
