/* What frames may not or must stand beside: `not` and `only`. See match.c.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * A test looks at heads, by their lemmas or as they are written: of "the third goal of the season"
 * the word goal. It is asked only of what already matched, so that it costs nothing elsewhere. */
#include "codebook/internal.h"

enum { MOST_JOINED = 16 };

static bool is_word(const codebook *b, const syntax_sentence *s, layout_list words, size_t word)
{
    return codebook_in_list(b, words, s->words[word].lemma_key) ||
           codebook_in_list(b, words, s->tokens[word].key);
}

/** The head of the phrase, or of one that "A, B and C" joins to it. */
static bool head_in(const codebook *b, const syntax_sentence *s, layout_list words, int16_t phrase)
{
    if (phrase < 0)
        return false;
    if (is_word(b, s, words, s->phrases[phrase].head))
        return true;
    for (size_t q = (size_t)phrase + 1; q < s->phrase_count && q <= (size_t)phrase + MOST_JOINED;
         q++)
        if (s->phrases[q].conjoined >= phrase && is_word(b, s, words, s->phrases[q].head))
            return true;
    return false;
}

static bool is_by(const syntax_sentence *s, const syntax_phrase *p)
{
    return p->preposition >= 0 && slice_is(s->words[p->preposition].lemma, "by");
}

bool codebook_has_agent(const syntax_sentence *s, const syntax_clause *c)
{
    for (size_t q = 0; q < s->phrase_count; q++) {
        const syntax_phrase *p = &s->phrases[q];
        if (is_by(s, p) && (uint16_t)p->preposition > c->verb && p->end <= c->span.end)
            return true;
    }
    return false;
}

/** Where the words lie that belong to a match: its clause, or the sentence where it has none. */
static syntax_range around(const syntax_sentence *s, const syntax_clause *clause)
{
    return clause ? clause->span : (syntax_range){0, (uint16_t)s->word_count};
}

/** A noun's own prepositional phrases stand behind it, a verb's anywhere in the clause. */
static bool after_preposition(const codebook *b, const syntax_sentence *s, const codebook_match *m,
                              syntax_range range, const layout_test *t)
{
    size_t first = m->noun ? (size_t)m->phrase + 1 : 0;
    size_t end = m->noun && first + 6 < s->phrase_count ? first + 6 : s->phrase_count;
    for (size_t q = first; q < end; q++) {
        const syntax_phrase *p = &s->phrases[q];
        if (p->preposition < 0 || p->first < range.first || p->end > range.end)
            continue;
        bool named = t->where == LAYOUT_AT_BY
                         ? is_by(s, p)
                         : codebook_in_list(b, t->prepositions, s->words[p->preposition].lemma_key);
        if (named && head_in(b, s, t->words, (int16_t)q))
            return true;
    }
    return false;
}

static bool any_word(const codebook *b, const syntax_sentence *s, layout_list words, size_t first,
                     size_t end)
{
    for (size_t w = first; w < end && w < s->word_count; w++)
        if (is_word(b, s, words, w))
            return true;
    return false;
}

/** Whether one of the test's words stands where it says. */
static bool stands(const codebook *b, const syntax_sentence *s, const codebook_match *m,
                   const layout_test *t)
{
    const syntax_clause *c = m->clause < 0 ? NULL : &s->clauses[m->clause];
    int16_t object = c ? codebook_object_of(c) : -1;
    int16_t noun = m->phrase >= 0 ? m->phrase : object;
    switch ((layout_where)t->where) {
    case LAYOUT_AT_SUBJECT:
        return c && head_in(b, s, t->words, c->subject);
    case LAYOUT_AT_OBJECT:
        return head_in(b, s, t->words, object);
    case LAYOUT_AT_BY:
    case LAYOUT_AT_OBLIQUE:
        return after_preposition(b, s, m, around(s, c), t);
    case LAYOUT_AT_OWNER:
        return noun >= 0 && head_in(b, s, t->words, s->phrases[noun].possessor);
    case LAYOUT_AT_BEFORE:
        return noun >= 0 && any_word(b, s, t->words, s->phrases[noun].first, s->phrases[noun].head);
    case LAYOUT_AT_CLAUSE:
        return any_word(b, s, t->words, around(s, c).first, around(s, c).end);
    case LAYOUT_WHERE_COUNT:
        break;
    }
    return false;
}

bool codebook_tests_hold(const codebook *b, const syntax_sentence *s, const codebook_match *match)
{
    layout_list tests = b->layouts[match->frame - b->frames].tests;
    for (uint32_t i = 0; i < tests.count; i++) {
        const layout_test *t = &b->tests[tests.first + i];
        if (stands(b, s, match, t) != (t->only != 0))
            return false;
    }
    return true;
}
