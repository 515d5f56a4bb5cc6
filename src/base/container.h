/* Containers: the one file form of what the program compiles (knowledge base, codebook, lists of
 * lemmas).
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 *     0   8  magic "CHANCERY"
 *     8   4  kind, four letters ("KB  ", "CODE", "LEMM", "SYNT")
 *    12   4  version of that kind's layout
 *    16   8  bytes of the whole file
 *    24   8  XXH3 of the bytes from 32 to the end
 *    32   4  number of sections
 *    36   4  reserved, 0
 *    40  24  for each section: name (8 letters), offset (8), count (4), element size (4)
 *   ...      the sections, each 64-byte aligned, in the order of the table
 *
 * Kind and names are padded with spaces.
 *
 * All integers are little-endian; the program runs on little-endian machines only and says so when
 * built elsewhere. All bounds are checked once, at open; the code behind then trusts them. */
#ifndef BASE_CONTAINER_H
#define BASE_CONTAINER_H

#include "base/arena.h"
#include "base/file.h"

enum { CONTAINER_MAX_SECTIONS = 64 };

typedef struct container {
    file_map map;
    uint64_t checksum; /* names the edition of what it holds */
} container;

/** Maps and checks `path`.
 *  @param kind           four letters, as written.
 *  @param oldest, newest the range of layout versions that the caller reads.
 *  @return CHANCERY_OK, _E_NOT_FOUND, _E_IO, _E_FORMAT (not such a file, cut off, or damaged),
 * _E_VERSION. */
chancery_status container_open(container *c, const char *path, const char kind[4], uint32_t oldest,
                               uint32_t newest, chancery_error *error) CHANCERY_MUST_CHECK;

/** The same over bytes that the caller keeps (for tests and fuzzing); `bytes.ptr` must be 64-byte
 * aligned. */
chancery_status container_check(slice bytes, const char kind[4], uint32_t oldest, uint32_t newest,
                                uint64_t *checksum, chancery_error *error) CHANCERY_MUST_CHECK;

void container_close(container *c);

/** The checksum that the file's header gives, whatever the file holds: to tell editions quickly.
 *  @return CHANCERY_OK, _E_NOT_FOUND, _E_IO, _E_FORMAT (no container of that kind, or cut off). */
chancery_status container_peek(const char *path, const char kind[4], uint64_t *checksum,
                               chancery_error *error) CHANCERY_MUST_CHECK;

/** A section of a checked container.
 *  @param name          eight letters at most.
 *  @param element_bytes what the caller will read; another size in the file is CHANCERY_E_FORMAT.
 *  @param count         receives the number of elements.
 *  @param out           receives the first element; never NULL on success.
 *  @return CHANCERY_OK, or CHANCERY_E_FORMAT where the section is missing. */
chancery_status container_section(slice bytes, const char *name, size_t element_bytes,
                                  size_t *count, const void **out,
                                  chancery_error *error) CHANCERY_MUST_CHECK;

/** One section to write. */
typedef struct container_part {
    const char *name;
    const void *data;
    size_t count;
    size_t element_bytes;
} container_part;

/** Writes a container, all or nothing. The same parts give the same bytes.
 *  @return CHANCERY_OK, _E_IO, _E_MEMORY, _E_LIMIT (more than CONTAINER_MAX_SECTIONS). */
chancery_status container_write(const char *path, const char kind[4], uint32_t version,
                                const container_part *parts, size_t part_count,
                                chancery_error *error) CHANCERY_MUST_CHECK;

/** The bytes that container_write would write, in `a` and 64-byte aligned. @return as
 * container_write, but no _E_IO. */
chancery_status container_build(arena *a, const char kind[4], uint32_t version,
                                const container_part *parts, size_t part_count, slice *out,
                                chancery_error *error) CHANCERY_MUST_CHECK;

#endif
