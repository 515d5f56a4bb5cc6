/* UTF-8: the one check at the door, and what a character is.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * The check follows table 3-7 of the Unicode Standard (RFC 3629): no overlong form, no surrogate,
 * nothing past U+10FFFF. Eight bytes of ASCII are passed at a time. */
#include <utf8proc.h>

#include "base/error.h"
#include "text/inner.h"

static bool continues(const char *p, unsigned lowest, unsigned highest)
{
    unsigned char c = (unsigned char)*p;
    return c >= lowest && c <= highest;
}

size_t text_utf8_length(const char *p, const char *end)
{
    unsigned char lead = (unsigned char)p[0];
    size_t left = (size_t)(end - p);
    if (lead < 0x80)
        return 1;
    if (lead < 0xc2 || lead > 0xf4)
        return 0;
    if (lead < 0xe0)
        return left >= 2 && continues(p + 1, 0x80, 0xbf) ? 2 : 0;
    unsigned lowest = lead == 0xe0 ? 0xa0 : lead == 0xf0 ? 0x90 : 0x80;
    unsigned highest = lead == 0xed ? 0x9f : lead == 0xf4 ? 0x8f : 0xbf;
    size_t length = lead < 0xf0 ? 3 : 4;
    if (left < length || !continues(p + 1, lowest, highest))
        return 0;
    for (size_t i = 2; i < length; i++)
        if (!continues(p + i, 0x80, 0xbf))
            return 0;
    return length;
}

chancery_status text_check_utf8(slice bytes, chancery_error *error)
{
    const char *p = bytes.ptr, *end = bytes.ptr + bytes.len;
    while (p < end) {
        uint64_t eight;
        if (end - p >= 8) {
            memcpy(&eight, p, 8);
            if (!(eight & UINT64_C(0x8080808080808080))) {
                p += 8;
                continue;
            }
        }
        size_t length = text_utf8_length(p, end);
        if (length == 0) {
            size_t offset = (size_t)(p - bytes.ptr);
            error_set(error, CHANCERY_E_UTF8,
                      "byte %zu (0x%02x) is not UTF-8; convert the text to UTF-8 first", offset,
                      (unsigned)(unsigned char)*p);
            if (error)
                error->offset = offset;
            return CHANCERY_E_UTF8;
        }
        p += length;
    }
    return CHANCERY_OK;
}

#define S CLASS_SPACE
#define L CLASS_LETTER
#define D CLASS_DIGIT
#define P CLASS_PUNCT
#define Y CLASS_SYMBOL
/* clang-format off */
const uint8_t text_ascii_classes[128] = {
    S, S, S, S, S, S, S, S, S, S, S, S, S, S, S, S, /* controls part words as tab and LF do */
    S, S, S, S, S, S, S, S, S, S, S, S, S, S, S, S,
    S, P, P, Y, Y, Y, Y, P, P, P, Y, Y, P, P, P, P, /*   ! " # $ % & ' ( ) * + , - . / */
    D, D, D, D, D, D, D, D, D, D, P, P, Y, Y, Y, P, /* 0-9 : ; < = > ? */
    Y, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, /* @ A-O */
    L, L, L, L, L, L, L, L, L, L, L, P, P, P, Y, P, /* P-Z [ \ ] ^ _ */
    Y, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, /* ` a-o */
    L, L, L, L, L, L, L, L, L, L, L, P, Y, P, Y, S, /* p-z { | } ~ */
};
/* clang-format on */
#undef S
#undef L
#undef D
#undef P
#undef Y

text_class text_class_beyond_ascii(uint32_t code)
{
    if (code < 0xa0) /* controls */
        return CLASS_SPACE;
    if (code == 0xaa || code == 0xba) /* the ordinal signs, which stand for the degree sign too */
        return CLASS_SYMBOL;
    switch (utf8proc_category((utf8proc_int32_t)code)) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
    case UTF8PROC_CATEGORY_NL:
        return CLASS_LETTER;
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_MC:
    case UTF8PROC_CATEGORY_ME:
    case UTF8PROC_CATEGORY_CF:
        return CLASS_MARK;
    case UTF8PROC_CATEGORY_ND:
        return CLASS_DIGIT;
    case UTF8PROC_CATEGORY_ZS:
    case UTF8PROC_CATEGORY_ZL:
    case UTF8PROC_CATEGORY_ZP:
        return CLASS_SPACE;
    case UTF8PROC_CATEGORY_PC:
    case UTF8PROC_CATEGORY_PD:
    case UTF8PROC_CATEGORY_PS:
    case UTF8PROC_CATEGORY_PE:
    case UTF8PROC_CATEGORY_PI:
    case UTF8PROC_CATEGORY_PF:
    case UTF8PROC_CATEGORY_PO:
        return CLASS_PUNCT;
    case UTF8PROC_CATEGORY_SM:
    case UTF8PROC_CATEGORY_SC:
    case UTF8PROC_CATEGORY_SK:
    case UTF8PROC_CATEGORY_SO:
    case UTF8PROC_CATEGORY_NO:
        return CLASS_SYMBOL;
    default:
        return CLASS_OTHER;
    }
}

bool text_is_upper_beyond_ascii(uint32_t code)
{
    utf8proc_category_t category = utf8proc_category((utf8proc_int32_t)code);
    return category == UTF8PROC_CATEGORY_LU || category == UTF8PROC_CATEGORY_LT;
}

bool text_is_lower(uint32_t code)
{
    if (code < 0x80)
        return ascii_lower((char)code);
    return utf8proc_category((utf8proc_int32_t)code) == UTF8PROC_CATEGORY_LL;
}

bool text_is_fraction(uint32_t code)
{
    return code > 0x7f && utf8proc_category((utf8proc_int32_t)code) == UTF8PROC_CATEGORY_NO;
}
