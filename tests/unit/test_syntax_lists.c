/* Tests of the syntax room: its lists, its limits, and the files of the lists of lemmas.
 *
 * SPDX-License-Identifier: Apache-2.0 */
#include "syntax_fixture.h"

#include "base/file.h"
#include "base/hash.h"
#include "base/memory.h"
#include "syntax/lists.h"

static void names_tags(void **state)
{
    (void)state;
    assert_string_equal(syntax_tag_name(SYNTAX_NNP), "NNP");
    assert_string_equal(syntax_tag_name(SYNTAX_OTHER), "OTHER");
    assert_string_equal(syntax_tag_name(SYNTAX_TAG_COUNT), "?");
    for (unsigned i = 0; i < SYNTAX_TAG_COUNT; i++) {
        unsigned tag = SYNTAX_TAG_COUNT;
        assert_true(tag_of_name(slice_of(syntax_tag_name((syntax_tag)i)), &tag));
        assert_int_equal(tag, i);
    }
}

/* A list that is out of order would lose some of its words. */
static void lists_are_in_order(void **state)
{
    (void)state;
    assert_int_equal(verb_flags(SLICE("absolve")), VERB_TAKES_OF);
    assert_true(verb_flags(SLICE("urge")) & VERB_CONTROLS);
    assert_true(verb_flags(SLICE("say")) & VERB_REPORTS);
    assert_true(verb_flags(SLICE("lend")) & VERB_GIVES);
    assert_int_equal(verb_flags(SLICE("yodel")), 0);
    assert_int_equal(verb_flags(SLICE("")), 0);
    assert_true(verb_flags(SLICE("write")) & VERB_SAYS);
    assert_true(noun_flags(SLICE("ability")) & NOUN_INTENT);
    assert_true(noun_flags(SLICE("april")) & NOUN_MONTH);
    assert_true(noun_flags(SLICE("week")) & NOUN_PERIOD);
    assert_true(noun_flags(SLICE("yesterday")) & NOUN_TIME);
    assert_int_equal(noun_flags(SLICE("minister")), 0);
    assert_true(is_long_preposition(SLICE("according"), SLICE("to")));
    assert_true(is_long_preposition(SLICE("up"), SLICE("to")));
    assert_false(is_long_preposition(SLICE("accordin"), SLICE("to")));
}

/* --- limits --- */

static void cuts_long_sentences(void **state)
{
    fixture *f = *state;
    static char text[16384];
    size_t at = 0;
    for (size_t i = 0; i < SYNTAX_MAX_WORDS / 4 + 20; i++)
        at += (size_t)snprintf(text + at, sizeof text - at, "ministers from Peru met ");
    snprintf(text + at, sizeof text - at, "in Oslo.");
    parse(f, text);
    assert_true(f->sentence.word_count > SYNTAX_MAX_WORDS);
    assert_true(f->sentence.clause_count > 0);
    for (size_t i = 0; i < f->sentence.phrase_count; i++)
        assert_true(f->sentence.phrases[i].end <= SYNTAX_MAX_WORDS);
    for (size_t i = 0; i < f->sentence.clause_count; i++)
        assert_true(f->sentence.clauses[i].span.end <= SYNTAX_MAX_WORDS);
    for (size_t i = SYNTAX_MAX_WORDS; i < f->sentence.word_count; i++)
        assert_int_equal(f->sentence.phrase_of[i], -1);
    assert_int_equal(f->sentence.words[f->sentence.word_count - 2].tag, SYNTAX_NNP);
}

static void bears_what_is_no_sentence(void **state)
{
    static const char *const table[] = {
        ".",
        ", , , ( ( ( \" \" ) ) : ; - - ?",
        "and and and",
        "that that that that",
        "said",
        "to to to be to",
        "who which whose",
        "'s 's 's",
        "$ % 12 , 13 - 14",
        "\xe2\x80\x9c\xe2\x80\x9d",
        "#and",
        "#To",
    };
    fixture *f = *state;
    for (size_t i = 0; i < COUNT(table); i++) {
        parse(f, table[i]);
        for (size_t k = 0; k < f->sentence.clause_count; k++)
            assert_true(f->sentence.clauses[k].span.end <= f->sentence.word_count);
    }
    parse(f, "He said \"(((((that ((((who (((( if (((( because (((( he (((( left.");
    assert_true(f->sentence.word_count > 20);
}

static void says_when_memory_ends(void **state)
{
    fixture *f = *state;
    arena small;
    chancery_error error = {0};
    syntax_sentence parsed;
    parse(f, "Norway met Peru.");
    arena_init(&small, 64);
    assert_int_equal(syntax_parse_sentences(f->lemmas, f->built.parser, f->text, &f->report, NULL,
                                            NULL, &small, &f->scratch, &parsed, &error),
                     CHANCERY_E_LIMIT);
    assert_int_equal(syntax_parse_sentences(f->lemmas, f->built.parser, f->text, &f->report, NULL,
                                            NULL, &f->scratch, &small, &parsed, NULL),
                     CHANCERY_E_LIMIT);
    arena_clear(&small);
}

/* What is kept of a parse says the same when the parse is gone. */
static void keeps_parses(void **state)
{
    static const char *const text =
        "Stunned by frobnications, Norway's ministers (who met Peru in 2019) said that Snarkings "
        "were Grommeted, and vowed to blorg.";
    fixture *f = *state;
    arena kept, full;
    syntax_sentence copy;
    chancery_error error = {0};
    parse(f, text);
    arena_init(&kept, 1 << 20);
    arena_init(&full, 64);
    assert_int_equal(syntax_keep(f->lemmas, f->text, &f->sentence, &full, &copy, &error),
                     CHANCERY_E_LIMIT);
    assert_int_equal(syntax_keep(f->lemmas, f->text, &f->sentence, &kept, &copy, NULL),
                     CHANCERY_OK);
    memset((void *)(uintptr_t)f->sentence.words, 0xEE,
           f->sentence.word_count * sizeof *f->sentence.words);
    memset((void *)(uintptr_t)f->sentence.clauses, 0xEE,
           f->sentence.clause_count * sizeof *f->sentence.clauses);
    parse(f, "Another sentence of Peru's ministers, who vowed to stay, lies in the same place.");
    parse(f, text);
    const syntax_sentence *want = &f->sentence;
    assert_int_equal(copy.word_count, want->word_count);
    assert_int_equal(copy.phrase_count, want->phrase_count);
    assert_int_equal(copy.clause_count, want->clause_count);
    for (size_t i = 0; i < want->word_count; i++) {
        assert_int_equal(copy.words[i].tag, want->words[i].tag);
        assert_true(slice_equal(copy.words[i].lemma, want->words[i].lemma));
        assert_int_equal(copy.phrase_of[i], want->phrase_of[i]);
    }
    assert_memory_equal(copy.phrases, want->phrases, want->phrase_count * sizeof *want->phrases);
    for (size_t i = 0; i < want->clause_count; i++) {
        const syntax_clause *a = &copy.clauses[i], *b = &want->clauses[i];
        assert_int_equal(a->verb, b->verb);
        assert_int_equal(a->subject, b->subject);
        assert_int_equal(a->oblique_count, b->oblique_count);
        if (b->oblique_count)
            assert_memory_equal(a->obliques, b->obliques, b->oblique_count * sizeof *b->obliques);
    }
    arena_clear(&kept);
    arena_clear(&full);
}

/* --- the files of the lists of lemmas --- */

static slice read_lists(const fixture *f)
{
    slice bytes;
    assert_int_equal(file_read(f->path, 1 << 28, &bytes, NULL), CHANCERY_OK);
    return bytes;
}

static chancery_status open_bytes(const fixture *f, slice bytes, chancery_error *error)
{
    char path[PATH_BYTES + 8];
    syntax_lemmas *lemmas = NULL;
    snprintf(path, sizeof path, "%s.bad", f->path);
    FILE *stream = fopen(path, "wb");
    assert_non_null(stream);
    assert_int_equal(fwrite(bytes.ptr, 1, bytes.len, stream), bytes.len);
    assert_int_equal(fclose(stream), 0);
    chancery_status status = syntax_lemmas_open(path, &lemmas, error);
    if (status == CHANCERY_OK)
        syntax_lemmas_close(lemmas);
    unlink(path);
    return status;
}

static void put_checksum(char *bytes, size_t size)
{
    uint64_t sum = hash_bytes((slice){bytes + 32, size - 32}, 0);
    memcpy(bytes + 24, &sum, sizeof sum);
}

static void refuses_damaged_lists(void **state)
{
    fixture *f = *state;
    chancery_error error = {0};
    syntax_lemmas *lemmas = NULL;
    slice bytes = read_lists(f);
    char *copy = malloc(bytes.len);
    assert_non_null(copy);
    assert_int_equal(syntax_lemmas_open("/nowhere/at/all", &lemmas, &error), CHANCERY_E_NOT_FOUND);
    assert_int_equal(open_bytes(f, SLICE(""), &error), CHANCERY_E_FORMAT);
    assert_int_equal(open_bytes(f, (slice){bytes.ptr, bytes.len / 2}, &error), CHANCERY_E_FORMAT);
    memcpy(copy, bytes.ptr, bytes.len);
    copy[bytes.len / 2] ^= 1;
    assert_int_equal(open_bytes(f, (slice){copy, bytes.len}, &error), CHANCERY_E_FORMAT);
    memcpy(copy, bytes.ptr, bytes.len);
    copy[12]++;
    put_checksum(copy, bytes.len);
    assert_int_equal(open_bytes(f, (slice){copy, bytes.len}, &error), CHANCERY_E_VERSION);
    free(copy);
    memory_free((void *)(uintptr_t)bytes.ptr);
}

/* The first element of a section within `copy`. */
static char *section(char *copy, size_t size, const char *name, size_t element)
{
    const void *data;
    size_t count;
    assert_int_equal(container_section((slice){copy, size}, name, element, &count, &data, NULL),
                     CHANCERY_OK);
    return (char *)(uintptr_t)data;
}

/* With a right checksum, only the checks of what refers to what stand between a file and a crash.
 */
static void refuses_lists_that_point_outside(void **state)
{
    fixture *f = *state;
    chancery_error error = {0};
    slice bytes = read_lists(f);
    char *copy = malloc(bytes.len);
    assert_non_null(copy);
    for (int what = 0; what < 6; what++) {
        memcpy(copy, bytes.ptr, bytes.len);
        syntax_ending *ending = (void *)section(copy, bytes.len, "endings", sizeof *ending);
        syntax_lemma *lemma = (void *)section(copy, bytes.len, "lemmas", sizeof *lemma);
        uint64_t *meta = (void *)section(copy, bytes.len, "meta", sizeof *meta);
        switch (what) {
        case 0:
            lemma->text = UINT32_MAX;
            break;
        case 1:
            lemma->bytes = UINT32_MAX;
            break;
        case 2:
            ending->lemma_bytes = ENDING_BYTES + 1;
            break;
        case 3: /* no place is free: a look-up would never end */
            for (size_t i = 0; i <= f->lemmas->lemma_mask; i++)
                lemma[i].id = 1;
            break;
        case 4:
            for (size_t i = 0; i <= f->lemmas->ending_mask; i++)
                ending[i].id = 1;
            break;
        default:
            *meta += 1;
        }
        put_checksum(copy, bytes.len);
        assert_int_equal(open_bytes(f, (slice){copy, bytes.len}, &error),
                         what == 5 ? CHANCERY_E_VERSION : CHANCERY_E_FORMAT);
        assert_true(error.message[0] != 0);
    }
    free(copy);
    memory_free((void *)(uintptr_t)bytes.ptr);
}

static void names_the_line_of_a_bad_source(void **state)
{
    static const struct {
        const char *source;
        uint64_t line;
    } table[] = {
        {"ending VBD abcdefgh x\n", 1},
        {"ending VBD ed abcdefgh\n", 1},
        {"\n# comment\nending ZZ ed _\n", 3},
        {"ending VBD ed\n", 1},
        {"ending\n", 1},
        {"lemma said VBD say\nlemma said VBD\n", 2},
        {"lemma said ZZ say\n", 1},
        {"what is this\n", 1},
    };
    fixture *f = *state;
    char source[PATH_BYTES + 8], out[PATH_BYTES + 8];
    chancery_error error;
    snprintf(source, sizeof source, "%s.txt", f->path);
    snprintf(out, sizeof out, "%s.out", f->path);
    for (size_t i = 0; i < COUNT(table); i++) {
        FILE *stream = fopen(source, "wb");
        assert_non_null(stream);
        fputs(table[i].source, stream);
        assert_int_equal(fclose(stream), 0);
        error = (chancery_error){0};
        chancery_status status = syntax_lemmas_compile(source, out, &error);
        if (status != CHANCERY_E_FORMAT || error.line != table[i].line)
            fail_msg("%s: status %d, line %llu", table[i].source, (int)status,
                     (unsigned long long)error.line);
        assert_int_not_equal(access(out, F_OK), 0);
    }
    unlink(source);
    assert_int_equal(syntax_lemmas_compile(source, out, &error), CHANCERY_E_NOT_FOUND);
}

static void compiles_to_the_same_bytes(void **state)
{
    fixture *f = *state;
    char again[PATH_BYTES + 8];
    slice first = read_lists(f), second;
    snprintf(again, sizeof again, "%s.again", f->path);
    assert_int_equal(syntax_lemmas_compile(TEST_SOURCE_DIR "/data/syntax/lemmas.txt", again, NULL),
                     CHANCERY_OK);
    assert_int_equal(file_read(again, 1 << 28, &second, NULL), CHANCERY_OK);
    unlink(again);
    assert_true(slice_equal(first, second));
    assert_int_equal(syntax_lemmas_edition(f->lemmas).len, 8);
    memory_free((void *)(uintptr_t)first.ptr);
    memory_free((void *)(uintptr_t)second.ptr);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_tags),
        cmocka_unit_test(lists_are_in_order),
        cmocka_unit_test(cuts_long_sentences),
        cmocka_unit_test(bears_what_is_no_sentence),
        cmocka_unit_test(says_when_memory_ends),
        cmocka_unit_test(keeps_parses),
        cmocka_unit_test(refuses_damaged_lists),
        cmocka_unit_test(refuses_lists_that_point_outside),
        cmocka_unit_test(names_the_line_of_a_bad_source),
        cmocka_unit_test(compiles_to_the_same_bytes),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
