/* One's own names and codebook, kept with the archive that they are used for.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * They are texts as the person wrote them (data/kb/FORMAT.md, data/codebook/FORMAT.md). Which of
 * them a reading was made with stands in its edition. A table is made by its first text, so that
 * archives from before it are as good as new ones. */
#include "archive/internal.h"

#include "base/array.h"
#include "base/error.h"

#define CREATE(table)                                                                              \
    "CREATE TABLE IF NOT EXISTS " table " (name TEXT PRIMARY KEY, text TEXT NOT NULL) STRICT"

/** What is asked of each table. */
static const struct own_table {
    const char *create, *keep, *drop, *has, *list;
} tables[] = {
    [ARCHIVE_NAMES] = {CREATE("own_names"),
                       "INSERT OR REPLACE INTO own_names (name, text) VALUES (?, ?)",
                       "DELETE FROM own_names WHERE name = ? RETURNING name",
                       "SELECT 1 FROM sqlite_schema WHERE name = 'own_names'",
                       "SELECT name, text FROM own_names ORDER BY name"},
    [ARCHIVE_CODEBOOK] = {CREATE("own_codebook"),
                          "INSERT OR REPLACE INTO own_codebook (name, text) VALUES (?, ?)",
                          "DELETE FROM own_codebook WHERE name = ? RETURNING name",
                          "SELECT 1 FROM sqlite_schema WHERE name = 'own_codebook'",
                          "SELECT name, text FROM own_codebook ORDER BY name"},
};

static chancery_status run_text(chancery_archive *archive, slice sql, slice first, slice second,
                                chancery_error *error)
{
    row r = row_of_text(archive, sql, error);
    if (first.ptr)
        row_put_words(&r, first);
    if (second.ptr)
        row_put_words(&r, second);
    return row_run(&r);
}

chancery_status archive_keep_own(chancery_archive *archive, archive_own own, slice name, slice text,
                                 chancery_error *error)
{
    chancery_status status = archive_enter(archive, error);
    if (status != CHANCERY_OK)
        return status;
    status = run_text(archive, slice_of(tables[own].create), (slice){0}, (slice){0}, error);
    if (status == CHANCERY_OK)
        status = run_text(archive, slice_of(tables[own].keep), name, text, error);
    return archive_leave(archive, status, error);
}

static chancery_status has_table(chancery_archive *archive, archive_own own, bool *out,
                                 chancery_error *error)
{
    row r = row_of_text(archive, slice_of(tables[own].has), error);
    *out = row_next(&r);
    return row_end(&r);
}

static chancery_status not_kept(archive_own own, slice name, chancery_error *error)
{
    if (own == ARCHIVE_NAMES)
        return error_set(error, CHANCERY_E_NOT_FOUND,
                         "the archive has no names called '%.*s'; 'chancery kb stats' lists them",
                         SLICE_ARGS(name));
    return error_set(error, CHANCERY_E_NOT_FOUND,
                     "the archive keeps no codebook called '%.*s'; 'chancery codebook show' with "
                     "--archive lists them",
                     SLICE_ARGS(name));
}

chancery_status archive_drop_own(chancery_archive *archive, archive_own own, slice name,
                                 chancery_error *error)
{
    bool there, known = false;
    chancery_status status = archive_enter(archive, error);
    if (status != CHANCERY_OK)
        return status;
    status = has_table(archive, own, &there, error);
    if (status == CHANCERY_OK && there) {
        row r = row_of_text(archive, slice_of(tables[own].drop), error);
        row_put_words(&r, name);
        known = row_next(&r);
        status = row_end(&r);
    }
    if (status == CHANCERY_OK && !known)
        status = not_kept(own, name, error);
    return archive_leave(archive, status, error);
}

chancery_status archive_own_texts(chancery_archive *archive, archive_own own, arena *a,
                                  archive_texts *out, chancery_error *error)
{
    bool there;
    ARRAY(archive_text) texts = {0};
    *out = (archive_texts){0};
    chancery_status status = has_table(archive, own, &there, error);
    if (status != CHANCERY_OK || !there)
        return status;
    row r = row_of_text(archive, slice_of(tables[own].list), error);
    while (row_next(&r)) {
        archive_text *text = array_push(&texts, a, error);
        if (!text) {
            status = CHANCERY_E_MEMORY;
            break;
        }
        row_take_text(&r, a, &text->name);
        row_take_text(&r, a, &text->text);
    }
    chancery_status end = row_end(&r);
    *out = (archive_texts){texts.items, texts.count};
    return status == CHANCERY_OK ? end : status;
}
