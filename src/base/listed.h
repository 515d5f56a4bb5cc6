/* Sorted lists of words in the program itself, searched by halves.
 *
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef BASE_LISTED_H
#define BASE_LISTED_H

#include "base/slice.h"

#include <string.h>

/** Byte order of a NUL-terminated word and another. It measures and calls nothing: nearly all
 *  comparisons end within the first letters. @return <0, 0, >0. */
static inline int listed_order(const char *listed, slice word)
{
    size_t i = 0;
    while (i < word.len && listed[i] == word.ptr[i] && listed[i])
        i++;
    if (i == word.len || !listed[i])
        return (listed[i] != 0) - (i < word.len);
    return (unsigned char)listed[i] - (unsigned char)word.ptr[i];
}

/** The item whose word is `word`, or NULL. `items` are `count` structs of `size` bytes, or bare
 *  `const char *`, each beginning with its NUL-terminated word, in byte order of these. */
static inline const void *listed_find(const void *items, size_t count, size_t size, slice word)
{
    size_t low = 0, high = count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        const char *item = (const char *)items + middle * size;
        const char *listed;
        memcpy(&listed, item, sizeof listed);
        int order = listed_order(listed, word);
        if (order == 0)
            return item;
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return NULL;
}

#endif
