"""Fit what tells logos: ``python packaging/model/train_logos.py DECKS REAL``.

DECKS is a folder of decks; ``marks.csv`` beside this file says of their small pictures, by digest,
which are logos (one reader looked at each). REAL is a folder of labelled pictures with
``sources.csv``; of it only the half enters that ``tests.benchmarks.halves`` names. Made-up ones
are drawn from a seed. Only numbers enter the weights, no picture is kept. Needs the optional part
that reads words, and three minutes. Prints how often decks apart are told rightly.
"""

from __future__ import annotations

import argparse
import csv
import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "app")]

from sowhat.model import WHOLE  # noqa: E402
from sowhat.pictures import kinds, logo, looking, ocr  # noqa: E402
from sowhat.pictures.marks import Floats, layout_of  # noqa: E402
from sowhat.pictures.near import by_pixels, key_of  # noqa: E402
from sowhat.pictures.opened import UnseenError, drawn, opened  # noqa: E402
from sowhat.pictures.seen import LONGEST, Pixels  # noqa: E402
from sowhat.pictures.wanted import Wanted  # noqa: E402
from sowhat.read import read_deck  # noqa: E402
from sowhat.worker import Worker  # noqa: E402
from tests.benchmarks.halves import chosen_on  # noqa: E402
from tests.pictures.made.looks import logos, looks  # noqa: E402

MARKS = Path(__file__).parent / "marks.csv"
WEIGHTS = ROOT / "resources" / "models" / "logos.json"
NO_BADGE = ("badge", "award", "certstrip", "certstrip-composed", "logowall", "logowall-composed")
DECAY = 10.0
FOLDS = 10
EACH, SEED, MADE = 200, 5, "made"


@dataclass(frozen=True)
class Sample:
    """A picture's numbers by pixels and by words, whether it is a logo, and its deck."""

    seen: Floats
    read: Floats
    logo: bool
    deck: str


def of_decks(folder: Path, marks: dict[str, bool]) -> Iterator[Sample]:
    """Look at the small pictures of decks that a reader told."""
    for path in sorted(folder.iterdir()):
        with Worker() as worker:
            deck = read_deck(path, worker)
        known = set()
        with looking.source(str(path), deck.kind, None) as source:
            for slide in deck.slides:
                for picture in slide.pictures:
                    key, digest = key_of(slide, picture), picture.sha256 or ""
                    if digest in marks and by_pixels(picture) and key not in known:
                        known.add(key)
                        wanted = Wanted(slide.number, digest, picture.crop)
                        yield from _sample(source, wanted, marks[digest], path.stem)


def _sample(source: looking.Source, wanted: Wanted, mark: bool, deck: str) -> Iterator[Sample]:
    try:
        pixels = source(wanted, LONGEST).pixels
    except UnseenError:
        return
    sample = told(pixels, mark, deck)
    if sample is not None:
        yield sample


def of_pictures(folder: Path) -> Iterator[Sample]:
    """Look at the half of the labelled pictures that is chosen on."""
    with (folder / "sources.csv").open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            if chosen_on(row["file"]) and row["kind"] not in NO_BADGE:
                pixels = opened((folder / row["file"]).read_bytes()).pixels
                sample = told(pixels, row["kind"] == "logo", "")
                if sample is not None:
                    yield replace(sample, deck=row["file"])


def of_made() -> Iterator[Sample]:
    """Draw logos and what is none from seeds."""
    for item in (*looks(EACH, SEED), *logos(EACH // 2, SEED)):
        sample = told(drawn(item.image, WHOLE), item.kind == "logo", MADE)
        if sample is not None:
            yield sample


def told(pixels: Pixels, mark: bool, deck: str) -> Sample | None:
    """Return a picture's numbers, None where nothing is on it."""
    layout = layout_of(pixels)
    whole = kinds.numbers_of(layout, pixels)
    if whole is None:
        return None
    seen = np.concatenate([whole, logo.numbers_of(layout, pixels)])
    return Sample(seen, logo.read_numbers(ocr.lines(pixels)), mark, deck)


def fitted(rows: Floats, logos: Floats) -> tuple[Floats, Floats, Floats]:
    """Return mean, spread and the weights (the last is the constant) of a logistic regression.

    Newton's method with an L2 penalty; both classes count as they are.
    """
    mean, spread = rows.mean(axis=0), rows.std(axis=0)
    spread = np.where(spread < 1e-3, 1.0, spread)
    given = np.c_[np.clip((rows - mean) / spread, -6, 6), np.ones(len(rows))]
    penalty = np.diag(np.r_[np.full(rows.shape[1], DECAY), 0.0])
    weights = np.zeros(given.shape[1])
    for _ in range(30):
        chances = 1 / (1 + np.exp(-given @ weights))
        slope = given.T @ (chances - logos) + penalty @ weights
        bend = (given * (chances * (1 - chances))[:, None]).T @ given + penalty
        weights = weights - np.linalg.solve(bend, slope)
    return mean, spread, weights


def plain(names: tuple[str, ...], rows: Floats, logos: Floats) -> dict[str, object]:
    """Return fitted weights as they are kept."""
    mean, spread, weights = fitted(rows, logos)
    return {
        "names": names,
        "classes": ("logo", "other"),
        "mean": mean.round(5).tolist(),
        "spread": spread.round(5).tolist(),
        "weights": [[value, 0.0] for value in weights.round(5).tolist()],
    }


def apart(rows: Floats, samples: list[Sample]) -> tuple[float, float]:
    """Return accuracy and F1 on decks that the weights never saw."""
    decks = sorted({sample.deck for sample in samples})
    fold = np.array([decks.index(sample.deck) % FOLDS for sample in samples])
    truth = np.array([sample.logo for sample in samples])
    real = np.array([sample.deck != MADE for sample in samples])
    said = np.zeros(len(samples), dtype=bool)
    for number in range(FOLDS):
        others = ~real | (fold != number)
        mean, spread, weights = fitted(rows[others], truth[others].astype(float))
        given = np.clip((rows[fold == number] - mean) / spread, -6, 6)
        said[fold == number] = given @ weights[:-1] + weights[-1] > 0
    said, truth = said[real], truth[real]
    score = 2 * (said & truth).sum() / (said.sum() + truth.sum())
    return float((said == truth).mean()), float(score)


def main() -> None:
    """Look, fit, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("decks", type=Path)
    parser.add_argument("real", type=Path)
    given = parser.parse_args()
    with MARKS.open(encoding="utf-8", newline="") as lines:
        marks = {row["sha256"]: row["logo"] == "1" for row in csv.DictReader(lines)}
    samples = [*of_decks(given.decks, marks), *of_pictures(given.real), *of_made()]
    truth = np.array([float(sample.logo) for sample in samples])
    names = (*kinds.NAMES, *logo.NAMES)
    seen = np.array([sample.seen for sample in samples])
    both = np.array([np.concatenate([sample.seen, sample.read]) for sample in samples])
    weights = {
        "logo": plain(names, seen, truth),
        "logo-read": plain((*names, *logo.READ_NAMES), both, truth),
    }
    WEIGHTS.write_text(json.dumps(weights, separators=(",", ":")) + "\n", encoding="utf-8")
    print(f"{len(samples)} pictures, {int(truth.sum())} logos")
    print("decks apart, by pixels: accuracy {:.3f}, F1 {:.3f}".format(*apart(seen, samples)))
    print("decks apart, read too:  accuracy {:.3f}, F1 {:.3f}".format(*apart(both, samples)))


if __name__ == "__main__":
    main()
