/* Failures of memory: something is done again and again while the n-th allocation fails, for every
 * n.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * For programs that are built with CHANCERY_FAULTS. */
#ifndef TESTS_UNIT_FAULTS_H
#define TESTS_UNIT_FAULTS_H

#include "base/error.h"
#include "base/memory.h"

/** Does it until no allocation fails any more. Each failure is told as one; an arena that is
 * refused a large block may do with a smaller one, so that it may succeed all the same.
 *  @param act  does it with `data`.
 *  @return how often an allocation failed. */
static inline size_t
fail_every_allocation(chancery_status (*act)(void *data, chancery_error *error), void *data)
{
    size_t n = 0;
    for (bool fired = true; fired; n++) {
        chancery_error error = {0};
        memory_fail_after(n);
        chancery_status status = act(data, &error);
        fired = memory_fault_fired();
        memory_fail_after(SIZE_MAX);
        if (!fired || status == CHANCERY_OK) {
            assert_int_equal(status, CHANCERY_OK);
            continue;
        }
        assert_int_equal(status, CHANCERY_E_MEMORY);
        assert_true(error.message[0] != 0);
    }
    return n;
}

#endif
