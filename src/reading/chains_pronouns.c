/* Chains: he, she, it, they and their forms.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * Persons are weighed: gender, distance, subjects before objects, the subject of the clause above
 * first; two that come out alike leave the pronoun without an answer. "It" is mostly no state: it
 * is taken for one only where the subject of its own clause or of the clause above is one, or where
 * it does what only somebody does. "They" follows a group that is a subject. */
#include "reading/chains.h"

enum {
    SCORE_NEAR = 60, /* in the same sentence */
    SCORE_STEP = 20, /* less for each sentence between */
    SCORE_SUBJECT = 12,
    SCORE_ABOVE = 22, /* the subject of the clause above, or of the own one for "his" */
    SCORE_AGAIN = 2,  /* for each time more */
    SCORE_UNSURE = 4, /* less where the gender is not known */
    SCORE_MARGIN = 5, /* between the first and the second */
    MAX_CANDIDATES = 12,
};

typedef enum pronoun_kind {
    PRONOUN_NONE,
    PRONOUN_HE,
    PRONOUN_SHE,
    PRONOUN_IT,
    PRONOUN_THEY
} pronoun_kind;

typedef struct pronoun {
    pronoun_kind kind;
    size_t word;
    bool possessive, reflexive;
    bool subject;
    int16_t clause;
    uint32_t own;   /* whom the subject of its clause means, unless it stands in that */
    uint32_t above; /* whom the subject of a clause above means */
} pronoun;

typedef struct candidate {
    uint32_t who;
    int score;
    int times;
    uint32_t token;
} candidate;

static pronoun_kind kind_of(slice word)
{
    static const char *const he[] = {"he", "him", "his", "himself", NULL};
    static const char *const she[] = {"she", "her", "hers", "herself", NULL};
    static const char *const it[] = {"it", "its", "itself", NULL};
    static const char *const they[] = {"they", "them", "their", "themselves", NULL};
    return chains_one_of(word, he)     ? PRONOUN_HE
           : chains_one_of(word, she)  ? PRONOUN_SHE
           : chains_one_of(word, it)   ? PRONOUN_IT
           : chains_one_of(word, they) ? PRONOUN_THEY
                                       : PRONOUN_NONE;
}

/** Whether the pronoun stands inside the subject of its own clause ("[its emir] flew"). */
static bool inside_subject(const chains_stage *c, const pronoun *p)
{
    int16_t phrase = p->clause < 0 ? (int16_t)-1 : c->s->clauses[p->clause].subject;
    return phrase >= 0 && p->word <= c->s->phrases[phrase].head;
}

static chancery_status describe(chains_stage *c, size_t word, slice lemma, pronoun *p)
{
    bool subject = false;
    p->word = word;
    p->kind = kind_of(lemma);
    p->possessive = c->s->words[word].tag == SYNTAX_PRPS;
    p->reflexive = slice_ends(lemma, SLICE("self")) || slice_ends(lemma, SLICE("selves"));
    p->clause = chains_clause(c, word, &subject);
    p->subject = (subject && !p->possessive) || chains_is(lemma, "they");
    p->own = CHAINS_NOBODY;
    chancery_status status = CHANCERY_OK;
    if (!p->subject && !inside_subject(c, p))
        status = chains_subject(c, p->clause, &p->own);
    return status ? status : chains_governor(c, p->clause, &p->above);
}

static bool fits_gender(char gender, pronoun_kind kind)
{
    return gender == 0 || gender == (kind == PRONOUN_HE ? 'm' : 'f');
}

static int score_of(const chains_stage *c, const pronoun *p, const chains_seen *e)
{
    int score = SCORE_NEAR - SCORE_STEP * (int)(c->sentence - e->sentence);
    score += e->subject ? SCORE_SUBJECT : 0;
    score += e->gender == 0 ? -SCORE_UNSURE : 0;
    if (p->possessive ? e->who == p->own : e->who == p->above)
        score += SCORE_ABOVE;
    return score;
}

/** Keeps the best score of each. */
static void offer(candidate *found, size_t *count, candidate next)
{
    size_t i = 0;
    while (i < *count && found[i].who != next.who)
        i++;
    if (i == MAX_CANDIDATES)
        return;
    if (i == *count)
        found[(*count)++] = next;
    else if (found[i].score < next.score)
        found[i].score = next.score;
    found[i].times++;
}

/** The one of the candidates that is clearly before the others, or nobody. */
static uint32_t best_of(const candidate *found, size_t count)
{
    int first = -1, second = -1;
    uint32_t best = CHAINS_NOBODY;
    for (size_t i = 0; i < count; i++) {
        int score = found[i].score + SCORE_AGAIN * (found[i].times > 3 ? 3 : found[i].times);
        if (score > first) {
            second = first;
            first = score;
            best = found[i].who;
        } else if (score > second) {
            second = score;
        }
    }
    return first - second >= SCORE_MARGIN ? best : CHAINS_NOBODY;
}

/** The person quoted does not speak of himself as "he". */
static uint32_t speaker_at(const chains_stage *c, size_t word)
{
    int32_t quote = c->quote_at[chains_token(c, word)];
    for (size_t i = 0; quote >= 0 && i < c->s->clause_count; i++) {
        const syntax_clause *clause = &c->s->clauses[i];
        if (clause->subject < 0 || c->quote_at[chains_token(c, clause->verb)] == quote)
            continue;
        int32_t person = chains_named(c, clause->subject);
        uint32_t who = c->who_at[chains_token(c, c->s->phrases[clause->subject].head)];
        if (person >= 0)
            return c->first_person + (uint32_t)person;
        if (chains_is_person(c, who))
            return who;
    }
    return CHAINS_NOBODY;
}

/** The person who is named only behind the pronoun, as the subject of its clause or, where that has
 * none, of the one above: "Citing [her] health, Ms. X". Or nobody. */
static uint32_t named_ahead(const chains_stage *c, const pronoun *p)
{
    int16_t clause = p->clause;
    if (clause >= 0 && c->s->clauses[clause].subject < 0)
        clause = c->s->clauses[clause].parent;
    int16_t subject = clause < 0 ? (int16_t)-1 : c->s->clauses[clause].subject;
    bool ahead = subject >= 0 && c->s->phrases[subject].first > p->word + 1;
    int32_t person = ahead ? chains_named(c, subject) : -1;
    if (person < 0 || !fits_gender(c->r->people.items[person].gender, p->kind))
        return CHAINS_NOBODY;
    return c->first_person + (uint32_t)person;
}

static uint32_t find_person(const chains_stage *c, const pronoun *p)
{
    candidate found[MAX_CANDIDATES] = {{0}};
    size_t count = 0, looked = 0;
    uint32_t speaker = speaker_at(c, p->word);
    for (size_t i = c->seen.count; i-- > 0 && looked < CHAINS_WINDOW; looked++) {
        const chains_seen *e = &c->seen.items[i];
        if (c->sentence - e->sentence > CHAINS_MAX_DISTANCE)
            break;
        if (!e->person || !fits_gender(e->gender, p->kind) || e->who == speaker)
            continue;
        int32_t quote =
            c->quote_at[e->token]; /* who is spoken of in a quotation, is so only there */
        if (quote >= 0 && quote != c->quote_at[chains_token(c, p->word)])
            continue;
        if (chains_is_person(c, e->who) && !fits_gender(c->units.items[e->who].gender, p->kind))
            continue;
        if (e->who == p->own && !p->possessive && !p->reflexive)
            continue;
        offer(found, &count, (candidate){e->who, score_of(c, p, e), 0, e->token});
    }
    uint32_t ahead = named_ahead(c, p);
    if (ahead != CHAINS_NOBODY)
        offer(found, &count, (candidate){ahead, SCORE_NEAR + SCORE_SUBJECT + SCORE_ABOVE, 0, 0});
    return best_of(found, count);
}

/** Verbs whose subject is somebody who wills or speaks. */
static const char *const willing[] = {
    "say",       "tell",     "announce", "add",       "declare",   "deny",    "reject",
    "accept",    "want",     "demand",   "call",      "ask",       "urge",    "appeal",
    "condemn",   "accuse",   "welcome",  "offer",     "promise",   "pledge",  "vow",
    "warn",      "threaten", "agree",    "refuse",    "decline",   "decide",  "plan",
    "hope",      "believe",  "insist",   "recognise", "recognize", "expel",   "recall",
    "impose",    "withdraw", "send",     "join",      "sign",      "ratify",  "support",
    "oppose",    "vote",     "expect",   "seek",      "elect",     "invite",  "propose",
    "protest",   "claim",    "yield",    "deplore",   "regret",    "express", "stress",
    "reiterate", "reaffirm", "note",     "criticise", "criticize", "blame",   "deploy",
    "donate",    "consider", "fear",     "intend",    "summon",    "suspend", "adopt",
    "appoint",   NULL};

static bool acts_willingly(const chains_stage *c, const pronoun *p)
{
    const syntax_clause *clause = &c->s->clauses[p->clause];
    return !clause->passive && !clause->copula &&
           chains_one_of(c->s->words[clause->verb].lemma, willing);
}

/** "It is clear that", "it is time to", "it seems", "it rained": nobody at all. */
static bool means_nothing(const chains_stage *c, const pronoun *p)
{
    static const char *const verbs[] = {"seem",   "appear", "rain",      "snow",   "happen",
                                        "matter", "emerge", "transpire", "follow", NULL};
    const syntax_clause *clause = &c->s->clauses[p->clause];
    if (chains_one_of(c->s->words[clause->verb].lemma, verbs))
        return true;
    if (!clause->copula && !clause->passive)
        return false;
    static const char *const on[] = {"that", "whether", "who", "because", "to", "for", NULL};
    static const char *const passive_on[] = {"that", "whether", NULL};
    for (size_t w = clause->end; w < clause->span.end && w < clause->end + 4u; w++)
        if (reading_is_any(c->r, chains_token(c, w), clause->copula ? on : passive_on))
            return true;
    return false;
}

/** The body that is the first subject in this sentence so far, else in the one before; nobody where
 * several are the subject together. */
static uint32_t last_subject(const chains_stage *c)
{
    uint32_t who = CHAINS_NOBODY, sentence = c->sentence;
    bool several = false;
    for (size_t i = c->seen.count; i-- > 0;) {
        const chains_seen *e = &c->seen.items[i];
        if (e->sentence != sentence && (who != CHAINS_NOBODY || c->sentence - e->sentence > 1))
            break;
        sentence = e->sentence;
        if (!e->subject)
            continue;
        who = e->who;
        several = several || chains_is_group(who);
    }
    return chains_is_body(c, who) && !several ? who : CHAINS_NOBODY;
}

static uint32_t find_subject_it(const chains_stage *c, const pronoun *p)
{
    const syntax_clause *clause = &c->s->clauses[p->clause];
    if (means_nothing(c, p))
        return CHAINS_NOBODY;
    bool willing_ = acts_willingly(c, p);
    if (clause->link == SYNTAX_ROOT)
        return willing_ ? last_subject(c) : CHAINS_NOBODY;
    bool loose =
        clause->link == SYNTAX_CONJOINED || (clause->link == SYNTAX_ADVERBIAL && clause->passive);
    if (loose && !willing_)
        return CHAINS_NOBODY;
    return chains_is_body(c, p->above) ? p->above : CHAINS_NOBODY;
}

/** The body named last before the pronoun in its sentence, not further than some words: "praised
 * [the Kingdom] and its". */
static uint32_t nearest_body(const chains_stage *c, const pronoun *p)
{
    enum { NEAR_WORDS = 10 };
    for (size_t i = c->seen.count; i-- > 0;) {
        const chains_seen *e = &c->seen.items[i];
        if (e->sentence != c->sentence || e->token + NEAR_WORDS < chains_token(c, p->word))
            break;
        if (e->body && !e->adjective && !e->place)
            return e->who;
    }
    return CHAINS_NOBODY;
}

/** "Mali and its", "France with its". */
static uint32_t body_before(const chains_stage *c, const pronoun *p)
{
    if (p->word < 2 || !(reading_is(c->r, chains_token(c, p->word - 1), "and") ||
                         reading_is(c->r, chains_token(c, p->word - 1), "with")))
        return CHAINS_NOBODY;
    uint32_t who = c->who_at[chains_token(c, p->word - 2)];
    return chains_is_body(c, who) ? who : CHAINS_NOBODY;
}

/** "Its government", "its army": what only a body has. */
static bool owns_agent(const chains_stage *c, const pronoun *p)
{
    const kb *k = c->r->engine->kb;
    const text_token *next = c->r->report->tokens + chains_token(c, p->word + 1);
    size_t available = c->s->word_count > p->word + 1 ? c->s->word_count - p->word - 1 : 0;
    kb_office_hit office;
    slice sector;
    uint32_t count;
    bool plural;
    return available && (kb_find_office(k, c->r->text, next, available, &office) ||
                         kb_find_agent(k, c->r->text, next, available, &sector, &count, &plural));
}

static uint32_t find_its(const chains_stage *c, const pronoun *p)
{
    uint32_t beside = body_before(c, p);
    if (beside != CHAINS_NOBODY)
        return beside;
    if (chains_is_body(c, p->own))
        return p->own;
    int16_t subject = p->clause < 0 ? (int16_t)-1 : c->s->clauses[p->clause].subject;
    if (inside_subject(c, p) && chains_is_body(c, p->above))
        return p->above;
    if (inside_subject(c, p))
        return p->word == 0 && owns_agent(c, p) ? last_subject(c) : CHAINS_NOBODY;
    if (p->own == CHAINS_NOBODY && subject < 0)
        return chains_is_body(c, p->above) ? p->above : CHAINS_NOBODY;
    return p->own == CHAINS_NOBODY && subject >= 0 ? CHAINS_NOBODY : nearest_body(c, p);
}

static uint32_t find_body(const chains_stage *c, const pronoun *p)
{
    if (p->possessive)
        return find_its(c, p);
    if (p->reflexive) {
        uint32_t before = p->word ? c->who_at[chains_token(c, p->word - 1)] : CHAINS_NOBODY;
        return chains_is_body(c, before) ? before : p->own;
    }
    return p->subject ? find_subject_it(c, p) : CHAINS_NOBODY;
}

/** Whoever the last sentence had as its subject, if that is a group. */
static uint32_t last_group(const chains_stage *c)
{
    for (size_t i = c->seen.count; i-- > 0;) {
        const chains_seen *e = &c->seen.items[i];
        if (c->sentence - e->sentence > 1)
            break;
        if (e->sentence + 1 == c->sentence && e->subject && chains_is_group(e->who))
            return e->who;
    }
    return CHAINS_NOBODY;
}

/** Two who met in the last sentence, one the subject and one not, and nobody else: "They
 * discussed".
 */
static chancery_status two_who_met(chains_stage *c, uint32_t *who)
{
    chains_group two = {.count = 0};
    bool other = false;
    for (size_t i = c->seen.count; i-- > 0;) {
        const chains_seen *e = &c->seen.items[i];
        if (c->sentence - e->sentence > 1)
            break;
        if (e->sentence + 1 != c->sentence || !e->person)
            continue;
        bool known = chains_is_unit(e->who);
        other = other || !known || two.count > 2;
        if (known && two.count < 3 && !(two.count && two.sides[0] == e->who) &&
            !(two.count > 1 && two.sides[1] == e->who))
            two.sides[two.count++] = e->who;
    }
    if (other || two.count != 2)
        return CHANCERY_OK;
    if (two.sides[0] > two.sides[1])
        two = (chains_group){.sides = {two.sides[1], two.sides[0]}, .count = 2};
    return chains_make_group(c, &two, who);
}

static bool done_by_two(const chains_stage *c, const pronoun *p)
{
    static const char *const verbs[] = {"discuss", "exchange", "agree",    "meet",      "sign",
                                        "talk",    "condemn",  "review",   "call",      "stress",
                                        "note",    "express",  "reaffirm", "underline", "hold",
                                        "share",   NULL};
    return p->clause >= 0 && chains_one_of(c->s->words[c->s->clauses[p->clause].verb].lemma, verbs);
}

/** Whether several without a name stand before a word in its sentence. */
static bool others_before(const chains_stage *c, size_t word)
{
    for (size_t i = 0; i < word; i++)
        if (c->s->words[i].tag == SYNTAX_NNS && c->s->phrase_of[i] >= 0 &&
            !chains_is_group(c->who_at[chains_token(c, i)]) &&
            chains_is_subject(c, c->s->phrase_of[i]))
            return true;
    return false;
}

/** The group that is a subject before the word in its sentence: "said that both sides had agreed,
 * and that they". */
static uint32_t group_before(const chains_stage *c)
{
    for (size_t i = c->seen.count; i-- > 0 && c->seen.items[i].sentence == c->sentence;)
        if (chains_is_group(c->seen.items[i].who) && c->seen.items[i].subject)
            return c->seen.items[i].who;
    return CHAINS_NOBODY;
}

static chancery_status find_group(chains_stage *c, const pronoun *p, uint32_t *who)
{
    *who = CHAINS_NOBODY;
    uint32_t near = p->own != CHAINS_NOBODY ? p->own : p->above;
    if (!p->subject && !p->possessive && !p->reflexive)
        near = p->above; /* "took them": not those of the own clause */
    if (chains_is_group(near)) {
        *who = near;
        return CHANCERY_OK;
    }
    if (p->subject && !others_before(c, p->word))
        *who = group_before(c);
    if (*who != CHAINS_NOBODY)
        return CHANCERY_OK;
    bool main_clause = p->subject && p->clause >= 0 && !others_before(c, p->word) &&
                       c->s->clauses[p->clause].link == SYNTAX_ROOT && p->above == CHAINS_NOBODY;
    if (!main_clause)
        return CHANCERY_OK;
    *who = last_group(c);
    return *who == CHAINS_NOBODY && done_by_two(c, p) ? two_who_met(c, who) : CHANCERY_OK;
}

/** A pronoun tells the gender of whom it means. */
static void learn_gender(chains_stage *c, uint32_t who, pronoun_kind kind)
{
    if (chains_is_person(c, who) && c->units.items[who].gender == 0)
        c->units.items[who].gender = kind == PRONOUN_HE ? 'm' : 'f';
}

/** "His Excellency" is a title of two words: the person himself. */
static chancery_status take_style(chains_stage *c, const pronoun *p, bool *taken)
{
    static const char *const styles[] = {"excellency", "highness", "majesty",
                                         "holiness",   "eminence", NULL};
    uint32_t token = chains_token(c, p->word);
    *taken = p->possessive && p->word + 1 < c->s->word_count &&
             reading_is_any(c->r, token + 1, styles) && c->r->person_at[token + 1] < 0;
    if (!*taken)
        return CHANCERY_OK;
    uint32_t who = find_person(c, p);
    if (!chains_is_unit(who))
        return CHANCERY_OK;
    c->who_at[token] = c->who_at[token + 1] = who;
    c->why = CHANCERY_WHY_NEAREST;
    chancery_status status = chains_see(c, who, token + 1);
    return status ? status : chains_link(c, who, token, 2, CHANCERY_HOW_TITLE);
}

chancery_status chains_pronoun(chains_stage *c, size_t word)
{
    pronoun p;
    uint32_t token = chains_token(c, word), who = CHAINS_NOBODY;
    const text_token *t = &c->r->report->tokens[token];
    char small[12];
    size_t length = t->end - t->start;
    if (length >= sizeof small)
        return CHANCERY_OK;
    for (size_t i = 0; i < length; i++) {
        char byte = c->r->text.ptr[t->start + i];
        small[i] = byte >= 'A' && byte <= 'Z' ? (char)(byte + 32) : byte;
    }
    if (kind_of((slice){small, length}) == PRONOUN_NONE)
        return CHANCERY_OK;
    bool style = false;
    chancery_status status = describe(c, word, (slice){small, length}, &p);
    if (!status)
        status = take_style(c, &p, &style);
    if (status || style)
        return status;
    if (p.kind == PRONOUN_HE || p.kind == PRONOUN_SHE)
        who = find_person(c, &p);
    else if (p.kind == PRONOUN_IT && p.clause >= 0)
        who = find_body(c, &p);
    else if (p.kind == PRONOUN_THEY)
        status = find_group(c, &p, &who);
    if (status || who == CHAINS_NOBODY)
        return status;
    bool of_clause = who == p.own || who == p.above;
    c->why = of_clause              ? CHANCERY_WHY_CLAUSE
             : chains_is_group(who) ? CHANCERY_WHY_AGAIN
                                    : CHANCERY_WHY_NEAREST;
    c->who_at[token] = who;
    learn_gender(c, who, p.kind);
    status = chains_see(c, who, token);
    if (!status && (p.kind == PRONOUN_HE || p.kind == PRONOUN_SHE)) {
        chains_seen *seen = &c->seen.items[c->seen.count - 1];
        seen->person = true;
        seen->gender = p.kind == PRONOUN_HE ? 'm' : 'f';
        seen->subject = p.subject;
    }
    return status ? status : chains_link(c, who, token, 1, CHANCERY_HOW_PRONOUN);
}
