/* What the tests of the syntax room share: the lists of lemmas compiled from the source
 * tree, the network that the build made, and parsing.
 *
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef TESTS_UNIT_SYNTAX_FIXTURE_H
#define TESTS_UNIT_SYNTAX_FIXTURE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include <unistd.h>

#include "parser_fixture.h"
#include "syntax/inner.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))

enum { ARENA_BYTES = 1 << 28, PATH_BYTES = 128 };

typedef struct fixture {
    arena arena, scratch;
    syntax_lemmas *lemmas; /* of the source tree, at `path` */
    test_parser built;
    text_report report;
    slice text;
    syntax_sentence sentence;
    char path[PATH_BYTES];
} fixture;

static inline int set_up(void **state)
{
    fixture *f = calloc(1, sizeof *f);
    chancery_error error = {0};
    assert_non_null(f);
    arena_init(&f->arena, ARENA_BYTES);
    arena_init(&f->scratch, ARENA_BYTES);
    snprintf(f->path, sizeof f->path, "/tmp/chancery-syntax-%ld", (long)getpid());
    if (syntax_lemmas_compile(TEST_SOURCE_DIR "/data/syntax/lemmas.txt", f->path, &error) ||
        syntax_lemmas_open(f->path, &f->lemmas, &error) || !test_parser_open(&f->built, &error))
        fail_msg("%s:%llu: %s", error.where, (unsigned long long)error.line, error.message);
    *state = f;
    return 0;
}

static inline int tear_down(void **state)
{
    fixture *f = *state;
    syntax_lemmas_close(f->lemmas);
    test_parser_close(&f->built);
    arena_clear(&f->arena);
    arena_clear(&f->scratch);
    unlink(f->path);
    free(f);
    return 0;
}

/* Parses the first sentence of `text`; a '#' before it makes it a headline. */
static inline void parse_marked(fixture *f, const char *text, const uint8_t *mark)
{
    chancery_error error = {0};
    bool title = text[0] == '#';
    arena_reset(&f->arena);
    f->text = slice_of(text + title);
    assert_int_equal(text_segment(f->text, &f->arena, &f->report, &error), CHANCERY_OK);
    assert_true(f->report.sentence_count > 0);
    text_sentence sentence = f->report.sentences[0];
    text_report first = f->report;
    sentence.title = title;
    first.sentences = &sentence;
    first.sentence_count = 1;
    assert_int_equal(syntax_parse_sentences(f->lemmas, f->built.parser, f->text, &first, NULL, mark,
                                            &f->arena, &f->scratch, &f->sentence, &error),
                     CHANCERY_OK);
}

static inline void parse(fixture *f, const char *text)
{
    parse_marked(f, text, NULL);
}

#endif
