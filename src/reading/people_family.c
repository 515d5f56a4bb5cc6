/* Which part of a name is the surname, and who is called by another part.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * What follows "Mr." is taken for the surname, unless the naming tradition of the person's state
 * puts it elsewhere and the word is a given name: "Mr. Martin" for Martin De Graaf is a slip,
 * "Mr. Liu" for Liu Wenhai and "Ato Dawit" are not. */
#include "reading/people.h"

typedef enum tradition {
    LAST,     /* the surname is the last word */
    TWO_LAST, /* two surnames, the first of them used: Spanish */
    FIRST,    /* the surname stands first: Chinese, Korean */
    EITHER,   /* reports write both orders: Japanese, Hungarian */
    GIVEN,    /* people are called by the given name, or have no surname */
    UNKNOWN,
} tradition;

static tradition tradition_of(slice code)
{
    static const struct {
        const char *codes;
        tradition tradition;
    } rows[] = {
        {"CHN TWN KOR PRK HKG MAC", FIRST},
        {"JPN HUN", EITHER},
        {"VNM KHM LAO THA MMR MYS IDN BRN ISL ETH ERI SOM DJI MNG BTN AFG TIB", GIVEN},
        {"ESP MEX GTM HND SLV NIC CRI PAN COL VEN ECU PER BOL CHL ARG URY PRY CUB DOM PRI GNQ PHL "
         "MLT",
         TWO_LAST},
    };
    if (code.len != 3)
        return UNKNOWN;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (slice_find(slice_of(rows[i].codes), code) != SIZE_MAX)
            return rows[i].tradition;
    return LAST;
}

/** How a surname is shown: with the particles before it. */
static slice words_from(const people_work *w, const people_name *n, size_t part)
{
    uint32_t first = n->part_tokens[part], end = n->token + n->count;
    uint32_t last = n->part_tokens[n->part_count - 1] + 1;
    while (first > n->token &&
           (people_has(w, first - 1, PEOPLE_PARTICLE) || people_is_hyphen(w, first - 1)) &&
           !people_is(w, first - 1, "e") && !people_is(w, first - 1, "y") && /* "Melo e Castro" */
           !(part > 0 && first - 1 == n->part_tokens[part - 1]))
        first--;
    return reading_words(w->r, first, (last < end ? last : end) - first);
}

/** The first part of the last unit: "Quayle" of "Quayle-Moss". */
static size_t last_unit(const people_work *w, const people_name *n)
{
    size_t part = n->part_count - 1u;
    while (part > 0 && n->part_tokens[part - 1] + 2 == n->part_tokens[part] &&
           people_is_hyphen(w, n->part_tokens[part] - 1))
        part--;
    return part;
}

/** Where the surname begins by tradition; part_count where that can't be told. */
static size_t traditional(const people_work *w, const people_name *n, tradition how)
{
    size_t last = last_unit(w, n);
    bool first_given = people_has(w, n->part_tokens[0], PEOPLE_GIVEN);
    bool last_given = people_has(w, n->part_tokens[n->part_count - 1], PEOPLE_GIVEN);
    bool small = last < n->part_count - 1u &&
                 !people_has(w, n->part_tokens[n->part_count - 1], PEOPLE_CAPITAL);
    bool eastern = people_has(w, n->part_tokens[0], PEOPLE_EASTERN);
    if ((small && last > 0) ||
        (eastern && n->part_count == 3 && !last_given && how != TWO_LAST &&
         !people_has(w, n->part_tokens[1], PEOPLE_INITIAL | PEOPLE_GIVEN) && how != GIVEN))
        return 0; /* "Lee Hsien-loong", "Tan See Leng" */
    switch (how) {
    case FIRST:
        return !eastern && (first_given ||
                            people_has(w, n->part_tokens[n->part_count - 1], PEOPLE_EASTERN))
                   ? last
                   : 0;
    case EITHER:
        return first_given && !last_given ? last : last_given && !first_given ? 0 : n->part_count;
    case GIVEN:
        return n->part_count;
    case TWO_LAST:
        if (n->part_count >= 4)
            return n->part_count - 2u;
        if (n->part_count == 3 && !people_has(w, n->part_tokens[1], PEOPLE_GIVEN))
            return 1;
        return last;
    case LAST:
        return last;
    case UNKNOWN:
        return eastern && !first_given ? 0 : last;
    }
    return last;
}

/** At what part of the full name a mention's first part stands; part_count where nowhere. */
static size_t part_of(const people_name *full, const people_name *n)
{
    size_t i = 0;
    while (i < full->part_count && full->parts[i] != n->parts[0])
        i++;
    return i;
}

/** A mention that shows how the report calls a person: Mr. or a title with a part of the name. */
static bool is_address(const people_name *n, const people_name *full)
{
    return (n->mister || n->titled) && !n->custom && n->part_count < full->part_count;
}

/** Which part follows Mr. and titles most often; part_count where none does. */
static size_t usual_part(const people_work *w, const reading_person *p, const people_name *full)
{
    uint32_t votes[PEOPLE_MAX_PARTS + 1] = {0};
    size_t best = full->part_count;
    for (size_t i = 0; i < p->mentions.count; i++) {
        const people_name *n = &w->names.items[w->name_at[p->mentions.items[i].token]];
        size_t part = part_of(full, n);
        if (n->wrong || n->part_count >= full->part_count || part == full->part_count)
            continue;
        votes[part] += is_address(n, full) ? 2 : 1;
    }
    for (size_t i = 0; i < full->part_count; i++)
        if (votes[i] && (best == full->part_count || votes[i] > votes[best]))
            best = i;
    return best;
}

/** Whether being called by part `part` where `family` is the surname is a slip. */
static bool is_misnamed(const people_work *w, const people_name *n, const people_name *full,
                        size_t family, tradition how, bool family_used)
{
    size_t part = part_of(full, n);
    if (!is_address(n, full) || part >= family || part == full->part_count || how == GIVEN)
        return part > family && how == FIRST && family_used && is_address(n, full) &&
               part < full->part_count;
    if (n->part_count > 1 && part + n->part_count > family)
        return false; /* reaches the surname */
    bool given = part == 0 || people_has(w, full->part_tokens[part], PEOPLE_GIVEN);
    return given && (n->mister || family_used);
}

static chancery_status add_misnamed(people_work *w, reading_person *p, const people_name *n)
{
    reading_mention *m = array_push(&p->misnamed, w->r->arena, w->r->error);
    if (!m)
        return w->r->error->status;
    *m = (reading_mention){n->token, n->count, n->sentence};
    return CHANCERY_OK;
}

/** King, Pope, Prince: called by the given name. */
static bool is_royal(const reading_person *p)
{
    static const char *const words[] = {"king",   "queen",  "emperor", "empress",  "pope",
                                        "prince", "sultan", "emir",    "princess", NULL};
    for (size_t i = 0; i < p->offices.count; i++) {
        const reading_office *o = &p->offices.items[i];
        if (o->rank == KB_RANK_ROYAL)
            return true;
        for (size_t k = 0; words[k]; k++)
            if (slice_equal_ascii_fold(o->title, slice_of(words[k])))
                return true;
    }
    return false;
}

/** Ato, Daw, U, Dato': goes with people who have no surname. */
static bool is_given_custom(const people_work *w, const people_name *n)
{
    static const char *const words[] = {"ato",   "woizero", "daw", "u",   "ko",   "dato", "datuk",
                                        "datin", "puan",    "tun", "tan", "haji", NULL};
    return n->custom && people_is_any(w, n->lead, words);
}

/** Where the surname begins in the full name: as the report uses it, unless that is a given name.
 */
static size_t family_of(const people_work *w, const people_name *full, size_t usual, tradition how)
{
    size_t rule = traditional(w, full, how);
    bool known = rule < full->part_count;
    bool given = usual < full->part_count && known && usual < rule &&
                 (usual == 0 || people_has(w, full->part_tokens[usual], PEOPLE_GIVEN));
    if (how == FIRST && known)
        return rule;
    return usual < full->part_count && !given ? usual : rule;
}

static chancery_status name_family(people_work *w, uint32_t person)
{
    reading_person *p = &w->r->people.items[person];
    const people_name *full = &w->names.items[w->persons.items[person].full];
    tradition how = is_royal(p) || is_given_custom(w, full) ? GIVEN : tradition_of(p->code);
    chancery_status status = CHANCERY_OK;
    size_t family = full->part_count, usual = usual_part(w, p, full);
    if (full->unit_count > 1) {
        family = family_of(w, full, usual, how);
        if (family < full->part_count)
            p->family = words_from(w, full, family);
        if (family == 0 && full->part_count > 1)
            p->family = reading_words(w->r, full->part_tokens[0], 1);
    } else {
        p->family = p->name;
    }
    bool used = usual < full->part_count && usual == family;
    for (size_t i = 0; !status && i < p->mentions.count; i++) {
        const people_name *n = &w->names.items[w->name_at[p->mentions.items[i].token]];
        bool slip =
            n->wrong || (family < full->part_count && is_misnamed(w, n, full, family, how, used));
        if (slip)
            status = add_misnamed(w, p, n);
    }
    return status;
}

chancery_status people_name_families(people_work *w)
{
    chancery_status status = CHANCERY_OK;
    for (uint32_t p = 0; !status && p < w->r->people.count; p++)
        status = name_family(w, p);
    return status;
}
