/* Numbers and sums of money in a sentence.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * Only what is sure counts: of a range and of "at least 40" the lower bound, of "about 3,000" the
 * number itself, of "up to", "nearly", "fewer than", "dozens" and "hundreds" nothing. Currencies
 * are ISO 4217; a bare dollar is the United States'. */
#include "base/number.h"
#include "reading/events.h"

/** Beyond that no count and no sum is meant. */
#define MOST_VALUE 1e18

typedef struct number_word {
    const char *word;
    double value;
} number_word;

static const number_word units[] = {
    {"one", 1},      {"two", 2},        {"three", 3},     {"four", 4},      {"five", 5},
    {"six", 6},      {"seven", 7},      {"eight", 8},     {"nine", 9},      {"ten", 10},
    {"eleven", 11},  {"twelve", 12},    {"thirteen", 13}, {"fourteen", 14}, {"fifteen", 15},
    {"sixteen", 16}, {"seventeen", 17}, {"eighteen", 18}, {"nineteen", 19}, {"twenty", 20},
    {"thirty", 30},  {"forty", 40},     {"fifty", 50},    {"sixty", 60},    {"seventy", 70},
    {"eighty", 80},  {"ninety", 90},    {NULL, 0}};
static const number_word multipliers[] = {{"dozen", 12},    {"hundred", 100}, {"thousand", 1e3},
                                          {"million", 1e6}, {"billion", 1e9}, {"trillion", 1e12},
                                          {"lakh", 1e5},    {"crore", 1e7},   {NULL, 0}};
static const number_word short_ones[] = {{"k", 1e3},    {"m", 1e6},  {"mn", 1e6},  {"mln", 1e6},
                                         {"b", 1e9},    {"bn", 1e9}, {"bln", 1e9}, {"tn", 1e12},
                                         {"trn", 1e12}, {NULL, 0}};

static bool look_up(slice word, const number_word *list, double *out)
{
    for (; list->word; list++)
        if (slice_equal_ascii_fold(word, slice_of(list->word))) {
            *out = list->value;
            return true;
        }
    return false;
}

static slice word_at(const events_sentence *e, uint32_t w)
{
    return w < e->s->word_count ? reading_words(e->r, e->t->first + w, 1) : (slice){0};
}

/** "12", "1,200", "3.2", "seven". */
static bool read_simple(slice word, double *out)
{
    enum { MAX_DIGITS = 24 };
    char digits[MAX_DIGITS];
    size_t count = 0;
    if (look_up(word, units, out))
        return true;
    if (word.len == 0 || word.len >= MAX_DIGITS)
        return false;
    for (size_t i = 0; i < word.len; i++) {
        bool digit = word.ptr[i] >= '0' && word.ptr[i] <= '9';
        bool mark = i > 0 && i + 1 < word.len && (word.ptr[i] == ',' || word.ptr[i] == '.');
        if (!digit && !mark)
            return false;
        if (word.ptr[i] != ',')
            digits[count++] = word.ptr[i];
    }
    return number_parse_double((slice){digits, count}, out);
}

/** The words of a simple number at a word: "12", or "twenty-one" in three parts. */
static uint32_t read_plain(const events_sentence *e, uint32_t w, double *out)
{
    double ones;
    if (!read_simple(word_at(e, w), out))
        return 0;
    if (*out >= 20 && *out < 100 && slice_is(word_at(e, w + 1), "-") &&
        look_up(word_at(e, w), units, out) && look_up(word_at(e, w + 2), units, &ones) &&
        ones < 10) {
        *out += ones;
        return 3;
    }
    return 1;
}

/** Multipliers behind a number: "hundred", "million", "m". @return words. */
static uint32_t read_multipliers(const events_sentence *e, uint32_t w, double *value)
{
    enum { MOST = 2 }; /* "hundred thousand" */
    uint32_t count = 0;
    double times;
    while (count < MOST && (look_up(word_at(e, w + count), multipliers, &times) ||
                            (count == 0 && look_up(word_at(e, w), short_ones, &times)))) {
        *value *= times;
        count++;
    }
    return count;
}

static bool is_word(const events_sentence *e, uint32_t w, const char *const *list)
{
    return w < e->s->word_count && reading_is_any(e->r, e->t->first + w, list);
}

/** Whether the words before a number leave it open: "up to", "nearly", "fewer than". */
static bool unsure(const events_sentence *e, uint32_t w)
{
    static const char *const near[] = {"nearly", "almost", "under", "below", "approaching", NULL};
    static const char *const up[] = {"up", "close", NULL}, *const to[] = {"to", NULL};
    static const char *const few[] = {"fewer", "less", NULL}, *const than[] = {"than", NULL};
    static const char *const no[] = {"no", "not", NULL}, *const most[] = {"most", NULL};
    static const char *const many[] = {"many", "much", NULL}, *const as[] = {"as", NULL};
    if (w > 0 && is_word(e, w - 1, near))
        return true;
    if (w < 2)
        return false;
    return (is_word(e, w - 1, to) && is_word(e, w - 2, up)) || is_word(e, w - 1, most) ||
           (is_word(e, w - 1, as) && is_word(e, w - 2, many)) ||
           (is_word(e, w - 1, than) && is_word(e, w - 2, few) && !(w > 2 && is_word(e, w - 3, no)));
}

/** Whether a word goes on with a number that begins before it: "twenty-[one]". */
static bool goes_on(const events_sentence *e, uint32_t w)
{
    static const char *const joins[] = {"and", "-", NULL};
    double value;
    if (w > 1 && is_word(e, w - 1, joins))
        return look_up(word_at(e, w - 2), multipliers, &value) ||
               (look_up(word_at(e, w - 2), units, &value) &&
                look_up(word_at(e, w), units, &value) && slice_is(word_at(e, w - 1), "-"));
    return w > 0 && (read_simple(word_at(e, w - 1), &value) ||
                     look_up(word_at(e, w - 1), multipliers, &value));
}

uint32_t events_read_number(const events_sentence *e, uint32_t w, double *out)
{
    static const char *const article[] = {"a", "an", NULL}, *const half[] = {"half", NULL};
    static const char *const and[] = {"and", NULL}, *const percent[] = {"%", "percent", "per",
                                                                        NULL};
    uint32_t at = w;
    double value = 1, more;
    uint32_t plain = 0;
    bool simple = false;
    if (goes_on(e, w))
        return 0;
    if (is_word(e, at, half) && is_word(e, at + 1, article)) {
        value = 0.5;
        at += 2;
    } else if (is_word(e, at, article)) {
        at++;
    } else if ((plain = read_plain(e, at, &value)) > 0) {
        at += plain;
        simple = true;
    } else {
        return 0;
    }
    uint32_t times = read_multipliers(e, at, &value);
    at += times;
    if ((!simple && times == 0) || unsure(e, w) || is_word(e, at, percent) || value >= MOST_VALUE)
        return 0;
    if (times && value >= 100 && value < 1e6 && is_word(e, at, and) &&
        look_up(word_at(e, at + 1), units, &more)) {
        value += more; /* "two hundred and ten [million]" */
        at += 2;
        at += read_multipliers(e, at, &value);
    }
    *out = value;
    return at - w;
}

/** A currency's name, its code where nothing else is said, or by whose it is. */
typedef struct currency {
    const char *word;
    const char *code;  /* "" where several have it and none is meant by itself */
    const char *whose; /* pairs of a state's code and the currency's: "AUS=AUD CAN=CAD" */
} currency;

static const currency signs[] = {
    {"$", "USD", ""},  {"us$", "USD", ""}, {"a$", "AUD", ""},  {"au$", "AUD", ""},
    {"c$", "CAD", ""}, {"ca$", "CAD", ""}, {"nz$", "NZD", ""}, {"hk$", "HKD", ""},
    {"s$", "SGD", ""}, {"nt$", "TWD", ""}, {"r$", "BRL", ""},  {"€", "EUR", ""},
    {"£", "GBP", ""},  {"¥", "JPY", ""},   {"₹", "INR", ""},   {"₽", "RUB", ""},
    {"₩", "KRW", ""},  {"₺", "TRY", ""},   {"₴", "UAH", ""},   {"₪", "ILS", ""},
    {"rs", "INR", ""}, {"rmb", "CNY", ""}, {"rm", "MYR", ""},  {NULL, NULL, NULL}};

static const currency names[] = {
    {"dollar", "USD",
     "AUS=AUD CAN=CAD NZL=NZD HKG=HKD SGP=SGD TWN=TWD FJI=FJD NAM=NAD JAM=JMD BRB=BBD GUY=GYD "
     "TTO=TTD LBR=LRD ZWE=ZWL BHS=BSD BLZ=BZD"},
    {"euro", "EUR", ""},
    {"pound", "GBP", "EGY=EGP SYR=SYP LBN=LBP SDN=SDG SSD=SSP"},
    {"yen", "JPY", ""},
    {"yuan", "CNY", ""},
    {"renminbi", "CNY", ""},
    {"won", "KRW", "PRK=KPW"},
    {"rupee", "INR", "PAK=PKR LKA=LKR NPL=NPR MUS=MUR SYC=SCR"},
    {"ruble", "RUB", "BLR=BYN"},
    {"rouble", "RUB", "BLR=BYN"},
    {"rand", "ZAR", ""},
    {"riyal", "SAR", "QAT=QAR YEM=YER"},
    {"rial", "IRR", "OMN=OMR YEM=YER"},
    {"dirham", "AED", "MAR=MAD"},
    {"franc", "", "CHE=CHF GIN=GNF RWA=RWF BDI=BIF DJI=DJF COD=CDF COM=KMF"},
    {"krone", "", "NOR=NOK DNK=DKK"},
    {"kroner", "", "NOR=NOK DNK=DKK"},
    {"krona", "SEK", "ISL=ISK SWE=SEK"},
    {"kronor", "SEK", ""},
    {"crown", "", "NOR=NOK DNK=DKK SWE=SEK CZE=CZK ISL=ISK"},
    {"koruna", "CZK", ""},
    {"zloty", "PLN", ""},
    {"forint", "HUF", ""},
    {"lira", "TRY", "LBN=LBP SYR=SYP"},
    {"shekel", "ILS", ""},
    {"peso", "", "MEX=MXN PHL=PHP ARG=ARS CHL=CLP COL=COP CUB=CUP URY=UYU DOM=DOP"},
    {"real", "BRL", ""},
    {"reais", "BRL", ""},
    {"baht", "THB", ""},
    {"dong", "VND", ""},
    {"ringgit", "MYR", ""},
    {"rupiah", "IDR", ""},
    {"taka", "BDT", ""},
    {"naira", "NGN", ""},
    {"cedi", "GHS", ""},
    {"birr", "ETB", ""},
    {"kyat", "MMK", ""},
    {"hryvnia", "UAH", ""},
    {"tenge", "KZT", ""},
    {"lari", "GEL", ""},
    {"dinar", "", "KWT=KWD IRQ=IQD JOR=JOD SRB=RSD DZA=DZD TUN=TND LBY=LYD BHR=BHD"},
    {"shilling", "", "KEN=KES UGA=UGX TZA=TZS SOM=SOS"},
    {NULL, NULL, NULL}};

/** Codes that stand before or behind a sum as they are. */
static const char *const codes[] = {
    "USD", "EUR", "GBP", "JPY", "CNY", "CHF", "AUD", "CAD", "NZD", "SEK", "NOK", "DKK", "INR",
    "PKR", "RUB", "TRY", "ZAR", "BRL", "MXN", "KRW", "AED", "SAR", "QAR", "KWD", "EGP", "NGN",
    "KES", "PLN", "CZK", "HUF", "UAH", "KZT", "ILS", "THB", "SGD", "HKD", "TWD", "IDR", "MYR",
    "PHP", "VND", "BDT", "LKR", "IRR", "IQD", "JOD", "MAD", "GHS", "ETB", "TZS", "UGX", NULL};

static slice code_sign(slice word)
{
    for (size_t i = 0; codes[i]; i++)
        if (slice_is(word, codes[i]))
            return slice_of(codes[i]);
    for (const currency *c = signs; c->word; c++)
        if (slice_equal_ascii_fold(word, slice_of(c->word)))
            return slice_of(c->code);
    return (slice){0};
}

/** Of "AUS=AUD CAN=CAD" the code behind a state's. */
static slice whose_code(const char *whose, slice state)
{
    slice rest = slice_of(whose), pair;
    while (slice_next(&rest, ' ', &pair))
        if (pair.len == 7 && slice_equal(slice_range(pair, 0, 3), state))
            return slice_range(pair, 4, 7);
    return (slice){0};
}

/** "dollars", "Swiss francs", "CFA" … behind a sum. */
static slice named_currency(const events_sentence *e, uint32_t w)
{
    slice state = {0};
    if (w < e->s->word_count && e->r->hit_at[e->t->first + w] >= 0) {
        const reading_hit *hit = &e->r->hits.items[e->r->hit_at[e->t->first + w]];
        state = kb_entry_at(e->r->engine->kb, hit->entry).code;
        w = hit->token + hit->count - e->t->first;
    }
    slice word = word_at(e, w);
    if (state.len == 0 && code_sign(word).len == 3 && word.len == 3)
        return code_sign(word);
    slice one =
        word.len > 1 && word.ptr[word.len - 1] == 's' ? slice_range(word, 0, word.len - 1) : word;
    bool weighs = is_word(e, w + 1, (const char *const[]){"of", NULL});
    for (const currency *c = names; c->word; c++) {
        if (!slice_equal_ascii_fold(one, slice_of(c->word)) &&
            !slice_equal_ascii_fold(word, slice_of(c->word)))
            continue;
        slice told = whose_code(c->whose, state);
        bool home = state.len == 0 || slice_is(state, "USA") || slice_is(state, "GBR");
        bool own = c->whose[0] == '\0' || home;
        if (told.len)
            return told;
        return own && !(weighs && slice_is(one, "pound")) ? slice_of(c->code) : (slice){0};
    }
    return (slice){0};
}

uint32_t events_read_money(const events_sentence *e, uint32_t w, double *amount, slice *code)
{
    *code = code_sign(word_at(e, w));
    uint32_t sign = code->len ? 1 : 0;
    uint32_t count = events_read_number(e, w + sign, amount);
    if (count == 0)
        return 0;
    if (!sign)
        *code = named_currency(e, w + count);
    return code->len ? sign + count : 0;
}
