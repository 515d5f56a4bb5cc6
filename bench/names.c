/* Speed of finding names: megabytes of text a second, one thread.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 *     chancery-bench-names KNOWLEDGE_BASE TEXT_FILE
 *
 * Opening is timed first. The text is cut into sentences and tokens once; then every token is asked
 * whether a name, a title, a word for an agent or a person's name begins there. The cut itself is
 * timed beside it. Of each, the best of five rounds. */
#include <stdio.h>
#include <string.h>
#include <time.h>

#include "base/file.h"
#include "kb/kb.h"

enum { ROUNDS = 5, MOST_HITS = 16, MOST_BYTES = 64 << 20 };

typedef struct job {
    const kb *k;
    slice text;
    const text_report *report;
} job;

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

typedef size_t ask(const job *j, const text_token *tokens, size_t left);

static size_t ask_names(const job *j, const text_token *tokens, size_t left)
{
    kb_hit hits[MOST_HITS];
    return kb_find(j->k, j->text, tokens, left, hits, MOST_HITS);
}

static size_t ask_people(const job *j, const text_token *tokens, size_t left)
{
    kb_hit hits[MOST_HITS];
    return kb_find_person(j->k, tokens, left, hits, MOST_HITS);
}

static size_t ask_titles(const job *j, const text_token *tokens, size_t left)
{
    kb_office_hit office;
    return kb_find_office(j->k, j->text, tokens, left, &office);
}

static size_t ask_agents(const job *j, const text_token *tokens, size_t left)
{
    slice sector;
    uint32_t count;
    bool plural;
    return kb_find_agent(j->k, j->text, tokens, left, &sector, &count, &plural);
}

static size_t ask_all(const job *j, const text_token *tokens, size_t left)
{
    return ask_names(j, tokens, left) + ask_people(j, tokens, left) + ask_titles(j, tokens, left) +
           ask_agents(j, tokens, left);
}

static void measure(const job *j, const char *what, ask *one)
{
    double best = 0;
    size_t found = 0;
    for (int round = 0; round < ROUNDS; round++) {
        double began = now();
        found = 0;
        for (size_t s = 0; s < j->report->sentence_count; s++) {
            const text_sentence *sentence = &j->report->sentences[s];
            for (uint32_t i = 0; i < sentence->count; i++)
                found += one(j, j->report->tokens + sentence->first + i, sentence->count - i);
        }
        double spent = now() - began;
        best = round == 0 || spent < best ? spent : best;
    }
    printf("%-22s %8.1f MB/s  %9zu found\n", what, (double)j->text.len / 1e6 / best, found);
}

int main(int argc, char **argv)
{
    chancery_error error = {0};
    kb *k = NULL;
    job j = {0};
    text_report report = {0};
    arena a;
    arena_init(&a, (size_t)4 << 30);
    if (argc != 3 || kb_open(argv[1], &k, &error) != CHANCERY_OK ||
        file_read(argv[2], MOST_BYTES, &j.text, &error) != CHANCERY_OK) {
        fprintf(stderr, "chancery-bench-names KNOWLEDGE_BASE TEXT_FILE: %s\n", error.message);
        return 1;
    }
    double began = now();
    for (int i = 0; i < ROUNDS; i++) {
        kb *again = NULL;
        if (kb_open(argv[1], &again, &error) != CHANCERY_OK)
            return 1;
        kb_close(again);
    }
    printf("%-22s %8.2f ms\n", "opening", (now() - began) * 1e3 / ROUNDS);
    began = now();
    if (text_segment(j.text, &a, &report, &error) != CHANCERY_OK)
        return 1;
    printf("%-22s %8.1f MB/s  %9zu tokens\n", "sentences and tokens",
           (double)j.text.len / 1e6 / (now() - began), report.token_count);
    j.k = k;
    j.report = &report;
    measure(&j, "names", ask_names);
    measure(&j, "people", ask_people);
    measure(&j, "titles", ask_titles);
    measure(&j, "agents", ask_agents);
    measure(&j, "all four", ask_all);
    return 0;
}
