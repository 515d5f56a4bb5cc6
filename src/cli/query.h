/* What the commands that ask an archive share: their options, and readings loaded as they are
 * needed.
 *
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef CLI_QUERY_H
#define CLI_QUERY_H

#include "base/array.h"
#include "cli/cli.h"
#include "cli/look.h"
#include "cli/options.h"
#include "cli/states.h"

enum { QUERY_SHELVES = 1 << 12 };

/** A reading that is loaded, in a chain of those whose ids have one hash. */
typedef struct cli_loaded {
    struct cli_loaded *next;
    slice report;
    chancery_reading reading;
} cli_loaded;

typedef struct cli_query {
    const cli_usage *usage;
    bool takes_csv; /* --format csv, and ndjson for json */
    const char *archive_path;
    const char *data_dir;
    cli_format format;
    bool all;            /* --all */
    bool silent;         /* --silent */
    bool tree;           /* --tree */
    bool no_archive;     /* set by `check` where the arguments need none */
    slice published;     /* --published */
    bool narrowed;       /* by an option, so that an empty answer may be its doing */
    archive_query asked; /* of the options; codes by query_states */
    cli_state states[2]; /* [state_count] */
    size_t state_count;
    char **arguments; /* [argument_count] what is left */
    size_t argument_count;
    chancery_engine *engine;
    chancery_archive *archive;
    arena arena;         /* lasts as long as the command */
    arena readings;      /* see query_forget */
    cli_loaded **loaded; /* [QUERY_SHELVES] */
    chancery_error error;
} cli_query;

/** Runs a command that asks an archive.
 *  @param check looks at the arguments before any file is opened, and may open the engine; or NULL.
 *  @param run   answers, with the archive open.
 *  @return the exit status. */
int query_run(cli_query *q, int argc, char **argv, int (*check)(cli_query *),
              int (*run)(cli_query *));

/** Finds the one or two states of the arguments, for `check`; opens the engine.
 *  @param least how many there must be. @return CLI_OK, CLI_FAILED or CLI_MISUSE. */
int query_states(cli_query *q, size_t least);

/** "Ecuador and Peru", "Ecuador", or nothing where no state is named. */
slice query_subject(cli_query *q);

/** The arguments with a space between them. Empty where there are none. */
slice query_words(cli_query *q);

/** The reading of a report, loaded once. It lives until query_forget. @return NULL after a message.
 */
const chancery_reading *query_reading(cli_query *q, slice report);

/** Gives the readings' memory back where it has become much: a state may have part in a hundred
 * thousand reports. For moments when no reading is held. */
void query_forget(cli_query *q);

/** The items of a reading by id; NULL where it has none such. */
const chancery_event *query_event(const chancery_reading *reading, slice id);
const chancery_statement *query_statement(const chancery_reading *reading, slice id);
const chancery_relation *query_relation(const chancery_reading *reading, slice id);
const chancery_finding *query_finding(const chancery_reading *reading, slice id);
const chancery_person *query_person(const chancery_reading *reading, slice id);
const chancery_entity *query_entity(const chancery_reading *reading, slice id);
const chancery_commitment *query_commitment(const chancery_reading *reading, slice id);

/** Prints an item's JSON with "report", "source" and "published" beside it, and a line end. @return
 * CLI_OK or CLI_FAILED. */
int query_print_json(cli_query *q, const chancery_reading *reading, slice item);

/** The same without the line end, for lists. */
int query_print_json_bare(cli_query *q, const chancery_reading *reading, slice item);

/** Prints all lines as JSON. */
int query_print_json_lines(cli_query *q, const archive_lines *lines);

#endif
