"""The state of one open deck, and its signals. Panels show it; the window's actions change it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal, SignalInstance

from sowhat.errors import CancelledError
from sowhat.export.wanted import Wanted
from sowhat.gui.deciding import Deciding
from sowhat.gui.doors import DOORS, Doors
from sowhat.gui.drafting import Drafting
from sowhat.gui.drawing import Drawing
from sowhat.gui.jobs import Job, Report, Runner, Work
from sowhat.gui.pictures import Pictures
from sowhat.gui.reason import Reason, reasons
from sowhat.model import Audit, Order, Place, Slide, Verdict
from sowhat.settings import AuditOptions, ReportOptions
from sowhat.worker import Progress, Worker

Write = Callable[[Audit, Path, Worker, Progress], None]
"""Write something made of the audit to a path."""


class Session(QObject):
    """One deck: its audit, its pictures, the slide and the reason looked at.

    ``audited``: there is a new audit. ``judged``: the same slides have other verdicts.
    ``slide_changed``, ``reason_changed`` and ``reason_hovered`` carry a number (reason 0: none).
    ``place_shown`` carries a ``Place`` to point at. ``working`` carries a ``Work``, or None when
    idle again. ``reported``, ``copied`` and ``exported`` carry the file's path, ``failed`` what
    was being done (as in ``Work`` and ``Deciding``) and the error.
    """

    audited = Signal()
    judged = Signal()
    slide_changed = Signal(int)
    reason_changed = Signal(int)
    reason_hovered = Signal(int)
    place_shown = Signal(object)
    working = Signal(object)
    reported = Signal(object)
    copied = Signal(object)
    exported = Signal(object)
    failed = Signal(str, object)

    def __init__(
        self,
        path: Path,
        options: AuditOptions,
        runner: Runner,
        doors: Doors = DOORS,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.path = path
        self._given = options
        self._runner = runner
        self._doors = doors
        self._audit: Audit | None = None
        self._auditing: Worker | None = None
        self._drawing: Drawing | None = None
        self._pictures: Pictures | None = None
        self._slide = 1
        self._reason = 0
        self._reasons: tuple[Reason, ...] = ()
        self._job: Job | None = None
        self._judging = False
        self._outdated = False
        self._closed = False
        self.deciding = Deciding(self)
        self.deciding.changed.connect(self._judge_again)
        self.deciding.failed.connect(self.failed)
        self.drafting = Drafting(self, runner, doors)
        self.drafting.changed.connect(self._judge_again)
        self.drafting.failed.connect(self.failed)
        self.drafting.working.connect(self._drafted)

    # What stands.

    @property
    def has_audit(self) -> bool:
        """Whether the deck was audited and the session has not been closed since."""
        return self._audit is not None and self._pictures is not None

    @property
    def audit(self) -> Audit:
        """The audit; raises ``LookupError`` before ``audited``."""
        if self._audit is None:
            raise LookupError("not audited yet")
        return self._audit

    @property
    def pictures(self) -> Pictures:
        """The slides' pictures; raises ``LookupError`` before ``audited``."""
        if self._pictures is None:
            raise LookupError("not audited yet")
        return self._pictures

    @property
    def busy(self) -> bool:
        """Whether an audit, a report, a copy or a draft is under way, or new verdicts are."""
        return self._job is not None or self.drafting.work is not None

    @property
    def occupied(self) -> bool:
        """Whether an audit, a report or a copy is under way, which one waits for or cancels."""
        return self._job is not None and not self._judging

    @property
    def number(self) -> int:
        """The number of the slide looked at."""
        return self._slide

    @property
    def slide(self) -> Slide:
        """The slide looked at."""
        return self.audit.deck.slides[self._slide - 1]

    @property
    def verdict(self) -> Verdict:
        """The verdict on the slide looked at."""
        return self.audit.verdict(self._slide)

    @property
    def reason(self) -> int:
        """The number of the chosen reason, 0 for none."""
        return self._reason

    @property
    def reasons(self) -> tuple[Reason, ...]:
        """The reasons for the verdict on the slide looked at."""
        return self._reasons

    @property
    def _options(self) -> AuditOptions:
        return replace(self._given, drafts=(*self._given.drafts, *self.drafting.drafts))

    # What the user does.

    def go(self, number: int) -> None:
        """Look at slide ``number``; beyond the ends nothing happens."""
        if self.has_audit and 1 <= number <= len(self.audit.deck.slides) and number != self._slide:
            self._look_at(number)
            self.slide_changed.emit(number)

    def choose(self, reason: int) -> None:
        """Choose a reason of the slide by its number, 0 for none."""
        if reason != self._reason and 0 <= reason <= len(self._reasons):
            self._reason = reason
            self.reason_changed.emit(reason)

    def show_place(self, place: Place) -> None:
        """Go to the place's slide and point at it."""
        self.go(place.slide)
        self.place_shown.emit(place)

    def start_audit(self) -> None:
        """Audit the deck, again where it was audited before; one thing at a time."""
        if self.busy:
            return
        worker, options = Worker(), self._options
        self._auditing = worker

        def work(report: Report) -> Audit:
            try:
                audit = self._doors.audit(self.path, options, report, worker)
                report("judge", 1, 1)  # stops here where it was cancelled meanwhile
            except BaseException:
                worker.close()
                raise
            return audit

        self.working.emit(Work("audit"))
        self._job = self._runner.start(
            work,
            done=lambda audit: self._take(audit, worker),
            failed=lambda error: self._fail("audit", error),
            progress=lambda stage, done, total: self.working.emit(
                Work("audit", stage, done, total)
            ),
            stop=worker.cancel,
        )

    def start_report(self, path: Path) -> None:
        """Write the annotated PDF to ``path``."""

        def write(audit: Audit, path: Path, worker: Worker, progress: Progress) -> None:
            self._doors.report(audit, path, worker, progress, self._options.password)

        self._start_writing("report", path, write, self.reported)

    def start_copy(self, path: Path, order: Order, cut: frozenset[int] = frozenset()) -> None:
        """Write a copy of the deck in ``order`` to ``path``, without the slides that are cut."""

        def write(audit: Audit, path: Path, worker: Worker, _: Progress) -> None:
            self._doors.copy(replace(audit, order=order), path, worker, cut)

        self._start_writing("copy", path, write, self.copied)

    def start_export(self, path: Path, wanted: Wanted) -> None:
        """Write the audit to ``path`` in the form that is wanted."""

        def write(audit: Audit, path: Path, worker: Worker, progress: Progress) -> None:
            password = self._options.password
            self._doors.export(audit, wanted, path, worker, progress, password)

        self._start_writing("export", path, write, self.exported)

    def front(self, options: ReportOptions, width: int) -> bytes:
        """Return the first page of the report with ``options``, as a PNG ``width`` pixels wide.

        Takes a second: call it on a job's thread.
        """
        with Worker() as worker:
            return self._doors.front(self.audit, options, worker, width)

    def cancel(self) -> None:
        """Stop the audit, report, copy or draft under way; new verdicts come in a moment anyway."""
        if self._job is not None and not self._judging:
            self._job.cancel()
        self.drafting.cancel()

    def close(self) -> None:
        """Stop everything. The session says nothing more, and goes when its work has ended."""
        self._closed = True
        self.cancel()
        self._drop_pictures()
        self._go_when_idle()

    def release(self) -> None:
        """End the worker of an audit that nobody waits for, once the runner is closed."""
        if self._auditing is not None:
            self._auditing.close()
            self._auditing = None

    def _start_writing(self, kind: str, path: Path, write: Write, told: SignalInstance) -> None:
        if self.busy or not self.has_audit:
            return
        audit, worker = self.audit, Worker()

        def work(report: Report) -> Path:
            with worker:
                write(audit, path, worker, lambda done, total: report(kind, done, total))
            return path

        self.working.emit(Work(kind))
        self._job = self._runner.start(
            work,
            done=lambda path: self._written(path, told),
            failed=lambda error: self._fail(kind, error),
            progress=lambda stage, done, total: self.working.emit(Work(kind, stage, done, total)),
            stop=worker.cancel,
        )

    def _judge_again(self) -> None:
        """Have the verdicts follow the decisions: now, or when what is under way has ended."""
        self._outdated = True
        if self._job is not None or not self.has_audit:
            return
        self._outdated, self._judging = False, True
        audit, options = self.audit, self._options
        self.working.emit(Work("judge"))
        self._job = self._runner.start(
            lambda _: self._doors.decided(audit, options),
            done=self._take_verdicts,
            failed=lambda error: self._fail("judge", error),
        )

    # What comes back.

    def _look_at(self, number: int) -> None:
        self._slide = number
        self._reason = 0
        self._reasons = reasons(self.slide, self.verdict)

    def _take(self, audit: Audit, worker: Worker) -> None:
        self._auditing = None
        if self._closed:
            worker.close()
            self._end()
            return
        self._drop_pictures()
        self._audit = audit
        password = self._options.password
        self._drawing = Drawing(lambda on: self._doors.renderer(audit.deck, on, password), worker)
        self._pictures = Pictures(self._runner, self._drawing, self)
        self._look_at(min(self._slide, len(audit.deck.slides)))
        self._end()
        self.audited.emit()

    def _take_verdicts(self, audit: Audit) -> None:
        if not self._closed:
            self._audit = audit
            self._reasons = reasons(self.slide, self.verdict)
            self.judged.emit()
        self._end()

    def _written(self, path: Path, told: SignalInstance) -> None:
        self._end()
        if not self._closed:
            told.emit(path)

    def _fail(self, kind: str, error: Exception) -> None:
        if self._auditing is not None:
            self._auditing.close()
            self._auditing = None
        self._job = None
        if not self._closed and not isinstance(error, CancelledError):
            self.failed.emit(kind, error)
        self._end()  # last: who hears that there is no audit may close the session

    def _end(self) -> None:
        self._job = None
        self._judging = False
        if self._closed:
            self._go_when_idle()
            return
        self.working.emit(self.drafting.work)
        if self._outdated:
            self._judge_again()

    def _drafted(self, work: Work | None) -> None:
        if self._closed:
            self._go_when_idle()
        else:
            self.working.emit(work)

    def _go_when_idle(self) -> None:
        if not self.busy:
            self.deleteLater()

    def _drop_pictures(self) -> None:
        if self._pictures is not None:
            self._pictures.close()
            self._pictures.deleteLater()
            self._pictures = None
        if self._drawing is not None:
            self._drawing.close()
            self._drawing = None
