/* Which known person a name means.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * A name means a person whose name has its parts in order ("Mr. Solberg", "A. Nolan"), or the
 * same parts in another order. Where several would do, an agreeing title and gender count, then who
 * was named last. Only persons that share a part are looked at, the newest of a bounded number.
 * Failing that, a name that is nearly the same is a slip of the writer. */
#include "reading/people.h"

enum { MAX_LOOKS = 32, MAX_PARTS_FOLDED = 40 };

/** How two names stand to each other, by what it is worth. */
enum {
    SCORE_NONE = -1,
    SCORE_OTHER_PART = 12,
    SCORE_SURNAME = 30,
    SCORE_GROWN = 40,
    SCORE_SOME = 70,
    SCORE_ORDER = 80,
    SCORE_EQUAL = 100,
    SCORE_NEEDED = 10,
};

static slice fold_token(const people_work *w, uint32_t token, char out[4 * MAX_PARTS_FOLDED + 1])
{
    slice word = reading_words(w->r, token, 1);
    if (word.len > MAX_PARTS_FOLDED)
        word.len = MAX_PARTS_FOLDED;
    while (word.len > 0 && ((unsigned char)word.ptr[word.len - 1] & 0x80) &&
           reading_words(w->r, token, 1).len > word.len)
        word.len--; /* a character that the cut may have split */
    return (slice){out, text_fold(word, out)};
}

static bool is_initial(const people_work *w, const people_name *n, size_t part)
{
    return people_has(w, n->part_tokens[part], PEOPLE_INITIAL);
}

/** "Ken" for Kenneth, "Mike" for Michael. */
static bool is_short_form(slice a, slice b)
{
    static const char *const pairs[][2] = {
        {"bill", "william"},  {"bob", "robert"},     {"mike", "michael"},   {"jim", "james"},
        {"joe", "joseph"},    {"tony", "anthony"},   {"tony", "antony"},    {"dick", "richard"},
        {"liz", "elizabeth"}, {"kate", "catherine"}, {"nick", "nicholas"},  {"chuck", "charles"},
        {"ted", "edward"},    {"jack", "john"},      {"andy", "andrew"},    {"jerry", "gerald"},
        {"pepe", "jose"},     {"misha", "mikhail"},  {"sasha", "alexander"}};
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
        if ((slice_equal(a, slice_of(pairs[i][0])) && slice_equal(b, slice_of(pairs[i][1]))) ||
            (slice_equal(b, slice_of(pairs[i][0])) && slice_equal(a, slice_of(pairs[i][1]))))
            return true;
    slice few = a.len < b.len ? a : b, many = a.len < b.len ? b : a;
    return few.len >= 3 && few.len < many.len && slice_starts(many, few);
}

static bool same_part(const people_work *w, const people_name *a, size_t i, const people_name *b,
                      size_t j, bool *exact)
{
    char left[4 * MAX_PARTS_FOLDED + 1], right[4 * MAX_PARTS_FOLDED + 1];
    if (a->parts[i] == b->parts[j]) {
        *exact = *exact || !is_initial(w, a, i);
        return true;
    }
    bool initial = is_initial(w, a, i) || is_initial(w, b, j);
    if (!initial && (i > 0 || j > 0 || a->unit_count < 2 || b->unit_count < 2))
        return false;
    slice x = fold_token(w, a->part_tokens[i], left), y = fold_token(w, b->part_tokens[j], right);
    return initial ? x.len && y.len && x.ptr[0] == y.ptr[0] : is_short_form(x, y);
}

/** Whether the parts of `few` stand in `many` in order. @param first set to where the first does.
 */
static bool is_within(const people_work *w, const people_name *few, const people_name *many,
                      size_t *first)
{
    bool exact = false;
    size_t j = 0;
    for (size_t i = 0; i < few->part_count; i++, j++) {
        while (j < many->part_count && !same_part(w, few, i, many, j, &exact))
            j++;
        if (j == many->part_count)
            return false;
        if (i == 0)
            *first = j;
    }
    return exact;
}

static bool same_in_any_order(const people_name *a, const people_name *b)
{
    if (a->part_count != b->part_count || a->part_count < 2)
        return false;
    for (size_t i = 0; i < a->part_count; i++) {
        bool found = false;
        for (size_t j = 0; j < b->part_count; j++)
            found = found || a->parts[i] == b->parts[j];
        if (!found)
            return false;
    }
    return true;
}

static bool is_eastern(const people_work *w, const people_name *n)
{
    return people_has(w, n->part_tokens[0], PEOPLE_EASTERN);
}

static int relation(const people_work *w, const people_name *n, const people_name *full)
{
    size_t at = 0;
    if (n->part_count <= full->part_count && is_within(w, n, full, &at)) {
        if (n->part_count == full->part_count)
            return SCORE_EQUAL;
        if (n->unit_count > 1)
            return SCORE_SOME;
        bool surname = at + n->part_count == full->part_count || (at == 0 && is_eastern(w, full));
        return surname ? SCORE_SURNAME : SCORE_OTHER_PART;
    }
    if (n->part_count > full->part_count && is_within(w, full, n, &at)) {
        if (full->unit_count > 1)
            return SCORE_SOME;
        bool given = at == 0 && people_has(w, n->part_tokens[0], PEOPLE_GIVEN) && !full->custom &&
                     !is_eastern(w, n);
        return given ? SCORE_NONE : SCORE_GROWN;
    }
    return same_in_any_order(n, full) ? SCORE_ORDER : SCORE_NONE;
}

/** Key of a title's words, their order aside: "Minister of Trade", "Trade Minister"; 0 of a
 * minister or an ambassador of whom no more is told: a state has many. */
static uint64_t title_key(const people_work *w, const people_title *t)
{
    uint64_t key = 0;
    size_t words = 0;
    bool many = t->rank == KB_RANK_MINISTER || t->rank == KB_RANK_DEPUTY_MINISTER ||
                t->rank == KB_RANK_AMBASSADOR;
    for (uint32_t i = t->core; i < t->end; i++)
        if (w->tokens[i].kind == TEXT_WORD && !people_has(w, i, PEOPLE_FUNCTION) &&
            !people_hit(w, i)) {
            key += w->tokens[i].key;
            words++;
        }
    return many && words < 2 ? 0 : key;
}

people_held people_name_held(const people_work *w, uint32_t name)
{
    people_held held = {0};
    if (name >= w->linked_names)
        return held;
    for (uint32_t i = w->link_first[name]; i < w->link_first[name + 1]; i++) {
        const people_link *l = &w->links.items[w->link_order[i]];
        const people_title *t = &w->titles.items[l->title];
        if (l->claim)
            continue;
        held.ranks |= 1u << t->rank;
        held.told = l->how != PEOPLE_BEFORE && l->how != PEOPLE_APPOSED;
        if (held.code.len == 0)
            held.code = l->said.len ? l->said : t->said_count ? t->said[0] : held.code;
        if (!held.title)
            held.title = title_key(w, t);
    }
    return held;
}

static bool is_bare_candidate(const people_name *n)
{
    return !n->certain && n->unit_count == 1;
}

/** By honorifics, or by an honorific and a given name that only the other sex has. */
static bool is_other_sex(const people_work *w, const people_name *n, const people_person *p)
{
    const people_name *full = &w->names.items[p->full];
    uint32_t sex = w->flags[full->part_tokens[0]] & (PEOPLE_MALE | PEOPLE_FEMALE);
    bool given = people_has(w, full->part_tokens[0], PEOPLE_GIVEN) && full->unit_count > 1;
    if (n->gender && p->gender)
        return n->gender != p->gender;
    return given &&
           ((n->gender == 'f' && sex == PEOPLE_MALE) || (n->gender == 'm' && sex == PEOPLE_FEMALE));
}

static int score_person(const people_work *w, const people_name *n, people_held held,
                        uint32_t person)
{
    const people_person *p = &w->persons.items[person];
    const people_name *full = &w->names.items[p->full];
    int score = relation(w, n, full);
    bool whole = score == SCORE_EQUAL && n->unit_count > 1;
    if (score < 0 || (!whole && is_other_sex(w, n, p)))
        return SCORE_NONE;
    if (score == SCORE_OTHER_PART && is_bare_candidate(n) && people_seen(w, n->part_tokens[0]))
        return SCORE_NONE;
    if (held.ranks && p->ranks)
        score += held.ranks & p->ranks ? 15 : held.told ? 0 : -5;
    if (held.code.len && p->code.len)
        score += slice_equal(held.code, p->code) ? 6 : score == SCORE_GROWN ? -40 : -4;
    if (n->gender && n->gender == p->gender)
        score += 5;
    return score;
}

static size_t limit_for(size_t length)
{
    return length >= 7 ? 2 : length >= 5 ? 1 : 0;
}

/** Whether two parts are nearly the same, and not the same. */
static bool is_near(const people_work *w, uint32_t a, uint32_t b)
{
    char left[4 * MAX_PARTS_FOLDED + 1], right[4 * MAX_PARTS_FOLDED + 1];
    slice x = fold_token(w, a, left), y = fold_token(w, b, right);
    size_t shorter = x.len < y.len ? x.len : y.len, limit = limit_for(shorter);
    if (limit == 0 || x.ptr[0] != y.ptr[0] || slice_equal(x, y))
        return false;
    return people_distance(x, y, limit) <= limit;
}

static bool same_letter(const people_work *w, uint32_t a, uint32_t b)
{
    char left[4 * MAX_PARTS_FOLDED + 1], right[4 * MAX_PARTS_FOLDED + 1];
    slice x = fold_token(w, a, left), y = fold_token(w, b, right);
    return x.len && y.len && x.ptr[0] == y.ptr[0];
}

static uint32_t sex_of(const people_work *w, uint32_t token)
{
    return w->flags[token] & (PEOPLE_MALE | PEOPLE_FEMALE);
}

/** Whether what a name holds is the one office that a person holds. */
static bool is_same_office(people_held held, const people_person *p)
{
    uint32_t single = 1u << KB_RANK_HEAD_OF_STATE | 1u << KB_RANK_HEAD_OF_GOVERNMENT |
                      1u << KB_RANK_FOREIGN_MINISTER | 1u << KB_RANK_DEFENCE_MINISTER;
    uint32_t held_by_one = single | 1u << KB_RANK_DEPUTY_HEAD_OF_GOVERNMENT |
                           1u << KB_RANK_MINISTER | 1u << KB_RANK_DEPUTY_MINISTER |
                           1u << KB_RANK_AMBASSADOR;
    bool same = (held.ranks & p->ranks & single) ||
                ((held.ranks & p->ranks & held_by_one) && held.title && held.title == p->title);
    return same && (held.code.len == 0 || p->code.len == 0 || slice_equal(held.code, p->code));
}

/** Whether a full name is a slip for another full name: "Corazon Umari", "Roberto Ruiz" where
 * Rodrigo Ruiz is meant. */
static bool is_slip_of(const people_work *w, const people_name *n, people_held held,
                       uint32_t person)
{
    const people_person *p = &w->persons.items[person];
    const people_name *full = &w->names.items[p->full];
    if (n->part_count < 2 || full->part_count < 2 ||
        (n->gender && p->gender && n->gender != p->gender))
        return false;
    uint32_t given = n->part_tokens[0], other = full->part_tokens[0];
    uint32_t last = n->part_tokens[n->part_count - 1];
    uint32_t other_last = full->part_tokens[full->part_count - 1];
    bool same_given = n->parts[0] == full->parts[0];
    bool same_last = n->parts[n->part_count - 1] == full->parts[full->part_count - 1];
    bool same_office = is_same_office(held, p);
    bool other_office = held.ranks && p->ranks && !(held.ranks & p->ranks);
    if (same_given && !same_last)
        return (is_near(w, last, other_last) && !other_office) || same_office;
    if (!same_last || same_given || n->introduced)
        return false;
    bool alien = (sex_of(w, given) | sex_of(w, other)) == (PEOPLE_MALE | PEOPLE_FEMALE);
    if (alien || (held.ranks && p->ranks && !same_office))
        return false;
    return is_near(w, given, other) || same_office || (!n->certain && same_letter(w, given, other));
}

uint64_t people_letters(const people_work *w, const people_name *n)
{
    char out[4 * MAX_PARTS_FOLDED + 1];
    slice word = fold_token(w, n->part_tokens[n->part_count - 1], out);
    uint64_t a = word.len > 0 ? (unsigned char)word.ptr[0] : 0;
    uint64_t b = word.len > 1 ? (unsigned char)word.ptr[1] : 0;
    return (a << 8 | b) << 32 | 0x5a5a;
}

/** A surname alone that is nearly a known one: "Mr. Vakolama". */
static int32_t match_near(const people_work *w, const people_name *n, people_held held)
{
    uint32_t token = n->part_tokens[n->part_count - 1];
    int32_t found = -1;
    uint32_t item = people_index_find(&w->index, people_letters(w, n));
    for (size_t looks = 0; item && looks < (size_t)2 * MAX_LOOKS; looks++) {
        const people_range *x = &w->index.items.items[item - 1];
        const people_person *p = &w->persons.items[x->first];
        const people_name *full = &w->names.items[p->full];
        item = x->end;
        if ((n->gender && p->gender && n->gender != p->gender) || (int32_t)x->first == found ||
            (held.ranks && p->ranks && !(held.ranks & p->ranks)))
            continue;
        if (!is_near(w, token, full->part_tokens[full->part_count - 1]))
            continue;
        if (found >= 0)
            return -1; /* like two: no telling */
        found = (int32_t)x->first;
    }
    return found;
}

int32_t people_match(const people_work *w, people_name *n, bool loose)
{
    people_held held = people_name_held(w, (uint32_t)(n - w->names.items));
    int best = SCORE_NEEDED - 1;
    int32_t found = -1, slip = -1;
    for (size_t i = 0; i < n->part_count; i++) {
        uint32_t item = is_initial(w, n, i) ? 0 : people_index_find(&w->index, n->parts[i]);
        for (size_t looks = 0; item && looks < MAX_LOOKS; looks++) {
            const people_range *x = &w->index.items.items[item - 1];
            int score = score_person(w, n, held, x->first);
            bool later = found >= 0 &&
                         w->persons.items[x->first].last > w->persons.items[(size_t)found].last;
            if (score > best || (score == best && found >= 0 && later)) {
                best = score;
                found = (int32_t)x->first;
            }
            if (loose && slip < 0 && is_slip_of(w, n, held, x->first))
                slip = (int32_t)x->first;
            item = x->end;
        }
    }
    if (found >= 0 || !loose)
        return found;
    if (slip < 0 && n->unit_count == 1 && (n->certain || n->score >= 2))
        slip = match_near(w, n, held);
    n->wrong = slip >= 0;
    return slip;
}
