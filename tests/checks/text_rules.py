#!/usr/bin/env python3
"""Rules for the text of every file: no machine's paths, no registries' hosts, no unfinished places,
an SPDX line in every source, and (with --gold) no words of the measuring texts.

SPDX-License-Identifier: Apache-2.0
"""
import argparse
import glob
import os
import re

import tree

# Put together here so that this file doesn't hold what it looks for.
HOSTS = [r"\.".join(h) for h in (
    ("deb", "debian", "org"), ("archive", "ubuntu", "com"), ("pypi", "org"),
    ("files", "pythonhosted", "org"), ("registry", "npmjs", "org"), ("crates", "io"),
    ("proxy", "golang", "org"), ("repo1?", "maven", "(?:apache" + r"\." + ")?org"))]
HOST = re.compile(r"(?:^|[\s/@\"'(])(?:[\w-]+\.)*(" + "|".join(HOSTS) + r")\b")
PATH = re.compile(r"(?<![\w.$}~-])/(?:home|root|work|farm|Users)/[\w.]+")
UNFINISHED = re.compile("\\b(" + "|".join(("TO" "DO", "FIX" "ME", "HA" "CK")) + ")\\b")
SOURCE = (".c", ".h", ".py", ".sh")
RUN = 8
# Names and set phrases that long, which any text may have.
NAMES = (
    "the office of the high commissioner for human rights",
    "the two countries have had diplomatic relations since",
    "member of the standing committee of the political bureau of the central committee",
    "the united nations relief and works agency for palestine refugees in the near east",
)


def words_of(text):
    """Words in small letters with the places where they begin."""
    return [(m.group().lower(), m.start()) for m in re.finditer(r"\w+", text)]


def is_script(text):
    """A file that its first line says how to run."""
    return text.startswith("#!")


def rule_problems(name, text):
    """Problems of one file that need nothing but its text."""
    problems = []
    for number, line in enumerate(text.split("\n"), 1):
        for pattern, why in ((HOST, "names a registry's host"), (PATH, "names a path of one machine"),
                             (UNFINISHED, "marks something as unfinished")):
            match = pattern.search(line)
            if match and not (pattern is UNFINISHED and not (name.endswith(SOURCE) or is_script(text))):
                problems.append(f"{name}:{number}: {why}: {match.group().strip()}")
    if (name.endswith(SOURCE) or is_script(text)) and "SPDX-License-Identifier:" not in text[:3000]:
        problems.append(f"{name}: no SPDX line")
    return problems


def gold_runs(folder):
    """Runs of eight words of the measuring texts: {run: file}."""
    runs = {}
    paths = glob.glob(os.path.join(folder, "reports", "*.txt"))
    paths += glob.glob(os.path.join(folder, "pairs", "*.tsv"))
    for path in sorted(paths):
        for line in (tree.read_text(path) or "").split("\n"):
            words = [w for w, _ in words_of(line)]
            for i in range(len(words) - RUN + 1):
                runs[tuple(words[i:i + RUN])] = os.path.basename(path)
    return runs


def gold_problems(name, text, runs):
    """The first place of a file that has eight words of a measuring text in a row."""
    words = words_of(text)
    for i in range(len(words) - RUN + 1):
        run = tuple(w for w, _ in words[i:i + RUN])
        if run in runs and not any(" ".join(run) in name for name in NAMES):
            line = text.count("\n", 0, words[i][1]) + 1
            return [f"{name}:{line}: eight words of {runs[run]}: {' '.join(run)}"]
    return []


if __name__ == "__main__":
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--root", default=tree.ROOT)
    arguments.add_argument("--gold", help="folder of the measuring texts (reports/, pairs/)")
    args = arguments.parse_args()
    gold = gold_runs(args.gold) if args.gold and os.path.isdir(args.gold) else {}
    found, count = [], 0
    for file_name in tree.project_files(args.root):
        content = tree.read_text(os.path.join(args.root, file_name))
        if content is None:
            continue
        count += 1
        found += rule_problems(file_name, content)
        found += gold_problems(file_name, content, gold) if gold else []
    print(f"{len(gold)} runs of eight words looked for" if gold
          else "no folder of measuring texts: their words were not looked for")
    tree.report(found, f"{count} files keep the rules")
