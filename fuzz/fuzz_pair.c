/* Fuzz target: any bytes as a text with two given actors. The first four bytes say where they
 * stand.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * The span of what is found must lie in the text, and a refusal must say why. */
#include <stdio.h>
#include <stdlib.h>

#include "chancery/chancery.h"
#include "fuzz.h"

static chancery_reader *reader_once(void)
{
    static chancery_engine *engine;
    static chancery_reader *reader;
    chancery_error error = {0};
    if (!reader && (chancery_engine_open(getenv("CHANCERY_DATA"), &engine, &error) != CHANCERY_OK ||
                    chancery_reader_new(engine, &reader, &error) != CHANCERY_OK)) {
        fprintf(stderr, "%s: %s; set CHANCERY_DATA to the build folder\n", error.where,
                error.message);
        exit(1);
    }
    return reader;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    enum { HEAD = 4 };
    chancery_pair pair = {0};
    chancery_error error = {0};
    if (size < HEAD)
        return 0;
    chancery_span source = {data[0], (uint32_t)data[0] + data[1]};
    chancery_span target = {data[2], (uint32_t)data[2] + data[3]};
    chancery_status status = chancery_read_pair(reader_once(), (const char *)data + HEAD,
                                                size - HEAD, source, target, &pair, &error);
    must(status == CHANCERY_OK ? pair.span.end <= size - HEAD : error.message[0] != 0);
    return 0;
}
