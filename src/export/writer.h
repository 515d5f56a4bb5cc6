/* Writer: bytes into an arena or a stream, and JSON and CSV cells on top of it.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * Failures stick: after the first one nothing more is written, and writer_finish tells. So what
 * writes a format is a plain list of fields. */
#ifndef EXPORT_WRITER_H
#define EXPORT_WRITER_H

#include <stdio.h>

#include "base/arena.h"

enum { WRITER_STREAM_BYTES = 16 << 10 };

typedef struct writer {
    char *bytes;
    size_t len;
    size_t size;
    arena *arena; /* where `bytes` grows, or NULL */
    FILE *stream; /* where `bytes` goes when full, or NULL */
    bool fresh;   /* a JSON object or list was just opened: no comma before what follows */
    chancery_status status;
    chancery_error *error;
} writer;

/** Writes into `a`. @param expected_bytes room to begin with; more is found when needed. */
void writer_to_arena(writer *w, arena *a, size_t expected_bytes, chancery_error *error);

/** Writes to `stream` through `buffer`, which the caller keeps until writer_finish. */
void writer_to_stream(writer *w, FILE *stream, char buffer[WRITER_STREAM_BYTES],
                      chancery_error *error);

/** @param out receives what was written, NUL-terminated; NULL for a stream, which is left
 * unflushed.
 *  @return CHANCERY_OK, _E_LIMIT, _E_MEMORY, _E_IO. */
chancery_status writer_finish(writer *w, slice *out) CHANCERY_MUST_CHECK;

void writer_bytes(writer *w, slice s);
void writer_byte(writer *w, char c);
void writer_u64(writer *w, uint64_t value);

/** As number_format_double; an infinite value or none is written as `none`. */
void writer_double(writer *w, double value, slice none);

/** Bytes that are no UTF-8 become U+FFFD each, NUL bytes too: for cells and lines of text. */
void writer_text(writer *w, slice s);

/* JSON. An opening, a key and an element put the comma that is due before them. */

void writer_open(writer *w, char bracket);
void writer_close(writer *w, char bracket);

/** `"name":`. @param name needs no escapes. */
void writer_key(writer *w, slice name);

/** The next thing in a list follows. */
void writer_element(writer *w);

/** A string in quotes. Escaped are quotes, backslashes, bytes below 0x20, and U+2028 and U+2029,
 * which end a line in older JavaScript; bytes that are no UTF-8 (a file's name may hold some)
 * become U+FFFD. */
void writer_string(writer *w, slice s);

/** `"name":"value"`, or nothing where `value` is empty. */
void writer_field(writer *w, slice name, slice value);
void writer_field_u64(writer *w, slice name, uint64_t value);
void writer_field_double(writer *w, slice name, double value);

/** `"name":["a","b"]`, also where there are none. */
void writer_field_list(writer *w, slice name, const slice *items, size_t count);

#endif
