/* The dependency tree of an event's sentence, drawn on the terminal.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * Words stand one a line in their order, as deep as they hang below the root. A word's line runs in
 * the column of its depth from its first dependent to its last:
 *
 *     ┌─╴ Norway     nsubj  NNP
 *     ┤ recalled     root   VBD
 *     │ ┌─╴ its      nmod   PRP$
 *     ├─┘ envoy      obj    NN
 *     └─╴ .          punct  .
 *
 * Of a long sentence only those words are drawn that the event hangs on, with all above them. */
#include "cli/explain.h"
#include "syntax/tree_parse.h"

enum {
    SHORT_WORDS = 16,
    MOST_TREE_CELLS = 22,
    MOST_WORD_CELLS = 20,
    RELATION_CELLS = 14,
    TAG_CELLS = 5
};

typedef struct drawn_word {
    bool shown;
    bool trigger;
    const char *role; /* behind it, or NULL */
    int32_t head;
    uint32_t depth;
    size_t first, last; /* of itself and its dependents */
} drawn_word;

typedef struct drawing {
    const explanation *x;
    const text_token *tokens;
    const syntax_node *nodes;
    drawn_word *words; /* [count] */
    size_t count, shown;
    size_t step; /* cells of a level */
    bool ascii;
} drawing;

/* What a cell may hold, by where lines leave it. */
typedef enum cell {
    CELL_EMPTY,
    CELL_PASS,    /* up and down */
    CELL_ACROSS,  /* left and right */
    CELL_FIRST,   /* right and down */
    CELL_LAST,    /* up and right */
    CELL_BETWEEN, /* up, down and right */
    CELL_LEAF,
    CELL_ABOVE, /* dependents before the word only */
    CELL_BELOW, /* behind it only */
    CELL_BOTH,
} cell;

static void put_cell(const drawing *d, cell what)
{
    static const char *const boxes[] = {" ", "│", "─", "┌", "└", "├", "╴", "┘", "┐", "┤"};
    static const char *const plain[] = {" ", "|", "-", ",", "`", "|", "-", "+", "+", "+"};
    fputs(d->ascii ? plain[what] : boxes[what], d->x->l.out);
}

static bool in_span(const text_token *t, chancery_span s)
{
    return t->start < s.end && t->end > s.start;
}

/** Shows a word and all that it hangs on. */
static void show_up(drawing *d, size_t word)
{
    for (int32_t at = (int32_t)word; at >= 0 && !d->words[at].shown; at = d->words[at].head) {
        d->words[at].shown = true;
        d->shown++;
    }
}

/** The word of a span that hangs on something outside of it. */
static void note_role(drawing *d, chancery_span where, const char *role)
{
    for (size_t i = 0; i < d->count; i++) {
        int32_t head = d->words[i].head;
        if (!in_span(&d->tokens[i], where))
            continue;
        show_up(d, i);
        if ((head < 0 || !in_span(&d->tokens[head], where)) && !d->words[i].role)
            d->words[i].role = role;
    }
}

/** Whether a word that is not yet shown belongs to the picture: what hangs on the rule's word with
 * its preposition, and of the clauses above what says whether they came to be. */
static bool belongs(const drawing *d, size_t word)
{
    static const char *const status[] = {"aux", "aux:pass", "mark", "cop", "advmod", NULL};
    static const char *const others[] = {"punct", "conj", "parataxis", "cc", NULL};
    int32_t head = d->words[word].head;
    slice relation = d->nodes[word].deprel;
    if (head < 0)
        return false;
    if (d->words[head].trigger)
        return !slice_is_any(relation, others);
    int32_t above = d->words[head].head;
    bool leads = slice_is(relation, "case") && above >= 0 && d->words[above].trigger;
    return d->words[head].shown && (leads || slice_is_any(relation, status));
}

static void choose_words(drawing *d, const chancery_event *e, chancery_span trigger)
{
    bool all = d->x->q->tree || d->count <= SHORT_WORDS;
    for (size_t i = 0; i < d->count; i++) {
        d->words[i].trigger = in_span(&d->tokens[i], trigger);
        if (all || d->words[i].trigger)
            show_up(d, i);
    }
    for (size_t i = 0; i < e->actor_count; i++)
        note_role(d, e->actors[i].span, "who");
    for (size_t i = 0; i < e->recipient_count; i++)
        note_role(d, e->recipients[i].span, "to whom");
    for (int round = 0; round < 2; round++) /* prepositions behind what they stand before */
        for (size_t i = 0; i < d->count; i++)
            if (belongs(d, i))
                show_up(d, i);
}

/** Depths, and from where to where each word's line runs. @return the deepest. */
static uint32_t measure(drawing *d)
{
    uint32_t deepest = 0;
    for (size_t i = 0; i < d->count; i++) {
        d->words[i].first = d->words[i].last = i;
        for (int32_t at = d->words[i].head; at >= 0; at = d->words[at].head)
            d->words[i].depth++;
        if (d->words[i].shown && d->words[i].depth > deepest)
            deepest = d->words[i].depth;
    }
    for (size_t i = 0; i < d->count; i++) {
        if (!d->words[i].shown || d->words[i].head < 0)
            continue;
        drawn_word *head = &d->words[d->words[i].head];
        head->first = i < head->first ? i : head->first;
        head->last = i > head->last ? i : head->last;
    }
    return deepest;
}

static bool passes(const drawing *d, uint32_t depth, size_t row)
{
    for (size_t i = 0; i < d->count; i++)
        if (d->words[i].shown && d->words[i].depth == depth && d->words[i].first < row &&
            row < d->words[i].last)
            return true;
    return false;
}

static void draw_lines(const drawing *d, size_t row)
{
    const drawn_word *w = &d->words[row];
    for (uint32_t k = 0; k + 1 < w->depth; k++) {
        put_cell(d, passes(d, k, row) ? CELL_PASS : CELL_EMPTY);
        if (d->step > 1)
            put_cell(d, CELL_EMPTY);
    }
    if (w->head >= 0) {
        const drawn_word *head = &d->words[w->head];
        put_cell(d, row == head->first ? CELL_FIRST : row == head->last ? CELL_LAST : CELL_BETWEEN);
        if (d->step > 1)
            put_cell(d, CELL_ACROSS);
    }
    bool above = w->first<row, below = w->last> row;
    put_cell(d, above && below ? CELL_BOTH : above ? CELL_ABOVE : below ? CELL_BELOW : CELL_LEAF);
    put_cell(d, CELL_EMPTY);
}

static size_t word_cells(const drawing *d, size_t row)
{
    slice form = show_words(d->x->r, (span){d->tokens[row].start, d->tokens[row].end});
    size_t width = look_width(form);
    return d->words[row].depth * d->step + 2 + (width < MOST_WORD_CELLS ? width : MOST_WORD_CELLS);
}

static void draw_row(const drawing *d, size_t row, size_t width)
{
    const look *l = &d->x->l;
    const drawn_word *w = &d->words[row];
    slice form = show_words(d->x->r, (span){d->tokens[row].start, d->tokens[row].end});
    size_t used = word_cells(d, row);
    look_spaces(l, 4);
    draw_lines(d, row);
    look_text(l, w->trigger || w->role ? LOOK_STRONG : LOOK_PLAIN, form);
    look_spaces(l, used < width ? width - used + 2 : 2);
    look_cell(l, LOOK_FAINT, d->nodes[row].deprel, RELATION_CELLS);
    if (w->trigger || w->role)
        look_cell(l, LOOK_FAINT, d->nodes[row].xpos, TAG_CELLS);
    else
        look_text(l, LOOK_FAINT, d->nodes[row].xpos);
    look_text(l, LOOK_PLAIN, slice_of(w->trigger ? "rule" : w->role ? w->role : ""));
    fputc('\n', l->out);
}

static void draw(drawing *d, const chancery_event *e, chancery_span trigger)
{
    choose_words(d, e, trigger);
    uint32_t deepest = measure(d);
    size_t width = 0;
    d->step = deepest * 2 > MOST_TREE_CELLS ? 1 : 2;
    d->ascii = !cli_utf8();
    for (size_t i = 0; i < d->count; i++)
        if (d->words[i].shown && word_cells(d, i) > width)
            width = word_cells(d, i);
    for (size_t i = 0; i < d->count; i++)
        if (d->words[i].shown)
            draw_row(d, i, width);
    if (d->shown < d->count)
        fprintf(d->x->l.out, "    %zu of %zu words; --tree draws all\n", d->shown, d->count);
    fputc('\n', d->x->l.out);
}

/** Parses the words of a sentence. @return false after a failure: then there is no tree. */
static bool parse(const explanation *x, const text_token *tokens, size_t count, syntax_tree *out)
{
    arena *a = &x->q->readings;
    syntax_parser *parser = NULL;
    slice *form = arena_alloc(a, count, sizeof *form, NULL);
    for (size_t i = 0; form && i < count; i++)
        form[i] = show_words(x->r, (span){tokens[i].start, tokens[i].end});
    const syntax_forms forms = {form, count};
    bool done =
        form &&
        syntax_parser_new(engine_parts(x->q->engine)->network, &parser, NULL) == CHANCERY_OK &&
        syntax_parse_trees(parser, &forms, 1, a, out, NULL) == CHANCERY_OK;
    syntax_parser_free(parser);
    return done;
}

static void draw_sentence(const explanation *x, const chancery_event *e, chancery_span trigger,
                          const text_token *tokens, size_t count)
{
    syntax_tree tree;
    drawn_word *words = arena_alloc(&x->q->readings, count, sizeof *words, NULL);
    if (!words || !parse(x, tokens, count, &tree))
        return;
    for (size_t i = 0; i < count; i++)
        words[i].head = tree.words[i].head;
    drawing d = {.x = x, .tokens = tokens, .nodes = tree.words, .words = words, .count = count};
    draw(&d, e, trigger);
}

void explain_tree(const explanation *x, const chancery_event *e, chancery_span trigger)
{
    text_report report = {0};
    chancery_span at = trigger.end ? trigger : e->span;
    if (text_segment(x->r->document.text, &x->q->readings, &report, NULL) != CHANCERY_OK)
        return;
    for (size_t i = 0; i < report.sentence_count; i++) {
        const text_sentence *s = &report.sentences[i];
        if (s->start <= at.start && at.start < s->end) {
            draw_sentence(x, e, trigger, &report.tokens[s->first], s->count);
            return;
        }
    }
}
