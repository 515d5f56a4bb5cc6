/* The one place that asks the system for memory, so that tests can make the n-th request fail.
 *
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef BASE_MEMORY_H
#define BASE_MEMORY_H

#include <stddef.h>

/** count x size zeroed bytes, or NULL (also on overflow). Free with memory_free. */
void *memory_alloc(size_t count, size_t size_bytes);

/** As realloc with checked sizes; new bytes are not zeroed. The old block stays on failure. */
void *memory_grow(void *old, size_t count, size_t size_bytes);

void memory_free(void *block);

#ifdef CHANCERY_FAULTS
#include <stdbool.h>
#include <stdint.h>

/** For tests: the next `n` requests are served, the one behind them is refused, later ones are
 * served again. SIZE_MAX plans no fault. */
void memory_fail_after(size_t n);

/** For tests: whether the fault that was planned last has happened. A loop over n ends when it has
 * not. */
bool memory_fault_fired(void);
#endif

#endif
