/* Resolve: who a short phrase means.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * A noun phrase of English has its head last, before the first preposition or comma: "warplanes |
 * from the Gulf kingdom of Bahrain", "the Dutch embassy | in Nairobi". The head gives the sector;
 * the state stands before it, else behind the first preposition that says whose or where from (an
 * ambassador TO Peru is not Peru's). Heads that say nothing of themselves (a spokesman, a group)
 * take the sector of what stands before them or behind "of". No parse is needed, so that fragments
 * and headlines can be read, and what is no actor ("Swiss cheese", "Michael Jordan") gives
 * nothing. */
#include "reading/lexicon.h"

enum { MAX_DEPTH = 6, MAX_TOKENS = 128, SHORT_BYTES = 5 };

typedef struct verdict {
    slice code;
    slice sector;
    const resolve_item *state_by;  /* which name gave the code */
    const resolve_item *sector_by; /* which word gave the sector */
    resolve_person person;
    bool has_person;
    bool name_alone; /* the phrase is a name, not somebody of theirs */
    bool miss;       /* it holds a name, but is no actor */
    const char *note;
} verdict;

typedef struct part {
    const resolve_line *l;
    uint32_t first, end; /* items of the core */
    uint32_t last;       /* end of the whole phrase */
} part;

static verdict judge(const resolve_line *l, uint32_t first, uint32_t last, int depth);

/* ---- what an item is ---- */

static bool is_adjectival(const resolve_item *i)
{
    return i->name_kind == KB_ADJECTIVE || i->name_kind == KB_PEOPLE;
}

/* A state or place, not a body that is known by name. */
static bool is_land(const resolve_item *i)
{
    return i->kind == RESOLVE_NAME && (i->entry_kind == KB_STATE || i->entry_kind == KB_PLACE) &&
           i->name_kind != KB_BODY && i->name_kind != KB_SEAT;
}

static bool is_region_of_rebels(const resolve_item *i)
{
    return i->kind == RESOLVE_NAME && i->entry_kind == KB_GROUP && slice_is(i->sector, "PRE");
}

static bool is_outside_states(slice code)
{
    static const char *const codes[] = {"UNO", "EUR", "IGO", "NGO", "MNC", "ISM", "IMG"};
    for (size_t i = 0; i < sizeof codes / sizeof *codes; i++)
        if (slice_is(code, codes[i]))
            return true;
    return false;
}

static bool has_code(const resolve_item *i)
{
    return i->kind == RESOLVE_NAME && !i->other && i->code.len && !slice_is(i->code, "NON");
}

/* A body of one state whose name others have too: "Socialist Party", "Trades Union Congress". */
static bool is_body_of_state(const resolve_item *i)
{
    bool body = i->name_kind == KB_BODY || i->entry_kind == KB_ORGANISATION;
    return i->kind == RESOLVE_NAME && body && !is_outside_states(i->code);
}

static const resolve_item *at(const part *p, uint32_t i)
{
    return &p->l->items[i];
}

static bool has(const part *p, uint32_t i, uint32_t flags)
{
    return i < p->last && (at(p, i)->flags & flags) != 0;
}

static bool any_before(const part *p, uint32_t end, uint32_t flags)
{
    for (uint32_t i = p->first; i < end; i++)
        if (at(p, i)->flags & flags)
            return true;
    return false;
}

/* Whether what ends the core is a preposition of this kind. */
static bool goes_on(const part *p, uint32_t flags)
{
    return p->end < p->last && has(p, p->end, flags);
}

static const uint32_t BREAKS = RESOLVE_OF | RESOLVE_IN | RESOLVE_AGAINST | RESOLVE_STOP;

static uint32_t core_end(const resolve_line *l, uint32_t first, uint32_t last)
{
    uint32_t i = first;
    while (i < last && !(l->items[i].kind == RESOLVE_WORD && l->items[i].flags & BREAKS))
        i++;
    return i;
}

/* ---- whose ---- */

/* The name that stands last before `end`; of "Kosovo Albanian" and "Germany's Turkish community"
 * the first, which is the place. @return -1 where there is none. */
static int32_t find_owner(const part *p, uint32_t end)
{
    int32_t owner = -1;
    for (uint32_t i = p->first; i < end; i++) {
        const resolve_item *item = at(p, i);
        if (!has_code(item))
            continue;
        bool beside = owner >= 0 && (uint32_t)owner + 1 == i;
        bool place =
            owner >= 0 && is_land(at(p, (uint32_t)owner)) && !is_adjectival(at(p, (uint32_t)owner));
        if (beside && place && is_land(item) && is_adjectival(item))
            continue;
        owner = (int32_t)i;
    }
    return owner;
}

/* The state before a body's name that others have too: "the Dutch Socialist Party". */
static const resolve_item *rule_body(const part *p, int32_t owner)
{
    const resolve_item *body = at(p, (uint32_t)owner);
    if (!is_body_of_state(body))
        return body;
    for (int32_t i = owner - 1; i >= (int32_t)p->first; i--)
        if (has_code(at(p, (uint32_t)i)) && is_land(at(p, (uint32_t)i)))
            return at(p, (uint32_t)i);
    if ((uint32_t)owner + 1 == p->end && goes_on(p, RESOLVE_OF)) {
        uint32_t next = p->end + 1;
        next += has(p, next, RESOLVE_FUNCTION);
        if (next < p->last && has_code(at(p, next)) && is_land(at(p, next)) &&
            at(p, next)->entry_kind == KB_STATE)
            return at(p, next);
    }
    return body;
}

/* The state that the words behind the core give: "of", "in", "from" a name. */
static const resolve_item *find_in_tail(const part *p, bool only_states)
{
    bool in = false;
    for (uint32_t i = p->end; i < p->last; i++) {
        const resolve_item *item = at(p, i);
        if (item->kind == RESOLVE_WORD && item->flags & BREAKS) {
            bool comma = item->flags & RESOLVE_STOP && p->l->tokens[item->first].kind != TEXT_WORD;
            if (!comma && item->flags & (RESOLVE_AGAINST | RESOLVE_STOP))
                return NULL;
            in = comma ? in : (item->flags & RESOLVE_IN) != 0;
            continue;
        }
        if (has_code(item) && !((in || only_states) && is_outside_states(item->code)))
            return item;
    }
    return NULL;
}

static void set_person(const part *p, verdict *v, const resolve_item *item, kb_rank rank)
{
    v->has_person = resolve_who(p->l, item, v->code, rank, &v->person);
    if (!v->has_person || v->code.len)
        return;
    v->code = v->person.term.title.len && v->person.holds
                  ? v->person.term.code
                  : kb_entry_at(p->l->engine->kb, v->person.entry).code;
}

static int32_t find_kind(const part *p, uint32_t first, uint32_t end, resolve_kind kind)
{
    for (uint32_t i = first; i < end; i++)
        if (at(p, i)->kind == kind)
            return (int32_t)i;
    return -1;
}

/* "Georgia Governor", "Georgia's secretary of state": the part of a federation of that name. */
static bool find_part_of_federation(const part *p, const resolve_item *owner,
                                    const resolve_item *head, verdict *v)
{
    kb_hit hits[RESOLVE_MAX_HITS];
    const kb *k = p->l->engine->kb;
    bool federal = resolve_word_flags(p->l, &p->l->tokens[head->first]) & RESOLVE_FROM_STATE &&
                   (head->rank == KB_RANK_LOCAL || head->rank == KB_RANK_FOREIGN_MINISTER ||
                    head->rank == KB_RANK_LEGISLATOR);
    if (!federal || owner->entry_kind != KB_STATE || is_adjectival(owner))
        return false;
    size_t count = kb_find(k, p->l->text, p->l->tokens + owner->first,
                           p->l->token_count - owner->first, hits, RESOLVE_MAX_HITS);
    for (size_t i = 0; i < count && hits[i].tokens == owner->count; i++) {
        kb_entry e = kb_entry_at(k, hits[i].entry);
        if (e.kind != KB_PLACE || e.population != 0) /* a region, not a town */
            continue;
        v->code = e.code;
        return true;
    }
    return false;
}

/* ---- the sector ---- */

static bool is_power(slice sector)
{
    static const char *const powers[] = {"GOV", "LEG", "JUD", "MIL", "COP", "SPY", "PTY"};
    for (size_t i = 0; i < sizeof powers / sizeof *powers; i++)
        if (slice_is(sector, powers[i]))
            return true;
    return false;
}

/* What stands before a head that says nothing of itself. */
static const resolve_item *sector_before(const part *p, uint32_t head)
{
    for (uint32_t i = head; i-- > p->first;) {
        const resolve_item *item = at(p, i);
        bool said = item->kind == RESOLVE_AGENT || (item->kind == RESOLVE_NAME && !item->other);
        if (said && item->sector.len)
            return item;
    }
    return NULL;
}

static slice faith_as_religion(slice sector)
{
    static const char *const faiths[] = {"BUD", "CHR", "HIN", "JEW", "MUS"};
    for (size_t i = 0; i < sizeof faiths / sizeof *faiths; i++)
        if (slice_is(sector, faiths[i]))
            return SLICE("REL");
    return sector;
}

/* "ruling" makes a party the government; "former" ends an office; organs of a breakaway region. */
static void qualify(const part *p, uint32_t head, verdict *v)
{
    const resolve_item *item = at(p, head);
    bool office = item->rank != KB_RANK_NONE || is_power(v->sector);
    bool former = any_before(p, head + 1, RESOLVE_FORMER) || item->former;
    if (slice_is(v->sector, "PTY") && any_before(p, head, RESOLVE_RULING))
        v->sector = SLICE("GOV");
    if (v->state_by && is_region_of_rebels(v->state_by) && is_power(v->sector))
        v->sector = SLICE("PRE");
    bool kept =
        slice_is(v->sector, "REB") || slice_is(v->sector, "CRM") || slice_is(v->sector, "OPP");
    if (former && office && !kept) {
        v->sector = SLICE("ELI");
        v->note = "former office";
    }
    if (item->rank == KB_RANK_ROYAL) {
        v->sector = SLICE("ELI");
        v->note = "a ruler's family";
    }
}

/* A firm, a movement or an aid body that belongs to no state. */
static slice code_without_state(const part *p, uint32_t head, slice sector)
{
    bool across = any_before(p, head, RESOLVE_ACROSS);
    if (slice_is(sector, "BUS") && across)
        return SLICE("MNC");
    if (has(p, head, RESOLVE_MOVEMENT) && across)
        return SLICE("ISM");
    if (has(p, head, RESOLVE_AID) || any_before(p, head, RESOLVE_AID))
        return SLICE("NGO");
    return (slice){0};
}

/* ---- phrases with a head ---- */

/* The last word for agents of the core, or -1. */
static int32_t find_head(const part *p)
{
    for (uint32_t i = p->end; i-- > p->first;)
        if (at(p, i)->kind == RESOLVE_AGENT)
            return (int32_t)i;
    return -1;
}

/* A body or group named behind the head: "the rebel group M23", "opposition X". */
static const resolve_item *named_behind(const part *p, uint32_t head)
{
    for (uint32_t i = head + 1; i < p->end; i++)
        if (has_code(at(p, i)) && !is_land(at(p, i)))
            return at(p, i);
    return NULL;
}

static void set_code(verdict *v, const resolve_item *by)
{
    v->code = by->code;
    v->state_by = by;
}

static void find_sector(const part *p, uint32_t head, const verdict *tail, verdict *v)
{
    const resolve_item *item = at(p, head);
    bool general = item->flags & RESOLVE_GENERAL || item->sector.len == 0;
    const resolve_item *before = general ? sector_before(p, head) : NULL;
    v->sector = item->sector;
    v->sector_by = item;
    if (before && !(slice_is(before->sector, "CVL") && item->sector.len)) {
        v->sector = before->sector;
        v->sector_by = before;
    } else if (general && tail && (tail->sector.len || is_outside_states(tail->code))) {
        v->sector = tail->sector;
        v->sector_by = tail->sector_by ? tail->sector_by : item;
    }
}

static void find_state(const part *p, uint32_t head, const verdict *tail, verdict *v)
{
    int32_t owner = find_owner(p, head);
    const resolve_item *named = named_behind(p, head);
    if (named) {
        set_code(v, named);
        if (named->sector.len) {
            v->sector = named->sector;
            v->sector_by = named;
        }
    }
    if (owner >= 0 && (!named || is_body_of_state(named))) {
        set_code(v, rule_body(p, owner));
        if (find_part_of_federation(p, at(p, (uint32_t)owner), at(p, head), v))
            v->note = "an office of a part of the federation";
    }
    if (v->code.len == 0 && tail && tail->code.len) {
        v->code = tail->code;
        v->state_by = tail->state_by;
    }
    int32_t person = find_kind(p, p->first, p->end, RESOLVE_PERSON);
    if (person >= 0)
        set_person(p, v, at(p, (uint32_t)person), at(p, head)->rank);
    if (v->code.len == 0)
        v->code = code_without_state(p, head, v->sector);
    const resolve_item *behind = v->code.len ? NULL : find_in_tail(p, false);
    if (behind)
        set_code(v, behind);
}

/* "ethnic Albanian rebels", "a Russian-speaking minority": where they are counts, not the name. */
static bool is_ethnic(const part *p)
{
    for (uint32_t i = p->first; i < p->end; i++)
        if (has(p, i, RESOLVE_ETHNIC))
            return true;
    return false;
}

/* "a spokesman", "several people": without a state it is nobody. */
static bool says_nothing(const resolve_item *item)
{
    return item->count == 1 && (item->flags & RESOLVE_GENERIC || slice_is(item->sector, "CVL")) &&
           item->flags & (RESOLVE_GENERIC | RESOLVE_GENERAL);
}

static verdict judge_head(const part *p, uint32_t head, int depth)
{
    verdict v = {0}, tail = {0};
    const resolve_item *item = at(p, head);
    bool passes = (goes_on(p, RESOLVE_OF) && item->flags & (RESOLVE_GENERAL | RESOLVE_AMOUNT)) ||
                  (goes_on(p, RESOLVE_AGAINST) && has(p, p->end - 1, RESOLVE_LOYAL));
    if (passes)
        tail = judge(p->l, p->end + 1, p->last, depth);
    bool theirs = goes_on(p, RESOLVE_OF) || item->flags & RESOLVE_LOYAL; /* not "loyal to" */
    find_sector(p, head, passes && theirs ? &tail : NULL, &v);
    if (item->flags & RESOLVE_FOLLOWER && slice_is(v.sector, "GOV")) {
        v.sector = SLICE("CVL"); /* a president's supporters are no officials */
        v.sector_by = item;
    }
    if (item->flags & RESOLVE_ETHNIC) /* "Russian speakers" hold no office */
        v.sector = SLICE("CVL");
    if (passes && item->flags & RESOLVE_AMOUNT && tail.sector.len && tail.sector_by) {
        v.sector = tail.sector;
        v.sector_by = tail.sector_by;
    }
    const resolve_item *where = is_ethnic(p) ? find_in_tail(p, true) : NULL;
    if (where)
        set_code(&v, where);
    else
        find_state(p, head, passes && !tail.miss ? &tail : NULL, &v);
    if (v.sector.len == 0 && v.code.len && item->rank == KB_RANK_SPOKESPERSON)
        v.sector = SLICE("GOV");
    qualify(p, head, &v);
    if (v.code.len == 0 && v.sector_by == item && says_nothing(item))
        v.sector = (slice){0};
    return v;
}

/* "the president's son", "the widow of President X". */
static bool is_kin(const part *p, uint32_t *kin)
{
    for (uint32_t i = p->first; i < p->end; i++) {
        if (!has(p, i, RESOLVE_KIN))
            continue;
        *kin = i;
        const resolve_item *of = NULL;
        if (i > p->first + 1 && any_before(p, i, RESOLVE_OWNS)) {
            int32_t office = find_kind(p, p->first, i, RESOLVE_AGENT);
            int32_t person = find_kind(p, p->first, i, RESOLVE_PERSON);
            of = person >= 0 ? at(p, (uint32_t)person) : office >= 0 ? at(p, (uint32_t)office) : of;
        }
        for (uint32_t j = p->end; !of && goes_on(p, RESOLVE_OF) && j < p->last; j++)
            of =
                at(p, j)->kind == RESOLVE_PERSON || at(p, j)->kind == RESOLVE_AGENT ? at(p, j) : of;
        return of && (of->kind == RESOLVE_PERSON ||
                      (of->rank != KB_RANK_NONE && of->rank <= KB_RANK_MINISTER));
    }
    return false;
}

static verdict judge_kin(const part *p)
{
    verdict v = {.note = "family of somebody in office"};
    int32_t owner = find_owner(p, p->end);
    const resolve_item *by = owner >= 0 ? at(p, (uint32_t)owner) : find_in_tail(p, true);
    if (by)
        set_code(&v, by);
    int32_t person = find_kind(p, p->first, p->last, RESOLVE_PERSON);
    if (!by && person >= 0)
        set_person(p, &v, at(p, (uint32_t)person), KB_RANK_NONE);
    v.has_person = false;
    v.sector = SLICE("ELI");
    return v;
}

/* ---- names without a head ---- */

/* A noun that by its end is somebody: "philosophers", "economist". */
static bool is_somebody(const resolve_line *l, const resolve_item *i)
{
    static const char *const ends[] = {"ists", "ist",  "men",     "man",   "woman", "ers",
                                       "eers", "ians", "ologist", "women", "ors",   NULL};
    slice word = resolve_item_text(l, i);
    if (i->flags & RESOLVE_WHO)
        return true;
    for (size_t k = 0; ends[k] && i->kind == RESOLVE_WORD && word.len > 5; k++)
        if (slice_ends(word, slice_of(ends[k])))
            return true;
    return false;
}

static verdict miss(const char *note)
{
    return (verdict){.miss = true, .note = note};
}

/* "Iraqi Kurds", "Kosovo Serbs": a people's name that begins with a name of the same state. */
static bool is_people_of_two(const resolve_line *l, const resolve_item *item)
{
    kb_hit hits[RESOLVE_MAX_HITS];
    if (item->name_kind != KB_PEOPLE || item->count < 2)
        return false;
    size_t count = kb_find(l->engine->kb, l->text, l->tokens + item->first, item->count - 1, hits,
                           RESOLVE_MAX_HITS);
    for (size_t i = 0; i < count; i++)
        if (slice_equal(kb_entry_at(l->engine->kb, hits[i].entry).code, item->code))
            return true;
    return false;
}

/* A name that is all of the phrase: who it is. */
static verdict accept_name(const part *p, uint32_t n)
{
    verdict v = {.name_alone = true};
    const resolve_item *item = at(p, n);
    const resolve_item *owner = rule_body(p, (int32_t)n);
    set_code(&v, owner);
    if (owner == item && is_land(item) && n > p->first)
        set_code(&v, at(p, (uint32_t)find_owner(p, n + 1)));
    if (!is_land(item) || owner != item)
        v.sector = item->sector;
    v.sector_by = v.sector.len ? item : NULL;
    bool of_two = is_land(item) && (v.state_by != item || is_people_of_two(p->l, item));
    if (of_two || (is_land(item) && item->name_kind == KB_PEOPLE && is_ethnic(p)))
        v.sector = SLICE("CVL");
    const resolve_item *where = is_land(item) && is_ethnic(p) ? find_in_tail(p, true) : NULL;
    if (where) {
        set_code(&v, where);
        v.sector = SLICE("CVL");
    }
    qualify(p, n, &v);
    return v;
}

/* "Lebanon, Pennsylvania" and "St. Petersburg, Florida": where the second lies. */
static bool is_place_in_place(const part *p, uint32_t n)
{
    uint32_t second = p->end + 1;
    return n + 1 == p->end && second + 1 == p->last && is_land(at(p, n)) &&
           !is_adjectival(at(p, n)) && has(p, p->end, RESOLVE_STOP) && has_code(at(p, second)) &&
           is_land(at(p, second)) && !is_adjectival(at(p, second));
}

static bool has_namesake_in(const part *p, const resolve_item *item, slice code)
{
    kb_hit hit;
    const resolve_line *l = p->l;
    return kb_find_place(l->engine->kb, l->text, l->tokens + item->first,
                         l->token_count - item->first, code, &hit) &&
           hit.tokens == item->count;
}

/* Of a state and a part of another that share the second name ("Atlanta, Georgia"), the one that
 * has such a place. */
static verdict judge_place_in_place(const part *p, uint32_t n)
{
    verdict v = {.name_alone = true, .note = "a place there"};
    kb_hit hits[RESOLVE_MAX_HITS];
    const resolve_line *l = p->l;
    const resolve_item *second = at(p, p->end + 1);
    set_code(&v, second);
    size_t count = kb_find(l->engine->kb, l->text, l->tokens + second->first,
                           l->token_count - second->first, hits, RESOLVE_MAX_HITS);
    for (size_t i = 0; i < count && !has_namesake_in(p, at(p, n), v.code); i++)
        if (hits[i].tokens == second->count)
            v.code = kb_entry_at(l->engine->kb, hits[i].entry).code;
    if (!has_namesake_in(p, at(p, n), v.code))
        v.code = second->code;
    return v;
}

/* The last word of the core; where names end it, the noun before them: "novelist" of "Chilean
 * novelist Isabel Allende". */
static const resolve_item *last_noun(const part *p, uint32_t n)
{
    for (uint32_t i = p->end; i-- > n + 1;)
        if (at(p, i)->kind == RESOLVE_WORD && !(at(p, i)->flags & RESOLVE_CAPITAL))
            return at(p, i);
    return at(p, p->end - 1);
}

/* What follows a name within the core decides whether it is theirs: "Swiss | cheese". */
static verdict judge_followed(const part *p, uint32_t n)
{
    const resolve_item *item = at(p, n), *next = at(p, n + 1), *last = last_noun(p, n);
    bool owns = (next->flags & RESOLVE_OWNS) != 0;
    slice name = resolve_item_text(p->l, item);
    bool plural = item->name_kind == KB_PEOPLE && name.ptr[name.len - 1] == 's';
    if (last->flags & RESOLVE_THING)
        return miss("a name before a thing");
    if (last->flags & RESOLVE_GENERAL || (plural && !owns) || (owns && n + 2 == p->end))
        return accept_name(p, n);
    if (last->flags & RESOLVE_ETHNIC && last->kind == RESOLVE_WORD) {
        verdict v = accept_name(p, n);
        v.sector = SLICE("CVL");
        return v;
    }
    if (is_land(item) && last->flags & RESOLVE_GROUND)
        return accept_name(p, n);
    if (is_somebody(p->l, last) && !(last->flags & RESOLVE_CAPITAL && !is_adjectival(item))) {
        verdict v = accept_name(p, n);
        v.sector = SLICE("CVL");
        v.sector_by = last;
        v.name_alone = false;
        return v;
    }
    bool capital = has(p, n + (owns ? 2 : 1), RESOLVE_CAPITAL);
    bool named = at(p, p->end - 1)->flags & RESOLVE_CAPITAL;
    if (capital && named && (!is_land(item) || is_adjectival(item) || owns))
        return accept_name(p, n);
    return miss(capital ? "part of another name" : "a name before a thing");
}

static verdict judge_name(const part *p, uint32_t n)
{
    const resolve_item *item = at(p, n);
    bool before = n > p->first && at(p, n - 1)->kind == RESOLVE_WORD;
    if (before && is_land(item) && !is_adjectival(item) && item->count == 1 &&
        has(p, n - 1, RESOLVE_GIVEN | RESOLVE_HONORIFIC))
        return miss("part of a person's name");
    if (is_place_in_place(p, n))
        return judge_place_in_place(p, n);
    return n + 1 == p->end ? accept_name(p, n) : judge_followed(p, n);
}

static verdict judge_person(const part *p, uint32_t n)
{
    verdict v = {0};
    uint32_t next = n + 1;
    bool more = next < p->end;
    if (more && at(p, n)->name_kind == KB_FAMILY)
        return miss("part of another name");
    set_person(p, &v, at(p, n), KB_RANK_NONE);
    if (!v.has_person)
        return v;
    const kb_term *term = &v.person.term;
    if (v.person.is_later || term->title.len == 0)
        return v;
    v.sector = v.person.holds ? term->sector : SLICE("ELI");
    if (v.person.holds && term->sector.len == 0)
        v.sector = SLICE("GOV");
    return v;
}

static verdict judge_headless(const part *p, int depth)
{
    int32_t name = -1;
    int32_t person = find_kind(p, p->first, p->end, RESOLVE_PERSON);
    for (uint32_t i = p->first; i < p->end; i++)
        if (has_code(at(p, i)))
            name = (int32_t)i;
    if (person >= 0 && person > name)
        return judge_person(p, (uint32_t)person);
    bool before_of = p->end > p->first && goes_on(p, RESOLVE_OF | RESOLVE_IN);
    uint32_t last = before_of ? at(p, p->end - 1)->flags : 0;
    if (before_of && last & (RESOLVE_AMOUNT | RESOLVE_GENERAL)) {
        verdict v = judge(p->l, p->end + 1, p->last, depth);
        if (name >= 0 && v.sector.len)
            set_code(&v, at(p, (uint32_t)name));
        return v;
    }
    if (name >= 0)
        return judge_name(p, (uint32_t)name);
    if (before_of && last & RESOLVE_KIN) {
        verdict v = judge(p->l, p->end + 1, p->last, depth);
        v.sector = v.code.len ? SLICE("CVL") : (slice){0};
        v.sector_by = at(p, p->end - 1);
        return v;
    }
    if (before_of && last & RESOLVE_REALM) {
        verdict v = judge(p->l, p->end + 1, p->last, depth);
        return v.name_alone ? v : miss("a place without a name");
    }
    /* "somebody unknown, a French diplomat" */
    if (p->end > p->first && goes_on(p, RESOLVE_STOP) && has(p, p->end - 1, RESOLVE_CAPITAL))
        return judge(p->l, p->end + 1, p->last, depth);
    return (verdict){0};
}

/* "up to", "at least", "more than" before a number. @return where the number stands. */
static uint32_t skip_bound(const resolve_line *l, uint32_t first, uint32_t last)
{
    uint32_t end = core_end(l, first, last), next = end + 1;
    for (uint32_t i = first; i < end; i++)
        if (l->items[i].kind != RESOLVE_WORD)
            return first;
    bool number = next < last && l->tokens[l->items[next].first].kind == TEXT_NUMBER;
    return number && l->items[end].flags & (RESOLVE_AGAINST | RESOLVE_IN) ? next : first;
}

static bool is_mark(const resolve_line *l, uint32_t i)
{
    const resolve_item *item = &l->items[i];
    return l->tokens[item->first].kind == TEXT_PUNCT && !(item->flags & RESOLVE_OWNS);
}

static verdict judge(const resolve_line *l, uint32_t first, uint32_t last, int depth)
{
    const uint32_t skipped = BREAKS | RESOLVE_FUNCTION | RESOLVE_OWNS;
    while (first < last && l->items[first].kind == RESOLVE_WORD && l->items[first].flags & skipped)
        first++;
    first = skip_bound(l, first, last);
    part p = {l, first, core_end(l, first, last), last};
    while (p.end > p.first && is_mark(l, p.end - 1))
        p.end--;
    uint32_t kin;
    if (first >= last || depth >= MAX_DEPTH)
        return (verdict){0};
    if (is_kin(&p, &kin))
        return judge_kin(&p);
    int32_t head = find_head(&p);
    if (head < 0)
        return judge_headless(&p, depth + 1);
    bool owns = false;
    for (uint32_t i = (uint32_t)head + 1; i + 1 < p.end; i++)
        owns = owns || has(&p, i, RESOLVE_OWNS);
    if (owns && !named_behind(&p, (uint32_t)head))
        return miss("a thing of theirs");
    return judge_head(&p, (uint32_t)head, depth + 1);
}

/* ---- the answer ---- */

static slice kind_of(const verdict *v)
{
    if (v->has_person)
        return SLICE("person");
    if (!v->name_alone || !v->state_by)
        return v->code.len || v->sector.len ? SLICE("agent") : (slice){0};
    if (v->state_by->name_kind == KB_BODY)
        return SLICE("organisation");
    if (v->state_by->name_kind == KB_CAPITAL)
        return SLICE("place");
    return kb_kind_name(v->state_by->entry_kind);
}

static slice name_of(const resolve_line *l, const verdict *v)
{
    const kb *k = l->engine->kb;
    if (v->has_person)
        return kb_entry_at(k, v->person.entry).name;
    bool own = v->state_by && (v->state_by->name_kind == KB_BODY ||
                               (v->state_by->name_kind == KB_CAPITAL && v->name_alone));
    if (own)
        return resolve_item_text(l, v->state_by);
    if (v->state_by)
        return kb_entry_at(k, v->state_by->entry).name;
    return (slice){0};
}

typedef struct sentence {
    arena *arena;
    slice text;
    chancery_error *error;
} sentence;

static chancery_status say(sentence *s, const char *format, slice a, slice b)
{
    slice more;
    chancery_status status =
        arena_printf(s->arena, &more, s->error, format, SLICE_ARGS(a), SLICE_ARGS(b));
    if (!status)
        status = arena_printf(s->arena, &s->text, s->error, "%.*s%s%.*s", SLICE_ARGS(s->text),
                              s->text.len ? "; " : "", SLICE_ARGS(more));
    return status;
}

static chancery_status date_text(sentence *s, kb_date date, slice *out)
{
    int year = date / 10000, month = date / 100 % 100, day = date % 100;
    if (day)
        return arena_printf(s->arena, out, s->error, "%04d-%02d-%02d", year, month, day);
    if (month)
        return arena_printf(s->arena, out, s->error, "%04d-%02d", year, month);
    return arena_printf(s->arena, out, s->error, "%04d", year);
}

/* "President of France from 2017-05-14 (knowledge base)". */
static chancery_status say_person(const resolve_line *l, const verdict *v, sentence *s)
{
    const kb_term *term = &v->person.term;
    slice from, until, office;
    if (v->person.is_later || term->title.len == 0)
        return say(s, "%.*s%.*s has no office known by then",
                   kb_entry_at(l->engine->kb, v->person.entry).name, (slice){0});
    slice whose = kb_entry_at(l->engine->kb, term->whose).name;
    chancery_status status = date_text(s, term->from, &from);
    if (!status)
        status = date_text(s, term->until, &until);
    if (!status)
        status = arena_printf(
            s->arena, &office, s->error, "%.*s of %.*s%s%.*s%s%.*s", SLICE_ARGS(term->title),
            SLICE_ARGS(whose), term->from ? " from " : "", term->from ? (int)from.len : 0, from.ptr,
            term->until ? " until " : "", term->until ? (int)until.len : 0, until.ptr);
    return status ? status : say(s, "%.*s%.*s (knowledge base)", office, (slice){0});
}

static chancery_status say_why(const resolve_line *l, const verdict *v, sentence *s)
{
    chancery_status status = CHANCERY_OK;
    if (v->state_by)
        status =
            say(s, "'%.*s' is %.*s", resolve_item_text(l, v->state_by),
                is_outside_states(v->code) ? v->code
                                           : kb_entry_at(l->engine->kb, v->state_by->entry).name);
    if (!status && v->has_person)
        status = say_person(l, v, s);
    if (!status && v->sector.len && v->sector_by && !(v->sector_by == v->state_by && !v->note))
        status = say(s, v->sector_by->plural ? "'%.*s' are %.*s" : "'%.*s' is %.*s",
                     resolve_item_text(l, v->sector_by), faith_as_religion(v->sector));
    else if (!status && v->sector.len && !v->has_person)
        status = say(s, "sector %.*s%.*s", v->sector, (slice){0});
    if (!status && v->note)
        status = say(s, "%.*s%.*s", slice_of(v->note), (slice){0});
    if (!status && s->text.len == 0)
        status = say(s, "%.*s%.*s", SLICE("nothing in it is known"), (slice){0});
    return status;
}

/* ---- the line ---- */

/* Which letters of ASCII a line has; other scripts have no case. */
static void look_at_case(slice text, bool *lower, bool *upper)
{
    *lower = *upper = false;
    for (size_t i = 0; i < text.len; i++) {
        *lower = *lower || (text.ptr[i] >= 'a' && text.ptr[i] <= 'z');
        *upper = *upper || (text.ptr[i] >= 'A' && text.ptr[i] <= 'Z');
    }
}

static void give_capitals(resolve_line *l, bool all)
{
    for (uint32_t i = 0; i < l->token_count; i++) {
        text_token *t = &l->tokens[i];
        if (t->kind != TEXT_WORD)
            continue;
        t->flags |= TEXT_CAPITAL;
        bool first =
            l->token_count > 1 && /* "us troops", "the us" */
            (i == 0 || (i == 1 && slice_equal_ascii_fold(
                                      slice_range(l->text, l->tokens[0].start, l->tokens[0].end),
                                      SLICE("the"))));
        if (all && t->end - t->start <= SHORT_BYTES &&
            (first || !(resolve_word_flags(l, t) & (BREAKS | RESOLVE_FUNCTION | RESOLVE_GENERAL))))
            t->flags |= TEXT_UPPER;
    }
}

/* A line in small letters: as it stands, then with capitals, then with abbreviations. */
static verdict judge_line(resolve_line *l)
{
    bool lower, upper;
    look_at_case(l->text, &lower, &upper);
    l->upper = upper && !lower;
    resolve_cut(l);
    verdict v = judge(l, 0, l->count, 0);
    if (upper || v.code.len)
        return v;
    l->lower = true;
    for (int all = 0; all < 2 && v.code.len == 0; all++) {
        give_capitals(l, all != 0);
        resolve_cut(l);
        v = judge(l, 0, l->count, 0);
    }
    return v;
}

chancery_status reading_resolve(const reading_engine *engine, slice text, kb_date date, arena *a,
                                reading_resolved *out, chancery_error *error)
{
    text_report report = {0};
    chancery_error local = {0};
    error = error ? error : &local;
    chancery_status status = text_segment(text, a, &report, error);
    if (status)
        return status;
    size_t count = report.token_count < MAX_TOKENS ? report.token_count : MAX_TOKENS;
    resolve_line *l = arena_alloc(a, 1, sizeof *l, error);
    text_token *tokens = arena_alloc(a, count + 1, sizeof *tokens, error);
    if (!l || !tokens)
        return error->status;
    if (count)
        memcpy(tokens, report.tokens, count * sizeof *tokens);
    *l = (resolve_line){.engine = engine,
                        .text = text,
                        .tokens = tokens,
                        .token_count = (uint32_t)count,
                        .date = date};
    verdict v = judge_line(l);
    bool outside = is_outside_states(v.code);
    sentence s = {.arena = a, .error = error};
    if (outside)
        v.sector = (slice){0};
    status = say_why(l, &v, &s);
    if (!status)
        *out = (reading_resolved){v.code, faith_as_religion(v.sector), kind_of(&v), name_of(l, &v),
                                  s.text};
    return status;
}
