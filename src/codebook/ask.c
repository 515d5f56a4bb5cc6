/* What an opened codebook knows of its texts, frames, types, contexts and reporting verbs.
 *
 * SPDX-License-Identifier: Apache-2.0 */
#include "codebook/codebook.h"

#include "codebook/internal.h"

size_t codebook_source_count(const codebook *book)
{
    return book->file_count;
}

codebook_source codebook_source_at(const codebook *book, size_t index)
{
    const layout_file *f = &book->files[index];
    return (codebook_source){
        codebook_text(book, f->name), {book->text + f->offset, (size_t)f->length}, f->layer};
}

size_t codebook_frame_count(const codebook *book)
{
    return book->frame_count;
}

const codebook_frame *codebook_frame_at(const codebook *book, size_t index, size_t *source,
                                        uint64_t *line)
{
    if (source)
        *source = book->layouts[index].file;
    if (line)
        *line = book->layouts[index].line;
    return &book->frames[index];
}

static bool is_in(const size_t *list, size_t count, size_t index)
{
    for (size_t i = 0; i < count; i++)
        if (list[i] == index)
            return true;
    return false;
}

size_t codebook_frames_of(const codebook *book, uint64_t key, size_t *out, size_t max)
{
    static const uint8_t kinds[] = {LAYOUT_VERB, LAYOUT_NOUN, LAYOUT_ADJECTIVE};
    size_t count = 0;
    for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++)
        for (size_t i = codebook_first_predicate(book, kinds[k], key);
             i < book->predicate_count && book->predicates[i].kind == kinds[k] &&
             book->predicates[i].key == key;
             i++)
            if (count < max && !is_in(out, count, book->predicates[i].frame))
                out[count++] = book->predicates[i].frame;
    return count;
}

size_t codebook_kind_count(const codebook *book)
{
    return book->type_count;
}

codebook_kind codebook_kind_at(const codebook *book, size_t index)
{
    const layout_type *t = &book->types[index];
    return (codebook_kind){codebook_text(book, t->event), codebook_text(book, t->mode),
                           (int)t->quad, t->scale, t->frames};
}

static bool lists(const codebook_listed *l, uint64_t code, uint64_t sector, unsigned kinds)
{
    if (l->kinds & kinds)
        return true;
    for (uint32_t i = 0; i < l->count; i++)
        if (l->codes[i] == code || l->codes[i] == sector)
            return true;
    return false;
}

bool codebook_allows(const codebook_who *who, slice code, slice sector, unsigned kinds)
{
    if (who->rule == CODEBOOK_ANYONE)
        return true;
    uint64_t packed = code.len ? layout_code(code) : UINT64_MAX;
    uint64_t part = sector.len ? layout_code(sector) : UINT64_MAX;
    bool listed =
        lists(&who->listed, packed, part, kinds) && !lists(&who->but, packed, part, kinds);
    return listed == (who->rule == CODEBOOK_IS);
}

bool codebook_controls_object(const codebook *book, uint64_t lemma_key)
{
    size_t low = 0, high = book->control_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (book->control[middle] < lemma_key)
            low = middle + 1;
        else
            high = middle;
    }
    return low < book->control_count && book->control[low] == lemma_key;
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
        slice m = codebook_text(book, t->mode);
        if (!slice_equal(codebook_text(book, t->event), event) ||
            !(m.len == 0 || slice_equal(m, mode)))
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
    slice name = codebook_text(book, c->name);
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

enum { MOST_AT_WORD = 32 };

/** The context records whose words begin at a word. */
static size_t contexts_at(const codebook *book, const syntax_sentence *sentence, size_t word,
                          const layout_context *out[MOST_AT_WORD])
{
    size_t count = 0;
    uint64_t key = 0;
    if (!codebook_may_know(book, sentence->words[word].lemma_key))
        return 0;
    for (size_t n = 0; n < LAYOUT_MAX_WORDS && word + n < sentence->word_count; n++) {
        uint64_t next = sentence->words[word + n].lemma_key;
        key = n ? layout_join(key, next) : next;
        for (size_t i = first_context(book, key);
             i < book->context_count && book->contexts[i].key == key; i++)
            if (book->contexts[i].words == n + 1 && count < MOST_AT_WORD)
                out[count++] = &book->contexts[i];
    }
    return count;
}

size_t codebook_contexts(const codebook *book, const syntax_sentence *sentence, slice *out,
                         size_t max)
{
    size_t count = 0;
    for (size_t w = 0; w < sentence->word_count; w++) {
        const layout_context *found[MOST_AT_WORD];
        size_t here = contexts_at(book, sentence, w, found);
        for (size_t i = 0; i < here; i++)
            if (!found[i]->silent)
                add_context(book, found[i], out, max, &count);
    }
    return count;
}

bool codebook_is_silent(const codebook *book, const syntax_sentence *sentence)
{
    for (size_t w = 0; w < sentence->word_count; w++) {
        const layout_context *found[MOST_AT_WORD];
        size_t here = contexts_at(book, sentence, w, found);
        for (size_t i = 0; i < here; i++)
            if (found[i]->silent)
                return true;
    }
    return false;
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
