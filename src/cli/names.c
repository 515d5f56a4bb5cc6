/* One's own names on the command line: --kb FILE, and what an archive keeps.
 *
 * SPDX-License-Identifier: Apache-2.0 */
#include "base/file.h"
#include "base/memory.h"
#include "cli/cli.h"

enum { NAMES_ARENA_BYTES = 256 << 20 };

int cli_note_names(cli_names *names, const char *command, const char *path)
{
    if (names->count == CLI_MOST_NAMES)
        return cli_misuse(command, "more than %d files of --kb; join some", CLI_MOST_NAMES);
    names->paths[names->count++] = path;
    return CLI_OK;
}

static int add_file(chancery_engine *engine, const char *path)
{
    chancery_error error = {0};
    slice text;
    if (file_read(path, KB_MAX_SOURCE_BYTES, &text, &error) != CHANCERY_OK)
        return cli_fail(&error);
    chancery_status status = chancery_engine_add_names(engine, slice_of(path), text, &error);
    memory_free((void *)(uintptr_t)text.ptr);
    return status == CHANCERY_OK ? CLI_OK : cli_fail(&error);
}

static int add_kept(chancery_engine *engine, chancery_archive *archive)
{
    chancery_error error = {0};
    archive_texts texts;
    arena a;
    arena_init(&a, NAMES_ARENA_BYTES);
    chancery_status status = archive_own_names(archive, &a, &texts, &error);
    for (size_t i = 0; status == CHANCERY_OK && i < texts.count; i++)
        status =
            chancery_engine_add_names(engine, texts.items[i].name, texts.items[i].text, &error);
    arena_clear(&a);
    return status == CHANCERY_OK ? CLI_OK : cli_fail(&error);
}

int cli_add_names(chancery_engine *engine, const cli_names *names, chancery_archive *archive)
{
    int status = archive ? add_kept(engine, archive) : CLI_OK;
    for (size_t i = 0; !status && i < names->count; i++)
        status = add_file(engine, names->paths[i]);
    return status;
}
