/* Tiles of the product of bytes with AVX2.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * vpmaddubsw multiplies unsigned by signed bytes and adds two products in 16 bits. The row's
 * magnitude takes the unsigned place and its sign goes to the weight: 2 x 127 x 127 fits. */
#ifndef SYNTAX_KERNEL_TILE_AVX2_H
#define SYNTAX_KERNEL_TILE_AVX2_H

#include "syntax/kernel_lanes.h"

enum { Q_OFFSET = 0, TILE_ROWS = 4, TILE_BLOCKS = 1 };

/* sums[rows][2] of rows from `row` and of the 16 outputs from `block`. */
INLINE void tile_sums(const net_matrix *m, size_t block, size_t blocks, const uint8_t *row,
                      size_t rows, ints *sums)
{
    size_t inputs = m->inputs;
    const int8_t *weight = m->weight + block * KERNEL_LANES * inputs;
    const __m256i ones = _mm256_set1_epi16(1);
    UNROLL
    for (size_t i = 0; i < rows * blocks * PARTS; i++)
        sums[i] = (ints){0};
    for (size_t k = 0; k < inputs; k += 4) {
        __m256i w[PARTS];
        UNROLL
        for (size_t p = 0; p < PARTS; p++)
            w[p] = _mm256_loadu_si256((const __m256i *)(weight + k * KERNEL_LANES) + p);
        UNROLL
        for (size_t r = 0; r < rows; r++) {
            int32_t four;
            memcpy(&four, row + r * inputs + k, sizeof four);
            __m256i a = _mm256_set1_epi32(four);
            __m256i magnitude = _mm256_abs_epi8(a);
            UNROLL
            for (size_t p = 0; p < PARTS; p++) {
                __m256i pairs = _mm256_maddubs_epi16(magnitude, _mm256_sign_epi8(w[p], a));
                sums[r * PARTS + p] += (ints)_mm256_madd_epi16(pairs, ones);
            }
        }
    }
}

#endif
