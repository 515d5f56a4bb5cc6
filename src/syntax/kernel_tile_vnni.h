/* Tiles of the product of bytes with AVX-512 VNNI.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * vpdpbusd multiplies unsigned by signed bytes, so rows hold q + 128, and each sum begins at
 * -128 x the sum of the weights. */
#ifndef SYNTAX_KERNEL_TILE_VNNI_H
#define SYNTAX_KERNEL_TILE_VNNI_H

#include "syntax/kernel_lanes.h"

enum { Q_OFFSET = 128, TILE_ROWS = 6, TILE_BLOCKS = 4 };

/* sums[rows][blocks] of rows from `row` and of `blocks` x 16 outputs from `weight`. */
INLINE void tile_sums(const net_matrix *m, size_t block, size_t blocks, const uint8_t *row,
                      size_t rows, ints *sums)
{
    size_t inputs = m->inputs;
    const int8_t *weight = m->weight + block * KERNEL_LANES * inputs;
    UNROLL
    for (size_t b = 0; b < blocks; b++) {
        ints start = (ints)_mm512_loadu_si512(m->sum + (block + b) * KERNEL_LANES);
        UNROLL
        for (size_t r = 0; r < rows; r++)
            sums[r * blocks + b] = start * -128;
    }
    for (size_t k = 0; k < inputs; k += 4) {
        __m512i w[TILE_BLOCKS];
        UNROLL
        for (size_t b = 0; b < blocks; b++)
            w[b] = _mm512_loadu_si512(weight + (b * inputs + k) * KERNEL_LANES);
        UNROLL
        for (size_t r = 0; r < rows; r++) {
            int32_t four;
            memcpy(&four, row + r * inputs + k, sizeof four);
            __m512i a = _mm512_set1_epi32(four);
            UNROLL
            for (size_t b = 0; b < blocks; b++)
                sums[r * blocks + b] =
                    (ints)_mm512_dpbusd_epi32((__m512i)sums[r * blocks + b], a, w[b]);
        }
    }
}

#endif
