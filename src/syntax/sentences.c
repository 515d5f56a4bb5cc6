/* The sentences of a report. See sentences.h.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * A network says tags, lemmas and trees; of the names that the report's reader knows beforehand
 * only the tags of nouns are put right, since a verb's tag would belie its place in the tree. */
#include "syntax/sentences.h"

#include "base/error.h"
#include "syntax/from_tree.h"
#include "syntax/parse.h"

static slice form_of(slice text, const text_token *token)
{
    return slice_range(text, token->start, token->end);
}

static chancery_status fill_forms(slice text, const text_report *report, arena *a,
                                  syntax_forms *out, chancery_error *error)
{
    slice *forms = arena_alloc(a, report->token_count, sizeof *forms, error);
    if (!forms)
        return error->status;
    for (size_t i = 0; i < report->token_count; i++)
        forms[i] = form_of(text, &report->tokens[i]);
    for (size_t i = 0; i < report->sentence_count; i++)
        out[i] = (syntax_forms){forms + report->sentences[i].first, report->sentences[i].count};
    return CHANCERY_OK;
}

/* A known name is no common noun, an adjective of a state no name; nor is what is written small. */
static unsigned marked_tag(unsigned tag, tree_relation relation, uint8_t mark, bool small)
{
    const uint64_t common = TAG_BIT(SYNTAX_NN) | TAG_BIT(SYNTAX_JJ) | TAG_BIT(SYNTAX_FW);
    if (small && mark == 0 && relation != TREE_FLAT && relation != TREE_COMPOUND)
        return tag == SYNTAX_NNP ? SYNTAX_NN : tag == SYNTAX_NNPS ? SYNTAX_NNS : tag;
    if (mark == 1 && tag_in(tag, common))
        return SYNTAX_NNP;
    if (mark == 1 && tag == SYNTAX_NNS)
        return SYNTAX_NNPS;
    if (mark == 2 && tag_in(tag, NOUN_TAGS) && relation == TREE_AMOD)
        return SYNTAX_JJ;
    return tag;
}

/* Lemmas of verbs and nouns by the model's list and endings, which the codebook knows. */
static chancery_status set_word(const syntax_model *model, const tree_input *in, size_t i,
                                const syntax_node *node, unsigned tag, arena *a,
                                chancery_error *error)
{
    syntax_word *word = &in->words[i];
    word->tag = (uint8_t)tag;
    if (tag_in(tag, VERB_TAGS | NOUN_TAGS))
        return lemma_word(model, in->text, &in->tokens[i], a, word, error);
    word->lemma = node->lemma;
    word->lemma_key = text_key(node->lemma);
    return CHANCERY_OK;
}

/* What the network says of words, as from_tree.c takes it. */
static chancery_status fill_input(const syntax_model *model, const syntax_tree *tree,
                                  const uint8_t *mark, arena *a, tree_input *in,
                                  chancery_error *error)
{
    int16_t *head = arena_alloc(a, in->count, sizeof *head, error);
    uint8_t *relation = head ? arena_alloc(a, in->count, sizeof *relation, error) : NULL;
    in->words = relation ? arena_alloc(a, in->count, sizeof *in->words, error) : NULL;
    if (!in->words)
        return error->status;
    for (size_t i = 0; i < in->count; i++) {
        const syntax_node *node = &tree->words[i];
        head[i] = (int16_t)(node->head < SYNTAX_MAX_WORDS ? node->head : NONE);
        relation[i] = (uint8_t)tree_relation_of(node->deprel);
        unsigned tag = (unsigned)tree_tag_of(node->xpos);
        bool small = in->tokens[i].kind == TEXT_WORD && !(in->tokens[i].flags & TEXT_CAPITAL);
        tag = marked_tag(tag, (tree_relation)relation[i], mark ? mark[i] : 0, small);
        chancery_status status = set_word(model, in, i, node, tag, a, error);
        if (status)
            return status;
    }
    in->head = head;
    in->relation = relation;
    return CHANCERY_OK;
}

static chancery_status from_trees(const syntax_model *model, const syntax_tree *trees, slice text,
                                  const text_report *report, const uint8_t *name_mark, arena *a,
                                  syntax_sentence *out, chancery_error *error)
{
    chancery_status status = CHANCERY_OK;
    for (size_t i = 0; !status && i < report->sentence_count; i++) {
        const text_sentence *s = &report->sentences[i];
        tree_input in = {.text = text,
                         .tokens = report->tokens + s->first,
                         .count = s->count,
                         .title = s->title};
        status =
            fill_input(model, &trees[i], name_mark ? name_mark + s->first : NULL, a, &in, error);
        if (!status)
            status = syntax_from_tree(&in, a, &out[i], error);
    }
    return status;
}

static chancery_status parse_trees(const syntax_model *model, syntax_parser *parser, slice text,
                                   const text_report *report, const uint8_t *name_mark, arena *a,
                                   syntax_sentence *out, chancery_error *error)
{
    size_t count = report->sentence_count;
    syntax_forms *forms = arena_alloc(a, count, sizeof *forms, error);
    syntax_tree *trees = forms ? arena_alloc(a, count, sizeof *trees, error) : NULL;
    if (!trees)
        return error->status;
    chancery_status status = fill_forms(text, report, a, forms, error);
    if (!status)
        status = syntax_parse_trees(parser, forms, count, a, trees, error);
    if (!status)
        status = from_trees(model, trees, text, report, name_mark, a, out, error);
    return status;
}

chancery_status syntax_parse_sentences(const syntax_model *model, syntax_parser *parser, slice text,
                                       const text_report *report, const uint8_t *name_mark,
                                       arena *a, syntax_sentence *out, chancery_error *error)
{
    chancery_error local = {0};
    chancery_status status = CHANCERY_OK;
    if (parser && report->sentence_count)
        return parse_trees(model, parser, text, report, name_mark, a, out, error ? error : &local);
    for (size_t i = 0; !status && i < report->sentence_count; i++) {
        const text_sentence *s = &report->sentences[i];
        status = syntax_parse(model, text, report, s, name_mark ? name_mark + s->first : NULL, a,
                              &out[i], error);
    }
    return status;
}
