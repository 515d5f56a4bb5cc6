/* Compiles data/syntax/lemmas.txt into the lists' container.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * The text is read line by line into growing arrays; then the open-addressed tables are laid out,
 * at most half full, so that a look-up of what isn't there ends after a probe or two. */
#include "base/error.h"
#include "base/memory.h"
#include "syntax/inner.h"

enum { SOURCE_LIMIT = 16 << 20, LONGEST_LEMMA = 256 };

typedef struct compiler {
    arena arena;
    chancery_error *error; /* never NULL */
    ARRAY(syntax_ending) endings;
    ARRAY(syntax_lemma) lemmas;
    ARRAY(char) strings;
} compiler;

static chancery_status fail(compiler *c, const char *what)
{
    return error_set(c->error, CHANCERY_E_FORMAT, "%s; make the file anew with train/lemmas.py",
                     what);
}

static bool next_word(slice *rest, slice *word)
{
    while (slice_next(rest, ' ', word))
        if (word->len > 0)
            return true;
    return false;
}

static bool next_tag(slice *rest, unsigned *tag)
{
    slice word;
    return next_word(rest, &word) && tag_of_name(word, tag);
}

static chancery_status put_string(compiler *c, slice s, uint32_t *at)
{
    *at = (uint32_t)c->strings.count;
    for (size_t i = 0; i < s.len; i++) {
        char *place = array_push(&c->strings, &c->arena, c->error);
        if (!place)
            return c->error->status;
        *place = s.ptr[i];
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
        return c->error->status;
    if (slice_is(lemma, "_"))
        lemma.len = 0;
    e->id = ending_id(tag, ending);
    e->lemma_bytes = (uint8_t)lemma.len;
    memcpy(e->lemma, lemma.ptr, lemma.len);
    return CHANCERY_OK;
}

static chancery_status read_lemma(compiler *c, slice rest)
{
    slice form, lemma;
    unsigned tag;
    if (!next_word(&rest, &form) || !next_tag(&rest, &tag) || !next_word(&rest, &lemma) ||
        lemma.len > LONGEST_LEMMA)
        return fail(c, "a lemma needs a form, a tag and the lemma");
    syntax_lemma *l = array_push(&c->lemmas, &c->arena, c->error);
    if (!l)
        return c->error->status;
    *l = (syntax_lemma){
        .id = lemma_id(tag, text_key(form)), .key = text_key(lemma), .bytes = (uint32_t)lemma.len};
    return put_string(c, lemma, &l->text);
}

static chancery_status read_line(compiler *c, slice line)
{
    slice ending = SLICE("ending "), lemma = SLICE("lemma ");
    if (line.len == 0 || line.ptr[0] == '#')
        return CHANCERY_OK;
    if (slice_starts(line, ending))
        return read_ending(c, slice_range(line, ending.len, line.len));
    if (slice_starts(line, lemma))
        return read_lemma(c, slice_range(line, lemma.len, line.len));
    return fail(c, "the line is neither an ending nor a lemma");
}

static size_t table_size(size_t count)
{
    size_t size = 2;
    while (size < count * 2 + 2)
        size *= 2;
    return size;
}

static syntax_ending *lay_endings(compiler *c, size_t size)
{
    syntax_ending *table = arena_alloc(&c->arena, size, sizeof *table, c->error);
    for (size_t i = 0; table && i < c->endings.count; i++) {
        size_t at = c->endings.items[i].id & (size - 1);
        while (table[at].id)
            at = (at + 1) & (size - 1);
        table[at] = c->endings.items[i];
    }
    return table;
}

static syntax_lemma *lay_lemmas(compiler *c, size_t size)
{
    syntax_lemma *table = arena_alloc(&c->arena, size, sizeof *table, c->error);
    for (size_t i = 0; table && i < c->lemmas.count; i++) {
        size_t at = c->lemmas.items[i].id & (size - 1);
        while (table[at].id)
            at = (at + 1) & (size - 1);
        table[at] = c->lemmas.items[i];
    }
    return table;
}

static chancery_status write_lists(compiler *c, const char *path)
{
    size_t endings = table_size(c->endings.count), lemmas = table_size(c->lemmas.count);
    const syntax_ending *ending_table = lay_endings(c, endings);
    const syntax_lemma *lemma_table = ending_table ? lay_lemmas(c, lemmas) : NULL;
    if (!lemma_table)
        return c->error->status;
    const uint64_t meta = lemmas_mark();
    const container_part parts[] = {
        {"endings", ending_table, endings, sizeof *ending_table},
        {"lemmas", lemma_table, lemmas, sizeof *lemma_table},
        {"strings", c->strings.items, c->strings.count, 1},
        {"meta", &meta, 1, sizeof meta},
    };
    return container_write(path, "LEMM", LEMMAS_VERSION, parts, sizeof parts / sizeof *parts,
                           c->error);
}

static chancery_status compile(compiler *c, const char *source, slice text, const char *path)
{
    slice line;
    for (uint64_t number = 1; slice_next(&text, '\n', &line); number++) {
        chancery_status status = read_line(c, line);
        if (status) {
            error_at(c->error, source, number);
            return status;
        }
    }
    return write_lists(c, path);
}

chancery_status syntax_lemmas_compile(const char *source, const char *path, chancery_error *error)
{
    slice text = {0};
    chancery_error local = {0};
    compiler c = {.error = error ? error : &local};
    chancery_status status = file_read(source, SOURCE_LIMIT, &text, c.error);
    if (status)
        return status;
    arena_init(&c.arena, (size_t)1 << 30);
    status = compile(&c, source, text, path);
    arena_clear(&c.arena);
    memory_free((void *)(uintptr_t)text.ptr);
    return status;
}
