#!/usr/bin/env python3
"""Writes what learn.py and learn_judge.py made as the model file that src/syntax/net.c opens.

SPDX-License-Identifier: Apache-2.0

Usage: export.py [--name NAME] [--edition TEXT] [--judge PROGRAM] OUT

With --judge, which names chancery, the model has the judge and the examples that it learnt from.

Weights become 8-bit integers with one scale for each output, packed for the products of
src/syntax/encode.c. The same checkpoint gives the same bytes.
"""
import argparse
import os
import struct
from pathlib import Path

import numpy as np
import torch
import xxhash

from examples import examples
from corpus import STATUSES, TYPES
from judge import HEADS, ROLE, WIDTH, Judge
from learn_judge import open_parser
from network import ARC, REL

VERSION, TOKENISER = 1, 1
SETS = ("upos", "xpos", "feats", "lemma", "ner")


def padded(matrix, bias):
    """Outputs filled up to a multiple of 16 with zeros."""
    more = -len(matrix) % 16
    return np.pad(matrix, ((0, more), (0, 0))), np.pad(bias, (0, more))


def rounded(matrix):
    scale = np.maximum(np.abs(matrix).max(1), 1e-12).astype(np.float32) / np.float32(127)
    return np.clip(np.rint(matrix / scale[:, None]), -127, 127).astype(np.int8), scale


def packed(weight):
    outputs, inputs = weight.shape
    return weight.reshape(outputs // 16, 16, inputs // 4, 4).transpose(0, 2, 1, 3).tobytes()


class Matrices:
    """Sections "weights", "scales", "biases", "sums" as they grow."""

    def __init__(self):
        self.weights, self.scales, self.biases, self.sums = [], [], [], []

    def add(self, matrix, bias):
        matrix, bias = padded(matrix, bias)
        weight, scale = rounded(matrix)
        self.weights.append(packed(weight))
        self.scales.append(scale)
        self.biases.append(bias.astype(np.float32))
        self.sums.append(weight.astype(np.int32).sum(1, dtype=np.int32))


class JudgeParts:
    """What a judge adds to the model's sections."""

    def __init__(self, folder, program):
        network, piece = open_parser(folder)
        judge = Judge(network.shape["hidden"])
        judge.load_state_dict(torch.load(folder / "judge.pt", weights_only=False)["judge"])
        self.net = {k: v.float().numpy() for k, v in judge.state_dict().items()}
        corpus = sorted((Path(__file__).resolve().parents[1] / "corpus").glob("*.ndjson"))
        self.examples = examples(judge, network, piece, corpus, program)

    def add(self, matrices, floats):
        get = lambda name: (self.net[f"{name}.weight"], self.net[f"{name}.bias"])
        matrices.add(*get("narrow"))
        for part in ("query_key_value", "output", "widen", "narrow"):
            matrices.add(*get(f"layer.{part}"))
        heads = [padded(*get(f"heads.{k}")) for k in HEADS]
        matrices.add(np.concatenate([h[0] for h in heads]), np.concatenate([h[1] for h in heads]))
        for name in ("norm", "layer.attention_norm", "layer.norm"):
            floats += get(name)
        floats.append(self.net["role_bias"])

    def config(self):
        return [len(TYPES), len(STATUSES), ROLE, WIDTH, len(self.examples)]

    def sections(self):
        lines = lambda entries: "".join(f"{e}\n" for e in entries).encode()
        yield "event", 1, lines(TYPES)
        yield "status", 1, lines(STATUSES)
        yield "examvec", 1, b"".join(vector.tobytes() for _, _, vector in self.examples)
        yield "exlabel", 1, bytes(label for _, label, _ in self.examples)
        yield "examples", 1, lines(line for line, _, _ in self.examples)


def sections(saved, edition, judged=None):
    net = {k: v.float().numpy() for k, v in saved["network"].items()}
    shape, labels, vocabulary = saved["shape"], saved["labels"], saved["vocabulary"]
    get = lambda name: (net[f"{name}.weight"], net.get(f"{name}.bias"))
    norm = lambda name: [net[f"{name}.weight"], net[f"{name}.bias"]]
    matrices, floats = Matrices(), [net["position.weight"], net["case.weight"], *norm("norm")]
    for i in range(shape["layers"]):
        for part in ("query_key_value", "output", "widen", "narrow"):
            matrices.add(*get(f"layers.{i}.{part}"))
        floats += norm(f"layers.{i}.attention_norm") + norm(f"layers.{i}.norm")
    heads = [padded(*get(f"tags.{k}")) for k in SETS]
    heads += [get(k) for k in ("arc_dependent", "arc_head", "rel_dependent", "rel_head")]
    matrices.add(np.concatenate([h[0] for h in heads]), np.concatenate([h[1] for h in heads]))
    matrices.add(net["arc.weight"], np.zeros(ARC))
    matrices.add(*get("label"))
    floats.append(net["arc_bias"])
    if judged:
        judged.add(matrices, floats)
    word, word_scale = rounded(net["word.weight"])
    at = {piece: i for i, piece in enumerate(vocabulary)}
    config = [TOKENISER, shape["layers"], shape["hidden"], shape["heads"], shape["inner"], shape["positions"], len(vocabulary),
              len(net["case.weight"]), *(len(labels[k]) for k in SETS), ARC, REL, len(labels["deprel"]),
              at["[CLS]"], at["[SEP]"], at["[UNK]"], *(judged.config() if judged else ())]
    lines = lambda entries: "".join(f"{e}\n" for e in entries).encode()
    yield "config", 4, struct.pack("<24I", *config, *[0] * (24 - len(config)))
    yield "name", 1, edition.encode()
    yield "vocab", 1, lines(vocabulary)
    for k in (*SETS, "deprel"):
        yield k, 1, lines(labels[k])
    yield "wordq", 1, word.tobytes()
    yield "wordsc", 4, word_scale.tobytes()
    yield "weights", 1, b"".join(matrices.weights)
    for name, part in (("scales", matrices.scales), ("biases", matrices.biases), ("sums", matrices.sums)):
        yield name, 4, np.concatenate(part).tobytes()
    yield "floats", 4, np.concatenate([f.astype(np.float32).ravel() for f in floats]).tobytes()
    if judged:
        yield from judged.sections()


def container(kind, parts):
    """The form of src/base/container.h."""
    parts = list(parts)
    at, table, body = 40 + 24 * len(parts), b"", b""
    start = -at % 64 + at
    for name, size, data in parts:
        table += name.ljust(8).encode() + struct.pack("<QII", start + len(body), len(data) // size, size)
        body += data + b"\0" * (-len(data) % 64)
    rest = struct.pack("<II", len(parts), 0) + table + b"\0" * (start - at) + body
    head = b"CHANCERY" + kind.ljust(4).encode() + struct.pack("<IQQ", VERSION, 32 + len(rest), xxhash.xxh3_64_intdigest(rest))
    return head + rest


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--name", default="english")
    parser.add_argument("--edition", default="english 1")
    parser.add_argument("--judge", metavar="PROGRAM")
    parser.add_argument("out", type=Path)
    args = parser.parse_args()
    folder = Path(os.environ.get("CHANCERY_CACHE", Path.home() / ".cache/chancery")) / f"syntax-{args.name}"
    saved = torch.load(folder / "checkpoint.pt", map_location="cpu", weights_only=False)
    args.out.write_bytes(container("SYNT", sections(saved, args.edition, JudgeParts(folder, args.judge) if args.judge else None)))
    print(f"{args.out}: {args.out.stat().st_size} bytes after {saved['epoch']} epochs")


if __name__ == "__main__":
    main()
