/* The state of an office that its own words don't name.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * The person's other offices come first, then a possessive ("its ambassador", "his Fisheries
 * Minister"), then the words around (people_context.c). Who holds an office of one state alone
 * keeps others of the report from it. A state is supplied only where one is clearly ahead. */
#include "reading/people.h"

enum {
    NEEDED = 3,
    NEEDED_UNSURE = 5, /* for offices that a company or club has too */
    EXCLUDED = -1000,
};

bool people_is_state_code(slice code)
{
    static const char *const others[] = {"UNO", "EUR", "IGO", "NGO", "MNC",
                                         "ISM", "IMG", "NON", NULL};
    for (size_t i = 0; others[i]; i++)
        if (slice_is(code, others[i]))
            return false;
    return code.len == 3;
}

static size_t code_number(slice code)
{
    size_t number = 0;
    for (size_t i = 0; i < code.len && i < 3; i++) {
        unsigned char c = (unsigned char)code.ptr[i];
        number = number * 26 + (c >= 'A' && c <= 'Z' ? (size_t)(c - 'A') : 0);
    }
    return number;
}

typedef struct code_count {
    size_t number;
    uint32_t count;
} code_count;

/** The place of a code among those counted, a new one where it has none. */
static uint32_t *count_of(code_count *counts, size_t *used, size_t number)
{
    size_t i = 0;
    while (i < *used && counts[i].number != number)
        i++;
    if (i == *used)
        counts[(*used)++].number = number;
    return &counts[i].count;
}

/** The two states named most; a heading counts threefold. */
static chancery_status find_dyad(people_work *w, slice dyad[2])
{
    size_t used = 0;
    code_count *counts = arena_alloc(w->r->scratch, w->r->hits.count, sizeof *counts, w->r->error);
    if (!counts)
        return w->r->error->status;
    uint32_t best[2] = {0, 0};
    dyad[0] = dyad[1] = (slice){0};
    for (size_t i = 0; i < w->r->hits.count; i++) {
        const reading_hit *hit = &w->r->hits.items[i];
        slice code = people_hit_code(w, hit);
        if (!people_is_state_code(code) || w->r->hit_at[hit->token] != (int32_t)i)
            continue;
        uint32_t n = *count_of(counts, &used, code_number(code)) +=
            w->headings[hit->sentence] ? 3 : 1;
        if (slice_equal(code, dyad[0])) {
            best[0] = n;
        } else if (n > best[0]) {
            dyad[1] = dyad[0];
            best[1] = best[0];
            dyad[0] = code;
            best[0] = n;
        } else if (n > best[1] || slice_equal(code, dyad[1])) {
            dyad[1] = code;
            best[1] = n;
        }
    }
    return CHANCERY_OK;
}

slice people_code(const people_work *w, int32_t person)
{
    if (person < 0)
        return (slice){0};
    const reading_person *p = &w->r->people.items[person];
    for (size_t i = 0; i < p->offices.count; i++)
        if (people_is_state_code(p->offices.items[i].code))
            return p->offices.items[i].code;
    return p->claims.count ? p->claims.items[0].code : (slice){0};
}

/** As person_code, but any body's code too. */
static slice any_code(const people_work *w, int32_t person)
{
    slice code = people_code(w, person);
    if (code.len || person < 0)
        return code;
    const reading_person *p = &w->r->people.items[person];
    for (size_t i = 0; i < p->offices.count; i++)
        if (p->offices.items[i].code.len)
            return p->offices.items[i].code;
    return code;
}

/** "Ljubljana, 17 May 2022." before the first sentence of the body. */
static slice find_dateline(const people_work *w)
{
    const text_report *report = w->r->report;
    for (uint32_t s = 0; s < report->sentence_count && s < 4; s++) {
        const text_sentence *sentence = &report->sentences[s];
        const reading_hit *hit = people_hit(w, sentence->first);
        uint32_t after = hit ? hit->token + hit->count : 0;
        if (!hit || sentence->title || !people_hit_is_place(w, hit) ||
            after >= sentence->first + sentence->count)
            continue;
        slice mark = reading_words(w->r, after, 1);
        if (w->tokens[after].kind == TEXT_PUNCT && mark.len && mark.ptr[0] != '\'')
            return people_hit_code(w, hit);
    }
    return (slice){0};
}

/** Whose paper it is: "Readout from NSC Spokesperson X", "Office of the Spokesperson". */
static slice find_publisher(const people_work *w)
{
    static const char *const papers[] = {"readout", "statement", "remarks", "communique",
                                         "speech",  "address",   NULL};
    const text_report *report = w->r->report;
    for (uint32_t s = 0; s < report->sentence_count && s < 4; s++) {
        uint32_t first = report->sentences[s].first, end = people_sentence_end(w, s);
        if (end - first >= 4 && people_is(w, first, "office") &&
            people_is(w, end - 1, "spokesperson"))
            return SLICE("USA");
        for (uint32_t i = first; i + 2 < end; i++)
            if (people_is_any(w, i, papers) &&
                (people_is(w, i + 1, "from") || people_is(w, i + 1, "by")) &&
                w->title_at[i + 2] >= 0 && w->titles.items[w->title_at[i + 2]].said_count)
                return w->titles.items[w->title_at[i + 2]].said[0];
    }
    return (slice){0};
}

/** Whether somebody else holds an office that one person of a state holds. */
static bool is_taken(const people_context *c, slice code)
{
    const people_work *w = c->w;
    if (!c->office->exclusive || c->office->former || c->title->gender)
        return false; /* a king has a queen beside him */
    uint64_t key = (uint64_t)code_number(code) << 8 | (uint64_t)c->office->rank;
    uint32_t item = people_index_find(&w->holders, key << 1 | 1);
    for (size_t looks = 0; item && looks < 4; looks++) {
        if (w->holders.items.items[item - 1].first != c->person)
            return true;
        item = w->holders.items.items[item - 1].end;
    }
    return false;
}

/** Notes who holds an office. */
static chancery_status note_holder(people_work *w, uint32_t person, const reading_office *o)
{
    if (!o->exclusive || o->former || !people_is_state_code(o->code))
        return CHANCERY_OK;
    uint64_t key = (uint64_t)code_number(o->code) << 8 | (uint64_t)o->rank;
    return people_index_add(w, &w->holders, key << 1 | 1, person);
}

/** Whose "his" or "her" is: the name right before it, or the subject of the sentence or of the one
 * before. */
static slice his_code(const people_context *c)
{
    const people_work *w = c->w;
    const people_title *t = c->title;
    char gender = people_is(w, t->owner_token, "his") ? 'm' : 'f';
    uint32_t first = w->r->report->sentences[t->sentence].first;
    int32_t near = t->owner_token > first + 1 ? people_name_before(w, t->owner_token - 1) : -1;
    if (near >= 0 && w->names.items[near].person >= 0)
        return any_code(w, w->names.items[near].person);
    for (uint32_t back = 0; back < 2 && back <= t->sentence; back++) {
        uint32_t s = t->sentence - back;
        for (uint32_t n = w->name_first[s]; n < w->name_first[s + 1]; n++) {
            const people_name *m = &w->names.items[n];
            if (m->person < 0 || m->token >= t->first || (uint32_t)m->person == c->person)
                continue;
            char other = w->r->people.items[m->person].gender;
            if (!other || other == gender)
                return any_code(w, m->person);
        }
    }
    return (slice){0};
}

/** "its ambassador": the first state of the sentence; "his minister": whose is he. */
static slice owner_code(const people_context *c)
{
    const people_work *w = c->w;
    const people_title *t = c->title;
    const text_sentence *s = &w->r->report->sentences[t->sentence];
    if (t->counterpart && !t->successor && !t->deputy)
        return (slice){0}; /* of another state than the owner */
    if (t->owner == PEOPLE_OWNER_NAME && w->name_at[t->owner_token] >= 0)
        return any_code(w, w->names.items[w->name_at[t->owner_token]].person);
    if (t->owner == PEOPLE_OWNER_HIS)
        return his_code(c);
    if (t->owner != PEOPLE_OWNER_ITS && t->owner != PEOPLE_OWNER_NOUN)
        return (slice){0};
    slice found = {0};
    for (uint32_t i = s->first; i < t->first; i++) {
        const reading_hit *hit = people_hit(w, i);
        if (hit && hit->token == i && people_is_state_code(people_hit_code(w, hit)) &&
            (found.len == 0 || t->owner == PEOPLE_OWNER_NOUN))
            found = people_hit_code(w, hit);
    }
    return found;
}

static slice best_code(const people_context *c)
{
    const people_candidate *best = NULL;
    int most = EXCLUDED, second = 0;
    for (size_t i = 0; i < c->count; i++) {
        const people_candidate *x = &c->items[i];
        int points = is_taken(c, x->code) ? EXCLUDED : x->points;
        if (points > most) {
            second = most > second ? most : second;
            most = points;
            best = x;
        } else if (points > second) {
            second = points;
        }
    }
    kb_rank rank = c->office->rank;
    bool sure =
        rank <= KB_RANK_DEPUTY_MINISTER || rank == KB_RANK_AMBASSADOR || rank == KB_RANK_ENVOY;
    int needed = sure ? NEEDED : NEEDED_UNSURE;
    return best && most >= needed && most > second ? best->code : (slice){0};
}

/** The only state that the report names, unless the person goes there. */
static slice only_state(const people_context *c)
{
    slice code = c->signs->dyad[0];
    if (!people_is_state_code(code) || c->signs->dyad[1].len)
        return (slice){0};
    return slice_equal(c->gone_to, code) ? (slice){0} : code;
}

static slice context_code(people_context *c)
{
    people_weigh(c);
    slice code = best_code(c);
    return code.len || slice_is(c->office->sector, "BUS") ? code : only_state(c);
}

static slice code_of_office(people_work *w, uint32_t person, size_t at, const people_signs *signs)
{
    const reading_person *p = &w->r->people.items[person];
    const people_source *source = &w->persons.items[person].sources.items[at];
    people_context c = {.w = w,
                        .signs = signs,
                        .office = &p->offices.items[at],
                        .title = &w->titles.items[source->title],
                        .name = &w->names.items[source->name],
                        .person = person};
    slice owner = owner_code(&c);
    if (people_is(w, c.title->core, "pope") || people_is(w, c.title->core, "pontiff"))
        owner = SLICE("VAT");
    bool owned = c.title->owner == PEOPLE_OWNER_NAME && !c.title->counterpart;
    if (owner.len || c.title->elsewhere || owned)
        return owner;
    for (size_t i = 0; i < p->offices.count; i++)
        if (people_is_state_code(p->offices.items[i].code))
            return p->offices.items[i].code;
    slice known = people_known_code(w, c.name, c.office->rank);
    if (p->claims.count == 0 && known.len)
        return known;
    return p->claims.count ? p->claims.items[0].code : context_code(&c);
}

/** What the person is of: the first office that is held still, else any, else the nation. */
static void finish_person(reading_person *p)
{
    for (size_t i = 0; i < p->offices.count && p->code.len == 0; i++)
        if (!p->offices.items[i].former) {
            p->code = p->offices.items[i].code;
            p->sector = p->offices.items[i].sector;
        }
    for (size_t i = 0; i < p->offices.count && p->code.len == 0; i++) {
        p->code = p->offices.items[i].code;
        p->sector = SLICE("ELI"); /* they were in office */
    }
    if (p->code.len == 0 && p->claims.count)
        p->code = p->claims.items[0].code;
}

chancery_status people_supply_codes(people_work *w)
{
    people_signs signs = {.dateline = find_dateline(w), .publisher = find_publisher(w)};
    chancery_status status = find_dyad(w, signs.dyad);
    if (!status)
        status = people_index_init(w, &w->holders, w->links.count + 64);
    for (uint32_t p = 0; !status && p < w->r->people.count; p++)
        for (size_t i = 0; !status && i < w->r->people.items[p].offices.count; i++)
            status = note_holder(w, p, &w->r->people.items[p].offices.items[i]);
    for (uint32_t p = 0; !status && p < w->r->people.count; p++) {
        reading_person *person = &w->r->people.items[p];
        for (size_t i = 0; !status && i < person->offices.count; i++) {
            reading_office *o = &person->offices.items[i];
            if (o->code.len == 0) {
                o->code = code_of_office(w, p, i, &signs);
                status = note_holder(w, p, o);
            }
        }
        finish_person(person);
        person->known = w->names.items[w->persons.items[p].full].known;
        people_take_known(w, person);
    }
    return status;
}
