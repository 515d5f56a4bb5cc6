/* A report read with a recorder, for commands that say what was tried.
 *
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef CLI_TRACED_H
#define CLI_TRACED_H

#include "cli/show.h"
#include "engine/engine.h"
#include "export/writer.h"
#include "reading/trace.h"

/** A reading and its trace; both live until traced_close. */
typedef struct traced {
    arena arena;
    chancery_reader *reader;
    reading_trace trace;
    const chancery_reading *reading;
} traced;

/** Reads `text` as chancery_read does. To be closed also after a failure. */
chancery_status traced_open(traced *t, const chancery_engine *engine, slice text,
                            const chancery_read_options *options,
                            chancery_error *error) CHANCERY_MUST_CHECK;
void traced_close(traced *t);

/** Where a frame stands: "consult.txt:3"; of the judge how sure it was: "87 in 100 sure". */
slice traced_place(const codebook_frame *frame, arena *a);

/** Whether the report is in another language, so that nothing of it was read. */
bool traced_is_foreign(const traced *t);

/** Reads a stored report again, by its text and day. *same: whether it gave the report of the same
 * id. */
chancery_status traced_open_stored(traced *t, const chancery_engine *engine,
                                   const chancery_document *document, bool *same,
                                   chancery_error *error) CHANCERY_MUST_CHECK;

/** Why a sentence has no event, statement or relation. */
typedef struct traced_silence {
    const char *name;       /* "no-trigger"; NULL where it has one */
    slice words;            /* for people, without the sentence's own words */
    const reading_try *try; /* that came furthest, or NULL */
} traced_silence;

/** @param sentence index in t->trace.sentences. */
traced_silence traced_silence_of(const traced *t, size_t sentence);

/** The word that the reason is about: of a predicate, of saying; or empty. */
span traced_word(const reading_traced_sentence *s, const traced_silence *why);

/** Of the tries of the word that `first` is of, the one that came furthest. *next: the first try of
 * the next word, or the end. */
const reading_try *traced_best(const traced *t, const reading_traced_sentence *s, size_t first,
                               size_t *next);

/** A try: its frame, what each role found where, what came of it.
 *  @param number of the frame among those of its word. */
void traced_show_try(const look *l, traced *t, const reading_try *try, size_t number);

/** Words that a failed try found nobody in, such as “the envoy”; nothing where there are none. */
void traced_show_unknown(look_flow *f, const traced *t, const reading_try *try);

/** The sentence's tries as a JSON field "tries"; the words that no one is known in as "unknown". */
void traced_json_tries(writer *w, const traced *t, size_t sentence);
void traced_json_unknown(writer *w, const traced *t, const reading_try *try);

/** Fields "start" and "end". */
void traced_json_span(writer *w, span where);

/** Whether two matches of predicates are of the same word. */
static inline bool traced_same_word(const reading_try *a, const reading_try *b)
{
    return a->word.start == b->word.start && a->noun == b->noun;
}

/** Whether two tries are of one frame and word, by different predicates of it, and came as far. */
static inline bool traced_same(const reading_try *a, const reading_try *b)
{
    return traced_same_word(a, b) && a->frame == b->frame && a->reason == b->reason;
}

#endif
