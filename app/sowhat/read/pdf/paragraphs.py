"""Lines to paragraphs: what a person would read in one go."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from sowhat.read.pdf.grids import tabular
from sowhat.read.pdf.lines import Line, dominant
from sowhat.read.pdf.parting import OPEN_WORDS, parted
from sowhat.read.pdf.spelling import is_number
from sowhat.read.pdf.words import text_of

_PITCH = 2.0  # sizes: lines further apart are no paragraph
_ROW_PITCH = 1.5  # sizes: rows of a table are further apart than lines of columns side by side
_ALIKE = 1.13  # ratio of sizes in one paragraph


@dataclass(eq=False)
class Paragraph:
    """Lines that belong together, top to bottom."""

    lines: list[Line]
    group: int = 0
    level: int = 0
    cell: bool = False

    @cached_property
    def x0(self) -> float:
        """The left edge."""
        return min(line.x0 for line in self.lines)

    @cached_property
    def x1(self) -> float:
        """The right edge."""
        return max(line.x1 for line in self.lines)

    @cached_property
    def top(self) -> float:
        """The upper edge."""
        return min(line.top for line in self.lines)

    @cached_property
    def bottom(self) -> float:
        """The lower edge."""
        return max(line.bottom for line in self.lines)

    @cached_property
    def size(self) -> float:
        """The size of most letters."""
        return dominant((word.size, len(word.text)) for line in self.lines for word in line.words)

    @cached_property
    def text(self) -> str:
        """The words joined by spaces."""
        return text_of([word for line in self.lines for word in line.words])

    @cached_property
    def bullet(self) -> bool:
        """Whether it is an item of a list."""
        return self.lines[0].bullet


def paragraphs_of(lines: Sequence[Line]) -> list[Paragraph]:
    """Return the paragraphs of lines of one direction, sorted by baseline, in no final order."""
    rows = _rows(lines)
    cells = tabular(lines, rows)
    below: dict[int, int] = {}
    taken: dict[int, tuple[int, float]] = {}
    for index in range(len(lines)):
        found = _next(lines, index, rows)
        if found is None or (found in cells and index in cells):
            continue
        away = abs(lines[found].x0 - lines[index].x0)
        if found in taken:
            rival, distance = taken[found]
            if distance <= away:
                continue
            del below[rival]
        below[index], taken[found] = found, (index, away)
    starts = [index for index in range(len(lines)) if index not in taken]
    chains = [_chain(index, below) for index in starts]
    return [
        Paragraph(part) for chain in chains for part in parted([lines[index] for index in chain])
    ]


def _chain(index: int, below: dict[int, int]) -> list[int]:
    chain = [index]
    while chain[-1] in below:
        chain.append(below[chain[-1]])
    return chain


def _rows(lines: Sequence[Line]) -> list[int]:
    """Return a number for each line: those side by side share one; -1 for a line by itself."""
    rows = [-1] * len(lines)
    for index, line in enumerate(lines):
        for other in range(index + 1, len(lines)):
            if lines[other].base - line.base > 0.15 * line.size:
                break
            if abs(lines[other].x0 - line.x0) > line.size:
                rows[index] = rows[index] if rows[index] >= 0 else index
                rows[other] = rows[index]
    return rows


def _next(lines: Sequence[Line], index: int, rows: list[int]) -> int | None:
    """Return the line right below that goes on with line ``index``."""
    line = lines[index]
    size, base, x0, x1 = line.size, line.base, line.x0, line.x1
    for other in range(index + 1, len(lines)):
        below = lines[other]
        pitch = below.base - base
        if pitch > _PITCH * size:
            return None
        overlap = min(x1, below.x1) - max(x0, below.x0)
        if pitch < 0.5 * size or overlap <= 0.2 * size:
            continue
        both_rows = rows[index] >= 0 and rows[other] >= 0
        if both_rows and pitch > _ROW_PITCH * size and not _runs_on(line, below):
            return None
        return other if _goes_on(line, below) else None
    return None


def _runs_on(line: Line, below: Line) -> bool:
    """Say whether a sentence goes on from line to line."""
    if line.words[-1].text.lower() in OPEN_WORDS:
        return True
    return below.text[:1].islower() and not line.text.endswith((".", "!", "?"))


def _goes_on(line: Line, below: Line) -> bool:
    size = max(line.size, below.size)
    if size > _ALIKE * min(line.size, below.size) or below.bullet:
        return False
    if is_number(line.text) and (is_number(below.text) or len(line.words) == 1):
        return False
    return _same_voice(line, below) and _aligned(line, below, size)


def _same_voice(line: Line, below: Line) -> bool:
    """Say whether the format goes on: a bold heading ends where plain text starts."""
    upper, lower = line.style, below.style
    if upper is None or lower is None:
        return True
    if upper.bold != lower.bold:
        return False
    plain = below.words[0].text.rstrip(",.;:!?").isalpha()  # an address is small as well
    return upper.color == lower.color or (plain and _runs_on(line, below))


def _aligned(line: Line, below: Line, size: float) -> bool:
    left, right = below.x0 - line.x0, below.x1 - line.x1
    if abs(left) < 0.6 * size or abs(left + right) / 2 < 0.5 * size:
        return True
    if abs(right) < 0.4 * size:
        return True
    if line.bullet:  # text that hangs to the right of a number, or comes back below a bullet
        back = abs(below.x0 - line.start) < 0.6 * size and below.text[:1].islower()
        return back or 0 < left < 3 * size
    return -3 * size < left < 0 and line.x1 - line.x0 > 12 * size  # a first line set in
