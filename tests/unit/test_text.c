/* Tests of the text room: characters, keys, tokens, sentences.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * Most are tables: a text, and what it should become, written out so that a person can read it:
 * tokens with a space between them, sentences with a line between them. Reports stand in
 * test_text_report.c. */
#include "text_fixture.h"

#include "base/hash.h"

/* --- UTF-8 --- */

static void utf8_accepts_all_that_is_well_formed(void **state)
{
    (void)state;
    static const char *const good[] = {
        "",
        "plain",
        "\x7f",
        "\xc2\x80",
        "\xdf\xbf",
        "\xe0\xa0\x80",
        "\xed\x9f\xbf",
        "\xee\x80\x80",
        "\xef\xbf\xbf",
        "\xf0\x90\x80\x80",
        "\xf4\x8f\xbf\xbf",
        "eight by\xc3\xa9",
        "\xef\xbb\xbf, then a text",
    };
    for (size_t i = 0; i < COUNT(good); i++)
        assert_int_equal(text_check_utf8(slice_of(good[i]), NULL), CHANCERY_OK);
    assert_int_equal(text_check_utf8(SLICE("a\0b"), NULL), CHANCERY_OK);
}

static void utf8_names_the_first_bad_byte(void **state)
{
    (void)state;
    static const struct {
        slice bytes;
        uint64_t offset;
    } bad[] = {
        {SLICE("\x80 first byte"), 0},
        {SLICE("last byte \xff"), 10},
        {SLICE("cut off \xc3"), 8},
        {SLICE("cut off \xe2\x82"), 8},
        {SLICE("cut off \xf0\x9f\x98"), 8},
        {SLICE("overlong \xc0\xaf"), 9},
        {SLICE("overlong \xc1\xbf"), 9},
        {SLICE("overlong \xe0\x9f\xbf"), 9},
        {SLICE("overlong \xf0\x8f\xbf\xbf"), 9},
        {SLICE("surrogate \xed\xa0\x80"), 10},
        {SLICE("surrogate \xed\xbf\xbf"), 10},
        {SLICE("beyond \xf4\x90\x80\x80"), 7},
        {SLICE("beyond \xf5\x80\x80\x80"), 7},
        {SLICE("sixteen letters \xe9t\xe9"), 16},
        {SLICE("\xc3("), 0},
    };
    for (size_t i = 0; i < COUNT(bad); i++) {
        chancery_error error = {0};
        assert_int_equal(text_check_utf8(bad[i].bytes, &error), CHANCERY_E_UTF8);
        assert_int_equal(error.status, CHANCERY_E_UTF8);
        assert_int_equal(error.offset, bad[i].offset);
        assert_int_equal(text_check_utf8(bad[i].bytes, NULL), CHANCERY_E_UTF8);
    }
}

/* --- keys --- */

static void fold_writes_the_plain_form(void **state)
{
    (void)state;
    static const struct {
        const char *word;
        const char *form;
    } cases[] = {
        {"", ""},
        {"Minister", "minister"},
        {"ÉLYSÉE", "elysee"},
        {"élysée", "elysee"},
        {"E\u0301lyse\u0301e", "elysee"},
        {"Łódź", "lodz"},
        {"Erdoğan", "erdogan"},
        {"İstanbul", "istanbul"},
        {"Diyarbakır", "diyarbakir"},
        {"Straße", "strasse"},
        {"STRASSE", "strasse"},
        {"Ørsted", "orsted"},
        {"Þór", "thor"},
        {"Cæsar", "caesar"},
        {"Đukanović", "dukanovic"},
        {"Təbriz", "tebriz"},
        {"O\u2019Brien", "o'brien"},
        {"Sana\u02bca", "sana'a"},
        {"\u201cquoted\u201d", "\"quoted\""},
        {"Bosnia\u2013Herzegovina", "bosnia-herzegovina"},
        {"\uff35\uff2e", "un"},
        {"\u2460", "1"},
        {"МОСКВА", "москва"},
        {"Йемен", "иемен"},
        {"ΑΘΉΝΑ", "αθηνα"},
        {"中国", "中国"},
        {"soft\u00adhyphen", "softhyphen"},
        {"مُحَمَّد", "محمد"},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        char form[256];
        size_t size = text_fold(slice_of(cases[i].word), form);
        assert_string_equal(form, cases[i].form);
        assert_int_equal(size, strlen(cases[i].form));
        assert_int_equal(text_key(slice_of(cases[i].word)), text_key(slice_of(cases[i].form)));
    }
}

static void keys_differ_where_words_do(void **state)
{
    (void)state;
    assert_true(text_key(SLICE("US")) != text_key(SLICE("U.S.")));
    assert_true(text_key(SLICE("state")) != text_key(SLICE("states")));
    assert_true(text_key(SLICE("a\0b")) != text_key(SLICE("a")));
    assert_int_equal(text_key(SLICE("visit")), hash_bytes(SLICE("visit"), 0));
}

/* No character grows beyond four times its bytes, which is what callers leave room for. */
static void fold_stays_within_its_room(void **state)
{
    (void)state;
    for (uint32_t code = 1; code < 0x110000; code++) {
        if (code >= 0xd800 && code < 0xe000)
            continue;
        char in[4], out[64];
        size_t length = code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
        if (length == 1)
            in[0] = (char)code;
        for (size_t i = length - 1; length > 1 && i > 0; i--)
            in[i] = (char)(0x80 | ((code >> (6 * (length - 1 - i))) & 0x3f));
        if (length > 1)
            in[0] = (char)((0xf00 >> length & 0xff) | code >> (6 * (length - 1)));
        size_t size = text_fold((slice){in, length}, out);
        if (size > 4 * length)
            fail_msg("U+%04X folds to %zu bytes", code, size);
        assert_int_equal(text_check_utf8((slice){out, size}, NULL), CHANCERY_OK);
    }
}

/* Long words are hashed in blocks; that their forms are equal must still be all that counts. */
static void long_words_have_equal_keys_too(void **state)
{
    (void)state;
    for (size_t length = 250; length < 3000; length += 137) {
        char *upper = malloc(2 * length), *lower = malloc(length);
        assert_non_null(upper);
        assert_non_null(lower);
        for (size_t i = 0; i < length; i++) {
            memcpy(upper + 2 * i, "\xc3\x89", 2); /* É */
            lower[i] = 'e';
        }
        assert_int_equal(text_key((slice){upper, 2 * length}), text_key((slice){lower, length}));
        assert_true(text_key((slice){lower, length}) != text_key((slice){lower, length - 1}));
        free(upper);
        free(lower);
    }
}

/* --- tokens and sentences --- */

typedef struct spelling {
    const char *text;
    const char *tokens;
} spelling;

static void expect_all(void **state, const spelling *cases, size_t count)
{
    for (size_t i = 0; i < count; i++)
        expect_spelling(*state, cases[i].text, cases[i].tokens);
}

static void words_are_cut_as_in_the_treebanks(void **state)
{
    static const spelling cases[] = {
        {"Ministers met.", "Ministers met ."},
        {"don't can't won't", "do n't ca n't wo n't"},
        {"He\u2019s here, I\u2019m not", "He \u2019s here , I \u2019m not"},
        {"They'd've gone; we'll see", "They 'd 've gone ; we 'll see"},
        {"China's and the ministers' talks", "China 's and the ministers ' talks"},
        {"cannot gonna dont", "can not gon na do nt"},
        {"O'Brien's Shi'ite d'Ivoire", "O'Brien 's Shi'ite d'Ivoire"},
        {"high-level China-Belgium talks", "high - level China - Belgium talks"},
        {"non-aligned co-founder's pre-war e-mail", "non-aligned co-founder 's pre-war e-mail"},
        {"UN-led, anti-Western", "UN - led , anti-Western"},
        {"al-Masri's COVID-19 F-16s", "al - Masri 's COVID - 19 F - 16s"},
        {"Timor-Leste and Guinea-Bissau", "Timor - Leste and Guinea - Bissau"},
        {"AT&T, R&D and q&a", "AT&T , R&D and q&a"},
        {"and/or s/he 9/11 km/h", "and / or s/he 9/11 km / h"},
        {"A/RES/73/5 and S/2020/12", "A/RES/73/5 and S/2020/12"},
        {"the [8,9] and [1]-[3]", "the [ 8 , 9 ] and [ 1 ] - [ 3 ]"},
        {"1,700 3.5 1.428,000 .265 10:30", "1,700 3.5 1.428,000 .265 10:30"},
        {"$3.5m US$400 \u20ac5bn 60% \u00a31", "$ 3.5 m US$ 400 \u20ac 5 bn 60 % \u00a3 1"},
        {"USD400 and 5km, 7:30pm, 35mm", "USD 400 and 5 km , 7:30 pm , 35 mm"},
        {"19th 1990s 1960's 2003's 4G B2B", "19th 1990s 1960's 2003 's 4G B2B"},
        {"12/6/2024, 2016-07-22, 713-853-3989, 2003-2007",
         "12/6/2024 , 2016-07-22 , 713-853-3989 , 2003 - 2007"},
        {"24\u00b0C, \u00a73, #1, #talks @POTUS", "24 \u00b0 C , \u00a7 3 , # 1 , #talks @POTUS"},
        {"wait...what", "wait ... what"},
        {"Minister K. P. Sharma met P. N. Rao.", "Minister K. P. Sharma met P. N. Rao ."},
        {"yes!!! no?! ok...", "yes !!!\nno ?!\nok ..."},
        {"one -- two \u2014 three\u2014four", "one -- two \u2014 three \u2014 four"},
        {"(see [here] {now})", "( see [ here ] { now } )"},
        {"\"Go,\" he said", "\" Go , \" he said"},
        {"``Go,'' he said", "`` Go , '' he said"},
        {"\u201cGo\u201d and \u2018stay\u2019", "\u201c Go \u201d and \u2018 stay \u2019"},
        {"the '60s and 'em all", "the '60s and 'em all"},
        {"https://example.org/a_(b)?c=d, ok", "https://example.org/a_(b)?c=d , ok"},
        {"(www.example.org/x).", "( www.example.org/x ) ."},
        {"a.b-c@example.org, example.com/news", "a.b-c@example.org , example.com/news"},
        {"+44 20 and C++", "+44 20 and C ++"},
        {"fine :) really", "fine :) really"},
        {"km\u00b2 \u00bd", "km \u00b2 \u00bd"},
        {"caf\u00e9 cafe\u0301 \u4e2d\u56fd \u041c\u043e\u0441\u043a\u0432\u0430",
         "caf\u00e9 cafe\u0301 \u4e2d\u56fd \u041c\u043e\u0441\u043a\u0432\u0430"},
        {"a\u00a0b\u2003c\u200bd", "a b c\u200bd"},
    };
    expect_all(state, cases, COUNT(cases));
}

static void sentences_end_where_they_should(void **state)
{
    static const spelling cases[] = {
        {"He came. She left.", "He came .\nShe left ."},
        {"Mr. Xi met Gen. Burhan and Dr. King.", "Mr. Xi met Gen. Burhan and Dr. King ."},
        {"Martin J. Nolan and George W. Bush.", "Martin J. Nolan and George W. Bush ."},
        {"The U.S. Senate met. In the U.S. The end.",
         "The U.S. Senate met .\nIn the U.S.\nThe end ."},
        {"the U.S. First Lady and George F. Will", "the U.S. First Lady and George F. Will"},
        {"They ate, drank, etc. Tea came at 5 p.m. I left.",
         "They ate , drank , etc .\nTea came at 5 p.m .\nI left ."},
        {"in St. Petersburg, on Main St. The shop", "in St. Petersburg , on Main St .\nThe shop"},
        {"He flew to Washington, D.C.", "He flew to Washington , D.C."},
        {"at 5 p.m. Both left at 6 p.m. London time.",
         "at 5 p.m .\nBoth left at 6 p.m. London time ."},
        {"Apple Inc. said so. He left Apple Inc. The firm",
         "Apple Inc. said so .\nHe left Apple Inc .\nThe firm"},
        {"Resolution No. 2254. No. Never.", "Resolution No. 2254 .\nNo .\nNever ."},
        {"On Jan. 5 and Sept. 11, 2001.", "On Jan. 5 and Sept. 11 , 2001 ."},
        {"fruit, e.g. apples, i.e. Fuji, etc. They ate.",
         "fruit , e.g. apples , i.e. Fuji , etc .\nThey ate ."},
        {"\u201cWe agree. We sign.\u201d He left.",
         "\u201c We agree .\nWe sign . \u201d\nHe left ."},
        {"\"Why?\" Mr. Smith asked. \"Because!\" he said.",
         "\" Why ? \" Mr. Smith asked .\n\" Because ! \" he said ."},
        {"(It rained.) They met.", "( It rained . )\nThey met ."},
        {"He left. [17] He came back.[2] All", "He left . [ 17 ]\nHe came back . [ 2 ]\nAll"},
        {"True.[citation needed] False.", "True . [ citation needed ]\nFalse ."},
        {"Vitamin C. The rest. Charles III. He", "Vitamin C .\nThe rest .\nCharles III .\nHe"},
        {"It cost $5. 10 people paid. \u00a35 each.",
         "It cost $ 5 .\n10 people paid .\n\u00a3 5 each ."},
        {"1. The first. 2. The second.", "1. The first .\n2 . The second ."},
        {"they met.Then they left", "they met .\nThen they left"},
        {"wait... for it. wait... Then", "wait ... for it .\nwait ...\nThen"},
        {"one.\n\ntwo\n\n\nthree", "one .\ntwo\nthree"},
        {"no full stop\n \t\nnext", "no full stop\nnext"},
        {"lines that are\nwrapped here", "lines that are wrapped here"},
        {"A caption Image: A. Name.", "A caption\nImage : A. Name ."},
        {"\u4f60\u597d\u3002\u518d\u89c1\u3002", "\u4f60\u597d \u3002 \u518d\u89c1 \u3002"},
        {".", "."},
        {"?!", "?!"},
        {"", ""},
        {" \n\t\n ", ""},
    };
    expect_all(state, cases, COUNT(cases));
}

static void lines_are_judged_by_what_would_have_fitted(void **state)
{
    static const spelling cases[] = {
        /* wrapped: the next word would not have fitted */
        {"The foreign ministers of the two countries met in the capital on Tuesday\n"
         "and agreed on further talks between their deputies, which will be held\n"
         "Monday next.",
         "The foreign ministers of the two countries met in the capital on Tuesday and agreed on "
         "further talks between their deputies , which will be held Monday next ."},
        /* a heading: the line is short */
        {"Trade\nThe foreign ministers of the two countries met in the capital on Tuesday.",
         "Trade\nThe foreign ministers of the two countries met in the capital on Tuesday ."},
        /* items of a list */
        {"They want:\n- peace\n- trade", "They want :\n- peace\n- trade"},
        {"They want\n1. Peace\n2. Trade", "They want\n1. Peace\n2. Trade"},
        /* a small letter goes on */
        {"The minister\nof trade", "The minister of trade"},
        {"Paris,\nFrance", "Paris , France"},
    };
    expect_all(state, cases, COUNT(cases));
}

static void long_lines_are_paragraphs(void **state)
{
    fixture *f = *state;
    const char *text =
        "The ministers of the two countries met in the capital on Tuesday and agreed on further "
        "talks between their deputies, which will be held in the spring of next year\n"
        "The next round follows in May\n"
        "Nothing else was said";
    segment_ok(f, slice_of(text));
    assert_int_equal(f->report.sentence_count, 3);
    assert_int_equal(f->report.paragraph_count, 3);
    assert_int_equal(f->report.sentences[2].paragraph, 2);
}

typedef struct token_case {
    const char *text;
    size_t index;
    text_token_kind kind;
    unsigned flags;
} token_case;

static void tokens_say_what_they_are(void **state)
{
    static const token_case cases[] = {
        {"Minister said", 0, TEXT_WORD, TEXT_CAPITAL | TEXT_SPACE_AFTER},
        {"UN said", 0, TEXT_WORD, TEXT_CAPITAL | TEXT_UPPER | TEXT_SPACE_AFTER},
        {"the U.S. said", 1, TEXT_WORD, TEXT_CAPITAL | TEXT_UPPER | TEXT_SPACE_AFTER},
        {"I said", 0, TEXT_WORD, TEXT_CAPITAL | TEXT_SPACE_AFTER},
        {"don't", 0, TEXT_WORD, 0},
        {"don't", 1, TEXT_WORD, TEXT_JOINED | TEXT_SPACE_AFTER},
        {"China's", 1, TEXT_WORD, TEXT_JOINED | TEXT_SPACE_AFTER},
        {"states' aims", 1, TEXT_PUNCT, TEXT_JOINED | TEXT_SPACE_AFTER},
        {"cannot go", 1, TEXT_WORD, TEXT_JOINED | TEXT_SPACE_AFTER},
        {"high-level", 1, TEXT_PUNCT, 0},
        {"high-level", 2, TEXT_WORD, TEXT_SPACE_AFTER},
        {"1,700 men", 0, TEXT_NUMBER, TEXT_SPACE_AFTER},
        {"19th man", 0, TEXT_NUMBER, TEXT_SPACE_AFTER},
        {"1990s man", 0, TEXT_NUMBER, TEXT_SPACE_AFTER},
        {"\u00bd man", 0, TEXT_NUMBER, TEXT_SPACE_AFTER},
        {"4G net", 0, TEXT_WORD, TEXT_SPACE_AFTER},
        {"$5", 0, TEXT_SYMBOL, 0},
        {"5%", 1, TEXT_SYMBOL, TEXT_SPACE_AFTER},
        {"\u20ac5", 0, TEXT_SYMBOL, 0},
        {"go.", 1, TEXT_PUNCT, TEXT_SPACE_AFTER},
        {"\u00c9lys\u00e9e", 0, TEXT_WORD, TEXT_CAPITAL | TEXT_SPACE_AFTER},
        {"mid-August", 0, TEXT_WORD, TEXT_SPACE_AFTER},
        {"go.\n\nNow", 1, TEXT_PUNCT, TEXT_SPACE_AFTER},
    };
    fixture *f = *state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        segment_ok(f, slice_of(cases[i].text));
        const text_token *t = &f->report.tokens[cases[i].index];
        if (t->kind != cases[i].kind || t->flags != cases[i].flags)
            fail_msg("token %zu of \"%s\": kind %d flags %d", cases[i].index, cases[i].text,
                     t->kind, t->flags);
        assert_int_equal(t->key, text_key(token_bytes(f, slice_of(cases[i].text), cases[i].index)));
    }
}

static void word_lists_are_sorted(void **state)
{
    (void)state;
    assert_true(text_words_sorted());
    assert_int_equal(text_abbreviation_of(SLICE("Mr")), ABBREVIATION_TITLE);
    assert_int_equal(text_abbreviation_of(SLICE("GEN")), ABBREVIATION_TITLE);
    assert_int_equal(text_abbreviation_of(SLICE("gen")), ABBREVIATION_NONE);
    assert_int_equal(text_abbreviation_of(SLICE("No")), ABBREVIATION_NUMBER);
    assert_int_equal(text_abbreviation_of(SLICE("IE")), ABBREVIATION_NONE);
    assert_int_equal(text_abbreviation_of(SLICE("U.S")), ABBREVIATION_WORD);
    assert_int_equal(text_abbreviation_of(SLICE("minister")), ABBREVIATION_NONE);
    assert_int_equal(text_abbreviation_of((slice){"", 0}), ABBREVIATION_NONE);
    for (size_t i = 0; i < 29; i++) { /* fused words, the other sorted list */
        static const char *const words[] = {
            "aint",  "arent",    "cannot",  "cant",   "couldnt", "didnt", "doesnt", "dont",
            "gonna", "gotta",    "hadnt",   "hasnt",  "havent",  "im",    "isnt",   "ive",
            "outta", "shouldnt", "thats",   "theres", "theyre",  "wanna", "wasnt",  "werent",
            "whats", "wont",     "wouldnt", "youre",  "youve",
        };
        size_t cut = text_fused_cut(slice_of(words[i]));
        assert_true(cut > 0 && cut < strlen(words[i]));
    }
    assert_int_equal(text_fused_cut(SLICE("Im")), 0); /* a Korean name */
    assert_int_equal(text_fused_cut(SLICE("want")), 0);
}

/* --- hostile texts --- */

typedef struct filler {
    const char *unit;
    size_t bytes;
    const char *tail;
} filler;

static char *fill(const filler *with, size_t *size)
{
    size_t unit = strlen(with->unit), tail = strlen(with->tail), count = with->bytes / unit;
    char *text = malloc(count * unit + tail + 1);
    assert_non_null(text);
    for (size_t i = 0; i < count; i++)
        memcpy(text + i * unit, with->unit, unit);
    memcpy(text + count * unit, with->tail, tail);
    *size = count * unit + tail;
    return text;
}

/* None of these may take more than time in proportion to its length: with squares, the suite would
 * not end. */
static void hostile_texts_take_linear_time(void **state)
{
    static const filler fillers[] = {
        {"x", 50 << 20, ""},
        {"The minister left. ", 8 << 20, ""},
        {".", 1 << 20, ""},
        {". ", 1 << 20, ""},
        {"(", 10000, "x"},
        {")", 1 << 20, "x"},
        {"\"", 1 << 20, "x"},
        {"[1", 1 << 20, "x"},
        {". [[ 1 ", 1 << 20, "x"},
        {"a.", 1 << 20, "ab.a.ab.a."},
        {"ab.a.", 1 << 20, ""},
        {"a-", 1 << 20, ""},
        {"1-1,1.1:1/", 1 << 20, ""},
        {"a@", 1 << 20, ""},
        {"a+a.(@", 1 << 20, ""},
        {"http://a", 1 << 20, ")))"},
        {"<www.a,,,))", 1 << 20, ""},
        {"'", 1 << 20, ""},
        {"'a", 1 << 20, ""},
        {":((", 1 << 20, "a"},
        {"\n", 1 << 20, "x"},
        {"a\n", 1 << 20, ""},
        {"U.S. Inc. Mr. J. ", 1 << 20, ""},
        {"\xcc\x81", 1 << 20, ""},
        {"\xe2\x80\x99", 1 << 20, ""},
        {"\xe4\xb8\xad\xe3\x80\x82", 1 << 20, ""},
    };
    fixture *f = *state;
    for (size_t i = 0; i < COUNT(fillers); i++) {
        size_t size;
        char *text = fill(&fillers[i], &size);
        segment_ok(f, (slice){text, size});
        check_shape(&f->report, (slice){text, size});
        arena_clear(&f->arena); /* the pages of one are not the next one's */
        free(text);
    }
}

static void limits_are_errors(void **state)
{
    fixture *f = *state;
    size_t size = (size_t)TEXT_MAX_BYTES + 1;
    char *text = malloc(size);
    assert_non_null(text);
    memset(text, 'x', size);
    assert_int_equal(read_plain(f, (slice){text, size}), CHANCERY_E_LIMIT);
    assert_non_null(strstr(f->error.message, "split"));
    assert_int_equal(text_segment((slice){text, size}, &f->arena, &f->report, &f->error),
                     CHANCERY_E_LIMIT);
    free(text);
}

/* Every allocation in turn is the one that fails. */
static void memory_may_end_anywhere(void **state)
{
    fixture *f = *state;
    slice text =
        SLICE("Talks\n\n9 June 1978\n\nThe U.S. and China's ministers met. They agreed on trade.\n"
              "Dotted: a. b. c. d. e. f. g. h. i. j. k. l. m. n. o. p. q. r. s. t. u. v. w. x. y.\n"
              ". . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . .\n"
              "! ! ! ! ! ! ! ! ! ! ! ! ! ! ! ! ! ! ! ! ! ! ! ! ! ! ! ! ! ! ! ! ! ! ! ! ! ! ! ! !");
    size_t failed = 0;
    for (size_t cap = 0; cap < 1 << 20; cap += 256) {
        arena a;
        arena_init(&a, cap);
        text_report report = {0};
        chancery_error error = {0};
        text_options options = {.name = SLICE("x")};
        chancery_status status = text_report_read(text, &options, &a, &report, &error);
        if (status == CHANCERY_OK) {
            assert_true(failed > 0);
            arena_clear(&a);
            return;
        }
        assert_int_equal(status, CHANCERY_E_LIMIT);
        assert_int_equal(error.status, CHANCERY_E_LIMIT);
        assert_int_equal(text_report_read(text, &options, &a, &report, NULL), CHANCERY_E_LIMIT);
        arena_clear(&a);
        failed++;
    }
    (void)f;
    fail_msg("a megabyte is not enough");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(utf8_accepts_all_that_is_well_formed),
        cmocka_unit_test(utf8_names_the_first_bad_byte),
        cmocka_unit_test(fold_writes_the_plain_form),
        cmocka_unit_test(keys_differ_where_words_do),
        cmocka_unit_test(fold_stays_within_its_room),
        cmocka_unit_test(long_words_have_equal_keys_too),
        cmocka_unit_test_setup_teardown(words_are_cut_as_in_the_treebanks, set_up, tear_down),
        cmocka_unit_test_setup_teardown(sentences_end_where_they_should, set_up, tear_down),
        cmocka_unit_test_setup_teardown(lines_are_judged_by_what_would_have_fitted, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(long_lines_are_paragraphs, set_up, tear_down),
        cmocka_unit_test_setup_teardown(tokens_say_what_they_are, set_up, tear_down),
        cmocka_unit_test(word_lists_are_sorted),
        cmocka_unit_test_setup_teardown(hostile_texts_take_linear_time, set_up, tear_down),
        cmocka_unit_test_setup_teardown(limits_are_errors, set_up, tear_down),
        cmocka_unit_test_setup_teardown(memory_may_end_anywhere, set_up, tear_down),
    };
    return cmocka_run_group_tests_name("text", tests, NULL, NULL);
}
