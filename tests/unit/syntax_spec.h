/* A parse in lines of words, for tests: each clause by lemma, link, tense, what holds of it, whom
 * it hangs under, and the heads of the phrases around it ("subject=Norway", "with:Iceland").
 *
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef TESTS_UNIT_SYNTAX_SPEC_H
#define TESTS_UNIT_SYNTAX_SPEC_H

#include "syntax_fixture.h"

enum { SPEC_BYTES = 4096 };

typedef struct writer {
    char bytes[SPEC_BYTES];
    size_t size;
} writer;

static inline void put(writer *w, const char *format, ...) CHANCERY_PRINTF(2, 3);

static inline void put(writer *w, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    int n = vsnprintf(w->bytes + w->size, sizeof w->bytes - w->size, format, args);
    va_end(args);
    assert_true(n >= 0 && (size_t)n < sizeof w->bytes - w->size);
    w->size += (size_t)n;
}

static inline slice word(const fixture *f, int i)
{
    const text_token *t = &f->sentence.tokens[i];
    return slice_range(f->text, t->start, t->end);
}

static inline slice words(const fixture *f, syntax_range range)
{
    if (range.first >= range.end)
        return SLICE("");
    return slice_range(f->text, f->sentence.tokens[range.first].start,
                       f->sentence.tokens[range.end - 1].end);
}

static inline void put_word(writer *w, const fixture *f, const char *name, int i)
{
    if (i >= 0)
        put(w, " %s=%.*s", name, SLICE_ARGS(word(f, i)));
}

static inline void put_head(writer *w, const fixture *f, const char *name, int phrase)
{
    if (phrase >= 0)
        put_word(w, f, name, f->sentence.phrases[phrase].head);
}

static inline void put_clause(writer *w, const fixture *f, const syntax_clause *c)
{
    static const char *const links[] = {"ROOT",   "CONJOINED", "CONTENT",    "INFINITIVE",
                                        "GERUND", "RELATIVE",  "PARTICIPLE", "ADVERBIAL"};
    static const char *const tenses[] = {"present", "past", "bare"};
    const syntax_sentence *s = &f->sentence;
    put(w, "%.*s %s %s%s%s%s%s%s", SLICE_ARGS(s->words[c->verb].lemma), links[c->link],
        tenses[c->tense], c->passive ? " passive" : "", c->perfect ? " perfect" : "",
        c->progressive ? " progressive" : "", c->negated ? " negated" : "",
        c->copula ? " copula" : "");
    if (c->parent >= 0)
        put(w, " under=%.*s", SLICE_ARGS(s->words[s->clauses[c->parent].verb].lemma));
    put_word(w, f, "modal", c->modal);
    put_word(w, f, "marker", c->marker);
    put_word(w, f, "particle", c->particle);
    put_head(w, f, "subject", c->subject);
    put_head(w, f, "recipient", c->recipient);
    put_head(w, f, "object", c->object);
    put_head(w, f, "described", c->described);
    for (size_t i = 0; i < c->oblique_count; i++)
        put(w, " %.*s:%.*s", SLICE_ARGS(word(f, c->obliques[i].preposition)),
            SLICE_ARGS(word(f, s->phrases[c->obliques[i].phrase].head)));
}

static inline void put_phrase(writer *w, const fixture *f, const syntax_phrase *p)
{
    put(w, "[%.*s]", SLICE_ARGS(words(f, (syntax_range){p->first, p->end})));
    put_head(w, f, "possessor", p->possessor);
    put_head(w, f, "attached", p->attached);
    put_head(w, f, "apposed", p->apposed);
    put_head(w, f, "conjoined", p->conjoined);
    put_word(w, f, "preposition", p->preposition);
}

#endif
