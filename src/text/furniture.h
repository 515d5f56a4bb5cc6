/* Page furniture: lines that a web page puts around a report (inside the text room).
 *
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef TEXT_FURNITURE_H
#define TEXT_FURNITURE_H

#include <stdbool.h>

#include "base/slice.h"

/** Is `line`, one line without white space at its ends, furniture and clearly so: "Share this
 * article", "Home > World > Asia", "Photo: ...", a notice on cookies? */
bool text_is_furniture(slice line);

#endif
