"""Sentences of the corpus as the judge learns them, its loss, and how well it does.

SPDX-License-Identifier: Apache-2.0
"""
from collections import Counter

import torch
import torch.nn.functional as F

from corpus import STATUSES, TUNED, TYPES, TESTED, part_of, read_corpus

EVENT_WEIGHT, STATUS_WEIGHT, ROLE_WEIGHT = 8.0, 0.5, 0.3
SWAPPED, SMALL, CAPITAL = 0.5, 0.04, 0.03  # chances: of a state's name, of a sentence's letters


def read_parts(paths, program):
    """(sentences to learn, to tune by): a tenth of the texts is never looked at, another one only measured."""
    learnt, tuned = [], []
    for row, sentences in read_corpus(paths, program):
        part = part_of(row["id"])
        if part != TESTED:
            (tuned if part == TUNED else learnt).extend(sentences)
    return learnt, tuned


def vary(forms, chance, states):
    """The words with other states in the place of some, now and then in other letters."""
    forms = [chance.choice(states) if f in states and chance.random() < SWAPPED else f for f in forms]
    draw = chance.random()
    if draw < SMALL:
        return [f.lower() for f in forms]
    return [f.upper() for f in forms] if draw < SMALL + CAPITAL else forms


def targets(sentence):
    """What is to be found: labels of words (-100: not asked), and (trigger, actors, recipients)."""
    n = len(sentence.forms)
    event, status, roles = [0] * n, [-100] * n, []
    for trigger, kind, was, actors, recipients in sentence.events:
        event[trigger], status[trigger] = TYPES.index(kind), STATUSES.index(was)
        roles.append((trigger, actors, recipients))
    return {"event": event, "status": status, "roles": roles}


def loss_of(network, batch, items):
    """@param batch  of collate(), with "event" and "status" [B][W]. @param items  with "roles"."""
    out = network.judged(batch)
    loss = EVENT_WEIGHT * F.cross_entropy(out["event"].float().transpose(1, 2), batch["event"], ignore_index=-100)
    if (batch["status"] != -100).any():
        loss = loss + STATUS_WEIGHT * F.cross_entropy(out["status"].float().transpose(1, 2), batch["status"], ignore_index=-100)
    sides = []
    for row, item in enumerate(items):
        n = len(item["first"]) - 1
        for trigger, *roles in item["roles"]:
            wanted = torch.zeros(len(roles), n)
            for role, words in enumerate(roles):
                wanted[role, words] = 1
            sides.append(F.binary_cross_entropy_with_logits(out["role"][row, :, trigger, :n], wanted, reduction="sum"))
    return loss + ROLE_WEIGHT * torch.stack(sides).mean() if sides else loss


@torch.no_grad()
def measure(network, groups, collate, least=0.4):
    """Of the words that tell an event: F1 of type, of type and sides, and how often the status is right.
    @param groups  batches of (item, sentence)."""
    network.eval()
    count = Counter()
    for group in groups:
        out = network.judged(collate([item for item, _ in group]))
        chance = out["event"].float().softmax(-1)
        for row, (item, sentence) in enumerate(group):
            n = len(sentence.forms)
            wanted = {e[0]: e for e in sentence.events}
            count["wanted"] += len(wanted)
            for word in range(n):
                if 1 - chance[row, word, 0] < least:
                    continue
                count["given"] += 1
                event = wanted.get(word)
                if not event or TYPES[1 + chance[row, word, 1:].argmax()] != event[1]:
                    continue
                count["type"] += 1
                found = [set((out["role"][row, k, word, :n] > 0).nonzero().flatten().tolist()) for k in (0, 1)]
                count["sides"] += found == [set(event[3]), set(event[4])]
                count["status"] += STATUSES[out["status"][row, word].argmax()] == event[2]
    both = max(count["given"] + count["wanted"], 1)
    return {"type": round(200 * count["type"] / both, 2), "sides": round(200 * count["sides"] / both, 2),
            "status": round(100 * count["status"] / max(count["type"], 1), 2)}
