/* syntax_keep: a parse without what it was made with.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * All arrays of a sentence go into one piece, the widest items first. Lemmas stand in the lists or
 * in the report's text, as nearly all do, or are copied. */
#include "base/error.h"
#include "syntax/inner.h"

/* Where the arrays lie in the piece. */
typedef struct layout {
    size_t words, clauses, obliques, phrases, judged, phrase_of, sides, likes, bytes;
} layout;

static bool lies_in(slice part, slice whole)
{
    return (uintptr_t)part.ptr - (uintptr_t)whole.ptr < whole.len;
}

static size_t count_obliques(const syntax_sentence *s)
{
    size_t count = 0;
    for (size_t i = 0; i < s->clause_count; i++)
        count += s->clauses[i].oblique_count;
    return count;
}

static size_t count_sides(const syntax_sentence *s)
{
    size_t count = 0;
    for (size_t i = 0; i < s->judged_count; i++)
        count += (size_t)SYNTAX_ROLES * s->judged[i].count;
    return count;
}

static size_t count_likes(const syntax_sentence *s)
{
    size_t count = 0;
    for (size_t i = 0; i < s->judged_count; i++)
        count += s->judged[i].like_count;
    return count;
}

/* Counts are below SYNTAX_MAX_WORDS but for the words, which are counted by 32 bits. */
static layout lay_out(const syntax_sentence *s)
{
    layout l = {0};
    l.clauses = l.words + s->word_count * sizeof *s->words;
    l.obliques = l.clauses + s->clause_count * sizeof *s->clauses;
    l.phrases = l.obliques + count_obliques(s) * sizeof(syntax_oblique);
    l.judged = l.phrases + s->phrase_count * sizeof *s->phrases;
    l.judged = (l.judged + sizeof(void *) - 1) / sizeof(void *) * sizeof(void *);
    l.phrase_of = l.judged + s->judged_count * sizeof *s->judged;
    l.sides = l.phrase_of + s->word_count * sizeof *s->phrase_of;
    l.likes = l.sides + count_sides(s) * sizeof(uint16_t);
    l.bytes = l.likes + count_likes(s);
    return l;
}

static void copy(void *to, const void *from, size_t bytes)
{
    if (bytes)
        memcpy(to, from, bytes);
}

static chancery_status keep_lemmas(const syntax_lemmas *lemmas, slice text, syntax_word *words,
                                   size_t count, arena *a, chancery_error *error)
{
    chancery_status status = CHANCERY_OK;
    for (size_t i = 0; !status && i < count; i++)
        if (!lies_in(words[i].lemma, text) && !lies_in(words[i].lemma, lemmas->file.map.bytes))
            status = arena_dup(a, words[i].lemma, &words[i].lemma, error);
    return status;
}

static void keep_clauses(const syntax_sentence *from, syntax_clause *clauses,
                         syntax_oblique *obliques)
{
    copy(clauses, from->clauses, from->clause_count * sizeof *clauses);
    for (size_t i = 0; i < from->clause_count; i++) {
        copy(obliques, clauses[i].obliques, clauses[i].oblique_count * sizeof *obliques);
        clauses[i].obliques = obliques;
        obliques += clauses[i].oblique_count;
    }
}

static void keep_judged(const syntax_sentence *from, syntax_judged *judged, uint16_t *sides,
                        int8_t *likes)
{
    copy(judged, from->judged, from->judged_count * sizeof *judged);
    for (size_t i = 0; i < from->judged_count; i++) {
        copy(likes, judged[i].like, judged[i].like_count);
        judged[i].like = likes;
        likes += judged[i].like_count;
        for (size_t role = 0; role < SYNTAX_ROLES; role++) {
            copy(sides, judged[i].side[role], judged[i].count * sizeof *sides);
            judged[i].side[role] = sides;
            sides += judged[i].count;
        }
    }
}

chancery_status syntax_keep(const syntax_lemmas *lemmas, slice text, const syntax_sentence *from,
                            arena *a, syntax_sentence *out, chancery_error *error)
{
    layout l = lay_out(from);
    unsigned char *piece = arena_alloc(a, l.bytes, 1, error);
    if (!piece)
        return error ? error->status : CHANCERY_E_MEMORY;
    syntax_word *words = (void *)(piece + l.words);
    syntax_clause *clauses = (void *)(piece + l.clauses);
    syntax_phrase *phrases = (void *)(piece + l.phrases);
    int16_t *phrase_of = (void *)(piece + l.phrase_of);
    copy(words, from->words, from->word_count * sizeof *words);
    copy(phrases, from->phrases, from->phrase_count * sizeof *phrases);
    copy(phrase_of, from->phrase_of, from->word_count * sizeof *phrase_of);
    syntax_judged *judged = (void *)(piece + l.judged);
    keep_clauses(from, clauses, (void *)(piece + l.obliques));
    keep_judged(from, judged, (void *)(piece + l.sides), (void *)(piece + l.likes));
    chancery_status status = keep_lemmas(lemmas, text, words, from->word_count, a, error);
    if (status)
        return status;
    *out = *from;
    out->words = words;
    out->clauses = clauses;
    out->phrases = phrases;
    out->phrase_of = phrase_of;
    out->judged = judged;
    return CHANCERY_OK;
}
