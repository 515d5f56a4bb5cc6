/* Compiles the predicates of frames: "hold|have+talk~with:active", "vow:inf(avenge)". See
 * compile.h.
 *
 * SPDX-License-Identifier: Apache-2.0 */
#include "codebook/compile.h"

static bool condition_of(slice name, uint8_t *out)
{
    static const struct {
        const char *name;
        uint8_t condition;
    } known[] = {
        {"inf", LAYOUT_INFINITIVE},      {"that", LAYOUT_THAT},       {"future", LAYOUT_FUTURE},
        {"gerund", LAYOUT_GERUND},       {"must", LAYOUT_MUST},       {"bare", LAYOUT_BARE},
        {"active", LAYOUT_ACTIVE},       {"passive", LAYOUT_PASSIVE}, {"alone", LAYOUT_ALONE},
        {"agentless", LAYOUT_AGENTLESS}, {"plain", LAYOUT_PLAIN}};
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

/** Reads what follows ":": "active", "inf(avenge|strike)". */
static chancery_status read_condition(compiler *c, slice text, layout_predicate *p)
{
    slice verbs = {0};
    bool inner = compile_cut(&text, '(', &verbs);
    slice name = slice_trim(text);
    if (!condition_of(name, &p->condition))
        return compile_fail(c, "no such condition", name,
                            "it is inf, that, future, gerund, must, bare, active, passive, "
                            "agentless, alone or plain");
    p->conditions++;
    if (!inner)
        return CHANCERY_OK;
    verbs = slice_trim(verbs);
    if (!layout_hangs(p->condition) || verbs.len < 2 || verbs.ptr[verbs.len - 1] != ')')
        return compile_fail(c, "verbs of a clause below that can't be read", verbs,
                            "write inf(pay|leave); that, future, gerund, must and bare take them "
                            "too");
    p->conditions++;
    return compile_keys(c, (slice){verbs.ptr, verbs.len - 1}, &p->inner);
}

/** Reads what follows the lemma of a predicate: "~from+noun", "+noun~to", ":inf" in that order. */
static chancery_status read_parts(compiler *c, slice *base, layout_predicate *p, part_nouns *nouns)
{
    slice condition = {0}, prepositions = {0};
    chancery_status status = CHANCERY_OK;
    if (compile_cut(base, ':', &condition))
        status = read_condition(c, condition, p);
    if (status)
        return status;
    if (compile_cut(base, '~', &prepositions)) {
        bool has_noun = compile_cut(&prepositions, '+', &nouns->behind);
        status = compile_keys(c, prepositions, &p->prepositions);
        p->conditions = (uint8_t)(p->conditions + 1 + has_noun);
    }
    if (compile_cut(base, '+', &nouns->object))
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
            return compile_fail(c, "a noun of more than three words", words, "name its last three");
        keys[count++] = text_key(word);
    }
    if (count == 0)
        return compile_fail(c, "an empty predicate", words, "write a lemma");
    *head = keys[count - 1];
    for (size_t i = 1; i < count; i++) {
        before[i - 1] = keys[count - 1 - i];
        p->conditions++;
    }
    return CHANCERY_OK;
}

static chancery_status push_predicate(compiler *c, const layout_predicate *p)
{
    layout_predicate *room = array_push(&c->predicates, c->arena, c->error);
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
        uint64_t *key = array_push(&c->keys, c->arena, c->error);
        if (!key)
            return CHANCERY_E_MEMORY;
        *list = (layout_list){(uint32_t)(c->keys.count - 1), 1};
        return noun_words(c, one, key, before, p);
    }
    *list = (layout_list){(uint32_t)c->keys.count, 0};
    while (slice_next(&nouns, '|', &noun)) {
        uint64_t *key = several_words(noun) ? NULL : array_push(&c->keys, c->arena, c->error);
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
    if (kind == LAYOUT_NOUN && p.condition && p.condition != LAYOUT_INFINITIVE)
        return compile_fail(c, "a condition that nouns don't have", text, "they have inf only");
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
            status = compile_fail(c, "an empty predicate", text, "write a lemma before the sign");
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

chancery_status compile_predicates(compiler *c, slice list, uint8_t kind)
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
