/* CoNLL-U. See conllu.h.
 *
 * SPDX-License-Identifier: Apache-2.0 */
#include "syntax/conllu.h"

#include "base/array.h"
#include "base/error.h"
#include "base/number.h"
#include "text/text.h"

enum { COLUMNS = 10, ID = 0, FORM = 1, MISC = 9, SHOWN_BYTES = 40 };

static const char OWN_COMMENT[] = "# chancery = ";

typedef struct sentence_parts {
    ARRAY(conllu_line) lines;
    ARRAY(slice) form;
    ARRAY(slice) misc;
    size_t range_end; /* last word of the last multiword token; 0 for none */
} sentence_parts;

chancery_status conllu_open(slice bytes, conllu_reader *out, chancery_error *error)
{
    chancery_status status = text_check_utf8(bytes, error);
    if (status)
        return status;
    if (slice_starts(bytes, SLICE("\xef\xbb\xbf")))
        bytes = slice_range(bytes, 3, bytes.len);
    *out = (conllu_reader){bytes, 0};
    return CHANCERY_OK;
}

/* The next line without its end. @return false behind the last. */
static bool next_line(conllu_reader *r, slice *line)
{
    if (r->rest.len == 0)
        return false;
    (void)slice_next(&r->rest, '\n', line);
    if (slice_ends(*line, SLICE("\r")))
        line->len--;
    r->line++;
    return true;
}

static chancery_status wrong_line(const conllu_reader *r, chancery_error *error, const char *what,
                                  slice shown)
{
    error_set(error, CHANCERY_E_FORMAT, "%s%s%.*s%s; give CoNLL-U: ID, FORM and eight more columns",
              what, shown.len ? ": '" : "", shown.len < SHOWN_BYTES ? (int)shown.len : SHOWN_BYTES,
              shown.len ? shown.ptr : "", shown.len ? "'" : "");
    if (error)
        error->line = r->line;
    return CHANCERY_E_FORMAT;
}

/* MISC without NER=, which this program writes. One copy, and only where it is there. */
static chancery_status clean_misc(slice misc, arena *a, slice *out, chancery_error *error)
{
    slice rest = misc, part;
    size_t len = 0;
    *out = slice_is(misc, "_") ? (slice){"", 0} : misc;
    if (slice_find(misc, SLICE("NER=")) == SIZE_MAX)
        return CHANCERY_OK;
    char *bytes = arena_alloc(a, misc.len, 1, error);
    if (!bytes)
        return error->status;
    while (slice_next(&rest, '|', &part)) {
        if (slice_starts(part, SLICE("NER=")) || part.len == 0)
            continue;
        if (len)
            bytes[len++] = '|';
        memcpy(bytes + len, part.ptr, part.len);
        len += part.len;
    }
    *out = (slice){bytes, len};
    return CHANCERY_OK;
}

static chancery_status add_line(sentence_parts *s, conllu_line line, arena *a,
                                chancery_error *error)
{
    conllu_line *place = array_push(&s->lines, a, error);
    if (!place)
        return error->status;
    *place = line;
    return CHANCERY_OK;
}

/* "3-4": from the next word on, not inside another range, and two words at least or one. */
static chancery_status read_range(const conllu_reader *r, const slice *column, size_t dash,
                                  sentence_parts *s, arena *a, chancery_error *error)
{
    uint64_t first, last;
    slice misc, id = column[ID];
    if (!number_parse_u64(slice_range(id, 0, dash), &first) ||
        !number_parse_u64(slice_range(id, dash + 1, id.len), &last) || last < first ||
        first != s->form.count + 1 || s->range_end >= first)
        return wrong_line(r, error, "this range of words doesn't begin at the next word", id);
    s->range_end = (size_t)last;
    chancery_status status = clean_misc(column[MISC], a, &misc, error);
    return status ? status
                  : add_line(s, (conllu_line){id, column[FORM], misc, s->form.count}, a, error);
}

static chancery_status read_word(const conllu_reader *r, const slice *column, sentence_parts *s,
                                 arena *a, chancery_error *error)
{
    uint64_t id;
    if (!number_parse_u64(column[ID], &id) || id != s->form.count + 1)
        return wrong_line(r, error, "this ID is not that of the next word", column[ID]);
    slice *form = array_push(&s->form, a, error);
    slice *misc = array_push(&s->misc, a, error);
    if (!form || !misc)
        return error->status;
    *form = column[FORM];
    return clean_misc(column[MISC], a, misc, error);
}

/* "3.1" stands in enhanced graphs only, which are not kept. */
static bool is_empty_node(slice id, size_t words)
{
    uint64_t word, node;
    size_t dot = slice_find(id, SLICE("."));
    return dot != SIZE_MAX && number_parse_u64(slice_range(id, 0, dot), &word) && word == words &&
           number_parse_u64(slice_range(id, dot + 1, id.len), &node);
}

static chancery_status read_columns(const conllu_reader *r, slice line, sentence_parts *s, arena *a,
                                    chancery_error *error)
{
    slice column[COLUMNS], rest = line, part;
    size_t count = 0;
    for (; slice_next(&rest, '\t', &part); count++)
        if (count < COLUMNS)
            column[count] = part;
    if (count != COLUMNS)
        return wrong_line(r, error, "this line has not ten columns parted by tabs", line);
    if (column[FORM].len == 0)
        return wrong_line(r, error, "this word has no form", column[ID]);
    size_t dash = slice_find(column[ID], SLICE("-"));
    if (dash != SIZE_MAX)
        return read_range(r, column, dash, s, a, error);
    if (is_empty_node(column[ID], s->form.count))
        return CHANCERY_OK;
    return read_word(r, column, s, a, error);
}

static chancery_status read_line(const conllu_reader *r, slice line, sentence_parts *s, arena *a,
                                 chancery_error *error)
{
    if (line.ptr[0] != '#')
        return read_columns(r, line, s, a, error);
    if (s->form.count || s->range_end)
        return wrong_line(r, error, "a comment stands among the words of a sentence", line);
    if (slice_starts(line, slice_of(OWN_COMMENT)))
        return CHANCERY_OK;
    return add_line(s, (conllu_line){.text = line}, a, error);
}

static chancery_status read_sentence(conllu_reader *r, arena *a, conllu_sentence *out,
                                     chancery_error *error)
{
    sentence_parts s = {0};
    slice line;
    bool begun = false;
    while (next_line(r, &line)) {
        if (line.len == 0 && begun)
            break;
        if (line.len == 0)
            continue;
        begun = true;
        chancery_status status = read_line(r, line, &s, a, error);
        if (status)
            return status;
    }
    if (begun && s.form.count == 0)
        return wrong_line(r, error, "a sentence without words ends here", (slice){0});
    if (s.range_end > s.form.count)
        return wrong_line(r, error, "a sentence ends inside a range of words", (slice){0});
    *out =
        (conllu_sentence){s.lines.items, s.lines.count, s.form.items, s.misc.items, s.form.count};
    return CHANCERY_OK;
}

chancery_status conllu_next(conllu_reader *reader, arena *a, conllu_sentence *out,
                            chancery_error *error)
{
    chancery_error own = {0}; /* the failures inside are told by what it holds */
    return read_sentence(reader, a, out, error ? error : &own);
}

/* --- writing --- */

static void put(FILE *out, slice s)
{
    if (s.len == 0)
        fputc('_', out);
    for (size_t i = 0; i < s.len; i++) {
        char byte = s.ptr[i];
        bool breaks = byte == '\t' || byte == '\n' || byte == '\r' || byte == '\0';
        fputc(breaks ? ' ' : (unsigned char)byte, out);
    }
}

static void put_column(FILE *out, slice s)
{
    fputc('\t', out);
    put(out, s);
}

static void put_line(FILE *out, const conllu_line *line)
{
    fwrite(line->text.ptr, 1, line->text.len, out);
    if (line->form.len) {
        put_column(out, line->form);
        fputs("\t_\t_\t_\t_\t_\t_\t_", out);
        put_column(out, line->misc);
    }
    fputc('\n', out);
}

static void put_word(FILE *out, const conllu_sentence *s, const syntax_node *word, size_t index)
{
    bool named = !slice_is(word->name, "O");
    fprintf(out, "%zu", index + 1);
    put_column(out, s->form[index]);
    put_column(out, word->lemma);
    put_column(out, word->upos);
    put_column(out, word->xpos);
    put_column(out, word->feats);
    fprintf(out, "\t%d", (int)word->head + 1);
    put_column(out, word->deprel);
    fputs("\t_\t", out);
    if (s->misc[index].len || !named)
        put(out, s->misc[index]);
    if (named) {
        fputs(s->misc[index].len ? "|NER=" : "NER=", out);
        put(out, word->name);
    }
    fputc('\n', out);
}

void conllu_write(FILE *out, const conllu_sentence *sentence, const syntax_tree *tree)
{
    const conllu_line *lines = sentence->lines;
    size_t at = 0, count = sentence->line_count;
    for (; at < count && lines[at].form.len == 0; at++)
        put_line(out, &lines[at]);
    if (tree->windows > 1)
        fprintf(out, "%sparsed in %zu windows\n", OWN_COMMENT, tree->windows);
    for (size_t i = 0; i < sentence->word_count; i++) {
        for (; at < count && lines[at].before == i; at++)
            put_line(out, &lines[at]);
        put_word(out, sentence, &tree->words[i], i);
    }
    fputc('\n', out);
}
