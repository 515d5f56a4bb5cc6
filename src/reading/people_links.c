/* Which title stands with which name: before it, beside it in commas, over a list.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * "Foreign Minister X", "the Foreign Minister, Mr. X", "X, the Foreign Minister,", "Presidents X of
 * A and Y of B", "the foreign ministers of A and B, X and Y". A title between two names goes to the
 * one that has none yet. Verbs that tie the two ("X became President") are in people_verbs.c. */
#include "reading/people.h"

enum { MAX_LISTED = 24 };

int32_t people_name_before(const people_work *w, uint32_t token)
{
    if (token == 0 || w->name_at[token - 1] < 0)
        return -1;
    int32_t n = w->name_at[token - 1];
    const people_name *m = &w->names.items[n];
    return m->token + m->count == token ? n : -1;
}

int32_t people_name_at(const people_work *w, uint32_t token)
{
    if (token >= w->token_count || w->name_at[token] < 0)
        return -1;
    int32_t n = w->name_at[token];
    return w->names.items[n].lead == token ? n : -1;
}

/** The name at a token, also behind a title in between: "the Minister, [General X]". */
static int32_t name_through(const people_work *w, uint32_t token)
{
    int32_t t = token < w->token_count ? w->title_at[token] : -1;
    if (t < 0 || w->titles.items[t].first != token || !w->titles.items[t].bare)
        return people_name_at(w, token);
    const people_title *between = &w->titles.items[t];
    bool address = slice_is(between->sector, "REL") || between->generic ||
                   between->rank == KB_RANK_OFFICER || between->rank == KB_RANK_ROYAL;
    return address ? people_name_at(w, between->end) : -1;
}

/** Whether a name alone is a part of a fuller one shortly before. */
static bool is_named_before(const people_work *w, uint32_t name)
{
    for (uint32_t n = name; n-- > 0 && n + MAX_LISTED > name;)
        if (w->names.items[n].unit_count > 1 &&
            people_share_part(&w->names.items[n], &w->names.items[name]))
            return true;
    return false;
}

static chancery_status add_link(people_work *w, people_link link)
{
    people_title *t = &w->titles.items[link.title];
    people_name *n = &w->names.items[link.name];
    people_link *l = array_push(&w->links, w->r->scratch, w->r->error);
    if (!l)
        return w->r->error->status;
    *l = link;
    l->claim = t->generic;
    if (n->unit_count > 1 || link.how == PEOPLE_BEFORE || link.how == PEOPLE_APPOSED ||
        is_named_before(w, link.name))
        n->certain = true; /* "Chad as a member": a word alone needs more */
    n->titled = n->titled || link.how == PEOPLE_BEFORE;
    if (t->gender && !n->gender)
        n->gender = t->gender;
    if (t->holder < 0)
        t->holder = (int32_t)link.name;
    return CHANCERY_OK;
}

chancery_status people_tie(people_work *w, people_link link)
{
    uint32_t first = link.title, last = link.title;
    while (first > 0 && w->titles.items[first - 1].joined == (int32_t)first)
        first--;
    while (w->titles.items[last].joined >= 0)
        last = (uint32_t)w->titles.items[last].joined;
    chancery_status status = CHANCERY_OK;
    slice said = {0};
    for (uint32_t t = first; t <= last; t++)
        if (w->titles.items[t].said_count && !w->titles.items[t].former)
            said = w->titles.items[t].said[0];
    for (uint32_t t = first; !status && t <= last; t++) {
        people_link one = link;
        one.title = t;
        one.also = link.also || t != first;
        if (t > link.title && link.until.len) { /* "minister until 1995 and now governor" */
            one.former = false;
            one.from = one.until = (slice){0};
        }
        if (first < last && one.said.len == 0 && !w->titles.items[t].said_count)
            one.said = said; /* "Saudi Crown Prince and Prime Minister" */
        status = add_link(w, one);
    }
    return status;
}

static bool is_mark(const people_work *w, uint32_t token)
{
    static const char *const marks[] = {",", "(", "–", "—", "-", "--", NULL};
    return w->tokens[token].kind != TEXT_WORD && people_is_any(w, token, marks);
}

/** The state behind a name: "X of France", "X (France)", "X of the French Navy". Sets where it
 * ends.
 */
static slice state_behind(const people_work *w, uint32_t at, uint32_t end, uint32_t *after)
{
    uint32_t next = at + 1;
    *after = at;
    if (next >= end || !(people_is(w, at, "of") || people_is(w, at, "(")))
        return (slice){0};
    next += people_is(w, next, "the");
    const reading_hit *hit = next < end ? people_hit(w, next) : NULL;
    bool body = hit && (people_hit_is_state(w, hit) || people_hit_kind(w, hit) == KB_IGO);
    if (!body || hit->token != next)
        return (slice){0};
    *after = hit->token + hit->count;
    if (hit->kind == KB_ADJECTIVE && (*after >= end || !people_has(w, *after, PEOPLE_BODY)))
        return (slice){0};
    while (hit->kind == KB_ADJECTIVE && *after < end && people_has(w, *after, PEOPLE_BODY))
        ++*after;
    if (people_is(w, at, "(") && *after < end && people_is(w, *after, ")"))
        ++*after;
    return people_hit_code(w, hit);
}

/** As state_behind, or what the complement behind a name gives: "Governor X of Chiang Rai". */
static slice said_behind(const people_work *w, const people_title *t, uint32_t at, uint32_t end,
                         uint32_t *after, bool *behind)
{
    people_title whole;
    slice said = state_behind(w, at, end, after);
    *behind = said.len == 0 && people_complement_behind(w, t, at, &whole);
    if (!*behind)
        return said;
    *after = whole.end;
    return whole.said_count ? whole.said[0] : (slice){0};
}

/** Skips ",", "and" and ", and" between the members of a list; `at` where there is neither. */
static uint32_t skip_separator(const people_work *w, uint32_t at, uint32_t end)
{
    uint32_t i = at;
    if (i < end && people_is(w, i, ","))
        i++;
    if (i < end && (people_is(w, i, "and") || people_is(w, i, "&")))
        i++;
    return i;
}

/** "ministers A and B of X and Y": as many states behind the last name as there are names. */
static void share_states(const people_work *w, uint32_t at, uint32_t end, people_link *links,
                         uint32_t count)
{
    slice states[MAX_LISTED];
    uint32_t found = 0;
    for (uint32_t k = 0; k + 1 < count; k++)
        if (links[k].said.len)
            return;
    if (count < 2 || at >= end || !people_is(w, at, "of"))
        return;
    for (uint32_t i = at + 1; i < end && found < count;) {
        i += people_is(w, i, "the");
        const reading_hit *hit = i < end ? people_hit(w, i) : NULL;
        if (!hit || hit->token != i || !people_hit_is_state(w, hit))
            break;
        states[found++] = people_hit_code(w, hit);
        uint32_t after = hit->token + hit->count;
        i = skip_separator(w, after, end);
        if (i == after)
            break;
    }
    for (uint32_t k = 0; found == count && k < count; k++)
        links[k].said = states[k];
}

/** "Presidents A of X and B of Y", "the ministers of X and Y, A and B". */
static chancery_status tie_list(people_work *w, uint32_t title, uint32_t at, uint32_t end)
{
    people_link links[MAX_LISTED];
    const people_title *t = &w->titles.items[title];
    uint32_t count = 0, last = at;
    for (uint32_t i = at; count < MAX_LISTED;) {
        int32_t n = people_name_at(w, i);
        if (n < 0)
            break;
        uint32_t after = w->names.items[n].token + w->names.items[n].count;
        links[count] = (people_link){.name = (uint32_t)n, .title = title, .how = PEOPLE_BEFORE};
        last = after;
        links[count].said = said_behind(w, t, after, end, &after, &links[count].behind);
        count++;
        i = skip_separator(w, after, end);
        if (i == after)
            break;
    }
    chancery_status status = CHANCERY_OK;
    share_states(w, last, end, links, count);
    for (uint32_t k = 0; !status && k < count; k++) {
        if (links[k].said.len == 0 && t->said_count == count)
            links[k].said = t->said[k];
        else if (links[k].said.len == 0 && t->said_count == 1)
            links[k].said = t->said[0];
        status = people_tie(w, links[k]);
    }
    return status;
}

/** "A, B and C, the ministers of X, Y and Z": the names before a plural in apposition. */
static chancery_status tie_list_before(people_work *w, uint32_t title, uint32_t end)
{
    const people_title *t = &w->titles.items[title];
    uint32_t first = w->r->report->sentences[t->sentence].first, at = t->first, count = 0;
    int32_t names[MAX_LISTED];
    if (t->end < end && w->tokens[t->end].kind == TEXT_WORD &&
        !people_is(w, t->end, "respectively"))
        return CHANCERY_OK;
    while (count < MAX_LISTED && at > first + 1) {
        uint32_t i = at - 1;
        if (count == 0 && !people_is(w, i, ",") && !people_is(w, i, "("))
            break;
        if (count > 0 && people_is(w, i, "and") && people_is(w, i - 1, ","))
            i--;
        else if (count > 0 && !people_is(w, i, "and") && !people_is(w, i, ","))
            break;
        int32_t n = people_name_before(w, i);
        if (n < 0)
            break;
        names[count++] = n;
        at = w->names.items[n].lead;
    }
    chancery_status status = CHANCERY_OK;
    for (uint32_t k = 0; !status && count > 1 && k < count; k++) {
        people_link link = {
            .name = (uint32_t)names[count - 1 - k], .title = title, .how = PEOPLE_APPOSED};
        if (t->said_count == count)
            link.said = t->said[k];
        else if (t->said_count == 1)
            link.said = t->said[0];
        status = people_tie(w, link);
    }
    return status;
}

static bool is_verb(const people_work *w, uint32_t i)
{
    uint8_t tag = w->tags[i];
    return tag == SYNTAX_VBD || tag == SYNTAX_VBZ || tag == SYNTAX_VBP || tag == SYNTAX_MD;
}

/** Whether what follows an apposition lets it end there. */
static bool closes(const people_work *w, uint32_t i, uint32_t end)
{
    static const char *const words[] = {
        "and",   "or",     "who", "in",  "since", "from", "at",    "when", "between", "until",
        "after", "during", "to",  "for", "on",    "with", "while", "but",  NULL};
    if (i >= end)
        return true;
    if (w->tokens[i].kind != TEXT_WORD)
        return !people_is_possessive(w, i);
    return people_is_any(w, i, words);
}

/** Steps back over "then", "also", "at that time", "in her capacity as". @return the token before
 * which a comma is looked for. */
static uint32_t skip_adverbs_back(const people_work *w, uint32_t i, uint32_t first)
{
    static const char *const times[] = {"time", "moment", NULL};
    for (uint32_t k = 0; k < 4 && i > first; k++) {
        if (i >= first + 3 && people_is_any(w, i - 1, times) && people_is(w, i - 3, "at"))
            i -= 3;
        else if (i >= first + 2 && (people_is(w, i - 2, "until") ||
                                    (people_is(w, i - 2, "at") && people_is(w, i - 1, "present"))))
            i -= 2; /* "until now", "until recently" */
        else if (people_has(w, i - 1, PEOPLE_ADVERB) && !people_has(w, i - 1, PEOPLE_CAPITAL))
            i--;
        else
            break;
    }
    return i;
}

/** The name that a title stands in apposition to: "X, the Minister". */
static int32_t apposed_name(const people_work *w, const people_title *t)
{
    uint32_t first = w->r->report->sentences[t->sentence].first;
    uint32_t end = people_sentence_end(w, t->sentence);
    bool owned = t->owner == PEOPLE_OWNER_NAME && w->name_at[t->owner_token] >= 0;
    uint32_t start = owned ? w->names.items[w->name_at[t->owner_token]].lead : t->first;
    uint32_t at = skip_adverbs_back(w, start, first);
    if (at < first + 2 || !is_mark(w, at - 1) || !closes(w, t->end, end))
        return -1;
    uint32_t name_end = at - 1;
    uint32_t before = name_end;
    int32_t n = people_name_before(w, before);
    if (n < 0 && name_end >= first + 3 && w->tokens[name_end - 1].kind == TEXT_NUMBER &&
        people_is(w, name_end - 2, ","))
        n = people_name_before(w, name_end - 2); /* "X, 45, the Minister" */
    const reading_hit *state = n < 0 ? people_hit(w, name_end - 1) : NULL;
    uint32_t of = state ? state->token - (people_is(w, state->token - 1, "the") ? 2u : 1u) : 0;
    if (state && of > first && people_is(w, of, "of") && people_hit_is_state(w, state))
        n = people_name_before(w, of); /* "X of Canada, Minister of Trade" */
    return n;
}

/** "the army chief, X, and [police chief], Y,": a second title without an article. */
static bool whole_list(const people_work *w, const people_title *t, uint32_t first)
{
    uint32_t i = t->first - 1;
    i -= i > first && people_is(w, i - 1, ",");
    return i > first && people_name_before(w, i) >= 0;
}

/** A title followed by a comma and a name: "the Minister, Mr. X". */
static int32_t name_behind_comma(const people_work *w, const people_title *t)
{
    uint32_t first = w->r->report->sentences[t->sentence].first;
    uint32_t end = people_sentence_end(w, t->sentence);
    if (t->end + 1 >= end || !(is_mark(w, t->end) || people_is(w, t->end, ":")))
        return -1;
    int32_t n = name_through(w, t->end + 1);
    if (n < 0)
        return -1;
    const people_name *m = &w->names.items[n];
    if (m->lead < m->token || m->lead > t->end + 1)
        return n;
    uint32_t after = m->token + m->count;
    bool comma = after >= end || w->tokens[after].kind == TEXT_PUNCT;
    bool opened = t->definite || t->first == first || w->tags[t->first - 1] == SYNTAX_IN ||
                  (w->tags[t->first - 1] == SYNTAX_CC && whole_list(w, t, first));
    bool whole = m->unit_count > 1;
    uint32_t behind = after;
    bool state = after < end && state_behind(w, after, end, &behind).len > 0;
    return opened && (whole ? comma || state || is_verb(w, after) : comma) ? n : -1;
}

/** Whether a title stands in apposition behind the name too: then it has its own. */
static bool has_own_title(const people_work *w, int32_t name)
{
    const people_name *m = &w->names.items[name];
    uint32_t end = people_sentence_end(w, m->sentence), at = m->token + m->count;
    if (at + 1 >= end || !people_is(w, at, ","))
        return false;
    int32_t t = w->title_at[at + 1];
    return t >= 0 && w->titles.items[t].first == at + 1 && closes(w, w->titles.items[t].end, end) &&
           name_behind_comma(w, &w->titles.items[t]) < 0;
}

static chancery_status tie_by_commas(people_work *w, uint32_t index, int32_t before, int32_t behind)
{
    people_link link = {.title = index, .how = PEOPLE_APPOSED};
    const people_name *left = before >= 0 ? &w->names.items[before] : NULL;
    bool honorific = behind >= 0 && w->names.items[behind].lead < w->names.items[behind].token;
    bool to_left = left && (behind < 0 || has_own_title(w, behind) ||
                            (!left->titled && (left->unit_count > 1 || !honorific)));
    if (to_left) {
        uint32_t after = left->token + left->count;
        link.name = (uint32_t)before;
        link.said = state_behind(w, after, people_sentence_end(w, left->sentence), &after);
        for (uint32_t i = after; i < w->titles.items[index].first; i++)
            link.former = link.former || people_is(w, i, "once") || people_is(w, i, "formerly") ||
                          people_is(w, i, "previously");
        people_read_term(w, w->titles.items[index].end,
                         people_sentence_end(w, w->titles.items[index].sentence), &link);
        return people_tie(w, link);
    }
    if (behind < 0)
        return CHANCERY_OK;
    uint32_t after;
    const people_name *m = &w->names.items[behind];
    link.how = PEOPLE_BEFORE;
    link.name = (uint32_t)behind;
    link.said = state_behind(w, m->token + m->count, people_sentence_end(w, m->sentence), &after);
    return people_tie(w, link);
}

/** "The OSCE chairman, Romanian Foreign Minister X, …": a body's office, then the person's own. */
static int32_t name_behind_title(const people_work *w, const people_title *t, uint32_t end)
{
    bool body =
        t->rank >= KB_RANK_HEAD_OF_ORGANISATION && t->rank != KB_RANK_OFFICER && !t->counterpart;
    if (!body || !t->definite || t->end + 1 >= end || !people_is(w, t->end, ",") ||
        w->title_at[t->end + 1] < 0)
        return -1;
    const people_title *own = &w->titles.items[w->title_at[t->end + 1]];
    int32_t n = own->first == t->end + 1 && own->said_count ? people_name_at(w, own->end) : -1;
    uint32_t after = n < 0 ? 0 : w->names.items[n].token + w->names.items[n].count;
    return n >= 0 && (after >= end || people_is(w, after, ",") || people_is(w, after, ".")) ? n
                                                                                            : -1;
}

/** "The wife of the ambassador": the office is another's. */
static bool is_anothers(const people_work *w, const people_title *t)
{
    static const char *const words[] = {"friend",    "ally",  "aide",      "critic", "predecessor",
                                        "successor", "rival", "confidant", NULL};
    uint32_t first = w->r->report->sentences[t->sentence].first;
    return t->first >= first + 2 && people_is(w, t->first - 1, "of") &&
           (people_has(w, t->first - 2, PEOPLE_KIN) || people_is_any(w, t->first - 2, words));
}

/** "X, who heads the agency": whoever the clause is about. */
static chancery_status tie_deed(people_work *w, uint32_t index)
{
    const people_title *t = &w->titles.items[index];
    const syntax_sentence *s = &w->r->parsed[t->sentence];
    uint32_t word = t->core - w->r->report->sentences[t->sentence].first;
    people_link link = {.title = index, .how = PEOPLE_IS, .also = true};
    for (size_t i = 0; i < s->clause_count; i++) {
        if (s->clauses[i].verb != word)
            continue;
        int32_t n = people_subject(w, t->sentence, &s->clauses[i]);
        people_read_term(w, t->end, people_sentence_end(w, t->sentence), &link);
        link.name = (uint32_t)n;
        if (s->clauses[i].link == SYNTAX_RELATIVE)
            link.how = PEOPLE_APPOSED;
        return n < 0 ? CHANCERY_OK : people_tie(w, link);
    }
    return CHANCERY_OK;
}

/** "X (justice)": the name before the bracket. */
static chancery_status tie_portfolio(people_work *w, uint32_t index)
{
    uint32_t at = w->titles.items[index].first - 1;
    while (!people_is(w, at, "("))
        at--;
    int32_t n = people_name_before(w, at);
    people_link link = {.name = (uint32_t)n, .title = index, .how = PEOPLE_APPOSED, .also = true};
    return n < 0 ? CHANCERY_OK : people_tie(w, link);
}

static chancery_status tie_title(people_work *w, uint32_t index)
{
    const people_title *t = &w->titles.items[index];
    uint32_t end = people_sentence_end(w, t->sentence);
    int32_t direct = t->end < end ? name_through(w, t->end) : -1;
    if (t->deed.len)
        return tie_deed(w, index);
    if (t->portfolio)
        return tie_portfolio(w, index);
    if (t->generic)
        return t->said_count && !t->plural && direct < 0 ? people_link_verbs(w, index)
                                                         : CHANCERY_OK;
    if ((t->joined >= 0 && direct < 0) || is_anothers(w, t) || people_is_vessel(w, t->first))
        return CHANCERY_OK;
    if (t->plural && t->core > 1 && people_is(w, t->core - 1, "and") && !people_hit(w, t->core - 2))
        return CHANCERY_OK; /* "foreign and defence ministers": whose is which? */
    if (t->plural) {
        uint32_t at = direct >= 0 ? t->end : t->end + 1;
        bool comma = t->end < end && (is_mark(w, t->end) || people_is(w, t->end, ":"));
        chancery_status status = direct >= 0 || comma ? tie_list(w, index, at, end) : CHANCERY_OK;
        return status || t->holder >= 0 ? status : tie_list_before(w, index, end);
    }
    if (direct >= 0) {
        const people_name *m = &w->names.items[direct];
        people_link link = {.name = (uint32_t)direct, .title = index, .how = PEOPLE_BEFORE};
        uint32_t after;
        link.said = said_behind(w, t, m->token + m->count, end, &after, &link.behind);
        return people_tie(w, link);
    }
    int32_t before = apposed_name(w, t), behind = name_behind_comma(w, t);
    if (behind < 0)
        behind = name_behind_title(w, t, end);
    if (before >= 0 || behind >= 0)
        return tie_by_commas(w, index, before, behind);
    return people_link_verbs(w, index);
}

static chancery_status index_sentences(people_work *w)
{
    size_t count = w->r->report->sentence_count;
    w->name_first = arena_alloc(w->r->scratch, count + 1, sizeof *w->name_first, w->r->error);
    if (!w->name_first)
        return w->r->error->status;
    uint32_t n = 0;
    for (uint32_t s = 0; s <= count; s++) {
        while (n < w->names.count && w->names.items[n].sentence < s)
            n++;
        w->name_first[s] = n;
    }
    return CHANCERY_OK;
}

/** Whether words of the sentence may stand between "and" and a title: "and now President". */
static uint32_t skip_adverbs(const people_work *w, uint32_t i, uint32_t end)
{
    while (i < end && people_has(w, i, PEOPLE_ADVERB) && !people_has(w, i, PEOPLE_CAPITAL))
        i++;
    return i;
}

/** "minister [from 1990 to 1995] and now governor". */
static uint32_t skip_term(const people_work *w, uint32_t at)
{
    static const char *const one[] = {"since", "until", "till", "in", NULL};
    static const char *const two[] = {"from", "between", NULL};
    if (at + 4 < w->token_count && people_is_any(w, at, two) &&
        w->tokens[at + 1].kind == TEXT_NUMBER && w->tokens[at + 3].kind == TEXT_NUMBER)
        return at + 4;
    bool year = at + 2 < w->token_count && people_is_any(w, at, one) &&
                w->tokens[at + 1].kind == TEXT_NUMBER;
    return year ? at + 2 : at;
}

/** "the Foreign Minister and Deputy Prime Minister X": both titles are one person's. Not where each
 * has its own state or article, nor where the first belongs to a name before it. */
static void join_titles(people_work *w, uint32_t index)
{
    static const char *const joints[] = {"and", "&", "-", "–", "/", "cum", NULL};
    people_title *before = &w->titles.items[index];
    const people_title *t = before + 1;
    uint32_t at = before->end;
    const reading_hit *seat =
        at + 1 < w->token_count && people_is(w, at, "in") ? people_hit(w, at + 1) : NULL;
    if (seat && people_hit_is_place(w, seat))
        at = seat->token + seat->count; /* "chief of police in Lima and head of …" */
    at = skip_term(w, at);
    if (index + 1 >= w->titles.count || before->sentence != t->sentence || before->plural ||
        t->plural || at >= t->first || before->generic || t->generic || before->deed.len ||
        t->deed.len)
        return;
    bool comma = at + 1 < t->first && people_is(w, at, ",");
    at += comma;
    bool states = t->said_count && before->said_count && !before->former && !t->former &&
                  !slice_equal(t->said[0], before->said[0]);
    bool adverb = at + 1 < t->first; /* "and formerly its registrar" */
    bool other_owner = people_is(w, t->first, "the") || t->owner != PEOPLE_OWNER_NONE;
    if (!people_is_any(w, at, joints) || skip_adverbs(w, at + 1, t->first) != t->first ||
        (other_owner && !adverb) || states)
        return;
    bool named = name_through(w, t->end) >= 0 || name_behind_comma(w, t) >= 0;
    int32_t left = named ? apposed_name(w, before) : -1;
    if (left >= 0 && (comma || !w->names.items[left].titled))
        return; /* "X, the Minister, and President Y" */
    if (named && comma && t->said_count)
        return;
    bool other = before->bare && before->core_end - before->core == 1 &&
                 people_is(w, before->first, "the") && people_name_at(w, t->end) >= 0;
    if (other)
        return; /* "the Secretary and Foreign Minister X met" */
    before->joined = (int32_t)index + 1;
}

/** Titles joined by "and" whose last stands in apposition: "X, Minister of Trade and Deputy Prime
 * Minister,": the first of them has the comma. */
static chancery_status tie_chain(people_work *w, uint32_t index)
{
    uint32_t last = index;
    while (w->titles.items[last].joined >= 0)
        last = (uint32_t)w->titles.items[last].joined;
    people_title *t = &w->titles.items[index];
    if (last == index || t->generic || t->holder >= 0 ||
        people_name_at(w, w->titles.items[last].end) >= 0)
        return CHANCERY_OK;
    people_title whole = *t;
    whole.end = w->titles.items[last].end;
    int32_t before = apposed_name(w, &whole), behind = name_behind_comma(w, &whole);
    if (before >= 0 || behind >= 0)
        return tie_by_commas(w, index, before, behind);
    return people_link_verbs(w, index);
}

/** The one person whom the sentence before names, if nobody has given him a title so far. */
static int32_t untitled_before(const people_work *w, uint32_t sentence)
{
    int32_t found = -1;
    for (uint32_t n = w->name_first[sentence - 1]; n < w->name_first[sentence]; n++) {
        const people_name *m = &w->names.items[n];
        if (m->titled || m->lead < m->token || m->unit_count < 2 || m->score < 1 || found >= 0)
            return -1;
        found = (int32_t)n;
    }
    for (uint32_t i = found < 0 ? 0 : (uint32_t)w->links.count; i-- > 0;)
        if (w->links.items[i].name == (uint32_t)found)
            return -1;
        else if (w->links.items[i].name + 8 < (uint32_t)found)
            break;
    return found;
}

/** "X feels at home. Iceland's Minister for Foreign Affairs steps out": the title takes up whom the
 * sentence before brought in without one. */
static chancery_status tie_across(people_work *w, uint32_t index)
{
    const people_title *t = &w->titles.items[index];
    const text_sentence *s = &w->r->report->sentences[t->sentence];
    if (t->generic || t->plural || t->counterpart || t->first != s->first || !t->said_count ||
        t->sentence == 0 || s[-1].paragraph != s->paragraph || t->end >= s->first + s->count ||
        !is_verb(w, t->end))
        return CHANCERY_OK;
    int32_t n = untitled_before(w, t->sentence);
    if (n < 0)
        return CHANCERY_OK;
    return people_tie(w, (people_link){.name = (uint32_t)n, .title = index, .how = PEOPLE_IS});
}

chancery_status people_find_links(people_work *w)
{
    chancery_status status = index_sentences(w);
    uint32_t sentence = 0, count = (uint32_t)w->titles.count;
    for (uint32_t t = 0; !status && t < count; t++)
        join_titles(w, t);
    for (uint32_t t = 0; !status && t < count; t++) {
        bool inner = t > 0 && w->titles.items[t - 1].joined == (int32_t)t;
        if (w->titles.items[t].joined >= 0 && !inner)
            status = tie_chain(w, t);
        if (!status && w->titles.items[t].holder < 0)
            status = tie_title(w, t);
        if (!status && w->titles.items[t].holder < 0)
            status = tie_across(w, t);
        uint32_t next = t + 1 < count ? w->titles.items[t + 1].sentence
                                      : (uint32_t)w->r->report->sentence_count;
        for (; !status && sentence < next; sentence++)
            status = people_link_successions(w, sentence);
    }
    return status;
}
