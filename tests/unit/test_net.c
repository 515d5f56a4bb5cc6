/* Tests of the network's file (src/syntax/net.h): what opens, and what is refused with which words.
 *
 * SPDX-License-Identifier: Apache-2.0 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include <math.h>
#include <stdio.h>
#include <unistd.h>

#include "net_sample.h"
#include "syntax/tree_parse.h"

enum { ARENA_BYTES = 1 << 24, ALIGN = 64, FLIPS = 3000 };

typedef struct fixture {
    arena arena;
    net_sample sample;
} fixture;

static int set_up(void **state)
{
    fixture *f = calloc(1, sizeof *f);
    assert_non_null(f);
    arena_init(&f->arena, ARENA_BYTES);
    *state = f;
    return 0;
}

static int tear_down(void **state)
{
    fixture *f = *state;
    arena_clear(&f->arena);
    free(f);
    return 0;
}

static net_sample *fresh(fixture *f)
{
    arena_reset(&f->arena);
    net_sample_fill(&f->sample);
    return &f->sample;
}

/* A copy of its own size, so that a sanitizer sees a read behind the end. */
static char *copy_of(const char *bytes, size_t size)
{
    char *copy;
    assert_int_equal(posix_memalign((void **)&copy, ALIGN, size ? size : 1), 0);
    memcpy(copy, bytes, size);
    return copy;
}

static void opens_what_is_whole(void **state)
{
    fixture *f = *state;
    net_sample *s = fresh(f);
    net *n = NULL;
    chancery_error error = {0};
    slice bytes = net_sample_bytes(s, &f->arena);
    assert_int_equal(net_of_bytes(bytes, &n, &error), CHANCERY_OK);
    assert_int_equal(n->columns.count, SAMPLE_COLUMNS);
    assert_int_equal(n->columns.lemma, 48);
    assert_int_equal(n->heads.outputs, SAMPLE_COLUMNS);
    assert_int_equal(n->label.outputs, 16);
    assert_true(n->arc_bias + 16 == n->position + SAMPLE_FLOATS);
    assert_true(slice_is(n->name, "sample 1"));
    assert_int_equal(net_edition(n).len, 8 + 1 + 8);
    assert_true(slice_starts(net_edition(n), SLICE("sample 1 ")));
    assert_true(slice_is(n->labels[NET_DEPREL][n->root_label], "root"));
    assert_true(n->name_label[2].inside && n->name_label[2].kind == n->name_label[1].kind);
    assert_int_equal(n->name_label[0].kind, 0);
    assert_true(n->name_label[4].inside && n->name_label[4].kind == n->name_label[3].kind);
    assert_true(n->name_label[4].kind != n->name_label[2].kind);
    net_close(n);
    net_close(NULL);
}

static void opens_files(void **state)
{
    fixture *f = *state;
    char path[128];
    net *n = NULL;
    chancery_error error = {0};
    slice bytes = net_sample_bytes(fresh(f), &f->arena);
    snprintf(path, sizeof path, "/tmp/chancery-net-%ld", (long)getpid());
    FILE *stream = fopen(path, "wb");
    assert_non_null(stream);
    assert_int_equal(fwrite(bytes.ptr, 1, bytes.len, stream), bytes.len);
    assert_int_equal(fclose(stream), 0);
    assert_int_equal(net_open(path, &n, &error), CHANCERY_OK);
    net_close(n);
    assert_int_equal(truncate(path, (long)bytes.len - 1), 0);
    n = NULL;
    assert_int_equal(net_open(path, &n, &error), CHANCERY_E_FORMAT);
    assert_null(n);
    assert_string_equal(error.where, path);
    assert_non_null(strstr(error.message, "cut off"));
    assert_int_equal(truncate(path, 0), 0);
    assert_int_equal(net_open(path, &n, &error), CHANCERY_E_FORMAT);
    unlink(path);
    assert_int_equal(net_open(path, &n, &error), CHANCERY_E_NOT_FOUND);
}

static void expect_refused(fixture *f, chancery_status expected, const char *words)
{
    net *n = NULL;
    chancery_error error = {0};
    slice bytes = net_sample_bytes(&f->sample, &f->arena);
    chancery_status status = net_of_bytes(bytes, &n, &error);
    if (status != expected || n || !strstr(error.message, words))
        fail_msg("%s instead of %s, \"%s\" without \"%s\"", chancery_status_name(status),
                 chancery_status_name(expected), error.message, words);
}

static void refuses_other_editions(void **state)
{
    fixture *f = *state;
    net *n = NULL;
    chancery_error error = {0};
    slice bytes;
    net_sample *s = fresh(f);
    s->config.tokeniser = 2;
    expect_refused(f, CHANCERY_E_VERSION, "was made for tokeniser 2, this program has 1");
    s = fresh(f);
    s->config.role = 16;
    expect_refused(f, CHANCERY_E_FORMAT, "has a judge of sizes that none can have");
    s = fresh(f); /* a judge looks at depths that a third of the layers lie between */
    s->config.event = 3;
    s->config.status = 2;
    s->config.role = 16;
    s->config.judge = 32;
    expect_refused(f, CHANCERY_E_FORMAT, "has a judge of sizes that none can have");
    fresh(f);
    assert_int_equal(container_build(&f->arena, "SYNT", 2, s->part, SAMPLE_PARTS, &bytes, NULL),
                     CHANCERY_OK);
    assert_int_equal(net_of_bytes(bytes, &n, &error), CHANCERY_E_VERSION);
    assert_int_equal(container_build(&f->arena, "TAGS", 1, s->part, SAMPLE_PARTS, &bytes, NULL),
                     CHANCERY_OK);
    assert_int_equal(net_of_bytes(bytes, &n, &error), CHANCERY_E_FORMAT);
    assert_non_null(strstr(error.message, "kind 'TAGS' where 'SYNT'"));
}

static void refuses_sizes(void **state)
{
    fixture *f = *state;
    const struct {
        size_t field; /* of net_config */
        uint32_t value;
    } table[] = {
        {1, 0},
        {1, 25},
        {1, 2},
        {2, 0},
        {2, 8},
        {2, 32},
        {2, UINT32_MAX - 15},
        {3, 0},
        {3, 2},
        {3, 17},
        {4, 0},
        {4, 17},
        {4, 32},
        {5, 2},
        {5, 23},
        {5, UINT32_MAX},
        {6, 0},
        {6, 70},
        {6, 72},
        {7, 9},
        {7, 11},
        {8, 0},
        {8, 17},
        {9, 0},
        {10, 99},
        {11, 0},
        {12, 0},
        {12, 65},
        {13, 0},
        {13, 32},
        {14, 8},
        {14, 32},
        {15, 1},
        {15, 0},
        {16, SAMPLE_VOCABULARY},
        {17, SAMPLE_VOCABULARY},
        {18, UINT32_MAX},
    };
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        net_sample *s = fresh(f);
        memcpy((char *)&s->config + 4 * table[i].field, &table[i].value, 4);
        expect_refused(f, CHANCERY_E_FORMAT, "get or make the file anew");
    }
    for (size_t part = 0; part < SAMPLE_PARTS; part++)
        for (int what = 0; what < 3; what++) {
            net_sample *s = fresh(f);
            if (part == SAMPLE_NAME && what < 2)
                continue; /* is as good with a byte less */
            s->part[part].count = what == 0 ? s->part[part].count - 1 : 0;
            if (what == 2)
                s->part[part].name = "other";
            expect_refused(f, CHANCERY_E_FORMAT, "the file");
        }
}

static void refuses_numbers(void **state)
{
    fixture *f = *state;
    static const float wrong[] = {NAN, INFINITY, -INFINITY, 10001};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        fresh(f)->word_scale[70] = wrong[i];
        expect_refused(f, CHANCERY_E_FORMAT, "out of range");
        fresh(f)->scale[3] = wrong[i];
        expect_refused(f, CHANCERY_E_FORMAT, "out of range");
        fresh(f)->bias[0] = wrong[i];
        expect_refused(f, CHANCERY_E_FORMAT, "out of range");
        fresh(f)->number[SAMPLE_FLOATS - 1] = wrong[i];
        expect_refused(f, CHANCERY_E_FORMAT, "out of range");
    }
    fresh(f)->weight[SAMPLE_OUTPUTS * SAMPLE_H - 1] = -128;
    expect_refused(f, CHANCERY_E_FORMAT, "out of range");
    fresh(f)->word[0] = -128;
    expect_refused(f, CHANCERY_E_FORMAT, "out of range");
    fresh(f)->sum[5] = 16 * 128 + 1;
    expect_refused(f, CHANCERY_E_FORMAT, "sizes");
    fresh(f)->sum[5] = INT32_MIN;
    expect_refused(f, CHANCERY_E_FORMAT, "sizes");
}

static void refuses_labels(void **state)
{
    fixture *f = *state;
    static const struct {
        size_t part;
        const char *text, *words;
    } table[] = {
        {SAMPLE_UPOS, "NOUN\nVERB\nPUNCT", "'upos'"},
        {SAMPLE_UPOS, "NOUN\nVERB\n", "3 different lines"},
        {SAMPLE_UPOS, "NOUN\nVERB\nPUNCT\nX\n", "'upos'"},
        {SAMPLE_UPOS, "NOUN\n\nPUNCT\n", "'upos'"},
        {SAMPLE_UPOS, "NOUN\nNOUN\nPUNCT\n", "'upos'"},
        {SAMPLE_UPOS, "NOUN\nVE\tRB\nPUNCT\n", "'upos'"},
        {SAMPLE_XPOS, "NN\nV B\n", "'xpos'"},
        {SAMPLE_XPOS, "NN\nV\xff\n", "'xpos'"},
        {SAMPLE_FEATS, "_\n_\n_\n", "'feats'"},
        {SAMPLE_LEMMA, "L0:\nK0:\nL1:\nT0:\nL3:y\nbe\n", "'lemma'"},
        {SAMPLE_LEMMA, "L0:\nK0:\nL1:\nT0:\nL3:y\n=\n", "'lemma'"},
        {SAMPLE_LEMMA, "L0:\nK0:\nL1:\nT0:\nL3:y\nL:\n", "'lemma'"},
        {SAMPLE_LEMMA, "L0:\nK0:\nL1:\nT0:\nL3:y\nL12345:\n", "'lemma'"},
        {SAMPLE_LEMMA, "L0:\nK0:\nL1:\nT0:\nL3:y\nL1\n", "'lemma'"},
        {SAMPLE_LEMMA, "L0:\nK0:\nL1:\nT0:\nL3:y\nX0:\n", "'lemma'"},
        {SAMPLE_NER, "X\nB-PER\nI-PER\nB-LOC\nI-LOC\n", "O, B-X and I-X"},
        {SAMPLE_NER, "O\nB-PER\nI-PER\nB-LOC\nI-ORG\n", "O, B-X and I-X"},
        {SAMPLE_NER, "O\nB-PER\nI-PER\nB-\nI-\n", "O, B-X and I-X"},
        {SAMPLE_NER, "O\nB-PER\nI-PER\nB-LOC\nE-LOC\n", "O, B-X and I-X"},
        {SAMPLE_DEPREL, "nsubj\nROOT\nobj\npunct\n", "no relation 'root'"},
        {SAMPLE_NAME, "", "no name"},
        {SAMPLE_NAME, " \n", "no name"},
        {SAMPLE_NAME, "a\nb\n", "no name"},
        {SAMPLE_NAME, "\xff", "no name"},
    };
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        net_sample *s = fresh(f);
        s->part[table[i].part] = sample_text(s->part[table[i].part].name, table[i].text);
        expect_refused(f, CHANCERY_E_FORMAT, table[i].words);
    }
    net_sample *s = fresh(f);
    char twice[sizeof SAMPLE_VOCAB] = SAMPLE_VOCAB;
    memcpy(strstr(twice, "##00"), "##aa", 4);
    memcpy(strstr(twice, "visit"), "unkno", 5);
    memcpy(strstr(twice, "norway"), "unknow", 6);
    s->part[SAMPLE_VOCAB_PART].data = twice;
    memcpy(strstr(twice, "[PAD]"), "##aa\n", 5); /* an empty piece, too, which is allowed not */
    expect_refused(f, CHANCERY_E_FORMAT, "'vocab'");
    s = fresh(f);
    memcpy(twice, SAMPLE_VOCAB, sizeof twice);
    memcpy(strstr(twice, "\nd\n"), "\ne\n", 3);
    s->part[SAMPLE_VOCAB_PART].data = twice;
    expect_refused(f, CHANCERY_E_FORMAT, "stands there before");
}

/* What opens must be safe to use. */
static void use(const net *n)
{
    static const slice words[] = {{"Norway", 6}, {"visited", 7}, {"cafe", 4}, {".", 1}};
    const syntax_forms forms[] = {{words, 4}, {words, 1}};
    syntax_tree trees[2];
    syntax_parser *parser = NULL;
    arena a;
    arena_init(&a, ARENA_BYTES);
    assert_int_equal(syntax_parser_new(n, &parser, NULL), CHANCERY_OK);
    assert_int_equal(syntax_parse_trees(parser, forms, 2, &a, trees, NULL), CHANCERY_OK);
    for (size_t i = 0; i < 4; i++)
        assert_true(trees[0].words[i].head >= -1 && trees[0].words[i].head < 4);
    syntax_parser_free(parser);
    arena_clear(&a);
}

static void bears_every_cut(void **state)
{
    fixture *f = *state;
    slice bytes = net_sample_bytes(fresh(f), &f->arena);
    for (size_t size = 0; size < bytes.len; size++)
        for (int repaired = 0; repaired < 2; repaired++) {
            net *n = NULL;
            chancery_error error = {0};
            char *copy = copy_of(bytes.ptr, size);
            if (repaired)
                net_sample_repair(copy, size);
            assert_int_equal(net_of_bytes((slice){copy, size}, &n, &error), CHANCERY_E_FORMAT);
            assert_true(error.message[0] != 0);
            free(copy);
        }
}

static void bears_every_changed_byte(void **state)
{
    fixture *f = *state;
    uint32_t random = 11;
    size_t opened = 0;
    slice bytes = net_sample_bytes(fresh(f), &f->arena);
    char *copy = copy_of(bytes.ptr, bytes.len);
    for (size_t i = 0; i < FLIPS; i++) {
        net *n = NULL;
        chancery_error error = {0};
        memcpy(copy, bytes.ptr, bytes.len);
        /* the table and the configuration more often than the numbers */
        size_t range = i % 3 == 0 ? bytes.len : i % 3 == 1 ? 1600 : 700;
        for (size_t k = 0; k <= i % 4; k++) {
            size_t at = (size_t)(sample_next(&random, 32767) + 32768) % range;
            copy[at] = (char)(i % 2 ? copy[at] ^ (1 << i % 8) : sample_next(&random, 127));
        }
        net_sample_repair(copy, bytes.len);
        if (net_of_bytes((slice){copy, bytes.len}, &n, &error) == CHANCERY_OK) {
            use(n);
            opened++;
        }
        net_close(n);
    }
    assert_in_range(opened, FLIPS / 20, FLIPS);
    copy[bytes.len - 1] ^= 1;
    net *n = NULL;
    chancery_error error = {0};
    assert_int_equal(net_of_bytes((slice){copy, bytes.len}, &n, &error), CHANCERY_E_FORMAT);
    assert_non_null(strstr(error.message, "checksum"));
    free(copy);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(opens_what_is_whole),    cmocka_unit_test(opens_files),
        cmocka_unit_test(refuses_other_editions), cmocka_unit_test(refuses_sizes),
        cmocka_unit_test(refuses_numbers),        cmocka_unit_test(refuses_labels),
        cmocka_unit_test(bears_every_cut),        cmocka_unit_test(bears_every_changed_byte),
    };
    return cmocka_run_group_tests_name("net", tests, set_up, tear_down);
}
