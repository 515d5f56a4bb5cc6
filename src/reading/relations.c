/* Relations: since when two states have had them, and what became of them.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * A phrase for relations ("diplomatic relations", "ties") is looked for, then what the clause does
 * to it, then the date in the same segment, then the two states. Where one of the four is missing
 * there is no relation: a wrong line in a dossier is worse than none. */
#include "reading/relations.h"
#include "reading/findings.h"
#include "reading/scan.h"

/** What "they" means in "They were restored in 1992". */
typedef struct spoken_of {
    relations_sides sides;
    uint32_t sentence;
    bool known;
} spoken_of;

typedef struct act_word {
    const char *lemma;
    relations_act act;
} act_word;

static const act_word verbs[] = {
    {"establish", RELATIONS_BEGIN},
    {"open", RELATIONS_BEGIN},
    {"enter", RELATIONS_BEGIN},
    {"begin", RELATIONS_BEGIN},
    {"start", RELATIONS_BEGIN},
    {"create", RELATIONS_BEGIN},
    {"inaugurate", RELATIONS_BEGIN},
    {"initiate", RELATIONS_BEGIN},
    {"form", RELATIONS_BEGIN},
    {"forge", RELATIONS_BEGIN},
    {"conclude", RELATIONS_BEGIN},
    {"develop", RELATIONS_BEGIN},
    {"set", RELATIONS_BEGIN},
    {"take", RELATIONS_BEGIN},
    {"have", RELATIONS_HAVE},
    {"maintain", RELATIONS_HAVE},
    {"enjoy", RELATIONS_HAVE},
    {"exist", RELATIONS_HAVE},
    {"be", RELATIONS_HAVE},
    {"date", RELATIONS_HAVE},
    {"entertain", RELATIONS_HAVE},
    {"keep", RELATIONS_HAVE},
    {"go", RELATIONS_HAVE},
    {"break", RELATIONS_BREAK},
    {"sever", RELATIONS_BREAK},
    {"severe", RELATIONS_BREAK},
    {"cut", RELATIONS_BREAK},
    {"rupture", RELATIONS_BREAK},
    {"terminate", RELATIONS_BREAK},
    {"end", RELATIONS_BREAK},
    {"suspend", RELATIONS_SUSPEND},
    {"freeze", RELATIONS_SUSPEND},
    {"interrupt", RELATIONS_SUSPEND},
    {"restore", RELATIONS_RESTORE},
    {"resume", RELATIONS_RESTORE},
    {"reestablish", RELATIONS_RESTORE},
    {"re-establish", RELATIONS_RESTORE},
    {"renew", RELATIONS_RESTORE},
    {"revive", RELATIONS_RESTORE},
    {"normalise", RELATIONS_NORMALISE},
    {"normalize", RELATIONS_NORMALISE},
    {"raise", RELATIONS_RAISE},
    {"upgrade", RELATIONS_RAISE},
    {"elevate", RELATIONS_RAISE},
    {"lift", RELATIONS_RAISE},
    {"promote", RELATIONS_RAISE},
    {"downgrade", RELATIONS_LOWER},
    {"lower", RELATIONS_LOWER},
    {"reduce", RELATIONS_LOWER},
    {"follow", RELATIONS_BEGIN},
    {"link", RELATIONS_HAVE},
    {"bind", RELATIONS_HAVE},
    {"connect", RELATIONS_HAVE},
    {"unite", RELATIONS_HAVE},
    {"froze", RELATIONS_SUSPEND},
    {"re-open", RELATIONS_RESTORE},
    {"reopen", RELATIONS_RESTORE},
};

static const act_word nouns[] = {
    {"establishment", RELATIONS_BEGIN},
    {"development", RELATIONS_BEGIN},
    {"opening", RELATIONS_BEGIN},
    {"beginning", RELATIONS_BEGIN},
    {"start", RELATIONS_BEGIN},
    {"inception", RELATIONS_BEGIN},
    {"rupture", RELATIONS_BREAK},
    {"severance", RELATIONS_BREAK},
    {"breaking", RELATIONS_BREAK},
    {"break", RELATIONS_BREAK},
    {"suspension", RELATIONS_SUSPEND},
    {"freezing", RELATIONS_SUSPEND},
    {"restoration", RELATIONS_RESTORE},
    {"resumption", RELATIONS_RESTORE},
    {"re-establishment", RELATIONS_RESTORE},
    {"reestablishment", RELATIONS_RESTORE},
    {"renewal", RELATIONS_RESTORE},
    {"normalisation", RELATIONS_NORMALISE},
    {"normalization", RELATIONS_NORMALISE},
};

static relations_act find_act(slice lemma, const act_word *words, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (slice_is(lemma, words[i].lemma))
            return words[i].act;
    return RELATIONS_NONE;
}

relations_act relations_act_of(const relations_scan *x, const syntax_clause *c)
{
    return find_act(x->s->words[c->verb].lemma, verbs, sizeof verbs / sizeof *verbs);
}

static slice kind_of(relations_act act)
{
    switch (act) {
    case RELATIONS_BREAK:
        return SLICE("diplomatic relations broken off");
    case RELATIONS_SUSPEND:
        return SLICE("diplomatic relations suspended");
    case RELATIONS_RESTORE:
        return SLICE("diplomatic relations restored");
    case RELATIONS_NORMALISE:
        return SLICE("diplomatic relations normalised");
    case RELATIONS_RAISE:
        return SLICE("diplomatic relations raised");
    case RELATIONS_LOWER:
        return SLICE("diplomatic relations lowered");
    case RELATIONS_NONE:
    case RELATIONS_BEGIN:
    case RELATIONS_HAVE:
        break;
    }
    return SLICE("diplomatic relations");
}

bool relations_is_phrase(const relations_scan *x, int16_t phrase, bool *strong)
{
    static const char *const heads[] = {"relation", "relations",    "tie", "ties",
                                        "link",     "relationship", NULL};
    static const char *const marks[] = {"diplomatic", "consular", "ambassadorial",
                                        "formal",     "official", NULL};
    static const char *const others[] = {
        "its",         "their",  "his",    "the",       "all",      "official", "full",
        "formal",      "normal", "mutual", "bilateral", "friendly", "state",    "interstate",
        "inter-state", "and",    "whose",  "two",       "both",     "his",      "her",
        "our",         ",",      "'s",     "\u2019s",   "-",        NULL};
    const syntax_phrase *p = &x->s->phrases[phrase];
    static const char *const date[] = {"date", NULL};
    *strong = false;
    uint16_t head = p->head;
    if (head > p->first && relations_lemma_in(x, head, date)) /* "their relations date from" */
        head--;
    if (!relations_lemma_in(x, head, heads))
        return false;
    bool plain = true;
    for (uint16_t w = p->first; w < head; w++) {
        *strong = *strong || relations_word_in(x, w, marks);
        plain = plain && (relations_word_in(x, w, others) || x->r->hit_at[x->t->first + w] >= 0);
    }
    return *strong || plain;
}

/** Whether the phrase is subject, object or oblique of a clause. */
static bool is_in(const relations_scan *x, const syntax_clause *c, int16_t phrase)
{
    bool relative = c->link == SYNTAX_CONTENT && c->object < 0 &&
                    c->marker == (int16_t)x->s->phrases[phrase].end; /* "that it opened" */
    bool inside = relative || c->subject == phrase || c->object == phrase ||
                  c->recipient == phrase || (c->described == phrase && c->link == SYNTAX_RELATIVE);
    for (size_t k = 0; k < c->oblique_count && !inside; k++)
        inside = c->obliques[k].phrase == phrase;
    return inside;
}

/** The clause that the phrase is part of, one that says something of relations first. */
static const syntax_clause *clause_of(const relations_scan *x, int16_t phrase)
{
    const syntax_clause *found = NULL;
    for (size_t i = 0; i < x->s->clause_count; i++) {
        const syntax_clause *c = &x->s->clauses[i];
        if (is_in(x, c, phrase) && (!found || relations_act_of(x, found) == RELATIONS_NONE))
            found = c;
    }
    return found;
}

/** The verb nearest before the phrase in its segment, where the parse ties it to none. */
static const syntax_clause *clause_near(const relations_scan *x, int16_t phrase)
{
    const syntax_phrase *p = &x->s->phrases[phrase];
    const syntax_clause *found = NULL;
    for (size_t i = 0; x->s->clauses && i < x->s->clause_count; i++) {
        const syntax_clause *c = &x->s->clauses[i];
        if (c->verb < p->first && x->segment[c->verb] == x->segment[p->head] &&
            p->first - c->verb <= 4)
            found = c;
    }
    return found;
}

/** Relations as subject do things by themselves only with few verbs: "relations exist since". */
static bool fits_role(const relations_scan *x, const syntax_clause *c, int16_t phrase,
                      relations_act act)
{
    static const char *const alone[] = {"begin", "start",  "exist", "be",     "date", "go",
                                        "end",   "resume", "open",  "follow", NULL};
    static const char *const into[] = {"into", "to", "from", "with", "by", "off", NULL};
    if (c->subject == phrase)
        return c->passive || relations_lemma_in(x, c->verb, alone);
    if (act == RELATIONS_BREAK &&
        relations_lemma_in(x, c->verb, (const char *const[]){"end", NULL}))
        return c->object == phrase && !c->passive;
    if (c->object == phrase || c->recipient == phrase)
        return true;
    static const char *const in[] = {"in", NULL}, *const stand[] = {"be", "enter", "stand", NULL};
    const syntax_phrase *p = &x->s->phrases[phrase];
    if (p->preposition < 0 || relations_word_in(x, (size_t)p->preposition, into))
        return true;
    return relations_word_in(x, (size_t)p->preposition, in) && p->attached < 0 &&
           relations_lemma_in(x, c->verb, stand);
}

/** "the [establishment] of relations": the noun that the phrase hangs on. */
static relations_act act_noun(const relations_scan *x, int16_t phrase, int16_t *noun)
{
    static const char *const links[] = {"since", "after", "following", "before", "until",
                                        "upon",  "with",  "at",        NULL};
    const syntax_phrase *p = &x->s->phrases[phrase];
    *noun = p->attached;
    if (p->attached < 0)
        return RELATIONS_NONE;
    const syntax_phrase *above = &x->s->phrases[p->attached];
    bool linked =
        above->preposition >= 0 && relations_word_in(x, (size_t)above->preposition, links);
    if (above->preposition < 0) { /* a subject of "Since …" at the start of the sentence */
        uint16_t before = above->first;
        linked = before > 0 && relations_word_in(x, before - 1u, links);
    }
    return linked ? find_act(x->s->words[above->head].lemma, nouns, sizeof nouns / sizeof *nouns)
                  : RELATIONS_NONE;
}

/** "to a Development Partnership" behind a verb that raises. */
static slice find_level(const relations_scan *x, const syntax_clause *c, uint16_t behind)
{
    static const char *const to[] = {"to", "into", NULL};
    for (size_t q = 0; q < x->s->phrase_count; q++) {
        const syntax_phrase *p = &x->s->phrases[q];
        if (p->first < behind || p->preposition < 0 ||
            !relations_word_in(x, (size_t)p->preposition, to) ||
            x->segment[p->head] != x->segment[c->verb])
            continue;
        uint16_t first = p->first;
        static const char *const articles[] = {"a", "an", "the", NULL};
        while (first < p->head && relations_word_in(x, first, articles))
            first++;
        return reading_words(x->r, x->t->first + first, (uint32_t)(p->head + 1 - first));
    }
    return (slice){0};
}

/** "consular relations", without "diplomatic and". */
static bool is_consular(const relations_scan *x, uint16_t first, uint16_t end)
{
    static const char *const consular[] = {"consular", NULL};
    static const char *const diplomatic[] = {"diplomatic", NULL};
    bool found = false;
    for (uint16_t w = first; w < end; w++) {
        if (relations_word_in(x, w, diplomatic))
            return false;
        found = found || relations_word_in(x, w, consular);
    }
    return found;
}

static chancery_status add_act(const relations_scan *x, relations_act act, const syntax_clause *c,
                               uint16_t first, uint16_t end, const relations_sides *sides)
{
    const reading_date *date = relations_date(x, first, end, act == RELATIONS_HAVE);
    if (!date)
        return CHANCERY_OK;
    reading_relation relation = {.kind = kind_of(act),
                                 .since = reading_date_point(date),
                                 .sentence = x->sentence,
                                 .where = relations_where(x, first)};
    if (reading_date_end(date).len) {
        if (act != RELATIONS_BREAK && act != RELATIONS_SUSPEND)
            return CHANCERY_OK;
        relation.until = reading_date_end(date);
    }
    if (relation.kind.len == SLICE("diplomatic relations").len && is_consular(x, first, end))
        relation.kind = SLICE("consular relations");
    if (act == RELATIONS_RAISE && c) {
        relation.level = find_level(x, c, c->end);
        if (relation.level.len == 0)
            return CHANCERY_OK;
        relation.kind = relation.level;
    }
    return relations_add(x->r, sides, &relation);
}

/** Whether the verb alone lets "relations" be those of states. */
static bool act_is_strong(relations_act act)
{
    return act == RELATIONS_BREAK || act == RELATIONS_SUSPEND || act == RELATIONS_RESTORE ||
           act == RELATIONS_NORMALISE || act == RELATIONS_RAISE || act == RELATIONS_LOWER;
}

/** "date from", "dates back to", which parsers take for a noun. */
static bool dates_from(const relations_scan *x, uint16_t segment)
{
    static const char *const words[] = {"date", "dates", "dated", "dating", NULL};
    static const char *const links[] = {"from", "back", "to", NULL};
    for (size_t w = 0; w + 1 < x->s->word_count; w++)
        if (x->segment[w] == segment && relations_word_in(x, w, words) &&
            relations_word_in(x, w + 1, links))
            return true;
    return false;
}

/** "relations between A and B". */
static bool says_between(const relations_scan *x, int16_t phrase)
{
    static const char *const between[] = {"between", NULL};
    return relations_word_in(x, x->s->phrases[phrase].end, between);
}

/** "no diplomatic relations". */
static bool is_none(const relations_scan *x, int16_t phrase)
{
    static const char *const words[] = {"no", "without", NULL};
    return relations_word_in(x, x->s->phrases[phrase].first, words);
}

/** "established relations", "took up relations" without any other word. */
static bool is_bare_beginning(const relations_scan *x, const syntax_clause *c, int16_t phrase)
{
    static const char *const establish[] = {"establish", "take", NULL};
    static const char *const up[] = {"up", NULL}, *const take[] = {"take", NULL};
    static const char *const relations[] = {"relation", "relations", NULL};
    const syntax_phrase *p = &x->s->phrases[phrase];
    bool taken = !relations_lemma_in(x, c->verb, take) ||
                 (c->particle >= 0 && relations_word_in(x, (size_t)c->particle, up)) ||
                 relations_word_in(x, c->verb + 1u, up);
    return p->first == p->head && relations_lemma_in(x, p->head, relations) && taken &&
           relations_lemma_in(x, c->verb, establish);
}

/** What one clause says of the relations. */
static chancery_status try_clause(const relations_scan *x, const syntax_clause *c, int16_t phrase,
                                  bool strong, const relations_sides *sides)
{
    relations_act act = relations_act_of(x, c);
    const syntax_phrase *p = &x->s->phrases[phrase];
    bool enough = strong || act_is_strong(act) || is_bare_beginning(x, c, phrase);
    if (act == RELATIONS_NONE || !enough || !relations_is_fact(x, c) ||
        !fits_role(x, c, phrase, act))
        return CHANCERY_OK;
    bool apart = x->segment[c->verb] != x->segment[p->head] || /* "and restored in 1974" */
                 c->subject == phrase || c->link == SYNTAX_PARTICIPLE;
    return apart ? add_act(x, act, c, c->first, c->end, sides)
                 : add_act(x, act, c, p->first, p->end, sides);
}

/** Clauses beside the first one that share the phrase. */
static chancery_status try_clauses(const relations_scan *x, int16_t phrase, bool strong,
                                   const relations_sides *sides, const syntax_clause *first)
{
    chancery_status status = try_clause(x, first, phrase, strong, sides);
    for (size_t i = 0; !status && i < x->s->clause_count; i++) {
        const syntax_clause *c = &x->s->clauses[i];
        if (c != first && (c->subject == phrase || c->object == phrase))
            status = try_clause(x, c, phrase, strong, sides);
    }
    return status;
}

static chancery_status try_phrase(const relations_scan *x, int16_t phrase, spoken_of *last)
{
    bool strong = false;
    int16_t noun = -1;
    if (!relations_is_phrase(x, phrase, &strong) || is_none(x, phrase))
        return CHANCERY_OK;
    const syntax_clause *c = clause_of(x, phrase);
    const syntax_phrase *p = &x->s->phrases[phrase];
    relations_act by_noun = act_noun(x, phrase, &noun);
    if (by_noun == RELATIONS_NONE && (!c || relations_act_of(x, c) == RELATIONS_NONE)) {
        const syntax_clause *near = clause_near(x, phrase);
        c = near && relations_act_of(x, near) != RELATIONS_NONE ? near : c;
    }
    relations_sides sides;
    if (!relations_find_sides(x, phrase, by_noun ? NULL : c, &sides))
        return CHANCERY_OK;
    if (strong || says_between(x, phrase))
        *last = (spoken_of){sides, x->sentence, true};
    if (by_noun)
        return strong || act_is_strong(by_noun)
                   ? add_act(x, by_noun, NULL, p->first, p->end, &sides)
                   : CHANCERY_OK;
    if (strong && dates_from(x, x->segment[p->head]))
        return add_act(x, RELATIONS_HAVE, NULL, p->first, p->end, &sides);
    size_t count = x->r->relations.count;
    chancery_status status = c ? try_clauses(x, phrase, strong, &sides, c) : CHANCERY_OK;
    if (x->r->relations.count > count)
        *last = (spoken_of){sides, x->sentence, true};
    return status;
}

/** "They were restored on …", "and raised them to …" after relations were spoken of. */
static chancery_status try_pronoun(const relations_scan *x, const syntax_clause *c,
                                   const spoken_of *last)
{
    static const char *const words[] = {"they", "them", "it", "these", "those", NULL};
    if (!last->known || x->sentence - last->sentence > 2 || !relations_is_fact(x, c))
        return CHANCERY_OK;
    relations_act act = relations_act_of(x, c);
    int16_t phrase = c->passive ? c->subject : c->object;
    if (c->passive && phrase < 0 && c->first > 0) /* "for they were …" */
        phrase = x->s->phrase_of[c->first - 1];
    if (act == RELATIONS_NONE || act == RELATIONS_HAVE || phrase < 0 ||
        !relations_word_in(x, x->s->phrases[phrase].head, words))
        return CHANCERY_OK;
    if (!c->passive && act != RELATIONS_RAISE && last->sentence != x->sentence)
        return CHANCERY_OK;
    return add_act(x, act, c, c->first, c->end, &last->sides);
}

/** "Costa Rica broke with Taiwan". */
static chancery_status try_break(const relations_scan *x, const syntax_clause *c)
{
    static const char *const broke[] = {"break", NULL}, *const with[] = {"with", NULL};
    if (!relations_lemma_in(x, c->verb, broke) || c->object >= 0 || c->subject < 0 ||
        !relations_is_fact(x, c) || !relations_word_in(x, c->end, with))
        return CHANCERY_OK;
    int16_t other = c->end + 1u < x->s->word_count ? x->s->phrase_of[c->end + 1] : -1;
    relations_sides sides = {0};
    relations_phrase_codes(x, c->subject, &sides.own);
    relations_phrase_codes(x, other, &sides.other);
    if (sides.own.count == 0 || sides.other.count == 0 ||
        !relations_is_state(x->r, sides.other.items[0]) ||
        !relations_is_state(x->r, sides.own.items[0]))
        return CHANCERY_OK;
    return add_act(x, RELATIONS_BREAK, c, c->first, c->end, &sides);
}

static bool has_date(const reading_state *r, uint32_t sentence, size_t *next)
{
    while (*next < r->dates.count && r->dates.items[*next].sentence < sentence)
        (*next)++;
    return *next < r->dates.count && r->dates.items[*next].sentence == sentence;
}

/** Relations named in a sentence without a date are what "they" means in the next. */
static void note_phrases(const relations_scan *x, spoken_of *last)
{
    for (size_t p = 0; p < x->s->phrase_count; p++) {
        bool strong = false;
        relations_sides sides;
        if (relations_is_phrase(x, (int16_t)p, &strong) &&
            (strong || says_between(x, (int16_t)p)) &&
            relations_find_sides(x, (int16_t)p, clause_of(x, (int16_t)p), &sides))
            *last = (spoken_of){sides, x->sentence, true};
    }
}

static chancery_status search(const relations_scan *x, spoken_of *last)
{
    chancery_status status = CHANCERY_OK;
    for (size_t p = 0; !status && p < x->s->phrase_count; p++)
        status = try_phrase(x, (int16_t)p, last);
    for (size_t i = 0; !status && i < x->s->clause_count; i++) {
        status = try_pronoun(x, &x->s->clauses[i], last);
        if (!status)
            status = try_break(x, &x->s->clauses[i]);
    }
    if (!status)
        status = relations_find_memberships(x);
    if (!status)
        status = relations_find_missions(x);
    return status ? status : relations_find_partnerships(x);
}

/** Whether a word of the sentence could speak of relations at all. */
static bool may_speak(const reading_state *r, uint32_t sentence)
{
    static const char *const words[] = {"relation", "relations",    "tie", "ties",
                                        "link",     "relationship", NULL};
    const syntax_sentence *s = &r->parsed[sentence];
    for (size_t w = 0; w < s->word_count; w++)
        for (size_t k = 0; words[k]; k++)
            if (slice_is(s->words[w].lemma, words[k]))
                return true;
    return false;
}

static chancery_status one_sentence(reading_state *r, uint32_t sentence, bool dated,
                                    spoken_of *last)
{
    relations_scan x;
    if (!dated && !((r->signs[sentence] & SCAN_RELATION) && may_speak(r, sentence)))
        return CHANCERY_OK;
    chancery_status status = relations_open(r, sentence, &x);
    if (status || !x.segment)
        return status;
    if (dated)
        return search(&x, last);
    note_phrases(&x, last);
    return CHANCERY_OK;
}

static int compare(const reading_relation *a, const reading_relation *b)
{
    if (a->where.start != b->where.start)
        return a->where.start < b->where.start ? -1 : 1;
    int order = slice_compare(a->between[0], b->between[0]);
    return order ? order : slice_compare(a->between[1], b->between[1]);
}

/** In the order of the text. */
static void sort_relations(reading_state *r)
{
    reading_relation *x = r->relations.items;
    for (size_t i = 1; i < r->relations.count; i++) {
        reading_relation moved = x[i];
        size_t k = i;
        for (; k > 0 && compare(&x[k - 1], &moved) > 0; k--)
            x[k] = x[k - 1];
        x[k] = moved;
    }
}

chancery_status reading_relations(reading_state *r)
{
    spoken_of last = {0};
    size_t next = 0;
    chancery_status status = CHANCERY_OK;
    for (uint32_t i = 0; !status && i < r->report->sentence_count; i++) {
        bool title = r->report->sentences[i].title && r->report->sentence_count > 1;
        bool dated = has_date(r, i, &next);
        if (!title)
            status = one_sentence(r, i, dated, &last);
    }
    if (!status)
        status = findings_derive_relations(r);
    if (!status)
        status = relations_note_levels(r);
    sort_relations(r);
    return status;
}
