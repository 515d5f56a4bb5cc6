/* Statements: who said what.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * A statement is a verb of saying with a speaker who is known and a content: the clause, the object
 * or the infinitive behind the verb, the words in quotation marks around it, or the words before
 * it. Where the content is other people's words again, only who is quoted last is taken: a report
 * tells what Suva says, not what Suva says that others say.
 *
 * A sentence's acts are collected first and then told one by one; a quotation that no act told
 * belongs to the one who spoke before it in the paragraph. */
#include "reading/statements.h"
#include "reading/scan.h"

enum {
    BACK = 8,             /* statements before this one that may tell the same words */
    HISTORICAL_YEARS = 5, /* what was said longer ago is history */
    QUOTED_WORDS = 6,     /* a longer quotation is speech: its verbs are not the report's */
};

/** The tokens without punctuation at both ends; a quotation mark that has its partner inside
 * stays. @return false where nothing is left. */
static bool trim(const statements_stage *st, uint32_t *first, uint32_t *end)
{
    const reading_state *r = st->r;
    while (*first < *end && statements_is_outer(r, *first)) {
        const statements_quotation *q = statements_quotation_from(st, *first);
        if (q && q->close + 1 < *end)
            break;
        ++*first;
    }
    while (*end > *first && statements_is_outer(r, *end - 1)) {
        const statements_quotation *q =
            statements_is_quote(r, *end - 1) ? statements_quotation_ending(st, *end - 1) : NULL;
        if (q && q->open > *first)
            break;
        --*end;
    }
    /* “both "chose law over force."”: the closing mark of what opened inside */
    uint32_t mark = *end;
    while (mark < r->report->token_count && mark < *end + 2 && statements_is_outer(r, mark) &&
           !statements_is_quote(r, mark))
        mark++;
    const statements_quotation *q = statements_quotation_ending(st, mark);
    if (q && q->open > *first && q->open < *end)
        *end = mark + 1;
    return *end > *first;
}

static bool overlaps(span a, span b)
{
    uint32_t start = a.start > b.start ? a.start : b.start;
    uint32_t end = a.end < b.end ? a.end : b.end;
    uint32_t shorter = a.end - a.start < b.end - b.start ? a.end - a.start : b.end - b.start;
    return end > start && 2 * (end - start) > shorter;
}

/** Whether the verb of the new statement stands in what another one tells. */
static bool told_by_another(const statements_stage *st, span content, uint32_t verb)
{
    const reading_state *r = st->r;
    uint32_t at = r->report->tokens[verb].start;
    for (size_t i = r->statements.count; i-- > 0 && i + BACK > r->statements.count;) {
        span other = r->statements.items[i].content;
        if ((other.start <= at && at < other.end) ||
            (overlaps(other, content) &&
             !(content.start <= r->report->tokens[st->verbs.items[i]].start &&
               r->report->tokens[st->verbs.items[i]].start < content.end)))
            return true;
    }
    return false;
}

/** Drops statements whose verbs stand in the new content. */
static void drop_inner(statements_stage *st, span content)
{
    reading_state *r = st->r;
    size_t from = r->statements.count > BACK ? r->statements.count - BACK : 0, kept = from;
    for (size_t i = from; i < r->statements.count; i++) {
        uint32_t at = r->report->tokens[st->verbs.items[i]].start;
        if (content.start <= at && at < content.end)
            continue;
        r->statements.items[kept] = r->statements.items[i];
        st->verbs.items[kept++] = st->verbs.items[i];
    }
    r->statements.count = st->verbs.count = kept;
}

static int year_of(slice date)
{
    int year = 0, month, day;
    return text_iso_date(date, &year, &month, &day) ? year : 0;
}

/** Whether the words of a token say when the act's clause, or one that it is joined to, happened.
 */
static bool dates_act(const statements_stage *st, const statements_act *act, uint32_t token)
{
    size_t word = token - st->t->first;
    int16_t phrase = word < st->s.word_count ? st->s.phrase_of[word] : (int16_t)-1;
    int16_t c = act->clause;
    for (int depth = 0; c >= 0 && phrase >= 0 && depth < 8; depth++) {
        const syntax_clause *clause = &st->s.clauses[c];
        for (size_t i = 0; i < clause->oblique_count; i++)
            if (clause->obliques[i].phrase == (uint16_t)phrase)
                return true;
        c = clause->link == SYNTAX_CONJOINED ? clause->parent : (int16_t)-1;
    }
    return false;
}

/** Whether a date beside the verb says that this was years before the report. */
static bool long_ago(const statements_stage *st, const statements_act *act,
                     const statements_content *content)
{
    const reading_state *r = st->r;
    int now = year_of(r->anchor.len ? r->anchor : r->report->document.published);
    for (size_t i = reading_first_date(r, st->sentence); now && i < r->dates.count; i++) {
        const reading_date *d = &r->dates.items[i];
        if (d->sentence != st->sentence)
            break;
        bool inside = d->token >= content->first && d->token < content->end;
        int year = d->value.len >= 4 ? year_of(slice_range(d->value, 0, 4)) : 0;
        if (!inside && year && year + HISTORICAL_YEARS <= now && dates_act(st, act, d->token))
            return true;
    }
    return false;
}

chancery_status statements_add(statements_stage *st, const statements_act *act,
                               const statements_content *content)
{
    reading_state *r = st->r;
    uint32_t first = content->first, end = content->end;
    uint32_t verb = statements_token(st, act->verb);
    if (!trim(st, &first, &end) || end - first < content->least || long_ago(st, act, content))
        return CHANCERY_OK;
    span where = reading_span(r, first, end - first);
    if (told_by_another(st, where, verb))
        return CHANCERY_OK;
    drop_inner(st, where);
    uint32_t *token = array_push(&st->verbs, r->arena, r->error);
    reading_statement *s = token ? array_push(&r->statements, r->arena, r->error) : NULL;
    if (!s)
        return r->error->status;
    *token = verb;
    *s = (reading_statement){.speaker = act->who,
                             .speaker_span = act->speaker,
                             .act = act->lemma,
                             .content = where,
                             .quoted = content->quoted,
                             .denial = (act->says & CODEBOOK_SAYS_DENIAL) != 0,
                             .sentence = st->sentence,
                             .where = {st->t->start, st->t->end}};
    return CHANCERY_OK;
}

static bool in_speech(const statements_stage *st, const statements_act *act)
{
    const statements_quotation *q =
        statements_quotation_around(st, statements_token(st, act->verb));
    return q && q->close - q->open > QUOTED_WORDS;
}

/** Tells "that A and that B" as two. */
static chancery_status tell_parts(statements_stage *st, const statements_act *act,
                                  const statements_content *content)
{
    statements_content part = *content;
    chancery_status status = CHANCERY_OK;
    for (uint32_t t = content->first + 2; !status && !content->quoted && t < content->end; t++) {
        if (!statements_joins_that(st, t))
            continue;
        part.end = t;
        status = statements_add(st, act, &part);
        part = (statements_content){t + 2, content->end, false, content->least};
    }
    return status ? status : statements_add(st, act, &part);
}

static chancery_status tell_acts(statements_stage *st)
{
    chancery_status status = CHANCERY_OK;
    for (size_t i = 0; !status && i < st->acts.count; i++) {
        const statements_act *act = &st->acts.items[i];
        statements_content content, more;
        if (!act->known || !act->spoken || in_speech(st, act) ||
            !statements_find_content(st, act, &content))
            continue;
        status = tell_parts(st, act, &content);
        if (!status && statements_find_resumed(st, act, &content, &more))
            status = statements_add(st, act, &more);
    }
    return status;
}

/** A quotation that ends with this sentence and stands by itself, or NULL. */
static const statements_quotation *standing_alone(const statements_stage *st)
{
    const reading_state *r = st->r;
    uint32_t end = st->t->first + st->t->count;
    uint32_t last = end - 1;
    while (last > st->t->first && statements_is_outer(r, last) && !statements_is_quote(r, last))
        last--;
    const statements_quotation *q = statements_quotation_ending(st, last);
    if (!q || q->close - q->open <= 3 || q->open > st->t->first)
        return NULL;
    return q;
}

/** A quotation that no verb tells belongs to the one who spoke before it: "A," X said. "B." */
static chancery_status tell_quotation(statements_stage *st)
{
    reading_state *r = st->r;
    const statements_quotation *q = standing_alone(st);
    if (!q || r->statements.count == 0)
        return CHANCERY_OK;
    const reading_statement last = r->statements.items[r->statements.count - 1];
    const text_sentence *before = &r->report->sentences[last.sentence];
    bool follows = before->paragraph == st->t->paragraph ||
                   (last.quoted && before->paragraph + 1 == st->t->paragraph);
    if (!follows || last.where.end > r->report->tokens[q->open].start)
        return CHANCERY_OK;
    statements_act act = {.verb = (size_t)(st->t->count - 1),
                          .lemma = last.act,
                          .who = last.speaker,
                          .speaker = last.speaker_span};
    statements_content content = {q->open + 1, q->close, true, 2};
    return statements_add(st, &act, &content);
}

static chancery_status read_sentence(statements_stage *st)
{
    bool says = st->r->signs[st->sentence] & (SCAN_SAYS | SCAN_QUOTE);
    chancery_status status = statements_mend(st, &st->r->parsed[st->sentence]);
    if (!says) { /* no act of saying is in it */
        statements_remember(st);
        return status;
    }
    if (!status)
        status = statements_collect(st);
    if (!status)
        status = tell_acts(st);
    if (!status)
        status = statements_read_phrases(st);
    if (!status)
        status = tell_quotation(st);
    statements_remember(st);
    return status;
}

chancery_status reading_statements(reading_state *r)
{
    statements_stage st = {.r = r};
    chancery_status status = statements_find_quotations(&st);
    statements_find_home(&st);
    for (uint32_t i = 0; !status && i < r->report->sentence_count; i++) {
        st.sentence = i;
        st.t = &r->report->sentences[i];
        if (!st.t->title && r->parsed[i].word_count > 0)
            status = read_sentence(&st);
    }
    return status;
}
