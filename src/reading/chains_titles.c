/* Chains: titles and descriptions of one person.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * What stands beside a name between commas is that person. "The minister" is the person spoken of
 * last whose office has that word and no other's; a state or organisation in the phrase must be
 * that of the office. Who fits nobody is remembered as somebody without a name, so that a pronoun
 * behind does not mean another. */
#include "reading/chains.h"

enum { MAX_TITLE_WORDS = 8 };

/** A phrase that means one person, as its words say. */
typedef struct person_phrase {
    int16_t phrase;
    const syntax_phrase *p;
    slice lemma; /* of the head */
    kb_office_hit office;
    bool has_office;
    bool like;     /* counterpart, colleague */
    bool owned;    /* by a pronoun or a possessor that is not known */
    bool narrowed; /* by what is not known */
    slice code;    /* that its words give, or empty */
    uint32_t own;  /* the subject of its clause */
} person_phrase;

static const char *const likes[] = {"counterpart", "colleague", "namesake", "homologue", "opposite",
                                    "host",        "guest",     "rival",    NULL};
static const char *const leaders[] = {"leader", "ruler", "strongman", NULL};
static const char *const officials[] = {"official", "diplomat",       "envoy", "minister",
                                        "emissary", "representative", NULL};
static const char *const others[] = {
    "general",      "captain", "major",   "colonel",     "marshal", "admiral",   "host",
    "man",          "woman",   "priest",  "monarch",     "king",    "queen",     "emir",
    "sultan",       "prince",  "pope",    "brother",     "sister",  "wife",      "son",
    "daughter",     "father",  "mother",  "deputy",      "aide",    "spokesman", "spokeswoman",
    "spokesperson", "chief",   "head",    "billionaire", "lawyer",  "commander", "excellency",
    "highness",     "majesty", "comrade", NULL};

static bool office_at_head(const chains_stage *c, const syntax_phrase *p, kb_office_hit *office)
{
    const text_token *tokens = c->r->report->tokens + c->t->first;
    for (uint32_t w = p->first; w <= p->head; w++)
        if (kb_find_office(c->r->engine->kb, c->r->text, tokens + w, p->end - w, office) &&
            w + office->tokens > p->head)
            return true;
    return false;
}

/** The code of a name of a state or organisation that covers a token, or an empty slice. */
static slice code_at(const chains_stage *c, uint32_t token)
{
    int32_t hit = c->r->hit_at[token];
    return hit < 0 ? (slice){0} : kb_entry_at(c->r->engine->kb, c->r->hits.items[hit].entry).code;
}

/** The state of whom the phrase names by adjective, possessor or "of". */
static void find_code(const chains_stage *c, person_phrase *w)
{
    const syntax_phrase *p = w->p;
    for (uint32_t at = p->first; at < p->head && w->code.len == 0; at++)
        w->code = code_at(c, chains_token(c, at));
    if (w->code.len == 0 && p->possessor >= 0) {
        uint32_t token = chains_token(c, c->s->phrases[p->possessor].head);
        w->code = code_at(c, token);
        w->owned = w->code.len == 0;
    }
    if (c->s->words[p->first].tag == SYNTAX_PRPS) {
        uint32_t owner = c->who_at[chains_token(c, p->first)];
        if (!w->like && chains_is_body(c, owner))
            w->code = c->units.items[owner].code;
        else
            w->owned = !w->like;
    }
    uint32_t next = p->head + 1u;
    if (next + 1 >= c->s->word_count || !reading_is(c->r, chains_token(c, next), "of"))
        return;
    bool found = false;
    for (uint32_t at = next + 1; at < next + 4 && at < c->s->word_count && !found; at++) {
        slice code = code_at(c, chains_token(c, at));
        found = code.len > 0;
        if (found && w->code.len == 0)
            w->code = code;
    }
    w->narrowed = !found;
}

static bool describe(const chains_stage *c, int16_t phrase, person_phrase *w)
{
    const syntax_phrase *p = &c->s->phrases[phrase];
    *w = (person_phrase){
        .phrase = phrase, .p = p, .lemma = c->s->words[p->head].lemma, .own = CHAINS_NOBODY};
    w->has_office = office_at_head(c, p, &w->office);
    w->like = chains_one_of(w->lemma, likes);
    slice small = w->lemma;
    if ((w->has_office && w->office.plural) || chains_is(small, "member"))
        return false;
    if (!w->has_office && !w->like && !chains_one_of(small, leaders) &&
        !chains_one_of(small, officials) && !chains_one_of(small, others))
        return false;
    find_code(c, w);
    return true;
}

/** Whether a word stands in a title as a whole one. */
static bool title_has(slice title, slice word)
{
    for (size_t at = 0; word.len && at + word.len <= title.len; at++) {
        bool opens = at == 0 || title.ptr[at - 1] == ' ' || title.ptr[at - 1] == '-';
        bool closes = at + word.len == title.len || title.ptr[at + word.len] == ' ' ||
                      title.ptr[at + word.len] == '-';
        if (opens && closes && slice_equal_ascii_fold(slice_range(title, at, at + word.len), word))
            return true;
    }
    return false;
}

/** Whether the words before the head are in the title too: "the finance minister". */
static bool modifiers_fit(const chains_stage *c, const person_phrase *w, slice title)
{
    static const char *const free_words[] = {
        "the",    "new", "old", "visiting", "former",  "ousted",   "young",    "veteran", "this",
        "ailing", "his", "her", "its",      "interim", "outgoing", "incoming", "then",    NULL};
    bool office = !w->has_office;
    for (uint32_t at = w->p->first; at < w->p->head; at++) {
        uint32_t token = chains_token(c, at);
        if (c->r->hit_at[token] >= 0 || reading_is_any(c->r, token, free_words))
            continue;
        if (!title_has(title, reading_words(c->r, token, 1)))
            return false;
        office = true;
    }
    bool prime = title_has(title, SLICE("prime"));
    return office || !prime || !chains_is(w->lemma, "minister");
}

static bool is_leader(const reading_office *o)
{
    return o->rank == KB_RANK_HEAD_OF_STATE || o->rank == KB_RANK_HEAD_OF_GOVERNMENT ||
           o->rank == KB_RANK_PARTY || o->rank == KB_RANK_ROYAL ||
           title_has(o->title, SLICE("leader")) || title_has(o->title, SLICE("ruler")) ||
           title_has(o->title, SLICE("chairman"));
}

/** "The new leader" is mostly another than the one of before. */
static bool is_new(const chains_stage *c, const person_phrase *w)
{
    static const char *const words[] = {"new", "next", "future", "incoming", "other", "late", NULL};
    for (uint32_t at = w->p->first; at < w->p->head; at++)
        if (reading_is_any(c->r, chains_token(c, at), words))
            return true;
    return false;
}

static bool office_fits(const chains_stage *c, const person_phrase *w, const reading_office *o)
{
    if (chains_one_of(w->lemma, leaders))
        return is_leader(o) && (w->code.len || !is_new(c, w));
    if (w->code.len && chains_one_of(w->lemma, officials) && !chains_is(w->lemma, "minister"))
        return true;
    bool same_word = title_has(o->title, w->lemma) && modifiers_fit(c, w, o->title);
    if (chains_is(w->lemma, "premier") && title_has(o->title, SLICE("prime minister")))
        return true;
    bool unique = w->office.rank == KB_RANK_FOREIGN_MINISTER ||
                  w->office.rank == KB_RANK_DEFENCE_MINISTER ||
                  w->office.rank == KB_RANK_AMBASSADOR || w->office.rank == KB_RANK_SPOKESPERSON;
    return same_word || (w->has_office && unique && o->rank == w->office.rank);
}

/** A rank or style that stands before the name: "General X" is "the general". */
static bool style_fits(const chains_stage *c, const person_phrase *w, const reading_person *p)
{
    for (size_t i = 0; i < p->mentions.count && i < 4; i++) {
        uint32_t token = p->mentions.items[i].token;
        for (uint32_t back = 1; back <= 2 && back <= token; back++)
            if (slice_equal_ascii_fold(reading_words(c->r, token - back, 1), w->lemma) &&
                (c->r->report->tokens[token - back].flags & TEXT_CAPITAL))
                return true;
        if (slice_equal_ascii_fold(reading_words(c->r, token, 1), w->lemma))
            return true;
    }
    return false;
}

static bool person_fits(const chains_stage *c, const person_phrase *w, const chains_unit *unit)
{
    const reading_person *p = &c->r->people.items[unit->person];
    if (w->code.len && !slice_equal(w->code, unit->code))
        return false;
    if (w->like)
        return w->code.len && p->offices.count;
    if (w->code.len == 0 && w->owned)
        return false;
    for (size_t i = 0; i < p->offices.count; i++)
        if (office_fits(c, w, &p->offices.items[i]))
            return true;
    return style_fits(c, w, p);
}

/** The last one spoken of that fits, if the one before that is not as near. Somebody without a name
 * whom the same word meant is that one still. */
static uint32_t find_person(const chains_stage *c, const person_phrase *w)
{
    uint32_t best = CHAINS_NOBODY, best_sentence = 0;
    uint64_t head = c->r->report->tokens[chains_token(c, w->p->head)].key;
    size_t looked = 0;
    for (size_t i = c->seen.count; i-- > 0 && looked < CHAINS_WINDOW; looked++) {
        const chains_seen *e = &c->seen.items[i];
        if (!e->person || e->who == w->own || e->who == best)
            continue;
        bool fits = chains_is_unit(e->who)
                        ? person_fits(c, w, &c->units.items[e->who])
                        : e->head == head && (w->code.len == 0 || slice_equal(e->code, w->code));
        if (!fits)
            continue;
        if (best != CHAINS_NOBODY)
            return e->sentence + 1 >= best_sentence && w->code.len == 0 && !chains_is_unit(e->who)
                       ? CHAINS_NOBODY
                   : e->sentence == best_sentence ? CHAINS_NOBODY
                                                  : best;
        best = e->who;
        best_sentence = e->sentence;
    }
    return best;
}

/** "[Foreign Minister] [X]": one with the name behind, no mention of its own. */
static uint32_t before_name(const chains_stage *c, const syntax_phrase *p)
{
    for (uint32_t at = p->first; at < p->end; at++)
        if (c->r->person_at[chains_token(c, at)] >= 0)
            return c->first_person + (uint32_t)c->r->person_at[chains_token(c, at)];
    static const char *const inner[] = {"of", "for", "and", "the", "to", NULL};
    uint32_t next = chains_token(c, p->end), end = next + MAX_TITLE_WORDS;
    for (; next < end && next < c->t->first + c->t->count; next++)
        if (c->r->person_at[next] >= 0)
            return c->first_person + (uint32_t)c->r->person_at[next];
        else if (!(c->r->report->tokens[next].flags & TEXT_CAPITAL) &&
                 !reading_is_any(c->r, next, inner))
            break;
    return CHAINS_NOBODY;
}

/** The person whose name stands beside the phrase: "[the chancellor], [X]", "[X], [the envoy]". */
static uint32_t beside(const chains_stage *c, const person_phrase *w)
{
    for (size_t q = 0; q < c->s->phrase_count; q++) {
        bool near = c->s->phrases[q].apposed == w->phrase || w->p->apposed == (int16_t)q;
        if (!near)
            continue;
        const syntax_phrase *other = &c->s->phrases[q];
        uint32_t who = before_name(c, other);
        if (who != CHAINS_NOBODY)
            return who;
    }
    return CHAINS_NOBODY;
}

/** Whose office the people's stage found in these words, if they are no part of a name. */
static uint32_t told_office(const chains_stage *c, const person_phrase *w)
{
    int32_t person = c->office_at[chains_token(c, w->p->head)];
    return person < 0 ? CHAINS_NOBODY : c->first_person + (uint32_t)person;
}

/** "The minister", "his minister"; and "Prime Minister of X" without an article. */
static bool is_definite(const chains_stage *c, const person_phrase *w)
{
    static const char *const words[] = {"the", "this", NULL};
    if (reading_is_any(c->r, chains_token(c, w->p->first), words) ||
        c->s->words[w->p->first].tag == SYNTAX_PRPS || w->p->possessor >= 0)
        return true;
    return w->has_office && w->code.len && c->s->words[w->p->first].tag != SYNTAX_DT;
}

/** "The emirate's ambassador, X", "his Ugandan colleague, X": what the words beside the name tell
 * of the state, which the office alone didn't. */
static void learn_code(chains_stage *c, const person_phrase *w, uint32_t who)
{
    if (!chains_is_person(c, who))
        return;
    chains_unit *unit = &c->units.items[who];
    uint32_t owner = CHAINS_NOBODY;
    if (w->p->possessor >= 0)
        owner = c->who_at[chains_token(c, c->s->phrases[w->p->possessor].head)];
    if (chains_is_unit(owner) && c->units.items[owner].state)
        unit->code = c->units.items[owner].code;
    else if (unit->code.len == 0)
        unit->code = w->code;
}

/** Somebody of no name, for pronouns behind. */
static chancery_status see_other(chains_stage *c, const person_phrase *w)
{
    uint32_t token = chains_token(c, w->p->head), who = CHAINS_OTHER + token;
    c->who_at[token] = who;
    chancery_status status = chains_see(c, who, token);
    if (status)
        return status;
    chains_seen *seen = &c->seen.items[c->seen.count - 1];
    seen->person = true;
    seen->head = c->r->report->tokens[token].key;
    seen->code = w->code;
    return CHANCERY_OK;
}

chancery_status chains_title(chains_stage *c, int16_t phrase, bool *taken)
{
    person_phrase w;
    *taken = describe(c, phrase, &w);
    if (!*taken)
        return CHANCERY_OK;
    uint32_t token = chains_token(c, w.p->head), who = beside(c, &w), name = before_name(c, w.p);
    chancery_how how = w.has_office ? CHANCERY_HOW_TITLE : CHANCERY_HOW_DESCRIPTION;
    if (name != CHAINS_NOBODY) {
        c->who_at[token] = name;
        return CHANCERY_OK;
    }
    c->why = CHANCERY_WHY_BESIDE;
    learn_code(c, &w, who);
    bool predicate = chains_is_predicate(c, phrase), subject = false;
    if (who == CHAINS_NOBODY && !predicate && is_definite(c, &w))
        who = told_office(c, &w);
    if (who == CHAINS_NOBODY && is_definite(c, &w) && !predicate && !w.narrowed) {
        int16_t clause = chains_clause(c, w.p->head, &subject);
        chancery_status status = subject ? CHANCERY_OK : chains_subject(c, clause, &w.own);
        if (status)
            return status;
        who = find_person(c, &w);
        c->why = CHANCERY_WHY_OFFICE;
    }
    if (who == CHAINS_NOBODY)
        return predicate ? CHANCERY_OK : see_other(c, &w);
    c->who_at[token] = who;
    chancery_status status = CHANCERY_OK;
    if (chains_is_unit(who))
        status = chains_link_phrase(c, who, phrase, how);
    if (!status)
        status = chains_see(c, who, token);
    if (!status)
        c->seen.items[c->seen.count - 1].person = true;
    return status;
}
