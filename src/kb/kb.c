/* Knowledge base: opening a compiled one, and finding names in text.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * The file is mapped and used where it lies. At open every index in it is checked once, in one pass
 * over each section; a walk then needs no check: it makes at most KB_MAX_NAME_TOKENS steps, and the
 * table of edges is known to have an empty place where a probe ends. */
#include "kb/kb.h"

#include <assert.h>

#include "base/error.h"
#include "base/hash.h"
#include "base/memory.h"
#include "kb/lookup.h"

static const char KIND[4] = {'K', 'B', ' ', ' '};

/* A capital that no row of places.tsv gives is taken to have this many people against its
 * namesakes. */
enum { CAPITAL_POPULATION = 500000, PROBE_ARENA_BYTES = 1 << 20 };

/* ---- open ---- */

static chancery_status impossible(const char *what, chancery_error *error)
{
    return error_set(error, CHANCERY_E_FORMAT,
                     "the knowledge base is damaged: %s; compile it again", what);
}

static bool is_power_of_two(size_t n)
{
    return n != 0 && (n & (n - 1)) == 0;
}

static bool code_is_sound(const char code[4], bool may_be_empty)
{
    if (code[3] != '\0')
        return false;
    if (code[0] == '\0')
        return may_be_empty && code[1] == '\0' && code[2] == '\0';
    for (size_t i = 0; i < 3; i++)
        if (code[i] < 'A' || code[i] > 'Z')
            return false;
    return true;
}

static bool string_is_sound(kb_string s, size_t size)
{
    return s.offset <= size && s.length <= size - s.offset;
}

static chancery_status check_entries(const kb *k, size_t string_bytes, chancery_error *error)
{
    if (k->entry_count == 0 || k->entry_count >= KB_AMBIGUOUS)
        return impossible("it has no entries", error);
    for (size_t i = 0; i < k->entry_count; i++) {
        const kb_record *r = &k->entries[i];
        if (!string_is_sound(r->id, string_bytes) || !string_is_sound(r->name, string_bytes) ||
            !code_is_sound(r->code, false) || !code_is_sound(r->sector, true) ||
            r->kind > KB_PLACE || !(r->lat >= -90 && r->lat <= 90) ||
            !(r->lon >= -180 && r->lon <= 180))
            return impossible("an entry is impossible", error);
    }
    return CHANCERY_OK;
}

static chancery_status check_tries(const kb *k, size_t node_count, size_t item_count,
                                   chancery_error *error)
{
    if (node_count < KB_ROOT_COUNT || !is_power_of_two(k->edge_mask + 1) ||
        !is_power_of_two(k->filter_words))
        return impossible("a table has an impossible size", error);
    for (size_t i = 0; i < node_count; i++)
        if (k->nodes[i].first > item_count || k->nodes[i].count > item_count - k->nodes[i].first)
            return impossible("a node points outside", error);
    size_t empty = 0;
    for (size_t i = 0; i <= k->edge_mask; i++) {
        empty += k->edges[i].child == 0;
        if (k->edges[i].child >= node_count || k->edges[i].parent >= node_count)
            return impossible("an edge points outside", error);
    }
    if (empty == 0)
        return impossible("the table of edges is full", error);
    for (size_t i = 0; i < item_count; i++) {
        const kb_item *item = &k->items[i];
        if (item->entry >= k->entry_count || item->kind > KB_OLD || item->rank > KB_RANK_OFFICIAL ||
            !code_is_sound(item->sector, true))
            return impossible("an item is impossible", error);
    }
    return CHANCERY_OK;
}

static chancery_status check_tables(const kb *k, chancery_error *error)
{
    for (size_t i = 0; i < k->form_count; i++)
        if (k->forms[i].entry >= k->entry_count && k->forms[i].entry != KB_AMBIGUOUS)
            return impossible("a form points outside", error);
    for (size_t i = 0; i < k->code_count; i++)
        if (k->codes[i].entry >= k->entry_count || !code_is_sound(k->codes[i].code, false))
            return impossible("a code points outside", error);
    return CHANCERY_OK;
}

/* Takes the sections apart and checks what they say. */
static chancery_status load(kb *k, slice bytes, uint64_t checksum, chancery_error *error)
{
    size_t meta_count, string_bytes, node_count, edge_count, item_count;
    const void *meta, *strings, *entries, *nodes, *edges, *filter, *items, *forms, *codes;
    const struct {
        const char *name;
        size_t element_bytes;
        size_t *count;
        const void **at;
    } wanted[] = {
        {"meta", sizeof(kb_meta), &meta_count, &meta},
        {"entries", sizeof(kb_record), &k->entry_count, &entries},
        {"strings", 1, &string_bytes, &strings},
        {"nodes", sizeof(kb_node), &node_count, &nodes},
        {"edges", sizeof(kb_edge), &edge_count, &edges},
        {"filter", sizeof(uint64_t), &k->filter_words, &filter},
        {"items", sizeof(kb_item), &item_count, &items},
        {"forms", sizeof(kb_form), &k->form_count, &forms},
        {"codes", sizeof(kb_code_row), &k->code_count, &codes},
    };
    for (size_t i = 0; i < sizeof wanted / sizeof wanted[0]; i++) {
        chancery_status status = container_section(bytes, wanted[i].name, wanted[i].element_bytes,
                                                   wanted[i].count, wanted[i].at, error);
        if (status != CHANCERY_OK)
            return status;
    }
    if (meta_count != 1 || edge_count == 0)
        return impossible("a section is empty", error);
    uint64_t mark;
    chancery_status status = kb_tokeniser_mark(&mark, error);
    if (status != CHANCERY_OK)
        return status;
    if (((const kb_meta *)meta)->tokeniser != mark)
        return error_set(
            error, CHANCERY_E_VERSION,
            "the knowledge base was compiled by an edition of the program that cuts or "
            "folds words in another way; compile it again");
    k->entries = entries;
    k->strings = strings;
    k->nodes = nodes;
    k->edges = edges;
    k->edge_mask = edge_count - 1;
    k->filter = filter;
    k->items = items;
    k->forms = forms;
    k->codes = codes;
    char hex[HASH_HEX_BYTES];
    hash_hex(checksum, hex);
    memcpy(k->edition, hex, sizeof k->edition);
    status = check_entries(k, string_bytes, error);
    if (status == CHANCERY_OK)
        status = check_tries(k, node_count, item_count, error);
    if (status == CHANCERY_OK)
        status = check_tables(k, error);
    return status;
}

static kb *new_kb(chancery_error *error)
{
    kb *k = memory_alloc(1, sizeof *k);
    if (!k)
        error_set(error, CHANCERY_E_MEMORY, "no memory to open the knowledge base; free some");
    return k;
}

chancery_status kb_open(const char *path, kb **out, chancery_error *error)
{
    kb *k = new_kb(error);
    if (!k)
        return CHANCERY_E_MEMORY;
    chancery_status status = container_open(&k->file, path, KIND, KB_VERSION, KB_VERSION, error);
    if (status == CHANCERY_OK) {
        status = load(k, k->file.map.bytes, k->file.checksum, error);
        if (status != CHANCERY_OK)
            error_at(error, path, 0);
    }
    if (status != CHANCERY_OK)
        kb_close(k);
    else
        *out = k;
    return status;
}

chancery_status kb_open_bytes(slice bytes, kb **out, chancery_error *error)
{
    uint64_t checksum;
    chancery_status status = container_check(bytes, KIND, KB_VERSION, KB_VERSION, &checksum, error);
    if (status != CHANCERY_OK)
        return status;
    kb *k = new_kb(error);
    if (!k)
        return CHANCERY_E_MEMORY;
    status = load(k, bytes, checksum, error);
    if (status != CHANCERY_OK)
        kb_close(k);
    else
        *out = k;
    return status;
}

void kb_close(kb *k)
{
    if (!k)
        return;
    container_close(&k->file);
    memory_free(k);
}

slice kb_edition(const kb *k)
{
    return (slice){k->edition, sizeof k->edition};
}

chancery_status kb_tokeniser_mark(uint64_t *mark, chancery_error *error)
{
    arena a;
    arena_init(&a, PROBE_ARENA_BYTES);
    text_report report = {0};
    chancery_status status = text_segment(SLICE(KB_PROBE_TEXT), &a, &report, error);
    *mark = report.sentence_count;
    for (size_t i = 0; status == CHANCERY_OK && i < report.token_count; i++) {
        const text_token *t = &report.tokens[i];
        uint64_t facts[] = {*mark, t->key, t->start, t->end, t->kind, t->flags};
        *mark = hash_bytes((slice){(const char *)facts, sizeof facts}, 0);
    }
    arena_clear(&a);
    return status;
}

/* ---- entries ---- */

size_t kb_entry_count(const kb *k)
{
    return k->entry_count;
}

kb_entry kb_entry_at(const kb *k, uint32_t index)
{
    assert(index < k->entry_count);
    const kb_record *r = &k->entries[index];
    return (kb_entry){
        .id = {k->strings + r->id.offset, r->id.length},
        .name = {k->strings + r->name.offset, r->name.length},
        .code = kb_letters(r->code),
        .sector = kb_letters(r->sector),
        .kind = (kb_kind)r->kind,
        .has_coordinates = r->has_coordinates != 0,
        .lat = r->lat,
        .lon = r->lon,
        .population = r->population,
    };
}

bool kb_form_key(slice name, uint64_t *key)
{
    char folded[4 * KB_MAX_NAME_BYTES + 1];
    if (name.len > KB_MAX_NAME_BYTES)
        return false;
    slice text = {folded, text_fold(name, folded)};
    text = slice_trim(text);
    if (slice_starts(text, SLICE("the ")))
        text = slice_range(text, 4, text.len);
    size_t length = 0;
    for (size_t i = 0; i < text.len; i++) {
        unsigned char c = (unsigned char)text.ptr[i];
        if (c >= 0x80 || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
            folded[length++] = (char)c;
    }
    *key = hash_bytes((slice){folded, length}, 0);
    return length > 0;
}

bool kb_state(const kb *k, slice name, uint32_t *entry)
{
    uint64_t key;
    if (text_check_utf8(name, NULL) != CHANCERY_OK || !kb_form_key(name, &key))
        return false;
    size_t low = 0;
    size_t high = k->form_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (k->forms[middle].key < key)
            low = middle + 1;
        else
            high = middle;
    }
    if (low == k->form_count || k->forms[low].key != key || k->forms[low].entry == KB_AMBIGUOUS)
        return false;
    *entry = k->forms[low].entry;
    return true;
}

bool kb_code(const kb *k, slice code, uint32_t *entry)
{
    size_t low = 0;
    size_t high = k->code_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = slice_compare(kb_letters(k->codes[middle].code), code);
        if (order == 0) {
            *entry = k->codes[middle].entry;
            return true;
        }
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return false;
}

/* ---- names ---- */

/* The node that `key` leads to from `parent`, or 0. */
static uint32_t step(const kb *k, uint32_t parent, uint64_t key)
{
    size_t at = (size_t)kb_edge_hash(parent, key);
    for (;;) {
        const kb_edge *edge = &k->edges[at & k->edge_mask];
        if (edge->child == 0 || (edge->key == key && edge->parent == parent))
            return edge->child;
        at++;
    }
}

void kb_walk_tokens(const kb *k, uint32_t root, const text_token *tokens, size_t available,
                    kb_walk *walk)
{
    uint32_t node = root;
    uint64_t have = 0;
    walk->count = 0;
    for (size_t i = 0; i < available && i < KB_MAX_NAME_TOKENS; i++) {
        node = step(k, node, tokens[i].key);
        if (node == 0)
            return;
        if (tokens[i].flags & (TEXT_CAPITAL | TEXT_UPPER))
            have |= kb_capital_bit(i);
        if (tokens[i].flags & TEXT_UPPER)
            have |= kb_upper_bit(i);
        if (k->nodes[node].count == 0)
            continue;
        walk->nodes[walk->count] = node;
        walk->lengths[walk->count] = (uint32_t)i + 1;
        walk->have[walk->count] = have;
        walk->count++;
    }
}

static kb_hit make_hit(const kb *k, const kb_item *item, uint32_t tokens)
{
    slice sector = kb_letters(item->sector);
    if (sector.len == 0)
        sector = kb_letters(k->entries[item->entry].sector);
    return (kb_hit){item->entry, (kb_name_kind)item->kind, sector, tokens};
}

size_t kb_find(const kb *k, slice text, const text_token *tokens, size_t available, kb_hit *hits,
               size_t max_hits)
{
    (void)text;
    if (available == 0 || !kb_may_begin(k, KB_ROOT_NAMES, tokens[0].key))
        return 0;
    kb_walk walk;
    kb_walk_tokens(k, KB_ROOT_NAMES, tokens, available, &walk);
    size_t count = 0;
    for (size_t i = walk.count; i-- > 0;) {
        const kb_node *node = &k->nodes[walk.nodes[i]];
        for (uint32_t j = 0; j < node->count; j++) {
            const kb_item *item = &k->items[node->first + j];
            if (count < max_hits && kb_item_suits(item, walk.have[i]))
                hits[count++] = make_hit(k, item, walk.lengths[i]);
        }
    }
    return count;
}

/* ---- places ---- */

/* A group that has coordinates is a breakaway region. */
static bool is_place_name(const kb *k, const kb_item *item)
{
    const kb_record *entry = &k->entries[item->entry];
    bool place = entry->kind == KB_PLACE || (entry->kind == KB_GROUP && entry->has_coordinates);
    return place && (item->kind == KB_NAME || item->kind == KB_FORMAL ||
                     item->kind == KB_ABBREVIATION || item->kind == KB_OLD);
}

static bool code_is(const char code[4], slice wanted)
{
    return slice_equal(kb_letters(code), wanted);
}

/* How many people the item's place has, or -1 where the item is not what is looked for. A capital
 * gives way to the row that its own state has for it. */
static int64_t place_weight(const kb *k, const kb_node *node, const kb_item *item, uint64_t have,
                            slice code)
{
    const kb_record *entry = &k->entries[item->entry];
    if (!kb_item_suits(item, have) || (code.len && !code_is(entry->code, code)))
        return -1;
    if (is_place_name(k, item))
        return entry->population;
    if (item->kind != KB_CAPITAL)
        return -1;
    for (uint32_t i = 0; i < node->count; i++) {
        const kb_item *other = &k->items[node->first + i];
        if (is_place_name(k, other) && kb_item_suits(other, have) &&
            memcmp(k->entries[other->entry].code, entry->code, sizeof entry->code) == 0)
            return -1;
    }
    return CAPITAL_POPULATION;
}

bool kb_find_place(const kb *k, slice text, const text_token *tokens, size_t available, slice code,
                   kb_hit *hit)
{
    (void)text;
    if (available == 0 || !kb_may_begin(k, KB_ROOT_NAMES, tokens[0].key))
        return false;
    kb_walk walk;
    kb_walk_tokens(k, KB_ROOT_NAMES, tokens, available, &walk);
    int64_t most = -1;
    for (size_t i = walk.count; i-- > 0 && most < 0;) {
        const kb_node *node = &k->nodes[walk.nodes[i]];
        for (uint32_t j = 0; j < node->count; j++) {
            const kb_item *item = &k->items[node->first + j];
            int64_t weight = place_weight(k, node, item, walk.have[i], code);
            if (weight <= most)
                continue;
            most = weight;
            *hit = make_hit(k, item, walk.lengths[i]);
        }
    }
    return most >= 0;
}
