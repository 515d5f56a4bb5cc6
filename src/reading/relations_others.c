/* Relations of other kinds: memberships, embassies, partnerships and alliances.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * As for diplomatic relations: who, what, since when must all stand in one segment. */
#include "reading/relations.h"

/** Code of the organisation that is named at the head of a phrase, or empty. */
static slice organisation(const relations_scan *x, int16_t phrase)
{
    if (phrase < 0)
        return (slice){0};
    const syntax_phrase *p = &x->s->phrases[phrase];
    int32_t hit = x->r->hit_at[x->t->first + p->head];
    if (hit < 0)
        return (slice){0};
    kb_entry entry = kb_entry_at(x->r->engine->kb, x->r->hits.items[hit].entry);
    return entry.kind == KB_IGO && x->r->hits.items[hit].kind != KB_BODY ? entry.code : (slice){0};
}

static chancery_status add_membership(const relations_scan *x, uint16_t word,
                                      const relations_codes *members, slice code,
                                      const reading_date *date, bool ended)
{
    relations_sides sides = {0};
    for (uint32_t i = 0; i < members->count; i++) {
        uint32_t entry;
        if (kb_code(x->r->engine->kb, members->items[i], &entry) &&
            kb_entry_at(x->r->engine->kb, entry).kind == KB_STATE)
            sides.own.items[sides.own.count++] = members->items[i];
    }
    sides.other = (relations_codes){.items = {code}, .count = 1};
    reading_relation relation = {.kind = ended ? SLICE("membership ended") : SLICE("membership"),
                                 .since = reading_date_point(date),
                                 .sentence = x->sentence,
                                 .where = relations_where(x, word)};
    return relations_add(x->r, &sides, &relation);
}

/** States that join as states, not people who do. */
static void find_members(const relations_scan *x, int16_t phrase, relations_codes *out)
{
    if (phrase < 0)
        return;
    const reading_referents *ref = &x->referents[phrase];
    for (uint32_t i = 0; i < ref->count; i++)
        if (ref->items[i].person >= 0 || (ref->items[i].sector.len && !ref->items[i].state_only))
            return;
    relations_phrase_codes(x, phrase, out);
}

static const syntax_clause *clause_around(const relations_scan *x, uint16_t word)
{
    const syntax_clause *found = NULL;
    for (size_t i = 0; i < x->s->clause_count; i++) {
        const syntax_clause *c = &x->s->clauses[i];
        if (x->segment[c->verb] == x->segment[word] && c->verb < word &&
            (!found || c->verb > found->verb))
            found = c;
    }
    return found;
}

/** "joined the United Nations", "left the Commonwealth", "acceded to the Convention's body". */
static chancery_status joins(const relations_scan *x, const syntax_clause *c)
{
    static const char *const into[] = {"join",   "enter", "rejoin", "accede",
                                       "belong", "admit", NULL};
    static const char *const out[] = {"leave", "quit", "withdraw", "exit", NULL};
    static const char *const to[] = {"to", "from", "into", NULL};
    static const char *const received[] = {"receive", "accept", "take", NULL};
    bool ended = relations_lemma_in(x, c->verb, out);
    if ((!ended && !relations_lemma_in(x, c->verb, into) &&
         !(c->passive && relations_lemma_in(x, c->verb, received))) ||
        !relations_is_fact(x, c))
        return CHANCERY_OK;
    bool admits = relations_lemma_in(x, c->verb, (const char *const[]){"admit", NULL});
    int16_t body = admits && !c->passive ? c->subject : c->object;
    int16_t member = admits && !c->passive ? c->object : c->subject;
    slice code = {0};
    if (!c->passive)
        code = organisation(x, body);
    uint16_t end = code.len ? x->s->phrases[body].end : c->end;
    for (size_t i = 0; i < c->oblique_count && code.len == 0; i++)
        if (relations_word_in(x, c->obliques[i].preposition, to)) {
            code = organisation(x, (int16_t)c->obliques[i].phrase);
            end = x->s->phrases[c->obliques[i].phrase].end;
        }
    const reading_date *date = code.len ? relations_date(x, c->first, end, false) : NULL;
    if (!date || reading_date_end(date).len || member < 0)
        return CHANCERY_OK;
    relations_codes members = {0};
    find_members(x, member, &members);
    return add_membership(x, c->verb, &members, code, date, ended);
}

/** "a member of the Council of Europe". */
static chancery_status is_member(const relations_scan *x, int16_t phrase)
{
    static const char *const heads[] = {"member", "membership", NULL};
    static const char *const verbs[] = {"be", "become", "admit", "accept", "make", NULL};
    static const char *const lasting[] = {"be", NULL};
    static const char *const state[] = {"state", "country", NULL};
    const syntax_phrase *p = &x->s->phrases[phrase];
    bool member_state = p->head > p->first && relations_lemma_in(x, p->head, state) &&
                        relations_lemma_in(x, p->head - 1u, heads);
    if (!member_state && !relations_lemma_in(x, p->head, heads))
        return CHANCERY_OK;
    const syntax_clause *c = clause_around(x, p->first);
    if (!c || !relations_lemma_in(x, c->verb == p->head ? c->first : c->verb, verbs) ||
        c->subject < 0 || !relations_is_fact(x, c))
        return CHANCERY_OK;
    for (size_t q = (size_t)phrase + 1; q < x->s->phrase_count && q <= (size_t)phrase + 3; q++) {
        slice code = organisation(x, (int16_t)q);
        if (code.len == 0 || x->segment[x->s->phrases[q].head] != x->segment[p->head])
            continue;
        bool since = relations_lemma_in(x, c->verb, lasting);
        const reading_date *date = relations_date(x, p->first, x->s->phrases[q].end, since);
        if (!date || reading_date_end(date).len)
            return CHANCERY_OK;
        relations_codes members = {0};
        find_members(x, c->subject, &members);
        return add_membership(x, p->head, &members, code, date, false);
    }
    return CHANCERY_OK;
}

/** The day right behind a phrase: "… to NATO [on] 4 April 2023". */
static const reading_date *date_behind(const relations_scan *x, uint16_t end)
{
    for (size_t i = reading_first_date(x->r, x->sentence); i < x->r->dates.count; i++) {
        const reading_date *d = &x->r->dates.items[i];
        uint32_t word = d->token - x->t->first;
        if (d->sentence != x->sentence)
            break;
        if (word > end && word <= end + 2u && d->type == CHANCERY_DATE && d->endvalue.len == 0)
            return d;
    }
    return NULL;
}

/** The phrase that this one stands beside: "Samoa, [a member]". */
static int16_t beside(const relations_scan *x, int16_t phrase)
{
    const syntax_phrase *p = &x->s->phrases[phrase];
    if (p->apposed >= 0 || phrase == 0 || p->first == 0)
        return p->apposed;
    bool comma = reading_is(x->r, x->t->first + p->first - 1, ",");
    return comma && x->s->phrases[phrase - 1].end + 1u == p->first ? (int16_t)(phrase - 1) : -1;
}

/** "Finland's accession to NATO on 4 April 2023", "a member of the Commonwealth since 1970". */
static chancery_status is_noun(const relations_scan *x, int16_t phrase)
{
    static const char *const entries[] = {"accession", "entry", "admission", NULL};
    static const char *const member[] = {"member", NULL};
    static const char *const ahead[] = {"of", "before", "until", "for", "by", "to", NULL};
    static const char *const since[] = {"since", NULL};
    const syntax_phrase *p = &x->s->phrases[phrase];
    bool enters = relations_lemma_in(x, p->head, entries);
    if ((!enters && !(relations_lemma_in(x, p->head, member) && beside(x, phrase) >= 0)) ||
        (size_t)phrase + 1 >= x->s->phrase_count ||
        (p->preposition >= 0 && relations_word_in(x, (size_t)p->preposition, ahead)))
        return CHANCERY_OK;
    int16_t body = (int16_t)(phrase + 1);
    slice code = organisation(x, body);
    const reading_date *date = date_behind(x, x->s->phrases[body].end);
    if (code.len == 0 || x->s->phrases[body].attached != phrase || !date ||
        (!enters && !relations_word_in(x, relations_date_link(x, date), since)))
        return CHANCERY_OK;
    relations_codes members = {0};
    find_members(x, enters ? p->possessor : beside(x, phrase), &members);
    return add_membership(x, p->head, &members, code, date, false);
}

chancery_status relations_find_memberships(const relations_scan *x)
{
    chancery_status status = CHANCERY_OK;
    for (size_t i = 0; !status && i < x->s->clause_count; i++)
        status = joins(x, &x->s->clauses[i]);
    for (size_t p = 0; !status && p < x->s->phrase_count; p++)
        status = is_member(x, (int16_t)p);
    for (size_t p = 0; !status && p < x->s->phrase_count; p++)
        status = is_noun(x, (int16_t)p);
    return status;
}

/** State of the place or state that a phrase "in X" names. */
static slice host_behind(const relations_scan *x, uint16_t behind)
{
    static const char *const in[] = {"in", "at", "to", NULL};
    for (size_t q = 0; q < x->s->phrase_count; q++) {
        const syntax_phrase *p = &x->s->phrases[q];
        if (p->first < behind || p->preposition < 0 ||
            !relations_word_in(x, (size_t)p->preposition, in) ||
            x->segment[p->head] != x->segment[behind - 1])
            continue;
        int32_t hit = x->r->hit_at[x->t->first + p->head];
        if (hit >= 0)
            return kb_entry_at(x->r->engine->kb, x->r->hits.items[hit].entry).code;
    }
    return (slice){0};
}

/** "opened an embassy in X in 1975". What happened this week is news, and stands as an event. */
static chancery_status opens_mission(const relations_scan *x, const syntax_clause *c)
{
    static const char *const opening[] = {"open",     "establish", "reopen", "re-open", "have",
                                          "maintain", "close",     "shut",   NULL};
    static const char *const closing[] = {"close", "shut", NULL};
    static const char *const having[] = {"have", "maintain", NULL};
    static const char *const missions[] = {"embassy", "consulate", "legation", NULL};
    int16_t mission = c->passive ? c->subject : c->object;
    if (mission < 0 || !relations_lemma_in(x, c->verb, opening) ||
        !relations_lemma_in(x, x->s->phrases[mission].head, missions) || !relations_is_fact(x, c))
        return CHANCERY_OK;
    const syntax_phrase *p = &x->s->phrases[mission];
    bool closed = relations_lemma_in(x, c->verb, closing);
    const reading_date *date =
        relations_date(x, p->first, p->end, relations_lemma_in(x, c->verb, having));
    relations_sides sides = {0};
    if (c->passive)
        relations_modifier_codes(x, mission, &sides.own);
    else
        relations_phrase_codes(x, c->subject, &sides.own);
    slice host = host_behind(x, p->end);
    if (!date || date->relative || reading_date_end(date).len || host.len == 0 ||
        sides.own.count != 1 || !relations_is_state(x->r, sides.own.items[0]) ||
        !relations_is_state(x->r, host))
        return CHANCERY_OK;
    sides.other = (relations_codes){.items = {host}, .count = 1};
    reading_relation relation = {.kind = closed ? SLICE("embassy closed") : SLICE("embassy"),
                                 .since = reading_date_point(date),
                                 .sentence = x->sentence,
                                 .where = relations_where(x, p->head)};
    if (slice_equal(x->s->words[p->head].lemma, SLICE("consulate")))
        relation.kind = closed ? SLICE("consulate closed") : SLICE("consulate");
    return relations_add(x->r, &sides, &relation);
}

chancery_status relations_find_missions(const relations_scan *x)
{
    chancery_status status = CHANCERY_OK;
    for (size_t i = 0; !status && i < x->s->clause_count; i++)
        status = opens_mission(x, &x->s->clauses[i]);
    return status;
}

/** The words of a phrase from its first that isn't an article; "all-round" before it belongs to it
 * where the parse cut it off. */
static slice named(const relations_scan *x, const syntax_phrase *p)
{
    static const char *const articles[] = {"a", "an", "the", "their", "its", NULL};
    static const char *const hyphen[] = {"-", NULL};
    uint16_t first = p->first;
    if (p > x->s->phrases && p[-1].end == first && first - p[-1].first == 3 &&
        relations_word_in(x, first - 2u, hyphen))
        first = p[-1].first;
    while (first < p->head && relations_word_in(x, first, articles))
        first++;
    return reading_words(x->r, x->t->first + first, (uint32_t)(p->head + 1 - first));
}

/** The clause that makes a bond ("formed an alliance", "the alliance was formed") or tells that two
 *  are or became partners. */
static const syntax_clause *bond_clause(const relations_scan *x, int16_t phrase, bool bond)
{
    static const char *const lasting[] = {"be", "remain", "become", NULL};
    static const char *const making[] = {"establish", "form",     "enter",  "forge",
                                         "sign",      "conclude", "create", "launch",
                                         "seal",      "found",    NULL};
    const syntax_phrase *p = &x->s->phrases[phrase];
    for (size_t i = 0; bond && i < x->s->clause_count; i++) {
        const syntax_clause *c = &x->s->clauses[i];
        if (c->passive && c->subject == phrase && relations_lemma_in(x, c->verb, making))
            return c;
    }
    const syntax_clause *c = clause_around(x, p->first);
    if (!c || x->segment[c->verb] != x->segment[p->head] ||
        !relations_lemma_in(x, c->verb, bond ? making : lasting))
        return NULL;
    bool behind = p->preposition >= 0 && p->preposition >= (int16_t)c->verb;
    return !bond || c->object == phrase || behind ? c : NULL;
}

/** "established a strategic partnership on …", "have been allies since …". */
static chancery_status try_partnership(const relations_scan *x, int16_t phrase)
{
    static const char *const bonds[] = {"partnership", "alliance", NULL};
    static const char *const partners[] = {"partner", "ally", NULL};
    static const char *const become[] = {"become", NULL};
    const syntax_phrase *p = &x->s->phrases[phrase];
    bool bond = relations_lemma_in(x, p->head, bonds);
    if (!bond && !relations_lemma_in(x, p->head, partners))
        return CHANCERY_OK;
    const syntax_clause *c = bond_clause(x, phrase, bond);
    if (!c || !relations_is_fact(x, c))
        return CHANCERY_OK;
    bool since = !bond && !relations_lemma_in(x, c->verb, become);
    uint16_t end = c->verb > p->end ? c->end : p->end;
    const reading_date *date = relations_date(x, p->first, end, since);
    relations_sides sides;
    if (!date || reading_date_end(date).len || !relations_find_sides(x, phrase, c, &sides))
        return CHANCERY_OK;
    slice name = named(x, p);
    reading_relation relation = {.kind = bond ? name : SLICE("alliance"),
                                 .since = reading_date_point(date),
                                 .level = name,
                                 .sentence = x->sentence,
                                 .where = relations_where(x, p->head)};
    if (!bond && slice_equal(x->s->words[p->head].lemma, SLICE("partner")))
        relation.kind = SLICE("partnership");
    return relations_add(x->r, &sides, &relation);
}

chancery_status relations_find_partnerships(const relations_scan *x)
{
    chancery_status status = CHANCERY_OK;
    for (size_t p = 0; !status && p < x->s->phrase_count; p++)
        status = try_partnership(x, (int16_t)p);
    return status;
}

/** Gives the relations of a pair the level that the report names elsewhere. */
static void set_level(reading_state *r, const relations_sides *sides, slice level)
{
    slice one = sides->own.items[0];
    slice two = sides->other.count ? sides->other.items[0] : sides->own.items[1];
    for (size_t i = 0; i < r->relations.count; i++) {
        reading_relation *x = &r->relations.items[i];
        bool same = (slice_equal(x->between[0], one) && slice_equal(x->between[1], two)) ||
                    (slice_equal(x->between[0], two) && slice_equal(x->between[1], one));
        if (same && x->level.len == 0 && slice_equal(x->kind, SLICE("diplomatic relations")))
            x->level = level;
    }
}

/** "the broad strategic partnership between both states". */
static void note_levels(const relations_scan *x)
{
    static const char *const partnership[] = {"partnership", NULL};
    static const char *const between[] = {"between", NULL};
    for (size_t i = 0; i < x->s->phrase_count; i++) {
        const syntax_phrase *p = &x->s->phrases[i];
        relations_sides sides;
        if (!relations_lemma_in(x, p->head, partnership) ||
            !relations_word_in(x, p->head + 1u, between) ||
            !relations_find_sides(x, (int16_t)i, NULL, &sides) ||
            sides.own.count + sides.other.count != 2)
            continue;
        slice level = named(x, p);
        if (slice_find(level, SLICE(" ")) != SIZE_MAX) /* "partnership" alone names no level */
            set_level(x->r, &sides, level);
    }
}

chancery_status relations_note_levels(reading_state *r)
{
    static const char word[] = "partnership";
    uint64_t key = text_key(slice_of(word));
    chancery_status status = CHANCERY_OK;
    for (uint32_t i = 0; !status && r->relations.count && i < r->report->sentence_count; i++) {
        const text_sentence *s = &r->report->sentences[i];
        bool found = false;
        for (uint32_t t = s->first; t < s->first + s->count && !found; t++)
            found = r->report->tokens[t].key == key;
        relations_scan x;
        if (!found)
            continue;
        status = relations_open(r, i, &x);
        if (!status && x.segment)
            note_levels(&x);
    }
    return status;
}
