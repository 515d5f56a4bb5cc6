/* Tests of the archive room where memory runs out at the n-th request.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * Built with CHANCERY_FAULTS only. The program's own requests fail by base/memory.h; those of
 * SQLite by an allocator that is put before its own. Whatever fails, the call says so or has done
 * without, and the archive holds a reading whole: the old one or the new one. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "archive_fixture.h"
#include "base/memory.h"

static sqlite3_mem_methods real_methods;
static size_t sqlite_left = SIZE_MAX; /* requests that are still served */
static bool sqlite_fired;

static bool refused(void)
{
    if (sqlite_left == SIZE_MAX)
        return false;
    if (sqlite_left-- > 0)
        return false;
    sqlite_left = SIZE_MAX;
    sqlite_fired = true;
    return true;
}

static void *faulty_malloc(int bytes)
{
    return refused() ? NULL : real_methods.xMalloc(bytes);
}

static void *faulty_realloc(void *old, int bytes)
{
    return refused() ? NULL : real_methods.xRealloc(old, bytes);
}

static void plan(bool sqlite, size_t n)
{
    sqlite_fired = false;
    sqlite_left = sqlite ? n : SIZE_MAX;
    memory_fail_after(sqlite ? SIZE_MAX : n);
}

/* Ends the plan. @return whether its fault has happened. */
static bool happened(bool sqlite)
{
    bool fired = sqlite ? sqlite_fired : memory_fault_fired();
    plan(false, SIZE_MAX);
    return fired;
}

static chancery_status use_new(fixture *f, chancery_error *error)
{
    chancery_archive *archive = NULL;
    bool changed;
    chancery_status status = archive_open(f->path, ARCHIVE_WRITE, &archive, error);
    if (status == CHANCERY_OK)
        status = archive_store(archive, &f->sample.reading, &changed, error);
    archive_close(archive);
    return status;
}

static chancery_status use_all(chancery_archive *archive, fixture *f, arena *a,
                               chancery_error *error)
{
    bool changed;
    archive_lines lines;
    archive_line line;
    chancery_reading reading;
    archive_query query = {.a = SLICE("NOR"), .b = SLICE("CHL")};
    slice id = f->sample.reading.document.id;
    chancery_status status = archive_begin(archive, error);
    if (status == CHANCERY_OK)
        status = archive_store(archive, &f->sample.reading, &changed, error);
    if (status == CHANCERY_OK)
        status = archive_commit(archive, error);
    archive_rollback(archive);
    if (status == CHANCERY_OK)
        status = archive_load(archive, id, a, &reading, error);
    if (status == CHANCERY_OK)
        status = archive_events(archive, &query, a, &lines, error);
    if (status == CHANCERY_OK)
        status = archive_statements(archive, &query, a, &lines, error);
    if (status == CHANCERY_OK)
        status = archive_find(archive, SLICE("trade"), 5, a, &lines, error);
    if (status == CHANCERY_OK)
        status = archive_people(archive, SLICE("tomas"), a, &lines, error);
    if (status == CHANCERY_OK)
        status = archive_resolve(archive, SLICE("s0000000000000001"), a, &line, error);
    return status;
}

static chancery_status use_old(fixture *f, chancery_error *error)
{
    arena a;
    archive_counts counts;
    chancery_archive *archive = NULL;
    arena_init(&a, 64 << 20);
    chancery_status status = archive_open(f->path, ARCHIVE_WRITE, &archive, error);
    if (status == CHANCERY_OK)
        status = use_all(archive, f, &a, error);
    if (status == CHANCERY_OK)
        status = archive_check(archive, &counts, error);
    archive_close(archive);
    arena_clear(&a);
    return status;
}

/* After a fault: the archive is sound, and its report is told by one of two confidences. */
static void assert_whole(fixture *f, size_t reports)
{
    archive_counts counts;
    chancery_archive *archive = NULL;
    if (archive_open(f->path, ARCHIVE_READ, &archive, &f->error) == CHANCERY_E_NOT_FOUND) {
        assert_int_equal(reports, 0);
        return;
    }
    if (!archive || archive_check(archive, &counts, &f->error) != CHANCERY_OK)
        fail_msg("%s", f->error.message);
    assert_in_range(counts.reports, reports, 1);
    archive_close(archive);
}

enum { ALL_UP_TO = 500, STRIDE = 29 };

/* Goes through all n; of SQLite's many requests, through all of the first and then some of each
 * stretch. @return the number of requests. */
static size_t go_through(fixture *f, bool sqlite, bool anew,
                         chancery_status (*use)(fixture *, chancery_error *))
{
    size_t n = 0;
    for (bool fired = true; fired; n += n < ALL_UP_TO ? 1 : STRIDE) {
        chancery_error error = {0};
        if (anew)
            unlink(f->path);
        f->sample.events[0].confidence = (double)(n % 2) / 2; /* so that there is work */
        plan(sqlite, n);
        chancery_status status = use(f, &error);
        fired = happened(sqlite);
        if (!fired)
            assert_ok(status);
        if (status != CHANCERY_OK && status != CHANCERY_E_MEMORY)
            fail_msg("request %zu: %s", n, error.message);
        if (status != CHANCERY_OK)
            assert_int_equal(error.status, status);
        assert_whole(f, anew ? 0 : 1);
    }
    return n;
}

static void test_new(void **state)
{
    fixture *f = *state;
    fixture_close(f);
    assert_in_range(go_through(f, false, true, use_new), 3, 100);
    assert_in_range(go_through(f, true, true, use_new), 300, 100000);
}

static void test_old(void **state)
{
    fixture *f = *state;
    fixture_store(f);
    fixture_close(f);
    assert_in_range(go_through(f, false, false, use_old), 5, 100);
    assert_in_range(go_through(f, true, false, use_old), 300, 100000);
}

int main(void)
{
    sqlite3_config(SQLITE_CONFIG_GETMALLOC, &real_methods);
    sqlite3_mem_methods faulty = real_methods;
    faulty.xMalloc = faulty_malloc;
    faulty.xRealloc = faulty_realloc;
    if (sqlite3_config(SQLITE_CONFIG_MALLOC, &faulty) != SQLITE_OK)
        return 1;
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_new, fixture_make, fixture_drop),
        cmocka_unit_test_setup_teardown(test_old, fixture_make, fixture_drop),
    };
    cmocka_set_message_output(CM_OUTPUT_TAP);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
