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

enum { ROUND_SENTENCES = 64, ROUND_WORDS = 2048 };

/* What the sentences of a report are parsed with. */
typedef struct job {
    const syntax_lemmas *lemmas;
    syntax_parser *parser;
    slice text;
    const text_report *report;
    const uint8_t *name_mark; /* of the report's tokens, or NULL */
    arena *kept, *scratch;
    syntax_sentence *out;
    chancery_error *error;
} job;

/* Sentences that are parsed together, by their numbers in the report. */
typedef struct round {
    size_t sentence[ROUND_SENTENCES];
    size_t count, words;
} round;

static slice form_of(slice text, const text_token *token)
{
    return slice_range(text, token->start, token->end);
}

static const uint8_t *marks_of(const job *j, const text_sentence *s)
{
    return j->name_mark ? j->name_mark + s->first : NULL;
}

static chancery_status fill_forms(const job *j, const round *now, syntax_forms *out)
{
    slice *form = arena_alloc(j->scratch, now->words, sizeof *form, j->error);
    if (!form)
        return j->error->status;
    for (size_t i = 0; i < now->count; i++) {
        const text_sentence *s = &j->report->sentences[now->sentence[i]];
        for (size_t k = 0; k < s->count; k++)
            form[k] = form_of(j->text, &j->report->tokens[s->first + k]);
        out[i] = (syntax_forms){form, s->count};
        form += s->count;
    }
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

/* Lemmas of verbs and nouns by the lists, which the codebook goes by: with the network's, 26 of its
 * 1,018 examples fail. */
static chancery_status set_word(const syntax_lemmas *lemmas, const tree_input *in, size_t i,
                                const syntax_node *node, unsigned tag, arena *a,
                                chancery_error *error)
{
    syntax_word *word = &in->words[i];
    word->tag = (uint8_t)tag;
    if (tag_in(tag, VERB_TAGS | NOUN_TAGS))
        return lemma_word(lemmas, in->text, &in->tokens[i], a, word, error);
    word->lemma = node->lemma;
    word->lemma_key = text_key(node->lemma);
    return CHANCERY_OK;
}

/* What the network says of words, as from_tree.c takes it. */
static chancery_status fill_input(const syntax_lemmas *lemmas, const syntax_tree *tree,
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
        chancery_status status = set_word(lemmas, in, i, node, tag, a, error);
        if (status)
            return status;
    }
    in->head = head;
    in->relation = relation;
    return CHANCERY_OK;
}

static chancery_status keep_tree(const job *j, size_t sentence, const syntax_tree *tree)
{
    const text_sentence *s = &j->report->sentences[sentence];
    syntax_sentence parsed;
    tree_input in = {.text = j->text,
                     .tokens = j->report->tokens + s->first,
                     .count = s->count,
                     .title = s->title};
    chancery_status status = fill_input(j->lemmas, tree, marks_of(j, s), j->scratch, &in, j->error);
    if (!status)
        status = syntax_from_tree(&in, j->scratch, &parsed, j->error);
    return status ? status
                  : syntax_keep(j->lemmas, j->text, &parsed, j->kept, &j->out[sentence], j->error);
}

static chancery_status end_round(const job *j, round *now)
{
    arena_reset(j->scratch);
    syntax_forms *forms = arena_alloc(j->scratch, now->count, sizeof *forms, j->error);
    syntax_tree *trees =
        forms ? arena_alloc(j->scratch, now->count, sizeof *trees, j->error) : NULL;
    if (!trees)
        return j->error->status;
    chancery_status status = fill_forms(j, now, forms);
    if (!status)
        status = syntax_parse_trees(j->parser, forms, now->count, j->scratch, trees, j->error);
    for (size_t i = 0; !status && i < now->count; i++)
        status = keep_tree(j, now->sentence[i], &trees[i]);
    *now = (round){.count = 0};
    return status;
}

static chancery_status add_to_round(const job *j, round *now, size_t sentence)
{
    now->sentence[now->count++] = sentence;
    now->words += j->report->sentences[sentence].count;
    bool full = now->count == ROUND_SENTENCES || now->words >= ROUND_WORDS;
    return full ? end_round(j, now) : CHANCERY_OK;
}

chancery_status syntax_parse_sentences(const syntax_lemmas *lemmas, syntax_parser *parser,
                                       slice text, const text_report *report, const bool *chosen,
                                       const uint8_t *name_mark, arena *kept, arena *scratch,
                                       syntax_sentence *out, chancery_error *error)
{
    chancery_error local = {0};
    const job j = {
        lemmas, parser, text, report, name_mark, kept, scratch, out, error ? error : &local};
    round now = {.count = 0};
    chancery_status status = CHANCERY_OK;
    for (size_t i = 0; !status && i < report->sentence_count; i++)
        if (!chosen || chosen[i])
            status = add_to_round(&j, &now, i);
    if (!status && now.count)
        status = end_round(&j, &now);
    arena_reset(scratch);
    return status;
}
