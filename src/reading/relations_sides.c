/* Between whom relations are.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * In this order: "between A and B", "with B" beside a subject, states before the noun ("Chad-Mali
 * relations"), a subject of two, "both states"; what is lacking is taken from the two states that
 * the report is about, where one of them or none is named. */
#include "reading/relations.h"

static void add_code(relations_codes *codes, slice code)
{
    for (uint32_t i = 0; i < codes->count; i++)
        if (slice_equal(codes->items[i], code))
            return;
    if (code.len && codes->count < RELATIONS_MAX_SIDE)
        codes->items[codes->count++] = code;
}

bool relations_is_state(const reading_state *r, slice code)
{
    uint32_t entry;
    return kb_code(r->engine->kb, code, &entry);
}

/** "his country", "the island nation": they themselves, though another word owns it. */
static bool is_country(const relations_scan *x, const syntax_phrase *p)
{
    static const char *const words[] = {"country", "nation",     "state",   "republic", "kingdom",
                                        "island",  "government", "capital", "homeland", NULL};
    return relations_lemma_in(x, p->head, words);
}

/** Tokens from "the four states" back to where the four were named. */
enum { LIST_REACH = 600 };

/** The first hit at or behind a token. */
static size_t hit_from(const reading_state *r, uint32_t token)
{
    size_t low = 0, high = r->hits.count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (r->hits.items[middle].token < token)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/** Names of a run "A, B, C and D" that ends before token `end`: how many there are is `count`. */
static bool list_before(const relations_scan *x, uint32_t end, uint32_t count, relations_codes *out)
{
    const reading_state *r = x->r;
    relations_codes run = {0};
    uint32_t last = 0;
    size_t first = hit_from(r, end > LIST_REACH ? end - LIST_REACH : 0);
    for (size_t i = first; i < r->hits.count && r->hits.items[i].token < end; i++) {
        const reading_hit *h = &r->hits.items[i];
        kb_entry entry = kb_entry_at(r->engine->kb, h->entry);
        bool joined = run.count > 0 && h->token - last <= 3;
        for (uint32_t t = last; joined && t < h->token; t++)
            joined = reading_is(r, t, ",") || reading_is(r, t, "and") || reading_is(r, t, "the");
        if (!joined)
            run.count = 0;
        last = h->token + h->count;
        if (entry.kind == KB_STATE && h->kind != KB_ADJECTIVE)
            add_code(&run, entry.code);
        if (run.count == count)
            *out = run;
    }
    return out->count == count;
}

/** "the four states" after four of them were named in one breath. */
static bool counted_states(const relations_scan *x, const syntax_phrase *p, relations_codes *out)
{
    static const char *const numbers[] = {"three", "four", "five", "six", "seven", "eight", NULL};
    for (uint32_t w = p->first; w < p->head; w++)
        for (uint32_t k = 0; numbers[k]; k++)
            if (reading_is(x->r, x->t->first + w, numbers[k])) {
                relations_codes run = {0};
                if (!is_country(x, p) || !list_before(x, x->t->first + w, k + 3, &run))
                    return false;
                for (uint32_t i = 0; i < run.count; i++)
                    add_code(out, run.items[i]);
                return true;
            }
    return false;
}

static void one_phrase(const relations_scan *x, int16_t phrase, relations_codes *out)
{
    const reading_referents *ref = &x->referents[phrase];
    const syntax_phrase *p = &x->s->phrases[phrase];
    if (counted_states(x, p, out))
        return;
    if (relations_lemma_in(x, p->head,
                           (const char *const[]){"date", NULL})) { /* "Brazil date from" */
        relations_modifier_codes(x, phrase, out);
        return;
    }
    if (ref->owned && !is_country(x, p))
        return;
    for (uint32_t i = 0; i < ref->count; i++)
        add_code(out, ref->items[i].code);
}

void relations_phrase_codes(const relations_scan *x, int16_t phrase, relations_codes *out)
{
    if (phrase < 0)
        return;
    one_phrase(x, phrase, out);
    int16_t last = phrase;
    for (size_t q = (size_t)phrase + 1; q < x->s->phrase_count; q++)
        if (x->s->phrases[q].conjoined == last) {
            one_phrase(x, (int16_t)q, out);
            last = (int16_t)q;
        }
}

/** A phrase behind the noun (or before it in the same segment) that `word` governs; also in the
 *  segment of the clause. */
static int16_t governed_by(const relations_scan *x, int16_t phrase, const syntax_clause *clause,
                           const char *word)
{
    const syntax_phrase *noun = &x->s->phrases[phrase];
    const char *const list[] = {word, NULL};
    int16_t before = -1;
    for (size_t q = 0; q < x->s->phrase_count; q++) {
        const syntax_phrase *p = &x->s->phrases[q];
        if (p->preposition < 0 || !relations_word_in(x, (size_t)p->preposition, list) ||
            (x->segment[p->head] != x->segment[noun->head] &&
             !(clause && x->segment[p->head] == x->segment[clause->verb])))
            continue;
        if (p->first > noun->head)
            return (int16_t)q;
        before = (int16_t)q;
    }
    return before;
}

void relations_modifier_codes(const relations_scan *x, int16_t phrase, relations_codes *out)
{
    const syntax_phrase *p = &x->s->phrases[phrase];
    for (uint32_t w = p->first; w < p->head; w++) {
        int32_t hit = x->r->hit_at[x->t->first + w];
        if (hit >= 0)
            add_code(out, kb_entry_at(x->r->engine->kb, x->r->hits.items[hit].entry).code);
    }
    if (p->possessor >= 0)
        relations_phrase_codes(x, p->possessor, out);
}

/** Only states have relations. */
static void keep_states(const reading_state *r, relations_codes *codes)
{
    uint32_t kept = 0;
    for (uint32_t i = 0; i < codes->count; i++)
        if (relations_is_state(r, codes->items[i]))
            codes->items[kept++] = codes->items[i];
    codes->count = kept;
}

static bool in_pair(const reading_state *r, slice code)
{
    return slice_equal(r->pair[0], code) || slice_equal(r->pair[1], code);
}

static bool has_pair(const reading_state *r)
{
    return relations_is_state(r, r->pair[0]) && relations_is_state(r, r->pair[1]);
}

/** Supplies the side that isn't named. */
static bool complete(const reading_state *r, relations_sides *sides)
{
    relations_codes *own = &sides->own, *other = &sides->other;
    if (own->count && other->count) {
        if (own->count == 1 && other->count == 1 && slice_equal(own->items[0], other->items[0]))
            own->count = 0;
        else
            return true;
    }
    if (own->count == 2 && other->count == 0)
        return true;
    if (!has_pair(r))
        return false;
    if (own->count == 0 && other->count == 0) {
        add_code(own, r->pair[0]);
        add_code(own, r->pair[1]);
        return true;
    }
    relations_codes *given = own->count ? own : other, *lacking = own->count ? other : own;
    if (given->count != 1 || !in_pair(r, given->items[0]))
        return false;
    add_code(lacking, slice_equal(r->pair[0], given->items[0]) ? r->pair[1] : r->pair[0]);
    return true;
}

/** Who acts in a clause; of a participle, whom it describes: "Peru and Chad, linked by …". */
static int16_t subject_of(const syntax_clause *clause)
{
    if (!clause)
        return -1;
    return clause->subject < 0 && clause->link == SYNTAX_PARTICIPLE ? clause->described
                                                                    : clause->subject;
}

bool relations_find_sides(const relations_scan *x, int16_t phrase, const syntax_clause *clause,
                          relations_sides *out)
{
    *out = (relations_sides){0};
    int16_t between = governed_by(x, phrase, clause, "between");
    if (between >= 0) {
        relations_phrase_codes(x, between, &out->own);
        keep_states(x->r, &out->own);
        return complete(x->r, out) && out->own.count + out->other.count == 2;
    }
    int16_t with = governed_by(x, phrase, clause, "with");
    relations_phrase_codes(x, with, &out->other);
    relations_modifier_codes(x, phrase, &out->own);
    keep_states(x->r, &out->own);
    if (with < 0 && out->own.count < 2) {
        int16_t of = governed_by(x, phrase, clause, "of");
        if (of >= 0 && x->s->phrases[of].attached == phrase)
            relations_phrase_codes(x, of, &out->own);
    }
    int16_t subject = subject_of(clause);
    if (subject >= 0 && subject != phrase && out->own.count < 2)
        relations_phrase_codes(x, subject, &out->own);
    keep_states(x->r, &out->own);
    keep_states(x->r, &out->other);
    return complete(x->r, out);
}

/** "1975" is said again more exactly by "1975-10-25". */
static bool refines(slice shorter, slice longer)
{
    return slice_starts(longer, shorter);
}

/** What began after the report's day can't be told as past: the date is another's. */
static bool is_ahead(const reading_state *r, slice since)
{
    slice published = r->report->document.published;
    size_t shorter = since.len < published.len ? since.len : published.len;
    return shorter > 0 && memcmp(since.ptr, published.ptr, shorter) > 0;
}

static chancery_status add_pair(reading_state *r, slice a, slice b,
                                const reading_relation *relation)
{
    reading_relation made = *relation;
    bool ordered = slice_compare(a, b) <= 0;
    made.between[0] = ordered ? a : b;
    made.between[1] = ordered ? b : a;
    if (slice_equal(a, b))
        return CHANCERY_OK;
    if (r->relations.count >= RELATIONS_MAX || is_ahead(r, made.since))
        return CHANCERY_OK;
    for (size_t i = 0; i < r->relations.count; i++) {
        reading_relation *x = &r->relations.items[i];
        if (!slice_equal(x->between[0], made.between[0]) ||
            !slice_equal(x->between[1], made.between[1]) || !slice_equal(x->kind, made.kind))
            continue;
        if (refines(made.since, x->since))
            return CHANCERY_OK;
        if (refines(x->since, made.since)) {
            *x = made;
            return CHANCERY_OK;
        }
    }
    reading_relation *room = array_push(&r->relations, r->arena, r->error);
    if (!room)
        return r->error->status;
    *room = made;
    return CHANCERY_OK;
}

chancery_status relations_add(reading_state *r, const relations_sides *sides,
                              const reading_relation *relation)
{
    chancery_status status = CHANCERY_OK;
    if (sides->other.count == 0)
        return sides->own.count == 2
                   ? add_pair(r, sides->own.items[0], sides->own.items[1], relation)
                   : CHANCERY_OK;
    for (uint32_t i = 0; i < sides->own.count; i++)
        for (uint32_t k = 0; !status && k < sides->other.count; k++)
            status = add_pair(r, sides->own.items[i], sides->other.items[k], relation);
    return status;
}
