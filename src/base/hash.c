/* Hashes: XXH3 (xxHash 0.8, whose values are fixed for good).
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * xxHash is taken in by its header rather than linked: most of what is hashed is one word, where
 * the call into a shared library would cost more than the hash, and the library then needs nothing
 * more at run time. Values are the same on every machine, whatever vector unit the build uses. */
#define XXH_INLINE_ALL
#include <xxhash.h>

#include "base/hash.h"

uint64_t hash_bytes(slice s, uint64_t seed)
{
    return XXH3_64bits_withSeed(s.len ? s.ptr : "", s.len, seed);
}

uint64_t hash_parts(const slice *parts, size_t count, uint64_t seed)
{
    XXH3_state_t state;
    XXH3_INITSTATE(&state);
    XXH3_64bits_reset_withSeed(&state, seed);
    for (size_t i = 0; i < count; i++)
        XXH3_64bits_update(&state, parts[i].len ? parts[i].ptr : "", parts[i].len);
    return XXH3_64bits_digest(&state);
}

void hash_hex(uint64_t value, char out[HASH_HEX_BYTES])
{
    for (int i = HASH_HEX_BYTES - 1; i >= 0; i--) {
        out[i] = "0123456789abcdef"[value & 15];
        value >>= 4;
    }
}
