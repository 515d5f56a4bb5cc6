/* Statements: who said what.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * A statement is a reporting verb with a speaker that is known and a content: the clause, the
 * object or the infinitive behind the verb, the words in quotation marks around it, or the words
 * before it
 * ("…, the minister said"). "According to X" counts as a verb. A content in quotation marks goes on
 * to the closing mark, over several sentences where need be. */
#include "reading/internal.h"

enum { STATEMENT_MIN_WORDS = 3 };

typedef struct quotation {
    uint32_t open;  /* token of the opening mark */
    uint32_t close; /* token of the closing mark, or behind the paragraph's last token */
} quotation;

typedef struct statement_stage {
    reading_state *r;
    ARRAY(quotation) quotations; /* in order */
    uint32_t sentence;
    const syntax_sentence *s;
    const text_sentence *t;
    int32_t last; /* statement that the quotation before this one belongs to, or -1 */
} statement_stage;

static slice token_bytes(const reading_state *r, uint32_t token)
{
    const text_token *t = &r->report->tokens[token];
    return slice_range(r->text, t->start, t->end);
}

static bool token_in(const reading_state *r, uint32_t token, const char *const *list)
{
    slice bytes = token_bytes(r, token);
    for (; *list; list++)
        if (slice_equal(bytes, slice_of(*list)))
            return true;
    return false;
}

static bool is_mark(const reading_state *r, uint32_t token)
{
    static const char *const marks[] = {"\"", "“", "”", "„", "«", "»", "``", "''", NULL};
    return r->report->tokens[token].kind != TEXT_WORD && token_in(r, token, marks);
}

static bool is_opening(const reading_state *r, uint32_t token, bool inside)
{
    static const char *const opening[] = {"“", "„", "«", "``", NULL};
    static const char *const closing[] = {"”", "»", "''", NULL};
    if (token_in(r, token, opening))
        return true;
    return !inside && !token_in(r, token, closing);
}

/** Pairs quotation marks within each paragraph. */
static chancery_status find_quotations(statement_stage *st)
{
    reading_state *r = st->r;
    quotation *open = NULL;
    uint32_t paragraph = UINT32_MAX;
    for (size_t i = 0; i < r->report->sentence_count; i++) {
        const text_sentence *s = &r->report->sentences[i];
        if (s->paragraph != paragraph)
            open = NULL;
        paragraph = s->paragraph;
        for (uint32_t t = s->first; t < s->first + s->count; t++) {
            if (open)
                open->close = t + 1;
            if (!is_mark(r, t))
                continue;
            if (is_opening(r, t, open != NULL)) {
                open = array_push(&st->quotations, r->arena, r->error);
                if (!open)
                    return r->error->status;
                *open = (quotation){t, t + 1};
            } else if (open) {
                open->close = t;
                open = NULL;
            }
        }
    }
    return CHANCERY_OK;
}

static const quotation *quotation_from(const statement_stage *st, uint32_t token)
{
    for (size_t i = 0; i < st->quotations.count; i++)
        if (st->quotations.items[i].open == token)
            return &st->quotations.items[i];
    return NULL;
}

static bool is_outer_punctuation(const reading_state *r, uint32_t token)
{
    static const char *const marks[] = {",", ".",   ";", ":", "—", "–",
                                        "-", "...", "…", "!", "?", NULL};
    return token_in(r, token, marks) || is_mark(r, token);
}

/** The tokens [first, end) without punctuation at both ends. @return false where nothing is left.
 */
static bool trim(const reading_state *r, uint32_t *first, uint32_t *end)
{
    while (*first < *end && is_outer_punctuation(r, *first))
        ++*first;
    while (*end > *first && is_outer_punctuation(r, *end - 1))
        --*end;
    return *end > *first;
}

static bool same_content(const reading_statement *a, span content)
{
    uint32_t start = a->content.start > content.start ? a->content.start : content.start;
    uint32_t end = a->content.end < content.end ? a->content.end : content.end;
    uint32_t shorter = content.end - content.start < a->content.end - a->content.start
                           ? content.end - content.start
                           : a->content.end - a->content.start;
    return end > start && 2 * (end - start) > shorter;
}

static bool stands_already(const reading_state *r, span content)
{
    for (size_t i = r->statements.count; i-- > 0 && i + 8 > r->statements.count;)
        if (same_content(&r->statements.items[i], content))
            return true;
    return false;
}

static chancery_status add(statement_stage *st, const reading_who *who, span speaker, slice act,
                           uint32_t first, uint32_t end, bool quoted)
{
    reading_state *r = st->r;
    if (!trim(r, &first, &end) || end - first < STATEMENT_MIN_WORDS)
        return CHANCERY_OK;
    span content = reading_span(r, first, end - first);
    if (stands_already(r, content))
        return CHANCERY_OK;
    reading_statement *s = array_push(&r->statements, r->arena, r->error);
    if (!s)
        return r->error->status;
    *s = (reading_statement){.speaker = *who,
                             .speaker_span = speaker,
                             .act = act,
                             .content = content,
                             .quoted = quoted,
                             .sentence = st->sentence,
                             .where = {st->t->start, st->t->end}};
    st->last = quoted ? (int32_t)r->statements.count - 1 : -1;
    return CHANCERY_OK;
}

static uint32_t token_at(const statement_stage *st, size_t word)
{
    return st->t->first + (uint32_t)word;
}

/** Who speaks: a person, a government or a body. Newspapers and private companies do not. */
static bool speaker_of(const statement_stage *st, int16_t phrase, reading_who *who, span *where)
{
    if (phrase < 0)
        return false;
    const reading_referents *ref = &st->r->referents[st->sentence][phrase];
    if (ref->count == 0 || ref->owned || ref->place_only)
        return false;
    *who = ref->items[0];
    if (ref->count > 1) {
        who->person = -1;
        who->entry = -1;
    }
    *where = reading_phrase_span(st->r, st->sentence, phrase);
    return (who->person >= 0 || who->code.len > 0) && !slice_equal(who->sector, SLICE("JRN")) &&
           !slice_equal(who->sector, SLICE("BUS"));
}

/** A quotation that ends right before `word` of the sentence ("…," [said] X). */
static const quotation *quotation_before(const statement_stage *st, size_t word)
{
    uint32_t token = token_at(st, word);
    for (size_t i = st->quotations.count; i-- > 0;) {
        const quotation *q = &st->quotations.items[i];
        if (q->close < token && token - q->close <= 2)
            return q;
    }
    return NULL;
}

/** Where the speaker and his verb begin: everything before it may be content. */
static size_t clause_start(const statement_stage *st, const syntax_clause *c)
{
    size_t start = c->first;
    if (c->subject >= 0) {
        const syntax_phrase *p = &st->s->phrases[c->subject];
        if (p->first < start)
            start = p->first;
        while (start > 0 && p->possessor >= 0 && st->s->phrases[p->possessor].first < start &&
               st->s->phrases[p->possessor].end + 2u >= start) {
            start = st->s->phrases[p->possessor].first;
            p = &st->s->phrases[p->possessor];
        }
    }
    return start;
}

static bool has_verb_before(const statement_stage *st, size_t word)
{
    for (size_t i = 0; i < st->s->clause_count; i++)
        if (st->s->clauses[i].verb < word)
            return true;
    return false;
}

/** "…," said X — or: "…, the minister said". */
static chancery_status content_before(statement_stage *st, const syntax_clause *c,
                                      const reading_who *who, span speaker, slice act)
{
    size_t start = clause_start(st, c);
    const quotation *q = quotation_before(st, start);
    if (q)
        return add(st, who, speaker, act, q->open + 1, q->close, true);
    if (start < 4 || !is_outer_punctuation(st->r, token_at(st, start - 1)) ||
        !has_verb_before(st, start))
        return CHANCERY_OK;
    return add(st, who, speaker, act, st->t->first, token_at(st, start - 1), false);
}

/** The content behind the verb; a quotation there goes on to its end. */
static chancery_status content_behind(statement_stage *st, size_t first, size_t end,
                                      const reading_who *who, span speaker, slice act)
{
    while (first < end && !is_mark(st->r, token_at(st, first)) &&
           is_outer_punctuation(st->r, token_at(st, first)))
        first++;
    if (first >= end)
        return CHANCERY_OK;
    const quotation *q = quotation_from(st, token_at(st, first));
    if (q && (q->close + 2 >= token_at(st, end) || q->close >= st->t->first + st->t->count))
        return add(st, who, speaker, act, q->open + 1, q->close, true);
    return add(st, who, speaker, act, token_at(st, first), token_at(st, end), false);
}

static bool has_content_child(const statement_stage *st, int16_t clause, uint8_t link)
{
    for (size_t i = 0; i < st->s->clause_count; i++)
        if (st->s->clauses[i].parent == clause && st->s->clauses[i].link == link)
            return true;
    return false;
}

static bool is_word(const statement_stage *st, size_t word, const char *const *list)
{
    if (word >= st->s->word_count)
        return false;
    for (; *list; list++)
        if (reading_is(st->r, token_at(st, word), *list))
            return true;
    return false;
}

/** Whether what stands behind the verb is content of the kind that the verb takes. */
static bool takes_content(const statement_stage *st, int16_t clause, unsigned says, size_t first)
{
    static const char *const prepositions[] = {"for",  "on", "against", "about",
                                               "upon", "to", "of",      NULL};
    const syntax_clause *c = &st->s->clauses[clause];
    const syntax_range behind = c->complement;
    if (behind.end <= behind.first)
        return false;
    bool mark = is_mark(st->r, token_at(st, first));
    if ((says & CODEBOOK_SAYS_CLAUSE) &&
        (mark || has_content_child(st, clause, SYNTAX_CONTENT) ||
         (first < st->s->word_count && is_outer_punctuation(st->r, token_at(st, first)))))
        return true;
    if ((says & CODEBOOK_SAYS_INFINITIVE) && has_content_child(st, clause, SYNTAX_INFINITIVE))
        return true;
    if ((says & CODEBOOK_SAYS_OBLIQUE) &&
        (is_word(st, behind.first, prepositions) || c->object >= 0))
        return true;
    return (says & CODEBOOK_SAYS_OBJECT) &&
           (c->object >= 0 || has_content_child(st, clause, SYNTAX_GERUND));
}

/** Reporting clauses that say nothing: denied themselves, wished for, asked for. */
static bool speaks(const statement_stage *st, const syntax_clause *c)
{
    static const char *const modals[] = {"will",  "would", "should", "may", "might",
                                         "could", "can",   "must",   NULL};
    if (c->negated || (c->modal >= 0 && is_word(st, (size_t)c->modal, modals)))
        return false;
    if (c->passive)
        return false;
    return c->link != SYNTAX_INFINITIVE || c->parent < 0 || !st->s->clauses[c->parent].negated;
}

static chancery_status read_clause(statement_stage *st, int16_t index)
{
    static const char *const openers[] = {"that", NULL};
    static const char *const prepositions[] = {"for", "on", "upon", "about", NULL};
    const syntax_clause *c = &st->s->clauses[index];
    unsigned says = codebook_reporting(st->r->engine->codebook, st->s, c);
    reading_who who;
    span speaker;
    if (!says || !speaks(st, c) || !speaker_of(st, c->subject, &who, &speaker))
        return CHANCERY_OK;
    slice act = st->s->words[c->verb].lemma;
    size_t first = c->complement.first, end = c->complement.end;
    if (end > first && takes_content(st, index, says, first)) {
        if (is_word(st, first, openers))
            first++;
        else if ((says & CODEBOOK_SAYS_OBLIQUE) && is_word(st, first, prepositions))
            first++;
        return content_behind(st, first, end, &who, speaker, act);
    }
    return says & CODEBOOK_SAYS_CLAUSE ? content_before(st, c, &who, speaker, act) : CHANCERY_OK;
}

/** "According to X, …" and "…, according to X". */
static chancery_status read_according(statement_stage *st)
{
    static const char *const according[] = {"according", NULL};
    static const char *const to[] = {"to", NULL};
    static const char *const comma[] = {",", NULL};
    for (size_t w = 0; w + 2 < st->s->word_count; w++) {
        if (!is_word(st, w, according) || !is_word(st, w + 1, to))
            continue;
        int16_t phrase = st->s->phrase_of[w + 2];
        reading_who who;
        span speaker;
        if (!speaker_of(st, phrase, &who, &speaker))
            continue;
        size_t end = w + 2;
        while (end < st->s->word_count && !is_word(st, end, comma))
            end++;
        slice act = SLICE("according");
        return w < 2 ? add(st, &who, speaker, act, token_at(st, end), st->t->first + st->t->count,
                           false)
                     : add(st, &who, speaker, act, st->t->first, token_at(st, w), false);
    }
    return CHANCERY_OK;
}

/** A quotation that no verb opens goes on where the one before it stopped: "A," X said. "B." */
static chancery_status continue_quotation(statement_stage *st, uint32_t paragraph)
{
    if (st->last < 0 || st->t->paragraph != paragraph)
        return CHANCERY_OK;
    const quotation *q = quotation_from(st, st->t->first);
    if (!q || q->close + 1 < st->t->first + st->t->count)
        return CHANCERY_OK;
    const reading_statement before = st->r->statements.items[st->last];
    return add(st, &before.speaker, before.speaker_span, before.act, q->open + 1, q->close, true);
}

chancery_status reading_statements(reading_state *r)
{
    statement_stage st = {.r = r, .last = -1};
    uint32_t paragraph = UINT32_MAX;
    chancery_status status = find_quotations(&st);
    for (uint32_t i = 0; !status && i < r->report->sentence_count; i++) {
        st.sentence = i;
        st.s = &r->parsed[i];
        st.t = &r->report->sentences[i];
        size_t before = r->statements.count;
        if (st.t->title || st.s->word_count == 0)
            continue;
        for (size_t k = 0; !status && k < st.s->clause_count; k++)
            status = read_clause(&st, (int16_t)k);
        if (!status && r->statements.count == before)
            status = read_according(&st);
        if (!status && r->statements.count == before)
            status = continue_quotation(&st, paragraph);
        paragraph = st.t->paragraph;
    }
    return status;
}
