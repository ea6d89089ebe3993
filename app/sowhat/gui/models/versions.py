"""The slides of two decks, side by side, as a list."""

from __future__ import annotations

from enum import IntEnum
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from sowhat.compare import Row
from sowhat.gui.paint import sight
from sowhat.gui.tips import tip
from sowhat.gui.words import sight_name
from sowhat.texts import text

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()


def tr(words: str) -> str:
    """Return ``words`` in the user's language."""
    return QCoreApplication.translate("VersionsModel", words)


class VersionRole(IntEnum):
    """What can be asked about a row."""

    ROW = Qt.ItemDataRole.UserRole + 1


class VersionsModel(QAbstractListModel):
    """A row for each slide of either deck."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[Row, ...] = ()

    def show(self, rows: tuple[Row, ...]) -> None:
        """Show ``rows``."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def refresh(self, old: int | None, new: int | None) -> None:
        """Tell the views that the old or the new slide of that number has a new picture."""
        for at, row in enumerate(self._rows):
            if (old is not None and row.old == old) or (new is not None and row.new == new):
                index = self.index(at)
                self.dataChanged.emit(index, index, [Qt.ItemDataRole.DecorationRole])

    def rowCount(self, parent: Index = NOWHERE) -> int:  # noqa: N802
        """Return the number of rows."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what ``role`` says about a row."""
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row = self._rows[index.row()]
        match role:
            case VersionRole.ROW:
                return row
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return line(row)
            case Qt.ItemDataRole.ToolTipRole:
                return tip(line(row))
        return None


def told(row: Row) -> str:
    """Return what became of the slide, and of the verdict on it."""
    before, after = (sight(one) if one else None for one in (row.before, row.after))
    if before is None or after is None or before is after:
        return row.told
    words = {"before": sight_name(before).lower(), "after": sight_name(after).lower()}
    said = tr("{before} → {after}").format(**words)
    return said if row.told == text("compare.slides.same") else f"{row.told}; {said}"


def line(row: Row) -> str:
    """Return a row in one line: slide, what became of it, its title."""
    where = tr("Slide {new}") if row.new else tr("Old slide {old}")
    return f"{where.format(old=row.old, new=row.new)}: {told(row)} · {row.title}"
