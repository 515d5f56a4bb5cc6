/* The rest of the public API: readings as JSON, archives.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * The rooms behind assert a caller's mistake; here it is checked. */
#include "archive/archive.h"
#include "base/error.h"
#include "base/memory.h"
#include "engine/internal.h"
#include "export/export.h"

/* JSON of the largest report, all of its bytes escaped, is below it. */
#define JSON_CAP_BYTES (SIZE_MAX / 4)

chancery_status chancery_reading_json(const chancery_reading *reading, char **out, size_t *length,
                                      chancery_error *error)
{
    if (!reading || !out || !length)
        return engine_misuse(__func__, "an argument is NULL", error);
    arena scratch;
    slice json;
    char *copy = NULL;
    arena_init(&scratch, JSON_CAP_BYTES);
    chancery_status status = export_json(reading, &scratch, &json, error);
    if (status != CHANCERY_OK)
        goto out;
    copy = memory_alloc(json.len + 1, 1);
    if (!copy) {
        status = error_set(error, CHANCERY_E_MEMORY, "no memory for a reading's JSON");
        goto out;
    }
    memcpy(copy, json.ptr, json.len);
    *out = copy;
    *length = json.len;
out:
    arena_clear(&scratch);
    return status;
}

void chancery_free(void *block)
{
    memory_free(block);
}

chancery_status chancery_archive_open(const char *path, chancery_archive **out,
                                      chancery_error *error)
{
    if (!path || !out)
        return engine_misuse(__func__, "an argument is NULL", error);
    return archive_open(path, ARCHIVE_WRITE, out, error);
}

void chancery_archive_close(chancery_archive *archive)
{
    archive_close(archive);
}

chancery_status chancery_archive_store(chancery_archive *archive, const chancery_reading *reading,
                                       chancery_error *error)
{
    bool changed;
    if (!archive || !reading)
        return engine_misuse(__func__, "an argument is NULL", error);
    return archive_store(archive, reading, &changed, error);
}
