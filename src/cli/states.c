/* Names of states on the command line. See states.h.
 *
 * SPDX-License-Identifier: Apache-2.0 */
#include "cli/states.h"

#include <string.h>

#include "base/array.h"
#include "cli/options.h"
#include "kb/kb.h"

enum {
    MOST_WORDS = 12,     /* of two names */
    MOST_CANDIDATES = 4, /* in a message */
    MOST_HITS = 16,
    NAME_BYTES = 64, /* longer names are not guessed at */
};

typedef struct candidates {
    uint32_t entries[MOST_CANDIDATES];
    size_t count;
} candidates;

static void add_candidate(candidates *all, uint32_t entry)
{
    for (size_t i = 0; i < all->count; i++)
        if (all->entries[i] == entry)
            return;
    if (all->count < MOST_CANDIDATES)
        all->entries[all->count++] = entry;
}

/** Whether events between it and others can be asked for: its code is its own. */
static bool has_own_code(const kb *k, uint32_t entry)
{
    uint32_t owner;
    kb_entry e = kb_entry_at(k, entry);
    return e.kind == KB_STATE || (e.kind == KB_IGO && kb_code(k, e.code, &owner) && owner == entry);
}

/** Everything that all of the words can stand for, by the knowledge base's own search. */
static void candidates_by_name(const kb *k, slice name, arena *a, candidates *out)
{
    text_report report = {0};
    kb_hit hits[MOST_HITS];
    if (text_check_utf8(name, NULL) != CHANCERY_OK ||
        text_segment(name, a, &report, NULL) != CHANCERY_OK || report.token_count == 0)
        return;
    bool article = slice_equal_ascii_fold(
        slice_range(name, report.tokens[0].start, report.tokens[0].end), SLICE("the"));
    size_t first = article && report.token_count > 1 ? 1 : 0;
    size_t left = report.token_count - first;
    size_t count = kb_find(k, name, report.tokens + first, left, hits, MOST_HITS);
    for (size_t i = 0; i < count; i++)
        if (hits[i].tokens == left && has_own_code(k, hits[i].entry))
            add_candidate(out, hits[i].entry);
}

/** The name folded, as a C string; false where it is too long to compare. */
static bool fold(slice name, char out[4 * NAME_BYTES + 1])
{
    if (name.len == 0 || name.len > NAME_BYTES || memchr(name.ptr, 0, name.len))
        return false;
    out[text_fold(name, out)] = '\0';
    return true;
}

/** States of today whose English name or code differs little, or holds the word. */
static void candidates_by_spelling(const kb *k, slice name, candidates *out)
{
    char wanted[4 * NAME_BYTES + 1], other[4 * NAME_BYTES + 1];
    if (text_check_utf8(name, NULL) != CHANCERY_OK || !fold(name, wanted))
        return;
    size_t length = strlen(wanted);
    for (int pass = 0; pass < 2; pass++)
        for (uint32_t i = 0; i < kb_entry_count(k); i++) {
            kb_entry e = kb_entry_at(k, i);
            if (e.kind != KB_STATE || e.until || !fold(e.name, other))
                continue;
            const char *at = length > 3 ? strstr(other, wanted) : NULL;
            bool inside = at && (at == other || at[-1] == ' ');
            if (pass ? inside : cli_is_near(wanted, other))
                add_candidate(out, i);
        }
}

/** States of which any form is one letter away: left out, changed, put in, or swapped with the next
 * one. */
static void candidates_by_letter(const kb *k, slice name, candidates *out)
{
    char folded[4 * NAME_BYTES + 1], tried[4 * NAME_BYTES + 2];
    if (text_check_utf8(name, NULL) != CHANCERY_OK || !fold(name, folded))
        return;
    size_t length = strlen(folded);
    for (size_t at = 0; length > 3 && at <= length; at++)
        for (int edit = 0; edit < 2 + 2 * 26; edit++) {
            bool put_in = edit >= 2 + 26, swap = edit == 1;
            uint32_t entry;
            if (at == length && !put_in)
                continue;
            size_t skip = put_in ? 0 : swap ? 2 : 1, n = at;
            memcpy(tried, folded, at);
            if (edit >= 2)
                tried[n++] = (char)('a' + (edit - 2) % 26);
            if (swap && at + 1 < length) {
                tried[n++] = folded[at + 1];
                tried[n++] = folded[at];
            }
            size_t rest = at + skip <= length ? length - at - skip : 0;
            memcpy(tried + n, folded + length - rest, rest);
            if (kb_state(k, (slice){tried, n + rest}, &entry))
                add_candidate(out, entry);
        }
}

/** "China (CHN), Japan (JPN) or Peru (PER)". */
static void list_candidates(const kb *k, const candidates *all, char *out, size_t size)
{
    size_t length = 0;
    out[0] = '\0';
    for (size_t i = 0; i < all->count && length < size; i++) {
        kb_entry e = kb_entry_at(k, all->entries[i]);
        const char *join = i == 0 ? "" : i + 1 == all->count ? " or " : ", ";
        int wrote = snprintf(out + length, size - length, "%s%.*s (%.*s)", join, SLICE_ARGS(e.name),
                             SLICE_ARGS(e.code));
        length += wrote > 0 ? (size_t)wrote : 0;
    }
}

static int refuse(const chancery_engine *engine, slice name, arena *a)
{
    const kb *k = engine_parts(engine)->kb;
    char list[400];
    candidates all = {0};
    candidates_by_name(k, name, a, &all);
    bool known = all.count > 0;
    if (!known)
        candidates_by_spelling(k, name, &all);
    if (all.count == 0)
        candidates_by_letter(k, name, &all);
    list_candidates(k, &all, list, sizeof list);
    if (known && all.count > 1)
        cli_say("'%.*s' can mean %s; give the code", SLICE_ARGS(name), list);
    else if (all.count)
        cli_say("no state is called '%.*s'; did you mean %s?", SLICE_ARGS(name), list);
    else
        cli_say("no state is called '%.*s'; give a name in English, or a code of two or three"
                " letters",
                SLICE_ARGS(name));
    return CLI_FAILED;
}

/** A state by its name, or the United Nations and the European Union by theirs. */
static bool find_one(const chancery_engine *engine, slice name, arena *a, cli_state *out)
{
    const kb *k = engine_parts(engine)->kb;
    uint32_t entry;
    candidates all = {0};
    if (name.len == 0)
        return false;
    bool found = kb_state(k, name, &entry) || kb_code(k, name, &entry);
    if (!found) {
        candidates_by_name(k, name, a, &all);
        found = all.count == 1 && kb_entry_at(k, all.entries[0]).kind == KB_IGO;
        entry = found ? all.entries[0] : 0;
    }
    if (!found)
        return false;
    (void)kb_code(k, kb_entry_at(k, entry).code, &entry); /* its successor of today */
    kb_entry e = kb_entry_at(k, entry);
    *out = (cli_state){e.code, e.name};
    return true;
}

/** Words [first, end) with a space between them; empty where memory is short. */
static slice join(char **words, size_t first, size_t end, arena *a)
{
    slice name = {0};
    for (size_t i = first; i < end; i++)
        if (arena_printf(a, &name, NULL, i > first ? "%.*s %s" : "%.*s%s", SLICE_ARGS(name),
                         words[i]) != CHANCERY_OK)
            return (slice){0};
    return name;
}

/** Whether the words before `cut` name a state and those from it on another; or all of them one. */
static bool find_cut(const chancery_engine *engine, char **words, size_t count, size_t cut,
                     arena *a, cli_state out[2])
{
    return find_one(engine, join(words, 0, cut, a), a, &out[0]) &&
           (cut == count || find_one(engine, join(words, cut, count, a), a, &out[1]));
}

/** Tries one word each first, then longer names. @return how many states, 0 for none. */
static size_t find_all(const chancery_engine *engine, char **words, size_t count, arena *a,
                       cli_state out[2])
{
    if (count == 2 && find_cut(engine, words, 2, 1, a, out))
        return 2;
    for (size_t cut = count; cut > 0; cut--)
        if (find_cut(engine, words, count, cut, a, out))
            return cut == count ? 1 : 2;
    return 0;
}

/** Says which of the names is not known. */
static int refuse_words(const char *command, const chancery_engine *engine, char **words,
                        size_t count, arena *a)
{
    cli_state state;
    slice all = join(words, 0, count < MOST_WORDS ? count : MOST_WORDS, a);
    if (count > 2)
        return cli_misuse(command, "'%.*s' is not one state or two; name them by their codes",
                          SLICE_ARGS(all));
    for (size_t i = 0; i < count; i++)
        if (!find_one(engine, slice_of(words[i]), a, &state))
            return refuse(engine, slice_of(words[i]), a);
    return CLI_FAILED;
}

int cli_find_states(const char *command, const chancery_engine *engine, char **words,
                    size_t word_count, arena *a, cli_state out[2], size_t *count)
{
    *count = word_count <= MOST_WORDS ? find_all(engine, words, word_count, a, out) : 0;
    if (*count == 0)
        return refuse_words(command, engine, words, word_count, a);
    if (*count == 2 && slice_equal(out[0].code, out[1].code))
        return cli_misuse(command, "both names mean %.*s (%.*s); name two states, or it once",
                          SLICE_ARGS(out[0].name), SLICE_ARGS(out[0].code));
    return CLI_OK;
}
