/* Syntax: tags, lemmas, noun phrases and clauses of a sentence.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * Tags and trees come from a network (net.h), phrases and clauses from the trees (from_tree.h),
 * lemmas of nouns and verbs from lists. What reading sees is the clause: a predicate, who stands
 * where around it, and what it hangs on.
 *
 * Words are numbered within their sentence. A range [first, end) of words is empty where nothing
 * stands. */
#ifndef SYNTAX_SYNTAX_H
#define SYNTAX_SYNTAX_H

#include "base/array.h"
#include "base/container.h"
#include "text/text.h"

/** Penn treebank tags as the treebanks' XPOS column has them. */
typedef enum syntax_tag {
    SYNTAX_CC,
    SYNTAX_CD,
    SYNTAX_DT,
    SYNTAX_EX,
    SYNTAX_FW,
    SYNTAX_IN,
    SYNTAX_JJ,
    SYNTAX_JJR,
    SYNTAX_JJS,
    SYNTAX_MD,
    SYNTAX_NN,
    SYNTAX_NNS,
    SYNTAX_NNP,
    SYNTAX_NNPS,
    SYNTAX_PDT,
    SYNTAX_POS,
    SYNTAX_PRP,
    SYNTAX_PRPS,
    SYNTAX_RB,
    SYNTAX_RBR,
    SYNTAX_RBS,
    SYNTAX_RP,
    SYNTAX_TO,
    SYNTAX_UH,
    SYNTAX_VB,
    SYNTAX_VBD,
    SYNTAX_VBG,
    SYNTAX_VBN,
    SYNTAX_VBP,
    SYNTAX_VBZ,
    SYNTAX_WDT,
    SYNTAX_WP,
    SYNTAX_WPS,
    SYNTAX_WRB,
    SYNTAX_PUNCT,
    SYNTAX_SYM,
    SYNTAX_HYPH,
    SYNTAX_OTHER,
    SYNTAX_TAG_COUNT,
} syntax_tag;

typedef struct syntax_word {
    uint8_t tag; /* syntax_tag */
    slice lemma; /* small letters, but for names; lives as long as the lists, the arena and the
                    report's text */
    uint64_t lemma_key; /* text_key(lemma) */
} syntax_word;

typedef struct syntax_range {
    uint16_t first;
    uint16_t end;
} syntax_range;

/** What stands in a group of phrases that belong together ("[US Secretary] of [State] [Anna
 * Brook]", "[A], [B] and [C]", "[X], [the minister of] [Z]") is named by its first phrase: a
 * clause gives that as subject or object, and `apposed`, `conjoined`, `attached` lead from the
 * others to it.
 *
 * "of" attaches; other prepositions attach to common nouns that take them ("talks with") and stand
 * among the obliques of the clause as well, since grammar can't tell which is meant. A phrase with
 * a preposition between subject and verb is attached only. */

/** A noun phrase without what follows its head: "the Norwegian Minister", "talks", "he", "four
 * patrol boats". Possessors are phrases of their own: in "Senegal's Fisheries Minister", [Senegal]
 * owns [Fisheries Minister]. */
typedef struct syntax_phrase {
    uint16_t first;
    uint16_t end;
    uint16_t head;     /* the last noun */
    int16_t possessor; /* index of the phrase whose "'s" opens this one, or -1 */
    int16_t attached;  /* index of the phrase that this one follows by a preposition ("minister of
                          [X]"), or -1 */
    int16_t apposed; /* index of the phrase that this one stands beside between commas, or directly
                        before a name, or -1 */
    int16_t conjoined;   /* index of the phrase before it in "A, B and C", or -1 */
    int16_t preposition; /* word index of the preposition that governs it, or -1; of "according to",
                            "because of" and the like the first word */
} syntax_phrase;

typedef enum syntax_link {
    SYNTAX_ROOT,       /* main clause */
    SYNTAX_CONJOINED,  /* "met A and signed B": shares the subject unless it has its own */
    SYNTAX_CONTENT,    /* "said (that) …", also direct speech without quotes */
    SYNTAX_INFINITIVE, /* "agreed to open" */
    SYNTAX_GERUND,     /* "advocated for consolidating", "accused B of doing" */
    SYNTAX_RELATIVE,   /* "who visited", "which it sent"; `of` is the phrase it describes */
    SYNTAX_PARTICIPLE, /* "accompanied by", ", adding that", "boats seized on …" */
    SYNTAX_ADVERBIAL,  /* after a word like "after", "while", "if", "because"; `marker` */
} syntax_link;

typedef enum syntax_tense {
    SYNTAX_PRESENT,
    SYNTAX_PAST,
    SYNTAX_BARE, /* infinitive, participle, gerund: no tense of its own */
} syntax_tense;

typedef struct syntax_oblique {
    uint16_t preposition; /* word index */
    uint16_t phrase; /* index of the phrase that it governs (others may be conjoined or attached to
                        it) */
} syntax_oblique;

typedef struct syntax_clause {
    uint16_t verb;  /* head word: the last verb of the group, or the adjective after a form of "be"
                       ("is ready to") */
    uint16_t first; /* of the verb group, auxiliaries and adverbs included */
    uint16_t end;   /* of the verb group, particle included ("broke off") */
    int16_t particle;  /* word index of RP ("off") or -1 */
    int16_t parent;    /* index of the clause that it hangs on, or -1 */
    int16_t marker;    /* word that opens it ("that", "if", "unless", "after", "who"), or -1 */
    int16_t described; /* of a relative or participle clause: phrase that it describes, or -1 */
    uint8_t link;      /* syntax_link */
    uint8_t tense;     /* syntax_tense */
    uint8_t passive, perfect, progressive, negated, copula;
    int16_t modal; /* word index of MD ("will", "may", "could"), or -1; or, which counts as will, of
                      "going" in "is going to visit" and of "to" (tag TO) in "is to visit" and a
                      headline's "X to visit" */
    int16_t
        subject; /* phrase, also where shared or controlled ("[Fiji] agreed to send"); -1 unknown */
    int16_t object; /* phrase after the verb; the second of two ("gave [Zambia] [boats]" -> boats);
                       after a form of "be" the predicate; of "which it sent" what is described; or
                       -1 */
    int16_t recipient; /* first of two objects ("gave [Zambia] boats"), or -1 */
    syntax_range span; /* all words of the clause with what hangs on it, but for clauses joined to
                          it and for what it reports where that comes before it */
    syntax_range complement; /* what follows the verb group up to the end of its complement: of
                                "said that X", X */
    const syntax_oblique *obliques; /* [oblique_count] in order, before and after the verb */
    size_t oblique_count;
} syntax_clause;

enum {
    SYNTAX_EVENTS = 32,     /* most labels of what a word tells; label 0: nothing */
    SYNTAX_ROLES = 2,       /* who does it, to whom */
    SYNTAX_CERTAIN = 10000, /* a probability of 1 */
};

/** A word that may tell an event, as the network judges. Probabilities are in ten-thousandths. */
typedef struct syntax_judged {
    uint16_t word;
    uint16_t first, count;              /* words of its window, whose sides are known */
    uint8_t status;                     /* label of whether it was */
    uint16_t event[SYNTAX_EVENTS];      /* by label */
    const uint16_t *side[SYNTAX_ROLES]; /* [count] that the word heads a side */
    const int8_t *like; /* [like_count] where the word stands among the judge's examples */
    uint32_t like_count;
} syntax_judged;

typedef ARRAY(syntax_judged) syntax_judgements;

typedef struct syntax_sentence {
    const text_token *tokens; /* [word_count] the report's */
    const syntax_word *words; /* [word_count] */
    size_t word_count;
    const syntax_phrase *phrases; /* [phrase_count] in order */
    size_t phrase_count;
    const syntax_clause *clauses; /* [clause_count] in order of their verbs */
    size_t clause_count;
    const int16_t *phrase_of;    /* [word_count] phrase that a word belongs to, or -1 */
    const syntax_judged *judged; /* [judged_count] in order */
    size_t judged_count;
} syntax_sentence;

/** Longer sentences (lists, tables) are cut: words beyond belong to no phrase and no clause. */
enum { SYNTAX_MAX_WORDS = 512 };

/** The lists of lemmas: constant, shared by threads. */
typedef struct syntax_lemmas syntax_lemmas;

/** Opens the lists' container (kind "LEMM"). @return CHANCERY_OK, _E_NOT_FOUND, _E_IO, _E_FORMAT,
 * _E_VERSION, _E_MEMORY. */
chancery_status syntax_lemmas_open(const char *path, syntax_lemmas **out,
                                   chancery_error *error) CHANCERY_MUST_CHECK;
void syntax_lemmas_close(syntax_lemmas *lemmas); /* NULL is harmless */
slice syntax_lemmas_edition(const syntax_lemmas *lemmas);

/** Compiles their text form (data/syntax/lemmas.txt, made by train/lemmas.py). */
chancery_status syntax_lemmas_compile(const char *source, const char *path,
                                      chancery_error *error) CHANCERY_MUST_CHECK;

/** Copies a parse to another arena, as small as it can be: a parse itself leaves what it was made
 * with in its arena.
 *  @param text  the report's text, which the copy goes on to use as the parse does.
 *  @return CHANCERY_OK, _E_LIMIT, _E_MEMORY. */
chancery_status syntax_keep(const syntax_lemmas *lemmas, slice text, const syntax_sentence *from,
                            arena *arena, syntax_sentence *out,
                            chancery_error *error) CHANCERY_MUST_CHECK;

/** Name of a tag ("NNP"), for tests and `parse`. */
const char *syntax_tag_name(syntax_tag tag);

#endif
