"""What a check found, how much is about the customer, what became of the master: three lists."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Signal

from sowhat.gui.models.findings import FindingRole
from sowhat.gui.models.items import Line, LinesModel, about_lines, found_lines, master_lines
from sowhat.gui.panels.lines import LinesView
from sowhat.gui.panels.tabbed import TabbedLists
from sowhat.gui.session import Session
from sowhat.gui.theme import Theme
from sowhat.model import Item, Readiness
from sowhat.texts import text

FOUND, ABOUT, MASTER = range(3)


class FoundPanel(TabbedLists):
    """Three lists behind tabs; a click on a line goes to its slide, again to its next.

    ``looked``: another item may be chosen than before.
    """

    looked = Signal()

    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__()
        self._session = session
        self._visits: tuple[Line | None, int] = (None, 0)
        self._models = tuple(LinesModel(self) for _ in range(3))
        names = self.tr("What was found"), text("check.about"), text("check.master")
        self.lists = tuple(
            LinesView(model, name, theme) for model, name in zip(self._models, names, strict=True)
        )
        self.hold(self.lists, names)
        self.tabs[MASTER].hide()
        self.lists[FOUND].selectionModel().currentChanged.connect(lambda *_: self.looked.emit())
        for view in self.lists:
            view.clicked.connect(self._go)
            view.activated.connect(self._go)

    @property
    def item(self) -> Item | None:
        """The item that is chosen."""
        line = self.lists[FOUND].currentIndex().data(FindingRole.FINDING)
        return line.item if isinstance(line, Line) else None

    def choose(self, item: Item) -> None:
        """Choose an item in the list of what was found."""
        row = self._models[FOUND].row_of(item)
        if row is not None:
            self.show_list(FOUND)
            self.lists[FOUND].setCurrentIndex(self._models[FOUND].index(row))
            self.lists[FOUND].setFocus()

    def show_check(self, found: Readiness) -> None:
        """Show a check; the item that was chosen stays chosen where it is still there."""
        chosen = self.item
        parts = found_lines(found), about_lines(found), master_lines(found)
        for model, lines in zip(self._models, parts, strict=True):
            model.show(lines)
        count = sum(line.item is not None and not line.item.meant for line in parts[FOUND])
        self.tabs[FOUND].setText(self.tr("What was found ({count})").format(count=count))
        self.tabs[MASTER].setVisible(bool(parts[MASTER]))
        if not parts[MASTER] and self.shown == MASTER:
            self.show_list(FOUND)
        row = self._models[FOUND].row_of(chosen) if chosen is not None else None
        row = self._models[FOUND].first() if row is None else row
        if row is not None:
            self.lists[FOUND].setCurrentIndex(self._models[FOUND].index(row))
        self.looked.emit()

    def _go(self, index: QModelIndex) -> None:
        line: Line = index.data(FindingRole.FINDING)
        known, times = self._visits
        times = times + 1 if known == line else 0
        self._visits = (line, times)
        if line.slides:
            self._session.go(line.slides[times % len(line.slides)])
