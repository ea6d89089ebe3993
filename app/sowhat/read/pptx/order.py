"""Reading order: the title, then rows and columns as the eye takes them, footers last."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from sowhat.model import Block, Box, Role, Source, hull

DEEPEST = 12  # cuts within cuts
TOUCH = 0.004  # share of the slide's height by which frames may overlap and still be apart


class _Unit(NamedTuple):
    """The blocks of one frame, in their own order, and the box around them."""

    blocks: list[Block]
    box: Box


def in_reading_order(blocks: Sequence[Block], ratio: float) -> tuple[Block, ...]:
    """Return ``blocks`` as they are read; ``ratio`` is the slide's width over its height."""
    ranks: dict[int, list[Block]] = {0: [], 1: [], 2: [], 3: []}
    for block in blocks:
        ranks[_rank(block)].append(block)
    result: list[Block] = []
    for group in ranks.values():
        units = _units(group)
        result += [b for unit in _ordered(units, ratio, DEEPEST) for b in unit.blocks]
    return tuple(result)


def _rank(block: Block) -> int:
    if block.role is Role.TITLE:
        return 0
    if block.role is Role.FOOTER:
        return 3
    return 2 if block.source is Source.LAYOUT else 1


def _units(blocks: Sequence[Block]) -> list[_Unit]:
    groups: dict[int, list[Block]] = {}
    for block in blocks:
        groups.setdefault(block.group, []).append(block)
    return [_Unit(members, hull(b.box for b in members if b.box)) for members in groups.values()]


def _ordered(units: list[_Unit], ratio: float, depth: int) -> list[_Unit]:
    if len(units) < 2:
        return units
    if depth:
        rows, row_gap = _cut(units, across=False)
        columns, column_gap = _cut(units, across=True)
        best = columns if len(columns) > 1 and column_gap * ratio > row_gap else rows
        if len(rows) == 1:
            best = columns
        if len(best) > 1:
            return [unit for part in best for unit in _ordered(part, ratio, depth - 1)]
    return sorted(units, key=lambda unit: (round(unit.box.y0, 2), unit.box.x0))


def _cut(units: list[_Unit], *, across: bool) -> tuple[list[list[_Unit]], float]:
    """Cut at the widest free strip; return the parts and how wide the strip is."""
    edges = sorted(units, key=lambda unit: unit.box.x0 if across else unit.box.y0)
    reach = -1e9
    widest, at = -TOUCH, 0
    for index, unit in enumerate(edges):
        start, end = (unit.box.x0, unit.box.x1) if across else (unit.box.y0, unit.box.y1)
        if index and start - reach > widest:
            widest, at = start - reach, index
        reach = max(reach, end)
    return ([edges[:at], edges[at:]] if at else [edges]), widest
