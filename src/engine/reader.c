/* Reader: the scratch of one thread, and the way of a report through the rooms.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * One arena holds the report and its reading, another what is needed on the way. They are reset
 * when the next report comes; blocks past KEPT_BYTES go back to the system then, so that one huge
 * report among many does not stay in memory. */
#include "base/error.h"
#include "base/memory.h"
#include "engine/internal.h"

enum {
    CAP_BYTES = 1 << 30,   /* hard cap of what one report may take */
    KEPT_BYTES = 32 << 20, /* a report of some hundred kilobytes fits */
};

struct chancery_reader {
    const chancery_engine *engine;
    syntax_parser *parser;
    text_languages *languages; /* opened for the second report that is not plainly English */
    arena arena;
    arena scratch;
    chancery_reading reading;
};

chancery_status chancery_reader_new(const chancery_engine *engine, chancery_reader **out,
                                    chancery_error *error)
{
    if (!engine || !out)
        return engine_misuse(__func__, "an argument is NULL", error);
    const net *network = engine_parts(engine)->network;
    if (!network)
        return engine_misuse(__func__, "the engine was opened without its parser", error);
    chancery_reader *reader = memory_alloc(1, sizeof *reader);
    if (!reader)
        return error_set(error, CHANCERY_E_MEMORY, "no memory for a reader");
    chancery_status status = syntax_parser_new(network, &reader->parser, error);
    if (status) {
        memory_free(reader);
        return status;
    }
    reader->engine = engine;
    arena_init(&reader->arena, CAP_BYTES);
    arena_init(&reader->scratch, CAP_BYTES);
    *out = reader;
    return CHANCERY_OK;
}

void chancery_reader_free(chancery_reader *reader)
{
    if (!reader)
        return;
    arena_clear(&reader->arena);
    arena_clear(&reader->scratch);
    text_languages_close(reader->languages);
    syntax_parser_free(reader->parser);
    memory_free(reader);
}

/* A report in another language is its document and nothing else. */
static chancery_status make_reading(chancery_reader *reader, const text_report *report,
                                    reading_trace *trace, chancery_error *error)
{
    const reading_engine *parts = engine_parts(reader->engine);
    if (report->read)
        return reading_make_traced(parts, reader->parser, report, &reader->arena, &reader->scratch,
                                   trace, &reader->reading, error);
    reader->reading = (chancery_reading){.document = report->document, .edition = parts->edition};
    reader->reading.document.sentences = NULL;
    reader->reading.document.sentence_count = 0;
    return CHANCERY_OK;
}

static chancery_status check_options(const chancery_read_options *options, chancery_error *error)
{
    int year, month, day;
    if (!options)
        return CHANCERY_OK;
    if (!engine_is_sound(options->name) || !engine_is_sound(options->published))
        return engine_misuse("chancery_read", "an option is NULL but not empty", error);
    if (options->published.len && !text_iso_date(options->published, &year, &month, &day))
        return error_set(
            error, CHANCERY_E_MISUSE, "'%.*s' is no date; write it as 2024-06-19, 2024-06 or 2024",
            options->published.len < 32 ? (int)options->published.len : 32, options->published.ptr);
    return CHANCERY_OK;
}

static void forget(chancery_reader *reader)
{
    if (reader->arena.reserved_bytes > KEPT_BYTES)
        arena_clear(&reader->arena);
    else
        arena_reset(&reader->arena);
}

chancery_status chancery_read(chancery_reader *reader, const char *text, size_t length,
                              const chancery_read_options *options, const chancery_reading **out,
                              chancery_error *error)
{
    if (!reader || !out || (!text && length))
        return engine_misuse(__func__, "an argument is NULL", error);
    return engine_read_traced(reader, (slice){text ? text : "", length}, options, NULL, out, error);
}

chancery_status engine_read_traced(chancery_reader *reader, slice text,
                                   const chancery_read_options *options, reading_trace *trace,
                                   const chancery_reading **out, chancery_error *error)
{
    chancery_status status = check_options(options, error);
    if (status != CHANCERY_OK)
        return status;
    forget(reader);
    text_report report = {0};
    text_options given = {.languages = reader->languages};
    if (options) {
        given.name = options->name;
        given.published = options->published;
    }
    status = text_report_read(text, &given, &reader->arena, &report, error);
    if (status == CHANCERY_OK)
        status = make_reading(reader, &report, trace, error);
    if (status == CHANCERY_OK && !report.read && !reader->languages)
        status = text_languages_open(&reader->languages, error);
    if (status == CHANCERY_OK)
        *out = &reader->reading;
    return status;
}

/* Whether a letter of checked UTF-8 begins at this byte, or the text ends. */
static bool is_border(slice text, uint32_t at)
{
    return at == text.len || ((unsigned char)text.ptr[at] & 0xc0) != 0x80;
}

static chancery_status check_actors(slice text, const span *actors, chancery_error *error)
{
    static const char *const names[] = {"source", "target"};
    for (int i = 0; i < 2; i++) {
        span s = actors[i];
        if (s.start >= s.end || s.end > text.len)
            return error_set(error, CHANCERY_E_MISUSE,
                             "the %s is bytes %u to %u of a text of %zu; give the first byte of "
                             "its words and the one behind them",
                             names[i], s.start, s.end, text.len);
        if (!is_border(text, s.start) || !is_border(text, s.end))
            return error_set(error, CHANCERY_E_MISUSE,
                             "the %s, bytes %u to %u, cuts a letter; count bytes of UTF-8, not "
                             "letters",
                             names[i], s.start, s.end);
    }
    if (actors[0].start < actors[1].end && actors[1].start < actors[0].end)
        return error_set(error, CHANCERY_E_MISUSE,
                         "source and target have bytes in common; give two places of the text");
    return CHANCERY_OK;
}

chancery_status chancery_read_pair(chancery_reader *reader, const char *text, size_t length,
                                   chancery_span source, chancery_span target, chancery_pair *out,
                                   chancery_error *error)
{
    if (!reader || !out || !text)
        return engine_misuse(__func__, "an argument is NULL", error);
    const span actors[] = {source, target};
    text_report report = {0};
    forget(reader);
    chancery_status status =
        text_report_plain((slice){text, length}, &reader->arena, &report, error);
    if (status == CHANCERY_OK)
        status = check_actors(report.document.text, actors, error);
    if (status == CHANCERY_OK)
        status = reading_pair(engine_parts(reader->engine), reader->parser, &report, actors,
                              &reader->arena, &reader->scratch, out, error);
    return status;
}
