/* chancery find: full-text search over reports and statements.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * The archive's index (SQLite's FTS5) says where; of a report the first sentence with most of the
 * words is shown, so that one sees why it was found. Words with punctuation inside ("co-operation")
 * are put in quotation marks for FTS5, which would take it for operators. */
#include "cli/query.h"
#include "cli/show.h"
#include "text/text.h"

static const cli_option options[] = {
    CLI_OPTION_ARCHIVE, CLI_OPTION_FORMAT, {"limit", "N", "at most N lines (default 20)", 'n', 'n'},
    CLI_OPTION_HELP,    CLI_OPTIONS_END,
};

static const cli_usage usage = {
    "find",
    "[OPTION]... WORDS",
    "Searches reports and statements, best first. All words must be there; \"words in "
    "quotes\" stand together; OR, NOT and a star at a word's end work as in SQLite's "
    "FTS5.",
    options,
    "Example: chancery find --archive my.db fishing agreement",
};

enum {
    FIND_LIMIT = 20,
    FIND_LINES = 3,  /* of a sentence */
    FIND_WORDS = 16, /* looked for in sentences */
    FIND_WORD_BYTES = 48,
    FIND_ENDING = 4, /* letters that forms of a word may have behind its stem */
};

/** A word to look for, folded. */
typedef struct wanted {
    char text[4 * FIND_WORD_BYTES + 1];
    size_t length;
} wanted;

typedef struct search {
    wanted words[FIND_WORDS];
    size_t count;
} search;

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           (unsigned char)c >= 0x80;
}

static bool is_operator(slice word)
{
    return slice_is(word, "AND") || slice_is(word, "OR") || slice_is(word, "NOT") ||
           slice_is(word, "NEAR");
}

/** Keeps the words of the question that a sentence is to have. */
static void keep_words(search *s, slice question)
{
    while (question.len) {
        size_t length = 0;
        while (length < question.len && is_letter(question.ptr[length]))
            length++;
        slice word = slice_range(question, 0, length);
        question = slice_range(question, length ? length : 1, question.len);
        if (length < 2 || length > FIND_WORD_BYTES || is_operator(word) || s->count == FIND_WORDS)
            continue;
        s->words[s->count].length = text_fold(word, s->words[s->count].text);
        s->count++;
    }
}

/** A word's length without the endings that change most: "countries" and "country" have 7 and 6. */
static size_t stem_length(const char *word, size_t length)
{
    if (length > 3 && word[length - 1] == 's')
        length--;
    if (length > 3 && (word[length - 1] == 'e' || word[length - 1] == 'y'))
        length--;
    return length;
}

/** Whether two folded words look like forms of one. The index stems words; this is for showing. */
static bool same_word(const wanted *w, const char *other, size_t length)
{
    size_t a = stem_length(w->text, w->length), b = stem_length(other, length);
    size_t shorter = a < b ? a : b;
    if (shorter < 3)
        return w->length == length && memcmp(w->text, other, length) == 0;
    return memcmp(w->text, other, shorter) == 0 && w->length - shorter <= FIND_ENDING &&
           length - shorter <= FIND_ENDING;
}

/** Which of the words this one is, or -1. */
static int which_word(const search *s, slice word)
{
    char folded[4 * FIND_WORD_BYTES + 1];
    if (word.len > FIND_WORD_BYTES)
        return -1;
    size_t length = text_fold(word, folded);
    for (size_t i = 0; i < s->count; i++)
        if (same_word(&s->words[i], folded, length))
            return (int)i;
    return -1;
}

/** Cuts the next word, or what stands between two, off the front. @return whether it is a word. */
static bool next_piece(slice *rest, slice *piece)
{
    bool letter = is_letter(rest->ptr[0]);
    size_t length = 1;
    while (length < rest->len && is_letter(rest->ptr[length]) == letter)
        length++;
    *piece = slice_range(*rest, 0, length);
    *rest = slice_range(*rest, length, rest->len);
    return letter;
}

/** How many of the words stand in a text, each counted once. */
static size_t count_words(const search *s, slice text)
{
    bool seen[FIND_WORDS] = {false};
    size_t count = 0;
    slice piece;
    while (text.len) {
        int which = next_piece(&text, &piece) ? which_word(s, piece) : -1;
        if (which >= 0 && !seen[which]) {
            seen[which] = true;
            count++;
        }
    }
    return count;
}

/** The first sentence with most of the words; false where none has one. */
static bool best_sentence(const search *s, const chancery_reading *r, chancery_span *out)
{
    size_t most = 0;
    for (size_t i = 0; i < r->document.sentence_count; i++) {
        size_t count = count_words(s, show_words(r, r->document.sentences[i]));
        if (count > most) {
            most = count;
            *out = r->document.sentences[i];
        }
    }
    return most > 0;
}

/** A sentence with the words that were looked for set off. */
static void print_sentence(const look *l, const search *s, slice text)
{
    look_spaces(l, SHOW_DATE_CELLS);
    look_flow f = look_flow_begin(l, SHOW_DATE_CELLS, SHOW_DATE_CELLS, FIND_LINES);
    f.tail = SLICE("”");
    look_flow_text(&f, LOOK_PLAIN, SLICE("“"));
    slice piece;
    while (text.len) {
        bool found = next_piece(&text, &piece) && which_word(s, piece) >= 0;
        look_flow_text(&f, found ? LOOK_STRONG : LOOK_PLAIN, piece);
    }
    look_flow_end(&f);
}

static void print_report(const look *l, const search *s, const chancery_reading *r)
{
    chancery_span where;
    look_cell(l, LOOK_PLAIN, show_date(r->document.published), SHOW_DATE_CELLS);
    look_flow f = look_flow_begin(l, SHOW_DATE_CELLS, SHOW_DATE_CELLS, 0);
    look_flow_text(&f, LOOK_STRONG,
                   r->document.title.len ? r->document.title : show_source_name(r));
    look_flow_end(&f);
    if (best_sentence(s, r, &where))
        print_sentence(l, s, show_words(r, where));
    show_source(l, SHOW_DATE_CELLS, r->document.id, show_source_name(r));
}

static int print_line(cli_query *q, const look *l, const search *s, const archive_line *line)
{
    query_forget(q);
    const chancery_reading *r = query_reading(q, line->report);
    if (!r)
        return CLI_FAILED;
    const chancery_statement *statement = query_statement(r, line->item);
    if (statement) {
        show_statement(l, r, statement, true);
        show_source(l, SHOW_DATE_CELLS, statement->id, show_source_name(r));
    } else {
        print_report(l, s, r);
    }
    return CLI_OK;
}

/** Writes one word of the question for FTS5 into `out`, in quotation marks where it has other
 * characters than letters inside. @return how many bytes were written. */
static size_t write_word(slice word, char *out)
{
    slice core = word;
    bool star = slice_ends(core, SLICE("*"));
    core.len -= star;
    bool plain = core.len > 0;
    for (size_t i = 0; i < core.len; i++)
        plain = plain && (is_letter(core.ptr[i]) || core.ptr[i] == '_');
    if (plain || core.len == 0) {
        memcpy(out, word.ptr, word.len);
        return word.len;
    }
    size_t length = 0;
    out[length++] = '"';
    memcpy(out + length, core.ptr, core.len);
    length += core.len;
    out[length++] = '"';
    if (star)
        out[length++] = '*';
    return length;
}

/** The question as FTS5 takes it: what stands in quotation marks and its parentheses stay. */
static slice for_index(slice question, arena *a)
{
    char *out = arena_alloc(a, question.len + 1, 3, NULL);
    size_t length = 0, i = 0;
    if (!out || slice_find(question, SLICE("NEAR(")) != SIZE_MAX)
        return question;
    while (i < question.len) {
        char c = question.ptr[i];
        size_t end = i + 1;
        if (c == '"') {
            while (end < question.len && question.ptr[end] != '"')
                end++;
            end += end < question.len;
        } else if (c != ' ' && c != '\t' && c != '\n' && c != '(' && c != ')') {
            while (end < question.len && !memchr(" \t\n()\"", question.ptr[end], 6))
                end++;
            length += write_word(slice_range(question, i, end), out + length);
            i = end;
            continue;
        }
        memcpy(out + length, question.ptr + i, end - i);
        length += end - i;
        i = end;
    }
    return (slice){out, length};
}

/** What FTS5 would refuse with words that say little, or NULL. */
static const char *fault_of(slice question)
{
    size_t marks = 0, last = question.len;
    long depth = 0;
    bool word = false;
    for (size_t i = 0; i < question.len; i++) {
        word = word || is_letter(question.ptr[i]);
        marks += question.ptr[i] == '"';
        if (marks % 2 == 0)
            depth += (question.ptr[i] == '(') - (question.ptr[i] == ')');
        if (depth < 0)
            break;
    }
    if (marks % 2)
        return "a quotation mark has no partner";
    if (depth)
        return "a parenthesis has no partner; put words that have one in quotation marks";
    if (!word)
        return "it has no words";
    while (last > 0 && question.ptr[last - 1] != ' ')
        last--;
    if (is_operator(slice_range(question, last, question.len)))
        return "AND, OR and NOT in capitals need words on both sides; write them small to find "
               "them";
    return NULL;
}

static int check(cli_query *q)
{
    slice words = query_words(q);
    if (words.len == 0)
        return cli_misuse("find", "name the words to look for");
    const char *fault = fault_of(words);
    if (fault)
        return cli_misuse("find", "can't search for '%.*s': %s", SLICE_ARGS(words), fault);
    return CLI_OK;
}

static int run(cli_query *q)
{
    look l = look_open(stdout);
    archive_lines lines;
    search s = {0};
    slice words = query_words(q);
    size_t limit = q->asked.limit ? q->asked.limit : FIND_LIMIT;
    if (archive_find(q->archive, for_index(words, &q->arena), limit + 1, &q->arena, &lines,
                     &q->error) != CHANCERY_OK)
        return cli_fail(&q->error);
    size_t count = lines.count > limit ? limit : lines.count;
    bool more = lines.count > limit;
    lines.count = count;
    if (q->format == CLI_JSON)
        return query_print_json_lines(q, &lines);
    keep_words(&s, words);
    for (size_t i = 0; i < count; i++) {
        if (i)
            fputc('\n', stdout);
        if (print_line(q, &l, &s, &lines.items[i]) != CLI_OK)
            return CLI_FAILED;
    }
    if (more)
        printf("\nThe best %zu; --limit N shows more.\n", count);
    if (count == 0)
        printf("Nothing found in %s.\n", cli_archive_path(q->archive_path));
    return CLI_OK;
}

int command_find(int argc, char **argv)
{
    cli_query q = {.usage = &usage};
    return query_run(&q, argc, argv, check, run);
}
