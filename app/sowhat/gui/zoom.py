"""How near the session's slide is looked at; the slide keeps it while it is shown."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPointF, QRectF, Signal

from sowhat.gui.paint import frame
from sowhat.gui.paint.marks import on_frame
from sowhat.gui.paint.view import View, moved, placed, zoomed
from sowhat.gui.session import Session
from sowhat.model import Box

STEP = 1.25  # of one step nearer
DPI = 96 / 72  # logical pixels of a point at 100 %


class Zoom(QObject):
    """The view of a slide in a room of a widget; ``changed`` says that it is another one."""

    changed = Signal()

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._view = View()
        self._room = QRectF()

    @property
    def whole(self) -> bool:
        """Whether the slide is shown whole."""
        return self._view.whole

    @property
    def frame(self) -> QRectF:
        """Where the slide stands."""
        return placed(self._view, self._sheet, self._room)

    @property
    def percent(self) -> int:
        """How large the slide is shown, in percent of its size on paper."""
        return round(100 * self.frame.width() / self._actual)

    def set_room(self, room: QRectF) -> None:
        """Show the slide in another room."""
        self._room = room
        if self._session.has_audit:
            self.changed.emit()

    def by(self, steps: float, at: QPointF | None = None) -> None:
        """Go so many steps nearer, or farther; what is at ``at`` stays there."""
        self._go(self._view.zoom * STEP**steps, at)

    def fit(self) -> None:
        """Show the slide whole."""
        self._put(View())

    def actual(self) -> None:
        """Show the slide at its size on paper, whole at least."""
        self._go(self._actual / max(self._sheet.width(), 1.0))

    def push(self, by: QPointF) -> None:
        """Push the slide by so many pixels."""
        self._put(moved(self._view, by, self._sheet, self._room))

    def reveal(self, box: Box) -> None:
        """Push the slide as little as needed to have ``box``, fractions of it, in sight."""
        wanted, room = on_frame(box, self.frame), self._room
        right, left = min(room.right() - wanted.right(), 0), max(room.left() - wanted.left(), 0)
        down, up = min(room.bottom() - wanted.bottom(), 0), max(room.top() - wanted.top(), 0)
        if not self.whole and (right or left or down or up):
            self.push(QPointF(left or right, up or down))

    @property
    def _sheet(self) -> QRectF:
        deck = self._session.audit.deck
        return frame.raised(frame.fit(deck.width or 16, deck.height or 9, self._room), self._room)

    @property
    def _actual(self) -> float:
        return (self._session.audit.deck.width or 960) * DPI

    def _go(self, zoom: float, at: QPointF | None = None) -> None:
        point = at if at is not None else self._room.center()
        self._put(zoomed(self._view, zoom, self._sheet, self._room, point))

    def _put(self, view: View) -> None:
        if view != self._view:
            self._view = view
            self.changed.emit()
