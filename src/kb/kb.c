/* Knowledge base: entries, and finding names in text.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * One's own names lie above those of the base: what is found in the own trie comes before what the
 * base has at the same length, and takes its place. */
#include "kb/kb.h"

#include <assert.h>

#include "base/hash.h"
#include "kb/lookup.h"

/* A capital that no row of places.tsv gives is taken to have this many people against its
 * namesakes. */
enum { CAPITAL_POPULATION = 500000 };

/* ---- entries ---- */

size_t kb_entry_count(const kb *k)
{
    return k->first + k->entry_count;
}

kb_entry kb_entry_at(const kb *k, uint32_t index)
{
    assert(index < kb_entry_count(k));
    const kb *owner;
    const kb_record *r = kb_record_of(k, index, &owner);
    return (kb_entry){
        .id = kb_string_of(owner, r->id),
        .name = kb_string_of(owner, r->name),
        .code = kb_letters(r->code),
        .sector = kb_letters(r->sector),
        .kind = (kb_kind)r->kind,
        .has_coordinates = r->has_coordinates != 0,
        .lat = r->lat,
        .lon = r->lon,
        .population = r->population,
        .since = r->since,
        .until = r->until,
        .checked = r->checked,
        .cow = r->cow,
        .gw = r->gw,
        .gender = (kb_gender)r->gender,
    };
}

slice kb_kind_name(kb_kind kind)
{
    static const char *const NAMES[] = {
        [KB_STATE] = "state", [KB_IGO] = "igo",     [KB_ORGANISATION] = "organisation",
        [KB_GROUP] = "group", [KB_PLACE] = "place", [KB_PERSON] = "person"};
    return slice_of(NAMES[kind]);
}

uint32_t kb_name_count(const kb *k, uint32_t entry)
{
    const kb *owner;
    return kb_record_of(k, entry, &owner)->name_count;
}

kb_name kb_name_at(const kb *k, uint32_t entry, uint32_t index)
{
    const kb *owner;
    const kb_record *r = kb_record_of(k, entry, &owner);
    assert(index < r->name_count);
    const kb_name_row *row = &owner->names[r->first_name + index];
    return (kb_name){kb_string_of(owner, row->text), kb_letters(row->sector),
                     (kb_name_kind)row->kind};
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

static bool find_form(const kb *k, uint64_t key, uint32_t *entry)
{
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

bool kb_state(const kb *k, slice name, uint32_t *entry)
{
    uint64_t key;
    if (text_check_utf8(name, NULL) != CHANCERY_OK || !kb_form_key(name, &key))
        return false;
    for (; k; k = k->base)
        if (find_form(k, key, entry))
            return true;
    return false;
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
    return k->base && kb_code(k->base, code, entry);
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
    const kb *owner;
    slice sector = kb_letters(item->sector);
    if (sector.len == 0)
        sector = kb_letters(kb_record_of(k, item->entry, &owner)->sector);
    return (kb_hit){item->entry, (kb_name_kind)item->kind, sector, tokens};
}

/* What its own trie of `root` has at tokens[0]. */
static size_t find_own(const kb *k, uint32_t root, const text_token *tokens, size_t available,
                       kb_hit *hits, size_t max_hits)
{
    if (available == 0 || !kb_may_begin(k, root, tokens[0].key))
        return 0;
    kb_walk walk;
    kb_walk_tokens(k, root, tokens, available, &walk);
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

/* Its own and its base's, longest first; of equal length only its own. */
static size_t find_all(const kb *k, uint32_t root, const text_token *tokens, size_t available,
                       kb_hit *hits, size_t max_hits)
{
    enum { MOST_OWN = 32 };
    if (!k->base)
        return find_own(k, root, tokens, available, hits, max_hits);
    kb_hit own[MOST_OWN];
    kb_hit below[MOST_OWN];
    size_t own_count = find_own(k, root, tokens, available, own, MOST_OWN);
    if (own_count == 0)
        return find_all(k->base, root, tokens, available, hits, max_hits);
    size_t below_count = find_all(k->base, root, tokens, available, below, MOST_OWN);
    size_t count = 0;
    for (size_t i = 0, j = 0; count < max_hits && (i < own_count || j < below_count);) {
        uint32_t longest = i < own_count ? own[i].tokens : 0;
        if (j < below_count && below[j].tokens > longest)
            hits[count++] = below[j++];
        else {
            hits[count++] = own[i++];
            while (j < below_count && below[j].tokens == longest)
                j++;
        }
    }
    return count;
}

size_t kb_find(const kb *k, slice text, const text_token *tokens, size_t available, kb_hit *hits,
               size_t max_hits)
{
    (void)text;
    return find_all(k, KB_ROOT_NAMES, tokens, available, hits, max_hits);
}

size_t kb_find_person(const kb *k, const text_token *tokens, size_t available, kb_hit *hits,
                      size_t max_hits)
{
    return find_all(k, KB_ROOT_PEOPLE, tokens, available, hits, max_hits);
}

/* ---- places ---- */

/* A group that has coordinates is a breakaway region. */
static bool is_place_name(const kb *k, const kb_item *item)
{
    const kb *owner;
    const kb_record *entry = kb_record_of(k, item->entry, &owner);
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
    const kb *owner;
    const kb_record *entry = kb_record_of(k, item->entry, &owner);
    if (!kb_item_suits(item, have) || (code.len && !code_is(entry->code, code)))
        return -1;
    if (is_place_name(k, item))
        return entry->population;
    if (item->kind != KB_CAPITAL)
        return -1;
    for (uint32_t i = 0; i < node->count; i++) {
        const kb_item *other = &k->items[node->first + i];
        if (is_place_name(k, other) && kb_item_suits(other, have) &&
            memcmp(kb_record_of(k, other->entry, &owner)->code, entry->code, sizeof entry->code) ==
                0)
            return -1;
    }
    return CAPITAL_POPULATION;
}

static bool find_own_place(const kb *k, const text_token *tokens, size_t available, slice code,
                           kb_hit *hit)
{
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

bool kb_find_place(const kb *k, slice text, const text_token *tokens, size_t available, slice code,
                   kb_hit *hit)
{
    kb_hit own;
    bool found = k->base && kb_find_place(k->base, text, tokens, available, code, hit);
    if (!find_own_place(k, tokens, available, code, &own) || (found && own.tokens < hit->tokens))
        return found;
    *hit = own;
    return true;
}
