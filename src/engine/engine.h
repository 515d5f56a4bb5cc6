/* Engine: knowledge base, codebook and parser opened together; what include/chancery promises.
 *
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef ENGINE_ENGINE_H
#define ENGINE_ENGINE_H

#include "chancery/chancery.h"
#include "reading/reading.h"
#include "reading/trace.h"

/** The parts, for commands that need more than the public API. They live as long as the engine. */
const reading_engine *engine_parts(const chancery_engine *engine);

/** The folder that the engine was opened from. */
const char *engine_data_dir(const chancery_engine *engine);

/** Opens an engine without what parses (opening that takes longer than all else): it knows names
 * and types of events, and chooses sentences (reading_scan); it has no readers, and its edition no
 * model.
 *  @return as chancery_engine_open. */
chancery_status engine_open_knowledge(const char *data_dir, chancery_engine **out,
                                      chancery_error *error) CHANCERY_MUST_CHECK;

/** chancery_read with a recorder, whose slices live as long as the reading.
 *  @param trace zeroed but for its arena; or NULL. */
chancery_status engine_read_traced(chancery_reader *reader, slice text,
                                   const chancery_read_options *options, reading_trace *trace,
                                   const chancery_reading **out,
                                   chancery_error *error) CHANCERY_MUST_CHECK;

/** Puts texts of one's own over the engine's codebook, as one layer. No reader may exist yet.
 *  @param sources their `layer` is set here.
 *  @param alone   they are a whole codebook: ours, and what was added before, does not count.
 *  @param faults  as codebook_compile_sources. @return as that; the engine is as before a failure.
 */
chancery_status engine_add_codebook(chancery_engine *engine, codebook_source *sources,
                                    size_t source_count, bool alone, codebook_faults *faults,
                                    chancery_error *error) CHANCERY_MUST_CHECK;

/** Opens the parser's network alone, from where chancery_engine_open would take it.
 *  @return as net_open. */
chancery_status engine_open_network(const char *data_dir, net **out,
                                    chancery_error *error) CHANCERY_MUST_CHECK;

/** Editions of the files that chancery_engine_open would open, by their headers alone. */
typedef struct engine_editions {
    char folder[4096];
    char kb[8], codebook[8], lemmas[8], parser[8]; /* not NUL-terminated */
} engine_editions;

/** @return CHANCERY_OK, or as container_peek. */
chancery_status engine_peek(const char *data_dir, engine_editions *out,
                            chancery_error *error) CHANCERY_MUST_CHECK;

#endif
