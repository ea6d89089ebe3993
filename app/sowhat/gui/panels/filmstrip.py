"""The filmstrip: the slides that are looked for, drawn as they come into sight."""

from __future__ import annotations

from PySide6.QtCore import (
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRectF,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QContextMenuEvent, QPainter, QPixmap, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from sowhat.gui.models import SiftedSlides, SlidesModel
from sowhat.gui.models.slides import SlideRole
from sowhat.gui.paint import Look, Sight, cell
from sowhat.gui.panels.parts import steady_bar
from sowhat.gui.session import Session
from sowhat.gui.sifting import Facts, Sift
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
        state, facts = option.state, index.data(SlideRole.FACTS)
        value = cell.FilmCell(
            number=number,
            sight=Sight(index.data(SlideRole.SIGHT)),
            hidden=bool(index.data(SlideRole.HIDDEN)),
            picture=self._session.pictures.get(number, self._strip.picture_width),
            aspect=self._strip.aspect,
            chosen=bool(state & QStyle.StateFlag.State_Selected),
            hover=bool(state & QStyle.StateFlag.State_MouseOver),
            focus=bool(state & QStyle.StateFlag.State_HasFocus),
            icons=self._icons(facts),
            decided=facts.decided,
            news=index.data(SlideRole.NEWS),
        )
        area = QRectF(option.rect)
        cell.paint(painter, value, area, Look(self._theme.colours, self._strip.font()))

    def _icons(self, facts: Facts) -> tuple[QPixmap, ...]:
        ratio = self._strip.devicePixelRatioF()
        return tuple(
            self._theme.picture(f"motifs/{motif}", round(cell.ICON), ratio)
            for motif in facts.motifs[: cell.MOST_ICONS]
        )

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802
        """Return the size that all cells have."""
        del option, index
        width = self._strip.viewport().width()
        return QSize(width, round(cell.height(width, self._strip.aspect)))


class Filmstrip(QListView):
    """Shows the slides; the one with the focus is the session's, decisions are for all chosen.

    ``sifted``: other slides are shown. ``menu_asked`` carries where, on the screen.
    """

    sifted = Signal()
    menu_asked = Signal(QPoint)

    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__()
        self._session = session
        self.aspect = 16 / 9
        self._slides = SlidesModel(self)
        self._shown = SiftedSlides(self._slides, self)
        self.setModel(self._shown)
        self.setItemDelegate(FilmDelegate(self, session, theme))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        steady_bar(self)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMinimumWidth(150)
        self.setAccessibleName(self.tr("Slides"))
        self.setAccessibleDescription(self.tr("The slides with their verdicts"))
        self._ask_soon = QTimer(self)
        self._ask_soon.setSingleShot(True)
        self._ask_soon.setInterval(0)
        self._ask_soon.timeout.connect(self._ask)
        self.verticalScrollBar().valueChanged.connect(lambda _: self._ask_soon.start())
        self.selectionModel().currentChanged.connect(self._chosen)
        self.selectionModel().selectionChanged.connect(self._select)
        session.audited.connect(self._show)
        session.judged.connect(self._update)
        session.deciding.marked.connect(self._update)
        session.slide_changed.connect(self._follow)
        theme.changed.connect(self.viewport().update)

    @property
    def picture_width(self) -> float:
        """The width of a thumbnail in pixels of the screen."""
        room = self.viewport().width() - cell.GUTTER - 2 * cell.MARGIN
        return max(room, 1.0) * self.devicePixelRatioF()

    @property
    def sift(self) -> Sift:
        """What is looked for."""
        return self._shown.sift

    @property
    def facts(self) -> tuple[Facts, ...]:
        """What all slides are looked for by, also those left out."""
        return self._slides.facts

    @property
    def numbers(self) -> tuple[int, ...]:
        """The numbers of the slides shown, from the top."""
        return tuple(self._number(row) for row in range(self._shown.rowCount()))

    @property
    def chosen(self) -> tuple[int, ...]:
        """The numbers of the chosen slides, in the order of the deck."""
        return tuple(sorted(self._number(index.row()) for index in self.selectedIndexes()))

    def look_for(self, sift: Sift) -> None:
        """Show the slides that ``sift`` takes, in its order."""
        self._shown.look_for(sift)
        self._follow(self._session.number)
        self._ask_soon.start()
        self.sifted.emit()

    def show_news(self, news: dict[int, str]) -> None:
        """Say what is new of some slides since the version before."""
        self._slides.tell(news)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Fit the cells to the new width."""
        super().resizeEvent(event)
        self.scrollTo(self.currentIndex())
        self._ask_soon.start()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802
        """Ask for the menu, at the slide where it is asked for by a key."""
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        place = self.visualRect(self.currentIndex()).center()
        self.menu_asked.emit(self.viewport().mapToGlobal(place) if by_key else event.globalPos())

    def visible_slides(self) -> tuple[int, ...]:
        """Return the numbers of the slides in sight, from the top."""
        count = self._shown.rowCount()
        height = self.sizeHintForRow(0)
        if not count or height <= 0:
            return ()
        top = self.verticalOffset() // height
        bottom = (self.verticalOffset() + self.viewport().height()) // height
        return tuple(self._number(row) for row in range(top, min(bottom + 1, count)))

    def _number(self, row: int) -> int:
        return int(self._shown.index(row, 0).data(SlideRole.NUMBER))

    def _show(self) -> None:
        deck = self._session.audit.deck
        self.aspect = deck.width / deck.height if deck.width and deck.height else 16 / 9
        self._session.pictures.arrived.connect(self._slides.refresh)
        self._slides.show(self._session.audit, self._session.deciding.resolutions)
        self._follow(self._session.number)
        self._ask_soon.start()
        self.sifted.emit()

    def _update(self) -> None:
        self._slides.update(self._session.audit, self._session.deciding.resolutions)
        self._ask_soon.start()
        self.sifted.emit()

    def _follow(self, number: int) -> None:
        row = self._shown.row_of(number)
        index = self._shown.index(row, 0) if row >= 0 else QModelIndex()
        if index != self.currentIndex():
            # Told outright: by itself Qt would add to what is chosen while a key like Ctrl is held.
            how = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.selectionModel().setCurrentIndex(index, how)
        if index.isValid():
            self.scrollTo(index)
        else:
            self.clearSelection()

    def _chosen(self, index: QModelIndex) -> None:
        if index.isValid():
            self._session.go(self._number(index.row()))

    def _select(self) -> None:
        self._session.deciding.select(self.chosen)

    def _ask(self) -> None:
        if not self._session.has_audit:
            return
        seen = self.visible_slides()
        self._session.pictures.only(frozenset(seen), self.picture_width)
        for number in reversed(seen):  # what is asked last is drawn first
            self._session.pictures.ask(number, self.picture_width)
