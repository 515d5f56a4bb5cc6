/* Tests of the encoder against the plainest reading of what it should compute: loops in double
 * precision, one sentence, no packing, nothing fused.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * Rows are rounded to 8 bits in both. Where a number lies near the middle between two of them,
 * float and double may round to different sides, so single scores may differ by a step or two. A
 * wrong formula shows as a difference of the order of the scores. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include <math.h>

#include "encode_fixture.h"

enum { MAX_ROWS = 70, MAX_WIDTH = 512 };

typedef double matrix[MAX_ROWS][MAX_WIDTH];

static const net_config CONFIG = {.layers = 2,
                                  .hidden = 64,
                                  .heads = 2,
                                  .inner = 128,
                                  .positions = 80,
                                  .vocabulary = 90,
                                  .case_rows = 10,
                                  .upos = 17,
                                  .xpos = 20,
                                  .feats = 20,
                                  .lemma = 30,
                                  .ner = 9,
                                  .arc = 48,
                                  .rel = 32,
                                  .deprel = 37,
                                  .cls = 1,
                                  .sep = 2};

static void lin(const net_matrix *m, const double *x, double *y)
{
    double most = 0.0;
    double q[MAX_WIDTH] = {0};
    for (size_t i = 0; i < m->inputs; i++)
        most = fmax(most, fabs(x[i]));
    for (size_t i = 0; i < m->inputs && most > 0.0; i++)
        q[i] = nearbyint(x[i] * (127.0 / most));
    for (size_t o = 0; o < m->outputs; o++) {
        double sum = 0.0;
        for (size_t i = 0; i < m->inputs; i++)
            sum += q[i] * m->weight[random_place(m, o, i)];
        y[o] = sum * (most / 127.0) * (double)m->scale[o] + (double)m->bias[o];
    }
}

static void layer_norm(const net_norm *n, double *x, size_t width)
{
    double mean = 0.0;
    double variance = 0.0;
    for (size_t i = 0; i < width; i++)
        mean += x[i] / (double)width;
    for (size_t i = 0; i < width; i++)
        variance += (x[i] - mean) * (x[i] - mean) / (double)width;
    for (size_t i = 0; i < width; i++)
        x[i] = (x[i] - mean) / sqrt(variance + 1e-12) * (double)n->gamma[i] + (double)n->beta[i];
}

static void embed(const net *n, const net_pieces *p, matrix x)
{
    size_t hidden = n->config.hidden;
    for (size_t t = 0; t < p->piece_count + 2; t++) {
        uint32_t id = t == 0                    ? n->config.cls
                      : t == p->piece_count + 1 ? n->config.sep
                                                : p->piece[t - 1];
        size_t row = t == 0 || t == p->piece_count + 1 ? 0 : p->row[t - 1];
        for (size_t i = 0; i < hidden; i++)
            x[t][i] = (double)n->word[id * hidden + i] * (double)n->word_scale[id] +
                      (double)n->position[t * hidden + i] + (double)n->case_row[row * hidden + i];
        layer_norm(&n->norm, x[t], hidden);
    }
}

/* One head of one row: softmax of its dot products with all keys, over their values. */
static void attend(const double (*qkv)[MAX_WIDTH], size_t rows, size_t row, size_t hidden,
                   size_t from, size_t depth, double *out)
{
    double weight[MAX_ROWS];
    double sum = 0.0;
    for (size_t j = 0; j < rows; j++) {
        double dot = 0.0;
        for (size_t d = 0; d < depth; d++)
            dot += qkv[row][from + d] * qkv[j][hidden + from + d];
        weight[j] = exp(dot / sqrt((double)depth));
        sum += weight[j];
    }
    for (size_t d = 0; d < depth; d++) {
        out[from + d] = 0.0;
        for (size_t j = 0; j < rows; j++)
            out[from + d] += weight[j] / sum * qkv[j][2 * hidden + from + d];
    }
}

static double gelu(double u)
{
    return 0.5 * u * (1.0 + tanh(0.7978845608 * (u + 0.044715 * u * u * u)));
}

static void run_layer(const net_config *c, const net_layer *layer, matrix x, size_t rows)
{
    static matrix qkv;
    double context[MAX_WIDTH];
    double inner[MAX_WIDTH];
    double y[MAX_WIDTH];
    size_t depth = c->hidden / c->heads;
    for (size_t t = 0; t < rows; t++)
        lin(&layer->query_key_value, x[t], qkv[t]);
    for (size_t t = 0; t < rows; t++) {
        for (size_t head = 0; head < c->heads; head++)
            attend((const double(*)[MAX_WIDTH])qkv, rows, t, c->hidden, head * depth, depth,
                   context);
        lin(&layer->output, context, y);
        for (size_t i = 0; i < c->hidden; i++)
            x[t][i] += y[i];
        layer_norm(&layer->attention_norm, x[t], c->hidden);
        lin(&layer->widen, x[t], inner);
        for (size_t i = 0; i < c->inner; i++)
            inner[i] = gelu(inner[i]);
        lin(&layer->narrow, inner, y);
        for (size_t i = 0; i < c->hidden; i++)
            x[t][i] += y[i];
        layer_norm(&layer->norm, x[t], c->hidden);
    }
}

static void run_heads(const net *n, const net_pieces *p, matrix x, matrix column)
{
    size_t hidden = n->config.hidden;
    double word[MAX_WIDTH];
    lin(&n->heads, x[0], column[0]);
    for (size_t w = 0; w < p->word_count; w++) {
        for (size_t i = 0; i < hidden; i++)
            word[i] = 0.5 * (x[p->first[w] + 1][i] + x[p->last[w] + 1][i]);
        lin(&n->heads, word, column[w + 1]);
    }
}

static void run_arcs(const net *n, size_t words, matrix column, matrix arc)
{
    size_t depth = n->config.arc;
    double dependent[MAX_WIDTH];
    double turned[MAX_WIDTH];
    for (size_t w = 0; w < words; w++) {
        for (size_t i = 0; i < depth; i++)
            dependent[i] = fmax(0.0, column[w + 1][n->columns.arc_dependent + i]);
        lin(&n->arc, dependent, turned);
        for (size_t j = 0; j <= words; j++) {
            arc[w][j] = 0.0;
            for (size_t i = 0; i < depth; i++)
                arc[w][j] += (turned[i] + (double)n->arc_bias[i]) *
                             fmax(0.0, column[j][n->columns.arc_head + i]);
        }
    }
}

static void run_labels(const net *n, size_t words, matrix column, const uint16_t *head,
                       matrix label)
{
    double row[MAX_WIDTH];
    for (size_t w = 0; w < words; w++) {
        for (size_t i = 0; i < n->config.rel; i++)
            row[i] = fmax(0.0, column[w + 1][n->columns.rel_dependent + i] +
                                   column[head[w]][n->columns.rel_head + i]);
        lin(&n->label, row, label[w]);
    }
}

/* Differences are small beside the spread of what is expected. */
static void assert_near(const float *got, size_t width, size_t rows, matrix expected)
{
    double spread = 0.0;
    double difference = 0.0;
    double most = 0.0;
    for (size_t r = 0; r < rows; r++) {
        for (size_t i = 0; i < width; i++) {
            double off = (double)got[r * width + i] - expected[r][i];
            spread += expected[r][i] * expected[r][i];
            difference += off * off;
            most = fmax(most, fabs(off));
        }
    }
    double unit = sqrt(spread / (double)(rows * width));
    assert_true(unit > 0.01);
    assert_true(sqrt(difference / (double)(rows * width)) < 0.003 * unit);
    assert_true(most < 0.03 * unit);
}

static void compare(const net *n, const kernel_set *kernels, const net_pieces *p)
{
    static matrix x, column, arc, label;
    static float labels[MAX_ROWS * MAX_WIDTH];
    uint16_t head[MAX_ROWS];
    size_t words = p->word_count;
    net_scores scores;
    net_scratch *scratch = net_scratch_new_with(kernels);
    assert_non_null(scratch);
    for (size_t w = 0; w < words; w++)
        head[w] = (uint16_t)((3 * w + 1) % (words + 1));
    embed(n, p, x);
    for (size_t l = 0; l < n->config.layers; l++)
        run_layer(&n->config, &n->layer[l], x, p->piece_count + 2);
    run_heads(n, p, x, column);
    run_arcs(n, words, column, arc);
    run_labels(n, words, column, head, label);
    assert_int_equal(net_encode(n, p, 1, scratch, &scores, NULL), CHANCERY_OK);
    net_labels(n, scores.column, head, words, scratch, labels);
    assert_near(scores.column, n->columns.count, words + 1, column);
    assert_near(scores.arc, words + 1, words, arc);
    assert_near(labels, n->label.outputs, words, label);
    net_scratch_free(scratch);
}

static void scores_are_the_formulas(void **state)
{
    static random_sentence s;
    random_net r = {.n.config = CONFIG};
    uint64_t seed = 21;
    (void)state;
    random_fill(&r, RANDOM_TAME, 21);
    assert_true(r.n.columns.count <= MAX_WIDTH);
    for (size_t pieces = 1; pieces <= 61; pieces += 12) {
        random_pieces(&r.n, &s, pieces, &seed);
        for (size_t path = 0; kernel_path(path); path++)
            compare(&r.n, kernel_path(path), &s.pieces);
    }
    random_free(&r);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(scores_are_the_formulas)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
