/* Compiles the codebook's text (data/codebook/FORMAT.md) into its container (layout.h).
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * One pass over the lines; every error names its file and line. The result does not depend on the
 * order in which the system lists the folder. */
#include <stdlib.h>

#include "base/array.h"
#include "base/block.h"
#include "base/error.h"
#include "base/number.h"
#include "codebook/layout.h"
#include "codebook/source.h"

enum { COMPILE_CAP_BYTES = 256 << 20 };

typedef struct compiler {
    arena arena;
    chancery_error *error;
    const char *file;
    layout_text file_text; /* its name without the folder */
    uint64_t line;
    ARRAY(char) strings;
    ARRAY(layout_frame) frames;
    ARRAY(layout_predicate) predicates;
    ARRAY(uint64_t) keys;
    ARRAY(layout_type) types;
    ARRAY(layout_context) contexts;
    ARRAY(layout_report) reports;
    uint32_t context_order;
    enum { BLOCK_NONE, BLOCK_TYPE, BLOCK_FRAME, BLOCK_CONTEXT, BLOCK_REPORTING } block;
    slice head_name; /* of the type or context */
    unsigned says;
} compiler;

static chancery_status fail(compiler *c, const char *problem, slice what)
{
    error_set(c->error, CHANCERY_E_FORMAT, "%s: \"%.*s\"; see FORMAT.md beside it", problem,
              SLICE_ARGS(what));
    error_at(c->error, c->file, c->line);
    return CHANCERY_E_FORMAT;
}

static chancery_status add_text(compiler *c, slice s, layout_text *out)
{
    *out = (layout_text){(uint32_t)c->strings.count, (uint32_t)s.len};
    for (size_t i = 0; i < s.len; i++) {
        char *byte = array_push(&c->strings, &c->arena, c->error);
        if (!byte)
            return CHANCERY_E_MEMORY;
        *byte = s.ptr[i];
    }
    return CHANCERY_OK;
}

static chancery_status add_key_list(compiler *c, slice words, layout_list *out)
{
    *out = (layout_list){(uint32_t)c->keys.count, 0};
    slice word;
    while (slice_next(&words, '|', &word)) {
        uint64_t *key = array_push(&c->keys, &c->arena, c->error);
        if (!key)
            return CHANCERY_E_MEMORY;
        *key = text_key(slice_trim(word));
        out->count++;
    }
    return CHANCERY_OK;
}

/** Cuts `s` at the first of `marks`: the part before stays, the part behind goes to `*tail`. */
static bool cut_at(slice *s, char mark, slice *tail)
{
    for (size_t i = 0; i < s->len; i++) {
        if (s->ptr[i] != mark)
            continue;
        *tail = slice_range(*s, i + 1, s->len);
        *s = slice_range(*s, 0, i);
        return true;
    }
    return false;
}

static bool condition_of(slice name, uint8_t *out)
{
    static const struct {
        const char *name;
        uint8_t condition;
    } known[] = {{"inf", LAYOUT_INFINITIVE}, {"that", LAYOUT_THAT},     {"future", LAYOUT_FUTURE},
                 {"gerund", LAYOUT_GERUND},  {"active", LAYOUT_ACTIVE}, {"passive", LAYOUT_PASSIVE},
                 {"alone", LAYOUT_ALONE},    {"plain", LAYOUT_PLAIN}};
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (slice_equal(name, slice_of(known[i].name))) {
            *out = known[i].condition;
            return true;
        }
    return false;
}

/** The nouns that a predicate names: one of each list, or none where a list is empty. */
typedef struct part_nouns {
    slice object; /* "phone call|talk" of "hold+phone call|talk" */
    slice behind; /* "red list" of "put~on+red list" */
} part_nouns;

/** Reads what follows the lemma of a predicate: "~from+noun", "+noun~to", ":inf" in that order. */
static chancery_status read_parts(compiler *c, slice *base, layout_predicate *p, part_nouns *nouns)
{
    slice condition = {0}, prepositions = {0};
    chancery_status status = CHANCERY_OK;
    if (cut_at(base, ':', &condition)) {
        if (!condition_of(slice_trim(condition), &p->condition))
            return fail(c, "no such condition", condition);
        p->conditions++;
    }
    if (cut_at(base, '~', &prepositions)) {
        bool has_noun = cut_at(&prepositions, '+', &nouns->behind);
        status = add_key_list(c, prepositions, &p->prepositions);
        p->conditions = (uint8_t)(p->conditions + 1 + has_noun);
    }
    if (cut_at(base, '+', &nouns->object))
        p->conditions = (uint8_t)(p->conditions + 2);
    return status;
}

/** Splits a noun of several words: the last is the head, those before it must stand there.
 *  @param before [LAYOUT_MAX_WORDS - 1] receives them, nearest first. */
static chancery_status noun_words(compiler *c, slice words, uint64_t *head, uint64_t *before,
                                  layout_predicate *p)
{
    uint64_t keys[LAYOUT_MAX_WORDS];
    size_t count = 0;
    slice word;
    while (block_word(&words, &word)) {
        if (count == LAYOUT_MAX_WORDS)
            return fail(c, "a noun of more than three words", words);
        keys[count++] = text_key(word);
    }
    if (count == 0)
        return fail(c, "an empty predicate", words);
    *head = keys[count - 1];
    for (size_t i = 1; i < count; i++) {
        before[i - 1] = keys[count - 1 - i];
        p->conditions++;
    }
    return CHANCERY_OK;
}

static chancery_status push_predicate(compiler *c, const layout_predicate *p)
{
    layout_predicate *room = array_push(&c->predicates, &c->arena, c->error);
    if (!room)
        return CHANCERY_E_MEMORY;
    *room = *p;
    return CHANCERY_OK;
}

static bool several_words(slice noun)
{
    slice word, rest = noun;
    return block_word(&rest, &word) && slice_trim(rest).len > 0;
}

/** The nouns of one word share a list and a record; those of several have each its own, since
 * other words must stand before each.
 *  @param round of the records: 0 the list, then the nouns of several words. @return whether there
 * is such a round; `one` is set to its noun, and is empty for the list. */
static bool noun_round(slice nouns, size_t round, slice *one)
{
    slice noun, rest = nouns;
    size_t seen = 0, single = 0;
    *one = (slice){0};
    while (slice_next(&rest, '|', &noun)) {
        bool several = several_words(noun);
        seen += several;
        single += !several;
        if (several && seen == round)
            *one = slice_trim(noun);
    }
    return round == 0 ? seen == 0 || single > 0 : one->len > 0;
}

/** Puts the nouns of a round into a record. */
static chancery_status set_nouns(compiler *c, slice nouns, slice one, layout_list *list,
                                 uint64_t *before, layout_predicate *p)
{
    slice noun;
    if (one.len) {
        uint64_t *key = array_push(&c->keys, &c->arena, c->error);
        if (!key)
            return CHANCERY_E_MEMORY;
        *list = (layout_list){(uint32_t)(c->keys.count - 1), 1};
        return noun_words(c, one, key, before, p);
    }
    *list = (layout_list){(uint32_t)c->keys.count, 0};
    while (slice_next(&nouns, '|', &noun)) {
        uint64_t *key = several_words(noun) ? NULL : array_push(&c->keys, &c->arena, c->error);
        if (!key && !several_words(noun))
            return CHANCERY_E_MEMORY;
        if (key) {
            *key = text_key(slice_trim(noun));
            list->count++;
        }
    }
    return CHANCERY_OK;
}

/** The records of a predicate with its lemma: one for each round of its nouns. */
static chancery_status push_rounds(compiler *c, const layout_predicate *base,
                                   const part_nouns *nouns)
{
    slice object, behind;
    chancery_status status = CHANCERY_OK;
    for (size_t i = 0; !status && (i == 0 || noun_round(nouns->object, i, &object)); i++) {
        if (!noun_round(nouns->object, i, &object))
            continue;
        for (size_t k = 0; !status && (k == 0 || noun_round(nouns->behind, k, &behind)); k++) {
            if (!noun_round(nouns->behind, k, &behind))
                continue;
            layout_predicate p = *base;
            status = set_nouns(c, nouns->object, object, &p.nouns, p.object_before, &p);
            if (!status)
                status =
                    set_nouns(c, nouns->behind, behind, &p.preposition_nouns, p.behind_before, &p);
            if (!status)
                status = push_predicate(c, &p);
        }
    }
    return status;
}

/** One predicate of the list; "hold|have+talk" gives one record a verb. */
static chancery_status add_predicate(compiler *c, slice text, uint8_t kind)
{
    layout_predicate p = {.kind = kind, .frame = (uint32_t)(c->frames.count - 1)};
    slice base = slice_trim(text), lemma;
    part_nouns nouns = {{0}, {0}};
    chancery_status status = read_parts(c, &base, &p, &nouns);
    if (status)
        return status;
    base = slice_trim(base);
    uint8_t conditions = p.conditions;
    while (slice_next(&base, '|', &lemma)) {
        p.conditions = conditions;
        p.particle = 0;
        memset(p.before, 0, sizeof p.before);
        lemma = slice_trim(lemma);
        slice verb;
        if (kind == LAYOUT_NOUN) {
            status = noun_words(c, lemma, &p.key, p.before, &p);
        } else if (!block_word(&lemma, &verb)) {
            status = fail(c, "an empty predicate", text);
        } else {
            p.key = text_key(verb);
            slice particle = slice_trim(lemma);
            if (particle.len) {
                p.particle = text_key(particle);
                p.conditions++;
            }
        }
        if (!status)
            status = push_rounds(c, &p, &nouns);
        if (status)
            return status;
    }
    return CHANCERY_OK;
}

static chancery_status add_predicates(compiler *c, slice list, uint8_t kind)
{
    slice one;
    while (slice_next(&list, ';', &one)) {
        if (slice_trim(one).len == 0)
            continue;
        chancery_status status = add_predicate(c, one, kind);
        if (status)
            return status;
    }
    return CHANCERY_OK;
}

static bool place_of(slice name, uint8_t *out)
{
    static const struct {
        const char *name;
        uint8_t place;
    } known[] = {{"subject", CODEBOOK_SUBJECT},     {"object", CODEBOOK_OBJECT},
                 {"indirect", CODEBOOK_INDIRECT},   {"oblique", CODEBOOK_OBLIQUE},
                 {"possessor", CODEBOOK_POSSESSOR}, {"owner", CODEBOOK_OWNER},
                 {"inner", CODEBOOK_INNER},         {"pair", CODEBOOK_PAIR}};
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (slice_equal(name, slice_of(known[i].name))) {
            *out = known[i].place;
            return true;
        }
    return false;
}

static chancery_status read_prepositions(compiler *c, slice list, uint64_t *out)
{
    size_t count = 0;
    slice word;
    while (block_word(&list, &word)) {
        if (count == CODEBOOK_MAX_PREPOSITIONS)
            return fail(c, "more than twelve prepositions", word);
        out[count++] = text_key(word);
    }
    return CHANCERY_OK;
}

/** "subject oblique(to in) possessor" */
static chancery_status read_role(compiler *c, slice value, uint8_t *places, uint64_t *prepositions)
{
    size_t count = 0;
    while ((value = slice_trim(value)).len > 0) {
        size_t end = 0;
        while (end < value.len && value.ptr[end] != ' ' && value.ptr[end] != '(')
            end++;
        slice name = slice_range(value, 0, end);
        if (count == CODEBOOK_MAX_PLACES || !place_of(name, &places[count]))
            return fail(c, "no such place, or too many", name);
        if (end < value.len && value.ptr[end] == '(') {
            size_t close = slice_find(value, SLICE(")"));
            if (close == SIZE_MAX || places[count] != CODEBOOK_OBLIQUE)
                return fail(c, "only oblique(…) takes prepositions", value);
            chancery_status status =
                read_prepositions(c, slice_range(value, end + 1, close), prepositions);
            if (status)
                return status;
            end = close + 1;
        }
        count++;
        value = slice_range(value, end, value.len);
    }
    return CHANCERY_OK;
}

static chancery_status read_needs(compiler *c, slice value, layout_frame *frame)
{
    slice word;
    while (block_word(&value, &word)) {
        if (slice_equal(word, SLICE("actor")))
            frame->actor_needed = 1;
        else if (slice_equal(word, SLICE("recipient")))
            frame->recipient_needed = 1;
        else if (slice_equal(word, SLICE("single")))
            frame->single = 1;
        else
            return fail(c, "needs takes actor, recipient and single", word);
    }
    return CHANCERY_OK;
}

static chancery_status read_inner(compiler *c, slice value, layout_frame *frame)
{
    static const char *const names[] = {"none", "future", "denied", "possible"};
    for (uint8_t i = 0; i < 4; i++)
        if (slice_equal(value, slice_of(names[i]))) {
            frame->inner = i;
            return CHANCERY_OK;
        }
    return fail(c, "inner is none, future, denied or possible", value);
}

static bool type_known(const compiler *c, slice event, slice mode)
{
    for (size_t i = 0; i < c->types.count; i++) {
        const layout_type *t = &c->types.items[i];
        slice e = {c->strings.items + t->event.offset, t->event.length};
        slice m = {c->strings.items + t->mode.offset, t->mode.length};
        if (slice_equal(e, event) && slice_equal(m, mode))
            return true;
    }
    return false;
}

static slice frame_text(const compiler *c, layout_text t)
{
    return (slice){c->strings.items + t.offset, t.length};
}

static chancery_status frame_field(compiler *c, slice name, slice value)
{
    layout_frame *f = &c->frames.items[c->frames.count - 1];
    if (slice_equal(name, SLICE("event")))
        return type_known(c, value, (slice){0}) ? add_text(c, value, &f->event)
                                                : fail(c, "no such type before this line", value);
    if (slice_equal(name, SLICE("mode")))
        return type_known(c, frame_text(c, f->event), value)
                   ? add_text(c, value, &f->mode)
                   : fail(c, "its type has no such mode", value);
    if (slice_equal(name, SLICE("context")))
        return add_text(c, value, &f->contexts);
    if (slice_equal(name, SLICE("verbs")))
        return add_predicates(c, value, LAYOUT_VERB);
    if (slice_equal(name, SLICE("nouns")))
        return add_predicates(c, value, LAYOUT_NOUN);
    if (slice_equal(name, SLICE("adjectives")))
        return add_predicates(c, value, LAYOUT_ADJECTIVE);
    if (slice_equal(name, SLICE("actor")))
        return read_role(c, value, f->actor_places, f->actor_prepositions);
    if (slice_equal(name, SLICE("recipient")))
        return read_role(c, value, f->recipient_places, f->recipient_prepositions);
    if (slice_equal(name, SLICE("needs")))
        return read_needs(c, value, f);
    if (slice_equal(name, SLICE("inner")))
        return read_inner(c, value, f);
    if (slice_equal(name, SLICE("confidence")))
        return number_parse_double(value, &f->confidence) && f->confidence > 0 && f->confidence <= 1
                   ? CHANCERY_OK
                   : fail(c, "confidence lies above 0 and is at most 1", value);
    return fail(c, "no such field of a frame", name);
}

static chancery_status frame_line(compiler *c, slice line)
{
    layout_frame *f = &c->frames.items[c->frames.count - 1];
    slice name, value;
    if (line.ptr[0] == '+' || line.ptr[0] == '-')
        return source_example_ok(line) ? CHANCERY_OK : fail(c, "an example without \" => \"", line);
    if (slice_equal(line, SLICE("together")))
        f->together = 1;
    else if (slice_equal(line, SLICE("statement")))
        f->statement = 1;
    else if (block_field(line, &name, &value))
        return frame_field(c, name, value);
    else
        return fail(c, "neither a field nor an example", line);
    return CHANCERY_OK;
}

static chancery_status add_type(compiler *c, slice event, slice mode, uint32_t quad, slice scale)
{
    layout_type *t = array_push(&c->types, &c->arena, c->error);
    if (!t)
        return CHANCERY_E_MEMORY;
    t->quad = quad;
    chancery_status status = add_text(c, event, &t->event);
    if (!status)
        status = add_text(c, mode, &t->mode);
    if (!status && !number_parse_double(scale, &t->scale))
        status = fail(c, "not a number", scale);
    return status;
}

/** "type CONSULT quad 1 scale 2.5" */
static chancery_status type_head(compiler *c, slice rest)
{
    slice event, word, quad, scale;
    uint64_t code = 0;
    if (!block_word(&rest, &event) || !block_word(&rest, &word) || !block_word(&rest, &quad) ||
        !block_word(&rest, &word) || !block_word(&rest, &scale) || !number_parse_u64(quad, &code) ||
        code < 1 || code > 4)
        return fail(c, "not of the form \"type NAME quad 1-4 scale NUMBER\"", rest);
    c->block = BLOCK_TYPE;
    c->head_name = event;
    return add_type(c, event, (slice){0}, (uint32_t)code, scale);
}

/** "mode visit 4" */
static chancery_status type_line(compiler *c, slice line)
{
    slice word, mode, scale, rest = line;
    if (!block_word(&rest, &word) || !slice_equal(word, SLICE("mode")) ||
        !block_word(&rest, &mode) || !block_word(&rest, &scale))
        return fail(c, "not of the form \"mode NAME NUMBER\"", line);
    return add_type(c, c->head_name, mode, c->types.items[c->types.count - 1].quad, scale);
}

static chancery_status frame_head(compiler *c, slice name)
{
    layout_frame *f = array_push(&c->frames, &c->arena, c->error);
    if (!f)
        return CHANCERY_E_MEMORY;
    f->confidence = 0.8;
    f->file = c->file_text;
    f->line = (uint32_t)c->line;
    c->block = BLOCK_FRAME;
    return slice_trim(name).len ? add_text(c, slice_trim(name), &f->name)
                                : fail(c, "a frame without a name", name);
}

static chancery_status context_line(compiler *c, slice line)
{
    slice name, list, entry;
    if (!block_field(line, &name, &list) || !slice_equal(name, SLICE("words")))
        return fail(c, "a context has words only", line);
    while (slice_next(&list, ';', &entry)) {
        slice word, rest = entry;
        layout_context item = {.order = c->context_order};
        while (block_word(&rest, &word)) {
            item.key = item.words ? layout_join(item.key, text_key(word)) : text_key(word);
            item.first = item.words ? item.first : item.key;
            item.words++;
        }
        if (item.words == 0)
            continue;
        if (item.words > LAYOUT_MAX_WORDS)
            return fail(c, "more than three words", entry);
        layout_context *room = array_push(&c->contexts, &c->arena, c->error);
        if (!room)
            return CHANCERY_E_MEMORY;
        chancery_status status = add_text(c, c->head_name, &item.name);
        if (status)
            return status;
        *room = item;
    }
    return CHANCERY_OK;
}

static chancery_status reporting_head(compiler *c, slice kind)
{
    static const struct {
        const char *name;
        unsigned says;
    } known[] = {{"clause", CODEBOOK_SAYS_CLAUSE},
                 {"object", CODEBOOK_SAYS_OBJECT},
                 {"infinitive", CODEBOOK_SAYS_INFINITIVE},
                 {"oblique", CODEBOOK_SAYS_OBLIQUE},
                 {"denial", CODEBOOK_SAYS_DENIAL | CODEBOOK_SAYS_CLAUSE}};
    c->block = BLOCK_REPORTING;
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (slice_equal(slice_trim(kind), slice_of(known[i].name))) {
            c->says = known[i].says;
            return CHANCERY_OK;
        }
    return fail(c, "no such kind of reporting verb", kind);
}

static chancery_status add_report(compiler *c, slice verb, slice particle)
{
    layout_report *r = array_push(&c->reports, &c->arena, c->error);
    if (!r)
        return CHANCERY_E_MEMORY;
    *r = (layout_report){text_key(verb), particle.len ? text_key(particle) : 0, c->says, 0};
    return CHANCERY_OK;
}

/** "call~for|on" makes one record a preposition. */
static chancery_status reporting_line(compiler *c, slice line)
{
    slice name, list, entry;
    if (!block_field(line, &name, &list) || !slice_equal(name, SLICE("verbs")))
        return fail(c, "reporting has verbs only", line);
    while (slice_next(&list, ';', &entry)) {
        slice verb = slice_trim(entry), particles = {0}, particle;
        if (verb.len == 0)
            continue;
        chancery_status status = CHANCERY_OK;
        if (!cut_at(&verb, '~', &particles))
            status = add_report(c, verb, particles);
        while (!status && particles.ptr && slice_next(&particles, '|', &particle))
            status = add_report(c, verb, slice_trim(particle));
        if (status)
            return status;
    }
    return CHANCERY_OK;
}

static chancery_status read_head(compiler *c, slice line)
{
    slice kind, rest = line;
    if (!block_word(&rest, &kind))
        return fail(c, "an empty head", line);
    if (slice_equal(kind, SLICE("type")))
        return type_head(c, rest);
    if (slice_equal(kind, SLICE("frame")))
        return frame_head(c, rest);
    if (slice_equal(kind, SLICE("reporting")))
        return reporting_head(c, rest);
    if (!slice_equal(kind, SLICE("context")))
        return fail(c, "a block is type, frame, context or reporting", kind);
    c->block = BLOCK_CONTEXT;
    c->head_name = slice_trim(rest);
    c->context_order++;
    return c->head_name.len ? CHANCERY_OK : fail(c, "a context without a name", line);
}

static chancery_status read_line(compiler *c, const block_line *line)
{
    if (line->head)
        return read_head(c, line->text);
    switch (c->block) {
    case BLOCK_NONE:
        return fail(c, "an indented line before any block", line->text);
    case BLOCK_TYPE:
        return type_line(c, line->text);
    case BLOCK_FRAME:
        return frame_line(c, line->text);
    case BLOCK_CONTEXT:
        return context_line(c, line->text);
    case BLOCK_REPORTING:
        return reporting_line(c, line->text);
    }
    return CHANCERY_OK;
}

static slice without_folder(slice path)
{
    size_t start = path.len;
    while (start > 0 && path.ptr[start - 1] != '/')
        start--;
    return slice_range(path, start, path.len);
}

static chancery_status read_file(void *context, const char *file, slice text)
{
    compiler *c = context;
    block_reader reader = block_open(text);
    block_line line;
    slice name;
    chancery_status named = arena_dup(&c->arena, slice_of(file), &name, c->error);
    if (named)
        return named;
    c->file = name.ptr;
    c->block = BLOCK_NONE;
    named = add_text(c, without_folder(name), &c->file_text);
    if (named)
        return named;
    while (block_next(&reader, &line)) {
        c->line = line.number;
        chancery_status status = read_line(c, &line);
        if (status)
            return status;
    }
    return CHANCERY_OK;
}

static int compare_u64(uint64_t a, uint64_t b)
{
    return (a > b) - (a < b);
}

static int compare_predicates(const void *left, const void *right)
{
    const layout_predicate *a = left, *b = right;
    int order = compare_u64(a->kind, b->kind);
    if (!order)
        order = compare_u64(a->key, b->key);
    if (!order)
        order = compare_u64(b->conditions, a->conditions);
    return order ? order : compare_u64(a->frame, b->frame);
}

static int compare_contexts(const void *left, const void *right)
{
    const layout_context *a = left, *b = right;
    int order = compare_u64(a->key, b->key);
    return order ? order : compare_u64(a->order, b->order);
}

static int compare_reports(const void *left, const void *right)
{
    const layout_report *a = left, *b = right;
    int order = compare_u64(a->key, b->key);
    if (!order)
        order = compare_u64(a->particle, b->particle);
    return order ? order : compare_u64(a->says, b->says);
}

static void sort_all(compiler *c)
{
    if (c->predicates.count)
        qsort(c->predicates.items, c->predicates.count, sizeof *c->predicates.items,
              compare_predicates);
    if (c->contexts.count)
        qsort(c->contexts.items, c->contexts.count, sizeof *c->contexts.items, compare_contexts);
    if (c->reports.count)
        qsort(c->reports.items, c->reports.count, sizeof *c->reports.items, compare_reports);
}

static chancery_status check_frames(compiler *c)
{
    for (size_t i = 0; i < c->frames.count; i++) {
        const layout_frame *f = &c->frames.items[i];
        slice name = frame_text(c, f->name);
        if (f->event.length == 0 || f->actor_places[0] == CODEBOOK_NOWHERE)
            return fail(c, "this frame has no event or no actor", name);
        for (size_t j = 0; j < i; j++)
            if (slice_equal(name, frame_text(c, c->frames.items[j].name)))
                return fail(c, "two frames of one name", name);
    }
    return CHANCERY_OK;
}

static chancery_status write_out(compiler *c, const char *path)
{
    const container_part parts[] = {
        {"strings", c->strings.items, c->strings.count, 1},
        {"frames", c->frames.items, c->frames.count, sizeof(layout_frame)},
        {"preds", c->predicates.items, c->predicates.count, sizeof(layout_predicate)},
        {"keys", c->keys.items, c->keys.count, sizeof(uint64_t)},
        {"types", c->types.items, c->types.count, sizeof(layout_type)},
        {"contexts", c->contexts.items, c->contexts.count, sizeof(layout_context)},
        {"reports", c->reports.items, c->reports.count, sizeof(layout_report)},
    };
    return container_write(path, LAYOUT_KIND, LAYOUT_VERSION, parts, sizeof parts / sizeof *parts,
                           c->error);
}

chancery_status codebook_compile(const char *data_dir, const char *path, chancery_error *error)
{
    compiler c = {.error = error};
    arena_init(&c.arena, COMPILE_CAP_BYTES);
    chancery_status status = source_each_file(data_dir, read_file, &c, error);
    if (!status)
        status = check_frames(&c);
    if (!status) {
        sort_all(&c);
        status = write_out(&c, path);
    }
    arena_clear(&c.arena);
    return status;
}
