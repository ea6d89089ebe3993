"""Writing what a session's audit is wanted as: a report, a copy of the deck, any other form."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, SignalInstance

from sowhat.export.wanted import Form, Wanted
from sowhat.gui.doors import Doors, Sheet
from sowhat.gui.jobs import Report
from sowhat.gui.under_way import UnderWay
from sowhat.model import Audit, Order
from sowhat.settings import ReportOptions
from sowhat.worker import Progress, Worker

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from sowhat.gui.session import Session

Write = Callable[[Audit, Path, Worker, Progress], None]
"""Write something made of the audit to a path."""


class Writing(QObject):
    """What is written of one session; the session's own signals tell of it, with the path."""

    def __init__(self, session: Session, under_way: UnderWay, doors: Doors) -> None:
        super().__init__(session)
        self._session = session
        self._under_way = under_way
        self._doors = doors

    def report(self, path: Path) -> None:
        """Write the annotated PDF to ``path``; a check that was made is its first page."""
        check, password = self._session.checking.found, self._session.options.password

        def write(audit: Audit, path: Path, worker: Worker, progress: Progress) -> None:
            if check is None:
                self._doors.report(audit, path, worker, progress, password)
            else:
                wanted = Wanted(check=check)
                self._doors.export(audit, wanted, path, worker, progress, password)

        self._start("report", path, write, self._session.reported)

    def copy(self, path: Path, order: Order, cut: frozenset[int]) -> None:
        """Write a copy of the deck in ``order`` to ``path``, without the slides that are cut."""

        def write(audit: Audit, path: Path, worker: Worker, _: Progress) -> None:
            self._doors.copy(replace(audit, order=order), path, worker, cut)

        self._start("copy", path, write, self._session.copied)

    def export(self, path: Path, wanted: Wanted) -> None:
        """Write the audit to ``path`` in the form that is wanted, with a check that was made."""
        if wanted.form in (Form.REPORT, Form.PAGE):
            wanted = replace(wanted, check=self._session.checking.found)

        def write(audit: Audit, path: Path, worker: Worker, progress: Progress) -> None:
            password = self._session.options.password
            self._doors.export(audit, wanted, path, worker, progress, password)

        self._start("export", path, write, self._session.exported)

    def print(self, onto: QPrinter) -> None:
        """Print the report."""
        from sowhat.gui.printing import Sheets, paper_of, width_of

        def write(audit: Audit, _: Path, worker: Worker, progress: Progress) -> None:
            sheets, paper = Sheets(onto), paper_of(onto)
            sheet = Sheet(paper, width_of(paper), sheets.put)
            try:
                self._doors.pages(audit, sheet, worker, progress, self._session.options.password)
            except BaseException:
                sheets.abort()
                raise
            sheets.end()

        self._start("print", self._session.path, write, self._session.printed)

    def front(self, options: ReportOptions, width: int) -> bytes:
        """Return the first page of the report with ``options``, as a PNG ``width`` pixels wide.

        Takes a second: call it on a job's thread.
        """
        with Worker() as worker:
            return self._doors.front(self._session.audit, options, worker, width)

    def _start(self, kind: str, path: Path, write: Write, told: SignalInstance) -> None:
        if self._session.busy or not self._session.has_audit:
            return
        audit, worker = self._session.audit, Worker()

        def work(report: Report) -> Path:
            with worker:
                write(audit, path, worker, lambda done, total: report(kind, done, total))
            return path

        def done(path: Path) -> None:
            self._under_way.end()
            told.emit(path)

        self._under_way.start(kind, work, done, stop=worker.cancel)
