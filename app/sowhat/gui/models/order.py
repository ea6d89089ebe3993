"""The slides of a deck in an order that is tried out, as a list that can be dragged."""

from __future__ import annotations

import json
from collections.abc import Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from sowhat.gui.paint import sight
from sowhat.gui.tips import tip
from sowhat.gui.words import slide_line
from sowhat.measure import Trial, today
from sowhat.model import Audit

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
MIME = "application/x-sowhat-slides"


def tr(words: str) -> str:
    """Return ``words`` in the user's language."""
    return QCoreApplication.translate("OrderModel", words)


class OrderRole(IntEnum):
    """What can be asked about a slide of the order."""

    NUMBER = Qt.ItemDataRole.UserRole + 1
    SIGHT = Qt.ItemDataRole.UserRole + 2
    HIDDEN = Qt.ItemDataRole.UserRole + 3
    MOVED = Qt.ItemDataRole.UserRole + 4  # where to or where from; None where it stays
    CUT = Qt.ItemDataRole.UserRole + 5


class OrderModel(QAbstractListModel):
    """A row for each slide: as the deck stands, or, where slides are ``free`` to be dragged, in the
    order tried."""

    def __init__(self, parent: QObject | None = None, *, free: bool = False) -> None:
        super().__init__(parent)
        self._free = free
        self._audit: Audit | None = None
        self._trial = Trial(())
        self._rows: tuple[int, ...] = ()
        self._moved: frozenset[int] = frozenset()

    def show(self, audit: Audit, trial: Trial) -> None:
        """Show the slides of ``audit`` and what becomes of them in ``trial``."""
        self.beginResetModel()
        self._audit, self._trial, self._moved = audit, trial, frozenset(trial.moved)
        self._rows = trial.slides if self._free else today(audit).slides
        self.endResetModel()

    def row_of(self, number: int) -> int:
        """Return where slide ``number`` stands in the list, -1 where it is not in it."""
        return self._rows.index(number) if number in self._rows else -1

    def refresh(self, number: int) -> None:
        """Tell the views that the picture of slide ``number`` is new."""
        index = self.index(self.row_of(number))
        if index.isValid():
            self.dataChanged.emit(index, index, [Qt.ItemDataRole.DecorationRole])

    def rowCount(self, parent: Index = NOWHERE) -> int:  # noqa: N802
        """Return the number of slides."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what ``role`` says about a slide."""
        if self._audit is None or not index.isValid() or index.row() >= self.rowCount():
            return None
        number = self._rows[index.row()]
        slide = self._audit.deck.slides[number - 1]
        match role:
            case OrderRole.NUMBER:
                return number
            case OrderRole.SIGHT:
                return sight(self._audit.verdict(number)).value
            case OrderRole.HIDDEN:
                return slide.hidden
            case OrderRole.MOVED:
                return self._way(number) if number in self._moved else None
            case OrderRole.CUT:
                return number in self._trial.cut
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return self._line(number)
            case Qt.ItemDataRole.ToolTipRole:
                return tip(self._line(number))
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Slides may be dragged, and dropped between others, where they are free."""
        found = super().flags(index)
        if not self._free:
            return found
        return found | (
            Qt.ItemFlag.ItemIsDragEnabled if index.isValid() else Qt.ItemFlag.ItemIsDropEnabled
        )

    def supportedDropActions(self) -> Qt.DropAction:  # noqa: N802
        """Slides are moved."""
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:  # noqa: N802
        """Return the kind of what is dragged."""
        return [MIME]

    def mimeData(self, indexes: Sequence[Index]) -> QMimeData:  # noqa: N802
        """Return the numbers of the slides that are dragged."""
        data = QMimeData()
        numbers = [int(index.data(OrderRole.NUMBER)) for index in indexes]
        data.setData(MIME, json.dumps(numbers).encode())
        return data

    def _way(self, number: int) -> str:
        return f"← {number}" if self._free else f"→ {self._trial.slides.index(number) + 1}"

    def _line(self, number: int) -> str:
        assert self._audit is not None
        said = slide_line(self._audit.deck.slides[number - 1], self._audit.verdict(number))
        if number in self._trial.cut:
            return tr("{slide}; marked to be cut").format(slide=said)
        if number in self._moved:
            place = self._trial.slides.index(number) + 1
            return tr("{slide}; moved to place {place}").format(slide=said, place=place)
        return said


def dragged(data: QMimeData) -> tuple[int, ...]:
    """Return the numbers of the slides that are dragged, none where it is something else."""
    if not data.hasFormat(MIME):
        return ()
    return tuple(int(number) for number in json.loads(bytes(data.data(MIME).data())))
