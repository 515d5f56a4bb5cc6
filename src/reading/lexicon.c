/* Lexicon: made once by an engine, or by a report whose engine has none.
 *
 * SPDX-License-Identifier: Apache-2.0 */
#include "reading/lexicon.h"

#include "base/memory.h"

static void fill(reading_lexicon *lexicon)
{
    dates_lexicon_fill(&lexicon->dates);
    people_words_fill(&lexicon->people);
    people_given_fill(&lexicon->people);
    findings_topics_fill(&lexicon->topics);
    scan_words_fill(&lexicon->scan);
    scan_lemmas_fill(&lexicon->scan);
    resolve_words_fill(&lexicon->resolve);
}

reading_lexicon *reading_lexicon_new(void)
{
    reading_lexicon *lexicon = memory_alloc(1, sizeof *lexicon);
    if (lexicon)
        fill(lexicon);
    return lexicon;
}

void reading_lexicon_free(reading_lexicon *lexicon)
{
    memory_free(lexicon);
}

chancery_status reading_take_lexicon(reading_state *r)
{
    if (!r->lexicon && r->engine)
        r->lexicon = r->engine->lexicon;
    if (r->lexicon)
        return CHANCERY_OK;
    reading_lexicon *own = arena_alloc(r->arena, 1, sizeof *own, r->error);
    if (!own)
        return r->error->status;
    fill(own);
    r->lexicon = own;
    return CHANCERY_OK;
}
