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
    KB_PERSON,       /* somebody in office; code: his or her state */
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
    KB_FAMILY,       /* "Macron": a person's name when used alone */
} kb_name_kind;

/** A day as year * 10000 + month * 100 + day; month and day are 0 where they aren't known, all is 0
 * where there is no date (an office that lasts). */
typedef int32_t kb_date;

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

typedef enum kb_gender { KB_GENDER_UNKNOWN, KB_HE, KB_SHE } kb_gender;

typedef struct kb_entry {
    slice id;     /* unique: "FRA", "igo/nato", "place/FRA/lyon" */
    slice name;   /* as a person would write it */
    slice code;   /* three letters */
    slice sector; /* three letters, or empty for a state as a whole */
    kb_kind kind;
    bool has_coordinates; /* of the entry itself; for a state, of its capital */
    double lat, lon;
    uint32_t population;  /* of places, 0 where unknown */
    kb_date since, until; /* of states and organisations */
    kb_date checked;      /* of people: up to when an office without an end is known to last */
    uint16_t cow, gw;     /* of states: numbers of Correlates of War, of Gleditsch and Ward; or 0 */
    kb_gender gender;     /* of people */
} kb_entry;

/** A name of an entry as it is written in the data. */
typedef struct kb_name {
    slice text;
    slice sector;
    kb_name_kind kind;
} kb_name;

/** An office that a person held, or a state's membership in an organisation. */
typedef struct kb_term {
    uint32_t entry;      /* the person, or the organisation */
    uint32_t whose;      /* the state or organisation of the office; the member */
    slice title;         /* "Foreign Minister"; empty for a membership */
    slice code;          /* three letters: of `whose` */
    slice sector;        /* of the title */
    kb_rank rank;        /* KB_RANK_NONE for a membership */
    kb_date from, until; /* inclusive; 0 where open or not known */
    bool seen;           /* only known to hold between the two: learnt from reports */
} kb_term;

/** A name found in a report. A word can be several things: KB_ADJECTIVE and KB_PEOPLE ("French"),
 * Georgia. */
typedef struct kb_hit {
    uint32_t entry; /* index for kb_entry_at */
    kb_name_kind kind;
    slice sector;    /* of a KB_BODY or KB_SEAT, else the entry's */
    uint32_t tokens; /* length in tokens */
} kb_hit;

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

/** One text file of the data. Its name says what it is: "places.tsv", or blocks in the name of any
 * "*.txt". */
typedef struct kb_source {
    slice name; /* for messages too */
    slice text;
} kb_source;

/** Opens a compiled knowledge base. @return CHANCERY_OK, _E_NOT_FOUND, _E_IO, _E_FORMAT,
 * _E_VERSION, _E_MEMORY. */
chancery_status kb_open(const char *path, kb **out, chancery_error *error) CHANCERY_MUST_CHECK;
void kb_close(kb *k);

/** The same over a compiled knowledge base that the caller keeps, 64-byte aligned. @return
 * CHANCERY_OK, _E_FORMAT, _E_VERSION, _E_MEMORY. */
chancery_status kb_open_bytes(slice bytes, kb **out, chancery_error *error) CHANCERY_MUST_CHECK;

/** One's own names and people over a knowledge base: compiles the texts and opens them above
 * `base`, which must outlive the result. Entries of `base` keep their indices; where both know the
 * same words, only one's own count.
 *  @return CHANCERY_OK, or the first error with the source's name and line, as kb_compile_sources.
 */
chancery_status kb_open_over(const kb *base, const kb_source *sources, size_t source_count,
                             kb **out, chancery_error *error) CHANCERY_MUST_CHECK;

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

/** People whose name, or family name alone, begins at tokens[0], longest first. As kb_find.
 *  @return how many of `hits` ([max_hits]) were filled. */
size_t kb_find_person(const kb *k, const text_token *tokens, size_t available, kb_hit *hits,
                      size_t max_hits);

size_t kb_entry_count(const kb *k);

/** Names of an entry, as the data has them. @param index below kb_name_count. */
uint32_t kb_name_count(const kb *k, uint32_t entry);
kb_name kb_name_at(const kb *k, uint32_t entry, uint32_t index);

/** A person's offices, or an organisation's members, in the order of the data.
 *  @param index below kb_term_count. */
uint32_t kb_term_count(const kb *k, uint32_t entry);
kb_term kb_term_at(const kb *k, uint32_t entry, uint32_t index);

/** Terms in `code`'s offices of `rank`, by date of beginning.
 *  @param terms [max_terms] receives them. @return how many. */
size_t kb_holders(const kb *k, slice code, kb_rank rank, kb_term *terms, size_t max_terms);

/** Whether a term may hold on `date` (all of its days, where it is no whole date), by what its own
 * dates leave open. */
bool kb_term_holds(const kb_term *term, kb_date date);

/** Of a person's offices that hold on `date` the highest, else the last that began before it.
 *  @return false where no office began before. *holds: whether it is held on that day. */
bool kb_office_on(const kb *k, uint32_t person, kb_date date, kb_term *out, bool *holds);

/** Reads "2024", "2024-06" or "2024-06-19". @return false for anything else. */
bool kb_parse_date(slice text, kb_date *out);

/** The first and the last day that a date may mean: 2024-02 is 20240201 to 20240229. */
kb_date kb_first_day(kb_date date);
kb_date kb_last_day(kb_date date);

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

/** The word for a kind of entry: "state", "igo", "organisation", "group", "place", "person". */
slice kb_kind_name(kb_kind kind);

/** Name of a rank as in data/kb/offices.txt: "head-of-state". */
slice kb_rank_name(kb_rank rank);

/** Compiles the folder `data_dir` (data/kb) into `path`. For the build and `chancery kb check`.
 *  @return CHANCERY_OK, or the first error with file and line. */
chancery_status kb_compile(const char *data_dir, const char *path,
                           chancery_error *error) CHANCERY_MUST_CHECK;

/** Compiles texts into the bytes of a container, in `a` and 64-byte aligned. Hits of equal length
 * stand in the order of the sources.
 *  @param base what the texts are to stand above, or NULL: see kb_open_over. @return CHANCERY_OK,
 * or the first error with the source's name and line: _E_FORMAT, _E_UTF8, _E_LIMIT, _E_MEMORY. */
chancery_status kb_compile_sources(const kb_source *sources, size_t source_count, const kb *base,
                                   arena *a, slice *out, chancery_error *error) CHANCERY_MUST_CHECK;

#endif
