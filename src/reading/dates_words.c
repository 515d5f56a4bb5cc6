/* Words of time, and what a token is to an expression of time.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * All words lie in one open-addressed table under their keys, made once (lexicon.h): a token that
 * begins nothing costs one probe. */
#include "reading/dates.h"

typedef struct word {
    const char *form;
    uint8_t class;
    uint8_t flags;
    int16_t value;
} word;

static const word entries[] = {
    {"january", DATES_MONTH, DATES_CAPITAL, 1},
    {"february", DATES_MONTH, DATES_CAPITAL, 2},
    {"march", DATES_MONTH, DATES_CAPITAL | DATES_DOUBTFUL, 3},
    {"april", DATES_MONTH, DATES_CAPITAL | DATES_DOUBTFUL, 4},
    {"may", DATES_MONTH, DATES_CAPITAL | DATES_DOUBTFUL, 5},
    {"june", DATES_MONTH, DATES_CAPITAL | DATES_DOUBTFUL, 6},
    {"july", DATES_MONTH, DATES_CAPITAL, 7},
    {"august", DATES_MONTH, DATES_CAPITAL | DATES_DOUBTFUL, 8},
    {"september", DATES_MONTH, DATES_CAPITAL, 9},
    {"october", DATES_MONTH, DATES_CAPITAL, 10},
    {"november", DATES_MONTH, DATES_CAPITAL, 11},
    {"december", DATES_MONTH, DATES_CAPITAL, 12},
    {"jan", DATES_MONTH, DATES_CAPITAL | DATES_DOUBTFUL, 1},
    {"jan.", DATES_MONTH, DATES_CAPITAL, 1},
    {"feb", DATES_MONTH, DATES_CAPITAL | DATES_DOUBTFUL, 2},
    {"feb.", DATES_MONTH, DATES_CAPITAL, 2},
    {"mar", DATES_MONTH, DATES_CAPITAL | DATES_DOUBTFUL, 3},
    {"mar.", DATES_MONTH, DATES_CAPITAL, 3},
    {"apr", DATES_MONTH, DATES_CAPITAL | DATES_DOUBTFUL, 4},
    {"apr.", DATES_MONTH, DATES_CAPITAL, 4},
    {"jun", DATES_MONTH, DATES_CAPITAL | DATES_DOUBTFUL, 6},
    {"jun.", DATES_MONTH, DATES_CAPITAL, 6},
    {"jul", DATES_MONTH, DATES_CAPITAL | DATES_DOUBTFUL, 7},
    {"jul.", DATES_MONTH, DATES_CAPITAL, 7},
    {"aug", DATES_MONTH, DATES_CAPITAL | DATES_DOUBTFUL, 8},
    {"aug.", DATES_MONTH, DATES_CAPITAL, 8},
    {"sep", DATES_MONTH, DATES_CAPITAL | DATES_DOUBTFUL, 9},
    {"sep.", DATES_MONTH, DATES_CAPITAL, 9},
    {"sept", DATES_MONTH, DATES_CAPITAL | DATES_DOUBTFUL, 9},
    {"sept.", DATES_MONTH, DATES_CAPITAL, 9},
    {"oct", DATES_MONTH, DATES_CAPITAL | DATES_DOUBTFUL, 10},
    {"oct.", DATES_MONTH, DATES_CAPITAL, 10},
    {"nov", DATES_MONTH, DATES_CAPITAL | DATES_DOUBTFUL, 11},
    {"nov.", DATES_MONTH, DATES_CAPITAL, 11},
    {"dec", DATES_MONTH, DATES_CAPITAL | DATES_DOUBTFUL, 12},
    {"dec.", DATES_MONTH, DATES_CAPITAL, 12},
    {"monday", DATES_WEEKDAY, DATES_CAPITAL, 0},
    {"tuesday", DATES_WEEKDAY, DATES_CAPITAL, 1},
    {"wednesday", DATES_WEEKDAY, DATES_CAPITAL, 2},
    {"thursday", DATES_WEEKDAY, DATES_CAPITAL, 3},
    {"friday", DATES_WEEKDAY, DATES_CAPITAL, 4},
    {"saturday", DATES_WEEKDAY, DATES_CAPITAL, 5},
    {"sunday", DATES_WEEKDAY, DATES_CAPITAL, 6},
    {"mon", DATES_WEEKDAY, DATES_CAPITAL | DATES_DOUBTFUL, 0},
    {"mon.", DATES_WEEKDAY, DATES_CAPITAL | DATES_DOUBTFUL, 0},
    {"tue", DATES_WEEKDAY, DATES_CAPITAL | DATES_DOUBTFUL, 1},
    {"tues", DATES_WEEKDAY, DATES_CAPITAL | DATES_DOUBTFUL, 1},
    {"tue.", DATES_WEEKDAY, DATES_CAPITAL | DATES_DOUBTFUL, 1},
    {"tues.", DATES_WEEKDAY, DATES_CAPITAL | DATES_DOUBTFUL, 1},
    {"wed", DATES_WEEKDAY, DATES_CAPITAL | DATES_DOUBTFUL, 2},
    {"wed.", DATES_WEEKDAY, DATES_CAPITAL | DATES_DOUBTFUL, 2},
    {"thu", DATES_WEEKDAY, DATES_CAPITAL | DATES_DOUBTFUL, 3},
    {"thur", DATES_WEEKDAY, DATES_CAPITAL | DATES_DOUBTFUL, 3},
    {"thurs", DATES_WEEKDAY, DATES_CAPITAL | DATES_DOUBTFUL, 3},
    {"thu.", DATES_WEEKDAY, DATES_CAPITAL | DATES_DOUBTFUL, 3},
    {"thurs.", DATES_WEEKDAY, DATES_CAPITAL | DATES_DOUBTFUL, 3},
    {"fri", DATES_WEEKDAY, DATES_CAPITAL | DATES_DOUBTFUL, 4},
    {"fri.", DATES_WEEKDAY, DATES_CAPITAL | DATES_DOUBTFUL, 4},
    {"sat", DATES_WEEKDAY, DATES_CAPITAL | DATES_DOUBTFUL, 5},
    {"sat.", DATES_WEEKDAY, DATES_CAPITAL | DATES_DOUBTFUL, 5},
    {"sun", DATES_WEEKDAY, DATES_CAPITAL | DATES_DOUBTFUL, 6},
    {"sun.", DATES_WEEKDAY, DATES_CAPITAL | DATES_DOUBTFUL, 6},
    {"mondays", DATES_WEEKDAYS, DATES_CAPITAL, 0},
    {"tuesdays", DATES_WEEKDAYS, DATES_CAPITAL, 1},
    {"wednesdays", DATES_WEEKDAYS, DATES_CAPITAL, 2},
    {"thursdays", DATES_WEEKDAYS, DATES_CAPITAL, 3},
    {"fridays", DATES_WEEKDAYS, DATES_CAPITAL, 4},
    {"saturdays", DATES_WEEKDAYS, DATES_CAPITAL, 5},
    {"sundays", DATES_WEEKDAYS, DATES_CAPITAL, 6},
    {"spring", DATES_SEASON, 0, 1},
    {"summer", DATES_SEASON, 0, 2},
    {"autumn", DATES_SEASON, 0, 3},
    {"fall", DATES_SEASON, DATES_DOUBTFUL, 3},
    {"winter", DATES_SEASON, 0, 4},
    {"today", DATES_DEICTIC, 0, 0},
    {"tonight", DATES_DEICTIC, 0, 0},
    {"yesterday", DATES_DEICTIC, 0, -1},
    {"tomorrow", DATES_DEICTIC, 0, 1},
    {"last", DATES_WHICH, 0, DATES_WHICH_LAST},
    {"past", DATES_WHICH, 0, DATES_WHICH_PAST},
    {"this", DATES_WHICH, 0, DATES_WHICH_THIS},
    {"current", DATES_WHICH, 0, DATES_WHICH_THIS},
    {"next", DATES_WHICH, 0, DATES_WHICH_NEXT},
    {"coming", DATES_WHICH, 0, DATES_WHICH_COMING},
    {"previous", DATES_WHICH, 0, DATES_WHICH_PREVIOUS},
    {"preceding", DATES_WHICH, 0, DATES_WHICH_PREVIOUS},
    {"same", DATES_WHICH, 0, DATES_WHICH_SAME},
    {"very", DATES_WHICH, 0, DATES_WHICH_SAME},
    {"that", DATES_WHICH, 0, DATES_WHICH_THAT},
    {"following", DATES_WHICH, 0, DATES_WHICH_FOLLOWING},
    {"the", DATES_THE, 0, 0},
    {"a", DATES_A, 0, 0},
    {"an", DATES_A, 0, 0},
    {"half", DATES_HALF, 0, 0},
    {"early", DATES_EDGE, 0, 0},
    {"late", DATES_EDGE, 0, 0},
    {"mid", DATES_EDGE, 0, 0},
    {"earlier", DATES_SOONER, 0, -1},
    {"later", DATES_SOONER, 0, 1},
    {"end", DATES_BOUND, 0, 0},
    {"beginning", DATES_BOUND, 0, 0},
    {"start", DATES_BOUND, 0, 0},
    {"middle", DATES_BOUND, 0, 0},
    {"close", DATES_BOUND, 0, 0},
    {"quarter", DATES_BOUND, 0, 1},
    {"every", DATES_EVERY, 0, 0},
    {"each", DATES_EVERY, 0, 0},
    {"annually", DATES_OFTEN, 0, 12},
    {"annual", DATES_OFTEN, 0, 12},
    {"yearly", DATES_OFTEN, 0, 12},
    {"biennially", DATES_OFTEN, 0, 24},
    {"biannually", DATES_OFTEN, 0, 6},
    {"quarterly", DATES_OFTEN, 0, 3},
    {"monthly", DATES_OFTEN, 0, 1},
    {"fortnightly", DATES_OFTEN, 0, -14},
    {"weekly", DATES_OFTEN, 0, -7},
    {"daily", DATES_OFTEN, 0, -1},
    {"nightly", DATES_OFTEN, 0, -1},
    {"hourly", DATES_OFTEN, 0, 0},
    {"christmas", DATES_FEAST, DATES_CAPITAL, 25},
    {"boxing", DATES_FEAST, DATES_CAPITAL, 26},
    {"easter", DATES_FEAST, DATES_CAPITAL, 0},
    {"pentecost", DATES_FEAST, DATES_CAPITAL, 0},
    {"whit", DATES_FEAST, DATES_CAPITAL, 0},
    {"ascension", DATES_FEAST, DATES_CAPITAL, 0},
    {"maundy", DATES_FEAST, DATES_CAPITAL, 0},
    {"bastille", DATES_FEAST, DATES_CAPITAL, 0},
    {"anzac", DATES_FEAST, DATES_CAPITAL, 0},
    {"armistice", DATES_FEAST, DATES_CAPITAL, 0},
    {"halloween", DATES_FEAST, DATES_CAPITAL, 0},
    {"juneteenth", DATES_FEAST, DATES_CAPITAL, 0},
    {"epiphany", DATES_FEAST, DATES_CAPITAL, 0},
    {"valentine", DATES_FEAST, DATES_CAPITAL, 0},
    {"independence", DATES_NEW, DATES_CAPITAL, 0},
    {"new", DATES_NEW, DATES_CAPITAL, 0},
    {"good", DATES_NEW, DATES_CAPITAL, 0},
    {"palm", DATES_NEW, DATES_CAPITAL, 0},
    {"ash", DATES_NEW, DATES_CAPITAL, 0},
    {"all", DATES_NEW, DATES_CAPITAL, 0},
    {"st", DATES_NEW, DATES_CAPITAL, 0},
    {"st.", DATES_NEW, DATES_CAPITAL, 0},
    {"saint", DATES_NEW, DATES_CAPITAL, 0},
    {"australia", DATES_NEW, DATES_CAPITAL, 0},
    {"canada", DATES_NEW, DATES_CAPITAL, 0},
    {"international", DATES_NEW, DATES_CAPITAL, 0},
    {"human", DATES_NEW, DATES_CAPITAL, 0},
    {"united", DATES_NEW, DATES_CAPITAL, 0},
    {"eve", DATES_EVE, 0, 0},
    {"fifties", DATES_DECADES, DATES_DOUBTFUL, 1950},
    {"sixties", DATES_DECADES, DATES_DOUBTFUL, 1960},
    {"seventies", DATES_DECADES, DATES_DOUBTFUL, 1970},
    {"eighties", DATES_DECADES, DATES_DOUBTFUL, 1980},
    {"nineties", DATES_DECADES, DATES_DOUBTFUL, 1990},
    {"weekends", DATES_WEEKDAYS, 0, -1},
    {"noon", DATES_NOON, 0, 12},
    {"midday", DATES_NOON, 0, 12},
    {"midnight", DATES_NOON, 0, 0},
    {"first", DATES_ORDINAL, 0, 1},
    {"second", DATES_ORDINAL, 0, 2},
    {"third", DATES_ORDINAL, 0, 3},
    {"fourth", DATES_ORDINAL, 0, 4},
    {"fifth", DATES_ORDINAL, 0, 5},
    {"sixth", DATES_ORDINAL, 0, 6},
    {"seventh", DATES_ORDINAL, 0, 7},
    {"eighth", DATES_ORDINAL, 0, 8},
    {"ninth", DATES_ORDINAL, 0, 9},
    {"tenth", DATES_ORDINAL, 0, 10},
    {"eleventh", DATES_ORDINAL, 0, 11},
    {"twelfth", DATES_ORDINAL, 0, 12},
    {"thirteenth", DATES_ORDINAL, 0, 13},
    {"fourteenth", DATES_ORDINAL, 0, 14},
    {"fifteenth", DATES_ORDINAL, 0, 15},
    {"sixteenth", DATES_ORDINAL, 0, 16},
    {"seventeenth", DATES_ORDINAL, 0, 17},
    {"eighteenth", DATES_ORDINAL, 0, 18},
    {"nineteenth", DATES_ORDINAL, 0, 19},
    {"twentieth", DATES_ORDINAL, 0, 20},
    {"thirtieth", DATES_ORDINAL, 0, 30},
    {"fortieth", DATES_ORDINAL, 0, 40},
    {"fiftieth", DATES_ORDINAL, 0, 50},
    {"sixtieth", DATES_ORDINAL, 0, 60},
    {"seventieth", DATES_ORDINAL, 0, 70},
    {"eightieth", DATES_ORDINAL, 0, 80},
    {"ninetieth", DATES_ORDINAL, 0, 90},
    {"hundredth", DATES_ORDINAL, 0, 100},
    {"one", DATES_CARDINAL, 0, 1},
    {"two", DATES_CARDINAL, 0, 2},
    {"three", DATES_CARDINAL, 0, 3},
    {"four", DATES_CARDINAL, 0, 4},
    {"five", DATES_CARDINAL, 0, 5},
    {"six", DATES_CARDINAL, 0, 6},
    {"seven", DATES_CARDINAL, 0, 7},
    {"eight", DATES_CARDINAL, 0, 8},
    {"nine", DATES_CARDINAL, 0, 9},
    {"ten", DATES_CARDINAL, 0, 10},
    {"eleven", DATES_CARDINAL, 0, 11},
    {"twelve", DATES_CARDINAL, 0, 12},
    {"thirteen", DATES_CARDINAL, 0, 13},
    {"fourteen", DATES_CARDINAL, 0, 14},
    {"fifteen", DATES_CARDINAL, 0, 15},
    {"sixteen", DATES_CARDINAL, 0, 16},
    {"seventeen", DATES_CARDINAL, 0, 17},
    {"eighteen", DATES_CARDINAL, 0, 18},
    {"nineteen", DATES_CARDINAL, 0, 19},
    {"twenty", DATES_CARDINAL, 0, 20},
    {"thirty", DATES_CARDINAL, 0, 30},
    {"forty", DATES_CARDINAL, 0, 40},
    {"fifty", DATES_CARDINAL, 0, 50},
    {"sixty", DATES_CARDINAL, 0, 60},
    {"seventy", DATES_CARDINAL, 0, 70},
    {"eighty", DATES_CARDINAL, 0, 80},
    {"ninety", DATES_CARDINAL, 0, 90},
    {"hundred", DATES_CARDINAL, 0, 100},
    {"dozen", DATES_CARDINAL, 0, 12},
    {"seconds", DATES_UNIT, DATES_PLURAL, DATES_SECOND},
    {"minute", DATES_UNIT, 0, DATES_MINUTE},
    {"minutes", DATES_UNIT, DATES_PLURAL, DATES_MINUTE},
    {"hour", DATES_UNIT, 0, DATES_HOUR},
    {"hours", DATES_UNIT, DATES_PLURAL, DATES_HOUR},
    {"day", DATES_UNIT, 0, DATES_DAY},
    {"days", DATES_UNIT, DATES_PLURAL, DATES_DAY},
    {"week", DATES_UNIT, 0, DATES_WEEK},
    {"weeks", DATES_UNIT, DATES_PLURAL, DATES_WEEK},
    {"fortnight", DATES_UNIT, 0, DATES_WEEK},
    {"weekend", DATES_UNIT, 0, DATES_WEEKEND},
    {"month", DATES_UNIT, 0, DATES_MONTHS},
    {"months", DATES_UNIT, DATES_PLURAL, DATES_MONTHS},
    {"year", DATES_UNIT, 0, DATES_YEARS},
    {"years", DATES_UNIT, DATES_PLURAL, DATES_YEARS},
    {"decade", DATES_UNIT, 0, DATES_DECADE},
    {"decades", DATES_UNIT, DATES_PLURAL, DATES_DECADE},
    {"century", DATES_UNIT, 0, DATES_CENTURY},
    {"centuries", DATES_UNIT, DATES_PLURAL, DATES_CENTURY},
    {"morning", DATES_PART, 0, 0},
    {"afternoon", DATES_PART, 0, 12},
    {"evening", DATES_PART, 0, 12},
    {"night", DATES_PART, 0, DATES_NIGHT},
    {"to", DATES_TO, 0, 0},
    {"until", DATES_TO, 0, 1},
    {"till", DATES_TO, 0, 1},
    {"through", DATES_TO, 0, 1},
    {"and", DATES_AND, 0, 0},
    {"of", DATES_OF, 0, 0},
    {"in", DATES_IN, 0, 0},
    {"since", DATES_IN, 0, 1},
    {"during", DATES_IN, 0, 0},
    {"by", DATES_BEFORE, 0, 0},
    {"from", DATES_BEFORE, 0, 1},
    {"between", DATES_BEFORE, 0, 2},
    {"before", DATES_BEFORE, 0, 3},
    {"after", DATES_BEFORE, 0, 4},
    {"around", DATES_BEFORE, 0, 0},
    {"circa", DATES_BEFORE, 0, 0},
    {"for", DATES_BEFORE, 0, 5},
    {"on", DATES_BEFORE, 0, 6},
    {"ago", DATES_SOONER, DATES_EXCLUDED, -2},
    {"people", DATES_COUNTED, 0, 0},
    {"persons", DATES_COUNTED, 0, 0},
    {"men", DATES_COUNTED, 0, 0},
    {"women", DATES_COUNTED, 0, 0},
    {"children", DATES_COUNTED, 0, 0},
    {"troops", DATES_COUNTED, 0, 0},
    {"soldiers", DATES_COUNTED, 0, 0},
    {"police", DATES_COUNTED, 0, 0},
    {"refugees", DATES_COUNTED, 0, 0},
    {"civilians", DATES_COUNTED, 0, 0},
    {"percent", DATES_COUNTED, 0, 0},
    {"per", DATES_COUNTED, 0, 0},
    {"thousand", DATES_COUNTED, 0, 0},
    {"million", DATES_COUNTED, 0, 0},
    {"billion", DATES_COUNTED, 0, 0},
    {"trillion", DATES_COUNTED, 0, 0},
    {"m", DATES_COUNTED, 0, 0},
    {"bn", DATES_COUNTED, 0, 0},
    {"km", DATES_COUNTED, 0, 0},
    {"tonnes", DATES_COUNTED, 0, 0},
    {"tons", DATES_COUNTED, 0, 0},
    {"kilometres", DATES_COUNTED, 0, 0},
    {"kilometers", DATES_COUNTED, 0, 0},
    {"metres", DATES_COUNTED, 0, 0},
    {"meters", DATES_COUNTED, 0, 0},
    {"miles", DATES_COUNTED, 0, 0},
    {"dollars", DATES_COUNTED, 0, 0},
    {"euros", DATES_COUNTED, 0, 0},
    {"other", DATES_COUNTED, 0, 0},
    {"more", DATES_COUNTED, 0, 0},
    {"a.m.", DATES_HALFDAY, 0, 0},
    {"a.m", DATES_HALFDAY, 0, 0},
    {"am", DATES_HALFDAY, 0, 0},
    {"p.m.", DATES_HALFDAY, 0, 12},
    {"p.m", DATES_HALFDAY, 0, 12},
    {"pm", DATES_HALFDAY, 0, 12},
    {"gmt", DATES_ZONE, 0, DATES_UTC},
    {"utc", DATES_ZONE, 0, DATES_UTC},
    {"cet", DATES_ZONE, 0, 0},
    {"est", DATES_ZONE, 0, 0},
    {"hrs", DATES_ZONE, 0, 0},
    {"o'clock", DATES_ZONE, 0, 1},
    {"consecutive", DATES_FILLER, 0, 0},
    {"full", DATES_FILLER, 0, 0},
    {"whole", DATES_FILLER, 0, 0},
    {"long", DATES_FILLER, 0, 0},
    {"working", DATES_FILLER, 0, 0},
    {"straight", DATES_FILLER, 0, 0},
    {"successive", DATES_FILLER, 0, 0},
    {"once", DATES_TIMES, 0, 0},
    {"twice", DATES_TIMES, 0, 0},
    {"thrice", DATES_TIMES, 0, 0},
    {"times", DATES_TIMES, 0, 0},
    {"will", DATES_WILL, 0, 0},
    {"shall", DATES_WILL, 0, 0},
    {"'ll", DATES_WILL, 0, 0},
    {"would", DATES_WILL, 0, 0},
    {"might", DATES_WILL, 0, 0},
    {"could", DATES_WILL, 0, 0},
    {"should", DATES_WILL, 0, 0},
    {"must", DATES_WILL, 0, 0},
    {"can", DATES_WILL, 0, 0},
    {"due", DATES_WILL, 0, 0},
    {"scheduled", DATES_WILL, 0, 0},
    {"planned", DATES_WILL, 0, 0},
    {"slated", DATES_WILL, 0, 0},
    {"expected", DATES_WILL, 0, 0},
    {"upcoming", DATES_WILL, 0, 0},
    {"forthcoming", DATES_WILL, 0, 0},
    {"intends", DATES_WILL, 0, 0},
    {"intend", DATES_WILL, 0, 0},
    {"plans", DATES_WILL, 0, 0},
    {"hopes", DATES_WILL, 0, 0},
    {"is", DATES_BE, 0, 0},
    {"are", DATES_BE, 0, 0},
    {"be", DATES_BE, 0, 0},
    {"'re", DATES_BE, 0, 0},
    {"'m", DATES_BE, 0, 0},
    {"was", DATES_DID, 0, 1},
    {"were", DATES_DID, 0, 1},
    {"been", DATES_DID, 0, 0},
    {"has", DATES_DID, 0, 0},
    {"have", DATES_DID, 0, 0},
    {"had", DATES_DID, 0, 0},
    {"did", DATES_DID, 0, 0},
    {"said", DATES_DID, 0, 0},
    {"told", DATES_DID, 0, 0},
    {"met", DATES_DID, 0, 0},
    {"came", DATES_DID, 0, 0},
    {"went", DATES_DID, 0, 0},
    {"sent", DATES_DID, 0, 0},
    {"gave", DATES_DID, 0, 0},
    {"took", DATES_DID, 0, 0},
    {"held", DATES_DID, 0, 0},
    {"made", DATES_DID, 0, 0},
    {"left", DATES_DID, 0, 0},
    {"paid", DATES_DID, 0, 0},
    {"began", DATES_DID, 0, 0},
    {"became", DATES_DID, 0, 0},
    {"broke", DATES_DID, 0, 0},
    {"brought", DATES_DID, 0, 0},
    {"built", DATES_DID, 0, 0},
    {"bought", DATES_DID, 0, 0},
    {"fell", DATES_DID, 0, 0},
    {"flew", DATES_DID, 0, 0},
    {"flown", DATES_DID, 0, 0},
    {"fought", DATES_DID, 0, 0},
    {"found", DATES_DID, 0, 0},
    {"grew", DATES_DID, 0, 0},
    {"led", DATES_DID, 0, 0},
    {"lost", DATES_DID, 0, 0},
    {"ran", DATES_DID, 0, 0},
    {"rose", DATES_DID, 0, 0},
    {"saw", DATES_DID, 0, 0},
    {"sat", DATES_DID, 0, 0},
    {"sold", DATES_DID, 0, 0},
    {"spoke", DATES_DID, 0, 0},
    {"spent", DATES_DID, 0, 0},
    {"stood", DATES_DID, 0, 0},
    {"struck", DATES_DID, 0, 0},
    {"thought", DATES_DID, 0, 0},
    {"threw", DATES_DID, 0, 0},
    {"shot", DATES_DID, 0, 0},
    {"won", DATES_DID, 0, 0},
    {"wrote", DATES_DID, 0, 0},
    {"withdrew", DATES_DID, 0, 0},
    {"drove", DATES_DID, 0, 0},
    {"laid", DATES_DID, 0, 0},
    {"agreed", DATES_PLAN, 0, 0},
    {"agree", DATES_PLAN, 0, 0},
    {"promised", DATES_PLAN, 0, 1},
    {"pledged", DATES_PLAN, 0, 1},
    {"vowed", DATES_PLAN, 0, 1},
    {"offered", DATES_PLAN, 0, 0},
    {"invited", DATES_PLAN, 0, 0},
    {"decided", DATES_PLAN, 0, 0},
    {"resolved", DATES_PLAN, 0, 0},
    {"asked", DATES_PLAN, 0, 0},
    {"urged", DATES_PLAN, 0, 0},
    {"threatened", DATES_PLAN, 0, 0},
    {"undertook", DATES_PLAN, 0, 1},
    {"delayed", DATES_PLAN, 0, 1},
    {"postponed", DATES_PLAN, 0, 1},
    {"adjourned", DATES_PLAN, 0, 1},
    {"extended", DATES_PLAN, 0, 1},
    {"deferred", DATES_PLAN, 0, 1},
    {"forecast", DATES_PLAN, 0, 0},
    {"projected", DATES_PLAN, 0, 0},
    {"predicted", DATES_PLAN, 0, 0},
    {"likely", DATES_PLAN, 0, 0},
    {"wanted", DATES_PLAN, 0, 0},
    {"wants", DATES_PLAN, 0, 0},
    {"want", DATES_PLAN, 0, 0},
    {"hoped", DATES_PLAN, 0, 0},
    {"hope", DATES_PLAN, 0, 0},
    {"intended", DATES_PLAN, 0, 0},
    {"plan", DATES_PLAN, 0, 0},
    {"ready", DATES_PLAN, 0, 0},
    {"set", DATES_PLAN, 0, 0},
    {"committed", DATES_PLAN, 0, 0},
    {"proposed", DATES_PLAN, 0, 0},
    {"demanded", DATES_PLAN, 0, 0},
    {"going", DATES_PLAN, 0, 0},
    {"open", DATES_OPENS, DATES_DOUBTFUL, 0},
    {"begin", DATES_OPENS, DATES_DOUBTFUL, 0},
    {"leave", DATES_OPENS, DATES_DOUBTFUL, 0},
    {"arrive", DATES_OPENS, DATES_DOUBTFUL, 0},
    {"meet", DATES_OPENS, DATES_DOUBTFUL, 0},
    {"opens", DATES_OPENS, 0, 0},
    {"begins", DATES_OPENS, 0, 0},
    {"starts", DATES_OPENS, 0, 0},
    {"leaves", DATES_OPENS, 0, 0},
    {"ends", DATES_OPENS, 0, 0},
    {"expires", DATES_OPENS, 0, 0},
    {"arrives", DATES_OPENS, 0, 0},
    {"returns", DATES_OPENS, 0, 0},
    {"resumes", DATES_OPENS, 0, 0},
    {"takes", DATES_OPENS, 0, 0},
    {"flies", DATES_OPENS, 0, 0},
    {"travels", DATES_OPENS, 0, 0},
    {"visits", DATES_OPENS, 0, 0},
    {"hosts", DATES_OPENS, 0, 0},
    {"convenes", DATES_OPENS, 0, 0},
};

_Static_assert(sizeof entries / sizeof *entries < DATES_SLOTS / 2, "the table gets too full");

void dates_lexicon_fill(dates_lexicon *words)
{
    for (size_t i = 0; i < sizeof entries / sizeof *entries; i++) {
        uint64_t key = text_key(slice_of(entries[i].form));
        size_t slot = key % DATES_SLOTS;
        while (words->entries[slot])
            slot = (slot + 1) % DATES_SLOTS;
        words->keys[slot] = key;
        words->entries[slot] = (uint16_t)(i + 1);
    }
}

static const word *find(const dates_lexicon *words, uint64_t key)
{
    for (size_t slot = key % DATES_SLOTS; words->entries[slot]; slot = (slot + 1) % DATES_SLOTS)
        if (words->keys[slot] == key)
            return &entries[words->entries[slot] - 1];
    return NULL;
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/** Digits from `*at`, up to `most` of them. @return how many. */
static size_t take_digits(slice s, size_t *at, size_t most, int *value)
{
    size_t count = 0;
    *value = 0;
    while (*at < s.len && count < most && is_digit(s.ptr[*at])) {
        *value = *value * 10 + (s.ptr[(*at)++] - '0');
        count++;
    }
    return count;
}

/** "1990s", "90s". A century of its own ("1900s") is no decade, "20s" could be any. */
static dates_token decade_token(int value, size_t digits)
{
    if (digits == 2 && value >= 50)
        value += 1900;
    if (value % 10 || value < DATES_OLDEST_YEAR || value > DATES_LATEST_YEAR ||
        (value % 100 == 0 && value != 2000))
        return (dates_token){0};
    return (dates_token){.class = DATES_DECADES, .value = value};
}

/** "'68", "'90s", with either apostrophe. */
static dates_token apostrophe_token(slice s)
{
    size_t at = s.ptr[0] == '\'' ? 1 : 3;
    int value = 0;
    if (s.len < at + 2 || (at == 3 && !slice_equal(slice_range(s, 0, 3), SLICE("\u2019"))) ||
        take_digits(s, &at, 2, &value) != 2)
        return (dates_token){0};
    if (at == s.len)
        return (dates_token){.class = DATES_ABBREVIATED, .digits = 2, .value = value};
    return at + 1 == s.len && s.ptr[at] == 's' ? decade_token(value, 2) : (dates_token){0};
}

static dates_token number_token(slice s)
{
    size_t at = 0;
    int value = 0, minutes = 0;
    size_t digits = take_digits(s, &at, 5, &value);
    dates_token out = {.digits = (uint8_t)digits, .value = value};
    if (digits == 0)
        return apostrophe_token(s);
    if (digits > 4)
        return (dates_token){0};
    if (at == s.len) {
        out.class = DATES_DIGITS;
    } else if (s.ptr[at] == ':' || s.ptr[at] == '.') {
        bool dot = s.ptr[at++] == '.';
        size_t two = take_digits(s, &at, 3, &minutes);
        if (two == 2 && at == s.len && digits <= 2 && value < 25 && minutes < 60)
            out = (dates_token){DATES_CLOCK, dot ? DATES_DOUBTFUL : 0, 0, value * 60 + minutes};
        else if (dot && at < s.len && s.ptr[at] == '.')
            out.class = DATES_NUMERIC;
    } else if (s.ptr[at] == '/' || s.ptr[at] == '-') {
        out.class = DATES_NUMERIC;
    } else if (s.len - at == 2 && memchr("snrt", s.ptr[at] | 0x20, 4)) {
        out.class = DATES_ORDINAL;
    } else if (s.len - at == 1 && s.ptr[at] == 's') {
        return decade_token(value, digits);
    }
    return out;
}

static dates_token mark_token(slice s)
{
    dates_token out = {0};
    if (slice_equal(s, SLICE(",")))
        out.class = DATES_COMMA;
    else if (slice_equal(s, SLICE("-")) || slice_equal(s, SLICE("\u2013")))
        out = (dates_token){.class = DATES_TO, .value = 2};
    else if (slice_equal(s, SLICE("(")))
        out.class = DATES_OPEN;
    else if (slice_equal(s, SLICE(")")))
        out.class = DATES_CLOSE;
    else if (slice_equal(s, SLICE("%")))
        out.class = DATES_COUNTED;
    return out;
}

/** "Q1" to "Q4", "H1" and "H2". */
static dates_token quarter_token(slice s)
{
    if (s.len != 2 || s.ptr[1] < '1' || s.ptr[1] > (s.ptr[0] == 'Q' ? '4' : '2'))
        return (dates_token){0};
    return (dates_token){.class = DATES_QUARTER, .value = s.ptr[1] - '0' + (s.ptr[0] == 'H') * 4};
}

/** "mid-June", "mid-2019", "mid-1990s": a month (1 to 12), a year or a decade (negative). */
static dates_token edged_token(const dates_lexicon *words, slice s)
{
    size_t at = 4;
    int year = 0;
    if (s.len < 7 || !slice_equal_ascii_fold(slice_range(s, 0, 4), SLICE("mid-")))
        return (dates_token){0};
    size_t digits = take_digits(s, &at, 4, &year);
    if (digits && at + 1 == s.len && s.ptr[at] == 's') {
        dates_token decade = decade_token(year, digits);
        return (dates_token){.class = decade.class ? DATES_EDGED : 0, .value = -decade.value};
    }
    if (digits == 4 && at == s.len && year >= DATES_OLDEST_YEAR && year <= DATES_LATEST_YEAR)
        return (dates_token){.class = DATES_EDGED, .value = year};
    const word *w = find(words, text_key(slice_range(s, 4, s.len)));
    if (w && w->class == DATES_MONTH)
        return (dates_token){.class = DATES_EDGED, .value = w->value};
    return (dates_token){0};
}

static dates_token word_token(const dates_lexicon *words, slice s, const text_token *t)
{
    const word *w = find(words, t->key);
    if (!w && (s.ptr[0] == 'Q' || s.ptr[0] == 'H'))
        return quarter_token(s);
    if (!w)
        return s.ptr[0] == 'm' || s.ptr[0] == 'M' ? edged_token(words, s) : (dates_token){0};
    if ((w->flags & DATES_CAPITAL) && !(t->flags & TEXT_CAPITAL))
        return (dates_token){.class = w->class == DATES_MONTH && w->value == 5 ? DATES_WILL : 0};
    return (dates_token){w->class, w->flags, 0, w->value};
}

dates_token dates_at(const dates_scan *d, uint32_t i)
{
    if (i < d->first || i >= d->end)
        return (dates_token){0};
    const text_token *t = &d->r->report->tokens[i];
    slice s = slice_range(d->r->text, t->start, t->end);
    if (t->kind == TEXT_WORD)
        return word_token(d->words, s, t);
    return t->kind == TEXT_NUMBER ? number_token(s) : mark_token(s);
}

uint8_t dates_tag(const dates_scan *d, uint32_t i)
{
    const syntax_sentence *s = d->r->parsed ? &d->r->parsed[d->sentence] : NULL;
    return s && i >= d->first && i - d->first < s->word_count ? s->words[i - d->first].tag
                                                              : SYNTAX_OTHER;
}

/** Three numbers with the same mark between them, or two with a slash. */
static size_t split_numbers(slice s, int out[3], size_t digits[3], char *mark)
{
    size_t at = 0, count = 0;
    while (count < 3) {
        digits[count] = take_digits(s, &at, 5, &out[count]);
        if (digits[count++] == 0)
            return 0;
        if (at == s.len)
            return count;
        if (count == 1)
            *mark = s.ptr[at];
        if (s.ptr[at++] != *mark)
            return 0;
    }
    return 0;
}

int dates_full_year(int digits, int year)
{
    enum { AHEAD = 10 }; /* years that a report looks ahead */
    if (year == 0)
        return 0;
    int full = year + AHEAD - (year + AHEAD - digits) % 100;
    return full >= DATES_OLDEST_YEAR && full <= DATES_LATEST_YEAR ? full : 0;
}

/** Three numbers with the year last. @param sure a form that shows by itself that it is a day. */
static bool year_last(const int n[3], char mark, dates_order order, bool sure, dates_point *out)
{
    bool day_first = mark == '.' || n[0] > 12 || (order == DATES_DAY_FIRST && n[1] <= 12);
    bool month_first = n[1] > 12 || order == DATES_MONTH_FIRST || n[0] == n[1];
    if (day_first)
        *out = (dates_point){n[2], n[1], n[0]};
    else if (month_first)
        *out = (dates_point){n[2], n[0], n[1]};
    else
        *out = (dates_point){n[2], 0, 0};
    return sure || out->month;
}

bool dates_numeric(slice token, dates_order order, int year, dates_point *out, bool *years)
{
    int n[3] = {0};
    size_t digits[3] = {0};
    char mark = 0;
    size_t count = split_numbers(token, n, digits, &mark);
    *years = count == 2;
    if (count == 2 && mark == '/' && digits[0] == 4) { /* "1979/80" */
        int second = digits[1] == 2 ? n[0] - n[0] % 100 + n[1] : n[1];
        *out = (dates_point){n[0], second, 0};
        return second > n[0] && second - n[0] < 10 && n[0] >= DATES_OLDEST_YEAR;
    }
    if (count != 3)
        return false;
    bool full = digits[2] == 4, two = digits[2] == 2 && digits[0] <= 2 && digits[1] <= 2;
    if (two && mark == '.' && digits[0] + digits[1] < 3) /* "1.2.24" counts sections too */
        return false;
    if (digits[0] == 4)
        *out = (dates_point){n[0], n[1], n[2]};
    else if (!full && !two)
        return false;
    if (two)
        n[2] =
            mark == '-' ? 0 : dates_full_year(n[2], year); /* "10-12-14" is mostly something else */
    if (digits[0] != 4 && !year_last(n, mark, order, full, out))
        return false;
    return out->year >= DATES_OLDEST_YEAR && out->year <= DATES_LATEST_YEAR &&
           ((out->month == 0 && digits[0] != 4) ||
            (out->month >= 1 && out->month <= 12 && out->day >= 1 && out->day <= 31));
}
