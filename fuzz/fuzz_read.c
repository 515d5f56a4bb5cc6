/* Fuzz target: any bytes as a report, read whole through the public API, and written as JSON.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * The engine is opened once, from CHANCERY_DATA or beside the program. Every span of a reading must
 * lie in its text, and what was read once must be read the same again. */
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "chancery/chancery.h"
#include "fuzz.h"

static chancery_engine *engine_once(void)
{
    static chancery_engine *engine;
    chancery_error error = {0};
    if (!engine && chancery_engine_open(getenv("CHANCERY_DATA"), &engine, &error) != CHANCERY_OK) {
        fprintf(stderr, "%s: %s; set CHANCERY_DATA to the build folder\n", error.where,
                error.message);
        exit(1);
    }
    return engine;
}

static void check_span(const chancery_reading *reading, chancery_span span)
{
    must(span.start <= span.end && span.end <= reading->document.text.len);
}

static void check_reading(const chancery_reading *r)
{
    for (size_t i = 0; i < r->document.sentence_count; i++)
        check_span(r, r->document.sentences[i]);
    for (size_t i = 0; i < r->entity_count; i++)
        for (size_t j = 0; j < r->entities[i].mention_count; j++)
            check_span(r, r->entities[i].mentions[j]);
    for (size_t i = 0; i < r->person_count; i++)
        for (size_t j = 0; j < r->people[i].mention_count; j++)
            check_span(r, r->people[i].mentions[j]);
    for (size_t i = 0; i < r->event_count; i++) {
        check_span(r, r->events[i].span);
        must(r->events[i].sentence < r->document.sentence_count);
    }
    for (size_t i = 0; i < r->statement_count; i++)
        check_span(r, r->statements[i].content);
    for (size_t i = 0; i < r->relation_count; i++)
        check_span(r, r->relations[i].span);
    for (size_t i = 0; i < r->finding_count; i++)
        check_span(r, r->findings[i].span);
}

/* The reading as JSON, or NULL where the report is refused. */
static char *read_once(chancery_reader *reader, const uint8_t *data, size_t size)
{
    const chancery_reading *reading = NULL;
    chancery_error error = {0};
    char *json = NULL;
    size_t length = 0;
    if (chancery_read(reader, (const char *)data, size, NULL, &reading, &error) != CHANCERY_OK) {
        must(error.message[0] != 0);
        return NULL;
    }
    check_reading(reading);
    must(chancery_reading_json(reading, &json, &length, &error) == CHANCERY_OK);
    must(memchr(json, '\n', length) == NULL);
    return json;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    chancery_reader *reader = NULL;
    chancery_error error = {0};
    must(chancery_reader_new(engine_once(), &reader, &error) == CHANCERY_OK);
    char *first = read_once(reader, data, size);
    char *second = read_once(reader, data, size);
    must(first == second || (first && second && strcmp(first, second) == 0));
    chancery_free(first);
    chancery_free(second);
    chancery_reader_free(reader);
    return 0;
}
