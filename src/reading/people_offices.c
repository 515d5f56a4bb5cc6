/* The offices of each person: which titles are one office, which are a second, which can't be.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * Titles are taken in the order of the report, headings last. A shorter or more general title is
 * the office that is known ("Minister Solberg"); one that goes with it is added; one that nobody
 * can hold beside it, given without an introduction ("President Solberg" for a minister), is a slip
 * and is kept apart, as is a state that the office doesn't belong to. */
#include "reading/people.h"

/** An office as its words are read, before it is compared. */
typedef struct offer {
    reading_office office;
    const people_link *link;
    const people_title *title;
    const people_name *name;
    people_source source;
} offer;

static uint32_t year_of(slice iso)
{
    uint32_t year = 0;
    for (size_t i = 0; i < 4 && i < iso.len; i++)
        year = year * 10 + (uint32_t)(iso.ptr[i] - '0');
    return iso.len < 4 ? 0 : year;
}

/** Whether the sentence tells of a year before the report's. */
static bool is_of_another_year(const people_work *w, uint32_t sentence)
{
    uint32_t published = year_of(w->r->report->document.published);
    const text_sentence *s = &w->r->report->sentences[sentence];
    for (uint32_t i = s->first; published && i < s->first + s->count; i++) {
        slice word = reading_words(w->r, i, 1);
        bool year = w->tokens[i].kind == TEXT_NUMBER && word.len == 4;
        for (size_t k = 0; year && k < 4; k++)
            year = word.ptr[k] >= '0' && word.ptr[k] <= '9';
        if (year && year_of(word) > 1500 && year_of(word) < published)
            return true;
    }
    return false;
}

/** "then Minister of Mining", "at that time Minister": no office of today. */
static bool is_of_then(const people_work *w, const people_title *t)
{
    uint32_t first = w->r->report->sentences[t->sentence].first;
    uint32_t from = t->first > first + 4 ? t->first - 4 : first;
    for (uint32_t i = from; i < t->core; i++)
        if (people_is(w, i, "then") ||
            (people_is(w, i, "time") && i > first && people_is(w, i - 1, "that")))
            return true;
    for (uint32_t i = t->end; i + 2 < t->end + 4 && i + 2 < w->token_count; i++)
        if (people_is(w, i, "at") && people_is(w, i + 2, "time"))
            return true;
    return false;
}

static bool is_dropped_at(const people_title *t, uint32_t token)
{
    for (size_t i = 0; i < t->drop_count; i++)
        if (token >= t->drops[i].first && token < t->drops[i].end)
            return true;
    return false;
}

/** The range of a title's own words. */
static people_range own_words(const people_title *t)
{
    people_range own = {t->first, t->end};
    bool moved = true;
    while (moved) {
        moved = false;
        for (size_t i = 0; i < t->drop_count; i++) {
            if (t->drops[i].first <= own.first && t->drops[i].end > own.first) {
                own.first = t->drops[i].end;
                moved = true;
            }
            if (t->drops[i].end >= own.end && t->drops[i].first < own.end) {
                own.end = t->drops[i].first;
                moved = true;
            }
        }
    }
    return own.first < own.end ? own : (people_range){t->core, t->core_end};
}

/** Whether an office is one that another state has too: no crown, no rank alone. */
static bool has_counterpart(const people_work *w, const people_title *t, const reading_office *o)
{
    bool rank = o->rank == KB_RANK_OFFICER && people_is_rank(w, o->token + o->count - 1);
    return (t->successor || t->deputy || !o->former) && o->rank != KB_RANK_ROYAL && !rank;
}

/** The first office of a person that another may hold too, NULL where there is none. */
static const reading_office *shared_office(const people_work *w, const people_title *t,
                                           int32_t person)
{
    const reading_person *p = &w->r->people.items[person];
    for (size_t i = 0; i < p->offices.count; i++)
        if (has_counterpart(w, t, &p->offices.items[i]))
            return &p->offices.items[i];
    return NULL;
}

/** Whether a person before "his counterpart", "the mayor's deputy" may be the one whose it is. */
static bool may_own(const people_work *w, const people_title *t, const reading_person *p,
                    const reading_office *o)
{
    bool his = t->owner == PEOPLE_OWNER_HIS;
    char gender = people_is(w, t->owner_token, "her") ? 'f' : 'm';
    if (his && p->gender && p->gender != gender)
        return false;
    return !t->deputy || his || t->said_count == 0 || o->code.len == 0 ||
           slice_equal(o->code, t->said[0]);
}

/** The office in whose counterpart's place a title stands: its possessor's, else of the first
 * person before it who holds one and isn't its own holder. */
static const reading_office *counterpart_office(const people_work *w, const people_title *t,
                                                int32_t holder)
{
    int32_t owner = t->owner == PEOPLE_OWNER_NAME && w->name_at[t->owner_token] >= 0
                        ? w->names.items[w->name_at[t->owner_token]].person
                        : -1;
    if (owner >= 0)
        return shared_office(w, t, owner);
    for (uint32_t back = 0; back < 2 && back <= t->sentence; back++) {
        uint32_t s = t->sentence - back;
        for (uint32_t n = w->name_first[s]; n < w->name_first[s + 1]; n++) {
            const people_name *m = &w->names.items[n];
            if (m->person < 0 || m->token >= t->first || m->person == holder)
                continue;
            const reading_office *o = shared_office(w, t, m->person);
            if (o && may_own(w, t, &w->r->people.items[m->person], o))
                return o;
        }
    }
    return NULL;
}

static const char *const passing[] = {"acting",  "interim",  "caretaker", "provisional",
                                      "former",  "outgoing", "incoming",  "transitional",
                                      "future",  "ex",       "late",      "ousted",
                                      "deposed", "exiled",   NULL};

/** A title without "acting", "former": as who came before or after holds it. */
static people_title without_qualifiers(const people_work *w, const people_title *t)
{
    people_title plain = *t;
    while (plain.first + 1 < plain.end &&
           (people_is_any(w, plain.first, passing) ||
            (is_dropped_at(t, plain.first) && plain.first < t->core)))
        plain.first++;
    return plain;
}

/** As without_qualifiers, of the words of a title. */
static slice strip_qualifiers(slice title)
{
    for (size_t i = 0; passing[i]; i++) {
        slice word = slice_of(passing[i]);
        if (title.len > word.len + 1 &&
            (title.ptr[word.len] == ' ' || title.ptr[word.len] == '-') &&
            slice_equal_ascii_fold(slice_range(title, 0, word.len), word))
            return slice_range(title, word.len + 1, title.len);
    }
    return title;
}

static chancery_status read_title(people_work *w, uint32_t name, const people_link *link,
                                  slice *text)
{
    const people_title *t = &w->titles.items[link->title];
    uint32_t holder = link->plain && t->holder >= 0 ? (uint32_t)t->holder : name;
    const people_name *n = &w->names.items[holder];
    people_title plain = link->plain ? without_qualifiers(w, t) : *t;
    chancery_status status = people_title_text(w, &plain, text);
    if (!status && link->behind)
        status = people_title_text_behind(w, t, n->token + n->count, text);
    return status;
}

/** Makes of an office what another's office says of it: the same, or the one below. */
static chancery_status take_counterpart(people_work *w, const people_title *t,
                                        const reading_office *other, reading_office *o)
{
    slice title = strip_qualifiers(other->title);
    if (t->successor || t->deputy) {
        o->code = o->said_code = other->code;
        o->former = people_is(w, t->core, "predecessor");
    }
    o->title = title;
    o->rank = other->rank;
    o->sector = other->sector;
    o->exclusive = other->exclusive;
    if (!t->deputy)
        return CHANCERY_OK;
    bool minister = o->rank == KB_RANK_FOREIGN_MINISTER || o->rank == KB_RANK_DEFENCE_MINISTER ||
                    o->rank == KB_RANK_MINISTER;
    o->exclusive = false;
    o->rank = o->rank == KB_RANK_HEAD_OF_GOVERNMENT ? KB_RANK_DEPUTY_HEAD_OF_GOVERNMENT
              : minister                            ? KB_RANK_DEPUTY_MINISTER
                                                    : o->rank;
    return arena_printf(w->r->arena, &o->title, w->r->error, "deputy %.*s", SLICE_ARGS(title));
}

static chancery_status read_offer(people_work *w, uint32_t name, const people_link *link, offer *o,
                                  bool *found)
{
    const people_title *t = &w->titles.items[link->title];
    people_range own = own_words(t);
    *o = (offer){.link = link, .title = t, .name = &w->names.items[name]};
    o->source = (people_source){link->title, name, link->how};
    o->office = (reading_office){.sector = t->sector,
                                 .rank = t->rank,
                                 .exclusive = t->exclusive,
                                 .former = link->former || (t->former && !link->plain),
                                 .token = own.first,
                                 .count = own.end - own.first,
                                 .sentence = t->sentence,
                                 .from = link->from,
                                 .until = link->until};
    if (link->said.len && (t->plural || t->said_count == 0))
        o->office.said_code = link->said;
    else if (t->said_count == 1)
        o->office.said_code = t->said[0];
    o->office.code = o->office.said_code;
    *found = true;
    if (!t->counterpart)
        return read_title(w, name, link, &o->office.title);
    const reading_office *other = counterpart_office(w, t, o->name->person);
    *found = other != NULL;
    return other ? take_counterpart(w, t, other, &o->office) : CHANCERY_OK;
}

/* --- comparing titles --- */

enum { MAX_WORDS = 16 };

typedef struct words {
    slice items[MAX_WORDS];
    size_t count;
    bool deputy; /* vice, deputy, assistant */
} words;

static void add_word(words *set, slice word)
{
    static const char *const skipped[] = {
        "of", "for",     "the",    "to",     "in",        "and",     "on",       "a",
        "at", "affairs", "former", "acting", "caretaker", "interim", "outgoing", "incoming",
        "ex", "late",    "new",    "first",  "federal",   "union",   "then",     "national",
        "-",  ",",       "&",      "'s",     NULL};
    static const char *const same[][2] = {{"vice", "deputy"},
                                          {"premier", "prime"},
                                          {"pm", "prime"},
                                          {"spokesman", "spokes"},
                                          {"spokeswoman", "spokes"},
                                          {"spokesperson", "spokes"},
                                          {"chairman", "chair"},
                                          {"chairwoman", "chair"},
                                          {"chairperson", "chair"},
                                          {"advisor", "adviser"},
                                          {"defence", "defense"},
                                          {"fishing", "fisheries"},
                                          {"fishery", "fisheries"},
                                          {"labour", "labor"},
                                          {"fm", "foreign"},
                                          {"commissioner", "ambassador"},
                                          {"external", "foreign"},
                                          {"transportation", "transport"},
                                          {"agricultural", "agriculture"},
                                          {"economics", "economic"},
                                          {"economy", "economic"},
                                          {"ministry", "minister"},
                                          {"financial", "finance"},
                                          {"farm", "agriculture"}};
    for (size_t i = 0; skipped[i]; i++)
        if (slice_equal_ascii_fold(word, slice_of(skipped[i])))
            return;
    for (size_t i = 0; i < sizeof same / sizeof *same; i++)
        if (slice_equal_ascii_fold(word, slice_of(same[i][0])))
            word = slice_of(same[i][1]);
    static const char *const deputies[] = {"deputy",    "assistant", "under", "undersecretary",
                                           "alternate", "associate", NULL};
    for (size_t i = 0; deputies[i]; i++)
        set->deputy = set->deputy || slice_equal_ascii_fold(word, slice_of(deputies[i]));
    if (set->count < MAX_WORDS)
        set->items[set->count++] = word;
}

static words words_of(slice title)
{
    words set = {0};
    size_t start = 0;
    for (size_t i = 0; i <= title.len; i++) {
        char c = i < title.len ? title.ptr[i] : ' ';
        if (c != ' ' && c != '-' && c != ',' && c != '\n')
            continue;
        if (i > start)
            add_word(&set, slice_range(title, start, i));
        start = i + 1;
    }
    return set;
}

static bool has_word(const words *set, slice word)
{
    for (size_t i = 0; i < set->count; i++)
        if (slice_equal_ascii_fold(set->items[i], word))
            return true;
    return false;
}

static bool is_part(const words *few, const words *many)
{
    for (size_t i = 0; i < few->count; i++)
        if (!has_word(many, few->items[i]))
            return false;
    return few->count > 0;
}

static bool is_top_rank(kb_rank rank)
{
    return rank == KB_RANK_HEAD_OF_STATE || rank == KB_RANK_HEAD_OF_GOVERNMENT ||
           rank == KB_RANK_FOREIGN_MINISTER || rank == KB_RANK_DEFENCE_MINISTER;
}

/** "leader", "chief": says no more than a title that is known. */
static bool is_vague(slice title)
{
    static const char *const words_[] = {"leader",    "head",     "chief", "ruler",
                                         "strongman", "dictator", "boss",  NULL};
    for (size_t i = 0; words_[i]; i++)
        if (slice_equal_ascii_fold(title, slice_of(words_[i])))
            return true;
    return false;
}

/** Whether `b`, "Minister" and no more, may stand for `a`. */
static bool is_short_minister(const reading_office *a, const words *left, const words *right)
{
    bool minister = right->count == 1 && has_word(right, SLICE("minister"));
    return minister && (a->rank == KB_RANK_FOREIGN_MINISTER ||
                        a->rank == KB_RANK_DEFENCE_MINISTER || a->rank == KB_RANK_MINISTER ||
                        (a->rank == KB_RANK_DEPUTY_MINISTER && has_word(left, SLICE("minister"))));
}

bool people_same_office(const reading_office *a, const reading_office *b)
{
    words left = words_of(a->title), right = words_of(b->title);
    if (is_vague(b->title) || is_vague(a->title))
        return true;
    if (a->rank == b->rank && is_top_rank(a->rank))
        return left.deputy == right.deputy;
    if (is_short_minister(a, &left, &right) || is_short_minister(b, &right, &left))
        return true;
    if (left.deputy != right.deputy)
        return false;
    if (is_part(&left, &right) && is_part(&right, &left))
        return true;
    bool minister = has_word(&left, SLICE("minister")) || has_word(&right, SLICE("minister"));
    bool top = is_top_rank(right.count == 1 ? b->rank : a->rank);
    bool related =
        a->rank == b->rank || (!top && !minister && (left.count == 1 || right.count == 1));
    return related && (is_part(&right, &left) || is_part(&left, &right));
}

/** Offices of a government that one person holds one of at a time. */
static bool is_government(kb_rank rank)
{
    return (rank >= KB_RANK_HEAD_OF_STATE && rank <= KB_RANK_DEPUTY_MINISTER) ||
           rank == KB_RANK_AMBASSADOR;
}

/** Whether two different offices don't go together. */
static bool is_conflict(const reading_office *a, const reading_office *b)
{
    bool deputies = a->rank == KB_RANK_DEPUTY_HEAD_OF_GOVERNMENT ||
                    b->rank == KB_RANK_DEPUTY_HEAD_OF_GOVERNMENT;
    if (!is_government(a->rank) || !is_government(b->rank) || a->former || b->former)
        return false;
    const reading_office *minister = a->rank == KB_RANK_DEPUTY_HEAD_OF_GOVERNMENT ? b : a;
    bool portfolio = minister->rank == KB_RANK_FOREIGN_MINISTER ||
                     minister->rank == KB_RANK_DEFENCE_MINISTER ||
                     (minister->rank == KB_RANK_MINISTER && words_of(minister->title).count > 1);
    if (deputies && portfolio)
        return false;
    return !(a->rank == KB_RANK_AMBASSADOR && b->rank == KB_RANK_AMBASSADOR);
}

/* --- filing an offer --- */

static chancery_status add_claim(people_work *w, reading_person *p, slice code, uint32_t token,
                                 uint32_t end, uint32_t sentence)
{
    reading_claim *claim = array_push(&p->claims, w->r->arena, w->r->error);
    if (!claim)
        return w->r->error->status;
    *claim = (reading_claim){code, token, end - token, sentence};
    return CHANCERY_OK;
}

static chancery_status add_office(people_work *w, uint32_t person, const offer *o)
{
    reading_office *office =
        array_push(&w->r->people.items[person].offices, w->r->arena, w->r->error);
    people_source *source =
        array_push(&w->persons.items[person].sources, w->r->scratch, w->r->error);
    if (!office || !source)
        return w->r->error->status;
    *office = o->office;
    *source = o->source;
    return CHANCERY_OK;
}

/** The same office told again: what is new in it is kept. */
static chancery_status merge(people_work *w, uint32_t person, size_t at, const offer *o)
{
    reading_person *p = &w->r->people.items[person];
    reading_office *known = &p->offices.items[at];
    slice said = o->office.said_code;
    if (said.len && known->code.len && !slice_equal(said, known->code))
        return add_claim(w, p, said, o->title->first, o->title->end, o->title->sentence);
    bool vague = is_vague(o->office.title);
    words old = words_of(known->title), new = words_of(o->office.title);
    bool fuller = !o->name->heading && !vague &&
                  (is_vague(known->title) || (new.count > old.count &&is_part(&old, &new)) ||
                   (new.count == old.count && !known->former && o->office.former &&
                    known->title.len < o->office.title.len));
    slice code = known->code.len ? known->code : o->office.code;
    if (fuller) {
        bool former = known->former;
        slice from = known->from, until = known->until;
        *known = o->office;
        known->former = known->former || former;
        known->from = known->from.len ? known->from : from;
        known->until = known->until.len ? known->until : until;
        w->persons.items[person].sources.items[at] = o->source;
    }
    known->code = code;
    if (known->from.len == 0)
        known->from = o->office.from;
    if (known->until.len == 0)
        known->until = o->office.until;
    return CHANCERY_OK;
}

/** Whether a title was put to a name in a way that brings a new office in. */
static bool is_introduced(const people_work *w, const offer *o, const reading_office *known)
{
    const people_link *l = o->link;
    if (l->also || o->office.former || l->from.len || l->until.len || l->how == PEOPLE_BECAME ||
        l->how == PEOPLE_AS || l->how == PEOPLE_IS)
        return true;
    if (l->how == PEOPLE_APPOSED && known->sentence == o->title->sentence)
        return true;
    return is_of_then(w, o->title) || is_of_another_year(w, o->title->sentence);
}

/** A conflicting office that a surname alone brought in gives way to one with the full name. */
static bool gives_way(const people_work *w, uint32_t person, size_t at, const offer *o)
{
    const people_source *s = &w->persons.items[person].sources.items[at];
    return s->how == PEOPLE_BEFORE && w->names.items[s->name].unit_count == 1 &&
           o->name->unit_count > 1 && !o->name->heading;
}

static chancery_status add_slip(people_work *w, uint32_t person, const reading_office *office)
{
    reading_office *slip = array_push(&w->r->people.items[person].slips, w->r->arena, w->r->error);
    if (!slip)
        return w->r->error->status;
    *slip = *office;
    return CHANCERY_OK;
}

/** "Ambassador X" is also a courtesy to envoys and former ambassadors. */
static bool is_courtesy(const offer *o, const reading_office *known)
{
    words title = words_of(known->title);
    bool minister = is_government(known->rank) &&
                    (known->rank != KB_RANK_MINISTER || has_word(&title, SLICE("minister")));
    return o->title->rank == KB_RANK_AMBASSADOR && o->title->bare &&
           o->link->how == PEOPLE_BEFORE && !minister;
}

/** "the president was chosen as supreme leader": two heads of a state that one person can be. */
static bool is_other_crown(const reading_office *known, const offer *o)
{
    words left = words_of(known->title), right = words_of(o->office.title);
    bool new = o->link->how == PEOPLE_AS || o->link->how == PEOPLE_BECAME;
    for (size_t i = 0; i < left.count; i++)
        if (has_word(&right, left.items[i]))
            return false;
    return new && !o->link->plain && known->rank == KB_RANK_HEAD_OF_STATE &&
           o->office.rank == KB_RANK_HEAD_OF_STATE;
}

static chancery_status file_offer(people_work *w, uint32_t person, const offer *o)
{
    reading_person *p = &w->r->people.items[person];
    for (size_t i = 0; i < p->offices.count; i++) {
        const reading_office *known = &p->offices.items[i];
        bool apart = known->code.len && o->office.code.len &&
                     !slice_equal(known->code, o->office.code) &&
                     (known->former != o->office.former || o->link->how != PEOPLE_BEFORE);
        if (!apart && !is_other_crown(known, o) && people_same_office(known, &o->office))
            return merge(w, person, i, o);
        if (is_courtesy(o, known))
            return CHANCERY_OK;
    }
    for (size_t i = 0; i < p->offices.count; i++) {
        const reading_office *known = &p->offices.items[i];
        if (!is_conflict(known, &o->office) || is_introduced(w, o, known))
            continue;
        if (!gives_way(w, person, i, o))
            return add_slip(w, person, &o->office);
        chancery_status status = add_slip(w, person, known);
        p->offices.items[i] = o->office;
        w->persons.items[person].sources.items[i] = o->source;
        return status;
    }
    return add_office(w, person, o);
}

/** "army general", "Police Director General": a rank and the service. */
static bool is_rank_alone(const people_work *w, const people_title *t)
{
    static const char *const services[] = {"army",  "navy",   "police",   "air",      "force",
                                           "naval", "marine", "infantry", "director", "chief",
                                           "-",     "senior", "retired",  "rear",     "vice",
                                           "field", "first",  "second",   "staff",    NULL};
    for (uint32_t i = t->first; i < t->core_end; i++)
        if (!people_is_rank(w, i) && !people_is_any(w, i, services) && !is_dropped_at(t, i))
            return false;
    return people_is_rank(w, t->core_end - 1);
}

/** "General": how somebody is addressed, where there is an office proper. */
static bool is_address(const people_work *w, const reading_office *o, const people_source *source)
{
    const people_title *t = &w->titles.items[source->title];
    if (source->how != PEOPLE_BEFORE || t->end != t->core_end)
        return false;
    return o->rank == KB_RANK_OFFICER && is_rank_alone(w, t);
}

static void drop_ranks(people_work *w, uint32_t person)
{
    reading_person *p = &w->r->people.items[person];
    people_person *own = &w->persons.items[person];
    size_t kept = 0, proper = 0;
    for (size_t i = 0; i < p->offices.count; i++)
        proper += !is_address(w, &p->offices.items[i], &own->sources.items[i]);
    for (size_t i = 0; i < p->offices.count; i++) {
        const reading_office *o = &p->offices.items[i];
        if (proper && is_address(w, o, &own->sources.items[i]))
            continue;
        own->sources.items[kept] = own->sources.items[i];
        p->offices.items[kept++] = *o;
    }
    p->offices.count = own->sources.count = kept;
}

static chancery_status file_name(people_work *w, uint32_t name)
{
    const people_name *n = &w->names.items[name];
    chancery_status status = CHANCERY_OK;
    if (n->person < 0)
        return CHANCERY_OK;
    if (n->nation.len)
        status = add_claim(w, &w->r->people.items[n->person], n->nation, n->nation_at.first,
                           n->nation_at.end, n->sentence);
    if (name >= w->linked_names)
        return status;
    for (uint32_t i = w->link_first[name]; !status && i < w->link_first[name + 1]; i++) {
        const people_link *link = &w->links.items[w->link_order[i]];
        const people_title *t = &w->titles.items[link->title];
        offer o;
        bool found;
        if (link->claim) {
            status = add_claim(w, &w->r->people.items[n->person], t->said[0], t->first, t->end,
                               t->sentence);
            continue;
        }
        status = read_offer(w, name, link, &o, &found);
        if (!status && !found && o.office.said_code.len)
            status = add_claim(w, &w->r->people.items[n->person], o.office.said_code, t->first,
                               t->end, t->sentence);
        if (!status && found && o.office.title.len)
            status = file_offer(w, (uint32_t)n->person, &o);
    }
    return status;
}

chancery_status people_fill_offices(people_work *w)
{
    chancery_status status = CHANCERY_OK;
    for (uint32_t n = 0; !status && n < w->names.count; n++)
        if (!w->names.items[n].heading)
            status = file_name(w, n);
    for (uint32_t n = 0; !status && n < w->names.count; n++)
        if (w->names.items[n].heading)
            status = file_name(w, n);
    for (uint32_t p = 0; !status && p < w->r->people.count; p++)
        drop_ranks(w, p);
    return status;
}
