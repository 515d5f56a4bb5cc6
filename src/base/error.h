/* Writing errors.
 *
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef BASE_ERROR_H
#define BASE_ERROR_H

#include "chancery/status.h"

/** Fills `error` (which may be NULL) and returns `status`, so that a failure is one line:
 *  return error_set(error, CHANCERY_E_FORMAT, "…: what was wrong; what to do"). Keeps nothing of an
 * older message. */
chancery_status error_set(chancery_error *error, chancery_status status, const char *format, ...)
    CHANCERY_PRINTF(3, 4);

/** Adds where it happened: a file's name (kept if one stands there already) and a line or 0. */
void error_at(chancery_error *error, const char *where, uint64_t line);

#endif
