/* Small things that all stages of reading use: spans, words, dates, days.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * Days are counted by Hinnant's "chrono-compatible low-level date algorithms" (proleptic
 * Gregorian). */
#include "reading/internal.h"

span reading_span(const reading_state *r, uint32_t token, uint32_t count)
{
    const text_token *t = r->report->tokens;
    return (span){t[token].start, t[token + count - 1].end};
}

slice reading_words(const reading_state *r, uint32_t token, uint32_t count)
{
    span s = reading_span(r, token, count);
    return slice_range(r->text, s.start, s.end);
}

span reading_range_span(const reading_state *r, uint32_t sentence, syntax_range range)
{
    const text_sentence *s = &r->report->sentences[sentence];
    return reading_span(r, s->first + range.first, (uint32_t)(range.end - range.first));
}

span reading_phrase_span(const reading_state *r, uint32_t sentence, int16_t phrase)
{
    const syntax_phrase *p = &r->parsed[sentence].phrases[phrase];
    return reading_range_span(r, sentence, (syntax_range){p->first, p->end});
}

slice reading_date_point(const reading_date *date)
{
    static const size_t lengths[] = {READING_DAY, READING_MONTH, READING_YEAR};
    if (!date->period)
        return date->value;
    for (size_t k = 0; k < sizeof lengths / sizeof *lengths; k++)
        if (date->value.len >= lengths[k] && date->endvalue.len >= lengths[k] &&
            memcmp(date->value.ptr, date->endvalue.ptr, lengths[k]) == 0)
            return slice_range(date->value, 0, lengths[k]);
    return slice_range(date->value, 0, READING_YEAR);
}

slice reading_date_end(const reading_date *date)
{
    return date->period ? (slice){0} : date->endvalue;
}

size_t reading_first_date(const reading_state *r, uint32_t sentence)
{
    size_t low = 0, high = r->dates.count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (r->dates.items[middle].sentence < sentence)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

bool reading_is_whole(const reading_state *r, uint32_t token, const char *word)
{
    const text_token *t = &r->report->tokens[token];
    const char *bytes = r->text.ptr + t->start;
    size_t length = t->end - t->start;
    for (size_t i = 0; i < length; i++) {
        char c = bytes[i];
        if (c >= 'A' && c <= 'Z')
            c = (char)(c + 32);
        if (c != word[i] || c == '\0')
            return false;
    }
    return word[length] == '\0';
}

bool reading_is_any(const reading_state *r, uint32_t token, const char *const *words)
{
    const text_token *t = &r->report->tokens[token];
    char first = t->end > t->start ? r->text.ptr[t->start] : '\0';
    for (; *words; words++)
        if (((first ^ **words) & ~0x20) == 0 && reading_is_whole(r, token, *words))
            return true;
    return false;
}

reading_who reading_who_entry(const reading_state *r, const reading_hit *hit)
{
    kb_entry entry = kb_entry_at(r->engine->kb, hit->entry);
    static const char *const codes[] = {"IGO", "NGO", "MNC", "IMG", "ISM"};
    bool state = entry.kind == KB_STATE && hit->kind != KB_BODY && hit->kind != KB_SEAT &&
                 hit->kind != KB_PEOPLE;
    reading_who who = {entry.code, hit->sector, -1, (int32_t)hit->entry, state};
    for (size_t i = 0; i < sizeof codes / sizeof *codes; i++)
        if (slice_is(hit->sector, codes[i]))
            who = (reading_who){hit->sector, {0}, -1, (int32_t)hit->entry, false};
    if (slice_equal(who.code, SLICE("NON")))
        who.code = (slice){0};
    return who;
}

int64_t reading_day_number(int year, int month, int day)
{
    int64_t y = (int64_t)year - (month <= 2);
    int64_t era = (y >= 0 ? y : y - 399) / 400;
    int64_t year_of_era = y - era * 400;
    int64_t day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    int64_t day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    return era * 146097 + day_of_era - 719468;
}

void reading_day_date(int64_t number, int *year, int *month, int *day)
{
    int64_t z = number + 719468;
    int64_t era = (z >= 0 ? z : z - 146096) / 146097;
    int64_t day_of_era = z - era * 146097;
    int64_t year_of_era =
        (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
    int64_t day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    int64_t shifted = (5 * day_of_year + 2) / 153;
    *day = (int)(day_of_year - (153 * shifted + 2) / 5 + 1);
    *month = (int)(shifted < 10 ? shifted + 3 : shifted - 9);
    *year = (int)(year_of_era + era * 400 + (*month <= 2));
}

int reading_weekday(int64_t number)
{
    int64_t day = (number + 3) % 7; /* 1970-01-01 was a Thursday */
    return (int)(day < 0 ? day + 7 : day);
}

int reading_given_of(const reading_state *r, slice code)
{
    for (int side = 0; r->given && side < READING_SIDES; side++)
        if (slice_equal(r->given[side].code, code))
            return side;
    return -1;
}
