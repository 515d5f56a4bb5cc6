/* Names of persons, by their shape.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * A name is a run of capitals with what joins them: particles (de, bin), initials, hyphens,
 * apostrophes, suffixes. Behind an honorific or a title of office it is certain, and even a word
 * that the knowledge base has may be part of it ("Mrs. Georgia Brown"). Elsewhere a run is only a
 * candidate, which people_evidence.c weighs. */
#include "reading/people.h"

/** A name being read. */
typedef struct run {
    people_work *w;
    uint32_t end;   /* of the sentence */
    bool honorific; /* stands behind Mr., Sheikh … */
    bool titled;    /* stands behind a title of office */
    bool spoilt;    /* goes on as an institution: "Rio Protocol" */
    people_name name;
} run;

static bool is_strong(const run *n)
{
    return n->honorific || n->titled;
}

/** Arabic articles and others that are English words too count only before a hyphen. */
static bool needs_hyphen(const people_work *w, uint32_t i)
{
    static const char *const words[] = {"as", "at", "an", "ad",  "ar",  "ash", "i", "te",
                                        "um", "e",  "y",  "den", "bar", "ten", NULL};
    return people_is_any(w, i, words);
}

/** "Melo e Castro", "Ortega y Gasset": the particle stands between capitals. */
static bool is_between_names(const people_work *w, uint32_t i, uint32_t end)
{
    return (people_is(w, i, "e") || people_is(w, i, "y")) && i > 0 && i + 1 < end &&
           people_has(w, i - 1, PEOPLE_CAPITAL) && people_has(w, i + 1, PEOPLE_CAPITAL);
}

/** Where the capital stands that the particles from `i` lead to, or 0. */
static uint32_t behind_particles(const people_work *w, uint32_t i, uint32_t end)
{
    uint32_t k = i;
    while (k < end && k < i + 5) {
        bool particle = people_has(w, k, PEOPLE_PARTICLE) && !people_has(w, k, PEOPLE_CAPITAL);
        bool hyphen = k + 1 < end && people_is_hyphen(w, k + 1);
        if (particle && (!needs_hyphen(w, k) || hyphen || is_between_names(w, k, end)))
            k += hyphen ? 2 : 1;
        else
            break;
    }
    if (k == i || k >= end || !people_has(w, k, PEOPLE_CAPITAL) ||
        people_has(w, k, PEOPLE_FUNCTION | PEOPLE_TIME) || w->title_at[k] >= 0)
        return 0;
    const reading_hit *hit = people_hit(w, k);
    return hit && (hit->count > 1 || people_hit_is_state(w, hit)) ? 0 : k;
}

static bool last_is(const run *n, uint32_t flags)
{
    size_t count = n->name.part_count;
    return count > 0 && people_has(n->w, n->name.part_tokens[count - 1], flags);
}

/** "José de Azevedo Lima", "Kenichi Tsuruoka, Japan's minister": a place at the end of a name of
 * two parts, or before a title in apposition. */
static bool is_surname_place(const run *n, uint32_t i)
{
    const people_work *w = n->w;
    bool ends = i + 1 >= n->end || !people_has(w, i + 1, PEOPLE_CAPITAL);
    if (n->name.unit_count > 1)
        return ends && !last_is(n, PEOPLE_NEVER | PEOPLE_PORTFOLIO);
    if (n->name.part_count == 0 || i + 2 >= n->end || !people_is(w, i + 1, ",") ||
        people_is_common(w, i - 1))
        return false;
    int32_t title = w->title_at[i + 2];
    return title >= 0 && w->titles.items[title].first == i + 2 && !w->titles.items[title].plural &&
           w->titles.items[title].deed.len == 0;
}

/** Whether a capital that the knowledge base knows may be a part of the name. */
static bool may_take_hit(const run *n, uint32_t i, const reading_hit *hit)
{
    const people_work *w = n->w;
    kb_kind kind = people_hit_kind(w, hit);
    bool place = kind == KB_PLACE || hit->kind == KB_CAPITAL;
    bool state = kind == KB_STATE && !place;
    bool more = i + 1 < n->end && people_has(w, i + 1, PEOPLE_CAPITAL) && !people_hit(w, i + 1) &&
                !people_has(w, i + 1, PEOPLE_NEVER | PEOPLE_PORTFOLIO) && w->title_at[i + 1] < 0;
    bool known = last_is(n, PEOPLE_GIVEN | PEOPLE_INITIAL | PEOPLE_EASTERN) ||
                 (place && is_surname_place(n, i));
    if (n->name.part_count == 0) {
        if (hit->count > 1)
            return false;
        if (n->honorific)
            return true;
        bool apposed = i > 1 && people_is(w, i - 1, ",") && w->title_at[i - 2] >= 0;
        if (apposed && place && more && w->tags[i + 1] == SYNTAX_NNP)
            return true; /* "the minister, Lima Duarte," */
        if (n->titled)
            return kind == KB_PLACE || (place && (more || people_has(w, i, PEOPLE_GIVEN))) ||
                   (more && people_has(w, i, PEOPLE_GIVEN | PEOPLE_EASTERN));
        bool surname = kind == KB_PLACE && i + 1 < n->end &&
                       !people_has(w, i + 1, PEOPLE_CAPITAL); /* "Nolan said", if there is one */
        return surname || (more && people_has(w, i, PEOPLE_GIVEN));
    }
    if (hit->count > 1)
        return hit->token < i ? people_hit(w, i - 1) == hit
                              : kind == KB_PLACE && (known || is_strong(n)) && hit->token == i;
    if (place)
        return known || is_strong(n);
    bool adjective = hit->kind == KB_ADJECTIVE || hit->kind == KB_PEOPLE;
    return (known || n->honorific) && state &&
           !(adjective && i + 1 < n->end && (more || w->title_at[i + 1] >= 0));
}

/** "Chen Po-hsun": small letters behind a hyphen go on where the surname stands first, or where a
 * title shows a name. */
static bool may_take_small(const run *n, uint32_t i)
{
    static const char *const joined[] = {"led",  "era",  "style", "based", "backed", "born", "run",
                                         "held", "like", "type",  "made",  "elect",  "ally", "wide",
                                         "only", "free", "aged",  "ish",   "wing",   NULL};
    const people_work *w = n->w;
    slice word = reading_words(w->r, i, 1);
    if (w->tokens[i].kind != TEXT_WORD || word.len < 2 || word.len > 6 || n->name.part_count == 0 ||
        people_has(w, i, PEOPLE_FUNCTION | PEOPLE_SPEECH | PEOPLE_ADVERB) ||
        people_is_any(w, i, joined))
        return false;
    bool syllable = word.len <= 5 && !slice_ends(word, SLICE("ed"));
    bool whole = n->name.part_count <= 3 &&
                 (w->tags[i] == SYNTAX_NNP || (n->name.part_count > 1 && w->tags[i] == SYNTAX_NN));
    return people_has(w, n->name.part_tokens[0], PEOPLE_EASTERN) ||
           (syllable && ((is_strong(n) && n->name.part_count > 1) || whole));
}

/** Whether a capitalised word of the lists may be a part of the name. */
static bool may_take_listed(const run *n, uint32_t i)
{
    const people_work *w = n->w;
    size_t parts = n->name.part_count;
    bool name = people_has(w, i, PEOPLE_GIVEN | PEOPLE_EASTERN);
    bool weak = people_has(w, i, PEOPLE_WEAK);
    bool known = last_is(n, PEOPLE_GIVEN | PEOPLE_INITIAL);
    bool more = i + 1 < n->end && people_has(w, i + 1, PEOPLE_CAPITAL);
    bool short_form = w->tokens[i].end - w->tokens[i].start <= 4 && parts > 0 &&
                      (is_strong(n) || (parts > 1 && !more)); /* "Nguyen Hoai Thu" */
    bool number = i + 1 < n->end && w->tokens[i + 1].kind == TEXT_NUMBER;
    if (people_has(w, i, PEOPLE_TIME) && ((name && more) || (short_form && !number)))
        return true; /* "Jan Koster", "Daw Khin Su Mon" */
    if (people_has(w, i, PEOPLE_TIME))
        return (parts == 0 && n->honorific) || (parts > 0 && (known || is_strong(n)) && weak);
    if (parts == 1 && people_has(w, i, PEOPLE_FUNCTION) && people_is_hyphen(w, i + 1) &&
        w->tags[i] == SYNTAX_NNP && may_take_small(n, i + 2))
        return true; /* "Ahn Do-kyun" */
    if (people_has(w, i, PEOPLE_FUNCTION))
        return (n->honorific || parts == 1 || more) && (name || (n->honorific && weak)) &&
               !(parts == 0 && !is_strong(n) && w->tags[i] != SYNTAX_NNP);
    if (people_has(w, i, PEOPLE_MR | PEOPLE_CUSTOM | PEOPLE_STYLE))
        return name || (parts > 0 && (more || parts > 1) && people_has(w, i, PEOPLE_CUSTOM));
    if (name)
        return true;
    if (people_has(w, i, PEOPLE_NEVER))
        return weak && (parts > 0 ? known || is_strong(n) : n->honorific);
    if (people_has(w, i, PEOPLE_PORTFOLIO))
        return n->honorific || (parts > 0 && weak && known);
    return true;
}

static bool may_take(const run *n, uint32_t i)
{
    const people_work *w = n->w;
    const reading_hit *hit = people_hit(w, i);
    if (!people_has(w, i, PEOPLE_CAPITAL) || w->title_at[i] >= 0 ||
        n->name.part_count == PEOPLE_MAX_PARTS)
        return false;
    if (hit && !may_take_hit(n, i, hit))
        return false;
    if (people_has(w, i, PEOPLE_INITIAL) && n->name.part_count == 0)
        return i + 1 < n->end && people_has(w, i + 1, PEOPLE_CAPITAL);
    return (hit && n->name.part_count > 0) || may_take_listed(n, i);
}

static void take(run *n, uint32_t i, bool joined)
{
    people_name *m = &n->name;
    if (m->part_count == PEOPLE_MAX_PARTS)
        return;
    m->parts[m->part_count] = n->w->tokens[i].key;
    m->part_tokens[m->part_count++] = i;
    m->unit_count += !joined;
}

/** A capital that is a particle ("De Graaf", "Al-Masri") leads the next part and is none itself. */
static bool is_capital_particle(const run *n, uint32_t i)
{
    const people_work *w = n->w;
    bool more = i + 1 < n->end && (people_has(w, i + 1, PEOPLE_CAPITAL | PEOPLE_PARTICLE) ||
                                   people_is_hyphen(w, i + 1));
    bool eastern = people_has(w, n->name.part_count ? n->name.part_tokens[0] : i, PEOPLE_EASTERN);
    if (n->name.part_count > 0 && people_is_hyphen(w, i + 1) && i + 2 < n->end &&
        !people_has(w, i + 2, PEOPLE_CAPITAL))
        return false; /* "Ahn Do-kyun" */
    if (!people_has(w, i, PEOPLE_PARTICLE) || !people_has(w, i, PEOPLE_CAPITAL) || !more || eastern)
        return false; /* "Pham Van Dung" has none */
    bool first_name = n->name.part_count == 0 && people_has(w, i, PEOPLE_GIVEN);
    return !first_name || n->honorific;
}

/** 'Luiz "Lula" da Silva': where the closing quote stands, or 0. */
static uint32_t nickname_end(const run *n, uint32_t i)
{
    static const char *const quotes[] = {"\"", "“", "”", "'", "‘", "’", NULL};
    const people_work *w = n->w;
    if (i + 3 >= n->end || n->name.part_count == 0 || !people_is_any(w, i, quotes) ||
        !people_has(w, i + 1, PEOPLE_CAPITAL) || !people_is_any(w, i + 2, quotes))
        return 0;
    bool more = people_has(w, i + 3, PEOPLE_CAPITAL) && !people_has(w, i + 3, PEOPLE_FUNCTION);
    return more || behind_particles(w, i + 3, n->end) ? i + 2 : 0;
}

/** Hyphen or apostrophe inside a name. @return the token behind what was taken, or `i`. */
static uint32_t take_mark(run *n, uint32_t i)
{
    static const char *const apostrophes[] = {"'", "’", "‘", "ʻ", NULL};
    people_work *w = n->w;
    if (n->name.part_count == 0 || i + 1 >= n->end)
        return i;
    bool tight =
        w->tokens[i - 1].end == w->tokens[i].start && w->tokens[i].end == w->tokens[i + 1].start;
    if (people_is_hyphen(w, i)) {
        const reading_hit *hit = people_hit(w, i + 1);
        if (may_take_small(n, i + 1) ||
            (people_has(w, i + 1, PEOPLE_CAPITAL) && !(hit && people_hit_is_state(w, hit)) &&
             w->title_at[i + 1] < 0)) {
            take(n, i + 1, true);
            return i + 2;
        }
    } else if (tight && people_is_any(w, i, apostrophes) && people_has(w, i + 1, PEOPLE_CAPITAL)) {
        take(n, i + 1, true);
        return i + 2;
    }
    uint32_t quote = nickname_end(n, i);
    if (!quote)
        return i;
    take(n, i + 1, false);
    return quote + 1;
}

/** ", Jr." or "III" behind a name. */
static uint32_t take_suffix(const run *n, uint32_t i)
{
    const people_work *w = n->w;
    uint32_t at = i;
    if (at + 1 < n->end && people_is(w, at, ",") &&
        (people_is(w, at + 1, "jr.") || people_is(w, at + 1, "sr.")))
        at++;
    bool suffix = at < n->end && people_has(w, at, PEOPLE_SUFFIX) &&
                  people_has(w, at, PEOPLE_CAPITAL) && n->name.part_count > 0;
    return suffix ? at + 1 : i;
}

/** Reads a name from `i` on; name.count is 0 where there is none. */
static void read_run(run *n, uint32_t i)
{
    people_work *w = n->w;
    uint32_t at = i, last = i;
    while (at < n->end) {
        uint32_t suffix = take_suffix(n, at), part = behind_particles(w, at, n->end);
        if (suffix > at) {
            last = suffix;
            break;
        }
        if (part &&
            (n->name.part_count > 0 || at > i || is_strong(n) || people_is_hyphen(w, at + 1))) {
            take(n, part, false);
            last = at = part + 1;
        } else if (is_capital_particle(n, at) && !people_hit(w, at) && w->title_at[at] < 0) {
            at++;
            at += at < n->end && people_is_hyphen(w, at);
        } else if (may_take(n, at)) {
            take(n, at, false);
            last = ++at;
        } else {
            uint32_t next = take_mark(n, at);
            if (next == at)
                break;
            last = at = next;
        }
    }
    n->name.token = i;
    n->name.count = n->name.part_count ? last - i : 0;
    bool next_capital = last < n->end && people_has(w, last, PEOPLE_CAPITAL);
    n->spoilt = next_capital && w->title_at[last] < 0 && !people_hit(w, last) &&
                people_has(w, last, PEOPLE_NEVER | PEOPLE_PORTFOLIO);
}

bool people_name_begins(const people_work *w, uint32_t i, uint32_t end)
{
    if (people_has(w, i, PEOPLE_INITIAL))
        return i + 1 < end && people_has(w, i + 1, PEOPLE_CAPITAL) &&
               !people_has(w, i + 1, PEOPLE_NEVER | PEOPLE_PORTFOLIO);
    bool more = i + 1 < end && people_has(w, i + 1, PEOPLE_CAPITAL) &&
                !people_has(w, i + 1, PEOPLE_NEVER | PEOPLE_PORTFOLIO | PEOPLE_TIME) &&
                w->tokens[i + 1].kind == TEXT_WORD;
    more = more || behind_particles(w, i + 1 < end ? i + 1 : i, end) ||
           (i + 1 < end && people_is_hyphen(w, i + 1));
    if (people_has(w, i, PEOPLE_GIVEN | PEOPLE_EASTERN))
        return more;
    if (people_is_common(w, i))
        return false;
    if (!more)
        return i + 1 >= end || !people_has(w, i + 1, PEOPLE_CAPITAL);
    bool later =
        i + 2 < end && people_has(w, i + 1, PEOPLE_GIVEN) && people_has(w, i + 2, PEOPLE_CAPITAL);
    return !later;
}

/** Whether an honorific stands at `i`: "Mr.", "His Excellency", "Tan Sri". */
static bool is_honorific(const people_work *w, uint32_t i, uint32_t end)
{
    static const char *const styles[] = {"excellency", "majesty", "highness", "royal",
                                         "holiness",   "serene",  "eminence", NULL};
    uint32_t flags = PEOPLE_MR | PEOPLE_CUSTOM | PEOPLE_STYLE;
    if (!people_has(w, i, PEOPLE_CAPITAL) || !people_has(w, i, flags) || w->title_at[i] >= 0)
        return false;
    if (people_is(w, i, "his") || people_is(w, i, "her"))
        return i + 1 < end && people_is_any(w, i + 1, styles);
    if (people_is(w, i, "tan"))
        return i + 1 < end && people_is(w, i + 1, "sri");
    if (people_is(w, i, "sri"))
        return i > 1 && (people_has(w, i - 1, flags) ||
                         (people_is_possessive(w, i - 1) && people_has(w, i - 2, flags)));
    if (people_is(w, i, "u"))
        return i + 1 < end && people_has(w, i + 1, PEOPLE_CAPITAL) &&
               !people_has(w, i + 1, PEOPLE_NEVER) && !people_hit(w, i);
    if (people_is(w, i, "royal") || people_is(w, i, "right") || people_is(w, i, "serene"))
        return i + 1 < end && people_has(w, i + 1, PEOPLE_STYLE);
    return !people_has(w, i, PEOPLE_GIVEN | PEOPLE_EASTERN) ||
           (people_has(w, i, PEOPLE_MR) && !people_has(w, i, PEOPLE_EASTERN));
}

/** Reads honorifics from `i` on into the run. @return the token behind them. */
static uint32_t read_honorifics(run *n, uint32_t i)
{
    const people_work *w = n->w;
    while (i < n->end && is_honorific(w, i, n->end)) {
        uint32_t flags = w->flags[i];
        bool gendered = people_is(w, i, "his") || people_is(w, i, "her");
        if (flags & PEOPLE_MALE || (gendered && people_is(w, i, "his")))
            n->name.gender = 'm';
        if (flags & PEOPLE_FEMALE || (gendered && people_is(w, i, "her")))
            n->name.gender = 'f';
        n->name.mister = n->name.mister || (flags & PEOPLE_MR);
        n->name.custom = n->name.custom || (flags & PEOPLE_CUSTOM);
        n->honorific = true;
        i++;
        if (i < n->end && people_is_possessive(w, i) &&
            w->tokens[i].end - w->tokens[i].start <= 3 && !people_is(w, i, "'s"))
            i++; /* Dato' */
    }
    return i;
}

static chancery_status add_name(people_work *w, const run *n, uint32_t sentence, uint32_t lead)
{
    people_name *m = array_push(&w->names, w->r->scratch, w->r->error);
    if (!m)
        return w->r->error->status;
    *m = n->name;
    m->lead = lead;
    m->sentence = sentence;
    m->titled = n->titled;
    m->heading = w->headings[sentence];
    m->person = -1;
    m->certain = is_strong(n);
    if (m->mister)
        m->custom = false;
    for (uint32_t i = lead; i < m->token + m->count; i++)
        w->name_at[i] = (int32_t)w->names.count - 1;
    people_score_name(w, m);
    m->known = people_known(w, m);
    return CHANCERY_OK;
}

/** Whether a candidate may begin at `i`, no honorific or title before it. */
static bool may_begin(const people_work *w, uint32_t i, uint32_t first, uint32_t end)
{
    if (!people_has(w, i, PEOPLE_CAPITAL))
        return people_has(w, i, PEOPLE_PARTICLE) && behind_particles(w, i, end) != 0 &&
               i + 1 < end && people_is_hyphen(w, i + 1);
    if (people_has(w, i, PEOPLE_PARTICLE) && i + 1 < end &&
        people_has(w, i + 1, PEOPLE_PARTICLE | PEOPLE_CAPITAL))
        return true;
    if (people_has(w, i, PEOPLE_FUNCTION) && i == first)
        return false;
    if (i == first && people_has(w, i, PEOPLE_PERSON) &&
        !people_has(w, i, PEOPLE_WEAK | PEOPLE_GIVEN) && i + 1 < end &&
        people_has(w, i + 1, PEOPLE_CAPITAL))
        return false; /* "Lawyer X" */
    bool opens = i == first || w->tokens[i - 1].kind == TEXT_PUNCT;
    uint8_t tag = w->tags[i];
    return !opens || people_has(w, i, PEOPLE_GIVEN | PEOPLE_EASTERN | PEOPLE_INITIAL) ||
           tag == SYNTAX_NNP || tag == SYNTAX_NNPS || tag == SYNTAX_OTHER || !people_seen(w, i);
}

static chancery_status find_in_sentence(people_work *w, uint32_t sentence)
{
    uint32_t first = w->r->report->sentences[sentence].first;
    uint32_t end = people_sentence_end(w, sentence);
    bool titled = false;
    for (uint32_t i = first; i < end;) {
        if (w->title_at[i] >= 0) {
            const people_title *t = &w->titles.items[w->title_at[i]];
            i = t->end > i ? t->end : i + 1;
            titled = !t->generic && !t->deed.len && !people_is_vessel(w, t->first);
            continue;
        }
        run n = {.w = w, .end = end, .titled = titled};
        uint32_t at = read_honorifics(&n, i);
        titled = false;
        if (at > i || n.titled || may_begin(w, i, first, end))
            read_run(&n, at);
        if (n.name.count == 0 || (n.spoilt && !n.honorific) || people_is_vessel(w, i)) {
            i = n.name.count ? n.name.token + n.name.count : i + 1;
            continue;
        }
        chancery_status status = add_name(w, &n, sentence, i);
        if (status)
            return status;
        i = n.name.token + n.name.count;
    }
    return CHANCERY_OK;
}

chancery_status people_find_names(people_work *w)
{
    chancery_status status = CHANCERY_OK;
    for (uint32_t s = 0; !status && s < w->r->report->sentence_count; s++)
        status = find_in_sentence(w, s);
    return status;
}
