/* The network: what its file holds, and what it says of a sentence.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 *     word forms --wordpiece.c--> pieces --encode.c--> net_scores --decode.c, tree.c--> syntax_tree
 *
 * A small transformer encoder (Devlin et al. 2019; Wang et al. 2020) with heads for tags, lemmas,
 * names and a biaffine parser (Dozat and Manning 2017). Weights and activations are products of
 * 8-bit integers; all floating point runs in one fixed order, so that every processor gives the
 * same bits, whatever the batch.
 *
 * net.c opens the file and checks all its bounds; the others trust them. */
#ifndef SYNTAX_NET_H
#define SYNTAX_NET_H

#include "base/container.h"

enum { NET_NAMES = 9 }; /* label sets */

typedef enum net_set {
    NET_UPOS,
    NET_XPOS,
    NET_FEATS,
    NET_LEMMA, /* edit scripts */
    NET_NER,
    NET_DEPREL,
    NET_VOCAB,
    NET_EVENT,  /* the judge's: what a word tells; the first one says that it tells nothing */
    NET_STATUS, /* and of what it tells, whether it was */
} net_set;

/* The numbers of section "config", in its order. Multiples of 16 are: hidden, hidden / heads,
 * inner, arc, rel, role; of 32: judge. */
typedef struct net_config {
    uint32_t tokeniser; /* version of what wordpiece.c does: 1 */
    uint32_t layers, hidden, heads, inner, positions, vocabulary, case_rows;
    uint32_t upos, xpos, feats, lemma, ner; /* labels */
    uint32_t arc, rel;                      /* widths */
    uint32_t deprel;                        /* labels */
    uint32_t cls, sep, unknown;             /* pieces */
    uint32_t event, status;                 /* labels of the judge, 0 in a network without one */
    uint32_t role, judge;                   /* widths, 0 likewise */
    uint32_t examples;                      /* that the judge learnt from */
} net_config;

/* A matrix of 8-bit weights, packed [outputs / 16][inputs / 4][16][4]; both are multiples of 16. */
typedef struct net_matrix {
    const int8_t *weight; /* -127..127 */
    const float *scale;   /* [outputs] */
    const float *bias;    /* [outputs] */
    const int32_t *sum;   /* [outputs] sum of an output's weights */
    uint32_t outputs, inputs;
} net_matrix;

typedef struct net_norm {
    const float *gamma, *beta; /* [hidden] */
} net_norm;

typedef struct net_layer {
    net_matrix query_key_value; /* [3 * hidden][hidden] */
    net_matrix output;          /* [hidden][hidden] */
    net_matrix widen;           /* [inner][hidden] */
    net_matrix narrow;          /* [hidden][inner] */
    net_norm attention_norm, norm;
} net_layer;

enum {
    NET_MAX_LAYERS = 24,
    NET_MAX_PIECES = 512,
    NET_MAX_HIDDEN = 4096,
    NET_MAX_INNER = 16384,
    NET_MAX_WIDTH = 1024, /* arc, rel */
    NET_MAX_VOCABULARY = 1 << 18,
    NET_MAX_LABELS = 8192,
    NET_MAX_NAME_LABELS = 64,
    NET_MAX_EVENTS = 32,
    NET_MAX_STATUSES = 8,
    NET_ROLES = 2, /* actor, recipient */
    NET_TAPS = 4,  /* depths of the encoder that the judge looks at */
    NET_JUDGE_HEAD = 32,
    NET_MAX_EXAMPLES = 1 << 17,
    NET_CASE_ROWS = 10,
    NET_NAME_BYTES = 80,
    NET_EDITION_BYTES = NET_NAME_BYTES + 1 + 8,
};

/* Outputs are padded to blocks of 16. */
static inline uint32_t net_padded(uint32_t count)
{
    return (count + 15) / 16 * 16;
}

/* The greatest of `count` scores; of equal ones the first. */
static inline uint32_t net_best(const float *score, uint32_t count)
{
    uint32_t best = 0;
    for (uint32_t i = 1; i < count; i++)
        if (score[i] > score[best])
            best = i;
    return best;
}

/* Columns of the heads' product: each part begins at a multiple of 16. */
typedef struct net_columns {
    uint32_t upos, xpos, feats, lemma, ner, arc_dependent, arc_head, rel_dependent, rel_head, count;
} net_columns;

/* Columns of the judge's heads. */
typedef struct net_judge_columns {
    uint32_t event, status;
    uint32_t trigger, side; /* [NET_ROLES][role] of what tells, and of whom it tells */
    uint32_t count;
} net_judge_columns;

/* A label of names: "O" has kind 0; "B-X" and "I-X" have one that they share. */
typedef struct net_name_label {
    uint8_t kind;
    bool inside; /* "I-X" */
} net_name_label;

/* The judge: rows of the words from NET_TAPS depths of the encoder, narrowed, a layer over the
 * words, and heads. */
typedef struct net_judge {
    net_matrix narrow; /* [judge][NET_TAPS * hidden] */
    net_norm norm;
    net_layer layer;  /* of width judge, twice as wide inside */
    net_matrix heads; /* [columns.count][judge] */
    net_judge_columns columns;
    const float *role_bias; /* [NET_ROLES] */
} net_judge;

/* What the judge learnt from, to be shown beside what is like it. */
typedef struct net_examples {
    const int8_t *vector; /* [count][NET_ROLES * role] the trigger's columns, the greatest is 127 */
    const uint8_t *label; /* [count] in NET_EVENT */
    slice *line;          /* [count] the text's id, the trigger, the sentence, a tab between */
    uint32_t count;
} net_examples;

/* An open network: constant, shared by threads. */
typedef struct net {
    container file;
    net_config config;
    net_columns columns;
    const int8_t *word;      /* [vocabulary][hidden] */
    const float *word_scale; /* [vocabulary] */
    const float *position;   /* [positions][hidden] */
    const float *case_row;   /* [case_rows][hidden] */
    net_norm norm;
    net_layer layer[NET_MAX_LAYERS];
    net_matrix heads;      /* [columns.count][hidden] */
    net_matrix arc;        /* [arc][arc]; its bias isn't used */
    net_matrix label;      /* [deprel padded to 16][rel] */
    const float *arc_bias; /* [arc] */
    net_judge judge;
    net_examples examples;
    slice name;
    const slice *labels[NET_NAMES]; /* net_set -> [count] */
    uint32_t *piece_table;          /* open addressing over the vocabulary, see wordpiece.c */
    uint32_t piece_mask;
    size_t piece_bytes;  /* of the longest piece */
    uint32_t root_label; /* in NET_DEPREL */
    net_name_label name_label[NET_MAX_NAME_LABELS];
    char edition[NET_EDITION_BYTES]; /* name, a space, 8 digits of the checksum */
    size_t edition_bytes;
} net;

/* One sentence, or a window of a long one, in pieces. [CLS] and [SEP] are not among them. */
typedef struct net_pieces {
    const uint32_t *piece; /* [piece_count] */
    const uint8_t *row;    /* [piece_count] case row */
    const uint16_t *first; /* [word_count] index of a word's first piece */
    const uint16_t *last;  /* [word_count] and of its last */
    size_t piece_count;    /* <= positions - 2 */
    size_t word_count;
} net_pieces;

/* What the encoder says of a sentence. */
typedef struct net_scores {
    float *column; /* [word_count + 1][columns.count], row 0 is the root */
    float *arc;    /* [word_count][word_count + 1]: dependent, head */
    float *judge;  /* [word_count][judge.columns.count]; NULL without a judge */
} net_scores;

/* A worker's memory for encoding; grows, is reused, never shared. Start it with {0}. */
typedef struct net_scratch net_scratch;

/** Opens the file (kind "SYNT"). @return CHANCERY_OK, _E_NOT_FOUND, _E_IO, _E_FORMAT (says what is
 * wrong), _E_VERSION, _E_MEMORY. */
chancery_status net_open(const char *path, net **out, chancery_error *error) CHANCERY_MUST_CHECK;
void net_close(net *n); /* NULL is harmless */

/** The same over bytes that the caller keeps until net_close, for tests and fuzzing; `bytes.ptr`
 * is 64-byte aligned. @return as net_open, but no _E_NOT_FOUND and no _E_IO. */
chancery_status net_of_bytes(slice bytes, net **out, chancery_error *error) CHANCERY_MUST_CHECK;

/** What the network is called in an edition: "NAME CHECKSUM". */
slice net_edition(const net *n);

/** Encodes sentences together. What comes of one doesn't depend on the others.
 *  @param out  [count]; the arrays are in `scratch` until its next use.
 *  @return CHANCERY_OK, _E_MEMORY. Threads: one a scratch; `n` may be shared. */
chancery_status net_encode(const net *n, const net_pieces *sentences, size_t count,
                           net_scratch *scratch, net_scores *out,
                           chancery_error *error) CHANCERY_MUST_CHECK;

net_scratch *net_scratch_new(void); /* NULL: no memory */
void net_scratch_free(net_scratch *scratch);

/** Scores of the labels of arcs: word i (row i + 1) hanging on row head[i].
 *  @param column   a net_scores.column.
 *  @param scratch  one that net_encode has used with `n`; what it holds of scores stays.
 *  @param out     [word_count][deprel padded to 16]. */
void net_labels(const net *n, const float *column, const uint16_t *head, size_t word_count,
                net_scratch *scratch, float *out);

#endif
