/* Tests of the engine and export rooms where the n-th request for memory is refused, for every n.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * Built with CHANCERY_FAULTS only; CHANCERY_DATA names the compiled data. Leaks are for the
 * sanitizer to see. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "base/memory.h"
#include "chancery/chancery.h"
#include "export/export.h"
#include "sample.h"

/* Runs `use` for each n until no request is refused. @return how many requests there are. */
static size_t go_through(chancery_status (*use)(chancery_error *error))
{
    size_t n = 0;
    for (bool fired = true; fired; n++) {
        chancery_error error = {0};
        memory_fail_after(n);
        chancery_status status = use(&error);
        fired = memory_fault_fired();
        memory_fail_after(SIZE_MAX);
        /* an arena that is refused a large block may do with a smaller one */
        if (status != CHANCERY_OK && (!fired || status != CHANCERY_E_MEMORY))
            fail_msg("request %zu: %s", n, error.message);
        assert_int_equal(error.status, status);
    }
    return n - 1;
}

static chancery_status read_and_print(chancery_error *error)
{
    chancery_engine *engine = NULL;
    chancery_reader *reader = NULL;
    const chancery_reading *reading = NULL;
    chancery_pair pair;
    char *json = NULL;
    size_t len;
    chancery_status status = chancery_engine_open(NULL, &engine, error);
    if (status == CHANCERY_OK)
        status = chancery_reader_new(engine, &reader, error);
    if (status == CHANCERY_OK)
        status = chancery_read(reader, SAMPLE_TEXT, sizeof SAMPLE_TEXT - 1, NULL, &reading, error);
    if (status == CHANCERY_OK)
        status = chancery_reading_json(reading, &json, &len, error);
    if (status == CHANCERY_OK)
        status = chancery_read_pair(reader, "Chad attacked a Togolese base.", 30,
                                    (chancery_span){0, 4}, (chancery_span){16, 24}, &pair, error);
    chancery_free(json);
    chancery_reader_free(reader);
    chancery_engine_close(engine);
    return status;
}

static void test_reading(void **state)
{
    (void)state;
    assert_in_range(go_through(read_and_print), 8, 10000);
}

static chancery_status export_all(chancery_error *error)
{
    static char buffer[32768];
    sample s;
    arena a;
    slice json;
    sample_fill(&s, SLICE(SAMPLE_TEXT));
    arena_init(&a, 1 << 20);
    FILE *stream = fmemopen(buffer, sizeof buffer, "w");
    assert_non_null(stream);
    chancery_status status = export_json(&s.reading, &a, &json, error);
    if (status == CHANCERY_OK)
        status = export_plover(&s.reading, true, stream, error);
    if (status == CHANCERY_OK)
        status = export_csv(&s.reading, stream, error);
    fclose(stream);
    arena_clear(&a);
    return status;
}

static void test_export(void **state)
{
    (void)state;
    assert_in_range(go_through(export_all), 2, 100);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_reading),
        cmocka_unit_test(test_export),
    };
    cmocka_set_message_output(CM_OUTPUT_TAP);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
