/* Fuzz target: a compiled knowledge base, codebook or lists of lemmas with some bytes changed.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * The input patches the file that the build made (CHANCERY_DATA): one byte chooses the file, then
 * come four bytes of place and one of value, again and again. The checksum is put right, so that
 * what is tested is the check of every bound at open: a file that opens must be safe to use, which
 * reading a short report with it shows. A result may be nonsense. */
#include <string.h>

#include "base/file.h"
#include "base/hash.h"
#include "base/memory.h"
#include "chancery/chancery.h"
#include "fuzz.h"
#include "scratch.h"

enum { FILES = 3, PATCH_BYTES = 5, CHECKSUM_AT = 24, HASHED_FROM = 32, LIMIT_BYTES = 1 << 30 };

static const char *const names[FILES] = {"chancery.kb", "chancery.codebook", "chancery.lemmas"};
static const char network[] = "chancery.parser"; /* stays whole: fuzz_net.c patches it */

static const char report[] =
    "Peru and Ecuador Sign Accord\n\n12 March 1999\n\n"
    "QUITO - Foreign Minister Ana Ruiz of Peru met President Luis Mora in Quito on Tuesday. He "
    "said that Ecuador would not withdraw the troops, if France and the United Nations agreed. "
    "Peru's army has not shelled the border post, which it promised to leave in 1998.\n";

typedef struct originals {
    slice files[FILES];
    char folder[SCRATCH_PATH_BYTES];
    char paths[FILES][SCRATCH_PATH_BYTES];
    char network[SCRATCH_PATH_BYTES]; /* a link */
} originals;

static void link_network(originals *all, const char *data)
{
    char path[SCRATCH_PATH_BYTES];
    must(snprintf(path, sizeof path, "%s/%s", data, network) < SCRATCH_PATH_BYTES);
    must(snprintf(all->network, sizeof all->network, "%s/%s", all->folder, network) <
         SCRATCH_PATH_BYTES);
    char *whole = realpath(path, NULL);
    must(whole != NULL && symlink(whole, all->network) == 0);
    free(whole);
}

/* The files as the build made them, and a folder with copies of them. */
static originals *load_once(void)
{
    static originals all;
    const char *data = getenv("CHANCERY_DATA");
    if (all.folder[0])
        return &all;
    scratch_folder(all.folder);
    for (size_t i = 0; i < FILES; i++) {
        char path[SCRATCH_PATH_BYTES];
        chancery_error error = {0};
        must(snprintf(path, sizeof path, "%s/%s", data ? data : "build", names[i]) <
             SCRATCH_PATH_BYTES);
        if (file_read(path, LIMIT_BYTES, &all.files[i], &error) != CHANCERY_OK) {
            fprintf(stderr, "%s: %s; set CHANCERY_DATA to the build folder\n", path, error.message);
            exit(1);
        }
        scratch_file(all.folder, names[i], all.files[i].ptr, all.files[i].len, all.paths[i]);
    }
    link_network(&all, data ? data : "build");
    return &all;
}

static void clean_up(void)
{
    const originals *all = load_once();
    for (size_t i = 0; i < FILES; i++) {
        unlink(all->paths[i]);
        memory_free((void *)(uintptr_t)all->files[i].ptr);
    }
    unlink(all->network);
    rmdir(all->folder);
}

/* Writes the chosen file with its patches and a checksum that is right. */
static void write_patched(originals *all, size_t file, const uint8_t *data, size_t size)
{
    slice original = all->files[file];
    char path[SCRATCH_PATH_BYTES];
    char *bytes = malloc(original.len);
    must(bytes != NULL && original.len > HASHED_FROM);
    memcpy(bytes, original.ptr, original.len);
    for (; size >= PATCH_BYTES; data += PATCH_BYTES, size -= PATCH_BYTES) {
        uint32_t place;
        memcpy(&place, data, sizeof place);
        bytes[place % original.len] = (char)data[PATCH_BYTES - 1];
    }
    uint64_t sum = hash_bytes((slice){bytes + HASHED_FROM, original.len - HASHED_FROM}, 0);
    memcpy(bytes + CHECKSUM_AT, &sum, sizeof sum);
    scratch_file(all->folder, names[file], bytes, original.len, path);
    free(bytes);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static bool registered;
    originals *all = load_once();
    chancery_engine *engine = NULL;
    chancery_reader *reader = NULL;
    const chancery_reading *reading = NULL;
    chancery_error error = {0};
    if (!registered)
        registered = atexit(clean_up) == 0;
    if (size == 0)
        return 0;
    size_t file = data[0] % FILES;
    write_patched(all, file, data + 1, size - 1);
    if (chancery_engine_open(all->folder, &engine, &error) != CHANCERY_OK) {
        must(error.message[0] != 0);
    } else {
        must(chancery_reader_new(engine, &reader, &error) == CHANCERY_OK);
        (void)!chancery_read(reader, report, sizeof report - 1, NULL, &reading, &error);
        chancery_reader_free(reader);
        chancery_engine_close(engine);
    }
    scratch_file(all->folder, names[file], all->files[file].ptr, all->files[file].len,
                 all->paths[file]);
    return 0;
}
