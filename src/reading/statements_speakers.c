/* Statements: whose a verb of saying is.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * The parse gives a verb its subject; where that is no speaker, who stands directly before the verb
 * ("…, the minister, Mr. X, told reporters") or behind it ("…, said the minister") is asked, then
 * who issued the paper that speaks ("a statement condemning") and whom the sentence is about. */
#include "reading/statements.h"

static bool adjacent(const statements_stage *st, size_t end, size_t word)
{
    return end == word || (end + 1 == word && statements_is_comma(st, end));
}

/** The phrase that ends right before the verb, perhaps with a comma between. */
static int16_t phrase_before(const statements_stage *st, size_t word)
{
    for (size_t q = st->s.phrase_count; q-- > 0;) {
        const syntax_phrase *p = &st->s.phrases[q];
        if (p->end <= word)
            return adjacent(st, p->end, word) ? (int16_t)q : -1;
    }
    return -1;
}

/** The phrase that begins right behind the verb (or with it, where the parser took the verb for a
 * part of it); of "Peru's minister" the minister. */
static int16_t phrase_behind(const statements_stage *st, const statements_act *act)
{
    size_t word = act->end;
    if (word >= st->s.word_count || st->s.phrase_of[word] < 0)
        return -1;
    int16_t p = st->s.phrase_of[word];
    if (st->s.phrases[p].first != word && st->s.phrases[p].first != act->verb)
        return -1;
    while ((size_t)p + 1 < st->s.phrase_count && st->s.phrases[p + 1].possessor == p)
        p++;
    return p;
}

/** Whether what stands before the verb may be what is said: it ends in a comma or a quotation. */
static bool said_before(const statements_stage *st, size_t first)
{
    if (first == 0)
        return false;
    uint32_t token = statements_token(st, first - 1);
    static const char *const marks[] = {",", "—", "–", "-", NULL};
    bool mark = statements_token_is(st->r, token, marks) || statements_quotation_ending(st, token);
    return mark &&
           (statements_quotation_before(st, first) || statements_has_verb(st, 0, first, true));
}

static bool ends_there(const statements_stage *st, size_t word)
{
    static const char *const goes_on[] = {"that", "to", "for", "of", "not", "against", NULL};
    return word >= st->s.word_count || !statements_is(st, word, goes_on);
}

/** Whether the phrase is the subject of what follows: "said [it] hoped". */
static bool begins_clause(const statements_stage *st, int16_t phrase)
{
    for (size_t i = 0; i < st->s.clause_count; i++) {
        const syntax_clause *c = &st->s.clauses[i];
        if (c->subject == phrase && c->first >= st->s.phrases[phrase].end &&
            c->tense != SYNTAX_BARE && c->link != SYNTAX_RELATIVE)
            return true;
    }
    return false;
}

/** "…," said the minister. */
static bool find_inverted(const statements_stage *st, statements_act *act)
{
    int16_t behind = phrase_behind(st, act);
    if (behind < 0 || !(act->says & CODEBOOK_SAYS_CLAUSE) || act->form == STATEMENTS_PARTICIPLE ||
        act->end != act->verb + 1 || !said_before(st, act->first))
        return false;
    size_t end = statements_complex_end(st, behind);
    if (!ends_there(st, end) || begins_clause(st, behind) ||
        !statements_speaker(st, behind, &act->who, &act->speaker))
        return false;
    act->subject = behind;
    act->inverted = act->known = act->own = true;
    act->start = act->first;
    act->tail = end;
    return true;
}

/** The subject that the parse gives, where it stands before the verb. */
static bool find_given(const statements_stage *st, statements_act *act)
{
    if (act->clause < 0)
        return false;
    int16_t subject = st->s.clauses[act->clause].subject;
    if (subject < 0 || st->s.phrases[subject].first >= act->first ||
        !statements_speaker(st, subject, &act->who, &act->speaker))
        return false;
    act->subject = subject;
    act->known = true;
    return true;
}

static bool find_adjacent(const statements_stage *st, statements_act *act)
{
    int16_t before = phrase_before(st, act->first);
    if (before < 0 || act->form == STATEMENTS_PARTICIPLE ||
        !statements_speaker(st, before, &act->who, &act->speaker))
        return false;
    act->subject = before;
    act->known = true;
    return true;
}

/** "Nolan came as soon as his post was confirmed and was keen to say that": where the subject that
 * the parse gives is a thing, the person that the sentence is about. */
static bool find_main(const statements_stage *st, statements_act *act)
{
    if (act->clause < 0)
        return false;
    const syntax_clause *c = &st->s.clauses[act->clause];
    if (c->link == SYNTAX_INFINITIVE && c->parent >= 0)
        c = &st->s.clauses[c->parent];
    if (c->link != SYNTAX_CONJOINED || c->first == 0 ||
        !statements_is_conjunction(st, c->first - 1u))
        return false;
    for (size_t i = 0; i < st->s.clause_count; i++) {
        const syntax_clause *main = &st->s.clauses[i];
        if (main->parent >= 0 || main->verb >= act->verb || main->subject < 0)
            continue;
        act->known =
            statements_speaker(st, main->subject, &act->who, &act->speaker) && act->who.person >= 0;
        act->subject = main->subject;
        return act->known;
    }
    return false;
}

/** "issued a statement condemning the raid": who issued it. */
static bool find_issuer(const statements_stage *st, statements_act *act)
{
    if (act->clause < 0)
        return false;
    const syntax_clause *c = &st->s.clauses[act->clause];
    if (c->parent < 0 ||
        !(statements_is_paper(st, c->subject) || statements_is_paper(st, c->described)))
        return false;
    int16_t subject = st->s.clauses[c->parent].subject;
    act->known = statements_speaker(st, subject, &act->who, &act->speaker);
    act->subject = subject;
    return act->known;
}

/** "Both affirmed": the two that the report is about. */
static bool find_both(const statements_stage *st, statements_act *act)
{
    static const char *const both[] = {"both", NULL};
    if (act->first == 0 || !statements_is(st, act->first - 1, both) || st->r->pair[1].len == 0)
        return false;
    act->who = (reading_who){.person = -1, .entry = -1};
    act->speaker = reading_span(st->r, statements_token(st, act->first - 1), 1);
    act->known = act->own = true;
    act->start = act->first - 1;
    return true;
}

/** Whether no other clause's verb stands between the subject and the verb, but for what describes
 * the subject ("the minister, who met his colleague, said"). */
static bool own_subject(const statements_stage *st, const statements_act *act)
{
    size_t from = st->s.phrases[act->subject].end;
    for (size_t i = 0; i < st->s.clause_count; i++) {
        const syntax_clause *c = &st->s.clauses[i];
        if (c->verb >= from && c->verb < act->first && c->link != SYNTAX_RELATIVE &&
            !(c->link == SYNTAX_PARTICIPLE && c->described >= 0))
            return false;
    }
    return true;
}

void statements_find_speaker(const statements_stage *st, statements_act *act)
{
    if (find_inverted(st, act) || find_both(st, act))
        return;
    bool given = find_given(st, act);
    bool shared = given && !own_subject(st, act);
    /* "[The four] will send observers, [Brazil's minister] told reporters" */
    bool list =
        (!given || (shared && statements_nothing_behind(st, act))) && find_adjacent(st, act);
    if (!given && !list && !find_issuer(st, act) && !find_main(st, act))
        return;
    act->own = own_subject(st, act);
    if (act->own)
        act->start = statements_complex_start(st, act->subject, list);
}
