/* Tests of the knowledge base where the system refuses: the n-th allocation, the n-th write.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * Built with CHANCERY_FAULTS only. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include <unistd.h>

#include "base/memory.h"
#include "kb/kb.h"

static char path[64];
static char temporary[96];

static int make_path(void **state)
{
    (void)state;
    snprintf(path, sizeof path, "/tmp/chancery-kb-faults-%ld", (long)getpid());
    snprintf(temporary, sizeof temporary, "%s.tmp%ld", path, (long)getpid());
    return 0;
}

static int drop_path(void **state)
{
    (void)state;
    unlink(path);
    return 0;
}

static chancery_status compile_and_open(chancery_error *error)
{
    chancery_status status = kb_compile(TEST_SOURCE_DIR "/tests/unit/data/kb", path, error);
    if (status != CHANCERY_OK)
        return status;
    kb *k = NULL;
    status = kb_open(path, &k, error);
    if (status == CHANCERY_OK)
        assert_true(kb_entry_count(k) > 10);
    kb_close(k);
    return status;
}

static void test_allocations(void **state)
{
    (void)state;
    size_t failures = 0;
    bool fired = true;
    for (size_t n = 0; fired; n++) {
        chancery_error error = {0};
        memory_fail_after(n);
        chancery_status status = compile_and_open(&error);
        fired = memory_fault_fired();
        memory_fail_after(SIZE_MAX);
        assert_int_not_equal(access(temporary, F_OK), 0);
        if (!fired || status == CHANCERY_OK) { /* syncing a folder can do without memory */
            assert_int_equal(status, CHANCERY_OK);
            continue;
        }
        assert_int_equal(status, CHANCERY_E_MEMORY);
        assert_int_equal(error.status, CHANCERY_E_MEMORY);
        assert_true(error.message[0] != '\0');
        failures++;
    }
    assert_true(failures > 10);
}

static void test_writes(void **state)
{
    (void)state;
    chancery_error error = {0};
    assert_int_equal(compile_and_open(&error), CHANCERY_OK);
    chancery_status status = CHANCERY_E_IO;
    for (size_t n = 0; status != CHANCERY_OK; n++) {
        file_fail_write_after(n);
        status = kb_compile(TEST_SOURCE_DIR "/tests/unit/data/kb", path, &error);
        file_fail_write_after(SIZE_MAX);
        assert_int_not_equal(access(temporary, F_OK), 0);
        if (n == 0)
            assert_int_equal(status, CHANCERY_E_IO);
        kb *k = NULL;
        assert_int_equal(kb_open(path, &k, NULL), CHANCERY_OK); /* the old one, whole */
        kb_close(k);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_allocations, make_path, drop_path),
        cmocka_unit_test_setup_teardown(test_writes, make_path, drop_path),
    };
    cmocka_set_message_output(CM_OUTPUT_TAP);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
