/* Chains: which states and organisations a description fits.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * A state's full name tells whether it is a kingdom or a republic, an organisation's whether it is
 * a union or a council. What names don't tell (islands, parts of the world, pacts) stands here. */
#include "reading/chains.h"

/** Words for states that their full names bear out, with the word there. */
static const struct {
    const char *word, *name;
} forms[] = {{"kingdom", "Kingdom"},
             {"republic", "Republic"},

             {"principality", "Principality"},
             {"federation", "Federation"},
             {"duchy", "Duchy"},
             {"union", "Union"}};

static const char *const any_state[] = {"country",   "nation",   "state", "republic",
                                        "neighbour", "neighbor", NULL};

/** What stands in no name. Codes in a row, with a space behind each. */
static const struct {
    const char *word, *codes;
} parts[] = {
    {"island", "ATG BHR BHS BRB BRN COM CPV CUB CYP DMA DOM FJI FSM GBR GRD HTI IDN IRL ISL JAM "
               "JPN KIR KNA LCA LKA MDG MDV MHL MLT MUS NRU NZL PHL PLW PNG SGP SLB STP SYC TLS "
               "TON TTO TUV TWN VCT VUT WSM "},
    {"archipelago", "BHS BHR COM CPV FJI FSM IDN JPN KIR MDV MHL MLT MUS PHL PLW SLB STP SYC TON "
                    "TUV VUT "},
    {"half-island", "TLS DOM HTI "},
    {"emirate", "AFG ARE BHR KWT QAT "},
    {"sultanate", "BRN OMN "},
    {"gulf", "ARE BHR IRN IRQ KWT OMN QAT SAU "},
    {"baltic", "EST LTU LVA "},
    {"red", "DJI EGY ERI ISR JOR SAU SDN YEM "},
    {"black", "BGR GEO ROU RUS TUR UKR "},
    {"nordic", "DNK FIN ISL NOR SWE "},
    {"scandinavian", "DNK NOR SWE "},
    {"balkan", "ALB BGR BIH GRC HRV MKD MNE ROU SRB SVN XKX "},
    {"caribbean", "ATG BHS BRB CUB DMA DOM GRD GUY HTI JAM KNA LCA SUR TTO VCT "},
    {"pacific", "FJI FSM KIR MHL NRU NZL PLW PNG SLB TON TUV VUT WSM "},
    {"andean", "BOL CHL COL ECU PER VEN "},
    {"himalayan", "BTN NPL "},
    {"caucasus", "ARM AZE GEO "},
    {"maghreb", "DZA LBY MAR MRT TUN "},
    {"sahel", "BFA MLI MRT NER TCD "},
    {"isthmian", "PAN CRI "},
    {"landlocked",
     "AFG AND ARM AUT AZE BDI BFA BLR BOL BTN BWA CAF CHE CZE ETH HUN KAZ KGZ LAO LIE "
     "LSO LUX MDA MKD MLI MNG MWI NER NPL PRY RWA SMR SRB SSD SVK SWZ TCD TJK TKM UGA "
     "UZB VAT XKX ZMB ZWE "},
    {"alpine", "AUT CHE LIE SVN "},
    {"communist", "CHN CUB LAO PRK VNM SUN "},
};

/** So many of `parts`, from the first, are words for states themselves. */
enum { DESCRIBING_PARTS = 5 };

/** Continents and the like, for "the West African nation": by the last word. */
static const struct {
    const char *word, *codes;
} continents[] = {
    {"african",
     "AGO BDI BEN BFA BWA CAF CIV CMR COD COG COM CPV DJI DZA EGY ERI ETH GAB GHA GIN GMB "
     "GNB GNQ KEN LBR LBY LSO MAR MDG MLI MOZ MRT MUS MWI NAM NER NGA RWA SDN SEN SLE SOM "
     "SSD STP SWZ SYC TCD TGO TUN TZA UGA ZAF ZMB ZWE "},
    {"asian", "AFG BGD BRN BTN CHN IDN IND IRN JPN KAZ KGZ KHM KOR LAO LKA MDV MMR MNG MYS NPL PAK "
              "PHL PRK SGP THA TJK TKM TLS TWN UZB VNM "},
    {"european",
     "ALB AUT BEL BGR BIH BLR CHE CYP CZE DEU DNK ESP EST FIN FRA GBR GRC HRV HUN IRL "
     "ISL ITA LTU LUX LVA MDA MKD MLT MNE NLD NOR POL PRT ROU RUS SRB SVK SVN SWE UKR "},
    {"american", "ARG BLZ BOL BRA CHL COL CRI CUB DOM ECU GTM GUY HND MEX NIC PAN PER PRY SLV SUR "
                 "URY VEN "},
};

/** Words for organisations of states that need not stand in their names. */
static const struct {
    const char *word, *ids; /* names of entries, "/" behind each; all of them where empty */
} bodies[] = {
    {"bloc", ""},
    {"grouping", ""},
    {"organisation", ""},
    {"organization", ""},
    {"body", ""},
    {"alliance", "North Atlantic Treaty Organization/NATO/Collective Security Treaty Organization/"
                 "Warsaw Pact/Warsaw Treaty Organization/"},
    {"pact", "Warsaw Pact/Baghdad Pact/"},
};

static const char continental[] = "African Union/Organisation of African Unity/European Union/"
                                  "Organization of American States/";

static bool holds_code(const char *codes, slice code)
{
    for (; code.len == 3 && *codes; codes += 4)
        if (memcmp(codes, code.ptr, 3) == 0)
            return true;
    return false;
}

/** Whether a name holds a word as a whole one; capitals as in the names of the data. */
static bool name_holds(slice name, slice word)
{
    for (size_t at = 0; at + word.len <= name.len; at++) {
        bool opens = at == 0 || name.ptr[at - 1] == ' ';
        bool closes = at + word.len == name.len || name.ptr[at + word.len] == ' ';
        if (opens && closes && slice_equal_ascii_fold(slice_range(name, at, at + word.len), word))
            return true;
    }
    return false;
}

static bool named(const chains_stage *c, uint32_t entry, slice word)
{
    const kb *k = c->r->engine->kb;
    for (uint32_t i = 0; i < kb_name_count(k, entry); i++) {
        kb_name name = kb_name_at(k, entry, i);
        bool whole = name.kind == KB_NAME || name.kind == KB_FORMAL || name.kind == KB_OLD;
        if (whole && name_holds(name.text, word))
            return true;
    }
    return name_holds(kb_entry_at(k, entry).name, word);
}

/** Of one word before the head: whether it denies, allows or bears out the unit. */
static chains_fit fits_word(const chains_stage *c, const chains_unit *unit, uint32_t token)
{
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        if (reading_is(c->r, token, parts[i].word))
            return holds_code(parts[i].codes, unit->code) ? CHAINS_FITS : CHAINS_UNFIT;
    for (size_t i = 0; i < sizeof continents / sizeof *continents; i++)
        if (reading_is(c->r, token, continents[i].word))
            return holds_code(continents[i].codes, unit->code) ? CHAINS_FITS : CHAINS_UNFIT;
    bool capital = c->r->report->tokens[token].flags & TEXT_CAPITAL;
    if (capital && !named(c, unit->entry, reading_words(c->r, token, 1)))
        return reading_is(c->r, token, "sea") ? CHAINS_MAYBE : CHAINS_UNFIT;
    return capital ? CHAINS_FITS : CHAINS_MAYBE;
}

static chains_fit fits_state(const chains_stage *c, const chains_unit *unit, slice word)
{
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        if (chains_is(word, parts[i].word))
            return holds_code(parts[i].codes, unit->code) ? CHAINS_FITS : CHAINS_UNFIT;
    bool any = chains_one_of(word, any_state);
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++)
        if (chains_is(word, forms[i].word))
            return !named(c, unit->entry, slice_of(forms[i].name)) ? CHAINS_UNFIT
                   : any                                           ? CHAINS_MAYBE
                                                                   : CHAINS_FITS;
    return any ? CHAINS_MAYBE : CHAINS_UNFIT;
}

static bool holds_name(const char *names, slice name)
{
    slice rest = slice_of(names), part;
    while (slice_next(&rest, '/', &part))
        if (part.len && slice_equal(part, name))
            return true;
    return false;
}

static chains_fit fits_body(const chains_stage *c, const chains_unit *unit, slice word,
                            uint32_t first, uint32_t count)
{
    kb_entry entry = kb_entry_at(c->r->engine->kb, unit->entry);
    if (count == 1 && reading_is(c->r, first, "world"))
        return chains_is(word, "body") && slice_is(entry.code, "UNO") ? CHAINS_FITS : CHAINS_UNFIT;
    if (count == 1 && reading_is(c->r, first, "continental"))
        return holds_name(continental, entry.name) ? CHAINS_FITS : CHAINS_UNFIT;
    for (size_t i = 0; i < sizeof bodies / sizeof *bodies; i++) {
        if (!chains_is(word, bodies[i].word) || entry.kind != KB_IGO)
            continue;
        if (holds_name(bodies[i].ids, entry.name))
            return CHAINS_FITS;
        if (!*bodies[i].ids && !slice_is(entry.code, "UNO"))
            return CHAINS_MAYBE;
    }
    slice own = reading_words(c->r, c->r->hits.items[c->r->entities.items[unit->entity].hit].token,
                              c->r->hits.items[c->r->entities.items[unit->entity].hit].count);
    bool holds = name_holds(own, word) || named(c, unit->entry, word);
    return holds ? CHAINS_FITS : CHAINS_UNFIT;
}

chains_fit chains_fits(const chains_stage *c, const chains_unit *unit, slice word, uint32_t first,
                       uint32_t count)
{
    chains_fit fit =
        unit->state ? fits_state(c, unit, word) : fits_body(c, unit, word, first, count);
    for (uint32_t i = 0; fit != CHAINS_UNFIT && unit->state && i < count; i++) {
        chains_fit other = fits_word(c, unit, first + i);
        fit = other == CHAINS_MAYBE ? fit : other;
    }
    return fit;
}

bool chains_describes(slice lemma)
{
    static const char *const others[] = {
        "council",    "agency",      "league",   "commonwealth", "community", "assembly", "court",
        "commission", "party",       "movement", "bank",         "fund",      "group",    "junta",
        "front",      "association", "congress", "army",         NULL};
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++)
        if (chains_is(lemma, forms[i].word))
            return true;
    for (size_t i = 0; i < sizeof bodies / sizeof *bodies; i++)
        if (chains_is(lemma, bodies[i].word))
            return true;
    for (size_t i = 0; i < DESCRIBING_PARTS; i++)
        if (chains_is(lemma, parts[i].word))
            return true;
    return chains_one_of(lemma, any_state) || chains_one_of(lemma, others);
}
