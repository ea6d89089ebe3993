"""The one runner of work off the window's thread."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from queue import Empty, SimpleQueue
from typing import NamedTuple, TypeVar

from PySide6.QtCore import QObject, QThreadPool, Signal, Slot

from sowhat.errors import CancelledError

T = TypeVar("T")
Report = Callable[[str, int, int], None]
"""Tell how far the work is: stage, done, total; what comes faster than the window can show it is
told by its latest. Raises ``CancelledError`` once the work was stopped."""

THREADS = 6
HEAVY = 3  # of them may do heavy work at once; the others stay free for what is looked at
PATIENCE = 15.0  # seconds that closing waits for work that cannot be interrupted


class Work(NamedTuple):
    """What is under way: its ``kind`` (audit, judge, report, copy, draft) and how far it is."""

    kind: str
    stage: str = ""
    done: int = 0
    total: int = 0


def nothing() -> None:
    """Stop work that needs no help to end."""


class Job:
    """One piece of work under way; ``cancel`` may be called at any time, also after its end."""

    def __init__(self, stop: Callable[[], None]) -> None:
        self._stop = stop
        self._news: dict[str, tuple[int, int]] = {}
        self._lock = threading.Lock()
        self._cancelled = threading.Event()

    @property
    def cancelled(self) -> bool:
        """Whether it was told to stop."""
        return self._cancelled.is_set()

    def note(self, stage: str, done: int, total: int) -> bool:
        """Note how far it is; return whether nothing else waits to be told."""
        with self._lock:
            first = not self._news
            self._news[stage] = (done, total)
        return first

    def tell(self, progress: Report) -> None:
        """Tell what is new since the last time: how far each stage is."""
        with self._lock:
            news, self._news = self._news, {}
        for stage, (done, total) in news.items():
            progress(stage, done, total)

    def cancel(self) -> None:
        """Ask it to stop: its ``failed`` comes with ``CancelledError``, its result never."""
        self._cancelled.set()
        self._stop()


class Runner(QObject):
    """Runs plain functions on threads; their callbacks come on the thread that made the runner.

    Callbacks are taken before the work starts and results wait in a queue, so that nothing is lost
    when the work ends at once. Each job ends in exactly one of ``done`` and ``failed``; none comes
    after ``close``.
    """

    _mail = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(THREADS)
        self._inbox: SimpleQueue[Callable[[], None]] = SimpleQueue()
        self._running: set[Job] = set()
        self._heavy: set[Job] = set()
        self._waiting: dict[Job, Callable[[], None]] = {}
        self._closed = False
        self._mail.connect(self._deliver)  # sent by other threads, and so queued

    @property
    def busy(self) -> bool:
        """Whether any work has not been delivered yet."""
        return bool(self._running)

    def start(
        self,
        work: Callable[[Report], T],
        *,
        done: Callable[[T], None],
        failed: Callable[[Exception], None],
        progress: Report | None = None,
        stop: Callable[[], None] = nothing,
        heavy: bool = False,
    ) -> Job:
        """Run ``work`` on a thread. ``stop`` makes it end early; it is called by ``cancel``.

        ``heavy`` work waits while ``HEAVY`` others of its kind run; cancelled, it waits no more.
        """

        def end_early() -> None:
            stop()
            self._advance()

        job = Job(end_early)
        self._running.add(job)

        def report(stage: str, step: int, total: int) -> None:
            if job.cancelled:
                raise CancelledError
            if progress is not None and job.note(stage, step, total):
                self._post(lambda: job.tell(progress))

        def run() -> None:
            try:
                if job.cancelled:
                    raise CancelledError
                result = work(report)
            except Exception as error:
                problem = error
                self._post(lambda: self._end(job, lambda: failed(problem)))
            else:
                self._post(lambda: self._end(job, lambda: done(result), failed))

        if heavy:
            self._waiting[job] = run
            self._advance()
        else:
            self._pool.start(run)
        return job

    def close(self) -> None:
        """Stop all work and wait until its threads have ended; nothing is delivered any more."""
        self._closed = True
        deadline = time.monotonic() + PATIENCE
        while True:
            for job in self._running:  # again each time: a worker may have just been started
                job.cancel()
            if self._pool.waitForDone(50) or time.monotonic() > deadline:
                break
        self._running.clear()

    def _advance(self) -> None:
        """Start what waits, as far as there is room; what was cancelled needs none."""
        for job, run in list(self._waiting.items()):
            if job.cancelled or len(self._heavy) < HEAVY:
                del self._waiting[job]
                self._heavy.add(job)
                self._pool.start(run)

    def _post(self, message: Callable[[], None]) -> None:
        if self._closed:  # work that closing did not wait for: the runner may be gone
            return
        self._inbox.put(message)
        self._mail.emit()

    @Slot()
    def _deliver(self) -> None:
        try:
            message = self._inbox.get_nowait()
        except Empty:
            return
        if not self._closed:
            message()

    def _end(
        self,
        job: Job,
        finish: Callable[[], None],
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        self._running.discard(job)
        self._heavy.discard(job)
        self._advance()
        if failed is not None and job.cancelled:
            failed(CancelledError())
        else:
            finish()
