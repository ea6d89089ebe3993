"""Lists behind tabs, on a card: one list is shown at a time."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import (
    QButtonGroup,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from sowhat.gui.panels.flow import FlowRow
from sowhat.gui.panels.lines import LinesView
from sowhat.gui.panels.parts import card


class TabbedLists(QWidget):
    """A tab a list; ``hold`` says which lists they are, in the order of their tabs."""

    def __init__(self) -> None:
        super().__init__()
        self.tabs: tuple[QPushButton, ...] = ()
        self._stack = QStackedWidget()
        self._group = QButtonGroup(self)

    @property
    def shown(self) -> int:
        """The place of the tab whose list is shown."""
        return self._stack.currentIndex()

    def hold(self, views: Sequence[LinesView], names: Sequence[str]) -> None:
        """Put each list behind a tab of its name; the first is shown."""
        frame = card()
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(4, 6, 4, 4)
        inside.setSpacing(2)
        row = FlowRow(gap=4)  # large words must not widen the page
        row.flow.setContentsMargins(6, 0, 10, 0)
        self.tabs = tuple(QPushButton(name) for name in names)
        for index, (tab, view) in enumerate(zip(self.tabs, views, strict=True)):
            tab.setCheckable(True)
            tab.setProperty("tab", True)  # noqa: FBT003
            tab.clicked.connect(lambda _, at=index: self.show_list(at))
            self._group.addButton(tab)
            self._stack.addWidget(view)
            row.flow.addWidget(tab)
        inside.addWidget(row)
        inside.addWidget(self._stack, 1)
        outside = QVBoxLayout(self)
        outside.setContentsMargins(0, 0, 0, 0)
        outside.addWidget(frame)
        self.show_list(0)

    def show_list(self, index: int) -> None:
        """Show a list by the place of its tab."""
        self.tabs[index].setChecked(True)
        self._stack.setCurrentIndex(index)
