/* Marks: which words of the report are names of the knowledge base, and the parse of those of its
 * sentences that the scan chooses.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * Names are taken greedily from left to right, the longest first. Where a name of that length
 * stands for several things (Georgia, Jordan, Niger), the report decides: what it names elsewhere
 * without doubt counts, then states before places, larger places before smaller. Names are found
 * before the parse, so that it knows them. */
#include "reading/scan.h"

enum { MARK_MAX_HITS = 16, MARK_SUPPORT_HITS = 256 };

/** Months and weekdays are words of time; a town called so is left alone. */
static bool is_time_word(const reading_state *r, uint32_t token)
{
    static const char *const words[] = {"march", "may", "august", "sunday", "monday", "friday"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (reading_is(r, token, words[i]))
            return true;
    return false;
}

static uint32_t entry_weight(const reading_state *r, uint32_t entry)
{
    kb_entry e = kb_entry_at(r->engine->kb, entry);
    switch (e.kind) {
    case KB_STATE:
        return UINT32_MAX;
    case KB_IGO:
    case KB_ORGANISATION:
    case KB_GROUP:
        return UINT32_MAX - 1;
    case KB_PLACE:
    case KB_PERSON: /* never among hits of names */
        break;
    }
    return e.population;
}

/** How often the report's last names are of the state that an entry belongs to, places aside. */
static uint32_t support(const reading_state *r, slice code)
{
    uint32_t count = 0;
    size_t first = r->hits.count > MARK_SUPPORT_HITS ? r->hits.count - MARK_SUPPORT_HITS : 0;
    for (size_t i = first; i < r->hits.count; i++) {
        const reading_hit *h = &r->hits.items[i];
        kb_entry e = kb_entry_at(r->engine->kb, h->entry);
        count += e.kind == KB_STATE && slice_equal(e.code, code);
    }
    return count;
}

/** Of the names of the greatest length, the one that the report most likely means. */
static const kb_hit *choose(const reading_state *r, const kb_hit *hits, size_t count)
{
    const kb_hit *best = &hits[0];
    for (size_t i = 1; i < count && hits[i].tokens == best->tokens; i++) {
        kb_entry a = kb_entry_at(r->engine->kb, best->entry);
        kb_entry b = kb_entry_at(r->engine->kb, hits[i].entry);
        if (best->entry == hits[i].entry || slice_equal(a.code, b.code))
            continue;
        uint32_t known_a = support(r, a.code), known_b = support(r, b.code);
        bool state_a = a.kind == KB_STATE, state_b = b.kind == KB_STATE;
        if (state_a != state_b
                ? (state_b ? known_a == 0 : known_b > 2 * known_a + 2)
                : known_b > known_a || (known_a == known_b && entry_weight(r, hits[i].entry) >
                                                                  entry_weight(r, best->entry)))
            best = &hits[i];
    }
    return best;
}

/** "Russia's Security Council", "the National Security Council": another's than the United
 * Nations'.
 */
static bool is_part_of_name(const reading_state *r, const text_sentence *s, uint32_t at,
                            const kb_hit *hit)
{
    static const char *const before[] = {"national", "supreme", "higher", "high", "federal", NULL};
    kb_entry entry = kb_entry_at(r->engine->kb, hit->entry);
    if (at == 0 || hit->kind != KB_BODY || !slice_is(entry.code, "UNO") ||
        !reading_is(r, s->first + at, "security"))
        return false;
    uint32_t word = s->first + at - 1;
    bool possessive = reading_is(r, word, "'s") || reading_is(r, word, "’s");
    int32_t owner = word > s->first && possessive ? r->hit_at[word - 1] : r->hit_at[word];
    bool of_state = owner >= 0 && (size_t)owner < r->hits.count && r->hits.items &&
                    kb_entry_at(r->engine->kb, r->hits.items[owner].entry).kind == KB_STATE;
    return of_state || reading_is_any(r, word, before);
}

static chancery_status mark_sentence(reading_state *r, uint32_t sentence)
{
    const text_sentence *s = &r->report->sentences[sentence];
    const text_token *tokens = r->report->tokens + s->first;
    kb_hit found[MARK_MAX_HITS];
    for (uint32_t i = 0; i < s->count;) {
        size_t count = tokens[i].kind == TEXT_WORD ? kb_find(r->engine->kb, r->text, tokens + i,
                                                             s->count - i, found, MARK_MAX_HITS)
                                                   : 0;
        if (count == 0 || (found[0].tokens == 1 && is_time_word(r, s->first + i))) {
            i++;
            continue;
        }
        const kb_hit *best = choose(r, found, count);
        if (is_part_of_name(r, s, i, best)) {
            i += best->tokens;
            continue;
        }
        reading_hit *hit = array_push(&r->hits, r->arena, r->error);
        if (!hit)
            return r->error->status;
        *hit = (reading_hit){s->first + i, best->tokens, sentence,
                             best->entry,  best->kind,   best->sector};
        for (uint32_t k = 0; k < best->tokens; k++)
            r->hit_at[s->first + i + k] = (int32_t)(r->hits.count - 1);
        i += best->tokens;
    }
    return CHANCERY_OK;
}

/** What the parser is told of the report's names: 1 proper noun, 2 adjective. */
static void fill_name_marks(const reading_state *r, uint8_t *marks)
{
    for (size_t i = 0; i < r->report->token_count; i++) {
        int32_t hit = r->hit_at[i];
        bool adjective = hit >= 0 && r->hits.items[hit].kind == KB_ADJECTIVE;
        marks[i] = (uint8_t)(hit < 0 ? 0 : adjective ? 2 : 1);
    }
}

/** The state that the report speaks of where it is only one: places lie in it. */
static void find_only(reading_state *r)
{
    r->only = (slice){0};
    for (size_t i = 0; i < r->hits.count; i++) {
        kb_entry entry = kb_entry_at(r->engine->kb, r->hits.items[i].entry);
        if (entry.kind != KB_STATE && entry.kind != KB_PLACE)
            continue;
        if (r->only.len && !slice_equal(r->only, entry.code)) {
            r->only = (slice){0};
            return;
        }
        r->only = entry.code;
    }
}

static chancery_status find_names(reading_state *r)
{
    size_t tokens = r->report->token_count;
    r->hit_at = arena_alloc(r->arena, tokens + 1, sizeof *r->hit_at, r->error);
    if (!r->hit_at)
        return r->error->status;
    for (size_t i = 0; i < tokens; i++)
        r->hit_at[i] = -1;
    chancery_status status = CHANCERY_OK;
    for (uint32_t i = 0; !status && i < r->report->sentence_count; i++)
        status = mark_sentence(r, i);
    find_only(r);
    return status;
}

chancery_status reading_marks(reading_state *r)
{
    size_t sentences = r->report->sentence_count;
    r->parsed = arena_alloc(r->arena, sentences + 1, sizeof *r->parsed, r->error);
    bool *chosen = arena_alloc(r->arena, sentences + 1, sizeof *chosen, r->error);
    uint8_t *marks = arena_alloc(r->arena, r->report->token_count + 1, 1, r->error);
    if (!r->parsed || !chosen || !marks)
        return r->error->status;
    chancery_status status = find_names(r);
    if (!status)
        status = scan_choose(r, chosen);
    if (status)
        return status;
    fill_name_marks(r, marks);
    return syntax_parse_sentences(r->engine->lemmas, r->parser, r->text, r->report, chosen, marks,
                                  r->arena, r->scratch, r->parsed, r->error);
}

chancery_status reading_scan(const reading_engine *engine, const text_report *report, arena *a,
                             bool *chosen, chancery_error *error)
{
    chancery_error local = {0};
    reading_state r = {.engine = engine,
                       .report = report,
                       .text = report->document.text,
                       .arena = a,
                       .scratch = a,
                       .error = error ? error : &local};
    chancery_status status = find_names(&r);
    return status ? status : scan_choose(&r, chosen);
}
