/* Engine: finds the compiled files and the parser's network, opens them, and keeps them until it is
 * closed.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * Who names a folder means it: a folder given by the caller or by CHANCERY_DATA is taken even where
 * the files are missing, and the error then names it. Only without either is there a search, beside
 * the running program (a build folder, a folder that was copied), then where it was installed. */
#include "engine/engine.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/array.h"
#include "base/error.h"
#include "base/hash.h"
#include "base/memory.h"
#include "engine/internal.h"
#include "syntax/judge.h"

#ifndef CHANCERY_DATA_DIR
#error "CHANCERY_DATA_DIR must name the folder that data is installed to"
#endif

enum {
    PROGRAM_PATH_BYTES = 4096,
    SHOWN_NAME_BYTES = 100,
    EDITION_BYTES = 128,
    OWN_TEXTS_BYTES = 256 << 20,
};

struct chancery_engine {
    reading_engine parts;
    kb *kb;
    kb *own;     /* over kb, or NULL */
    arena texts; /* of own */
    ARRAY(kb_source) sources;
    codebook *codebook;
    uint32_t layers;       /* of one's own over it */
    syntax_lemmas *lemmas; /* NULL, like the network, in an engine that doesn't parse */
    net *network;
    reading_lexicon *lexicon;
    char *data_dir;
    char edition[EDITION_BYTES]; /* of lemmas and network */
};

chancery_status engine_misuse(const char *function, const char *what, chancery_error *error)
{
    return error_set(error, CHANCERY_E_MISUSE, "%s: %s; see chancery/chancery.h", function, what);
}

/* "folder/name" on the heap, or NULL. */
static char *join_path(const char *folder, const char *name)
{
    size_t folder_len = strlen(folder);
    size_t name_len = strlen(name);
    char *path = memory_alloc(folder_len + name_len + 2, 1);
    if (!path)
        return NULL;
    memcpy(path, folder, folder_len);
    path[folder_len] = '/';
    memcpy(path + folder_len + 1, name, name_len + 1);
    return path;
}

/* Whether the folder has a knowledge base: the others are then expected there too. */
static bool has_data(const char *folder)
{
    char *path = join_path(folder, "chancery.kb");
    bool there = path && access(path, F_OK) == 0;
    memory_free(path);
    return there;
}

/* The folder of the running program, or an empty string. */
static void program_folder(char out[PROGRAM_PATH_BYTES])
{
    ssize_t len = readlink("/proc/self/exe", out, PROGRAM_PATH_BYTES - 1);
    out[len > 0 ? len : 0] = '\0';
    char *slash = strrchr(out, '/');
    if (slash)
        slash[slash == out ? 1 : 0] = '\0';
}

/* The folder to open from, or NULL where nobody names one and no place has one. */
static const char *find_folder(const char *given, const char *beside)
{
    const char *named = secure_getenv("CHANCERY_DATA");
    if (given)
        return given;
    if (named && *named)
        return named;
    if (*beside && has_data(beside))
        return beside;
    return has_data(CHANCERY_DATA_DIR) ? CHANCERY_DATA_DIR : NULL;
}

static chancery_status open_network(const char *folder, net **out, chancery_error *error)
{
    char *path = join_path(folder, "chancery.parser");
    if (!path)
        return error_set(error, CHANCERY_E_MEMORY, "no memory to open the parser");
    chancery_status status = net_open(path, out, error);
    memory_free(path);
    return status;
}

chancery_status engine_open_network(const char *data_dir, net **out, chancery_error *error)
{
    char beside[PROGRAM_PATH_BYTES];
    program_folder(beside);
    const char *folder = find_folder(data_dir, beside);
    return open_network(folder ? folder : CHANCERY_DATA_DIR, out, error);
}

static chancery_status set_folder(chancery_engine *engine, const char *given, chancery_error *error)
{
    char beside[PROGRAM_PATH_BYTES];
    program_folder(beside);
    const char *folder = find_folder(given, beside);
    if (!folder)
        return error_set(error, CHANCERY_E_NOT_FOUND,
                         "chancery.kb is neither in %s nor in %s; name the folder that has it in "
                         "the variable CHANCERY_DATA",
                         *beside ? beside : "the program's folder", CHANCERY_DATA_DIR);
    engine->data_dir = memory_alloc(strlen(folder) + 1, 1);
    if (!engine->data_dir)
        return error_set(error, CHANCERY_E_MEMORY, "no memory to open the engine");
    memcpy(engine->data_dir, folder, strlen(folder));
    return CHANCERY_OK;
}

/* Names and codebook. */
static chancery_status open_knowledge(chancery_engine *engine, chancery_error *error)
{
    char *kb_path = join_path(engine->data_dir, "chancery.kb");
    char *codebook_path = join_path(engine->data_dir, "chancery.codebook");
    chancery_status status = CHANCERY_OK;
    if (!kb_path || !codebook_path)
        status = error_set(error, CHANCERY_E_MEMORY, "no memory to open the engine");
    if (status == CHANCERY_OK)
        status = kb_open(kb_path, &engine->kb, error);
    if (status == CHANCERY_OK)
        status = codebook_open(codebook_path, &engine->codebook, error);
    memory_free(kb_path);
    memory_free(codebook_path);
    return status;
}

/* What parses. */
static chancery_status open_syntax(chancery_engine *engine, chancery_error *error)
{
    char *path = join_path(engine->data_dir, "chancery.lemmas");
    if (!path)
        return error_set(error, CHANCERY_E_MEMORY, "no memory to open the engine");
    chancery_status status = syntax_lemmas_open(path, &engine->lemmas, error);
    memory_free(path);
    return status ? status : open_network(engine->data_dir, &engine->network, error);
}

/* "LEMMAS NAME CHECKSUM", empty where nothing can be parsed. */
static slice model_edition(chancery_engine *engine)
{
    if (!engine->network)
        return (slice){"", 0};
    slice lemmas = syntax_lemmas_edition(engine->lemmas);
    slice network = net_edition(engine->network);
    int bytes = snprintf(engine->edition, sizeof engine->edition, "%.*s %.*s", SLICE_ARGS(lemmas),
                         SLICE_ARGS(network));
    return (slice){engine->edition, (size_t)bytes};
}

void chancery_engine_silence_judge(chancery_engine *engine)
{
    static const char behind[] = " without judge";
    size_t bytes = engine ? engine->parts.edition.model.len : 0;
    if (!engine || !engine->parts.judge)
        return;
    engine->parts.judge = false;
    if (bytes && bytes + sizeof behind <= sizeof engine->edition) {
        memcpy(engine->edition + bytes, behind, sizeof behind);
        engine->parts.edition.model.len += sizeof behind - 1;
    }
}

static chancery_status open_parts(chancery_engine *engine, const char *given, bool parses,
                                  chancery_error *error)
{
    chancery_status status = set_folder(engine, given, error);
    if (status == CHANCERY_OK)
        status = open_knowledge(engine, error);
    if (status == CHANCERY_OK && parses)
        status = open_syntax(engine, error);
    if (status != CHANCERY_OK)
        return status;
    engine->lexicon = reading_lexicon_new();
    if (!engine->lexicon)
        return error_set(error, CHANCERY_E_MEMORY, "no memory to open the engine");
    engine->parts = (reading_engine){
        .kb = engine->kb,
        .codebook = engine->codebook,
        .lemmas = engine->lemmas,
        .network = engine->network,
        .judge = true,
        .lexicon = engine->lexicon,
        .edition = {.program = SLICE(CHANCERY_VERSION),
                    .codebook = codebook_edition(engine->codebook),
                    .kb = kb_edition(engine->kb),
                    .model = model_edition(engine)},
    };
    if (!engine->network || !judge_is_there(engine->network))
        chancery_engine_silence_judge(engine);
    return CHANCERY_OK;
}

static chancery_status peek(const char *folder, const char *name, const char kind[4], char out[8],
                            chancery_error *error)
{
    uint64_t checksum;
    char hex[HASH_HEX_BYTES], *path = join_path(folder, name);
    if (!path)
        return error_set(error, CHANCERY_E_MEMORY, "no memory for a path");
    chancery_status status = container_peek(path, kind, &checksum, error);
    memory_free(path);
    if (status == CHANCERY_OK) {
        hash_hex(checksum, hex);
        memcpy(out, hex, 8);
    }
    return status;
}

chancery_status engine_peek(const char *data_dir, engine_editions *out, chancery_error *error)
{
    char beside[PROGRAM_PATH_BYTES];
    program_folder(beside);
    const char *folder = find_folder(data_dir, beside);
    *out = (engine_editions){.folder = ""};
    snprintf(out->folder, sizeof out->folder, "%s", folder ? folder : CHANCERY_DATA_DIR);
    chancery_status status = peek(out->folder, "chancery.kb", "KB  ", out->kb, error);
    if (status == CHANCERY_OK)
        status = peek(out->folder, "chancery.codebook", "CODE", out->codebook, error);
    if (status == CHANCERY_OK)
        status = peek(out->folder, "chancery.lemmas", "LEMM", out->lemmas, error);
    return status ? status : peek(out->folder, "chancery.parser", "SYNT", out->parser, error);
}

static chancery_status open_engine(const char *data_dir, bool parses, chancery_engine **out,
                                   chancery_error *error)
{
    chancery_engine *engine = memory_alloc(1, sizeof *engine);
    if (!engine)
        return error_set(error, CHANCERY_E_MEMORY, "no memory to open the engine");
    arena_init(&engine->texts, OWN_TEXTS_BYTES);
    chancery_status status = open_parts(engine, data_dir, parses, error);
    if (status == CHANCERY_OK)
        *out = engine;
    else
        chancery_engine_close(engine);
    return status;
}

chancery_status chancery_engine_add_names(chancery_engine *engine, chancery_slice name,
                                          chancery_slice text, chancery_error *error)
{
    kb *own = NULL;
    if (!engine || !engine_is_sound(name) || !engine_is_sound(text))
        return engine_misuse(__func__, "an argument is NULL", error);
    kb_source *source = array_push(&engine->sources, &engine->texts, error);
    if (!source)
        return CHANCERY_E_MEMORY;
    chancery_status status = arena_dup(&engine->texts, name, &source->name, error);
    if (status == CHANCERY_OK)
        status = arena_dup(&engine->texts, text, &source->text, error);
    if (status == CHANCERY_OK)
        status =
            kb_open_over(engine->kb, engine->sources.items, engine->sources.count, &own, error);
    if (status != CHANCERY_OK) {
        engine->sources.count--;
        return status;
    }
    kb_close(engine->own);
    engine->own = own;
    engine->parts.kb = own;
    engine->parts.edition.kb = kb_edition(own);
    return CHANCERY_OK;
}

chancery_status engine_add_codebook(chancery_engine *engine, codebook_source *sources,
                                    size_t source_count, bool alone, codebook_faults *faults,
                                    chancery_error *error)
{
    codebook *book = NULL;
    uint32_t layer = alone ? 0 : engine->layers + 1;
    for (size_t i = 0; i < source_count; i++)
        sources[i].layer = layer;
    chancery_status status = codebook_open_over(alone ? NULL : engine->codebook, sources,
                                                source_count, &book, faults, error);
    if (status != CHANCERY_OK)
        return status;
    codebook_close(engine->codebook);
    engine->codebook = book;
    engine->layers = layer;
    engine->parts.codebook = book;
    engine->parts.edition.codebook = codebook_edition(book);
    return CHANCERY_OK;
}

chancery_status chancery_engine_add_codebook(chancery_engine *engine, chancery_slice name,
                                             chancery_slice text, chancery_error *error)
{
    if (!engine || !engine_is_sound(name) || !engine_is_sound(text))
        return engine_misuse(__func__, "an argument is NULL", error);
    codebook_source source = {.name = name, .text = text};
    return engine_add_codebook(engine, &source, 1, false, NULL, error);
}

chancery_status chancery_engine_open(const char *data_dir, chancery_engine **out,
                                     chancery_error *error)
{
    if (!out)
        return engine_misuse(__func__, "out is NULL", error);
    return open_engine(data_dir, true, out, error);
}

chancery_status engine_open_knowledge(const char *data_dir, chancery_engine **out,
                                      chancery_error *error)
{
    return open_engine(data_dir, false, out, error);
}

void chancery_engine_close(chancery_engine *engine)
{
    if (!engine)
        return;
    net_close(engine->network);
    syntax_lemmas_close(engine->lemmas);
    codebook_close(engine->codebook);
    kb_close(engine->own);
    kb_close(engine->kb);
    arena_clear(&engine->texts);
    reading_lexicon_free(engine->lexicon);
    memory_free(engine->data_dir);
    memory_free(engine);
}

chancery_edition chancery_engine_edition(const chancery_engine *engine)
{
    return engine ? engine->parts.edition : (chancery_edition){0};
}

chancery_status chancery_engine_state(const chancery_engine *engine, chancery_slice name,
                                      chancery_slice *code, chancery_slice *english,
                                      chancery_error *error)
{
    uint32_t entry;
    if (!engine || !code || !english || !engine_is_sound(name))
        return engine_misuse(__func__, "an argument is NULL", error);
    if (name.len == 0 || !kb_state(engine->parts.kb, name, &entry))
        return error_set(
            error, CHANCERY_E_NOT_FOUND,
            "no state is called '%.*s'; give a name, or a code of two or three letters",
            name.len < SHOWN_NAME_BYTES ? (int)name.len : SHOWN_NAME_BYTES,
            name.len ? name.ptr : "");
    (void)kb_code(engine->parts.kb, kb_entry_at(engine->parts.kb, entry).code,
                  &entry); /* of today */
    kb_entry found = kb_entry_at(engine->parts.kb, entry);
    *code = found.code;
    *english = found.name;
    return CHANCERY_OK;
}

const reading_engine *engine_parts(const chancery_engine *engine)
{
    return &engine->parts;
}

const char *engine_data_dir(const chancery_engine *engine)
{
    return engine->data_dir;
}
