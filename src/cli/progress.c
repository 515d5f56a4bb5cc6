/* A progress bar on stderr. See progress.h.
 *
 * SPDX-License-Identifier: Apache-2.0 */
#include "cli/progress.h"

#include <stdio.h>
#include <time.h>
#include <unistd.h>

enum { QUIET_MS = 1000, STEP_MS = 100, BAR_CELLS = 30 };

static int64_t now_ms(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

void cli_progress_start(cli_progress *p, size_t total)
{
    *p = (cli_progress){.terminal = isatty(STDERR_FILENO), .total = total, .start_ms = now_ms()};
}

static void draw(const cli_progress *p, size_t done, size_t failed, int64_t elapsed_ms)
{
    size_t filled = p->total ? done * BAR_CELLS / p->total : 0;
    size_t rate = elapsed_ms > 0 ? done * 1000 / (size_t)elapsed_ms : 0;
    size_t left_s = rate ? (p->total - done) / rate : 0;
    fputs("\r[", stderr);
    for (size_t i = 0; i < BAR_CELLS; i++)
        fputc(i < filled ? '#' : '.', stderr);
    fprintf(stderr, "] %zu of %zu reports, %zu a second, %zu s left", done, p->total, rate, left_s);
    if (failed)
        fprintf(stderr, ", %zu not read", failed);
    fputs("\033[K", stderr);
    fflush(stderr);
}

void cli_progress_step(cli_progress *p, size_t done, size_t failed)
{
    if (!p->terminal)
        return;
    int64_t now = now_ms();
    if (now - p->start_ms < QUIET_MS || now - p->last_ms < STEP_MS)
        return;
    p->last_ms = now;
    p->shown = true;
    draw(p, done, failed, now - p->start_ms);
}

void cli_progress_end(cli_progress *p)
{
    if (p->shown)
        fputs("\r\033[K", stderr);
    p->shown = false;
}
