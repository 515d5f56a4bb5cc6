/* A network of random numbers, and sentences for it: for tests and for bench/encode.c.
 *
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef ENCODE_FIXTURE_H
#define ENCODE_FIXTURE_H

#include <stdlib.h>
#include <string.h>

#include "syntax/kernel.h"

/* The smallest network that has everything. */
static const net_config RANDOM_TINY = {.layers = 1,
                                       .hidden = 32,
                                       .heads = 2,
                                       .inner = 32,
                                       .positions = 512,
                                       .vocabulary = 50,
                                       .case_rows = 10,
                                       .upos = 17,
                                       .xpos = 9,
                                       .feats = 9,
                                       .lemma = 9,
                                       .ner = 9,
                                       .arc = 16,
                                       .rel = 16,
                                       .deprel = 17,
                                       .cls = 1,
                                       .sep = 2};

/* How wild the numbers are. */
typedef enum random_kind {
    RANDOM_TAME,    /* as a trained network's may be */
    RANDOM_EXTREME, /* weights of -127 and 127 only, rows that are huge, tiny or 0 */
} random_kind;

typedef struct random_net {
    net n;
    random_kind kind;
    uint64_t state;
    void *kept[256]; /* to free */
    size_t kept_count;
} random_net;

static inline uint32_t random_next(uint64_t *state)
{
    *state = *state * 6364136223846793005U + 1442695040888963407U;
    return (uint32_t)(*state >> 33);
}

/* -1..1 */
static inline float random_float(uint64_t *state)
{
    return (float)random_next(state) / 1073741824.0F - 1.0F;
}

static inline void *random_keep(random_net *r, size_t bytes)
{
    void *block = NULL;
    if (r->kept_count == sizeof r->kept / sizeof *r->kept ||
        posix_memalign(&block, 64, (bytes + 63) / 64 * 64))
        abort();
    r->kept[r->kept_count++] = block;
    return block;
}

static inline float *random_floats(random_net *r, size_t count, float middle, float spread)
{
    float *floats = random_keep(r, count * sizeof *floats);
    for (size_t i = 0; i < count; i++)
        floats[i] = middle + spread * random_float(&r->state);
    return floats;
}

static inline int8_t *random_bytes(random_net *r, size_t count)
{
    int8_t *bytes = random_keep(r, count);
    for (size_t i = 0; i < count; i++) {
        uint32_t number = random_next(&r->state);
        if (r->kind == RANDOM_EXTREME)
            bytes[i] = number & 64 ? 127 : -127;
        else
            bytes[i] = (int8_t)((int)(number % 255) - 127);
    }
    return bytes;
}

/* Where the weight of an output and an input stands. */
static inline size_t random_place(const net_matrix *m, size_t output, size_t input)
{
    return ((output / 16 * (m->inputs / 4) + input / 4) * 16 + output % 16) * 4 + input % 4;
}

static inline net_matrix random_matrix(random_net *r, uint32_t outputs, uint32_t inputs)
{
    net_matrix m = {.outputs = outputs, .inputs = inputs};
    m.weight = random_bytes(r, (size_t)outputs * inputs);
    m.scale = random_floats(r, outputs, 0.03F / (float)inputs, 0.02F / (float)inputs);
    m.bias = random_floats(r, outputs, 0.0F, 0.1F);
    int32_t *sum = random_keep(r, outputs * sizeof *sum);
    for (size_t o = 0; o < outputs; o++) {
        sum[o] = 0;
        for (size_t i = 0; i < inputs; i++)
            sum[o] += m.weight[random_place(&m, o, i)];
    }
    m.sum = sum;
    return m;
}

static inline net_norm random_norm(random_net *r, uint32_t hidden)
{
    return (net_norm){random_floats(r, hidden, 1.0F, 0.5F), random_floats(r, hidden, 0.0F, 0.2F)};
}

static inline uint32_t random_column(uint32_t *at, uint32_t width)
{
    uint32_t place = *at;
    *at += (width + 15) / 16 * 16;
    return place;
}

static inline void random_columns(net *n)
{
    const net_config *c = &n->config;
    uint32_t at = 0;
    n->columns.upos = random_column(&at, c->upos);
    n->columns.xpos = random_column(&at, c->xpos);
    n->columns.feats = random_column(&at, c->feats);
    n->columns.lemma = random_column(&at, c->lemma);
    n->columns.ner = random_column(&at, c->ner);
    n->columns.arc_dependent = random_column(&at, c->arc);
    n->columns.arc_head = random_column(&at, c->arc);
    n->columns.rel_dependent = random_column(&at, c->rel);
    n->columns.rel_head = random_column(&at, c->rel);
    n->columns.count = at;
}

static inline void random_embedding(random_net *r)
{
    const net_config *c = &r->n.config;
    float *scale = random_floats(r, c->vocabulary, 0.001F, 0.0005F);
    float *position = random_floats(r, (size_t)c->positions * c->hidden, 0.0F, 0.1F);
    if (r->kind == RANDOM_EXTREME) {
        for (size_t i = 0; i < c->vocabulary; i++)
            scale[i] = i % 4 == 0 ? 1e30F : i % 4 == 1 ? 1e-30F : i % 4 == 2 ? 0.0F : 1.0F;
        memset(position, 0, (size_t)c->positions * c->hidden * sizeof *position);
    }
    r->n.word = random_bytes(r, (size_t)c->vocabulary * c->hidden);
    r->n.word_scale = scale;
    r->n.position = position;
    r->n.case_row = random_floats(r, (size_t)c->case_rows * c->hidden, 0.0F,
                                  r->kind == RANDOM_EXTREME ? 0.0F : 0.1F);
    r->n.norm = random_norm(r, c->hidden);
}

/* Fills `r`, whose config is set. Free it with random_free. */
static inline void random_fill(random_net *r, random_kind kind, uint64_t seed)
{
    net *n = &r->n;
    const net_config *c = &n->config;
    r->kind = kind;
    r->state = seed;
    r->kept_count = 0;
    random_embedding(r);
    for (size_t l = 0; l < c->layers; l++) {
        n->layer[l].query_key_value = random_matrix(r, 3 * c->hidden, c->hidden);
        n->layer[l].output = random_matrix(r, c->hidden, c->hidden);
        n->layer[l].widen = random_matrix(r, c->inner, c->hidden);
        n->layer[l].narrow = random_matrix(r, c->hidden, c->inner);
        n->layer[l].attention_norm = random_norm(r, c->hidden);
        n->layer[l].norm = random_norm(r, c->hidden);
    }
    random_columns(n);
    n->heads = random_matrix(r, n->columns.count, c->hidden);
    n->arc = random_matrix(r, c->arc, c->arc);
    n->arc.bias = random_floats(r, c->arc, 0.0F, 0.0F);
    n->label = random_matrix(r, (c->deprel + 15) / 16 * 16, c->rel);
    n->arc_bias = random_floats(r, c->arc, 0.0F, 0.1F);
}

static inline void random_free(random_net *r)
{
    while (r->kept_count)
        free(r->kept[--r->kept_count]);
}

enum { RANDOM_MAX_PIECES = 510 };

/* A sentence and the arrays that it points to. */
typedef struct random_sentence {
    net_pieces pieces;
    uint32_t piece[RANDOM_MAX_PIECES];
    uint8_t row[RANDOM_MAX_PIECES];
    uint16_t first[RANDOM_MAX_PIECES], last[RANDOM_MAX_PIECES];
} random_sentence;

/* `count` pieces; every fourth word has two. */
static inline void random_pieces(const net *n, random_sentence *s, size_t count, uint64_t *state)
{
    size_t words = 0;
    for (size_t i = 0; i < count; i++) {
        s->piece[i] = random_next(state) % n->config.vocabulary;
        s->row[i] = (uint8_t)(random_next(state) % n->config.case_rows);
        if (i == 0 || i % 5 != 4) {
            s->first[words++] = (uint16_t)i;
        }
        s->last[words - 1] = (uint16_t)i;
    }
    s->pieces = (net_pieces){s->piece, s->row, s->first, s->last, count, words};
}

#endif
