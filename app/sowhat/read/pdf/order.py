"""The order in which a person reads a slide: a recursive cut along its widest gaps."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from sowhat.read.pdf.columns import are_cards, headed, joined, labelled
from sowhat.read.pdf.paragraphs import Paragraph
from sowhat.read.pdf.tables import LEAST_GUTTER, Table, bands_of, columns_of, table_of

_DEEPEST = 40  # cuts within cuts
_LEAD = 1.3  # sizes of the text: a heading that comes first though it is short
_DOWN_BIAS = 0.8  # a gap between rows counts as wide as one so much wider between columns
_NEW_GROUP = 2.5  # sizes: a gap between rows that parts two frames
_MOST_CELLS = 300  # of a table found among other things
_ENDS_TRIED = 6  # parts below a table that may be taken for rows at first

Cut = tuple[float, list[list[Paragraph]]]


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
    if across >= LEAST_GUTTER * size:
        return _beside(items, (down, rows), (across, columns), depth)
    if down <= 0:
        return _overlapping(items)
    rows = joined(rows)
    return _stacked(_with_tables(rows, _tables_in(rows), depth), size)


def _beside(items: list[Paragraph], below: Cut, beside: Cut, depth: int) -> list[list[Paragraph]]:
    """Return the groups of items that stand in columns; ``below`` and ``beside`` are the widest
    gaps between their rows and columns, and these."""
    (down, rows), (across, columns) = below, beside
    size = median(item.size for item in items)
    table = _table(items)
    if table:
        return [_marked(table)]
    parts = headed(items) or labelled(items, columns_of(items, LEAST_GUTTER * size))
    if parts:
        return [group for part in parts for group in _cut(part, depth + 1)]
    lead = _lead(items, size)
    if lead:
        rest = [item for item in items if item is not lead]
        return _stacked([[[lead]], _cut(rest, depth + 1)], size)
    tables = _tables_in(rows)
    by_columns = down < _DOWN_BIAS * across and not _is_grid(rows, columns, down)
    if not tables and (by_columns or are_cards(rows, columns)):
        return [group for part in columns for group in _cut(part, depth + 1)]
    if not tables:
        rows = joined(rows)
    return _stacked(_with_tables(rows, tables, depth), size)


def _table(items: list[Paragraph]) -> Table | None:
    """Return the one table that items make up, None where they are none or several."""
    table = table_of(items)
    return None if table and headed(items) else table


def _lead(items: list[Paragraph], size: float) -> Paragraph | None:
    """Return the heading that stands above all, though not across all, None where there is none."""
    first, *rest = sorted(items, key=lambda item: item.top)
    above = first.bottom <= min(item.top for item in rest) + 0.2 * size
    starts = first.x0 < min(item.x0 for item in rest) + size
    return first if above and starts and first.size > _LEAD * size else None


def _marked(table: Table) -> list[Paragraph]:
    """Return the cells of a table, marked as such."""
    for item in table.cells:
        item.cell = True
    return table.cells


def _tables_in(rows: list[list[Paragraph]]) -> dict[int, tuple[int, Table]]:
    """Return the tables that parts below each other make up: start to end and cells."""
    found: dict[int, tuple[int, Table]] = {}
    start = 0
    while start < len(rows):
        table = _table_from(rows, start)
        if table:
            found[start] = table[0], _with_head(rows, start, table[1])
        start = table[0] if table else start + 1
    return found


def _with_head(rows: list[list[Paragraph]], start: int, table: Table) -> Table:
    """Return a table with its first row, if that was left to the part above, and take it there."""
    above = bands_of(rows[start - 1]) if start else []
    if len(above) < 2 or len(above[-1]) < 2:
        return table
    whole = table_of([*above[-1], *table.cells])
    if whole is None:
        return table
    rows[start - 1] = [item for band in above[:-1] for item in band]
    return whole


def _table_from(rows: list[list[Paragraph]], start: int) -> tuple[int, Table] | None:
    """Return where the longest table that starts at a part ends, and its cells."""
    end, count = start, 0
    while end < len(rows) and len(rows[end]) > (end == start) and count < _MOST_CELLS:
        count += len(rows[end])
        end += 1
    for last in range(end, max(start, end - _ENDS_TRIED), -1):
        table = _table([item for row in rows[start:last] for item in row])
        if table:
            return last, table
    return None


def _with_tables(
    rows: list[list[Paragraph]], tables: dict[int, tuple[int, Table]], depth: int
) -> list[list[list[Paragraph]]]:
    """Return the groups of parts below each other; parts that are rows of a table are one."""
    result: list[list[list[Paragraph]]] = []
    start = 0
    while start < len(rows):
        end, table = tables.get(start, (start + 1, None))
        result.append([_marked(table)] if table else _cut(rows[start], depth + 1))
        start = end
    return result


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


def _levels(group: list[Paragraph]) -> None:
    """Set the outline levels of a group's list items from where they start."""
    stops: list[float] = []
    for item in sorted((item for item in group if item.bullet), key=lambda item: item.x0):
        if not stops or item.x0 - stops[-1] > 0.8 * item.size:
            stops.append(item.x0)
        item.level = min(len(stops) - 1, 8)
