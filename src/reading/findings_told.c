/* Acts with the day on which a report tells them to have been: what date conflicts are looked for
 * in.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * Verbs and nouns of one class ("seize", "seizure") speak of the same kind of act. */
#include "reading/findings.h"

static const struct {
    const char *lemma;
    uint8_t class;
} verbs[] =
    {
        {"seize", FINDINGS_SEIZE},   {"capture", FINDINGS_SEIZE}, {"confiscate", FINDINGS_SEIZE},
        {"impound", FINDINGS_SEIZE}, {"arrest", FINDINGS_ARREST}, {"detain", FINDINGS_ARREST},
        {"meet", FINDINGS_MEET},     {"sign", FINDINGS_SIGN},     {"attack", FINDINGS_ATTACK},
        {"bomb", FINDINGS_ATTACK},   {"raid", FINDINGS_ATTACK},   {"shell", FINDINGS_ATTACK},
        {"visit", FINDINGS_VISIT},   {"arrive", FINDINGS_ARRIVE}, {"expel", FINDINGS_EXPEL},
        {"recall", FINDINGS_RECALL}, {"kill", FINDINGS_KILL},     {"assassinate", FINDINGS_KILL},
        {"murder", FINDINGS_KILL},   {"kidnap", FINDINGS_ABDUCT}, {"abduct", FINDINGS_ABDUCT},
        {"invade", FINDINGS_INVADE}, {"elect", FINDINGS_ELECT},   {"sink", FINDINGS_SINK},
        {"end", FINDINGS_END},       {"conclude", FINDINGS_END},  {"close", FINDINGS_END},
        {"finish", FINDINGS_END},    {"begin", FINDINGS_BEGIN},   {"start", FINDINGS_BEGIN},
        {"open", FINDINGS_BEGIN},    {"land", FINDINGS_ARRIVE},   {"telephone", FINDINGS_CALL},
        {"phone", FINDINGS_CALL},    {"vote", FINDINGS_VOTE},     {"leave", FINDINGS_LEAVE},
        {"depart", FINDINGS_LEAVE},  {"fly", FINDINGS_LEAVE},     {"return", FINDINGS_LEAVE},
},
  nouns[] = {
      {"seizure", FINDINGS_SEIZE},      {"capture", FINDINGS_SEIZE},
      {"confiscation", FINDINGS_SEIZE}, {"arrest", FINDINGS_ARREST},
      {"detention", FINDINGS_ARREST},   {"meeting", FINDINGS_MEET},
      {"talk", FINDINGS_MEET},          {"talks", FINDINGS_MEET},
      {"conversation", FINDINGS_MEET},  {"session", FINDINGS_MEET},
      {"signing", FINDINGS_SIGN},       {"signature", FINDINGS_SIGN},
      {"attack", FINDINGS_ATTACK},      {"raid", FINDINGS_ATTACK},
      {"bombing", FINDINGS_ATTACK},     {"shelling", FINDINGS_ATTACK},
      {"arrival", FINDINGS_ARRIVE},     {"expulsion", FINDINGS_EXPEL},
      {"recall", FINDINGS_RECALL},      {"killing", FINDINGS_KILL},
      {"murder", FINDINGS_KILL},        {"assassination", FINDINGS_KILL},
      {"kidnapping", FINDINGS_ABDUCT},  {"abduction", FINDINGS_ABDUCT},
      {"invasion", FINDINGS_INVADE},    {"election", FINDINGS_ELECT},
      {"sinking", FINDINGS_SINK},       {"call", FINDINGS_CALL},
      {"vote", FINDINGS_VOTE},
};

static findings_class class_of_verb(const relations_scan *x, uint16_t word)
{
    for (size_t i = 0; i < sizeof verbs / sizeof *verbs; i++)
        if (slice_is(x->s->words[word].lemma, verbs[i].lemma))
            return (findings_class)verbs[i].class;
    return FINDINGS_NO_CLASS;
}

findings_class findings_class_of_noun(const relations_scan *x, uint16_t word)
{
    for (size_t i = 0; i < sizeof nouns / sizeof *nouns; i++)
        if (slice_is(x->s->words[word].lemma, nouns[i].lemma))
            return (findings_class)nouns[i].class;
    return FINDINGS_NO_CLASS;
}

int32_t findings_place(const relations_scan *x, uint16_t word)
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

static void add_told(findings_told_list *list, findings_told item)
{
    if (item.date && item.date->value.len == READING_DAY && list->count < FINDINGS_MAX_TOLD)
        list->items[list->count++] = item;
}

/** The day of an act, also where it stands behind the second of two verbs: "detained the men and
 *  seized the boats on Saturday". */
static const reading_date *day_of_act(const relations_scan *x, size_t clause)
{
    const syntax_clause *c = &x->s->clauses[clause];
    const reading_date *own = relations_date(x, c->first, c->end, false);
    const syntax_clause *next = clause + 1 < x->s->clause_count ? c + 1 : NULL;
    if (own || !next || next->link != SYNTAX_CONJOINED || next->parent != (int16_t)clause ||
        next->subject != c->subject)
        return own;
    return relations_date(x, next->first, next->end, false);
}

/** Acts told by clauses. */
static void note_clauses(const relations_scan *x, findings_told_list *list)
{
    for (size_t i = 0; i < x->s->clause_count; i++) {
        const syntax_clause *c = &x->s->clauses[i];
        findings_class class = class_of_verb(x, c->verb);
        if (class == FINDINGS_NO_CLASS || c->tense == SYNTAX_BARE || !relations_is_fact(x, c))
            continue;
        add_told(list, (findings_told){.class = (uint8_t) class,
                                       .sentence = x->sentence,
                                       .subject = c->passive ? -1 : c->subject,
                                       .object = c->passive ? c->subject : c->object,
                                       .place = findings_place(x, c->verb),
                                       .verb = c->verb,
                                       .perfect = c->perfect,
                                       .date = day_of_act(x, i)});
    }
}

/** "a meeting held in Rome on 7 March", "held talks on 7 March". */
static void note_meetings(const relations_scan *x, findings_told_list *list)
{
    static const char *const held[] = {"hold", "have", "begin", NULL};
    for (size_t i = 0; i < x->s->clause_count; i++) {
        const syntax_clause *c = &x->s->clauses[i];
        int16_t phrase = c->link == SYNTAX_PARTICIPLE && c->described >= 0 ? c->described
                         : c->passive                                      ? c->subject
                                                                           : c->object;
        if (phrase < 0 || !relations_lemma_in(x, c->verb, held) || c->negated || c->modal >= 0 ||
            findings_class_of_noun(x, x->s->phrases[phrase].head) != FINDINGS_MEET ||
            (c->link != SYNTAX_PARTICIPLE && !relations_is_fact(x, c)))
            continue;
        add_told(list, (findings_told){.class = FINDINGS_MEET,
                                       .sentence = x->sentence,
                                       .verb = c->verb,
                                       .subject = -1,
                                       .object = -1,
                                       .place = findings_place(x, c->verb),
                                       .date = relations_date(x, c->first, c->end, false)});
    }
}

slice findings_head(const reading_state *r, uint32_t sentence, int16_t phrase)
{
    const syntax_sentence *s = &r->parsed[sentence];
    return phrase < 0 ? (slice){0} : s->words[s->phrases[phrase].head].lemma;
}

bool findings_is_another(const reading_state *r, uint32_t sentence, int16_t phrase)
{
    static const char *const words[] = {"first",    "second",  "third",  "last",    "next",
                                        "new",      "another", "other",  "later",   "earlier",
                                        "previous", "former",  "recent", "similar", "fourth",
                                        "final",    "latest",  "annual", NULL};
    const syntax_phrase *p = &r->parsed[sentence].phrases[phrase];
    uint32_t token = r->report->sentences[sentence].first;
    for (uint32_t w = p->first; w < p->head; w++)
        for (size_t k = 0; words[k]; k++)
            if (reading_is(r, token + w, words[k]))
                return true;
    return false;
}

int64_t findings_day(const reading_date *d)
{
    int year = 0, month = 0, day = 0;
    if (!text_iso_date(d->value, &year, &month, &day))
        return 0;
    return reading_day_number(year, month, day);
}

chancery_status findings_note_acts(reading_state *r, findings_told_list *list)
{
    chancery_status status = CHANCERY_OK;
    uint32_t before = UINT32_MAX;
    for (size_t i = 0; !status && i < r->dates.count && list->count < FINDINGS_MAX_TOLD; i++) {
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
