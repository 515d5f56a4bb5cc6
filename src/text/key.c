/* Keys: the folded form of a word, and the hash under which it is looked up.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * Folding is Unicode's compatibility decomposition with case folding (UAX #15, CaseFolding.txt, by
 * utf8proc), then the marks of Latin, Greek, Cyrillic, Hebrew and Arabic are dropped; letters whose
 * stroke or ligature has no decomposition, quotes and hyphens have a table of their own. Each
 * character is folded by itself, so a form of any length needs no more memory than one. ASCII takes
 * a short way.
 *
 * The key hashes the folded form in blocks of BLOCK bytes, each seeded with the hash before it:
 * words fit into one block, so for them it is simply the hash of the form. */
#include <utf8proc.h>

#include "base/hash.h"
#include "text/inner.h"

enum { BLOCK = 1024, MOST_CODES = 32 };

/* Characters that fold to ASCII though Unicode doesn't decompose them so; in order. */
static const struct letter {
    uint32_t code;
    char form[4];
} letters[] = {
    {0xab, "\""},   {0xbb, "\""},   {0xc6, "ae"},   {0xd0, "d"},    {0xd8, "o"},   {0xde, "th"},
    {0xe6, "ae"},   {0xf0, "d"},    {0xf8, "o"},    {0xfe, "th"},   {0x110, "d"},  {0x111, "d"},
    {0x126, "h"},   {0x127, "h"},   {0x131, "i"},   {0x138, "k"},   {0x141, "l"},  {0x142, "l"},
    {0x14a, "n"},   {0x14b, "n"},   {0x152, "oe"},  {0x153, "oe"},  {0x166, "t"},  {0x167, "t"},
    {0x18f, "e"},   {0x1dd, "e"},   {0x259, "e"},   {0x2b9, "'"},   {0x2bb, "'"},  {0x2bc, "'"},
    {0x2bd, "'"},   {0x2be, "'"},   {0x2bf, "'"},   {0x2c8, "'"},   {0x2010, "-"}, {0x2011, "-"},
    {0x2012, "-"},  {0x2013, "-"},  {0x2018, "'"},  {0x2019, "'"},  {0x201a, "'"}, {0x201b, "'"},
    {0x201c, "\""}, {0x201d, "\""}, {0x201e, "\""}, {0x201f, "\""}, {0x2032, "'"}, {0x2212, "-"},
};

static const char *special_form(uint32_t code)
{
    size_t low = 0, high = sizeof letters / sizeof *letters;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (letters[middle].code == code)
            return letters[middle].form;
        if (letters[middle].code < code)
            low = middle + 1;
        else
            high = middle;
    }
    return NULL;
}

/* Marks that a name may be written with or without. */
static bool is_optional_mark(int32_t code)
{
    return (code >= 0x300 && code <= 0x36f) || (code >= 0x591 && code <= 0x5c7) ||
           (code >= 0x64b && code <= 0x65f) || code == 0x670 ||
           (code >= 0x1ab0 && code <= 0x1aff) || (code >= 0x1dc0 && code <= 0x1dff) ||
           (code >= 0x20d0 && code <= 0x20ff);
}

/* Folds the character of `length` bytes at `p`. @return bytes written, at most 4 x length. */
static size_t fold_one(const char *p, size_t length, uint32_t code, char *out)
{
    const char *form = special_form(code);
    if (form) {
        size_t size = strlen(form);
        memcpy(out, form, size);
        return size;
    }
    utf8proc_int32_t codes[MOST_CODES];
    int boundary = 0;
    utf8proc_ssize_t count = utf8proc_decompose_char(
        (utf8proc_int32_t)code, codes, MOST_CODES,
        UTF8PROC_COMPAT | UTF8PROC_DECOMPOSE | UTF8PROC_CASEFOLD | UTF8PROC_IGNORE, &boundary);
    size_t size = 0;
    for (utf8proc_ssize_t i = 0; i < count && count <= MOST_CODES; i++) {
        if (is_optional_mark(codes[i]))
            continue;
        utf8proc_uint8_t bytes[4];
        size_t written = (size_t)utf8proc_encode_char(codes[i], bytes);
        if (size + written > 4 * length)
            break;
        memcpy(out + size, bytes, written);
        size += written;
    }
    if (count < 0 || count > MOST_CODES) {
        memcpy(out, p, length);
        size = length;
    }
    return size;
}

enum { WIDE = 8 };
#define WIDE_BYTES(byte) (UINT64_C(0x0101010101010101) * (byte))
#define WIDE_HIGH        WIDE_BYTES(0x80)

static uint64_t load_wide(const char *p)
{
    uint64_t bytes;
    memcpy(&bytes, p, WIDE);
    return bytes;
}

/* ascii_fold of eight ASCII bytes at once: a byte's highest bit tells whether it is past a bound.
 */
static uint64_t fold_wide(uint64_t bytes)
{
    uint64_t from_a = bytes + WIDE_BYTES(0x80 - 'A'), past_z = bytes + WIDE_BYTES(0x7f - 'Z');
    return bytes | ((from_a & ~past_z & WIDE_HIGH) >> 2);
}

size_t text_fold(slice token, char *out)
{
    size_t size = 0;
    for (size_t i = 0; i < token.len;) {
        if (token.len - i >= WIDE && !(load_wide(token.ptr + i) & WIDE_HIGH)) {
            uint64_t folded = fold_wide(load_wide(token.ptr + i));
            memcpy(out + size, &folded, WIDE);
            size += WIDE;
            i += WIDE;
            continue;
        }
        if (!(token.ptr[i] & 0x80)) {
            out[size++] = ascii_fold(token.ptr[i++]);
            continue;
        }
        uint32_t code;
        size_t length = text_decode(token.ptr + i, &code);
        size += fold_one(token.ptr + i, length, code, out + size);
        i += length;
    }
    out[size] = 0;
    return size;
}

/* The key of a word whose folded form may fill more than one block. */
static uint64_t key_of_long(slice token)
{
    char block[BLOCK + 16];
    size_t size = 0;
    uint64_t hash = 0;
    for (size_t i = 0; i < token.len;) {
        uint32_t code;
        size_t length = text_decode(token.ptr + i, &code);
        if (code < 0x80)
            block[size++] = ascii_fold(token.ptr[i]);
        else
            size += fold_one(token.ptr + i, length, code, block + size);
        i += length;
        if (size > BLOCK) { /* a last block is never empty */
            hash = hash_bytes((slice){block, BLOCK}, hash);
            memmove(block, block + BLOCK, size - BLOCK);
            size -= BLOCK;
        }
    }
    return hash_bytes((slice){block, size}, hash);
}

uint64_t text_key(slice token)
{
    char form[BLOCK + 1];
    if (token.len > BLOCK / 4)
        return key_of_long(token);
    size_t size = text_fold(token, form);
    return hash_bytes((slice){form, size}, 0);
}
