/* A progress bar on stderr: shown where work takes longer than a second and stderr is a terminal.
 *
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef CLI_PROGRESS_H
#define CLI_PROGRESS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct cli_progress {
    bool wanted;
    bool shown;
    size_t total;
    int64_t start_ms;
    int64_t last_ms;
} cli_progress;

/** @param prints whether results go to stdout meanwhile: on the same terminal they would break the
 * bar, which is then left out. */
void cli_progress_start(cli_progress *p, size_t total, bool prints);

/** `done` reports are read, `failed` of them not. Draws ten times a second at most. */
void cli_progress_step(cli_progress *p, size_t done, size_t failed);

/** Wipes the bar. */
void cli_progress_end(cli_progress *p);

#endif
