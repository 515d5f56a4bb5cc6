/* Event nouns whose roles stand outside their own phrases.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * "A visit to Togo by Ghana's premier" says all beside the noun. Often the clause says the rest:
 * who visits is its subject ("on a visit to Togo, Ghana's premier …"), or the noun is the subject
 * of a verb that only says that it was ("talks took place in Oslo between Chad and Mali"), and
 * what hangs on the verb belongs to the noun. */
#include "reading/events.h"

static bool lemma_is_any(const events_sentence *e, size_t word, const char *const *list)
{
    for (; *list; list++)
        if (slice_is(e->s->words[word].lemma, *list))
            return true;
    return false;
}

/** Whether the next phrase belongs to this one, or is its other half, and stands after a
 * preposition right before this one: "by [Ghana]'s [premier]". */
static bool opens_next(const events_sentence *e, int16_t phrase, uint16_t end)
{
    if ((size_t)phrase + 1 >= e->s->phrase_count)
        return false;
    const syntax_phrase *next = &e->s->phrases[phrase + 1];
    bool whole = next->possessor == phrase || next->first == e->s->phrases[phrase].end;
    return whole && next->preposition >= 0 && (uint16_t)next->preposition <= end &&
           (uint16_t)next->preposition + 1 >= end;
}

uint16_t events_noun_reach(const events_sentence *e, int16_t phrase)
{
    uint16_t end = e->s->phrases[phrase].end;
    for (int16_t q = (int16_t)(phrase + 1); (size_t)q < e->s->phrase_count; q++) {
        const syntax_phrase *p = &e->s->phrases[q];
        bool owned = p->possessor >= 0 && e->s->phrases[p->possessor].end <= p->first &&
                     e->s->phrases[p->possessor].end + 1 >= p->first && p->possessor == q - 1;
        bool joined = p->conjoined >= phrase && p->first <= end + 2;
        bool follows = p->preposition >= 0 && (uint16_t)p->preposition <= end &&
                       (uint16_t)p->preposition + 1 >= end;
        if (p->preposition < 0 && opens_next(e, q, end))
            continue;
        if (!owned && !joined && !follows)
            break;
        end = p->end;
    }
    return end;
}

const syntax_clause *events_noun_clause(const events_sentence *e, const codebook_match *match)
{
    static const char *const verbs[] = {
        "take",     "begin",    "start",  "open",   "continue", "resume",   "end",
        "finish",   "go",       "come",   "arrive", "pour",     "flow",     "flood",
        "occur",    "happen",   "follow", "last",   "break",    "erupt",    "be",
        "conclude", "collapse", "reach",  "hold",   "agree",    "proceed",  "fail",
        "ensue",    "stream",   "rain",   "grow",   "plan",     "schedule", NULL};
    if (!match->noun || match->clause < 0)
        return NULL;
    const syntax_clause *c = &e->s->clauses[match->clause];
    return c->subject == match->phrase && lemma_is_any(e, c->verb, verbs) ? c : NULL;
}

bool events_noun_takes(const events_sentence *e, const codebook_role *role, int16_t phrase)
{
    int16_t preposition = e->s->phrases[phrase].preposition;
    return preposition >= 0 && reading_is(e->r, e->t->first + (uint16_t)preposition, "into") &&
           codebook_takes(role, text_key(SLICE("to")));
}

bool events_noun_denied(const events_sentence *e, const codebook_match *match)
{
    static const char *const verbs[] = {"take", "begin",  "start", "happen", "occur",
                                        "hold", "resume", "break", "open",   NULL};
    const syntax_clause *c = events_noun_clause(e, match);
    uint16_t first = e->s->phrases[match->phrase].first;
    return c && ((c->negated && lemma_is_any(e, c->verb, verbs)) ||
                 reading_is(e->r, e->t->first + first, "no"));
}

bool events_noun_dropped(const events_sentence *e, const codebook_match *match)
{
    static const char *const verbs[] = {"cancel", "postpone", "scrap",   "abandon",
                                        "drop",   "delay",    "suspend", NULL};
    static const char *const with_off[] = {"call", "put", NULL};
    if (!match->noun || match->clause < 0 || !slice_is(match->frame->event, "CONSULT"))
        return false;
    const syntax_clause *c = &e->s->clauses[match->clause];
    bool meant = c->object == match->phrase || (c->passive && c->subject == match->phrase);
    bool off = c->particle >= 0 && slice_is(e->s->words[c->particle].lemma, "off");
    return meant && !c->negated &&
           (lemma_is_any(e, c->verb, verbs) || (off && lemma_is_any(e, c->verb, with_off)));
}

bool events_noun_planned(const events_sentence *e, const codebook_match *match)
{
    static const char *const verbs[] = {"plan",    "schedule", "slate", "set",
                                        "arrange", "foresee",  "due",   NULL};
    const syntax_clause *c = events_noun_clause(e, match);
    return c && c->passive && !c->negated && c->modal < 0 && lemma_is_any(e, c->verb, verbs);
}

/** Where the noun's phrase stands to the clause's subject and verb: before them, between them
 * after a comma, or behind them after a word that says when. */
static bool tells_when(const events_sentence *e, const syntax_phrase *p, const syntax_clause *c)
{
    static const char *const behind[] = {"during", "on", "after", NULL};
    const syntax_phrase *subject = &e->s->phrases[c->subject];
    bool opens = p->end <= subject->first && (uint16_t)p->preposition <= c->span.first + 1u;
    bool beside = p->first > subject->end && p->end <= c->first;
    return opens || beside ||
           (p->first >= c->end && lemma_is_any(e, (size_t)p->preposition, behind) &&
            (p->attached < 0 || e->s->phrases[p->attached].end < p->first - 1u));
}

int16_t events_noun_subject(const events_sentence *e, const codebook_match *match)
{
    static const char *const links[] = {"on", "during", "in", "after", "at", "following", NULL};
    if (!match->noun || match->clause < 0 || match->phrase < 0 ||
        !slice_is(match->frame->event, "CONSULT"))
        return -1;
    const syntax_phrase *p = &e->s->phrases[match->phrase];
    const syntax_clause *c = &e->s->clauses[match->clause];
    if (p->preposition < 0 || p->possessor >= 0 || c->passive || c->subject < 0 ||
        !lemma_is_any(e, (size_t)p->preposition, links))
        return -1;
    return tells_when(e, p, c) ? c->subject : -1;
}
