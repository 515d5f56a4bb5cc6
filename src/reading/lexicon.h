/* Lexicon: the words that stages of reading look up by key, hashed once for all reports.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * The lists stand where they are used (dates_words.c, people_table.c, people_given.c,
 * findings_jubilees.c); here are only the tables under the words' keys, so that a token, which has
 * its key, costs one probe and neither folding nor a search. */
#ifndef READING_LEXICON_H
#define READING_LEXICON_H

#include "reading/dates.h"
#include "reading/findings.h"
#include "reading/people.h"
#include "reading/resolve.h"
#include "reading/scan.h"

struct reading_lexicon {
    dates_lexicon dates;
    people_lexicon people;
    findings_topics topics;
    scan_lexicon scan;
    resolve_lexicon resolve;
};

/** Sets r->lexicon, where it isn't yet, to the engine's or to one of the report's own. The stages
 * that look words up begin with it. @return CHANCERY_OK, _E_LIMIT, _E_MEMORY. */
chancery_status reading_take_lexicon(reading_state *r) CHANCERY_MUST_CHECK;

#endif
