"""The user's word on the slides of a session: kept at once, and then the audit follows."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from sowhat import decisions
from sowhat.errors import SowhatError
from sowhat.model import Decision, Deck, Stance
from sowhat.texts import text

if TYPE_CHECKING:
    from sowhat.gui.session import Session

Given = tuple[Decision, ...]


class Deciding(QObject):
    """What is decided on the session's deck, and how it is changed.

    ``changed``: other decisions are kept than before. ``told`` carries a sentence for the user.
    ``failed`` carries what was being done ("decide", "open-decisions", "save-decisions") and the
    error.
    """

    changed = Signal()
    told = Signal(str)
    failed = Signal(str, object)

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session

    @property
    def here(self) -> Decision | None:
        """The decision on the slide looked at, None where there is none."""
        number = self._session.number
        return next((d for d in self._session.audit.decisions if d.slide == number), None)

    @property
    def any(self) -> bool:
        """Whether there are decisions, also some that no longer fit."""
        return bool(self._session.audit.decisions or self._session.audit.lost)

    @property
    def lost(self) -> tuple[Decision, ...]:
        """The decisions that fit no slide any more."""
        return self._session.audit.lost

    @property
    def unsure(self) -> tuple[int, ...]:
        """The numbers of the shown slides that are left for the user to decide."""
        audit = self._session.audit
        return tuple(s.number for s in audit.deck.shown if audit.verdict(s.number).unsure)

    def go_to_unsure(self) -> None:
        """Look at the next slide that is left to decide; after the last comes the first."""
        later = [number for number in self.unsure if number > self._session.number]
        for number in (later or self.unsure)[:1]:
            self._session.go(number)

    def decide(self, number: int, stance: Stance, reason: str = "") -> None:
        """Decide slide ``number``, and others with the same words."""
        decision = Decision(number, stance, reason, date=date.today().isoformat())
        with self._failing("decide"):
            self._change(lambda deck, given: decisions.decided(deck, given, decision))

    def clear(self, number: int) -> None:
        """Take back what was decided on slide ``number``."""
        with self._failing("decide"):
            self._change(lambda deck, given: decisions.cleared(deck, given, number))

    def forget(self) -> None:
        """Drop the decisions that fit no slide any more."""
        with self._failing("decide"):
            self._change(decisions.forgotten)

    def open(self, path: Path) -> None:
        """Add the decisions of a file; where both decide a slide, the file's hold."""
        with self._failing("open-decisions"):
            more = decisions.load(path)
            self._change(lambda deck, given: decisions.joined(deck, given, more))
            found = decisions.fit(self._session.audit.deck, more)
            self.told.emit(self._opened(path.name, len(found.standing), len(found.lost)))

    def save(self, path: Path) -> None:
        """Write all decisions that are kept for the deck to ``path``."""
        from sowhat.export import files

        deck = self._session.path
        with self._failing("save-decisions"):
            data = decisions.encode(deck.name, decisions.kept(deck).decisions)
            files.save(data, path, str(deck))
            self.told.emit(self.tr("The decisions are saved: {name}").format(name=path.name))

    def _change(self, change: Callable[[Deck, Given], Given]) -> None:
        # What is kept is read anew each time: another window may have decided meanwhile.
        deck = self._session.audit.deck
        found = decisions.change(self._session.path, lambda given: change(deck, given))
        self.changed.emit()
        if found.damaged is not None:
            self.told.emit(text("gaps.decisions-damaged", detail=found.damaged))

    @contextmanager
    def _failing(self, kind: str) -> Iterator[None]:
        try:
            yield
        except SowhatError as error:
            self.failed.emit(kind, error)

    def _opened(self, name: str, taken: int, lost: int) -> str:
        words = (
            self.tr("1 slide is decided by {name}.")
            if taken == 1
            else self.tr("{count} slides are decided by {name}.")
        ).format(count=taken, name=name)
        if lost:
            words += " " + (
                self.tr("1 of its decisions fits no slide of this deck.")
                if lost == 1
                else self.tr("{count} of its decisions fit no slide of this deck.")
            ).format(count=lost)
        return words
