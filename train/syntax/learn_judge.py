#!/usr/bin/env python3
"""Trains the judge over the parser that learn.py has trained, from the corpus.

SPDX-License-Identifier: Apache-2.0

Usage: learn_judge.py --program CHANCERY [--name NAME] [--epochs N] [--rounded N] [--corpus FILE...] [--share S]

CHANCERY cuts the corpus into words. A tenth of the texts is never looked at, another one only measured
(corpus.py). The judge goes to ~/.cache/chancery/syntax-NAME/judge.pt; the same command gives the same figures.
"""
import argparse
import json
import os
import random
import time
from pathlib import Path

import torch

import judge
from corpus import TESTED, TUNED, part_of, read_corpus
from learn import POSITIONS, batches, collate, encode_forms
from network import Linear, Network
from wordpiece import WordPiece

ROOT = Path(__file__).resolve().parents[2]
SEED, RATE, WORDS = 20, 1e-3, 1500  # words of a batch, padding included


def open_parser(folder):
    """The trained parser's network, and its pieces."""
    saved = torch.load(folder / "checkpoint.pt", map_location="cpu", weights_only=False)
    network = Network(saved["shape"], {k: len(v) for k, v in saved["labels"].items()})
    network.load_state_dict(saved["network"])
    return network.eval(), WordPiece(saved["vocabulary"])


def with_rows(sentences, network, piece):
    """(sentence, its words' rows), in order; sentences that are too long are left out."""
    items = [encode_forms(s.forms, piece) | {"target": {"all_names": True}, "at": i} for i, s in enumerate(sentences)]
    found = {}
    for group in batches([i for i in items if len(i["pieces"]) <= POSITIONS]):
        for item, rows in zip(group, judge.taps(network, collate(group))):
            found[item["at"]] = rows[:len(item["first"]) - 1].bfloat16()
    return [(sentences[i], found[i]) for i in sorted(found)]


def groups_of(pairs, chance=None):
    """Batches of (sentences, rows, mask), of like lengths."""
    order = sorted(range(len(pairs)), key=lambda i: len(pairs[i][1]) + (chance.random() * 3 if chance else 0))
    groups, group, width = [], [], 0
    for i in order:
        width = max(width, len(pairs[i][1]))
        if group and width * (len(group) + 1) > WORDS:
            groups.append(group)
            group, width = [], len(pairs[i][1])
        group.append(i)
    groups.append(group)
    if chance:
        chance.shuffle(groups)
    for group in groups:
        width = max(len(pairs[i][1]) for i in group)
        rows = torch.zeros(len(group), width, pairs[group[0]][1].shape[1])
        mask = torch.zeros(len(group), width, dtype=torch.bool)
        for at, i in enumerate(group):
            rows[at, :len(pairs[i][1])] = pairs[i][1].float()
            mask[at, :len(pairs[i][1])] = True
        yield [pairs[i][0] for i in group], rows, mask


def read_parts(args):
    """Sentences to learn, and to tune by."""
    learnt, tuned = [], []
    for row, sentences in read_corpus(args.corpus, args.program):
        part = part_of(row["id"])
        if part != TESTED:
            (tuned if part == TUNED else learnt).extend(sentences)
    random.Random(SEED).shuffle(learnt)
    return learnt[:int(len(learnt) * args.share)], tuned


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", required=True)
    parser.add_argument("--name", default="english")
    parser.add_argument("--epochs", type=int, default=9)
    parser.add_argument("--rounded", type=int, default=3, help="of these, the last ones with 8 bits")
    parser.add_argument("--corpus", type=Path, nargs="+", default=sorted((ROOT / "train/corpus").glob("*.ndjson")))
    parser.add_argument("--share", type=float, default=1.0, help="of the sentences to learn, for learning curves")
    args = parser.parse_args()
    folder = Path(os.environ.get("CHANCERY_CACHE", Path.home() / ".cache/chancery")) / f"syntax-{args.name}"
    network, piece = open_parser(folder)
    learnt, tuned = (with_rows(s, network, piece) for s in read_parts(args))
    torch.manual_seed(SEED)
    judged = judge.Judge(network.shape["hidden"])
    optimiser = torch.optim.AdamW(judged.parameters(), lr=RATE, weight_decay=0.02)
    total = args.epochs * sum(1 for _ in groups_of(learnt))
    rate = lambda step: min(1.0, (step + 1) / (0.05 * total)) * max(0.02, 1 - step / total)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, rate)
    log = []
    for epoch in range(args.epochs):
        Linear.rounding = epoch >= args.epochs - args.rounded
        began, lost = time.time(), 0.0
        judged.train()
        for group in groups_of(learnt, random.Random(SEED * 1000 + epoch)):
            loss = judge.loss_of(judged, *group)
            optimiser.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(judged.parameters(), 1.0)
            optimiser.step()
            schedule.step()
            lost += loss.item()
        log.append({"epoch": epoch + 1, "seconds": round(time.time() - began), "loss": round(lost, 1), "rounded": Linear.rounding,
                    "sentences": len(learnt), **judge.measure(judged, groups_of(tuned))})
        print(json.dumps(log[-1]), flush=True)
    torch.save({"judge": judged.state_dict(), "log": log}, folder / "judge.pt")


if __name__ == "__main__":
    main()
