/* What no tree can be right in: a parser's slips that grammar tells.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * Two subjects of one verb, a bare form that goes on from a tense, a name with a preposition of its
 * own as part of another name, a dateline as a subject. Each rule names what it takes the words
 * for; none guesses where two trees would do. */
#include "syntax/from_tree_inner.h"

enum { DATELINE_WORDS = 20 };

static void hang(tree_parse *t, int16_t i, int16_t head, tree_relation relation)
{
    for (int16_t up = head; up != NONE; up = t->head[up])
        if (up == i)
            return;
    t->head[i] = head;
    t->relation[i] = (uint8_t)relation;
    tree_link_children(t);
}

static bool comma_between(const tree_parse *t, int16_t first, int16_t end)
{
    for (int16_t i = (int16_t)(first + 1); i < end; i++)
        if (word_tag(t, i) == SYNTAX_PUNCT || word_tag(t, i) == SYNTAX_CC)
            return true;
    return false;
}

/* --------------------------------------------------------------------------------- datelines */

/* "LIMA, 30 January 1981 (Andean Press) -": the place of the dash, or 0. */
static int16_t dateline_end(const tree_parse *t)
{
    const parse *p = &t->p;
    for (int16_t i = 1; i < (int16_t)p->count && i < DATELINE_WORDS; i++) {
        if (is_verb_tag(word_tag(t, i)))
            return 0;
        if (is_dash(p, (size_t)i) && (p->tokens[i].flags & TEXT_SPACE_AFTER))
            return (p->tokens[0].flags & TEXT_UPPER) || form_at(p, (size_t)i - 1).ptr[0] == ')'
                       ? i
                       : (int16_t)0;
    }
    return 0;
}

/* A dateline takes no part in the sentence behind it. */
static void cut_dateline(tree_parse *t)
{
    int16_t end = dateline_end(t), root = NONE;
    for (int16_t i = 0; i < end; i++)
        if (t->head[i] > end)
            t->relation[i] = TREE_DISCOURSE;
    for (int16_t i = (int16_t)(end + 1); end > 0 && i < (int16_t)t->p.count; i++) {
        int16_t head = t->head[i];
        while (head != NONE && head <= end)
            head = t->head[head];
        if (t->head[i] == head && head != NONE)
            continue;
        if (head == NONE && root != NONE) {
            head = root;
            t->relation[i] = TREE_PARATAXIS;
        } else if (head == NONE) {
            root = i;
            t->relation[i] = TREE_ROOT;
        }
        t->head[i] = head;
    }
    tree_link_children(t);
}

/* ------------------------------------------------------------------------------------- nouns */

/* "the occupation of Namibia by South Africa": what has a preposition is no part of a name. */
static void mend_name(tree_parse *t, int16_t i)
{
    if ((t->relation[i] == TREE_FLAT || t->relation[i] == TREE_APPOS ||
         t->relation[i] == TREE_COMPOUND) &&
        t->head[i] >= 0 && t->head[i] < i && has_child(t, i, TREE_CASE) &&
        word_tag(t, tree_child(t, i, TREE_CASE)) == SYNTAX_IN)
        t->relation[i] = TREE_NMOD;
}

/* "demanded that they free prisoners": what has an object is a verb. */
static void mend_verb(tree_parse *t, int16_t i)
{
    if (tag_in(word_tag(t, i), ADJECTIVE_TAGS) && has_child(t, i, TREE_OBJ) &&
        has_child(t, i, TREE_NSUBJ) && !has_child(t, i, TREE_COP))
        t->p.words[i].tag = SYNTAX_VB;
}

/* "declared persona non grata": foreign words go with the word before them, which is one too. */
static void mend_foreign(tree_parse *t, int16_t i)
{
    int16_t noun = (int16_t)(i - 1);
    while (noun > 0 && word_tag(t, noun) == SYNTAX_FW && t->relation[noun] == TREE_FLAT)
        noun = t->head[noun];
    if (word_tag(t, i) == SYNTAX_FW && noun >= 0 && noun < i && t->child[i] == NONE &&
        (word_tag(t, noun) == SYNTAX_NN || word_tag(t, noun) == SYNTAX_FW)) {
        hang(t, i, noun, TREE_FLAT);
        t->p.words[noun].tag = SYNTAX_FW;
        if (t->relation[noun] == TREE_XCOMP || t->relation[noun] == TREE_OBJ)
            t->relation[noun] = TREE_ADVMOD;
    }
}

/* ------------------------------------------------------------------------------------- verbs */

/* "Hezbollah massed fighters": a form of the past with a subject is no modifier of the noun behind
 * it, which is its object. */
static void mend_modifier(tree_parse *t, int16_t i)
{
    int16_t noun = t->head[i], subject = tree_child(t, i, TREE_NSUBJ);
    if (t->relation[i] != TREE_AMOD || word_tag(t, i) != SYNTAX_VBD || noun < i ||
        subject == NONE || subject > i)
        return;
    t->head[i] = t->head[noun];
    t->relation[i] = t->relation[noun];
    t->head[noun] = i;
    t->relation[noun] = TREE_OBJ;
    tree_link_children(t);
}

/* "The Ministry underlines that …": a noun doesn't report, but the verb that looks like it does. */
static void mend_reporting_noun(tree_parse *t, int16_t i)
{
    int16_t subject = (int16_t)(i - 1), content = tree_child(t, i, TREE_CCOMP);
    if (word_tag(t, i) != SYNTAX_NNS || content < i || !form_is(t, (int16_t)(i + 1), "that") ||
        !(verb_flags(t->p.words[i].lemma) & VERB_REPORTS) || subject < 0 || t->head[subject] != i ||
        (t->relation[subject] != TREE_COMPOUND && t->relation[subject] != TREE_NSUBJ))
        return;
    for (int16_t c = 0; c < subject; c++)
        if (t->head[c] == i)
            t->head[c] = subject;
    t->p.words[i].tag = SYNTAX_VBZ;
    t->relation[subject] = TREE_NSUBJ;
    tree_link_children(t);
}

/* A verb has one subject, before it: of two the one behind it, or a relative pronoun, is an object;
 * an object before it where there is no subject is the subject. */
static void mend_subjects(tree_parse *t, int16_t i)
{
    int16_t first = tree_child(t, i, TREE_NSUBJ), object = tree_child(t, i, TREE_OBJ);
    if (!is_verb_tag(word_tag(t, i)))
        return;
    if (first == NONE && object != NONE && object < i && !has_child(t, i, TREE_NSUBJ_PASS) &&
        tag_in(word_tag(t, object), NOUN_TAGS))
        t->relation[object] = TREE_NSUBJ;
    if (first == NONE || first > i)
        return;
    for (int16_t c = t->next[first]; c != NONE; c = t->next[c]) {
        if (t->relation[c] != TREE_NSUBJ)
            continue;
        if (c < i && tag_in(word_tag(t, first), RELATIVE_TAGS))
            t->relation[first] = TREE_OBJ;
        else if (c < i && !comma_between(t, first, c))
            hang(t, first, c, TREE_NMOD_DESC); /* "Commodore" before a name */
        else if (c > i)
            t->relation[c] = object == NONE ? TREE_OBJ : TREE_IOBJ;
        return;
    }
}

/* "Ties were raised, said the envoys": a second subject behind the verb that reports is that
 * verb's. */
static void mend_speaker(tree_parse *t, int16_t i)
{
    int16_t content = tree_child(t, i, TREE_CCOMP);
    if (content == NONE || content > i || !(verb_flags(t->p.words[i].lemma) & VERB_REPORTS) ||
        has_child(t, i, TREE_NSUBJ))
        return;
    bool before = false;
    for (int16_t c = t->child[content]; c != NONE; c = t->next[c]) {
        bool subject = t->relation[c] == TREE_NSUBJ || t->relation[c] == TREE_NSUBJ_PASS;
        before = before || (subject && c < content);
        if (!subject || c < i || !before)
            continue;
        hang(t, c, i, TREE_NSUBJ);
        return;
    }
}

/* "gave Fiji boats": of two objects the first receives, the last is given. */
static void mend_objects(tree_parse *t, int16_t i)
{
    int16_t last = NONE, before = NONE;
    if (!(verb_flags(t->p.words[i].lemma) & VERB_GIVES))
        return;
    for (int16_t c = t->child[i]; c != NONE; c = t->next[c]) {
        if (c < i || (t->relation[c] != TREE_OBJ && t->relation[c] != TREE_IOBJ))
            continue;
        before = last;
        last = c;
    }
    int16_t number = last == NONE ? (int16_t)NONE : tree_child(t, last, TREE_NUMMOD);
    if (before == NONE && number > last && tag_in(word_tag(t, last), PROPER_TAGS)) {
        before = last; /* "lend Ecuador 400 million" */
        last = number;
        hang(t, number, i, TREE_OBJ);
    }
    if (before == NONE)
        return;
    t->relation[before] = TREE_IOBJ;
    t->relation[last] = TREE_OBJ;
}

static bool tells_time(const tree_parse *t, int16_t i)
{
    return word_tag(t, i) == SYNTAX_CD ||
           (t->p.noun[i] & (NOUN_TIME | NOUN_PERIOD | NOUN_MONTH)) != 0;
}

/* "shot down an airliner": what follows a verb without a preposition is its object. */
static void mend_object(tree_parse *t, int16_t i)
{
    if (!is_verb_tag(word_tag(t, i)) || has_child(t, i, TREE_OBJ) || has_child(t, i, TREE_AUX_PASS))
        return;
    for (int16_t c = t->child[i]; c != NONE; c = t->next[c])
        if (c > i && t->relation[c] == TREE_OBL && !has_child(t, c, TREE_CASE) &&
            tag_in(word_tag(t, c), NOUN_TAGS) && !tells_time(t, c) && !comma_between(t, i, c)) {
            t->relation[c] = TREE_OBJ;
            return;
        }
}

/* "with [the envoy] calling for calm": who stands between the word and the verb does it. */
static void mend_absolute(tree_parse *t, int16_t i)
{
    int16_t mark = tree_child(t, i, TREE_MARK);
    if (mark == NONE || mark > i || !form_is(t, mark, "with") || has_child(t, i, TREE_NSUBJ) ||
        t->head[i] == NONE || !is_verb_tag(word_tag(t, i)))
        return;
    for (int16_t c = t->child[t->head[i]]; c != NONE && c < i; c = t->next[c])
        if (c > mark && t->relation[c] == TREE_OBL && !has_child(t, c, TREE_CASE)) {
            hang(t, c, i, TREE_NSUBJ);
            return;
        }
}

static bool is_finite_alone(const tree_parse *t, int16_t i)
{
    unsigned tag = word_tag(t, i);
    return tag == SYNTAX_VBD || tag == SYNTAX_VBZ || tag == SYNTAX_VBP || has_child(t, i, TREE_AUX);
}

static bool lacks_subject(const tree_parse *t, int16_t i)
{
    return is_verb_tag(word_tag(t, i)) && is_finite_alone(t, i) && !has_child(t, i, TREE_NSUBJ) &&
           !has_child(t, i, TREE_NSUBJ_PASS) && !has_child(t, i, TREE_EXPL) &&
           !has_child(t, i, TREE_CSUBJ) && t->relation[i] != TREE_CONJ;
}

/* The word before the verb's group. */
static int16_t word_before(const tree_parse *t, int16_t i)
{
    int16_t k = (int16_t)(i - 1);
    while (k > 0 && t->head[k] == i &&
           (t->relation[k] == TREE_AUX || t->relation[k] == TREE_AUX_PASS ||
            t->relation[k] == TREE_ADVMOD))
        k--;
    return k;
}

/* "With [us leaving Iran], [firms] like Holm and Brook have announced": what the words before the
 * verb stand beside, an apposition by mistake; or NONE. */
static int16_t apposed_before(const tree_parse *t, int16_t i)
{
    int16_t k = word_before(t, i);
    while (k != NONE && t->relation[k] != TREE_APPOS && !is_verb_tag(word_tag(t, k)))
        k = t->head[k] < k ? t->head[k] : (int16_t)NONE;
    bool noun = k != NONE && t->relation[k] == TREE_APPOS && tag_in(word_tag(t, k), NOUN_TAGS) &&
                !has_child(t, k, TREE_CASE);
    for (int16_t up = noun ? t->head[k] : (int16_t)NONE; up != NONE; up = t->head[up])
        if (t->head[up] == i && t->relation[up] == TREE_ADVCL)
            return k; /* within a clause before the verb's */
    return NONE;
}

/* The name that stands directly before the verb's group, its first word, where something before it
 * took it: "In 1974 [India] gave", "In April [Slovenia] will send"; or NONE. */
static int16_t name_before(const tree_parse *t, int16_t i)
{
    int16_t k = word_before(t, i);
    if (k <= 0 || !tag_in(word_tag(t, k), PROPER_TAGS) || tells_time(t, k))
        return NONE;
    while (t->relation[k] == TREE_FLAT && t->head[k] >= 0 && t->head[k] < k &&
           !tells_time(t, t->head[k]))
        k = t->head[k];
    return k;
}

/* A verb with a tense whose subject hangs elsewhere: a noun without a preposition that stands where
 * subjects stand. "On 30 April the envoys agreed". */
static void mend_fronted(tree_parse *t, int16_t i)
{
    if (!lacks_subject(t, i))
        return;
    for (int16_t c = t->child[i]; c != NONE && c < i; c = t->next[c])
        if (t->relation[c] == TREE_OBL && !has_child(t, c, TREE_CASE) && !tells_time(t, c) &&
            tag_in(word_tag(t, c), NOUN_TAGS)) {
            t->relation[c] = TREE_NSUBJ;
            return;
        }
    int16_t name = name_before(t, i), apposed = apposed_before(t, i);
    if (apposed != NONE) {
        hang(t, apposed, i, TREE_NSUBJ);
        return;
    }
    if (name == NONE || has_child(t, name, TREE_CASE) || t->head[name] == NONE ||
        t->head[name] >= name)
        return;
    switch (relation_at(t, name)) {
    case TREE_NMOD:
    case TREE_NMOD_UNMARKED:
    case TREE_FLAT:
    case TREE_APPOS:
    case TREE_OBL:
    case TREE_OBL_UNMARKED:
        hang(t, name, i, TREE_NSUBJ);
        break;
    default:
        break;
    }
}

/* "…, stressed the envoy": who says it stands behind the verb, and is no object. */
static void mend_report(tree_parse *t, int16_t i)
{
    int16_t object = tree_child(t, i, TREE_OBJ);
    tree_relation r = relation_at(t, i);
    bool beside = r == TREE_CONJ || r == TREE_PARATAXIS;
    if (!beside || object < i || i < 2 || !is_comma(&t->p, (size_t)i - 1) ||
        !(verb_flags(t->p.words[i].lemma) & VERB_REPORTS) || has_child(t, i, TREE_CC) ||
        has_child(t, i, TREE_NSUBJ) || has_child(t, i, TREE_CCOMP) || has_child(t, i, TREE_AUX) ||
        !is_finite_alone(t, i))
        return;
    for (int16_t c = t->child[object]; c != NONE && c < object; c = t->next[c])
        if (t->relation[c] == TREE_DET || t->relation[c] == TREE_NMOD_DESC) {
            t->relation[object] = TREE_NSUBJ;
            t->relation[i] = TREE_PARATAXIS;
            return;
        }
}

/* "…," smiled the envoy: the same behind a quotation, by any verb. */
static void mend_quoted(tree_parse *t, int16_t i)
{
    int16_t object = tree_child(t, i, TREE_OBJ), content = tree_child(t, i, TREE_CCOMP);
    if (i > 0 && content != NONE && content < i && object > i && is_quote(&t->p, (size_t)i - 1) &&
        lacks_subject(t, i))
        t->relation[object] = TREE_NSUBJ;
}

/* "discussed ways to build trust, and foster a vision": a bare form goes on from an infinitive
 * before it, not from a tense. */
static void mend_bare(tree_parse *t, int16_t i)
{
    int16_t head = t->head[i];
    if (t->relation[i] != TREE_CONJ || head == NONE || word_tag(t, i) != SYNTAX_VB ||
        has_child(t, i, TREE_AUX) || tree_to(t, i) != NONE || tree_to(t, head) != NONE ||
        has_child(t, head, TREE_AUX) || word_tag(t, head) == SYNTAX_VB ||
        !is_verb_tag(word_tag(t, head)) || has_child(t, i, TREE_NSUBJ))
        return;
    for (int16_t k = (int16_t)(i - 1); k > head; k--)
        if (word_tag(t, k) == SYNTAX_VB && tree_to(t, k) != NONE) {
            hang(t, i, k, TREE_CONJ);
            return;
        }
}

/* "alleged, by way of example, the army had …": what stands between commas behind a verb of saying
 * is said of the saying. */
static void mend_inserted(tree_parse *t, int16_t i)
{
    int16_t content = tree_child(t, i, TREE_CCOMP);
    if (content < i || has_child(t, content, TREE_MARK) || !is_comma(&t->p, (size_t)i + 1))
        return;
    for (int16_t c = t->child[content]; c != NONE && c < content; c = t->next[c]) {
        int16_t mark = tree_child(t, c, TREE_CASE);
        if (t->relation[c] != TREE_OBL || mark != i + 2)
            continue;
        hang(t, c, i, TREE_OBL);
        return;
    }
}

/* "Helicopters fired rockets, the ministry announced": what stands before who reports is what is
 * reported. */
static void mend_reported(tree_parse *t, int16_t i)
{
    int16_t content = tree_child(t, i, TREE_PARATAXIS), subject = tree_child(t, i, TREE_NSUBJ);
    if (content == NONE || content > i || subject < content || !is_finite_alone(t, i) ||
        !(verb_flags(t->p.words[i].lemma) & VERB_REPORTS) || has_child(t, i, TREE_CCOMP) ||
        has_child(t, i, TREE_OBJ))
        return;
    t->relation[content] = TREE_CCOMP;
}

void tree_mend_slips(tree_parse *t)
{
    cut_dateline(t);
    for (int16_t i = 0; i < (int16_t)t->p.count; i++) {
        mend_name(t, i);
        mend_foreign(t, i);
        mend_verb(t, i);
        mend_modifier(t, i);
        mend_reporting_noun(t, i);
        mend_absolute(t, i);
        mend_subjects(t, i);
        mend_speaker(t, i);
        mend_object(t, i);
        mend_objects(t, i);
        mend_fronted(t, i);
        mend_report(t, i);
        mend_quoted(t, i);
        mend_reported(t, i);
        mend_bare(t, i);
        mend_inserted(t, i);
    }
}
