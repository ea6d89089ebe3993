"""What a session has under way: one job at a time."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from sowhat.errors import CancelledError
from sowhat.gui.jobs import Job, Report, Runner, Work, nothing

T = TypeVar("T")


class UnderWay(QObject):
    """The job that runs now, if any.

    ``working`` carries a ``Work`` from its beginning on, ``failed`` its kind and the error (not
    that it was cancelled), ``freed`` says that the next one may begin. Whoever takes a result calls
    ``end``, before or after he tells of it.
    """

    working = Signal(object)
    failed = Signal(str, object)
    freed = Signal()

    def __init__(self, runner: Runner, parent: QObject) -> None:
        super().__init__(parent)
        self._runner = runner
        self._job: Job | None = None
        self.kind = ""

    def start(
        self,
        kind: str,
        work: Callable[[Report], T],
        done: Callable[[T], None],
        *,
        stop: Callable[[], None] = nothing,
        heavy: bool = False,
    ) -> None:
        """Run ``work``, which is called ``kind`` (see ``Work``); ``stop`` makes it end early.

        ``heavy`` work may have to wait for that of other decks.
        """
        self.kind = kind
        self.working.emit(Work(kind))
        self._job = self._runner.start(
            work,
            done=done,
            failed=lambda error: self._fail(kind, error),
            progress=lambda stage, step, total: self.working.emit(Work(kind, stage, step, total)),
            stop=stop,
            heavy=heavy,
        )

    def cancel(self) -> None:
        """Ask what is under way to stop."""
        if self._job is not None:
            self._job.cancel()

    def end(self) -> None:
        """Say that what was under way is done."""
        self._job, self.kind = None, ""
        self.freed.emit()

    def _fail(self, kind: str, error: Exception) -> None:
        self._job, self.kind = None, ""
        if not isinstance(error, CancelledError):
            self.failed.emit(kind, error)
        self.freed.emit()  # last: who hears that there is no audit may close the session
