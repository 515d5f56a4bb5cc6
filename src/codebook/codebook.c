/* Opens the codebook's container. What it is then asked stands in ask.c and match.c.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * Everything that a record points to is checked once here; the others then trust it. */
#include "codebook/codebook.h"

#include "base/error.h"
#include "base/memory.h"
#include "codebook/internal.h"

enum { OWN_ARENA_BYTES = 1 << 30 };

static bool text_inside(const codebook *b, layout_text t)
{
    return t.offset <= b->string_bytes && t.length <= b->string_bytes - t.offset;
}

static bool list_inside(const codebook *b, layout_list l)
{
    return l.first <= b->key_count && l.count <= b->key_count - l.first;
}

static bool records_inside(const codebook *b)
{
    for (size_t i = 0; i < b->predicate_count; i++) {
        const layout_predicate *p = &b->predicates[i];
        if (p->frame >= b->frame_count || p->kind > LAYOUT_ADJECTIVE ||
            p->condition > LAYOUT_PLAIN || !list_inside(b, p->nouns) ||
            !list_inside(b, p->prepositions) || !list_inside(b, p->preposition_nouns) ||
            !list_inside(b, p->inner))
            return false;
    }
    for (size_t i = 0; i < b->type_count; i++)
        if (!text_inside(b, b->types[i].event) || !text_inside(b, b->types[i].mode))
            return false;
    for (size_t i = 0; i < b->context_count; i++)
        if (!text_inside(b, b->contexts[i].name))
            return false;
    for (size_t i = 0; i < b->test_count; i++)
        if (!list_inside(b, b->tests[i].words) || !list_inside(b, b->tests[i].prepositions) ||
            b->tests[i].where >= LAYOUT_WHERE_COUNT)
            return false;
    return true;
}

static bool files_inside(const codebook *b)
{
    for (size_t i = 0; i < b->file_count; i++) {
        const layout_file *f = &b->files[i];
        if (!text_inside(b, f->name) || f->offset > b->text_bytes ||
            f->length > b->text_bytes - f->offset)
            return false;
    }
    return true;
}

static bool places_known(const uint8_t *places)
{
    for (size_t i = 0; i < CODEBOOK_MAX_PLACES; i++)
        if (places[i] > CODEBOOK_DOER)
            return false;
    return true;
}

/** Who may stand in a role. @return whether the record is sound. */
static bool open_who(const codebook *b, const layout_who *from, codebook_who *to)
{
    if (!list_inside(b, from->codes) || !list_inside(b, from->but) || from->rule > CODEBOOK_NOT)
        return false;
    *to = (codebook_who){
        .listed = {b->keys + from->codes.first, from->codes.count, from->kinds},
        .but = {b->keys + from->but.first, from->but.count, from->but_kinds},
        .rule = from->rule,
    };
    return true;
}

static bool open_frame(const codebook *b, const layout_frame *from, codebook_frame *to)
{
    if (!text_inside(b, from->name) || !text_inside(b, from->event) ||
        !text_inside(b, from->mode) || !text_inside(b, from->contexts) ||
        !places_known(from->actor_places) || !places_known(from->recipient_places) ||
        !text_inside(b, from->other_event) || !text_inside(b, from->other_mode) ||
        !open_who(b, &from->actor, &to->actor_who) ||
        !open_who(b, &from->recipient, &to->recipient_who) || from->file >= b->file_count ||
        from->tests.first > b->test_count ||
        from->tests.count > b->test_count - from->tests.first ||
        from->inner > CODEBOOK_INNER_POSSIBLE || !(from->confidence > 0 && from->confidence <= 1))
        return false;
    to->name = codebook_text(b, from->name);
    to->event = codebook_text(b, from->event);
    to->mode = codebook_text(b, from->mode);
    to->contexts = codebook_text(b, from->contexts);
    to->other_event = codebook_text(b, from->other_event);
    to->other_mode = codebook_text(b, from->other_mode);
    memcpy(to->actor.places, from->actor_places, sizeof to->actor.places);
    memcpy(to->recipient.places, from->recipient_places, sizeof to->recipient.places);
    memcpy(to->actor.prepositions, from->actor_prepositions, sizeof to->actor.prepositions);
    memcpy(to->recipient.prepositions, from->recipient_prepositions,
           sizeof to->recipient.prepositions);
    to->inner = from->inner;
    to->together = from->together != 0;
    to->actor_needed = from->actor_needed != 0;
    to->recipient_needed = from->recipient_needed != 0;
    to->statement = from->statement != 0;
    to->single = from->single != 0;
    to->confidence = from->confidence;
    to->file = codebook_text(b, b->files[from->file].name);
    to->line = from->line;
    return true;
}

static chancery_status open_sections(codebook *b, chancery_error *error)
{
    struct {
        const char *name;
        size_t element_bytes;
        size_t *count;
        const void **out;
    } wanted[] = {
        {"strings", 1, &b->string_bytes, (const void **)&b->strings},
        {"frames", sizeof(layout_frame), &b->frame_count, (const void **)&b->layouts},
        {"preds", sizeof(layout_predicate), &b->predicate_count, (const void **)&b->predicates},
        {"keys", sizeof(uint64_t), &b->key_count, (const void **)&b->keys},
        {"types", sizeof(layout_type), &b->type_count, (const void **)&b->types},
        {"contexts", sizeof(layout_context), &b->context_count, (const void **)&b->contexts},
        {"reports", sizeof(layout_report), &b->report_count, (const void **)&b->reports},
        {"tests", sizeof(layout_test), &b->test_count, (const void **)&b->tests},
        {"control", sizeof(uint64_t), &b->control_count, (const void **)&b->control},
        {"text", 1, &b->text_bytes, (const void **)&b->text},
        {"files", sizeof(layout_file), &b->file_count, (const void **)&b->files},
    };
    for (size_t i = 0; i < sizeof wanted / sizeof *wanted; i++) {
        chancery_status status =
            container_section(b->bytes, wanted[i].name, wanted[i].element_bytes, wanted[i].count,
                              wanted[i].out, error);
        if (status)
            return status;
    }
    return CHANCERY_OK;
}

static void add_known(codebook *b, uint64_t key)
{
    b->known[key / 64 & (b->known_words - 1)] |= UINT64_C(1) << (key % 64);
}

/** Sixteen bits a key at least, so that few words are looked up for nothing. */
static chancery_status fill_filter(codebook *b, chancery_error *error)
{
    enum { FEWEST_WORDS = 512 };
    size_t keys = b->predicate_count + b->context_count + b->report_count;
    b->known_words = FEWEST_WORDS;
    while (b->known_words < keys / 4)
        b->known_words *= 2;
    b->known = memory_alloc(b->known_words, sizeof *b->known);
    if (!b->known)
        return error_set(error, CHANCERY_E_MEMORY, "no memory for the codebook");
    for (size_t i = 0; i < b->predicate_count; i++)
        add_known(b, b->predicates[i].key);
    for (size_t i = 0; i < b->context_count; i++)
        add_known(b, b->contexts[i].first);
    for (size_t i = 0; i < b->report_count; i++)
        add_known(b, b->reports[i].key);
    return CHANCERY_OK;
}

static chancery_status open_records(codebook *b, const char *name, chancery_error *error)
{
    chancery_status status = open_sections(b, error);
    if (status)
        return status;
    b->frames = memory_alloc(b->frame_count + 1, sizeof *b->frames);
    if (!b->frames)
        return error_set(error, CHANCERY_E_MEMORY, "no memory for the codebook");
    bool sound = records_inside(b) && files_inside(b);
    for (size_t i = 0; i < b->frame_count; i++)
        sound = sound && open_frame(b, &b->layouts[i], &b->frames[i]);
    if (!sound)
        return error_set(error, CHANCERY_E_FORMAT, "%s: a damaged codebook; compile it again",
                         name);
    hash_hex(b->checksum, b->edition);
    return fill_filter(b, error);
}

static codebook *new_codebook(chancery_error *error)
{
    codebook *b = memory_alloc(1, sizeof *b);
    if (!b)
        error_set(error, CHANCERY_E_MEMORY, "no memory for the codebook");
    else
        arena_init(&b->arena, OWN_ARENA_BYTES);
    return b;
}

/** Gives the codebook away, or back where it could not be opened. */
static chancery_status hand_over(codebook *b, chancery_status status, codebook **out)
{
    if (status)
        codebook_close(b);
    else
        *out = b;
    return status;
}

chancery_status codebook_open(const char *path, codebook **out, chancery_error *error)
{
    codebook *b = new_codebook(error);
    if (!b)
        return CHANCERY_E_MEMORY;
    chancery_status status =
        container_open(&b->file, path, LAYOUT_KIND, LAYOUT_VERSION, LAYOUT_VERSION, error);
    b->bytes = b->file.map.bytes;
    b->checksum = b->file.checksum;
    if (!status)
        status = open_records(b, path, error);
    return hand_over(b, status, out);
}

static chancery_status open_bytes(codebook *b, slice bytes, chancery_error *error)
{
    b->bytes = bytes;
    chancery_status status =
        container_check(bytes, LAYOUT_KIND, LAYOUT_VERSION, LAYOUT_VERSION, &b->checksum, error);
    return status ? status : open_records(b, "the codebook", error);
}

chancery_status codebook_open_bytes(slice bytes, codebook **out, chancery_error *error)
{
    codebook *b = new_codebook(error);
    if (!b)
        return CHANCERY_E_MEMORY;
    return hand_over(b, open_bytes(b, bytes, error), out);
}

/** The sources of `base`, then the others. */
static chancery_status stack(const codebook *base, const codebook_source *sources,
                             size_t source_count, arena *a, codebook_source **out,
                             chancery_error *error)
{
    size_t below = base ? codebook_source_count(base) : 0;
    *out = arena_alloc(a, below + source_count, sizeof **out, error);
    if (!*out)
        return CHANCERY_E_MEMORY;
    for (size_t i = 0; i < below; i++)
        (*out)[i] = codebook_source_at(base, i);
    if (source_count)
        memcpy(*out + below, sources, source_count * sizeof *sources);
    return CHANCERY_OK;
}

chancery_status codebook_open_over(const codebook *base, const codebook_source *sources,
                                   size_t source_count, codebook **out, codebook_faults *faults,
                                   chancery_error *error)
{
    codebook_source *all = NULL;
    slice bytes;
    size_t count = source_count + (base ? codebook_source_count(base) : 0);
    codebook *b = new_codebook(error);
    if (!b)
        return CHANCERY_E_MEMORY;
    chancery_status status = stack(base, sources, source_count, &b->arena, &all, error);
    if (!status)
        status = codebook_compile_sources(all, count, &b->arena, &bytes, faults, error);
    if (!status)
        status = open_bytes(b, bytes, error);
    return hand_over(b, status, out);
}

void codebook_close(codebook *book)
{
    if (!book)
        return;
    memory_free(book->frames);
    memory_free(book->known);
    container_close(&book->file);
    arena_clear(&book->arena);
    memory_free(book);
}

slice codebook_edition(const codebook *book)
{
    return (slice){book->edition, 8};
}
