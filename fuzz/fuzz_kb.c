/* Fuzzing the knowledge base: its text, and its compiled form.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * The first byte chooses the door: '0' blocks, '1' rows of places, '2' a container as it is, '3' a
 * container whose size, checksum and mark of the tokeniser are put right first, to come to the
 * checks behind. What compiles must open, and whatever opens is asked everything. Nothing is
 * written to disk. */
#include <stdlib.h>
#include <string.h>

#include "base/hash.h"
#include "fuzz.h"
#include "kb/lookup.h"

enum { ARENA_BYTES = 256 << 20, MOST_HITS = 8 };

static const char REPORT[] =
    "The UN Security Council, Paris and the People's Republic of A met the deputy "
    "foreign minister, soldiers, PMs and the U.S. in St. A's Timor-Leste.";

/* Reads each byte, so that a sanitizer sees a slice that reaches out. */
static size_t touch(slice s)
{
    size_t sum = 0;
    for (size_t i = 0; i < s.len; i++)
        sum += (unsigned char)s.ptr[i];
    return sum;
}

static size_t ask_at(const kb *k, slice text, const text_token *tokens, size_t available)
{
    kb_hit hits[MOST_HITS];
    kb_office_hit office;
    slice sector;
    uint32_t length;
    bool plural;
    size_t sum = 0;
    size_t count = kb_find(k, text, tokens, available, hits, MOST_HITS);
    for (size_t i = 0; i < count; i++) {
        if (hits[i].tokens == 0 || hits[i].tokens > available)
            abort();
        sum += touch(kb_entry_at(k, hits[i].entry).name) + touch(hits[i].sector);
    }
    count = kb_find_person(k, tokens, available, hits, MOST_HITS);
    for (size_t i = 0; i < count; i++) {
        kb_term term;
        bool holds;
        sum += touch(kb_entry_at(k, hits[i].entry).id);
        if (kb_office_on(k, hits[i].entry, 20240619, &term, &holds))
            sum += touch(term.title) + touch(term.code) + touch(kb_entry_at(k, term.whose).name);
    }
    if (kb_find_place(k, text, tokens, available, SLICE("FRA"), hits))
        sum += touch(kb_entry_at(k, hits[0].entry).id);
    if (kb_find_office(k, text, tokens, available, &office))
        sum += touch(office.sector) + touch(kb_rank_name(office.rank));
    if (kb_find_agent(k, text, tokens, available, &sector, &length, &plural))
        sum += touch(sector) + length;
    return sum;
}

static size_t ask(const kb *k, slice text, arena *a)
{
    size_t sum = touch(kb_edition(k));
    text_report r = {0};
    for (uint32_t i = 0; i < kb_entry_count(k); i++) {
        kb_entry entry = kb_entry_at(k, i);
        sum += touch(entry.id) + touch(entry.name) + touch(entry.code) + touch(entry.sector);
    }
    uint32_t entry;
    if (kb_state(k, text, &entry) || kb_code(k, SLICE("FRA"), &entry))
        sum += touch(kb_entry_at(k, entry).name);
    if (text_check_utf8(text, NULL) != CHANCERY_OK ||
        text_segment(text, a, &r, NULL) != CHANCERY_OK)
        return sum;
    for (size_t i = 0; i < r.token_count; i++)
        sum += ask_at(k, text, r.tokens + i, r.token_count - i);
    return sum;
}

static void compile_text(slice name, slice text, arena *a)
{
    kb_source sources[] = {{SLICE("states.txt"), SLICE("state AAA A\nstate FRA France\n")},
                           {name, text}};
    slice bytes;
    if (kb_compile_sources(sources, 2, NULL, a, &bytes, NULL) != CHANCERY_OK)
        return;
    kb *k;
    if (kb_open_bytes(bytes, &k, NULL) != CHANCERY_OK)
        abort();
    volatile size_t sum = ask(k, SLICE(REPORT), a) + ask(k, text, a); /* the names themselves */
    (void)sum;
    kb *over;
    if (kb_open_over(k, &sources[1], 1, &over, NULL) == CHANCERY_OK) {
        volatile size_t own = ask(over, SLICE(REPORT), a) + ask(over, text, a);
        (void)own;
        kb_close(over);
    }
    kb_close(k);
}

static void put_checksum(char *bytes, size_t size)
{
    uint64_t sum = hash_bytes((slice){bytes + 32, size - 32}, 0);
    memcpy(bytes + 24, &sum, sizeof sum);
}

/* Puts right what would otherwise end every try at the first check. */
static void repair(char *bytes, size_t size)
{
    uint64_t unused;
    uint64_t whole = size;
    size_t count = 0;
    const void *meta = NULL;
    if (size < 40)
        return;
    memcpy(bytes + 16, &whole, sizeof whole);
    put_checksum(bytes, size);
    slice s = {bytes, size};
    if (container_check(s, "KB  ", KB_VERSION, KB_VERSION, &unused, NULL) != CHANCERY_OK ||
        container_section(s, "meta", sizeof(kb_meta), &count, &meta, NULL) != CHANCERY_OK ||
        count == 0 || kb_tokeniser_mark(&unused, NULL) != CHANCERY_OK)
        return;
    memcpy((char *)(uintptr_t)meta, &unused, sizeof unused);
    put_checksum(bytes, size);
}

static void open_bytes(slice given, bool repaired, arena *a)
{
    void *bytes = NULL;
    if (posix_memalign(&bytes, 64, given.len ? given.len : 1) != 0)
        return;
    memcpy(bytes, given.ptr, given.len);
    if (repaired)
        repair(bytes, given.len);
    kb *k;
    if (kb_open_bytes((slice){bytes, given.len}, &k, NULL) == CHANCERY_OK) {
        volatile size_t sum = ask(k, SLICE(REPORT), a);
        (void)sum;
        kb_close(k);
    }
    free(bytes);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size == 0)
        return 0;
    slice rest = {(const char *)data + 1, size - 1};
    arena a;
    arena_init(&a, ARENA_BYTES);
    switch (data[0] & 3) {
    case 0:
        compile_text(SLICE("fuzz.txt"), rest, &a);
        break;
    case 1:
        compile_text(SLICE("places.tsv"), rest, &a);
        break;
    default:
        open_bytes(rest, (data[0] & 1) != 0, &a);
        break;
    }
    arena_clear(&a);
    return 0;
}
