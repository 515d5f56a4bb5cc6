/* One's own names and codebook on the command line: --kb FILE, --codebook PATH, and what an archive
 * keeps.
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

int cli_note_codebook(cli_names *names, const char *command, const char *path)
{
    if (names->codebook_count == CLI_MOST_NAMES)
        return cli_misuse(command, "more than %d of --codebook; put them in a folder",
                          CLI_MOST_NAMES);
    names->codebooks[names->codebook_count++] = path;
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

/** A folder with this file has all types, so it is a whole codebook. */
static const char types_file[] = "00-types.txt";

int cli_load_codebook(const char *path, arena *a, cli_codebook *out)
{
    chancery_error error = {0};
    *out = (cli_codebook){.alone = false};
    if (codebook_load(path, 1, a, &out->sources, &out->count, &error) != CHANCERY_OK)
        return cli_fail(&error);
    for (size_t i = 0; i < out->count; i++)
        out->alone = out->alone || slice_is(out->sources[i].name, types_file) ||
                     slice_ends(out->sources[i].name, SLICE("/00-types.txt"));
    return CLI_OK;
}

int cli_add_codebook(chancery_engine *engine, cli_codebook *book)
{
    chancery_error error = {0};
    codebook_faults faults = {.count = 0};
    chancery_status status =
        engine_add_codebook(engine, book->sources, book->count, book->alone, &faults, &error);
    if (status == CHANCERY_OK)
        return CLI_OK;
    for (size_t i = 0; i < faults.count; i++)
        cli_fail(&faults.items[i]);
    if (faults.count == 0)
        cli_fail(&error);
    if (faults.more)
        cli_say("there are more than these %d faults; mend them first", CODEBOOK_MAX_FAULTS);
    return CLI_FAILED;
}

static int add_codebook_path(chancery_engine *engine, const char *path)
{
    cli_codebook book;
    arena a;
    arena_init(&a, NAMES_ARENA_BYTES);
    int status = cli_load_codebook(path, &a, &book);
    if (!status)
        status = cli_add_codebook(engine, &book);
    arena_clear(&a);
    return status;
}

static int add_kept(chancery_engine *engine, chancery_archive *archive, archive_own own)
{
    chancery_error error = {0};
    archive_texts texts;
    arena a;
    arena_init(&a, NAMES_ARENA_BYTES);
    chancery_status status = archive_own_texts(archive, own, &a, &texts, &error);
    for (size_t i = 0; status == CHANCERY_OK && i < texts.count; i++)
        status = own == ARCHIVE_NAMES ? chancery_engine_add_names(engine, texts.items[i].name,
                                                                  texts.items[i].text, &error)
                                      : chancery_engine_add_codebook(engine, texts.items[i].name,
                                                                     texts.items[i].text, &error);
    arena_clear(&a);
    return status == CHANCERY_OK ? CLI_OK : cli_fail(&error);
}

int cli_add_names(chancery_engine *engine, const cli_names *names, chancery_archive *archive)
{
    int status = archive ? add_kept(engine, archive, ARCHIVE_NAMES) : CLI_OK;
    if (!status && archive)
        status = add_kept(engine, archive, ARCHIVE_CODEBOOK);
    for (size_t i = 0; !status && i < names->count; i++)
        status = add_file(engine, names->paths[i]);
    for (size_t i = 0; !status && i < names->codebook_count; i++)
        status = add_codebook_path(engine, names->codebooks[i]);
    if (names->no_judge)
        chancery_engine_silence_judge(engine);
    return status;
}

chancery_engine *cli_own_engine(const char *data_dir, const cli_names *names, const char *archive,
                                bool reads)
{
    chancery_archive *opened = NULL;
    chancery_error error = {0};
    chancery_engine *engine = reads ? cli_reading_engine(data_dir) : cli_engine(data_dir);
    if (!engine)
        return NULL;
    int status = CLI_OK;
    if (archive && archive_open(archive, ARCHIVE_READ, &opened, &error) != CHANCERY_OK)
        status = cli_fail(&error);
    if (!status)
        status = cli_add_names(engine, names, opened);
    archive_close(opened);
    if (!status)
        return engine;
    chancery_engine_close(engine);
    return NULL;
}
