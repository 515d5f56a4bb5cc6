"""What the judge learnt from, as it goes into the model file to be shown beside what is like it.

SPDX-License-Identifier: Apache-2.0
"""
import numpy as np
import torch

from corpus import TESTED, TUNED, TYPES, part_of, read_corpus
from learn_judge import groups_of, with_rows


def sentence_text(row, sentence):
    """The sentence as it stands in its text."""
    words = [(b, f) for b, f in zip(sentence.begins, sentence.forms) if b >= 0]
    return " ".join(row["text"][words[0][0]:words[-1][0] + len(words[-1][1])].split())


def learnt_sentences(paths, program):
    for row, sentences in read_corpus(paths, program):
        if part_of(row["id"]) not in (TESTED, TUNED):
            yield from ((row, sentence) for sentence in sentences if sentence.events)


@torch.no_grad()
def examples(judge, network, piece, paths, program):
    """Of every event that was learnt: (line, label, columns of its trigger as 8-bit integers), in the corpus's order."""
    judge.eval()
    learnt = list(learnt_sentences(paths, program))
    rows_of = {id(s): row for row, s in learnt}
    order = {id(s): i for i, (_, s) in enumerate(learnt)}
    found = []
    for sentences, rows, mask in groups_of(with_rows([s for _, s in learnt], network, piece)):
        columns = judge(rows, mask)[3].numpy()
        for at, sentence in enumerate(sentences):
            for word, kind, *_ in sentence.events:
                row = rows_of[id(sentence)]
                line = f"{row['id']}\t{sentence.forms[word]}\t{sentence_text(row, sentence)}"
                vector = columns[at, word] / max(np.abs(columns[at, word]).max(), 1e-12) * 127
                found.append((order[id(sentence)], word, line, TYPES.index(kind), np.rint(vector).astype(np.int8)))
    return [entry[2:] for entry in sorted(found, key=lambda entry: entry[:2])]
