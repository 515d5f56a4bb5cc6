/* Titles of office, their ranks, and words for those who act.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * They lie in tries of their own beside that of the names, in the same tables. Case is no matter
 * here, with one exception: a title that the data writes in capitals ("PM") needs them, or every "3
 * pm" would be a prime minister. */
#include "kb/lookup.h"

static const char *const RANK_NAMES[] = {
    [KB_RANK_NONE] = "none",
    [KB_RANK_HEAD_OF_STATE] = "head-of-state",
    [KB_RANK_HEAD_OF_GOVERNMENT] = "head-of-government",
    [KB_RANK_DEPUTY_HEAD_OF_GOVERNMENT] = "deputy-head-of-government",
    [KB_RANK_FOREIGN_MINISTER] = "foreign-minister",
    [KB_RANK_DEFENCE_MINISTER] = "defence-minister",
    [KB_RANK_MINISTER] = "minister",
    [KB_RANK_DEPUTY_MINISTER] = "deputy-minister",
    [KB_RANK_HEAD_OF_ORGANISATION] = "head-of-organisation",
    [KB_RANK_AMBASSADOR] = "ambassador",
    [KB_RANK_ENVOY] = "envoy",
    [KB_RANK_SPOKESPERSON] = "spokesperson",
    [KB_RANK_LEGISLATOR] = "legislator",
    [KB_RANK_PARTY] = "party",
    [KB_RANK_OFFICER] = "officer",
    [KB_RANK_JUDGE] = "judge",
    [KB_RANK_LOCAL] = "local",
    [KB_RANK_ROYAL] = "royal",
    [KB_RANK_OFFICIAL] = "official",
};

_Static_assert(sizeof RANK_NAMES / sizeof RANK_NAMES[0] == KB_RANK_OFFICIAL + 1,
               "every rank has a name");

slice kb_rank_name(kb_rank rank)
{
    return slice_of(RANK_NAMES[rank]);
}

/* The item of the longest title or word at tokens[0], or NULL. */
static const kb_item *find_longest(const kb *k, uint32_t root, const text_token *tokens,
                                   size_t available, uint32_t *length)
{
    if (available == 0 || !kb_may_begin(k, root, tokens[0].key))
        return NULL;
    kb_walk walk;
    kb_walk_tokens(k, root, tokens, available, &walk);
    for (size_t i = walk.count; i-- > 0;) {
        const kb_node *node = &k->nodes[walk.nodes[i]];
        for (uint32_t j = 0; j < node->count; j++) {
            const kb_item *item = &k->items[node->first + j];
            if (!kb_item_suits(item, walk.have[i]))
                continue;
            *length = walk.lengths[i];
            return item;
        }
    }
    return NULL;
}

/* Its own or its base's, whichever is longer; its own where they are equal. */
static const kb_item *find_longer(const kb *k, uint32_t root, const text_token *tokens,
                                  size_t available, uint32_t *length)
{
    const kb_item *item = find_longest(k, root, tokens, available, length);
    uint32_t below;
    const kb_item *other = k->base ? find_longer(k->base, root, tokens, available, &below) : NULL;
    if (!other || (item && *length >= below))
        return item;
    *length = below;
    return other;
}

bool kb_find_office(const kb *k, slice text, const text_token *tokens, size_t available,
                    kb_office_hit *hit)
{
    (void)text;
    uint32_t length;
    const kb_item *item = find_longer(k, KB_ROOT_OFFICES, tokens, available, &length);
    if (!item)
        return false;
    *hit = (kb_office_hit){
        .rank = (kb_rank)item->rank,
        .sector = kb_letters(item->sector),
        .tokens = length,
        .takes_of = (item->flags & KB_ITEM_TAKES_OF) != 0,
        .plural = (item->flags & KB_ITEM_PLURAL) != 0,
        .exclusive = (item->flags & KB_ITEM_EXCLUSIVE) != 0,
    };
    return true;
}

bool kb_find_agent(const kb *k, slice text, const text_token *tokens, size_t available,
                   slice *sector, uint32_t *token_count, bool *plural_or_mass)
{
    (void)text;
    uint32_t length;
    const kb_item *item = find_longer(k, KB_ROOT_AGENTS, tokens, available, &length);
    if (!item)
        return false;
    *sector = kb_letters(item->sector);
    *token_count = length;
    *plural_or_mass = (item->flags & KB_ITEM_PLURAL) != 0;
    return true;
}
