/* Containers: writing, checking and taking apart; the layout is drawn in container.h.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * Fields are copied in and out with memcpy, so the table may be read from any bytes; the sections
 * are used where they lie. The checks go from the outside in: what the file is, whether it is
 * whole, whether its bytes are those that were written, and only then what its table says. The
 * checksum finds damage; against a file made by hand to mislead, the bounds of the table are
 * checked as if it proved nothing. */
#include "base/container.h"

#include <assert.h>

#include "base/error.h"
#include "base/hash.h"
#include "base/size.h"

#if __BYTE_ORDER__ != __ORDER_LITTLE_ENDIAN__
#error "containers are mapped as they are written: this program runs on little-endian machines only"
#endif

enum {
    HEADER_BYTES = 40,
    ENTRY_BYTES = 24,
    NAME_BYTES = 8,
    SECTION_ALIGNMENT = 64,
    HASHED_FROM = 32,
};

typedef struct container_header {
    char magic[8];
    char kind[4];
    uint32_t version;
    uint64_t size_bytes;
    uint64_t checksum;
    uint32_t section_count;
    uint32_t reserved;
} container_header;

typedef struct container_entry {
    char name[NAME_BYTES];
    uint64_t offset;
    uint32_t count;
    uint32_t element_bytes;
} container_entry;

_Static_assert(sizeof(container_header) == HEADER_BYTES, "the header is written as it lies");
_Static_assert(sizeof(container_entry) == ENTRY_BYTES, "an entry is written as it lies");

static const char MAGIC[8] = {'C', 'H', 'A', 'N', 'C', 'E', 'R', 'Y'};

static container_entry entry_at(slice bytes, size_t index)
{
    container_entry entry;
    memcpy(&entry, bytes.ptr + HEADER_BYTES + index * ENTRY_BYTES, sizeof entry);
    return entry;
}

static void pad_name(char out[NAME_BYTES], const char *name)
{
    slice s = slice_of(name);
    assert(s.len > 0 && s.len <= NAME_BYTES);
    memset(out, ' ', NAME_BYTES);
    memcpy(out, s.ptr, s.len);
}

static chancery_status damaged(const char *what, chancery_error *error)
{
    return error_set(error, CHANCERY_E_FORMAT, "%s; make the file again", what);
}

static chancery_status check_header(slice bytes, const char kind[4], uint32_t oldest,
                                    uint32_t newest, container_header *header,
                                    chancery_error *error)
{
    if (bytes.len < HEADER_BYTES)
        return damaged("too short for a compiled file of Chancery", error);
    memcpy(header, bytes.ptr, sizeof *header);
    if (memcmp(header->magic, MAGIC, sizeof MAGIC) != 0)
        return error_set(error, CHANCERY_E_FORMAT,
                         "not a compiled file of Chancery; name another file or make it again");
    if (memcmp(header->kind, kind, sizeof header->kind) != 0)
        return error_set(
            error, CHANCERY_E_FORMAT,
            "a compiled file of kind '%.4s' where '%.4s' is wanted; name the right file",
            header->kind, kind);
    if (header->version < oldest || header->version > newest)
        return error_set(
            error, CHANCERY_E_VERSION,
            "version %u of this kind of file, this program reads %u to %u; make it again "
            "with this program",
            header->version, oldest, newest);
    if (header->size_bytes != bytes.len)
        return damaged(header->size_bytes > bytes.len ? "cut off" : "longer than it says", error);
    return CHANCERY_OK;
}

static bool name_is_valid(const container_entry *entry)
{
    if (entry->name[0] == ' ')
        return false;
    for (size_t i = 0; i < NAME_BYTES; i++)
        if (entry->name[i] < ' ' || entry->name[i] > '~')
            return false;
    return true;
}

static bool name_is_new(slice bytes, size_t index, const container_entry *entry)
{
    for (size_t i = 0; i < index; i++) {
        container_entry other = entry_at(bytes, i);
        if (memcmp(other.name, entry->name, NAME_BYTES) == 0)
            return false;
    }
    return true;
}

/* Sections lie behind the table, aligned, in order, without overlap and inside the file. */
static chancery_status check_table(slice bytes, const container_header *header,
                                   chancery_error *error)
{
    if (header->section_count > CONTAINER_MAX_SECTIONS || header->reserved != 0)
        return damaged("its table of sections is impossible", error);
    size_t free_from = HEADER_BYTES + header->section_count * (size_t)ENTRY_BYTES;
    if (free_from > bytes.len)
        return damaged("its table of sections is cut off", error);
    for (size_t i = 0; i < header->section_count; i++) {
        container_entry entry = entry_at(bytes, i);
        if (!name_is_valid(&entry) || !name_is_new(bytes, i, &entry))
            return damaged("a section has an impossible name", error);
        if (entry.offset % SECTION_ALIGNMENT != 0)
            return damaged("a section is not aligned", error);
        size_t size;
        if (entry.element_bytes == 0 || !size_multiply(entry.count, entry.element_bytes, &size))
            return damaged("a section has an impossible size", error);
        if (entry.offset < free_from || entry.offset > bytes.len ||
            size > bytes.len - (size_t)entry.offset)
            return damaged("a section lies outside the file", error);
        free_from = (size_t)entry.offset + size;
    }
    return CHANCERY_OK;
}

chancery_status container_check(slice bytes, const char kind[4], uint32_t oldest, uint32_t newest,
                                uint64_t *checksum, chancery_error *error)
{
    assert((uintptr_t)bytes.ptr % SECTION_ALIGNMENT == 0 || bytes.len == 0);
    container_header header = {0};
    chancery_status status = check_header(bytes, kind, oldest, newest, &header, error);
    if (status != CHANCERY_OK)
        return status;
    if (hash_bytes(slice_range(bytes, HASHED_FROM, bytes.len), 0) != header.checksum)
        return damaged("damaged: its checksum is wrong", error);
    status = check_table(bytes, &header, error);
    if (status == CHANCERY_OK)
        *checksum = header.checksum;
    return status;
}

chancery_status container_open(container *c, const char *path, const char kind[4], uint32_t oldest,
                               uint32_t newest, chancery_error *error)
{
    *c = (container){0};
    chancery_status status = file_map_open(&c->map, path, error);
    if (status != CHANCERY_OK)
        return status;
    file_map_load(&c->map);
    status = container_check(c->map.bytes, kind, oldest, newest, &c->checksum, error);
    if (status != CHANCERY_OK) {
        error_at(error, path, 0);
        container_close(c);
    }
    return status;
}

void container_close(container *c)
{
    file_map_close(&c->map);
    c->checksum = 0;
}

chancery_status container_peek(const char *path, const char kind[4], uint64_t *checksum,
                               chancery_error *error)
{
    file_map map;
    container_header header;
    chancery_status status = file_map_open(&map, path, error);
    if (status != CHANCERY_OK)
        return status;
    status = check_header(map.bytes, kind, 0, UINT32_MAX, &header, error);
    if (status == CHANCERY_OK)
        *checksum = header.checksum;
    else
        error_at(error, path, 0);
    file_map_close(&map);
    return status;
}

chancery_status container_section(slice bytes, const char *name, size_t element_bytes,
                                  size_t *count, const void **out, chancery_error *error)
{
    char wanted[NAME_BYTES];
    pad_name(wanted, name);
    container_header header;
    memcpy(&header, bytes.ptr, sizeof header);
    for (size_t i = 0; i < header.section_count; i++) {
        container_entry entry = entry_at(bytes, i);
        if (memcmp(entry.name, wanted, NAME_BYTES) != 0)
            continue;
        if (entry.element_bytes != element_bytes)
            return error_set(error, CHANCERY_E_FORMAT,
                             "elements of section '%s' have %u bytes and should have %zu; make the "
                             "file again",
                             name, entry.element_bytes, element_bytes);
        *count = entry.count;
        *out = bytes.ptr + entry.offset;
        return CHANCERY_OK;
    }
    return error_set(error, CHANCERY_E_FORMAT, "section '%s' is missing; make the file again",
                     name);
}

static bool round_up(size_t value, size_t *out)
{
    if (!size_add(value, SECTION_ALIGNMENT - 1, out))
        return false;
    *out -= *out % SECTION_ALIGNMENT;
    return true;
}

/* Fills the table of entries and finds the size of the whole. */
static chancery_status lay_out(const container_part *parts, size_t part_count,
                               container_entry *entries, size_t *size, chancery_error *error)
{
    size_t at = HEADER_BYTES + part_count * ENTRY_BYTES;
    for (size_t i = 0; i < part_count; i++) {
        const container_part *part = &parts[i];
        assert(part->element_bytes > 0 && (part->data || part->count == 0));
        size_t bytes;
        if (part->count > UINT32_MAX || part->element_bytes > UINT32_MAX || !round_up(at, &at) ||
            !size_multiply(part->count, part->element_bytes, &bytes))
            return error_set(error, CHANCERY_E_LIMIT, "section '%s' is too large; split the data",
                             part->name);
        entries[i].offset = at;
        entries[i].count = (uint32_t)part->count;
        entries[i].element_bytes = (uint32_t)part->element_bytes;
        pad_name(entries[i].name, part->name);
        if (!size_add(at, bytes, &at))
            return error_set(error, CHANCERY_E_LIMIT, "section '%s' is too large; split the data",
                             part->name);
    }
    *size = at;
    return CHANCERY_OK;
}

/* Writes all into the `size` zeroed bytes. */
static void fill(char *bytes, const char kind[4], uint32_t version, size_t size,
                 const container_part *parts, size_t part_count, const container_entry *entries)
{
    container_header header = {
        .version = version, .size_bytes = size, .section_count = (uint32_t)part_count};
    memcpy(header.magic, MAGIC, sizeof MAGIC);
    memcpy(header.kind, kind, sizeof header.kind);
    memcpy(bytes, &header, sizeof header);
    memcpy(bytes + HEADER_BYTES, entries, part_count * ENTRY_BYTES);
    for (size_t i = 0; i < part_count; i++)
        if (parts[i].count)
            memcpy(bytes + entries[i].offset, parts[i].data,
                   parts[i].count * parts[i].element_bytes);
    header.checksum = hash_bytes((slice){bytes + HASHED_FROM, size - HASHED_FROM}, 0);
    memcpy(bytes, &header, sizeof header);
}

chancery_status container_build(arena *a, const char kind[4], uint32_t version,
                                const container_part *parts, size_t part_count, slice *out,
                                chancery_error *error)
{
    if (part_count > CONTAINER_MAX_SECTIONS)
        return error_set(error, CHANCERY_E_LIMIT, "%zu sections, a file holds at most %d",
                         part_count, CONTAINER_MAX_SECTIONS);
    container_entry entries[CONTAINER_MAX_SECTIONS] = {0};
    size_t size = 0;
    size_t room;
    chancery_status status = lay_out(parts, part_count, entries, &size, error);
    if (status != CHANCERY_OK)
        return status;
    if (!size_add(size, SECTION_ALIGNMENT, &room))
        return error_set(error, CHANCERY_E_LIMIT, "the file is too large; split the data");
    chancery_error own = {0};
    chancery_error *e = error ? error : &own;
    char *bytes = arena_alloc(a, room, 1, e);
    if (!bytes)
        return e->status;
    bytes += (SECTION_ALIGNMENT - (uintptr_t)bytes % SECTION_ALIGNMENT) % SECTION_ALIGNMENT;
    *out = (slice){bytes, size};
    fill(bytes, kind, version, size, parts, part_count, entries);
    return CHANCERY_OK;
}

chancery_status container_write(const char *path, const char kind[4], uint32_t version,
                                const container_part *parts, size_t part_count,
                                chancery_error *error)
{
    arena a;
    arena_init(&a, SIZE_MAX / 4);
    file_writer writer = {.descriptor = -1};
    slice bytes = {0};
    chancery_status status = container_build(&a, kind, version, parts, part_count, &bytes, error);
    if (status != CHANCERY_OK)
        goto out;
    status = file_writer_open(&writer, path, error);
    if (status != CHANCERY_OK)
        goto out;
    (void)fwrite(bytes.ptr, 1, bytes.len, writer.stream); /* file_commit finds a failure */
    status = file_commit(&writer, error);
out:
    file_abandon(&writer);
    arena_clear(&a);
    return status;
}
