/* Finds the codebook's frames in a sentence's clauses and noun phrases.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * Each predicate word is looked up once, by bisection over sorted records; the records of one word
 * stand with the most demanding first, and all that hold are given in that order. A noun that is
 * the object of a light verb's match is not given again by itself. */
#include "base/error.h"
#include "codebook/internal.h"

/* What of a predicate is missing. */
enum { NEAR_PREPOSITION = 1, NEAR_NOUN = 2 };

typedef struct matcher {
    const codebook *book;
    const syntax_sentence *s;
    codebook_match *out;
    size_t count, max;
    bool near; /* parts of a predicate may be missing */
} matcher;

size_t codebook_first_predicate(const codebook *b, uint8_t kind, uint64_t key)
{
    size_t low = 0, high = codebook_may_know(b, key) ? b->predicate_count : 0;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        const layout_predicate *p = &b->predicates[middle];
        if (p->kind < kind || (p->kind == kind && p->key < key))
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static uint64_t lemma_at(const syntax_sentence *s, size_t word)
{
    return s->words[word].lemma_key;
}

static bool has_word(const codebook_words *words, uint64_t key)
{
    return words->bits[key / 64 % 32] >> (key % 64) & 1;
}

/** Whether a word of the list is there, or the list is empty. */
static bool has_any(const codebook *b, layout_list list, const codebook_words *words)
{
    for (uint32_t i = 0; i < list.count; i++)
        if (has_word(words, b->keys[list.first + i]))
            return true;
    return list.count == 0;
}

static bool has_all(const uint64_t *before, const codebook_words *words)
{
    for (size_t i = 0; i < LAYOUT_MAX_WORDS - 1 && before[i]; i++)
        if (!has_word(words, before[i]))
            return false;
    return true;
}

static bool has_parts(const codebook *b, const layout_predicate *p, const codebook_words *words)
{
    if (!has_all(p->before, words) || !has_all(p->object_before, words) ||
        !has_all(p->behind_before, words))
        return false;
    return (!p->particle || has_word(words, p->particle)) && has_any(b, p->nouns, words) &&
           has_any(b, p->inner, words) && has_any(b, p->prepositions, words) &&
           has_any(b, p->preposition_nouns, words);
}

bool codebook_knows(const codebook *book, uint64_t key)
{
    return codebook_may_know(book, key);
}

bool codebook_may_tell(const codebook *book, uint64_t key, const codebook_words *words)
{
    static const uint8_t kinds[] = {LAYOUT_VERB, LAYOUT_NOUN, LAYOUT_ADJECTIVE};
    if (!codebook_may_know(book, key))
        return false;
    for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++)
        for (size_t i = codebook_first_predicate(book, kinds[k], key);
             i < book->predicate_count && book->predicates[i].kind == kinds[k] &&
             book->predicates[i].key == key;
             i++)
            if (has_parts(book, &book->predicates[i], words))
                return true;
    return false;
}

/** Whether the words that a noun needs stand right before its head. @param before nearest first. */
static bool words_before(const syntax_sentence *s, size_t head, const uint64_t *before)
{
    size_t at = head;
    for (size_t i = 0; i < LAYOUT_MAX_WORDS - 1 && before[i]; i++) {
        do {
            if (at == 0)
                return false;
            at--;
        } while (s->words[at].tag == SYNTAX_HYPH);
        if (lemma_at(s, at) != before[i] && s->tokens[at].key != before[i])
            return false;
    }
    return true;
}

/** The key of a noun that is written with a hyphen ("cease-fire", "sit-in") and ends at `head`; 0
 * where none does. */
static uint64_t hyphenated_key(const syntax_sentence *s, size_t head)
{
    enum { LONGEST = 40 };
    char word[LONGEST];
    if (head < 2 || s->words[head - 1].tag != SYNTAX_HYPH ||
        s->tokens[head - 2].end != s->tokens[head - 1].start ||
        s->tokens[head - 1].end != s->tokens[head].start)
        return 0;
    slice first = s->words[head - 2].lemma, last = s->words[head].lemma;
    if (first.len == 0 || last.len == 0 || first.len + 1 + last.len > LONGEST)
        return 0;
    memcpy(word, first.ptr, first.len);
    word[first.len] = '-';
    memcpy(word + first.len + 1, last.ptr, last.len);
    return text_key((slice){word, first.len + 1 + last.len});
}

/** Whether the phrase's head, or the head of what it is a part of ("a round of talks"), is in the
 * list. */
static int16_t phrase_with_noun(const matcher *m, int16_t phrase, const layout_predicate *pr)
{
    const syntax_sentence *s = m->s;
    for (int16_t p = phrase; p >= 0 && (size_t)p < s->phrase_count; p++) {
        const syntax_phrase *ph = &s->phrases[p];
        if (p != phrase && ph->attached < phrase && ph->conjoined < phrase)
            break;
        uint64_t hyphenated = hyphenated_key(s, ph->head);
        if ((codebook_in_list(m->book, pr->nouns, lemma_at(s, ph->head)) &&
             words_before(s, ph->head, pr->object_before)) ||
            (hyphenated && codebook_in_list(m->book, pr->nouns, hyphenated) &&
             words_before(s, ph->head - 2u, pr->object_before)))
            return p;
        if (p > phrase + 2)
            break;
    }
    return -1;
}

static bool clause_has_particle(const syntax_sentence *s, const syntax_clause *c, uint64_t particle)
{
    if (c->particle >= 0 && lemma_at(s, (size_t)c->particle) == particle)
        return true;
    for (size_t w = (size_t)c->verb + 1; w < c->end + 1u && w < s->word_count; w++)
        if (lemma_at(s, w) == particle)
            return true;
    int16_t object = c->object;
    size_t behind = object >= 0 ? s->phrases[object].end : 0;
    return object >= 0 && behind < s->word_count && behind < c->span.end &&
           lemma_at(s, behind) == particle;
}

/** "barred the crew from [landing]": a gerund after one of the prepositions (and one of the verbs,
 * if any are named). */
static bool has_gerund_after(const matcher *m, const syntax_clause *c, const layout_predicate *p)
{
    const syntax_sentence *s = m->s;
    for (size_t i = 0; i < s->clause_count; i++) {
        const syntax_clause *g = &s->clauses[i];
        if (g->parent < 0 || &s->clauses[g->parent] != c || s->words[g->verb].tag != SYNTAX_VBG)
            continue;
        int32_t before = g->marker >= 0 ? g->marker : (int32_t)g->first - 1;
        if (before <= (int32_t)c->verb ||
            !codebook_in_list(m->book, p->prepositions, lemma_at(s, (size_t)before)))
            continue;
        if (p->preposition_nouns.count == 0 ||
            codebook_in_list(m->book, p->preposition_nouns, lemma_at(s, g->verb)) ||
            codebook_in_list(m->book, p->preposition_nouns, s->tokens[g->verb].key))
            return true;
    }
    return false;
}

/** A phrase of the clause after one of the prepositions (and with one of the heads, if any are
 * named).
 *  @param phrase set to it; not where the preposition stands before a clause. */
static bool has_oblique(const matcher *m, const syntax_clause *c, const layout_predicate *p,
                        int16_t *phrase)
{
    const syntax_sentence *s = m->s;
    for (size_t i = 0; i < s->phrase_count; i++) {
        const syntax_phrase *ph = &s->phrases[i];
        if (ph->preposition < 0 || ph->first < c->span.first || ph->first >= c->span.end)
            continue;
        if (!codebook_in_list(m->book, p->prepositions, lemma_at(s, (size_t)ph->preposition)))
            continue;
        if (p->preposition_nouns.count == 0 ||
            (codebook_in_list(m->book, p->preposition_nouns, lemma_at(s, ph->head)) &&
             words_before(s, ph->head, p->behind_before))) {
            *phrase = (int16_t)i;
            return true;
        }
    }
    /* "called on" before an infinitive or a gerund: a preposition without a phrase */
    if (p->preposition_nouns.count == 0 && c->end < s->word_count &&
        codebook_in_list(m->book, p->prepositions, lemma_at(s, c->end)))
        return true;
    return has_gerund_after(m, c, p);
}

static bool future_modal(const matcher *m, const syntax_clause *c)
{
    if (c->modal < 0)
        return false;
    slice lemma = m->s->words[c->modal].lemma;
    return slice_is(lemma, "will") || slice_is(lemma, "would") || slice_is(lemma, "shall") ||
           slice_is(lemma, "'ll");
}

/** "must", "should", "has to", "needs to": somebody is to do it. */
static bool obliges(const matcher *m, int16_t clause)
{
    static const char *const modals[] = {"must", "should", "ought", "shall"};
    const syntax_clause *c = &m->s->clauses[clause];
    for (size_t i = 0; c->modal >= 0 && i < sizeof modals / sizeof *modals; i++)
        if (slice_is(m->s->words[c->modal].lemma, modals[i]))
            return true;
    slice verb = m->s->words[c->verb].lemma;
    if (c->modal >= 0 || (!slice_is(verb, "have") && !slice_is(verb, "need")))
        return false;
    for (size_t i = 0; i < m->s->clause_count; i++)
        if (m->s->clauses[i].parent == clause && m->s->clauses[i].link == SYNTAX_INFINITIVE &&
            m->s->clauses[i].first <= c->end + 1u)
            return true;
    return false;
}

/** "insisted that A [withdraw]": a verb without a tense behind "that". */
static bool is_bare(const matcher *m, const syntax_clause *c)
{
    return c->marker >= 0 && slice_is(m->s->words[c->marker].lemma, "that") && c->modal < 0 &&
           c->subject >= 0 && m->s->words[c->first].tag == SYNTAX_VB;
}

/** Whether one of the verbs is that of the clause below, or of one that "and" joins to it, and not
 * denied there. */
static bool has_inner(const matcher *m, int16_t clause, layout_list verbs)
{
    if (verbs.count == 0)
        return true;
    for (size_t i = 0; i < m->s->clause_count; i++) {
        const syntax_clause *c = &m->s->clauses[i];
        bool joined = c->parent == clause && c->link == SYNTAX_CONJOINED;
        if (((int16_t)i == clause || joined) && !c->negated &&
            codebook_in_list(m->book, verbs, lemma_at(m->s, c->verb)))
            return true;
    }
    return false;
}

/** The clause that hangs on `clause` as its content, infinitive or gerund, with one of the verbs;
 * -1 where none does. */
static int16_t content_of(const matcher *m, int16_t clause, const layout_predicate *p)
{
    uint8_t condition = p->condition;
    for (size_t i = 0; i < m->s->clause_count; i++) {
        const syntax_clause *c = &m->s->clauses[i];
        if (c->parent != clause || !has_inner(m, (int16_t)i, p->inner))
            continue;
        bool content = c->link == SYNTAX_CONTENT, infinitive = c->link == SYNTAX_INFINITIVE;
        bool gerund = c->link == SYNTAX_GERUND;
        bool fits = condition == LAYOUT_INFINITIVE ? infinitive
                    : condition == LAYOUT_THAT     ? content
                    : condition == LAYOUT_GERUND   ? gerund
                    : condition == LAYOUT_FUTURE   ? infinitive || (content && future_modal(m, c))
                    : condition == LAYOUT_MUST     ? content && obliges(m, (int16_t)i)
                    : condition == LAYOUT_BARE     ? is_bare(m, c)
                                                   : content || infinitive || gerund;
        if (fits)
            return (int16_t)i;
    }
    return -1;
}

/** A noun that only tells how long or when: "travelled to Chad [a day] later". */
static bool tells_time(const syntax_sentence *s, int16_t phrase)
{
    static const char *const times[] = {"day",     "week",  "month",     "year", "hour",  "morning",
                                        "evening", "night", "afternoon", "time", "minute"};
    slice head = s->words[s->phrases[phrase].head].lemma;
    for (size_t i = 0; i < sizeof times / sizeof *times; i++)
        if (slice_is(head, times[i]))
            return true;
    return false;
}

/** No object, or one that only tells how long or when. */
static bool stands_without_object(const syntax_sentence *s, const syntax_clause *c)
{
    return c->object < 0 || tells_time(s, c->object);
}

/** Whether a noun without a preposition stands right behind the object, as what it is called or
 * made: "called the plan [a mistake]", "named him [envoy]". */
static bool has_predicate_noun(const syntax_sentence *s, const syntax_clause *c)
{
    int16_t last = c->object;
    if (last < 0 || c->passive || s->phrases[last].first < c->end)
        return false;
    for (int16_t q = (int16_t)(last + 1); (size_t)q < s->phrase_count; q++) {
        const syntax_phrase *p = &s->phrases[q];
        if (p->first > s->phrases[last].end || p->first >= c->span.end)
            return false;
        bool owner = (size_t)q + 1 < s->phrase_count && s->phrases[q + 1].possessor == q;
        if (p->preposition >= 0 || (owner && s->phrases[q + 1].preposition >= 0)) {
            last = q;
            continue;
        }
        uint8_t first = s->words[p->first].tag, head = s->words[p->head].tag;
        return !tells_time(s, q) && p->conjoined < 0 &&
               (p->possessor == last || p->possessor < 0) &&
               (head == SYNTAX_NN || head == SYNTAX_NNS) && first != SYNTAX_CD &&
               p->possessor != c->object;
    }
    return false;
}

/** Whether all parts of a verb's or adjective's predicate stand in the clause; fills the match. */
static bool predicate_holds(const matcher *m, int16_t index, const layout_predicate *p,
                            codebook_match *match)
{
    const syntax_clause *c = &m->s->clauses[index];
    bool passive = p->condition == LAYOUT_PASSIVE || p->condition == LAYOUT_AGENTLESS;
    if (p->condition == LAYOUT_ACTIVE ? c->passive : passive && !c->passive)
        return false;
    if (p->condition == LAYOUT_AGENTLESS && codebook_has_agent(m->s, c))
        return false;
    if (p->condition == LAYOUT_PLAIN && (c->passive || has_predicate_noun(m->s, c)))
        return false;
    if (p->condition == LAYOUT_ALONE && (c->passive || !stands_without_object(m->s, c)))
        return false;
    if (p->particle ? !clause_has_particle(m->s, c, p->particle) : c->particle >= 0)
        return false;
    if (p->nouns.count) {
        match->phrase = phrase_with_noun(m, codebook_object_of(c), p);
        if (match->phrase < 0 && !m->near)
            return false;
        match->missing += match->phrase < 0 ? NEAR_NOUN : 0;
    }
    if (p->prepositions.count && !has_oblique(m, c, p, &match->oblique)) {
        if (!m->near || p->preposition_nouns.count)
            return false;
        match->missing += NEAR_PREPOSITION;
    }
    match->content = content_of(m, index, p);
    return !layout_hangs(p->condition) || match->content >= 0;
}

static void add(matcher *m, const codebook_match *match)
{
    if (m->count < m->max && codebook_tests_hold(m->book, m->s, match))
        m->out[m->count++] = *match;
}

static void match_key(matcher *m, int16_t index, uint8_t kind, uint64_t key)
{
    const syntax_clause *c = &m->s->clauses[index];
    for (size_t i = codebook_first_predicate(m->book, kind, key);
         i < m->book->predicate_count && m->book->predicates[i].kind == kind &&
         m->book->predicates[i].key == key;
         i++) {
        const layout_predicate *p = &m->book->predicates[i];
        codebook_match match = {.frame = &m->book->frames[p->frame],
                                .clause = index,
                                .phrase = -1,
                                .content = -1,
                                .oblique = -1,
                                .word = c->verb,
                                .surface = p->condition == LAYOUT_PASSIVE ||
                                           p->condition == LAYOUT_AGENTLESS};
        if (predicate_holds(m, index, p, &match))
            add(m, &match);
    }
}

/** Other lemmas that a verb cut from a form in "ed" or "ing" may have: with the silent e that it
 * lost ("extradited"), without one that it got, with the last letter once ("funnelled").
 *  @param out [3] @return how many. */
static size_t other_lemmas(slice lemma, uint64_t *out)
{
    enum { LONGEST = 40 };
    char word[LONGEST + 1];
    size_t count = 0, len = lemma.len;
    if (len < 2 || len > LONGEST)
        return 0;
    memcpy(word, lemma.ptr, len);
    word[len] = 'e';
    out[count++] = text_key((slice){word, word[len - 1] == 'e' ? len - 1 : len + 1});
    size_t stem = word[len - 1] == 'e' ? len - 1 : len;
    if (stem > 1 && word[stem - 1] == word[stem - 2])
        out[count++] = text_key((slice){word, stem - 1});
    return count;
}

static void match_clause(matcher *m, int16_t index)
{
    const syntax_clause *c = &m->s->clauses[index];
    uint8_t tag = m->s->words[c->verb].tag;
    uint8_t kind =
        tag == SYNTAX_JJ || tag == SYNTAX_JJR || tag == SYNTAX_RB ? LAYOUT_ADJECTIVE : LAYOUT_VERB;
    uint64_t others[3];
    size_t before = m->count, count;
    match_key(m, index, kind, lemma_at(m->s, c->verb));
    if (tag != SYNTAX_VBD && tag != SYNTAX_VBN && tag != SYNTAX_VBG)
        return;
    count = other_lemmas(m->s->words[c->verb].lemma, others);
    for (size_t i = 0; i < count && m->count == before; i++)
        match_key(m, index, kind, others[i]);
}

/** The innermost clause whose own words hold the phrase; -1 where none does. */
static int16_t clause_around(const syntax_sentence *s, const syntax_phrase *phrase)
{
    int16_t best = -1;
    size_t width = SIZE_MAX;
    for (size_t i = 0; i < s->clause_count; i++) {
        const syntax_clause *c = &s->clauses[i];
        size_t w = (size_t)(c->span.end - c->span.first);
        if (c->span.first <= phrase->first && phrase->end <= c->span.end && w < width) {
            best = (int16_t)i;
            width = w;
        }
    }
    return best;
}

/** A preposition of the list right behind the phrase, or behind phrases attached to it. */
static bool noun_has_preposition(const matcher *m, size_t phrase, const layout_predicate *p)
{
    const syntax_sentence *s = m->s;
    for (size_t i = phrase + 1; i < s->phrase_count && i <= phrase + 6; i++) {
        const syntax_phrase *ph = &s->phrases[i];
        if (ph->preposition >= 0 && (size_t)ph->preposition >= s->phrases[phrase].end &&
            codebook_in_list(m->book, p->prepositions, lemma_at(s, (size_t)ph->preposition)))
            return true;
    }
    return false;
}

/** The lemma of a phrase's head; of a plural that opens the sentence alone, and so may be taken for
 * a name, without its ending. */
static uint64_t noun_lemma(const syntax_sentence *s, const syntax_phrase *ph)
{
    slice form = s->words[ph->head].lemma;
    uint8_t tag = s->words[ph->head].tag;
    bool opens = ph->head == 0 && (tag == SYNTAX_NNP || tag == SYNTAX_NNPS);
    if (!opens || form.len < 4 || form.ptr[form.len - 1] != 's')
        return lemma_at(s, ph->head);
    return text_key(slice_range(form, 0, form.len - 1));
}

/** "refusal to [meet]", "threat by Chad to [close]": the infinitive behind the noun; -1 where none
 * stands there. */
static int16_t infinitive_behind(const matcher *m, int16_t phrase, layout_list verbs)
{
    const syntax_sentence *s = m->s;
    size_t end = s->phrases[phrase].end;
    for (size_t q = (size_t)phrase + 1; q < s->phrase_count && s->phrases[q].attached >= phrase;
         q++)
        end = s->phrases[q].end;
    for (size_t i = 0; i < s->clause_count; i++) {
        const syntax_clause *c = &s->clauses[i];
        bool behind =
            c->first > 0 && (c->first == end || c->first == end + 1u) &&
            (s->words[c->first].tag == SYNTAX_TO || s->words[c->first - 1].tag == SYNTAX_TO);
        if (behind && c->link == SYNTAX_INFINITIVE && has_inner(m, (int16_t)i, verbs))
            return (int16_t)i;
    }
    return -1;
}

static void match_phrase(matcher *m, int16_t index)
{
    const syntax_phrase *ph = &m->s->phrases[index];
    uint8_t tag = m->s->words[ph->head].tag;
    if (tag != SYNTAX_NN && tag != SYNTAX_NNS && tag != SYNTAX_NNP && tag != SYNTAX_NNPS)
        return;
    uint64_t key = noun_lemma(m->s, ph);
    for (size_t i = codebook_first_predicate(m->book, LAYOUT_NOUN, key);
         i < m->book->predicate_count && m->book->predicates[i].kind == LAYOUT_NOUN &&
         m->book->predicates[i].key == key;
         i++) {
        const layout_predicate *p = &m->book->predicates[i];
        bool missing = p->prepositions.count && !noun_has_preposition(m, (size_t)index, p);
        int16_t content =
            p->condition == LAYOUT_INFINITIVE ? infinitive_behind(m, index, p->inner) : (int16_t)-1;
        if (!words_before(m->s, ph->head, p->before) || (missing && !m->near) ||
            (p->condition == LAYOUT_INFINITIVE && content < 0))
            continue;
        codebook_match match = {.frame = &m->book->frames[p->frame],
                                .clause = clause_around(m->s, ph),
                                .phrase = index,
                                .content = content,
                                .oblique = -1,
                                .word = ph->head,
                                .noun = true,
                                .missing = missing};
        add(m, &match);
    }
}

/** By word; what stands first among those of one word stays first. */
static void sort_by_word(codebook_match *matches, size_t count)
{
    for (size_t i = 1; i < count; i++) {
        codebook_match m = matches[i];
        size_t j = i;
        for (; j > 0 && matches[j - 1].word > m.word; j--)
            matches[j] = matches[j - 1];
        matches[j] = m;
    }
}

static size_t find(matcher *m)
{
    for (size_t i = 0; i < m->s->clause_count; i++)
        match_clause(m, (int16_t)i);
    for (size_t i = 0; i < m->s->phrase_count; i++)
        match_phrase(m, (int16_t)i);
    sort_by_word(m->out, m->count);
    return m->count;
}

size_t codebook_find(const codebook *book, const syntax_sentence *sentence, codebook_match *out,
                     size_t max)
{
    matcher m = {.book = book, .s = sentence, .out = out, .max = max};
    return find(&m);
}

/** Verbs that leave their meaning to the object tell nothing without it. */
static bool is_light(const syntax_sentence *s, const codebook_match *m)
{
    static const char *const verbs[] = {"be",   "have", "do",    "make",  "take", "give",  "get",
                                        "hold", "put",  "set",   "go",    "come", "bring", "keep",
                                        "see",  "join", "begin", "start", "lead", "open",  "show"};
    for (size_t i = 0; i < sizeof verbs / sizeof *verbs; i++)
        if (!m->noun && slice_is(s->words[m->word].lemma, verbs[i]))
            return true;
    return false;
}

/** What the matches weigh: their frames, each once, and among as many frames their predicates.
 *  @param event only those of this type; empty: all. */
static size_t weigh(const codebook_match *matches, size_t count, slice event)
{
    enum { FRAME = 1024 }; /* more than there are predicates */
    size_t found = 0;
    for (size_t i = 0; i < count; i++) {
        if (event.len && !slice_equal(matches[i].frame->event, event))
            continue;
        bool known = false;
        for (size_t k = 0; k < i && !known; k++)
            known = matches[k].frame == matches[i].frame;
        found += known ? 1 : FRAME + 1;
    }
    return found;
}

/** The best of the matches of one word; NULL where what is missing leaves it open what it tells:
 * without its noun a verb of two predicates or more tells what most of its frames tell. */
static const codebook_match *nearest(const syntax_sentence *s, const codebook_match *matches,
                                     size_t count)
{
    const codebook_match *best = &matches[0];
    size_t most = weigh(matches, count, best->frame->event);
    for (size_t i = 1; i < count; i++) {
        size_t same = weigh(matches, count, matches[i].frame->event);
        bool whole = best->missing < NEAR_NOUN;
        if (whole ? matches[i].missing < best->missing
                  : matches[i].missing < NEAR_NOUN || same > most) {
            best = &matches[i];
            most = same;
        }
    }
    bool told = count > 1 && 2 * most > weigh(matches, count, (slice){0});
    return best->missing < NEAR_NOUN || (told && !is_light(s, best)) ? best : NULL;
}

size_t codebook_find_near(const codebook *book, const syntax_sentence *sentence,
                          codebook_match *out, size_t max)
{
    matcher m = {.book = book, .s = sentence, .out = out, .max = max, .near = true};
    size_t count = find(&m), kept = 0;
    for (size_t i = 0, next; i < count; i = next) {
        for (next = i + 1; next < count && out[next].word == out[i].word;)
            next++;
        const codebook_match *best = nearest(sentence, out + i, next - i);
        if (best)
            out[kept++] = *best;
    }
    return kept;
}
