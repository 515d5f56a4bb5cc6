/* chancery explain: why a line is in the record.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * The sentence, the frame and its file, who is meant by which words, how status, date and place
 * were found (explain_event.c), and what read it. */
#include "cli/explain.h"

#include <string.h>
#include <unistd.h>

#include "cli/kb.h"

static const cli_option options[] = {
    {"silent", NULL, "which sentences of a report gave nothing, and why", 's', 'Q'},
    {"tree", NULL, "all of a sentence's tree, also of a long one", 't', 'T'},
    {"published", "DATE", "day of the report, of a file with --silent", 'p', 'p'},
    CLI_OPTION_ARCHIVE,
    CLI_OPTION_FORMAT,
    CLI_OPTION_DATA,
    CLI_OPTION_HELP,
    CLI_OPTIONS_END,
};

static const cli_usage usage = {
    "explain",
    "[OPTION]... ID\n--silent [OPTION]... FILE|-|ID",
    "Shows why a line is in the record: the sentence, the rule of the codebook that found "
    "it, who is meant by which words, how status and date were found. ID is that of an "
    "event, statement, relation, finding, person, entity, commitment or report, or as "
    "much of its beginning as names only one.\n"
    "With --silent it shows which sentences of a report gave no event, statement or "
    "relation, and why not.",
    options,
    "Example: chancery explain --archive my.db e3f9a01c2",
};

enum { LABEL_CELLS = 12 };

look_flow explain_field(const explanation *x, const char *label)
{
    look_cell(&x->l, LOOK_FAINT, slice_of(label), LABEL_CELLS);
    return look_flow_begin(&x->l, LABEL_CELLS, LABEL_CELLS, 0);
}

void explain_add(look_flow *f, const char *text)
{
    look_flow_text(f, LOOK_PLAIN, slice_of(text));
}

void explain_add_slice(look_flow *f, slice text)
{
    look_flow_text(f, LOOK_PLAIN, text);
}

void explain_add_strong(look_flow *f, slice text)
{
    look_flow_text(f, LOOK_STRONG, text);
}

void explain_add_quoted(look_flow *f, slice words)
{
    explain_add(f, "“");
    explain_add_slice(f, words);
    explain_add(f, "”");
}

void explain_text(const explanation *x, const char *label, slice text)
{
    if (text.len == 0)
        return;
    look_flow f = explain_field(x, label);
    explain_add_slice(&f, text);
    look_flow_end(&f);
}

/** The sentences that a span touches. */
chancery_span explain_sentences(const chancery_reading *r, chancery_span where)
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

void explain_sentence(const explanation *x, chancery_span where)
{
    const look *l = &x->l;
    const chancery_reading *r = x->r;
    chancery_span around = explain_sentences(r, where);
    slice text = r->document.text;
    fputs("\n    ", l->out);
    look_flow f = look_flow_begin(l, 4, 4, 0);
    explain_add_slice(&f, slice_range(text, around.start, where.start));
    explain_add(&f, l->colours ? "" : "»");
    explain_add_strong(&f, slice_range(text, where.start, where.end));
    explain_add(&f, l->colours ? "" : "«");
    explain_add_slice(&f, slice_range(text, where.end, around.end));
    look_flow_end(&f);
    fputc('\n', l->out);
}

/** What a code stands for, as the report or else the knowledge base calls it. */
static slice code_name(const explanation *x, slice code)
{
    uint32_t entry;
    for (size_t i = 0; i < x->r->entity_count; i++) {
        const chancery_entity *e = &x->r->entities[i];
        if (e->kind == CHANCERY_ENTITY_STATE && slice_equal(e->code, code))
            return e->name;
    }
    if (x->q->engine && kb_code(engine_parts(x->q->engine)->kb, code, &entry))
        return kb_entry_at(engine_parts(x->q->engine)->kb, entry).name;
    return (slice){0};
}

/** PLOVER's sectors in words; empty for one that it doesn't have. */
static slice sector_name(slice sector)
{
    static const struct {
        const char *code, *name;
    } names[] = {{"GOV", "government"},
                 {"LEG", "parliament"},
                 {"JUD", "courts"},
                 {"MIL", "armed forces"},
                 {"COP", "police"},
                 {"SPY", "secret services"},
                 {"PRM", "paramilitaries"},
                 {"PTY", "party"},
                 {"OPP", "opposition"},
                 {"REB", "rebels"},
                 {"UAF", "armed people of unknown side"},
                 {"UNK", "unknown people"},
                 {"PRE", "breakaway region"},
                 {"SOC", "civil society"},
                 {"CVL", "civilians"},
                 {"AGR", "farmers"},
                 {"BUS", "business"},
                 {"CRM", "criminals"},
                 {"EDU", "schools"},
                 {"ELI", "former officials, families"},
                 {"JRN", "press"},
                 {"LAB", "workers"},
                 {"MED", "health"},
                 {"REF", "refugees"},
                 {"REL", "religion"}};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (slice_is(sector, names[i].code))
            return slice_of(names[i].name);
    return (slice){0};
}

/** Whether words are a pronoun or a description rather than a name: then how they lead to the
 * person needs to be said. */
static bool names_person(const chancery_person *p, chancery_span where)
{
    for (size_t i = 0; i < p->mention_count; i++)
        if (explain_is_name(p->hows, i) && p->mentions[i].start < where.end &&
            p->mentions[i].end > where.start)
            return true;
    return false;
}

/** Whether the open engine is the one that read the report. */
bool explain_same_edition(const explanation *x)
{
    chancery_edition now = chancery_engine_edition(x->q->engine), then = x->r->edition;
    return x->q->engine && slice_equal(now.program, then.program) &&
           slice_equal(now.codebook, then.codebook) && slice_equal(now.kb, then.kb) &&
           slice_equal(now.model, then.model);
}

/** The office that the knowledge base gives a person on the report's day, in the state that the
 * reading took from it; false where it took none. */
static bool known_office(const explanation *x, const chancery_person *p, slice code, kb_term *out)
{
    enum { MOST_NAMESAKES = 16 };
    kb_hit hits[MOST_NAMESAKES];
    kb_date date = 0;
    text_report name = {0};
    if (!explain_same_edition(x) || !kb_parse_date(x->r->document.published, &date) ||
        text_segment(p->name, &x->q->arena, &name, NULL) != CHANCERY_OK || name.token_count == 0)
        return false;
    const kb *k = engine_parts(x->q->engine)->kb;
    size_t count = kb_find_person(k, name.tokens, name.token_count, hits, MOST_NAMESAKES);
    for (size_t i = 0; i < count; i++) {
        bool holds;
        if (hits[i].tokens == name.token_count &&
            kb_office_on(k, hits[i].entry, date, out, &holds) && slice_equal(out->code, code))
            return true;
    }
    return false;
}

/** ", President by the knowledge base, since 2012-05-07". */
static void flow_known(look_flow *f, const explanation *x, const chancery_person *p, slice code)
{
    kb_term term;
    char since[16], until[16];
    if (!known_office(x, p, code, &term))
        return;
    explain_add(f, ", ");
    explain_add_slice(f, term.title);
    explain_add(f, " by the knowledge base");
    slice from, to;
    if (arena_dup(&x->q->arena, kb_command_print_date(term.from, since), &from, NULL) !=
            CHANCERY_OK ||
        arena_dup(&x->q->arena, kb_command_print_date(term.until, until), &to, NULL) != CHANCERY_OK)
        return;
    explain_add(f, from.len ? ", from " : "");
    explain_add_slice(f, from);
    explain_add(f, to.len ? " to " : "");
    explain_add_slice(f, to);
}

/** ", who is Kenneth Kaunda, President (ZMB), named before as “President Kaunda”". */
static void flow_person(look_flow *f, const explanation *x, const chancery_role *role)
{
    const chancery_person *p = show_find_person(x->r, role->person);
    if (!p)
        return;
    explain_add(f, ": ");
    explain_add_slice(f, p->name);
    if (p->office_count) {
        explain_add(f, ", ");
        explain_add_slice(f, p->offices[0].title);
        if (p->offices[0].of.len) {
            explain_add(f, " (");
            explain_add_slice(f, p->offices[0].of);
            explain_add(f, ")");
        }
    } else {
        flow_known(f, x, p, role->code);
    }
    const chancery_span *before = NULL;
    for (size_t i = 0; i < p->mention_count; i++)
        if (explain_is_name(p->hows, i) && p->mentions[i].end <= role->span.start)
            before = &p->mentions[i];
    if (!names_person(p, role->span) && before) {
        explain_add(f, ", named last before as ");
        explain_add_quoted(f, show_words(x->r, *before));
    }
}

void explain_role(const explanation *x, const char *label, const chancery_role *role)
{
    look_flow f = explain_field(x, label);
    slice name = code_name(x, role->code);
    explain_add_strong(&f, role->code.len ? role->code : SLICE("somebody"));
    if (name.len) {
        explain_add(&f, " ");
        explain_add_slice(&f, name);
    }
    if (role->sector.len) {
        slice words = sector_name(role->sector);
        explain_add(&f, ", ");
        explain_add_slice(&f, role->sector);
        explain_add(&f, words.len ? " (" : "");
        explain_add_slice(&f, words);
        explain_add(&f, words.len ? ")" : "");
    }
    if (role->entity_text.len) {
        explain_add(&f, ", by the words ");
        explain_add_quoted(&f, role->entity_text);
    } else {
        explain_add(&f, ", by no words of its own");
    }
    flow_person(&f, x, role);
    look_flow_end(&f);
}

static void explain_statement(const explanation *x, const chancery_statement *s)
{
    explain_sentence(x, s->content);
    explain_role(x, "Speaker", &s->speaker);
    explain_text(x, "Verb", s->act);
    explain_text(x, "Quoted", s->quoted ? SLICE("yes, it stands in quotation marks") : SLICE("no"));
    if (s->date.len)
        explain_when(x, s->date, (slice){0}, s->date_from, s->date_span);
    for (size_t i = 0; i < s->position_count; i++) {
        look_flow f = explain_field(x, i ? "" : "Position");
        explain_add_slice(&f, s->positions[i].stance);
        explain_add(&f, ": ");
        explain_add_slice(&f, s->positions[i].toward);
        look_flow_end(&f);
    }
}

static void explain_relation(const explanation *x, const chancery_relation *relation)
{
    explain_sentence(x, relation->span);
    for (int i = 0; i < 2; i++) {
        look_flow f = explain_field(x, i ? "" : "Between");
        explain_add_strong(&f, relation->between[i]);
        explain_add(&f, " ");
        explain_add_slice(&f, code_name(x, relation->between[i]));
        look_flow_end(&f);
    }
    explain_text(x, "What", relation->kind);
    if (!slice_equal(relation->level, relation->kind))
        explain_text(x, "Level", relation->level);
    explain_text(x, "Since", relation->since);
    explain_text(x, "Until", relation->until);
}

static void explain_finding(const explanation *x, const chancery_finding *finding)
{
    explain_sentence(x, finding->span);
    explain_text(x, "Finding", finding->kind);
    explain_text(x, "Severity", reading_severity_name(finding->severity));
    explain_text(x, "Message", finding->message);
    explain_text(x, "Likely", finding->likely);
}

static void explain_person(const explanation *x, const chancery_person *p)
{
    for (size_t i = 0; i < p->office_count; i++) {
        const chancery_office *o = &p->offices[i];
        explain_sentence(x, o->span);
        explain_text(x, "Office", o->title);
        explain_text(x, "Of", o->of);
        explain_text(x, "Rank", o->rank);
        explain_text(x, "From", o->from);
        explain_text(x, "Until", o->until);
    }
    fputs(p->office_count ? "" : "\n", x->l.out);
    explain_mentions(x, p->id, p->mentions, p->hows, p->mention_count);
}

static void explain_entity(const explanation *x, const chancery_entity *e)
{
    fputc('\n', x->l.out);
    explain_text(x, "Name", e->name);
    explain_text(x, "Kind", reading_entity_kind_name(e->kind));
    explain_text(x, "Code", e->code);
    explain_mentions(x, e->id, e->mentions, e->hows, e->mention_count);
}

static void print_codes(const explanation *x, const char *label, const slice *codes, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        look_flow f = explain_field(x, i ? "" : label);
        explain_add_strong(&f, codes[i]);
        explain_add(&f, " ");
        explain_add_slice(&f, code_name(x, codes[i]));
        look_flow_end(&f);
    }
}

static void explain_commitment(const explanation *x, const chancery_commitment *c)
{
    explain_sentence(x, c->span);
    print_codes(x, "By", c->by, c->by_count);
    print_codes(x, "To", c->to, c->to_count);
    explain_text(x, "What", show_words(x->r, c->what));
    explain_text(x, "Until", c->until);
    explain_text(x, "Statement", c->statement);
}

/** The item's own id in full, with the report that it is from. */
static void print_title(const explanation *x, slice id)
{
    const chancery_document *d = &x->r->document;
    look_text(&x->l, LOOK_STRONG, id.len ? id : d->id);
    fputs("  ", x->l.out);
    size_t column = look_width(id) + 2;
    look_flow f = look_flow_begin(&x->l, column, column, 0);
    explain_add_slice(&f, d->title.len ? d->title : show_source_name(x->r));
    look_flow_end(&f);
}

static void print_origin(const explanation *x)
{
    const chancery_document *d = &x->r->document;
    const chancery_edition *e = &x->r->edition;
    slice edition;
    look_flow f = explain_field(x, "Report");
    explain_add_slice(&f, d->name);
    explain_add(&f, d->published.len ? ", published " : ", undated");
    explain_add_slice(&f, d->published);
    explain_add(&f, ", id ");
    explain_add_slice(&f, show_id(d->id));
    look_flow_end(&f);
    explain_text(x, "Source", d->source);
    explain_text(x, "Author", d->author);
    explain_text(x, "Address", d->url);
    if (arena_printf(&x->q->arena, &edition, NULL,
                     "chancery %.*s, names %.*s, codebook %.*s, model %.*s%s",
                     SLICE_ARGS(e->program), SLICE_ARGS(e->kb), SLICE_ARGS(e->codebook),
                     SLICE_ARGS(e->model),
                     x->q->engine && !explain_same_edition(x) ? "; this program has other editions"
                                                              : "") == CHANCERY_OK)
        explain_text(x, "Read by", edition);
}

static void explain_item(const explanation *x, slice id)
{
    const chancery_event *event = query_event(x->r, id);
    const chancery_statement *statement = query_statement(x->r, id);
    const chancery_relation *relation = query_relation(x->r, id);
    const chancery_finding *finding = query_finding(x->r, id);
    const chancery_person *person = query_person(x->r, id);
    const chancery_entity *entity = query_entity(x->r, id);
    const chancery_commitment *commitment = query_commitment(x->r, id);
    print_title(x, id);
    if (event)
        explain_event(x, event);
    else if (statement)
        explain_statement(x, statement);
    else if (relation)
        explain_relation(x, relation);
    else if (finding)
        explain_finding(x, finding);
    else if (person)
        explain_person(x, person);
    else if (entity)
        explain_entity(x, entity);
    else if (commitment)
        explain_commitment(x, commitment);
    print_origin(x);
}

static int run(cli_query *q)
{
    archive_line line;
    if (q->silent)
        return explain_silent(q);
    explanation x = {.q = q, .l = look_open(stdout)};
    if (archive_resolve(q->archive, slice_of(q->arguments[0]), &q->arena, &line, &q->error) !=
        CHANCERY_OK)
        return cli_fail(&q->error);
    x.r = query_reading(q, line.report);
    if (!x.r)
        return CLI_FAILED;
    if (q->format == CLI_JSON)
        return query_print_json(q, x.r, line.item);
    if (line.item.len == 0) {
        show_reading(stdout, x.r, true);
        return CLI_OK;
    }
    /* Only names of states and the frame's word come from it: what the archive has, is shown
     * without it too. */
    if (q->data_dir)
        q->engine = cli_reading_engine(q->data_dir);
    else if (chancery_engine_open(NULL, &q->engine, NULL) != CHANCERY_OK)
        q->engine = NULL;
    if ((q->data_dir && !q->engine) ||
        (q->engine && cli_add_names(q->engine, &(cli_names){.count = 0}, q->archive) != CLI_OK))
        return CLI_FAILED;
    explain_item(&x, line.item);
    return CLI_OK;
}

/** Whether a word could be an id: its letter, then hexadecimal digits. */
static bool is_id(slice word)
{
    if (word.len == 0 || word.len > 17 || !memchr("reslfpnc", word.ptr[0], 8))
        return false;
    for (size_t i = 1; i < word.len; i++)
        if (!((word.ptr[i] >= '0' && word.ptr[i] <= '9') ||
              (word.ptr[i] >= 'a' && word.ptr[i] <= 'f')))
            return false;
    return true;
}

/** A report is a file where there is one of that name, else one of the archive's. */
static int check_silent(cli_query *q)
{
    if (q->argument_count != 1)
        return cli_misuse("explain", "--silent takes one report: a file, '-' or an id");
    const char *report = q->arguments[0];
    q->no_archive = strcmp(report, "-") == 0 || access(report, F_OK) == 0;
    if (!q->no_archive && !is_id(slice_of(report)))
        return cli_misuse("explain", "there is no file '%s', and it is no id", report);
    if (!q->no_archive && q->published.len)
        return cli_misuse("explain",
                          "a report of the archive has its day: --published is for files");
    return CLI_OK;
}

static int check(cli_query *q)
{
    if (q->silent)
        return check_silent(q);
    if (q->published.len)
        return cli_misuse("explain", "--published goes with --silent and a file");
    if (q->argument_count != 1)
        return cli_misuse("explain", "give one id, as timeline, dossier and find print it");
    if (!is_id(slice_of(q->arguments[0])))
        return cli_misuse(
            "explain", "'%s' is no id; one looks like e44ac60b0: a letter, then digits and a to f",
            q->arguments[0]);
    return CLI_OK;
}

int command_explain(int argc, char **argv)
{
    cli_query q = {.usage = &usage};
    return query_run(&q, argc, argv, check, run);
}
