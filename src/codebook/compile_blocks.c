/* Compiles types, contexts, reporting verbs and verbs of control. See compile.h.
 *
 * SPDX-License-Identifier: Apache-2.0 */
#include "base/number.h"
#include "codebook/compile.h"

static const char type_form[] = "write \"type NAME quad 1-4 scale NUMBER\"";

size_t compile_find_type(const compiler *c, slice event, slice mode)
{
    return compile_name_find(&c->type_names, event, mode);
}

/** The record of a type or mode: a new one, or that of an earlier layer, which it overrules. */
static chancery_status add_type(compiler *c, slice event, slice mode, uint32_t quad, double scale)
{
    size_t known = compile_find_type(c, event, mode);
    if (known != SIZE_MAX) {
        compile_type *note = &c->type_notes.items[known];
        if (note->layer == c->source->layer)
            return compile_fail(c, "a type or mode for the second time", mode.len ? mode : event,
                                "keep one of them");
        note->layer = c->source->layer;
        c->types.items[known].quad = quad;
        c->types.items[known].scale = scale;
        c->type = mode.len ? c->type : (uint32_t)known;
        return CHANCERY_OK;
    }
    if (c->types.count == CODEBOOK_MAX_TYPES)
        return compile_limit(c, "more types and modes than a codebook may have",
                             CODEBOOK_MAX_TYPES);
    layout_type *t = array_push(&c->types, c->arena, c->error);
    compile_type *note = array_push(&c->type_notes, c->arena, c->error);
    if (!t || !note)
        return CHANCERY_E_MEMORY;
    c->type = mode.len ? c->type : (uint32_t)(c->types.count - 1);
    *note = (compile_type){.event = event, .mode = mode, .layer = c->source->layer, .of = c->type};
    *t = (layout_type){.quad = quad, .scale = scale};
    chancery_status status = compile_text(c, event, &t->event);
    if (!status)
        status = compile_text(c, mode, &t->mode);
    return status ? status : compile_name_add(c, &c->type_names, event, mode);
}

/** "type CONSULT" alone goes on with a type that is known. */
static chancery_status reopen_type(compiler *c, slice event)
{
    size_t known = compile_find_type(c, event, (slice){0});
    if (known == SIZE_MAX)
        return compile_fail(c, "no such type before this line", event, type_form);
    c->type = (uint32_t)known;
    c->block = COMPILE_TYPE;
    return CHANCERY_OK;
}

/** "type CONSULT quad 1 scale 2.5" */
chancery_status compile_type_head(compiler *c, slice rest)
{
    slice all = slice_trim(rest), event, word[4] = {{0}};
    uint64_t quad = 0;
    double scale = 0;
    size_t words = 0;
    if (!block_word(&rest, &event))
        return compile_fail(c, "a type without a name", all, type_form);
    while (words < 4 && block_word(&rest, &word[words]))
        words++;
    if (words == 0)
        return reopen_type(c, event);
    if (words != 4 || slice_trim(rest).len || !slice_is(word[0], "quad") ||
        !slice_is(word[2], "scale") || !number_parse_u64(word[1], &quad) || quad < 1 || quad > 4)
        return compile_fail(c, "a type that has not the form of one", all, type_form);
    if (!number_parse_double(word[3], &scale))
        return compile_fail(c, "not a number", word[3], type_form);
    chancery_status status = add_type(c, event, (slice){0}, (uint32_t)quad, scale);
    c->block = status ? COMPILE_BROKEN : COMPILE_TYPE;
    return status;
}

/** What a later layer says takes the place of what an earlier one said. */
static layout_who *role_of(compiler *c, compile_type *type, bool actor)
{
    uint32_t *layer = actor ? &type->actor_layer : &type->recipient_layer;
    layout_who *who = actor ? &type->actor : &type->recipient;
    if (*layer < c->source->layer)
        *who = (layout_who){.rule = CODEBOOK_ANYONE};
    *layer = c->source->layer;
    return who;
}

/** "actor-not: CVL EDU but person": who may act in all frames of the type. */
static chancery_status type_who(compiler *c, slice name, slice value)
{
    compile_type *type = &c->type_notes.items[c->type];
    if (slice_is(name, "actor-is"))
        return compile_who(c, value, CODEBOOK_IS, role_of(c, type, true));
    if (slice_is(name, "actor-not"))
        return compile_who(c, value, CODEBOOK_NOT, role_of(c, type, true));
    if (slice_is(name, "recipient-is"))
        return compile_who(c, value, CODEBOOK_IS, role_of(c, type, false));
    if (slice_is(name, "recipient-not"))
        return compile_who(c, value, CODEBOOK_NOT, role_of(c, type, false));
    return compile_fail(c, "no such field of a type", name,
                        "a type has actor-is, actor-not, recipient-is, recipient-not and modes");
}

/** "mode visit 4" */
chancery_status compile_type_line(compiler *c, slice line)
{
    slice word, mode, scale, name, value, rest = line;
    double number;
    if (block_field(line, &name, &value))
        return type_who(c, name, value);
    if (!block_word(&rest, &word) || !slice_is(word, "mode") || !block_word(&rest, &mode) ||
        !block_word(&rest, &scale) || slice_trim(rest).len)
        return compile_fail(c, "neither a mode nor a field", line, "write \"mode NAME NUMBER\"");
    if (!number_parse_double(scale, &number))
        return compile_fail(c, "not a number", scale, "write \"mode NAME NUMBER\"");
    return add_type(c, c->type_notes.items[c->type].event, mode, c->types.items[c->type].quad,
                    number);
}

chancery_status compile_context_head(compiler *c, slice rest)
{
    slice name = slice_trim(rest);
    if (name.len == 0)
        return compile_fail(c, "a context without a name", name, "write \"context NAME\"");
    c->block = COMPILE_CONTEXT;
    c->context = compile_name_find(&c->context_names, name, (slice){0});
    if (c->context != SIZE_MAX)
        return CHANCERY_OK;
    bool *silent = array_push(&c->context_silent, c->arena, c->error);
    if (!silent)
        return CHANCERY_E_MEMORY;
    c->context = c->context_names.items.count;
    return compile_name_add(c, &c->context_names, name, (slice){0});
}

static chancery_status context_entry(compiler *c, slice entry)
{
    slice word, rest = entry;
    layout_context item = {.order = (uint32_t)c->context};
    while (block_word(&rest, &word)) {
        if (item.words == LAYOUT_MAX_WORDS)
            return compile_fail(c, "more than three words", entry, "name the three that matter");
        item.key = item.words ? layout_join(item.key, text_key(word)) : text_key(word);
        item.first = item.words ? item.first : item.key;
        item.words++;
    }
    if (item.words == 0)
        return CHANCERY_OK;
    layout_context *room = array_push(&c->contexts, c->arena, c->error);
    if (!room)
        return CHANCERY_E_MEMORY;
    *room = item;
    return compile_text(c, c->context_names.items.items[c->context].first, &room->name);
}

chancery_status compile_context_line(compiler *c, slice line)
{
    slice name, list, entry;
    if (slice_is(line, "silent")) {
        c->context_silent.items[c->context] = true;
        return CHANCERY_OK;
    }
    if (!block_field(line, &name, &list) || !slice_is(name, "words"))
        return compile_fail(c, "a context has words only", line,
                            "write \"words: a; b\", or \"silent\"");
    while (slice_next(&list, ';', &entry)) {
        chancery_status status = context_entry(c, entry);
        if (status)
            return status;
    }
    return CHANCERY_OK;
}

chancery_status compile_reporting_head(compiler *c, slice kind)
{
    static const struct {
        const char *name;
        unsigned says;
    } known[] = {{"clause", CODEBOOK_SAYS_CLAUSE},
                 {"object", CODEBOOK_SAYS_OBJECT},
                 {"infinitive", CODEBOOK_SAYS_INFINITIVE},
                 {"oblique", CODEBOOK_SAYS_OBLIQUE},
                 {"denial", CODEBOOK_SAYS_DENIAL | CODEBOOK_SAYS_CLAUSE}};
    c->block = COMPILE_REPORTING;
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (slice_is(slice_trim(kind), known[i].name)) {
            c->says = known[i].says;
            return CHANCERY_OK;
        }
    return compile_fail(c, "no such kind of reporting verb", slice_trim(kind),
                        "it is clause, object, infinitive, oblique or denial");
}

static chancery_status add_report(compiler *c, slice verb, slice particle)
{
    layout_report *r = array_push(&c->reports, c->arena, c->error);
    if (!r)
        return CHANCERY_E_MEMORY;
    *r = (layout_report){text_key(verb), particle.len ? text_key(particle) : 0, c->says, 0};
    return CHANCERY_OK;
}

/** "call~for|on" makes one record a preposition. */
chancery_status compile_reporting_line(compiler *c, slice line)
{
    slice name, list, entry;
    if (!block_field(line, &name, &list) || !slice_is(name, "verbs"))
        return compile_fail(c, "reporting has verbs only", line, "write \"verbs: say; note\"");
    while (slice_next(&list, ';', &entry)) {
        slice verb = slice_trim(entry), particles = {0}, particle;
        if (verb.len == 0)
            continue;
        chancery_status status = CHANCERY_OK;
        if (!compile_cut(&verb, '~', &particles))
            status = add_report(c, verb, particles);
        while (!status && particles.ptr && slice_next(&particles, '|', &particle))
            status = add_report(c, verb, slice_trim(particle));
        if (status)
            return status;
    }
    return CHANCERY_OK;
}

chancery_status compile_control_line(compiler *c, slice line)
{
    slice name, list, entry;
    if (!block_field(line, &name, &list) || !slice_is(name, "verbs"))
        return compile_fail(c, "control has verbs only", line, "write \"verbs: urge; ask\"");
    while (slice_next(&list, ';', &entry)) {
        if (slice_trim(entry).len == 0)
            continue;
        uint64_t *key = array_push(&c->control, c->arena, c->error);
        if (!key)
            return CHANCERY_E_MEMORY;
        *key = text_key(slice_trim(entry));
    }
    return CHANCERY_OK;
}
