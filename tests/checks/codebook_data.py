#!/usr/bin/env python3
"""Holds the tables of docs/codebook.md to data/codebook/: every type, mode and context with its quad
code and scale, and a sentence for each; none that is no more.

SPDX-License-Identifier: Apache-2.0
"""
import os
import re
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))


def read(path):
    """The text of a file of the project."""
    with open(os.path.join(ROOT, path), encoding="utf-8") as stream:
        return stream.read()


def types_of(text):
    """(type, mode, quad, scale) of each type and mode, in order."""
    found, event, quad = [], "", ""
    for line in text.splitlines():
        words = line.split()
        if words[:1] == ["type"]:
            event, quad = words[1], words[3]
            found.append((event, "", quad, words[5]))
        elif words[:1] == ["mode"]:
            found.append((event, words[1], quad, words[2]))
    return found


def rows_of(text, title, cells):
    """The rows of the first table behind a title, each with so many cells."""
    part = text.split(f"\n## {title}\n", 1)[-1].split("\n## ", 1)[0]
    rows = [[c.strip() for c in line.strip("|").split("|")] for line in part.splitlines() if line.startswith("|")]
    return [tuple(r) for r in rows[2:] if len(r) == cells]


def problems(document, types, contexts):
    """What the tables lack, or have too much."""
    found = []
    for name, wanted, rows in (("type or mode", types, rows_of(document, "All types and modes", 5)),
                               ("context", contexts, rows_of(document, "All contexts", 2))):
        there = [r[:-1] for r in rows]
        found += [f"docs/codebook.md lacks the {name} {' '.join(w)}" for w in wanted if w not in there]
        found += [f"docs/codebook.md has a {name} that data/codebook/ lacks: {' '.join(t)}" for t in there
                  if t not in wanted]
        found += [f"docs/codebook.md has no sentence for the {name} {' '.join(r[:-1])}" for r in rows
                  if not r[-1].endswith(".")]
    return found


def main():
    """Prints what is wrong. Returns the exit status."""
    contexts = re.findall(r"^context (\S+)", read("data/codebook/contexts.txt"), re.M)
    found = problems(read("docs/codebook.md"), types_of(read("data/codebook/00-types.txt")), [(c,) for c in contexts])
    print("\n".join(found))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
