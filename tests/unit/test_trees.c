/* Tests of phrases and clauses from dependency trees.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * data/trees.txt holds sentences with their trees, all made up and annotated by hand as English UD
 * has it, and what must be made of them. A case is a line "=== name" (a headline where the name
 * begins so), words as form/XPOS/head/relation, a line "---", and behind it a line for each phrase
 * that hangs on another and for each clause. CHANCERY_UPDATE=1 writes what is found in its place.
 */
#include "syntax_spec.h"
#include "tree_fixture.h"

#include "base/file.h"
#include "base/memory.h"

enum { NAME_BYTES = 100 };

static const char path[] = TEST_SOURCE_DIR "/tests/unit/data/trees.txt";

/* One word of a case: form/XPOS/head/relation. */
static void read_word(fixture *f, tree_text *t, slice word)
{
    char line[256];
    size_t size = 0;
    for (size_t i = 0; i < word.len && size + 1 < sizeof line; i++)
        line[size++] = word.ptr[i] == '/' && i > 0 ? ' ' : word.ptr[i];
    assert_true(tree_add(t, f->lemmas, (slice){line, size}, &f->arena));
}

static void read_words_of(fixture *f, tree_text *t, slice line)
{
    slice word;
    while (slice_next(&line, ' ', &word))
        if (word.len)
            read_word(f, t, word);
}

/* What the clause says, where it is told by clauses of its own. */
static void put_told(writer *w, const fixture *f, size_t index)
{
    const syntax_clause *c = &f->sentence.clauses[index];
    for (size_t i = 0; i < f->sentence.clause_count; i++)
        if (f->sentence.clauses[i].parent == (int16_t)index &&
            f->sentence.clauses[i].link == SYNTAX_CONTENT && c->complement.end) {
            put(w, " tells=\"%.*s\"", SLICE_ARGS(words(f, c->complement)));
            return;
        }
}

static void find(fixture *f, tree_text *t, bool title, writer *w)
{
    chancery_error error = {0};
    tree_input in = tree_of(t, title);
    f->text = in.text;
    assert_int_equal(syntax_from_tree(&in, &f->arena, &f->sentence, &error), CHANCERY_OK);
    for (size_t i = 0; i < f->sentence.phrase_count; i++) {
        const syntax_phrase *p = &f->sentence.phrases[i];
        if (p->possessor < 0 && p->attached < 0 && p->apposed < 0 && p->conjoined < 0)
            continue;
        put_phrase(w, f, p);
        put(w, "\n");
    }
    for (size_t i = 0; i < f->sentence.clause_count; i++) {
        put_clause(w, f, &f->sentence.clauses[i]);
        put_told(w, f, i);
        put(w, "\n");
    }
}

/* A case under way. */
typedef struct tree_case {
    slice name;
    slice words;    /* as they stand in the file */
    slice expected; /* the same */
} tree_case;

/* Takes the lines up to one that begins with `stop`. */
static slice lines_until(slice *rest, const char *stop)
{
    slice start = *rest, line, before = *rest;
    while (before = *rest, slice_next(rest, '\n', &line))
        if (slice_starts(line, slice_of(stop))) {
            *rest = before;
            break;
        }
    return (slice){start.ptr, (rest->ptr ? (size_t)(rest->ptr - start.ptr) : start.len)};
}

static bool next_case(slice *rest, tree_case *out)
{
    slice line;
    if (!rest->ptr || !rest->len || !slice_next(rest, '\n', &line))
        return false;
    assert_true(slice_starts(line, SLICE("=== ")));
    out->name = slice_range(line, 4, line.len);
    out->words = lines_until(rest, "---");
    assert_true(slice_next(rest, '\n', &line));
    out->expected = rest->ptr ? lines_until(rest, "===") : (slice){"", 0};
    return true;
}

static void run_case(fixture *f, const tree_case *c, FILE *update, size_t *failures)
{
    static tree_text t;
    writer w = {.size = 0};
    slice rest = c->words, line;
    arena_reset(&f->arena);
    t.count = t.size = 0;
    while (slice_next(&rest, '\n', &line))
        read_words_of(f, &t, line);
    find(f, &t, slice_starts(c->name, SLICE("headline")), &w);
    slice found = {w.bytes, w.size};
    if (update)
        fprintf(update, "=== %.*s\n%.*s---\n%.*s\n", SLICE_ARGS(c->name), SLICE_ARGS(c->words),
                SLICE_ARGS(found));
    else if (!slice_equal(slice_trim(c->expected), slice_trim(found))) {
        print_error("%.*s\nexpected:\n%.*s\nfound:\n%.*s\n", SLICE_ARGS(c->name),
                    SLICE_ARGS(slice_trim(c->expected)), SLICE_ARGS(found));
        ++*failures;
    }
}

static void finds_clauses_of_trees(void **state)
{
    fixture *f = *state;
    chancery_error error = {0};
    slice bytes;
    size_t cases = 0, failures = 0;
    assert_int_equal(file_read(path, 1 << 24, &bytes, &error), CHANCERY_OK);
    FILE *update = getenv("CHANCERY_UPDATE") ? fopen(path, "w") : NULL;
    tree_case c;
    for (slice rest = bytes; next_case(&rest, &c); cases++)
        run_case(f, &c, update, &failures);
    if (update)
        fclose(update);
    memory_free((void *)(uintptr_t)bytes.ptr);
    assert_true(cases > 60);
    assert_int_equal(failures, 0);
}

/* Heads that are no tree, relations and tags that fit nothing: any outcome, but one. */
static void takes_any_heads(void **state)
{
    enum { WORDS = 40, ROUNDS = 3000 };
    fixture *f = *state;
    chancery_error error = {0};
    static tree_text t;
    uint64_t seed = 7;
    t.count = t.size = 0;
    for (size_t i = 0; i < WORDS; i++)
        read_word(f, &t, i % 3 ? SLICE("said/VBD/1/ccomp/say") : SLICE("boats/NNS/2/nsubj/boat"));
    for (size_t round = 0; round < ROUNDS; round++) {
        for (size_t i = 0; i < WORDS; i++) {
            seed = mix(seed, i);
            t.head[i] = (int16_t)((int)(seed % (WORDS + 4)) - 2);
            t.relation[i] = (uint8_t)(seed >> 8) % (TREE_RELATION_COUNT + 2);
            t.words[i].tag = (uint8_t)(seed >> 16) % SYNTAX_TAG_COUNT;
        }
        arena_reset(&f->arena);
        tree_input in = tree_of(&t, round % 2);
        assert_int_equal(syntax_from_tree(&in, &f->arena, &f->sentence, &error), CHANCERY_OK);
        for (size_t i = 0; i < f->sentence.clause_count; i++)
            assert_true(f->sentence.clauses[i].parent < (int)f->sentence.clause_count);
    }
}

static void names_relations_and_tags(void **state)
{
    (void)state;
    assert_int_equal(tree_relation_of(SLICE("acl")), TREE_ACL);
    assert_int_equal(tree_relation_of(SLICE("xcomp")), TREE_XCOMP);
    assert_int_equal(tree_relation_of(SLICE("obl:agent")), TREE_OBL);
    assert_int_equal(tree_relation_of(SLICE("nsubj:pass")), TREE_NSUBJ_PASS);
    assert_int_equal(tree_relation_of(SLICE("")), TREE_DEP);
    assert_int_equal(tree_relation_of(SLICE("unheard:of")), TREE_DEP);
    assert_int_equal(tree_tag_of(SLICE("#")), SYNTAX_SYM);
    assert_int_equal(tree_tag_of(SLICE("``")), SYNTAX_PUNCT);
    assert_int_equal(tree_tag_of(SLICE("PRP$")), SYNTAX_PRPS);
    assert_int_equal(tree_tag_of(SLICE("ADD")), SYNTAX_OTHER);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds_clauses_of_trees),
        cmocka_unit_test(takes_any_heads),
        cmocka_unit_test(names_relations_and_tags),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
