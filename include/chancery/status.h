/* Status and error: what every function that can fail returns, and where it says why.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * A function returns a chancery_status; 0 is success. The message lies in a chancery_error on the
 * caller's own stack: nothing is global, nothing is allocated, and the innermost failure writes it.
 */
#ifndef CHANCERY_STATUS_H
#define CHANCERY_STATUS_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#if defined(__GNUC__)
#define CHANCERY_API                        __attribute__((visibility("default")))
#define CHANCERY_MUST_CHECK                 __attribute__((warn_unused_result))
#define CHANCERY_PRINTF(format_at, args_at) __attribute__((format(printf, format_at, args_at)))
#else
#define CHANCERY_API
#define CHANCERY_MUST_CHECK
#define CHANCERY_PRINTF(format_at, args_at)
#endif

typedef enum chancery_status {
    CHANCERY_OK = 0,
    CHANCERY_E_MISUSE,    /* a caller's mistake: a NULL where none may be, an option that does not
                             exist */
    CHANCERY_E_MEMORY,    /* no memory */
    CHANCERY_E_LIMIT,     /* larger or deeper than a named limit */
    CHANCERY_E_UTF8,      /* not UTF-8; error->offset is the first bad byte */
    CHANCERY_E_FORMAT,    /* not the format that it should be */
    CHANCERY_E_VERSION,   /* a format of an edition that this program doesn't read */
    CHANCERY_E_IO,        /* the system refused to read or write */
    CHANCERY_E_BUSY,      /* locked by another process */
    CHANCERY_E_NOT_FOUND, /* a file or id that was named and isn't there */
    CHANCERY_E_CANCELLED, /* the caller's cancel callback said so */
} chancery_status;

enum { CHANCERY_MESSAGE_BYTES = 512, CHANCERY_WHERE_BYTES = 256 };

/** What went wrong, where, and what to do. `where` names a file or a source; `offset` is a byte and
 *  `line` a line in it, both 0 where they don't apply. Strings are NUL-terminated, cut to fit. */
typedef struct chancery_error {
    chancery_status status;
    uint64_t offset;
    uint64_t line;
    char where[CHANCERY_WHERE_BYTES];
    char message[CHANCERY_MESSAGE_BYTES];
} chancery_error;

/** The name of a status for logs and tests ("CHANCERY_E_UTF8"). Never NULL. */
CHANCERY_API const char *chancery_status_name(chancery_status status);

#ifdef __cplusplus
}
#endif

#endif
