/* For clang-tidy only, which sees one file at a time and none of the promises between files.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * error_set returns the status that it is given: without this the analyzer follows paths on which a
 * failure comes back as success. A slice that is cut further has bytes: without this it follows
 * paths on which they have a length and no place. The suite includes this ahead of every file but
 * the one that defines error_set. */
#ifndef CHECKS_ANALYZER_H
#define CHECKS_ANALYZER_H

#include "base/error.h"
#include "base/slice.h"

static inline chancery_status analyzer_as_given(chancery_status status)
{
    return status;
}

static inline slice analyzer_range(slice s, size_t start, size_t end)
{
    return (slice){s.ptr + start, end - start};
}

#define slice_range(...) analyzer_range(__VA_ARGS__)
#define error_set(error_, status_, ...)                                                            \
    ((void)error_set((error_), (status_), __VA_ARGS__), analyzer_as_given(status_))

#endif
