"""What stands side by side on a page: tables under headings, columns, rows with a label, cards."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from sowhat.read.pdf.paragraphs import Paragraph
from sowhat.read.pdf.tables import bands_of, columns_of

Rows = list[list[Paragraph]]

_HEADING = 1.1  # sizes of what stands below it
_LEVEL = 0.5  # sizes: tops further apart are not level
_FEWEST_ROWS = 3  # with a label each
_MOST_ROWS = 8  # parts that may be joined
_LABEL = 2  # parts of a label at most
_ROW_GAP = 0.4  # sizes between such rows
_GUTTER = 1.5  # sizes between columns that are read by themselves
_FEWEST_BESIDE = 4  # parts of columns that are read by themselves
_FARTHEST = 4.0  # sizes between parts that are joined
_DOWN_BIAS = 0.8  # of such a gutter: gaps between rows are smaller


def headed(items: Sequence[Paragraph]) -> Rows | None:
    """Part tables that stand side by side, each under its heading; None where there are none.

    The headings start where the tables do; the columns of one table have no headings so big.
    """
    bands = bands_of(items)
    if len(bands) < _FEWEST_ROWS or len(bands[0]) < 2:
        return None
    heads = sorted(bands[0], key=lambda item: item.x0)
    rest = [item for band in bands[1:] for item in band]
    size = median(item.size for item in rest)
    if min(item.size for item in heads) < _HEADING * size:
        return None
    starts = [head.x0 - _LEVEL * size for head in heads]
    parts = [
        [item for item in items if start <= item.x0 and item.x1 <= end + _LEVEL * size]
        for start, end in pairwise([*starts, float("inf")])
    ]
    whole = sum(map(len, parts)) == len(items)
    return parts if whole and all(_has_columns(part) for part in parts) else None


def _has_columns(items: Sequence[Paragraph]) -> bool:
    return any(len(band) > 1 for band in bands_of(items)[1:])


def joined(rows: Rows) -> Rows:
    """Return parts below each other, those joined that make up columns or tables side by side;
    they are never all of them."""
    result: Rows = []
    start = 0
    while start < len(rows):
        ends = range(min(start + _MOST_ROWS, len(rows)), start + 1, -1)
        end = next((end for end in ends if _belong_together(rows, start, end)), start + 1)
        result.append([item for row in rows[start:end] for item in row])
        start = end
    return result if len(result) > 1 else rows


def _belong_together(parts: Rows, start: int, end: int) -> bool:
    """Say whether parts from ``start`` to ``end`` are columns; cards are so only all of them."""
    rows = parts[start:end]
    items = [item for row in rows for item in row]
    size = median(item.size for item in items)
    columns = columns_of(items, _GUTTER * size)
    gap = max(
        min(item.top for item in below) - max(item.bottom for item in row)
        for row, below in pairwise(rows)
    )
    if len(columns) < 2 or gap > _FARTHEST * size:
        return False
    if headed(items) or _are_apart(rows, columns, gap) or labelled(items, columns):
        return True
    whole = all(len(row) < len(columns) for row in parts[end : end + 1])
    return whole and are_cards(rows, columns)


def _are_apart(rows: Rows, columns: Rows, gap: float) -> bool:
    """Say whether columns are read by themselves: no row of one is level with a row of another;
    ``gap`` is the widest between rows."""
    place = {id(item): number for number, part in enumerate(columns) for item in part}
    mixed = [row for row in rows if len({place[id(item)] for item in row}) > 1]
    gutter = min(
        min(item.x0 for item in right) - max(item.x1 for item in left)
        for left, right in pairwise(columns)
    )
    return (
        bool(mixed)
        and sum(map(len, columns)) >= _FEWEST_BESIDE
        and gap < _DOWN_BIAS * gutter
        and not any(_is_level(row, place, row[0].size) for row in mixed)
    )


def _is_level(row: Sequence[Paragraph], place: dict[int, int], size: float) -> bool:
    """Say whether the columns of a row start at one height."""
    tops: dict[int, float] = {}
    for item in row:
        column = place[id(item)]
        tops[column] = min(tops.get(column, item.top), item.top)
    return max(tops.values()) - min(tops.values()) < _LEVEL * size


def labelled(items: Sequence[Paragraph], columns: Rows) -> Rows | None:
    """Return the rows of a label each, level with what it stands for; None where there are none."""
    size = median(item.size for item in items)
    rows = bands_of(items, _ROW_GAP * size)
    if len(rows) < _FEWEST_ROWS:
        return None
    place = {id(item): number for number, part in enumerate(columns) for item in part}
    several = 0
    for row in rows:
        parts: Rows = [[] for _ in columns]
        for item in row:
            parts[place[id(item)]].append(item)
        label, *others = [part for part in parts if part]
        if not parts[0] or not others or len(label) > _LABEL:
            return None
        if not _level_middles(label, max(others, key=len), size):
            return None
        several += max(map(len, others)) > len(label)
    return rows if several >= len(rows) / 2 else None


def _level_middles(one: Sequence[Paragraph], other: Sequence[Paragraph], size: float) -> bool:
    tops = min(item.top for item in one) - min(item.top for item in other)
    bottoms = max(item.bottom for item in one) - max(item.bottom for item in other)
    return abs(tops + bottoms) / 2 < size or abs(tops) < _LEVEL * size


def are_cards(rows: Rows, columns: Rows) -> bool:
    """Say whether columns are cards: all have a part in each row, alike in style within the row,
    and unlike those of any other row."""
    if len(rows) < 2 or any(len(row) < len(columns) for row in rows):
        return False
    place = {id(item): number for number, part in enumerate(columns) for item in part}
    styles: list[tuple[float, bool, bool]] = []
    for row in rows:
        firsts = {place[id(item)]: item for item in reversed(row)}
        found = {_style(item) for item in firsts.values()}
        if len(firsts) < len(columns) or len(found) > 1:
            return False
        styles += found
    return len(set(styles)) == len(rows)


def _style(item: Paragraph) -> tuple[float, bool, bool]:
    style = item.lines[0].style
    return round(item.size), bool(style and style.bold), bool(style and style.italic)
