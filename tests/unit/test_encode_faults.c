/* Tests of the encoder where memory ends: the n-th allocation fails, for every n.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * Built with CHANCERY_FAULTS only. Leaks are for the sanitizer to see. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "base/memory.h"
#include "encode_fixture.h"

/* Makes a scratch, encodes a short sentence and then a long one, for which it must grow. */
static chancery_status encode_twice(const net *n, const net_pieces *sentences,
                                    chancery_error *error)
{
    net_scores scores;
    net_scratch *scratch = net_scratch_new();
    if (!scratch)
        return CHANCERY_E_MEMORY;
    chancery_status status = net_encode(n, sentences, 1, scratch, &scores, error);
    if (status == CHANCERY_OK)
        status = net_encode(n, sentences + 1, 1, scratch, &scores, error);
    if (status == CHANCERY_E_MEMORY) {
        assert_true(error->message[0] != 0);
        assert_int_equal(net_encode(n, sentences, 1, scratch, &scores, NULL), CHANCERY_OK);
    }
    net_scratch_free(scratch);
    return status;
}

static void encoding_bears_every_failure(void **state)
{
    static random_sentence room[2];
    net_pieces sentences[2];
    random_net r = {.n.config = RANDOM_TINY};
    uint64_t seed = 4;
    size_t failures = 0;
    (void)state;
    random_fill(&r, RANDOM_TAME, 4);
    for (size_t i = 0; i < 2; i++) {
        random_pieces(&r.n, &room[i], 5 + 60 * i, &seed);
        sentences[i] = room[i].pieces;
    }
    for (bool fired = true; fired; failures++) {
        chancery_error error = {0};
        memory_fail_after(failures);
        chancery_status status = encode_twice(&r.n, sentences, &error);
        fired = memory_fault_fired();
        memory_fail_after(SIZE_MAX);
        assert_int_equal(status, fired ? CHANCERY_E_MEMORY : CHANCERY_OK);
    }
    assert_int_equal(failures, 6); /* the scratch, its two blocks, both grown, and none */
    random_free(&r);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(encoding_bears_every_failure)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
