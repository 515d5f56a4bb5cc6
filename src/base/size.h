/* Checked sizes: the one way to multiply and add what comes from outside.
 *
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef BASE_SIZE_H
#define BASE_SIZE_H

#include <stdbool.h>
#include <stddef.h>

/** @return false when a x b doesn't fit; `*out` is then untouched. */
static inline bool size_multiply(size_t a, size_t b, size_t *out)
{
    size_t product;
    if (__builtin_mul_overflow(a, b, &product))
        return false;
    *out = product;
    return true;
}

/** @return false when a + b doesn't fit; `*out` is then untouched. */
static inline bool size_add(size_t a, size_t b, size_t *out)
{
    size_t sum;
    if (__builtin_add_overflow(a, b, &sum))
        return false;
    *out = sum;
    return true;
}

#endif
