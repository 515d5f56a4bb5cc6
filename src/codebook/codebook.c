/* Opens the codebook's container and answers what it knows of types, contexts and reporting verbs.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * Everything that a record points to is checked once here; match.c then trusts it. */
#include "codebook/codebook.h"

#include "base/error.h"
#include "base/memory.h"
#include "codebook/internal.h"

static bool text_inside(const codebook *b, layout_text t)
{
    return t.offset <= b->string_bytes && t.length <= b->string_bytes - t.offset;
}

static bool list_inside(const codebook *b, layout_list l)
{
    return l.first <= b->key_count && l.count <= b->key_count - l.first;
}

static slice text_at(const codebook *b, layout_text t)
{
    return (slice){b->strings + t.offset, t.length};
}

static bool records_inside(const codebook *b)
{
    for (size_t i = 0; i < b->predicate_count; i++) {
        const layout_predicate *p = &b->predicates[i];
        if (p->frame >= b->frame_count || !list_inside(b, p->nouns) ||
            !list_inside(b, p->prepositions) || !list_inside(b, p->preposition_nouns))
            return false;
    }
    for (size_t i = 0; i < b->type_count; i++)
        if (!text_inside(b, b->types[i].event) || !text_inside(b, b->types[i].mode))
            return false;
    for (size_t i = 0; i < b->context_count; i++)
        if (!text_inside(b, b->contexts[i].name))
            return false;
    return true;
}

static bool places_known(const uint8_t *places)
{
    for (size_t i = 0; i < CODEBOOK_MAX_PLACES; i++)
        if (places[i] > CODEBOOK_PAIR)
            return false;
    return true;
}

static bool open_frame(const codebook *b, const layout_frame *from, codebook_frame *to)
{
    if (!text_inside(b, from->name) || !text_inside(b, from->event) ||
        !text_inside(b, from->mode) || !text_inside(b, from->contexts) ||
        !text_inside(b, from->file) || !places_known(from->actor_places) ||
        !places_known(from->recipient_places) || from->inner > CODEBOOK_INNER_POSSIBLE ||
        !(from->confidence > 0 && from->confidence <= 1))
        return false;
    to->name = text_at(b, from->name);
    to->event = text_at(b, from->event);
    to->mode = text_at(b, from->mode);
    to->contexts = text_at(b, from->contexts);
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
    to->file = text_at(b, from->file);
    to->line = from->line;
    return true;
}

static chancery_status open_sections(codebook *b, const layout_frame **frames,
                                     chancery_error *error)
{
    slice bytes = b->file.map.bytes;
    struct {
        const char *name;
        size_t element_bytes;
        size_t *count;
        const void **out;
    } wanted[] = {
        {"strings", 1, &b->string_bytes, (const void **)&b->strings},
        {"frames", sizeof(layout_frame), &b->frame_count, (const void **)frames},
        {"preds", sizeof(layout_predicate), &b->predicate_count, (const void **)&b->predicates},
        {"keys", sizeof(uint64_t), &b->key_count, (const void **)&b->keys},
        {"types", sizeof(layout_type), &b->type_count, (const void **)&b->types},
        {"contexts", sizeof(layout_context), &b->context_count, (const void **)&b->contexts},
        {"reports", sizeof(layout_report), &b->report_count, (const void **)&b->reports},
    };
    for (size_t i = 0; i < sizeof wanted / sizeof *wanted; i++) {
        chancery_status status = container_section(bytes, wanted[i].name, wanted[i].element_bytes,
                                                   wanted[i].count, wanted[i].out, error);
        if (status)
            return status;
    }
    return CHANCERY_OK;
}

static void add_known(codebook *b, uint64_t key)
{
    b->known[key / 64 % CODEBOOK_FILTER_WORDS] |= UINT64_C(1) << (key % 64);
}

static void fill_filter(codebook *b)
{
    for (size_t i = 0; i < b->predicate_count; i++)
        add_known(b, b->predicates[i].key);
    for (size_t i = 0; i < b->context_count; i++)
        add_known(b, b->contexts[i].first);
    for (size_t i = 0; i < b->report_count; i++)
        add_known(b, b->reports[i].key);
}

static chancery_status open_records(codebook *b, const char *path, chancery_error *error)
{
    const layout_frame *frames = NULL;
    chancery_status status = open_sections(b, &frames, error);
    if (status)
        return status;
    b->frames = memory_alloc(b->frame_count + 1, sizeof *b->frames);
    if (!b->frames)
        return error_set(error, CHANCERY_E_MEMORY, "no memory for the codebook");
    bool sound = records_inside(b);
    for (size_t i = 0; i < b->frame_count; i++)
        sound = sound && open_frame(b, &frames[i], &b->frames[i]);
    if (!sound)
        return error_set(error, CHANCERY_E_FORMAT, "%s: a damaged codebook; compile it again",
                         path);
    fill_filter(b);
    hash_hex(b->file.checksum, b->edition);
    return CHANCERY_OK;
}

chancery_status codebook_open(const char *path, codebook **out, chancery_error *error)
{
    codebook *b = memory_alloc(1, sizeof *b);
    if (!b)
        return error_set(error, CHANCERY_E_MEMORY, "no memory for the codebook");
    chancery_status status =
        container_open(&b->file, path, LAYOUT_KIND, LAYOUT_VERSION, LAYOUT_VERSION, error);
    if (status) {
        memory_free(b);
        return status;
    }
    status = open_records(b, path, error);
    if (status) {
        codebook_close(b);
        return status;
    }
    *out = b;
    return CHANCERY_OK;
}

void codebook_close(codebook *book)
{
    if (!book)
        return;
    memory_free(book->frames);
    container_close(&book->file);
    memory_free(book);
}

slice codebook_edition(const codebook *book)
{
    return (slice){book->edition, 8};
}

bool codebook_takes(const codebook_role *role, uint64_t preposition)
{
    for (size_t i = 0; i < CODEBOOK_MAX_PREPOSITIONS && role->prepositions[i]; i++)
        if (role->prepositions[i] == preposition)
            return true;
    return false;
}

bool codebook_type(const codebook *book, slice event, slice mode, int *quad, double *scale)
{
    bool known = false;
    for (size_t i = 0; i < book->type_count; i++) {
        const layout_type *t = &book->types[i];
        slice m = text_at(book, t->mode);
        if (!slice_equal(text_at(book, t->event), event) || !(m.len == 0 || slice_equal(m, mode)))
            continue;
        known = true;
        *quad = (int)t->quad;
        *scale = t->scale;
        if (m.len)
            break;
    }
    return known;
}

static void add_context(const codebook *book, const layout_context *c, slice *out, size_t max,
                        size_t *count)
{
    slice name = text_at(book, c->name);
    for (size_t i = 0; i < *count; i++)
        if (slice_equal(out[i], name))
            return;
    if (*count < max)
        out[(*count)++] = name;
}

/** First context record with `key`, by bisection. */
static size_t first_context(const codebook *book, uint64_t key)
{
    size_t low = 0, high = book->context_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (book->contexts[middle].key < key)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

size_t codebook_contexts(const codebook *book, const syntax_sentence *sentence, slice *out,
                         size_t max)
{
    size_t count = 0;
    for (size_t w = 0; w < sentence->word_count; w++) {
        uint64_t key = 0;
        if (!codebook_may_know(book, sentence->words[w].lemma_key))
            continue;
        for (size_t n = 0; n < LAYOUT_MAX_WORDS && w + n < sentence->word_count; n++) {
            uint64_t next = sentence->words[w + n].lemma_key;
            key = n ? layout_join(key, next) : next;
            for (size_t i = first_context(book, key);
                 i < book->context_count && book->contexts[i].key == key; i++)
                if (book->contexts[i].words == n + 1)
                    add_context(book, &book->contexts[i], out, max, &count);
        }
    }
    return count;
}

static size_t first_report(const codebook *book, uint64_t key)
{
    size_t low = 0, high = codebook_may_know(book, key) ? book->report_count : 0;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (book->reports[middle].key < key)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

bool codebook_reporting_lemma(const codebook *book, uint64_t lemma_key)
{
    size_t i = first_report(book, lemma_key);
    return i < book->report_count && book->reports[i].key == lemma_key;
}

bool codebook_may_say(const codebook *book, uint64_t key, const codebook_words *words)
{
    for (size_t i = first_report(book, key); i < book->report_count && book->reports[i].key == key;
         i++) {
        uint64_t particle = book->reports[i].particle;
        if (!particle || (words->bits[particle / 64 % 32] >> (particle % 64) & 1))
            return true;
    }
    return false;
}

/** Whether `particle` stands right behind the verb group or begins one of the clause's obliques. */
static bool has_particle(const syntax_sentence *s, const syntax_clause *c, uint64_t particle)
{
    if (c->end < s->word_count && s->words[c->end].lemma_key == particle)
        return true;
    for (uint16_t w = (uint16_t)(c->verb + 1); w < c->end; w++)
        if (s->words[w].lemma_key == particle)
            return true;
    for (size_t i = 0; i < c->oblique_count; i++)
        if (c->obliques[i].preposition > c->verb &&
            s->words[c->obliques[i].preposition].lemma_key == particle)
            return true;
    return false;
}

unsigned codebook_reporting(const codebook *book, const syntax_sentence *sentence,
                            const syntax_clause *clause)
{
    uint64_t key = sentence->words[clause->verb].lemma_key;
    unsigned says = 0;
    for (size_t i = first_report(book, key); i < book->report_count && book->reports[i].key == key;
         i++) {
        const layout_report *r = &book->reports[i];
        if (r->particle == 0 || has_particle(sentence, clause, r->particle))
            says |= r->says;
    }
    return says;
}
