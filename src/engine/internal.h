/* What the files of the engine room share with each other and with nobody else.
 *
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef ENGINE_INTERNAL_H
#define ENGINE_INTERNAL_H

#include "engine/engine.h"

/** Whether a slice from a caller can be read. */
static inline bool engine_is_sound(slice s)
{
    return s.ptr || s.len == 0;
}

/** CHANCERY_E_MISUSE for `what` of the public function `function`. */
chancery_status engine_misuse(const char *function, const char *what, chancery_error *error);

#endif
