/* Dates in date lines (inside the text room): finding the date of publication.
 *
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef TEXT_DATES_H
#define TEXT_DATES_H

#include <stdbool.h>

#include "base/slice.h"

/** A date as it stands in a line. */
typedef struct text_date {
    size_t start; /* bytes in the line */
    size_t end;
    int year;
    int month;    /* 1 to 12 */
    int day;      /* 0 where only the month is given */
    bool numeric; /* "5/6/2020": month and day could be the other way round */
} text_date;

/** Day before month, month before day, or not shown by anything. */
typedef enum text_day_order {
    DAY_ORDER_UNKNOWN,
    DAY_ORDER_DAY_FIRST,
    DAY_ORDER_MONTH_FIRST,
} text_day_order;

/** What the dates of the whole text written as 22/7/2016 or 7/22/2016 show. */
text_day_order text_day_order_of(slice text);

/** Finds the first full date or month in `line`, at or after byte `from`.
 *  @param order how "5/6/2020" is read; a weekday in the line decides before it does. */
bool text_find_date(slice line, size_t from, text_day_order order, text_date *out);

/** Is `line` a line of its own that dates the report: a date with nothing beside it but words such
 * as "Published", a time, and on either side at most `most_words` of a place, an agency or a name?
 */
bool text_is_date_line(slice line, size_t most_words, text_day_order order, text_date *out);

/** Does `line` begin as "GENEVA, 3 March 2021 (Agency) - "? */
bool text_opens_with_date(slice line, text_day_order order, text_date *out);

/** "Updated", "Last modified": a date line that gives way to another. */
bool text_is_update_line(slice line);

#endif
