/* Tests of people and offices: who is named, who is one person, which offices they hold.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * A case is a text and what the stage finds in it, one line a person:
 *
 *     name [surname] office/STATE + ... ~ slip ! nation claimed ? misnamed
 *
 * A former office stands in brackets, with its years where the text has them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#include "reading/people.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))

enum { LINE_BYTES = 8192 };

typedef struct example {
    const char *text;
    const char *expected;
} example;

typedef struct fixture {
    kb *kb;
    syntax_model *model;
    reading_engine engine;
    arena arena;
    text_report report;
    reading_state state;
    chancery_error error;
} fixture;

#include "people_cases.h"

static int set_up(void **state)
{
    char path[1024];
    const char *folder = getenv("CHANCERY_DATA");
    fixture *f = calloc(1, sizeof *f);
    if (!f || !folder)
        return -1;
    arena_init(&f->arena, (size_t)1 << 30);
    *state = f;
    snprintf(path, sizeof path, "%s/chancery.kb", folder);
    if (kb_open(path, &f->kb, &f->error))
        return -1;
    snprintf(path, sizeof path, "%s/chancery.model", folder);
    if (syntax_open(path, &f->model, &f->error))
        return -1;
    f->engine = (reading_engine){.kb = f->kb, .model = f->model};
    return 0;
}

static int tear_down(void **state)
{
    fixture *f = *state;
    if (f) {
        syntax_close(f->model);
        kb_close(f->kb);
        arena_clear(&f->arena);
        free(f);
    }
    return 0;
}

static void read_people(fixture *f, slice text, bool verbatim)
{
    text_options options = {.name = SLICE("test"), .published = SLICE("2024-06-20"),
                            .verbatim = verbatim};
    arena_reset(&f->arena);
    assert_int_equal(text_report_read(text, &options, &f->arena, &f->report, &f->error),
                     CHANCERY_OK);
    f->state = (reading_state){.engine = &f->engine,
                               .report = &f->report,
                               .text = f->report.document.text,
                               .arena = &f->arena,
                               .error = &f->error};
    assert_int_equal(reading_marks(&f->state), CHANCERY_OK);
    assert_int_equal(reading_dates(&f->state), CHANCERY_OK);
    assert_int_equal(reading_people(&f->state), CHANCERY_OK);
}

static void put(char *out, const char *format, slice a, slice b)
{
    size_t used = strlen(out);
    snprintf(out + used, LINE_BYTES - used, format, SLICE_ARGS(a), SLICE_ARGS(b));
}

static void print_office(const reading_office *o, char *out)
{
    put(out, o->former ? "(%.*s/%.*s" : "%.*s/%.*s", o->title, o->code);
    if (o->from.len || o->until.len)
        put(out, " %.*s-%.*s", o->from, o->until);
    if (o->former)
        put(out, ")%.*s%.*s", SLICE(""), SLICE(""));
}

static void print_person(const reading_state *r, const reading_person *p, char *out)
{
    put(out, "%.*s [%.*s]", p->name, p->family);
    for (size_t i = 0; i < p->offices.count; i++) {
        put(out, i ? " + %.*s%.*s" : " %.*s%.*s", SLICE(""), SLICE(""));
        print_office(&p->offices.items[i], out);
    }
    for (size_t i = 0; i < p->slips.count; i++)
        put(out, " ~ %.*s%.*s", p->slips.items[i].title, SLICE(""));
    for (size_t i = 0; i < p->claims.count; i++)
        put(out, " ! %.*s%.*s", p->claims.items[i].code, SLICE(""));
    for (size_t i = 0; i < p->misnamed.count; i++)
        put(out, " ? %.*s%.*s",
            reading_words(r, p->misnamed.items[i].token, p->misnamed.items[i].count), SLICE(""));
}

static void print_people(const reading_state *r, char *out)
{
    out[0] = 0;
    for (size_t i = 0; i < r->people.count; i++) {
        if (i)
            put(out, "\n%.*s%.*s", SLICE(""), SLICE(""));
        print_person(r, &r->people.items[i], out);
    }
}

static void check(fixture *f, const example *cases, size_t count, bool verbatim)
{
    static char found[LINE_BYTES];
    size_t failed = 0;
    for (size_t i = 0; i < count; i++) {
        read_people(f, slice_of(cases[i].text), verbatim);
        print_people(&f->state, found);
        if (strcmp(found, cases[i].expected) != 0) {
            print_message("%s\n  expected %s\n  found    %s\n", cases[i].text, cases[i].expected,
                          found);
            failed++;
        }
    }
    assert_int_equal(failed, 0);
}

static void offices_beside_names(void **state)
{
    check(*state, beside, COUNT(beside), true);
}

static void names_by_shape(void **state)
{
    check(*state, shapes, COUNT(shapes), true);
}

static void no_people(void **state)
{
    check(*state, nobody, COUNT(nobody), true);
}

static void one_person(void **state)
{
    check(*state, same, COUNT(same), true);
}

static void slips_and_claims(void **state)
{
    check(*state, slips, COUNT(slips), true);
}

static void states_from_context(void **state)
{
    check(*state, contexts, COUNT(contexts), true);
}

static void whole_reports(void **state)
{
    check(*state, reports, COUNT(reports), false);
}

/** A name of the knowledge base inside a person's name is none; hit_at and hits agree. */
static void hits_in_names_are_removed(void **state)
{
    fixture *f = *state;
    read_people(f, SLICE("Mrs. Georgia Brown of Kenya met Mr. Jordan Ellis in Georgia."), true);
    const reading_state *r = &f->state;
    assert_int_equal(r->people.count, 2);
    assert_int_equal(r->hits.count, 2);
    for (uint32_t t = 0; t < f->report.token_count; t++) {
        assert_true(r->person_at[t] < 0 || r->hit_at[t] < 0);
        if (r->hit_at[t] >= 0) {
            const reading_hit *hit = &r->hits.items[r->hit_at[t]];
            assert_in_range(t, hit->token, hit->token + hit->count - 1);
        }
    }
}

static void genders(void **state)
{
    static const struct {
        const char *text;
        char gender;
    } cases[] = {
        {"Mrs. Toliver spoke.", 'f'},          {"Mr. Toliver spoke.", 'm'},
        {"Queen Astrid spoke.", 'f'},          {"Dr. Toliver spoke.", 0},
        {"His wife, Astrid, spoke.", 'f'},     {"Spokeswoman Kim Toliver spoke.", 'f'},
        {"Dame Kim Toliver spoke.", 'f'},      {"Minister Henrik Toliver spoke.", 'm'},
        {"Minister Kim Toliver spoke.", 0},    {"His Excellency Kim Toliver spoke.", 'm'},
    };
    fixture *f = *state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        read_people(f, slice_of(cases[i].text), true);
        assert_int_equal(f->state.people.count, 1);
        assert_int_equal(f->state.people.items[0].gender, cases[i].gender);
    }
}

/** Mentions are in order and lie where person_at says. */
static void mentions_in_order(void **state)
{
    fixture *f = *state;
    read_people(f, SLICE("Minister Lars Brekke of Norway left. Mr. Brekke and Ana Ruiz, the mayor of "
                         "Lima, met. Brekke smiled."),
                true);
    const reading_state *r = &f->state;
    assert_int_equal(r->people.count, 2);
    assert_int_equal(r->people.items[0].mentions.count, 3);
    for (size_t p = 0; p < r->people.count; p++)
        for (size_t i = 0; i < r->people.items[p].mentions.count; i++) {
            const reading_mention *m = &r->people.items[p].mentions.items[i];
            assert_true(i == 0 || m[-1].token < m->token);
            for (uint32_t t = m->token; t < m->token + m->count; t++)
                assert_int_equal(r->person_at[t], (int)p);
        }
}

static void lists_are_sorted(void **state)
{
    (void)state;
    assert_true(people_words_sorted());
    assert_true(people_given_sorted());
}

static void distances(void **state)
{
    (void)state;
    assert_int_equal(people_distance(SLICE("bremer"), SLICE("bremer"), 2), 0);
    assert_int_equal(people_distance(SLICE("bremer"), SLICE("bremre"), 2), 1);
    assert_int_equal(people_distance(SLICE("bremer"), SLICE("brenner"), 2), 2);
    assert_int_equal(people_distance(SLICE("bremer"), SLICE("kremlin"), 2), 3);
    assert_int_equal(people_distance(SLICE(""), SLICE("abc"), 2), 3);
    assert_int_equal(people_distance(SLICE("a"), SLICE(""), 2), 1);
}

/** Text from outside: NUL bytes, runs of titles and names without end, ten thousand names. */
static void hostile_text(void **state)
{
    static const char *const pieces[] = {
        "President ", "Minister of Trade, ", "Anna and ",     "Mr. ",  "French and ", "of the ",
        "Jo-",        "al-",                 "\"",            "X. ",   "O'",          "Presidents A and ",
        "who was ",   "as ",                 "Minister of ",  ", and ", "'s ",         "(CPC) "};
    fixture *f = *state;
    enum { REPEATS = 4000 };
    for (size_t i = 0; i < COUNT(pieces); i++) {
        size_t length = strlen(pieces[i]);
        char *text = malloc(length * REPEATS + 8);
        assert_non_null(text);
        for (size_t k = 0; k < REPEATS; k++)
            memcpy(text + k * length, pieces[i], length);
        memcpy(text + length * REPEATS, "Minister", 8);
        read_people(f, (slice){text, length * REPEATS + 8}, true);
        free(text);
    }
    read_people(f, (slice){"Mr. \0 President \0 Ana\0 Ruiz", 28}, true);
}

static void many_names(void **state)
{
    static const char *const syllables[] = {"ba", "ko", "ri", "ta", "mu", "ne", "so", "la"};
    enum { NAMES = 4096, BYTES = 96 };
    fixture *f = *state;
    char *text = malloc((size_t)NAMES * BYTES);
    assert_non_null(text);
    size_t used = 0;
    for (size_t i = 0; i < NAMES; i++) {
        char name[16];
        snprintf(name, sizeof name, "T%s%s%s%s", syllables[i & 7], syllables[i >> 3 & 7],
                 syllables[i >> 6 & 7], syllables[i >> 9 & 7]);
        used += (size_t)snprintf(text + used, BYTES, "The judge Anna %s met Mr. %s.\n\n", name, name);
    }
    read_people(f, (slice){text, used}, true);
    free(text);
    assert_in_range(f->state.people.count, NAMES / 2, NAMES);
}

/** An arena at its cap is a limit, not a crash, wherever it is reached. */
static void arena_cap(void **state)
{
    fixture *f = *state;
    slice text = SLICE("Norway's Foreign Minister, Mr. Lars Brekke, met Ana Ruiz, President of Peru, "
                       "and Mr. Lars. Minister Brekke spoke for the Norwegian side.");
    read_people(f, text, true);
    size_t needed = f->arena.used_bytes;
    bool refused = false;
    for (size_t cap = needed / 2; cap < needed; cap += 256) {
        arena small;
        arena_init(&small, cap);
        text_options options = {.name = SLICE("test"), .verbatim = true};
        text_report report;
        chancery_status status = text_report_read(text, &options, &small, &report, &f->error);
        if (!status) {
            reading_state r = {.engine = &f->engine,
                               .report = &report,
                               .text = report.document.text,
                               .arena = &small,
                               .error = &f->error};
            status = reading_marks(&r);
            if (!status)
                status = reading_dates(&r);
            if (!status) {
                status = reading_people(&r);
                refused = refused || status == CHANCERY_E_LIMIT;
            }
        }
        assert_true(status == CHANCERY_OK || status == CHANCERY_E_LIMIT);
        arena_clear(&small);
    }
    assert_true(refused);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lists_are_sorted),
        cmocka_unit_test(distances),
        cmocka_unit_test(offices_beside_names),
        cmocka_unit_test(names_by_shape),
        cmocka_unit_test(no_people),
        cmocka_unit_test(one_person),
        cmocka_unit_test(slips_and_claims),
        cmocka_unit_test(states_from_context),
        cmocka_unit_test(whole_reports),
        cmocka_unit_test(hits_in_names_are_removed),
        cmocka_unit_test(genders),
        cmocka_unit_test(mentions_in_order),
        cmocka_unit_test(hostile_text),
        cmocka_unit_test(many_names),
        cmocka_unit_test(arena_cap),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
