/* The kernels of one path (kernel.h). Compiled once a path; KERNEL_SET is the name of its table.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * Matrices are worked through in tiles: some rows by some blocks of 16 outputs, whose sums stay in
 * registers over the whole depth. The weights of a tile stay in the first cache while the rows go
 * past. Tiles of fewer rows, at the end, are the same code with other constants. */
#include "syntax/kernel.h"

#include "syntax/kernel_lanes.h"

#if defined(__AVX512VNNI__)
#include "syntax/kernel_tile_vnni.h"
#elif defined(__AVX2__)
#include "syntax/kernel_tile_avx2.h"
#else
#include "syntax/kernel_tile_plain.h"
#endif

enum { FLOAT_ROWS = VEC_BYTES == 64 ? 6 : VEC_BYTES == 32 ? 4 : 2 };

static void embed(const int8_t *word, float scale, const float *position, const float *case_row,
                  size_t width, float *out)
{
    for (size_t i = 0; i < width; i += WIDTH) {
        bytes b;
        memcpy(&b, word + i, sizeof b);
        vec v = __builtin_convertvector(__builtin_convertvector(b, ints), vec);
        vec_store(out + i, v * scale + vec_load(position + i) + vec_load(case_row + i));
    }
}

static float row_mean(const float *row, size_t width)
{
    vec sum[PARTS] = {{0}};
    for (size_t i = 0; i < width; i += KERNEL_LANES) {
        UNROLL
        for (size_t p = 0; p < PARTS; p++)
            sum[p] += vec_load(row + i + p * WIDTH);
    }
    return fold(sum) / (float)width;
}

static float row_variance(const float *row, size_t width, float mean)
{
    vec sum[PARTS] = {{0}};
    for (size_t i = 0; i < width; i += KERNEL_LANES) {
        UNROLL
        for (size_t p = 0; p < PARTS; p++) {
            vec off = vec_load(row + i + p * WIDTH) - mean;
            sum[p] += off * off;
        }
    }
    return fold(sum) / (float)width;
}

static void norm(const net_norm *n, float *rows, size_t row_count, size_t width)
{
    for (size_t r = 0; r < row_count; r++) {
        float *row = rows + r * width;
        float mean = row_mean(row, width);
        float factor = 1.0F / __builtin_sqrtf(row_variance(row, width, mean) + 1e-12F);
        for (size_t i = 0; i < width; i += WIDTH) {
            vec v = (vec_load(row + i) - mean) * factor;
            vec_store(row + i, v * vec_load(n->gamma + i) + vec_load(n->beta + i));
        }
    }
}

static float row_magnitude(const float *row, size_t width)
{
    vec most = {0};
    for (size_t i = 0; i < width; i += WIDTH)
        most = vec_max(vec_magnitude(vec_load(row + i)), most);
    return fold_max(most);
}

/* What isn't a number becomes 127. */
static void quantise_row(const float *row, size_t width, float factor, uint8_t *out)
{
    for (size_t i = 0; i < width; i += WIDTH) {
        vec v = vec_load(row + i) * factor;
        v = vec_max(vec_min(v, vec_of(127.0F)), vec_of(-127.0F));
        ints q = (ints)(v + ROUNDER) - (ROUNDER_BITS - Q_OFFSET);
        bytes b = __builtin_convertvector(q, bytes);
        memcpy(out + i, &b, sizeof b);
    }
}

/* Below `least`, 127 / most would not be finite. */
static void quantise(const float *rows, size_t stride, size_t row_count, size_t width, uint8_t *out,
                     float *scale)
{
    const float least = 0x1p-100F;
    const float greatest = 0x1p+120F;
    for (size_t r = 0; r < row_count; r++) {
        float most = row_magnitude(rows + r * stride, width);
        if (most >= least && most <= greatest) {
            scale[r] = most / 127.0F;
            quantise_row(rows + r * stride, width, 127.0F / most, out + r * width);
        } else {
            scale[r] = 0.0F;
            memset(out + r * width, Q_OFFSET, width);
        }
    }
}

/* What a product works on. */
typedef struct product_job {
    const net_matrix *matrix;
    const uint8_t *rows;
    const float *scale;
    float *out;
    size_t stride;
    kernel_finish finish;
} product_job;

INLINE void finish_part(const product_job *job, ints sum, float scale, size_t output, float *out)
{
    vec factor = scale * vec_load(job->matrix->scale + output);
    vec y = __builtin_convertvector(sum, vec) * factor + vec_load(job->matrix->bias + output);
    if (job->finish == KERNEL_ADD)
        y = vec_load(out) + y;
    else if (job->finish == KERNEL_GELU)
        y = vec_gelu(y);
    vec_store(out, y);
}

INLINE void tile(const product_job *job, size_t block, size_t blocks, size_t row, size_t rows)
{
    ints sums[TILE_ROWS * TILE_BLOCKS * PARTS];
    const size_t parts = blocks * PARTS;
    tile_sums(job->matrix, block, blocks, job->rows + row * job->matrix->inputs, rows, sums);
    UNROLL
    for (size_t r = 0; r < rows; r++) {
        float *out = job->out + (row + r) * job->stride + block * KERNEL_LANES;
        UNROLL
        for (size_t p = 0; p < parts; p++)
            finish_part(job, sums[r * parts + p], job->scale[row + r],
                        block * KERNEL_LANES + p * WIDTH, out + p * WIDTH);
    }
}

/* All rows of `blocks` blocks of outputs. */
INLINE void panel(const product_job *job, size_t block, size_t blocks, size_t row_count)
{
    size_t row = 0;
    for (; row + TILE_ROWS <= row_count; row += TILE_ROWS)
        tile(job, block, blocks, row, TILE_ROWS);
    switch (row_count - row) {
#if VEC_BYTES == 64
    case 5:
        tile(job, block, blocks, row, 5);
        break;
    case 4:
        tile(job, block, blocks, row, 4);
        break;
#endif
#if VEC_BYTES >= 32
    case 3:
        tile(job, block, blocks, row, 3);
        break;
    case 2:
        tile(job, block, blocks, row, 2);
        break;
#endif
    case 1:
        tile(job, block, blocks, row, 1);
        break;
    default:
        break;
    }
}

static void product(const net_matrix *m, const uint8_t *rows, const float *scale, size_t row_count,
                    kernel_finish finish, float *out, size_t stride)
{
    product_job job = {m, rows, scale, out, stride, finish};
    size_t blocks = m->outputs / KERNEL_LANES;
    size_t block = 0;
    for (; block + TILE_BLOCKS <= blocks; block += TILE_BLOCKS)
        panel(&job, block, TILE_BLOCKS, row_count);
    for (; block < blocks; block++)
        panel(&job, block, 1, row_count);
}

/* Operands of a product of floats. */
typedef struct float_job {
    const float *a, *b;
    float *out;
    size_t a_stride, b_stride, out_stride, depth;
} float_job;

/* Some rows by `parts` vectors of columns. */
INLINE void float_tile(const float_job *job, size_t row, size_t rows, size_t column, size_t parts)
{
    vec sum[FLOAT_ROWS * 2 * PARTS];
    const float *a = job->a + row * job->a_stride;
    const float *b = job->b + column;
    UNROLL
    for (size_t i = 0; i < rows * parts; i++)
        sum[i] = (vec){0};
    for (size_t k = 0; k < job->depth; k++) {
        UNROLL
        for (size_t p = 0; p < parts; p++) {
            vec v = vec_load(b + k * job->b_stride + p * WIDTH);
            UNROLL
            for (size_t r = 0; r < rows; r++)
                sum[r * parts + p] += a[r * job->a_stride + k] * v;
        }
    }
    UNROLL
    for (size_t r = 0; r < rows; r++) {
        UNROLL
        for (size_t p = 0; p < parts; p++)
            vec_store(job->out + (row + r) * job->out_stride + column + p * WIDTH,
                      sum[r * parts + p]);
    }
}

INLINE void float_panel(const float_job *job, size_t row_count, size_t column, size_t parts)
{
    size_t row = 0;
    for (; row + FLOAT_ROWS <= row_count; row += FLOAT_ROWS)
        float_tile(job, row, FLOAT_ROWS, column, parts);
    for (; row + 2 <= row_count; row += 2)
        float_tile(job, row, 2, column, parts);
    if (row < row_count)
        float_tile(job, row, 1, column, parts);
}

static void multiply(const float *a, size_t a_stride, const float *b, size_t b_stride,
                     size_t row_count, size_t depth, size_t columns, float *out, size_t out_stride)
{
    float_job job = {a, b, out, a_stride, b_stride, out_stride, depth};
    const size_t two = VEC_BYTES == 64 ? 2 * KERNEL_LANES : KERNEL_LANES;
    size_t column = 0;
    for (; column + two <= columns; column += two)
        float_panel(&job, row_count, column, two / WIDTH);
    for (; column < columns; column += KERNEL_LANES)
        float_panel(&job, row_count, column, PARTS);
}

/* Powers of 2 of a row less its greatest; returns their sum. What stands behind `count` is first a
 * copy of a logit, which can't change the greatest, and then 0, which can't change the sum. */
static float softmax_powers(float *row, size_t count, size_t width)
{
    vec greatest = vec_of(-FLT_MAX);
    vec sum[PARTS] = {{0}};
    for (size_t i = count; i < width; i++)
        row[i] = row[0];
    for (size_t i = 0; i < width; i += WIDTH)
        greatest = vec_max(vec_load(row + i), greatest);
    float most = fold_max(greatest);
    for (size_t i = 0; i < width; i += WIDTH)
        vec_store(row + i, vec_exp2(vec_load(row + i) - most));
    for (size_t i = count; i < width; i++)
        row[i] = 0.0F;
    for (size_t i = 0; i < width; i += KERNEL_LANES) {
        UNROLL
        for (size_t p = 0; p < PARTS; p++)
            sum[p] += vec_load(row + i + p * WIDTH);
    }
    return fold(sum);
}

static void softmax(float *rows, size_t row_count, size_t count, size_t width)
{
    for (size_t r = 0; r < row_count; r++) {
        float *row = rows + r * width;
        float factor = 1.0F / softmax_powers(row, count, width);
        for (size_t i = 0; i < width; i += WIDTH)
            vec_store(row + i, vec_load(row + i) * factor);
    }
}

extern const kernel_set KERNEL_SET;

#define TEXT_OF(name) #name
#define NAME_OF(name) TEXT_OF(name)

const kernel_set KERNEL_SET = {
    .name = NAME_OF(KERNEL_NAME),
    .embed = embed,
    .norm = norm,
    .quantise = quantise,
    .product = product,
    .multiply = multiply,
    .softmax = softmax,
};
