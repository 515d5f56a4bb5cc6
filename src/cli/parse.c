/* chancery parse: every letter of a text as CoNLL-U, sentence by sentence.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * ID and FORM are given; the other columns are "_" until a trained parser fills them. Pieces that
 * are written together as one word ("do" + "n't") stand as words of their own with SpaceAfter=No.
 */
#include <string.h>

#include "base/error.h"
#include "base/file.h"
#include "base/memory.h"
#include "cli/cli.h"
#include "cli/options.h"
#include "syntax/print.h"
#include "text/text.h"

enum { PARSE_CAP_BYTES = INT32_MAX };

static const cli_option options[] = {
    {"clauses", NULL, "for looking into a reading: tags, phrases and clauses instead", 0, 'c'},
    {"data", "FOLDER", "model from this folder", 0, 'D'},
    {"scan", NULL, "which sentences reading would parse: '+' or '-' and the sentence", 0, 's'},
    CLI_OPTION_HELP,
    CLI_OPTIONS_END,
};

static const cli_usage usage = {
    "parse",
    "[OPTION]... FILE",
    "Prints the sentences and words of a text as CoNLL-U (ID and FORM). Nothing is left "
    "out and no language refused. '-' is standard input.",
    options,
    "Example: chancery parse report.txt",
};

static void print_form(slice form)
{
    for (size_t i = 0; i < form.len; i++) {
        unsigned char byte = (unsigned char)form.ptr[i];
        fputc(byte == '\t' || byte == '\n' || byte == 0 ? ' ' : byte, stdout);
    }
}

static void print_sentence(slice text, const text_report *report, const text_sentence *s,
                           size_t number)
{
    printf("# sent_id = %zu\n# text = ", number);
    print_form(slice_range(text, s->start, s->end));
    fputc('\n', stdout);
    for (uint32_t i = 0; i < s->count; i++) {
        const text_token *t = &report->tokens[s->first + i];
        printf("%u\t", i + 1);
        print_form(slice_range(text, t->start, t->end));
        printf("\t_\t_\t_\t_\t_\t_\t_\t%s\n", t->flags & TEXT_SPACE_AFTER ? "_" : "SpaceAfter=No");
    }
    fputc('\n', stdout);
}

static chancery_status print_clauses(const chancery_engine *engine, const text_report *report,
                                     arena *a, chancery_error *error)
{
    chancery_status status = CHANCERY_OK;
    for (size_t i = 0; !status && i < report->sentence_count; i++) {
        syntax_sentence parsed;
        status = syntax_parse(engine_parts(engine)->model, report->document.text, report,
                              &report->sentences[i], NULL, a, &parsed, error);
        if (!status)
            syntax_print(stdout, report->document.text, &parsed);
    }
    return status;
}

static chancery_status print_scan(const chancery_engine *engine, const text_report *report,
                                  arena *a, chancery_error *error)
{
    bool *chosen = arena_alloc(a, report->sentence_count, sizeof *chosen, error);
    if (!chosen)
        return error->status;
    chancery_status status = reading_scan(engine_parts(engine), report, a, chosen, error);
    for (size_t i = 0; !status && i < report->sentence_count; i++) {
        const text_sentence *s = &report->sentences[i];
        fputs(chosen[i] ? "+ " : "- ", stdout);
        print_form(slice_range(report->document.text, s->start, s->end));
        fputc('\n', stdout);
    }
    return status;
}

/** @param show 'c' clauses, 's' what the scan chooses, 0 words. @param engine NULL for words. */
static int parse_bytes(slice bytes, const char *path, int show, const chancery_engine *engine)
{
    arena a;
    text_report report;
    chancery_error error = {0};
    text_options how = {.name = slice_of(path), .verbatim = true};
    arena_init(&a, PARSE_CAP_BYTES);
    chancery_status status = text_report_read(bytes, &how, &a, &report, &error);
    if (!status && show == 'c')
        status = print_clauses(engine, &report, &a, &error);
    else if (!status && show == 's')
        status = print_scan(engine, &report, &a, &error);
    else if (!status)
        for (size_t i = 0; i < report.sentence_count; i++)
            print_sentence(report.document.text, &report, &report.sentences[i], i + 1);
    arena_clear(&a);
    error_at(&error, path, 0);
    return status ? cli_fail(&error) : CLI_OK;
}

static int parse_file(const char *path, int show, const char *data_dir)
{
    slice bytes;
    chancery_error error = {0};
    chancery_engine *engine = NULL;
    if (file_read(path, TEXT_MAX_BYTES, &bytes, &error) != CHANCERY_OK)
        return cli_fail(&error);
    if (show)
        engine = cli_engine(data_dir);
    int status = show && !engine ? CLI_FAILED : parse_bytes(bytes, path, show, engine);
    chancery_engine_close(engine);
    memory_free((void *)(uintptr_t)bytes.ptr);
    return status;
}

int command_parse(int argc, char **argv)
{
    cli_line line = {.usage = &usage, .argc = argc, .argv = argv};
    int show = 0;
    const char *data_dir = NULL;
    int option;
    while ((option = cli_next_option(&line)) != CLI_OPTION_NONE) {
        if (option == CLI_OPTION_BAD)
            return CLI_MISUSE;
        if (option == 'h') {
            cli_print_help(&usage);
            return CLI_OK;
        }
        show = option == 'c' || option == 's' ? option : show;
        data_dir = option == 'D' ? line.value : data_dir;
    }
    if (line.argument_count != 1)
        return cli_misuse("parse", "give one file, or '-' for standard input");
    return parse_file(argv[1], show, data_dir);
}
