/* Tests of the scan: the forms that it knows, and the sentences that it chooses.
 *
 * SPDX-License-Identifier: Apache-2.0 */
#include "reading_fixture.h"

#include "base/file.h"
#include "base/memory.h"
#include "codebook/internal.h"
#include "reading/scan.h"
#include "syntax/inner.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

static const scan_lexicon *known_words(void)
{
    static scan_lexicon words;
    if (!words.lemmas[scan_slot(&words, text_key(SLICE("met")))])
        scan_lemmas_fill(&words);
    return &words;
}

static bool has_key(const uint64_t *keys, size_t count, uint64_t key)
{
    for (size_t i = 0; i < count; i++)
        if (keys[i] == key)
            return true;
    return false;
}

static bool has_lemma(const char *form, const char *lemma)
{
    uint64_t keys[SCAN_MAX_LEMMAS];
    size_t count = scan_lemmas(known_words(), slice_of(form), text_key(slice_of(form)), keys);
    return has_key(keys, count, text_key(slice_of(lemma)));
}

static void undoes_inflection(void **state)
{
    static const char *const table[][2] = {
        {"visits", "visit"}, {"Visited", "visit"},     {"seizing", "seize"},
        {"banned", "ban"},   {"carries", "carry"},     {"carried", "carry"},
        {"met", "meet"},     {"withdrew", "withdraw"}, {"overthrew", "overthrow"},
        {"men", "man"},      {"gunmen", "gunman"},     {"clashes", "clash"},
        {"wives", "wife"},   {"lying", "lie"},         {"is", "be"},
        {"'s", "be"},        {"talks", "talks"},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(table); i++)
        if (!has_lemma(table[i][0], table[i][1]))
            fail_msg("%s is a form of %s", table[i][0], table[i][1]);
    assert_false(has_lemma("met", "visit"));
    uint64_t keys[SCAN_MAX_LEMMAS];
    char longest[300];
    memset(longest, 's', sizeof longest);
    assert_int_equal(scan_lemmas(known_words(), (slice){longest, sizeof longest}, 7, keys), 1);
    assert_int_equal(scan_lemmas(known_words(), (slice){longest, 0}, 7, keys), 1);
    for (size_t len = 1; len < 40; len++)
        assert_true(scan_lemmas(known_words(), (slice){longest, len}, 7, keys) <= SCAN_MAX_LEMMAS);
}

static bool is_listed(const codebook *book, uint64_t key)
{
    return codebook_knows(book, key) || has_key(book->keys, book->key_count, key);
}

/* Asserts that the scan finds `lemma` behind `form`, where the codebook has it. */
static void expect_known(const fixture *f, slice form, slice lemma)
{
    uint64_t keys[SCAN_MAX_LEMMAS];
    size_t count = scan_lemmas(known_words(), form, text_key(form), keys);
    if (is_listed(f->codebook, text_key(lemma)) && !has_key(keys, count, text_key(lemma)))
        fail_msg("%.*s is a form of %.*s", SLICE_ARGS(form), SLICE_ARGS(lemma));
}

/* Every form in the lists of lemmas: no word of the codebook is missed. */
static void knows_all_exceptions(void **state)
{
    static const char *const slips[] = {"recieved", "thanx", "ppl", "gon", "chnages"};
    fixture *f = *state;
    slice text, line, form, tag;
    size_t lemmas = 0;
    assert_int_equal(file_read(TEST_SOURCE_DIR "/data/syntax/lemmas.txt", 1 << 24, &text, NULL),
                     CHANCERY_OK);
    for (slice rest = text; slice_next(&rest, '\n', &line);) {
        if (!slice_starts(line, SLICE("lemma ")))
            continue;
        line = slice_range(line, 6, line.len);
        assert_true(slice_next(&line, ' ', &form) && slice_next(&line, ' ', &tag));
        bool slip = false;
        for (size_t k = 0; k < COUNT(slips); k++)
            slip = slip || slice_is(form, slips[k]);
        if (!slip)
            expect_known(f, form, line);
        lemmas++;
    }
    memory_free((void *)(uintptr_t)text.ptr);
    assert_true(lemmas > 500);
}

/* And what regular inflection makes of the words of a sample. */
static void knows_regular_forms(void **state)
{
    static const char *const forms[] = {
        "visited",   "visiting", "visits",    "agreed",    "agreeing", "talks",      "condemning",
        "condemned", "denies",   "denied",    "denying",   "stopped",  "stopping",   "expelled",
        "expelling", "shelling", "seized",    "seizing",   "seizures", "armies",     "attacks",
        "accusing",  "accuses",  "pledges",   "bombed",    "recalled", "recognised", "recognizing",
        "signing",   "released", "releasing", "invited",   "inviting", "voted",      "voting",
        "raided",    "closing",  "closed",    "threatened"};
    fixture *f = *state;
    for (size_t i = 0; i < COUNT(forms); i++)
        for (unsigned tag = SYNTAX_NN; tag <= SYNTAX_VBZ; tag++) {
            slice form = slice_of(forms[i]);
            text_token token = {.end = (uint32_t)form.len, .key = text_key(form)};
            syntax_word word = {.tag = (uint8_t)tag};
            assert_int_equal(
                lemma_word(f->parser.lemmas, form, &token, &f->arena, &word, &f->error),
                CHANCERY_OK);
            expect_known(f, form, word.lemma);
        }
}

static void choose(fixture *f, const char *text, char *out, size_t size)
{
    text_report report;
    bool chosen[32];
    text_options options = {.name = SLICE("test"), .verbatim = true};
    arena_reset(&f->arena);
    assert_int_equal(text_report_read(slice_of(text), &options, &f->arena, &report, &f->error),
                     CHANCERY_OK);
    assert_true(report.sentence_count < COUNT(chosen) && report.sentence_count < size);
    assert_int_equal(reading_scan(&f->engine, &report, &f->arena, chosen, &f->error), CHANCERY_OK);
    for (size_t i = 0; i < report.sentence_count; i++)
        out[i] = chosen[i] ? '+' : '-';
    out[report.sentence_count] = 0;
}

static void chooses_sentences(void **state)
{
    static const char *const table[][2] = {
        /* nobody who has a state or an office: nothing to tell */
        {"Rain will spread from the west. Gusts may bring down some trees. It will stay cold.",
         "---"},
        {"The band played for two hours. The crowd sang along. Jones smiled and left.", "---"},
        /* who acts and what is done */
        {"Norway attacked Peru. The rain was heavy. Fans cheered loudly.", "+--"},
        {"The ships were attacked. Norway denied it. The rain was heavy.", "-+-"},
        /* a pronoun reaches back to who was named, and not further than it can mean */
        {"The film runs for hours and has many scenes that nobody in this town has ever seen in a "
         "hall before. Anna Brook, the Norwegian minister who came here for it with her family and "
         "with friends, liked it. Rain fell. She attacked Peru.",
         "-+-+"},
        {"The harvest was good and the markets of the whole province were full of fruit and of "
         "corn "
         "again at last. Norway is cold in most parts of it and it is long and flat and cold in "
         "most parts of it. "
         " Rain fell. Snow fell. Hail fell. Wind blew. It hit the coast.",
         "-------"},
        /* the kingdom, however far back */
        {"The harvest was good and the markets of the whole province were full of fruit and of "
         "corn "
         "again at last. Norway is cold in most parts of it and it is long and flat and cold in "
         "most parts of it. "
         " Rain fell. Snow fell. Hail fell. Wind blew. The kingdom attacked Peru.",
         "-+----+"},
        /* what is quoted belongs to who spoke before */
        {"The minister said: \"It rains.\" \"Nobody saw snow.\" The rain went on. The sun set.",
         "+++-"},
        /* the day of an act told twice, whoever acts */
        {"Gunmen seized the convoy on 3 March. The seizure of 4 March lasted. Rain fell.", "++-"},
    };
    fixture *f = *state;
    for (size_t i = 0; i < COUNT(table); i++) {
        char found[32];
        choose(f, table[i][0], found, sizeof found);
        if (strcmp(found, table[i][1]))
            print_message("%s\n", table[i][0]);
        assert_string_equal(found, table[i][1]);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(undoes_inflection),
        cmocka_unit_test(knows_all_exceptions),
        cmocka_unit_test(knows_regular_forms),
        cmocka_unit_test(chooses_sentences),
    };
    return cmocka_run_group_tests(tests, open_engine, close_engine);
}
