/* chancery parse: every letter of a text as CoNLL-U, sentence by sentence.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * ID and FORM are given; the other columns are "_" until a trained parser fills them. Pieces that
 * are written together as one word ("do" + "n't") stand as words of their own with SpaceAfter=No.
 */
#include <getopt.h>
#include <string.h>

#include "base/error.h"
#include "base/file.h"
#include "base/memory.h"
#include "cli/cli.h"
#include "syntax/print.h"
#include "text/text.h"

enum { PARSE_CAP_BYTES = INT32_MAX };

static const char help[] =
    "Usage: chancery parse [--clauses] FILE\n\n"
    "Prints the sentences and words of a text as CoNLL-U (ID and FORM). Nothing is left out and\n"
    "no language refused. '-' is standard input.\n\n"
    "      --clauses       for looking into a reading: tags, phrases and clauses instead\n"
    "      --data FOLDER   model from this folder\n"
    "  -h, --help          this text\n\n"
    "Example: chancery parse report.txt\n";

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

static chancery_status print_clauses(const text_report *report, const char *data_dir, arena *a,
                                     chancery_error *error)
{
    chancery_engine *engine = cli_engine(data_dir);
    if (!engine)
        return error_set(error, CHANCERY_E_NOT_FOUND, "no model to parse with");
    chancery_status status = CHANCERY_OK;
    for (size_t i = 0; !status && i < report->sentence_count; i++) {
        syntax_sentence parsed;
        status = syntax_parse(engine_parts(engine)->model, report->document.text, report,
                              &report->sentences[i], NULL, a, &parsed, error);
        if (!status)
            syntax_print(stdout, report->document.text, &parsed);
    }
    chancery_engine_close(engine);
    return status;
}

static int parse_bytes(slice bytes, const char *path, bool clauses, const char *data_dir)
{
    arena a;
    text_report report;
    chancery_error error = {0};
    text_options options = {.name = slice_of(path), .verbatim = true};
    arena_init(&a, PARSE_CAP_BYTES);
    chancery_status status = text_report_read(bytes, &options, &a, &report, &error);
    if (!status && clauses)
        status = print_clauses(&report, data_dir, &a, &error);
    else if (!status)
        for (size_t i = 0; i < report.sentence_count; i++)
            print_sentence(report.document.text, &report, &report.sentences[i], i + 1);
    arena_clear(&a);
    error_at(&error, path, 0);
    return status ? cli_fail(&error) : CLI_OK;
}

int command_parse(int argc, char **argv)
{
    static const struct option options[] = {{"clauses", no_argument, NULL, 'c'},
                                            {"data", required_argument, NULL, 'D'},
                                            {"help", no_argument, NULL, 'h'},
                                            {0}};
    int option;
    bool clauses = false;
    const char *data_dir = NULL;
    opterr = 0;
    while ((option = getopt_long(argc, argv, "h", options, NULL)) != -1) {
        if (option == 'h') {
            fputs(help, stdout);
            return CLI_OK;
        }
        if (option == 'c')
            clauses = true;
        else if (option == 'D')
            data_dir = optarg;
        else
            return cli_misuse("parse", "unknown or incomplete option '%s'", argv[optind - 1]);
    }
    if (argc - optind != 1)
        return cli_misuse("parse", "give one file, or '-' for standard input");
    slice bytes;
    chancery_error error = {0};
    if (file_read(argv[optind], TEXT_MAX_BYTES, &bytes, &error) != CHANCERY_OK)
        return cli_fail(&error);
    int status = parse_bytes(bytes, argv[optind], clauses, data_dir);
    memory_free((void *)(uintptr_t)bytes.ptr);
    return status;
}
