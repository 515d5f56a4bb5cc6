/* Lemmas: exceptions from the model, the rest by the endings of regular inflection.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * Known words have theirs worked out when the model is compiled; only unknown ones are worked out
 * here, in the arena. */
#include "base/error.h"
#include "syntax/inner.h"

static bool keeps_form(unsigned tag)
{
    switch ((syntax_tag)tag) {
    case SYNTAX_NNP:
    case SYNTAX_NNPS:
    case SYNTAX_PUNCT:
    case SYNTAX_SYM:
    case SYNTAX_HYPH:
    case SYNTAX_CD:
    case SYNTAX_FW:
    case SYNTAX_OTHER:
        return true;
    default:
        return false;
    }
}

static const syntax_lemma *find(const syntax_model *m, const syntax_entry *e, unsigned tag)
{
    for (size_t i = 0; e && i < e->lemma_count; i++)
        if (m->lemmas[e->lemma_first + i].tag == tag)
            return &m->lemmas[e->lemma_first + i];
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

static chancery_status work_out(const syntax_model *m, slice form, arena *a, syntax_word *word,
                                chancery_error *error)
{
    size_t kept;
    slice tail;
    if (has_capital(form)) {
        chancery_status status = lowered(form, a, &form, error);
        if (status)
            return status;
    }
    word->lemma = form;
    if (!model_ending(m->endings, m->ending_mask, word->tag, form, &kept, &tail))
        return CHANCERY_OK;
    char *out = arena_alloc(a, kept + tail.len, 1, error);
    if (!out)
        return error ? error->status : CHANCERY_E_MEMORY;
    memcpy(out, form.ptr, kept);
    memcpy(out + kept, tail.ptr, tail.len);
    word->lemma = (slice){out, kept + tail.len};
    word->lemma_key = text_key(word->lemma);
    return CHANCERY_OK;
}

bool lemma_listed(const syntax_model *m, slice text, const text_token *token, syntax_word *word)
{
    slice form = slice_range(text, token->start, token->end);
    const syntax_entry *e = model_word(m, token->key);
    const syntax_lemma *known = find(m, e, word->tag);
    if (known) {
        word->lemma = (slice){m->strings + known->text, known->bytes};
        word->lemma_key = known->key;
        return true;
    }
    uint64_t tags = e ? e->tags[CASE_SMALL] | e->tags[CASE_CAPITAL] | e->tags[CASE_FIRST] : 0;
    if (!(tags >> word->tag & 1) || e->form_bytes != form.len)
        return false;
    word->lemma = (slice){m->strings + e->form, e->form_bytes};
    word->lemma_key = token->key;
    return true;
}

chancery_status lemma_word(const syntax_model *m, slice text, const text_token *token, arena *a,
                           syntax_word *word, chancery_error *error)
{
    slice form = slice_range(text, token->start, token->end);
    word->lemma = form;
    word->lemma_key = token->key;
    if (keeps_form(word->tag))
        return CHANCERY_OK;
    return lemma_listed(m, text, token, word) ? CHANCERY_OK : work_out(m, form, a, word, error);
}
