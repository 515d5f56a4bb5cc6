/* Export: readings in others' formats.
 *
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef EXPORT_EXPORT_H
#define EXPORT_EXPORT_H

#include <stdio.h>

#include "base/arena.h"
#include "chancery/reading.h"
#include "chancery/status.h"

/** A reading as one line of JSON (docs/json.md), no line end: fields in the order of design, UTF-8
 * unescaped. Absent strings and dates are left out; lists are always there. The same reading gives
 * the same bytes.
 *  @return CHANCERY_OK, _E_LIMIT, _E_MEMORY. */
chancery_status export_json(const chancery_reading *reading, arena *arena, slice *out,
                            chancery_error *error) CHANCERY_MUST_CHECK;

/** The same bytes to a stream, which is left unflushed, for readings too large to hold twice.
 *  @return CHANCERY_OK or _E_IO. */
chancery_status export_json_stream(const chancery_reading *reading, FILE *out,
                                   chancery_error *error) CHANCERY_MUST_CHECK;

/** One event, person, statement, relation, finding as a JSON object, as it stands in export_json.
 */
chancery_status export_event_json(const chancery_event *event, arena *arena, slice *out,
                                  chancery_error *error) CHANCERY_MUST_CHECK;
chancery_status export_person_json(const chancery_person *person, arena *arena, slice *out,
                                   chancery_error *error) CHANCERY_MUST_CHECK;
chancery_status export_statement_json(const chancery_statement *statement, arena *arena, slice *out,
                                      chancery_error *error) CHANCERY_MUST_CHECK;
chancery_status export_relation_json(const chancery_relation *relation, arena *arena, slice *out,
                                     chancery_error *error) CHANCERY_MUST_CHECK;
chancery_status export_finding_json(const chancery_finding *finding, arena *arena, slice *out,
                                    chancery_error *error) CHANCERY_MUST_CHECK;

/** What names a report beside an item of it: id, name, title, published, url. */
chancery_status export_source_json(const chancery_reading *reading, arena *arena, slice *out,
                                   chancery_error *error) CHANCERY_MUST_CHECK;

/** What `chancery pair` prints of a line, no line end; without an event all but `id` is null.
 *  @param id as JSON. */
chancery_status export_pair_json(slice id, const chancery_pair *pair, arena *arena, slice *out,
                                 chancery_error *error) CHANCERY_MUST_CHECK;

/** A string as JSON, with its quotes. */
chancery_status export_string_json(slice text, arena *arena, slice *out,
                                   chancery_error *error) CHANCERY_MUST_CHECK;

/** PLOVER's own records, one event a line with line ends: `mode` and `event` as lists,
 * `event_text`, `text_info` (offsets in characters, not bytes), `cite_info`, `event_loc`, `coder`.
 *  Negated events are left out, as PLOVER does, unless `all`. */
chancery_status export_plover(const chancery_reading *reading, bool all, FILE *out,
                              chancery_error *error) CHANCERY_MUST_CHECK;

/** CSV (RFC 4180), one event a line; a header with export_csv_header. Cells that a spreadsheet
 * would take for a formula (=, +, -, @ first) are prefixed by an apostrophe. */
chancery_status export_csv_header(FILE *out, chancery_error *error) CHANCERY_MUST_CHECK;
chancery_status export_csv(const chancery_reading *reading, FILE *out,
                           chancery_error *error) CHANCERY_MUST_CHECK;

#endif
