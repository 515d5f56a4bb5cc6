/* Thread pool: numbered jobs, results taken in order.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * Work is a count of jobs. Workers take the next number; `finish` is called on the caller's thread
 * in the order of the numbers, so that output is the same on any number of threads. At most a
 * window of jobs is under way, which bounds memory. */
#ifndef BASE_POOL_H
#define BASE_POOL_H

#include <stdbool.h>
#include <stddef.h>

#include "chancery/status.h"

typedef struct pool_work {
    void *context;
    size_t job_count;
    /** Does job `job` on worker `worker` (0 to worker_count - 1). Returns what finish receives.
     *  Runs on several threads at once: may touch only its own worker's state. */
    void *(*run)(void *context, size_t worker, size_t job);
    /** Takes a result, in order, on the calling thread. @return false to stop early. */
    bool (*finish)(void *context, size_t job, void *result);
    /** Frees a result that finish never saw because work was stopped. */
    void (*drop)(void *context, void *result);
} pool_work;

/** Runs all jobs on `worker_count` threads (1 runs them on the calling thread) and returns when
 *  none is under way. @return CHANCERY_OK, _E_CANCELLED when finish said stop, _E_MEMORY, _E_IO (no
 * thread). */
chancery_status pool_run(const pool_work *work, size_t worker_count,
                         chancery_error *error) CHANCERY_MUST_CHECK;

/** Processors that this process may use, at least 1. */
size_t pool_processor_count(void);

#endif
