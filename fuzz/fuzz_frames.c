/* Fuzzing the matcher: frames of all kinds over any tree.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * A tree is four bytes a word: form, tag, how far off its head is, relation; heads may be no tree.
 * What becomes of it goes to a codebook that has every form of predicate, role and test. What is
 * found must lie inside its sentence, in the order of its words. */
#include "codebook/codebook.h"
#include "fuzz.h"
#include "syntax/from_tree.h"

enum { ARENA_BYTES = 256 << 20, WORD_BYTES = 4, MOST_WORDS = 256, FORM_BYTES = 16, MOST = 64 };

static const char *const forms[] = {
    "Peru", "goal",  "attack", "visit", "hold", "talk", "on",   "to",  "of",    "by",
    "with", "and",   ",",      "agree", "say",  "urge", "send", "not", "heart", "be",
    "off",  "break", "ready",  "army",  "'s",   "will", "that", "who", "day",   "."};

static const char BOOK[] =
    "type A quad 1 scale 1\n  mode m 2\n  actor-not: CVL but person\n"
    "context c\n  words: goal; heart attack; army goal talk\n"
    "context s\n  silent\n  words: day day\n"
    "reporting clause\n  verbs: say; urge~to|on\n"
    "control\n  verbs: urge\n"
    "frame f/verbs\n  event: A\n  mode: m\n  context: c\n"
    "  verbs: visit; break off; hold|send+talk|army~with|on; send~to+army; agree:inf; say:that\n"
    "  verbs: urge:future; be:gerund; send:active; attack:passive; visit:agentless; agree:alone\n"
    "  nouns: attack~on|by; heart attack; army talk goal; visit\n  adjectives: ready:inf; army~to\n"
    "  actor: subject oblique(by of) possessor\n  recipient: object indirect owner inner pair\n"
    "  not: subject goal; object goal|heart; by army; oblique(on with) day; owner Peru\n"
    "  not: before heart; clause off\n"
    "frame f/only\n  event: A\n  verbs: visit; hold; send; agree\n  nouns: attack; goal\n"
    "  actor: subject\n  only: clause army|day\n  actor-is: GOV state\n  otherwise: A/m\n";

static codebook *open_book(void)
{
    codebook *book = NULL;
    const codebook_source source = {SLICE("book.txt"), SLICE(BOOK), 0};
    must(codebook_open_over(NULL, &source, 1, &book, NULL, NULL) == CHANCERY_OK);
    return book;
}

static void match(const codebook *book, const syntax_sentence *s)
{
    codebook_match found[MOST];
    slice contexts[MOST];
    size_t count = codebook_find(book, s, found, MOST);
    must(count <= MOST && codebook_contexts(book, s, contexts, MOST) <= 1);
    (void)codebook_is_silent(book, s);
    for (size_t i = 0; i < count; i++) {
        const codebook_match *m = &found[i];
        must(m->frame == codebook_frame_at(book, 0, NULL, NULL) ||
             m->frame == codebook_frame_at(book, 1, NULL, NULL));
        must(m->clause >= -1 && m->clause < (int)s->clause_count);
        must(m->phrase >= -1 && m->phrase < (int)s->phrase_count);
        must(m->content >= -1 && m->content < (int)s->clause_count);
        must(m->word < s->word_count && (!m->noun || m->phrase >= 0));
        must(i == 0 || found[i - 1].word <= m->word);
    }
    for (size_t i = 0; i < s->clause_count; i++)
        must(codebook_reporting(book, s, &s->clauses[i]) < 32);
}

/* Words as a report would have them, with a space behind each. */
typedef struct sentence {
    char text[MOST_WORDS * FORM_BYTES];
    text_token tokens[MOST_WORDS];
    syntax_word words[MOST_WORDS];
    int16_t head[MOST_WORDS];
    uint8_t relation[MOST_WORDS];
    size_t bytes, count;
} sentence;

static void add_word(sentence *s, const uint8_t *data)
{
    slice form = slice_of(forms[data[0] % (sizeof forms / sizeof *forms)]);
    size_t i = s->count++;
    bool letter = (form.ptr[0] | 0x20) >= 'a' && (form.ptr[0] | 0x20) <= 'z';
    memcpy(s->text + s->bytes, form.ptr, form.len);
    s->tokens[i] = (text_token){.start = (uint32_t)s->bytes,
                                .end = (uint32_t)(s->bytes + form.len),
                                .key = text_key(form),
                                .kind = letter ? TEXT_WORD : TEXT_PUNCT,
                                .flags = TEXT_SPACE_AFTER};
    s->words[i] = (syntax_word){data[1] % SYNTAX_TAG_COUNT, form, text_key(form)};
    s->bytes += form.len;
    s->text[s->bytes++] = ' ';
    s->head[i] = data[2] == 0x80 ? -1 : (int16_t)((int)i + (int8_t)data[2]);
    s->relation[i] = data[3] % (TREE_RELATION_COUNT + 1);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static codebook *book;
    if (!book)
        book = open_book();
    sentence *s = calloc(1, sizeof *s);
    syntax_sentence parsed;
    arena a;
    must(s != NULL);
    arena_init(&a, ARENA_BYTES);
    for (; size >= WORD_BYTES && s->count < MOST_WORDS; data += WORD_BYTES, size -= WORD_BYTES)
        add_word(s, data);
    const tree_input in = {
        (slice){s->text, s->bytes}, s->tokens, s->words, s->count, false, s->head, s->relation};
    if (s->count && syntax_from_tree(&in, &a, &parsed, NULL) == CHANCERY_OK)
        match(book, &parsed);
    arena_clear(&a);
    free(s);
    return 0;
}
