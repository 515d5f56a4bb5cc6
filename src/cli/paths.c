/* Files named on the command line. See paths.h.
 *
 * SPDX-License-Identifier: Apache-2.0 */
#include "cli/paths.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <sys/stat.h>

#include "cli/cli.h"

enum { PATHS_MAX_DEPTH = 64 };

/** Says why a place leads to no report. @return 1, for the sum of them. */
static size_t refuse(const char *path, const char *message, int code)
{
    const char *reason = code ? strerrordesc_np(code) : NULL;
    cli_say("%s: %s%s%s", *path ? path : "''", message, reason ? ": " : "", reason ? reason : "");
    return 1;
}

static size_t push(cli_paths *paths, const char *path, arena *a)
{
    slice copy;
    chancery_error error = {0};
    char **room = arena_dup(a, slice_of(path), &copy, &error) == CHANCERY_OK
                      ? array_push(paths, a, &error)
                      : NULL;
    if (!room) {
        cli_fail(&error);
        return 1;
    }
    *room = (char *)(uintptr_t)copy.ptr;
    return 0;
}

static int not_hidden(const struct dirent *entry)
{
    return entry->d_name[0] != '.';
}

/** By bytes: alphasort would follow the locale. */
static int by_name(const struct dirent **a, const struct dirent **b)
{
    return strcmp((*a)->d_name, (*b)->d_name);
}

static size_t walk(cli_paths *paths, const char *folder, int depth, arena *a);

static size_t add_entry(cli_paths *paths, const char *folder, const char *name, int depth, arena *a)
{
    slice path;
    struct stat info;
    chancery_error error = {0};
    size_t length = strlen(folder);
    bool slash = length && folder[length - 1] == '/';
    if (arena_printf(a, &path, &error, slash ? "%s%s" : "%s/%s", folder, name) != CHANCERY_OK) {
        cli_fail(&error);
        return 1;
    }
    if (lstat(path.ptr, &info) != 0)
        return 0; /* gone since the folder was listed */
    if (S_ISDIR(info.st_mode))
        return walk(paths, path.ptr, depth + 1, a);
    if (S_ISLNK(info.st_mode) && (stat(path.ptr, &info) != 0 || !S_ISREG(info.st_mode)))
        return 0;
    bool report = S_ISREG(info.st_mode) && slice_ends(path, SLICE(".txt"));
    return report ? push(paths, path.ptr, a) : 0;
}

static size_t walk(cli_paths *paths, const char *folder, int depth, arena *a)
{
    struct dirent **names = NULL;
    size_t refused = 0;
    if (depth > PATHS_MAX_DEPTH)
        return refuse(folder, "more than 64 folders deep; name a folder further down", 0);
    int count = scandir(folder, &names, not_hidden, by_name);
    if (count < 0)
        return refuse(folder, "the folder can't be listed", errno);
    for (int i = 0; i < count; i++) {
        refused += add_entry(paths, folder, names[i]->d_name, depth, a);
        free(names[i]);
    }
    free(names);
    return refused;
}

size_t cli_paths_add(cli_paths *paths, const char *path, arena *a)
{
    struct stat info;
    if (strcmp(path, "-") == 0)
        return push(paths, path, a);
    if (stat(path, &info) != 0) {
        bool absent = errno == ENOENT || errno == ENOTDIR;
        return absent ? refuse(path, "there is no such file or folder; check the name", 0)
                      : refuse(path, "can't be looked at", errno);
    }
    if (!S_ISDIR(info.st_mode))
        return push(paths, path, a);
    size_t before = paths->count, refused = walk(paths, path, 0, a);
    if (!refused && paths->count == before)
        return refuse(path, "no reports in this folder; reports are files that end in .txt", 0);
    return refused;
}
