/* A progress bar on stderr. See progress.h.
 *
 * SPDX-License-Identifier: Apache-2.0 */
#include "cli/progress.h"

#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <time.h>
#include <unistd.h>

enum { QUIET_MS = 1000, STEP_MS = 100, BAR_CELLS = 24, LINE_BYTES = 200, USUAL_COLUMNS = 80 };

static int64_t now_ms(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

void cli_progress_start(cli_progress *p, size_t total, bool prints)
{
    *p = (cli_progress){.wanted = isatty(STDERR_FILENO) && !(prints && isatty(STDOUT_FILENO)),
                        .total = total,
                        .start_ms = now_ms()};
}

/** Columns of the terminal on stderr; one less, since a line that fills it would break. */
static size_t columns(void)
{
    struct winsize size;
    bool known = ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 1;
    return known ? size.ws_col - 1u : USUAL_COLUMNS - 1;
}

/** "40 s left", "3 min left". */
static void time_left(const cli_progress *p, size_t done, int64_t elapsed_ms, char *out,
                      size_t size)
{
    size_t left_s = (size_t)elapsed_ms / 1000 * (p->total - done) / (done ? done : 1);
    if (left_s < 120)
        snprintf(out, size, "%zu s left", left_s);
    else
        snprintf(out, size, "%zu min left", left_s / 60);
}

static void draw(const cli_progress *p, size_t done, size_t failed, int64_t elapsed_ms)
{
    char line[LINE_BYTES], left[40], bar[BAR_CELLS + 1] = {0};
    size_t filled = p->total ? done * BAR_CELLS / p->total : 0, width = columns();
    for (size_t i = 0; i < BAR_CELLS; i++)
        bar[i] = i < filled ? '#' : '.';
    time_left(p, done, elapsed_ms, left, sizeof left);
    int length =
        snprintf(line, sizeof line, "[%s] %zu of %zu reports, %s", bar, done, p->total, left);
    if (failed && length > 0 && (size_t)length < sizeof line)
        snprintf(line + length, sizeof line - (size_t)length, ", %zu not read", failed);
    if (width < sizeof line)
        line[width] = '\0';
    fprintf(stderr, "\r%s\033[K", line);
    fflush(stderr);
}

void cli_progress_step(cli_progress *p, size_t done, size_t failed)
{
    if (!p->wanted)
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
