/* Who a pronoun or a description means: the memory of what was spoken of.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * A short form of centering (Grosz, Joshi and Weinstein 1995): what was a subject is taken before
 * what was not, the same sentence before the one before it, and nothing from further back than
 * three sentences. Number and gender must fit. */
#include "reading/mentions.h"
#include "reading/scan.h"

enum { FOCUS_MAX_DISTANCE = 3, PAIR_MAX_CODES = 256 };

void mentions_remember(mentions_memory *memory, const mentions_focus *focus)
{
    memory->foci[memory->next] = *focus;
    memory->next = (memory->next + 1) % MENTIONS_MAX_FOCI;
    if (memory->count < MENTIONS_MAX_FOCI)
        memory->count++;
}

/** The k-th newest, 0 the newest. */
static const mentions_focus *newest(const mentions_memory *memory, size_t k)
{
    return &memory->foci[(memory->next + MENTIONS_MAX_FOCI - 1 - k) % MENTIONS_MAX_FOCI];
}

static bool fits(const mentions_focus *f, slice word)
{
    static const char *const male[] = {"he", "his", "him", "himself", NULL};
    static const char *const female[] = {"she", "her", "hers", "herself", NULL};
    static const char *const thing[] = {"it", "its", "itself", NULL};
    static const char *const plural[] = {"they", "their", "them", "themselves", NULL};
    if (slice_is_any(word, male))
        return (f->person || f->office) && f->gender != 'f';
    if (slice_is_any(word, female))
        return (f->person || f->office) && f->gender != 'm';
    if (slice_is_any(word, thing))
        return !f->person && !f->plural;
    return slice_is_any(word, plural) && f->plural;
}

static bool same_who(const mentions_focus *f, const reading_referents *ref)
{
    if (!ref || ref->count != f->count)
        return false;
    for (uint32_t i = 0; i < f->count; i++)
        if (f->who[i].person != ref->items[i].person ||
            !slice_equal(f->who[i].code, ref->items[i].code))
            return false;
    return true;
}

const mentions_focus *mentions_pronoun(const mentions_memory *memory, slice word, uint32_t sentence,
                                       const reading_referents *not_this)
{
    const mentions_focus *best = NULL;
    int best_score = -1;
    for (size_t k = 0; k < memory->count; k++) {
        const mentions_focus *f = newest(memory, k);
        uint32_t distance = sentence - f->sentence;
        if (distance > FOCUS_MAX_DISTANCE || !fits(f, word) || same_who(f, not_this))
            continue;
        int score = 40 - 10 * (int)distance + (f->subject ? 6 : 0);
        if (score > best_score) {
            best = f;
            best_score = score;
        }
    }
    return best;
}

bool mentions_two_people(const mentions_memory *memory, uint32_t sentence, mentions_focus *out)
{
    *out = (mentions_focus){.sentence = sentence, .plural = true};
    for (size_t k = 0; k < memory->count && out->count < 2; k++) {
        const mentions_focus *f = newest(memory, k);
        if (sentence - f->sentence > 2)
            break;
        if (f->person && f->who[0].code.len &&
            (out->count == 0 || !slice_equal(out->who[0].code, f->who[0].code)))
            out->who[out->count++] = f->who[0];
    }
    return out->count == 2;
}

typedef struct code_count {
    slice code;
    uint32_t weight;
    bool titled; /* the title names it */
} code_count;

static void count_code(code_count *counts, size_t *count, slice code, uint32_t weight, bool titled)
{
    if (code.len == 0 || slice_is(code, "NON"))
        return;
    size_t i = 0;
    while (i < *count && !slice_equal(counts[i].code, code))
        i++;
    if (i == PAIR_MAX_CODES)
        return;
    if (i == *count)
        counts[(*count)++] = (code_count){code, 0, false};
    counts[i].weight += weight;
    counts[i].titled = counts[i].titled || titled;
}

/** Whether a title names somebody, not the place where it was: "sign a treaty [in Geneva]". */
static bool titles(const reading_state *r, const reading_hit *hit)
{
    static const char *const where[] = {"in", "at", "near", NULL};
    const text_sentence *s = &r->report->sentences[hit->sentence];
    return s->title && (hit->token == s->first || !reading_is_any(r, hit->token - 1, where));
}

/** Given actors are the two, or those whom the title names where they are two; else names count by
 * where they stand: the title and the first lines tell what a report is about. */
void mentions_find_pair(reading_state *r)
{
    code_count counts[PAIR_MAX_CODES];
    size_t count = 0;
    for (int side = 0; r->given && side < READING_SIDES; side++)
        r->pair[side] = r->given[side].code;
    if (r->given)
        return;
    for (size_t i = 0; i < r->hits.count; i++) {
        const reading_hit *h = &r->hits.items[i];
        if (r->hit_at[h->token] != (int32_t)i)
            continue;
        kb_entry entry = kb_entry_at(r->engine->kb, h->entry);
        bool actor = entry.kind != KB_PLACE;
        count_code(counts, &count, entry.code, (h->sentence < 4 ? 3u : 1u) * (actor ? 2u : 1u),
                   titles(r, h));
    }
    for (size_t i = 0; i < r->people.count; i++)
        count_code(counts, &count, r->people.items[i].code,
                   (uint32_t)r->people.items[i].mentions.count, false);
    uint32_t total = 0, two = 0, titled = 0;
    for (size_t i = 0; i < count; i++) {
        total += counts[i].weight;
        titled += counts[i].titled;
    }
    for (int side = 0; side < 2; side++) {
        const code_count *best = NULL;
        for (size_t i = 0; i < count; i++)
            if ((titled != 2 || counts[i].titled) && (!best || counts[i].weight > best->weight) &&
                (side == 0 || !slice_equal(counts[i].code, r->pair[0])))
                best = &counts[i];
        if (!best)
            return;
        r->pair[side] = best->code;
        two += best->weight;
        r->bilateral = side == 1 && 3 * two >= 2 * total && 8 * best->weight >= total;
    }
}

const mentions_focus *mentions_group(const mentions_memory *memory, uint32_t size)
{
    for (size_t k = 0; k < memory->count; k++)
        if (newest(memory, k)->count == size)
            return newest(memory, k);
    return NULL;
}

/** A line without a verb near the top that names a person with an office: "X, Secretary of State".
 */
static bool is_signature(const reading_state *r, const text_sentence *s, uint32_t sentence)
{
    return s->paragraph <= 3 && s->count <= 16 && r->parsed[sentence].clause_count == 0;
}

static bool says_statement(const reading_state *r, const text_sentence *s)
{
    for (uint32_t i = 0; i < s->count; i++)
        if (reading_is(r, s->first + i, "statement") ||
            reading_is(r, s->first + i, "declaration") || reading_is(r, s->first + i, "communique"))
            return true;
    return false;
}

static chancery_status joint_authors(reading_state *r, uint32_t sentence)
{
    ARRAY(reading_who) found = {0};
    for (size_t p = 0; p < r->people.count; p++) {
        const reading_person *person = &r->people.items[p];
        if (person->mentions.count == 0 || person->mentions.items[0].sentence != sentence ||
            person->code.len == 0)
            continue;
        reading_who *who = array_push(&found, r->arena, r->error);
        if (!who)
            return r->error->status;
        *who = (reading_who){person->code, person->sector, -1, -1, false};
    }
    for (size_t i = 0; found.count == 0 && i < r->hits.count; i++) {
        const reading_hit *h = &r->hits.items[i];
        if (h->sentence != sentence)
            continue;
        reading_who *who = array_push(&found, r->arena, r->error);
        if (!who)
            return r->error->status;
        *who = reading_who_entry(r, h);
    }
    r->authors.items = found.items;
    r->authors.count = (uint32_t)found.count;
    return CHANCERY_OK;
}

chancery_status mentions_find_author(reading_state *r)
{
    chancery_status status = CHANCERY_OK;
    r->author = -1;
    for (uint32_t i = 0; i < r->report->sentence_count && i < 6 && !status; i++) {
        const text_sentence *s = &r->report->sentences[i];
        if (s->title && says_statement(r, s))
            status = joint_authors(r, i);
        if (!is_signature(r, s, i) || s->title)
            continue;
        for (uint32_t t = s->first; t < s->first + s->count && r->author < 0; t++)
            if (r->person_at[t] >= 0 && r->people.items[r->person_at[t]].offices.count)
                r->author = r->person_at[t];
    }
    return status;
}
