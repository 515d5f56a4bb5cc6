/* Hashes: xxHash's XXH3 with a seed.
 *
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef BASE_HASH_H
#define BASE_HASH_H

#include <stdint.h>

#include "base/slice.h"

enum { HASH_HEX_BYTES = 16 };

/** 64 bits over `s`. The same seed gives the same value on every machine. */
uint64_t hash_bytes(slice s, uint64_t seed);

/** hash_bytes of the parts one behind the other, without joining them. */
uint64_t hash_parts(const slice *parts, size_t count, uint64_t seed);

/** 16 lower-case hexadecimal digits of `value`, not NUL-terminated. */
void hash_hex(uint64_t value, char out[HASH_HEX_BYTES]);

#endif
