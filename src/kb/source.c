/* Reading the knowledge base's text: blocks of entries, rows of places. The form is told in
 * data/kb/FORMAT.md.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * A line is checked when it is read, so that an error names it; what needs all of the data (codes
 * that must be those of a state, ids) is checked afterwards in compile.c. Nothing is copied: names
 * are slices of the sources. */
#include <stdarg.h>

#include "base/block.h"
#include "base/error.h"
#include "base/number.h"
#include "kb/compile.h"

/* The last five are codes of who belongs to no state; behind a body of a state they say that it is
 * one. */
static const char SECTORS[][4] = {
    "GOV", "LEG", "JUD", "MIL", "COP", "SPY", "PRM", "PTY", "REB", "UAF", "UNK", "PRE", "SOC",
    "AGR", "BUS", "CRM", "CVL", "EDU", "ELI", "JRN", "LAB", "MED", "REF", "OPP", "REL", "ENV",
    "HRI", "BUD", "CHR", "HIN", "JEW", "MUS", "IGO", "NGO", "MNC", "IMG", "ISM",
};

typedef enum field_kind {
    FIELD_NAME, /* its values are names of kind `name_kind` */
    FIELD_SINCE,
    FIELD_UNTIL,
    FIELD_ALPHA2,
    FIELD_POPULATION,
    FIELD_COW,
    FIELD_GW,
    FIELD_MEMBER,
    FIELD_FAMILY,
    FIELD_GENDER,
    FIELD_OFFICE,
    FIELD_SOURCE,
} field_kind;

/* Which kinds of entries a field belongs to. */
enum {
    FOR_STATE = 1 << KB_STATE,
    FOR_IGO = 1 << KB_IGO | 1 << KB_ORGANISATION,
    FOR_PERSON = 1 << KB_PERSON,
    FOR_OTHERS = FOR_STATE | FOR_IGO | 1 << KB_GROUP | 1 << KB_PLACE,
    FOR_ALL = FOR_OTHERS | FOR_PERSON,
};

static const struct field {
    const char *name;
    field_kind kind;
    kb_name_kind name_kind;
    unsigned of;
} FIELDS[] = {
    {"formal", FIELD_NAME, KB_FORMAL, FOR_OTHERS},
    {"also", FIELD_NAME, KB_NAME, FOR_ALL},
    {"old", FIELD_NAME, KB_OLD, FOR_OTHERS},
    {"abbreviation", FIELD_NAME, KB_ABBREVIATION, FOR_OTHERS},
    {"adjective", FIELD_NAME, KB_ADJECTIVE, FOR_OTHERS},
    {"people", FIELD_NAME, KB_PEOPLE, FOR_OTHERS},
    {"capital", FIELD_NAME, KB_CAPITAL, FOR_OTHERS},
    {"seat", FIELD_NAME, KB_SEAT, FOR_OTHERS},
    {"body", FIELD_NAME, KB_BODY, FOR_OTHERS},
    {"since", FIELD_SINCE, KB_NAME, FOR_OTHERS},
    {"until", FIELD_UNTIL, KB_NAME, FOR_OTHERS},
    {"alpha2", FIELD_ALPHA2, KB_NAME, FOR_STATE},
    {"population", FIELD_POPULATION, KB_NAME, FOR_OTHERS},
    {"cow", FIELD_COW, KB_NAME, FOR_STATE},
    {"gw", FIELD_GW, KB_NAME, FOR_STATE},
    {"member", FIELD_MEMBER, KB_NAME, FOR_IGO},
    {"family", FIELD_FAMILY, KB_FAMILY, FOR_PERSON},
    {"gender", FIELD_GENDER, KB_NAME, FOR_PERSON},
    {"office", FIELD_OFFICE, KB_NAME, FOR_PERSON},
    {"source", FIELD_SOURCE, KB_NAME, FOR_ALL},
};

chancery_status kb_fail(kb_compiler *c, kb_place_in at, chancery_status status, const char *format,
                        ...)
{
    char message[CHANCERY_MESSAGE_BYTES];
    va_list args;
    va_start(args, format);
    if (vsnprintf(message, sizeof message, format, args) < 0)
        message[0] = '\0';
    va_end(args);
    error_set(c->error, status, "%s", message);
    char where[CHANCERY_WHERE_BYTES];
    snprintf(where, sizeof where, "%.*s", SLICE_ARGS(c->sources[at.source].name));
    error_at(c->error, where, at.line);
    return status;
}

static bool is_upper_letters(slice s, size_t count)
{
    if (s.len != count)
        return false;
    for (size_t i = 0; i < count; i++)
        if (s.ptr[i] < 'A' || s.ptr[i] > 'Z')
            return false;
    return true;
}

slice kb_strip_comment(slice line)
{
    for (size_t i = 1; i < line.len; i++)
        if (line.ptr[i] == '#' && (line.ptr[i - 1] == ' ' || line.ptr[i - 1] == '\t'))
            return slice_trim(slice_range(line, 0, i));
    return line;
}

/* ---- values ---- */

chancery_status kb_parse_sector(kb_compiler *c, kb_place_in at, slice raw, char out[4])
{
    for (size_t i = 0; i < sizeof SECTORS / sizeof SECTORS[0]; i++) {
        if (!slice_equal(raw, (slice){SECTORS[i], 3}))
            continue;
        memcpy(out, SECTORS[i], 4);
        return CHANCERY_OK;
    }
    return kb_fail(c, at, CHANCERY_E_FORMAT,
                   "'%.*s' is no sector; write one of PLOVER's in capitals, such as [GOV] or [MIL]",
                   SLICE_ARGS(raw));
}

static chancery_status parse_coordinates(kb_compiler *c, kb_place_in at, slice raw, double *lat,
                                         double *lon)
{
    slice rest = raw;
    slice first;
    slice second;
    bool two = slice_next(&rest, ',', &first) && slice_next(&rest, ',', &second) && !rest.ptr;
    if (two && number_parse_double(first, lat) && number_parse_double(second, lon) && *lat >= -90 &&
        *lat <= 90 && *lon >= -180 && *lon <= 180)
        return CHANCERY_OK;
    return kb_fail(c, at, CHANCERY_E_FORMAT,
                   "'@%.*s' is no place on earth; write @LATITUDE,LONGITUDE in degrees, such as "
                   "@48.857,2.352",
                   SLICE_ARGS(raw));
}

/* Takes "[SEC]" or "@lat,lon" off the end. @return false when there is neither. */
static bool cut_suffix(slice *text, char *mark, slice *inner)
{
    *text = slice_trim(*text);
    if (text->len == 0)
        return false;
    bool bracket = text->ptr[text->len - 1] == ']';
    size_t start;
    for (start = text->len; start > 0; start--) {
        char byte = text->ptr[start - 1];
        if (byte == (bracket ? '[' : '@'))
            break;
        if (!bracket && (byte == ' ' || byte == '\t'))
            return false;
    }
    if (start == 0)
        return false;
    *mark = bracket ? '[' : '@';
    *inner = slice_range(*text, start, text->len - (bracket ? 1 : 0));
    *text = slice_trim(slice_range(*text, 0, start - 1));
    return true;
}

chancery_status kb_parse_value(kb_compiler *c, kb_place_in at, slice raw, kb_value_text *out)
{
    *out = (kb_value_text){.text = raw};
    char mark;
    slice inner;
    while (cut_suffix(&out->text, &mark, &inner)) {
        bool again = mark == '[' ? out->sector[0] != '\0' : out->has_coordinates;
        if (again)
            return kb_fail(c, at, CHANCERY_E_FORMAT, "'%.*s' says a thing twice; take one away",
                           SLICE_ARGS(raw));
        chancery_status status = mark == '['
                                     ? kb_parse_sector(c, at, inner, out->sector)
                                     : parse_coordinates(c, at, inner, &out->lat, &out->lon);
        if (status != CHANCERY_OK)
            return status;
        out->has_coordinates |= mark == '@';
    }
    if (out->text.len == 0)
        return kb_fail(c, at, CHANCERY_E_FORMAT,
                       "an empty value; write one or take the ';' or the field away");
    if (out->text.len > KB_MAX_NAME_BYTES)
        return kb_fail(c, at, CHANCERY_E_LIMIT, "a value is longer than %d bytes; shorten it",
                       KB_MAX_NAME_BYTES);
    for (size_t i = 0; i < out->text.len; i++)
        if ((unsigned char)out->text.ptr[i] < 0x20 || out->text.ptr[i] == 0x7F)
            return kb_fail(c, at, CHANCERY_E_FORMAT,
                           "a value has a tab or control byte in it; take it away");
    return CHANCERY_OK;
}

chancery_status kb_add_value(kb_compiler *c, const kb_value *value)
{
    kb_value *added = array_push(&c->values, c->arena, c->error);
    if (!added)
        return kb_failed(c);
    *added = *value;
    return CHANCERY_OK;
}

/* ---- blocks of entries ---- */

static kb_draft *last_draft(kb_compiler *c)
{
    return &c->drafts.items[c->drafts.count - 1];
}

/* The sector that a name's own brackets leave open. */
static void default_sector(const kb_draft *draft, kb_name_kind kind, char sector[4])
{
    bool organ = kind == KB_SEAT || kind == KB_BODY;
    if (sector[0] == '\0' && organ && draft->kind == KB_STATE)
        memcpy(sector, "GOV", 4);
}

/* Adds a name of the last draft; of an abbreviation without dots, the forms with them too. */
static chancery_status add_name(kb_compiler *c, kb_place_in at, const kb_value_text *text,
                                kb_name_kind kind)
{
    kb_value value = {.text = text->text,
                      .root = last_draft(c)->kind == KB_PERSON ? KB_ROOT_PEOPLE : KB_ROOT_NAMES,
                      .entry = (uint32_t)(c->drafts.count - 1),
                      .kind = (uint8_t)kind,
                      .at = at};
    memcpy(value.sector, text->sector, sizeof value.sector);
    default_sector(last_draft(c), kind, value.sector);
    chancery_status status = kb_add_value(c, &value);
    bool dotless =
        text->text.len >= 2 && text->text.len <= 4 && is_upper_letters(text->text, text->text.len);
    if (status != CHANCERY_OK || kind != KB_ABBREVIATION || !dotless)
        return status;
    char *dotted = arena_alloc(c->arena, 2 * text->text.len, 1, c->error);
    if (!dotted)
        return kb_failed(c);
    for (size_t i = 0; i < text->text.len; i++) {
        dotted[2 * i] = text->text.ptr[i];
        dotted[2 * i + 1] = '.';
    }
    value.made = true;
    value.text = (slice){dotted, 2 * text->text.len};
    status = kb_add_value(c, &value);
    value.text.len--;
    return status == CHANCERY_OK ? kb_add_value(c, &value) : status;
}

static bool kind_of(slice word, kb_kind *kind)
{
    for (kb_kind k = KB_STATE; k <= KB_PERSON; k++) {
        if (!slice_equal(word, kb_kind_name(k)))
            continue;
        *kind = k;
        return true;
    }
    return false;
}

static chancery_status read_entry_head(kb_compiler *c, kb_place_in at, kb_kind kind, slice rest)
{
    slice code;
    if (!block_word(&rest, &code) || !is_upper_letters(code, 3))
        return kb_fail(
            c, at, CHANCERY_E_FORMAT,
            "a code of three capitals should follow the first word; write it: 'state FRA "
            "France'");
    kb_value_text text;
    chancery_status status = kb_parse_value(c, at, rest, &text);
    if (status != CHANCERY_OK)
        return status;
    if (c->drafts.count >= KB_AMBIGUOUS - 1)
        return kb_fail(c, at, CHANCERY_E_LIMIT, "too many entries; split the data");
    kb_draft *draft = array_push(&c->drafts, c->arena, c->error);
    if (!draft)
        return kb_failed(c);
    *draft = (kb_draft){.name = text.text,
                        .kind = kind,
                        .has_coordinates = text.has_coordinates,
                        .lat = text.lat,
                        .lon = text.lon,
                        .at = at};
    memcpy(draft->code, code.ptr, 3);
    memcpy(draft->sector, text.sector, sizeof draft->sector);
    memset(text.sector, 0, sizeof text.sector); /* the name's is the entry's */
    return add_name(c, at, &text, KB_NAME);
}

static chancery_status read_names(kb_compiler *c, kb_place_in at, kb_name_kind kind, slice raw)
{
    slice part;
    while (slice_next(&raw, ';', &part)) {
        kb_value_text text;
        chancery_status status = kb_parse_value(c, at, part, &text);
        if (status != CHANCERY_OK)
            return status;
        kb_draft *draft = last_draft(c);
        if (text.has_coordinates && kind != KB_CAPITAL)
            return kb_fail(
                c, at, CHANCERY_E_FORMAT,
                "only a capital or a block's first line has coordinates; take them away");
        if (text.has_coordinates && !draft->has_coordinates) {
            draft->has_coordinates = true;
            draft->lat = text.lat;
            draft->lon = text.lon;
        }
        if (kind == KB_ABBREVIATION && draft->abbreviation.len == 0)
            draft->abbreviation = text.text;
        status = add_name(c, at, &text, kind);
        if (status != CHANCERY_OK)
            return status;
    }
    return CHANCERY_OK;
}

chancery_status kb_read_date(kb_compiler *c, kb_place_in at, slice raw, kb_date *out)
{
    if (!kb_parse_date(raw, out))
        return kb_fail(c, at, CHANCERY_E_FORMAT,
                       "'%.*s' is no date; write a year or an ISO date: 1816, 1991-12, 1991-12-26",
                       SLICE_ARGS(raw));
    return CHANCERY_OK;
}

static chancery_status read_date_once(kb_compiler *c, kb_place_in at, slice raw, kb_date *out)
{
    if (*out)
        return kb_fail(c, at, CHANCERY_E_FORMAT, "the date stands twice; take one away");
    return kb_read_date(c, at, raw, out);
}

static chancery_status read_population(kb_compiler *c, kb_place_in at, slice raw, uint32_t *out)
{
    uint64_t people;
    if (!number_parse_u64(raw, &people) || people > UINT32_MAX)
        return kb_fail(c, at, CHANCERY_E_FORMAT, "'%.*s' is no number of people; write digits only",
                       SLICE_ARGS(raw));
    *out = (uint32_t)people;
    return CHANCERY_OK;
}

static chancery_status read_alpha2(kb_compiler *c, kb_place_in at, slice raw)
{
    kb_draft *draft = last_draft(c);
    if (draft->kind != KB_STATE || !is_upper_letters(raw, 2) || draft->alpha2[0])
        return kb_fail(c, at, CHANCERY_E_FORMAT,
                       "'alpha2: %.*s': a state has one such code of two capitals; correct it",
                       SLICE_ARGS(raw));
    memcpy(draft->alpha2, raw.ptr, 2);
    return CHANCERY_OK;
}

/* A number of Correlates of War, or of Gleditsch and Ward. */
static chancery_status read_system_number(kb_compiler *c, kb_place_in at, slice raw, uint16_t *out)
{
    uint64_t number;
    if (!number_parse_u64(raw, &number) || number == 0 || number > 999 || *out)
        return kb_fail(c, at, CHANCERY_E_FORMAT,
                       "'%.*s': a state has one such number, from 1 to 999; correct it",
                       SLICE_ARGS(raw));
    *out = (uint16_t)number;
    return CHANCERY_OK;
}

/* "he" or "she". */
static chancery_status read_gender(kb_compiler *c, kb_place_in at, slice raw)
{
    kb_draft *draft = last_draft(c);
    bool he = slice_equal(raw, SLICE("he"));
    if ((!he && !slice_equal(raw, SLICE("she"))) || draft->gender != KB_GENDER_UNKNOWN)
        return kb_fail(c, at, CHANCERY_E_FORMAT,
                       "'%.*s': write 'gender: he' or 'gender: she', once", SLICE_ARGS(raw));
    draft->gender = he ? KB_HE : KB_SHE;
    return CHANCERY_OK;
}

/* "Xi", or "none" where nobody uses a part of the name alone. */
static chancery_status read_family(kb_compiler *c, kb_place_in at, slice raw)
{
    last_draft(c)->family = true;
    return slice_equal(raw, SLICE("none")) ? CHANCERY_OK : read_names(c, at, KB_FAMILY, raw);
}

/* "own knowledge, 2025-06": the date says up to when what has no end was known to last. */
static chancery_status read_entry_source(kb_compiler *c, kb_place_in at, slice raw)
{
    size_t comma = raw.len;
    while (comma > 0 && raw.ptr[comma - 1] != ',')
        comma--;
    if (comma == 0)
        return kb_fail(c, at, CHANCERY_E_FORMAT,
                       "a source ends in a comma and a date: 'source: own knowledge, 2025-06'");
    return read_date_once(c, at, slice_trim(slice_range(raw, comma, raw.len)),
                          &last_draft(c)->checked);
}

static chancery_status read_field_of(kb_compiler *c, kb_place_in at, const struct field *field,
                                     slice raw)
{
    kb_draft *draft = last_draft(c);
    switch (field->kind) {
    case FIELD_NAME:
        return read_names(c, at, field->name_kind, raw);
    case FIELD_SINCE:
        return read_date_once(c, at, raw, &draft->since);
    case FIELD_UNTIL:
        return read_date_once(c, at, raw, &draft->until);
    case FIELD_ALPHA2:
        return read_alpha2(c, at, raw);
    case FIELD_POPULATION:
        return read_population(c, at, raw, &draft->population);
    case FIELD_COW:
        return read_system_number(c, at, raw, &draft->cow);
    case FIELD_GW:
        return read_system_number(c, at, raw, &draft->gw);
    case FIELD_MEMBER:
        return kb_read_members(c, at, raw);
    case FIELD_FAMILY:
        return read_family(c, at, raw);
    case FIELD_GENDER:
        return read_gender(c, at, raw);
    case FIELD_OFFICE:
        return kb_read_term(c, at, raw);
    case FIELD_SOURCE:
        break;
    }
    return read_entry_source(c, at, raw);
}

/* The fields that an entry of this kind has, for a message. */
static slice fields_of(kb_kind kind, char *list, size_t size)
{
    size_t length = 0;
    for (size_t i = 0; i < sizeof FIELDS / sizeof FIELDS[0]; i++) {
        if (!(FIELDS[i].of & 1u << kind))
            continue;
        int written =
            snprintf(list + length, size - length, "%s%s", length ? ", " : "", FIELDS[i].name);
        if (written < 0 || (size_t)written >= size - length)
            break;
        length += (size_t)written;
    }
    return (slice){list, length};
}

static chancery_status read_entry_field(kb_compiler *c, kb_place_in at, slice name, slice raw)
{
    kb_kind kind = last_draft(c)->kind;
    for (size_t i = 0; i < sizeof FIELDS / sizeof FIELDS[0]; i++)
        if ((FIELDS[i].of & 1u << kind) && slice_equal(name, slice_of(FIELDS[i].name)))
            return read_field_of(c, at, &FIELDS[i], raw);
    char list[256];
    return kb_fail(c, at, CHANCERY_E_FORMAT,
                   "there is no field '%.*s' here; the fields of this block are %.*s",
                   SLICE_ARGS(name), SLICE_ARGS(fields_of(kind, list, sizeof list)));
}

/* ---- places.tsv ---- */

static chancery_status read_row(kb_compiler *c, kb_place_in at, slice line)
{
    slice cells[6] = {0};
    size_t count = 0;
    slice rest = line;
    slice cell;
    while (slice_next(&rest, '\t', &cell)) {
        if (count == 6)
            return kb_fail(c, at, CHANCERY_E_FORMAT, "more than 6 columns; take some away");
        cells[count++] = slice_trim(cell);
    }
    if (count < 5)
        return kb_fail(c, at, CHANCERY_E_FORMAT,
                       "a place has 5 columns between tabs: name, code, latitude, longitude, "
                       "population; write all");
    slice point;
    chancery_status status = arena_printf(c->arena, &point, c->error, "%.*s,%.*s",
                                          SLICE_ARGS(cells[2]), SLICE_ARGS(cells[3]));
    kb_draft draft = {.kind = KB_PLACE, .has_coordinates = true, .row = true, .at = at};
    if (status == CHANCERY_OK)
        status = parse_coordinates(c, at, point, &draft.lat, &draft.lon);
    if (status == CHANCERY_OK)
        status = read_population(c, at, cells[4], &draft.population);
    if (status != CHANCERY_OK)
        return status;
    slice head;
    status = arena_printf(c->arena, &head, c->error, "%.*s %.*s", SLICE_ARGS(cells[1]),
                          SLICE_ARGS(cells[0]));
    if (status == CHANCERY_OK)
        status = read_entry_head(c, at, KB_PLACE, head);
    if (status != CHANCERY_OK)
        return status;
    kb_draft *made = last_draft(c);
    draft.name = made->name;
    memcpy(draft.code, made->code, sizeof draft.code);
    *made = draft;
    return count == 6 && cells[5].len ? read_names(c, at, KB_NAME, cells[5]) : CHANCERY_OK;
}

static chancery_status read_rows(kb_compiler *c, uint32_t source, slice text)
{
    kb_place_in at = {source, 0};
    slice line;
    while (slice_next(&text, '\n', &line)) {
        at.line++;
        if (slice_trim(line).len == 0 || line.ptr[0] == '#')
            continue;
        chancery_status status = read_row(c, at, line);
        if (status != CHANCERY_OK)
            return status;
    }
    return CHANCERY_OK;
}

/* ---- sources ---- */

enum block_state { BLOCK_NONE, BLOCK_ENTRY, BLOCK_OFFICE };

static chancery_status read_head(kb_compiler *c, kb_place_in at, slice line,
                                 enum block_state *state, kb_office_block *office)
{
    slice word = {0};
    kb_kind kind;
    (void)block_word(&line, &word); /* the line is not blank */
    if (kind_of(word, &kind)) {
        *state = BLOCK_ENTRY;
        return read_entry_head(c, at, kind, line);
    }
    *state = BLOCK_OFFICE;
    return kb_read_office_head(c, at, word, line, office);
}

static chancery_status read_blocks(kb_compiler *c, uint32_t source, slice text)
{
    block_reader reader = block_open(text);
    block_line line;
    enum block_state state = BLOCK_NONE;
    kb_office_block office = {0};
    chancery_status status = CHANCERY_OK;
    while (status == CHANCERY_OK && block_next(&reader, &line)) {
        kb_place_in at = {source, (uint32_t)line.number};
        slice body = kb_strip_comment(line.text);
        slice field;
        slice raw;
        if (line.head)
            status = read_head(c, at, body, &state, &office);
        else if (state == BLOCK_NONE)
            status = kb_fail(c, at, CHANCERY_E_FORMAT,
                             "a field before any block; begin a block at the start of a line");
        else if (!block_field(body, &field, &raw))
            status = kb_fail(c, at, CHANCERY_E_FORMAT,
                             "no field in this line; write 'field: value; value'");
        else if (state == BLOCK_ENTRY)
            status = read_entry_field(c, at, field, raw);
        else
            status = kb_read_office_field(c, at, &office, field, raw);
    }
    return status;
}

/* Checks the bytes and reads one source. */
static chancery_status read_source(kb_compiler *c, uint32_t index)
{
    slice text = c->sources[index].text;
    kb_place_in at = {index, 0};
    if (text.len > KB_MAX_SOURCE_BYTES)
        return kb_fail(c, at, CHANCERY_E_LIMIT, "larger than %d bytes; split the file",
                       KB_MAX_SOURCE_BYTES);
    chancery_error why = {0};
    if (text_check_utf8(text, &why) != CHANCERY_OK) {
        at.line = 1;
        for (size_t i = 0; i < why.offset && i < text.len; i++)
            at.line += text.ptr[i] == '\n';
        kb_fail(c, at, CHANCERY_E_UTF8, "not UTF-8; save the file as UTF-8");
        c->error->offset = why.offset;
        return CHANCERY_E_UTF8;
    }
    if (slice_starts(text, SLICE("\xEF\xBB\xBF")))
        text = slice_range(text, 3, text.len);
    if (text.len == 0)
        return CHANCERY_OK;
    bool rows = slice_ends(c->sources[index].name, SLICE(".tsv"));
    return rows ? read_rows(c, index, text) : read_blocks(c, index, text);
}

chancery_status kb_read_sources(kb_compiler *c)
{
    for (size_t i = 0; i < c->source_count; i++) {
        chancery_status status = read_source(c, (uint32_t)i);
        if (status != CHANCERY_OK)
            return status;
    }
    return CHANCERY_OK;
}
