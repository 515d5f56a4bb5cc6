/* Sentences with their trees, for tests: CoNLL-U, or its short form with a line for each word of
 * form, XPOS, head and relation.
 *
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef TESTS_UNIT_TREE_FIXTURE_H
#define TESTS_UNIT_TREE_FIXTURE_H

#include "syntax/from_tree.h"
#include "syntax/inner.h"

enum { TREE_TEXT_BYTES = 1 << 16, TREE_WORDS = 1024, TREE_COLUMNS = 10 };

typedef struct tree_text {
    char bytes[TREE_TEXT_BYTES];
    size_t size;
    text_token tokens[TREE_WORDS];
    syntax_word words[TREE_WORDS];
    int16_t head[TREE_WORDS];
    uint8_t relation[TREE_WORDS];
    size_t count;
} tree_text;

static inline slice tree_form(const tree_text *t, size_t i)
{
    return (slice){t->bytes + t->tokens[i].start, t->tokens[i].end - t->tokens[i].start};
}

static inline bool tree_among(slice form, const char *const *list)
{
    for (; *list; list++)
        if (slice_is(form, *list))
            return true;
    return false;
}

static inline void tree_describe(tree_text *t, size_t i, bool space)
{
    text_token *token = &t->tokens[i];
    slice form = tree_form(t, i);
    bool letter = false, digit = false, small = false;
    for (size_t k = 0; k < form.len; k++) {
        unsigned char c = (unsigned char)form.ptr[k];
        letter |= (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c >= 0xc3;
        small |= c >= 'a' && c <= 'z';
        digit |= c >= '0' && c <= '9';
    }
    bool capital = form.len && form.ptr[0] >= 'A' && form.ptr[0] <= 'Z';
    token->kind = letter ? TEXT_WORD : digit ? TEXT_NUMBER : TEXT_PUNCT;
    token->flags = (uint8_t)((capital ? TEXT_CAPITAL : 0) | (space ? TEXT_SPACE_AFTER : 0) |
                             (capital && !small && form.len > 1 ? TEXT_UPPER : 0));
    token->key = text_key(form);
}

/* The line's columns. @return how many. */
static inline size_t tree_columns(slice line, slice column[TREE_COLUMNS])
{
    bool full = slice_find(line, SLICE("\t")) != SIZE_MAX;
    size_t count = 0;
    slice part;
    while (count < TREE_COLUMNS && slice_next(&line, full ? '\t' : ' ', &part))
        if (full || part.len)
            column[count++] = part;
    return count;
}

static inline int16_t tree_number(slice s)
{
    int n = 0;
    for (size_t i = 0; i < s.len && s.ptr[i] >= '0' && s.ptr[i] <= '9' && n < 10000; i++)
        n = 10 * n + (s.ptr[i] - '0');
    return (int16_t)(n - 1);
}

/* Adds the word of a line. @return false where it has none (a comment, a multiword token). */
static inline bool tree_add(tree_text *t, const syntax_lemmas *lemmas, slice line, arena *a)
{
    static const char *const closers[] = {",",  ".",   ";", ":", "?", "!", ")",
                                          "'s", "n't", "'", "”", "%", NULL};
    static const char *const openers[] = {"(", "“", "$", NULL};
    slice column[TREE_COLUMNS];
    chancery_error error;
    size_t count = tree_columns(line, column);
    bool full = count == TREE_COLUMNS;
    if (line.len == 0 || line.ptr[0] == '#' || t->count == TREE_WORDS || count < 4 ||
        (full && slice_find(column[0], SLICE("-")) != SIZE_MAX) ||
        (full && slice_find(column[0], SLICE(".")) != SIZE_MAX))
        return false;
    slice form = column[full ? 1 : 0];
    size_t i = t->count++;
    if (t->size + form.len + 2 > TREE_TEXT_BYTES)
        return false;
    if (!full && i > 0 && tree_among(form, closers) && t->size == t->tokens[i - 1].end + 1u) {
        t->size--;
        t->tokens[i - 1].flags &= (uint8_t)~TEXT_SPACE_AFTER;
    }
    bool space = full ? slice_find(column[9], SLICE("SpaceAfter=No")) == SIZE_MAX
                      : !tree_among(form, openers);
    memcpy(t->bytes + t->size, form.ptr, form.len);
    t->tokens[i].start = (uint32_t)t->size;
    t->tokens[i].end = (uint32_t)(t->size += form.len);
    if (space)
        t->bytes[t->size++] = ' ';
    tree_describe(t, i, space);
    t->head[i] = tree_number(column[full ? 6 : 2]);
    t->relation[i] = (uint8_t)tree_relation_of(column[full ? 7 : 3]);
    t->words[i].tag = (uint8_t)tree_tag_of(column[full ? 4 : 1]);
    if (full || count > 4) {
        if (arena_dup(a, column[full ? 2 : 4], &t->words[i].lemma, &error))
            return false;
        t->words[i].lemma_key = text_key(t->words[i].lemma);
    } else if (lemma_word(lemmas, (slice){t->bytes, t->size}, &t->tokens[i], a, &t->words[i],
                          &error)) {
        return false;
    }
    return true;
}

static inline tree_input tree_of(tree_text *t, bool title)
{
    return (tree_input){
        (slice){t->bytes, t->size}, t->tokens, t->words, t->count, title, t->head, t->relation};
}

#endif
