/* A tree becomes phrases and clauses, one stage after the other.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * The tree is copied, so that where the guidelines' analysis is not ours it can be put right first:
 * in "is going to visit" the verb is "visit"; in "called on Fiji" stands a preposition; "is
 * committed to" is the passive of a verb. */
#include "base/error.h"
#include "base/listed.h"
#include "syntax/from_tree_inner.h"

#define COUNT(list) (sizeof(list) / sizeof *(list))

typedef struct named {
    const char *name;
    uint8_t value;
} named;

/* ------------------------------------------------------------------------------------- names */

/* Sorted by name. */
static const named relations[] = {
    {"acl", TREE_ACL},
    {"acl:relcl", TREE_ACL_RELCL},
    {"advcl", TREE_ADVCL},
    {"advcl:relcl", TREE_ADVCL_RELCL},
    {"advmod", TREE_ADVMOD},
    {"amod", TREE_AMOD},
    {"appos", TREE_APPOS},
    {"aux", TREE_AUX},
    {"aux:pass", TREE_AUX_PASS},
    {"case", TREE_CASE},
    {"cc", TREE_CC},
    {"ccomp", TREE_CCOMP},
    {"compound", TREE_COMPOUND},
    {"compound:prt", TREE_COMPOUND_PRT},
    {"conj", TREE_CONJ},
    {"cop", TREE_COP},
    {"csubj", TREE_CSUBJ},
    {"dep", TREE_DEP},
    {"det", TREE_DET},
    {"discourse", TREE_DISCOURSE},
    {"dislocated", TREE_DISLOCATED},
    {"expl", TREE_EXPL},
    {"fixed", TREE_FIXED},
    {"flat", TREE_FLAT},
    {"goeswith", TREE_GOESWITH},
    {"iobj", TREE_IOBJ},
    {"list", TREE_LIST},
    {"mark", TREE_MARK},
    {"nmod", TREE_NMOD},
    {"nmod:desc", TREE_NMOD_DESC},
    {"nmod:npmod", TREE_NMOD_UNMARKED},
    {"nmod:poss", TREE_NMOD_POSS},
    {"nmod:tmod", TREE_NMOD_UNMARKED},
    {"nmod:unmarked", TREE_NMOD_UNMARKED},
    {"nsubj", TREE_NSUBJ},
    {"nsubj:outer", TREE_NSUBJ_OUTER},
    {"nsubj:pass", TREE_NSUBJ_PASS},
    {"nummod", TREE_NUMMOD},
    {"obj", TREE_OBJ},
    {"obl", TREE_OBL},
    {"obl:npmod", TREE_OBL_UNMARKED},
    {"obl:tmod", TREE_OBL_UNMARKED},
    {"obl:unmarked", TREE_OBL_UNMARKED},
    {"orphan", TREE_ORPHAN},
    {"parataxis", TREE_PARATAXIS},
    {"punct", TREE_PUNCT},
    {"reparandum", TREE_REPARANDUM},
    {"root", TREE_ROOT},
    {"vocative", TREE_VOCATIVE},
    {"xcomp", TREE_XCOMP},
};

tree_relation tree_relation_of(slice name)
{
    const named *found = listed_find(relations, COUNT(relations), sizeof *relations, name);
    slice base;
    if (!found && slice_next(&name, ':', &base))
        found = listed_find(relations, COUNT(relations), sizeof *relations, base);
    return found ? (tree_relation)found->value : TREE_DEP;
}

syntax_tag tree_tag_of(slice xpos)
{
    static const named others[] = {
        {"#", SYNTAX_SYM},     {"$", SYNTAX_SYM},       {"''", SYNTAX_PUNCT},
        {",", SYNTAX_PUNCT},   {"-LRB-", SYNTAX_PUNCT}, {"-RRB-", SYNTAX_PUNCT},
        {".", SYNTAX_PUNCT},   {":", SYNTAX_PUNCT},     {"NFP", SYNTAX_PUNCT},
        {"PRP$", SYNTAX_PRPS}, {"WP$", SYNTAX_WPS},     {"``", SYNTAX_PUNCT},
    };
    unsigned tag;
    if (tag_of_name(xpos, &tag))
        return (syntax_tag)tag;
    const named *found = listed_find(others, COUNT(others), sizeof *others, xpos);
    return found ? (syntax_tag)found->value : SYNTAX_OTHER;
}

/* ---------------------------------------------------------------------------------- the tree */

int16_t tree_child(const tree_parse *t, int16_t i, tree_relation relation)
{
    for (int16_t c = t->child[i]; c != NONE; c = t->next[c])
        if (t->relation[c] == relation)
            return c;
    return NONE;
}

int16_t tree_to(const tree_parse *t, int16_t i)
{
    for (int16_t c = t->child[i]; c != NONE; c = t->next[c])
        if (t->relation[c] == TREE_MARK && word_tag(t, c) == SYNTAX_TO)
            return c;
    return NONE;
}

bool is_nominal_relation(tree_relation relation)
{
    switch (relation) {
    case TREE_NSUBJ:
    case TREE_NSUBJ_PASS:
    case TREE_NSUBJ_OUTER:
    case TREE_OBJ:
    case TREE_IOBJ:
    case TREE_OBL:
    case TREE_OBL_UNMARKED:
    case TREE_NMOD:
    case TREE_NMOD_POSS:
    case TREE_NMOD_UNMARKED:
    case TREE_NMOD_DESC:
    case TREE_APPOS:
    case TREE_DISLOCATED:
    case TREE_VOCATIVE:
    case TREE_EXPL:
        return true;
    default:
        return false;
    }
}

int16_t tree_predicate(const tree_parse *t, int16_t i)
{
    while (i != NONE && !t->predicate[i])
        i = t->head[i];
    return i;
}

static void link_children(tree_parse *t)
{
    for (size_t i = 0; i < t->p.count; i++)
        t->child[i] = t->next[i] = NONE;
    for (size_t i = t->p.count; i-- > 0;) {
        int16_t head = t->head[i];
        if (head == NONE)
            continue;
        t->next[i] = t->child[head];
        t->child[head] = (int16_t)i;
    }
}

/* Whether the way up from `i` ends. */
static bool is_rooted(const tree_parse *t, int16_t i)
{
    for (size_t steps = 0; steps <= t->p.count; steps++) {
        if (i == NONE)
            return true;
        i = t->head[i];
    }
    return false;
}

static void copy_tree(tree_parse *t, const tree_input *in)
{
    int count = (int)t->p.count;
    for (int i = 0; i < count; i++) {
        int16_t head = in->head[i];
        bool sound = head >= 0 && head < count && head != i;
        t->head[i] = sound ? head : (int16_t)NONE;
        t->relation[i] = in->relation[i] < TREE_RELATION_COUNT ? in->relation[i] : TREE_DEP;
        t->frame_of[i] = t->top[i] = NONE;
    }
    for (int16_t i = 0; i < (int16_t)count; i++)
        if (!is_rooted(t, i))
            t->head[i] = NONE;
    link_children(t);
}

/* ----------------------------------------------------------------------------------- mending */

/* `to` takes the place of `from` in the tree. */
static void take_place(tree_parse *t, int16_t from, int16_t to, tree_relation relation)
{
    for (int16_t i = t->child[from]; i != NONE; i = t->next[i])
        if (i != to)
            t->head[i] = to;
    t->head[to] = t->head[from];
    t->relation[to] = t->relation[from];
    t->head[from] = to;
    t->relation[from] = (uint8_t)relation;
    link_children(t);
}

/* "is going to visit": an auxiliary. */
static void mend_going(tree_parse *t, int16_t i)
{
    int16_t verb = tree_child(t, i, TREE_XCOMP);
    if (form_is(t, i, "going") && word_tag(t, i) == SYNTAX_VBG && has_child(t, i, TREE_AUX) &&
        verb > i && tree_to(t, verb) != NONE && !has_child(t, verb, TREE_AUX))
        take_place(t, i, verb, TREE_AUX);
}

/* "called on Fiji", "called upon Fiji". */
static void mend_calls_on(tree_parse *t, int16_t i)
{
    int16_t particle = tree_child(t, i, TREE_COMPOUND_PRT), object = tree_child(t, i, TREE_OBJ);
    if (particle == NONE || object < particle ||
        !(form_is(t, particle, "on") || form_is(t, particle, "upon")) ||
        !(verb_flags(t->p.words[i].lemma) & VERB_CALLS_ON))
        return;
    t->head[particle] = object;
    t->relation[particle] = TREE_CASE;
    t->relation[object] = TREE_OBL;
    t->p.words[particle].tag = SYNTAX_IN;
    link_children(t);
}

/* Adjectives in -ed that say the same as the passive of their verb, and the verb. */
static const struct {
    const char *adjective, *verb;
} passives[] = {
    {"accused", "accuse"},     {"alleged", "allege"},     {"committed", "commit"},
    {"dedicated", "dedicate"}, {"detained", "detain"},    {"determined", "determine"},
    {"engaged", "engage"},     {"expected", "expect"},    {"injured", "injure"},
    {"involved", "involve"},   {"killed", "kill"},        {"needed", "need"},
    {"obliged", "oblige"},     {"opposed", "oppose"},     {"prepared", "prepare"},
    {"required", "require"},   {"scheduled", "schedule"}, {"supposed", "suppose"},
    {"wanted", "want"},        {"wounded", "wound"},
};

static void mend_adjective(tree_parse *t, int16_t i)
{
    int16_t be = tree_child(t, i, TREE_COP);
    if (be == NONE || word_tag(t, i) != SYNTAX_JJ)
        return;
    for (size_t k = 0; k < COUNT(passives); k++) {
        if (!form_is(t, i, passives[k].adjective))
            continue;
        t->relation[be] = TREE_AUX_PASS;
        t->p.words[i].tag = SYNTAX_VBN;
        t->p.words[i].lemma = slice_of(passives[k].verb);
        t->p.words[i].lemma_key = text_key(t->p.words[i].lemma);
    }
}

/* A form of "be" before what is no verb. */
static void mend_copula(tree_parse *t, int16_t i)
{
    int16_t head = t->head[i];
    bool verb = head == NONE || is_verb_tag(word_tag(t, head)) || word_tag(t, head) == SYNTAX_MD;
    if (!verb && t->relation[i] == TREE_AUX && slice_is(t->p.words[i].lemma, "be") &&
        !has_child(t, head, TREE_COP))
        t->relation[i] = TREE_COP;
}

/* "The problem is that Fiji left", "The aim is to win": the tree has one predicate with two
 * subjects or a clause behind "be"; here "be" governs the clause. */
static void mend_outer(tree_parse *t, int16_t i)
{
    int16_t be = tree_child(t, i, TREE_COP), outer = tree_child(t, i, TREE_NSUBJ_OUTER);
    bool clausal = outer != NONE || (has_child(t, i, TREE_CSUBJ) && is_verb_tag(word_tag(t, i)));
    if (be == NONE || be > i || !clausal)
        return;
    bool because = false;
    for (int16_t c = t->child[i]; c != NONE; c = t->next[c]) {
        if (c < be && c != outer && t->relation[c] != TREE_CONJ)
            t->head[c] = be;
        because |= t->relation[c] == TREE_MARK && form_is(t, c, "because");
    }
    if (outer != NONE) {
        t->head[outer] = be;
        t->relation[outer] = TREE_NSUBJ;
    }
    t->head[be] = t->head[i];
    t->relation[be] = t->relation[i];
    t->head[i] = be;
    t->relation[i] = because ? TREE_ADVCL : TREE_CCOMP;
    link_children(t);
}

/* A verb has one subject: a second one behind the verb is an object. Of two objects the first
 * receives. */
static void mend_subjects(tree_parse *t, int16_t i)
{
    int16_t first = tree_child(t, i, TREE_NSUBJ), object = tree_child(t, i, TREE_OBJ);
    for (int16_t c = object == NONE ? object : t->next[object]; c != NONE; c = t->next[c])
        if (t->relation[c] == TREE_OBJ && object > i)
            t->relation[object] = TREE_IOBJ;
    if (first == NONE || first > i || !is_verb_tag(word_tag(t, i)))
        return;
    for (int16_t c = t->next[first]; c != NONE; c = t->next[c])
        if (t->relation[c] == TREE_NSUBJ && c > i) {
            t->relation[c] = has_child(t, i, TREE_OBJ) ? TREE_IOBJ : TREE_OBJ;
            return;
        }
}

static void mend_tree(tree_parse *t)
{
    for (int16_t i = 0; i < (int16_t)t->p.count; i++) {
        mend_subjects(t, i);
        mend_copula(t, i);
        mend_outer(t, i);
        mend_going(t, i);
        mend_calls_on(t, i);
        mend_adjective(t, i);
    }
}

/* ------------------------------------------------------------------------------------ stages */

static void *room(arena *a, size_t count, size_t bytes, bool *ok, chancery_error *error)
{
    void *piece = *ok ? arena_alloc(a, count, bytes, error) : NULL;
    *ok = piece != NULL;
    return piece;
}

static chancery_status prepare(tree_parse *t, arena *a, chancery_error *error)
{
    size_t n = t->p.count;
    chancery_status status = parse_prepare(&t->p, a, error);
    bool ok = true;
    if (status)
        return status;
    t->head = room(a, n, sizeof *t->head, &ok, error);
    t->relation = room(a, n, sizeof *t->relation, &ok, error);
    t->child = room(a, n, sizeof *t->child, &ok, error);
    t->next = room(a, n, sizeof *t->next, &ok, error);
    t->top = room(a, n, sizeof *t->top, &ok, error);
    t->lead = room(a, n, sizeof *t->lead, &ok, error);
    t->front = room(a, n, sizeof *t->front, &ok, error);
    t->predicate = room(a, n, sizeof *t->predicate, &ok, error);
    t->frame_of = room(a, n, sizeof *t->frame_of, &ok, error);
    return ok ? CHANCERY_OK : error ? error->status : CHANCERY_E_MEMORY;
}

chancery_status syntax_from_tree(const tree_input *in, arena *a, syntax_sentence *out,
                                 chancery_error *error)
{
    size_t count = in->count < SYNTAX_MAX_WORDS ? in->count : SYNTAX_MAX_WORDS;
    tree_parse t = {.p = {.text = in->text,
                          .tokens = in->tokens,
                          .words = in->words,
                          .count = count,
                          .title = in->title}};
    syntax_sentence s = {.tokens = in->tokens, .words = in->words, .word_count = in->count};
    chancery_status status = prepare(&t, a, error);
    if (status)
        return status;
    copy_tree(&t, in);
    mend_tree(&t);
    tree_find_predicates(&t);
    tree_find_phrases(&t);
    tree_join_phrases(&t);
    tree_find_frames(&t);
    tree_place_phrases(&t);
    status = finish_clauses(&t.p, a, &s, error);
    if (!status)
        status = spread_phrases(&t.p, in->count, a, &s, error);
    if (status)
        return status;
    s.phrases = t.p.phrases;
    s.phrase_count = t.p.phrase_count;
    *out = s;
    return CHANCERY_OK;
}
