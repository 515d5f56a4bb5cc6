/* Compiling the knowledge base: what its steps hand on. For this room only.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 *     sources -> source.c        blocks of states, organisations, groups, places, people; rows of
 *                                places.tsv
 *             -> office_source.c blocks of offices and agents          (both: entries and values)
 *             -> term_source.c   what holds for a time: offices of people, members
 *             -> compile.c       ids, codes, forms
 *             -> trie.c          values cut into tokens, nodes, edges, items
 *             -> term_source.c   whose offices they are, by the names found so far
 *             -> compile.c       the container */
#ifndef KB_COMPILE_H
#define KB_COMPILE_H

#include "base/array.h"
#include "kb/kb.h"
#include "kb/layout.h"

/** Where something stands in the data. */
typedef struct kb_place_in {
    uint32_t source;
    uint32_t line;
} kb_place_in;

/** An entry as it was read. */
typedef struct kb_draft {
    slice name;
    slice id;
    char code[4];
    char sector[4];
    char alpha2[4];
    kb_kind kind;
    bool has_coordinates;
    bool row; /* of places.tsv: many of one name are allowed */
    double lat, lon;
    uint32_t population;
    slice abbreviation; /* its first, for the id of an igo */
    kb_date since, until, checked;
    uint16_t cow, gw;
    kb_gender gender;
    bool family;    /* a person's family name is said, or said to be none */
    bool known;     /* by the knowledge base below: only names and terms are added to it */
    uint32_t entry; /* index that kb_entry_at will know it by */
    kb_place_in at;
} kb_draft;

/** An office or a membership as it was read. */
typedef struct kb_term_draft {
    slice text;     /* "Secretary General of NATO", "FRA" */
    uint32_t draft; /* of the person or organisation */
    kb_rank rank;   /* where the data says it, else KB_RANK_NONE */
    kb_date from, until;
    bool seen;
    kb_place_in at;
} kb_term_draft;

/** Something that is looked for in text: a name of an entry, a title of office, a word for an
 * agent. */
typedef struct kb_value {
    slice text;
    char sector[4];
    enum kb_root root;
    uint32_t entry;
    uint8_t kind; /* kb_name_kind */
    uint8_t rank; /* kb_rank */
    uint8_t flags;
    bool made; /* from another value: gives way, says nothing when it stands twice */
    kb_place_in at;
} kb_value;

typedef struct kb_trie {
    ARRAY(kb_node) nodes;
    ARRAY(kb_item) items;
    kb_edge *edges; /* [edge_count] */
    size_t edge_count;
    uint64_t *filter; /* [filter_words] */
    size_t filter_words;
} kb_trie;

/** Bytes that records point into. */
typedef struct kb_strings {
    ARRAY(char) bytes;
} kb_strings;

typedef struct kb_compiler {
    arena *arena;
    const kb_source *sources;
    size_t source_count;
    ARRAY(kb_draft) drafts;
    ARRAY(kb_value) values;
    ARRAY(kb_term_draft) terms;
    const kb *base;        /* below this one, or NULL */
    chancery_error *error; /* never NULL */
} kb_compiler;

/** Fails at a line of a source; the message says what to do. @return `status`. */
chancery_status kb_fail(kb_compiler *c, kb_place_in at, chancery_status status, const char *format,
                        ...) CHANCERY_PRINTF(4, 5);

/** The status of the failure that was just written to the error. */
static inline chancery_status kb_failed(const kb_compiler *c)
{
    return c->error->status == CHANCERY_OK ? CHANCERY_E_MEMORY : c->error->status;
}

/** A value of a field: "text [SEC] @lat,lon". */
typedef struct kb_value_text {
    slice text;
    char sector[4];
    bool has_coordinates;
    double lat, lon;
} kb_value_text;

chancery_status kb_parse_value(kb_compiler *c, kb_place_in at, slice raw,
                               kb_value_text *out) CHANCERY_MUST_CHECK;

/** Reads "MIL" into `out`. */
chancery_status kb_parse_sector(kb_compiler *c, kb_place_in at, slice raw,
                                char out[4]) CHANCERY_MUST_CHECK;

/** Adds what is looked for. */
chancery_status kb_add_value(kb_compiler *c, const kb_value *value) CHANCERY_MUST_CHECK;

/** Reads a date of a field. */
chancery_status kb_read_date(kb_compiler *c, kb_place_in at, slice raw,
                             kb_date *out) CHANCERY_MUST_CHECK;

/** Reads the value of an `office:`, or all of a `member:`, of the last draft. */
chancery_status kb_read_term(kb_compiler *c, kb_place_in at, slice raw) CHANCERY_MUST_CHECK;
chancery_status kb_read_members(kb_compiler *c, kb_place_in at, slice raw) CHANCERY_MUST_CHECK;

/** Rank of that name, as in data/kb/offices.txt. */
bool kb_rank_of(slice word, kb_rank *rank);

/** Terms with whose they are, by the names in `names`, ordered by entry.
 *  @param rows [terms.count], in the compiler's arena; titles are offsets into `strings`. */
chancery_status kb_make_terms(kb_compiler *c, const kb *names, kb_strings *strings,
                              kb_term_row **rows) CHANCERY_MUST_CHECK;

/** Adds a string to the bytes that records point into. */
chancery_status kb_keep_string(kb_compiler *c, kb_strings *strings, slice s,
                               kb_string *out) CHANCERY_MUST_CHECK;

/** The line without a comment at its end (" #" and what follows). */
slice kb_strip_comment(slice line);

/** Reads all sources into drafts and values. */
chancery_status kb_read_sources(kb_compiler *c) CHANCERY_MUST_CHECK;

/** Blocks of offices.txt and agents.txt. */
typedef struct kb_office_block {
    bool agent; /* "agent SECTOR", else "office RANK [SECTOR] ..." */
    kb_rank rank;
    char sector[4];
    uint8_t flags;
} kb_office_block;

chancery_status kb_read_office_head(kb_compiler *c, kb_place_in at, slice kind, slice rest,
                                    kb_office_block *out) CHANCERY_MUST_CHECK;
chancery_status kb_read_office_field(kb_compiler *c, kb_place_in at, const kb_office_block *block,
                                     slice field, slice raw) CHANCERY_MUST_CHECK;

/** Cuts the values into tokens and builds the tries. */
chancery_status kb_build_trie(kb_compiler *c, kb_trie *out) CHANCERY_MUST_CHECK;

#endif
