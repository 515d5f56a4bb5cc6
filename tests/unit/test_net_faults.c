/* Tests of the parser where memory ends: the n-th allocation fails, for every n.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * Built with CHANCERY_FAULTS only. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "faults.h"
#include "net_sample.h"
#include "syntax/conllu.h"

enum { ARENA_BYTES = 1 << 26 };

static const char INPUT[] =
    "# text\n1-2\ta\t_\t_\t_\t_\t_\t_\t_\t_\n1\tVisited\t_\t_\t_\t_\t_\t_\t_\t"
    "A=1|NER=O\n2\tNorway\t_\t_\t_\t_\t_\t_\t_\t_\n";

static chancery_status parse_input(const net *n, arena *a, chancery_error *error)
{
    conllu_reader reader;
    conllu_sentence s;
    syntax_parser *parser = NULL;
    syntax_tree tree;
    chancery_status status = conllu_open(SLICE(INPUT), &reader, error);
    if (!status)
        status = conllu_next(&reader, a, &s, error);
    if (!status)
        status = syntax_parser_new(n, &parser, error);
    if (!status)
        status =
            syntax_parse_trees(parser, &(syntax_forms){s.form, s.word_count}, 1, a, &tree, error);
    syntax_parser_free(parser);
    return status;
}

static chancery_status open_and_parse(void *data, chancery_error *error)
{
    const slice *bytes = data;
    net *n = NULL;
    arena a;
    arena_init(&a, ARENA_BYTES);
    chancery_status status = net_of_bytes(*bytes, &n, error);
    if (!status)
        status = parse_input(n, &a, error);
    net_close(n);
    arena_clear(&a);
    return status;
}

static void bears_every_failure(void **state)
{
    arena a;
    net_sample *sample = malloc(sizeof *sample);
    (void)state;
    assert_non_null(sample);
    arena_init(&a, ARENA_BYTES);
    net_sample_fill(sample);
    slice bytes = net_sample_bytes(sample, &a);
    assert_true(fail_every_allocation(open_and_parse, &bytes) > 8);
    arena_clear(&a);
    free(sample);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(bears_every_failure)};
    return cmocka_run_group_tests_name("net_faults", tests, NULL, NULL);
}
