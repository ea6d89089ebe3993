"""Another order of a session's slides, tried out: nothing is done to the deck."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from sowhat.gui.session import Session
from sowhat.measure import Outcome, Trial, outcome, proposed, today
from sowhat.model import DeckKind


class Trying(QObject):
    """The order being tried, each step of which can be undone; ``changed``: it is another one."""

    changed = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self.steps = QUndoStack(self)
        self._trial = Trial(())
        session.audited.connect(self.begin)
        session.judged.connect(self._follow)

    @property
    def trial(self) -> Trial:
        """The slides in the order tried."""
        return self._trial

    @property
    def outcome(self) -> Outcome:
        """What that order changes."""
        return outcome(self._session.audit, self._trial)

    @property
    def is_today(self) -> bool:
        """Whether nothing is changed."""
        return self._trial == today(self._session.audit)

    @property
    def is_proposed(self) -> bool:
        """Whether it is as proposed."""
        return self._trial == proposed(self._session.audit)

    def begin(self) -> None:
        """Begin anew, with the order that is proposed."""
        self.steps.clear()
        self.hold(proposed(self._session.audit))

    def put(self, numbers: Collection[int], place: int) -> None:
        """Put slides before the one at ``place`` of the order (from 0)."""
        self._step(self._trial.put(numbers, place), self.tr("move"))

    def shift(self, numbers: Collection[int], by: int) -> None:
        """Move slides one place on (1) or back (-1)."""
        places = [self._trial.slides.index(number) for number in numbers]
        if places:
            self.put(numbers, max(min(places) - 1, 0) if by < 0 else max(places) + 2)

    @property
    def can_cut(self) -> bool:
        """Whether slides can be cut: a copy of a PDF keeps all its pages."""
        return self._session.has_audit and self._session.audit.deck.kind is not DeckKind.PDF

    def mark(self, numbers: Collection[int]) -> None:
        """Mark slides to be cut, or no longer."""
        if numbers and self.can_cut:
            self._step(self._trial.marked(numbers), self.tr("cut"))

    def take_proposed(self) -> None:
        """Take the order that is proposed."""
        self._step(proposed(self._session.audit), self.tr("proposed order"))

    def take_today(self) -> None:
        """Take the deck as it stands."""
        self._step(today(self._session.audit), self.tr("today's order"))

    def hold(self, trial: Trial) -> None:
        """Show an order without a step to undo."""
        self._trial = trial
        self.changed.emit()

    def _follow(self) -> None:
        """Take what is proposed once slides are judged otherwise, unless the user took a step."""
        if self.steps.count():
            self.changed.emit()
        else:
            self.begin()

    def _step(self, trial: Trial, words: str) -> None:
        if trial != self._trial:
            self.steps.push(_Step(self, trial, words))


class _Step(QUndoCommand):
    def __init__(self, trying: Trying, trial: Trial, words: str) -> None:
        super().__init__(words)
        self._trying = trying
        self._before, self._after = trying.trial, trial

    def redo(self) -> None:
        self._trying.hold(self._after)

    def undo(self) -> None:
        self._trying.hold(self._before)
