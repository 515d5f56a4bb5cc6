/* A tree becomes phrases and clauses, one stage after the other.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * The tree is copied and made sound first, then mended, then read. */
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
            return word_tag(t, i) == SYNTAX_VBG ? (int16_t)NONE : c; /* "to achieving" */
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

void tree_link_children(tree_parse *t)
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
    tree_link_children(t);
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
    tree_mend_slips(&t);
    tree_mend(&t);
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
