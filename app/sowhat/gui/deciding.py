"""The user's word on the slides of a session: kept at once, and then the audit follows."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoStack

from sowhat import decisions
from sowhat.errors import SowhatError
from sowhat.gui.ledger import Change, Ledger
from sowhat.measure import spread
from sowhat.model import Action, Decision, Deck, Resolution, Stance, Status, Subject, word_on
from sowhat.texts import text

if TYPE_CHECKING:
    from sowhat.gui.session import Session

Given = tuple[Decision, ...]
Marked = tuple[Resolution, ...]


class Deciding(QObject):
    """What is decided on the session's deck, and how it is changed; each change can be undone.

    ``changed``: other decisions are kept than before. ``marked``: other resolutions of advice are.
    ``selected``: decisions are for other slides. ``told`` carries a sentence for the user.
    ``failed`` carries what was being done ("decide", "open-decisions", "save-decisions") and the
    error.
    """

    changed = Signal()
    marked = Signal()
    selected = Signal()
    told = Signal(str)
    failed = Signal(str, object)

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self._deck = ""
        self._several: tuple[int, ...] = ()
        self._resolutions: Marked = ()
        self.steps = QUndoStack(self)
        self._words = Ledger[Decision](self.steps, self._keep, self._undoing)
        self._marks = Ledger[Resolution](self.steps, self._keep_marks, self._undoing)
        session.audited.connect(self._begin)
        session.judged.connect(self._read_marks)  # another order may be advised now

    @property
    def here(self) -> Decision | None:
        """The decision on the slide looked at, None where there is none."""
        number = self._session.number
        return next((d for d in self._session.audit.decisions if d.slide == number), None)

    @property
    def any(self) -> bool:
        """Whether there are decisions, also some that no longer fit, or resolutions."""
        audit = self._session.audit
        return bool(audit.decisions or audit.lost or self._resolutions)

    @property
    def lost(self) -> tuple[Decision, ...]:
        """The decisions that fit no slide any more."""
        return self._session.audit.lost

    @property
    def unsure(self) -> tuple[int, ...]:
        """The numbers of the shown slides that are left for the user to decide."""
        audit = self._session.audit
        return tuple(s.number for s in audit.deck.shown if audit.verdict(s.number).unsure)

    @property
    def slides(self) -> tuple[int, ...]:
        """The slides that a decision is for: those selected, else the one looked at."""
        return self._several or (self._session.number,)

    @property
    def decided(self) -> tuple[int, ...]:
        """Those of the slides that a decision is for which are decided already."""
        known = {decision.slide for decision in self._session.audit.decisions}
        return tuple(number for number in self.slides if number in known)

    @property
    def resolutions(self) -> Marked:
        """What became of advice in the deck as it is now."""
        return self._resolutions

    def resolution(self, subjects: Sequence[Subject]) -> Resolution | None:
        """Return what became of the advice that has these ``subjects``."""
        return word_on(self._resolutions, subjects)

    def go_to_unsure(self) -> None:
        """Look at the next slide that is left to decide; after the last comes the first."""
        later = [number for number in self.unsure if number > self._session.number]
        for number in (later or self.unsure)[:1]:
            self._session.go(number)

    def select(self, numbers: Collection[int]) -> None:
        """Let decisions be for several slides; one alone is the one looked at."""
        several = tuple(sorted(numbers)) if len(numbers) > 1 else ()
        if several != self._several:
            self._several = several
            self.selected.emit()

    def decide(self, number: int, stance: Stance, reason: str = "") -> None:
        """Decide slide ``number``, and others with the same words."""
        self.decide_all((number,), stance, reason)

    def decide_all(self, numbers: Sequence[int], stance: Stance, reason: str = "") -> None:
        """Decide several slides alike, in one step; reasons given before stay unless replaced."""
        old = {d.slide: d.reason for d in self._session.audit.decisions}
        today = date.today().isoformat()

        def change(deck: Deck, given: Given) -> Given:
            for number in numbers:
                why = reason or (old.get(number, "") if len(numbers) > 1 else "")
                given = decisions.decided(deck, given, Decision(number, stance, why, date=today))
            return given

        self._step(self._named(self.tr("the word on {slides}"), numbers), change)

    def clear(self, number: int) -> None:
        """Take back what was decided on slide ``number``."""
        self.clear_all((number,))

    def clear_all(self, numbers: Sequence[int]) -> None:
        """Take back what was decided on several slides, in one step."""

        def change(deck: Deck, given: Given) -> Given:
            for number in numbers:
                given = decisions.cleared(deck, given, number)
            return given

        self._step(self._named(self.tr("taking back {slides}"), numbers), change)

    def forget(self) -> None:
        """Drop the decisions that fit no slide any more."""
        self._step(self.tr("forgetting what no longer fits"), decisions.forgotten)

    def resolve(self, subjects: Sequence[Subject], status: Status | None, reason: str = "") -> None:
        """Say in one step what became of the advice on ``subjects``; None takes it back."""
        audit, today = self._session.audit, date.today().isoformat()

        def change(given: Marked) -> Marked:
            if status is None:
                return decisions.unresolved(audit.deck, given, subjects)
            more = [
                Resolution(one.slide, one.action, status, reason, date=today, id=one.id)
                for one in subjects
            ]
            return decisions.resolved(audit.deck, audit.order, given, more)

        with self._failing("decide"):
            self._marks.change(self._advised(subjects), change)

    def open(self, path: Path) -> None:
        """Add the decisions of a file; where both decide a slide, the file's hold."""
        with self._failing("open-decisions"):
            more = decisions.read(path)
            deck = self._session.audit.deck
            found = decisions.fit(deck, more.decisions)
            words = self.tr("the decisions of {name}").format(name=path.name)
            held = decisions.standing(deck, self._session.audit.order, more.resolutions)
            self.steps.beginMacro(words)
            try:
                self._words.change(words, lambda own: decisions.joined(deck, own, more.decisions))
                if held:
                    self._marks.change(words, lambda own: (*own, *held))
            finally:
                self.steps.endMacro()
            self.told.emit(self._opened(path.name, len(found.standing), len(found.lost)))

    def save(self, path: Path) -> None:
        """Write all that is decided on the deck to ``path``."""
        from sowhat.export import files

        deck = self._session.path
        with self._failing("save-decisions"):
            kept = decisions.kept(deck)
            data = decisions.encode(deck.name, kept.decisions, kept.resolutions)
            files.save(data, path, str(deck))
            self.told.emit(self.tr("The decisions are saved: {name}").format(name=path.name))

    def _begin(self) -> None:
        """Know what is kept; the steps of another version of the deck cannot be undone."""
        deck = self._session.audit.deck
        if deck.sha256 != self._deck:
            self._deck = deck.sha256
            self.steps.clear()
        self._read_marks()

    def _step(self, words: str, change: Callable[[Deck, Given], Given]) -> None:
        deck = self._session.audit.deck
        with self._failing("decide"):
            self._words.change(words, lambda given: change(deck, given))

    def _keep(self, change: Change[Decision]) -> None:
        # What is kept is read anew each time: another window may have decided meanwhile.
        found = decisions.change(self._session.path, change)
        self.changed.emit()
        if found.damaged is not None:
            self.told.emit(text("gaps.decisions-damaged", detail=found.damaged))

    def _keep_marks(self, change: Change[Resolution]) -> None:
        decisions.resolve(self._session.path, change)
        self._read_marks()
        self.marked.emit()

    def _read_marks(self) -> None:
        kept = decisions.kept(self._session.path).resolutions
        audit = self._session.audit
        self._resolutions = decisions.standing(audit.deck, audit.order, kept)

    def _undoing(self) -> AbstractContextManager[None]:
        return self._failing("decide")

    @contextmanager
    def _failing(self, kind: str) -> Iterator[None]:
        try:
            yield
        except SowhatError as error:
            self.failed.emit(kind, error)

    def _advised(self, subjects: Sequence[Subject]) -> str:
        match subjects[0].action:
            case Action.ORDER:
                return self.tr("the mark on the proposed order")
            case Action.WRITE:
                return self.tr("the mark on a slide to write")
        words = self.tr("the mark on the advice for {slides}")
        return self._named(words, [subject.slide for subject in subjects])

    def _named(self, words: str, numbers: Sequence[int]) -> str:
        slides = self.tr("slide {spread}") if len(numbers) == 1 else self.tr("slides {spread}")
        return words.format(slides=slides.format(spread=spread(tuple(numbers))))

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
