/* Tests of the knowledge base's people, offices and members, and of one's own names over it.
 *
 * SPDX-License-Identifier: Apache-2.0 */
#include "kb_fixture.h"

/* ---- people and terms ---- */

static void write_people(const kb *k, slice text, const text_token *tokens, size_t available,
                         writer *w)
{
    kb_hit hits[MOST_HITS];
    size_t count = kb_find_person(k, tokens, available, hits, MOST_HITS);
    for (size_t i = 0; i < count; i++)
        add(w, "%.*s %.*s %s\n", SLICE_ARGS(words(text, tokens, hits[i].tokens)),
            SLICE_ARGS(kb_entry_at(k, hits[i].entry).id),
            hits[i].kind == KB_FAMILY ? "family" : "name");
}

static void test_people(void **state)
{
    const fixture *f = *state;
    writer w = {.length = 0};
    write_all(f->k, "Ana Bo met van Dael. ANA BO, Bo and bo; Aldur Karl too, but Dael no, Karl no",
              write_people, &w);
    assert_string_equal(w.text, "Ana Bo person/FRA/ana-bo name\n"
                                "Bo person/FRA/ana-bo family\n"
                                "van Dael person/NLD/jo-van-dael family\n"
                                "ANA BO person/FRA/ana-bo name\n"
                                "BO person/FRA/ana-bo family\n"
                                "Bo person/FRA/ana-bo family\n"
                                "Aldur Karl person/NLD/aldur-karl name\n");
}

static uint32_t person_called(const kb *k, const char *id)
{
    for (uint32_t i = 0; i < kb_entry_count(k); i++)
        if (slice_is(kb_entry_at(k, i).id, id))
            return i;
    fail_msg("nobody is %s", id);
    return 0;
}

static void test_person(void **state)
{
    const fixture *f = *state;
    kb_entry ana = kb_entry_at(f->k, person_called(f->k, "person/FRA/ana-bo"));
    assert_int_equal(ana.kind, KB_PERSON);
    assert_int_equal(ana.gender, KB_SHE);
    assert_int_equal(ana.checked, 20250600);
    assert_true(slice_is(ana.name, "Ana Bo"));
}

/* What a person was on a day: "title code rank", with "*" where no longer. */
static const char *office_on(const kb *k, uint32_t person, kb_date date, writer *w)
{
    kb_term term;
    bool holds;
    w->length = 0;
    w->text[0] = '\0';
    if (kb_office_on(k, person, date, &term, &holds))
        add(w, "%.*s %.*s %.*s%s", SLICE_ARGS(term.title), SLICE_ARGS(term.code),
            SLICE_ARGS(kb_rank_name(term.rank)), holds ? "" : "*");
    return w->text;
}

static void test_office_on(void **state)
{
    const fixture *f = *state;
    writer w;
    uint32_t ana = person_called(f->k, "person/FRA/ana-bo");
    assert_string_equal(office_on(f->k, ana, 19991231, &w), "");
    assert_string_equal(office_on(f->k, ana, 20000000, &w),
                        "Foreign Minister FRA foreign-minister");
    assert_string_equal(office_on(f->k, ana, 20030615, &w),
                        "Foreign Minister FRA foreign-minister");
    assert_string_equal(office_on(f->k, ana, 20050101, &w),
                        "Foreign Minister FRA foreign-minister*");
    assert_string_equal(office_on(f->k, ana, 20071231, &w), "President FRA head-of-state");
    assert_string_equal(office_on(f->k, ana, 0, &w), "President FRA head-of-state");
    uint32_t jo = person_called(f->k, "person/NLD/jo-van-dael");
    assert_string_equal(office_on(f->k, jo, 20120101, &w),
                        "Secretary-General IGO head-of-organisation");
    assert_string_equal(office_on(f->k, jo, 20200101, &w),
                        "Secretary-General IGO head-of-organisation*");
}

static void test_holders(void **state)
{
    const fixture *f = *state;
    kb_term terms[4];
    assert_int_equal(kb_holders(f->k, SLICE("FRA"), KB_RANK_HEAD_OF_STATE, terms, 4), 1);
    assert_int_equal(terms[0].from, 20070516);
    assert_int_equal(kb_holders(f->k, SLICE("FRA"), KB_RANK_AMBASSADOR, terms, 4), 0);
    assert_int_equal(kb_holders(f->k, SLICE("AAA"), KB_RANK_HEAD_OF_STATE, terms, 4), 0);
}

static void test_members(void **state)
{
    const fixture *f = *state;
    uint32_t nato = person_called(f->k, "igo/nato");
    assert_int_equal(kb_term_count(f->k, nato), 2);
    kb_term fra = kb_term_at(f->k, nato, 0);
    assert_true(slice_is(fra.code, "FRA"));
    assert_int_equal(fra.title.len, 0);
    assert_false(kb_term_holds(&fra, 19480000));
    assert_true(kb_term_holds(&fra, 19490000));
    assert_true(kb_term_holds(&fra, 0));
    kb_term gone = kb_term_at(f->k, nato, 1);
    assert_true(kb_term_holds(&gone, 19900103));
    assert_false(kb_term_holds(&gone, 19910000));
    assert_false(kb_term_holds(&gone, 0));
}

static void test_names_written(void **state)
{
    const fixture *f = *state;
    uint32_t jo = person_called(f->k, "person/NLD/jo-van-dael");
    assert_int_equal(kb_name_count(f->k, jo), 3);
    assert_true(slice_is(kb_name_at(f->k, jo, 0).text, "Jo van Dael"));
    assert_true(slice_is(kb_name_at(f->k, jo, 1).text, "van Dael"));
    assert_int_equal(kb_name_at(f->k, jo, 1).kind, KB_FAMILY);
    assert_true(slice_is(kb_name_at(f->k, jo, 2).text, "Johan van Dael"));
}

static void test_dates(void **state)
{
    (void)state;
    kb_date date;
    assert_true(kb_parse_date(SLICE("2024-02"), &date));
    assert_int_equal(kb_first_day(date), 20240201);
    assert_int_equal(kb_last_day(date), 20240229);
    assert_true(kb_parse_date(SLICE("1900"), &date));
    assert_int_equal(kb_last_day(date), 19001231);
    assert_int_equal(kb_last_day(19000200), 19000228);
    assert_false(kb_parse_date(SLICE("2023-02-29"), &date));
    assert_false(kb_parse_date(SLICE("soon"), &date));
}

/* ---- one's own ---- */

static const char OWN[] = "state FRA France\n"
                          "  also: Gaul\n"
                          "organisation FRA Hall of Ana [MED]\n"
                          "person FRA Ana Bo\n"
                          "  office: Prime Minister, seen 2024-01-02 to 2024-03\n"
                          "person NLD New One\n"
                          "  office: President of NATO, from 2020\n";

static void test_over(void **state)
{
    const fixture *f = *state;
    kb_source source = {SLICE("own.txt"), SLICE(OWN)};
    chancery_error error = {0};
    kb *k = NULL;
    if (kb_open_over(f->k, &source, 1, &k, &error) != CHANCERY_OK)
        fail_msg("%s:%d: %s", error.where, (int)error.line, error.message);
    size_t below = kb_entry_count(f->k);
    assert_int_equal(kb_entry_count(k), below + 3);
    writer w = {.length = 0};
    write_all(k, "Gaul and France in the Hall of Ana", write_hits, &w);
    assert_string_equal(w.text, "Gaul FRA name\nFrance FRA name\n"
                                "Hall of Ana organisation/FRA/hall-of-ana name MED\n");
    w = (writer){.length = 0};
    write_all(k, "Ana Bo, New One", write_people, &w);
    assert_string_equal(w.text, "Ana Bo person/FRA/ana-bo name\n"
                                "Bo person/FRA/ana-bo family\n"
                                "New One person/NLD/new-one name\n"
                                "One person/NLD/new-one family\n");
    kb_hit hit;
    arena a;
    arena_init(&a, ARENA_BYTES);
    text_report r = {0};
    assert_ok(text_segment(SLICE("Ana Bo"), &a, &r, NULL));
    assert_int_equal(kb_find_person(k, r.tokens, 2, &hit, 1), 1);
    assert_true(hit.entry >= below);
    assert_string_equal(office_on(k, hit.entry, 20240202, &w),
                        "Prime Minister FRA head-of-government");
    assert_true(kb_term_at(k, hit.entry, 0).seen);
    kb_term terms[4];
    assert_int_equal(kb_holders(k, SLICE("FRA"), KB_RANK_HEAD_OF_GOVERNMENT, terms, 4), 1);
    assert_int_equal(kb_holders(k, SLICE("FRA"), KB_RANK_HEAD_OF_STATE, terms, 4), 1);
    uint32_t france;
    assert_true(kb_state(k, SLICE("gaul"), &france) && kb_state(k, SLICE("FR"), &france));
    assert_true(slice_is(kb_entry_at(k, france).code, "FRA"));
    assert_int_equal(kb_edition(k).len, 17);
    arena_clear(&a);
    kb_close(k);
}

static void test_over_refusals(void **state)
{
    const fixture *f = *state;
    static const struct {
        const char *text;
        uint64_t line;
        const char *message;
    } cases[] = {
        {"person QQQ Ana Bo\n", 1, "no state has the code QQQ"},
        {"person FRA A B\n  office: Wizard, from 2001\n", 2, "is no title of offices.txt"},
        {"person FRA A B\n  office: President, from 2001, until 1999\n", 2,
         "ends before it begins"},
        {"person FRA A B\n  office: President [king], from 2001\n", 2, "ends in no rank"},
        {"person FRA A B\n  office: President, from yesterday\n", 2, "is no date"},
        {"person FRA A B\n  gender: it\n", 2, "gender: he"},
        {"person FRA A B\n  capital: Paris\n", 2, "no field 'capital' here"},
        {"person FRA A B\n  source: hearsay\n", 2, "ends in a comma and a date"},
        {"person FRA A B\nperson FRA A B\n", 2, "stands already"},
        {"igo IGO Club\n  member: ZZZ, from 1990\n", 2, "code of no member"},
        {"igo IGO NATO\n  member: NLD\n", 2, "can't be added"},
        {"state FRA France\n  cow: 1000\n", 2, "one such number"},
        {"place FRA Here\n  member: FRA\n", 2, "no field 'member' here"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        kb_source source = {SLICE("own.txt"), slice_of(cases[i].text)};
        chancery_error error = {0};
        kb *k = NULL;
        assert_int_equal(kb_open_over(f->k, &source, 1, &k, &error), CHANCERY_E_FORMAT);
        if (!strstr(error.message, cases[i].message) || error.line != cases[i].line)
            fail_msg("%s gives line %d: %s", cases[i].text, (int)error.line, error.message);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_people),        cmocka_unit_test(test_person),
        cmocka_unit_test(test_office_on),     cmocka_unit_test(test_holders),
        cmocka_unit_test(test_members),       cmocka_unit_test(test_names_written),
        cmocka_unit_test(test_dates),         cmocka_unit_test(test_over),
        cmocka_unit_test(test_over_refusals),
    };
    cmocka_set_message_output(CM_OUTPUT_TAP);
    return cmocka_run_group_tests(tests, make_fixture, drop_fixture);
}
