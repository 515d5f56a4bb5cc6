/* Kernels: the encoder's inner loops, compiled once for each kind of processor.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * kernel.c holds them all. The build compiles it several times with other flags, so that the same
 * floating-point operations run in the same order on every path: sums go through sixteen lanes that
 * are folded as one tree, whatever the width of a register; nothing is contracted to a fused
 * multiply-add; exponentials are a polynomial, no library's. Products of 8-bit integers are exact.
 * So all paths give the same bits, and none depends on which rows are handed over together.
 *
 *     path    kernel_tile_*.h   a processor with
 *     vnni    64-byte vectors   AVX-512 F, BW, VL, VNNI
 *     avx2    32-byte vectors   AVX2
 *     plain   16-byte vectors   what the compiler takes for granted
 *
 * Widths are multiples of 16 throughout. A stride counts floats from row to row. */
#ifndef SYNTAX_KERNEL_H
#define SYNTAX_KERNEL_H

#include "syntax/net.h"

enum { KERNEL_LANES = 16 };

/* What becomes of a product y = lin(x, W). */
typedef enum kernel_finish {
    KERNEL_STORE, /* out = y */
    KERNEL_ADD,   /* out = out + y */
    KERNEL_GELU,  /* out = gelu(y) */
} kernel_finish;

typedef struct kernel_set {
    const char *name;

    /** out = word * scale + position + case_row. */
    void (*embed)(const int8_t *word, float scale, const float *position, const float *case_row,
                  size_t width, float *out);

    /** Normalises each row in its place: mean 0, variance 1, then gamma and beta. */
    void (*norm)(const net_norm *norm, float *rows, size_t row_count, size_t width);

    /** Rounds each row to -127..127, in units of its greatest magnitude / 127.
     *  @param out    [row_count][width], in the form that this path's product takes.
     *  @param scale  [row_count]; 0 for rows of zeros and for rows that aren't finite. */
    void (*quantise)(const float *rows, size_t stride, size_t row_count, size_t width, uint8_t *out,
                     float *scale);

    /** lin() of rows that were quantised. @param out [row_count][stride]. */
    void (*product)(const net_matrix *m, const uint8_t *rows, const float *scale, size_t row_count,
                    kernel_finish finish, float *out, size_t stride);

    /** out = a b in floats, each sum in the order of `depth`.
     *  @param a  [row_count][a_stride], `depth` of them used.
     *  @param b  [depth][b_stride], `columns` of them used. */
    void (*multiply)(const float *a, size_t a_stride, const float *b, size_t b_stride,
                     size_t row_count, size_t depth, size_t columns, float *out, size_t out_stride);

    /** Rows of logits to the base 2 become probabilities.
     *  @param rows  [row_count][width]; what stands behind the first `count` becomes 0. */
    void (*softmax)(float *rows, size_t row_count, size_t count, size_t width);
} kernel_set;

/** The paths that this processor can run, the fastest first.
 *  @return the i-th, NULL behind the last. The last is always "plain". */
const kernel_set *kernel_path(size_t i);

/** As net_scratch_new, with a path of the caller's choice (for tests and benchmarks). */
net_scratch *net_scratch_new_with(const kernel_set *kernels);

#endif
