/* Speed of the codebook: compiling, opening, and coding with 1 and 10 times the frames.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 *     chancery-bench-codebook CODEBOOK_FOLDER REPORT...
 *
 * The data folder is that of CHANCERY_DATA. Reports are parsed once; then each codebook is asked
 * for the frames, contexts and reporting verbs of all sentences (matching). Reading whole reports
 * less parsing them is coding: names, dates, people and statements too. The frames that are added
 * have verbs and nouns that no report has. Processor time of one thread, of each the best of
 * ROUNDS; the codebooks take turns. */
#include <stdlib.h>
#include <time.h>

#include "base/array.h"
#include "base/file.h"
#include "engine/engine.h"
#include "syntax/sentences.h"

enum { ROUNDS = 7, MOST_BYTES = 64 << 20, MOST = 256, TIMES = 10, PREDICATES = 24 };

typedef struct bench_report {
    slice bytes;
    text_report report;
    bool *chosen;
    syntax_sentence *parsed;
} bench_report;

typedef struct bench {
    chancery_engine *engines[2]; /* with ours, and with 10 times as many */
    bench_report *reports;       /* [count] */
    size_t count, sentences;
    arena arena, scratch;
    chancery_error error;
} bench;

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static void better(double *best, double seconds)
{
    if (*best <= 0 || seconds < *best)
        *best = seconds;
}

/** Frames of lemmas that don't occur, for each of ours TIMES - 1. */
static slice more_frames(size_t frames, arena *a)
{
    size_t used = 0, room = frames * (TIMES - 1) * (PREDICATES + 4) * 40;
    char *text = arena_alloc(a, room, 1, NULL);
    for (size_t i = 0; text && i < frames * (TIMES - 1); i++) {
        used += (size_t)snprintf(text + used, room - used,
                                 "frame more/%zu\n  event: CONSULT\n  actor: subject\n  verbs: "
                                 "verq%zu",
                                 i, i);
        for (int k = 0; k < PREDICATES; k++)
            used += (size_t)snprintf(text + used, room - used, "; verq%zux%d+nounq%d", i, k, k);
        used += (size_t)snprintf(text + used, room - used, "\n  not: object goalq\n");
    }
    return (slice){text, used};
}

static int compile_table(bench *b, const char *folder)
{
    codebook_source *sources;
    size_t count;
    slice bytes;
    double compile = 0, open = 0;
    for (int round = 0; round < ROUNDS; round++) {
        codebook *book;
        arena a;
        arena_init(&a, (size_t)1 << 30);
        double began = now();
        if (codebook_load(folder, 0, &a, &sources, &count, &b->error) ||
            codebook_compile_sources(sources, count, &a, &bytes, NULL, &b->error))
            return 1;
        better(&compile, now() - began);
        began = now();
        if (codebook_open_bytes(bytes, &book, &b->error))
            return 1;
        better(&open, now() - began);
        codebook_close(book);
        arena_clear(&a);
    }
    printf("compiling      %8.2f ms\nopening        %8.2f ms\n", compile * 1e3, open * 1e3);
    return 0;
}

static int parse_report(bench *b, const char *path, syntax_parser *parser, bench_report *r)
{
    const reading_engine *parts = engine_parts(b->engines[0]);
    const text_options options = {.name = slice_of(path)};
    if (text_report_read(r->bytes, &options, &b->arena, &r->report, &b->error))
        return 1;
    r->chosen = arena_alloc(&b->arena, r->report.sentence_count, sizeof *r->chosen, &b->error);
    r->parsed = arena_alloc(&b->arena, r->report.sentence_count, sizeof *r->parsed, &b->error);
    if (!r->chosen || !r->parsed ||
        reading_scan(parts, &r->report, &b->arena, r->chosen, &b->error) ||
        syntax_parse_sentences(parts->lemmas, parser, r->report.document.text, &r->report,
                               r->chosen, NULL, &b->arena, &b->scratch, r->parsed, &b->error))
        return 1;
    for (size_t i = 0; i < r->report.sentence_count; i++)
        b->sentences += r->chosen[i];
    return 0;
}

static size_t match_all(const bench *b, const codebook *book)
{
    codebook_match found[MOST];
    slice contexts[MOST];
    size_t sum = 0;
    for (size_t i = 0; i < b->count; i++)
        for (size_t k = 0; k < b->reports[i].report.sentence_count; k++) {
            const syntax_sentence *s = &b->reports[i].parsed[k];
            if (!b->reports[i].chosen[k])
                continue;
            sum += codebook_find(book, s, found, MOST) + codebook_contexts(book, s, contexts, MOST);
            for (size_t c = 0; c < s->clause_count; c++)
                sum += codebook_reporting(book, s, &s->clauses[c]);
        }
    return sum;
}

static int read_all(bench *b, const chancery_engine *engine, double *seconds)
{
    chancery_reader *reader;
    const chancery_reading *reading;
    if (chancery_reader_new(engine, &reader, &b->error))
        return 1;
    double began = now();
    for (size_t i = 0; i < b->count; i++)
        if (chancery_read(reader, b->reports[i].bytes.ptr, b->reports[i].bytes.len, NULL, &reading,
                          &b->error))
            return 1;
    better(seconds, now() - began);
    chancery_reader_free(reader);
    return 0;
}

static int measure(bench *b, char **paths)
{
    syntax_parser *parser;
    double parse = 0, match[2] = {0, 0}, read[2] = {0, 0};
    size_t found[2] = {0, 0};
    b->reports = calloc(b->count, sizeof *b->reports);
    if (!b->reports || syntax_parser_new(engine_parts(b->engines[0])->network, &parser, &b->error))
        return 1;
    for (size_t i = 0; i < b->count; i++)
        if (file_read(paths[i], MOST_BYTES, &b->reports[i].bytes, &b->error))
            return 1;
    for (int round = 0; round < ROUNDS; round++) {
        double began = now();
        arena_reset(&b->arena);
        b->sentences = 0;
        for (size_t i = 0; i < b->count; i++)
            if (parse_report(b, paths[i], parser, &b->reports[i]))
                return 1;
        better(&parse, now() - began);
        for (int side = 0; side < 2; side++) {
            const codebook *book = engine_parts(b->engines[side])->codebook;
            began = now();
            for (int times = 0; times < TIMES; times++)
                found[side] = match_all(b, book);
            better(&match[side], (now() - began) / TIMES);
            if (read_all(b, b->engines[side], &read[side]))
                return 1;
        }
    }
    printf("%zu sentences parsed, %.0f a second\n\n", b->sentences, (double)b->sentences / parse);
    printf("frames   matching, sentences/s   %% of parsing   all coding, sentences/s   found\n");
    for (int side = 0; side < 2; side++)
        printf("%6zu   %21.0f   %12.2f   %23.0f   %5zu\n",
               codebook_frame_count(engine_parts(b->engines[side])->codebook),
               (double)b->sentences / match[side], 100 * match[side] / parse,
               (double)b->sentences / (read[side] - parse), found[side]);
    syntax_parser_free(parser);
    return 0;
}

int main(int argc, char **argv)
{
    bench b = {.count = argc > 2 ? (size_t)argc - 2 : 0};
    arena text;
    arena_init(&b.arena, (size_t)4 << 30);
    arena_init(&b.scratch, (size_t)4 << 30);
    arena_init(&text, (size_t)1 << 30);
    int status = argc < 3;
    for (int side = 0; !status && side < 2; side++)
        status = chancery_engine_open(NULL, &b.engines[side], &b.error) != CHANCERY_OK;
    if (!status) {
        slice more = more_frames(codebook_frame_count(engine_parts(b.engines[0])->codebook), &text);
        status = chancery_engine_add_codebook(b.engines[1], SLICE("more.txt"), more, &b.error) !=
                 CHANCERY_OK;
    }
    if (!status)
        status = compile_table(&b, argv[1]) || measure(&b, argv + 2);
    if (status)
        fprintf(stderr, "chancery-bench-codebook CODEBOOK_FOLDER REPORT...: %s\n", b.error.message);
    chancery_engine_close(b.engines[0]);
    chancery_engine_close(b.engines[1]);
    arena_clear(&text);
    arena_clear(&b.scratch);
    arena_clear(&b.arena);
    return status;
}
