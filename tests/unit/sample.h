/* A reading made by hand: every list filled, every kind of optional field once there and once not.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * Spans are found by their words, so that the text can be changed without counting. */
#ifndef TESTS_UNIT_SAMPLE_H
#define TESTS_UNIT_SAMPLE_H

#include <assert.h>
#include <stdio.h>

#include <stdlib.h>

#include "base/hash.h"

#define SAMPLE_TEXT                                                                                \
    "Norway and Chile agree to widen fisheries ties\n"                                             \
    "\n"                                                                                           \
    "SANTIAGO, 12 June 2024 (Example Wire) - Norwegian Foreign Minister Kari Solbakken met "       \
    "President Tomás Arriagada of Chile in Santiago on Wednesday, the second day of her visit.\n" \
    "\n"                                                                                           \
    "\"We stand for open seas and free trade,\" Solbakken said after the talks. She promised "     \
    "that "                                                                                        \
    "Norway would lend Chile two patrol vessels by March 2025.\n"                                  \
    "\n"                                                                                           \
    "Arriagada thanked Norway for its help after the earthquake in Valdivia, where 14 people "     \
    "died "                                                                                        \
    "and 230 were hurt, and said that the Antarctic Treaty Secretariat would be told.\n"           \
    "\n"                                                                                           \
    "Chile and Norway have had diplomatic relations since 1919. Argentina did not condemn the "    \
    "deal, worth 3.5 million euros. Solbakken, the Danish minister, flies home on Friday.\n"

static inline span sample_find(slice text, const char *words)
{
    size_t at = slice_find(text, slice_of(words));
    assert(at != SIZE_MAX);
    return (span){(uint32_t)at, (uint32_t)(at + strlen(words))};
}

typedef struct sample {
    chancery_reading reading;
    char id[1 + HASH_HEX_BYTES];
    span sentences[8];
    span spans[24];
    chancery_how hows[2]; /* of the first person */
    chancery_entity entities[5];
    chancery_office offices[3];
    chancery_person people[2];
    slice contexts[3];
    chancery_role roles[10];
    chancery_event events[5];
    chancery_position positions[2];
    chancery_statement statements[3];
    slice codes[3];
    chancery_commitment commitments[1];
    chancery_visit visits[1];
    chancery_relation relations[1];
    chancery_date dates[4];
    chancery_finding findings[2];
} sample;

static inline void sample_document(sample *s, slice text)
{
    s->reading.document = (chancery_document){
        .name = SLICE("reports/norway-chile.txt"),
        .title = SLICE("Norway and Chile agree to widen fisheries ties"),
        .published = SLICE("2024-06-12"),
        .language = SLICE("en"),
        .source = SLICE("Example Wire"),
        .text = text,
        .sentences = s->sentences,
        .sentence_count = 8,
    };
    static const char *const firsts[] = {"Norway and",        "SANTIAGO,",
                                         "\"We stand",        "She promised",
                                         "Arriagada thanked", "Chile and Norway have",
                                         "Argentina did",     "Solbakken, the"};
    static const char *const lasts[] = {"fisheries ties", "her visit.",     "the talks.",
                                        "March 2025.",    "would be told.", "since 1919.",
                                        "million euros.", "on Friday."};
    for (size_t i = 0; i < 8; i++)
        s->sentences[i] =
            (span){sample_find(text, firsts[i]).start, sample_find(text, lasts[i]).end};
    s->reading.edition = (chancery_edition){.program = SLICE("0.1.0"),
                                            .codebook = SLICE("0011223344556677"),
                                            .kb = SLICE("8899aabb"),
                                            .model = SLICE("ccddeeff00112233")};
}

static inline void sample_names(sample *s, slice text)
{
    span *spans = s->spans;
    spans[0] = sample_find(text, "Norway and Chile agree");
    spans[0].end = spans[0].start + 6;
    spans[1] = sample_find(text, "Norwegian");
    spans[2] = sample_find(text, "Chile agree");
    spans[2].end = spans[2].start + 5;
    spans[3] = sample_find(text, "Santiago");
    spans[4] = sample_find(text, "Antarctic Treaty Secretariat");
    spans[5] = sample_find(text, "Argentina");
    spans[6] = sample_find(text, "Kari Solbakken");
    spans[7] = sample_find(text, "Solbakken said");
    spans[7].end = spans[7].start + 9;
    spans[8] = sample_find(text, "Tomás Arriagada");
    s->hows[0] = CHANCERY_HOW_NAME;
    s->hows[1] = CHANCERY_HOW_GROUP;
    s->entities[0] = (chancery_entity){SLICE("n0000000000000001"),
                                       CHANCERY_ENTITY_STATE,
                                       SLICE("NOR"),
                                       SLICE("Norway"),
                                       spans,
                                       2,
                                       NULL,
                                       NULL};
    s->entities[1] = (chancery_entity){SLICE("n0000000000000002"),
                                       CHANCERY_ENTITY_STATE,
                                       SLICE("CHL"),
                                       SLICE("Chile"),
                                       spans + 2,
                                       1,
                                       NULL,
                                       NULL};
    s->entities[2] = (chancery_entity){SLICE("n0000000000000003"),
                                       CHANCERY_ENTITY_PLACE,
                                       SLICE("CHL"),
                                       SLICE("Santiago"),
                                       spans + 3,
                                       1,
                                       NULL,
                                       NULL};
    s->entities[3] = (chancery_entity){SLICE("n0000000000000004"),
                                       CHANCERY_ENTITY_IGO,
                                       SLICE("IGO"),
                                       SLICE("Antarctic Treaty Secretariat"),
                                       spans + 4,
                                       1,
                                       NULL,
                                       NULL};
    s->entities[4] = (chancery_entity){SLICE("n0000000000000005"),
                                       CHANCERY_ENTITY_STATE,
                                       SLICE("ARG"),
                                       SLICE("Argentina"),
                                       spans + 5,
                                       1,
                                       NULL,
                                       NULL};
    s->offices[0] = (chancery_office){.title = SLICE("Foreign Minister"),
                                      .of = SLICE("NOR"),
                                      .from = SLICE("2021-10"),
                                      .rank = SLICE("foreign-minister"),
                                      .span = sample_find(text, "Foreign Minister")};
    s->offices[1] = (chancery_office){.title = SLICE("minister"),
                                      .of = SLICE("DNK"),
                                      .span = sample_find(text, "Danish minister")};
    s->offices[2] = (chancery_office){.title = SLICE("President"),
                                      .of = SLICE("CHL"),
                                      .until = SLICE("2026"),
                                      .rank = SLICE("head-of-state"),
                                      .span = sample_find(text, "President")};
    s->people[0] = (chancery_person){SLICE("p0000000000000001"),
                                     SLICE("Kari Solbakken"),
                                     s->offices,
                                     2,
                                     spans + 6,
                                     2,
                                     s->hows,
                                     NULL};
    s->people[1] = (chancery_person){SLICE("p0000000000000002"),
                                     SLICE("Tomás Arriagada"),
                                     s->offices + 2,
                                     1,
                                     spans + 8,
                                     1,
                                     NULL,
                                     NULL};
}

static inline void sample_events(sample *s, slice text)
{
    span *spans = s->spans + 9;
    s->contexts[0] = SLICE("diplomatic");
    s->contexts[1] = SLICE("natural_resource");
    s->contexts[2] = SLICE("economic");
    s->roles[0] = (chancery_role){SLICE("NOR"), SLICE("GOV"), SLICE("p0000000000000001"),
                                  SLICE("Norwegian Foreign Minister Kari Solbakken"),
                                  sample_find(text, "Norwegian Foreign Minister Kari Solbakken")};
    s->roles[1] = (chancery_role){SLICE("CHL"), SLICE("GOV"), SLICE("p0000000000000002"),
                                  SLICE("President Tomás Arriagada of Chile"),
                                  sample_find(text, "President Tomás Arriagada of Chile")};
    s->roles[2] = (chancery_role){.code = SLICE("NOR"),
                                  .entity_text = SLICE("Norway"),
                                  .span = sample_find(text, "Norway would")};
    s->roles[3] = (chancery_role){.code = SLICE("CHL"),
                                  .entity_text = SLICE("Chile"),
                                  .span = sample_find(text, "Chile two")};
    s->roles[4] = (chancery_role){.code = SLICE("CHL")};
    s->roles[5] = (chancery_role){.code = SLICE("NOR"), .sector = SLICE("GOV")};
    s->roles[6] = (chancery_role){.code = SLICE("ARG"),
                                  .entity_text = SLICE("Argentina"),
                                  .span = sample_find(text, "Argentina")};
    spans[0] = sample_find(text, "met President Tomás Arriagada of Chile in Santiago on Wednesday");
    spans[1] = sample_find(text, "her visit");
    spans[2] = sample_find(text, "promised that Norway would lend Chile two patrol vessels");
    s->events[0] =
        (chancery_event){.id = SLICE("e00000000000000a1"),
                         .event = SLICE("CONSULT"),
                         .mode = SLICE("visit"),
                         .contexts = s->contexts,
                         .context_count = 2,
                         .quad_code = 1,
                         .event_scale = 4.0,
                         .status = CHANCERY_OCCURRED,
                         .actors = s->roles,
                         .actor_count = 1,
                         .recipients = s->roles + 1,
                         .recipient_count = 1,
                         .date = SLICE("2024-06-11"),
                         .enddate = SLICE("2024-06-12"),
                         .date_from = CHANCERY_FROM_CLAUSE,
                         .date_span = sample_find(text, "Wednesday"),
                         .trigger = sample_find(text, "met"),
                         .location = {SLICE("Santiago"), SLICE("CHL"), true, -33.45694, -70.64827},
                         .span = spans[0],
                         .sentence = 1,
                         .mentions = spans,
                         .mention_count = 2,
                         .frame = SLICE("consult/meet"),
                         .confidence = 0.97};
    s->events[1] = (chancery_event){.id = SLICE("e00000000000000a2"),
                                    .event = SLICE("AGREE"),
                                    .contexts = s->contexts + 2,
                                    .context_count = 1,
                                    .quad_code = 1,
                                    .event_scale = 2.5,
                                    .status = CHANCERY_FUTURE,
                                    .actors = s->roles + 2,
                                    .actor_count = 1,
                                    .recipients = s->roles + 3,
                                    .recipient_count = 1,
                                    .status_span = sample_find(text, "promised"),
                                    .date = SLICE("2025-03"),
                                    .span = spans[2],
                                    .sentence = 3,
                                    .mentions = spans + 2,
                                    .mention_count = 1,
                                    .frame = SLICE("agree/promise"),
                                    .confidence = 1.0 / 3};
}

/* Of other statuses, and with a size or a place and without. */
static inline void sample_other_events(sample *s, slice text)
{
    s->events[2] = (chancery_event){
        .id = SLICE("e00000000000000b1"),
        .event = SLICE("SUPPORT"),
        .quad_code = 1,
        .event_scale = 5,
        .status = CHANCERY_HISTORICAL,
        .actors = s->roles + 4,
        .actor_count = 2,
        .date = SLICE("1919"),
        .location = {.code = SLICE("CHL")},
        .span = sample_find(text, "Chile and Norway have had diplomatic relations since 1919"),
        .sentence = 5,
        .frame = SLICE("support/relations"),
        .confidence = 0.5};
    s->events[3] = (chancery_event){
        .id = SLICE("e00000000000000b2"),
        .event = SLICE("ACCUSE"),
        .mode = SLICE("disapprove"),
        .quad_code = 3,
        .event_scale = -2,
        .status = CHANCERY_NEGATED,
        .actors = s->roles + 6,
        .actor_count = 1,
        .magnitude = {.has_money = true, .money_amount = 3.5e6, .money_currency = SLICE("EUR")},
        .span = sample_find(text, "Argentina did not condemn the deal"),
        .sentence = 6,
        .frame = SLICE("accuse/condemn"),
        .confidence = 0.9};
    s->events[4] =
        (chancery_event){.id = SLICE("e00000000000000c1"),
                         .event = SLICE("AID"),
                         .quad_code = 2,
                         .event_scale = 10,
                         .status = CHANCERY_HYPOTHETICAL,
                         .actors = s->roles + 5,
                         .actor_count = 1,
                         .recipients = s->roles + 4,
                         .recipient_count = 1,
                         .location = {SLICE("Valdivia"), SLICE("CHL"), false, 0, 0},
                         .magnitude = {.has_dead = true,
                                       .dead = 14,
                                       .has_injured = true,
                                       .injured = 230,
                                       .has_arrested = true,
                                       .has_size = true,
                                       .size = UINT64_C(9007199254740993)},
                         .span = sample_find(text, "its help after the earthquake in Valdivia"),
                         .sentence = 4,
                         .frame = SLICE("aid/help"),
                         .confidence = 1e-7};
}

static inline void sample_statements(sample *s, slice text)
{
    s->positions[0] = (chancery_position){SLICE("open seas"), SLICE("support")};
    s->positions[1] = (chancery_position){SLICE("free trade"), SLICE("support")};
    s->roles[7] = (chancery_role){SLICE("NOR"), SLICE("GOV"), SLICE("p0000000000000001"),
                                  SLICE("Solbakken"), s->spans[7]};
    s->statements[0] = (chancery_statement){
        .id = SLICE("s0000000000000001"),
        .speaker = s->roles[7],
        .act = SLICE("say"),
        .content = sample_find(text, "We stand for open seas and free trade,"),
        .quoted = true,
        .contexts = s->contexts + 2,
        .context_count = 1,
        .positions = s->positions,
        .position_count = 2,
        .date = SLICE("2024-06-12"),
        .date_from = CHANCERY_FROM_REPORT,
        .span = sample_find(text, "\"We stand for open seas and free trade,\" Solbakken said")};
    s->statements[1] = (chancery_statement){
        .id = SLICE("s0000000000000002"),
        .speaker = s->roles[7],
        .act = SLICE("promise"),
        .content = sample_find(text, "Norway would lend Chile two patrol vessels by March 2025"),
        .span = sample_find(text, "She promised that Norway would lend Chile two patrol vessels")};
    s->statements[2] = (chancery_statement){
        .id = SLICE("s0000000000000003"),
        .speaker = s->roles[1],
        .act = SLICE("thank"),
        .content = sample_find(text, "its help after the earthquake in Valdivia"),
        .span = sample_find(text, "Arriagada thanked Norway for its help")};
    s->codes[0] = SLICE("NOR");
    s->codes[1] = SLICE("CHL");
    s->codes[2] = SLICE("p0000000000000002");
    s->commitments[0] = (chancery_commitment){
        .id = SLICE("c0000000000000001"),
        .by = s->codes,
        .by_count = 1,
        .to = s->codes + 1,
        .to_count = 1,
        .what = sample_find(text, "lend Chile two patrol vessels"),
        .until = SLICE("2025-03"),
        .statement = SLICE("s0000000000000002"),
        .span = sample_find(text, "promised that Norway would lend Chile two patrol vessels")};
    s->visits[0] = (chancery_visit){.event = SLICE("e00000000000000a1"),
                                    .person = SLICE("p0000000000000001"),
                                    .from = SLICE("NOR"),
                                    .country = SLICE("CHL"),
                                    .city = SLICE("Santiago"),
                                    .date = SLICE("2024-06-11"),
                                    .met = s->codes + 2,
                                    .met_count = 1,
                                    .confidence = 0.95};
    s->relations[0] = (chancery_relation){
        .id = SLICE("l0000000000000001"),
        .between = {SLICE("CHL"), SLICE("NOR")},
        .kind = SLICE("diplomatic relations"),
        .since = SLICE("1919"),
        .span = sample_find(text, "Chile and Norway have had diplomatic relations since 1919")};
}

static inline void sample_rest(sample *s, slice text)
{
    s->dates[0] =
        (chancery_date){CHANCERY_DATE, SLICE("2024-06-12"), {0}, sample_find(text, "12 June 2024")};
    s->dates[1] = (chancery_date){CHANCERY_DATE, SLICE("2024-06-12"), SLICE("2024-06-13"),
                                  sample_find(text, "on Wednesday")};
    s->dates[2] =
        (chancery_date){CHANCERY_DURATION, SLICE("P2D"), {0}, sample_find(text, "the second day")};
    s->dates[3] =
        (chancery_date){CHANCERY_SET, SLICE("2024-06-14"), {0}, sample_find(text, "Friday")};
    s->findings[0] = (chancery_finding){
        .id = SLICE("f0000000000000001"),
        .kind = SLICE("nationality-conflict"),
        .severity = CHANCERY_WARNING,
        .span = sample_find(text, "the Danish minister"),
        .message = SLICE("Kari Solbakken is called Danish here and Foreign Minister of Norway "
                         "before."),
        .likely = SLICE("Norwegian")};
    s->findings[1] = (chancery_finding){.id = SLICE("f0000000000000002"),
                                        .kind = SLICE("sum-conflict"),
                                        .severity = CHANCERY_NOTE,
                                        .span = sample_find(text, "14 people died"),
                                        .message = SLICE("No total is given.")};
}

/** Gives the report the id that its text and date have. */
static inline void sample_id(sample *s)
{
    chancery_document *d = &s->reading.document;
    size_t len = d->text.len + 1 + d->published.len;
    char *bytes = calloc(1, len);
    assert(bytes);
    memcpy(bytes, d->text.ptr, d->text.len);
    if (d->published.len)
        memcpy(bytes + d->text.len + 1, d->published.ptr, d->published.len);
    s->id[0] = 'r';
    hash_hex(hash_bytes((slice){bytes, len}, 0), s->id + 1);
    free(bytes);
    d->id = (slice){s->id, sizeof s->id};
}

/** Fills `s` over `text`, which must hold the words of SAMPLE_TEXT. */
static inline void sample_fill(sample *s, slice text)
{
    memset(s, 0, sizeof *s);
    sample_document(s, text);
    sample_names(s, text);
    sample_events(s, text);
    sample_other_events(s, text);
    sample_statements(s, text);
    sample_rest(s, text);
    sample_id(s);
    chancery_reading *r = &s->reading;
    r->entities = s->entities;
    r->entity_count = 5;
    r->people = s->people;
    r->person_count = 2;
    r->events = s->events;
    r->event_count = 5;
    r->statements = s->statements;
    r->statement_count = 3;
    r->commitments = s->commitments;
    r->commitment_count = 1;
    r->visits = s->visits;
    r->visit_count = 1;
    r->relations = s->relations;
    r->relation_count = 1;
    r->dates = s->dates;
    r->date_count = 4;
    r->findings = s->findings;
    r->finding_count = 2;
}

#endif
