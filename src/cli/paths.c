/* Files named on the command line. See paths.h.
 *
 * SPDX-License-Identifier: Apache-2.0 */
#include "cli/paths.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <sys/stat.h>

#include "base/error.h"

enum { PATHS_MAX_DEPTH = 64 };

static chancery_status push(cli_paths *paths, const char *path, arena *a, chancery_error *error)
{
    slice copy;
    chancery_status status = arena_dup(a, slice_of(path), &copy, error);
    if (status)
        return status;
    char **room = array_push(paths, a, error);
    if (!room)
        return CHANCERY_E_MEMORY;
    *room = (char *)(uintptr_t)copy.ptr;
    return CHANCERY_OK;
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

static chancery_status walk(cli_paths *paths, const char *folder, int depth, arena *a,
                            chancery_error *error);

static chancery_status add_entry(cli_paths *paths, const char *folder, const char *name, int depth,
                                 arena *a, chancery_error *error)
{
    slice path;
    struct stat info;
    size_t length = strlen(folder);
    bool slash = length && folder[length - 1] == '/';
    chancery_status status = arena_printf(a, &path, error, slash ? "%s%s" : "%s/%s", folder, name);
    if (status || lstat(path.ptr, &info) != 0)
        return status;
    if (S_ISDIR(info.st_mode))
        return walk(paths, path.ptr, depth + 1, a, error);
    if (S_ISLNK(info.st_mode) && (stat(path.ptr, &info) != 0 || !S_ISREG(info.st_mode)))
        return CHANCERY_OK;
    bool report = S_ISREG(info.st_mode) && slice_ends(path, SLICE(".txt"));
    return report ? push(paths, path.ptr, a, error) : CHANCERY_OK;
}

static chancery_status walk(cli_paths *paths, const char *folder, int depth, arena *a,
                            chancery_error *error)
{
    struct dirent **names = NULL;
    if (depth > PATHS_MAX_DEPTH)
        return error_set(error, CHANCERY_E_LIMIT, "%s: more than %d folders deep", folder,
                         PATHS_MAX_DEPTH);
    int count = scandir(folder, &names, not_hidden, by_name);
    if (count < 0)
        return error_set(error, CHANCERY_E_IO, "%s: can't list the folder: %s", folder,
                         strerror(errno));
    chancery_status status = CHANCERY_OK;
    for (int i = 0; i < count; i++) {
        if (!status)
            status = add_entry(paths, folder, names[i]->d_name, depth, a, error);
        free(names[i]);
    }
    free(names);
    return status;
}

chancery_status cli_paths_add(cli_paths *paths, const char *path, arena *a, chancery_error *error)
{
    struct stat info;
    if (strcmp(path, "-") == 0)
        return push(paths, path, a, error);
    if (stat(path, &info) != 0)
        return error_set(
            error, errno == ENOENT ? CHANCERY_E_NOT_FOUND : CHANCERY_E_IO, "%s: %s", path,
            errno == ENOENT ? "no such file or folder; check the name" : strerror(errno));
    if (!S_ISDIR(info.st_mode))
        return push(paths, path, a, error);
    size_t before = paths->count;
    chancery_status status = walk(paths, path, 0, a, error);
    if (!status && paths->count == before)
        return error_set(error, CHANCERY_E_NOT_FOUND,
                         "%s: a folder without reports; reports are files that end in .txt", path);
    return status;
}
