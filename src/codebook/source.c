/* The codebook's text files: a folder or one file, their blocks, and the examples in them.
 *
 * SPDX-License-Identifier: Apache-2.0 */
#include "codebook/source.h"

#include <dirent.h>
#include <stdlib.h>
#include <sys/stat.h>

#include "base/array.h"
#include "base/block.h"
#include "base/error.h"
#include "base/memory.h"

static int is_text(const struct dirent *entry)
{
    return slice_ends(slice_of(entry->d_name), SLICE(".txt"));
}

/** By bytes: alphasort would follow the locale. */
static int by_name(const struct dirent **a, const struct dirent **b)
{
    return strcmp((*a)->d_name, (*b)->d_name);
}

static chancery_status load_file(slice path, arena *a, codebook_source *out, chancery_error *error)
{
    slice text;
    chancery_status status = file_read(path.ptr, CODEBOOK_MAX_FILE_BYTES, &text, error);
    if (status)
        return status;
    out->name = path;
    status = arena_dup(a, text, &out->text, error);
    memory_free((void *)(uintptr_t)text.ptr);
    return status;
}

static chancery_status load_folder(const char *folder, uint32_t layer, arena *a,
                                   codebook_source **out, size_t *count, chancery_error *error)
{
    struct dirent **names = NULL;
    int found = scandir(folder, &names, is_text, by_name);
    if (found <= 0) {
        free(names);
        return error_set(error, CHANCERY_E_NOT_FOUND,
                         "%s: no folder with a codebook's *.txt files; name one that has them",
                         folder);
    }
    codebook_source *sources = arena_alloc(a, (size_t)found, sizeof *sources, error);
    chancery_status status = sources ? CHANCERY_OK : CHANCERY_E_MEMORY;
    for (int i = 0; i < found; i++) {
        slice path;
        if (!status)
            status = arena_printf(a, &path, error, "%s/%s", folder, names[i]->d_name);
        if (!status)
            status = load_file(path, a, &sources[i], error);
        if (!status)
            sources[i].layer = layer;
        free(names[i]);
    }
    free(names);
    if (status)
        return status;
    *out = sources;
    *count = (size_t)found;
    return CHANCERY_OK;
}

chancery_status codebook_load(const char *path, uint32_t layer, arena *a, codebook_source **out,
                              size_t *count, chancery_error *error)
{
    struct stat about;
    slice name;
    if (stat(path, &about) != 0)
        return error_set(error, CHANCERY_E_NOT_FOUND,
                         "%s: there is nothing of that name; name a file of your own, or a folder "
                         "like data/codebook",
                         path);
    if (S_ISDIR(about.st_mode))
        return load_folder(path, layer, a, out, count, error);
    codebook_source *source = arena_alloc(a, 1, sizeof *source, error);
    if (!source)
        return CHANCERY_E_MEMORY;
    chancery_status status = arena_dup(a, slice_of(path), &name, error);
    if (!status)
        status = load_file(name, a, source, error);
    if (status)
        return status;
    source->layer = layer;
    *out = source;
    *count = 1;
    return CHANCERY_OK;
}

chancery_status source_write(const char *path, slice bytes, chancery_error *error)
{
    file_writer writer;
    chancery_status status = file_writer_open(&writer, path, error);
    if (status)
        return status;
    (void)fwrite(bytes.ptr, 1, bytes.len, writer.stream); /* file_commit finds a failure */
    return file_commit(&writer, error);
}

typedef struct example_reader {
    arena *arena;
    chancery_error *error;
    ARRAY(codebook_example) found;
    slice frame, event;
} example_reader;

static chancery_status add_example(example_reader *r, slice file, const block_line *line)
{
    codebook_example *e = array_push(&r->found, r->arena, r->error);
    if (!e)
        return CHANCERY_E_MEMORY;
    slice sentence = slice_trim(slice_range(line->text, 1, line->text.len)), expected = {0};
    size_t arrow = slice_find(sentence, SLICE(" => "));
    if (line->text.ptr[0] == '+' && arrow != SIZE_MAX) {
        expected = slice_trim(slice_range(sentence, arrow + 4, sentence.len));
        sentence = slice_trim(slice_range(sentence, 0, arrow));
    }
    *e = (codebook_example){r->frame, r->event, sentence, expected, file, line->number};
    return CHANCERY_OK;
}

static chancery_status collect_examples(example_reader *r, const codebook_source *source)
{
    block_reader reader = block_open(source->text);
    block_line line;
    chancery_status status = CHANCERY_OK;
    while (!status && block_next(&reader, &line)) {
        slice name, value;
        if (line.head)
            r->frame = slice_starts(line.text, SLICE("frame "))
                           ? slice_trim(slice_range(line.text, 6, line.text.len))
                           : (slice){0};
        else if (r->frame.len && (line.text.ptr[0] == '+' || line.text.ptr[0] == '-'))
            status = add_example(r, source->name, &line);
        else if (block_field(line.text, &name, &value) && slice_is(name, "event"))
            r->event = value;
    }
    return status;
}

chancery_status codebook_examples(const codebook_source *sources, size_t source_count, arena *a,
                                  codebook_example **out, size_t *count, chancery_error *error)
{
    example_reader r = {.arena = a, .error = error};
    for (size_t i = 0; i < source_count; i++) {
        r.frame = r.event = (slice){0};
        chancery_status status = collect_examples(&r, &sources[i]);
        if (status)
            return status;
    }
    *out = r.found.items;
    *count = r.found.count;
    return CHANCERY_OK;
}

slice codebook_block(slice text, uint64_t line)
{
    slice rest = text, one;
    size_t start = SIZE_MAX, end = 0;
    for (uint64_t number = 1; slice_next(&rest, '\n', &one); number++) {
        if (number < line || (number > line && one.len && one.ptr[0] == '#'))
            continue;
        if (number > line && one.len && one.ptr[0] != ' ' && one.ptr[0] != '\t' &&
            one.ptr[0] != '\r')
            break;
        if (start == SIZE_MAX)
            start = (size_t)(one.ptr - text.ptr);
        if (slice_trim(one).len)
            end = (size_t)(one.ptr - text.ptr) + one.len;
    }
    return start == SIZE_MAX || end < start ? (slice){0} : slice_range(text, start, end);
}
