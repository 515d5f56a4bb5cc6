/* By which words somebody or something is meant, and why.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * The archive keeps how a mention means somebody, not why it was taken so. Where the engine is the
 * one that read the report, the report is read again for that. */
#include "cli/explain.h"
#include "reading/reading.h"

bool explain_is_name(const chancery_how *hows, size_t i)
{
    return !hows || hows[i] == CHANCERY_HOW_NAME;
}

/** Where somebody or something is named, each wording once with how often. */
static void print_named(const explanation *x, const chancery_span *mentions,
                        const chancery_how *hows, size_t count)
{
    look_flow f = explain_field(x, "Named by");
    for (size_t i = 0, shown = 0; i < count; i++) {
        slice words = show_words(x->r, mentions[i]);
        size_t times = 0, first = i;
        if (!explain_is_name(hows, i))
            continue;
        for (size_t k = count; k-- > 0;)
            if (explain_is_name(hows, k) && slice_equal(show_words(x->r, mentions[k]), words)) {
                times++;
                first = k;
            }
        if (first != i)
            continue;
        explain_add(&f, shown++ ? ", " : "");
        explain_add_quoted(&f, words);
        if (times > 1) {
            slice often;
            if (arena_printf(&x->q->arena, &often, NULL, " (%zu times)", times) == CHANCERY_OK)
                explain_add_slice(&f, often);
        }
    }
    look_flow_end(&f);
}

/** The report's reading again, in the arena of readings. False where that can't be had. */
static bool read_again(const explanation *x, chancery_reading *out)
{
    text_report report = {0};
    syntax_parser *parser = NULL;
    arena *a = &x->q->readings, scratch;
    if (!explain_same_edition(x) ||
        text_segment(x->r->document.text, a, &report, NULL) != CHANCERY_OK)
        return false;
    const reading_engine *parts = engine_parts(x->q->engine);
    report.document = x->r->document;
    report.read = true;
    arena_init(&scratch, a->cap_bytes);
    bool done = syntax_parser_new(parts->network, &parser, NULL) == CHANCERY_OK &&
                reading_make(parts, parser, &report, a, &scratch, out, NULL) == CHANCERY_OK;
    syntax_parser_free(parser);
    arena_clear(&scratch);
    return done;
}

/** The reasons for the mentions of an item, or NULL. */
static const chancery_why *reasons_of(const chancery_reading *r, slice id, size_t count)
{
    for (size_t i = 0; i < r->person_count; i++)
        if (slice_equal(r->people[i].id, id) && r->people[i].mention_count == count)
            return r->people[i].whys;
    for (size_t i = 0; i < r->entity_count; i++)
        if (slice_equal(r->entities[i].id, id) && r->entities[i].mention_count == count)
            return r->entities[i].whys;
    return NULL;
}

static const char *reason_text(chancery_why why)
{
    switch (why) {
    case CHANCERY_WHY_NAMED:
        return "a name";
    case CHANCERY_WHY_BESIDE:
        return "stands beside the name";
    case CHANCERY_WHY_OFFICE:
        return "the last one spoken of with that office or rank";
    case CHANCERY_WHY_FITS:
        return "the last one spoken of that is one";
    case CHANCERY_WHY_HOME:
        return "the state of who speaks or owns";
    case CHANCERY_WHY_CLAUSE:
        return "the subject of its clause or of the one above";
    case CHANCERY_WHY_NEAREST:
        return "the nearest that fits, subjects first";
    case CHANCERY_WHY_AGAIN:
        return "those who were spoken of together before";
    case CHANCERY_WHY_PAIR:
        return "the two that the report is about";
    case CHANCERY_WHY_TOGETHER:
        return "so many of that kind were named last";
    case CHANCERY_WHY_ORDER:
        return "by the order of two who were named";
    case CHANCERY_WHY_QUOTED:
        return "who is quoted or issues the report";
    }
    return "";
}

static const char *how_text(chancery_how how)
{
    switch (how) {
    case CHANCERY_HOW_NAME:
        return "a name";
    case CHANCERY_HOW_TITLE:
        return "a title";
    case CHANCERY_HOW_DESCRIPTION:
        return "a description";
    case CHANCERY_HOW_PRONOUN:
        return "a pronoun";
    case CHANCERY_HOW_GROUP:
        return "one of several";
    }
    return "";
}

void explain_mentions(const explanation *x, slice id, const chancery_span *mentions,
                      const chancery_how *hows, size_t count)
{
    chancery_reading again = {0};
    const chancery_why *whys = NULL;
    bool first = true;
    print_named(x, mentions, hows, count);
    if (hows && read_again(x, &again))
        whys = reasons_of(&again, id, count);
    for (size_t i = 0; i < count; i++) {
        if (explain_is_name(hows, i))
            continue;
        look_flow f = explain_field(x, first ? "Meant by" : "");
        explain_add_quoted(&f, show_words(x->r, mentions[i]));
        explain_add(&f, ", ");
        explain_add(&f, whys ? reason_text(whys[i]) : how_text(hows[i]));
        look_flow_end(&f);
        first = false;
    }
}
