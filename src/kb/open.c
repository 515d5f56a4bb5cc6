/* Knowledge base: opening a compiled one.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * The file is mapped and used where it lies. At open every index in it is checked once, in one pass
 * over each section; what asks it later needs no check: a walk makes at most KB_MAX_NAME_TOKENS
 * steps, and the table of edges is known to have an empty place where a probe ends. */
#include "base/error.h"
#include "base/hash.h"
#include "base/memory.h"
#include "kb/lookup.h"

static const char KIND[4] = {'K', 'B', ' ', ' '};

enum { PROBE_ARENA_BYTES = 1 << 20 };

#define OWN_ARENA_BYTES ((size_t)4 << 30)

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

static bool range_is_sound(uint32_t first, uint32_t count, size_t size)
{
    return first <= size && count <= size - first;
}

static chancery_status check_names(const kb *k, size_t string_bytes, chancery_error *error)
{
    for (size_t i = 0; i < k->name_count; i++)
        if (!string_is_sound(k->names[i].text, string_bytes) ||
            !code_is_sound(k->names[i].sector, true) || k->names[i].kind > KB_FAMILY)
            return impossible("a name is impossible", error);
    return CHANCERY_OK;
}

static chancery_status check_terms(const kb *k, size_t string_bytes, size_t post_count,
                                   chancery_error *error)
{
    size_t known = k->first + k->entry_count;
    if (post_count != k->term_count)
        return impossible("not every term is a post", error);
    for (size_t i = 0; i < k->term_count; i++) {
        const kb_term_row *t = &k->terms[i];
        if (t->entry >= known || t->whose >= known || !string_is_sound(t->title, string_bytes) ||
            !code_is_sound(t->code, false) || !code_is_sound(t->sector, true) ||
            t->rank > KB_RANK_OFFICIAL || k->posts[i] >= k->term_count)
            return impossible("a term is impossible", error);
    }
    return CHANCERY_OK;
}

static chancery_status check_entries(const kb *k, size_t string_bytes, chancery_error *error)
{
    if ((k->entry_count == 0 && !k->base) || k->entry_count >= KB_AMBIGUOUS - k->first)
        return impossible("it has no entries", error);
    for (size_t i = 0; i < k->entry_count; i++) {
        const kb_record *r = &k->entries[i];
        if (!string_is_sound(r->id, string_bytes) || !string_is_sound(r->name, string_bytes) ||
            !code_is_sound(r->code, false) || !code_is_sound(r->sector, true) ||
            r->kind > KB_PERSON || r->gender > KB_SHE ||
            !range_is_sound(r->first_name, r->name_count, k->name_count) ||
            !range_is_sound(r->first_term, r->term_count, k->term_count) ||
            !(r->lat >= -90 && r->lat <= 90) || !(r->lon >= -180 && r->lon <= 180))
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
        if (item->entry >= k->first + k->entry_count || item->kind > KB_FAMILY ||
            item->rank > KB_RANK_OFFICIAL || !code_is_sound(item->sector, true))
            return impossible("an item is impossible", error);
    }
    return CHANCERY_OK;
}

static chancery_status check_tables(const kb *k, chancery_error *error)
{
    for (size_t i = 0; i < k->form_count; i++)
        if (k->forms[i].entry >= k->first + k->entry_count && k->forms[i].entry != KB_AMBIGUOUS)
            return impossible("a form points outside", error);
    for (size_t i = 0; i < k->code_count; i++)
        if (k->codes[i].entry >= k->first + k->entry_count ||
            !code_is_sound(k->codes[i].code, false))
            return impossible("a code points outside", error);
    return CHANCERY_OK;
}

/* "1a2b3c4d", and with one's own names over it "1a2b3c4d+5e6f7a8b". */
static void name_edition(kb *k, uint64_t checksum)
{
    char hex[HASH_HEX_BYTES];
    hash_hex(checksum, hex);
    if (k->base) {
        memcpy(k->edition, k->base->edition, KB_EDITION_LETTERS);
        k->edition[KB_EDITION_LETTERS] = '+';
        k->edition_length = KB_EDITION_LETTERS + 1;
    }
    memcpy(k->edition + k->edition_length, hex, KB_EDITION_LETTERS);
    k->edition_length += KB_EDITION_LETTERS;
}

/* Takes the sections apart and checks what they say. */
static chancery_status load(kb *k, slice bytes, uint64_t checksum, chancery_error *error)
{
    size_t meta_count, string_bytes, node_count, edge_count, item_count, post_count;
    const void *meta, *strings, *names, *terms, *posts, *entries, *nodes, *edges, *filter, *items,
        *forms, *codes;
    const struct {
        const char *name;
        size_t element_bytes;
        size_t *count;
        const void **at;
    } wanted[] = {
        {"meta", sizeof(kb_meta), &meta_count, &meta},
        {"entries", sizeof(kb_record), &k->entry_count, &entries},
        {"strings", 1, &string_bytes, &strings},
        {"names", sizeof(kb_name_row), &k->name_count, &names},
        {"terms", sizeof(kb_term_row), &k->term_count, &terms},
        {"posts", sizeof(uint32_t), &post_count, &posts},
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
    k->names = names;
    k->terms = terms;
    k->posts = posts;
    k->nodes = nodes;
    k->edges = edges;
    k->edge_mask = edge_count - 1;
    k->filter = filter;
    k->items = items;
    k->forms = forms;
    k->codes = codes;
    name_edition(k, checksum);
    status = check_names(k, string_bytes, error);
    if (status == CHANCERY_OK)
        status = check_terms(k, string_bytes, post_count, error);
    if (status == CHANCERY_OK)
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

static chancery_status open_bytes(slice bytes, kb *k, chancery_error *error)
{
    uint64_t checksum;
    chancery_status status = container_check(bytes, KIND, KB_VERSION, KB_VERSION, &checksum, error);
    return status == CHANCERY_OK ? load(k, bytes, checksum, error) : status;
}

chancery_status kb_open_bytes(slice bytes, kb **out, chancery_error *error)
{
    kb *k = new_kb(error);
    if (!k)
        return CHANCERY_E_MEMORY;
    chancery_status status = open_bytes(bytes, k, error);
    if (status != CHANCERY_OK)
        kb_close(k);
    else
        *out = k;
    return status;
}

chancery_status kb_open_over(const kb *base, const kb_source *sources, size_t source_count,
                             kb **out, chancery_error *error)
{
    slice bytes;
    kb *k = new_kb(error);
    if (!k)
        return CHANCERY_E_MEMORY;
    arena_init(&k->arena, OWN_ARENA_BYTES);
    k->base = base;
    k->first = (uint32_t)kb_entry_count(base);
    chancery_status status =
        kb_compile_sources(sources, source_count, base, &k->arena, &bytes, error);
    if (status == CHANCERY_OK)
        status = open_bytes(bytes, k, error);
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
    arena_clear(&k->arena);
    memory_free(k);
}

slice kb_edition(const kb *k)
{
    return (slice){k->edition, k->edition_length};
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
