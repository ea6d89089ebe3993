"""Where decks are worked on: their tabs, and all that acts on them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMainWindow

from sowhat.gui.actions import Actions
from sowhat.gui.asking import Asking
from sowhat.gui.commands import Commands
from sowhat.gui.decks import Decks
from sowhat.gui.drafting_desk import DraftingDesk
from sowhat.gui.means import Means
from sowhat.gui.memory import Memory
from sowhat.gui.menus import Tools
from sowhat.gui.rep_desk import RepDesk
from sowhat.gui.settings_desk import SettingsDesk
from sowhat.gui.slide_desk import SlideDesk

if TYPE_CHECKING:
    from sowhat.gui.deck_page import DeckPage
    from sowhat.gui.session import Session


class Workplace(QObject):
    """The decks of one window, its tools and its settings; ``settled``: another deck is in front,
    or what can be done with it is other."""

    settled = Signal()

    def __init__(self, window: QMainWindow, means: Means, actions: Actions, memory: Memory) -> None:
        super().__init__(window)
        theme = means.theme
        self.decks = Decks(means)
        self._asking = Asking(window, means)
        self._commands = Commands(actions, self.decks, self._asking)
        self.drafting = DraftingDesk(window, theme, actions, lambda: self.session)
        self._slides = SlideDesk(window, theme, actions, lambda: self.page)
        self.settings = SettingsDesk(window, means, actions, self.decks)
        self._reps = RepDesk(window, means)
        self._tools = Tools(actions)
        window.addToolBar(self._tools)
        memory.switch(on=self.settings.settings.recent)
        self.settings.preferences.changed.connect(lambda _, now: memory.switch(on=now.recent))
        self.decks.audited.connect(memory.add)
        self.decks.changed.connect(self.settle)
        self.decks.begun.connect(self._serve)

    @property
    def page(self) -> DeckPage | None:
        """The page of the deck in front, None where there is none or it has no audit yet."""
        return self.decks.page

    @property
    def session(self) -> Session | None:
        """The session of the deck in front, None where there is none or it has no audit yet."""
        return self.page.session if self.page is not None else None

    def settle(self) -> None:
        """Show what can be done with the deck in front."""
        self._tools.setVisible(self.decks.front is not None)
        self._tools.show_where(self.page)
        self._commands.settle()
        self.drafting.settle(self.session)
        self._slides.settle()
        self.settled.emit()

    def _serve(self, page: DeckPage) -> None:
        self.drafting.serve(page.session)
        self._slides.serve(page)
        self._reps.serve(page)
        page.order.save_asked.connect(lambda: self._asking.copy(page))
        page.compare.older_asked.connect(lambda: self._asking.older(page))
        page.compare.save_asked.connect(lambda: self._asking.comparison(page))
