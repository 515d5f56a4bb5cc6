/* Words of a sentence under way, and the memory of its parse.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * All memory is taken at the start by the number of words; the stages only fill it. */
#include "syntax/parse.h"
#include "base/error.h"

slice form_at(const parse *p, size_t i)
{
    return slice_range(p->text, p->tokens[i].start, p->tokens[i].end);
}

slice lower_at(const parse *p, size_t i, char out[LOWER_BYTES])
{
    slice form = i < p->count ? form_at(p, i) : (slice){"", 0};
    size_t bytes = form.len < LOWER_BYTES ? form.len : LOWER_BYTES;
    for (size_t k = 0; k < bytes; k++) {
        char c = form.ptr[k];
        out[k] = c >= 'A' && c <= 'Z' ? (char)(c + 'a' - 'A') : c;
    }
    return (slice){out, bytes};
}

bool word_is_whole(const parse *p, size_t i, const char *lower)
{
    slice form = form_at(p, i);
    for (size_t k = 0; k < form.len; k++) {
        char c = form.ptr[k];
        if (!lower[k] || (c >= 'A' && c <= 'Z' ? c + 'a' - 'A' : c) != lower[k])
            return false;
    }
    return !lower[form.len];
}

bool lemma_is(const parse *p, size_t i, const char *lemma)
{
    return i < p->count && slice_is(p->words[i].lemma, lemma);
}

bool is_comma(const parse *p, size_t i)
{
    return i < p->count && slice_equal(form_at(p, i), SLICE(","));
}

static bool among(slice form, const char *const *list, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (slice_is(form, list[i]))
            return true;
    return false;
}

bool is_quote(const parse *p, size_t i)
{
    static const char *const quotes[] = {"\"", "“", "”", "„", "``", "''", "«", "»"};
    static const char *const single[] = {"‘", "’", "'"};
    if (i >= p->count || p->tokens[i].kind == TEXT_WORD)
        return false;
    slice form = form_at(p, i);
    return among(form, quotes, sizeof quotes / sizeof *quotes) ||
           (tag_at(p, i) == SYNTAX_PUNCT && among(form, single, sizeof single / sizeof *single));
}

bool is_break(const parse *p, size_t i)
{
    static const char *const breaks[] = {".", ":", ";", "?", "!", "…", "...", "•", "|"};
    return i < p->count && p->tokens[i].kind != TEXT_WORD &&
           among(form_at(p, i), breaks, sizeof breaks / sizeof *breaks);
}

bool is_dash(const parse *p, size_t i)
{
    static const char *const dashes[] = {"-", "–", "—", "--"};
    return i < p->count && i > 0 && among(form_at(p, i), dashes, sizeof dashes / sizeof *dashes) &&
           ((p->tokens[i - 1].flags & TEXT_SPACE_AFTER) || form_at(p, i).len > 1) &&
           p->phrase_of[i] == NONE;
}

/* Flags of nouns; no word is in a phrase, group or frame. */
static void find_nouns(parse *p)
{
    for (size_t i = 0; i < p->count; i++) {
        if (tag_in(tag_at(p, i), NOUN_TAGS)) {
            char lower[LOWER_BYTES];
            slice word = lower_at(p, i, lower);
            unsigned flags = noun_flags(word);
            if (!flags && word.len > 2 && word.ptr[word.len - 1] == 's')
                flags = noun_flags((slice){word.ptr, word.len - 1});
            p->noun[i] = (uint8_t)flags;
        }
        p->phrase_of[i] = p->group_of[i] = p->owner[i] = NONE;
    }
}

/* One piece of memory for an array of the parse, or NULL; `ok` is cleared where one fails. */
static void *room(arena *a, size_t count, size_t bytes, bool *ok, chancery_error *error)
{
    void *piece = *ok ? arena_alloc(a, count, bytes, error) : NULL;
    *ok = piece != NULL;
    return piece;
}

chancery_status parse_prepare(parse *p, arena *a, chancery_error *error)
{
    bool ok = true;
    size_t n = p->count;
    p->noun = room(a, n, sizeof *p->noun, &ok, error);
    p->phrases = room(a, n, sizeof *p->phrases, &ok, error);
    p->kinds = room(a, n, sizeof *p->kinds, &ok, error);
    p->phrase_of = room(a, n, sizeof *p->phrase_of, &ok, error);
    p->groups = room(a, n, sizeof *p->groups, &ok, error);
    p->group_of = room(a, n, sizeof *p->group_of, &ok, error);
    p->frames = room(a, n, sizeof *p->frames, &ok, error);
    p->owner = room(a, n, sizeof *p->owner, &ok, error);
    p->obliques = room(a, n, sizeof *p->obliques, &ok, error);
    if (!ok)
        return error ? error->status : CHANCERY_E_MEMORY;
    find_nouns(p);
    return CHANCERY_OK;
}

chancery_status spread_phrases(const parse *p, size_t count, arena *a, syntax_sentence *out,
                               chancery_error *error)
{
    out->phrase_of = p->phrase_of;
    if (count == p->count)
        return CHANCERY_OK;
    int16_t *all = arena_alloc(a, count, sizeof *all, error);
    if (!all)
        return error ? error->status : CHANCERY_E_MEMORY;
    for (size_t i = 0; i < count; i++)
        all[i] = i < p->count ? p->phrase_of[i] : NONE;
    out->phrase_of = all;
    return CHANCERY_OK;
}
