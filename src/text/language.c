/* Languages: which one a report is written in.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * Three questions, the cheap ones first, over the first SAMPLE bytes:
 * 1. The script. Hangul is Korean, kana is Japanese, Han without kana is Chinese; Greek, Hebrew,
 * Thai, Georgian and Armenian each have one great language too.
 * 2. English function words. Where one word in twenty is "the", "of", "that" or their like, and
 * those of other languages are fewer, the text is English, however many foreign names stand in it.
 * 3. libexttextcat's fingerprints (Cavnar and Trenkle, N-Gram-Based Text Categorization, 1994) for
 * the rest. Where the third has no clear answer on Latin letters, there is none: then the report is
 * read.
 *
 * Opening the fingerprints of all languages takes as long as classifying some twenty texts, hence
 * text_languages. A handle is only read by textcat_ClassifyFull, which keeps its work in memory of
 * its own and in the caller's candidates, so one handle serves all threads. */
#include "text/language.h"

#include <libexttextcat/textcat.h>

#include "base/error.h"
#include "base/memory.h"
#include "text/inner.h"

#ifndef TEXT_FINGERPRINTS
#define TEXT_FINGERPRINTS "/usr/share/libexttextcat/"
#endif

enum {
    SAMPLE = 4096,             /* bytes */
    FEWEST_LETTERS = 12,       /* to tell by script */
    FEWEST_WORDS = 12,         /* to tell by fingerprints, in scripts that part words */
    FEWEST_SMALL = 6,          /* of them without a capital */
    MANY_WORDS = 60,           /* enough of any kind: a text in capitals */
    ENGLISH_PERCENT = 5,       /* function words among the words of English, at the least */
    LONGEST_FUNCTION_WORD = 7, /* of the lists that are counted: "between" */
    DOUBT_PERCENT = 2,         /* as many, and the fingerprints don't decide against English */
};

struct text_languages {
    void *handle;
};

typedef struct census {
    size_t letters;
    size_t latin, han, kana, hangul, greek, hebrew, thai, georgian, armenian, cyrillic, arabic;
    size_t words;
    size_t small;   /* of them, those without a capital: names tell little of the language */
    size_t english; /* function words */
    size_t foreign;
} census;

static void count_script(census *c, uint32_t code)
{
    c->letters++;
    c->latin += code < 0x250 || (code >= 0x1e00 && code < 0x1f00);
    c->greek += (code >= 0x370 && code < 0x400) || (code >= 0x1f00 && code < 0x2000);
    c->cyrillic += code >= 0x400 && code < 0x530;
    c->armenian += code >= 0x530 && code < 0x590;
    c->hebrew += code >= 0x590 && code < 0x600;
    c->arabic += (code >= 0x600 && code < 0x780) || (code >= 0xfb50 && code < 0xff00);
    c->thai += code >= 0xe00 && code < 0xe80;
    c->georgian += code >= 0x10a0 && code < 0x1100;
    c->kana += code >= 0x3040 && code < 0x3100;
    c->han += (code >= 0x3400 && code < 0xa000) || (code >= 0x20000 && code < 0x30000);
    c->hangul += (code >= 0xac00 && code < 0xd7b0) || (code >= 0x1100 && code < 0x1200);
}

static void count_word(census *c, slice word)
{
    c->words++;
    c->small += word.len > 0 && !(word.ptr[0] >= 'A' && word.ptr[0] <= 'Z');
    if (word.len > LONGEST_FUNCTION_WORD)
        return;
    c->english += text_is_english_word(word);
    c->foreign += text_is_foreign_word(word);
}

static census take_census(slice text)
{
    census c = {0};
    size_t start = 0;
    bool inside = false;
    for (size_t i = 0; i < text.len;) {
        if (ascii_letter(text.ptr[i])) {
            start = inside ? start : i;
            inside = true;
            c.letters++;
            c.latin++;
            i++;
            continue;
        }
        uint32_t code;
        size_t length = text_decode(text.ptr + i, &code);
        bool letter = text_class_of(code) == CLASS_LETTER;
        if (letter)
            count_script(&c, code);
        if (letter && !inside)
            start = i;
        if (!letter && inside && text_class_of(code) != CLASS_MARK)
            count_word(&c, slice_range(text, start, i));
        inside = letter || (inside && text_class_of(code) == CLASS_MARK);
        i += length;
    }
    if (inside)
        count_word(&c, slice_range(text, start, text.len));
    return c;
}

/* The language that a script stands for, or empty. */
static slice by_script(const census *c)
{
    size_t half = c->letters / 2;
    if (c->hangul > half)
        return SLICE("ko");
    if (c->han + c->kana > half)
        return c->kana * 20 > c->han + c->kana ? SLICE("ja") : SLICE("zh");
    if (c->greek > half)
        return SLICE("el");
    if (c->hebrew > half)
        return SLICE("he");
    if (c->thai > half)
        return SLICE("th");
    if (c->georgian > half)
        return SLICE("ka");
    return c->armenian > half ? SLICE("hy") : (slice){"", 0};
}

static bool is_english(const census *c, size_t percent)
{
    return c->latin * 2 > c->letters && c->english > c->foreign &&
           c->english * 100 >= c->words * percent;
}

/* All languages of two letters that there are fingerprints of. */
static slice code_of(const char *name)
{
    static const char codes[] =
        "abafakamarayazbebgbibmbnbobrbscacscydadedveeeleneoeseteufafifjfofrfygagdglgngugvhahehihrht"
        "huhyiaidisitjakakkklkmknkokylalblglnloltlvmgmimkmlmnmrmsmtmynbndnenlnnnrnyocompaplpsptqurm"
        "rnrorwsascsdsesgsiskslsnsosqsrssstsvswtatetgthtitktltntotrtstttyugukuruzvevivowawoxhyiyoza"
        "zhzu";
    if (!ascii_lower(name[0]) || !ascii_lower(name[1]) || ascii_lower(name[2]))
        return (slice){"", 0};
    for (size_t i = 0; i + 1 < sizeof codes - 1; i += 2)
        if (codes[i] == name[0] && codes[i + 1] == name[1])
            return (slice){codes + i, 2};
    return (slice){"", 0};
}

/* Letters and single spaces only, which is all that fingerprints are made of; NUL-terminated. */
static size_t clean(slice text, char out[SAMPLE + 1])
{
    size_t size = 0;
    for (size_t i = 0; i < text.len;) {
        uint32_t code;
        size_t length = text_decode(text.ptr + i, &code);
        text_class class = text_class_of(code);
        if (class == CLASS_LETTER || class == CLASS_MARK) {
            memcpy(out + size, text.ptr + i, length);
            size += length;
        } else if (size > 0 && out[size - 1] != ' ') {
            out[size++] = ' ';
        }
        i += length;
    }
    out[size] = 0;
    return size;
}

/* The best candidate, or English where it is among the candidates at all. */
static slice by_fingerprints(const text_languages *languages, slice sample)
{
    char buffer[SAMPLE + 1];
    size_t size = clean(sample, buffer);
    slice best = {"", 0};
    candidate_t *candidates = textcat_GetClassifyFullOutput(languages->handle);
    if (!candidates)
        return best;
    int count = textcat_ClassifyFull(languages->handle, buffer, size, candidates);
    if (count > 0)
        best = code_of(candidates[0].name);
    for (int i = 1; i < count; i++)
        if (slice_equal(code_of(candidates[i].name), SLICE("en")))
            best = SLICE("en");
    textcat_ReleaseClassifyFullOutput(languages->handle, candidates);
    return best;
}

/* The first SAMPLE bytes at most, not cut within a character. */
static slice sample_of(slice text)
{
    size_t length = text.len < SAMPLE ? text.len : SAMPLE;
    while (length > 0 && length < text.len && ((unsigned char)text.ptr[length] & 0xc0) == 0x80)
        length--;
    return slice_range(text, 0, length);
}

/* Asks the fingerprints, opening some where the caller has none; without any installed there is no
 * answer. */
static chancery_status ask_fingerprints(const text_languages *languages, slice sample, slice *out,
                                        chancery_error *error)
{
    text_languages *own = NULL;
    *out = (slice){"", 0};
    if (!languages) {
        chancery_status status = text_languages_open(&own, error);
        if (status != CHANCERY_OK)
            return status == CHANCERY_E_MEMORY ? status : CHANCERY_OK;
        languages = own;
    }
    *out = by_fingerprints(languages, sample);
    text_languages_close(own);
    return CHANCERY_OK;
}

chancery_status text_language_of(const text_languages *languages, slice text, slice *out,
                                 chancery_error *error)
{
    slice sample = sample_of(text);
    census c = take_census(sample);
    bool latin = c.latin * 2 > c.letters;
    *out = (slice){"", 0};
    if (c.english >= 2 && is_english(&c, ENGLISH_PERCENT)) {
        *out = SLICE("en");
        return CHANCERY_OK;
    }
    if (c.letters < FEWEST_LETTERS ||
        (latin && (c.words < FEWEST_WORDS || (c.words < MANY_WORDS && c.small < FEWEST_SMALL))))
        return CHANCERY_OK;
    *out = by_script(&c);
    if (out->len > 0)
        return CHANCERY_OK;
    chancery_status status = ask_fingerprints(languages, sample, out, error);
    if (status != CHANCERY_OK)
        return status;
    if (out->len > 0 && is_english(&c, DOUBT_PERCENT)) /* a list of names and little else */
        *out = SLICE("en");
    if (out->len == 0 && c.cyrillic * 2 > c.letters)
        *out = SLICE("ru");
    if (out->len == 0 && c.arabic * 2 > c.letters)
        *out = SLICE("ar");
    return CHANCERY_OK;
}

slice text_languages_tell(const text_languages *languages, slice text)
{
    slice language;
    if (text_language_of(languages, text, &language, NULL) != CHANCERY_OK)
        language = (slice){"", 0};
    return language;
}

slice text_language(slice text)
{
    return text_languages_tell(NULL, text);
}

chancery_status text_languages_open(text_languages **out, chancery_error *error)
{
    text_languages *languages = memory_alloc(1, sizeof *languages);
    if (!languages) {
        error_set(error, CHANCERY_E_MEMORY, "no memory for the fingerprints of languages");
        return CHANCERY_E_MEMORY;
    }
    languages->handle = special_textcat_Init(TEXT_FINGERPRINTS "fpdb.conf", TEXT_FINGERPRINTS);
    if (!languages->handle) {
        memory_free(languages);
        error_set(error, CHANCERY_E_NOT_FOUND,
                  "no fingerprints of languages in %s; install libexttextcat-data",
                  TEXT_FINGERPRINTS);
        return CHANCERY_E_NOT_FOUND;
    }
    *out = languages;
    return CHANCERY_OK;
}

void text_languages_close(text_languages *languages)
{
    if (!languages)
        return;
    textcat_Done(languages->handle);
    memory_free(languages);
}
