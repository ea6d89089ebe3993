"""Train what tells whose names stand on a slide: ``train_whose.py WORK``.

MiniLM, with a word's case beside its letters, learns from the marked text in ``text/names`` whose
each name is: the customer's, a peer's, a partner's, nobody's. ``--real`` names a folder of labelled
real decks, whose lines teach what is no left-over. ``--start`` goes on from weights that an
earlier run kept in its folder (``whose.pt``). Needs the packages of ``requirements.txt``; two cores
take four minutes an epoch. Seeded.
"""

from __future__ import annotations

import argparse
import json
import math
import random
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import real as real_decks
import torch
from torch import nn
from torch.nn import functional
from train_encoder import minilm
from transformers import AutoModel
from variants import ROOT, Labels, Names, Written, decks, variant

from sowhat.judge.tokens import tokenizer
from sowhat.judge.whose import Case, Line, Token, Whose, sequences

MODEL = ROOT / "resources" / "models" / "whose.onnx"
VOCABULARY = ROOT / "resources" / "models" / "words.json"
SEED = 5
BATCH, HEAD_RATE, DECAY, WARM, WIDTH, DROPOUT = 24, 1e-3, 0.01, 0.08, 384, 0.1
SMOOTH = 0.02
LAYERS = 4  # the lowest of MiniLM's six: a check may cost no more than a third of an audit
UNMARKED = -100  # tokens that teach nothing: marks of lines, signs of known names
NOT_LEFT = -101  # tokens of real decks: somebody's, but no other customer's
NOTHING = -102  # the same where nothing was left to fill in, either
LEFT = [Whose.CUSTOMER, Whose.BLANK]
REAL, REAL_WEIGHT = 2, 1.0  # how often a real slide is read in an epoch, how much it counts
NOBODY_WEIGHT, CUSTOMER_WEIGHT = 0.6, 1.5
COMMON = range(2000, 14000)  # of the vocabulary: words of which names are made

Example = tuple[list[int], list[int], list[int]]  # ids, cases, labels


class Reader(nn.Module):  # type: ignore[misc]
    """MiniLM, a word's case added to its letters, and a say of each token."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self.encoder = AutoModel.from_pretrained(folder, add_pooling_layer=False)
        self.encoder.encoder.layer = self.encoder.encoder.layer[:LAYERS]
        self.case = nn.Embedding(len(Case), WIDTH)
        nn.init.normal_(self.case.weight, std=0.02)
        self.drop = nn.Dropout(DROPOUT)
        self.head = nn.Linear(WIDTH, len(Whose))

    def forward(self, ids: torch.Tensor, mask: torch.Tensor, cases: torch.Tensor) -> torch.Tensor:
        """Return the logits of each ``Whose`` (slides, tokens, kinds)."""
        given = self.encoder.embeddings.word_embeddings(ids) + self.case(cases)
        hidden = self.encoder(inputs_embeds=given, attention_mask=mask).last_hidden_state
        return self.head(self.drop(hidden.float()))


def main() -> int:
    """Train and export."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("work", type=Path, help="folder for what is made")
    parser.add_argument("--epochs", type=int, default=10, help="0 exports what --start names")
    parser.add_argument("--rate", type=float, default=2e-4)
    parser.add_argument("--real", type=Path, help="folder of labelled decks")
    parser.add_argument("--start", type=Path)
    given = parser.parse_args()
    given.work.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(SEED)
    reader = Reader(minilm(given.work / "minilm"))
    if given.start:
        kept = torch.load(given.start, weights_only=True)
        reader.load_state_dict({k: v for k, v in kept.items() if k in reader.state_dict()})
    if given.epochs:
        train(reader, given.epochs, given.rate, list(real(given.real)) if given.real else [])
    torch.save(reader.state_dict(), given.work / "whose.pt")
    export(reader, MODEL)
    return 0


def train(reader: Reader, epochs: int, rate: float, beside: Sequence[Example]) -> None:
    """Train ``reader`` on another variant of each slide in each epoch, and on those ``beside``."""
    chance, found = random.Random(SEED), decks()
    names = Names.of(found, common_words())
    rest = [*reader.case.parameters(), *reader.head.parameters()]
    groups = [
        {"params": reader.encoder.parameters(), "lr": rate},
        {"params": rest, "lr": HEAD_RATE},
    ]
    optimizer = torch.optim.AdamW(groups, weight_decay=DECAY)
    size = sum(map(len, found)) * 1.08 + REAL * len(beside)
    steps = epochs * math.ceil(size / BATCH)
    slope = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min((step + 1) / (WARM * steps), max(0.02, (steps - step) / steps))
    )
    weight = torch.ones(len(Whose))
    weight[Whose.NOBODY], weight[Whose.CUSTOMER] = NOBODY_WEIGHT, CUSTOMER_WEIGHT
    reader.train()
    for number in range(epochs):
        started, total = time.monotonic(), 0.0
        drawn = [*examples(found, names, chance), *[*beside] * REAL]
        for chosen in batches(drawn, chance):
            ids, mask, cases, truth = padded([drawn[at] for at in chosen])
            with torch.autocast("cpu", torch.bfloat16):
                logits = reader(ids, mask, cases)
            loss = lost(logits.float().flatten(0, 1), truth.flatten(), weight)
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(reader.parameters(), 1.0)
            optimizer.step()
            slope.step()
            total += loss.item() * len(chosen)
        spent = time.monotonic() - started
        print(f"epoch {number + 1}: loss {total / len(drawn):.3f}, {spent:.0f} s", flush=True)


def lost(logits: torch.Tensor, truth: torch.Tensor, weight: torch.Tensor) -> torch.Tensor:
    """Return how wrong ``logits`` are; of real decks only what they take for a customer's is."""
    known = truth >= 0
    loss = functional.cross_entropy(
        logits[known], truth[known], weight=weight, label_smoothing=SMOOTH, reduction="sum"
    )
    size = weight[truth[known]].sum()
    for label, kinds in ((NOT_LEFT, LEFT[:1]), (NOTHING, LEFT)):
        own = truth == label
        told = logits[own].softmax(dim=-1)[:, kinds].sum(dim=-1).clamp(max=1 - 1e-4)
        loss = loss - REAL_WEIGHT * torch.log1p(-told).sum()
        size = size + NOBODY_WEIGHT * own.sum()
    return loss / size


def real(folder: Path) -> Iterator[Example]:
    """Yield the slides of labelled decks."""
    words = tokenizer(VOCABULARY)
    for slide in real_decks.slides(folder):
        for one in sequences([line for line, _ in slide.lines], words):
            labels = [_real_label(token, slide) for token in one]
            yield [token.id for token in one], [int(token.case) for token in one], labels


def _real_label(token: Token, slide: real_decks.Slide) -> int:
    line, left = slide.lines[token.line]
    if token.start == token.end or any(a <= token.start < b for a, b, _ in line.signs):
        return UNMARKED
    if any(token.start < b and a < token.end for a, b in left):
        return int(Whose.CUSTOMER)
    return NOTHING if slide.clean else NOT_LEFT


def common_words() -> list[str]:
    """Return words of the dictionary, of which names can be made."""
    known = json.loads(VOCABULARY.read_text(encoding="utf-8"))["model"]["vocab"]
    return [
        w
        for w, at in known.items()
        if w.isalpha() and w.isascii() and 3 < len(w) < 10 and at in COMMON
    ]


def examples(
    found: Sequence[Sequence[Written]], names: Names, chance: random.Random
) -> Iterator[Example]:
    """Yield a variant of each slide."""
    words = tokenizer(VOCABULARY)
    for deck in found:
        for at in range(len(deck)):
            told = variant(deck, at, names, chance)
            for one in sequences([line for line, _ in told], words):
                labels = [_label(token, told) for token in one]
                yield [token.id for token in one], [int(token.case) for token in one], labels


def _label(token: Token, told: Sequence[tuple[Line, Labels]]) -> int:
    line, labels = told[token.line]
    if token.start == token.end or any(a <= token.start < b for a, b, _ in line.signs):
        return UNMARKED
    whose = (whose for a, b, whose in labels if token.start < b and a < token.end)
    return int(next(whose, Whose.NOBODY))


def batches(drawn: Sequence[Example], chance: random.Random) -> list[list[int]]:
    """Put slides of like length together, so that little is padding."""
    order, found = list(range(len(drawn))), list[list[int]]()
    chance.shuffle(order)
    for start in range(0, len(order), BATCH * 20):
        near = sorted(order[start : start + BATCH * 20], key=lambda at: len(drawn[at][0]))
        found += [near[at : at + BATCH] for at in range(0, len(near), BATCH)]
    chance.shuffle(found)
    return found


def padded(chosen: Sequence[Example]) -> tuple[torch.Tensor, ...]:
    """Return ids, mask, cases and labels, padded to the longest."""
    longest = max(len(ids) for ids, _, _ in chosen)
    ids, mask, cases = (torch.zeros(len(chosen), longest, dtype=torch.long) for _ in range(3))
    truth = torch.full((len(chosen), longest), UNMARKED)
    for row, (own, case, labels) in enumerate(chosen):
        size = len(own)
        ids[row, :size], cases[row, :size] = torch.tensor(own), torch.tensor(case)
        truth[row, :size], mask[row, :size] = torch.tensor(labels), 1
    return ids, mask, cases, truth


def export(reader: Reader, path: Path) -> None:
    """Write ``reader`` as one ONNX file with 8-bit weights."""
    from onnxruntime.quantization import QuantType, quantize_dynamic

    reader.eval()
    sample, names = torch.ones(2, 16, dtype=torch.long), ["ids", "mask", "cases"]
    with tempfile.TemporaryDirectory() as folder:
        whole = Path(folder) / "whole.onnx"
        torch.onnx.export(
            reader,
            (sample, sample, sample),
            whole,
            input_names=names,
            output_names=["logits"],
            dynamic_axes={name: {0: "slides", 1: "tokens"} for name in (*names, "logits")},
            opset_version=17,
            dynamo=False,
        )
        quantize_dynamic(
            whole, path, weight_type=QuantType.QInt8, per_channel=True, reduce_range=True
        )


if __name__ == "__main__":
    sys.exit(main())
