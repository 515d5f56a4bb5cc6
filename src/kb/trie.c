/* Building the tries of the knowledge base.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * Names are cut by the tokeniser that cuts reports, so what it does to hyphens, apostrophes and
 * full stops is the same on both sides. But it cuts a word by what stands around it; so every name
 * is cut in several ways, and each that differs gets its own path:
 *
 *     alone in a paragraph, as in a title: the full stop of "Inc." at the end may be the sentence's
 *     inside a sentence, "by NAME and": there it is the word's
 *     both with a dash (U+2013) for each hyphen: "pro-government" is one word, with the dash it is
 * three
 *
 * All ways are written into one text, a paragraph each, and cut a megabyte at a time. */
#include <assert.h>
#include <stdlib.h>

#include "base/error.h"
#include "kb/compile.h"

enum {
    TEXT_BYTES = 1 << 20,
    WAY_BYTES = 4 * KB_MAX_NAME_BYTES + 256, /* no way to write a value takes more */
    FIRST_EDGES = 1 << 5,                    /* a power of two */
    FILTER_BITS_PER_KEY = 16,
    FIRST_FILTER_WORDS = 8,
};

/* A way to write a value: a range of the text. */
typedef struct phrase {
    uint32_t start;
    uint32_t end;
    uint32_t value;
} phrase;

/* An item and the value that it comes from, in a list of its node's. */
typedef struct built_item {
    kb_item item;
    uint32_t value;
    uint32_t next; /* index + 1, or 0 */
} built_item;

typedef struct built_node {
    uint32_t first; /* index + 1 of its first item, or 0 */
    uint32_t count;
} built_node;

typedef struct builder {
    kb_compiler *compiler;
    arena scratch; /* for the tokens of one text */
    char *text;    /* [TEXT_BYTES] */
    size_t length;
    ARRAY(phrase) phrases;
    ARRAY(built_node) nodes;
    ARRAY(built_item) items;
    kb_edge *edges; /* [edge_count] */
    size_t edge_count;
    size_t edges_used;
} builder;

/* ---- edges ---- */

static kb_edge *edge_place(kb_edge *edges, size_t count, uint32_t parent, uint64_t key)
{
    size_t at = (size_t)kb_edge_hash(parent, key);
    for (;; at++) {
        kb_edge *edge = &edges[at & (count - 1)];
        if (edge->child == 0 || (edge->key == key && edge->parent == parent))
            return edge;
    }
}

/* Keeps two fifths of the places empty. */
static chancery_status make_room_for_edge(builder *b)
{
    assert(b->edges || b->edge_count == 0);
    if (b->edge_count && b->edges_used + 1 <= b->edge_count / 5 * 3)
        return CHANCERY_OK;
    size_t larger = b->edge_count ? b->edge_count * 2 : FIRST_EDGES;
    kb_edge *edges = arena_alloc(b->compiler->arena, larger, sizeof *edges, b->compiler->error);
    if (!edges)
        return kb_failed(b->compiler);
    for (size_t i = 0; i < b->edge_count; i++)
        if (b->edges[i].child)
            *edge_place(edges, larger, b->edges[i].parent, b->edges[i].key) = b->edges[i];
    b->edges = edges;
    b->edge_count = larger;
    return CHANCERY_OK;
}

/* Goes from *node along `key`, over a new edge where there is none. */
static chancery_status follow(builder *b, uint64_t key, uint32_t *node)
{
    kb_compiler *c = b->compiler;
    chancery_status status = make_room_for_edge(b);
    if (status != CHANCERY_OK)
        return status;
    kb_edge *edge = edge_place(b->edges, b->edge_count, *node, key);
    if (edge->child == 0) {
        if (b->nodes.count >= UINT32_MAX)
            return error_set(c->error, CHANCERY_E_LIMIT, "too many names; split the data");
        *edge = (kb_edge){key, *node, (uint32_t)b->nodes.count};
        b->edges_used++;
        const built_node *added = array_push(&b->nodes, c->arena, c->error);
        if (!added)
            return kb_failed(c);
    }
    *node = edge->child;
    return CHANCERY_OK;
}

/* ---- items ---- */

static const kb_value *value_at(const builder *b, uint32_t index)
{
    return &b->compiler->values.items[index];
}

static chancery_status fail_twice(builder *b, uint32_t value, uint32_t other, const char *what)
{
    const kb_value *v = value_at(b, value);
    const kb_value *o = value_at(b, other);
    kb_compiler *c = b->compiler;
    return kb_fail(c, v->at, CHANCERY_E_FORMAT, "'%.*s' %s (%.*s:%u); take one away",
                   SLICE_ARGS(v->text), what, SLICE_ARGS(c->sources[o->at.source].name),
                   o->at.line);
}

static bool is_weaker(uint64_t need, uint64_t than)
{
    return (need & ~than) == 0;
}

/* Kinds that mean the entry itself, so that one of them in a hit is enough. */
static bool is_own_name(uint8_t kind)
{
    return kind == KB_NAME || kind == KB_FORMAL || kind == KB_ABBREVIATION;
}

/* Puts a name beside another one of the same node. *done: the other one serves for both. */
static chancery_status meet_name(builder *b, built_item *other, uint32_t value, uint64_t need,
                                 bool *done)
{
    const kb_value *v = value_at(b, value);
    const kb_value *o = value_at(b, other->value);
    bool same_kind = o->kind == v->kind;
    if (o->entry != v->entry || !(same_kind || (is_own_name(o->kind) && is_own_name(v->kind))))
        return CHANCERY_OK;
    if (other->value != value && same_kind && !v->made && !o->made && slice_equal(v->text, o->text))
        return fail_twice(b, value, other->value, "stands twice");
    if (memcmp(o->sector, v->sector, sizeof v->sector) != 0)
        return CHANCERY_OK;
    *done = is_weaker(other->item.need, need);
    if (!*done && is_weaker(need, other->item.need)) {
        other->item.need = need; /* "Nato" beside "NATO" matches both */
        other->item.kind = v->kind;
        *done = true;
    }
    return CHANCERY_OK;
}

/* The same for titles and words, of which a node has one meaning. */
static chancery_status meet_title(builder *b, built_item *other, uint32_t value, bool *done)
{
    const kb_value *v = value_at(b, value);
    const kb_value *o = value_at(b, other->value);
    bool same = v->rank == o->rank && v->flags == o->flags &&
                memcmp(v->sector, o->sector, sizeof v->sector) == 0;
    *done = true;
    if (other->value == value)
        return CHANCERY_OK;
    if (!same && v->made == o->made)
        return fail_twice(b, value, other->value, "has another meaning already");
    if (!v->made && slice_equal(v->text, o->text))
        return fail_twice(b, value, other->value, "stands twice");
    return CHANCERY_OK;
}

static chancery_status add_item(builder *b, uint32_t node, uint32_t value, uint64_t need)
{
    kb_compiler *c = b->compiler;
    const kb_value *v = value_at(b, value);
    for (uint32_t i = b->nodes.items[node].first; i; i = b->items.items[i - 1].next) {
        built_item *other = &b->items.items[i - 1];
        bool done = false;
        bool name = v->root == KB_ROOT_NAMES || v->root == KB_ROOT_PEOPLE;
        chancery_status status =
            name ? meet_name(b, other, value, need, &done) : meet_title(b, other, value, &done);
        if (status != CHANCERY_OK || done)
            return status;
    }
    if (b->nodes.items[node].count == KB_MAX_NAMESAKES)
        return kb_fail(c, v->at, CHANCERY_E_LIMIT,
                       "more than %d entries are called '%.*s'; take the least of them away",
                       KB_MAX_NAMESAKES, SLICE_ARGS(v->text));
    built_item *added = array_push(&b->items, c->arena, c->error);
    if (!added)
        return kb_failed(c);
    added->item = (kb_item){
        .need = need, .entry = v->entry, .kind = v->kind, .rank = v->rank, .flags = v->flags};
    memcpy(added->item.sector, v->sector, sizeof v->sector);
    added->value = value;
    added->next = b->nodes.items[node].first;
    b->nodes.items[node].first = (uint32_t)b->items.count;
    b->nodes.items[node].count++;
    return CHANCERY_OK;
}

/* ---- tokens ---- */

static bool has_two_capitals(slice token)
{
    size_t count = 0;
    for (size_t i = 0; i < token.len; i++)
        count += token.ptr[i] >= 'A' && token.ptr[i] <= 'Z';
    return count >= 2;
}

/* What case a text must show at token `i`, where the data has `token`. */
static uint64_t need_of(const builder *b, const kb_value *value, const text_token *token, size_t i)
{
    if (token->flags & TEXT_UPPER)
        return kb_capital_bit(i) | kb_upper_bit(i);
    slice bytes = {b->text + token->start, token->end - token->start};
    if (i == 0 && slice_equal(bytes, SLICE("The")))
        return 0; /* "The Hague" is "the Hague" too, but never "Hague" */
    bool heeds =
        value->root == KB_ROOT_NAMES || value->root == KB_ROOT_PEOPLE || has_two_capitals(bytes);
    return heeds && (token->flags & TEXT_CAPITAL) ? kb_capital_bit(i) : 0;
}

/* The phrase's tokens: [*first, *first + *count) of `tokens`. @return false where one reaches out
 * of it. */
static bool tokens_of(const builder *b, const phrase *p, const text_token *tokens, size_t total,
                      size_t *first, size_t *count)
{
    size_t i = *first;
    while (i < total && tokens[i].end <= p->start)
        i++;
    *first = i;
    bool whole = i < total && tokens[i].start >= p->start;
    while (i < total && tokens[i].end <= p->end)
        i++;
    *count = i - *first;
    if (i < total && tokens[i].start < p->end)
        return false;
    /* A full stop that became a token ends a sentence; it is no part of the name. */
    if (*count > 1 && tokens[i - 1].end - tokens[i - 1].start == 1 &&
        b->text[tokens[i - 1].start] == '.')
        --*count;
    return whole;
}

static bool has_word(const text_token *tokens, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (tokens[i].kind == TEXT_WORD || tokens[i].kind == TEXT_NUMBER)
            return true;
    return false;
}

static chancery_status add_phrase(builder *b, const phrase *p, const text_token *tokens,
                                  size_t count)
{
    kb_compiler *c = b->compiler;
    const kb_value *value = value_at(b, p->value);
    if (!has_word(tokens, count))
        return kb_fail(c, value->at, CHANCERY_E_FORMAT,
                       "'%.*s' has no word or number in it; correct it", SLICE_ARGS(value->text));
    if (count > KB_MAX_NAME_TOKENS)
        return kb_fail(c, value->at, CHANCERY_E_LIMIT, "'%.*s' has more than %d words; shorten it",
                       SLICE_ARGS(value->text), KB_MAX_NAME_TOKENS);
    uint32_t node = value->root;
    uint64_t need = 0;
    for (size_t i = 0; i < count; i++) {
        need |= need_of(b, value, &tokens[i], i);
        chancery_status status = follow(b, tokens[i].key, &node);
        if (status != CHANCERY_OK)
            return status;
    }
    return add_item(b, node, p->value, need);
}

/* Cuts the text that is written so far and adds its phrases. */
static chancery_status flush(builder *b)
{
    text_report report = {0};
    arena_reset(&b->scratch);
    chancery_status status =
        text_segment((slice){b->text, b->length}, &b->scratch, &report, b->compiler->error);
    size_t first = 0;
    for (size_t i = 0; status == CHANCERY_OK && i < b->phrases.count; i++) {
        size_t count;
        const phrase *p = &b->phrases.items[i];
        if (tokens_of(b, p, report.tokens, report.token_count, &first, &count))
            status = add_phrase(b, p, report.tokens + first, count);
    }
    b->length = 0;
    b->phrases.count = 0;
    return status;
}

/* ---- ways to write ---- */

static void write_bytes(builder *b, slice s)
{
    memcpy(b->text + b->length, s.ptr, s.len);
    b->length += s.len;
}

/* Writes a paragraph with `name` between `before` and `after`; `dashed`: with dashes for its
 * hyphens. */
static chancery_status write_way(builder *b, uint32_t value, slice before, slice name, slice after,
                                 bool dashed)
{
    if (b->length + WAY_BYTES > TEXT_BYTES) {
        chancery_status status = flush(b);
        if (status != CHANCERY_OK)
            return status;
    }
    phrase *p = array_push(&b->phrases, b->compiler->arena, b->compiler->error);
    if (!p)
        return kb_failed(b->compiler);
    write_bytes(b, before);
    p->value = value;
    p->start = (uint32_t)b->length;
    for (size_t i = 0; i < name.len; i++) {
        bool hyphen = dashed && name.ptr[i] == '-';
        write_bytes(b, hyphen ? SLICE("\xE2\x80\x93") : slice_range(name, i, i + 1));
    }
    p->end = (uint32_t)b->length;
    write_bytes(b, after);
    write_bytes(b, SLICE("\n\n"));
    return CHANCERY_OK;
}

static chancery_status write_value(builder *b, uint32_t index)
{
    slice name = value_at(b, index)->text;
    if (slice_starts(name, SLICE("the ")))
        name = slice_trim(slice_range(name, 4, name.len));
    bool hyphens = slice_find(name, SLICE("-")) != SIZE_MAX;
    chancery_status status = CHANCERY_OK;
    for (int dashed = 0; status == CHANCERY_OK && dashed <= hyphens; dashed++) {
        status = write_way(b, index, SLICE(""), name, SLICE(""), dashed);
        if (status == CHANCERY_OK)
            status = write_way(b, index, SLICE("by "), name, SLICE(" and"), dashed);
    }
    return status;
}

/* What is written out goes first: what is made from it gives way. */
static chancery_status write_values(builder *b, bool made)
{
    chancery_status status = CHANCERY_OK;
    for (size_t i = 0; status == CHANCERY_OK && i < b->compiler->values.count; i++)
        if (b->compiler->values.items[i].made == made)
            status = write_value(b, (uint32_t)i);
    return status == CHANCERY_OK ? flush(b) : status;
}

/* ---- the finished tables ---- */

static int by_value(const void *left, const void *right)
{
    uint32_t a = ((const built_item *)left)->value;
    uint32_t b = ((const built_item *)right)->value;
    return (a > b) - (a < b);
}

/* Lays the items of each node together, in the order of the data. */
static chancery_status lay_items(builder *b, kb_trie *out)
{
    kb_compiler *c = b->compiler;
    built_item *own = arena_alloc(c->arena, KB_MAX_NAMESAKES, sizeof *own, c->error);
    if (!own)
        return kb_failed(c);
    for (size_t n = 0; n < b->nodes.count; n++) {
        kb_node *node = array_push(&out->nodes, c->arena, c->error);
        if (!node)
            return kb_failed(c);
        node->first = (uint32_t)out->items.count;
        for (uint32_t i = b->nodes.items[n].first; i; i = b->items.items[i - 1].next)
            own[node->count++] = b->items.items[i - 1];
        qsort(own, node->count, sizeof *own, by_value);
        for (uint32_t i = 0; i < node->count; i++) {
            kb_item *item = array_push(&out->items, c->arena, c->error);
            if (!item)
                return kb_failed(c);
            *item = own[i].item;
        }
    }
    return CHANCERY_OK;
}

static chancery_status make_filter(builder *b, kb_trie *out)
{
    size_t keys = 0;
    for (size_t i = 0; i < b->edge_count; i++)
        keys += b->edges[i].child && b->edges[i].parent < KB_ROOT_COUNT;
    out->filter_words = FIRST_FILTER_WORDS;
    while (out->filter_words * 64 < keys * FILTER_BITS_PER_KEY)
        out->filter_words *= 2;
    out->filter =
        arena_alloc(b->compiler->arena, out->filter_words, sizeof *out->filter, b->compiler->error);
    if (!out->filter)
        return kb_failed(b->compiler);
    for (size_t i = 0; i < b->edge_count; i++) {
        const kb_edge *edge = &b->edges[i];
        if (!edge->child || edge->parent >= KB_ROOT_COUNT)
            continue;
        uint64_t hash = kb_edge_hash(edge->parent, edge->key);
        out->filter[kb_filter_word(hash, out->filter_words)] |= kb_filter_bits(hash);
    }
    return CHANCERY_OK;
}

chancery_status kb_build_trie(kb_compiler *c, kb_trie *out)
{
    builder b = {.compiler = c};
    arena_init(&b.scratch, (size_t)1 << 30);
    b.text = arena_alloc(c->arena, TEXT_BYTES, 1, c->error);
    chancery_status status = b.text ? make_room_for_edge(&b) : kb_failed(c);
    for (size_t i = 0; status == CHANCERY_OK && i < KB_ROOT_COUNT; i++) {
        const built_node *root = array_push(&b.nodes, c->arena, c->error);
        if (!root)
            status = kb_failed(c);
    }
    if (status == CHANCERY_OK)
        status = write_values(&b, false);
    if (status == CHANCERY_OK)
        status = write_values(&b, true);
    if (status == CHANCERY_OK)
        status = lay_items(&b, out);
    if (status == CHANCERY_OK)
        status = make_filter(&b, out);
    out->edges = b.edges;
    out->edge_count = b.edge_count;
    arena_clear(&b.scratch);
    return status;
}
