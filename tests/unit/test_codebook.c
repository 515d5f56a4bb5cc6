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
        {"typ CONSULT quad 1 scale 2\n", 1, "no such block"},
        {"type LONE\n", 1, "no such type"},
        {"type A quad 1 scale 2\ntype A quad 1 scale 2\n", 2, "second time"},
        {"type A quad 1 scale 2\n  mode x 1\n  mode x 1\n", 3, "second time"},
        {"type A quad 1 scale 2\n  colour: red\n", 2, "field of a type"},
        {"type A quad 1 scale 2\n  actor-not: Gov\n", 2, "code or sector"},
        {"type A quad 1 scale 2\n  actor-not: but person\n", 2, "nobody"},
        {"frame\n", 1, "without a name"},
        {"frame a/b\n  mode: visit\n", 2, "before its type"},
        {"frame a/b\n  needs: actor\n", 1, "no event"},
        {"type A quad 1 scale 2\nframe a/b\n  event: A\n  verbs: go\n", 2, "no actor"},
        {"type A quad 1 scale 2\nframe a/b\n  event: A\n  actor: subject\n", 2, "no predicate"},
        {"type A quad 1 scale 2\nframe a/b\n  event: A\n  mode: x\n", 4, "no such mode"},
        {"frame a/b\n  verbs: +goal\n", 2, "empty predicate"},
        {"frame a/b\n  hello\n", 2, "neither a field"},
        {"frame a/b\n  otherwise: NOTHING\n", 2, "no such type"},
        {"frame a/b\n  not: goal\n", 2, "no such place"},
        {"frame a/b\n  not: object\n", 2, "no words"},
        {"frame a/b\n  not: oblique water\n", 2, "behind oblique"},
        {"frame a/b\n  only: object(of) water\n", 2, "behind oblique"},
        {"frame a/b\n  only: oblique(of water\n", 2, "no \")\""},
        {"frame a/b\n  actor-is: GOV\n  actor-not: LEG\n", 3, "said twice"},
        {"type A quad 1 scale 2\nframe a/b\n  event: A\n  context: no\n  verbs: go\n"
         "  actor: subject\n",
         4, "no such context"},
        {"drop a/b\n", 1, "no frame of that name"},
        {"context\n", 1, "without a name"},
        {"control\n  nouns: urge\n", 2, "verbs only"},
        {"frame a/b\n  actor: subject object owner pair inner indirect possessor\n", 2, "six"},
        {"frame a/b\n  actor: oblique(a b c d e f g h i j k l m)\n", 2, "twelve"},
        {"frame a/b\n  event: NOTHING\n", 2, "no such type"},
        {"frame a/b\n  colour: red\n", 2, "no such field"},
        {"frame a/b\n  verbs: visit:never\n", 2, "condition"},
        {"frame a/b\n  verbs: vow:inf(avenge\n", 2, "clause below"},
        {"frame a/b\n  verbs: vow:inf()\n", 2, "clause below"},
        {"frame a/b\n  verbs: vow:active(avenge)\n", 2, "clause below"},
        {"frame a/b\n  nouns: vow:that\n", 2, "inf only"},
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
                       "frame a/b\n  event: CONSULT\n  actor: subject\n  verbs: meet\n"
                       "frame a/b\n  event: CONSULT\n  actor: subject\n  verbs: meet\n";
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

static codebook_source source_of(const char *name, const char *text, uint32_t layer)
{
    return (codebook_source){slice_of(name), slice_of(text), layer};
}

static void test_examples_are_found(void **state)
{
    (void)state;
    arena a;
    codebook_example *examples = NULL;
    size_t count = 0;
    chancery_error error = {0};
    codebook_source source =
        source_of("book.txt",
                  "type CONSULT quad 1 scale 2.5\nframe a/b\n  event: CONSULT\n"
                  "  + Chad met Mali. => CONSULT TCD,MLI >\n  - Chad met its aims.\n",
                  0);
    arena_init(&a, 1 << 20);
    assert_int_equal(codebook_examples(&source, 1, &a, &examples, &count, &error), CHANCERY_OK);
    assert_int_equal(count, 2);
    assert_true(slice_is(examples[0].sentence, "Chad met Mali."));
    assert_true(slice_is(examples[0].expected, "CONSULT TCD,MLI >"));
    assert_true(slice_is(examples[1].frame, "a/b"));
    assert_int_equal(examples[1].expected.len, 0);
    assert_int_equal(examples[1].line, 5);
    arena_clear(&a);
}

/* All that is wrong is told, up to a limit, and what hangs on a broken head is not. */
static void test_all_faults_at_once(void **state)
{
    (void)state;
    codebook *book = NULL;
    codebook_faults faults;
    chancery_error error = {0};
    codebook_source source = source_of("x.txt",
                                       "frame\n  colour: red\n  size: big\n"
                                       "frame a/b\n  colour: red\n  needs: luck\n"
                                       "nonsense\n",
                                       0);
    assert_int_equal(codebook_open_over(NULL, &source, 1, &book, &faults, &error),
                     CHANCERY_E_FORMAT);
    const uint64_t lines[] = {1, 5, 6, 7};
    assert_int_equal(faults.count, 4);
    assert_false(faults.more);
    for (size_t i = 0; i < 4; i++)
        assert_int_equal(faults.items[i].line, lines[i]);
    assert_int_equal(error.line, 1);
    source.text = SLICE("a\na\na\na\na\na\na\na\na\na\na\na\na\na\na\na\na\na\na\na\na\n");
    assert_int_equal(codebook_open_over(NULL, &source, 1, &book, &faults, &error),
                     CHANCERY_E_FORMAT);
    assert_int_equal(faults.count, CODEBOOK_MAX_FAULTS);
    assert_true(faults.more);
}

static void test_bytes_that_are_no_text(void **state)
{
    (void)state;
    static char line[CODEBOOK_MAX_LINE_BYTES + 8];
    codebook *book = NULL;
    chancery_error error = {0};
    codebook_source source = {SLICE("x.txt"), SLICE("type A quad 1 scale 2\n# \xff\n"), 0};
    assert_int_equal(codebook_open_over(NULL, &source, 1, &book, NULL, &error), CHANCERY_E_FORMAT);
    assert_int_equal(error.line, 2);
    assert_non_null(strstr(error.message, "UTF-8"));
    source.text = SLICE("type A quad 1 scale 2\n# \0\n");
    assert_int_equal(codebook_open_over(NULL, &source, 1, &book, NULL, &error), CHANCERY_E_FORMAT);
    assert_int_equal(error.line, 2);
    assert_non_null(strstr(error.message, "NUL"));
    memset(line, '#', sizeof line);
    source.text = (slice){line, CODEBOOK_MAX_LINE_BYTES};
    assert_int_equal(codebook_open_over(NULL, &source, 1, &book, NULL, &error), CHANCERY_OK);
    codebook_close(book);
    source.text.len++;
    assert_int_equal(codebook_open_over(NULL, &source, 1, &book, NULL, &error), CHANCERY_E_FORMAT);
    assert_non_null(strstr(error.message, "65536"));
}

static const char base_text[] = "type CONSULT quad 1 scale 2.5\n  mode visit 4\n"
                                "  actor-not: CVL but person\n"
                                "context economic\n  words: trade\n"
                                "context games\n  silent\n  words: football\n"
                                "control\n  verbs: urge\n"
                                "frame a/meet\n  event: CONSULT\n  verbs: meet\n"
                                "  actor: subject\n"
                                "frame a/see\n  event: CONSULT\n  verbs: see; meet~with\n"
                                "  actor: subject\n  recipient: object\n"
                                "frame a/hear\n  event: CONSULT\n  verbs: hear\n"
                                "  actor: subject\n";

/* One's own: a frame of the same name stands where ours stood, new ones before, dropped ones not.
 */
static void test_layers(void **state)
{
    (void)state;
    codebook *base = NULL, *own = NULL, *again = NULL;
    chancery_error error = {0};
    size_t found[8];
    codebook_source source = source_of("base.txt", base_text, 0);
    assert_int_equal(codebook_open_over(NULL, &source, 1, &base, NULL, &error), CHANCERY_OK);
    assert_int_equal(codebook_frames_of(base, text_key(SLICE("meet")), found, 8), 2);
    source = source_of("own.txt",
                       "drop a/hear\ntype CONSULT\n  mode chat 1\n"
                       "frame b/own\n  event: CONSULT\n  mode: chat\n  verbs: meet\n"
                       "  actor: subject\n"
                       "frame a/meet\n  event: CONSULT\n  verbs: meet; greet\n"
                       "  actor: object\n",
                       1);
    assert_int_equal(codebook_open_over(base, &source, 1, &own, NULL, &error), CHANCERY_OK);
    assert_false(slice_equal(codebook_edition(base), codebook_edition(own)));
    codebook_close(base);
    assert_int_equal(codebook_frame_count(own), 3);
    assert_int_equal(codebook_frames_of(own, text_key(SLICE("meet")), found, 8), 3);
    assert_true(slice_is(codebook_frame_at(own, found[0], NULL, NULL)->name, "b/own"));
    assert_true(slice_is(codebook_frame_at(own, found[1], NULL, NULL)->name, "a/see"));
    size_t from;
    uint64_t line;
    const codebook_frame *meet = codebook_frame_at(own, found[2], &from, &line);
    assert_int_equal(meet->actor.places[0], CODEBOOK_OBJECT);
    assert_int_equal(line, 9);
    assert_true(slice_is(codebook_source_at(own, from).name, "own.txt"));
    slice block = codebook_block(codebook_source_at(own, from).text, line);
    assert_true(slice_starts(block, SLICE("frame a/meet")) && slice_ends(block, SLICE("object")));
    assert_int_equal(codebook_frames_of(own, text_key(SLICE("hear")), found, 8), 0);
    source = source_of("third.txt",
                       "frame b/own\n  event: CONSULT\n  verbs: nod\n"
                       "  actor: subject\n",
                       2);
    assert_int_equal(codebook_open_over(own, &source, 1, &again, NULL, &error), CHANCERY_OK);
    assert_int_equal(codebook_frame_count(again), 3);
    assert_int_equal(codebook_frames_of(again, text_key(SLICE("nod")), found, 8), 1);
    assert_int_equal(found[0], 0);
    codebook_close(own);
    codebook_close(again);
}

/* Who may stand in a role, by type and by frame. */
static void test_who(void **state)
{
    (void)state;
    codebook *book = NULL;
    chancery_error error = {0};
    char text[1024];
    snprintf(text, sizeof text, "%s%s", base_text,
             "frame c/gov\n  event: CONSULT\n  verbs: tell\n  actor: subject\n"
             "  actor-is: GOV state UNO\n");
    codebook_source source = source_of("base.txt", text, 0);
    assert_int_equal(codebook_open_over(NULL, &source, 1, &book, NULL, &error), CHANCERY_OK);
    const codebook_who *type = &codebook_frame_at(book, 0, NULL, NULL)->actor_who;
    const codebook_who *own = &codebook_frame_at(book, 3, NULL, NULL)->actor_who;
    const slice tcd = SLICE("TCD"), none = {0};
    assert_false(codebook_allows(type, tcd, SLICE("CVL"), 0));
    assert_true(codebook_allows(type, tcd, SLICE("CVL"), CODEBOOK_KIND_PERSON));
    assert_true(codebook_allows(type, tcd, SLICE("GOV"), 0));
    assert_true(codebook_allows(own, tcd, SLICE("GOV"), 0));
    assert_true(codebook_allows(own, SLICE("UNO"), none, 0));
    assert_true(codebook_allows(own, tcd, none, CODEBOOK_KIND_STATE));
    assert_false(codebook_allows(own, tcd, none, 0));
    assert_false(codebook_allows(own, tcd, SLICE("CVL"), 0));
    assert_true(codebook_controls_object(book, text_key(SLICE("urge"))));
    assert_false(codebook_controls_object(book, text_key(SLICE("meet"))));
    codebook_close(book);
}

/* A hundred thousand frames compile, open and are found. */
static void test_many_frames(void **state)
{
    (void)state;
    enum { FRAMES = 100000, FRAME_BYTES = 96 };
    char *text = memory_alloc(FRAMES + 1, FRAME_BYTES);
    codebook *book = NULL;
    chancery_error error = {0};
    size_t used = (size_t)sprintf(text, "type CONSULT quad 1 scale 2.5\n"), found[4];
    for (int i = 0; i < FRAMES; i++)
        used += (size_t)sprintf(
            text + used, "frame n/%d\n  event: CONSULT\n  verbs: v%d\n  actor: subject\n", i, i);
    codebook_source source = {SLICE("many.txt"), {text, used}, 0};
    assert_int_equal(codebook_open_over(NULL, &source, 1, &book, NULL, &error), CHANCERY_OK);
    assert_int_equal(codebook_frame_count(book), FRAMES);
    assert_int_equal(codebook_frames_of(book, text_key(SLICE("v77777")), found, 4), 1);
    assert_int_equal(found[0], 77777);
    codebook_close(book);
    memory_free(text);
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
        cmocka_unit_test(test_all_faults_at_once),
        cmocka_unit_test(test_bytes_that_are_no_text),
        cmocka_unit_test(test_layers),
        cmocka_unit_test(test_who),
        cmocka_unit_test(test_many_frames),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
