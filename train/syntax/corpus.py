"""Texts of the corpus as sentences of words with what the judge is to find in them.

SPDX-License-Identifier: Apache-2.0

Words and sentences are the program's own (`chancery parse`), and so are the trees by which the head word of a
role's words is found. A role that is told in another sentence than its trigger is left out.
"""
import hashlib
import json
import subprocess
import tempfile
from dataclasses import dataclass, field

TYPES = ("none", "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT",
         "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT")
STATUSES = ("occurred", "future", "hypothetical", "negated", "historical")
AT_ONCE = 500  # texts that are parsed together
TESTED, TUNED = 0, 1  # of ten parts of the corpus, by a hash of the text's id


@dataclass
class Judged:
    """A sentence. Words are numbered from 0."""
    text: str                    # the text's id
    forms: list
    begins: list                 # of each word in the text, in characters
    heads: list                  # -1: the root
    pos: list
    events: list = field(default_factory=list)  # (trigger, type, status, [actors], [recipients])


def part_of(number):
    """Which tenth of the corpus a text belongs to."""
    return int(hashlib.sha1(number.encode()).hexdigest(), 16) % 10


def read_rows(paths):
    for path in paths:
        with open(path, encoding="utf-8") as lines:
            yield from map(json.loads, lines)


def parse(texts, program):
    """The program's words of each text: lists of sentences of (form, head, tag)."""
    for first in range(0, len(texts), AT_ONCE):
        some = texts[first:first + AT_ONCE]
        yield from shared_out(some, parsed_together(some, program))


def parsed_together(texts, program):
    """Sentences of texts that stand as paragraphs of one file."""
    with tempfile.NamedTemporaryFile("w", suffix=".txt", encoding="utf-8") as file:
        file.write("\n\n".join(texts) + "\n")
        file.flush()
        made = subprocess.run([program, "parse", file.name], capture_output=True, text=True, check=True).stdout
    words = []
    for line in made.splitlines():
        column = line.split("\t")
        if len(column) > 3 and column[0].isdigit():
            words.append((column[1], int(column[6]) - 1, column[4]))
        elif not line and words:
            yield words
            words = []


def shared_out(texts, sentences):
    """Which sentences are whose: those that make up a text, but for spaces, are its own."""
    for text in texts:
        left, own = len("".join(text.split())), []
        while left > 0:
            words = next(sentences)
            left -= sum(len("".join(form.split())) for form, _, _ in words)
            own.append(words)
        assert left == 0, f"cut otherwise than its paragraph: {text}"
        yield own


def sentences_of(row, parsed):
    """Sentences of a text, their words with places in it."""
    at = 0
    for words in parsed:
        begins = []
        for form, _, _ in words:
            found = row["text"].find(form, at)
            at = found + len(form) if found >= 0 else at
            begins.append(found)
        yield Judged(row["id"], [w[0] for w in words], begins, [w[1] for w in words], [w[2] for w in words])


def all_places(text, words):
    at = text.find(words)
    while at >= 0:
        yield at
        at = text.find(words, at + 1)


def word_at(sentence, place):
    """The word that holds a place of the text, or None."""
    for i, (begin, form) in enumerate(zip(sentence.begins, sentence.forms)):
        if begin >= 0 and begin <= place < begin + len(form):
            return i
    return None


def head_of(sentence, first, end):
    """The head of the words in a range of the text: the one that hangs on a word outside."""
    inside = [i for i, (b, f) in enumerate(zip(sentence.begins, sentence.forms)) if b >= 0 and b < end and b + len(f) > first]
    heads = [i for i in inside if sentence.heads[i] not in inside and sentence.pos[i] not in (",", "IN", "DT")]
    return heads[0] if heads else (inside[-1] if inside else None)


def role_words(row, sentence, trigger, roles):
    """Head words of the roles that stand in the sentence; of several places the nearest to the trigger."""
    near, found = sentence.begins[trigger], []
    for role in roles:
        places = [p for p in all_places(row["text"], role["text"]) if word_at(sentence, p) is not None]
        if places:
            place = min(places, key=lambda p: abs(p - near))
            word = head_of(sentence, place, place + len(role["text"]))
            if word is not None and word != trigger:
                found.append(word)
    return found


def add_event(row, sentences, event):
    """Adds an event to the sentence that has its trigger; of several, to the one with most of its roles."""
    best = None
    for sentence in sentences:
        for place in all_places(row["text"], event["trigger"].split()[0]):
            word = word_at(sentence, place)
            if word is None or sentence.begins[word] != place:
                continue
            sides = [role_words(row, sentence, word, event[side]) for side in ("actor", "recipient")]
            if best is None or len(sides[0] + sides[1]) > best[0]:
                best = (len(sides[0] + sides[1]), sentence, word, sides)
    if best:
        _, sentence, word, (actors, recipients) = best
        sentence.events.append((word, event["event"], event["status"], actors, recipients))


def read_corpus(paths, program):
    """All sentences of the corpus: lists of Judged, a list for each text, with the text's line."""
    rows = list(read_rows(paths))
    for row, parsed in zip(rows, parse([r["text"] for r in rows], program)):
        sentences = list(sentences_of(row, parsed))
        for event in row["events"]:
            add_event(row, sentences, event)
        yield row, sentences
