/* What the tests of the text room share: a report in an arena, and ways to look at it.
 *
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef TESTS_UNIT_TEXT_FIXTURE_H
#define TESTS_UNIT_TEXT_FIXTURE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>

#include "text/inner.h"
#include "text/text.h"

enum { CAP = 1 << 30 };

#define COUNT(table) (sizeof(table) / sizeof *(table))

typedef struct fixture {
    arena arena;
    text_report report;
    chancery_error error;
} fixture;

static inline int set_up(void **state)
{
    fixture *f = calloc(1, sizeof *f);
    assert_non_null(f);
    arena_init(&f->arena, CAP);
    *state = f;
    return 0;
}

static inline int tear_down(void **state)
{
    fixture *f = *state;
    arena_clear(&f->arena);
    free(f);
    return 0;
}

static inline chancery_status read_with(fixture *f, slice bytes, text_options options)
{
    arena_reset(&f->arena);
    f->report = (text_report){0};
    f->error = (chancery_error){0};
    return text_report_read(bytes, &options, &f->arena, &f->report, &f->error);
}

static inline chancery_status read_plain(fixture *f, slice bytes)
{
    return read_with(f, bytes, (text_options){.name = SLICE("report.txt")});
}

static inline void read_ok(fixture *f, const char *text)
{
    assert_int_equal(read_plain(f, slice_of(text)), CHANCERY_OK);
}

static inline slice token_bytes(const fixture *f, slice text, size_t i)
{
    const text_token *t = &f->report.tokens[i];
    return slice_range(text, t->start, t->end);
}

/* Writes "token token\ntoken ...", sentences on a line each. */
static inline char *spell(const fixture *f, slice text)
{
    char *out = calloc(3 * text.len + 2, 1);
    assert_non_null(out);
    size_t size = 0;
    for (size_t i = 0; i < f->report.sentence_count; i++) {
        const text_sentence *s = &f->report.sentences[i];
        if (i > 0)
            out[size++] = '\n';
        for (size_t k = 0; k < s->count; k++) {
            slice token = token_bytes(f, text, s->first + k);
            if (k > 0)
                out[size++] = ' ';
            memcpy(out + size, token.ptr, token.len);
            size += token.len;
        }
    }
    return out;
}

static inline void segment_ok(fixture *f, slice text)
{
    arena_reset(&f->arena);
    f->report = (text_report){0};
    assert_int_equal(text_segment(text, &f->arena, &f->report, &f->error), CHANCERY_OK);
}

static inline void expect_spelling(fixture *f, const char *text, const char *wanted)
{
    segment_ok(f, slice_of(text));
    char *found = spell(f, slice_of(text));
    assert_string_equal(found, wanted);
    free(found);
}

static inline void assert_slice(slice found, const char *wanted)
{
    if (!slice_equal(found, slice_of(wanted)))
        fail_msg("\"%.*s\" where \"%s\" was wanted", SLICE_ARGS(found), wanted);
}

/* What holds of every report: order, bounds, whole characters. */
static inline void check_shape(const text_report *r, slice text)
{
    size_t token = 0;
    uint32_t end = 0;
    for (size_t i = 0; i < r->sentence_count; i++) {
        const text_sentence *s = &r->sentences[i];
        assert_true(s->count > 0);
        assert_int_equal(s->first, token);
        assert_true(s->start >= end && s->end <= text.len);
        assert_int_equal(s->start, r->tokens[s->first].start);
        assert_int_equal(s->end, r->tokens[s->first + s->count - 1].end);
        assert_true(i == 0 || s->paragraph >= r->sentences[i - 1].paragraph);
        assert_true(s->paragraph < r->paragraph_count);
        for (; token < s->first + s->count; token++) {
            const text_token *t = &r->tokens[token];
            assert_true(t->start >= end && t->end > t->start && t->end <= s->end);
            assert_true(((unsigned char)text.ptr[t->start] & 0xc0) != 0x80);
            assert_true(t->end == text.len || ((unsigned char)text.ptr[t->end] & 0xc0) != 0x80);
            assert_true((t->flags & MARK_ALL) == 0);
            end = t->end;
        }
    }
    assert_int_equal(token, r->token_count);
}

#endif
