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
INLINE void tile_sums(const net_matrix *m, size_t block, int blocks, const uint8_t *row, int rows,
                      ints *sums)
{
    size_t inputs = m->inputs;
    const int8_t *weight = m->weight + block * KERNEL_LANES * inputs;
    UNROLL
    for (int b = 0; b < blocks; b++) {
        ints start = (ints)_mm512_loadu_si512(m->sum + (block + (size_t)b) * KERNEL_LANES);
        UNROLL
        for (int r = 0; r < rows; r++)
            sums[r * blocks + b] = start * -128;
    }
    for (size_t k = 0; k < inputs; k += 4) {
        __m512i w[TILE_BLOCKS];
        UNROLL
        for (int b = 0; b < blocks; b++)
            w[b] = _mm512_loadu_si512(weight + ((size_t)b * inputs + k) * KERNEL_LANES);
        UNROLL
        for (int r = 0; r < rows; r++) {
            int32_t four;
            memcpy(&four, row + (size_t)r * inputs + k, sizeof four);
            __m512i a = _mm512_set1_epi32(four);
            UNROLL
            for (int b = 0; b < blocks; b++)
                sums[r * blocks + b] =
                    (ints)_mm512_dpbusd_epi32((__m512i)sums[r * blocks + b], a, w[b]);
        }
    }
}

#endif
