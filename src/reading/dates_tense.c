/* Whether the words around an expression of time tell of what was or of what lies ahead.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * The nearest verb to the left decides, where there is none (or the expression opens its clause)
 * the nearest to the right. An infinitive takes its direction from the verb that it hangs on. Tags
 * help where the sentence is parsed; a list of verbs and the ending "-ed" serve without. */
#include "reading/dates.h"

/** Tokens that are looked at on either side: further off another clause speaks. */
enum { REACH = 60 };

/** "agreed", "opened": a past form that is in no list. */
static bool ends_in_ed(const dates_scan *d, uint32_t i)
{
    const text_token *t = &d->r->report->tokens[i];
    slice s = reading_words(d->r, i, 1);
    return t->kind == TEXT_WORD && !(t->flags & TEXT_CAPITAL) && s.len >= 4 &&
           slice_ends(s, SLICE("ed")) && s.ptr[s.len - 3] != 'e';
}

/** "a revised budget": what stands between an article and its noun tells nothing of when. */
static bool is_attribute(const dates_scan *d, uint32_t i)
{
    static const char *const articles[] = {"a",   "an", "the",   "his",  "her", "its",
                                           "our", "my", "their", "this", "no",  NULL};
    return i > d->first && reading_is_any(d->r, i - 1, articles) &&
           (dates_tag(d, i) == SYNTAX_VBN || ends_in_ed(d, i));
}

static bool is_past(const dates_scan *d, uint32_t i)
{
    uint8_t tag = dates_tag(d, i);
    if (is_attribute(d, i))
        return false;
    if (tag != SYNTAX_OTHER)
        return tag == SYNTAX_VBD || tag == SYNTAX_VBN ||
               (dates_class_is(d, i, DATES_DID) && tag != SYNTAX_NN && tag != SYNTAX_NNP);
    return dates_class_is(d, i, DATES_DID) || ends_in_ed(d, i);
}

/** "to" of an infinitive. */
static bool is_infinitive(const dates_scan *d, uint32_t i)
{
    if (!dates_class_is(d, i, DATES_TO) || !reading_is(d->r, i, "to") || i + 1 >= d->end)
        return false;
    uint8_t tag = dates_tag(d, i + 1);
    if (tag != SYNTAX_OTHER)
        return tag == SYNTAX_VB;
    const text_token *t = &d->r->report->tokens[i + 1];
    return t->kind == TEXT_WORD && !(t->flags & TEXT_CAPITAL) &&
           (dates_class_is(d, i + 1, DATES_NONE) || dates_class_is(d, i + 1, DATES_BE) ||
            dates_class_is(d, i + 1, DATES_OPENS)) &&
           !reading_is(d->r, i + 1, "his") && !reading_is(d->r, i + 1, "her") &&
           !reading_is(d->r, i + 1, "their") && !reading_is(d->r, i + 1, "its");
}

static bool after_be(const dates_scan *d, uint32_t i)
{
    dates_token before = dates_at(d, i - 1);
    return before.class == DATES_BE || (before.class == DATES_DID && before.value == 1);
}

/** "be marked", "will have gone": the word before in the same group tells the tense. */
static bool leans_on(const dates_scan *d, uint32_t i)
{
    uint32_t k = i;
    while (k > d->first && i - k < 2 && (dates_tag(d, k - 1) == SYNTAX_RB))
        k--;
    if (k == d->first)
        return false;
    bool have = reading_is(d->r, i, "have");
    if (have)
        return reading_is(d->r, k - 1, "will") || reading_is(d->r, k - 1, "shall");
    return reading_is(d->r, k - 1, "be") || reading_is(d->r, k - 1, "being") ||
           reading_is(d->r, i, "been") || (reading_is(d->r, k - 1, "have") && leans_on(d, k - 1));
}

/** "polls close on Sunday", "is visiting on Sunday": a plan, told as if it were now. */
static bool is_scheduled(const dates_scan *d, uint32_t i)
{
    static const char *const now[] = {
        "close", "closes", "sail",   "sails",  "depart",  "departs", "vote",      "votes", "resume",
        "start", "end",    "head",   "heads",  "hold",    "holds",   "host",      "go",    "goes",
        "come",  "comes",  "run",    "runs",   "fly",     "travel",  "visit",     "tour",  "tours",
        "play",  "plays",  "return", "expire", "convene", "address", "addresses", NULL};
    static const char *const going[] = {
        "visiting",  "meeting",   "arriving", "leaving",    "flying", "returning",
        "opening",   "hosting",   "holding",  "coming",     "voting", "touring",
        "traveling", "departing", "starting", "travelling", NULL};
    uint8_t tag = dates_tag(d, i);
    if (tag == SYNTAX_VBP || tag == SYNTAX_VBZ)
        return reading_is_any(d->r, i, now);
    return tag == SYNTAX_VBG && dates_class_is(d, i - 1, DATES_BE) &&
           !reading_is(d->r, i - 1, "be") && reading_is_any(d->r, i, going);
}

/** What one token says. @param infinitive an infinitive stands between it and the expression. */
static int signal_of(const dates_scan *d, uint32_t i, bool infinitive)
{
    dates_token t = dates_at(d, i);
    if (t.class == DATES_WILL || (is_infinitive(d, i) && after_be(d, i)))
        return 1;
    if (t.class == DATES_OPENS && (!(t.flags & DATES_DOUBTFUL) || dates_tag(d, i) == SYNTAX_VBP))
        return 1;
    if (t.class == DATES_PLAN && infinitive)
        return 1;
    return (is_past(d, i) || t.class == DATES_PLAN) && !leans_on(d, i) ? -1 : 0;
}

/** "from January" behind a promise: what is promised begins then. */
static bool promised_from(const dates_scan *d, uint32_t verb, uint32_t token)
{
    dates_token t = dates_at(d, verb), link = dates_at(d, token - 1);
    return t.class == DATES_PLAN && t.value == 1 &&
           ((link.class == DATES_BEFORE && link.value != 4 && link.value != 6) ||
            link.class == DATES_TO);
}

static int tense_before(const dates_scan *d, uint32_t token)
{
    bool infinitive = false;
    uint32_t first = token - d->first > REACH ? token - REACH : d->first;
    for (uint32_t i = token; i-- > first;) {
        int signal = is_scheduled(d, i) ? 1 : signal_of(d, i, infinitive);
        if (signal < 0 && promised_from(d, i, token))
            return 1;
        if (signal)
            return signal;
        infinitive = infinitive || is_infinitive(d, i);
    }
    return 0;
}

static int tense_behind(const dates_scan *d, uint32_t from)
{
    int signal = 0;
    uint32_t end = d->end - from > REACH ? from + REACH : d->end;
    for (uint32_t i = from; !signal && i < end; i++)
        signal = signal_of(d, i, false);
    return signal;
}

/** Whether the expression opens its clause: "…, and in June it will …". */
static bool opens_clause(const dates_scan *d, uint32_t token)
{
    uint32_t i = token;
    while (i > d->first &&
           (dates_class_is(d, i - 1, DATES_BEFORE) || dates_class_is(d, i - 1, DATES_IN) ||
            dates_class_is(d, i - 1, DATES_THE) || reading_is(d->r, i - 1, "at")))
        i--;
    dates_token before = dates_at(d, i - 1);
    return i == d->first || before.class == DATES_AND || before.class == DATES_COMMA ||
           reading_is(d->r, i - 1, ";") || reading_is(d->r, i - 1, "that") ||
           reading_is(d->r, i - 1, "but");
}

int dates_tense(const dates_scan *d, uint32_t token, uint32_t count)
{
    dates_token before = dates_at(d, token - 1);
    if (before.class == DATES_IN && before.value == 1)
        return -1;
    bool opens = opens_clause(d, token);
    int signal = opens ? tense_behind(d, token + count) : tense_before(d, token);
    if (signal)
        return signal;
    return opens ? tense_before(d, token) : tense_behind(d, token + count);
}
