/* The closed classes of words by which a phrase is taken apart.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * Words for agents, offices and names are not here: they are in the data. */
#include "reading/lexicon.h"

typedef struct word_list {
    uint32_t flags;
    const char *words; /* separated by spaces */
} word_list;

static const word_list lists[] = {
    {RESOLVE_OF | RESOLVE_FUNCTION, "of for"},
    {RESOLVE_IN | RESOLVE_FUNCTION,
     "in at from near outside inside within across throughout around amid aboard"},
    {RESOLVE_AGAINST | RESOLVE_FUNCTION,
     "to against with on over by under between into toward towards about after before during "
     "despite through via without behind beyond above off since until than as upon like"},
    {RESOLVE_STOP | RESOLVE_FUNCTION, "who which that whose whom where when while because but"},
    {RESOLVE_FUNCTION, "a an the and or is it its was are be been has have had he she they his her "
                       "their this these those not no so if i we you my our us am do did will all"},
    {RESOLVE_GENERAL,
     "official officials spokesman spokesmen spokeswoman spokeswomen spokesperson spokespersons "
     "spokespeople leader leaders leadership chief chiefs head heads boss bosses representative "
     "representatives delegate delegates delegation delegations source sources aide aides adviser "
     "advisers advisor advisors deputy deputies commander commanders chairman chairmen chairwoman "
     "chairperson director directors president presidents secretary founder founders staff "
     "staffer staffers personnel group groups network networks organisation organisations "
     "organization organizations movement movements wing wings branch branches unit units cell "
     "cells team teams camp side bloc blocs faction factions office offices agency agencies "
     "authority service services department departments body bodies council councils committee "
     "committees regime figure figures cadre cadres strongman strongmen envoy negotiator "
     "negotiators attorney lawyer lawyers secretary-general director-general ceo manager "
     "managers executive observer observers coordinator affiliate affiliates family clan agent "
     "agents operative operatives force forces militia fighter fighters militants militant press "
     "minister ministers mediator mediators mission missions ambassador monitors trainer trainers "
     "contingent contingents corps association associations federation federations chapter"},
    {RESOLVE_GENERAL, "member members recruit recruits veteran veterans remnants affiliate "
                      "affiliates"},
    {RESOLVE_GENERAL | RESOLVE_FOLLOWER,
     "supporter supporters follower followers sympathiser sympathisers sympathizer "
     "sympathizers loyalist loyalists backer backers"},
    {RESOLVE_AMOUNT,
     "group groups hundreds thousands dozens scores tens millions number majority handful pair "
     "some many most several one two three four five six seven eight nine ten each both half part "
     "parts couple lot lots any none team column convoy wave waves bulk band crowd crowds "
     "remnants elements element units unit contingent spokesman spokeswoman spokesperson "
     "section sections type kind delegation delegations alliance coalition gang network "
     "families family association federation union confederation throng mob"},
    {RESOLVE_REALM,
     "kingdom republic state city town province region capital district island islands emirate "
     "sultanate port village principality commonwealth duchy governorate prefecture county "
     "municipality nation country territory land peninsula federation confederation suburb "
     "enclave area neighbourhood neighborhood oblast atoll archipelago colony"},
    {RESOLVE_GROUND,
     "border borders coast coasts frontier frontiers soil territory territories waters airspace "
     "side capital city town village province region island islands suburb mainland "
     "countryside shore shores peninsula heartland desert highlands cities towns villages "
     "provinces regions district enclave port north south east west northeast northwest southeast "
     "southwest prefecture governorate county state"},
    {RESOLVE_RULING, "ruling governing"},
    {RESOLVE_FORMER, "former ex erstwhile onetime one-time ousted deposed retired exiled late "
                     "disgraced toppled fugitive ex-"},
    {RESOLVE_ACROSS,
     "international worldwide global transnational multinational pan-african pan-arab pan-asian "
     "pan-european world cross-border western intergovernmental regional pan-american pan "
     "islamist jihadist"},
    {RESOLVE_GENERIC,
     "people persons person man men woman women child children boy boys girl girls expert experts "
     "analyst analysts observer observers resident residents victim victims family families "
     "mother mothers father fathers parents youth youths leader leaders source sources crowd "
     "crowds population passenger passengers driver drivers survivor survivors foreigner "
     "foreigners tourist tourists community communities locals relatives aide aides agency "
     "department agencies departments commission bureau adviser advisers spokesman spokeswoman "
     "spokesperson chairman director delegates delegate neighbours neighbors party parties union "
     "association movement artist singer"},
    {RESOLVE_AID, "aid relief humanitarian charity charities ngo ngos nongovernmental "
                  "non-governmental nonprofit nonprofits"},
    {RESOLVE_BACKED, "backed born supported sponsored trained occupied controlled held funded "
                     "financed armed friendly supplied brokered mediated made built speaking "
                     "aligned allied annexed administered educated inspired dominated origin "
                     "descended linked bound bred style"},
    {RESOLVE_ETHNIC, "ethnic speakers speaking descent origin indigenous aboriginal native tribal"},
    {RESOLVE_KIN, "son sons daughter daughters wife wives widow husband brother brothers sister "
                  "sisters nephew niece cousin uncle aunt grandson granddaughter grandsons "
                  "son-in-law brother-in-law father-in-law daughter-in-law mother father "
                  "widower spouse relatives"},
    {RESOLVE_MOVEMENT, "movement movements network networks campaign"},
    {RESOLVE_THING,
     "war wars street road avenue square cup prize award open festival revolution "
     "river lake sea ocean gulf bridge tower wall treaty accord accords deal day resolution"},
    {RESOLVE_LOYAL,
     "loyal allied aide aides adviser advisers advisor advisors assistant assistants"},
    {RESOLVE_FROM_STATE, "governor governors secretary senator senators legislature lawmakers "
                         "legislator legislators"},
};

static size_t slot_of(const resolve_lexicon *lexicon, uint64_t key)
{
    size_t i = key % RESOLVE_SLOTS;
    while (lexicon->slots[i].flags && lexicon->slots[i].key != key)
        i = (i + 1) % RESOLVE_SLOTS;
    return i;
}

void resolve_words_fill(resolve_lexicon *lexicon)
{
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++) {
        slice rest = slice_of(lists[i].words), word;
        while (slice_next(&rest, ' ', &word)) {
            uint64_t key = text_key(word);
            size_t slot = slot_of(lexicon, key);
            lexicon->slots[slot].key = key;
            lexicon->slots[slot].flags |= lists[i].flags;
        }
    }
}

static uint32_t punctuation_flags(slice bytes)
{
    if (slice_is(bytes, ",") || slice_is(bytes, ";") || slice_is(bytes, "(") ||
        slice_is(bytes, ":") || slice_is(bytes, "\xe2\x80\x94") || slice_is(bytes, "--"))
        return RESOLVE_STOP;
    if (slice_is(bytes, "-") || slice_is(bytes, "\xe2\x80\x93"))
        return RESOLVE_DASH;
    return slice_is(bytes, "'") || slice_is(bytes, "\xe2\x80\x99") ? RESOLVE_OWNS : 0;
}

/* What the people's lexicon says of a word, as flags of ours. */
static uint32_t people_flags(const people_lexicon *lexicon, const text_token *token)
{
    size_t slot = people_slot(lexicon, token->key);
    uint32_t word = lexicon->slots[slot].word, given = lexicon->slots[slot].given;
    bool capital = (token->flags & TEXT_CAPITAL) != 0;
    return (word & (PEOPLE_MR | PEOPLE_CUSTOM | PEOPLE_STYLE) ? RESOLVE_HONORIFIC : 0) |
           (word & PEOPLE_FORMER ? RESOLVE_FORMER : 0) | (word & PEOPLE_PERSON ? RESOLVE_WHO : 0) |
           (word & (PEOPLE_FUNCTION | PEOPLE_TIME) ? RESOLVE_FUNCTION : 0) |
           (capital && given & PEOPLE_GIVEN ? RESOLVE_GIVEN : 0);
}

uint32_t resolve_word_flags(const resolve_line *l, const text_token *token)
{
    const reading_lexicon *lexicon = l->engine->lexicon;
    slice bytes = slice_range(l->text, token->start, token->end);
    if (token->kind != TEXT_WORD) {
        uint32_t joined = token->flags & TEXT_JOINED ? (uint32_t)RESOLVE_OWNS : 0;
        return punctuation_flags(bytes) | joined;
    }
    if (slice_is(bytes, "'s") || slice_is(bytes, "\xe2\x80\x99s") || slice_is(bytes, "'S"))
        return RESOLVE_OWNS;
    uint32_t flags = token->flags & TEXT_CAPITAL ? (uint32_t)RESOLVE_CAPITAL : 0;
    flags |= people_flags(&lexicon->people, token);
    size_t slot = slot_of(&lexicon->resolve, token->key);
    return lexicon->resolve.slots[slot].flags | flags;
}
