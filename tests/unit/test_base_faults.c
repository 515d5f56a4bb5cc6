/* Tests of the base room where the system refuses: the n-th allocation, the n-th write.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * Built with CHANCERY_FAULTS only. Each test goes through all n until no fault happens any more;
 * leaks are for the sanitizer to see. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include <stdlib.h>
#include <unistd.h>

#include "base/array.h"
#include "base/container.h"
#include "base/memory.h"
#include "base/pool.h"

static char path[64];
static char temporary[96];

static int make_path(void **state)
{
    (void)state;
    snprintf(path, sizeof path, "/tmp/chancery-faults-%ld", (long)getpid());
    snprintf(temporary, sizeof temporary, "%s.tmp%ld", path, (long)getpid());
    return 0;
}

static int drop_path(void **state)
{
    (void)state;
    unlink(path);
    return 0;
}

static chancery_status use_arena(chancery_error *error)
{
    arena a;
    arena_init(&a, 1 << 20);
    chancery_status status = CHANCERY_E_MEMORY;
    ARRAY(uint64_t) numbers = {0};
    slice text;
    if (!arena_alloc(&a, 200000, 1, error))
        goto out;
    status = arena_printf(&a, &text, error, "%d", 5);
    for (size_t i = 0; i < 20000 && status == CHANCERY_OK; i++)
        if (!array_push(&numbers, &a, error))
            status = CHANCERY_E_MEMORY;
    if (status == CHANCERY_OK)
        status = arena_dup(&a, (slice){(const char *)numbers.items, 160000}, &text, error);
out:
    arena_clear(&a);
    return status;
}

static chancery_status use_file(chancery_error *error)
{
    slice text = {0};
    chancery_status status = file_read("/proc/self/maps", 1 << 20, &text, error);
    memory_free((void *)(uintptr_t)text.ptr);
    return status;
}

static chancery_status use_container(chancery_error *error)
{
    static const char letters[300000];
    container_part part = {"letters", letters, sizeof letters, 1};
    chancery_status status = container_write(path, "TEST", 1, &part, 1, error);
    container c;
    if (status == CHANCERY_OK)
        status = container_open(&c, path, "TEST", 1, 1, error);
    if (status == CHANCERY_OK)
        container_close(&c);
    return status;
}

static void *job_run(void *context, size_t worker, size_t job)
{
    (void)worker;
    (void)job;
    return context;
}

static bool job_finish(void *context, size_t job, void *result)
{
    (void)job;
    return context == result;
}

static chancery_status use_pool(chancery_error *error)
{
    int it;
    pool_work work = {&it, 100, job_run, job_finish, NULL};
    return pool_run(&work, 4, error);
}

/* Where a fault is tolerated (syncing the folder, a smaller block) the call may still succeed. */
static void fail_each(chancery_status (*use)(chancery_error *))
{
    size_t failures = 0;
    for (size_t n = 0;; n++) {
        chancery_error error = {0};
        memory_fail_after(n);
        chancery_status status = use(&error);
        bool fired = memory_fault_fired();
        memory_fail_after(SIZE_MAX);
        assert_int_not_equal(access(temporary, F_OK), 0);
        if (!fired) {
            assert_int_equal(status, CHANCERY_OK);
            break;
        }
        if (status != CHANCERY_OK) {
            assert_int_equal(status, CHANCERY_E_MEMORY);
            assert_int_equal(error.status, CHANCERY_E_MEMORY);
            assert_true(error.message[0] != '\0');
            failures++;
        }
    }
    assert_true(failures > 0);
}

static void test_memory(void **state)
{
    (void)state;
    memory_fail_after(1);
    void *first = memory_alloc(1, 1);
    assert_non_null(first);
    assert_false(memory_fault_fired());
    assert_null(memory_grow(first, 2, 1));
    assert_true(memory_fault_fired());
    void *second = memory_alloc(1, 1);
    assert_non_null(second);
    memory_free(first);
    memory_free(second);
}

static void test_allocations(void **state)
{
    (void)state;
    fail_each(use_arena);
    fail_each(use_file);
    fail_each(use_container);
    fail_each(use_pool);
}

static void test_writes(void **state)
{
    (void)state;
    chancery_error error = {0};
    assert_int_equal(use_container(&error), CHANCERY_OK);
    slice before = {0};
    assert_int_equal(file_read(path, 1 << 20, &before, &error), CHANCERY_OK);
    size_t failures = 0;
    for (size_t n = 0; n < 1000; n++) {
        file_fail_write_after(n);
        chancery_status status = use_container(&error);
        file_fail_write_after(SIZE_MAX);
        slice after = {0};
        assert_int_equal(file_read(path, 1 << 20, &after, NULL), CHANCERY_OK);
        assert_true(slice_equal(before, after));
        memory_free((void *)(uintptr_t)after.ptr);
        assert_int_not_equal(access(temporary, F_OK), 0);
        if (status == CHANCERY_OK)
            break;
        assert_int_equal(status, CHANCERY_E_IO);
        assert_string_equal(error.where, path);
        failures++;
    }
    assert_in_range(failures, 1, 999);
    memory_free((void *)(uintptr_t)before.ptr);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_memory, make_path, drop_path),
        cmocka_unit_test_setup_teardown(test_allocations, make_path, drop_path),
        cmocka_unit_test_setup_teardown(test_writes, make_path, drop_path),
    };
    cmocka_set_message_output(CM_OUTPUT_TAP);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
