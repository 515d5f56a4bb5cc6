/* Tests of the knowledge base, over the small one in tests/unit/data/kb.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * What is found in a text is written as a line, "France FRA name", and compared with what should
 * be. */
#include "kb_fixture.h"

static void write_titles(const kb *k, slice text, const text_token *tokens, size_t available,
                         writer *w)
{
    kb_office_hit office;
    slice sector;
    uint32_t count;
    bool plural;
    if (kb_find_office(k, text, tokens, available, &office))
        add(w, "%.*s %.*s %.*s%s%s%s\n", SLICE_ARGS(words(text, tokens, office.tokens)),
            SLICE_ARGS(kb_rank_name(office.rank)), SLICE_ARGS(office.sector),
            office.exclusive ? " exclusive" : "", office.takes_of ? " of" : "",
            office.plural ? " plural" : "");
    if (kb_find_agent(k, text, tokens, available, &sector, &count, &plural))
        add(w, "%.*s %.*s%s\n", SLICE_ARGS(words(text, tokens, count)), SLICE_ARGS(sector),
            plural ? " plural" : "");
}

static void assert_found(const kb *k, const char *report, const char *expected)
{
    writer w = {.length = 0};
    w.text[0] = '\0';
    write_all(k, report, write_hits, &w);
    assert_string_equal(w.text, expected);
}

static void assert_titles(const kb *k, const char *report, const char *expected)
{
    writer w = {.length = 0};
    w.text[0] = '\0';
    write_all(k, report, write_titles, &w);
    assert_string_equal(w.text, expected);
}

/* ---- finding ---- */

static void test_names(void **state)
{
    const kb *k = ((fixture *)*state)->k;
    assert_found(k, "A Belgian delegation flew to France.",
                 "Belgian BEL adjective\nBelgian BEL people\nFrance FRA name\n");
    assert_found(
        k, "The Federal Republic of Germany and the Bundestag",
        "Federal Republic of Germany DEU formal\nGermany DEU name\nBundestag DEU body LEG\n");
    assert_found(k, "He saw Zaire, the Belgian Congo and the Soviet Union.",
                 "Zaire COD old\nBelgian Congo COD old\nBelgian BEL adjective\nBelgian BEL people\n"
                 "Congo COD name\nCongo COG name\nSoviet Union state/RUS/soviet-union old\n"
                 "Soviet state/RUS/soviet-union adjective\n");
    assert_found(k, "Talks in 中国 went well.", "中国 CHN name\n");
    assert_found(k, "Nothing here is known", "");
    assert_found(k, "", "");
}

static void test_case(void **state)
{
    const kb *k = ((fixture *)*state)->k;
    assert_found(k, "a french china of georgia", "");
    assert_found(k, "FRANCE AND BELGIUM", "FRANCE FRA name\nBELGIUM BEL name\n");
    assert_found(k, "the french Republic and the French republic",
                 "French FRA adjective\nFrench FRA people\n");
    assert_found(k, "la France, La France",
                 "la France FRA name\nFrance FRA name\nLa France FRA name\nFrance FRA name\n");
    assert_found(k, "It told us, Us and uk, Uk, Prc nothing.", "");
    assert_found(k, "UK, US and PRC",
                 "UK GBR abbreviation\nUS USA abbreviation\n"
                 "PRC CHN abbreviation\n");
    assert_found(k, "the pla, the Pla, the PLA", "PLA CHN body MIL\n");
    assert_found(k, "what IS it, and Is it? is it", "IS group/IMG/islamic-state abbreviation\n");
    /* "Nato" and "NATO" are both listed: one hit each. */
    assert_found(k, "ASEAN, Asean and asean", "ASEAN igo/asean name\nAsean igo/asean name\n");
    assert_found(k, "NATO, Nato and nato", "NATO igo/nato name\nNato igo/nato name\n");
}

static void test_full_stops(void **state)
{
    const kb *k = ((fixture *)*state)->k;
    assert_found(k, "The U.S. said so. U.K.-based; he left the U.S.",
                 "U.S. USA abbreviation\nU.K. GBR abbreviation\nU.S. USA abbreviation\n");
    assert_found(k, "The U.S.A. said so, and N.A.T.O. too.",
                 "U.S.A. USA name\nN.A.T.O. igo/nato abbreviation\n");
    assert_found(k, "He was in St. Petersburg for long.",
                 "St. Petersburg place/RUS/saint-petersburg name\n");
    assert_found(k, "St. Petersburg House",
                 "St. Petersburg House place/GBR/st-petersburg-house name\n"
                 "St. Petersburg place/RUS/saint-petersburg name\n");
}

/* The tokeniser cuts "Inc." by what follows it: the stop of a sentence is no part of the name. */
static void test_stops_and_sentences(void **state)
{
    const kb *k = ((fixture *)*state)->k;
    assert_found(k, "Acme Inc. rose.", "Acme Inc. organisation/MNC/acme-inc name\n");
    assert_found(k, "He left Acme Inc.", "Acme Inc organisation/MNC/acme-inc name\n");
    assert_titles(k, "He met Lt. Gen. Smith.", "Lt. Gen. officer MIL\n");
    assert_titles(k, "He became a Lt. Gen.", "Lt. Gen officer MIL\n");
    assert_titles(k, "a pro-government militia, a pro\xE2\x80\x93government militia",
                  "pro-government militia MIL plural\n"
                  "pro\xE2\x80\x93government militia MIL plural\n");
}

static void test_hyphens_and_apostrophes(void **state)
{
    const kb *k = ((fixture *)*state)->k;
    static const char *const timor[] = {"Timor-Leste", "Timor\xE2\x80\x90Leste",
                                        "Timor\xE2\x80\x91Leste", "Timor\xE2\x80\x93Leste",
                                        "TIMOR-LESTE"};
    for (size_t i = 0; i < sizeof timor / sizeof timor[0]; i++) {
        char text[64];
        char expected[64];
        snprintf(text, sizeof text, "He is in %s today.", timor[i]);
        snprintf(expected, sizeof expected, "%s TLS name\n", timor[i]);
        assert_found(k, text, expected);
    }
    static const char *const ivory[] = {"Côte d'Ivoire", "Côte d\xE2\x80\x99Ivoire",
                                        "COTE D'IVOIRE", "Cote d'Ivoire"};
    for (size_t i = 0; i < sizeof ivory / sizeof ivory[0]; i++) {
        char text[64];
        char expected[64];
        snprintf(text, sizeof text, "He is in %s, at home.", ivory[i]);
        snprintf(expected, sizeof expected, "%s CIV name\n", ivory[i]);
        assert_found(k, text, expected);
    }
    assert_found(k, "the People's Republic of China; the People\xE2\x80\x99s Republic of China",
                 "People's Republic of China CHN formal\nChina CHN name\n"
                 "People\xE2\x80\x99s Republic of China CHN formal\nChina CHN name\n");
    assert_found(k, "France's, Belgium\xE2\x80\x99s", "France FRA name\nBelgium BEL name\n");
}

static void test_articles(void **state)
{
    const kb *k = ((fixture *)*state)->k;
    assert_found(k, "The Gambia, the Gambia, Gambia",
                 "Gambia GMB name\nGambia GMB name\n"
                 "Gambia GMB name\n");
    assert_found(k, "the White House and a White House",
                 "White House USA seat GOV\nWhite House USA seat GOV\n");
    /* A capital "The" is a part of the name. */
    assert_found(k, "William Hague, the Hague",
                 "the Hague NLD seat GOV\nthe Hague place/NLD/the-hague name\n");
}

static void test_order(void **state)
{
    const kb *k = ((fixture *)*state)->k;
    assert_found(k, "the UN Security Council",
                 "UN Security Council igo/un body\nUN igo/un abbreviation\nSecurity Council "
                 "igo/un body\n");
    assert_found(k, "the South China Sea",
                 "South China Sea place/NON/south-china-sea name\nChina CHN name\n");
    /* Text files come before the rows of places. */
    assert_found(k, "in Georgia", "Georgia GEO name\nGeorgia place/GBR/georgia name\n");
    assert_found(k, "in Springfield",
                 "Springfield place/USA/springfield name\n"
                 "Springfield place/USA/springfield-2 name\n");
    assert_found(k, "the State Department",
                 "State Department organisation/USA/department-of-state name GOV\n");
}

static void test_available_and_room(void **state)
{
    const fixture *f = *state;
    arena a;
    arena_init(&a, ARENA_BYTES);
    text_report r = {0};
    slice text = SLICE("the UN Security Council");
    assert_ok(text_segment(text, &a, &r, NULL));
    kb_hit hits[3];
    assert_int_equal(kb_find(f->k, text, r.tokens + 1, 3, hits, 3), 2);
    assert_int_equal(hits[0].tokens, 3);
    assert_int_equal(hits[1].tokens, 1);
    assert_int_equal(kb_find(f->k, text, r.tokens + 1, 2, hits, 3), 1);
    assert_int_equal(hits[0].tokens, 1);
    assert_int_equal(kb_find(f->k, text, r.tokens + 1, 0, hits, 3), 0);
    hits[1].tokens = 77;
    assert_int_equal(kb_find(f->k, text, r.tokens + 1, 3, hits, 1), 1);
    assert_int_equal(hits[0].tokens, 3);
    assert_int_equal(hits[1].tokens, 77);
    arena_clear(&a);
}

/* ---- entries ---- */

static void assert_entry(const kb *k, const char *name, const char *id)
{
    uint32_t index;
    if (!id) {
        if (kb_state(k, slice_of(name), &index))
            fail_msg("'%s' should be no state", name);
        return;
    }
    if (!kb_state(k, slice_of(name), &index))
        fail_msg("'%s' is not found", name);
    assert_true(slice_equal(kb_entry_at(k, index).id, slice_of(id)));
}

static void test_state(void **state)
{
    const kb *k = ((fixture *)*state)->k;
    static const char *const china[] = {"CHN",
                                        "chn",
                                        "CN",
                                        "China",
                                        "CHINA",
                                        "chinese",
                                        "中国",
                                        " China ",
                                        "the People's Republic of China",
                                        "people\xE2\x80\x99s republic of china",
                                        "PRC",
                                        "P.R.C."};
    for (size_t i = 0; i < sizeof china / sizeof china[0]; i++)
        assert_entry(k, china[i], "CHN");
    assert_entry(k, "Deutschland", "DEU");
    assert_entry(k, "cote divoire", "CIV");
    assert_entry(k, "timor leste", "TLS");
    assert_entry(k, "BELGIE", "BEL");
    assert_entry(k, "u.s.", "USA");
    assert_entry(k, "us", "USA");
    assert_entry(k, "Frenchman", "FRA");
    assert_entry(k, "The Gambia", "GMB");
    assert_entry(k, "Zaire", "COD");
    assert_entry(k, "RUS", "RUS"); /* not the state of the past with the same code */
    assert_entry(k, "Soviet Union", "state/RUS/soviet-union");
    assert_entry(k, "Congo", NULL); /* two states */
    assert_entry(k, "Paris", NULL);
    assert_entry(k, "UNO", NULL);
    assert_entry(k, "XXX", NULL);
    assert_entry(k, "", NULL);
    assert_entry(k, "the", NULL);
    assert_entry(k, "...", NULL);
    assert_entry(k, "\xFF\xFE", NULL);
    uint32_t index;
    char longest[KB_MAX_NAME_BYTES + 2];
    memset(longest, ' ', sizeof longest);
    memcpy(longest, "France", 6);
    assert_true(kb_state(k, (slice){longest, KB_MAX_NAME_BYTES}, &index));
    assert_false(kb_state(k, (slice){longest, KB_MAX_NAME_BYTES + 1}, &index));
}

static void test_code(void **state)
{
    const kb *k = ((fixture *)*state)->k;
    static const char *const codes[][2] = {{"FRA", "FRA"},   {"USA", "USA"}, {"BEL", "BEL"},
                                           {"RUS", "RUS"},   {"PSE", "PSE"}, {"UNO", "igo/un"},
                                           {"EUR", "igo/eu"}};
    uint32_t index;
    for (size_t i = 0; i < sizeof codes / sizeof codes[0]; i++) {
        assert_true(kb_code(k, slice_of(codes[i][0]), &index));
        assert_true(slice_equal(kb_entry_at(k, index).id, slice_of(codes[i][1])));
    }
    static const char *const none[] = {"IGO", "NGO", "MNC",  "IMG", "ISM", "NON",
                                       "fra", "FR",  "FRAN", "",    "AAA", "ZZZ"};
    for (size_t i = 0; i < sizeof none / sizeof none[0]; i++)
        assert_false(kb_code(k, slice_of(none[i]), &index));
}

static void test_entry(void **state)
{
    const kb *k = ((fixture *)*state)->k;
    size_t kinds[KB_PERSON + 1] = {0};
    for (uint32_t i = 0; i < kb_entry_count(k); i++)
        kinds[kb_entry_at(k, i).kind]++;
    assert_int_equal(kinds[KB_STATE], 17);
    assert_int_equal(kinds[KB_IGO], 6);
    assert_int_equal(kinds[KB_ORGANISATION], 3);
    assert_int_equal(kinds[KB_GROUP], 3);
    assert_int_equal(kinds[KB_PLACE], 15);
    assert_int_equal(kinds[KB_PERSON], 3);
    uint32_t index;
    assert_true(kb_code(k, SLICE("FRA"), &index));
    kb_entry france = kb_entry_at(k, index);
    assert_true(slice_equal(france.name, SLICE("France")));
    assert_true(slice_equal(france.code, SLICE("FRA")));
    assert_int_equal(france.sector.len, 0);
    assert_true(france.has_coordinates);
    assert_true(france.lat == 48.857 && france.lon == 2.352);
    assert_true(kb_code(k, SLICE("UNO"), &index));
    assert_false(kb_entry_at(k, index).has_coordinates);
    assert_int_equal(kb_edition(k).len, 8);
    for (size_t i = 0; i < 8; i++)
        assert_non_null(strchr("0123456789abcdef", kb_edition(k).ptr[i]));
}

static void assert_place(const kb *k, const char *report, const char *code, const char *id,
                         uint32_t tokens)
{
    arena a;
    arena_init(&a, ARENA_BYTES);
    text_report r = {0};
    slice text = slice_of(report);
    assert_ok(text_segment(text, &a, &r, NULL));
    kb_hit hit = {0};
    bool found = kb_find_place(k, text, r.tokens, r.token_count, slice_of(code), &hit);
    assert_int_equal(found, id != NULL);
    if (found) {
        assert_true(slice_equal(kb_entry_at(k, hit.entry).id, slice_of(id)));
        assert_int_equal(hit.tokens, tokens);
    }
    arena_clear(&a);
}

static void test_place(void **state)
{
    const kb *k = ((fixture *)*state)->k;
    assert_place(k, "Paris", "", "place/FRA/paris", 1);
    assert_place(k, "Paris", "USA", "place/USA/paris", 1);
    assert_place(k, "Paris", "DEU", NULL, 0);
    assert_place(k, "paris", "", NULL, 0);
    assert_place(k, "Springfield", "", "place/USA/springfield", 1);
    assert_place(k, "Twin", "", "place/USA/twin", 1);       /* of two alike the first */
    assert_place(k, "Georgia", "", "place/GBR/georgia", 1); /* the state is no place */
    assert_place(k, "London", "", "GBR", 1); /* the capital, without a row of its own */
    assert_place(k, "London", "USA", "place/USA/london", 1);
    assert_place(k, "Abkhazia", "", "group/GEO/abkhazia", 1);
    assert_place(k, "Crimea", "UKR", "place/UKR/crimea", 1);
    assert_place(k, "Crimean", "UKR", NULL, 0);
    assert_place(k, "South China Sea", "", "place/NON/south-china-sea", 3);
    assert_place(k, "The Hague", "", "place/NLD/the-hague", 2);
    assert_place(k, "St. Petersburg", "", "place/RUS/saint-petersburg", 2);
    assert_place(k, "Zhongnanhai", "", NULL, 0);
}

/* ---- offices, agents ---- */

static void test_offices(void **state)
{
    const kb *k = ((fixture *)*state)->k;
    assert_titles(k, "president Macron, PRESIDENT Biden, heads of state",
                  "president head-of-state GOV exclusive\nPRESIDENT head-of-state GOV exclusive\n"
                  "heads of state head-of-state GOV exclusive plural\n");
    assert_titles(
        k, "The PM spoke at 3 pm to two PMs and an fm radio",
        "PM head-of-government GOV exclusive\nPMs head-of-government GOV exclusive plural\n");
    assert_titles(k, "Foreign Minister Wang, minister of foreign affairs, Minister for Defence",
                  "Foreign Minister foreign-minister GOV exclusive\nMinister minister GOV of\n"
                  "minister of foreign affairs foreign-minister GOV exclusive\n"
                  "Minister for Defence defence-minister MIL exclusive\n");
    assert_titles(k, "deputy foreign minister; the defense ministers",
                  "deputy foreign minister deputy-minister GOV\n"
                  "foreign minister foreign-minister GOV exclusive\nminister minister GOV of\n"
                  "defense ministers defence-minister MIL exclusive plural\n"
                  "ministers minister GOV of plural\n");
    assert_titles(k, "the minister of agriculture", "minister minister GOV of\n");
    assert_titles(k, "MPs and a member of Parliament",
                  "MPs legislator LEG of plural\nmember of Parliament legislator LEG of\n");
}

static void test_agents(void **state)
{
    const kb *k = ((fixture *)*state)->k;
    assert_titles(k, "Soldiers, a soldier and the ARMY",
                  "Soldiers MIL plural\nsoldier MIL\nARMY MIL plural\n");
    assert_titles(k, "civil rights activists; civil rights", "civil rights activists HRI plural\n");
}

static void test_ranks(void **state)
{
    (void)state;
    assert_true(slice_equal(kb_rank_name(KB_RANK_HEAD_OF_STATE), SLICE("head-of-state")));
    assert_true(slice_equal(kb_rank_name(KB_RANK_OFFICIAL), SLICE("official")));
    for (int i = KB_RANK_NONE; i <= KB_RANK_OFFICIAL; i++)
        for (int j = KB_RANK_NONE; j < i; j++)
            assert_false(slice_equal(kb_rank_name((kb_rank)i), kb_rank_name((kb_rank)j)));
}

/* ---- compiling ---- */

static chancery_status compile(arena *a, const char *name, const char *text, slice *out,
                               chancery_error *error)
{
    kb_source source = {slice_of(name), slice_of(text)};
    return kb_compile_sources(&source, 1, NULL, a, out, error);
}

typedef struct refusal {
    const char *name;
    const char *text;
    chancery_status status;
    uint64_t line;
    const char *message; /* a part of it */
} refusal;

#define FRA "state FRA France\n"

static const refusal REFUSALS[] = {
    {"a.txt", "", CHANCERY_E_FORMAT, 0, "no entry"},
    {"a.txt", "# nothing\n", CHANCERY_E_FORMAT, 0, "no entry"},
    {"a.txt", "  also: x\n", CHANCERY_E_FORMAT, 1, "before any block"},
    {"a.txt", "nation FRA France\n", CHANCERY_E_FORMAT, 1, "no block 'nation'"},
    {"a.txt", "state\n", CHANCERY_E_FORMAT, 1, "three capitals"},
    {"a.txt", "state fra France\n", CHANCERY_E_FORMAT, 1, "three capitals"},
    {"a.txt", "state FRA\n", CHANCERY_E_FORMAT, 1, "empty value"},
    {"a.txt", "state UNO World\n", CHANCERY_E_FORMAT, 1, "code of no state"},
    {"a.txt", FRA "\n\nstate FRA Gaul\n", CHANCERY_E_FORMAT, 4, "two states have the code FRA"},
    {"a.txt", FRA "  alpha2: FR\nstate DEU Germany\n  alpha2: FR\n", CHANCERY_E_FORMAT, 3,
     "same alpha2"},
    {"a.txt", FRA "  alpha2: FRA\n", CHANCERY_E_FORMAT, 2, "two capitals"},
    {"a.txt", FRA "  alpha2: FR\n  alpha2: FX\n", CHANCERY_E_FORMAT, 3, "one such code"},
    {"a.txt", FRA "  also France\n", CHANCERY_E_FORMAT, 2, "no field in this line"},
    {"a.txt", FRA "  colour: blue\n", CHANCERY_E_FORMAT, 2, "no field 'colour'"},
    {"a.txt", FRA "  also: Gaul;\n", CHANCERY_E_FORMAT, 2, "empty value"},
    {"a.txt", FRA "  also: Gaul; Gallia\n  also: Gaul\n", CHANCERY_E_FORMAT, 3,
     "stands twice (a.txt:2)"},
    {"a.txt", FRA "  also: France\n", CHANCERY_E_FORMAT, 2, "stands twice (a.txt:1)"},
    {"a.txt", FRA "  body: Senate [XYZ]\n", CHANCERY_E_FORMAT, 2, "'XYZ' is no sector"},
    {"a.txt", FRA "  body: Senate [LEG] [GOV]\n", CHANCERY_E_FORMAT, 2, "twice"},
    {"a.txt", FRA "  capital: Paris @95,2\n", CHANCERY_E_FORMAT, 2, "no place on earth"},
    {"a.txt", FRA "  capital: Paris @48\n", CHANCERY_E_FORMAT, 2, "no place on earth"},
    {"a.txt", FRA "  capital: Paris @48,2,1\n", CHANCERY_E_FORMAT, 2, "no place on earth"},
    {"a.txt", FRA "  capital: Paris @48.8x,2\n", CHANCERY_E_FORMAT, 2, "no place on earth"},
    {"a.txt", FRA "  also: Gaul @1,2\n", CHANCERY_E_FORMAT, 2, "only a capital"},
    {"a.txt", FRA "  also: -; --\n", CHANCERY_E_FORMAT, 2, "no word"},
    {"a.txt",
     FRA "  also: a\x01"
         "b\n",
     CHANCERY_E_FORMAT, 2, "control byte"},
    {"a.txt", FRA "  since: never\n", CHANCERY_E_FORMAT, 2, "no date"},
    {"a.txt", FRA "  since: 2000\n  until: 1990\n" FRA, CHANCERY_E_FORMAT, 1, "before it begins"},
    {"a.txt", FRA "  since: 2000\n  since: 1990\n", CHANCERY_E_FORMAT, 3, "stands twice"},
    {"a.txt", FRA "  population: many\n", CHANCERY_E_FORMAT, 2, "number of people"},
    {"a.txt", FRA "  population: 4294967296\n", CHANCERY_E_FORMAT, 2, "number of people"},
    {"a.txt", FRA "  also: \xC3\n", CHANCERY_E_UTF8, 2, "not UTF-8"},
    {"a.txt", FRA "igo FRA Club\n", CHANCERY_E_FORMAT, 2, "UNO, EUR or IGO"},
    {"a.txt", FRA "organisation DEU Bund\n", CHANCERY_E_FORMAT, 2, "no state has the code DEU"},
    {"a.txt", FRA "group NGO Greens\n", CHANCERY_E_FORMAT, 2, "no state has the code NGO"},
    {"a.txt", FRA "place XYZ Nowhere\n", CHANCERY_E_FORMAT, 2, "no state has the code XYZ"},
    {"a.txt", FRA "igo IGO Club\nigo IGO Club\n", CHANCERY_E_FORMAT, 3, "stands already (a.txt:2)"},
    {"a.txt", FRA "office king [GOV]\n", CHANCERY_E_FORMAT, 2, "'king' is no rank"},
    {"a.txt", FRA "office none\n", CHANCERY_E_FORMAT, 2, "'none' is no rank"},
    {"a.txt", FRA "office\n", CHANCERY_E_FORMAT, 2, "no rank"},
    {"a.txt", FRA "office local [GOV] often\n", CHANCERY_E_FORMAT, 2, "'often' says nothing"},
    {"a.txt", FRA "office local [XX]\n", CHANCERY_E_FORMAT, 2, "no sector"},
    {"a.txt", FRA "office local\n  words: x\n", CHANCERY_E_FORMAT, 3, "no field 'words' here"},
    {"a.txt", FRA "office local\n  title: Mayor\noffice royal\n  title: mayor\n", CHANCERY_E_FORMAT,
     5, "has another meaning already (a.txt:3)"},
    {"a.txt", FRA "office local\n  title: Mayor\n  title: Mayor\n", CHANCERY_E_FORMAT, 4,
     "stands twice"},
    {"a.txt",
     FRA "office minister\n  portfolio: trade\noffice defence-minister\n  portfolio: trade\n",
     CHANCERY_E_FORMAT, 5, "has another meaning already (a.txt:3)"},
    {"a.txt", FRA "office envoy\n  portfolio: trade\n", CHANCERY_E_FORMAT, 3, "only ministers"},
    {"a.txt", FRA "agent\n", CHANCERY_E_FORMAT, 2, "no sector"},
    {"a.txt", FRA "agent MIL GOV\n", CHANCERY_E_FORMAT, 2, "only a sector"},
    {"a.txt", FRA "agent MIL\n  words: a / b / c\n", CHANCERY_E_FORMAT, 3, "singular / plural"},
    {"a.txt", FRA "agent MIL\n  words: a /\n", CHANCERY_E_FORMAT, 3, "singular / plural"},
    {"a.txt", FRA "agent MIL\n  words: man / men\nagent COP\n  words: man / men\n",
     CHANCERY_E_FORMAT, 5, "has another meaning"},
    {"places.tsv", "Paris\tFRA\t48\t2\n", CHANCERY_E_FORMAT, 1, "5 columns"},
    {"places.tsv", "Paris\tFRA\t48\t2\t1\tLutetia\tx\n", CHANCERY_E_FORMAT, 1, "more than 6"},
    {"places.tsv", "\n# x\nParis\tFRA\t48\t200\t1\n", CHANCERY_E_FORMAT, 3, "no place on earth"},
    {"places.tsv", "Paris\tFRA\t48\t2\t-1\n", CHANCERY_E_FORMAT, 1, "number of people"},
    {"places.tsv", "Paris\tFRA\t48\t2\t1\n", CHANCERY_E_FORMAT, 1, "no state has the code FRA"},
    {"places.tsv", "\tFRA\t48\t2\t1\n", CHANCERY_E_FORMAT, 1, "empty value"},
};

static void test_refusals(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof REFUSALS / sizeof REFUSALS[0]; i++) {
        const refusal *r = &REFUSALS[i];
        arena a;
        arena_init(&a, ARENA_BYTES);
        chancery_error error = {0};
        slice out = {0};
        chancery_status status = compile(&a, r->name, r->text, &out, &error);
        if (status != r->status || error.line != r->line || !strstr(error.message, r->message))
            fail_msg("%zu: %s line %d '%s', not '%s'", i, chancery_status_name(status),
                     (int)error.line, error.message, r->message);
        assert_string_equal(error.where, r->line ? r->name : "");
        assert_int_equal(compile(&a, r->name, r->text, &out, NULL), r->status);
        arena_clear(&a);
    }
}

static void test_rows_twice(void **state)
{
    (void)state;
    arena a;
    arena_init(&a, ARENA_BYTES);
    chancery_error error = {0};
    slice out = {0};
    kb_source sources[] = {{SLICE("a.txt"), SLICE(FRA)},
                           {SLICE("places.tsv"), SLICE("Ville\tFRA\t1\t2\t9\nVille\tFRA\t1\t3\t9\n"
                                                       "Ville\tFRA\t1\t2\t5\n")}};
    assert_int_equal(kb_compile_sources(sources, 2, NULL, &a, &out, &error), CHANCERY_E_FORMAT);
    assert_int_equal(error.line, 3);
    assert_string_equal(error.where, "places.tsv");
    assert_non_null(strstr(error.message, "(line 1)"));
    arena_clear(&a);
}

static void test_lenient(void **state)
{
    (void)state;
    arena a;
    arena_init(&a, ARENA_BYTES);
    chancery_error error = {0};
    slice out = {0};
    static const char text[] = "\xEF\xBB\xBF# with a mark, CRLF, tabs\r\nstate FRA France\r\n"
                               "\talso:  Gaul ;the Gaul  # both\r\n"
                               "\tadjective: French; Gallic\r\n  people: French\r\n\r\n";
    if (compile(&a, "a.txt", text, &out, &error) != CHANCERY_OK)
        fail_msg("%d: %s", (int)error.line, error.message);
    kb *k;
    assert_ok(kb_open_bytes(out, &k, &error));
    assert_found(k, "the Gaul is Gallic", "Gaul FRA name\nGallic FRA adjective\n");
    kb_close(k);
    arena_clear(&a);
}

/* A block whose last line is `format` with `count` words in it. */
static chancery_status compile_words(size_t count, chancery_error *error)
{
    arena a;
    arena_init(&a, ARENA_BYTES);
    char text[1024] = FRA "  also:";
    size_t length = strlen(text);
    for (size_t i = 0; i < count; i++)
        length += (size_t)snprintf(text + length, sizeof text - length, " W%zu", i);
    slice out = {0};
    chancery_status status = compile(&a, "a.txt", text, &out, error);
    arena_clear(&a);
    return status;
}

static void test_limits(void **state)
{
    (void)state;
    chancery_error error = {0};
    assert_ok(compile_words(KB_MAX_NAME_TOKENS, &error));
    assert_int_equal(compile_words(KB_MAX_NAME_TOKENS + 1, &error), CHANCERY_E_LIMIT);
    assert_int_equal(error.line, 2);
    arena a;
    arena_init(&a, ARENA_BYTES);
    slice out = {0};
    char text[512] = FRA "  also: ";
    size_t start = strlen(text);
    memset(text + start, 'x', KB_MAX_NAME_BYTES);
    assert_ok(compile(&a, "a.txt", text, &out, &error));
    text[start + KB_MAX_NAME_BYTES] = 'x';
    assert_int_equal(compile(&a, "a.txt", text, &out, &error), CHANCERY_E_LIMIT);
    kb_source *sources = arena_alloc(&a, KB_MAX_SOURCES + 1, sizeof *sources, NULL);
    for (size_t i = 0; i <= KB_MAX_SOURCES; i++)
        sources[i] = (kb_source){SLICE("a.txt"), i ? SLICE("# none\n") : SLICE(FRA)};
    assert_ok(kb_compile_sources(sources, KB_MAX_SOURCES, NULL, &a, &out, &error));
    assert_int_equal(kb_compile_sources(sources, KB_MAX_SOURCES + 1, NULL, &a, &out, &error),
                     CHANCERY_E_LIMIT);
    sources[1].text.len = KB_MAX_SOURCE_BYTES + 1u;
    assert_int_equal(kb_compile_sources(sources, 2, NULL, &a, &out, &error), CHANCERY_E_LIMIT);
    arena small;
    arena_init(&small, 1000);
    assert_int_equal(compile(&small, "a.txt", FRA, &out, &error), CHANCERY_E_LIMIT);
    arena_clear(&small);
    arena_clear(&a);
}

static void test_namesakes(void **state)
{
    (void)state;
    arena a;
    arena_init(&a, ARENA_BYTES);
    enum { LINE_BYTES = 32 };
    size_t size = (size_t)(KB_MAX_NAMESAKES + 1) * LINE_BYTES;
    char *rows = arena_alloc(&a, size, 1, NULL);
    size_t length = 0;
    size_t before_last = 0;
    for (int i = 0; i <= KB_MAX_NAMESAKES; i++) {
        before_last = length;
        length += (size_t)snprintf(rows + length, size - length, "Ville\tFRA\t%d.%02d\t1\t5\n",
                                   i / 100, i % 100);
    }
    chancery_error error = {0};
    slice out = {0};
    kb_source sources[] = {{SLICE("a.txt"), SLICE(FRA)},
                           {SLICE("places.tsv"), {rows, before_last}}};
    assert_ok(kb_compile_sources(sources, 2, NULL, &a, &out, &error));
    kb *k;
    assert_ok(kb_open_bytes(out, &k, &error));
    kb_entry last = kb_entry_at(k, KB_MAX_NAMESAKES);
    assert_true(slice_equal(last.id, SLICE("place/FRA/ville-1000")));
    kb_close(k);
    sources[1].text.len = length;
    assert_int_equal(kb_compile_sources(sources, 2, NULL, &a, &out, &error), CHANCERY_E_LIMIT);
    assert_int_equal(error.line, KB_MAX_NAMESAKES + 1);
    arena_clear(&a);
}

static void test_folder(void **state)
{
    const fixture *f = *state;
    chancery_error error = {0};
    struct stat about;
    assert_int_equal(stat(f->path, &about), 0);
    slice first = {0};
    assert_ok(file_read(f->path, 1 << 26, &first, &error));
    assert_ok(kb_compile(DATA, f->path, &error)); /* the same bytes again */
    slice second = {0};
    assert_ok(file_read(f->path, 1 << 26, &second, &error));
    assert_true(slice_equal(first, second));
    memory_free((void *)(uintptr_t)first.ptr);
    memory_free((void *)(uintptr_t)second.ptr);
    char other[256];
    snprintf(other, sizeof other, "%s/none", f->folder);
    assert_int_equal(kb_compile(other, f->path, &error), CHANCERY_E_NOT_FOUND);
    assert_string_equal(error.where, other);
    assert_int_equal(mkdir(other, 0700), 0);
    assert_int_equal(kb_compile(other, f->path, &error), CHANCERY_E_FORMAT);
    assert_string_equal(error.where, other);
    assert_int_equal(rmdir(other), 0);
    assert_int_equal(kb_compile(DATA, "/no/such/folder/x.kb", &error), CHANCERY_E_IO);
    kb *k = NULL;
    assert_int_equal(kb_open("/no/such/file", &k, &error), CHANCERY_E_NOT_FOUND);
    assert_int_equal(kb_open(TEST_SOURCE_DIR "/tests/unit/data/kb/states.txt", &k, &error),
                     CHANCERY_E_FORMAT);
    assert_null(k);
}

/* ---- damaged files ---- */

static slice compiled(fixture *f)
{
    slice bytes = {0};
    slice file = {0};
    assert_ok(file_read(f->path, 1 << 26, &file, NULL));
    char *copy = arena_alloc(&f->arena, file.len + 64, 1, NULL);
    copy += (64 - (uintptr_t)copy % 64) % 64;
    memcpy(copy, file.ptr, file.len);
    bytes = (slice){copy, file.len};
    memory_free((void *)(uintptr_t)file.ptr);
    return bytes;
}

static void test_truncated(void **state)
{
    fixture *f = *state;
    slice bytes = compiled(f);
    kb *k = NULL;
    for (size_t length = 0; length < bytes.len; length += length < 1024 ? 8 : 1021)
        assert_int_equal(kb_open_bytes(slice_range(bytes, 0, length), &k, NULL), CHANCERY_E_FORMAT);
    assert_null(k);
    char *edit = (char *)(uintptr_t)bytes.ptr;
    edit[bytes.len / 2] ^= 4;
    assert_int_equal(kb_open_bytes(bytes, &k, NULL), CHANCERY_E_FORMAT);
}

/* All that can be asked, over whatever a damaged file says. */
static void ask_everything(const kb *k)
{
    writer *w = calloc(1, sizeof *w);
    assert_non_null(w);
    size_t bytes = 0;
    for (uint32_t i = 0; i < kb_entry_count(k); i++) {
        kb_entry entry = kb_entry_at(k, i);
        for (size_t j = 0; j < entry.id.len; j++)
            bytes += (unsigned char)entry.id.ptr[j];
        for (size_t j = 0; j < entry.name.len; j++)
            bytes += (unsigned char)entry.name.ptr[j];
    }
    uint32_t index;
    if (kb_state(k, SLICE("France"), &index))
        bytes += kb_entry_at(k, index).population;
    if (kb_code(k, SLICE("FRA"), &index))
        bytes += kb_entry_at(k, index).population;
    static const char text[] =
        "The UN Security Council, Paris and the People's Republic of China met "
        "the deputy foreign minister, soldiers and the U.S. in Springfield.";
    arena a;
    arena_init(&a, ARENA_BYTES);
    text_report r = {0};
    assert_ok(text_segment(SLICE(text), &a, &r, NULL));
    for (size_t i = 0; i < r.token_count; i++) {
        kb_hit hits[MOST_HITS];
        size_t left = r.token_count - i;
        size_t count = kb_find(k, SLICE(text), r.tokens + i, left, hits, MOST_HITS);
        for (size_t j = 0; j < count; j++) {
            assert_true(hits[j].tokens >= 1 && hits[j].tokens <= left);
            assert_true(hits[j].entry < kb_entry_count(k));
            bytes += hits[j].sector.len ? (unsigned char)hits[j].sector.ptr[0] : 0;
        }
        (void)kb_find_place(k, SLICE(text), r.tokens + i, left, SLICE(""), hits);
        w->length = 0;
        write_titles(k, SLICE(text), r.tokens + i, left, w);
    }
    arena_clear(&a);
    free(w);
    assert_true(bytes != SIZE_MAX);
}

/* Changes made with a right checksum, as by somebody who means harm: refused, or harmless. */
static void test_forged(void **state)
{
    fixture *f = *state;
    slice bytes = compiled(f);
    char *edit = (char *)(uintptr_t)bytes.ptr;
    char *saved = arena_alloc(&f->arena, bytes.len, 1, NULL);
    memcpy(saved, edit, bytes.len);
    uint32_t random = 12345;
    size_t opened = 0;
    size_t refused = 0;
    for (size_t round = 0; round < 4000; round++) {
        for (size_t n = 0; n <= round % 3; n++) {
            random = random * 1664525 + 1013904223;
            size_t at = 40 + (random >> 4) % (bytes.len - 44);
            uint32_t value = round % 2 ? random >> (random % 32) : UINT32_MAX;
            memcpy(edit + at - at % 4, &value, 4);
        }
        uint64_t sum = hash_bytes(slice_range(bytes, 32, bytes.len), 0);
        memcpy(edit + 24, &sum, 8);
        kb *k = NULL;
        if (kb_open_bytes(bytes, &k, NULL) == CHANCERY_OK) {
            opened++;
            ask_everything(k);
        } else
            refused++;
        kb_close(k);
        memcpy(edit, saved, bytes.len);
    }
    assert_true(opened > 100 && refused > 100);
}

/* Finds a section in the container's table. */
static char *section(slice bytes, const char *name, size_t *count, size_t element_bytes)
{
    const void *at = NULL;
    assert_ok(container_section(bytes, name, element_bytes, count, &at, NULL));
    return (char *)(uintptr_t)at;
}

static void assert_refused(slice bytes, chancery_status expected, const char *why)
{
    chancery_error error = {0};
    kb *k = NULL;
    uint64_t sum = hash_bytes(slice_range(bytes, 32, bytes.len), 0);
    memcpy((char *)(uintptr_t)bytes.ptr + 24, &sum, 8);
    assert_int_equal(kb_open_bytes(bytes, &k, &error), expected);
    if (!strstr(error.message, why))
        fail_msg("'%s' is not in '%s'", why, error.message);
}

static void test_forged_sections(void **state)
{
    fixture *f = *state;
    static const struct {
        const char *section;
        size_t element_bytes;
        size_t at;
        uint32_t value;
        chancery_status status;
        const char *why;
    } cases[] = {
        {"meta", 16, 0, 1, CHANCERY_E_VERSION, "cuts or folds words in another way"},
        {"entries", 80, 16, UINT32_MAX, CHANCERY_E_FORMAT, "entry is impossible"}, /* id.offset */
        {"entries", 80, 20, UINT32_MAX, CHANCERY_E_FORMAT, "entry is impossible"}, /* id.length */
        {"entries", 80, 32, 0x61616161, CHANCERY_E_FORMAT, "entry is impossible"}, /* code */
        {"entries", 80, 36, 0x00414100, CHANCERY_E_FORMAT, "entry is impossible"}, /* sector */
        {"entries", 80, 44, 6, CHANCERY_E_FORMAT, "entry is impossible"},          /* kind */
        {"entries", 80, 4, 0x7FF80000, CHANCERY_E_FORMAT, "entry is impossible"},  /* lat: NaN */
        {"nodes", 8, 4, UINT32_MAX, CHANCERY_E_FORMAT, "node points outside"},
        {"nodes", 8, 0, UINT32_MAX, CHANCERY_E_FORMAT, "node points outside"},
        {"edges", 16, 8, UINT32_MAX, CHANCERY_E_FORMAT, "edge points outside"},
        {"edges", 16, 12, UINT32_MAX, CHANCERY_E_FORMAT, "edge points outside"},
        {"items", 24, 8, UINT32_MAX, CHANCERY_E_FORMAT, "item is impossible"},  /* entry */
        {"items", 24, 16, 10, CHANCERY_E_FORMAT, "item is impossible"},         /* kind */
        {"items", 24, 16, 19 << 8, CHANCERY_E_FORMAT, "item is impossible"},    /* rank */
        {"names", 16, 4, UINT32_MAX, CHANCERY_E_FORMAT, "name is impossible"},  /* text.length */
        {"names", 16, 12, 10, CHANCERY_E_FORMAT, "name is impossible"},         /* kind */
        {"terms", 36, 0, UINT32_MAX, CHANCERY_E_FORMAT, "term is impossible"},  /* entry */
        {"terms", 36, 4, UINT32_MAX, CHANCERY_E_FORMAT, "term is impossible"},  /* whose */
        {"terms", 36, 12, UINT32_MAX, CHANCERY_E_FORMAT, "term is impossible"}, /* title.length */
        {"terms", 36, 32, 19, CHANCERY_E_FORMAT, "term is impossible"},         /* rank */
        {"posts", 4, 0, UINT32_MAX, CHANCERY_E_FORMAT, "term is impossible"},
        {"forms", 16, 8, UINT32_MAX - 1, CHANCERY_E_FORMAT, "form points outside"},
        {"codes", 8, 4, UINT32_MAX, CHANCERY_E_FORMAT, "code points outside"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        slice bytes = compiled(f);
        size_t count;
        char *at = section(bytes, cases[i].section, &count, cases[i].element_bytes);
        memcpy(at + cases[i].at, &cases[i].value, 4);
        assert_refused(bytes, cases[i].status, cases[i].why);
    }
    slice bytes = compiled(f);
    size_t count;
    size_t string_bytes;
    (void)section(bytes, "strings", &string_bytes, 1);
    char *second =
        section(bytes, "entries", &count, 80) + 80; /* its id begins behind the first's */
    memcpy(second + 20, &(uint32_t){(uint32_t)string_bytes}, 4);
    assert_refused(bytes, CHANCERY_E_FORMAT, "entry is impossible");
    bytes = compiled(f);
    char *edges = section(bytes, "edges", &count, 16);
    for (size_t i = 0; i < count; i++)
        memcpy(edges + i * 16 + 12, &(uint32_t){1}, 4);
    assert_refused(bytes, CHANCERY_E_FORMAT, "edges is full");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_names),
        cmocka_unit_test(test_case),
        cmocka_unit_test(test_full_stops),
        cmocka_unit_test(test_stops_and_sentences),
        cmocka_unit_test(test_hyphens_and_apostrophes),
        cmocka_unit_test(test_articles),
        cmocka_unit_test(test_order),
        cmocka_unit_test(test_available_and_room),
        cmocka_unit_test(test_state),
        cmocka_unit_test(test_code),
        cmocka_unit_test(test_entry),
        cmocka_unit_test(test_place),
        cmocka_unit_test(test_offices),
        cmocka_unit_test(test_agents),
        cmocka_unit_test(test_ranks),
        cmocka_unit_test(test_refusals),
        cmocka_unit_test(test_rows_twice),
        cmocka_unit_test(test_lenient),
        cmocka_unit_test(test_limits),
        cmocka_unit_test(test_namesakes),
        cmocka_unit_test(test_folder),
        cmocka_unit_test(test_truncated),
        cmocka_unit_test(test_forged),
        cmocka_unit_test(test_forged_sections),
    };
    cmocka_set_message_output(CM_OUTPUT_TAP);
    return cmocka_run_group_tests(tests, make_fixture, drop_fixture);
}
