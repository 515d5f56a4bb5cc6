/* The text of the statements that an archive keeps prepared.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * Columns stand in the order in which store.c puts and load.c takes them. */
#include "archive/internal.h"

static const char *const TEXTS[SQL_COUNT] = {
    [SQL_BEGIN_READ] = "BEGIN",
    [SQL_BEGIN_WRITE] = "BEGIN IMMEDIATE",
    [SQL_COMMIT] = "COMMIT",
    [SQL_ROLLBACK] = "ROLLBACK",

    [SQL_FIND_REPORT] = "SELECT r.report_key, r.text = ?2 AND r.published IS ?3, c.edition_key,"
                        " c.digest FROM reports r LEFT JOIN codings c USING (report_key)"
                        " WHERE r.id = ?1",
    [SQL_INSERT_REPORT] = "INSERT INTO reports (id, name, title, published, language, source, url,"
                          " author, text) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
    [SQL_INDEX_REPORT] = "INSERT INTO report_words (rowid, text) VALUES (?, ?)",
    [SQL_FILL_REPORT] =
        "UPDATE reports SET title = ?2, language = ?3, name = coalesce(name, ?4),"
        " source = coalesce(source, ?5), url = coalesce(url, ?6), author = coalesce(author, ?7)"
        " WHERE report_key = ?1 AND (title IS NOT ?2 OR language IS NOT ?3"
        " OR (name IS NULL AND ?4 IS NOT NULL) OR (source IS NULL AND ?5 IS NOT NULL)"
        " OR (url IS NULL AND ?6 IS NOT NULL) OR (author IS NULL AND ?7 IS NOT NULL))",
    [SQL_DELETE_REPORT] = "DELETE FROM reports WHERE id = ?",
    [SQL_FIND_EDITION] = "SELECT edition_key FROM editions WHERE program = ? AND codebook = ?"
                         " AND kb = ? AND model = ?",
    [SQL_INSERT_EDITION] =
        "INSERT INTO editions (program, codebook, kb, model) VALUES (?, ?, ?, ?)",
    [SQL_INSERT_CODING] = "INSERT INTO codings (report_key, edition_key, digest) VALUES (?, ?, ?)",
    [SQL_UPDATE_CODING] = "UPDATE codings SET edition_key = ?2 WHERE report_key = ?1",
    [SQL_DELETE_CODING] = "DELETE FROM codings WHERE report_key = ?",

    [SQL_INSERT_SENTENCE] = "INSERT INTO sentences (report_key, number, start_byte, end_byte)"
                            " VALUES (?, ?, ?, ?)",
    [SQL_INSERT_ENTITY] = "INSERT INTO entities (report_key, id, kind, code, name)"
                          " VALUES (?, ?, ?, ?, ?)",
    [SQL_INSERT_ENTITY_MENTION] = "INSERT INTO entity_mentions (entity_key, number, start_byte,"
                                  " end_byte, how) VALUES (?, ?, ?, ?, ?)",
    [SQL_INSERT_PERSON] = "INSERT INTO people (report_key, id, name) VALUES (?, ?, ?)",
    [SQL_INDEX_PERSON] = "INSERT INTO person_names (rowid, name) VALUES (?, ?)",
    [SQL_INSERT_PERSON_MENTION] = "INSERT INTO person_mentions (person_key, number, start_byte,"
                                  " end_byte, how) VALUES (?, ?, ?, ?, ?)",
    [SQL_INSERT_OFFICE] =
        "INSERT INTO offices (person_key, number, title, of_code, from_date, until_date, rank,"
        " start_byte, end_byte) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
    [SQL_INSERT_EVENT] =
        "INSERT INTO events (report_key, id, event, mode, quad_code, event_scale, status, date,"
        " enddate, location, location_code, lat, lon, dead, injured, arrested, size, money_amount,"
        " money_currency, start_byte, end_byte, sentence, frame, confidence, date_from,"
        " date_start, date_end, status_start, status_end, trigger_start, trigger_end)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,"
        " ?, ?, ?, ?)",
    [SQL_INSERT_EVENT_ROLE] =
        "INSERT INTO event_roles (event_key, side, number, code, sector, person, entity_text,"
        " start_byte, end_byte) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
    [SQL_INSERT_EVENT_CONTEXT] =
        "INSERT INTO event_contexts (event_key, number, context) VALUES (?, ?, ?)",
    [SQL_INSERT_EVENT_MENTION] = "INSERT INTO event_mentions (event_key, number, start_byte,"
                                 " end_byte) VALUES (?, ?, ?, ?)",
    [SQL_INSERT_STATEMENT] =
        "INSERT INTO statements (report_key, id, speaker_code, speaker_sector, speaker_person,"
        " speaker_text, speaker_start, speaker_end, act, quoted, content_start, content_end,"
        " start_byte, end_byte, words, date, date_from, date_start, date_end)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
    [SQL_INDEX_STATEMENT] = "INSERT INTO statement_words (rowid, words) VALUES (?, ?)",
    [SQL_INSERT_STATEMENT_CONTEXT] =
        "INSERT INTO statement_contexts (statement_key, number, context) VALUES (?, ?, ?)",
    [SQL_INSERT_STATEMENT_POSITION] =
        "INSERT INTO statement_positions (statement_key, number, toward, stance)"
        " VALUES (?, ?, ?, ?)",
    [SQL_INSERT_COMMITMENT] =
        "INSERT INTO commitments (report_key, id, what_start, what_end, until_date, statement,"
        " start_byte, end_byte) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
    [SQL_INSERT_COMMITMENT_PARTY] =
        "INSERT INTO commitment_parties (commitment_key, side, number, code) VALUES (?, ?, ?, ?)",
    [SQL_INSERT_VISIT] =
        "INSERT INTO visits (report_key, event, person, from_code, country, city, date, enddate,"
        " confidence) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
    [SQL_INSERT_VISIT_MEETING] =
        "INSERT INTO visit_meetings (visit_key, number, person) VALUES (?, ?, ?)",
    [SQL_INSERT_RELATION] =
        "INSERT INTO relations (report_key, id, code_a, code_b, kind, since, until, level,"
        " start_byte, end_byte) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
    [SQL_INSERT_DATE] = "INSERT INTO dates (report_key, type, value, endvalue, start_byte,"
                        " end_byte) VALUES (?, ?, ?, ?, ?, ?)",
    [SQL_INSERT_FINDING] =
        "INSERT INTO findings (report_key, id, kind, severity, start_byte, end_byte, message,"
        " likely) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",

    [SQL_LOAD_REPORT] =
        "SELECT r.report_key, c.digest, r.id, r.name, r.title, r.published, r.language, r.source,"
        " r.url, r.author, r.text, e.program, e.codebook, e.kb, e.model"
        " FROM reports r JOIN codings c USING (report_key) JOIN editions e USING (edition_key)"
        " WHERE r.id = ?",
    [SQL_LOAD_SENTENCES] =
        "SELECT start_byte, end_byte FROM sentences WHERE report_key = ? ORDER BY number",
    [SQL_LOAD_ENTITIES] = "SELECT entity_key, id, kind, code, name FROM entities"
                          " WHERE report_key = ? ORDER BY entity_key",
    [SQL_LOAD_ENTITY_MENTIONS] = "SELECT start_byte, end_byte, how FROM entity_mentions WHERE "
                                 "entity_key = ? ORDER BY number",
    [SQL_LOAD_ENTITY_NAMES] =
        "SELECT start_byte, end_byte, NULL FROM entity_mentions WHERE entity_key = ?"
        " ORDER BY number",
    [SQL_LOAD_PEOPLE] =
        "SELECT person_key, id, name FROM people WHERE report_key = ? ORDER BY person_key",
    [SQL_LOAD_PERSON_MENTIONS] = "SELECT start_byte, end_byte, how FROM person_mentions WHERE "
                                 "person_key = ? ORDER BY number",
    [SQL_LOAD_PERSON_NAMES] =
        "SELECT start_byte, end_byte, NULL FROM person_mentions WHERE person_key = ?"
        " ORDER BY number",
    [SQL_LOAD_OFFICES] = "SELECT title, of_code, from_date, until_date, rank, start_byte, end_byte"
                         " FROM offices WHERE person_key = ? ORDER BY number",
    [SQL_LOAD_EVENTS] =
        "SELECT event_key, id, event, mode, quad_code, event_scale, status, date, enddate,"
        " location, location_code, lat, lon, dead, injured, arrested, size, money_amount,"
        " money_currency, start_byte, end_byte, sentence, frame, confidence, date_from,"
        " date_start, date_end, status_start, status_end, trigger_start, trigger_end"
        " FROM events WHERE report_key = ? ORDER BY event_key",
    [SQL_LOAD_OLD_EVENTS] =
        "SELECT event_key, id, event, mode, quad_code, event_scale, status, date, enddate,"
        " location, location_code, lat, lon, dead, injured, arrested, size, money_amount,"
        " money_currency, start_byte, end_byte, sentence, frame, confidence, NULL, NULL, NULL,"
        " NULL, NULL, NULL, NULL FROM events WHERE report_key = ? ORDER BY event_key",
    [SQL_LOAD_EVENT_ROLES] = "SELECT code, sector, person, entity_text, start_byte, end_byte"
                             " FROM event_roles WHERE event_key = ? AND side = ? ORDER BY number",
    [SQL_LOAD_EVENT_CONTEXTS] =
        "SELECT context FROM event_contexts WHERE event_key = ? ORDER BY number",
    [SQL_LOAD_EVENT_MENTIONS] =
        "SELECT start_byte, end_byte FROM event_mentions WHERE event_key = ? ORDER BY number",
    [SQL_LOAD_STATEMENTS] =
        "SELECT statement_key, id, speaker_code, speaker_sector, speaker_person, speaker_text,"
        " speaker_start, speaker_end, act, quoted, content_start, content_end, start_byte,"
        " end_byte, date, date_from, date_start, date_end"
        " FROM statements WHERE report_key = ? ORDER BY statement_key",
    [SQL_LOAD_OLD_STATEMENTS] =
        "SELECT statement_key, id, speaker_code, speaker_sector, speaker_person, speaker_text,"
        " speaker_start, speaker_end, act, quoted, content_start, content_end, start_byte,"
        " end_byte, NULL, NULL, NULL, NULL"
        " FROM statements WHERE report_key = ? ORDER BY statement_key",
    [SQL_LOAD_STATEMENT_CONTEXTS] =
        "SELECT context FROM statement_contexts WHERE statement_key = ? ORDER BY number",
    [SQL_LOAD_STATEMENT_POSITIONS] =
        "SELECT toward, stance FROM statement_positions WHERE statement_key = ? ORDER BY number",
    [SQL_LOAD_COMMITMENTS] =
        "SELECT commitment_key, id, what_start, what_end, until_date, statement, start_byte,"
        " end_byte FROM commitments WHERE report_key = ? ORDER BY commitment_key",
    [SQL_LOAD_COMMITMENT_PARTIES] = "SELECT code FROM commitment_parties"
                                    " WHERE commitment_key = ? AND side = ? ORDER BY number",
    [SQL_LOAD_VISITS] =
        "SELECT visit_key, event, person, from_code, country, city, date, enddate, confidence"
        " FROM visits WHERE report_key = ? ORDER BY visit_key",
    [SQL_LOAD_VISIT_MEETINGS] =
        "SELECT person FROM visit_meetings WHERE visit_key = ? ORDER BY number",
    [SQL_LOAD_RELATIONS] =
        "SELECT id, code_a, code_b, kind, since, until, level, start_byte, end_byte"
        " FROM relations WHERE report_key = ? ORDER BY relation_key",
    [SQL_LOAD_DATES] = "SELECT type, value, endvalue, start_byte, end_byte"
                       " FROM dates WHERE report_key = ? ORDER BY date_key",
    [SQL_LOAD_FINDINGS] = "SELECT id, kind, severity, start_byte, end_byte, message, likely"
                          " FROM findings WHERE report_key = ? ORDER BY finding_key",
};

const char *sql_text(sql_id id)
{
    return TEXTS[id];
}
