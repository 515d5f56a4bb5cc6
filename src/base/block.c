/* Blocks: the line form of the text files in data/. See block.h.
 *
 * SPDX-License-Identifier: Apache-2.0 */
#include "base/block.h"

bool block_next(block_reader *reader, block_line *out)
{
    slice line;
    while (slice_next(&reader->rest, '\n', &line)) {
        reader->line++;
        slice text = slice_trim(line);
        if (text.len == 0 || text.ptr[0] == '#')
            continue;
        *out = (block_line){text, line.ptr[0] != ' ' && line.ptr[0] != '\t', reader->line};
        return true;
    }
    return false;
}

bool block_field(slice line, slice *name, slice *value)
{
    for (size_t i = 0; i < line.len; i++) {
        if (line.ptr[i] != ':' || (i + 1 < line.len && line.ptr[i + 1] != ' '))
            continue;
        *name = slice_trim(slice_range(line, 0, i));
        *value = slice_trim(slice_range(line, i + 1, line.len));
        return true;
    }
    return false;
}

bool block_word(slice *rest, slice *word)
{
    slice s = slice_trim(*rest);
    if (s.len == 0)
        return false;
    size_t end = 0;
    while (end < s.len && s.ptr[end] != ' ' && s.ptr[end] != '\t')
        end++;
    *word = slice_range(s, 0, end);
    *rest = slice_range(s, end, s.len);
    return true;
}
