/* A small network's file, of made-up numbers, for tests and fuzzing: one layer of 16, 71 pieces.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * The parts are filled first, so that a test may change one before the file is made of them. */
#ifndef TESTS_UNIT_NET_SAMPLE_H
#define TESTS_UNIT_NET_SAMPLE_H

#include <stdlib.h>
#include <string.h>

#include "base/hash.h"
#include "syntax/net.h"

enum {
    SAMPLE_H = 16,
    SAMPLE_BLOCK = 16 * SAMPLE_H, /* weights of 16 outputs */
    SAMPLE_POSITIONS = 22,        /* 20 pieces of words */
    SAMPLE_COLUMNS = 5 * 16 + 4 * 16,
    SAMPLE_OUTPUTS = 3 * 16 + 16 + 16 + 16 + SAMPLE_COLUMNS + 16 + 16,
    SAMPLE_FLOATS = (SAMPLE_POSITIONS + 10 + 2 + 4) * 16 + 16,
    SAMPLE_VOCABULARY = 71,
};

#define SAMPLE_VOCAB                                                                               \
    "[PAD]\n[UNK]\n[CLS]\n[SEP]\nthe\nminister\n##s\nnorway\nvisit\n##ed\nun\n##known\n"           \
    "unknown\ncafe\n,\n.\n;\nand\n$\n+\n\xe4\xb8\xad\n\xe5\x9b\xbd\n\xe2\x80\x9c\n\xe2\x80\x99\n"  \
    "\xd1\x81\n##\xd0\xbe\n\xf0\x9f\x98\x80\n1\n##0\n##00\na\nb\nc\nd\ne\nf\ng\nh\ni\nj\nk\nl\n"   \
    "m\nn\no\np\nq\nr\ns\nt\nu\nv\nw\nx\ny\nz\n##a\n##b\n##c\n##d\n##e\n##f\n##g\n##h\n##i\n##j\n" \
    "##k\n##n\n##t\n##x\n##\n"

enum {
    SAMPLE_CONFIG,
    SAMPLE_VOCAB_PART,
    SAMPLE_UPOS,
    SAMPLE_XPOS,
    SAMPLE_FEATS,
    SAMPLE_LEMMA,
    SAMPLE_NER,
    SAMPLE_DEPREL,
    SAMPLE_NAME,
    SAMPLE_WORDQ,
    SAMPLE_WORDSC,
    SAMPLE_WEIGHTS,
    SAMPLE_SCALES,
    SAMPLE_BIASES,
    SAMPLE_SUMS,
    SAMPLE_NUMBERS,
    SAMPLE_PARTS,
};

typedef struct net_sample {
    net_config config;
    int8_t word[SAMPLE_VOCABULARY * SAMPLE_H];
    int8_t weight[SAMPLE_OUTPUTS * SAMPLE_H];
    float word_scale[SAMPLE_VOCABULARY], scale[SAMPLE_OUTPUTS], bias[SAMPLE_OUTPUTS];
    float number[SAMPLE_FLOATS];
    int32_t sum[SAMPLE_OUTPUTS];
    container_part part[SAMPLE_PARTS];
} net_sample;

static inline int sample_next(uint32_t *state, int spread)
{
    *state = *state * 1664525 + 1013904223;
    return (int)(*state >> 16) % (2 * spread + 1) - spread;
}

static inline void sample_numbers(net_sample *s)
{
    uint32_t state = 7;
    for (size_t i = 0; i < sizeof s->word; i++)
        s->word[i] = (int8_t)sample_next(&state, 127);
    for (size_t i = 0; i < SAMPLE_VOCABULARY; i++)
        s->word_scale[i] = 0.01F;
    for (size_t i = 0; i < sizeof s->weight; i++) { /* packed: 16 outputs by 4 inputs */
        s->weight[i] = (int8_t)sample_next(&state, 127);
        s->sum[i / SAMPLE_BLOCK * 16 + i / 4 % 16] += s->weight[i];
    }
    for (size_t i = 0; i < SAMPLE_OUTPUTS; i++) {
        s->scale[i] = 0.01F;
        s->bias[i] = (float)sample_next(&state, 100) / 100;
    }
    for (size_t i = 0; i < SAMPLE_FLOATS; i++)
        s->number[i] = (float)sample_next(&state, 100) / 100;
}

static inline container_part sample_text(const char *name, const char *text)
{
    return (container_part){name, text, strlen(text), 1};
}

static inline void net_sample_fill(net_sample *s)
{
    memset(s, 0, sizeof *s);
    s->config = (net_config){.tokeniser = 1,
                             .layers = 1,
                             .hidden = SAMPLE_H,
                             .heads = 1,
                             .inner = 16,
                             .positions = SAMPLE_POSITIONS,
                             .vocabulary = SAMPLE_VOCABULARY,
                             .case_rows = 10,
                             .upos = 3,
                             .xpos = 2,
                             .feats = 3,
                             .lemma = 6,
                             .ner = 5,
                             .arc = 16,
                             .rel = 16,
                             .deprel = 4,
                             .cls = 2,
                             .sep = 3,
                             .unknown = 1};
    sample_numbers(s);
    const container_part parts[SAMPLE_PARTS] = {
        {"config", &s->config, sizeof s->config / 4, 4},
        sample_text("vocab", SAMPLE_VOCAB),
        sample_text("upos", "NOUN\nVERB\nPUNCT\n"),
        sample_text("xpos", "NN\nVB\n"),
        sample_text("feats", "_\nNumber=Sing\nNumber=Plur\n"),
        sample_text("lemma", "L0:\nK0:\nL1:\nT0:\nL3:y\n=be\n"),
        sample_text("ner", "O\nB-PER\nI-PER\nB-LOC\nI-LOC\n"),
        sample_text("deprel", "nsubj\nroot\nobj\npunct\n"),
        sample_text("name", "sample 1\n"),
        {"wordq", s->word, sizeof s->word, 1},
        {"wordsc", s->word_scale, SAMPLE_VOCABULARY, 4},
        {"weights", s->weight, sizeof s->weight, 1},
        {"scales", s->scale, SAMPLE_OUTPUTS, 4},
        {"biases", s->bias, SAMPLE_OUTPUTS, 4},
        {"sums", s->sum, SAMPLE_OUTPUTS, 4},
        {"floats", s->number, SAMPLE_FLOATS, 4},
    };
    memcpy(s->part, parts, sizeof parts);
}

/** The file's bytes, in `a`. */
static inline slice net_sample_bytes(const net_sample *s, arena *a)
{
    slice bytes;
    if (container_build(a, "SYNT", 1, s->part, SAMPLE_PARTS, &bytes, NULL) != CHANCERY_OK)
        abort();
    return bytes;
}

/** Puts size and checksum right, so that only the checks behind them are left. */
static inline void net_sample_repair(char *bytes, size_t size)
{
    if (size < 40)
        return;
    uint64_t number = size;
    memcpy(bytes + 16, &number, sizeof number);
    number = hash_bytes((slice){bytes + 32, size - 32}, 0);
    memcpy(bytes + 24, &number, sizeof number);
}

#endif
