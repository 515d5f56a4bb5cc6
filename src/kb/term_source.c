/* Reading what holds for a time: offices of people, members of organisations.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 *     office: Secretary General of NATO, from 2014-10-01, until 2024-09-30
 *     member: FRA, from 1949-08-24; DEU, from 1955-05-06
 *
 * Whose an office is can be told only when all names are known: "Minister of Defence" is a title,
 * "Secretary General of NATO" a title and an organisation. So terms are read first and understood
 * last, with the names of this compilation. */
#include <stdlib.h>

#include "base/error.h"
#include "kb/compile.h"
#include "kb/lookup.h"

/* ---- reading ---- */

/* Takes ", WORD DATE" off the end of `*text`. @return false where it does not end so. */
static bool cut_date(slice *text, slice word, slice *date)
{
    size_t comma = text->len;
    while (comma > 0 && text->ptr[comma - 1] != ',')
        comma--;
    if (comma == 0)
        return false;
    slice tail = slice_trim(slice_range(*text, comma, text->len));
    if (!slice_starts(tail, word))
        return false;
    *date = slice_trim(slice_range(tail, word.len, tail.len));
    *text = slice_trim(slice_range(*text, 0, comma - 1));
    return true;
}

/* Takes "[rank]" off the end. */
static chancery_status cut_rank(kb_compiler *c, kb_term_draft *term)
{
    slice text = term->text;
    if (!slice_ends(text, SLICE("]")))
        return CHANCERY_OK;
    size_t start = text.len;
    while (start > 0 && text.ptr[start - 1] != '[')
        start--;
    if (start == 0 || !kb_rank_of(slice_range(text, start, text.len - 1), &term->rank))
        return kb_fail(c, term->at, CHANCERY_E_FORMAT,
                       "'%.*s' ends in no rank; write one of data/kb/offices.txt, such as "
                       "[official] or [minister]",
                       SLICE_ARGS(text));
    term->text = slice_trim(slice_range(text, 0, start - 1));
    return CHANCERY_OK;
}

/* ", from D", ", until D" or ", seen D to D". */
static chancery_status cut_dates(kb_compiler *c, kb_term_draft *term)
{
    slice date;
    chancery_status status = CHANCERY_OK;
    if (cut_date(&term->text, SLICE("seen "), &date)) {
        term->seen = true;
        size_t to = slice_find(date, SLICE(" to "));
        slice first = to == SIZE_MAX ? date : slice_trim(slice_range(date, 0, to));
        slice last = to == SIZE_MAX ? date : slice_trim(slice_range(date, to + 4, date.len));
        status = kb_read_date(c, term->at, first, &term->from);
        if (status == CHANCERY_OK)
            status = kb_read_date(c, term->at, last, &term->until);
    } else {
        if (cut_date(&term->text, SLICE("until "), &date))
            status = kb_read_date(c, term->at, date, &term->until);
        if (status == CHANCERY_OK && cut_date(&term->text, SLICE("from "), &date))
            status = kb_read_date(c, term->at, date, &term->from);
    }
    if (status != CHANCERY_OK)
        return status;
    if (term->from && term->until && kb_first_day(term->from) > kb_last_day(term->until))
        return kb_fail(c, term->at, CHANCERY_E_FORMAT, "it ends before it begins; correct a date");
    return CHANCERY_OK;
}

chancery_status kb_read_term(kb_compiler *c, kb_place_in at, slice raw)
{
    kb_term_draft term = {.text = raw, .draft = (uint32_t)(c->drafts.count - 1), .at = at};
    chancery_status status = cut_dates(c, &term);
    if (status == CHANCERY_OK)
        status = cut_rank(c, &term);
    if (status != CHANCERY_OK)
        return status;
    if (term.text.len == 0 || term.text.len > KB_MAX_NAME_BYTES)
        return kb_fail(c, at, CHANCERY_E_FORMAT, "write 1 to %d bytes before the dates",
                       KB_MAX_NAME_BYTES);
    kb_term_draft *added = array_push(&c->terms, c->arena, c->error);
    if (!added)
        return kb_failed(c);
    *added = term;
    return CHANCERY_OK;
}

chancery_status kb_read_members(kb_compiler *c, kb_place_in at, slice raw)
{
    slice part;
    while (slice_next(&raw, ';', &part)) {
        chancery_status status = kb_read_term(c, at, slice_trim(part));
        if (status != CHANCERY_OK)
            return status;
    }
    return CHANCERY_OK;
}

/* ---- understanding ---- */

typedef struct term_maker {
    kb_compiler *compiler;
    const kb *names;
    kb_strings *strings;
    arena scratch;
} term_maker;

static bool token_is(slice text, const text_token *token, slice word)
{
    return slice_equal(slice_range(text, token->start, token->end), word);
}

/* The state or organisation that tokens name from first to last, by code or name. */
static bool whole_name(const term_maker *m, slice text, const text_token *tokens, size_t count,
                       kb_hit *hit)
{
    uint32_t entry;
    if (count && token_is(text, tokens, SLICE("the")))
        tokens++, count--;
    if (count == 0)
        return false;
    if (count == 1 && tokens[0].end - tokens[0].start == 3 &&
        kb_code(m->names, slice_range(text, tokens[0].start, tokens[0].end), &entry)) {
        *hit = (kb_hit){.entry = entry, .kind = KB_NAME, .tokens = 1};
        return true;
    }
    kb_hit hits[KB_MAX_NAME_TOKENS];
    size_t found = kb_find(m->names, text, tokens, count, hits, KB_MAX_NAME_TOKENS);
    for (size_t i = 0; i < found; i++) {
        if (hits[i].tokens != count || kb_entry_at(m->names, hits[i].entry).kind == KB_PLACE)
            continue;
        *hit = hits[i];
        return true;
    }
    return false;
}

/* The rank of a title: "Minister of Economy" has that of "Minister", which goes on with "of". */
static kb_rank rank_in(const term_maker *m, slice text, const text_token *tokens, size_t count,
                       slice *sector)
{
    kb_office_hit office;
    if (!kb_find_office(m->names, text, tokens, count, &office) ||
        (office.tokens < count && !office.takes_of))
        return KB_RANK_NONE;
    *sector = office.sector;
    return office.rank;
}

static kb_rank of_organisation(kb_rank rank)
{
    bool head = rank == KB_RANK_HEAD_OF_STATE || rank == KB_RANK_HEAD_OF_GOVERNMENT;
    return head ? KB_RANK_HEAD_OF_ORGANISATION : rank;
}

/* Cuts "TITLE of WHOM" into its two, at the first "of" that a whole name follows. */
static bool split_office(const term_maker *m, slice text, const text_report *report, size_t *title,
                         kb_hit *whom)
{
    for (size_t i = 1; i + 1 < report->token_count; i++) {
        if (!token_is(text, &report->tokens[i], SLICE("of")) ||
            !whole_name(m, text, report->tokens + i + 1, report->token_count - i - 1, whom))
            continue;
        *title = i;
        return true;
    }
    *title = report->token_count;
    return false;
}

static chancery_status make_office(term_maker *m, const kb_term_draft *term, kb_term_row *row)
{
    kb_compiler *c = m->compiler;
    const kb_draft *person = &c->drafts.items[term->draft];
    text_report report = {0};
    kb_hit whom = {0};
    size_t title;
    slice sector = SLICE("GOV");
    arena_reset(&m->scratch);
    chancery_status status = text_segment(term->text, &m->scratch, &report, c->error);
    if (status != CHANCERY_OK)
        return status;
    if (report.token_count == 0)
        return kb_fail(c, term->at, CHANCERY_E_FORMAT, "an office without a word; write its title");
    bool other = split_office(m, term->text, &report, &title, &whom);
    if (!other && !kb_code(m->names, slice_of(person->code), &whom.entry))
        return kb_fail(c, term->at, CHANCERY_E_FORMAT,
                       "no state has the code %s; say whose the office is: 'TITLE of WHOM'",
                       person->code);
    kb_entry owner = kb_entry_at(m->names, whom.entry);
    kb_rank rank = rank_in(m, term->text, report.tokens, title, &sector);
    row->rank = (uint8_t)(term->rank != KB_RANK_NONE ? term->rank : rank);
    if (row->rank == KB_RANK_NONE)
        return kb_fail(c, term->at, CHANCERY_E_FORMAT,
                       "'%.*s' is no title of offices.txt and names nobody after 'of'; correct it "
                       "or write its rank behind it, such as [official]",
                       SLICE_ARGS(slice_range(term->text, 0, report.tokens[title - 1].end)));
    if (owner.kind != KB_STATE) {
        row->rank = (uint8_t)of_organisation((kb_rank)row->rank);
        sector = owner.sector;
    }
    row->whose = whom.entry;
    memcpy(row->code, owner.code.ptr, 3);
    memcpy(row->sector, sector.ptr, sector.len);
    return kb_keep_string(c, m->strings, slice_range(term->text, 0, report.tokens[title - 1].end),
                          &row->title);
}

static chancery_status make_member(term_maker *m, const kb_term_draft *term, kb_term_row *row)
{
    kb_compiler *c = m->compiler;
    if (term->text.len != 3 || !kb_code(m->names, term->text, &row->whose))
        return kb_fail(c, term->at, CHANCERY_E_FORMAT,
                       "'%.*s' is the code of no member; write a state's code and its dates: "
                       "'FRA, from 1949'",
                       SLICE_ARGS(term->text));
    memcpy(row->code, term->text.ptr, 3);
    return CHANCERY_OK;
}

chancery_status kb_make_terms(kb_compiler *c, const kb *names, kb_strings *strings,
                              kb_term_row **rows)
{
    enum { TITLE_ARENA_BYTES = 1 << 20 };
    term_maker m = {.compiler = c, .names = names, .strings = strings};
    *rows = arena_alloc(c->arena, c->terms.count, sizeof **rows, c->error);
    if (!*rows)
        return kb_failed(c);
    arena_init(&m.scratch, TITLE_ARENA_BYTES);
    chancery_status status = CHANCERY_OK;
    for (size_t i = 0; status == CHANCERY_OK && i < c->terms.count; i++) {
        const kb_term_draft *term = &c->terms.items[i];
        const kb_draft *draft = &c->drafts.items[term->draft];
        kb_term_row *row = &(*rows)[i];
        *row = (kb_term_row){
            .entry = draft->entry, .from = term->from, .until = term->until, .seen = term->seen};
        status = draft->kind == KB_PERSON ? make_office(&m, term, row) : make_member(&m, term, row);
    }
    arena_clear(&m.scratch);
    return status;
}
