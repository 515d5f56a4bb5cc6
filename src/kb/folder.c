/* Compiling the folder data/kb into a file.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * All text is held while it is compiled: drafts and names are slices of it. */
#include <dirent.h>
#include <errno.h>
#include <stdlib.h>

#include "base/error.h"
#include "base/memory.h"
#include "kb/kb.h"

#define COMPILE_ARENA_BYTES ((size_t)4 << 30)

typedef struct folder {
    arena arena;
    kb_source sources[KB_MAX_SOURCES];
    size_t count;
} folder;

/* Text files by name; rows after them, for places are the most and the least specific. */
static int by_source_name(const void *left, const void *right)
{
    const kb_source *a = left;
    const kb_source *b = right;
    bool a_rows = slice_ends(a->name, SLICE(".tsv"));
    bool b_rows = slice_ends(b->name, SLICE(".tsv"));
    return a_rows != b_rows ? a_rows - b_rows : slice_compare(a->name, b->name);
}

static chancery_status list_folder(folder *f, const char *data_dir, chancery_error *error)
{
    DIR *directory = opendir(data_dir);
    if (!directory) {
        bool absent = errno == ENOENT || errno == ENOTDIR;
        error_set(error, absent ? CHANCERY_E_NOT_FOUND : CHANCERY_E_IO,
                  absent ? "there is nothing of that name; name a file of your own, or a folder "
                           "like data/kb"
                         : "can't open the folder of the knowledge base; check its permissions");
        error_at(error, data_dir, 0);
        return absent ? CHANCERY_E_NOT_FOUND : CHANCERY_E_IO;
    }
    chancery_status status = CHANCERY_OK;
    const struct dirent *item;
    while (status == CHANCERY_OK && (item = readdir(directory))) {
        slice name = slice_of(item->d_name);
        bool wanted = slice_ends(name, SLICE(".txt")) || slice_equal(name, SLICE("places.tsv"));
        if (!wanted || name.ptr[0] == '.')
            continue;
        if (f->count == KB_MAX_SOURCES)
            status = error_set(error, CHANCERY_E_LIMIT, "more than %d files of data; join some",
                               KB_MAX_SOURCES);
        else
            status = arena_printf(&f->arena, &f->sources[f->count].name, error, "%s/%s", data_dir,
                                  item->d_name);
        f->count += status == CHANCERY_OK;
    }
    closedir(directory);
    qsort(f->sources, f->count, sizeof f->sources[0], by_source_name);
    if (status != CHANCERY_OK || f->count == 0)
        error_at(error, data_dir, 0);
    return status;
}

static chancery_status read_folder(folder *f, const char *data_dir, chancery_error *error)
{
    chancery_status status = list_folder(f, data_dir, error);
    for (size_t i = 0; status == CHANCERY_OK && i < f->count; i++)
        status = file_read(f->sources[i].name.ptr, KB_MAX_SOURCE_BYTES, &f->sources[i].text, error);
    return status;
}

static void clear_folder(folder *f)
{
    for (size_t i = 0; i < f->count; i++)
        memory_free((void *)(uintptr_t)f->sources[i].text.ptr);
    arena_clear(&f->arena);
}

chancery_status kb_compile(const char *data_dir, const char *path, chancery_error *error)
{
    file_writer writer = {0};
    slice bytes;
    arena a;
    arena_init(&a, COMPILE_ARENA_BYTES);
    folder *f = memory_alloc(1, sizeof *f);
    chancery_status status = CHANCERY_E_MEMORY;
    if (!f) {
        error_set(error, CHANCERY_E_MEMORY, "no memory to compile; free some");
        goto out;
    }
    arena_init(&f->arena, 1 << 20);
    status = read_folder(f, data_dir, error);
    if (status == CHANCERY_OK)
        status = kb_compile_sources(f->sources, f->count, NULL, &a, &bytes, error);
    if (status != CHANCERY_OK) {
        error_at(error, data_dir, 0);
        goto out;
    }
    status = file_writer_open(&writer, path, error);
    if (status != CHANCERY_OK)
        goto out;
    (void)fwrite(bytes.ptr, 1, bytes.len, writer.stream); /* file_commit finds a failure */
    status = file_commit(&writer, error);
out:
    file_abandon(&writer);
    if (f)
        clear_folder(f);
    memory_free(f);
    arena_clear(&a);
    return status;
}
