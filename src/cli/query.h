/* What the commands that ask an archive share: their options, and readings loaded as they are
 * needed.
 *
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef CLI_QUERY_H
#define CLI_QUERY_H

#include "base/array.h"
#include "cli/cli.h"
#include "cli/look.h"

/** Options that a command takes, beside --archive, --format and --help. */
enum {
    QUERY_STATES = 1 << 0,   /* two states (or one) as arguments */
    QUERY_DATES = 1 << 1,    /* --from, --until */
    QUERY_EVENTS = 1 << 2,   /* --event, --status, --min-confidence */
    QUERY_LIMIT = 1 << 3,    /* --limit */
    QUERY_CSV = 1 << 4,      /* --format csv */
    QUERY_ALL = 1 << 5,      /* --all */
    QUERY_OPTIONAL = 1 << 6, /* states may be left out */
};

typedef struct cli_loaded {
    slice report;
    chancery_reading reading;
} cli_loaded;

typedef struct cli_query {
    const char *command;
    const char *help;
    unsigned takes;
    const char *archive_path;
    const char *data_dir;
    cli_format format;
    bool format_given;
    bool all;
    bool done; /* help was printed */
    archive_query asked;
    slice names[2];   /* English names of the two states */
    char **arguments; /* [argument_count] what is left */
    size_t argument_count;
    chancery_engine *engine;
    chancery_archive *archive;
    arena arena;
    ARRAY(cli_loaded *) loaded;
    chancery_error error;
} cli_query;

/** Reads the options and opens the archive (and the engine, for names of states).
 *  @return CLI_OK with the archive open; else the exit status (also CLI_OK with `done` after
 * --help). Close in any case. */
int query_open(cli_query *q, int argc, char **argv);
void query_close(cli_query *q);

/** The reading of a report, loaded once. @return NULL after a message. */
const chancery_reading *query_reading(cli_query *q, slice report);

/** The items of a reading by id; NULL where it has none such. */
const chancery_event *query_event(const chancery_reading *reading, slice id);
const chancery_statement *query_statement(const chancery_reading *reading, slice id);
const chancery_relation *query_relation(const chancery_reading *reading, slice id);
const chancery_finding *query_finding(const chancery_reading *reading, slice id);
const chancery_person *query_person(const chancery_reading *reading, slice id);

/** A file's name without its folders and suffix: how a source is called in lists. */
slice query_source(const chancery_reading *reading);

/** Prints an item's JSON with "report", "source" and "published" beside it, and a line end. @return
 * CLI_OK or CLI_FAILED. */
int query_print_json(cli_query *q, const chancery_reading *reading, slice item);

/** The same without the line end, for lists. */
int query_print_json_bare(cli_query *q, const chancery_reading *reading, slice item);

#endif
