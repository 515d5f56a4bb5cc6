/* Archive: readings stored in one SQLite file, and asked.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * The schema is public (docs/schema.md): people query it from R, pandas, DuckDB and Datasette. Base
 * tables hold what was read; views give flat tables with plain names. Ids come from content, so
 * reading a report twice changes nothing. A stored reading can be loaded again as the same struct,
 * which is how explain, export and the dossier see it. */
#ifndef ARCHIVE_ARCHIVE_H
#define ARCHIVE_ARCHIVE_H

#include "base/arena.h"
#include "chancery/chancery.h"
#include "reading/reading.h"

typedef enum archive_mode {
    ARCHIVE_READ,  /* the file must be there; never written */
    ARCHIVE_WRITE, /* made where it isn't */
} archive_mode;

/** Opens (and where told makes) an archive.
 *  @return CHANCERY_OK, _E_NOT_FOUND, _E_FORMAT (not an archive: the file is untouched), _E_VERSION
 * (made by a newer edition), _E_BUSY (locked longer than 5 s), _E_IO (read-only, full disk),
 * _E_MEMORY. */
chancery_status archive_open(const char *path, archive_mode mode, chancery_archive **out,
                             chancery_error *error) CHANCERY_MUST_CHECK;
void archive_close(chancery_archive *archive);

/** Many readings in one transaction: begin, store…, commit. Storing without begin commits each
 * report. A report that is refused (CHANCERY_E_MISUSE, _E_LIMIT, _E_FORMAT) leaves the transaction
 * as it was; any other failure takes all of it back, which archive_commit then says. A commit that
 * is CHANCERY_E_BUSY may be tried again. */
chancery_status archive_begin(chancery_archive *archive, chancery_error *error) CHANCERY_MUST_CHECK;
chancery_status archive_commit(chancery_archive *archive,
                               chancery_error *error) CHANCERY_MUST_CHECK;
void archive_rollback(chancery_archive *archive);

/** Stores a reading; all or nothing. An equal reading of the same edition changes nothing
 * (`*changed` false). Of a report that is there, the coding is replaced; its name, source, url and
 * author are filled in where they were unknown and stay where they were known.
 *  @return CHANCERY_OK, _E_MISUSE (opened for reading, or a reading that points outside itself),
 * _E_FORMAT (another report has that id), _E_LIMIT, _E_BUSY, _E_IO, _E_MEMORY. */
chancery_status archive_store(chancery_archive *archive, const chancery_reading *reading,
                              bool *changed, chancery_error *error) CHANCERY_MUST_CHECK;

/** Loads a stored reading into `arena`. @return CHANCERY_OK, _E_NOT_FOUND, _E_IO, _E_FORMAT,
 * _E_MEMORY, _E_LIMIT. */
chancery_status archive_load(chancery_archive *archive, slice report_id, arena *arena,
                             chancery_reading *out, chancery_error *error) CHANCERY_MUST_CHECK;

/** A place in the archive: an item of a report. */
typedef struct archive_line {
    slice report; /* id of the report */
    slice item;   /* id of the event, statement, relation, finding */
    slice date;   /* by which it is ordered */
} archive_line;

typedef struct archive_lines {
    archive_line *items; /* [count] */
    size_t count;
} archive_lines;

/** What a question asks for; empty fields don't narrow it. */
typedef struct archive_query {
    slice a, b;        /* codes of two states (order does not matter), or one in a */
    slice from, until; /* ISO dates, inclusive */
    slice event;       /* PLOVER type */
    slice status;      /* "occurred" ... */
    double min_confidence;
    size_t limit; /* 0: all */
} archive_query;

/** Events with both states on either side (or one state where b is empty), by date, then report,
 * then place. */
chancery_status archive_events(chancery_archive *archive, const archive_query *query, arena *arena,
                               archive_lines *out, chancery_error *error) CHANCERY_MUST_CHECK;
/** Relations between the two. */
chancery_status archive_relations(chancery_archive *archive, const archive_query *query,
                                  arena *arena, archive_lines *out,
                                  chancery_error *error) CHANCERY_MUST_CHECK;
/** Statements by speakers of one of the two in reports that name both. */
chancery_status archive_statements(chancery_archive *archive, const archive_query *query,
                                   arena *arena, archive_lines *out,
                                   chancery_error *error) CHANCERY_MUST_CHECK;
/** Findings in all reports, or in those that name the two. */
chancery_status archive_findings(chancery_archive *archive, const archive_query *query,
                                 arena *arena, archive_lines *out,
                                 chancery_error *error) CHANCERY_MUST_CHECK;

/** People by name: the words of `name` must all stand in the person's name, case and diacritics
 * folded. One line a report and person; `item` is the person's id. */
chancery_status archive_people(chancery_archive *archive, slice name, arena *arena,
                               archive_lines *out, chancery_error *error) CHANCERY_MUST_CHECK;

/** Full-text search over reports and statements (SQLite FTS5's query language; a faulty query is
 * CHANCERY_E_MISUSE with its reason). Best first; `item` is empty for a report's own text. */
chancery_status archive_find(chancery_archive *archive, slice words, size_t limit, arena *arena,
                             archive_lines *out, chancery_error *error) CHANCERY_MUST_CHECK;

/** The report that an id (of a report or an item, whole or a prefix that names only one) belongs
 * to.
 *  @return CHANCERY_OK, _E_NOT_FOUND, _E_MISUSE (a prefix of several: the message lists some). */
chancery_status archive_resolve(chancery_archive *archive, slice id, arena *arena,
                                archive_line *out, chancery_error *error) CHANCERY_MUST_CHECK;

/** All reports' ids in order of publication, then id. */
chancery_status archive_reports(chancery_archive *archive, arena *arena, archive_lines *out,
                                chancery_error *error) CHANCERY_MUST_CHECK;

/** Deletes a report with all that stands on it. */
chancery_status archive_delete(chancery_archive *archive, slice report_id,
                               chancery_error *error) CHANCERY_MUST_CHECK;

/** What of one's own is kept with the archive: names and people (data/kb/FORMAT.md), or frames
 * (data/codebook/FORMAT.md). */
typedef enum archive_own {
    ARCHIVE_NAMES,
    ARCHIVE_CODEBOOK,
} archive_own;

typedef struct archive_text {
    slice name;
    slice text;
} archive_text;

typedef struct archive_texts {
    archive_text *items; /* [count], by name */
    size_t count;
} archive_texts;

/** Keeps a text under a name, in the place of an earlier one of that name. @return CHANCERY_OK,
 * _E_BUSY, _E_IO, _E_MEMORY. */
chancery_status archive_keep_own(chancery_archive *archive, archive_own own, slice name, slice text,
                                 chancery_error *error) CHANCERY_MUST_CHECK;

/** Takes it out again. @return as archive_keep_own, or _E_NOT_FOUND. */
chancery_status archive_drop_own(chancery_archive *archive, archive_own own, slice name,
                                 chancery_error *error) CHANCERY_MUST_CHECK;

/** All that are kept; none in an archive from before there were any. */
chancery_status archive_own_texts(chancery_archive *archive, archive_own own, arena *arena,
                                  archive_texts *out, chancery_error *error) CHANCERY_MUST_CHECK;

typedef struct archive_counts {
    uint64_t reports, events, people, statements, relations, findings;
} archive_counts;

/** Verifies the file: SQLite's own integrity check, foreign keys, every span inside its report, ids
 * that match their content. @return CHANCERY_OK, or CHANCERY_E_FORMAT with the first fault found.
 */
chancery_status archive_check(chancery_archive *archive, archive_counts *counts,
                              chancery_error *error) CHANCERY_MUST_CHECK;

#endif
