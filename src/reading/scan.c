/* The scan's choice. See scan.h.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * A sentence is parsed where it can tell or say something of somebody, and where a sentence behind
 * it that is parsed may mean by a word whom it names: "he" reaches three sentences back, "the
 * kingdom" and "the ministry" as far as need be. All signs err on the side of a parse. */
#include "reading/scan.h"

enum {
    REACH = 3,          /* sentences that a pronoun reaches back */
    HEAD_SENTENCES = 6, /* datelines and signatures are among them */
    HEAD_WORDS = 16,    /* of the longest of those */

    SOMEBODY = SCAN_NAMED | SCAN_KNOWN | SCAN_OFFICE | SCAN_PAIR | SCAN_BODY,
    CARRIES = SOMEBODY | SCAN_PERSON | SCAN_PRONOUN, /* whom a sentence behind may mean */
};

/* What is known from the sentences before. */
typedef struct walk {
    const reading_state *r;
    const uint32_t *signs; /* [sentence_count] */
    bool signed_by;        /* somebody may have signed or issued the report */
    uint32_t live;         /* sentences for which a pronoun still has somebody to mean */
    uint32_t spoken;       /* 1 + the last paragraph in which something was said, or 0 */
    bool told;             /* the sentence before tells what somebody did */
} walk;

/* A signature near the top, or the title of a statement: then "we" may be who issues the report. */
static bool may_be_signed(const text_sentence *t, uint32_t signs)
{
    if (t->title)
        return signs & SCAN_PAPER;
    return t->count <= HEAD_WORDS && (signs & SCAN_PERSON) && (signs & SCAN_OFFICE);
}

/* Whether the sentence speaks of somebody whom reading could know. */
static bool has_somebody(walk *w, uint32_t signs, bool near)
{
    bool pronoun = (signs & SCAN_PRONOUN) && w->live;
    bool author = (signs & SCAN_AUTHOR) && (w->signed_by || near || (signs & SCAN_QUOTE));
    bool named = signs & SOMEBODY;
    bool again = named || pronoun || ((signs & SCAN_AUTHOR) && w->signed_by);
    w->live = again ? REACH : w->live ? w->live - 1 : 0;
    return named || pronoun || author;
}

/* Whether it is the tags that tell the time, or the day of an act may be told otherwise elsewhere:
 * that matters whoever acts. */
static bool compares_days(uint32_t signs)
{
    bool act = signs & (SCAN_THESE | SCAN_RELATION | SCAN_ACT);
    return (signs & SCAN_OFTEN) || ((signs & SCAN_DATED) && act);
}

/* Whether the sentence can tell or say something of somebody. */
static bool is_worth(walk *w, uint32_t i)
{
    const text_sentence *t = &w->r->report->sentences[i];
    uint32_t signs = w->signs[i];
    bool near = w->spoken && w->spoken >= t->paragraph; /* in this paragraph or the one before */
    bool somebody = has_somebody(w, signs, near), speaker = somebody || (signs & SCAN_AGENT);
    bool quotes = (signs & SCAN_QUOTE) && (speaker || near);
    bool says = (signs & SCAN_SAYS) && speaker;
    if (quotes || says)
        w->spoken = t->paragraph + 1;
    bool goes_on =
        w->told && (signs & (SCAN_TELLS | SCAN_HARM | SCAN_ACT)); /* "The attack killed 12" */
    w->told = goes_on || (somebody && (signs & SCAN_TELLS));
    bool office = (signs & SCAN_OFFICE) && (signs & (SCAN_PERSON | SCAN_NAMED));
    bool head = i < HEAD_SENTENCES && t->count <= HEAD_WORDS;
    bool part = w->r->only.len && (signs & SCAN_AGENT) && (signs & SCAN_TELLS);
    return quotes || says || office || goes_on || part ||
           (head && (signs & (SCAN_PERSON | SCAN_NAMED))) ||
           (somebody && (signs & (SCAN_TELLS | SCAN_DATED | SCAN_RELATION)));
}

/* Whether a given actor stands in the sentence. */
static bool holds_given(const reading_state *r, const text_sentence *t)
{
    for (int side = 0; r->given && side < READING_SIDES; side++)
        if (t->start < r->given[side].where.end && r->given[side].where.start < t->end)
            return true;
    return false;
}

/* Adds the sentences that name whom chosen ones may mean. */
static void add_wanted(const walk *w, bool *chosen)
{
    uint32_t reach = 0;
    bool all = false;
    uint32_t carries = CARRIES | (w->signed_by ? SCAN_AUTHOR : 0);
    for (size_t i = w->r->report->sentence_count; i-- > 0;) {
        uint32_t signs = w->signs[i];
        chosen[i] = chosen[i] || ((reach || all) && (signs & carries));
        reach = chosen[i] && (signs & SCAN_PRONOUN) ? REACH : reach ? reach - 1 : 0;
        all = all ||
              (chosen[i] && ((signs & SCAN_BODY) || ((signs & SCAN_SAYS) && (signs & SCAN_AGENT))));
    }
}

chancery_status scan_choose(reading_state *r, bool *chosen)
{
    const text_report *report = r->report;
    uint32_t all = 0;
    uint32_t *signs = arena_alloc(r->arena, report->sentence_count, sizeof *signs, r->error);
    if (!signs)
        return r->error->status;
    chancery_status status = scan_signs(r, signs);
    if (status)
        return status;
    r->signs = signs;
    walk w = {.r = r, .signs = signs};
    for (uint32_t i = 0; i < report->sentence_count; i++) {
        all |= signs[i];
        w.signed_by =
            w.signed_by || (i < HEAD_SENTENCES && may_be_signed(&report->sentences[i], signs[i]));
    }
    bool anybody = all & (SCAN_NAMED | SCAN_OFFICE); /* else nobody has a state or an office */
    for (uint32_t i = 0; i < report->sentence_count; i++)
        chosen[i] = (anybody && is_worth(&w, i)) || compares_days(signs[i]) ||
                    holds_given(r, &report->sentences[i]);
    add_wanted(&w, chosen);
    return CHANCERY_OK;
}
