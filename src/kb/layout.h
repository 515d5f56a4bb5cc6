/* The compiled knowledge base: sections of a container of kind "KB  " (base/container.h).
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 *     meta     1 kb_meta
 *     entries  kb_record, an entry each; kb_find speaks of their indices
 *     strings  bytes that the records point into
 *     names    kb_name_row, names as written, those of an entry together
 *     terms    kb_term_row, offices and memberships, those of an entry together
 *     posts    indices of terms, sorted by code, rank and beginning: who held an office
 *     nodes    kb_node, of four tries: names (root 0), titles of office (1), words for agents (2),
 *              people (3)
 *     edges    kb_edge, one open-addressed table for all nodes, a power of two with empty places
 *     filter   64-bit words, a power of two: which keys begin anything (a Bloom filter, two bits a
 * key in one word) items    kb_item, what ends at a node; those of a node lie together, in the
 * order of the data files forms    kb_form, sorted by key: whole names of states, for kb_state
 *     codes    kb_code_row, sorted by code: states, UNO, EUR
 *
 * Finding a name walks the trie a token at a time. Most tokens of a report begin no name: the
 * filter tells so with one read of a table that fits in the second-level cache, while the edges
 * don't. */
#ifndef KB_LAYOUT_H
#define KB_LAYOUT_H

#include <stdbool.h>
#include <stdint.h>

enum { KB_VERSION = 2 };

enum kb_root { KB_ROOT_NAMES, KB_ROOT_OFFICES, KB_ROOT_AGENTS, KB_ROOT_PEOPLE, KB_ROOT_COUNT };

/** Text that is tokenised differently by another edition of the text room. */
#define KB_PROBE_TEXT                                                                              \
    "The \xC3\x89lys\xC3\xA9"                                                                      \
    "e\xE2\x80\x99s U.S.-based C\xC3\xB4te d'Ivoire, N\xC2\xBA 5"

typedef struct kb_meta {
    uint64_t tokeniser; /* what kb_tokeniser_mark gave when this was compiled */
    uint32_t reserved[2];
} kb_meta;

typedef struct kb_string {
    uint32_t offset;
    uint32_t length;
} kb_string;

typedef struct kb_record {
    double lat;
    double lon;
    kb_string id;
    kb_string name;
    char code[4];   /* three letters and a NUL */
    char sector[4]; /* the same, or four NULs */
    uint32_t population;
    uint8_t kind; /* kb_kind */
    uint8_t has_coordinates;
    uint8_t gender; /* kb_gender */
    uint8_t reserved;
    int32_t since, until, checked; /* kb_date */
    uint16_t cow, gw;
    uint32_t first_name, name_count; /* rows of `names` */
    uint32_t first_term, term_count; /* rows of `terms` */
} kb_record;

typedef struct kb_name_row {
    kb_string text;
    char sector[4];
    uint8_t kind; /* kb_name_kind */
    uint8_t reserved[3];
} kb_name_row;

typedef struct kb_term_row {
    uint32_t entry;
    uint32_t whose;
    kb_string title;
    char code[4];
    char sector[4];
    int32_t from, until; /* kb_date */
    uint8_t rank;        /* kb_rank */
    uint8_t seen;
    uint8_t reserved[2];
} kb_term_row;

typedef struct kb_node {
    uint32_t first; /* index of its first item */
    uint32_t count;
} kb_node;

typedef struct kb_edge {
    uint64_t key; /* text_key of the token */
    uint32_t parent;
    uint32_t child; /* 0: this place is empty */
} kb_edge;

/* What a name, title or word means. Offices and agents leave `entry` and `kind` 0. */
typedef struct kb_item {
    uint64_t need; /* kb_have that a text must show: bits of tokens from the name's first */
    uint32_t entry;
    char sector[4];
    uint8_t kind; /* kb_name_kind */
    uint8_t rank; /* kb_rank */
    uint8_t flags;
    uint8_t reserved[5];
} kb_item;

enum {
    KB_ITEM_PLURAL = 1 << 0,
    KB_ITEM_TAKES_OF = 1 << 1,
    KB_ITEM_EXCLUSIVE = 1 << 2,
};

typedef struct kb_form {
    uint64_t key;
    uint32_t entry; /* or KB_AMBIGUOUS */
    uint32_t reserved;
} kb_form;

#define KB_AMBIGUOUS UINT32_MAX

typedef struct kb_code_row {
    char code[4];
    uint32_t entry;
} kb_code_row;

_Static_assert(sizeof(kb_meta) == 16 && sizeof(kb_record) == 80 && sizeof(kb_node) == 8 &&
                   sizeof(kb_edge) == 16 && sizeof(kb_item) == 24 && sizeof(kb_form) == 16 &&
                   sizeof(kb_code_row) == 8 && sizeof(kb_name_row) == 16 &&
                   sizeof(kb_term_row) == 36,
               "sections are written as they lie");

/* Bits of `need`: token i must have a capital (bit i), must be all capitals (bit 32 + i). */
static inline uint64_t kb_capital_bit(size_t token)
{
    return (uint64_t)1 << token;
}

static inline uint64_t kb_upper_bit(size_t token)
{
    return (uint64_t)1 << (32 + token);
}

/* Keys are hashes already; the product spreads what parents differ in over all bits. */
static inline uint64_t kb_edge_hash(uint32_t parent, uint64_t key)
{
    uint64_t h = (key ^ ((uint64_t)parent * 0x9E3779B97F4A7C15u)) * 0xD6E8FEB86659FD93u;
    return h ^ (h >> 32);
}

static inline uint64_t kb_filter_bits(uint64_t hash)
{
    return (uint64_t)1 << (hash & 63) | (uint64_t)1 << (hash >> 6 & 63);
}

static inline size_t kb_filter_word(uint64_t hash, size_t word_count)
{
    return (size_t)(hash >> 12) & (word_count - 1);
}

#endif
