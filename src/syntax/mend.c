/* Tags put right by what stands around them.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * The tagger sees two words to each side; whether "seized" is a past tense or a participle hangs on
 * the whole sentence: a clause has one finite verb. And "to" and modals ask for a bare verb. */
#include "syntax/parse.h"

static bool may_be_verb(const parse *p, size_t i)
{
    const syntax_entry *e = model_word(p->model, p->tokens[i].key);
    if (!p->title && (p->tokens[i].flags & TEXT_CAPITAL))
        return false;
    return !e || !(e->flags & ENTRY_KNOWN) || (e->tags[CASE_SMALL] & TAG_BIT(SYNTAX_VB));
}

static size_t past_adverbs(const parse *p, size_t i)
{
    while (i < p->count && tag_in(tag_at(p, i), ADVERB_TAGS))
        i++;
    return i;
}

/* What stands behind "to" or a modal. */
static void mend_bare(parse *p, size_t i)
{
    const uint64_t mistaken = NOUN_TAGS | TAG_BIT(SYNTAX_JJ) | TAG_BIT(SYNTAX_VBP) |
                              TAG_BIT(SYNTAX_VBD) | TAG_BIT(SYNTAX_VBN) | TAG_BIT(SYNTAX_IN) |
                              TAG_BIT(SYNTAX_RP);
    size_t verb = past_adverbs(p, i + 1);
    if (verb >= p->count || tag_at(p, verb) == SYNTAX_VB)
        return;
    bool object = tag_in(tag_at(p, verb + 1),
                         TAG_BIT(SYNTAX_DT) | TAG_BIT(SYNTAX_PRPS) | TAG_BIT(SYNTAX_PRP));
    bool small = !(p->tokens[verb].flags & TEXT_CAPITAL) && p->tokens[verb].kind == TEXT_WORD;
    if (tag_in(tag_at(p, verb), mistaken) &&
        (may_be_verb(p, verb) || (object && small && tag_at(p, i) == SYNTAX_TO)))
        p->words[verb].tag = SYNTAX_VB;
    else if (tag_at(p, i) == SYNTAX_TO && verb == i + 1 &&
             tag_in(tag_at(p, verb), NOUN_TAGS | TAG_BIT(SYNTAX_DT) | TAG_BIT(SYNTAX_PRPS) |
                                         TAG_BIT(SYNTAX_PRP) | TAG_BIT(SYNTAX_VBG)))
        p->words[i].tag = SYNTAX_IN;
}

static bool is_form_of_be(const parse *p, size_t i)
{
    static const char *const forms[] = {"is",   "are",   "was", "were", "be",
                                        "been", "being", "'s",  "'re",  "am"};
    for (size_t k = 0; k < sizeof forms / sizeof *forms; k++)
        if (word_is(p, i, forms[k]))
            return true;
    return false;
}

/* The tags that a word is known with in small letters; all where it is unknown. */
static uint64_t known_tags(const parse *p, size_t i)
{
    const syntax_entry *e = model_word(p->model, p->tokens[i].key);
    return e && (e->flags & ENTRY_KNOWN) ? e->tags[CASE_SMALL] : UINT64_MAX;
}

/* "to deepening ties", "for sheltering the rebels", "were arming militants" taken for nouns or
 * adjectives. */
static void mend_gerund(parse *p, size_t i)
{
    unsigned next = tag_at(p, i + 1);
    if (i == 0 || !(known_tags(p, i) & TAG_BIT(SYNTAX_VBG)) ||
        !slice_ends(form_at(p, i), SLICE("ing")) || (p->tokens[i].flags & TEXT_CAPITAL))
        return;
    bool be = is_form_of_be(p, i - 1);
    if (!be && tag_at(p, i - 1) != SYNTAX_IN)
        return;
    if (tag_in(next, TAG_BIT(SYNTAX_DT) | TAG_BIT(SYNTAX_PRP) | TAG_BIT(SYNTAX_PRPS) |
                         TAG_BIT(SYNTAX_NNP)) ||
        (next == SYNTAX_NNS && (be || word_is(p, i - 1, "to"))))
        p->words[i].tag = SYNTAX_VBG;
}

/* Whether the word, without its ending where it has one, is known as a verb. */
static bool is_verb_stem(const parse *p, slice lower, size_t ending)
{
    slice stem = {lower.ptr, lower.len - ending};
    const syntax_entry *e = model_word(p->model, text_key(stem));
    return verb_flags(stem) ||
           (e && (e->flags & ENTRY_KNOWN) && (e->tags[CASE_SMALL] & TAG_BIT(SYNTAX_VB)));
}

/* "Ghana Urges Togo": a verb in the present that the lists of nouns don't have. */
static bool is_present(const parse *p, size_t i)
{
    char buffer[LOWER_BYTES];
    slice lower = lower_at(p, i, buffer);
    const syntax_entry *e = model_word(p->model, p->tokens[i].key);
    bool noun = e && (e->flags & ENTRY_KNOWN) &&
                (e->tags[CASE_SMALL] & (TAG_BIT(SYNTAX_NNS) | TAG_BIT(SYNTAX_NN))) &&
                !(e->tags[CASE_SMALL] & TAG_BIT(SYNTAX_VBZ));
    if (noun || lower.len < 4 || lower.len == LOWER_BYTES || !slice_ends(lower, SLICE("s")))
        return false;
    return is_verb_stem(p, lower, 1) ||
           (slice_ends(lower, SLICE("es")) && is_verb_stem(p, lower, 2));
}

/* An unknown past tense that does not end in "ed" is none: "demanded that he withdraw". */
static void mend_base(parse *p, size_t i)
{
    const syntax_entry *e = model_word(p->model, p->tokens[i].key);
    if (!slice_ends(form_at(p, i), SLICE("ed")) && !(e && (e->flags & ENTRY_LISTED)) &&
        !(p->tokens[i].flags & TEXT_CAPITAL))
        p->words[i].tag = SYNTAX_VBP;
}

/* "told a press briefing that", "in Beijing": a noun. */
static void mend_noun(parse *p, size_t i)
{
    const syntax_entry *e = model_word(p->model, p->tokens[i].key);
    bool noun = !e || !(e->flags & ENTRY_KNOWN) || (e->tags[CASE_SMALL] & TAG_BIT(SYNTAX_NN));
    bool behind =
        i > 1 && tag_at(p, i - 1) == SYNTAX_NN &&
        tag_in(tag_at(p, i - 2), TAG_BIT(SYNTAX_DT) | TAG_BIT(SYNTAX_PRPS) | TAG_BIT(SYNTAX_JJ));
    if (!p->title && i > 0 && (p->tokens[i].flags & TEXT_CAPITAL) && !is_quote(p, i - 1))
        p->words[i].tag = SYNTAX_NNP;
    else if (noun && behind &&
             (i + 1 == p->count || word_is(p, i + 1, "that") ||
              tag_in(tag_at(p, i + 1), FINITE_TAGS) || tag_at(p, i + 1) == SYNTAX_PUNCT))
        p->words[i].tag = SYNTAX_NN;
}

/* "until Armenia apologises": an unknown verb behind a name taken for a plural. */
static void mend_third_person(parse *p, size_t i)
{
    const syntax_entry *e = model_word(p->model, p->tokens[i].key);
    slice form = form_at(p, i);
    if ((e && (e->flags & ENTRY_KNOWN)) || (p->tokens[i].flags & TEXT_CAPITAL) ||
        !tag_in(tag_at(p, i - 1), PROPER_TAGS | TAG_BIT(SYNTAX_PRP)))
        return;
    if (slice_ends(form, SLICE("ises")) || slice_ends(form, SLICE("izes")) || is_present(p, i))
        p->words[i].tag = SYNTAX_VBZ;
}

/* "What did Cyprus demand?": the verb behind the subject taken for a noun. */
static void mend_question(parse *p, size_t i)
{
    if (!word_is(p, i, "did") && !word_is(p, i, "does") && !word_is(p, i, "do") &&
        tag_at(p, i) != SYNTAX_MD)
        return;
    for (size_t k = i + 2; k < p->count && k < i + 8; k++) {
        unsigned before = tag_at(p, k - 1), tag = tag_at(p, k);
        if (tag == SYNTAX_VB || tag_in(tag, FINITE_TAGS))
            return;
        if (tag == SYNTAX_NN && may_be_verb(p, k) && !(p->tokens[k].flags & TEXT_CAPITAL) &&
            tag_in(before, PROPER_TAGS | TAG_BIT(SYNTAX_NNS) | TAG_BIT(SYNTAX_PRP))) {
            p->words[k].tag = SYNTAX_VB;
            return;
        }
    }
}

static bool comma_later(const parse *p, size_t i)
{
    for (; i < p->count; i++)
        if (is_comma(p, i))
            return true;
    return false;
}

/* "whom it later pardoned": an unknown past tense behind a pronoun or name taken for an adjective.
 */
static void mend_past(parse *p, size_t i)
{
    size_t before = i;
    while (before > 0 && tag_in(tag_at(p, before - 1), ADVERB_TAGS))
        before--;
    if (before > 0 && slice_ends(form_at(p, i), SLICE("ed")) &&
        (known_tags(p, i) & TAG_BIT(SYNTAX_VBD)) && !(p->tokens[i].flags & TEXT_CAPITAL) &&
        tag_in(tag_at(p, before - 1), PROPER_TAGS | TAG_BIT(SYNTAX_PRP)) &&
        !tag_in(tag_at(p, i + 1), NOUN_TAGS | ADJECTIVE_TAGS))
        p->words[i].tag = SYNTAX_VBD;
}

/* "talks with Ethiopia resumed": no unknown noun ends in "ed". */
static void mend_unknown_past(parse *p, size_t i)
{
    slice form = form_at(p, i);
    unsigned before = i > 0 ? tag_at(p, i - 1) : (unsigned)SYNTAX_DT;
    if (form.len > 4 && slice_ends(form, SLICE("ed")) && !(p->tokens[i].flags & TEXT_CAPITAL) &&
        (known_tags(p, i) & TAG_BIT(SYNTAX_VBD)) &&
        tag_in(before, NOUN_TAGS | TAG_BIT(SYNTAX_PRP) | ADVERB_TAGS))
        p->words[i].tag = SYNTAX_VBD;
}

/* "is committed to", "were angered by": the passive rather than an adjective. */
static void mend_adjective(parse *p, size_t i)
{
    char lower[LOWER_BYTES];
    slice form = lower_at(p, i, lower);
    size_t before = i;
    while (before > 0 && tag_in(tag_at(p, before - 1), ADVERB_TAGS))
        before--;
    if (before > 0 && is_form_of_be(p, before - 1) &&
        (is_passive_adjective(form) || (slice_ends(form, SLICE("ed")) && word_is(p, i + 1, "by"))))
        p->words[i].tag = SYNTAX_VBN;
}

/* ------------------------------------------------------------------------------- headlines */

/* "Police Arrest Dozens": behind a plural, with something behind it. */
static bool is_plural_present(const parse *p, size_t i)
{
    const uint64_t behind = NOUN_TAGS | ADJECTIVE_TAGS | ADVERB_TAGS | TAG_BIT(SYNTAX_IN) |
                            TAG_BIT(SYNTAX_CD) | TAG_BIT(SYNTAX_DT) | TAG_BIT(SYNTAX_TO);
    char buffer[LOWER_BYTES];
    slice lower = lower_at(p, i, buffer);
    bool plural = tag_at(p, i - 1) == SYNTAX_NNS || word_is(p, i - 1, "police") ||
                  (i > 2 && tag_at(p, i - 2) == SYNTAX_CC);
    bool infinitive = tag_at(p, i + 1) == SYNTAX_TO || tag_at(p, i + 2) == SYNTAX_TO;
    return (plural || (infinitive && (verb_flags(lower) & VERB_INFINITIVE))) &&
           lower.len < LOWER_BYTES && is_verb_stem(p, lower, 0) &&
           (i + 1 == p->count || tag_in(tag_at(p, i + 1), behind));
}

/* A headline without any verb has lost it to the capitals, another sentence to a rare word. */
static void mend_headline(parse *p)
{
    for (size_t i = 0; i < p->count; i++)
        if (tag_in(tag_at(p, i), FINITE_TAGS | TAG_BIT(SYNTAX_VBN)))
            return;
    for (size_t i = 1; i < p->count; i++) {
        bool marked = p->mark && p->mark[i];
        if (marked || (!p->title && (p->tokens[i].flags & TEXT_CAPITAL)) ||
            !tag_in(tag_at(p, i), NOUN_TAGS | TAG_BIT(SYNTAX_JJ)) ||
            !tag_in(tag_at(p, i - 1), NOUN_TAGS | TAG_BIT(SYNTAX_JJ)))
            continue;
        if ((p->title && is_present(p, i)) || is_plural_present(p, i)) {
            p->words[i].tag = slice_ends(form_at(p, i), SLICE("s")) ? SYNTAX_VBZ : SYNTAX_VBP;
            return;
        }
    }
}

/* "Vice Premier Meets": a capital behind a noun and before a verb is no adjective. */
static void mend_headline_nouns(parse *p)
{
    for (size_t i = 1; i < p->count; i++)
        if (tag_at(p, i) == SYNTAX_JJ && tag_in(tag_at(p, i - 1), NOUN_TAGS) &&
            (p->tokens[i].flags & TEXT_CAPITAL) && !(p->mark && p->mark[i]) &&
            (i + 1 == p->count || tag_in(tag_at(p, i + 1), FINITE_TAGS)))
            p->words[i].tag = SYNTAX_NN;
}

/* Behind "to": a bare verb, or an adjective before a determiner ("to free the prisoners"). */
static bool takes_bare(const parse *p, size_t i)
{
    unsigned next = tag_at(p, i + 1);
    return tag_at(p, i) == SYNTAX_VB ||
           (tag_at(p, i) == SYNTAX_JJ &&
            (next == SYNTAX_DT || next == SYNTAX_PRPS || next == SYNTAX_PRP));
}

/* "Japan strongly condemn recent launches": behind a subject and an adverb in -ly, what may be a
 * verb is one. */
static void mend_after_adverb(parse *p, size_t i)
{
    if (i < 2 || tag_at(p, i - 1) != SYNTAX_RB || (p->tokens[i].flags & TEXT_CAPITAL) ||
        !slice_ends(form_at(p, i - 1), SLICE("ly")) || slice_ends(form_at(p, i), SLICE("ly")) ||
        !may_be_verb(p, i) || !tag_in(tag_at(p, i - 2), NOUN_TAGS | TAG_BIT(SYNTAX_PRP)) ||
        !tag_in(tag_at(p, i + 1), NOUN_TAGS | ADJECTIVE_TAGS | TAG_BIT(SYNTAX_DT) |
                                      TAG_BIT(SYNTAX_PRPS) | TAG_BIT(SYNTAX_CD)))
        return;
    p->words[i].tag = SYNTAX_VBP;
}

void mend_tags(parse *p)
{
    if (p->title)
        mend_headline_nouns(p);
    mend_headline(p);
    for (size_t i = 0; i < p->count; i++) {
        unsigned tag = tag_at(p, i);
        if (word_is(p, i, "to") && tag == SYNTAX_IN && takes_bare(p, i + 1))
            tag = p->words[i].tag = SYNTAX_TO;
        if (tag == SYNTAX_TO || tag == SYNTAX_MD)
            mend_bare(p, i);
        else if (tag == SYNTAX_NN || tag == SYNTAX_JJ)
            mend_gerund(p, i);
        else if (tag == SYNTAX_VBG)
            mend_noun(p, i);
        else if (tag == SYNTAX_VBD)
            mend_base(p, i);
        else if (word_is(p, i, "d'affaires") || word_is(p, i, "d’affaires"))
            p->words[i].tag = SYNTAX_NN;
        else if (tag == SYNTAX_NNS && i > 0)
            mend_third_person(p, i);
        if (tag == SYNTAX_NN)
            mend_unknown_past(p, i);
        if (tag == SYNTAX_NN || tag == SYNTAX_RB)
            mend_after_adverb(p, i);
        if (tag == SYNTAX_JJ) {
            mend_adjective(p, i);
            mend_past(p, i);
        }
        if (i == 0 || tag_in(tag_at(p, i - 1), TAG_BIT(SYNTAX_WRB) | TAG_BIT(SYNTAX_WP)))
            mend_question(p, i);
        if (i == 0 && tag == SYNTAX_VBD && comma_later(p, i) &&
            (tag_at(p, 1) == SYNTAX_IN || tag_at(p, 1) == SYNTAX_TO))
            p->words[i].tag = SYNTAX_VBN;
    }
}

/* The verb to the left whose object or nothing stands before word `i`, or NONE. */
static int verb_before(const parse *p, size_t i)
{
    for (size_t steps = 0; i > 0 && steps < 8; steps++) {
        unsigned tag = tag_at(p, --i);
        if (tag >= SYNTAX_VB && tag <= SYNTAX_VBZ)
            return (int)i;
        if (!tag_in(tag, NOUN_TAGS | ADJECTIVE_TAGS | TAG_BIT(SYNTAX_DT) | TAG_BIT(SYNTAX_CC) |
                             TAG_BIT(SYNTAX_CD) | TAG_BIT(SYNTAX_PRP) | TAG_BIT(SYNTAX_PRPS)))
            break;
    }
    return NONE;
}

/* "gave Mozambique tractors", "for holding up goods trains": behind a verb that says nothing and a
 * noun a plural is no second finite verb. */
static bool mend_object_noun(parse *p, size_t i)
{
    if (tag_at(p, i) != SYNTAX_VBZ || (p->tokens[i].flags & TEXT_CAPITAL) ||
        !tag_in(tag_at(p, i - 1), NOUN_TAGS) || !(known_tags(p, i) & TAG_BIT(SYNTAX_NNS)))
        return false;
    size_t verb = i - 1;
    while (verb > 0 && tag_in(tag_at(p, verb), NOUN_TAGS | ADJECTIVE_TAGS | TAG_BIT(SYNTAX_DT) |
                                                   TAG_BIT(SYNTAX_CD) | TAG_BIT(SYNTAX_RP) |
                                                   TAG_BIT(SYNTAX_PRPS)))
        verb--;
    bool gives =
        tag_in(tag_at(p, verb), TAG_BIT(SYNTAX_VBD) | TAG_BIT(SYNTAX_VBG) | TAG_BIT(SYNTAX_VB));
    if (!gives || verb == 0 || verb_flags(p->words[verb].lemma) & (VERB_SAYS | VERB_REPORTS))
        return false;
    p->words[i].tag = SYNTAX_NNS;
    return true;
}

bool mend_behind_verb(parse *p, size_t i)
{
    if (mend_object_noun(p, i))
        return true;
    if (tag_at(p, i) != SYNTAX_NN || tag_at(p, i - 1) != SYNTAX_IN ||
        (p->tokens[i].flags & TEXT_CAPITAL))
        return false;
    int verb = verb_before(p, i - 1);
    if (verb < 0 || !tag_in(tag_at(p, i + 1), NOUN_TAGS | ADJECTIVE_TAGS | TAG_BIT(SYNTAX_DT) |
                                                  TAG_BIT(SYNTAX_PRPS) | TAG_BIT(SYNTAX_PRP)))
        return false;
    unsigned flags = verb_flags(p->words[verb].lemma);
    uint64_t known = known_tags(p, i);
    if ((size_t)verb + 2 == i && word_is(p, i - 1, "to") && (flags & VERB_INFINITIVE) &&
        known != UINT64_MAX && (known & TAG_BIT(SYNTAX_VB))) {
        p->words[i].tag = SYNTAX_VB;
        p->words[i - 1].tag = SYNTAX_TO;
        return true;
    }
    char lower[LOWER_BYTES];
    slice form = lower_at(p, i, lower);
    if (!(flags & (VERB_TAKES_OF | VERB_OF_DOING)) || form.len < 6 ||
        !slice_ends(form, SLICE("ing")) ||
        !((known & TAG_BIT(SYNTAX_VBG)) ||
          (tag_at(p, i + 1) != SYNTAX_NN && is_verb_stem(p, form, 3))))
        return false;
    p->words[i].tag = SYNTAX_VBG;
    return true;
}

bool may_be_past(const parse *p, size_t i)
{
    const syntax_entry *e = model_word(p->model, p->tokens[i].key);
    if (e && (e->flags & ENTRY_KNOWN))
        return (e->tags[CASE_SMALL] & TAG_BIT(SYNTAX_VBD)) != 0;
    return slice_ends(form_at(p, i), SLICE("ed")) ||
           (e && (e->tags[CASE_SMALL] & TAG_BIT(SYNTAX_VBD)));
}

bool finite_later(const parse *p, const group *g)
{
    size_t i = g->end;
    if (phrase_at(p, i) != NONE)
        i = complex_end(p, phrase_at(p, i));
    for (; i < p->count; i++) {
        int16_t phrase = phrase_at(p, i), next = group_at(p, i);
        if (is_break(p, i))
            return false;
        if (phrase != NONE && p->phrases[phrase].first == i &&
            p->phrases[phrase].preposition == NONE && p->phrases[phrase].conjoined == NONE &&
            finite_behind(p, phrase) != NONE) {
            i = p->groups[finite_behind(p, phrase)].end - 1u;
        } else if (next != NONE && p->groups[next].first == i &&
                   p->groups[next].form == GROUP_FINITE) {
            if (!tag_in(tag_at(p, i - 1), RELATIVE_TAGS | TAG_BIT(SYNTAX_CC)))
                return true;
            i = p->groups[next].end - 1u;
        }
    }
    return false;
}

void make_past(parse *p, group *g)
{
    p->words[g->verb].tag = SYNTAX_VBD;
    g->passive = 0;
    g->tense = SYNTAX_PAST;
    g->form = GROUP_FINITE;
}

/* The phrase at whose head the noun phrase before word `i` begins, or NONE. */
static int16_t root_before(const parse *p, size_t i)
{
    int16_t phrase = i > 0 ? phrase_at(p, i - 1) : NONE;
    while (phrase != NONE) {
        const syntax_phrase *f = &p->phrases[phrase];
        int16_t up = f->conjoined != NONE  ? f->conjoined
                     : f->apposed != NONE  ? f->apposed
                     : f->attached != NONE ? f->attached
                                           : NONE;
        if (up == NONE)
            break;
        phrase = up;
    }
    return phrase;
}

/* Where a clause with a subject of its own can begin. */
static bool clause_begins(const parse *p, size_t i)
{
    char lower[LOWER_BYTES];
    if (i == 0 || is_comma(p, i - 1) || is_quote(p, i - 1) || is_break(p, i - 1) ||
        is_dash(p, i - 1) || tag_at(p, i - 1) == SYNTAX_CC)
        return true;
    int16_t g = group_at(p, i - 1);
    if (g != NONE)
        return (p->groups[g].flags & VERB_SAYS) != 0;
    slice word = lower_at(p, i - 1, lower);
    return slice_equal(word, SLICE("that")) || is_subordinator(word);
}

/* "after a drone crossed the border": what seemed a preposition opens the clause. */
static bool frees_subject(parse *p, int16_t root, const group *g)
{
    char lower[LOWER_BYTES];
    int16_t preposition = p->phrases[root].preposition;
    int16_t object = phrase_at(p, g->end);
    if (!is_subordinator(lower_at(p, (size_t)preposition, lower)) || object == NONE ||
        (p->kinds[object] & PHRASE_TIME) || preposition + 1 != (int16_t)phrase_start(p, root))
        return false;
    for (size_t i = (size_t)root; i < p->phrase_count; i++)
        if (p->phrases[i].preposition == preposition)
            p->phrases[i].preposition = NONE;
    p->phrases[root].attached = NONE;
    return true;
}

/* Nothing but the noun phrase between "which" and the verb. */
static bool root_is_bare(const parse *p, const group *g, int16_t root)
{
    return p->phrases[root].preposition == NONE && complex_end(p, root) == g->first;
}

static bool is_past_with_subject(parse *p, const group *g)
{
    int16_t root = root_before(p, g->first);
    while (root != NONE && p->phrases[root].attached != NONE)
        root = p->phrases[root].attached;
    if (root == NONE || word_is(p, g->end, "by"))
        return false;
    size_t start = phrase_start(p, root);
    bool relative = (start > 0 && tag_in(tag_at(p, start - 1), RELATIVE_TAGS)) ||
                    tag_at(p, start) == SYNTAX_WPS;
    if (relative && root_is_bare(p, g, root))
        return true;
    if (p->phrases[root].preposition != NONE)
        return frees_subject(p, root, g);
    return clause_begins(p, phrase_start(p, root)) && !finite_later(p, g);
}

/* "seized tonnes of ivory shipped from Nigeria": behind the object of a verb that takes no clause a
 * past tense can only be a participle. */
static bool is_reduced_passive(const parse *p, const group *g)
{
    int16_t root = root_before(p, g->first), object = phrase_at(p, g->end);
    if (root == NONE || g->form != GROUP_FINITE || tag_at(p, g->verb) != SYNTAX_VBD ||
        g->first != g->verb || p->phrases[root].preposition != NONE || p->title ||
        (object != NONE && !(p->kinds[object] & PHRASE_TIME)) ||
        (p->kinds[root] & PHRASE_PRONOUN) || !slice_ends(form_at(p, g->verb), SLICE("ed")))
        return false;
    size_t start = phrase_start(p, root);
    int16_t verb = start > 0 ? group_at(p, start - 1) : NONE;
    return verb != NONE && !(p->groups[verb].flags & VERB_SAYS) && p->groups[verb].end == start;
}

/* "killed three soldiers and wounded two": a participle with an object goes on from a past tense.
 */
static bool is_joined_past(const parse *p, const group *g)
{
    int16_t object = phrase_at(p, g->end);
    if (g->first == 0 || tag_at(p, g->first - 1u) != SYNTAX_CC || object == NONE ||
        g->first != g->verb || (p->kinds[object] & PHRASE_TIME))
        return false;
    for (size_t i = (size_t)(g - p->groups); i-- > 0;)
        if (p->groups[i].form == GROUP_FINITE)
            return p->groups[i].tense == SYNTAX_PAST && !p->groups[i].perfect &&
                   !p->groups[i].passive && p->groups[i].modal == NONE;
    return false;
}

void mend_participles(parse *p)
{
    bool finite = false;
    group *best = NULL;
    for (size_t i = 0; i < p->group_count; i++) {
        group *g = &p->groups[i];
        bool participle = g->form == GROUP_PARTICIPLE && !g->perfect;
        bool bare =
            g->form == GROUP_BARE || (g->form == GROUP_FINITE && tag_at(p, g->verb) == SYNTAX_VBP);
        if ((participle || bare) && !p->title && may_be_past(p, g->verb) &&
            (is_joined_past(p, g) || (participle && is_past_with_subject(p, g))))
            make_past(p, g);
        if (is_reduced_passive(p, g)) {
            p->words[g->verb].tag = SYNTAX_VBN;
            g->form = GROUP_PARTICIPLE;
            g->tense = SYNTAX_BARE;
            g->passive = 1;
        }
        finite |= g->form == GROUP_FINITE;
        if (g->form == GROUP_PARTICIPLE && may_be_past(p, g->verb) && !best && g->first > 0 &&
            phrase_at(p, g->end) != NONE && phrase_at(p, g->first - 1u) != NONE)
            best = g;
    }
    if (!finite && best && !p->title)
        make_past(p, best);
}
