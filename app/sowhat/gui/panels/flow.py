"""A layout that sets its widgets side by side and begins a new line where there is no room."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

BELOW = 10  # logical pixels between lines at most


class FlowLayout(QLayout):
    """Widgets in lines, ``gap`` logical pixels apart, ``indent`` from the left; those of a line
    have their middles at one height."""

    def __init__(self, parent: QWidget, gap: int, indent: int = 0) -> None:
        super().__init__(parent)
        self._gap = gap
        self._indent = indent
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:  # noqa: N802
        """Add a widget's item."""
        self._items.append(item)

    def count(self) -> int:
        """Return how many there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:  # noqa: N802
        """Return the item at ``index``, None beyond the last."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # noqa: N802
        """Remove and return the item at ``index``, None beyond the last."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def hasHeightForWidth(self) -> bool:  # noqa: N802
        """Return that the height depends on the width."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        """Return the height of all lines at ``width``."""
        inside = QRect(0, 0, width, 0).marginsRemoved(self.contentsMargins())
        return self._place(inside, move=False)

    def setGeometry(self, area: QRect) -> None:  # noqa: N802
        """Place the widgets."""
        super().setGeometry(area)
        self._place(area.marginsRemoved(self.contentsMargins()), move=True)

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return the smallest size."""
        return self.minimumSize()

    def minimumSize(self) -> QSize:  # noqa: N802
        """Return the size of the largest widget."""
        size = QSize(0, 0)
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size.grownBy(self.contentsMargins())

    def _place(self, area: QRect, *, move: bool) -> int:
        y, below = area.top(), min(self._gap, BELOW)
        for line in self._lines(area.width()):
            high = max(item.sizeHint().height() for item in line)
            x = area.left() + self._indent
            for item in line if move else ():
                size = item.sizeHint()
                item.setGeometry(QRect(QPoint(x, y + (high - size.height()) // 2), size))
                x += size.width() + self._gap
            y += high + below
        return max(y - below - area.top(), 0)

    def _lines(self, width: int) -> Iterator[list[QLayoutItem]]:
        """Yield the items of each line, as many as there is room for."""
        line: list[QLayoutItem] = []
        taken = self._indent
        for item in self._items:
            wide = item.sizeHint().width()
            if line and taken + wide > width:
                yield line
                line, taken = [], self._indent
            line.append(item)
            taken += wide + self._gap
        if line:
            yield line


class FlowRow(QWidget):
    """Holds widgets in a flow; where it has lines they are not cut, whatever is above and below."""

    def __init__(self, gap: int) -> None:
        super().__init__()
        self.flow = FlowLayout(self, gap)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Ask for as many lines as the widgets take at the new width."""
        super().resizeEvent(event)
        self.setMinimumHeight(self.flow.heightForWidth(self.width()))
