/* Date conflicts between two places that tell of the same event.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * What is told in a clause with a day ("seized the ships on 8 May") is held against definite
 * nouns with a day that speak of it again ("the seizure of the two ships on 9 May"). They
 * are the same event where the report tells only one of that kind, the thing or the place agrees,
 * and nothing ("the second", "another") sets them apart. */
#include "reading/findings.h"

enum {
    NEAR_DAYS = 31, /* days further apart are two events */
    NEAR_MEETING = 15,
};

/** The day right behind a noun and what hangs on it: "the seizure of the ships on 9 May". */
static const reading_date *day_behind(const relations_scan *x, uint16_t end)
{
    static const char *const links[] = {"on", "of", NULL};
    for (size_t i = reading_first_date(x->r, x->sentence); i < x->r->dates.count; i++) {
        const reading_date *d = &x->r->dates.items[i];
        uint32_t word = d->token - x->t->first;
        if (d->sentence != x->sentence)
            break;
        if (d->type == CHANCERY_DATE && word > end && word - end <= 2 &&
            relations_word_in(x, relations_date_link(x, d), links))
            return d;
    }
    return NULL;
}

/** "the", "their" before a noun and nothing that sets it apart. */
static bool speaks_again(const relations_scan *x, int16_t phrase, bool *owned)
{
    static const char *const own[] = {"his", "her", "their", "its", NULL};
    static const char *const the[] = {"the", NULL};
    uint16_t first = x->s->phrases[phrase].first;
    *owned = relations_word_in(x, first, own);
    return (*owned || relations_word_in(x, first, the)) &&
           !findings_is_another(x->r, x->sentence, phrase);
}

/** The phrase that a noun takes: "the seizure of [the two ships]", "the attack on [the convoy]".
 */
static int16_t complement(const relations_scan *x, int16_t phrase)
{
    static const char *const of[] = {"of", "on", "against", NULL};
    size_t q = (size_t)phrase + 1;
    if (q >= x->s->phrase_count)
        return -1;
    const syntax_phrase *p = &x->s->phrases[q];
    bool joined = p->preposition >= 0 && relations_word_in(x, (size_t)p->preposition, of) &&
                  (uint16_t)p->preposition == x->s->phrases[phrase].end;
    return joined ? (int16_t)q : -1;
}

static bool is_date_phrase(const relations_scan *x, int16_t phrase, const reading_date *date)
{
    uint32_t token = x->t->first + x->s->phrases[phrase].head;
    return token >= date->token && token < date->token + date->count;
}

/** Whether the day stands elsewhere in the report too: then something else was on it. */
static bool stands_elsewhere(const reading_state *r, const reading_date *date)
{
    for (size_t i = 0; i < r->dates.count; i++)
        if (&r->dates.items[i] != date && slice_equal(r->dates.items[i].value, date->value))
            return true;
    return false;
}

/** "the two ships", "Minister X": something that was spoken of. */
static bool is_definite(const relations_scan *x, int16_t phrase)
{
    static const char *const words[] = {"the",   "those", "these", "his", "her",
                                        "their", "its",   "both",  NULL};
    const syntax_phrase *p = &x->s->phrases[phrase];
    uint8_t tag = x->s->words[p->head].tag;
    return relations_word_in(x, p->first, words) || tag == SYNTAX_NNP || tag == SYNTAX_NNPS;
}

/** The only act of that class, or with that thing; NULL where there are two, or one on that day. */
static const findings_told *only_one(const reading_state *r, const findings_told_list *list,
                                     findings_class class, slice thing, const reading_date *date)
{
    const findings_told *found = NULL;
    for (size_t i = 0; i < list->count; i++) {
        const findings_told *t = &list->items[i];
        if (t->class != class ||
            (thing.len && !slice_equal(findings_head(r, t->sentence, t->object), thing)))
            continue;
        if (slice_equal(t->date->value, date->value))
            return NULL;
        if (found && !slice_equal(found->date->value, t->date->value))
            return NULL;
        found = found ? found : t;
    }
    return found;
}

static chancery_status report(reading_state *r, const reading_date *at, const reading_date *other)
{
    slice first, second, message;
    chancery_status status = findings_print_date(r, other->value, &first);
    if (!status)
        status = findings_print_date(r, at->value, &second);
    if (!status)
        status = arena_printf(r->arena, &message, r->error,
                              "The same event stands under %.*s here and under %.*s elsewhere.",
                              SLICE_ARGS(second), SLICE_ARGS(first));
    return status ? status
                  : findings_add(r, "date-conflict", CHANCERY_WARNING,
                                 reading_span(r, at->token, at->count), message, first);
}

/** "the Gaborone talks", "the talks in Gaborone": the place, or -1. */
static int32_t place_of_noun(const relations_scan *x, int16_t phrase)
{
    const syntax_phrase *p = &x->s->phrases[phrase];
    for (uint32_t w = p->first; w < p->head; w++) {
        int32_t hit = x->r->hit_at[x->t->first + w];
        if (hit >= 0)
            return (int32_t)x->r->hits.items[hit].entry;
    }
    return findings_place(x, p->head);
}

/** Whether thing or place show that a noun means an act; `owned`: "their arrest". */
static bool same_event(const relations_scan *x, const findings_told *t, findings_class class,
                       int16_t noun, slice thing, bool owned)
{
    if (class == FINDINGS_MEET) {
        int32_t place = place_of_noun(x, noun);
        return place >= 0 && place == t->place;
    }
    if (class == FINDINGS_CALL || class == FINDINGS_VOTE)
        return thing.len == 0;
    if (thing.len)
        return true; /* only_one has compared it */
    if (class == FINDINGS_ATTACK || class == FINDINGS_SIGN || class == FINDINGS_VISIT)
        return false;
    return owned && (class == FINDINGS_ARRIVE || t->object >= 0);
}

static bool is_document(const relations_scan *x, uint16_t word)
{
    static const char *const lemmas[] = {"agreement", "treaty",     "accord",
                                         "pact",      "memorandum", "declaration",
                                         "protocol",  "contract",   NULL};
    return relations_lemma_in(x, word, lemmas);
}

static chancery_status check_noun(const relations_scan *x, findings_told_list *list, int16_t phrase)
{
    const syntax_phrase *p = &x->s->phrases[phrase];
    findings_class class = findings_class_of_noun(x, p->head);
    bool owned = false, document = class == FINDINGS_NO_CLASS && is_document(x, p->head);
    if (document)
        class = FINDINGS_SIGN; /* "the agreement of 5 March" is the one signed then */
    if (class == FINDINGS_NO_CLASS || !speaks_again(x, phrase, &owned))
        return CHANCERY_OK;
    int16_t of = complement(x, phrase);
    const reading_date *date = day_behind(x, of >= 0 ? x->s->phrases[of].end : p->end);
    if (!date) {
        of = -1;
        date = day_behind(x, p->end);
    }
    if (!date || date->value.len != READING_DAY || date->endvalue.len)
        return CHANCERY_OK;
    if (of >= 0 && is_date_phrase(x, of, date))
        of = -1;
    if (of >= 0 && (document || (class != FINDINGS_MEET && !is_definite(x, of))))
        return CHANCERY_OK;
    slice thing = class == FINDINGS_MEET ? (slice){0}
                  : document             ? findings_head(x->r, x->sentence, phrase)
                                         : findings_head(x->r, x->sentence, of);
    const findings_told *t = only_one(x->r, list, class, thing, date);
    if (!t || !same_event(x, t, class, phrase, thing, owned))
        return CHANCERY_OK;
    int64_t gap = findings_day(date) - findings_day(t->date);
    gap = gap < 0 ? -gap : gap;
    bool inside = t->date->endvalue.len && slice_compare(date->value, t->date->value) >= 0 &&
                  slice_compare(date->value, t->date->endvalue) <= 0;
    if (gap == 0 || gap > (class == FINDINGS_MEET ? NEAR_MEETING : NEAR_DAYS) || inside)
        return CHANCERY_OK;
    if (list->looked++ >= FINDINGS_MAX_AGAIN || stands_elsewhere(x->r, date))
        return CHANCERY_OK;
    return report(x->r, date, t->date);
}

/* --- the same clause twice --- */

static bool same_codes(const reading_state *r, const findings_told *a, const findings_told *b)
{
    if (a->subject < 0 || b->subject < 0)
        return false;
    const reading_referents *one = &r->referents[a->sentence][a->subject];
    const reading_referents *two = &r->referents[b->sentence][b->subject];
    return one->count == 1 && two->count == 1 && one->items[0].person == two->items[0].person &&
           one->items[0].code.len && slice_equal(one->items[0].code, two->items[0].code);
}

/** The same words for the thing, and the second time with "the". */
static bool same_thing(const reading_state *r, const findings_told *a, const findings_told *b)
{
    if (a->object < 0 || b->object < 0)
        return false;
    const text_sentence *s = &r->report->sentences[a->sentence];
    const text_sentence *t = &r->report->sentences[b->sentence];
    const syntax_phrase *p = &r->parsed[a->sentence].phrases[a->object];
    const syntax_phrase *q = &r->parsed[b->sentence].phrases[b->object];
    if (!reading_is(r, t->first + q->first, "the"))
        return false;
    uint32_t i = s->first + p->first, k = t->first + q->first + 1;
    if (reading_is(r, i, "the") || reading_is(r, i, "a") || reading_is(r, i, "an"))
        i++;
    slice one = reading_words(r, i, s->first + p->head + 1 - i);
    slice two = reading_words(r, k, t->first + q->head + 1 - k);
    return slice_equal_ascii_fold(one, two);
}

static chancery_status check_twice(reading_state *r, const findings_told_list *list, size_t at)
{
    const findings_told *b = &list->items[at];
    if (b->class != FINDINGS_SIGN && b->class != FINDINGS_SEIZE && b->class != FINDINGS_EXPEL &&
        b->class != FINDINGS_ARRIVE)
        return CHANCERY_OK;
    for (size_t i = 0; i < at; i++) {
        const findings_told *a = &list->items[i];
        if (a->class != b->class || a->sentence == b->sentence ||
            slice_equal(a->date->value, b->date->value) || !same_codes(r, a, b))
            continue;
        bool arrival = b->class == FINDINGS_ARRIVE && a->place >= 0 && a->place == b->place &&
                       r->referents[b->sentence][b->subject].items[0].person >= 0;
        int64_t gap = findings_day(a->date) - findings_day(b->date);
        if ((arrival || same_thing(r, a, b)) && gap <= NEAR_MEETING && gap >= -NEAR_MEETING)
            return report(r, b->date, a->date);
    }
    return CHANCERY_OK;
}

static chancery_status check_nouns(reading_state *r, findings_told_list *list)
{
    chancery_status status = CHANCERY_OK;
    uint32_t before = UINT32_MAX;
    for (size_t i = 0; !status && list->count && i < r->dates.count; i++) {
        relations_scan x;
        uint32_t sentence = r->dates.items[i].sentence;
        if (sentence == before || r->report->sentences[sentence].title)
            continue;
        before = sentence;
        status = relations_open(r, sentence, &x);
        for (size_t p = 0; !status && x.segment && p < x.s->phrase_count; p++)
            status = check_noun(&x, list, (int16_t)p);
    }
    return status;
}

chancery_status findings_check_events(reading_state *r)
{
    findings_told_list *list = arena_alloc(r->arena, 1, sizeof *list, r->error);
    if (!list)
        return r->error->status;
    chancery_status status = findings_note_acts(r, list);
    if (!status)
        status = check_nouns(r, list);
    for (size_t i = 0; !status && i < list->count; i++)
        status = check_twice(r, list, i);
    return status ? status : findings_check_spans(r, list);
}
