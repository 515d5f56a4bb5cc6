/* The codebook's text files. See source.h.
 *
 * SPDX-License-Identifier: Apache-2.0 */
#include "codebook/source.h"

#include <dirent.h>
#include <stdlib.h>

#include "base/array.h"
#include "base/block.h"
#include "base/error.h"
#include "base/memory.h"

enum { SOURCE_MAX_FILE_BYTES = 64 << 20, SOURCE_MAX_NAMES_BYTES = 16 << 20 };

static int is_text(const struct dirent *entry)
{
    return slice_ends(slice_of(entry->d_name), SLICE(".txt"));
}

/** By bytes: alphasort would follow the locale. */
static int by_name(const struct dirent **a, const struct dirent **b)
{
    return strcmp((*a)->d_name, (*b)->d_name);
}

static chancery_status read_one(const char *data_dir, const char *name, arena *paths,
                                chancery_status (*read)(void *, const char *, slice), void *context,
                                chancery_error *error)
{
    slice path, text;
    chancery_status status = arena_printf(paths, &path, error, "%s/%s", data_dir, name);
    if (!status)
        status = file_read(path.ptr, SOURCE_MAX_FILE_BYTES, &text, error);
    if (status)
        return status;
    status = text_check_utf8(text, error);
    if (status)
        error_at(error, path.ptr, 0);
    else
        status = read(context, path.ptr, text);
    memory_free((void *)(uintptr_t)text.ptr);
    return status;
}

chancery_status source_each_file(const char *data_dir,
                                 chancery_status (*read)(void *, const char *, slice),
                                 void *context, chancery_error *error)
{
    struct dirent **names = NULL;
    arena paths;
    int count = scandir(data_dir, &names, is_text, by_name);
    if (count <= 0) {
        free(names);
        return error_set(error, CHANCERY_E_NOT_FOUND,
                         "%s: no folder with a codebook's *.txt files; name one that has them",
                         data_dir);
    }
    arena_init(&paths, SOURCE_MAX_NAMES_BYTES);
    chancery_status status = CHANCERY_OK;
    for (int i = 0; i < count; i++) {
        if (!status)
            status = read_one(data_dir, names[i]->d_name, &paths, read, context, error);
        free(names[i]);
    }
    free(names);
    arena_clear(&paths);
    return status;
}

bool source_example_ok(slice line)
{
    return line.ptr[0] == '-' || slice_find(line, SLICE(" => ")) != SIZE_MAX;
}

typedef struct example_reader {
    arena *arena;
    chancery_error *error;
    ARRAY(codebook_example) found;
    slice frame, event;
} example_reader;

static chancery_status add_example(example_reader *r, const char *file, const block_line *line)
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
    *e = (codebook_example){.frame = r->frame, .event = r->event, .line = line->number};
    chancery_status status = arena_dup(r->arena, sentence, &e->sentence, r->error);
    if (!status)
        status = arena_dup(r->arena, expected, &e->expected, r->error);
    if (!status)
        status = arena_dup(r->arena, slice_of(file), &e->file, r->error);
    return status;
}

static chancery_status collect_examples(void *context, const char *file, slice text)
{
    example_reader *r = context;
    block_reader reader = block_open(text);
    block_line line;
    chancery_status status = CHANCERY_OK;
    while (!status && block_next(&reader, &line)) {
        slice name, value;
        if (line.head && slice_starts(line.text, SLICE("frame ")))
            status = arena_dup(r->arena, slice_trim(slice_range(line.text, 6, line.text.len)),
                               &r->frame, r->error);
        else if (!line.head && (line.text.ptr[0] == '+' || line.text.ptr[0] == '-'))
            status = add_example(r, file, &line);
        else if (block_field(line.text, &name, &value) && slice_equal(name, SLICE("event")))
            status = arena_dup(r->arena, value, &r->event, r->error);
    }
    return status;
}

chancery_status codebook_examples(const char *data_dir, arena *a, codebook_example **out,
                                  size_t *count, chancery_error *error)
{
    example_reader r = {.arena = a, .error = error};
    chancery_status status = source_each_file(data_dir, collect_examples, &r, error);
    if (status)
        return status;
    *out = r.found.items;
    *count = r.found.count;
    return CHANCERY_OK;
}
