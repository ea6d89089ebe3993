"""Auditing a session's deck: the whole of it, or its verdicts once the user decided otherwise."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from sowhat.gui.doors import Doors
from sowhat.gui.jobs import Report
from sowhat.gui.under_way import UnderWay
from sowhat.model import Audit
from sowhat.worker import Worker

if TYPE_CHECKING:
    from sowhat.gui.session import Session


class Auditing(QObject):
    """The audits of one session.

    ``audited`` carries an audit and the worker that read its deck, which is the taker's from then
    on; ``judged`` carries the audit with other verdicts.
    """

    audited = Signal(object, object)
    judged = Signal(object)

    def __init__(self, session: Session, under_way: UnderWay, doors: Doors) -> None:
        super().__init__(session)
        self._session = session
        self._under_way = under_way
        self._doors = doors
        self._worker: Worker | None = None
        self._outdated = False
        under_way.freed.connect(self.release)  # also of an audit that was cancelled at its end

    def start(self) -> None:
        """Audit the deck."""
        worker, options, path = Worker(), self._session.options, self._session.path
        self._worker = worker

        def work(report: Report) -> Audit:
            try:
                worker.copy(path)  # other programs go on working with the deck
                audit = self._doors.audit(path, options, report, worker)
                report("judge", 1, 1)  # stops here where it was cancelled meanwhile
            except BaseException:
                worker.close()
                raise
            return audit

        def done(audit: Audit) -> None:
            self._worker = None
            self.audited.emit(audit, worker)

        self._under_way.start("audit", work, done, stop=worker.cancel, heavy=True)

    def judge_again(self) -> None:
        """Have the verdicts follow the decisions: now, or when what is under way has ended."""
        self._outdated = True
        if self._under_way.kind or not self._session.has_audit:
            return
        self._outdated = False
        audit, options = self._session.audit, self._session.options
        self._under_way.start(
            "judge", lambda _: self._doors.decided(audit, options), self.judged.emit
        )

    def catch_up(self) -> None:
        """Judge again where that had to wait."""
        if self._outdated:
            self.judge_again()

    def release(self) -> None:
        """End the worker of an audit that nobody waits for, once the runner is closed."""
        if self._worker is not None:
            self._worker.close()
            self._worker = None
