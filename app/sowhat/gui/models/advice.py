"""What would change a deck most, and the slides it lacks, as lists beside the findings."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from sowhat.export.wording import sentence_of
from sowhat.gui.models.findings import FindingRole
from sowhat.gui.words import status_name
from sowhat.model import Fix, Missing, Status

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()


class AdviceModel(QAbstractListModel):
    """One row a fix or a missing slide, the most telling first; the roles are a finding's."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[Fix | Missing, ...] = ()

    def show(self, rows: tuple[Fix, ...] | tuple[Missing, ...]) -> None:
        """Show fixes, which are numbered, or missing slides."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

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
            case FindingRole.LEVEL if _done(row):
                return "ready"
            case FindingRole.NUMBER if _done(row):
                return 0
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{_what(row)}. {_more(row)}"
            case FindingRole.LEVEL:
                return "gap"
            case FindingRole.NUMBER:
                return index.row() + 1 if isinstance(row, Fix) else 0
            case FindingRole.SLIDES:
                return _more(row)
            case FindingRole.FINDING:
                return row
        return None


def _what(row: Fix | Missing) -> str:
    return row.what if isinstance(row, Fix) else row.title


def _done(row: Fix | Missing) -> bool:
    return isinstance(row, Fix) and row.status is Status.DONE


def _more(row: Fix | Missing) -> str:
    said = row.how if isinstance(row, Fix) else row.why
    if isinstance(row, Fix) and row.status is not None:
        said = f"{status_name(row.status)}. {said}"
    return f"{said} {sentence_of(row.effect)}" if row.effect else said
