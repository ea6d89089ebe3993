"""The open decks, each in a tab of its own."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QMouseEvent, QPainter, QPixmap
from PySide6.QtWidgets import QTabBar, QTabWidget, QToolButton

from sowhat.gui.deck_tab import DeckTab
from sowhat.gui.means import Means
from sowhat.gui.paint import Look, shape, tab
from sowhat.gui.remembered import Opened, same
from sowhat.gui.tips import tip
from sowhat.gui.words import band_name, stage_name
from sowhat.texts import named

if TYPE_CHECKING:
    from sowhat.gui.deck_page import DeckPage

ICON = 16  # logical pixels


class Decks(QTabWidget):
    """Opens and closes decks.

    ``changed``: another is in front, or what can be done with it is other. ``begun`` carries the
    page of a deck that is being read for the first time, ``audited`` the path and the vendor share
    of one that was audited.
    """

    changed = Signal()
    begun = Signal(object)
    audited = Signal(object, object)

    def __init__(self, means: Means) -> None:
        super().__init__()
        self._means = means
        bar = _Bar()
        bar.close_asked.connect(self.close_at)
        self.setTabBar(bar)
        self.setDocumentMode(True)
        self.setMovable(True)
        self.setElideMode(Qt.TextElideMode.ElideMiddle)
        self.setUsesScrollButtons(True)
        self._size_icons()
        for part in (self, bar):
            part.setAccessibleName(self.tr("Open decks"))
        self.currentChanged.connect(self._turned)
        means.theme.changed.connect(self._dress)

    # What stands.

    @property
    def tabs(self) -> tuple[DeckTab, ...]:
        """The open decks from left to right."""
        found = (self.widget(index) for index in range(self.count()))
        return tuple(one for one in found if isinstance(one, DeckTab))

    @property
    def front(self) -> DeckTab | None:
        """The deck looked at, None where none is open."""
        shown = self.currentWidget()
        return shown if isinstance(shown, DeckTab) else None

    @property
    def page(self) -> DeckPage | None:
        """The page of the deck looked at, None where there is none or it has no audit."""
        return self.front.page if self.front is not None else None

    @property
    def state(self) -> tuple[tuple[Opened, ...], int]:
        """The open decks with the slides looked at, and which is in front (from 0)."""
        opened = (Opened(str(one.path.absolute()), one.slide) for one in self.tabs)
        return tuple(opened), max(self.currentIndex(), 0)

    # What the user does.

    def open(self, path: Path) -> DeckTab:
        """Open the deck at ``path`` and bring it to the front; an open one is not opened again,
        but read once more where it could not be read."""
        known = next((one for one in self.tabs if same(one.path, path)), None)
        made = known or self._add(path)
        self.setCurrentWidget(made)
        if made.unread or made.error is not None:
            made.read()
        return made

    def open_all(self, paths: Iterable[Path]) -> None:
        """Open several decks; the first comes to the front."""
        opened = [self.open(path) for path in paths]
        if opened:
            self.setCurrentWidget(opened[0])

    def restore(self, decks: Iterable[Opened], front: int) -> None:
        """Put decks back that were open; each is read once it is looked at."""
        self.blockSignals(True)  # noqa: FBT003
        for one in decks:
            self._add(Path(one.path), one.slide)
        self.setCurrentIndex(min(front, self.count() - 1))
        self.blockSignals(False)  # noqa: FBT003
        self._turned()

    def close_at(self, index: int) -> None:
        """Close the deck at ``index``; whatever is under way on it stops."""
        found = self.widget(index)
        if isinstance(found, DeckTab):
            self._drop(found)

    def close_front(self) -> None:
        """Close the deck looked at."""
        self.close_at(self.currentIndex())

    def turn(self, by: int) -> None:
        """Bring the deck to the front that stands ``by`` places on; after the last the first."""
        if self.count():
            self.setCurrentIndex((self.currentIndex() + by) % self.count())

    def look(self) -> None:
        """Look whether other programs have saved decks."""
        for one in self.tabs:
            if one.following is not None:
                one.following.look()

    def end(self) -> None:
        """Stop all work, and wait until it has ended."""
        for one in self.tabs:
            one.abandon()
        from sowhat.gui.session import Session

        runner = self._means.runner
        runner.close()
        for session in runner.findChildren(Session):
            session.release()

    # What comes of it.

    def _turned(self) -> None:
        if self.front is not None and self.front.unread:
            self.front.read()
        self.changed.emit()

    def _add(self, path: Path, slide: int = 1) -> DeckTab:
        made = DeckTab(path, self._means, slide)
        made.audited.connect(lambda share: self.audited.emit(path, share))
        made.changed.connect(lambda: self._follow(made))
        made.begun.connect(self.begun)
        made.left.connect(lambda: self._drop(made))
        index = self.addTab(made, path.name)
        button = QToolButton()
        button.setAutoRaise(True)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.setToolTip(self.tr("Close this deck (Ctrl+W)"))
        button.setAccessibleName(self.tr("Close {name}").format(name=path.name))
        button.setIcon(self._means.theme.icon("cancel"))
        button.setIconSize(self.iconSize())
        button.clicked.connect(lambda: self._drop(made))
        self.tabBar().setTabButton(index, QTabBar.ButtonPosition.RightSide, button)
        self._name_all()
        return made

    def _drop(self, one: DeckTab) -> None:
        index = self.indexOf(one)
        if index >= 0:
            one.abandon()
            self.removeTab(index)
            one.deleteLater()
            self._name_all()
            self.changed.emit()

    def _follow(self, one: DeckTab) -> None:
        self._show(one)
        if one is self.front:
            self.changed.emit()

    def _name_all(self) -> None:
        """Name each tab by its file, and by its folder too where two files have one name."""
        names = [one.path.name for one in self.tabs]
        for index, one in enumerate(self.tabs):
            alone = names.count(one.path.name) == 1
            words = one.path.name if alone else f"{one.path.name} · {one.path.parent.name}"
            self.setTabText(index, named(words).replace("&", "&&"))
            self._show(one)

    def _show(self, one: DeckTab) -> None:
        index = self.indexOf(one)
        if index >= 0:
            said = self._said(one)
            self.setTabIcon(index, self._icon(one))
            place = named(one.path)
            self.setTabToolTip(index, tip(f"{place} · {said}" if said else place))
            self.tabBar().setAccessibleTabName(index, f"{named(one.path.name)}: {said}")

    def _said(self, one: DeckTab) -> str:
        if one.error is not None:
            return self.tr("Could not be audited")
        if one.unread:
            return self.tr("Not read yet")
        if one.work is not None:
            return f"{stage_name(one.work.kind, one.work.stage)} …"
        return band_name(one.page.session.audit.measures) if one.page is not None else ""

    def _icon(self, one: DeckTab) -> QIcon:
        if one.error is not None:
            return self._means.theme.icon("warning")
        look = Look(self._means.theme.colours, self.font())
        side = self.iconSize().width()
        picture = QPixmap(QSize(side, side) * self.devicePixelRatioF())
        picture.setDevicePixelRatio(self.devicePixelRatioF())
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        if one.work is not None and one.work.kind != "judge":
            share = one.work.done / one.work.total if one.work.total else 0.0
            tab.paint_ring(painter, share, QRectF(0, 0, side, side), look)
        elif one.page is not None:
            band = one.page.session.audit.measures.band
            if band is not None:
                inside = QRectF(0, 0, side, side).adjusted(2, 2, -2, -2)
                shape.paint(painter, tab.BANDS[band], inside, look)
        painter.end()
        return QIcon(picture)

    def _size_icons(self) -> None:
        side = round(ICON * self._means.theme.size)
        self.setIconSize(QSize(side, side))

    def _dress(self) -> None:
        self._size_icons()
        for index, one in enumerate(self.tabs):
            button = self.tabBar().tabButton(index, QTabBar.ButtonPosition.RightSide)
            if isinstance(button, QToolButton):
                button.setIcon(self._means.theme.icon("cancel"))
                button.setIconSize(self.iconSize())
            self._show(one)


class _Bar(QTabBar):
    """The tabs; a click with the middle button closes one."""

    close_asked = Signal(int)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Close the tab under the pointer by the middle button."""
        if event.button() is Qt.MouseButton.MiddleButton:
            self.close_asked.emit(self.tabAt(event.position().toPoint()))
        else:
            super().mouseReleaseEvent(event)
