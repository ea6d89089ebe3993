"""The order in which a person reads a slide: a recursive cut along its widest gaps."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from sowhat.read.pdf.paragraphs import Paragraph

_DEEPEST = 40  # cuts within cuts
_DOWN_BIAS = 0.8  # a gap between rows counts as wide as one so much wider between columns
_LEAST_GUTTER = 0.9  # sizes: narrower gaps part no columns
_NEW_GROUP = 2.5  # sizes: a gap between rows that parts two frames
_CELL_WORDS = 6  # of most cells at most
_HEADING = 1.5  # sizes of its cells: what is bigger is no part of a table


def ordered(paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """Return the paragraphs in reading order, with their groups and outline levels set."""
    result: list[Paragraph] = []
    for number, group in enumerate(_cut(list(paragraphs), 0), start=1):
        for paragraph in group:
            paragraph.group = number
        _levels(group)
        result += group
    return result


def _cut(items: list[Paragraph], depth: int) -> list[list[Paragraph]]:
    """Return groups in reading order."""
    if len(items) <= 1 or depth > _DEEPEST:
        return [sorted(items, key=lambda item: (item.top, item.x0))] if items else []
    size = median(item.size for item in items)
    down, rows = _parts(sorted(items, key=lambda item: item.top), "down")
    across, columns = _parts(sorted(items, key=lambda item: item.x0), "across")
    if across < _LEAST_GUTTER * size:
        across = 0.0
    if not across and down <= 0:
        return _overlapping(items)
    if across and _is_table(columns):
        return [_by_rows(items)]
    if across and down < _DOWN_BIAS * across and not _is_grid(rows, columns, down):
        return [group for part in columns for group in _cut(part, depth + 1)]
    return _stacked([_cut(part, depth + 1) for part in rows], size)


def _is_grid(rows: list[list[Paragraph]], columns: list[list[Paragraph]], down: float) -> bool:
    """Say whether cards stand in rows: tops level across columns, more room between than within."""
    column_of = {id(item): number for number, part in enumerate(columns) for item in part}
    for row in rows:
        inner, _ = _parts(sorted(row, key=lambda item: item.top), "down")
        heads = {column_of[id(item)]: item for item in sorted(row, key=lambda item: -item.top)}
        tops = [item.top for item in heads.values()]
        if len(tops) < 2 or max(tops) - min(tops) > 0.5 * row[0].size or not 0 < 1.5 * inner < down:
            return False
    return len(rows) > 1


def _stacked(parts: list[list[list[Paragraph]]], size: float) -> list[list[Paragraph]]:
    """Join the groups of parts below each other where neither was parted in columns."""
    result: list[list[Paragraph]] = []
    simple = False
    for part in parts:
        if simple and len(part) == 1:
            gap = min(item.top for item in part[0]) - max(item.bottom for item in result[-1])
            if gap < _NEW_GROUP * size:
                result[-1].extend(part[0])
                continue
        result += part
        simple = len(part) == 1
    return result


def _parts(items: list[Paragraph], way: str) -> tuple[float, list[list[Paragraph]]]:
    """Cut sorted items at the widest gaps of one direction; return the widest gap and the parts."""
    edges = [(i.top, i.bottom) if way == "down" else (i.x0, i.x1) for i in items]
    gaps: list[tuple[int, float]] = []
    reach = edges[0][1]
    for index, (start, end) in enumerate(edges[1:], start=1):
        if start > reach:
            gaps.append((index, start - reach))
        reach = max(reach, end)
    if not gaps:
        return 0.0, [items]
    widest = max(gap for _, gap in gaps)
    cuts = [0, *(index for index, gap in gaps if gap >= 0.6 * widest), len(items)]
    return widest, [items[a:b] for a, b in pairwise(cuts)]


def _overlapping(items: list[Paragraph]) -> list[list[Paragraph]]:
    """Order items no straight cut parts: by rows of about one line's height."""
    return [sorted(items, key=lambda item: (round(item.top / max(item.size, 1.0)), item.x0))]


def _is_table(columns: list[list[Paragraph]]) -> bool:
    """Say whether columns are a table's: three rows or more, short cells of one size in rows.

    Lists side by side are none, and neither is what holds a heading.
    """
    cells = [item for column in columns for item in column]
    if min(len(column) for column in columns) < 3 or sum(cell.bullet for cell in cells) > 3:
        return False
    size, words = median(c.size for c in cells), median(len(c.text.split()) for c in cells)
    if words > _CELL_WORDS or max(cell.size for cell in cells) > _HEADING * size:
        return False
    if not all(_is_even(column[1:]) for column in columns):
        return False
    met = sum(
        any(_level(item, other) for part in columns if part is not column for other in part)
        for column in columns
        for item in column
    )
    return met >= 0.75 * len(cells)


def _is_even(cells: list[Paragraph]) -> bool:
    """Say whether cells below each other look alike: headings and texts in turn are cards."""
    sizes = [cell.size for cell in cells]
    styles = [style.bold for cell in cells if (style := cell.lines[0].style)]
    mixed = min(styles.count(True), styles.count(False))
    return max(sizes) < 1.2 * min(sizes) and mixed <= 0.2 * len(cells)


def _level(one: Paragraph, other: Paragraph) -> bool:
    return abs(_middle(one) - _middle(other)) < 0.5 * one.size


def _by_rows(items: list[Paragraph]) -> list[Paragraph]:
    """Order a table's cells row by row and mark them."""
    rows: list[list[Paragraph]] = []
    for item in sorted(items, key=_middle):
        item.cell = True
        if rows and _middle(item) - _middle(rows[-1][0]) < 0.6 * item.size:
            rows[-1].append(item)
        else:
            rows.append([item])
    return [item for row in rows for item in sorted(row, key=lambda cell: cell.x0)]


def _middle(item: Paragraph) -> float:
    return (item.top + item.bottom) / 2


def _levels(group: list[Paragraph]) -> None:
    """Set the outline levels of a group's list items from where they start."""
    stops: list[float] = []
    for item in sorted((item for item in group if item.bullet), key=lambda item: item.x0):
        if not stops or item.x0 - stops[-1] > 0.8 * item.size:
            stops.append(item.x0)
        item.level = min(len(stops) - 1, 8)
