"""Sentences of CoNLL-U files, with the names that GUM's entities or Universal NER's give them.

SPDX-License-Identifier: Apache-2.0
"""
import re
from dataclasses import dataclass, field, replace

NAMES = ("PER", "ORG", "LOC", "MISC")
NER_LABELS = ["O"] + [f"{edge}-{name}" for name in NAMES for edge in "BI"]
TYPE_OF = {"person": "PER", "organization": "ORG", "place": "LOC"}
INSIDE = frozenset("of the and de la du von van der den al - & ' 's for on in".split())


@dataclass
class Sentence:
    """Words and what is known of them. `heads` count from 1, 0 is the root."""
    forms: list
    lemmas: list = field(default_factory=list)
    upos: list = field(default_factory=list)
    xpos: list = field(default_factory=list)
    feats: list = field(default_factory=list)
    heads: list = field(default_factory=list)
    deprels: list = field(default_factory=list)
    names: list = None     # labels, or None where they aren't known
    all_names: bool = True  # False: MISC is not told apart from O
    trees: bool = True      # False: only the names may be learnt

    def copy(self):
        return replace(self, **{k: list(v) for k, v in self.__dict__.items() if isinstance(v, list)})


def rows_of(path):
    """The word lines of each sentence, columns split; ranges and empty nodes left out."""
    rows = []
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            line = line.rstrip("\n")
            if not line:
                if rows:
                    yield rows
                rows = []
            elif not line.startswith("#"):
                columns = line.split("\t")
                if columns[0].isdigit():
                    rows.append(columns)
    if rows:
        yield rows


def entity_spans(rows):
    """Spans of GUM's `Entity=` column: (first, last, type, index of the head word)."""
    spans, opened = [], {}
    for i, row in enumerate(rows):
        found = re.search(r"(?:^|\|)Entity=([^|]*)", row[9])
        for opening, closing in re.findall(r"\(([^()]+)|([^()]*)\)", found.group(1) if found else ""):
            if opening:
                parts = opening.split("-")
                opened.setdefault(parts[0], []).append((i, parts))
                last = parts[0]
            else:
                key = closing or last
                if opened.get(key):
                    first, parts = opened[key].pop()
                    head = int(parts[5].split(",")[0]) - 1 if len(parts) > 5 else 0
                    spans.append((first, i, parts[1], min(first + head, i)))
    return spans


def name_labels(rows):
    """Names: entities whose head is a proper noun, cut to the proper nouns around that head."""
    labels = ["O"] * len(rows)
    for first, last, kind, head in sorted(entity_spans(rows), key=lambda s: s[0] - s[1]):
        if rows[head][3] != "PROPN" or kind == "time":
            continue
        a = b = head
        while a > first and (rows[a - 1][3] == "PROPN" or a - 2 >= first and rows[a - 2][3] == "PROPN"
                             and rows[a - 1][1].lower() in INSIDE):
            a -= 1
        while b < last and (rows[b + 1][3] == "PROPN" or b + 2 <= last and rows[b + 2][3] == "PROPN"
                            and rows[b + 1][1].lower() in INSIDE):
            b += 1
        name = TYPE_OF.get(kind, "MISC")
        if name == "PER":  # titles stand before names, and aren't part of them
            while a < b and rows[a][1].rstrip(".").lower() in TITLES:
                a += 1
        if all(label == "O" for label in labels[a:b + 1]):
            labels[a:b + 1] = [f"B-{name}"] + [f"I-{name}"] * (b - a)
    return labels


TITLES = frozenset("""mr mrs ms miss dr prof professor president vice minister prime secretary senator sen rep representative
congressman congresswoman governor gov mayor judge justice king queen prince princess pope bishop archbishop cardinal
general gen colonel col major maj captain capt lieutenant lt sergeant sgt admiral sir lord lady dame chancellor premier
ambassador sheikh ayatollah chief father fr sister st saint reverend rev director chairman chairwoman deputy attorney""".split())


def read_trees(path, names):
    """@param names  take the names of the `Entity=` column."""
    for rows in rows_of(path):
        yield Sentence(forms=[r[1] for r in rows], lemmas=[r[2] for r in rows], upos=[r[3] for r in rows],
                       xpos=[r[4] for r in rows], feats=[r[5] for r in rows], heads=[int(r[6]) for r in rows],
                       deprels=[r[7] for r in rows], names=name_labels(rows) if names else None)


def read_names(path):
    """Universal NER's IOB2: number, form, label."""
    for rows in rows_of(path):
        labels = [r[2] if r[2] in NER_LABELS else "O" for r in rows]
        yield Sentence(forms=[r[1] for r in rows], names=labels, all_names=False, trees=False)
