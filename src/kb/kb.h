/* Knowledge base: who and what a name is.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * The text files in data/kb/ compile into one container (kind "KB  "). Names are sequences of token
 * keys (text_key) in a trie whose edges lie in one open-addressed table, so that a token that
 * begins no name costs one probe. The knowledge base is constant and shared by threads.
 *
 * What a name stands for is data; what a mention in a report stands for is judged in reading/. */
#ifndef KB_KB_H
#define KB_KB_H

#include "base/container.h"
#include "text/text.h"

enum {
    KB_MAX_NAME_TOKENS = 32,        /* of a name, title or word */
    KB_MAX_NAME_BYTES = 200,        /* the same, in UTF-8 */
    KB_MAX_NAMESAKES = 1000,        /* entries that share one name */
    KB_MAX_SOURCES = 256,           /* text files in a folder */
    KB_MAX_SOURCE_BYTES = 32 << 20, /* each */
};

typedef enum kb_kind {
    KB_STATE,        /* code: ISO alpha-3 */
    KB_IGO,          /* code: UNO, EUR or IGO */
    KB_ORGANISATION, /* a body of a state or of an organisation, a company, an NGO; code: whose it
                        is, or NGO, MNC */
    KB_GROUP,        /* an armed group or movement; code: its state, IMG or ISM */
    KB_PLACE,        /* a city or region; code: the state that it lies in */
} kb_kind;

typedef enum kb_name_kind {
    KB_NAME,         /* "France" */
    KB_FORMAL,       /* "French Republic" */
    KB_ABBREVIATION, /* "UAE"; matches upper case only */
    KB_ADJECTIVE,    /* "French" */
    KB_PEOPLE,       /* "Frenchman", "Danes" */
    KB_CAPITAL,      /* "Paris": a place, and a metonym of the state's government */
    KB_SEAT,         /* "the Kremlin": a metonym of the state's government */
    KB_BODY,         /* "Bundestag": a body of the entry; its sector in kb_name */
    KB_OLD,          /* "Zaire": a state of the past; entities keep this name */
} kb_name_kind;

typedef struct kb_entry {
    slice id;     /* unique: "FRA", "igo/nato", "place/FRA/lyon" */
    slice name;   /* as a person would write it */
    slice code;   /* three letters */
    slice sector; /* three letters, or empty for a state as a whole */
    kb_kind kind;
    bool has_coordinates; /* of the entry itself; for a state, of its capital */
    double lat, lon;
    uint32_t population; /* of places, 0 where unknown */
} kb_entry;

/** A name found in a report. A word can be several things: KB_ADJECTIVE and KB_PEOPLE ("French"),
 * Georgia. */
typedef struct kb_hit {
    uint32_t entry; /* index for kb_entry_at */
    kb_name_kind kind;
    slice sector;    /* of a KB_BODY or KB_SEAT, else the entry's */
    uint32_t tokens; /* length in tokens */
} kb_hit;

typedef enum kb_rank {
    KB_RANK_NONE,
    KB_RANK_HEAD_OF_STATE,
    KB_RANK_HEAD_OF_GOVERNMENT,
    KB_RANK_DEPUTY_HEAD_OF_GOVERNMENT,
    KB_RANK_FOREIGN_MINISTER,
    KB_RANK_DEFENCE_MINISTER,
    KB_RANK_MINISTER,
    KB_RANK_DEPUTY_MINISTER,
    KB_RANK_HEAD_OF_ORGANISATION,
    KB_RANK_AMBASSADOR,
    KB_RANK_ENVOY,
    KB_RANK_SPOKESPERSON,
    KB_RANK_LEGISLATOR,
    KB_RANK_PARTY,
    KB_RANK_OFFICER, /* military and police */
    KB_RANK_JUDGE,
    KB_RANK_LOCAL, /* governor, mayor */
    KB_RANK_ROYAL,
    KB_RANK_OFFICIAL, /* any other public office */
} kb_rank;

/** A title of office found in a report. */
typedef struct kb_office_hit {
    kb_rank rank;
    slice sector; /* GOV, MIL, LEG ... */
    uint32_t
        tokens;     /* of the title's own words: "Deputy Foreign Minister", not what follows "of" */
    bool takes_of;  /* "Minister" may go on with "of/for PORTFOLIO", "Member" with "of the Standing
                       Committee ..." */
    bool plural;    /* "ministers" */
    bool exclusive; /* one holder at a time in a state: President, Foreign Minister */
} kb_office_hit;

typedef struct kb kb;

/** Opens a compiled knowledge base. @return CHANCERY_OK, _E_NOT_FOUND, _E_IO, _E_FORMAT,
 * _E_VERSION, _E_MEMORY. */
chancery_status kb_open(const char *path, kb **out, chancery_error *error) CHANCERY_MUST_CHECK;
void kb_close(kb *k);

/** The same over a compiled knowledge base that the caller keeps, 64-byte aligned. @return
 * CHANCERY_OK, _E_FORMAT, _E_VERSION, _E_MEMORY. */
chancery_status kb_open_bytes(slice bytes, kb **out, chancery_error *error) CHANCERY_MUST_CHECK;

/** Name of this edition: 8 hexadecimal digits of the container's checksum. Lives as long as `k`. */
slice kb_edition(const kb *k);

/** Names that begin at tokens[0], longest first; of equal length in the order of the data files.
 *  Case is heeded: a name of the data with a capital needs a capital (or all capitals), an
 * abbreviation needs all capitals.
 *  @param text      the report's text, for the tokens' bytes.
 *  @param available tokens from tokens[0] to the end of the sentence.
 *  @param hits      [max_hits] receives them. @return how many. */
size_t kb_find(const kb *k, slice text, const text_token *tokens, size_t available, kb_hit *hits,
               size_t max_hits);

/** A title of office at tokens[0] (longest), or false. Case does not matter ("president", "Prime
 * Minister") but for titles that are written in capitals: "PM", or "3 pm" would be one. */
bool kb_find_office(const kb *k, slice text, const text_token *tokens, size_t available,
                    kb_office_hit *hit);

/** The sector that a word for an agent gives ("soldiers" MIL, "lawmakers" LEG, "warships" MIL),
 * longest match, or false.
 *  @param plural_or_mass set: "soldiers", "army", against "soldier". */
bool kb_find_agent(const kb *k, slice text, const text_token *tokens, size_t available,
                   slice *sector, uint32_t *token_count, bool *plural_or_mass);

size_t kb_entry_count(const kb *k);

/** @param index below kb_entry_count. The slices live as long as `k`. */
kb_entry kb_entry_at(const kb *k, uint32_t index);

/** A state by any usual form: "CHN", "CN", "China", "chinese", "中国". For commands' arguments.
 *  @return false where nothing or more than one state is meant. */
bool kb_state(const kb *k, slice name, uint32_t *entry);

/** The state (or UNO, EUR) with this code, or false. Codes IGO, NGO, MNC, IMG, ISM name no single
 * entry. */
bool kb_code(const kb *k, slice code, uint32_t *entry);

/** The most populous place of that name at tokens[0], in state `code` if that is not empty. As
 * kb_find, but only places, breakaway regions (groups with coordinates) and KB_CAPITAL. A capital
 * gives way to the place that its state lists under the name; without one it counts as a city of
 * half a million. */
bool kb_find_place(const kb *k, slice text, const text_token *tokens, size_t available, slice code,
                   kb_hit *hit);

/** Name of a rank as in data/kb/offices.txt: "head-of-state". */
slice kb_rank_name(kb_rank rank);

/** Compiles the folder `data_dir` (data/kb) into `path`. For the build and `chancery kb check`.
 *  @return CHANCERY_OK, or the first error with file and line. */
chancery_status kb_compile(const char *data_dir, const char *path,
                           chancery_error *error) CHANCERY_MUST_CHECK;

/** One text file of the data. Its name says what it is: "places.tsv", or blocks in the name of any
 * "*.txt". */
typedef struct kb_source {
    slice name; /* for messages too */
    slice text;
} kb_source;

/** Compiles texts into the bytes of a container, in `a` and 64-byte aligned. Hits of equal length
 * stand in the order of the sources. @return CHANCERY_OK, or the first error with the source's name
 * and line: _E_FORMAT, _E_UTF8, _E_LIMIT, _E_MEMORY. */
chancery_status kb_compile_sources(const kb_source *sources, size_t source_count, arena *a,
                                   slice *out, chancery_error *error) CHANCERY_MUST_CHECK;

#endif
