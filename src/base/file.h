/* Files: read whole, mapped, written all or nothing.
 *
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef BASE_FILE_H
#define BASE_FILE_H

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

#include "base/slice.h"
#include "chancery/status.h"

/** Reads all of `path` ("-" is standard input) into memory that the caller frees with memory_free.
 *  @param limit_bytes larger is CHANCERY_E_LIMIT.
 *  @param out set only on success; out->ptr is never NULL then, and a NUL stands behind the last
 * byte.
 *  @return CHANCERY_OK, _E_NOT_FOUND, _E_IO, _E_LIMIT, _E_MEMORY. */
chancery_status file_read(const char *path, size_t limit_bytes, slice *out,
                          chancery_error *error) CHANCERY_MUST_CHECK;

/** A file mapped read-only. */
typedef struct file_map {
    slice bytes;
} file_map;

/** Maps `path`. An empty file gives len 0. @return CHANCERY_OK, _E_NOT_FOUND, _E_IO. */
chancery_status file_map_open(file_map *map, const char *path,
                              chancery_error *error) CHANCERY_MUST_CHECK;
/** Brings all of a mapped file's pages in at once, for who is about to read them all: cheaper than
 * a fault for each few. Where the system can't, nothing happens. */
void file_map_load(const file_map *map);
void file_map_close(file_map *map);

/** A file being written beside its target; readers see the old one until file_commit. */
typedef struct file_writer {
    FILE *stream;    /* write here; errors may be left for file_commit to find; has no fileno */
    int descriptor;  /* under the stream, for this room only */
    char *temporary; /* path + ".tmp" + process number */
    char *target;
} file_writer;

/** Opens the temporary file. A link is followed; what exists and is no regular file is refused. A
 * process may have one writer a path at a time. @return CHANCERY_OK, _E_IO, _E_MEMORY. */
chancery_status file_writer_open(file_writer *writer, const char *path,
                                 chancery_error *error) CHANCERY_MUST_CHECK;

/** Flushes, syncs and renames. On failure the target is as before, the temporary file is gone. */
chancery_status file_commit(file_writer *writer, chancery_error *error) CHANCERY_MUST_CHECK;

/** Gives up: the target is as before. Harmless after file_commit, and on a zeroed writer. */
void file_abandon(file_writer *writer);

#ifdef CHANCERY_FAULTS
/** For tests: the next `n` writes of all writers are done, those behind them fail as on a full
 * disk. SIZE_MAX plans no fault. */
void file_fail_write_after(size_t n);
#endif

#endif
