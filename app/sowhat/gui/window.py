"""The window: the page that invites a deck stands first, the place to work on decks follows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, QTimer
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QWidget

from sowhat.gui import menus
from sowhat.gui.actions import Actions
from sowhat.gui.arriving import Arriving
from sowhat.gui.first_look import first_look
from sowhat.gui.jobs import Runner
from sowhat.gui.memory import Memory
from sowhat.gui.panels.parts import put
from sowhat.gui.recent_list import RecentList, fill_menu
from sowhat.gui.start import StartPage
from sowhat.gui.theme import Theme

if TYPE_CHECKING:
    from PySide6.QtGui import (
        QCloseEvent,
        QDragEnterEvent,
        QDragLeaveEvent,
        QDropEvent,
        QPaintEvent,
    )

    from sowhat.gui.busy import BusyPage
    from sowhat.gui.deck_page import DeckPage
    from sowhat.gui.decks import Decks
    from sowhat.gui.doors import Doors
    from sowhat.gui.session import Session
    from sowhat.gui.settings_desk import SettingsDesk
    from sowhat.gui.workplace import Workplace
    from sowhat.settings import AuditOptions

NAME = "SoWhat"
SIZE = QSize(1280, 800)  # logical pixels at first
FRAME = QSize(8, 40)  # that desktops put around a window, and a title above it
AT_ONCE = frozenset(("open", "settings", "endpoint", "keys", "about", "cancel", "quit"))


class Window(QMainWindow):
    """The main window: the decks in their tabs, or the page that invites one.

    It stands with that page, its menus and its keys. The workplace for decks is loaded once the
    window has been painted; what is asked for before waits for it, without holding the window up.
    """

    def __init__(
        self, theme: Theme, options: AuditOptions | None = None, doors: Doors | None = None
    ) -> None:
        super().__init__()
        self.theme = theme
        self._options = options
        self._doors = doors
        self._folder = Path.home()
        self._painted = False
        self._workplace: Workplace | None = None
        self._asked: list[Callable[[], object]] = []
        self.runner = Runner(self)
        self.memory = Memory(self, on=first_look().recent)
        self.start = StartPage(theme, RecentList(self.memory, self.runner, theme))
        self.actions_ = Actions(theme, self)
        self.arriving = Arriving(self.runner, self._pieces, self)
        self._blank = QWidget()
        self._pages = QStackedWidget()
        self._pages.addWidget(self.start)
        self._pages.addWidget(self._blank)
        self.setCentralWidget(self._pages)
        self.setAcceptDrops(True)
        self.setMinimumSize(900, 600)
        # No larger than the screen has room for, with what the desktop puts around a window.
        self.resize(SIZE.boundedTo(self.screen().availableSize() - FRAME))
        self.setWindowTitle(NAME)
        self.recent_menu = menus.fill(self.menuBar(), self.actions_)
        put(self, contextMenuPolicy="NoContextMenu")
        self._connect()
        self._list_recent()

    # What stands.

    @property
    def workplace(self) -> Workplace:
        """Where decks are worked on; made now where it has not arrived yet."""
        if self._workplace is None:
            from sowhat.gui.doors import DOORS
            from sowhat.gui.means import Means
            from sowhat.gui.preferences import Preferences
            from sowhat.gui.workplace import Workplace
            from sowhat.settings import AuditOptions

            options, doors = self._options or AuditOptions(), self._doors or DOORS
            preferences = Preferences(self.theme, self)
            means = Means(self.theme, self.runner, options, preferences, doors)
            made = self._workplace = Workplace(self, means, self.actions_, self.memory)
            self._pages.addWidget(made.decks)
            made.settled.connect(self._settle)
            made.settle()
            self._answer()
        return self._workplace

    @property
    def decks(self) -> Decks:
        """The open decks."""
        return self.workplace.decks

    @property
    def settings(self) -> SettingsDesk:
        """The settings."""
        return self.workplace.settings

    @property
    def page(self) -> DeckPage | None:
        """The page of the deck in front, None where there is none or it has no audit yet."""
        return self._workplace.page if self._workplace is not None else None

    @property
    def session(self) -> Session | None:
        """The session of the deck in front, None where there is none or it has no audit yet."""
        return self.page.session if self.page is not None else None

    @property
    def busy(self) -> BusyPage:
        """What is shown while the deck in front is read; ``LookupError`` where none is open."""
        if self.decks.front is None:
            raise LookupError("no deck is open")
        return self.decks.front.busy

    # What the user does.

    def open_deck(self, path: Path) -> None:
        """Audit the deck at ``path`` in a tab of its own; an open one comes to the front."""
        self._folder = path.parent
        self.open_decks([path])

    def open_decks(self, paths: Iterable[Path]) -> None:
        """Audit several decks, each in a tab of its own; the first comes to the front."""
        if opened := list(paths):
            self._make_room()
            self._await(lambda: self.decks.open_all(opened))

    def reopen(self, *, decks: bool) -> None:
        """Stand where it stood when it was closed, with the ``decks`` that were open then."""
        known = self.memory.known
        if known.geometry:
            self.restoreGeometry(known.geometry)
        if decks and known.open:
            self._make_room()
            self._await(lambda: self.decks.restore(known.open, known.front))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Have all that is missing arrive once the first picture stands."""
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self, self._go_on)

    def _go_on(self) -> None:
        self.theme.follow()
        QTimer.singleShot(0, self, self.start.paint_icon)
        QTimer.singleShot(0, self, self.arriving.begin)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        """End all work; the window is gone at once, its process when the work has ended."""
        self.hide()
        if self._workplace is not None:
            geometry = bytes(self.saveGeometry().data())
            self.memory.leave(*self.decks.state, geometry)
            self.decks.end()
        else:  # all that is remembered stands as it stood
            self.runner.close()
        super().closeEvent(event)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Look whether decks were saved, for whoever comes back from another program."""
        super().changeEvent(event)
        active = event.type() == QEvent.Type.ActivationChange and self.isActiveWindow()
        if active and self._workplace is not None:
            self.decks.look()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802
        """Take files."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()
            self.start.set_over(True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:  # noqa: N802
        """Forget the file."""
        self.start.set_over(False)
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802
        """Open the files that are dropped."""
        self.start.set_over(False)
        local = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if local:
            event.acceptProposedAction()
            self.open_decks(local)

    # What comes of it.

    def _connect(self) -> None:
        for name in self.actions_.names():
            self.actions_[name].setEnabled(name in AT_ONCE)
        for name, slot in (
            ("open", self._ask_deck),
            ("quit", self.close),
            ("keys", self._show_keys),
            ("about", self._show_about),
            ("settings", lambda: self._await(self._show_settings)),
            ("endpoint", lambda: self._await(self._show_endpoint)),
        ):
            self.actions_[name].triggered.connect(slot)
        self.start.open_asked.connect(self._ask_deck)
        self.start.deck_asked.connect(self.open_deck)
        self.memory.changed.connect(self._list_recent)

    def _await(self, act: Callable[[], object]) -> None:
        """Do what needs the workplace: now, or once it has arrived."""
        if self._workplace is not None:
            act()
            return
        self._asked.append(act)
        self.arriving.begin()

    def _make_room(self) -> None:
        """Show that decks are coming, rather than the page that invites one."""
        if self._workplace is None:
            self._pages.setCurrentWidget(self._blank)

    def _answer(self) -> None:
        asked, self._asked = self._asked, []
        for act in asked:
            act()

    def _pieces(self) -> Iterator[None]:
        """Make what the first picture did without, a little at each step."""
        _ = self.workplace
        yield
        self.start.recent.show_bands()
        yield
        for name in self.actions_.names():
            self.actions_.dress_one(name)
            yield
        yield from self.theme.further_fonts()

    def _list_recent(self) -> None:
        fill_menu(self.recent_menu, self.memory, self.open_deck)

    def _ask_deck(self) -> None:
        from sowhat.gui import dialogs

        dialogs.ask_deck(self, self._folder, self.open_decks)

    def _show_settings(self) -> None:
        self.settings.open()

    def _show_endpoint(self) -> None:
        self.workplace.drafting.set_up()

    def _show_keys(self) -> None:
        from sowhat.gui import keys_dialog

        keys_dialog.show(self, self.theme, self.actions_)

    def _show_about(self) -> None:
        from sowhat.gui.about import AboutDialog

        AboutDialog(self, self.theme).open()

    def _settle(self) -> None:
        """Show the page that is due."""
        from sowhat.texts import named

        front = self.decks.front
        self._pages.setCurrentWidget(self.decks if front is not None else self.start)
        self.setWindowTitle(f"{named(front.path.name)} · {NAME}" if front is not None else NAME)
