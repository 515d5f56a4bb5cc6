/* The names of tags.
 *
 * SPDX-License-Identifier: Apache-2.0 */
#include "syntax/inner.h"

static const char *const tag_names[SYNTAX_TAG_COUNT] = {
    "CC",   "CD",  "DT",  "EX",  "FW",   "IN", "JJ",  "JJR", "JJS",   "MD",  "NN",   "NNS",   "NNP",
    "NNPS", "PDT", "POS", "PRP", "PRPS", "RB", "RBR", "RBS", "RP",    "TO",  "UH",   "VB",    "VBD",
    "VBG",  "VBN", "VBP", "VBZ", "WDT",  "WP", "WPS", "WRB", "PUNCT", "SYM", "HYPH", "OTHER",
};

const char *syntax_tag_name(syntax_tag tag)
{
    return tag < SYNTAX_TAG_COUNT ? tag_names[tag] : "?";
}

bool tag_of_name(slice name, unsigned *tag)
{
    for (unsigned i = 0; i < SYNTAX_TAG_COUNT; i++)
        if (slice_equal(name, slice_of(tag_names[i]))) {
            *tag = i;
            return true;
        }
    return false;
}
