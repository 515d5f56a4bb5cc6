/* Compiling the knowledge base: from texts to a container.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * Here is what needs all of the data: which codes there are, ids that are unique, which whole names
 * mean a state, and the sections themselves. The same text gives the same bytes: nothing depends on
 * the order of a folder or of a hash table. */
#include <stdlib.h>

#include "base/error.h"
#include "base/hash.h"
#include "kb/compile.h"
#include "kb/lookup.h"

/* ---- codes ---- */

typedef struct code_table {
    ARRAY(kb_code_row) rows; /* sorted once all are in */
} code_table;

static int by_code(const void *left, const void *right)
{
    const kb_code_row *a = left;
    const kb_code_row *b = right;
    int order = memcmp(a->code, b->code, sizeof a->code);
    return order ? order : (a->entry > b->entry) - (a->entry < b->entry);
}

static bool code_is_one_of(const char code[4], const char *list)
{
    for (; *list; list += 4)
        if (memcmp(code, list, 3) == 0)
            return true;
    return false;
}

/* A state of the past has its successor's code: the code doesn't mean it. */
static bool is_present_state(const kb_draft *draft)
{
    return draft->kind == KB_STATE && draft->until == 0;
}

static chancery_status add_code(kb_compiler *c, code_table *codes, size_t entry)
{
    kb_code_row *row = array_push(&codes->rows, c->arena, c->error);
    if (!row)
        return kb_failed(c);
    memcpy(row->code, c->drafts.items[entry].code, sizeof row->code);
    row->entry = (uint32_t)entry;
    return CHANCERY_OK;
}

/* The entry that UNO or EUR names: the one so called, for its agencies have the code too. */
static chancery_status add_body_code(kb_compiler *c, code_table *codes, const char *code,
                                     slice name)
{
    size_t found = SIZE_MAX;
    for (size_t i = 0; i < c->drafts.count; i++) {
        const kb_draft *draft = &c->drafts.items[i];
        if (draft->kind != KB_IGO || memcmp(draft->code, code, 3) != 0)
            continue;
        if (found == SIZE_MAX || slice_equal(draft->name, name))
            found = i;
        if (slice_equal(draft->name, name))
            break;
    }
    return found == SIZE_MAX ? CHANCERY_OK : add_code(c, codes, found);
}

/* A state that the knowledge base below has: the block adds names to it. */
static bool is_below(const kb_compiler *c, const kb_draft *draft)
{
    uint32_t entry;
    return c->base && draft->kind == KB_STATE && kb_code(c->base, slice_of(draft->code), &entry);
}

static chancery_status collect_codes(kb_compiler *c, code_table *codes)
{
    chancery_status status = CHANCERY_OK;
    for (size_t i = 0; status == CHANCERY_OK && i < c->drafts.count; i++)
        if (is_present_state(&c->drafts.items[i]) && !is_below(c, &c->drafts.items[i]))
            status = add_code(c, codes, i);
    if (status == CHANCERY_OK && !c->base)
        status = add_body_code(c, codes, "UNO", SLICE("United Nations"));
    if (status == CHANCERY_OK && !c->base)
        status = add_body_code(c, codes, "EUR", SLICE("European Union"));
    if (status != CHANCERY_OK || codes->rows.count == 0)
        return status;
    qsort(codes->rows.items, codes->rows.count, sizeof *codes->rows.items, by_code);
    for (size_t i = 1; i < codes->rows.count; i++) {
        const kb_code_row *row = &codes->rows.items[i];
        if (memcmp(row->code, row[-1].code, sizeof row->code) != 0)
            continue;
        kb_place_in first = c->drafts.items[row[-1].entry].at;
        return kb_fail(c, c->drafts.items[row->entry].at, CHANCERY_E_FORMAT,
                       "two states have the code %s (%.*s:%u); correct one", row->code,
                       SLICE_ARGS(c->sources[first.source].name), first.line);
    }
    return CHANCERY_OK;
}

static bool is_state_code(const kb_compiler *c, const code_table *codes, const char code[4])
{
    uint32_t entry;
    if (code_is_one_of(code, "UNO EUR "))
        return false;
    if (c->base && kb_code(c->base, slice_of(code), &entry))
        return true;
    size_t low = 0;
    size_t high = codes->rows.count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (memcmp(codes->rows.items[middle].code, code, 4) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low < codes->rows.count && memcmp(codes->rows.items[low].code, code, 4) == 0;
}

static chancery_status check_code(kb_compiler *c, const code_table *codes, const kb_draft *draft)
{
    /* NON lies in no state; Antarctica has a code of its own and is none. */
    static const char *const OTHERS[] = {[KB_STATE] = "",
                                         [KB_IGO] = "UNO EUR IGO ",
                                         [KB_ORGANISATION] = "UNO EUR IGO NGO MNC ",
                                         [KB_GROUP] = "IMG ISM ",
                                         [KB_PLACE] = "NON ATA ",
                                         [KB_PERSON] = "UNO EUR IGO NGO "};
    if (code_is_one_of(draft->code, OTHERS[draft->kind]))
        return CHANCERY_OK;
    if (draft->kind == KB_STATE && code_is_one_of(draft->code, "UNO EUR IGO NGO MNC IMG ISM NON "))
        return kb_fail(c, draft->at, CHANCERY_E_FORMAT,
                       "%s is the code of no state; write the ISO 3166-1 alpha-3 code",
                       draft->code);
    if (draft->kind == KB_IGO)
        return kb_fail(c, draft->at, CHANCERY_E_FORMAT,
                       "an igo has the code UNO, EUR or IGO, not %s; correct it", draft->code);
    if (!is_state_code(c, codes, draft->code))
        return kb_fail(c, draft->at, CHANCERY_E_FORMAT,
                       "no state has the code %s; correct it or add the state", draft->code);
    return CHANCERY_OK;
}

static chancery_status check_draft(kb_compiler *c, const code_table *codes, const kb_draft *draft)
{
    if (draft->since && draft->until && kb_first_day(draft->since) > kb_last_day(draft->until))
        return kb_fail(c, draft->at, CHANCERY_E_FORMAT, "it ends before it begins; correct a date");
    return check_code(c, codes, draft);
}

/* ---- ids ---- */

typedef struct id_slot {
    uint64_t hash; /* 0: empty */
    uint32_t next; /* number for the next entry of the same id */
    uint32_t draft;
    bool below; /* `draft` is an entry of the knowledge base below */
} id_slot;

typedef struct id_table {
    id_slot *slots; /* [size], a power of two */
    size_t size;
} id_table;

static id_slot *id_place(const id_table *ids, slice id)
{
    uint64_t hash = hash_bytes(id, 0) | 1;
    size_t at = (size_t)(hash >> 1);
    while (ids->slots[at & (ids->size - 1)].hash && ids->slots[at & (ids->size - 1)].hash != hash)
        at++;
    return &ids->slots[at & (ids->size - 1)];
}

static void id_take(id_slot *slot, slice id, size_t draft)
{
    *slot = (id_slot){hash_bytes(id, 0) | 1, 2, (uint32_t)draft, false};
}

/* "Timor-Leste" -> "timor-leste", "N.A.T.O." -> "nato". Letters beyond ASCII stay. */
static chancery_status make_slug(kb_compiler *c, slice name, slice *out)
{
    char *slug = arena_alloc(c->arena, 4 * name.len + 2, 1, c->error);
    if (!slug)
        return kb_failed(c);
    size_t folded = text_fold(name, slug);
    size_t length = 0;
    for (size_t i = 0; i < folded; i++) {
        unsigned char byte = (unsigned char)slug[i];
        bool letter = byte >= 0x80 || (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9');
        if (letter)
            slug[length++] = (char)byte;
        else if (byte != '.' && length && slug[length - 1] != '-')
            slug[length++] = '-';
    }
    if (length && slug[length - 1] == '-')
        length--;
    *out = (slice){slug, length};
    return CHANCERY_OK;
}

static chancery_status base_id(kb_compiler *c, const kb_draft *draft, slice name, slice *out)
{
    if (is_present_state(draft)) {
        *out = (slice){draft->code, 3};
        return CHANCERY_OK;
    }
    slice slug = {0};
    chancery_status status = make_slug(c, name, &slug);
    if (status != CHANCERY_OK)
        return status;
    if (draft->kind == KB_IGO)
        return arena_printf(c->arena, out, c->error, "igo/%.*s", SLICE_ARGS(slug));
    return arena_printf(c->arena, out, c->error, "%.*s/%s/%.*s",
                        SLICE_ARGS(kb_kind_name(draft->kind)), draft->code, SLICE_ARGS(slug));
}

/* Rows of places may share a name ("place/USA/springfield-2"). The same row twice is a mistake. */
static chancery_status number_row(kb_compiler *c, id_table *ids, size_t index, slice base)
{
    kb_draft *draft = &c->drafts.items[index];
    uint64_t point[3] = {hash_bytes(base, 1), 0, 0};
    memcpy(&point[1], &draft->lat, sizeof draft->lat);
    memcpy(&point[2], &draft->lon, sizeof draft->lon);
    slice row = {(const char *)point, sizeof point};
    id_slot *same = id_place(ids, row);
    if (same->hash)
        return kb_fail(c, draft->at, CHANCERY_E_FORMAT,
                       "'%.*s' stands at this point already (line %u); take one away",
                       SLICE_ARGS(draft->name), c->drafts.items[same->draft].at.line);
    id_take(same, row, index);
    id_slot *slot = id_place(ids, base);
    draft->id = base;
    while (slot->hash) {
        id_slot *first = id_place(ids, base);
        chancery_status status = arena_printf(c->arena, &draft->id, c->error, "%.*s-%u",
                                              SLICE_ARGS(base), first->next++);
        if (status != CHANCERY_OK)
            return status;
        slot = id_place(ids, draft->id);
    }
    id_take(slot, draft->id, index);
    return CHANCERY_OK;
}

static chancery_status make_id(kb_compiler *c, id_table *ids, size_t index)
{
    kb_draft *draft = &c->drafts.items[index];
    bool short_name = draft->kind == KB_IGO && draft->abbreviation.len;
    slice id;
    chancery_status status = base_id(c, draft, short_name ? draft->abbreviation : draft->name, &id);
    if (status != CHANCERY_OK)
        return status;
    if (draft->row)
        return number_row(c, ids, index, id);
    id_slot *slot = id_place(ids, id);
    if (slot->hash && !slot->below && short_name) { /* another body has the abbreviation */
        status = base_id(c, draft, draft->name, &id);
        if (status != CHANCERY_OK)
            return status;
        slot = id_place(ids, id);
    }
    if (slot->hash && slot->below) {
        draft->id = id;
        draft->known = true;
        draft->entry = slot->draft;
        return CHANCERY_OK;
    }
    if (slot->hash) {
        kb_place_in first = c->drafts.items[slot->draft].at;
        return kb_fail(c, draft->at, CHANCERY_E_FORMAT,
                       "'%.*s' stands already (%.*s:%u); join the two or rename one",
                       SLICE_ARGS(draft->name), SLICE_ARGS(c->sources[first.source].name),
                       first.line);
    }
    draft->id = id;
    id_take(slot, id, index);
    return CHANCERY_OK;
}

/* Ids of the knowledge base below: a block with one of them adds to that entry. People are
 * replaced whole, so theirs are free. */
static void take_ids_below(const kb_compiler *c, id_table *ids)
{
    size_t count = c->base ? kb_entry_count(c->base) : 0;
    for (size_t i = 0; i < count; i++) {
        kb_entry entry = kb_entry_at(c->base, (uint32_t)i);
        if (entry.kind == KB_PERSON || entry.kind == KB_PLACE)
            continue;
        id_slot *slot = id_place(ids, entry.id);
        id_take(slot, entry.id, i);
        slot->below = true;
    }
}

/* Ids, and the indices that entries will be known by: behind those of the base. */
static chancery_status make_ids(kb_compiler *c)
{
    size_t below = c->base ? kb_entry_count(c->base) : 0;
    id_table ids = {.size = 16};
    while (ids.size < (c->drafts.count + below) * 4)
        ids.size *= 2;
    ids.slots = arena_alloc(c->arena, ids.size, sizeof *ids.slots, c->error);
    chancery_status status = ids.slots ? CHANCERY_OK : kb_failed(c);
    if (status == CHANCERY_OK)
        take_ids_below(c, &ids);
    uint32_t next = (uint32_t)below;
    for (size_t i = 0; status == CHANCERY_OK && i < c->drafts.count; i++) {
        status = make_id(c, &ids, i);
        if (status == CHANCERY_OK && !c->drafts.items[i].known)
            c->drafts.items[i].entry = next++;
    }
    return status;
}

/* ---- forms: whole names of states ---- */

/* A lower level wins; within one, two states make the form ambiguous. */
enum form_level { LEVEL_CODE, LEVEL_NAME, LEVEL_OLD, LEVEL_PEOPLE };

typedef struct form_draft {
    uint64_t key;
    uint32_t level;
    uint32_t entry;
} form_draft;

typedef struct form_list {
    ARRAY(form_draft) drafts;
    ARRAY(kb_form) forms;
} form_list;

static int by_form(const void *left, const void *right)
{
    const form_draft *a = left;
    const form_draft *b = right;
    if (a->key != b->key)
        return a->key < b->key ? -1 : 1;
    if (a->level != b->level)
        return a->level < b->level ? -1 : 1;
    return (a->entry > b->entry) - (a->entry < b->entry);
}

static chancery_status add_form(kb_compiler *c, form_list *list, slice name, enum form_level level,
                                uint32_t entry)
{
    uint64_t key;
    if (!kb_form_key(name, &key))
        return CHANCERY_OK;
    form_draft *form = array_push(&list->drafts, c->arena, c->error);
    if (!form)
        return kb_failed(c);
    *form = (form_draft){key, level, entry};
    return CHANCERY_OK;
}

static chancery_status add_name_form(kb_compiler *c, form_list *list, const kb_value *value)
{
    if (value->root != KB_ROOT_NAMES || value->kind == KB_CAPITAL || value->kind == KB_SEAT ||
        value->kind == KB_BODY)
        return CHANCERY_OK;
    const kb_draft *draft = &c->drafts.items[value->entry];
    enum form_level level = LEVEL_NAME;
    if (draft->kind != KB_STATE)
        return CHANCERY_OK;
    if (value->kind == KB_OLD || !is_present_state(draft))
        level = LEVEL_OLD;
    else if (value->kind == KB_ADJECTIVE || value->kind == KB_PEOPLE)
        level = LEVEL_PEOPLE;
    return add_form(c, list, value->text, level, value->entry);
}

/* Of the sorted drafts of one key, what the key means. */
static uint32_t meaning(const form_draft *drafts, size_t count)
{
    for (size_t i = 1; i < count && drafts[i].level == drafts[0].level; i++)
        if (drafts[i].entry != drafts[0].entry)
            return KB_AMBIGUOUS;
    return drafts[0].entry;
}

/* Two states with one alpha-2 code show as an ambiguous form of the level of codes. */
static chancery_status check_alpha2(kb_compiler *c, const form_draft *drafts, size_t count)
{
    if (count < 2 || drafts[1].level != LEVEL_CODE || drafts[0].entry == drafts[1].entry)
        return CHANCERY_OK;
    const kb_draft *draft = &c->drafts.items[drafts[1].entry];
    return kb_fail(c, draft->at, CHANCERY_E_FORMAT,
                   "'%.*s' and '%.*s' have the same alpha2 code %s; correct one",
                   SLICE_ARGS(c->drafts.items[drafts[0].entry].name), SLICE_ARGS(draft->name),
                   draft->alpha2);
}

static chancery_status collect_forms(kb_compiler *c, form_list *list)
{
    chancery_status status = CHANCERY_OK;
    for (size_t i = 0; status == CHANCERY_OK && i < c->drafts.count; i++) {
        const kb_draft *draft = &c->drafts.items[i];
        if (!is_present_state(draft))
            continue;
        status = add_form(c, list, slice_of(draft->code), LEVEL_CODE, (uint32_t)i);
        if (status == CHANCERY_OK && draft->alpha2[0])
            status = add_form(c, list, slice_of(draft->alpha2), LEVEL_CODE, (uint32_t)i);
    }
    for (size_t i = 0; status == CHANCERY_OK && i < c->values.count; i++)
        status = add_name_form(c, list, &c->values.items[i]);
    return status;
}

static chancery_status make_forms(kb_compiler *c, form_list *list)
{
    chancery_status status = collect_forms(c, list);
    if (status != CHANCERY_OK || list->drafts.count == 0)
        return status;
    form_draft *drafts = list->drafts.items;
    qsort(drafts, list->drafts.count, sizeof *drafts, by_form);
    size_t count;
    for (size_t i = 0; i < list->drafts.count; i += count) {
        for (count = 1; i + count < list->drafts.count && drafts[i + count].key == drafts[i].key;)
            count++;
        status = check_alpha2(c, drafts + i, count);
        if (status != CHANCERY_OK)
            return status;
        kb_form *form = array_push(&list->forms, c->arena, c->error);
        if (!form)
            return kb_failed(c);
        uint32_t draft = meaning(drafts + i, count);
        bool one = draft != KB_AMBIGUOUS;
        *form =
            (kb_form){.key = drafts[i].key, .entry = one ? c->drafts.items[draft].entry : draft};
    }
    return CHANCERY_OK;
}

/* ---- people ---- */

/* Who has no family name given is called by the last word of the name. */
static chancery_status add_family_names(kb_compiler *c)
{
    for (size_t i = 0; i < c->drafts.count; i++) {
        const kb_draft *draft = &c->drafts.items[i];
        if (draft->kind != KB_PERSON || draft->family)
            continue;
        size_t start = draft->name.len;
        while (start > 0 && draft->name.ptr[start - 1] != ' ')
            start--;
        kb_value value = {.text = slice_range(draft->name, start, draft->name.len),
                          .root = KB_ROOT_PEOPLE,
                          .entry = (uint32_t)i,
                          .kind = KB_FAMILY,
                          .made = true,
                          .at = draft->at};
        chancery_status status = kb_add_value(c, &value);
        if (status != CHANCERY_OK)
            return status;
    }
    return CHANCERY_OK;
}

/* ---- the container ---- */

/* What the sections are made from. */
typedef struct sections {
    code_table codes;
    form_list forms;
    kb_trie trie;
    kb_strings strings;
    ARRAY(kb_record) records;
    ARRAY(kb_name_row) names;
    kb_term_row *terms; /* [term_count] */
    size_t term_count;
    uint32_t *posts; /* [term_count] */
} sections;

chancery_status kb_keep_string(kb_compiler *c, kb_strings *strings, slice s, kb_string *out)
{
    *out = (kb_string){(uint32_t)strings->bytes.count, (uint32_t)s.len};
    if (strings->bytes.count + s.len > UINT32_MAX)
        return error_set(c->error, CHANCERY_E_LIMIT, "more than 4 GiB of names; split the data");
    for (size_t i = 0; i < s.len; i++) {
        char *byte = array_push(&strings->bytes, c->arena, c->error);
        if (!byte)
            return kb_failed(c);
        *byte = s.ptr[i];
    }
    return CHANCERY_OK;
}

static chancery_status make_record(kb_compiler *c, const kb_draft *draft, sections *s)
{
    kb_record *record = array_push(&s->records, c->arena, c->error);
    if (!record)
        return kb_failed(c);
    *record = (kb_record){.lat = draft->lat,
                          .lon = draft->lon,
                          .population = draft->population,
                          .kind = (uint8_t)draft->kind,
                          .has_coordinates = draft->has_coordinates,
                          .gender = (uint8_t)draft->gender,
                          .since = draft->since,
                          .until = draft->until,
                          .checked = draft->checked,
                          .cow = draft->cow,
                          .gw = draft->gw};
    memcpy(record->code, draft->code, sizeof record->code);
    memcpy(record->sector, draft->sector, sizeof record->sector);
    chancery_status status = kb_keep_string(c, &s->strings, draft->id, &record->id);
    return status == CHANCERY_OK ? kb_keep_string(c, &s->strings, draft->name, &record->name)
                                 : status;
}

static chancery_status make_records(kb_compiler *c, sections *s)
{
    chancery_status status = CHANCERY_OK;
    for (size_t i = 0; status == CHANCERY_OK && i < c->drafts.count; i++)
        if (!c->drafts.items[i].known)
            status = make_record(c, &c->drafts.items[i], s);
    return status;
}

static uint32_t below_count(const kb_compiler *c)
{
    return c->base ? (uint32_t)kb_entry_count(c->base) : 0;
}

/* Names as written, those of an entry together: values stand in the order of their blocks. */
static chancery_status make_names(kb_compiler *c, sections *s)
{
    for (size_t i = 0; i < c->values.count; i++) {
        const kb_value *value = &c->values.items[i];
        bool name = value->root == KB_ROOT_NAMES || value->root == KB_ROOT_PEOPLE;
        if (!name || value->entry < below_count(c) || (value->made && value->kind != KB_FAMILY))
            continue;
        kb_record *record = &s->records.items[value->entry - below_count(c)];
        if (record->name_count && record->first_name + record->name_count != s->names.count)
            continue; /* a family name that was made at the end: its person's last word */
        kb_name_row *row = array_push(&s->names, c->arena, c->error);
        if (!row)
            return kb_failed(c);
        if (record->name_count == 0)
            record->first_name = (uint32_t)(s->names.count - 1);
        record->name_count++;
        row->kind = value->kind;
        memcpy(row->sector, value->sector, sizeof row->sector);
        chancery_status status = kb_keep_string(c, &s->strings, value->text, &row->text);
        if (status != CHANCERY_OK)
            return status;
    }
    return CHANCERY_OK;
}

static chancery_status note_terms(kb_compiler *c, sections *s)
{
    for (size_t i = 0; i < s->term_count; i++) {
        const kb_term_draft *draft = &c->terms.items[i];
        uint32_t entry = s->terms[i].entry;
        if (entry < below_count(c))
            return kb_fail(c, draft->at, CHANCERY_E_FORMAT,
                           "members of an organisation that is known already can't be added; give "
                           "it another name");
        kb_record *record = &s->records.items[entry - below_count(c)];
        if (record->term_count++ == 0)
            record->first_term = (uint32_t)i;
    }
    return CHANCERY_OK;
}

static int by_post(const void *left, const void *right, void *context)
{
    const kb_term_row *terms = context;
    uint32_t i = *(const uint32_t *)left;
    uint32_t j = *(const uint32_t *)right;
    const kb_term_row *a = &terms[i];
    const kb_term_row *b = &terms[j];
    int order = memcmp(a->code, b->code, sizeof a->code);
    if (order == 0)
        order = (a->rank > b->rank) - (a->rank < b->rank);
    if (order == 0)
        order = (a->from > b->from) - (a->from < b->from);
    return order ? order : (i > j) - (i < j);
}

/* Names found so far, as a knowledge base that can be asked. */
static kb as_kb(const kb_compiler *c, const sections *s)
{
    return (kb){.base = c->base,
                .first = below_count(c),
                .entries = s->records.items,
                .entry_count = s->records.count,
                .strings = s->strings.bytes.items,
                .nodes = s->trie.nodes.items,
                .edges = s->trie.edges,
                .edge_mask = s->trie.edge_count - 1,
                .filter = s->trie.filter,
                .filter_words = s->trie.filter_words,
                .items = s->trie.items.items,
                .codes = s->codes.rows.items,
                .code_count = s->codes.rows.count};
}

static chancery_status make_terms(kb_compiler *c, sections *s)
{
    kb names = as_kb(c, s);
    s->term_count = c->terms.count;
    if (s->term_count == 0)
        return CHANCERY_OK;
    chancery_status status = kb_make_terms(c, &names, &s->strings, &s->terms);
    if (status == CHANCERY_OK)
        status = note_terms(c, s);
    if (status != CHANCERY_OK)
        return status;
    s->posts = arena_alloc(c->arena, s->term_count, sizeof *s->posts, c->error);
    if (!s->posts)
        return kb_failed(c);
    for (size_t i = 0; i < s->term_count; i++)
        s->posts[i] = (uint32_t)i;
    qsort_r(s->posts, s->term_count, sizeof *s->posts, by_post, s->terms);
    return CHANCERY_OK;
}

/* A name of a state of the past is a name of the past. */
static void age_names(kb_compiler *c)
{
    for (size_t i = 0; i < c->values.count; i++) {
        kb_value *value = &c->values.items[i];
        bool name =
            value->root == KB_ROOT_NAMES && (value->kind == KB_NAME || value->kind == KB_FORMAL);
        const kb_draft *draft = name ? &c->drafts.items[value->entry] : NULL;
        if (draft && draft->kind == KB_STATE && !is_present_state(draft))
            value->kind = KB_OLD;
    }
}

/* From here on values speak of entries, not of drafts. */
static void point_to_entries(kb_compiler *c, const sections *s)
{
    for (size_t i = 0; i < c->values.count; i++) {
        kb_value *value = &c->values.items[i];
        if (value->root == KB_ROOT_NAMES || value->root == KB_ROOT_PEOPLE)
            value->entry = c->drafts.items[value->entry].entry;
    }
    for (size_t i = 0; i < s->codes.rows.count; i++) {
        kb_code_row *row = &s->codes.rows.items[i];
        row->entry = c->drafts.items[row->entry].entry;
    }
}

static chancery_status check_all(kb_compiler *c, sections *s)
{
    chancery_status status = collect_codes(c, &s->codes);
    for (size_t i = 0; status == CHANCERY_OK && i < c->drafts.count; i++)
        status = check_draft(c, &s->codes, &c->drafts.items[i]);
    if (status == CHANCERY_OK)
        status = make_ids(c);
    return status == CHANCERY_OK ? make_forms(c, &s->forms) : status;
}

static chancery_status make_sections(kb_compiler *c, sections *s)
{
    age_names(c);
    point_to_entries(c, s);
    chancery_status status = kb_build_trie(c, &s->trie);
    if (status == CHANCERY_OK)
        status = make_records(c, s);
    if (status == CHANCERY_OK)
        status = make_names(c, s);
    return status == CHANCERY_OK ? make_terms(c, s) : status;
}

static chancery_status compile(kb_compiler *c, slice *out)
{
    sections s = {0};
    kb_meta meta = {0};
    chancery_status status = kb_read_sources(c);
    if (status == CHANCERY_OK && c->drafts.count == 0 && !c->base)
        status = error_set(c->error, CHANCERY_E_FORMAT,
                           "the data has no entry; name the folder that has states.txt");
    if (status == CHANCERY_OK)
        status = add_family_names(c);
    if (status == CHANCERY_OK)
        status = check_all(c, &s);
    if (status == CHANCERY_OK)
        status = make_sections(c, &s);
    if (status == CHANCERY_OK)
        status = kb_tokeniser_mark(&meta.tokeniser, c->error);
    if (status != CHANCERY_OK)
        return status;
    const container_part parts[] = {
        {"meta", &meta, 1, sizeof meta},
        {"entries", s.records.items, s.records.count, sizeof *s.records.items},
        {"strings", s.strings.bytes.items, s.strings.bytes.count, 1},
        {"names", s.names.items, s.names.count, sizeof *s.names.items},
        {"terms", s.terms, s.term_count, sizeof *s.terms},
        {"posts", s.posts, s.term_count, sizeof *s.posts},
        {"nodes", s.trie.nodes.items, s.trie.nodes.count, sizeof *s.trie.nodes.items},
        {"edges", s.trie.edges, s.trie.edge_count, sizeof *s.trie.edges},
        {"filter", s.trie.filter, s.trie.filter_words, sizeof *s.trie.filter},
        {"items", s.trie.items.items, s.trie.items.count, sizeof *s.trie.items.items},
        {"forms", s.forms.forms.items, s.forms.forms.count, sizeof *s.forms.forms.items},
        {"codes", s.codes.rows.items, s.codes.rows.count, sizeof *s.codes.rows.items},
    };
    return container_build(c->arena, "KB  ", KB_VERSION, parts, sizeof parts / sizeof parts[0], out,
                           c->error);
}

chancery_status kb_compile_sources(const kb_source *sources, size_t source_count, const kb *base,
                                   arena *a, slice *out, chancery_error *error)
{
    chancery_error own = {0};
    kb_compiler c = {.arena = a,
                     .sources = sources,
                     .source_count = source_count,
                     .base = base,
                     .error = error ? error : &own};
    if (source_count > KB_MAX_SOURCES)
        return error_set(error, CHANCERY_E_LIMIT, "more than %d files of data; join some",
                         KB_MAX_SOURCES);
    return compile(&c, out);
}
