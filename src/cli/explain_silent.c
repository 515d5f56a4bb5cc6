/* chancery explain --silent: which sentences of a report gave nothing, and why.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * The report is read again with a recorder, so what is said is what this program makes of it now,
 * also of a report of the archive that was read by another edition. */
#include "base/error.h"
#include "base/file.h"
#include "base/memory.h"
#include "cli/explain.h"
#include "cli/traced.h"

enum { MOST_REASONS = READING_REASON_COUNT + 12 };

typedef struct tally {
    struct {
        const char *name;
        slice words;
        size_t count;
    } items[MOST_REASONS]; /* [count] most frequent first */
    size_t count;
    size_t silent;
} tally;

static void count_reason(tally *all, const traced_silence *why)
{
    size_t i = 0;
    while (i < all->count && !slice_is(slice_of(all->items[i].name), why->name))
        i++;
    if (i == MOST_REASONS)
        return;
    if (i == all->count) {
        all->items[i].name = why->name;
        all->items[i].words = why->words;
        all->count++;
    }
    all->items[i].count++;
    all->silent++;
    for (; i > 0 && all->items[i].count > all->items[i - 1].count; i--) {
        __typeof__(all->items[0]) other = all->items[i];
        all->items[i] = all->items[i - 1];
        all->items[i - 1] = other;
    }
}

/* --- for people --- */

enum { INDENT_CELLS = 5 };

static look_flow begin_reason(const look *l)
{
    look_spaces(l, INDENT_CELLS);
    return look_flow_begin(l, INDENT_CELLS, INDENT_CELLS + 2, 0);
}

/** "“met”, consult/meet: only one side is known, where it takes two: “both men”" */
static void show_word(const look *l, const traced *t, const reading_try *try)
{
    look_flow f = begin_reason(l);
    explain_add_quoted(&f, show_words(t->reading, try->word));
    explain_add(&f, ", ");
    explain_add_slice(&f, try->frame->name);
    explain_add(&f, ": ");
    explain_add_slice(&f, reading_reason_words(try->reason));
    traced_show_unknown(&f, t, try);
    look_flow_end(&f);
}

static void show_reason(const look *l, const traced *t, const reading_traced_sentence *s,
                        const traced_silence *why)
{
    for (size_t i = s->first_try; why->try && i < s->first_try + s->try_count;)
        show_word(l, t, traced_best(t, s, i, &i));
    if (why->try)
        return;
    look_flow f = begin_reason(l);
    bool speaker = slice_is(slice_of(why->name), "speaker-unknown");
    span word = traced_word(s, why);
    if (word.end) {
        explain_add_quoted(&f, show_words(t->reading, word));
        explain_add(&f, ": ");
    }
    explain_add_slice(&f, why->words);
    if (speaker && s->speaker.end) {
        explain_add(&f, ": ");
        explain_add_quoted(&f, show_words(t->reading, s->speaker));
    }
    look_flow_end(&f);
}

static void show_sentence(const look *l, traced *t, size_t index, const traced_silence *why)
{
    const reading_traced_sentence *s = &t->trace.sentences.items[index];
    slice number = {"", 0};
    if (arena_printf(&t->arena, &number, NULL, "%3zu  ", index + 1) != CHANCERY_OK)
        number = SLICE("     ");
    look_text(l, LOOK_FAINT, number);
    look_flow f = look_flow_begin(l, number.len, INDENT_CELLS, 0);
    look_flow_text(&f, LOOK_PLAIN, show_words(t->reading, s->where));
    look_flow_end(&f);
    show_reason(l, t, s, why);
    fputc('\n', l->out);
}

static void show_summary(const look *l, const traced *t, const tally *all)
{
    size_t sentences = t->trace.sentences.count;
    fprintf(l->out, "%zu of %zu sentences %s no event, statement or relation\n", all->silent,
            sentences, all->silent == 1 ? "has" : "have");
    for (size_t i = 0; i < all->count; i++) {
        fprintf(l->out, "%3zu  ", all->items[i].count);
        look_flow f = look_flow_begin(l, INDENT_CELLS, INDENT_CELLS, 0);
        explain_add_slice(&f, all->items[i].words);
        look_flow_end(&f);
    }
}

static void show_title(const look *l, const chancery_document *d)
{
    if (d->title.len)
        look_wrapped(l, LOOK_STRONG, d->title, 0);
    look_flow f = look_flow_begin(l, 0, 0, 0);
    explain_add_slice(&f, d->name);
    explain_add(&f, d->published.len ? ", published " : ", undated");
    explain_add_slice(&f, d->published);
    look_flow_end(&f);
    fputc('\n', l->out);
}

static void show_all(traced *t)
{
    look l = look_open(stdout);
    tally all = {.count = 0};
    show_title(&l, &t->reading->document);
    for (size_t i = 0; i < t->trace.sentences.count; i++) {
        traced_silence why = traced_silence_of(t, i);
        if (!why.name)
            continue;
        count_reason(&all, &why);
        show_sentence(&l, t, i, &why);
    }
    show_summary(&l, t, &all);
}

/* --- for programs --- */

static void json_sentence(writer *w, const traced *t, size_t index, const traced_silence *why)
{
    const reading_traced_sentence *s = &t->trace.sentences.items[index];
    writer_element(w);
    writer_open(w, '{');
    writer_field_u64(w, SLICE("sentence"), index);
    traced_json_span(w, s->where);
    writer_field(w, SLICE("text"), show_words(t->reading, s->where));
    writer_field(w, SLICE("reason"), slice_of(why->name));
    span word = traced_word(s, why);
    if (word.end)
        writer_field(w, SLICE("word"), show_words(t->reading, word));
    if (why->try) {
        writer_field(w, SLICE("frame"), why->try->frame->name);
        traced_json_unknown(w, t, why->try);
    }
    traced_json_tries(w, t, index);
    writer_close(w, '}');
}

static chancery_status print_json(const traced *t, chancery_error *error)
{
    char buffer[WRITER_STREAM_BYTES];
    tally all = {.count = 0};
    writer w;
    writer_to_stream(&w, stdout, buffer, error);
    writer_open(&w, '{');
    writer_field(&w, SLICE("report"), t->reading->document.id);
    writer_field(&w, SLICE("name"), t->reading->document.name);
    writer_field(&w, SLICE("language"), t->reading->document.language);
    writer_key(&w, SLICE("silent"));
    writer_open(&w, '[');
    for (size_t i = 0; i < t->trace.sentences.count; i++) {
        traced_silence why = traced_silence_of(t, i);
        if (!why.name)
            continue;
        count_reason(&all, &why);
        json_sentence(&w, t, i, &why);
    }
    writer_close(&w, ']');
    writer_key(&w, SLICE("counts"));
    writer_open(&w, '{');
    for (size_t i = 0; i < all.count; i++)
        writer_field_u64(&w, slice_of(all.items[i].name), all.items[i].count);
    writer_close(&w, '}');
    writer_field_u64(&w, SLICE("sentences"), t->trace.sentences.count);
    writer_close(&w, '}');
    writer_byte(&w, '\n');
    return writer_finish(&w, NULL);
}

/* --- a report --- */

static int print(traced *t, cli_format format)
{
    chancery_error error = {0};
    const chancery_document *d = &t->reading->document;
    if (format == CLI_JSON)
        return print_json(t, &error) == CHANCERY_OK ? CLI_OK : cli_fail(&error);
    if (traced_is_foreign(t)) {
        look l = look_open(stdout);
        look_flow f = look_flow_begin(&l, 0, 0, 0);
        explain_add_slice(&f, d->name);
        explain_add(&f, ": in another language (");
        explain_add_slice(&f, d->language);
        explain_add(&f, "), so nothing of it is read");
        look_flow_end(&f);
    } else {
        show_all(t);
    }
    return CLI_OK;
}

static int of_file(cli_query *q, traced *t, slice *bytes)
{
    const char *path = q->arguments[0];
    const chancery_read_options how = {slice_of(path), q->published};
    if (file_read(path, TEXT_MAX_BYTES, bytes, &q->error) != CHANCERY_OK)
        return cli_fail(&q->error);
    q->engine = cli_reading_engine(q->data_dir);
    if (!q->engine)
        return CLI_FAILED;
    if (traced_open(t, q->engine, *bytes, &how, &q->error) == CHANCERY_OK)
        return print(t, q->format);
    error_at(&q->error, path, q->error.line);
    return cli_fail(&q->error);
}

static int of_archive(cli_query *q, traced *t)
{
    archive_line line;
    bool same = false;
    if (archive_resolve(q->archive, slice_of(q->arguments[0]), &q->arena, &line, &q->error) !=
        CHANCERY_OK)
        return cli_fail(&q->error);
    const chancery_reading *stored = query_reading(q, line.report);
    if (!stored)
        return CLI_FAILED;
    q->engine = cli_reading_engine(q->data_dir);
    if (!q->engine || cli_add_names(q->engine, &(cli_names){.count = 0}, q->archive) != CLI_OK)
        return CLI_FAILED;
    if (traced_open_stored(t, q->engine, &stored->document, &same, &q->error) != CHANCERY_OK)
        return cli_fail(&q->error);
    explanation x = {.q = q, .r = stored};
    if (!explain_same_edition(&x))
        cli_say("the archive's reading is of another edition; this is what the program finds now");
    return print(t, q->format);
}

int explain_silent(cli_query *q)
{
    traced t = {.reader = NULL};
    slice bytes = {0};
    int status = q->no_archive ? of_file(q, &t, &bytes) : of_archive(q, &t);
    traced_close(&t);
    memory_free((void *)(uintptr_t)bytes.ptr);
    return status;
}
