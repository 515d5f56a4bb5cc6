/* The sentences of a report. See sentences.h.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * A network says tags, lemmas and trees; of the names that the report's reader knows beforehand
 * only the tags of nouns are put right, since a verb's tag would belie its place in the tree.
 * A dateline ("LISBON, March 3 -") is parsed by itself: in one tree with what follows it
 * the network takes its town for the head of a list that begins with the subject. */
#include "syntax/sentences.h"

#include "base/error.h"
#include "syntax/from_tree.h"
#include "syntax/parse.h"

enum { ROUND_SENTENCES = 64, ROUND_WORDS = 2048, DATELINE_WORDS = 20 };

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

static bool form_is(slice text, const text_token *token, const char *const *list)
{
    for (; *list; list++)
        if (slice_is(form_of(text, token), *list))
            return true;
    return false;
}

/** The words of a dateline at the beginning: a town in capitals or with an agency in brackets, a
 * day or an agency, a dash between spaces. 0 where there is none. */
static size_t dateline_of(const job *j, const text_sentence *s)
{
    static const char *const dashes[] = {"-", "–", "—", "--", NULL};
    static const char *const marks[] = {",", ".", "(", ")", "/", ";", NULL};
    const text_token *t = &j->report->tokens[s->first];
    bool agency = false, day = false;
    for (size_t i = 0; !s->title && i + 1 < s->count && i < DATELINE_WORDS; i++) {
        if (i > 0 && form_is(j->text, &t[i], dashes) && (t[i].flags & TEXT_SPACE_AFTER) &&
            (t[i - 1].flags & TEXT_SPACE_AFTER))
            return agency || (day && (t[0].flags & TEXT_UPPER)) ? i + 1 : 0;
        bool punctuation = t[i].kind == TEXT_PUNCT;
        if (punctuation ? !form_is(j->text, &t[i], marks)
                        : t[i].kind != TEXT_NUMBER && !(t[i].flags & TEXT_CAPITAL))
            return 0;
        agency = punctuation && slice_is(form_of(j->text, &t[i]), ")");
        day = day || t[i].kind == TEXT_NUMBER;
    }
    return 0;
}

static const uint8_t *marks_of(const job *j, const text_sentence *s)
{
    return j->name_mark ? j->name_mark + s->first : NULL;
}

/** @param out    [2 * now->count] of each sentence its dateline, then the rest of it.
 *  @param count  receives how many there are: a sentence without a dateline has one. */
static chancery_status fill_forms(const job *j, const round *now, syntax_forms *out, size_t *count)
{
    *count = 0;
    slice *form = arena_alloc(j->scratch, now->words, sizeof *form, j->error);
    if (!form)
        return j->error->status;
    for (size_t i = 0; i < now->count; i++) {
        const text_sentence *s = &j->report->sentences[now->sentence[i]];
        for (size_t k = 0; k < s->count; k++)
            form[k] = form_of(j->text, &j->report->tokens[s->first + k]);
        size_t before = dateline_of(j, s);
        if (before)
            out[(*count)++] = (syntax_forms){form, before};
        out[(*count)++] = (syntax_forms){form + before, s->count - before};
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
    syntax_sentence parsed = {0};
    tree_input in = {.text = j->text,
                     .tokens = j->report->tokens + s->first,
                     .count = s->count,
                     .title = s->title};
    chancery_status status = fill_input(j->lemmas, tree, marks_of(j, s), j->scratch, &in, j->error);
    if (!status)
        status = syntax_from_tree(&in, j->scratch, &parsed, j->error);
    parsed.judged = tree->judged.items;
    parsed.judged_count = tree->judged.count;
    return status ? status
                  : syntax_keep(j->lemmas, j->text, &parsed, j->kept, &j->out[sentence], j->error);
}

/* One tree of a dateline's and that of the rest, whose root stays. */
static chancery_status join_trees(const job *j, const syntax_tree *trees, syntax_tree *out)
{
    size_t before = trees[0].word_count, count = before + trees[1].word_count;
    syntax_node *words = arena_alloc(j->scratch, count, sizeof *words, j->error);
    if (!words)
        return j->error->status;
    int32_t root = 0;
    for (size_t i = 0; i < count; i++) {
        words[i] = i < before ? trees[0].words[i] : trees[1].words[i - before];
        if (i >= before && words[i].head >= 0)
            words[i].head += (int32_t)before;
        else if (i >= before)
            root = (int32_t)i;
    }
    for (size_t i = 0; i < before; i++) {
        if (words[i].head >= 0)
            continue;
        words[i].head = root;
        words[i].deprel = SLICE("dep");
    }
    *out = (syntax_tree){words, count, trees[0].windows + trees[1].windows - 1, trees[1].judged};
    for (size_t i = 0; i < out->judged.count; i++) {
        out->judged.items[i].word += (uint16_t)before;
        out->judged.items[i].first += (uint16_t)before;
    }
    return CHANCERY_OK;
}

static chancery_status end_round(const job *j, round *now)
{
    enum { PARTS = 2 };
    arena_reset(j->scratch);
    syntax_forms *forms = arena_alloc(j->scratch, PARTS * now->count, sizeof *forms, j->error);
    syntax_tree *trees =
        forms ? arena_alloc(j->scratch, PARTS * now->count, sizeof *trees, j->error) : NULL;
    if (!trees)
        return j->error->status;
    size_t count = 0, next = 0;
    chancery_status status = fill_forms(j, now, forms, &count);
    if (!status)
        status = syntax_parse_trees(j->parser, forms, count, j->scratch, trees, j->error);
    for (size_t i = 0; !status && i < now->count; i++) {
        syntax_tree tree = trees[next];
        size_t parts = tree.word_count < j->report->sentences[now->sentence[i]].count ? PARTS : 1;
        if (parts == PARTS)
            status = join_trees(j, &trees[next], &tree);
        if (!status)
            status = keep_tree(j, now->sentence[i], &tree);
        next += parts;
    }
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
