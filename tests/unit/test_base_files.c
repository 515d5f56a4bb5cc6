/* Tests of the base room: files and containers.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * Files are written to a folder made for each test and taken away after it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include <dirent.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/container.h"
#include "base/hash.h"
#include "base/memory.h"

#define assert_slice(s, literal) assert_true(slice_equal((s), SLICE(literal)))
#define assert_ok(call)          assert_int_equal((call), CHANCERY_OK)

/* ---- a folder for files ---- */

typedef struct scratch {
    char folder[64];
    char path[128]; /* of the file that most tests use */
} scratch;

static int scratch_make(void **state)
{
    scratch *s = calloc(1, sizeof *s);
    assert_non_null(s);
    strcpy(s->folder, "/tmp/chancery-base-XXXXXX");
    assert_non_null(mkdtemp(s->folder));
    snprintf(s->path, sizeof s->path, "%s/file", s->folder);
    *state = s;
    return 0;
}

/* Takes what lies in the folder away, with what lies in folders in it. @return how much it was. */
static size_t empty_folder(const char *path)
{
    DIR *directory = opendir(path);
    assert_non_null(directory);
    size_t count = 0;
    const struct dirent *item;
    while ((item = readdir(directory))) {
        if (strcmp(item->d_name, ".") == 0 || strcmp(item->d_name, "..") == 0)
            continue;
        char inner[512];
        snprintf(inner, sizeof inner, "%s/%s", path, item->d_name);
        struct stat about;
        assert_int_equal(lstat(inner, &about), 0);
        if (S_ISDIR(about.st_mode)) {
            empty_folder(inner);
            assert_int_equal(rmdir(inner), 0);
        } else
            assert_int_equal(unlink(inner), 0);
        count++;
    }
    closedir(directory);
    return count;
}

static size_t scratch_empty(const scratch *s)
{
    return empty_folder(s->folder);
}

static int scratch_drop(void **state)
{
    scratch *s = *state;
    scratch_empty(s);
    assert_int_equal(rmdir(s->folder), 0);
    free(s);
    return 0;
}

static void put(const char *path, slice bytes)
{
    FILE *stream = fopen(path, "wb");
    assert_non_null(stream);
    assert_int_equal(fwrite(bytes.ptr, 1, bytes.len, stream), bytes.len);
    assert_int_equal(fclose(stream), 0);
}

static void assert_file(const char *path, slice bytes)
{
    slice got = {0};
    assert_ok(file_read(path, 1 << 20, &got, NULL));
    assert_true(slice_equal(got, bytes));
    memory_free((void *)(uintptr_t)got.ptr);
}

/* ---- files ---- */

static void test_file_read(void **state)
{
    const scratch *s = *state;
    chancery_error error = {0};
    slice got = SLICE("kept");
    assert_int_equal(file_read(s->path, 100, &got, &error), CHANCERY_E_NOT_FOUND);
    assert_string_equal(error.where, s->path);
    assert_int_equal(file_read(s->folder, 100, &got, &error), CHANCERY_E_IO);
    assert_string_equal(error.where, s->folder);
    put(s->path, SLICE(""));
    assert_slice(got, "kept");
    assert_ok(file_read(s->path, 0, &got, &error));
    assert_int_equal(got.len, 0);
    assert_int_equal(got.ptr[0], 0);
    memory_free((void *)(uintptr_t)got.ptr);
    put(s->path, SLICE("ab\0cd"));
    assert_file(s->path, SLICE("ab\0cd"));
    assert_ok(file_read(s->path, 5, &got, &error));
    assert_int_equal(got.ptr[5], 0);
    memory_free((void *)(uintptr_t)got.ptr);
    assert_int_equal(file_read(s->path, 4, &got, &error), CHANCERY_E_LIMIT);
    assert_int_equal(file_read(s->path, 0, &got, &error), CHANCERY_E_LIMIT);
    assert_ok(file_read(s->path, SIZE_MAX, &got, &error));
    memory_free((void *)(uintptr_t)got.ptr);
    assert_ok(file_read("/proc/self/status", 1 << 20, &got, &error)); /* says it has no bytes */
    assert_true(got.len > 100);
    memory_free((void *)(uintptr_t)got.ptr);
    char below[256];
    snprintf(below, sizeof below, "%s/file", s->path);
    assert_int_equal(file_read(below, 100, &got, &error), CHANCERY_E_NOT_FOUND);
}

static void on_signal(int number)
{
    (void)number;
}

/* Standard input is a pipe whose writer sends signals between its bytes, handled without
 * SA_RESTART. */
static void test_file_read_pipe(void **state)
{
    (void)state;
    struct sigaction action = {.sa_handler = on_signal};
    struct sigaction before;
    assert_int_equal(sigaction(SIGUSR1, &action, &before), 0);
    int ends[2];
    assert_int_equal(pipe(ends), 0);
    pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0) {
        char block[1000];
        memset(block, 'x', sizeof block);
        for (size_t i = 0; i < 200; i++) {
            if (i < 20) {
                kill(getppid(), SIGUSR1);
                usleep(500);
            }
            if (write(ends[1], block, sizeof block) != (ssize_t)sizeof block)
                _exit(1);
        }
        _exit(0);
    }
    close(ends[1]);
    int input = dup(STDIN_FILENO);
    assert_int_equal(dup2(ends[0], STDIN_FILENO), STDIN_FILENO);
    close(ends[0]);
    slice got = {0};
    chancery_status status = file_read("-", 200000, &got, NULL);
    if (input >= 0) {
        dup2(input, STDIN_FILENO);
        close(input);
    }
    int result = 1;
    while (waitpid(child, &result, 0) < 0)
        ;
    sigaction(SIGUSR1, &before, NULL);
    assert_ok(status);
    assert_int_equal(result, 0);
    assert_int_equal(got.len, 200000);
    assert_int_equal(got.ptr[199999], 'x');
    memory_free((void *)(uintptr_t)got.ptr);
}

static void test_file_map(void **state)
{
    const scratch *s = *state;
    chancery_error error = {0};
    file_map map;
    assert_int_equal(file_map_open(&map, s->path, &error), CHANCERY_E_NOT_FOUND);
    assert_string_equal(error.where, s->path);
    file_map_close(&map);
    assert_int_equal(file_map_open(&map, s->folder, &error), CHANCERY_E_IO);
    assert_int_equal(mkfifo(s->path, 0600), 0);
    assert_int_equal(file_map_open(&map, s->path, &error), CHANCERY_E_IO); /* and doesn't wait */
    assert_int_equal(unlink(s->path), 0);
    put(s->path, SLICE(""));
    assert_ok(file_map_open(&map, s->path, &error));
    assert_int_equal(map.bytes.len, 0);
    file_map_close(&map);
    put(s->path, SLICE("a\0b"));
    assert_ok(file_map_open(&map, s->path, &error));
    assert_slice(map.bytes, "a\0b");
    file_map_close(&map);
    file_map_close(&map);
}

static void test_file_write(void **state)
{
    const scratch *s = *state;
    file_writer writer;
    assert_ok(file_writer_open(&writer, s->path, NULL));
    fputs("first", writer.stream);
    assert_int_not_equal(access(s->path, F_OK), 0);
    assert_ok(file_commit(&writer, NULL));
    file_abandon(&writer);
    assert_file(s->path, SLICE("first"));
    assert_int_equal(chmod(s->path, 0640), 0);
    assert_ok(file_writer_open(&writer, s->path, NULL));
    fputs("second", writer.stream);
    fflush(writer.stream);
    assert_file(s->path, SLICE("first"));
    file_abandon(&writer);
    file_abandon(&writer);
    assert_file(s->path, SLICE("first"));
    assert_ok(file_writer_open(&writer, s->path, NULL));
    for (size_t i = 0; i < 100000; i++)
        fputs("long", writer.stream);
    assert_ok(file_commit(&writer, NULL));
    struct stat about;
    assert_int_equal(stat(s->path, &about), 0);
    assert_int_equal(about.st_size, 400000);
    assert_int_equal(about.st_mode & 0777, 0640);
    file_writer zeroed = {0};
    file_abandon(&zeroed);
    assert_int_not_equal(fcntl(STDIN_FILENO, F_GETFD), -1);
    assert_int_equal(scratch_empty(s), 1);
}

static void test_file_write_refused(void **state)
{
    const scratch *s = *state;
    file_writer writer;
    chancery_error error = {0};
    char below[256];
    snprintf(below, sizeof below, "%s/no/file", s->folder);
    assert_int_equal(file_writer_open(&writer, below, &error), CHANCERY_E_IO);
    assert_string_equal(error.where, below);
    file_abandon(&writer);
    assert_int_equal(file_writer_open(&writer, s->folder, &error), CHANCERY_E_IO);
    assert_int_equal(file_writer_open(&writer, "/dev/null", &error), CHANCERY_E_IO);
    struct stat about;
    assert_int_equal(stat("/dev/null", &about), 0);
    assert_true(S_ISCHR(about.st_mode));
    /* The target becomes a folder with something in it: the rename fails, and nothing is left. */
    assert_ok(file_writer_open(&writer, s->path, &error));
    fputs("text", writer.stream);
    assert_int_equal(mkdir(s->path, 0700), 0);
    snprintf(below, sizeof below, "%s/inner", s->path);
    put(below, SLICE("x"));
    assert_int_equal(file_commit(&writer, &error), CHANCERY_E_IO);
    assert_int_equal(scratch_empty(s), 1);
}

static void test_file_write_link(void **state)
{
    const scratch *s = *state;
    char link[256];
    snprintf(link, sizeof link, "%s/link", s->folder);
    put(s->path, SLICE("old"));
    assert_int_equal(symlink("file", link), 0);
    file_writer writer;
    assert_ok(file_writer_open(&writer, link, NULL));
    fputs("new", writer.stream);
    assert_ok(file_commit(&writer, NULL));
    struct stat about;
    assert_int_equal(lstat(link, &about), 0);
    assert_true(S_ISLNK(about.st_mode));
    assert_file(s->path, SLICE("new"));
    /* What stands under the temporary name, be it a link, is replaced and not written through. */
    char temporary[256];
    snprintf(temporary, sizeof temporary, "%s.tmp%ld", s->path, (long)getpid());
    snprintf(link, sizeof link, "%s/victim", s->folder);
    put(link, SLICE("victim"));
    assert_int_equal(symlink(link, temporary), 0);
    assert_ok(file_writer_open(&writer, s->path, NULL));
    fputs("newer", writer.stream);
    assert_ok(file_commit(&writer, NULL));
    assert_file(s->path, SLICE("newer"));
    assert_file(link, SLICE("victim"));
}

/* ---- containers ---- */

static const char KIND[4] = {'T', 'E', 'S', 'T'};

static const uint32_t WORDS[5] = {1, 2, 3, 4, 0xFFFFFFFF};

static const container_part PARTS[] = {
    {"words", WORDS, 5, 4},
    {"eightlet", "0123456789", 10, 1},
    {"empty", NULL, 0, 12},
};

/* Checks `bytes` from a block of exactly their size: a sanitizer then sees a read past the end. */
static chancery_status check(slice bytes, uint64_t *checksum, chancery_error *error)
{
    void *copy = NULL;
    assert_int_equal(posix_memalign(&copy, 64, bytes.len ? bytes.len : 1), 0);
    memcpy(copy, bytes.ptr, bytes.len);
    uint64_t unused;
    chancery_status status =
        container_check((slice){copy, bytes.len}, KIND, 3, 5, checksum ? checksum : &unused, error);
    free(copy);
    return status;
}

static slice build(arena *a, uint32_t version)
{
    slice bytes = {0};
    assert_ok(container_build(a, KIND, version, PARTS, 3, &bytes, NULL));
    assert_int_equal((uintptr_t)bytes.ptr % 64, 0);
    return bytes;
}

static void test_container(void **state)
{
    const scratch *s = *state;
    container c;
    chancery_error error = {0};
    assert_ok(container_write(s->path, KIND, 4, PARTS, 3, &error));
    assert_int_equal(scratch_empty(s), 1);
    assert_ok(container_write(s->path, KIND, 4, PARTS, 3, &error));
    assert_ok(container_open(&c, s->path, KIND, 4, 4, &error));
    slice bytes = c.map.bytes;
    size_t count = 99;
    const void *out = NULL;
    assert_ok(container_section(bytes, "words", 4, &count, &out, &error));
    assert_int_equal(count, 5);
    assert_memory_equal(out, WORDS, sizeof WORDS);
    assert_int_equal((uintptr_t)out % 64, 0);
    assert_ok(container_section(bytes, "eightlet", 1, &count, &out, &error));
    assert_int_equal(count, 10);
    assert_memory_equal(out, "0123456789", 10);
    assert_ok(container_section(bytes, "empty", 12, &count, &out, &error));
    assert_int_equal(count, 0);
    assert_non_null(out);
    assert_int_equal(container_section(bytes, "words", 8, &count, &out, &error), CHANCERY_E_FORMAT);
    assert_int_equal(container_section(bytes, "word", 4, &count, &out, &error), CHANCERY_E_FORMAT);
    arena a;
    arena_init(&a, 1 << 20);
    assert_true(slice_equal(build(&a, 4), bytes)); /* the same parts give the same bytes */
    assert_true(c.checksum == hash_bytes(slice_range(bytes, 32, bytes.len), 0));
    assert_int_equal(memcmp(bytes.ptr, "CHANCERYTEST\4\0\0\0", 16), 0);
    arena_clear(&a);
    container_close(&c);
    container_close(&c);
}

static void test_container_refused(void **state)
{
    const scratch *s = *state;
    container c;
    chancery_error error = {0};
    assert_int_equal(container_open(&c, s->path, KIND, 1, 9, &error), CHANCERY_E_NOT_FOUND);
    assert_int_equal(container_open(&c, s->folder, KIND, 1, 9, &error), CHANCERY_E_IO);
    put(s->path, SLICE(""));
    assert_int_equal(container_open(&c, s->path, KIND, 1, 9, &error), CHANCERY_E_FORMAT);
    assert_string_equal(error.where, s->path);
    assert_ok(container_write(s->path, KIND, 4, PARTS, 3, &error));
    assert_int_equal(container_open(&c, s->path, "KB  ", 1, 9, &error), CHANCERY_E_FORMAT);
    assert_non_null(strstr(error.message, "'TEST'"));
    assert_int_equal(container_open(&c, s->path, KIND, 5, 9, &error), CHANCERY_E_VERSION);
    assert_int_equal(container_open(&c, s->path, KIND, 1, 3, &error), CHANCERY_E_VERSION);
    assert_string_equal(error.where, s->path);
    container_part many[CONTAINER_MAX_SECTIONS + 1];
    for (size_t i = 0; i <= CONTAINER_MAX_SECTIONS; i++)
        many[i] = PARTS[0];
    assert_int_equal(container_write(s->path, KIND, 4, many, CONTAINER_MAX_SECTIONS + 1, &error),
                     CHANCERY_E_LIMIT);
    container_part huge = {"huge", WORDS, SIZE_MAX / 2, 4};
    assert_int_equal(container_write(s->path, KIND, 4, &huge, 1, &error), CHANCERY_E_LIMIT);
    huge.count = UINT32_MAX;
    huge.element_bytes = UINT32_MAX;
    assert_int_equal(container_write(s->path, KIND, 4, &huge, 1, &error), CHANCERY_E_LIMIT);
    assert_ok(container_open(&c, s->path, KIND, 4, 4, &error)); /* the old one stands */
    container_close(&c);
}

static void test_container_none(void **state)
{
    const scratch *s = *state;
    container c;
    size_t count;
    const void *out;
    assert_ok(container_write(s->path, KIND, 4, NULL, 0, NULL));
    assert_ok(container_open(&c, s->path, KIND, 4, 4, NULL));
    assert_int_equal(c.map.bytes.len, 40);
    assert_int_equal(container_section(c.map.bytes, "a", 1, &count, &out, NULL), CHANCERY_E_FORMAT);
    container_close(&c);
}

static void test_container_damage(void **state)
{
    (void)state;
    arena a;
    arena_init(&a, 1 << 20);
    slice bytes = build(&a, 4);
    char *edit = (char *)(uintptr_t)bytes.ptr;
    chancery_error error = {0};
    assert_ok(check(bytes, NULL, &error));
    for (size_t len = 0; len < bytes.len; len += len % 8 == 0 ? 7 : 1)
        assert_int_equal(check(slice_range(bytes, 0, len), NULL, &error), CHANCERY_E_FORMAT);
    for (size_t i = 0; i < bytes.len; i++)
        for (int bit = 0; bit < 8; bit++) {
            edit[i] = (char)(edit[i] ^ (1 << bit));
            chancery_status status = check(bytes, NULL, &error);
            if (i < 12 || i >= 16)
                assert_int_equal(status, CHANCERY_E_FORMAT);
            else if (i == 12 && bit == 0) /* the version, still in the range */
                assert_int_equal(status, CHANCERY_OK);
            else
                assert_int_equal(status, CHANCERY_E_VERSION);
            edit[i] = (char)(edit[i] ^ (1 << bit));
        }
    char longer[2048] = {0};
    memcpy(longer, bytes.ptr, bytes.len);
    assert_int_equal(check((slice){longer, bytes.len + 8}, NULL, &error), CHANCERY_E_FORMAT);
    arena_clear(&a);
}

/* Sets `size` bytes at `at` and makes the checksum right again, as somebody would who wants to
 * mislead. */
static chancery_status forge(slice bytes, size_t at, uint64_t value, size_t size, const char **why)
{
    static _Thread_local chancery_error error;
    char *edit = (char *)(uintptr_t)bytes.ptr;
    char before[8];
    memcpy(before, edit + at, size);
    memcpy(edit + at, &value, size);
    uint64_t sum = hash_bytes(slice_range(bytes, 32, bytes.len), 0);
    memcpy(edit + 24, &sum, 8);
    chancery_status status = check(bytes, NULL, &error);
    memcpy(edit + at, before, size);
    *why = error.message;
    return status;
}

static void assert_forged(slice bytes, size_t at, uint64_t value, size_t size, const char *why)
{
    const char *message;
    assert_int_equal(forge(bytes, at, value, size, &message), CHANCERY_E_FORMAT);
    if (!strstr(message, why))
        fail_msg("'%s' is not in '%s'", why, message);
}

static void test_container_forged(void **state)
{
    (void)state;
    enum { TABLE = 40, ENTRY = 24, OFFSET = 8, COUNT = 16, ELEMENT = 20 };
    arena a;
    arena_init(&a, 1 << 20);
    slice bytes = build(&a, 4);
    uint64_t second;
    memcpy(&second, bytes.ptr + TABLE + ENTRY + OFFSET, 8);
    assert_forged(bytes, 32, 65, 4, "table of sections is impossible");
    assert_forged(bytes, 32, UINT32_MAX, 4, "table of sections is impossible");
    assert_forged(bytes, 32, 60, 4, "table of sections is cut off");
    assert_forged(bytes, 36, 1, 4, "table of sections is impossible");
    assert_forged(bytes, TABLE, ' ', 1, "impossible name");
    assert_forged(bytes, TABLE + 2, 0, 1, "impossible name");
    assert_forged(bytes, TABLE + ENTRY, 0x2020207364726F77u, 8,
                  "impossible name"); /* twice "words" */
    assert_forged(bytes, TABLE + OFFSET, second - 64 + 8, 8, "not aligned");
    assert_forged(bytes, TABLE + OFFSET, 64, 8, "outside the file");     /* over the table */
    assert_forged(bytes, TABLE + OFFSET, second, 8, "outside the file"); /* over the second */
    assert_forged(bytes, TABLE + OFFSET, UINT64_MAX - 63, 8, "outside the file");
    assert_forged(bytes, TABLE + OFFSET, 1 << 20, 8, "outside the file");
    assert_forged(bytes, TABLE + COUNT, UINT32_MAX, 4, "outside the file");
    assert_forged(bytes, TABLE + ELEMENT, 0, 4, "impossible size");
    assert_forged(bytes, TABLE + ELEMENT, UINT32_MAX, 4, "outside the file");
    assert_forged(bytes, TABLE + ENTRY + COUNT, 11 + 64, 4, "outside the file");
    const char *unused;
    assert_ok(forge(bytes, TABLE + COUNT, 4, 4, &unused)); /* fewer is allowed */
    arena_clear(&a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_file_read, scratch_make, scratch_drop),
        cmocka_unit_test(test_file_read_pipe),
        cmocka_unit_test_setup_teardown(test_file_map, scratch_make, scratch_drop),
        cmocka_unit_test_setup_teardown(test_file_write, scratch_make, scratch_drop),
        cmocka_unit_test_setup_teardown(test_file_write_refused, scratch_make, scratch_drop),
        cmocka_unit_test_setup_teardown(test_file_write_link, scratch_make, scratch_drop),
        cmocka_unit_test_setup_teardown(test_container, scratch_make, scratch_drop),
        cmocka_unit_test_setup_teardown(test_container_refused, scratch_make, scratch_drop),
        cmocka_unit_test_setup_teardown(test_container_none, scratch_make, scratch_drop),
        cmocka_unit_test(test_container_damage),
        cmocka_unit_test(test_container_forged),
    };
    cmocka_set_message_output(CM_OUTPUT_TAP);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
