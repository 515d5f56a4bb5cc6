/* The tagger's model: opening and looking up.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * The container is mapped and all that refers to something else is checked once, at open: tables
 * are powers of two with a free place, indices lie inside. The look-ups then trust them. */
#include "base/error.h"
#include "base/memory.h"
#include "syntax/inner.h"

static const char *const tag_names[SYNTAX_TAG_COUNT] = {
    "CC",   "CD",  "DT",  "EX",  "FW",   "IN", "JJ",  "JJR", "JJS",   "MD",  "NN",   "NNS",   "NNP",
    "NNPS", "PDT", "POS", "PRP", "PRPS", "RB", "RBR", "RBS", "RP",    "TO",  "UH",   "VB",    "VBD",
    "VBG",  "VBN", "VBP", "VBZ", "WDT",  "WP", "WPS", "WRB", "PUNCT", "SYM", "HYPH", "OTHER",
};

const char *syntax_tag_name(syntax_tag tag)
{
    return tag < SYNTAX_TAG_COUNT ? tag_names[tag] : "?";
}

uint64_t tag_key(unsigned tag)
{
    return hash_bytes(slice_of(tag < SYNTAX_TAG_COUNT ? tag_names[tag] : "<s>"), 0);
}

bool tag_of_name(slice name, unsigned *tag)
{
    for (unsigned i = 0; i < SYNTAX_TAG_COUNT; i++)
        if (slice_equal(name, slice_of(tag_names[i]))) {
            *tag = i;
            return true;
        }
    return false;
}

uint64_t model_mark(void)
{
    static const char *const words[] = {"Élysée", "don’t", "ＵＮ", "Ørsted", "İzmir", "U.S."};
    uint64_t mark = SYNTAX_TAG_COUNT;
    for (unsigned tag = 0; tag < TAG_ROWS; tag++)
        mark = mix(mark, tag_key(tag));
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        mark = mix(mark, text_key(slice_of(words[i])));
    return mark;
}

uint64_t tags_of_shape(char shape)
{
    if (shape == 'p')
        return TAG_BIT(SYNTAX_PUNCT) | TAG_BIT(SYNTAX_SYM) | TAG_BIT(SYNTAX_OTHER) |
               TAG_BIT(SYNTAX_UH);
    return TAG_BIT(SYNTAX_CD) | TAG_BIT(SYNTAX_NN) | TAG_BIT(SYNTAX_NNP) | TAG_BIT(SYNTAX_JJ) |
           TAG_BIT(SYNTAX_OTHER);
}

const syntax_entry *model_word(const syntax_model *m, uint64_t key)
{
    for (size_t at = key & m->word_slot_mask;; at = (at + 1) & m->word_slot_mask) {
        uint32_t index = m->word_slots[at];
        if (!index)
            return NULL;
        if (m->entries[index - 1].key == key)
            return &m->entries[index - 1];
    }
}

uint64_t model_guess(const syntax_model *m, char side, slice key)
{
    size_t longest = key.len < GUESS_BYTES ? key.len : GUESS_BYTES;
    for (size_t length = longest;; length--) {
        uint64_t id = guess_id(side, slice_range(key, key.len - length, key.len));
        for (size_t at = id & m->guess_mask; m->guesses[at].id; at = (at + 1) & m->guess_mask)
            if (m->guesses[at].id == id)
                return m->guesses[at].tags;
        if (length == 0)
            return 0;
    }
}

bool model_ending(const syntax_ending *endings, size_t mask, unsigned tag, slice form, size_t *kept,
                  slice *lemma)
{
    size_t longest = form.len < ENDING_BYTES + 1 ? form.len : ENDING_BYTES + 1;
    for (size_t length = longest; length-- > 1;) {
        uint64_t id = ending_id(tag, slice_range(form, form.len - length, form.len));
        for (size_t at = id & mask; endings[at].id; at = (at + 1) & mask) {
            const syntax_ending *e = &endings[at];
            if (e->id != id || form.len - length + e->lemma_bytes < 2)
                continue;
            *kept = form.len - length;
            *lemma = (slice){e->lemma, e->lemma_bytes};
            return true;
        }
    }
    return false;
}

static bool power_of_two(size_t n)
{
    return n >= 2 && (n & (n - 1)) == 0;
}

static bool entries_sound(const syntax_model *m)
{
    size_t used = 0;
    for (size_t i = 0; i < m->entry_count; i++) {
        const syntax_entry *e = &m->entries[i];
        if (e->form > m->string_bytes || e->form_bytes > m->string_bytes - e->form ||
            e->lemma_first > m->lemma_count || e->lemma_count > m->lemma_count - e->lemma_first)
            return false;
        for (size_t c = 0; c < CASE_COUNT; c++)
            if (e->tags[c] >> SYNTAX_TAG_COUNT)
                return false;
    }
    for (size_t i = 0; i <= m->word_slot_mask; i++) {
        if (m->word_slots[i] > m->entry_count)
            return false;
        used += m->word_slots[i] != 0;
    }
    for (size_t i = 0; i < m->lemma_count; i++)
        if (m->lemmas[i].text > m->string_bytes ||
            m->lemmas[i].bytes > m->string_bytes - m->lemmas[i].text)
            return false;
    return used <= m->word_slot_mask;
}

static bool weights_sound(const syntax_model *m)
{
    size_t used = 0;
    for (size_t i = 0; i <= m->slot_mask; i++) {
        size_t first = m->slots[i].row >> 8, count = m->slots[i].row & 0xff;
        if (first > m->weight_count || count > m->weight_count - first)
            return false;
        used += m->slots[i].row != 0;
    }
    for (size_t i = 0; i < m->weight_count; i++)
        if (m->weights[i].tag >= SYNTAX_TAG_COUNT)
            return false;
    return used <= m->slot_mask;
}

static bool guesses_sound(const syntax_model *m)
{
    size_t guesses = 0, endings = 0;
    for (size_t i = 0; i <= m->guess_mask; i++) {
        if (m->guesses[i].tags >> SYNTAX_TAG_COUNT)
            return false;
        guesses += m->guesses[i].id != 0;
    }
    for (size_t i = 0; i <= m->ending_mask; i++) {
        if (m->endings[i].lemma_bytes > ENDING_BYTES)
            return false;
        endings += m->endings[i].id != 0;
    }
    return guesses <= m->guess_mask && endings <= m->ending_mask;
}

/* One section of the model: where its first element and its count go. */
typedef struct section {
    const char *name;
    size_t element_bytes;
    const void **out;
    size_t *count;
} section;

static chancery_status load_sections(syntax_model *m, const char *path, chancery_error *error)
{
    size_t word_slots, slots, second, third, guesses, endings, metas;
    const uint64_t *meta;
    const section sections[] = {
        {"words", sizeof *m->entries, (const void **)&m->entries, &m->entry_count},
        {"wordslot", sizeof *m->word_slots, (const void **)&m->word_slots, &word_slots},
        {"featslot", sizeof *m->slots, (const void **)&m->slots, &slots},
        {"weights", sizeof *m->weights, (const void **)&m->weights, &m->weight_count},
        {"second", sizeof *m->second, (const void **)&m->second, &second},
        {"third", sizeof *m->third, (const void **)&m->third, &third},
        {"guesses", sizeof *m->guesses, (const void **)&m->guesses, &guesses},
        {"endings", sizeof *m->endings, (const void **)&m->endings, &endings},
        {"lemmas", sizeof *m->lemmas, (const void **)&m->lemmas, &m->lemma_count},
        {"strings", 1, (const void **)&m->strings, &m->string_bytes},
        {"meta", sizeof *meta, (const void **)&meta, &metas},
    };
    for (size_t i = 0; i < sizeof sections / sizeof *sections; i++) {
        const section *s = &sections[i];
        chancery_status status = container_section(m->file.map.bytes, s->name, s->element_bytes,
                                                   s->count, s->out, error);
        if (status)
            return status;
    }
    if (!power_of_two(word_slots) || !power_of_two(slots) || !power_of_two(guesses) ||
        !power_of_two(endings) || second != (size_t)TAG_ROWS * SYNTAX_TAG_COUNT ||
        third != (size_t)TAG_ROWS * TAG_ROWS * SYNTAX_TAG_COUNT)
        return error_set(error, CHANCERY_E_FORMAT,
                         "%s: the model's tables have sizes that none has; compile it anew", path);
    if (metas != 1 || *meta != model_mark())
        return error_set(
            error, CHANCERY_E_VERSION,
            "%s: the model was compiled for other tags or another tokeniser; compile it "
            "anew with this program",
            path);
    m->word_slot_mask = word_slots - 1;
    m->slot_mask = slots - 1;
    m->guess_mask = guesses - 1;
    m->ending_mask = endings - 1;
    if (!entries_sound(m) || !weights_sound(m) || !guesses_sound(m))
        return error_set(error, CHANCERY_E_FORMAT,
                         "%s: the model refers to what it doesn't hold; compile it anew", path);
    return CHANCERY_OK;
}

static size_t put_shape(char *out, size_t shape, const char *edge)
{
    size_t bytes = shape < SHAPE_EDGE ? 1 : strlen(edge);
    memcpy(out, shape < SHAPE_EDGE ? &TAG_SHAPES[shape] : edge, bytes);
    return bytes;
}

/* hash_bytes of "Cl1U" and the like: the shapes before, here and behind, "1" at the head. */
static void fill_shape_keys(syntax_model *m, size_t shape, size_t head)
{
    char text[16], place[2] = {TAG_SHAPES[shape], head ? '1' : '0'};
    m->place_keys[shape][head] = hash_bytes((slice){place, 2}, 0);
    for (size_t before = 0; before <= SHAPE_EDGE; before++)
        for (size_t behind = 0; behind <= SHAPE_EDGE; behind++) {
            size_t bytes = put_shape(text, before, "<s>");
            memcpy(text + bytes, place, 2);
            bytes += 2;
            bytes += put_shape(text + bytes, behind, "</s>");
            m->shape_keys[before][shape][head][behind] = hash_bytes((slice){text, bytes}, 0);
        }
}

/* The numbers of features' arguments that are the same for each sentence. */
static void fill_keys(syntax_model *m)
{
    for (unsigned tag = 0; tag < TAG_ROWS; tag++)
        m->tag_keys[tag] = tag_key(tag);
    for (size_t shape = 0; shape < SHAPE_COUNT; shape++) {
        fill_shape_keys(m, shape, 0);
        fill_shape_keys(m, shape, 1);
    }
    m->unknown_key = text_key(SLICE("<?>"));
    for (size_t i = 0; i < 2; i++) {
        slice edge = i == 0 ? SLICE("<s>") : SLICE("</s>");
        m->edge_keys[i][0] = text_key(edge);
        m->edge_keys[i][1] = hash_bytes(edge, 0);
    }
}

chancery_status syntax_open(const char *path, syntax_model **out, chancery_error *error)
{
    char hex[HASH_HEX_BYTES];
    syntax_model *m = memory_alloc(1, sizeof *m);
    if (!m)
        return error_set(error, CHANCERY_E_MEMORY, "%s: no memory for the model", path);
    chancery_status status =
        container_open(&m->file, path, "TAGS", MODEL_VERSION, MODEL_VERSION, error);
    if (status) {
        memory_free(m);
        return status;
    }
    status = load_sections(m, path, error);
    if (status) {
        syntax_close(m);
        return status;
    }
    fill_keys(m);
    hash_hex(m->file.checksum, hex);
    memcpy(m->edition, hex, sizeof m->edition);
    *out = m;
    return CHANCERY_OK;
}

void syntax_close(syntax_model *model)
{
    if (!model)
        return;
    container_close(&model->file);
    memory_free(model);
}

slice syntax_edition(const syntax_model *model)
{
    return (slice){model->edition, sizeof model->edition};
}
