/* What the judge's heads say. See judge.h.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * A word's label is a softmax over the kinds of event and "none". How well a word stands for a side
 * of what another tells is the product of two rows, as in the biaffine parser, and a bias. */
#include "syntax/judge.h"

#include <math.h>

#include "base/error.h"

enum { LEAST_TOLD = 200 }; /* ten-thousandths that a word tells something: below it is left out */

_Static_assert((int)NET_MAX_EVENTS <= (int)SYNTAX_EVENTS, "a word holds all labels");
_Static_assert((int)NET_ROLES == (int)SYNTAX_ROLES, "and all roles");

bool judge_is_there(const net *n)
{
    return n->config.event != 0;
}

static uint16_t ten_thousandths(double p)
{
    return (uint16_t)floor(p * SYNTAX_CERTAIN + 0.5);
}

/** Softmax of a word's labels. @return false where it tells nothing. */
static bool judge_event(const net *n, const float *score, syntax_judged *out)
{
    double sum = 0, power[NET_MAX_EVENTS] = {0};
    uint32_t count = n->config.event;
    float most = score[net_best(score, count)];
    for (uint32_t i = 0; i < count; i++)
        power[i] = exp((double)score[i] - (double)most);
    for (uint32_t i = 0; i < count; i++)
        sum += power[i];
    if (ten_thousandths(1 - power[0] / sum) < LEAST_TOLD)
        return false;
    for (uint32_t i = 0; i < count; i++)
        out->event[i] = ten_thousandths(power[i] / sum);
    return true;
}

static uint16_t judge_side(const net *n, const float *trigger, const float *side, uint32_t role)
{
    uint32_t width = n->config.role;
    float sum = 0;
    for (uint32_t i = 0; i < width; i++)
        sum += trigger[role * width + i] * side[role * width + i];
    double score = (double)sum / sqrt((double)width) + (double)n->judge.role_bias[role];
    return ten_thousandths(1 / (1 + exp(-score)));
}

/** The trigger's columns as 8-bit integers, as the examples have theirs. */
static chancery_status judge_like(const net *n, const float *trigger, arena *a, syntax_judged *out,
                                  chancery_error *error)
{
    uint32_t count = NET_ROLES * n->config.role;
    float most = 1e-12F;
    int8_t *like = arena_alloc(a, count, sizeof *like, error);
    if (!like)
        return error->status;
    for (uint32_t i = 0; i < count; i++)
        most = fmaxf(most, fabsf(trigger[i]));
    for (uint32_t i = 0; i < count; i++)
        like[i] = (int8_t)lrintf(trigger[i] / most * 127.0F);
    out->like = like;
    out->like_count = count;
    return CHANCERY_OK;
}

static chancery_status judge_sides(const net *n, const float *columns, size_t word, size_t count,
                                   arena *a, syntax_judged *out, chancery_error *error)
{
    const net_judge_columns *at = &n->judge.columns;
    const float *trigger = columns + word * at->count + at->trigger;
    for (uint32_t role = 0; role < NET_ROLES; role++) {
        uint16_t *side = arena_alloc(a, count, sizeof *side, error);
        if (!side)
            return error->status;
        for (size_t i = 0; i < count; i++)
            side[i] = judge_side(n, trigger, columns + i * at->count + at->side, role);
        out->side[role] = side;
    }
    return judge_like(n, trigger, a, out, error);
}

chancery_status judge_words(const net *n, const net_scores *scores, size_t first, size_t count,
                            arena *a, syntax_judgements *out, chancery_error *error)
{
    chancery_error own = {0};
    chancery_error *e = error ? error : &own;
    const net_judge_columns *at = &n->judge.columns;
    for (size_t i = 0; judge_is_there(n) && i < count; i++) {
        const float *row = scores->judge + i * at->count;
        syntax_judged judged = {.first = (uint16_t)first, .count = (uint16_t)count};
        if (first + i >= SYNTAX_MAX_WORDS || !judge_event(n, row + at->event, &judged))
            continue;
        judged.word = (uint16_t)(first + i);
        judged.status = (uint8_t)net_best(row + at->status, n->config.status);
        chancery_status status = judge_sides(n, scores->judge, i, count, a, &judged, e);
        syntax_judged *place = status ? NULL : array_push(out, a, e);
        if (!place)
            return e->status;
        *place = judged;
    }
    return CHANCERY_OK;
}

/** The cosine of two rows, but for the length of the first. */
static double likeness(const int8_t *a, const int8_t *b, uint32_t count)
{
    int32_t product = 0, square = 1;
    for (uint32_t i = 0; i < count; i++) {
        product += a[i] * b[i];
        square += b[i] * b[i];
    }
    return product / sqrt((double)square);
}

size_t judge_nearest(const net *n, const syntax_judged *judged, size_t label, uint32_t *out,
                     size_t most)
{
    enum { MOST = 8 };
    const net_examples *e = &n->examples;
    double best[MOST];
    size_t count = 0;
    most = most < MOST ? most : MOST;
    for (uint32_t i = 0; most && judged->like && i < e->count; i++) {
        if (e->label[i] != label)
            continue;
        double like =
            likeness(judged->like, e->vector + (size_t)i * judged->like_count, judged->like_count);
        if (count == most && like <= best[count - 1])
            continue;
        size_t at = count < most ? count++ : count - 1;
        for (; at > 0 && best[at - 1] < like; at--) {
            best[at] = best[at - 1];
            out[at] = out[at - 1];
        }
        best[at] = like;
        out[at] = i;
    }
    return count;
}
