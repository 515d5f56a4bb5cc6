/* The recorder of the reading: reasons why a frame gave no event, and what its roles found.
 *
 * SPDX-License-Identifier: Apache-2.0 */
#include "reading/trace.h"
#include "reading_fixture.h"

/** Reads every letter of a text as a report of 15 May 2020, with a recorder. */
static void read_traced(fixture *f, const char *text, reading_trace *trace, chancery_reading *out)
{
    text_report report;
    text_options options = {
        .name = SLICE("test"), .published = SLICE("2020-05-15"), .verbatim = true};
    arena_reset(&f->arena);
    *trace = (reading_trace){.arena = &f->arena};
    assert_int_equal(text_report_read(slice_of(text), &options, &f->arena, &report, &f->error),
                     CHANCERY_OK);
    assert_int_equal(reading_make_traced(&f->engine, f->parser.parser, &report, &f->arena,
                                         &f->scratch, trace, out, &f->error),
                     CHANCERY_OK);
}

/** "word frame reason; …" of all tries. */
static void print_tries(const reading_trace *trace, slice text, char *out, size_t size)
{
    size_t used = 0;
    *out = '\0';
    for (size_t i = 0; i < trace->tries.count; i++) {
        const reading_try *t = &trace->tries.items[i];
        if (i && t->frame == t[-1].frame && t->reason == t[-1].reason)
            continue; /* another predicate of the frame */
        slice word = slice_range(text, t->word.start, t->word.end);
        int more =
            snprintf(out + used, size - used, "%s%.*s %.*s %.*s", i ? "; " : "", SLICE_ARGS(word),
                     SLICE_ARGS(t->frame->name), SLICE_ARGS(reading_reason_name(t->reason)));
        assert_true(more > 0 && (size_t)more < size - used);
        used += (size_t)more;
    }
}

static void test_reasons(void **state)
{
    static const struct {
        const char *text, *tries;
    } cases[] = {
        {"Norway visited Chile on Monday.", "visited consult/visit event"},
        {"The envoy visited Chile.", "visited consult/visit actor-not-filled"},
        {"Norway visited the museum.", "visited consult/visit recipient-not-filled"},
        {"The minister of Norway met in Oslo.", "met consult/meet only-one-state"},
        {"Norway hopes that Chile will sign the treaty with Peru.",
         "hopes request/hope event; sign support/sign told-above"},
        {"Norwegian and Chilean ministers fear an attack by Peru on Chile.",
         "attack assault/attack-noun idea-noun"},
        {"The students of Norway imposed sanctions on Chile.",
         "imposed sanction/impose barred; sanctions sanction/impose-noun "
         "actor-not-filled"},
        {"Soldiers of Norway arrived in Chile.", "arrived consult/travel barred"},
        {"Norwegian officials demonstrated in Oslo.", "demonstrated protest/demo barred"},
        {"Norway warned that Peru would attack Chile.",
         "warned threaten/vow-violence warns-of-others; warned threaten/warn warns-of-others; "
         "attack assault/attack told-above"},
        {"Norway was too busy to visit Chile.", "visit consult/visit left-open"},
        {"Norway struggles to visit Chile.", "visit consult/visit left-open"},
        {"Norway launched an attack on Chile on Monday. Norway attacked Chile on Monday.",
         "launched assault/launch event; launched assault/launch better-frame; attack "
         "assault/attack-noun light-verb; attacked assault/attack joined"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        reading_trace trace;
        chancery_reading reading;
        char found[1024];
        read_traced(*state, cases[i].text, &trace, &reading);
        print_tries(&trace, reading.document.text, found, sizeof found);
        assert_string_equal(found, cases[i].tries);
    }
}

/** A try that tells an event again, or stands back for one, says which. */
static void test_events_named(void **state)
{
    reading_trace trace;
    chancery_reading reading;
    read_traced(*state,
                "Peru thanked Mali. Norway launched an attack on Chile on Monday. "
                "Norway attacked Chile on Monday.",
                &trace, &reading);
    assert_int_equal(reading.event_count, 2);
    assert_int_equal(trace.tries.count, 5);
    assert_int_equal(trace.tries.items[0].event, 0);
    for (size_t i = 1; i < 5; i++)
        assert_int_equal(trace.tries.items[i].event, 1);
    assert_true(slice_is(trace.tries.items[4].frame->file, "data/codebook/assault.txt"));
    assert_true(trace.tries.items[4].frame->line > 1);
}

static void test_looks(void **state)
{
    reading_trace trace;
    chancery_reading reading;
    read_traced(*state, "Norway recalled its ambassador from Chile.", &trace, &reading);
    assert_int_equal(trace.tries.count, 1);
    assert_int_equal(trace.looks.count, 2);
    const reading_look *actor = &trace.looks.items[0], *recipient = &trace.looks.items[1];
    assert_false(actor->recipient);
    assert_int_equal(actor->place, CODEBOOK_SUBJECT);
    assert_int_equal(actor->sight, READING_SEES_WHO);
    assert_true(slice_is(actor->codes, "NOR"));
    assert_true(recipient->recipient);
    assert_int_equal(recipient->place, CODEBOOK_OBLIQUE);
    assert_true(slice_is(recipient->codes, "CHL"));
    assert_true(
        slice_is(slice_range(reading.document.text, recipient->before.start, recipient->before.end),
                 "from"));
    read_traced(*state, "Norway thanked Norway.", &trace, &reading);
    bool himself = false;
    for (size_t i = 0; i < trace.looks.count; i++)
        himself = himself || (trace.looks.items[i].recipient &&
                              trace.looks.items[i].sight == READING_SEES_ACTOR);
    assert_true(himself);
}

static void test_sentences(void **state)
{
    reading_trace trace;
    chancery_reading reading;
    read_traced(*state,
                "It rained. Norway beat Chile in the football match and attacked the goal of "
                "Chile. Sources said that Chile had visited Norway.",
                &trace, &reading);
    assert_int_equal(trace.sentences.count, 3);
    assert_false(trace.sentences.items[0].chosen);
    assert_false(trace.sentences.items[0].triggers);
    assert_true(trace.sentences.items[1].games);
    assert_int_equal(trace.sentences.items[1].try_count, 0);
    const reading_traced_sentence *last = &trace.sentences.items[2];
    assert_true(
        slice_is(slice_range(reading.document.text, last->says.start, last->says.end), "said"));
    assert_true(slice_is(slice_range(reading.document.text, last->speaker.start, last->speaker.end),
                         "Sources"));
    assert_false(last->speaker_known);
    assert_int_equal(last->try_count, 1);
}

/** A recorder changes nothing in what is read. */
static void test_same_reading(void **state)
{
    fixture *f = *state;
    static const char text[] =
        "Norway launched an attack on Chile on Monday. He attacked Chile. The two met in Oslo.";
    reading_trace trace;
    chancery_reading with, without;
    char ids[2][256] = {"", ""};
    read_traced(f, text, &trace, &with);
    for (size_t i = 0; i < with.event_count; i++)
        strncat(ids[0], with.events[i].id.ptr, with.events[i].id.len);
    assert_int_equal(read_text(f, SLICE("2020-05-15"), slice_of(text), &without), CHANCERY_OK);
    for (size_t i = 0; i < without.event_count; i++)
        strncat(ids[1], without.events[i].id.ptr, without.events[i].id.len);
    assert_string_equal(ids[0], ids[1]);
    assert_true(ids[0][0] == 'e');
}

/** A recorder without memory is an error, not a shorter list. */
static void test_no_memory(void **state)
{
    fixture *f = *state;
    text_report report;
    text_options options = {.name = SLICE("test"), .verbatim = true};
    chancery_reading reading;
    chancery_error error = {0};
    arena small;
    arena_init(&small, 16);
    reading_trace trace = {.arena = &small};
    arena_reset(&f->arena);
    assert_int_equal(
        text_report_read(SLICE("Norway visited Chile."), &options, &f->arena, &report, &f->error),
        CHANCERY_OK);
    assert_int_equal(reading_make_traced(&f->engine, f->parser.parser, &report, &f->arena,
                                         &f->scratch, &trace, &reading, &error),
                     CHANCERY_E_LIMIT);
    arena_clear(&small);
}

static void test_words(void **state)
{
    (void)state;
    for (int i = 0; i < READING_REASON_COUNT; i++) {
        assert_true(reading_reason_name((reading_reason)i).len > 0);
        assert_true(reading_reason_words((reading_reason)i).len > 0);
        for (int k = 0; k < i; k++)
            assert_false(slice_equal(reading_reason_name((reading_reason)i),
                                     reading_reason_name((reading_reason)k)));
    }
    for (int i = 0; i < READING_SIGHT_COUNT; i++)
        assert_true(reading_sight_name((reading_sight)i).len > 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_reasons),      cmocka_unit_test(test_events_named),
        cmocka_unit_test(test_looks),        cmocka_unit_test(test_sentences),
        cmocka_unit_test(test_same_reading), cmocka_unit_test(test_no_memory),
        cmocka_unit_test(test_words),
    };
    return cmocka_run_group_tests(tests, open_engine, close_engine);
}
