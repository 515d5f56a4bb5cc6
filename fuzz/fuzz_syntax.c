/* Fuzzing the syntax room: any tree becomes phrases and clauses, any source of lists of lemmas is
 * compiled.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * The first byte chooses: its lowest two bits are 0 or 1 for a tree, 2 for a headline's tree, 3 for
 * the source of lists, which are compiled and, where they compile, opened and used. A tree is four
 * bytes a word: form, tag, how far off its head is, relation. Heads may be no tree. What comes of
 * it must lie inside its sentence, and no clause may hang on itself. */
#include "fuzz.h"
#include "scratch.h"
#include "syntax/from_tree.h"
#include "syntax/inner.h"

enum { ARENA_BYTES = 256 << 20, WORD_BYTES = 4, MOST_WORDS = 1024, FORM_BYTES = 16 };

static const char *const forms[] = {
    "Peru",      "the",    "minister", "said", "that",  "\"",      ",",     ".",
    ":",         "(",      ")",        "-",    "on",    "to",      "going", "was",
    "not",       "who",    "which",    "and",  "of",    "called",  "for",   "by",
    "with",      "Monday", "last",     "week", "1998",  "'s",      "boats", "gave",
    "according", "n't",    "decision", "be",   "there", "accused", "“",     "”"};

static const char SOURCE[] = "ending VBD ed _\nending VBG ing _\nending NNS s _\n"
                             "lemma said VBD say\nlemma was VBD be\nlemma gave VBD give\n";

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

/* Words as a report would have them, with a space behind each. */
typedef struct sentence {
    char text[MOST_WORDS * FORM_BYTES];
    text_token tokens[MOST_WORDS];
    syntax_word words[MOST_WORDS];
    int16_t head[MOST_WORDS];
    uint8_t relation[MOST_WORDS];
    size_t bytes, count;
} sentence;

static void add_word(sentence *s, const syntax_lemmas *lemmas, const uint8_t *data, arena *a)
{
    slice form = slice_of(forms[data[0] % (sizeof forms / sizeof *forms)]);
    size_t i = s->count++;
    bool letter = (form.ptr[0] | 0x20) >= 'a' && (form.ptr[0] | 0x20) <= 'z';
    bool capital = form.ptr[0] >= 'A' && form.ptr[0] <= 'Z';
    memcpy(s->text + s->bytes, form.ptr, form.len);
    s->tokens[i] =
        (text_token){.start = (uint32_t)s->bytes,
                     .end = (uint32_t)(s->bytes + form.len),
                     .key = text_key(form),
                     .kind = letter ? TEXT_WORD : TEXT_PUNCT,
                     .flags = (uint8_t)(TEXT_SPACE_AFTER | (capital ? TEXT_CAPITAL : 0))};
    s->bytes += form.len;
    s->text[s->bytes++] = ' ';
    s->words[i].tag = data[1] % SYNTAX_TAG_COUNT;
    s->head[i] = data[2] == 0x80 ? -1 : (int16_t)((int)i + (int8_t)data[2]);
    s->relation[i] = data[3] % (TREE_RELATION_COUNT + 1);
    must(lemma_word(lemmas, (slice){s->text, s->bytes}, &s->tokens[i], a, &s->words[i], NULL) ==
         CHANCERY_OK);
}

static void read_tree(const syntax_lemmas *lemmas, slice bytes, bool title, arena *a)
{
    sentence *s = calloc(1, sizeof *s);
    syntax_sentence parsed;
    must(s != NULL);
    for (; bytes.len >= WORD_BYTES && s->count < MOST_WORDS;
         bytes = slice_range(bytes, WORD_BYTES, bytes.len))
        add_word(s, lemmas, (const uint8_t *)bytes.ptr, a);
    const tree_input in = {
        (slice){s->text, s->bytes}, s->tokens, s->words, s->count, title, s->head, s->relation};
    if (s->count && syntax_from_tree(&in, a, &parsed, NULL) == CHANCERY_OK)
        check(&parsed);
    free(s);
}

static syntax_lemmas *lists_of(slice source)
{
    char folder[SCRATCH_PATH_BYTES], from[SCRATCH_PATH_BYTES], to[SCRATCH_PATH_BYTES];
    chancery_error error = {0};
    syntax_lemmas *lemmas = NULL;
    scratch_folder(folder);
    scratch_file(folder, "source", source.ptr, source.len, from);
    scratch_file(folder, "lists", "", 0, to);
    if (syntax_lemmas_compile(from, to, &error) == CHANCERY_OK)
        must(syntax_lemmas_open(to, &lemmas, &error) == CHANCERY_OK);
    else
        must(error.message[0] != 0);
    unlink(from);
    unlink(to);
    rmdir(folder);
    return lemmas;
}

/* All forms with all tags. */
static void use_lists(const syntax_lemmas *lemmas, arena *a)
{
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++)
        for (unsigned tag = 0; tag < SYNTAX_TAG_COUNT; tag++) {
            slice form = slice_of(forms[i]);
            const text_token token = {.end = (uint32_t)form.len, .key = text_key(form)};
            syntax_word word = {.tag = (uint8_t)tag};
            must(lemma_word(lemmas, form, &token, a, &word, NULL) == CHANCERY_OK);
            must(word.lemma.ptr || !word.lemma.len);
        }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static syntax_lemmas *seed;
    arena a;
    if (size == 0)
        return 0;
    if (!seed)
        seed = lists_of(SLICE(SOURCE));
    must(seed != NULL);
    slice rest = {(const char *)data + 1, size - 1};
    arena_init(&a, ARENA_BYTES);
    if ((data[0] & 3) == 3) {
        syntax_lemmas *lemmas = lists_of(rest);
        if (lemmas)
            use_lists(lemmas, &a);
        syntax_lemmas_close(lemmas);
    } else {
        read_tree(seed, rest, (data[0] & 3) == 2, &a);
    }
    arena_clear(&a);
    return 0;
}
