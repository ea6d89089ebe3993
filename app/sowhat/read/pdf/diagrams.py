"""Charts and diagrams drawn with plain shapes: bars on one line, slices of a pie, boxes and lines.

Plain rectangles are mostly panels behind words, and a wrong drawing costs more than a missed one:
only what no grid of cards and no table looks like is taken. Bars share a side and a thickness and
differ in length; slices lie around one point; lines lead from box to box.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from sowhat.model import Box, hull
from sowhat.read.pdf.shapes import Shape

_PLAIN = 14  # segments: rectangles, circles and arrows need fewer
_MOST = 400  # shapes of one sort that are looked at
_THIN = 0.006  # of the page: a line
_SAME = 0.004  # of the page: one place
_FEWEST_BARS, _FEWEST_LENGTHS, _FEWEST_SLICES = 3, 3, 3
_NEAR, _LONGEST_AXIS = 0.03, 1.5  # of the page: an axis beside bars; lengths of these
_THICKEST, _SHORTEST = 0.15, 0.03  # of the page: a bar; the longest of them at least
_LONGEST_LINE, _SHORTEST_LINE = 0.6, 0.012  # of the page: that joins boxes
_LARGEST_BOX = 0.15  # of the page: of a diagram's boxes
_FEWEST_BOXES, _FEWEST_LINES = 3, 2
_REACH = 0.008  # of the page: how far lines may end from their boxes


def diagrams_of(shapes: Sequence[Shape], words: Sequence[Box]) -> Iterator[Box]:
    """Yield the boxes of charts and diagrams made of plain shapes."""
    plain = [shape for shape in shapes if shape.segments <= _PLAIN]
    lines = [shape.seen for shape in plain if _is_line(shape)][:_MOST]
    boxes = [
        shape.seen
        for shape in plain
        if not _is_line(shape) and min(shape.seen.width, shape.seen.height) > _THIN
    ][:_MOST]
    yield from _bar_charts(boxes, lines, words)
    yield from _pies([shape.seen for shape in plain if shape.curved][:_MOST], words)
    yield from _box_diagrams([box for box in boxes if box.area < _LARGEST_BOX], lines, words)


def _is_line(shape: Shape) -> bool:
    return shape.segments == 2 or min(shape.box.width, shape.box.height) <= _THIN


def _turned(box: Box) -> Box:
    """Return a box with its axes exchanged."""
    return Box(box.y0, 1 - box.x1, box.y1, 1 - box.x0)


def _turned_back(box: Box) -> Box:
    return Box(1 - box.y1, box.x0, 1 - box.y0, box.x1)


def _bar_charts(boxes: Sequence[Box], lines: Sequence[Box], words: Sequence[Box]) -> Iterator[Box]:
    for bars in _bars(boxes, words):
        yield _with_axes(hull(bars), lines)
    for bars in _bars([_turned(box) for box in boxes], [_turned(word) for word in words]):
        yield _with_axes(hull(_turned_back(bar) for bar in bars), lines)


def _bars(boxes: Sequence[Box], words: Sequence[Box]) -> Iterator[list[Box]]:
    """Yield the bars that stand upright on one line."""
    rows: dict[tuple[int, int], list[Box]] = {}
    for box in boxes:
        if box.width < _THICKEST:
            key = (round(box.y1 / _SAME), round(box.width / _SAME))
            rows.setdefault(key, []).append(box)
    for row in rows.values():
        bars = sorted({round(box.x0 / _SAME): box for box in row}.values(), key=lambda b: b.x0)
        if _is_chart(bars, words):
            yield bars


def _is_chart(bars: Sequence[Box], words: Sequence[Box]) -> bool:
    lengths = {round(bar.height / (2 * _SAME)) for bar in bars}
    tall = max(bar.height for bar in bars)
    if len(bars) < _FEWEST_BARS or len(lengths) < _FEWEST_LENGTHS or tall < _SHORTEST:
        return False
    if any(right.x0 < left.x1 - _SAME for left, right in pairwise(bars)):
        return False
    steps = sorted(right.x0 - left.x0 for left, right in pairwise(bars))
    even = steps[-1] < 1.3 * steps[0] or len(lengths) > _FEWEST_LENGTHS
    room = steps[0] < 4 * bars[0].width
    inside = sum(bar.contains(*word.center) for bar in bars for word in words)
    return even and room and inside <= len(bars)


def _with_axes(box: Box, lines: Sequence[Box]) -> Box:
    """Return a chart's box with the axes and the lines behind its bars."""
    near = box.grown(_NEAR)
    axes = [
        line
        for line in lines
        if near.holds(line)
        or (
            line.height <= _THIN
            and _spans(line.x0, line.x1, box.x0, box.x1)
            and near.y0 < line.y0 < near.y1
        )
        or (
            line.width <= _THIN
            and _spans(line.y0, line.y1, box.y0, box.y1)
            and near.x0 < line.x0 < near.x1
        )
    ]
    return hull([box, *axes])


def _spans(start: float, end: float, low: float, high: float) -> bool:
    """Say whether an axis runs along a chart, and not much further."""
    along = min(end, high) - max(start, low)
    return along > 0.8 * (high - low) and end - start < _LONGEST_AXIS * (high - low)


def _pies(boxes: Sequence[Box], words: Sequence[Box]) -> Iterator[Box]:
    """Yield the boxes around slices that meet in one point."""
    left = list(boxes)
    while left:
        whole = left.pop()
        slices = [whole]
        grown = True
        while grown:
            near = [box for box in left if whole.grown(_SAME).overlap(box) > 0]
            slices += near
            left = [box for box in left if box not in near]
            grown = bool(near)
            whole = hull(slices)
        if _is_pie(slices, whole, words):
            yield whole


def _is_pie(slices: Sequence[Box], whole: Box, words: Sequence[Box]) -> bool:
    x, y = whole.center
    around = [box for box in slices if box.grown(0.006).contains(x, y) and _aside(box, whole)]
    inside = sum(whole.contains(*word.center) for word in words)
    enough = len(around) >= _FEWEST_SLICES and len(around) >= 0.75 * len(slices)
    return enough and whole.area > 0.005 and inside <= 2 * len(slices)


def _aside(box: Box, whole: Box) -> bool:
    """Say whether a slice lies to one side of its pie's middle."""
    (x, y), (u, v) = box.center, whole.center
    return abs(x - u) > 0.1 * whole.width or abs(y - v) > 0.1 * whole.height


def _box_diagrams(
    boxes: Sequence[Box], lines: Sequence[Box], words: Sequence[Box]
) -> Iterator[Box]:
    """Yield the boxes around boxes with words that lines join."""
    panels = [box for box in boxes if any(box.contains(*word.center) for word in words)]
    joins = [line for line in lines if _may_join(line, panels)]
    nodes = [*panels, *joins]
    links: list[set[int]] = [set() for _ in nodes]
    for number, line in enumerate(joins, start=len(panels)):
        for other, box in enumerate(nodes):
            meets = _meets_box if other < len(panels) else _meets_line
            if other != number and meets(line, box):
                links[number].add(other)
                links[other].add(number)
    for group in _groups(links):
        held = [index for index in group if index < len(panels)]
        pairs = [frozenset(links[index]) for index in group if index >= len(panels)]
        if len(held) < _FEWEST_BOXES or len(pairs) < _FEWEST_LINES:
            continue
        if max(pairs.count(pair) for pair in pairs) < 3:  # more between two are a table's
            yield hull(nodes[index] for index in group)


def _may_join(line: Box, panels: Sequence[Box]) -> bool:
    """Say whether a line runs outside of all boxes, and not along them."""
    length = max(line.width, line.height)
    if not _SHORTEST_LINE < length < _LONGEST_LINE:
        return False
    return not any(box.grown(_SAME).contains(*line.center) for box in panels)


def _meets_box(line: Box, box: Box) -> bool:
    """Say whether a line ends at a side of a box; the rules of a table end at the corners."""
    if line.width > _THIN and line.height > _THIN:
        return any(box.grown(_REACH).contains(*end) for end in _ends(line))
    dx, dy = 0.1 * box.width, 0.1 * box.height
    level = Box(box.x0 - _REACH, box.y0 + dy, box.x1 + _REACH, box.y1 - dy)
    upright = Box(box.x0 + dx, box.y0 - _REACH, box.x1 - dx, box.y1 + _REACH)
    return any(level.contains(*end) or upright.contains(*end) for end in _ends(line))


def _meets_line(line: Box, other: Box) -> bool:
    """Say whether a line ends at another that runs in another direction."""
    if (line.width <= _THIN and other.width <= _THIN) or (
        line.height <= _THIN and other.height <= _THIN
    ):
        return False
    return any(other.grown(_REACH).contains(*end) for end in _ends(line))


def _ends(line: Box) -> tuple[tuple[float, float], ...]:
    """Return where a line may end: the corners, two of them for a level one."""
    x, y = line.center
    if line.width <= _THIN:
        return (x, line.y0), (x, line.y1)
    if line.height <= _THIN:
        return (line.x0, y), (line.x1, y)
    return (line.x0, line.y0), (line.x1, line.y1), (line.x0, line.y1), (line.x1, line.y0)


def _groups(links: Sequence[set[int]]) -> Iterator[set[int]]:
    left = set(range(len(links)))
    while left:
        waiting = [left.pop()]
        group = set(waiting)
        while waiting:
            near = links[waiting.pop()] & left
            left -= near
            group |= near
            waiting += near
        yield group
