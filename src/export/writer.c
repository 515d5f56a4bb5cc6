/* Writer: bytes into an arena or a stream, and JSON on top of it. See writer.h.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * Why not jansson, which reads JSON elsewhere: it builds a tree of heap objects only to walk it
 * once. On a reading dense with events this writer is six times as fast (docs/decisions.md), and a
 * number's form must not depend on the locale, which jansson leaves to the C library. */
#include "export/writer.h"

#include <errno.h>
#include <math.h>

#include "base/error.h"
#include "base/number.h"
#include "text/text.h"

enum {
    SHORTEST_ROOM_BYTES = 256,
    SHORT_SCALE = 100000,     /* five decimals, see write_short */
    SHORT_BELOW = 1000000000, /* times SHORT_SCALE: 14 digits */
};

#define REPLACEMENT SLICE("\xEF\xBF\xBD") /* U+FFFD */

void writer_to_arena(writer *w, arena *a, size_t expected_bytes, chancery_error *error)
{
    *w = (writer){.arena = a, .error = error, .fresh = true};
    w->size = expected_bytes < SHORTEST_ROOM_BYTES ? SHORTEST_ROOM_BYTES : expected_bytes;
    chancery_error own = {0};
    chancery_error *e = error ? error : &own;
    w->bytes = arena_alloc(a, w->size, 1, e);
    if (!w->bytes) {
        w->status = e->status;
        w->size = 0;
    }
}

void writer_to_stream(writer *w, FILE *stream, char buffer[WRITER_STREAM_BYTES],
                      chancery_error *error)
{
    *w = (writer){.bytes = buffer,
                  .size = WRITER_STREAM_BYTES,
                  .stream = stream,
                  .error = error,
                  .fresh = true};
}

static void flush(writer *w)
{
    errno = 0;
    if (w->len && fwrite(w->bytes, 1, w->len, w->stream) != w->len) {
        const char *why = strerrordesc_np(errno ? errno : EIO);
        w->status = error_set(w->error, CHANCERY_E_IO,
                              "cannot write the output: %s; check the disk or the pipe",
                              why ? why : "unknown reason");
    }
    w->len = 0;
}

/* Moves what is written to a piece of the arena that has room for `more` bytes too. */
static void grow(writer *w, size_t more)
{
    chancery_error own = {0};
    chancery_error *e = w->error ? w->error : &own;
    size_t larger = w->size < SIZE_MAX / 2 ? w->size * 2 : SIZE_MAX;
    while (larger - w->len < more && larger < SIZE_MAX / 2)
        larger *= 2;
    char *moved = arena_alloc(w->arena, larger, 1, e);
    if (!moved) {
        w->status = e->status;
        return;
    }
    memcpy(moved, w->bytes, w->len);
    w->bytes = moved;
    w->size = larger;
}

/* @return whether `more` bytes can be put at bytes + len. `more` is below WRITER_STREAM_BYTES. */
static bool has_room(writer *w, size_t more)
{
    if (w->status != CHANCERY_OK)
        return false;
    if (w->size - w->len >= more)
        return true;
    if (w->stream)
        flush(w);
    else
        grow(w, more);
    return w->status == CHANCERY_OK;
}

chancery_status writer_finish(writer *w, slice *out)
{
    if (w->stream) {
        if (w->status == CHANCERY_OK)
            flush(w);
        return w->status;
    }
    if (!has_room(w, 1))
        return w->status;
    w->bytes[w->len] = '\0';
    *out = (slice){w->bytes, w->len};
    return CHANCERY_OK;
}

void writer_bytes(writer *w, slice s)
{
    if (w->status == CHANCERY_OK && s.len && s.len <= w->size - w->len) {
        memcpy(w->bytes + w->len, s.ptr, s.len);
        w->len += s.len;
        return;
    }
    while (w->stream && s.len >= WRITER_STREAM_BYTES / 2) {
        writer_bytes(w, slice_range(s, 0, WRITER_STREAM_BYTES / 2 - 1));
        s = slice_range(s, WRITER_STREAM_BYTES / 2 - 1, s.len);
    }
    if (s.len && has_room(w, s.len)) {
        memcpy(w->bytes + w->len, s.ptr, s.len);
        w->len += s.len;
    }
}

void writer_byte(writer *w, char c)
{
    if (has_room(w, 1))
        w->bytes[w->len++] = c;
}

void writer_u64(writer *w, uint64_t value)
{
    char digits[20];
    size_t at = sizeof digits;
    do {
        digits[--at] = (char)('0' + value % 10);
        value /= 10;
    } while (value);
    writer_bytes(w, (slice){digits + at, sizeof digits - at});
}

/* Most numbers of a reading (scale values, confidences, coordinates) are short: n / 10^5 with an n
 * that a double holds. The division is correctly rounded, so where it gives `value` the decimal
 * n / 10^5 reads back as `value`, and as its at most 15 digits survive a double, it is also what
 * number_format_double would write (but for zero, which here has no sign) after several
 * calls of snprintf. @return false for any other number. */
static bool write_short(writer *w, double value)
{
    if (!(value > -SHORT_BELOW && value < SHORT_BELOW))
        return false;
    int64_t scaled = llround(value * SHORT_SCALE);
    if ((double)scaled / SHORT_SCALE != value)
        return false;
    if (scaled < 0)
        writer_byte(w, '-');
    uint64_t size = (uint64_t)(scaled < 0 ? -scaled : scaled);
    writer_u64(w, size / SHORT_SCALE);
    uint64_t rest = size % SHORT_SCALE;
    char digits[] = ".00000";
    size_t len = 0;
    for (size_t i = sizeof digits - 2; i > 0; i--) {
        digits[i] = (char)('0' + rest % 10);
        rest /= 10;
        if (len == 0 && digits[i] != '0')
            len = i + 1;
    }
    writer_bytes(w, (slice){digits, len});
    return true;
}

void writer_double(writer *w, double value, slice none)
{
    if (write_short(w, value))
        return;
    char text[NUMBER_DOUBLE_BYTES];
    size_t len = number_format_double(value, text, sizeof text);
    writer_bytes(w, len ? (slice){text, len} : none);
}

/* How many bytes of `s` are UTF-8 up to the first that is not. */
static size_t valid_bytes(slice s)
{
    chancery_error bad;
    return text_check_utf8(s, &bad) == CHANCERY_OK ? s.len : (size_t)bad.offset;
}

/* Writes all of `s` by `put`, which gets only UTF-8; what is none becomes U+FFFD byte by byte. */
static void put_valid(writer *w, slice s, void (*put)(writer *, slice))
{
    while (s.len) {
        size_t valid = valid_bytes(s);
        put(w, slice_range(s, 0, valid));
        if (valid == s.len)
            return;
        writer_bytes(w, REPLACEMENT);
        s = slice_range(s, valid + 1, s.len);
    }
}

static void put_without_nul(writer *w, slice s)
{
    const char *nul;
    while (s.len && (nul = memchr(s.ptr, 0, s.len))) {
        writer_bytes(w, slice_range(s, 0, (size_t)(nul - s.ptr)));
        writer_bytes(w, REPLACEMENT);
        s = slice_range(s, (size_t)(nul - s.ptr) + 1, s.len);
    }
    writer_bytes(w, s);
}

void writer_text(writer *w, slice s)
{
    put_valid(w, s, put_without_nul);
}

static void separate(writer *w)
{
    if (!w->fresh)
        writer_byte(w, ',');
    w->fresh = false;
}

void writer_open(writer *w, char bracket)
{
    writer_byte(w, bracket);
    w->fresh = true;
}

void writer_close(writer *w, char bracket)
{
    writer_byte(w, bracket);
    w->fresh = false;
}

void writer_key(writer *w, slice name)
{
    if (name.len < WRITER_STREAM_BYTES / 2 && has_room(w, name.len + 4)) {
        char *at = w->bytes + w->len;
        if (!w->fresh)
            *at++ = ',';
        w->fresh = false;
        *at++ = '"';
        memcpy(at, name.ptr, name.len);
        at += name.len;
        *at++ = '"';
        *at++ = ':';
        w->len = (size_t)(at - w->bytes);
        return;
    }
    separate(w);
    writer_byte(w, '"');
    writer_bytes(w, name);
    writer_bytes(w, SLICE("\":"));
}

void writer_element(writer *w)
{
    separate(w);
}

static void escape(writer *w, unsigned char c)
{
    static const char HEX[] = "0123456789abcdef";
    static const char SHORT[] = "btn-fr"; /* from 0x08 on; 0x0B has none */
    char text[6] = {'\\', (char)c};
    size_t len = 2;
    if (c >= 0x08 && c <= 0x0D && c != 0x0B) {
        text[1] = SHORT[c - 0x08];
    } else if (c < 0x20) {
        memcpy(text, "\\u00", 4);
        text[4] = HEX[c >> 4];
        text[5] = HEX[c & 15];
        len = 6;
    }
    writer_bytes(w, (slice){text, len});
}

/* Whether U+2028 or U+2029 stands at s.ptr[at]. */
static bool is_line_end(slice s, size_t at)
{
    return at + 2 < s.len && memcmp(s.ptr + at, "\xE2\x80", 2) == 0 &&
           ((unsigned char)s.ptr[at + 2] & 0xFE) == 0xA8;
}

/* Whether none of eight bytes is below 0x20, a quote, a backslash or 0xE2. Each term has the
 * highest bit of a byte set where the byte is what it looks for, and perhaps of others behind it.
 */
static bool is_plain(const char *p)
{
    const uint64_t ones = UINT64_C(0x0101010101010101), high = ones * 0x80;
    uint64_t bytes;
    memcpy(&bytes, p, sizeof bytes);
    uint64_t quote = bytes ^ ones * '"', slash = bytes ^ ones * '\\', end = bytes ^ ones * 0xE2;
    uint64_t found = ((bytes - ones * 0x20) & ~bytes) | ((quote - ones) & ~quote) |
                     ((slash - ones) & ~slash) | ((end - ones) & ~end);
    return (found & high) == 0;
}

static void put_escaped(writer *w, slice s)
{
    size_t from = 0;
    for (size_t i = 0; i < s.len; i++) {
        while (s.len - i > 8 && is_plain(s.ptr + i))
            i += 8;
        unsigned char c = (unsigned char)s.ptr[i];
        bool line_end = c == 0xE2 && is_line_end(s, i);
        if (c >= 0x20 && c != '"' && c != '\\' && !line_end)
            continue;
        writer_bytes(w, slice_range(s, from, i));
        if (line_end)
            writer_bytes(w, s.ptr[i + 2] == '\xA8' ? SLICE("\\u2028") : SLICE("\\u2029"));
        else
            escape(w, c);
        from = i + (line_end ? 3 : 1);
        i = from - 1;
    }
    writer_bytes(w, slice_range(s, from, s.len));
}

/* Writes a short string of plain ASCII, as names, codes and dates are. @return false for others. */
static bool write_plain(writer *w, slice s)
{
    size_t i = 0;
    uint64_t bytes;
    if (s.len > SHORTEST_ROOM_BYTES || !has_room(w, s.len + 2))
        return false;
    for (; s.len - i >= 8; i += 8) {
        memcpy(&bytes, s.ptr + i, sizeof bytes);
        if (!is_plain(s.ptr + i) || (bytes & UINT64_C(0x8080808080808080)))
            return false;
    }
    for (; i < s.len; i++) {
        unsigned char c = (unsigned char)s.ptr[i];
        if (c < 0x20 || c >= 0x80 || c == '"' || c == '\\')
            return false;
    }
    char *at = w->bytes + w->len;
    *at++ = '"';
    if (s.len)
        memcpy(at, s.ptr, s.len);
    at[s.len] = '"';
    w->len += s.len + 2;
    return true;
}

void writer_string(writer *w, slice s)
{
    if (write_plain(w, s))
        return;
    writer_byte(w, '"');
    put_valid(w, s, put_escaped);
    writer_byte(w, '"');
}

void writer_field(writer *w, slice name, slice value)
{
    if (value.len == 0)
        return;
    writer_key(w, name);
    writer_string(w, value);
}

void writer_field_u64(writer *w, slice name, uint64_t value)
{
    writer_key(w, name);
    writer_u64(w, value);
}

void writer_field_double(writer *w, slice name, double value)
{
    writer_key(w, name);
    writer_double(w, value, SLICE("null"));
}

void writer_field_list(writer *w, slice name, const slice *items, size_t count)
{
    writer_key(w, name);
    writer_open(w, '[');
    for (size_t i = 0; i < count; i++) {
        writer_element(w);
        writer_string(w, items[i]);
    }
    writer_close(w, ']');
}
