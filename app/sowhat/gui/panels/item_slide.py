"""A slide with what a check found on it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from sowhat.gui.paint import Look, frame, spots
from sowhat.gui.paint.spots import Spot
from sowhat.gui.session import Session
from sowhat.gui.theme import Theme
from sowhat.gui.tips import tip
from sowhat.marks import parties_named
from sowhat.model import Box, Item, Side

MARGIN = 6.0  # logical pixels around the slide


class ItemSlide(QWidget):
    """Shows the slide looked at, with the places of items on it; ``picked`` carries the item that
    is clicked."""

    picked = Signal(object)

    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__()
        self._session = session
        self._theme = theme
        self._items: tuple[Item, ...] = ()
        self._chosen: Item | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(240, 150)
        self.setMouseTracking(True)
        self.setAccessibleName(self.tr("Slide"))
        session.audited.connect(self._listen)
        session.slide_changed.connect(self._turn)
        session.judged.connect(self.update)
        theme.changed.connect(self.update)

    @property
    def frame(self) -> QRectF:
        """Where the slide stands in this widget."""
        deck = self._session.audit.deck
        area = QRectF(self.rect()).adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN)
        return frame.raised(frame.fit(deck.width or 16, deck.height or 9, area), area)

    @property
    def shown(self) -> tuple[Item, ...]:
        """The items with a place on the slide looked at."""
        number = self._session.number
        return tuple(i for i in self._items if i.slide == number and i.box is not None)

    @property
    def spots(self) -> tuple[Spot, ...]:
        """Where they are."""
        return tuple(Spot(i.box, i.stops, i.meant, i.exact) for i in self.shown if i.box)

    @property
    def names(self) -> dict[Side, tuple[Box, ...]]:
        """Where the slide looked at names vendor and customer."""
        return parties_named(self._session.slide, self._session.audit.profile)

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return a comfortable size."""
        return QSize(520, 330)

    def show_items(self, items: tuple[Item, ...]) -> None:
        """Show the places of ``items``, each on its slide."""
        self._items = items
        self.update()

    def choose(self, item: Item | None) -> None:
        """Point at an item, None for none."""
        self._chosen = item
        self.update()

    def item_at(self, event: QMouseEvent | QHelpEvent) -> Item | None:
        """Return the item at the pointer, None where there is none."""
        if not self._session.has_audit:
            return None
        point = event.position() if isinstance(event, QMouseEvent) else event.pos().toPointF()
        at = spots.hit(self.spots, self.frame, point)
        return None if at is None else self.shown[at]

    def paintEvent(self, _: QPaintEvent) -> None:  # noqa: N802
        """Paint the slide and the places."""
        if not self._session.has_audit:
            return
        painter = QPainter(self)
        sheet, look = self.frame, Look(self._theme.colours, self.font())
        picture = self._session.pictures.get(self._session.number, self._pixels(sheet))
        frame.paint(painter, picture, sheet, look)
        for side, boxes in self.names.items():
            spots.underline(painter, boxes, side, sheet)
        shown = self.shown
        chosen = shown.index(self._chosen) if self._chosen in shown else None
        spots.paint(painter, self.spots, chosen, sheet)

    def event(self, event: QEvent) -> bool:
        """Tell why something is framed when the pointer rests on it."""
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            item = self.item_at(event)
            if item is not None:
                QToolTip.showText(event.globalPos(), tip(item.why), self)
            else:
                QToolTip.hideText()
            return True
        return super().event(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Show that a place can be clicked."""
        over = self.item_at(event) is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Pick the item that is clicked."""
        item = self.item_at(event)
        if item is not None and event.button() is Qt.MouseButton.LeftButton:
            self.picked.emit(item)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Ask for a picture that fits the new size."""
        super().resizeEvent(event)
        self._ask()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Ask for the picture once it is seen."""
        super().showEvent(event)
        self._ask()

    def _pixels(self, sheet: QRectF) -> float:
        return sheet.width() * self.devicePixelRatioF()

    def _listen(self) -> None:
        self._session.pictures.arrived.connect(self._arrived)
        self._turn(self._session.number)

    def _turn(self, _: int) -> None:
        self.setAccessibleDescription(self._session.slide.title)
        self._ask()
        self.update()

    def _arrived(self, number: int) -> None:
        if number == self._session.number:
            self.update()

    def _ask(self) -> None:
        if self._session.has_audit and self.isVisible():
            self._session.pictures.ask(self._session.number, self._pixels(self.frame))
