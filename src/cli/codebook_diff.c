/* chancery codebook diff: two codebooks frame by frame, and what comes of reports with each.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * A side is a whole codebook (a folder with 00-types.txt), frames of one's own over ours, or "-",
 * ours as it is. Reports are read with both sides one after the other; an event of one side that
 * the other tells of the same sentence in other words is a change. */
#include <string.h>

#include "base/file.h"
#include "base/memory.h"
#include "cli/codebook.h"
#include "cli/paths.h"
#include "text/text.h"

enum { DIFF_MAX_REPORT_BYTES = 64 << 20 };

typedef struct diff_side {
    chancery_engine *engine;
    const codebook *book;
    chancery_reader *reader;
} diff_side;

typedef struct diff_job {
    const codebook_command *c;
    diff_side old, new;
    arena arena;
    size_t added, gone, changed;
} diff_job;

static int open_side(diff_job *j, const char *path, diff_side *side)
{
    cli_codebook book;
    chancery_error error = {0};
    side->engine = codebook_command_engine(j->c, j->c->on_count > 0);
    if (!side->engine)
        return CLI_FAILED;
    int status = CLI_OK;
    if (strcmp(path, "-") != 0) {
        status = cli_load_codebook(path, &j->arena, &book);
        if (!status)
            status = cli_add_codebook(side->engine, &book);
    }
    side->book = engine_parts(side->engine)->codebook;
    if (!status && j->c->on_count &&
        chancery_reader_new(side->engine, &side->reader, &error) != CHANCERY_OK)
        status = cli_fail(&error);
    return status;
}

/* ---- frames ---- */

/** Index of the frame of that name, or the count. `hint` is where it probably stands. */
static size_t find_frame(const codebook *book, slice name, size_t hint)
{
    size_t count = codebook_frame_count(book);
    for (size_t i = 0; i < count; i++) {
        size_t at = (hint + i) % count;
        if (slice_equal(codebook_frame_at(book, at, NULL, NULL)->name, name))
            return at;
    }
    return count;
}

static slice block_of(const codebook *book, size_t frame)
{
    size_t source;
    uint64_t line;
    (void)codebook_frame_at(book, frame, &source, &line);
    return codebook_block(codebook_source_at(book, source).text, line);
}

static bool has_line(slice block, slice wanted)
{
    slice line;
    while (slice_next(&block, '\n', &line))
        if (slice_equal(slice_trim(line), wanted))
            return true;
    return false;
}

/** Lines of the first block that the second lacks. @return how many; prints them where asked. */
static size_t lacking(slice from, slice other, char sign, bool print)
{
    slice line;
    size_t count = 0;
    while (slice_next(&from, '\n', &line)) {
        line = slice_trim(line);
        if (line.len == 0 || line.ptr[0] == '#' || has_line(other, line))
            continue;
        if (print)
            printf("  %c %.*s\n", sign, SLICE_ARGS(line));
        count++;
    }
    return count;
}

static void print_head(diff_job *j, const char *what, const codebook *book, size_t frame)
{
    slice place = codebook_command_place(book, frame, &j->arena);
    printf("%-8s %.*s  %.*s\n", what, SLICE_ARGS(codebook_frame_at(book, frame, NULL, NULL)->name),
           SLICE_ARGS(place));
}

static void compare_frame(diff_job *j, size_t old, size_t new)
{
    slice before = block_of(j->old.book, old), after = block_of(j->new.book, new);
    if (lacking(before, after, '-', false) + lacking(after, before, '+', false) == 0)
        return;
    j->changed++;
    print_head(j, "changed", j->new.book, new);
    (void)lacking(before, after, '-', true);
    (void)lacking(after, before, '+', true);
}

static void compare_frames(diff_job *j)
{
    size_t before = codebook_frame_count(j->old.book), after = codebook_frame_count(j->new.book);
    for (size_t i = 0; i < before; i++) {
        slice name = codebook_frame_at(j->old.book, i, NULL, NULL)->name;
        size_t there = find_frame(j->new.book, name, i);
        if (there < after) {
            compare_frame(j, i, there);
            continue;
        }
        j->gone++;
        print_head(j, "gone", j->old.book, i);
    }
    for (size_t i = 0; i < after; i++) {
        slice name = codebook_frame_at(j->new.book, i, NULL, NULL)->name;
        if (find_frame(j->old.book, name, i) < before)
            continue;
        j->added++;
        print_head(j, "added", j->new.book, i);
    }
    printf("frames: %zu added, %zu gone, %zu changed\n", j->added, j->gone, j->changed);
}

/* ---- reports ---- */

static slice codes_of(diff_job *j, const chancery_role *roles, size_t count)
{
    slice text = SLICE("");
    for (size_t i = 0; i < count; i++)
        if (arena_printf(&j->arena, &text, NULL, "%.*s%s%.*s", SLICE_ARGS(text), i ? "," : "",
                         SLICE_ARGS(roles[i].code)) != CHANCERY_OK)
            break;
    return text;
}

/** "CONSULT/visit NOR > CHL occurred 2024-05-03 by consult/visit" */
static slice describe(diff_job *j, const chancery_event *e)
{
    slice text = SLICE("");
    slice actors = codes_of(j, e->actors, e->actor_count);
    slice recipients = codes_of(j, e->recipients, e->recipient_count);
    slice status = reading_status_name(e->status);
    if (arena_printf(&j->arena, &text, NULL, "%.*s%s%.*s %.*s > %.*s %.*s %.*s by %.*s",
                     SLICE_ARGS(e->event), e->mode.len ? "/" : "", SLICE_ARGS(e->mode),
                     SLICE_ARGS(actors), SLICE_ARGS(recipients), SLICE_ARGS(status),
                     SLICE_ARGS(e->date), SLICE_ARGS(e->frame)) != CHANCERY_OK)
        text = SLICE("");
    return text;
}

/** The first event of a list that isn't used up and is told the same (or, where `text` is empty, of
 * the same sentence); the count where there is none. */
static size_t find_event(const chancery_reading *r, const slice *texts, const bool *used,
                         slice text, uint32_t sentence)
{
    size_t i = 0;
    while (i < r->event_count && (used[i] || r->events[i].sentence != sentence ||
                                  (text.len && !slice_equal(texts[i], text))))
        i++;
    return i;
}

typedef struct diff_events {
    const chancery_reading *reading;
    slice *texts; /* [event_count] */
    bool *used;   /* [event_count] */
} diff_events;

static bool take_events(diff_job *j, const chancery_reading *r, diff_events *out)
{
    *out = (diff_events){r, arena_alloc(&j->arena, r->event_count, sizeof *out->texts, NULL),
                         arena_alloc(&j->arena, r->event_count, sizeof *out->used, NULL)};
    if (!out->texts || !out->used)
        return false;
    for (size_t i = 0; i < r->event_count; i++)
        out->texts[i] = describe(j, &r->events[i]);
    return true;
}

static void print_event(const diff_events *side, size_t index, const char *sign)
{
    if (index < side->reading->event_count)
        printf("  %s %.*s\n", sign, SLICE_ARGS(side->texts[index]));
}

static void print_sentence(const diff_events *side, uint32_t sentence)
{
    const chancery_document *d = &side->reading->document;
    if (sentence >= d->sentence_count)
        return;
    chancery_span s = d->sentences[sentence];
    slice text = slice_range(d->text, s.start, s.end);
    printf("%.*s: %.*s\n", SLICE_ARGS(d->name), SLICE_ARGS(text));
}

/** Events of one sentence that differ. @return how many pairs. */
static size_t compare_events(const diff_events *old, const diff_events *new)
{
    size_t count = 0;
    for (size_t i = 0; i < old->reading->event_count; i++) {
        uint32_t sentence = old->reading->events[i].sentence;
        size_t same = find_event(new->reading, new->texts, new->used, old->texts[i], sentence);
        if (same < new->reading->event_count)
            old->used[i] = new->used[same] = true;
    }
    for (size_t i = 0; i < old->reading->event_count; i++) {
        uint32_t sentence = old->reading->events[i].sentence;
        if (old->used[i])
            continue;
        size_t other = find_event(new->reading, new->texts, new->used, (slice){0}, sentence);
        print_sentence(old, sentence);
        print_event(old, i, "-");
        print_event(new, other, "+");
        if (other < new->reading->event_count)
            new->used[other] = true;
        count++;
    }
    for (size_t i = 0; i < new->reading->event_count; i++) {
        if (new->used[i])
            continue;
        print_sentence(new, new->reading->events[i].sentence);
        print_event(new, i, "+");
        count++;
    }
    return count;
}

static int read_both(diff_job *j, const char *path, size_t *differences)
{
    chancery_error error = {0};
    const chancery_read_options how = {.name = slice_of(path)};
    const chancery_reading *old = NULL, *new = NULL;
    diff_events before, after;
    slice bytes = {0};
    int status = CLI_OK;
    if (file_read(path, DIFF_MAX_REPORT_BYTES, &bytes, &error) != CHANCERY_OK ||
        chancery_read(j->old.reader, bytes.ptr, bytes.len, &how, &old, &error) != CHANCERY_OK ||
        chancery_read(j->new.reader, bytes.ptr, bytes.len, &how, &new, &error) != CHANCERY_OK)
        status = cli_fail(&error);
    else if (!take_events(j, old, &before) || !take_events(j, new, &after))
        status = CLI_FAILED;
    else
        *differences += compare_events(&before, &after);
    memory_free((void *)(uintptr_t)bytes.ptr);
    arena_reset(&j->arena);
    return status;
}

static int compare_reports(diff_job *j)
{
    cli_paths paths = {0};
    arena names;
    size_t absent = 0, differences = 0;
    int status = CLI_OK;
    arena_init(&names, CODEBOOK_COMMAND_ARENA_BYTES);
    for (size_t i = 0; i < j->c->on_count; i++)
        absent += cli_paths_add(&paths, j->c->on[i], &names);
    for (size_t i = 0; i < paths.count; i++)
        if (read_both(j, paths.items[i], &differences))
            status = CLI_FAILED;
    printf("events: %zu differ in %zu reports\n", differences, paths.count);
    arena_clear(&names);
    return absent ? CLI_FAILED : status;
}

int codebook_command_diff(const codebook_command *c)
{
    if (c->argument_count != 2)
        return cli_misuse("codebook", "name two codebooks ('-' is ours): codebook diff - mine.txt");
    diff_job j = {.c = c};
    arena_init(&j.arena, CODEBOOK_COMMAND_ARENA_BYTES);
    int status = open_side(&j, c->arguments[0], &j.old);
    if (!status)
        status = open_side(&j, c->arguments[1], &j.new);
    if (!status)
        compare_frames(&j);
    if (!status && c->on_count)
        status = compare_reports(&j);
    chancery_reader_free(j.old.reader);
    chancery_reader_free(j.new.reader);
    chancery_engine_close(j.old.engine);
    chancery_engine_close(j.new.engine);
    arena_clear(&j.arena);
    return status;
}
