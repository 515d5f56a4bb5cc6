/* The one function that a fuzz target defines, and how it says that something does not hold.
 *
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef FUZZ_FUZZ_H
#define FUZZ_FUZZ_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

/** Runs the target over `size` bytes. Must not keep anything between calls. @return 0. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/** Stops the fuzzer where something does not hold, so that it keeps the input. */
static inline void must(bool holds)
{
    if (!holds)
        abort();
}

#endif
