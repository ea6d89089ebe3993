"""The window: puts start page, open decks, menus and toolbar together."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget

from sowhat.gui import dialogs, menus
from sowhat.gui.actions import Actions
from sowhat.gui.asking import Asking
from sowhat.gui.busy import BusyPage
from sowhat.gui.commands import Commands
from sowhat.gui.decks import Decks
from sowhat.gui.doors import DOORS, Doors
from sowhat.gui.drafting_desk import DraftingDesk
from sowhat.gui.jobs import Runner
from sowhat.gui.means import Means
from sowhat.gui.memory import Memory
from sowhat.gui.preferences import Preferences
from sowhat.gui.recent_list import RecentList, fill_menu
from sowhat.gui.rep_desk import RepDesk
from sowhat.gui.settings_desk import SettingsDesk
from sowhat.gui.slide_desk import SlideDesk
from sowhat.gui.start import StartPage
from sowhat.gui.theme import Theme
from sowhat.settings import AuditOptions
from sowhat.texts import named

if TYPE_CHECKING:
    from sowhat.gui.deck_page import DeckPage
    from sowhat.gui.session import Session

NAME = "SoWhat"


class Window(QMainWindow):
    """The main window: the decks in their tabs, or the page that invites one."""

    def __init__(self, theme: Theme, options: AuditOptions, doors: Doors = DOORS) -> None:
        super().__init__()
        self.runner = Runner(self)
        self._means = Means(theme, self.runner, options, Preferences(theme, self), doors)
        self._folder = Path.home()
        self.memory = Memory(self)
        self.start = StartPage(theme, RecentList(self.memory, self.runner, theme))
        self.decks = Decks(self._means)
        self.actions_ = Actions(theme, self)
        self._asking = Asking(self, self._means)
        self._commands = Commands(self.actions_, self.decks, self._asking)
        self._desk = DraftingDesk(self, theme, self.actions_, lambda: self.session)
        self._slide_desk = SlideDesk(self, theme, self.actions_, lambda: self.page)
        self.settings = SettingsDesk(self, self._means, self.actions_, self.decks)
        self._reps = RepDesk(self, self._means)
        self._pages = QStackedWidget()
        self._pages.addWidget(self.start)
        self._pages.addWidget(self.decks)
        self.setCentralWidget(self._pages)
        self.setAcceptDrops(True)
        self.setMinimumSize(900, 600)
        self.resize(1280, 800)
        self.recent_menu = menus.fill(self.menuBar(), self.actions_)
        self._tools = menus.Tools(self.actions_)
        self.addToolBar(self._tools)
        self.setContextMenuPolicy(self.contextMenuPolicy().NoContextMenu)
        self._connect()
        self._list_recent()
        self._settle()

    @property
    def page(self) -> DeckPage | None:
        """The page of the deck in front, None where there is none or it has no audit yet."""
        return self.decks.page

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

    def open_deck(self, path: Path) -> None:
        """Audit the deck at ``path`` in a tab of its own; an open one comes to the front."""
        self._folder = path.parent
        self.decks.open(path)

    def open_decks(self, paths: Iterable[Path]) -> None:
        """Audit several decks, each in a tab of its own; the first comes to the front."""
        self.decks.open_all(paths)

    def reopen(self, *, decks: bool) -> None:
        """Stand where it stood when it was closed, with the ``decks`` that were open then."""
        known = self.memory.known
        if known.geometry:
            self.restoreGeometry(known.geometry)
        if decks:
            self.decks.restore(known.open, known.front)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        """End all work; the window is gone at once, its process when the work has ended."""
        self.memory.leave(*self.decks.state, bytes(self.saveGeometry().data()))
        self.hide()
        self.decks.end()
        super().closeEvent(event)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Look whether decks were saved, for whoever comes back from another program."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow():
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

    def _connect(self) -> None:
        for name, slot in (
            ("open", self._ask_deck),
            ("quit", self.close),
            ("keys", self._show_keys),
            ("about", self._show_about),
        ):
            self.actions_[name].triggered.connect(slot)
        self.start.open_asked.connect(self._ask_deck)
        self.start.deck_asked.connect(self.open_deck)
        self.memory.switch(on=self.settings.settings.recent)
        self.settings.preferences.changed.connect(lambda _, now: self.memory.switch(on=now.recent))
        self.memory.changed.connect(self._list_recent)
        self.decks.audited.connect(self.memory.add)
        self.decks.changed.connect(self._settle)
        self.decks.begun.connect(self._serve)

    def _serve(self, page: DeckPage) -> None:
        self._desk.serve(page.session)
        self._slide_desk.serve(page)
        self._reps.serve(page)
        page.order.save_asked.connect(lambda: self._asking.copy(page))
        page.compare.older_asked.connect(lambda: self._asking.older(page))
        page.compare.save_asked.connect(lambda: self._asking.comparison(page))

    def _list_recent(self) -> None:
        fill_menu(self.recent_menu, self.memory, self.open_deck)

    def _ask_deck(self) -> None:
        dialogs.ask_deck(self, self._folder, self.open_decks)

    def _show_keys(self) -> None:
        from sowhat.gui import keys_dialog

        keys_dialog.show(self, self._means.theme, self.actions_)

    def _show_about(self) -> None:
        from sowhat.gui.about import AboutDialog

        AboutDialog(self, self._means.theme).open()

    def _settle(self) -> None:
        """Show the page that is due, and what can be done on it."""
        front = self.decks.front
        self._pages.setCurrentWidget(self.decks if front is not None else self.start)
        self._tools.setVisible(front is not None)
        self._tools.show_where(self.page)
        self._commands.settle()
        self._desk.settle(self.session)
        self._slide_desk.settle()
        self.setWindowTitle(f"{named(front.path.name)} · {NAME}" if front is not None else NAME)
