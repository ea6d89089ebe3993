"""The slides of a deck as a list."""

from __future__ import annotations

from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from sowhat.gui.paint import sight
from sowhat.gui.words import slide_line, tip
from sowhat.model import Audit

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()


class SlideRole(IntEnum):
    """What can be asked about a slide."""

    NUMBER = Qt.ItemDataRole.UserRole + 1
    SIGHT = Qt.ItemDataRole.UserRole + 2
    HIDDEN = Qt.ItemDataRole.UserRole + 3


class SlidesModel(QAbstractListModel):
    """One row a slide, in order; empty until there is an audit to show."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._audit: Audit | None = None

    def show(self, audit: Audit) -> None:
        """Show the slides of ``audit``."""
        self.beginResetModel()
        self._audit = audit
        self.endResetModel()

    def update(self, audit: Audit) -> None:
        """Show other verdicts on the same slides."""
        self._audit = audit
        self.dataChanged.emit(self.index(0), self.index(self.rowCount() - 1))

    def refresh(self, number: int) -> None:
        """Tell the views that the picture of slide ``number`` is new."""
        index = self.index(number - 1)
        if index.isValid():
            self.dataChanged.emit(index, index, [Qt.ItemDataRole.DecorationRole])

    def rowCount(self, parent: Index = NOWHERE) -> int:  # noqa: N802
        """Return the number of slides."""
        return 0 if parent.isValid() or self._audit is None else len(self._audit.deck.slides)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what ``role`` says about a slide."""
        if self._audit is None or not index.isValid() or index.row() >= self.rowCount():
            return None
        slide = self._audit.deck.slides[index.row()]
        verdict = self._audit.verdicts[index.row()]
        match role:
            case SlideRole.NUMBER:
                return slide.number
            case SlideRole.SIGHT:
                return sight(verdict).value
            case SlideRole.HIDDEN:
                return slide.hidden
            case Qt.ItemDataRole.ToolTipRole:
                return tip(slide_line(slide, verdict))
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return slide_line(slide, verdict)
        return None
