/* Tests of the codebook room: the text form with its errors, the compiled form, types, contexts and
 * reporting verbs. What frames find in sentences is tested by the examples in data/codebook/.
 *
 * SPDX-License-Identifier: Apache-2.0 */
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/file.h"
#include "base/memory.h"
#include "codebook/codebook.h"

static const char types[] = "type CONSULT quad 1 scale 2.5\n"
                            "  mode visit 4\n"
                            "type ASSAULT quad 4 scale -9\n";

/* A folder with one file of that text; its path lives in the array. */
static void make_folder(char folder[64], const char *text)
{
    char file[96];
    snprintf(folder, 64, "/tmp/chancery-codebook-XXXXXX");
    assert_non_null(mkdtemp(folder));
    snprintf(file, sizeof file, "%s/book.txt", folder);
    FILE *out = fopen(file, "w");
    assert_non_null(out);
    fputs(text, out);
    fclose(out);
}

static void drop_folder(const char *folder)
{
    char path[96];
    snprintf(path, sizeof path, "%s/book.txt", folder);
    unlink(path);
    snprintf(path, sizeof path, "%s/out", folder);
    unlink(path);
    rmdir(folder);
}

static chancery_status compile_text(const char *text, codebook **book, chancery_error *error)
{
    char folder[64], path[96];
    make_folder(folder, text);
    snprintf(path, sizeof path, "%s/out", folder);
    chancery_status status = codebook_compile(folder, path, error);
    if (status == CHANCERY_OK && book)
        status = codebook_open(path, book, error);
    drop_folder(folder);
    return status;
}

static void test_types_and_modes(void **state)
{
    (void)state;
    codebook *book = NULL;
    chancery_error error = {0};
    int quad = 0;
    double scale = 0;
    assert_int_equal(compile_text(types, &book, &error), CHANCERY_OK);
    assert_true(codebook_type(book, SLICE("CONSULT"), SLICE("visit"), &quad, &scale));
    assert_int_equal(quad, 1);
    assert_true(scale > 3.9 && scale < 4.1);
    assert_true(codebook_type(book, SLICE("CONSULT"), SLICE("unheard"), &quad, &scale));
    assert_true(scale > 2.4 && scale < 2.6);
    assert_true(codebook_type(book, SLICE("ASSAULT"), (slice){0}, &quad, &scale));
    assert_int_equal(quad, 4);
    assert_false(codebook_type(book, SLICE("CONSUL"), (slice){0}, &quad, &scale));
    assert_int_equal(codebook_edition(book).len, 8);
    codebook_close(book);
}

typedef struct fault {
    const char *text;
    uint64_t line;
    const char *word;
} fault;

static void test_faults_name_their_line(void **state)
{
    (void)state;
    static const fault faults[] = {
        {"  verbs: visit\n", 1, "before any block"},
        {"type CONSULT quad 5 scale 2\n", 1, "quad"},
        {"type CONSULT quad 1 scale warm\n", 1, "number"},
        {"typ CONSULT quad 1 scale 2\n", 1, "block is"},
        {"frame a/b\n  event: NOTHING\n", 2, "no such type"},
        {"frame a/b\n  colour: red\n", 2, "no such field"},
        {"frame a/b\n  verbs: visit:never\n", 2, "condition"},
        {"frame a/b\n  actor: nowhere\n", 2, "place"},
        {"frame a/b\n  actor: subject(to)\n", 2, "oblique"},
        {"frame a/b\n  needs: money\n", 2, "needs"},
        {"frame a/b\n  inner: maybe\n", 2, "inner"},
        {"frame a/b\n  confidence: 2\n", 2, "confidence"},
        {"frame a/b\n  + A sentence without what it gives.\n", 2, "example"},
        {"frame a/b\n  nouns: one two three four\n", 2, "three words"},
        {"context economic\n  words: one two three four\n", 2, "three words"},
        {"reporting loudly\n", 1, "reporting"},
        {"reporting clause\n  nouns: say\n", 2, "verbs only"},
    };
    for (size_t i = 0; i < sizeof faults / sizeof *faults; i++) {
        chancery_error error = {0};
        assert_int_equal(compile_text(faults[i].text, NULL, &error), CHANCERY_E_FORMAT);
        assert_int_equal(error.line, faults[i].line);
        assert_non_null(strstr(error.where, "book.txt"));
        if (!strstr(error.message, faults[i].word))
            fail_msg("\"%s\" does not speak of \"%s\"", error.message, faults[i].word);
    }
}

static void test_two_frames_of_one_name(void **state)
{
    (void)state;
    chancery_error error = {0};
    const char *text = "type CONSULT quad 1 scale 2.5\n"
                       "frame a/b\n  event: CONSULT\n  actor: subject\n"
                       "frame a/b\n  event: CONSULT\n  actor: subject\n";
    assert_int_equal(compile_text(text, NULL, &error), CHANCERY_E_FORMAT);
    assert_non_null(strstr(error.message, "one name"));
}

static void test_folder_without_files(void **state)
{
    (void)state;
    char folder[] = "/tmp/chancery-codebook-XXXXXX";
    chancery_error error = {0};
    assert_non_null(mkdtemp(folder));
    assert_int_equal(codebook_compile(folder, "/tmp/never", &error), CHANCERY_E_NOT_FOUND);
    assert_int_equal(codebook_compile("/no/such/folder", "/tmp/never", &error),
                     CHANCERY_E_NOT_FOUND);
    rmdir(folder);
}

static void test_reporting_lemmas(void **state)
{
    (void)state;
    codebook *book = NULL;
    chancery_error error = {0};
    const char *text =
        "reporting clause\n  verbs: say; note\nreporting oblique\n  verbs: call~for|on\n";
    assert_int_equal(compile_text(text, &book, &error), CHANCERY_OK);
    assert_true(codebook_reporting_lemma(book, text_key(SLICE("say"))));
    assert_true(codebook_reporting_lemma(book, text_key(SLICE("call"))));
    assert_false(codebook_reporting_lemma(book, text_key(SLICE("visit"))));
    codebook_close(book);
}

static void add_words(codebook_words *words, const char *text)
{
    slice rest = slice_of(text), word;
    while (slice_next(&rest, ' ', &word))
        codebook_add_word(words, text_key(word));
}

/* A noun of several words takes all of them, each of "+a b|c" by itself. */
static void test_nouns_of_several_words(void **state)
{
    (void)state;
    static const struct {
        const char *verb, *words;
        bool tells;
    } cases[] = {
        {"hold", "hold phone call", true}, {"hold", "hold call", false},
        {"hold", "hold summit", true},     {"put", "put on red list", true},
        {"put", "put on list", false},     {"put", "put on alert", true},
        {"put", "put red list", false},
    };
    codebook *book = NULL;
    chancery_error error = {0};
    char text[400];
    snprintf(text, sizeof text,
             "%sframe consult/hold\n  event: CONSULT\n  actor: subject\n"
             "  verbs: hold+phone call|summit; put~on+red list|alert\n",
             types);
    assert_int_equal(compile_text(text, &book, &error), CHANCERY_OK);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        codebook_words words = {{0}};
        add_words(&words, cases[i].words);
        assert_int_equal(codebook_may_tell(book, text_key(slice_of(cases[i].verb)), &words),
                         cases[i].tells);
    }
    codebook_close(book);
    snprintf(text, sizeof text,
             "%sframe consult/hold\n  event: CONSULT\n  actor: subject\n"
             "  verbs: hold+a long phone call\n",
             types);
    assert_int_equal(compile_text(text, &book, &error), CHANCERY_E_FORMAT);
}

/* The built codebook with single bytes changed opens or is refused, and never crashes. */
static void test_damaged_files(void **state)
{
    (void)state;
    const char *data = getenv("CHANCERY_DATA");
    char path[512], copy[] = "/tmp/chancery-codebook-XXXXXX";
    chancery_error error = {0};
    slice bytes;
    assert_non_null(data);
    snprintf(path, sizeof path, "%s/chancery.codebook", data);
    assert_int_equal(file_read(path, 1 << 26, &bytes, &error), CHANCERY_OK);
    int handle = mkstemp(copy);
    assert_true(handle >= 0);
    size_t refused = 0;
    for (size_t at = 0; at < bytes.len; at += bytes.len / 61 + 1) {
        char *damaged = memory_alloc(bytes.len, 1);
        codebook *book = NULL;
        memcpy(damaged, bytes.ptr, bytes.len);
        damaged[at] = (char)(damaged[at] ^ 0x55);
        assert_int_equal(pwrite(handle, damaged, bytes.len, 0), (ssize_t)bytes.len);
        refused += codebook_open(copy, &book, &error) != CHANCERY_OK;
        codebook_close(book);
        memory_free(damaged);
    }
    assert_true(refused > 55);
    close(handle);
    unlink(copy);
    memory_free((void *)(uintptr_t)bytes.ptr);
}

static void test_examples_are_found(void **state)
{
    (void)state;
    arena a;
    codebook_example *examples = NULL;
    size_t count = 0;
    chancery_error error = {0};
    char folder[64];
    make_folder(folder, "type CONSULT quad 1 scale 2.5\nframe a/b\n  event: CONSULT\n"
                        "  + Chad met Mali. => CONSULT TCD,MLI >\n  - Chad met its aims.\n");
    arena_init(&a, 1 << 20);
    assert_int_equal(codebook_examples(folder, &a, &examples, &count, &error), CHANCERY_OK);
    assert_int_equal(count, 2);
    assert_true(slice_is(examples[0].sentence, "Chad met Mali."));
    assert_true(slice_is(examples[0].expected, "CONSULT TCD,MLI >"));
    assert_true(slice_is(examples[1].frame, "a/b"));
    assert_int_equal(examples[1].expected.len, 0);
    assert_int_equal(examples[1].line, 5);
    arena_clear(&a);
    drop_folder(folder);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_types_and_modes),
        cmocka_unit_test(test_faults_name_their_line),
        cmocka_unit_test(test_two_frames_of_one_name),
        cmocka_unit_test(test_folder_without_files),
        cmocka_unit_test(test_reporting_lemmas),
        cmocka_unit_test(test_nouns_of_several_words),
        cmocka_unit_test(test_damaged_files),
        cmocka_unit_test(test_examples_are_found),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
