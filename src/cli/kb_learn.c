/* chancery kb learn: what reports taught about people in office, as a file of names.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * An office is known to hold between the first and the last report that gives it; the file says so
 * ("seen A to B") and no more. Reading never takes from an archive what this did not write out and
 * a person did not give to --kb or kb add. */
#include <stdlib.h>
#include <string.h>

#include "base/array.h"
#include "base/error.h"
#include "cli/kb.h"
#include "reading/reading.h"

enum { LEARN_ARENA_BYTES = 1 << 30, REPORT_ARENA_BYTES = 256 << 20, MOST_SOURCES = 3 };

/** An office of somebody, over all reports. */
typedef struct lesson {
    slice name, family, code, title, rank;
    slice first, last; /* days of reports */
    slice sources[MOST_SOURCES];
    uint32_t reports;
    uint32_t next; /* 1 + the lesson before it in its chain, or 0 */
} lesson;

typedef struct learn_job {
    chancery_archive *archive;
    arena arena, report;
    ARRAY(lesson) lessons;
    uint32_t *heads; /* [HEADS] of chains by name */
    chancery_error error;
} learn_job;

enum { HEADS = 1 << 16 };

static bool is_past(slice title)
{
    static const char *const words[] = {"former ", "ex-", "then ", "late ", "outgoing "};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        size_t length = strlen(words[i]);
        if (title.len > length &&
            slice_equal_ascii_fold(slice_range(title, 0, length), slice_of(words[i])))
            return true;
    }
    return false;
}

/** What the report calls a person alone: the shortest mention that is whole words of the name. */
static slice family_of(const chancery_reading *r, const chancery_person *p)
{
    slice best = {0};
    for (size_t i = 0; i < p->mention_count; i++) {
        if (p->hows && p->hows[i] != CHANCERY_HOW_NAME)
            continue;
        slice words = slice_range(r->document.text, p->mentions[i].start, p->mentions[i].end);
        size_t at = slice_find(p->name, words);
        bool whole = at != SIZE_MAX && (at == 0 || p->name.ptr[at - 1] == ' ') &&
                     (at + words.len == p->name.len || p->name.ptr[at + words.len] == ' ');
        if (whole && words.len < p->name.len && (best.len == 0 || words.len < best.len))
            best = words;
    }
    return best;
}

static lesson *find_lesson(learn_job *j, const chancery_person *p, const chancery_office *o)
{
    uint32_t *head = &j->heads[text_key(p->name) % HEADS];
    for (uint32_t i = *head; i; i = j->lessons.items[i - 1].next) {
        lesson *l = &j->lessons.items[i - 1];
        if (slice_equal(l->name, p->name) && slice_equal(l->code, o->of) &&
            slice_equal_ascii_fold(l->title, o->title))
            return l;
    }
    lesson *l = array_push(&j->lessons, &j->arena, &j->error);
    if (!l)
        return NULL;
    if (arena_dup(&j->arena, p->name, &l->name, &j->error) != CHANCERY_OK ||
        arena_dup(&j->arena, o->of, &l->code, &j->error) != CHANCERY_OK ||
        arena_dup(&j->arena, o->title, &l->title, &j->error) != CHANCERY_OK ||
        arena_dup(&j->arena, o->rank, &l->rank, &j->error) != CHANCERY_OK)
        return NULL;
    l->next = *head;
    *head = (uint32_t)j->lessons.count;
    return l;
}

static chancery_status take_office(learn_job *j, const chancery_reading *r,
                                   const chancery_person *p, const chancery_office *o)
{
    lesson *l = find_lesson(j, p, o);
    if (!l)
        return j->error.status;
    slice day = r->document.published;
    slice source = r->document.source.len ? r->document.source : r->document.name;
    chancery_status status = CHANCERY_OK;
    if (l->first.len == 0 || slice_compare(day, l->first) < 0)
        status = arena_dup(&j->arena, day, &l->first, &j->error);
    if (!status && (l->last.len == 0 || slice_compare(day, l->last) > 0))
        status = arena_dup(&j->arena, day, &l->last, &j->error);
    if (!status && l->family.len == 0)
        status = arena_dup(&j->arena, family_of(r, p), &l->family, &j->error);
    if (!status && l->reports < MOST_SOURCES)
        status = arena_dup(&j->arena, source, &l->sources[l->reports], &j->error);
    l->reports++;
    return status;
}

/** Offices of states, the United Nations and the European Union: others' codes name nobody. */
static bool is_learnt(const kb *k, const chancery_office *o)
{
    uint32_t entry;
    return o->of.len == 3 && o->title.len && !is_past(o->title) && o->until.len == 0 &&
           kb_code(k, o->of, &entry);
}

static chancery_status learn_report(learn_job *j, const kb *k, slice id)
{
    chancery_reading r;
    arena_reset(&j->report);
    chancery_status status = archive_load(j->archive, id, &j->report, &r, &j->error);
    if (status != CHANCERY_OK || r.document.published.len == 0)
        return status;
    for (size_t i = 0; !status && i < r.person_count; i++)
        for (size_t o = 0; !status && o < r.people[i].office_count; o++)
            if (is_learnt(k, &r.people[i].offices[o]))
                status = take_office(j, &r, &r.people[i], &r.people[i].offices[o]);
    return status;
}

static int by_person(const void *left, const void *right)
{
    const lesson *a = left, *b = right;
    int order = slice_compare(a->code, b->code);
    if (!order)
        order = slice_compare(a->name, b->name);
    if (!order)
        order = slice_compare(a->first, b->first);
    return order ? order : slice_compare(a->title, b->title);
}

static bool has_letters_only(slice s)
{
    for (size_t i = 0; i < s.len; i++)
        if ((unsigned char)s.ptr[i] < 0x20 || s.ptr[i] == ';' || s.ptr[i] == '[' ||
            s.ptr[i] == '#' || s.ptr[i] == '@')
            return false;
    return s.len > 0 && s.len <= KB_MAX_NAME_BYTES;
}

static void print_person(const lesson *l, size_t count, slice until)
{
    printf("\nperson %.*s %.*s\n", SLICE_ARGS(l->code), SLICE_ARGS(l->name));
    if (has_letters_only(l->family))
        printf("  family: %.*s\n", SLICE_ARGS(l->family));
    for (size_t i = 0; i < count; i++) {
        printf("  office: %.*s of %.*s [%.*s], seen %.*s to %.*s  # %u report%s:",
               SLICE_ARGS(l[i].title), SLICE_ARGS(l[i].code), SLICE_ARGS(l[i].rank),
               SLICE_ARGS(l[i].first), SLICE_ARGS(l[i].last), l[i].reports,
               l[i].reports == 1 ? "" : "s");
        for (size_t s = 0; s < MOST_SOURCES && s < l[i].reports; s++)
            if (has_letters_only(l[i].sources[s]))
                printf(" %.*s", SLICE_ARGS(l[i].sources[s]));
        fputs("\n", stdout);
    }
    printf("  source: reports, %.*s\n", SLICE_ARGS(until));
}

static void print_lessons(const learn_job *j, const char *archive)
{
    const lesson *l = j->lessons.items;
    slice until = {0};
    for (size_t i = 0; i < j->lessons.count; i++)
        if (slice_compare(l[i].last, until) > 0)
            until = l[i].last;
    printf("# People in office as the reports of %s give them, up to %.*s.\n"
           "# Use it with 'chancery read --kb FILE', or keep it: 'chancery kb add FILE'.\n",
           archive, SLICE_ARGS(until));
    size_t count;
    for (size_t i = 0; i < j->lessons.count; i += count) {
        for (count = 1; i + count < j->lessons.count && slice_equal(l[i].code, l[i + count].code) &&
                        slice_equal(l[i].name, l[i + count].name);)
            count++;
        if (has_letters_only(l[i].name))
            print_person(&l[i], count, until);
    }
}

static int learn_all(learn_job *j, const kb *k, const char *path)
{
    archive_lines reports;
    chancery_status status = archive_reports(j->archive, &j->arena, &reports, &j->error);
    for (size_t i = 0; !status && i < reports.count; i++)
        status = learn_report(j, k, reports.items[i].report);
    if (status)
        return cli_fail(&j->error);
    if (j->lessons.count)
        qsort(j->lessons.items, j->lessons.count, sizeof *j->lessons.items, by_person);
    print_lessons(j, path);
    return CLI_OK;
}

int kb_command_learn(const kb_command *c)
{
    const char *path = cli_archive_path(c->archive);
    learn_job j = {.archive = NULL};
    if (c->argument_count)
        return cli_misuse("kb", "learn takes no argument but --archive FILE");
    chancery_engine *engine = cli_engine(c->data_dir);
    if (!engine)
        return CLI_FAILED;
    int status = CLI_OK;
    arena_init(&j.arena, LEARN_ARENA_BYTES);
    arena_init(&j.report, REPORT_ARENA_BYTES);
    j.heads = arena_alloc(&j.arena, HEADS, sizeof *j.heads, &j.error);
    if (!j.heads || archive_open(path, ARCHIVE_READ, &j.archive, &j.error) != CHANCERY_OK)
        status = cli_fail(&j.error);
    else
        status = learn_all(&j, engine_parts(engine)->kb, path);
    archive_close(j.archive);
    arena_clear(&j.report);
    arena_clear(&j.arena);
    chancery_engine_close(engine);
    return status;
}
