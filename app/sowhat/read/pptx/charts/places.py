"""Where the words of a chart stand, estimated: title, legend, axis titles and names of categories.

Charts save no places, but where someone moved a part by hand. Parts are set from the edges inwards,
as the library that draws the slides does; lengths in points.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import islice

from sowhat.model import Box
from sowhat.read.pptx.charts.words import Words, gap_of
from sowhat.read.pptx.found import Found
from sowhat.read.pptx.names import C, Element, number
from sowhat.read.pptx.place import Place

MOST_NAMES = 200  # of a chart
GAP = 9.0  # between the edge and a part
PITCH = 1.53  # ems from one entry of a legend to the next below it
KEY = 1.5  # ems that an entry takes beside its words
SPREAD = 1.2  # ems of those that stand before the words


class Sheet:
    """The room of a chart that is still free; each part that is placed takes its share.

    The words of a chart are told to ``found`` as one group, up to a limit.
    """

    def __init__(self, place: Place, found: Found) -> None:
        self._place = place
        self._found = found
        self._group = found.next_group()
        self._left = MOST_NAMES
        self.left, self.top = 0.0, 0.0
        self.right, self.bottom = place.width, place.height

    def tell(self, text: str, box: Box) -> None:
        """Add words that a person sees."""
        if text and self._left:
            self._left -= 1
            self._found.label(text, box, self._group)

    def tell_inside(self, texts: Iterable[str]) -> None:
        """Add words that stand somewhere in the room that is left: in the plot."""
        box = self._box(self.left, self.top, self.right, self.bottom)
        for text in islice(filter(None, texts), MOST_NAMES):
            self.tell(text, box)

    def title(self, words: Words, holder: Element | None) -> Box:
        """Place the title at the top or where it was moved to."""
        wide = min(words.width, self._place.width)
        high = words.height * max(1.0, round(words.width / max(self._place.width - 2 * GAP, 1.0)))
        moved = _moved(holder)
        if moved is not None and moved[0] is not None and moved[1] is not None:
            x, y = moved[0] * self._place.width, moved[1] * self._place.height
        else:
            x, y = (self._place.width - wide) / 2, 0.75 * GAP
        over = None if holder is None else holder.find(C + "overlay")
        if over is None or over.get("val") in ("0", "false"):
            self.top = max(self.top, y + high) if y < self._place.height / 2 else self.top
        return self._box(x, y, x + wide, y + high)

    def legend(self, entries: Sequence[Words], holder: Element, side: str) -> list[Box]:
        """Place the entries of a legend at a side of the chart: r, l, t, b or tr."""
        moved = _moved(holder)
        if moved is not None and None not in moved:
            x, y, wide, high = (part or 0.0 for part in moved)
            own = self._place
            return self._listed(
                entries, (x * own.width, y * own.height, wide * own.width, high * own.height)
            )
        size = entries[0].size
        if side in ("t", "b"):
            return self._in_line(entries, top=side == "t")
        wide = max(entry.width for entry in entries)
        pitch = min(PITCH * size, (self.bottom - self.top) / len(entries))
        high = pitch * len(entries)
        middle = (self.top + 6.0 + self.bottom) / 2
        y = self.top + 2 * GAP if side == "tr" else middle - high / 2
        if side == "l":
            x = self.left + GAP + 0.85 * size
            self.left = x + wide
        else:
            x = self.right - GAP - wide
            self.right = x - KEY * size
        tops = [y + index * pitch for index in range(len(entries))]
        return [
            self._box(x, top, x + entry.width, top + min(entry.height, pitch))
            for top, entry in zip(tops, entries, strict=True)
        ]

    def axis_title(self, words: Words, side: str, names: float = 0.0) -> Box:
        """Place an axis title beside the plot: b or t along it, l or r standing on end.

        ``names`` is the room that others will take left of the plot, or below it.
        """
        wide, high = words.width, words.height
        if side in ("b", "t"):
            x = (self.left + names + self.right - wide) / 2
            y = self.bottom - GAP - high if side == "b" else self.top + GAP
            if side == "b":
                self.bottom = y + GAP
            else:
                self.top = y + high
            return self._box(x, y, x + wide, y + high)
        y = (self.top + self.bottom - names - wide) / 2
        x = self.left + GAP if side == "l" else self.right - GAP - high
        if side == "l":
            self.left = x + high - GAP
        else:
            self.right = x + GAP
        return self._box(x, y, x + high, y + wide)

    def categories(self, names: Sequence[Words], ticks: Words, *, upright: bool) -> list[Box]:
        """Place the names along the axis of a plot; ``ticks`` is the widest on the other axis.

        ``upright`` says that the columns stand: the names are below them.
        """
        gap = gap_of(ticks)
        high = names[0].height
        across = ticks.width if upright else max(name.width for name in names)
        left = self.left + GAP + across + gap
        right = self.right - GAP
        top = self.top + GAP + ticks.height / 2
        bottom = self.bottom - GAP - (high if upright else ticks.height)
        boxes = []
        for index, name in enumerate(names):
            if upright:
                slot = (right - left) / len(names)
                x = left + slot * index + max(slot - name.width, 0.0) / 2
                boxes.append(self._box(x, bottom, x + min(name.width, slot), bottom + high))
            else:
                slot = (bottom - gap - top) / len(names)
                row = min(high, slot)
                y = bottom - gap - slot * (index + 0.5) - row / 2
                boxes.append(self._box(left - gap - name.width, y, left - gap, y + row))
        self.left, self.top, self.right, self.bottom = left, top, right, bottom
        return boxes

    def _in_line(self, entries: Sequence[Words], *, top: bool) -> list[Box]:
        size, high = entries[0].size, entries[0].height
        whole = sum(entry.width + KEY * size for entry in entries)
        x = max((self.left + self.right - whole) / 2, 0.0) + SPREAD * size
        y = self.top + GAP if top else self.bottom - GAP - high
        if top:
            self.top = y + high
        else:
            self.bottom = y
        shrink = min(self._place.width / max(whole, 1.0), 1.0)
        boxes = []
        for entry in entries:
            boxes.append(self._box(x, y, x + entry.width * shrink, y + high))
            x += (entry.width + KEY * size) * shrink
        return boxes

    def _listed(
        self, entries: Sequence[Words], place: tuple[float, float, float, float]
    ) -> list[Box]:
        """Place entries in a rectangle: below each other where it is high, else beside."""
        x, y, wide, high = place
        across = len(entries) > 1 and high < PITCH * entries[0].size * len(entries) / 1.5
        boxes = []
        for index in range(len(entries)):
            share, end = index / len(entries), (index + 1) / len(entries)
            if across:
                boxes.append(self._box(x + share * wide, y, x + end * wide, y + high))
            else:
                boxes.append(self._box(x, y + share * high, x + wide, y + end * high))
        return boxes

    def _box(self, x0: float, y0: float, x1: float, y1: float) -> Box:
        return self._place.part(x0, y0, max(x0, x1), max(y0, y1))


def _moved(holder: Element | None) -> tuple[float | None, ...] | None:
    """Return x, y, width and height as shares of the chart where a part was moved by hand."""
    manual = None if holder is None else holder.find(f"{C}layout/{C}manualLayout")
    if manual is None:
        return None
    for name in ("xMode", "yMode"):
        mode = manual.find(C + name)
        if mode is None or mode.get("val") != "edge":
            return None
    parts = (manual.find(C + name) for name in "xywh")
    return tuple(
        None if part is None else min(max(number(part.get("val")), 0.0), 1.0) for part in parts
    )
