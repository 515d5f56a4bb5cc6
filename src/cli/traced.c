/* A report read with a recorder. See traced.h.
 *
 * SPDX-License-Identifier: Apache-2.0 */
#include "cli/traced.h"

enum { TRACED_CAP_BYTES = 1 << 30 };

static const char *const places[] = {
    [CODEBOOK_NOWHERE] = "",        [CODEBOOK_SUBJECT] = "subject",
    [CODEBOOK_OBJECT] = "object",   [CODEBOOK_INDIRECT] = "indirect",
    [CODEBOOK_OBLIQUE] = "oblique", [CODEBOOK_POSSESSOR] = "possessor",
    [CODEBOOK_OWNER] = "owner",     [CODEBOOK_INNER] = "inner",
    [CODEBOOK_PAIR] = "pair",       [CODEBOOK_DOER] = "doer",
};

chancery_status traced_open(traced *t, const chancery_engine *engine, slice text,
                            const chancery_read_options *options, chancery_error *error)
{
    *t = (traced){.reader = NULL};
    arena_init(&t->arena, TRACED_CAP_BYTES);
    t->trace.arena = &t->arena;
    chancery_status status = chancery_reader_new(engine, &t->reader, error);
    return status ? status
                  : engine_read_traced(t->reader, text, options, &t->trace, &t->reading, error);
}

bool traced_is_foreign(const traced *t)
{
    slice language = t->reading->document.language;
    return language.len && !slice_is(language, "en");
}

chancery_status traced_open_stored(traced *t, const chancery_engine *engine,
                                   const chancery_document *document, bool *same,
                                   chancery_error *error)
{
    const chancery_read_options how = {document->name, document->published};
    chancery_status status = traced_open(t, engine, document->text, &how, error);
    *same = !status && slice_equal(t->reading->document.id, document->id);
    return status;
}

void traced_close(traced *t)
{
    chancery_reader_free(t->reader);
    arena_clear(&t->arena);
}

/* --- silence --- */

static bool meets(span a, span b)
{
    return a.start < b.end && b.start < a.end;
}

static bool has_line(const chancery_reading *r, span where)
{
    for (size_t i = 0; i < r->event_count; i++)
        for (size_t k = 0; k < r->events[i].mention_count; k++)
            if (meets(r->events[i].mentions[k], where))
                return true;
    for (size_t i = 0; i < r->statement_count; i++)
        if (meets(r->statements[i].span, where) || meets(r->statements[i].content, where))
            return true;
    for (size_t i = 0; i < r->relation_count; i++)
        if (meets(r->relations[i].span, where))
            return true;
    return false;
}

/** The later the check that a match failed, the nearer it came to an event. */
static int progress(reading_reason reason)
{
    switch (reason) {
    case READING_NO_ACTOR:
        return 1;
    case READING_NO_RECIPIENT:
    case READING_ONE_STATE:
    case READING_TOGETHER:
        return 2;
    case READING_IDEA:
    case READING_ABOVE:
    case READING_WISHED:
    case READING_OPEN:
    case READING_DENIED_NOUN:
    case READING_BELOW:
        return 3;
    case READING_DESCRIBES:
    case READING_OTHERS:
    case READING_BARRED:
        return 4;
    case READING_PARTS:
    case READING_SAME_SIDE:
        return 5;
    case READING_TOLD:
    case READING_JOINED:
    case READING_BETTER:
    case READING_LIGHT_VERB:
    case READING_REASON_COUNT:
        break;
    }
    return 6;
}

const reading_try *traced_best(const traced *t, const reading_traced_sentence *s, size_t first,
                               size_t *next)
{
    const reading_try *tries = t->trace.tries.items, *best = &tries[first];
    size_t i = first + 1;
    for (; i < s->first_try + s->try_count && traced_same_word(&tries[first], &tries[i]); i++)
        if (progress(best->reason) < progress(tries[i].reason))
            best = &tries[i];
    *next = i;
    return best;
}

static traced_silence tried(const traced *t, const reading_traced_sentence *s)
{
    size_t next = s->first_try, end = s->first_try + s->try_count;
    const reading_try *best = traced_best(t, s, next, &next);
    while (next < end) {
        const reading_try *other = traced_best(t, s, next, &next);
        if (progress(best->reason) < progress(other->reason))
            best = other;
    }
    return (traced_silence){reading_reason_name(best->reason).ptr,
                            reading_reason_words(best->reason), best};
}

static traced_silence silence(const char *name, const char *words)
{
    return (traced_silence){name, slice_of(words), NULL};
}

traced_silence traced_silence_of(const traced *t, size_t sentence)
{
    const reading_traced_sentence *s = &t->trace.sentences.items[sentence];
    if (has_line(t->reading, s->where))
        return (traced_silence){.name = NULL};
    if (s->title)
        return silence("title", "a title: the body tells it");
    if (s->dateline)
        return silence("date-line", "the report's date");
    if (s->games)
        return silence("sport", "speaks of sport");
    if (s->try_count)
        return tried(t, s);
    if (s->cut)
        return silence("too-long", "longer than is parsed");
    if (s->says.end && !s->speaker_known)
        return silence("speaker-unknown", "who says that is not known");
    if (s->says.end)
        return silence("nothing-said", "says nothing that would stand by itself");
    if (!s->triggers)
        return silence("no-trigger", "no word of the codebook");
    if (!s->somebody)
        return silence("nobody", "names nobody who is known");
    return silence("no-frame", "a word of the codebook, but not as a frame has it");
}

span traced_word(const reading_traced_sentence *s, const traced_silence *why)
{
    slice name = slice_of(why->name);
    if (why->try)
        return why->try->word;
    if (slice_is(name, "speaker-unknown") || slice_is(name, "nothing-said"))
        return s->says;
    return slice_is(name, "no-frame") ? s->trigger : (span){0, 0};
}

/* --- for people --- */

slice traced_place(const codebook_frame *frame, arena *a)
{
    slice place = {"", 0};
    chancery_status status =
        frame->file.len
            ? arena_printf(a, &place, NULL, "%.*s:%u", SLICE_ARGS(frame->file),
                           (unsigned)frame->line)
            : arena_printf(a, &place, NULL, "%d in 100 sure", (int)(frame->confidence * 100 + 0.5));
    return status == CHANCERY_OK ? place : (slice){"", 0};
}

/** "1 consult/visit, consult.txt:3" */
static void show_frame(const look *l, traced *t, const reading_try *try, size_t number)
{
    slice head = {"", 0};
    slice place = traced_place(try->frame, &t->arena);
    if (arena_printf(&t->arena, &head, NULL, "%zu %.*s, %.*s", number, SLICE_ARGS(try->frame->name),
                     SLICE_ARGS(place)) != CHANCERY_OK)
        head = try->frame->name;
    look_spaces(l, 2);
    look_text(l, LOOK_PLAIN, head);
    fputc('\n', l->out);
}

enum { LABEL_CELLS = 11, INDENT_CELLS = 4 };

static look_flow begin_line(const look *l, slice label)
{
    look_spaces(l, INDENT_CELLS);
    look_cell(l, LOOK_FAINT, label, LABEL_CELLS);
    return look_flow_begin(l, INDENT_CELLS + LABEL_CELLS, INDENT_CELLS + LABEL_CELLS, 0);
}

static void add(look_flow *f, const char *text)
{
    look_flow_text(f, LOOK_PLAIN, slice_of(text));
}

static void add_quoted(look_flow *f, const traced *t, span where)
{
    add(f, "“");
    look_flow_text(f, LOOK_PLAIN, show_words(t->reading, where));
    add(f, "”");
}

/** "subject “Norway” NOR; oblique nothing there" */
static void show_looks(const look *l, const traced *t, const reading_try *try, bool recipient)
{
    look_flow f = begin_line(l, recipient ? SLICE("recipient") : SLICE("actor"));
    size_t shown = 0;
    for (size_t i = 0; i < try->look_count; i++) {
        const reading_look *x = &t->trace.looks.items[try->first_look + i];
        if (x->recipient != recipient)
            continue;
        add(&f, shown++ ? "; " : "");
        add(&f, places[x->place]);
        add(&f, " ");
        if (x->words.end) {
            add_quoted(&f, t, x->words);
            add(&f, " ");
        }
        look_flow_text(&f, LOOK_STRONG, x->codes);
        if (x->sight != READING_SEES_WHO) {
            add(&f, x->codes.len ? ": " : "");
            look_flow_text(&f, LOOK_PLAIN, reading_sight_words(x->sight));
        }
    }
    add(&f, shown ? "" : "not looked for");
    look_flow_end(&f);
}

static void add_event(look_flow *f, const traced *t, const chancery_event *e)
{
    look_flow_text(f, LOOK_STRONG, e->event);
    add(f, e->mode.len ? " " : "");
    look_flow_text(f, LOOK_STRONG, e->mode);
    add(f, ", ");
    show_sides(f, t->reading, e);
    add(f, ", ");
    look_flow_text(f, LOOK_PLAIN, reading_status_name(e->status));
    add(f, e->date.len ? ", " : "");
    look_flow_text(f, LOOK_PLAIN, e->date);
}

static bool gives(const reading_try *try)
{
    return try->reason == READING_TOLD || try->reason == READING_JOINED;
}

static bool stands_back(const reading_try *try)
{
    return try->reason == READING_BETTER || try->reason == READING_LIGHT_VERB;
}

void traced_show_try(const look *l, traced *t, const reading_try *try, size_t number)
{
    show_frame(l, t, try, number);
    if (!stands_back(try) && try->reason != READING_BELOW) {
        show_looks(l, t, try, false);
        if (try->frame->recipient.places[0] != CODEBOOK_NOWHERE)
            show_looks(l, t, try, true);
    }
    look_flow f = begin_line(l, gives(try) ? SLICE("gives") : SLICE("no event"));
    if (!gives(try) || try->reason == READING_JOINED)
        look_flow_text(&f, LOOK_PLAIN, reading_reason_words(try->reason));
    if (try->event < t->reading->event_count && !stands_back(try)) {
        add(&f, try->reason == READING_JOINED ? ": " : "");
        add_event(&f, t, &t->reading->events[try->event]);
    }
    look_flow_end(&f);
}

/** Whether a look found words that mean nobody who could stand there. */
static bool is_unknown(const reading_look *x)
{
    return x->words.end && (x->sight == READING_SEES_NOBODY || x->sight == READING_SEES_GROUND ||
                            x->sight == READING_SEES_THING);
}

/** Whether the side that a look is for is what the try lacks. */
static bool is_lacking(const reading_try *try, const reading_look *x)
{
    return try->reason == READING_NO_ACTOR       ? !x->recipient
           : try->reason == READING_NO_RECIPIENT ? x->recipient
                                                 : try->reason == READING_ONE_STATE;
}

static bool seen_before(const traced *t, const reading_try *try, size_t index)
{
    const reading_look *looks = &t->trace.looks.items[try->first_look];
    for (size_t i = 0; i < index; i++)
        if (looks[i].words.start == looks[index].words.start &&
            looks[i].words.end == looks[index].words.end)
            return true;
    return false;
}

void traced_show_unknown(look_flow *f, const traced *t, const reading_try *try)
{
    size_t shown = 0;
    for (size_t i = 0; i < try->look_count; i++) {
        const reading_look *x = &t->trace.looks.items[try->first_look + i];
        if (!is_unknown(x) || !is_lacking(try, x) || seen_before(t, try, i))
            continue;
        add(f, shown++ ? ", " : ": ");
        add_quoted(f, t, x->words);
    }
}

/* --- for programs --- */

void traced_json_span(writer *w, span where)
{
    writer_field_u64(w, SLICE("start"), where.start);
    writer_field_u64(w, SLICE("end"), where.end);
}

/** "PER, ECU" as a list. */
static void json_codes(writer *w, slice codes)
{
    slice code;
    writer_key(w, SLICE("codes"));
    writer_open(w, '[');
    while (codes.len && slice_next(&codes, ',', &code)) {
        writer_element(w);
        writer_string(w, slice_trim(code));
    }
    writer_close(w, ']');
}

static void json_looks(writer *w, const traced *t, const reading_try *try, bool recipient)
{
    writer_key(w, recipient ? SLICE("recipient") : SLICE("actor"));
    writer_open(w, '[');
    for (size_t i = 0; i < try->look_count; i++) {
        const reading_look *x = &t->trace.looks.items[try->first_look + i];
        if (x->recipient != recipient)
            continue;
        writer_element(w);
        writer_open(w, '{');
        writer_field(w, SLICE("place"), slice_of(places[x->place]));
        writer_field(w, SLICE("found"), reading_sight_name(x->sight));
        if (x->words.end) {
            writer_field(w, SLICE("words"), show_words(t->reading, x->words));
            traced_json_span(w, x->words);
        }
        json_codes(w, x->codes);
        writer_close(w, '}');
    }
    writer_close(w, ']');
}

void traced_json_tries(writer *w, const traced *t, size_t sentence)
{
    const reading_traced_sentence *s = &t->trace.sentences.items[sentence];
    writer_key(w, SLICE("tries"));
    writer_open(w, '[');
    for (size_t i = 0; i < s->try_count; i++) {
        const reading_try *try = &t->trace.tries.items[s->first_try + i];
        writer_element(w);
        writer_open(w, '{');
        writer_field(w, SLICE("word"), show_words(t->reading, try->word));
        traced_json_span(w, try->word);
        writer_field(w, SLICE("kind"), try->noun ? SLICE("noun") : SLICE("verb"));
        writer_field(w, SLICE("frame"), try->frame->name);
        writer_field(w, SLICE("file"), try->frame->file);
        writer_field_u64(w, SLICE("line"), try->frame->line);
        json_looks(w, t, try, false);
        json_looks(w, t, try, true);
        writer_field(w, SLICE("result"), reading_reason_name(try->reason));
        if (try->event < t->reading->event_count)
            writer_field(w, SLICE("event"), t->reading->events[try->event].id);
        writer_close(w, '}');
    }
    writer_close(w, ']');
}

void traced_json_unknown(writer *w, const traced *t, const reading_try *try)
{
    writer_key(w, SLICE("unknown"));
    writer_open(w, '[');
    for (size_t i = 0; i < try->look_count; i++) {
        const reading_look *x = &t->trace.looks.items[try->first_look + i];
        if (!is_unknown(x) || !is_lacking(try, x) || seen_before(t, try, i))
            continue;
        writer_element(w);
        writer_string(w, show_words(t->reading, x->words));
    }
    writer_close(w, ']');
}
