/* Words that decide where tokens and sentences end, and what is English.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * Two kinds of lists: those counted on treebanks (learned.h, made by train/tokens.py) and those
 * written by hand here, closed classes that a treebank of news shows only in part. All are sorted
 * in byte order and searched by halves; a test holds the order. */
#include "base/listed.h"
#include "text/inner.h"
#include "text/learned.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))

/* Abbreviations, without their full stop, in small letters. A trailing '^' asks for a capital. */
static const char *const titles[] = {
    "adm^",  "amb^",    "approx", "atty^", "brig^",  "ca",    "capt^", "cf",    "cllr^", "cmdr^",
    "cmdt^", "col^",    "cpl^",   "cpt^",  "det^",   "dr^",   "drs^",  "eg",    "esp",   "fr^",
    "ft^",   "gen^",    "gens^",  "gov^",  "govs^",  "gral^", "hon^",  "ie",    "insp^", "lt^",
    "maj^",  "messrs^", "mgr^",   "min^",  "mlle^",  "mme^",  "mr^",   "mrs^",  "ms^",   "msgr^",
    "mt^",   "ph",      "pres^",  "prof^", "profs^", "pvt^",  "rep^",  "reps^", "rev^",  "sen^",
    "sens^", "sgt^",    "smt^",   "sra^",  "srta^",  "ste^",  "supt^", "ven^",  "viz",   "vs",
};

static const char *const never_last[] = {"e.g", "i.e", "p.s"};

static const char *const before_numbers[] = {
    "art", "arts", "ch",   "chap",  "eq", "fig", "figs", "no",  "nos",
    "p",   "par",  "para", "paras", "pp", "sec", "sect", "vol", "vols",
};

static const char *const others[] = {
    "al",    "ala^",  "alta^",  "apr^",  "ariz^", "ark^",   "assn",   "assoc", "attn",   "aug^",
    "ave^",  "b.ed",  "b.phil", "b.sc",  "bldg",  "blvd",   "bros^",  "c.v",   "cal^",   "calif^",
    "co^",   "colo^", "conf",   "conn^", "corp",  "cos^",   "d.phil", "dec^",  "del^",   "dept",
    "dist",  "div",   "ed",     "eds",   "est",   "etc",    "ext",    "feb^",  "fla^",   "fri^",
    "ga^",   "gmbh",  "govt",   "hwy",   "ill^",  "inc",    "ind^",   "int",   "jan^",   "jr^",
    "jul^",  "jun^",  "kan^",   "ky^",   "la^",   "lt.col", "ltd",    "m.ed",  "m.phil", "m.sc",
    "mass^", "md^",   "mfg",    "mich^", "minn^", "miss^",  "mo^",    "mon^",  "mont^",  "neb^",
    "nev^",  "nov^",  "oct^",   "okla^", "ont^",  "ore^",   "orig",   "oz",    "pa^",    "ph.d",
    "plc",   "pts",   "pty",    "que^",  "rd^",   "resp",   "sat^",   "sep^",  "sept^",  "sq",
    "sr^",   "st^",   "sun^",   "tel",   "tenn^", "tex^",   "thu^",   "thur^", "thurs^", "tue^",
    "tues^", "univ^", "va^",    "vt^",   "wash^", "wed^",   "wis^",   "wyo^",  "yrs",
};

/* First parts that are kept with what follows the hyphen, beside those that the treebanks show. */
static const char *const more_prefixes[] = {
    "ante",  "arch",  "bi",    "de",    "extra", "hyper", "infra",  "intra",
    "macro", "mega",  "micro", "mono",  "neo",   "para",  "pseudo", "psycho",
    "socio", "super", "supra", "trans", "tri",   "ultra", "un",
};

static const char *const hyphen_suffixes[] = {"esque", "ish", "wise"};

static const char *const units[] = {
    "AM",  "C",   "F",  "GB",  "GHz", "GW", "GWh", "Gt", "Hz",  "K",   "KB",  "MB",
    "MHz", "MPH", "MW", "MWh", "Mt",  "PM", "TB",  "TW", "TWh", "a.m", "am",  "bn",
    "cm",  "dB",  "ft", "ha",  "hp",  "hr", "hrs", "k",  "kHz", "kJ",  "kW",  "kWh",
    "kb",  "kg",  "km", "kmh", "kph", "lb", "lbs", "m",  "mg",  "min", "ml",  "mm",
    "mn",  "mph", "ms", "mt",  "nm",  "oz", "p.m", "pm", "sq",  "tn",  "yds",
};

static const char *const money_units[] = {
    "B", "M",   "T",       "b",   "bil", "billion", "bln", "bn", "c",  "k",
    "m", "mil", "million", "mln", "mn",  "p",       "t",   "tn", "tr", "trillion",
};

/* What stands before a sum without a space: "USD400". */
static const char *const currencies[] = {
    "AED", "AUD", "BRL", "CAD", "CHF", "CNY", "EGP", "EUR", "GBP", "HKD", "IDR", "ILS", "INR",
    "IRR", "JPY", "KRW", "KZT", "MXN", "MYR", "NGN", "NOK", "NZD", "PHP", "PKR", "PLN", "RM",
    "RMB", "RUB", "Rs",  "SAR", "SEK", "SGD", "THB", "TRY", "TWD", "UAH", "USD", "VND", "ZAR",
};

static const char *const speech_verbs[] = {
    "added",    "adds",      "asked",    "asks",    "cried",    "declared",
    "demanded", "exclaimed", "inquired", "noted",   "remarked", "replied",
    "replies",  "said",      "says",     "shouted", "wondered", "wrote",
};

static const char *const credits[] = {"Image", "Photo", "Photograph", "Photos", "Picture"};

static const char *const top_domains[] = {
    "ac",     "ae",   "af",   "ai",     "app",  "ar",   "au",  "az",   "ba", "bd",   "bg",
    "biz",    "blog", "br",   "ca",     "cat",  "ch",   "cl",  "cn",   "co", "com",  "coop",
    "cz",     "de",   "dev",  "dk",     "edu",  "ee",   "eg",  "es",   "eu", "fi",   "fm",
    "fr",     "ge",   "gov",  "gr",     "hk",   "hr",   "hu",  "ie",   "il", "info", "int",
    "io",     "iq",   "ir",   "jp",     "ke",   "kr",   "kz",  "lt",   "lu", "lv",   "ly",
    "md",     "mil",  "mobi", "museum", "mx",   "name", "net", "news", "ng", "nl",   "nz",
    "online", "org",  "pe",   "ph",     "pk",   "pl",   "pro", "pt",   "ro", "rs",   "ru",
    "sa",     "se",   "sg",   "si",     "site", "sk",   "su",  "th",   "tn", "tr",   "travel",
    "tv",     "tw",   "ua",   "uk",     "us",   "uy",   "uz",  "va",   "vn", "xyz",  "za",
};

static const char *const elisions[] = {
    "bout", "cause", "em", "n", "round", "til", "till", "tis", "twas",
};

/* Function words of English that are hardly any in the other great languages of Latin script, and
 * some of theirs: language.c counts both. */
static const char *const english_words[] = {
    "after",  "also", "and",  "are",   "been",  "between", "both",  "but",  "by",    "could",
    "during", "for",  "from", "had",   "has",   "have",    "he",    "her",  "his",   "into",
    "is",     "it",   "its",  "of",    "on",    "other",   "our",   "said", "she",   "should",
    "than",   "that", "the",  "their", "them",  "there",   "these", "they", "this",  "to",
    "was",    "we",   "were", "which", "while", "who",     "will",  "with", "would", "you",
};

static const char *const foreign_words[] = {
    "als",   "auf",  "aus",  "avec", "bei",  "bir",  "che",  "con", "da",  "dan", "dans",
    "das",   "de",   "del",  "dem",  "den",  "der",  "des",  "det", "di",  "die", "du",
    "een",   "ein",  "eine", "el",   "em",   "en",   "es",   "est", "et",  "het", "il",
    "ile",   "je",   "la",   "las",  "le",   "les",  "lo",   "los", "mit", "na",  "nel",
    "nicht", "nie",  "och",  "ou",   "para", "por",  "pour", "que", "qui", "se",  "sich",
    "som",   "sont", "sua",  "sur",  "te",   "um",   "uma",  "un",  "una", "und", "une",
    "van",   "ve",   "von",  "voor", "w",    "yang", "z",    "zu",
};

/* First letters (bit 0: a) of the words above, by length: most words end here. The tests hold that
 * they fit. */
static const uint32_t english_firsts[] = {0x0,      0x0,      0x484182, 0x14c41a3,
                                          0x4c01a3, 0x484005, 0x40008,  0x2};
static const uint32_t foreign_firsts[] = {0x0, 0x2400000, 0x23c6b18, 0x35f99f, 0x1248019, 0x2000};

/* Words that are two: the number is the length of the first. */
static const struct fused {
    const char *word;
    size_t cut;
} fused[] = {
    {"aint", 2},   {"arent", 3},  {"cannot", 3},  {"cant", 2},  {"couldnt", 5}, {"didnt", 3},
    {"doesnt", 4}, {"dont", 2},   {"gonna", 3},   {"gotta", 3}, {"hadnt", 3},   {"hasnt", 3},
    {"havent", 4}, {"im", 1},     {"isnt", 2},    {"ive", 1},   {"outta", 3},   {"shouldnt", 6},
    {"thats", 4},  {"theres", 5}, {"theyre", 4},  {"wanna", 3}, {"wasnt", 3},   {"werent", 4},
    {"whats", 4},  {"wont", 2},   {"wouldnt", 5}, {"youre", 3}, {"youve", 3},
};

enum { LONGEST_WORD = 12 };

/* Copies `word` in small letters; false where it is too long to be in a list or not ASCII. */
static bool small(slice word, char out[LONGEST_WORD + 1])
{
    if (word.len == 0 || word.len > LONGEST_WORD)
        return false;
    for (size_t i = 0; i < word.len; i++) {
        if (word.ptr[i] & 0x80 || word.ptr[i] == 0)
            return false;
        out[i] = ascii_fold(word.ptr[i]);
    }
    return true;
}

static bool sorted(const char *const *table, size_t count)
{
    for (size_t i = 1; i < count; i++)
        if (strcmp(table[i - 1], table[i]) >= 0 || strlen(table[i]) > LONGEST_WORD + 1)
            return false;
    return true;
}

/* The word as it stands, case and all. */
static bool search_exact(const char *const *table, size_t count, slice word)
{
    return listed_find(table, count, sizeof *table, word) != NULL;
}

static bool search_small(const char *const *table, size_t count, slice word)
{
    char copy[LONGEST_WORD + 1];
    return small(word, copy) && search_exact(table, count, (slice){copy, word.len});
}

static bool is_shouted(slice word)
{
    for (size_t i = 0; i < word.len; i++)
        if (!ascii_upper(word.ptr[i]))
            return false;
    return word.len >= 2;
}

/* As search_small, but an entry that ends in '^' is found only where the word begins with a
 * capital, and one that doesn't only where not all of the word is in capitals ("IE" is a name). */
static bool search_capital(const char *const *table, size_t count, slice word)
{
    char copy[LONGEST_WORD + 1];
    if (!small(word, copy))
        return false;
    if (!is_shouted(word) && search_exact(table, count, (slice){copy, word.len}))
        return true;
    copy[word.len] = '^';
    return ascii_upper(word.ptr[0]) && search_exact(table, count, (slice){copy, word.len + 1});
}

/* Single letters with full stops between them: "U.S", "a.m", "J". */
static bool is_initials(slice word)
{
    if (word.len % 2 == 0 || word.len > LONGEST_WORD)
        return false;
    for (size_t i = 0; i < word.len; i++)
        if (i % 2 ? word.ptr[i] != '.' : !ascii_letter(word.ptr[i]))
            return false;
    return word.len > 1 || ascii_upper(word.ptr[0]) || memchr("bcdmrtv", word.ptr[0], 7);
}

text_abbreviation text_abbreviation_of(slice word)
{
    if (search_capital(titles, COUNT(titles), word))
        return ABBREVIATION_TITLE;
    bool initial = word.len == 1 && ascii_upper(word.ptr[0]); /* "P. Sharma", not "p. 7" */
    if (!initial && search_small(before_numbers, COUNT(before_numbers), word))
        return ABBREVIATION_NUMBER;
    if (search_small(never_last, COUNT(never_last), word))
        return ABBREVIATION_TITLE;
    if (is_initials(word))
        return ABBREVIATION_WORD;
    return search_capital(others, COUNT(others), word) ? ABBREVIATION_WORD : ABBREVIATION_NONE;
}

static bool may_begin(const uint32_t *firsts, size_t lengths, slice word)
{
    unsigned letter = word.len ? ((unsigned char)word.ptr[0] | 0x20u) - 'a' : 26;
    return word.len < lengths && letter < 26 && (firsts[word.len] >> letter & 1);
}

static bool all_may_begin(const uint32_t *firsts, size_t lengths, const char *const *table,
                          size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (!may_begin(firsts, lengths, slice_of(table[i])))
            return false;
    return true;
}

bool text_words_sorted(void)
{
    return sorted(titles, COUNT(titles)) && sorted(before_numbers, COUNT(before_numbers)) &&
           sorted(others, COUNT(others)) && sorted(never_last, COUNT(never_last)) &&
           sorted(currencies, COUNT(currencies)) && sorted(credits, COUNT(credits)) &&
           sorted(more_prefixes, COUNT(more_prefixes)) &&
           sorted(hyphen_suffixes, COUNT(hyphen_suffixes)) && sorted(units, COUNT(units)) &&
           sorted(money_units, COUNT(money_units)) && sorted(speech_verbs, COUNT(speech_verbs)) &&
           sorted(top_domains, COUNT(top_domains)) && sorted(elisions, COUNT(elisions)) &&
           sorted(english_words, COUNT(english_words)) &&
           sorted(foreign_words, COUNT(foreign_words)) &&
           all_may_begin(english_firsts, COUNT(english_firsts), english_words,
                         COUNT(english_words)) &&
           all_may_begin(foreign_firsts, COUNT(foreign_firsts), foreign_words,
                         COUNT(foreign_words)) &&
           sorted(starters, COUNT(starters)) && sorted(hyphen_prefixes, COUNT(hyphen_prefixes));
}

bool text_is_hyphen_prefix(slice word)
{
    return search_small(hyphen_prefixes, COUNT(hyphen_prefixes), word) ||
           search_small(more_prefixes, COUNT(more_prefixes), word);
}

bool text_is_hyphen_suffix(slice word)
{
    return search_exact(hyphen_suffixes, COUNT(hyphen_suffixes), word);
}

bool text_is_unit(slice letters)
{
    return search_exact(units, COUNT(units), letters);
}

bool text_is_money_unit(slice letters)
{
    return search_exact(money_units, COUNT(money_units), letters);
}

bool text_is_currency(slice letters)
{
    return search_exact(currencies, COUNT(currencies), letters);
}

bool text_is_credit(slice word)
{
    return search_exact(credits, COUNT(credits), word);
}

bool text_is_starter(slice word)
{
    return search_exact(starters, COUNT(starters), word);
}

bool text_is_speech_verb(slice word)
{
    return search_exact(speech_verbs, COUNT(speech_verbs), word);
}

bool text_is_top_domain(slice label)
{
    return search_small(top_domains, COUNT(top_domains), label);
}

bool text_is_elision(slice word)
{
    return search_small(elisions, COUNT(elisions), word);
}

bool text_is_english_word(slice word)
{
    return may_begin(english_firsts, COUNT(english_firsts), word) &&
           search_small(english_words, COUNT(english_words), word);
}

bool text_is_foreign_word(slice word)
{
    return may_begin(foreign_firsts, COUNT(foreign_firsts), word) &&
           search_small(foreign_words, COUNT(foreign_words), word);
}

size_t text_fused_cut(slice word)
{
    /* Most words end otherwise, which saves the search. */
    if (word.len < 2 || word.len > 8 || !memchr("taesm", word.ptr[word.len - 1] | 0x20, 5) ||
        !memchr("acdghiostwy", word.ptr[0] | 0x20, 11))
        return 0;
    if (word.len == 2 && word.ptr[0] == 'I') /* "Im" is a Korean name */
        return 0;
    char copy[LONGEST_WORD + 1];
    if (!small(word, copy))
        return 0;
    const struct fused *found =
        listed_find(fused, COUNT(fused), sizeof *fused, (slice){copy, word.len});
    return found ? found->cut : 0;
}
