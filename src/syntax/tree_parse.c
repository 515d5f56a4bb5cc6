/* Trees of many sentences. See tree_parse.h.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * Each sentence becomes one window, or several where it has more pieces than the network takes. The
 * windows of a group of sentences are sorted by length and encoded in batches; each is decoded to
 * where its words belong, and at last the windows of a sentence are joined.
 *
 * Words are cut into pieces twice, once to count and once to encode: that takes a hundredth of the
 * encoder's time, and memory for pieces is needed for one batch only. */
#include "syntax/tree_parse.h"

#include <stdlib.h>

#include "base/array.h"
#include "base/error.h"
#include "base/memory.h"
#include "syntax/decode.h"
#include "syntax/judge.h"
#include "syntax/tree.h"
#include "syntax/wordpiece.h"

enum {
    EDGE_PIECES = 2,    /* [CLS] and [SEP] */
    GROUP_WORDS = 8192, /* of the sentences whose windows are sorted together */
    BATCH_PIECES = 512, /* encoded together, or one window */
    BATCH_WINDOWS = 64,
    KEPT_BYTES = 32 << 20,
};

_Static_assert((int)NET_MAX_PIECES <= (int)TREE_MAX_WORDS, "a tree takes the words of any window");

struct syntax_parser {
    const net *net;
    net_scratch *scratch;
    arena work; /* of a group: its windows */
    arena step; /* of a batch */
};

/* Words [first, end) of a sentence. */
typedef struct window {
    size_t sentence, first, end, pieces;
} window;

typedef ARRAY(window) windows;

chancery_status syntax_parser_new(const net *n, syntax_parser **out, chancery_error *error)
{
    syntax_parser *p = memory_alloc(1, sizeof *p);
    net_scratch *scratch = p ? net_scratch_new() : NULL;
    if (!scratch) {
        memory_free(p);
        return error_set(error, CHANCERY_E_MEMORY, "no memory for a parser");
    }
    p->net = n;
    p->scratch = scratch;
    arena_init(&p->work, SIZE_MAX / 4);
    arena_init(&p->step, SIZE_MAX / 4);
    *out = p;
    return CHANCERY_OK;
}

void syntax_parser_free(syntax_parser *parser)
{
    if (!parser)
        return;
    net_scratch_free(parser->scratch);
    arena_clear(&parser->work);
    arena_clear(&parser->step);
    memory_free(parser);
}

static void reset(arena *a)
{
    if (a->reserved_bytes > KEPT_BYTES)
        arena_clear(a);
    else
        arena_reset(a);
}

/* --- windows --- */

static bool joins_clauses(slice form)
{
    static const char *const words[] = {"and",   "but", "or",      "nor",      "so", "yet", "while",
                                        "which", "who", "because", "although", "as", "if",  "when"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (slice_equal_ascii_fold(form, slice_of(words[i])))
            return true;
    return false;
}

/* How well a sentence is cut behind a word: 3 at a semicolon, 0 inside of a clause. */
static int cut_quality(const syntax_forms *s, size_t word)
{
    if (slice_is(s->form[word], ";"))
        return 3;
    if (!slice_is(s->form[word], ","))
        return 0;
    return word + 1 < s->count && joins_clauses(s->form[word + 1]) ? 2 : 1;
}

/* The end of the window that begins at `first`: the best place to cut that leaves it between half
 * of an even share of what is left and the most that fits, nearest to that share. */
static size_t cut_window(const syntax_forms *s, const uint8_t *pieces, size_t first, size_t left,
                         size_t most, size_t *used)
{
    size_t share = left / ((left + most - 1) / most), sum = 0, best = first + 1, nearest = 0;
    int quality = -1;
    *used = pieces[first];
    for (size_t i = first; i < s->count && sum + pieces[i] <= most; i++) {
        sum += pieces[i];
        size_t distance = sum > share ? sum - share : share - sum;
        int here = cut_quality(s, i);
        if (sum < share / 2 || here < quality || (here == quality && distance >= nearest))
            continue;
        quality = here;
        nearest = distance;
        best = i + 1;
        *used = sum;
    }
    return best;
}

static chancery_status add_window(windows *all, window w, arena *work, chancery_error *error)
{
    window *place = array_push(all, work, error);
    if (!place)
        return error->status;
    *place = w;
    return CHANCERY_OK;
}

static chancery_status cut_sentence(syntax_parser *p, const syntax_forms *s, size_t index,
                                    windows *all, chancery_error *error)
{
    size_t most = p->net->config.positions - EDGE_PIECES, left = 0, first = 0;
    uint8_t *pieces = arena_alloc(&p->work, s->count, 1, error);
    if (!pieces)
        return error->status;
    for (size_t i = 0; i < s->count; i++) {
        wordpieces w;
        wordpiece_cut(p->net, s->form[i], &w);
        pieces[i] = (uint8_t)(w.count < most ? w.count : most);
        left += pieces[i];
    }
    while (left > most) {
        size_t used = 0;
        size_t end = cut_window(s, pieces, first, left, most, &used);
        chancery_status status =
            add_window(all, (window){index, first, end, used}, &p->work, error);
        if (status)
            return status;
        first = end;
        left -= used;
    }
    return add_window(all, (window){index, first, s->count, left}, &p->work, error);
}

/* Longest first; of one length in the order of the text. */
static int compare_windows(const void *a, const void *b)
{
    const window *x = a, *y = b;
    if (x->pieces != y->pieces)
        return x->pieces < y->pieces ? 1 : -1;
    if (x->sentence != y->sentence)
        return x->sentence < y->sentence ? -1 : 1;
    return (x->first > y->first) - (x->first < y->first);
}

/* --- batches --- */

static chancery_status fill_pieces(syntax_parser *p, const syntax_forms *s, const window *w,
                                   net_pieces *out, chancery_error *error)
{
    size_t most = p->net->config.positions - EDGE_PIECES, words = w->end - w->first, at = 0;
    uint32_t *piece = arena_alloc(&p->step, w->pieces, sizeof *piece, error);
    uint8_t *row = arena_alloc(&p->step, w->pieces, sizeof *row, error);
    uint16_t *first = arena_alloc(&p->step, words, sizeof *first, error);
    uint16_t *last = arena_alloc(&p->step, words, sizeof *last, error);
    if (!piece || !row || !first || !last)
        return error->status;
    for (size_t i = 0; i < words; i++) {
        wordpieces cut;
        wordpiece_cut(p->net, s->form[w->first + i], &cut);
        size_t count = cut.count < most ? cut.count : most;
        memcpy(piece + at, cut.piece, count * sizeof *piece);
        memcpy(row + at, cut.row, count);
        first[i] = (uint16_t)at;
        at += count;
        last[i] = (uint16_t)(at - 1);
    }
    *out = (net_pieces){piece, row, first, last, w->pieces, words};
    return CHANCERY_OK;
}

static size_t batch_size(const windows *all, size_t from)
{
    size_t count = 0, pieces = 0;
    while (from + count < all->count && count < BATCH_WINDOWS) {
        pieces += all->items[from + count].pieces + EDGE_PIECES;
        if (count > 0 && pieces > BATCH_PIECES)
            break;
        count++;
    }
    return count;
}

static chancery_status parse_batch(syntax_parser *p, const syntax_forms *forms, const window *batch,
                                   size_t count, arena *a, syntax_node **words, syntax_tree *trees,
                                   chancery_error *error)
{
    net_pieces pieces[BATCH_WINDOWS];
    net_scores scores[BATCH_WINDOWS];
    chancery_status status = CHANCERY_OK;
    reset(&p->step);
    for (size_t i = 0; !status && i < count; i++)
        status = fill_pieces(p, &forms[batch[i].sentence], &batch[i], &pieces[i], error);
    if (!status)
        status = net_encode(p->net, pieces, count, p->scratch, scores, error);
    for (size_t i = 0; !status && i < count; i++) {
        const window *w = &batch[i];
        status =
            decode_words(p->net, forms[w->sentence].form + w->first, w->end - w->first, &scores[i],
                         p->scratch, &p->step, a, words[w->sentence] + w->first, error);
        if (!status)
            status = judge_words(p->net, &scores[i], w->first, w->end - w->first, a,
                                 &trees[w->sentence].judged, error);
    }
    return status;
}

/* --- sentences --- */

/* Numbers the heads of a window that begins at `first` anew, and hangs its root on the first
 * window's. */
static void join_window(syntax_node *words, const window *w, int32_t root)
{
    for (size_t i = w->first; i < w->end; i++)
        if (words[i].head >= 0) {
            words[i].head += (int32_t)w->first;
        } else {
            words[i].head = root;
            words[i].deprel = SLICE("parataxis");
        }
}

static int32_t root_of(const syntax_node *words)
{
    int32_t root = 0;
    while (words[root].head >= 0)
        root++;
    return root;
}

static int compare_judged(const void *a, const void *b)
{
    const syntax_judged *x = a, *y = b;
    return (x->word > y->word) - (x->word < y->word);
}

static void join(const windows *all, syntax_node **words, syntax_tree *out)
{
    for (size_t i = 0; i < all->count; i++) {
        const window *w = &all->items[i];
        out[w->sentence].windows++;
        if (w->first == 0)
            continue;
        syntax_judgements *judged = &out[w->sentence].judged;
        join_window(words[w->sentence], w, root_of(words[w->sentence]));
        if (judged->count)
            qsort(judged->items, judged->count, sizeof *judged->items, compare_judged);
    }
}

/* Parses sentences whose windows are sorted together. */
static chancery_status parse_group(syntax_parser *p, const syntax_forms *forms, size_t count,
                                   arena *a, syntax_tree *out, chancery_error *error)
{
    windows all = {0};
    chancery_status status = CHANCERY_OK;
    reset(&p->work);
    syntax_node **words = arena_alloc(&p->work, count, sizeof *words, error);
    if (!words)
        return error->status;
    for (size_t i = 0; !status && i < count; i++) {
        words[i] = arena_alloc(a, forms[i].count, sizeof **words, error);
        if (!words[i])
            return error->status;
        out[i] = (syntax_tree){.words = words[i], .word_count = forms[i].count};
        status = cut_sentence(p, &forms[i], i, &all, error);
    }
    if (status || all.count == 0)
        return status;
    qsort(all.items, all.count, sizeof *all.items, compare_windows);
    for (size_t i = 0; !status && i < all.count;) {
        size_t batch = batch_size(&all, i);
        status = parse_batch(p, forms, all.items + i, batch, a, words, out, error);
        i += batch;
    }
    if (!status)
        join(&all, words, out);
    return status;
}

chancery_status syntax_parse_trees(syntax_parser *parser, const syntax_forms *forms, size_t count,
                                   arena *a, syntax_tree *out, chancery_error *error)
{
    chancery_error own = {0}; /* the failures inside are told by what it holds */
    chancery_status status = CHANCERY_OK;
    for (size_t i = 0; !status && i < count;) {
        size_t group = 0, words = 0;
        for (; i + group < count && (group == 0 || words + forms[i + group].count <= GROUP_WORDS);
             group++) {
            words += forms[i + group].count;
            if (forms[i + group].count > INT32_MAX)
                return error_set(error, CHANCERY_E_LIMIT,
                                 "a sentence has too many words; split it");
        }
        status = parse_group(parser, forms + i, group, a, out + i, error ? error : &own);
        i += group;
    }
    return status;
}
