-- The archive's schema, edition 1. docs/schema.md says what each column holds.
--
-- SPDX-License-Identifier: Apache-2.0
--
--   reports <- codings <- sentences, entities, people, events, statements, commitments,
--                         visits, relations, dates, findings <- their own lists
--
-- Whatever a machine read hangs on `codings`, one row a report, which names the edition that made
-- it: to read a report again is to delete that row. What a person adds hangs on `reports`.
--
-- *_key columns are the archive's own numbers; `id` columns are the ids that people see, the same
-- in every archive. Offsets are bytes in reports.text, half-open. What is absent is NULL. Rows of a
-- report are in the order of its reading when ordered by their key or number.

CREATE TABLE reports (
    report_key INTEGER PRIMARY KEY,
    id         TEXT NOT NULL UNIQUE,
    name       TEXT,
    title      TEXT,
    published  TEXT,
    language   TEXT,
    source     TEXT,
    url        TEXT,
    author     TEXT,
    text       TEXT NOT NULL
) STRICT;

CREATE TABLE editions (
    edition_key INTEGER PRIMARY KEY,
    program     TEXT NOT NULL,
    codebook    TEXT NOT NULL,
    kb          TEXT NOT NULL,
    model       TEXT NOT NULL,
    UNIQUE (program, codebook, kb, model)
) STRICT;

CREATE TABLE codings (
    report_key  INTEGER PRIMARY KEY REFERENCES reports ON DELETE CASCADE,
    edition_key INTEGER NOT NULL REFERENCES editions,
    digest      INTEGER NOT NULL
) STRICT;
CREATE INDEX codings_edition ON codings (edition_key);

CREATE TABLE sentences (
    report_key INTEGER NOT NULL REFERENCES codings ON DELETE CASCADE,
    number     INTEGER NOT NULL,
    start_byte INTEGER NOT NULL,
    end_byte   INTEGER NOT NULL,
    PRIMARY KEY (report_key, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE entities (
    entity_key INTEGER PRIMARY KEY,
    report_key INTEGER NOT NULL REFERENCES codings ON DELETE CASCADE,
    id         TEXT NOT NULL,
    kind       TEXT NOT NULL,
    code       TEXT,
    name       TEXT
) STRICT;
CREATE INDEX entities_report ON entities (report_key);
CREATE INDEX entities_code ON entities (code, report_key);
CREATE INDEX entities_id ON entities (id);

CREATE TABLE entity_mentions (
    entity_key INTEGER NOT NULL REFERENCES entities ON DELETE CASCADE,
    number     INTEGER NOT NULL,
    start_byte INTEGER NOT NULL,
    end_byte   INTEGER NOT NULL,
    how        TEXT,
    PRIMARY KEY (entity_key, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE people (
    person_key INTEGER PRIMARY KEY,
    report_key INTEGER NOT NULL REFERENCES codings ON DELETE CASCADE,
    id         TEXT NOT NULL,
    name       TEXT
) STRICT;
CREATE INDEX people_report ON people (report_key);
CREATE INDEX people_id ON people (id);

CREATE TABLE person_mentions (
    person_key INTEGER NOT NULL REFERENCES people ON DELETE CASCADE,
    number     INTEGER NOT NULL,
    start_byte INTEGER NOT NULL,
    end_byte   INTEGER NOT NULL,
    how        TEXT,
    PRIMARY KEY (person_key, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE offices (
    person_key INTEGER NOT NULL REFERENCES people ON DELETE CASCADE,
    number     INTEGER NOT NULL,
    title      TEXT,
    of_code    TEXT,
    from_date  TEXT,
    until_date TEXT,
    rank       TEXT,
    start_byte INTEGER NOT NULL,
    end_byte   INTEGER NOT NULL,
    PRIMARY KEY (person_key, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE events (
    event_key      INTEGER PRIMARY KEY,
    report_key     INTEGER NOT NULL REFERENCES codings ON DELETE CASCADE,
    id             TEXT NOT NULL,
    event          TEXT NOT NULL,
    mode           TEXT,
    quad_code      INTEGER NOT NULL,
    event_scale    REAL NOT NULL,
    status         TEXT NOT NULL,
    date           TEXT,
    enddate        TEXT,
    location       TEXT,
    location_code  TEXT,
    lat            REAL,
    lon            REAL,
    dead           INTEGER,
    injured        INTEGER,
    arrested       INTEGER,
    size           INTEGER,
    money_amount   REAL,
    money_currency TEXT,
    start_byte     INTEGER NOT NULL,
    end_byte       INTEGER NOT NULL,
    sentence       INTEGER NOT NULL,
    frame          TEXT,
    confidence     REAL NOT NULL,
    date_from      TEXT,
    date_start     INTEGER,
    date_end       INTEGER,
    status_start   INTEGER,
    status_end     INTEGER,
    trigger_start  INTEGER,
    trigger_end    INTEGER
) STRICT;
CREATE INDEX events_report ON events (report_key);
CREATE INDEX events_id ON events (id);

CREATE TABLE event_roles (
    event_key   INTEGER NOT NULL REFERENCES events ON DELETE CASCADE,
    side        TEXT NOT NULL,
    number      INTEGER NOT NULL,
    code        TEXT,
    sector      TEXT,
    person      TEXT,
    entity_text TEXT,
    start_byte  INTEGER NOT NULL,
    end_byte    INTEGER NOT NULL,
    PRIMARY KEY (event_key, side, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX event_roles_code ON event_roles (code);

CREATE TABLE event_contexts (
    event_key INTEGER NOT NULL REFERENCES events ON DELETE CASCADE,
    number    INTEGER NOT NULL,
    context   TEXT NOT NULL,
    PRIMARY KEY (event_key, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE event_mentions (
    event_key  INTEGER NOT NULL REFERENCES events ON DELETE CASCADE,
    number     INTEGER NOT NULL,
    start_byte INTEGER NOT NULL,
    end_byte   INTEGER NOT NULL,
    PRIMARY KEY (event_key, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE statements (
    statement_key  INTEGER PRIMARY KEY,
    report_key     INTEGER NOT NULL REFERENCES codings ON DELETE CASCADE,
    id             TEXT NOT NULL,
    speaker_code   TEXT,
    speaker_sector TEXT,
    speaker_person TEXT,
    speaker_text   TEXT,
    speaker_start  INTEGER NOT NULL,
    speaker_end    INTEGER NOT NULL,
    act            TEXT,
    quoted         INTEGER NOT NULL,
    content_start  INTEGER NOT NULL,
    content_end    INTEGER NOT NULL,
    start_byte     INTEGER NOT NULL,
    end_byte       INTEGER NOT NULL,
    words          TEXT NOT NULL,
    date           TEXT,
    date_from      TEXT,
    date_start     INTEGER,
    date_end       INTEGER
) STRICT;
CREATE INDEX statements_report ON statements (report_key);
CREATE INDEX statements_id ON statements (id);
CREATE INDEX statements_code ON statements (speaker_code, report_key);

CREATE TABLE statement_contexts (
    statement_key INTEGER NOT NULL REFERENCES statements ON DELETE CASCADE,
    number        INTEGER NOT NULL,
    context       TEXT NOT NULL,
    PRIMARY KEY (statement_key, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE statement_positions (
    statement_key INTEGER NOT NULL REFERENCES statements ON DELETE CASCADE,
    number        INTEGER NOT NULL,
    toward        TEXT,
    stance        TEXT,
    PRIMARY KEY (statement_key, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE commitments (
    commitment_key INTEGER PRIMARY KEY,
    report_key     INTEGER NOT NULL REFERENCES codings ON DELETE CASCADE,
    id             TEXT NOT NULL,
    what_start     INTEGER NOT NULL,
    what_end       INTEGER NOT NULL,
    until_date     TEXT,
    statement      TEXT,
    start_byte     INTEGER NOT NULL,
    end_byte       INTEGER NOT NULL
) STRICT;
CREATE INDEX commitments_report ON commitments (report_key);
CREATE INDEX commitments_id ON commitments (id);

CREATE TABLE commitment_parties (
    commitment_key INTEGER NOT NULL REFERENCES commitments ON DELETE CASCADE,
    side           TEXT NOT NULL,
    number         INTEGER NOT NULL,
    code           TEXT,
    PRIMARY KEY (commitment_key, side, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE visits (
    visit_key  INTEGER PRIMARY KEY,
    report_key INTEGER NOT NULL REFERENCES codings ON DELETE CASCADE,
    event      TEXT,
    person     TEXT,
    from_code  TEXT,
    country    TEXT,
    city       TEXT,
    date       TEXT,
    enddate    TEXT,
    confidence REAL NOT NULL
) STRICT;
CREATE INDEX visits_report ON visits (report_key);

CREATE TABLE visit_meetings (
    visit_key INTEGER NOT NULL REFERENCES visits ON DELETE CASCADE,
    number    INTEGER NOT NULL,
    person    TEXT,
    PRIMARY KEY (visit_key, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE relations (
    relation_key INTEGER PRIMARY KEY,
    report_key   INTEGER NOT NULL REFERENCES codings ON DELETE CASCADE,
    id           TEXT NOT NULL,
    code_a       TEXT,
    code_b       TEXT,
    kind         TEXT,
    since        TEXT,
    until        TEXT,
    level        TEXT,
    start_byte   INTEGER NOT NULL,
    end_byte     INTEGER NOT NULL
) STRICT;
CREATE INDEX relations_report ON relations (report_key);
CREATE INDEX relations_id ON relations (id);
CREATE INDEX relations_codes ON relations (code_a, code_b);
CREATE INDEX relations_code_b ON relations (code_b);

CREATE TABLE dates (
    date_key   INTEGER PRIMARY KEY,
    report_key INTEGER NOT NULL REFERENCES codings ON DELETE CASCADE,
    type       TEXT NOT NULL,
    value      TEXT,
    endvalue   TEXT,
    start_byte INTEGER NOT NULL,
    end_byte   INTEGER NOT NULL
) STRICT;
CREATE INDEX dates_report ON dates (report_key);

CREATE TABLE findings (
    finding_key INTEGER PRIMARY KEY,
    report_key  INTEGER NOT NULL REFERENCES codings ON DELETE CASCADE,
    id          TEXT NOT NULL,
    kind        TEXT,
    severity    TEXT NOT NULL,
    start_byte  INTEGER NOT NULL,
    end_byte    INTEGER NOT NULL,
    message     TEXT,
    likely      TEXT
) STRICT;
CREATE INDEX findings_report ON findings (report_key);
CREATE INDEX findings_id ON findings (id);

-- Full-text search. The words lie in the tables above, and triggers keep the indexes true to them
-- whoever deletes or changes a row. A new row is indexed by who inserts it: an INSERT with a trigger
-- is a statement with a savepoint, and at each of those FTS5 writes out what it has gathered.

CREATE VIRTUAL TABLE report_words USING fts5(
    text, content = 'reports', content_rowid = 'report_key',
    tokenize = 'porter unicode61 remove_diacritics 2');
CREATE TRIGGER reports_delete AFTER DELETE ON reports BEGIN
    INSERT INTO report_words (report_words, rowid, text)
    VALUES ('delete', old.report_key, old.text);
END;
CREATE TRIGGER reports_update AFTER UPDATE OF report_key, text ON reports BEGIN
    INSERT INTO report_words (report_words, rowid, text)
    VALUES ('delete', old.report_key, old.text);
    INSERT INTO report_words (rowid, text) VALUES (new.report_key, new.text);
END;

CREATE VIRTUAL TABLE statement_words USING fts5(
    words, content = 'statements', content_rowid = 'statement_key',
    tokenize = 'porter unicode61 remove_diacritics 2');
CREATE TRIGGER statements_delete AFTER DELETE ON statements BEGIN
    INSERT INTO statement_words (statement_words, rowid, words)
    VALUES ('delete', old.statement_key, old.words);
END;
CREATE TRIGGER statements_update AFTER UPDATE OF statement_key, words ON statements BEGIN
    INSERT INTO statement_words (statement_words, rowid, words)
    VALUES ('delete', old.statement_key, old.words);
    INSERT INTO statement_words (rowid, words) VALUES (new.statement_key, new.words);
END;

CREATE VIRTUAL TABLE person_names USING fts5(
    name, content = 'people', content_rowid = 'person_key',
    tokenize = 'unicode61 remove_diacritics 2', columnsize = 0);
CREATE TRIGGER people_delete AFTER DELETE ON people BEGIN
    INSERT INTO person_names (person_names, rowid, name)
    VALUES ('delete', old.person_key, old.name);
END;
CREATE TRIGGER people_update AFTER UPDATE OF person_key, name ON people BEGIN
    INSERT INTO person_names (person_names, rowid, name)
    VALUES ('delete', old.person_key, old.name);
    INSERT INTO person_names (rowid, name) VALUES (new.person_key, new.name);
END;

-- Flat tables with plain names, for people who ask from elsewhere.

-- One line an event: who did what to whom, when, and the sentence that says so.
CREATE VIEW timeline AS
SELECT e.date, e.enddate,
       (SELECT group_concat(code, ', ') FROM (
            SELECT code FROM event_roles
            WHERE event_key = e.event_key AND side = 'actor' ORDER BY number)) AS actors,
       e.event, e.mode,
       (SELECT group_concat(code, ', ') FROM (
            SELECT code FROM event_roles
            WHERE event_key = e.event_key AND side = 'recipient' ORDER BY number)) AS recipients,
       e.status, e.quad_code, e.event_scale,
       (SELECT group_concat(context, ', ') FROM (
            SELECT context FROM event_contexts
            WHERE event_key = e.event_key ORDER BY number)) AS contexts,
       e.location,
       CAST(substr(CAST(r.text AS BLOB), s.start_byte + 1, s.end_byte - s.start_byte) AS TEXT)
           AS sentence,
       e.confidence, e.frame, r.title, r.published, e.id AS event_id, r.id AS report_id
FROM events e
JOIN reports r USING (report_key)
LEFT JOIN sentences s ON s.report_key = e.report_key AND s.number = e.sentence;

-- One line an event and pair of codes. Where nobody receives, each pair of those who act together
-- is a line, with mutual = 1.
CREATE VIEW dyads AS
SELECT DISTINCT e.date, a.code AS actor, b.code AS recipient, b.side = 'actor' AS mutual,
       e.event, e.mode, e.status, e.quad_code, e.event_scale, e.confidence,
       r.published, e.id AS event_id, r.id AS report_id
FROM events e
JOIN reports r USING (report_key)
JOIN event_roles a ON a.event_key = e.event_key AND a.side = 'actor'
JOIN event_roles b ON b.event_key = e.event_key
     AND (b.side = 'recipient'
          OR (b.side = 'actor' AND b.number > a.number AND b.code <> a.code
              AND NOT EXISTS (SELECT 1 FROM event_roles x
                              WHERE x.event_key = e.event_key AND x.side = 'recipient')))
WHERE a.code IS NOT NULL AND b.code IS NOT NULL;

-- One line a report, person and office.
CREATE VIEW officeholders AS
SELECT p.name AS person, o.title AS office, o.of_code, o.rank, o.from_date, o.until_date,
       r.published, r.title, p.id AS person_id, r.id AS report_id
FROM offices o
JOIN people p USING (person_key)
JOIN reports r USING (report_key);

-- One line a statement, with its words.
CREATE VIEW quotes AS
SELECT r.published AS date, coalesce(p.name, s.speaker_text) AS speaker,
       s.speaker_code AS code, s.speaker_sector AS sector, s.act, s.words, s.quoted,
       (SELECT group_concat(context, ', ') FROM (
            SELECT context FROM statement_contexts
            WHERE statement_key = s.statement_key ORDER BY number)) AS contexts,
       r.title, s.id AS statement_id, r.id AS report_id
FROM statements s
JOIN reports r USING (report_key)
LEFT JOIN people p ON p.report_key = s.report_key AND p.id = s.speaker_person;

-- One line a relation that a report tells of.
CREATE VIEW ties AS
SELECT l.code_a, l.code_b, l.kind, l.since, l.until, l.level,
       CAST(substr(CAST(r.text AS BLOB), l.start_byte + 1, l.end_byte - l.start_byte) AS TEXT)
           AS words,
       r.published, r.title, l.id AS relation_id, r.id AS report_id
FROM relations l
JOIN reports r USING (report_key);

-- One line a finding, with the words that it is about.
CREATE VIEW slips AS
SELECT f.kind, f.severity, f.message, f.likely,
       CAST(substr(CAST(r.text AS BLOB), f.start_byte + 1, f.end_byte - f.start_byte) AS TEXT)
           AS words,
       r.published, r.title, f.id AS finding_id, r.id AS report_id
FROM findings f
JOIN reports r USING (report_key);
