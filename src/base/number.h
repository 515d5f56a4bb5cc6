/* Numbers as text, without any locale.
 *
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef BASE_NUMBER_H
#define BASE_NUMBER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/slice.h"

enum {
    NUMBER_DOUBLE_BYTES =
        32, /* holds every double as number_format_double writes it, with the NUL */
    NUMBER_MAX_DIGITS = 800, /* of a number that number_parse_double reads */
};

/** Writes the shortest decimal form that reads back as `value`: "4", "2.5", "48.857", "-0.001",
 * "1e+21". It is valid JSON. Positional from 1e-6 up to 1e21, with an exponent beyond.
 *  @param out  [size] receives it, NUL-terminated; NUMBER_DOUBLE_BYTES suffice.
 *  @return its length; 0 and an empty string where `value` is infinite or not a number, or `size`
 * too small. */
size_t number_format_double(double value, char *out, size_t size);

/** Reads decimal digits and nothing else. @return false if `s` is empty, has another byte, or
 * doesn't fit. */
bool number_parse_u64(slice s, uint64_t *out);

/** Reads all of `s` as [+-] digits [. digits] [e [+-] digits], correctly rounded; one of the two
 * groups of digits may be empty. @return false for anything else (white space, "inf", hexadecimal),
 * what is too large for a double, and more than NUMBER_MAX_DIGITS digits. */
bool number_parse_double(slice s, double *out);

#endif
