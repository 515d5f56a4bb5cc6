/* chancery codebook show: the types, the frames of one, a frame, or what a word triggers.
 *
 * SPDX-License-Identifier: Apache-2.0 */
#include <string.h>

#include "cli/codebook.h"
#include "text/text.h"

enum { MOST_OF_A_WORD = 512 };

typedef struct show_job {
    const codebook_command *c;
    const codebook *book;
    arena arena;
} show_job;

static int show_types(const show_job *j)
{
    printf("type        mode             quad  scale  frames\n");
    for (size_t i = 0; i < codebook_kind_count(j->book); i++) {
        codebook_kind k = codebook_kind_at(j->book, i);
        slice type = k.mode.len ? SLICE("") : k.event;
        printf("%-10.*s  %-15.*s  %4d  %5.1f  %6zu\n", SLICE_ARGS(type), SLICE_ARGS(k.mode), k.quad,
               k.scale, k.frames);
    }
    return CLI_OK;
}

/** The frame as it is written, behind its place. */
static void print_frame(show_job *j, size_t frame)
{
    size_t source;
    uint64_t line;
    (void)codebook_frame_at(j->book, frame, &source, &line);
    slice block = codebook_block(codebook_source_at(j->book, source).text, line);
    slice place = codebook_command_place(j->book, frame, &j->arena);
    printf("# %.*s\n%.*s\n", SLICE_ARGS(place), SLICE_ARGS(block));
}

static int show_frames(show_job *j, const size_t *frames, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        fputs(i ? "\n" : "", stdout);
        print_frame(j, frames[i]);
    }
    return CLI_OK;
}

/** A line a frame: name, mode, place. */
static size_t list_type(show_job *j, slice type)
{
    size_t count = 0;
    for (size_t i = 0; i < codebook_frame_count(j->book); i++) {
        const codebook_frame *f = codebook_frame_at(j->book, i, NULL, NULL);
        if (!slice_equal(f->event, type))
            continue;
        slice place = codebook_command_place(j->book, i, &j->arena);
        printf("%-28.*s  %-15.*s  %.*s\n", SLICE_ARGS(f->name), SLICE_ARGS(f->mode),
               SLICE_ARGS(place));
        count++;
    }
    return count;
}

/** The type and its modes. */
static bool print_type(const show_job *j, slice type)
{
    bool found = false;
    for (size_t i = 0; i < codebook_kind_count(j->book); i++) {
        codebook_kind k = codebook_kind_at(j->book, i);
        if (!slice_equal(k.event, type))
            continue;
        if (k.mode.len == 0)
            printf("%.*s, quad code %d, scale %.1f, %zu frames\n", SLICE_ARGS(k.event), k.quad,
                   k.scale, k.frames);
        else
            printf("  %-15.*s  %5.1f  %6zu\n", SLICE_ARGS(k.mode), k.scale, k.frames);
        found = true;
    }
    return found;
}

static int show_word(show_job *j, slice word)
{
    size_t frames[MOST_OF_A_WORD];
    for (size_t i = 0; i < codebook_frame_count(j->book); i++)
        if (slice_equal(codebook_frame_at(j->book, i, NULL, NULL)->name, word))
            return show_frames(j, &i, 1);
    if (print_type(j, word)) {
        fputs("\n", stdout);
        (void)list_type(j, word);
        return CLI_OK;
    }
    size_t count = codebook_frames_of(j->book, text_key(word), frames, MOST_OF_A_WORD);
    if (count)
        return show_frames(j, frames, count);
    cli_say("no frame, type or word of a frame is called '%.*s'; words are lemmas ('visit', not "
            "'visited'), and 'chancery codebook show' lists the types",
            SLICE_ARGS(word));
    return CLI_FAILED;
}

/** What the archive keeps of one's own. */
static int list_kept(const codebook_command *c, arena *a)
{
    chancery_archive *archive = NULL;
    chancery_error error = {0};
    archive_texts texts = {0};
    int status = CLI_OK;
    if (archive_open(c->archive, ARCHIVE_READ, &archive, &error) != CHANCERY_OK ||
        archive_own_texts(archive, ARCHIVE_CODEBOOK, a, &texts, &error) != CHANCERY_OK)
        status = cli_fail(&error);
    for (size_t i = 0; !status && i < texts.count; i++)
        printf("own         %.*s, %zu bytes\n", SLICE_ARGS(texts.items[i].name),
               texts.items[i].text.len);
    archive_close(archive);
    return status;
}

int codebook_command_show(const codebook_command *c)
{
    if (c->argument_count > 1)
        return cli_misuse("codebook", "name one frame, type or word: codebook show visit");
    chancery_engine *engine = codebook_command_engine(c, false);
    if (!engine)
        return CLI_FAILED;
    show_job j = {.c = c, .book = engine_parts(engine)->codebook};
    arena_init(&j.arena, CODEBOOK_COMMAND_ARENA_BYTES);
    int status = c->argument_count ? show_word(&j, slice_of(c->arguments[0])) : show_types(&j);
    if (!status && c->archive && c->argument_count == 0)
        status = list_kept(c, &j.arena);
    arena_clear(&j.arena);
    chancery_engine_close(engine);
    return status;
}
