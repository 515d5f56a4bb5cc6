/* Tiles of the product of bytes in plain C, on the vectors that every compiler target has.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * The four weights of an output lie side by side: as two numbers of 16 bits, whose low bytes are
 * the even weights and whose high bytes are the odd ones. Shifts part them and widen them at once.
 * A product of an even pair and one of an odd pair fit into 16 bits together (2 x 127 x 127), and
 * the two halves of an output's 32 bits are then added the same way.
 *
 *     weights   | w0 w1 w2 w3 |      row   | a0 a1 a2 a3 |
 *     16 bits   | w0 a0 + w1 a1 | w2 a2 + w3 a3 |   -> low + high -> sum of the output */
#ifndef SYNTAX_KERNEL_TILE_PLAIN_H
#define SYNTAX_KERNEL_TILE_PLAIN_H

#include "syntax/kernel_lanes.h"

enum { Q_OFFSET = 0, TILE_ROWS = 2, TILE_BLOCKS = 1 };

typedef int16_t shorts __attribute__((vector_size(VEC_BYTES)));
typedef uint16_t halves __attribute__((vector_size(VEC_BYTES)));

INLINE shorts even_bytes(shorts pairs)
{
    return (shorts)((halves)pairs << 8) >> 8;
}

INLINE shorts odd_bytes(shorts pairs)
{
    return pairs >> 8;
}

/* sums[rows][PARTS] of rows from `row` and of the 16 outputs from `block`. */
INLINE void tile_sums(const net_matrix *m, size_t block, size_t blocks, const uint8_t *row,
                      size_t rows, ints *sums)
{
    size_t inputs = m->inputs;
    const int8_t *weight = m->weight + block * KERNEL_LANES * inputs;
    UNROLL
    for (size_t i = 0; i < rows * blocks * PARTS; i++)
        sums[i] = (ints){0};
    for (size_t k = 0; k < inputs; k += 4) {
        shorts even[TILE_ROWS];
        shorts odd[TILE_ROWS];
        UNROLL
        for (size_t r = 0; r < rows; r++) {
            int32_t four;
            memcpy(&four, row + r * inputs + k, sizeof four);
            shorts a = (shorts)(four - (ints){0});
            even[r] = even_bytes(a);
            odd[r] = odd_bytes(a);
        }
        UNROLL
        for (size_t p = 0; p < PARTS; p++) {
            shorts w;
            memcpy(&w, weight + k * KERNEL_LANES + p * VEC_BYTES, sizeof w);
            shorts w_even = even_bytes(w);
            shorts w_odd = odd_bytes(w);
            UNROLL
            for (size_t r = 0; r < rows; r++) {
                shorts pair = w_even * even[r] + w_odd * odd[r];
                sums[r * PARTS + p] += ((ints)((bits)pair << 16) >> 16) + ((ints)pair >> 16);
            }
        }
    }
}

#endif
