/* Events that a report tells several times stand once.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * Two tellings are one event where type and status agree, the sides are the same or those of the
 * less exact telling are among the other's, and neither days nor places speak against it. What the
 * report's own date alone gave speaks against nothing. A noun that refers back ("the attack", "the
 * visit") is a mention of the event and makes none. */
#include "reading/dates.h"
#include "reading/events.h"

enum {
    TELL_REACH = 8,  /* sentences back to the one that told it */
    MOST_BACK = 256, /* events back: a report of lists has very many */
};

static slice longer(slice a, slice b)
{
    return b.len > a.len ? b : a;
}

static bool among(const reading_who *few, uint32_t few_count, const reading_who *all,
                  uint32_t all_count)
{
    for (uint32_t i = 0; i < few_count; i++) {
        bool found = false;
        for (uint32_t k = 0; k < all_count; k++)
            found = found || slice_equal(few[i].code, all[k].code);
        if (!found)
            return false;
    }
    return true;
}

static bool same_codes(const reading_who *a, uint32_t count_a, const reading_who *b,
                       uint32_t count_b)
{
    return count_a == count_b && among(a, count_a, b, count_b);
}

static bool same_dates(slice a, slice b)
{
    size_t shorter = a.len < b.len ? a.len : b.len;
    return memcmp(a.ptr ? a.ptr : "", b.ptr ? b.ptr : "", shorter) == 0;
}

/** Of types in which all act alike, who stands on which side does not tell two events apart. */
static bool same_sides(const reading_event *a, const reading_event *b)
{
    static const char *const alike[] = {"CONSULT", "AGREE", "COOPERATE", NULL};
    if (same_codes(a->actors, a->actor_count, b->actors, b->actor_count) &&
        same_codes(a->recipients, a->recipient_count, b->recipients, b->recipient_count))
        return true;
    if (!slice_is_any(a->event, alike))
        return false;
    reading_who left[2 * EVENTS_MAX_SIDE], right[2 * EVENTS_MAX_SIDE];
    memcpy(left, a->actors, a->actor_count * sizeof *left);
    memcpy(left + a->actor_count, a->recipients, a->recipient_count * sizeof *left);
    memcpy(right, b->actors, b->actor_count * sizeof *right);
    memcpy(right + b->actor_count, b->recipients, b->recipient_count * sizeof *right);
    return same_codes(left, a->actor_count + a->recipient_count, right,
                      b->actor_count + b->recipient_count);
}

static bool date_told(const reading_event *x)
{
    return x->date_from == CHANCERY_FROM_CLAUSE || x->date_from == CHANCERY_FROM_SENTENCE;
}

/** Days that are told agree as far as both go. A day that is only supposed, in another sentence,
 * agrees with one that is told and a few days before it. */
static bool days_agree(const reading_event *a, const reading_event *b)
{
    enum { NEAR_DAYS = 7 };
    int year, month, day;
    int64_t one, other;
    if (same_dates(a->date, b->date))
        return true;
    if (date_told(a) == date_told(b) || a->sentence == b->sentence || a->date.len != READING_DAY ||
        !text_iso_date(a->date, &year, &month, &day))
        return false;
    one = reading_day_number(year, month, day);
    if (b->date.len != READING_DAY || !text_iso_date(b->date, &year, &month, &day))
        return false;
    other = reading_day_number(year, month, day);
    int64_t apart = one > other ? one - other : other - one;
    return apart <= NEAR_DAYS;
}

/** Two places that are told: the same, or one in the other's state. */
static bool places_agree(const reading_state *r, const reading_event *a, const reading_event *b)
{
    if (a->place_hit < 0 || b->place_hit < 0)
        return true;
    const reading_hit *p = &r->hits.items[a->place_hit], *q = &r->hits.items[b->place_hit];
    kb_entry one = kb_entry_at(r->engine->kb, p->entry);
    kb_entry other = kb_entry_at(r->engine->kb, q->entry);
    return p->entry == q->entry || (slice_equal(one.code, other.code) && one.kind != other.kind);
}

/** The second telling names one side only, and nobody whom the first doesn't. */
static bool tells_less(const reading_event *x, const reading_event *event)
{
    bool one_side = event->actor_count == 0 || event->recipient_count == 0;
    return one_side && x->actor_count && x->recipient_count &&
           event->sentence <= x->last_sentence + 1 && date_told(x) && !date_told(event) &&
           among(event->actors, event->actor_count, x->actors, x->actor_count) &&
           among(event->recipients, event->recipient_count, x->recipients, x->recipient_count);
}

/** Two promises that have no day of their own are one only where the same is promised. */
static bool other_promise(const reading_state *r, const reading_event *a, const reading_event *b)
{
    slice one = reading_words(r, a->trigger, 1), other = reading_words(r, b->trigger, 1);
    return a->status == CHANCERY_FUTURE && !date_told(a) && !date_told(b) &&
           !slice_equal_ascii_fold(one, other) && !dates_same_stem(one, other);
}

static bool same_event(const reading_state *r, const reading_event *x, const reading_event *event)
{
    if (!slice_equal(x->event, event->event) || x->status != event->status ||
        other_promise(r, x, event))
        return false;
    if (tells_less(x, event))
        return places_agree(r, x, event);
    return same_sides(x, event) && days_agree(x, event) && places_agree(r, x, event);
}

/** What the second telling knows better. */
static void take_better(reading_event *x, const reading_event *event)
{
    if (date_told(event) && !date_told(x)) {
        x->date = event->date;
        x->enddate = event->enddate;
        x->date_from = event->date_from;
        x->date_span = event->date_span;
    } else if (date_told(event) == date_told(x)) {
        if (event->date.len > x->date.len) {
            x->date_from = event->date_from;
            x->date_span = event->date_span;
        }
        x->date = longer(x->date, event->date);
        x->enddate = longer(x->enddate, event->enddate);
    }
    if (x->place_hit < 0)
        x->place_hit = event->place_hit;
    if (x->mode.len == 0 && event->mode.len && same_sides(x, event)) {
        x->mode = event->mode;
        x->actors = event->actors;
        x->actor_spans = event->actor_spans;
        x->actor_count = event->actor_count;
        x->recipients = event->recipients;
        x->recipient_spans = event->recipient_spans;
        x->recipient_count = event->recipient_count;
    }
}

bool events_join(reading_state *r, const reading_event *event, uint32_t *known,
                 chancery_status *status)
{
    for (size_t i = 0; i < r->events.count; i++) {
        reading_event *x = &r->events.items[i];
        if (!same_event(r, x, event))
            continue;
        *known = (uint32_t)i;
        span *mention = array_push(&x->mentions, r->arena, r->error);
        if (!mention) {
            *status = r->error->status;
            return true;
        }
        *mention = event->where;
        trace_event(r, i, true);
        x->last_sentence = event->sentence;
        take_better(x, event);
        return true;
    }
    return false;
}

/** "the attack", "his visit", "this agreement": a noun that refers back, and to nothing that words
 * before it tell apart ("the previous attack", "the 2015 agreement"). */
static bool points_back(const events_sentence *e, const syntax_phrase *p)
{
    static const char *const definite[] = {"the", "this", "these", "his",
                                           "her", "its",  "their", NULL};
    static const char *const apart[] = {"previous", "earlier", "first",  "second",  "third",
                                        "last",     "latest",  "other",  "another", "new",
                                        "next",     "similar", "recent", "planned", NULL};
    if (!reading_is_any(e->r, e->t->first + p->first, definite))
        return false;
    for (uint32_t w = p->first; w <= p->head; w++)
        if (reading_is_any(e->r, e->t->first + w, apart) || e->s->words[w].tag == SYNTAX_CD)
            return false;
    return true;
}

/** Not "the attack on Monday" either. */
static bool refers_back(const events_sentence *e, const syntax_phrase *p)
{
    uint32_t token = e->t->first + p->first;
    for (size_t i = e->date_first; i < e->date_end; i++) {
        const reading_date *d = &e->r->dates.items[i];
        if (d->type == CHANCERY_DATE && d->token >= token && d->token <= e->t->first + p->end + 1u)
            return false;
    }
    return points_back(e, p);
}

/** "the attack on a ship": which one it is is said behind it; of "this attack on a ship" it is
 * known.
 */
static bool is_narrowed(const events_sentence *e, const syntax_phrase *p)
{
    static const char *const links[] = {"on", "against", "of", "by", "from", NULL};
    static const char *const known[] = {"this", "these", NULL};
    if (p->end + 1u >= e->s->word_count || !reading_is_any(e->r, e->t->first + p->end, links) ||
        reading_is_any(e->r, e->t->first + p->first, known))
        return false;
    for (size_t i = e->date_first; i < e->date_end; i++)
        if (e->r->dates.items[i].token == e->t->first + p->end + 1u)
            return false;
    return true;
}

/** Whether the codebook has the noun as a word for events of that kind. */
static bool noun_of(const events_sentence *e, int16_t phrase, const reading_event *x)
{
    for (size_t i = 0; i < e->match_count; i++)
        if (e->matches[i].noun && e->matches[i].phrase == phrase &&
            slice_equal(e->matches[i].frame->event, x->frame->event) &&
            (e->matches[i].frame->mode.len == 0 || x->frame->mode.len == 0 ||
             slice_equal(e->matches[i].frame->mode, x->frame->mode)))
            return true;
    return false;
}

/** Whether a noun can mean an event: by the codebook, by the stem of its predicate, or as the thing
 * that its words name ("signed an [agreement]"). */
static bool can_mean(const events_sentence *e, int16_t phrase, const reading_event *x)
{
    uint32_t noun = e->t->first + e->s->phrases[phrase].head;
    slice word = reading_words(e->r, noun, 1);
    return noun_of(e, phrase, x) || dates_means(e->r, noun, x->trigger) ||
           dates_same_stem(word, reading_words(e->r, x->trigger, 1)) ||
           dates_same_stem(word, reading_words(e->r, x->thing, 1));
}

static bool has_mention(const reading_event *x, span where)
{
    for (size_t i = x->mentions.count; i-- > 0 && x->mentions.items[i].end >= where.start;)
        if (where.start >= x->mentions.items[i].start && where.end <= x->mentions.items[i].end)
            return true;
    return false;
}

/** Whether the sentence made an event of this noun. */
static bool is_told(const events_sentence *e, int16_t phrase)
{
    for (size_t i = 0; i < e->made_count; i++) {
        const codebook_match *m = &e->matches[e->made[i].match];
        if (m->phrase == phrase && m->noun)
            return true;
    }
    return false;
}

/** What an event is called by nouns that are not its predicate's: "signed a ceasefire ... welcomed
 * the [agreement]", "broke off relations ... condemned the [rupture]". */
static bool is_called(slice noun, const reading_event *x)
{
    static const char *const pacts[] = {"agreement",   "accord", "deal",       "treaty",
                                        "pact",        "truce",  "settlement", "arrangement",
                                        "declaration", NULL};
    static const char *const breaks[] = {"rupture", "break", "severance", NULL};
    static const char *const blows[] = {"aggression", "assault",     "offensive", "incursion",
                                        "invasion",   "provocation", "bloodshed", NULL};
    if (slice_is_any(noun, pacts))
        return slice_is(x->event, "SUPPORT") && x->actor_count > 1 && x->recipient_count == 0;
    return slice_is_any(noun, breaks)  ? slice_is(x->event, "SANCTION")
           : slice_is_any(noun, blows) ? slice_is(x->event, "ASSAULT")
                                       : false;
}

/** "the decision", "this step": whatever was done last. */
static bool is_any_deed(const events_sentence *e, slice noun, const reading_event *x)
{
    static const char *const deeds[] = {"decision", "move",    "step",  "measure",
                                        "action",   "gesture", "moves", NULL};
    return slice_is_any(noun, deeds) && x->last_sentence + 2 >= e->sentence &&
           !slice_is(x->event, "CONSULT");
}

static bool names_another(const reading_who *who, uint32_t count, const events_side *actors)
{
    for (uint32_t i = 0; i < count; i++)
        for (uint32_t k = 0; k <= actors->count; k++) {
            if (k == actors->count)
                return true;
            if (slice_equal(who[i].code, actors->who[k].code))
                break;
        }
    return false;
}

const reading_event *events_meant(const events_sentence *e, int16_t phrase,
                                  const events_side *actors)
{
    const reading_state *r = e->r;
    slice noun = e->s->words[e->s->phrases[phrase].head].lemma;
    if (!points_back(e, &e->s->phrases[phrase]) || is_narrowed(e, &e->s->phrases[phrase]))
        return NULL;
    for (size_t i = r->events.count; i-- > 0 && r->events.count - i <= MOST_BACK;) {
        const reading_event *x = &r->events.items[i];
        if (x->last_sentence + TELL_REACH < e->sentence)
            continue;
        bool other = names_another(x->actors, x->actor_count, actors) ||
                     names_another(x->recipients, x->recipient_count, actors);
        if (other && x->status != CHANCERY_NEGATED &&
            (can_mean(e, phrase, x) || is_called(noun, x) || is_any_deed(e, noun, x)))
            return x;
    }
    return NULL;
}

chancery_status events_mention_again(events_sentence *e)
{
    reading_state *r = e->r;
    for (size_t p = 0; p < e->s->phrase_count; p++) {
        if (!refers_back(e, &e->s->phrases[p]) || is_told(e, (int16_t)p))
            continue;
        span where = reading_phrase_span(r, e->sentence, (int16_t)p);
        for (size_t i = r->events.count; i-- > 0 && r->events.count - i <= MOST_BACK;) {
            reading_event *x = &r->events.items[i];
            if (x->last_sentence + TELL_REACH < e->sentence || x->sentence >= e->sentence ||
                !can_mean(e, (int16_t)p, x))
                continue;
            if (has_mention(x, where))
                break;
            span *mention = array_push(&x->mentions, r->arena, r->error);
            if (!mention)
                return r->error->status;
            *mention = where;
            x->last_sentence = e->sentence;
            break;
        }
    }
    return CHANCERY_OK;
}
