/* Tests of the stage "statements": who said what, by sentences of one phenomenon each.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * A probe is a short report and the statements that it must give, no more and no fewer, in order:
 * "CODE act: content", one a line; no code where several states speak. CHANCERY_DATA names the
 * compiled data. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/slice.h"
#include "chancery/chancery.h"
#include "reader_fixture.h"

typedef struct probe {
    const char *report;
    const char *expected;
} probe;

static const chancery_reading *read_report(fixture *f, const char *text)
{
    chancery_read_options options = {.published = {"2020-05-15", 10}};
    const chancery_reading *reading = NULL;
    if (chancery_read(f->reader, text, strlen(text), &options, &reading, &f->error) != CHANCERY_OK)
        fail_msg("%s", f->error.message);
    return reading;
}

static void add_line(const chancery_reading *r, const chancery_statement *s, char *out, size_t size)
{
    size_t used = strlen(out);
    slice content = slice_range(r->document.text, s->content.start, s->content.end);
    snprintf(out + used, size - used, "%s%.*s%s%.*s: %.*s", used ? "\n" : "",
             SLICE_ARGS(s->speaker.code), s->speaker.code.len ? " " : "", SLICE_ARGS(s->act),
             SLICE_ARGS(content));
}

/** Prints what differs; @return how many probes do. */
static size_t differing(fixture *f, const probe *probes, size_t count)
{
    size_t wrong = 0;
    for (size_t i = 0; i < count; i++) {
        const chancery_reading *r = read_report(f, probes[i].report);
        char got[4096] = "";
        for (size_t k = 0; k < r->statement_count; k++)
            add_line(r, &r->statements[k], got, sizeof got);
        if (strcmp(got, probes[i].expected) == 0)
            continue;
        wrong++;
        fprintf(stderr, "report   %s\nexpected %s\ngot      %s\n\n", probes[i].report,
                probes[i].expected, got);
    }
    return wrong;
}

#define check(f, probes)                                                                           \
    assert_int_equal(differing(f, probes, sizeof(probes) / sizeof *(probes)), 0)

static void test_clauses(void **state)
{
    static const probe probes[] = {
        {"Chile's Foreign Minister Pedro Rojas said that the treaty was dead.",
         "CHL say: the treaty was dead"},
        {"Chile's Foreign Minister Pedro Rojas said Norway had broken its word.",
         "CHL say: Norway had broken its word"},
        {"The Norwegian government announced on Friday that it would close its embassy in Lima.",
         "NOR announce: it would close its embassy in Lima"},
        {"The Norwegian Foreign Minister, Mrs. Ingrid Solberg, told reporters in Oslo that the "
         "talks "
         "had failed.",
         "NOR tell: the talks had failed"},
        {"The Peruvian president told his Norwegian counterpart that the port would stay open.",
         "PER tell: the port would stay open"},
        {"The Chilean Foreign Ministry warned Norway that the boats would be seized.",
         "CHL warn: the boats would be seized"},
        {"Foreign Minister Pedro Rojas of Chile said in a video message that peace was near.",
         "CHL say: peace was near"},
        {"In a statement, the Chilean government said the treaty was dead.",
         "CHL say: the treaty was dead"},
        {"In a speech on Monday, President Haakon Lie of Norway explained why the bridge was never "
         "built.",
         "NOR explain: why the bridge was never built"},
        {"The Norwegian government expressed the hope that Chile would return to the talks.",
         "NOR express: Chile would return to the talks"},
        {"A spokesman for the Chilean Foreign Ministry said that talks would resume.",
         "CHL say: talks would resume"},
        {"Chile's Foreign Minister Pedro Rojas was quoted as saying that the treaty is dead.",
         "CHL say: the treaty is dead"},
        {"The Chilean Foreign Ministry made it clear that no boat would be released.",
         "CHL make clear: no boat would be released"},
        {"President Haakon Lie of Norway let it be known that he would not travel to Lima.",
         "NOR let be known: he would not travel to Lima"},
        {"Chile's Foreign Minister Pedro Rojas said: the treaty is dead.",
         "CHL say: the treaty is dead"},
        {"Chile's Foreign Minister Pedro Rojas, who met his colleague in Oslo, insisted that the "
         "islands belong to Chile.",
         "CHL insist: the islands belong to Chile"},
        {"The Chilean Foreign Ministry said that its boats would return if the storm ended.",
         "CHL say: its boats would return if the storm ended"},
    };
    check(*state, probes);
}

static void test_reporting_clause_behind(void **state)
{
    static const probe probes[] = {
        {"The boats will be released, the Chilean Foreign Ministry said.",
         "CHL say: The boats will be released"},
        {"The boats will be released, said the Chilean Foreign Minister, Mr. Pedro Rojas.",
         "CHL say: The boats will be released"},
        {"The boats will be released on Friday, the Chilean Foreign Minister, Mr. Pedro Rojas, "
         "told "
         "reporters in Lima.",
         "CHL tell: The boats will be released on Friday"},
        {"What matters, Foreign Minister Ingrid Solberg of Norway said, is the safety of the "
         "crews.",
         "NOR say: What matters, Foreign Minister Ingrid Solberg of Norway said, is the safety of "
         "the "
         "crews"},
        {"The boats left; Norway protested.", ""},
        {"After the talks had failed, the Norwegian government replied.", ""},
        {"The ship, the Chilean Foreign Ministry said, had left the port.",
         "CHL say: The ship, the Chilean Foreign Ministry said, had left the port"},
        {"Norway declines to name a date: the treaty needs time, Foreign Minister Ingrid Solberg "
         "of "
         "Norway argued.",
         "NOR argue: the treaty needs time"},
        {"LIMA, 3 May (Coast News) - Chilean boats crossed the border on Monday, the Peruvian navy "
         "announced.",
         "PER announce: Chilean boats crossed the border on Monday"},
        {"As the Norwegian government announced on Monday, the embassy in Lima will close.",
         "NOR announce: the embassy in Lima will close"},
    };
    check(*state, probes);
}

static void test_sources(void **state)
{
    static const probe probes[] = {
        {"According to the Chilean Foreign Ministry, two boats were seized.",
         "CHL according: two boats were seized"},
        {"Two boats were seized, according to Chile's Foreign Minister Pedro Rojas.",
         "CHL according: Two boats were seized"},
        {"\"Two boats were seized,\" according to a tweet by Chile's Foreign Minister Pedro Rojas.",
         "CHL according: Two boats were seized"},
        {"In the words of Chile's Foreign Minister Pedro Rojas, the treaty is dead.",
         "CHL say: the treaty is dead"},
        {"Chile's Foreign Minister Pedro Rojas said that peace was near. In his view, the treaty "
         "can "
         "be saved.",
         "CHL say: peace was near\nCHL say: the treaty can be saved"},
        {"According to a Lima newspaper, two boats were seized.", ""},
    };
    check(*state, probes);
}

static void test_objects(void **state)
{
    static const probe probes[] = {
        {"Norway condemned the attack on the port of Arica.",
         "NOR condemn: the attack on the port of Arica"},
        {"The Norwegian government welcomed the decision.", "NOR welcome: the decision"},
        {"The Norwegian government expressed concern over the arrest of two fishermen.",
         "NOR express: concern over the arrest of two fishermen"},
        {"Foreign Minister Ingrid Solberg of Norway voiced support for the peace plan.",
         "NOR voice: support for the peace plan"},
        {"Foreign Minister Ingrid Solberg of Norway stressed the need to protect the fishermen.",
         "NOR stress: the need to protect the fishermen"},
        {"The United States registered concerns regarding the arrest of two fishermen.",
         "USA register: concerns regarding the arrest of two fishermen"},
        {"The Taliban reiterated their pledge to protect the embassies.",
         "AFG reiterate: their pledge to protect the embassies"},
        {"Norway hailed Chile's decision to free the fishermen.",
         "NOR hail: Chile's decision to free the fishermen"},
        {"President Haakon Lie of Norway conveyed to the Chilean president the condolences of his "
         "people.",
         "NOR convey: the condolences of his people"},
        {"Chile's Foreign Minister Pedro Rojas described the talks as warm and useful.",
         "CHL describe: the talks as warm and useful"},
        {"Chile's Foreign Minister Pedro Rojas dismissed the charge as \"a fairy tale\".",
         "CHL dismiss: the charge as \"a fairy tale\""},
        {"Chile's Foreign Minister Pedro Rojas called the raid \"a grave mistake\".",
         "CHL call: a grave mistake"},
        {"The Norwegian government underscored the importance of the treaty.",
         "NOR underscore: the importance of the treaty"},
        {"The raid on the port was condemned by the Norwegian government.",
         "NOR condemn: The raid on the port"},
        {"The Norwegian government raised concerns about the arrest of two fishermen.",
         "NOR raise: concerns about the arrest of two fishermen"},
    };
    check(*state, probes);
}

static void test_infinitives(void **state)
{
    static const probe probes[] = {
        {"Norway urged Chile to return the boats.", "NOR urge: Chile to return the boats"},
        {"The United Nations called on Chile to return the boats.",
         "UNO call: Chile to return the boats"},
        {"Norway appealed to Chile to return the boats.", "NOR appeal: Chile to return the boats"},
        {"The Norwegian foreign minister asked Chile not to seize any more boats.",
         "NOR ask: Chile not to seize any more boats"},
        {"Norway promised to send a hospital ship.", "NOR promise: to send a hospital ship"},
        {"The Norwegian government threatened to close the port.",
         "NOR threaten: to close the port"},
        {"Foreign Minister Pedro Rojas of Chile met President Haakon Lie of Norway to highlight "
         "the "
         "need for peace.",
         "CHL highlight: the need for peace"},
        {"Foreign Minister Ingrid Solberg of Norway was keen to point out that the treaty holds.",
         "NOR point: the treaty holds"},
    };
    check(*state, probes);
}

static void test_prepositions(void **state)
{
    static const probe probes[] = {
        {"The Norwegian government called for an immediate end to the raids.",
         "NOR call: an immediate end to the raids"},
        {"Norway thanked Chile for the release of the fishermen.",
         "NOR thank: Chile for the release of the fishermen"},
        {"Chile's Foreign Minister Pedro Rojas warned of a long war.", "CHL warn: a long war"},
        {"Chile's Foreign Minister Pedro Rojas advocated for consolidating the ceasefire.",
         "CHL advocate: consolidating the ceasefire"},
        {"President Haakon Lie of Norway praised Chile for freeing the fishermen.",
         "NOR praise: Chile for freeing the fishermen"},
        {"Peru accused Chile of breaking the treaty.", "PER accuse: breaking the treaty"},
        {"The Peruvian embassy complained to the Chilean government about the burning of a flag.",
         "PER complain: the burning of a flag"},
        {"The Norwegian government called for restraint.", "NOR call: restraint"},
        {"Chile's Foreign Minister Pedro Rojas spoke with leaders of the region.", ""},
        {"Peru was to blame for the failure.", ""},
        {"Peru criticised Chile for the arrest of two fishermen.",
         "PER criticise: Chile for the arrest of two fishermen"},
        {"Both sides agreed on the importance of the treaty. Norway and Chile talked in Oslo.",
         "agree: the importance of the treaty"},
    };
    check(*state, probes);
}

static void test_coordination(void **state)
{
    static const probe probes[] = {
        {"The ministers of Chile and Norway condemned the attack and called on Peru to withdraw "
         "its "
         "troops.",
         "condemn: the attack\ncall: Peru to withdraw its troops"},
        {"Norway condemned the attack, expressed concern over the raids, and stressed the need to "
         "talk.",
         "NOR condemn: the attack\nNOR express: concern over the raids\nNOR stress: the need to "
         "talk"},
        {"Norway urged Chile to return the boats and called for an inquiry.",
         "NOR urge: Chile to return the boats\nNOR call: an inquiry"},
        {"Chile's Foreign Minister Pedro Rojas said that the talks were useful and thanked Norway "
         "for "
         "its help.",
         "CHL say: the talks were useful\nCHL thank: Norway for its help"},
        {"Norway welcomed the ceasefire and sent a hospital ship to Arica.",
         "NOR welcome: the ceasefire"},
        {"Norway condemned the raid and on Friday closed its embassy.", "NOR condemn: the raid"},
        {"Chile's Foreign Minister Pedro Rojas said that the boats would be freed within the week, "
         "but he refused to name a day.",
         "CHL say: the boats would be freed within the week"},
        {"Chile's Foreign Minister Pedro Rojas promised that the boats would be freed, and he "
         "urged "
         "Norway to be patient.",
         "CHL promise: the boats would be freed\nCHL urge: Norway to be patient"},
        {"Norway said that the boats were stolen, but Chile denied that it had seized any boat.",
         "NOR say: the boats were stolen\nCHL deny: it had seized any boat"},
        {"Chile's Foreign Minister Pedro Rojas said that the treaty was dead and that Norway knew "
         "it.",
         "CHL say: the treaty was dead\nCHL say: Norway knew it"},
        {"Chile's Foreign Minister Pedro Rojas noted that the talks had begun. He also hoped that "
         "they "
         "would succeed.",
         "CHL note: the talks had begun\nCHL hope: they would succeed"},
        {"Norway and Chile strongly condemn the raid on Arica and urge Peru to withdraw its "
         "troops.",
         "condemn: the raid on Arica\nurge: Peru to withdraw its troops"},
        {"Norway condemns the raid on Arica and demands that Peru pay for the damage.",
         "NOR condemn: the raid on Arica\nNOR demand: Peru pay for the damage"},
    };
    check(*state, probes);
}

static void test_participles(void **state)
{
    static const probe probes[] = {
        {"Chile's Foreign Minister Pedro Rojas noted that the treaty is dead, adding that Chile "
         "would "
         "not return to the talks.",
         "CHL note: the treaty is dead\nCHL add: Chile would not return to the talks"},
        {"The delegations of Chile and Norway discussed the border, with Foreign Minister Pedro "
         "Rojas "
         "of Chile underscoring the need for patience.",
         "CHL underscore: the need for patience"},
        {"President Haakon Lie of Norway met the Chilean foreign minister, calling on Chile to "
         "free "
         "the fishermen.",
         "NOR call: Chile to free the fishermen"},
        {"Chile's Foreign Minister Pedro Rojas urged Norway to be calm while warning that the "
         "boats "
         "would not be freed.",
         "CHL urge: Norway to be calm\nCHL warn: the boats would not be freed"},
        {"Norway closed the port on Monday, saying it was not safe.", "NOR say: it was not safe"},
    };
    check(*state, probes);
}

static void test_quotations(void **state)
{
    static const probe probes[] = {
        {"\"We will pay,\" said the Norwegian Foreign Minister, Mrs. Ingrid Solberg.",
         "NOR say: We will pay"},
        {"“We will pay,” the Norwegian Foreign Minister, Mrs. Ingrid Solberg, told reporters.",
         "NOR tell: We will pay"},
        {"The Norwegian Foreign Minister, Mrs. Ingrid Solberg, said: \"We will pay for the boats. "
         "But "
         "we will not pay twice.\"",
         "NOR say: We will pay for the boats. But we will not pay twice"},
        {"\"The war is over. We go home,\" said President Haakon Lie of Norway.",
         "NOR say: The war is over. We go home"},
        {"\"The war is over,\" President Haakon Lie of Norway said. \"We go home on Monday.\"",
         "NOR say: The war is over\nNOR say: We go home on Monday"},
        {"\"You came when the sea was rough,\" President Haakon Lie of Norway said, \"and you "
         "leave "
         "when it is calm.\"",
         "NOR say: You came when the sea was rough\nNOR say: and you leave when it is calm"},
        {"Foreign Minister Ingrid Solberg of Norway said both countries \"have chosen law over "
         "force.\"",
         "NOR say: both countries \"have chosen law over force.\""},
        {"\"The war is over,\" smiled President Haakon Lie of Norway.",
         "NOR smile: The war is over"},
        {"The Norwegian Foreign Minister, Mrs. Ingrid Solberg, said her country had \"lost a "
         "friend "
         "and won a neighbour\".",
         "NOR say: her country had \"lost a friend and won a neighbour\""},
        {"President Haakon Lie of Norway told parliament that \"no treaty binds a free people\".",
         "NOR tell: no treaty binds a free people"},
        {"‘The war is over,’ said President Haakon Lie of Norway.", "NOR say: The war is over"},
        {"President Haakon Lie of Norway spoke in Oslo.\n\n“The war is over,” he said. “We go "
         "home.”\n\n“Nobody will be left behind.”",
         "NOR say: The war is over\nNOR say: We go home\nNOR say: Nobody will be left behind"},
        {"President Haakon Lie of Norway said: “My father told me: ‘A treaty is paper.’ I never "
         "forgot it.”",
         "NOR say: My father told me: ‘A treaty is paper.’ I never forgot it"},
        {"\"The fish are gone,\" said a shopkeeper in Arica. \"We urge the government to act.\"",
         ""},
    };
    check(*state, probes);
}

/** What becomes a verb of saying by its object or by an adjective. */
static void test_idioms(void **state)
{
    static const probe probes[] = {
        {"President Haakon Lie of Norway left no doubt that the bridge would be built.",
         "NOR leave no doubt: the bridge would be built"},
        {"President Haakon Lie of Norway was of the opinion that Chile had been too slow.",
         "NOR be of the view: Chile had been too slow"},
        {"The Norwegian government took the view that the treaty holds.",
         "NOR take the view: the treaty holds"},
        {"Foreign Minister Ingrid Solberg of Norway paid tribute to the crew of the ship.",
         "NOR pay tribute: the crew of the ship"},
        {"Foreign Minister Ingrid Solberg of Norway drew attention to the plight of the fishermen.",
         "NOR draw attention: the plight of the fishermen"},
        {"Foreign Minister Ingrid Solberg of Norway was adamant that the treaty holds.",
         "NOR adamant: the treaty holds"},
        {"Norway claimed responsibility for the raid.", "NOR claim: responsibility for the raid"},
        {"Norway claimed two islands.", ""},
        {"Norway lodged a protest over the raid.", "NOR lodge: a protest over the raid"},
        {"Norway made a new bridge.", ""},
    };
    check(*state, probes);
}

static void test_denials(void **state)
{
    static const probe probes[] = {
        {"Chile denied that its boats had crossed the border.",
         "CHL deny: its boats had crossed the border"},
        {"The Chilean navy denied any involvement in the raid.",
         "CHL deny: any involvement in the raid"},
        {"Chile denied Norway access to the port.", ""},
    };
    check(*state, probes);
}

static void test_speakers(void **state)
{
    static const probe probes[] = {
        {"The police in Arica said that two men had been arrested. Chile is calm.",
         "CHL say: two men had been arrested"},
        {"Germany closed the port on Monday, with officials saying the water is too low.",
         "DEU say: the water is too low"},
        {"The Ministry of Fisheries of Peru counted the boats. The ministry said that nine were "
         "lost.",
         "PER say: nine were lost"},
        {"ASEAN met in Jakarta. That body welcomed the ceasefire in the islands.",
         "IGO welcome: the ceasefire in the islands"},
        {"Chile's Foreign Minister Pedro Rojas arrived in Oslo. The minister said that he was "
         "tired.",
         "CHL say: he was tired"},
        {"Argentina, Brazil and Chile urged both governments to hold their fire.",
         "urge: both governments to hold their fire"},
        {"President Haakon Lie of Norway's spokesman said that the king was ill.",
         "NOR say: the king was ill"},
        {"Secretary of State Anna Brook of the United States came late. The Secretary said that "
         "she "
         "was tired.",
         "USA say: she was tired"},
        {"The Norwegian government issued a statement on Monday. The statement said that the raid "
         "was "
         "a crime.",
         "NOR say: the raid was a crime"},
        {"The United Nations Security Council adopted a resolution condemning the raid on Arica.",
         "UNO condemn: the raid on Arica"},
        {"A Visit\n\nOslo, 14 May 2020\n\nGuests came from Chile. The Ministry underlines that the "
         "visit was a success.",
         "NOR underline: the visit was a success"},
        {"\"Peace is near,\" his office said. President Haakon Lie of Norway is ill.", ""},
    };
    check(*state, probes);
}

static void test_own_voice(void **state)
{
    static const probe probes[] = {
        {"On the Raid on Arica\n\n12 May 2020\n\nIngrid Solberg, Foreign Minister of Norway\n\nI "
         "condemn the raid on Arica. We urge Peru to withdraw its troops. Two boats were lost.",
         "NOR condemn: the raid on Arica\nNOR urge: Peru to withdraw its troops"},
        {"On the Raid on Arica\n\n12 May 2020\n\nIngrid Solberg, Foreign Minister of Norway\n\nI "
         "would "
         "like to thank Chile for its help.",
         "NOR thank: Chile for its help"},
        {"Joint Statement by Foreign Minister Ingrid Solberg of Norway and Foreign Minister Pedro "
         "Rojas of Chile\n\n12 May 2020\n\nWe condemn the raid on Arica. We stress that the border "
         "is not in question and urge Peru to withdraw its troops.",
         "condemn: the raid on Arica\nstress: the border is not in question\nurge: Peru to "
         "withdraw "
         "its troops"},
    };
    check(*state, probes);
}

static void test_no_statements(void **state)
{
    static const probe probes[] = {
        {"Chile's Foreign Minister Pedro Rojas did not say that the treaty was dead.", ""},
        {"Chile's Foreign Minister Pedro Rojas would say that the treaty is dead.", ""},
        {"Chile's Foreign Minister Pedro Rojas is expected to announce a new treaty.", ""},
        {"Chile's Foreign Minister Pedro Rojas will announce that the treaty is dead.", ""},
        {"Chile refused to say whether the boats would be freed.", ""},
        {"Norway asked Chile to announce the results. Nothing came.",
         "NOR ask: Chile to announce the results"},
        {"If Norway says that the treaty is dead, Chile will close the port.", ""},
        {"Neither minister of Norway said that the treaty was dead.", ""},
        {"Reuters reported that Chile had closed the port.", ""},
        {"\"Neighbours talk to each other,\" wrote a Manila newspaper the next morning.", ""},
        {"A company in Oslo said that its boats were safe.", ""},
        {"The fishermen of Arica said that the fish are gone.", ""},
        {"Norway and Chile agreed to meet in Lima.", ""},
        {"President Haakon Lie of Norway visited Chile on Monday and met Foreign Minister Pedro "
         "Rojas.",
         ""},
        {"Norway recalled its ambassador from Lima.", ""},
        {"Norway recognised Kosovo on Monday.", ""},
        {"President Haakon Lie of Norway offered his resignation.", ""},
        {"Norway offered to host the talks.", ""},
        {"Norway rejected the demand.", ""},
        {"Norway blamed Chile.", ""},
        {"In 1990 Norway condemned the occupation of the islands.", ""},
        {"Norway had asked Chile in April to return the boats.", ""},
        {"Israel has long accused Iran of seeking a bomb.", ""},
        {"President Haakon Lie of Norway stopped short of announcing a new treaty.", ""},
        {"The Norwegian minister asked the ambassador whether the boats were free.", ""},
        {"Norway's efforts to condemn the raid failed.", ""},
        {"Norway will continue to urge Chile to return the boats.", ""},
        {"Chile's Foreign Minister Pedro Rojas has called off a visit to Oslo.", ""},
        {"China and Russia spoke in favour of the resolution.", ""},
        {"The Norwegian ambassador called on the Chilean foreign minister in Lima on Monday.", ""},
    };
    check(*state, probes);
}

/** What somebody says that others said is told once, by the one who is quoted. */
static void test_nesting(void **state)
{
    static const probe probes[] = {
        {"Peru asked Chile for help at midnight, the Peruvian Foreign Minister, Mr. Luis Vega, "
         "said.",
         "PER say: Peru asked Chile for help at midnight"},
        {"Chile's Foreign Minister Pedro Rojas said that Norway had urged Peru to withdraw its "
         "troops.",
         "CHL say: Norway had urged Peru to withdraw its troops"},
        {"China, which has a veto, said it hoped the talks would resume.",
         "CHN say: it hoped the talks would resume"},
        {"Reuters reported that a Chilean official said the port was closed.",
         "CHL say: the port was closed"},
        {"The Chilean government said that the boats were free, as a newspaper in Lima had "
         "written.",
         "CHL say: the boats were free"},
    };
    check(*state, probes);
}

static void test_fields(void **state)
{
    fixture *f = *state;
    const chancery_reading *r = read_report(
        f, "\"We will pay,\" said the Norwegian Foreign Minister, Mrs. Ingrid Solberg. She "
           "said that Chile had lied.");
    assert_int_equal(r->statement_count, 2);
    assert_true(r->statements[0].quoted);
    assert_false(r->statements[1].quoted);
    for (size_t i = 0; i < 2; i++) {
        assert_int_equal(r->person_count, 1);
        assert_true(slice_equal(r->statements[i].speaker.person, r->people[0].id));
        assert_true(slice_equal(r->statements[i].speaker.sector, SLICE("GOV")));
        assert_true(r->statements[i].span.start <= r->statements[i].content.start);
        assert_true(r->statements[i].span.end >= r->statements[i].content.end);
    }
}

/** Text that breaks the pairing of marks or goes on without end must not break the reader. */
static void test_hostile(void **state)
{
    fixture *f = *state;
    static const char *const parts[] = {"\"",
                                        "“",
                                        "”",
                                        "‘",
                                        "'a ",
                                        "Chile said \"",
                                        "said, ",
                                        "Norway said that Chile said that ",
                                        "according to ",
                                        "and that ",
                                        "in his view, ",
                                        "\n\n“",
                                        "made it clear "};
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        char text[6000] = "Norway said that all was well. ";
        size_t used = strlen(text), len = strlen(parts[i]);
        for (; used + len + 1 < sizeof text; used += len)
            memcpy(text + used, parts[i], len + 1);
        const chancery_reading *r = read_report(f, text);
        for (size_t k = 0; k < r->statement_count; k++) {
            assert_true(r->statements[k].content.start < r->statements[k].content.end);
            assert_true(r->statements[k].content.end <= r->document.text.len);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_clauses),      cmocka_unit_test(test_reporting_clause_behind),
        cmocka_unit_test(test_sources),      cmocka_unit_test(test_objects),
        cmocka_unit_test(test_infinitives),  cmocka_unit_test(test_prepositions),
        cmocka_unit_test(test_coordination), cmocka_unit_test(test_participles),
        cmocka_unit_test(test_quotations),   cmocka_unit_test(test_denials),
        cmocka_unit_test(test_idioms),       cmocka_unit_test(test_speakers),
        cmocka_unit_test(test_own_voice),    cmocka_unit_test(test_no_statements),
        cmocka_unit_test(test_nesting),      cmocka_unit_test(test_fields),
        cmocka_unit_test(test_hostile),
    };
    return cmocka_run_group_tests(tests, fixture_make, fixture_drop);
}
