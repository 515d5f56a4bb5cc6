/* chancery parse: every letter of a text as CoNLL-U or JSON, sentence by sentence.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * Pieces that are written together as one word ("do" + "n't") stand as words of their own with
 * SpaceAfter=No. Sentences are parsed many at a time and printed before the next are, so that
 * memory doesn't grow with the file. */
#include <string.h>

#include "base/array.h"
#include "base/error.h"
#include "base/file.h"
#include "base/memory.h"
#include "cli/cli.h"
#include "cli/options.h"
#include "cli/parse.h"
#include "syntax/print.h"

enum { PARSE_CAP_BYTES = INT32_MAX, ROUND_WORDS = 8192 };

static const cli_option options[] = {
    {"clauses", NULL, "for looking into a reading: tags, phrases and clauses instead", 0, 'c'},
    {"format", "FORMAT", "conllu, or json, one object a sentence", 'f', 'f'},
    {"pretokenised", NULL, "FILE is CoNLL-U: its sentences and words are taken as they are", 0,
     'p'},
    {"scan", NULL, "which sentences reading would parse: '+' or '-' and the sentence", 0, 's'},
    {"data", "FOLDER", "parser and names from this folder", 0, 'D'},
    CLI_OPTION_HELP,
    CLI_OPTIONS_END,
};

static const cli_usage usage = {
    "parse",
    "[OPTION]... FILE",
    "Prints the sentences and words of a text as CoNLL-U: lemmas, tags, features, the "
    "tree of Universal Dependencies, and names (NER= in the last column). Nothing is left "
    "out and no language refused. '-' is standard input.",
    options,
    "Example: chancery parse report.txt",
};

typedef struct parse_job {
    bool clauses, scan, pretokenised, json;
    const char *data_dir;
    syntax_parser *parser;
    arena input; /* the text, cut up */
    arena trees; /* of a round */
} parse_job;

/* Sentences that are parsed together. */
typedef struct parse_round {
    ARRAY(conllu_sentence) sentences;
    ARRAY(parse_place) places;
    size_t words;
} parse_round;

/* --- a round --- */

static chancery_status parse_round_now(parse_job *job, const parse_round *round,
                                       const syntax_tree **out, chancery_error *error)
{
    size_t count = round->sentences.count;
    *out = NULL;
    if (count == 0)
        return CHANCERY_OK;
    syntax_forms *forms = arena_alloc(&job->trees, count, sizeof *forms, error);
    syntax_tree *trees = arena_alloc(&job->trees, count, sizeof *trees, error);
    if (!forms || !trees)
        return error->status;
    for (size_t i = 0; i < count; i++)
        forms[i] =
            (syntax_forms){round->sentences.items[i].form, round->sentences.items[i].word_count};
    *out = trees;
    return syntax_parse_trees(job->parser, forms, count, &job->trees, trees, error);
}

/* Parses and prints a round, which is then empty. */
static chancery_status end_round(parse_job *job, parse_round *round, chancery_error *error)
{
    const syntax_tree *trees;
    chancery_status status = parse_round_now(job, round, &trees, error);
    for (size_t i = 0; !status && i < round->sentences.count; i++) {
        const conllu_sentence *s = &round->sentences.items[i];
        if (job->json)
            status =
                parse_print_json(stdout, s, &round->places.items[i], &trees[i], &job->trees, error);
        else
            conllu_write(stdout, s, &trees[i]);
    }
    arena_reset(&job->trees);
    *round = (parse_round){0};
    return status;
}

static chancery_status add_sentence(parse_job *job, parse_round *round, const conllu_sentence *s,
                                    parse_place place, chancery_error *error)
{
    conllu_sentence *sentence = array_push(&round->sentences, &job->trees, error);
    parse_place *where = array_push(&round->places, &job->trees, error);
    if (!sentence || !where)
        return error->status;
    *sentence = *s;
    *where = place;
    round->words += s->word_count;
    return round->words < ROUND_WORDS ? CHANCERY_OK : end_round(job, round, error);
}

/* --- CoNLL-U in --- */

static chancery_status parse_conllu(parse_job *job, slice bytes, chancery_error *error)
{
    conllu_reader reader;
    parse_round round = {0};
    chancery_status status = conllu_open(bytes, &reader, error);
    while (!status) {
        conllu_sentence s;
        if (round.words == 0)
            arena_reset(&job->input);
        status = conllu_next(&reader, &job->input, &s, error);
        if (status) { /* what stands before a bad line is printed all the same */
            chancery_error other = {0};
            (void)end_round(job, &round, &other);
            break;
        }
        if (s.word_count == 0)
            return end_round(job, &round, error);
        status = add_sentence(job, &round, &s, (parse_place){parse_text_of(&s), NULL}, error);
    }
    return status;
}

/* --- text in --- */

/* The words of a sentence, and with them its number and its text as comments. */
static chancery_status take_sentence(arena *a, const text_report *report, size_t index,
                                     conllu_sentence *out, chancery_error *error)
{
    const text_sentence *s = &report->sentences[index];
    slice text = slice_range(report->document.text, s->start, s->end);
    conllu_line *lines = arena_alloc(a, 2, sizeof *lines, error);
    slice *form = arena_alloc(a, s->count, sizeof *form, error);
    slice *misc = arena_alloc(a, s->count, sizeof *misc, error);
    slice head = SLICE("# text = ");
    char *comment = arena_alloc(a, head.len + text.len, 1, error);
    if (!lines || !form || !misc || !comment)
        return error->status;
    memcpy(comment, head.ptr, head.len);
    for (size_t i = 0; i < text.len; i++)
        comment[head.len + i] = memchr("\t\n\r", text.ptr[i], 4) ? ' ' : text.ptr[i];
    lines[1].text = (slice){comment, head.len + text.len};
    for (size_t i = 0; i < s->count; i++) {
        const text_token *t = &report->tokens[s->first + i];
        form[i] = slice_range(report->document.text, t->start, t->end);
        misc[i] = t->flags & TEXT_SPACE_AFTER ? (slice){"", 0} : SLICE("SpaceAfter=No");
    }
    *out = (conllu_sentence){lines, 2, form, misc, s->count};
    return arena_printf(a, &lines[0].text, error, "# sent_id = %zu", index + 1);
}

static chancery_status parse_text(parse_job *job, const text_report *report, chancery_error *error)
{
    parse_round round = {0};
    chancery_status status = CHANCERY_OK;
    for (size_t i = 0; !status && i < report->sentence_count; i++) {
        const text_sentence *s = &report->sentences[i];
        conllu_sentence sentence = {0};
        parse_place place = {slice_range(report->document.text, s->start, s->end),
                             &report->tokens[s->first]};
        status = take_sentence(&job->trees, report, i, &sentence, error);
        if (!status)
            status = add_sentence(job, &round, &sentence, place, error);
    }
    return status ? status : end_round(job, &round, error);
}

static chancery_status print_clauses(parse_job *job, const chancery_engine *engine,
                                     const text_report *report, chancery_error *error)
{
    const reading_engine *parts = engine_parts(engine);
    size_t count = report->sentence_count;
    syntax_parser *parser = NULL;
    arena scratch;
    arena_init(&scratch, PARSE_CAP_BYTES);
    syntax_sentence *parsed = arena_alloc(&job->trees, count, sizeof *parsed, error);
    chancery_status status = parsed ? CHANCERY_OK : error->status;
    if (!status)
        status = syntax_parser_new(parts->network, &parser, error);
    if (!status)
        status = syntax_parse_sentences(parts->lemmas, parser, report->document.text, report, NULL,
                                        NULL, &job->trees, &scratch, parsed, error);
    for (size_t i = 0; !status && i < count; i++)
        syntax_print(stdout, report->document.text, &parsed[i]);
    arena_clear(&scratch);
    syntax_parser_free(parser);
    return status;
}

static chancery_status print_scan(parse_job *job, const chancery_engine *engine,
                                  const text_report *report, chancery_error *error)
{
    bool *chosen = arena_alloc(&job->trees, report->sentence_count, sizeof *chosen, error);
    if (!chosen)
        return error->status;
    chancery_status status = reading_scan(engine_parts(engine), report, &job->trees, chosen, error);
    for (size_t i = 0; !status && i < report->sentence_count; i++) {
        const text_sentence *s = &report->sentences[i];
        slice text = slice_range(report->document.text, s->start, s->end);
        fputs(chosen[i] ? "+ " : "- ", stdout);
        for (size_t k = 0; k < text.len; k++)
            fputc(memchr("\t\n\r", text.ptr[k], 4) ? ' ' : text.ptr[k], stdout);
        fputc('\n', stdout);
    }
    return status;
}

/* --- a file --- */

/** @param engine prints clauses or the scan; NULL prints trees. */
static int parse_bytes(parse_job *job, slice bytes, const char *path, const chancery_engine *engine)
{
    text_report report;
    chancery_error error = {0};
    chancery_status status;
    text_options how = {.name = slice_of(path), .verbatim = true};
    arena_init(&job->input, PARSE_CAP_BYTES);
    arena_init(&job->trees, PARSE_CAP_BYTES);
    if (job->pretokenised) {
        status = parse_conllu(job, bytes, &error);
    } else {
        status = text_report_read(bytes, &how, &job->input, &report, &error);
        if (!status && job->scan)
            status = print_scan(job, engine, &report, &error);
        else if (!status && engine)
            status = print_clauses(job, engine, &report, &error);
        else if (!status)
            status = parse_text(job, &report, &error);
    }
    arena_clear(&job->input);
    arena_clear(&job->trees);
    error_at(&error, path, error.line);
    return status ? cli_fail(&error) : CLI_OK;
}

/* @return false after a message. */
static bool open_parser(parse_job *job, net **network)
{
    chancery_error error = {0};
    chancery_status status = engine_open_network(job->data_dir, network, &error);
    if (!status)
        status = syntax_parser_new(*network, &job->parser, &error);
    if (status)
        cli_fail(&error);
    return !status;
}

static int parse_file(parse_job *job, const char *path)
{
    slice bytes;
    chancery_error error = {0};
    chancery_engine *engine = NULL;
    net *network = NULL;
    bool ready;
    if (file_read(path, TEXT_MAX_BYTES, &bytes, &error) != CHANCERY_OK)
        return cli_fail(&error);
    if (job->clauses)
        ready = (engine = cli_reading_engine(job->data_dir)) != NULL;
    else if (job->scan)
        ready = (engine = cli_engine(job->data_dir)) != NULL;
    else
        ready = open_parser(job, &network);
    int status = ready ? parse_bytes(job, bytes, path, engine) : CLI_FAILED;
    syntax_parser_free(job->parser);
    net_close(network);
    chancery_engine_close(engine);
    memory_free((void *)(uintptr_t)bytes.ptr);
    return status;
}

static bool take_format(parse_job *job, const char *name)
{
    job->json = strcmp(name, "json") == 0;
    return job->json || strcmp(name, "conllu") == 0;
}

int command_parse(int argc, char **argv)
{
    cli_line line = {.usage = &usage, .argc = argc, .argv = argv};
    parse_job job = {0};
    bool format = false;
    int option;
    while ((option = cli_next_option(&line)) != CLI_OPTION_NONE) {
        if (option == CLI_OPTION_BAD)
            return CLI_MISUSE;
        if (option == 'h') {
            cli_print_help(&usage);
            return CLI_OK;
        }
        format = format || option == 'f';
        if (option == 'f' && !take_format(&job, line.value))
            return cli_misuse("parse", "'%s' is no format of it; take conllu or json", line.value);
        job.scan = job.scan || option == 's';
        job.clauses = job.clauses || option == 'c';
        job.pretokenised = job.pretokenised || option == 'p';
        job.data_dir = option == 'D' ? line.value : job.data_dir;
    }
    if ((job.clauses || job.scan) && (job.pretokenised || format))
        return cli_misuse("parse", "--clauses and --scan go with neither --pretokenised "
                                   "nor --format");
    if (line.argument_count != 1)
        return cli_misuse("parse", "give one file, or '-' for standard input");
    return parse_file(&job, argv[1]);
}
