/* Fuzz target: any bytes as a report's text.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * The door is text_report_read. Whatever it lets in must be UTF-8, with sentences and tokens that
 * lie in order inside the text and cut no character; the fuzzer stops where they don't. */
#include "fuzz.h"
#include "text/text.h"

enum { CAP_BYTES = 256 << 20 };

/* Opened once: it takes longer than a run. */
static text_languages *languages;

/* Is `at` the end of the text or the first byte of a character? */
static bool is_boundary(slice text, uint32_t at)
{
    return at == text.len || ((unsigned char)text.ptr[at] & 0xc0) != 0x80;
}

static void check_report(const text_report *report)
{
    slice text = report->document.text;
    size_t tokens = 0;
    uint32_t end = 0;
    must(text_check_utf8(text, NULL) == CHANCERY_OK);
    must(report->dateline.start <= report->dateline.end && report->dateline.end <= text.len);
    must(is_boundary(text, report->dateline.start) && is_boundary(text, report->dateline.end));
    must(report->document.title.len <= text.len);
    must(report->document.id.len == 17);
    for (size_t i = 0; i < report->sentence_count; i++) {
        const text_sentence *s = &report->sentences[i];
        must(s->count > 0 && s->first == tokens && s->start < s->end && s->end <= text.len);
        for (size_t j = 0; j < s->count; j++) {
            const text_token *t = &report->tokens[tokens + j];
            must(t->start >= end && t->start < t->end && t->end <= s->end);
            must(is_boundary(text, t->start) && is_boundary(text, t->end));
            must(t->key == text_key(slice_range(text, t->start, t->end)));
            end = t->end;
        }
        must(report->tokens[tokens].start == s->start && end == s->end);
        tokens += s->count;
    }
    must(tokens == report->token_count);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    slice bytes = {(const char *)data, size};
    if (!languages)
        must(text_languages_open(&languages, NULL) == CHANCERY_OK);
    for (int verbatim = 0; verbatim < 2; verbatim++) {
        arena a;
        text_report report = {0};
        chancery_error error = {0};
        text_options options = {
            .name = SLICE("fuzz"), .languages = languages, .verbatim = verbatim != 0};
        arena_init(&a, CAP_BYTES);
        if (text_report_read(bytes, &options, &a, &report, &error) == CHANCERY_OK)
            check_report(&report);
        else
            must(error.message[0] != 0);
        arena_clear(&a);
    }
    return 0;
}
