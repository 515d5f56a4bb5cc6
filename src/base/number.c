/* Numbers as text.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * snprintf and strtod round correctly but take the decimal point from the locale. So neither ever
 * sees one here: of "%.*e" only the digits and the exponent are taken, and strtod is given
 * "DIGITSe[-]EXPONENT". Any decimal of up to DBL_DIG (15) digits survives the way through a double,
 * so a value with so short a form shows it when printed with 15 digits, less the zeros at its end;
 * 17 digits always suffice (IEEE 754). */
#include "base/number.h"

#include <float.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

enum { MOST_DIGITS = 17, POSITIONAL_FROM = -6, POSITIONAL_BELOW = 21, EXPONENT_BOUND = 100000 };

typedef struct decimal {
    char digits[MOST_DIGITS + 1]; /* no point; the first is not 0 */
    size_t count;
    int exponent; /* of the first digit */
} decimal;

/* `value` is positive and finite. */
static decimal to_decimal(double value, int digit_count)
{
    char text[64];
    snprintf(text, sizeof text, "%.*e", digit_count - 1, value);
    decimal d = {0};
    const char *c = text;
    for (; *c != 'e'; c++)
        if (*c >= '0' && *c <= '9')
            d.digits[d.count++] = *c;
    bool negative = c[1] == '-';
    for (c += 2; *c; c++)
        d.exponent = d.exponent * 10 + (*c - '0');
    if (negative)
        d.exponent = -d.exponent;
    while (d.count > 1 && d.digits[d.count - 1] == '0')
        d.count--;
    d.digits[d.count] = '\0';
    return d;
}

static double from_decimal(const decimal *d)
{
    char text[64];
    snprintf(text, sizeof text, "%se%d", d->digits, d->exponent - (int)d->count + 1);
    return strtod(text, NULL);
}

static decimal shortest(double value)
{
    /* Numbers below DBL_MIN have fewer digits than DBL_DIG. */
    int from = value < DBL_MIN ? 1 : DBL_DIG;
    decimal d = to_decimal(value, from);
    for (int count = from + 1; count <= MOST_DIGITS && from_decimal(&d) != value; count++)
        d = to_decimal(value, count);
    return d;
}

/* Writes 0.00ddd, ddd00 or d.dd. @return the end. */
static char *write_positional(const decimal *d, char *to)
{
    int count = (int)d->count;
    if (d->exponent < 0) {
        *to++ = '0';
        *to++ = '.';
        for (int i = -1; i > d->exponent; i--)
            *to++ = '0';
    }
    for (int i = 0; i < count || i <= d->exponent; i++) {
        if (i == d->exponent + 1 && d->exponent >= 0)
            *to++ = '.';
        *to++ = i < count ? d->digits[i] : '0';
    }
    return to;
}

static char *write_exponent(const decimal *d, char *to)
{
    *to++ = d->digits[0];
    if (d->count > 1)
        *to++ = '.';
    for (size_t i = 1; i < d->count; i++)
        *to++ = d->digits[i];
    return to + sprintf(to, "e%c%d", d->exponent < 0 ? '-' : '+', abs(d->exponent));
}

size_t number_format_double(double value, char *out, size_t size)
{
    char text[64];
    char *end = text;
    if (isfinite(value)) {
        if (signbit(value))
            *end++ = '-';
        decimal d = {.digits = "0", .count = 1};
        if (value != 0)
            d = shortest(fabs(value));
        bool positional = d.exponent >= POSITIONAL_FROM && d.exponent < POSITIONAL_BELOW;
        end = positional ? write_positional(&d, end) : write_exponent(&d, end);
    }
    size_t len = (size_t)(end - text);
    if (len >= size)
        len = 0;
    if (size) {
        memcpy(out, text, len);
        out[len] = '\0';
    }
    return len;
}

bool number_parse_u64(slice s, uint64_t *out)
{
    uint64_t value = 0;
    if (s.len == 0)
        return false;
    for (size_t i = 0; i < s.len; i++) {
        if (s.ptr[i] < '0' || s.ptr[i] > '9')
            return false;
        if (__builtin_mul_overflow(value, 10u, &value) ||
            __builtin_add_overflow(value, (uint64_t)(s.ptr[i] - '0'), &value))
            return false;
    }
    *out = value;
    return true;
}

/* Moves the digits at *at to `to`, at most `room`. @return how many, or SIZE_MAX where they don't
 * fit. */
static size_t take_digits(slice s, size_t *at, char *to, size_t room)
{
    size_t count = 0;
    while (*at < s.len && s.ptr[*at] >= '0' && s.ptr[*at] <= '9') {
        if (count == room)
            return SIZE_MAX;
        to[count++] = s.ptr[(*at)++];
    }
    return count;
}

/* Reads the exponent's sign and digits to the end of `s`; a huge one stays huge. */
static bool parse_exponent(slice s, size_t at, int *out)
{
    bool negative = at < s.len && s.ptr[at] == '-';
    if (at < s.len && (s.ptr[at] == '-' || s.ptr[at] == '+'))
        at++;
    if (at == s.len)
        return false;
    int value = 0;
    for (; at < s.len; at++) {
        if (s.ptr[at] < '0' || s.ptr[at] > '9')
            return false;
        if (value < EXPONENT_BOUND)
            value = value * 10 + (s.ptr[at] - '0');
    }
    *out = negative ? -value : value;
    return true;
}

bool number_parse_double(slice s, double *out)
{
    char text[NUMBER_MAX_DIGITS + 32];
    size_t at = 0;
    bool negative = s.len && s.ptr[0] == '-';
    if (s.len && (s.ptr[0] == '-' || s.ptr[0] == '+'))
        at = 1;
    size_t count = take_digits(s, &at, text, NUMBER_MAX_DIGITS);
    size_t fraction = 0;
    if (count == SIZE_MAX)
        return false;
    if (at < s.len && s.ptr[at] == '.') {
        at++;
        fraction = take_digits(s, &at, text + count, NUMBER_MAX_DIGITS - count);
        if (fraction == SIZE_MAX)
            return false;
    }
    int exponent = 0;
    if (count + fraction == 0)
        return false;
    if (at < s.len &&
        ((s.ptr[at] != 'e' && s.ptr[at] != 'E') || !parse_exponent(s, at + 1, &exponent)))
        return false;
    snprintf(text + count + fraction, 32, "e%d", exponent - (int)fraction);
    double value = strtod(text, NULL);
    if (!isfinite(value))
        return false;
    *out = negative ? -value : value;
    return true;
}
