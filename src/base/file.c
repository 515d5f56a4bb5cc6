/* Files: read whole, mapped, written all or nothing.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * A file is written under another name in the folder of its target, synced, and renamed over it:
 * POSIX makes the rename atomic, and the sync before it keeps a power cut from leaving an empty
 * file behind. The stream of a writer is a cookie over the descriptor (fopencookie), so that short
 * and interrupted writes are gone on with and tests can make the n-th write fail. */
#include "base/file.h"

#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/error.h"
#include "base/memory.h"
#include "base/size.h"

enum { READ_STEP_BYTES = 64 << 10 };

#ifdef CHANCERY_FAULTS
#include <stdatomic.h>

static _Atomic size_t writes_left = SIZE_MAX; /* SIZE_MAX: no fault is planned */

void file_fail_write_after(size_t n)
{
    atomic_store(&writes_left, n);
}

/* From the planned write on every write fails, as on a full disk. */
static bool write_is_refused(void)
{
    size_t left = atomic_load(&writes_left);
    while (left != SIZE_MAX && left != 0)
        if (atomic_compare_exchange_weak(&writes_left, &left, left - 1))
            return false;
    return left == 0;
}
#else
static bool write_is_refused(void)
{
    return false;
}
#endif

/* strerror without locale and shared buffer. */
static const char *reason(int code)
{
    const char *text = strerrordesc_np(code);
    return text ? text : "unknown reason";
}

static chancery_status fail_errno(const char *path, const char *what, int code,
                                  chancery_error *error)
{
    bool absent = code == ENOENT || code == ENOTDIR;
    chancery_status status =
        absent ? error_set(error, CHANCERY_E_NOT_FOUND, "%s: there is no such file; check the name",
                           what)
               : error_set(error, CHANCERY_E_IO, "%s: %s; check the file and its permissions", what,
                           reason(code));
    error_at(error, path, 0);
    return status;
}

static chancery_status fail_at(const char *path, chancery_status status, chancery_error *error,
                               const char *message)
{
    error_set(error, status, "%s", message);
    error_at(error, path, 0);
    return status;
}

static int open_retrying(const char *path, int flags, mode_t mode)
{
    int descriptor;
    do
        descriptor = open(path, flags | O_CLOEXEC, mode);
    while (descriptor < 0 && errno == EINTR);
    return descriptor;
}

static ssize_t read_retrying(int descriptor, char *to, size_t size)
{
    ssize_t got;
    do
        got = read(descriptor, to, size);
    while (got < 0 && errno == EINTR);
    return got;
}

static int sync_retrying(int descriptor)
{
    int result;
    do
        result = fsync(descriptor);
    while (result < 0 && errno == EINTR);
    return result;
}

/* How much room to start with: the file's size where it has one, which may still change. */
static size_t first_room(const struct stat *about, size_t limit_bytes)
{
    size_t room = READ_STEP_BYTES;
    if (S_ISREG(about->st_mode) && about->st_size > 0)
        room = (size_t)about->st_size;
    return room < limit_bytes ? room : limit_bytes;
}

/* What a reader has so far: `size` is 0 or at least len + 1. */
typedef struct read_buffer {
    char *text;
    size_t len;
    size_t size;
} read_buffer;

/* Makes room for one more byte and the NUL; never for more than two bytes past the limit, of which
 * one finds out that there is more. */
static chancery_status make_room(read_buffer *buffer, size_t first, size_t limit_bytes,
                                 const char *path, chancery_error *error)
{
    if (buffer->len + 1 < buffer->size)
        return CHANCERY_OK;
    size_t larger = buffer->size ? buffer->size + buffer->size / 2 + READ_STEP_BYTES : first + 2;
    if (larger > limit_bytes + 2)
        larger = limit_bytes + 2;
    char *moved = memory_grow(buffer->text, larger, 1);
    if (!moved)
        return fail_at(path, CHANCERY_E_MEMORY, error,
                       "no memory for so large a file; split it or free some");
    buffer->text = moved;
    buffer->size = larger;
    return CHANCERY_OK;
}

/* Reads to the end of the descriptor. */
static chancery_status read_all(int descriptor, const char *path, size_t first, size_t limit_bytes,
                                slice *out, chancery_error *error)
{
    read_buffer buffer = {0};
    chancery_status status;
    ssize_t got;
    do {
        status = make_room(&buffer, first, limit_bytes, path, error);
        if (status != CHANCERY_OK)
            goto out;
        got = read_retrying(descriptor, buffer.text + buffer.len, buffer.size - buffer.len - 1);
        if (got < 0) {
            status = fail_errno(path, "cannot read", errno, error);
            goto out;
        }
        buffer.len += (size_t)got;
        if (buffer.len > limit_bytes) {
            status = error_set(error, CHANCERY_E_LIMIT,
                               "larger than the %zu bytes that are read; split it", limit_bytes);
            error_at(error, path, 0);
            goto out;
        }
    } while (got > 0);
    buffer.text[buffer.len] = '\0';
    *out = (slice){buffer.text, buffer.len};
    buffer.text = NULL;
out:
    memory_free(buffer.text);
    return status;
}

chancery_status file_read(const char *path, size_t limit_bytes, slice *out, chancery_error *error)
{
    if (limit_bytes > PTRDIFF_MAX - 2)
        limit_bytes = PTRDIFF_MAX - 2;
    bool standard = strcmp(path, "-") == 0;
    int descriptor = standard ? STDIN_FILENO : open_retrying(path, O_RDONLY, 0);
    if (descriptor < 0)
        return fail_errno(path, "cannot open", errno, error);
    struct stat about;
    chancery_status status;
    if (fstat(descriptor, &about) != 0)
        status = fail_errno(path, "cannot read", errno, error);
    else if (S_ISDIR(about.st_mode))
        status = fail_at(path, CHANCERY_E_IO, error, "is a folder; name a file");
    else
        status =
            read_all(descriptor, path, first_room(&about, limit_bytes), limit_bytes, out, error);
    if (!standard)
        close(descriptor);
    return status;
}

/* Maps the open regular file. */
static chancery_status map_descriptor(file_map *map, int descriptor, const char *path,
                                      chancery_error *error)
{
    struct stat about;
    if (fstat(descriptor, &about) != 0)
        return fail_errno(path, "cannot map", errno, error);
    if (!S_ISREG(about.st_mode))
        return fail_at(path, CHANCERY_E_IO, error, "is not a regular file; name a file on disk");
    size_t size = (size_t)about.st_size;
    if (size == 0) {
        map->bytes = SLICE("");
        return CHANCERY_OK;
    }
    void *bytes = mmap(NULL, size, PROT_READ, MAP_PRIVATE, descriptor, 0);
    if (bytes == MAP_FAILED)
        return fail_errno(path, "cannot map", errno, error);
    map->bytes = (slice){bytes, size};
    return CHANCERY_OK;
}

chancery_status file_map_open(file_map *map, const char *path, chancery_error *error)
{
    map->bytes = (slice){NULL, 0};
    int descriptor = open_retrying(path, O_RDONLY | O_NONBLOCK, 0);
    if (descriptor < 0)
        return fail_errno(path, "cannot open", errno, error);
    chancery_status status = map_descriptor(map, descriptor, path, error);
    close(descriptor);
    return status;
}

void file_map_load(const file_map *map)
{
#ifdef MADV_POPULATE_READ
    if (map->bytes.len)
        (void)madvise((void *)(uintptr_t)map->bytes.ptr, map->bytes.len, MADV_POPULATE_READ);
#else
    (void)map;
#endif
}

void file_map_close(file_map *map)
{
    if (map->bytes.len)
        munmap((void *)(uintptr_t)map->bytes.ptr, map->bytes.len);
    map->bytes = (slice){NULL, 0};
}

/* The cookie of a writer's stream is its descriptor. */
static ssize_t write_cookie(void *cookie, const char *bytes, size_t size)
{
    int descriptor = (int)(intptr_t)cookie;
    size_t done = 0;
    while (done < size) {
        ssize_t wrote = -1;
        if (write_is_refused())
            errno = ENOSPC;
        else
            wrote = write(descriptor, bytes + done, size - done);
        if (wrote < 0 && errno == EINTR)
            continue;
        if (wrote < 0)
            return 0; /* which stdio takes for an error */
        done += (size_t)wrote;
    }
    return (ssize_t)size;
}

/* The name that is written to in the end: a link is followed rather than replaced. */
static chancery_status resolve_target(file_writer *writer, const char *path, mode_t *mode,
                                      chancery_error *error)
{
    struct stat about;
    *mode = 0;
    char *resolved = NULL;
    if (stat(path, &about) == 0) {
        if (!S_ISREG(about.st_mode))
            return fail_at(path, CHANCERY_E_IO, error,
                           "is no regular file and can't be replaced; name another");
        *mode = about.st_mode & 07777;
        resolved = realpath(path, NULL);
        if (!resolved && errno != ENOMEM)
            return fail_errno(path, "cannot resolve", errno, error);
    }
    slice name = slice_of(resolved ? resolved : path);
    writer->target = memory_alloc(name.len + 1, 1);
    if (writer->target)
        memcpy(writer->target, name.ptr, name.len);
    free(resolved);
    return writer->target ? CHANCERY_OK
                          : error_set(error, CHANCERY_E_MEMORY, "no memory for a file's name");
}

/* Opens the temporary file. One that a dead process of our number left is taken away first. */
static int open_temporary(const char *path)
{
    int flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW;
    int descriptor = open_retrying(path, flags, 0666);
    if (descriptor < 0 && errno == EEXIST && unlink(path) == 0)
        descriptor = open_retrying(path, flags, 0666);
    return descriptor;
}

chancery_status file_writer_open(file_writer *writer, const char *path, chancery_error *error)
{
    *writer = (file_writer){.descriptor = -1};
    mode_t mode;
    chancery_status status = resolve_target(writer, path, &mode, error);
    if (status != CHANCERY_OK)
        goto out;
    size_t room = strlen(writer->target) + 32;
    writer->temporary = memory_alloc(room, 1);
    if (!writer->temporary) {
        status = error_set(error, CHANCERY_E_MEMORY, "no memory for a file's name");
        goto out;
    }
    snprintf(writer->temporary, room, "%s.tmp%ld", writer->target, (long)getpid());
    writer->descriptor = open_temporary(writer->temporary);
    if (writer->descriptor < 0) {
        status =
            error_set(error, CHANCERY_E_IO,
                      "cannot be written: %s; check its folder and permissions", reason(errno));
        error_at(error, path, 0);
        memory_free(writer->temporary);
        writer->temporary = NULL;
        goto out;
    }
    if (mode && fchmod(writer->descriptor, mode) != 0) {
        status = fail_errno(path, "cannot keep its permissions", errno, error);
        goto out;
    }
    writer->stream = fopencookie((void *)(intptr_t)writer->descriptor, "w",
                                 (cookie_io_functions_t){.write = write_cookie});
    if (!writer->stream)
        status = error_set(error, CHANCERY_E_MEMORY, "no memory to write a file");
out:
    if (status != CHANCERY_OK)
        file_abandon(writer);
    return status;
}

/* Syncs the folder of `path`. Its failure takes nothing back, the new file is in place: it is not
 * an error. */
static void sync_folder(const char *path)
{
    const char *slash = strrchr(path, '/');
    char *folder = NULL;
    if (slash) {
        size_t len = slash == path ? 1 : (size_t)(slash - path);
        folder = memory_alloc(len + 1, 1);
        if (!folder)
            return;
        memcpy(folder, path, len);
    }
    int descriptor = open_retrying(folder ? folder : ".", O_RDONLY | O_DIRECTORY, 0);
    if (descriptor >= 0) {
        (void)sync_retrying(descriptor);
        close(descriptor);
    }
    memory_free(folder);
}

/* Brings all that was written to the disk. @return 0, or the errno of what failed. */
static int flush_writer(file_writer *writer)
{
    int code = 0;
    errno = 0;
    bool failed = fflush(writer->stream) != 0 || ferror(writer->stream);
    if (failed)
        code = errno ? errno : EIO;
    errno = 0;
    if (fclose(writer->stream) != 0 && !code)
        code = errno ? errno : EIO;
    writer->stream = NULL;
    if (!code && sync_retrying(writer->descriptor) != 0)
        code = errno;
    if (close(writer->descriptor) != 0 && !code && errno != EINTR)
        code = errno;
    writer->descriptor = -1;
    return code;
}

chancery_status file_commit(file_writer *writer, chancery_error *error)
{
    assert(writer->stream);
    int code = flush_writer(writer);
    if (!code && rename(writer->temporary, writer->target) != 0)
        code = errno;
    chancery_status status = CHANCERY_OK;
    if (code) {
        status = error_set(error, CHANCERY_E_IO,
                           "cannot be written: %s; the file is as it was before", reason(code));
        error_at(error, writer->target, 0);
    } else {
        sync_folder(writer->target);
        memory_free(writer->temporary);
        writer->temporary = NULL;
    }
    file_abandon(writer);
    return status;
}

void file_abandon(file_writer *writer)
{
    if (writer->stream)
        fclose(writer->stream);
    if (writer->temporary) { /* a zeroed writer's descriptor 0 is not ours */
        if (writer->descriptor >= 0)
            close(writer->descriptor);
        unlink(writer->temporary);
    }
    memory_free(writer->temporary);
    memory_free(writer->target);
    *writer = (file_writer){.descriptor = -1};
}
