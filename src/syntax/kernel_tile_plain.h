/* Tiles of the product of bytes in plain C.
 *
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef SYNTAX_KERNEL_TILE_PLAIN_H
#define SYNTAX_KERNEL_TILE_PLAIN_H

#include "syntax/kernel_lanes.h"

enum { Q_OFFSET = 0, TILE_ROWS = 2, TILE_BLOCKS = 1 };

/* sums[rows][PARTS] of rows from `row` and of the 16 outputs from `block`. */
INLINE void tile_sums(const net_matrix *m, size_t block, int blocks, const uint8_t *row, int rows,
                      ints *sums)
{
    size_t inputs = m->inputs;
    const int8_t *weight = m->weight + block * KERNEL_LANES * inputs;
    int32_t sum[TILE_ROWS][KERNEL_LANES] = {{0}};
    for (size_t k = 0; k < inputs; k += 4) {
        const int8_t *w = weight + k * KERNEL_LANES;
        for (int r = 0; r < rows; r++) {
            int8_t a[4];
            memcpy(a, row + (size_t)r * inputs + k, sizeof a);
            for (int o = 0; o < KERNEL_LANES; o++)
                sum[r][o] += w[4 * o] * a[0] + w[4 * o + 1] * a[1] + w[4 * o + 2] * a[2] +
                             w[4 * o + 3] * a[3];
        }
    }
    memcpy(sums, sum, (size_t)(rows * blocks * PARTS) * sizeof *sums);
}

#endif
