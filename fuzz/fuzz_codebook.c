/* Fuzz target: any bytes as a file of data/codebook/.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * What compiles must open. */
#include "codebook/codebook.h"
#include "fuzz.h"
#include "scratch.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char folder[SCRATCH_PATH_BYTES];
    char source[SCRATCH_PATH_BYTES];
    char target[SCRATCH_PATH_BYTES];
    chancery_error error = {0};
    codebook *compiled = NULL;
    scratch_folder(folder);
    scratch_file(folder, "book.txt", data, size, source);
    scratch_file(folder, "out", "", 0, target);
    if (codebook_compile(folder, target, &error) == CHANCERY_OK)
        must(codebook_open(target, &compiled, &error) == CHANCERY_OK);
    else
        must(error.message[0] != 0);
    codebook_close(compiled);
    unlink(source);
    unlink(target);
    rmdir(folder);
    return 0;
}
