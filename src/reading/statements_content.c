/* Statements: what is said.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * Behind the verb: words in quotation marks, a clause with or without "that", what somebody is to
 * do, what stands behind the verb's preposition, an object; before it: what ends in a comma or a
 * quotation. Where the content ends the parse says first; what can't begin anything else is added
 * to it, and the next verb of the same speaker ends it. */
#include "reading/statements.h"

enum { LEAD_MAX_WORDS = 30 }; /* between a verb and "that" */

typedef enum kind {
    KIND_NONE,
    KIND_CLAUSE,
    KIND_INFINITIVE,
    KIND_OBLIQUE,
    KIND_OBJECT,
} kind;

/* ------------------------------------------------------------------------------ what may follow */

/** Verbs with a hearer before the content: "told Norway that". */
static bool addresses(slice lemma)
{
    static const char *const verbs[] = {"tell",    "inform",   "assure", "remind", "warn",
                                        "promise", "advise",   "notify", "ask",    "reassure",
                                        "caution", "convince", NULL};
    return statements_lemma_is(lemma, verbs);
}

static uint8_t tag_at(const statements_stage *st, size_t word)
{
    return word < st->s.word_count ? st->s.words[word].tag : (uint8_t)SYNTAX_PUNCT;
}

static int16_t phrase_at(const statements_stage *st, size_t word)
{
    return word < st->s.word_count ? st->s.phrase_of[word] : (int16_t)-1;
}

static bool is_time(const statements_stage *st, int16_t phrase)
{
    static const char *const times[] = {"monday",   "tuesday", "wednesday", "thursday", "friday",
                                        "saturday", "sunday",  "yesterday", "today",    "evening",
                                        "morning",  "night",   "afternoon", "week",     "month",
                                        "year",     "day",     NULL};
    return phrase >= 0 && statements_is(st, st->s.phrases[phrase].head, times);
}

static bool opens_phrase(const statements_stage *st, size_t word)
{
    static const char *const clauses[] = {"that",   "whether", "if",    "because", "although",
                                          "though", "while",   "until", "unless",  "whereas",
                                          "since",  "than",    "so",    NULL};
    uint8_t tag = tag_at(st, word);
    return !statements_is(st, word, clauses) && (tag == SYNTAX_IN || tag == SYNTAX_TO) &&
           phrase_at(st, word) < 0;
}

/** Behind adverbs, times and phrases with a preposition from `word`: "on 10 March", "in a video
 * message", "also", ", by way of example,". */
static size_t skip_adverbials(const statements_stage *st, size_t word)
{
    for (;;) {
        size_t w = word;
        if (statements_is_comma(st, w))
            w++;
        int16_t p = phrase_at(st, w);
        if (opens_phrase(st, w) && phrase_at(st, w + 1) >= 0)
            w = statements_complex_end(st, phrase_at(st, w + 1));
        else if (is_time(st, p) && st->s.phrases[p].first == w)
            w = st->s.phrases[p].end;
        else if ((tag_at(st, w) == SYNTAX_RB || tag_at(st, w) == SYNTAX_RBR) && p < 0)
            w++;
        else
            return word;
        if (statements_is_comma(st, w) && statements_is_comma(st, word))
            w++;
        word = w;
    }
}

/** Behind the hearer, where the verb has one. */
static size_t skip_hearer(const statements_stage *st, const statements_act *act, size_t word)
{
    static const char *const that[] = {"that", NULL};
    int16_t p = phrase_at(st, word);
    if (!addresses(act->lemma) || p < 0 || st->s.phrases[p].first != word ||
        statements_is(st, word, that))
        return word;
    while ((size_t)p + 1 < st->s.phrase_count && st->s.phrases[p + 1].possessor == p)
        p++;
    return statements_complex_end(st, p);
}

/** Behind everything that may stand between a verb and what it tells. */
static size_t skip_lead(const statements_stage *st, const statements_act *act)
{
    return skip_adverbials(st, skip_hearer(st, act, skip_adverbials(st, act->tail)));
}

static const syntax_clause *told_clause(const statements_stage *st, const statements_act *act)
{
    for (size_t i = 0; act->clause >= 0 && i < st->s.clause_count; i++) {
        const syntax_clause *c = &st->s.clauses[i];
        if (c->parent == act->clause && c->link == SYNTAX_CONTENT && c->span.first >= act->tail)
            return c;
    }
    return NULL;
}

static bool is_object_behind(const statements_stage *st, const statements_act *act)
{
    if (act->clause < 0)
        return false;
    int16_t object = st->s.clauses[act->clause].object;
    return object >= 0 && st->s.phrases[object].first >= act->tail;
}

bool statements_nothing_behind(const statements_stage *st, const statements_act *act)
{
    static const char *const content[] = {"that", ":", "how", "why", "whether", NULL};
    size_t w = skip_hearer(st, act, act->tail);
    if (statements_ends_sentence(st, w))
        return true;
    size_t lead = skip_lead(st, act);
    if (tag_at(st, lead) == SYNTAX_TO && (act->says & CODEBOOK_SAYS_INFINITIVE))
        return false;
    if (statements_is(st, lead, content) || statements_is(st, w, content) || told_clause(st, act))
        return false;
    if (lead < st->s.word_count && statements_quotation_from(st, statements_token(st, lead)))
        return false;
    if (statements_is_outer(st->r, statements_token(st, w)))
        return true;
    if (is_object_behind(st, act) && w == act->tail && !act->inverted)
        return false;
    if (tag_at(st, w) == SYNTAX_TO || tag_at(st, w) == SYNTAX_IN)
        return lead > w && !(act->says & (CODEBOOK_SAYS_OBLIQUE | CODEBOOK_SAYS_INFINITIVE));
    return lead > w || tag_at(st, w) == SYNTAX_VBG;
}

/* ------------------------------------------------------------------------- where content begins */

/** "expressed the hope that": the clause is what was said, and the noun only says so. */
static bool noun_of_saying(const statements_stage *st, size_t word)
{
    static const char *const nouns[] = {"hope",   "expectation", "view",
                                        "belief", "opinion",     "conviction",
                                        "wish",   "confidence",  NULL};
    return word > 0 && statements_is(st, word - 1, nouns);
}

/** Behind "that", where one opens what the verb tells; 0 where none does. */
static size_t behind_that(const statements_stage *st, const statements_act *act)
{
    static const char *const that[] = {"that", NULL};
    size_t lead = skip_lead(st, act);
    if (statements_is(st, lead, that) &&
        (tag_at(st, lead) == SYNTAX_IN || statements_has_verb(st, lead, st->s.word_count, true)))
        return lead + 1;
    for (size_t w = act->tail; w < st->s.word_count && w < act->tail + LEAD_MAX_WORDS; w++) {
        if (statements_has_verb(st, w, w + 1, true))
            return 0;
        if (statements_is(st, w, that))
            return noun_of_saying(st, w) ? w + 1 : 0;
    }
    return 0;
}

/** A subject behind a verb that takes nothing but a clause, where the parse doesn't see the clause:
 * "said the bloc “condemns the coup”". */
static size_t clause_unseen(const statements_stage *st, const statements_act *act, size_t lead)
{
    static const char *const only[] = {"say",    "claim", "insist", "argue",  "believe", "think",
                                       "allege", "hope",  "add",    "assert", "contend", NULL};
    int16_t p = phrase_at(st, lead);
    if (p < 0 || !statements_lemma_is(act->lemma, only))
        return 0;
    size_t end = statements_cut_at_acts(st, act, lead, st->s.word_count, true);
    size_t behind = st->s.phrases[p].end;
    bool quote =
        behind < st->s.word_count && statements_is_quote(st->r, statements_token(st, behind));
    return quote || statements_has_verb(st, lead, end, true) ? lead : 0;
}

static size_t clause_content(const statements_stage *st, const statements_act *act)
{
    static const char *const colon[] = {":", NULL};
    static const char *const questions[] = {"how", "why", "what", "where", "whether", "who", NULL};
    static const char *const asking[] = {"ask", "wonder", "inquire", "want", NULL};
    /* these have other objects; a clause without "that" behind them is the parse's mistake */
    static const char *const with_that[] = {"hold",     "post",    "read",      "charge", "relate",
                                            "submit",   "recall",  "observe",   "quote",  "recount",
                                            "reflect",  "counter", "protest",   "object", "answer",
                                            "continue", "require", "guarantee", NULL};
    size_t start = behind_that(st, act);
    if (start)
        return start;
    size_t lead = skip_lead(st, act);
    if (statements_is(st, lead, colon))
        return lead + 1;
    if (statements_is(st, lead, questions))
        return statements_lemma_is(act->lemma, asking) ? 0 : lead;
    if ((act->clause >= 0 && st->s.clauses[act->clause].link == SYNTAX_RELATIVE) ||
        statements_lemma_is(act->lemma, with_that))
        return 0;
    const syntax_clause *told = told_clause(st, act);
    if (!told)
        return clause_unseen(st, act, lead);
    size_t first = told->span.first;
    if (first == act->tail || first < lead)
        return first;
    return (act->says & CODEBOOK_SAYS_OBJECT) && first > lead && lead == act->tail ? 0 : lead;
}

/** "to send", "Norway to send", "on Norway to send". */
static size_t infinitive_content(const statements_stage *st, const statements_act *act)
{
    static const char *const to[] = {"to", NULL};
    static const char *const on[] = {"on", "upon", "to", "for", NULL};
    int16_t child = statements_child(st, act->clause, SYNTAX_INFINITIVE);
    size_t w = act->end;
    bool directly = statements_is(st, w, to) && phrase_at(st, w + 1) < 0;
    if (directly)
        return w;
    if (child < 0 || st->s.clauses[child].first < act->end || st->s.clauses[child].described >= 0)
        return 0;
    if (statements_is(st, w, on))
        return phrase_at(st, w + 1) >= 0 ? w + 1 : 0;
    size_t lead = skip_adverbials(st, w);
    return statements_is(st, lead, to) || phrase_at(st, lead) >= 0 ? lead : w;
}

/** "called for talks" -> talks; "thanked Norway for the boats" -> Norway for the boats; "accused
 * Norway of breaking the treaty" -> breaking the treaty. */
static size_t oblique_content(const statements_stage *st, const statements_act *act)
{
    static const char *const with_object[] = {"for", "as", "on", NULL};
    static const char *const to[] = {"to", NULL};
    static const char *const reason[] = {"for", NULL};
    static const char *const needs_object[] = {
        "blame",    "thank",        "praise",  "commend",   "laud",
        "applaud",  "congratulate", "condemn", "criticise", "criticize",
        "denounce", "rebuke",       "scold",   "reproach",  NULL};
    size_t w = statements_preposition(st, act->verb, act->end);
    if (w == 0 || (w == act->end && statements_is(st, w, reason) &&
                   statements_lemma_is(act->lemma, needs_object)))
        return 0;
    if (w == act->end || !statements_is(st, w, with_object))
        return w + 1;
    if (statements_is(st, act->end, to))
        return act->end + 1;
    return opens_phrase(st, act->end) ? w + 1 : act->end;
}

/** A bare name is no content: "blamed Iran", "thanked Peru on television". */
static bool names_only(const statements_stage *st, size_t start, size_t end)
{
    int16_t p = phrase_at(st, start);
    if (p < 0 || (skip_adverbials(st, st->s.phrases[p].end) < end && st->s.phrases[p].end < end))
        return false;
    const reading_referents *ref = &st->r->referents[st->sentence][p];
    return ref->count > 0 && !ref->owned;
}

enum { RESTRICTED_NOUNS = 16 };

/** Verbs that say something with some objects only (`only`), or not with some. */
typedef struct restriction {
    const char *verbs[3];
    bool only;
    const char *nouns[RESTRICTED_NOUNS];
} restriction;

static const restriction restrictions[] = {
    {{"raise"},
     true,
     {"concern", "concerns", "issue", "issues", "objection", "objections", "question", "questions",
      "alarm", "point", "matter"}},
    {{"give", "offer", "extend"},
     true,
     {"assurance", "assurances", "warning", "condolences", "sympathy", "thanks", "congratulations",
      "apology", "apologies", "greetings", "pledge", "promise", "support", "sympathies"}},
    {{"issue"},
     true,
     {"warning", "apology", "threat", "call", "appeal", "denial", "plea", "demand"}},
    {{"lodge"}, true, {"protest", "complaint", "objection"}},
    {{"declare"},
     true,
     {"support", "solidarity", "readiness", "intention", "commitment", "opposition",
      "willingness"}},
    {{"deny"},
     true,
     {"involvement", "responsibility", "claim", "claims", "allegation", "allegations", "accusation",
      "accusations", "charge", "charges", "report", "reports", "knowledge", "rumours", "existence",
      "wrongdoing"}},
    {{"discuss", "agree"}, true, {"importance", "need", "necessity", "urgency", "significance"}},
    {{"recognise", "recognize"},
     false,
     {"republic", "state", "government", "independence", "sovereignty", "country", "council",
      "authority", "regime", "statehood"}},
    {{"admit", "concede"},
     true,
     {"point", "mistake", "mistakes", "error", "errors", "guilt", "responsibility", "failure",
      "shortcomings", "need", "difficulty", "difficulties", "wrongdoing"}},
    {{"claim"}, true, {"responsibility", "victory", "credit", "success"}},
    {{"honour", "honor", "commemorate"}, true, {"memory", "legacy", "contribution", "service"}},
};

/** The noun that the content is about: of "the critical importance of …", importance. */
static size_t head_of(const statements_stage *st, size_t start)
{
    int16_t p = phrase_at(st, start);
    if (p < 0)
        return st->s.word_count;
    while ((size_t)p + 1 < st->s.phrase_count && st->s.phrases[p + 1].possessor == p)
        p++;
    return st->s.phrases[p].head;
}

/** Whether the verb says something with the object that begins at `start`. */
static bool says_with(const statements_stage *st, slice lemma, size_t start)
{
    for (size_t i = 0; i < sizeof restrictions / sizeof *restrictions; i++) {
        const restriction *r = &restrictions[i];
        bool here = false, found = false;
        for (size_t v = 0; v < 3 && r->verbs[v]; v++)
            here = here || slice_is(lemma, r->verbs[v]);
        size_t head = here ? head_of(st, start) : 0;
        for (size_t n = 0; here && n < RESTRICTED_NOUNS && r->nouns[n]; n++)
            found = found || statements_is(st, head, (const char *const[]){r->nouns[n], NULL});
        if (here)
            return found == r->only;
    }
    return true;
}

static size_t object_content(const statements_stage *st, const statements_act *act)
{
    size_t w = act->end;
    if (w >= st->s.word_count || statements_is_conjunction(st, w) || statements_is_comma(st, w) ||
        statements_ends_sentence(st, w) ||
        (act->clause >= 0 && st->s.clauses[act->clause].particle >= 0))
        return 0;
    if (act->clause >= 0 && opens_phrase(st, w)) {
        size_t lead = skip_adverbials(st, w);
        return phrase_at(st, lead) >= 0 && !statements_is_comma(st, lead) ? lead : 0;
    }
    if (is_time(st, phrase_at(st, w)))
        return 0;
    if (act->clause >= 0 && st->s.clauses[act->clause].recipient >= 0 && is_object_behind(st, act))
        return statements_complex_start(st, st->s.clauses[act->clause].object, false);
    return phrase_at(st, w) >= 0 || tag_at(st, w) == SYNTAX_VBG || act->clause < 0 ||
                   is_object_behind(st, act) || st->s.clauses[act->clause].complement.first == w
               ? w
               : 0;
}

/* -------------------------------------------------------------------------------- quoted content
 */

/** Whether the words between the verb and the quotation only lead to it. */
static bool leads_to(const statements_stage *st, const statements_act *act, size_t word)
{
    static const char *const leads[] = {":", ",", "that", NULL};
    if (word == act->tail || statements_is(st, word - 1, leads))
        return !statements_has_verb(st, act->tail, word, false);
    return skip_lead(st, act) == word;
}

/** Whether nothing goes on behind the closing mark that belongs to the content. */
static bool closes_content(const statements_stage *st, const statements_quotation *q)
{
    uint32_t end = st->t->first + (uint32_t)st->s.word_count;
    if (q->close + 1 >= end)
        return true;
    size_t behind = (size_t)(q->close + 1 - st->t->first);
    return statements_is_outer(st->r, q->close + 1) || statements_is_outer(st->r, q->close - 1) ||
           statements_ends_sentence(st, behind);
}

static bool quoted_behind(const statements_stage *st, const statements_act *act,
                          statements_content *out)
{
    static const char *const calls[] = {"call", "label", "brand", "term", "dub", NULL};
    bool names = statements_lemma_is(act->lemma, calls);
    size_t last = act->tail + LEAD_MAX_WORDS;
    for (size_t w = act->tail; w < st->s.word_count && w < last; w++) {
        const statements_quotation *q = statements_quotation_from(st, statements_token(st, w));
        if (!q)
            continue;
        bool object = names && !statements_has_verb(st, act->tail, w, false);
        if (!(object || leads_to(st, act, w)) || !closes_content(st, q))
            return false;
        *out = (statements_content){q->open + 1, q->close, true, 2};
        return true;
    }
    return false;
}

/* --------------------------------------------------------------------------------------- content
 */

static bool set(const statements_stage *st, size_t start, size_t end, size_t least,
                statements_content *out)
{
    *out =
        (statements_content){statements_token(st, start), statements_token(st, end), false, least};
    return end > start;
}

static bool content_behind(const statements_stage *st, const statements_act *act,
                           statements_content *out)
{
    if (quoted_behind(st, act, out))
        return true;
    struct {
        unsigned says;
        kind k;
        size_t (*start)(const statements_stage *, const statements_act *);
    } ways[] = {
        {CODEBOOK_SAYS_CLAUSE, KIND_CLAUSE, clause_content},
        {CODEBOOK_SAYS_INFINITIVE, KIND_INFINITIVE, infinitive_content},
        {CODEBOOK_SAYS_OBLIQUE, KIND_OBLIQUE, oblique_content},
        {CODEBOOK_SAYS_OBJECT, KIND_OBJECT, object_content},
    };
    for (size_t i = 0; i < sizeof ways / sizeof *ways; i++) {
        size_t start = (act->says & ways[i].says) ? ways[i].start(st, act) : 0;
        bool nominal = ways[i].k == KIND_OBJECT || ways[i].k == KIND_OBLIQUE;
        if (start == 0 || start >= st->s.word_count ||
            (nominal && !says_with(st, act->lemma, start)))
            continue;
        size_t end = statements_content_end(st, act, start, ways[i].k == KIND_CLAUSE);
        if (ways[i].k == KIND_OBJECT && names_only(st, start, end))
            return false;
        bool noun = nominal && tag_at(st, start) != SYNTAX_PRP;
        return set(st, start, end, noun ? 1 : 2, out);
    }
    return false;
}

/** Whether a main clause stands before the words that tell who speaks. */
static bool told_before(const statements_stage *st, const statements_act *act)
{
    for (size_t i = 0; i < st->s.clause_count; i++) {
        const syntax_clause *c = &st->s.clauses[i];
        if (c->verb < act->start && c->tense != SYNTAX_BARE && c->link != SYNTAX_ADVERBIAL &&
            c->link != SYNTAX_RELATIVE)
            return true;
    }
    return false;
}

/** "discuss numbers: customs are a matter for Mercosur, he argues": what stands behind the colon.
 */
static size_t before_start(const statements_stage *st, const statements_act *act)
{
    static const char *const breaks[] = {":", ";", NULL};
    for (size_t w = act->start; w-- > 0;)
        if (statements_is(st, w, breaks) && statements_has_verb(st, w, act->start, true))
            return w + 1;
    return statements_dateline(st);
}

/** "The ship, the minister said, had left port": the words on both sides. */
static bool content_around(const statements_stage *st, const statements_act *act,
                           statements_content *out)
{
    for (size_t i = 0; act->clause >= 0 && i < st->s.clause_count; i++) {
        const syntax_clause *c = &st->s.clauses[i];
        if (c->parent == act->clause && c->link == SYNTAX_CONTENT && c->span.first < act->start &&
            c->verb > act->end)
            return set(st, c->span.first, c->span.end, 3, out);
    }
    bool between = statements_is_comma(st, act->start - 1) &&
                   statements_is_comma(st, skip_adverbials(st, act->tail));
    return between && !statements_has_verb(st, 0, act->start, true) &&
           statements_has_verb(st, act->tail, st->s.word_count, true) &&
           set(st, statements_dateline(st), st->s.word_count, 3, out);
}

static bool quoted_before(const statements_stage *st, const statements_act *act,
                          statements_content *out)
{
    const statements_quotation *q = statements_quotation_before(st, act->start);
    if (!q || !statements_quotation_whole(st, q))
        return false;
    *out = (statements_content){q->open + 1, q->close, true, 1};
    return true;
}

static bool content_before(const statements_stage *st, const statements_act *act,
                           statements_content *out)
{
    static const char *const marks[] = {",", "—", "–", "-", NULL};
    if (!act->own || act->start == 0)
        return false;
    if (quoted_before(st, act, out))
        return true;
    if (content_around(st, act, out))
        return true;
    if (!statements_is(st, act->start - 1, marks) || !told_before(st, act))
        return false;
    return set(st, before_start(st, act), act->start, 3, out);
}

/** "[The raid on the port] was condemned by Chile." */
static bool content_subject(const statements_stage *st, const statements_act *act,
                            statements_content *out)
{
    const syntax_clause *c = &st->s.clauses[act->clause];
    size_t start = statements_complex_start(st, c->subject, false);
    return set(st, start, c->first, 2, out) && !names_only(st, start, c->first);
}

bool statements_find_resumed(const statements_stage *st, const statements_act *act,
                             const statements_content *told, statements_content *out)
{
    return told->quoted && told->end < statements_token(st, act->first) &&
           quoted_behind(st, act, out);
}

bool statements_find_content(const statements_stage *st, const statements_act *act,
                             statements_content *out)
{
    if (act->passive)
        return content_subject(st, act, out);
    if (act->own && act->start > 0 && (act->says & CODEBOOK_SAYS_CLAUSE) &&
        quoted_before(st, act, out))
        return true;
    bool nothing = act->inverted || statements_nothing_behind(st, act);
    if (nothing && act->clause >= 0 && st->s.clauses[act->clause].link == SYNTAX_ADVERBIAL &&
        st->s.clauses[act->clause].marker >= 0)
        return false; /* "as the minister said": statements_phrases.c */
    if (!nothing && content_behind(st, act, out))
        return true;
    return (act->says & CODEBOOK_SAYS_CLAUSE) && content_before(st, act, out);
}
