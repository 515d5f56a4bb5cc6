/* Reports: bytes become a text with a title, a date and a language.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * The head of a page, its first HEAD lines that aren't blank, is looked at as a whole: which of
 * them is the title, which repeats it, which dates the report. Then all lines are copied, the title
 * first, without those that are furniture; runs of blank lines become one. Line ends inside a
 * paragraph stay, lines.c judges them.
 *
 *     Home World Talks in Rome       dropped: ends in the title
 *
 *     Talks in Rome                  the title
 *     Wednesday, January 23, 2019    stays; its date is document.published, its span `dateline`
 *     Share this article             dropped
 *
 *     ROME - The ministers ... */
#include "base/error.h"
#include "base/hash.h"
#include "text/dates.h"
#include "text/furniture.h"
#include "text/inner.h"
#include "text/language.h"

enum {
    HEAD = 12,               /* lines at the front that are looked at together */
    DATE_LINES = 8,          /* of them, those that may hold the date */
    LONGEST_TITLE = 300,     /* bytes */
    LONGEST_BYLINE = 60,     /* bytes */
    LONGEST_NAVIGATION = 80, /* bytes of furniture before a title on the same line */
    SENTENCE_WORDS = 12, /* a first line that long, with a full stop, is a sentence and no title */
    NARROW_LINE = 40,    /* shorter than any line that was wrapped */
    LONG_LINE = 130,     /* a line that is a paragraph */
    DATE_BESIDE_TITLE = 2, /* words beside the date in a date line above the title ... */
    DATE_BELOW_TITLE = 8,  /* ... and below it, on either side */
    UTF16_SAMPLE = 1024,
};

/* --- at the door --- */

static const char *magic_of(slice bytes)
{
    static const struct {
        const char *start;
        size_t length;
        const char *name;
    } formats[] = {
        {"\x89PNG", 4, "a PNG image"},
        {"\x7f"
         "ELF",
         4, "an ELF program"},
        {"%PDF-", 5, "a PDF document"},
        {"PK\x03\x04", 4, "a ZIP archive or office document"},
        {"\x1f\x8b", 2, "a gzip archive"},
        {"\xff\xd8\xff", 3, "a JPEG image"},
        {"GIF8", 4, "a GIF image"},
        {"\xd0\xcf\x11\xe0", 4, "an office document of the old kind"},
        {"\xfd"
         "7zXZ",
         5, "an xz archive"},
        {"\x28\xb5\x2f\xfd", 4, "a zstd archive"},
        {"BZh9", 4, "a bzip2 archive"},
    };
    for (size_t i = 0; i < sizeof formats / sizeof *formats; i++)
        if (slice_starts(bytes, (slice){formats[i].start, formats[i].length}))
            return formats[i].name;
    return NULL;
}

/* UTF-16 by its byte order mark, or by where NUL bytes, spaces and line feeds lie: the name, or
 * NULL. */
static const char *utf16_of(slice bytes)
{
    if (slice_starts(bytes, SLICE("\xff\xfe")))
        return "UTF-16 LE";
    if (slice_starts(bytes, SLICE("\xfe\xff")))
        return "UTF-16 BE";
    size_t pairs = (bytes.len < UTF16_SAMPLE ? bytes.len : UTF16_SAMPLE) / 2, even = 0, odd = 0;
    size_t little_spaces = 0, big_spaces = 0;
    for (size_t i = 0; i < pairs; i++) {
        char a = bytes.ptr[2 * i], b = bytes.ptr[2 * i + 1];
        even += a == 0;
        odd += b == 0;
        little_spaces += b == 0 && (a == ' ' || a == '\n');
        big_spaces += a == 0 && (b == ' ' || b == '\n');
    }
    if (pairs < 2)
        return NULL;
    bool invalid = text_check_utf8(bytes, NULL) != CHANCERY_OK;
    if ((odd * 2 > pairs && even * 8 < odd) ||
        (invalid && little_spaces * 20 > pairs && even == big_spaces))
        return "UTF-16 LE";
    if ((even * 2 > pairs && odd * 8 < even) ||
        (invalid && big_spaces * 20 > pairs && odd == little_spaces))
        return "UTF-16 BE";
    return NULL;
}

/* Control bytes beside NUL that no text has, where they are more than stray: one in 256. */
static bool is_binary(slice bytes)
{
    size_t count = 0;
    for (size_t i = 0; i < bytes.len; i++) {
        unsigned char b = (unsigned char)bytes.ptr[i];
        count +=
            (b > 0 && b < 0x09) || (b > 0x0d && b < 0x1b) || (b > 0x1b && b < 0x20) || b == 0x7f;
    }
    return count * 256 > bytes.len;
}

static chancery_status fail_size(size_t bytes, chancery_error *error)
{
    return error_set(error, CHANCERY_E_LIMIT,
                     "a report of %zu bytes; at most %u are read: split it into several reports",
                     bytes, TEXT_MAX_BYTES);
}

/* Refuses what is no text, or drops the byte order mark from `bytes`. */
static chancery_status admit(slice *bytes, chancery_error *error)
{
    if (bytes->len > TEXT_MAX_BYTES)
        return fail_size(bytes->len, error);
    const char *format = magic_of(*bytes);
    if (format)
        return error_set(error, CHANCERY_E_FORMAT,
                         "is %s, not text; convert it to plain text first", format);
    const char *utf16 = utf16_of(*bytes);
    if (utf16)
        return error_set(error, CHANCERY_E_UTF8,
                         "is %s, not UTF-8; convert it first, as with iconv -f %.6s -t UTF-8",
                         utf16, utf16);
    if (is_binary(*bytes))
        return error_set(
            error, CHANCERY_E_FORMAT,
            "has control bytes that no text has: binary data? convert it to plain text first");
    chancery_status status = text_check_utf8(*bytes, error);
    if (status != CHANCERY_OK)
        return status;
    if (slice_starts(*bytes, SLICE("\xef\xbb\xbf")))
        *bytes = slice_range(*bytes, 3, bytes->len);
    return CHANCERY_OK;
}

static chancery_status fail_empty(chancery_error *error)
{
    return error_set(error, CHANCERY_E_FORMAT, "is empty; a report needs at least one word");
}

/* Copies `bytes` with LF at all line ends, without white space at both ends. Where they are so
 * already and the text will be written anew (`borrow`), nothing is copied. */
static chancery_status normalise(slice bytes, bool borrow, arena *a, slice *out,
                                 chancery_error *error)
{
    if (borrow && !memchr(bytes.ptr, '\r', bytes.len)) {
        *out = slice_trim(bytes);
        return out->len ? CHANCERY_OK : fail_empty(error);
    }
    char *copy = arena_alloc(a, bytes.len + 1, 1, error);
    if (!copy)
        return error->status;
    size_t size = 0;
    while (bytes.len > 0) {
        const char *end = memchr(bytes.ptr, '\r', bytes.len);
        size_t run = end ? (size_t)(end - bytes.ptr) : bytes.len;
        memcpy(copy + size, bytes.ptr, run);
        size += run;
        bytes = slice_range(bytes, end ? run + 1 : run, bytes.len);
        if (end && (bytes.len == 0 || bytes.ptr[0] != '\n'))
            copy[size++] = '\n';
    }
    *out = slice_trim((slice){copy, size});
    return out->len ? CHANCERY_OK : fail_empty(error);
}

/* --- the head --- */

typedef struct head_line {
    slice line;  /* without white space at its ends */
    bool spaced; /* a blank line follows, or nothing */
    bool dropped;
} head_line;

typedef struct page {
    slice text;
    text_day_order order;
    head_line head[HEAD];
    size_t head_count;
    size_t title;     /* index in head, or HEAD */
    size_t date_line; /* index in head, or HEAD */
    text_date date;
    char *out;
    size_t size;
    size_t date_start; /* where date_line's first byte lies in `out` */
} page;

/* Takes the next line off `*rest`, without white space at its ends. */
static bool next_line(slice *rest, slice *line)
{
    if (!slice_next(rest, '\n', line))
        return false;
    *line = slice_trim(*line);
    return true;
}

/* May a line be taken for furniture after the line `before` of the same block (empty at a block's
 * front)? Not inside a paragraph that is wrapped: there it would be prose. */
static bool may_be_dropped(slice before, slice line)
{
    if (before.len == 0)
        return true;
    bool ended = before.len < NARROW_LINE || memchr(".!?\"')", before.ptr[before.len - 1], 6) ||
                 (before.ptr[before.len - 1] & 0x80);
    return ended && !ascii_lower(line.ptr[0]);
}

static void read_head(page *p)
{
    slice rest = p->text, line;
    while (next_line(&rest, &line)) {
        head_line *last = p->head_count > 0 ? &p->head[p->head_count - 1] : NULL;
        if (line.len == 0) {
            if (last)
                last->spaced = true;
        } else if (p->head_count == HEAD) {
            return;
        } else {
            bool in_block = last && !last->spaced && !last->dropped;
            bool dropped = may_be_dropped(in_block ? last->line : (slice){"", 0}, line) &&
                           text_is_furniture(line);
            p->head[p->head_count++] = (head_line){.line = line, .dropped = dropped};
        }
    }
    if (p->head_count > 0)
        p->head[p->head_count - 1].spaced = true;
}

static size_t count_words(slice line)
{
    size_t words = 0;
    for (size_t i = 0; i < line.len; i++)
        words += !ascii_space(line.ptr[i]) && (i == 0 || ascii_space(line.ptr[i - 1]));
    return words;
}

static bool may_be_title(const page *p, size_t index)
{
    slice line = p->head[index].line;
    text_date date;
    if (line.len > LONGEST_TITLE || text_opens_with_date(line, p->order, &date))
        return false;
    bool sentence = line.ptr[line.len - 1] == '.' && count_words(line) >= SENTENCE_WORDS;
    return !sentence;
}

/* "By Anna Berg" */
static bool is_byline(slice line)
{
    return line.len < LONGEST_BYLINE &&
           (slice_starts(line, SLICE("By ")) || slice_starts(line, SLICE("BY "))) &&
           line.ptr[line.len - 1] != '.';
}

/* Is the line of index `index` set off from what follows: by a blank line, by a date line or byline
 * below it, or, where no blank line is in the head, as a short line above a paragraph on one line?
 */
static bool stands_apart(const page *p, size_t index)
{
    const head_line *line = &p->head[index];
    if (index + 1 >= p->head_count)
        return false;
    if (line->spaced)
        return true;
    text_date date;
    slice next = p->head[index + 1].line;
    if (is_byline(next) || text_is_date_line(next, DATE_BESIDE_TITLE, p->order, &date))
        return true;
    for (size_t i = 0; i + 1 < p->head_count; i++)
        if (p->head[i].spaced)
            return false;
    return line->line.len < LONG_LINE && next.len > LONG_LINE &&
           !memchr(".,:;", line->line.ptr[line->line.len - 1], 4);
}

/* Does `line` hold the whole of `title` at one end, with furniture at the other: "Home World
 * TITLE", "TITLE | Site"? */
static bool frames_title(slice line, slice title)
{
    char form[4 * (LONGEST_TITLE + LONGEST_NAVIGATION) + 1], wanted[4 * LONGEST_TITLE + 1];
    if (line.len <= title.len || title.len > LONGEST_TITLE ||
        line.len > title.len + LONGEST_NAVIGATION)
        return false;
    if (count_words(title) < 2)
        return false;
    slice folded = {form, text_fold(line, form)}, end = {wanted, text_fold(title, wanted)};
    if (folded.len <= end.len)
        return false;
    if (slice_ends(folded, end))
        return ascii_space(form[folded.len - end.len - 1]) && !ascii_lower(line.ptr[0]);
    slice after = slice_range(folded, end.len, folded.len);
    return slice_starts(folded, end) &&
           (slice_starts(after, SLICE(" | ")) || slice_starts(after, SLICE(" - ")) ||
            slice_starts(after, SLICE(" \u2014 ")) || slice_starts(after, SLICE(" \u00b7 ")));
}

static size_t next_kept(const page *p, size_t index)
{
    while (index < p->head_count && p->head[index].dropped)
        index++;
    return index;
}

/* The first line that stands apart and is no date is the title; lines that repeat it are dropped.
 */
static void find_title(page *p)
{
    text_date date;
    size_t index = next_kept(p, 0);
    while (index < p->head_count &&
           text_is_date_line(p->head[index].line, DATE_BESIDE_TITLE, p->order, &date))
        index = next_kept(p, index + 1);
    p->title = HEAD;
    if (index >= p->head_count || !stands_apart(p, index) || !may_be_title(p, index))
        return;
    size_t second = next_kept(p, index + 1);
    if (second < p->head_count && stands_apart(p, second) &&
        frames_title(p->head[index].line, p->head[second].line)) {
        p->head[index].dropped = true;
        index = second;
    }
    p->title = index;
    uint64_t key = text_key(p->head[index].line);
    for (size_t i = 0; i < p->head_count; i++)
        if (i != index && text_key(p->head[i].line) == key)
            p->head[i].dropped = true;
}

/* The first line that dates the report; one that says "Updated" only if there is no other. */
static void find_date(page *p)
{
    p->date_line = HEAD;
    size_t looked_at = 0;
    for (size_t i = 0; i < p->head_count && looked_at < DATE_LINES; i++) {
        slice line = p->head[i].line;
        text_date date;
        if (i == p->title || p->head[i].dropped)
            continue;
        looked_at++;
        bool above = p->title == HEAD || i < p->title;
        size_t beside = above && i == 0 && p->title != HEAD ? DATE_BESIDE_TITLE : DATE_BELOW_TITLE;
        bool opens = text_opens_with_date(line, p->order, &date);
        if (!opens && !text_is_date_line(line, beside, p->order, &date)) {
            if (line.len > LONG_LINE)
                return; /* the body has begun */
            continue;
        }
        bool update = text_is_update_line(line);
        if (p->date_line == HEAD || !update) {
            p->date_line = i;
            p->date = date;
        }
        if (!update)
            return;
    }
}

/* --- writing --- */

static void put(page *p, slice s)
{
    if (s.len > 0)
        memcpy(p->out + p->size, s.ptr, s.len);
    p->size += s.len;
}

/* Copies the lines that stay; where one is dropped, the block ends. */
static void write_lines(page *p)
{
    slice rest = p->text, raw, before = {"", 0};
    size_t index = 0; /* in head, of the next line that isn't blank */
    bool begun = p->size > 0, blank = begun;
    while (slice_next(&rest, '\n', &raw)) {
        slice line = slice_trim(raw);
        size_t mine = line.len > 0 && index < p->head_count ? index++ : HEAD;
        bool dropped =
            mine < HEAD ? p->head[mine].dropped || mine == p->title
                        : line.len > 0 && may_be_dropped(before, line) && text_is_furniture(line);
        if (line.len == 0 || dropped) {
            blank = true;
            before = (slice){"", 0};
            continue;
        }
        if (begun)
            put(p, blank ? SLICE("\n\n") : SLICE("\n"));
        if (mine < HEAD && mine == p->date_line)
            p->date_start = p->size;
        put(p, line);
        before = line;
        blank = false;
        begun = true;
    }
}

static chancery_status compose(page *p, arena *a, chancery_error *error)
{
    p->out = arena_alloc(a, p->text.len + 4, 1, error);
    if (!p->out)
        return error->status;
    if (p->title < HEAD)
        put(p, p->head[p->title].line);
    write_lines(p);
    if (p->size == 0) { /* nothing but furniture: then it is what the report says */
        put(p, p->text);
        p->date_line = HEAD;
    }
    return CHANCERY_OK;
}

/* The head of a text that is taken as it stands: a title, and nothing else that matters. */
static void take_verbatim(page *p)
{
    for (size_t i = 0; i < p->head_count; i++)
        p->head[i].dropped = false;
    p->date_line = HEAD;
    p->title = p->head_count > 1 && p->head[0].spaced && may_be_title(p, 0) ? 0 : HEAD;
    p->out = (char *)p->text.ptr; /* normalise's copy, which is ours */
    p->size = p->text.len;
}

/* --- the report --- */

static chancery_status write_date(const text_date *date, arena *a, slice *out,
                                  chancery_error *error)
{
    if (date->day > 0)
        return arena_printf(a, out, error, "%04d-%02d-%02d", date->year, date->month, date->day);
    return arena_printf(a, out, error, "%04d-%02d", date->year, date->month);
}

static chancery_status fill_document(const page *p, const text_options *options, arena *a,
                                     text_report *out, chancery_error *error)
{
    chancery_document *d = &out->document;
    d->text = (slice){p->out, p->size};
    d->title =
        p->title < HEAD ? slice_range(d->text, 0, p->head[p->title].line.len) : (slice){"", 0};
    chancery_status status = arena_dup(a, options->name, &d->name, error);
    if (status != CHANCERY_OK)
        return status;
    if (p->date_line < HEAD)
        out->dateline = (span){(uint32_t)(p->date_start + p->date.start),
                               (uint32_t)(p->date_start + p->date.end)};
    if (options->published.len > 0 || p->date_line == HEAD)
        return arena_dup(a, options->published, &d->published, error);
    return write_date(&p->date, a, &d->published, error);
}

chancery_status text_report_id(const chancery_document *d, arena *a, slice *out,
                               chancery_error *error)
{
    const slice parts[] = {d->text, {"", 1}, d->published};
    char *id = arena_alloc(a, 1 + HASH_HEX_BYTES + 1, 1, error);
    if (!id)
        return error ? error->status : CHANCERY_E_MEMORY;
    id[0] = 'r';
    hash_hex(hash_parts(parts, sizeof parts / sizeof *parts, 0), id + 1);
    *out = (slice){id, 1 + HASH_HEX_BYTES};
    return CHANCERY_OK;
}

static void mark_title(text_report *out)
{
    text_sentence *sentences = (text_sentence *)out->sentences; /* made by text_segment for `out` */
    for (size_t i = 0; i < out->sentence_count && sentences[i].start < out->document.title.len; i++)
        sentences[i].title = true;
}

static chancery_status read_page(page *p, const text_options *options, arena *a, text_report *out,
                                 chancery_error *error)
{
    chancery_status status = CHANCERY_OK;
    p->order = text_day_order_of(p->text);
    read_head(p);
    if (options->verbatim) {
        take_verbatim(p);
    } else {
        find_title(p);
        find_date(p);
        status = compose(p, a, error);
    }
    if (status == CHANCERY_OK)
        status = fill_document(p, options, a, out, error);
    if (status != CHANCERY_OK)
        return status;
    out->day_first = p->order == DAY_ORDER_DAY_FIRST;
    out->month_first = p->order == DAY_ORDER_MONTH_FIRST;
    slice language;
    status = text_language_of(options->languages, out->document.text, &language, error);
    if (status != CHANCERY_OK)
        return status;
    out->document.language = language;
    out->read = options->verbatim || language.len == 0 || slice_equal(language, SLICE("en"));
    if (out->read) {
        status = text_segment(out->document.text, a, out, error);
        mark_title(out);
    }
    return status == CHANCERY_OK ? text_report_id(&out->document, a, &out->document.id, error)
                                 : status;
}

chancery_status text_report_read(slice bytes, const text_options *options, arena *a,
                                 text_report *out, chancery_error *error)
{
    chancery_error own = {0};
    page p = {.title = HEAD, .date_line = HEAD};
    text_report report = {0};
    int year, month, day;
    error = error ? error : &own;
    if (options->published.len > 0 && !text_iso_date(options->published, &year, &month, &day))
        return error_set(error, CHANCERY_E_MISUSE, "\"%.*s\" is no date of the form 2024-01-09",
                         SLICE_ARGS(options->published));
    chancery_status status = admit(&bytes, error);
    if (status == CHANCERY_OK)
        status = normalise(bytes, !options->verbatim, a, &p.text, error);
    if (status == CHANCERY_OK)
        status = read_page(&p, options, a, &report, error);
    if (status == CHANCERY_OK)
        *out = report;
    return status;
}

chancery_status text_report_plain(slice text, arena *a, text_report *out, chancery_error *error)
{
    text_report report = {.read = true};
    if (text.len > TEXT_MAX_BYTES)
        return fail_size(text.len, error);
    chancery_status status = text_check_utf8(text, error);
    if (status == CHANCERY_OK)
        status = arena_dup(a, text, &report.document.text, error);
    if (status == CHANCERY_OK)
        status = text_segment(report.document.text, a, &report, error);
    if (status == CHANCERY_OK)
        *out = report;
    return status;
}
