/* What stands in a sentence, by its words alone.
 *
 * SPDX-License-Identifier: Apache-2.0 */
#include "reading/lexicon.h"

enum {
    NUMBER_WORDS = 3, /* from "the" to the number in "the last two" */
    QUOTE_WORDS = 3,  /* before a sentence, among which a quotation may end */
    MAX_TRIGGERS = 64,
};

/* Words by their keys, more or less: what it does not have was not put in. */
typedef struct word_set {
    uint64_t *bits; /* [mask + 1] */
    size_t mask;
} word_set;

typedef struct scanner {
    const reading_state *r;
    dates_scan dates;
    word_set capitals; /* words that have a capital within a sentence */
    word_set known;    /* those of persons' names that stand beside an office or a state */
} scanner;

static void put(word_set *set, uint64_t key)
{
    set->bits[key / 64 & set->mask] |= UINT64_C(1) << (key % 64);
}

static bool has(const word_set *set, uint64_t key)
{
    return set->bits[key / 64 & set->mask] >> (key % 64) & 1;
}

/* Eight bits or more for each token. */
static chancery_status make_set(reading_state *r, word_set *set)
{
    size_t words = 4;
    while (words * 8 < r->report->token_count)
        words *= 2;
    set->bits = arena_alloc(r->scratch, words, sizeof *set->bits, r->error);
    set->mask = words - 1;
    return set->bits ? CHANCERY_OK : r->error->status;
}

static bool is_capital(const text_token *token)
{
    return token->kind == TEXT_WORD && (token->flags & TEXT_CAPITAL);
}

static void collect_capitals(scanner *s)
{
    const text_report *report = s->r->report;
    for (size_t k = 0; k < report->sentence_count; k++) {
        const text_sentence *t = &report->sentences[k];
        for (uint32_t i = t->first + 1; i < t->first + t->count; i++)
            if (is_capital(&report->tokens[i]))
                put(&s->capitals, report->tokens[i].key);
    }
}

/* What a word with a capital may be of a person: not one that every sentence begins with. */
static uint32_t person_signs(const scanner *s, const text_sentence *t, uint32_t i)
{
    const reading_state *r = s->r;
    const text_token *token = &r->report->tokens[i];
    if (!is_capital(token) || r->hit_at[i] >= 0)
        return 0;
    const people_lexicon *lexicon = &r->lexicon->people;
    uint32_t word = lexicon->slots[people_slot(lexicon, token->key)].word;
    uint32_t signs = word & (PEOPLE_MR | PEOPLE_CUSTOM | PEOPLE_STYLE) ? SCAN_TITLED : 0;
    if (word & (PEOPLE_FUNCTION | PEOPLE_TIME | PEOPLE_NEVER))
        return signs;
    bool followed = i + 1 < t->first + t->count && is_capital(token + 1);
    return i > t->first || followed || has(&s->capitals, token->key) ? signs | SCAN_PERSON : signs;
}

/* Offices and agents, which may be of several words. */
static uint32_t office_signs(const reading_state *r, uint32_t token, uint32_t left)
{
    const text_token *tokens = r->report->tokens + token;
    slice word = reading_words(r, token, 1);
    kb_office_hit office;
    slice sector;
    uint32_t count, signs = 0;
    bool plural;
    if (word.len > 5 && slice_equal_ascii_fold(slice_range(word, 0, 3), SLICE("ex-")))
        signs |= SCAN_OFFICE; /* "ex-president" */
    if (kb_find_agent(r->engine->kb, r->text, tokens, left, &sector, &count, &plural))
        signs |= SCAN_AGENT;
    if (kb_find_office(r->engine->kb, r->text, tokens, left, &office))
        signs |= SCAN_OFFICE;
    return signs;
}

/* "the two", "the last two" */
static bool follows_the(const reading_state *r, const text_sentence *t, uint32_t i)
{
    for (uint32_t k = i; k-- > t->first && k + NUMBER_WORDS >= i;)
        if (reading_is(r, k, "the"))
            return true;
    return false;
}

static uint32_t date_signs(dates_token token)
{
    switch ((dates_class)token.class) {
    case DATES_DIGITS:
        return token.digits == 4 ? SCAN_DATED : 0;
    case DATES_NUMERIC:
    case DATES_CLOCK:
    case DATES_MONTH:
    case DATES_WEEKDAY:
    case DATES_WEEKDAYS:
    case DATES_SEASON:
    case DATES_DEICTIC:
    case DATES_WHICH:
    case DATES_EDGED:
    case DATES_FEAST:
    case DATES_NOON:
    case DATES_UNIT:
        return SCAN_DATED;
    case DATES_OFTEN:
    case DATES_TIMES:
        return SCAN_DATED | SCAN_OFTEN;
    default:
        return 0;
    }
}

static uint32_t word_signs(const scanner *s, const text_sentence *t, uint32_t i)
{
    const reading_state *r = s->r;
    uint32_t signs = scan_word(&r->lexicon->scan, r->report->tokens[i].key) & ~(uint32_t)SCAN_ACT;
    bool far = signs & (SCAN_NUMBER | SCAN_BODY);
    if (far && follows_the(r, t, i))
        signs |= signs & SCAN_NUMBER ? SCAN_PAIR | SCAN_BODY : 0;
    else
        signs &= ~(uint32_t)SCAN_BODY;
    if (r->hit_at[i] >= 0)
        signs |= SCAN_NAMED;
    return signs | person_signs(s, t, i) | office_signs(r, i, t->first + t->count - i);
}

static bool is_quote(const reading_state *r, uint32_t i)
{
    static const char *const marks[] = {"\"", "“", "”", "``", "''", "‘", "’", "„", "«", "»", "'"};
    for (size_t k = 0; k < sizeof marks / sizeof *marks; k++)
        if (slice_is(reading_words(r, i, 1), marks[k]))
            return true;
    return false;
}

/* Adds the noun that ends with this token and is written with a hyphen: "cease-fire". */
static void add_hyphenated(const reading_state *r, uint32_t i, codebook_words *words)
{
    const text_token *t = &r->report->tokens[i];
    uint64_t keys[SCAN_MAX_LEMMAS];
    if (t[-1].end != t[0].start || t[-2].end != t[-1].start ||
        !slice_is(reading_words(r, i - 1, 1), "-"))
        return;
    slice form = slice_range(r->text, t[-2].start, t[0].end);
    size_t count = scan_lemmas(&r->lexicon->scan, form, text_key(form), keys);
    for (size_t k = 0; k < count; k++)
        codebook_add_word(words, keys[k]);
}

/* What the words of a sentence can tell or say, whatever their lemmas turn out to be. */
static uint32_t told_signs(const reading_state *r, const text_sentence *t)
{
    const codebook *book = r->engine->codebook;
    const scan_lexicon *lexicon = &r->lexicon->scan;
    codebook_words words = {{0}};
    uint64_t keys[SCAN_MAX_LEMMAS], triggers[MAX_TRIGGERS];
    size_t trigger_count = 0;
    uint32_t signs = 0;
    for (uint32_t i = t->first; i < t->first + t->count; i++) {
        const text_token *token = &r->report->tokens[i];
        size_t count = token->kind == TEXT_WORD
                           ? scan_lemmas(lexicon, reading_words(r, i, 1), token->key, keys)
                           : 0;
        if (count && i >= t->first + 2)
            add_hyphenated(r, i, &words);
        for (size_t k = 0; k < count; k++) {
            codebook_add_word(&words, keys[k]);
            signs |= scan_word(lexicon, keys[k]) & SCAN_ACT;
            if (!codebook_knows(book, keys[k]))
                continue;
            if (trigger_count == MAX_TRIGGERS)
                return SCAN_TELLS | SCAN_SAYS | SCAN_ACT;
            triggers[trigger_count++] = keys[k];
        }
    }
    for (size_t i = 0; i < trigger_count; i++) {
        if (!(signs & SCAN_TELLS) && codebook_may_tell(book, triggers[i], &words))
            signs |= SCAN_TELLS;
        if (!(signs & SCAN_SAYS) && codebook_may_say(book, triggers[i], &words))
            signs |= SCAN_SAYS;
    }
    return signs;
}

/* A quotation that ends with the sentence before may be told of in this one. */
static bool follows_quote(const reading_state *r, uint32_t first)
{
    for (uint32_t i = first; i-- > 0 && i + QUOTE_WORDS >= first;)
        if (r->report->tokens[i].kind != TEXT_WORD && is_quote(r, i))
            return true;
    return false;
}

static uint32_t sentence_signs(scanner *s, uint32_t sentence)
{
    const reading_state *r = s->r;
    const text_sentence *t = &r->report->sentences[sentence];
    s->dates.sentence = sentence;
    s->dates.first = t->first;
    s->dates.end = t->first + t->count;
    uint32_t signs = r->engine->codebook ? told_signs(r, t) : SCAN_TELLS | SCAN_SAYS;
    for (uint32_t i = t->first; i < t->first + t->count; i++) {
        uint8_t kind = r->report->tokens[i].kind;
        if (kind == TEXT_WORD)
            signs |= word_signs(s, t, i);
        if (kind == TEXT_WORD || kind == TEXT_NUMBER)
            signs |= date_signs(dates_at(&s->dates, i));
        else if (is_quote(r, i))
            signs |= SCAN_QUOTE;
    }
    if (!(signs & SCAN_QUOTE) && follows_quote(r, t->first))
        signs |= SCAN_QUOTE;
    if ((signs & SCAN_NUMBER) && (signs & SCAN_HEAD))
        signs |= SCAN_PAIR | SCAN_BODY;
    return findings_may_have_jubilee(r, sentence) ? signs | SCAN_RELATION : signs;
}

/* A person has a state or an office only where his name stands beside one somewhere. */
static void collect_known(scanner *s, const uint32_t *signs)
{
    const text_report *report = s->r->report;
    for (size_t k = 0; k < report->sentence_count; k++) {
        const text_sentence *t = &report->sentences[k];
        if (!(signs[k] & SCAN_PERSON) || !(signs[k] & (SCAN_NAMED | SCAN_OFFICE | SCAN_TITLED)))
            continue;
        for (uint32_t i = t->first; i < t->first + t->count; i++)
            if (person_signs(s, t, i) & SCAN_PERSON)
                put(&s->known, report->tokens[i].key);
    }
}

static bool has_known(const scanner *s, const text_sentence *t)
{
    for (uint32_t i = t->first; i < t->first + t->count; i++)
        if (is_capital(&s->r->report->tokens[i]) && has(&s->known, s->r->report->tokens[i].key))
            return true;
    return false;
}

chancery_status scan_signs(reading_state *r, uint32_t *out)
{
    size_t count = r->report->sentence_count;
    chancery_status status = reading_take_lexicon(r);
    scanner s = {.r = r};
    if (!status)
        status = make_set(r, &s.capitals);
    if (!status)
        status = make_set(r, &s.known);
    if (status)
        return status;
    s.dates = (dates_scan){.r = r, .words = &r->lexicon->dates};
    collect_capitals(&s);
    for (uint32_t i = 0; i < count; i++)
        out[i] = sentence_signs(&s, i);
    collect_known(&s, out);
    for (uint32_t i = 0; i < count; i++)
        if ((out[i] & SCAN_TITLED) ||
            ((out[i] & SCAN_PERSON) && has_known(&s, &r->report->sentences[i])))
            out[i] |= SCAN_KNOWN;
    return CHANCERY_OK;
}
