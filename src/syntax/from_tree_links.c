/* Frames of a tree: what each clause is to the one above it, and the word that opens it.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * A clause that tells who says what stands around it ("The ship, he said, had left") hangs on what
 * is said in the tree; here it governs it. */
#include "syntax/from_tree_inner.h"

/* ----------------------------------------------------------------------------------- markers */

/* Whether `i` is at or below `above`, with no predicate between. */
static bool belongs(const tree_parse *t, int16_t i, int16_t above)
{
    return tree_predicate(t, i) == above;
}

/* Whether `i` hangs on `above` over any words. */
static bool is_below(const tree_parse *t, int16_t i, int16_t above)
{
    while (i != NONE && i != above)
        i = t->head[i];
    return i != NONE;
}

static bool asks(unsigned tag)
{
    return tag_in(tag, RELATIVE_TAGS | TAG_BIT(SYNTAX_WPS) | TAG_BIT(SYNTAX_WRB));
}

int16_t tree_pronoun(const tree_parse *t, int16_t predicate)
{
    int16_t inner = NONE;
    for (int16_t i = 0; i < predicate; i++) {
        if (!asks(word_tag(t, i)))
            continue;
        if (belongs(t, i, predicate))
            return i;
        if (inner == NONE && is_below(t, i, predicate) && t->head[i] > predicate)
            inner = i; /* "which he said it had sent" */
    }
    return inner;
}

/* The first word of a clause that says how it hangs: "that", "because", "after". */
static int16_t mark_of(const tree_parse *t, int16_t predicate)
{
    for (int16_t c = t->child[predicate]; c != NONE; c = t->next[c])
        if ((t->relation[c] == TREE_MARK ||
             (t->relation[c] == TREE_CASE && t->top[predicate] == NONE)) &&
            c != tree_to(t, predicate) && word_tag(t, c) != SYNTAX_POS)
            return c;
    return NONE;
}

static bool is_adverbial_preposition(const tree_parse *t, int16_t mark)
{
    static const char *const words[] = {"after",   "before",  "since", "while",  "when",
                                        "without", "despite", "upon",  "until",  "by",
                                        "if",      "as",      "once",  "though", "although"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (form_is(t, mark, words[i]))
            return true;
    return false;
}

/* ------------------------------------------------------------------------------------- links */

static const group *group_at_predicate(const tree_parse *t, int16_t predicate)
{
    return &t->p.groups[frame_at(t, predicate)->group];
}

/* Of a clause without a tense. */
static syntax_link bare_link(const tree_parse *t, int16_t i, frame *f, bool argument)
{
    const group *g = &t->p.groups[f->group];
    if (g->form == GROUP_BARE && f->marker != NONE && form_is(t, f->marker, "that") &&
        has_child(t, i, TREE_NSUBJ))
        return SYNTAX_CONTENT; /* "insisted that Fiji leave" */
    if (g->form == GROUP_INFINITIVE || g->form == GROUP_BARE)
        return SYNTAX_INFINITIVE;
    if (f->marker == NONE)
        return g->form == GROUP_GERUND && argument ? SYNTAX_GERUND : SYNTAX_PARTICIPLE;
    if (form_is(t, f->marker, "with") && has_child(t, i, TREE_NSUBJ)) {
        f->marker = NONE; /* "with Fiji leaving" */
        return SYNTAX_PARTICIPLE;
    }
    f->preposition = f->marker;
    return is_adverbial_preposition(t, f->marker) ? SYNTAX_ADVERBIAL : SYNTAX_GERUND;
}

static syntax_link link_of(const tree_parse *t, int16_t i, frame *f)
{
    const group *g = &t->p.groups[f->group];
    tree_relation r = relation_at(t, i);
    bool finite = g->form == GROUP_FINITE;
    bool argument = r == TREE_CCOMP || r == TREE_XCOMP || r == TREE_CSUBJ ||
                    is_subject_relation(r) || r == TREE_OBJ;
    switch (r) {
    case TREE_ACL_RELCL:
    case TREE_ADVCL_RELCL:
        if (g->form == GROUP_INFINITIVE && tree_pronoun(t, i) == NONE)
            return SYNTAX_INFINITIVE;
        f->marker = tree_pronoun(t, i) == NONE ? f->marker : tree_pronoun(t, i);
        return SYNTAX_RELATIVE;
    case TREE_CCOMP:
    case TREE_XCOMP:
    case TREE_CSUBJ:
    case TREE_ACL:
    case TREE_NSUBJ:
    case TREE_NSUBJ_PASS:
    case TREE_OBJ:
    case TREE_NMOD:
        if (!finite)
            return bare_link(t, i, f, argument);
        if (f->marker != NONE)
            return SYNTAX_CONTENT;
        if (tree_pronoun(t, i) > t->head[i] || i < t->head[i])
            f->marker = tree_pronoun(t, i);
        return r == TREE_ACL ? SYNTAX_RELATIVE : SYNTAX_CONTENT;
    case TREE_ADVCL:
    case TREE_OBL:
        if (!finite)
            return bare_link(t, i, f, false);
        if (f->marker == NONE)
            f->marker = tree_pronoun(t, i);
        return SYNTAX_ADVERBIAL;
    case TREE_CONJ:
        return SYNTAX_CONJOINED;
    default:
        if (finite || g->form == GROUP_BARE || f->parent == NONE)
            return g->form == GROUP_INFINITIVE ? SYNTAX_INFINITIVE : SYNTAX_ROOT;
        return bare_link(t, i, f, false);
    }
}

/* The verb before `i` in "A, B and C": of B and C. */
static int16_t verb_before(const tree_parse *t, int16_t i)
{
    int16_t head = t->head[i], before = head;
    if (head == NONE || !t->predicate[head])
        return tree_predicate(t, head);
    for (int16_t c = t->child[head]; c != NONE && c < i; c = t->next[c])
        if (t->relation[c] == TREE_CONJ && t->predicate[c])
            before = c;
    return before;
}

static void push_frame(tree_parse *t, int16_t i)
{
    parse *p = &t->p;
    int16_t index = (int16_t)p->frame_count++;
    frame *f = &p->frames[index];
    *f = (frame){.group = tree_add_group(t, i),
                 .parent = NONE,
                 .marker = NONE,
                 .described = NONE,
                 .subject = NONE,
                 .object = NONE,
                 .recipient = NONE,
                 .clause = NONE,
                 .preposition = NONE};
    t->frame_of[i] = index;
}

static void set_link(tree_parse *t, int16_t i)
{
    frame *f = frame_at(t, i);
    int16_t above = relation_at(t, i) == TREE_CONJ ? verb_before(t, i) : t->head[i];
    above = tree_predicate(t, above);
    f->parent = above == NONE ? (int16_t)NONE : t->frame_of[above];
    f->marker = mark_of(t, i);
    f->link = (uint8_t)link_of(t, i, f);
    if (f->link == SYNTAX_ROOT)
        f->parent = NONE;
    if (f->link == SYNTAX_INFINITIVE || (f->link == SYNTAX_CONJOINED && f->parent == NONE))
        f->marker = NONE;
}

/* "will A, B and C": the modal of the first is that of the others. */
static void share_modal(tree_parse *t, int16_t i)
{
    const frame *f = frame_at(t, i);
    group *g = &t->p.groups[f->group];
    if (f->link != SYNTAX_CONJOINED || f->parent == NONE || g->form != GROUP_BARE ||
        g->modal != NONE)
        return;
    const group *above = &t->p.groups[t->p.frames[f->parent].group];
    g->modal = above->modal;
    g->tense = above->tense;
}

/* "said that A had left and that B would", "because A left and because B stayed". */
static void set_marked_conjunct(tree_parse *t, int16_t i)
{
    frame *f = frame_at(t, i);
    if (f->link != SYNTAX_CONJOINED || f->marker == NONE || f->parent == NONE)
        return;
    const frame *before = &t->p.frames[f->parent];
    if (before->link != SYNTAX_CONTENT && before->link != SYNTAX_ADVERBIAL) {
        if (before->preposition == NONE && !form_is(t, f->marker, "for"))
            return;
        f->marker = NONE;
        return;
    }
    f->link = before->link;
    f->parent = before->parent;
}

/* --------------------------------------------------------------------------------- reporting */

static bool comma_or_dash(const parse *p, size_t i)
{
    return is_comma(p, i) || is_dash(p, i) || is_quote(p, i);
}

/* First and last word of what hangs on `i`. */
static void reach(const tree_parse *t, int16_t i, size_t *first, size_t *last)
{
    *first = *last = (size_t)i;
    for (size_t k = 0; k < t->p.count; k++)
        if (word_tag(t, (int16_t)k) != SYNTAX_PUNCT && is_below(t, (int16_t)k, i)) {
            *first = k < *first ? k : *first;
            *last = k > *last ? k : *last;
        }
}

/* Whether a parataxis tells who says what it hangs on: "…, the minister said". */
static bool is_report(const tree_parse *t, int16_t i)
{
    const group *g = group_at_predicate(t, i);
    int16_t head = t->head[i];
    size_t first, last;
    if (!(g->flags & VERB_REPORTS) || g->passive || g->form != GROUP_FINITE || head == NONE ||
        has_child(t, i, TREE_CCOMP) || has_child(t, i, TREE_OBJ) || tree_predicate(t, head) == NONE)
        return false;
    reach(t, i, &first, &last);
    return first > 0 && comma_or_dash(&t->p, first - 1);
}

static bool is_bracketed(const tree_parse *t, int16_t i)
{
    for (int16_t c = t->child[i]; c != NONE; c = t->next[c])
        if (t->relation[c] == TREE_PUNCT && form_at(&t->p, (size_t)c).ptr[0] == '(')
            return true;
    return false;
}

static void set_report(tree_parse *t, int16_t i)
{
    int16_t said = tree_predicate(t, t->head[i]);
    frame *f = frame_at(t, i), *content = frame_at(t, said);
    if (content->link != SYNTAX_ROOT && content->link != SYNTAX_CONJOINED)
        return;
    for (int steps = 0; content->link == SYNTAX_CONJOINED && content->parent != NONE; steps++)
        content = &t->p.frames[content->parent];
    f->reporting = true;
    content->link = SYNTAX_CONTENT;
    content->parent = t->frame_of[i];
}

/* "He said: …" with the speech beside the verb. */
static bool is_speech(const tree_parse *t, int16_t i, int16_t above)
{
    const parse *p = &t->p;
    size_t end = group_at_predicate(t, above)->end;
    if (!(group_at_predicate(t, above)->flags & VERB_SAYS) || above > i ||
        has_child(t, above, TREE_CCOMP))
        return false;
    size_t first, last;
    reach(t, i, &first, &last);
    for (size_t k = end; k < first; k++)
        if (is_quote(p, k) || slice_equal(form_at(p, k), SLICE(":")))
            return true;
    return false;
}

/* "cut the ribbon, opened the road, left": joined without "and". */
static bool goes_on(const tree_parse *t, int16_t i, int16_t above)
{
    const group *g = group_at_predicate(t, i);
    return above < i && !has_child(t, i, TREE_NSUBJ) && !has_child(t, i, TREE_NSUBJ_PASS) &&
           !has_child(t, i, TREE_EXPL) && !has_child(t, i, TREE_CSUBJ) && g->form == GROUP_FINITE &&
           g->tense == group_at_predicate(t, above)->tense && g->first > 0 &&
           is_comma(&t->p, g->first - 1u);
}

/* What stands beside a clause: who reports it, speech, more of what is said, one more verb, or a
 * sentence of its own. */
static void set_parataxis(tree_parse *t, int16_t i)
{
    frame *f = frame_at(t, i);
    int16_t above = tree_predicate(t, t->head[i]);
    if (f->link != SYNTAX_ROOT || relation_at(t, i) != TREE_PARATAXIS || above == NONE)
        return;
    if (is_report(t, i)) {
        set_report(t, i);
    } else if (is_speech(t, i, above)) {
        f->link = SYNTAX_CONTENT;
        f->parent = t->frame_of[above];
    } else if (goes_on(t, i, above)) {
        f->link = SYNTAX_CONJOINED;
        f->parent = t->frame_of[above];
    } else if (frame_at(t, above)->link == SYNTAX_CONTENT && !is_bracketed(t, i)) {
        f->link = SYNTAX_CONTENT;
        f->parent = frame_at(t, above)->parent;
    }
}

/* "…," the minister said: what is said stands before. */
static void set_reporting(tree_parse *t, int16_t i)
{
    int16_t content = tree_child(t, i, TREE_CCOMP);
    if (content != NONE && content < i && t->predicate[content] &&
        frame_at(t, content)->link == SYNTAX_CONTENT && frame_at(t, content)->marker == NONE)
        frame_at(t, i)->reporting = true;
}

/* Words of a clause; commas, conjunctions and the like between clauses are nobody's. */
static void set_owners(tree_parse *t)
{
    parse *p = &t->p;
    for (size_t i = 0; i < p->count; i++) {
        int16_t above = tree_predicate(t, (int16_t)i);
        bool between = tag_at(p, i) == SYNTAX_CC || is_comma(p, i) || is_break(p, i) ||
                       is_quote(p, i) || (t->relation[i] == TREE_PUNCT && is_dash(p, i));
        if (above != NONE && !(between && p->phrase_of[i] == NONE))
            p->owner[i] = t->frame_of[above];
    }
}

void tree_find_frames(tree_parse *t)
{
    int16_t count = (int16_t)t->p.count;
    for (int16_t i = 0; i < count; i++)
        if (t->predicate[i])
            push_frame(t, i);
    for (int16_t i = 0; i < count; i++)
        if (t->predicate[i])
            set_link(t, i);
    for (int16_t i = 0; i < count; i++)
        if (t->predicate[i])
            set_marked_conjunct(t, i);
    for (int16_t i = 0; i < count; i++)
        if (t->predicate[i]) {
            share_modal(t, i);
            set_reporting(t, i);
            set_parataxis(t, i);
        }
    set_owners(t);
}
