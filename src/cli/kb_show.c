/* chancery kb show: what the knowledge base knows of a state, an organisation or a person.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * Everything of that name is shown, so that namesakes are seen side by side. */
#include <stdlib.h>
#include <string.h>

#include "base/array.h"
#include "base/error.h"
#include "cli/kb.h"
#include "cli/look.h"
#include "export/export.h"

enum { MOST_HITS = 64, MOST_TERMS = 256, LABEL_CELLS = 14, SHOW_ARENA_BYTES = 64 << 20 };

typedef struct show_job {
    const kb *k;
    kb_date date;
    look look;
    arena arena;
    chancery_error error;
} show_job;

/* ---- for people ---- */

static void begin_line(const show_job *j, const char *label)
{
    look_spaces(&j->look, 2);
    look_cell(&j->look, LOOK_FAINT, slice_of(label), LABEL_CELLS);
}

static look_flow flow(const show_job *j, const char *label)
{
    begin_line(j, label);
    return look_flow_begin(&j->look, LABEL_CELLS + 2, LABEL_CELLS + 2, 0);
}

/** Names of some kinds in one line: "France, French Republic". */
static void print_names(const show_job *j, uint32_t entry, const char *label, unsigned kinds)
{
    look_flow f = {0};
    bool any = false;
    for (uint32_t i = 0; i < kb_name_count(j->k, entry); i++) {
        kb_name name = kb_name_at(j->k, entry, i);
        if (!(kinds & 1u << name.kind))
            continue;
        if (!any)
            f = flow(j, label);
        else
            look_flow_text(&f, LOOK_PLAIN, SLICE(", "));
        any = true;
        look_flow_text(&f, LOOK_PLAIN, name.text);
        if (name.sector.len && name.kind == KB_BODY) {
            look_flow_text(&f, LOOK_FAINT, SLICE(" "));
            look_flow_text(&f, LOOK_FAINT, name.sector);
        }
    }
    if (any)
        look_flow_end(&f);
}

static void print_span(look_flow *f, kb_date from, kb_date until, bool seen, char room[64])
{
    char first[16], last[16];
    slice a = kb_command_print_date(from, first), b = kb_command_print_date(until, last);
    if (a.len == 0 && b.len == 0)
        return;
    int bytes = snprintf(room, 64, seen ? ", seen %.*s to %.*s" : ", %.*s to %.*s", SLICE_ARGS(a),
                         SLICE_ARGS(b));
    size_t length = bytes > 0 ? (size_t)bytes : 0;
    while (length && room[length - 1] == ' ')
        length--;
    look_flow_text(f, LOOK_FAINT, (slice){room, length});
}

static void print_offices(const show_job *j, uint32_t person)
{
    for (uint32_t i = 0; i < kb_term_count(j->k, person); i++) {
        char room[64];
        kb_term t = kb_term_at(j->k, person, i);
        look_flow f = flow(j, i ? "" : "offices");
        bool now = kb_term_holds(&t, j->date);
        look_flow_text(&f, now ? LOOK_STRONG : LOOK_PLAIN, t.title);
        look_flow_text(&f, LOOK_PLAIN, SLICE(" of "));
        look_flow_text(&f, LOOK_PLAIN, kb_entry_at(j->k, t.whose).name);
        print_span(&f, t.from, t.until, t.seen, room);
        look_flow_end(&f);
    }
}

/** Who holds the offices of a state or organisation on the day. */
static void print_holders(const show_job *j, uint32_t entry)
{
    kb_entry e = kb_entry_at(j->k, entry);
    bool first = true;
    for (int rank = KB_RANK_HEAD_OF_STATE; rank <= KB_RANK_OFFICIAL; rank++) {
        kb_term terms[MOST_TERMS];
        size_t count = kb_holders(j->k, e.code, (kb_rank)rank, terms, MOST_TERMS);
        for (size_t i = 0; i < count; i++) {
            char room[64];
            if (terms[i].whose != entry || !kb_term_holds(&terms[i], j->date))
                continue;
            look_flow f = flow(j, first ? "in office" : "");
            first = false;
            look_flow_text(&f, LOOK_STRONG, kb_entry_at(j->k, terms[i].entry).name);
            look_flow_text(&f, LOOK_PLAIN, SLICE(", "));
            look_flow_text(&f, LOOK_PLAIN, terms[i].title);
            print_span(&f, terms[i].from, terms[i].until, terms[i].seen, room);
            look_flow_end(&f);
        }
    }
}

static void print_members(const show_job *j, uint32_t entry)
{
    look_flow f = {0};
    bool any = false;
    for (uint32_t i = 0; i < kb_term_count(j->k, entry); i++) {
        kb_term t = kb_term_at(j->k, entry, i);
        if (!kb_term_holds(&t, j->date))
            continue;
        if (!any)
            f = flow(j, "members");
        else
            look_flow_text(&f, LOOK_PLAIN, SLICE(" "));
        any = true;
        look_flow_text(&f, LOOK_PLAIN, t.code);
    }
    if (any)
        look_flow_end(&f);
}

static void print_numbers(const show_job *j, const kb_entry *e)
{
    char text[160], since[16], until[16];
    int used = 0;
    if (e->since || e->until)
        used = snprintf(text, sizeof text, "%.*s to %.*s  ",
                        SLICE_ARGS(kb_command_print_date(e->since, since)),
                        SLICE_ARGS(kb_command_print_date(e->until, until)));
    if (e->cow)
        used += snprintf(text + used, sizeof text - (size_t)used, "COW %d  ", e->cow);
    if (e->gw)
        used += snprintf(text + used, sizeof text - (size_t)used, "GW %d", e->gw);
    if (used <= 0)
        return;
    begin_line(j, "system");
    look_text(&j->look, LOOK_PLAIN, slice_trim((slice){text, (size_t)used}));
    fputc('\n', j->look.out);
}

static void print_entry(const show_job *j, uint32_t entry)
{
    char date[16];
    kb_entry e = kb_entry_at(j->k, entry);
    look_text(&j->look, LOOK_STRONG, e.name);
    fprintf(j->look.out, "  %.*s %.*s%s%.*s\n", SLICE_ARGS(e.code), SLICE_ARGS(e.sector),
            e.sector.len ? " " : "", SLICE_ARGS(kb_kind_name(e.kind)));
    print_names(j, entry, "names", 1u << KB_NAME | 1u << KB_FORMAL | 1u << KB_ABBREVIATION);
    print_names(j, entry, "family name", 1u << KB_FAMILY);
    print_names(j, entry, "earlier", 1u << KB_OLD);
    print_names(j, entry, "adjective", 1u << KB_ADJECTIVE);
    print_names(j, entry, "people", 1u << KB_PEOPLE);
    print_names(j, entry, "capital", 1u << KB_CAPITAL);
    print_names(j, entry, "seat", 1u << KB_SEAT);
    print_names(j, entry, "bodies", 1u << KB_BODY);
    print_numbers(j, &e);
    if (e.kind == KB_PERSON)
        print_offices(j, entry);
    else if (e.kind != KB_STATE)
        print_members(j, entry);
    if (e.kind != KB_PERSON && e.kind != KB_PLACE)
        print_holders(j, entry);
    if (e.checked) {
        begin_line(j, "known up to");
        look_text(&j->look, LOOK_FAINT, kb_command_print_date(e.checked, date));
        fputc('\n', j->look.out);
    }
}

/* ---- for programs ---- */

static void print_member(show_job *j, const char *key, slice value)
{
    slice json;
    if (value.len && export_string_json(value, &j->arena, &json, &j->error) == CHANCERY_OK)
        printf(",\"%s\":%.*s", key, SLICE_ARGS(json));
}

static void print_json_date(show_job *j, const char *key, kb_date date)
{
    char text[16];
    print_member(j, key, kb_command_print_date(date, text));
}

static void print_json_terms(show_job *j, uint32_t entry)
{
    for (uint32_t i = 0; i < kb_term_count(j->k, entry); i++) {
        kb_term t = kb_term_at(j->k, entry, i);
        printf("%s{\"code\":\"%.*s\"", i ? "," : ",\"terms\":[", SLICE_ARGS(t.code));
        print_member(j, "title", t.title);
        print_member(j, "of", kb_entry_at(j->k, t.whose).name);
        if (t.rank)
            print_member(j, "rank", kb_rank_name(t.rank));
        print_json_date(j, "from", t.from);
        print_json_date(j, "until", t.until);
        printf("%s}", t.seen ? ",\"seen\":true" : "");
    }
    fputs(kb_term_count(j->k, entry) ? "]" : "", stdout);
}

static void print_entry_json(show_job *j, uint32_t entry)
{
    static const char *const kinds[] = {"name",    "formal", "abbreviation", "adjective", "people",
                                        "capital", "seat",   "body",         "old",       "family"};
    kb_entry e = kb_entry_at(j->k, entry);
    printf("{\"kind\":\"%.*s\"", SLICE_ARGS(kb_kind_name(e.kind)));
    print_member(j, "id", e.id);
    print_member(j, "name", e.name);
    print_member(j, "code", e.code);
    print_member(j, "sector", e.sector);
    print_json_date(j, "since", e.since);
    print_json_date(j, "until", e.until);
    print_json_date(j, "checked", e.checked);
    if (e.cow)
        printf(",\"cow\":%d", e.cow);
    if (e.gw)
        printf(",\"gw\":%d", e.gw);
    for (uint32_t i = 0; i < kb_name_count(j->k, entry); i++) {
        kb_name name = kb_name_at(j->k, entry, i);
        printf("%s{\"kind\":\"%s\"", i ? "," : ",\"names\":[", kinds[name.kind]);
        print_member(j, "text", name.text);
        print_member(j, "sector", name.sector);
        fputc('}', stdout);
    }
    fputs(kb_name_count(j->k, entry) ? "]" : "", stdout);
    print_json_terms(j, entry);
    fputs("}\n", stdout);
    arena_reset(&j->arena);
}

/* ---- which ---- */

typedef ARRAY(uint32_t) entry_list;

static bool add_entry(show_job *j, entry_list *list, uint32_t entry)
{
    for (size_t i = 0; i < list->count; i++)
        if (list->items[i] == entry)
            return true;
    uint32_t *room = array_push(list, &j->arena, &j->error);
    if (room)
        *room = entry;
    return room != NULL;
}

/** All that the words may mean as a whole: by code, by name, people last. */
static bool find_entries(show_job *j, slice name, entry_list *list)
{
    kb_hit hits[MOST_HITS];
    uint32_t entry;
    text_report report = {0};
    if (text_check_utf8(name, &j->error) != CHANCERY_OK ||
        text_segment(name, &j->arena, &report, &j->error) != CHANCERY_OK)
        return false;
    if ((kb_state(j->k, name, &entry) || kb_code(j->k, name, &entry)) && !add_entry(j, list, entry))
        return false;
    for (int people = 0; people < 2; people++) {
        size_t count =
            people ? kb_find_person(j->k, report.tokens, report.token_count, hits, MOST_HITS)
                   : kb_find(j->k, name, report.tokens, report.token_count, hits, MOST_HITS);
        for (size_t i = 0; i < count; i++)
            if (hits[i].tokens == report.token_count && !add_entry(j, list, hits[i].entry))
                return false;
    }
    return true;
}

static slice join_arguments(const kb_command *c, arena *a)
{
    slice name = {0};
    for (size_t i = 0; i < c->argument_count; i++)
        if (arena_printf(a, &name, NULL, "%.*s%s%s", SLICE_ARGS(name), i ? " " : "",
                         c->arguments[i]) != CHANCERY_OK)
            return (slice){0};
    return name;
}

static int show_all(show_job *j, const kb_command *c)
{
    entry_list list = {0};
    slice name = join_arguments(c, &j->arena);
    if (!find_entries(j, name, &list))
        return cli_fail(&j->error);
    if (list.count == 0) {
        cli_say("the knowledge base has nothing called '%.*s'; give a code, or a whole name as "
                "reports write it",
                SLICE_ARGS(name));
        return CLI_FAILED;
    }
    uint32_t *entries = malloc(list.count * sizeof *entries); /* the arena is emptied on the way */
    if (!entries)
        return CLI_FAILED;
    memcpy(entries, list.items, list.count * sizeof *entries);
    for (size_t i = 0; i < list.count; i++) {
        if (c->format == CLI_JSON)
            print_entry_json(j, entries[i]);
        else {
            fputs(i ? "\n" : "", stdout);
            print_entry(j, entries[i]);
        }
    }
    free(entries);
    return CLI_OK;
}

int kb_command_show(const kb_command *c)
{
    if (c->argument_count == 0)
        return cli_misuse("kb", "name a state, an organisation or a person: kb show FRA");
    chancery_engine *engine = kb_command_engine(c);
    if (!engine)
        return CLI_FAILED;
    show_job j = {.k = engine_parts(engine)->kb,
                  .date = c->date ? c->date : kb_command_today(),
                  .look = look_open(stdout)};
    arena_init(&j.arena, SHOW_ARENA_BYTES);
    int status = show_all(&j, c);
    arena_clear(&j.arena);
    chancery_engine_close(engine);
    return status;
}
