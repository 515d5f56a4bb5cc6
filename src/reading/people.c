/* People: who is named in the report, and which offices they hold.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * Rules over shapes and tags rather than a trained model, as for the rest of reading: a newspaper
 * introduces a person with an office or an honorific beside the name, and what it calls him later
 * is a part of that. The parts of the stage are listed in people.h. */
#include "reading/people.h"

/** Takes the hits out that turned out to be parts of names ("Mrs. Georgia Brown"). The rest move
 * up, and hit_at with them. */
static chancery_status remove_hits(people_work *w)
{
    reading_state *r = w->r;
    int32_t *moved = arena_alloc(r->scratch, r->hits.count + 1, sizeof *moved, r->error);
    if (!moved)
        return r->error->status;
    for (uint32_t t = 0; t < w->token_count; t++)
        if (r->person_at[t] >= 0 && r->hit_at[t] >= 0)
            moved[r->hit_at[t]] = -1;
    size_t kept = 0;
    for (size_t i = 0; i < r->hits.count; i++)
        if (moved[i] == 0) {
            r->hits.items[kept] = r->hits.items[i];
            moved[i] = (int32_t)kept++;
        }
    r->hits.count = kept;
    for (uint32_t t = 0; t < w->token_count; t++)
        if (r->hit_at[t] >= 0)
            r->hit_at[t] = moved[r->hit_at[t]];
    return CHANCERY_OK;
}

/** A word for somebody's sex where no honorific or title told it: a given name that only men or
 * only women have. */
static chancery_status supply_genders(people_work *w)
{
    for (size_t i = 0; i < w->r->people.count; i++) {
        reading_person *p = &w->r->people.items[i];
        const people_name *full = &w->names.items[w->persons.items[i].full];
        for (size_t k = 0; k < full->part_count && !p->gender && full->unit_count > 1; k++) {
            if (!people_has(w, full->part_tokens[k], PEOPLE_GIVEN))
                continue;
            uint32_t sex = w->flags[full->part_tokens[k]] & (PEOPLE_MALE | PEOPLE_FEMALE);
            p->gender = sex == PEOPLE_MALE ? 'm' : sex == PEOPLE_FEMALE ? 'f' : (char)0;
            break;
        }
    }
    return CHANCERY_OK;
}

chancery_status reading_people(reading_state *r)
{
    static chancery_status (*const parts[])(people_work *) = {
        people_mark_words,   people_find_titles,   people_find_names, people_find_links,
        people_join_names,   remove_hits,          supply_genders,    people_fill_offices,
        people_supply_codes, people_name_families,
    };
    people_work w = {
        .r = r, .tokens = r->report->tokens, .token_count = (uint32_t)r->report->token_count};
    r->person_at = arena_alloc(r->arena, w.token_count + 1u, sizeof *r->person_at, r->error);
    if (!r->person_at)
        return r->error->status;
    for (uint32_t t = 0; t < w.token_count; t++)
        r->person_at[t] = -1;
    chancery_status status = CHANCERY_OK;
    for (size_t i = 0; !status && i < sizeof parts / sizeof *parts; i++)
        status = parts[i](&w);
    return status;
}
