/* Statements: where content ends.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * The parse gives an end. What stands behind it belongs to the content unless something else can
 * begin there: another verb of the same speaker, a turn ("while", "but he"), a participle beside
 * the verb. The next act that stands beside this one, or a clause of the speaker's own, ends it
 * before. */
#include "reading/statements.h"

static bool descends(const statements_stage *st, size_t clause, int16_t from)
{
    for (int depth = 0; depth < 64; depth++) {
        const syntax_clause *c = &st->s.clauses[clause];
        if (c->parent < 0)
            return false;
        if (c->parent == from)
            return c->link != SYNTAX_CONJOINED && c->link != SYNTAX_PARTICIPLE &&
                   c->link != SYNTAX_ADVERBIAL;
        clause = (size_t)c->parent;
    }
    return false;
}

/** The end that the parse gives. */
static size_t parsed_end(const statements_stage *st, const statements_act *act, size_t start)
{
    size_t end = 0;
    if (act->clause >= 0) {
        end = st->s.clauses[act->clause].complement.end;
        for (size_t i = 0; i < st->s.clause_count; i++)
            if (descends(st, i, act->clause) && st->s.clauses[i].span.end > end)
                end = st->s.clauses[i].span.end;
    }
    return end > start ? end : st->s.word_count;
}

/** First word of the comma, conjunction or both right before `word`. */
static size_t connector(const statements_stage *st, size_t word)
{
    static const char *const words[] = {"while", "whereas", "although", "though", "with", NULL};
    if (word > 0 && (statements_is_conjunction(st, word - 1) || statements_is(st, word - 1, words)))
        word--;
    if (word > 0 && statements_is_comma(st, word - 1))
        word--;
    return word;
}

static bool same_who(const reading_who *a, const reading_who *b)
{
    return a->person == b->person && slice_equal(a->code, b->code);
}

/** Whether the act is a part of what the other one, behind it, tells: "A asked B, C said". */
static bool tells(const statements_stage *st, const statements_act *other,
                  const statements_act *act)
{
    int16_t c = act->clause;
    if (other->clause < 0 || !other->own || !other->known)
        return false;
    for (int depth = 0; c >= 0 && depth < 64; depth++, c = st->s.clauses[c].parent)
        if (c == other->clause)
            return true;
    return false;
}

/** Whether another act stands beside this one rather than in what it says. */
static bool separate(const statements_stage *st, const statements_act *act,
                     const statements_act *other, bool clause)
{
    static const char *const turns[] = {"while", "whereas", "although", "though",
                                        "but",   "yet",     NULL};
    if (other->joined >= 0 || tells(st, other, act))
        return true;
    if (!other->own || !other->known || other->inverted || other->start == 0)
        return false;
    size_t from = connector(st, other->start);
    bool comma = statements_is_comma(st, from) && from < other->start;
    bool conjunction = statements_is_conjunction(st, other->start - 1);
    if (statements_is(st, other->start - 1, turns))
        return true;
    return conjunction && (comma || !clause || same_who(&act->who, &other->who));
}

/** Cuts the content where the next act begins. */
size_t statements_cut_at_acts(const statements_stage *st, const statements_act *act, size_t start,
                              size_t end, bool clause)
{
    for (size_t i = 0; i < st->acts.count; i++) {
        const statements_act *other = &st->acts.items[i];
        if (other->verb <= act->verb || other->start <= start || other->start >= end ||
            !separate(st, act, other, clause))
            continue;
        return connector(st, other->joined >= 0 ? other->first : other->start);
    }
    return end;
}

/** First word of a clause with its subject, where that is its own. */
static size_t clause_start(const statements_stage *st, const syntax_clause *c, size_t after)
{
    if (c->subject < 0 || st->s.phrases[c->subject].first < after ||
        st->s.phrases[c->subject].first >= c->first)
        return c->first;
    return statements_complex_start(st, c->subject, false);
}

/** Whether another verb of the same speaker (or a new subject behind a content that has no verb)
 * begins there: "condemned the raid and [on Friday imposed] sanctions". */
static bool stands_beside(const statements_stage *st, const statements_act *act,
                          const syntax_clause *c, size_t start, bool clause)
{
    if (c->tense == SYNTAX_BARE)
        return false;
    if (c->link == SYNTAX_ROOT && c->subject < 0 && !clause)
        return true;
    if (c->link != SYNTAX_CONJOINED)
        return false;
    bool own = c->subject >= 0 && st->s.phrases[c->subject].first >= start;
    if (!own)
        return c->parent == act->clause;
    if (!clause)
        return c->parent == act->clause ||
               statements_is_comma(st, connector(st, clause_start(st, c, start)));
    reading_who who;
    span where;
    return (c->tense == SYNTAX_PAST) == (act->form == STATEMENTS_PAST) &&
           statements_is_comma(st, connector(st, clause_start(st, c, start))) &&
           statements_speaker(st, c->subject, &who, &where) && same_who(&who, &act->who);
}

/** Where the words that lead to a clause begin: "and on Friday" before "imposed". */
static size_t lead_start(const statements_stage *st, size_t word, size_t from)
{
    for (size_t w = word; w > from && w + 6 > word; w--) {
        if (statements_has_verb(st, w - 1, w, false))
            break;
        if (statements_is_conjunction(st, w - 1))
            return connector(st, w);
    }
    return connector(st, word);
}

static size_t cut_at_clauses(const statements_stage *st, const statements_act *act, size_t start,
                             size_t end, bool clause)
{
    for (size_t i = 0; act->clause >= 0 && i < st->s.clause_count; i++) {
        const syntax_clause *c = &st->s.clauses[i];
        if (c->first <= start + 1 || c->first >= end || (int16_t)i == act->clause ||
            !stands_beside(st, act, c, start, clause))
            continue;
        size_t cut = lead_start(st, clause_start(st, c, start), start + 1);
        if (cut > start)
            return cut;
    }
    return end;
}

/** Cuts ", as a newspaper had written" off the end. */
static size_t cut_source(const statements_stage *st, size_t start, size_t end)
{
    static const char *const as[] = {"as", NULL};
    for (size_t i = 0; i < st->s.clause_count; i++) {
        const syntax_clause *c = &st->s.clauses[i];
        if (c->link != SYNTAX_ADVERBIAL || c->marker < (int)start + 2 || (size_t)c->marker >= end ||
            !statements_is(st, (size_t)c->marker, as) ||
            !statements_is_comma(st, (size_t)c->marker - 1) ||
            !codebook_reporting_lemma(st->r->engine->codebook, st->s.words[c->verb].lemma_key))
            continue;
        return (size_t)c->marker - 1;
    }
    return end;
}

/** Whether the parse's end may be the content's: something else begins there. */
static bool may_end(const statements_stage *st, const statements_act *act, size_t end, bool clause)
{
    static const char *const turns[] = {
        "while",  "whereas", "although", "though", "as", "but", "yet", "after", "before", "when",
        "adding", "noting",  "saying",   ";",      ":",  "—",   "–",   "so",    NULL};
    if (statements_ends_sentence(st, end))
        return true;
    size_t w = end;
    bool comma = statements_is_comma(st, w);
    uint8_t link = act->clause >= 0 ? st->s.clauses[act->clause].link : (uint8_t)SYNTAX_ROOT;
    if (comma && (link == SYNTAX_PARTICIPLE || link == SYNTAX_ADVERBIAL || link == SYNTAX_RELATIVE))
        return true;
    w += comma;
    if (statements_is(st, w, turns) && (comma || w == end))
        return comma ||
               !statements_is(
                   st, w, (const char *const[]){"as", "before", "after", "when", "while", NULL});
    bool conjunction = statements_is_conjunction(st, w);
    w += conjunction;
    for (size_t i = 0; i < st->acts.count; i++) {
        const statements_act *other = &st->acts.items[i];
        if (other->verb > act->verb && (other->start == w || other->first == w) &&
            separate(st, act, other, clause))
            return true;
    }
    for (size_t i = 0; i < st->s.clause_count; i++) {
        const syntax_clause *c = &st->s.clauses[i];
        size_t first = clause_start(st, c, act->end);
        if (first == w && (comma || conjunction) && stands_beside(st, act, c, act->end, clause))
            return true;
        if (c->first == w && comma && c->link == SYNTAX_PARTICIPLE && c->parent == act->clause)
            return true;
    }
    return false;
}

/** Adds what can't begin anything else. */
static size_t extend(const statements_stage *st, const statements_act *act, size_t end, bool clause)
{
    while (end < st->s.word_count && !may_end(st, act, end, clause)) {
        end++;
        while (end < st->s.word_count && !statements_is_comma(st, end) &&
               !statements_is_conjunction(st, end) &&
               !statements_is_outer(st->r, statements_token(st, end)))
            end++;
    }
    return end;
}

size_t statements_content_end(const statements_stage *st, const statements_act *act, size_t start,
                              bool clause)
{
    size_t end = extend(st, act, parsed_end(st, act, start), clause);
    end = statements_cut_at_acts(st, act, start, end, clause);
    end = cut_at_clauses(st, act, start, end, clause);
    return cut_source(st, start, end);
}
