/* Reading offices.txt and agents.txt.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * A portfolio stands for the titles that English makes of it, in singular and plural:
 *
 *     defence -> defence minister, minister of defence, minister for defence
 *
 * and in a block of deputy ministers for theirs. Titles so made give way to those that are written
 * out. */
#include "base/block.h"
#include "base/error.h"
#include "kb/compile.h"

/* A title made of a portfolio P: `before` P `after`. */
typedef struct pattern {
    const char *before;
    const char *after;
    bool plural;
} pattern;

static const pattern MINISTER[] = {
    {"", " minister", false},        {"", " ministers", true},    {"minister of ", "", false},
    {"minister for ", "", false},    {"ministers of ", "", true}, {"ministers for ", "", true},
    {"minister of the ", "", false},
};

static const pattern DEPUTY[] = {
    {"deputy ", " minister", false},    {"deputy ", " ministers", true},
    {"vice ", " minister", false},      {"vice ", " ministers", true},
    {"", " vice minister", false},      {"", " deputy minister", false},
    {"deputy minister of ", "", false}, {"deputy minister for ", "", false},
    {"vice minister of ", "", false},   {"vice minister for ", "", false},
    {"deputy ministers of ", "", true}, {"vice ministers of ", "", true},
};

static chancery_status add_title(kb_compiler *c, kb_place_in at, const kb_office_block *block,
                                 const kb_value_text *text, bool plural)
{
    kb_value value = {.text = text->text,
                      .root = block->agent ? KB_ROOT_AGENTS : KB_ROOT_OFFICES,
                      .rank = (uint8_t)block->rank,
                      .flags = block->flags,
                      .at = at};
    if (plural)
        value.flags |= KB_ITEM_PLURAL;
    memcpy(value.sector, text->sector[0] ? text->sector : block->sector, sizeof value.sector);
    return kb_add_value(c, &value);
}

static chancery_status add_portfolio(kb_compiler *c, kb_place_in at, const kb_office_block *block,
                                     const kb_value_text *text)
{
    bool deputy = block->rank == KB_RANK_DEPUTY_MINISTER;
    if (!deputy && block->rank != KB_RANK_MINISTER && block->rank != KB_RANK_FOREIGN_MINISTER &&
        block->rank != KB_RANK_DEFENCE_MINISTER)
        return kb_fail(c, at, CHANCERY_E_FORMAT,
                       "only ministers and their deputies have a portfolio; write titles out");
    const pattern *patterns = deputy ? DEPUTY : MINISTER;
    size_t count = deputy ? sizeof DEPUTY / sizeof *DEPUTY : sizeof MINISTER / sizeof *MINISTER;
    kb_value value = {
        .root = KB_ROOT_OFFICES, .rank = (uint8_t)block->rank, .made = true, .at = at};
    memcpy(value.sector, text->sector[0] ? text->sector : block->sector, sizeof value.sector);
    for (size_t i = 0; i < count; i++) {
        chancery_status status =
            arena_printf(c->arena, &value.text, c->error, "%s%.*s%s", patterns[i].before,
                         SLICE_ARGS(text->text), patterns[i].after);
        value.flags = block->flags & (uint8_t)~KB_ITEM_TAKES_OF; /* it has its portfolio */
        if (patterns[i].plural)
            value.flags |= KB_ITEM_PLURAL;
        if (status == CHANCERY_OK)
            status = kb_add_value(c, &value);
        if (status != CHANCERY_OK)
            return status;
    }
    return CHANCERY_OK;
}

/* "soldier / soldiers", or one form that is plural or mass. */
static chancery_status add_word(kb_compiler *c, kb_place_in at, const kb_office_block *block,
                                const kb_value_text *text)
{
    kb_value_text form = *text;
    slice rest = text->text;
    slice forms[2] = {0};
    size_t count = 0;
    slice part;
    while (slice_next(&rest, '/', &part)) {
        part = slice_trim(part);
        if (count == 2 || part.len == 0)
            return kb_fail(c, at, CHANCERY_E_FORMAT,
                           "'%.*s': write 'singular / plural', or one form that is plural or mass",
                           SLICE_ARGS(text->text));
        forms[count++] = part;
    }
    for (size_t i = 0; i < count; i++) {
        form.text = forms[i];
        chancery_status status = add_title(c, at, block, &form, i + 1 == count);
        if (status != CHANCERY_OK)
            return status;
    }
    return CHANCERY_OK;
}

bool kb_rank_of(slice word, kb_rank *rank)
{
    for (int r = KB_RANK_HEAD_OF_STATE; r <= KB_RANK_OFFICIAL; r++) {
        if (!slice_equal(word, kb_rank_name((kb_rank)r)))
            continue;
        *rank = (kb_rank)r;
        return true;
    }
    return false;
}

/* "[GOV]", "exclusive" or "of" behind an office's rank. */
static chancery_status read_office_word(kb_compiler *c, kb_place_in at, slice word,
                                        kb_office_block *out)
{
    if (slice_starts(word, SLICE("[")) && slice_ends(word, SLICE("]")))
        return kb_parse_sector(c, at, slice_range(word, 1, word.len - 1), out->sector);
    if (slice_equal(word, SLICE("exclusive")))
        out->flags |= KB_ITEM_EXCLUSIVE;
    else if (slice_equal(word, SLICE("of")))
        out->flags |= KB_ITEM_TAKES_OF;
    else
        return kb_fail(c, at, CHANCERY_E_FORMAT,
                       "'%.*s' says nothing here; write 'office RANK [SECTOR] exclusive of'",
                       SLICE_ARGS(word));
    return CHANCERY_OK;
}

chancery_status kb_read_office_head(kb_compiler *c, kb_place_in at, slice kind, slice rest,
                                    kb_office_block *out)
{
    *out = (kb_office_block){0};
    slice word = {0};
    bool more = block_word(&rest, &word);
    if (slice_equal(kind, SLICE("agent"))) {
        out->agent = true;
        slice extra;
        if (block_word(&rest, &extra))
            return kb_fail(c, at, CHANCERY_E_FORMAT,
                           "only a sector follows 'agent'; write it: "
                           "'agent MIL'");
        return kb_parse_sector(c, at, word, out->sector);
    }
    if (!slice_equal(kind, SLICE("office")))
        return kb_fail(c, at, CHANCERY_E_FORMAT,
                       "there is no block '%.*s'; the blocks are state, igo, organisation, group, "
                       "place, person, office, agent",
                       SLICE_ARGS(kind));
    if (!kb_rank_of(word, &out->rank))
        return kb_fail(c, at, CHANCERY_E_FORMAT,
                       "'%.*s' is no rank; write one of src/kb/kb.h, such as head-of-state or "
                       "foreign-minister",
                       SLICE_ARGS(word));
    chancery_status status = CHANCERY_OK;
    while (status == CHANCERY_OK && more && (more = block_word(&rest, &word)))
        status = read_office_word(c, at, word, out);
    return status;
}

chancery_status kb_read_office_field(kb_compiler *c, kb_place_in at, const kb_office_block *block,
                                     slice field, slice raw)
{
    bool title = !block->agent && slice_equal(field, SLICE("title"));
    bool plural = !block->agent && slice_equal(field, SLICE("plural"));
    bool portfolio = !block->agent && slice_equal(field, SLICE("portfolio"));
    bool words = block->agent && slice_equal(field, SLICE("words"));
    if (!title && !plural && !portfolio && !words)
        return kb_fail(c, at, CHANCERY_E_FORMAT,
                       "there is no field '%.*s' here; an office has title, plural, portfolio, an "
                       "agent has words",
                       SLICE_ARGS(field));
    slice part;
    while (slice_next(&raw, ';', &part)) {
        kb_value_text text;
        chancery_status status = kb_parse_value(c, at, part, &text);
        if (status != CHANCERY_OK)
            return status;
        if (text.has_coordinates)
            return kb_fail(c, at, CHANCERY_E_FORMAT, "no coordinates belong here; take them away");
        if (words)
            status = add_word(c, at, block, &text);
        else if (portfolio)
            status = add_portfolio(c, at, block, &text);
        else
            status = add_title(c, at, block, &text, plural);
        if (status != CHANCERY_OK)
            return status;
    }
    return CHANCERY_OK;
}
