/* Growing arrays in an arena.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * ARRAY(type) declares one; array_push returns room for the next item, moving the items to a piece
 * twice as large when full (or making theirs longer where it is the arena's last). Pointers into
 * the array are good until the next push.
 *
 *     ARRAY(span) spans = {0};
 *     span *s = array_push(&spans, arena, error);
 *     if (!s) return CHANCERY_E_MEMORY;                                                          */
#ifndef BASE_ARRAY_H
#define BASE_ARRAY_H

#include "base/arena.h"

#define ARRAY(type)                                                                                \
    struct {                                                                                       \
        type *items;                                                                               \
        size_t count;                                                                              \
        size_t capacity;                                                                           \
    }

/** Room for one more item, zeroed; NULL with the error filled when the arena is at its cap. */
#define array_push(array, arena_, error_)                                                          \
    ((__typeof__((array)->items))array_push_bytes((void **)&(array)->items, &(array)->count,       \
                                                  &(array)->capacity, sizeof *(array)->items,      \
                                                  (arena_), (error_)))

void *array_push_bytes(void **items, size_t *count, size_t *capacity, size_t size_bytes, arena *a,
                       chancery_error *error) CHANCERY_MUST_CHECK;

#endif
