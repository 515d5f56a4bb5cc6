/* What the files of the archive room share with each other and with nobody else.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * A row (row.c) is one prepared statement under way: values go in with row_put_…, come out with
 * row_take_…, both in the order of the SQL. The first failure sticks in row.status and makes all
 * that follows do nothing, so that a table's columns are a plain list. */
#ifndef ARCHIVE_INTERNAL_H
#define ARCHIVE_INTERNAL_H

#include <sqlite3.h>

#include "archive/archive.h"

enum {
    ARCHIVE_APPLICATION_ID = 0x4368616e, /* "Chan" */
    ARCHIVE_EDITION = 1,                 /* user_version: of the schema */
    ARCHIVE_BUSY_MS = 5000,
    ARCHIVE_CACHE_KIB = 64 << 10,
};

/** Statements that are kept. Their text is in sql.c. */
typedef enum sql_id {
    SQL_BEGIN_READ,
    SQL_BEGIN_WRITE,
    SQL_COMMIT,
    SQL_ROLLBACK,

    SQL_FIND_REPORT,
    SQL_INSERT_REPORT,
    SQL_INDEX_REPORT,
    SQL_FILL_REPORT,
    SQL_DELETE_REPORT,
    SQL_FIND_EDITION,
    SQL_INSERT_EDITION,
    SQL_INSERT_CODING,
    SQL_UPDATE_CODING,
    SQL_DELETE_CODING,

    SQL_INSERT_SENTENCE,
    SQL_INSERT_ENTITY,
    SQL_INSERT_ENTITY_MENTION,
    SQL_INSERT_PERSON,
    SQL_INDEX_PERSON,
    SQL_INSERT_PERSON_MENTION,
    SQL_INSERT_OFFICE,
    SQL_INSERT_EVENT,
    SQL_INSERT_EVENT_ROLE,
    SQL_INSERT_EVENT_CONTEXT,
    SQL_INSERT_EVENT_MENTION,
    SQL_INSERT_STATEMENT,
    SQL_INDEX_STATEMENT,
    SQL_INSERT_STATEMENT_CONTEXT,
    SQL_INSERT_STATEMENT_POSITION,
    SQL_INSERT_COMMITMENT,
    SQL_INSERT_COMMITMENT_PARTY,
    SQL_INSERT_VISIT,
    SQL_INSERT_VISIT_MEETING,
    SQL_INSERT_RELATION,
    SQL_INSERT_DATE,
    SQL_INSERT_FINDING,

    SQL_LOAD_REPORT,
    SQL_LOAD_SENTENCES,
    SQL_LOAD_ENTITIES,
    SQL_LOAD_ENTITY_MENTIONS,
    SQL_LOAD_ENTITY_NAMES, /* of an archive without `how` */
    SQL_LOAD_PEOPLE,
    SQL_LOAD_PERSON_MENTIONS,
    SQL_LOAD_PERSON_NAMES,
    SQL_LOAD_OFFICES,
    SQL_LOAD_EVENTS,
    SQL_LOAD_OLD_EVENTS,
    SQL_LOAD_EVENT_ROLES,
    SQL_LOAD_EVENT_CONTEXTS,
    SQL_LOAD_EVENT_MENTIONS,
    SQL_LOAD_STATEMENTS,
    SQL_LOAD_OLD_STATEMENTS,
    SQL_LOAD_STATEMENT_CONTEXTS,
    SQL_LOAD_STATEMENT_POSITIONS,
    SQL_LOAD_COMMITMENTS,
    SQL_LOAD_COMMITMENT_PARTIES,
    SQL_LOAD_VISITS,
    SQL_LOAD_VISIT_MEETINGS,
    SQL_LOAD_RELATIONS,
    SQL_LOAD_DATES,
    SQL_LOAD_FINDINGS,

    SQL_COUNT,
} sql_id;

/** The text of a statement. Never NULL. */
const char *sql_text(sql_id id);

struct chancery_archive {
    sqlite3 *db;
    char *path; /* as given, for messages */
    bool writable;
    bool names_only; /* made before mentions said how they mean somebody, and only read */
    bool facts_lack; /* made before events said what decided date and status, and only read */
    bool in_memory;  /* stands for an empty file that is only read */
    bool begun;      /* between archive_begin and archive_commit or archive_rollback */
    bool lost;       /* a failure has taken back what archive_begin opened */
    sqlite3_stmt *kept[SQL_COUNT]; /* prepared when first needed */
};

/** Writes `message` about the archive under `path`. @return `status`. */
chancery_status archive_refuse(const char *path, chancery_status status, chancery_error *error,
                               const char *message);

/** Turns a result code of SQLite into a status with a message that says what to do. */
chancery_status archive_fail(const chancery_archive *archive, int code, chancery_error *error);

/* A scope is what is stored all or not at all: a transaction of its own, or a part of the one that
 * archive_begin opened, which is then taken back whole. A savepoint would take back less, but at
 * each one FTS5 writes out what it has gathered, which doubles the cost of a report. So whatever
 * can be refused is refused before the first write, and only failures of disk and memory lead here.
 */

chancery_status archive_enter(chancery_archive *archive, chancery_error *error) CHANCERY_MUST_CHECK;

/** Keeps the scope if `status` is CHANCERY_OK, else takes it back. @return `status`, or why the
 * scope could not be kept. */
chancery_status archive_leave(chancery_archive *archive, chancery_status status,
                              chancery_error *error) CHANCERY_MUST_CHECK;

/** Several reads that see one state of the archive: a transaction, unless one is open. @param own
 * tells archive_end_reading what to end. */
chancery_status archive_begin_reading(chancery_archive *archive, bool *own,
                                      chancery_error *error) CHANCERY_MUST_CHECK;
void archive_end_reading(chancery_archive *archive, bool own);

/** Runs a kept statement that takes and gives nothing. */
chancery_status archive_run(chancery_archive *archive, sql_id id,
                            chancery_error *error) CHANCERY_MUST_CHECK;

typedef struct row {
    chancery_archive *archive;
    sqlite3_stmt *stmt;
    bool kept;  /* reset at the end rather than finalized */
    int column; /* the next one to put or take */
    chancery_status status;
    chancery_error *error;
} row;

row row_of(chancery_archive *archive, sql_id id, chancery_error *error);
row row_of_text(chancery_archive *archive, slice sql, chancery_error *error);

/* An empty slice is NULL; row_put_words gives an empty string. The bytes must stay until row_end.
 */
void row_put_text(row *r, slice s);
void row_put_words(row *r, slice s);
void row_put_key(row *r, int64_t key);
void row_put_u64(row *r, uint64_t value);
void row_put_optional_u64(row *r, bool there, uint64_t value);
void row_put_double(row *r, double value);
void row_put_optional_double(row *r, bool there, double value);
void row_put_span(row *r, span s);
void row_put_optional_span(row *r, span s); /* an empty one is NULL */

/** Steps to the next line of the answer. @return false at its end or on failure. */
bool row_next(row *r);

/* NULL is empty, 0 or false. A value of another type than it should have makes the row fail with
 * CHANCERY_E_FORMAT: a file may come from anywhere. */
void row_take_text(row *r, arena *a, slice *out);
int64_t row_take_key(row *r);
uint32_t row_take_u32(row *r);
uint64_t row_take_u64(row *r);
bool row_take_optional_u64(row *r, uint64_t *out);
double row_take_double(row *r);
bool row_take_optional_double(row *r, double *out);
span row_take_span(row *r);
span row_take_optional_span(row *r); /* NULL is an empty one */

/** Makes the row fail with CHANCERY_E_FORMAT: the column taken last holds `what`. */
void row_refuse(row *r, const char *what);

/** Ends the statement. @return the first failure. */
chancery_status row_end(row *r) CHANCERY_MUST_CHECK;

/** Steps a statement that gives no lines, and ends it. */
chancery_status row_run(row *r) CHANCERY_MUST_CHECK;

/** Whether all that a reading refers to lies inside it: spans in the text and between characters,
 * sentences, enumerators, finite numbers. @return CHANCERY_OK, or `status` with the first fault. */
chancery_status archive_validate(const chancery_reading *reading, chancery_status status,
                                 chancery_error *error) CHANCERY_MUST_CHECK;

/** A hash over all of a reading but its report's text and origin and the edition: what tells
 * whether two codings of one report are equal. */
uint64_t archive_digest(const chancery_reading *reading);

/** archive_load inside a transaction; the digest that the coding was stored with goes to `*digest`.
 */
chancery_status archive_load_coding(chancery_archive *archive, slice report_id, arena *a,
                                    chancery_reading *out, uint64_t *digest,
                                    chancery_error *error) CHANCERY_MUST_CHECK;

/** Takes lines of report, item and date until the answer ends, and ends it. */
chancery_status archive_take_lines(row *r, arena *a, archive_lines *out) CHANCERY_MUST_CHECK;

/** CHANCERY_E_NOT_FOUND for an id. */
chancery_status archive_no_report(const chancery_archive *archive, slice id, chancery_error *error);

#endif
