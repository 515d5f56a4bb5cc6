/* The highest tree (Chu and Liu 1965; Edmonds 1967). See tree.h.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * Mostly every word's best head gives a tree already, and then it is the highest. Otherwise: that
 * only one word may hang on the root is the same as an arc from the root being worse than any
 * number of others (Zmigrod et al. 2020). So the root is left out until all words are contracted
 * into one: each word, or contraction of words, has a best head; as long as there are two of them,
 * there is a circle of best heads, which becomes one contraction, its arcs from outside worth what
 * they gain over the arc of the circle that they would replace. Then the root's best arc goes in
 * and the contractions are undone from the last to the first: the arc that goes in says which arc
 * of the circle goes out. O(n^2); Tarjan (1977) has it for dense graphs. Nothing recurses.
 *
 *     slot   0..count-1: a word, or the contraction that has taken its place
 *     node   0..count-1: words; then the contractions, in the order in which they are made */
#include "syntax/tree.h"

#include <assert.h>

#include "base/error.h"

enum { NONE = UINT16_MAX };

#define LOWEST_SCORE -1e30f

/* An arc between slots, and the words that it means. */
typedef struct arc {
    double score;
    uint16_t head, word; /* rows: a head of 0 is the root */
} arc;

typedef struct graph {
    size_t count;
    arc *arcs;        /* [count][count + 1]: into slot, from slot + 1 or the root */
    uint16_t *best;   /* [count] slot of its best head */
    uint16_t *node;   /* [count] what stands in a slot */
    uint16_t *parent; /* [2 * count] the contraction that a node went into, or NONE */
    arc *into;        /* [2 * count] the arc into a node, once it is contracted */
    uint8_t *active;  /* [count] */
    uint16_t *seen;   /* [count] in which walk */
    size_t nodes;
} graph;

static float score_at(const float *score, size_t count, size_t word, size_t row)
{
    float value = score[word * (count + 1) + row];
    return value > LOWEST_SCORE ? value : LOWEST_SCORE;
}

static void take_best_heads(const float *score, size_t count, uint16_t *head)
{
    for (size_t i = 0; i < count; i++) {
        size_t best = 0;
        for (size_t j = 1; j <= count; j++)
            if (j != i + 1 && score_at(score, count, i, j) > score_at(score, count, i, best))
                best = j;
        head[i] = (uint16_t)best;
    }
}

bool tree_is_one(const uint16_t *head, size_t count)
{
    size_t roots = 0;
    uint8_t sound[TREE_MAX_WORDS] = {0}; /* 1 on the way, 2 leads to the root */
    for (size_t i = 0; i < count; i++) {
        if (head[i] > count)
            return false;
        roots += head[i] == 0;
    }
    for (size_t i = 0; i < count; i++) {
        size_t at = i;
        while (!sound[at]) {
            sound[at] = 1;
            if (head[at] == 0)
                break;
            at = head[at] - 1u;
        }
        if (head[at] != 0 && sound[at] == 1)
            return false;
        for (at = i; sound[at] == 1; at = head[at] - 1u) {
            sound[at] = 2;
            if (head[at] == 0)
                break;
        }
    }
    return roots == 1;
}

static arc *arc_into(const graph *g, size_t slot, size_t from_row)
{
    return &g->arcs[slot * (g->count + 1) + from_row];
}

static void find_best(graph *g, size_t slot)
{
    size_t best = NONE;
    for (size_t from = 0; from < g->count; from++)
        if (from != slot && g->active[from] &&
            (best == NONE ||
             arc_into(g, slot, from + 1)->score > arc_into(g, slot, best + 1)->score))
            best = from;
    g->best[slot] = (uint16_t)best;
}

static bool make_graph(graph *g, const float *score, size_t count, arena *work,
                       chancery_error *error)
{
    *g = (graph){.count = count, .nodes = count};
    if (!(g->arcs = arena_alloc(work, count * (count + 1), sizeof *g->arcs, error)) ||
        !(g->best = arena_alloc(work, count, sizeof *g->best, error)) ||
        !(g->node = arena_alloc(work, count, sizeof *g->node, error)) ||
        !(g->parent = arena_alloc(work, 2 * count, sizeof *g->parent, error)) ||
        !(g->into = arena_alloc(work, 2 * count, sizeof *g->into, error)) ||
        !(g->active = arena_alloc(work, count, sizeof *g->active, error)) ||
        !(g->seen = arena_alloc(work, count, sizeof *g->seen, error)))
        return false;
    memset(g->active, 1, count);
    for (size_t i = 0; i < 2 * count; i++)
        g->parent[i] = NONE;
    for (size_t i = 0; i < count; i++) {
        g->node[i] = (uint16_t)i;
        for (size_t j = 0; j <= count; j++)
            *arc_into(g, i, j) =
                (arc){(double)score_at(score, count, i, j), (uint16_t)j, (uint16_t)i};
        find_best(g, i);
    }
    return true;
}

/* A slot on a circle of best heads, found by walking from `start`. `walk` numbers the walks. */
static size_t find_circle(graph *g, size_t start, uint16_t walk)
{
    size_t at = start;
    for (; g->seen[at] != walk; at = g->best[at])
        g->seen[at] = walk;
    return at;
}

static void keep_better(arc *kept, const arc *other, double score)
{
    if (score > kept->score) {
        *kept = *other;
        kept->score = score;
    }
}

/* Makes the circle through `slot` one contraction, which takes the slot's place. */
static void contract(graph *g, size_t slot)
{
    uint16_t made = (uint16_t)g->nodes++;
    double own = arc_into(g, slot, g->best[slot] + 1u)->score;
    for (size_t at = g->best[slot];; at = g->best[at]) {
        g->into[g->node[at]] = *arc_into(g, at, g->best[at] + 1u);
        g->parent[g->node[at]] = made;
        if (at == slot)
            break;
        g->active[at] = 0;
    }
    for (size_t row = 0; row <= g->count; row++)
        arc_into(g, slot, row)->score -= own;
    for (size_t at = g->best[slot]; at != slot; at = g->best[at]) {
        double lost = arc_into(g, at, g->best[at] + 1u)->score;
        for (size_t row = 0; row <= g->count; row++)
            keep_better(arc_into(g, slot, row), arc_into(g, at, row),
                        arc_into(g, at, row)->score - lost);
        for (size_t out = 0; out < g->count; out++)
            keep_better(arc_into(g, out, slot + 1), arc_into(g, out, at + 1),
                        arc_into(g, out, at + 1)->score);
    }
    g->node[slot] = made;
    find_best(g, slot);
    for (size_t out = 0; out < g->count; out++)
        if (g->active[out] && out != slot && !g->active[g->best[out]])
            g->best[out] = (uint16_t)slot;
}

/* The member of a contraction that holds a word. */
static size_t member_with(const graph *g, size_t contraction, size_t word)
{
    size_t node = word;
    while (g->parent[node] != contraction)
        node = g->parent[node];
    return node;
}

chancery_status tree_highest(const float *score, size_t count, arena *work, uint16_t *head,
                             chancery_error *error)
{
    assert(count >= 1 && count <= TREE_MAX_WORDS);
    take_best_heads(score, count, head);
    if (tree_is_one(head, count))
        return CHANCERY_OK;
    graph g;
    chancery_error own = {0};
    chancery_error *e = error ? error : &own;
    if (!make_graph(&g, score, count, work, e))
        return e->status;
    size_t slot = 0;
    for (uint16_t walk = 1; g.best[slot] != NONE; walk++) {
        slot = find_circle(&g, slot, walk);
        contract(&g, slot);
    }
    g.into[g.node[slot]] = *arc_into(&g, slot, 0);
    for (size_t node = g.nodes; node-- > count;)
        g.into[member_with(&g, node, g.into[node].word)] = g.into[node];
    for (size_t i = 0; i < count; i++)
        head[i] = g.into[i].head;
    return CHANCERY_OK;
}
