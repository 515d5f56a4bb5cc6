/* Languages: the fingerprints that tell them apart (inside the text room).
 *
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef TEXT_LANGUAGE_H
#define TEXT_LANGUAGE_H

#include "text/text.h"

/** As text_languages_tell, but where `languages` is NULL fingerprints are opened for this text, if
 * need be.
 *  @return CHANCERY_OK, or _E_MEMORY. */
chancery_status text_language_of(const text_languages *languages, slice text, slice *out,
                                 chancery_error *error) CHANCERY_MUST_CHECK;

#endif
