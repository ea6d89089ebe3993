"""Drafts by a model of the user's own on a session's slides: nothing goes out without his word."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from sowhat.errors import CancelledError, EndpointError, OutputError
from sowhat.gui.doors import Doors
from sowhat.gui.jobs import Job, Report, Runner, Work
from sowhat.model import MachineDraft
from sowhat.texts import error_text, text

if TYPE_CHECKING:
    from sowhat.drafting import Kept, Request
    from sowhat.gui.session import Session
    from sowhat.settings import Endpoint

KIND = "draft"


class Drafting(QObject):
    """The drafts of the session, which live as long as it does, and how they are asked for.

    ``changed``: other drafts hold than before. ``reloaded``: another endpoint is set up.
    ``settled``: work began or ended. ``working`` carries a ``Work``, or None when idle again.
    ``told`` carries a sentence for the user, ``failed`` the error of what could not even be asked.
    ``prepared`` carries a request that the user wants to see, or has to before it is sent, and
    whether it waits for his word.
    """

    changed = Signal()
    reloaded = Signal()
    settled = Signal()
    working = Signal(object)
    told = Signal(str)
    failed = Signal(str, object)
    prepared = Signal(object, bool)

    def __init__(self, session: Session, runner: Runner, doors: Doors) -> None:
        super().__init__(session)
        self._session = session
        self._runner = runner
        self._doors = doors
        self._drafts: dict[str, MachineDraft] = {}
        self._kept: Kept | None = None
        self._job: Job | None = None
        self._number = 0

    # What stands.

    @property
    def drafts(self) -> tuple[MachineDraft, ...]:
        """The drafts that hold in this session."""
        return tuple(self._drafts.values())

    @property
    def work(self) -> Work | None:
        """What is under way, None where nothing is."""
        return Work(KIND, KIND) if self._job is not None else None

    @property
    def endpoint(self) -> Endpoint:
        """The endpoint as it is set up, with its key."""
        kept = self._kept or self.reload()
        return replace(kept.endpoint, key=kept.key_for(kept.endpoint.address))

    @property
    def asked(self) -> int:
        """The slide that a draft is awaited for, 0 for none."""
        return self._number if self._job is not None else 0

    def holds(self, number: int) -> bool:
        """Whether slide ``number`` has a draft that was made in this session."""
        from sowhat.decisions import fingerprint

        words = fingerprint(self._session.audit.deck.slides[number - 1])
        advice = self._session.audit.advice_for(number)
        return words in self._drafts and any(item.drafted_by for item in advice)

    def possible(self) -> bool:
        """Whether the slide looked at can be drafted, and a model is there to be asked."""
        from sowhat import drafting

        session = self._session
        return self.endpoint.on and drafting.possible(session.audit, session.number)

    # What the user does.

    def reload(self) -> Kept:
        """Take the endpoint as it is set up now."""
        from sowhat import drafting

        before, self._kept = self._kept, drafting.kept()
        if before is not None and before.endpoint != self._kept.endpoint:
            self.reloaded.emit()
        return self._kept

    def start(self) -> None:
        """Have the slide looked at drafted; the first time, what is sent is shown before."""
        self._prepare(send=True)

    def show_sent(self) -> None:
        """Show what would be sent for the slide looked at; nothing is sent."""
        self._prepare(send=False)

    def send(self, request: Request) -> None:
        """Send a request that the user has seen; nothing else shall be shown for its like."""
        from sowhat import drafting

        kept, endpoint = drafting.kept(), self.endpoint
        with suppress(OutputError):  # then it is shown again the next time
            drafting.keep(kept.shown(endpoint))
        self._kept = drafting.kept()
        self._send(request, endpoint)

    def use_offline(self) -> None:
        """Have the program's own draft again on the slide looked at."""
        from sowhat.decisions import fingerprint

        if self._drafts.pop(fingerprint(self._session.slide), None) is not None:
            self.changed.emit()

    def cancel(self) -> None:
        """Stop waiting for an answer."""
        if self._job is not None:
            self._job.cancel()

    def _prepare(self, *, send: bool) -> None:
        if self._job is not None or self._session.occupied or not self._session.has_audit:
            return
        self.reload()
        audit, number, endpoint = self._session.audit, self._session.number, self.endpoint
        seen = self._kept is not None and self._kept.knows(endpoint)

        def work(_: Report) -> Request:
            return self._doors.request(audit, number, endpoint)

        def done(request: Request) -> None:
            self._end()
            if send and seen:
                self._send(request, endpoint)
            else:
                self.prepared.emit(request, send)

        self._number = number
        self._begin(self._runner.start(work, done=done, failed=self._fail))

    def _send(self, request: Request, endpoint: Endpoint) -> None:
        from sowhat import drafting

        call = drafting.Call()

        def work(_: Report) -> MachineDraft:
            return self._doors.draft(request, endpoint, call)

        self._number = request.slide
        self._begin(self._runner.start(work, done=self._take, failed=self._fail, stop=call.cancel))

    # What comes back.

    def _begin(self, job: Job) -> None:
        self._job = job
        self.working.emit(self.work)
        self.settled.emit()

    def _take(self, draft: MachineDraft) -> None:
        self._drafts[draft.words] = draft
        self._end()
        self.changed.emit()
        self.told.emit(text("drafting.done", slide=draft.slide, model=draft.model))

    def _fail(self, error: Exception) -> None:
        number = self._number
        self._end()
        if isinstance(error, EndpointError):
            advice = self._session.audit.advice_for(number)
            key = "drafting.stays" if any(item.draft for item in advice) else "drafting.none"
            self.told.emit(text(key, slide=number, why=error_text(error)))
        elif not isinstance(error, CancelledError):
            self.failed.emit(KIND, error)

    def _end(self) -> None:
        self._job = None
        self.working.emit(None)
        self.settled.emit()
