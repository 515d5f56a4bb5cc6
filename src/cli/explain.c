/* chancery explain: why a line is in the record.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * The words, the sentence around them, the frame, who is meant by which words, how status, date and
 * place were found, and which edition read it. */
#include "base/number.h"
#include "cli/query.h"
#include "cli/show.h"

static const char help[] =
    "Usage: chancery explain [OPTION]... ID\n\n"
    "Shows why a line is in the record. ID is that of an event, statement, relation, finding or\n"
    "person, or as much of its beginning as names only one.\n\n"
    "  -a, --archive FILE   the archive (or $CHANCERY_ARCHIVE; else ./chancery.db)\n"
    "  -f, --format FORMAT  text or json\n"
    "  -h, --help           this text\n\n"
    "Example: chancery explain --archive my.db e3f9a01c2\n";

enum { LABEL_CELLS = 12 };

static void print_field(const look *l, const char *label, slice text)
{
    if (text.len == 0)
        return;
    look_cell(l, LOOK_FAINT, slice_of(label), LABEL_CELLS);
    look_text(l, LOOK_PLAIN, text);
    fputc('\n', l->out);
}

/** The sentences that a span touches. */
static chancery_span sentences_around(const chancery_reading *r, chancery_span where)
{
    chancery_span around = where;
    for (size_t i = 0; i < r->document.sentence_count; i++) {
        chancery_span s = r->document.sentences[i];
        if (s.end <= where.start || s.start >= where.end)
            continue;
        around.start = s.start < around.start ? s.start : around.start;
        around.end = s.end > around.end ? s.end : around.end;
    }
    return around;
}

/** The sentence with the span set off: in bold on a terminal, between » and « elsewhere. */
static void print_sentence(const look *l, const chancery_reading *r, chancery_span where)
{
    chancery_span around = sentences_around(r, where);
    slice text = r->document.text;
    fputc('\n', l->out);
    look_text(l, LOOK_PLAIN, slice_range(text, around.start, where.start));
    fputs(l->colours ? "" : "»", l->out);
    look_text(l, LOOK_STRONG, slice_range(text, where.start, where.end));
    fputs(l->colours ? "" : "«", l->out);
    look_text(l, LOOK_PLAIN, slice_range(text, where.end, around.end));
    fputs("\n\n", l->out);
}

static void print_role(const look *l, const char *label, const chancery_reading *r,
                       const chancery_role *role)
{
    const chancery_person *person = show_find_person(r, role->person);
    look_cell(l, LOOK_FAINT, slice_of(label), LABEL_CELLS);
    look_text(l, LOOK_STRONG, role->code);
    if (role->sector.len) {
        fputc(' ', l->out);
        look_text(l, LOOK_PLAIN, role->sector);
    }
    fputs(" by the words “", l->out);
    look_line(l, LOOK_PLAIN, role->entity_text, 60);
    fputs("”", l->out);
    if (person) {
        fputs(", who is ", l->out);
        look_text(l, LOOK_PLAIN, person->name);
        if (person->office_count) {
            fputs(", ", l->out);
            look_text(l, LOOK_PLAIN, person->offices[0].title);
        }
    }
    fputc('\n', l->out);
}

static void print_number(const look *l, const char *label, double value)
{
    char digits[40];
    size_t length = number_format_double(value, digits, sizeof digits);
    print_field(l, label, (slice){digits, length});
}

static void explain_event(const look *l, const chancery_reading *r, const chancery_event *e)
{
    show_event(l, r, e, query_source(r));
    print_sentence(l, r, e->span);
    print_field(l, "frame", e->frame);
    print_field(l, "status", reading_status_name(e->status));
    print_field(l, "date", e->date);
    print_field(l, "until", e->enddate);
    print_field(l, "place", e->location.name);
    for (size_t i = 0; i < e->context_count; i++)
        print_field(l, i ? "" : "contexts", e->contexts[i]);
    for (size_t i = 0; i < e->actor_count; i++)
        print_role(l, i ? "" : "actor", r, &e->actors[i]);
    for (size_t i = 0; i < e->recipient_count; i++)
        print_role(l, i ? "" : "recipient", r, &e->recipients[i]);
    print_number(l, "scale", e->event_scale);
    print_number(l, "confidence", e->confidence);
    if (e->mention_count > 1) {
        fputs("\nTold also by:\n", l->out);
        for (size_t i = 1; i < e->mention_count; i++)
            look_wrapped(l, LOOK_PLAIN, show_words(r, e->mentions[i]), 2);
    }
}

static void explain_statement(const look *l, const chancery_reading *r, const chancery_statement *s)
{
    show_statement(l, r, s, query_source(r));
    print_sentence(l, r, s->content);
    print_role(l, "speaker", r, &s->speaker);
    print_field(l, "verb", s->act);
    print_field(l, "quoted", s->quoted ? SLICE("yes") : SLICE("no"));
}

static void explain_person(const look *l, const chancery_reading *r, const chancery_person *p)
{
    show_person(l, p);
    for (size_t i = 0; i < p->office_count; i++) {
        print_sentence(l, r, p->offices[i].span);
        print_field(l, "office", p->offices[i].title);
        print_field(l, "of", p->offices[i].of);
        print_field(l, "rank", p->offices[i].rank);
    }
    fprintf(l->out, "\nNamed %zu times:\n", p->mention_count);
    for (size_t i = 0; i < p->mention_count; i++)
        look_wrapped(l, LOOK_PLAIN, show_words(r, p->mentions[i]), 2);
}

static void explain_report(const look *l, const chancery_reading *r)
{
    cli_show_reading(l->out, r, false);
}

static void print_edition(const look *l, const chancery_reading *r)
{
    fputc('\n', l->out);
    print_field(l, "report", r->document.name);
    print_field(l, "published", r->document.published);
    print_field(l, "program", r->edition.program);
    print_field(l, "codebook", r->edition.codebook);
    print_field(l, "names", r->edition.kb);
    print_field(l, "model", r->edition.model);
}

static void explain(const look *l, const chancery_reading *r, slice id)
{
    const chancery_event *event = query_event(r, id);
    const chancery_statement *statement = query_statement(r, id);
    const chancery_relation *relation = query_relation(r, id);
    const chancery_finding *finding = query_finding(r, id);
    const chancery_person *person = query_person(r, id);
    if (event)
        explain_event(l, r, event);
    else if (statement)
        explain_statement(l, r, statement);
    else if (relation) {
        show_relation(l, r, relation, query_source(r));
        print_sentence(l, r, relation->span);
    } else if (finding) {
        show_finding(l, r, finding, query_source(r));
        print_sentence(l, r, finding->span);
    } else if (person)
        explain_person(l, r, person);
    else
        explain_report(l, r);
    print_edition(l, r);
}

static int run(cli_query *q)
{
    archive_line line;
    look l = look_open(stdout);
    if (q->argument_count != 1)
        return cli_misuse("explain", "give one id, as timeline and dossier print it");
    if (archive_resolve(q->archive, slice_of(q->arguments[0]), &q->arena, &line, &q->error) !=
        CHANCERY_OK)
        return cli_fail(&q->error);
    const chancery_reading *r = query_reading(q, line.report);
    if (!r)
        return CLI_FAILED;
    if (q->format == CLI_JSON)
        return query_print_json(q, r, line.item);
    explain(&l, r, line.item);
    return CLI_OK;
}

int command_explain(int argc, char **argv)
{
    cli_query q = {.command = "explain", .help = help};
    int status = query_open(&q, argc, argv);
    if (!status && !q.done)
        status = run(&q);
    query_close(&q);
    return status;
}
