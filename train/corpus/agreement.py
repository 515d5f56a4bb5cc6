#!/usr/bin/env python3
"""How well two annotations of the same texts agree, as Krippendorff's alpha.

    python3 train/corpus/agreement.py FIRST.ndjson... --second SECOND.ndjson [--by-type]

Both are in the form of the corpus (docs/annotation.md). Compared are all texts of SECOND, each of which must stand in a FIRST. Printed are
alpha, the share of equal values, and the number of units, for

- which types stand in a text: a unit is a text and one of the types, its values "stands" and "doesn't";
- the type, the status, the codes of the actor and the codes of the recipient of events that both have: a unit is such an event, a value is a
  type, a status, or a set of codes, which is equal as a whole or not.

Two events of a text are the same one if their triggers are the same word, or else if the words of an actor, or of a recipient, overlap in the
text. Types, statuses and codes have no say in this. Same triggers go first, then who overlaps on both sides, then the nearest triggers.
Events of one annotation only are no unit of the last four; how many there are is printed.

Alpha (K. Krippendorff, Content Analysis) is 1 - D_o / D_e, the disagreement observed over that expected by chance. The coincidence matrix o has
a cell for two values c and k: each unit with m values, m > 1, adds to it 1 / (m - 1) for every ordered pair of a c from one annotator and a k from
another. With n_c the sum of row c and n that of all, and for nominal values, where two differ wholly or not at all,

    D_o = sum of o_ck over c != k, / n        D_e = sum of n_c n_k over c != k, / (n (n - 1))

1 is full agreement, 0 that of chance. Where no two values differ there is no alpha, and `-` is printed.

SPDX-License-Identifier: Apache-2.0
"""
import argparse
import collections
import itertools
import re
import sys

import check
import score


def coincidences(units):
    """The coincidence matrix {(c, k): o_ck} of units, which are lists of values, one an annotator."""
    matrix = collections.Counter()
    for values in units:
        for c, k in itertools.permutations(values, 2):
            matrix[c, k] += 1 / (len(values) - 1)
    return matrix


def alpha(units):
    """Nominal alpha, or None where no two values differ."""
    matrix, row = coincidences(units), collections.Counter()
    for (c, _), o in matrix.items():
        row[c] += o
    n = sum(row.values())
    observed = sum(o for (c, k), o in matrix.items() if c != k)
    expected = sum(row[c] * row[k] for c, k in itertools.permutations(row, 2))
    return 1 - (n - 1) * observed / expected if expected else None


def equal_share(units):
    """The share of pairs of values of a unit that are equal."""
    matrix = coincidences(units)
    n = sum(matrix.values())
    return sum(o for (c, k), o in matrix.items() if c == k) / n if n else None


def place(words, text):
    """Where words first stand in a text as words of their own, as (start, end); else where their letters do."""
    found = re.search(rf"(?<!\w){re.escape(words)}(?!\w)", text) or re.search(re.escape(words), text)
    return found.span() if found else (0, 0)


def overlap(text, first, second):
    """Whether words of a side of one event overlap with words of that side of the other."""
    spans = [[place(role["text"], text) for role in side] for side in (first, second)]
    return any(a < d and c < b for (a, b), (c, d) in itertools.product(*spans))


def same_events(text, first, second):
    """[(event of first, event of second, whether by the trigger)], one to one."""
    candidates = []
    for (i, a), (j, b) in itertools.product(enumerate(first), enumerate(second)):
        trigger = a["trigger"].lower() == b["trigger"].lower()
        sides = sum(overlap(text, a[side], b[side]) for side in ("actor", "recipient"))
        distance = abs(place(a["trigger"], text)[0] - place(b["trigger"], text)[0])
        if trigger or sides:
            candidates.append((not trigger, -sides, distance, i, j))
    pairs, left, right = [], set(), set()
    for other, _, _, i, j in sorted(candidates):
        if i not in left and j not in right:
            left.add(i)
            right.add(j)
            pairs.append((first[i], second[j], not other))
    return pairs


def both(paths, path):
    """[(row of first, row of second)] of all texts of the second annotation."""
    first = {row["id"]: row for row in score.corpus(paths, "all")}
    pairs = []
    for number, row in score.objects(path):
        other = first.pop(row["id"], None)
        if other is None:
            sys.exit(f'{path}:{number}: {row["id"]} is in no first annotation, or twice in this one')
        if row.get("text", other["text"]) != other["text"]:
            sys.exit(f'{path}:{number}: {row["id"]} has another text in the first annotation')
        pairs.append((other, row))
    return pairs


def standing(rows, kind):
    """The units of a type: whether it stands in each text, as both say."""
    return [[any(e["event"] == kind for e in row["events"]) for row in pair] for pair in rows]


def side(name):
    """What gives the set of codes of a side of an event."""
    return lambda event: tuple(sorted(score.codes(event[name])))


def show(name, units):
    """Prints a line."""
    a, share = alpha(units), equal_share(units)
    print(f'{name:36} alpha {"-" if a is None else format(a, ".3f"):>6}   equal {"-" if share is None else format(share, ".3f")}   '
          f"units {len(units)}")


def main():
    """Compares and prints."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("first", nargs="+", metavar="FIRST", help="files of the corpus")
    parser.add_argument("--second", required=True, help="the other annotation of some of their texts")
    parser.add_argument("--by-type", action="store_true", help="also the first line for each type")
    args = parser.parse_args()
    rows, kinds = both(args.first, args.second), sorted(check.types())
    pairs = [pair for a, b in rows for pair in same_events(a["text"], a["events"], b["events"])]
    given = [sum(len(pair[i]["events"]) for pair in rows) for i in (0, 1)]
    print(f"{given[0]} events in the first, {given[1]} in the second, {len(pairs)} in both "
          f"({sum(trigger for _, _, trigger in pairs)} by their trigger), of {len(rows)} texts")
    show("types that stand in a text", [unit for kind in kinds for unit in standing(rows, kind)])
    for kind in kinds if args.by_type else ():
        show("  " + kind, standing(rows, kind))
    for name, value in (("type", lambda e: e["event"]), ("status", lambda e: e["status"]),
                        ("actor's codes", side("actor")), ("recipient's codes", side("recipient"))):
        show(name + " of events in both", [[value(a), value(b)] for a, b, _ in pairs])
    return 0


if __name__ == "__main__":
    sys.exit(main())
