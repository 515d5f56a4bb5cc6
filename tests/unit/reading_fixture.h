/* What tests of reading share: the engine's files, and texts that are read.
 *
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef TESTS_UNIT_READING_FIXTURE_H
#define TESTS_UNIT_READING_FIXTURE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#include "parser_fixture.h"
#include "reading/reading.h"

typedef struct example {
    const char *published;
    const char *text;
    const char *expected;
} example;

typedef struct fixture {
    reading_engine engine;
    kb *kb;
    test_parser parser;
    codebook *codebook;
    arena arena, scratch;
    chancery_error error;
} fixture;

static int open_engine(void **state)
{
    char path[1024];
    fixture *f = calloc(1, sizeof *f);
    const char *folder = getenv("CHANCERY_DATA");
    if (!f || !folder)
        return -1;
    arena_init(&f->arena, (size_t)1 << 30);
    arena_init(&f->scratch, (size_t)1 << 30);
    *state = f;
    snprintf(path, sizeof path, "%s/chancery.kb", folder);
    if (kb_open(path, &f->kb, &f->error))
        return -1;
    if (!test_parser_open(&f->parser, &f->error))
        return -1;
    snprintf(path, sizeof path, "%s/chancery.codebook", folder);
    if (codebook_open(path, &f->codebook, &f->error))
        return -1;
    f->engine = (reading_engine){.kb = f->kb,
                                 .codebook = f->codebook,
                                 .lemmas = f->parser.lemmas,
                                 .network = f->parser.network};
    return 0;
}

static int close_engine(void **state)
{
    fixture *f = *state;
    if (f) {
        codebook_close(f->codebook);
        test_parser_close(&f->parser);
        kb_close(f->kb);
        arena_clear(&f->arena);
        arena_clear(&f->scratch);
        free(f);
    }
    return 0;
}

/** Reads every letter of a text as a report of the day `published`. */
static inline chancery_status read_text(fixture *f, slice published, slice text,
                                        chancery_reading *out)
{
    text_report report;
    text_options options = {.name = SLICE("test"), .published = published, .verbatim = true};
    arena_reset(&f->arena);
    chancery_status status = text_report_read(text, &options, &f->arena, &report, &f->error);
    return status ? status
                  : reading_make(&f->engine, f->parser.parser, &report, &f->arena, &f->scratch, out,
                                 &f->error);
}

static inline void check_examples(fixture *f, const example *examples, size_t count,
                                  void (*print)(const chancery_reading *, char *, size_t))
{
    size_t failures = 0;
    for (size_t i = 0; i < count; i++) {
        chancery_reading reading;
        char found[2048];
        assert_int_equal(
            read_text(f, slice_of(examples[i].published), slice_of(examples[i].text), &reading),
            CHANCERY_OK);
        print(&reading, found, sizeof found);
        if (strcmp(found, examples[i].expected) == 0)
            continue;
        print_error("%s\nwanted %s\nfound  %s\n", examples[i].text, examples[i].expected, found);
        failures++;
    }
    assert_int_equal(failures, 0);
}

#endif
