/* Vectors of one path, and what is computed on them.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * `vec` is as wide as this path's registers; PARTS of them make sixteen lanes. Everything here
 * works lane by lane, so that its width doesn't show in the result, except fold(), which always
 * takes sixteen. */
#ifndef SYNTAX_KERNEL_LANES_H
#define SYNTAX_KERNEL_LANES_H

#include <float.h>
#include <stdint.h>
#include <string.h>

#include "syntax/kernel.h"

#if defined(__SSE2__)
#include <immintrin.h>
#endif

#if defined(__AVX512F__)
#define VEC_BYTES 64
#elif defined(__AVX2__)
#define VEC_BYTES 32
#else
#define VEC_BYTES 16
#endif

#define INLINE static inline __attribute__((always_inline))
#if defined(__clang__)
#define UNROLL _Pragma("clang loop unroll(full)")
#else
#define UNROLL _Pragma("GCC unroll 32")
#endif

enum { WIDTH = VEC_BYTES / 4, PARTS = KERNEL_LANES / WIDTH };

typedef float vec __attribute__((vector_size(VEC_BYTES)));
typedef int32_t ints __attribute__((vector_size(VEC_BYTES)));
typedef uint32_t bits __attribute__((vector_size(VEC_BYTES)));
typedef float quad __attribute__((vector_size(16)));
typedef int8_t bytes __attribute__((vector_size(VEC_BYTES / 4)));

/* Added to a float below 2^22, it leaves the nearest integer (ties to even) in the low bits. */
static const float ROUNDER = 12582912.0F; /* 1.5 x 2^23 */
static const int32_t ROUNDER_BITS = 0x4B400000;

INLINE vec vec_load(const float *from)
{
    vec v;
    memcpy(&v, from, sizeof v);
    return v;
}

INLINE void vec_store(float *to, vec v)
{
    memcpy(to, &v, sizeof v);
}

INLINE vec vec_of(float value)
{
    return value - (vec){0};
}

/* a > b ? a : b, lane by lane; b where one isn't a number, as x86 has it. */
INLINE vec vec_max(vec a, vec b)
{
#if defined(__AVX512F__)
    return (vec)_mm512_max_ps((__m512)a, (__m512)b);
#elif defined(__AVX2__)
    return (vec)_mm256_max_ps((__m256)a, (__m256)b);
#elif defined(__SSE2__)
    return (vec)_mm_max_ps((__m128)a, (__m128)b);
#else
    UNROLL
    for (size_t i = 0; i < WIDTH; i++)
        b[i] = a[i] > b[i] ? a[i] : b[i];
    return b;
#endif
}

/* a < b ? a : b, likewise. */
INLINE vec vec_min(vec a, vec b)
{
#if defined(__AVX512F__)
    return (vec)_mm512_min_ps((__m512)a, (__m512)b);
#elif defined(__AVX2__)
    return (vec)_mm256_min_ps((__m256)a, (__m256)b);
#elif defined(__SSE2__)
    return (vec)_mm_min_ps((__m128)a, (__m128)b);
#else
    UNROLL
    for (size_t i = 0; i < WIDTH; i++)
        b[i] = a[i] < b[i] ? a[i] : b[i];
    return b;
#endif
}

INLINE vec vec_magnitude(vec v)
{
    return (vec)((bits)v & 0x7FFFFFFFU);
}

/* 2^t within 3e-6 of itself, for t in -125..126; what lies outside is taken as the nearest end.
 * t = n + f with f in -0.5..0.5; the polynomial is the best of its degree for 2^f. */
INLINE vec vec_exp2(vec t)
{
    t = vec_max(vec_min(t, vec_of(126.0F)), vec_of(-125.0F));
    vec shifted = t + ROUNDER;
    vec f = t - (shifted - ROUNDER);
    vec p = 9.57010191e-3F * f + 5.59178603e-2F;
    p = p * f + 2.40247448e-1F;
    p = p * f + 6.93121815e-1F;
    p = p * f + 9.99999261e-1F;
    return (vec)((bits)p + ((bits)shifted << 23));
}

/* 0.5 u (1 + tanh(0.79788456 (u + 0.044715 u^3))) = u / (1 + 2^(u (c1 + c2 u^2))). */
INLINE vec vec_gelu(vec u)
{
    vec t = u * (-2.302208198F - 0.1029432397F * (u * u));
    return u / (1.0F + vec_exp2(t));
}

/* The sum of sixteen lanes, always as the same tree: i + 8, i + 4, i + 2, i + 1. */
INLINE float fold(const vec part[PARTS])
{
    quad q[4];
    memcpy(q, part, sizeof q);
    quad sum = (q[0] + q[2]) + (q[1] + q[3]);
    return (sum[0] + sum[2]) + (sum[1] + sum[3]);
}

/* The greatest of a vector's lanes, of which none is not a number. */
INLINE float fold_max(vec v)
{
    quad q[WIDTH / 4];
    memcpy(q, &v, sizeof q);
    float most = -FLT_MAX;
    UNROLL
    for (int lane = 0; lane < 4; lane++) {
        float here = q[0][lane];
        UNROLL
        for (int i = 1; i < WIDTH / 4; i++)
            here = q[i][lane] > here ? q[i][lane] : here;
        most = here > most ? here : most;
    }
    return most;
}

#endif
