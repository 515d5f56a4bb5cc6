/* Who acts and who receives: the places that a frame names, resolved to states and people.
 *
 * SPDX-License-Identifier: Apache-2.0 */
#include "reading/events.h"

static void add_who(const events_sentence *e, int16_t phrase, const reading_who *who,
                    events_side *out)
{
    for (uint32_t i = 0; i < out->count; i++) {
        if (!slice_equal(out->who[i].code, who->code) ||
            (out->frame && out->frame->together &&
             events_parts_apart(out->frame, &out->who[i], who)))
            continue;
        if (out->who[i].person < 0 && who->person >= 0) {
            out->who[i] = *who;
            out->spans[i] = reading_phrase_span(e->r, e->sentence, phrase);
        }
        return;
    }
    if (out->count == EVENTS_MAX_SIDE || who->code.len == 0)
        return;
    out->who[out->count] = *who;
    out->spans[out->count++] = reading_phrase_span(e->r, e->sentence, phrase);
}

/** @param things whether what belongs to somebody stands for him ("a Guyanese boat" as a target).
 */
static void add_phrase(const events_sentence *e, int16_t phrase, bool places, bool things,
                       events_side *out)
{
    const reading_referents *ref = &e->referents[phrase];
    reading_who home;
    if (e->open) {
        if (ref->count == 0 && events_home(e, phrase, &home)) {
            trace_part(e, phrase, home.code);
            add_who(e, phrase, &home, out);
        }
        return;
    }
    bool ground = ref->place_only && !places, thing = ref->owned && !things;
    trace_look(e, phrase,
               ref->count == 0 ? READING_SEES_NOBODY
               : ground        ? READING_SEES_GROUND
               : thing         ? READING_SEES_THING
                               : READING_SEES_WHO);
    if (ground || thing)
        return;
    for (uint32_t i = 0; i < ref->count; i++)
        add_who(e, phrase, &ref->items[i], out);
    out->pronoun = out->pronoun || ref->pronoun;
}

/** The phrase and all that "A, B and C" joins to it. */
static void add_joined(const events_sentence *e, int16_t phrase, bool places, bool things,
                       events_side *out)
{
    while (e->s->phrases[phrase].conjoined >= 0 && e->s->phrases[phrase].conjoined < phrase)
        phrase = e->s->phrases[phrase].conjoined;
    add_phrase(e, phrase, places, things, out);
    int16_t last = phrase;
    for (int16_t q = (int16_t)(phrase + 1); (size_t)q < e->s->phrase_count; q++) {
        int16_t before = e->s->phrases[q].conjoined;
        if (before < phrase || before > last)
            continue;
        add_phrase(e, q, places, things, out);
        last = q;
    }
}

/** Where the phrase names nobody, what it is a list or a part of. */
static void add_group(const events_sentence *e, int16_t phrase, bool places, bool things,
                      events_side *out)
{
    uint32_t before = out->count;
    if (phrase < 0)
        return;
    add_joined(e, phrase, places, things, out);
    int16_t meant = out->count == before && !e->open ? events_meant_by(e, phrase) : -1;
    if (meant >= 0)
        add_joined(e, meant, places, things, out);
}

static const syntax_clause *clause_of(const events_sentence *e, const codebook_match *match)
{
    return match->clause < 0 ? NULL : &e->s->clauses[match->clause];
}

/** What is done to somebody: its noun belongs to who does it. */
static bool is_deed(slice event)
{
    static const char *const deeds[] = {"ASSAULT",  "COERCE",  "SANCTION",
                                        "MOBILIZE", "PROTEST", NULL};
    return slice_is_any(event, deeds);
}

/** The whole group, and where it names nobody, whom its parts belong to ("the decision of [Chad]").
 *  @param end  word before which those parts stand. */
static void add_owner(const events_sentence *e, int16_t phrase, uint16_t end, events_side *out)
{
    bool deed = false;
    static const char *const links[] = {"by", "of", "from", "in", "between"};
    if (phrase < 0)
        return;
    for (size_t i = 0; i < e->match_count; i++) {
        const codebook_match *m = &e->matches[i];
        if (!m->noun || m->phrase != phrase || !is_deed(m->frame->event))
            continue;
        events_fill_side(e, m, &m->frame->actor, true, NULL, out);
        if (out->count)
            return;
        deed = true;
    }
    if (deed)
        return;
    add_group(e, phrase, false, true, out);
    if (out->count == 0 && e->s->phrases[phrase].possessor >= 0)
        add_group(e, e->s->phrases[phrase].possessor, true, true, out);
    for (size_t k = 0; k < sizeof links / sizeof *links && out->count == 0; k++)
        for (int16_t q = (int16_t)(phrase + 1); (size_t)q < e->s->phrase_count && q <= phrase + 4 &&
                                                e->s->phrases[q].first < end && out->count == 0;
             q++) {
            int16_t preposition = e->s->phrases[q].preposition;
            if (preposition >= 0 && preposition >= e->s->phrases[phrase].end &&
                reading_is(e->r, e->t->first + (uint16_t)preposition, links[k]))
                add_group(e, q, true, true, out);
        }
}

/** Types by which one answers what another has done. */
static bool answers(slice event)
{
    static const char *const types[] = {"ACCUSE",  "SUPPORT", "REJECT",   "AGREE",
                                        "CONCEDE", "PROTEST", "THREATEN", NULL};
    for (size_t i = 0; types[i]; i++)
        if (slice_equal(event, slice_of(types[i])))
            return true;
    return false;
}

static void add_others(const events_sentence *e, int16_t phrase, const reading_who *who,
                       uint32_t count, const events_side *actors, events_side *out)
{
    for (uint32_t i = 0; i < count; i++) {
        reading_who state = who[i];
        bool acts = false;
        for (uint32_t k = 0; k < actors->count; k++)
            acts = acts || slice_equal(actors->who[k].code, state.code);
        state.person = -1;
        if (!acts)
            add_who(e, phrase, &state, out);
    }
}

/** Who did what the phrase refers back to: "rejected [the demands]", "welcomed [the agreement]".
 * Of one's own deed, to whom it was done: "eased [the embargo]". */
static void add_meant(const events_sentence *e, const codebook_match *match, int16_t phrase,
                      const events_side *other, events_side *out)
{
    if (phrase < 0 || out->count || !other || !other->count || !answers(match->frame->event))
        return;
    const reading_event *x = events_meant(e, phrase, other);
    if (!x)
        return;
    add_others(e, phrase, x->actors, x->actor_count, other, out);
    if (out->count == 0 || slice_is(x->event, "CONSULT") || slice_is(x->event, "COOPERATE"))
        add_others(e, phrase, x->recipients, x->recipient_count, other, out);
    out->pronoun = out->count > 0;
}

/** Whether a phrase belongs to another clause that begins between the match and it. */
static bool cut_off(const events_sentence *e, const codebook_match *match, int16_t phrase)
{
    const syntax_clause *own = clause_of(e, match);
    uint16_t first = e->s->phrases[phrase].first;
    for (size_t i = 0; own && i < e->s->clause_count; i++) {
        const syntax_clause *c = &e->s->clauses[i];
        if (c != own && c->verb > match->word && c->span.first <= first && first < c->span.end &&
            c->first > match->word && c->span.first >= own->span.first &&
            (first > c->verb || c->subject == phrase))
            return true;
    }
    return false;
}

static bool takes(const events_sentence *e, const codebook_role *role, int16_t phrase)
{
    int16_t preposition = e->s->phrases[phrase].preposition;
    return preposition >= 0 && codebook_takes(role, e->s->words[preposition].lemma_key);
}

/** What the parts of one state can do to each other. */
bool events_inside(slice event)
{
    static const char *const types[] = {"ASSAULT",  "COERCE",   "PROTEST", "MOBILIZE",
                                        "SANCTION", "ACCUSE",   "RETREAT", "REQUEST",
                                        "REJECT",   "THREATEN", "CONCEDE", NULL};
    return slice_is_any(event, types);
}

/** Towns of one's own state that are shelled or searched stand for their people. */
static void people_of_towns(const events_sentence *e, slice event, const events_side *actors,
                            events_side *out)
{
    const kb *k = e->r->engine->kb;
    if (!slice_is(event, "ASSAULT") && !slice_is(event, "COERCE"))
        return;
    for (uint32_t i = 0; i < out->count; i++) {
        reading_who *who = &out->who[i];
        if (who->sector.len == 0 && who->person < 0 && who->entry >= 0 && actors->count == 1 &&
            actors->who[0].sector.len && slice_equal(actors->who[0].code, who->code) &&
            kb_entry_at(k, (uint32_t)who->entry).kind == KB_PLACE)
            who->sector = SLICE("CVL");
    }
}

/** Somebody who acts does not receive too, unless another part of his state does and the type
 * allows it. */
static void drop_actors(const events_sentence *e, const codebook_frame *frame,
                        const events_side *actors, events_side *out)
{
    uint32_t kept = 0;
    bool inside = events_inside(frame->event);
    people_of_towns(e, frame->event, actors, out);
    for (uint32_t i = 0; i < out->count; i++) {
        bool acts = false;
        for (uint32_t k = 0; k < actors->count; k++)
            acts = acts || (slice_equal(actors->who[k].code, out->who[i].code) &&
                            !events_parts_apart(frame, &actors->who[k], &out->who[i]) &&
                            (!inside || out->who[i].sector.len == 0 ||
                             slice_equal(actors->who[k].sector, out->who[i].sector)));
        if (acts)
            continue;
        out->who[kept] = out->who[i];
        out->spans[kept++] = out->spans[i];
    }
    out->count = kept;
}

/** "sanctions on the people [of Chad]": "of" stands behind what it belongs to. */
static bool of_another(const events_sentence *e, const codebook_match *match, int16_t phrase)
{
    const syntax_phrase *p = &e->s->phrases[phrase];
    return p->attached > match->phrase && p->preposition >= 0 &&
           reading_is(e->r, e->t->first + (uint16_t)p->preposition, "of");
}

/** Phrases among the words `around` after the role's prepositions; those behind the predicate
 * first. */
static void add_obliques_in(const events_sentence *e, const codebook_match *match,
                            const codebook_role *role, syntax_range around,
                            const events_side *other, events_side *out)
{
    bool loose = match->noun && around.end > events_noun_reach(e, match->phrase);
    for (int behind = 1; behind >= 0 && out->count == 0; behind--) {
        for (int16_t q = 0; (size_t)q < e->s->phrase_count; q++) {
            const syntax_phrase *p = &e->s->phrases[q];
            if ((p->first > match->word) != (behind == 1) || p->first < around.first ||
                p->end > around.end || cut_off(e, match, q) ||
                !(takes(e, role, q) || (loose && events_noun_takes(e, role, q))))
                continue;
            if (match->noun && (!behind || of_another(e, match, q)))
                continue;
            add_group(e, q, true, true, out);
            if (out->count == 0)
                add_owner(e, q, match->noun ? around.end : UINT16_MAX, out);
            add_meant(e, match, q, other, out);
            if (other)
                drop_actors(e, match->frame, other, out);
            if (out->count)
                return;
        }
    }
}

/** Obliques of the clause; of a noun those that hang on it, then those of a clause that only says
 * that it was. */
static void add_obliques(const events_sentence *e, const codebook_match *match,
                         const codebook_role *role, const events_side *other, events_side *out)
{
    syntax_range around = match->clause < 0 ? (syntax_range){0, (uint16_t)e->s->word_count}
                                            : e->s->clauses[match->clause].span;
    if (match->noun && match->phrase >= 0)
        around =
            (syntax_range){e->s->phrases[match->phrase].first, events_noun_reach(e, match->phrase)};
    add_obliques_in(e, match, role, around, other, out);
    const syntax_clause *c = events_noun_clause(e, match);
    if (out->count == 0 && c)
        add_obliques_in(e, match, role, c->span, other, out);
}

static int16_t passive_agent(const events_sentence *e, const syntax_clause *c)
{
    for (size_t i = 0; i < c->oblique_count; i++)
        if (reading_is(e->r, e->t->first + c->obliques[i].preposition, "by"))
            return (int16_t)c->obliques[i].phrase;
    for (int16_t q = 0; (size_t)q < e->s->phrase_count; q++) {
        const syntax_phrase *p = &e->s->phrases[q];
        if (p->preposition >= (int16_t)c->verb && p->end <= c->span.end &&
            reading_is(e->r, e->t->first + (uint16_t)p->preposition, "by"))
            return q;
    }
    return -1;
}

/** "[Danish] ambulances were handed to Togo": who gave stands in what was given. */
static void add_giver(const events_sentence *e, const codebook_match *match, events_side *out)
{
    static const char *const types[] = {"AID", "MOBILIZE", NULL};
    const syntax_clause *c = clause_of(e, match);
    const codebook_frame *frame = match->frame;
    bool gives = slice_is_any(frame->event, types) ||
                 (slice_is(frame->mode, "withdraw") && slice_is(frame->event, "RETREAT"));
    if (!gives || frame->recipient.places[0] == CODEBOOK_OBJECT || match->noun || match->surface ||
        !c || !c->passive || c->object >= 0 || c->subject < 0 || passive_agent(e, c) >= 0)
        return;
    for (size_t i = 0; i < c->oblique_count; i++)
        if (takes(e, &frame->recipient, (int16_t)c->obliques[i].phrase)) {
            add_group(e, c->subject, false, true, out);
            break;
        }
    for (size_t i = 0; i < c->oblique_count && slice_is(frame->event, "AID"); i++)
        if (out->count == 0 && reading_is(e->r, e->t->first + c->obliques[i].preposition, "from"))
            add_group(e, (int16_t)c->obliques[i].phrase, true, true, out);
}

/** "urged B to": the one who is urged is to act. "met B to": the one who met. */
static bool controls_object(const events_sentence *e, int16_t clause)
{
    return codebook_controls_object(e->r->engine->codebook,
                                    e->s->words[e->s->clauses[clause].verb].lemma_key);
}

static int16_t subject_of(const events_sentence *e, const codebook_match *match)
{
    const syntax_clause *c = clause_of(e, match);
    if (!c)
        return -1;
    if (c->passive && !match->surface)
        return passive_agent(e, c);
    if (c->link == SYNTAX_INFINITIVE && c->parent >= 0 && !controls_object(e, c->parent) &&
        e->s->clauses[c->parent].subject >= 0)
        return e->s->clauses[c->parent].subject;
    if (c->subject >= 0)
        return c->subject;
    int16_t headed = events_headline_subject(e, match->clause);
    if (headed < 0 && c->link == SYNTAX_INFINITIVE && c->parent >= 0)
        headed = events_inverted_subject(e, c->parent);
    return headed >= 0 ? headed : c->described;
}

static int16_t object_of(const events_sentence *e, const codebook_match *match)
{
    const syntax_clause *c = clause_of(e, match);
    if (!c)
        return -1;
    if (c->passive)
        return c->subject >= 0 ? c->subject : c->described;
    if (c->object < 0 && c->link == SYNTAX_RELATIVE && c->described != c->subject)
        return c->described;
    return c->object;
}

/** The owner of an event noun or of a light verb's object: "[Chad]'s attack", "the [Chadian]
 * attack". */
static void add_possessor(const events_sentence *e, const codebook_match *match, events_side *out)
{
    if (match->phrase < 0)
        return;
    const syntax_phrase *p = &e->s->phrases[match->phrase];
    if (p->possessor >= 0)
        add_group(e, p->possessor, false, true, out);
    if (out->count == 0)
        add_phrase(e, match->phrase, false, true, out);
}

/** Somebody other than the actor in the content below. */
static void add_inner(const events_sentence *e, const codebook_match *match,
                      const events_side *other, events_side *out)
{
    const syntax_clause *own = clause_of(e, match);
    if (match->content < 0 || (!match->noun && (!own || own->object >= 0)))
        return;
    const syntax_clause *c = &e->s->clauses[match->content];
    for (int16_t q = 0; (size_t)q < e->s->phrase_count && out->count == 0; q++) {
        const syntax_phrase *p = &e->s->phrases[q];
        if (p->first < c->span.first || p->end > c->span.end)
            continue;
        events_side found = {0};
        add_phrase(e, q, true, true, &found);
        for (uint32_t i = 0; i < found.count; i++) {
            bool acts = false;
            for (uint32_t k = 0; other && k < other->count; k++)
                acts = acts || slice_equal(other->who[k].code, found.who[i].code);
            if (!acts)
                add_who(e, q, &found.who[i], out);
        }
        for (int16_t next = (int16_t)(q + 1); out->count > 0 && (size_t)next < e->s->phrase_count &&
                                              e->s->phrases[next].conjoined == next - 1;
             next++)
            add_phrase(e, next, true, true, out);
    }
}

/** Who is to do, or does, what the content below tells: its subject, or of a passive who stands
 * behind "by". */
static void add_doer(const events_sentence *e, const codebook_match *match, events_side *out)
{
    if (match->content < 0)
        return;
    const syntax_clause *c = &e->s->clauses[match->content];
    add_group(e, c->passive ? passive_agent(e, c) : c->subject, true, true, out);
}

/** Whether an object is somebody, known or not: who is asked to act, a person with a name, whom one
 * meets. */
static bool names_somebody(const events_sentence *e, const codebook_match *match, int16_t object)
{
    const syntax_phrase *p = &e->s->phrases[object];
    if (match->content >= 0 && e->s->clauses[match->content].subject == object)
        return true;
    for (uint32_t w = p->first; w < p->end; w++)
        if (e->r->person_at[e->t->first + w] >= 0)
            return true;
    return match->frame->together && e->referents[object].count && !e->referents[object].owned;
}

/** Whether those who are taken are new ("arrested two men"): then nothing tells that
 * they are of the other one of two, as it does of "the crews", "these boats". */
static bool takes_new(const events_sentence *e, const codebook_match *match)
{
    static const char *const known[] = {"the", "these", "those", "its", "their", "all", NULL};
    int16_t object = object_of(e, match);
    bool taken = slice_is(match->frame->mode, "arrest") || slice_is(match->frame->mode, "seize");
    return taken && object >= 0 &&
           !reading_is_any(e->r, e->t->first + e->s->phrases[object].first, known);
}

/** The other one of the two that the report is about, or both where neither acts; nobody where one
 * of them acts with a third. Not where the clause names somebody whose state it does not know
 * ("encouraged other donors to give", "met General Ruse"). */
static void add_pair(const events_sentence *e, const codebook_match *match,
                     const events_side *other, events_side *out)
{
    const reading_state *r = e->r;
    const syntax_clause *c = clause_of(e, match);
    if (c && c->object >= 0 && names_somebody(e, match, c->object))
        return;
    if (!r->bilateral || !other || other->count == 0 || takes_new(e, match))
        return;
    bool acts[2] = {false, false};
    uint32_t third = 0;
    for (uint32_t i = 0; i < other->count; i++) {
        for (int side = 0; side < 2; side++)
            acts[side] = acts[side] || slice_equal(other->who[i].code, r->pair[side]);
        third += !slice_equal(other->who[i].code, r->pair[0]) &&
                 !slice_equal(other->who[i].code, r->pair[1]);
    }
    if (third && (acts[0] || acts[1]))
        return;
    for (int side = 0; side < 2; side++) {
        if (acts[side] || (!acts[0] && !acts[1] && other->count < 2))
            continue;
        out->who[out->count] =
            (reading_who){.code = r->pair[side], .person = -1, .entry = -1, .state_only = true};
        out->spans[out->count++] = reading_range_span(
            r, e->sentence, (syntax_range){match->word, (uint16_t)(match->word + 1)});
    }
    out->pronoun = true;
}

static void fill_place(const events_sentence *e, const codebook_match *match,
                       const codebook_role *role, uint8_t place, bool actor,
                       const events_side *other, events_side *out)
{
    const syntax_clause *c = clause_of(e, match);
    int16_t phrase;
    switch ((codebook_place)place) {
    case CODEBOOK_NOWHERE:
        return;
    case CODEBOOK_SUBJECT:
        if (!match->noun) {
            add_group(e, subject_of(e, match), false, !actor, out);
            if (c && out->count > 0)
                add_group(e, events_with_subject(e, c), false, !actor, out);
            if (out->count == 0 && c && !match->surface)
                add_group(e, events_other_subject(e, match->clause), false, !actor, out);
        }
        return;
    case CODEBOOK_OBJECT:
        if (!match->noun)
            add_group(e, object_of(e, match), !actor, !actor, out);
        return;
    case CODEBOOK_INDIRECT:
        if (c && !match->noun && c->recipient >= 0)
            add_group(e, c->recipient, true, true, out);
        return;
    case CODEBOOK_OBLIQUE:
        add_obliques(e, match, role, other, out);
        return;
    case CODEBOOK_POSSESSOR:
        add_possessor(e, match, out);
        return;
    case CODEBOOK_OWNER:
        phrase = match->noun ? match->phrase : object_of(e, match);
        add_owner(e, phrase, UINT16_MAX, out);
        add_meant(e, match, match->noun ? -1 : phrase, other, out);
        return;
    case CODEBOOK_INNER:
        add_inner(e, match, other, out);
        return;
    case CODEBOOK_PAIR:
        add_pair(e, match, other, out);
        return;
    case CODEBOOK_DOER:
        add_doer(e, match, out);
        return;
    }
}

void events_fill_side(const events_sentence *e, const codebook_match *match,
                      const codebook_role *role, bool actor, const events_side *other,
                      events_side *out)
{
    out->count = 0;
    out->pronoun = false;
    out->frame = match->frame;
    trace_side(e, actor);
    for (size_t i = 0; i < CODEBOOK_MAX_PLACES && out->count == 0; i++) {
        size_t first = trace_place(e, role->places[i]);
        fill_place(e, match, role, role->places[i], actor, other, out);
        if (other)
            drop_actors(e, match->frame, other, out);
        trace_placed(e, first, out);
    }
    if (out->count == 0 && match->noun)
        add_group(e, events_headline_side(e, match, actor), !actor, false, out);
    if (actor && out->count == 0 && match->noun)
        add_group(e, events_noun_subject(e, match), false, false, out);
    else if (actor && out->count == 0)
        add_giver(e, match, out);
    trace_sided(e);
}

/** What somebody is, as CODEBOOK_KIND_… */
static unsigned kinds_of(const events_sentence *e, const reading_who *who)
{
    static const unsigned kinds[] = {[KB_IGO] = CODEBOOK_KIND_IGO,
                                     [KB_ORGANISATION] = CODEBOOK_KIND_ORGANISATION,
                                     [KB_GROUP] = CODEBOOK_KIND_GROUP};
    unsigned found = who->person >= 0 ? CODEBOOK_KIND_PERSON : 0;
    if (who->sector.len == 0 && who->state_only)
        found |= CODEBOOK_KIND_STATE;
    if (who->entry < 0)
        return found;
    kb_kind kind = kb_entry_at(e->r->engine->kb, (uint32_t)who->entry).kind;
    return kind < sizeof kinds / sizeof *kinds ? found | kinds[kind] : found;
}

bool events_allowed(const events_sentence *e, const codebook_who *rule, const events_side *side)
{
    if (side->count == 0 || rule->rule == CODEBOOK_ANYONE)
        return true;
    const reading_who *who = &side->who[0];
    return codebook_allows(rule, who->code, who->sector, kinds_of(e, who));
}
