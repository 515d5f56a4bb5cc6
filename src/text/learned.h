/* Words learnt from treebanks by train/tokens.py; not edited by hand.
 *
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef TEXT_LEARNED_H
#define TEXT_LEARNED_H

/* clang-format off */
static const char *const starters[] = {
    "A", "About", "Above", "Across", "Actually", "After", "Again", "All", "Almost", "Also",
    "Although", "Among", "An", "And", "Another", "Any", "Anyone", "Anything", "Apart", "Around",
    "As", "At", "Because", "Before", "Below", "Both", "But", "By", "Certainly", "Currently",
    "Despite", "During", "Each", "Either", "Even", "Eventually", "Every", "Everybody", "Everyone",
    "Everything", "Finally", "For", "From", "Further", "He", "Her", "Here", "Highly", "His",
    "Hopefully", "How", "However", "If", "In", "Indeed", "Instead", "It", "Its", "Just", "Later",
    "Like", "Maybe", "More", "Most", "My", "Neither", "Never", "No", "Nobody", "None", "Nothing",
    "Now", "Obviously", "Of", "On", "Once", "Only", "Or", "Originally", "Otherwise", "Our", "Over",
    "Perhaps", "Personally", "Probably", "Recently", "Right", "She", "Since", "So", "Some",
    "Someone", "Sometimes", "That", "The", "Their", "Then", "There", "Therefore", "These", "They",
    "This", "Those", "Though", "Through", "Throughout", "Thus", "Under", "Unfortunately", "Unless",
    "Until", "Upon", "Usually", "Very", "We", "Well", "What", "Whatever", "When", "Where",
    "Whether", "Which", "While", "Who", "Why", "With", "Within", "Without", "Yet", "You", "Your",
};

static const char *const hyphen_prefixes[] = {
    "anti", "co", "counter", "cross", "e", "ex", "inter", "mid", "mini", "multi", "non", "over",
    "post", "pre", "pro", "re", "semi", "sub",
};

#endif
