/* What clauses say of persons: who does it, and who came after whom.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * The parser gives a clause's subject as a phrase; the name may be in it ("Norwegian trade minister
 * X"), beside it in commas ("the minister, X,"), or be meant by a pronoun. "Y was succeeded by X"
 * makes X what Y was, "X, taking over from Y" makes Y what X is. */
#include "reading/people.h"

enum { MAX_PARENTS = 8, MAX_LINKS_BACK = 64 };

const syntax_clause *people_clause_at(const people_work *w, uint32_t sentence, uint32_t token)
{
    const syntax_sentence *s = &w->r->parsed[sentence];
    uint32_t word = token - w->r->report->sentences[sentence].first;
    const syntax_clause *best = NULL;
    for (size_t i = 0; i < s->clause_count; i++) {
        const syntax_clause *c = &s->clauses[i];
        if (c->verb < word && c->span.first <= word && word < c->span.end)
            best = c; /* they are in the order of their verbs */
    }
    return best;
}

bool people_does(const people_work *w, uint32_t sentence, const syntax_clause *c,
                 const char *const *lemmas)
{
    slice lemma = w->r->parsed[sentence].words[c->verb].lemma;
    for (size_t i = 0; lemmas[i]; i++)
        if (slice_equal_ascii_fold(lemma, slice_of(lemmas[i])))
            return true;
    return false;
}

char people_pronoun_gender(const people_work *w, uint32_t i)
{
    static const char *const he[] = {"he", "him", "his", NULL};
    static const char *const she[] = {"she", "her", NULL};
    return people_is_any(w, i, he) ? 'm' : people_is_any(w, i, she) ? 'f' : (char)0;
}

static bool agrees(const people_name *m, char gender)
{
    return m->gender == 0 || gender == 0 || m->gender == gender;
}

/** The first name of a sentence that may be meant by "he" or "she". */
static int32_t subject_of(const people_work *w, uint32_t sentence, char gender)
{
    for (uint32_t n = w->name_first[sentence]; n < w->name_first[sentence + 1]; n++) {
        const people_name *m = &w->names.items[n];
        uint32_t after = m->token + m->count;
        bool owner = after < people_sentence_end(w, sentence) && people_is_possessive(w, after);
        if (!owner && agrees(m, gender))
            return (int32_t)n;
    }
    return -1;
}

int32_t people_pronoun(const people_work *w, uint32_t i, uint32_t sentence)
{
    char gender = people_pronoun_gender(w, i);
    const text_sentence *s = &w->r->report->sentences[sentence];
    if (!gender || sentence == 0 || s[-1].paragraph != s->paragraph)
        return -1;
    return subject_of(w, sentence - 1, gender);
}

/** The name inside a phrase, no possessor. */
static int32_t name_inside(const people_work *w, uint32_t sentence, const syntax_phrase *p)
{
    uint32_t first = w->r->report->sentences[sentence].first;
    for (uint32_t n = w->name_first[sentence]; n < w->name_first[sentence + 1]; n++) {
        const people_name *m = &w->names.items[n];
        uint32_t after = m->token + m->count;
        bool owner = after < people_sentence_end(w, sentence) && people_is_possessive(w, after);
        if (!owner && m->token >= first + p->first && m->token < first + p->end)
            return (int32_t)n;
    }
    return -1;
}

/** "he" inside a clause: the subject of what it hangs on, else of the sentence before. */
static int32_t inner_pronoun(const people_work *w, uint32_t sentence, const syntax_clause *c,
                             uint32_t token)
{
    const syntax_sentence *s = &w->r->parsed[sentence];
    char gender = people_pronoun_gender(w, token);
    for (size_t i = 0; gender && i < MAX_PARENTS && c->parent >= 0; i++) {
        c = &s->clauses[c->parent];
        int32_t n = c->subject < 0 ? -1 : people_phrase_name(w, sentence, c->subject);
        if (n >= 0)
            return agrees(&w->names.items[n], gender) ? n : -1;
    }
    return people_pronoun(w, token, sentence);
}

int32_t people_phrase_name(const people_work *w, uint32_t sentence, int16_t phrase)
{
    const syntax_sentence *s = &w->r->parsed[sentence];
    uint32_t first = w->r->report->sentences[sentence].first;
    if (phrase < 0 || (size_t)phrase >= s->phrase_count)
        return -1;
    const syntax_phrase *p = &s->phrases[phrase];
    int32_t n = name_inside(w, sentence, p);
    if (n >= 0)
        return n;
    if (p->end == p->first + 1 && people_pronoun_gender(w, first + p->first))
        return people_pronoun(w, first + p->first, sentence);
    for (size_t q = (size_t)phrase + 1; q < s->phrase_count; q++)
        if (s->phrases[q].apposed == phrase && (n = name_inside(w, sentence, &s->phrases[q])) >= 0)
            return n;
    int32_t title = w->title_at[first + p->head];
    return title < 0 ? -1 : w->titles.items[title].holder;
}

int32_t people_subject(const people_work *w, uint32_t sentence, const syntax_clause *c)
{
    const syntax_sentence *s = &w->r->parsed[sentence];
    uint32_t first = w->r->report->sentences[sentence].first;
    if (c->subject < 0)
        return -1;
    const syntax_phrase *p = &s->phrases[c->subject];
    if (p->end == p->first + 1 && people_pronoun_gender(w, first + p->first))
        return inner_pronoun(w, sentence, c, first + p->first);
    return people_phrase_name(w, sentence, c->subject);
}

int32_t people_governed(const people_work *w, uint32_t sentence, const syntax_clause *c,
                        const char *preposition)
{
    uint32_t first = w->r->report->sentences[sentence].first;
    for (size_t i = 0; i < c->oblique_count; i++)
        if (people_is(w, first + c->obliques[i].preposition, preposition))
            return people_phrase_name(w, sentence, (int16_t)c->obliques[i].phrase);
    return -1;
}

/* --- who came after whom --- */

bool people_share_part(const people_name *a, const people_name *b)
{
    for (size_t i = 0; i < a->part_count; i++)
        for (size_t j = 0; j < b->part_count; j++)
            if (a->parts[i] == b->parts[j])
                return true;
    return false;
}

/** The latest office that a name, or another like it, was tied to; NULL where there is none. */
static const people_link *office_of(const people_work *w, uint32_t name)
{
    const people_name *n = &w->names.items[name];
    size_t low = w->links.count > MAX_LINKS_BACK ? w->links.count - MAX_LINKS_BACK : 0;
    for (size_t i = w->links.count; i-- > low;) {
        const people_link *l = &w->links.items[i];
        const people_title *t = &w->titles.items[l->title];
        bool office = !l->claim && t->rank != KB_RANK_OFFICER && t->rank != KB_RANK_ROYAL;
        if (office && (l->name == name || people_share_part(n, &w->names.items[l->name])))
            return l;
    }
    return NULL;
}

/** Ties the later one of two to the earlier one's office, or the other way round. */
static chancery_status tie_both(people_work *w, int32_t later, int32_t earlier)
{
    if (later < 0 || earlier < 0 || later == earlier)
        return CHANCERY_OK;
    const people_link *old = office_of(w, (uint32_t)earlier);
    const people_link *new = office_of(w, (uint32_t)later);
    if (old && new && (new->former || w->titles.items[new->title].former))
        new = NULL; /* "by X, the former governor" */
    if ((old != NULL) == (new != NULL))
        return CHANCERY_OK;
    people_link link = {.title = old ? old->title : new->title,
                        .name = old ? (uint32_t)later : (uint32_t)earlier,
                        .how = PEOPLE_BECAME,
                        .plain = true,
                        .behind = old ? old->behind : new->behind,
                        .former = new != NULL,
                        .said = old ? old->said : new->said};
    if (w->titles.items[link.title].counterpart)
        return CHANCERY_OK;
    return people_tie(w, link);
}

/** "dismissed the minister, Y, and named X in his place": X is what Y was. */
static chancery_status tie_in_place(people_work *w, uint32_t sentence, const syntax_clause *c)
{
    const syntax_sentence *s = &w->r->parsed[sentence];
    uint32_t first = w->r->report->sentences[sentence].first;
    int32_t later = people_phrase_name(w, sentence, c->object);
    if (later < 0 && c->passive)
        later = people_subject(w, sentence, c);
    for (size_t i = 0; later >= 0 && i < c->oblique_count; i++) {
        const syntax_phrase *p = &s->phrases[c->obliques[i].phrase];
        char gender = people_pronoun_gender(w, first + p->first);
        if (!gender || !people_is(w, first + p->head, "place"))
            continue;
        for (int32_t n = later; n-- > 0 && n + (int32_t)MAX_LINKS_BACK > later;)
            if (agrees(&w->names.items[n], gender) && office_of(w, (uint32_t)n))
                return tie_both(w, later, n);
    }
    return CHANCERY_OK;
}

static chancery_status tie_clause(people_work *w, uint32_t sentence, const syntax_clause *c)
{
    static const char *const after[] = {"succeed", "replace", NULL};
    static const char *const take[] = {"take", NULL};
    static const char *const hand[] = {"hand", NULL};
    static const char *const follow[] = {"follow", NULL};
    uint32_t first = w->r->report->sentences[sentence].first;
    bool over = c->particle >= 0 && people_is(w, first + (uint16_t)c->particle, "over");
    if (c->negated || (c->subject < 0 && c->link != SYNTAX_PARTICIPLE))
        return CHANCERY_OK;
    if (c->subject < 0) /* "was named envoy, replacing Y" */
        return people_does(w, sentence, c, after) && !c->passive && c->parent >= 0
                   ? tie_both(
                         w, people_subject(w, sentence, &w->r->parsed[sentence].clauses[c->parent]),
                         people_phrase_name(w, sentence, c->object))
                   : CHANCERY_OK;
    if ((people_does(w, sentence, c, after) || people_does(w, sentence, c, follow)) && c->passive)
        return tie_both(w, people_governed(w, sentence, c, "by"), people_subject(w, sentence, c));
    if (people_does(w, sentence, c, after))
        return tie_both(w, people_subject(w, sentence, c),
                        people_phrase_name(w, sentence, c->object));
    if (over && people_does(w, sentence, c, take))
        return tie_both(w, people_subject(w, sentence, c), people_governed(w, sentence, c, "from"));
    if (people_has(w, first + c->verb, PEOPLE_APPOINT))
        return tie_in_place(w, sentence, c);
    if (over && people_does(w, sentence, c, hand))
        return tie_both(w, people_governed(w, sentence, c, "to"), people_subject(w, sentence, c));
    return CHANCERY_OK;
}

chancery_status people_link_successions(people_work *w, uint32_t sentence)
{
    const syntax_sentence *s = &w->r->parsed[sentence];
    chancery_status status = CHANCERY_OK;
    for (size_t i = 0; !status && i < s->clause_count; i++)
        status = tie_clause(w, sentence, &s->clauses[i]);
    return status;
}
