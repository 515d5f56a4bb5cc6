/* Date conflicts between two places that tell of the same event.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * What is told in a clause with a day ("seized the boats on 24 February") is held against definite
 * nouns with a day that speak of it again ("the seizure of the eleven boats on 14 February"). They
 * are the same event where the report tells only one of that kind, the thing or the place agrees,
 * and nothing ("the second", "another") sets them apart. */
#include "reading/findings.h"

enum {
    MAX_TOLD = 400, /* acts with a day: further ones are not held against others */
    NEAR_DAYS = 31, /* days further apart are two events */
    NEAR_MEETING = 15,
    NOUN_REACH = 4, /* words between a noun and its day */
};

typedef enum event_class {
    NO_CLASS,
    SEIZE,
    ARREST,
    MEET,
    SIGN,
    ATTACK,
    VISIT,
    ARRIVE,
    EXPEL,
    RECALL,
    KILL,
    ABDUCT,
    INVADE,
    ELECT,
    SINK,
    LEAVE,
} event_class;

static const struct {
    const char *lemma;
    uint8_t class;
} verbs[] =
    {
        {"seize", SEIZE},   {"capture", SEIZE},    {"confiscate", SEIZE}, {"impound", SEIZE},
        {"arrest", ARREST}, {"detain", ARREST},    {"meet", MEET},        {"sign", SIGN},
        {"attack", ATTACK}, {"bomb", ATTACK},      {"raid", ATTACK},      {"shell", ATTACK},
        {"visit", VISIT},   {"arrive", ARRIVE},    {"expel", EXPEL},      {"recall", RECALL},
        {"kill", KILL},     {"assassinate", KILL}, {"murder", KILL},      {"kidnap", ABDUCT},
        {"abduct", ABDUCT}, {"invade", INVADE},    {"elect", ELECT},      {"sink", SINK},
        {"end", LEAVE},     {"conclude", LEAVE},   {"leave", LEAVE},      {"depart", LEAVE},
        {"fly", LEAVE},     {"return", LEAVE},
},
  nouns[] = {
      {"seizure", SEIZE},      {"capture", SEIZE},     {"confiscation", SEIZE},
      {"arrest", ARREST},      {"detention", ARREST},  {"meeting", MEET},
      {"talk", MEET},          {"talks", MEET},        {"conversation", MEET},
      {"session", MEET},       {"signing", SIGN},      {"signature", SIGN},
      {"attack", ATTACK},      {"raid", ATTACK},       {"bombing", ATTACK},
      {"shelling", ATTACK},    {"arrival", ARRIVE},    {"expulsion", EXPEL},
      {"recall", RECALL},      {"killing", KILL},      {"murder", KILL},
      {"assassination", KILL}, {"kidnapping", ABDUCT}, {"abduction", ABDUCT},
      {"invasion", INVADE},    {"election", ELECT},    {"sinking", SINK},
};

/** An act with the day on which it is told to have been. */
typedef struct told {
    uint8_t class;
    uint32_t sentence;
    int16_t subject; /* phrase, or -1 */
    int16_t object;  /* phrase of what was done to, or -1 */
    int32_t place;   /* entry of the knowledge base, or -1 */
    bool perfect;
    const reading_date *date;
} told;

typedef struct told_list {
    told items[MAX_TOLD];
    size_t count;
} told_list;

static event_class class_of_verb(const relations_scan *x, uint16_t word)
{
    for (size_t i = 0; i < sizeof verbs / sizeof *verbs; i++)
        if (slice_equal(x->s->words[word].lemma, slice_of(verbs[i].lemma)))
            return (event_class)verbs[i].class;
    return NO_CLASS;
}

static event_class class_of_noun(const relations_scan *x, uint16_t word)
{
    for (size_t i = 0; i < sizeof nouns / sizeof *nouns; i++)
        if (slice_equal(x->s->words[word].lemma, slice_of(nouns[i].lemma)))
            return (event_class)nouns[i].class;
    return NO_CLASS;
}

/** The place that is named after "in", "at", "near" in the segment of a word; -1 none. */
static int32_t place_of(const relations_scan *x, uint16_t word)
{
    static const char *const in[] = {"in", "at", "near", "off", NULL};
    for (size_t q = 0; q < x->s->phrase_count; q++) {
        const syntax_phrase *p = &x->s->phrases[q];
        if (p->preposition < 0 || !relations_word_in(x, (size_t)p->preposition, in) ||
            x->segment[p->head] != x->segment[word])
            continue;
        int32_t hit = x->r->hit_at[x->t->first + p->head];
        if (hit >= 0)
            return (int32_t)x->r->hits.items[hit].entry;
    }
    return -1;
}

static void add_told(told_list *list, told item)
{
    if (item.date && item.date->value.len == READING_DAY && list->count < MAX_TOLD)
        list->items[list->count++] = item;
}

/** Acts told by clauses. */
static void note_clauses(const relations_scan *x, told_list *list)
{
    for (size_t i = 0; i < x->s->clause_count; i++) {
        const syntax_clause *c = &x->s->clauses[i];
        event_class class = class_of_verb(x, c->verb);
        if (class == NO_CLASS || c->tense == SYNTAX_BARE || !relations_is_fact(x, c))
            continue;
        add_told(list, (told){.class = (uint8_t) class,
                              .sentence = x->sentence,
                              .subject = c->passive ? -1 : c->subject,
                              .object = c->passive ? c->subject : c->object,
                              .place = place_of(x, c->verb),
                              .perfect = c->perfect,
                              .date = relations_date(x, c->first, c->end, false)});
    }
}

/** "a meeting held in Rome on 7 March", "held talks on 7 March". */
static void note_meetings(const relations_scan *x, told_list *list)
{
    static const char *const held[] = {"hold", "have", "begin", NULL};
    for (size_t i = 0; i < x->s->clause_count; i++) {
        const syntax_clause *c = &x->s->clauses[i];
        int16_t phrase = c->link == SYNTAX_PARTICIPLE && c->described >= 0 ? c->described
                         : c->passive                                      ? c->subject
                                                                           : c->object;
        if (phrase < 0 || !relations_lemma_in(x, c->verb, held) || c->negated || c->modal >= 0 ||
            class_of_noun(x, x->s->phrases[phrase].head) != MEET ||
            (c->link != SYNTAX_PARTICIPLE && !relations_is_fact(x, c)))
            continue;
        add_told(list, (told){.class = MEET,
                              .sentence = x->sentence,
                              .subject = -1,
                              .object = -1,
                              .place = place_of(x, c->verb),
                              .date = relations_date(x, c->first, c->end, false)});
    }
}

/** The day right behind a noun and what hangs on it: "the seizure of the boats on 14 February". */
static const reading_date *day_behind(const relations_scan *x, uint16_t end)
{
    static const char *const links[] = {"on", "of", NULL};
    for (size_t i = relations_first_date(x->r, x->sentence); i < x->r->dates.count; i++) {
        const reading_date *d = &x->r->dates.items[i];
        uint32_t word = d->token - x->t->first;
        if (d->sentence != x->sentence)
            break;
        if (d->type == CHANCERY_DATE && word > end && word - end <= 2 &&
            relations_word_in(x, relations_date_link(x, d), links))
            return d;
    }
    return NULL;
}

/** "the", "their" before a noun and nothing that sets it apart. */
static bool speaks_again(const relations_scan *x, const syntax_phrase *p, bool *owned)
{
    static const char *const apart[] = {"first",    "second",  "third",  "last",    "next",
                                        "new",      "another", "other",  "later",   "earlier",
                                        "previous", "former",  "recent", "similar", "fourth",
                                        "final",    "latest",  "annual", NULL};
    static const char *const own[] = {"his", "her", "their", "its", NULL};
    for (uint16_t w = p->first; w < p->head; w++)
        if (relations_word_in(x, w, apart))
            return false;
    *owned = relations_word_in(x, p->first, own);
    return *owned || relations_word_in(x, p->first, (const char *const[]){"the", NULL});
}

/** The phrase after "of" that a noun takes: "the seizure of [the eleven boats]". */
static int16_t complement(const relations_scan *x, int16_t phrase)
{
    static const char *const of[] = {"of", NULL};
    size_t q = (size_t)phrase + 1;
    if (q >= x->s->phrase_count)
        return -1;
    const syntax_phrase *p = &x->s->phrases[q];
    bool joined = p->preposition >= 0 && relations_word_in(x, (size_t)p->preposition, of) &&
                  (uint16_t)p->preposition == x->s->phrases[phrase].end;
    return joined ? (int16_t)q : -1;
}

static bool is_date_phrase(const relations_scan *x, int16_t phrase, const reading_date *date)
{
    uint32_t token = x->t->first + x->s->phrases[phrase].head;
    return token >= date->token && token < date->token + date->count;
}

static slice head_of(const reading_state *r, uint32_t sentence, int16_t phrase)
{
    const syntax_sentence *s = &r->parsed[sentence];
    return phrase < 0 ? (slice){0} : s->words[s->phrases[phrase].head].lemma;
}

static int64_t day_of(const reading_date *d)
{
    int year = 0, month = 0, day = 0;
    if (!text_iso_date(d->value, &year, &month, &day))
        return 0;
    return reading_day_number(year, month, day);
}

/** The only act of that class, or with that thing; NULL where there are two, or one on that day. */
static const told *only_one(const reading_state *r, const told_list *list, event_class class,
                            slice thing, const reading_date *date)
{
    const told *found = NULL;
    for (size_t i = 0; i < list->count; i++) {
        const told *t = &list->items[i];
        if (t->class != class ||
            (thing.len && !slice_equal(head_of(r, t->sentence, t->object), thing)))
            continue;
        if (slice_equal(t->date->value, date->value))
            return NULL;
        if (found && !slice_equal(found->date->value, t->date->value))
            return NULL;
        found = found ? found : t;
    }
    return found;
}

static chancery_status report(reading_state *r, const reading_date *at, const reading_date *other)
{
    slice first, second, message;
    chancery_status status = findings_print_date(r, other->value, &first);
    if (!status)
        status = findings_print_date(r, at->value, &second);
    if (!status)
        status = arena_printf(r->arena, &message, r->error,
                              "The same event stands under %.*s here and under %.*s elsewhere.",
                              SLICE_ARGS(second), SLICE_ARGS(first));
    return status ? status
                  : findings_add(r, "date-conflict", CHANCERY_WARNING,
                                 reading_span(r, at->token, at->count), message, first);
}

/** Whether thing or place show that a noun means an act; `owned`: "their arrest". */
static bool same_event(const relations_scan *x, const told *t, event_class class, uint16_t noun,
                       slice thing, bool owned)
{
    if (class == MEET) {
        int32_t place = place_of(x, noun);
        return place >= 0 && place == t->place;
    }
    if (thing.len)
        return true; /* only_one has compared it */
    if (class == ATTACK || class == SIGN || class == VISIT)
        return false;
    return owned && (class == ARRIVE || t->object >= 0);
}

static chancery_status check_noun(const relations_scan *x, const told_list *list, int16_t phrase)
{
    const syntax_phrase *p = &x->s->phrases[phrase];
    event_class class = class_of_noun(x, p->head);
    bool owned = false;
    if (class == NO_CLASS || !speaks_again(x, p, &owned))
        return CHANCERY_OK;
    int16_t of = complement(x, phrase);
    const reading_date *date = day_behind(x, of >= 0 ? x->s->phrases[of].end : p->end);
    if (!date) {
        of = -1;
        date = day_behind(x, p->end);
    }
    if (!date || date->value.len != READING_DAY || date->endvalue.len)
        return CHANCERY_OK;
    if (of >= 0 && is_date_phrase(x, of, date))
        of = -1;
    slice thing = class == MEET ? (slice){0} : head_of(x->r, x->sentence, of);
    const told *t = only_one(x->r, list, class, thing, date);
    if (!t || !same_event(x, t, class, p->head, thing, owned))
        return CHANCERY_OK;
    int64_t gap = day_of(date) - day_of(t->date);
    gap = gap < 0 ? -gap : gap;
    bool inside = t->date->endvalue.len && slice_compare(date->value, t->date->value) >= 0 &&
                  slice_compare(date->value, t->date->endvalue) <= 0;
    if (gap == 0 || gap > (class == MEET ? NEAR_MEETING : NEAR_DAYS) || inside)
        return CHANCERY_OK;
    return report(x->r, date, t->date);
}

/* --- the same clause twice --- */

static bool same_codes(const reading_state *r, const told *a, const told *b)
{
    if (a->subject < 0 || b->subject < 0)
        return false;
    const reading_referents *one = &r->referents[a->sentence][a->subject];
    const reading_referents *two = &r->referents[b->sentence][b->subject];
    return one->count == 1 && two->count == 1 && one->items[0].person == two->items[0].person &&
           one->items[0].code.len && slice_equal(one->items[0].code, two->items[0].code);
}

/** The same words for the thing, and the second time with "the". */
static bool same_thing(const reading_state *r, const told *a, const told *b)
{
    if (a->object < 0 || b->object < 0)
        return false;
    const text_sentence *s = &r->report->sentences[a->sentence];
    const text_sentence *t = &r->report->sentences[b->sentence];
    const syntax_phrase *p = &r->parsed[a->sentence].phrases[a->object];
    const syntax_phrase *q = &r->parsed[b->sentence].phrases[b->object];
    if (!reading_is(r, t->first + q->first, "the"))
        return false;
    uint32_t i = s->first + p->first, k = t->first + q->first + 1;
    if (reading_is(r, i, "the") || reading_is(r, i, "a") || reading_is(r, i, "an"))
        i++;
    slice one = reading_words(r, i, s->first + p->head + 1 - i);
    slice two = reading_words(r, k, t->first + q->head + 1 - k);
    return slice_equal_ascii_fold(one, two);
}

static chancery_status check_twice(reading_state *r, const told_list *list, size_t at)
{
    const told *b = &list->items[at];
    if (b->class != SIGN && b->class != SEIZE && b->class != EXPEL && b->class != ARRIVE)
        return CHANCERY_OK;
    for (size_t i = 0; i < at; i++) {
        const told *a = &list->items[i];
        if (a->class != b->class || a->sentence == b->sentence ||
            slice_equal(a->date->value, b->date->value) || !same_codes(r, a, b))
            continue;
        bool arrival = b->class == ARRIVE && a->place >= 0 && a->place == b->place &&
                       r->referents[b->sentence][b->subject].items[0].person >= 0;
        int64_t gap = day_of(a->date) - day_of(b->date);
        if ((arrival || same_thing(r, a, b)) && gap <= NEAR_MEETING && gap >= -NEAR_MEETING)
            return report(r, b->date, a->date);
    }
    return CHANCERY_OK;
}

/* --- the end before the beginning --- */

/** "His stay ended", "flew home", "left Malta". */
static bool ends_stay(const reading_state *r, const told *t)
{
    static const char *const stays[] = {"stay", "visit", "tour", "trip", "journey", NULL};
    const syntax_sentence *s = &r->parsed[t->sentence];
    const text_sentence *sentence = &r->report->sentences[t->sentence];
    slice subject = head_of(r, t->sentence, t->subject);
    for (size_t k = 0; t->subject >= 0 && stays[k]; k++)
        if (slice_equal(subject, slice_of(stays[k])))
            return true;
    for (size_t w = 0; w + 1 < s->word_count; w++) {
        bool home = reading_is(r, sentence->first + (uint32_t)w + 1, "home");
        bool left = slice_equal(s->words[w].lemma, SLICE("leave")) ||
                    slice_equal(s->words[w].lemma, SLICE("fly")) ||
                    slice_equal(s->words[w].lemma, SLICE("return"));
        if (home && left)
            return true;
    }
    return false;
}

/** One arrival in the report, and an end of the stay told behind it with a day before it. */
static chancery_status check_stay(reading_state *r, const told_list *list)
{
    const told *arrival = NULL;
    for (size_t i = 0; i < list->count; i++)
        if (list->items[i].class == ARRIVE && !list->items[i].perfect) {
            if (arrival)
                return CHANCERY_OK;
            arrival = &list->items[i];
        }
    for (size_t i = 0; arrival && i < list->count; i++) {
        const told *t = &list->items[i];
        int64_t gap = day_of(arrival->date) - day_of(t->date);
        if (t->class != LEAVE || t->perfect || t->sentence <= arrival->sentence || gap <= 0 ||
            gap > NEAR_DAYS || !ends_stay(r, t))
            continue;
        slice begin, end, message;
        chancery_status status = findings_print_date(r, arrival->date->value, &begin);
        if (!status)
            status = findings_print_date(r, t->date->value, &end);
        if (!status)
            status = arena_printf(r->arena, &message, r->error,
                                  "The stay ends here on %.*s, before the arrival on %.*s.",
                                  SLICE_ARGS(end), SLICE_ARGS(begin));
        return status ? status
                      : findings_add(r, "date-conflict", CHANCERY_WARNING,
                                     reading_span(r, t->date->token, t->date->count), message,
                                     (slice){0});
    }
    return CHANCERY_OK;
}

static chancery_status note_all(reading_state *r, told_list *list)
{
    chancery_status status = CHANCERY_OK;
    uint32_t before = UINT32_MAX;
    for (size_t i = 0; !status && i < r->dates.count && list->count < MAX_TOLD; i++) {
        relations_scan x;
        uint32_t sentence = r->dates.items[i].sentence;
        if (sentence == before || r->report->sentences[sentence].title)
            continue;
        before = sentence;
        status = relations_open(r, sentence, &x);
        if (status || !x.segment)
            continue;
        note_clauses(&x, list);
        note_meetings(&x, list);
    }
    return status;
}

static chancery_status check_nouns(reading_state *r, const told_list *list)
{
    chancery_status status = CHANCERY_OK;
    uint32_t before = UINT32_MAX;
    for (size_t i = 0; !status && list->count && i < r->dates.count; i++) {
        relations_scan x;
        uint32_t sentence = r->dates.items[i].sentence;
        if (sentence == before || r->report->sentences[sentence].title)
            continue;
        before = sentence;
        status = relations_open(r, sentence, &x);
        for (size_t p = 0; !status && x.segment && p < x.s->phrase_count; p++)
            status = check_noun(&x, list, (int16_t)p);
    }
    return status;
}

chancery_status findings_check_events(reading_state *r)
{
    told_list *list = arena_alloc(r->arena, 1, sizeof *list, r->error);
    if (!list)
        return r->error->status;
    chancery_status status = note_all(r, list);
    if (!status)
        status = check_nouns(r, list);
    for (size_t i = 0; !status && i < list->count; i++)
        status = check_twice(r, list, i);
    return status ? status : check_stay(r, list);
}
