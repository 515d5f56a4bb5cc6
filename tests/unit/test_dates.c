/* Tests of the dates of a report: what is an expression of time, and which value it has.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * The sentences aren't parsed here, so that what is told rests on the words alone. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#include "dates_examples.h"
#include "reading/dates.h"

typedef struct fixture {
    arena arena, scratch;
    chancery_error error;
    text_report report;
    reading_state r;
} fixture;

static chancery_status read_dates(fixture *f, slice published, slice text, size_t cap)
{
    memset(f, 0, sizeof *f);
    arena_init(&f->arena, cap);
    arena_init(&f->scratch, cap);
    chancery_status status = text_segment(text, &f->arena, &f->report, &f->error);
    if (status)
        return status;
    f->report.document.text = text;
    f->report.document.published = published;
    f->r = (reading_state){.report = &f->report,
                           .text = text,
                           .arena = &f->arena,
                           .scratch = &f->scratch,
                           .error = &f->error};
    f->r.parsed =
        arena_alloc(&f->arena, f->report.sentence_count + 1, sizeof *f->r.parsed, &f->error);
    return f->r.parsed ? reading_dates(&f->r) : f->error.status;
}

static void print_dates(const reading_state *r, char *out, size_t size)
{
    static const char *const types[] = {"", "T:", "D:", "S:"};
    size_t used = 0;
    out[0] = 0;
    for (size_t i = 0; i < r->dates.count; i++) {
        const reading_date *d = &r->dates.items[i];
        used += (size_t)snprintf(out + used, size - used, "%s%s%.*s%s%.*s [%.*s]%s%s",
                                 i ? " | " : "", types[d->type], SLICE_ARGS(d->value),
                                 d->endvalue.len ? "/" : "", SLICE_ARGS(d->endvalue),
                                 SLICE_ARGS(reading_words(r, d->token, d->count)),
                                 d->relative ? " r" : "", d->guessed ? " g" : "");
        if (d->weekday >= 0)
            used += (size_t)snprintf(out + used, size - used, " w%d", d->weekday);
        assert_true(used < size);
    }
}

static void test_examples(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof examples / sizeof *examples; i++) {
        fixture f;
        char found[2048];
        assert_int_equal(
            read_dates(&f, slice_of(examples[i].published), slice_of(examples[i].text), 1u << 24),
            CHANCERY_OK);
        print_dates(&f.r, found, sizeof found);
        if (strcmp(found, examples[i].expected))
            print_message("%s\n", examples[i].text);
        assert_string_equal(found, examples[i].expected);
        arena_clear(&f.arena);
        arena_clear(&f.scratch);
    }
}

static void test_order_and_overlap(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof examples / sizeof *examples; i++) {
        fixture f;
        assert_int_equal(read_dates(&f, SLICE("2024-06-21"), slice_of(examples[i].text), 1u << 24),
                         CHANCERY_OK);
        uint32_t end = 0;
        for (size_t k = 0; k < f.r.dates.count; k++) {
            const reading_date *d = &f.r.dates.items[k];
            const text_sentence *s = &f.report.sentences[d->sentence];
            assert_true(d->token >= end && d->count > 0);
            assert_true(d->token >= s->first && d->token + d->count <= s->first + s->count);
            end = d->token + d->count;
        }
        arena_clear(&f.arena);
        arena_clear(&f.scratch);
    }
}

/** The order that the report's other dates show. */
static void test_order_of_numbers(void **state)
{
    (void)state;
    fixture f;
    char found[256];
    static const char *const expected[] = {"2024 [5/6/2024]",
                                           "2024-06-05 [5/6/2024] | 2024-06-05 [05/06/24]",
                                           "2024-05-06 [5/6/2024] | 2024-05-06 [05/06/24]"};
    for (int order = 0; order < 3; order++) {
        assert_int_equal(read_dates(&f, SLICE("2024-06-21"), SLICE("No text."), 1u << 24),
                         CHANCERY_OK);
        slice text = SLICE("It began on 5/6/2024, not on 05/06/24 or 05-06-24.");
        f.r.text = f.report.document.text = text;
        assert_int_equal(text_segment(text, &f.arena, &f.report, &f.error), CHANCERY_OK);
        f.report.day_first = order == 1;
        f.report.month_first = order == 2;
        assert_int_equal(reading_dates(&f.r), CHANCERY_OK);
        print_dates(&f.r, found, sizeof found);
        assert_string_equal(found, expected[order]);
        arena_clear(&f.arena);
        arena_clear(&f.scratch);
    }
}

static void test_easter(void **state)
{
    (void)state;
    static const struct {
        int year, month, day;
        bool julian;
    } known[] = {{1818, 3, 22, false}, {1886, 4, 25, false}, {1954, 4, 18, false},
                 {1981, 4, 19, false}, {1997, 3, 30, false}, {2000, 4, 23, false},
                 {2008, 3, 23, false}, {2024, 3, 31, false}, {2038, 4, 25, false},
                 {1900, 4, 22, true},  {2000, 4, 30, true},  {2010, 4, 4, true},
                 {2022, 4, 24, true},  {2024, 5, 5, true}};
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        assert_int_equal(dates_easter(known[i].year, known[i].julian),
                         reading_day_number(known[i].year, known[i].month, known[i].day));
    for (int year = 1583; year < 5000; year++)
        assert_int_equal(reading_weekday(dates_easter(year, false)), 6);
}

/** A list is two dates, of which the second follows; a named stretch is not a range that was told
 * as one. */
static void test_lists_and_stretches(void **state)
{
    (void)state;
    fixture f;
    slice text = SLICE("On 5 and 6 June they met; on 8 and 12 June not. In the spring of 2019 and "
                       "from 3 to 5 May 2020 and last week they met.");
    assert_int_equal(read_dates(&f, SLICE("2024-06-21"), text, 1u << 24), CHANCERY_OK);
    assert_int_equal(f.r.dates.count, 7);
    const reading_date *d = f.r.dates.items;
    for (size_t i = 0; i < 7; i++)
        assert_int_equal(d[i].follows, i == 1);
    assert_true(d[4].period && !d[5].period && d[6].period);
    assert_true(slice_is(reading_date_point(&d[4]), "2019") && !reading_date_end(&d[4]).len);
    assert_true(slice_is(reading_date_point(&d[5]), "2020-05-03"));
    assert_true(slice_is(reading_date_end(&d[5]), "2020-05-05"));
    assert_true(slice_is(reading_date_point(&d[6]), "2024-06"));
    arena_clear(&f.arena);
    arena_clear(&f.scratch);
}

/** Random words of time: nothing crashes, and all lies inside. */
static void test_word_salad(void **state)
{
    (void)state;
    static const char *const words[] = {
        "in",     "the",         "of",       "5",      "19th", "2019",     "1990s",
        "June",   "May",         "Tuesday",  "last",   "next", "same",     "day",
        "week",   "year",        "ago",      "two",    "-",    "twenty",   "later",
        "(",      ")",           ",",        "half",   "end",  "mid-June", "'s",
        "every",  "10:30",       "noon",     "until",  "will", "a",        "that",
        "\xff",   "2024-06-19",  "3/4/2020", "before", "Q1",   "quarter",  "first",
        "Easter", "Sunday",      "eve",      "after",  "vote", "and",      "1990s",
        "winter", "anniversary", "GMT",      "1430",   "'68",  "three",    "months",
        "past",   "31/01/98",    "2567",     "Friday"};
    unsigned seed = 7;
    for (int round = 0; round < 3000; round++) {
        char text[512] = "";
        for (int k = 0; k < 24; k++) {
            seed = seed * 1103515245u + 12345u;
            const char *word = words[(seed >> 16) % (sizeof words / sizeof *words)];
            if (word[0] == '\xff')
                word = "\u2013";
            strcat(strcat(text, word), " ");
        }
        fixture f;
        assert_int_equal(
            read_dates(&f, round % 2 ? SLICE("2024-02-29") : SLICE(""), slice_of(text), 1u << 24),
            CHANCERY_OK);
        for (size_t i = 0; i < f.r.dates.count; i++)
            assert_true(f.r.dates.items[i].value.len >= 3);
        for (size_t i = 0; i < f.r.dates.count; i++)
            assert_true(f.r.dates.items[i].count > 0);
        arena_clear(&f.arena);
        arena_clear(&f.scratch);
    }
}

static void test_hostile(void **state)
{
    (void)state;
    fixture f;
    char nul[] = "On 5\0June 2019 and on 6 June\0 2019.";
    assert_int_equal(read_dates(&f, SLICE("2024-06-21"), (slice){nul, sizeof nul - 1}, 1u << 24),
                     CHANCERY_OK);
    arena_clear(&f.arena);
    arena_clear(&f.scratch);
    size_t size = 900000;
    char *text = malloc(size);
    assert_non_null(text);
    for (size_t i = 0; i < size; i++)
        text[i] = "on Monday "[i % 10];
    assert_int_equal(read_dates(&f, SLICE("2024-06-21"), (slice){text, size}, 1u << 28),
                     CHANCERY_OK);
    assert_int_equal(f.r.dates.count, size / 10);
    arena_clear(&f.arena);
    arena_clear(&f.scratch);
    free(text);
}

static void test_memory(void **state)
{
    (void)state;
    fixture f;
    slice text = SLICE("On 5 June 2019 they met. The next day they left. It lasted two days.");
    size_t refused = 0;
    for (size_t cap = 0; cap < 60000; cap += 64) {
        chancery_status status = read_dates(&f, SLICE("2024-06-21"), text, cap);
        assert_true(status == CHANCERY_OK || status == CHANCERY_E_LIMIT);
        assert_int_equal(f.error.status, status);
        refused += status != CHANCERY_OK;
        arena_clear(&f.arena);
        arena_clear(&f.scratch);
    }
    assert_true(refused > 0 && refused < 900);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_examples),
        cmocka_unit_test(test_order_and_overlap),
        cmocka_unit_test(test_order_of_numbers),
        cmocka_unit_test(test_easter),
        cmocka_unit_test(test_lists_and_stretches),
        cmocka_unit_test(test_word_salad),
        cmocka_unit_test(test_hostile),
        cmocka_unit_test(test_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
