"""How well pictures are told apart: precision and recall of each kind, on both halves of a set.

`python -m tests.benchmarks.pictures FOLDER` looks at the real pictures in a folder (the list
``sources.csv`` says what each is) and at made-up ones; files that are told wrongly are named on
the screen only. `--words` lets the optional part read the words inside, `--made` or `--real`
leaves the other set out. Thresholds were chosen on the one half of each set (`halves.py`).
"""

from __future__ import annotations

import argparse
import csv
import io
import statistics
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from sowhat.pictures import kinds, ocr
from sowhat.pictures.opened import UnseenError, opened
from sowhat.pictures.seen import Near, Word
from tests.benchmarks.halves import chosen_on
from tests.pictures.made.badges import badges
from tests.pictures.made.lookalikes import lookalikes
from tests.pictures.made.looks import logos, looks
from tests.pictures.made.quadrants import quadrants
from tests.pictures.made.rounds import rounds
from tests.pictures.made.sheet import Made
from tests.pictures.made.walls import walls

KINDS = ("analyst", "logo-wall", "badge", "logo")
MEANT = {
    **dict.fromkeys(("mq", "wave", "radar", "g2grid"), "analyst"),
    **dict.fromkeys(("badge", "award", "certstrip", "certstrip-composed"), "badge"),
    **dict.fromkeys(("logowall", "logowall-composed"), "logo-wall"),
    "logo": "logo",
}
EACH = 100
"""So many made-up walls, badges and marks."""


@dataclass(frozen=True, slots=True)
class Answer:
    """One picture: what it is, what it was taken for, how surely, and the seconds it took."""

    name: str
    wanted: str
    found: str
    confidence: float
    reason: str
    seconds: float


def real(folder: Path, words: bool) -> Iterator[Answer]:
    """Look at the real pictures."""
    with (folder / "sources.csv").open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            path = folder / row["file"]
            if path.is_file():
                wanted = MEANT.get(row["kind"], "")
                yield from _answer(path.name, wanted, path.read_bytes(), words)


def made(words: bool) -> Iterator[Answer]:
    """Look at the made-up pictures."""
    drawn: Iterable[Made] = chain(
        quadrants(), rounds(), lookalikes(), walls(EACH), badges(EACH), logos(EACH), looks(EACH)
    )
    for picture in drawn:
        stream = io.BytesIO()
        picture.image.save(stream, "PNG", compress_level=1)
        wanted = picture.kind if picture.kind in KINDS else ""
        yield from _answer(picture.name, wanted, stream.getvalue(), words)


def _answer(name: str, wanted: str, data: bytes, words: bool) -> Iterator[Answer]:
    try:
        pixels = opened(data).pixels
    except UnseenError as error:
        print(f"   not seen: {name} ({error.why})")
        return
    inside: tuple[Word, ...] = ocr.lines(opened(data, longest=1280).pixels) if words else ()
    start = time.process_time()
    guess = kinds.look(pixels, Near(words=inside, read=words))
    seconds = time.process_time() - start
    yield Answer(name, wanted, str(guess.kind), guess.confidence, guess.reason, seconds)


def told(title: str, answers: list[Answer]) -> None:
    """Print the figures of one set, each half apart, and name what is told wrongly."""
    print(f"\n{title}: {len(answers)} pictures")
    halves = {half: [a for a in answers if chosen_on(a.name) is half] for half in (True, False)}
    for kind in KINDS:
        parts = [_figures(kind, halves[half]) for half in (True, False)]
        print(f"{kind:10} chosen on: {parts[0]}   other half: {parts[1]}")
    for answer in answers:
        if answer.wanted != answer.found and {answer.wanted, answer.found} & set(KINDS):
            half = "chosen on" if chosen_on(answer.name) else "other half"
            print(
                f"   {answer.name} ({half}): {answer.wanted or 'none'} taken for "
                f"{answer.found} ({answer.confidence:.2f}, {answer.reason})"
            )
    spent = statistics.median(answer.seconds for answer in answers)
    print(f"CPU for a picture, in the middle: {1000 * spent:.0f} ms")


def _figures(kind: str, answers: list[Answer]) -> str:
    right = sum(answer.wanted == kind == answer.found for answer in answers)
    wanted = sum(answer.wanted == kind for answer in answers)
    found = sum(answer.found == kind for answer in answers)
    precision, recall = (f"{right / of:.2f}" if of else "none" for of in (found, wanted))
    return f"precision {precision} ({right}/{found}) recall {recall} ({right}/{wanted})"


def main() -> None:
    """Look and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--words", action="store_true", help="read the words inside")
    parser.add_argument("--made", action="store_true", help="made-up pictures only")
    parser.add_argument("--real", action="store_true", help="real pictures only")
    options = parser.parse_args()
    if not options.made:
        told("Real pictures", list(real(options.folder, options.words)))
    if not options.real:
        told("Made-up pictures", list(made(options.words)))


if __name__ == "__main__":
    main()
