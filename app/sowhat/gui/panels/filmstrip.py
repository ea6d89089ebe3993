"""The filmstrip: all slides in order, their pictures drawn as they come into sight."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from sowhat.gui.models import SlidesModel
from sowhat.gui.models.slides import SlideRole
from sowhat.gui.paint import Look, Sight, cell
from sowhat.gui.session import Session
from sowhat.gui.theme import Theme

Index = QModelIndex | QPersistentModelIndex


class FilmDelegate(QStyledItemDelegate):
    """Paints the cells."""

    def __init__(self, strip: Filmstrip, session: Session, theme: Theme) -> None:
        super().__init__(strip)
        self._strip = strip
        self._session = session
        self._theme = theme

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one cell."""
        number = int(index.data(SlideRole.NUMBER))
        state = option.state
        value = cell.FilmCell(
            number=number,
            sight=Sight(index.data(SlideRole.SIGHT)),
            hidden=bool(index.data(SlideRole.HIDDEN)),
            picture=self._session.pictures.get(number, self._strip.picture_width),
            aspect=self._strip.aspect,
            chosen=bool(state & QStyle.StateFlag.State_Selected),
            hover=bool(state & QStyle.StateFlag.State_MouseOver),
            focus=bool(state & QStyle.StateFlag.State_HasFocus),
        )
        area = QRectF(option.rect)
        cell.paint(painter, value, area, Look(self._theme.colours, self._strip.font()))

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802
        """Return the size that all cells have."""
        del option, index
        width = self._strip.viewport().width()
        return QSize(width, round(cell.height(width, self._strip.aspect)))


class Filmstrip(QListView):
    """Shows the slides; the chosen one is the session's."""

    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__()
        self._session = session
        self.aspect = 16 / 9
        self._slides = SlidesModel(self)
        self.setModel(self._slides)
        self.setItemDelegate(FilmDelegate(self, session, theme))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMinimumWidth(150)
        self.setAccessibleName(self.tr("Slides"))
        self.setAccessibleDescription(self.tr("All slides in order with their verdicts"))
        self._ask_soon = QTimer(self)
        self._ask_soon.setSingleShot(True)
        self._ask_soon.setInterval(0)
        self._ask_soon.timeout.connect(self._ask)
        self.verticalScrollBar().valueChanged.connect(lambda _: self._ask_soon.start())
        self.selectionModel().currentChanged.connect(self._chosen)
        session.audited.connect(self._show)
        session.judged.connect(lambda: self._slides.update(session.audit))
        session.slide_changed.connect(self._follow)
        theme.changed.connect(self.viewport().update)

    @property
    def picture_width(self) -> float:
        """The width of a thumbnail in pixels of the screen."""
        room = self.viewport().width() - cell.GUTTER - 2 * cell.MARGIN
        return max(room, 1.0) * self.devicePixelRatioF()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Fit the cells to the new width."""
        super().resizeEvent(event)
        self.scrollTo(self.currentIndex())
        self._ask_soon.start()

    def visible_slides(self) -> tuple[int, ...]:
        """Return the numbers of the slides in sight, from the top."""
        count = self._slides.rowCount()
        height = self.sizeHintForRow(0)
        if not count or height <= 0:
            return ()
        top = self.verticalOffset() // height
        bottom = (self.verticalOffset() + self.viewport().height()) // height
        return tuple(range(top + 1, min(bottom + 1, count) + 1))

    def _show(self) -> None:
        deck = self._session.audit.deck
        self.aspect = deck.width / deck.height if deck.width and deck.height else 16 / 9
        self._session.pictures.arrived.connect(self._slides.refresh)
        self._slides.show(self._session.audit)
        self._follow(self._session.number)
        self._ask_soon.start()

    def _follow(self, number: int) -> None:
        index = self._slides.index(number - 1)
        if index != self.currentIndex():
            self.setCurrentIndex(index)
        self.scrollTo(index)

    def _chosen(self, index: QModelIndex) -> None:
        if index.isValid():
            self._session.go(index.row() + 1)

    def _ask(self) -> None:
        if not self._session.has_audit:
            return
        seen = self.visible_slides()
        self._session.pictures.only(frozenset(seen), self.picture_width)
        for number in reversed(seen):  # what is asked last is drawn first
            self._session.pictures.ask(number, self.picture_width)
