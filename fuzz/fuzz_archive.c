/* Fuzz target: an archive with some bytes changed, or any bytes as an archive.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * An even first byte: the rest patches an archive that holds one reading (four bytes of place, one
 * of value, again and again). An odd one: the rest is the file. What opens is checked and asked; it
 * may answer nonsense or an error, but nothing worse. */
#include <string.h>

#include "archive/archive.h"
#include "base/file.h"
#include "base/memory.h"
#include "fuzz.h"
#include "scratch.h"

enum { PATCH_BYTES = 5, LIMIT_BYTES = 1 << 30, CAP_BYTES = 256 << 20 };

static const char report[] =
    "Peru and Ecuador Sign Accord\n\n12 March 1999\n\n"
    "QUITO - Foreign Minister Ana Ruiz of Peru met President Luis Mora in Quito on Tuesday. Peru "
    "said that Ecuador should withdraw its troops.\n";

static void make_archive(const char *path)
{
    chancery_engine *engine = NULL;
    chancery_reader *reader = NULL;
    chancery_archive *archive = NULL;
    const chancery_reading *reading = NULL;
    chancery_error error = {0};
    if (chancery_engine_open(getenv("CHANCERY_DATA"), &engine, &error) != CHANCERY_OK) {
        fprintf(stderr, "%s: %s; set CHANCERY_DATA to the build folder\n", error.where,
                error.message);
        exit(1);
    }
    must(chancery_reader_new(engine, &reader, &error) == CHANCERY_OK);
    must(chancery_read(reader, report, sizeof report - 1, NULL, &reading, &error) == CHANCERY_OK);
    must(chancery_archive_open(path, &archive, &error) == CHANCERY_OK);
    must(chancery_archive_store(archive, reading, &error) == CHANCERY_OK);
    chancery_archive_close(archive);
    chancery_reader_free(reader);
    chancery_engine_close(engine);
}

/* The bytes of an archive with one report, made once. */
static slice original_once(void)
{
    static slice original;
    char folder[SCRATCH_PATH_BYTES];
    char path[SCRATCH_PATH_BYTES];
    chancery_error error = {0};
    if (original.ptr)
        return original;
    scratch_folder(folder);
    scratch_file(folder, "a.db", "", 0, path);
    make_archive(path);
    must(file_read(path, LIMIT_BYTES, &original, &error) == CHANCERY_OK);
    unlink(path);
    rmdir(folder);
    return original;
}

static void ask_lines(chancery_archive *archive, arena *a)
{
    chancery_error error;
    archive_lines lines = {0};
    archive_query query = {.a = SLICE("PER"), .b = SLICE("ECU")};
    (void)!archive_events(archive, &query, a, &lines, &error);
    (void)!archive_relations(archive, &query, a, &lines, &error);
    (void)!archive_statements(archive, &query, a, &lines, &error);
    (void)!archive_findings(archive, &query, a, &lines, &error);
    (void)!archive_people(archive, SLICE("Ana Ruiz"), a, &lines, &error);
    (void)!archive_find(archive, SLICE("troops"), 10, a, &lines, &error);
    if (archive_reports(archive, a, &lines, &error) != CHANCERY_OK)
        return;
    for (size_t i = 0; i < lines.count; i++) {
        chancery_reading reading;
        (void)!archive_load(archive, lines.items[i].report, a, &reading, &error);
    }
}

static void use_archive(const char *path)
{
    chancery_archive *archive = NULL;
    chancery_error error = {0};
    archive_counts counts;
    arena a;
    arena_init(&a, CAP_BYTES);
    if (archive_open(path, ARCHIVE_READ, &archive, &error) == CHANCERY_OK) {
        (void)!archive_check(archive, &counts, &error);
        ask_lines(archive, &a);
    } else {
        must(error.message[0] != 0);
    }
    archive_close(archive);
    arena_clear(&a);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char folder[SCRATCH_PATH_BYTES];
    char path[SCRATCH_PATH_BYTES];
    slice original = original_once();
    if (size == 0)
        return 0;
    scratch_folder(folder);
    if (data[0] & 1) {
        scratch_file(folder, "a.db", data + 1, size - 1, path);
    } else {
        char *bytes = malloc(original.len);
        must(bytes != NULL);
        memcpy(bytes, original.ptr, original.len);
        for (size_t i = 1; size - i >= PATCH_BYTES; i += PATCH_BYTES) {
            uint32_t place;
            memcpy(&place, data + i, sizeof place);
            bytes[place % original.len] = (char)data[i + PATCH_BYTES - 1];
        }
        scratch_file(folder, "a.db", bytes, original.len, path);
        free(bytes);
    }
    use_archive(path);
    unlink(path);
    rmdir(folder);
    return 0;
}
