/* One's own names and people, kept with the archive that they are used for.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * They are texts as the person wrote them (data/kb/FORMAT.md). Which of them a reading was made
 * with stands in its edition. The table is made by the first text, so that archives from before it
 * are as good as new ones. */
#include "archive/internal.h"

#include "base/array.h"
#include "base/error.h"

static const char CREATE[] = "CREATE TABLE IF NOT EXISTS own_names ("
                             " name TEXT PRIMARY KEY, text TEXT NOT NULL) STRICT";

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

chancery_status archive_keep_names(chancery_archive *archive, slice name, slice text,
                                   chancery_error *error)
{
    chancery_status status = archive_enter(archive, error);
    if (status != CHANCERY_OK)
        return status;
    status = run_text(archive, slice_of(CREATE), (slice){0}, (slice){0}, error);
    if (status == CHANCERY_OK)
        status =
            run_text(archive, SLICE("INSERT OR REPLACE INTO own_names (name, text) VALUES (?, ?)"),
                     name, text, error);
    return archive_leave(archive, status, error);
}

static chancery_status has_names(chancery_archive *archive, bool *out, chancery_error *error)
{
    row r =
        row_of_text(archive, SLICE("SELECT 1 FROM sqlite_schema WHERE name = 'own_names'"), error);
    *out = row_next(&r);
    return row_end(&r);
}

chancery_status archive_drop_names(chancery_archive *archive, slice name, chancery_error *error)
{
    bool there, known = false;
    chancery_status status = archive_enter(archive, error);
    if (status != CHANCERY_OK)
        return status;
    status = has_names(archive, &there, error);
    if (status == CHANCERY_OK && there) {
        row r = row_of_text(archive, SLICE("DELETE FROM own_names WHERE name = ? RETURNING name"),
                            error);
        row_put_words(&r, name);
        known = row_next(&r);
        status = row_end(&r);
    }
    if (status == CHANCERY_OK && !known)
        status = error_set(error, CHANCERY_E_NOT_FOUND,
                           "the archive has no names called '%.*s'; 'chancery kb stats' lists them",
                           SLICE_ARGS(name));
    return archive_leave(archive, status, error);
}

chancery_status archive_own_names(chancery_archive *archive, arena *a, archive_texts *out,
                                  chancery_error *error)
{
    bool there;
    ARRAY(archive_text) texts = {0};
    *out = (archive_texts){0};
    chancery_status status = has_names(archive, &there, error);
    if (status != CHANCERY_OK || !there)
        return status;
    row r = row_of_text(archive, SLICE("SELECT name, text FROM own_names ORDER BY name"), error);
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
