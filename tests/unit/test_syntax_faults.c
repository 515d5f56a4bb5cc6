/* Tests of the syntax room where memory ends: the n-th allocation fails, for every n.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * Built with CHANCERY_FAULTS only. */
#include "syntax_fixture.h"
#include "tree_fixture.h"

#include "faults.h"

static const char TEXT[] = "The minister, who condemned the raids, said that \"Quillonia will "
                           "reflagged them\", and left for Oslo with Mr. Brandvold.";

static chancery_status compile_and_open(const char *path, chancery_error *error)
{
    chancery_status status =
        syntax_lemmas_compile(TEST_SOURCE_DIR "/data/syntax/lemmas.txt", path, error);
    if (status != CHANCERY_OK)
        return status;
    syntax_lemmas *lemmas = NULL;
    status = syntax_lemmas_open(path, &lemmas, error);
    syntax_lemmas_close(lemmas);
    return status;
}

static void compiling_bears_every_failure(void **state)
{
    fixture *f = *state;
    char path[PATH_BYTES + 8];
    size_t failures = 0;
    snprintf(path, sizeof path, "%s.fault", f->path);
    for (bool fired = true; fired; failures++) {
        chancery_error error = {0};
        memory_fail_after(failures);
        chancery_status status = compile_and_open(path, &error);
        fired = memory_fault_fired();
        memory_fail_after(SIZE_MAX);
        if (fired && status != CHANCERY_OK)
            assert_true(error.message[0] != 0);
        if (!fired)
            assert_int_equal(status, CHANCERY_OK);
    }
    unlink(path);
    assert_true(failures > 2);
}

static chancery_status parse_once(void *data, chancery_error *error)
{
    fixture *f = data;
    arena a, scratch;
    text_report report = {0};
    syntax_sentence parsed[4];
    syntax_parser *parser = NULL;
    arena_init(&a, ARENA_BYTES);
    arena_init(&scratch, ARENA_BYTES);
    chancery_status status = text_segment(SLICE(TEXT), &a, &report, error);
    assert_true(report.sentence_count <= COUNT(parsed));
    if (!status)
        status = syntax_parser_new(f->built.network, &parser, error);
    if (!status)
        status = syntax_parse_sentences(f->lemmas, parser, SLICE(TEXT), &report, NULL, NULL, &a,
                                        &scratch, parsed, error);
    syntax_parser_free(parser);
    arena_clear(&a);
    arena_clear(&scratch);
    return status;
}

/* One tree: three words. */
static chancery_status read_tree_once(void *data, chancery_error *error)
{
    fixture *f = data;
    static const char *const lines[] = {"Fiji NNP 2 nsubj Fiji", "sent VBD 0 root send",
                                        "boats NNS 2 obj boat"};
    static tree_text t;
    arena a;
    syntax_sentence parsed;
    t.count = t.size = 0;
    arena_init(&a, ARENA_BYTES);
    for (size_t i = 0; i < COUNT(lines); i++)
        assert_true(tree_add(&t, f->lemmas, slice_of(lines[i]), &a));
    tree_input in = tree_of(&t, false);
    chancery_status status = syntax_from_tree(&in, &a, &parsed, error);
    arena_clear(&a);
    return status;
}

static void parsing_bears_every_failure(void **state)
{
    assert_true(fail_every_allocation(parse_once, *state) > 1);
}

static void trees_bear_every_failure(void **state)
{
    assert_true(fail_every_allocation(read_tree_once, *state) > 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(compiling_bears_every_failure),
        cmocka_unit_test(parsing_bears_every_failure),
        cmocka_unit_test(trees_bear_every_failure),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
