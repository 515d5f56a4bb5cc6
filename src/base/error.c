/* Writing errors, and the names of statuses.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * A message may quote hostile text, and it ends on a terminal or in a log of one line an entry:
 * control bytes become '?', and a message that is cut is cut between two characters of UTF-8. */
#include "base/error.h"

#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

/* The length up to which `text` (len bytes that were cut off from longer ones) has only whole
 * characters. */
static size_t whole_characters(const char *text, size_t len)
{
    size_t start = len;
    while (start > 0 && len - start < 4 && ((unsigned char)text[start - 1] & 0xC0) == 0x80)
        start--;
    if (start == 0)
        return len;
    unsigned char lead = (unsigned char)text[start - 1];
    size_t needs = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 1;
    return len - (start - 1) < needs ? start - 1 : len;
}

/* Copies what fits of the NUL-terminated `from`, control bytes replaced. */
static void copy_clean(char *to, size_t size, const char *from)
{
    size_t len = strlen(from);
    if (len >= size)
        len = whole_characters(from, size - 1);
    for (size_t i = 0; i < len; i++) {
        unsigned char c = (unsigned char)from[i];
        to[i] = c < 0x20 || c == 0x7F ? '?' : from[i];
    }
    to[len] = '\0';
}

chancery_status error_set(chancery_error *error, chancery_status status, const char *format, ...)
{
    if (!error)
        return status;
    char text[CHANCERY_MESSAGE_BYTES + 8]; /* apart: an argument may lie in error->message */
    va_list args;
    va_start(args, format);
    if (vsnprintf(text, sizeof text, format, args) < 0)
        text[0] = '\0';
    va_end(args);
    memset(error, 0, sizeof *error);
    error->status = status;
    copy_clean(error->message, sizeof error->message, text);
    return status;
}

void error_at(chancery_error *error, const char *where, uint64_t line)
{
    if (!error)
        return;
    char name[CHANCERY_WHERE_BYTES];
    copy_clean(name, sizeof name, where ? where : "");
    bool other = error->where[0] && name[0] && strcmp(error->where, name) != 0;
    if (other)
        return; /* a line of another file would say nothing about the file that stands there */
    if (!error->where[0])
        memcpy(error->where, name, sizeof name);
    if (error->line == 0)
        error->line = line;
}

const char *chancery_status_name(chancery_status status)
{
    switch (status) {
    case CHANCERY_OK:
        return "CHANCERY_OK";
    case CHANCERY_E_MISUSE:
        return "CHANCERY_E_MISUSE";
    case CHANCERY_E_MEMORY:
        return "CHANCERY_E_MEMORY";
    case CHANCERY_E_LIMIT:
        return "CHANCERY_E_LIMIT";
    case CHANCERY_E_UTF8:
        return "CHANCERY_E_UTF8";
    case CHANCERY_E_FORMAT:
        return "CHANCERY_E_FORMAT";
    case CHANCERY_E_VERSION:
        return "CHANCERY_E_VERSION";
    case CHANCERY_E_IO:
        return "CHANCERY_E_IO";
    case CHANCERY_E_BUSY:
        return "CHANCERY_E_BUSY";
    case CHANCERY_E_NOT_FOUND:
        return "CHANCERY_E_NOT_FOUND";
    case CHANCERY_E_CANCELLED:
        return "CHANCERY_E_CANCELLED";
    }
    return "unknown status";
}
