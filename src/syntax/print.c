/* A parsed sentence for people to read.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 *     words    Norway/NNP agreed/VBD(agree) to/TO open/VB talks/NNS(talk) ./PUNCT
 *     phrase 1 [talks]
 *     clause 0 ROOT agree past subject=[Norway] complement="to open talks" */
#include "syntax/print.h"

static const char *const link_names[] = {"ROOT",   "CONJOINED", "CONTENT",    "INFINITIVE",
                                         "GERUND", "RELATIVE",  "PARTICIPLE", "ADVERBIAL"};
static const char *const tense_names[] = {"present", "past", "bare"};

static slice bytes_of(slice text, const syntax_sentence *s, size_t first, size_t end)
{
    if (first >= end || end > s->word_count)
        return (slice){"", 0};
    return slice_range(text, s->tokens[first].start, s->tokens[end - 1].end);
}

static void put(FILE *out, slice s)
{
    for (size_t i = 0; i < s.len; i++)
        fputc((unsigned char)s.ptr[i] < ' ' ? ' ' : s.ptr[i], out);
}

static void put_phrase(FILE *out, slice text, const syntax_sentence *s, const char *name, int index)
{
    if (index < 0)
        return;
    fprintf(out, " %s=[", name);
    put(out, bytes_of(text, s, s->phrases[index].first, s->phrases[index].end));
    fputc(']', out);
}

static void put_range(FILE *out, slice text, const syntax_sentence *s, const char *name,
                      syntax_range range)
{
    if (range.first >= range.end)
        return;
    fprintf(out, " %s=\"", name);
    put(out, bytes_of(text, s, range.first, range.end));
    fputc('"', out);
}

static void put_words(FILE *out, slice text, const syntax_sentence *s)
{
    fputs("words   ", out);
    for (size_t i = 0; i < s->word_count; i++) {
        slice form = bytes_of(text, s, i, i + 1);
        fputc(' ', out);
        put(out, form);
        fprintf(out, "/%s", syntax_tag_name((syntax_tag)s->words[i].tag));
        if (!slice_equal(form, s->words[i].lemma)) {
            fputc('(', out);
            put(out, s->words[i].lemma);
            fputc(')', out);
        }
    }
    fputc('\n', out);
}

static void put_clause(FILE *out, slice text, const syntax_sentence *s, size_t index)
{
    const syntax_clause *c = &s->clauses[index];
    fprintf(out, "clause %zu %s ", index, link_names[c->link]);
    put(out, s->words[c->verb].lemma);
    fprintf(out, " %s%s%s%s%s%s", tense_names[c->tense], c->passive ? " passive" : "",
            c->perfect ? " perfect" : "", c->progressive ? " progressive" : "",
            c->negated ? " negated" : "", c->copula ? " copula" : "");
    if (c->parent >= 0)
        fprintf(out, " parent=%d", c->parent);
    if (c->modal >= 0)
        put_range(out, text, s, "modal",
                  (syntax_range){(uint16_t)c->modal, (uint16_t)(c->modal + 1)});
    if (c->marker >= 0)
        put_range(out, text, s, "marker",
                  (syntax_range){(uint16_t)c->marker, (uint16_t)(c->marker + 1)});
    if (c->particle >= 0)
        put_range(out, text, s, "particle",
                  (syntax_range){(uint16_t)c->particle, (uint16_t)(c->particle + 1)});
    put_phrase(out, text, s, "subject", c->subject);
    put_phrase(out, text, s, "recipient", c->recipient);
    put_phrase(out, text, s, "object", c->object);
    put_phrase(out, text, s, "described", c->described);
    for (size_t i = 0; i < c->oblique_count; i++) {
        fputc(' ', out);
        put(out, bytes_of(text, s, c->obliques[i].preposition, c->obliques[i].preposition + 1u));
        put_phrase(out, text, s, "", c->obliques[i].phrase);
    }
    put_range(out, text, s, "complement", c->complement);
    put_range(out, text, s, "span", c->span);
    fputc('\n', out);
}

void syntax_print(FILE *out, slice text, const syntax_sentence *sentence)
{
    put_words(out, text, sentence);
    for (size_t i = 0; i < sentence->phrase_count; i++) {
        const syntax_phrase *f = &sentence->phrases[i];
        fprintf(out, "phrase %zu", i);
        put_phrase(out, text, sentence, "words", (int)i);
        put_range(out, text, sentence, "head", (syntax_range){f->head, (uint16_t)(f->head + 1)});
        put_phrase(out, text, sentence, "possessor", f->possessor);
        put_phrase(out, text, sentence, "attached", f->attached);
        put_phrase(out, text, sentence, "apposed", f->apposed);
        put_phrase(out, text, sentence, "conjoined", f->conjoined);
        if (f->preposition >= 0)
            put_range(out, text, sentence, "preposition",
                      (syntax_range){(uint16_t)f->preposition, (uint16_t)(f->preposition + 1)});
        fputc('\n', out);
    }
    for (size_t i = 0; i < sentence->clause_count; i++)
        put_clause(out, text, sentence, i);
}
