/* The words by which the scan knows what a sentence may say or whom it may mean.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * They are the words that the stages behind the parse look for, in one table by their keys.
 * Offices, agents, names and predicates are not here: the knowledge base and the codebook know
 * them. */
#include "reading/scan.h"

typedef struct scan_list {
    uint32_t flags;
    const char *words; /* separated by spaces */
} scan_list;

static const scan_list lists[] = {
    /* mentions_focus.c, mentions.c */
    {SCAN_PRONOUN,
     "he his him himself she her hers herself it its itself they their them themselves"},
    {SCAN_AUTHOR, "i we us me our ours"},
    {SCAN_NUMBER, "two three four five six seven eight"},
    {SCAN_PAIR,
     "both pair sides parties counterpart counterparts ministers presidents leaders heads "
     "interlocutors delegations diplomats officials principals"},
    {SCAN_BODY, "kingdom country republic nation island sultanate emirate bloc organisation "
                "organization alliance union"},
    {SCAN_HEAD,
     "side sides country countries state states nation nations party parties leader "
     "leaders government governments neighbour neighbours neighbor neighbors minister "
     "ministers president presidents team teams delegation delegations capital capitals "
     "people peoples pair pairs premier premiers official officials foe foes ally allies "
     "partner partners power powers republic republics kingdom kingdoms diplomat "
     "diplomats statesman statesmen head heads counterpart counterparts army armies "
     "force forces military militaries"},
    /* statements_voices.c, statements_phrases.c */
    {SCAN_AGENT,
     "office spokesman spokeswoman spokesperson spokespeople delegation delegations mission "
     "embassy side army command police communique communiqu\u00e9 readout ministry "
     "department party statement resolution declaration letter note message tweet speech "
     "text body organisation organization bloc agency alliance consulate general ambassador "
     "envoy delegate negotiator ministers presidents leaders heads interlocutors diplomats "
     "officials principals government"},
    {SCAN_SAYS, "according view views words opinion judgement judgment account estimate eyes "
                "assessment position stance belief clear plain known understood understand doubt "
                "attention tribute note"},
    {SCAN_PAPER, "statement declaration communique"},
    /* relations.c */
    {SCAN_RELATION, "relation relations tie ties link links relationship relationships"},
    {SCAN_THESE, "these those"},
    /* lemmas of findings_told.c, findings_events.c, findings_anniversaries.c */
    /* events_size.c */
    {SCAN_HARM, "dead died killed wounded injured hurt casualties injuries toll arrested"},
    {SCAN_ACT, "seize capture confiscate impound arrest detain meet sign attack bomb raid "
               "shell visit arrive expel recall kill assassinate murder kidnap abduct invade "
               "elect sink end conclude close finish begin start open land telephone phone "
               "vote leave depart fly return seizure confiscation detention meeting talk "
               "talks conversation session signing signature bombing shelling arrival "
               "expulsion killing assassination kidnapping abduction invasion election "
               "sinking call hold agreement treaty accord pact memorandum declaration "
               "protocol contract establish found adopt create launch form join independent "
               "become"},
};

void scan_words_fill(scan_lexicon *lexicon)
{
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++) {
        slice rest = slice_of(lists[i].words), word;
        while (slice_next(&rest, ' ', &word)) {
            uint64_t key = text_key(word);
            size_t slot = scan_slot(lexicon, key);
            lexicon->keys[slot] = key;
            lexicon->flags[slot] |= lists[i].flags;
        }
    }
}
