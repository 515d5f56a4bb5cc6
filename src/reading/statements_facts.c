/* Statements: whether anything was said.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * What is denied, wished, planned or asked of others was not said; nor is what was said long before
 * a word of this report. A finite verb answers for itself, an infinitive or a gerund is as real as
 * what it hangs on: "met X to stress" says something, "was asked to stress" does not. */
#include "reading/statements.h"

bool statements_supposed(const statements_stage *st, const syntax_clause *c)
{
    static const char *const modals[] = {"will",  "would", "should", "may", "might", "could", "can",
                                         "shall", "must",  "'ll",    "'d",  "ca",    "wo",    NULL};
    return c->negated || statements_word_is(st, c->modal, modals);
}

static bool opened_by_condition(const statements_stage *st, const syntax_clause *c)
{
    static const char *const markers[] = {"if",   "unless",  "whether", "lest",    "until",
                                          "till", "before",  "without", "instead", "for",
                                          "from", "against", "of",      NULL};
    return statements_word_is(st, c->marker, markers);
}

/** Predicates whose infinitive is no fact: "refused to say", "is expected to say". */
static bool leaves_open(const statements_stage *st, const syntax_clause *parent)
{
    static const char *const verbs[] = {
        "expect",  "plan",   "hope",   "intend",  "refuse",    "decline", "fail",     "agree",
        "ask",     "urge",   "tell",   "promise", "pledge",    "vow",     "threaten", "want",
        "prepare", "set",    "decide", "need",    "try",       "attempt", "seek",     "request",
        "order",   "invite", "call",   "wish",    "schedule",  "offer",   "demand",   "require",
        "oblige",  "force",  "choose", "aim",     "say",       "believe", "think",    "report",
        "allege",  "rumour", "mean",   "like",    "encourage", "press",   "commit",   "avoid",
        "wait",    "allow",  NULL};
    static const char *const glad[] = {"keen",  "quick",   "glad",  "happy",   "pleased",
                                       "proud", "careful", "sorry", "anxious", NULL};
    const syntax_word *w = &st->s.words[parent->verb];
    bool adjective = w->tag == SYNTAX_JJ || w->tag == SYNTAX_RB;
    return adjective ? !statements_lemma_is(w->lemma, glad) : statements_lemma_is(w->lemma, verbs);
}

/** "I would like to thank", "we wish to express": saying so does it. */
static bool performs(const statements_stage *st, const syntax_clause *c)
{
    static const char *const speakers[] = {"i", "we", NULL};
    static const char *const verbs[] = {"like", "want", "wish", NULL};
    if (c->link != SYNTAX_INFINITIVE || c->parent < 0)
        return false;
    const syntax_clause *parent = &st->s.clauses[c->parent];
    return parent->subject >= 0 && !parent->negated &&
           statements_is(st, st->s.phrases[parent->subject].head, speakers) &&
           statements_lemma_is(st->s.words[parent->verb].lemma, verbs);
}

static bool infinitive_is_fact(const statements_stage *st, const syntax_clause *c)
{
    if (c->described >= 0 || c->parent < 0)
        return false;
    const syntax_clause *parent = &st->s.clauses[c->parent];
    if (parent->subject != c->subject)
        return false;
    /* "is to say", but "is at pains to say" */
    if (slice_equal(st->s.words[parent->verb].lemma, SLICE("be")))
        return c->first > parent->end;
    return !leaves_open(st, parent);
}

/** What holds for a finite verb holds for it alone, but for a condition that it shares; what has no
 * tense of its own is as real as what it hangs on. */
bool statements_is_fact(const statements_stage *st, const syntax_clause *c)
{
    if (statements_supposed(st, c))
        return false;
    if (performs(st, c))
        return true;
    for (int depth = 0; depth < 16; depth++) {
        bool finite = c->tense != SYNTAX_BARE;
        if (opened_by_condition(st, c) ||
            (c->link == SYNTAX_INFINITIVE && !infinitive_is_fact(st, c)))
            return false;
        if (c->parent < 0 || c->link == SYNTAX_CONTENT || c->link == SYNTAX_PARTICIPLE ||
            (finite && c->link != SYNTAX_CONJOINED))
            return true;
        c = &st->s.clauses[c->parent];
        if (!finite && statements_supposed(st, c))
            return false;
    }
    return false;
}

/** "neither of them said", "no minister said". */
bool statements_nobody_speaks(const statements_stage *st, const statements_act *act)
{
    static const char *const none[] = {"neither", "no",    "none",   "nobody",
                                       "few",     "noone", "hardly", NULL};
    return act->subject >= 0 && (statements_is(st, st->s.phrases[act->subject].first, none) ||
                                 statements_is(st, act->start, none));
}

/** What was asked or condemned long before ("had asked") and what goes on ("has long accused") is
 * background and no word of this report. */
bool statements_is_background(const statements_stage *st, const syntax_clause *c, unsigned says,
                              bool content)
{
    static const char *const habits[] = {"long",      "often",        "always",
                                         "regularly", "consistently", NULL};
    if (((says & CODEBOOK_SAYS_CLAUSE) && content) || !c->perfect)
        return false;
    for (size_t w = c->first; w < c->end; w++)
        if (statements_is(st, w, habits))
            return true;
    return c->tense == SYNTAX_PAST || c->progressive;
}
