/* chancery read: reports in, readings out or into an archive.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * Workers read and write JSON; the main thread prints and stores in the order of the input, so that
 * the output does not depend on the number of threads. A report that can't be read is named on
 * stderr and the others go on. */
#include <getopt.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/file.h"
#include "base/memory.h"
#include "base/number.h"
#include "base/pool.h"
#include "cli/cli.h"
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
};

static const char help[] =
    "Usage: chancery read [OPTION]... PATH...\n\n"
    "Reads reports: files, all .txt files of folders, or standard input as '-'.\n"
    "Without an archive the readings are printed; with one they are stored.\n\n"
    "  -a, --archive FILE     store the readings in this archive (or $CHANCERY_ARCHIVE)\n"
    "  -f, --format FORMAT    text (for people) or json (one object a line)\n"
    "  -j, --jobs N           read on N threads (default: one a processor)\n"
    "  -p, --published DATE   date of publication, for reports that give none: 2024-06-19\n"
    "      --data FOLDER      knowledge base, codebook and model from this folder\n"
    "  -h, --help             this text\n\n"
    "Example: chancery read --archive my.db reports/\n"
    "Exit status: 0; 1 where a report could not be read; 2 for misuse.\n";

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
    const char *published;
    bool json;
    bool print;
    size_t workers;
    cli_paths paths;
    const chancery_engine *engine;
    chancery_archive *archive;
    pthread_mutex_t lock;
    read_slot *free_slots;
    size_t in_batch;
    size_t failed, changed, other_language;
    cli_progress progress;
    chancery_error error; /* of the archive: stops everything */
    bool stopped;
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
    chancery_read_options options = {slice_of(path), slice_of(job->published)};
    arena_reset(&slot->json_arena);
    slot->json = (slice){0};
    chancery_status status = CHANCERY_OK;
    if (!slot->reader)
        status = chancery_reader_new(job->engine, &slot->reader, &slot->error);
    if (!status)
        status = file_read(path, TEXT_MAX_BYTES, &slot->bytes, &slot->error);
    if (!status)
        status = chancery_read(slot->reader, slot->bytes.ptr, slot->bytes.len, &options,
                               &slot->reading, &slot->error);
    if (!status && job->print && job->json)
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

/** Stores a reading; a batch of them makes a transaction. @return false where the archive failed.
 */
static bool store(read_job *job, const chancery_reading *reading)
{
    bool changed = false;
    chancery_status status = CHANCERY_OK;
    if (job->in_batch == 0)
        status = archive_begin(job->archive, &job->error);
    if (!status)
        status = archive_store(job->archive, reading, &changed, &job->error);
    job->changed += changed;
    if (!status && ++job->in_batch == READ_STORE_BATCH) {
        job->in_batch = 0;
        status = archive_commit(job->archive, &job->error);
    }
    return status == CHANCERY_OK;
}

static void report_failure(read_job *job, size_t index, chancery_error *error)
{
    cli_progress_end(&job->progress);
    if (!error->where[0])
        error_at(error, job->paths.items[index], 0);
    cli_fail(error);
    job->failed++;
}

static void note_language(read_job *job, const chancery_reading *reading)
{
    if (slice_equal(reading->document.language, SLICE("en")) || reading->document.language.len == 0)
        return;
    cli_progress_end(&job->progress);
    fprintf(stderr, "chancery: %.*s: in another language (%.*s), not read: only English is\n",
            SLICE_ARGS(reading->document.name), SLICE_ARGS(reading->document.language));
    job->other_language++;
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
    if (slot->status) {
        report_failure(job, index, &slot->error);
    } else {
        note_language(job, slot->reading);
        if (job->print && job->json) {
            fwrite(slot->json.ptr, 1, slot->json.len, stdout);
            fputc('\n', stdout);
        } else if (job->print) {
            cli_show_reading(stdout, slot->reading, index > 0);
        }
        go_on = !job->archive || store(job, slot->reading);
        job->stopped = !go_on;
        go_on = go_on && !ferror(stdout);
    }
    give_slot(job, slot);
    cli_progress_step(&job->progress, index + 1, job->failed);
    return go_on;
}

static void drop_job(void *context, void *result)
{
    if (result)
        give_slot(context, result);
}

static int summarise(const read_job *job)
{
    size_t count = job->paths.count;
    if (job->archive)
        fprintf(stderr, "%zu report%s read, %zu new or changed, %zu not read: %s\n",
                count - job->failed, count - job->failed == 1 ? "" : "s", job->changed, job->failed,
                job->archive_path);
    else if (job->failed && count > 1)
        fprintf(stderr, "chancery: %zu of %zu reports could not be read\n", job->failed, count);
    return job->failed ? CLI_FAILED : CLI_OK;
}

static int run_all(read_job *job)
{
    chancery_error error = {0};
    pool_work work = {job, job->paths.count, run_job, finish_job, drop_job};
    pthread_mutex_init(&job->lock, NULL);
    cli_progress_start(&job->progress, job->paths.count);
    chancery_status status = pool_run(&work, job->workers, &error);
    cli_progress_end(&job->progress);
    if (job->archive && job->in_batch && !job->stopped && !job->error.status)
        job->stopped = archive_commit(job->archive, &job->error) != CHANCERY_OK;
    free_slots(job);
    pthread_mutex_destroy(&job->lock);
    if (job->error.status)
        return cli_fail(&job->error);
    if (status && status != CHANCERY_E_CANCELLED)
        return cli_fail(&error);
    return summarise(job);
}

static int open_and_run(read_job *job)
{
    chancery_error error = {0};
    chancery_engine *engine = cli_engine(job->data_dir);
    if (!engine)
        return CLI_FAILED;
    job->engine = engine;
    int status = CLI_OK;
    if (job->archive_path &&
        archive_open(job->archive_path, ARCHIVE_WRITE, &job->archive, &error) != CHANCERY_OK)
        status = cli_fail(&error);
    else
        status = run_all(job);
    archive_close(job->archive);
    chancery_engine_close(engine);
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
    if (strcmp(format, "json") == 0)
        job->json = true;
    else if (strcmp(format, "text") != 0)
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

static int take_option(read_job *job, int option, char **argv)
{
    switch (option) {
    case 'a':
        job->archive_path = optarg;
        return CLI_OK;
    case 'f':
        return read_format(job, optarg);
    case 'j':
        return read_number(optarg, &job->workers);
    case 'p':
        return read_published(job, optarg);
    case 'D':
        job->data_dir = optarg;
        return CLI_OK;
    default:
        return cli_misuse("read", "unknown or incomplete option '%s'", argv[optind - 1]);
    }
}

static int add_paths(read_job *job, int count, char **paths, arena *a)
{
    int status = CLI_OK;
    for (int i = 0; i < count; i++) {
        chancery_error error = {0};
        if (cli_paths_add(&job->paths, paths[i], a, &error) != CHANCERY_OK)
            status = cli_fail(&error);
    }
    return status;
}

int command_read(int argc, char **argv)
{
    static const struct option options[] = {{"archive", required_argument, NULL, 'a'},
                                            {"format", required_argument, NULL, 'f'},
                                            {"jobs", required_argument, NULL, 'j'},
                                            {"published", required_argument, NULL, 'p'},
                                            {"data", required_argument, NULL, 'D'},
                                            {"help", no_argument, NULL, 'h'},
                                            {0}};
    read_job job = {.workers = pool_processor_count()};
    int option, status = CLI_OK;
    opterr = 0;
    while ((option = getopt_long(argc, argv, "a:f:j:p:h", options, NULL)) != -1) {
        if (option == 'h') {
            fputs(help, stdout);
            return CLI_OK;
        }
        status = take_option(&job, option, argv);
        if (status)
            return status;
    }
    if (optind == argc)
        return cli_misuse("read",
                          "no report named; give files, folders, or '-' for standard input");
    const char *named = getenv("CHANCERY_ARCHIVE");
    if (!job.archive_path && named && named[0])
        job.archive_path = named;
    job.print = job.print || !job.archive_path;
    arena paths;
    arena_init(&paths, READ_PATHS_CAP_BYTES);
    status = add_paths(&job, argc - optind, argv + optind, &paths);
    int result = job.paths.count ? open_and_run(&job) : CLI_OK;
    arena_clear(&paths);
    return result ? result : status;
}
