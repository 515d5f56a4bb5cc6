/* The encoder at run time (net.h): sentences in pieces become scores.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * Sentences are taken in groups. All their rows go through a layer's products together, so that the
 * weights are fetched once a group; attention goes sentence by sentence. A row's result depends on
 * its own sentence alone, because the kernels (kernel.h) treat each row by itself.
 *
 *     embed -> [attend, feed_forward] x layers -> mean of first and last piece -> heads -> arcs
 *
 * Nothing is padded but the keys of one sentence's attention, to 16, and what is added there has
 * weight 0. */
#include <assert.h>
#include <math.h>

#include "base/error.h"
#include "base/memory.h"
#include "syntax/kernel.h"

enum {
    GROUP_ROWS = 192, /* a group ends here, or behind one sentence that is longer */
    INNER_ROWS = 96,  /* rows whose inner layer is held at once */
    SCORE_ROWS = 48,  /* rows whose attention is held at once */
    LABEL_ROWS = 32,  /* arcs that are labelled at once */
    ALIGN_BYTES = 64,
};

/* Zeroed floats that begin at a multiple of ALIGN_BYTES. */
typedef struct block {
    void *raw;
    float *at;
    size_t count;
} block;

struct net_scratch {
    const kernel_set *kernels;
    block work;
    block result;

    /* In work, set up by lay_out. */
    float *x;       /* [rows][hidden] */
    float *wide;    /* q, k, v: [rows][3 hidden]; then what each stage wants */
    float *turned;  /* [depth][padded] keys of a head, or the heads of arcs: columns are rows */
    float *scores;  /* [SCORE_ROWS][padded] */
    float *taps;    /* [words][NET_TAPS * hidden] rows of words at some depths, for the judge */
    float *judged;  /* [words][judge] */
    float *scale;   /* [rows] of what is quantised */
    uint8_t *bytes; /* [rows][width] what is quantised */
};

/* What a call needs room for: the greatest of all groups. */
typedef struct extent {
    size_t rows;      /* pieces of a group, with [CLS] and [SEP] */
    size_t word_rows; /* words of a group, with the root */
    size_t longest;   /* rows of one sentence, of either kind */
    size_t columns;   /* floats of all results */
} extent;

static size_t max_size(size_t a, size_t b)
{
    return a > b ? a : b;
}

static size_t padded(size_t count)
{
    return (count + KERNEL_LANES - 1) / KERNEL_LANES * KERNEL_LANES;
}

static size_t piece_rows(const net_pieces *p)
{
    return p->piece_count + 2;
}

/* Memory. */

net_scratch *net_scratch_new_with(const kernel_set *kernels)
{
    net_scratch *s = memory_alloc(1, sizeof *s);
    if (s)
        s->kernels = kernels;
    return s;
}

net_scratch *net_scratch_new(void)
{
    return net_scratch_new_with(kernel_path(0));
}

void net_scratch_free(net_scratch *scratch)
{
    if (!scratch)
        return;
    memory_free(scratch->work.raw);
    memory_free(scratch->result.raw);
    memory_free(scratch);
}

/* Room for `count` floats; what was there is lost. */
static chancery_status block_reserve(block *b, size_t count, chancery_error *error)
{
    if (count <= b->count)
        return CHANCERY_OK;
    memory_free(b->raw);
    *b = (block){0};
    b->raw = memory_alloc(count + ALIGN_BYTES / sizeof(float), sizeof(float));
    if (!b->raw)
        return error_set(error, CHANCERY_E_MEMORY, "no memory to parse sentences; free some");
    b->at = (float *)(((uintptr_t)b->raw + ALIGN_BYTES - 1) & ~(uintptr_t)(ALIGN_BYTES - 1));
    b->count = count;
    return CHANCERY_OK;
}

/* The next `count` floats of `*at`. */
static float *take(float **at, size_t count)
{
    float *taken = *at;
    *at += padded(count);
    return taken;
}

/* Sets up `work`. No product here can overflow: config and sentences are held in memory by the
 * caller, and their numbers have at most 32 bits. */
static chancery_status lay_out(const net *n, const extent *e, net_scratch *s, chancery_error *error)
{
    const net_config *c = &n->config;
    size_t hidden = c->hidden;
    size_t x = e->rows * hidden;
    size_t wide = max_size(e->rows * 3 * hidden, INNER_ROWS * (size_t)c->inner);
    wide = max_size(wide, e->word_rows * max_size(hidden, c->arc));
    wide = max_size(wide, LABEL_ROWS * (size_t)c->rel);
    size_t turned = max_size(hidden / c->heads, c->arc) * padded(e->longest);
    size_t scores = SCORE_ROWS * padded(e->longest);
    size_t scale = max_size(max_size(e->rows, e->word_rows), max_size(INNER_ROWS, LABEL_ROWS));
    size_t bytes = max_size(e->rows * hidden, INNER_ROWS * (size_t)c->inner);
    bytes = max_size(bytes, e->word_rows * max_size(hidden, c->arc));
    bytes = max_size(bytes, LABEL_ROWS * (size_t)c->rel);
    size_t taps = c->judge ? e->word_rows * NET_TAPS * hidden : 0;
    size_t judged = e->word_rows * c->judge;
    size_t inside = c->judge ? (size_t)INNER_ROWS * 2 * c->judge : 0;
    wide = max_size(max_size(wide, 3 * judged), inside);
    bytes = max_size(max_size(bytes, taps), inside);
    turned = max_size(turned, NET_JUDGE_HEAD * padded(e->longest));
    size_t all = padded(x) + padded(wide) + padded(taps) + padded(judged) + padded(turned) +
                 padded(scores) + padded(scale) + padded(bytes / sizeof(float));
    chancery_status status = block_reserve(&s->work, all, error);
    if (status)
        return status;
    float *at = s->work.at;
    s->x = take(&at, x);
    s->wide = take(&at, wide);
    s->turned = take(&at, turned);
    s->scores = take(&at, scores);
    s->taps = take(&at, taps);
    s->judged = take(&at, judged);
    s->scale = take(&at, scale);
    s->bytes = (uint8_t *)take(&at, bytes / sizeof(float));
    return CHANCERY_OK;
}

/* How many of the sentences make the next group. */
static size_t group_size(const net_pieces *sentences, size_t count)
{
    size_t rows = 0;
    size_t i = 0;
    while (i < count && (i == 0 || rows + piece_rows(&sentences[i]) <= GROUP_ROWS))
        rows += piece_rows(&sentences[i++]);
    return i;
}

static void extend(extent *e, const net_pieces *sentences, size_t count)
{
    size_t rows = 0;
    size_t word_rows = 0;
    for (size_t i = 0; i < count; i++) {
        rows += piece_rows(&sentences[i]);
        word_rows += sentences[i].word_count + 1;
        e->longest = max_size(e->longest, piece_rows(&sentences[i]));
        e->longest = max_size(e->longest, sentences[i].word_count + 1);
    }
    e->rows = max_size(e->rows, rows);
    e->word_rows = max_size(e->word_rows, word_rows);
}

static chancery_status set_up(const net *n, const net_pieces *sentences, size_t count,
                              net_scratch *s, net_scores *out, chancery_error *error)
{
    extent e = {0};
    size_t floats = 0;
    assert(n->columns.count % KERNEL_LANES == 0); /* so that columns lie one behind the other */
    for (size_t first = 0, size; first < count; first += size) {
        size = group_size(sentences + first, count - first);
        extend(&e, sentences + first, size);
    }
    for (size_t i = 0; i < count; i++) {
        size_t words = sentences[i].word_count;
        floats += (words + 1) * n->columns.count + padded(words * (words + 1));
        floats += words * n->judge.columns.count;
    }
    chancery_status status = lay_out(n, &e, s, error);
    if (!status)
        status = block_reserve(&s->result, floats, error);
    if (status)
        return status;
    float *at = s->result.at;
    for (size_t i = 0; i < count; i++)
        out[i].column = take(&at, (sentences[i].word_count + 1) * n->columns.count);
    for (size_t i = 0; i < count; i++)
        out[i].arc = take(&at, sentences[i].word_count * (sentences[i].word_count + 1));
    for (size_t i = 0; i < count; i++)
        out[i].judge = n->judge.columns.count == 0
                           ? NULL
                           : take(&at, sentences[i].word_count * n->judge.columns.count);
    return CHANCERY_OK;
}

/* Rows of floats. */

static void relu(const float *from, size_t width, float *out)
{
    for (size_t i = 0; i < width; i++)
        out[i] = from[i] > 0.0F ? from[i] : 0.0F;
}

static void relu_of_sum(const float *a, const float *b, size_t width, float *out)
{
    for (size_t i = 0; i < width; i++) {
        float sum = a[i] + b[i];
        out[i] = sum > 0.0F ? sum : 0.0F;
    }
}

static void mean_of_two(const float *a, const float *b, size_t width, float *out)
{
    for (size_t i = 0; i < width; i++)
        out[i] = 0.5F * (a[i] + b[i]);
}

/* out[column][row] = rows[row][column]; columns behind the last row become 0. */
static void turn(const float *rows, size_t stride, size_t row_count, size_t width, float *out)
{
    size_t columns = padded(row_count);
    for (size_t i = 0; i < width; i++) {
        float *line = out + i * columns;
        for (size_t r = 0; r < row_count; r++)
            line[r] = rows[r * stride + i];
        for (size_t r = row_count; r < columns; r++)
            line[r] = 0.0F;
    }
}

/* lin(rows, m). */
static void linear(const net_matrix *m, const float *rows, size_t stride, size_t row_count,
                   kernel_finish finish, net_scratch *s, float *out, size_t out_stride)
{
    s->kernels->quantise(rows, stride, row_count, m->inputs, s->bytes, s->scale);
    s->kernels->product(m, s->bytes, s->scale, row_count, finish, out, out_stride);
}

/* The encoder. */

static void embed_piece(const net *n, const net_scratch *s, uint32_t piece, uint32_t row,
                        size_t position, float *out)
{
    size_t hidden = n->config.hidden;
    assert(piece < n->config.vocabulary && row < n->config.case_rows);
    assert(position < n->config.positions);
    s->kernels->embed(n->word + piece * hidden, n->word_scale[piece],
                      n->position + position * hidden, n->case_row + row * hidden, hidden, out);
}

static void embed_sentence(const net *n, const net_scratch *s, const net_pieces *p, float *out)
{
    size_t hidden = n->config.hidden;
    embed_piece(n, s, n->config.cls, 0, 0, out);
    for (size_t i = 0; i < p->piece_count; i++)
        embed_piece(n, s, p->piece[i], p->row[i], i + 1, out + (i + 1) * hidden);
    embed_piece(n, s, n->config.sep, 0, p->piece_count + 1, out + (p->piece_count + 1) * hidden);
}

/* One head of one sentence: softmax(q k^T) v takes the place of q. `rows` is at q, [count][stride];
 * q is in units that make powers of 2. */
static void attend_head(const net_config *c, net_scratch *s, float *rows, size_t count)
{
    size_t hidden = c->hidden;
    size_t depth = hidden / c->heads;
    size_t stride = 3 * hidden;
    size_t width = padded(count);
    turn(rows + hidden, stride, count, depth, s->turned);
    for (size_t first = 0; first < count; first += SCORE_ROWS) {
        size_t some = count - first < SCORE_ROWS ? count - first : SCORE_ROWS;
        float *query = rows + first * stride;
        s->kernels->multiply(query, stride, s->turned, width, some, depth, width, s->scores, width);
        s->kernels->softmax(s->scores, some, count, width);
        s->kernels->multiply(s->scores, width, rows + 2 * hidden, stride, some, count, depth, query,
                             stride);
    }
}

static void attend(const net_config *c, net_scratch *s, float *rows, size_t count)
{
    const float log2_e = 1.44269504F;
    size_t depth = c->hidden / c->heads;
    float unit = log2_e / sqrtf((float)depth);
    for (size_t r = 0; r < count; r++)
        for (size_t i = 0; i < c->hidden; i++)
            rows[r * 3 * c->hidden + i] *= unit;
    for (size_t head = 0; head < c->heads; head++)
        attend_head(c, s, rows + head * depth, count);
}

/* Rows of the words at this depth, into their place beside those of other depths. */
static void tap(const net *n, const net_pieces *sentences, size_t count, size_t depth,
                net_scratch *s)
{
    size_t hidden = n->config.hidden, per = n->config.layers / (NET_TAPS - 1), rows = 0;
    if (n->config.judge == 0 || depth % per != 0 || depth / per >= NET_TAPS)
        return;
    float *to = s->taps + depth / per * hidden;
    for (size_t i = 0; i < count; rows += piece_rows(&sentences[i++])) {
        const net_pieces *p = &sentences[i];
        for (size_t w = 0; w < p->word_count; w++, to += NET_TAPS * hidden)
            mean_of_two(s->x + (rows + p->first[w] + 1) * hidden,
                        s->x + (rows + p->last[w] + 1) * hidden, hidden, to);
    }
}

/* x = LN(x + lin(gelu(lin(x, W1)), W2)), some rows at once. */
static void feed_forward(const net_layer *layer, net_scratch *s, float *all, size_t rows,
                         size_t hidden)
{
    size_t inner = layer->widen.outputs;
    for (size_t first = 0; first < rows; first += INNER_ROWS) {
        size_t some = rows - first < INNER_ROWS ? rows - first : INNER_ROWS;
        float *x = all + first * hidden;
        linear(&layer->widen, x, hidden, some, KERNEL_GELU, s, s->wide, inner);
        linear(&layer->narrow, s->wide, inner, some, KERNEL_ADD, s, x, hidden);
    }
    s->kernels->norm(&layer->norm, all, rows, hidden);
}

static void encode_rows(const net *n, const net_pieces *sentences, size_t count, net_scratch *s)
{
    const net_config *c = &n->config;
    size_t hidden = c->hidden;
    size_t rows = 0;
    for (size_t i = 0; i < count; rows += piece_rows(&sentences[i++]))
        embed_sentence(n, s, &sentences[i], s->x + rows * hidden);
    s->kernels->norm(&n->norm, s->x, rows, hidden);
    tap(n, sentences, count, 0, s);
    for (size_t l = 0; l < c->layers; l++) {
        const net_layer *layer = &n->layer[l];
        linear(&layer->query_key_value, s->x, hidden, rows, KERNEL_STORE, s, s->wide, 3 * hidden);
        for (size_t i = 0, at = 0; i < count; at += piece_rows(&sentences[i++]))
            attend(c, s, s->wide + at * 3 * hidden, piece_rows(&sentences[i]));
        linear(&layer->output, s->wide, 3 * hidden, rows, KERNEL_ADD, s, s->x, hidden);
        s->kernels->norm(&layer->attention_norm, s->x, rows, hidden);
        feed_forward(layer, s, s->x, rows, hidden);
        tap(n, sentences, count, l + 1, s);
    }
}

/* The heads. */

/* The root and the words of a sentence whose pieces are at `x`. */
static void gather_words(const net_pieces *p, const float *x, size_t hidden, float *out)
{
    mean_of_two(x, x, hidden, out);
    for (size_t w = 0; w < p->word_count; w++) {
        assert(p->first[w] < p->piece_count && p->last[w] < p->piece_count);
        mean_of_two(x + (p->first[w] + (size_t)1) * hidden, x + (p->last[w] + (size_t)1) * hidden,
                    hidden, out + (w + 1) * hidden);
    }
}

/* score[i][j] = dot(lin(d_i, U) + b, h_j). */
static void score_arcs(const net *n, const float *column, size_t words, net_scratch *s, float *out)
{
    size_t depth = n->config.arc;
    size_t columns = n->columns.count;
    size_t width = padded(words + 1);
    net_matrix biased = n->arc;
    biased.bias = n->arc_bias;
    for (size_t j = 0; j <= words; j++)
        relu(column + j * columns + n->columns.arc_head, depth, s->wide + j * depth);
    turn(s->wide, depth, words + 1, depth, s->turned);
    for (size_t i = 0; i < words; i++)
        relu(column + (i + 1) * columns + n->columns.arc_dependent, depth, s->wide + i * depth);
    linear(&biased, s->wide, depth, words, KERNEL_STORE, s, s->wide, depth);
    for (size_t first = 0; first < words; first += SCORE_ROWS) {
        size_t some = words - first < SCORE_ROWS ? words - first : SCORE_ROWS;
        s->kernels->multiply(s->wide + first * depth, depth, s->turned, width, some, depth, width,
                             s->scores, width);
        for (size_t i = 0; i < some; i++)
            memcpy(out + (first + i) * (words + 1), s->scores + i * width,
                   (words + 1) * sizeof *out);
    }
}

/* The judge over the words of a group: narrow, a layer as the encoder's, heads. */
static void judge_group(const net *n, const net_pieces *sentences, size_t count, net_scratch *s,
                        const net_scores *out)
{
    const net_judge *j = &n->judge;
    size_t width = n->config.judge, words = 0;
    const net_config shape = {.hidden = n->config.judge, .heads = n->config.judge / NET_JUDGE_HEAD};
    for (size_t i = 0; i < count; i++)
        words += sentences[i].word_count;
    if (width == 0)
        return;
    linear(&j->narrow, s->taps, (size_t)NET_TAPS * n->config.hidden, words, KERNEL_STORE, s,
           s->judged, width);
    s->kernels->norm(&j->norm, s->judged, words, width);
    linear(&j->layer.query_key_value, s->judged, width, words, KERNEL_STORE, s, s->wide, 3 * width);
    for (size_t i = 0, at = 0; i < count; at += sentences[i++].word_count)
        attend(&shape, s, s->wide + at * 3 * width, sentences[i].word_count);
    linear(&j->layer.output, s->wide, 3 * width, words, KERNEL_ADD, s, s->judged, width);
    s->kernels->norm(&j->layer.attention_norm, s->judged, words, width);
    feed_forward(&j->layer, s, s->judged, words, width);
    /* The columns of a group's sentences lie one behind the other. */
    linear(&j->heads, s->judged, width, words, KERNEL_STORE, s, out[0].judge, j->columns.count);
}

static void encode_group(const net *n, const net_pieces *sentences, size_t count, net_scratch *s,
                         const net_scores *out)
{
    size_t hidden = n->config.hidden;
    size_t rows = 0;
    size_t word_rows = 0;
    encode_rows(n, sentences, count, s);
    for (size_t i = 0; i < count; i++) {
        gather_words(&sentences[i], s->x + rows * hidden, hidden, s->wide + word_rows * hidden);
        rows += piece_rows(&sentences[i]);
        word_rows += sentences[i].word_count + 1;
    }
    /* The columns of a group's sentences lie one behind the other. */
    linear(&n->heads, s->wide, hidden, word_rows, KERNEL_STORE, s, out[0].column, n->columns.count);
    judge_group(n, sentences, count, s, out);
    for (size_t i = 0; i < count; i++)
        score_arcs(n, out[i].column, sentences[i].word_count, s, out[i].arc);
}

chancery_status net_encode(const net *n, const net_pieces *sentences, size_t count,
                           net_scratch *scratch, net_scores *out, chancery_error *error)
{
    chancery_status status = set_up(n, sentences, count, scratch, out, error);
    if (status)
        return status;
    for (size_t first = 0, size; first < count; first += size) {
        size = group_size(sentences + first, count - first);
        encode_group(n, sentences + first, size, scratch, out + first);
    }
    return CHANCERY_OK;
}

void net_labels(const net *n, const float *column, const uint16_t *head, size_t word_count,
                net_scratch *scratch, float *out)
{
    size_t width = n->config.rel;
    size_t columns = n->columns.count;
    assert(scratch->work.raw);
    for (size_t first = 0; first < word_count; first += LABEL_ROWS) {
        size_t some = word_count - first < LABEL_ROWS ? word_count - first : LABEL_ROWS;
        for (size_t i = 0; i < some; i++) {
            size_t word = first + i;
            assert(head[word] <= word_count);
            relu_of_sum(column + (word + 1) * columns + n->columns.rel_dependent,
                        column + head[word] * columns + n->columns.rel_head, width,
                        scratch->wide + i * width);
        }
        linear(&n->label, scratch->wide, width, some, KERNEL_STORE, scratch,
               out + first * n->label.outputs, n->label.outputs);
    }
}
