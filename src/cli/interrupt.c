/* Ctrl-C while an archive is being written. See interrupt.h.
 *
 * SPDX-License-Identifier: Apache-2.0 */
#include "cli/interrupt.h"

#include <stdio.h>

enum { WAKE = SIGUSR2 }; /* ends the thread's wait where `ended` is set */

/** Ends the program by the signal itself. */
static void end_by(const cli_interrupt *i, int number)
{
    signal(number, SIG_DFL);
    pthread_sigmask(SIG_UNBLOCK, &i->signals, NULL);
    raise(number);
}

static void *watch(void *argument)
{
    cli_interrupt *i = argument;
    int number = 0;
    while (sigwait(&i->signals, &number) == 0 && !atomic_load(&i->ended)) {
        if (number == WAKE)
            continue;
        if (atomic_load(&i->caught))
            end_by(i, number);
        atomic_store(&i->caught, number);
        fputs("\nchancery: stopping when the reports under way are kept; once more stops at"
              " once\n",
              stderr);
    }
    return NULL;
}

/** Adds a signal, unless whoever started the program wants it ignored (nohup, jobs of a script). */
static void add_signal(cli_interrupt *i, int number)
{
    struct sigaction now;
    if (sigaction(number, NULL, &now) == 0 && now.sa_handler != SIG_IGN)
        sigaddset(&i->signals, number);
}

void cli_interrupt_begin(cli_interrupt *i)
{
    sigemptyset(&i->signals);
    sigaddset(&i->signals, WAKE);
    add_signal(i, SIGINT);
    add_signal(i, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &i->signals, &i->before);
    i->watching = pthread_create(&i->thread, NULL, watch, i) == 0;
    if (!i->watching)
        pthread_sigmask(SIG_SETMASK, &i->before, NULL);
}

bool cli_interrupted(cli_interrupt *i)
{
    return atomic_load(&i->caught) != 0;
}

void cli_interrupt_end(cli_interrupt *i)
{
    if (!i->watching)
        return;
    atomic_store(&i->ended, true);
    pthread_kill(i->thread, WAKE);
    pthread_join(i->thread, NULL);
    i->watching = false;
    if (atomic_load(&i->caught))
        end_by(i, atomic_load(&i->caught));
    pthread_sigmask(SIG_SETMASK, &i->before, NULL);
}
