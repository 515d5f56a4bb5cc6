/* chancery kb check, add, remove, stats: one's own names and people.
 *
 * SPDX-License-Identifier: Apache-2.0 */
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "base/memory.h"
#include "cli/kb.h"

enum { TEXTS_ARENA_BYTES = 256 << 20 };

/* ---- check ---- */

static int check_folder(const char *folder)
{
    chancery_error error = {0};
    char path[] = "/tmp/chancery-kb-XXXXXX";
    int handle = mkstemp(path);
    if (handle < 0) {
        cli_say("can't write to /tmp, where the check compiles to");
        return CLI_FAILED;
    }
    close(handle);
    chancery_status status = kb_compile(folder, path, &error);
    unlink(path);
    return status ? cli_fail(&error) : CLI_OK;
}

/** Reads a file and adds it to the engine, which checks it. @param text receives it, for the caller
 * to free. */
static int add_to_engine(chancery_engine *engine, const char *path, slice *text)
{
    chancery_error error = {0};
    if (file_read(path, KB_MAX_SOURCE_BYTES, text, &error) != CHANCERY_OK ||
        chancery_engine_add_names(engine, slice_of(path), *text, &error) != CHANCERY_OK)
        return cli_fail(&error);
    return CLI_OK;
}

static int check_file(const kb_command *c, const char *path)
{
    slice text = {0};
    chancery_engine *engine = kb_command_engine(c);
    if (!engine)
        return CLI_FAILED;
    int status = add_to_engine(engine, path, &text);
    memory_free((void *)(uintptr_t)text.ptr);
    chancery_engine_close(engine);
    return status;
}

int kb_command_check(const kb_command *c)
{
    struct stat about;
    if (c->argument_count != 1)
        return cli_misuse("kb",
                          "name one file of your own, or a folder like data/kb: kb check FILE");
    const char *path = c->arguments[0];
    bool folder = stat(path, &about) != 0 || S_ISDIR(about.st_mode); /* compiling says which */
    int status = folder ? check_folder(path) : check_file(c, path);
    if (!status)
        printf("%s: no fault found\n", path);
    return status;
}

/* ---- add, remove ---- */

static int with_archive(const kb_command *c, archive_mode mode, chancery_archive **out)
{
    chancery_error error = {0};
    if (archive_open(cli_archive_path(c->archive), mode, out, &error) == CHANCERY_OK)
        return CLI_OK;
    return cli_fail(&error);
}

static const char *last_part(const char *path)
{
    const char *name = path;
    for (const char *at = path; *at; at++)
        if (*at == '/' && at[1])
            name = at + 1;
    return name;
}

static int keep(const kb_command *c, const char *path, slice text)
{
    chancery_archive *archive = NULL;
    chancery_error error = {0};
    slice name = slice_of(last_part(path));
    int status = with_archive(c, ARCHIVE_WRITE, &archive);
    if (!status && archive_keep_own(archive, ARCHIVE_NAMES, name, text, &error) != CHANCERY_OK)
        status = cli_fail(&error);
    archive_close(archive);
    if (!status)
        printf("%s keeps %.*s; 'chancery read --archive' takes it from now on\n",
               cli_archive_path(c->archive), SLICE_ARGS(name));
    return status;
}

int kb_command_add(const kb_command *c)
{
    slice text = {0};
    if (c->argument_count != 1)
        return cli_misuse("kb", "name the file to add: kb add FILE --archive my.db");
    chancery_engine *engine = cli_engine(c->data_dir);
    if (!engine)
        return CLI_FAILED;
    int status = add_to_engine(engine, c->arguments[0], &text);
    chancery_engine_close(engine);
    if (!status)
        status = keep(c, c->arguments[0], text);
    memory_free((void *)(uintptr_t)text.ptr);
    return status;
}

int kb_command_remove(const kb_command *c)
{
    chancery_archive *archive = NULL;
    chancery_error error = {0};
    if (c->argument_count != 1)
        return cli_misuse("kb", "name what was added: kb remove NAME --archive my.db");
    int status = with_archive(c, ARCHIVE_WRITE, &archive);
    if (!status &&
        archive_drop_own(archive, ARCHIVE_NAMES, slice_of(c->arguments[0]), &error) != CHANCERY_OK)
        status = cli_fail(&error);
    archive_close(archive);
    return status;
}

/* ---- stats ---- */

static void count_entries(const kb *k, uint64_t entries[KB_PERSON + 1], uint64_t *names,
                          uint64_t *offices, uint64_t *memberships)
{
    for (uint32_t i = 0; i < kb_entry_count(k); i++) {
        kb_kind kind = kb_entry_at(k, i).kind;
        entries[kind]++;
        *names += kb_name_count(k, i);
        *(kind == KB_PERSON ? offices : memberships) += kb_term_count(k, i);
    }
}

/** What an archive keeps of one's own, where one is named. */
static int list_own(const kb_command *c)
{
    chancery_archive *archive = NULL;
    chancery_error error = {0};
    archive_texts texts = {0};
    arena a;
    if (!c->archive)
        return CLI_OK;
    int status = with_archive(c, ARCHIVE_READ, &archive);
    arena_init(&a, TEXTS_ARENA_BYTES);
    if (!status && archive_own_texts(archive, ARCHIVE_NAMES, &a, &texts, &error) != CHANCERY_OK)
        status = cli_fail(&error);
    for (size_t i = 0; i < texts.count; i++)
        printf("own           %.*s, %zu bytes\n", SLICE_ARGS(texts.items[i].name),
               texts.items[i].text.len);
    arena_clear(&a);
    archive_close(archive);
    return status;
}

int kb_command_stats(const kb_command *c)
{
    static const char *const labels[] = {"states", "igos",   "organisations",
                                         "groups", "places", "people"};
    uint64_t entries[KB_PERSON + 1] = {0}, names = 0, offices = 0, memberships = 0;
    if (c->argument_count)
        return cli_misuse("kb", "stats takes no argument");
    chancery_engine *engine = kb_command_engine(c);
    if (!engine)
        return CLI_FAILED;
    const kb *k = engine_parts(engine)->kb;
    count_entries(k, entries, &names, &offices, &memberships);
    printf("edition       %.*s\n", SLICE_ARGS(kb_edition(k)));
    for (size_t i = 0; i <= KB_PERSON; i++)
        printf("%-13s %6llu\n", labels[i], (unsigned long long)entries[i]);
    printf("names         %6llu\noffices       %6llu\nmemberships   %6llu\n",
           (unsigned long long)names, (unsigned long long)offices, (unsigned long long)memberships);
    chancery_engine_close(engine);
    return list_own(c);
}
