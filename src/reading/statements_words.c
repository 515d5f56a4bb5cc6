/* Statements: small questions about the words of a sentence.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * The lemma of a rare verb is guessed from its ending, and the guess may be wrong ("underscor").
 * Verbs of saying are a closed list, so the other readings of the ending are tried against it. */
#include "reading/statements.h"

#include "text/text.h"

enum { LONGEST_VERB = 32, DATELINE_MAX_WORDS = 20 };

uint32_t statements_token(const statements_stage *st, size_t word)
{
    return st->t->first + (uint32_t)word;
}

static slice token_bytes(const reading_state *r, uint32_t token)
{
    const text_token *t = &r->report->tokens[token];
    return slice_range(r->text, t->start, t->end);
}

bool statements_token_is(const reading_state *r, uint32_t token, const char *const *list)
{
    return reading_is_any(r, token, list);
}

bool statements_is(const statements_stage *st, size_t word, const char *const *list)
{
    return word < st->s.word_count && statements_token_is(st->r, statements_token(st, word), list);
}

bool statements_lemma_is(slice lemma, const char *const *list)
{
    for (; *list; list++)
        if (slice_is(lemma, *list))
            return true;
    return false;
}

bool statements_is_quote(const reading_state *r, uint32_t token)
{
    static const char *const marks[] = {"\"", "“", "”", "„", "«", "»", "``", "''", "‘", NULL};
    return r->report->tokens[token].kind != TEXT_WORD && statements_token_is(r, token, marks);
}

bool statements_is_outer(const reading_state *r, uint32_t token)
{
    static const char *const marks[] = {",", ".",   ";", ":", "—", "–",
                                        "-", "...", "…", "!", "?", NULL};
    return statements_token_is(r, token, marks) || statements_is_quote(r, token);
}

bool statements_is_conjunction(const statements_stage *st, size_t word)
{
    static const char *const conjunctions[] = {"and", "or", "but", "yet", NULL};
    return statements_is(st, word, conjunctions);
}

bool statements_is_comma(const statements_stage *st, size_t word)
{
    static const char *const comma[] = {",", NULL};
    return statements_is(st, word, comma);
}

size_t statements_dateline(const statements_stage *st)
{
    static const char *const dashes[] = {"-", "–", "—", "--", NULL};
    const text_token *tokens = st->s.tokens;
    for (size_t w = 1; w < st->s.word_count && w < DATELINE_MAX_WORDS; w++) {
        if (statements_has_verb(st, 0, w, false))
            return 0;
        if (statements_is(st, w, dashes) && (tokens[w].flags & TEXT_SPACE_AFTER) &&
            (tokens[w - 1].flags & TEXT_SPACE_AFTER) &&
            ((tokens[0].flags & TEXT_UPPER) ||
             statements_is(st, w - 1, (const char *const[]){")", NULL})))
            return w + 1;
    }
    return 0;
}

bool statements_joins_that(const statements_stage *st, uint32_t token)
{
    static const char *const that[] = {"that", NULL};
    size_t word = token - st->t->first;
    if (word + 2 >= st->s.word_count || !statements_is_conjunction(st, word) ||
        !statements_is(st, word + 1, that))
        return false;
    uint8_t behind = st->s.words[word + 2].tag;
    return !statements_is_verb(behind) && behind != SYNTAX_MD &&
           statements_has_verb(st, word + 2, st->s.word_count, true);
}

bool statements_ends_sentence(const statements_stage *st, size_t word)
{
    for (; word < st->s.word_count; word++)
        if (!statements_is_outer(st->r, statements_token(st, word)))
            return false;
    return true;
}

bool statements_word_is(const statements_stage *st, int16_t word, const char *const *list)
{
    return word >= 0 && statements_is(st, (size_t)word, list);
}

bool statements_has_verb(const statements_stage *st, size_t first, size_t end, bool finite)
{
    for (size_t i = 0; i < st->s.clause_count; i++) {
        const syntax_clause *c = &st->s.clauses[i];
        if (c->verb >= first && c->verb < end && (!finite || c->tense != SYNTAX_BARE))
            return true;
    }
    return false;
}

/** Whether phrase `q` hangs on a phrase of [from, q), or is owned by one. */
static bool hangs_on(const statements_stage *st, int16_t q, int16_t from)
{
    const syntax_phrase *p = &st->s.phrases[q];
    return p->attached >= from || p->apposed >= from || p->possessor >= from ||
           p->conjoined >= from;
}

size_t statements_complex_end(const statements_stage *st, int16_t phrase)
{
    size_t end = st->s.phrases[phrase].end;
    for (int16_t q = (int16_t)(phrase + 1); (size_t)q < st->s.phrase_count; q++) {
        if (!hangs_on(st, q, phrase) || st->s.phrases[q].first > end + 2)
            break;
        end = st->s.phrases[q].end;
    }
    return end;
}

size_t statements_complex_start(const statements_stage *st, int16_t phrase, bool list)
{
    int16_t p = phrase;
    for (;;) {
        const syntax_phrase *f = &st->s.phrases[p];
        int16_t next = f->apposed >= 0             ? f->apposed
                       : f->attached >= 0          ? f->attached
                       : list && f->conjoined >= 0 ? f->conjoined
                                                   : f->possessor;
        if (next < 0 || next >= p)
            return f->first;
        p = next;
    }
}

int16_t statements_child(const statements_stage *st, int16_t clause, uint8_t link)
{
    for (size_t i = 0; clause >= 0 && i < st->s.clause_count; i++)
        if (st->s.clauses[i].parent == clause && st->s.clauses[i].link == link)
            return (int16_t)i;
    return -1;
}

/* ----------------------------------------------------------------------------------- lemmas */

typedef struct spelling {
    char bytes[LONGEST_VERB + 2];
    size_t len;
} spelling;

static bool known_verb(const statements_stage *st, const spelling *s, size_t len, const char *tail)
{
    spelling tried = *s;
    size_t tail_len = strlen(tail);
    if (len < 2 || len + tail_len > sizeof tried.bytes)
        return false;
    memcpy(tried.bytes + len, tail, tail_len);
    slice lemma = {tried.bytes, len + tail_len};
    return codebook_reporting_lemma(st->r->engine->codebook, text_key(lemma));
}

static bool ends_with(const spelling *s, const char *tail)
{
    size_t n = strlen(tail);
    return s->len > n && memcmp(s->bytes + s->len - n, tail, n) == 0;
}

/** Cuts `cut` letters off and puts `tail` in their place. */
static bool becomes(const statements_stage *st, spelling *s, size_t cut, const char *tail)
{
    size_t len = s->len - cut;
    if (!known_verb(st, s, len, tail))
        return false;
    memcpy(s->bytes + len, tail, strlen(tail));
    s->len = len + strlen(tail);
    return true;
}

/** "ed" or "ing" taken off: "condemn-ed", "urg-ed", "prefer-red", "den-ied". */
static bool stem_of(const statements_stage *st, spelling *s, size_t ending)
{
    size_t len = s->len - ending;
    if (becomes(st, s, ending, "") || becomes(st, s, ending, "e"))
        return true;
    if (len > 1 && s->bytes[len - 1] == s->bytes[len - 2] && becomes(st, s, ending + 1, ""))
        return true;
    return len > 0 && s->bytes[len - 1] == 'i' && becomes(st, s, ending + 1, "y");
}

static bool read_form(const statements_stage *st, uint64_t key, spelling *s, statements_form *form)
{
    *form = STATEMENTS_BASE;
    if (codebook_reporting_lemma(st->r->engine->codebook, key))
        return true;
    *form = STATEMENTS_PAST;
    if (ends_with(s, "ed"))
        return stem_of(st, s, 2);
    *form = STATEMENTS_PARTICIPLE;
    if (ends_with(s, "ing"))
        return stem_of(st, s, 3);
    *form = STATEMENTS_THIRD;
    return ends_with(s, "s") &&
           (becomes(st, s, 1, "") || (ends_with(s, "es") && stem_of(st, s, 2)));
}

/** The word in small letters. @return false where it is no word that could be a verb. */
static bool spell(const statements_stage *st, size_t word, spelling *out)
{
    slice bytes = token_bytes(st->r, statements_token(st, word));
    if (!bytes.ptr || bytes.len < 3 || bytes.len > LONGEST_VERB)
        return false;
    for (size_t i = 0; i < bytes.len; i++) {
        char c = bytes.ptr[i];
        out->bytes[i] = c >= 'A' && c <= 'Z' ? (char)(c + 'a' - 'A') : c;
    }
    out->len = bytes.len;
    return true;
}

statements_form statements_form_of(uint8_t tag)
{
    switch (tag) {
    case SYNTAX_VBZ:
        return STATEMENTS_THIRD;
    case SYNTAX_VBD:
    case SYNTAX_VBN:
        return STATEMENTS_PAST;
    case SYNTAX_VBG:
        return STATEMENTS_PARTICIPLE;
    default:
        return STATEMENTS_BASE;
    }
}

bool statements_is_verb(uint8_t tag)
{
    return tag >= SYNTAX_VB && tag <= SYNTAX_VBZ;
}

bool statements_as_verb(const statements_stage *st, size_t word, slice *lemma,
                        statements_form *form)
{
    const syntax_word *w = &st->s.words[word];
    slice bytes = token_bytes(st->r, statements_token(st, word));
    if (statements_is_verb(w->tag) &&
        codebook_reporting_lemma(st->r->engine->codebook, w->lemma_key)) {
        *lemma = w->lemma;
        bool bare = w->tag == SYNTAX_VBZ && slice_equal_ascii_fold(bytes, w->lemma);
        *form =
            bare ? STATEMENTS_BASE : statements_form_of(w->tag); /* "stress" is no third person */
        return true;
    }
    spelling s;
    if (!spell(st, word, &s) || !read_form(st, st->s.tokens[word].key, &s, form))
        return false;
    char *copy = arena_alloc(st->r->arena, s.len, 1, st->r->error);
    if (!copy)
        return false;
    memcpy(copy, s.bytes, s.len);
    *lemma = (slice){copy, s.len};
    return true;
}

chancery_status statements_mend(statements_stage *st, const syntax_sentence *from)
{
    reading_state *r = st->r;
    arena_reset(r->scratch);
    syntax_word *words = arena_alloc(r->scratch, from->word_count, sizeof *words, r->error);
    if (!words)
        return r->error->status;
    memcpy(words, from->words, from->word_count * sizeof *words);
    st->s = *from;
    st->s.words = st->words = words;
    for (size_t i = 0; i < from->word_count; i++) {
        slice lemma;
        statements_form form;
        if (statements_is_verb(words[i].tag) && statements_as_verb(st, i, &lemma, &form)) {
            words[i].lemma = lemma;
            words[i].lemma_key = text_key(lemma);
        }
    }
    return CHANCERY_OK;
}
