/* Closed lists that the rules need.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * Each is sorted by its words and searched by halves; test_syntax_lists asks for some of each. */
#include "syntax/lists.h"

#include <stddef.h>

#include "base/listed.h"

#define COUNT(list) (sizeof(list) / sizeof *(list))

typedef struct listed {
    const char *word;
    unsigned flags;
} listed;

/* clang-format off */
static const listed verbs[] = {
    {"absolve", VERB_TAKES_OF}, {"accept", VERB_SAYS}, {"accord", VERB_GIVES},
    {"accuse", VERB_OF_DOING | VERB_TAKES_OF}, {"acknowledge", VERB_SAYS | VERB_REPORTS},
    {"acquit", VERB_OF_DOING | VERB_TAKES_OF}, {"add", VERB_SAYS | VERB_REPORTS},
    {"admit", VERB_SAYS | VERB_REPORTS}, {"admonish", VERB_OF_DOING},
    {"advise", VERB_SAYS | VERB_CONTROLS}, {"affirm", VERB_SAYS | VERB_REPORTS},
    {"afford", VERB_GIVES}, {"agree", VERB_SAYS}, {"allege", VERB_SAYS | VERB_REPORTS},
    {"allocate", VERB_GIVES}, {"allow", VERB_CONTROLS}, {"announce", VERB_SAYS | VERB_REPORTS},
    {"answer", VERB_SAYS | VERB_REPORTS}, {"anticipate", VERB_SAYS}, {"appeal", VERB_CALLS_ON},
    {"applaud", VERB_OF_DOING}, {"appoint", VERB_CONTROLS}, {"appreciate", VERB_SAYS},
    {"approve", VERB_TAKES_OF}, {"argue", VERB_SAYS | VERB_REPORTS}, {"arrest", VERB_OF_DOING},
    {"ask", VERB_SAYS | VERB_REPORTS | VERB_CONTROLS | VERB_GIVES},
    {"assert", VERB_SAYS | VERB_REPORTS}, {"assign", VERB_CONTROLS | VERB_GIVES},
    {"assist", VERB_CONTROLS}, {"assume", VERB_SAYS}, {"assure", VERB_SAYS | VERB_TAKES_OF},
    {"authorise", VERB_CONTROLS}, {"authorize", VERB_CONTROLS}, {"award", VERB_GIVES},
    {"ban", VERB_OF_DOING}, {"bar", VERB_OF_DOING}, {"beg", VERB_CONTROLS},
    {"believe", VERB_SAYS | VERB_REPORTS | VERB_CONTROLS}, {"bid", VERB_GIVES},
    {"blame", VERB_OF_DOING}, {"blast", VERB_OF_DOING},
    {"boast", VERB_SAYS | VERB_REPORTS | VERB_TAKES_OF}, {"bring", VERB_CONTROLS | VERB_GIVES},
    {"call", VERB_CALLS_ON}, {"catch", VERB_OF_DOING}, {"cause", VERB_CONTROLS},
    {"caution", VERB_SAYS | VERB_REPORTS | VERB_CONTROLS | VERB_OF_DOING}, {"cede", VERB_GIVES},
    {"censure", VERB_OF_DOING}, {"certify", VERB_SAYS}, {"challenge", VERB_CONTROLS},
    {"charge", VERB_OF_DOING}, {"chide", VERB_OF_DOING}, {"choose", VERB_CONTROLS},
    {"claim", VERB_SAYS | VERB_REPORTS}, {"clarify", VERB_SAYS}, {"clear", VERB_TAKES_OF},
    {"coerce", VERB_CONTROLS}, {"command", VERB_CONTROLS}, {"commend", VERB_OF_DOING},
    {"comment", VERB_SAYS | VERB_REPORTS}, {"commission", VERB_CONTROLS}, {"compel", VERB_CONTROLS},
    {"complain", VERB_SAYS | VERB_REPORTS | VERB_TAKES_OF}, {"concede", VERB_SAYS | VERB_REPORTS},
    {"conclude", VERB_SAYS | VERB_REPORTS}, {"condemn", VERB_CONTROLS | VERB_OF_DOING},
    {"confirm", VERB_SAYS | VERB_REPORTS}, {"congratulate", VERB_OF_DOING},
    {"consider", VERB_SAYS | VERB_CONTROLS}, {"consist", VERB_TAKES_OF},
    {"contend", VERB_SAYS | VERB_REPORTS}, {"continue", VERB_SAYS | VERB_REPORTS},
    {"convict", VERB_OF_DOING | VERB_TAKES_OF},
    {"convince", VERB_SAYS | VERB_CONTROLS | VERB_TAKES_OF}, {"cost", VERB_GIVES},
    {"counsel", VERB_CONTROLS}, {"count", VERB_CALLS_ON}, {"counter", VERB_SAYS},
    {"criticise", VERB_OF_DOING}, {"criticize", VERB_OF_DOING}, {"decide", VERB_SAYS},
    {"declare", VERB_SAYS | VERB_REPORTS}, {"deem", VERB_CONTROLS}, {"demand", VERB_SAYS},
    {"demonstrate", VERB_SAYS}, {"denounce", VERB_OF_DOING}, {"deny", VERB_SAYS | VERB_GIVES},
    {"depend", VERB_CALLS_ON}, {"deploy", VERB_CONTROLS}, {"deprive", VERB_TAKES_OF},
    {"detain", VERB_OF_DOING}, {"deter", VERB_OF_DOING}, {"determine", VERB_SAYS},
    {"die", VERB_TAKES_OF}, {"direct", VERB_CONTROLS}, {"disapprove", VERB_TAKES_OF},
    {"disclose", VERB_SAYS | VERB_REPORTS}, {"discourage", VERB_OF_DOING}, {"discover", VERB_SAYS},
    {"dismiss", VERB_OF_DOING}, {"dispatch", VERB_CONTROLS}, {"dispose", VERB_TAKES_OF},
    {"dissuade", VERB_OF_DOING}, {"doubt", VERB_SAYS}, {"dream", VERB_SAYS | VERB_TAKES_OF},
    {"elect", VERB_CONTROLS}, {"emphasise", VERB_SAYS | VERB_REPORTS},
    {"emphasize", VERB_SAYS | VERB_REPORTS}, {"empower", VERB_CONTROLS}, {"enable", VERB_CONTROLS},
    {"encourage", VERB_CONTROLS}, {"ensure", VERB_SAYS}, {"entitle", VERB_CONTROLS},
    {"entreat", VERB_CONTROLS}, {"establish", VERB_SAYS}, {"estimate", VERB_SAYS},
    {"exclude", VERB_OF_DOING}, {"exhort", VERB_CONTROLS}, {"expect", VERB_SAYS | VERB_CONTROLS},
    {"expel", VERB_OF_DOING}, {"explain", VERB_SAYS | VERB_REPORTS}, {"fault", VERB_OF_DOING},
    {"fear", VERB_SAYS | VERB_REPORTS}, {"feel", VERB_SAYS}, {"figure", VERB_SAYS},
    {"find", VERB_SAYS | VERB_CONTROLS | VERB_OF_DOING}, {"fine", VERB_OF_DOING},
    {"fire", VERB_OF_DOING}, {"forbid", VERB_CONTROLS}, {"force", VERB_CONTROLS},
    {"forecast", VERB_SAYS}, {"foresee", VERB_SAYS}, {"forget", VERB_SAYS},
    {"forgive", VERB_OF_DOING}, {"get", VERB_CONTROLS}, {"give", VERB_GIVES}, {"grant", VERB_GIVES},
    {"guarantee", VERB_SAYS | VERB_GIVES}, {"guess", VERB_SAYS}, {"hand", VERB_GIVES},
    {"have", VERB_BARE}, {"hear", VERB_SAYS | VERB_OF_DOING | VERB_TAKES_OF | VERB_BARE},
    {"help", VERB_CONTROLS | VERB_BARE}, {"highlight", VERB_SAYS}, {"hinder", VERB_OF_DOING},
    {"hire", VERB_CONTROLS}, {"hope", VERB_SAYS | VERB_REPORTS}, {"implore", VERB_CONTROLS},
    {"imply", VERB_SAYS}, {"imprison", VERB_OF_DOING}, {"indicate", VERB_SAYS},
    {"indict", VERB_OF_DOING}, {"induce", VERB_CONTROLS}, {"inform", VERB_SAYS | VERB_TAKES_OF},
    {"insist", VERB_SAYS | VERB_REPORTS}, {"inspire", VERB_CONTROLS}, {"instruct", VERB_CONTROLS},
    {"intend", VERB_CONTROLS}, {"invite", VERB_CONTROLS}, {"jail", VERB_OF_DOING},
    {"joke", VERB_SAYS | VERB_REPORTS}, {"judge", VERB_SAYS}, {"keep", VERB_OF_DOING},
    {"know", VERB_SAYS | VERB_TAKES_OF}, {"lament", VERB_SAYS | VERB_REPORTS},
    {"lead", VERB_CONTROLS}, {"learn", VERB_SAYS | VERB_TAKES_OF}, {"lend", VERB_GIVES},
    {"let", VERB_BARE}, {"like", VERB_CONTROLS}, {"loan", VERB_GIVES}, {"lobby", VERB_CONTROLS},
    {"maintain", VERB_SAYS | VERB_REPORTS}, {"make", VERB_BARE}, {"mandate", VERB_CONTROLS},
    {"mean", VERB_SAYS}, {"mention", VERB_SAYS}, {"motivate", VERB_CONTROLS},
    {"name", VERB_CONTROLS}, {"need", VERB_CONTROLS}, {"nominate", VERB_CONTROLS},
    {"note", VERB_SAYS | VERB_REPORTS}, {"notice", VERB_SAYS},
    {"notify", VERB_SAYS | VERB_TAKES_OF}, {"object", VERB_SAYS}, {"oblige", VERB_CONTROLS},
    {"observe", VERB_SAYS | VERB_REPORTS}, {"offer", VERB_GIVES},
    {"order", VERB_SAYS | VERB_CONTROLS}, {"owe", VERB_GIVES}, {"pardon", VERB_OF_DOING},
    {"pay", VERB_CONTROLS | VERB_GIVES}, {"permit", VERB_CONTROLS},
    {"persuade", VERB_SAYS | VERB_CONTROLS}, {"plead", VERB_CALLS_ON},
    {"pledge", VERB_SAYS | VERB_REPORTS}, {"point", VERB_SAYS}, {"post", VERB_SAYS | VERB_REPORTS},
    {"praise", VERB_OF_DOING}, {"pray", VERB_SAYS}, {"predict", VERB_SAYS | VERB_REPORTS},
    {"prefer", VERB_CONTROLS}, {"press", VERB_CONTROLS | VERB_CALLS_ON},
    {"pressure", VERB_CONTROLS}, {"prevail", VERB_CALLS_ON}, {"prevent", VERB_OF_DOING},
    {"proclaim", VERB_SAYS}, {"prohibit", VERB_OF_DOING},
    {"promise", VERB_SAYS | VERB_REPORTS | VERB_GIVES}, {"prompt", VERB_CONTROLS},
    {"propose", VERB_SAYS}, {"prosecute", VERB_OF_DOING}, {"protest", VERB_SAYS},
    {"prove", VERB_SAYS | VERB_CONTROLS}, {"punish", VERB_OF_DOING}, {"push", VERB_CONTROLS},
    {"quip", VERB_SAYS | VERB_REPORTS}, {"read", VERB_SAYS | VERB_REPORTS},
    {"reaffirm", VERB_SAYS | VERB_REPORTS}, {"realise", VERB_SAYS}, {"realize", VERB_SAYS},
    {"reason", VERB_SAYS}, {"rebuke", VERB_OF_DOING}, {"recall", VERB_SAYS | VERB_REPORTS},
    {"reckon", VERB_SAYS}, {"recognise", VERB_SAYS}, {"recognize", VERB_SAYS},
    {"recommend", VERB_SAYS}, {"recount", VERB_SAYS | VERB_REPORTS}, {"recruit", VERB_CONTROLS},
    {"refuse", VERB_GIVES}, {"regret", VERB_SAYS}, {"reiterate", VERB_SAYS | VERB_REPORTS},
    {"relieve", VERB_TAKES_OF}, {"rely", VERB_CALLS_ON}, {"remark", VERB_SAYS | VERB_REPORTS},
    {"remember", VERB_SAYS}, {"remind", VERB_SAYS | VERB_CONTROLS | VERB_TAKES_OF},
    {"reply", VERB_SAYS | VERB_REPORTS}, {"report", VERB_SAYS | VERB_REPORTS},
    {"reprimand", VERB_OF_DOING}, {"reproach", VERB_OF_DOING},
    {"request", VERB_SAYS | VERB_CONTROLS}, {"require", VERB_SAYS | VERB_CONTROLS},
    {"resolve", VERB_SAYS}, {"respond", VERB_SAYS | VERB_REPORTS}, {"restrain", VERB_OF_DOING},
    {"reveal", VERB_SAYS | VERB_REPORTS}, {"reward", VERB_OF_DOING}, {"rid", VERB_TAKES_OF},
    {"rob", VERB_TAKES_OF}, {"rule", VERB_SAYS}, {"rumor", VERB_SAYS}, {"rumour", VERB_SAYS},
    {"sanction", VERB_OF_DOING}, {"say", VERB_SAYS | VERB_REPORTS}, {"scold", VERB_OF_DOING},
    {"see", VERB_SAYS | VERB_OF_DOING | VERB_BARE}, {"select", VERB_CONTROLS}, {"sell", VERB_GIVES},
    {"send", VERB_CONTROLS | VERB_GIVES}, {"sense", VERB_SAYS}, {"sentence", VERB_CONTROLS},
    {"show", VERB_SAYS | VERB_GIVES}, {"signal", VERB_SAYS | VERB_CALLS_ON},
    {"slam", VERB_OF_DOING}, {"speak", VERB_TAKES_OF}, {"specify", VERB_SAYS},
    {"speculate", VERB_SAYS}, {"state", VERB_SAYS | VERB_REPORTS},
    {"stipulate", VERB_SAYS | VERB_REPORTS}, {"stop", VERB_OF_DOING},
    {"stress", VERB_SAYS | VERB_REPORTS}, {"strip", VERB_TAKES_OF}, {"sue", VERB_OF_DOING},
    {"suggest", VERB_SAYS | VERB_REPORTS}, {"summon", VERB_CONTROLS}, {"suppose", VERB_SAYS},
    {"suspect", VERB_OF_DOING | VERB_TAKES_OF}, {"swear", VERB_SAYS}, {"talk", VERB_TAKES_OF},
    {"task", VERB_CONTROLS}, {"teach", VERB_SAYS | VERB_CONTROLS | VERB_GIVES},
    {"tell", VERB_SAYS | VERB_REPORTS | VERB_CONTROLS | VERB_GIVES}, {"tempt", VERB_CONTROLS},
    {"testify", VERB_SAYS | VERB_REPORTS}, {"thank", VERB_OF_DOING},
    {"think", VERB_SAYS | VERB_REPORTS | VERB_TAKES_OF}, {"threaten", VERB_SAYS},
    {"tire", VERB_TAKES_OF}, {"train", VERB_CONTROLS}, {"trick", VERB_CONTROLS},
    {"try", VERB_OF_DOING}, {"tweet", VERB_SAYS | VERB_REPORTS},
    {"underline", VERB_SAYS | VERB_REPORTS}, {"underscore", VERB_SAYS | VERB_REPORTS},
    {"understand", VERB_SAYS}, {"urge", VERB_CONTROLS | VERB_CALLS_ON}, {"verify", VERB_SAYS},
    {"vote", VERB_SAYS}, {"vow", VERB_SAYS | VERB_REPORTS}, {"wait", VERB_CALLS_ON},
    {"want", VERB_CONTROLS},
    {"warn", VERB_SAYS | VERB_REPORTS | VERB_CONTROLS | VERB_OF_DOING | VERB_TAKES_OF},
    {"watch", VERB_BARE}, {"wire", VERB_GIVES}, {"wish", VERB_SAYS | VERB_CONTROLS | VERB_GIVES},
    {"wonder", VERB_SAYS}, {"worry", VERB_SAYS}, {"write", VERB_SAYS | VERB_REPORTS},
};

static const listed nouns[] = {
    {"ability", NOUN_INTENT}, {"afternoon", NOUN_PERIOD}, {"apr", NOUN_MONTH},
    {"april", NOUN_MONTH}, {"attempt", NOUN_INTENT}, {"aug", NOUN_MONTH}, {"august", NOUN_MONTH},
    {"autumn", NOUN_PERIOD}, {"bid", NOUN_INTENT}, {"call", NOUN_INTENT}, {"century", NOUN_PERIOD},
    {"commitment", NOUN_INTENT}, {"date", NOUN_PERIOD}, {"day", NOUN_PERIOD}, {"days", NOUN_PERIOD},
    {"dec", NOUN_MONTH}, {"decade", NOUN_PERIOD}, {"decades", NOUN_PERIOD},
    {"december", NOUN_MONTH}, {"decision", NOUN_INTENT}, {"demand", NOUN_INTENT},
    {"desire", NOUN_INTENT}, {"determination", NOUN_INTENT}, {"duty", NOUN_INTENT},
    {"effort", NOUN_INTENT}, {"efforts", NOUN_INTENT}, {"evening", NOUN_PERIOD},
    {"failure", NOUN_INTENT}, {"feb", NOUN_MONTH}, {"february", NOUN_MONTH}, {"fri", NOUN_TIME},
    {"friday", NOUN_TIME}, {"hour", NOUN_PERIOD}, {"hours", NOUN_PERIOD},
    {"inability", NOUN_INTENT}, {"intention", NOUN_INTENT}, {"jan", NOUN_MONTH},
    {"january", NOUN_MONTH}, {"jul", NOUN_MONTH}, {"july", NOUN_MONTH}, {"jun", NOUN_MONTH},
    {"june", NOUN_MONTH}, {"mar", NOUN_MONTH}, {"march", NOUN_MONTH}, {"may", NOUN_MONTH},
    {"midnight", NOUN_PERIOD}, {"minute", NOUN_PERIOD}, {"minutes", NOUN_PERIOD},
    {"mon", NOUN_TIME}, {"monday", NOUN_TIME}, {"month", NOUN_PERIOD}, {"months", NOUN_PERIOD},
    {"morning", NOUN_PERIOD}, {"mornings", NOUN_PERIOD}, {"move", NOUN_INTENT},
    {"need", NOUN_INTENT}, {"night", NOUN_PERIOD}, {"nights", NOUN_PERIOD}, {"noon", NOUN_PERIOD},
    {"nov", NOUN_MONTH}, {"november", NOUN_MONTH}, {"obligation", NOUN_INTENT}, {"oct", NOUN_MONTH},
    {"october", NOUN_MONTH}, {"offer", NOUN_INTENT}, {"plan", NOUN_INTENT}, {"plans", NOUN_INTENT},
    {"pledge", NOUN_INTENT}, {"promise", NOUN_INTENT}, {"proposal", NOUN_INTENT},
    {"quarter", NOUN_PERIOD}, {"readiness", NOUN_INTENT}, {"refusal", NOUN_INTENT},
    {"request", NOUN_INTENT}, {"right", NOUN_INTENT}, {"sat", NOUN_TIME}, {"saturday", NOUN_TIME},
    {"sep", NOUN_MONTH}, {"sept", NOUN_MONTH}, {"september", NOUN_MONTH}, {"spring", NOUN_PERIOD},
    {"summer", NOUN_PERIOD}, {"sun", NOUN_TIME}, {"sunday", NOUN_TIME}, {"threat", NOUN_INTENT},
    {"thu", NOUN_TIME}, {"thur", NOUN_TIME}, {"thurs", NOUN_TIME}, {"thursday", NOUN_TIME},
    {"time", NOUN_PERIOD}, {"today", NOUN_TIME}, {"tomorrow", NOUN_TIME}, {"tonight", NOUN_TIME},
    {"tue", NOUN_TIME}, {"tues", NOUN_TIME}, {"tuesday", NOUN_TIME}, {"vow", NOUN_INTENT},
    {"wed", NOUN_TIME}, {"wednesday", NOUN_TIME}, {"week", NOUN_PERIOD}, {"weekend", NOUN_PERIOD},
    {"weeks", NOUN_PERIOD}, {"willingness", NOUN_INTENT}, {"winter", NOUN_PERIOD},
    {"wish", NOUN_INTENT}, {"year", NOUN_PERIOD}, {"years", NOUN_PERIOD}, {"yesterday", NOUN_TIME},
};
/* clang-format on */

/* Both words, by a space. */
static const char *const long_prepositions[] = {
    "according to", "ahead of",   "along with",    "apart from", "as for",      "as of",
    "as to",        "aside from", "away from",     "based on",   "because of",  "close to",
    "contrary to",  "due to",     "inside of",     "instead of", "next to",     "other than",
    "out of",       "outside of", "owing to",      "prior to",   "rather than", "regardless of",
    "such as",      "thanks to",  "together with", "up to",
};

static unsigned flags_of(const listed *list, size_t count, slice word)
{
    const listed *found = listed_find(list, count, sizeof *list, word);
    return found ? found->flags : 0;
}

unsigned verb_flags(slice lemma)
{
    return flags_of(verbs, COUNT(verbs), lemma);
}

unsigned noun_flags(slice word)
{
    return flags_of(nouns, COUNT(nouns), word);
}

bool is_long_preposition(slice first, slice second)
{
    for (size_t i = 0; i < COUNT(long_prepositions); i++) {
        slice both = slice_of(long_prepositions[i]);
        if (both.len == first.len + 1 + second.len && both.ptr[first.len] == ' ' &&
            slice_starts(both, first) && slice_ends(both, second))
            return true;
    }
    return false;
}
