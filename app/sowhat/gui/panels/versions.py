"""Two decks side by side: their slides aligned, differences told between them."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QPainter, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from sowhat.compare import Row, aligned
from sowhat.gui.models.versions import VersionRole, VersionsModel, told
from sowhat.gui.paint import Look, sight, version
from sowhat.gui.panels.parts import steady_bar
from sowhat.gui.pictures import Pictures
from sowhat.gui.session import Session
from sowhat.gui.theme import Theme
from sowhat.model import Deck, Verdict

Index = QModelIndex | QPersistentModelIndex
WIDE = 16 / 9


class VersionDelegate(QStyledItemDelegate):
    """Paints the rows."""

    def __init__(self, view: VersionsView, theme: Theme) -> None:
        super().__init__(view)
        self._view = view
        self._theme = theme

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row."""
        row: Row = index.data(VersionRole.ROW)
        old, new = self._view.halves(row)
        state = option.state
        value = version.VersionRow(
            old=old,
            new=new,
            title=row.title,
            told=told(row),
            missing=self._view.missing(row),
            same=row.same,
            chosen=bool(state & QStyle.StateFlag.State_Selected),
            hover=bool(state & QStyle.StateFlag.State_MouseOver),
            focus=bool(state & QStyle.StateFlag.State_HasFocus),
        )
        look = Look(self._theme.colours, self._view.font())
        version.paint(painter, value, QRectF(option.rect), look)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802
        """Return the size that all rows have."""
        del option, index
        width = self._view.viewport().width()
        return QSize(width, round(version.height(width, self._view.aspect)))


class VersionsView(QListView):
    """Shows the slides of both decks, or only those that changed."""

    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__()
        self._session = session
        self._comparing = session.comparing
        self._rows: tuple[Row, ...] = ()
        self._heard: Pictures | None = None
        self.aspect = WIDE
        self.only_changed = False
        self.versions = VersionsModel(self)
        self.setModel(self.versions)
        self.setItemDelegate(VersionDelegate(self, theme))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        steady_bar(self)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setAccessibleName(self.tr("Slides of both decks"))
        self.setAccessibleDescription(
            self.tr("The older deck on the left, this one on the right; Enter goes to the slide")
        )
        self._ask_soon = QTimer(self)
        self._ask_soon.setSingleShot(True)
        self._ask_soon.setInterval(0)
        self._ask_soon.timeout.connect(self._ask)
        self.verticalScrollBar().valueChanged.connect(lambda _: self._ask_soon.start())
        theme.changed.connect(self.viewport().update)

    @property
    def picture_width(self) -> float:
        """The width of a picture in pixels of the screen."""
        return version.picture_width(self.viewport().width()) * self.devicePixelRatioF()

    @property
    def counts(self) -> tuple[int, int]:
        """How many slides there are, and how many of them changed."""
        return len(self._rows), sum(not row.same for row in self._rows)

    def show_comparison(self) -> None:
        """Show the comparison that there is, what was in sight stays."""
        comparison = self._comparing.comparison
        self._rows = aligned(comparison) if comparison else ()
        if comparison is not None:
            self.aspect = min(_aspect(comparison.old.deck), _aspect(comparison.new.deck))
        self.show_rows(only_changed=self.only_changed)

    def show_rows(self, *, only_changed: bool) -> None:
        """Show all rows or only those that changed."""
        self.only_changed = only_changed
        top, current = self.verticalScrollBar().value(), self.currentIndex().row()
        self.versions.show(tuple(row for row in self._rows if not (only_changed and row.same)))
        if self.versions.rowCount():
            self.setCurrentIndex(
                self.versions.index(min(max(current, 0), self.versions.rowCount() - 1))
            )
        self.verticalScrollBar().setValue(top)
        self._ask_soon.start()

    def listen(self) -> None:
        """Hear of pictures of the older deck that come."""
        older = self._comparing.pictures
        if older is not None and older is not self._heard:
            older.arrived.connect(lambda n: self.versions.refresh(n, None))
            self._heard = older

    def listen_here(self) -> None:
        """Hear of pictures of the session's deck."""
        self._session.pictures.arrived.connect(lambda n: self.versions.refresh(None, n))

    def halves(self, row: Row) -> tuple[version.Half | None, version.Half | None]:
        """Return both slides of a row as they are painted."""
        comparison = self._comparing.comparison
        if comparison is None or not self._session.has_audit:
            return None, None
        return (
            self._half(row.old, row.before, comparison.old.deck, self._comparing.pictures),
            self._half(row.new, row.after, comparison.new.deck, self._session.pictures),
        )

    def missing(self, row: Row) -> str:
        """Return what stands in the place of the slide that a deck lacks."""
        return self.tr("Not in the older deck") if row.old is None else self.tr("No longer there")

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Fit the rows to the new width."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()
        self._ask_soon.start()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Ask for the pictures in sight."""
        super().showEvent(event)
        self._ask_soon.start()

    def _half(
        self, number: int | None, verdict: Verdict | None, deck: Deck, pictures: Pictures | None
    ) -> version.Half | None:
        if number is None or verdict is None:
            return None
        picture = pictures.get(number, self.picture_width) if pictures is not None else None
        return version.Half(number, sight(verdict), picture, _aspect(deck))

    def _seen(self) -> Iterator[Row]:
        high, count = self.sizeHintForRow(0), self.versions.rowCount()
        if count and high > 0:
            top = self.verticalOffset() // high
            end = (self.verticalOffset() + self.viewport().height()) // high
            for at in range(top, min(end + 1, count)):
                yield self.versions.index(at).data(VersionRole.ROW)

    def _ask(self) -> None:
        older = self._comparing.pictures
        if not self._session.has_audit or older is None or not self.isVisible():
            return
        for row in reversed(tuple(self._seen())):  # what is asked last is drawn first
            for number, pictures in ((row.old, older), (row.new, self._session.pictures)):
                if number is not None:
                    pictures.ask(number, self.picture_width)


def _aspect(deck: Deck) -> float:
    return deck.width / deck.height if deck.width and deck.height else WIDE
