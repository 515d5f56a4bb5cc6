"""What the judge learnt from, as it goes into the model file to be shown beside what is like it.

SPDX-License-Identifier: Apache-2.0
"""
import numpy as np
import torch

from corpus import TESTED, TUNED, TYPES, part_of, read_corpus


def sentence_text(row, sentence):
    """The sentence as it stands in its text."""
    words = [(b, f) for b, f in zip(sentence.begins, sentence.forms) if b >= 0]
    return " ".join(row["text"][words[0][0]:words[-1][0] + len(words[-1][1])].split())


@torch.no_grad()
def examples(network, encode, collate, paths, program):
    """Of every event that was learnt: (line, label, columns of its trigger as 8-bit integers).
    @param encode  a sentence as numbers."""
    network.eval()
    for row, sentences in read_corpus(paths, program):
        if part_of(row["id"]) in (TESTED, TUNED):
            continue
        for sentence in sentences:
            if not sentence.events:
                continue
            item = encode(sentence)
            if len(item["pieces"]) > network.shape["positions"]:
                continue
            columns = network.trigger(network.words(collate([item]))[0, 1:]).float().numpy()
            for word, kind, *_ in sentence.events:
                line = f"{row['id']}\t{sentence.forms[word]}\t{sentence_text(row, sentence)}"
                vector = columns[word] / max(np.abs(columns[word]).max(), 1e-12) * 127
                yield line, TYPES.index(kind), np.rint(vector).astype(np.int8)
