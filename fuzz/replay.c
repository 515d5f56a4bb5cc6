/* Replay: runs a fuzz target over files, once each.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * The normal suite runs every target's seeds this way, with any compiler; libFuzzer itself needs
 * clang and is linked instead of this file. Each input lies in a block of exactly its size, so that
 * a sanitizer sees a read past the end. */
#include <stdio.h>
#include <stdlib.h>

#include "fuzz.h"

static int replay(const char *path)
{
    int result = 1;
    uint8_t *bytes = NULL;
    FILE *stream = fopen(path, "rb");
    if (!stream || fseek(stream, 0, SEEK_END) != 0)
        goto out;
    long end = ftell(stream);
    if (end < 0 || fseek(stream, 0, SEEK_SET) != 0)
        goto out;
    size_t size = (size_t)end;
    bytes = malloc(size ? size : 1);
    if (!bytes || fread(bytes, 1, size, stream) != size)
        goto out;
    LLVMFuzzerTestOneInput(bytes, size);
    result = 0;
out:
    if (result != 0)
        fprintf(stderr, "%s: cannot be read; give readable files\n", path);
    if (stream)
        fclose(stream);
    free(bytes);
    return result;
}

int main(int argc, char **argv)
{
    int failed = 0;
    for (int i = 1; i < argc; i++)
        failed |= replay(argv[i]);
    printf("%d inputs\n", argc - 1);
    return failed;
}
