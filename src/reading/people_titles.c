/* Titles of office: the words of the knowledge base, with what stands before them.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * A title grows from its own words ("Foreign Minister") to the left over qualifiers ("former
 * acting"), modifiers ("Middle East Coordinator"), the state ("Norwegian", "Senegal's", "U.S.") and
 * a determiner, and to the right over its complement (people_complement.c). What is no part of the
 * title proper is noted as dropped. */
#include "base/error.h"
#include "reading/people.h"
#include "reading/scan.h"

enum { EX_TOKENS = 6 };

void people_drop(people_title *t, uint32_t first, uint32_t end)
{
    people_range *last = t->drop_count ? &t->drops[t->drop_count - 1] : NULL;
    if (last && last->first == end)
        last->first = first;
    else if (last && last->end == first)
        last->end = end;
    else if (t->drop_count < PEOPLE_MAX_DROPS)
        t->drops[t->drop_count++] = (people_range){first, end};
}

void people_say(people_title *t, slice code)
{
    if (code.len == 0 || slice_equal(code, SLICE("NON")) || t->said_count >= PEOPLE_MAX_SAID ||
        (t->said_count && !t->plural))
        return;
    for (size_t i = 0; i < t->said_count; i++)
        if (slice_equal(t->said[i], code))
            return;
    t->said[t->said_count++] = code;
}

static bool begins_with(const people_work *w, uint32_t token, slice prefix)
{
    slice word = reading_words(w->r, token, 1);
    return word.len > 5 && slice_equal_ascii_fold(slice_range(word, 0, prefix.len), prefix);
}

/** "ex-President" is one token: the title begins behind the hyphen. */
static bool has_ex(const people_work *w, uint32_t token)
{
    return begins_with(w, token, SLICE("ex-"));
}

/** "Justice Ann Lee": the word alone is a title only before a name. */
static bool find_justice(const people_work *w, uint32_t token, uint32_t end, kb_office_hit *hit)
{
    if (!people_has(w, token, PEOPLE_CAPITAL) || !people_is(w, token, "justice") ||
        token + 1 >= end || people_hit(w, token + 1) ||
        people_has(w, token + 1, PEOPLE_NEVER | PEOPLE_PORTFOLIO | PEOPLE_BODY | PEOPLE_TIME) ||
        !people_has(w, token + 1, PEOPLE_CAPITAL))
        return false;
    *hit = (kb_office_hit){.rank = KB_RANK_JUDGE, .sector = SLICE("JUD"), .tokens = 1};
    return people_name_begins(w, token + 1, end);
}

static bool find_words(const people_work *w, uint32_t token, uint32_t end, kb_office_hit *hit)
{
    const reading_state *r = w->r;
    if (!has_ex(w, token) && !begins_with(w, token, SLICE("co-")))
        return kb_find_office(r->engine->kb, r->text, w->tokens + token, end - token, hit) ||
               find_justice(w, token, end, hit);
    text_token copy[EX_TOKENS];
    uint32_t count = end - token < EX_TOKENS ? end - token : EX_TOKENS;
    memcpy(copy, w->tokens + token, count * sizeof *copy);
    copy[0].start += 3;
    copy[0].key = text_key(slice_range(r->text, copy[0].start, copy[0].end));
    return kb_find_office(r->engine->kb, r->text, copy, count, hit);
}

/** Whether a title in small letters can be a noun by its tag or its neighbours. */
static bool is_noun(const people_work *w, uint32_t token, uint32_t end, uint32_t tokens)
{
    static const char *const behind[] = {"of", "for", ",", ".", NULL};
    uint8_t tag = w->tags[token];
    bool capital = token + 1 < end && people_has(w, token + 1, PEOPLE_CAPITAL);
    bool between = token > 0 && people_has(w, token - 1, PEOPLE_CAPITAL) && capital;
    if (between || tokens > 1)
        return tag != SYNTAX_VBD && tag != SYNTAX_VBZ && tag != SYNTAX_VBG;
    if (tag == SYNTAX_JJ || tag == SYNTAX_JJR) /* "premier of China" */
        return token + 1 >= end || capital || people_is_any(w, token + 1, behind);
    return tag == SYNTAX_NN || tag == SYNTAX_NNS || tag == SYNTAX_NNP || tag == SYNTAX_NNPS ||
           tag == SYNTAX_OTHER;
}

/** Where the words behind `skip` tokens are a title that ends where `hit` does. */
static bool rest_is_title(const people_work *w, uint32_t token, uint32_t skip, uint32_t end,
                          const kb_office_hit *hit)
{
    kb_office_hit rest;
    return skip < hit->tokens && find_words(w, token + skip, end, &rest) &&
           rest.tokens + skip >= hit->tokens;
}

/** "Stephen King", "Dean Martin", "Hossein Amir-Saidi": the word is a part of a name. */
static bool is_in_name(const people_work *w, uint32_t token, uint32_t end)
{
    bool more = token + 1 < end && people_has(w, token + 1, PEOPLE_CAPITAL);
    bool given = token > 0 && people_has(w, token - 1, PEOPLE_GIVEN | PEOPLE_INITIAL) &&
                 !people_hit(w, token - 1) && !people_has(w, token - 1, PEOPLE_FUNCTION);
    bool hyphen =
        people_is_hyphen(w, token + 1) || (token > 0 && people_is_hyphen(w, token - 1) &&
                                           !people_has(w, token - 2, PEOPLE_KEPT | PEOPLE_DEPUTY));
    bool capitals = hyphen && people_has(w, people_is_hyphen(w, token + 1) ? token + 2 : token - 2,
                                         PEOPLE_CAPITAL);
    return (given && (people_has(w, token, PEOPLE_WEAK) || !more)) ||
           (people_has(w, token, PEOPLE_GIVEN) && more) || (capitals && !given && !more);
}

/** Whether the title's first words are a state, an honorific or "former": they stand before it and
 * are read there. */
static bool begins_later(const people_work *w, uint32_t token, uint32_t end,
                         const kb_office_hit *hit)
{
    const reading_hit *name = people_hit(w, token);
    bool hour = token > 0 && people_is(w, token, "pm") && w->tokens[token - 1].kind == TEXT_NUMBER;
    if (hour || people_has(w, token, PEOPLE_MR | PEOPLE_STYLE) ||
        (hit->tokens == 1 && people_has(w, token, PEOPLE_CAPITAL) && is_in_name(w, token, end)))
        return true;
    bool royal = hit->rank == KB_RANK_ROYAL || hit->rank == KB_RANK_HEAD_OF_STATE;
    if (people_has(w, token, PEOPLE_CUSTOM) && hit->tokens == 1)
        return true;
    if (royal && hit->tokens == 1 && token > 0 && people_has(w, token, PEOPLE_CAPITAL) &&
        people_has(w, token - 1, PEOPLE_CUSTOM) && people_has(w, token - 1, PEOPLE_CAPITAL) &&
        !people_has(w, token - 1, PEOPLE_FUNCTION))
        return true; /* "Sheikh Sultan" */
    if (people_has(w, token, PEOPLE_FORMER) && !has_ex(w, token) &&
        rest_is_title(w, token, 1, end, hit))
        return true;
    if (hit->tokens == 1 && people_has(w, token, PEOPLE_KEPT | PEOPLE_DEPUTY) && token + 1 < end) {
        kb_office_hit next;
        return find_words(w, token + 1, end, &next);
    }
    return name && name->token == token && rest_is_title(w, token, name->count, end, hit);
}

/** Cuts off a state behind "of" ("President of the United States") and a second office behind "and"
 * ("Crown Prince and Prime Minister"): both are read apart. */
static void trim_core(const people_work *w, uint32_t token, uint32_t end, kb_office_hit *hit)
{
    kb_office_hit part;
    for (uint32_t k = 1; k < hit->tokens; k++) {
        uint32_t at = token + k, next = at + 1;
        if (people_is(w, at, "of") && next < end) {
            next += people_is(w, next, "the");
            const reading_hit *name = next < end ? people_hit(w, next) : NULL;
            kb_kind kind = name ? people_hit_kind(w, name) : KB_GROUP;
            if (name && name->token == next && (kind == KB_STATE || kind == KB_PLACE))
                hit->tokens = k;
        } else if (people_has(w, at, PEOPLE_CAPITAL) && !(w->tokens[at].flags & TEXT_UPPER) &&
                   !people_has(w, token, PEOPLE_CAPITAL) && find_words(w, token, at, &part) &&
                   part.tokens == k) {
            *hit = part; /* "commander General X" */
        } else if (people_is(w, at, "and") && find_words(w, token, at, &part) && part.tokens == k &&
                   find_words(w, next, end, &(kb_office_hit){0})) {
            *hit = part;
        }
    }
}

bool people_find_core(const people_work *w, uint32_t token, uint32_t end, kb_office_hit *hit)
{
    if (w->tokens[token].kind != TEXT_WORD || !find_words(w, token, end, hit) ||
        begins_later(w, token, end, hit))
        return false;
    trim_core(w, token, end, hit);
    kb_office_hit longer;
    uint32_t behind = hit->tokens; /* "army [commander-in-chief]" */
    if (behind > 1 && token + behind < end && people_is_hyphen(w, token + behind) &&
        find_words(w, token + behind - 1, end, &longer) && longer.tokens > 1) {
        longer.tokens += behind - 1;
        *hit = longer;
    }
    uint32_t last = token + hit->tokens - 1;
    const reading_hit *name = people_hit(w, token);
    if (name && name->token + name->count > last + 1)
        return false; /* inside a longer name: "General Assembly" */
    if (!people_has(w, last, PEOPLE_CAPITAL) &&
        (!is_noun(w, last, end, hit->tokens) ||
         (hit->rank == KB_RANK_OFFICER && token > 0 && hit->tokens == 1 &&
          people_has(w, token - 1, PEOPLE_CAPITAL) && !people_has(w, token - 1, PEOPLE_FUNCTION) &&
          !people_hit(w, token - 1))))
        return false; /* a verb; "Psychology major" */
    bool crown = hit->tokens == 1 && people_has(w, last, PEOPLE_CAPITAL) &&
                 (hit->rank == KB_RANK_HEAD_OF_STATE || hit->rank == KB_RANK_ROYAL);
    bool thing = last + 1 < end && (hit->rank == KB_RANK_OFFICER || crown) &&
                 people_has(w, last + 1, PEOPLE_CAPITAL) &&
                 people_has(w, last + 1, PEOPLE_NEVER | PEOPLE_PORTFOLIO) &&
                 !people_has(w, last + 1, PEOPLE_GIVEN | PEOPLE_WEAK);
    return !thing; /* "General Staff", "King County" */
}

static bool is_preposition_of_place(const people_work *w, uint32_t token)
{
    static const char *const words[] = {"in", "at",   "from", "to", "near",
                                        "of", "into", "for",  NULL};
    return people_is_any(w, token, words);
}

/** Takes a name of the knowledge base that stands left of the title; false where it is no part of
 * it. */
static bool take_hit(const people_work *w, people_title *t, const reading_hit *hit, uint32_t low)
{
    bool state = people_hit_is_state(w, hit);
    kb_entry entry = kb_entry_at(w->r->engine->kb, hit->entry);
    bool place = entry.kind == KB_PLACE || hit->kind == KB_CAPITAL;
    bool noun = hit->kind != KB_ADJECTIVE && hit->kind != KB_PEOPLE;
    if (hit->token < low)
        return false;
    if (noun && hit->token > low && is_preposition_of_place(w, hit->token - 1))
        return false; /* "in Germany Chancellor X" */
    if (place) {
        bool national = t->rank <= KB_RANK_DEFENCE_MINISTER && t->rank != KB_RANK_NONE;
        if (national || (hit->token == low && t->rank != KB_RANK_LOCAL))
            return false;
        if (t->rank == KB_RANK_LOCAL)
            people_say(t, entry.code);
        return true;
    }
    people_say(t, entry.code);
    uint32_t main_entry;
    bool whole = entry.kind == KB_IGO && hit->kind != KB_BODY &&
                 kb_code(w->r->engine->kb, entry.code, &main_entry) && main_entry == hit->entry;
    if (state || whole)
        people_drop(t, hit->token, hit->token + hit->count);
    return true;
}

/** "the Indian army's commander": the noun group before the possessive at `mark`, with its state.
 * @return its first token, or `mark` where it has no state. */
static uint32_t take_owning_body(const people_work *w, people_title *t, uint32_t mark, uint32_t low)
{
    uint32_t i = mark - 1;
    while (i > low && people_has(w, i, PEOPLE_BODY) && !people_hit(w, i - 1) &&
           people_has(w, i - 1, PEOPLE_BODY | PEOPLE_PORTFOLIO))
        i--;
    const reading_hit *hit = i > low ? people_hit(w, i - 1) : NULL;
    if (!hit || hit->kind != KB_ADJECTIVE || !people_hit_is_state(w, hit) || hit->token < low ||
        !people_has(w, mark - 1, PEOPLE_BODY))
        return mark;
    people_say(t, people_hit_code(w, hit));
    return hit->token - (hit->token > low && people_is(w, hit->token - 1, "the"));
}

/** What a possessive to the left says: the token is "'s". @return the new first token. */
static uint32_t take_possessor(const people_work *w, people_title *t, uint32_t mark, uint32_t low)
{
    const reading_hit *hit = people_hit(w, mark - 1);
    uint32_t first = mark;
    t->definite = true;
    if (mark > low + 1 && people_is(w, mark - 1, "majesty")) { /* "Her Majesty's ambassador" */
        people_say(t, SLICE("GBR"));
        people_drop(t, mark - 2, mark + 1);
        return mark - 2;
    }
    if (hit && hit->token >= low) {
        people_say(t, people_hit_code(w, hit));
        first = hit->token;
        if (first > low && people_is(w, first - 1, "the"))
            first--;
    } else {
        bool name = people_has(w, mark - 1, PEOPLE_CAPITAL) &&
                    !people_has(w, mark - 1, PEOPLE_NEVER | PEOPLE_BODY | PEOPLE_PORTFOLIO) &&
                    w->title_at[mark - 1] < 0;
        t->owner = name ? PEOPLE_OWNER_NAME : PEOPLE_OWNER_NOUN;
        int32_t title = w->title_at[mark - 1]; /* "the Peruvian president's spokesman" */
        if (title >= 0 && w->titles.items[title].said_count)
            people_say(t, w->titles.items[title].said[0]);
        t->owner_token = mark - 1;
        if (!name && title < 0)
            first = take_owning_body(w, t, mark, low);
    }
    people_drop(t, first, mark + 1);
    return first;
}

/** Whether a word without entry may stand before a title as a part of it. */
static bool is_modifier(const people_work *w, const people_title *t, uint32_t q, uint32_t low)
{
    bool capital = people_has(w, q, PEOPLE_CAPITAL);
    bool core_capital = people_has(w, t->core, PEOPLE_CAPITAL);
    uint8_t tag = w->tags[q];
    bool nominal = tag == SYNTAX_NN || tag == SYNTAX_NNS || tag == SYNTAX_JJ || tag == SYNTAX_NNP ||
                   tag == SYNTAX_NNPS;
    if (w->tokens[q].kind != TEXT_WORD || people_has(w, q, PEOPLE_FUNCTION | PEOPLE_TIME))
        return false;
    if (people_has(w, q, PEOPLE_MR | PEOPLE_STYLE))
        return false;
    if (capital && people_has(w, q, PEOPLE_PORTFOLIO | PEOPLE_KEPT | PEOPLE_BODY))
        return true;
    if (capital && people_has(w, q, PEOPLE_MR | PEOPLE_GIVEN | PEOPLE_INITIAL | PEOPLE_CUSTOM))
        return false;
    if (capital && q > low && people_has(w, q - 1, PEOPLE_CAPITAL) && !people_hit(w, q - 1) &&
        people_has(w, q - 1, PEOPLE_GIVEN | PEOPLE_EASTERN | PEOPLE_INITIAL | PEOPLE_MR))
        return false; /* "appointed Lars Holm Minister" */
    if (capital)
        return nominal && (q > low || people_is_common(w, q));
    if (core_capital)
        return people_has(w, q, PEOPLE_KEPT | PEOPLE_PORTFOLIO | PEOPLE_BODY | PEOPLE_DEPUTY) &&
               nominal;
    return nominal || people_has(w, q, PEOPLE_KEPT);
}

/** "Middle East and North Africa Coordinator", "Trade and Industry Secretary": the word before
 * "and" belongs to the title too. */
static bool crosses_and(const people_work *w, const people_title *t, uint32_t q, uint32_t low)
{
    if (q <= low || q + 1 >= t->core || !(people_is(w, q, "and") || people_is(w, q, "&")))
        return false;
    const reading_hit *hit = people_hit(w, q - 1);
    if (hit)
        return !people_hit_is_state(w, hit) && hit->token > low;
    return people_has(w, q - 1, PEOPLE_CAPITAL) && people_has(w, q - 1, PEOPLE_PORTFOLIO);
}

/** "Court of Appeal judge", "House of Lords member": where the name of the body begins. */
static bool crosses_of(const people_work *w, const people_title *t, uint32_t q, uint32_t low)
{
    return q > low && q + 1 < t->core && people_is(w, q, "of") &&
           people_has(w, q + 1, PEOPLE_CAPITAL) && people_has(w, q - 1, PEOPLE_CAPITAL) &&
           people_has(w, q - 1, PEOPLE_BODY);
}

/** "Kenyan and Ugandan presidents": the joint between two states before a plural. */
static bool crosses_states(const people_work *w, people_title *t, uint32_t q, uint32_t low)
{
    const reading_hit *left = q > low ? people_hit(w, q - 1) : NULL;
    const reading_hit *right = people_hit(w, q + 1);
    if (!t->plural || !left || !right || !people_hit_is_state(w, left) ||
        !people_hit_is_state(w, right) || !(people_is(w, q, "and") || people_is(w, q, ",")))
        return false;
    people_drop(t, q, q + 1);
    return true;
}

/** One step to the left from `first`. @return the new first token, or `first` where the title ends.
 */
static uint32_t step_left(const people_work *w, people_title *t, uint32_t first, uint32_t low)
{
    static const char *const articles[] = {"the", "a", "an", NULL};
    static const char *const his[] = {"his", "her", NULL};
    static const char *const our[] = {"our", "my", NULL};
    uint32_t q = first - 1;
    const reading_hit *hit = people_hit(w, q);
    if (hit && hit->token + hit->count == first && t->owner == PEOPLE_OWNER_NONE)
        return take_hit(w, t, hit, low) ? hit->token : first;
    bool owned = q > low || (q > 0 && q == low && w->title_at[q - 1] >= 0);
    if (people_is_possessive(w, q) && owned)
        return take_possessor(w, t, q, low);
    bool article = people_is_any(w, q, articles);
    t->owner = people_is_any(w, q, his)   ? PEOPLE_OWNER_HIS
               : people_is_any(w, q, our) ? PEOPLE_OWNER_OUR
               : people_is(w, q, "its")   ? PEOPLE_OWNER_ITS
               : people_is(w, q, "their") ? PEOPLE_OWNER_ITS
                                          : PEOPLE_OWNER_NONE;
    if (article || t->owner != PEOPLE_OWNER_NONE) {
        t->definite = true;
        t->owner_token = q;
        people_drop(t, q, q + 1);
        return q;
    }
    bool verb = people_has(w, q, PEOPLE_APPOINT) &&
                !(q > low && (people_is_any(w, q - 1, articles) || people_hit(w, q - 1) ||
                              people_has(w, q - 1, PEOPLE_DROPPED)));
    if (verb)
        return first; /* "was elected President", not "the elected President" */
    if (people_has(w, q, PEOPLE_DROPPED) && !people_has(w, q, PEOPLE_KEPT) &&
        !(people_has(w, q, PEOPLE_CAPITAL) && people_has(w, first, PEOPLE_CAPITAL) && q > low)) {
        people_drop(t, q, first);
        t->former = t->former || people_has(w, q, PEOPLE_FORMER);
        return q;
    }
    if (people_has(w, q, PEOPLE_KEPT | PEOPLE_FORMER)) {
        t->former = t->former || people_has(w, q, PEOPLE_FORMER);
        return q;
    }
    return first;
}

/** Whether nothing but qualifiers can stand left of what was taken last. */
static bool is_closed(const people_title *t)
{
    return t->said_count > 0;
}

static void extend_left(const people_work *w, people_title *t, uint32_t low)
{
    uint32_t first = t->core;
    const reading_hit *over = people_hit(w, first);
    if (over && over->token < first && over->token >= low) {
        people_say(t, people_hit_code(w, over)); /* "ECOWAS Commission" + "Commission President" */
        first = over->token;
    }
    while (first > low) {
        uint32_t q = first - 1;
        bool ended = t->owner != PEOPLE_OWNER_NONE || (t->drop_count && t->definite);
        if (ended)
            break;
        uint32_t next = step_left(w, t, first, low);
        if (next == first && !is_closed(t) && is_modifier(w, t, q, low))
            next = q;
        else if (next == first && !is_closed(t) && crosses_and(w, t, q, low))
            next = q - 1;
        else if (next == first && !is_closed(t) && crosses_of(w, t, q, low))
            next = q - 1;
        else if (next == first && crosses_states(w, t, q, low))
            next = q;
        else if (next == first && people_is_hyphen(w, q) && q > low &&
                 people_has(w, q - 1, PEOPLE_KEPT | PEOPLE_DROPPED | PEOPLE_DEPUTY))
            next = q - 1;
        if (next == first)
            break;
        first = next;
    }
    t->first = first;
    t->definite = t->definite || t->said_count > 0;
    for (size_t i = 0; i + 1 < t->said_count - i; i++) { /* they were read from right to left */
        slice code = t->said[i];
        t->said[i] = t->said[t->said_count - 1u - i];
        t->said[t->said_count - 1u - i] = code;
    }
}

/** "President-elect", "ambassador designate", "chair emeritus". */
static void take_suffix(const people_work *w, people_title *t, uint32_t end)
{
    static const char *const words[] = {"elect",    "designate", "designated",
                                        "emeritus", "emerita",   NULL};
    static const char *const generals[] = {"secretary", "attorney", "consul",     "prosecutor",
                                           "director",  "governor", "solicitor",  "inspector",
                                           "auditor",   "advocate", "procurator", NULL};
    uint32_t at = t->end;
    if (at < end && people_is_hyphen(w, at))
        at++;
    bool general = people_is(w, at, "general") && people_is_any(w, t->end - 1, generals);
    if (at < end && (general || people_is_any(w, at, words)))
        t->end = at + 1;
}

static char gender_of(const people_work *w, const people_title *t)
{
    static const char *const men[] = {"king", "prince",    "emperor", "sultan", "pope",  "emir",
                                      "duke", "spokesman", "shah",    "tsar",   "baron", NULL};
    static const char *const women[] = {"queen",   "princess", "empress",
                                        "duchess", "baroness", NULL};
    slice word = reading_words(w->r, t->core_end - 1, 1);
    if (people_is_any(w, t->core_end - 1, men))
        return 'm';
    return people_is_any(w, t->core_end - 1, women) || slice_ends(word, SLICE("woman")) ? 'f' : 0;
}

/** The noun that a title's own words are built on: "Speaker" of "Speaker of the House". */
static uint32_t head_of(const people_work *w, const people_title *t)
{
    for (uint32_t i = t->core + 1; i < t->core_end; i++)
        if (people_is(w, i, "of") || people_is(w, i, "for") || people_is(w, i, "to"))
            return i - 1;
    return t->core_end - 1;
}

/** Whether all words of a title but its core are dropped. */
static bool is_bare(const people_title *t)
{
    uint32_t kept = t->end - t->first;
    for (size_t i = 0; i < t->drop_count; i++)
        kept -= t->drops[i].end - t->drops[i].first;
    return kept == t->core_end - t->core;
}

/** "President of the Chamber of Commerce", "chief executive of Polar Air" are no heads of state or
 * government. */
static void judge_rank(const people_work *w, people_title *t)
{
    static const char *const states[] = {"republic",   "state",         "states",
                                         "federation", "government",    "council",
                                         "cabinet",    "confederation", NULL};
    bool head = t->rank == KB_RANK_HEAD_OF_STATE || t->rank == KB_RANK_HEAD_OF_GOVERNMENT;
    bool private = t->said_count &&
                   (slice_equal(t->said[0], SLICE("MNC")) || slice_equal(t->said[0], SLICE("NGO")));
    if (!head)
        return;
    uint32_t at = t->core_end;
    bool of = at + 1 < t->end && people_is(w, at, "of") && !people_hit(w, at + 1);
    if (of) {
        uint32_t head_word = at + 1 + (people_is(w, at + 1, "the") ? 1u : 0u);
        of = head_word < t->end && !people_is_any(w, head_word, states) &&
             !(people_hit(w, head_word) && people_hit_is_state(w, people_hit(w, head_word)));
    }
    const reading_hit *before = t->first < t->core ? people_hit(w, t->core - 1) : NULL;
    bool body = before && (before->kind == KB_BODY || people_hit_kind(w, before) != KB_STATE);
    if (of || body || private || t->elsewhere) {
        t->rank = KB_RANK_HEAD_OF_ORGANISATION;
        t->exclusive = false;
    }
}

/** A word for a military rank alone. */
static bool is_military(const people_work *w, const people_title *t)
{
    return t->core_end - t->core == 1 && people_is_rank(w, t->core);
}

/** "leader", "head", "chief" and no more is no office; "opposition leader", "leader of the party",
 * "North Korean leader" are. */
static bool is_vague(const people_work *w, const people_title *t)
{
    static const char *const words[] = {"leader", "head",   "chief",     "boss",
                                        "ruler",  "deputy", "strongman", NULL};
    bool member = people_is(w, t->core_end - 1, "member");
    if ((!member && !people_is_any(w, t->core_end - 1, words)) || t->core_end - t->core > 1 ||
        t->end > t->core_end || t->owner != PEOPLE_OWNER_NONE)
        return false;
    bool shown = false;
    for (uint32_t i = t->first; i < t->core; i++)
        shown = shown || people_has(w, i, PEOPLE_KEPT | PEOPLE_BODY) || people_hit(w, i);
    return member ? !people_has(w, t->core, PEOPLE_CAPITAL) : !shown && t->said_count == 0;
}

/** "a retired general" says what somebody was, and is no office. */
static bool is_past_rank(const people_work *w, const people_title *t)
{
    bool retired = false;
    for (uint32_t i = t->first; i < t->core; i++)
        retired = retired || people_is(w, i, "retired");
    return retired && t->end == t->core_end && people_is_rank(w, t->core_end - 1);
}

/** "the leader of Hamas", "Abkhazia's president": who leads a group is of its sector. */
static void take_group_sector(const people_work *w, people_title *t)
{
    for (uint32_t i = t->first; i < t->end; i++) {
        const reading_hit *hit = people_hit(w, i);
        if (hit && people_hit_kind(w, hit) == KB_GROUP && hit->sector.len)
            t->sector = hit->sector;
    }
}

/** "his successor", "her predecessor": not "the successor to the treaty". */
static bool is_successor(const people_work *w, uint32_t token)
{
    static const char *const whose[] = {"his", "her", "'s", "’s", NULL};
    return token > 0 && (people_is(w, token, "successor") || people_is(w, token, "predecessor")) &&
           people_is_any(w, token - 1, whose);
}

static void cover(people_work *w, const people_title *t)
{
    for (uint32_t i = t->first; i < t->end; i++)
        w->title_at[i] = (int32_t)w->titles.count - 1;
}

static chancery_status add_deed(people_work *w, uint32_t sentence, uint32_t token,
                                const people_title *deed)
{
    people_title *t = array_push(&w->titles, w->r->scratch, w->r->error);
    if (!t)
        return w->r->error->status;
    *t = *deed;
    t->first = t->core = token;
    t->core_end = t->end = token + 1;
    t->sentence = sentence;
    t->joined = t->holder = -1;
    people_deed_complement(w, t, people_sentence_end(w, sentence));
    take_group_sector(w, t);
    cover(w, t);
    return CHANCERY_OK;
}

static chancery_status add_title(people_work *w, uint32_t sentence, uint32_t token, uint32_t low,
                                 const kb_office_hit *hit)
{
    uint32_t end = people_sentence_end(w, sentence);
    people_title *t = array_push(&w->titles, w->r->scratch, w->r->error);
    if (!t)
        return w->r->error->status;
    t->core = token;
    t->core_end = t->end = token + hit->tokens;
    t->sentence = sentence;
    t->rank = hit->rank;
    t->sector = hit->sector;
    t->exclusive = hit->exclusive;
    t->plural = hit->plural;
    t->counterpart = hit->rank == KB_RANK_NONE;
    t->successor = t->counterpart && is_successor(w, token);
    t->generic = !t->counterpart && people_has(w, head_of(w, t), PEOPLE_GENERIC);
    t->former = has_ex(w, token);
    t->joined = t->holder = -1;
    extend_left(w, t, low);
    take_suffix(w, t, end);
    people_complement(w, t, end);
    t->bare = is_bare(t);
    t->deputy = people_is(w, t->core, "deputy") && t->end == t->core + 1 &&
                (t->owner == PEOPLE_OWNER_HIS || t->owner == PEOPLE_OWNER_NAME ||
                 (t->core > low && people_is_possessive(w, t->core - 1)));
    t->counterpart = t->counterpart || t->deputy;
    if (t->rank == KB_RANK_OFFICIAL && is_military(w, t))
        t->rank = KB_RANK_OFFICER;
    judge_rank(w, t);
    take_group_sector(w, t);
    t->generic = t->generic || is_vague(w, t) || is_past_rank(w, t);
    t->gender = gender_of(w, t);
    cover(w, t);
    return CHANCERY_OK;
}

/** Where "(justice, home affairs)" behind a name ends, which holds portfolios and nothing else; 0
 * where `i` is no such bracket. */
static uint32_t portfolios_end(const people_work *w, uint32_t i, uint32_t low, uint32_t end)
{
    enum { LONGEST = 12 };
    bool any = false;
    if (i <= low || !people_is(w, i, "(") || !people_has(w, i - 1, PEOPLE_CAPITAL))
        return 0;
    for (uint32_t k = i + 1; k < end && k <= i + LONGEST; k++) {
        if (people_is(w, k, ")"))
            return any ? k : 0;
        bool portfolio = people_has(w, k, PEOPLE_PORTFOLIO) && !people_has(w, k, PEOPLE_CAPITAL);
        if (!portfolio && !people_is(w, k, ",") && !people_is(w, k, "and"))
            return 0;
        any = any || portfolio;
    }
    return 0;
}

/** Whether a sentence lists ministers: by two such brackets or by a word for them. */
static bool lists_ministers(const people_work *w, uint32_t low, uint32_t end)
{
    static const char *const words[] = {"cabinet", "government", "ministers", "team", NULL};
    uint32_t found = 0;
    for (uint32_t i = low; i < end; i++)
        found += portfolios_end(w, i, low, end) != 0;
    for (uint32_t i = low; i < end && found == 1; i++)
        found += people_is_any(w, i, words);
    return found > 1;
}

/** Adds a title for each portfolio between brackets. */
static chancery_status add_portfolios(people_work *w, uint32_t sentence, uint32_t open,
                                      uint32_t close)
{
    for (uint32_t i = open + 1, k; i < close; i = k + 1) {
        for (k = i; k < close && !people_is(w, k, ",");)
            k++;
        if (k == i)
            continue;
        people_title *t = array_push(&w->titles, w->r->scratch, w->r->error);
        if (!t)
            return w->r->error->status;
        bool defence = people_is(w, i, "defence") || people_is(w, i, "defense");
        t->first = t->core = i;
        t->end = t->core_end = k;
        t->sentence = sentence;
        t->sector = SLICE("GOV");
        t->rank = people_is(w, i, "foreign") ? KB_RANK_FOREIGN_MINISTER
                  : defence                  ? KB_RANK_DEFENCE_MINISTER
                                             : KB_RANK_MINISTER;
        t->portfolio = true;
        t->joined = t->holder = -1;
        cover(w, t);
    }
    return CHANCERY_OK;
}

/** "his Belgian counterpart", "her opposite number". */
static bool find_counterpart(const people_work *w, uint32_t token, uint32_t end, kb_office_hit *hit)
{
    slice word = reading_words(w->r, token, 1);
    if (word.len == 0 || !memchr("cCoOsSpP", word.ptr[0], 8)) /* most words */
        return false;
    bool two =
        token + 1 < end && people_is(w, token, "opposite") && people_is(w, token + 1, "number");
    bool many = people_is(w, token, "counterparts") || people_is(w, token, "colleagues");
    bool colleague = people_is(w, token, "colleague") || people_is(w, token, "colleagues");
    const reading_hit *hit_before = token > 0 ? people_hit(w, token - 1) : NULL;
    if (colleague && (!hit_before || !people_hit_is_state(w, hit_before)))
        return false;
    if (!two && !many && !colleague && !people_is(w, token, "counterpart") &&
        !is_successor(w, token))
        return false;
    *hit = (kb_office_hit){.tokens = two ? 2 : 1, .plural = many};
    return true;
}

chancery_status people_find_titles(people_work *w)
{
    for (uint32_t s = 0; s < w->r->report->sentence_count; s++) {
        uint32_t low = w->r->report->sentences[s].first, end = people_sentence_end(w, s);
        bool offices = w->r->signs[s] & SCAN_OFFICE;
        bool lists = lists_ministers(w, low, end);
        for (uint32_t i = low; i < end;) {
            uint32_t close = lists ? portfolios_end(w, i, low, end) : 0;
            kb_office_hit hit;
            people_title deed = {0};
            chancery_status status = CHANCERY_OK;
            if (close) {
                status = add_portfolios(w, s, i, close);
            } else if (people_find_deed(w, s, i, &deed)) {
                status = add_deed(w, s, i, &deed);
            } else if (((offices || people_is(w, i, "justice")) &&
                        people_find_core(w, i, end, &hit)) ||
                       find_counterpart(w, i, end, &hit)) {
                status = add_title(w, s, i, low, &hit);
            } else {
                i++;
                continue;
            }
            if (status)
                return status;
            low = i = w->titles.items[w->titles.count - 1].end;
        }
    }
    return CHANCERY_OK;
}
