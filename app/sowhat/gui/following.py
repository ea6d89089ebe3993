"""Follows a deck that is worked on in another program: audited again with each save."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from sowhat.errors import SowhatError
from sowhat.gui.doors import Doors
from sowhat.gui.jobs import Runner, Work
from sowhat.gui.reason import Reason
from sowhat.gui.session import Session
from sowhat.gui.watch import Watch
from sowhat.measure import percent, spread
from sowhat.model import Audit, Comparison
from sowhat.texts import error_text, text

FOR_LATER = frozenset({"changed", "damaged", "missing", "unreadable", "empty"})


class Following(QObject):
    """Audits a session's deck again when it was saved; the slide and the reason looked at stay.

    ``saving``: such an audit begins, what is being written is to be kept now. ``told`` carries a
    sentence on what moved, or on a file that is not there any more; ``news`` what that is on each
    slide that is not as it was, in a word or two.
    """

    saving = Signal()
    told = Signal(str)
    news = Signal(object)

    def __init__(self, session: Session, runner: Runner, doors: Doors) -> None:
        super().__init__(session)
        self._session = session
        self._runner = runner
        self._doors = doors
        self._shown: Audit | None = None
        self._looked: tuple[int, Reason | None] = (1, None)
        self._waiting = False
        self._auditing = False
        self._watch = Watch(session.path, runner, self)
        self._watch.saved.connect(self._audit)
        self._watch.gone.connect(lambda: self._tell("watching.gone"))
        self._watch.back.connect(lambda: self._tell("watching.back"))
        session.audited.connect(self._audited)
        session.judged.connect(self._note)
        session.slide_changed.connect(self._note)
        session.reason_changed.connect(self._note)
        session.working.connect(self._worked)

    def look(self) -> None:
        """Look whether the deck was saved: a folder on a server may not say so by itself."""
        self._watch.look_soon()

    def close(self) -> None:
        """Follow the deck no longer."""
        self._watch.end()

    def failed(self, kind: str, error: Exception) -> bool:
        """Tell of the audit of a saved version that failed; return whether it was one.

        The older version stays, and the next save is waited for.
        """
        ours = kind == "audit" and self._auditing
        if not ours or not isinstance(error, SowhatError) or error.reason not in FOR_LATER:
            return False
        self._tell("watching.unread", why=error_text(error))
        return True

    def _audit(self) -> None:
        session = self._session
        if not session.busy:
            self.saving.emit()
        self._waiting = session.busy  # with what is under way, or what was kept just now
        if not self._waiting:
            self._auditing = True
            session.start_audit()

    def _worked(self, work: Work | None) -> None:
        if work is None:
            self._auditing = False
            if self._waiting:
                self._audit()

    def _note(self, *_: object) -> None:
        session = self._session
        chosen = session.reasons[session.reason - 1] if session.reason else None
        self._looked, self._shown = (session.number, chosen), session.audit

    def _audited(self) -> None:
        before, looked, after = self._shown, self._looked, self._session.audit
        self._watch.begin(after.deck.sha256)
        self._note()
        if before is not None and before.deck.sha256 != after.deck.sha256:
            self._runner.start(
                lambda _: self._doors.compared(before, after),
                done=lambda comparison: self._show(comparison, *looked),
                failed=lambda _: None,
            )

    def _show(self, comparison: Comparison, number: int, chosen: Reason | None) -> None:
        session = self._session
        if not session.has_audit or comparison.new.deck.sha256 != session.audit.deck.sha256:
            return  # closed, or audited once more meanwhile
        if session.number == min(number, len(comparison.new.deck.slides)) and not session.reason:
            pair = next((pair for pair in comparison.pairs if pair.old == number), None)
            session.go(pair.new if pair is not None else session.number)
            self._choose(chosen)
        self.told.emit(moved_words(comparison))
        self.news.emit(news_words(comparison))

    def _choose(self, chosen: Reason | None) -> None:
        """Choose the reason that says the same as the one chosen before."""
        for one in self._session.reasons:
            if chosen is not None and (one.why, one.quote) == (chosen.why, chosen.quote):
                self._session.choose(one.number)
                return

    def _tell(self, key: str, **values: str) -> None:
        self.told.emit(text(key, name=self._session.path.name, **values))


def moved_words(comparison: Comparison) -> str:
    """Return what moved between two versions, in one sentence."""
    slides = (
        ("changed", [pair.new for pair in comparison.edited]),
        ("moved", [pair.new for pair in comparison.moved if not pair.changed]),
        ("added", [one.slide for one in comparison.added]),
        ("dropped", [one.slide for one in comparison.dropped]),
    )
    parts = [
        text(f"watching.{key}", n=len(numbers), slides=spread(sorted(numbers)))
        for key, numbers in slides
        if numbers
    ]
    if not parts:
        return text("watching.same")
    return text("watching.saved", parts="; ".join((_share_words(comparison), *parts)))


def news_words(comparison: Comparison) -> dict[int, str]:
    """Return what is new of each slide that is not as it was, by its number of now."""
    found: dict[int, list[str]] = {}
    for pair in comparison.moved:
        found.setdefault(pair.new, []).append(text("watching.news.moved", slide=pair.old))
    for pair in comparison.edited:
        found.setdefault(pair.new, []).append(text("watching.news.changed"))
    for one in comparison.added:
        found.setdefault(one.slide, []).append(text("watching.news.added"))
    return {number: ", ".join(words) for number, words in found.items()}


def _share_words(comparison: Comparison) -> str:
    shares = (comparison.old.measures.vendor_share, comparison.new.measures.vendor_share)
    before, after = ("–" if share is None else percent(share) for share in shares)
    key = "share-same" if before == after else "share"
    return text(f"watching.{key}", before=before, after=after)
