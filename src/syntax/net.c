/* The network's file: opening, and checking all that is in it.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * Container kind "SYNT"; the weights are used where they lie. What else is checked here than
 * places and sizes: numbers are finite and small, so that no computation leaves the range of its
 * type (a float past what fits an integer, a sum past 32 bits), and labels are such as the output
 * can hold. Whether a network is any good can't be told.
 *
 *     config    u32[24]  net_config
 *     vocab upos xpos feats lemma ner deprel   bytes: labels, each ended by a line end
 *     event status                   likewise; only with a judge
 *     name      bytes    name and edition, one line
 *     wordq     i8 [vocabulary][hidden], wordsc f32 [vocabulary]
 *     weights   i8: the matrices of the layers, then heads, arc, label, the judge's
 *     scales biases f32, sums i32: per output, in the same order
 *     examvec exlabel examples   i8, u8, lines: net_examples; only where there are some
 *     floats    f32: position, case rows, norms, arc bias, the judge's norms and biases */
#include "syntax/net.h"

#include <math.h>

#include "base/error.h"
#include "base/hash.h"
#include "base/memory.h"
#include "syntax/wordpiece.h"
#include "text/text.h"

enum {
    NET_VERSION = 1,
    CONFIG_COUNT = sizeof(net_config) / sizeof(uint32_t),
    BLOCK = 16,
    LARGEST_WEIGHT = 127,
    LARGEST_ACTIVATION = 128, /* as an encoder that shifts activations to unsigned sees them */
    SCRIPT_DIGITS = 4,
    CHECKSUM_DIGITS = 8,
};

#define LARGEST_FLOAT 1e4f

/* What is left of a section while it is given out. */
typedef struct supply {
    const int8_t *weight;
    const float *scale, *bias, *number;
    const int32_t *sum;
    size_t weights, scales, biases, sums, numbers;
} supply;

static chancery_status bad(chancery_error *error, const char *what)
{
    return error_set(error, CHANCERY_E_FORMAT, "the parser's network %s; get or make the file anew",
                     what);
}

static bool is_width(uint32_t value, uint32_t most)
{
    return value >= BLOCK && value <= most && value % BLOCK == 0;
}

static bool sizes_sound(const net_config *c)
{
    return c->layers >= 1 && c->layers <= NET_MAX_LAYERS && is_width(c->hidden, NET_MAX_HIDDEN) &&
           c->heads >= 1 && c->heads <= c->hidden && c->hidden % c->heads == 0 &&
           c->hidden / c->heads % BLOCK == 0 && is_width(c->inner, NET_MAX_INNER) &&
           c->positions >= 3 && c->positions <= NET_MAX_PIECES && c->vocabulary >= 3 &&
           c->vocabulary <= NET_MAX_VOCABULARY && c->case_rows == NET_CASE_ROWS &&
           is_width(c->arc, NET_MAX_WIDTH) && is_width(c->rel, NET_MAX_WIDTH);
}

static bool is_label_count(uint32_t count)
{
    return count >= 1 && count <= NET_MAX_LABELS;
}

static bool judge_sound(const net_config *c)
{
    return c->event >= 2 && c->event <= NET_MAX_EVENTS && c->status <= NET_MAX_STATUSES &&
           is_width(c->role, NET_MAX_WIDTH / NET_ROLES) && is_width(c->judge, NET_MAX_WIDTH) &&
           c->judge % NET_JUDGE_HEAD == 0 && c->layers % (NET_TAPS - 1) == 0 &&
           c->examples <= NET_MAX_EXAMPLES;
}

static chancery_status check_config(const net_config *c, chancery_error *error)
{
    if (c->tokeniser != WORDPIECE_VERSION)
        return error_set(error, CHANCERY_E_VERSION,
                         "the parser's network was made for tokeniser %u, this program has %u; "
                         "take a network and a program of one edition",
                         c->tokeniser, WORDPIECE_VERSION);
    bool judge = c->event != 0;
    if (!sizes_sound(c))
        return bad(error, "has a size that none can have");
    if (!is_label_count(c->upos) || !is_label_count(c->xpos) || !is_label_count(c->feats) ||
        !is_label_count(c->lemma) || !is_label_count(c->ner) || !is_label_count(c->deprel) ||
        c->ner > NET_MAX_NAME_LABELS || c->deprel < 2)
        return bad(error, "has too few labels or too many");
    bool heads = c->status != 0 && c->role != 0 && c->judge != 0;
    bool none = c->status == 0 && c->role == 0 && c->judge == 0 && c->examples == 0;
    if (judge ? !heads || !judge_sound(c) : !none)
        return bad(error, "has a judge of sizes that none can have");
    if (c->cls >= c->vocabulary || c->sep >= c->vocabulary || c->unknown >= c->vocabulary)
        return bad(error, "names pieces that its vocabulary doesn't have");
    return CHANCERY_OK;
}

static void set_columns(net *n)
{
    const net_config *c = &n->config;
    net_columns *at = &n->columns;
    at->upos = 0;
    at->xpos = at->upos + net_padded(c->upos);
    at->feats = at->xpos + net_padded(c->xpos);
    at->lemma = at->feats + net_padded(c->feats);
    at->ner = at->lemma + net_padded(c->lemma);
    at->arc_dependent = at->ner + net_padded(c->ner);
    at->arc_head = at->arc_dependent + c->arc;
    at->rel_dependent = at->arc_head + c->arc;
    at->rel_head = at->rel_dependent + c->rel;
    at->count = at->rel_head + c->rel;
    net_judge_columns *judge = &n->judge.columns;
    judge->event = 0;
    judge->status = net_padded(c->event);
    judge->trigger = judge->status + net_padded(c->status);
    judge->side = judge->trigger + NET_ROLES * c->role;
    judge->count = judge->side + NET_ROLES * c->role;
}

/* --- labels --- */

typedef struct label_set {
    const char *section;
    net_set set;
    uint32_t count;
} label_set;

static void list_sets(const net_config *c, label_set out[NET_NAMES])
{
    const label_set sets[NET_NAMES] = {
        {"upos", NET_UPOS, c->upos},
        {"xpos", NET_XPOS, c->xpos},
        {"feats", NET_FEATS, c->feats},
        {"lemma", NET_LEMMA, c->lemma},
        {"ner", NET_NER, c->ner},
        {"deprel", NET_DEPREL, c->deprel},
        {"vocab", NET_VOCAB, c->vocabulary},
        {"event", NET_EVENT, c->event},
        {"status", NET_STATUS, c->status},
    };
    memcpy(out, sets, sizeof sets);
}

static bool script_sound(slice s)
{
    size_t at = 1;
    if (s.ptr[0] == '=')
        return s.len > 1;
    if (s.ptr[0] != 'K' && s.ptr[0] != 'L' && s.ptr[0] != 'T')
        return false;
    while (at < s.len && s.ptr[at] >= '0' && s.ptr[at] <= '9')
        at++;
    return at > 1 && at <= 1 + SCRIPT_DIGITS && at < s.len && s.ptr[at] == ':';
}

/* Labels are columns of CoNLL-U. A lemma may have a space, as words may. */
static bool label_sound(slice s, net_set set)
{
    unsigned char least = set == NET_LEMMA ? ' ' : ' ' + 1;
    if (s.len == 0)
        return false;
    for (size_t i = 0; set != NET_VOCAB && i < s.len; i++)
        if ((unsigned char)s.ptr[i] < least || s.ptr[i] == 0x7f)
            return false;
    return set != NET_LEMMA || script_sound(s);
}

/* Cuts a section into its labels. */
static bool cut_labels(slice bytes, net_set set, slice *out, uint32_t count)
{
    slice rest = bytes;
    for (uint32_t i = 0; i < count; i++) {
        const char *end = rest.len ? memchr(rest.ptr, '\n', rest.len) : NULL;
        if (!end)
            return false;
        out[i] = (slice){rest.ptr, (size_t)(end - rest.ptr)};
        if (!label_sound(out[i], set))
            return false;
        rest = slice_range(rest, out[i].len + 1, rest.len);
    }
    return rest.len == 0;
}

/* The labels are few, or else a table of the vocabulary's would serve; see wordpiece_index. */
static bool labels_differ(const slice *label, uint32_t count, uint64_t *key)
{
    for (uint32_t i = 0; i < count; i++) {
        key[i] = hash_bytes(label[i], 0);
        for (uint32_t k = 0; k < i; k++)
            if (key[k] == key[i] && slice_equal(label[k], label[i]))
                return false;
    }
    return true;
}

static chancery_status load_labels(net *n, slice bytes, chancery_error *error)
{
    label_set sets[NET_NAMES];
    size_t total = 0, most = 0;
    list_sets(&n->config, sets);
    for (size_t i = 0; i < NET_NAMES; i++) {
        total += sets[i].count;
        if (sets[i].set != NET_VOCAB && sets[i].count > most)
            most = sets[i].count;
    }
    slice *all = memory_alloc(total, sizeof *all);
    uint64_t *key = memory_alloc(most, sizeof *key);
    n->labels[0] = all; /* the first set's, and what net_close frees */
    chancery_status status = CHANCERY_OK;
    if (!all || !key)
        status = error_set(error, CHANCERY_E_MEMORY, "no memory for the parser's network");
    for (size_t i = 0; !status && i < NET_NAMES; all += sets[i++].count) {
        const label_set *s = &sets[i];
        slice text;
        if (s->count == 0)
            continue;
        status =
            container_section(bytes, s->section, 1, &text.len, (const void **)&text.ptr, error);
        if (status)
            break;
        n->labels[s->set] = all;
        if (text_check_utf8(text, NULL) || !cut_labels(text, s->set, all, s->count) ||
            (s->set != NET_VOCAB && !labels_differ(all, s->count, key)))
            status = error_set(error, CHANCERY_E_FORMAT,
                               "labels '%s' of the parser's network are not %u different lines of "
                               "their form; get or make the file anew",
                               s->section, s->count);
    }
    memory_free(key);
    return status;
}

static bool find_label(const slice *labels, uint32_t count, slice wanted, uint32_t *out)
{
    for (*out = 0; *out < count; ++*out)
        if (slice_equal(labels[*out], wanted))
            return true;
    return false;
}

/* "O", "B-X", "I-X": kinds are numbered by their "B-X". */
static bool set_name_labels(net *n)
{
    const slice *label = n->labels[NET_NER];
    uint32_t count = n->config.ner, outside, begin;
    uint8_t kinds = 0;
    if (!find_label(label, count, SLICE("O"), &outside))
        return false;
    for (uint32_t i = 0; i < count; i++)
        if (label[i].len > 2 && slice_starts(label[i], SLICE("B-")))
            n->name_label[i].kind = ++kinds;
        else if (i != outside && !(label[i].len > 2 && slice_starts(label[i], SLICE("I-"))))
            return false;
    for (uint32_t i = 0; i < count; i++) {
        if (i == outside || n->name_label[i].kind)
            continue;
        slice kind = slice_range(label[i], 2, label[i].len);
        for (begin = 0; begin < count; begin++)
            if (label[begin].ptr[0] == 'B' &&
                slice_equal(slice_range(label[begin], 2, label[begin].len), kind))
                break;
        if (begin == count)
            return false;
        n->name_label[i] = (net_name_label){n->name_label[begin].kind, true};
    }
    return true;
}

static chancery_status set_vocabulary(net *n, chancery_error *error)
{
    uint32_t size = 4, twice;
    while (size < 2 * n->config.vocabulary)
        size *= 2;
    n->piece_table = memory_alloc(size, sizeof *n->piece_table);
    if (!n->piece_table)
        return error_set(error, CHANCERY_E_MEMORY, "no memory for the parser's network");
    n->piece_mask = size - 1;
    if (!wordpiece_index(n, &twice))
        return error_set(error, CHANCERY_E_FORMAT,
                         "piece %u of the vocabulary of the parser's network stands there before; "
                         "get or make the file anew",
                         twice);
    return CHANCERY_OK;
}

static chancery_status use_labels(net *n, chancery_error *error)
{
    if (!find_label(n->labels[NET_DEPREL], n->config.deprel, SLICE("root"), &n->root_label))
        return bad(error, "has no relation 'root'");
    if (!set_name_labels(n))
        return bad(error, "has labels of names that are not O, B-X and I-X");
    return set_vocabulary(n, error);
}

/* The name, and the digits of the checksum behind it. */
static chancery_status set_edition(net *n, slice bytes, uint64_t checksum, chancery_error *error)
{
    char hex[HASH_HEX_BYTES];
    chancery_status status =
        container_section(bytes, "name", 1, &n->name.len, (const void **)&n->name.ptr, error);
    if (status)
        return status;
    n->name = slice_trim(n->name);
    bool sound =
        n->name.len > 0 && n->name.len <= NET_NAME_BYTES && !text_check_utf8(n->name, NULL);
    for (size_t i = 0; sound && i < n->name.len; i++)
        sound = (unsigned char)n->name.ptr[i] >= ' ' && n->name.ptr[i] != 0x7f;
    if (!sound)
        return bad(error, "has no name of one line");
    hash_hex(checksum, hex);
    memcpy(n->edition, n->name.ptr, n->name.len);
    n->edition[n->name.len] = ' ';
    memcpy(n->edition + n->name.len + 1, hex, CHECKSUM_DIGITS);
    n->edition_bytes = n->name.len + 1 + CHECKSUM_DIGITS;
    return CHANCERY_OK;
}

/* --- numbers --- */

static bool floats_sound(const float *number, size_t count)
{
    bool wrong = false;
    for (size_t i = 0; i < count; i++)
        wrong |= !(fabsf(number[i]) <= LARGEST_FLOAT);
    return !wrong;
}

/* No weight is -128. */
static bool weights_sound(const int8_t *weight, size_t count)
{
    return count == 0 || !memchr(weight, (unsigned char)INT8_MIN, count);
}

/* A sum that an encoder takes off as often as it has shifted an activation must fit 32 bits. */
static bool take_matrix(supply *s, uint32_t outputs, uint32_t inputs, net_matrix *out)
{
    size_t weights = (size_t)outputs * inputs;
    if (s->weights < weights || s->scales < outputs)
        return false;
    *out = (net_matrix){s->weight, s->scale, s->bias, s->sum, outputs, inputs};
    for (size_t i = 0; i < outputs; i++)
        if (s->sum[i] > (int32_t)inputs * LARGEST_ACTIVATION ||
            s->sum[i] < -(int32_t)inputs * LARGEST_ACTIVATION)
            return false;
    s->weight += weights;
    s->scale += outputs;
    s->bias += outputs;
    s->sum += outputs;
    s->weights -= weights;
    s->scales -= outputs;
    return true;
}

static bool take_floats(supply *s, size_t count, const float **out)
{
    if (s->numbers < count)
        return false;
    *out = s->number;
    s->number += count;
    s->numbers -= count;
    return true;
}

static bool take_norm(supply *s, size_t hidden, net_norm *out)
{
    return take_floats(s, hidden, &out->gamma) && take_floats(s, hidden, &out->beta);
}

static bool take_judge(net *n, supply *s)
{
    uint32_t width = n->config.judge;
    net_judge *j = &n->judge;
    return take_matrix(s, width, NET_TAPS * n->config.hidden, &j->narrow) &&
           take_matrix(s, 3 * width, width, &j->layer.query_key_value) &&
           take_matrix(s, width, width, &j->layer.output) &&
           take_matrix(s, 2 * width, width, &j->layer.widen) &&
           take_matrix(s, width, 2 * width, &j->layer.narrow) &&
           take_matrix(s, j->columns.count, width, &j->heads);
}

static bool take_matrices(net *n, supply *s)
{
    const net_config *c = &n->config;
    for (size_t i = 0; i < c->layers; i++) {
        net_layer *l = &n->layer[i];
        if (!take_matrix(s, 3 * c->hidden, c->hidden, &l->query_key_value) ||
            !take_matrix(s, c->hidden, c->hidden, &l->output) ||
            !take_matrix(s, c->inner, c->hidden, &l->widen) ||
            !take_matrix(s, c->hidden, c->inner, &l->narrow))
            return false;
    }
    return take_matrix(s, n->columns.count, c->hidden, &n->heads) &&
           take_matrix(s, c->arc, c->arc, &n->arc) &&
           take_matrix(s, net_padded(c->deprel), c->rel, &n->label) &&
           (c->event == 0 || take_judge(n, s)) && s->weights == 0 && s->scales == 0;
}

static bool take_tables(net *n, supply *s)
{
    const net_config *c = &n->config;
    if (!take_floats(s, (size_t)c->positions * c->hidden, &n->position) ||
        !take_floats(s, (size_t)c->case_rows * c->hidden, &n->case_row) ||
        !take_norm(s, c->hidden, &n->norm))
        return false;
    for (size_t i = 0; i < c->layers; i++)
        if (!take_norm(s, c->hidden, &n->layer[i].attention_norm) ||
            !take_norm(s, c->hidden, &n->layer[i].norm))
            return false;
    net_judge *j = &n->judge;
    return take_floats(s, c->arc, &n->arc_bias) &&
           (c->event == 0 ||
            (take_norm(s, c->judge, &j->norm) && take_norm(s, c->judge, &j->layer.attention_norm) &&
             take_norm(s, c->judge, &j->layer.norm) && take_floats(s, NET_ROLES, &j->role_bias))) &&
           s->numbers == 0;
}

static chancery_status load_numbers(net *n, slice bytes, chancery_error *error)
{
    size_t words, word_scales;
    supply s = {0};
    const struct {
        const char *name;
        size_t element_bytes;
        size_t *count;
        const void **out;
    } sections[] = {
        {"wordq", 1, &words, (const void **)&n->word},
        {"wordsc", sizeof(float), &word_scales, (const void **)&n->word_scale},
        {"weights", 1, &s.weights, (const void **)&s.weight},
        {"scales", sizeof(float), &s.scales, (const void **)&s.scale},
        {"biases", sizeof(float), &s.biases, (const void **)&s.bias},
        {"sums", sizeof(int32_t), &s.sums, (const void **)&s.sum},
        {"floats", sizeof(float), &s.numbers, (const void **)&s.number},
    };
    for (size_t i = 0; i < sizeof sections / sizeof *sections; i++) {
        chancery_status status =
            container_section(bytes, sections[i].name, sections[i].element_bytes, sections[i].count,
                              sections[i].out, error);
        if (status)
            return status;
    }
    if (!floats_sound(n->word_scale, word_scales) || !floats_sound(s.scale, s.scales) ||
        !floats_sound(s.bias, s.biases) || !floats_sound(s.number, s.numbers) ||
        !weights_sound(n->word, words) || !weights_sound(s.weight, s.weights))
        return bad(error, "has numbers that are out of range");
    if (words != (size_t)n->config.vocabulary * n->config.hidden ||
        word_scales != n->config.vocabulary || s.biases != s.scales || s.sums != s.scales ||
        !take_matrices(n, &s) || !take_tables(n, &s))
        return bad(error, "has other numbers than its sizes ask for");
    return CHANCERY_OK;
}

/* --- examples --- */

/* Cuts lines; each has two tabs. */
static bool cut_examples(slice bytes, net_examples *e)
{
    for (uint32_t i = 0; i < e->count; i++) {
        const char *end = bytes.len ? memchr(bytes.ptr, '\n', bytes.len) : NULL;
        if (!end)
            return false;
        slice line = {bytes.ptr, (size_t)(end - bytes.ptr)};
        const char *tab = memchr(line.ptr, '\t', line.len);
        if (!tab || !memchr(tab + 1, '\t', (size_t)(end - tab - 1)))
            return false;
        e->line[i] = line;
        bytes = slice_range(bytes, line.len + 1, bytes.len);
    }
    return bytes.len == 0;
}

static bool labels_known(const net_examples *e, uint32_t count)
{
    for (uint32_t i = 0; i < e->count; i++)
        if (e->label[i] >= count)
            return false;
    return true;
}

static chancery_status load_examples(net *n, slice bytes, chancery_error *error)
{
    net_examples *e = &n->examples;
    size_t numbers = 0, labels = 0;
    slice text = {0};
    e->count = n->config.examples;
    if (e->count == 0)
        return CHANCERY_OK;
    e->line = memory_alloc(e->count, sizeof *e->line);
    if (!e->line)
        return error_set(error, CHANCERY_E_MEMORY, "no memory for the parser's network");
    chancery_status status =
        container_section(bytes, "examvec", 1, &numbers, (const void **)&e->vector, error);
    if (!status)
        status = container_section(bytes, "exlabel", 1, &labels, (const void **)&e->label, error);
    if (!status)
        status =
            container_section(bytes, "examples", 1, &text.len, (const void **)&text.ptr, error);
    if (status)
        return status;
    if (numbers != (size_t)e->count * NET_ROLES * n->config.role || labels != e->count ||
        !labels_known(e, n->config.event) || text_check_utf8(text, NULL) || !cut_examples(text, e))
        return bad(error, "has examples that are not of their form");
    return CHANCERY_OK;
}

/* --- the whole --- */

static chancery_status load(net *n, slice bytes, uint64_t checksum, chancery_error *error)
{
    const void *config;
    size_t count;
    chancery_status status =
        container_section(bytes, "config", sizeof(uint32_t), &count, &config, error);
    if (status)
        return status;
    if (count != CONFIG_COUNT)
        return bad(error, "has a configuration of another length");
    memcpy(&n->config, config, sizeof n->config);
    status = check_config(&n->config, error);
    if (status)
        return status;
    set_columns(n);
    status = load_numbers(n, bytes, error);
    if (!status)
        status = load_labels(n, bytes, error);
    if (!status)
        status = use_labels(n, error);
    if (!status)
        status = load_examples(n, bytes, error);
    return status ? status : set_edition(n, bytes, checksum, error);
}

static chancery_status new_net(net **out, chancery_error *error)
{
    *out = memory_alloc(1, sizeof **out);
    if (!*out)
        return error_set(error, CHANCERY_E_MEMORY, "no memory for the parser's network");
    return CHANCERY_OK;
}

/* Of a network that is filled, or else closed. */
static chancery_status hand_over(net *n, chancery_status status, net **out)
{
    if (status)
        net_close(n);
    else
        *out = n;
    return status;
}

chancery_status net_of_bytes(slice bytes, net **out, chancery_error *error)
{
    net *n;
    uint64_t checksum;
    chancery_status status = new_net(&n, error);
    if (status)
        return status;
    status = container_check(bytes, "SYNT", NET_VERSION, NET_VERSION, &checksum, error);
    if (!status)
        status = load(n, bytes, checksum, error);
    return hand_over(n, status, out);
}

chancery_status net_open(const char *path, net **out, chancery_error *error)
{
    net *n;
    chancery_status status = new_net(&n, error);
    if (status)
        return status;
    status = container_open(&n->file, path, "SYNT", NET_VERSION, NET_VERSION, error);
    if (!status)
        status = load(n, n->file.map.bytes, n->file.checksum, error);
    if (status)
        error_at(error, path, 0);
    return hand_over(n, status, out);
}

void net_close(net *n)
{
    if (!n)
        return;
    container_close(&n->file);
    memory_free((void *)(uintptr_t)n->labels[0]);
    memory_free(n->piece_table);
    memory_free(n->examples.line);
    memory_free(n);
}

slice net_edition(const net *n)
{
    return (slice){n->edition, n->edition_bytes};
}
