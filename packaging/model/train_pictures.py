"""Fit what tells kinds of pictures: ``python packaging/model/train_pictures.py REAL [OTHERS]``.

REAL is a folder of labelled pictures with ``sources.csv``; of it only the half enters that
``tests.benchmarks.halves`` names. OTHERS may hold loose pictures in folders by what they are:
``logo-wall``, ``badge``, and ``none`` for what is neither. Made-up pictures are drawn from seeds
and the fit starts from one, so that the same pictures give the same weights. Only numbers enter
the weights, no picture is kept. Nothing is needed beside the program and what its tests need.

A badge may be one of several styles and a picture that is no wall one of several things; where
that is not known, the fit finds the likeliest by itself (it raises the sum of their chances).
"""

from __future__ import annotations

import argparse
import csv
import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "app")]

from sowhat.model import WHOLE  # noqa: E402
from sowhat.pictures import kinds, wall  # noqa: E402
from sowhat.pictures.marks import Floats, layout_of  # noqa: E402
from sowhat.pictures.opened import drawn, opened  # noqa: E402
from sowhat.pictures.pieces import Mask  # noqa: E402
from sowhat.pictures.seen import Pixels  # noqa: E402
from tests.benchmarks.halves import chosen_on  # noqa: E402
from tests.pictures.made.badges import badges  # noqa: E402
from tests.pictures.made.looks import logos, looks  # noqa: E402
from tests.pictures.made.walls import walls  # noqa: E402

STYLES = (
    *("shield", "hexagon", "seal", "laurel", "rating", "plate", "medal", "certificate", "stack"),
    "tier",
)
KINDS = (
    *(f"badge:{style}" for style in STYLES),
    *("logo", "icon", "photo", "people", "chart", "diagram", "screenshot", "map", "decoration"),
)
LIKE = ("icons", "boxes", "words", "people", "plot", "screen")
WALLS = ("wall", "strip", "logo", "badge", *LIKE, "analyst")
LIKE_OF = {
    **dict.fromkeys(("icons", "icon", "shape", "plate"), "icons"),
    **dict.fromkeys(("photos", "photo", "people", "portrait"), "people"),
    **dict.fromkeys(("process", "outlined", "keys", "wheel"), "boxes"),
    **dict.fromkeys(("table", "cloud", "figures", "columns", "document", "code", "slide"), "words"),
    **dict.fromkeys(("bars", "curves", "pie", "map"), "plot"),
    **dict.fromkeys(("window", "poster"), "screen"),
}
SAID = {
    **dict.fromkeys(("logowall", "logowall-composed"), "logo-wall"),
    **dict.fromkeys(("badge", "award", "certstrip-composed"), "badge"),
    **dict.fromkeys(("mq", "wave", "radar", "g2grid"), "analyst"),
    **dict.fromkeys(("linechart", "barchart", "boxplot", "bubblechart", "heatmap"), "chart"),
    **dict.fromkeys(("hypecycle", "fourpanel-scatter"), "chart"),
    **dict.fromkeys(("architecture", "graph", "hierarchy", "wheel", "fourbox"), "diagram"),
    **dict.fromkeys(("boxes", "matrix", "table", "flowchart", "infographic"), "diagram"),
    **dict.fromkeys(("icongrid",), "diagram"),
    **dict.fromkeys(("dashboard",), "screenshot"),
}
REAL_WEIGHT, BADGE_WEIGHT = 5.0, 1.5
HALF_SEED, WHOLE_SEED, FIT_SEED = 5, 9, 0
"""Of the first the benchmark measures the other half; the second is drawn for the fit alone."""


@dataclass(frozen=True)
class Sample:
    """A picture: what it is, its style where it was made up, and how much it counts."""

    kind: str
    style: str
    strip: bool
    weight: float
    pixels: Pixels


def made(seed: int, half: bool) -> Iterator[Sample]:
    """Draw the made-up pictures of a seed, all or the half that is chosen on."""
    sets = (walls(120, seed), badges(100, seed), looks(200, seed), logos(80, seed))
    for each in sets:
        for item in each:
            if half and not chosen_on(item.name):
                continue
            style = item.name.split("-")[1]
            yield Sample(item.kind, style, style == "strip", 1.0, drawn(item.image, WHOLE))


def real(folder: Path) -> Iterator[Sample]:
    """Read the half of the labelled pictures that is chosen on."""
    with (folder / "sources.csv").open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            if chosen_on(row["file"]):
                pixels = opened((folder / row["file"]).read_bytes()).pixels
                kind = SAID.get(row["kind"], row["kind"])
                yield Sample(kind, "", "strip" in row["kind"], REAL_WEIGHT, pixels)


def others(folder: Path) -> Iterator[Sample]:
    """Read loose pictures in folders by kind."""
    for path in sorted(folder.glob("*/*")):
        yield Sample(path.parent.name, "", strip=False, weight=1.0, pixels=drawn_file(path))


def drawn_file(path: Path) -> Pixels:
    """Return the reduced pixels of a picture's file."""
    return opened(path.read_bytes()).pixels


def kinds_of(sample: Sample) -> Mask:
    """Return the classes of kind that the sample may be; none where it does not enter."""
    if sample.kind == "none":
        return np.array([not name.startswith("badge") for name in KINDS])
    if sample.kind == "badge" and not sample.strip:
        style = f"badge:{sample.style}"
        return np.array([name == style or (not sample.style and ":" in name) for name in KINDS])
    return np.array([name == sample.kind for name in KINDS])


def walls_of(sample: Sample) -> Mask:
    """Return the classes beside the wall that the sample may be."""
    if sample.strip:
        own: tuple[str, ...] = ("strip",)
    elif sample.kind in ("logo", "badge", "analyst"):
        own = (sample.kind,)
    elif sample.kind == "logo-wall":
        own = ("wall",)
    elif sample.kind == "none":
        own = (*LIKE, "logo")
    else:
        own = (LIKE_OF[sample.style],) if sample.style else LIKE
    return np.array([name in own for name in WALLS])


def fitted(
    names: Sequence[str], classes: Sequence[str], rows: Floats, allowed: Mask, weights: Floats
) -> dict[str, object]:
    """Fit linear weights that raise the chance of what each row may be (Adam, L2)."""
    mean, spread = rows.mean(axis=0), rows.std(axis=0)
    spread = np.where(spread < 1e-3, 1.0, spread)
    given = np.c_[(rows - mean) / spread, np.ones(len(rows))]
    found = np.random.default_rng(FIT_SEED).normal(0, 0.05, (given.shape[1], len(classes)))
    first, second = np.zeros_like(found), np.zeros_like(found)
    for step in range(1, 1501):
        chances = softmax(given @ found)
        wanted = chances * allowed
        wanted /= wanted.sum(axis=1, keepdims=True) + 1e-12
        slope = given.T @ (weights[:, None] * (chances - wanted))
        slope[:-1] += 5.0 * found[:-1]
        slope /= weights.sum()
        first = 0.9 * first + 0.1 * slope
        second = 0.999 * second + 0.001 * slope**2
        move = first / (1 - 0.9**step) / (np.sqrt(second / (1 - 0.999**step)) + 1e-8)
        found -= 0.05 * move
    plain = {"mean": mean.round(4), "spread": spread.round(4), "weights": found.round(3)}
    kept = {name: values.tolist() for name, values in plain.items()}
    return {"names": list(names), "classes": list(classes), **kept}


def softmax(scores: Floats) -> Floats:
    """Return the shares that scores stand for."""
    powers = np.exp(scores - scores.max(axis=1, keepdims=True))
    return np.asarray(powers / powers.sum(axis=1, keepdims=True))


def main() -> int:
    """Fit both sets of weights and write ``resources/models/pictures.json``."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("real", type=Path, help="labelled pictures with sources.csv")
    parser.add_argument("others", type=Path, nargs="?", help="loose pictures in folders by kind")
    given = parser.parse_args()
    if not (given.real / "sources.csv").is_file():
        parser.error(f"{given.real} has no sources.csv")
    parts = {"labelled": list(real(given.real)), "loose": []}
    if given.others:
        parts["loose"] = list(others(given.others))
        if not parts["loose"]:
            parser.error(f"{given.others} has no folders with pictures")
    parts["made up"] = [*made(HALF_SEED, half=True), *made(WHOLE_SEED, half=False)]
    path = ROOT / "resources" / "models" / "pictures.json"
    fit([*parts["labelled"], *parts["made up"], *parts["loose"]], path)
    print(f"fitted to {', '.join(f'{len(part)} {name}' for name, part in parts.items())} pictures")
    print(f"written: {path}")
    return 0


def fit(samples: Sequence[Sample], path: Path) -> None:
    """Fit the weights of kinds and of walls to samples and write them to ``path``."""
    tables: dict[str, list[tuple[Floats, Mask, float]]] = {"kinds": [], "walls": []}
    for sample in samples:
        layout = layout_of(sample.pixels)
        numbers, row = kinds.numbers_of(layout, sample.pixels), wall.measured(layout, sample.pixels)
        if numbers is not None and kinds_of(sample).any():
            more = BADGE_WEIGHT if sample.kind == "badge" else 1.0
            tables["kinds"].append((numbers, kinds_of(sample), sample.weight * more))
        if row is not None:
            tables["walls"].append((row.numbers, walls_of(sample), sample.weight))
    names = {"kinds": (kinds.NAMES, KINDS), "walls": (wall.NAMES, WALLS)}
    plain = {
        name: fitted(*names[name], *(np.array(column) for column in zip(*table, strict=True)))
        for name, table in tables.items()
    }
    path.write_text(json.dumps(plain, separators=(",", ":")) + "\n", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
