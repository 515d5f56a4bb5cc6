/* The tagger: second-order Viterbi over a beam.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * Collins 2002: a hidden Markov model whose weights were learnt by a perceptron. Known words are
 * tried with the tags that they were seen with (Brants 2000), unknown ones with those of their
 * ending; words with one tag cost no feature at all. A state is the last two tags; of all states
 * the BEAM best go on, which loses nothing measurable and makes the cost of a word constant.
 *
 * The features are those of Sentence.static and Sentence.dynamic in train/tagger.py, letter by
 * letter. */
#include "base/error.h"
#include "syntax/inner.h"

enum { BEAM = 5, MOST_STATES = BEAM * SYNTAX_TAG_COUNT, FOLDED_BYTES = 256, NONE = 0xff };

/* A word as the features see it. */
typedef struct sight {
    uint64_t word;      /* its key, or that of an unknown word */
    uint64_t class_key; /* its ambiguity as neighbours see it */
    uint64_t tags;      /* bits */
    char shape;
    uint8_t shape_at; /* in TAG_SHAPES */
    bool suffixed;
} sight;

typedef struct state {
    int32_t score;
    uint8_t before, tag; /* the last two tags */
    uint8_t from;        /* state of the word before */
} state;

/* What leads back: of each word the states that were kept. */
typedef struct step {
    uint8_t tag[BEAM];
    uint8_t from[BEAM];
} step;

typedef struct tagger {
    const syntax_model *model;
    const tag_input *in;
    sight *sights; /* [count + 4]: two before and two after the words */
    step *steps;   /* [count] */
} tagger;

static char shape_of(const tag_input *in, const text_token *token)
{
    for (uint32_t i = token->start; i < token->end; i++)
        if (in->text.ptr[i] >= '0' && in->text.ptr[i] <= '9')
            return 'd';
    if (token->kind != TEXT_WORD)
        return 'p';
    if (!(token->flags & TEXT_CAPITAL))
        return 'l';
    return token->flags & TEXT_UPPER ? 'U' : in->title ? 'T' : 'C';
}

static slice folded(const tag_input *in, const text_token *token, char out[FOLDED_BYTES])
{
    slice form = slice_range(in->text, token->start, token->end);
    if (form.len * 4 + 1 > FOLDED_BYTES)
        form.len = 0;
    return (slice){out, text_fold(form, out)};
}

static bool ascii(slice s)
{
    for (size_t i = 0; i < s.len; i++)
        if ((unsigned char)s.ptr[i] >= 0x80)
            return false;
    return true;
}

static bool is_address(slice key)
{
    return slice_find(key, SLICE("@")) != SIZE_MAX || slice_find(key, SLICE("://")) != SIZE_MAX ||
           slice_starts(key, SLICE("www.")) || slice_ends(key, SLICE(".com"));
}

static uint64_t unknown_tags(const syntax_model *m, slice key, char shape, bool first)
{
    const uint64_t always = TAG_BIT(SYNTAX_NNP) | TAG_BIT(SYNTAX_NN) | TAG_BIT(SYNTAX_JJ);
    if (is_address(key))
        return TAG_BIT(SYNTAX_OTHER) | TAG_BIT(SYNTAX_NNP);
    if (shape == 'p' || shape == 'd')
        return tags_of_shape(shape);
    if (shape == 'l') {
        uint64_t tags = model_guess(m, 'l', key);
        return tags ? tags : always | TAG_BIT(SYNTAX_VB);
    }
    return always | model_guess(m, 'C', key) | (first ? model_guess(m, 'l', key) : 0);
}

static uint64_t unknown_class(slice key, char shape)
{
    char name[4] = {'?', shape};
    slice ending = key.len > 2 ? slice_range(key, key.len - 2, key.len) : key;
    size_t bytes = ascii(ending) ? ending.len : 0;
    memcpy(name + 2, ending.ptr, bytes);
    return hash_bytes((slice){name, 2 + bytes}, 0);
}

/* The tags that a mark of the caller leaves: 1 a name, 2 a nationality. Function words within
 * names ("Bank of China") keep their own. */
static uint64_t marked_tags(const sight *s, slice form, uint8_t mark)
{
    if (s->shape == 'l' || s->shape == 'p' || s->shape == 'd')
        return s->tags;
    if (mark == 2 && slice_ends(form, SLICE("s")) && !slice_ends(form, SLICE("ss")))
        return TAG_BIT(SYNTAX_NNPS) | TAG_BIT(SYNTAX_NNP);
    if (mark == 2)
        return slice_ends(form, SLICE("men")) || slice_ends(form, SLICE("women"))
                   ? TAG_BIT(SYNTAX_NNPS)
               : slice_ends(form, SLICE("man")) ? TAG_BIT(SYNTAX_NNP)
                                                : TAG_BIT(SYNTAX_JJ);
    return s->tags & TAG_BIT(SYNTAX_NNPS) ? TAG_BIT(SYNTAX_NNP) | TAG_BIT(SYNTAX_NNPS)
                                          : TAG_BIT(SYNTAX_NNP);
}

static void look_at(const tagger *t, size_t i, sight *s)
{
    const tag_input *in = t->in;
    const text_token *token = &in->tokens[i];
    const syntax_entry *e = model_word(t->model, token->key);
    s->shape = shape_of(in, token);
    while (TAG_SHAPES[s->shape_at] != s->shape)
        s->shape_at++;
    bool first = i == 0 || s->shape == 'T';
    bool capital = s->shape == 'C' || s->shape == 'U';
    char buffer[FOLDED_BYTES];
    slice key = {buffer, 0};
    if (!e || !(e->flags & ENTRY_KNOWN))
        key = folded(in, token, buffer);
    if (e && (e->flags & ENTRY_LISTED))
        s->tags = e->tags[s->shape == 'T' ? CASE_TITLE
                          : !capital      ? CASE_SMALL
                          : first         ? CASE_FIRST
                                          : CASE_CAPITAL];
    else
        s->tags = unknown_tags(t->model, key, s->shape, first);
    bool known = e && (e->flags & ENTRY_KNOWN);
    s->word = known ? token->key : t->model->unknown_key;
    s->class_key = known ? e->class_key[capital] : unknown_class(key, s->shape);
    s->suffixed = !e || !(e->flags & ENTRY_LISTED) || (e->flags & ENTRY_SUFFIXED);
    if (in->name_mark && in->name_mark[i])
        s->tags = marked_tags(s, slice_range(in->text, token->start, token->end), in->name_mark[i]);
    if (!s->tags)
        s->tags = TAG_BIT(SYNTAX_OTHER);
}

/* Tags that the word can't have get their weights too: nobody reads their scores, and adding costs
 * less than asking. */
static void add(const tagger *t, uint64_t feature, int32_t *scores)
{
    const syntax_weight *weights = t->model->weights;
    size_t count = model_weights(t->model, feature, &weights);
    for (const syntax_weight *w = weights, *end = weights + count; w < end; w++)
        scores[w->tag] += w->value;
}

static uint64_t string_key(char *text, size_t bytes)
{
    return hash_bytes((slice){text, bytes}, 0);
}

static void add_shapes(const tagger *t, size_t i, const sight *s, int32_t *scores)
{
    const syntax_model *m = t->model;
    bool head = i == 0;
    size_t before = head ? SHAPE_EDGE : s[-1].shape_at;
    size_t behind = i + 1 < t->in->count ? s[1].shape_at : SHAPE_EDGE;
    uint64_t place_key = m->place_keys[s->shape_at][head];
    add(t, feature_id('c', place_key, s->word), scores);
    add(t, feature_id('h', place_key, 0), scores);
    add(t, feature_id('i', m->shape_keys[before][s->shape_at][head][behind], 0), scores);
}

static void add_suffixes(const tagger *t, size_t i, const sight *s, int32_t *scores)
{
    char buffer[FOLDED_BYTES], text[1 + SUFFIX_BYTES] = {s->shape};
    slice key = folded(t->in, &t->in->tokens[i], buffer);
    for (size_t n = 1; n <= SUFFIX_BYTES && n <= key.len; n++) {
        slice suffix = slice_range(key, key.len - n, key.len);
        if (!ascii(suffix))
            break;
        memcpy(text + 1, suffix.ptr, n);
        add(t, feature_id('s', string_key(text, n + 1), 0), scores);
    }
    slice prefix = slice_range(key, 0, key.len < 3 ? key.len : 3);
    if (ascii(prefix))
        add(t, feature_id('r', hash_bytes(prefix, 0), 0), scores);
}

static void add_static(const tagger *t, size_t i, int32_t *scores)
{
    const sight *s = &t->sights[i + 2];
    add(t, feature_id('w', s->word, 0), scores);
    add(t, feature_id('p', s[-1].word, 0), scores);
    add(t, feature_id('n', s[1].word, 0), scores);
    add(t, feature_id('a', s[1].class_key, 0), scores);
    add(t, feature_id('b', s[2].class_key, 0), scores);
    add(t, feature_id('x', s[-1].word, s->word), scores);
    add(t, feature_id('y', s->word, s[1].word), scores);
    add_shapes(t, i, s, scores);
    if (s->suffixed)
        add_suffixes(t, i, s, scores);
}

static void add_dynamic(const tagger *t, const sight *s, unsigned before, int32_t *scores)
{
    const int16_t *second = t->model->second + (size_t)before * SYNTAX_TAG_COUNT;
    for (uint64_t left = s->tags; left; left &= left - 1) {
        int tag = __builtin_ctzll(left);
        scores[tag] += second[tag];
    }
    add(t, feature_id('v', t->model->tag_keys[before], s[1].class_key), scores);
    add(t, feature_id('u', t->model->tag_keys[before], s->word), scores);
}

/* Better first; of equals the one with the smaller tags, so that the order is total. */
static bool better(const state *a, const state *b)
{
    if (a->score != b->score)
        return a->score > b->score;
    return a->before != b->before ? a->before < b->before : a->tag < b->tag;
}

/* What the two features of the tag before add to `tag`. */
static int32_t dynamic_score(const tagger *t, const sight *s, unsigned before, unsigned tag)
{
    int32_t score = t->model->second[(size_t)before * SYNTAX_TAG_COUNT + tag];
    const uint64_t key = t->model->tag_keys[before];
    const uint64_t features[] = {feature_id('v', key, s[1].class_key),
                                 feature_id('u', key, s->word)};
    for (size_t i = 0; i < 2; i++) {
        const syntax_weight *weights = t->model->weights;
        size_t count = model_weights(t->model, features[i], &weights);
        for (size_t k = 0; k < count; k++)
            score += weights[k].tag == tag ? weights[k].value : 0;
    }
    return score;
}

static size_t keep_best(const state *found, size_t count, state *beam)
{
    size_t kept = 0;
    for (size_t i = 0; i < count; i++) {
        size_t at = kept < BEAM ? kept++ : BEAM;
        for (; at > 0 && better(&found[i], &beam[at - 1]); at--)
            if (at < BEAM)
                beam[at] = beam[at - 1];
        if (at < BEAM)
            beam[at] = found[i];
    }
    return kept;
}

/* advance for a word with one tag: nothing competes but the ways to it, one for each tag before. */
static size_t advance_plainly(const tagger *t, const sight *s, const state *beam, size_t count,
                              state *next)
{
    unsigned tag = (unsigned)__builtin_ctzll(s->tags);
    state found[BEAM];
    size_t found_count = 0;
    if (count == 1) {
        next[0] = (state){beam[0].score, beam[0].tag, (uint8_t)tag, 0};
        return 1;
    }
    for (size_t h = 0; h < count; h++) {
        size_t row = 0;
        while (row < found_count && found[row].before != beam[h].tag)
            row++;
        const int16_t *third =
            t->model->third + ((size_t)beam[h].before * TAG_ROWS + beam[h].tag) * SYNTAX_TAG_COUNT;
        state new = {beam[h].score + third[tag], beam[h].tag, (uint8_t)tag, (uint8_t)h};
        if (row == found_count)
            found[found_count++] = new;
        else if (new.score > found[row].score)
            found[row] = new;
    }
    for (size_t row = 0; found_count > 1 && row < found_count; row++)
        found[row].score += dynamic_score(t, s, found[row].before, tag);
    return keep_best(found, found_count, next);
}

/* Goes from `beam` over word `i`. @return how many states are in `next`. */
static size_t advance(const tagger *t, size_t i, const state *beam, size_t count, state *next)
{
    const sight *s = &t->sights[i + 2];
    if ((s->tags & (s->tags - 1)) == 0)
        return advance_plainly(t, s, beam, count, next);
    int32_t fixed[SYNTAX_TAG_COUNT] = {0}, scores[BEAM][SYNTAX_TAG_COUNT];
    uint8_t place[BEAM][SYNTAX_TAG_COUNT], seen[BEAM];
    state found[MOST_STATES];
    size_t found_count = 0, seen_count = 0;
    add_static(t, i, fixed);
    for (size_t h = 0; h < count; h++) {
        size_t row = 0;
        while (row < seen_count && seen[row] != beam[h].tag)
            row++;
        if (row == seen_count) {
            seen[seen_count++] = beam[h].tag;
            memcpy(scores[row], fixed, sizeof fixed);
            memset(place[row], NONE, sizeof place[row]);
            add_dynamic(t, s, beam[h].tag, scores[row]);
        }
        const int16_t *third =
            t->model->third + ((size_t)beam[h].before * TAG_ROWS + beam[h].tag) * SYNTAX_TAG_COUNT;
        for (uint64_t left = s->tags; left; left &= left - 1) {
            unsigned tag = (unsigned)__builtin_ctzll(left);
            state new = {beam[h].score + scores[row][tag] + third[tag], beam[h].tag, (uint8_t)tag,
                         (uint8_t)h};
            if (place[row][tag] == NONE) {
                place[row][tag] = (uint8_t)found_count;
                found[found_count++] = new;
            } else if (new.score > found[place[row][tag]].score) {
                found[place[row][tag]] = new;
            }
        }
    }
    return keep_best(found, found_count, next);
}

static void decode(const tagger *t, syntax_word *words)
{
    state beam[BEAM] = {{0, TAG_START, TAG_START, 0}}, next[BEAM] = {0};
    size_t count = 1;
    for (size_t i = 0; i < t->in->count; i++) {
        count = advance(t, i, beam, count, next);
        int32_t best = next[0].score;
        for (size_t h = 0; h < count; h++) {
            t->steps[i].tag[h] = next[h].tag;
            t->steps[i].from[h] = next[h].from;
            beam[h] = next[h];
            beam[h].score -= best;
        }
    }
    uint8_t h = 0;
    for (size_t i = t->in->count; i-- > 0;) {
        words[i].tag = t->steps[i].tag[h];
        h = t->steps[i].from[h];
    }
}

chancery_status tag_words(const syntax_model *m, const tag_input *in, arena *a, syntax_word *words,
                          chancery_error *error)
{
    tagger t = {.model = m, .in = in};
    t.sights = arena_alloc(a, in->count + 4, sizeof *t.sights, error);
    if (!t.sights)
        return error ? error->status : CHANCERY_E_MEMORY;
    t.steps = arena_alloc(a, in->count, sizeof *t.steps, error);
    if (!t.steps)
        return error ? error->status : CHANCERY_E_MEMORY;
    for (size_t i = 0; i < 4; i++) {
        sight *s = &t.sights[i < 2 ? i : in->count + i];
        s->word = m->edge_keys[i / 2][0];
        s->class_key = m->edge_keys[i / 2][1];
    }
    for (size_t i = 0; i < in->count; i++)
        look_at(&t, i, &t.sights[i + 2]);
    decode(&t, words);
    return CHANCERY_OK;
}
