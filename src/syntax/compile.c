/* Compiles data/syntax/tagger.txt into the model's container.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * The text is read line by line into growing arrays; then the open-addressed tables are laid out,
 * at most half full, so that a look-up of what isn't there ends after a probe or two. The lemmas of
 * known words are worked out here, with the endings that the run time uses too (model_ending). */
#include <stdlib.h>

#include "base/error.h"
#include "base/memory.h"
#include "syntax/inner.h"

enum {
    MOST_SETS = 4096,
    SOURCE_LIMIT = 64 << 20,
    MOST_WEIGHTS = 1 << 24, /* a slot has 24 bits for the first weight */
};

typedef struct feature {
    uint64_t id;
    uint32_t row;
} feature;

typedef struct exception {
    uint64_t key;
    unsigned tag;
    slice form, lemma;
} exception;

typedef struct compiler {
    arena arena;
    chancery_error *error;
    uint64_t line;
    uint64_t sets[MOST_SETS];
    slice set_text[MOST_SETS]; /* its tags as "NN|VB", the argument of features */
    size_t set_count;
    ARRAY(syntax_entry) entries;
    ARRAY(syntax_weight) weights;
    ARRAY(feature) features;
    ARRAY(syntax_guess) guesses;
    ARRAY(syntax_ending) endings;
    ARRAY(exception) exceptions;
    ARRAY(syntax_lemma) lemmas;
    ARRAY(char) strings;
    int16_t second[TAG_ROWS][SYNTAX_TAG_COUNT];
    int16_t third[TAG_ROWS][TAG_ROWS][SYNTAX_TAG_COUNT];
    syntax_ending *ending_table;
    size_t ending_mask;
} compiler;

static chancery_status fail(compiler *c, const char *what)
{
    return error_set(c->error, CHANCERY_E_FORMAT, "%s; make the file anew with train/tagger.py",
                     what);
}

static chancery_status out_of_memory(compiler *c)
{
    return c->error ? c->error->status : CHANCERY_E_MEMORY;
}

static bool next_word(slice *rest, slice *word)
{
    while (slice_next(rest, ' ', word))
        if (word->len > 0)
            return true;
    return false;
}

static bool next_number(slice *rest, size_t limit, size_t *out)
{
    slice word;
    if (!next_word(rest, &word) || word.len > 9)
        return false;
    *out = 0;
    for (size_t i = 0; i < word.len; i++) {
        if (word.ptr[i] < '0' || word.ptr[i] > '9')
            return false;
        *out = *out * 10 + (size_t)(word.ptr[i] - '0');
    }
    return *out < limit;
}

static bool next_tag(slice *rest, unsigned *tag)
{
    slice word;
    return next_word(rest, &word) && tag_of_name(word, tag);
}

static slice or_nothing(slice word)
{
    return slice_equal(word, SLICE("_")) ? SLICE("") : word;
}

static chancery_status read_set(compiler *c, slice rest)
{
    size_t number;
    slice word;
    if (!next_number(&rest, MOST_SETS, &number) || number != c->set_count)
        return fail(c, "the sets of tags must be numbered from 0 in order");
    slice text = slice_trim(rest);
    if (text.len == 0)
        return fail(c, "a set of tags is empty");
    char *joined = arena_alloc(&c->arena, text.len + 1, 1, c->error);
    if (!joined)
        return out_of_memory(c);
    memcpy(joined, text.ptr, text.len);
    for (size_t i = 0; i < text.len; i++)
        joined[i] = joined[i] == ' ' ? '|' : joined[i];
    c->set_text[number] = (slice){joined, text.len};
    while (next_word(&rest, &word)) {
        unsigned tag;
        if (!tag_of_name(word, &tag)) {
            if (word.ptr[0] != '?')
                return fail(c, "a set holds what is no tag");
            continue;
        }
        c->sets[number] |= TAG_BIT(tag);
    }
    c->set_count++;
    return CHANCERY_OK;
}

static chancery_status put_string(compiler *c, slice s, uint32_t *at)
{
    *at = (uint32_t)c->strings.count;
    for (size_t i = 0; i < s.len; i++) {
        char *place = array_push(&c->strings, &c->arena, c->error);
        if (!place)
            return out_of_memory(c);
        *place = s.ptr[i];
    }
    return CHANCERY_OK;
}

static chancery_status read_word(compiler *c, slice rest)
{
    slice form, flags;
    size_t sets[CASE_COUNT], classes[2];
    if (!next_word(&rest, &form) || form.len > UINT16_MAX)
        return fail(c, "a word has no form");
    for (size_t i = 0; i < CASE_COUNT; i++)
        if (!next_number(&rest, c->set_count, &sets[i]))
            return fail(c, "a word names a set of tags that isn't there");
    if (!next_word(&rest, &flags) || !next_number(&rest, c->set_count, &classes[0]) ||
        !next_number(&rest, c->set_count, &classes[1]))
        return fail(c, "a word has too few fields");
    syntax_entry *e = array_push(&c->entries, &c->arena, c->error);
    if (!e)
        return out_of_memory(c);
    e->key = text_key(form);
    for (size_t i = 0; i < CASE_COUNT; i++)
        e->tags[i] = c->sets[sets[i]];
    for (size_t i = 0; i < 2; i++)
        e->class_key[i] = hash_bytes(c->set_text[classes[i]], 0);
    e->flags = ENTRY_LISTED;
    e->flags |= slice_find(flags, SLICE("k")) != SIZE_MAX ? ENTRY_KNOWN : 0;
    e->flags |= slice_find(flags, SLICE("s")) != SIZE_MAX ? ENTRY_SUFFIXED : 0;
    e->form_bytes = (uint16_t)form.len;
    return put_string(c, form, &e->form);
}

static chancery_status read_guess(compiler *c, slice rest)
{
    slice side, ending, word;
    if (!next_word(&rest, &side) || side.len != 1 || !next_word(&rest, &ending))
        return fail(c, "a guess needs a class and an ending");
    syntax_guess *g = array_push(&c->guesses, &c->arena, c->error);
    if (!g)
        return out_of_memory(c);
    g->id = guess_id(side.ptr[0], or_nothing(ending));
    while (next_word(&rest, &word)) {
        unsigned tag;
        if (!tag_of_name(word, &tag))
            return fail(c, "a guess holds what is no tag");
        g->tags |= TAG_BIT(tag);
    }
    return CHANCERY_OK;
}

static chancery_status read_ending(compiler *c, slice rest)
{
    slice ending, lemma;
    unsigned tag;
    if (!next_tag(&rest, &tag) || !next_word(&rest, &ending) || !next_word(&rest, &lemma) ||
        ending.len > ENDING_BYTES || lemma.len > ENDING_BYTES)
        return fail(c, "an ending needs a tag, up to seven letters and what replaces them");
    syntax_ending *e = array_push(&c->endings, &c->arena, c->error);
    if (!e)
        return out_of_memory(c);
    lemma = or_nothing(lemma);
    e->id = ending_id(tag, ending);
    e->lemma_bytes = (uint8_t)lemma.len;
    memcpy(e->lemma, lemma.ptr, lemma.len);
    return CHANCERY_OK;
}

static chancery_status read_lemma(compiler *c, slice rest)
{
    exception x;
    if (!next_word(&rest, &x.form) || !next_tag(&rest, &x.tag) || !next_word(&rest, &x.lemma) ||
        x.form.len > UINT16_MAX || x.lemma.len > UINT16_MAX)
        return fail(c, "a lemma needs a form, a tag and the lemma");
    x.key = text_key(x.form);
    exception *place = array_push(&c->exceptions, &c->arena, c->error);
    if (!place)
        return out_of_memory(c);
    *place = x;
    return CHANCERY_OK;
}

/* "NN+12" or "VB-3". */
static bool read_weight(slice part, syntax_weight *w)
{
    size_t sign = 0;
    while (sign < part.len && part.ptr[sign] != '+' && part.ptr[sign] != '-')
        sign++;
    unsigned tag;
    size_t number;
    slice digits = sign < part.len ? slice_range(part, sign + 1, part.len) : part;
    if (sign == part.len || !tag_of_name(slice_range(part, 0, sign), &tag) ||
        !next_number(&digits, INT16_MAX, &number))
        return false;
    *w = (syntax_weight){(int16_t)(part.ptr[sign] == '-' ? -(int)number : (int)number),
                         (uint8_t)tag, 0};
    return true;
}

/* Row of a tag's name, or of "<s>". */
static bool row_of(slice name, unsigned *row)
{
    *row = TAG_START;
    return slice_equal(name, SLICE("<s>")) || tag_of_name(name, row);
}

/* Weights of tags after tags lie in tables of their own. @return NULL where `name` isn't one. */
static int16_t *transition_row(compiler *c, slice name)
{
    slice letter, a, b;
    unsigned first, second;
    if (!next_word(&name, &letter) || !next_word(&name, &a) || !row_of(a, &first))
        return NULL;
    if (slice_equal(letter, SLICE("t")))
        return c->second[first];
    if (slice_equal(letter, SLICE("e")) && next_word(&name, &b) && row_of(b, &second))
        return c->third[first][second];
    return NULL;
}

/* The number of a feature that is written as letter and arguments. */
static bool feature_of(slice name, uint64_t *id)
{
    slice letter, a, b = {0};
    if (!next_word(&name, &letter) || letter.len != 1 || !next_word(&name, &a))
        return false;
    bool two = next_word(&name, &b);
    uint64_t first, second = 0;
    switch (letter.ptr[0]) {
    case 'w':
    case 'p':
    case 'n':
        first = text_key(a);
        break;
    case 'x':
    case 'y':
        first = text_key(a);
        second = text_key(b);
        break;
    case 'c':
    case 'u':
        first = hash_bytes(a, 0);
        second = text_key(b);
        break;
    case 'v':
        first = hash_bytes(a, 0);
        second = hash_bytes(b, 0);
        break;
    default:
        first = hash_bytes(a, 0);
    }
    *id = feature_id(letter.ptr[0], first, second);
    return two == (slice_find(SLICE("xycuv"), letter) != SIZE_MAX);
}

static chancery_status read_feature(compiler *c, slice name, slice rest)
{
    slice part;
    syntax_weight w;
    int16_t *row = name.ptr[0] == 't' || name.ptr[0] == 'e' ? transition_row(c, name) : NULL;
    size_t first = c->weights.count, count = 0;
    feature new = {0};
    if (!row && !feature_of(name, &new.id))
        return fail(c, "a feature has the wrong number of arguments");
    for (; next_word(&rest, &part); count++) {
        if (!read_weight(part, &w) || count > SYNTAX_TAG_COUNT)
            return fail(c, "a weight is no tag with a signed number");
        if (row) {
            row[w.tag] = w.value;
            continue;
        }
        syntax_weight *place = array_push(&c->weights, &c->arena, c->error);
        if (!place)
            return out_of_memory(c);
        *place = w;
    }
    if (row || count == 0)
        return CHANCERY_OK;
    if (first + count >= MOST_WEIGHTS)
        return fail(c, "more weights than a model holds");
    feature *place = array_push(&c->features, &c->arena, c->error);
    if (!place)
        return out_of_memory(c);
    new.row = (uint32_t)(first << 8 | count);
    *place = new;
    return CHANCERY_OK;
}

static chancery_status read_line(compiler *c, slice line)
{
    static const struct {
        slice word;
        chancery_status (*read)(compiler *c, slice rest);
    } kinds[] = {
        {{"set ", 4}, read_set},       {{"word ", 5}, read_word},   {{"guess ", 6}, read_guess},
        {{"ending ", 7}, read_ending}, {{"lemma ", 6}, read_lemma},
    };
    slice rest = line, name;
    if (line.len == 0 || line.ptr[0] == '#')
        return CHANCERY_OK;
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (slice_starts(line, kinds[i].word))
            return kinds[i].read(c, slice_range(line, kinds[i].word.len, line.len));
    if (slice_next(&rest, '\t', &name) && name.len > 0 && rest.ptr)
        return read_feature(c, name, rest);
    return fail(c, "the line is none of set, word, guess, ending, lemma, or a feature with a tab");
}

static size_t table_size(size_t count)
{
    size_t size = 2;
    while (size < count * 2 + 2)
        size *= 2;
    return size;
}

static chancery_status lay_endings(compiler *c)
{
    size_t size = table_size(c->endings.count);
    c->ending_table = arena_alloc(&c->arena, size, sizeof *c->ending_table, c->error);
    if (!c->ending_table)
        return out_of_memory(c);
    c->ending_mask = size - 1;
    for (size_t i = 0; i < c->endings.count; i++) {
        size_t at = c->endings.items[i].id & c->ending_mask;
        while (c->ending_table[at].id)
            at = (at + 1) & c->ending_mask;
        c->ending_table[at] = c->endings.items[i];
    }
    return CHANCERY_OK;
}

static chancery_status put_lemma(compiler *c, unsigned tag, slice lemma)
{
    syntax_lemma *l = array_push(&c->lemmas, &c->arena, c->error);
    if (!l)
        return out_of_memory(c);
    *l = (syntax_lemma){text_key(lemma), 0, (uint16_t)lemma.len, (uint8_t)tag, 0};
    return put_string(c, lemma, &l->text);
}

/* The lemma of an entry's form as `tag`, by exception or rule. @return false where it is the form.
 */
static chancery_status entry_lemma(compiler *c, slice form, unsigned tag, const exception *first,
                                   size_t exceptions, bool *put)
{
    slice tail, joined;
    size_t kept;
    *put = true;
    for (size_t i = 0; i < exceptions; i++)
        if (first[i].tag == tag)
            return put_lemma(c, tag, first[i].lemma);
    *put = false;
    if (!model_ending(c->ending_table, c->ending_mask, tag, form, &kept, &tail))
        return CHANCERY_OK;
    chancery_status status = arena_printf(&c->arena, &joined, c->error, "%.*s%.*s", (int)kept,
                                          form.ptr, SLICE_ARGS(tail));
    if (status)
        return status;
    *put = true;
    return put_lemma(c, tag, joined);
}

static int by_key(const void *a, const void *b)
{
    uint64_t x = ((const exception *)a)->key, y = ((const exception *)b)->key;
    if (x != y)
        return x < y ? -1 : 1;
    return (int)((const exception *)a)->tag - (int)((const exception *)b)->tag;
}

/* The exceptions of `key` in the sorted list. @return how many. */
static size_t exceptions_of(const compiler *c, uint64_t key, const exception **first)
{
    size_t low = 0, high = c->exceptions.count, count = 0;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (c->exceptions.items[middle].key < key)
            low = middle + 1;
        else
            high = middle;
    }
    *first = low < c->exceptions.count ? &c->exceptions.items[low] : NULL;
    while (low + count < c->exceptions.count && c->exceptions.items[low + count].key == key)
        count++;
    return count;
}

static chancery_status lay_lemmas_of(compiler *c, size_t index)
{
    const exception *first;
    syntax_entry *e = &c->entries.items[index];
    uint64_t tags =
        e->tags[CASE_SMALL] | e->tags[CASE_CAPITAL] | e->tags[CASE_FIRST] | e->tags[CASE_TITLE];
    size_t count = exceptions_of(c, e->key, &first);
    for (size_t i = 0; i < count; i++)
        tags |= TAG_BIT(first[i].tag);
    e->lemma_first = (uint32_t)c->lemmas.count;
    for (; tags; tags &= tags - 1) {
        unsigned tag = (unsigned)__builtin_ctzll(tags);
        slice form = {&c->strings.items[e->form], e->form_bytes};
        bool put;
        chancery_status status = entry_lemma(c, form, tag, first, count, &put);
        if (status)
            return status;
        e->lemma_count = (uint16_t)(e->lemma_count + put);
    }
    return CHANCERY_OK;
}

static chancery_status find_or_add_entry(compiler *c, const exception *x, const uint32_t *slots,
                                         size_t mask)
{
    for (size_t at = x->key & mask; slots[at]; at = (at + 1) & mask)
        if (c->entries.items[slots[at] - 1].key == x->key)
            return CHANCERY_OK;
    if (c->entries.count && c->entries.items[c->entries.count - 1].key == x->key)
        return CHANCERY_OK;
    syntax_entry *e = array_push(&c->entries, &c->arena, c->error);
    if (!e)
        return out_of_memory(c);
    e->key = x->key;
    e->form_bytes = (uint16_t)x->form.len;
    return put_string(c, x->form, &e->form);
}

static uint32_t *lay_words(compiler *c, size_t size)
{
    uint32_t *slots = arena_alloc(&c->arena, size, sizeof *slots, c->error);
    for (size_t i = 0; slots && i < c->entries.count; i++) {
        size_t at = c->entries.items[i].key & (size - 1);
        while (slots[at])
            at = (at + 1) & (size - 1);
        slots[at] = (uint32_t)i + 1;
    }
    return slots;
}

/* Words that are there for their lemmas only come behind the others. */
static chancery_status lay_lemmas(compiler *c)
{
    size_t size = table_size(c->entries.count);
    uint32_t *slots = lay_words(c, size);
    if (!slots)
        return out_of_memory(c);
    if (c->exceptions.count)
        qsort(c->exceptions.items, c->exceptions.count, sizeof *c->exceptions.items, by_key);
    for (size_t i = 0; i < c->exceptions.count; i++) {
        chancery_status status = find_or_add_entry(c, &c->exceptions.items[i], slots, size - 1);
        if (status)
            return status;
    }
    for (size_t i = 0; i < c->entries.count; i++) {
        chancery_status status = lay_lemmas_of(c, i);
        if (status)
            return status;
    }
    return CHANCERY_OK;
}

static syntax_slot *lay_features(compiler *c, size_t size)
{
    syntax_slot *slots = arena_alloc(&c->arena, size, sizeof *slots, c->error);
    for (size_t i = 0; slots && i < c->features.count; i++) {
        const feature *f = &c->features.items[i];
        size_t at = f->id & (size - 1);
        while (slots[at].row)
            at = (at + 1) & (size - 1);
        slots[at] = (syntax_slot){(uint32_t)(f->id >> 32), f->row};
    }
    return slots;
}

static syntax_guess *lay_guesses(compiler *c, size_t size)
{
    syntax_guess *table = arena_alloc(&c->arena, size, sizeof *table, c->error);
    for (size_t i = 0; table && i < c->guesses.count; i++) {
        size_t at = c->guesses.items[i].id & (size - 1);
        while (table[at].id)
            at = (at + 1) & (size - 1);
        table[at] = c->guesses.items[i];
    }
    return table;
}

static chancery_status write_model(compiler *c, const char *path)
{
    size_t words = table_size(c->entries.count), features = table_size(c->features.count);
    size_t guesses = table_size(c->guesses.count);
    const uint32_t *word_slots = lay_words(c, words);
    const syntax_slot *slots = lay_features(c, features);
    const syntax_guess *guess_table = lay_guesses(c, guesses);
    if (!word_slots || !slots || !guess_table)
        return out_of_memory(c);
    const uint64_t meta = model_mark();
    const container_part parts[] = {
        {"words", c->entries.items, c->entries.count, sizeof *c->entries.items},
        {"wordslot", word_slots, words, sizeof *word_slots},
        {"featslot", slots, features, sizeof *slots},
        {"weights", c->weights.items, c->weights.count, sizeof *c->weights.items},
        {"second", c->second, (size_t)TAG_ROWS * SYNTAX_TAG_COUNT, sizeof(int16_t)},
        {"third", c->third, (size_t)TAG_ROWS * TAG_ROWS * SYNTAX_TAG_COUNT, sizeof(int16_t)},
        {"guesses", guess_table, guesses, sizeof *guess_table},
        {"endings", c->ending_table, c->ending_mask + 1, sizeof *c->ending_table},
        {"lemmas", c->lemmas.items, c->lemmas.count, sizeof *c->lemmas.items},
        {"strings", c->strings.items, c->strings.count, 1},
        {"meta", &meta, 1, sizeof meta},
    };
    return container_write(path, "TAGS", MODEL_VERSION, parts, sizeof parts / sizeof *parts,
                           c->error);
}

static chancery_status compile(compiler *c, const char *source, slice text, const char *path)
{
    slice line;
    while (slice_next(&text, '\n', &line)) {
        c->line++;
        chancery_status status = read_line(c, line);
        if (status) {
            error_at(c->error, source, c->line);
            return status;
        }
    }
    chancery_status status = lay_endings(c);
    if (!status)
        status = lay_lemmas(c);
    return status ? status : write_model(c, path);
}

chancery_status syntax_compile(const char *source, const char *path, chancery_error *error)
{
    slice text = {0};
    chancery_error local;
    if (!error)
        error = &local;
    compiler *c = NULL;
    chancery_status status = file_read(source, SOURCE_LIMIT, &text, error);
    if (status)
        return status;
    c = memory_alloc(1, sizeof *c);
    if (!c) {
        status = error_set(error, CHANCERY_E_MEMORY, "%s: no memory to compile it", source);
        goto out;
    }
    c->error = error;
    arena_init(&c->arena, (size_t)1 << 30);
    status = compile(c, source, text, path);
    arena_clear(&c->arena);
out:
    memory_free(c);
    memory_free((void *)(uintptr_t)text.ptr);
    return status;
}
