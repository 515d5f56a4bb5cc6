/* For clang-tidy only, which sees one file at a time: error_set returns the status that it is
 * given.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * Without this the analyzer follows paths on which a failure comes back as success. The suite
 * includes it ahead of every file but the one that defines error_set. */
#ifndef CHECKS_ANALYZER_H
#define CHECKS_ANALYZER_H

#include "base/error.h"

static inline chancery_status analyzer_as_given(chancery_status status)
{
    return status;
}

#define error_set(error_, status_, ...)                                                            \
    ((void)error_set((error_), (status_), __VA_ARGS__), analyzer_as_given(status_))

#endif
