/* Chains: I and we.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * In a quotation they mean who says it, else who signs or issues the report. "We" of somebody who
 * speaks for a state is the state. They wait for the end of the walk, since who says it often
 * stands behind it. */
#include "reading/chains.h"
#include "reading/statements.h"

/** Index of the first token that ends behind a byte. */
static uint32_t token_at(const reading_state *r, uint32_t byte)
{
    size_t low = 0, high = r->report->token_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (r->report->tokens[middle].end <= byte)
            low = middle + 1;
        else
            high = middle;
    }
    return (uint32_t)low;
}

chancery_status chains_find_quotes(chains_stage *c)
{
    statements_stage st = {.r = c->r};
    chancery_status status = statements_find_quotations(&st);
    for (size_t i = 0; !status && i < st.quotations.count; i++) {
        const statements_quotation *q = &st.quotations.items[i];
        for (uint32_t t = q->open + 1; t < q->close && t < c->r->report->token_count; t++)
            c->quote_at[t] = (int32_t)i;
    }
    return status;
}

/** Fills [token_count] with the statement in whose quotation a token stands, or -1. */
static void find_said(const chains_stage *c, int32_t *said)
{
    const reading_state *r = c->r;
    for (size_t t = 0; t < r->report->token_count; t++)
        said[t] = -1;
    for (size_t i = 0; i < r->statements.count; i++) {
        const reading_statement *s = &r->statements.items[i];
        for (uint32_t t = token_at(r, s->content.start);
             t < r->report->token_count && r->report->tokens[t].start < s->content.end; t++)
            if ((s->quoted || c->quote_at[t] >= 0) && said[t] < 0)
                said[t] = (int32_t)i;
    }
}

/** Who says a statement: by the walk's own reading of the speaker's words. */
static uint32_t speaker_of(const chains_stage *c, const reading_statement *s)
{
    uint32_t who = CHAINS_NOBODY;
    if (s->speaker_span.end > s->speaker_span.start)
        for (uint32_t t = token_at(c->r, s->speaker_span.start);
             t < c->r->report->token_count && c->r->report->tokens[t].end <= s->speaker_span.end;
             t++)
            who = chains_is_unit(c->who_at[t]) ? c->who_at[t] : who;
    if (who == CHAINS_NOBODY && s->speaker.person >= 0)
        who = c->first_person + (uint32_t)s->speaker.person;
    return who;
}

/** For whom somebody says "we": the body itself, or the state or organisation of the office. */
static uint32_t body_of(const chains_stage *c, uint32_t who)
{
    if (chains_is_body(c, who))
        return who;
    if (!chains_is_person(c, who))
        return CHAINS_NOBODY;
    const reading_person *p = &c->r->people.items[c->units.items[who].person];
    return p->offices.count ? chains_state(c, c->units.items[who].code) : CHAINS_NOBODY;
}

static chancery_status link_word(chains_stage *c, uint32_t token, uint32_t speaker)
{
    static const char *const one[] = {"i", "me", "my", "myself", NULL};
    static const char *const many[] = {"we", "us", "our", "ourselves", NULL};
    static const char *const homes[] = {"country", "nation", "government", "homeland", NULL};
    static const char *const numbers[] = {"two", "three", "four", "five", NULL};
    uint32_t who = CHAINS_NOBODY;
    const reading_state *r = c->r;
    bool last = token + 1 >= r->report->token_count;
    if (!last && reading_is(r, token, "our") && reading_is_any(r, token + 1, numbers))
        return CHANCERY_OK;
    bool single = reading_is_any(r, token, one);
    if (single)
        who = chains_is_person(c, speaker) ? speaker : CHAINS_NOBODY;
    else if (reading_is_any(r, token, many))
        who = body_of(c, speaker);
    if (who == CHAINS_NOBODY)
        return CHANCERY_OK;
    c->why = CHANCERY_WHY_QUOTED;
    chancery_status status = chains_link(c, who, token, 1, CHANCERY_HOW_PRONOUN);
    bool owns = reading_is(r, token, "my") || reading_is(r, token, "our");
    if (status || !owns || last || !reading_is_any(r, token + 1, homes))
        return status;
    c->why = CHANCERY_WHY_HOME;
    return chains_link(c, body_of(c, speaker), token, 2, CHANCERY_HOW_DESCRIPTION);
}

/** "US" is a name, "us" a pronoun. */
static bool may_be_first(const reading_state *r, uint32_t token)
{
    const text_token *t = &r->report->tokens[token];
    size_t length = t->end - t->start;
    char first = r->text.ptr[t->start];
    if (length == 1)
        return first == 'I';
    return length <= 9 && !(length == 2 && first == 'U') &&
           (first == 'm' || first == 'M' || first == 'w' || first == 'W' || first == 'o' ||
            first == 'O' || first == 'u');
}

chancery_status chains_first_person(chains_stage *c)
{
    reading_state *r = c->r;
    chancery_status status = CHANCERY_OK;
    int32_t *said_at =
        arena_alloc(r->scratch, r->report->token_count + 1, sizeof *said_at, r->error);
    if (!said_at)
        return r->error->status;
    find_said(c, said_at);
    for (uint32_t t = 0; !status && t < r->report->token_count; t++) {
        if (!may_be_first(r, t))
            continue;
        int32_t said = said_at[t];
        uint32_t speaker = CHAINS_NOBODY;
        if (said >= 0)
            speaker = speaker_of(c, &r->statements.items[said]);
        else if (r->author >= 0)
            speaker = c->first_person + (uint32_t)r->author;
        if (speaker != CHAINS_NOBODY)
            status = link_word(c, t, speaker);
    }
    return status;
}
