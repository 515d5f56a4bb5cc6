/* Jubilees: anniversaries and round numbers of years, held against what they are counted from.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * "The 45th anniversary of diplomatic relations in 2013" says when they began; a report that names
 * that day as well must agree with itself. A number that is only about right ("nearly fifty years")
 * is left alone. */
#include "reading/findings.h"
#include "reading/lexicon.h"

/** The tokens of a sentence with what they are to expressions of time. */
typedef struct jubilee_scan {
    const relations_scan *x;
    dates_scan d;
} jubilee_scan;

static const char *const topics[] = {
    "anniversary", "jubilee",    "centenary",    "bicentenary", "years", "year",   "century",
    "decades",     "centennial", "bicentennial", "turn",        "turns", "turned", NULL};

_Static_assert(sizeof topics / sizeof *topics <= FINDINGS_TOPIC_SLOTS / 2, "too many topics");

void findings_topics_fill(findings_topics *table)
{
    for (size_t i = 0; topics[i]; i++) {
        uint64_t key = text_key(slice_of(topics[i]));
        size_t slot = key % FINDINGS_TOPIC_SLOTS;
        while (table->keys[slot])
            slot = (slot + 1) % FINDINGS_TOPIC_SLOTS;
        table->keys[slot] = key;
    }
}

bool findings_may_have_jubilee(const reading_state *r, uint32_t sentence)
{
    const text_sentence *s = &r->report->sentences[sentence];
    const uint64_t *keys = r->lexicon->topics.keys;
    for (uint32_t i = s->first; i < s->first + s->count; i++) {
        uint64_t key = r->report->tokens[i].key;
        for (size_t slot = key % FINDINGS_TOPIC_SLOTS; keys[slot];
             slot = (slot + 1) % FINDINGS_TOPIC_SLOTS)
            if (keys[slot] == key)
                return true;
    }
    return false;
}

static bool is(const jubilee_scan *j, uint32_t i, const char *word)
{
    return i >= j->d.first && i < j->d.end && reading_is(j->x->r, i, word);
}

static bool any(const jubilee_scan *j, uint32_t i, const char *const *words)
{
    for (; *words; words++)
        if (is(j, i, *words))
            return true;
    return false;
}

/** A number or ordinal whose last token is `last`. @return its first token, or UINT32_MAX. */
static uint32_t number_ending(const jubilee_scan *j, uint32_t last, bool ordinal, int *value)
{
    for (uint32_t back = 4; back-- > 0;) {
        uint32_t i = last - back;
        if (last < j->d.first + back)
            continue;
        uint32_t count =
            ordinal ? dates_read_ordinal(&j->d, i, value) : dates_read_number(&j->d, i, value);
        if (count == back + 1 && *value >= 1 && *value <= 1000)
            return i;
    }
    return UINT32_MAX;
}

/** "nearly", "more than": the number is not meant exactly. */
static bool is_vague(const jubilee_scan *j, uint32_t first)
{
    static const char *const words[] = {
        "nearly", "almost",        "about",   "around", "some",   "roughly", "over", "than",
        "least",  "approximately", "another", "next",   "coming", "past",    "last", NULL};
    return any(j, first - 1, words);
}

static bool hyphen(const jubilee_scan *j, uint32_t i)
{
    return is(j, i, "-") || is(j, i, "\u2010");
}

/** "45th anniversary", "75-year jubilee", "golden jubilee", "jubilee of 75 years". */
static bool read_anniversary(const jubilee_scan *j, uint32_t i, findings_jubilee *out)
{
    static const struct {
        const char *word;
        int years;
    } metals[] = {{"silver", 25}, {"golden", 50}, {"diamond", 60}, {"platinum", 70}};
    uint32_t last = i - 1, first;
    out->form = FINDINGS_NTH;
    out->token = i;
    out->count = 1;
    for (size_t k = 0; k < sizeof metals / sizeof *metals; k++)
        if (is(j, last, metals[k].word)) {
            out->years = metals[k].years;
            out->token = last;
            out->count = 2;
            return is(j, i, "jubilee") || is(j, i, "anniversary");
        }
    if (hyphen(j, last))
        last--;
    first = number_ending(j, last, true, &out->years);
    if (first == UINT32_MAX && (is(j, last, "year") || is(j, last, "years"))) {
        last -= hyphen(j, last - 1) ? 2 : 1;
        first = number_ending(j, last, false, &out->years);
    }
    if (first != UINT32_MAX) {
        out->token = first;
        out->count = i + 1 - first;
        return !is_vague(j, first);
    }
    uint32_t count = is(j, i + 1, "of") ? dates_read_number(&j->d, i + 2, &out->years) : 0;
    if (!count || !is(j, i + 2 + count, "years"))
        return false;
    out->count = count + 3;
    return true;
}

/** "50th year of". */
static bool read_nth_year(const jubilee_scan *j, uint32_t i, findings_jubilee *out)
{
    uint32_t first = number_ending(j, i - 1, true, &out->years);
    if (first == UINT32_MAX || out->years < 2 || !is(j, i + 1, "of"))
        return false;
    out->form = FINDINGS_YEAR;
    out->token = first;
    out->count = i + 1 - first;
    return true;
}

/** "have had relations for fifty years": the words before the number, and the verb. */
static bool lasts(const jubilee_scan *j, uint32_t first, findings_jubilee *out)
{
    const relations_scan *x = j->x;
    static const char *const is_[] = {"is", "i.e.", NULL};
    uint32_t before = first - 1;
    bool strong = false;
    if (is(j, before, "exactly") || is(j, before, "just"))
        before--;
    if (!is(j, before, "for"))
        return false;
    if (any(j, before - 1, is_) && is(j, before - 2, "that")) { /* "…, that is for fifty years" */
        out->unnamed = true;
        return true;
    }
    uint16_t segment = relations_segment(x, first);
    for (size_t i = 0; i < x->s->clause_count; i++) {
        const syntax_clause *c = &x->s->clauses[i];
        int16_t phrase = c->object >= 0 ? c->object : c->subject;
        if (x->segment[c->verb] == segment && relations_act_of(x, c) == RELATIONS_HAVE &&
            phrase >= 0 && relations_is_phrase(x, phrase, &strong) && strong) {
            out->of_relations = true;
            out->topic = phrase;
            return true;
        }
    }
    return false;
}

/** "they will be fifty years old": of what was just spoken of, not of a person. */
static bool is_age_of_relations(const jubilee_scan *j, uint32_t token)
{
    static const char *const words[] = {"they", "these", "those", NULL};
    const relations_scan *x = j->x;
    bool strong = false;
    for (size_t i = 0; i < x->s->clause_count; i++) {
        const syntax_clause *c = &x->s->clauses[i];
        if (x->segment[c->verb] != relations_segment(x, token) || c->subject < 0)
            continue;
        return relations_word_in(x, x->s->phrases[c->subject].head, words) ||
               relations_is_phrase(x, c->subject, &strong);
    }
    return false;
}

/** "35 years": of relations, full, old. The topic decides whether it counts. */
static bool read_years(const jubilee_scan *j, uint32_t i, findings_jubilee *out)
{
    static const char *const behind[] = {"old", "of", "full", "complete", NULL};
    uint32_t first = number_ending(j, i - 1, false, &out->years);
    if (first == UINT32_MAX || is_vague(j, first))
        return false;
    bool filled = (is(j, i + 1, "will") && is(j, i + 2, "be")) || is(j, i + 1, "are");
    bool full = filled && (any(j, i + 2, behind) || any(j, i + 3, behind));
    out->form = FINDINGS_LENGTH;
    out->token = first;
    out->count = i + 1 - first;
    if (lasts(j, first, out))
        return true;
    out->unnamed = !is(j, i + 1, "of");
    if (is(j, i + 1, "old"))
        return is_age_of_relations(j, first);
    return any(j, i + 1, behind) || full;
}

/** "The relations turn forty". */
static bool read_turn(const jubilee_scan *j, uint32_t i, findings_jubilee *out)
{
    uint32_t count = dates_read_number(&j->d, i + 1, &out->years);
    bool strong = false;
    const relations_scan *x = j->x;
    if (!count || out->years < 5)
        return false;
    for (size_t c = 0; c < x->s->clause_count; c++) {
        const syntax_clause *clause = &x->s->clauses[c];
        if (clause->verb + x->t->first != i || clause->subject < 0 ||
            !relations_is_phrase(x, clause->subject, &strong))
            continue;
        out->form = FINDINGS_LENGTH;
        out->of_relations = true;
        out->topic = clause->subject;
        out->token = i + 1;
        out->count = count;
        return true;
    }
    return false;
}

/** "half a century of", "a quarter of a century of", "two decades of". */
static bool read_round(const jubilee_scan *j, uint32_t i, findings_jubilee *out)
{
    out->form = FINDINGS_ROUND;
    if (is(j, i, "century") && is(j, i - 1, "a") && is(j, i - 2, "half")) {
        out->years = 50;
        out->token = i - 2;
    } else if (is(j, i, "century") && is(j, i - 2, "of") && is(j, i - 3, "quarter")) {
        out->years = 25;
        out->token = i - 4;
    } else if (is(j, i, "decades")) {
        uint32_t first = number_ending(j, i - 1, false, &out->years);
        if (first == UINT32_MAX)
            return false;
        out->years *= 10;
        out->token = first;
    } else {
        return false;
    }
    out->slack = is(j, i, "decades") ? 4 : 2;
    out->count = i + 1 - out->token;
    if (out->token < j->d.first || is_vague(j, out->token))
        return false;
    return is(j, i + 1, "of") || lasts(j, out->token, out);
}

static bool read_centenary(const jubilee_scan *j, uint32_t i, findings_jubilee *out)
{
    out->years = is(j, i, "centenary") || is(j, i, "centennial") ? 100 : 200;
    out->form = FINDINGS_NTH;
    out->token = i;
    out->count = 1;
    return true;
}

static bool read_jubilee(const jubilee_scan *j, uint32_t i, findings_jubilee *out)
{
    *out = (findings_jubilee){.topic = -1, .sentence = j->x->sentence};
    if (is(j, i, "anniversary") || is(j, i, "jubilee"))
        return read_anniversary(j, i, out);
    if (is(j, i, "year"))
        return read_nth_year(j, i, out);
    if (is(j, i, "years"))
        return read_years(j, i, out);
    if (is(j, i, "century") || is(j, i, "decades"))
        return read_round(j, i, out);
    if (is(j, i, "turn") || is(j, i, "turns") || is(j, i, "turned"))
        return read_turn(j, i, out);
    return read_centenary(j, i, out);
}

/* --- of what --- */

static int16_t phrase_at(const relations_scan *x, uint32_t token)
{
    uint32_t word = token - x->t->first;
    return word < x->s->word_count ? x->s->phrase_of[word] : -1;
}

/** Relations are spoken of in the sentence, by a strong word. */
static bool speaks_of_relations(const relations_scan *x)
{
    for (size_t p = 0; p < x->s->phrase_count; p++) {
        bool strong = false;
        if (relations_is_phrase(x, (int16_t)p, &strong) && strong)
            return true;
    }
    return false;
}

static void set_topic(const jubilee_scan *j, findings_jubilee *out)
{
    static const char *const beginnings[] = {"establishment", "beginning", "start",
                                             "opening",       "inception", NULL};
    static const char *const pronouns[] = {"these", "them", "it", "those", "this", NULL};
    const relations_scan *x = j->x;
    uint32_t behind = out->token + out->count;
    bool strong = false;
    if (out->of_relations)
        return;
    if (!is(j, behind, "of") || out->unnamed) {
        out->unnamed = true;
        return;
    }
    if (any(j, behind + 1, pronouns) && !is(j, behind + 2, "relations")) {
        out->of_relations = speaks_of_relations(x);
        return;
    }
    int16_t phrase = phrase_at(x, behind + 1);
    if (phrase < 0)
        return;
    if (relations_lemma_in(x, x->s->phrases[phrase].head, beginnings))
        for (size_t q = (size_t)phrase + 1; q < x->s->phrase_count && q < (size_t)phrase + 3; q++)
            if (relations_is_phrase(x, (int16_t)q, &strong)) {
                out->of_relations = true;
                out->topic = (int16_t)q;
                return;
            }
    out->of_relations = relations_is_phrase(x, phrase, &strong);
    out->topic = phrase;
}

/* --- in which year --- */

static bool occasion_link(const relations_scan *x, const reading_date *d)
{
    static const char *const not_then[] = {"since", "of", "from", "to", NULL};
    return !relations_word_in(x, relations_date_link(x, d), not_then);
}

static void set_year(const jubilee_scan *j, findings_jubilee *out)
{
    const relations_scan *x = j->x;
    int day = 0;
    uint16_t segment = relations_segment(x, out->token);
    for (size_t i = reading_first_date(x->r, x->sentence); i < x->r->dates.count; i++) {
        const reading_date *d = &x->r->dates.items[i];
        bool inside = d->token < out->token + out->count && d->token + d->count > out->token;
        if (d->sentence != x->sentence)
            break;
        if (d->type != CHANCERY_DATE || inside || relations_segment(x, d->token) != segment ||
            !occasion_link(x, d))
            continue;
        out->told = text_iso_date(d->value, &out->year, &out->month, &day);
        return;
    }
    if (!findings_report_date(x->r, &out->year, &out->month))
        out->year = 0;
}

size_t findings_jubilees(const relations_scan *x, findings_jubilee *out, size_t max)
{
    jubilee_scan j = {.x = x};
    size_t count = 0;
    uint32_t words = x->s->word_count < SYNTAX_MAX_WORDS ? (uint32_t)x->s->word_count
                                                         : (uint32_t)SYNTAX_MAX_WORDS;
    j.d = (dates_scan){.r = x->r,
                       .words = &x->r->lexicon->dates,
                       .sentence = x->sentence,
                       .first = x->t->first,
                       .end = x->t->first + words};
    for (uint32_t i = j.d.first; i < j.d.end && count < max; i++) {
        if (!any(&j, i, topics) || !read_jubilee(&j, i, &out[count]))
            continue;
        findings_jubilee *found = &out[count++];
        found->word = (uint16_t)(found->token - x->t->first);
        set_topic(&j, found);
        set_year(&j, found);
    }
    return count;
}

/* --- relations that only a jubilee dates --- */

static bool has_relation(const reading_state *r, const relations_sides *sides)
{
    for (size_t i = 0; i < r->relations.count; i++) {
        const reading_relation *x = &r->relations.items[i];
        const relations_codes *a = &sides->own, *b = sides->other.count ? &sides->other : a;
        slice one = a->items[0], two = b->items[b == a ? 1 : 0];
        bool same = (slice_equal(x->between[0], one) && slice_equal(x->between[1], two)) ||
                    (slice_equal(x->between[0], two) && slice_equal(x->between[1], one));
        if (same && slice_equal(x->kind, SLICE("diplomatic relations")))
            return true;
    }
    return false;
}

/** The phrase for relations that the jubilee is of. */
static int16_t relations_phrase(const relations_scan *x, const findings_jubilee *jubilee)
{
    bool strong = false;
    if (jubilee->topic >= 0 && relations_is_phrase(x, jubilee->topic, &strong))
        return jubilee->topic;
    for (size_t p = 0; p < x->s->phrase_count; p++)
        if (relations_is_phrase(x, (int16_t)p, &strong) && strong)
            return (int16_t)p;
    return -1;
}

static const syntax_clause *clause_around(const relations_scan *x, uint16_t word)
{
    const syntax_clause *found = NULL;
    for (size_t i = 0; i < x->s->clause_count; i++) {
        const syntax_clause *c = &x->s->clauses[i];
        if (x->segment[c->verb] == x->segment[word] && c->verb <= word)
            found = c;
    }
    return found;
}

static bool is_diplomatic(const relations_scan *x, int16_t phrase)
{
    bool strong = false;
    return phrase >= 0 && relations_is_phrase(x, phrase, &strong) && strong;
}

static chancery_status derive(const relations_scan *x, const findings_jubilee *jubilee)
{
    reading_state *r = x->r;
    int16_t phrase = relations_phrase(x, jubilee);
    relations_sides sides;
    if (!jubilee->of_relations || !is_diplomatic(x, phrase) || jubilee->year == 0 ||
        (jubilee->form != FINDINGS_NTH && !(jubilee->form == FINDINGS_LENGTH && jubilee->told)) ||
        !relations_find_sides(x, phrase, clause_around(x, jubilee->word), &sides) ||
        has_relation(r, &sides))
        return CHANCERY_OK;
    reading_relation relation = {.kind = SLICE("diplomatic relations"),
                                 .sentence = x->sentence,
                                 .where = relations_where(x, jubilee->word)};
    chancery_status status =
        arena_printf(r->arena, &relation.since, r->error, "%04d", jubilee->year - jubilee->years);
    return status ? status : relations_add(r, &sides, &relation);
}

chancery_status findings_derive_relations(reading_state *r)
{
    chancery_status status = reading_take_lexicon(r);
    int left = FINDINGS_MAX_JUBILEE_SENTENCES;
    for (uint32_t i = 0; !status && i < r->report->sentence_count; i++) {
        relations_scan x;
        findings_jubilee found[FINDINGS_MAX_JUBILEES];
        if (!findings_may_have_jubilee(r, i))
            continue;
        if (left-- == 0)
            break;
        status = relations_open(r, i, &x);
        size_t count =
            status || !x.segment ? 0 : findings_jubilees(&x, found, FINDINGS_MAX_JUBILEES);
        for (size_t k = 0; !status && k < count; k++)
            status = derive(&x, &found[k]);
    }
    return status;
}
