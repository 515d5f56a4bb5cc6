/* Transactions of an archive.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * One writer at a time: a transaction that will write takes its lock at once (BEGIN IMMEDIATE), so
 * that two can't both read, then both wait for the other to let go. */
#include "archive/internal.h"

chancery_status archive_run(chancery_archive *archive, sql_id id, chancery_error *error)
{
    row r = row_of(archive, id, error);
    return row_run(&r);
}

static bool in_transaction(const chancery_archive *archive)
{
    return sqlite3_get_autocommit(archive->db) == 0;
}

static chancery_status check_may_write(const chancery_archive *archive, chancery_error *error)
{
    if (!archive->writable)
        return archive_refuse(archive->path, CHANCERY_E_MISUSE, error,
                              "the archive was opened for reading; open it for writing");
    if (archive->lost || (archive->begun && !in_transaction(archive)))
        return archive_refuse(
            archive->path, CHANCERY_E_IO, error,
            "an earlier failure has taken this transaction back; store its reports again");
    return CHANCERY_OK;
}

/* Takes the transaction back. Where memory is too short even for that it stays open, and is taken
 * back before the next one: see end_leftover. */
static void roll_back(chancery_archive *archive)
{
    if (in_transaction(archive))
        (void)!archive_run(archive, SQL_ROLLBACK, NULL);
}

/* Ends a transaction that roll_back could not. */
static chancery_status end_leftover(chancery_archive *archive, chancery_error *error)
{
    if (archive->begun || !in_transaction(archive))
        return CHANCERY_OK;
    return archive_run(archive, SQL_ROLLBACK, error);
}

chancery_status archive_begin(chancery_archive *archive, chancery_error *error)
{
    chancery_status status = check_may_write(archive, error);
    if (status != CHANCERY_OK)
        return status;
    if (archive->begun)
        return archive_refuse(archive->path, CHANCERY_E_MISUSE, error,
                              "a transaction is open; commit it or roll it back");
    status = end_leftover(archive, error);
    if (status == CHANCERY_OK)
        status = archive_run(archive, SQL_BEGIN_WRITE, error);
    archive->begun = status == CHANCERY_OK;
    return status;
}

chancery_status archive_commit(chancery_archive *archive, chancery_error *error)
{
    if (!archive->begun)
        return archive_refuse(archive->path, CHANCERY_E_MISUSE, error,
                              "no transaction is open; begin one");
    chancery_status status = check_may_write(archive, error);
    if (status == CHANCERY_OK)
        status = archive_run(archive, SQL_COMMIT, error);
    if (status == CHANCERY_OK)
        archive->begun = false;
    else if (status != CHANCERY_E_BUSY)
        archive_rollback(archive);
    return status;
}

void archive_rollback(chancery_archive *archive)
{
    roll_back(archive);
    archive->begun = false;
    archive->lost = false;
}

chancery_status archive_enter(chancery_archive *archive, chancery_error *error)
{
    chancery_status status = check_may_write(archive, error);
    if (status == CHANCERY_OK)
        status = end_leftover(archive, error);
    if (status == CHANCERY_OK && !archive->begun)
        status = archive_run(archive, SQL_BEGIN_WRITE, error);
    return status;
}

chancery_status archive_leave(chancery_archive *archive, chancery_status status,
                              chancery_error *error)
{
    if (status == CHANCERY_OK && !archive->begun)
        status = archive_run(archive, SQL_COMMIT, error);
    if (status != CHANCERY_OK) {
        roll_back(archive);
        archive->lost = archive->begun; /* which archive_commit will say */
    }
    return status;
}

chancery_status archive_begin_reading(chancery_archive *archive, bool *own, chancery_error *error)
{
    chancery_status status = end_leftover(archive, error);
    *own = status == CHANCERY_OK && !in_transaction(archive);
    return *own ? archive_run(archive, SQL_BEGIN_READ, error) : status;
}

void archive_end_reading(chancery_archive *archive, bool own)
{
    if (own)
        roll_back(archive);
}
