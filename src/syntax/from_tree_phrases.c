/* Noun phrases of a tree: a noun with what stands before it and belongs to it.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * Each word is led up to the noun whose phrase it is part of. Where something else stands between
 * the parts ("Secretary [of State] Anna Brook") the phrase splits: each piece with a noun is one.
 */
#include "syntax/from_tree_inner.h"

static bool is_verbal(const tree_parse *t, int16_t i)
{
    for (int16_t c = t->child[i]; c != NONE; c = t->next[c])
        switch ((tree_relation)t->relation[c]) {
        case TREE_OBJ:
        case TREE_XCOMP:
        case TREE_CCOMP:
        case TREE_MARK:
        case TREE_AUX:
        case TREE_AUX_PASS:
        case TREE_NSUBJ:
        case TREE_NSUBJ_PASS:
        case TREE_OBL:
        case TREE_COMPOUND_PRT:
            return true;
        default:
            break;
        }
    return false;
}

/* A participle or gerund that stands where a noun stands. */
static bool is_verbal_noun(const tree_parse *t, int16_t i)
{
    tree_relation r = relation_at(t, i);
    int16_t head = t->head[i];
    bool place = is_nominal_relation(r) || (r == TREE_CONJ && head != NONE && !t->predicate[head]);
    return place &&
           (has_child(t, i, TREE_DET) || has_child(t, i, TREE_NMOD_POSS) ||
            has_child(t, i, TREE_CASE) || !is_verbal(t, i)) &&
           !has_child(t, i, TREE_OBJ);
}

static bool is_predicate(const tree_parse *t, int16_t i)
{
    unsigned tag = word_tag(t, i);
    switch (relation_at(t, i)) {
    case TREE_AUX:
    case TREE_AUX_PASS:
    case TREE_COP:
    case TREE_CASE:
    case TREE_MARK:
    case TREE_AMOD:
    case TREE_COMPOUND:
    case TREE_COMPOUND_PRT:
    case TREE_FIXED:
    case TREE_FLAT:
    case TREE_CC:
    case TREE_GOESWITH:
    case TREE_PUNCT:
    case TREE_NUMMOD:
    case TREE_DET:
    case TREE_ADVMOD:
        return false;
    default:
        break;
    }
    if (has_child(t, i, TREE_COP) || has_child(t, i, TREE_AUX) || has_child(t, i, TREE_AUX_PASS))
        return true;
    if (is_verb_tag(tag))
        return !is_verbal_noun(t, i);
    if (tag == SYNTAX_MD)
        return true;
    return tag_in(tag, ADJECTIVE_TAGS) && !is_nominal_relation(relation_at(t, i)) &&
           (has_child(t, i, TREE_NSUBJ) || has_child(t, i, TREE_NSUBJ_PASS));
}

void tree_find_predicates(tree_parse *t)
{
    for (int16_t i = 0; i < (int16_t)t->p.count; i++)
        t->predicate[i] = is_predicate(t, i);
    for (int16_t i = 0; i < (int16_t)t->p.count; i++) /* again: "X and Y" asks what X is */
        t->predicate[i] = is_predicate(t, i);
}

/* Whether word `i` can head a noun phrase. */
static bool is_nominal(const tree_parse *t, int16_t i)
{
    unsigned tag = word_tag(t, i);
    tree_relation r = relation_at(t, i);
    if (r == TREE_CASE || r == TREE_MARK || r == TREE_CC || r == TREE_FIXED || r == TREE_AUX ||
        r == TREE_COP || r == TREE_COMPOUND_PRT || r == TREE_PUNCT)
        return false;
    bool verb = has_child(t, i, TREE_AUX) || has_child(t, i, TREE_AUX_PASS);
    if (tag_in(tag, NOUN_TAGS))
        return !verb || has_child(t, i, TREE_COP);
    if (tag == SYNTAX_PRP || tag == SYNTAX_EX)
        return true;
    int16_t head = t->head[i];
    bool joined = r == TREE_CONJ && head != NONE && t->top[head] != NONE;
    bool place = is_nominal_relation(r) || r == TREE_OBJ || joined;
    if (tag == SYNTAX_CD || tag == SYNTAX_SYM || tag == SYNTAX_FW)
        return place || r != TREE_ADVMOD;
    if (tag_in(tag, ADJECTIVE_TAGS) || tag == SYNTAX_DT)
        return place || has_child(t, i, TREE_DET);
    return place && !t->predicate[i] &&
           (tag == SYNTAX_PRPS || tag == SYNTAX_PDT || tag == SYNTAX_VBG || tag == SYNTAX_VBN ||
            tag == SYNTAX_OTHER);
}

static bool is_date(const tree_parse *t, int16_t i)
{
    return word_tag(t, i) == SYNTAX_CD ||
           (t->p.noun[i] & (NOUN_TIME | NOUN_MONTH | NOUN_PERIOD)) != 0;
}

/* A part whose own preposition is the phrase's by mistake. */
static bool names_part(tree_relation r)
{
    return r == TREE_NMOD_POSS || r == TREE_COMPOUND || r == TREE_FLAT || r == TREE_AMOD ||
           r == TREE_NMOD_DESC || r == TREE_DET;
}

static int16_t part_of(const tree_parse *t, int16_t i);

static bool is_part(const tree_parse *t, int16_t i)
{
    return i != NONE && part_of(t, i) != NONE;
}

/* "Commander-in-Chief": written together with what stands before. */
static bool is_glued(const tree_parse *t, int16_t i)
{
    const text_token *tokens = t->p.tokens;
    if (i < 2 || (size_t)i >= t->p.count ||
        ((tokens[i - 1].flags | tokens[i - 2].flags) & TEXT_SPACE_AFTER))
        return false;
    slice form = form_at(&t->p, (size_t)i - 1);
    return slice_is(form, "-") || slice_is(form, "–") || slice_is(form, "/");
}

/* "economic and trade relations": joined to a modifier. */
static bool joins_modifier(const tree_parse *t, int16_t i)
{
    tree_relation r = relation_at(t, t->head[i]);
    return (r == TREE_AMOD || r == TREE_NUMMOD || r == TREE_COMPOUND || r == TREE_DET) &&
           !t->predicate[i];
}

/* The word above that `i` is one phrase with, or NONE. */
static int16_t part_of(const tree_parse *t, int16_t i)
{
    int16_t head = t->head[i];
    unsigned tag = word_tag(t, i);
    bool part = false;
    if (head == NONE)
        return NONE;
    switch (relation_at(t, i)) {
    case TREE_DET:
    case TREE_NUMMOD:
    case TREE_COMPOUND:
    case TREE_FLAT:
    case TREE_GOESWITH:
    case TREE_NMOD_DESC:
        part = true;
        break;
    case TREE_AMOD:
        part = i < head || tag_in(tag, NOUN_TAGS) ||
               (i == head + 1 && (t->p.tokens[i].flags & TEXT_CAPITAL));
        break;
    case TREE_NMOD_POSS:
        part = tag == SYNTAX_PRPS || tag == SYNTAX_WPS;
        break;
    case TREE_NMOD_UNMARKED:
        part =
            (is_date(t, i) && is_date(t, head)) || (word_tag(t, i) == SYNTAX_CD && i == head + 1);
        break;
    case TREE_FIXED:
        part = is_nominal_relation(relation_at(t, head)) ||
               (relation_at(t, head) == TREE_ADVMOD && is_part(t, head));
        break;
    case TREE_ADVMOD:
        part = i < head &&
               (is_part(t, head) || tag_in(word_tag(t, head), ADJECTIVE_TAGS | TAG_BIT(SYNTAX_CD)));
        break;
    case TREE_NMOD:
        part = is_glued(t, i) || (tag == SYNTAX_FW && !has_child(t, i, TREE_CASE)) ||
               (i < head && word_tag(t, head) == SYNTAX_CD && tag == SYNTAX_JJS);
        break;
    case TREE_CASE: /* "than 40", "at least", "off-the-shelf" */
        part = is_part(t, head) && tag != SYNTAX_POS &&
               (!names_part(relation_at(t, head)) || is_glued(t, (int16_t)(i + 2)));
        break;
    case TREE_CC:
        part = relation_at(t, head) == TREE_CONJ && joins_modifier(t, head);
        break;
    case TREE_CONJ:
        part = joins_modifier(t, i);
        break;
    default:
        break;
    }
    return part ? head : NONE;
}

static void find_tops(tree_parse *t)
{
    for (int16_t i = 0; i < (int16_t)t->p.count; i++) {
        int16_t at = i, up;
        while ((up = part_of(t, at)) != NONE)
            at = up;
        t->top[i] = at;
    }
    /* `top` of all words is set when it is asked whether a noun may be joined to another. */
    for (int16_t i = 0; i < (int16_t)t->p.count; i++)
        if (t->top[i] == i && !is_nominal(t, i))
            t->top[i] = NONE;
    for (int16_t i = 0; i < (int16_t)t->p.count; i++)
        if (t->top[i] != NONE && t->top[i] != i && t->top[t->top[i]] == NONE)
            t->top[i] = NONE;
}

static bool fills(const tree_parse *t, size_t i)
{
    unsigned tag = tag_at(&t->p, i);
    slice form = form_at(&t->p, i);
    return t->top[i] == NONE && form.len && !strchr("()[]", form.ptr[0]) && !is_quote(&t->p, i) &&
           (tag == SYNTAX_PUNCT || tag == SYNTAX_HYPH || tag == SYNTAX_CC || tag == SYNTAX_SYM);
}

/* End of the words from `i` that are part of one phrase, hyphens and commas between them
 * included. */
static size_t run_end(const tree_parse *t, size_t i)
{
    int16_t top = t->top[i];
    size_t end = i + 1;
    for (;;) {
        size_t next = end;
        while (next < t->p.count && next < end + 2 && fills(t, next))
            next++;
        if (next >= t->p.count || t->top[next] != top)
            return end;
        end = next + 1;
    }
}

/* The last noun of a run, or what it is about where no noun stands. */
static size_t head_of_run(const tree_parse *t, size_t first, size_t end, int16_t top)
{
    size_t from = (size_t)top >= first && (size_t)top < end ? (size_t)top : first;
    size_t head = from;
    for (size_t i = from; i < end; i++)
        if (tag_in(tag_at(&t->p, i), NOUN_TAGS))
            head = i;
    for (size_t i = first; i < end && tag_at(&t->p, head) == SYNTAX_CD; i++)
        if (t->p.noun[i] & NOUN_MONTH)
            head = i;
    return head;
}

static bool has_noun(const tree_parse *t, size_t first, size_t end)
{
    for (size_t i = first; i < end; i++)
        if (tag_in(tag_at(&t->p, i), NOUN_TAGS))
            return true;
    return false;
}

static bool is_year(const parse *p, size_t i)
{
    slice form = form_at(p, i);
    return tag_at(p, i) == SYNTAX_CD && form.len == 4 &&
           (slice_starts(form, SLICE("19")) || slice_starts(form, SLICE("20")) ||
            slice_starts(form, SLICE("18")));
}

/* "last week", "this year", "two days": a period that is a time. */
static bool is_pointed(const parse *p, size_t first, size_t head)
{
    static const char *const words[] = {"last", "next", "this",    "every",
                                        "each", "same", "previous"};
    if (first >= head)
        return false;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (word_is(p, head - 1, words[i]))
            return true;
    return word_is(p, first, "this") || word_is(p, first, "last") ||
           tag_at(p, head - 1) == SYNTAX_CD;
}

static uint16_t kind_of(const parse *p, size_t first, size_t end, size_t head)
{
    bool period = p->noun[head] & NOUN_PERIOD;
    bool time = (p->noun[head] & (NOUN_TIME | NOUN_MONTH)) ||
                (period && is_pointed(p, first, head)) || word_is(p, end, "ago") ||
                (first == head && is_year(p, head));
    bool there = tag_at(p, head) == SYNTAX_EX;
    return (uint16_t)((time ? PHRASE_TIME : 0) | (there ? PHRASE_THERE : 0));
}

/* Adds the phrase of words [first, end) behind those that are there. */
static void put_phrase(parse *p, size_t first, size_t end, size_t head)
{
    size_t index = p->phrase_count++;
    p->phrases[index] = (syntax_phrase){
        (uint16_t)first, (uint16_t)end, (uint16_t)head, NONE, NONE, NONE, NONE, NONE};
    p->kinds[index] = kind_of(p, first, end, head);
    for (size_t i = first; i < end; i++)
        p->phrase_of[i] = (int16_t)index;
}

void tree_find_phrases(tree_parse *t)
{
    parse *p = &t->p;
    find_tops(t);
    for (size_t i = 0; i < p->count;) {
        int16_t top = t->top[i];
        size_t end = top == NONE ? i + 1 : run_end(t, i);
        bool whole = top != NONE && (size_t)top >= i && (size_t)top < end;
        if (whole || (top != NONE && has_noun(t, i, end))) {
            t->lead[p->phrase_count] = whole ? top : (int16_t)NONE;
            put_phrase(p, i, end, head_of_run(t, i, end, top));
        }
        i = end;
    }
}
