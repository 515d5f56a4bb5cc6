/* Codebook: PLOVER's types, modes and contexts, and the frames that find them in clauses.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * The text files in data/codebook/ compile into one container (kind "CODE"). A frame names
 * predicates (verbs, light verbs with a noun, event nouns) and says where its roles stand in the
 * clause; see data/codebook/FORMAT.md. The codebook is constant and shared by threads. It knows
 * clauses (syntax.h) and nothing of who is meant: reading/ resolves the phrases that a match gives
 * it. */
#ifndef CODEBOOK_CODEBOOK_H
#define CODEBOOK_CODEBOOK_H

#include "syntax/syntax.h"

typedef struct codebook codebook;

/** Where a role of a frame stands. */
typedef enum codebook_place {
    CODEBOOK_NOWHERE,
    CODEBOOK_SUBJECT,   /* of the verb; of a passive: the "by" phrase */
    CODEBOOK_OBJECT,    /* of the verb; of a passive: the subject */
    CODEBOOK_INDIRECT,  /* the first of two objects, or after "to" */
    CODEBOOK_OBLIQUE,   /* after one of the prepositions listed with it */
    CODEBOOK_POSSESSOR, /* of an event noun or a light verb's object: "Chad's attack", "the Chadian
                           attack" */
    CODEBOOK_OWNER, /* whom the object speaks of: "condemned [Chad]'s raid", "hailed the decision of
                       [Chad]" */
    CODEBOOK_INNER, /* somebody else in the content below */
    CODEBOOK_PAIR,  /* the other one of the two states that the report is about */
    CODEBOOK_DOER,  /* who does what the content below tells: "said that [Chad] must leave" */
} codebook_place;

enum { CODEBOOK_MAX_PLACES = 6, CODEBOOK_MAX_PREPOSITIONS = 12 };

typedef struct codebook_role {
    uint8_t places[CODEBOOK_MAX_PLACES]; /* codebook_place; CODEBOOK_NOWHERE ends them */
    uint64_t
        prepositions[CODEBOOK_MAX_PREPOSITIONS]; /* text_key, for CODEBOOK_OBLIQUE; 0 ends them */
} codebook_role;

/** How a frame bears on the clause below its predicate. */
typedef enum codebook_inner {
    CODEBOOK_INNER_NONE,     /* not at all: the clause below speaks for itself */
    CODEBOOK_INNER_FUTURE,   /* "promised to": below is a plan */
    CODEBOOK_INNER_DENIED,   /* "denied that": below is negated */
    CODEBOOK_INNER_POSSIBLE, /* "urged B to": below is told by the frame and not coded itself */
} codebook_inner;

/** What somebody in a role is, apart from his code and sector. */
enum {
    CODEBOOK_KIND_PERSON = 1 << 0,       /* somebody named */
    CODEBOOK_KIND_STATE = 1 << 1,        /* the state itself or its capital, no part of it */
    CODEBOOK_KIND_IGO = 1 << 2,          /* an organisation of states */
    CODEBOOK_KIND_ORGANISATION = 1 << 3, /* another one */
    CODEBOOK_KIND_GROUP = 1 << 4,
};

typedef enum codebook_rule {
    CODEBOOK_ANYONE,
    CODEBOOK_IS,  /* one of those listed */
    CODEBOOK_NOT, /* none of those listed */
} codebook_rule;

/** Some who may or may not stand in a role. Codes and sectors are packed as codebook_code does. */
typedef struct codebook_listed {
    const uint64_t *codes; /* [count] */
    uint32_t count;
    uint8_t kinds; /* CODEBOOK_KIND_… */
} codebook_listed;

typedef struct codebook_who {
    codebook_listed listed;
    codebook_listed but; /* exceptions from it */
    uint8_t rule;        /* codebook_rule */
} codebook_who;

typedef struct codebook_frame {
    slice name;     /* "consult/visit" */
    slice event;    /* "CONSULT" */
    slice mode;     /* or empty */
    slice contexts; /* names separated by spaces, or empty */
    codebook_role actor;
    codebook_role recipient;
    codebook_who actor_who;
    codebook_who recipient_who;
    slice other_event; /* what it is where actor_who does not hold; empty: nothing */
    slice other_mode;
    uint8_t inner; /* codebook_inner */
    bool together; /* subject and recipient all act: both stand in actor */
    bool actor_needed;
    bool recipient_needed;
    bool single;       /* only one state acts: "held an exercise" alone */
    bool statement;    /* what stands below or behind is also a statement of the subject */
    double confidence; /* of a clean match */
    slice file;        /* where its text stands: "consult.txt" */
    uint32_t line;     /* of its head there */
} codebook_frame;

/** A frame found in a sentence. */
typedef struct codebook_match {
    const codebook_frame *frame;
    int16_t clause;  /* that holds it; -1 for a noun outside all clauses */
    int16_t phrase;  /* the event noun's phrase (a noun frame) or a light verb's object, or -1 */
    int16_t content; /* clause below the predicate (content, infinitive, gerund), or -1 */
    int16_t oblique; /* phrase after the preposition that the predicate names, or -1 */
    uint16_t word;   /* the predicate's head word */
    bool noun;       /* found in a noun */
    bool surface;    /* of a passive: CODEBOOK_SUBJECT is its surface subject (a predicate with
                        ":passive") */
    uint8_t missing; /* parts of the predicate that are not there: codebook_find_near */
} codebook_match;

/** A reporting verb's content. */
enum {
    CODEBOOK_SAYS_CLAUSE = 1 << 0,     /* "said that …" */
    CODEBOOK_SAYS_OBJECT = 1 << 1,     /* "stressed the need …", "condemned the attack" */
    CODEBOOK_SAYS_INFINITIVE = 1 << 2, /* "urged B to …", "promised to …" */
    CODEBOOK_SAYS_OBLIQUE = 1 << 3,    /* "called for …", "thanked B for …" */
    CODEBOOK_SAYS_DENIAL = 1 << 4,     /* "denied that …": what is said is that it isn't so */
};

/** A text of a codebook. Those of one layer stand together; a frame of a later layer takes the
 * place of an earlier one of its name, and new frames of a later layer are tried before all others.
 */
typedef struct codebook_source {
    slice name; /* of its file, for messages */
    slice text;
    uint32_t layer; /* 0: the codebook itself; 1, 2 …: one's own, in the order of the sources */
} codebook_source;

enum { CODEBOOK_MAX_FAULTS = 20 };

/** What is wrong with texts, in their order. */
typedef struct codebook_faults {
    chancery_error items[CODEBOOK_MAX_FAULTS];
    size_t count; /* of items */
    bool more;    /* there are others behind them */
} codebook_faults;

/** Limits of a codebook's text, each an error where it is passed. */
enum {
    CODEBOOK_MAX_FILE_BYTES = 64 << 20,
    CODEBOOK_MAX_LINE_BYTES = 64 << 10,
    CODEBOOK_MAX_FRAMES = 200000,
    CODEBOOK_MAX_TYPES = 4096, /* modes included */
};

chancery_status codebook_open(const char *path, codebook **out,
                              chancery_error *error) CHANCERY_MUST_CHECK;

/** The same over a compiled codebook that the caller keeps, 64-byte aligned. @return CHANCERY_OK,
 * _E_FORMAT, _E_VERSION, _E_MEMORY. */
chancery_status codebook_open_bytes(slice bytes, codebook **out,
                                    chancery_error *error) CHANCERY_MUST_CHECK;

/** Texts over a codebook: compiles those that `base` was made of again, and `sources` above them.
 * The result doesn't need `base`, nor the texts.
 *  @param base NULL: the sources are a codebook of their own.
 *  @return as codebook_compile_sources. */
chancery_status codebook_open_over(const codebook *base, const codebook_source *sources,
                                   size_t source_count, codebook **out, codebook_faults *faults,
                                   chancery_error *error) CHANCERY_MUST_CHECK;

void codebook_close(codebook *book); /* NULL is harmless */
slice codebook_edition(const codebook *book);

/** How many texts the codebook was made of, and one of them; they live as long as `book`. */
size_t codebook_source_count(const codebook *book);
codebook_source codebook_source_at(const codebook *book, size_t index);

size_t codebook_frame_count(const codebook *book);

/** A frame, in the order in which equal matches are tried. @param source receives the index of its
 * text. @param line receives the line of its head there. Both may be NULL. */
const codebook_frame *codebook_frame_at(const codebook *book, size_t index, size_t *source,
                                        uint64_t *line);

/** Frames that have `key` (text_key) as the word of a predicate, in the order in which they are
 * tried.
 *  @param out [max] receives their indices, each once. @return how many. */
size_t codebook_frames_of(const codebook *book, uint64_t key, size_t *out, size_t max);

/** A type or, where `mode` is not empty, one of its modes. */
typedef struct codebook_kind {
    slice event;
    slice mode;
    int quad;
    double scale;
    size_t frames; /* how many give it (a type: in any mode) */
} codebook_kind;

/** Types in the order of the text, each with its modes behind it. */
size_t codebook_kind_count(const codebook *book);
codebook_kind codebook_kind_at(const codebook *book, size_t index);

/** Finds frames in a sentence. A predicate may fit several frames: they stand one behind the other,
 * best first, with the same `word`; the caller takes the first whose roles are filled.
 *  @param out [max] receives them in order of their words. @return how many. */
size_t codebook_find(const codebook *book, const syntax_sentence *sentence, codebook_match *out,
                     size_t max);

/** Finds predicates of which a part is missing: a preposition ("imposed a blockade [in]", for
 * "on"), or the object's noun where most predicates of the verb tell one type ("captured the
 * mosque"). For where it is known that two are spoken of, and only what is done is in question.
 *  @param out [max] receives them as codebook_find gives them, each word's best only. @return how
 * many. */
size_t codebook_find_near(const codebook *book, const syntax_sentence *sentence,
                          codebook_match *out, size_t max);

/** Whether "by" stands behind the verb of a clause with a phrase. */
bool codebook_has_agent(const syntax_sentence *s, const syntax_clause *c);

/** Whether `preposition` (text_key) is one that the role takes as CODEBOOK_OBLIQUE. */
bool codebook_takes(const codebook_role *role, uint64_t preposition);

/** Quad code (1 to 4) and scale value of a type with a mode (the mode's where it has one).
 *  @return false for an unknown type. */
bool codebook_type(const codebook *book, slice event, slice mode, int *quad, double *scale);

/** Contexts that the words of a sentence speak of ("sanctions": economic), each once, in the order
 * of the codebook.
 *  @param out [max] receives them; they live as long as `book`. @return how many. */
size_t codebook_contexts(const codebook *book, const syntax_sentence *sentence, slice *out,
                         size_t max);

/** What the reporting verb of a clause takes as content (CODEBOOK_SAYS_…), or 0 where it is none.
 */
unsigned codebook_reporting(const codebook *book, const syntax_sentence *sentence,
                            const syntax_clause *clause);

/** Whether a lemma (text_key) is a reporting verb of any kind, without looking at a clause. */
bool codebook_reporting_lemma(const codebook *book, uint64_t lemma_key);

/** Keys of the words of a sentence, whatever their lemmas turn out to be; it may seem to hold
 * others too. */
typedef struct codebook_words {
    uint64_t bits[32];
} codebook_words;

static inline void codebook_add_word(codebook_words *words, uint64_t key)
{
    words->bits[key / 64 % 32] |= UINT64_C(1) << (key % 64);
}

/** Whether the codebook has a predicate, reporting verb or context with this key at all. */
bool codebook_knows(const codebook *book, uint64_t key);

/** Before the parse: whether a predicate with the lemma `key` can hold in a sentence of these
 * words, as far as words go. */
bool codebook_may_tell(const codebook *book, uint64_t key, const codebook_words *words);

/** The same of a reporting verb. */
bool codebook_may_say(const codebook *book, uint64_t key, const codebook_words *words);

/** Whether somebody may stand in a role.
 *  @param kinds CODEBOOK_KIND_… that he is. */
bool codebook_allows(const codebook_who *who, slice code, slice sector, unsigned kinds);

/** Whether the words of a sentence speak of what gives no events (a context that is `silent`). */
bool codebook_is_silent(const codebook *book, const syntax_sentence *sentence);

/** Whether the object of the verb `lemma_key` is who acts in the infinitive below ("urged B to").
 */
bool codebook_controls_object(const codebook *book, uint64_t lemma_key);

/** The *.txt files of a folder in the order of their names, or the one file `path`, in `a`. A text
 * that can't be read as one (UTF-8, no NUL) is an error.
 *  @param layer of all of them.
 *  @return CHANCERY_OK, _E_NOT_FOUND (nothing of that name, or no file in it), _E_IO, _E_UTF8,
 * _E_FORMAT, _E_LIMIT, _E_MEMORY. */
chancery_status codebook_load(const char *path, uint32_t layer, arena *a, codebook_source **out,
                              size_t *count, chancery_error *error) CHANCERY_MUST_CHECK;

/** Compiles texts into the bytes of a container, in `a` and 64-byte aligned.
 *  @param faults NULL: stops at the first. Else receives up to CODEBOOK_MAX_FAULTS of them.
 *  @return CHANCERY_OK, or the first error with the source's name and line: _E_FORMAT, _E_UTF8,
 * _E_LIMIT, _E_MEMORY. */
chancery_status codebook_compile_sources(const codebook_source *sources, size_t source_count,
                                         arena *a, slice *out, codebook_faults *faults,
                                         chancery_error *error) CHANCERY_MUST_CHECK;

/** Compiles the folder `data_dir` (data/codebook) into `path`, for the build.
 *  @return CHANCERY_OK, or the first error with file and line. */
chancery_status codebook_compile(const char *data_dir, const char *path,
                                 chancery_error *error) CHANCERY_MUST_CHECK;

/** A `+` or `-` line of the codebook's text, for tests. */
typedef struct codebook_example {
    slice frame; /* name of its frame */
    slice event; /* type of its frame */
    slice sentence;
    slice expected; /* "CONSULT/visit NOR > CHL", or empty: no event of the frame's type */
    slice file;
    uint64_t line;
} codebook_example;

/** The examples of the sources' frames, in `a`; the slices are the sources'. */
chancery_status codebook_examples(const codebook_source *sources, size_t source_count, arena *a,
                                  codebook_example **out, size_t *count,
                                  chancery_error *error) CHANCERY_MUST_CHECK;

/** The lines of the block whose head stands at `line` of `text`, up to the last that says
 * something. */
slice codebook_block(slice text, uint64_t line);

#endif
