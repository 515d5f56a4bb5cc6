/* What the parts of the codebook's compiler share.
 *
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef CODEBOOK_COMPILE_H
#define CODEBOOK_COMPILE_H

#include "base/array.h"
#include "base/block.h"
#include "codebook/layout.h"

/** Names to indices; the slices are the sources'. */
typedef struct compile_names {
    ARRAY(struct {
        slice first;
        slice second;
    })
    items;
    uint32_t *slots; /* [slot_count] index + 1, or 0; a power of two, half empty at least */
    size_t slot_count;
} compile_names;

/** What is known of a frame besides its record. */
typedef struct compile_frame {
    slice name;
    slice contexts;
    uint32_t layer;
    uint32_t order; /* that of the frame whose place it takes, else its own */
    uint64_t contexts_line;
    uint8_t own; /* layer of a new frame, or that of the one whose place it takes */
    bool gone;   /* replaced or dropped */
} compile_frame;

/** What is known of a type or mode besides its record. */
typedef struct compile_type {
    slice event, mode;
    uint32_t layer;
    uint32_t of;                 /* index of its type; its own where it is one */
    layout_who actor, recipient; /* what its frames take over */
    uint32_t actor_layer, recipient_layer;
} compile_type;

typedef enum compile_block {
    COMPILE_NONE,
    COMPILE_TYPE,
    COMPILE_FRAME,
    COMPILE_CONTEXT,
    COMPILE_REPORTING,
    COMPILE_CONTROL,
    COMPILE_DROP,
    COMPILE_BROKEN, /* its head was wrong: its lines say nothing */
} compile_block;

typedef struct compiler {
    arena *arena;
    chancery_error *error; /* the first fault */
    codebook_faults *faults;
    size_t fault_count;
    const codebook_source *source;
    uint32_t file;
    uint64_t line;
    compile_block block;
    size_t context;       /* of the block */
    uint32_t type;        /* of the block */
    size_t first_pred;    /* of the frame */
    size_t faults_before; /* of the frame's lines */
    unsigned says;
    ARRAY(char) strings;
    size_t text_bytes; /* of all sources up to the present one */
    ARRAY(layout_file) files;
    ARRAY(layout_frame) frames;
    ARRAY(compile_frame) frame_notes; /* [frames.count] */
    compile_names frame_names;        /* to the last of that name */
    ARRAY(uint32_t) frame_of_name;    /* [frame_names.items.count] */
    ARRAY(layout_predicate) predicates;
    ARRAY(uint64_t) keys;
    ARRAY(layout_test) tests;
    ARRAY(layout_type) types;
    ARRAY(compile_type) type_notes; /* [types.count] */
    compile_names type_names;       /* [types.count] */
    ARRAY(layout_context) contexts;
    compile_names context_names;
    ARRAY(bool) context_silent; /* [context_names.items.count] */
    ARRAY(layout_report) reports;
    ARRAY(uint64_t) control;
} compiler;

/** Notes a fault of the present line. @return CHANCERY_E_FORMAT. */
chancery_status compile_fail(compiler *c, const char *problem, slice what, const char *remedy);

/** More than a limit allows: ends the compilation. @return CHANCERY_E_LIMIT. */
chancery_status compile_limit(compiler *c, const char *problem, size_t limit);

chancery_status compile_text(compiler *c, slice s, layout_text *out);

/** Appends the words of "a|b|c" to the keys. */
chancery_status compile_keys(compiler *c, slice words, layout_list *out);

/** Appends keys, of which 0 ends them or CODEBOOK_MAX_PREPOSITIONS. */
chancery_status compile_keys_of(compiler *c, const uint64_t *keys, layout_list *out);

/** Cuts `s` at the first `mark`: the part before stays, the part behind goes to `*tail`. */
bool compile_cut(slice *s, char mark, slice *tail);

/** Index of a name, or SIZE_MAX. */
size_t compile_name_find(const compile_names *names, slice first, slice second);

/** Adds a name that isn't there yet; its index is the last. */
chancery_status compile_name_add(compiler *c, compile_names *names, slice first, slice second);

/** Type or mode; SIZE_MAX where there is none. */
size_t compile_find_type(const compiler *c, slice event, slice mode);

chancery_status compile_predicates(compiler *c, slice list, uint8_t kind);

/** The present frame. */
layout_frame *compile_frame_now(compiler *c);

chancery_status compile_frame_head(compiler *c, slice name);
chancery_status compile_frame_line(compiler *c, slice line);
/** What can be said of a frame only when all its lines are read. */
chancery_status compile_frame_end(compiler *c);
/** "drop NAME" */
chancery_status compile_drop(compiler *c, slice name);

/** "GOV LEG state but person", into `*who`. */
chancery_status compile_who(compiler *c, slice value, codebook_rule rule, layout_who *who);

chancery_status compile_type_head(compiler *c, slice rest);
chancery_status compile_type_line(compiler *c, slice line);
chancery_status compile_context_head(compiler *c, slice rest);
chancery_status compile_context_line(compiler *c, slice line);
chancery_status compile_reporting_head(compiler *c, slice rest);
chancery_status compile_reporting_line(compiler *c, slice line);
chancery_status compile_control_line(compiler *c, slice line);

#endif
