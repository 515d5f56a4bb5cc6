"""What reports have and treebanks lack: headlines, capitals, missing stops, other names.

SPDX-License-Identifier: Apache-2.0
"""
SMALL = frozenset("a an the of in on at to for and or but by with from as is are 's n't".split())


def without_stop(sentence):
    if len(sentence.forms) > 2 and sentence.upos[-1] == "PUNCT" and len(sentence.forms) not in sentence.heads \
            and sentence.heads[-1] != 0:
        for column in ("forms", "lemmas", "upos", "xpos", "feats", "heads", "deprels"):
            getattr(sentence, column).pop()
        if sentence.names:
            sentence.names.pop()


def headline(form, first):
    return form if not first and form.lower() in SMALL else form[:1].upper() + form[1:]


class Names:
    """Names to put in the place of others: of places, and the words of people's names."""

    def __init__(self, sentences, places):
        self.places = sorted(places)
        self.given, self.family = set(), set()
        for s in sentences:
            for i, label in enumerate(s.names or ()):
                if label == "B-PER" and s.names[i + 1:i + 2] == ["I-PER"]:
                    self.given.add(s.forms[i])
                elif label == "I-PER" and s.names[i + 1:i + 2] != ["I-PER"] and s.forms[i][:1].isupper():
                    self.family.add(s.forms[i])
        self.given, self.family = sorted(self.given), sorted(self.family)
        self.known = frozenset(places)

    def swap(self, s, chance):
        for i, form in enumerate(s.forms):
            label = s.names[i] if s.names else None
            alone = label == "B-LOC" and not (s.names[i + 1:i + 2] == ["I-LOC"])
            if alone and form[:1].isupper() or label is None and form in self.known and s.upos[i:i + 1] == ["PROPN"]:
                other = chance.choice(self.places)
            elif label == "B-PER" and s.names[i + 1:i + 2] == ["I-PER"]:
                other = chance.choice(self.given)
            elif label == "I-PER" and s.names[i + 1:i + 2] != ["I-PER"]:
                other = chance.choice(self.family)
            else:
                continue
            if s.trees and s.lemmas[i] != form:
                continue
            s.forms[i] = other
            if s.trees:
                s.lemmas[i] = other


def vary(sentence, chance, names):
    """A sentence as another might have written it; labels go along."""
    s = sentence.copy()
    if chance.random() < 0.3:
        names.swap(s, chance)
    if s.trees and chance.random() < 0.1:
        without_stop(s)
    draw = chance.random()
    if draw < 0.05:
        s.forms = [f.lower() for f in s.forms]
    elif draw < 0.08:
        s.forms = [f.upper() for f in s.forms]
    elif draw < 0.14:
        s.forms = [headline(f, i == 0) for i, f in enumerate(s.forms)]
        if s.trees:
            without_stop(s)
    return s
