/* Days counted from something that happened: "five days after the collapse", "on the eve of the
 * vote", "the tenth anniversary of the treaty".
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * The day is the one beside the event ("his arrival on 5 May"), else the only one of the sentence
 * before that names it, and only then that of the sentence just told, if it tells the same in
 * other words. Where neither is plain the expression has no value. */
#include "reading/dates.h"

enum {
    NOUN_REACH = 5,   /* tokens from "the" to the noun */
    DATE_REACH = 4,   /* from the noun to its date */
    TELL_REACH = 25,  /* sentences back to the one that names the event */
    BRIDGE_REACH = 2, /* to the one that tells it in other words */
    LEAST_STEM = 4,
};

typedef struct family {
    const char *const *things; /* that happen */
    const char *const *told;   /* words that tell it without naming it */
} family;

/* what breaks or kills */
static const char *const things_0[] = {
    "accident", "ambush",     "assassination", "assault",   "attack",     "attacks",
    "blast",    "blasts",     "bombing",       "bombings",  "clash",      "clashes",
    "collapse", "collision",  "crackdown",     "crash",     "cyclone",    "derailment",
    "disaster", "earthquake", "eruption",      "explosion", "explosions", "fire",
    "flood",    "hurricane",  "incident",      "killing",   "killings",   "massacre",
    "murder",   "murders",    "quake",         "raid",      "raids",      "robbery",
    "shelling", "shooting",   "sinking",       "storm",     "strike",     "strikes",
    "tremor",   "tsunami",    "typhoon",       "breakdown", "genocide",   NULL};
static const char *const told_0[] = {
    "collapsed", "crashed", "sank",     "hit",       "struck",   "killed",       "killing",
    "wounded",   "injured", "exploded", "burned",    "burst",    "derailed",     "collided",
    "shot",      "fired",   "attacked", "stormed",   "bombed",   "shelled",      "ambushed",
    "gunmen",    "gunman",  "flooded",  "destroyed", "tore",     "failed",       "died",
    "dead",      "broke",   "capsized", "erupted",   "bomb",     "bombs",        "missile",
    "missiles",  "rocket",  "rockets",  "shook",     "murdered", "assassinated", "raided",
    "burnt",     "blew",    NULL};
/* what is decided at the polls */
static const char *const things_1[] = {"ballot", "election",   "elections", "poll",
                                       "polls",  "referendum", "vote",      NULL};
static const char *const told_1[] = {"voted",      "elected",  "won",    "defeated",
                                     "polls",      "ballot",   "voters", "vote",
                                     "referendum", "election", NULL};
/* what is agreed */
static const char *const things_2[] = {"accord",  "agreement", "ceasefire", "deal", "pact",
                                       "signing", "treaty",    "truce",     NULL};
static const char *const told_2[] = {"signed", "agreed", "initialled", "concluded", "ceasefire",
                                     "truce",  "pact",   "accord",     "deal",      NULL};
/* what brings people together */
static const char *const things_3[] = {"conference", "congress", "hearing", "meeting", "summit",
                                       "talks",      "trial",    "visit",   NULL};
static const char *const told_3[] = {"met",       "gathered",   "hosted",   "visited", "talks",
                                     "conferred", "negotiated", "convened", "toured",  NULL};
/* what changes a government */
static const char *const things_4[] = {"coup",        "handover",   "inauguration", "independence",
                                       "resignation", "revolution", "takeover",     "uprising",
                                       "accession",   "founding",   "foundation",   NULL};
static const char *const told_4[] = {
    "overthrew",   "overthrown",  "ousted", "deposed", "toppled",  "resigned", "quit",
    "inaugurated", "independent", "joined", "founded", "mutinied", NULL};
/* what takes or frees people */
static const char *const things_5[] = {"abduction", "arrest",  "escape", "hijacking", "kidnapping",
                                       "release",   "seizure", "siege",  "surrender", NULL};
static const char *const told_5[] = {"arrested", "detained", "kidnapped", "abducted", "seized",
                                     "hijacked", "captured", "freed",     "released", "surrendered",
                                     "fled",     "escaped",  NULL};
/* what is said with authority */
static const char *const things_6[] = {"announcement", "decision", "declaration", "execution",
                                       "ruling",       "verdict",  NULL};
static const char *const told_6[] = {"announced", "decided",   "declared",  "ruled",
                                     "sentenced", "convicted", "acquitted", "executed",
                                     "approved",  "rejected",  NULL};
/* what sets troops in motion */
static const char *const things_7[] = {"invasion", "landing",    "launch", "launching",
                                       "outbreak", "withdrawal", NULL};
static const char *const told_7[] = {"invaded",  "landed",  "launched", "crossed",
                                     "withdrew", "marched", "broke",    NULL};
/* what comes, goes or ends */
static const char *const things_8[] = {"arrival", "closure", "death",    "departure",
                                       "opening", "protest", "protests", NULL};
static const char *const told_8[] = {"arrived",  "landed",    "flew",   "died",    "left",
                                     "departed", "opened",    "closed", "marched", "demonstrated",
                                     "rallied",  "protested", NULL};
/* what turns somebody out */
static const char *const things_9[] = {"expulsion", "expulsions", "recall", "deportation", NULL};
static const char *const told_9[] = {"expelled", "expelling", "recalled", "deported", NULL};

static const family families[] = {{things_0, told_0}, {things_1, told_1}, {things_2, told_2},
                                  {things_3, told_3}, {things_4, told_4}, {things_5, told_5},
                                  {things_6, told_6}, {things_7, told_7}, {things_8, told_8},
                                  {things_9, told_9}};

/** The family of what a word names, or NULL. */
static const family *family_of(const reading_state *r, uint32_t i)
{
    for (size_t k = 0; k < sizeof families / sizeof *families; k++)
        if (reading_is_any(r, i, families[k].things))
            return &families[k];
    return NULL;
}

static bool is_thing(const dates_scan *d, uint32_t i)
{
    return i < d->end && d->r->report->tokens[i].kind == TEXT_WORD && family_of(d->r, i);
}

static bool is_determiner(const dates_scan *d, uint32_t i)
{
    static const char *const words[] = {"the", "that",  "this",  "his",   "her",
                                        "its", "their", "these", "those", NULL};
    return i < d->end && reading_is_any(d->r, i, words);
}

/** "the 1974 coup", "the 5 May summit", "3 May", "Christmas Eve": whether a date begins at `i`. */
static bool is_date(const dates_scan *d, uint32_t i)
{
    dates_item item;
    uint32_t count = dates_read_feast(d, i, &item);
    dates_class class = (dates_class)dates_at(d, i).class;
    if (!count && (class == DATES_DIGITS || class == DATES_MONTH || class == DATES_ORDINAL ||
                   class == DATES_NUMERIC))
        count = dates_read_calendar(d, i, false, &item);
    return count && !item.ranged && (item.from.month || item.from.year || item.easter);
}

/** A date right behind the noun: "[the vote] on 3 May", "[the treaty] (14 May 1974)". */
static bool date_behind(const dates_scan *d, uint32_t noun)
{
    for (uint32_t k = noun + 1; k < d->end && k <= noun + DATE_REACH; k++) {
        dates_token t = dates_at(d, k);
        if (is_date(d, k))
            return true;
        bool place = d->r->report->tokens[k].flags & TEXT_CAPITAL; /* "in Lagos" */
        if (t.class != DATES_OF && t.class != DATES_OPEN && t.class != DATES_THE && !place &&
            !dates_word_is(d, k, "on") && !dates_word_is(d, k, "in"))
            return false;
    }
    return false;
}

bool dates_read_event(const dates_scan *d, uint32_t i, dates_item *item, uint32_t *count)
{
    *count = 0;
    uint32_t k = i + dates_class_is(d, i, DATES_THE);
    if (is_date(d, i) || is_date(d, k)) {
        item->beside = true;
        return true;
    }
    if (!is_determiner(d, i))
        return false;
    for (k = i + 1; k < d->end && k <= i + NOUN_REACH; k++) {
        if (d->r->report->tokens[k].kind != TEXT_WORD || dates_at(d, k).class == DATES_OF)
            return false;
        if (is_date(d, k) && k + 1 < d->end) { /* "the 5 May summit" */
            item->beside = true;
            return true;
        }
        if (is_thing(d, k) && !is_thing(d, k + 1))
            break;
    }
    if (k >= d->end || k > i + NOUN_REACH || !is_thing(d, k))
        return false;
    item->noun = k;
    item->beside = date_behind(d, k);
    *count = k + 1 - i;
    return true;
}

static dates_item counted(int amount, dates_unit unit)
{
    return (dates_item){.type = CHANCERY_DATE,
                        .rule = DATES_FROM_EVENT,
                        .weekday = -1,
                        .end_weekday = -1,
                        .unit = (uint8_t)unit,
                        .amount = amount,
                        .whole = true};
}

uint32_t dates_read_eve(const dates_scan *d, uint32_t i, dates_item *out)
{
    uint32_t count = 0;
    *out = counted(-1, DATES_DAY);
    if (!dates_class_is(d, i + 1, DATES_OF) || !dates_read_event(d, i + 2, out, &count))
        return 0;
    return 2 + count;
}

uint32_t dates_read_anniversary(const dates_scan *d, uint32_t i, dates_item *out)
{
    int years = 0;
    uint32_t count = dates_read_ordinal(d, i, &years), event = 0, k = i + count;
    *out = counted(years, DATES_YEARS);
    out->exact = true;
    if (!count || years < 1 || !dates_word_is(d, k, "anniversary"))
        return 0;
    if (dates_word_is(d, i - 1, "its") || dates_word_is(d, i - 1, "their") ||
        dates_word_is(d, i - 1, "his"))
        return count + 1;
    if (!dates_class_is(d, k + 1, DATES_OF) || !dates_read_event(d, k + 2, out, &event))
        return 0;
    return k + 2 + event - i;
}

bool dates_same_stem(slice a, slice b)
{
    size_t shared = 0;
    while (shared < a.len && shared < b.len && ((a.ptr[shared] ^ b.ptr[shared]) & ~0x20) == 0)
        shared++;
    size_t longer = a.len > b.len ? a.len : b.len;
    return shared >= LEAST_STEM && shared * 2 >= longer && longer <= shared + LEAST_STEM;
}

static bool names(const reading_state *r, uint32_t sentence, uint32_t noun)
{
    const text_sentence *s = &r->report->sentences[sentence];
    slice word = reading_words(r, noun, 1);
    for (uint32_t k = s->first; k < s->first + s->count; k++)
        if (r->report->tokens[k].kind == TEXT_WORD && dates_same_stem(word, reading_words(r, k, 1)))
            return true;
    return false;
}

static bool in_dateline(const reading_state *r, const reading_date *d)
{
    span line = r->report->dateline;
    uint32_t start = r->report->tokens[d->token].start;
    return start >= line.start && start < line.end;
}

/** "[two days after the quake]": counted from the event itself. */
static bool counts_from(const reading_state *r, const reading_date *d, uint32_t noun)
{
    slice word = reading_words(r, noun, 1);
    for (uint32_t k = d->token; k < d->token + d->count; k++)
        if (r->report->tokens[k].kind == TEXT_WORD && dates_same_stem(word, reading_words(r, k, 1)))
            return true;
    return false;
}

/** The one date of a sentence, if it has only one. */
static const reading_date *date_in(const reading_state *r, uint32_t sentence, uint32_t noun,
                                   size_t precision)
{
    const reading_date *found = NULL;
    for (size_t i = reading_first_date(r, sentence); i < r->dates.count; i++) {
        const reading_date *d = &r->dates.items[i];
        if (d->sentence != sentence)
            break;
        if (d->type != CHANCERY_DATE || in_dateline(r, d) || counts_from(r, d, noun) ||
            (found && slice_equal(found->value, d->value)))
            continue;
        if (found || d->value.len < precision || d->endvalue.len || d->jubilee)
            return NULL;
        found = d;
    }
    return found;
}

/** "on Tuesday, three days after the earthquake": the day itself is told. */
static bool is_apposition(const reading_state *r, const dates_item *item)
{
    const reading_date *last = r->dates.count ? &r->dates.items[r->dates.count - 1] : NULL;
    uint32_t end = last ? last->token + last->count : 0;
    return last && last->sentence == item->sentence && end < item->token &&
           item->token - end <= 2 && reading_is(r, end, ",");
}

/** Whether a sentence tells what the noun names in other words: "the bridge failed". */
static bool tells(const reading_state *r, uint32_t sentence, uint32_t noun)
{
    const text_sentence *s = &r->report->sentences[sentence];
    const family *f = noun ? family_of(r, noun) : NULL;
    for (uint32_t k = s->first; f && k < s->first + s->count; k++)
        if (reading_is_any(r, k, f->told))
            return true;
    return false;
}

bool dates_means(const reading_state *r, uint32_t noun, uint32_t word)
{
    const family *f = family_of(r, noun);
    return f && (reading_is_any(r, word, f->told) || reading_is_any(r, word, f->things));
}

const reading_date *dates_day_of_event(const reading_state *r, const dates_item *item)
{
    size_t precision = item->unit == DATES_YEARS    ? READING_YEAR
                       : item->unit == DATES_MONTHS ? READING_MONTH
                                                    : READING_DAY;
    bool named = false;
    if (is_apposition(r, item))
        return NULL;
    for (uint32_t back = 1; back <= TELL_REACH && back <= item->sentence; back++) {
        if (!names(r, item->sentence - back, item->noun))
            continue;
        named = true;
        const reading_date *date = date_in(r, item->sentence - back, item->noun, precision);
        if (date)
            return date;
    }
    for (uint32_t back = 1; !named && back <= BRIDGE_REACH && back <= item->sentence; back++) {
        uint32_t sentence = item->sentence - back;
        size_t at = reading_first_date(r, sentence);
        if (at < r->dates.count && r->dates.items[at].sentence == sentence &&
            tells(r, sentence, item->noun))
            return date_in(r, sentence, item->noun, precision);
    }
    return NULL;
}
