/* From scores to words. See decode.h.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * Tags, features and lemmas are the best label each; names the best sequence that is well-formed;
 * heads the highest tree (tree.c), and relations the best label of each of its arcs. Of equal
 * scores the first label wins. */
#include "syntax/decode.h"

#include <utf8proc.h>

#include "base/error.h"
#include "syntax/tree.h"

/* --- lemmas --- */

typedef struct edit {
    char letter; /* K kept, L lower-cased, T title-cased */
    size_t cut;  /* code points */
    slice added;
} edit;

static edit read_script(slice script)
{
    edit e = {.letter = script.ptr[0]};
    size_t at = 1;
    for (; script.ptr[at] != ':'; at++)
        e.cut = 10 * e.cut + (size_t)(script.ptr[at] - '0');
    e.added = slice_range(script, at + 1, script.len);
    return e;
}

/* The form without its last code points; the whole where nothing would be left of the lemma. */
static slice cut_form(slice form, edit *e)
{
    size_t end = form.len;
    size_t left = e->cut;
    for (; left > 0 && end > 0; left--)
        do
            end--;
        while (end > 0 && ((unsigned char)form.ptr[end] & 0xc0) == 0x80);
    if (left == 0 && end + e->added.len > 0)
        return slice_range(form, 0, end);
    e->added.len = 0;
    return form;
}

static bool is_kept(slice form, char letter)
{
    bool kept = true;
    if (letter == 'K')
        return true;
    for (size_t i = 0; kept && i < form.len; i++)
        kept = letter == 'L' && (unsigned char)form.ptr[i] < 0x80 &&
               !(form.ptr[i] >= 'A' && form.ptr[i] <= 'Z');
    return kept;
}

/* Writes the form in the case that the script asks for. A code point takes 2 bytes more than it
 * had at the most. @return bytes written. */
static size_t write_cased(slice form, char letter, char *out)
{
    size_t bytes = 0;
    for (size_t at = 0; at < form.len;) {
        utf8proc_int32_t code;
        utf8proc_ssize_t length = utf8proc_iterate((const utf8proc_uint8_t *)form.ptr + at,
                                                   (utf8proc_ssize_t)(form.len - at), &code);
        if (length <= 0) {
            out[bytes++] = form.ptr[at++];
            continue;
        }
        code = letter == 'T' && at == 0 ? utf8proc_toupper(code) : utf8proc_tolower(code);
        bytes += (size_t)utf8proc_encode_char(code, (utf8proc_uint8_t *)out + bytes);
        at += (size_t)length;
    }
    return bytes;
}

chancery_status decode_lemma(slice form, slice script, arena *a, slice *out, chancery_error *error)
{
    chancery_error own = {0};
    chancery_error *e = error ? error : &own;
    if (script.ptr[0] == '=') {
        *out = slice_range(script, 1, script.len);
        return CHANCERY_OK;
    }
    edit how = read_script(script);
    slice kept = cut_form(form, &how);
    if (how.added.len == 0 && is_kept(kept, how.letter)) {
        *out = kept;
        return CHANCERY_OK;
    }
    char *bytes = arena_alloc(a, 3 * kept.len + how.added.len, 1, e);
    if (!bytes)
        return e->status;
    size_t len = kept.len;
    if (how.letter == 'K')
        memcpy(bytes, kept.ptr, kept.len);
    else
        len = write_cased(kept, how.letter, bytes);
    memcpy(bytes + len, how.added.ptr, how.added.len);
    *out = (slice){bytes, len + how.added.len};
    return CHANCERY_OK;
}

/* --- names --- */

/* The best label before each kind of "I-", and before all others. */
typedef struct name_step {
    uint8_t any;
    uint8_t of_kind[NET_MAX_NAME_LABELS + 1];
} name_step;

static void best_before(const net *n, const float *sum, name_step *out)
{
    bool known[NET_MAX_NAME_LABELS + 1] = {false};
    out->any = 0;
    for (uint32_t i = 0; i < n->config.ner; i++) {
        uint8_t kind = n->name_label[i].kind;
        if (sum[i] > sum[out->any])
            out->any = (uint8_t)i;
        if (!known[kind] || sum[i] > sum[out->of_kind[kind]])
            out->of_kind[kind] = (uint8_t)i;
        known[kind] = true;
    }
}

chancery_status decode_names(const net *n, const float *score, size_t stride, size_t count,
                             arena *work, uint8_t *label, chancery_error *error)
{
    enum { FORBIDDEN = -1000000000 };
    uint32_t labels = n->config.ner;
    float sum[NET_MAX_NAME_LABELS], next[NET_MAX_NAME_LABELS];
    uint8_t *from = arena_alloc(work, count * labels, 1, error); /* [count][labels] */
    if (!from)
        return error ? error->status : CHANCERY_E_MEMORY;
    for (uint32_t i = 0; i < labels; i++)
        sum[i] = score[i] + (n->name_label[i].inside ? (float)FORBIDDEN : 0);
    for (size_t t = 1; t < count; t++) {
        name_step before;
        best_before(n, sum, &before);
        for (uint32_t i = 0; i < labels; i++) {
            net_name_label l = n->name_label[i];
            uint8_t best = l.inside ? before.of_kind[l.kind] : before.any;
            next[i] = sum[best] + score[t * stride + i];
            from[t * labels + i] = best;
        }
        memcpy(sum, next, sizeof sum);
    }
    uint32_t at = net_best(sum, labels);
    for (size_t t = count; t-- > 0;) {
        label[t] = (uint8_t)at;
        at = from[t * labels + at];
    }
    return CHANCERY_OK;
}

/* --- trees --- */

static void set_tags(const net *n, const float *column, syntax_node *word)
{
    const net_columns *at = &n->columns;
    const net_config *c = &n->config;
    word->upos = n->labels[NET_UPOS][net_best(column + at->upos, c->upos)];
    word->xpos = n->labels[NET_XPOS][net_best(column + at->xpos, c->xpos)];
    word->feats = n->labels[NET_FEATS][net_best(column + at->feats, c->feats)];
}

/* The best label but for "root". */
static uint32_t best_relation(const net *n, const float *score)
{
    uint32_t best = n->root_label == 0 ? 1 : 0;
    for (uint32_t i = best + 1; i < n->config.deprel; i++)
        if (i != n->root_label && score[i] > score[best])
            best = i;
    return best;
}

static chancery_status set_arcs(const net *n, size_t count, const net_scores *scores,
                                net_scratch *scratch, arena *work, syntax_node *out,
                                chancery_error *error)
{
    size_t stride = net_padded(n->config.deprel);
    uint16_t *head = arena_alloc(work, count, sizeof *head, error);
    float *label = arena_alloc(work, count * stride, sizeof *label, error);
    if (!head || !label)
        return error->status;
    chancery_status status = tree_highest(scores->arc, count, work, head, error);
    if (status)
        return status;
    net_labels(n, scores->column, head, count, scratch, label);
    for (size_t i = 0; i < count; i++) {
        uint32_t relation = head[i] ? best_relation(n, label + i * stride) : n->root_label;
        out[i].head = (int32_t)head[i] - 1;
        out[i].deprel = n->labels[NET_DEPREL][relation];
    }
    return CHANCERY_OK;
}

static chancery_status set_words(const net *n, const slice *forms, size_t count,
                                 const net_scores *scores, net_scratch *scratch, arena *work,
                                 arena *a, syntax_node *out, chancery_error *error)
{
    const float *first = scores->column + n->columns.count; /* behind the root's row */
    uint8_t *name = arena_alloc(work, count, sizeof *name, error);
    if (!name)
        return error->status;
    chancery_status status =
        decode_names(n, first + n->columns.ner, n->columns.count, count, work, name, error);
    if (!status)
        status = set_arcs(n, count, scores, scratch, work, out, error);
    for (size_t i = 0; !status && i < count; i++) {
        const float *column = first + i * n->columns.count;
        uint32_t script = net_best(column + n->columns.lemma, n->config.lemma);
        set_tags(n, column, &out[i]);
        out[i].name = n->labels[NET_NER][name[i]];
        status = decode_lemma(forms[i], n->labels[NET_LEMMA][script], a, &out[i].lemma, error);
    }
    return status;
}

chancery_status decode_words(const net *n, const slice *forms, size_t count,
                             const net_scores *scores, net_scratch *scratch, arena *work, arena *a,
                             syntax_node *out, chancery_error *error)
{
    chancery_error own = {0}; /* the failures inside are told by what it holds */
    return set_words(n, forms, count, scores, scratch, work, a, out, error ? error : &own);
}
