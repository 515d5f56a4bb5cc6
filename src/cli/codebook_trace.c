/* chancery codebook trace: what the codebook makes of a sentence, frame by frame.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * The sentence is read as a report; the recorder of the reading says which predicate words stand
 * in it, which frames were tried and what came of each. */
#include "cli/codebook_trace.h"

#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/file.h"
#include "base/memory.h"
#include "cli/cli.h"
#include "cli/options.h"
#include "cli/traced.h"

static const cli_option options[] = {
    {"published", "DATE", "day of the report, which other dates are counted from", 'p', 'p'},
    CLI_OPTION_FORMAT,
    CLI_OPTION_DATA,
    CLI_OPTION_HELP,
    CLI_OPTIONS_END,
};

static const cli_usage usage = {
    "codebook trace",
    "[OPTION]... SENTENCE|-",
    "Shows what the codebook makes of a sentence: its predicate words, each frame that "
    "was tried for them in order, who was found in its roles and where, and what came of "
    "it, or the first reason why nothing did. '-' reads standard input.",
    options,
    "Example: chancery codebook trace 'Norway recalled its ambassador from Chile.'",
};

static void show_sentence(const look *l, traced *t, size_t index)
{
    const reading_traced_sentence *s = &t->trace.sentences.items[index];
    const reading_try *tries = t->trace.tries.items;
    fputs(index ? "\n" : "", l->out);
    look_wrapped(l, LOOK_STRONG, show_words(t->reading, s->where), 0);
    for (size_t i = s->first_try, number = 0; i < s->first_try + s->try_count; i++) {
        if (i > s->first_try && traced_same(&tries[i], &tries[i - 1]))
            continue;
        number++;
        if (i == s->first_try || !traced_same_word(&tries[i], &tries[i - 1])) {
            number = 1;
            fputc('\n', l->out);
            look_text(l, LOOK_STRONG, show_words(t->reading, tries[i].word));
            fputs(tries[i].noun ? " (noun)\n" : "\n", l->out);
        }
        traced_show_try(l, t, &tries[i], number);
    }
    traced_silence why = traced_silence_of(t, index);
    if (s->try_count == 0)
        look_wrapped(l, LOOK_PLAIN, why.name ? why.words : SLICE("no frame of the codebook"), 2);
}

static void json_sentence(writer *w, const traced *t, size_t index)
{
    const reading_traced_sentence *s = &t->trace.sentences.items[index];
    traced_silence why = traced_silence_of(t, index);
    writer_element(w);
    writer_open(w, '{');
    writer_field(w, SLICE("text"), show_words(t->reading, s->where));
    traced_json_span(w, s->where);
    if (why.name)
        writer_field(w, SLICE("silent"), slice_of(why.name));
    traced_json_tries(w, t, index);
    writer_close(w, '}');
}

static chancery_status print_json(traced *t, chancery_error *error)
{
    char buffer[WRITER_STREAM_BYTES];
    writer w;
    writer_to_stream(&w, stdout, buffer, error);
    writer_open(&w, '{');
    writer_key(&w, SLICE("sentences"));
    writer_open(&w, '[');
    for (size_t i = 0; i < t->trace.sentences.count; i++)
        json_sentence(&w, t, i);
    writer_close(&w, ']');
    writer_close(&w, '}');
    writer_byte(&w, '\n');
    return writer_finish(&w, NULL);
}

static int trace_text(const chancery_engine *engine, slice text, slice published, cli_format format)
{
    traced t;
    chancery_error error = {0};
    const chancery_read_options how = {SLICE("-"), published};
    chancery_status status = traced_open(&t, engine, text, &how, &error);
    look l = look_open(stdout);
    int code = CLI_OK;
    if (!status && format == CLI_JSON)
        status = print_json(&t, &error);
    else if (!status && traced_is_foreign(&t))
        code = CLI_FAILED;
    else
        for (size_t i = 0; !status && i < t.trace.sentences.count; i++)
            show_sentence(&l, &t, i);
    if (code)
        cli_say("the sentence is in another language (%.*s); only English is read",
                SLICE_ARGS(t.reading->document.language));
    traced_close(&t);
    error_at(&error, "-", error.line);
    return status ? cli_fail(&error) : code;
}

/** The sentence: an argument, or all of standard input. @param bytes to be freed. */
static int take_text(char **arguments, size_t count, slice *text, slice *bytes)
{
    chancery_error error = {0};
    if (count != 1)
        return cli_misuse("codebook trace", count ? "give one sentence, in quotation marks"
                                                  : "give a sentence, or '-' for standard input");
    *text = slice_of(arguments[0]);
    if (strcmp(arguments[0], "-") != 0)
        return slice_trim(*text).len ? CLI_OK
                                     : cli_misuse("codebook trace", "the sentence is empty");
    if (file_read("-", TEXT_MAX_BYTES, bytes, &error) != CHANCERY_OK)
        return cli_fail(&error);
    *text = *bytes;
    return CLI_OK;
}

static int take_option(int option, const char *value, cli_format *format, const char **data_dir,
                       slice *published)
{
    int year, month, day;
    if (option == 'D')
        *data_dir = value;
    if (option == 'p' && !text_iso_date(slice_of(value), &year, &month, &day))
        return cli_misuse("codebook trace", "'%s' is no date; give 2024, 2024-06 or 2024-06-19",
                          value);
    if (option == 'p')
        *published = slice_of(value);
    if (option == 'f' && strcmp(value, "text") != 0 && strcmp(value, "json") != 0)
        return cli_misuse("codebook trace", "--format is text or json, not '%s'", value);
    if (option == 'f')
        *format = strcmp(value, "json") == 0 ? CLI_JSON : CLI_TEXT;
    return option == CLI_OPTION_BAD ? CLI_MISUSE : CLI_OK;
}

int command_codebook_trace(int argc, char **argv)
{
    cli_line line = {.usage = &usage, .argc = argc, .argv = argv};
    cli_format format = CLI_TEXT;
    const char *data_dir = NULL;
    slice published = {0}, text = {0}, bytes = {0};
    int option, status = CLI_OK;
    while (!status && (option = cli_next_option(&line)) != CLI_OPTION_NONE) {
        if (option == 'h') {
            cli_print_help(&usage);
            return CLI_OK;
        }
        status = take_option(option, line.value, &format, &data_dir, &published);
    }
    if (!status)
        status = take_text(argv + 1, line.argument_count, &text, &bytes);
    chancery_engine *engine = status ? NULL : cli_reading_engine(data_dir);
    chancery_engine_silence_judge(engine);
    if (!status)
        status = engine ? trace_text(engine, text, published, format) : CLI_FAILED;
    chancery_engine_close(engine);
    memory_free((void *)(uintptr_t)bytes.ptr);
    return status;
}
