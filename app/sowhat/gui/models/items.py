"""What a check found, and how much of the deck is about its customer, as lists of lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from sowhat.export import check_wording
from sowhat.export.check_wording import Good, Told
from sowhat.gui.models.findings import FindingRole
from sowhat.gui.paint.finding import HEAD
from sowhat.gui.words import slides_line
from sowhat.measure import spread
from sowhat.model import Item, ItemKind, Readiness
from sowhat.texts import gap_text, text

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()

LEVELS = {Good.YES: "ready", Good.NO: "lack", Good.OPEN: "open"}
OTHERS = frozenset(("against-unread", "against-more"))  # gaps of the rep's other decks
COUNTED = (ItemKind.ABOUT_THEM, ItemKind.MASTER)  # told by the other lists


@dataclass(frozen=True, slots=True)
class Line:
    """One line: ``level`` is its sign, ``more`` stands below in small type. ``item`` is what was
    found, ``slides`` those that it leads to."""

    level: str
    said: str
    more: str = ""
    slides: tuple[int, ...] = ()
    item: Item | None = None


def found_lines(found: Readiness) -> tuple[Line, ...]:
    """Return what was found, under headings as everywhere, each item on a line of its own; then
    which other decks could not be read."""
    items = [item for item in found.items if item.kind not in COUNTED]
    lines = [
        line
        for head, several in groupby(items, key=_head)
        for line in (Line(HEAD, text(head)), *map(_line, several))
    ]
    unread = [gap for gap in found.audit.deck.gaps if gap.id in OTHERS]
    if unread:
        lines.append(Line(HEAD, text("report.not-read")))
        lines += [Line("open", gap_text(gap)) for gap in unread]
    return tuple(lines)


def about_lines(found: Readiness) -> tuple[Line, ...]:
    """Return how much is about the customer, and which facts are told."""
    if found.customer.party.name is None:
        return (Line("open", text("check.give-name")),)
    return tuple(_told((*check_wording.about(found), *check_wording.facts(found))))


def master_lines(found: Readiness) -> tuple[Line, ...]:
    """Return what became of the master."""
    return tuple(_told(check_wording.master(found)))


def _head(item: Item) -> str:
    if item.meant:
        return "check.meant"
    return "check.first" if item.stops else f"check.kinds.{item.kind}"


def _line(item: Item) -> Line:
    level = "ready" if item.meant else "stop" if item.stops else "look"
    slides = () if item.slide is None else (item.slide,)
    where = text(f"check.where.{item.where}")
    parts = (
        slides_line(len(slides), spread(slides)),
        where,
        check_wording.sureness(item.confidence),
    )
    return Line(level, item.why, " · ".join(filter(None, parts)), slides, item)


def _told(rows: Sequence[Told]) -> Iterator[Line]:
    for row in rows:
        more = slides_line(len(row.slides), spread(row.slides))
        yield Line(LEVELS[row.good], row.said, more, row.slides)


class LinesModel(QAbstractListModel):
    """One row a line; the roles are a finding's, and headings cannot be chosen."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: tuple[Line, ...] = ()

    def show(self, lines: tuple[Line, ...]) -> None:
        """Show ``lines``."""
        self.beginResetModel()
        self._lines = lines
        self.endResetModel()

    def row_of(self, item: Item) -> int | None:
        """Return the row of an item, meant or not, None where it is not there."""
        key = _key(item)
        rows = (at for at, line in enumerate(self._lines) if line.item and _key(line.item) == key)
        return next(rows, None)

    def first(self) -> int | None:
        """Return the first row that can be chosen."""
        return next((at for at, line in enumerate(self._lines) if line.level != HEAD), None)

    def rowCount(self, parent: Index = NOWHERE) -> int:  # noqa: N802
        """Return the number of lines."""
        return 0 if parent.isValid() else len(self._lines)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return that a heading is only read."""
        if index.isValid() and self._lines[index.row()].level == HEAD:
            return Qt.ItemFlag.ItemIsEnabled
        return super().flags(index)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what ``role`` says about a line."""
        if not index.isValid() or index.row() >= len(self._lines):
            return None
        line = self._lines[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return line.said
            case Qt.ItemDataRole.AccessibleTextRole:
                return " ".join(filter(None, (_sign(line), line.said, line.more)))
            case FindingRole.LEVEL:
                return line.level
            case FindingRole.SLIDES:
                return line.more
            case FindingRole.NUMBER:
                return 0
            case FindingRole.FINDING:
                return line
        return None


def _key(item: Item) -> tuple[object, ...]:
    return item.kind, item.id, item.slide, item.where, item.text, item.box


def _sign(line: Line) -> str:
    """Return the words of a line's sign, for those who do not see it."""
    return text(f"check.signs.{line.level}") if line.level != HEAD else ""
