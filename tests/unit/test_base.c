/* Tests of the base room: sizes, slices, errors, memory, hashes, numbers, the pool.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * Files and containers are in test_base_files.c, what needs failing allocations and writes in
 * test_base_faults.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include <float.h>
#include <locale.h>
#include <math.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/array.h"
#include "base/block.h"
#include "base/error.h"
#include "base/hash.h"
#include "base/memory.h"
#include "base/number.h"
#include "base/pool.h"
#include "base/size.h"

#define assert_slice(s, literal) assert_true(slice_equal((s), SLICE(literal)))
#define assert_ok(call)          assert_int_equal((call), CHANCERY_OK)

/* ---- sizes, slices ---- */

static void test_size(void **state)
{
    (void)state;
    size_t out = 7;
    assert_true(size_multiply(3, 5, &out));
    assert_int_equal(out, 15);
    assert_false(size_multiply(SIZE_MAX / 2 + 1, 2, &out));
    assert_false(size_add(SIZE_MAX, 1, &out));
    assert_int_equal(out, 15);
    assert_true(size_add(SIZE_MAX - 1, 1, &out));
    assert_int_equal(out, SIZE_MAX);
}

static void test_slice_compare(void **state)
{
    (void)state;
    assert_true(slice_equal(SLICE("a\0b"), SLICE("a\0b")));
    assert_false(slice_equal(SLICE("a\0b"), SLICE("a\0c")));
    assert_true(slice_equal((slice){NULL, 0}, SLICE("")));
    assert_true(slice_compare(SLICE("a\0b"), SLICE("a\0c")) < 0);
    assert_true(slice_compare(SLICE("a"), SLICE("a\0")) < 0);
    assert_true(slice_compare(SLICE("\xC3"), SLICE("a")) > 0);
    assert_int_equal(slice_compare((slice){NULL, 0}, SLICE("")), 0);
    assert_true(slice_starts(SLICE("ab\0c"), SLICE("ab\0")));
    assert_false(slice_starts(SLICE("ab"), SLICE("abc")));
    assert_true(slice_ends(SLICE("x\0y"), SLICE("\0y")));
    assert_false(slice_ends(SLICE("y"), SLICE("xy")));
    assert_true(slice_ends(SLICE("y"), (slice){NULL, 0}));
    slice none = slice_of(NULL);
    assert_int_equal(none.len, 0);
    assert_slice(slice_of("abc"), "abc");
}

static void test_slice_fold(void **state)
{
    (void)state;
    assert_true(slice_equal_ascii_fold(SLICE("Titan I"), SLICE("tITAN i")));
    assert_false(slice_equal_ascii_fold(SLICE("@["), SLICE("`{")));
    assert_false(slice_equal_ascii_fold(SLICE("\xC3\x89"), SLICE("\xC3\xA9")));
    assert_true(slice_equal_ascii_fold(SLICE("a\0B"), SLICE("A\0b")));
    assert_false(slice_equal_ascii_fold(SLICE("a\0b"), SLICE("a\0c")));
    assert_false(slice_equal_ascii_fold(SLICE("a"), SLICE("ab")));
}

static void test_slice_find(void **state)
{
    (void)state;
    assert_int_equal(slice_find(SLICE("a\0b\0c"), SLICE("\0c")), 3);
    assert_int_equal(slice_find(SLICE("aab"), SLICE("ab")), 1);
    assert_int_equal(slice_find(SLICE("ab"), SLICE("abc")), SIZE_MAX);
    assert_int_equal(slice_find(SLICE("abc"), SLICE("d")), SIZE_MAX);
    assert_int_equal(slice_find((slice){NULL, 0}, (slice){NULL, 0}), 0);
    assert_int_equal(slice_find((slice){NULL, 0}, SLICE("a")), SIZE_MAX);
}

static void test_slice_trim(void **state)
{
    (void)state;
    assert_slice(slice_trim(SLICE(" \t\r\n\v\f a b \n")), "a b");
    assert_slice(slice_trim(SLICE(" \n ")), "");
    assert_slice(slice_trim(SLICE("\0 ")), "\0");
    assert_slice(slice_trim(SLICE("\xC2\xA0")), "\xC2\xA0");
    assert_int_equal(slice_trim((slice){NULL, 0}).len, 0);
}

static void test_slice_next(void **state)
{
    (void)state;
    slice rest = SLICE("a;;b\0c;");
    slice part;
    assert_true(slice_next(&rest, ';', &part));
    assert_slice(part, "a");
    assert_true(slice_next(&rest, ';', &part));
    assert_slice(part, "");
    assert_true(slice_next(&rest, ';', &part));
    assert_slice(part, "b\0c");
    assert_true(slice_next(&rest, ';', &part));
    assert_slice(part, "");
    part = SLICE("kept");
    assert_false(slice_next(&rest, ';', &part));
    assert_null(rest.ptr);
    assert_slice(part, "kept");
}

static void test_block(void **state)
{
    (void)state;
    block_reader reader = block_open(SLICE("# none\n\nhead one\r\n  field: a: b; c \n  # no\n\tx"));
    block_line line = {0};
    slice name;
    slice value;
    assert_true(block_next(&reader, &line));
    assert_true(line.head);
    assert_int_equal(line.number, 3);
    assert_slice(line.text, "head one");
    slice rest = line.text;
    assert_true(block_word(&rest, &name));
    assert_slice(name, "head");
    assert_true(block_word(&rest, &name));
    assert_slice(name, "one");
    assert_false(block_word(&rest, &name));
    assert_true(block_next(&reader, &line));
    assert_false(line.head);
    assert_int_equal(line.number, 4);
    assert_true(block_field(line.text, &name, &value));
    assert_slice(name, "field");
    assert_slice(value, "a: b; c");
    assert_true(block_next(&reader, &line));
    assert_false(line.head);
    assert_int_equal(line.number, 6);
    assert_false(block_field(line.text, &name, &value));
    assert_false(block_next(&reader, &line));
    assert_false(block_field(SLICE("a:b"), &name, &value));
    assert_true(block_field(SLICE("a:"), &name, &value));
    assert_int_equal(value.len, 0);
}

/* ---- errors ---- */

static void test_error_set(void **state)
{
    (void)state;
    chancery_error error;
    memset(&error, 'x', sizeof error);
    chancery_status status = error_set(&error, CHANCERY_E_LIMIT, "%zu of %s", (size_t)3, "it");
    assert_int_equal(status, CHANCERY_E_LIMIT);
    assert_int_equal(error.status, CHANCERY_E_LIMIT);
    assert_string_equal(error.message, "3 of it");
    assert_string_equal(error.where, "");
    assert_int_equal(error.line, 0);
    assert_int_equal(error.offset, 0);
    error_set(&error, CHANCERY_E_IO, "again: %s", error.message);
    assert_string_equal(error.message, "again: 3 of it");
    error_set(&error, CHANCERY_E_IO, "a\x1B[31m\nb\x7F");
    assert_string_equal(error.message, "a?[31m?b?");
    assert_int_equal(error_set(NULL, CHANCERY_E_IO, "nobody listens"), CHANCERY_E_IO);
}

static void test_error_cut(void **state)
{
    (void)state;
    chancery_error error;
    for (size_t lead = 0; lead < 4; lead++) {
        char text[2 * CHANCERY_MESSAGE_BYTES] = {0};
        memset(text, 'a', lead);
        for (size_t i = lead; i + 3 < sizeof text; i += 3)
            memcpy(text + i, "\xE2\x82\xAC", 3);
        error_set(&error, CHANCERY_E_IO, "%s", text);
        size_t len = strlen(error.message);
        assert_true(len < CHANCERY_MESSAGE_BYTES && len >= CHANCERY_MESSAGE_BYTES - 3);
        assert_int_equal((len - lead) % 3, 0);
        error_at(&error, text, 1);
        len = strlen(error.where);
        assert_true(len < CHANCERY_WHERE_BYTES && len >= CHANCERY_WHERE_BYTES - 3);
        assert_int_equal((len - lead) % 3, 0);
    }
}

static void test_error_at(void **state)
{
    (void)state;
    chancery_error error;
    error_set(&error, CHANCERY_E_FORMAT, "wrong");
    error_at(&error, NULL, 12);
    error_at(&error, "a.txt", 0);
    assert_string_equal(error.where, "a.txt");
    assert_int_equal(error.line, 12);
    error_at(&error, "folder", 99);
    assert_string_equal(error.where, "a.txt");
    assert_int_equal(error.line, 12);
    error_set(&error, CHANCERY_E_FORMAT, "wrong");
    error_at(&error, "a\nb", 0);
    error_at(&error, "c", 5);
    assert_string_equal(error.where, "a?b");
    assert_int_equal(error.line, 0);
    error_at(&error, "a\nb", 5);
    assert_int_equal(error.line, 5);
    error_at(NULL, "a", 1);
}

static void test_status_name(void **state)
{
    (void)state;
    assert_string_equal(chancery_status_name(CHANCERY_OK), "CHANCERY_OK");
    assert_string_equal(chancery_status_name(CHANCERY_E_UTF8), "CHANCERY_E_UTF8");
    for (int s = CHANCERY_OK; s <= CHANCERY_E_CANCELLED; s++)
        for (int t = CHANCERY_OK; t < s; t++)
            assert_string_not_equal(chancery_status_name((chancery_status)s),
                                    chancery_status_name((chancery_status)t));
    assert_string_equal(chancery_status_name((chancery_status)999), "unknown status");
}

/* ---- memory, arena ---- */

static void test_memory(void **state)
{
    (void)state;
    assert_null(memory_alloc(SIZE_MAX / 2, 3));
    assert_null(memory_alloc(SIZE_MAX, 1));
    unsigned char *block = memory_alloc(3, 5);
    assert_non_null(block);
    for (size_t i = 0; i < 15; i++)
        assert_int_equal(block[i], 0);
    block[14] = 9;
    assert_null(memory_grow(block, SIZE_MAX, 2));
    block = memory_grow(block, 1000, 10);
    assert_non_null(block);
    assert_int_equal(block[14], 9);
    memory_free(block);
    block = memory_alloc(0, 5);
    assert_non_null(block);
    memory_free(block);
    memory_free(NULL);
}

static void test_arena_pieces(void **state)
{
    (void)state;
    arena a;
    arena_init(&a, 64 << 20);
    assert_int_equal(a.reserved_bytes, 0);
    unsigned char *last = NULL;
    size_t last_size = 0;
    for (size_t size = 1; size < 100000; size = size * 3 / 2 + 1) {
        unsigned char *piece = arena_alloc(&a, size, 1, NULL);
        assert_non_null(piece);
        assert_int_equal((uintptr_t)piece % _Alignof(max_align_t), 0);
        for (size_t i = 0; i < size; i++)
            assert_int_equal(piece[i], 0);
        memset(piece, 0xEE, size);
        for (size_t i = 0; i < last_size; i++)
            assert_int_equal(last[i], 0xEE);
        last = piece;
        last_size = size;
    }
    unsigned char *nothing = arena_alloc(&a, 0, 8, NULL);
    unsigned char *other = arena_alloc(&a, 8, 0, NULL);
    assert_non_null(nothing);
    assert_non_null(other);
    assert_ptr_not_equal(nothing, other);
    arena_clear(&a);
    assert_int_equal(a.reserved_bytes, 0);
    assert_non_null(arena_alloc(&a, 1, 1, NULL));
    arena_clear(&a);
}

static void test_arena_reset(void **state)
{
    (void)state;
    arena a;
    arena_init(&a, 8 << 20);
    for (size_t i = 0; i < 300; i++)
        memset(arena_alloc(&a, 1000, 1, NULL), 0xEE, 1000);
    size_t held = a.reserved_bytes;
    struct arena_block *first = a.first;
    for (size_t round = 0; round < 3; round++) {
        arena_reset(&a);
        assert_int_equal(a.used_bytes, 0);
        for (size_t i = 0; i < 300; i++) {
            unsigned char *piece = arena_alloc(&a, 1000, 1, NULL);
            for (size_t k = 0; k < 1000; k++)
                assert_int_equal(piece[k], 0);
            memset(piece, 0xEE, 1000);
        }
        assert_int_equal(a.reserved_bytes, held);
        assert_ptr_equal(a.first, first);
    }
    arena_clear(&a);
}

/* What fits must not depend on what the arena was used for before. */
static void test_arena_cap(void **state)
{
    (void)state;
    arena a;
    chancery_error error = {0};
    arena_init(&a, 1 << 20);
    for (size_t i = 0; i < 3000; i++)
        assert_non_null(arena_alloc(&a, 1, 333, &error));
    for (size_t round = 0; round < 2; round++) {
        arena_reset(&a);
        assert_non_null(arena_alloc(&a, (1 << 20) - 16, 1, &error));
        assert_true(a.reserved_bytes <= (2 << 20) + 1024);
        assert_non_null(arena_alloc(&a, 16, 1, &error));
        assert_null(arena_alloc(&a, 1, 1, &error));
        assert_int_equal(error.status, CHANCERY_E_LIMIT);
        assert_int_equal(a.used_bytes, 1 << 20);
    }
    arena_reset(&a);
    assert_null(arena_alloc(&a, SIZE_MAX / 2, 3, &error));
    assert_null(arena_alloc(&a, SIZE_MAX, 1, NULL));
    assert_null(arena_alloc(&a, SIZE_MAX - 15, 1, NULL));
    assert_null(arena_alloc(&a, (1 << 20) + 1, 1, NULL));
    arena_clear(&a);
    arena_init(&a, 0);
    assert_null(arena_alloc(&a, 0, 0, &error));
    arena_clear(&a);
}

static void test_arena_held(void **state)
{
    (void)state;
    arena a;
    uint32_t random = 1;
    arena_init(&a, 4 << 20);
    for (size_t round = 0; round < 50; round++) {
        arena_reset(&a);
        for (;;) {
            random = random * 1664525 + 1013904223;
            size_t size = random >> (random % 4 == 0 ? 11 : 20);
            if (!arena_alloc(&a, size, 1, NULL))
                break;
            assert_true(a.reserved_bytes <= (8 << 20) + (64 << 10));
            assert_true(a.used_bytes <= a.cap_bytes);
        }
    }
    arena_clear(&a);
}

static void test_arena_strings(void **state)
{
    (void)state;
    arena a;
    arena_init(&a, 1 << 20);
    slice out = {0};
    assert_ok(arena_dup(&a, SLICE("a\0b"), &out, NULL));
    assert_slice(out, "a\0b");
    assert_int_equal(out.ptr[3], 0);
    assert_ok(arena_dup(&a, (slice){NULL, 0}, &out, NULL));
    assert_non_null(out.ptr);
    assert_int_equal(out.len, 0);
    assert_ok(arena_printf(&a, &out, NULL, "%d-%.*s-%zu", -5, SLICE_ARGS(SLICE("abc")), SIZE_MAX));
    assert_slice(out, "-5-abc-18446744073709551615");
    slice before = out;
    chancery_error error = {0};
    assert_int_equal(arena_printf(&a, &out, &error, "%2000000d", 1), CHANCERY_E_LIMIT);
    assert_int_equal(error.status, CHANCERY_E_LIMIT);
    assert_int_equal(arena_printf(&a, &out, NULL, "%2000000d", 1), CHANCERY_E_LIMIT);
    assert_int_equal(arena_dup(&a, (slice){"", SIZE_MAX}, &out, NULL), CHANCERY_E_LIMIT);
    assert_ptr_equal(out.ptr, before.ptr);
    arena_clear(&a);
}

static void test_array(void **state)
{
    (void)state;
    arena a;
    arena_init(&a, 1 << 20);
    ARRAY(span) spans = {0};
    for (uint32_t i = 0; i < 10000; i++) {
        span *s = array_push(&spans, &a, NULL);
        assert_non_null(s);
        assert_int_equal(s->start, 0);
        *s = (span){i, i + 1};
    }
    assert_int_equal(spans.count, 10000);
    for (uint32_t i = 0; i < 10000; i++)
        assert_int_equal(spans.items[i].end, i + 1);
    spans.count = 5;
    assert_int_equal(array_push(&spans, &a, NULL)->start, 0);
    chancery_error error = {0};
    size_t count = 0;
    while (array_push(&spans, &a, &error))
        count++;
    assert_int_equal(error.status, CHANCERY_E_LIMIT);
    assert_int_equal(spans.count, count + 6);
    assert_int_equal(spans.items[5].end, 0);
    arena_clear(&a);
}

/* An array that is the last piece of its block grows in place, else it moves; both count alike. */
static void test_array_in_place(void **state)
{
    (void)state;
    arena a, b;
    arena_init(&a, 1 << 20);
    arena_init(&b, 1 << 20);
    ARRAY(span) alone = {0}, beside = {0};
    const span *first = NULL;
    for (uint32_t i = 0; i < 1000; i++) {
        *array_push(&alone, &a, NULL) = (span){i, i};
        first = first ? first : alone.items;
        size_t full = beside.count == beside.capacity;
        *array_push(&beside, &b, NULL) = (span){i, i};
        if (full) { /* so that it is never the last */
            size_t used = b.used_bytes;
            memset(arena_alloc(&b, 1, 16, NULL), 0xEE, 16);
            b.used_bytes = used;
        }
    }
    assert_ptr_equal(alone.items, first);
    assert_int_equal(a.used_bytes, b.used_bytes);
    for (uint32_t i = 0; i < 1000; i++)
        assert_true(alone.items[i].end == i && beside.items[i].end == i);
    arena_clear(&a);
    arena_clear(&b);
}

/* ---- hashes, numbers ---- */

static void test_hash(void **state)
{
    (void)state;
    /* Values that files and ids are made with: XXH3's own for nothing and for "a", and over 240
     * bytes. */
    assert_true(hash_bytes((slice){NULL, 0}, 0) == 0x2D06800538D394C2u);
    assert_true(hash_bytes(SLICE(""), 0) == 0x2D06800538D394C2u);
    assert_true(hash_bytes(SLICE("a"), 0) == 0xE6C632B61E964E1Fu);
    assert_true(hash_bytes(SLICE("chancery"), 0) == 0x2A42136942CF2C77u);
    assert_true(hash_bytes(SLICE("a"), 0) != hash_bytes(SLICE("a"), 1));
    assert_true(hash_bytes(SLICE("a\0b"), 0) != hash_bytes(SLICE("a\0c"), 0));
    char text[5000];
    for (size_t i = 0; i < sizeof text; i++)
        text[i] = (char)(i * 131);
    assert_true(hash_bytes((slice){text, 1000}, 0) == 0x5BD60EEC6F4C0B72u);
    assert_true(hash_bytes((slice){text, 1000}, 7) == 0x4027070BD01B545Au);
    uint64_t whole = hash_bytes((slice){text, sizeof text}, 7);
    for (size_t cut = 0; cut < 1200; cut += 171) {
        const slice parts[] = {{text, cut}, {NULL, 0}, {text + cut, sizeof text - cut}};
        assert_true(hash_parts(parts, 3, 7) == whole);
    }
    assert_true(hash_parts(NULL, 0, 0) == hash_bytes(SLICE(""), 0));
    for (size_t i = 0; i < sizeof text; i += 97) {
        text[i] ^= 1;
        assert_true(hash_bytes((slice){text, sizeof text}, 7) != whole);
        text[i] ^= 1;
    }
    char hex[HASH_HEX_BYTES + 1] = {0};
    hash_hex(0x0123456789ABCDEFu, hex);
    assert_string_equal(hex, "0123456789abcdef");
    hash_hex(0, hex);
    assert_string_equal(hex, "0000000000000000");
}

static void assert_double(double value, const char *text)
{
    char out[NUMBER_DOUBLE_BYTES];
    assert_int_equal(number_format_double(value, out, sizeof out), strlen(text));
    assert_string_equal(out, text);
}

static void test_number_format(void **state)
{
    (void)state;
    assert_double(4, "4");
    assert_double(2.5, "2.5");
    assert_double(48.857, "48.857");
    assert_double(0, "0");
    assert_double(-0.0, "-0");
    assert_double(-0.001, "-0.001");
    assert_double(100, "100");
    assert_double(1e20, "100000000000000000000");
    assert_double(1e21, "1e+21");
    assert_double(0.000001, "0.000001");
    assert_double(0.0000001, "1e-7");
    assert_double(0.1 + 0.2, "0.30000000000000004");
    assert_double(1.0 / 3, "0.3333333333333333");
    assert_double(DBL_MAX, "1.7976931348623157e+308");
    assert_double(-DBL_MIN, "-2.2250738585072014e-308");
    assert_double(5e-324, "5e-324");
    assert_double(123456789.125, "123456789.125");
    assert_double(9007199254740993.0, "9007199254740992");
    assert_double(INFINITY, "");
    assert_double(NAN, "");
    char small[4];
    assert_int_equal(number_format_double(2.55, small, sizeof small), 0);
    assert_string_equal(small, "");
    assert_int_equal(number_format_double(2.5, small, sizeof small), 3);
    assert_int_equal(number_format_double(2.5, NULL, 0), 0);
}

static void test_number_round_trip(void **state)
{
    (void)state;
    uint64_t random = 88172645463325252u;
    for (size_t i = 0; i < 50000; i++) {
        random ^= random << 13;
        random ^= random >> 7;
        random ^= random << 17;
        double value;
        memcpy(&value, &random, sizeof value);
        if (!isfinite(value))
            continue;
        char out[NUMBER_DOUBLE_BYTES];
        size_t len = number_format_double(value, out, sizeof out);
        double back = 0;
        assert_true(number_parse_double((slice){out, len}, &back));
        assert_memory_equal(&back, &value, sizeof value);
    }
}

static void test_number_parse_u64(void **state)
{
    (void)state;
    uint64_t value = 7;
    assert_true(number_parse_u64(SLICE("18446744073709551615"), &value));
    assert_true(value == UINT64_MAX);
    assert_true(number_parse_u64(SLICE("0042"), &value));
    assert_true(value == 42);
    static const char *const wrong[] = {
        "",   "18446744073709551616",   "18446744073709551620", "-1", "+1", " 1", "1 ", "0x1",
        "1.", "99999999999999999999999"};
    for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++)
        assert_false(number_parse_u64(slice_of(wrong[i]), &value));
    assert_false(number_parse_u64(SLICE("1\0"), &value));
    assert_true(value == 42);
}

static void test_number_parse_double(void **state)
{
    (void)state;
    double value = 7;
    assert_true(number_parse_double(SLICE("48.857"), &value));
    assert_true(value == 48.857);
    assert_true(number_parse_double(SLICE("-.5e1"), &value));
    assert_true(value == -5);
    assert_true(number_parse_double(SLICE("+5."), &value));
    assert_true(value == 5);
    assert_true(number_parse_double(SLICE("1E-3"), &value));
    assert_true(value == 0.001);
    assert_true(number_parse_double(SLICE("1e-999999999999"), &value));
    assert_true(value == 0);
    assert_true(number_parse_double(SLICE("0.1000000000000000055511151231257827021181583404541016"),
                                    &value));
    assert_true(value == 0.1);
    static const char *const wrong[] = {"",
                                        ".",
                                        "-",
                                        "e5",
                                        "1e",
                                        "1e+",
                                        "1,5",
                                        "inf",
                                        "nan",
                                        "0x1",
                                        " 1",
                                        "1 ",
                                        "1.5.",
                                        "1e5.",
                                        "--1",
                                        "1e309",
                                        "1e99999999999999999999"};
    for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++)
        assert_false(number_parse_double(slice_of(wrong[i]), &value));
    char many[NUMBER_MAX_DIGITS + 2];
    memset(many, '1', sizeof many);
    many[1] = '.';
    assert_true(number_parse_double((slice){many, NUMBER_MAX_DIGITS + 1}, &value));
    assert_true(value > 1.11 && value < 1.12);
    assert_false(number_parse_double((slice){many, NUMBER_MAX_DIGITS + 2}, &value));
}

/* ---- pool ---- */

enum { JOBS = 500 };

typedef struct jobs {
    size_t next;      /* the number that finish expects */
    size_t stop_at;   /* finish says stop there */
    atomic_long live; /* results made and not yet given up */
    atomic_size_t run_count;
    size_t worker_count;
    atomic_bool busy[8];
    pthread_t caller;
} jobs;

static void *job_run(void *context, size_t worker, size_t job)
{
    jobs *j = context;
    assert_true(worker < j->worker_count);
    assert_false(atomic_exchange(&j->busy[worker], true)); /* nobody else is this worker */
    volatile size_t spin = (job * 7919) % 5000;            /* later jobs are often done first */
    while (spin)
        spin--;
    size_t *result = malloc(sizeof *result);
    assert_non_null(result);
    *result = job * 3;
    atomic_fetch_add(&j->live, 1);
    atomic_fetch_add(&j->run_count, 1);
    atomic_store(&j->busy[worker], false);
    return result;
}

static bool job_finish(void *context, size_t job, void *result)
{
    jobs *j = context;
    assert_true(pthread_equal(j->caller, pthread_self()));
    assert_int_equal(job, j->next++);
    assert_int_equal(*(size_t *)result, job * 3);
    free(result);
    atomic_fetch_sub(&j->live, 1);
    return job != j->stop_at;
}

static void job_drop(void *context, void *result)
{
    jobs *j = context;
    free(result);
    atomic_fetch_sub(&j->live, 1);
}

static chancery_status run_jobs(jobs *j, size_t count, size_t workers, size_t stop_at)
{
    memset(j, 0, sizeof *j);
    j->stop_at = stop_at;
    j->worker_count = workers;
    j->caller = pthread_self();
    pool_work work = {j, count, job_run, job_finish, job_drop};
    return pool_run(&work, workers, NULL);
}

static void test_pool(void **state)
{
    (void)state;
    jobs j;
    for (size_t workers = 1; workers <= 8; workers++) {
        assert_ok(run_jobs(&j, JOBS, workers, SIZE_MAX));
        assert_int_equal(j.next, JOBS);
        assert_int_equal(j.run_count, JOBS);
        assert_int_equal(j.live, 0);
    }
    assert_ok(run_jobs(&j, 0, 8, SIZE_MAX));
    assert_ok(run_jobs(&j, 1, 8, SIZE_MAX));
    assert_int_equal(j.next, 1);
    assert_ok(run_jobs(&j, 3, 8, SIZE_MAX));
    assert_int_equal(j.next, 3);
    assert_true(pool_processor_count() >= 1);
}

static void test_pool_stop(void **state)
{
    (void)state;
    jobs j;
    for (size_t workers = 1; workers <= 8; workers += 7)
        for (size_t stop = 0; stop < JOBS; stop += 83) {
            assert_int_equal(run_jobs(&j, JOBS, workers, stop), CHANCERY_E_CANCELLED);
            assert_int_equal(j.next, stop + 1);
            assert_int_equal(j.live, 0);
            assert_true(j.run_count <= stop + 1 + 4 * workers); /* the window bounds what is lost */
        }
    assert_int_equal(run_jobs(&j, JOBS, 8, JOBS - 1), CHANCERY_E_CANCELLED);
    assert_int_equal(j.live, 0);
}

/* Under a locale with a decimal comma and its own case rules nothing may change; C.utf8 where there
 * is none. */
static void test_locale(void **state)
{
    if (!setlocale(LC_ALL, "de_DE.UTF-8") && !setlocale(LC_ALL, "tr_TR.UTF-8"))
        setlocale(LC_ALL, "C.utf8");
    test_number_format(state);
    test_number_parse_double(state);
    test_slice_fold(state);
    test_arena_strings(state);
    setlocale(LC_ALL, "C");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_size),
        cmocka_unit_test(test_slice_compare),
        cmocka_unit_test(test_slice_fold),
        cmocka_unit_test(test_slice_find),
        cmocka_unit_test(test_slice_trim),
        cmocka_unit_test(test_slice_next),
        cmocka_unit_test(test_block),
        cmocka_unit_test(test_error_set),
        cmocka_unit_test(test_error_cut),
        cmocka_unit_test(test_error_at),
        cmocka_unit_test(test_status_name),
        cmocka_unit_test(test_memory),
        cmocka_unit_test(test_arena_pieces),
        cmocka_unit_test(test_arena_reset),
        cmocka_unit_test(test_arena_cap),
        cmocka_unit_test(test_arena_held),
        cmocka_unit_test(test_arena_strings),
        cmocka_unit_test(test_array),
        cmocka_unit_test(test_array_in_place),
        cmocka_unit_test(test_hash),
        cmocka_unit_test(test_number_format),
        cmocka_unit_test(test_number_round_trip),
        cmocka_unit_test(test_number_parse_u64),
        cmocka_unit_test(test_number_parse_double),
        cmocka_unit_test(test_pool),
        cmocka_unit_test(test_pool_stop),
        cmocka_unit_test(test_locale),
    };
    cmocka_set_message_output(CM_OUTPUT_TAP);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
