"""The text model in torch: training and export. Needs ``packaging/model/requirements.txt``."""

from __future__ import annotations

import io
import math
import random
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import torch
from examples import Example, varied
from torch import nn
from torch.nn import functional
from transformers import AutoModel

from sowhat.judge.tokens import Tokens, tokenizer, tokens
from sowhat.model import Motif, Stance

BATCH, RATE, HEAD_RATE, DECAY, WARM = 16, 6e-5, 1e-3, 0.01, 0.1
SMOOTH = 0.05  # of the truth is spread over all stances
MOTIF_SHARE, SIDE_SHARE = 0.25, 0.5  # of the losses beside the stance's
DROPOUT = 0.1
STANCES, MOTIFS = list(Stance), list(Motif)
WIDTH = 384  # of MiniLM


class Reader(nn.Module):  # type: ignore[misc]
    """MiniLM, and on top of each token a say in the slide's stance and motifs.

    A slide's logits are the sum of its tokens', each counted by its share; so what a block brings
    can be told by adding up its own tokens.
    """

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self.encoder = AutoModel.from_pretrained(folder, add_pooling_layer=False)
        self.drop = nn.Dropout(DROPOUT)
        self.heed = nn.Linear(WIDTH, 1)
        self.size = nn.Parameter(torch.zeros(1))
        self.stance = nn.Linear(WIDTH, len(STANCES))
        self.motifs = nn.Linear(WIDTH, len(MOTIFS))

    def forward(
        self, ids: torch.Tensor, mask: torch.Tensor, types: torch.Tensor, sizes: torch.Tensor
    ) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
        """Return shares (slides, tokens) and the tokens' logits of stances and of motifs."""
        hidden = self.encoder(ids, attention_mask=mask, token_type_ids=types).last_hidden_state
        hidden = self.drop(hidden.float())
        own = (types * mask).clone()
        own[:, 0] = 1  # the first token stands for the slide as a whole
        heed = self.heed(hidden).squeeze(-1) + self.size * sizes
        shares = torch.softmax(heed.masked_fill(own == 0, -1e4), dim=-1)
        return shares, self.stance(hidden), self.motifs(hidden)

    def restore(self, weights: bytes) -> None:
        """Take the weights that ``saved`` gave."""
        self.load_state_dict(torch.load(io.BytesIO(weights), weights_only=True))


def seed(number: int) -> None:
    """Start all chance anew."""
    torch.manual_seed(number)
    np.random.seed(number)
    random.seed(number)


def batch(cut: Sequence[Tokens]) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor, torch.Tensor]:
    """Return ids, mask, types and sizes, padded to the longest."""
    longest = max(len(one.ids) for one in cut)
    ids, mask, types = (torch.zeros(len(cut), longest, dtype=torch.long) for _ in range(3))
    sizes = torch.zeros(len(cut), longest)
    for row, one in enumerate(cut):
        count = len(one.ids)
        ids[row, :count] = torch.tensor(one.ids)
        types[row, :count] = torch.tensor(one.types)
        sizes[row, :count] = torch.tensor(one.sizes)
        mask[row, :count] = 1
    return ids, mask, types, sizes


def train(
    reader: Reader,
    draw: Callable[[random.Random], Sequence[Example]],
    vocabulary: Path,
    epochs: int,
    rate: float = RATE,
) -> None:
    """Train ``reader``; ``draw`` gives the examples of an epoch."""
    chance = random.Random(11)
    drawn = [varied(draw(chance), chance) for _ in range(epochs)]
    steps = sum(math.ceil(len(epoch) / BATCH) for epoch in drawn)
    heads = [p for n, p in reader.named_parameters() if not n.startswith("encoder.")]
    groups = [
        {"params": reader.encoder.parameters(), "lr": rate},
        {"params": heads, "lr": HEAD_RATE},
    ]
    optimizer = torch.optim.AdamW(groups, weight_decay=DECAY)
    slope = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min((step + 1) / (WARM * steps), (steps - step) / steps)
    )
    words = tokenizer(vocabulary)
    reader.train()
    for number, epoch in enumerate(drawn):
        started, total = time.monotonic(), 0.0
        cut = [tokens(example.passage, words) for example in epoch]
        for chosen in _batches([len(one.ids) for one in cut], chance):
            loss = _loss(reader, [cut[i] for i in chosen], [epoch[i] for i in chosen])
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(reader.parameters(), 1.0)
            optimizer.step()
            slope.step()
            total += loss.item() * len(chosen)
        spent = time.monotonic() - started
        print(f"  epoch {number + 1}: loss {total / len(epoch):.3f}, {spent:.0f} s", flush=True)


def _batches(lengths: Sequence[int], chance: random.Random) -> list[list[int]]:
    """Put slides of like length together, so that little is padding."""
    order = list(range(len(lengths)))
    chunks: list[list[int]] = []
    for start in range(0, len(order), BATCH * 20):
        near = sorted(order[start : start + BATCH * 20], key=lambda index: lengths[index])
        chunks += [near[i : i + BATCH] for i in range(0, len(near), BATCH)]
    chance.shuffle(chunks)
    return chunks


def _loss(reader: Reader, cut: Sequence[Tokens], examples: Sequence[Example]) -> torch.Tensor:
    with torch.autocast("cpu", torch.bfloat16):
        shares, stances, motifs = reader(*batch(cut))
    shares, stances, motifs = shares.float(), stances.float(), motifs.float()
    weights = torch.tensor([example.weight for example in examples])
    truth = torch.tensor([STANCES.index(example.stance) for example in examples])
    there = torch.zeros(len(examples), len(MOTIFS))
    for row, example in enumerate(examples):
        there[row, [MOTIFS.index(motif) for motif in example.motifs]] = 1.0
    stance = torch.einsum("bt,btk->bk", shares, stances)
    motif = torch.einsum("bt,btk->bk", shares, motifs)
    losses = functional.cross_entropy(stance, truth, reduction="none", label_smoothing=SMOOTH)
    losses = losses + MOTIF_SHARE * functional.binary_cross_entropy_with_logits(
        motif, there, reduction="none"
    ).sum(1)
    loss = (losses * weights).mean()
    return loss + SIDE_SHARE * _side_loss(stances, cut, examples) / len(examples)


def _side_loss(
    stances: torch.Tensor, cut: Sequence[Tokens], examples: Sequence[Example]
) -> torch.Tensor:
    """Ask of each token of a pasted slide what its own half is."""
    loss = stances.sum() * 0.0
    for row, (one, example) in enumerate(zip(cut, examples, strict=True)):
        if example.sides:
            sides = {block: STANCES.index(stance) for block, stance in example.sides}
            places = [i for i, owner in enumerate(one.owners) if owner in sides]
            truth = torch.tensor([sides[one.owners[i]] for i in places])
            loss = loss + functional.cross_entropy(stances[row, places], truth)
    return loss


def export(reader: Reader, path: Path) -> None:
    """Write ``reader`` as one ONNX file with 8-bit weights."""
    from onnxruntime.quantization import QuantType, quantize_dynamic

    reader.eval()
    sample = torch.ones(2, 16, dtype=torch.long)
    names = ["ids", "mask", "types", "sizes"]
    axes = {name: {0: "slides", 1: "tokens"} for name in (*names, "shares", "stances", "motifs")}
    with tempfile.TemporaryDirectory() as folder:
        whole = Path(folder) / "whole.onnx"
        torch.onnx.export(
            reader,
            (sample, sample, sample, sample.float()),
            whole,
            input_names=names,
            output_names=["shares", "stances", "motifs"],
            dynamic_axes=axes,
            opset_version=17,
            dynamo=False,
        )
        path.parent.mkdir(parents=True, exist_ok=True)
        quantize_dynamic(
            whole, path, weight_type=QuantType.QInt8, per_channel=True, reduce_range=True
        )


def saved(reader: Reader) -> bytes:
    """Return the weights."""
    kept = io.BytesIO()
    torch.save(reader.state_dict(), kept)
    return kept.getvalue()
