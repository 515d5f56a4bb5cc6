/* Statements: idioms that say something: "made it clear that", "paid tribute to".
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * The codebook names verbs of saying; what becomes one by its object is a short table of patterns
 * here. They are matched on the words as written, for the parser often errs in them. */
#include "reading/statements.h"

enum { CLAUSE = CODEBOOK_SAYS_CLAUSE, OBJECT = CODEBOOK_SAYS_OBJECT };

static const statements_idiom idioms[] = {
    {{"make", "made", "makes", "making"},
     {"?it", "?very/quite/perfectly", "clear/plain/known"},
     CLAUSE | OBJECT,
     {"make clear", 10}},
    {{"let", "lets"}, {"it", "be", "known/understood"}, CLAUSE, {"let be known", 12}},
    {{"leave", "left", "leaves"}, {"no", "doubt"}, CLAUSE, {"leave no doubt", 14}},
    {{"take", "took", "takes"}, {"the", "view/position/stance"}, CLAUSE, {"take the view", 13}},
    {{"is", "was", "are", "were"},
     {"of", "the", "view/opinion/belief"},
     CLAUSE,
     {"be of the view", 14}},
    {{"give", "gave", "gives"}, {"to", "understand"}, CLAUSE, {"give to understand", 18}},
    {{"draw", "drew", "draws", "drawing"},
     {"?his/her/its/their", "attention", "to"},
     OBJECT,
     {"draw attention", 14}},
    {{"call", "called", "calls"}, {"attention", "to"}, OBJECT, {"draw attention", 14}},
    {{"pay", "paid", "pays", "paying"},
     {"?warm/?special", "tribute", "to"},
     OBJECT,
     {"pay tribute", 11}},
    {{"take", "took", "takes", "taking"},
     {"?positive/good/due", "note", "of"},
     OBJECT,
     {"take note", 9}},
};

/** Whether the word is one of the alternatives of a pattern's part. */
static bool word_fits(const statements_stage *st, size_t word, const char *part)
{
    slice rest = slice_of(part + (*part == '?')), one;
    while (slice_next(&rest, '/', &one)) {
        char text[16];
        if (one.len >= sizeof text)
            continue;
        memcpy(text, one.ptr, one.len);
        text[one.len] = '\0';
        if (statements_is(st, word, (const char *const[]){text, NULL}))
            return true;
    }
    return false;
}

/** How many words the idiom has at `word`, or 0. */
static size_t idiom_at(const statements_stage *st, size_t word, const statements_idiom *i)
{
    bool here = statements_is(st, word, i->verbs);
    size_t w = word + 1;
    for (size_t k = 0; here && k < STATEMENTS_IDIOM_WORDS && i->words[k]; k++) {
        here = word_fits(st, w, i->words[k]);
        w += here;
        here = here || i->words[k][0] == '?';
    }
    return here ? w - word : 0;
}

const statements_idiom *statements_find_idiom(const statements_stage *st, size_t word,
                                              size_t *count)
{
    uint8_t tag = st->s.words[word].tag;
    if (!statements_is_verb(tag) && tag != SYNTAX_MD)
        return NULL;
    for (size_t i = 0; i < sizeof idioms / sizeof *idioms; i++) {
        *count = idiom_at(st, word, &idioms[i]);
        if (*count)
            return &idioms[i];
    }
    return NULL;
}
