/* chancery read: reports in, readings out or into an archive.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * Workers read and write JSON; the main thread prints and stores in the order of the input, so that
 * the output does not depend on the number of threads. A report that can't be read, or that the
 * archive refuses, is named on stderr and the others go on. Whatever ends the work early, what is
 * read by then is kept, and said. */
#include <pthread.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/error.h"
#include "base/file.h"
#include "base/memory.h"
#include "base/number.h"
#include "base/pool.h"
#include "cli/cli.h"
#include "cli/interrupt.h"
#include "cli/options.h"
#include "cli/paths.h"
#include "cli/progress.h"
#include "cli/show.h"
#include "export/export.h"
#include "text/text.h"

enum {
    READ_MAX_WORKERS = 256,
    READ_STORE_BATCH = 256, /* reports in one transaction */
    READ_PATHS_CAP_BYTES = 1 << 30,
    READ_JSON_CAP_BYTES = 1 << 30,
    READ_STREAM_BYTES = 256 << 10, /* longer texts are printed as they are written */
};

static const cli_option options[] = {
    {"archive", "FILE", "keep the readings in this archive (else in $CHANCERY_ARCHIVE)", 'a', 'a'},
    {"format", "FORMAT", "print them: text, for people, or json, one object a line", 'f', 'f'},
    {"jobs", "N", "read on N threads (default: one a processor)", 'j', 'j'},
    {"published", "DATE",
     "when all these reports were published, such as 2024-06-19; without it the date line of each"
     " counts",
     'p', 'p'},
    CLI_OPTION_KB,
    CLI_OPTION_CODEBOOK,
    CLI_OPTION_NO_JUDGE,
    CLI_OPTION_DATA,
    CLI_OPTION_HELP,
    CLI_OPTIONS_END,
};

static const cli_usage usage = {
    "read",
    "[OPTION]... PATH...",
    "Reads reports, which are plain text in English: files, all .txt files of folders and "
    "of the folders in them, or standard input as '-'. Without an archive it prints what "
    "they say; with one it keeps that, and prints it only where --format is given.",
    options,
    "Examples: chancery read report.txt\n"
    "          chancery read --archive my.db REPORTS/\n"
    "Exit status: 0; 1 where a report could not be read or kept; 2 for misuse.",
};

typedef struct read_slot {
    struct read_slot *next;
    chancery_reader *reader;
    const chancery_reading *reading;
    arena json_arena;
    slice json;
    slice bytes;
    chancery_status status;
    chancery_error error;
} read_slot;

typedef struct read_job {
    const char *archive_path;
    const char *data_dir;
    cli_names names;
    const char *published;
    bool json;
    bool print;
    size_t workers;
    cli_paths paths;
    const chancery_engine *engine;
    chancery_archive *archive;
    pthread_mutex_t lock;
    read_slot *free_slots;
    size_t in_batch;                     /* reports in the open transaction */
    size_t batch_changed;                /* of them new or changed */
    size_t kept, changed;                /* in transactions that are committed */
    size_t failed;                       /* of the paths */
    size_t absent;                       /* paths that lead to no report */
    size_t events, statements, findings; /* in the reports that are kept */
    cli_progress progress;
    cli_interrupt interrupt;
    chancery_error error; /* of the archive: stops everything */
    bool interrupted;
} read_job;

static read_slot *take_slot(read_job *job)
{
    pthread_mutex_lock(&job->lock);
    read_slot *slot = job->free_slots;
    if (slot)
        job->free_slots = slot->next;
    pthread_mutex_unlock(&job->lock);
    if (slot)
        return slot;
    slot = memory_alloc(1, sizeof *slot);
    if (slot)
        arena_init(&slot->json_arena, READ_JSON_CAP_BYTES);
    return slot;
}

static void give_slot(read_job *job, read_slot *slot)
{
    memory_free((void *)(uintptr_t)slot->bytes.ptr);
    slot->bytes = (slice){0};
    pthread_mutex_lock(&job->lock);
    slot->next = job->free_slots;
    job->free_slots = slot;
    pthread_mutex_unlock(&job->lock);
}

static void free_slots(read_job *job)
{
    while (job->free_slots) {
        read_slot *slot = job->free_slots;
        job->free_slots = slot->next;
        chancery_reader_free(slot->reader);
        arena_clear(&slot->json_arena);
        memory_free(slot);
    }
}

static chancery_status read_one(read_job *job, read_slot *slot, const char *path)
{
    chancery_read_options how = {slice_of(path), slice_of(job->published)};
    arena_reset(&slot->json_arena);
    slot->json = (slice){0};
    chancery_status status = CHANCERY_OK;
    if (!slot->reader)
        status = chancery_reader_new(job->engine, &slot->reader, &slot->error);
    if (!status)
        status = file_read(path, TEXT_MAX_BYTES, &slot->bytes, &slot->error);
    if (!status)
        status = chancery_read(slot->reader, slot->bytes.ptr, slot->bytes.len, &how, &slot->reading,
                               &slot->error);
    bool large = !status && slot->reading->document.text.len > READ_STREAM_BYTES;
    if (!status && job->print && job->json && !large)
        status = export_json(slot->reading, &slot->json_arena, &slot->json, &slot->error);
    return status;
}

static void *run_job(void *context, size_t worker, size_t index)
{
    (void)worker;
    read_job *job = context;
    read_slot *slot = take_slot(job);
    if (slot) {
        slot->error = (chancery_error){0};
        slot->status = read_one(job, slot, job->paths.items[index]);
    }
    return slot;
}

/** Commits the open transaction. @return false where the archive failed. */
static bool commit(read_job *job)
{
    if (job->in_batch == 0)
        return true;
    bool kept = archive_commit(job->archive, &job->error) == CHANCERY_OK;
    job->kept += kept ? job->in_batch : 0;
    job->changed += kept ? job->batch_changed : 0;
    job->in_batch = job->batch_changed = 0;
    return kept;
}

static void report_failure(read_job *job, size_t index, chancery_error *error)
{
    cli_progress_end(&job->progress);
    if (!error->where[0])
        error_at(error, index < job->paths.count ? job->paths.items[index] : NULL, 0);
    cli_fail(error);
    job->failed++;
}

/** What archive_store refuses for the report's own sake: the transaction is as it was. */
static bool refuses_report(chancery_status status)
{
    return status == CHANCERY_E_MISUSE || status == CHANCERY_E_LIMIT || status == CHANCERY_E_FORMAT;
}

/** Stores a reading; a batch of them makes a transaction. @return false where the archive failed.
 */
static bool store(read_job *job, size_t index, const chancery_reading *reading)
{
    bool changed = false;
    chancery_error error = {0};
    if (job->in_batch == 0 && archive_begin(job->archive, &job->error) != CHANCERY_OK)
        return false;
    chancery_status status = archive_store(job->archive, reading, &changed, &error);
    if (refuses_report(status)) {
        error.status = CHANCERY_E_FORMAT;
        error.where[0] = '\0'; /* the report is to blame, not the archive */
        report_failure(job, index, &error);
        if (job->in_batch == 0)
            archive_rollback(job->archive);
        return true;
    }
    if (status) {
        job->error = error;
        archive_rollback(job->archive);
        job->in_batch = job->batch_changed = 0;
        return false;
    }
    job->batch_changed += changed;
    job->events += reading->event_count;
    job->statements += reading->statement_count;
    job->findings += reading->finding_count;
    return ++job->in_batch < READ_STORE_BATCH || commit(job);
}

static void note_language(read_job *job, const chancery_reading *reading)
{
    slice language = reading->document.language;
    if (language.len == 0 || slice_is(language, "en"))
        return;
    cli_progress_end(&job->progress);
    cli_say("%.*s: in another language (%.*s), so %s; only English is read",
            SLICE_ARGS(reading->document.name), SLICE_ARGS(language),
            job->archive ? "only its text is kept" : "nothing is found in it");
}

static void print_reading(const read_job *job, const read_slot *slot, size_t index)
{
    if (job->json) {
        chancery_error error; /* that of the stream, which the end of the command tells */
        if (slot->json.ptr)
            fwrite(slot->json.ptr, 1, slot->json.len, stdout);
        else if (export_json_stream(slot->reading, stdout, &error))
            return;
        fputc('\n', stdout);
        return;
    }
    if (index)
        fputs("\n\n", stdout);
    show_reading(stdout, slot->reading, job->archive != NULL);
}

/** Takes a report that was read. @return false where nothing more can be done. */
static bool take_reading(read_job *job, const read_slot *slot, size_t index)
{
    note_language(job, slot->reading);
    if (job->print && !ferror(stdout))
        print_reading(job, slot, index);
    if (job->archive)
        return store(job, index, slot->reading);
    return !ferror(stdout);
}

static bool finish_job(void *context, size_t index, void *result)
{
    read_job *job = context;
    read_slot *slot = result;
    bool go_on = true;
    if (!slot) {
        error_set(&job->error, CHANCERY_E_MEMORY,
                  "no memory to read on; try fewer threads with -j 1");
        return false;
    }
    if (slot->status)
        report_failure(job, index, &slot->error);
    else
        go_on = take_reading(job, slot, index);
    give_slot(job, slot);
    cli_progress_step(&job->progress, index + 1, job->failed);
    job->interrupted = cli_interrupted(&job->interrupt);
    return go_on && !job->interrupted;
}

static void drop_job(void *context, void *result)
{
    if (result)
        give_slot(context, result);
}

static void say_count(size_t count, const char *one, const char *many)
{
    fprintf(stderr, "%zu %s", count, count == 1 ? one : many);
}

/** What is kept now, and what stands in it. */
static void summarise_archive(const read_job *job)
{
    say_count(job->kept, "report", "reports");
    fprintf(stderr, " read into %s", job->archive_path);
    if (job->kept && job->changed == 0)
        fputs(", which had the same already.\n", stderr);
    else
        fprintf(stderr, ", %zu of them new or changed.\n", job->changed);
    if (job->kept == 0)
        return;
    fputs("In them: ", stderr);
    say_count(job->events, "event", "events");
    fputs(", ", stderr);
    say_count(job->statements, "statement", "statements");
    fputs(", ", stderr);
    say_count(job->findings, "finding", "findings");
    fputs(".\n", stderr);
    if (!job->failed && isatty(STDERR_FILENO))
        fprintf(stderr, "Next: chancery timeline --archive %s STATE [STATE]\n", job->archive_path);
}

/** Says what is kept of a job that ended before its end. */
static void summarise_rest(const read_job *job)
{
    if (job->archive)
        fprintf(stderr,
                "%zu of %zu reports are kept in %s, which is sound.\n"
                "The same command reads the rest.\n",
                job->kept, job->paths.count, job->archive_path);
}

static int summarise(const read_job *job)
{
    size_t failed = job->failed + job->absent;
    if (job->interrupted)
        summarise_rest(job);
    else if (job->archive)
        summarise_archive(job);
    if (failed && job->paths.count + job->absent > 1)
        cli_say("%zu of %zu could not be read%s", failed, job->paths.count + job->absent,
                job->archive ? " or kept" : "");
    return failed || job->interrupted ? CLI_FAILED : CLI_OK;
}

static int run_all(read_job *job)
{
    chancery_error error = {0};
    pool_work work = {job, job->paths.count, run_job, finish_job, drop_job};
    pthread_mutex_init(&job->lock, NULL);
    if (job->archive) {
        signal(SIGPIPE, SIG_IGN); /* who reads the output may go; the archive is still wanted */
        cli_interrupt_begin(&job->interrupt);
    }
    cli_progress_start(&job->progress, job->paths.count, job->print);
    chancery_status status = pool_run(&work, job->workers, &error);
    cli_progress_end(&job->progress);
    if (!job->error.status && job->archive)
        (void)commit(job);
    free_slots(job);
    pthread_mutex_destroy(&job->lock);
    if (!job->error.status && status && status != CHANCERY_E_CANCELLED)
        job->error = error;
    if (!job->error.status)
        return summarise(job);
    cli_fail(&job->error);
    summarise_rest(job);
    return CLI_FAILED;
}

static int open_and_run(read_job *job)
{
    chancery_error error = {0};
    chancery_engine *engine = cli_reading_engine(job->data_dir);
    if (!engine)
        return CLI_FAILED;
    job->engine = engine;
    int status = CLI_OK;
    if (job->archive_path &&
        archive_open(job->archive_path, ARCHIVE_WRITE, &job->archive, &error) != CHANCERY_OK)
        status = cli_fail(&error);
    else
        status = cli_add_names(engine, &job->names, job->archive);
    if (!status)
        status = run_all(job);
    archive_close(job->archive);
    chancery_engine_close(engine);
    cli_interrupt_end(&job->interrupt);
    return status;
}

static int read_number(const char *text, size_t *out)
{
    uint64_t value = 0;
    if (!number_parse_u64(slice_of(text), &value) || value < 1 || value > READ_MAX_WORKERS)
        return cli_misuse("read", "--jobs takes a number from 1 to %d, not '%s'", READ_MAX_WORKERS,
                          text);
    *out = (size_t)value;
    return CLI_OK;
}

static int read_format(read_job *job, const char *format)
{
    job->json = strcmp(format, "json") == 0;
    if (!job->json && strcmp(format, "text") != 0)
        return cli_misuse("read", "--format is text or json, not '%s'", format);
    job->print = true;
    return CLI_OK;
}

static int read_published(read_job *job, const char *date)
{
    int year, month, day;
    if (!text_iso_date(slice_of(date), &year, &month, &day))
        return cli_misuse("read", "--published takes a date like 2024-06-19, not '%s'", date);
    job->published = date;
    return CLI_OK;
}

static int read_archive(read_job *job, const char *path)
{
    if (!*path)
        return cli_misuse("read", "--archive needs the name of a file");
    job->archive_path = path;
    return CLI_OK;
}

static int take_option(read_job *job, int option, const char *value)
{
    switch (option) {
    case 'a':
        return read_archive(job, value);
    case 'f':
        return read_format(job, value);
    case 'j':
        return read_number(value, &job->workers);
    case 'p':
        return read_published(job, value);
    case 'D':
        job->data_dir = value;
        return CLI_OK;
    case 'J':
        job->names.no_judge = true;
        return CLI_OK;
    case 'K':
        return cli_note_names(&job->names, "read", value);
    case 'B':
        return cli_note_codebook(&job->names, "read", value);
    default:
        return CLI_MISUSE;
    }
}

/** @param help set where --help was asked for, and printed. */
static int take_options(read_job *job, cli_line *line, bool *help)
{
    int option, status = CLI_OK;
    while (!status && (option = cli_next_option(line)) != CLI_OPTION_NONE) {
        *help = option == 'h';
        if (*help) {
            cli_print_help(&usage);
            return CLI_OK;
        }
        status = option == CLI_OPTION_BAD ? CLI_MISUSE : take_option(job, option, line->value);
    }
    size_t inputs = 0;
    for (size_t i = 1; i <= line->argument_count; i++)
        inputs += strcmp(line->argv[i], "-") == 0;
    if (!status && line->argument_count == 0)
        status =
            cli_misuse("read", "no report named; give files, folders, or '-' for standard input");
    if (!status && inputs > 1)
        status = cli_misuse("read", "'-' stands %zu times; standard input can be read once only",
                            inputs);
    return status;
}

int command_read(int argc, char **argv)
{
    read_job job = {.workers = pool_processor_count()};
    cli_line line = {.usage = &usage, .argc = argc, .argv = argv};
    bool help = false;
    int status = take_options(&job, &line, &help);
    if (status || help)
        return status;
    const char *named = getenv("CHANCERY_ARCHIVE");
    if (!job.archive_path && named && named[0])
        job.archive_path = named;
    job.print = job.print || !job.archive_path;
    arena paths;
    arena_init(&paths, READ_PATHS_CAP_BYTES);
    for (size_t i = 1; i <= line.argument_count; i++)
        job.absent += cli_paths_add(&job.paths, argv[i], &paths);
    status = job.paths.count ? open_and_run(&job) : CLI_FAILED;
    arena_clear(&paths);
    return status;
}
