"""What each action does, and when it can be done: one table."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from sowhat.gui import outside
from sowhat.gui.actions import Actions
from sowhat.gui.asking import Asking
from sowhat.gui.decks import Decks
from sowhat.model import Stance

if TYPE_CHECKING:
    from sowhat.gui.deck_page import DeckPage


@dataclass(frozen=True, slots=True)
class OnPage:
    """What an action does to the deck in front, and whether it can be done; without an audit
    nothing can."""

    act: Callable[[DeckPage], object]
    possible: Callable[[DeckPage], bool]


@dataclass(frozen=True, slots=True)
class OnDecks:
    """What an action does to the open decks, and whether it can be done."""

    act: Callable[[Decks], object]
    possible: Callable[[Decks], bool]


def _shown(_: DeckPage) -> bool:
    return True


def _idle(page: DeckPage) -> bool:
    return not page.session.busy


def _turning(page: DeckPage) -> bool:
    return page.auditing


def _decided(page: DeckPage) -> bool:
    return page.session.deciding.here is not None


def _can_agree(page: DeckPage) -> bool:
    return page.auditing and page.session.deciding.here is None


def _last(page: DeckPage) -> int:
    return len(page.session.audit.deck.slides)


def _step(by: int, page: DeckPage) -> None:
    page.session.go(page.session.number + by)


def _decide(stance: Stance, page: DeckPage) -> None:
    page.decision.choose(stance)


def on_page(asking: Asking) -> dict[str, OnPage]:
    """Return the actions on the deck in front."""
    return {
        "report": OnPage(asking.report, _idle),
        "export": OnPage(asking.export, _idle),
        "print": OnPage(asking.printing, _idle),
        "order": OnPage(lambda page: page.show_order(on=not page.ordering), _shown),
        "compare": OnPage(asking.compare, _shown),
        "rep": OnPage(lambda page: page.show_rep(on=not page.sending), _shown),
        "edit": OnPage(outside.edit, _shown),
        "folder": OnPage(outside.show_folder, _shown),
        "open-decisions": OnPage(asking.decisions, _shown),
        "save-decisions": OnPage(asking.save, lambda page: page.session.deciding.any),
        "previous": OnPage(partial(_step, -1), _turning),
        "next": OnPage(partial(_step, 1), _turning),
        "first": OnPage(lambda page: page.session.go(1), _turning),
        "last": OnPage(lambda page: page.session.go(_last(page)), _turning),
        "next-unsure": OnPage(
            lambda page: page.session.deciding.go_to_unsure(),
            lambda page: bool(page.session.deciding.unsure),
        ),
        **{stance.value: OnPage(partial(_decide, stance), _turning) for stance in Stance},
        "why": OnPage(lambda page: page.decision.give_reason(), _decided),
        "agree": OnPage(lambda page: page.decision.agree(), _can_agree),
        "clear": OnPage(
            lambda page: page.decision.take_back(),
            lambda page: page.auditing and bool(page.session.deciding.decided),
        ),
        "forget": OnPage(
            lambda page: page.session.deciding.forget(),
            lambda page: bool(page.session.deciding.lost),
        ),
        "formula": OnPage(lambda page: page.summary.how.toggle(), _turning),
    }


def on_decks() -> dict[str, OnDecks]:
    """Return the actions on the open decks."""
    return {
        "again": OnDecks(
            lambda decks: decks.front.again() if decks.front is not None else None,
            _can_read,
        ),
        "cancel": OnDecks(
            lambda decks: decks.front.cancel() if decks.front is not None else None,
            lambda _: True,
        ),
        "close": OnDecks(lambda decks: decks.close_front(), lambda decks: decks.count() > 0),
        "next-deck": OnDecks(lambda decks: decks.turn(1), lambda decks: decks.count() > 1),
        "previous-deck": OnDecks(lambda decks: decks.turn(-1), lambda decks: decks.count() > 1),
    }


def _can_read(decks: Decks) -> bool:
    front = decks.front
    if front is None:
        return False
    return front.error is not None or (front.page is not None and not front.page.session.busy)


class Commands(QObject):
    """Carries out the actions of the tables, and enables what is possible."""

    def __init__(self, actions: Actions, decks: Decks, asking: Asking) -> None:
        super().__init__(decks)
        self._actions = actions
        self._decks = decks
        self._on_page = on_page(asking)
        self._on_decks = on_decks()
        for name in self._on_page:
            actions[name].triggered.connect(partial(self._do, name))
        for name, one in self._on_decks.items():
            actions[name].triggered.connect(lambda _, act=one.act: act(decks))

    def settle(self) -> None:
        """Enable what can be done now."""
        page = self._decks.page
        for name, one in self._on_page.items():
            self._actions[name].setEnabled(page is not None and one.possible(page))
        for name, other in self._on_decks.items():
            self._actions[name].setEnabled(other.possible(self._decks))

    def _do(self, name: str, *_: object) -> None:
        page = self._decks.page
        if page is not None and self._on_page[name].possible(page):
            self._on_page[name].act(page)
