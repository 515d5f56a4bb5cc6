"""The network as it is trained; src/syntax/encode.c computes the same with 8-bit integers.

SPDX-License-Identifier: Apache-2.0

A BERT encoder (Devlin et al. 2019) with a row for each word's capitalisation added to its pieces,
linear heads for tags, lemmas and names, and a biaffine parser (Dozat and Manning 2017).
"""
import torch
import torch.nn.functional as F
from torch import nn

CASE_ROWS = 10
ARC, REL = 256, 256


def rounded(x):
    """Rounds, and lets the gradient through."""
    return x + (x.round() - x).detach()


class Linear(nn.Linear):
    """A linear layer that can round weights (by output) and activations (by row) to 8 bits, as the program does."""
    rounding = False

    def forward(self, x):
        if not Linear.rounding:
            return super().forward(x)
        with torch.autocast("cpu", enabled=False):
            weight, x = self.weight.float(), x.float()
            by_output = weight.detach().abs().amax(1).clamp_min(1e-12) / 127
            by_row = x.detach().abs().amax(-1, keepdim=True).clamp_min(1e-12) / 127
            w, q = rounded(weight / by_output[:, None]), rounded(x / by_row)
        y = F.linear(q, w).float() * (by_row * by_output)
        return y if self.bias is None else y + self.bias


class Layer(nn.Module):
    def __init__(self, hidden, heads, inner, drop):
        super().__init__()
        self.heads = heads
        self.query_key_value = Linear(hidden, 3 * hidden)
        self.output = Linear(hidden, hidden)
        self.widen, self.narrow = Linear(hidden, inner), Linear(inner, hidden)
        self.attention_norm = nn.LayerNorm(hidden, eps=1e-12)
        self.norm = nn.LayerNorm(hidden, eps=1e-12)
        self.drop = nn.Dropout(drop)

    def forward(self, x, mask):
        b, t, h = x.shape
        q, k, v = (part.view(b, t, self.heads, -1).transpose(1, 2) for part in self.query_key_value(x).chunk(3, -1))
        weight = (q @ k.transpose(2, 3) * (h // self.heads) ** -0.5 + mask).softmax(-1).to(v.dtype)
        c = (weight @ v).transpose(1, 2).reshape(b, t, h)
        x = self.attention_norm(x + self.drop(self.output(c)))
        return self.norm(x + self.drop(self.narrow(F.gelu(self.widen(x), approximate="tanh"))))


class Network(nn.Module):
    """@param sizes  labels of each head: upos, xpos, feats, lemma, ner, deprel."""

    def __init__(self, shape, sizes):
        super().__init__()
        self.shape, self.sizes = shape, sizes
        hidden = shape["hidden"]
        self.word = nn.Embedding(shape["vocabulary"], hidden)
        self.position = nn.Embedding(shape["positions"], hidden)
        self.case = nn.Embedding(CASE_ROWS, hidden)
        self.norm = nn.LayerNorm(hidden, eps=1e-12)
        self.drop = nn.Dropout(shape["drop"])
        self.layers = nn.ModuleList(Layer(hidden, shape["heads"], shape["inner"], shape["drop"]) for _ in range(shape["layers"]))
        self.head_drop = nn.Dropout(0.2)
        self.tags = nn.ModuleDict({k: Linear(hidden, sizes[k]) for k in ("upos", "xpos", "feats", "lemma", "ner")})
        self.arc_dependent, self.arc_head = Linear(hidden, ARC), Linear(hidden, ARC)
        self.arc = Linear(ARC, ARC, bias=False)
        self.arc_bias = nn.Parameter(torch.zeros(ARC))
        self.rel_dependent, self.rel_head = Linear(hidden, REL), Linear(hidden, REL)
        self.label = Linear(REL, sizes["deprel"])
        nn.init.zeros_(self.case.weight)
        nn.init.normal_(self.arc.weight, std=0.02)

    def words(self, batch):
        """@return [B][1 + words][hidden]: the root's row, then the words'."""
        pieces, rows = batch["pieces"], batch["rows"]
        word = self.word(pieces)
        x = word + self.position.weight[:pieces.shape[1]] + self.case(rows)
        x = self.drop(self.norm(x))
        mask = torch.where(batch["mask"], 0.0, -1e4).to(x.dtype)[:, None, None, :]
        for layer in self.layers:
            x = layer(x, mask)
        take = lambda index: x.gather(1, index[:, :, None].expand(-1, -1, x.shape[2]))
        return 0.5 * (take(batch["first"]) + take(batch["last"]))

    def forward(self, batch):
        """@return logits of the tags [B][W][n]; arcs [B][W][1 + W]; and what labels() needs."""
        rows = self.head_drop(self.words(batch))
        out = {k: head(rows[:, 1:]) for k, head in self.tags.items()}
        dependent, head = F.relu(self.arc_dependent(rows[:, 1:])), F.relu(self.arc_head(rows))
        arcs = (self.arc(dependent).float() + self.arc_bias) @ head.float().transpose(1, 2)
        hidden = ~batch["word_mask"][:, None, :].expand_as(arcs)
        itself = torch.eye(arcs.shape[2], dtype=torch.bool)[None, 1:]
        out["arcs"] = arcs.masked_fill(hidden | itself, -1e4)
        out["rel_dependent"], out["rel_head"] = self.rel_dependent(rows[:, 1:]), self.rel_head(rows)
        return out

    def labels(self, out, heads):
        """@param heads [B][W] row of each word's head. @return [B][W][deprel]"""
        head = out["rel_head"].gather(1, heads[:, :, None].expand(-1, -1, out["rel_head"].shape[2]))
        return self.label(F.relu(out["rel_dependent"] + head))


def load_bert(network, state, kept):
    """Takes a BERT encoder's weights. @param kept  indices of the vocabulary's pieces that stay."""
    name = {k.removeprefix("bert."): v for k, v in state.items()}
    with torch.no_grad():
        network.word.weight.copy_(name["embeddings.word_embeddings.weight"][kept])
        network.position.weight.copy_(name["embeddings.position_embeddings.weight"][:network.shape["positions"]]
                                      + name["embeddings.token_type_embeddings.weight"][0])
        for part in ("weight", "bias"):
            getattr(network.norm, part).copy_(name[f"embeddings.LayerNorm.{part}"])
        for i, layer in enumerate(network.layers):
            at = f"encoder.layer.{network.shape['take'][i]}."
            for part in ("weight", "bias"):
                getattr(layer.query_key_value, part).copy_(torch.cat(
                    [name[f"{at}attention.self.{k}.{part}"] for k in ("query", "key", "value")]))
                for mine, theirs in (("output", "attention.output.dense"), ("attention_norm", "attention.output.LayerNorm"),
                                     ("widen", "intermediate.dense"), ("narrow", "output.dense"), ("norm", "output.LayerNorm")):
                    getattr(getattr(layer, mine), part).copy_(name[f"{at}{theirs}.{part}"])
