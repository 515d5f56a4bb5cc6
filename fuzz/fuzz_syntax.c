/* Fuzzing the syntax room: any text is tagged and parsed, any source of a model compiled.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * The first byte chooses: its lowest two bits are 0 for a text, 1 for headlines, 2 for a text with
 * names marked (every word whose key is odd, as a name or a nationality), 3 for the source of a
 * model, which is compiled and, where it compiles, opened and used. What a parse gives must lie
 * inside its sentence, and no clause may hang on itself. */
#include "fuzz.h"
#include "scratch.h"
#include "syntax/syntax.h"

enum { ARENA_BYTES = 256 << 20 };

static const char SOURCE[] =
    "set 0 NN\nset 1 NNP\nset 2 DT\nset 3 IN TO\nset 4 VB VBP NN\nset 5 VBD VBN\n"
    "set 6 PUNCT\nset 7 CC\nset 8 MD\nset 9 IN WDT DT\nset 10 WP\nset 11 VBZ\n"
    "word the 2 2 2 2 k- 2 2\nword to 3 3 3 3 k- 3 3\nword said 5 5 5 5 k- 5 5\n"
    "word that 9 9 9 9 k- 9 9\nword and 7 7 7 7 k- 7 7\nword will 8 8 8 8 k- 8 8\n"
    "word who 10 10 10 10 k- 10 10\nword is 11 11 11 11 k- 11 11\n"
    "word visit 4 4 4 4 ks 4 4\nword , 6 6 6 6 k- 6 6\nword \" 6 6 6 6 k- 6 6\n"
    "word ( 6 6 6 6 k- 6 6\nword ) 6 6 6 6 k- 6 6\nword : 6 6 6 6 k- 6 6\n"
    "guess l _ NN NNS VB VBD VBN VBG JJ RB\nguess l ed VBD VBN\nguess l ing VBG NN\n"
    "guess C _ NNP NN JJ\nt DT\tNN+9 NNP+4\ne DT NN\tVBD+5\nw said\tVBD+7 VBN-2\n"
    "n the\tVB+3 IN+2\ns led\tVBD+3\nx <s> the\tDT+1\nu TO visit\tVB+9\n"
    "v NN IN|TO\tVBD+2\nending VBD ed _\nending VBG ing _\nlemma said VBD say\n";

static const char REPORT[] =
    "The minister, who is visiting Oslo, said that \"Norway will sign\" and left.";

static void check_phrases(const syntax_sentence *s)
{
    for (size_t i = 0; i < s->phrase_count; i++) {
        const syntax_phrase *f = &s->phrases[i];
        const int16_t links[] = {f->possessor, f->attached, f->apposed, f->conjoined};
        must(f->first < f->end && f->end <= s->word_count);
        must(f->head >= f->first && f->head < f->end);
        must(f->preposition < (int)s->word_count);
        for (size_t k = 0; k < sizeof links / sizeof *links; k++)
            must(links[k] < (int)i && links[k] >= -1);
    }
    for (size_t i = 0; i < s->word_count; i++)
        must(s->phrase_of[i] >= -1 && s->phrase_of[i] < (int)s->phrase_count);
}

static void check_range(const syntax_sentence *s, syntax_range range)
{
    must(range.first <= range.end && range.end <= s->word_count);
}

static void check_clause(const syntax_sentence *s, const syntax_clause *c)
{
    const int16_t phrases[] = {c->described, c->subject, c->object, c->recipient};
    const int16_t words[] = {c->particle, c->marker, c->modal};
    must(c->first <= c->verb && c->verb < c->end && c->end <= s->word_count);
    must(c->link <= SYNTAX_ADVERBIAL && c->tense <= SYNTAX_BARE);
    check_range(s, c->span);
    check_range(s, c->complement);
    for (size_t k = 0; k < sizeof phrases / sizeof *phrases; k++)
        must(phrases[k] >= -1 && phrases[k] < (int)s->phrase_count);
    for (size_t k = 0; k < sizeof words / sizeof *words; k++)
        must(words[k] >= -1 && words[k] < (int)s->word_count);
    for (size_t k = 0; k < c->oblique_count; k++)
        must(c->obliques[k].preposition < s->word_count && c->obliques[k].phrase < s->phrase_count);
}

static void check(const syntax_sentence *s)
{
    check_phrases(s);
    for (size_t i = 0; i < s->word_count; i++)
        must(s->words[i].tag < SYNTAX_TAG_COUNT &&
             (s->words[i].lemma.ptr || !s->words[i].lemma.len));
    for (size_t i = 0; i < s->clause_count; i++) {
        size_t steps = 0;
        check_clause(s, &s->clauses[i]);
        must(i == 0 || s->clauses[i - 1].verb < s->clauses[i].verb);
        for (int at = s->clauses[i].parent; at >= 0; at = s->clauses[at].parent)
            must(at < (int)s->clause_count && ++steps <= s->clause_count);
    }
}

static void parse(const syntax_model *model, slice text, bool title, bool marks, arena *a)
{
    text_report report = {0};
    if (text_check_utf8(text, NULL) != CHANCERY_OK ||
        text_segment(text, a, &report, NULL) != CHANCERY_OK)
        return;
    uint8_t *mark = calloc(report.token_count + 1, 1);
    must(mark != NULL);
    for (size_t i = 0; i < report.token_count; i++)
        mark[i] = report.tokens[i].key & 1 ? (uint8_t)(1 + (report.tokens[i].key >> 1 & 1)) : 0;
    for (size_t i = 0; i < report.sentence_count; i++) {
        text_sentence sentence = report.sentences[i];
        syntax_sentence parsed;
        chancery_error error = {0};
        sentence.title = title;
        chancery_status status =
            syntax_parse(model, text, &report, &sentence, marks ? mark + sentence.first : NULL, a,
                         &parsed, &error);
        must(status == CHANCERY_OK || status == CHANCERY_E_LIMIT);
        if (status == CHANCERY_OK)
            check(&parsed);
    }
    free(mark);
}

static syntax_model *model_of(slice source)
{
    char folder[SCRATCH_PATH_BYTES], from[SCRATCH_PATH_BYTES], to[SCRATCH_PATH_BYTES];
    chancery_error error = {0};
    syntax_model *model = NULL;
    scratch_folder(folder);
    scratch_file(folder, "source", source.ptr, source.len, from);
    scratch_file(folder, "model", "", 0, to);
    if (syntax_compile(from, to, &error) == CHANCERY_OK)
        must(syntax_open(to, &model, &error) == CHANCERY_OK);
    else
        must(error.message[0] != 0);
    unlink(from);
    unlink(to);
    rmdir(folder);
    return model;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static syntax_model *seed;
    arena a;
    if (size == 0)
        return 0;
    if (!seed)
        seed = model_of(SLICE(SOURCE));
    must(seed != NULL);
    slice rest = {(const char *)data + 1, size - 1};
    arena_init(&a, ARENA_BYTES);
    if ((data[0] & 3) == 3) {
        syntax_model *model = model_of(rest);
        if (model)
            parse(model, SLICE(REPORT), false, false, &a);
        syntax_close(model);
    } else {
        parse(seed, rest, (data[0] & 3) == 1, (data[0] & 3) == 2, &a);
    }
    arena_clear(&a);
    return 0;
}
