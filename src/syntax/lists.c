/* Closed lists that the rules need.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * Each is sorted by its words and searched by halves; test_syntax asks for its first and last. */
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
    {"advise", VERB_SAYS | VERB_ADDRESSES | VERB_CONTROLS}, {"affirm", VERB_SAYS | VERB_REPORTS},
    {"afford", VERB_GIVES}, {"agree", VERB_SAYS | VERB_INFINITIVE}, {"aim", VERB_INFINITIVE},
    {"allege", VERB_SAYS | VERB_REPORTS}, {"allocate", VERB_GIVES}, {"allow", VERB_CONTROLS},
    {"announce", VERB_SAYS | VERB_REPORTS}, {"answer", VERB_SAYS | VERB_REPORTS},
    {"anticipate", VERB_SAYS}, {"appeal", VERB_CALLS_ON}, {"applaud", VERB_OF_DOING},
    {"appoint", VERB_CONTROLS}, {"appreciate", VERB_SAYS}, {"approve", VERB_TAKES_OF},
    {"argue", VERB_SAYS | VERB_REPORTS}, {"arrest", VERB_OF_DOING},
    {"ask", VERB_SAYS | VERB_REPORTS | VERB_ADDRESSES |
    VERB_CONTROLS | VERB_GIVES | VERB_INFINITIVE}, {"assert", VERB_SAYS | VERB_REPORTS},
    {"assign", VERB_CONTROLS | VERB_GIVES}, {"assist", VERB_CONTROLS}, {"assume", VERB_SAYS},
    {"assure", VERB_SAYS | VERB_ADDRESSES | VERB_TAKES_OF}, {"attempt", VERB_INFINITIVE},
    {"authorise", VERB_CONTROLS}, {"authorize", VERB_CONTROLS}, {"award", VERB_GIVES},
    {"ban", VERB_OF_DOING}, {"bar", VERB_OF_DOING}, {"beg", VERB_CONTROLS},
    {"begin", VERB_INFINITIVE}, {"believe", VERB_SAYS | VERB_REPORTS | VERB_CONTROLS},
    {"bid", VERB_GIVES}, {"blame", VERB_OF_DOING}, {"blast", VERB_OF_DOING},
    {"boast", VERB_SAYS | VERB_REPORTS | VERB_TAKES_OF}, {"bring", VERB_CONTROLS | VERB_GIVES},
    {"call", VERB_CALLS_ON | VERB_INFINITIVE}, {"catch", VERB_OF_DOING}, {"cause", VERB_CONTROLS},
    {"caution", VERB_SAYS | VERB_REPORTS | VERB_ADDRESSES | VERB_CONTROLS | VERB_OF_DOING},
    {"cede", VERB_GIVES}, {"censure", VERB_OF_DOING}, {"certify", VERB_SAYS},
    {"challenge", VERB_CONTROLS}, {"charge", VERB_OF_DOING}, {"chide", VERB_OF_DOING},
    {"choose", VERB_CONTROLS | VERB_INFINITIVE}, {"claim", VERB_SAYS | VERB_REPORTS},
    {"clarify", VERB_SAYS}, {"clear", VERB_TAKES_OF}, {"coerce", VERB_CONTROLS},
    {"command", VERB_CONTROLS}, {"commend", VERB_OF_DOING}, {"comment", VERB_SAYS | VERB_REPORTS},
    {"commission", VERB_CONTROLS}, {"commit", VERB_INFINITIVE}, {"compel", VERB_CONTROLS},
    {"complain", VERB_SAYS | VERB_REPORTS | VERB_TAKES_OF}, {"concede", VERB_SAYS | VERB_REPORTS},
    {"conclude", VERB_SAYS | VERB_REPORTS}, {"condemn", VERB_CONTROLS | VERB_OF_DOING},
    {"confirm", VERB_SAYS | VERB_REPORTS}, {"congratulate", VERB_OF_DOING},
    {"consider", VERB_SAYS | VERB_CONTROLS}, {"consist", VERB_TAKES_OF},
    {"contend", VERB_SAYS | VERB_REPORTS},
    {"continue", VERB_SAYS | VERB_REPORTS | VERB_INFINITIVE},
    {"convict", VERB_OF_DOING | VERB_TAKES_OF},
    {"convince", VERB_SAYS | VERB_ADDRESSES | VERB_CONTROLS | VERB_TAKES_OF},
    {"cost", VERB_GIVES}, {"counsel", VERB_CONTROLS}, {"count", VERB_CALLS_ON},
    {"counter", VERB_SAYS}, {"criticise", VERB_OF_DOING}, {"criticize", VERB_OF_DOING},
    {"decide", VERB_SAYS | VERB_INFINITIVE}, {"declare", VERB_SAYS | VERB_REPORTS},
    {"decline", VERB_INFINITIVE}, {"deem", VERB_CONTROLS}, {"demand", VERB_SAYS},
    {"demonstrate", VERB_SAYS}, {"denounce", VERB_OF_DOING}, {"deny", VERB_SAYS | VERB_GIVES},
    {"depend", VERB_CALLS_ON}, {"deploy", VERB_CONTROLS}, {"deprive", VERB_TAKES_OF},
    {"detain", VERB_OF_DOING}, {"deter", VERB_OF_DOING}, {"determine", VERB_SAYS},
    {"die", VERB_TAKES_OF}, {"direct", VERB_CONTROLS}, {"disapprove", VERB_TAKES_OF},
    {"disclose", VERB_SAYS | VERB_REPORTS}, {"discourage", VERB_OF_DOING},
    {"discover", VERB_SAYS}, {"dismiss", VERB_OF_DOING}, {"dispatch", VERB_CONTROLS},
    {"dispose", VERB_TAKES_OF}, {"dissuade", VERB_OF_DOING}, {"doubt", VERB_SAYS},
    {"dream", VERB_SAYS | VERB_TAKES_OF}, {"elect", VERB_CONTROLS},
    {"emphasise", VERB_SAYS | VERB_REPORTS}, {"emphasize", VERB_SAYS | VERB_REPORTS},
    {"empower", VERB_CONTROLS}, {"enable", VERB_CONTROLS}, {"encourage", VERB_CONTROLS},
    {"ensure", VERB_SAYS}, {"entitle", VERB_CONTROLS}, {"entreat", VERB_CONTROLS},
    {"establish", VERB_SAYS}, {"estimate", VERB_SAYS}, {"exclude", VERB_OF_DOING},
    {"exhort", VERB_CONTROLS}, {"expect", VERB_SAYS | VERB_CONTROLS | VERB_INFINITIVE},
    {"expel", VERB_OF_DOING}, {"explain", VERB_SAYS | VERB_REPORTS}, {"fail", VERB_INFINITIVE},
    {"fault", VERB_OF_DOING}, {"fear", VERB_SAYS | VERB_REPORTS}, {"feel", VERB_SAYS},
    {"figure", VERB_SAYS}, {"find", VERB_SAYS | VERB_CONTROLS | VERB_OF_DOING},
    {"fine", VERB_OF_DOING}, {"fire", VERB_OF_DOING}, {"forbid", VERB_CONTROLS},
    {"force", VERB_CONTROLS}, {"forecast", VERB_SAYS}, {"foresee", VERB_SAYS},
    {"forget", VERB_SAYS}, {"forgive", VERB_OF_DOING}, {"get", VERB_CONTROLS},
    {"give", VERB_GIVES}, {"grant", VERB_GIVES}, {"guarantee", VERB_SAYS | VERB_GIVES},
    {"guess", VERB_SAYS}, {"hand", VERB_GIVES}, {"have", VERB_BARE},
    {"hear", VERB_SAYS | VERB_OF_DOING | VERB_TAKES_OF | VERB_BARE},
    {"help", VERB_CONTROLS | VERB_INFINITIVE | VERB_BARE}, {"highlight", VERB_SAYS},
    {"hinder", VERB_OF_DOING}, {"hire", VERB_CONTROLS},
    {"hope", VERB_SAYS | VERB_REPORTS | VERB_INFINITIVE}, {"implore", VERB_CONTROLS},
    {"imply", VERB_SAYS}, {"imprison", VERB_OF_DOING}, {"indicate", VERB_SAYS},
    {"indict", VERB_OF_DOING}, {"induce", VERB_CONTROLS},
    {"inform", VERB_SAYS | VERB_ADDRESSES | VERB_TAKES_OF}, {"insist", VERB_SAYS | VERB_REPORTS},
    {"inspire", VERB_CONTROLS}, {"instruct", VERB_CONTROLS},
    {"intend", VERB_CONTROLS | VERB_INFINITIVE}, {"invite", VERB_CONTROLS},
    {"jail", VERB_OF_DOING}, {"joke", VERB_SAYS | VERB_REPORTS}, {"judge", VERB_SAYS},
    {"keep", VERB_OF_DOING}, {"know", VERB_SAYS | VERB_TAKES_OF},
    {"lament", VERB_SAYS | VERB_REPORTS}, {"lead", VERB_CONTROLS},
    {"learn", VERB_SAYS | VERB_TAKES_OF}, {"lend", VERB_GIVES}, {"let", VERB_BARE},
    {"like", VERB_CONTROLS}, {"loan", VERB_GIVES}, {"lobby", VERB_CONTROLS},
    {"maintain", VERB_SAYS | VERB_REPORTS}, {"make", VERB_BARE}, {"manage", VERB_INFINITIVE},
    {"mandate", VERB_CONTROLS}, {"mean", VERB_SAYS}, {"mention", VERB_SAYS},
    {"motivate", VERB_CONTROLS}, {"move", VERB_INFINITIVE}, {"name", VERB_CONTROLS},
    {"need", VERB_CONTROLS | VERB_INFINITIVE}, {"nominate", VERB_CONTROLS},
    {"note", VERB_SAYS | VERB_REPORTS}, {"notice", VERB_SAYS},
    {"notify", VERB_SAYS | VERB_ADDRESSES | VERB_TAKES_OF}, {"object", VERB_SAYS},
    {"oblige", VERB_CONTROLS}, {"observe", VERB_SAYS | VERB_REPORTS},
    {"offer", VERB_GIVES | VERB_INFINITIVE},
    {"order", VERB_SAYS | VERB_CONTROLS | VERB_INFINITIVE}, {"owe", VERB_GIVES},
    {"pardon", VERB_OF_DOING}, {"pay", VERB_CONTROLS | VERB_GIVES}, {"permit", VERB_CONTROLS},
    {"persuade", VERB_SAYS | VERB_ADDRESSES | VERB_CONTROLS}, {"plan", VERB_INFINITIVE},
    {"plead", VERB_CALLS_ON}, {"pledge", VERB_SAYS | VERB_REPORTS | VERB_INFINITIVE},
    {"point", VERB_SAYS}, {"post", VERB_SAYS | VERB_REPORTS}, {"praise", VERB_OF_DOING},
    {"pray", VERB_SAYS}, {"predict", VERB_SAYS | VERB_REPORTS}, {"prefer", VERB_CONTROLS},
    {"prepare", VERB_INFINITIVE}, {"press", VERB_CONTROLS | VERB_CALLS_ON},
    {"pressure", VERB_CONTROLS}, {"prevail", VERB_CALLS_ON}, {"prevent", VERB_OF_DOING},
    {"proclaim", VERB_SAYS}, {"prohibit", VERB_OF_DOING},
    {"promise", VERB_SAYS | VERB_REPORTS | VERB_ADDRESSES | VERB_GIVES | VERB_INFINITIVE},
    {"prompt", VERB_CONTROLS}, {"propose", VERB_SAYS}, {"prosecute", VERB_OF_DOING},
    {"protest", VERB_SAYS}, {"prove", VERB_SAYS | VERB_CONTROLS}, {"punish", VERB_OF_DOING},
    {"push", VERB_CONTROLS}, {"quip", VERB_SAYS | VERB_REPORTS},
    {"read", VERB_SAYS | VERB_REPORTS}, {"reaffirm", VERB_SAYS | VERB_REPORTS},
    {"realise", VERB_SAYS}, {"realize", VERB_SAYS}, {"reason", VERB_SAYS},
    {"reassure", VERB_ADDRESSES}, {"rebuke", VERB_OF_DOING}, {"recall", VERB_SAYS | VERB_REPORTS},
    {"reckon", VERB_SAYS}, {"recognise", VERB_SAYS}, {"recognize", VERB_SAYS},
    {"recommend", VERB_SAYS}, {"recount", VERB_SAYS | VERB_REPORTS}, {"recruit", VERB_CONTROLS},
    {"refuse", VERB_GIVES | VERB_INFINITIVE}, {"regret", VERB_SAYS},
    {"reiterate", VERB_SAYS | VERB_REPORTS}, {"relieve", VERB_TAKES_OF}, {"rely", VERB_CALLS_ON},
    {"remark", VERB_SAYS | VERB_REPORTS}, {"remember", VERB_SAYS},
    {"remind", VERB_SAYS | VERB_ADDRESSES | VERB_CONTROLS | VERB_TAKES_OF},
    {"reply", VERB_SAYS | VERB_REPORTS}, {"report", VERB_SAYS | VERB_REPORTS},
    {"reprimand", VERB_OF_DOING}, {"reproach", VERB_OF_DOING},
    {"request", VERB_SAYS | VERB_CONTROLS}, {"require", VERB_SAYS | VERB_CONTROLS},
    {"resolve", VERB_SAYS}, {"respond", VERB_SAYS | VERB_REPORTS}, {"restrain", VERB_OF_DOING},
    {"reveal", VERB_SAYS | VERB_REPORTS}, {"reward", VERB_OF_DOING}, {"rid", VERB_TAKES_OF},
    {"rob", VERB_TAKES_OF}, {"rule", VERB_SAYS}, {"rumor", VERB_SAYS}, {"rumour", VERB_SAYS},
    {"rush", VERB_INFINITIVE}, {"sanction", VERB_OF_DOING}, {"say", VERB_SAYS | VERB_REPORTS},
    {"scold", VERB_OF_DOING}, {"scramble", VERB_INFINITIVE},
    {"see", VERB_SAYS | VERB_OF_DOING | VERB_BARE}, {"seek", VERB_INFINITIVE},
    {"select", VERB_CONTROLS}, {"sell", VERB_GIVES}, {"send", VERB_CONTROLS | VERB_GIVES},
    {"sense", VERB_SAYS}, {"sentence", VERB_CONTROLS},
    {"show", VERB_SAYS | VERB_ADDRESSES | VERB_GIVES}, {"signal", VERB_SAYS | VERB_CALLS_ON},
    {"slam", VERB_OF_DOING}, {"speak", VERB_TAKES_OF}, {"specify", VERB_SAYS},
    {"speculate", VERB_SAYS}, {"start", VERB_INFINITIVE}, {"state", VERB_SAYS | VERB_REPORTS},
    {"stipulate", VERB_SAYS | VERB_REPORTS}, {"stop", VERB_OF_DOING},
    {"stress", VERB_SAYS | VERB_REPORTS}, {"strip", VERB_TAKES_OF}, {"struggle", VERB_INFINITIVE},
    {"sue", VERB_OF_DOING}, {"suggest", VERB_SAYS | VERB_REPORTS}, {"summon", VERB_CONTROLS},
    {"suppose", VERB_SAYS}, {"suspect", VERB_OF_DOING | VERB_TAKES_OF},
    {"swear", VERB_SAYS | VERB_INFINITIVE}, {"talk", VERB_TAKES_OF}, {"task", VERB_CONTROLS},
    {"teach", VERB_SAYS | VERB_ADDRESSES | VERB_CONTROLS | VERB_GIVES},
    {"tell", VERB_SAYS | VERB_REPORTS | VERB_ADDRESSES | VERB_CONTROLS | VERB_GIVES},
    {"tempt", VERB_CONTROLS}, {"testify", VERB_SAYS | VERB_REPORTS}, {"thank", VERB_OF_DOING},
    {"think", VERB_SAYS | VERB_REPORTS | VERB_TAKES_OF},
    {"threaten", VERB_SAYS | VERB_INFINITIVE}, {"tire", VERB_TAKES_OF}, {"train", VERB_CONTROLS},
    {"trick", VERB_CONTROLS}, {"try", VERB_OF_DOING | VERB_INFINITIVE},
    {"tweet", VERB_SAYS | VERB_REPORTS}, {"underline", VERB_SAYS | VERB_REPORTS},
    {"underscore", VERB_SAYS | VERB_REPORTS}, {"understand", VERB_SAYS},
    {"undertake", VERB_INFINITIVE}, {"urge", VERB_CONTROLS | VERB_CALLS_ON | VERB_INFINITIVE},
    {"verify", VERB_SAYS}, {"vote", VERB_SAYS | VERB_INFINITIVE},
    {"vow", VERB_SAYS | VERB_REPORTS | VERB_INFINITIVE}, {"wait", VERB_CALLS_ON},
    {"want", VERB_CONTROLS | VERB_INFINITIVE},
    {"warn", VERB_SAYS | VERB_REPORTS | VERB_ADDRESSES |
    VERB_CONTROLS | VERB_OF_DOING | VERB_TAKES_OF}, {"watch", VERB_BARE}, {"wire", VERB_GIVES},
    {"wish", VERB_SAYS | VERB_CONTROLS | VERB_GIVES | VERB_INFINITIVE}, {"wonder", VERB_SAYS},
    {"worry", VERB_SAYS}, {"write", VERB_SAYS | VERB_REPORTS},
};

static const listed nouns[] = {
    {"ability", NOUN_INTENT}, {"accusation", NOUN_CONTENT}, {"accusations", NOUN_CONTENT},
    {"activist", NOUN_ROLE}, {"admiral", NOUN_ROLE}, {"adviser", NOUN_ROLE},
    {"advisor", NOUN_ROLE}, {"affairs", NOUN_PORTFOLIO}, {"afternoon", NOUN_PERIOD},
    {"agreement", NOUN_CONTENT}, {"agriculture", NOUN_PORTFOLIO}, {"aide", NOUN_ROLE},
    {"allegation", NOUN_CONTENT}, {"allegations", NOUN_CONTENT}, {"ambassador", NOUN_ROLE},
    {"analyst", NOUN_ROLE}, {"announcement", NOUN_CONTENT}, {"apr", NOUN_MONTH},
    {"april", NOUN_MONTH}, {"archbishop", NOUN_ROLE}, {"argument", NOUN_CONTENT},
    {"assertion", NOUN_CONTENT}, {"assurance", NOUN_CONTENT}, {"assurances", NOUN_CONTENT},
    {"attempt", NOUN_INTENT}, {"attorney", NOUN_ROLE}, {"aug", NOUN_MONTH},
    {"august", NOUN_MONTH}, {"autumn", NOUN_PERIOD}, {"ayatollah", NOUN_ROLE},
    {"belief", NOUN_CONTENT}, {"bid", NOUN_INTENT}, {"bishop", NOUN_ROLE}, {"blogger", NOUN_ROLE},
    {"brother", NOUN_ROLE}, {"businessman", NOUN_ROLE}, {"businesswoman", NOUN_ROLE},
    {"call", NOUN_CONTENT | NOUN_INTENT}, {"candidate", NOUN_ROLE}, {"captain", NOUN_ROLE},
    {"cardinal", NOUN_ROLE}, {"century", NOUN_PERIOD}, {"ceo", NOUN_ROLE}, {"chair", NOUN_ROLE},
    {"chairman", NOUN_ROLE}, {"chairperson", NOUN_ROLE}, {"chairwoman", NOUN_ROLE},
    {"chance", NOUN_CONTENT}, {"chancellor", NOUN_ROLE}, {"chief", NOUN_ROLE},
    {"claim", NOUN_CONTENT}, {"claims", NOUN_CONTENT}, {"cleric", NOUN_ROLE},
    {"colleague", NOUN_ROLE}, {"colonel", NOUN_ROLE}, {"commander", NOUN_ROLE},
    {"commerce", NOUN_PORTFOLIO}, {"commissioner", NOUN_ROLE}, {"commitment", NOUN_INTENT},
    {"commonwealth", NOUN_PORTFOLIO}, {"communications", NOUN_PORTFOLIO},
    {"concern", NOUN_CONTENT}, {"concerns", NOUN_CONTENT}, {"conclusion", NOUN_CONTENT},
    {"condition", NOUN_CONTENT}, {"confidence", NOUN_CONTENT}, {"congressman", NOUN_ROLE},
    {"congresswoman", NOUN_ROLE}, {"consul", NOUN_ROLE}, {"conviction", NOUN_CONTENT},
    {"cooperation", NOUN_PORTFOLIO}, {"coordinator", NOUN_ROLE}, {"counsellor", NOUN_ROLE},
    {"counterpart", NOUN_ROLE}, {"crown", NOUN_ROLE}, {"culture", NOUN_PORTFOLIO},
    {"date", NOUN_PERIOD}, {"daughter", NOUN_ROLE}, {"day", NOUN_PERIOD}, {"days", NOUN_PERIOD},
    {"dec", NOUN_MONTH}, {"decade", NOUN_PERIOD}, {"decades", NOUN_PERIOD},
    {"december", NOUN_MONTH}, {"decision", NOUN_CONTENT | NOUN_INTENT},
    {"defence", NOUN_PORTFOLIO}, {"defense", NOUN_PORTFOLIO}, {"delegate", NOUN_ROLE},
    {"demand", NOUN_CONTENT | NOUN_INTENT}, {"deputy", NOUN_ROLE}, {"desire", NOUN_INTENT},
    {"determination", NOUN_INTENT}, {"development", NOUN_PORTFOLIO}, {"diplomat", NOUN_ROLE},
    {"director", NOUN_ROLE}, {"dissident", NOUN_ROLE}, {"doubt", NOUN_CONTENT}, {"dr", NOUN_ROLE},
    {"dr.", NOUN_ROLE}, {"duty", NOUN_INTENT}, {"economist", NOUN_ROLE},
    {"economy", NOUN_PORTFOLIO}, {"education", NOUN_PORTFOLIO}, {"effort", NOUN_INTENT},
    {"efforts", NOUN_INTENT}, {"emir", NOUN_ROLE}, {"emperor", NOUN_ROLE},
    {"employment", NOUN_PORTFOLIO}, {"energy", NOUN_PORTFOLIO}, {"environment", NOUN_PORTFOLIO},
    {"envoy", NOUN_ROLE}, {"europe", NOUN_PORTFOLIO}, {"evening", NOUN_PERIOD},
    {"evidence", NOUN_CONTENT}, {"external", NOUN_PORTFOLIO}, {"fact", NOUN_CONTENT},
    {"failure", NOUN_INTENT}, {"father", NOUN_ROLE}, {"fear", NOUN_CONTENT},
    {"fears", NOUN_CONTENT}, {"feb", NOUN_MONTH}, {"february", NOUN_MONTH},
    {"finance", NOUN_PORTFOLIO}, {"first-lady", NOUN_ROLE}, {"fisheries", NOUN_PORTFOLIO},
    {"foreign", NOUN_PORTFOLIO}, {"forestry", NOUN_PORTFOLIO}, {"founder", NOUN_ROLE},
    {"fri", NOUN_TIME}, {"friday", NOUN_TIME}, {"gen.", NOUN_ROLE}, {"general", NOUN_ROLE},
    {"gov.", NOUN_ROLE}, {"governor", NOUN_ROLE}, {"ground", NOUN_CONTENT},
    {"grounds", NOUN_CONTENT}, {"guarantee", NOUN_CONTENT}, {"head", NOUN_ROLE},
    {"health", NOUN_PORTFOLIO}, {"home", NOUN_PORTFOLIO}, {"hope", NOUN_CONTENT},
    {"hopes", NOUN_CONTENT}, {"hour", NOUN_PERIOD}, {"hours", NOUN_PERIOD},
    {"housing", NOUN_PORTFOLIO}, {"husband", NOUN_ROLE}, {"idea", NOUN_CONTENT},
    {"imam", NOUN_ROLE}, {"immigration", NOUN_PORTFOLIO}, {"impression", NOUN_CONTENT},
    {"inability", NOUN_INTENT}, {"industry", NOUN_PORTFOLIO}, {"information", NOUN_PORTFOLIO},
    {"infrastructure", NOUN_PORTFOLIO}, {"innovation", NOUN_PORTFOLIO},
    {"intention", NOUN_INTENT}, {"interior", NOUN_PORTFOLIO}, {"internal", NOUN_PORTFOLIO},
    {"investment", NOUN_PORTFOLIO}, {"jan", NOUN_MONTH}, {"january", NOUN_MONTH},
    {"journalist", NOUN_ROLE}, {"judge", NOUN_ROLE}, {"jul", NOUN_MONTH}, {"july", NOUN_MONTH},
    {"jun", NOUN_MONTH}, {"june", NOUN_MONTH}, {"justice", NOUN_ROLE | NOUN_PORTFOLIO},
    {"king", NOUN_ROLE}, {"labor", NOUN_PORTFOLIO}, {"labour", NOUN_PORTFOLIO},
    {"lady", NOUN_ROLE}, {"lawmaker", NOUN_ROLE}, {"lawyer", NOUN_ROLE}, {"leader", NOUN_ROLE},
    {"lieutenant", NOUN_ROLE}, {"lord", NOUN_ROLE}, {"major", NOUN_ROLE}, {"mar", NOUN_MONTH},
    {"march", NOUN_MONTH}, {"marshal", NOUN_ROLE}, {"may", NOUN_MONTH}, {"mayor", NOUN_ROLE},
    {"member", NOUN_ROLE}, {"message", NOUN_CONTENT}, {"midnight", NOUN_PERIOD},
    {"mines", NOUN_PORTFOLIO}, {"minister", NOUN_ROLE}, {"minute", NOUN_PERIOD},
    {"minutes", NOUN_PERIOD}, {"mon", NOUN_TIME}, {"monday", NOUN_TIME}, {"month", NOUN_PERIOD},
    {"months", NOUN_PERIOD}, {"morning", NOUN_PERIOD}, {"mornings", NOUN_PERIOD},
    {"mother", NOUN_ROLE}, {"move", NOUN_INTENT}, {"mp", NOUN_ROLE}, {"mr", NOUN_ROLE},
    {"mr.", NOUN_ROLE}, {"mrs", NOUN_ROLE}, {"mrs.", NOUN_ROLE}, {"ms", NOUN_ROLE},
    {"ms.", NOUN_ROLE}, {"need", NOUN_INTENT}, {"negotiator", NOUN_ROLE}, {"news", NOUN_CONTENT},
    {"night", NOUN_PERIOD}, {"nights", NOUN_PERIOD}, {"noon", NOUN_PERIOD},
    {"notion", NOUN_CONTENT}, {"nov", NOUN_MONTH}, {"november", NOUN_MONTH},
    {"obligation", NOUN_INTENT}, {"oct", NOUN_MONTH}, {"october", NOUN_MONTH},
    {"offer", NOUN_INTENT}, {"officer", NOUN_ROLE}, {"official", NOUN_ROLE},
    {"oil", NOUN_PORTFOLIO}, {"opinion", NOUN_CONTENT}, {"parliament", NOUN_PORTFOLIO},
    {"patriarch", NOUN_ROLE}, {"petroleum", NOUN_PORTFOLIO}, {"plan", NOUN_INTENT},
    {"planning", NOUN_PORTFOLIO}, {"plans", NOUN_INTENT}, {"pledge", NOUN_CONTENT | NOUN_INTENT},
    {"pope", NOUN_ROLE}, {"position", NOUN_CONTENT}, {"possibility", NOUN_CONTENT},
    {"predecessor", NOUN_ROLE}, {"premier", NOUN_ROLE}, {"president", NOUN_ROLE},
    {"priest", NOUN_ROLE}, {"prince", NOUN_ROLE}, {"princess", NOUN_ROLE}, {"prof.", NOUN_ROLE},
    {"professor", NOUN_ROLE}, {"promise", NOUN_CONTENT | NOUN_INTENT}, {"proof", NOUN_CONTENT},
    {"proposal", NOUN_CONTENT | NOUN_INTENT}, {"prosecutor", NOUN_ROLE}, {"quarter", NOUN_PERIOD},
    {"queen", NOUN_ROLE}, {"rabbi", NOUN_ROLE}, {"railways", NOUN_PORTFOLIO},
    {"rapporteur", NOUN_ROLE}, {"readiness", NOUN_INTENT}, {"refusal", NOUN_INTENT},
    {"relations", NOUN_PORTFOLIO}, {"rep.", NOUN_ROLE}, {"report", NOUN_CONTENT},
    {"reporter", NOUN_ROLE}, {"reports", NOUN_CONTENT}, {"representative", NOUN_ROLE},
    {"republic", NOUN_PORTFOLIO}, {"request", NOUN_CONTENT | NOUN_INTENT},
    {"resources", NOUN_PORTFOLIO}, {"right", NOUN_INTENT}, {"rival", NOUN_ROLE},
    {"ruling", NOUN_CONTENT}, {"rumor", NOUN_CONTENT}, {"rumors", NOUN_CONTENT},
    {"rumour", NOUN_CONTENT}, {"rumours", NOUN_CONTENT}, {"sat", NOUN_TIME},
    {"saturday", NOUN_TIME}, {"scholar", NOUN_ROLE}, {"science", NOUN_PORTFOLIO},
    {"secretary", NOUN_ROLE}, {"security", NOUN_PORTFOLIO}, {"sen.", NOUN_ROLE},
    {"senator", NOUN_ROLE}, {"sep", NOUN_MONTH}, {"sept", NOUN_MONTH}, {"september", NOUN_MONTH},
    {"sheikh", NOUN_ROLE}, {"sign", NOUN_CONTENT}, {"signs", NOUN_CONTENT}, {"sir", NOUN_ROLE},
    {"sister", NOUN_ROLE}, {"son", NOUN_ROLE}, {"speaker", NOUN_ROLE}, {"spokesman", NOUN_ROLE},
    {"spokesperson", NOUN_ROLE}, {"spokeswoman", NOUN_ROLE}, {"sports", NOUN_PORTFOLIO},
    {"spring", NOUN_PERIOD}, {"staff", NOUN_PORTFOLIO}, {"state", NOUN_PORTFOLIO},
    {"statement", NOUN_CONTENT}, {"successor", NOUN_ROLE}, {"suggestion", NOUN_CONTENT},
    {"sultan", NOUN_ROLE}, {"summer", NOUN_PERIOD}, {"sun", NOUN_TIME}, {"sunday", NOUN_TIME},
    {"technology", NOUN_PORTFOLIO}, {"threat", NOUN_INTENT}, {"thu", NOUN_TIME},
    {"thur", NOUN_TIME}, {"thurs", NOUN_TIME}, {"thursday", NOUN_TIME}, {"time", NOUN_PERIOD},
    {"today", NOUN_TIME}, {"tomorrow", NOUN_TIME}, {"tonight", NOUN_TIME},
    {"tourism", NOUN_PORTFOLIO}, {"trade", NOUN_PORTFOLIO}, {"transport", NOUN_PORTFOLIO},
    {"transportation", NOUN_PORTFOLIO}, {"treasurer", NOUN_ROLE}, {"treasury", NOUN_PORTFOLIO},
    {"tue", NOUN_TIME}, {"tues", NOUN_TIME}, {"tuesday", NOUN_TIME},
    {"undersecretary", NOUN_ROLE}, {"understanding", NOUN_CONTENT}, {"vice-president", NOUN_ROLE},
    {"vicepresident", NOUN_ROLE}, {"view", NOUN_CONTENT}, {"vow", NOUN_INTENT},
    {"war", NOUN_PORTFOLIO}, {"warning", NOUN_CONTENT}, {"warnings", NOUN_CONTENT},
    {"water", NOUN_PORTFOLIO}, {"wed", NOUN_TIME}, {"wednesday", NOUN_TIME},
    {"week", NOUN_PERIOD}, {"weekend", NOUN_PERIOD}, {"weeks", NOUN_PERIOD}, {"wife", NOUN_ROLE},
    {"willingness", NOUN_INTENT}, {"winter", NOUN_PERIOD}, {"wish", NOUN_INTENT},
    {"works", NOUN_PORTFOLIO}, {"year", NOUN_PERIOD}, {"years", NOUN_PERIOD},
    {"yesterday", NOUN_TIME}, {"youth", NOUN_PORTFOLIO},
};
/* clang-format on */

static const char *const subordinators[] = {
    "after",    "although", "as",    "because", "before",   "if",      "lest",   "once",
    "provided", "since",    "so",    "that",    "though",   "till",    "unless", "until",
    "when",     "whenever", "where", "whereas", "wherever", "whether", "while",  "whilst",
};

static const char *const joining[] = {
    "about", "against", "among", "between",   "concerning", "for",    "from",    "into",
    "of",    "on",      "over",  "regarding", "to",         "toward", "towards", "with",
};

static const char *const participle_prepositions[] = {
    "barring",   "concerning", "considering", "excluding", "following",
    "including", "involving",  "pending",     "regarding",
};

/* Both words, by a space. */
static const char *const long_prepositions[] = {
    "according to", "ahead of",   "along with",    "apart from", "as for",      "as of",
    "as to",        "aside from", "away from",     "based on",   "because of",  "close to",
    "contrary to",  "due to",     "inside of",     "instead of", "next to",     "other than",
    "out of",       "outside of", "owing to",      "prior to",   "rather than", "regardless of",
    "such as",      "thanks to",  "together with", "up to",
};

static const char *const approximations[] = {
    "about",  "almost", "approximately", "around",  "exactly", "just",
    "nearly", "only",   "over",          "roughly", "some",    "under",
};

static const char *const passive_adjectives[] = {
    "accused",  "alleged",  "committed", "dedicated", "detained", "determined", "engaged",
    "expected", "injured",  "involved",  "killed",    "needed",   "obliged",    "opposed",
    "prepared", "required", "scheduled", "supposed",  "wanted",   "wounded",
};

static bool contains(const char *const *list, size_t count, slice word)
{
    return listed_find(list, count, sizeof *list, word) != NULL;
}

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

bool is_subordinator(slice word)
{
    return contains(subordinators, COUNT(subordinators), word);
}

bool joins_nouns(slice preposition)
{
    return contains(joining, COUNT(joining), preposition);
}

bool is_participle_preposition(slice word)
{
    return contains(participle_prepositions, COUNT(participle_prepositions), word);
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

bool is_approximation(slice word)
{
    if (word.len < 4) /* most calls */
        return false;
    return contains(approximations, COUNT(approximations), word);
}

bool is_passive_adjective(slice word)
{
    return contains(passive_adjectives, COUNT(passive_adjectives), word);
}
