/* Arena: a chain of blocks from which pieces are cut.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 *     first -> [full][full][ current | free ][kept][kept]
 *
 * Blocks before `current` are in use, those behind it are kept from before the last reset. A kept
 * block that is too small for what is asked goes back to the system rather than be skipped, so the
 * chain grows to fit its user.
 *
 * The cap counts what is given out, not what is held: whether a report fits must not depend on
 * which reports the worker read before, and the blocks do. What is held is bounded nevertheless. A
 * block is left for the next one only when a piece larger than its free tail is asked for, so all
 * tails together are smaller than what is given out, and blocks are never made larger than twice
 * the cap leaves room for. */
#include "base/arena.h"

#include <assert.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "base/array.h"
#include "base/error.h"
#include "base/memory.h"
#include "base/size.h"

enum { ALIGNMENT = 16, FIRST_BLOCK_BYTES = 64 << 10, FIRST_ARRAY_ITEMS = 8 };

struct arena_block {
    struct arena_block *next;
    size_t size_bytes;  /* of `data` */
    size_t used_bytes;  /* multiple of ALIGNMENT */
    size_t dirty_bytes; /* from here on `data` is still zero from the system */
    _Alignas(ALIGNMENT) unsigned char data[];
};

_Static_assert(ALIGNMENT >= _Alignof(max_align_t), "a piece must suit any type");

void arena_init(arena *a, size_t cap_bytes)
{
    *a = (arena){.cap_bytes = cap_bytes};
}

/* Gives the blocks behind *link back while they are smaller than `enough_bytes`. */
static void drop_small(arena *a, struct arena_block **link, size_t enough_bytes)
{
    while (*link && (*link)->size_bytes < enough_bytes) {
        struct arena_block *block = *link;
        *link = block->next;
        a->reserved_bytes -= sizeof *block + block->size_bytes;
        memory_free(block);
    }
}

void arena_clear(arena *a)
{
    drop_small(a, &a->first, SIZE_MAX);
    arena_init(a, a->cap_bytes);
}

void arena_reset(arena *a)
{
    for (struct arena_block *block = a->first; block; block = block->next)
        block->used_bytes = 0;
    a->current = a->first;
    a->used_bytes = 0;
}

/* Bytes for the data of a new block that holds at least `need_bytes`. */
static size_t block_size(const arena *a, size_t need_bytes)
{
    size_t bound = a->cap_bytes < SIZE_MAX / 4 ? a->cap_bytes * 2 : SIZE_MAX / 2;
    size_t room = a->reserved_bytes < bound ? bound - a->reserved_bytes : 0;
    size_t want = a->reserved_bytes + FIRST_BLOCK_BYTES; /* which doubles them */
    if (want > room)
        want = room;
    want = want > sizeof(struct arena_block) ? want - sizeof(struct arena_block) : 0;
    want -= want % ALIGNMENT;
    return want > need_bytes ? want : need_bytes;
}

/* Makes `current` a block with at least `need_bytes` free. @return false without memory. */
static bool next_block(arena *a, size_t need_bytes)
{
    struct arena_block **link = a->current ? &a->current->next : &a->first;
    drop_small(a, link, need_bytes);
    if (!*link) {
        size_t size = block_size(a, need_bytes);
        struct arena_block *block = memory_alloc(1, sizeof *block + size);
        if (!block && size > need_bytes) {
            size = need_bytes;
            block = memory_alloc(1, sizeof *block + size);
        }
        if (!block)
            return false;
        block->size_bytes = size;
        *link = block;
        a->reserved_bytes += sizeof *block + size;
    }
    a->current = *link;
    return true;
}

static void *cut_piece(struct arena_block *block, size_t bytes)
{
    unsigned char *piece = block->data + block->used_bytes;
    size_t end = block->used_bytes + bytes;
    size_t dirty = block->dirty_bytes < end ? block->dirty_bytes : end;
    if (dirty > block->used_bytes)
        memset(piece, 0, dirty - block->used_bytes);
    block->used_bytes = end;
    if (block->dirty_bytes < end)
        block->dirty_bytes = end;
    return piece;
}

/* What a piece takes of its block. @return false past the cap or on overflow. */
static bool piece_bytes(const arena *a, size_t count, size_t size_bytes, size_t *out)
{
    size_t bytes = 0;
    bool fits = size_multiply(count, size_bytes, &bytes) &&
                size_add(bytes ? bytes : 1, ALIGNMENT - 1, &bytes);
    bytes -= bytes % ALIGNMENT;
    *out = bytes;
    return fits && a->cap_bytes >= a->used_bytes && bytes <= a->cap_bytes - a->used_bytes;
}

void *arena_alloc(arena *a, size_t count, size_t size_bytes, chancery_error *error)
{
    size_t bytes;
    if (!piece_bytes(a, count, size_bytes, &bytes)) {
        error_set(error, CHANCERY_E_LIMIT,
                  "more memory is needed than the %zu bytes allowed; split the input",
                  a->cap_bytes);
        return NULL;
    }
    struct arena_block *block = a->current;
    if ((!block || bytes > block->size_bytes - block->used_bytes) && !next_block(a, bytes)) {
        error_set(error, CHANCERY_E_MEMORY, "no memory for %zu bytes; free some or split the input",
                  bytes);
        return NULL;
    }
    a->used_bytes += bytes;
    return cut_piece(a->current, bytes);
}

chancery_status arena_dup(arena *a, slice s, slice *out, chancery_error *error)
{
    chancery_error own = {0};
    chancery_error *e = error ? error : &own;
    size_t bytes;
    if (!size_add(s.len, 1, &bytes))
        return error_set(e, CHANCERY_E_LIMIT, "a string is longer than memory; split the input");
    char *copy = arena_alloc(a, bytes, 1, e);
    if (!copy)
        return e->status;
    if (s.len)
        memcpy(copy, s.ptr, s.len);
    *out = (slice){copy, s.len};
    return CHANCERY_OK;
}

static chancery_status print_into(arena *a, slice *out, chancery_error *error, const char *format,
                                  va_list args)
{
    va_list again;
    va_copy(again, args);
    int len = vsnprintf(NULL, 0, format, args);
    chancery_status status = CHANCERY_OK;
    char *text = NULL;
    if (len < 0)
        status =
            error_set(error, CHANCERY_E_LIMIT, "a string is too long to print; split the input");
    else if (!(text = arena_alloc(a, (size_t)len + 1, 1, error)))
        status = error->status;
    else if (vsnprintf(text, (size_t)len + 1, format, again) == len)
        *out = (slice){text, (size_t)len};
    va_end(again);
    return status;
}

chancery_status arena_printf(arena *a, slice *out, chancery_error *error, const char *format, ...)
{
    chancery_error own = {0};
    va_list args;
    va_start(args, format);
    chancery_status status = print_into(a, out, error ? error : &own, format, args);
    va_end(args);
    return status;
}

/* Makes the last piece of the current block longer where the block has room. It counts as a new
 * piece, so that the cap is met at the same request whatever the blocks are. */
static bool lengthen(arena *a, const void *piece, size_t count, size_t larger, size_t size_bytes)
{
    struct arena_block *block = a->current;
    size_t old = count * size_bytes, bytes;
    if (!piece || !block || !piece_bytes(a, larger, size_bytes, &bytes))
        return false;
    old += (ALIGNMENT - old % ALIGNMENT) % ALIGNMENT;
    bool last = old <= block->used_bytes && piece == block->data + block->used_bytes - old;
    if (!last || bytes - old > block->size_bytes - block->used_bytes)
        return false;
    a->used_bytes += bytes;
    cut_piece(block, bytes - old);
    return true;
}

void *array_push_bytes(void **items, size_t *count, size_t *capacity, size_t size_bytes, arena *a,
                       chancery_error *error)
{
    assert(size_bytes > 0 && *count <= *capacity);
    if (*count == *capacity) {
        size_t larger = FIRST_ARRAY_ITEMS;
        if (*capacity && !size_multiply(*capacity, 2, &larger))
            larger = SIZE_MAX; /* arena_alloc refuses it */
        if (!lengthen(a, *items, *capacity, larger, size_bytes)) {
            void *moved = arena_alloc(a, larger, size_bytes, error);
            if (!moved)
                return NULL;
            if (*items)
                memcpy(moved, *items, *count * size_bytes);
            *items = moved;
        }
        *capacity = larger;
    }
    void *item = (unsigned char *)*items + *count * size_bytes;
    memset(item, 0, size_bytes); /* a caller may have taken items off the end */
    ++*count;
    return item;
}
