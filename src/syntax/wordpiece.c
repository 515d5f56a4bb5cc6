/* Words to pieces. See wordpiece.h.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * A word goes by code point by code point into a chunk: small letters, canonically decomposed,
 * without marks. White space ends a chunk; punctuation and ideographs are chunks of their own. A
 * chunk is cut greedily, the longest piece first; pieces behind the first stand in the vocabulary
 * with "##" before them. Those two bytes are written over what was matched already, so that a
 * look-up needs no copy. */
#include "syntax/wordpiece.h"

#include <utf8proc.h>

#include "base/hash.h"

enum {
    MARK_BYTES = 2,        /* "##" */
    CODE_BYTES = 4,        /* of a code point, at most */
    DECOMPOSED_CODES = 16, /* of a code point; the longest canonical one has 4 */
    TABLE_SEED = 1,
};

#define NO_PIECE UINT32_MAX

typedef struct cutter {
    const net *net;
    wordpieces *out;
    size_t count; /* pieces found, those that are dropped included */
    size_t bytes; /* of the chunk */
    size_t codes; /* of the chunk, those that don't fit included */
    char chunk[MARK_BYTES + WORDPIECE_CHUNK * CODE_BYTES];
} cutter;

static uint32_t find_piece(const net *n, slice piece)
{
    const slice *vocabulary = n->labels[NET_VOCAB];
    for (uint64_t at = hash_bytes(piece, TABLE_SEED);; at++) {
        uint32_t index = n->piece_table[at & n->piece_mask];
        if (!index)
            return NO_PIECE;
        if (slice_equal(vocabulary[index - 1], piece))
            return index - 1;
    }
}

bool wordpiece_index(net *n, uint32_t *twice)
{
    const slice *vocabulary = n->labels[NET_VOCAB];
    n->piece_bytes = 0;
    for (uint32_t i = 0; i < n->config.vocabulary; i++) {
        uint64_t at = hash_bytes(vocabulary[i], TABLE_SEED);
        for (; n->piece_table[at & n->piece_mask]; at++)
            if (slice_equal(vocabulary[n->piece_table[at & n->piece_mask] - 1], vocabulary[i])) {
                *twice = i;
                return false;
            }
        n->piece_table[at & n->piece_mask] = i + 1;
        if (vocabulary[i].len > n->piece_bytes)
            n->piece_bytes = vocabulary[i].len;
    }
    return true;
}

static void put_piece(cutter *c, uint32_t piece)
{
    if (c->count < WORDPIECE_MAX)
        c->out->piece[c->count] = piece;
    c->count++;
}

static bool continues(char byte)
{
    return ((unsigned char)byte & 0xc0) == 0x80;
}

/* The longest piece that stands at `start` of the chunk; `*end` is where it ends. */
static uint32_t longest_piece(cutter *c, size_t start, size_t *end)
{
    char *from = start ? c->chunk + start : c->chunk + MARK_BYTES;
    size_t mark = start ? MARK_BYTES : 0;
    size_t most = c->net->piece_bytes > mark ? c->net->piece_bytes - mark : 0;
    size_t length = c->bytes - start;
    if (start)
        memcpy(from, "##", MARK_BYTES);
    for (length = length < most ? length : most; length > 0; length--) {
        if (start + length < c->bytes && continues(c->chunk[MARK_BYTES + start + length]))
            continue;
        uint32_t piece = find_piece(c->net, (slice){from, mark + length});
        if (piece != NO_PIECE) {
            *end = start + length;
            return piece;
        }
    }
    return NO_PIECE;
}

static void end_chunk(cutter *c)
{
    size_t before = c->count;
    bool known = c->codes <= WORDPIECE_CHUNK;
    for (size_t at = 0; known && at < c->bytes;) {
        uint32_t piece = longest_piece(c, at, &at);
        known = piece != NO_PIECE;
        put_piece(c, piece);
    }
    if (!known) {
        c->count = before;
        put_piece(c, c->net->config.unknown);
    }
    c->bytes = c->codes = 0;
}

static void put_code(cutter *c, int32_t code)
{
    if (++c->codes > WORDPIECE_CHUNK)
        return;
    utf8proc_uint8_t *out = (utf8proc_uint8_t *)c->chunk + MARK_BYTES + c->bytes;
    c->bytes += (size_t)utf8proc_encode_char(code, out);
}

static bool is_ideograph(int32_t c)
{
    return (c >= 0x4e00 && c <= 0x9fff) || (c >= 0x3400 && c <= 0x4dbf) ||
           (c >= 0x20000 && c <= 0x2a6df) || (c >= 0x2a700 && c <= 0x2b73f) ||
           (c >= 0x2b740 && c <= 0x2b81f) || (c >= 0x2b820 && c <= 0x2ceaf) ||
           (c >= 0xf900 && c <= 0xfaff) || (c >= 0x2f800 && c <= 0x2fa1f);
}

/* A chunk of its own. A chunk with no code point in it is none. */
static void put_alone(cutter *c, int32_t code)
{
    if (c->codes)
        end_chunk(c);
    put_code(c, code);
    end_chunk(c);
}

/* A code point that is folded already. */
static void put_folded(cutter *c, int32_t code)
{
    switch (utf8proc_category(code)) {
    case UTF8PROC_CATEGORY_CC:
    case UTF8PROC_CATEGORY_CF:
    case UTF8PROC_CATEGORY_MN:
        return;
    case UTF8PROC_CATEGORY_ZS:
    case UTF8PROC_CATEGORY_ZL:
    case UTF8PROC_CATEGORY_ZP:
        if (c->codes)
            end_chunk(c);
        return;
    case UTF8PROC_CATEGORY_PC:
    case UTF8PROC_CATEGORY_PD:
    case UTF8PROC_CATEGORY_PS:
    case UTF8PROC_CATEGORY_PE:
    case UTF8PROC_CATEGORY_PI:
    case UTF8PROC_CATEGORY_PF:
    case UTF8PROC_CATEGORY_PO:
        put_alone(c, code);
        return;
    default:
        break;
    }
    if (code < 0x80 ? code > ' ' && !(code >= '0' && code <= '9') && !(code >= 'a' && code <= 'z')
                    : is_ideograph(code))
        put_alone(c, code); /* of ASCII, what Unicode calls symbols is punctuation here too */
    else
        put_code(c, code);
}

static void put_wide(cutter *c, int32_t code)
{
    utf8proc_int32_t parts[DECOMPOSED_CODES];
    utf8proc_category_t category = utf8proc_category(code);
    if (category == UTF8PROC_CATEGORY_CC || category == UTF8PROC_CATEGORY_CF || code == 0xfffd)
        return;
    utf8proc_ssize_t count = utf8proc_decompose_char(utf8proc_tolower(code), parts,
                                                     DECOMPOSED_CODES, UTF8PROC_DECOMPOSE, NULL);
    for (utf8proc_ssize_t i = 0; i < count && i < DECOMPOSED_CODES; i++)
        put_folded(c, parts[i]);
}

static void put_ascii(cutter *c, char byte)
{
    if (byte >= 'A' && byte <= 'Z')
        byte = (char)(byte - 'A' + 'a');
    if ((byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9')) {
        if (++c->codes <= WORDPIECE_CHUNK)
            c->chunk[MARK_BYTES + c->bytes++] = byte;
    } else if (byte > ' ' && byte < 0x7f) {
        put_alone(c, byte);
    } else if (byte == ' ' && c->codes) {
        end_chunk(c);
    }
}

/* The code point at `*at`, which moves behind it; -1 for a byte that begins none. */
static int32_t next_code(slice form, size_t *at)
{
    if ((unsigned char)form.ptr[*at] < 0x80)
        return form.ptr[(*at)++];
    utf8proc_int32_t code;
    utf8proc_ssize_t length = utf8proc_iterate((const utf8proc_uint8_t *)form.ptr + *at,
                                               (utf8proc_ssize_t)(form.len - *at), &code);
    *at += length > 0 ? (size_t)length : 1;
    return length > 0 ? code : -1;
}

void wordpiece_cut(const net *n, slice form, wordpieces *out)
{
    cutter c;
    c.net = n;
    c.out = out;
    c.count = c.bytes = c.codes = 0;
    for (size_t at = 0; at < form.len && c.count < WORDPIECE_MAX;) {
        if ((unsigned char)form.ptr[at] < 0x80) {
            put_ascii(&c, form.ptr[at++]);
            continue;
        }
        int32_t code = next_code(form, &at);
        if (code >= 0)
            put_wide(&c, code);
    }
    if (c.codes)
        end_chunk(&c);
    if (c.count == 0)
        put_piece(&c, n->config.unknown);
    out->count = c.count < WORDPIECE_MAX ? c.count : WORDPIECE_MAX;
    uint8_t row = (uint8_t)wordpiece_case_of(form);
    memset(out->row, row + WORDPIECE_CASES, sizeof out->row);
    out->row[0] = row;
}

/* 1 for a capital, -1 for a small letter, 0 for what has no case. */
static int case_of(int32_t code)
{
    if (code < 0x80)
        return (code >= 'A' && code <= 'Z') - (code >= 'a' && code <= 'z');
    utf8proc_category_t category = utf8proc_category(code);
    return (category == UTF8PROC_CATEGORY_LU || category == UTF8PROC_CATEGORY_LT) -
           (category == UTF8PROC_CATEGORY_LL);
}

wordpiece_case wordpiece_case_of(slice form)
{
    size_t capitals = 0, small = 0;
    bool begins = false;
    for (size_t at = 0; at < form.len;) {
        int which = case_of(next_code(form, &at));
        begins = begins || (which > 0 && small == 0);
        capitals += which > 0;
        small += which < 0;
    }
    if (capitals + small == 0)
        return WORDPIECE_CASELESS;
    if (capitals == 0)
        return WORDPIECE_SMALL;
    if (capitals == 1 && begins)
        return WORDPIECE_CAPITAL;
    return small == 0 ? WORDPIECE_CAPITALS : WORDPIECE_MIXED;
}
