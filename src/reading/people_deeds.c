/* Offices that a verb tells: "who heads the health institute", "also chairs its ethics panel".
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * Who heads an institution is its head. The verb stands for the title's own words, its object is
 * the complement. An institution is known by its noun; what is led for a day (a delegation, talks,
 * a parade) is none. The past tense alone tells of a deed ("led the party to victory"), in a
 * relative clause or with a term it tells of an office. */
#include "reading/people.h"

static const struct deed {
    const char *lemma;
    const char *title;
    kb_rank rank;
    const char *sector;
} deeds[] = {
    {"head", "head of", KB_RANK_OFFICIAL, "GOV"},
    {"lead", "leader of", KB_RANK_OFFICIAL, "GOV"},
    {"chair", "chair of", KB_RANK_OFFICIAL, "GOV"},
    {"command", "commander of", KB_RANK_OFFICER, "MIL"},
    {"direct", "director of", KB_RANK_OFFICIAL, "GOV"},
    {"run", "head of", KB_RANK_OFFICIAL, "GOV"},
    {"govern", "governor of", KB_RANK_LOCAL, "GOV"},
};

/** Words that such a verb can be written as: most tokens are none. */
static bool may_be_deed(const people_work *w, uint32_t token)
{
    static const char *const forms[] = {
        "heads",    "head",    "headed",   "leads",   "lead",      "led",     "chairs",
        "chair",    "chaired", "commands", "command", "commanded", "directs", "direct",
        "directed", "governs", "governed", "runs",    "ran",       "run",     NULL};
    uint8_t tag = w->tags[token];
    return tag >= SYNTAX_VB && tag <= SYNTAX_VBZ && people_is_any(w, token, forms);
}

/** Nouns of what has a head for years. */
static bool is_institution(const people_work *w, uint32_t token)
{
    static const char *const nouns[] = {
        "academy",      "administration", "agency",      "alliance",     "army",
        "assembly",     "association",    "authority",   "bank",         "battalion",
        "board",        "branch",         "brigade",     "bureau",       "cabinet",
        "caucus",       "center",         "centre",      "chamber",      "church",
        "club",         "coalition",      "college",     "commission",   "committee",
        "company",      "confederation",  "congress",    "contingent",   "corporation",
        "corps",        "council",        "court",       "department",   "directorate",
        "division",     "faction",        "federation",  "fleet",        "force",
        "forces",       "foundation",     "front",       "fund",         "garrison",
        "government",   "guard",          "guards",      "guerrillas",   "hospital",
        "inspectorate", "institute",      "institution", "junta",        "laboratory",
        "league",       "ministry",       "movement",    "museum",       "navy",
        "network",      "office",         "opposition",  "organisation", "organization",
        "panel",        "parliament",     "party",       "police",       "regiment",
        "secretariat",  "section",        "senate",      "service",      "services",
        "squadron",     "troops",         "tribunal",    "trust",        "unit",
        "union",        "university",     "wing",        "militia",      "peacekeepers",
        "gendarmerie",  "socialists",     "communists",  "liberals",     "conservatives",
        "democrats",    "rebels",         NULL};
    return people_is_any(w, token, nouns);
}

/** Nouns of what is commanded, led or governed for years, though one may also run it for a day. */
static bool is_charge(const people_work *w, uint32_t token)
{
    static const char *const nouns[] = {
        "frigate",     "destroyer",   "warship",     "cruiser",    "ship",         "submarine",
        "reserve",     "reserves",    "region",      "district",   "sector",       "zone",
        "mission",     "operation",   "programme",   "program",    "campaign",     "group",
        "bloc",        "province",    "state",       "city",       "town",         "society",
        "school",      "observatory", "chancellery", "embassy",    "consulate",    "staff",
        "base",        "camp",        "column",      "expedition", "squad",        "company",
        "platoon",     "militia",     "insurgents",  "guerrilla",  "patriarchate", "diocese",
        "archdiocese", "order",       "mosque",      "monastery",  "synod",        NULL};
    return people_is_any(w, token, nouns);
}

/** Whether the object of a clause, or what follows it after "for" or "of", is an institution: "the
 * opposition Rally for Renewal party". */
static bool has_institution(const people_work *w, uint32_t sentence, const syntax_clause *c)
{
    const syntax_sentence *s = &w->r->parsed[sentence];
    static const char *const runs[] = {"run", NULL};
    static const char *const leads[] = {"lead", "run", NULL};
    uint32_t first = w->r->report->sentences[sentence].first;
    bool run = people_does(w, sentence, c, runs);
    if (c->object < 0 || s->phrases[c->object].first < c->end)
        return false;
    for (size_t p = (size_t)c->object; p < s->phrase_count && p < (size_t)c->object + 3; p++) {
        const syntax_phrase *q = &s->phrases[p];
        bool inside = p == (size_t)c->object || q->attached == (int16_t)(p - 1);
        if (!inside)
            return false;
        uint32_t head = first + q->head;
        const reading_hit *hit = people_hit(w, head);
        kb_kind kind = hit ? people_hit_kind(w, hit) : KB_STATE;
        if (is_institution(w, head) || (!run && is_charge(w, head)) ||
            (hit && (kind == KB_IGO || kind == KB_GROUP)))
            return true;
        if (!people_has(w, head, PEOPLE_CAPITAL))
            return false;
        bool named = p == (size_t)c->object && q->end - q->first > 2 && !hit &&
                     people_is(w, first + q->first, "the") &&
                     people_has(w, head - 1, PEOPLE_CAPITAL) && !people_hit(w, head - 1) &&
                     w->title_at[head] < 0 && !people_does(w, sentence, c, leads);
        if (named) /* "heads the Red Crescent" */
            return true;
    }
    return false;
}

/** Whether a clause tells of what somebody is, not of what he did once. */
static bool is_lasting(const people_work *w, uint32_t sentence, const syntax_clause *c)
{
    static const char *const terms[] = {"until", "since", "from", "between", "till", NULL};
    const syntax_sentence *s = &w->r->parsed[sentence];
    uint32_t first = w->r->report->sentences[sentence].first;
    uint8_t tag = w->tags[first + c->verb];
    if (c->negated || c->passive || c->progressive)
        return false;
    if (c->link == SYNTAX_INFINITIVE) {
        uint32_t chosen = c->parent < 0 ? 0 : first + s->clauses[c->parent].verb;
        return c->parent >= 0 && s->clauses[c->parent].passive &&
               people_has(w, chosen, PEOPLE_APPOINT) && !s->clauses[c->parent].negated;
    }
    if (c->modal >= 0)
        return (people_is(w, first + (uint16_t)c->modal, "will") &&
                (c->link == SYNTAX_RELATIVE || !people_is(w, first + c->verb, "chair"))) ||
               people_is(w, first + (uint16_t)c->modal, "to");
    if (tag == SYNTAX_VBZ || tag == SYNTAX_VBP || c->perfect)
        return true;
    bool lasting = c->link == SYNTAX_RELATIVE;
    for (size_t i = 0; i < c->oblique_count && !lasting; i++)
        lasting = people_is_any(w, first + c->obliques[i].preposition, terms);
    return lasting && c->tense == SYNTAX_PAST;
}

bool people_find_deed(const people_work *w, uint32_t sentence, uint32_t token, people_title *t)
{
    const syntax_sentence *s = &w->r->parsed[sentence];
    uint32_t word = token - w->r->report->sentences[sentence].first;
    const syntax_clause *c = NULL;
    if (!may_be_deed(w, token))
        return false;
    for (size_t i = 0; i < s->clause_count && !c; i++)
        c = s->clauses[i].verb == word ? &s->clauses[i] : NULL;
    if (!c || c->end != word + 1u || !has_institution(w, sentence, c) ||
        !is_lasting(w, sentence, c))
        return false;
    for (size_t i = 0; i < sizeof deeds / sizeof *deeds; i++) {
        if (!slice_equal_ascii_fold(s->words[word].lemma, slice_of(deeds[i].lemma)))
            continue;
        t->deed = slice_of(deeds[i].title);
        t->rank = deeds[i].rank;
        t->sector = slice_of(deeds[i].sector);
        t->former = c->tense == SYNTAX_PAST && !c->perfect;
        return true;
    }
    return false;
}
