/* What the files of the stage "statements" share.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * An act is a verb of saying in a sentence with the one who speaks. The stage collects a sentence's
 * acts (statements_acts.c, _idioms.c), finds out whose they are (_speakers.c, _voices.c), whether
 * anything was said (_facts.c) and what (_content.c, _ends.c); sources that are no subjects
 * ("according to", "in his view") are found by _phrases.c, quotation marks by _quotes.c.
 *
 * Words are numbered within their sentence, tokens over the report (see internal.h). */
#ifndef READING_STATEMENTS_H
#define READING_STATEMENTS_H

#include "reading/internal.h"

/** Words in quotation marks, perhaps over several sentences and paragraphs. */
typedef struct statements_quotation {
    uint32_t open;  /* token of the opening mark */
    uint32_t close; /* token of the closing mark, or the token behind the last one where none is */
    bool single;    /* ‘…’ */
    bool closed;    /* `close` is a mark */
} statements_quotation;

/** How a verb is inflected: conjoined verbs agree in it. */
typedef enum statements_form {
    STATEMENTS_BASE,       /* condemn, to condemn */
    STATEMENTS_THIRD,      /* condemns */
    STATEMENTS_PAST,       /* condemned */
    STATEMENTS_PARTICIPLE, /* condemning */
} statements_form;

typedef struct statements_act {
    size_t verb;       /* word: head of the verb group */
    size_t first, end; /* the verb group */
    size_t start;      /* first word of the verb group or of the subject of its own before it */
    size_t tail;       /* behind the verb group or the subject that follows it ("said X") */
    int16_t clause;    /* or -1 where the parse has no clause for the verb */
    int16_t subject;   /* phrase, or -1 */
    unsigned says;     /* CODEBOOK_SAYS_… */
    slice lemma;
    statements_form form;
    bool own;      /* the subject is its own, not shared with a verb before it */
    bool inverted; /* the subject follows: "said the minister" */
    bool passive;  /* "was condemned by the minister" */
    bool spoken;   /* false where nothing was said: "did not say", "would say", "asked to say" */
    int joined;    /* act before it whose speaker it shares ("condemned A and urged B"), or -1 */
    bool known;    /* `who` is filled */
    reading_who who;
    span speaker;
} statements_act;

/** What somebody said. */
typedef struct statements_content {
    uint32_t first, end; /* tokens */
    bool quoted;         /* all of it stands in quotation marks */
    size_t least;        /* words that it must have to be worth telling */
} statements_content;

/** A body that spoke or was spoken of: "the ministry" later on is the same. */
typedef struct statements_voice {
    uint64_t head; /* key of the lemma of the phrase's head */
    reading_who who;
} statements_voice;

enum { STATEMENTS_MAX_VOICES = 16 };

typedef struct statements_stage {
    reading_state *r;
    ARRAY(statements_quotation) quotations; /* in order */
    ARRAY(statements_act) acts;             /* of the sentence, in order of their verbs */
    ARRAY(uint32_t) verbs;                  /* token of the verb of each of r->statements */
    statements_voice voices[STATEMENTS_MAX_VOICES];
    size_t voice_count;
    slice home;       /* code of the capital in the dateline, or empty */
    uint32_t both_in; /* last sentence whose subject was "the leaders", "the two sides", or 0 */
    uint32_t sentence;
    syntax_sentence s;  /* its parse, with the lemmas of verbs of saying mended */
    syntax_word *words; /* [s.word_count] those of s */
    const text_sentence *t;
} statements_stage;

/* statements_words.c: small questions about words. */

uint32_t statements_token(const statements_stage *st, size_t word);

/** Whether a word or token is one of the list (small letters, ends with NULL). */
bool statements_is(const statements_stage *st, size_t word, const char *const *list);
bool statements_token_is(const reading_state *r, uint32_t token, const char *const *list);
bool statements_lemma_is(slice lemma, const char *const *list);

bool statements_is_quote(const reading_state *r, uint32_t token);

/** A mark that no content begins or ends with: , . ; : dashes and quotation marks. */
bool statements_is_outer(const reading_state *r, uint32_t token);

/** As statements_is; a word that isn't there (-1) is in no list. */
bool statements_word_is(const statements_stage *st, int16_t word, const char *const *list);

/** Whether nothing but marks stands from a word on. */
bool statements_ends_sentence(const statements_stage *st, size_t word);

/** "and", "or", "but", "yet". */
bool statements_is_conjunction(const statements_stage *st, size_t word);
bool statements_is_comma(const statements_stage *st, size_t word);

/** First word behind a dateline that opens the sentence ("LIMA, 3 May (Agency) -"), or 0. */
size_t statements_dateline(const statements_stage *st);

/** Whether "and that" at a token of the sentence joins a clause to the one before it. */
bool statements_joins_that(const statements_stage *st, uint32_t token);

/** Whether the parse has a finite clause (or any clause) whose verb stands in [first, end). */
bool statements_has_verb(const statements_stage *st, size_t first, size_t end, bool finite);

/** Behind a phrase with all that hangs on it: "the Minister of Defence of Ecuador, Mrs. X". */
size_t statements_complex_end(const statements_stage *st, int16_t phrase);

/** Where a phrase begins with its owner and with what it is apposed or attached to, and, of a list,
 * conjoined to. */
size_t statements_complex_start(const statements_stage *st, int16_t phrase, bool list);

/** First child of a clause with that link, or -1. */
int16_t statements_child(const statements_stage *st, int16_t clause, uint8_t link);

/** Copies the sentence's parse into the stage and mends lemmas that the parser guessed wrong where
 * another reading of the word's ending is a verb of saying ("underscored", "applauding"). */
chancery_status statements_mend(statements_stage *st,
                                const syntax_sentence *from) CHANCERY_MUST_CHECK;

/** The lemma of a word as a verb of saying, whatever its tag. @return false where it is none. */
bool statements_as_verb(const statements_stage *st, size_t word, slice *lemma,
                        statements_form *form);

/** The inflection that a verb's tag tells. */
statements_form statements_form_of(uint8_t tag);
bool statements_is_verb(uint8_t tag);

/* statements_quotes.c */

chancery_status statements_find_quotations(statements_stage *st) CHANCERY_MUST_CHECK;

/** The quotation that opens at a token, or that covers it (marks not counted), or NULL. */
const statements_quotation *statements_quotation_from(const statements_stage *st, uint32_t token);
const statements_quotation *statements_quotation_around(const statements_stage *st, uint32_t token);

/** The quotation that a closing mark ends, or NULL. */
const statements_quotation *statements_quotation_ending(const statements_stage *st, uint32_t token);

/** A quotation that ends right before a word ("…," [said] X), or NULL. */
const statements_quotation *statements_quotation_before(const statements_stage *st, size_t word);

/** Whether it is speech by itself and not some words of a sentence that go on around it. */
bool statements_quotation_whole(const statements_stage *st, const statements_quotation *q);

/* statements_voices.c */

/** Who speaks: a person, a government or a body; newspapers and companies do not.
 *  @return false where it isn't known. */
bool statements_speaker(const statements_stage *st, int16_t phrase, reading_who *who, span *where);

/** As statements_speaker, of the words of a phrase before `end`. */
bool statements_speaker_within(const statements_stage *st, int16_t phrase, size_t end,
                               reading_who *who, span *where);

/** Finds the place where the report was written; fills st->home. */
void statements_find_home(statements_stage *st);

/** Keeps which bodies the sentence names. */
void statements_remember(statements_stage *st);

/** "a statement", "the letter": speaks for who issued it. */
bool statements_is_paper(const statements_stage *st, int16_t phrase);

/* statements_speakers.c */

/** Fills subject, speaker, start and tail of an act that shares no subject. */
void statements_find_speaker(const statements_stage *st, statements_act *act);

/* statements_facts.c */

/** Whether a clause's own words deny or suppose it: "did not say", "would say". */
bool statements_supposed(const statements_stage *st, const syntax_clause *c);

/** Whether what the clause tells took place, by itself and by what it hangs on. */
bool statements_is_fact(const statements_stage *st, const syntax_clause *c);

/** What was asked or condemned long before ("had asked") and what goes on ("has long accused") is
 * background and no word of this report.
 *  @param content  whether the verb has a clause as content. */
bool statements_is_background(const statements_stage *st, const syntax_clause *c, unsigned says,
                              bool content);

/** "neither of them said", "no minister said". */
bool statements_nobody_speaks(const statements_stage *st, const statements_act *act);

/* statements_idioms.c */

enum { STATEMENTS_IDIOM_WORDS = 6 };

/** A verb with words that make it one of saying. "?" before a word: it may be left out. */
typedef struct statements_idiom {
    const char *verbs[5];                      /* its forms; NULL ends them */
    const char *words[STATEMENTS_IDIOM_WORDS]; /* alternatives parted by "/" */
    unsigned says;
    slice act;
} statements_idiom;

/** The idiom that begins at a word, or NULL.
 *  @param count  receives how many words it has. */
const statements_idiom *statements_find_idiom(const statements_stage *st, size_t word,
                                              size_t *count);

/* statements_acts.c */

/** Fills st->acts for the sentence. */
chancery_status statements_collect(statements_stage *st) CHANCERY_MUST_CHECK;

/** What the verb takes as content (CODEBOOK_SAYS_…) with the word `behind` as its preposition or
 * particle. */
unsigned statements_says(const statements_stage *st, size_t verb, size_t behind);

/** Where from `from` on the preposition stands that the verb takes with what it says ("accused
 * Chile [of] lying"); 0 where none does. */
size_t statements_preposition(const statements_stage *st, size_t verb, size_t from);

/* statements_ends.c */

/** The end of the content that begins at `start`.
 *  @param clause  whether it is a clause: "said that …". */
size_t statements_content_end(const statements_stage *st, const statements_act *act, size_t start,
                              bool clause);

/** `end`, or where the next act before it begins that stands beside this one. */
size_t statements_cut_at_acts(const statements_stage *st, const statements_act *act, size_t start,
                              size_t end, bool clause);

/* statements_content.c */

/** Whether nothing that could be said follows: the verb tells who said what stands before it. */
bool statements_nothing_behind(const statements_stage *st, const statements_act *act);

/** What the act tells. @return false where that is nothing. */
bool statements_find_content(const statements_stage *st, const statements_act *act,
                             statements_content *out);

/** The rest of a quotation that the act breaks: "A," X said, "B."
 *  @param told  the content before the act. @return false where nothing follows. */
bool statements_find_resumed(const statements_stage *st, const statements_act *act,
                             const statements_content *told, statements_content *out);

/* statements_phrases.c */

/** "According to X, …", "in X's view, …", "… , as X put it". */
chancery_status statements_read_phrases(statements_stage *st) CHANCERY_MUST_CHECK;

/* statements.c */

/** Adds a statement unless the same words are told already. */
chancery_status statements_add(statements_stage *st, const statements_act *act,
                               const statements_content *content) CHANCERY_MUST_CHECK;

#endif
