"""The sorter: the slides in an order that is tried, as cards that can be dragged."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QPainter,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from sowhat.gui.models.order import OrderModel, OrderRole, dragged
from sowhat.gui.paint import Look, Sight, card
from sowhat.gui.panels.parts import steady_bar
from sowhat.gui.session import Session
from sowhat.gui.theme import Theme
from sowhat.gui.trying import Trying

Index = QModelIndex | QPersistentModelIndex

WIDE, NARROW = 164, 136  # logical pixels of a card at least, where slides are moved and not
FEWEST = 2  # cards abreast: a single one would be as large as the slide in the audit
CUTS = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


class CardDelegate(QStyledItemDelegate):
    """Paints the cards."""

    def __init__(self, sorter: Sorter, session: Session, theme: Theme) -> None:
        super().__init__(sorter)
        self._sorter = sorter
        self._session = session
        self._theme = theme

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one card."""
        number = int(index.data(OrderRole.NUMBER))
        state, way = option.state, index.data(OrderRole.MOVED)
        cut = bool(index.data(OrderRole.CUT))
        value = card.SorterCard(
            place=index.row() + 1,
            sight=Sight(index.data(OrderRole.SIGHT)),
            picture=self._session.pictures.get(number, self._sorter.picture_width),
            aspect=self._sorter.aspect,
            hidden=bool(index.data(OrderRole.HIDDEN)),
            moved=way is not None,
            cut=cut,
            beside=self._sorter.tr("cut") if cut else way or "",
            chosen=bool(state & QStyle.StateFlag.State_Selected),
            hover=bool(state & QStyle.StateFlag.State_MouseOver),
            focus=bool(state & QStyle.StateFlag.State_HasFocus),
        )
        look = Look(self._theme.colours, self._sorter.font())
        card.paint(painter, value, QRectF(option.rect), look)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802
        """Return the size that all cards have."""
        del option, index
        return self._sorter.card_size


class Sorter(QListView):
    """Shows today's order, or, where it is ``free``, the order tried, and lets slides be moved."""

    def __init__(self, session: Session, trying: Trying, theme: Theme, *, free: bool) -> None:
        super().__init__()
        self._session = session
        self._trying = trying
        self._free = free
        self._theme = theme
        self.aspect = 16 / 9
        self.slides = OrderModel(self, free=free)
        self.setModel(self.slides)
        self.setItemDelegate(CardDelegate(self, session, theme))
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        steady_bar(self)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        if free:
            self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
            self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self._ask_soon = QTimer(self)
        self._ask_soon.setSingleShot(True)
        self._ask_soon.setInterval(0)
        self._ask_soon.timeout.connect(self._ask)
        self.verticalScrollBar().valueChanged.connect(lambda _: self._ask_soon.start())
        self.doubleClicked.connect(lambda index: session.go(int(index.data(OrderRole.NUMBER))))
        theme.changed.connect(self.scheduleDelayedItemsLayout)

    @property
    def card_size(self) -> QSize:
        """The size of a card: as large as all can be in sight, else as many abreast as fit."""
        look = Look(self._theme.colours, self.font())
        least = round((WIDE if self._free else NARROW) * look.unit)
        room = max(self.viewport().width() - 1, least)
        most, count, size = room // least, self.slides.rowCount(), QSize()
        for abreast in range(min(FEWEST, most), most + 1):
            width = room // abreast
            size = QSize(width, round(card.height(width, self.aspect, look)))
            if ceil(count / abreast) * size.height() <= self.viewport().height():
                break
        return size

    @property
    def picture_width(self) -> float:
        """The width of a card's picture in pixels of the screen."""
        return (self.card_size.width() - 2 * card.EDGE) * self.devicePixelRatioF()

    @property
    def chosen(self) -> tuple[int, ...]:
        """The numbers of the chosen slides, in the order shown."""
        rows = sorted(index.row() for index in self.selectedIndexes())
        return tuple(int(self.slides.index(row).data(OrderRole.NUMBER)) for row in rows)

    def show_order(self) -> None:
        """Show the order again; what is chosen stays chosen."""
        audit, trial = self._session.audit, self._trying.trial
        chosen, current = self.chosen, self.currentIndex().data(OrderRole.NUMBER)
        deck = audit.deck
        self.aspect = deck.width / deck.height if deck.width and deck.height else 16 / 9
        top = self.verticalScrollBar().value()
        self.slides.show(audit, trial)
        self._choose(chosen, current)
        self.verticalScrollBar().setValue(top)
        self._ask_soon.start()

    def place_at(self, point: QPointF) -> int:
        """Return before which place a slide lands that is dropped at ``point``."""
        index = self.indexAt(point.toPoint())
        area = QRectF(self.visualRect(index))
        return card.drop_place(index.row(), self.slides.rowCount(), area, point)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Move or mark the chosen slides."""
        shifts = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        if self._free and event.key() in CUTS:
            self._trying.mark(self.chosen)
        elif (
            self._free
            and event.modifiers() & Qt.KeyboardModifier.AltModifier
            and event.key() in shifts
        ):
            self._trying.shift(self.chosen, shifts[Qt.Key(event.key())])
            self.scrollTo(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802
        """Take slides of the deck; files are the window's."""
        if dragged(event.mimeData()):
            super().dragEnterEvent(event)
        else:
            event.ignore()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:  # noqa: N802
        """Show where they would land."""
        super().dragMoveEvent(event)
        if dragged(event.mimeData()):
            event.setDropAction(Qt.DropAction.MoveAction)
            event.accept()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802
        """Put the slides where they are dropped."""
        numbers = dragged(event.mimeData())
        if numbers:
            self._trying.put(numbers, self.place_at(event.position()))
            event.accept()
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Fit the cards to the new width."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()
        self._ask_soon.start()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Ask for the pictures in sight."""
        super().showEvent(event)
        self._ask_soon.start()

    def _choose(self, chosen: tuple[int, ...], current: int | None) -> None:
        selection = self.selectionModel()
        if current is not None:
            index = self.slides.index(self.slides.row_of(current))
            selection.setCurrentIndex(index, selection.SelectionFlag.NoUpdate)
        for number in chosen:
            index = self.slides.index(self.slides.row_of(number))
            selection.select(index, selection.SelectionFlag.Select)

    def _ask(self) -> None:
        if not self._session.has_audit or not self.isVisible():
            return
        sight = self.viewport().rect()
        rows = range(self.slides.rowCount())
        seen = [row for row in rows if self.visualRect(self.slides.index(row)).intersects(sight)]
        for row in reversed(seen):  # what is asked last is drawn first
            number = int(self.slides.index(row).data(OrderRole.NUMBER))
            self._session.pictures.ask(number, self.picture_width)
