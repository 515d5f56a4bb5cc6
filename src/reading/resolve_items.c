/* A phrase's tokens become items: names, offices, words for agents, people and other words.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * From left to right the longest wins. Of several entries under one name the line's other names
 * decide, then a state comes before a body, a body before a place, a large place before a small
 * one, as for reports (marks.c). */
#include "reading/lexicon.h"

enum { SUPPORTED = 1 << 30, SURE_PLACE = 200000 };

slice resolve_item_text(const resolve_line *l, const resolve_item *item)
{
    return slice_range(l->text, l->tokens[item->first].start,
                       l->tokens[item->first + item->count - 1].end);
}

static const resolve_item *last_item(const resolve_line *l)
{
    return l->count ? &l->items[l->count - 1] : NULL;
}

static bool is_behind(const resolve_line *l, uint32_t flags)
{
    const resolve_item *last = last_item(l);
    return last && (last->flags & flags) != 0;
}

/* ---- names ---- */

/* Whether a name of another place in the line is of the same state. */
static bool is_supported(const resolve_line *l, uint32_t at, slice code)
{
    for (uint32_t i = 0; i < l->token_count; i++) {
        kb_hit hit[2];
        if (i == at || l->tokens[i].kind != TEXT_WORD ||
            kb_find(l->engine->kb, l->text, l->tokens + i, l->token_count - i, hit, 2) == 0)
            continue;
        if (slice_equal(kb_entry_at(l->engine->kb, hit[0].entry).code, code))
            return true;
    }
    return false;
}

static uint32_t weight_of(const resolve_line *l, uint32_t at, const kb_entry *e, bool alone)
{
    uint32_t more = !alone && is_supported(l, at, e->code) ? SUPPORTED : 0;
    switch (e->kind) {
    case KB_STATE:
        return more | (SUPPORTED - 1);
    case KB_IGO:
    case KB_ORGANISATION:
    case KB_GROUP:
        return more | (SUPPORTED - 2);
    case KB_PLACE:
    case KB_PERSON:
        break;
    }
    return more | (e->population >> 4);
}

/* "Dominican" is the Dominican Republic's rather than Dominica's. */
static bool begins_with(const kb_entry *e, slice word)
{
    return e->name.len > word.len && e->name.ptr[word.len] == ' ' &&
           slice_equal_ascii_fold(slice_range(e->name, 0, word.len), word);
}

/* Of the names of the greatest length the likeliest, or NULL. */
static const kb_hit *choose_name(const resolve_line *l, uint32_t at, const kb_hit *hits,
                                 size_t count)
{
    const kb_hit *best = NULL;
    uint32_t most = 0;
    bool alone = true;
    for (size_t i = 1; i < count && hits[i].tokens == hits[0].tokens; i++)
        alone = alone && hits[i].entry == hits[0].entry;
    for (size_t i = 0; i < count && hits[i].tokens == hits[0].tokens; i++) {
        kb_entry e = kb_entry_at(l->engine->kb, hits[i].entry);
        uint32_t weight = weight_of(l, at, &e, alone);
        bool own = begins_with(&e, slice_range(l->text, l->tokens[at].start, l->tokens[at].end));
        if (best && weight <= most && !(weight == most && own))
            continue;
        best = &hits[i];
        most = weight;
    }
    return best;
}

/* "us", "who", "is": a name only where no sentence could have the word. */
static bool is_plain_word(const resolve_line *l, uint32_t at, uint32_t flags)
{
    uint32_t plain = RESOLVE_FUNCTION | RESOLVE_OF | RESOLVE_IN | RESOLVE_AGAINST | RESOLVE_STOP;
    if (!(flags & plain))
        return false;
    bool shouted = (l->tokens[at].flags & TEXT_UPPER) != 0;
    bool first = at == 0 || (at == 1 && l->tokens[0].end - l->tokens[0].start == 3);
    return !shouted || ((l->upper || l->lower) && !(first && l->token_count > at));
}

/* In a line without capitals every word might be a town. */
static bool is_doubtful(const resolve_line *l, const kb_entry *e, const kb_hit *hit)
{
    return l->lower && hit->tokens == 1 && e->kind == KB_PLACE && hit->kind != KB_ADJECTIVE &&
           !(is_behind(l, RESOLVE_IN | RESOLVE_OF) || e->population >= SURE_PLACE);
}

static bool find_name(const resolve_line *l, uint32_t at, uint32_t flags, resolve_item *item)
{
    kb_hit hits[RESOLVE_MAX_HITS];
    const kb *k = l->engine->kb;
    size_t count = kb_find(k, l->text, l->tokens + at, l->token_count - at, hits, RESOLVE_MAX_HITS);
    const kb_hit *hit = choose_name(l, at, hits, count);
    if (!hit || (hit->tokens == 1 && is_plain_word(l, at, flags)))
        return false;
    kb_entry e = kb_entry_at(k, hit->entry);
    if (is_doubtful(l, &e, hit))
        return false;
    *item = (resolve_item){.first = at,
                           .count = hit->tokens,
                           .flags = flags & RESOLVE_CAPITAL,
                           .kind = RESOLVE_NAME,
                           .entry = hit->entry,
                           .name_kind = hit->kind,
                           .entry_kind = e.kind,
                           .code = e.code,
                           .sector = hit->sector};
    return true;
}

/* ---- agents and offices ---- */

static bool find_agent(const resolve_line *l, uint32_t at, uint32_t flags, resolve_item *item)
{
    const kb *k = l->engine->kb;
    const text_token *tokens = l->tokens + at;
    uint32_t left = l->token_count - at, length = 0;
    slice sector = {0};
    bool plural = false;
    kb_office_hit office = {0};
    if (!kb_find_agent(k, l->text, tokens, left, &sector, &length, &plural))
        length = 0;
    if (!kb_find_office(k, l->text, tokens, left, &office))
        office.tokens = 0;
    if (length == 0 && office.tokens == 0)
        return false;
    *item = (resolve_item){.first = at, .flags = flags, .kind = RESOLVE_AGENT};
    item->count = length > office.tokens ? length : office.tokens;
    if (length >= office.tokens) {
        item->sector = sector;
        item->plural = plural;
    }
    if (office.tokens >= length) {
        item->rank = office.rank;
        item->sector = length == office.tokens ? sector : office.sector;
        item->plural = office.plural;
    }
    if (item->count > 1) /* flags are of the last word: "army spokesman" */
        item->flags = resolve_word_flags(l, &tokens[item->count - 1]) |
                      (flags & (RESOLVE_CAPITAL | RESOLVE_AID | RESOLVE_FORMER));
    return true;
}

/* ---- people ---- */

/* A surname is not what stands before another capital: "Ali" of "Ali al-Sistani". */
static bool is_followed_by_name(const resolve_line *l, uint32_t at)
{
    kb_office_hit office;
    if (at >= l->token_count || l->upper || l->lower)
        return false;
    slice word = slice_range(l->text, l->tokens[at].start, l->tokens[at].end);
    bool name = l->tokens[at].flags & TEXT_CAPITAL || slice_starts(word, SLICE("al-")) ||
                slice_is(word, "al");
    return name &&
           !kb_find_office(l->engine->kb, l->text, l->tokens + at, l->token_count - at, &office);
}

static bool find_person(const resolve_line *l, uint32_t at, bool titled, resolve_item *item)
{
    kb_hit hits[RESOLVE_MAX_HITS];
    size_t count =
        kb_find_person(l->engine->kb, l->tokens + at, l->token_count - at, hits, RESOLVE_MAX_HITS);
    for (size_t i = 0; i < count && hits[i].tokens == hits[0].tokens; i++) {
        bool family = hits[i].kind == KB_FAMILY;
        if (family && (is_followed_by_name(l, at + hits[i].tokens) || (l->lower && !titled)))
            continue;
        *item = (resolve_item){.first = at,
                               .count = hits[0].tokens,
                               .flags = RESOLVE_CAPITAL,
                               .kind = RESOLVE_PERSON,
                               .name_kind = hits[i].kind};
        if (!family)
            return true;
    }
    return item->count > 0;
}

/* ---- all together ---- */

static bool is_longer(const resolve_item *a, bool found, const resolve_item *b)
{
    return found && a->count > b->count;
}

/* Whether a title begins with the name of where it is: "Istanbul mayor". */
static bool begins_office(const resolve_line *l, const resolve_item *name,
                          const resolve_item *agent)
{
    resolve_item rest = {0};
    uint32_t next = name->first + name->count;
    uint32_t flags = resolve_word_flags(l, &l->tokens[next]);
    return name->entry_kind != KB_PERSON && find_agent(l, next, flags, &rest) &&
           rest.first + rest.count == agent->first + agent->count;
}

/* The best that begins at a token; a word alone where nothing does. */
static void find_item(const resolve_line *l, uint32_t at, resolve_item *best)
{
    uint32_t flags = resolve_word_flags(l, &l->tokens[at]);
    const resolve_item *last = last_item(l);
    bool titled = last && (last->flags & RESOLVE_HONORIFIC ||
                           (last->kind == RESOLVE_AGENT && last->rank != KB_RANK_NONE));
    resolve_item name = {0}, agent = {0}, person = {0};
    *best = (resolve_item){.first = at, .count = 1, .flags = flags, .kind = RESOLVE_WORD};
    if (l->tokens[at].kind == TEXT_PUNCT)
        return;
    bool named = find_name(l, at, flags, &name);
    bool acts = find_agent(l, at, flags, &agent);
    bool known = !(flags & RESOLVE_FUNCTION && !titled) && find_person(l, at, titled, &person);
    bool weak = named && name.entry_kind == KB_PLACE && name.name_kind != KB_ADJECTIVE;
    if (acts)
        *best = agent;
    if (named && (is_longer(&name, true, best) || !acts ||
                  (name.count == best->count && !weak && !(l->lower && agent.count))))
        *best = name;
    if (named && acts && agent.count > name.count)
        *best = begins_office(l, &name, &agent) ? name : agent;
    bool full = known && person.name_kind != KB_FAMILY;
    if (known && (is_longer(&person, known, best) ||
                  (person.count == best->count && (full || titled || best->kind == RESOLVE_WORD))))
        *best = person;
    if (best->kind == RESOLVE_WORD || best->kind == RESOLVE_PERSON)
        best->flags |= flags & RESOLVE_CAPITAL;
}

/* "US-backed", "Lebanese-born": the name before the dash belongs to somebody else. */
static void mark_other(resolve_line *l)
{
    for (uint32_t i = 0; i + 2 < l->count; i++)
        if (l->items[i].kind == RESOLVE_NAME && l->items[i + 1].flags & RESOLVE_DASH &&
            l->items[i + 2].flags & RESOLVE_BACKED)
            l->items[i].other = true;
}

/* "ex-Chancellor" is one token; what follows the dash is looked for. @return whether it was. */
static bool strip_ex(resolve_line *l, uint32_t at)
{
    text_token *t = &l->tokens[at];
    slice bytes = slice_range(l->text, t->start, t->end);
    if (at == 0 ? t->start == 3 : t->start == l->tokens[at - 1].end + 4) /* done before */
        return slice_equal_ascii_fold(slice_range(l->text, t->start - 3, t->start), SLICE("ex-"));
    if (bytes.len < 5 || !slice_equal_ascii_fold(slice_range(bytes, 0, 3), SLICE("ex-")))
        return false;
    t->start += 3;
    t->key = text_key(slice_range(bytes, 3, bytes.len));
    if (bytes.ptr[3] >= 'A' && bytes.ptr[3] <= 'Z')
        t->flags |= TEXT_CAPITAL;
    return true;
}

/* "#MeToo" is looked for without its mark. */
static void strip_hash(resolve_line *l, uint32_t at)
{
    text_token *t = &l->tokens[at];
    if (t->end - t->start < 3 || l->text.ptr[t->start] != '#')
        return;
    t->start++;
    t->key = text_key(slice_range(l->text, t->start, t->end));
}

void resolve_cut(resolve_line *l)
{
    l->count = 0;
    for (uint32_t at = 0; at < l->token_count && l->count < RESOLVE_MAX_ITEMS;) {
        resolve_item item;
        strip_hash(l, at);
        bool former = strip_ex(l, at);
        find_item(l, at, &item);
        item.former = former;
        l->items[l->count++] = item;
        at += item.count;
    }
    mark_other(l);
}
