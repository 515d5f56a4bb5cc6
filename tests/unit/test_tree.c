/* Tests of the highest tree (src/syntax/tree.h): against all trees there are, and on larger ones.
 *
 * SPDX-License-Identifier: Apache-2.0 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include <math.h>
#include <stdlib.h>

#include "syntax/tree.h"

enum { SMALL = 6, LARGE = 300, ROUNDS = 400, ARENA_BYTES = 1 << 28 };

static uint32_t next(uint32_t *state)
{
    *state = *state * 1664525 + 1013904223;
    return *state >> 12;
}

static double sum_of(const float *score, size_t count, const uint16_t *head)
{
    double sum = 0;
    for (size_t i = 0; i < count; i++)
        sum += (double)score[i * (count + 1) + head[i]];
    return sum;
}

/* The sum of the highest tree, by trying all heads of all words. */
static double highest_sum(const float *score, size_t count)
{
    uint16_t head[SMALL] = {0};
    double best = -INFINITY;
    for (;;) {
        bool own = false;
        for (size_t i = 0; i < count; i++)
            own = own || head[i] == i + 1;
        if (!own && tree_is_one(head, count) && sum_of(score, count, head) > best)
            best = sum_of(score, count, head);
        size_t at = 0;
        while (at < count && ++head[at] > count)
            head[at++] = 0;
        if (at == count)
            return best;
    }
}

static void fill(float *score, size_t count, uint32_t *state, uint32_t steps)
{
    for (size_t i = 0; i < count * (count + 1); i++)
        score[i] = (float)(next(state) % steps) / 4 - 30;
}

static void finds_the_highest_of_all_trees(void **state)
{
    uint32_t random = 1;
    (void)state;
    for (size_t count = 1; count <= SMALL; count++)
        for (size_t round = 0; round < ROUNDS; round++) {
            float score[SMALL * (SMALL + 1)];
            uint16_t head[SMALL];
            arena work;
            arena_init(&work, ARENA_BYTES);
            /* few steps make ties; a root that draws makes several roots of the best heads */
            fill(score, count, &random, round % 3 == 0 ? 5 : 1000);
            for (size_t i = 0; i < count && round % 2; i++)
                score[i * (count + 1)] += 200;
            assert_int_equal(tree_highest(score, count, &work, head, NULL), CHANCERY_OK);
            assert_true(tree_is_one(head, count));
            assert_float_equal(sum_of(score, count, head), highest_sum(score, count), 1e-9);
            arena_clear(&work);
        }
}

/* No arc of the result can be changed for a better one. */
static void expect_no_better_arc(const float *score, size_t count, uint16_t *head)
{
    double sum = sum_of(score, count, head);
    for (size_t i = 0; i < count; i++) {
        uint16_t kept = head[i];
        for (size_t j = 0; j <= count; j++) {
            head[i] = (uint16_t)j;
            if (j != i + 1 && tree_is_one(head, count))
                assert_true(sum_of(score, count, head) <= sum + 1e-6);
        }
        head[i] = kept;
    }
}

static void finds_trees_of_many_words(void **state)
{
    static float score[LARGE * (LARGE + 1)];
    uint32_t random = 2;
    (void)state;
    for (size_t count = 2; count <= LARGE; count += count / 3 + 1) {
        uint16_t head[LARGE];
        arena work;
        arena_init(&work, ARENA_BYTES);
        fill(score, count, &random, 1000);
        assert_int_equal(tree_highest(score, count, &work, head, NULL), CHANCERY_OK);
        assert_true(tree_is_one(head, count));
        if (count < 40)
            expect_no_better_arc(score, count, head);
        arena_clear(&work);
    }
}

/* Circles inside circles: each word likes the one before it, and the first likes the last, then
 * pairs, fours and so on. */
static void undoes_circles_in_circles(void **state)
{
    enum { COUNT = 64 };
    static float score[COUNT * (COUNT + 1)];
    uint16_t head[COUNT];
    arena work;
    (void)state;
    for (size_t i = 0; i < COUNT; i++)
        for (size_t j = 0; j <= COUNT; j++) {
            size_t level = 0;
            while (j > 0 && i >> level != (j - 1) >> level)
                level++;
            score[i * (COUNT + 1) + j] = j ? 100 - (float)(10 * level) : -500 + (float)(i % 7);
        }
    arena_init(&work, ARENA_BYTES);
    assert_int_equal(tree_highest(score, COUNT, &work, head, NULL), CHANCERY_OK);
    assert_true(tree_is_one(head, COUNT));
    /* 32 arcs within pairs, 16 within fours ..., and the best root */
    assert_float_equal(sum_of(score, COUNT, head),
                       32 * 90 + 16 * 80 + 8 * 70 + 4 * 60 + 2 * 50 + 40 - 494, 1e-6);
    arena_clear(&work);
}

static void takes_the_largest_sentence(void **state)
{
    size_t count = TREE_MAX_WORDS;
    float *score = malloc(count * (count + 1) * sizeof *score);
    uint16_t head[TREE_MAX_WORDS];
    uint32_t random = 3;
    arena work;
    (void)state;
    assert_non_null(score);
    fill(score, count, &random, 100000);
    arena_init(&work, ARENA_BYTES);
    assert_int_equal(tree_highest(score, count, &work, head, NULL), CHANCERY_OK);
    assert_true(tree_is_one(head, count));
    arena_clear(&work);
    free(score);
}

static void bears_scores_that_are_none(void **state)
{
    float score[3 * 4];
    uint16_t head[3];
    arena work;
    (void)state;
    for (int what = 0; what < 4; what++) {
        for (size_t i = 0; i < 12; i++)
            score[i] = what == 0 ? NAN : what == 1 ? -INFINITY : what == 2 ? INFINITY : 0;
        arena_init(&work, ARENA_BYTES);
        assert_int_equal(tree_highest(score, 3, &work, head, NULL), CHANCERY_OK);
        assert_true(tree_is_one(head, 3));
        arena_clear(&work);
    }
}

static void says_when_memory_ends(void **state)
{
    float score[2 * 3] = {0, 0, 5, 0, 5, 0};
    uint16_t head[2];
    chancery_error error = {0};
    arena work;
    (void)state;
    arena_init(&work, 16);
    assert_int_equal(tree_highest(score, 2, &work, head, &error), CHANCERY_E_LIMIT);
    assert_int_equal(tree_highest(score, 2, &work, head, NULL), CHANCERY_E_LIMIT);
    arena_clear(&work);
}

static void knows_a_tree(void **state)
{
    (void)state;
    assert_true(tree_is_one((uint16_t[]){0}, 1));
    assert_false(tree_is_one((uint16_t[]){1}, 1));
    assert_false(tree_is_one((uint16_t[]){0, 0}, 2));
    assert_true(tree_is_one((uint16_t[]){2, 3, 0}, 3));
    assert_false(tree_is_one((uint16_t[]){2, 1, 0}, 3));
    assert_false(tree_is_one((uint16_t[]){4, 0, 0}, 3));
    assert_false(tree_is_one((uint16_t[]){2, 3, 1, 0, 1}, 5));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds_the_highest_of_all_trees),
        cmocka_unit_test(finds_trees_of_many_words),
        cmocka_unit_test(undoes_circles_in_circles),
        cmocka_unit_test(takes_the_largest_sentence),
        cmocka_unit_test(bears_scores_that_are_none),
        cmocka_unit_test(says_when_memory_ends),
        cmocka_unit_test(knows_a_tree),
    };
    return cmocka_run_group_tests_name("tree", tests, NULL, NULL);
}
