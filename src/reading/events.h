/* Events: what the parts of that stage share.
 *
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef READING_EVENTS_H
#define READING_EVENTS_H

#include "reading/internal.h"
#include "reading/trace.h"

enum { EVENTS_MAX_SIDE = 16, EVENTS_MAX_MATCHES = 256 };

/** Who stands on one side of an event, each code once but for parts of one state that act as two
 * sides do. */
typedef struct events_side {
    reading_who who[EVENTS_MAX_SIDE];
    span spans[EVENTS_MAX_SIDE];
    uint32_t count;
    bool pronoun;                /* somebody was found through a pronoun or a description */
    const codebook_frame *frame; /* while it is filled */
} events_side;

/** A side that is filled by those whose state the words beside them don't tell. */
typedef struct events_opening {
    const codebook_match *match;
    const events_side *other; /* the other side */
    bool actor;               /* it acts */
} events_opening;

/** An event, and the match that it came of. */
typedef struct events_made {
    uint32_t event; /* index in events */
    uint32_t match;
} events_made;

/** One sentence being searched for events. */
typedef struct events_sentence {
    reading_state *r;
    uint32_t sentence;
    const syntax_sentence *s;
    const text_sentence *t;
    const reading_referents *referents; /* [phrase_count] */
    size_t date_first, date_end;        /* of the report's dates, those of this sentence */
    codebook_match matches[EVENTS_MAX_MATCHES];
    size_t match_count;
    events_made made[EVENTS_MAX_MATCHES]; /* events that the sentence told, so far */
    size_t made_count;
    bool *silenced; /* [clause_count] told by the frame above it, not coded itself */
    bool *denied;   /* [clause_count] stands below a denial */
    bool *planned;  /* [clause_count] stands below a promise */
    const events_opening
        *open; /* while a side is filled by those whose state isn't told; or NULL */
} events_sentence;

/** Whether an event was, and the word that says so (-1 where none had to). */
typedef struct events_verdict {
    chancery_event_status status;
    int32_t word;
} events_verdict;

/** Fills a side of an event from the places that the frame names.
 *  @param other the side already filled, or NULL: for CODEBOOK_INNER. */
void events_fill_side(const events_sentence *e, const codebook_match *match,
                      const codebook_role *role, bool actor, const events_side *other,
                      events_side *out);

/** The word behind all that hangs on an event noun: "a raid [by Chad's army] [on Libya]" without a
 * gap. */
uint16_t events_noun_reach(const events_sentence *e, int16_t phrase);

/** The clause of a noun that is the subject of a verb which only says that it was, began or ended:
 * what hangs on the verb belongs to the noun. NULL where it isn't. */
const syntax_clause *events_noun_clause(const events_sentence *e, const codebook_match *match);

/** Whether a phrase of that clause stands after another word for one of the role's prepositions:
 * "congratulations poured into Oslo". */
bool events_noun_takes(const events_sentence *e, const codebook_role *role, int16_t phrase);

/** Whether that clause says that the noun is to come: "a visit is planned". */
bool events_noun_planned(const events_sentence *e, const codebook_match *match);

/** Whether that clause says that it was not: "no talks took place". */
bool events_noun_denied(const events_sentence *e, const codebook_match *match);

/** Whether its clause says that a visit or talks will not be: "the visit was cancelled". */
bool events_noun_dropped(const events_sentence *e, const codebook_match *match);

/** Who visits or talks where the noun's phrase says when the clause was: "on a visit to Togo,
 * [Ghana's premier] opened a school". @return the clause's subject, or -1. */
int16_t events_noun_subject(const events_sentence *e, const codebook_match *match);

/** Who does what a headline's infinitive tells: "[Czechs] to pull troops out of Mali". @return the
 * phrase that opens the sentence, or -1. */
int16_t events_headline_subject(const events_sentence *e, int16_t clause);

/** Guest (actor) and ground of a noun in a headline without a verb: "[Kenyan minister] in
 * [Khartoum] for talks". @return the phrase, or -1. */
int16_t events_headline_side(const events_sentence *e, const codebook_match *match, bool actor);

/** The subject of an if-clause that is told by its order: "were [Chad] to attack", "had [Chad]
 * attacked". @return -1 where it is none. */
int16_t events_inverted_subject(const events_sentence *e, int16_t clause);

/** Who acts in a clause whose own subject doesn't say it: "[Ghana], whose police arrested",
 * "[Ghana] is the state that arrested", "[Ghana] had two Danes arrested", "[Ghana], said Peru, had
 * arrested".
 * @return a phrase, or -1. */
int16_t events_other_subject(const events_sentence *e, int16_t clause);

/** Who acts with the subject: "the premier, together with [Togo's president], met". @return a
 * phrase, or -1. */
int16_t events_with_subject(const events_sentence *e, const syntax_clause *clause);

/** Whom a phrase means that names nobody itself: "the ministers of three states, [A, B and C]",
 * "some of [the Danes]". @return the first phrase of the group, or -1. */
int16_t events_meant_by(const events_sentence *e, int16_t phrase);

/** Who a phrase means that ends with a word for an agent or an office whose state is not told:
 * "protesters", "a court". It is that of the place behind it or in the clause, else that of the
 * other side where parts of one state do such things to each other, else the one state that the
 * report speaks of. Only while e->open is set.
 *  @return false where it means nobody, or his state stays open. */
bool events_home(const events_sentence *e, int16_t phrase, reading_who *out);

/** Whether an event counts in which the state of those who act was not told beside them: somebody
 * with power or arms takes part, or people protest. */
bool events_home_counts(slice event, const events_side *actors, const events_side *recipients);

/** Whether two are parts of one state that talk, agree or help each other as two sides do: the
 * government and rebels, a minister and a union. */
bool events_parts_apart(const codebook_frame *frame, const reading_who *a, const reading_who *b);

/** The words that tell an event: its clause, or its noun with what hangs on it. */
span events_span(const events_sentence *e, const codebook_match *match);

/** What is still to come and cooperative is AGREE; a withdrawal to come is CONCEDE. */
void events_announce(reading_event *event);

/** A friendly act that the actor says he will not do is a refusal: REJECT. */
void events_refuse(const events_sentence *e, const codebook_match *match, reading_event *event);

/** Adds the events of a sentence that the judge sees and no frame has told. */
chancery_status events_judge(events_sentence *e) CHANCERY_MUST_CHECK;

/** Adds to r->judged what the judge sees between two given actors in a sentence. */
void events_judge_pair(const events_sentence *e);

/** The label that the judge sees best between them. @param share of all that it sees. @return 0
 * where it sees nothing. */
size_t events_judged_best(const reading_state *r, double *share);

/** Whether what it sees best was, will be, may be; where it sees something. */
chancery_event_status events_judged_status(const reading_state *r);

/** What a label of the judge stands for: "ASSAULT". */
slice events_judged_label(const reading_state *r, size_t label);

/** Makes an event of what the judge sees, if it can be one.
 *  @param match  the next free one of e->matches, of a frame made for it.
 *  @param label  what the judge takes the word for. */
chancery_status events_try_judged(events_sentence *e, const codebook_match *match,
                                  const syntax_judged *judged, size_t label, events_side *actors,
                                  events_side *recipients) CHANCERY_MUST_CHECK;

/** Of a pair whose roles no frame of the sentence filled: the predicate on the way from source to
 * target that tells it best, at a lower confidence. */
chancery_status events_between(const events_sentence *e) CHANCERY_MUST_CHECK;

/** Whether the event is one of the given source with the given target. */
bool events_is_of_pair(const reading_state *r, const reading_event *event);

/** Whether who stands first on a side may stand there by the frame's rule; nobody may. */
bool events_allowed(const events_sentence *e, const codebook_who *rule, const events_side *side);

/** Whether an event of this type can happen inside one state, between its parts. */
bool events_inside(slice event);

/** Whether an event of this match happened, will, may, didn't.
 *  @return READING_TOLD, or the reason why the clause says nothing of it ("to", "hoped that"): no
 * event then. */
reading_reason events_status(const events_sentence *e, const codebook_match *match,
                             events_verdict *out);

/** Sets an event's date, where that comes from, and its words. */
void events_set_date(const events_sentence *e, const codebook_match *match, reading_event *event);

/** The date of the last meeting among the first `before` events, near the report's own date (what
 * is said there is said then), else the report's. */
void events_occasion(const reading_state *r, size_t before, slice *date, chancery_date_from *from);

/** The innermost clause around a token; -1 where none holds it. */
int16_t events_clause_at(const events_sentence *e, uint32_t token);

/** Whether a word's lemma is one of the list, also where it was guessed a little wrong ("rul"). */
bool events_lemma_in(const syntax_sentence *s, size_t word, const char *const *list);

/** A number at a word, if it is sure. @return words, or 0. */
uint32_t events_read_number(const events_sentence *e, uint32_t word, double *out);

/** A sum of money at a word. @param code ISO 4217. @return words, or 0. */
uint32_t events_read_money(const events_sentence *e, uint32_t word, double *amount, slice *code);

/** Joins an event that tells again one that stands already.
 *  @param known receives the index of that one. @return whether it did. */
bool events_join(reading_state *r, const reading_event *event, uint32_t *known,
                 chancery_status *status);

/** The event told before that a noun refers back to ("rejected [the demands]", "welcomed [the
 *  agreement]") and that somebody other than these actors has a part in; NULL where there is none.
 *  It is the last one told, and lives until the next event is made. */
const reading_event *events_meant(const events_sentence *e, int16_t phrase,
                                  const events_side *actors);

/** Adds nouns that refer back ("the attack") to the mentions of the events that they mean. */
chancery_status events_mention_again(events_sentence *e) CHANCERY_MUST_CHECK;

/** Fills the sizes of events from a sentence whose own events have been found. */
void events_sizes(const events_sentence *e);

/** Whether a hit is a town or the like, not a state. */
bool events_is_town(const reading_state *r, int32_t hit);

/** Index in hits of a town of a state that the sentence gives as a place, or -1. */
int32_t events_town_of(const events_sentence *e, slice code);

/** Index in hits of the place where it was, a town or else a state, or -1. */
int32_t events_place(const events_sentence *e, const codebook_match *match);

/** Whether `date` lies five years or more before the report's day (or year). */
bool events_is_historical(const reading_state *r, slice date);

/* trace.c: what is written to r->trace; nothing where that is NULL. */

/** The next sentence. */
void trace_sentence(const reading_state *r, uint32_t sentence);

/** It speaks of sport. */
void trace_games(const reading_state *r);

/** A match begins to be tried; how it ended; the event that it gave or told again (index). */
void trace_try(const events_sentence *e, const codebook_match *match);
void trace_reason(const reading_state *r, reading_reason reason);

/** What the match of the judge is like. */
void trace_like(const reading_state *r, const syntax_judged *judged, size_t label);

void trace_event(const reading_state *r, size_t event, bool joined);

/** A match that was not tried, for an event before it. */
void trace_back(const events_sentence *e, const codebook_match *match, reading_reason reason);

/** A side begins to be filled, and ends. */
void trace_side(const events_sentence *e, bool actor);
void trace_sided(const events_sentence *e);

/** A place of it is looked at. @return for trace_placed. */
size_t trace_place(const events_sentence *e, uint8_t place);
void trace_placed(const events_sentence *e, size_t first, const events_side *found);

/** A phrase is looked at there; -1: there is none. */
void trace_look(const events_sentence *e, int16_t phrase, reading_sight sight);

/** A look at words for a part of the state `code`, which they don't name. */
void trace_part(const events_sentence *e, int16_t phrase, slice code);

#endif
