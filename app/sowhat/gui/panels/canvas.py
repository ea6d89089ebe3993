"""The slide, large, with its evidence as numbered marks."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from sowhat.gui.paint import Look, frame, marks
from sowhat.gui.session import Session
from sowhat.gui.theme import Theme
from sowhat.gui.words import tip
from sowhat.model import Mark, Place
from sowhat.texts import text

MARGIN = 14.0  # logical pixels around the slide; number badges may stand on its edge
STEPS = {
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageUp: -1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_PageDown: 1,
    Qt.Key.Key_Space: 1,
}


class SlideView(QWidget):
    """Shows the session's slide fitted to its room. Hover tells why, click chooses the reason."""

    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__()
        self._session = session
        self._theme = theme
        self._hover = 0
        self._place: Place | None = None
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(280, 160)
        self.setAccessibleName(self.tr("Slide"))
        session.audited.connect(self._show)
        session.judged.connect(self.update)
        session.slide_changed.connect(self._turn)
        session.reason_changed.connect(self._drop_place)
        session.reason_hovered.connect(self._set_hover)
        session.place_shown.connect(self._point_at)
        theme.changed.connect(self.update)

    @property
    def frame(self) -> QRectF:
        """Where the slide stands in this widget."""
        deck = self._session.audit.deck
        area = QRectF(self.rect()).adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN)
        return frame.fit(deck.width or 16, deck.height or 9, area)

    @property
    def marks(self) -> tuple[Mark, ...]:
        """The marks on the slide."""
        return tuple(reason.mark for reason in self._session.reasons if reason.mark is not None)

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return a comfortable size."""
        return QSize(760, 440)

    def mark_at(self, point: QPointF) -> int:
        """Return the number of the mark at ``point``, 0 for none."""
        return marks.hit(self.marks, self.frame, point) if self._session.has_audit else 0

    def paintEvent(self, _: QPaintEvent) -> None:  # noqa: N802
        """Paint slide, marks, and what is pointed at."""
        if not self._session.has_audit:
            return
        painter = QPainter(self)
        look = Look(self._theme.colours, self.font())
        sheet = self.frame
        number = self._session.number
        frame.paint(painter, self._session.pictures.get(number, self._pixels(sheet)), sheet, look)
        marked = marks.Marked(self.marks, self._session.reason, self._hover)
        marks.paint(painter, marked, sheet, look)
        if self._place is not None and self._place.box is not None:
            painter.setPen(QPen(self._theme.colours.accent, 3))
            painter.drawRoundedRect(marks.on_frame(self._place.box.grown(0.008), sheet), 4, 4)
        if self._session.pictures.is_sketch(number):
            painter.setPen(self._theme.colours.muted)
            painter.setFont(look.scaled(0.88))
            below = QRectF(0, sheet.bottom(), self.width(), self.height() - sheet.bottom())
            painter.drawText(below, Qt.AlignmentFlag.AlignCenter, text("gaps.render"))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Ask for a picture that fits the new size."""
        super().resizeEvent(event)
        self._ask()

    def event(self, event: QEvent) -> bool:
        """Tell why a mark is there when the pointer rests on it."""
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            number = self.mark_at(QPointF(event.pos()))
            if number:
                QToolTip.showText(event.globalPos(), tip(self._why(number)), self)
            else:
                QToolTip.hideText()
            return True
        return super().event(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Follow the pointer over the marks."""
        number = self.mark_at(event.position())
        if number != self._hover:
            self._session.reason_hovered.emit(number)

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802
        """Forget the mark that was under the pointer."""
        super().leaveEvent(event)
        self._session.reason_hovered.emit(0)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Choose the reason whose mark is clicked; a click beside them chooses none."""
        if event.button() is Qt.MouseButton.LeftButton:
            self._session.choose(self.mark_at(event.position()))

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        """Turn the slides."""
        if event.angleDelta().y():
            self._session.go(self._session.number + (-1 if event.angleDelta().y() > 0 else 1))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Turn the slides; a digit chooses the reason of that number."""
        key = Qt.Key(event.key())
        if key in STEPS:
            self._session.go(self._session.number + STEPS[key])
        elif Qt.Key.Key_0 <= key <= Qt.Key.Key_9:
            self._session.choose(key - Qt.Key.Key_0)
        else:
            super().keyPressEvent(event)

    def _pixels(self, sheet: QRectF) -> float:
        return sheet.width() * self.devicePixelRatioF()

    def _why(self, number: int) -> str:
        return next((r.why for r in self._session.reasons if r.number == number), "")

    def _show(self) -> None:
        self._session.pictures.arrived.connect(self._arrived)
        self._turn(self._session.number)

    def _turn(self, _: int) -> None:
        self._hover = 0
        self._place = None
        slide = self._session.slide
        self.setAccessibleDescription(slide.title)
        self._ask()
        self.update()

    def _ask(self) -> None:
        if self._session.has_audit and self.isVisible():
            width = self._pixels(self.frame)
            number = self._session.number
            self._session.pictures.only(frozenset((number,)), width)
            self._session.pictures.ask(number, width)

    def _arrived(self, number: int) -> None:
        if number == self._session.number:
            self.update()

    def _set_hover(self, number: int) -> None:
        self._hover = number
        pointer = Qt.CursorShape.PointingHandCursor if number else Qt.CursorShape.ArrowCursor
        self.setCursor(pointer)
        self.update()

    def _drop_place(self, _: int) -> None:
        self._place = None
        self.update()

    def _point_at(self, place: Place) -> None:
        self._place = place
        self.update()
