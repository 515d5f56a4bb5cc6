/* Slices: bytes with a length. NUL is an ordinary byte.
 *
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef BASE_SLICE_H
#define BASE_SLICE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "chancery/reading.h"

typedef chancery_slice slice;
typedef chancery_span span;

/** A string literal as a slice. */
#define SLICE(literal) ((slice){(literal), sizeof(literal) - 1})

/** A slice as the two arguments of printf's "%.*s". */
#define SLICE_ARGS(s) (int)(s).len, (s).ptr ? (s).ptr : ""

/** A NUL-terminated string as a slice; NULL gives the empty one. */
static inline slice slice_of(const char *string)
{
    return (slice){string, string ? strlen(string) : 0};
}

/** The bytes [start, end) of `s`; the caller has checked the bounds. */
static inline slice slice_range(slice s, size_t start, size_t end)
{
    return (slice){s.ptr ? s.ptr + start : NULL, end - start};
}

static inline bool slice_equal(slice a, slice b)
{
    return a.len == b.len && (a.len == 0 || memcmp(a.ptr, b.ptr, a.len) == 0);
}

/** Whether `s` is this literal, without measuring it first: most comparisons end at the first byte.
 */
static inline bool slice_is(slice s, const char *word)
{
    for (size_t i = 0; i < s.len; i++)
        if (s.ptr[i] != word[i] || word[i] == '\0')
            return false;
    return word[s.len] == '\0';
}

/** Whether `s` is one of these literals; a NULL ends the list. */
static inline bool slice_is_any(slice s, const char *const *words)
{
    for (; *words; words++)
        if (slice_is(s, *words))
            return true;
    return false;
}

/** Byte order; a prefix comes before what it begins. @return <0, 0, >0. */
static inline int slice_compare(slice a, slice b)
{
    size_t shorter = a.len < b.len ? a.len : b.len;
    int order = shorter ? memcmp(a.ptr, b.ptr, shorter) : 0;
    return order ? order : (a.len > b.len) - (a.len < b.len);
}

static inline bool slice_starts(slice s, slice prefix)
{
    return s.len >= prefix.len && (prefix.len == 0 || memcmp(s.ptr, prefix.ptr, prefix.len) == 0);
}

static inline bool slice_ends(slice s, slice suffix)
{
    return s.len >= suffix.len &&
           (suffix.len == 0 || memcmp(s.ptr + s.len - suffix.len, suffix.ptr, suffix.len) == 0);
}

/** Equal with ASCII letters folded; other bytes must be the same. Knows no locale. */
bool slice_equal_ascii_fold(slice a, slice b);

/** Where `needle` first stands in `s`, or SIZE_MAX. An empty needle stands at 0. */
size_t slice_find(slice s, slice needle);

/** `s` without ASCII white space at both ends. */
slice slice_trim(slice s);

/** Cuts the text up to `separator` off the front of `*rest`. The last part has no separator.
 *  @return false when nothing is left (`rest->ptr` is NULL); `*part` is then untouched. */
bool slice_next(slice *rest, char separator, slice *part);

#endif
