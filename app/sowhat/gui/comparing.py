"""An older deck beside the session's: audited, compared anew as verdicts change, drawn."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from sowhat.errors import CancelledError, DeckError
from sowhat.gui.doors import Doors
from sowhat.gui.drawing import Drawing
from sowhat.gui.jobs import Job, Report, Runner, Work
from sowhat.gui.pictures import Pictures
from sowhat.model import Audit, Comparison
from sowhat.worker import Worker

if TYPE_CHECKING:
    from sowhat.gui.session import Session

LOCKED = frozenset({"password", "wrong-password"})


class Comparing(QObject):
    """What changed since an older version, or since the master.

    ``came``: the older deck is there; ``changed``: there is another comparison. ``locked`` carries
    the error of an older deck that needs a password, or another one. ``working`` carries a
    ``Work``, or None when idle again. ``saved`` carries the path of a page that was written,
    ``failed`` the kind (compare, save-comparison) and the error.
    """

    came = Signal()
    changed = Signal()
    locked = Signal(object)
    working = Signal(object)
    saved = Signal(object)
    failed = Signal(str, object)

    def __init__(self, session: Session, runner: Runner, doors: Doors) -> None:
        super().__init__(session)
        self._session = session
        self._runner = runner
        self._doors = doors
        self._older: Audit | None = None
        self._drawing: Drawing | None = None
        self._job: Job | None = None
        self._outdated = False
        self.pictures: Pictures | None = None
        self.comparison: Comparison | None = None
        self.path: Path | None = None
        session.audited.connect(self._compare)
        session.judged.connect(self._compare)

    def begin(self, path: Path, password: str | None = None) -> None:
        """Audit the older deck at ``path``, which may need a password, and compare."""
        if self._job is not None:
            return
        worker, self.path = Worker(), path
        # The older deck has decisions of its own, and drafts are not compared.
        options = replace(self._session.options, decisions=None, password=password, drafts=())
        newer = self._session.audit if self._session.has_audit else None

        def work(report: Report) -> Audit:
            try:
                found = self._doors.audit(path, options, report, worker)
                found = self._doors.renamed(newer, found, options) if newer else found
                report("judge", 1, 1)  # stops here where it was cancelled meanwhile
            except BaseException:
                worker.close()
                raise
            return found

        self.working.emit(Work("compare"))
        self._job = self._runner.start(
            work,
            done=lambda audit: self._take(audit, password, worker),
            failed=lambda error: self._fail("compare", error),
            progress=lambda stage, done, total: self.working.emit(
                Work("compare", stage, done, total)
            ),
            stop=worker.cancel,
        )

    def save(self, path: Path) -> None:
        """Write what changed as a page to ``path``."""
        comparison = self.comparison
        if comparison is not None:
            self._runner.start(
                lambda _: self._doors.compared_page(comparison, path),
                done=lambda _: self.saved.emit(path),
                failed=lambda error: self.failed.emit("save-comparison", error),
            )

    def cancel(self) -> None:
        """Stop the audit of the older deck."""
        if self._job is not None:
            self._job.cancel()

    def close(self) -> None:
        """Compare no longer, and end the older deck's worker."""
        self.cancel()
        if self.pictures is not None and self._drawing is not None:
            self.pictures.close()
            self.pictures.deleteLater()
            self._drawing.close()
        self._older = self.pictures = self._drawing = self.comparison = None

    def _take(self, audit: Audit, password: str | None, worker: Worker) -> None:
        self._job = None
        self.close()
        self._older = audit
        self._drawing = Drawing(lambda on: self._doors.renderer(audit.deck, on, password), worker)
        self.pictures = Pictures(self._runner, self._drawing, self)
        self._compare()

    def _compare(self) -> None:
        older = self._older
        self._outdated = self._job is not None
        if older is None or self._outdated or not self._session.has_audit:
            return
        newer = self._session.audit
        self._job = self._runner.start(
            lambda _: self._doors.compared(older, newer),
            done=self._show,
            failed=lambda error: self._fail("compare", error),
        )

    def _show(self, comparison: Comparison) -> None:
        self._job = None
        if self._older is comparison.old:
            came, self.comparison = self.comparison is None, comparison
            self.changed.emit()
            if came:
                self.came.emit()
        self.working.emit(None)
        if self._outdated:
            self._compare()

    def _fail(self, kind: str, error: Exception) -> None:
        self._job = None
        self.working.emit(None)
        if isinstance(error, DeckError) and error.reason in LOCKED:
            self.locked.emit(error)
        elif not isinstance(error, CancelledError):
            self.failed.emit(kind, error)
