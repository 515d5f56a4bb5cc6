/* Fuzz target: the file of the parser's network, and CoNLL-U that it parses.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * The first byte chooses: 0 a whole file, 1 a file whose size and checksum are put right first, 2
 * changes to a small file that is sound (four bytes of place and one of value, again and again), 3
 * CoNLL-U, 4 a text whose words are parsed. A file that opens must be safe to use, and every
 * sentence gets a tree. */
#include <stdio.h>
#include <string.h>

#include "../tests/unit/net_sample.h"
#include "fuzz.h"
#include "syntax/conllu.h"
#include "text/text.h"

enum { ARENA_BYTES = 256 << 20, ALIGN = 64, PATCH_BYTES = 5, LARGEST = 1 << 20, WORDS = 4 };

static void check(const syntax_forms *forms, const syntax_tree *tree)
{
    size_t roots = 0;
    must(tree->word_count == forms->count && tree->windows > 0);
    for (size_t i = 0; i < tree->word_count; i++) {
        size_t steps = 0;
        roots += tree->words[i].head < 0;
        must(tree->words[i].lemma.len > 0 && tree->words[i].upos.len > 0);
        for (int32_t at = (int32_t)i; at >= 0 && i < LARGEST >> 10; at = tree->words[at].head)
            must((size_t)at < tree->word_count && ++steps <= tree->word_count);
    }
    must(roots == 1);
}

static void parse(const net *n, const syntax_forms *forms, arena *a, const conllu_sentence *s)
{
    syntax_parser *parser = NULL;
    syntax_tree tree;
    must(syntax_parser_new(n, &parser, NULL) == CHANCERY_OK);
    bool parsed = syntax_parse_trees(parser, forms, 1, a, &tree, NULL) == CHANCERY_OK;
    if (parsed)
        check(forms, &tree);
    if (s && parsed) {
        FILE *out = fopen("/dev/null", "w");
        must(out != NULL);
        conllu_write(out, s, &tree);
        fclose(out);
    }
    syntax_parser_free(parser);
}

/* A network of these bytes, which are put where a file would be mapped. */
static void open_file(const uint8_t *data, size_t size, bool repair, arena *a)
{
    static const slice words[WORDS] = {{"Norway", 6}, {"visited", 7}, {"cafe", 4}, {".", 1}};
    const syntax_forms forms = {words, WORDS};
    chancery_error error = {0};
    net *n = NULL;
    char *bytes = NULL;
    must(posix_memalign((void **)&bytes, ALIGN, size ? size : 1) == 0);
    if (size)
        memcpy(bytes, data, size);
    if (repair)
        net_sample_repair(bytes, size);
    if (net_of_bytes((slice){bytes, size}, &n, &error) == CHANCERY_OK) {
        if (n->config.hidden <= 256 && n->config.inner <= 1024)
            parse(n, &forms, a, NULL);
    } else {
        must(n == NULL && error.message[0] != 0);
    }
    net_close(n);
    free(bytes);
}

/* The small file, in the arena. */
static slice sample_file(arena *a)
{
    net_sample *sample = malloc(sizeof *sample);
    must(sample != NULL);
    net_sample_fill(sample);
    slice bytes = net_sample_bytes(sample, a);
    free(sample);
    return bytes;
}

static void open_patched(const uint8_t *data, size_t size, arena *a)
{
    slice file = sample_file(a);
    uint8_t *bytes = malloc(file.len);
    must(bytes != NULL);
    memcpy(bytes, file.ptr, file.len);
    for (; size >= PATCH_BYTES; data += PATCH_BYTES, size -= PATCH_BYTES) {
        uint32_t place;
        memcpy(&place, data, sizeof place);
        bytes[place % file.len] = data[PATCH_BYTES - 1];
    }
    open_file(bytes, file.len, true, a);
    free(bytes);
}

static void parse_conllu(const net *n, slice bytes, arena *a)
{
    conllu_reader reader;
    chancery_error error = {0};
    if (conllu_open(bytes, &reader, &error) != CHANCERY_OK)
        return;
    for (;;) {
        conllu_sentence s;
        chancery_status status = conllu_next(&reader, a, &s, &error);
        must(status == CHANCERY_OK || (error.message[0] != 0 && error.line > 0));
        if (status != CHANCERY_OK || s.word_count == 0)
            return;
        for (size_t i = 0; i < s.word_count; i++)
            must(s.form[i].len > 0);
        parse(n, &(syntax_forms){s.form, s.word_count}, a, &s);
    }
}

static void parse_text(const net *n, slice text, arena *a)
{
    text_report report = {0};
    if (text_check_utf8(text, NULL) != CHANCERY_OK ||
        text_segment(text, a, &report, NULL) != CHANCERY_OK || report.token_count == 0)
        return;
    slice *form = calloc(report.token_count, sizeof *form);
    must(form != NULL);
    for (size_t i = 0; i < report.token_count; i++)
        form[i] = slice_range(text, report.tokens[i].start, report.tokens[i].end);
    for (size_t i = 0; i < report.sentence_count; i++)
        parse(n, &(syntax_forms){form + report.sentences[i].first, report.sentences[i].count}, a,
              NULL);
    free(form);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    arena a;
    net *n = NULL;
    if (size == 0 || size > LARGEST)
        return 0;
    arena_init(&a, ARENA_BYTES);
    uint8_t choice = data[0] % 5;
    slice rest = {(const char *)data + 1, size - 1};
    if (choice <= 1)
        open_file(data + 1, size - 1, choice == 1, &a);
    if (choice == 2)
        open_patched(data + 1, size - 1, &a);
    if (choice >= 3) {
        must(net_of_bytes(sample_file(&a), &n, NULL) == CHANCERY_OK);
        if (choice == 3)
            parse_conllu(n, rest, &a);
        else
            parse_text(n, rest, &a);
        net_close(n);
    }
    arena_clear(&a);
    return 0;
}
