/* Anniversary conflicts: jubilees that don't fit the day they are counted from.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * The day is the beginning of relations, or that of a clause which makes the thing that is
 * celebrated ("signed the peace", "became independent"). Where the report gives more than one such
 * year nothing is said. */
#include "reading/findings.h"

enum { MAX_SEARCHES = 16 };

/** What a jubilee counts from. */
typedef struct origin {
    int year;
    int month; /* or 0 */
    slice date;
    bool known;
    bool doubtful; /* two of them */
} origin;

static void add_origin(origin *o, slice date)
{
    int year = 0, month = 0, day = 0;
    if (!text_iso_date(date, &year, &month, &day))
        return;
    if (o->known && o->year != year)
        o->doubtful = true;
    if (!o->known || date.len > o->date.len)
        *o = (origin){year, month, date, true, o->doubtful};
}

/** The pair that a jubilee's sentence names, or none. */
static bool jubilee_sides(const relations_scan *x, const findings_jubilee *jubilee,
                          relations_sides *out)
{
    return jubilee->topic >= 0 && jubilee->of_relations &&
           relations_find_sides(x, jubilee->topic, NULL, out) &&
           out->own.count + out->other.count == 2;
}

static bool between_these(const reading_relation *relation, const relations_sides *sides)
{
    slice a = sides->own.items[0];
    slice b = sides->other.count ? sides->other.items[0] : sides->own.items[1];
    return (slice_equal(relation->between[0], a) && slice_equal(relation->between[1], b)) ||
           (slice_equal(relation->between[0], b) && slice_equal(relation->between[1], a));
}

/** Beginnings of relations: of that pair, else where all relations of the report are of one. */
static origin relations_origin(const relations_scan *x, const findings_jubilee *jubilee)
{
    const reading_state *r = x->r;
    origin of_pair = {0}, of_all = {0};
    relations_sides sides;
    bool known = jubilee_sides(x, jubilee, &sides);
    for (size_t i = 0; i < r->relations.count; i++) {
        const reading_relation *relation = &r->relations.items[i];
        if (!slice_equal(relation->kind, SLICE("diplomatic relations")))
            continue;
        add_origin(&of_all, relation->since);
        if (known && between_these(relation, &sides))
            add_origin(&of_pair, relation->since);
    }
    return of_pair.known ? of_pair : of_all;
}

/** A jubilee without "of": relations told in the same sentence or the one before. */
static bool follows_relations(const reading_state *r, uint32_t sentence)
{
    for (size_t i = 0; i < r->relations.count; i++) {
        const reading_relation *relation = &r->relations.items[i];
        if (slice_equal(relation->kind, SLICE("diplomatic relations")) &&
            (relation->sentence == sentence || relation->sentence + 1 == sentence))
            return true;
    }
    return false;
}

/** Whether two phrases name the same thing: the same head and the same words before it. */
static bool same_thing(const relations_scan *a, int16_t one, const relations_scan *b, int16_t two)
{
    static const char *const articles[] = {"the", "a",   "an",   "their", "its",
                                           "his", "her", "this", NULL};
    const syntax_phrase *p = &a->s->phrases[one], *q = &b->s->phrases[two];
    if (!slice_equal(a->s->words[p->head].lemma, b->s->words[q->head].lemma))
        return false;
    uint16_t i = p->first, k = q->first;
    while (i < p->head && relations_word_in(a, i, articles))
        i++;
    while (k < q->head && relations_word_in(b, k, articles))
        k++;
    return slice_equal_ascii_fold(
        reading_words(a->r, a->t->first + i, (uint32_t)(p->head + 1 - i)),
        reading_words(b->r, b->t->first + k, (uint32_t)(q->head + 1 - k)));
}

/** "of friendship" behind a phrase: the head's lemma, or empty. */
static slice complement_of(const relations_scan *x, int16_t phrase)
{
    static const char *const of[] = {"of", "on", NULL};
    for (size_t q = (size_t)phrase + 1; q < x->s->phrase_count && q <= (size_t)phrase + 1; q++) {
        const syntax_phrase *p = &x->s->phrases[q];
        if (p->preposition >= 0 && relations_word_in(x, (size_t)p->preposition, of) &&
            (uint16_t)p->preposition == x->s->phrases[phrase].end)
            return x->s->words[p->head].lemma;
    }
    return (slice){0};
}

/** Dates of clauses in sentence `x` that make the thing `topic` of sentence `y`. */
static void clause_origins(const relations_scan *x, const relations_scan *y, int16_t topic,
                           origin *out)
{
    static const char *const making[] = {"sign", "conclude", "establish", "found",    "adopt",
                                         "make", "gain",     "achieve",   "proclaim", "declare",
                                         "win",  "form",     "create",    "regain",   NULL};
    for (size_t i = 0; i < x->s->clause_count; i++) {
        const syntax_clause *c = &x->s->clauses[i];
        int16_t made = c->passive ? c->subject : c->object;
        if (made < 0 || !relations_lemma_in(x, c->verb, making) || !relations_is_fact(x, c) ||
            !same_thing(x, made, y, topic) ||
            !slice_equal(complement_of(x, made), complement_of(y, topic)))
            continue;
        const reading_date *date = relations_date(x, c->first, c->end, false);
        if (date)
            add_origin(out, date->value);
    }
}

/** Code of the one state that acts in the clause of a word, or empty. */
static slice actor_of(const relations_scan *x, uint16_t word)
{
    for (size_t i = 0; i < x->s->clause_count; i++) {
        const syntax_clause *c = &x->s->clauses[i];
        relations_codes codes = {0};
        if (x->segment[c->verb] != x->segment[word] || c->subject < 0)
            continue;
        relations_phrase_codes(x, c->subject, &codes);
        return codes.count == 1 ? codes.items[0] : (slice){0};
    }
    return (slice){0};
}

/** "Namibia became independent on …", for the independence of the same state. */
static void independence_origins(const relations_scan *x, const relations_scan *y,
                                 const findings_jubilee *jubilee, origin *out)
{
    static const char *const become[] = {"become", NULL};
    static const char *const independent[] = {"independent", NULL};
    slice whose = actor_of(y, jubilee->word);
    for (size_t i = 0; i < x->s->clause_count; i++) {
        const syntax_clause *c = &x->s->clauses[i];
        bool free =
            relations_word_in(x, c->verb, independent) ||
            (relations_lemma_in(x, c->verb, become) && relations_word_in(x, c->end, independent));
        if (!free || !relations_is_fact(x, c) || whose.len == 0 ||
            !slice_equal(actor_of(x, c->verb), whose))
            continue;
        const reading_date *date = relations_date(x, c->first, c->end, false);
        if (date)
            add_origin(out, date->value);
    }
}

static bool topic_is(const relations_scan *x, const findings_jubilee *jubilee, const char *lemma)
{
    const char *const list[] = {lemma, NULL};
    return jubilee->topic >= 0 && relations_lemma_in(x, x->s->phrases[jubilee->topic].head, list);
}

/** The only membership that the report dates. */
static origin membership_origin(const relations_scan *x, const findings_jubilee *jubilee)
{
    const reading_state *r = x->r;
    origin o = {0};
    slice whose = actor_of(x, jubilee->word);
    size_t count = 0;
    for (size_t i = 0; i < r->relations.count; i++) {
        const reading_relation *relation = &r->relations.items[i];
        bool own = whose.len == 0 || slice_equal(relation->between[0], whose) ||
                   slice_equal(relation->between[1], whose);
        if (!slice_equal(relation->kind, SLICE("membership")) || !own)
            continue;
        add_origin(&o, relation->since);
        count++;
    }
    return count == 1 ? o : (origin){0};
}

static chancery_status thing_origin(const relations_scan *y, const findings_jubilee *jubilee,
                                    origin *out)
{
    reading_state *r = y->r;
    chancery_status status = CHANCERY_OK;
    for (uint32_t i = 0; !status && i < r->report->sentence_count; i++) {
        relations_scan x;
        if (i == jubilee->sentence)
            continue;
        status = relations_open(r, i, &x);
        if (status || !x.segment)
            continue;
        clause_origins(&x, y, jubilee->topic, out);
        if (topic_is(y, jubilee, "independence"))
            independence_origins(&x, y, jubilee, out);
    }
    return status;
}

static chancery_status find_origin(const relations_scan *x, const findings_jubilee *jubilee,
                                   origin *out)
{
    *out = (origin){0};
    if (jubilee->of_relations || (jubilee->unnamed && follows_relations(x->r, x->sentence)))
        *out = relations_origin(x, jubilee);
    else if (topic_is(x, jubilee, "membership") || topic_is(x, jubilee, "accession"))
        *out = membership_origin(x, jubilee);
    else if (jubilee->topic >= 0 && !jubilee->unnamed)
        return thing_origin(x, jubilee, out);
    return CHANCERY_OK;
}

/** Whether the number of years fits. */
static bool fits(const findings_jubilee *jubilee, const origin *o)
{
    int passed = jubilee->year - o->year, years = jubilee->years;
    switch (jubilee->form) {
    case FINDINGS_NTH:
        return passed == years || (!jubilee->told && (passed == years + 1 || passed + 1 == years));
    case FINDINGS_YEAR:
        return passed == years || passed + 1 == years || (!jubilee->told && passed == years + 1);
    case FINDINGS_LENGTH:
        return passed == years || passed == years + 1 || (!jubilee->told && passed + 1 == years);
    case FINDINGS_ROUND:
        return passed >= years - jubilee->slack && passed <= years + jubilee->slack;
    }
    return true;
}

static const char *suffix_of(int number)
{
    int two = number % 100, one = number % 10;
    if (two >= 11 && two <= 13)
        return "th";
    return one == 1 ? "st" : one == 2 ? "nd" : one == 3 ? "rd" : "th";
}

static chancery_status report(const relations_scan *x, const findings_jubilee *jubilee,
                              const origin *o)
{
    reading_state *r = x->r;
    int passed = jubilee->year - o->year;
    slice since, message, likely;
    chancery_status status = findings_print_date(r, o->date, &since);
    if (!status)
        status = arena_printf(r->arena, &message, r->error,
                              "%d years are spoken of here, but from %.*s to %d it is %d.",
                              jubilee->years, SLICE_ARGS(since), jubilee->year, passed);
    if (!status)
        status = jubilee->form == FINDINGS_NTH || jubilee->form == FINDINGS_YEAR
                     ? arena_printf(r->arena, &likely, r->error, "%d%s", passed, suffix_of(passed))
                     : arena_printf(r->arena, &likely, r->error, "%d years", passed);
    return status ? status
                  : findings_add(r, "anniversary-conflict", CHANCERY_WARNING,
                                 reading_span(r, jubilee->token, jubilee->count), message, likely);
}

/** @param searches how many more times the whole report may be searched for a beginning. */
static chancery_status check_sentence(const relations_scan *x, int *searches)
{
    findings_jubilee found[FINDINGS_MAX_JUBILEES];
    size_t count = findings_jubilees(x, found, FINDINGS_MAX_JUBILEES);
    chancery_status status = CHANCERY_OK;
    for (size_t i = 0; !status && i < count; i++) {
        origin o = {0};
        if (!found[i].of_relations && !found[i].unnamed && (*searches)-- <= 0)
            continue;
        status = find_origin(x, &found[i], &o);
        if (!status && o.known && !o.doubtful && found[i].year > o.year && !fits(&found[i], &o))
            status = report(x, &found[i], &o);
    }
    return status;
}

/* --- "on 21 April 1966, 46 years ago" --- */

static bool ends_in(const reading_state *r, const reading_date *d, const char *word)
{
    return reading_is(r, d->token + d->count - 1, word);
}

static bool is_about(const reading_state *r, const reading_date *d)
{
    static const char *const words[] = {"nearly", "almost", "about", "around", "some",    "roughly",
                                        "over",   "than",   "least", "over",   "exactly", NULL};
    for (size_t k = 0; d->token > 0 && words[k]; k++)
        if (reading_is(r, d->token - 1, words[k]))
            return true;
    return false;
}

/** Two dates beside each other, one by the calendar, one by "ago", that mean the same day. */
static chancery_status check_ago(reading_state *r, const reading_date *a, const reading_date *b)
{
    const reading_date *ago = ends_in(r, a, "ago") ? a : b, *day = ago == a ? b : a;
    uint32_t gap = b->token - a->token - a->count;
    int year = 0, told = 0, now = 0, month = 0, rest = 0;
    if (!ends_in(r, ago, "ago") || ago->value.len != READING_YEAR || day->relative ||
        day->guessed || is_about(r, ago) || gap > 2 || a->sentence != b->sentence ||
        (gap > 0 && !reading_is(r, a->token + a->count, ",") &&
         !reading_is(r, a->token + a->count, "(")) ||
        !text_iso_date(day->value, &year, &month, &rest) ||
        !text_iso_date(ago->value, &told, &month, &rest) || !findings_report_date(r, &now, &month))
        return CHANCERY_OK;
    if (year == told || year == told - 1)
        return CHANCERY_OK;
    slice message, likely;
    chancery_status status =
        arena_printf(r->arena, &message, r->error, "%d is %d years before the report, not %d.",
                     year, now - year, now - told);
    if (!status)
        status = arena_printf(r->arena, &likely, r->error, "%d years ago", now - year);
    return status ? status
                  : findings_add(r, "anniversary-conflict", CHANCERY_WARNING,
                                 reading_span(r, ago->token, ago->count), message, likely);
}

chancery_status findings_check_jubilees(reading_state *r)
{
    chancery_status status = CHANCERY_OK;
    int searches = MAX_SEARCHES, left = FINDINGS_MAX_JUBILEE_SENTENCES;
    for (size_t i = 0; !status && i + 1 < r->dates.count; i++)
        if (r->dates.items[i].type == CHANCERY_DATE && r->dates.items[i + 1].type == CHANCERY_DATE)
            status = check_ago(r, &r->dates.items[i], &r->dates.items[i + 1]);
    for (uint32_t i = 0; !status && i < r->report->sentence_count; i++) {
        relations_scan x;
        if (r->report->sentences[i].title || !findings_may_have_jubilee(r, i))
            continue;
        if (left-- == 0)
            break;
        status = relations_open(r, i, &x);
        if (!status && x.segment)
            status = check_sentence(&x, &searches);
    }
    return status;
}
