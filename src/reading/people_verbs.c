/* Titles tied to a name by a verb: "X is the Minister", "who was elected President", "X resigned as
 * Minister", "appointed X ambassador".
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * Read from the title back to the verb and on to its subject. What will be, may be or is denied
 * ties nothing. */
#include "reading/people.h"

enum { MAX_DISTANCE = 40 };

/** A date at a token: its ISO value, the end of a range, and the token behind it; empty where there
 * is none. */
static slice date_at(const people_work *w, uint32_t i, uint32_t end, uint32_t *after, slice *until)
{
    *until = (slice){0};
    size_t low = 0, high = w->r->dates.count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (w->r->dates.items[middle].token <= i)
            low = middle + 1;
        else
            high = middle;
    }
    const reading_date *d = low ? &w->r->dates.items[low - 1] : NULL;
    if (d && d->token == i && d->type == CHANCERY_DATE && d->value.len) {
        *after = i + d->count;
        *until = reading_date_end(d);
        return reading_date_point(d);
    }
    slice word = i < end ? reading_words(w->r, i, 1) : (slice){0};
    bool year = word.len == 4 && (word.ptr[0] == '1' || word.ptr[0] == '2');
    for (size_t k = 0; year && k < 4; k++)
        year = word.ptr[k] >= '0' && word.ptr[k] <= '9';
    *after = i + 1;
    return year ? word : (slice){0};
}

/** "1997 and 2001", "1997 to 2001", "1997-2001". */
static void read_two(const people_work *w, uint32_t i, uint32_t end, people_link *link)
{
    static const char *const words[] = {"and", "to", "until", "till", "through", "-", "–", NULL};
    uint32_t after, last;
    slice none;
    slice from = date_at(w, i, end, &after, &link->until);
    if (from.len == 0)
        return;
    link->from = from;
    if (link->until.len == 0 && after + 1 < end && people_is_any(w, after, words))
        link->until = date_at(w, after + 1, end, &last, &none);
    link->former = link->former || link->until.len > 0;
}

void people_read_term(const people_work *w, uint32_t i, uint32_t end, people_link *link)
{
    uint32_t after;
    slice none;
    if (i + 1 >= end)
        return;
    if (people_is(w, i, "between") || people_is(w, i, "from") || people_is(w, i, "("))
        read_two(w, i + 1, end, link);
    else if (people_is(w, i, "since"))
        link->from = date_at(w, i + 1, end, &after, &none);
    else if (people_is(w, i, "until") || people_is(w, i, "till"))
        link->until = date_at(w, i + 1, end, &after, &none);
    else if (people_is(w, i, "in") && i + 3 < end) {
        read_two(w, i + 1, end, link);
        link->from = link->until.len ? link->from : (slice){0};
    }
}

/** The nearest name before a token of the sentence, no possessor. */
static int32_t nearest_name(const people_work *w, uint32_t token, uint32_t sentence)
{
    uint32_t first = w->r->report->sentences[sentence].first;
    for (uint32_t i = token; i > first && token - i < MAX_DISTANCE; i--) {
        int32_t n = people_name_before(w, i);
        if (n >= 0 && !people_is_possessive(w, i))
            return n;
        if (people_pronoun_gender(w, i - 1) && i - 1 == first)
            return people_pronoun(w, i - 1, sentence);
    }
    return -1;
}

/** The subject of a verb group that begins at `verb`: a name, "who", "he". */
static int32_t subject_before(const people_work *w, uint32_t verb, uint32_t sentence)
{
    uint32_t first = w->r->report->sentences[sentence].first, i = verb;
    while (i > first && people_has(w, i - 1, PEOPLE_ADVERB))
        i--;
    bool relative = i > first && people_is(w, i - 1, "who");
    i -= relative;
    if (i > first && relative && people_is(w, i - 1, ","))
        i--;
    int32_t n = i > first ? people_name_before(w, i) : -1;
    if (n >= 0 || i == first)
        return n;
    if (i - 1 == first && people_pronoun_gender(w, i - 1))
        return people_pronoun(w, i - 1, sentence);
    if (relative && w->title_at[i - 1] >= 0)
        return w->titles.items[w->title_at[i - 1]].holder; /* "X, the Minister, who is also …" */
    if (!people_is(w, i - 1, ","))
        return -1;
    n = nearest_name(w, i - 1, sentence); /* "X, 45, was elected" */
    uint32_t after = n < 0 ? 0 : w->names.items[n].token + w->names.items[n].count;
    return n >= 0 && after < i && people_is(w, after, ",") ? n : -1;
}

static bool is_unreal(const people_work *w, uint32_t i)
{
    static const char *const words[] = {"will",  "would", "may",   "might", "could",  "should",
                                        "to",    "not",   "never", "n't",   "can",    "must",
                                        "shall", "if",    "be",    "than",  "become", NULL};
    return people_is_any(w, i, words);
}

/** Steps back over auxiliaries from a verb. @return the first of the group; sets `unreal`. */
static uint32_t group_start(const people_work *w, uint32_t verb, uint32_t first, bool *unreal)
{
    static const char *const helpers[] = {"has", "have", "had", "having", NULL};
    uint32_t i = verb;
    while (i > first) {
        bool step = people_has(w, i - 1, PEOPLE_BE) || people_is_any(w, i - 1, helpers) ||
                    (people_has(w, i - 1, PEOPLE_ADVERB) && i - 1 > first);
        if (is_unreal(w, i - 1))
            *unreal = true;
        else if (!step)
            break;
        i--;
    }
    return i;
}

/** Verbs that end an office ("resigned as"), hand it over, or say only how somebody is seen. */
static bool is_end(const people_work *w, uint32_t i)
{
    static const char *const words[] = {"resigned", "resign",      "resigns",   "resigning",
                                        "quit",     "down",        "dismissed", "sacked",
                                        "removed",  "ousted",      "retired",   "fired",
                                        "replaced", "resignation", NULL};
    return people_is_any(w, i, words);
}

static bool is_seen_as(const people_work *w, uint32_t i)
{
    static const char *const words[] = {
        "well", "such", "known", "regarded", "described", "seen",   "viewed",    "same",  "far",
        "soon", "long", "just",  "twice",    "dressed",   "posing", "candidate", "likes", NULL};
    return people_is_any(w, i, words);
}

/** "backing Chad as a member", not "visited Chad as Minister", "came to Chad as". */
static bool is_of_state(const people_work *w, uint32_t as, uint32_t first)
{
    static const char *const words[] = {
        "visited", "visits", "visit", "visiting",    "toured", "left", "leaves",
        "entered", "ruled",  "led",   "governed",    "in",     "to",   "of",
        "from",    "for",    "at",    "represented", "served", "by",   NULL};
    const reading_hit *hit = people_hit(w, as - 1);
    if (!hit || w->name_at[as - 1] >= 0 || hit->token == first)
        return false;
    uint32_t before = hit->token - 1;
    before -= before > first && people_is(w, before, "the");
    return !people_is_any(w, before, words);
}

static bool is_succession(const people_work *w, uint32_t i)
{
    static const char *const words[] = {"succeeded", "succeeds",  "succeeding", "replaced",
                                        "replaces",  "replacing", NULL};
    return people_is_any(w, i, words);
}

/** "X succeeded Y as Minister": both hold it, Y no longer. */
static chancery_status tie_succession(people_work *w, people_link link, int32_t left,
                                      uint32_t sentence)
{
    const people_name *m = &w->names.items[left];
    uint32_t verb = m->lead;
    uint32_t first = w->r->report->sentences[sentence].first;
    if (verb == first || !is_succession(w, verb - 1))
        return CHANCERY_OK;
    int32_t right = subject_before(w, verb - 1, sentence);
    if (right < 0)
        return CHANCERY_OK;
    link.name = (uint32_t)right;
    link.former = false;
    return people_tie(w, link);
}

/** Whose office "as" tells by the clause that it stands in: of "serves as", "was sworn in as",
 * "took the oath as" the subject; -1 where that is not clear. */
static int32_t holder_by_clause(const people_work *w, uint32_t sentence, const syntax_clause *c)
{
    static const char *const own[] = {"serve",  "act",  "resign", "retire", "return",
                                      "step",   "work", "quit",   "stay",   "continue",
                                      "double", "take", "rule",   "sit",    NULL};
    static const char *const passive[] = {
        "remove", "dismiss", "oust",    "sack",     "fire",   "depose",  "swear",     "inaugurate",
        "crown",  "choose",  "reelect", "re-elect", "retain", "confirm", "reappoint", NULL};
    static const char *const planned[] = {"will", "would", "to", NULL};
    uint32_t first = w->r->report->sentences[sentence].first;
    if (!c || c->negated ||
        (c->modal >= 0 && !people_is_any(w, first + (uint16_t)c->modal, planned)))
        return -1;
    bool appoints = people_has(w, first + c->verb, PEOPLE_APPOINT);
    int32_t object = appoints ? people_phrase_name(w, sentence, c->object) : -1;
    if (object >= 0)
        return object;
    bool chosen = c->passive && (appoints || people_does(w, sentence, c, passive));
    return chosen || people_does(w, sentence, c, own) ? people_subject(w, sentence, c) : -1;
}

/** "X took over from Y as", "X succeeded Y as": both hold it, Y no longer. */
static int32_t predecessor(const people_work *w, uint32_t sentence, const syntax_clause *c)
{
    static const char *const after[] = {"succeed", "replace", NULL};
    static const char *const take[] = {"take", NULL};
    if (c && !c->passive && people_does(w, sentence, c, after))
        return people_phrase_name(w, sentence, c->object);
    return c && c->particle >= 0 && people_does(w, sentence, c, take)
               ? people_governed(w, sentence, c, "from")
               : -1;
}

/** By the clause. Sets `done` where it told whose the office is. */
static chancery_status tie_as_clause(people_work *w, people_link link, uint32_t as,
                                     uint32_t sentence, bool *done)
{
    const syntax_clause *c = people_clause_at(w, sentence, as);
    uint32_t first = w->r->report->sentences[sentence].first;
    int32_t before = predecessor(w, sentence, c);
    int32_t n =
        !c || before < 0 ? holder_by_clause(w, sentence, c) : people_subject(w, sentence, c);
    chancery_status status = CHANCERY_OK;
    *done = n >= 0 || before >= 0;
    for (uint32_t i = c && before < 0 ? first + c->first : as; i < as; i++)
        link.former = link.former || is_end(w, i);
    link.name = (uint32_t)n;
    if (n >= 0)
        status = people_tie(w, link);
    link.name = (uint32_t)before;
    link.former = true;
    return !status && before >= 0 ? people_tie(w, link) : status;
}

static chancery_status tie_as(people_work *w, people_link link, uint32_t as, uint32_t sentence)
{
    uint32_t first = w->r->report->sentences[sentence].first;
    if (as == first || is_seen_as(w, as - 1) || is_of_state(w, as, first))
        return CHANCERY_OK;
    bool done;
    link.how = PEOPLE_AS;
    chancery_status status = tie_as_clause(w, link, as, sentence, &done);
    if (status || done)
        return status;
    uint32_t behind = w->titles.items[link.title].end;
    if (is_succession(w, as - 1) && people_is(w, behind, "by")) {
        int32_t next = people_name_at(w, behind + 1); /* "was succeeded as Minister by X" */
        link.name = (uint32_t)next;
        return next < 0 ? CHANCERY_OK : people_tie(w, link);
    }
    int32_t n = nearest_name(w, as, sentence);
    if (n < 0)
        return CHANCERY_OK;
    uint32_t after = w->names.items[n].token + w->names.items[n].count;
    for (uint32_t i = after; i < as; i++) {
        if (is_unreal(w, i) || w->title_at[i] >= 0)
            return CHANCERY_OK;
        link.former = link.former || is_end(w, i);
    }
    uint32_t lead = w->names.items[n].lead;
    bool handed = lead > first && is_succession(w, lead - 1);
    link.name = (uint32_t)n;
    if (handed)
        status = tie_succession(w, link, n, sentence);
    link.former = link.former || handed;
    return status ? status : people_tie(w, link);
}

/** "In 2001 X was Minister": an office of another year. */
static bool has_year(const people_work *w, uint32_t sentence)
{
    const text_sentence *s = &w->r->report->sentences[sentence];
    slice published = w->r->report->document.published;
    for (uint32_t i = s->first; i < s->first + s->count; i++) {
        slice word = reading_words(w->r, i, 1);
        bool year = w->tokens[i].kind == TEXT_NUMBER && word.len == 4;
        if (year && !slice_starts(published, word))
            return true;
    }
    return false;
}

/** "X is the Minister", "who was elected President", "upon becoming Prime Minister". */
static chancery_status tie_verb(people_work *w, people_link link, uint32_t verb, uint32_t sentence)
{
    uint32_t first = w->r->report->sentences[sentence].first;
    bool become = people_has(w, verb, PEOPLE_BECOME), unreal = false;
    uint32_t start = group_start(w, verb, first, &unreal);
    if (unreal)
        return CHANCERY_OK;
    if (become || people_has(w, verb, PEOPLE_APPOINT))
        link.how = PEOPLE_BECAME;
    else if (link.how != PEOPLE_BECAME)
        link.how = PEOPLE_IS;
    const syntax_clause *c = people_clause_at(w, sentence, w->titles.items[link.title].first);
    uint32_t word = verb - first;
    bool known = c && c->first <= word && word < c->end;
    bool names = known && people_has(w, verb, PEOPLE_APPOINT) && !c->passive;
    names = names && c->tense != SYNTAX_BARE; /* "X named a minister", "whom Egypt named envoy" */
    int32_t n =
        names ? people_phrase_name(w, sentence, c->object) : subject_before(w, start, sentence);
    if (n < 0 && names)
        return CHANCERY_OK;
    if (n < 0 && known)
        n = people_subject(w, sentence, c);
    if (n < 0 && people_is(w, verb, "becoming"))
        n = nearest_name(w, verb, sentence);
    link.former = link.former ||
                  (link.how == PEOPLE_IS && people_is(w, verb, "was") && has_year(w, sentence));
    for (uint32_t i = start; i < w->titles.items[link.title].first; i++)
        link.also = link.also || people_is(w, i, "also");
    if (n < 0)
        return CHANCERY_OK;
    link.name = (uint32_t)n;
    return people_tie(w, link);
}

/** "The Prime Minister is X", "is to be X". */
static int32_t name_after_copula(const people_work *w, const people_title *t, uint32_t end)
{
    uint32_t verb = t->end;
    if (verb + 2 < end && people_is(w, verb, ",") && people_is(w, verb + 1, "who")) {
        verb += 2;
        for (uint32_t i = verb; i < end && !people_has(w, verb, PEOPLE_BE); i++)
            if (people_is(w, i, ",")) /* "the minister, who took over in May, is X" */
                verb = i + 1 < end ? i + 1 : i;
    }
    uint32_t at = verb + 1;
    if (at >= end || !(people_is(w, verb, "is") || people_is(w, verb, "was")))
        return -1;
    if (at + 2 < end && people_is(w, at, "to") && people_is(w, at + 1, "be"))
        at += 2;
    int32_t rank = w->title_at[at < end ? at : end - 1]; /* "is General X" */
    if (at < end && rank >= 0 && w->titles.items[rank].first == at && w->titles.items[rank].bare)
        at = w->titles.items[rank].end;
    return at < end ? people_name_at(w, at) : -1;
}

/** "is to be", "will become": behind its first word, if such a group ends at `at`; else `at`. */
static uint32_t before_plan(const people_work *w, uint32_t at, uint32_t first)
{
    bool become = at >= first + 3 && people_is(w, at - 1, "become");
    bool be = become || (at >= first + 3 && people_is(w, at - 1, "be"));
    if (become && people_is(w, at - 2, "will"))
        return at - 1;
    static const char *const ready[] = {"used", "agreed", "accepted", "claimed", "chosen",
                                        "due",  "set",    "claims",   "agrees",  NULL};
    bool plan = be && people_is(w, at - 2, "to") &&
                (people_has(w, at - 3, PEOPLE_BE) || people_is_any(w, at - 3, ready));
    return plan ? at - 2 : at;
}

/** "declared himself head of the council". */
static chancery_status tie_himself(people_work *w, people_link link, uint32_t verb,
                                   uint32_t sentence)
{
    static const char *const verbs[] = {"declared", "proclaimed", "named", "appointed", "crowned",
                                        "declares", "proclaims",  "made",  NULL};
    bool unreal = false;
    uint32_t start = group_start(w, verb, w->r->report->sentences[sentence].first, &unreal);
    int32_t n = people_is_any(w, verb, verbs) && !unreal ? subject_before(w, start, sentence) : -1;
    link.name = (uint32_t)n;
    link.how = PEOPLE_BECAME;
    return n < 0 ? CHANCERY_OK : people_tie(w, link);
}

/** "named his cousin [X] envoy": the verb's end before what a name is introduced with. */
static uint32_t behind_verb(const people_work *w, uint32_t lead, uint32_t first)
{
    uint32_t i = lead;
    if (i <= first + 1 || !people_has(w, i - 1, PEOPLE_KIN | PEOPLE_PERSON))
        return lead;
    while (i > first + 1 && lead - i < 5 && !people_has(w, i - 1, PEOPLE_APPOINT) &&
           (w->tokens[i - 1].kind == TEXT_WORD || people_is_hyphen(w, i - 1)))
        i--;
    return people_has(w, i - 1, PEOPLE_APPOINT) ? i : lead;
}

chancery_status people_link_verbs(people_work *w, uint32_t index)
{
    const people_title *t = &w->titles.items[index];
    uint32_t first = w->r->report->sentences[t->sentence].first;
    uint32_t end = people_sentence_end(w, t->sentence);
    people_link link = {.title = index};
    int32_t behind = name_after_copula(w, t, end);
    if (behind >= 0) {
        link.name = (uint32_t)behind;
        link.how = PEOPLE_IS;
        return people_tie(w, link);
    }
    people_read_term(w, t->end, end, &link);
    uint32_t at = t->first;
    while (at > first && people_has(w, at - 1, PEOPLE_ADVERB)) {
        link.also = link.also || people_is(w, at - 1, "also");
        at--;
    }
    if (at == first)
        return CHANCERY_OK;
    if (people_is(w, at - 1, "as"))
        return tie_as(w, link, at - 1, t->sentence);
    uint32_t plan = before_plan(w, at, first);
    if (plan < at) {
        link.how = PEOPLE_BECAME;
        link.former = link.former || people_is(w, plan - 1, "used");
        return tie_verb(w, link, plan - 1, t->sentence);
    }
    if (people_is(w, at - 1, "in") && at >= first + 2 && people_is(w, at - 2, "sworn"))
        at--;
    static const char *const self[] = {"himself", "herself", NULL};
    uint32_t object = people_is_any(w, at, self) ? at : at - 1;
    if (object > first && people_is_any(w, object, self))
        return tie_himself(w, link, object - 1, t->sentence);
    bool is = people_is_possessive(w, at - 1) && w->tags[at - 1] == SYNTAX_VBZ;
    if (is) /* "who's the minister" */
        return tie_verb(w, link, at - 1, t->sentence);
    if (people_has(w, at - 1, PEOPLE_BE | PEOPLE_BECOME | PEOPLE_APPOINT))
        return tie_verb(w, link, at - 1, t->sentence);
    int32_t left = people_name_before(w, at); /* "appointed X ambassador" */
    if (left < 0 || w->names.items[left].lead == first ||
        (t->owner != PEOPLE_OWNER_NONE &&
         !people_has(w, w->names.items[left].lead - 1, PEOPLE_APPOINT)))
        return CHANCERY_OK;
    uint32_t lead = w->names.items[left].lead;
    int32_t rank = w->title_at[lead - 1]; /* "made Colonel X head of the junta" */
    if (rank >= 0 && w->titles.items[rank].bare && w->titles.items[rank].end == lead &&
        w->titles.items[rank].first > first)
        lead = w->titles.items[rank].first;
    lead = behind_verb(w, lead, first);
    bool second = index > 0 && lead > first + 1 && people_is(w, lead - 1, "and") &&
                  t[-1].holder >= 0 && t[-1].end == lead - 1; /* "named X this and Y that" */
    if (!second && !people_has(w, lead - 1, PEOPLE_APPOINT))
        return CHANCERY_OK;
    link.name = (uint32_t)left;
    link.how = PEOPLE_BECAME;
    return people_tie(w, link);
}
