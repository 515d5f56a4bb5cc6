"""The judge as it is trained: a small network over the words' rows of the parser's encoder, which stays as it is.

SPDX-License-Identifier: Apache-2.0

Rows from four depths of the encoder are narrowed and go through one transformer layer over the words; linear heads
say what a word tells and whether it was, and products of two rows which words are its sides.
src/syntax/encode_judge.c computes the same with 8-bit integers.
"""
from collections import Counter

import torch
import torch.nn.functional as F
from torch import nn

from corpus import STATUSES, TYPES
from network import Layer, Linear

TAPS, WIDTH, HEAD_WIDTH, ROLE, ROLES = 4, 192, 32, 64, 2
HEADS = ("event", "status", "trigger", "side")
EVENT_WEIGHT, STATUS_WEIGHT, ROLE_WEIGHT = 8.0, 0.5, 0.3


class Judge(nn.Module):
    def __init__(self, hidden, drop=0.3):
        super().__init__()
        self.drop = nn.Dropout(drop)
        self.narrow, self.norm = Linear(TAPS * hidden, WIDTH), nn.LayerNorm(WIDTH, eps=1e-12)
        self.layer = Layer(WIDTH, WIDTH // HEAD_WIDTH, 2 * WIDTH, 0.1)
        sizes = (len(TYPES), len(STATUSES), ROLES * ROLE, ROLES * ROLE)
        self.heads = nn.ModuleDict({k: Linear(WIDTH, n) for k, n in zip(HEADS, sizes)})
        self.role_bias = nn.Parameter(torch.full((ROLES,), -2.0))

    def forward(self, rows, mask):
        """@param rows [B][W][TAPS * hidden], mask [B][W]. @return logits of events, of statuses [B][W][n], of roles
        [B][ROLES][trigger][side], and the columns of triggers."""
        x = self.norm(self.narrow(self.drop(rows)))
        x = self.drop(self.layer(x, torch.where(mask, 0.0, -1e4)[:, None, None, :]))
        b, w, _ = x.shape
        out = {k: head(x) for k, head in self.heads.items()}
        trigger, side = (out[k].view(b, w, ROLES, ROLE) for k in ("trigger", "side"))
        role = torch.einsum("btrd,bwrd->brtw", trigger, side) * ROLE ** -0.5 + self.role_bias[None, :, None, None]
        return out["event"], out["status"], role, out["trigger"]


@torch.no_grad()
def taps(network, batch):
    """Rows of the words from four depths of the encoder, side by side: [B][W][TAPS * hidden]."""
    pieces, rows = batch["pieces"], batch["rows"]
    x = network.norm(network.word(pieces) + network.position.weight[:pieces.shape[1]] + network.case(rows))
    depths, mask = [x], torch.where(batch["mask"], 0.0, -1e4)[:, None, None, :]
    for layer in network.layers:
        x = layer(x, mask)
        depths.append(x)
    chosen = [depths[i * len(network.layers) // (TAPS - 1)] for i in range(TAPS)]
    take = lambda x, index: x.gather(1, index[:, 1:, None].expand(-1, -1, x.shape[2]))
    return torch.cat([0.5 * (take(x, batch["first"]) + take(x, batch["last"])) for x in chosen], -1)


def loss_of(judge, sentences, rows, mask):
    """@param sentences  of the corpus, whose rows these are."""
    events, statuses, roles, _ = judge(rows, mask)
    event, status, sides = torch.full(mask.shape, -100), torch.full(mask.shape, -100), []
    for at, s in enumerate(sentences):
        n = len(s.forms)
        event[at, :n] = 0
        for trigger, kind, was, *words in s.events:
            event[at, trigger], status[at, trigger] = TYPES.index(kind), STATUSES.index(was)
            wanted = torch.zeros(ROLES, n)
            for role in range(ROLES):
                wanted[role, words[role]] = 1
            sides.append(F.binary_cross_entropy_with_logits(roles[at, :, trigger, :n], wanted, reduction="sum"))
    loss = EVENT_WEIGHT * F.cross_entropy(events.transpose(1, 2), event, ignore_index=-100)
    if sides:
        loss = loss + STATUS_WEIGHT * F.cross_entropy(statuses.transpose(1, 2), status, ignore_index=-100)
        loss = loss + ROLE_WEIGHT * torch.stack(sides).mean()
    return loss


@torch.no_grad()
def measure(judge, groups, least=0.4):
    """Of the words that tell an event: F1 of type, of type and sides, and how often the status is right.
    @param groups  batches of (sentences, rows, mask)."""
    judge.eval()
    count = Counter()
    for sentences, rows, mask in groups:
        events, statuses, roles, _ = judge(rows, mask)
        chance = events.softmax(-1)
        for at, s in enumerate(sentences):
            n, wanted = len(s.forms), {e[0]: e for e in s.events}
            count["wanted"] += len(wanted)
            for word in range(n):
                if 1 - chance[at, word, 0] < least:
                    continue
                count["given"] += 1
                event = wanted.get(word)
                if not event or TYPES[1 + chance[at, word, 1:].argmax()] != event[1]:
                    continue
                count["type"] += 1
                found = [set((roles[at, k, word, :n] > 0).nonzero().flatten().tolist()) for k in range(ROLES)]
                count["sides"] += found == [set(event[3]), set(event[4])]
                count["status"] += STATUSES[statuses[at, word].argmax()] == event[2]
    both = max(count["given"] + count["wanted"], 1)
    return {"type": round(200 * count["type"] / both, 2), "sides": round(200 * count["sides"] / both, 2),
            "status": round(100 * count["status"] / max(count["type"], 1), 2)}
