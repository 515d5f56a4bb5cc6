/* Statements: quotation marks.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * Marks are paired within a paragraph: double ones before single ones, which count only outside of
 * them and only where they can't be apostrophes. A quotation that is open at the end of a
 * paragraph goes on where the next paragraph begins with an opening mark again, as printers do. */
#include "reading/statements.h"

enum { SINGLE_MAX_TOKENS = 400 }; /* no quotation in single marks is longer */

typedef struct pairing {
    statements_stage *st;
    statements_quotation *open; /* or NULL */
} pairing;

static bool space_before(const reading_state *r, uint32_t token)
{
    return token == 0 || (r->report->tokens[token - 1].flags & TEXT_SPACE_AFTER) ||
           r->report->tokens[token - 1].end < r->report->tokens[token].start;
}

static bool is_single_opening(const reading_state *r, uint32_t token)
{
    static const char *const curly[] = {"‘", NULL};
    static const char *const straight[] = {"'", "`", NULL};
    if (statements_token_is(r, token, curly))
        return true;
    return statements_token_is(r, token, straight) && space_before(r, token) &&
           token + 1 < r->report->token_count && !space_before(r, token + 1);
}

static bool is_closed_by_mark(const reading_state *r, uint32_t token)
{
    return r->report->tokens[token].kind == TEXT_PUNCT;
}

/** A closing single mark, not the apostrophe of "the workers' boats". */
static bool is_single_closing(const reading_state *r, const text_sentence *s, uint32_t token)
{
    static const char *const marks[] = {"’", "'", NULL};
    if (!statements_token_is(r, token, marks) || space_before(r, token))
        return false;
    uint32_t end = s->first + s->count;
    return is_closed_by_mark(r, token - 1) || token + 1 >= end || is_closed_by_mark(r, token + 1);
}

/** Whether a single mark that opens at `token` is closed in the same paragraph. */
static bool single_is_closed(const reading_state *r, size_t sentence, uint32_t token)
{
    uint32_t paragraph = r->report->sentences[sentence].paragraph;
    for (size_t i = sentence; i < r->report->sentence_count; i++) {
        const text_sentence *s = &r->report->sentences[i];
        if (s->paragraph != paragraph)
            return false;
        uint32_t end = s->first + s->count;
        for (uint32_t t = s->first > token + 1 ? s->first : token + 2; t < end; t++)
            if (t > token + SINGLE_MAX_TOKENS)
                return false;
            else if (is_single_closing(r, s, t))
                return true;
    }
    return false;
}

static bool opens_double(const reading_state *r, uint32_t token, bool inside)
{
    static const char *const opening[] = {"“", "„", "«", "``", NULL};
    static const char *const closing[] = {"”", "»", "''", NULL};
    if (statements_token_is(r, token, opening))
        return true;
    return !inside && !statements_token_is(r, token, closing);
}

static bool is_double(const reading_state *r, uint32_t token)
{
    static const char *const single[] = {"‘", NULL};
    return statements_is_quote(r, token) && !statements_token_is(r, token, single);
}

static chancery_status push(pairing *p, uint32_t token, bool single)
{
    reading_state *r = p->st->r;
    p->open = array_push(&p->st->quotations, r->arena, r->error);
    if (!p->open)
        return r->error->status;
    *p->open = (statements_quotation){token, token + 1, single, false};
    return CHANCERY_OK;
}

static void close_at(pairing *p, uint32_t token)
{
    p->open->close = token;
    p->open->closed = true;
    p->open = NULL;
}

static chancery_status pair_token(pairing *p, size_t sentence, uint32_t token)
{
    const reading_state *r = p->st->r;
    const text_sentence *s = &r->report->sentences[sentence];
    uint8_t kind = r->report->tokens[token].kind;
    if (p->open)
        p->open->close = token + 1;
    if (kind == TEXT_WORD || kind == TEXT_NUMBER)
        return CHANCERY_OK;
    if (is_double(r, token)) {
        bool inside = p->open && !p->open->single;
        if (opens_double(r, token, inside))
            return push(p, token, false);
        if (inside)
            close_at(p, token);
        return CHANCERY_OK;
    }
    if (p->open && p->open->single && is_single_closing(r, s, token))
        close_at(p, token);
    else if (!p->open && is_single_opening(r, token) && single_is_closed(r, sentence, token))
        return push(p, token, true);
    return CHANCERY_OK;
}

/** At a new paragraph: the quotation goes on where it begins with an opening mark. */
static bool goes_on(const pairing *p, const text_sentence *s)
{
    return p->open && !p->open->single && is_double(p->st->r, s->first) &&
           opens_double(p->st->r, s->first, false);
}

chancery_status statements_find_quotations(statements_stage *st)
{
    const text_report *report = st->r->report;
    pairing p = {st, NULL};
    for (size_t i = 0; i < report->sentence_count; i++) {
        const text_sentence *s = &report->sentences[i];
        bool fresh = i > 0 && s->paragraph != report->sentences[i - 1].paragraph;
        bool continued = fresh && goes_on(&p, s);
        if (fresh && !continued)
            p.open = NULL;
        for (uint32_t t = s->first + (continued ? 1 : 0); t < s->first + s->count; t++) {
            chancery_status status = pair_token(&p, i, t);
            if (status)
                return status;
        }
    }
    return CHANCERY_OK;
}

/** The last quotation that opens at or before a token, by bisection; or NULL. */
static const statements_quotation *last_opening(const statements_stage *st, uint32_t token)
{
    size_t low = 0, high = st->quotations.count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (st->quotations.items[middle].open <= token)
            low = middle + 1;
        else
            high = middle;
    }
    return low ? &st->quotations.items[low - 1] : NULL;
}

const statements_quotation *statements_quotation_from(const statements_stage *st, uint32_t token)
{
    const statements_quotation *q = last_opening(st, token);
    return q && q->open == token ? q : NULL;
}

const statements_quotation *statements_quotation_around(const statements_stage *st, uint32_t token)
{
    const statements_quotation *q = last_opening(st, token);
    return q && q->open < token && token < q->close ? q : NULL;
}

const statements_quotation *statements_quotation_ending(const statements_stage *st, uint32_t token)
{
    const statements_quotation *q = last_opening(st, token);
    return q && q->closed && q->close == token ? q : NULL;
}

const statements_quotation *statements_quotation_before(const statements_stage *st, size_t word)
{
    uint32_t token = statements_token(st, word);
    const statements_quotation *q = token ? last_opening(st, token - 1) : NULL;
    return q && q->close < token && token - q->close <= 2 ? q : NULL;
}

/** Whether nothing but a mark stands before the token in its sentence, or a mark right there. */
static bool mark_before(const statements_stage *st, uint32_t token)
{
    return token <= st->t->first || st->r->report->tokens[token - 1].kind == TEXT_PUNCT;
}

bool statements_quotation_whole(const statements_stage *st, const statements_quotation *q)
{
    static const char *const before[] = {"that", "saying", NULL};
    return mark_before(st, q->open) || statements_token_is(st->r, q->open - 1, before);
}
