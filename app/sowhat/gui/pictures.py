"""The slides' pictures: asked for lazily, drawn one at a time, kept while there is room."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage, QPixmap

from sowhat.gui.jobs import Job, Report, Runner

KEPT_BYTES = 160 << 20  # of pixels, thumbnails and large pictures together
WIDTHS = (192, 384, 640, 960, 1280, 1600, 1920, 2560, 3840)  # pixels; few sizes, many hits

Key = tuple[int, int]
Draw = Callable[[int, int], tuple[bytes, bool]]
"""Draw slide number at a width in pixels: the PNG, and whether it is only a sketch."""


def stock_width(width: float) -> int:
    """Return the width in pixels that is drawn where ``width`` are needed."""
    return next((known for known in WIDTHS if known >= width), WIDTHS[-1])


class Pictures(QObject):
    """Pictures of one deck's slides. ``arrived`` names a slide that has a new picture.

    What was asked last is drawn first, for that is what the user looks at; asking costs nothing
    when the picture is here or already awaited. ``before`` are pictures of an older version, by
    slide: each is shown until its slide was drawn.
    """

    arrived = Signal(int)

    def __init__(
        self,
        runner: Runner,
        draw: Draw,
        parent: QObject | None = None,
        before: Mapping[int, QPixmap] | None = None,
    ) -> None:
        super().__init__(parent)
        self._runner = runner
        self._draw = draw
        self._kept: OrderedDict[Key, QPixmap] = OrderedDict()
        self._before = dict(before or {})
        self._bytes = 0
        self._asked: list[Key] = []
        self._failed: set[Key] = set()
        self._sketches: set[int] = set()
        self._job: Job | None = None
        self._open = True

    def get(self, slide: int, width: float) -> QPixmap | None:
        """Return the picture for ``width`` pixels, else the nearest larger or smaller one kept."""
        wanted = stock_width(width)
        sizes = [size for number, size in self._kept if number == slide]
        if not sizes:
            return self._before.get(slide)
        best = min(sizes, key=lambda size: (size < wanted, abs(size - wanted)))
        self._kept.move_to_end((slide, best))
        return self._kept[slide, best]

    def ask(self, slide: int, width: float) -> None:
        """Have the slide drawn for ``width`` pixels unless it is here."""
        key = (slide, stock_width(width))
        if key in self._kept or key in self._failed or not self._open:
            return
        if key in self._asked:
            self._asked.remove(key)
        self._asked.append(key)
        self._next()

    def only(self, slides: frozenset[int], width: float) -> None:
        """Of those asked for at ``width`` keep ``slides``: the others went out of sight."""
        size = stock_width(width)
        self._asked = [key for key in self._asked if key[1] != size or key[0] in slides]

    def is_sketch(self, slide: int) -> bool:
        """Whether the slide could only be sketched from its words and boxes."""
        return slide in self._sketches

    def close(self) -> None:
        """Ask for nothing more; what is under way ends with the worker."""
        self._open = False
        self._asked.clear()
        if self._job is not None:
            self._job.cancel()

    def _next(self) -> None:
        if self._job is not None or not self._asked:
            return
        key = self._asked.pop()

        def work(_: Report) -> tuple[QImage, bool]:
            png, sketch = self._draw(*key)
            return QImage.fromData(png), sketch  # decoded here: it takes milliseconds

        self._job = self._runner.start(
            work,
            done=lambda drawn: self._store(key, *drawn),
            failed=lambda _: self._give_up(key),
        )

    def _store(self, key: Key, image: QImage, sketch: bool) -> None:  # noqa: FBT001
        self._job = None
        if not self._open:
            return
        if sketch:
            self._sketches.add(key[0])
        self._before.pop(key[0], None)
        self._kept[key] = QPixmap.fromImage(image)
        self._bytes += image.sizeInBytes()
        while self._bytes > KEPT_BYTES and len(self._kept) > 1:
            _, dropped = self._kept.popitem(last=False)
            self._bytes -= dropped.width() * dropped.height() * 4
        self.arrived.emit(key[0])
        self._next()

    def _give_up(self, key: Key) -> None:
        self._job = None
        self._failed.add(key)
        self._next()
