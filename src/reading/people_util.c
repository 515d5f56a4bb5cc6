/* Small things that the parts of the people stage share: tokens, hits, titles' text, the index.
 *
 * SPDX-License-Identifier: Apache-2.0 */
#include "reading/people.h"

bool people_is_any(const people_work *w, uint32_t token, const char *const *words)
{
    return token < w->token_count && reading_is_any(w->r, token, words);
}

uint32_t people_sentence_end(const people_work *w, uint32_t sentence)
{
    const text_sentence *s = &w->r->report->sentences[sentence];
    return s->first + s->count;
}

bool people_seen(const people_work *w, uint32_t token)
{
    uint64_t key = w->tokens[token].key;
    size_t i = key & (w->seen_size - 1);
    while (w->seen[i] && w->seen[i] != key)
        i = (i + 1) & (w->seen_size - 1);
    return w->seen[i] == key && key != 0;
}

bool people_is_possessive(const people_work *w, uint32_t token)
{
    static const char *const forms[] = {"'s", "’s", "'", "’", NULL};
    const text_token *t = &w->tokens[token];
    return token > 0 && token < w->token_count && t->end - t->start <= 4 &&
           w->tokens[token - 1].end == t->start && people_is_any(w, token, forms);
}

bool people_is_hyphen(const people_work *w, uint32_t token)
{
    static const char *const forms[] = {"-", "‐", "‑", "–", NULL};
    const text_token *t = &w->tokens[token];
    return token > 0 && token + 1 < w->token_count && t->kind == TEXT_PUNCT &&
           w->tokens[token - 1].end == t->start && w->tokens[token + 1].start == t->end &&
           people_is_any(w, token, forms);
}

/** Endings of nouns and adjectives that no surname of note has. */
static bool has_common_ending(slice word)
{
    static const char *const endings[] = {"tion",  "sion",  "ment", "ness",  "ship",  "ance",
                                          "ence",  "ture",  "ties", "ism",   "ics",   "ogy",
                                          "ities", "ional", "hood", "ility", "iency", "ative"};
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
        if (word.len > strlen(endings[i]) + 2 && slice_ends(word, slice_of(endings[i])))
            return true;
    return false;
}

bool people_is_common(const people_work *w, uint32_t token)
{
    if (people_has(w, token, PEOPLE_GIVEN))
        return false;
    return people_has(w, token, PEOPLE_PORTFOLIO | PEOPLE_NEVER | PEOPLE_WEAK | PEOPLE_PERSON) ||
           w->tags[token] == SYNTAX_NNPS || w->tags[token] == SYNTAX_NNS || people_seen(w, token) ||
           has_common_ending(reading_words(w->r, token, 1));
}

const reading_hit *people_hit(const people_work *w, uint32_t token)
{
    int32_t hit = w->r->hit_at[token];
    return hit < 0 ? NULL : &w->r->hits.items[hit];
}

kb_kind people_hit_kind(const people_work *w, const reading_hit *hit)
{
    return kb_entry_at(w->r->engine->kb, hit->entry).kind;
}

bool people_hit_is_state(const people_work *w, const reading_hit *hit)
{
    return people_hit_kind(w, hit) == KB_STATE && hit->kind != KB_BODY && hit->kind != KB_SEAT &&
           hit->kind != KB_CAPITAL;
}

bool people_hit_is_place(const people_work *w, const reading_hit *hit)
{
    return hit->kind == KB_CAPITAL || people_hit_kind(w, hit) == KB_PLACE;
}

slice people_hit_code(const people_work *w, const reading_hit *hit)
{
    return kb_entry_at(w->r->engine->kb, hit->entry).code;
}

bool people_is_rank(const people_work *w, uint32_t token)
{
    static const char *const words[] = {
        "general",   "gen.",      "colonel",    "col.", "captain",  "capt.",
        "major",     "maj.",      "admiral",    "adm.", "marshal",  "brigadier",
        "brig.",     "commodore", "lieutenant", "lt.",  "sergeant", "superintendent",
        "inspector", "constable", NULL};
    slice word = reading_words(w->r, token, 1);
    for (size_t i = 0; words[i]; i++) { /* also "Brigadier-General" */
        slice rank = slice_of(words[i]);
        if (word.len > rank.len && word.ptr[word.len - rank.len - 1] == '-' &&
            slice_equal_ascii_fold(slice_range(word, word.len - rank.len, word.len), rank))
            return true;
    }
    return people_is_any(w, token, words);
}

bool people_is_vessel(const people_work *w, uint32_t token)
{
    static const char *const words[] = {
        "ship",    "frigate", "destroyer", "vessel",     "tanker", "ferry", "carrier",
        "cruiser", "trawler", "submarine", "corvette",   "hms",    "uss",   "freighter",
        "liner",   "yacht",   "airport",   "icebreaker", NULL};
    return token > 0 && people_is_any(w, token - 1, words);
}

static bool is_dropped(const people_title *t, uint32_t token)
{
    for (size_t i = 0; i < t->drop_count; i++)
        if (token >= t->drops[i].first && token < t->drops[i].end)
            return true;
    return false;
}

/** Adds the tokens [first, end) to `text`, in the report's words. */
static chancery_status append(people_work *w, slice *text, uint32_t first, uint32_t end)
{
    slice words = reading_words(w->r, first, end - first);
    bool joined = people_is_possessive(w, first);
    if (text->len == 0) {
        *text = words;
        return CHANCERY_OK;
    }
    return arena_printf(w->r->arena, text, w->r->error, "%.*s%s%.*s", SLICE_ARGS(*text),
                        joined ? "" : " ", SLICE_ARGS(words));
}

/** "Presidents" as the office of one of them. */
static chancery_status singular(people_work *w, const people_title *t, slice *out)
{
    slice core = reading_words(w->r, t->core_end - 1, 1);
    size_t at = slice_find(*out, core);
    if (at == SIZE_MAX || core.len < 4 || core.ptr[core.len - 1] != 's')
        return CHANCERY_OK;
    size_t end = at + core.len;
    bool many = slice_ends(core, SLICE("ies"));
    return arena_printf(w->r->arena, out, w->r->error, "%.*s%s%.*s", (int)(end - (many ? 3 : 1)),
                        out->ptr, many ? "y" : "", (int)(out->len - end), out->ptr + end);
}

/** Adds what of [first, end) is not dropped. */
static chancery_status append_kept(people_work *w, const people_title *t, uint32_t first,
                                   uint32_t limit, slice *text)
{
    chancery_status status = CHANCERY_OK;
    while (!status && first < limit) {
        uint32_t end = first;
        while (end < limit && !is_dropped(t, end))
            end++;
        if (end > first)
            status = append(w, text, first, end);
        first = end;
        while (first < limit && is_dropped(t, first))
            first++;
    }
    return status;
}

chancery_status people_title_text(people_work *w, const people_title *t, slice *out)
{
    slice text = t->deed;
    chancery_status status = append_kept(w, t, t->deed.len ? t->core_end : t->first, t->end, &text);
    if (!status && t->plural && text.len)
        status = singular(w, t, &text);
    if (!status && t->portfolio)
        status = arena_printf(w->r->arena, &text, w->r->error, "%.*s minister", SLICE_ARGS(text));
    *out = text;
    return status;
}

chancery_status people_title_text_behind(people_work *w, const people_title *t, uint32_t token,
                                         slice *text)
{
    people_title whole;
    return people_complement_behind(w, t, token, &whole)
               ? append_kept(w, &whole, token, whole.end, text)
               : CHANCERY_OK;
}

size_t people_distance(slice a, slice b, size_t limit)
{
    enum { LONGEST = 32 };
    size_t rows[3][LONGEST + 1];
    if (a.len > LONGEST || b.len > LONGEST ||
        (a.len > b.len ? a.len - b.len : b.len - a.len) > limit)
        return limit + 1;
    for (size_t j = 0; j <= b.len; j++)
        rows[0][j] = j;
    for (size_t i = 1; i <= a.len; i++) {
        size_t *row = rows[i % 3], *above = rows[(i + 2) % 3], *before = rows[(i + 1) % 3];
        row[0] = i;
        for (size_t j = 1; j <= b.len; j++) {
            size_t best = above[j - 1] + (a.ptr[i - 1] != b.ptr[j - 1]);
            best = above[j] + 1 < best ? above[j] + 1 : best;
            best = row[j - 1] + 1 < best ? row[j - 1] + 1 : best;
            bool swap =
                i > 1 && j > 1 && a.ptr[i - 1] == b.ptr[j - 2] && a.ptr[i - 2] == b.ptr[j - 1];
            row[j] = swap && before[j - 2] + 1 < best ? before[j - 2] + 1 : best;
        }
    }
    size_t distance = rows[a.len % 3][b.len];
    return distance > limit ? limit + 1 : distance;
}

chancery_status people_index_init(people_work *w, people_index *x, size_t keys)
{
    x->size = 64;
    while (x->size < keys * 2)
        x->size *= 2;
    x->keys = arena_alloc(w->r->scratch, x->size, sizeof *x->keys, w->r->error);
    x->heads = arena_alloc(w->r->scratch, x->size, sizeof *x->heads, w->r->error);
    return x->keys && x->heads ? CHANCERY_OK : w->r->error->status;
}

/** The slot of a key; its own or a free one. The table is never more than half full. */
static size_t slot_of(const people_index *x, uint64_t key)
{
    size_t i = (key ^ key >> 29) & (x->size - 1);
    while (x->keys[i] && x->keys[i] != key)
        i = (i + 1) & (x->size - 1);
    return i;
}

chancery_status people_index_add(people_work *w, people_index *x, uint64_t key, uint32_t value)
{
    size_t i = slot_of(x, key | 1);
    if (!x->keys[i] && (x->used + 1) * 2 > x->size)
        return CHANCERY_OK; /* sized for all parts of all names: never reached */
    people_range *item = array_push(&x->items, w->r->scratch, w->r->error);
    if (!item)
        return w->r->error->status;
    *item = (people_range){value, x->heads[i]};
    x->used += x->keys[i] == 0;
    x->keys[i] = key | 1;
    x->heads[i] = (uint32_t)x->items.count;
    return CHANCERY_OK;
}

uint32_t people_index_find(const people_index *x, uint64_t key)
{
    size_t i = slot_of(x, key | 1);
    return x->keys[i] ? x->heads[i] : 0;
}
