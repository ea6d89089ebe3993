"""Which paragraphs are a table's cells: short, alike, and level across columns and rows."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from sowhat.read.pdf.paragraphs import Paragraph

LEAST_GUTTER = 0.9  # sizes: narrower gaps part no columns
_CELL_WORDS = 6  # of most cells at most
_HEADING = 1.5  # sizes of its cells: what is bigger is no part of a table
_FEWEST_ROWS, _FEWEST_CELLS = 3, 8
_FEW_ROWS = 4  # cards of so few lines look like a table, but for their types
_WIDER, _LONGER = 2.5, 4.0  # one gap between rows than another; one row's texts: at most
_LEVEL_ROWS = 0.8  # of a table's rows have a cell in a column of it
_SHORT = 10  # characters: shorter cells are not compared
_MET, _LEVEL = 0.75, 0.6  # shares of the cells: with others beside them; level with these


class Table(NamedTuple):
    """The cells of a table by rows and by columns."""

    rows: list[list[Paragraph]]
    columns: list[list[Paragraph]]

    @property
    def cells(self) -> list[Paragraph]:
        """The cells row by row."""
        place = {id(item): number for number, part in enumerate(self.columns) for item in part}
        return [
            item
            for row in self.rows
            for item in sorted(row, key=lambda item: (place[id(item)], item.top, item.x0))
        ]


def table_of(items: Sequence[Paragraph]) -> Table | None:
    """Return the table that items make up, None where they are none.

    Lists and tables side by side are no table, and neither is what holds a heading.
    """
    if len(items) < _FEWEST_CELLS - 2 or not _alike(items):
        return None
    gutter = LEAST_GUTTER * median(item.size for item in items)
    table = Table(bands_of(items), columns_of(items, gutter))
    return table if _is_table(table) and not _are_two(table.columns) else None


def bands_of(items: Sequence[Paragraph], least: float = 0.0) -> list[list[Paragraph]]:
    """Return items by rows: what white of more than ``least`` parts from top to bottom."""
    return _parted(items, _down, least)


def columns_of(items: Sequence[Paragraph], least: float) -> list[list[Paragraph]]:
    """Return items by columns: what white of more than ``least`` parts from left to right."""
    return _parted(items, _across, least)


def _is_table(table: Table) -> bool:
    rows, columns = table
    if len(columns) < 2 or len(rows) < _FEWEST_ROWS or len(rows) * len(columns) < _FEWEST_CELLS:
        return False
    if min(len(column) for column in columns) < _FEWEST_ROWS - (len(rows) > _FEWEST_ROWS):
        return False
    return (
        _meet(table)
        and all(_is_even(column[1:]) for column in columns)
        and _is_regular(rows)
        and not any(
            _is_text(row, rest) for row, rest in ((rows[0], rows[1:]), (rows[-1], rows[:-1]))
        )
        and (len(rows) > _FEW_ROWS or _are_rows(table))
    )


def _across(item: Paragraph) -> tuple[float, float]:
    return item.x0, item.x1


def _down(item: Paragraph) -> tuple[float, float]:
    return item.top, item.bottom


def _parted(
    items: Sequence[Paragraph], edges: Callable[[Paragraph], tuple[float, float]], least: float
) -> list[list[Paragraph]]:
    """Cut items wherever a gap of one direction is wider than ``least``."""
    parts: list[list[Paragraph]] = []
    reach = 0.0
    for item in sorted(items, key=edges):
        start, end = edges(item)
        if parts and start - reach <= least:
            parts[-1].append(item)
            reach = max(reach, end)
        else:
            parts.append([item])
            reach = end
    return [sorted(part, key=lambda item: item.top) for part in parts]


def _alike(items: Sequence[Paragraph]) -> bool:
    size = median(item.size for item in items)
    words = median(len(item.text.split()) for item in items)
    few_bullets = sum(item.bullet for item in items) <= 3
    return words <= _CELL_WORDS and few_bullets and max(i.size for i in items) <= _HEADING * size


def _meet(table: Table) -> bool:
    """Say whether cells have others beside them, in every column level with these."""
    place = {id(item): number for number, part in enumerate(table.columns) for item in part}
    met, level = 0, [0] * len(table.columns)
    for row in table.rows:
        if len({place[id(item)] for item in row}) < 2:
            continue
        met += len(row)
        for item in row:
            level[place[id(item)]] += any(
                _is_level(item, other) for other in row if place[id(other)] != place[id(item)]
            )
    total = sum(len(column) for column in table.columns)
    return met >= _MET * total and all(
        count >= _LEVEL * len(column) for count, column in zip(level, table.columns, strict=True)
    )


def _is_level(one: Paragraph, other: Paragraph) -> bool:
    near = 0.5 * one.size
    middles = (one.top + one.bottom - other.top - other.bottom) / 2
    return abs(middles) < near or abs(one.top - other.top) < near


def _is_even(cells: Sequence[Paragraph]) -> bool:
    """Say whether cells below each other look alike: headings and texts in turn are cards."""
    if not cells:
        return True
    sizes = [cell.size for cell in cells]
    styles = [style.bold for cell in cells if (style := cell.lines[0].style)]
    mixed = min(styles.count(True), styles.count(False))
    return max(sizes) < 1.2 * min(sizes) and mixed <= 0.2 * len(cells)


def _is_regular(rows: Sequence[Sequence[Paragraph]]) -> bool:
    """Say whether rows, the first apart, stand equally far from each other."""
    gaps = [
        min(cell.top for cell in below) - max(cell.bottom for cell in row)
        for row, below in pairwise(rows)
    ]
    return max(gaps[1:]) <= _WIDER * max(min(gaps), 0.0) + 0.5 * rows[0][0].size


def _is_text(row: Sequence[Paragraph], rest: Sequence[Sequence[Paragraph]]) -> bool:
    """Say whether a first or last row is text around a table: much longer than its cells."""
    usual = median(len(cell.text) for other in rest for cell in other)
    return median(len(cell.text) for cell in row) > _LONGER * max(usual, _SHORT)


def _are_rows(table: Table) -> bool:
    """Say whether rows, the first apart, look and read alike: lines of cards do not."""
    lengths = [median(len(cell.text) for cell in row) for row in table.rows[1:]]
    if max(lengths) > _LONGER * max(min(lengths), 3):
        return False
    one_style = sum(
        len({cell.lines[0].style for cell in column[1:]}) == 1 for column in table.columns
    )
    return one_style > len(table.columns) / 2


def _are_two(columns: list[list[Paragraph]]) -> bool:
    """Say whether columns are two tables side by side: much more room between than within."""
    gutters = [
        min(item.x0 for item in right) - max(item.x1 for item in left)
        for left, right in pairwise(columns)
    ]
    widest = max(range(len(gutters)), key=lambda index: gutters[index])
    rest = [gutter for index, gutter in enumerate(gutters) if index != widest]
    if not rest or gutters[widest] < 1.5 * max(rest):
        return False
    return _are_apart(columns[: widest + 1], columns[widest + 1 :])


def _are_apart(left: list[list[Paragraph]], right: list[list[Paragraph]]) -> bool:
    """Say whether both sides are tables by themselves, or one is and the other text beside it."""
    tables = [
        Table(bands_of([item for part in side for item in part]), side) for side in (left, right)
    ]
    sound = [len(table.columns) > 1 and _is_table(table) for table in tables]
    if all(sound) or not any(sound):
        return all(sound)
    table, other = tables if sound[0] else reversed(tables)
    texts = median(len(cell.text.split()) for cell in other.cells) > _CELL_WORDS
    return texts and len(other.cells) < _LEVEL_ROWS * len(table.rows)
