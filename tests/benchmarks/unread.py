"""What becomes of slides without words: ``python -m tests.benchmarks.unread GOLD [--decks …]``.

Lists each labelled slide that has under five words of its own text and a picture, with what was
judged with and without reading its pictures; then how many got an answer and how many of those are
right, and whether without reading all of them say that they were not read. (The judge's weights
have seen the labelled decks; what is read from pictures was not among it.)
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from sowhat.engine import audit
from sowhat.model import Audit, Slide, Source
from sowhat.pictures.reading import FEW, FEW_WORDS, NO_TEXT
from sowhat.read import read_deck
from sowhat.settings import AuditOptions
from sowhat.worker import Worker

MOST = 0.8  # of the slides, at least, get an answer where pictures are read


@dataclass(frozen=True)
class Line:
    """One slide: what careful readers said, what was said with and without reading pictures."""

    deck: str
    slide: int
    label: str
    stance: str
    confidence: float
    unsure: bool
    read: int
    unread: bool
    told: bool


def main() -> int:
    """Print the list and the figures; 1 where a slide is silent or too few are answered."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--decks", nargs="*", default=[], help="beginnings of names; all if none")
    given = parser.parse_args()
    labels = _labels(given.gold)
    lines: list[Line] = []
    for path in sorted((given.gold / "decks").iterdir()):
        if given.decks and not path.name.startswith(tuple(given.decks)):
            continue
        for line in _lines(path, labels):
            lines.append(line)
            _print(line)
    _sum(lines)
    answered = sum(not line.unread for line in lines)
    return 0 if all(line.told for line in lines) and answered >= MOST * len(lines) else 1


def _labels(gold: Path) -> dict[tuple[str, int], str]:
    with (gold / "labels.jsonl").open(encoding="utf-8") as file:
        rows = [json.loads(row) for row in file]
    return {(row["deck"], row["slide"]): row["stance"] for row in rows}


def _lines(path: Path, labels: dict[tuple[str, int], str]) -> Iterator[Line]:
    with Worker() as worker:
        worker.start()
        bare = [slide.number for slide in read_deck(path, worker).slides if _is_bare(slide)]
        if not bare:  # most decks have none, and a whole audit costs more than a look
            return
        without = audit(path, AuditOptions(ocr=False, decisions=()), worker=worker)
        found = audit(path, AuditOptions(decisions=()), worker=worker)
    for number in bare:
        verdict, slide = found.verdict(number), found.deck.slides[number - 1]
        yield Line(
            path.stem,
            number,
            labels.get((path.stem, number), "-"),
            str(verdict.stance),
            verdict.confidence,
            verdict.unsure,
            sum(len(b.text.split()) for b in slide.blocks if b.source is Source.OCR),
            _is_told(found, number),
            _is_told(without, number),
        )


def _is_bare(slide: Slide) -> bool:
    own = any(picture.source is not Source.LAYOUT for picture in slide.pictures)
    return own and slide.words < FEW


def _is_told(found: Audit, number: int) -> bool:
    return any(g.slide == number and g.id in (NO_TEXT, FEW_WORDS) for g in found.deck.gaps)


def _print(line: Line) -> None:
    said = "not read" if line.unread else f"{line.read} words"
    sure = "unsure" if line.unsure else "sure"
    print(f"{line.deck} {line.slide}: {line.label} | {line.stance} {line.confidence:.2f}", end="")
    print(f" {sure}, {said}" + ("" if line.told else "; silent without reading"), flush=True)


def _sum(lines: list[Line]) -> None:
    answered = [line for line in lines if not line.unread]
    known = [line for line in answered if line.label != "-"]
    decided = [line for line in known if not line.unsure]
    print(f"{len(lines)} slides; {sum(line.told for line in lines)} say so without reading")
    share = len(answered) / max(len(lines), 1)
    print(f"{len(answered)} ({share:.0%}) have a verdict that is not “not read” with it")
    for name, rows in (("all of them", known), ("the decided", decided)):
        right = sum(row.stance == row.label for row in rows)
        print(f"{name}: {right} of {len(rows)} right")


if __name__ == "__main__":
    sys.exit(main())
