/* Parts of one state: police, courts, protesters whose state the words beside them don't name.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * In a report from inside a state most actors are named by what they are ("police", "the
 * opposition"), and their state once, by one of them or by a place. What a state does to another
 * is told by names; so a part without a name is given a state only where words show which. */
#include "reading/events.h"
#include "reading/mentions.h"

/** The state that a hit lies in or is; empty for organisations. */
static slice state_of(const reading_state *r, const reading_hit *hit)
{
    kb_entry entry = kb_entry_at(r->engine->kb, hit->entry);
    return entry.kind == KB_STATE || entry.kind == KB_PLACE ? entry.code : (slice){0};
}

static bool is_state(const reading_state *r, slice code)
{
    uint32_t entry;
    return code.len && kb_code(r->engine->kb, code, &entry) &&
           kb_entry_at(r->engine->kb, entry).kind == KB_STATE;
}

/** "police [in Nairobi]", "the opposition [of Chad]": the place right behind the phrase.
 *  @return false where something stands there that is not known: then nothing else tells. */
static bool place_behind(const events_sentence *e, int16_t phrase, slice *out)
{
    static const char *const links[] = {"in", "of", "from", "at", "near", NULL};
    *out = (slice){0};
    for (int16_t q = (int16_t)(phrase + 1); (size_t)q < e->s->phrase_count && q <= phrase + 3;
         q++) {
        const syntax_phrase *p = &e->s->phrases[q];
        if (p->preposition != (int16_t)e->s->phrases[phrase].end ||
            !slice_is_any(e->s->words[p->preposition].lemma, links))
            continue;
        int32_t hit = e->r->hit_at[e->t->first + p->head];
        if (hit >= 0)
            *out = state_of(e->r, &e->r->hits.items[hit]);
        uint8_t tag = e->s->words[p->head].tag;
        return hit >= 0 || (tag != SYNTAX_NNP && tag != SYNTAX_NNPS);
    }
    return true;
}

/** Whether the words of a phrase leave its state open: no owner, no name among them. */
static bool open_phrase(const events_sentence *e, int16_t phrase)
{
    const syntax_phrase *p = &e->s->phrases[phrase];
    if (p->possessor >= 0 || p->apposed >= 0)
        return false;
    for (uint32_t w = p->first; w < p->end; w++) {
        uint8_t tag = e->s->words[w].tag;
        bool name = w > 0 && (tag == SYNTAX_NNP || tag == SYNTAX_NNPS); /* "Parliament voted" */
        if (tag == SYNTAX_PRPS || tag == SYNTAX_PRP || name || e->r->hit_at[e->t->first + w] >= 0)
            return false;
    }
    return true;
}

/** Whether a place stands behind somebody who has no part in the match's clause: "wounded a man,
 * the police [in Nairobi] said". */
static bool tells_of_another(const events_sentence *e, const syntax_clause *own, int16_t place)
{
    slice sector;
    const syntax_phrase *p = &e->s->phrases[place];
    if (place == 0 || p->preposition != (int16_t)e->s->phrases[place - 1].end ||
        own->subject == place - 1 || own->object == place - 1)
        return false;
    return mentions_sector(e->r, e->sentence, &e->s->phrases[place - 1], &sector);
}

/** The state or place in which the match's clause says that it happens. */
static slice place_in_clause(const events_sentence *e)
{
    static const char *const where[] = {"in", "at", "near", "outside", "inside", "across", NULL};
    const codebook_match *match = e->open->match;
    if (match->clause < 0)
        return (slice){0};
    const syntax_clause *c = &e->s->clauses[match->clause];
    for (int16_t q = 0; (size_t)q < e->s->phrase_count; q++) {
        const syntax_phrase *p = &e->s->phrases[q];
        int32_t hit = e->r->hit_at[e->t->first + p->head];
        if (hit < 0 || p->preposition < 0 || p->first < c->span.first || p->end > c->span.end ||
            !slice_is_any(e->s->words[p->preposition].lemma, where) || tells_of_another(e, c, q))
            continue;
        slice state = state_of(e->r, &e->r->hits.items[hit]);
        if (state.len)
            return state;
    }
    return (slice){0};
}

/** Whether a phrase points back at somebody told of before ("the crews", "these men"). */
static bool points_back(const events_sentence *e, int16_t phrase)
{
    static const char *const words[] = {"the", "this", "that", "these", "those", "both", NULL};
    return slice_is_any(e->s->words[e->s->phrases[phrase].first].lemma, words);
}

/** Whether parts of one state are meant where one side is of it and the other side's is open.
 *  Where a report speaks of more than one state, crews, men and prisoners may be another's. */
static bool shares_state(const events_sentence *e, int16_t phrase, slice sector)
{
    static const char *const bodies[] = {"OPP", "PTY", "LEG", "JUD", NULL};
    static const char *const inner[] = {"OPP", "PTY", "LEG", "JUD", "JRN",
                                        "LAB", "EDU", "REL", "SOC", NULL};
    static const char *const people[] = {"CVL", "CRM", "AGR", "MED", "ELI",
                                         "REB", "COP", "BUS", NULL};
    static const char *const holds[] = {"COERCE", "RETREAT", "CONCEDE", "SANCTION", NULL};
    static const char *const forces[] = {"MIL", "REB", "UAF", "SPY", "PRM", NULL};
    static const char *const powers[] = {"GOV", "COP", "REB", "BUS", NULL};
    const reading_who *known = &e->open->other->who[0];
    slice event = e->open->match->frame->event;
    bool alone = e->r->only.len > 0;
    if (e->open->actor)
        return slice_is_any(sector, bodies);
    if (!slice_is_any(sector, inner) && !(alone && slice_is_any(sector, people)))
        return false;
    bool single = e->s->words[e->s->phrases[phrase].head].tag == SYNTAX_NN;
    if (points_back(e, phrase) && !slice_is_any(sector, bodies) &&
        (!alone || (single && !slice_is_any(sector, powers))))
        return false;
    if (known->sector.len == 0)
        return slice_is_any(event, holds) && !slice_is_any(sector, forces);
    return !slice_is_any(known->sector, forces) || (alone && !slice_is(event, "MOBILIZE"));
}

static slice state_of_other(const events_sentence *e, int16_t phrase, slice sector)
{
    const events_side *other = e->open->other;
    if (other->count != 1 || !is_state(e->r, other->who[0].code) ||
        slice_equal(other->who[0].sector, sector) || !shares_state(e, phrase, sector))
        return (slice){0};
    return other->who[0].code;
}

/** "police", "courts", "protesters": not one man of whom the report would say more. */
static bool stands_for_many(const events_sentence *e, int16_t phrase, slice sector)
{
    static const char *const bodies[] = {"COP", "GOV", "LEG", "JUD", "OPP", NULL};
    kb_office_hit office;
    return e->s->words[e->s->phrases[phrase].head].tag == SYNTAX_NNS ||
           (slice_is_any(sector, bodies) &&
            !mentions_office(e->r, e->sentence, &e->s->phrases[phrase], &office));
}

bool events_home_counts(slice event, const events_side *actors, const events_side *recipients)
{
    static const char *const powers[] = {"GOV", "MIL", "COP", "JUD", "LEG", "REB", "UAF",
                                         "OPP", "PTY", "SPY", "PRM", "CRM", "ELI", NULL};
    static const char *const alone[] = {"MOBILIZE", "RETREAT", NULL};
    const reading_who *a = &actors->who[0], *b = &recipients->who[0];
    if (actors->count == 0)
        return true;
    if (recipients->count == 0)
        return slice_is(event, "PROTEST") ||
               (slice_is_any(event, alone) && slice_is_any(a->sector, powers));
    return slice_is_any(a->sector, powers) || slice_is_any(b->sector, powers) ||
           !slice_equal(a->code, b->code) || slice_is(event, "PROTEST");
}

/** The sector of those to whom a thing belongs that is attacked, searched or closed: of a hamlet or
 * a bus the people, of a paper the press. */
static bool thing_sector(const events_sentence *e, int16_t phrase, slice *out)
{
    static const char *const peoples[] = {
        "village", "hamlet", "town", "house", "home", "hut",    "shop",       "bus",  "market",
        "car",     "farm",   "camp", "crop",  "boat", "street", "settlement", "flat", NULL};
    static const char *const press[] = {"newspaper", "magazine", "daily", "weekly", "newsroom",
                                        "website",   "station",  "paper", NULL};
    static const char *const faith[] = {"mosque",    "church",    "temple", "shrine",
                                        "synagogue", "monastery", NULL};
    static const char *const forces[] = {"garrison",   "barracks", "barrack", "outpost",
                                         "checkpoint", "patrol",   "convoy",  NULL};
    slice lemma = e->s->words[e->s->phrases[phrase].head].lemma;
    *out = slice_is_any(lemma, peoples)  ? SLICE("CVL")
           : slice_is_any(lemma, press)  ? SLICE("JRN")
           : slice_is_any(lemma, faith)  ? SLICE("REL")
           : slice_is_any(lemma, forces) ? SLICE("MIL")
                                         : (slice){0};
    return out->len > 0;
}

/** The sector of an open phrase: of the people that its words name, or of those whose thing it is.
 */
static bool open_sector(const events_sentence *e, int16_t phrase, slice *out)
{
    slice event = e->open->match->frame->event;
    if (mentions_sector(e->r, e->sentence, &e->s->phrases[phrase], out))
        return true;
    return !e->open->actor && (slice_is(event, "ASSAULT") || slice_is(event, "COERCE")) &&
           thing_sector(e, phrase, out);
}

/** Whether the other side is a state as a whole. */
static bool other_is_whole(const events_sentence *e)
{
    const events_side *other = e->open->other;
    return other->count > 0 && other->who[0].sector.len == 0 && other->who[0].person < 0;
}

static bool is_of_other(const events_sentence *e, slice code)
{
    const events_side *other = e->open->other;
    return other->count > 0 && slice_equal(other->who[0].code, code);
}

bool events_home(const events_sentence *e, int16_t phrase, reading_who *out)
{
    static const char *const unarmed[] = {"JRN", "EDU", "MED", "BUS", "LEG", "JUD", NULL};
    static const char *const outside[] = {"MIL", "GOV", "BUS", "REF", NULL};
    slice sector = {0}, code = {0};
    if (!open_phrase(e, phrase) || !open_sector(e, phrase, &sector) || sector.len == 0 ||
        !place_behind(e, phrase, &code))
        return false;
    if (code.len == 0 && !(e->open->actor && slice_is_any(sector, outside)))
        code = place_in_clause(e);
    if (slice_is(e->open->match->frame->event, "CONSULT") && !is_of_other(e, code))
        code = (slice){0}; /* "met rebels in Oslo" */
    if (code.len == 0)
        code = state_of_other(e, phrase, sector);
    if (code.len == 0 && stands_for_many(e, phrase, sector))
        code = e->r->only;
    if (e->open->actor && slice_is(e->open->match->frame->event, "ASSAULT") &&
        slice_is_any(sector, unarmed))
        return false;
    if (!e->open->actor && slice_is(sector, "EDU") && other_is_whole(e))
        return false; /* "expelled from a college in Oslo": the school's doing */
    *out = (reading_who){code, sector, -1, -1, false};
    return code.len > 0;
}

bool events_parts_apart(const codebook_frame *frame, const reading_who *a, const reading_who *b)
{
    static const char *const always[] = {"AGREE", "SUPPORT", "AID", NULL};
    static const char *const parts[] = {"REB", "UAF", "OPP", "PTY", "LAB", "EDU",
                                        "REL", "AGR", "SOC", "MED", "REF", NULL};
    if (!slice_equal(a->code, b->code) || a->sector.len == 0 || b->sector.len == 0 ||
        slice_equal(a->sector, b->sector))
        return false;
    if (!(frame->together && slice_is(frame->event, "CONSULT")) &&
        !slice_is_any(frame->event, always))
        return false;
    return slice_is_any(a->sector, parts) || slice_is_any(b->sector, parts) ||
           (slice_is(frame->event, "SUPPORT") &&
            (slice_is(a->sector, "LEG") || slice_is(b->sector, "LEG")));
}
