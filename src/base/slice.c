/* Slices: the functions that are too long for the header.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * Only ASCII is folded or trimmed here, by value and never through <ctype.h>, whose answers change
 * with the locale. What folds letters beyond ASCII is text_fold. */
#include "base/slice.h"

static unsigned char fold_ascii(char byte)
{
    unsigned char c = (unsigned char)byte;
    return c >= 'A' && c <= 'Z' ? (unsigned char)(c | 0x20) : c;
}

static bool is_space(char byte)
{
    return byte == ' ' || (byte >= '\t' && byte <= '\r');
}

bool slice_equal_ascii_fold(slice a, slice b)
{
    if (a.len != b.len)
        return false;
    for (size_t i = 0; i < a.len; i++)
        if (fold_ascii(a.ptr[i]) != fold_ascii(b.ptr[i]))
            return false;
    return true;
}

size_t slice_find(slice s, slice needle)
{
    if (needle.len == 0)
        return 0;
    if (needle.len > s.len)
        return SIZE_MAX;
    const char *first = memchr(s.ptr, needle.ptr[0], s.len - needle.len + 1);
    if (!first || needle.len == 1)
        return first ? (size_t)(first - s.ptr) : SIZE_MAX;
    const char *found = memmem(first, s.len - (size_t)(first - s.ptr), needle.ptr, needle.len);
    return found ? (size_t)(found - s.ptr) : SIZE_MAX;
}

slice slice_trim(slice s)
{
    while (s.len && is_space(s.ptr[0])) {
        s.ptr++;
        s.len--;
    }
    while (s.len && is_space(s.ptr[s.len - 1]))
        s.len--;
    return s;
}

bool slice_next(slice *rest, char separator, slice *part)
{
    if (!rest->ptr)
        return false;
    const char *end = rest->len ? memchr(rest->ptr, separator, rest->len) : NULL;
    if (!end) {
        *part = *rest;
        *rest = (slice){NULL, 0};
        return true;
    }
    size_t cut = (size_t)(end - rest->ptr);
    *part = slice_range(*rest, 0, cut);
    *rest = slice_range(*rest, cut + 1, rest->len);
    return true;
}
