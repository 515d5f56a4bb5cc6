/* Chains: "each other", "the former" and "the latter".
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * "Each other" are those of the subject, if they are several who are known. "The former" and "the
 * latter" are the first and the second of two who were named together: the two states and
 * organisations, or the two people, of this sentence or else of the one before it. */
#include "reading/chains.h"

/** Whether the word opens "each other" or "one another". */
static bool is_mutual(const chains_stage *c, size_t word)
{
    uint32_t token = chains_token(c, word);
    return word + 1 < c->s->word_count &&
           ((reading_is(c->r, token, "each") && reading_is(c->r, token + 1, "other")) ||
            (reading_is(c->r, token, "one") && reading_is(c->r, token + 1, "another")));
}

static chancery_status take_mutual(chains_stage *c, size_t word)
{
    bool subject = false;
    uint32_t who = CHAINS_NOBODY, token = chains_token(c, word);
    int16_t clause = chains_clause(c, word, &subject);
    chancery_status status = chains_subject(c, clause, &who);
    if (!status && !chains_is_group(who))
        status = chains_governor(c, clause, &who);
    if (status || !chains_is_group(who))
        return status;
    c->who_at[token] = c->who_at[token + 1] = who;
    c->why = CHANCERY_WHY_CLAUSE;
    return chains_link(c, who, token, 2, CHANCERY_HOW_GROUP);
}

/** The two bodies, or the two people, of a sentence before a token, in the order of the text; false
 * where they are not two. */
static bool two_of(const chains_stage *c, uint32_t sentence, bool people, uint32_t two[2])
{
    size_t count = 0, first = c->seen.count;
    while (first > 0 && c->seen.items[first - 1].sentence >= sentence)
        first--;
    for (size_t i = first; i < c->seen.count && c->seen.items[i].sentence == sentence; i++) {
        const chains_seen *e = &c->seen.items[i];
        if (!(people ? e->person : e->body) || e->place || (count && two[0] == e->who) ||
            (count > 1 && two[1] == e->who))
            continue;
        if (count == 2 || !chains_is_unit(e->who))
            return false;
        two[count++] = e->who;
    }
    return count == 2;
}

static chancery_status take_ordinal(chains_stage *c, size_t word, size_t side)
{
    uint32_t two[2], token = chains_token(c, word);
    bool found = false;
    for (uint32_t back = 0; !found && back <= 1 && back <= c->sentence; back++)
        found =
            two_of(c, c->sentence - back, false, two) || two_of(c, c->sentence - back, true, two);
    if (!found)
        return CHANCERY_OK;
    c->who_at[token] = two[side];
    c->why = CHANCERY_WHY_ORDER;
    chancery_status status = chains_see(c, two[side], token);
    return status ? status : chains_link(c, two[side], token - 1, 2, CHANCERY_HOW_DESCRIPTION);
}

chancery_status chains_pairs(chains_stage *c, size_t word)
{
    uint32_t token = chains_token(c, word);
    if (is_mutual(c, word))
        return take_mutual(c, word);
    bool first = reading_is(c->r, token, "former"), second = reading_is(c->r, token, "latter");
    int16_t phrase = c->s->phrase_of[word];
    bool head =
        word > 0 && (first || second) && reading_is(c->r, token - 1, "the") &&
        (phrase < 0 || c->s->phrases[phrase].head == word) &&
        (word + 1 >= c->s->word_count ||
         (c->s->words[word + 1].tag != SYNTAX_NN && c->s->words[word + 1].tag != SYNTAX_NNP &&
          c->s->words[word + 1].tag != SYNTAX_JJ && c->s->words[word + 1].tag != SYNTAX_NNS));
    return head ? take_ordinal(c, word, second ? 1 : 0) : CHANCERY_OK;
}
