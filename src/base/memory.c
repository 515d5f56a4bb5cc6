/* Memory from the system.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * Every request passes may_have(), which a build with CHANCERY_FAULTS can make refuse the n-th one.
 * That build alone has a mutable static, and it is atomic because workers ask too. */
#include "base/memory.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>

#include "base/size.h"

#ifdef CHANCERY_FAULTS
#include <stdatomic.h>

static _Atomic size_t requests_left = SIZE_MAX; /* SIZE_MAX: no fault is planned */
static atomic_bool fired = false;

void memory_fail_after(size_t n)
{
    atomic_store(&fired, false);
    atomic_store(&requests_left, n);
}

bool memory_fault_fired(void)
{
    return atomic_load(&fired);
}

static bool fault_is_due(void)
{
    size_t left = atomic_load(&requests_left);
    while (left != SIZE_MAX) {
        size_t next = left ? left - 1 : SIZE_MAX;
        if (atomic_compare_exchange_weak(&requests_left, &left, next)) {
            if (left == 0)
                atomic_store(&fired, true);
            return left == 0;
        }
    }
    return false;
}
#else
static bool fault_is_due(void)
{
    return false;
}
#endif

/* Whether count x size may be asked for; *bytes is then at least 1. */
static bool may_have(size_t count, size_t size_bytes, size_t *bytes)
{
    if (!size_multiply(count, size_bytes, bytes) || *bytes > PTRDIFF_MAX)
        return false;
    if (*bytes == 0)
        *bytes = 1;
    return !fault_is_due();
}

void *memory_alloc(size_t count, size_t size_bytes)
{
    size_t bytes;
    return may_have(count, size_bytes, &bytes) ? calloc(1, bytes) : NULL;
}

void *memory_grow(void *old, size_t count, size_t size_bytes)
{
    size_t bytes;
    return may_have(count, size_bytes, &bytes) ? realloc(old, bytes) : NULL;
}

void memory_free(void *block)
{
    free(block);
}
