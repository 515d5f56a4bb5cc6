"""Sentences of CoNLL-U files, with the names that GUM's entities, names.tsv or Universal NER's give them.

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
    names: list = None     # labels; "?" where nothing is known
    all_names: bool = True  # False: MISC is not told apart from O
    trees: bool = True      # False: only the names may be learnt

    def copy(self):
        return replace(self, **{k: list(v) for k, v in self.__dict__.items() if isinstance(v, list)})


def rows_of(path):
    """Each sentence's id and word lines, columns split; ranges and empty nodes left out."""
    rows, number = [], ""
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            line = line.rstrip("\n")
            if not line:
                if rows:
                    yield number, rows
                rows = []
            elif line.startswith("# sent_id = "):
                number = line[12:]
            elif not line.startswith("#"):
                columns = line.split("\t")
                if columns[0].isdigit():
                    rows.append(columns)
    if rows:
        yield number, rows


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
                    heads = [int(x) for x in re.findall(r"\d+", parts[5])] if len(parts) > 5 else []
                    if heads and heads[-1] - heads[0] < len(heads):  # else several things are named together
                        spans.append((first, i, parts[1], min(first + heads[-1] - 1, i)))
    return spans


def proper(row):
    return row[4] in ("NNP", "NNPS")


def cut_name(rows, first, last, head):
    """The proper nouns around the head, within the entity, without titles before and small words at the ends."""
    a = b = head
    while a > first and (proper(rows[a - 1]) or a - 2 >= first and proper(rows[a - 2]) and rows[a - 1][1].lower() in INSIDE):
        a -= 1
    while b < last and (proper(rows[b + 1]) or b + 2 <= last and proper(rows[b + 2]) and rows[b + 1][1].lower() in INSIDE):
        b += 1
    return a, b


def without_titles(rows, a, b):
    while a <= b and (rows[a][1].rstrip(".").lower() in TITLES or not proper(rows[a])):
        a += 1
    return a, b


def name_labels(rows):
    """Names: entities whose head is a proper noun, cut to the proper nouns around it. Of entities with
    the same words the innermost counts; a people ("Greeks") is none."""
    labels, found = ["O"] * len(rows), {}
    for first, last, kind, head in sorted(entity_spans(rows), key=lambda s: s[0] - s[1]):
        if proper(rows[head]) and kind != "time":
            a, b = cut_name(rows, first, last, head)
            name = TYPE_OF.get(kind, "MISC")
            if name == "PER":
                a, b = without_titles(rows, a, b)
            if a <= b and not (name == "PER" and a == b and rows[a][4] == "NNPS"):
                found[a, b] = name
    for (a, b), name in found.items():
        if all(label == "O" for label in labels[a:b + 1]):
            labels[a:b + 1] = [f"B-{name}"] + [f"I-{name}"] * (b - a)
    return labels


TITLES = frozenset("""mr mrs ms miss dr prof professor president vice minister prime secretary senator sen rep representative
congressman congresswoman governor gov mayor judge justice king queen prince princess pope bishop archbishop cardinal
general gen colonel col major maj captain capt lieutenant lt sergeant sgt admiral sir lord lady dame chancellor premier
chair administrator speaker tsar emperor ambassador sheikh ayatollah chief father fr sister st saint reverend rev director chairman chairwoman deputy attorney""".split())


def read_trees(path, marked=None):
    """@param marked  names by sentence (read_marked); without, those of the `Entity=` column."""
    for number, rows in rows_of(path):
        names = name_labels(rows) if marked is None else marked_labels(marked.get(number, ()), len(rows))
        yield Sentence(forms=[r[1] for r in rows], lemmas=[r[2] for r in rows], upos=[r[3] for r in rows],
                       xpos=[r[4] for r in rows], feats=[r[5] for r in rows], heads=[int(r[6]) for r in rows],
                       deprels=[r[7] for r in rows], names=names, all_names=marked is None)


def read_marked(path):
    """Sentence id -> spans (first, last, label) of names.tsv, words counted from 1."""
    marked = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            number, spans = line.split("\t")
            marked[number] = [(*map(int, s.split(":")[0].split("-")), s.split(":")[1]) for s in spans.split()]
    return marked


def marked_labels(spans, count):
    """A label for each word; "?" where nothing is to be learnt."""
    labels = ["O"] * count
    for first, last, name in spans:
        unsure = name == "X"
        labels[first - 1:last] = ["?"] * (last - first + 1) if unsure else [f"B-{name}"] + [f"I-{name}"] * (last - first)
    return labels


def read_names(path):
    """Universal NER's IOB2: number, form, label."""
    for _, rows in rows_of(path):
        labels = [r[2] if r[2] in NER_LABELS else "O" for r in rows]
        yield Sentence(forms=[r[1] for r in rows], names=labels, all_names=False, trees=False)
