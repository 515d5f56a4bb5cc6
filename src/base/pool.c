/* Thread pool: numbered jobs in a ring, results taken in order.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 *     finished            taken                 job_count
 *        |  results wait in |                       |
 *     ---[ a window of slots, job n in slot n % window ]---
 *
 * One lock guards the ring. A job is a report, thousands of times longer than the lock is held, so
 * nothing finer pays. Workers wait while the window is full, the caller's thread while the next
 * result in order is not there. Signals go to the caller's thread: workers block them. */
#include "base/pool.h"

#include <assert.h>
#include <pthread.h>
#include <sched.h>
#include <signal.h>
#include <unistd.h>

#include "base/error.h"
#include "base/memory.h"
#include "base/size.h"

enum { JOBS_PER_WORKER = 4 };

typedef struct pool_slot {
    void *result;
    bool done;
} pool_slot;

typedef struct pool_state {
    const pool_work *work;
    pool_slot *slots; /* [window] */
    size_t window;
    size_t taken;    /* number of the next job that a worker takes */
    size_t finished; /* number of the next result that finish takes */
    bool stopped;
    pthread_mutex_t lock;
    pthread_cond_t result_ready; /* for the caller's thread */
    pthread_cond_t room_made;    /* for the workers */
} pool_state;

typedef struct pool_worker {
    pool_state *state;
    size_t number;
    pthread_t thread;
} pool_worker;

static void *work_on(void *argument)
{
    const pool_worker *worker = argument;
    pool_state *state = worker->state;
    pthread_mutex_lock(&state->lock);
    for (;;) {
        while (!state->stopped && state->taken < state->work->job_count &&
               state->taken - state->finished >= state->window)
            pthread_cond_wait(&state->room_made, &state->lock);
        if (state->stopped || state->taken >= state->work->job_count)
            break;
        size_t job = state->taken++;
        pthread_mutex_unlock(&state->lock);
        void *result = state->work->run(state->work->context, worker->number, job);
        pthread_mutex_lock(&state->lock);
        pool_slot *slot = &state->slots[job % state->window];
        slot->result = result;
        slot->done = true;
        if (job == state->finished)
            pthread_cond_signal(&state->result_ready);
    }
    pthread_mutex_unlock(&state->lock);
    return NULL;
}

/* Hands the results to finish in order, until the last or until it says stop. */
static void take_results(pool_state *state)
{
    const pool_work *work = state->work;
    pthread_mutex_lock(&state->lock);
    while (!state->stopped && state->finished < work->job_count) {
        pool_slot *slot = &state->slots[state->finished % state->window];
        if (!slot->done) {
            pthread_cond_wait(&state->result_ready, &state->lock);
            continue;
        }
        size_t job = state->finished;
        void *result = slot->result;
        *slot = (pool_slot){0};
        pthread_mutex_unlock(&state->lock);
        bool go_on = work->finish(work->context, job, result);
        pthread_mutex_lock(&state->lock);
        state->finished++;
        state->stopped = !go_on;
        if (state->stopped)
            pthread_cond_broadcast(&state->room_made);
        else
            pthread_cond_signal(&state->room_made);
    }
    pthread_mutex_unlock(&state->lock);
}

/* @return how many threads could be started. */
static size_t start_workers(pool_worker *workers, size_t count)
{
    sigset_t all;
    sigset_t before;
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before);
    size_t started = 0;
    while (started < count &&
           pthread_create(&workers[started].thread, NULL, work_on, &workers[started]) == 0)
        started++;
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    return started;
}

static chancery_status cancelled(chancery_error *error)
{
    return error_set(error, CHANCERY_E_CANCELLED, "stopped before all work was done");
}

static chancery_status run_here(const pool_work *work, chancery_error *error)
{
    for (size_t job = 0; job < work->job_count; job++)
        if (!work->finish(work->context, job, work->run(work->context, 0, job)))
            return cancelled(error);
    return CHANCERY_OK;
}

/* Runs the workers over a state whose lock and conditions are made. */
static chancery_status run_threads(pool_state *state, pool_worker *workers, size_t count,
                                   chancery_error *error)
{
    for (size_t i = 0; i < count; i++)
        workers[i] = (pool_worker){.state = state, .number = i};
    size_t started = start_workers(workers, count);
    if (started == 0)
        return error_set(error, CHANCERY_E_IO,
                         "the system starts no thread; raise its limit or work with -j 1");
    take_results(state);
    for (size_t i = 0; i < started; i++)
        pthread_join(workers[i].thread, NULL);
    for (size_t i = 0; i < state->window; i++)
        if (state->slots[i].done && state->work->drop)
            state->work->drop(state->work->context, state->slots[i].result);
    return state->stopped ? cancelled(error) : CHANCERY_OK;
}

chancery_status pool_run(const pool_work *work, size_t worker_count, chancery_error *error)
{
    assert(work->run && work->finish && worker_count > 0);
    if (worker_count > work->job_count)
        worker_count = work->job_count;
    if (worker_count <= 1)
        return run_here(work, error);
    pool_state state = {.work = work};
    chancery_status status = CHANCERY_E_MEMORY;
    pool_worker *workers = memory_alloc(worker_count, sizeof *workers);
    if (size_multiply(worker_count, JOBS_PER_WORKER, &state.window))
        state.slots = memory_alloc(state.window, sizeof *state.slots);
    if (!workers || !state.slots) {
        status = error_set(error, CHANCERY_E_MEMORY, "no memory for %zu workers; use fewer (-j)",
                           worker_count);
        goto out;
    }
    pthread_mutex_init(&state.lock, NULL);
    pthread_cond_init(&state.result_ready, NULL);
    pthread_cond_init(&state.room_made, NULL);
    status = run_threads(&state, workers, worker_count, error);
    pthread_cond_destroy(&state.room_made);
    pthread_cond_destroy(&state.result_ready);
    pthread_mutex_destroy(&state.lock);
out:
    memory_free(state.slots);
    memory_free(workers);
    return status;
}

size_t pool_processor_count(void)
{
    cpu_set_t usable;
    if (sched_getaffinity(0, sizeof usable, &usable) == 0 && CPU_COUNT(&usable) > 0)
        return (size_t)CPU_COUNT(&usable);
    long online = sysconf(_SC_NPROCESSORS_ONLN); /* more processors than a cpu_set_t counts */
    return online > 0 ? (size_t)online : 1;
}
