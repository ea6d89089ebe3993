"""The ribbon as a widget: hover names a slide, a click goes to it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QHelpEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from sowhat.gui.paint import LINE, Look, ribbon, sight
from sowhat.gui.session import Session
from sowhat.gui.theme import Theme
from sowhat.gui.tips import tip
from sowhat.gui.words import slide_line

HEIGHT = 40  # of the cells
EDGE = 2.0  # room for the frame of the current cell


class RibbonView(QWidget):
    """Shows all slides of the session's deck in one line."""

    spoken_role = QAccessible.Role.Chart

    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__()
        self._session = session
        self._theme = theme
        self._cells: tuple[ribbon.Cell, ...] = ()
        self._hover = 0
        self._news: dict[int, str] = {}
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(self.tr("Ribbon of all slides"))
        session.audited.connect(self._begin)
        session.judged.connect(self._show)
        session.slide_changed.connect(self._turned)
        theme.changed.connect(self.updateGeometry)

    @property
    def area(self) -> QRectF:
        """Where the cells stand."""
        above = round(ribbon.lane(self.font()))
        return QRectF(self.rect()).adjusted(EDGE, EDGE + above, -EDGE, -EDGE)

    def show_news(self, news: dict[int, str]) -> None:
        """Say what is new of some slides, by their numbers, since the version before."""
        self._news = news
        self._show()

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return a comfortable size."""
        look = Look(self._theme.colours, self.font())
        cells = HEIGHT + round((look.unit - 1) * LINE)
        return QSize(600, cells + round(ribbon.lane(self.font())))

    def cell_at(self, point: QPointF) -> int:
        """Return the number of the slide whose cell is at ``point``, 0 for none."""
        return ribbon.hit(len(self._cells), self.area, point)

    def paintEvent(self, _: QPaintEvent) -> None:  # noqa: N802
        """Paint the ribbon."""
        first = self._session.audit.measures.first_customer_slide or 0
        row = self.tr("{count} in a row")
        value = ribbon.Ribbon(self._cells, self._session.number, self._hover, first, row)
        look = Look(self._theme.colours, self.font())
        ribbon.paint(QPainter(self), value, self.area, look)

    def event(self, event: QEvent) -> bool:
        """Name the slide under the pointer."""
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            number = self.cell_at(QPointF(event.pos()))
            if number:
                audit = self._session.audit
                line = slide_line(audit.deck.slides[number - 1], audit.verdict(number))
                if number == audit.measures.first_customer_slide:
                    line = self.tr("The first about your customer. {line}").format(line=line)
                if number in self._news:
                    line = f"{line} ({self._news[number]})"
                QToolTip.showText(event.globalPos(), tip(line), self)
            else:
                QToolTip.hideText()
            return True
        return super().event(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Follow the pointer."""
        self._set_hover(self.cell_at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802
        """Forget the cell under the pointer."""
        super().leaveEvent(event)
        self._set_hover(0)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Go to the slide."""
        if number := self.cell_at(event.position()):
            self._session.go(number)

    def _set_hover(self, number: int) -> None:
        if number != self._hover:
            self._hover = number
            self.update()

    def _begin(self) -> None:
        self.show_news({})

    def _show(self) -> None:
        audit = self._session.audit
        self._cells = tuple(
            ribbon.Cell(
                slide.number,
                sight(audit.verdict(slide.number)),
                slide.hidden,
                slide.number in self._news,
            )
            for slide in audit.deck.slides
        )
        self._turned(self._session.number)

    def _turned(self, number: int) -> None:
        audit = self._session.audit
        self.setAccessibleDescription(
            slide_line(audit.deck.slides[number - 1], audit.verdict(number))
        )
        self.update()
