/* Compiles frames: their fields, roles and tests. See compile.h.
 *
 * SPDX-License-Identifier: Apache-2.0 */
#include <string.h>

#include "base/error.h"
#include "base/number.h"
#include "codebook/compile.h"

layout_frame *compile_frame_now(compiler *c)
{
    return &c->frames.items[c->frames.count - 1];
}

static bool place_of(slice name, uint8_t *out)
{
    static const struct {
        const char *name;
        uint8_t place;
    } known[] = {{"subject", CODEBOOK_SUBJECT},
                 {"object", CODEBOOK_OBJECT},
                 {"indirect", CODEBOOK_INDIRECT},
                 {"oblique", CODEBOOK_OBLIQUE},
                 {"possessor", CODEBOOK_POSSESSOR},
                 {"owner", CODEBOOK_OWNER},
                 {"inner", CODEBOOK_INNER},
                 {"pair", CODEBOOK_PAIR},
                 {"doer", CODEBOOK_DOER}};
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
            return compile_fail(c, "more than twelve prepositions", word, "make two frames");
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
            return compile_fail(c, "no such place, or more than six", name,
                                "a role stands as subject, object, indirect, oblique(…), "
                                "possessor, owner, inner, doer or pair");
        if (end < value.len && value.ptr[end] == '(') {
            size_t close = slice_find(value, SLICE(")"));
            if (close == SIZE_MAX || places[count] != CODEBOOK_OBLIQUE)
                return compile_fail(c, "only oblique(…) takes prepositions", value,
                                    "write oblique(to for)");
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
            return compile_fail(c, "needs takes actor, recipient and single", word,
                                "name one of them");
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
    return compile_fail(c, "inner is none, future, denied or possible", value, "name one of them");
}

/** "object goal|ball", "oblique(of on) water"; `only` where one must stand there. */
static chancery_status read_test(compiler *c, slice value, bool only)
{
    static const char *const names[LAYOUT_WHERE_COUNT] = {"subject", "object", "by",    "oblique",
                                                          "owner",   "before", "clause"};
    static const char help[] =
        "write it like \"object goal|ball\"; the places are subject, object, "
        "by, oblique(…), owner, before and clause";
    layout_test test = {.where = LAYOUT_WHERE_COUNT, .only = only};
    size_t end = 0;
    while (end < value.len && value.ptr[end] != ' ' && value.ptr[end] != '(')
        end++;
    slice name = slice_range(value, 0, end);
    for (int i = 0; i < LAYOUT_WHERE_COUNT; i++)
        if (slice_is(name, names[i]))
            test.where = (uint8_t)i;
    if (test.where == LAYOUT_WHERE_COUNT)
        return compile_fail(c, "no such place", name, help);
    bool listed = end < value.len && value.ptr[end] == '(';
    if (listed != (test.where == LAYOUT_AT_OBLIQUE))
        return compile_fail(c, "prepositions stand behind oblique, and there only", value, help);
    chancery_status status = CHANCERY_OK;
    if (listed) {
        uint64_t prepositions[CODEBOOK_MAX_PREPOSITIONS] = {0};
        size_t close = slice_find(value, SLICE(")"));
        if (close == SIZE_MAX || close < end)
            return compile_fail(c, "no \")\" behind the prepositions", value, help);
        status = read_prepositions(c, slice_range(value, end + 1, close), prepositions);
        if (!status)
            status = compile_keys_of(c, prepositions, &test.prepositions);
        end = close + 1;
    }
    slice words = slice_trim(slice_range(value, end, value.len));
    if (!status && words.len == 0)
        status = compile_fail(c, "no words behind the place", value, help);
    if (!status)
        status = compile_keys(c, words, &test.words);
    layout_test *room = status ? NULL : array_push(&c->tests, c->arena, c->error);
    if (!room)
        return status ? status : CHANCERY_E_MEMORY;
    *room = test;
    compile_frame_now(c)->tests.count++;
    return CHANCERY_OK;
}

static chancery_status read_tests(compiler *c, slice list, bool only)
{
    slice one;
    while (slice_next(&list, ';', &one)) {
        chancery_status status =
            slice_trim(one).len ? read_test(c, slice_trim(one), only) : CHANCERY_OK;
        if (status)
            return status;
    }
    return CHANCERY_OK;
}

static bool kind_of(slice word, uint8_t *kinds)
{
    static const struct {
        const char *name;
        uint8_t kind;
    } known[] = {{"person", CODEBOOK_KIND_PERSON},
                 {"state", CODEBOOK_KIND_STATE},
                 {"igo", CODEBOOK_KIND_IGO},
                 {"organisation", CODEBOOK_KIND_ORGANISATION},
                 {"group", CODEBOOK_KIND_GROUP}};
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (slice_is(word, known[i].name)) {
            *kinds |= known[i].kind;
            return true;
        }
    return false;
}

/** One of the words up to "but". */
static chancery_status add_who(compiler *c, slice word, uint8_t *kinds, layout_list *codes)
{
    if (kind_of(word, kinds))
        return CHANCERY_OK;
    for (size_t i = 0; i < word.len; i++)
        if (word.len != 3 || word.ptr[i] < 'A' || word.ptr[i] > 'Z')
            return compile_fail(c, "neither a code or sector nor a kind", word,
                                "write three capitals (GOV, UNO, CHL), or person, state, igo, "
                                "organisation or group");
    uint64_t *room = array_push(&c->keys, c->arena, c->error);
    if (!room)
        return CHANCERY_E_MEMORY;
    *room = layout_code(word);
    codes->count++;
    return CHANCERY_OK;
}

chancery_status compile_who(compiler *c, slice value, codebook_rule rule, layout_who *who)
{
    slice word, rest = value;
    bool behind = false;
    if (who->rule)
        return compile_fail(c, "said twice who stands in this role", value, "keep one line of it");
    *who = (layout_who){.rule = (uint8_t)rule, .codes = {(uint32_t)c->keys.count, 0}};
    while (block_word(&rest, &word)) {
        if (!behind && slice_is(word, "but")) {
            behind = true;
            who->but.first = (uint32_t)c->keys.count;
            continue;
        }
        chancery_status status = behind ? add_who(c, word, &who->but_kinds, &who->but)
                                        : add_who(c, word, &who->kinds, &who->codes);
        if (status)
            return status;
    }
    return who->kinds || who->codes.count
               ? CHANCERY_OK
               : compile_fail(c, "nobody is named", value, "write sectors, codes or kinds");
}

/** "ACCUSE/disapprove" */
static chancery_status read_type(compiler *c, slice value, layout_text *event, layout_text *mode)
{
    slice tail = {0};
    compile_cut(&value, '/', &tail);
    if (compile_find_type(c, value, tail) == SIZE_MAX)
        return compile_fail(c, "no such type or mode before this line", value,
                            "types stand in 00-types.txt, or in a block above");
    chancery_status status = compile_text(c, value, event);
    return status ? status : compile_text(c, tail, mode);
}

static slice frame_event(const compiler *c, const layout_frame *f)
{
    return (slice){c->strings.items + f->event.offset, f->event.length};
}

static chancery_status read_mode(compiler *c, slice value, layout_frame *f)
{
    if (f->event.length == 0)
        return compile_fail(c, "a mode before its type", value, "write the line \"event:\" above");
    return compile_find_type(c, frame_event(c, f), value) != SIZE_MAX && value.len
               ? compile_text(c, value, &f->mode)
               : compile_fail(c, "its type has no such mode", value,
                              "'chancery codebook show TYPE' lists them");
}

static chancery_status read_event(compiler *c, slice value, layout_frame *f)
{
    size_t type = compile_find_type(c, value, (slice){0});
    if (type == SIZE_MAX)
        return compile_fail(c, "no such type before this line", value,
                            "'chancery codebook show' lists them; new ones stand above");
    return compile_text(c, value, &f->event);
}

static chancery_status read_confidence(compiler *c, slice value, layout_frame *f)
{
    if (number_parse_double(value, &f->confidence) && f->confidence > 0 && f->confidence <= 1)
        return CHANCERY_OK;
    f->confidence = 1;
    return compile_fail(c, "confidence lies above 0 and is at most 1", value, "write it like 0.8");
}

static chancery_status read_contexts(compiler *c, slice value, layout_frame *f)
{
    c->frame_notes.items[c->frame_notes.count - 1].contexts = value;
    c->frame_notes.items[c->frame_notes.count - 1].contexts_line = c->line;
    return compile_text(c, value, &f->contexts);
}

typedef enum frame_field {
    FIELD_EVENT,
    FIELD_MODE,
    FIELD_CONTEXT,
    FIELD_VERBS,
    FIELD_NOUNS,
    FIELD_ADJECTIVES,
    FIELD_ACTOR,
    FIELD_RECIPIENT,
    FIELD_NEEDS,
    FIELD_INNER,
    FIELD_CONFIDENCE,
    FIELD_NOT,
    FIELD_ONLY,
    FIELD_ACTOR_IS,
    FIELD_ACTOR_NOT,
    FIELD_RECIPIENT_IS,
    FIELD_RECIPIENT_NOT,
    FIELD_OTHERWISE,
    FIELD_COUNT,
} frame_field;

static frame_field field_of(slice name)
{
    static const char *const names[FIELD_COUNT] = {
        "event", "mode",      "context",   "verbs",        "nouns",         "adjectives",
        "actor", "recipient", "needs",     "inner",        "confidence",    "not",
        "only",  "actor-is",  "actor-not", "recipient-is", "recipient-not", "otherwise"};
    int field = 0;
    while (field < FIELD_COUNT && !slice_is(name, names[field]))
        field++;
    return (frame_field)field;
}

static chancery_status frame_field_line(compiler *c, slice name, slice value)
{
    layout_frame *f = compile_frame_now(c);
    switch (field_of(name)) {
    case FIELD_EVENT:
        return read_event(c, value, f);
    case FIELD_MODE:
        return read_mode(c, value, f);
    case FIELD_CONTEXT:
        return read_contexts(c, value, f);
    case FIELD_VERBS:
        return compile_predicates(c, value, LAYOUT_VERB);
    case FIELD_NOUNS:
        return compile_predicates(c, value, LAYOUT_NOUN);
    case FIELD_ADJECTIVES:
        return compile_predicates(c, value, LAYOUT_ADJECTIVE);
    case FIELD_ACTOR:
        return read_role(c, value, f->actor_places, f->actor_prepositions);
    case FIELD_RECIPIENT:
        return read_role(c, value, f->recipient_places, f->recipient_prepositions);
    case FIELD_NEEDS:
        return read_needs(c, value, f);
    case FIELD_INNER:
        return read_inner(c, value, f);
    case FIELD_CONFIDENCE:
        return read_confidence(c, value, f);
    case FIELD_NOT:
        return read_tests(c, value, false);
    case FIELD_ONLY:
        return read_tests(c, value, true);
    case FIELD_ACTOR_IS:
        return compile_who(c, value, CODEBOOK_IS, &f->actor);
    case FIELD_ACTOR_NOT:
        return compile_who(c, value, CODEBOOK_NOT, &f->actor);
    case FIELD_RECIPIENT_IS:
        return compile_who(c, value, CODEBOOK_IS, &f->recipient);
    case FIELD_RECIPIENT_NOT:
        return compile_who(c, value, CODEBOOK_NOT, &f->recipient);
    case FIELD_OTHERWISE:
        return read_type(c, value, &f->other_event, &f->other_mode);
    case FIELD_COUNT:
        break;
    }
    return compile_fail(c, "no such field of a frame", name,
                        "the fields are event, mode, context, verbs, nouns, adjectives, actor, "
                        "recipient, needs, inner, not, only, actor-is, actor-not, recipient-is, "
                        "recipient-not, otherwise and confidence");
}

chancery_status compile_frame_line(compiler *c, slice line)
{
    slice name, value;
    if (line.ptr[0] == '-' || (line.ptr[0] == '+' && slice_find(line, SLICE(" => ")) != SIZE_MAX))
        return CHANCERY_OK;
    if (line.ptr[0] == '+')
        return compile_fail(c, "an example without \" => \"", line,
                            "write behind it what it gives: => TYPE/mode ACTOR > RECIPIENT");
    if (slice_is(line, "together"))
        compile_frame_now(c)->together = 1;
    else if (slice_is(line, "statement"))
        compile_frame_now(c)->statement = 1;
    else if (block_field(line, &name, &value))
        return frame_field_line(c, name, value);
    else
        return compile_fail(c, "neither a field nor an example", line,
                            "write \"field: value\", or begin an example with + or -");
    return CHANCERY_OK;
}

/** Takes the place of the frame of the same name in an earlier layer. */
static chancery_status settle(compiler *c, slice name, compile_frame *note)
{
    uint32_t index = (uint32_t)(c->frames.count - 1);
    size_t known = compile_name_find(&c->frame_names, name, (slice){0});
    if (known == SIZE_MAX) {
        uint32_t *room = array_push(&c->frame_of_name, c->arena, c->error);
        if (!room)
            return CHANCERY_E_MEMORY;
        *room = index;
        return compile_name_add(c, &c->frame_names, name, (slice){0});
    }
    compile_frame *before = &c->frame_notes.items[c->frame_of_name.items[known]];
    if (before->layer == note->layer && !before->gone)
        return compile_fail(c, "two frames of one name", name, "give one of them another name");
    if (!before->gone) {
        before->gone = true;
        note->order = before->order;
        note->own = before->own;
    }
    c->frame_of_name.items[known] = index;
    return CHANCERY_OK;
}

chancery_status compile_frame_head(compiler *c, slice name)
{
    name = slice_trim(name);
    if (name.len == 0)
        return compile_fail(c, "a frame without a name", name, "write it like \"frame aid/give\"");
    if (c->frames.count == CODEBOOK_MAX_FRAMES)
        return compile_limit(c, "more frames than a codebook may have", CODEBOOK_MAX_FRAMES);
    layout_frame *f = array_push(&c->frames, c->arena, c->error);
    compile_frame *note = array_push(&c->frame_notes, c->arena, c->error);
    if (!f || !note)
        return CHANCERY_E_MEMORY;
    f->confidence = 0.8;
    f->file = c->file;
    f->line = (uint32_t)c->line;
    f->tests.first = (uint32_t)c->tests.count;
    *note = (compile_frame){.name = name,
                            .layer = c->source->layer,
                            .own = (uint8_t)(c->source->layer < 255 ? c->source->layer : 255),
                            .order = (uint32_t)(c->frames.count - 1)};
    c->block = COMPILE_FRAME;
    c->first_pred = c->predicates.count;
    c->faults_before = c->fault_count;
    chancery_status status = settle(c, name, note);
    chancery_status named = compile_text(c, name, &f->name);
    return status ? status : named;
}

chancery_status compile_frame_end(compiler *c)
{
    layout_frame *f = compile_frame_now(c);
    slice name = c->frame_notes.items[c->frame_notes.count - 1].name;
    if (c->fault_count != c->faults_before)
        return CHANCERY_OK; /* what is missing may be what was wrong */
    c->line = f->line;
    if (f->event.length == 0)
        return compile_fail(c, "this frame has no event", name, "add a line \"event: TYPE\"");
    if (f->actor_places[0] == CODEBOOK_NOWHERE)
        return compile_fail(c, "this frame has no actor", name, "add a line \"actor: subject\"");
    if (c->predicates.count == c->first_pred)
        return compile_fail(c, "this frame has no predicate", name,
                            "add a line of verbs, nouns or adjectives");
    return CHANCERY_OK;
}

chancery_status compile_drop(compiler *c, slice name)
{
    name = slice_trim(name);
    size_t known = compile_name_find(&c->frame_names, name, (slice){0});
    compile_frame *frame =
        known == SIZE_MAX ? NULL : &c->frame_notes.items[c->frame_of_name.items[known]];
    c->block = COMPILE_DROP;
    if (!frame || frame->gone || frame->layer == c->source->layer)
        return compile_fail(c, "no frame of that name below this codebook", name,
                            "drop takes frames away from the codebook that yours stands over");
    frame->gone = true;
    return CHANCERY_OK;
}
