/* A small knowledge base (tests/unit/data/kb), compiled for the tests of a program.
 *
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef KB_FIXTURE_H
#define KB_FIXTURE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/hash.h"
#include "base/memory.h"
#include "kb/kb.h"

#define assert_ok(call) assert_int_equal((call), CHANCERY_OK)

static const char DATA[] = TEST_SOURCE_DIR "/tests/unit/data/kb";

enum { ARENA_BYTES = 256 << 20, MOST_HITS = 32 };

/* ---- one compiled for all tests ---- */

typedef struct fixture {
    char folder[64];
    char path[128];
    kb *k;
    arena arena;
} fixture;

static int make_fixture(void **state)
{
    fixture *f = calloc(1, sizeof *f);
    assert_non_null(f);
    strcpy(f->folder, "/tmp/chancery-kb-XXXXXX");
    assert_non_null(mkdtemp(f->folder));
    snprintf(f->path, sizeof f->path, "%s/test.kb", f->folder);
    arena_init(&f->arena, ARENA_BYTES);
    chancery_error error = {0};
    if (kb_compile(DATA, f->path, &error) != CHANCERY_OK)
        fail_msg("%s:%d: %s", error.where, (int)error.line, error.message);
    if (kb_open(f->path, &f->k, &error) != CHANCERY_OK)
        fail_msg("%s: %s", error.where, error.message);
    *state = f;
    return 0;
}

static int drop_fixture(void **state)
{
    fixture *f = *state;
    kb_close(f->k);
    arena_clear(&f->arena);
    unlink(f->path);
    assert_int_equal(rmdir(f->folder), 0);
    free(f);
    return 0;
}

/* ---- writing what is found ---- */

static const char *const KINDS[] = {"name",    "formal", "abbreviation", "adjective", "people",
                                    "capital", "seat",   "body",         "old"};

typedef struct writer {
    char text[4096];
    size_t length;
} writer;

static void add(writer *w, const char *format, ...) CHANCERY_PRINTF(2, 3);

static void add(writer *w, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    int length = vsnprintf(w->text + w->length, sizeof w->text - w->length, format, args);
    va_end(args);
    assert_true(length >= 0 && (size_t)length < sizeof w->text - w->length);
    w->length += (size_t)length;
}

static slice words(slice text, const text_token *tokens, uint32_t count)
{
    return slice_range(text, tokens[0].start, tokens[count - 1].end);
}

/* All hits at all tokens of the text, one a line. */
static void write_hits(const kb *k, slice text, const text_token *tokens, size_t available,
                       writer *w)
{
    kb_hit hits[MOST_HITS];
    size_t count = kb_find(k, text, tokens, available, hits, MOST_HITS);
    for (size_t i = 0; i < count; i++) {
        kb_entry entry = kb_entry_at(k, hits[i].entry);
        add(w, "%.*s %.*s %s", SLICE_ARGS(words(text, tokens, hits[i].tokens)),
            SLICE_ARGS(entry.id), KINDS[hits[i].kind]);
        if (hits[i].sector.len)
            add(w, " %.*s", SLICE_ARGS(hits[i].sector));
        add(w, "\n");
    }
}

typedef void each_token(const kb *k, slice text, const text_token *tokens, size_t available,
                        writer *w);

static void write_all(const kb *k, const char *report, each_token *each, writer *w)
{
    arena a;
    arena_init(&a, ARENA_BYTES);
    text_report r = {0};
    slice text = slice_of(report);
    assert_ok(text_segment(text, &a, &r, NULL));
    for (size_t s = 0; s < r.sentence_count; s++)
        for (size_t i = 0; i < r.sentences[s].count; i++)
            each(k, text, r.tokens + r.sentences[s].first + i, r.sentences[s].count - i, w);
    arena_clear(&a);
}

#endif
