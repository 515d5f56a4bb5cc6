#!/usr/bin/env python3
"""Scores any coder on the corpus.

    python3 train/corpus/score.py --texts FOLDER train/corpus/*.ndjson         writes the texts, to be coded
    python3 train/corpus/score.py ANSWERS.ndjson train/corpus/*.ndjson         scores what was found in them
                                  [--part test|all] [--by-type]

The public test is every text whose int(sha1(id)) % 10 is 0 (`--part test`, which is usual). Texts go to FOLDER/DAY/ID.txt, by their day of
publication, or FOLDER/undated/ID.txt. A line of ANSWERS is one text, either

    {"id": "a0001", "events": [{"event": "ASSAULT", "actor": ["TCD"], "recipient": ["SDN"], "status": "occurred"}]}

or what `chancery read --format json` prints of such a file. A text without a line gave no event; lines on other texts are left out.

In each text, events wanted and given are matched one to one, so that as many as can be have the same type and the same sides, then as many
more as can be the same type; where that leaves a choice, the same status. The sides are the same where the sets of codes of actor and recipient
are. Where all stand in `actor` because they meet, agree, sign or cooperate (TOGETHER, more than one actor, no recipient), it does not matter on
which side a coder puts them.

SPDX-License-Identifier: Apache-2.0
"""
import argparse
import collections
import hashlib
import json
import os
import sys

TOGETHER = {"AGREE", "CONSULT", "COOPERATE", "SUPPORT"}
USAGE = """score.py ANSWERS.ndjson FILE.ndjson... [--part test|all] [--by-type]
       score.py --texts FOLDER FILE.ndjson... [--part test|all]"""


def in_test(name):
    """Whether the text of this id is of the public test."""
    return int(hashlib.sha1(name.encode()).hexdigest(), 16) % 10 == 0


def objects(path):
    """The objects of a file, one a line; ends the program at a line that holds none."""
    with open(path, encoding="utf-8") as stream:
        for number, line in enumerate(stream, 1):
            try:
                row = json.loads(line)
            except ValueError as error:
                sys.exit(f"{path}:{number}: {error}")
            if not isinstance(row, dict):
                sys.exit(f"{path}:{number}: no object")
            yield number, row


def corpus(paths, part):
    """The texts of the files, or those of the test."""
    rows = [row for path in paths for _, row in objects(path)]
    return [row for row in rows if part == "all" or in_test(row["id"])]


def answers(path):
    """{id: events} of a coder."""
    found = {}
    for number, row in objects(path):
        name = row.get("id") or os.path.splitext(os.path.basename(row.get("document", {}).get("name", "")))[0]
        if not name or not isinstance(row.get("events"), list) or not all(isinstance(e, dict) for e in row["events"]):
            sys.exit(f"{path}:{number}: neither id and events nor a reading of a file")
        if name in found:
            sys.exit(f"{path}:{number}: a second answer to {name}")
        found[name] = row["events"]
    return found


def codes(side):
    """The set of codes of a side, which is of codes or of roles."""
    return {code for code in (c if isinstance(c, str) else c.get("code") for c in side or []) if code}


def same_sides(wanted, given):
    """Whether an event given names who it should."""
    actor, recipient = codes(given.get("actor")), codes(given.get("recipient"))
    if wanted["event"] in TOGETHER and len(wanted["actor"]) > 1 and not wanted["recipient"]:
        return codes(wanted["actor"]) == actor | recipient
    return (codes(wanted["actor"]), codes(wanted["recipient"])) == (actor, recipient)


def grow(edges, partner):
    """Adds to the matching {given: wanted} by augmenting paths until it is as large as edges {wanted: [given]} allow."""
    def place(i, seen):
        for j in edges[i]:
            if j not in seen:
                seen.add(j)
                if j not in partner or place(partner[j], seen):
                    partner[j] = i
                    return True
        return False

    for i in edges:
        if i not in partner.values():
            place(i, set())


def match(wanted, given):
    """[(wanted, given, whether the sides are the same)], one to one."""
    def edges(condition, taken):
        return {i: [j for j, g in enumerate(given) if j not in taken and w["event"] == g.get("event") and condition(w, g)]
                for i, w in enumerate(wanted) if i not in taken.values()}

    def same_status(w, g):
        return w["status"] == g.get("status")

    sided, typed = {}, {}
    grow(edges(lambda w, g: same_sides(w, g) and same_status(w, g), {}), sided)
    grow(edges(same_sides, {}), sided)
    grow(edges(same_status, sided), typed)
    grow(edges(lambda w, g: True, sided), typed)
    return [(wanted[i], given[j], j in sided) for j, i in {**sided, **typed}.items()]


def count(rows, found):
    """Counts of all and of each type, as {(what, type or ""): number}."""
    sums = collections.Counter()
    for row in rows:
        wanted, given = row["events"], found.get(row["id"], [])
        sums["texts", ""] += 1
        sums["answered", ""] += row["id"] in found
        sums["silent", ""] += not wanted
        sums["spoke", ""] += not wanted and bool(given)
        pairs = match(wanted, given)
        for name, events in (("wanted", wanted), ("given", given), ("typed", [w for w, _, _ in pairs]),
                             ("sided", [w for w, _, sides in pairs if sides]),
                             ("status", [w for w, g, _ in pairs if w["status"] == g.get("status")])):
            for event in events:
                sums[name, ""] += 1
                sums[name, event.get("event")] += 1
    return sums


def scores(hits, given, wanted):
    """Precision, recall and F1."""
    return hits / given if given else 0.0, hits / wanted if wanted else 0.0, 2 * hits / (given + wanted) if given + wanted else 0.0


def show(title, sums):
    """Prints what was counted of a part of the texts."""
    n = collections.Counter({name: number for (name, kind), number in sums.items() if not kind})
    print(f'{title}: {n["texts"]}, of which {n["answered"]} have an answer')
    for name, hits in (("type", n["typed"]), ("type with actors", n["sided"])):
        precision, recall, f1 = scores(hits, n["given"], n["wanted"])
        print(f'  {name:34} F1 {f1:.3f} precision {precision:.3f} recall {recall:.3f} '
              f'({hits} right, {n["given"]} given, {n["wanted"]} wanted)')
    print(f'  {"status of events of the right type":34} {scores(n["status"], n["typed"], 0)[0]:.3f} ({n["status"]} of {n["typed"]})')
    print(f'  {"texts without an event that gave one":34} {scores(n["spoke"], n["silent"], 0)[0]:.3f} ({n["spoke"]} of {n["silent"]})')


def show_types(sums):
    """Prints a table by type."""
    print("| type | F1 of type | F1 with actors | status | given | wanted |\n|---|---:|---:|---:|---:|---:|")
    for kind in sorted({str(kind) for _, kind in sums if kind}):
        given, wanted, typed = sums["given", kind], sums["wanted", kind], sums["typed", kind]
        print(f'| {kind} | {scores(typed, given, wanted)[2]:.3f} | {scores(sums["sided", kind], given, wanted)[2]:.3f} | '
              f'{scores(sums["status", kind], typed, 0)[0]:.3f} | {given} | {wanted} |')


def write_texts(rows, folder):
    """Writes each text into a file of its own."""
    for row in rows:
        path = os.path.join(folder, row["published"] or "undated")
        os.makedirs(path, exist_ok=True)
        with open(os.path.join(path, row["id"] + ".txt"), "w", encoding="utf-8") as stream:
            stream.write(row["text"] + "\n")


def main():
    """Writes the texts, or scores."""
    parser = argparse.ArgumentParser(usage=USAGE, description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+", metavar="FILE", help="the answers (not with --texts), then files of the corpus")
    parser.add_argument("--part", choices=("test", "all"), default="test", help="the public test, or all texts")
    parser.add_argument("--by-type", action="store_true", help="also a table by type")
    parser.add_argument("--texts", metavar="FOLDER", help="write the texts there")
    args = parser.parse_args()
    if args.texts:
        return write_texts(corpus(args.files, args.part), args.texts)
    if len(args.files) < 2:
        parser.error("needs answers and files of the corpus")
    rows, found = corpus(args.files[1:], args.part), answers(args.files[0])
    own, treebank = [row for row in rows if "sent_id" not in row], [row for row in rows if "sent_id" in row]
    for title, some in (("own texts", own), ("sentences of treebanks", treebank), ("all texts", rows)):
        show(title, count(some, found))
    if args.by_type:
        show_types(count(rows, found))
    return 0


if __name__ == "__main__":
    sys.exit(main())
