/* Which names are one person, and which candidates are persons at all.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * The body is read from its start to its end, then the headings, which give no new name unless a
 * title stands beside it, then surnames that stood alone before their full form. */
#include <stdlib.h>

#include "reading/people.h"

enum { SCORE_ACCEPTED = 2, MAX_LOOKS = 8 };

/** What stands alone elsewhere in the report as this key: 1 bare, 2 certain. */
static uint32_t lone_uses(const people_work *w, uint64_t key)
{
    uint32_t uses = 0, item = people_index_find(&w->lone, key);
    for (size_t looks = 0; item && looks < MAX_LOOKS; looks++) {
        uses |= w->lone.items.items[item - 1].first;
        item = w->lone.items.items[item - 1].end;
    }
    return uses;
}

static chancery_status index_lone(people_work *w)
{
    chancery_status status = people_index_init(w, &w->lone, w->names.count + 1);
    for (size_t i = 0; !status && i < w->names.count; i++) {
        const people_name *n = &w->names.items[i];
        if (n->unit_count == 1)
            status = people_index_add(w, &w->lone, n->parts[n->part_count - 1], n->certain ? 2 : 1);
    }
    return status;
}

/** Links sorted by their names: counting sort. */
static chancery_status order_links(people_work *w)
{
    size_t names = w->names.count, links = w->links.count;
    w->link_first = arena_alloc(w->r->scratch, names + 2, sizeof *w->link_first, w->r->error);
    w->link_order = arena_alloc(w->r->scratch, links + 1, sizeof *w->link_order, w->r->error);
    if (!w->link_first || !w->link_order)
        return w->r->error->status;
    w->linked_names = names;
    for (size_t i = 0; i < links; i++)
        w->link_first[w->links.items[i].name + 1]++;
    for (size_t i = 1; i <= names; i++)
        w->link_first[i] += w->link_first[i - 1];
    for (size_t i = 0; i < links; i++)
        w->link_order[w->link_first[w->links.items[i].name]++] = (uint32_t)i;
    memmove(w->link_first + 1, w->link_first, names * sizeof *w->link_first);
    w->link_first[0] = 0;
    return CHANCERY_OK;
}

static bool is_clear(const people_work *w, int32_t name)
{
    const people_name *n = name < 0 ? NULL : &w->names.items[name];
    return n && n->unit_count > 1 && (n->certain || n->score >= SCORE_ACCEPTED);
}

/** "X and Donald Y": one of two that stand together is clear. */
static bool is_paired(const people_work *w, const people_name *n)
{
    uint32_t after = n->token + n->count;
    if (people_is(w, after, "and") && is_clear(w, people_name_at(w, after + 1)))
        return true;
    return n->lead > 1 && people_is(w, n->lead - 1, "and") &&
           is_clear(w, people_name_before(w, n->lead - 1));
}

static bool is_accepted(const people_work *w, const people_name *n)
{
    if (n->certain || (n->known >= 0 && n->score >= 0))
        return true;
    if (n->unit_count < 2)
        return false;
    uint32_t uses = lone_uses(w, n->parts[n->part_count - 1]);
    int score = n->score + (uses & 2 ? 3 : 0) + (uses & 1 ? 1 : 0);
    return score + (is_paired(w, n) ? 2 : 0) >= SCORE_ACCEPTED;
}

static size_t whole_parts(const people_work *w, const people_name *n)
{
    size_t count = 0;
    for (size_t i = 0; i < n->part_count; i++)
        count += !people_has(w, n->part_tokens[i], PEOPLE_INITIAL);
    return count * 4 + n->part_count - (n->heading ? 2u : 0u);
}

static chancery_status index_name(people_work *w, const people_name *n, uint32_t person)
{
    chancery_status status = people_index_add(w, &w->index, people_letters(w, n), person);
    for (size_t i = 0; !status && i < n->part_count; i++)
        status = people_index_add(w, &w->index, n->parts[i], person);
    return status;
}

/** Gives a name to a person, who learns from it. */
static chancery_status give(people_work *w, uint32_t name, uint32_t person)
{
    people_name *n = &w->names.items[name];
    people_person *p = &w->persons.items[person];
    people_held held = people_name_held(w, name);
    n->person = (int32_t)person;
    p->last = n->token;
    p->ranks |= held.ranks;
    if (p->code.len == 0)
        p->code = held.code;
    if (!p->title)
        p->title = held.title;
    if (!p->gender)
        p->gender = n->gender;
    if (n->wrong || whole_parts(w, n) <= whole_parts(w, &w->names.items[p->full]))
        return CHANCERY_OK;
    p->full = name;
    return index_name(w, n, person);
}

static chancery_status make_person(people_work *w, uint32_t name)
{
    people_person *p = array_push(&w->persons, w->r->scratch, w->r->error);
    if (!p)
        return w->r->error->status;
    p->full = name;
    uint32_t person = (uint32_t)w->persons.count - 1;
    chancery_status status = index_name(w, &w->names.items[name], person);
    return status ? status : give(w, name, person);
}

static chancery_status resolve(people_work *w, uint32_t name)
{
    people_name *n = &w->names.items[name];
    bool accepted = is_accepted(w, n);
    int32_t person = people_match(w, n, accepted || n->unit_count == 1);
    if (person >= 0)
        return give(w, name, (uint32_t)person);
    return accepted ? make_person(w, name) : CHANCERY_OK;
}

/** The first `parts` parts of a name. */
static people_name cut_name(const people_name *n, size_t from, size_t parts)
{
    people_name cut = *n;
    memmove(cut.parts, n->parts + from, parts * sizeof *cut.parts);
    memmove(cut.part_tokens, n->part_tokens + from, parts * sizeof *cut.part_tokens);
    cut.part_count = (uint8_t)parts;
    cut.unit_count = (uint8_t)(parts < n->unit_count ? parts : n->unit_count);
    if (from > 0)
        cut.token = cut.lead = cut.part_tokens[0];
    cut.count = cut.part_tokens[parts - 1] + 1 - cut.token;
    return cut;
}

/** Whether a run of capitals in a heading can be a name that the body doesn't have. */
static bool is_name_in_heading(const people_work *w, const people_name *n)
{
    if (!n->certain || n->unit_count < 2)
        return n->certain && n->lead < n->token;
    for (size_t i = 0; i < n->part_count; i++) {
        uint8_t tag = w->tags[n->part_tokens[i]];
        bool verb = tag >= SYNTAX_VB && tag <= SYNTAX_VBZ;
        if (!people_has(w, n->part_tokens[i], PEOPLE_EASTERN | PEOPLE_GIVEN) &&
            people_has(w, n->part_tokens[i], PEOPLE_CAPITAL) &&
            (verb || people_is_common(w, n->part_tokens[i])))
            return false;
    }
    return true;
}

/** Longest run of parts from `from` on that a known person has; 0 where there is none. */
static size_t known_parts(people_work *w, uint32_t name, size_t from)
{
    people_name whole = w->names.items[name];
    size_t found = 0;
    for (size_t parts = whole.part_count - from; parts > 0 && !found; parts--) {
        people_name cut = cut_name(&whole, from, parts);
        w->names.items[name] = cut; /* people_match knows a name's links by its place */
        int32_t person = people_match(w, &w->names.items[name], false);
        bool common = parts == 1 && people_has(w, cut.part_tokens[0],
                                               PEOPLE_NEVER | PEOPLE_FUNCTION | PEOPLE_TIME);
        if (person >= 0 && !common) {
            w->names.items[name].person = person;
            found = parts;
        } else {
            w->names.items[name] = whole;
        }
    }
    return found;
}

static chancery_status resolve_in_heading(people_work *w, uint32_t name)
{
    people_name whole = w->names.items[name];
    for (size_t from = 0; from < whole.part_count;) {
        uint32_t at = name;
        if (from > 0) {
            people_name *more = array_push(&w->names, w->r->scratch, w->r->error);
            if (!more)
                return w->r->error->status;
            *more = whole;
            at = (uint32_t)w->names.count - 1;
        }
        size_t parts = known_parts(w, at, from);
        for (uint32_t t = 0; parts && t < w->names.items[at].count; t++)
            w->name_at[w->names.items[at].token + t] = (int32_t)at;
        if (parts) {
            chancery_status status = give(w, at, (uint32_t)w->names.items[at].person);
            if (status || whole.certain)
                return status;
        } else if (from > 0) {
            w->names.count--;
        } else if (is_name_in_heading(w, &whole)) {
            return make_person(w, name);
        }
        if (!parts && whole.certain)
            return CHANCERY_OK;
        from += parts ? parts : 1;
    }
    return CHANCERY_OK;
}

static int by_token(const void *a, const void *b)
{
    const people_range *x = a, *y = b;
    return x->first < y->first ? -1 : x->first > y->first;
}

/** Fills r->people in the order of first mentions, with names and mentions. */
static chancery_status publish(people_work *w)
{
    reading_state *r = w->r;
    people_range *order = arena_alloc(r->scratch, w->names.count + 1, sizeof *order, r->error);
    int32_t *place = arena_alloc(r->scratch, w->persons.count + 1, sizeof *place, r->error);
    if (!order || !place)
        return r->error->status;
    for (uint32_t i = 0; i < w->names.count; i++)
        order[i] = (people_range){w->names.items[i].token, i};
    qsort(order, w->names.count, sizeof *order, by_token);
    for (size_t i = 0; i < w->names.count; i++) {
        people_name *n = &w->names.items[order[i].end];
        if (n->person < 0)
            continue;
        uint32_t person = (uint32_t)n->person;
        if (!place[person]) {
            reading_person *made = array_push(&r->people, r->arena, r->error);
            if (!made)
                return r->error->status;
            const people_name *full = &w->names.items[w->persons.items[person].full];
            made->name = reading_words(r, full->token, full->count);
            made->gender = w->persons.items[person].gender;
            place[person] = (int32_t)r->people.count;
        }
        n->person = place[person] - 1;
        reading_mention *m = array_push(&r->people.items[n->person].mentions, r->arena, r->error);
        if (!m)
            return r->error->status;
        *m = (reading_mention){n->token, n->count, n->sentence};
        for (uint32_t t = n->token; t < n->token + n->count; t++)
            r->person_at[t] = n->person;
    }
    people_person *sorted = arena_alloc(r->scratch, w->persons.count + 1, sizeof *sorted, r->error);
    if (!sorted)
        return r->error->status;
    for (size_t p = 0; p < w->persons.count; p++)
        if (place[p])
            sorted[place[p] - 1] = w->persons.items[p];
    w->persons.items = sorted;
    w->persons.count = r->people.count;
    return CHANCERY_OK;
}

chancery_status people_join_names(people_work *w)
{
    size_t parts = 64, names = w->names.count;
    for (size_t i = 0; i < names; i++)
        parts += w->names.items[i].part_count + 1u;
    chancery_status status = order_links(w);
    if (!status)
        status = index_lone(w);
    if (!status)
        status = people_index_init(w, &w->index, parts);
    for (uint32_t i = 0; !status && i < names; i++)
        if (!w->names.items[i].heading)
            status = resolve(w, i);
    for (uint32_t i = 0; !status && i < names; i++)
        if (w->names.items[i].heading)
            status = resolve_in_heading(w, i);
    for (uint32_t i = 0; !status && i < names; i++)
        if (w->names.items[i].person < 0 && !w->names.items[i].heading)
            status = resolve(w, i);
    return status ? status : publish(w);
}
