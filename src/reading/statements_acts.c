/* Statements: the verbs of saying of a sentence.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * Each clause whose verb the codebook lists is an act; so is a verb that stands between a quotation
 * and a speaker ("…," smiled the minister), and a word of a series of such verbs that the parser
 * took for a noun. A verb that is joined to one before it by "and" or a comma shares its speaker
 * when both are inflected alike and the second is not part of what the first one says: what urges,
 * condemns or welcomes takes no finite verb, and of "said that the talks failed and promised to
 * return" the talks can't promise anything. */
#include "reading/statements.h"

enum { LEAD_MAX_WORDS = 16 }; /* between a verb and its preposition */

unsigned statements_says(const statements_stage *st, size_t verb, size_t behind)
{
    syntax_word two[2] = {st->words[verb]};
    if (behind < st->s.word_count)
        two[1] = st->words[behind];
    syntax_sentence pair = {.words = two, .word_count = behind < st->s.word_count ? 2 : 1};
    syntax_clause c = {.verb = 0, .end = 1};
    return codebook_reporting(st->r->engine->codebook, &pair, &c);
}

/** Behind a preposition that isn't the one looked for, with its phrase: "complained [to Chile]
 * about", "called [in a statement] for"; 0 where the verb means something else ("spoke in favour
 * of"). */
static size_t skip_other(const statements_stage *st, size_t verb, size_t word)
{
    static const char *const links[] = {"to", "with", NULL};
    static const char *const addressing[] = {"complain", "appeal", "apologise", "apologize",
                                             "protest",  "plead",  "thank",     NULL};
    static const char *const media[] = {
        "statement", "speech",     "letter",     "interview", "tweet",       "message", "address",
        "report",    "resolution", "communique", "note",      "declaration", "monday",  "tuesday",
        "wednesday", "thursday",   "friday",     "saturday",  "sunday",      NULL};
    uint8_t tag = st->s.words[word].tag;
    if ((tag != SYNTAX_IN && tag != SYNTAX_TO) || word + 1 >= st->s.word_count)
        return word;
    int16_t p = st->s.phrase_of[word + 1];
    bool hearer =
        statements_is(st, word, links) && statements_lemma_is(st->words[verb].lemma, addressing);
    if (p < 0 || !(hearer || statements_is(st, st->s.phrases[p].head, media)))
        return 0;
    return st->s.phrases[p].end;
}

size_t statements_preposition(const statements_stage *st, size_t verb, size_t from)
{
    static const char *const on[] = {"on", "upon", NULL};
    size_t w = from, found = 0;
    while (w < st->s.word_count && st->s.words[w].tag == SYNTAX_RB)
        w++;
    if (w >= st->s.word_count)
        return 0;
    if (statements_says(st, verb, w) & CODEBOOK_SAYS_OBLIQUE)
        return statements_is(st, w, on) && (statements_says(st, verb, w) & CODEBOOK_SAYS_INFINITIVE)
                   ? 0
                   : w;
    w = skip_other(st, verb, w);
    for (; w && w < st->s.word_count && w < from + LEAD_MAX_WORDS; w++) {
        if (statements_has_verb(st, w, w + 1, false))
            break;
        if (!(statements_says(st, verb, w) & CODEBOOK_SAYS_OBLIQUE))
            continue;
        if (w + 1 < st->s.word_count && st->s.words[w + 1].tag == SYNTAX_VBG)
            return w;
        found = found ? found : w;
    }
    return found;
}

/* -------------------------------------------------------------------------------- joined verbs */

typedef enum join {
    JOIN_NONE,
    JOIN_COMMA,
    JOIN_CONJUNCTION,
    JOIN_BOTH, /* ", and" */
} join;

static join join_before(const statements_stage *st, size_t word)
{
    if (word == 0)
        return JOIN_NONE;
    if (statements_is_comma(st, word - 1))
        return JOIN_COMMA;
    if (!statements_is_conjunction(st, word - 1))
        return JOIN_NONE;
    return word > 1 && statements_is_comma(st, word - 2) ? JOIN_BOTH : JOIN_CONJUNCTION;
}

/** The clause that the act before tells, where it tells one; or -1. */
static int16_t told_clause(const statements_stage *st, const statements_act *host)
{
    for (size_t i = 0; i < st->s.clause_count; i++) {
        const syntax_clause *c = &st->s.clauses[i];
        if (c->verb > host->verb && c->parent == host->clause && host->clause >= 0 &&
            c->link == SYNTAX_CONTENT)
            return (int16_t)i;
    }
    return -1;
}

/** Whether the verb stands in what the act before says rather than beside it. */
static bool inside(const statements_stage *st, const statements_act *host,
                   const statements_act *act, join j)
{
    if (act->clause >= 0 && st->s.clauses[act->clause].link == SYNTAX_CONJOINED &&
        st->s.clauses[act->clause].parent == host->clause && host->clause >= 0)
        return false;
    int16_t told = told_clause(st, host);
    if (told >= 0) {
        reading_who who;
        span where;
        /* "had paid or asked" */
        if (st->s.clauses[told].perfect && st->s.words[act->verb].tag == SYNTAX_VBN &&
            j == JOIN_CONJUNCTION)
            return true;
        return j == JOIN_CONJUNCTION && (host->says & CODEBOOK_SAYS_CLAUSE) &&
               statements_speaker(st, st->s.clauses[told].subject, &who, &where);
    }
    int16_t infinitive = statements_child(st, host->clause, SYNTAX_INFINITIVE);
    return act->form == STATEMENTS_BASE && j == JOIN_CONJUNCTION && infinitive >= 0 &&
           st->s.clauses[infinitive].verb < act->verb;
}

static bool inflected_alike(const statements_act *host, const statements_act *act, join j)
{
    if (host->form == act->form)
        return true;
    return act->form == STATEMENTS_PARTICIPLE && j == JOIN_COMMA;
}

/** Whether the act before is itself a part of what another one tells. */
static bool nested(const statements_stage *st, const statements_act *host)
{
    int16_t c = host->clause;
    for (int depth = 0; c >= 0 && depth < 64; depth++, c = st->s.clauses[c].parent) {
        if (st->s.clauses[c].link != SYNTAX_CONTENT || st->s.clauses[c].parent < 0)
            continue;
        for (size_t i = 0; i < st->acts.count; i++)
            if (st->acts.items[i].clause == st->s.clauses[c].parent && st->acts.items[i].known)
                return true;
    }
    return false;
}

/** The act whose speaker this one shares, or -1. */
static int find_host(const statements_stage *st, const statements_act *act)
{
    static const char *const meanwhile[] = {"while", "whilst", NULL};
    join j = join_before(st, act->first);
    if (act->form == STATEMENTS_PARTICIPLE && act->first > 0 &&
        statements_is(st, act->first - 1, meanwhile))
        j = JOIN_COMMA;
    if (j == JOIN_NONE || (j == JOIN_COMMA && statements_nothing_behind(st, act)))
        return -1;
    for (size_t i = st->acts.count; i-- > 0;) {
        const statements_act *host = &st->acts.items[i];
        if (!host->known || !host->spoken || host->inverted || !inflected_alike(host, act, j) ||
            nested(st, host))
            continue;
        return inside(st, host, act, j) ? -1 : (int)i;
    }
    return -1;
}

static void share(statements_stage *st, statements_act *act, int host)
{
    const statements_act *h = &st->acts.items[host];
    act->joined = host;
    act->subject = h->subject;
    act->who = h->who;
    act->speaker = h->speaker;
    act->known = true;
    if (act->form == STATEMENTS_BASE)
        act->spoken = act->spoken && h->spoken;
}

/* ------------------------------------------------------------------------------------- the acts */

static chancery_status push(statements_stage *st, const statements_act *act)
{
    statements_act *made = array_push(&st->acts, st->r->arena, st->r->error);
    if (!made)
        return st->r->error->status;
    *made = *act;
    return CHANCERY_OK;
}

/** "what they call a blockade", "the offer which Norway announced": nothing is told behind it. */
static bool tells_backwards(const statements_stage *st, const syntax_clause *c)
{
    static const char *const what[] = {"what", "how", "whom", NULL};
    if (statements_word_is(st, c->marker, what))
        return true;
    bool object = c->object >= 0 && st->s.phrases[c->object].first >= c->end;
    int16_t told = statements_child(st, (int16_t)(c - st->s.clauses), SYNTAX_CONTENT);
    object = object || (told >= 0 && st->s.clauses[told].marker >= 0);
    return c->link == SYNTAX_RELATIVE && c->described != c->subject && (c->marker >= 0 || !object);
}

/** A participle without a form of "be": it may be a past that the parser took for a participle. */
static bool may_be_past(const statements_stage *st, const syntax_clause *c)
{
    return c->passive && (c->first == c->verb || st->s.words[c->first].tag == SYNTAX_RB);
}

/** "The raid was condemned by Chile." */
static void find_agent(statements_stage *st, const syntax_clause *c, statements_act *act)
{
    static const char *const by[] = {"by", NULL};
    static const char *const verbs[] = {
        "condemn",    "denounce",  "welcome",     "praise",    "hail",      "applaud",
        "criticise",  "criticize", "deplore",     "announce",  "confirm",   "reaffirm",
        "reiterate",  "endorse",   "stress",      "emphasise", "emphasize", "underline",
        "underscore", "highlight", "acknowledge", "commend",   "censure",   NULL};
    for (size_t i = 0; i < c->oblique_count && !act->known; i++) {
        const syntax_oblique *o = &c->obliques[i];
        if (o->preposition < c->verb || !statements_is(st, o->preposition, by))
            continue;
        act->known = statements_speaker(st, (int16_t)o->phrase, &act->who, &act->speaker);
        act->subject = (int16_t)o->phrase;
    }
    act->passive = true;
    act->known = act->known && statements_lemma_is(act->lemma, verbs) && c->subject >= 0;
}

/** "…," smiled the minister: any verb between a quotation and a speaker. */
static bool said_by_position(const statements_stage *st, const statements_act *act)
{
    const statements_quotation *q = statements_quotation_before(st, act->start);
    return act->known && act->own && q && act->form != STATEMENTS_PARTICIPLE &&
           statements_quotation_whole(st, q) && statements_nothing_behind(st, act);
}

static void find_who(statements_stage *st, const syntax_clause *c, statements_act *act)
{
    bool past = may_be_past(st, c);
    if (c->passive && !past) {
        find_agent(st, c, act);
        return;
    }
    int host = find_host(st, act);
    if (host >= 0) {
        act->spoken = !statements_supposed(st, c);
        share(st, act, host);
        return;
    }
    statements_find_speaker(st, act);
    if (past && !act->inverted && !(act->own && act->start < act->first))
        act->known = false;
    if (act->inverted)
        act->spoken = !statements_supposed(st, c);
    if (statements_nobody_speaks(st, act))
        act->spoken = false;
}

static chancery_status read_clause(statements_stage *st, int16_t index)
{
    const syntax_clause *c = &st->s.clauses[index];
    uint8_t tag = st->s.words[c->verb].tag;
    if (!(statements_is_verb(tag) || c->copula) || tells_backwards(st, c))
        return CHANCERY_OK;
    statements_act act = {.verb = c->verb,
                          .first = c->first,
                          .end = c->end,
                          .start = c->first,
                          .tail = c->end,
                          .clause = index,
                          .subject = -1,
                          .lemma = st->s.words[c->verb].lemma,
                          .spoken = statements_is_fact(st, c),
                          .joined = -1};
    act.says = codebook_reporting(st->r->engine->codebook, &st->s, c);
    if (statements_preposition(st, act.verb, act.end))
        act.says |= CODEBOOK_SAYS_OBLIQUE;
    bool listed = act.says != 0;
    if (!listed)
        act.says = CODEBOOK_SAYS_CLAUSE;
    if (!listed || !statements_as_verb(st, act.verb, &act.lemma, &act.form))
        act.form = statements_form_of(tag);
    find_who(st, c, &act);
    if (statements_is_background(st, c, act.says, told_clause(st, &act) >= 0))
        act.spoken = false;
    return listed || said_by_position(st, &act) ? push(st, &act) : CHANCERY_OK;
}

/** Whether a verb's complement can begin at the word: an article, "that", "to" … */
static bool complement_begins(const statements_stage *st, size_t word)
{
    if (word >= st->s.word_count)
        return false;
    switch (st->s.words[word].tag) {
    case SYNTAX_CC:
    case SYNTAX_PUNCT:
    case SYNTAX_POS:
    case SYNTAX_MD:
        return statements_is_quote(st->r, statements_token(st, word));
    default:
        return true;
    }
}

/** Tags that the parser gives to verbs by mistake. */
static bool may_be_verb(uint8_t tag)
{
    return statements_is_verb(tag) || tag == SYNTAX_NN || tag == SYNTAX_NNS || tag == SYNTAX_NNPS ||
           tag == SYNTAX_NNP || tag == SYNTAX_JJ || tag == SYNTAX_RB;
}

static statements_act word_act(const statements_stage *st, size_t word)
{
    statements_act act = {.verb = word,
                          .first = word,
                          .end = word + 1,
                          .start = word,
                          .tail = word + 1,
                          .clause = -1,
                          .subject = -1,
                          .spoken = true,
                          .joined = -1};
    while (act.first > 0 && st->s.words[act.first - 1].tag == SYNTAX_RB)
        act.first--;
    act.start = act.first;
    return act;
}

/** "The ministers strongly [condemn] the raid": the first verb of the sentence, behind those who
 * speak, taken for something else. */
static bool opens_predicate(const statements_stage *st, statements_act *act)
{
    int16_t phrase = st->s.phrase_of[act->verb];
    if (act->form != STATEMENTS_BASE || act->first == 0 ||
        statements_has_verb(st, 0, act->verb, false) ||
        (phrase >= 0 && st->s.phrases[phrase].first != act->verb) ||
        join_before(st, act->first) != JOIN_NONE)
        return false;
    statements_find_speaker(st, act);
    if (act->known && act->subject < 0)
        return true;
    bool plural = act->known && (st->s.phrases[act->subject].conjoined >= 0 ||
                                 st->s.words[st->s.phrases[act->subject].head].tag == SYNTAX_NNS ||
                                 statements_is_conjunction(st, act->start - (act->start > 0)));
    return plural || (act->known && act->first < act->verb);
}

/** "The ministry [denies] that …": a third person that the parser took for a plural. */
static bool third_person(const statements_stage *st, statements_act *act)
{
    static const char *const that[] = {"that", NULL};
    int16_t p = st->s.phrase_of[act->verb];
    uint8_t tag = st->s.words[act->verb].tag;
    if (act->form != STATEMENTS_THIRD || p < 0 || st->s.phrases[p].first >= act->verb ||
        (tag != SYNTAX_NNS && tag != SYNTAX_NNPS))
        return false;
    bool clause = statements_is(st, act->end, that) &&
                  statements_has_verb(st, act->end, st->s.word_count, true);
    for (size_t i = 0; i < st->s.clause_count && !clause; i++)
        clause = st->s.clauses[i].subject == p && st->s.clauses[i].verb > act->verb &&
                 st->s.phrases[p].end > act->end;
    if (!clause || !(act->says & CODEBOOK_SAYS_CLAUSE))
        return false;
    act->known = statements_speaker_within(st, p, act->verb, &act->who, &act->speaker);
    act->subject = p;
    act->own = true;
    act->start = statements_complex_start(st, p, false);
    return act->known;
}

/** A verb of saying that the parse has no clause for: in a series of such verbs, behind a quotation
 * or at the head of the sentence. */
static chancery_status read_word(statements_stage *st, size_t word)
{
    statements_act act = word_act(st, word);
    if (!may_be_verb(st->s.words[word].tag) || !complement_begins(st, word + 1) ||
        !statements_as_verb(st, word, &act.lemma, &act.form))
        return CHANCERY_OK;
    st->words[word].lemma = act.lemma;
    st->words[word].lemma_key = text_key(act.lemma);
    act.says = statements_says(st, word, word + 1);
    if (statements_preposition(st, word, word + 1))
        act.says |= CODEBOOK_SAYS_OBLIQUE;
    int host = act.says ? find_host(st, &act) : -1;
    if (host >= 0) {
        share(st, &act, host);
        return push(st, &act);
    }
    if (statements_quotation_before(st, word) && act.form == STATEMENTS_PAST) {
        statements_find_speaker(st, &act);
        return act.inverted ? push(st, &act) : CHANCERY_OK;
    }
    return act.says && (opens_predicate(st, &act) || third_person(st, &act)) ? push(st, &act)
                                                                             : CHANCERY_OK;
}

static chancery_status read_idiom(statements_stage *st, size_t word, size_t count,
                                  const statements_idiom *i)
{
    statements_act act = word_act(st, word);
    act.end = act.tail = word + count;
    act.lemma = i->act;
    act.says = i->says;
    act.form = st->s.words[word].tag == SYNTAX_VBG ? STATEMENTS_PARTICIPLE : STATEMENTS_PAST;
    for (size_t k = 0; k < st->s.clause_count && act.clause < 0; k++)
        if (st->s.clauses[k].verb >= word && st->s.clauses[k].verb < act.end)
            act.clause = (int16_t)k;
    int host = find_host(st, &act);
    if (host >= 0)
        share(st, &act, host);
    else
        statements_find_speaker(st, &act);
    if (act.clause >= 0) {
        act.spoken = statements_is_fact(st, &st->s.clauses[act.clause]) &&
                     !statements_nobody_speaks(st, &act);
        act.clause = -1;
    }
    return push(st, &act);
}

chancery_status statements_collect(statements_stage *st)
{
    size_t clause = 0;
    st->acts.count = 0;
    if (st->t->title)
        return CHANCERY_OK;
    for (size_t w = 0; w < st->s.word_count; w++) {
        chancery_status status = CHANCERY_OK;
        while (clause < st->s.clause_count && st->s.clauses[clause].verb < w)
            clause++;
        size_t count = 0;
        const statements_idiom *i = statements_find_idiom(st, w, &count);
        if (i) {
            status = read_idiom(st, w, count, i);
            w += count - 1;
        } else if (clause < st->s.clause_count && st->s.clauses[clause].verb == w)
            status = read_clause(st, (int16_t)clause);
        else
            status = read_word(st, w);
        if (status)
            return status;
    }
    return CHANCERY_OK;
}
