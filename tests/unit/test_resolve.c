/* Tests of reading_resolve: who an actor phrase means, and what is no actor.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * States, words for agents and bodies are those of the compiled data; people are these tests' own,
 * above it. */
#include "reading_fixture.h"

static const char PEOPLE[] =
    "person FRA Aurelle Quintambert\n"
    "  office: Prime Minister, from 2003-04-01, until 2006-02\n"
    "person PER Basilio Quintambert\n"
    "  office: Foreign Minister, from 2004, until 2009-10-31\n"
    "person NOR Odvar Skogvestlie\n"
    "  office: Secretary-General of United Nations, from 2010, until 2014\n"
    "  office: Prime Minister, from 1999-02-03, until 2001-05-04\n";

typedef struct resolve_fixture {
    fixture *base;
    kb *own;
    reading_lexicon *lexicon;
    reading_engine engine;
    arena arena;
} resolve_fixture;

static int open_resolve(void **state)
{
    void *base = NULL;
    resolve_fixture *f = calloc(1, sizeof *f);
    if (!f || open_engine(&base))
        return -1;
    f->base = base;
    f->lexicon = reading_lexicon_new();
    kb_source source = {SLICE("people-test.txt"), SLICE(PEOPLE)};
    if (!f->lexicon || kb_open_over(f->base->kb, &source, 1, &f->own, &f->base->error))
        return -1;
    f->engine = (reading_engine){.kb = f->own, .lexicon = f->lexicon};
    arena_init(&f->arena, (size_t)1 << 28);
    *state = f;
    return 0;
}

static int close_resolve(void **state)
{
    resolve_fixture *f = *state;
    void *base = f->base;
    kb_close(f->own);
    reading_lexicon_free(f->lexicon);
    arena_clear(&f->arena);
    free(f);
    return close_engine(&base);
}

typedef struct phrase {
    const char *text;
    const char *expected; /* "CODE SECTOR", "-" for none */
} phrase;

static reading_resolved resolve(resolve_fixture *f, slice text, kb_date date)
{
    reading_resolved r = {0};
    chancery_error error = {0};
    arena_reset(&f->arena);
    assert_int_equal(reading_resolve(&f->engine, text, date, &f->arena, &r, &error), CHANCERY_OK);
    return r;
}

static void check(resolve_fixture *f, kb_date date, const phrase *phrases, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        char found[16];
        reading_resolved r = resolve(f, slice_of(phrases[i].text), date);
        snprintf(found, sizeof found, "%.*s %.*s", r.code.len ? (int)r.code.len : 1,
                 r.code.len ? r.code.ptr : "-", r.sector.len ? (int)r.sector.len : 1,
                 r.sector.len ? r.sector.ptr : "-");
        if (strcmp(found, phrases[i].expected))
            print_message("%s: %.*s\n", phrases[i].text, (int)r.why.len, r.why.ptr);
        assert_string_equal(found, phrases[i].expected);
    }
}

#define CHECK(state, date, ...)                                                                    \
    do {                                                                                           \
        const phrase list[] = {__VA_ARGS__};                                                       \
        check(*(state), (date), list, sizeof list / sizeof *list);                                 \
    } while (0)

/* ---- whose ---- */

static void names_alone_have_no_sector(void **state)
{
    CHECK(state, 0, {"Paraguay", "PRY -"}, {"a Dane", "DNK -"}, {"Oslo", "NOR -"},
          {"mineral-rich Zambia", "ZMB -"}, {"Zaire", "COD -"}, {"NATO", "IGO -"});
}

static void state_stands_before_the_head(void **state)
{
    CHECK(state, 0, {"Latvian nurses", "LVA MED"}, {"Chad's armed forces", "TCD MIL"},
          {"a Lyon schoolteacher", "FRA EDU"}, {"Fijian soldiers in Lebanon", "FJI MIL"});
}

static void state_stands_behind_it(void **state)
{
    CHECK(state, 0, {"helicopters from the republic of Moldova", "MDA MIL"},
          {"the mayor of Utrecht", "NLD GOV"}, {"farmers in southern Malawi", "MWI AGR"},
          {"a judge at the high court in Dublin", "IRL JUD"});
}

static void the_other_side_is_not_theirs(void **state)
{
    CHECK(state, 0, {"the ambassador to Peru", "- GOV"}, {"Mali's envoy to Togo", "MLI GOV"},
          {"the war against Iraq", "- -"}, {"French-backed rebels in Niger", "NER REB"},
          {"a Peruvian-born Swedish banker", "SWE BUS"});
}

static void a_state_before_a_party_rules(void **state)
{
    CHECK(state, 0, {"the Maltese Conservative Party", "MLT PTY"},
          {"Belgium's Liberal Democrats", "BEL PTY"});
}

/* ---- which sector ---- */

static void general_heads_take_it_from_before(void **state)
{
    CHECK(state, 0, {"a Finnish navy spokesman", "FIN MIL"}, {"Belgian police chiefs", "BEL COP"},
          {"Senegalese union officials", "SEN LAB"}, {"a spokesman", "- -"});
}

static void quantities_hand_on(void **state)
{
    CHECK(state, 0, {"dozens of Laotian students", "LAO EDU"},
          {"members of the Danish parliament", "DNK LEG"},
          {"a group of Kenyan fishermen", "KEN LAB"},
          {"spokesman for the Croatian army", "HRV MIL"}, {"up to 4,500 Kenyan nurses", "KEN MED"},
          {"(Latvian nurses)", "LVA MED"}, {"soldiers loyal to the Malian president", "MLI MIL"},
          {"an aide to the Polish president", "POL GOV"});
}

static void former_ruling_opposition(void **state)
{
    CHECK(state, 0, {"Bolivia's former interior minister", "BOL ELI"},
          {"ex-President of Latvia", "LVA ELI"}, {"the ruling Maltese Labour Party", "MLT GOV"},
          {"opposition lawmakers in Benin", "BEN LEG"}, {"the opposition in Chad", "TCD OPP"},
          {"former Angolan rebels", "AGO REB"});
}

static void families_of_rulers(void **state)
{
    CHECK(state, 0, {"the wife of the Gabonese president", "GAB ELI"},
          {"the king's eldest daughter in Tonga", "TON ELI"},
          {"the wife of a Kenyan farmer", "KEN CVL"});
}

static void bodies_without_a_state(void **state)
{
    CHECK(state, 0, {"NATO helicopters", "IGO -"}, {"European Union monitors", "EUR -"},
          {"an international peace movement", "ISM -"}, {"a multinational oil company", "MNC -"},
          {"an aid agency", "NGO -"});
}

static void organs_of_a_breakaway_region(void **state)
{
    CHECK(state, 0, {"the Abkhaz interior minister", "GEO PRE"}, {"Abkhaz refugees", "GEO REF"});
}

static void peoples_within_a_state(void **state)
{
    CHECK(state, 0, {"ethnic Hungarians in Slovakia", "SVK CVL"},
          {"Russian speakers in Estonia", "EST CVL"});
}

/* ---- what is no actor ---- */

static void near_misses_give_nothing(void **state)
{
    CHECK(state, 0, {"Swedish meatballs", "- -"}, {"the Peru treaty", "- -"}, {"Brazil nut", "- -"},
          {"Kevin Israel", "- -"}, {"India Wexcombe", "- -"}, {"the Falklands War", "- -"},
          {"a thunderstorm", "- -"}, {"the Danish navy's anniversary", "- -"},
          {"Cuban Revolution", "- -"});
}

static void a_place_in_a_place(void **state)
{
    CHECK(state, 0, {"Lima, Ohio", "USA -"}, {"Atlanta, Georgia", "USA -"});
}

/* ---- letters ---- */

static void capitals_and_small_letters(void **state)
{
    CHECK(state, 0, {"TURKISH WARSHIPS", "TUR MIL"}, {"norwegian teachers", "NOR EDU"},
          {"eu officials", "EUR -"}, {"us troops", "USA MIL"}, {"heavy rain", "- -"});
}

static void odd_lines(void **state)
{
    CHECK(state, 0, {"", "- -"}, {",,, ;", "- -"}, {"of", "- -"}, {"the", "- -"}, {"'s", "- -"},
          {"of of of of of of of of of of", "- -"}, {"ex-", "- -"}, {"-", "- -"}, {"#", "- -"});
    resolve_fixture *f = *state;
    enum { LONG = 1 << 20 };
    char *text = malloc(LONG);
    assert_non_null(text);
    for (size_t i = 0; i < LONG; i++)
        text[i] = "a of Mali "[i % 10];
    assert_true(resolve(f, (slice){text, LONG}, 0).why.len > 0);
    memset(text, '\0', 64);
    assert_int_equal(resolve(f, (slice){text, 64}, 0).code.len, 0);
    free(text);
}

/* ---- people ---- */

static void people_by_their_day(void **state)
{
    CHECK(state, 20050607, {"Aurelle Quintambert", "FRA GOV"}, {"Quintambert", "FRA GOV"},
          {"Foreign Minister Quintambert", "PER GOV"}, {"Mr. Skogvestlie", "NOR ELI"},
          {"Peruvian minister Quintambert", "PER GOV"});
    CHECK(state, 20080101, {"Quintambert", "PER GOV"}, {"Aurelle Quintambert", "FRA ELI"});
    CHECK(state, 20120101, {"Odvar Skogvestlie", "UNO -"}, {"Skogvestlie", "UNO -"});
    CHECK(state, 19900101, {"Odvar Skogvestlie", "NOR -"}, {"Chad Skogvestlie", "- -"});
}

static void reasons_are_given(void **state)
{
    resolve_fixture *f = *state;
    reading_resolved r = resolve(f, SLICE("Iraqi soldiers"), 0);
    assert_true(slice_is(r.why, "'Iraqi' is Iraq; 'soldiers' are MIL"));
    assert_true(slice_is(r.kind, "agent") && slice_is(r.name, "Iraq"));
    r = resolve(f, SLICE("Aurelle Quintambert"), 20050607);
    assert_true(
        slice_is(r.why, "Prime Minister of France from 2003-04-01 until 2006-02 (knowledge base)"));
    assert_true(slice_is(r.kind, "person") && slice_is(r.name, "Aurelle Quintambert"));
    r = resolve(f, SLICE("nobody at all"), 0);
    assert_true(r.kind.len == 0 && r.name.len == 0 && r.why.len > 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_alone_have_no_sector),
        cmocka_unit_test(state_stands_before_the_head),
        cmocka_unit_test(state_stands_behind_it),
        cmocka_unit_test(the_other_side_is_not_theirs),
        cmocka_unit_test(a_state_before_a_party_rules),
        cmocka_unit_test(general_heads_take_it_from_before),
        cmocka_unit_test(quantities_hand_on),
        cmocka_unit_test(former_ruling_opposition),
        cmocka_unit_test(families_of_rulers),
        cmocka_unit_test(bodies_without_a_state),
        cmocka_unit_test(organs_of_a_breakaway_region),
        cmocka_unit_test(peoples_within_a_state),
        cmocka_unit_test(near_misses_give_nothing),
        cmocka_unit_test(a_place_in_a_place),
        cmocka_unit_test(capitals_and_small_letters),
        cmocka_unit_test(odd_lines),
        cmocka_unit_test(people_by_their_day),
        cmocka_unit_test(reasons_are_given),
    };
    return cmocka_run_group_tests(tests, open_resolve, close_resolve);
}
