/* Names of frames, types and contexts while a codebook is compiled. See compile.h.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * A table of slots with open addressing, so that a codebook of a hundred thousand frames finds
 * names that stand twice as quickly as one of a hundred. */
#include "base/hash.h"
#include "codebook/compile.h"

enum { FIRST_SLOTS = 256, NAME_SEED = 0x6e616d65 };

static size_t slot_of(const compile_names *names, slice first, slice second)
{
    const slice parts[] = {first, SLICE("\n"), second};
    return (size_t)hash_parts(parts, 3, NAME_SEED) & (names->slot_count - 1);
}

size_t compile_name_find(const compile_names *names, slice first, slice second)
{
    if (names->slot_count == 0)
        return SIZE_MAX;
    for (size_t slot = slot_of(names, first, second); names->slots[slot];
         slot = (slot + 1) & (names->slot_count - 1)) {
        size_t index = names->slots[slot] - 1;
        if (slice_equal(names->items.items[index].first, first) &&
            slice_equal(names->items.items[index].second, second))
            return index;
    }
    return SIZE_MAX;
}

static void put(compile_names *names, size_t index)
{
    size_t slot = slot_of(names, names->items.items[index].first, names->items.items[index].second);
    while (names->slots[slot])
        slot = (slot + 1) & (names->slot_count - 1);
    names->slots[slot] = (uint32_t)(index + 1);
}

chancery_status compile_name_add(compiler *c, compile_names *names, slice first, slice second)
{
    __typeof__(names->items.items) item = array_push(&names->items, c->arena, c->error);
    if (!item)
        return CHANCERY_E_MEMORY;
    item->first = first;
    item->second = second;
    if (2 * names->items.count <= names->slot_count) {
        put(names, names->items.count - 1);
        return CHANCERY_OK;
    }
    names->slot_count = names->slot_count ? 2 * names->slot_count : FIRST_SLOTS;
    names->slots = arena_alloc(c->arena, names->slot_count, sizeof *names->slots, c->error);
    if (!names->slots)
        return CHANCERY_E_MEMORY;
    for (size_t i = 0; i < names->items.count; i++)
        put(names, i);
    return CHANCERY_OK;
}
