/* Segments of a sentence, and which date belongs to which verb.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * A segment is what stands around one finite verb, up to the word that joins the next one on.
 * Clause spans lie inside one another; segments don't, so that "A and B established relations in
 * 1975, and in 1980 they signed a treaty" gives each verb its own year. */
#include "reading/relations.h"

bool relations_word_in(const relations_scan *x, size_t word, const char *const *list)
{
    if (word >= x->s->word_count)
        return false;
    return reading_is_any(x->r, x->t->first + (uint32_t)word, list);
}

bool relations_lemma_in(const relations_scan *x, size_t word, const char *const *list)
{
    if (word >= x->s->word_count)
        return false;
    for (; *list; list++)
        if (slice_is(x->s->words[word].lemma, *list))
            return true;
    return false;
}

static bool is_finite(const syntax_clause *c)
{
    return c->link != SYNTAX_INFINITIVE && c->link != SYNTAX_GERUND &&
           c->link != SYNTAX_PARTICIPLE && (c->tense != SYNTAX_BARE || c->modal >= 0);
}

/** "A and B": the conjunction joins two phrases, not two clauses. */
static bool joins_phrases(const relations_scan *x, uint16_t word)
{
    if (word == 0 || word + 1u >= x->s->word_count)
        return false;
    int16_t before = x->s->phrase_of[word - 1], behind = x->s->phrase_of[word + 1];
    if (before >= 0 && before == behind)
        return true;
    return behind >= 0 && x->s->phrases[behind].conjoined >= 0;
}

static bool is_joint(const relations_scan *x, uint16_t word)
{
    static const char *const words[] = {
        "and",     "but",   "or",     "while",  "when",     "which",  "who", "where", "whereas",
        "because", "after", "before", "until",  "although", "though", "as",  "whom",  "that",
        "if",      ";",     ":",      "unless", "so",       "since",  NULL};
    return relations_word_in(x, word, words) && !joins_phrases(x, word);
}

/** "since 1975", "before the end of June": a preposition, no conjunction. */
static bool before_date(const relations_scan *x, uint16_t word)
{
    static const char *const links[] = {"after", "before", "since", "until", "as", "while", NULL};
    uint32_t token = x->t->first + word + 1;
    if (!relations_word_in(x, word, links))
        return false;
    if (word + 1u < x->s->word_count && reading_is(x->r, token, "the"))
        token++;
    for (size_t i = reading_first_date(x->r, x->sentence); i < x->r->dates.count; i++) {
        const reading_date *d = &x->r->dates.items[i];
        if (d->sentence != x->sentence || d->token > token)
            break;
        if (d->token == token || d->token + 1 == token)
            return true;
    }
    return false;
}

/** Where the segment of the verb group that begins at `next` begins, behind a group that ends at
 *  `end`: at the last joint, else at the last comma, else with the group itself. */
static uint16_t boundary(const relations_scan *x, uint16_t end, uint16_t next, int16_t marker)
{
    if (marker >= (int16_t)end && marker < (int16_t)next && !before_date(x, (uint16_t)marker))
        return (uint16_t)marker;
    for (uint16_t w = next; w-- > end;)
        if (is_joint(x, w) && !before_date(x, w))
            return w;
    for (uint16_t w = next; w-- > end;)
        if (reading_is(x->r, x->t->first + w, ","))
            return w;
    return next;
}

static void cut(relations_scan *x)
{
    uint16_t number = 0, end = 0;
    bool any = false;
    for (size_t i = 0; i < x->s->clause_count; i++) {
        const syntax_clause *c = &x->s->clauses[i];
        if (!is_finite(c) || c->first < end)
            continue;
        if (any) {
            uint16_t from = boundary(x, end, c->first, c->marker);
            number++;
            for (size_t w = from; w < x->s->word_count; w++)
                x->segment[w] = number;
        }
        any = true;
        end = c->end;
    }
}

chancery_status relations_open(reading_state *r, uint32_t sentence, relations_scan *out)
{
    *out = (relations_scan){.r = r,
                            .sentence = sentence,
                            .s = &r->parsed[sentence],
                            .t = &r->report->sentences[sentence],
                            .referents = r->referents ? r->referents[sentence] : NULL};
    if (out->s->word_count == 0 || !out->referents)
        return CHANCERY_OK;
    if (!r->segments)
        r->segments =
            arena_alloc(r->arena, r->report->sentence_count, sizeof *r->segments, r->error);
    if (!r->segments)
        return r->error->status;
    out->segment = r->segments[sentence];
    if (out->segment)
        return CHANCERY_OK;
    out->segment = arena_alloc(r->arena, out->s->word_count, sizeof *out->segment, r->error);
    if (!out->segment)
        return r->error->status;
    cut(out);
    r->segments[sentence] = out->segment;
    return CHANCERY_OK;
}

uint16_t relations_segment(const relations_scan *x, uint32_t token)
{
    uint32_t word = token - x->t->first;
    return token >= x->t->first && word < x->s->word_count ? x->segment[word] : UINT16_MAX;
}

span relations_where(const relations_scan *x, uint16_t word)
{
    uint16_t first = word, end = (uint16_t)(word + 1);
    while (first > 0 && x->segment[first - 1] == x->segment[word])
        first--;
    while (end < x->s->word_count && end < SYNTAX_MAX_WORDS && x->segment[end] == x->segment[word])
        end++;
    while (first < word &&
           (x->s->words[first].tag == SYNTAX_CC || x->s->words[first].tag == SYNTAX_PUNCT))
        first++;
    while (end > word + 1 && x->s->words[end - 1].tag == SYNTAX_PUNCT)
        end--;
    return reading_range_span(x->r, x->sentence, (syntax_range){first, end});
}

/** "came to sign": the infinitive is a fact as the verb above it is. */
static bool carries_fact(const relations_scan *x, const syntax_clause *above,
                         const syntax_clause *c)
{
    static const char *const be[] = {"be", "become", NULL}, *const first[] = {"first", "last",
                                                                              NULL};
    if (relations_lemma_in(x, above->verb, be)) /* "became the first state to establish" */
        for (uint16_t w = above->end; w < c->first; w++)
            if (relations_word_in(x, w, first))
                return true;
    static const char *const words[] = {"come",   "go",   "travel", "begin", "help",
                                        "manage", "meet", "use",    NULL};
    return relations_lemma_in(x, above->verb, words);
}

static bool is_denial(const relations_scan *x, const syntax_clause *above)
{
    static const char *const words[] = {"deny",   "refuse", "doubt",   "hope", "wish",
                                        "reject", "fear",   "suggest", "want", NULL};
    return relations_lemma_in(x, above->verb, words);
}

bool relations_is_fact(const relations_scan *x, const syntax_clause *c)
{
    static const char *const markers[] = {"if", "unless", "whether", "should", NULL};
    for (int depth = 0; depth < 8; depth++) {
        if (c->negated || c->modal >= 0 ||
            (c->marker >= 0 && relations_word_in(x, (size_t)c->marker, markers)))
            return false;
        if (c->parent < 0 || c->link == SYNTAX_ADVERBIAL || c->link == SYNTAX_RELATIVE)
            return true;
        const syntax_clause *above = &x->s->clauses[c->parent];
        if (c->link == SYNTAX_INFINITIVE && !carries_fact(x, above, c))
            return false;
        if (c->link == SYNTAX_CONTENT)
            return !is_denial(x, above) && !above->negated;
        if (c->link == SYNTAX_CONJOINED && c->tense != SYNTAX_BARE)
            return true;
        c = above;
    }
    return false;
}

uint32_t relations_date_link(const relations_scan *x, const reading_date *date)
{
    uint32_t token = date->token;
    if (token > x->t->first && reading_is(x->r, token - 1, "year"))
        token--;
    if (token > x->t->first && reading_is(x->r, token - 1, "the"))
        token--;
    return token > x->t->first ? token - 1 - x->t->first : SYNTAX_MAX_WORDS;
}

static bool is_since(const relations_scan *x, const reading_date *date)
{
    static const char *const words[] = {"since", "from", "to", NULL};
    return relations_word_in(x, relations_date_link(x, date), words);
}

/** How far a date stands from the words; those before count as further off. */
static uint32_t distance(const relations_scan *x, const reading_date *date, uint16_t first,
                         uint16_t end)
{
    uint32_t word = date->token - x->t->first;
    return word >= end ? word - end : first - word + 1000;
}

static const reading_date *nearest(const relations_scan *x, uint16_t first, uint16_t end,
                                   uint16_t segment, bool since)
{
    static const char *const ahead[] = {"until", "till", "by", "for", "of", NULL};
    const reading_date *best = NULL;
    for (size_t i = reading_first_date(x->r, x->sentence); i < x->r->dates.count; i++) {
        const reading_date *d = &x->r->dates.items[i];
        if (d->sentence != x->sentence)
            break;
        if (d->type != CHANCERY_DATE || d->value.len < READING_YEAR || d->jubilee ||
            relations_segment(x, d->token) != segment || (since && !is_since(x, d)) ||
            relations_word_in(x, relations_date_link(x, d), ahead))
            continue;
        if (!best || distance(x, d, first, end) < distance(x, best, first, end))
            best = d;
    }
    return best;
}

/** "On 7 December 1960, [when they established …]": the day that the segment describes. */
static const reading_date *described_day(const relations_scan *x, uint16_t first)
{
    static const char *const when[] = {"when", NULL};
    uint16_t start = first;
    while (start > 0 && x->segment[start - 1] == x->segment[first])
        start--;
    start += reading_is(x->r, x->t->first + start, ",");
    if (!relations_word_in(x, start, when))
        return NULL;
    uint32_t token = x->t->first + start;
    for (size_t i = reading_first_date(x->r, x->sentence); i < x->r->dates.count; i++) {
        const reading_date *d = &x->r->dates.items[i];
        uint32_t end = d->token + d->count;
        if (d->sentence != x->sentence || d->token >= token)
            break;
        if (d->type == CHANCERY_DATE &&
            (end == token || (end + 1 == token && reading_is(x->r, end, ","))))
            return d;
    }
    return NULL;
}

const reading_date *relations_date(const relations_scan *x, uint16_t first, uint16_t end,
                                   bool since)
{
    static const char *const it[] = {"it", NULL}, *const was[] = {"was", "is", NULL};
    uint16_t segment = x->segment[first];
    const reading_date *date = nearest(x, first, end, segment, since);
    if (!date && !since && segment == 1 && relations_word_in(x, 0, it) &&
        relations_word_in(x, 1, was)) /* "It was on 9 June that …" */
        date = nearest(x, first, end, 0, false);
    return date || since ? date : described_day(x, first);
}
