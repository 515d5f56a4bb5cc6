/* People: what the parts of that stage share.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * The way of a report through the stage:
 *
 *     people_words    what each token is to names and titles            -> flags, tags
 *     people_titles   titles of office with their state and complement  -> titles
 *                     people_deeds: "heads the agency" is a title too
 *     people_names    names of persons, by shape                        -> names
 *     people_links    which title stands with which name                -> links
 *     people_same     which names are one person                        -> persons
 *     people_offices  the offices of each person, slips, claims
 *     people_codes    the state of an office that its words don't name
 *
 * Each part is linear in the report: a name looks only at persons that share a part of it. */
#ifndef READING_PEOPLE_H
#define READING_PEOPLE_H

#include "reading/internal.h"

/** What a word is to names and titles. */
enum {
    PEOPLE_MR = 1 << 0,     /* goes with a surname: Mr., Mrs., Dr. */
    PEOPLE_CUSTOM = 1 << 1, /* goes with a given name by custom: Sheikh, Ato, Sir, Daw */
    PEOPLE_STYLE = 1 << 2,  /* before other honorifics: H.E., Comrade, The Right Honourable */
    PEOPLE_MALE = 1 << 3,   /* with an honorific, a given name or a word for kin */
    PEOPLE_FEMALE = 1 << 4,
    PEOPLE_PARTICLE = 1 << 5,   /* inside a name: van, bin, de */
    PEOPLE_SUFFIX = 1 << 6,     /* behind a name: Jr., III */
    PEOPLE_FUNCTION = 1 << 7,   /* closed-class word */
    PEOPLE_TIME = 1 << 8,       /* month, weekday, season */
    PEOPLE_NEVER = 1 << 9,      /* a capital on it makes an institution or thing, no person */
    PEOPLE_WEAK = 1 << 10,      /* an ordinary word that is also a surname: Hill, Brown */
    PEOPLE_PORTFOLIO = 1 << 11, /* what a ministry may be for */
    PEOPLE_KEPT = 1 << 12,      /* qualifier that belongs to a title: acting, deputy */
    PEOPLE_DEPUTY = 1 << 13,    /* qualifier that lowers the rank */
    PEOPLE_FORMER = 1 << 14,
    PEOPLE_DROPPED = 1 << 15, /* before a title, no part of it: visiting, newly */
    PEOPLE_SPEECH = 1 << 16,  /* verb that persons are the subject of */
    PEOPLE_PERSON = 1 << 17,  /* noun for a person without office: lawyer */
    PEOPLE_KIN = 1 << 18,
    PEOPLE_GENERIC = 1 << 19, /* names a class of officials, not an office: diplomat */
    PEOPLE_ADVERB = 1 << 20,  /* may stand between a name and its title: also, then */
    PEOPLE_APPOINT = 1 << 21,
    PEOPLE_BE = 1 << 22,
    PEOPLE_BECOME = 1 << 23,
    PEOPLE_BODY = 1 << 24,    /* part of a government: ministry, delegation */
    PEOPLE_GIVEN = 1 << 25,   /* known given name; set with a capital only */
    PEOPLE_EASTERN = 1 << 26, /* known surname that stands first; set with a capital only */
    PEOPLE_CAPITAL = 1 << 27, /* the token begins with a capital and is a word */
    PEOPLE_INITIAL = 1 << 28, /* "J.", "K.P." */
};

enum { PEOPLE_MAX_SAID = 6, PEOPLE_MAX_DROPS = 8, PEOPLE_MAX_PARTS = 10 };

/** Whose the office is, where a possessive says it: "its ambassador", "Novak's spokesman". */
typedef enum people_owner {
    PEOPLE_OWNER_NONE,
    PEOPLE_OWNER_ITS,
    PEOPLE_OWNER_HIS, /* or her */
    PEOPLE_OWNER_OUR,
    PEOPLE_OWNER_NAME, /* a name that is none of the knowledge base; people_title.owner_token */
    PEOPLE_OWNER_NOUN, /* "the city's mayor" */
} people_owner;

/** Tokens [first, end). */
typedef struct people_range {
    uint32_t first;
    uint32_t end;
} people_range;

typedef struct people_title {
    uint32_t first; /* of all its words, with determiner and state */
    uint32_t end;
    uint32_t core; /* the office's own words, [core, core_end) */
    uint32_t core_end;
    uint32_t sentence;
    kb_rank rank;
    slice sector;
    bool exclusive, plural;
    bool former;
    bool definite;    /* "the", a possessive or a state stands before it */
    bool bare;        /* the office's own words and nothing else: "Minister" */
    bool elsewhere;   /* of a body that the knowledge base doesn't know: no state may be supplied */
    bool counterpart; /* "his Belgian counterpart": stands for another's office */
    bool successor;   /* a counterpart in the same place: "her successor", "his predecessor" */
    bool portfolio;   /* "X (justice)": a minister by the list that it stands in */
    bool deputy;      /* "his deputy": the office below another's */
    bool generic;     /* "diplomat": says what somebody is and is no office */
    char gender;
    slice
        deed; /* "head of", where a verb says it ("heads the agency"), for the words of the core */
    people_owner owner;
    uint32_t owner_token;
    slice said[PEOPLE_MAX_SAID]; /* codes that its words give; several with a plural */
    uint8_t said_count;
    uint8_t drop_count;
    people_range drops[PEOPLE_MAX_DROPS]; /* words in [first, end) that are no part of the title */
    int32_t joined; /* the title after "and" that the same person holds, or -1 */
    int32_t holder; /* name that it was tied to first, or -1 */
} people_title;

/** One place where a name stands. */
typedef struct people_name {
    uint32_t token; /* without honorifics */
    uint32_t count;
    uint32_t lead; /* with honorifics; `token` where there are none */
    uint32_t sentence;
    uint64_t parts[PEOPLE_MAX_PARTS]; /* text_key of its parts, particles left out */
    uint32_t part_tokens[PEOPLE_MAX_PARTS];
    uint8_t part_count;
    uint8_t unit_count; /* parts joined by hyphens count once: 1 for "al-Masri", "Quayle-Moss" */
    char gender;        /* by honorific */
    bool mister;        /* after Mr. or its like */
    bool custom;        /* after Sheikh or its like */
    bool titled;        /* directly after a title of office */
    bool certain;       /* a person by honorific or title; else by shape, and to be confirmed */
    bool heading;
    bool wrong;      /* misspelt, or with another's given name or surname */
    bool introduced; /* words beside it say who it is: "the lawyer X", "X, 45," */
    int16_t score;
    slice nation; /* "a Kenyan runner, X": what the words beside it say */
    people_range nation_at;
    int32_t person; /* or -1: no person's */
    int32_t known;  /* entry of the knowledge base whose name it is, or -1 */
    slice said;     /* "X of France": the state behind the name */
} people_name;

/** How a title is tied to a name. */
typedef enum people_how {
    PEOPLE_BEFORE,  /* "President X", "the Minister, Mr. X" */
    PEOPLE_APPOSED, /* "X, the Minister" */
    PEOPLE_IS,      /* "X is the Minister", "who is also Minister" */
    PEOPLE_BECAME,  /* "X became Minister", "was elected" */
    PEOPLE_AS,      /* "X as Minister" */
} people_how;

typedef struct people_link {
    uint32_t name;
    uint32_t title;
    people_how how;
    bool also;   /* "and", "also": beside another office */
    bool claim;  /* a nation and no office: "is a Kenyan diplomat" */
    bool former; /* "resigned as", "who was … until" */
    bool plain;  /* told of who came after or before: without "acting", "former" */
    bool behind; /* goes on behind the name: "Governor X of Chiang Rai" */
    slice said;  /* the code for this name, where the title is a plural with several */
    slice from, until;
} people_link;

/** Where an office was read. */
typedef struct people_source {
    uint32_t title;
    uint32_t name;
    people_how how;
} people_source;

/** What is kept of a person beside reading_person. */
typedef struct people_person {
    uint32_t full;                /* name with the most parts */
    uint32_t last;                /* token of the latest mention */
    uint32_t ranks;               /* bits of the ranks that titles gave it */
    slice code;                   /* that a title gave it first, or empty */
    uint64_t title;               /* key of its first title, or 0 */
    char gender;                  /* by honorific or title */
    ARRAY(people_source) sources; /* beside reading_person.offices */
} people_person;

/** Chains of values by a key: persons by a part of their name or its first letters. */
typedef struct people_index {
    uint64_t *keys;  /* [size], 0 free */
    uint32_t *heads; /* [size] 1 + item, newest first */
    size_t size;     /* a power of two */
    size_t used;
    ARRAY(people_range) items; /* first: value, end: 1 + the item added before it, or 0 */
} people_index;

typedef struct people_work {
    reading_state *r;
    const text_token *tokens;
    uint32_t token_count;
    uint32_t *flags;   /* [token_count] */
    uint8_t *tags;     /* [token_count] syntax_tag, SYNTAX_OTHER where not parsed */
    int32_t *title_at; /* [token_count] title whose [first, end) covers it, or -1 */
    int32_t *name_at;  /* [token_count] name, honorifics included, or -1 */
    bool *headings;    /* [sentence_count] in title case, or the title */
    uint64_t *seen;    /* [seen_size] keys of words that the report has in small letters */
    size_t seen_size;
    size_t seen_used;
    ARRAY(people_title) titles;
    ARRAY(people_name) names;
    uint32_t *name_first; /* [sentence_count + 1] index of a sentence's first name */
    ARRAY(people_link) links;
    size_t linked_names;          /* names added later have no links */
    uint32_t *link_order;         /* [links.count] by name */
    uint32_t *link_first;         /* [linked_names + 1] in link_order */
    ARRAY(people_person) persons; /* in order of making; r->people is ordered by mention */
    people_index index;           /* persons by parts of their names and by first letters */
    people_index lone;            /* names that stand alone: 1 bare, 2 certain */
    people_index holders;         /* persons by rank and state of an office that one holds */
} people_work;

enum { PEOPLE_MAX_CANDIDATES = 24 };

/** A state that an office may belong to. */
typedef struct people_candidate {
    slice code;
    int points;
} people_candidate;

/** What the report as a whole says, found once. */
typedef struct people_signs {
    slice dyad[2];   /* the states that it speaks of most */
    slice dateline;  /* where it was written */
    slice publisher; /* whose paper it is */
} people_signs;

typedef struct people_context {
    people_work *w;
    const people_signs *signs;
    const reading_office *office;
    const people_title *title;
    const people_name *name;
    slice gone_to; /* state that the person goes to: not his own */
    people_candidate items[PEOPLE_MAX_CANDIDATES];
    size_t count;
    uint32_t person;
} people_context;

/* people_table.c, people_given.c, people_words.c */

enum { PEOPLE_LONGEST_WORD = 24 }; /* bytes; longer ones are in no list */

enum { PEOPLE_SLOTS = 8192 };

/** The flags of words under their keys, open-addressed; a free slot has no flags. */
typedef struct people_lexicon {
    struct {
        uint64_t key;
        uint32_t word;
        uint32_t given; /* PEOPLE_GIVEN with gender, PEOPLE_EASTERN: where it has a capital */
    } slots[PEOPLE_SLOTS];
} people_lexicon;

/** The slot of a key, or the free one where it would stand. */
static inline size_t people_slot(const people_lexicon *lexicon, uint64_t key)
{
    size_t i = key % PEOPLE_SLOTS;
    while (lexicon->slots[i].key != key && (lexicon->slots[i].word | lexicon->slots[i].given))
        i = (i + 1) % PEOPLE_SLOTS;
    return i;
}

/** Put the listed words into a lexicon. */
void people_words_fill(people_lexicon *lexicon);
void people_given_fill(people_lexicon *lexicon);

/** Whether the lists are in order, for the tests. */
bool people_words_sorted(void);
bool people_given_sorted(void);

/** Fills flags, tags, seen, headings. */
chancery_status people_mark_words(people_work *w) CHANCERY_MUST_CHECK;

/* people_util.c */

static inline bool people_has(const people_work *w, uint32_t token, uint32_t flags)
{
    return (w->flags[token] & flags) != 0;
}

static inline bool people_is(const people_work *w, uint32_t token, const char *word)
{
    return token < w->token_count && reading_is(w->r, token, word);
}
bool people_is_any(const people_work *w, uint32_t token, const char *const *words);
uint32_t people_sentence_end(const people_work *w, uint32_t sentence);
bool people_seen(const people_work *w, uint32_t token);

/** "'s" or the apostrophe of a plural. */
bool people_is_possessive(const people_work *w, uint32_t token);

/** A hyphen with no space on either side. */
bool people_is_hyphen(const people_work *w, uint32_t token);

/** Whether a capitalised word reads like a common noun: listed, a plural, by its ending, or seen in
 * small letters. */
bool people_is_common(const people_work *w, uint32_t token);

/** A word for a rank of soldiers or police: "general", "superintendent". */
bool people_is_rank(const people_work *w, uint32_t token);

/** Whether the word before names a ship or the like: "the frigate [Admiral Makarov]". */
bool people_is_vessel(const people_work *w, uint32_t token);

/** The hit that covers a token, or NULL. */
const reading_hit *people_hit(const people_work *w, uint32_t token);

/** Whether a hit is a state itself, by name, adjective or formal name. */
bool people_hit_is_state(const people_work *w, const reading_hit *hit);

/** Whether a hit is a city or region, a capital included. */
bool people_hit_is_place(const people_work *w, const reading_hit *hit);
slice people_hit_code(const people_work *w, const reading_hit *hit);
kb_kind people_hit_kind(const people_work *w, const reading_hit *hit);

/** The text of a title, state and determiner left out. */
chancery_status people_title_text(people_work *w, const people_title *t,
                                  slice *out) CHANCERY_MUST_CHECK;

/** Adds the complement that stands behind the name at `token`. */
chancery_status people_title_text_behind(people_work *w, const people_title *t, uint32_t token,
                                         slice *text) CHANCERY_MUST_CHECK;

/** Damerau-Levenshtein distance (restricted) of two short strings, at most `limit` + 1. */
size_t people_distance(slice a, slice b, size_t limit);

chancery_status people_index_init(people_work *w, people_index *x, size_t keys) CHANCERY_MUST_CHECK;
chancery_status people_index_add(people_work *w, people_index *x, uint64_t key,
                                 uint32_t value) CHANCERY_MUST_CHECK;

/** The newest item under a key, as 1 + index in items, or 0. */
uint32_t people_index_find(const people_index *x, uint64_t key);

/* people_titles.c, people_complement.c */
chancery_status people_find_titles(people_work *w) CHANCERY_MUST_CHECK;

/** A title's own words at a token of a sentence that ends at `end`. */
bool people_find_core(const people_work *w, uint32_t token, uint32_t end, kb_office_hit *hit);

/** Extends `t` over "of …", "for …", "to …" and what state that gives. */
void people_complement(const people_work *w, people_title *t, uint32_t end);
void people_drop(people_title *t, uint32_t first, uint32_t end);
void people_say(people_title *t, slice code);

/** Whether a preposition opens a complement that `t` has none of; "of the Supreme Court" behind
 * "Judge X" at `token`. Sets `whole` to a title of the complement's words. */
bool people_complement_behind(const people_work *w, const people_title *t, uint32_t token,
                              people_title *whole);

/** The complement of a verb: what somebody heads, from `t->core_end` on. */
void people_deed_complement(const people_work *w, people_title *t, uint32_t end);

/* people_deeds.c */

/** Whether a verb at a token makes an office: "heads the agency", "to lead the party". Sets the
 * title's deed, core, rank and sector. */
bool people_find_deed(const people_work *w, uint32_t sentence, uint32_t token, people_title *t);

/* people_clauses.c */

/** The innermost clause that a token behind its verb stands in, or NULL. */
const syntax_clause *people_clause_at(const people_work *w, uint32_t sentence, uint32_t token);

/** Whether the lemma of a clause's verb is one of the words. */
bool people_does(const people_work *w, uint32_t sentence, const syntax_clause *c,
                 const char *const *lemmas);

/** The name that a phrase holds, that stands in apposition to it, or that its pronoun means; or -1.
 */
int32_t people_phrase_name(const people_work *w, uint32_t sentence, int16_t phrase);

/** The name of who does what a clause says, or -1. */
int32_t people_subject(const people_work *w, uint32_t sentence, const syntax_clause *c);

/** The name governed by a preposition of a clause ("by", "from"), or -1. */
int32_t people_governed(const people_work *w, uint32_t sentence, const syntax_clause *c,
                        const char *preposition);

/** Who is meant by "he" or "she" at the head of a sentence, or -1. */
int32_t people_pronoun(const people_work *w, uint32_t token, uint32_t sentence);
char people_pronoun_gender(const people_work *w, uint32_t token);

/** Whether two names have a part in common. */
bool people_share_part(const people_name *a, const people_name *b);

/** Gives those who came after or before somebody the title that he is known by. */
chancery_status people_link_successions(people_work *w, uint32_t sentence);

/* people_names.c */
chancery_status people_find_names(people_work *w) CHANCERY_MUST_CHECK;

/** Whether a person's name begins at a token behind other capitals: "Minister of Works [Ann] Lee".
 */
bool people_name_begins(const people_work *w, uint32_t token, uint32_t end);

/* people_evidence.c */
void people_score_name(people_work *w, people_name *n);

/* people_links.c, people_verbs.c */
chancery_status people_find_links(people_work *w) CHANCERY_MUST_CHECK;
chancery_status people_link_verbs(people_work *w, uint32_t title) CHANCERY_MUST_CHECK;

/** Ties a title to a name, and with it the titles joined to it by "and". */
chancery_status people_tie(people_work *w, people_link link) CHANCERY_MUST_CHECK;

/** The name that ends right before a token, or -1; the one that begins there with its honorifics.
 */
int32_t people_name_before(const people_work *w, uint32_t token);
int32_t people_name_at(const people_work *w, uint32_t token);

/** Years or dates of "between 1997 and 2001", "since 2020" behind a title. */
void people_read_term(const people_work *w, uint32_t token, uint32_t end, people_link *link);

/* people_same.c, people_match.c */

/** Finds which names are one person; fills r->people with names and mentions, and person_at. */
chancery_status people_join_names(people_work *w) CHANCERY_MUST_CHECK;

/** The person that a name means among those known, or -1. Sets n->wrong where it is misspelt or
 * mixed up. @param loose whether names like it count. */
int32_t people_match(const people_work *w, people_name *n, bool loose);

/** Key of the first letters of a name's last part, for misspellings. */
uint64_t people_letters(const people_work *w, const people_name *n);

/** What the titles before and beside a name give. */
typedef struct people_held {
    uint32_t ranks; /* bits */
    slice code;
    uint64_t title; /* key of the first one's words */
    bool told;      /* by a verb, which may bring in another office: "Solveig was minister" */
} people_held;

people_held people_name_held(const people_work *w, uint32_t name);

/* people_offices.c */
chancery_status people_fill_offices(people_work *w) CHANCERY_MUST_CHECK;

/** Whether two offices are one, told in other words. */
bool people_same_office(const reading_office *a, const reading_office *b);

/* people_codes.c, people_context.c */

/** Whether a code is a state's, not UNO, IGO, MNC and the like. */
bool people_is_state_code(slice code);

/** The state of a person by the offices and claims so far, or empty. */
slice people_code(const people_work *w, int32_t person);

/** Fills c->items with the states around the office and what speaks for each. */
void people_weigh(people_context *c);
chancery_status people_supply_codes(people_work *w) CHANCERY_MUST_CHECK;

/* people_known.c */

/** The day of the report for questions to the knowledge base, 0 where it has none. */
kb_date people_report_date(const people_work *w);

/** The person of the knowledge base that a name means beyond doubt, or -1. */
int32_t people_known(const people_work *w, const people_name *n);

/** The state whose office of that rank somebody of this name holds on the day of the report, or
 * empty. */
slice people_known_code(const people_work *w, const people_name *n, kb_rank rank);

/** Gives a person whose state the report doesn't tell that of the knowledge base. */
void people_take_known(const people_work *w, reading_person *p);

/* people_family.c */
chancery_status people_name_families(people_work *w) CHANCERY_MUST_CHECK;

#endif
