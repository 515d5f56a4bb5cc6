/* Tests of pairs: what one of two given actors does to the other, through the public API.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * CHANCERY_DATA names the compiled data. In a text here the source stands between < and >, the
 * target between [ and ]; they are taken out before it is read. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#include "base/slice.h"
#include "chancery/chancery.h"
#include "reader_fixture.h"

#define assert_ok(call) assert_int_equal((call), CHANCERY_OK)

enum { LONGEST = 512 };

/* Takes the marks out of a text. @return its length. */
static size_t unmark(const char *marked, char *text, span *actors)
{
    size_t size = 0;
    for (; *marked; marked++) {
        uint32_t at = (uint32_t)size;
        if (*marked == '<')
            actors[0].start = at;
        else if (*marked == '>')
            actors[0].end = at;
        else if (*marked == '[')
            actors[1].start = at;
        else if (*marked == ']')
            actors[1].end = at;
        else
            text[size++] = *marked;
    }
    return size;
}

static chancery_pair ask(fixture *f, const char *marked)
{
    char text[LONGEST];
    span actors[2] = {{0, 0}, {0, 0}};
    chancery_pair pair = {0};
    assert_true(strlen(marked) < sizeof text);
    size_t size = unmark(marked, text, actors);
    if (chancery_read_pair(f->reader, text, size, actors[0], actors[1], &pair, &f->error) !=
        CHANCERY_OK)
        fail_msg("%s: %s", marked, f->error.message);
    return pair;
}

static void expect(fixture *f, const char *marked, const char *event, chancery_event_status status)
{
    chancery_pair pair = ask(f, marked);
    if (!slice_is(pair.event, event) || (pair.event.len && pair.status != status))
        fail_msg("%s: %.*s, status %d, by %.*s", marked, SLICE_ARGS(pair.event), (int)pair.status,
                 SLICE_ARGS(pair.frame));
    assert_true((pair.confidence > 0) == (pair.event.len > 0));
    assert_true(pair.span.start <= pair.span.end);
}

/* Whoever they are: one state's, or of no known state, by name, adjective or pronoun. */
static void test_actors(void **state)
{
    fixture *f = *state;
    expect(f, "<The police> arrested [two priests] in Lyon.", "COERCE", CHANCERY_OCCURRED);
    expect(f, "<Brightwell Ltd> sued [Ostend Traders].", "ACCUSE", CHANCERY_OCCURRED);
    expect(f, "<The mayor> came home. He thanked [the nurses].", "SUPPORT", CHANCERY_OCCURRED);
    expect(f, "<Ghana> said that it had condemned [Togo].", "ACCUSE", CHANCERY_OCCURRED);
    expect(f, "<The mayor> rejected a [Dutch] proposal.", "REJECT", CHANCERY_OCCURRED);
    expect(f, "<Norwegian> and [Dutch] envoys met.", "CONSULT", CHANCERY_OCCURRED);
    expect(f, "[Two clerks] were detained by <the guards>.", "COERCE", CHANCERY_OCCURRED);
    expect(f, "The raid by <the rebels> on [the mill] killed nine.", "ASSAULT", CHANCERY_OCCURRED);
}

/* The outer act comes first, but what a call or a journey was for before these. */
static void test_choice(void **state)
{
    fixture *f = *state;
    expect(f, "<The mayor> refused to meet [the farmers].", "REJECT", CHANCERY_OCCURRED);
    expect(f, "<The rebels> threatened to shell [the port].", "THREATEN", CHANCERY_OCCURRED);
    expect(f, "<The bishop> urged [the rebels] to free the nuns.", "REQUEST", CHANCERY_OCCURRED);
    expect(f, "<The court> accused [the mayor] of attacking a clerk.", "ACCUSE", CHANCERY_OCCURRED);
    expect(f, "<The mayor> called [the bishop] to congratulate him.", "SUPPORT", CHANCERY_OCCURRED);
    expect(f, "<The court> ordered the arrest of [the mayor].", "COERCE", CHANCERY_OCCURRED);
    expect(f, "<The court> ordered [the mayor] to pay.", "REQUEST", CHANCERY_OCCURRED);
    expect(f, "<The guards> will not release [the drivers].", "REJECT", CHANCERY_OCCURRED);
    expect(f, "<The guards> have not released [the drivers].", "RETREAT", CHANCERY_NEGATED);
    expect(f, "<The town> and [the bank] failed to reach an agreement.", "REJECT",
           CHANCERY_OCCURRED);
}

static void test_looser_places(void **state)
{
    fixture *f = *state;
    expect(f, "<The senate> approved a plan to send tents to [Lower Brook].", "AID",
           CHANCERY_HYPOTHETICAL);
    expect(f, "<The junta> imposed a blockade in [the valley].", "COERCE", CHANCERY_OCCURRED);
    assert_true(ask(f, "<The rebels> attacked [the mill].").confidence > 0.7);
    assert_true(ask(f, "<The junta> imposed a blockade in [the valley].").confidence < 0.48);
}

static void test_nothing(void **state)
{
    fixture *f = *state;
    expect(f, "<The union> has its seat beside [the bank].", "", CHANCERY_OCCURRED);
    expect(f, "<The union> said that rebels had shelled [the bank].", "", CHANCERY_OCCURRED);
    expect(f, "[The mayor] attacked <the clerk>.", "", CHANCERY_OCCURRED);
    expect(f, "<The visiting bishop> spoke after [the mayor].", "", CHANCERY_OCCURRED);
    expect(f, "<A>[B]", "", CHANCERY_OCCURRED);
}

/* A title, furniture, a date line, another language: all of it is text as it stands. */
static void test_plain(void **state)
{
    fixture *f = *state;
    expect(f, "Share this\n\n<The rebels> attacked [the mill]\n\nSubscribe", "ASSAULT",
           CHANCERY_OCCURRED);
    chancery_pair pair = ask(f, "  \r\n<The rebels> attacked [the mill].");
    assert_int_equal(pair.span.start, 4);
    expect(f, "<Der Senat> verurteilte [die Bahn] und sagte, dass es so nicht geht.", "",
           CHANCERY_OCCURRED);
}

static void test_misuse(void **state)
{
    static const struct {
        span source, target;
        const char *word;
    } cases[] = {
        {{0, 0}, {6, 8}, "source"},    {{0, 5}, {6, 99}, "target"}, {{3, 1}, {6, 8}, "source"},
        {{1, 5}, {6, 8}, "cuts"},      {{0, 1}, {6, 8}, "cuts"},    {{0, 5}, {4, 8}, "in common"},
        {{0, 5}, {0, 5}, "in common"}, {{9, 10}, {6, 8}, "source"},
    };
    fixture *f = *state;
    static const char text[] = "Élan as B";
    chancery_pair pair;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        assert_int_equal(chancery_read_pair(f->reader, text, 9, cases[i].source, cases[i].target,
                                            &pair, &f->error),
                         CHANCERY_E_MISUSE);
        assert_non_null(strstr(f->error.message, cases[i].word));
    }
    span a = {0, 1}, b = {2, 3};
    assert_int_equal(chancery_read_pair(NULL, "a b", 3, a, b, &pair, NULL), CHANCERY_E_MISUSE);
    assert_int_equal(chancery_read_pair(f->reader, NULL, 3, a, b, &pair, NULL), CHANCERY_E_MISUSE);
    assert_int_equal(chancery_read_pair(f->reader, "a b", 3, a, b, NULL, NULL), CHANCERY_E_MISUSE);
    assert_int_equal(chancery_read_pair(f->reader, "a \xff", 3, a, b, &pair, &f->error),
                     CHANCERY_E_UTF8);
    assert_int_equal(f->error.offset, 2);
    assert_ok(chancery_read_pair(f->reader, "a\0b", 3, a, b, &pair, &f->error));
}

#define WITH_ENGINE(name) cmocka_unit_test_setup_teardown(name, fixture_make, fixture_drop)

int main(void)
{
    const struct CMUnitTest tests[] = {
        WITH_ENGINE(test_actors),  WITH_ENGINE(test_choice), WITH_ENGINE(test_looser_places),
        WITH_ENGINE(test_nothing), WITH_ENGINE(test_plain),  WITH_ENGINE(test_misuse),
    };
    cmocka_set_message_output(CM_OUTPUT_TAP);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
