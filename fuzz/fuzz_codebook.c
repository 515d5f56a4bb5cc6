/* Fuzz target: any bytes as a codebook's text, alone and over another one.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * What compiles must open and is asked everything; what doesn't must say why. Nothing is written to
 * disk. */
#include "codebook/codebook.h"
#include "fuzz.h"

static const char BASE[] = "type CONSULT quad 1 scale 2.5\n  mode visit 4\n"
                           "context economic\n  words: trade\n"
                           "frame a/b\n  event: CONSULT\n  verbs: meet\n  actor: subject\n"
                           "frame a/c\n  event: CONSULT\n  nouns: visit\n  actor: possessor\n";

/* Reads each byte, so that a sanitizer sees a slice that reaches out. */
static size_t touch(slice s)
{
    size_t sum = 0;
    for (size_t i = 0; i < s.len; i++)
        sum += (unsigned char)s.ptr[i];
    return sum;
}

static void ask(const codebook *book)
{
    enum { MOST = 8 };
    size_t sum = touch(codebook_edition(book)), frames[MOST];
    for (size_t i = 0; i < codebook_frame_count(book); i++) {
        size_t source;
        uint64_t line;
        const codebook_frame *f = codebook_frame_at(book, i, &source, &line);
        must(source < codebook_source_count(book));
        slice block = codebook_block(codebook_source_at(book, source).text, line);
        must(slice_starts(block, SLICE("frame")));
        sum += touch(f->name) + touch(f->event) + touch(f->mode) + touch(f->contexts) +
               touch(f->other_event) + touch(block);
        (void)codebook_allows(&f->actor_who, SLICE("CHL"), SLICE("GOV"), CODEBOOK_KIND_STATE);
    }
    for (size_t i = 0; i < codebook_kind_count(book); i++)
        sum += touch(codebook_kind_at(book, i).event) + touch(codebook_kind_at(book, i).mode);
    must(codebook_frames_of(book, text_key(SLICE("meet")), frames, MOST) <= MOST);
    volatile size_t kept = sum;
    (void)kept;
}

static void open_over(const codebook *base, slice text, uint32_t layer)
{
    codebook *book = NULL, *strict = NULL;
    codebook_faults faults;
    chancery_error error = {0}, first = {0};
    const codebook_source source = {SLICE("fuzz.txt"), text, layer};
    chancery_status status = codebook_open_over(base, &source, 1, &book, &faults, &error);
    chancery_status same = codebook_open_over(base, &source, 1, &strict, NULL, &first);
    must(same == status && first.line == error.line);
    if (status == CHANCERY_OK)
        ask(book);
    else
        must(error.message[0] != 0 && faults.count > 0);
    codebook_close(book);
    codebook_close(strict);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    slice text = {(const char *)data, size};
    const codebook_source source = {SLICE("base.txt"), SLICE(BASE), 0};
    codebook *base = NULL;
    arena a;
    codebook_example *examples;
    size_t count;
    must(codebook_open_over(NULL, &source, 1, &base, NULL, NULL) == CHANCERY_OK);
    open_over(NULL, text, 0);
    open_over(base, text, 1);
    arena_init(&a, 64 << 20);
    const codebook_source whole = {SLICE("fuzz.txt"), text, 0};
    (void)!codebook_examples(&whole, 1, &a, &examples, &count, NULL);
    arena_clear(&a);
    codebook_close(base);
    return 0;
}
