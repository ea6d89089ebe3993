"""The slides of a deck as a list."""

from __future__ import annotations

from enum import IntEnum
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
)

from sowhat.gui.paint import sight
from sowhat.gui.reason import motif_name
from sowhat.gui.sifting import Facts, Sift, Sorting, facts
from sowhat.gui.tips import tip
from sowhat.gui.words import slide_line, sureness
from sowhat.model import Audit, Resolution

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()


class SlideRole(IntEnum):
    """What can be asked about a slide."""

    NUMBER = Qt.ItemDataRole.UserRole + 1
    SIGHT = Qt.ItemDataRole.UserRole + 2
    HIDDEN = Qt.ItemDataRole.UserRole + 3
    FACTS = Qt.ItemDataRole.UserRole + 4
    NEWS = Qt.ItemDataRole.UserRole + 5


class SlidesModel(QAbstractListModel):
    """One row a slide, in order; empty until there is an audit to show."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._audit: Audit | None = None
        self._facts: tuple[Facts, ...] = ()
        self._news: dict[int, str] = {}

    @property
    def facts(self) -> tuple[Facts, ...]:
        """What the slides are looked for by."""
        return self._facts

    def show(self, audit: Audit, resolutions: tuple[Resolution, ...] = ()) -> None:
        """Show the slides of ``audit``, and what became of the advice on them."""
        self.beginResetModel()
        self._news = {}
        self._audit, self._facts = audit, facts(audit, resolutions)
        self.endResetModel()

    def update(self, audit: Audit, resolutions: tuple[Resolution, ...] = ()) -> None:
        """Show other verdicts on the same slides."""
        self._audit, self._facts = audit, facts(audit, resolutions)
        self.dataChanged.emit(self.index(0), self.index(self.rowCount() - 1))

    def tell(self, news: dict[int, str]) -> None:
        """Say what is new of some slides, by their numbers, until the next audit."""
        self._news = news
        self.dataChanged.emit(self.index(0), self.index(self.rowCount() - 1))

    def refresh(self, number: int) -> None:
        """Tell the views that the picture of slide ``number`` is new."""
        index = self.index(number - 1)
        if index.isValid():
            self.dataChanged.emit(index, index, [Qt.ItemDataRole.DecorationRole])

    def rowCount(self, parent: Index = NOWHERE) -> int:  # noqa: N802
        """Return the number of slides."""
        return 0 if parent.isValid() else len(self._facts)

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
            case SlideRole.NEWS:
                return self._news.get(slide.number, "")
            case SlideRole.FACTS:
                return self._facts[index.row()]
            case Qt.ItemDataRole.ToolTipRole:
                motifs = ", ".join(map(motif_name, verdict.motifs))
                news = self._news.get(slide.number, "").capitalize()
                parts = (slide_line(slide, verdict), sureness(verdict), motifs, news)
                return tip(". ".join(filter(None, parts)))
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                news = self._news.get(slide.number, "")
                line = slide_line(slide, verdict)
                return f"{line} ({news})" if news else line
        return None


class SiftedSlides(QSortFilterProxyModel):
    """Those of the slides that are looked for, in the order asked for."""

    def __init__(self, slides: SlidesModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._slides = slides
        self._sift = Sift()
        self.setSourceModel(slides)
        self.setDynamicSortFilter(True)
        self.sort(0)

    @property
    def sift(self) -> Sift:
        """What is looked for."""
        return self._sift

    def look_for(self, sift: Sift) -> None:
        """Show the slides that ``sift`` takes, in its order."""
        self._sift = sift
        self.invalidate()

    def row_of(self, number: int) -> int:
        """Return the row of slide ``number``, -1 where it is left out."""
        return self.mapFromSource(self._slides.index(number - 1)).row()

    def filterAcceptsRow(self, row: int, parent: Index) -> bool:  # noqa: N802
        """Say whether a slide is shown."""
        del parent
        return row < len(self._slides.facts) and self._sift.takes(self._slides.facts[row])

    def lessThan(self, left: Index, right: Index) -> bool:  # noqa: N802
        """Say which of two slides comes first."""
        if self._sift.sorting is Sorting.DECK:
            return left.row() < right.row()
        found = self._slides.facts
        return self._sift.key(found[left.row()]) < self._sift.key(found[right.row()])
