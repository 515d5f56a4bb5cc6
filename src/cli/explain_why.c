/* Why an event is as it is: what reading its report again with a recorder shows.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * Only where the report reads as the same one and the editions are those that read it: else what
 * is found now need not be what was found then, and nothing is said. */
#include "cli/explain.h"

void explain_read_again(const explanation *x, const chancery_event *e, explain_again *out)
{
    bool same = false;
    *out = (explain_again){.event = READING_NO_EVENT};
    if (!explain_same_edition(x) ||
        traced_open_stored(&out->t, x->q->engine, &x->r->document, &same, NULL) != CHANCERY_OK ||
        !same)
        return;
    const chancery_reading *r = out->t.reading;
    for (uint32_t i = 0; i < r->event_count && out->event == READING_NO_EVENT; i++)
        if (slice_equal(r->events[i].id, e->id))
            out->event = i;
    for (size_t i = 0; i < out->t.trace.tries.count && !out->try; i++) {
        const reading_try *try = &out->t.trace.tries.items[i];
        if (try->reason == READING_TOLD && try->event == out->event)
            out->try = try;
    }
}

/** What the words of a role are to the rule's word. */
static const char *place_words(const reading_look *found, const reading_try *by)
{
    switch (found->place) {
    case CODEBOOK_NOWHERE:
        break;
    case CODEBOOK_SUBJECT:
        return by->passive ? "who does it, of " : "subject of ";
    case CODEBOOK_OBJECT:
        return by->passive ? "subject of the passive " : "object of ";
    case CODEBOOK_INDIRECT:
        return "second object of ";
    case CODEBOOK_OBLIQUE:
        return "of ";
    case CODEBOOK_POSSESSOR:
        return "owner of ";
    case CODEBOOK_OWNER:
        return "named in the object of ";
    case CODEBOOK_INNER:
        return "somebody else in what is told by ";
    case CODEBOOK_DOER:
        return "who is to act in what is told by ";
    case CODEBOOK_PAIR:
        return "not named: the report is about these two; of ";
    }
    return "";
}

/** "behind “to” of “protested”" */
static void flow_place(look_flow *f, const explain_again *again, const reading_look *found,
                       const reading_try *by)
{
    if (found->place == CODEBOOK_OBLIQUE && found->before.end) {
        explain_add(f, "behind ");
        explain_add_quoted(f, show_words(again->t.reading, found->before));
        explain_add(f, " ");
    }
    explain_add(f, place_words(found, by));
    explain_add_quoted(f, show_words(again->t.reading, by->group));
}

/** The look that found a role's words, in the try that gave the event or one that told it again. */
static const reading_look *find_look(const explain_again *again, const chancery_role *role,
                                     const reading_try **by)
{
    const reading_trace *trace = &again->t.trace;
    for (size_t i = 0; i < trace->tries.count; i++) {
        *by = &trace->tries.items[i];
        if ((*by)->event != again->event ||
            ((*by)->reason != READING_TOLD && (*by)->reason != READING_JOINED))
            continue;
        for (size_t k = 0; k < (*by)->look_count; k++) {
            const reading_look *l = &trace->looks.items[(*by)->first_look + k];
            bool here = l->words.start == role->span.start && l->words.end == role->span.end;
            bool pair = l->place == CODEBOOK_PAIR && (*by)->word.start == role->span.start;
            bool who = l->sight == READING_SEES_WHO || l->sight == READING_SEES_PART;
            if (who && (here || pair))
                return l;
        }
    }
    return NULL;
}

/** A mention that stands in a span. */
typedef struct mention {
    chancery_span where;
    chancery_how how;
    slice name;                  /* of whom or what it means */
    bool place;                  /* for whose state it stands */
    const chancery_span *before; /* the last name before it, or NULL */
} mention;

/** Takes the first mention within `where` into `out`. */
static bool find_mention(const chancery_span *mentions, const chancery_how *hows, size_t count,
                         chancery_span where, mention *out)
{
    out->before = NULL;
    for (size_t i = 0; i < count; i++) {
        chancery_how how = hows ? hows[i] : CHANCERY_HOW_NAME;
        if (mentions[i].start < where.end && mentions[i].end > where.start) {
            out->where = mentions[i];
            out->how = how;
            return true;
        }
        if (how == CHANCERY_HOW_NAME && mentions[i].end <= where.start)
            out->before = &mentions[i];
    }
    return false;
}

static bool in_entity(const chancery_entity *e, const chancery_role *role, mention *out)
{
    if (!slice_equal(e->code, role->code) ||
        !find_mention(e->mentions, e->hows, e->mention_count, role->span, out))
        return false;
    out->place = e->kind == CHANCERY_ENTITY_PLACE;
    out->name = out->place ? e->code : e->name;
    return true;
}

/** A name of the state or body, else the person, else a place of the state. */
static bool mention_of(const explanation *x, const chancery_role *role, mention *out)
{
    const chancery_person *p = show_find_person(x->r, role->person);
    for (size_t i = 0; i < x->r->entity_count; i++)
        if (x->r->entities[i].kind != CHANCERY_ENTITY_PLACE &&
            in_entity(&x->r->entities[i], role, out))
            return true;
    if (p && find_mention(p->mentions, p->hows, p->mention_count, role->span, out)) {
        out->name = p->name;
        out->before = NULL; /* explain_role says it */
        return true;
    }
    for (size_t i = 0; i < x->r->entity_count; i++)
        if (in_entity(&x->r->entities[i], role, out))
            return true;
    return false;
}

static const char *how_words(chancery_how how)
{
    switch (how) {
    case CHANCERY_HOW_NAME:
        return " names ";
    case CHANCERY_HOW_TITLE:
        return " is a title, here of ";
    case CHANCERY_HOW_DESCRIPTION:
        return " describes ";
    case CHANCERY_HOW_PRONOUN:
        return " is a pronoun and means ";
    case CHANCERY_HOW_GROUP:
        return " means several, among them ";
    }
    return "";
}

static void flow_mention(look_flow *f, const explanation *x, const mention *m)
{
    explain_add_quoted(f, show_words(x->r, m->where));
    explain_add(f, m->place ? " is a place of " : how_words(m->how));
    explain_add_slice(f, m->name);
    if (m->how != CHANCERY_HOW_NAME && m->before) {
        explain_add(f, ", named last before as ");
        explain_add_quoted(f, show_words(x->r, *m->before));
    }
}

/** Whom words mean that name nobody: by a name in their sentence ("the delegations of Qatar"), else
 * by one before it ("they"). */
static void flow_around(look_flow *f, const explanation *x, const chancery_role *role)
{
    chancery_span around = explain_sentences(x->r, role->span);
    for (size_t i = 0; i < x->r->entity_count; i++) {
        const chancery_entity *e = &x->r->entities[i];
        const chancery_span *last = NULL;
        if (!slice_equal(e->code, role->code) || e->kind == CHANCERY_ENTITY_PLACE)
            continue;
        for (size_t k = 0; k < e->mention_count; k++)
            if ((!e->hows || e->hows[k] == CHANCERY_HOW_NAME) && e->mentions[k].end <= around.end)
                last = &e->mentions[k];
        if (!last)
            continue;
        explain_add(f, "; means ");
        explain_add_slice(f, e->name);
        explain_add(f, last->start >= around.start ? ", named in the sentence as "
                                                   : ", named last before as ");
        explain_add_quoted(f, show_words(x->r, *last));
        return;
    }
    explain_add(f, "; known by what stands around it");
}

/** Whether a mention says nothing that the line above it doesn't: "Chile" names Chile. */
static bool is_plain(const explanation *x, const mention *m)
{
    return m->how == CHANCERY_HOW_NAME && slice_equal(show_words(x->r, m->where), m->name);
}

void explain_side(const explanation *x, const explain_again *again, const char *label,
                  const chancery_role *role)
{
    const reading_try *by = NULL;
    const reading_look *found = again->try ? find_look(again, role, &by) : NULL;
    bool pair = found && found->place == CODEBOOK_PAIR;
    chancery_role shown = *role;
    mention m = {.before = NULL};
    bool named = !pair && role->span.end && mention_of(x, role, &m);
    bool plain = named && is_plain(x, &m);
    if (pair) /* its words are the rule's */
        shown.entity_text = (slice){0};
    explain_role(x, label, &shown);
    if (!found && (!named || plain))
        return;
    look_flow f = explain_field(x, "");
    if (found)
        flow_place(&f, again, found, by);
    if (named && !plain) {
        explain_add(&f, found ? "; " : "");
        flow_mention(&f, x, &m);
    } else if (!named && !pair) {
        flow_around(&f, x, role);
    }
    look_flow_end(&f);
}

void explain_others(const explanation *x, explain_again *again)
{
    size_t shown = 0;
    const reading_trace *trace = &again->t.trace;
    for (size_t i = 0; again->try && i < trace->tries.count; i++) {
        const reading_try *try = &trace->tries.items[i];
        if (try == again->try || !traced_same_word(try, again->try) ||
            try->frame == again->try->frame || (i && traced_same(try, &trace->tries.items[i - 1])))
            continue;
        look_flow f = explain_field(x, shown++ ? "" : "Other rules");
        explain_add_slice(&f, try->frame->name);
        explain_add(&f, ", ");
        explain_add_slice(&f, traced_place(try->frame, &again->t.arena));
        explain_add(&f, ": ");
        explain_add_slice(&f, reading_reason_words(try->reason));
        traced_show_unknown(&f, &again->t, try);
        look_flow_end(&f);
    }
}
