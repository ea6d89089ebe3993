"""What would change a deck most, and the slides it lacks, as lists beside the findings."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from sowhat.export.wording import sentence_of
from sowhat.gui.models.findings import FindingRole
from sowhat.gui.words import status_name
from sowhat.model import Fix, Missing, Resolution, Status, Subject, word_on

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()


class AdviceModel(QAbstractListModel):
    """One row a fix or a missing slide, the most telling first; the roles are a finding's."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[Fix | Missing, ...] = ()
        self._resolutions: Sequence[Resolution] = ()

    def show(
        self, rows: tuple[Fix, ...] | tuple[Missing, ...], resolutions: Sequence[Resolution] = ()
    ) -> None:
        """Show fixes, which are numbered, or missing slides, with what became of these."""
        self.beginResetModel()
        self._rows, self._resolutions = rows, resolutions
        self.endResetModel()

    def row_of(self, subjects: tuple[Subject, ...]) -> int | None:
        """Return the row of the advice on ``subjects``."""
        return next((n for n, row in enumerate(self._rows) if row.subjects == subjects), None)

    def rowCount(self, parent: Index = NOWHERE) -> int:  # noqa: N802
        """Return how many there are."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what ``role`` says about a row."""
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return _what(row)
            case FindingRole.LEVEL if self._status(row) is Status.DONE:
                return "ready"
            case FindingRole.NUMBER if self._status(row) is Status.DONE:
                return 0
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{_what(row)}. {_more(row, self._status(row))}"
            case FindingRole.LEVEL:
                return "gap"
            case FindingRole.NUMBER:
                return index.row() + 1 if isinstance(row, Fix) else 0
            case FindingRole.SLIDES:
                return _more(row, self._status(row))
            case FindingRole.FINDING:
                return row
        return None

    def _status(self, row: Fix | Missing) -> Status | None:
        if isinstance(row, Fix):
            return row.status
        word = word_on(self._resolutions, row.subjects)
        return word.status if word is not None else None


def _what(row: Fix | Missing) -> str:
    return row.what if isinstance(row, Fix) else row.title


def _more(row: Fix | Missing, status: Status | None) -> str:
    said = row.how if isinstance(row, Fix) else row.why
    if status is not None:
        said = f"{status_name(status)}. {said}"
    return f"{said} {sentence_of(row.effect)}" if row.effect else said
