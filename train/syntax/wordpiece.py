"""WordPiece over words, and the vocabulary cut to what English reports need. src/syntax/wordpiece.c does the same.

SPDX-License-Identifier: Apache-2.0
"""
import unicodedata

MAX_PIECES = 16     # of a word
MAX_CHUNK = 100     # letters
SPECIAL = ("[UNK]", "[CLS]", "[SEP]")
FREQUENT = 19000    # BERT's vocabulary is in order of frequency: pieces up to here stay, seen or not


def fold(form):
    """Small letters, no accents, no control characters."""
    kept = "".join(c for c in form if c not in "\0\ufffd" and unicodedata.category(c) not in ("Cc", "Cf"))
    small = "".join(c.lower() if len(c.lower()) == 1 else c for c in kept)
    return "".join(c for c in unicodedata.normalize("NFD", small) if unicodedata.category(c) != "Mn")


def is_mark(c):
    code = ord(c)
    return (33 <= code <= 47 or 58 <= code <= 64 or 91 <= code <= 96 or 123 <= code <= 126
            or unicodedata.category(c).startswith("P"))


def is_ideograph(c):
    code = ord(c)
    return any(a <= code <= b for a, b in (
        (0x4E00, 0x9FFF), (0x3400, 0x4DBF), (0x20000, 0x2A6DF), (0x2A700, 0x2B73F), (0x2B740, 0x2B81F),
        (0x2B820, 0x2CEAF), (0xF900, 0xFAFF), (0x2F800, 0x2FA1F)))


def chunks(form):
    run = ""
    for c in fold(form):
        if c.isspace() or is_mark(c) or is_ideograph(c):
            if run:
                yield run
            run = ""
            if not c.isspace():
                yield c
        else:
            run += c
    if run:
        yield run


def case_class(form):
    """0 no cased letter, 1 small, 2 Initial, 3 CAPITALS, 4 mixed."""
    letters = [unicodedata.category(c) for c in form]
    letters = [c != "Ll" for c in letters if c in ("Lu", "Ll", "Lt")]
    if not letters:
        return 0
    if not any(letters):
        return 1
    if letters[0] and not any(letters[1:]):
        return 2
    return 3 if all(letters) else 4


class WordPiece:
    def __init__(self, vocabulary):
        self.vocabulary = list(vocabulary)
        self.index = {piece: i for i, piece in enumerate(self.vocabulary)}
        self.unknown, self.cls, self.sep = (self.index[s] for s in SPECIAL)
        self.known = {}

    def of_chunk(self, chunk):
        if len(chunk) > MAX_CHUNK:
            return [self.unknown]
        out, start = [], 0
        while start < len(chunk):
            end = len(chunk)
            while end > start and ("##" if start else "") + chunk[start:end] not in self.index:
                end -= 1
            if end == start:
                return [self.unknown]
            out.append(self.index[("##" if start else "") + chunk[start:end]])
            start = end
        return out

    def __call__(self, form):
        """The pieces of a word; never empty."""
        if form not in self.known:
            pieces = [piece for chunk in chunks(form) for piece in self.of_chunk(chunk)][:MAX_PIECES]
            self.known[form] = pieces or [self.unknown]
        return self.known[form]


def latin(piece):
    body = piece[2:] if piece.startswith("##") and len(piece) > 2 else piece
    return all(ord(c) < 0x250 or unicodedata.category(c)[0] in "PS" and ord(c) < 0x2E80 for c in body)


def cut_vocabulary(pieces, words):
    """Indices of the pieces to keep: special ones, single characters and frequent pieces in Latin letters, and whatever `words` use."""
    whole = WordPiece(pieces)
    seen = {piece for word in words for piece in whole(word)}
    return [i for i, piece in enumerate(pieces)
            if piece in SPECIAL or i in seen
            or not piece.startswith("[unused") and not piece.startswith("[") and latin(piece)
            and (i < FREQUENT or len(piece.removeprefix("##")) == 1) or piece in "[]"]
