"""Reading order: the title, then rows and columns as the eye takes them, footers last.

What stands on one panel (a filled or outlined shape, a picture, a chart) is read together. Rows
and columns are told by the free strips between panels and words; where both would do, the order
of the file, which is the one that screen readers take, has a say.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from sowhat.model import Block, Box, Role, Source, hull

DEEPEST = 12  # cuts within cuts
TOUCH = 0.004  # share of the slide's height by which frames may overlap and still be apart
WITHIN = 0.8  # share of the words that stands on their panel
MOST = 200_000  # pairs of words and panels looked at; a slide with more is read without panels
NARROW = 0.01  # share of the slide's height: a strip that is hardly seen
CLEAR = 3.0  # times as wide as the other is a strip that counts whatever the file's order
EVEN = 1.1  # times as wide as the other strip is one that is as wide to the eye


class _Unit(NamedTuple):
    """What is read together: blocks in their order, the box that they take, the box around their
    words, and the places in the file of the first and the last of them."""

    blocks: list[Block]
    box: Box
    words: Box
    first: int
    last: int


class _Cut(NamedTuple):
    """Units parted at free strips, and how wide the widest is.

    ``filed`` is at how many strips, if the file has the units in this order too, strip by strip:
    the more there are, the less that is chance. Else they are parted at the widest strip only.
    """

    parts: list[list[_Unit]]
    gap: float
    filed: int


def in_reading_order(
    blocks: Sequence[Block],
    ratio: float,
    panels: Sequence[Box] = (),
    diagrams: Sequence[range] = (),
) -> tuple[Block, ...]:
    """Return ``blocks`` as they are read; ``ratio`` is the slide's width over its height.

    ``diagrams`` are the groups of blocks that are parts of one drawing.
    """
    ranks: dict[int, list[tuple[int, Block]]] = {0: [], 1: [], 2: [], 3: []}
    for index, block in enumerate(blocks):
        ranks[_rank(block)].append((index, block))
    result: list[Block] = []
    for rank, members in ranks.items():
        units = _units(members)
        if rank == 1 and len(units) > 2:
            for diagram in diagrams:
                units = _together(units, diagram, panels, ratio)
            units = _on_panels(units, panels, ratio)
        result += _told(_ordered(units, ratio, DEEPEST))
    return tuple(result)


def _rank(block: Block) -> int:
    if block.role is Role.TITLE:
        return 0
    if block.role is Role.FOOTER:
        return 3
    return 2 if block.source is Source.LAYOUT else 1


def _told(units: Iterable[_Unit]) -> list[Block]:
    return [block for unit in units for block in unit.blocks]


def _units(members: Iterable[tuple[int, Block]]) -> list[_Unit]:
    groups: dict[int, list[tuple[int, Block]]] = {}
    for index, block in members:
        groups.setdefault(block.group, []).append((index, block))
    units = []
    for group in groups.values():
        box = hull(block.box for _, block in group if block.box)
        units.append(_Unit([b for _, b in group], box, box, group[0][0], group[-1][0]))
    return units


def _together(
    units: list[_Unit], diagram: range, panels: Sequence[Box], ratio: float
) -> list[_Unit]:
    """Return the units, those of a diagram joined in their order."""
    own = [unit for unit in units if unit.blocks[0].group in diagram]
    if len(own) < 2:
        return units
    others = [unit for unit in units if unit.blocks[0].group not in diagram]
    return [*others, _joined(_on_panels(own, panels, ratio), None, ratio)]


def _joined(units: list[_Unit], ground: Box | None, ratio: float) -> _Unit:
    words = hull(unit.words for unit in units)
    return _Unit(
        _told(_ordered(units, ratio, DEEPEST)),
        ground or words,
        words,
        min(unit.first for unit in units),
        max(unit.last for unit in units),
    )


def _on_panels(units: list[_Unit], panels: Sequence[Box], ratio: float) -> list[_Unit]:
    """Return the units, those on one panel joined in their order, from the smallest panel up."""
    grounds = sorted(set(panels), key=lambda panel: panel.area)
    if len(grounds) * len(units) > MOST:
        return units
    for ground in grounds:
        on: list[_Unit] = []
        off: list[_Unit] = []
        for unit in units:
            (on if _stands_on(unit, ground) else off).append(unit)
        if not on or any(_runs_over(unit, ground) for unit in off):
            continue
        units = [*off, _joined(on, ground, ratio)]
    return units


def _stands_on(unit: _Unit, ground: Box) -> bool:
    area = unit.box.area
    return 0 < area <= ground.area and unit.box.overlap(ground) >= WITHIN * area


def _runs_over(unit: _Unit, ground: Box) -> bool:
    """Say whether words that have no panel stand on the edge of this one: it is decoration."""
    if unit.box is not unit.words:
        return False
    return unit.words.overlap(ground) > (1 - WITHIN) * unit.words.area


def _ordered(units: list[_Unit], ratio: float, depth: int) -> list[_Unit]:
    if len(units) < 2:
        return units
    parts = _parts(units, ratio) if depth else []
    if not parts:
        return sorted(units, key=lambda unit: (round(unit.words.y0, 2), unit.words.x0))
    return [unit for part in parts for unit in _ordered(part, ratio, depth - 1)]


def _parts(units: list[_Unit], ratio: float) -> list[list[_Unit]]:
    """Return the parts that are read one after the other, none where nothing parts them."""
    for tight in (False, True):  # panels may overlap where their words do not
        rows = _cut(units, across=False, tight=tight)
        columns = _cut(units, across=True, tight=tight)
        if rows is None or columns is None:
            best = rows or columns
        else:
            best = columns if _columns_first(rows, columns, ratio) else rows
        if best is not None:
            return best.parts
    return []


def _columns_first(rows: _Cut, columns: _Cut, ratio: float) -> bool:
    down, across = max(rows.gap, NARROW), max(columns.gap * ratio, NARROW)
    if rows.filed and not columns.filed and across < CLEAR**rows.filed * down:
        return False
    if columns.filed and not rows.filed and down < CLEAR**columns.filed * across:
        return True
    return across > EVEN * down


def _cut(units: list[_Unit], *, across: bool, tight: bool) -> _Cut | None:
    """Cut at the widest free strip, None where there is none."""
    edges = []
    for unit in units:
        box = unit.words if tight else unit.box
        edges.append((box.x0, box.x1, unit) if across else (box.y0, box.y1, unit))
    edges.sort(key=lambda edge: edge[0])
    reach = -1e9
    widest, at = -TOUCH, 0
    strips = []
    for index, (start, end, _) in enumerate(edges):
        gap = start - reach
        if index and gap > -TOUCH:
            strips.append(index)
            if gap > widest:
                widest, at = gap, index
        reach = max(reach, end)
    ordered = [unit for _, _, unit in edges]
    if not at:
        return None
    filed = _filed(ordered, strips)
    ends = [*(strips if filed else [at]), len(ordered)]
    return _Cut([ordered[i:j] for i, j in pairwise([0, *ends])], widest, filed)


def _filed(ordered: list[_Unit], strips: list[int]) -> int:
    """Return how many strips there are if the file has, at each, all units before it first."""
    last, at = -1, 0
    for strip in (*strips, len(ordered)):
        part = ordered[at:strip]
        if min(unit.first for unit in part) < last:
            return 0
        last, at = max(unit.last for unit in part), strip
    return len(strips)
