/* Tests of words cut to pieces (src/syntax/wordpiece.h).
 *
 * SPDX-License-Identifier: Apache-2.0 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include <stdio.h>

#include "net_sample.h"
#include "syntax/wordpiece.h"

enum { ARENA_BYTES = 1 << 24 };

typedef struct fixture {
    arena arena;
    net *n;
} fixture;

static int set_up(void **state)
{
    fixture *f = calloc(1, sizeof *f);
    net_sample *sample = malloc(sizeof *sample);
    chancery_error error = {0};
    assert_non_null(f);
    assert_non_null(sample);
    arena_init(&f->arena, ARENA_BYTES);
    net_sample_fill(sample);
    if (net_of_bytes(net_sample_bytes(sample, &f->arena), &f->n, &error) != CHANCERY_OK)
        fail_msg("%s", error.message);
    free(sample);
    *state = f;
    return 0;
}

static int tear_down(void **state)
{
    fixture *f = *state;
    net_close(f->n);
    arena_clear(&f->arena);
    free(f);
    return 0;
}

/* "un ##known" */
static void expect_bytes(const fixture *f, slice form, const char *expected)
{
    char got[512] = "";
    size_t at = 0;
    wordpieces w;
    memset(&w, 0xff, sizeof w);
    wordpiece_cut(f->n, form, &w);
    assert_in_range(w.count, 1, WORDPIECE_MAX);
    for (size_t i = 0; i < w.count; i++) {
        slice piece = f->n->labels[NET_VOCAB][w.piece[i]];
        at +=
            (size_t)snprintf(got + at, sizeof got - at, "%s%.*s", i ? " " : "", SLICE_ARGS(piece));
        assert_int_equal(w.row[i], (int)wordpiece_case_of(form) + (i ? WORDPIECE_CASES : 0));
    }
    assert_string_equal(got, expected);
}

static void expect(void **state, const char *form, const char *expected)
{
    expect_bytes(*state, slice_of(form), expected);
}

static void cuts_the_longest_piece_first(void **state)
{
    expect(state, "the", "the");
    expect(state, "Minister", "minister");
    expect(state, "MINISTERS", "minister ##s");
    expect(state, "unknown", "unknown");
    expect(state, "visited", "visit ##ed");
    expect(state, "unvisited", "[UNK]"); /* "##visit" is no piece */
    expect(state, "bad", "b ##a ##d");
    expect(state, "100", "1 ##00");
    expect(state, "1000", "1 ##00 ##0");
    expect(state, "visitq", "[UNK]");             /* the whole chunk, not its end */
    expect(state, "[UNK]", "[UNK] un ##k [UNK]"); /* brackets are marks, and unknown */
    expect(state, "##s", "[UNK] [UNK] s");
}

static void parts_marks_and_symbols(void **state)
{
    expect(state, "a,b", "a , b");
    expect(state, "$1+1", "$ 1 + 1");
    expect(state, ",,", ", ,");
    expect(state, "a/b", "a [UNK] b");
    expect(state,
           "\xe2\x80\x9c"
           "a\xe2\x80\x99",
           "\xe2\x80\x9c a \xe2\x80\x99");
    expect(state, "c\xe2\x82\xac", "[UNK]"); /* the euro sign is a symbol and stays in the chunk */
    expect(state, "\xcd\xbe", ";");          /* U+037E decomposes to a semicolon */
}

static void folds_letters(void **state)
{
    expect(state, "CAF\xc3\x89", "cafe");
    expect(state, "cafe\xcc\x81", "cafe");
    expect(state,
           "ca\xcc\xa7\xcc\x81\xcd\x9f"
           "fe",
           "cafe");
    expect(state, "\xcc\x81", "[UNK]"); /* a mark and nothing else */
    expect(state, "\xe2\x84\xaa", "k"); /* Kelvin */
    expect(state, "\xc4\xb0", "i");     /* a capital I with a dot */
    expect(state, "\xd0\xa1\xd0\x9e", "\xd1\x81 ##\xd0\xbe");
    expect(state, "a\xd0\xbe", "a ##\xd0\xbe"); /* two scripts */
    expect(state, "a\xd1\x84", "[UNK]");
}

static void parts_ideographs(void **state)
{
    expect(state, "\xe4\xb8\xad\xe5\x9b\xbd", "\xe4\xb8\xad \xe5\x9b\xbd");
    expect(state,
           "a\xe4\xb8\xad"
           "b",
           "a \xe4\xb8\xad b");
    expect(state, "\xe6\x96\x87", "[UNK]");
    expect(state, "\xf0\x9f\x98\x80", "\xf0\x9f\x98\x80");
    expect(state, "\xf0\x9f\x98\x81", "[UNK]");
    expect(state, "\xed\x95\x9c", "[UNK]"); /* Hangul becomes three letters of one chunk */
}

static void drops_what_is_no_letter(void **state)
{
    expect_bytes(*state, (slice){"a\0b", 3}, "a ##b");
    expect_bytes(*state, (slice){"\0", 1}, "[UNK]");
    expect_bytes(*state, (slice){"", 0}, "[UNK]");
    expect(state, "the\tminister", "[UNK]"); /* a tab is a control character: "theminister" */
    expect(state, "the minister", "the minister");
    expect(state,
           " a\xc2\xa0\xe3\x80\x80"
           "b ",
           "a b");
    expect(state, "min\xc2\xadister", "minister");
    expect(state, "\xc2\xad", "[UNK]");
    expect(state,
           "a\xef\xbf\xbd"
           "b",
           "a ##b");
    expect(state,
           "\xe2\x80\x8b"
           "the\xe2\x80\x8d",
           "the");
    expect_bytes(*state, (slice){"a\xff\xc3", 3}, "a"); /* no UTF-8: the caller's mistake */
}

static void ends_at_sixteen_pieces(void **state)
{
    static char form[10001];
    expect(state, "abababababababab",
           "a ##b ##a ##b ##a ##b ##a ##b ##a ##b ##a ##b ##a ##b ##a ##b");
    expect(state, "abababababababababab",
           "a ##b ##a ##b ##a ##b ##a ##b ##a ##b ##a ##b ##a ##b ##a ##b");
    expect(state, "ababababababababababq", "[UNK]"); /* unknown behind the sixteenth */
    expect(state, "....................", ". . . . . . . . . . . . . . . .");
    expect(state, ",,,,,,,,,,,,,,abcd", ", , , , , , , , , , , , , , a ##b");
    memset(form, 'a', 100);
    expect(state, form, "a ##a ##a ##a ##a ##a ##a ##a ##a ##a ##a ##a ##a ##a ##a ##a");
    memset(form, 'a', 101);
    expect(state, form, "[UNK]");
    memset(form, 'a', 10000);
    expect(state, form, "[UNK]");
    form[5000] = ',';
    expect(state, form, "[UNK] , [UNK]");
    memset(form, 0, sizeof form);
    for (size_t i = 0; i < 100; i++) /* a hundred letters of two bytes, with a mark each */
        memcpy(form + 4 * i, i ? "\xd0\xbe\xcc\x81" : "\xd1\x81\xcc\x81", 4);
    expect(state, form,
           "\xd1\x81 ##\xd0\xbe ##\xd0\xbe ##\xd0\xbe ##\xd0\xbe ##\xd0\xbe ##\xd0\xbe ##\xd0\xbe "
           "##\xd0\xbe ##\xd0\xbe ##\xd0\xbe ##\xd0\xbe ##\xd0\xbe ##\xd0\xbe ##\xd0\xbe "
           "##\xd0\xbe");
}

static void knows_the_case_of_words(void **state)
{
    static const struct {
        const char *form;
        wordpiece_case expected;
    } table[] = {
        {"", WORDPIECE_CASELESS},
        {"1,700", WORDPIECE_CASELESS},
        {"\xe4\xb8\xad", WORDPIECE_CASELESS},
        {"the", WORDPIECE_SMALL},
        {"3rd", WORDPIECE_SMALL},
        {"\xc3\xa9t\xc3\xa9", WORDPIECE_SMALL},
        {"Norway", WORDPIECE_CAPITAL},
        {"A", WORDPIECE_CAPITAL},
        {"\xc3\x89t\xc3\xa9", WORDPIECE_CAPITAL},
        {"'Twas", WORDPIECE_CAPITAL},
        {"\xc7\x85", WORDPIECE_CAPITAL},
        {"UN", WORDPIECE_CAPITALS},
        {"U.S.", WORDPIECE_CAPITALS},
        {"G7-EU", WORDPIECE_CAPITALS},
        {"eU", WORDPIECE_MIXED},
        {"McKay", WORDPIECE_MIXED},
        {"UNs", WORDPIECE_MIXED},
        {"aB", WORDPIECE_MIXED},
    };
    (void)state;
    for (size_t i = 0; i < sizeof table / sizeof *table; i++)
        if (wordpiece_case_of(slice_of(table[i].form)) != table[i].expected)
            fail_msg("%s: %d", table[i].form, (int)wordpiece_case_of(slice_of(table[i].form)));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(cuts_the_longest_piece_first),
        cmocka_unit_test(parts_marks_and_symbols),
        cmocka_unit_test(folds_letters),
        cmocka_unit_test(parts_ideographs),
        cmocka_unit_test(drops_what_is_no_letter),
        cmocka_unit_test(ends_at_sixteen_pieces),
        cmocka_unit_test(knows_the_case_of_words),
    };
    return cmocka_run_group_tests_name("wordpiece", tests, set_up, tear_down);
}
