/* Arena: memory that is given out piece by piece and taken back all at once.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * A chain of blocks, each twice as large as the last; a reset keeps the blocks. There is no free
 * and no realloc of a piece: what must grow is an ARRAY (array.h), which moves. A hard cap
 * bounds what one report can take; it counts the bytes given out, so that the same requests reach
 * it on a fresh arena and on one that keeps blocks. Inputs never decide a size unchecked
 * (size.h). */
#ifndef BASE_ARENA_H
#define BASE_ARENA_H

#include <stddef.h>
#include <stdint.h>

#include "base/slice.h"
#include "chancery/status.h"

struct arena_block;

typedef struct arena {
    struct arena_block *first;
    struct arena_block *current;
    size_t used_bytes;     /* given out since the last reset, arrays that grow counted anew */
    size_t reserved_bytes; /* held from the system: about twice the cap at most */
    size_t cap_bytes;      /* used_bytes never grows past it */
} arena;

/** Makes an empty arena; nothing is allocated yet. @param cap_bytes hard cap of what it gives. */
void arena_init(arena *a, size_t cap_bytes);

/** Gives all memory back to the system. The arena may be used again. */
void arena_clear(arena *a);

/** Forgets all pieces and keeps the blocks for the next report. */
void arena_reset(arena *a);

/** `count` x `size_bytes` zeroed bytes, aligned for any type.
 *  @return NULL with the error filled (CHANCERY_E_LIMIT past the cap or on overflow, _E_MEMORY). A
 * count of 0 gives a valid pointer to nothing. `error` may be NULL. */
void *arena_alloc(arena *a, size_t count, size_t size_bytes,
                  chancery_error *error) CHANCERY_MUST_CHECK;

/** Copies `s` into the arena; the copy is also NUL-terminated. @return CHANCERY_OK, _E_LIMIT,
 * _E_MEMORY. */
chancery_status arena_dup(arena *a, slice s, slice *out, chancery_error *error) CHANCERY_MUST_CHECK;

/** printf into the arena, for integers and strings: their form knows no locale. Not for %f, %g or
 * %a, nor the flag ': numbers with a fraction go through number_format_double (number.h). @return
 * CHANCERY_OK, _E_LIMIT, _E_MEMORY. */
chancery_status arena_printf(arena *a, slice *out, chancery_error *error, const char *format,
                             ...) CHANCERY_MUST_CHECK CHANCERY_PRINTF(4, 5);

#endif
