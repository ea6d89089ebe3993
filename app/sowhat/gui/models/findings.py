"""The findings on a deck as a list."""

from __future__ import annotations

import re
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from sowhat.gui.words import slides_line
from sowhat.measure import spread
from sowhat.model import Finding, Gap
from sowhat.texts import gap_text

Index = QModelIndex | QPersistentModelIndex
NOTE = "note"  # the level of a line that tells of a gap
NOWHERE = QModelIndex()


class FindingRole(IntEnum):
    """What can be asked about a finding."""

    LEVEL = Qt.ItemDataRole.UserRole + 1
    SLIDES = Qt.ItemDataRole.UserRole + 2
    FINDING = Qt.ItemDataRole.UserRole + 3
    NUMBER = Qt.ItemDataRole.UserRole + 4  # its rank, 0 where it has none


def _told(gaps: tuple[Gap, ...]) -> tuple[Finding, ...]:
    """Return each kind of gap as one line with all its slides."""
    slides: dict[tuple[str, str], set[int]] = {}
    for gap in gaps:
        found = slides.setdefault((gap.id, gap.detail), set())
        if gap.slide is not None:
            found.add(gap.slide)
    return tuple(
        Finding(f"{id_}/{detail}", tuple(sorted(where)), gap_text(Gap(id_, None, detail)), NOTE)
        for (id_, detail), where in slides.items()
    )


class FindingsModel(QAbstractListModel):
    """One row a finding, as the engine orders them; after them what could not be read or shown."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._findings: tuple[Finding, ...] = ()

    def show(self, findings: tuple[Finding, ...], gaps: tuple[Gap, ...] = ()) -> None:
        """Show ``findings`` and ``gaps``."""
        self.beginResetModel()
        self._findings = findings + _told(gaps)
        self.endResetModel()

    def rowCount(self, parent: Index = NOWHERE) -> int:  # noqa: N802
        """Return the number of findings."""
        return 0 if parent.isValid() else len(self._findings)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what ``role`` says about a finding."""
        if not index.isValid() or index.row() >= len(self._findings):
            return None
        finding = self._findings[index.row()]
        slides = slides_line(len(finding.slides), spread(finding.slides))
        if re.search(rf"{re.escape(slides)}(?![\d%])", finding.message, re.IGNORECASE):
            slides = ""  # said already
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return finding.message
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{finding.message} {slides}".strip()
            case FindingRole.LEVEL:
                return finding.level
            case FindingRole.SLIDES:
                return slides
            case FindingRole.NUMBER:
                return 0
            case FindingRole.FINDING:
                return finding
        return None
