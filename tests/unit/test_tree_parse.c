/* Tests of trees of sentences: lemmas, names, windows, batches, and CoNLL-U in and out.
 *
 * SPDX-License-Identifier: Apache-2.0 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include <stdio.h>

#include "net_sample.h"
#include "syntax/conllu.h"
#include "syntax/decode.h"
#include "text/text.h"

enum { ARENA_BYTES = 1 << 28, MANY_WORDS = 5000, MANY_SENTENCES = 200, FIT = SAMPLE_POSITIONS - 2 };

typedef struct fixture {
    arena net_arena, arena;
    net *n;
    syntax_parser *parser;
    slice form[MANY_WORDS];
} fixture;

static int set_up(void **state)
{
    fixture *f = calloc(1, sizeof *f);
    net_sample *sample = malloc(sizeof *sample);
    assert_non_null(f);
    assert_non_null(sample);
    arena_init(&f->net_arena, ARENA_BYTES);
    arena_init(&f->arena, ARENA_BYTES);
    net_sample_fill(sample);
    assert_int_equal(net_of_bytes(net_sample_bytes(sample, &f->net_arena), &f->n, NULL),
                     CHANCERY_OK);
    assert_int_equal(syntax_parser_new(f->n, &f->parser, NULL), CHANCERY_OK);
    free(sample);
    *state = f;
    return 0;
}

static int tear_down(void **state)
{
    fixture *f = *state;
    syntax_parser_free(f->parser);
    syntax_parser_free(NULL);
    net_close(f->n);
    arena_clear(&f->net_arena);
    arena_clear(&f->arena);
    free(f);
    return 0;
}

/* --- lemmas --- */

static void applies_scripts(void **state)
{
    static const struct {
        const char *form, *script, *expected;
    } table[] = {
        {"Ministers", "L1:", "minister"},
        {"Norway", "K0:", "Norway"},
        {"said", "L3:ay", "say"},
        {"is", "=be", "be"},
        {"LIMA", "T0:", "Lima"},
        {"visit", "L0:", "visit"},
        {"visit", "T0:", "Visit"},
        {"be", "L2:", "be"},  /* nothing would be left */
        {"be", "L3:x", "be"}, /* more than there is */
        {"Be", "L12:x", "be"},
        {"be", "L2:is", "is"},
        {"\xc3\x89t\xc3\xa9s", "L1:", "\xc3\xa9t\xc3\xa9"},
        {"\xc3\xa9t\xc3\xa9", "T1:X", "\xc3\x89tX"},
        {"\xc8\xba\xc8\xba\xc8\xba", "L0:", "\xe2\xb1\xa5\xe2\xb1\xa5\xe2\xb1\xa5"}, /* grows */
        {"\xf0\x9f\x98\x80", "L1:", "\xf0\x9f\x98\x80"},
        {"\xe4\xb8\xad\xe5\x9b\xbd", "K1:", "\xe4\xb8\xad"},
    };
    fixture *f = *state;
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        slice lemma;
        assert_int_equal(decode_lemma(slice_of(table[i].form), slice_of(table[i].script), &f->arena,
                                      &lemma, NULL),
                         CHANCERY_OK);
        if (!slice_is(lemma, table[i].expected))
            fail_msg("%s by %s: %.*s", table[i].form, table[i].script, SLICE_ARGS(lemma));
    }
}

/* --- names --- */

static bool names_sound(const net *n, const uint8_t *label, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        net_name_label l = n->name_label[label[i]];
        if (l.inside && (i == 0 || n->name_label[label[i - 1]].kind != l.kind))
            return false;
    }
    return true;
}

static void finds_the_best_names(void **state)
{
    enum { COUNT = 5, LABELS = 5, STRIDE = 7, ROUNDS = 200 };
    fixture *f = *state;
    uint32_t random = 5;
    for (size_t round = 0; round < ROUNDS; round++) {
        float score[COUNT * STRIDE];
        uint8_t found[COUNT], label[COUNT] = {0};
        size_t count = round % COUNT + 1, at = 0;
        double best = -1e9, sum_found = 0;
        for (size_t i = 0; i < COUNT * STRIDE; i++)
            score[i] = (float)sample_next(&random, round % 2 ? 3 : 1000);
        assert_int_equal(decode_names(f->n, score, STRIDE, count, &f->arena, found, NULL),
                         CHANCERY_OK);
        assert_true(names_sound(f->n, found, count));
        for (size_t i = 0; i < count; i++)
            sum_found += (double)score[i * STRIDE + found[i]];
        while (at < count) {
            double sum = 0;
            for (size_t i = 0; i < count; i++)
                sum += (double)score[i * STRIDE + label[i]];
            if (names_sound(f->n, label, count) && sum > best)
                best = sum;
            for (at = 0; at < count && ++label[at] == LABELS; at++)
                label[at] = 0;
        }
        assert_float_equal(sum_found, best, 1e-6);
    }
}

/* --- trees --- */

static void expect_tree(const net *n, const syntax_tree *tree, size_t words)
{
    size_t roots = 0;
    assert_int_equal(tree->word_count, words);
    for (size_t i = 0; i < words; i++) {
        const syntax_node *w = &tree->words[i];
        size_t steps = 0;
        roots += w->head < 0;
        assert_int_equal(slice_is(w->deprel, "root"), w->head < 0);
        assert_true(w->lemma.len && w->upos.len && w->xpos.len && w->feats.len && w->name.len);
        for (int32_t at = (int32_t)i; at >= 0; at = tree->words[at].head)
            assert_true(at < (int32_t)words && ++steps <= words);
        if (w->name.ptr[0] == 'I')
            assert_true(i > 0 && tree->words[i - 1].name.len == w->name.len &&
                        memcmp(tree->words[i - 1].name.ptr + 1, w->name.ptr + 1, w->name.len - 1) ==
                            0);
    }
    assert_int_equal(roots, 1);
    (void)n;
}

static syntax_tree parse(fixture *f, size_t words)
{
    syntax_tree tree;
    syntax_forms forms = {f->form, words};
    chancery_error error = {0};
    arena_reset(&f->arena);
    if (syntax_parse_trees(f->parser, &forms, 1, &f->arena, &tree, &error) != CHANCERY_OK)
        fail_msg("%s", error.message);
    expect_tree(f->n, &tree, words);
    return tree;
}

static void fill(fixture *f, size_t words, const char *form)
{
    for (size_t i = 0; i < words; i++)
        f->form[i] = slice_of(form);
}

static void parses_in_one_window_what_fits(void **state)
{
    fixture *f = *state;
    for (size_t words = 1; words <= FIT; words++) {
        fill(f, words, "the");
        assert_int_equal(parse(f, words).windows, 1);
    }
    fill(f, FIT / 2, "visited"); /* two pieces each */
    assert_int_equal(parse(f, FIT / 2).windows, 1);
    assert_int_equal(parse(f, FIT / 2 + 1).windows, 2);
}

/* Where windows begin: a window's root hangs on the first one's as parataxis. */
static void expect_cut(fixture *f, size_t words, size_t first_words)
{
    syntax_tree tree = parse(f, words);
    size_t joined = 0;
    assert_int_equal(tree.windows, 2);
    for (size_t i = 0; i < words; i++) {
        bool paratactic = slice_is(tree.words[i].deprel, "parataxis");
        bool own = (size_t)tree.words[i].head < first_words;
        joined += paratactic;
        assert_true(!paratactic || (i >= first_words && tree.words[tree.words[i].head].head < 0));
        if (tree.words[i].head >= 0 && !paratactic && own != (i < first_words))
            fail_msg("word %zu of %zu hangs on %d", i, words, (int)tree.words[i].head);
    }
    assert_int_equal(joined, 1);
}

static void cuts_at_boundaries(void **state)
{
    fixture *f = *state;
    fill(f, 30, "the");
    expect_cut(f, 30, 15); /* evenly */
    f->form[17] = SLICE(",");
    expect_cut(f, 30, 18);
    f->form[12] = SLICE(",");
    expect_cut(f, 30, 13); /* the nearer one */
    f->form[18] = SLICE(",");
    f->form[19] = SLICE("And");
    expect_cut(f, 30, 19); /* a conjunction behind it */
    f->form[10] = SLICE(";");
    expect_cut(f, 30, 11); /* a semicolon */
    f->form[10] = SLICE("the");
    f->form[2] = SLICE(";");
    expect_cut(f, 30, 19); /* too near to the beginning */
    f->form[2] = SLICE("the");
    f->form[25] = SLICE(";");
    expect_cut(f, 30, 19); /* too far for the network */
}

static void parses_thousands_of_words(void **state)
{
    static const char *const words[] = {
        "the", "minister", "visited", ",", "norway", "unknown", "\xe4\xb8\xad\xe5\x9b\xbd",
        "and", "qqq",      "....."};
    fixture *f = *state;
    uint32_t random = 3;
    for (size_t i = 0; i < MANY_WORDS; i++)
        f->form[i] = slice_of(words[(size_t)(sample_next(&random, 1000) + 1000) % 10]);
    assert_true(parse(f, MANY_WORDS).windows > MANY_WORDS / FIT);
    fill(f, 300, "...................."); /* a window takes one such word */
    assert_true(parse(f, 300).windows == 300);
}

/* A sentence is parsed the same alone and among others, and results stand in order. */
static void doesnt_depend_on_the_batch(void **state)
{
    fixture *f = *state;
    syntax_forms forms[MANY_SENTENCES];
    syntax_tree trees[MANY_SENTENCES];
    arena many;
    arena_init(&many, ARENA_BYTES);
    for (size_t i = 0; i < MANY_WORDS; i++)
        f->form[i] = f->n->labels[NET_VOCAB][(i * i + i / 7) % SAMPLE_VOCABULARY];
    for (size_t i = 0; i < MANY_SENTENCES; i++)
        forms[i] = (syntax_forms){f->form + 20 * i, i % 37 + 1};
    assert_int_equal(syntax_parse_trees(f->parser, forms, MANY_SENTENCES, &many, trees, NULL),
                     CHANCERY_OK);
    for (size_t i = 0; i < MANY_SENTENCES; i++) {
        syntax_tree alone;
        expect_tree(f->n, &trees[i], forms[i].count);
        assert_int_equal(syntax_parse_trees(f->parser, &forms[i], 1, &f->arena, &alone, NULL),
                         CHANCERY_OK);
        assert_int_equal(alone.windows, trees[i].windows);
        for (size_t k = 0; k < alone.word_count; k++) {
            assert_int_equal(alone.words[k].head, trees[i].words[k].head);
            assert_ptr_equal(alone.words[k].deprel.ptr, trees[i].words[k].deprel.ptr);
            assert_ptr_equal(alone.words[k].feats.ptr, trees[i].words[k].feats.ptr);
            assert_ptr_equal(alone.words[k].name.ptr, trees[i].words[k].name.ptr);
            assert_true(slice_equal(alone.words[k].lemma, trees[i].words[k].lemma));
        }
    }
    assert_int_equal(syntax_parse_trees(f->parser, NULL, 0, &many, NULL, NULL), CHANCERY_OK);
    arena_clear(&many);
}

static void says_when_memory_ends(void **state)
{
    fixture *f = *state;
    syntax_forms forms = {f->form, 10};
    syntax_tree tree;
    chancery_error error = {0};
    arena small;
    fill(f, 10, "the");
    arena_init(&small, 64);
    assert_int_equal(syntax_parse_trees(f->parser, &forms, 1, &small, &tree, &error),
                     CHANCERY_E_LIMIT);
    assert_int_equal(syntax_parse_trees(f->parser, &forms, 1, &small, &tree, NULL),
                     CHANCERY_E_LIMIT);
    arena_clear(&small);
}

/* --- CoNLL-U --- */

#define REST "\t_\t_\t_\t_\t_\t_\t_\t"
#define ROOT "\t_\t_\t_\t_\t0\t_\t_\t" /* of a word that is written */

static void expect_conllu(fixture *f, const char *input, const char *expected)
{
    conllu_reader reader;
    conllu_sentence s;
    chancery_error error = {0};
    char *got = NULL;
    size_t size;
    FILE *out = open_memstream(&got, &size);
    assert_non_null(out);
    arena_reset(&f->arena);
    assert_int_equal(conllu_open(slice_of(input), &reader, &error), CHANCERY_OK);
    do {
        if (conllu_next(&reader, &f->arena, &s, &error) != CHANCERY_OK)
            fail_msg("line %u: %s", (unsigned)error.line, error.message);
        syntax_node *words = arena_alloc(&f->arena, s.word_count, sizeof *words, &error);
        assert_non_null(words);
        for (size_t i = 0; i < s.word_count; i++)
            words[i] = (syntax_node){.name = SLICE("O"), .head = -1};
        if (s.word_count)
            conllu_write(out, &s,
                         &(syntax_tree){.words = words, .word_count = s.word_count, .windows = 1});
    } while (s.word_count);
    assert_int_equal(fclose(out), 0);
    assert_string_equal(got, expected);
    free(got);
}

static void keeps_what_is_given(void **state)
{
    expect_conllu(*state, "", "");
    expect_conllu(*state, "\n\n\n", "");
    expect_conllu(*state, "1\tHi" REST "_\n", "1\tHi" ROOT "_\n\n");
    expect_conllu(*state, "1\tHi" REST "_", "1\tHi" ROOT "_\n\n");
    expect_conllu(*state, "\xef\xbb\xbf# a\tb\r\n1\tHi" REST "_\r\n\r\n",
                  "# a\tb\n1\tHi" ROOT "_\n\n");
    expect_conllu(*state,
                  "# one\n# chancery = parsed in 3 windows\n1-2\tdon't" REST "SpaceAfter=No\n"
                  "1\tdo\tX\tX\tX\tX\t9\tX\tX\tA=1|NER=B-PER|B=2\n2\tn't" REST "NER=O\n"
                  "2.1\tx" REST "_\n3\t1 000" REST "NER=B-LOC|C=3\n\n\n# two\n1\t_" REST "_\n\n",
                  "# one\n1-2\tdon't" REST "SpaceAfter=No\n1\tdo" ROOT "A=1|B=2\n2\tn't" ROOT
                  "_\n3\t1 000" ROOT "C=3\n\n# two\n1\t_" ROOT "_\n\n");
    expect_conllu(*state,
                  "0.1\tx" REST "_\n1-1\ta" REST "_\n1\ta" REST "_\n2-3\tb" REST "_\n2\tb" REST
                  "_\n3\tc" REST "_\n",
                  "1-1\ta" REST "_\n1\ta" ROOT "_\n2-3\tb" REST "_\n2\tb" ROOT "_\n3\tc" ROOT
                  "_\n\n");
}

static void expect_error(fixture *f, const char *input, unsigned line, const char *words)
{
    conllu_reader reader;
    conllu_sentence s;
    chancery_error error = {0};
    chancery_status status = CHANCERY_OK;
    assert_int_equal(conllu_open(slice_of(input), &reader, &error), CHANCERY_OK);
    do
        status = conllu_next(&reader, &f->arena, &s, &error);
    while (!status && s.word_count);
    if (status != CHANCERY_E_FORMAT || error.line != line || !strstr(error.message, words))
        fail_msg("%s: line %u, %s", input, (unsigned)error.line, error.message);
}

static void names_the_line_that_is_wrong(void **state)
{
    conllu_reader reader;
    expect_error(*state, "1\tHi\n", 1, "ten columns");
    expect_error(*state, "Hello there.\n", 1, "ten columns");
    expect_error(*state, "1\ta" REST "_\t_\n", 1, "ten columns");
    expect_error(*state, "1\ta" REST "_\n \n", 2, "ten columns");
    expect_error(*state, "1\t" REST "_\n", 1, "no form");
    expect_error(*state, "2\ta" REST "_\n", 1, "ID is not that of the next");
    expect_error(*state, "# a\n1\ta" REST "_\n\n1\ta" REST "_\n3\ta" REST "_\n", 5, "next word");
    expect_error(*state, "x\ta" REST "_\n", 1, "ID");
    expect_error(*state, "1.1\ta" REST "_\n", 1, "ID");
    expect_error(*state, "1\ta" REST "_\n1.x\ta" REST "_\n", 2, "ID");
    expect_error(*state, "99999999999999999999\ta" REST "_\n", 1, "ID");
    expect_error(*state, "2-3\ta" REST "_\n", 1, "range");
    expect_error(*state, "1-\ta" REST "_\n", 1, "range");
    expect_error(*state, "1-0\ta" REST "_\n", 1, "range");
    expect_error(*state, "1-2\ta" REST "_\n1-2\ta" REST "_\n", 2, "range");
    expect_error(*state, "1-3\ta" REST "_\n1\ta" REST "_\n2-4\ta" REST "_\n", 3, "range");
    expect_error(*state, "1-2\ta" REST "_\n1\ta" REST "_\n", 2, "inside a range");
    expect_error(*state, "# only\n\n1\ta" REST "_\n", 2, "without words");
    expect_error(*state, "1\ta" REST "_\n# late\n", 2, "comment");
    assert_int_equal(conllu_open((slice){"1\t\xff", 3}, &reader, NULL), CHANCERY_E_UTF8);
}

static void writes_trees(void **state)
{
    fixture *f = *state;
    syntax_node words[2] = {
        {SLICE("the"), SLICE("DET"), SLICE("DT"), SLICE("_"), SLICE("det"), SLICE("O"), 1},
        {SLICE("a\tb"), SLICE("NOUN"), SLICE("NN"), SLICE("A=B"), SLICE("root"), SLICE("B-PER"),
         -1}};
    syntax_tree tree = {.words = words, .word_count = 2, .windows = 3};
    slice form[2] = {SLICE("The"), {"\0\n", 2}}, misc[2] = {SLICE(""), SLICE("SpaceAfter=No")};
    conllu_sentence s = {NULL, 0, form, misc, 2};
    char *got = NULL;
    size_t size;
    FILE *out = open_memstream(&got, &size);
    assert_non_null(out);
    conllu_write(out, &s, &tree);
    assert_int_equal(fclose(out), 0);
    assert_string_equal(got, "# chancery = parsed in 3 windows\n"
                             "1\tThe\tthe\tDET\tDT\t_\t2\tdet\t_\t_\n"
                             "2\t  \ta b\tNOUN\tNN\tA=B\t0\troot\t_\tSpaceAfter=No|NER=B-PER\n\n");
    free(got);
    (void)f;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(applies_scripts),
        cmocka_unit_test(finds_the_best_names),
        cmocka_unit_test(parses_in_one_window_what_fits),
        cmocka_unit_test(cuts_at_boundaries),
        cmocka_unit_test(parses_thousands_of_words),
        cmocka_unit_test(doesnt_depend_on_the_batch),
        cmocka_unit_test(says_when_memory_ends),
        cmocka_unit_test(keeps_what_is_given),
        cmocka_unit_test(names_the_line_that_is_wrong),
        cmocka_unit_test(writes_trees),
    };
    return cmocka_run_group_tests_name("tree_parse", tests, set_up, tear_down);
}
