/* Statements whose source stands in a phrase: "according to X, …", "in X's view, …", "in the words
 * of X, …", "…, as X said".
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * The phrase names its source and stands at either end of its sentence; the rest is what was
 * said. */
#include "reading/statements.h"

/** Words [first, end) of the sentence that name a source, and who that is. */
typedef struct source {
    size_t first, end; /* the words that name it */
    size_t behind;     /* where the phrase ends */
    slice act;
} source;

static size_t clause_end(const statements_stage *st, size_t word)
{
    while (word < st->s.word_count && !statements_is_comma(st, word) &&
           !(word + 1 == st->s.word_count))
        word++;
    return word;
}

/** "his words", "her view": the one who spoke last. */
static bool owned_by_pronoun(const statements_stage *st, size_t word)
{
    return word < st->s.word_count && st->s.words[word].tag == SYNTAX_PRPS;
}

static bool last_speaker(const statements_stage *st, statements_act *act)
{
    const reading_state *r = st->r;
    if (r->statements.count == 0)
        return false;
    const reading_statement *last = &r->statements.items[r->statements.count - 1];
    if (r->report->sentences[last->sentence].paragraph != st->t->paragraph)
        return false;
    act->who = last->speaker;
    act->speaker = last->speaker_span;
    return true;
}

/** The first speaker that the source's words name: "a tweet by [the minister]". */
static bool name_source(const statements_stage *st, const source *from, statements_act *act)
{
    static const char *const links[] = {"by", "from", "of", "to", "in", NULL};
    if (owned_by_pronoun(st, from->first) && last_speaker(st, act))
        return true;
    for (size_t q = 0; q < st->s.phrase_count; q++) {
        const syntax_phrase *p = &st->s.phrases[q];
        if (p->first < from->first || p->first >= from->end)
            continue;
        bool owner = q + 1 < st->s.phrase_count && st->s.phrases[q + 1].possessor == (int16_t)q;
        bool linked =
            p->preposition < (int)from->first || statements_is(st, (size_t)p->preposition, links);
        if (linked &&
            statements_speaker(st, (int16_t)(owner ? q + 1 : q), &act->who, &act->speaker))
            return true;
        if (linked && owner && statements_speaker(st, (int16_t)q, &act->who, &act->speaker))
            return true;
    }
    return false;
}

static chancery_status tell(statements_stage *st, size_t opening, const source *from)
{
    statements_act act = {.verb = opening,
                          .start = opening,
                          .lemma = from->act,
                          .clause = -1,
                          .known = true,
                          .spoken = true};
    statements_content content = {.least = 3};
    if (!name_source(st, from, &act))
        return CHANCERY_OK;
    bool at_start = opening == 0;
    const statements_quotation *q = at_start ? NULL : statements_quotation_before(st, opening);
    if (q) {
        content = (statements_content){q->open + 1, q->close, true, 1};
    } else {
        size_t first = at_start ? from->behind : statements_dateline(st);
        size_t end = at_start ? st->s.word_count : opening;
        if (!at_start && statements_has_verb(st, from->behind, st->s.word_count, true)) {
            if (opening > 1 &&
                statements_is_conjunction(st, opening - 2 + !statements_is_comma(st, opening - 1)))
                return CHANCERY_OK;
            end = st->s.word_count;
        }
        if (!statements_has_verb(st, first, end, true))
            return CHANCERY_OK;
        content.first = statements_token(st, first);
        content.end = statements_token(st, end);
    }
    return statements_add(st, &act, &content);
}

/** The source of "according to …" at a word. */
static bool according(const statements_stage *st, size_t word, source *out)
{
    static const char *const opening[] = {"according", NULL};
    static const char *const to[] = {"to", NULL};
    if (!statements_is(st, word, opening) || !statements_is(st, word + 1, to))
        return false;
    size_t end = clause_end(st, word + 2);
    *out = (source){word + 2, end, end, SLICE("according")};
    return true;
}

/** The source of "in his view", "in X's words", "in the opinion of X" at a word. */
static bool opinion(const statements_stage *st, size_t word, source *out)
{
    static const char *const opening[] = {"in", "by", NULL};
    static const char *const nouns[] = {"view",    "words",    "opinion", "judgement",  "judgment",
                                        "account", "estimate", "eyes",    "assessment", NULL};
    if (word > 0 && !statements_is_comma(st, word - 1))
        return false;
    if (!statements_is(st, word, opening))
        return false;
    size_t end = clause_end(st, word + 1);
    for (size_t w = word + 1; w < end; w++)
        if (statements_is(st, w, nouns)) {
            *out = (source){word + 1, end, end, SLICE("say")};
            return true;
        }
    return false;
}

/** Whether the words behind a verb of saying only tell when and where. */
static bool only_when(const statements_stage *st, size_t word, size_t end)
{
    if (word >= end)
        return true;
    uint8_t tag = st->s.words[word].tag;
    return tag == SYNTAX_IN || tag == SYNTAX_RB || (tag == SYNTAX_NN && word + 1 == end) ||
           tag == SYNTAX_NNP;
}

/** The source of "as X said" at a word. */
static bool as_said(const statements_stage *st, size_t word, source *out)
{
    static const char *const as[] = {"as", NULL};
    if (!statements_is(st, word, as) || (word > 0 && !statements_is_comma(st, word - 1)))
        return false;
    size_t end = clause_end(st, word + 1);
    for (size_t w = word + 2; w < end; w++) {
        slice lemma;
        statements_form form;
        if (!statements_as_verb(st, w, &lemma, &form) || form == STATEMENTS_PARTICIPLE ||
            !only_when(st, w + 1, end))
            continue;
        *out = (source){word + 1, w, end, lemma};
        return true;
    }
    return false;
}

chancery_status statements_read_phrases(statements_stage *st)
{
    chancery_status status = CHANCERY_OK;
    for (size_t w = 0; !status && w + 2 < st->s.word_count; w++) {
        source from;
        uint8_t tag = st->s.words[w].tag;
        if (tag != SYNTAX_IN && tag != SYNTAX_VBG && tag != SYNTAX_RB)
            continue;
        if (according(st, w, &from) || opinion(st, w, &from) || as_said(st, w, &from))
            status = tell(st, w, &from);
    }
    return status;
}
