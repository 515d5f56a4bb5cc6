/* A temporary file or folder for targets whose door takes a path.
 *
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef FUZZ_SCRATCH_H
#define FUZZ_SCRATCH_H

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "fuzz.h"

enum { SCRATCH_PATH_BYTES = 256 };

/** Makes a folder below TMPDIR and writes its path. */
static inline void scratch_folder(char path[SCRATCH_PATH_BYTES])
{
    const char *base = getenv("TMPDIR");
    snprintf(path, SCRATCH_PATH_BYTES, "%s/chancery-fuzz-XXXXXX", base && base[0] ? base : "/tmp");
    must(mkdtemp(path) != NULL);
}

/** Writes `size` bytes to folder/name and the path to `path`. */
static inline void scratch_file(const char *folder, const char *name, const void *data, size_t size,
                                char path[SCRATCH_PATH_BYTES])
{
    must(snprintf(path, SCRATCH_PATH_BYTES, "%s/%s", folder, name) < SCRATCH_PATH_BYTES);
    FILE *stream = fopen(path, "wb");
    must(stream != NULL);
    must(fwrite(data, 1, size, stream) == size);
    must(fclose(stream) == 0);
}

#endif
