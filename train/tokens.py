#!/usr/bin/env python3
"""Learns the word lists of src/text/learned.h from the training parts of UD treebanks.

    train/tokens.py TRAIN.conllu... > src/text/learned.h

starters         function words and adverbs that stand capitalised at the front of a sentence and hardly ever
                 capitalised within one: after "U.S." or "Inc." they begin a new sentence
hyphen_prefixes  first parts that the treebanks keep with what follows the hyphen ("non-members"), where they
                 cut other words at it ("high - level")

Copyright lines of the treebanks stay with them: counts are facts. SPDX-License-Identifier: Apache-2.0"""
import collections
import re
import sys

STARTER_FIRST = 3  # times at the front, at least
STARTER_SMALL = 5  # times in small letters, at least
STARTER_RATIO = 4  # times at the front for each time capitalised within
STARTER_TAGS = {"ADP", "ADV", "CCONJ", "DET", "PRON", "SCONJ"}  # what most of its uses are: "Will" and "First" are names too
PREFIX_KEPT = 2    # words that it is kept with, at least, and more than the times that it is cut off


def sentences(path):
    rows = []
    with open(path, encoding="utf-8") as stream:
        for line in stream:
            line = line.rstrip("\n")
            if line and not line.startswith("#"):
                columns = line.split("\t")
                if columns[0].isdigit():
                    rows.append((columns[1], "SpaceAfter=No" in columns[9], columns[3]))
            elif not line and rows:
                yield rows
                rows = []
    if rows:
        yield rows


def count(paths):
    first, within, small = collections.Counter(), collections.Counter(), collections.Counter()
    tags = collections.defaultdict(collections.Counter)
    kept, cut = collections.defaultdict(set), collections.Counter()
    for path in paths:
        for rows in sentences(path):
            words = [form for form, _, _ in rows if form[0].isalpha()]
            for form, _, tag in rows:
                tags[form.lower()][tag] += 1
            headline = sum(word[0].isupper() for word in words) * 2 > len(words)
            for position, word in enumerate(words):
                if not word[0].isupper():
                    small[word] += 1
                elif position == 0:
                    first[word] += 1
                elif not headline:
                    within[word] += 1
            for index, (form, _, _) in enumerate(rows):
                parts = re.match(r"([a-z]+)-([A-Za-z]+)$", form)
                if parts:
                    kept[parts[1]].add(parts[2].lower())
                if form == "-" and 0 < index < len(rows) - 1 and rows[index - 1][1] and rows[index][1]:
                    cut[rows[index - 1][0].lower()] += 1
    starters = {word for word, times in first.items()
                if word == word.capitalize() and times >= STARTER_FIRST and times >= STARTER_RATIO * within[word]
                and small[word.lower()] >= STARTER_SMALL
                and tags[word.lower()].most_common(1)[0][0] in STARTER_TAGS}
    prefixes = {part for part, rests in kept.items() if len(rests) >= PREFIX_KEPT and len(rests) > cut[part]}
    return starters, prefixes


def table(name, words):
    text = "".join(f'"{word}", ' for word in sorted(words))
    lines, line = [], ""
    for word in text.split():
        if len(line) + len(word) > 94:
            lines.append(line)
            line = ""
        line += (" " if line else "") + word
    lines.append(line)
    body = "\n".join("    " + line for line in lines)
    return f"static const char *const {name}[] = {{\n{body}\n}};\n"


def main():
    starters, prefixes = count(sys.argv[1:])
    sys.stdout.write("/* Words learnt from treebanks by train/tokens.py; not edited by hand.\n *\n"
                     " * SPDX-License-Identifier: Apache-2.0 */\n#ifndef TEXT_LEARNED_H\n#define TEXT_LEARNED_H\n\n"
                     "/* clang-format off */\n")
    sys.stdout.write(table("starters", starters) + "\n" + table("hyphen_prefixes", prefixes) + "\n#endif\n")


if __name__ == "__main__":
    main()
