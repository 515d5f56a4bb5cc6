/* Lemmas of nouns and verbs: a list of exceptions, the rest by the endings of regular inflection.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * The container is mapped and all that refers to something else is checked once, at open: tables
 * are powers of two with a free place, strings lie inside. The look-ups then trust them. */
#include "base/error.h"
#include "base/memory.h"
#include "syntax/inner.h"

/* ---------------------------------------------------------------------------------- the lists */

uint64_t lemmas_mark(void)
{
    static const char *const words[] = {"Élysée", "don’t", "ＵＮ", "Ørsted", "İzmir", "U.S."};
    uint64_t mark = SYNTAX_TAG_COUNT;
    for (unsigned tag = 0; tag < SYNTAX_TAG_COUNT; tag++)
        mark = mix(mark, hash_bytes(slice_of(syntax_tag_name((syntax_tag)tag)), 0));
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        mark = mix(mark, text_key(slice_of(words[i])));
    return mark;
}

static bool power_of_two(size_t n)
{
    return n >= 2 && (n & (n - 1)) == 0;
}

static bool endings_sound(const syntax_lemmas *m)
{
    size_t used = 0;
    for (size_t i = 0; i <= m->ending_mask; i++) {
        if (m->endings[i].lemma_bytes > ENDING_BYTES)
            return false;
        used += m->endings[i].id != 0;
    }
    return used <= m->ending_mask;
}

static bool lemmas_sound(const syntax_lemmas *m)
{
    size_t used = 0;
    for (size_t i = 0; i <= m->lemma_mask; i++) {
        if (m->lemmas[i].text > m->string_bytes ||
            m->lemmas[i].bytes > m->string_bytes - m->lemmas[i].text)
            return false;
        used += m->lemmas[i].id != 0;
    }
    return used <= m->lemma_mask;
}

/* One section of the lists: where its first element and its count go. */
typedef struct section {
    const char *name;
    size_t element_bytes;
    const void **out;
    size_t *count;
} section;

static chancery_status load_sections(syntax_lemmas *m, const char *path, chancery_error *error)
{
    size_t endings, lemmas, metas;
    const uint64_t *meta;
    const section sections[] = {
        {"endings", sizeof *m->endings, (const void **)&m->endings, &endings},
        {"lemmas", sizeof *m->lemmas, (const void **)&m->lemmas, &lemmas},
        {"strings", 1, (const void **)&m->strings, &m->string_bytes},
        {"meta", sizeof *meta, (const void **)&meta, &metas},
    };
    for (size_t i = 0; i < sizeof sections / sizeof *sections; i++) {
        const section *s = &sections[i];
        chancery_status status = container_section(m->file.map.bytes, s->name, s->element_bytes,
                                                   s->count, s->out, error);
        if (status)
            return status;
    }
    if (!power_of_two(endings) || !power_of_two(lemmas))
        return error_set(error, CHANCERY_E_FORMAT,
                         "%s: the lists of lemmas have sizes that none has; compile them anew",
                         path);
    if (metas != 1 || *meta != lemmas_mark())
        return error_set(error, CHANCERY_E_VERSION,
                         "%s: the lists of lemmas were compiled for other tags or another "
                         "tokeniser; compile them anew with this program",
                         path);
    m->ending_mask = endings - 1;
    m->lemma_mask = lemmas - 1;
    if (!endings_sound(m) || !lemmas_sound(m))
        return error_set(error, CHANCERY_E_FORMAT,
                         "%s: the lists of lemmas refer to what they don't hold; compile them anew",
                         path);
    return CHANCERY_OK;
}

chancery_status syntax_lemmas_open(const char *path, syntax_lemmas **out, chancery_error *error)
{
    char hex[HASH_HEX_BYTES];
    syntax_lemmas *m = memory_alloc(1, sizeof *m);
    if (!m)
        return error_set(error, CHANCERY_E_MEMORY, "%s: no memory for the lists of lemmas", path);
    chancery_status status =
        container_open(&m->file, path, "LEMM", LEMMAS_VERSION, LEMMAS_VERSION, error);
    if (status) {
        memory_free(m);
        return status;
    }
    status = load_sections(m, path, error);
    if (status) {
        syntax_lemmas_close(m);
        return status;
    }
    hash_hex(m->file.checksum, hex);
    memcpy(m->edition, hex, sizeof m->edition);
    *out = m;
    return CHANCERY_OK;
}

void syntax_lemmas_close(syntax_lemmas *lemmas)
{
    if (!lemmas)
        return;
    container_close(&lemmas->file);
    memory_free(lemmas);
}

slice syntax_lemmas_edition(const syntax_lemmas *lemmas)
{
    return (slice){lemmas->edition, sizeof lemmas->edition};
}

/* ------------------------------------------------------------------------------------ a word's */

static const syntax_lemma *find_exception(const syntax_lemmas *m, unsigned tag, uint64_t key)
{
    uint64_t id = lemma_id(tag, key);
    for (size_t at = id & m->lemma_mask; m->lemmas[at].id; at = (at + 1) & m->lemma_mask)
        if (m->lemmas[at].id == id)
            return &m->lemmas[at];
    return NULL;
}

/* The longest ending of `form` that is listed and leaves two letters or more, or NULL. */
static const syntax_ending *find_ending(const syntax_lemmas *m, unsigned tag, slice form,
                                        size_t *kept)
{
    size_t longest = form.len < ENDING_BYTES + 1 ? form.len : ENDING_BYTES + 1;
    for (size_t length = longest; length-- > 1;) {
        *kept = form.len - length;
        uint64_t id = ending_id(tag, slice_range(form, *kept, form.len));
        for (size_t at = id & m->ending_mask; m->endings[at].id; at = (at + 1) & m->ending_mask)
            if (m->endings[at].id == id && *kept + m->endings[at].lemma_bytes >= 2)
                return &m->endings[at];
    }
    return NULL;
}

static bool has_capital(slice form)
{
    for (size_t i = 0; i < form.len; i++)
        if (form.ptr[i] >= 'A' && form.ptr[i] <= 'Z')
            return true;
    return false;
}

/* ASCII capitals only: what else a common word begins with is too rare to be worth a table. */
static chancery_status lowered(slice form, arena *a, slice *out, chancery_error *error)
{
    char *copy = arena_alloc(a, form.len, 1, error);
    if (!copy)
        return error ? error->status : CHANCERY_E_MEMORY;
    for (size_t i = 0; i < form.len; i++) {
        char c = form.ptr[i];
        copy[i] = c >= 'A' && c <= 'Z' ? (char)(c + 'a' - 'A') : c;
    }
    *out = (slice){copy, form.len};
    return CHANCERY_OK;
}

static chancery_status without_ending(const syntax_lemmas *m, slice form, arena *a,
                                      syntax_word *word, chancery_error *error)
{
    size_t kept;
    if (has_capital(form)) {
        chancery_status status = lowered(form, a, &form, error);
        if (status)
            return status;
    }
    word->lemma = form;
    const syntax_ending *ending = find_ending(m, word->tag, form, &kept);
    if (!ending)
        return CHANCERY_OK;
    char *out = arena_alloc(a, kept + ending->lemma_bytes, 1, error);
    if (!out)
        return error ? error->status : CHANCERY_E_MEMORY;
    memcpy(out, form.ptr, kept);
    memcpy(out + kept, ending->lemma, ending->lemma_bytes);
    word->lemma = (slice){out, kept + ending->lemma_bytes};
    word->lemma_key = text_key(word->lemma);
    return CHANCERY_OK;
}

chancery_status lemma_word(const syntax_lemmas *m, slice text, const text_token *token, arena *a,
                           syntax_word *word, chancery_error *error)
{
    slice form = slice_range(text, token->start, token->end);
    word->lemma = form;
    word->lemma_key = token->key;
    if (word->tag == SYNTAX_NNP || word->tag == SYNTAX_NNPS)
        return CHANCERY_OK;
    const syntax_lemma *known = find_exception(m, word->tag, token->key);
    if (!known)
        return without_ending(m, form, a, word, error);
    word->lemma = (slice){m->strings + known->text, known->bytes};
    word->lemma_key = known->key;
    return CHANCERY_OK;
}
