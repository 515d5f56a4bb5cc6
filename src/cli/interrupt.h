/* Ctrl-C while an archive is being written: what is read by then is kept.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * A thread of its own waits for SIGINT and SIGTERM, which every other thread blocks: what it does
 * is ordinary code, and no mutable static is needed. The first signal asks for an end, a second one
 * kills the program (the archive then loses the open transaction and stays sound). */
#ifndef CLI_INTERRUPT_H
#define CLI_INTERRUPT_H

#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdbool.h>

typedef struct cli_interrupt {
    sigset_t signals;
    sigset_t before; /* what was blocked before */
    pthread_t thread;
    atomic_int caught; /* the signal, or 0 */
    atomic_bool ended; /* nothing is watched for any more */
    bool watching;
} cli_interrupt;

/** Begins to watch; before other threads are started. Where no thread can be had, signals do what
 * they did. */
void cli_interrupt_begin(cli_interrupt *i);

/** Whether a signal has come. */
bool cli_interrupted(cli_interrupt *i);

/** Ends watching. A signal that came takes effect now: whoever started the program sees what ended
 * it. */
void cli_interrupt_end(cli_interrupt *i);

#endif
