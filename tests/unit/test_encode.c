/* Tests of the encoder: all paths and all batches give the same bytes, and those say what a slow
 * reference in double precision says.
 *
 * SPDX-License-Identifier: Apache-2.0 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include <math.h>

#include "encode_fixture.h"

enum { MANY = 40 };

static random_sentence room[MANY];
static net_pieces sentences[MANY];

static const net_config SMALL = {.layers = 2,
                                 .hidden = 64,
                                 .heads = 4,
                                 .inner = 112,
                                 .positions = 512,
                                 .vocabulary = 200,
                                 .case_rows = 10,
                                 .upos = 17,
                                 .xpos = 30,
                                 .feats = 40,
                                 .lemma = 50,
                                 .ner = 9,
                                 .arc = 48,
                                 .rel = 32,
                                 .deprel = 37,
                                 .cls = 1,
                                 .sep = 2};
static const net_config WIDE = {.layers = 1,
                                .hidden = 384,
                                .heads = 12,
                                .inner = 1536,
                                .positions = 512,
                                .vocabulary = 50,
                                .case_rows = 10,
                                .upos = 17,
                                .xpos = 50,
                                .feats = 100,
                                .lemma = 100,
                                .ner = 37,
                                .arc = 256,
                                .rel = 256,
                                .deprel = 50,
                                .cls = 1,
                                .sep = 2};

/* All scores of some sentences, in one piece of memory. */
typedef struct scores_copy {
    float *floats;
    size_t count, capacity;
} scores_copy;

static void append(scores_copy *c, const float *from, size_t count)
{
    if (c->count + count > c->capacity) {
        c->capacity = 2 * (c->count + count);
        c->floats = realloc(c->floats, c->capacity * sizeof *from);
        assert_non_null(c->floats);
    }
    if (count)
        memcpy(c->floats + c->count, from, count * sizeof *from);
    c->count += count;
}

static void append_labels(scores_copy *c, const net *n, const net_scores *s, size_t words,
                          net_scratch *scratch)
{
    uint16_t head[RANDOM_MAX_PIECES];
    float *labels = calloc(words + 1, n->label.outputs * sizeof *labels);
    assert_non_null(labels);
    for (size_t w = 0; w < words; w++)
        head[w] = (uint16_t)((w * 7 + 3) % (words + 1));
    net_labels(n, s->column, head, words, scratch, labels);
    append(c, labels, words * n->label.outputs);
    free(labels);
}

/* Encodes sentences `at_once` at a time. */
static scores_copy encode(const net *n, const kernel_set *kernels, size_t count, size_t at_once)
{
    scores_copy copy = {0};
    net_scores scores[MANY];
    net_scratch *scratch = net_scratch_new_with(kernels);
    assert_non_null(scratch);
    for (size_t first = 0, some; first < count; first += some) {
        some = count - first < at_once ? count - first : at_once;
        assert_int_equal(net_encode(n, sentences + first, some, scratch, scores, NULL),
                         CHANCERY_OK);
        for (size_t i = 0; i < some; i++) {
            size_t words = sentences[first + i].word_count;
            append(&copy, scores[i].column, (words + 1) * n->columns.count);
            append(&copy, scores[i].arc, words * (words + 1));
            append_labels(&copy, n, &scores[i], words, scratch);
        }
    }
    net_scratch_free(scratch);
    return copy;
}

static void make_sentence(const net *n, size_t i, size_t pieces, uint64_t *state)
{
    random_pieces(n, &room[i], pieces, state);
    sentences[i] = room[i].pieces;
}

static void assert_same(scores_copy a, scores_copy b)
{
    assert_int_equal(a.count, b.count);
    assert_memory_equal(a.floats, b.floats, a.count * sizeof *a.floats);
}

/* Every path and every way to batch gives the plain path's bytes, one sentence at a time. */
static void assert_one_result(const net *n, size_t count)
{
    size_t last = 0;
    while (kernel_path(last + 1))
        last++;
    scores_copy expected = encode(n, kernel_path(last), count, 1);
    for (size_t path = 0; path <= last; path++) {
        static const size_t at_once[] = {1, 2, 7, MANY};
        for (size_t b = 0; b < sizeof at_once / sizeof *at_once; b++) {
            scores_copy got = encode(n, kernel_path(path), count, at_once[b]);
            assert_same(expected, got);
            free(got.floats);
        }
    }
    free(expected.floats);
}

static void check_net(const net_config *config, random_kind kind, const size_t *length,
                      size_t count, uint64_t seed)
{
    random_net r = {.n.config = *config};
    uint64_t state = seed;
    random_fill(&r, kind, seed);
    for (size_t i = 0; i < count; i++)
        make_sentence(&r.n, i, length[i], &state);
    assert_one_result(&r.n, count);
    random_free(&r);
}

static void paths_and_batches_agree(void **state)
{
    static const size_t length[] = {1,  2,   3,   14,  15, 16, 28, 5, 40,
                                    64, 126, 127, 254, 30, 7,  0,  11};
    (void)state;
    check_net(&SMALL, RANDOM_TAME, length, sizeof length / sizeof *length, 1);
    check_net(&WIDE, RANDOM_TAME, length, sizeof length / sizeof *length, 2);
}

static void extremes_agree(void **state)
{
    static const size_t length[] = {1, 4, 9, 17, 33, 65, 150};
    (void)state;
    check_net(&SMALL, RANDOM_EXTREME, length, sizeof length / sizeof *length, 3);
    check_net(&WIDE, RANDOM_EXTREME, length, sizeof length / sizeof *length, 4);
}

/* Every length once, so that every remainder of a tile comes up. */
static void every_length_agrees(void **state)
{
    (void)state;
    for (size_t from = 0; from <= 256; from += MANY) {
        size_t length[MANY];
        for (size_t i = 0; i < MANY; i++)
            length[i] = from + i;
        check_net(&RANDOM_TINY, from % 80 ? RANDOM_EXTREME : RANDOM_TAME, length, MANY, 10 + from);
    }
}

/* Sums at the bounds of what 8 bits can make, with a sign for each of the four combinations. */
static void products_are_exact(void **state)
{
    enum { INPUTS = 1536, OUTPUTS = 80, ROWS = 13 };
    static uint8_t bytes[ROWS * INPUTS];
    static float rows[ROWS * INPUTS], out[ROWS * OUTPUTS];
    float scale[ROWS];
    random_net r = {.kind = RANDOM_EXTREME, .state = 77};
    net_matrix m = random_matrix(&r, OUTPUTS, INPUTS);
    float *ones = random_floats(&r, OUTPUTS, 1.0F, 0.0F);
    float *zeros = random_floats(&r, OUTPUTS, 0.0F, 0.0F);
    (void)state;
    m.scale = ones;
    m.bias = zeros;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        size_t output = i / INPUTS;
        int8_t w = m.weight[random_place(&m, output, i % INPUTS)];
        rows[i] =
            output % 2 ? (float)w : -(float)w; /* the greatest sums there are, and the least */
    }
    memset(rows + 5 * (size_t)INPUTS, 0, INPUTS * sizeof *rows);
    for (size_t path = 0; kernel_path(path); path++) {
        const kernel_set *k = kernel_path(path);
        k->quantise(rows, INPUTS, ROWS, INPUTS, bytes, scale);
        k->product(&m, bytes, scale, ROWS, KERNEL_STORE, out, OUTPUTS);
        for (size_t row = 0; row < ROWS; row++) {
            assert_true(scale[row] == (row == 5 ? 0.0F : 1.0F));
            for (size_t o = 0; o < OUTPUTS; o++) {
                int32_t sum = 0;
                for (size_t i = 0; i < INPUTS; i++)
                    sum += (int32_t)rows[row * INPUTS + i] * m.weight[random_place(&m, o, i)];
                assert_true(out[row * OUTPUTS + o] == (float)sum);
            }
        }
    }
    random_free(&r);
}

/* Rounding of one row, ties to even. */
static void rows_are_rounded(void **state)
{
    static const float row[16] = {127.0F,  0.5F,  1.5F,   2.5F, -0.5F,  -1.5F, -2.5F, 126.5F,
                                  -127.0F, 0.49F, -0.51F, 3.0F, 1e-30F, 0.0F,  -0.0F, 100.4F};
    static const int8_t expected[16] = {127, 0, 2, 2, 0, -2, -2, 126, -127, 0, -1, 3, 0, 0, 0, 100};
    static const float wild[4] = {INFINITY, -INFINITY, 3e38F, 1e-40F};
    (void)state;
    for (size_t path = 0; kernel_path(path); path++) {
        const kernel_set *k = kernel_path(path);
        uint8_t zero[16], out[16];
        float scale = 1.0F, other[16] = {0};
        k->quantise(other, 16, 1, 16, zero, &scale);
        assert_true(scale == 0.0F);
        k->quantise(row, 16, 1, 16, out, &scale);
        assert_true(scale == 1.0F);
        for (size_t i = 0; i < 16; i++)
            assert_int_equal((int8_t)(out[i] - zero[i]), expected[i]);
        for (size_t w = 0; w < sizeof wild / sizeof *wild; w++) {
            other[3] = wild[w];
            k->quantise(other, 16, 1, 16, out, &scale);
            assert_true(scale == 0.0F);
            assert_memory_equal(out, zero, sizeof zero);
        }
    }
}

/* What isn't a number goes through and harms no other sentence. */
static void nan_harms_nobody(void **state)
{
    random_net r = {.n.config = SMALL};
    uint64_t seed = 9;
    (void)state;
    random_fill(&r, RANDOM_TAME, 9);
    for (size_t i = 0; i < 3; i++) {
        make_sentence(&r.n, i, 20 + i, &seed);
        for (size_t p = 0; p < 20 + i; p++)
            room[i].piece[p] = i == 1 && p == 4 ? 7 : 8;
    }
    ((float *)(uintptr_t)r.n.word_scale)[7] = NAN;
    for (size_t path = 0; kernel_path(path); path++) {
        net_scores scores[3];
        net_scores alone;
        net_scratch *a = net_scratch_new_with(kernel_path(path));
        net_scratch *b = net_scratch_new_with(kernel_path(path));
        assert_true(a && b);
        assert_int_equal(net_encode(&r.n, sentences, 3, a, scores, NULL), CHANCERY_OK);
        assert_int_equal(net_encode(&r.n, sentences + 2, 1, b, &alone, NULL), CHANCERY_OK);
        assert_memory_equal(scores[2].arc, alone.arc,
                            sentences[2].word_count * (sentences[2].word_count + 1) *
                                sizeof(float));
        net_scratch_free(a);
        net_scratch_free(b);
    }
    random_free(&r);
}

/* A scratch that was used for more gives what a fresh one gives. */
static void scratch_is_reused(void **state)
{
    random_net r = {.n.config = SMALL};
    uint64_t seed = 3;
    net_scores scores[MANY];
    net_scratch *scratch = net_scratch_new();
    (void)state;
    assert_non_null(scratch);
    random_fill(&r, RANDOM_TAME, 3);
    for (size_t i = 0; i < 8; i++)
        make_sentence(&r.n, i, 9 + 20 * i, &seed);
    assert_int_equal(net_encode(&r.n, sentences, 8, scratch, scores, NULL), CHANCERY_OK);
    assert_int_equal(net_encode(&r.n, sentences, 0, scratch, scores, NULL), CHANCERY_OK);
    assert_int_equal(net_encode(&r.n, sentences, 1, scratch, scores, NULL), CHANCERY_OK);
    scores_copy again = {0};
    append(&again, scores[0].column, (sentences[0].word_count + 1) * r.n.columns.count);
    append(&again, scores[0].arc, sentences[0].word_count * (sentences[0].word_count + 1));
    append_labels(&again, &r.n, &scores[0], sentences[0].word_count, scratch);
    scores_copy fresh = encode(&r.n, kernel_path(0), 1, 1);
    assert_same(fresh, again);
    free(fresh.floats);
    free(again.floats);
    net_scratch_free(scratch);
    net_scratch_free(NULL);
    random_free(&r);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rows_are_rounded),        cmocka_unit_test(products_are_exact),
        cmocka_unit_test(paths_and_batches_agree), cmocka_unit_test(extremes_agree),
        cmocka_unit_test(every_length_agrees),     cmocka_unit_test(nan_harms_nobody),
        cmocka_unit_test(scratch_is_reused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
