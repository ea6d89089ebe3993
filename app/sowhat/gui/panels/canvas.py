"""The slide, large, with its evidence as numbered marks; it can be looked at from nearer."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QAccessible,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from sowhat.gui.paint import Look, evidence, frame, marks
from sowhat.gui.panels import slide_keys
from sowhat.gui.panels.overlay import Layer, Overlay
from sowhat.gui.session import Session
from sowhat.gui.theme import Theme
from sowhat.gui.tips import tip
from sowhat.gui.zoom import Zoom
from sowhat.model import Mark, Place
from sowhat.texts import text

MARGIN = 14.0  # logical pixels around the slide; number badges may stand on its edge
STILL = 5  # logical pixels within which a press and its release are a click


class SlideView(QWidget):
    """Shows the session's slide. Hover tells why, click chooses the reason; Tab goes through them.

    ``overlay`` says what lies over it.
    """

    spoken_role = QAccessible.Role.Canvas

    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__()
        self.session = session
        self._theme = theme
        self._hover = 0
        self._place: Place | None = None
        self._pressed: QPointF | None = None
        self._pushed = False
        self.zoom = Zoom(session, self)
        self.overlay = Overlay(session, self)
        self.overlay.changed.connect(self.update)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(280, 110)
        self.setAccessibleName(self.tr("Slide"))
        session.audited.connect(self._show)
        session.judged.connect(self.update)
        session.slide_changed.connect(self._turn)
        session.reason_changed.connect(self._look_at)
        session.reason_hovered.connect(self._set_hover)
        session.place_shown.connect(self._point_at)
        theme.changed.connect(self.update)
        self.zoom.changed.connect(self._zoomed)

    @property
    def frame(self) -> QRectF:
        """Where the slide stands in this widget, beyond its edges where it is looked at nearly."""
        return self.zoom.frame

    def step_mark(self, by: int) -> None:
        """Choose the next mark (1) or the one before (-1); after the last comes the first."""
        if self.marks:
            self.session.choose(marks.step(self.session.reason, len(self.marks), by))

    @property
    def marks(self) -> tuple[Mark, ...]:
        """The marks on the slide."""
        return tuple(reason.mark for reason in self.session.reasons if reason.mark is not None)

    @property
    def evidence(self) -> evidence.Evidence:
        """What is shown over the slide."""
        place = self._place.box if self._place is not None else None
        return self.overlay.evidence(self.marks, self._hover, place)

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return a comfortable size."""
        return QSize(760, 440)

    def mark_at(self, point: QPointF) -> int:
        """Return the number of the mark at ``point``, 0 for none."""
        if not self.session.has_audit or self.overlay.has(Layer.BARE):
            return 0
        return marks.hit(self.marks, self.frame, point)

    def paintEvent(self, _: QPaintEvent) -> None:  # noqa: N802
        """Paint slide, marks, and what is pointed at."""
        if not self.session.has_audit:
            return
        painter = QPainter(self)
        look = Look(self._theme.colours, self.font())
        sheet = self.frame
        if self.hasFocus():
            frame.paint_focus(painter, sheet & QRectF(self.rect()).adjusted(7, 7, -7, -7), look)
        number = self.session.number
        frame.paint(painter, self.session.pictures.get(number, self._pixels(sheet)), sheet, look)
        if not self.overlay.has(Layer.BARE):
            evidence.paint(painter, self.evidence, sheet, look)
        if self.session.pictures.is_sketch(number) and self.zoom.whole:
            below = QRectF(0, sheet.bottom(), self.width(), self.height() - sheet.bottom())
            frame.paint_note(painter, text("gaps.render"), below, look)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Ask for a picture that fits the new size."""
        super().resizeEvent(event)
        room = QRectF(self.rect()).adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN)
        self.zoom.set_room(room)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Ask for the picture: none is asked for while nobody sees it."""
        super().showEvent(event)
        self._ask()

    def event(self, event: QEvent) -> bool:
        """Tell why a mark is there when the pointer rests on it."""
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            number = self.mark_at(QPointF(event.pos()))
            why = next((r.why for r in self.session.reasons if number == r.number), "")
            QToolTip.showText(event.globalPos(), tip(why) if number else "", self)
            return True
        return super().event(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Follow the pointer over the marks, or push the slide along."""
        if self._pressed is not None and not self.zoom.whole:
            away = event.position() - self._pressed
            if self._pushed or away.manhattanLength() > STILL:
                self._pushed = True
                self._pressed = event.position()
                self.setCursor(Qt.CursorShape.ClosedHandCursor)
                self.zoom.push(away)
            return
        number = self.mark_at(event.position())
        if number != self._hover:
            self.session.reason_hovered.emit(number)

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802
        """Forget the mark that was under the pointer."""
        super().leaveEvent(event)
        self.session.reason_hovered.emit(0)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Begin a click, or a push of a slide that is looked at from near."""
        if event.button() is Qt.MouseButton.LeftButton:
            self._pressed, self._pushed = event.position(), False

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Choose the reason whose mark is clicked; a click beside them chooses none."""
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        if self._pressed is not None and not self._pushed:
            self.session.choose(self.mark_at(event.position()))
        self._pressed = None
        self._point()

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        """Turn the slides; with Ctrl go nearer, and then push the slide."""
        turn = event.angleDelta()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom.by(turn.y() / 120, event.position())
        elif not self.zoom.whole:
            self.zoom.push(QPointF(turn) * (slide_keys.PUSH / 120))
        elif turn.y():
            self.session.go(self.session.number + (-1 if turn.y() > 0 else 1))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Turn the slides; a digit chooses the reason of that number."""
        if not slide_keys.press(self, event):
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Show the marks again."""
        if event.key() == slide_keys.BARE and not event.isAutoRepeat():
            self.overlay.set(Layer.BARE, on=False)
        else:
            super().keyReleaseEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Show the marks again: who let the key go is not told here."""
        super().focusOutEvent(event)
        self.overlay.set(Layer.BARE, on=False)

    def focusNextPrevChild(self, ahead: bool) -> bool:  # noqa: N802, FBT001
        """Go through the marks with Tab; beyond the last comes the next widget."""
        following = self.session.reason + (1 if ahead else -1)
        if self.session.has_audit and 1 <= following <= len(self.marks):
            self.session.choose(following)
            return True
        return super().focusNextPrevChild(ahead)

    def _pixels(self, sheet: QRectF) -> float:
        return sheet.width() * self.devicePixelRatioF()

    def _show(self) -> None:
        self.session.pictures.arrived.connect(self._arrived)
        self._turn(self.session.number)

    def _turn(self, _: int) -> None:
        self._hover = 0
        self._place = None
        slide = self.session.slide
        self.setAccessibleDescription(slide.title)
        self._ask()
        self.update()

    def _ask(self) -> None:
        if self.session.has_audit and self.isVisible():
            width = self._pixels(self.frame)
            number = self.session.number
            self.session.pictures.only(frozenset((number,)), width)
            self.session.pictures.ask(number, width)

    def _arrived(self, number: int) -> None:
        if number == self.session.number:
            self.update()

    def _set_hover(self, number: int) -> None:
        self._hover = number
        self._point()
        self.update()

    def _point(self) -> None:
        """Show by the pointer what a press would do."""
        rest = Qt.CursorShape.ArrowCursor if self.zoom.whole else Qt.CursorShape.OpenHandCursor
        self.setCursor(Qt.CursorShape.PointingHandCursor if self._hover else rest)

    def _zoomed(self) -> None:
        self._point()
        self._ask()
        self.update()

    def _look_at(self, number: int) -> None:
        """Point at the chosen mark only, and have it in sight."""
        self._place = None
        for mark in self.marks:
            if mark.number == number:
                self.zoom.reveal(mark.box)
        self.update()

    def _point_at(self, place: Place) -> None:
        self._place = place
        if place.box is not None:
            self.zoom.reveal(place.box)
        self.update()
