/* Fuzz target: any bytes as a compiled file.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * The first byte chooses whether size and checksum are put right, so that the fuzzer also gets
 * behind them. Every section of a file that is let in must lie inside it. */
#include <stdlib.h>

#include "base/container.h"
#include "base/hash.h"
#include "fuzz.h"

enum {
    ALIGNMENT = 64,
    SIZE_AT = 16,
    CHECKSUM_AT = 24,
    HASHED_FROM = 32,
    TABLE_AT = 40,
    ENTRY = 24
};

static void put_right(char *bytes, size_t size)
{
    uint64_t whole = size;
    memcpy(bytes, "CHANCERY", 8);
    memcpy(bytes + SIZE_AT, &whole, sizeof whole);
    uint64_t sum = hash_bytes((slice){bytes + HASHED_FROM, size - HASHED_FROM}, 0);
    memcpy(bytes + CHECKSUM_AT, &sum, sizeof sum);
}

static void check_sections(slice bytes)
{
    uint32_t count = 0;
    memcpy(&count, bytes.ptr + HASHED_FROM, sizeof count);
    must(count <= CONTAINER_MAX_SECTIONS && TABLE_AT + (size_t)count * ENTRY <= bytes.len);
    for (uint32_t i = 0; i < count; i++) {
        char name[9] = {0};
        uint32_t element_bytes = 0;
        size_t elements = 0;
        const void *section = NULL;
        memcpy(name, bytes.ptr + TABLE_AT + (size_t)i * ENTRY, 8);
        memcpy(&element_bytes, bytes.ptr + TABLE_AT + (size_t)i * ENTRY + 20, sizeof element_bytes);
        if (container_section(bytes, name, element_bytes, &elements, &section, NULL) == CHANCERY_OK)
            must((const char *)section >= bytes.ptr &&
                 (size_t)((const char *)section - bytes.ptr) + elements * element_bytes <=
                     bytes.len);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size < 1 + TABLE_AT)
        return 0;
    size_t length = size - 1;
    char *bytes = aligned_alloc(ALIGNMENT, (length + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT);
    uint64_t checksum = 0;
    chancery_error error = {0};
    must(bytes != NULL);
    memcpy(bytes, data + 1, length);
    if (data[0] & 1)
        put_right(bytes, length);
    slice file = {bytes, length};
    if (container_check(file, "TEST", 1, 2, &checksum, &error) == CHANCERY_OK)
        check_sections(file);
    else
        must(error.message[0] != 0);
    free(bytes);
    return 0;
}
