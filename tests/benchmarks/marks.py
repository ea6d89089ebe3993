"""Whether marks sit on the words they name: ``python -m tests.benchmarks.marks FOLDER``.

For every PowerPoint deck of a folder compares where the reader thinks that words stand with where
the renderer draws them: a line of words is right where the middle of most of its words' boxes lies
within the height of the line that is drawn. Prints per deck how many lines were compared and are
right, the same for words, the offset in points up or down, and that of the start of right words
left or right (median and 90th percentile), how many lines are not drawn at all, and the worst
slides; ``--all`` also prints each line that is wrong. Ends with 1 below the limits.
"""

from __future__ import annotations

import argparse
import math
import statistics
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import msgspec

from sowhat.marks import places
from sowhat.model import Block, Box, Slide, Source
from sowhat.read import read_deck
from sowhat.render.opened import OpenDeck
from sowhat.worker import Worker

SUFFIXES = (".pptx", ".pptm", ".ppsx", ".ppsm", ".potx", ".potm")
PIXEL = 0.75  # points
ALL, EACH = 0.97, 0.90  # share of lines that must be right over all decks, and in each
WORST = 4  # slides named in a deck's line
SOURCES = (Source.SLIDE, Source.LAYOUT)  # charts' labels have no place of their own


class _Glyph(msgspec.Struct):
    cluster: int
    x: float


class _Run(msgspec.Struct):
    text: str
    start: int
    end: int
    glyphs: list[_Glyph]


class _Line(msgspec.Struct):
    y: float
    height: float
    runs: list[_Run]


class _Turn(msgspec.Struct, rename="camel"):
    rotation_deg: float = 0.0


class _Primitive(msgspec.Struct):
    kind: str
    x: float = 0.0
    y: float = 0.0
    w: float = 0.0
    h: float = 0.0
    transform: _Turn = msgspec.field(default_factory=_Turn)
    lines: list[_Line] = []
    primitives: list[_Primitive] = []


class _List(msgspec.Struct):
    width: float
    height: float
    primitives: list[_Primitive]


class Letter(NamedTuple):
    """A drawn letter: its left edge, and which line of its frame it stands on."""

    x: float
    line: int


class Drawn(NamedTuple):
    """The text of one frame as drawn: letters without spaces, lines as top and bottom in points."""

    text: str
    letters: list[Letter]
    lines: list[tuple[float, float]]
    middle: tuple[float, float]
    angle: float

    def own(self, x: float, y: float) -> tuple[float, float]:
        """Return a point of the slide as the frame has it, unturned."""
        cos, sin = math.cos(math.radians(self.angle)), math.sin(math.radians(self.angle))
        dx, dy = x - self.middle[0], y - self.middle[1]
        return self.middle[0] + dx * cos + dy * sin, self.middle[1] + dy * cos - dx * sin


class Word(NamedTuple):
    """A word of a drawn line and how far off, in points, its estimated place is."""

    text: str
    line: int
    down: float
    across: float
    right: bool


class Row(NamedTuple):
    """The words of one block on one drawn line."""

    slide: int
    words: list[Word]

    @property
    def right(self) -> bool:
        """Say whether most of the line's letters have their mark on it."""
        good = sum(len(word.text) for word in self.words if word.right)
        return 2 * good > sum(len(word.text) for word in self.words)


def main() -> int:
    """Compare every deck and print; 1 where a limit is not met."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--all", action="store_true", help="print each line that is wrong")
    options = parser.parse_args()
    every: list[Row] = []
    low = 0
    for path in sorted(p for p in options.folder.rglob("*") if p.suffix in SUFFIXES):
        rows, unseen = compare(path)
        every += rows
        low += bool(rows) and _share([row.right for row in rows]) < EACH
        print(_told(path.stem, rows, unseen))
        if options.all:
            _print_wrong(rows)
    print(_told("all decks", every, 0))
    return 1 if low or _share([row.right for row in every]) < ALL else 0


def compare(path: Path) -> tuple[list[Row], int]:
    """Return the drawn lines with their words, and how many estimated lines are not drawn."""
    with Worker() as worker:
        deck = read_deck(path, worker, pictures=False)
    drawn = OpenDeck(str(path))
    rows: list[Row] = []
    unseen = 0
    for slide in deck.slides:
        opened = drawn.slide(slide.number)
        opened.look(slide.number - 1)
        json = opened.presentation.render_slide(slide.number - 1).json
        layout = msgspec.json.decode(json, type=_List)
        frames = list(_frames(layout.primitives))
        size = layout.width * PIXEL, layout.height * PIXEL
        for block, at in _matched(slide, frames, size):
            if at is None:
                unseen += max(len(block.spans), 1)
            else:
                rows += _rows(slide.number, block, at, size)
    return rows, unseen


def _frames(primitives: Sequence[_Primitive]) -> Iterator[Drawn]:
    for item in primitives:
        yield from _frames(item.primitives)
        letters: list[Letter] = []
        text: list[str] = []
        for number, line in enumerate(item.lines):
            for run in line.runs:
                if run.start < run.end:  # else a bullet
                    for letter, x in _letters(run):
                        text.append(letter)
                        letters.append(Letter(x * PIXEL, number))
        if text:
            heights = [(line.y * PIXEL, (line.y + line.height) * PIXEL) for line in item.lines]
            middle = (item.x + item.w / 2) * PIXEL, (item.y + item.h / 2) * PIXEL
            yield Drawn("".join(text), letters, heights, middle, item.transform.rotation_deg)


def _letters(run: _Run) -> Iterator[tuple[str, float]]:
    """Yield the visible letters of a run with their left edges in pixels."""
    places = {glyph.cluster: glyph.x for glyph in reversed(run.glyphs)}
    at, x = run.start, run.glyphs[0].x if run.glyphs else 0.0
    for character in run.text:
        x = places.get(at, x)
        at += 1 + (ord(character) > 0xFFFF)
        for letter in _plain(character):
            yield letter, x


def _plain(text: str) -> str:
    return "".join(character for character in text.casefold() if not character.isspace())


def _matched(
    slide: Slide, frames: Sequence[Drawn], size: tuple[float, float]
) -> Iterator[tuple[Block, tuple[Drawn, int] | None]]:
    """Yield each block with the nearest drawn text that has its words, each used once."""
    taken: dict[int, list[tuple[int, int]]] = defaultdict(list)
    pairs = []
    blocks = [b for b in slide.blocks if b.box and b.spans and b.source in SOURCES]
    for number, block in enumerate(blocks):
        words = _plain(block.text)
        for index, frame in enumerate(frames):
            at = frame.text.find(words)
            while at >= 0 and words:
                distance = _distance(block, frame, at, size)
                pairs.append((distance, number, index, at, at + len(words)))
                at = frame.text.find(words, at + 1)
    found: dict[int, tuple[Drawn, int]] = {}
    for _, number, index, start, end in sorted(pairs):
        free = all(end <= a or b <= start for a, b in taken[index])
        if number not in found and free:
            found[number] = frames[index], start
            taken[index].append((start, end))
    for number, block in enumerate(blocks):
        yield block, found.get(number)


def _distance(block: Block, frame: Drawn, at: int, size: tuple[float, float]) -> float:
    x, y = block.spans[0].box.x0 * size[0], block.spans[0].box.center[1] * size[1]
    x, y = frame.own(x, y)
    letter = frame.letters[at]
    return math.hypot(x - letter.x, y - sum(frame.lines[letter.line]) / 2)


def _rows(
    number: int, block: Block, at: tuple[Drawn, int], size: tuple[float, float]
) -> Iterator[Row]:
    frame, seen = at
    words: dict[int, list[Word]] = defaultdict(list)
    start = 0
    for text in block.text.split(" "):
        letters = len(_plain(text))
        if letters:
            letter = frame.letters[seen]
            line = next(span.box for span in block.spans if start < span.end)
            box = line if frame.angle else places(block, start, start + len(text))[0]
            words[letter.line].append(_word(text, letter, box, frame, size))
            seen += letters
        start += len(text) + 1
    for found in words.values():
        yield Row(number, found)


def _word(text: str, letter: Letter, box: Box, frame: Drawn, size: tuple[float, float]) -> Word:
    top, bottom = frame.lines[letter.line]
    middle = box.center
    _, y = frame.own(middle[0] * size[0], middle[1] * size[1])
    across = 0.0 if frame.angle else box.x0 * size[0] - letter.x
    return Word(text, letter.line, y - (top + bottom) / 2, across, top <= y <= bottom)


def _told(name: str, rows: list[Row], unseen: int) -> str:
    if not rows:
        return f"{name:34} nothing to compare, {unseen} lines not drawn"
    words = [word for row in rows for word in row.words]
    down = sorted(abs(word.down) for word in words)
    across = sorted(abs(word.across) for word in words if word.right)
    wrong = Counter(row.slide for row in rows if not row.right)
    slides = ", ".join(f"{slide}: {count}" for slide, count in wrong.most_common(WORST))
    return (
        f"{name:34} {len(rows):5} lines {_share([row.right for row in rows]):7.1%} right, "
        f"words {_share([word.right for word in words]):7.1%}, "
        f"down {_spread(down)} pt, across {_spread(across)} pt, {unseen:3} not drawn  {slides}"
    )


def _print_wrong(rows: list[Row]) -> None:
    for row in rows:
        if not row.right:
            words = " ".join(word.text for word in row.words)
            print(
                f"    {row.slide:3} {row.words[0].down:+7.1f} {row.words[0].across:+7.1f} {words}"
            )


def _spread(offsets: list[float]) -> str:
    """Return the median and the 90th percentile of sorted offsets."""
    if not offsets:
        return "-"
    return f"{statistics.median(offsets):.2f} {offsets[int(0.9 * len(offsets))]:.2f}"


def _share(truths: Sequence[bool]) -> float:
    return sum(truths) / len(truths) if truths else 1.0


if __name__ == "__main__":
    sys.exit(main())
