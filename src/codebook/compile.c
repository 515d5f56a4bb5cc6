/* Compiles the codebook's text (data/codebook/FORMAT.md) into its container (layout.h).
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * One pass over the lines of the sources in their order; what must know all of them (which frame
 * stands where, what a frame takes over from its type) comes behind. Where the caller wants all
 * faults, a line that has one is left out and the next is read. */
#include "codebook/compile.h"

#include <stdlib.h>

#include "base/error.h"
#include "codebook/source.h"

enum { COMPILE_CAP_BYTES = 1 << 30, SHOWN_BYTES = 160 };

/** Keeps a fault; only the first goes to the caller's error. */
static void note_fault(compiler *c, const chancery_error *fault)
{
    if (c->fault_count++ == 0 && c->error)
        *c->error = *fault;
    if (!c->faults)
        return;
    if (c->faults->count < CODEBOOK_MAX_FAULTS)
        c->faults->items[c->faults->count++] = *fault;
    else
        c->faults->more = true;
}

/** At most SHOWN_BYTES, whole letters. */
static slice shown(slice what)
{
    if (what.len <= SHOWN_BYTES)
        return what;
    size_t end = SHOWN_BYTES;
    while (end > 0 && ((unsigned char)what.ptr[end] & 0xC0) == 0x80)
        end--;
    return slice_range(what, 0, end);
}

chancery_status compile_fail(compiler *c, const char *problem, slice what, const char *remedy)
{
    chancery_error fault = {0};
    char where[CHANCERY_WHERE_BYTES];
    snprintf(where, sizeof where, "%.*s", SLICE_ARGS(c->source->name));
    what = shown(what);
    error_set(&fault, CHANCERY_E_FORMAT, "%s: \"%.*s\"; %s", problem, SLICE_ARGS(what), remedy);
    error_at(&fault, where, c->line);
    note_fault(c, &fault);
    return CHANCERY_E_FORMAT;
}

chancery_status compile_limit(compiler *c, const char *problem, size_t limit)
{
    chancery_error fault = {0};
    char where[CHANCERY_WHERE_BYTES];
    snprintf(where, sizeof where, "%.*s", SLICE_ARGS(c->source->name));
    error_set(&fault, CHANCERY_E_LIMIT, "%s, which is %zu; make it smaller", problem, limit);
    error_at(&fault, where, c->line);
    note_fault(c, &fault);
    return CHANCERY_E_LIMIT;
}

chancery_status compile_text(compiler *c, slice s, layout_text *out)
{
    *out = (layout_text){(uint32_t)c->strings.count, (uint32_t)s.len};
    for (size_t i = 0; i < s.len; i++) {
        char *byte = array_push(&c->strings, c->arena, c->error);
        if (!byte)
            return CHANCERY_E_MEMORY;
        *byte = s.ptr[i];
    }
    return CHANCERY_OK;
}

static chancery_status push_key(compiler *c, uint64_t key, layout_list *out)
{
    uint64_t *room = array_push(&c->keys, c->arena, c->error);
    if (!room)
        return CHANCERY_E_MEMORY;
    *room = key;
    out->count++;
    return CHANCERY_OK;
}

chancery_status compile_keys(compiler *c, slice words, layout_list *out)
{
    *out = (layout_list){(uint32_t)c->keys.count, 0};
    slice word;
    while (slice_next(&words, '|', &word)) {
        chancery_status status = push_key(c, text_key(slice_trim(word)), out);
        if (status)
            return status;
    }
    return CHANCERY_OK;
}

chancery_status compile_keys_of(compiler *c, const uint64_t *keys, layout_list *out)
{
    *out = (layout_list){(uint32_t)c->keys.count, 0};
    for (size_t i = 0; i < CODEBOOK_MAX_PREPOSITIONS && keys[i]; i++) {
        chancery_status status = push_key(c, keys[i], out);
        if (status)
            return status;
    }
    return CHANCERY_OK;
}

bool compile_cut(slice *s, char mark, slice *tail)
{
    for (size_t i = 0; i < s->len; i++) {
        if (s->ptr[i] != mark)
            continue;
        *tail = slice_range(*s, i + 1, s->len);
        *s = slice_range(*s, 0, i);
        return true;
    }
    return false;
}

/* ---- lines ---- */

static chancery_status read_head(compiler *c, slice line)
{
    slice kind, rest = line;
    c->block = COMPILE_BROKEN;
    if (!block_word(&rest, &kind))
        return CHANCERY_OK;
    if (slice_is(kind, "frame"))
        return compile_frame_head(c, rest);
    if (slice_is(kind, "drop"))
        return compile_drop(c, rest);
    if (slice_is(kind, "type"))
        return compile_type_head(c, rest);
    if (slice_is(kind, "context"))
        return compile_context_head(c, rest);
    if (slice_is(kind, "reporting"))
        return compile_reporting_head(c, rest);
    if (!slice_is(kind, "control"))
        return compile_fail(c, "no such block", kind,
                            "a block is type, frame, drop, context, reporting or control, and its "
                            "lines are indented");
    c->block = COMPILE_CONTROL;
    return slice_trim(rest).len ? compile_fail(c, "control has no name", rest, "write \"control\"")
                                : CHANCERY_OK;
}

static chancery_status read_line(compiler *c, const block_line *line)
{
    if (line->head)
        return read_head(c, line->text);
    switch (c->block) {
    case COMPILE_NONE:
        return compile_fail(c, "an indented line before any block", line->text,
                            "begin a block at the left, like \"frame aid/give\"");
    case COMPILE_TYPE:
        return compile_type_line(c, line->text);
    case COMPILE_FRAME:
        return compile_frame_line(c, line->text);
    case COMPILE_CONTEXT:
        return compile_context_line(c, line->text);
    case COMPILE_REPORTING:
        return compile_reporting_line(c, line->text);
    case COMPILE_CONTROL:
        return compile_control_line(c, line->text);
    case COMPILE_DROP:
        return compile_fail(c, "drop takes no lines", line->text, "begin another block");
    case COMPILE_BROKEN:
        break;
    }
    return CHANCERY_OK;
}

/** A fault ends the work only where the caller wants but one. */
static chancery_status go_on(const compiler *c, chancery_status status)
{
    return status == CHANCERY_E_FORMAT && c->faults ? CHANCERY_OK : status;
}

/** Line of a byte. */
static uint64_t line_of(slice text, size_t offset)
{
    uint64_t line = 1;
    for (size_t i = 0; i < offset && i < text.len; i++)
        line += text.ptr[i] == '\n';
    return line;
}

/** What no text may have, before its lines are looked at. */
static chancery_status check_bytes(compiler *c, slice text)
{
    chancery_error bad = {0};
    const char *nul = text.len ? memchr(text.ptr, 0, text.len) : NULL;
    size_t start = 0;
    if (text.len > CODEBOOK_MAX_FILE_BYTES)
        return compile_limit(c, "more bytes than a file of a codebook may have",
                             CODEBOOK_MAX_FILE_BYTES);
    if (text_check_utf8(text, &bad) != CHANCERY_OK) {
        c->line = line_of(text, (size_t)bad.offset);
        return compile_fail(c, "not UTF-8", (slice){0}, "save the file as UTF-8");
    }
    if (nul) {
        c->line = line_of(text, (size_t)(nul - text.ptr));
        return compile_fail(c, "a NUL byte", (slice){0}, "this is no text; take the byte out");
    }
    for (c->line = 1; start < text.len; c->line++) {
        const char *end = memchr(text.ptr + start, '\n', text.len - start);
        size_t length = end ? (size_t)(end - text.ptr) - start : text.len - start;
        if (length > CODEBOOK_MAX_LINE_BYTES)
            return compile_fail(c, "a line of more than 65536 bytes",
                                slice_range(text, start, start + 20),
                                "break it: a field may be repeated");
        start += length + 1;
    }
    return CHANCERY_OK;
}

static chancery_status keep_text(compiler *c)
{
    const codebook_source *s = c->source;
    layout_file *file = array_push(&c->files, c->arena, c->error);
    if (!file)
        return CHANCERY_E_MEMORY;
    c->file = (uint32_t)(c->files.count - 1);
    *file = (layout_file){.offset = c->text_bytes, .length = s->text.len, .layer = s->layer};
    c->text_bytes += s->text.len;
    return compile_text(c, s->name, &file->name);
}

static chancery_status end_block(compiler *c)
{
    return c->block == COMPILE_FRAME ? go_on(c, compile_frame_end(c)) : CHANCERY_OK;
}

static chancery_status read_source(compiler *c)
{
    block_reader reader = block_open(c->source->text);
    block_line line;
    c->line = 0;
    c->block = COMPILE_NONE;
    chancery_status status = keep_text(c);
    if (!status)
        status = check_bytes(c, c->source->text);
    if (status)
        return go_on(c, status);
    while (!status && block_next(&reader, &line)) {
        if (line.head)
            status = end_block(c);
        c->line = line.number;
        if (!status)
            status = go_on(c, read_line(c, &line));
    }
    return status ? status : end_block(c);
}

/* ---- what must know all of them ---- */

static int compare_u64(uint64_t a, uint64_t b)
{
    return (a > b) - (a < b);
}

/** How far in the text a predicate stands among those of its frame. */
static uint32_t place_in_text(const layout_predicate *p)
{
    uint32_t last = p->nouns.first;
    last = p->prepositions.first > last ? p->prepositions.first : last;
    return p->preposition_nouns.first > last ? p->preposition_nouns.first : last;
}

static int compare_predicates(const void *left, const void *right)
{
    const layout_predicate *a = left, *b = right;
    int order = compare_u64(a->kind, b->kind);
    if (!order)
        order = compare_u64(a->key, b->key);
    if (!order)
        order = compare_u64(b->own, a->own);
    if (!order)
        order = compare_u64(b->conditions, a->conditions);
    if (!order)
        order = compare_u64(a->frame, b->frame);
    if (!order)
        order = compare_u64(place_in_text(a), place_in_text(b));
    return order ? order : compare_u64(a->particle, b->particle);
}

static int compare_contexts(const void *left, const void *right)
{
    const layout_context *a = left, *b = right;
    int order = compare_u64(a->key, b->key);
    return order ? order : compare_u64(a->order, b->order);
}

static int compare_reports(const void *left, const void *right)
{
    const layout_report *a = left, *b = right;
    int order = compare_u64(a->key, b->key);
    if (!order)
        order = compare_u64(a->particle, b->particle);
    return order ? order : compare_u64(a->says, b->says);
}

static int compare_keys(const void *left, const void *right)
{
    return compare_u64(*(const uint64_t *)left, *(const uint64_t *)right);
}

static void sort_records(compiler *c)
{
    if (c->predicates.count)
        qsort(c->predicates.items, c->predicates.count, sizeof *c->predicates.items,
              compare_predicates);
    for (size_t i = 0; i < c->contexts.count; i++)
        c->contexts.items[i].silent = c->context_silent.items[c->contexts.items[i].order];
    if (c->contexts.count)
        qsort(c->contexts.items, c->contexts.count, sizeof *c->contexts.items, compare_contexts);
    if (c->reports.count)
        qsort(c->reports.items, c->reports.count, sizeof *c->reports.items, compare_reports);
    if (c->control.count)
        qsort(c->control.items, c->control.count, sizeof *c->control.items, compare_keys);
}

typedef struct frame_place {
    uint32_t index, order;
    uint8_t own;
} frame_place;

static int compare_places(const void *left, const void *right)
{
    const frame_place *a = left, *b = right;
    int order = compare_u64(b->own, a->own);
    if (!order)
        order = compare_u64(a->order, b->order);
    return order ? order : compare_u64(a->index, b->index);
}

/** Frames that are left, one's own first; `new_index` receives where each came to stand. */
static chancery_status order_frames(compiler *c, uint32_t *new_index)
{
    size_t count = 0;
    frame_place *places = arena_alloc(c->arena, c->frames.count, sizeof *places, c->error);
    layout_frame *frames = arena_alloc(c->arena, c->frames.count, sizeof *frames, c->error);
    if (!places || !frames)
        return CHANCERY_E_MEMORY;
    for (uint32_t i = 0; i < c->frames.count; i++) {
        const compile_frame *note = &c->frame_notes.items[i];
        new_index[i] = UINT32_MAX;
        if (!note->gone)
            places[count++] = (frame_place){i, note->order, note->own};
    }
    if (count)
        qsort(places, count, sizeof *places, compare_places);
    for (uint32_t i = 0; i < count; i++) {
        frames[i] = c->frames.items[places[i].index];
        frames[i].own = places[i].own;
        new_index[places[i].index] = i;
    }
    c->frames.items = frames;
    c->frames.count = count;
    return CHANCERY_OK;
}

static void move_predicates(compiler *c, const uint32_t *new_index)
{
    size_t kept = 0;
    for (size_t i = 0; i < c->predicates.count; i++) {
        layout_predicate p = c->predicates.items[i];
        p.own = c->frame_notes.items[p.frame].own;
        p.frame = new_index[p.frame];
        if (p.frame != UINT32_MAX)
            c->predicates.items[kept++] = p;
    }
    c->predicates.count = kept;
}

/** What the type says of who acts holds for its frames that say nothing of their own. */
static void inherit(compiler *c)
{
    for (size_t i = 0; i < c->frames.count; i++) {
        layout_frame *f = &c->frames.items[i];
        slice event = {c->strings.items + f->event.offset, f->event.length};
        slice mode = {c->strings.items + f->mode.offset, f->mode.length};
        size_t type = compile_find_type(c, event, (slice){0});
        size_t kind = mode.len ? compile_find_type(c, event, mode) : SIZE_MAX;
        if (kind != SIZE_MAX)
            c->types.items[kind].frames++;
        if (type == SIZE_MAX)
            continue;
        c->types.items[type].frames++;
        if (!f->actor.rule)
            f->actor = c->type_notes.items[type].actor;
        if (!f->recipient.rule)
            f->recipient = c->type_notes.items[type].recipient;
    }
}

/** Each type with its modes behind it, and a mode's quad that of its type. */
static chancery_status order_types(compiler *c)
{
    size_t count = 0;
    layout_type *types = arena_alloc(c->arena, c->types.count, sizeof *types, c->error);
    if (!types)
        return CHANCERY_E_MEMORY;
    for (size_t t = 0; t < c->types.count; t++) {
        if (c->type_notes.items[t].of != t)
            continue;
        for (size_t m = t; m < c->types.count; m++) {
            if (c->type_notes.items[m].of != t)
                continue;
            types[count] = c->types.items[m];
            types[count++].quad = c->types.items[t].quad;
        }
    }
    c->types.items = types;
    c->types.count = count;
    return CHANCERY_OK;
}

/** Contexts may stand behind the frames that name them. */
static chancery_status check_contexts(compiler *c, const codebook_source *sources)
{
    for (size_t i = 0; i < c->frames.count; i++) {
        compile_frame *note = &c->frame_notes.items[i];
        slice word, rest = note->contexts;
        c->source = &sources[c->frames.items[i].file];
        c->line = note->contexts_line;
        while (block_word(&rest, &word)) {
            if (compile_name_find(&c->context_names, word, (slice){0}) != SIZE_MAX)
                continue;
            chancery_status status =
                go_on(c, compile_fail(c, "no such context", word,
                                      "contexts.txt has them; a block \"context NAME\" makes one"));
            if (status)
                return status;
        }
    }
    return CHANCERY_OK;
}

static chancery_status finish(compiler *c, const codebook_source *sources)
{
    chancery_status status = check_contexts(c, sources);
    uint32_t *new_index = arena_alloc(c->arena, c->frames.count, sizeof *new_index, c->error);
    if (status)
        return status;
    if (!new_index)
        return CHANCERY_E_MEMORY;
    status = order_frames(c, new_index);
    if (status)
        return status;
    move_predicates(c, new_index);
    inherit(c);
    sort_records(c);
    return order_types(c);
}

/** The sources' texts one behind the other. */
static char *join_texts(compiler *c, const codebook_source *sources, size_t source_count)
{
    size_t used = 0;
    char *text = arena_alloc(c->arena, c->text_bytes + 1, 1, c->error);
    for (size_t i = 0; text && i < source_count; i++) {
        if (sources[i].text.len)
            memcpy(text + used, sources[i].text.ptr, sources[i].text.len);
        used += sources[i].text.len;
    }
    return text;
}

static chancery_status build(compiler *c, const codebook_source *sources, size_t source_count,
                             arena *a, slice *out)
{
    const char *text = join_texts(c, sources, source_count);
    if (!text)
        return CHANCERY_E_MEMORY;
    if (c->strings.count > UINT32_MAX || c->keys.count > UINT32_MAX)
        return compile_limit(c, "more words than a codebook may have", UINT32_MAX);
    const container_part parts[] = {
        {"strings", c->strings.items, c->strings.count, 1},
        {"frames", c->frames.items, c->frames.count, sizeof(layout_frame)},
        {"preds", c->predicates.items, c->predicates.count, sizeof(layout_predicate)},
        {"keys", c->keys.items, c->keys.count, sizeof(uint64_t)},
        {"tests", c->tests.items, c->tests.count, sizeof(layout_test)},
        {"types", c->types.items, c->types.count, sizeof(layout_type)},
        {"contexts", c->contexts.items, c->contexts.count, sizeof(layout_context)},
        {"reports", c->reports.items, c->reports.count, sizeof(layout_report)},
        {"control", c->control.items, c->control.count, sizeof(uint64_t)},
        {"text", text, c->text_bytes, 1},
        {"files", c->files.items, c->files.count, sizeof(layout_file)},
    };
    return container_build(a, LAYOUT_KIND, LAYOUT_VERSION, parts, sizeof parts / sizeof *parts, out,
                           c->error);
}

chancery_status codebook_compile_sources(const codebook_source *sources, size_t source_count,
                                         arena *a, slice *out, codebook_faults *faults,
                                         chancery_error *error)
{
    arena scratch;
    chancery_error local = {0};
    compiler c = {.arena = &scratch, .error = error ? error : &local, .faults = faults};
    chancery_status status = CHANCERY_OK;
    arena_init(&scratch, COMPILE_CAP_BYTES);
    if (faults)
        *faults = (codebook_faults){.count = 0};
    for (size_t i = 0; !status && i < source_count; i++) {
        c.source = &sources[i];
        status = read_source(&c);
    }
    if (!status)
        status = finish(&c, sources);
    if (c.fault_count)
        status = c.error->status;
    if (!status)
        status = build(&c, sources, source_count, a, out);
    arena_clear(&scratch);
    return status;
}

/** Names that say nothing of the machine: the build's folder is data/codebook wherever it lies. */
static chancery_status name_sources(codebook_source *sources, size_t count, arena *a,
                                    chancery_error *error)
{
    chancery_status status = CHANCERY_OK;
    for (size_t i = 0; !status && i < count; i++) {
        slice path = sources[i].name;
        size_t start = path.len;
        while (start > 0 && path.ptr[start - 1] != '/')
            start--;
        slice file = slice_range(path, start, path.len);
        status = arena_printf(a, &sources[i].name, error, "data/codebook/%.*s", SLICE_ARGS(file));
    }
    return status;
}

chancery_status codebook_compile(const char *data_dir, const char *path, chancery_error *error)
{
    arena a;
    codebook_source *sources = NULL;
    size_t count = 0;
    slice bytes = {0};
    arena_init(&a, COMPILE_CAP_BYTES);
    chancery_status status = codebook_load(data_dir, 0, &a, &sources, &count, error);
    if (!status)
        status = name_sources(sources, count, &a, error);
    if (!status)
        status = codebook_compile_sources(sources, count, &a, &bytes, NULL, error);
    if (!status)
        status = source_write(path, bytes, error);
    arena_clear(&a);
    return status;
}
