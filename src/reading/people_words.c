/* What each token of the report is to names and titles, and which lines are set in title case.
 *
 * SPDX-License-Identifier: Apache-2.0 */
#include "reading/lexicon.h"

/** "J.", "K.P.", "J": letters each with a full stop, or one capital alone. */
static bool is_initial(slice word)
{
    if (word.len == 1)
        return word.ptr[0] >= 'A' && word.ptr[0] <= 'Z';
    if (word.len == 0 || word.len > 8 || word.ptr[word.len - 1] != '.')
        return false;
    size_t letters = 0;
    for (size_t i = 0; i + 1 < word.len; i++) {
        bool stop = word.ptr[i] == '.';
        if (stop && letters == 0)
            return false;
        letters = stop ? 0 : letters + 1;
        if (letters > 2 || (!stop && letters == 1 && word.ptr[i] >= 'a' && word.ptr[i] <= 'z'))
            return false;
    }
    return letters == 1 || (word.len == 3 && (word.ptr[1] & 0x20)); /* "Yu." */
}

/** "d'Arcy": small letters that an apostrophe joins to a name. */
static bool has_elision(slice word)
{
    size_t after = word.len > 2 && word.ptr[1] == '\'' ? 2 : 0;
    if (word.len > 4 && memcmp(word.ptr + 1, "\xe2\x80\x99", 3) == 0)
        after = 4;
    return after && word.ptr[after] >= 'A' && word.ptr[after] <= 'Z';
}

static uint32_t token_flags(const people_work *w, uint32_t i)
{
    const text_token *t = &w->tokens[i];
    slice bytes = slice_range(w->r->text, t->start, t->end);
    if (t->kind != TEXT_WORD)
        return 0;
    const people_lexicon *lexicon = &w->r->lexicon->people;
    size_t slot = people_slot(lexicon, t->key);
    bool listed = bytes.len <= PEOPLE_LONGEST_WORD && lexicon->slots[slot].key == t->key;
    uint32_t flags = listed ? lexicon->slots[slot].word : 0;
    if (!(t->flags & TEXT_CAPITAL) && !has_elision(bytes))
        return flags;
    flags |= PEOPLE_CAPITAL | (listed ? lexicon->slots[slot].given : 0);
    if (is_initial(bytes) && !(flags & (PEOPLE_MR | PEOPLE_STYLE | PEOPLE_FUNCTION)))
        flags |= PEOPLE_INITIAL;
    return flags;
}

static void note_seen(people_work *w, uint64_t key)
{
    if (w->seen_used * 4 >= w->seen_size * 3)
        return;
    size_t i = key & (w->seen_size - 1);
    while (w->seen[i] && w->seen[i] != key)
        i = (i + 1) & (w->seen_size - 1);
    w->seen_used += w->seen[i] == 0;
    w->seen[i] = key;
}

/** Whether a line is set in title case: no full stop, nearly all longer words with a capital. */
static bool is_heading(const people_work *w, const text_sentence *s)
{
    uint32_t words = 0, capitals = 0;
    for (uint32_t i = s->first; i < s->first + s->count; i++) {
        bool counts = w->tokens[i].kind == TEXT_WORD && !people_has(w, i, PEOPLE_FUNCTION) &&
                      w->tokens[i].end - w->tokens[i].start > 2;
        words += counts;
        capitals += counts && people_has(w, i, PEOPLE_CAPITAL);
    }
    slice last = reading_words(w->r, s->first + s->count - 1, 1);
    bool stop = last.len == 1 && strchr(".!?;:\"", last.ptr[0]) && last.ptr[0];
    return words >= 3 && capitals * 10 >= words * 7 && (!stop || s->title);
}

static void mark_sentence(people_work *w, uint32_t sentence)
{
    const text_sentence *s = &w->r->report->sentences[sentence];
    const syntax_sentence *parsed = &w->r->parsed[sentence];
    for (uint32_t k = 0; k < s->count; k++) {
        uint32_t i = s->first + k;
        w->flags[i] = token_flags(w, i);
        w->tags[i] = k < parsed->word_count ? parsed->words[k].tag : (uint8_t)SYNTAX_OTHER;
        w->title_at[i] = w->name_at[i] = -1;
        if (w->tokens[i].kind == TEXT_WORD && !people_has(w, i, PEOPLE_CAPITAL))
            note_seen(w, w->tokens[i].key);
    }
    w->headings[sentence] = is_heading(w, s);
}

chancery_status people_mark_words(people_work *w)
{
    reading_state *r = w->r;
    size_t n = (size_t)w->token_count + 1;
    chancery_status status = reading_take_lexicon(r);
    if (status)
        return status;
    w->seen_size = 64;
    while (w->seen_size < n / 2)
        w->seen_size *= 2;
    w->flags = arena_alloc(r->scratch, n, sizeof *w->flags, r->error);
    w->tags = arena_alloc(r->scratch, n, sizeof *w->tags, r->error);
    w->title_at = arena_alloc(r->scratch, n, sizeof *w->title_at, r->error);
    w->name_at = arena_alloc(r->scratch, n, sizeof *w->name_at, r->error);
    w->seen = arena_alloc(r->scratch, w->seen_size, sizeof *w->seen, r->error);
    w->headings =
        arena_alloc(r->scratch, r->report->sentence_count + 1, sizeof *w->headings, r->error);
    if (!w->flags || !w->tags || !w->title_at || !w->name_at || !w->seen || !w->headings)
        return r->error->status;
    for (uint32_t i = 0; i < r->report->sentence_count; i++)
        mark_sentence(w, i);
    return CHANCERY_OK;
}
