/* The lemmas that a form may have, without knowing what word it is.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * Endings of regular inflection are taken off in every way that a verb, noun or adjective allows;
 * most of what comes out is no word, and nobody looks for it. Other forms stand in a list. */
#include "reading/scan.h"

enum { LONGEST = 24 };

typedef struct irregular {
    const char *form;
    const char *lemma;
} irregular;

/* clang-format off */
static const irregular irregulars[] = {
    {"'d", "have"}, {"'ll", "will"}, {"'m", "be"}, {"'re", "be"}, {"'s", "be"}, {"'ve", "have"},
    {"alumni", "alumnus"}, {"am", "be"}, {"analyses", "analysis"}, {"are", "be"},
    {"arisen", "arise"}, {"arose", "arise"}, {"ate", "eat"}, {"awoke", "awake"},
    {"awoken", "awake"}, {"axes", "axis"}, {"bade", "bid"}, {"bases", "basis"}, {"beaten", "beat"},
    {"became", "become"}, {"been", "be"}, {"began", "begin"}, {"begun", "begin"}, {"bent", "bend"},
    {"best", "good"}, {"better", "good"}, {"bidden", "bid"}, {"bit", "bite"}, {"bitten", "bite"},
    {"bled", "bleed"}, {"blew", "blow"}, {"blown", "blow"}, {"bore", "bear"}, {"born", "bear"},
    {"borne", "bear"}, {"bought", "buy"}, {"bound", "bind"}, {"bred", "breed"}, {"broke", "break"},
    {"broken", "break"}, {"brought", "bring"}, {"built", "build"}, {"burnt", "burn"},
    {"came", "come"}, {"caught", "catch"}, {"children", "child"}, {"chose", "choose"},
    {"chosen", "choose"}, {"clung", "cling"}, {"corpora", "corpus"}, {"crept", "creep"},
    {"crises", "crisis"}, {"criteria", "criterion"}, {"dealt", "deal"}, {"did", "do"},
    {"done", "do"}, {"drank", "drink"}, {"drawn", "draw"}, {"dreamt", "dream"}, {"drew", "draw"},
    {"driven", "drive"}, {"drove", "drive"}, {"drunk", "drink"}, {"dug", "dig"}, {"dying", "die"},
    {"eaten", "eat"}, {"fallen", "fall"}, {"fed", "feed"}, {"feet", "foot"}, {"fell", "fall"},
    {"felt", "feel"}, {"fled", "flee"}, {"flew", "fly"}, {"flown", "fly"}, {"flung", "fling"},
    {"forbade", "forbid"}, {"forbidden", "forbid"}, {"foresaw", "foresee"},
    {"foreseen", "foresee"}, {"forgave", "forgive"}, {"forgiven", "forgive"}, {"forgone", "forgo"},
    {"forgot", "forget"}, {"forgotten", "forget"}, {"forwent", "forgo"}, {"fought", "fight"},
    {"found", "find"}, {"froze", "freeze"}, {"frozen", "freeze"}, {"further", "far"},
    {"gave", "give"}, {"given", "give"}, {"gone", "go"}, {"got", "get"}, {"gotten", "get"},
    {"grandchildren", "grandchild"}, {"grew", "grow"}, {"ground", "grind"}, {"grown", "grow"},
    {"had", "have"}, {"has", "have"}, {"heard", "hear"}, {"held", "hold"}, {"hid", "hide"},
    {"hidden", "hide"}, {"hung", "hang"}, {"is", "be"}, {"kept", "keep"}, {"knelt", "kneel"},
    {"knew", "know"}, {"known", "know"}, {"laid", "lay"}, {"lay", "lie"}, {"leant", "lean"},
    {"leapt", "leap"}, {"learnt", "learn"}, {"least", "little"}, {"led", "lead"},
    {"left", "leave"}, {"lent", "lend"}, {"less", "little"}, {"lit", "light"}, {"lost", "lose"},
    {"lying", "lie"}, {"made", "make"}, {"meant", "mean"}, {"men", "man"}, {"met", "meet"},
    {"mice", "mouse"}, {"misled", "mislead"}, {"mistaken", "mistake"}, {"mistook", "mistake"},
    {"monies", "money"}, {"more", "much"}, {"most", "much"}, {"outgrew", "outgrow"},
    {"outgrown", "outgrow"}, {"overcame", "overcome"}, {"overheard", "overhear"},
    {"overran", "overrun"}, {"overridden", "override"}, {"overrode", "override"},
    {"oversaw", "oversee"}, {"overseen", "oversee"}, {"overtaken", "overtake"},
    {"overthrew", "overthrow"}, {"overthrown", "overthrow"}, {"overtook", "overtake"},
    {"paid", "pay"}, {"people", "person"}, {"phenomena", "phenomenon"}, {"proven", "prove"},
    {"quizzes", "quiz"}, {"ran", "run"}, {"rang", "ring"}, {"rebuilt", "rebuild"},
    {"redid", "redo"}, {"redone", "redo"}, {"repaid", "repay"}, {"resat", "resit"},
    {"resold", "resell"}, {"retaken", "retake"}, {"rethought", "rethink"}, {"retold", "retell"},
    {"retook", "retake"}, {"rewritten", "rewrite"}, {"rewrote", "rewrite"}, {"ridden", "ride"},
    {"risen", "rise"}, {"rode", "ride"}, {"rose", "rise"}, {"rung", "ring"}, {"said", "say"},
    {"sang", "sing"}, {"sank", "sink"}, {"sat", "sit"}, {"saw", "see"}, {"seen", "see"},
    {"sent", "send"}, {"shaken", "shake"}, {"shone", "shine"}, {"shook", "shake"},
    {"shot", "shoot"}, {"shown", "show"}, {"shrank", "shrink"}, {"shrunk", "shrink"},
    {"slain", "slay"}, {"slept", "sleep"}, {"slew", "slay"}, {"slid", "slide"}, {"slung", "sling"},
    {"sold", "sell"}, {"sought", "seek"}, {"sped", "speed"}, {"spelt", "spell"},
    {"spent", "spend"}, {"spilt", "spill"}, {"spoilt", "spoil"}, {"spoke", "speak"},
    {"spoken", "speak"}, {"sprang", "spring"}, {"sprung", "spring"}, {"spun", "spin"},
    {"stimuli", "stimulus"}, {"stole", "steal"}, {"stolen", "steal"}, {"stood", "stand"},
    {"striven", "strive"}, {"strove", "strive"}, {"struck", "strike"}, {"stuck", "stick"},
    {"stung", "sting"}, {"stunk", "stink"}, {"sung", "sing"}, {"sunk", "sink"}, {"swam", "swim"},
    {"swept", "sweep"}, {"swore", "swear"}, {"sworn", "swear"}, {"swum", "swim"},
    {"swung", "swing"}, {"taken", "take"}, {"taught", "teach"}, {"teeth", "tooth"},
    {"theses", "thesis"}, {"thought", "think"}, {"threw", "throw"}, {"thrown", "throw"},
    {"thrust", "thrust"}, {"told", "tell"}, {"took", "take"}, {"tore", "tear"}, {"torn", "tear"},
    {"trod", "tread"}, {"trodden", "tread"}, {"tying", "tie"}, {"undergone", "undergo"},
    {"understood", "understand"}, {"undertaken", "undertake"}, {"undertook", "undertake"},
    {"underwent", "undergo"}, {"undid", "undo"}, {"undone", "undo"}, {"upheld", "uphold"},
    {"vying", "vie"}, {"was", "be"}, {"went", "go"}, {"wept", "weep"}, {"were", "be"},
    {"withdrawn", "withdraw"}, {"withdrew", "withdraw"}, {"withheld", "withhold"},
    {"withstood", "withstand"}, {"wives", "wife"}, {"wo", "will"}, {"woke", "wake"},
    {"woken", "wake"}, {"women", "woman"}, {"won", "win"}, {"wore", "wear"}, {"worn", "wear"},
    {"worse", "bad"}, {"worst", "bad"}, {"wound", "wind"}, {"wove", "weave"}, {"woven", "weave"},
    {"written", "write"}, {"wrote", "write"}, {"yrs", "year"},
};
/* clang-format on */

typedef struct maker {
    char word[LONGEST];
    size_t len;
    uint64_t *out;
    size_t count;
} maker;

/* The first `bytes` letters of the word and `tail`. */
static void add(maker *m, size_t bytes, const char *tail)
{
    char lemma[LONGEST + 4];
    size_t more = strlen(tail);
    if (bytes == 0 || m->count == SCAN_MAX_LEMMAS)
        return;
    memcpy(lemma, m->word, bytes);
    memcpy(lemma + bytes, tail, more);
    m->out[m->count++] = text_key((slice){lemma, bytes + more});
}

/* `tail` is a literal, so that all of this is a comparison of a few bytes. */
#define ENDS(m, tail)                                                                              \
    ((m)->len > sizeof(tail) &&                                                                    \
     memcmp((m)->word + (m)->len - (sizeof(tail) - 1), (tail), sizeof(tail) - 1) == 0)

/* Before "ed" or "ing": the stem, with the e that it lost, without the letter that it doubled. */
static void add_stems(maker *m, size_t stem)
{
    add(m, stem, "");
    add(m, stem, "e");
    if (stem > 2 && m->word[stem - 1] == m->word[stem - 2])
        add(m, stem - 1, "");
}

static void add_without_s(maker *m)
{
    add(m, m->len - 1, "");
    if (ENDS(m, "ies"))
        add(m, m->len - 3, "y");
    else if (ENDS(m, "es"))
        add(m, m->len - 2, "");
    if (ENDS(m, "ves")) {
        add(m, m->len - 3, "f");
        add(m, m->len - 3, "fe");
    }
}

static void add_regular(maker *m)
{
    if (ENDS(m, "s")) {
        add_without_s(m);
    } else if (ENDS(m, "ed")) {
        add_stems(m, m->len - 2);
        if (ENDS(m, "ied"))
            add(m, m->len - 3, "y");
    } else if (ENDS(m, "ing")) {
        add_stems(m, m->len - 3);
        if (ENDS(m, "ying"))
            add(m, m->len - 4, "ie");
    } else if (ENDS(m, "er")) {
        add_stems(m, m->len - 2);
        if (ENDS(m, "ier"))
            add(m, m->len - 3, "y");
    } else if (ENDS(m, "est")) {
        add_stems(m, m->len - 3);
        if (ENDS(m, "iest"))
            add(m, m->len - 4, "y");
    } else if (ENDS(m, "men")) {
        add(m, m->len - 2, "an");
    }
}

/* Whether the last letter is that of an ending above: most words stop here. */
static bool may_be_inflected(slice form)
{
    const uint32_t letters = 1u << ('s' - 'a') | 1u << ('d' - 'a') | 1u << ('g' - 'a') |
                             1u << ('r' - 'a') | 1u << ('t' - 'a') | 1u << ('n' - 'a');
    unsigned last = ((unsigned char)form.ptr[form.len - 1] | 0x20u) - 'a';
    return last < 26 && (letters >> last & 1);
}

size_t scan_lemmas(const scan_lexicon *lexicon, slice form, uint64_t key, uint64_t *out)
{
    maker m = {.out = out, .count = 1};
    out[0] = key;
    size_t slot = scan_slot(lexicon, key);
    if (lexicon->keys[slot] == key && lexicon->lemmas[slot])
        out[m.count++] = lexicon->lemmas[slot];
    if (form.len < 3 || form.len > LONGEST || !may_be_inflected(form))
        return m.count;
    for (size_t i = 0; i < form.len; i++) {
        char c = form.ptr[i];
        m.word[m.len++] = c >= 'A' && c <= 'Z' ? (char)(c + 'a' - 'A') : c;
    }
    add_regular(&m);
    return m.count;
}

_Static_assert(sizeof irregulars / sizeof *irregulars < SCAN_SLOTS / 4, "the lexicon gets full");

void scan_lemmas_fill(scan_lexicon *lexicon)
{
    for (size_t i = 0; i < sizeof irregulars / sizeof *irregulars; i++) {
        uint64_t key = text_key(slice_of(irregulars[i].form));
        size_t slot = scan_slot(lexicon, key);
        lexicon->keys[slot] = key;
        lexicon->lemmas[slot] = text_key(slice_of(irregulars[i].lemma));
    }
}
