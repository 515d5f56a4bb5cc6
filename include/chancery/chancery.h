/* Chancery's C API: open an engine, read reports, walk readings, store them, ask the archive.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 *     chancery_engine *engine = NULL;
 *     chancery_reader *reader = NULL;
 *     chancery_error error;
 *     if (chancery_engine_open(NULL, &engine, &error) == CHANCERY_OK &&
 *         chancery_reader_new(engine, &reader, &error) == CHANCERY_OK) {
 *         const chancery_reading *reading;
 *         if (chancery_read(reader, text, length, NULL, &reading, &error) == CHANCERY_OK)
 *             printf("%zu events\n", reading->event_count);
 *     }
 *     chancery_reader_free(reader);
 *     chancery_engine_close(engine);
 *
 * An engine is constant and shared by threads; a reader belongs to one thread at a time. The
 * library never prints, exits or aborts. NULL where none may be is CHANCERY_E_MISUSE. */
#ifndef CHANCERY_CHANCERY_H
#define CHANCERY_CHANCERY_H

#include "chancery/reading.h"
#include "chancery/status.h"

#ifdef __cplusplus
extern "C" {
#endif

#define CHANCERY_VERSION "0.1.0"

typedef struct chancery_engine chancery_engine;
typedef struct chancery_reader chancery_reader;
typedef struct chancery_archive chancery_archive;

/** Opens knowledge base, codebook and parser.
 *  @param data_dir folder with chancery.kb, chancery.codebook, chancery.lemmas and chancery.parser;
 * NULL looks where the variable CHANCERY_DATA says, then beside the program, then in the folder of
 * the installation.
 *  @param out      set only on success; close with chancery_engine_close.
 *  @return CHANCERY_OK, _E_NOT_FOUND, _E_IO, _E_FORMAT, _E_VERSION, _E_MEMORY, _E_MISUSE. */
CHANCERY_API chancery_status chancery_engine_open(const char *data_dir, chancery_engine **out,
                                                  chancery_error *error) CHANCERY_MUST_CHECK;

/** Closes an engine; its readers must be freed before. NULL is allowed. */
CHANCERY_API void chancery_engine_close(chancery_engine *engine);

/** Adds names and people of one's own (data/kb/FORMAT.md), which win over the engine's at the same
 * words. Texts of several calls stand together. No reader of the engine may exist yet.
 *  @param name for messages: the file that the text is from.
 *  @return CHANCERY_OK, _E_MISUSE, or the first error with the name and its line: _E_FORMAT,
 * _E_UTF8, _E_LIMIT, _E_MEMORY; the engine is then as before. */
CHANCERY_API chancery_status chancery_engine_add_names(chancery_engine *engine, chancery_slice name,
                                                       chancery_slice text,
                                                       chancery_error *error) CHANCERY_MUST_CHECK;

/** Adds types, frames and contexts of one's own (data/codebook/FORMAT.md) over the engine's: a
 * frame of the same name takes the place of the one that was there, a new one is tried before all
 * others. Each call stands over those before it. No reader of the engine may exist yet.
 *  @param name for messages: the file that the text is from.
 *  @return CHANCERY_OK, _E_MISUSE, or the first error with the name and its line: _E_FORMAT,
 * _E_LIMIT, _E_MEMORY; the engine is then as before. */
CHANCERY_API chancery_status
chancery_engine_add_codebook(chancery_engine *engine, chancery_slice name, chancery_slice text,
                             chancery_error *error) CHANCERY_MUST_CHECK;

/** Reads by the frames of the codebook alone, without the judge that the parser's network may have;
 * the edition then ends with "without judge", as it does where the network has none. No reader of
 * the engine may exist yet. NULL is harmless. */
CHANCERY_API void chancery_engine_silence_judge(chancery_engine *engine);

/** What this engine is made of. The slices live as long as the engine. */
CHANCERY_API chancery_edition chancery_engine_edition(const chancery_engine *engine);

/** Finds a state by any usual form of its name (CHN, CN, China, 中国).
 *  @param code receives the ISO 3166-1 alpha-3 code; it lives as long as the engine.
 *  @return CHANCERY_OK, _E_NOT_FOUND, _E_MISUSE. */
CHANCERY_API chancery_status chancery_engine_state(const chancery_engine *engine,
                                                   chancery_slice name, chancery_slice *code,
                                                   chancery_slice *english,
                                                   chancery_error *error) CHANCERY_MUST_CHECK;

/** Makes a reader: the scratch of one thread. Free with chancery_reader_free. */
CHANCERY_API chancery_status chancery_reader_new(const chancery_engine *engine,
                                                 chancery_reader **out,
                                                 chancery_error *error) CHANCERY_MUST_CHECK;
CHANCERY_API void chancery_reader_free(chancery_reader *reader);

typedef struct chancery_read_options {
    chancery_slice name;      /* document.name */
    chancery_slice published; /* ISO date, or empty: then the report's own date line counts */
} chancery_read_options;

/** Reads one report.
 *  @param options may be NULL.
 *  @param out     set only on success; the reading lives until the next chancery_read with this
 * reader or its end.
 *  @return CHANCERY_OK (also for a report in another language: language is set, all lists are
 * empty), _E_UTF8, _E_FORMAT (binary or empty), _E_LIMIT, _E_MEMORY, _E_MISUSE. */
CHANCERY_API chancery_status chancery_read(chancery_reader *reader, const char *text, size_t length,
                                           const chancery_read_options *options,
                                           const chancery_reading **out,
                                           chancery_error *error) CHANCERY_MUST_CHECK;

/** Reads what one of two given actors does to the other: "SOURCE recalled its envoy from TARGET".
 *  @param text   read as it stands: no title, nothing dropped. It ends the life of the reader's
 * last reading.
 *  @param source where the one who acts stands in it, in bytes, at the borders of letters.
 *  @param target the other one; both may be any words, known or not, and may not overlap.
 *  @param out    set only on success; its event is empty where the text says nothing between them.
 * Its slices live as long as the engine.
 *  @return CHANCERY_OK, _E_MISUSE (also for a span outside the text), _E_UTF8, _E_LIMIT, _E_MEMORY.
 */
CHANCERY_API chancery_status chancery_read_pair(chancery_reader *reader, const char *text,
                                                size_t length, chancery_span source,
                                                chancery_span target, chancery_pair *out,
                                                chancery_error *error) CHANCERY_MUST_CHECK;

/** Writes a reading as one line of JSON without the line's end (docs/json.md).
 *  @param out  set only on success; NUL-terminated; free with chancery_free. */
CHANCERY_API chancery_status chancery_reading_json(const chancery_reading *reading, char **out,
                                                   size_t *length,
                                                   chancery_error *error) CHANCERY_MUST_CHECK;
CHANCERY_API void chancery_free(void *block);

/** Opens an archive; makes it where `path` names nothing or an empty file.
 *  @return CHANCERY_OK, _E_FORMAT (no archive), _E_VERSION (of a newer edition), _E_BUSY, _E_IO,
 * _E_MEMORY, _E_MISUSE. */
CHANCERY_API chancery_status chancery_archive_open(const char *path, chancery_archive **out,
                                                   chancery_error *error) CHANCERY_MUST_CHECK;
CHANCERY_API void chancery_archive_close(chancery_archive *archive);

/** Stores a reading; the same report a second time replaces its machine coding and nothing else.
 *  All or nothing: a crash at any moment leaves the report whole or absent. */
CHANCERY_API chancery_status chancery_archive_store(chancery_archive *archive,
                                                    const chancery_reading *reading,
                                                    chancery_error *error) CHANCERY_MUST_CHECK;

#ifdef __cplusplus
}
#endif

#endif
