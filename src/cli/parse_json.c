/* Parsed sentences as JSON; docs/json.md describes it.
 *
 * SPDX-License-Identifier: Apache-2.0 */
#include "cli/parse.h"
#include "export/writer.h"

enum { WORD_BYTES = 200 }; /* of JSON, about */

slice parse_text_of(const conllu_sentence *s)
{
    slice mark = SLICE("# text = ");
    for (size_t i = 0; i < s->line_count; i++)
        if (s->lines[i].form.len == 0 && slice_starts(s->lines[i].text, mark))
            return slice_range(s->lines[i].text, mark.len, s->lines[i].text.len);
    return (slice){"", 0};
}

static void write_node(writer *w, const syntax_node *node)
{
    writer_field(w, SLICE("lemma"), node->lemma);
    writer_field(w, SLICE("upos"), node->upos);
    writer_field(w, SLICE("xpos"), node->xpos);
    writer_field(w, SLICE("feats"), node->feats);
    writer_key(w, SLICE("head"));
    if (node->head >= 0)
        writer_u64(w, (uint64_t)node->head);
    else
        writer_bytes(w, SLICE("null"));
    writer_field(w, SLICE("deprel"), node->deprel);
    writer_field(w, SLICE("ner"), node->name);
}

chancery_status parse_print_json(FILE *out, const conllu_sentence *s, const parse_place *place,
                                 const syntax_tree *tree, arena *work, chancery_error *error)
{
    writer w;
    slice line;
    writer_to_arena(&w, work, place->text.len + s->word_count * WORD_BYTES, error);
    writer_open(&w, '{');
    writer_field(&w, SLICE("text"), place->text);
    if (tree->windows > 1)
        writer_field_u64(&w, SLICE("windows"), tree->windows);
    writer_key(&w, SLICE("words"));
    writer_open(&w, '[');
    for (size_t i = 0; i < s->word_count; i++) {
        writer_element(&w);
        writer_open(&w, '{');
        writer_field(&w, SLICE("form"), s->form[i]);
        if (place->tokens) {
            writer_field_u64(&w, SLICE("start"), place->tokens[i].start);
            writer_field_u64(&w, SLICE("end"), place->tokens[i].end);
        }
        write_node(&w, &tree->words[i]);
        writer_close(&w, '}');
    }
    writer_close(&w, ']');
    writer_close(&w, '}');
    chancery_status status = writer_finish(&w, &line);
    if (!status) {
        fwrite(line.ptr, 1, line.len, out);
        fputc('\n', out);
    }
    return status;
}
